//! The statements of an evolution that depend on nothing but their arguments.

use sea_orm::{
    DbBackend, Statement, Value,
    sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement},
};
use uuid::Uuid;

use crate::{
    scim::schema::{Attribute, Role},
    store::{
        bare,
        database::{Cell, Row},
        system,
        table::{Encoded, Table},
    },
};

use super::definitions::IndexDefinition;

/// Resources read at a time.
const PAGE: u64 = 500;
/// How many resources that do not bear a change are named.
pub const NAMED: usize = 50;
/// How long tokens of the first version hold, in microseconds.
const FORMER_LIFETIME: i64 = 3_650 * 86_400_000_000;

/// Where a walk over the resources of a table goes on.
pub type After = Option<(i64, Uuid)>;

/// So many resources behind a key, with their documents and further columns.
pub fn page<'a>(table: &Table, after: After, further: impl IntoIterator<Item = &'a str>) -> SelectStatement {
    let mut select = Query::select();
    select
        .columns(["org", "id", "document"].into_iter().chain(further).map(Alias::new))
        .from(Alias::new(table.name))
        .order_by(Alias::new("org"), Order::Asc)
        .order_by(Alias::new("id"), Order::Asc)
        .limit(PAGE);
    if let Some((org, id)) = after {
        // As one row value, which both engines look up in the primary key.
        let place = Expr::tuple(["org", "id"].map(bare));
        select.and_where(place.gt(Expr::tuple([Expr::val(org), Expr::val(id)])));
    }
    select
}

/// Where the next page begins, if this one is full.
pub fn last(rows: &[Row]) -> After {
    let full = rows.len() as u64 == PAGE;
    rows.last().filter(|_| full).and_then(|row| Some((row.integer(0), row.id(1)?)))
}

/// How many rows a SELECT has without its limit, in its last column.
const ALL: &str = "COUNT(*) OVER ()";

/// The resources whose values of a unique index are not theirs alone: as many as are named, each with how many there are.
pub fn shared(table: &Table, index: &IndexDefinition) -> SelectStatement {
    let columns = || index.columns.iter().map(|column| Alias::new(*column));
    let mut twice = Query::select();
    twice.columns(columns()).from(Alias::new(table.name)).group_by_columns(columns());
    for column in index.columns.iter().filter(|column| **column != "org") {
        twice.and_where(bare(column).is_not_null());
    }
    twice.and_having(Expr::cust("COUNT(*) > 1"));
    Query::select()
        .columns(["org", "id"].map(Alias::new))
        .expr(Expr::cust(ALL))
        .from(Alias::new(table.name))
        .and_where(Expr::tuple(columns().map(Expr::col)).in_subquery(twice))
        .order_by(Alias::new("org"), Order::Asc)
        .order_by(Alias::new("id"), Order::Asc)
        .limit(NAMED as u64)
        .to_owned()
}

/// The owners of the rows of a relation: as many as are named, each with how many there are.
pub fn owners(relation: &str) -> SelectStatement {
    let columns = || ["org", "owner"].map(Alias::new);
    Query::select()
        .columns(columns())
        .expr(Expr::cust(ALL))
        .from(Alias::new(relation))
        .group_by_columns(columns())
        .order_by(Alias::new("org"), Order::Asc)
        .order_by(Alias::new("owner"), Order::Asc)
        .limit(NAMED as u64)
        .to_owned()
}

/// Keeps others from writing to tables until the end; they may read. SQLite has one writer in any case.
pub fn hold<'a>(backend: DbBackend, tables: impl Iterator<Item = &'a str>) -> Option<Statement> {
    let tables = tables.map(|table| format!("\"{table}\"")).collect::<Vec<_>>().join(", ");
    let sql = format!("LOCK TABLE {tables} IN EXCLUSIVE MODE");
    (backend == DbBackend::Postgres && !tables.is_empty()).then(|| Statement::from_string(backend, sql))
}

/// Forgets what a table holds of organisations that are deleted.
pub fn forget_deleted(backend: DbBackend, table: &str) -> Statement {
    let deleted = Query::select()
        .column(Alias::new("id"))
        .from(Alias::new(system::ORGANISATIONS))
        .and_where(bare("deleted").is_not_null())
        .to_owned();
    let forget = Query::delete().from_table(Alias::new(table)).and_where(bare("org").in_subquery(deleted)).to_owned();
    backend.build(&forget)
}

/// Whether a column holds a value that is read from a document.
pub fn holds(cell: Option<&Cell>, value: &Value) -> bool {
    match (cell, value) {
        (Some(Cell::Integer(cell)), Value::Bool(Some(value))) => *cell == i64::from(*value),
        (Some(Cell::Integer(cell)), Value::BigInt(Some(value))) => cell == value,
        (Some(Cell::Real(cell)), Value::Double(Some(value))) => cell == value,
        (Some(Cell::Text(cell)), Value::String(Some(value))) => cell == value.as_str(),
        (Some(Cell::Null), Value::Bool(None) | Value::BigInt(None) | Value::Double(None) | Value::String(None)) => true,
        _ => false,
    }
}

/// The names of the columns that are read from a document, in the order of [`columns`].
pub fn own_columns(table: &'static Table) -> impl Iterator<Item = &'static str> {
    table.presence.iter().copied().chain(table.keys.iter().map(|key| key.name)).chain(table.label.then_some("label"))
}

/// The columns that are read from a document, with what they should hold.
pub fn columns<'a>(
    table: &'static Table,
    encoded: &'a Encoded,
) -> impl Iterator<Item = (&'static str, Value)> + use<'a> {
    let presence = table.presence.iter().zip(&encoded.presence).map(|(name, present)| (*name, Value::from(*present)));
    let keys = table.keys.iter().zip(&encoded.keys).map(|(key, value)| (key.name, value.clone()));
    let label = table.label.then(|| ("label", Value::from(encoded.label.clone())));
    presence.chain(keys).chain(label)
}

/// The path of the attribute of that number, as clients write it.
pub fn path_of(level: &[Attribute], number: u16) -> Option<String> {
    level.iter().find_map(|attribute| {
        if attribute.number == number {
            return Some(attribute.name.to_owned());
        }
        let separator = if attribute.role == Role::Extension { ':' } else { '.' };
        path_of(attribute.sub_attributes, number).map(|rest| format!("{}{separator}{rest}", attribute.name))
    })
}

/// Makes credentials of the tokens of a database of the first version. They had no end: they get ten years from their
/// making, and every right, which is what they had.
pub fn former_tokens(backend: DbBackend) -> [Statement; 2] {
    let id = match backend {
        DbBackend::Sqlite => "randomblob(16)",
        _ => "gen_random_uuid()",
    };
    let (from, to) = (system::FORMER_TOKENS, system::CREDENTIALS);
    let copy = format!(
        "INSERT INTO {to} (id, org, kind, name, hash, scopes, created, creator, expires, subject_type, subject) SELECT {id}, \
         org, 'token', name, hash, 'read write', created, 'before', created + {FORMER_LIFETIME}, subject_type, subject \
         FROM {from}"
    );
    [copy, format!("DELETE FROM {from}")].map(|sql| Statement::from_string(backend, sql))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::store::{ensure::definitions, table_of};

    /// A page costs the same wherever it is.
    #[test]
    fn the_next_page_is_looked_up_in_the_primary_key() {
        let table = table_of("User").unwrap();
        let connection = Connection::open_in_memory().unwrap();
        let definition = &definitions::resource_tables(DbBackend::Sqlite, table)[0];
        connection.execute_batch(&definitions::create(DbBackend::Sqlite, definition).sql).unwrap();
        let select = DbBackend::Sqlite.build(&page(table, Some((1, Uuid::nil())), []));
        let mut explain = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", select.sql)).unwrap();
        let plan = explain.raw_query().next().unwrap().unwrap().get::<_, String>(3).unwrap();
        assert!(plan.starts_with("SEARCH users USING INDEX") && plan.contains("(org,id)>(?,?)"), "{plan}");
    }
}
