//! The seam between the store and the engines: read rows, apply plans.
//!
//! A write is a value: a [`Plan`], an ordered list of statements, each with what it expects. A database applies a plan
//! atomically or not at all, and says which expectation failed. There is no interactive transaction, so every engine
//! retries, groups commits and shares this one mechanism.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicU64, Ordering},
};

use sea_orm::{DbBackend, Statement};
use uuid::Uuid;

use super::{clash::Clash, embedded::Embedded, health::Load, server::Server};

/// A value as an engine gives it.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// NULL
    Null,
    /// Any integer; booleans as 0 and 1.
    Integer(i64),
    /// A double.
    Real(f64),
    /// Text.
    Text(String),
    /// Bytes; an id is sixteen of them.
    Blob(Vec<u8>),
}

/// A row of a result.
#[derive(Debug, Clone, PartialEq)]
pub struct Row(pub Vec<Cell>);

/// Why the database did not do what was asked.
#[derive(Debug, Clone, PartialEq)]
pub enum DatabaseError {
    /// A step of the plan met something else than it expected; nothing was changed.
    Refused(Refusal),
    /// The database cannot be reached, is full, or did not say whether it committed.
    Unavailable(String),
    /// A statement failed for a reason that retrying does not cure.
    Failed(String),
}

/// Which expectation of a plan failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A unique value is taken already: that of an attribute, if a unique index of one says so.
    Taken(Option<Clash>),
    /// The row is gone, or has another version than the plan was made for.
    Changed,
    /// The resource that a relation row points to does not exist (any more).
    TargetGone,
    /// Another build has evolved the database since this process opened it.
    Outdated,
    /// It was to be planned only: it was done and taken back.
    Planned,
}

/// What a step expects of its statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// Any number of rows.
    Any,
    /// That many rows affected, else the refusal. A violated unique index is [`Refusal::Taken`] in any case.
    Rows(u64, Refusal),
    /// Rows, which the outcome carries.
    Read,
}

/// A statement and what it expects.
#[derive(Debug, Clone)]
pub struct Step {
    /// The statement.
    pub statement: Statement,
    /// What it expects.
    pub expect: Expect,
}

/// The statements of one atomic write, in order.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The steps.
    pub steps: Vec<Step>,
}

impl Plan {
    /// Adds a step.
    pub fn push(&mut self, statement: Statement, expect: Expect) {
        self.steps.push(Step { statement, expect });
    }
}

/// A plan among others that are applied together, each of them atomic by itself.
#[derive(Debug, Clone, Default)]
pub struct Job {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The jobs before it, by their index, without which it must not be applied; one that is not before it never is.
    pub needs: Vec<usize>,
}

/// What became of a job.
#[derive(Debug, Clone, PartialEq)]
pub enum Applied {
    /// It is done.
    Done(Outcome),
    /// It was refused, at that step; it changed nothing.
    Failed(usize, DatabaseError),
    /// A job that it needs was not applied.
    Unmet,
    /// It was not tried: a job before it failed, and that was to be the end.
    Left,
}

/// The rows of a plan's [`Expect::Read`] steps, in their order.
pub type Outcome = Vec<Vec<Row>>;

/// How much a read may touch, which decides where the embedded engine runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// A few rows by index: microseconds.
    Point,
    /// It may scan.
    Scan,
}

/// A place that sees every statement: for tests that count them, and for `trace` logging.
pub type Observer = Arc<dyn Fn(&str) + Send + Sync>;

/// Counts statements and shows them to an observer.
#[derive(Default)]
pub struct Watch {
    statements: AtomicU64,
    observer: OnceLock<Observer>,
}

impl Watch {
    /// One statement is about to run.
    pub fn see(&self, sql: &str) {
        self.statements.fetch_add(1, Ordering::Relaxed);
        if let Some(observer) = self.observer.get() {
            observer(sql);
        }
    }
}

/// A database, whichever engine it is.
#[derive(Clone)]
pub struct Database {
    engine: Arc<Engine>,
    watch: Arc<Watch>,
}

enum Engine {
    Embedded(Embedded),
    Server(Server),
}

impl Database {
    /// Opens the database that a setting names: `sqlite:PATH` or `postgres://…`.
    pub async fn open(setting: &str) -> Result<Self, DatabaseError> {
        let watch = Arc::new(Watch::default());
        let engine = if let Some(path) = setting.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            Engine::Embedded(Embedded::open(path.as_ref(), watch.clone())?)
        } else if setting.starts_with("postgres://") || setting.starts_with("postgresql://") {
            Engine::Server(Server::open(setting, watch.clone()).await?)
        } else {
            return Err(DatabaseError::Failed(
                "it must be sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME".to_owned(),
            ));
        };
        Ok(Self { engine: Arc::new(engine), watch })
    }

    /// Whether a setting names a file that is not there: opening would make it.
    pub fn is_to_be_made(setting: &str) -> bool {
        let file = setting.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
        file.is_some_and(|path| !std::path::Path::new(path).exists())
    }

    /// The dialect of the statements that it takes.
    pub fn backend(&self) -> DbBackend {
        match &*self.engine {
            Engine::Embedded(_) => DbBackend::Sqlite,
            Engine::Server(_) => DbBackend::Postgres,
        }
    }

    /// Runs one reading statement.
    pub async fn read(&self, statement: Statement, reach: Reach) -> Result<Vec<Row>, DatabaseError> {
        match &*self.engine {
            Engine::Embedded(embedded) => embedded.read(statement, reach).await,
            Engine::Server(server) => server.read(statement).await,
        }
    }

    /// Applies a plan, atomically; when it returns `Ok`, the plan is durable.
    pub async fn apply(&self, plan: Plan) -> Result<Outcome, DatabaseError> {
        match &*self.engine {
            Engine::Embedded(embedded) => embedded.apply(plan).await,
            Engine::Server(server) => server.apply(plan).await,
        }
    }

    /// Applies jobs in their order, in as few journeys to the disk as the engine can; when it returns `Ok`, what is done is
    /// durable. With `stop` the first that fails is the last that is tried.
    pub async fn apply_all(&self, jobs: Vec<Job>, stop: bool) -> Result<Vec<Applied>, DatabaseError> {
        match &*self.engine {
            Engine::Embedded(embedded) => embedded.apply_all(jobs, stop).await,
            Engine::Server(server) => server.apply_all(jobs, stop).await,
        }
    }

    /// Runs the statements that `prepare` makes of what the database holds, under a lock over the whole database.
    pub async fn evolve(&self, prepare: super::ensure::Prepare) -> Result<(), DatabaseError> {
        match &*self.engine {
            Engine::Embedded(embedded) => embedded.evolve(prepare).await,
            Engine::Server(server) => server.evolve(prepare).await,
        }
    }

    /// Finishes the writes under way and closes the database.
    pub async fn close(&self) {
        match &*self.engine {
            Engine::Embedded(embedded) => embedded.close(),
            Engine::Server(server) => server.close().await,
        }
    }

    /// Shows every statement from now on to an observer; the first one given stays.
    pub fn observe(&self, observer: Observer) {
        let _ = self.watch.observer.set(observer);
    }

    /// What it has under way.
    pub fn load(&self) -> Load {
        match &*self.engine {
            Engine::Embedded(embedded) => embedded.load(),
            Engine::Server(server) => server.load(),
        }
    }

    /// How many statements ran since the database was opened.
    pub fn statements(&self) -> u64 {
        self.watch.statements.load(Ordering::Relaxed)
    }
}

impl Job {
    /// What becomes of the job without being tried, given what became of those before it.
    pub(super) fn prejudged(&self, before: &[Applied], stop: bool) -> Option<Applied> {
        if stop && before.iter().any(|applied| !matches!(applied, Applied::Done(_))) {
            return Some(Applied::Left);
        }
        let met = |need: &usize| matches!(before.get(*need), Some(Applied::Done(_)));
        (!self.needs.iter().all(met)).then_some(Applied::Unmet)
    }
}

impl Row {
    /// The integer in a column; 0 for anything else.
    pub fn integer(&self, column: usize) -> i64 {
        match self.0.get(column) {
            Some(Cell::Integer(value)) => *value,
            _ => 0,
        }
    }

    /// The integer in a column, unless it is NULL.
    pub fn maybe_integer(&self, column: usize) -> Option<i64> {
        match self.0.get(column) {
            Some(Cell::Integer(value)) => Some(*value),
            _ => None,
        }
    }

    /// Takes the text out of a column.
    pub fn take_text(&mut self, column: usize) -> Option<String> {
        match self.0.get_mut(column) {
            Some(cell @ Cell::Text(_)) => match std::mem::replace(cell, Cell::Null) {
                Cell::Text(text) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// The id in a column.
    pub fn id(&self, column: usize) -> Option<Uuid> {
        match self.0.get(column) {
            Some(Cell::Blob(bytes)) => Uuid::from_slice(bytes).ok(),
            _ => None,
        }
    }
}
