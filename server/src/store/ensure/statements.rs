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
        database::Row,
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

/// So many resources behind a key, with their documents.
pub fn page(table: &Table, after: After) -> SelectStatement {
    let mut select = Query::select();
    select
        .columns(["org", "id", "document"].map(Alias::new))
        .from(Alias::new(table.name))
        .order_by(Alias::new("org"), Order::Asc)
        .order_by(Alias::new("id"), Order::Asc)
        .limit(PAGE);
    if let Some((org, id)) = after {
        select.and_where(bare("org").gt(org).or(bare("org").eq(org).and(bare("id").gt(id))));
    }
    select
}

/// Where the next page begins, if this one is full.
pub fn last(rows: &[Row]) -> After {
    let full = rows.len() as u64 == PAGE;
    rows.last().filter(|_| full).and_then(|row| Some((row.integer(0), row.id(1)?)))
}

/// The resources whose values of a unique index are not theirs alone.
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
        .from(Alias::new(table.name))
        .and_where(Expr::tuple(columns().map(Expr::col)).in_subquery(twice))
        .order_by(Alias::new("org"), Order::Asc)
        .order_by(Alias::new("id"), Order::Asc)
        // Enough to name as many as are named, and to count that there are more.
        .limit(NAMED as u64 * 2)
        .to_owned()
}

/// The columns that are read from a document.
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
