//! Creates and evolves the tables at start, additively: what is missing is made, nothing is dropped.
//!
//! It runs in one transaction under a lock over the whole database, so that several processes may start at once, and is
//! skipped when the recorded digest of the schemas is the present one. New columns and value tables are filled from the
//! documents. A change that cannot be made stops the start with the exact conflict and changes nothing.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use sea_orm::{
    DbBackend, Statement, Value,
    sea_query::{Alias, ColumnDef, ColumnType, Expr, ExprTrait, Index, Order, Query, Table as SqlTable},
};
use sha2::{Digest, Sha256};

use crate::scim::{generated, render, schema::Uniqueness};

use super::{
    database::{DatabaseError, Row},
    system,
    table::Table,
};

/// Resources read at a time when new columns are filled.
const BACKFILL: u64 = 500;
/// How long tokens of the first version hold, in microseconds.
const FORMER_LIFETIME: i64 = 3_650 * 86_400_000_000;
/// The name of the setting that holds the digest of the schemas.
pub(super) const DIGEST: &str = "schemas";

/// The tables that a database has: the columns of each with their declared types, and the names of all indexes.
#[derive(Debug, Default)]
pub struct Live {
    /// Tables and their columns.
    pub tables: BTreeMap<String, BTreeMap<String, String>>,
    /// Indexes.
    pub indexes: BTreeSet<String>,
}

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

/// What a database should hold.
#[derive(Clone)]
pub struct Prepare {
    backend: DbBackend,
    tables: Arc<Vec<TableDefinition>>,
    digest: String,
}

impl Prepare {
    /// The tables of the system and of those resource types.
    pub fn new(backend: DbBackend, resources: &[&'static Table]) -> Self {
        let mut tables = system::tables(backend);
        for table in resources {
            tables.extend(resource_tables(backend, table));
        }
        let mut digest = Sha256::new();
        for table in &tables {
            digest.update(create(backend, table).sql);
            for index in &table.indexes {
                digest.update(format!("{} {:?} {}", index.name, index.columns, index.unique));
            }
        }
        for schema in generated::SCHEMAS {
            digest.update(schema.document);
        }
        for kind in generated::RESOURCE_TYPES {
            digest.update(kind.document);
        }
        let digest = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Self { backend, tables: Arc::new(tables), digest }
    }

    /// The digest that is recorded in a database with these tables.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Runs the whole of it with a function that runs a statement.
    pub fn run_blocking(
        &self,
        live: Live,
        run: &dyn Fn(&Statement) -> Result<Vec<Row>, DatabaseError>,
    ) -> Result<(), DatabaseError> {
        let mut work = self.clone().begin(live)?;
        let mut rows = Vec::new();
        while let Some(statement) = work.next(rows)? {
            rows = run(&statement)?;
        }
        Ok(())
    }

    /// Compares what should be with what is, and gives the work that is left.
    pub fn begin(self, live: Live) -> Result<Work, DatabaseError> {
        let mut work = Work { backend: self.backend, tasks: VecDeque::new(), reading: None };
        if live.tables.contains_key(system::SETTINGS) {
            work.tasks.push_back(Task::Compare);
        }
        work.tasks.push_back(Task::Evolve(self, live));
        Ok(work)
    }
}

enum Task {
    /// Reads the recorded digest.
    Compare,
    Evolve(Prepare, Live),
    Run(Statement),
    /// Fills new columns and value tables from the documents behind a key.
    Fill {
        table: &'static Table,
        added: Arc<BTreeSet<String>>,
        after: Option<(i64, uuid::Uuid)>,
    },
}

enum Reading {
    Digest,
    Documents { table: &'static Table, added: Arc<BTreeSet<String>> },
}

/// The statements that are left to run.
pub struct Work {
    backend: DbBackend,
    tasks: VecDeque<Task>,
    reading: Option<Reading>,
}

impl Work {
    /// The next statement, given the rows of the one before; none when all is done.
    pub fn next(&mut self, rows: Vec<Row>) -> Result<Option<Statement>, DatabaseError> {
        match self.reading.take() {
            Some(Reading::Digest) => self.compare(rows),
            Some(Reading::Documents { table, added }) => self.fill(table, added, rows),
            None => {}
        }
        loop {
            match self.tasks.pop_front() {
                None => return Ok(None),
                Some(Task::Run(statement)) => return Ok(Some(statement)),
                Some(Task::Compare) => {
                    self.reading = Some(Reading::Digest);
                    let statement = Query::select()
                        .column(Alias::new("value"))
                        .from(Alias::new(system::SETTINGS))
                        .and_where(Expr::col(Alias::new("name")).eq(DIGEST))
                        .to_owned();
                    return Ok(Some(self.backend.build(&statement)));
                }
                Some(Task::Evolve(prepare, live)) => self.evolve(&prepare, &live)?,
                Some(Task::Fill { table, added, after }) => {
                    self.reading = Some(Reading::Documents { table, added });
                    let column = |name: &str| Expr::col(Alias::new(name));
                    let mut select = Query::select();
                    select
                        .columns(["org", "id", "document"].map(Alias::new))
                        .from(Alias::new(table.name))
                        .order_by(Alias::new("org"), Order::Asc)
                        .order_by(Alias::new("id"), Order::Asc)
                        .limit(BACKFILL);
                    if let Some((org, id)) = after {
                        select.and_where(column("org").gt(org).or(column("org").eq(org).and(column("id").gt(id))));
                    }
                    return Ok(Some(self.backend.build(&select)));
                }
            }
        }
    }

    fn compare(&mut self, mut rows: Vec<Row>) {
        let recorded = rows.first_mut().and_then(|row| row.take_text(0));
        if let Some(Task::Evolve(prepare, _)) = self.tasks.front()
            && recorded.as_ref() == Some(&prepare.digest)
        {
            self.tasks.clear();
        }
    }

    fn evolve(&mut self, prepare: &Prepare, live: &Live) -> Result<(), DatabaseError> {
        let mut fills: BTreeMap<&str, (&'static Table, BTreeSet<String>)> = BTreeMap::new();
        for table in prepare.tables.iter() {
            let mut fill = |name: String| {
                if let Some(resource) = table.resource
                    && live.tables.contains_key(resource.name)
                {
                    fills.entry(resource.name).or_insert_with(|| (resource, BTreeSet::new())).1.insert(name);
                }
            };
            match live.tables.get(&table.name) {
                None => {
                    self.tasks.push_back(Task::Run(create(self.backend, table)));
                    fill(table.name.clone());
                }
                Some(columns) => {
                    for column in &table.columns {
                        let name = column.get_column_name();
                        match columns.get(&name) {
                            Some(kind) => same_type(&table.name, &name, column, kind)?,
                            None => {
                                let mut column = collated(self.backend, column);
                                let alter =
                                    SqlTable::alter().table(Alias::new(&table.name)).add_column(&mut column).to_owned();
                                self.tasks.push_back(Task::Run(self.backend.build(&alter)));
                                fill(name);
                            }
                        }
                    }
                }
            }
        }
        if live.tables.contains_key(system::FORMER_TOKENS) {
            self.tasks.extend(former_tokens(self.backend).map(Task::Run));
        }
        for (resource, added) in fills.into_values() {
            self.tasks.push_back(Task::Fill { table: resource, added: Arc::new(added), after: None });
        }
        // Indexes last: filling an indexed table is slower, and a clash is found once.
        for table in prepare.tables.iter() {
            for index in table.indexes.iter().filter(|index| !live.indexes.contains(&index.name)) {
                let mut create = Index::create();
                create.name(&index.name).table(Alias::new(&table.name));
                for column in &index.columns {
                    create.col(Alias::new(*column));
                }
                if index.unique {
                    create.unique();
                }
                self.tasks.push_back(Task::Run(self.backend.build(&create)));
            }
        }
        let forget = Query::delete()
            .from_table(Alias::new(system::SETTINGS))
            .and_where(Expr::col(Alias::new("name")).eq(DIGEST))
            .to_owned();
        let record = Query::insert()
            .into_table(Alias::new(system::SETTINGS))
            .columns(["name", "value"].map(Alias::new))
            .values_panic([DIGEST.into(), prepare.digest.as_str().into()])
            .to_owned();
        self.tasks.push_back(Task::Run(self.backend.build(&forget)));
        self.tasks.push_back(Task::Run(self.backend.build(&record)));
        Ok(())
    }

    fn fill(&mut self, table: &'static Table, added: Arc<BTreeSet<String>>, rows: Vec<Row>) {
        let mut front = Vec::new();
        let mut last = None;
        let full = rows.len() as u64 == BACKFILL;
        for mut row in rows {
            let (org, id, document) = (row.integer(0), row.id(1), row.take_text(2));
            let (Some(id), Some(document)) = (id, document) else { continue };
            last = Some((org, id));
            let Ok(resource) = render::parse_document(table.resource_type, &document) else { continue };
            let encoded = (table.encode)(resource);
            let mut update = Query::update();
            update.table(Alias::new(table.name));
            let mut changed = false;
            let presence =
                table.presence.iter().zip(&encoded.presence).map(|(name, present)| (*name, Value::from(*present)));
            let keys = table.keys.iter().zip(encoded.keys).map(|(key, value)| (key.name, value));
            let label = table.label.then(|| ("label", Value::from(encoded.label.clone())));
            for (name, value) in presence.chain(keys).chain(label) {
                if added.contains(name) {
                    update.value(Alias::new(name), value);
                    changed = true;
                }
            }
            if changed {
                update.and_where(Expr::col(Alias::new("org")).eq(org)).and_where(Expr::col(Alias::new("id")).eq(id));
                front.push(Task::Run(self.backend.build(&update)));
            }
            for (values, rows) in table.values.iter().zip(encoded.values) {
                if added.contains(values.name) {
                    front.extend(super::resources::insert_values(self.backend, values, org, id, rows).map(Task::Run));
                }
            }
        }
        if full {
            front.push(Task::Fill { table, added, after: last });
        }
        for task in front.into_iter().rev() {
            self.tasks.push_front(task);
        }
    }
}

/// Makes credentials of the tokens of a database of the first version. They had no end: they get ten years from their
/// making, and every right, which is what they had.
fn former_tokens(backend: DbBackend) -> [Statement; 2] {
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

/// The tables of a resource type.
fn resource_tables(backend: DbBackend, table: &'static Table) -> Vec<TableDefinition> {
    let index = |of: &str, columns: Vec<&'static str>, unique: bool| IndexDefinition {
        name: format!(
            "{of}_{}",
            columns.iter().filter(|column| **column != "org").copied().collect::<Vec<_>>().join("_")
        ),
        columns,
        unique,
    };
    let mut out = vec![TableDefinition {
        name: table.name.to_owned(),
        columns: (table.entity)(backend),
        key: vec!["org", "id"],
        clustered: false,
        indexes: table
            .indexes
            .iter()
            .map(|declared| {
                let mut columns = if declared.unique == Uniqueness::Global { vec![] } else { vec!["org"] };
                columns.extend(declared.columns);
                // The id makes sorted pages and keyset cursors walk the index alone.
                if declared.unique == Uniqueness::None {
                    columns.push("id");
                }
                index(table.name, columns, declared.unique != Uniqueness::None)
            })
            .collect(),
        resource: Some(table),
    }];
    out.extend(table.values.iter().map(|values| {
        TableDefinition {
            name: values.name.to_owned(),
            columns: (values.entity)(backend),
            key: vec!["org", "id", "ordinal"],
            clustered: true,
            indexes: values
                .indexes
                .iter()
                .map(|columns| {
                    let columns = std::iter::once("org").chain(columns.iter().copied()).chain(["id"]).collect();
                    index(values.name, columns, false)
                })
                .collect(),
            resource: Some(table),
        }
    }));
    out.extend(table.relations.iter().map(|relation| TableDefinition {
        name: relation.name.to_owned(),
        columns: (relation.entity)(backend),
        key: vec!["org", "owner", "member"],
        clustered: true,
        indexes: vec![index(relation.name, vec!["org", "member", "owner"], false)],
        resource: None,
    }));
    out
}

fn create(backend: DbBackend, table: &TableDefinition) -> Statement {
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
fn collated(backend: DbBackend, column: &ColumnDef) -> ColumnDef {
    let mut column = column.clone();
    if backend == DbBackend::Postgres
        && matches!(column.get_column_type(), Some(ColumnType::Text | ColumnType::String(_)))
    {
        column.extra("COLLATE \"C\"");
    }
    column
}

/// Refuses a column that exists with another type.
fn same_type(table: &str, name: &str, column: &ColumnDef, live: &str) -> Result<(), DatabaseError> {
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
