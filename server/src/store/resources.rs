//! One resource: reading it, and the plans that create, replace and delete it.

use sea_orm::{
    DbBackend, Statement, Value,
    sea_query::{Alias, Expr, ExprTrait, JoinType, OnConflict, Query, SelectStatement, SimpleExpr, UnionType},
};
use uuid::Uuid;

use crate::scim::schema::{BackReference, ResourceType};

use super::{
    Actor, Org, Store,
    audit::Change,
    bare, column,
    database::{DatabaseError, Expect, Plan, Reach, Refusal, Row},
    relations::{Delta, Member, Owner},
    system,
    table::{Encoded, KeyColumn, Table, ValueTable},
    table_of,
};

/// Value rows in one INSERT: far below every engine's limit of bound values.
const ROWS_PER_INSERT: usize = 64;
/// Slots of a counter on a database server, where each transaction holds its slot until it commits.
const COUNTER_SLOTS: i64 = 16;

/// What to read beside the document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Want {
    /// The values that are never returned.
    pub secrets: bool,
    /// The relation rows that the resource owns.
    pub relations: bool,
    /// The relation rows that point to it.
    pub back_references: bool,
}

impl Want {
    /// A number for each combination.
    fn parts(self) -> usize {
        usize::from(self.secrets) | usize::from(self.back_references) << 1 | usize::from(self.relations) << 2
    }
}

/// How many SELECTs a read of a resource has.
fn arms(table: &Table, want: Want) -> usize {
    1 + if want.back_references { table.resource_type.back_references.len() } else { 0 }
        + if want.relations { table.relations.len() } else { 0 }
}

/// A resource as it is stored.
#[derive(Debug, Clone, Default)]
pub struct Stored {
    /// The id.
    pub id: Uuid,
    /// The version.
    pub version: i64,
    /// When it was created, in microseconds since 1970.
    pub created: i64,
    /// When it was last changed.
    pub last_modified: i64,
    /// The canonical document.
    pub document: String,
    /// The values that are never returned, as a JSON object.
    pub secrets: Option<String>,
    /// The rows of each relation, if wanted.
    pub relations: Vec<Vec<Member>>,
    /// The rows of each back reference, if wanted.
    pub back_references: Vec<Vec<Owner>>,
}

/// What a write makes of a resource.
#[derive(Debug, Clone)]
pub struct Written {
    /// The id.
    pub id: Uuid,
    /// The version after the write.
    pub version: i64,
    /// When it was created.
    pub created: i64,
    /// The time of this write.
    pub last_modified: i64,
    /// The rows.
    pub encoded: Encoded,
    /// The values that are never returned.
    pub secrets: Option<String>,
}

impl Store {
    /// Reads a resource with one statement.
    pub async fn get(
        &self,
        org: Org,
        table: &'static Table,
        id: Uuid,
        want: Want,
    ) -> Result<Option<Stored>, DatabaseError> {
        let values = (0..arms(table, want)).flat_map(|_| [org.0.into(), id.into()]).collect();
        let statement = self.shaped(("get", table.name, want.parts()), values, || {
            self.get_statement(org, table, want, bare("id").eq(id), |column| column.eq(id))
        });
        let rows = self.database.read(statement, Reach::Point).await?;
        Ok(assemble(table.resource_type, rows))
    }

    /// Reads with one statement the resource that has that key of a unique attribute, which identity providers ask for
    /// before every write. `key` is a key column of the table.
    pub(super) async fn get_by_key(
        &self,
        org: Org,
        table: &'static Table,
        (key, value): (&'static KeyColumn, Value),
        want: Want,
    ) -> Result<Option<Stored>, DatabaseError> {
        let mut values = vec![org.0.into(), value.clone()];
        for _ in 1..arms(table, want) {
            values.extend([org.0.into(), org.0.into(), value.clone()]);
        }
        let shape = ("get by key", table.name, usize::from(key.number) << 3 | want.parts());
        let statement = self.shaped(shape, values, || {
            let found = Query::select()
                .column(Alias::new("id"))
                .from(Alias::new(table.name))
                .and_where(bare("org").eq(org.0))
                .and_where(bare(key.name).eq(value.clone()))
                .to_owned();
            let test = bare(key.name).eq(value);
            self.get_statement(org, table, want, test, |column| column.in_subquery(found.clone()))
        });
        let rows = self.database.read(statement, Reach::Point).await?;
        Ok(assemble(table.resource_type, rows))
    }

    /// One arm for the resource, which `test` finds, one for each back reference and one for each relation, in which
    /// `of` finds the rows by a column that holds its id. Each is bound to `org` and to what the tests bind.
    fn get_statement(
        &self,
        org: Org,
        table: &'static Table,
        want: Want,
        test: SimpleExpr,
        of: impl Fn(SimpleExpr) -> SimpleExpr,
    ) -> Statement {
        let kind = table.resource_type;
        let mut select = arm(0, table, want.secrets);
        select.and_where(bare("org").eq(org.0)).and_where(test);
        if want.back_references {
            for (index, reference) in kind.back_references.iter().enumerate() {
                if let Some(mut owners) = owners(reference) {
                    owners.and_where(column("m", "org").eq(org.0)).and_where(of(column("m", "member")));
                    select.union(UnionType::All, tagged(owners, 1 + index));
                }
            }
        }
        if want.relations {
            for (index, relation) in table.relations.iter().enumerate() {
                let mut members = Query::select();
                members
                    .expr(Expr::cust((1 + kind.back_references.len() + index).to_string()))
                    .column(Alias::new("member"))
                    .exprs(["0", "0", "0"].map(Expr::cust))
                    .columns(["member_type", "display"].map(Alias::new))
                    .from(Alias::new(relation.name))
                    .and_where(bare("org").eq(org.0))
                    .and_where(of(bare("owner")));
                select.union(UnionType::All, members);
            }
        }
        self.build(&select)
    }

    /// The plan that creates a resource.
    pub fn create_plan(
        &self,
        by: &Actor,
        org: Org,
        table: &'static Table,
        written: &Written,
        relations: &[Delta],
    ) -> Plan {
        let mut plan = Plan::default();
        let mut columns = vec!["org", "id", "version", "created", "last_modified"];
        let mut values: Vec<Value> = vec![
            org.0.into(),
            written.id.into(),
            written.version.into(),
            written.created.into(),
            written.last_modified.into(),
        ];
        for (name, value) in assignments(table, written) {
            columns.push(name);
            values.push(value);
        }
        let insert = self.shaped(("create", table.name, 0), values.clone(), || {
            let insert = Query::insert()
                .into_table(Alias::new(table.name))
                .columns(columns.into_iter().map(Alias::new))
                .values_panic(values.into_iter().map(Expr::val))
                .to_owned();
            self.build(&insert)
        });
        plan.push(insert, Expect::Rows(1, Refusal::Taken(None)));
        for (values, rows) in table.values.iter().zip(&written.encoded.values) {
            for statement in insert_values(self.backend(), values, org.0, written.id, rows.clone()) {
                plan.push(statement, Expect::Any);
            }
        }
        self.push_relations(&mut plan, org, table, written.id, relations);
        let change = Change::new(by, org, table.resource_type.name, "create", written.last_modified);
        self.push_change(&mut plan, change.of(written.id, written.version));
        self.push_counter(&mut plan, org, table, written.id, 1);
        plan
    }

    /// The plan that creates resources which may refer to each other, all or none: first the resources, then their
    /// relation rows. With it, for each step, the index of the resource that it is for.
    pub fn create_plans(
        &self,
        by: &Actor,
        org: Org,
        resources: &[(&'static Table, &Written, &[Delta])],
    ) -> (Plan, Vec<usize>) {
        let mut plan = Plan::default();
        let mut owners = Vec::new();
        for (index, (table, written, _)) in resources.iter().enumerate() {
            plan.steps.extend(self.create_plan(by, org, table, written, &[]).steps);
            owners.resize(plan.steps.len(), index);
        }
        for (index, (table, written, relations)) in resources.iter().enumerate() {
            self.push_relations(&mut plan, org, table, written.id, relations);
            owners.resize(plan.steps.len(), index);
        }
        (plan, owners)
    }

    /// The plan that changes a resource from what `old` was encoded as, if it still has that version.
    #[expect(clippy::too_many_arguments, reason = "who changes what, from what to what")]
    pub fn replace_plan(
        &self,
        by: &Actor,
        org: Org,
        table: &'static Table,
        old: (i64, &Encoded),
        written: &Written,
        relations: &[Delta],
        changes: Option<String>,
    ) -> Plan {
        let mut plan = Plan::default();
        let mut values: Vec<Value> = vec![written.version.into(), written.last_modified.into()];
        values.extend(assignments(table, written).map(|(_, value)| value));
        values.extend([org.0.into(), written.id.into(), old.0.into()]);
        let update = self.shaped(("replace", table.name, 0), values, || {
            let mut update = Query::update();
            update
                .table(Alias::new(table.name))
                .value(Alias::new("version"), written.version)
                .value(Alias::new("last_modified"), written.last_modified);
            for (name, value) in assignments(table, written) {
                update.value(Alias::new(name), value);
            }
            update
                .and_where(bare("org").eq(org.0))
                .and_where(bare("id").eq(written.id))
                .and_where(bare("version").eq(old.0));
            self.build(&update)
        });
        plan.push(update, Expect::Rows(1, Refusal::Changed));
        for ((values, old), new) in table.values.iter().zip(&old.1.values).zip(&written.encoded.values) {
            if old == new {
                continue;
            }
            if !old.is_empty() {
                plan.push(self.delete_rows(values.name, org, "id", written.id), Expect::Any);
            }
            for statement in insert_values(self.backend(), values, org.0, written.id, new.clone()) {
                plan.push(statement, Expect::Any);
            }
        }
        self.push_relations(&mut plan, org, table, written.id, relations);
        let change = Change::new(by, org, table.resource_type.name, "update", written.last_modified);
        self.push_change(&mut plan, Change { changes, ..change.of(written.id, written.version) });
        plan
    }

    /// The plan that deletes a resource and ends its memberships, if it still has that version.
    pub fn delete_plan(
        &self,
        by: &Actor,
        org: Org,
        table: &'static Table,
        id: Uuid,
        old: (i64, &Encoded),
        now: i64,
    ) -> Plan {
        let mut plan = Plan::default();
        let delete = Query::delete()
            .from_table(Alias::new(table.name))
            .and_where(bare("org").eq(org.0))
            .and_where(bare("id").eq(id))
            .and_where(bare("version").eq(old.0))
            .to_owned();
        // First, so that on a server its row lock keeps new memberships out until the commit.
        plan.push(self.build(&delete), Expect::Rows(1, Refusal::Changed));
        for (values, rows) in table.values.iter().zip(&old.1.values) {
            if !rows.is_empty() {
                plan.push(self.delete_rows(values.name, org, "id", id), Expect::Any);
            }
        }
        for relation in table.relations {
            plan.push(self.delete_rows(relation.name, org, "owner", id), Expect::Any);
        }
        self.push_end_of_memberships(&mut plan, by, org, table, id, now);
        let change = Change::new(by, org, table.resource_type.name, "delete", now);
        self.push_change(&mut plan, change.of(id, old.0));
        self.push_counter(&mut plan, org, table, id, -1);
        plan
    }

    pub(super) fn delete_rows(&self, table: &str, org: Org, key: &str, id: Uuid) -> Statement {
        let delete = Query::delete()
            .from_table(Alias::new(table))
            .and_where(bare("org").eq(org.0))
            .and_where(bare(key).eq(id))
            .to_owned();
        self.build(&delete)
    }

    fn push_counter(&self, plan: &mut Plan, org: Org, table: &Table, id: Uuid, by: i64) {
        let slot = match self.backend() {
            DbBackend::Sqlite => 0,
            _ => i64::from(id.as_bytes()[15]) % COUNTER_SLOTS,
        };
        let name = table.resource_type.name;
        let values = vec![org.0.into(), name.into(), slot.into(), by.into(), by.into()];
        let insert = self.shaped(("counter", "", 0), values, || {
            let mut conflict = OnConflict::columns(["org", "resource_type", "slot"].map(Alias::new));
            conflict.value(Alias::new("total"), column(system::COUNTERS, "total").add(by));
            let insert = Query::insert()
                .into_table(Alias::new(system::COUNTERS))
                .columns(["org", "resource_type", "slot", "total"].map(Alias::new))
                .values_panic([org.0.into(), name.into(), slot.into(), by.into()])
                .on_conflict(conflict)
                .to_owned();
            self.build(&insert)
        });
        plan.push(insert, Expect::Any);
    }
}

/// The columns of the resource row that a write sets, besides its key and times.
fn assignments<'a>(table: &'static Table, written: &'a Written) -> impl Iterator<Item = (&'static str, Value)> + 'a {
    let encoded = &written.encoded;
    [("document", Value::from(encoded.document.as_str())), ("secrets", Value::from(written.secrets.clone()))]
        .into_iter()
        .chain(table.label.then(|| ("label", Value::from(encoded.label.clone()))))
        .chain(table.presence.iter().copied().zip(encoded.presence.iter().map(|present| Value::from(*present))))
        .chain(table.keys.iter().map(|key| key.name).zip(encoded.keys.iter().cloned()))
}

/// The statements that insert a resource's value rows.
pub fn insert_values(
    backend: DbBackend,
    table: &'static ValueTable,
    org: i64,
    id: Uuid,
    rows: Vec<Vec<Value>>,
) -> impl Iterator<Item = Statement> {
    let columns = ["org", "id", "ordinal"].into_iter().chain(table.columns.iter().map(|column| column.name));
    let columns: Vec<Alias> = columns.map(Alias::new).collect();
    let mut statements = Vec::new();
    let mut rows = rows.into_iter().enumerate().peekable();
    while rows.peek().is_some() {
        let mut insert = Query::insert();
        insert.into_table(Alias::new(table.name)).columns(columns.clone());
        for (ordinal, row) in rows.by_ref().take(ROWS_PER_INSERT) {
            let key: [Value; 3] = [org.into(), id.into(), (ordinal as i32).into()];
            insert.values_panic(key.into_iter().chain(row).map(Expr::val));
        }
        statements.push(backend.build(&insert));
    }
    statements.into_iter()
}

/// The first SELECT of a read, which gives the resource itself; the arms behind it give rows of the same shape.
fn arm(tag: usize, table: &Table, secrets: bool) -> SelectStatement {
    let mut select = Query::select();
    select
        .expr(Expr::cust(tag.to_string()))
        .columns(["id", "version", "created", "last_modified", "document"].map(Alias::new))
        .from(Alias::new(table.name));
    if secrets {
        select.column(Alias::new("secrets"));
    } else {
        select.expr(Expr::cust("CAST(NULL AS text)"));
    }
    select
}

/// The owners of relation rows with their labels: `id`, `label`, with `m` for the relation rows.
pub(super) fn owners(reference: &BackReference) -> Option<SelectStatement> {
    let owner = table_of(reference.owner)?;
    let relation = owner.relations.get(reference.relation)?;
    let mut select = Query::select();
    select.column((Alias::new("m"), Alias::new("owner")));
    if owner.label {
        select.column((Alias::new("o"), Alias::new("label")));
    } else {
        select.expr(Expr::cust("CAST(NULL AS text)"));
    }
    select.from_as(Alias::new(relation.name), Alias::new("m")).join_as(
        JoinType::InnerJoin,
        Alias::new(owner.name),
        Alias::new("o"),
        column("o", "org")
            .equals((Alias::new("m"), Alias::new("org")))
            .and(column("o", "id").equals((Alias::new("m"), Alias::new("owner")))),
    );
    Some(select)
}

/// The rows of `owners` in the shape of [`arm`].
fn tagged(owners: SelectStatement, tag: usize) -> SelectStatement {
    let mut select = Query::select();
    select
        .expr(Expr::cust(tag.to_string()))
        .column((Alias::new("g"), Alias::new("owner")))
        .exprs(["0", "0", "0"].map(Expr::cust));
    select.column((Alias::new("g"), Alias::new("label")));
    select.expr(Expr::cust("CAST(NULL AS text)"));
    select.from_subquery(owners, Alias::new("g"));
    select
}

fn assemble(kind: &ResourceType, rows: Vec<Row>) -> Option<Stored> {
    let mut stored = Stored {
        back_references: vec![Vec::new(); kind.back_references.len()],
        relations: vec![Vec::new(); kind.relations.len()],
        ..Stored::default()
    };
    let mut found = false;
    for mut row in rows {
        let Some(id) = row.id(1) else { continue };
        let tag = usize::try_from(row.integer(0)).ok()?;
        if tag == 0 {
            found = true;
            stored.id = id;
            stored.version = row.integer(2);
            stored.created = row.integer(3);
            stored.last_modified = row.integer(4);
            stored.document = row.take_text(5).unwrap_or_default();
            stored.secrets = row.take_text(6);
        } else if let Some(owners) = stored.back_references.get_mut(tag - 1) {
            owners.push(Owner { id, label: row.take_text(5) });
        } else if let Some(members) = stored.relations.get_mut(tag - 1 - kind.back_references.len()) {
            members.push(Member { id, kind: row.take_text(5).unwrap_or_default(), display: row.take_text(6) });
        }
    }
    // In one order whatever the engine reads them in, so that a representation is the same each time.
    stored.back_references.iter_mut().for_each(|owners| owners.sort_unstable_by_key(|owner| owner.id));
    stored.relations.iter_mut().for_each(|members| members.sort_unstable_by_key(|member| member.id));
    found.then_some(stored)
}
