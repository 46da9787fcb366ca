//! Pages over one or several resource types, from an offset or from a place in the order (RFC 7644 §3.4.2.1, RFC 9865).
//!
//! The order is (sort key, id), as [`super::list`] has it: no key comes last when ascending and first when descending. A
//! page from a place costs the same wherever the place is: what lies behind it is one range of an index, or two where the
//! keys end and the resources without a key begin, each a SELECT of its own under one UNION ALL. Over several types that
//! statement gives ids, and one more for each type on the page gives the documents.

use std::collections::BTreeMap;

use sea_orm::{
    Value,
    sea_query::{Alias, Asterisk, Expr, ExprTrait, NullOrdering, Order, Query, SelectStatement, SimpleExpr, UnionType},
};
use uuid::Uuid;

use crate::scim::{filter::Condition, path::AttributePath, schema::Mutability};

use super::{
    Org, Store, bare, column,
    database::{Cell, DatabaseError, Reach, Row},
    filter::Translator,
    resources::{Stored, Want},
    table::{KeyKind, Place, Table},
};

/// What of a resource type belongs to a walk.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The tables of the type.
    pub table: &'static Table,
    /// The filter.
    pub condition: Option<Condition>,
    /// What it is sorted by; none if the type has no such attribute.
    pub sort: Option<AttributePath>,
    /// What to read beside the documents.
    pub want: Want,
}

/// A place in the order, between two resources or at one.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundary {
    /// The sort key; [`Cell::Null`] for none.
    pub key: Cell,
    /// The id.
    pub id: Uuid,
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq)]
pub enum From {
    /// After so many resources.
    Offset(u64),
    /// Behind a place.
    After(Boundary),
    /// Before a place: the last resources that come before it.
    Before(Boundary),
}

/// An order of resources and a part of it.
#[derive(Debug, Clone)]
pub struct Walk {
    /// The types.
    pub selections: Vec<Selection>,
    /// Whether the order is descending.
    pub descending: bool,
    /// Where the page begins.
    pub from: From,
    /// How many resources to give at most.
    pub count: u64,
}

/// A resource on a page.
#[derive(Debug, Clone)]
pub struct Found {
    /// Which of the selections it belongs to.
    pub selection: usize,
    /// Its place in the order.
    pub place: Boundary,
    /// The resource.
    pub stored: Stored,
}

/// Which part of a type's resources a SELECT is for.
enum Range<'a> {
    /// All of them.
    All,
    /// Those with a key.
    Keyed,
    /// Those without.
    Unkeyed,
    /// Those with a key that lie beyond a place.
    Beyond(&'a Boundary),
    /// Those without a key whose ids lie beyond one.
    UnkeyedBeyond(Uuid),
}

impl Store {
    /// The resources of a page in their order.
    pub async fn walk(&self, org: Org, walk: &Walk) -> Result<Vec<Found>, DatabaseError> {
        let Some(select) = self.walk_select(org, walk) else { return Ok(Vec::new()) };
        let rows = self.database.read(self.build(&select), Reach::Scan).await?;
        let mut found: Vec<Found> = rows.into_iter().filter_map(found).collect();
        if matches!(walk.from, From::Before(_)) {
            found.reverse();
        }
        self.complete(org, walk, &mut found).await?;
        Ok(found)
    }

    /// The SELECT of a page: the selection, the key, the id, and for a single type the rest of the resource. None if no
    /// resource can be on it.
    pub fn walk_select(&self, org: Org, walk: &Walk) -> Option<SelectStatement> {
        // From a place backwards the order is walked the other way.
        let (descending, offset) = match walk.from {
            From::Offset(offset) => (walk.descending, offset),
            From::After(_) => (walk.descending, 0),
            From::Before(_) => (!walk.descending, 0),
        };
        let boundary = match &walk.from {
            From::Offset(_) => None,
            From::After(boundary) | From::Before(boundary) => Some(boundary),
        };
        let whole = walk.selections.len() == 1;
        // Under a UNION the keys are of one type, also where there is none.
        let kind = walk.selections.iter().find_map(|selection| self.walk_key(selection)).map(|(_, kind)| kind);
        let absent = Expr::cust(match kind.unwrap_or(KeyKind::Text) {
            KeyKind::Text => "CAST(NULL AS text)",
            KeyKind::Boolean => "CAST(NULL AS boolean)",
            KeyKind::Integer => "CAST(NULL AS bigint)",
            KeyKind::Decimal => "CAST(NULL AS double precision)",
        });
        let mut arms = Vec::new();
        for (index, selection) in walk.selections.iter().enumerate() {
            if selection.condition == Some(Condition::Constant(false)) {
                continue;
            }
            let key = self.walk_key(selection);
            for range in ranges(boundary, key.is_some() && nullable(selection), key.is_some(), descending) {
                let mut arm = self.arm(org, selection, key.as_ref(), &range, descending);
                arm.expr_as(Expr::cust(index.to_string()), Alias::new("t"));
                arm.expr_as(key.as_ref().map_or_else(|| absent.clone(), |(key, _)| key.clone()), Alias::new("k"));
                let columns: &[&str] =
                    if whole { &["id", "version", "created", "last_modified", "document"] } else { &["id"] };
                arm.columns(columns.iter().map(|name| (Alias::new(selection.table.name), Alias::new(*name))));
                arm.limit(offset.saturating_add(walk.count));
                arms.push(arm);
            }
        }
        let one = arms.len() == 1;
        let mut arms = arms.into_iter();
        let mut first = arms.next()?;
        if one {
            first.limit(walk.count);
            if offset > 0 {
                first.offset(offset);
            }
            return Some(first);
        }
        let wrapped = |arm, name: &str| Query::select().column(Asterisk).from_subquery(arm, Alias::new(name)).take();
        let mut union = wrapped(first, "a0");
        for (index, arm) in arms.enumerate() {
            union.union(UnionType::All, wrapped(arm, &format!("a{}", index + 1)));
        }
        let mut page = Query::select();
        page.column(Asterisk).from_subquery(union, Alias::new("page"));
        let (direction, nulls) = directions(descending);
        page.order_by_expr_with_nulls(bare("k"), direction.clone(), nulls);
        page.order_by(Alias::new("id"), direction).limit(walk.count);
        if offset > 0 {
            page.offset(offset);
        }
        Some(page)
    }

    /// The FROM, WHERE and ORDER BY of one range of a selection.
    fn arm(
        &self,
        org: Org,
        selection: &Selection,
        key: Option<&(SimpleExpr, KeyKind)>,
        range: &Range<'_>,
        descending: bool,
    ) -> SelectStatement {
        let table = selection.table;
        let name = Alias::new(table.name);
        let id = || column(table.name, "id");
        let mut select = Query::select();
        select.from(name.clone()).and_where(column(table.name, "org").eq(org.0));
        if let Some(condition) = &selection.condition {
            select.cond_where(Translator { backend: self.backend(), org, table }.condition(condition));
        }
        let beyond = |one: SimpleExpr, other: SimpleExpr| if descending { one.lt(other) } else { one.gt(other) };
        let mut sorted = None;
        match (range, key) {
            (Range::All, key) => sorted = key.map(|key| (key, Some(directions(descending).1))),
            (Range::Keyed, Some(key)) => {
                select.and_where(key.0.clone().is_not_null());
                sorted = Some((key, None));
            }
            (Range::Beyond(boundary), Some(key)) => {
                let there = [key.0.clone(), id()];
                let here = [Expr::val(bound(&boundary.key, key.1)), Expr::val(boundary.id)];
                select.and_where(beyond(Expr::tuple(there), Expr::tuple(here)));
                sorted = Some((key, None));
            }
            (Range::Unkeyed | Range::UnkeyedBeyond(_), Some(key)) => {
                select.and_where(key.0.clone().is_null());
            }
            _ => {}
        }
        if let Range::UnkeyedBeyond(boundary) = range {
            select.and_where(beyond(id(), Expr::val(*boundary)));
        }
        let (direction, _) = directions(descending);
        match sorted {
            Some(((key, _), Some(nulls))) => {
                select.order_by_expr_with_nulls(key.clone(), direction.clone(), nulls);
            }
            Some(((key, _), None)) => {
                select.order_by_expr(key.clone(), direction.clone());
            }
            None => {}
        }
        select.order_by((name, Alias::new("id")), direction);
        select
    }

    /// The sort key of a selection and its kind; none where every resource of the type is alike in it but for the id.
    fn walk_key(&self, selection: &Selection) -> Option<(SimpleExpr, KeyKind)> {
        let path = selection.sort.as_ref()?;
        let table = selection.table;
        let kind = match table.place(path.attribute.number) {
            Place::Created | Place::LastModified | Place::Version => KeyKind::Integer,
            Place::Column(index) => table.keys.get(index)?.kind,
            Place::Values(values) => table.values.get(values)?.columns.first()?.kind,
            Place::ValueColumn(values, index) => table.values.get(values)?.columns.get(index)?.kind,
            // The same for all resources of a type, and so the type's place among several.
            Place::ResourceType => {
                let name = Expr::val(table.resource_type.name).cast_as(Alias::new("text"));
                return Some((name, KeyKind::Text));
            }
            _ => return None,
        };
        Some((self.sort_key(table, path)?, kind))
    }

    /// Reads what the SELECT of the page leaves out.
    async fn complete(&self, org: Org, walk: &Walk, found: &mut [Found]) -> Result<(), DatabaseError> {
        for (index, selection) in walk.selections.iter().enumerate() {
            let ids: Vec<Uuid> =
                found.iter().filter(|found| found.selection == index).map(|found| found.place.id).collect();
            if ids.is_empty() {
                continue;
            }
            let mut resources = if walk.selections.len() == 1 {
                found.iter_mut().map(|found| std::mem::take(&mut found.stored)).collect()
            } else {
                let mut documents = self.documents(org, selection.table, &ids).await?;
                // One that was deleted since the ids were read is shown no more.
                ids.iter().filter_map(|id| documents.remove(id)).collect::<Vec<_>>()
            };
            self.add_rows(org, selection.table, selection.want, &mut resources).await?;
            let mut resources: BTreeMap<Uuid, Stored> =
                resources.into_iter().map(|stored| (stored.id, stored)).collect();
            for found in found.iter_mut().filter(|found| found.selection == index) {
                found.stored = resources.remove(&found.place.id).unwrap_or_default();
            }
        }
        Ok(())
    }

    /// Whether anything lies on the far side of a place.
    pub async fn any(&self, org: Org, walk: &Walk) -> Result<bool, DatabaseError> {
        let Some(select) = self.walk_select(org, walk) else { return Ok(false) };
        Ok(!self.database.read(self.build(&select), Reach::Scan).await?.is_empty())
    }
}

/// The parts of a type's resources that lie behind a boundary, in their order.
fn ranges(boundary: Option<&Boundary>, nullable: bool, keyed: bool, descending: bool) -> Vec<Range<'_>> {
    let Some(boundary) = boundary else { return vec![Range::All] };
    match (&boundary.key, keyed, descending) {
        (Cell::Null, false, _) => vec![Range::UnkeyedBeyond(boundary.id)],
        (Cell::Null, true, false) if nullable => vec![Range::UnkeyedBeyond(boundary.id)],
        (Cell::Null, true, false) => Vec::new(),
        (Cell::Null, true, true) if nullable => vec![Range::UnkeyedBeyond(boundary.id), Range::Keyed],
        (Cell::Null, true, true) => vec![Range::All],
        (_, true, false) if nullable => vec![Range::Beyond(boundary), Range::Unkeyed],
        (_, true, _) => vec![Range::Beyond(boundary)],
        // Resources of a type without the attribute have no key: they come last, or first.
        (_, false, false) => vec![Range::All],
        (_, false, true) => Vec::new(),
    }
}

/// Whether resources may lack the key: what clients must send, or the server's own, is always there.
fn nullable(selection: &Selection) -> bool {
    let Some(path) = &selection.sort else { return true };
    match selection.table.place(path.attribute.number) {
        Place::Created | Place::LastModified | Place::Version | Place::ResourceType => false,
        _ => {
            let is_sent = path.attribute.required && path.attribute.mutability != Mutability::ReadOnly;
            !is_sent || path.steps.len() > 1
        }
    }
}

fn directions(descending: bool) -> (Order, NullOrdering) {
    if descending { (Order::Desc, NullOrdering::First) } else { (Order::Asc, NullOrdering::Last) }
}

/// A key as a bound value of the column's type.
fn bound(key: &Cell, kind: KeyKind) -> Value {
    match (key, kind) {
        (Cell::Integer(value), KeyKind::Boolean) => (*value != 0).into(),
        (Cell::Integer(value), KeyKind::Decimal) => (*value as f64).into(),
        (Cell::Integer(value), _) => (*value).into(),
        (Cell::Real(value), _) => (*value).into(),
        (Cell::Text(text), _) => text.as_str().into(),
        (Cell::Null | Cell::Blob(_), _) => Value::String(None),
    }
}

fn found(mut row: Row) -> Option<Found> {
    let selection = usize::try_from(row.integer(0)).ok()?;
    let key = row.0.get_mut(1).map(|cell| std::mem::replace(cell, Cell::Null))?;
    let id = row.id(2)?;
    let stored = Stored {
        id,
        version: row.integer(3),
        created: row.integer(4),
        last_modified: row.integer(5),
        document: row.take_text(6).unwrap_or_default(),
        ..Stored::default()
    };
    Some(Found { selection, place: Boundary { key, id }, stored })
}
