//! Creates and evolves the tables at start, additively: what is missing is made, and no stored value is dropped.
//!
//! It runs in one transaction under a lock over the whole database, so that several processes may start at once, and is
//! skipped when the recorded digest of the schemas is the present one. New columns and value tables are filled from the
//! documents; what the schemas no longer have is put aside, and comes back with them. A change that stored resources do
//! not bear stops the start, names them, and changes nothing.

mod declared;
mod definitions;
mod documents;
mod statements;
mod work;

use std::{
    collections::{BTreeMap, BTreeSet},
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

/// The tables that a database has: the columns of each with their declared types, and the names of all indexes.
#[derive(Debug, Default)]
pub struct Live {
    /// Tables and their columns.
    pub tables: BTreeMap<String, BTreeMap<String, String>>,
    /// Indexes.
    pub indexes: BTreeSet<String>,
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
        let digest = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let declared = declared::declared(resources.iter().map(|table| table.resource_type));
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
        Work::new(self, live)
    }
}
