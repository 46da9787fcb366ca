//! The tables as they should be, of the system and of each resource type, and the statements that make them.

use sea_orm::{
    DbBackend, Statement,
    sea_query::{Alias, ColumnDef, ColumnType, Index, IndexCreateStatement, Table as SqlTable},
};

use crate::{
    scim::schema::Uniqueness,
    store::{
        database::DatabaseError,
        table::{self, Table},
    },
};

use super::LiveIndex;

/// The column of what documents held of attributes that the schemas no longer have.
pub const RETIRED: &str = "retired";

/// A table as it should be.
#[derive(Clone)]
pub struct TableDefinition {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<ColumnDef>,
    /// The columns of its primary key; empty if a column says so itself.
    pub key: Vec<&'static str>,
    /// Whether the rows are small and read by their key only.
    pub clustered: bool,
    /// Its indexes.
    pub indexes: Vec<IndexDefinition>,
    /// The resource type whose documents fill it, if any.
    pub resource: Option<&'static Table>,
}

/// An index as it should be.
#[derive(Clone)]
pub struct IndexDefinition {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<&'static str>,
    /// Whether it is unique.
    pub unique: bool,
}

/// The tables of a resource type.
pub fn resource_tables(backend: DbBackend, table: &'static Table) -> Vec<TableDefinition> {
    let mut out = vec![TableDefinition {
        name: table.name.to_owned(),
        columns: (table.entity)(backend)
            .into_iter()
            .chain([ColumnDef::new(Alias::new(RETIRED)).text().null().to_owned()])
            .collect(),
        key: vec!["org", "id"],
        clustered: false,
        indexes: table.indexes.iter().map(index).collect(),
        resource: Some(table),
    }];
    out.extend(table.values.iter().map(|values| TableDefinition {
        name: values.name.to_owned(),
        columns: (values.entity)(backend),
        key: vec!["org", "id", "ordinal"],
        clustered: true,
        indexes: values.indexes.iter().map(index).collect(),
        resource: Some(table),
    }));
    out.extend(table.relations.iter().map(|relation| TableDefinition {
        name: relation.name.to_owned(),
        columns: (relation.entity)(backend),
        key: vec!["org", "owner", "member"],
        clustered: true,
        indexes: vec![IndexDefinition {
            name: relation.index.to_owned(),
            columns: vec!["org", "member", "owner"],
            unique: false,
        }],
        resource: None,
    }));
    out
}

fn index(declared: &table::Index) -> IndexDefinition {
    let mut columns = if declared.unique == Uniqueness::Global { vec![] } else { vec!["org"] };
    columns.extend(declared.columns);
    // The id makes sorted pages and keyset cursors walk the index alone.
    if declared.unique == Uniqueness::None {
        columns.push("id");
    }
    IndexDefinition { name: declared.name.to_owned(), columns, unique: declared.unique != Uniqueness::None }
}

pub fn create(backend: DbBackend, table: &TableDefinition) -> Statement {
    let mut create = SqlTable::create();
    create.table(Alias::new(&table.name)).if_not_exists();
    for column in &table.columns {
        create.col(collated(backend, column));
    }
    if !table.key.is_empty() {
        let mut key = Index::create();
        for column in &table.key {
            key.col(Alias::new(*column));
        }
        create.primary_key(&mut key);
    }
    if backend == DbBackend::Sqlite && table.clustered {
        create.extra("WITHOUT ROWID");
    }
    if backend == DbBackend::Postgres && table.resource.is_some_and(|resource| resource.name == table.name) {
        // Room on the page for the next version of a row keeps updates out of the indexes.
        create.extra("WITH (fillfactor=85)");
    }
    backend.build(&create)
}

/// The column with the collation that compares by bytes, where the engine's default is another.
pub fn collated(backend: DbBackend, column: &ColumnDef) -> ColumnDef {
    let mut column = column.clone();
    if backend == DbBackend::Postgres
        && matches!(column.get_column_type(), Some(ColumnType::Text | ColumnType::String(_)))
    {
        column.extra("COLLATE \"C\"");
    }
    column
}

/// Refuses a column that exists with another type.
pub fn same_type(table: &str, name: &str, column: &ColumnDef, live: &str) -> Result<(), DatabaseError> {
    let live_class = match live.to_ascii_lowercase().as_str() {
        kind if kind.contains("bool") => "boolean",
        kind if kind.contains("int") => "integer",
        kind if kind.contains("uuid") => "id",
        kind if kind.contains("text") || kind.contains("char") => "text",
        kind if kind.contains("double") || kind.contains("real") || kind.contains("float") => "decimal",
        _ => return Ok(()),
    };
    let class = match column.get_column_type() {
        Some(ColumnType::Boolean) => "boolean",
        Some(ColumnType::Integer | ColumnType::BigInteger) => "integer",
        Some(ColumnType::Uuid) => "id",
        Some(ColumnType::Text | ColumnType::String(_)) => "text",
        Some(ColumnType::Double) => "decimal",
        _ => return Ok(()),
    };
    if class == live_class {
        return Ok(());
    }
    Err(DatabaseError::Failed(format!(
        "the column {table}.{name} holds {live_class} values and the schemas now ask for {class}: a type cannot change \
         under stored data; give the attribute a new name, or use a new database"
    )))
}

/// The statement that makes an index.
pub fn create_index(backend: DbBackend, table: &str, index: &IndexDefinition) -> Statement {
    let mut create: IndexCreateStatement = Index::create();
    create.name(&index.name).table(Alias::new(table));
    for column in &index.columns {
        create.col(Alias::new(*column));
    }
    if index.unique {
        create.unique();
    }
    backend.build(&create)
}

/// The statement that adds a column.
pub fn add_column(backend: DbBackend, table: &str, column: &ColumnDef) -> Statement {
    let mut column = collated(backend, column);
    backend.build(SqlTable::alter().table(Alias::new(table)).add_column(&mut column))
}

/// The statement that drops a column.
pub fn drop_column(backend: DbBackend, table: &str, column: &str) -> Statement {
    backend.build(SqlTable::alter().table(Alias::new(table)).drop_column(Alias::new(column)))
}

/// The statement that drops a table.
pub fn drop_table(backend: DbBackend, table: &str) -> Statement {
    backend.build(SqlTable::drop().table(Alias::new(table)))
}

/// The statement that gives a table another name.
pub fn rename_table(backend: DbBackend, from: &str, to: &str) -> Statement {
    backend.build(SqlTable::rename().table(Alias::new(from), Alias::new(to)))
}

/// The statement that drops an index.
pub fn drop_index(backend: DbBackend, name: &str) -> Statement {
    backend.build(Index::drop().name(name))
}

/// Whether an index is one that a build made which did not record its name: it is named after its table and columns.
pub fn is_named_after_columns(name: &str, index: &LiveIndex) -> bool {
    /// PostgreSQL cuts longer names in silence.
    const LIMIT: usize = 63;
    let columns = index.columns.iter().map(String::as_str).filter(|column| *column != "org");
    let whole = std::iter::once(index.table.as_str()).chain(columns).collect::<Vec<_>>().join("_");
    name == whole || name.len() == LIMIT && whole.starts_with(name)
}
