//! Creates and evolves the tables at start, additively: what is missing is made, and no stored value is dropped.
//!
//! It runs in one transaction under a lock over the whole database, so that several processes may start at once, and is
//! skipped when the recorded digest of the schemas is the present one. New columns and value tables are filled from the
//! documents; what the schemas no longer have is put aside, and comes back with them. A change that stored resources do
//! not bear stops the start, names them, and changes nothing.

mod clashes;
mod declared;
mod definitions;
mod documents;
mod names;
mod order;
mod relations;
mod statements;
mod tables;
mod work;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use sea_orm::{DbBackend, Statement};
use sha2::{Digest, Sha256};

use crate::scim::generated;

use super::{
    database::{DatabaseError, Row},
    system,
    table::Table,
};

pub(super) use self::work::DIGEST;
pub use self::{
    definitions::{IndexDefinition, TableDefinition},
    work::Work,
};

/// The tables that a database has: the columns of each with their declared types, and all indexes.
#[derive(Debug, Default)]
pub struct Live {
    /// Tables and their columns.
    pub tables: BTreeMap<String, BTreeMap<String, String>>,
    /// Indexes, by their names.
    pub indexes: BTreeMap<String, LiveIndex>,
}

/// An index that a database has.
#[derive(Debug, Default, Clone)]
pub struct LiveIndex {
    /// The table that it is on.
    pub table: String,
    /// Its columns, in their order; empty for an expression.
    pub columns: Vec<String>,
    /// Whether it is unique.
    pub unique: bool,
}

impl Live {
    /// Adds a column of an index, of which a database tells a row each, in their order: index, table, whether the index is
    /// unique, column.
    pub fn add_index_column(&mut self, mut row: Row) {
        let (Some(name), Some(table), unique) = (row.take_text(0), row.take_text(1), row.integer(2) != 0) else {
            return;
        };
        let index = self.indexes.entry(name).or_insert_with(|| LiveIndex { table, columns: Vec::new(), unique });
        index.columns.push(row.take_text(3).unwrap_or_default());
    }
}

/// What an evolution does, in words, a line each.
pub type Report = Arc<Mutex<Vec<String>>>;

/// What a database should hold.
#[derive(Clone)]
pub struct Prepare {
    backend: DbBackend,
    tables: Arc<Vec<TableDefinition>>,
    declared: Arc<declared::Declared>,
    digest: String,
    report: Option<Report>,
}

impl Prepare {
    /// The tables of the system and of those resource types.
    pub fn new(backend: DbBackend, resources: &[&'static Table]) -> Self {
        let mut tables = system::tables(backend);
        for table in resources {
            tables.extend(definitions::resource_tables(backend, table));
        }
        let mut digest = Sha256::new();
        for table in &tables {
            digest.update(definitions::create(backend, table).sql);
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
        let declared = declared::declared(resources.iter().copied());
        // What is kept otherwise need not show in what is published.
        digest.update(serde_json::to_string(&declared).unwrap_or_default());
        let digest = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Self { backend, tables: Arc::new(tables), declared: Arc::new(declared), digest, report: None }
    }

    /// The digest that is recorded in a database with these tables.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Does everything and takes it back in the end, with [`Refusal::Planned`], and reports what it would have done.
    ///
    /// [`Refusal::Planned`]: super::database::Refusal::Planned
    pub fn only_planned(self, report: Report) -> Self {
        Self { report: Some(report), ..self }
    }

    /// Runs the whole of it with a function that runs a statement.
    pub fn run_blocking(
        &self,
        live: Live,
        run: &dyn Fn(&Statement) -> Result<Vec<Row>, DatabaseError>,
    ) -> Result<(), DatabaseError> {
        let mut work = self.clone().begin(live);
        let mut rows = Vec::new();
        while let Some(statement) = work.next(rows)? {
            rows = run(&statement)?;
        }
        Ok(())
    }

    /// Compares what should be with what is, and gives the work that is left.
    pub fn begin(self, live: Live) -> Work {
        // One that has to be run again tells again.
        if let Some(Ok(mut report)) = self.report.as_ref().map(|report| report.lock()) {
            report.clear();
        }
        Work::new(self, live)
    }
}
