//! Lists: filter, sort and page in SQL (RFC 7644 §3.4.2).
//!
//! A page costs one statement for its rows, one for the total (none where the page shows it, the counter row where there
//! is no filter), and one for each relation or back reference that is shown.

use std::collections::BTreeMap;

use sea_orm::{
    DbBackend, Statement,
    sea_query::{
        Alias, Expr, ExprTrait, Func, NullOrdering, Order, Query, QueryStatementBuilder, SelectStatement, SimpleExpr,
    },
};
use uuid::Uuid;

use crate::scim::{
    filter::{Condition, Operator},
    limits::SORT_KEY_CHARACTERS,
    path::AttributePath,
    schema::{Mutability, Role, Uniqueness},
};

use super::{
    Org, Store, bare, column,
    database::{DatabaseError, Reach, Row},
    filter::{Translator, key_value},
    relations::{IDS_PER_STATEMENT, padded},
    resources::{Stored, Want},
    system,
    table::{KeyColumn, KeyKind, Place, Table},
};

/// From this offset on, the skipped rows are walked on the index alone and the documents joined to what is left.
const DEEP: u64 = 1_000;

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct ListQuery {
    /// The filter.
    pub condition: Option<Condition>,
    /// The attribute to sort by, and whether descending.
    pub sort: Option<(AttributePath, bool)>,
    /// How many resources to skip.
    pub offset: u64,
    /// How many to give at most; 0 gives the total only.
    pub count: u64,
    /// What to read beside the documents.
    pub want: Want,
}

/// A page of resources.
#[derive(Debug, Default)]
pub struct Page {
    /// How many resources match in all.
    pub total: u64,
    /// Those on this page.
    pub resources: Vec<Stored>,
}

impl Store {
    /// Lists resources of a type.
    pub async fn list(&self, org: Org, table: &'static Table, query: &ListQuery) -> Result<Page, DatabaseError> {
        let mut page = Page::default();
        if let Some(key) = unique(table, query) {
            page.resources.extend(self.get_by_key(org, table, key, query.want).await?);
            page.total = page.resources.len() as u64;
            return Ok(page);
        }
        if query.count > 0 {
            let statement = self.page_statement(org, table, query);
            let rows = self.database.read(statement, self.reach(table, query)).await?;
            page.resources = rows.into_iter().filter_map(stored).collect();
            self.add_rows(org, table, query.want, &mut page.resources).await?;
        }
        let shown = page.resources.len() as u64;
        // A page that is not full ends the list, so it shows the total; an empty one does so only at the start.
        page.total = if shown < query.count && (shown > 0 || query.offset == 0) {
            query.offset + shown
        } else {
            self.total(org, table, query.condition.as_ref()).await?
        };
        Ok(page)
    }

    /// Reads what is wanted beside the documents of a page.
    pub(super) async fn add_rows(
        &self,
        org: Org,
        table: &'static Table,
        want: Want,
        resources: &mut [Stored],
    ) -> Result<(), DatabaseError> {
        let ids: Vec<Uuid> = resources.iter().map(|stored| stored.id).collect();
        if want.back_references {
            for reference in table.resource_type.back_references {
                let mut owners = self.owners_of(org, reference, &ids).await?;
                for stored in resources.iter_mut() {
                    stored.back_references.push(owners.remove(&stored.id).unwrap_or_default());
                }
            }
        }
        if want.relations {
            for relation in 0..table.relations.len() {
                let mut members = self.members_of(org, table, relation, &ids).await?;
                for stored in resources.iter_mut() {
                    stored.relations.push(members.remove(&stored.id).unwrap_or_default());
                }
            }
        }
        Ok(())
    }

    /// The statement of a page. That of one comparison for equality, which identity providers send before every write,
    /// has a text that depends on the attribute alone.
    fn page_statement(&self, org: Org, table: &'static Table, query: &ListQuery) -> Statement {
        let build = || self.build(&self.page_select(org, table, query));
        if let (Some(Condition::Compare { path, operator: Operator::Equal, key }), None, 0) =
            (&query.condition, &query.sort, query.offset)
            && matches!(table.place(path.attribute.number), Place::Column(_))
        {
            let values = vec![org.0.into(), key_value(key), query.count.into()];
            return self.shaped(("equal", table.name, usize::from(path.attribute.number)), values, build);
        }
        build()
    }

    /// The SELECT of a page.
    pub fn page_select(&self, org: Org, table: &'static Table, query: &ListQuery) -> SelectStatement {
        let mut ids = Query::select();
        ids.from(Alias::new(table.name)).and_where(column(table.name, "org").eq(org.0));
        if let Some(condition) = &query.condition {
            ids.cond_where(Translator { backend: self.backend(), org, table }.condition(condition));
        }
        self.order(&mut ids, table, query);
        ids.limit(query.count);
        if query.offset > 0 {
            ids.offset(query.offset);
        }
        if query.offset < DEEP {
            return documents(&mut ids, table).take();
        }
        ids.column((Alias::new(table.name), Alias::new("id")));
        let mut select = Query::select();
        select.from(Alias::new(table.name)).and_where(column(table.name, "org").eq(org.0)).and_where(
            column(table.name, "id")
                .in_subquery(Query::select().column(Alias::new("id")).from_subquery(ids, Alias::new("page")).take()),
        );
        self.order(&mut select, table, query);
        documents(&mut select, table).take()
    }

    fn order(&self, select: &mut SelectStatement, table: &'static Table, query: &ListQuery) {
        let mut direction = Order::Asc;
        if let Some((path, descending)) = &query.sort {
            direction = if *descending { Order::Desc } else { Order::Asc };
            let nulls = if *descending { NullOrdering::First } else { NullOrdering::Last };
            if let Some(expression) = self.sort_key(table, path) {
                // The engine's own order of NULLs, where it is the wanted one, leaves the index in use.
                select.order_by_expr_with_nulls(expression, direction.clone(), nulls);
            }
        }
        select.order_by((Alias::new(table.name), Alias::new("id")), direction);
    }

    /// What a resource is sorted by: the attribute, of a multi-valued one the primary value, else the first.
    pub(super) fn sort_key(&self, table: &'static Table, path: &AttributePath) -> Option<SimpleExpr> {
        Some(match table.place(path.attribute.number) {
            Place::Column(index) => {
                let key = table.keys.get(index)?;
                sorted_part(column(table.name, key.name), key.kind, path.attribute.indexed)
            }
            Place::Id | Place::Location => column(table.name, "id"),
            Place::Created => column(table.name, "created"),
            Place::LastModified => column(table.name, "last_modified"),
            Place::Version => column(table.name, "version"),
            Place::Values(values) => self.sort_value(table, values, 0)?,
            Place::ValueColumn(values, index) => self.sort_value(table, values, index)?,
            _ => return None,
        })
    }

    fn sort_value(&self, table: &'static Table, values: usize, index: usize) -> Option<SimpleExpr> {
        let values = table.values.get(values)?;
        let key = values.columns.get(index)?;
        let mut select = Query::select();
        select
            .expr(sorted_part(column("s", key.name), key.kind, false))
            .from_as(Alias::new(values.name), Alias::new("s"))
            .and_where(column("s", "org").equals((Alias::new(table.name), Alias::new("org"))))
            .and_where(column("s", "id").equals((Alias::new(table.name), Alias::new("id"))));
        if let Some(primary) = primary(values.columns) {
            let primary = Func::coalesce([column("s", primary.name), Expr::val(false)]);
            select.order_by_expr(primary.into(), Order::Desc);
        }
        select.order_by((Alias::new("s"), Alias::new("ordinal")), Order::Asc).limit(1);
        Some(SimpleExpr::SubQuery(None, Box::new(select.into_sub_query_statement())))
    }

    /// The resources of those ids.
    pub(super) async fn documents(
        &self,
        org: Org,
        table: &'static Table,
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, Stored>, DatabaseError> {
        let mut found = BTreeMap::new();
        for chunk in ids.chunks(IDS_PER_STATEMENT) {
            let mut select = Query::select();
            select
                .from(Alias::new(table.name))
                .and_where(column(table.name, "org").eq(org.0))
                .and_where(column(table.name, "id").is_in(padded(chunk)));
            let rows = self.database.read(self.build(documents(&mut select, table)), Reach::Scan).await?;
            found.extend(rows.into_iter().filter_map(stored).map(|stored| (stored.id, stored)));
        }
        Ok(found)
    }

    /// How many resources match.
    pub async fn total(
        &self,
        org: Org,
        table: &'static Table,
        condition: Option<&Condition>,
    ) -> Result<u64, DatabaseError> {
        let mut select = Query::select();
        let reach = match condition {
            Some(condition) => {
                select
                    .expr(Expr::cust("COUNT(*)"))
                    .from(Alias::new(table.name))
                    .and_where(column(table.name, "org").eq(org.0))
                    .cond_where(Translator { backend: self.backend(), org, table }.condition(condition));
                Reach::Scan
            }
            None => {
                let sum = match self.backend() {
                    // A sum of bigint is numeric there.
                    DbBackend::Postgres => "CAST(COALESCE(SUM(total), 0) AS bigint)",
                    _ => "COALESCE(SUM(total), 0)",
                };
                select
                    .expr(Expr::cust(sum))
                    .from(Alias::new(system::COUNTERS))
                    .and_where(bare("org").eq(org.0))
                    .and_where(bare("resource_type").eq(table.resource_type.name));
                Reach::Point
            }
        };
        let rows = self.database.read(self.build(&select), reach).await?;
        Ok(rows.first().map_or(0, |row| u64::try_from(row.integer(0)).unwrap_or_default()))
    }

    /// Whether a page is a few rows by index: a comparison of a unique attribute.
    fn reach(&self, table: &Table, query: &ListQuery) -> Reach {
        match &query.condition {
            Some(Condition::Compare { path, operator, .. })
                if *operator == Operator::Equal
                    && (path.attribute.role == Role::Id
                        || path.attribute.mutability != Mutability::ReadOnly
                            && path.attribute.indexed
                            && matches!(
                                table.place(path.attribute.number),
                                Place::Column(_) | Place::ValueColumn(..)
                            )) =>
            {
                Reach::Point
            }
            _ => Reach::Scan,
        }
    }
}

/// The key that a filter asks for and that one resource has at most.
fn unique(table: &'static Table, query: &ListQuery) -> Option<(&'static KeyColumn, sea_orm::Value)> {
    let (Some(Condition::Compare { path, operator: Operator::Equal, key }), 0, 1..) =
        (&query.condition, query.offset, query.count)
    else {
        return None;
    };
    let Place::Column(index) = table.place(path.attribute.number) else { return None };
    let single = path.attribute.uniqueness != Uniqueness::None && path.attribute.role == Role::Plain;
    table.keys.get(index).filter(|_| single && path.steps.len() == 1).map(|column| (column, key_value(key)))
}

/// What of a key resources are sorted by: an index holds a bounded key anyway, of others it is the beginning.
fn sorted_part(key: SimpleExpr, kind: KeyKind, indexed: bool) -> SimpleExpr {
    if kind != KeyKind::Text || indexed {
        return key;
    }
    Func::cust(Alias::new("substr")).args([key, Expr::cust("1"), Expr::cust(SORT_KEY_CHARACTERS.to_string())]).into()
}

/// The column that says which value of a list is primary; a schema may have something else of that name.
fn primary(columns: &[KeyColumn]) -> Option<&KeyColumn> {
    columns.iter().find(|column| column.name == "k_primary" && column.kind == KeyKind::Boolean)
}

fn documents<'a>(select: &'a mut SelectStatement, table: &Table) -> &'a mut SelectStatement {
    let name = Alias::new(table.name);
    select.columns(
        ["id", "version", "created", "last_modified", "document"].map(|column| (name.clone(), Alias::new(column))),
    )
}

fn stored(mut row: Row) -> Option<Stored> {
    Some(Stored {
        id: row.id(0)?,
        version: row.integer(1),
        created: row.integer(2),
        last_modified: row.integer(3),
        document: row.take_text(4)?,
        ..Stored::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text beside `false` in one COALESCE is an error in PostgreSQL.
    #[test]
    fn a_list_is_sorted_by_its_primary_value_only_where_that_is_a_boolean() {
        let column = |name, kind| KeyColumn { name, kind, number: 0 };
        let value = column("k_value", KeyKind::Text);
        assert!(
            primary(&[value, column("k_primary", KeyKind::Boolean)]).is_some_and(|found| found.name == "k_primary")
        );
        assert!(primary(&[column("k_primary", KeyKind::Text), column("k_flag", KeyKind::Boolean)]).is_none());
    }
}
