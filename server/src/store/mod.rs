//! All SQL, and nothing but SQL.
//!
//! Every function takes the organisation, and every statement begins its conditions with it. Statements are made with
//! SeaORM's query builder; [`database`] runs them, in the process ([`embedded`]) or on a server ([`server`]).

pub mod audit;
pub mod clash;
pub mod credentials;
pub mod database;
pub mod embedded;
pub mod ensure;
pub mod filter;
pub mod generated;
pub mod health;
pub mod list;
pub mod names;
pub mod organisations;
pub mod records;
pub mod relations;
pub mod requests;
pub mod resources;
pub mod server;
pub mod settings;
pub mod signing_keys;
pub mod system;
pub mod table;
pub mod walk;

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, RwLock},
};

use sea_orm::{
    DbBackend, Statement, StatementBuilder, Value,
    sea_query::{Alias, Expr, SimpleExpr},
};

use uuid::Uuid;

use self::{
    database::{Database, DatabaseError, Refusal},
    ensure::Prepare,
    table::Table,
};

/// An organisation: the first part of every key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Org(pub i64);

/// Who does something, for the records.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The credential, if it is one of scimd's.
    pub credential: Option<Uuid>,
    /// What it is called.
    pub name: Arc<str>,
    /// The address that the request came from.
    pub source: Option<IpAddr>,
    /// The id of the request.
    pub request: Arc<str>,
}

impl Actor {
    /// The server itself, when it starts.
    pub fn start() -> Self {
        Self { name: Arc::from("start"), ..Self::command() }
    }

    /// Who uses a command on the server's machine.
    pub fn command() -> Self {
        Self { credential: None, name: Arc::from("command line"), source: None, request: Arc::from("") }
    }
}

/// The store.
#[derive(Clone)]
pub struct Store {
    database: Database,
    texts: Arc<RwLock<HashMap<Shape, Arc<str>>>>,
    /// Of the tables that this version made.
    digest: Arc<str>,
}

/// What tells apart the statements whose text never changes: what they do, to which table, with how many rows or parts.
type Shape = (&'static str, &'static str, usize);

impl Store {
    /// Opens the database that a setting names, and creates or evolves its tables.
    pub async fn open(setting: &str) -> Result<Self, DatabaseError> {
        let database = Database::open(setting).await?;
        let prepare = Prepare::new(database.backend(), generated::TABLES);
        let digest = Arc::from(prepare.digest());
        database.evolve(prepare).await?;
        Ok(Self { database, texts: Arc::default(), digest })
    }

    /// What opening would change of a database, a line each; nothing is changed.
    pub async fn plan(setting: &str) -> Result<Vec<String>, DatabaseError> {
        let report = ensure::Report::default();
        let prepare = |backend| Prepare::new(backend, generated::TABLES).only_planned(report.clone());
        let planned = if Database::is_to_be_made(setting) {
            // There is nothing that a statement could find.
            prepare(DbBackend::Sqlite).run_blocking(ensure::Live::default(), &|_| Ok(Vec::new()))
        } else {
            let database = Database::open(setting).await?;
            let planned = database.evolve(prepare(database.backend())).await;
            database.close().await;
            planned
        };
        match planned {
            Ok(()) | Err(DatabaseError::Refused(Refusal::Planned)) => {}
            Err(error) => return Err(error),
        }
        Ok(report.lock().map(|report| report.clone()).unwrap_or_default())
    }

    /// The database, for those who count its statements or close it.
    pub fn database(&self) -> &Database {
        &self.database
    }

    fn backend(&self) -> DbBackend {
        self.database.backend()
    }

    /// A statement whose text depends on its shape alone, built once; `values` in the order of its placeholders.
    fn shaped(&self, shape: Shape, values: Vec<Value>, build: impl FnOnce() -> Statement) -> Statement {
        let known = self.texts.read().ok().and_then(|texts| texts.get(&shape).cloned());
        let Some(text) = known else {
            let statement = build();
            if let Ok(mut texts) = self.texts.write() {
                texts.insert(shape, Arc::from(statement.sql.as_str()));
            }
            return statement;
        };
        Statement::from_sql_and_values(self.backend(), &*text, values)
    }

    fn build(&self, statement: &impl StatementBuilder) -> Statement {
        self.backend().build(statement)
    }
}

/// The tables of the resource type of that name.
pub fn table_of(resource_type: &str) -> Option<&'static Table> {
    generated::TABLES.iter().copied().find(|table| table.resource_type.name == resource_type)
}

/// A column of a table or alias.
fn column(table: &str, name: &str) -> SimpleExpr {
    SimpleExpr::from(Expr::col((Alias::new(table), Alias::new(name))))
}

/// A column.
fn bare(name: &str) -> SimpleExpr {
    SimpleExpr::from(Expr::col(Alias::new(name)))
}
