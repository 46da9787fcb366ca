//! SQLite in the process.
//!
//! Point reads run in place on the worker's own read-only connection; anything that may scan goes to a blocking thread.
//! One writer thread drains its queue into one transaction, a savepoint a plan, and answers after the fsync: many writers
//! share a journey to the disk. `synchronous=FULL`, since `NORMAL` loses acknowledged commits at a power cut. Checkpoints
//! run on a connection of their own, so that no request waits for one.

use std::{
    cell::RefCell,
    collections::{BTreeMap, btree_map::Entry},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, AtomicUsize, Ordering},
        mpsc,
    },
    thread::JoinHandle,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, ToSql, config::DbConfig, ffi, params_from_iter, types::ToSqlOutput};
use sea_orm::{DbBackend, Statement, Value};
use tokio::sync::oneshot;

use super::{
    clash,
    database::{Applied, Cell, DatabaseError, Expect, Job, Outcome, Plan, Reach, Refusal, Row, Step, Watch},
    ensure::{Live, Prepare},
    health::Load,
};

/// The most plans in one transaction: more would make the first of them wait for the last.
const GROUP: usize = 256;
/// The size of the write-ahead log above which it is checkpointed, in bytes.
const CHECKPOINT_BYTES: u64 = 4 << 20;
/// How often the size of the log is looked at.
const CHECKPOINT_INTERVAL: Duration = Duration::from_millis(200);
/// Prepared statements kept by each connection.
const STATEMENT_CACHE: usize = 256;
/// How long a write waits for another process's lock.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// A SQLite database file.
pub struct Embedded {
    path: PathBuf,
    /// Tells this database's thread-local connections from those of others in the same process.
    number: u64,
    watch: Arc<Watch>,
    jobs: Mutex<Option<mpsc::Sender<Task>>>,
    /// The tasks that are given to the writer and not yet answered.
    waiting: AtomicUsize,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

enum Task {
    Write(Write),
    Evolve(Prepare, Answer<()>),
}

/// What may share a transaction with others.
enum Write {
    One(Plan, Answer<Outcome>),
    Many(Vec<Job>, bool, Answer<Vec<Applied>>),
}

/// A write that is made and not yet committed.
enum Made {
    One(Result<Outcome, DatabaseError>, Answer<Outcome>),
    Many(Vec<Applied>, Answer<Vec<Applied>>),
}

type Answer<T> = oneshot::Sender<Result<T, DatabaseError>>;

thread_local! {
    static READERS: RefCell<BTreeMap<u64, Connection>> = const { RefCell::new(BTreeMap::new()) };
}

static DATABASES: AtomicU64 = AtomicU64::new(0);

impl Embedded {
    /// Opens, and creates if need be, the file at `path`.
    pub fn open(path: &Path, watch: Arc<Watch>) -> Result<Self, DatabaseError> {
        let writer = Connection::open(path)
            .map_err(|error| DatabaseError::Failed(format!("cannot open {}: {error}", path.display())))?;
        let mode: String =
            writer.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0)).map_err(failed)?;
        if mode != "wal" {
            return Err(DatabaseError::Failed(format!("{} cannot use a write-ahead log", path.display())));
        }
        writer.pragma_update(None, "synchronous", "FULL").map_err(failed)?;
        writer.pragma_update(None, "wal_autocheckpoint", 0).map_err(failed)?;
        writer.pragma_update(None, "cache_size", -8_000).map_err(failed)?;
        writer.pragma_update(None, "temp_store", "MEMORY").map_err(failed)?;
        writer.busy_timeout(BUSY_TIMEOUT).map_err(failed)?;
        keep_plans(&writer).map_err(failed)?;

        let (jobs, queue) = mpsc::channel();
        let (stop, stopped) = mpsc::channel();
        let seen = watch.clone();
        let write = std::thread::Builder::new()
            .name("scimd-writer".to_owned())
            .spawn(move || {
                Writer { connection: writer, watch: seen }.run(&queue);
                drop(stop);
            })
            .map_err(|error| DatabaseError::Failed(error.to_string()))?;
        let file = path.to_owned();
        let checkpoint = std::thread::Builder::new()
            .name("scimd-checkpoint".to_owned())
            .spawn(move || checkpoints(&file, &stopped))
            .map_err(|error| DatabaseError::Failed(error.to_string()))?;
        Ok(Self {
            path: path.to_owned(),
            number: DATABASES.fetch_add(1, Ordering::Relaxed),
            watch,
            jobs: Mutex::new(Some(jobs)),
            waiting: AtomicUsize::new(0),
            threads: Mutex::new(vec![write, checkpoint]),
        })
    }

    /// Runs a reading statement: in place, or on a blocking thread if it may scan.
    pub async fn read(&self, statement: Statement, reach: Reach) -> Result<Vec<Row>, DatabaseError> {
        self.watch.see(&statement.sql);
        if reach == Reach::Point {
            return read(&self.path, self.number, &statement);
        }
        let (path, number) = (self.path.clone(), self.number);
        tokio::task::spawn_blocking(move || read(&path, number, &statement))
            .await
            .map_err(|error| DatabaseError::Unavailable(error.to_string()))?
    }

    /// Gives a plan to the writer and waits until it is on the disk.
    pub async fn apply(&self, plan: Plan) -> Result<Outcome, DatabaseError> {
        self.ask(|answer| Task::Write(Write::One(plan, answer))).await
    }

    /// Gives jobs to the writer and waits until they are on the disk.
    pub async fn apply_all(&self, jobs: Vec<Job>, stop: bool) -> Result<Vec<Applied>, DatabaseError> {
        self.ask(|answer| Task::Write(Write::Many(jobs, stop, answer))).await
    }

    /// Gives the writer a change of the tables to make.
    pub async fn evolve(&self, prepare: Prepare) -> Result<(), DatabaseError> {
        self.ask(|answer| Task::Evolve(prepare, answer)).await
    }

    async fn ask<T>(&self, task: impl FnOnce(Answer<T>) -> Task) -> Result<T, DatabaseError> {
        let (answer, answered) = oneshot::channel();
        let closed = || DatabaseError::Unavailable("the database is closed".to_owned());
        {
            let jobs = self.jobs.lock().map_err(|_| closed())?;
            jobs.as_ref().ok_or_else(closed)?.send(task(answer)).map_err(|_| closed())?;
        }
        let _waiting = Waiting::count(&self.waiting);
        answered.await.map_err(|_| closed())?
    }

    /// The writes that wait, and the size of the database and of its log.
    pub fn load(&self) -> Load {
        let mut log = self.path.as_os_str().to_owned();
        log.push("-wal");
        let size = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
        Load {
            writes_waiting: Some(self.waiting.load(Ordering::Relaxed)),
            bytes: Some(size(&self.path) + size(log.as_ref())),
            ..Load::default()
        }
    }

    /// Lets the writer finish what is queued, and ends its thread.
    pub fn close(&self) {
        if let Ok(mut jobs) = self.jobs.lock() {
            jobs.take();
        }
        if let Ok(mut threads) = self.threads.lock() {
            for thread in threads.drain(..) {
                let _ = thread.join();
            }
        }
    }
}

/// A task that waits for the writer, until it is dropped.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn count(all: &'a AtomicUsize) -> Self {
        all.fetch_add(1, Ordering::Relaxed);
        Self(all)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Reads with this thread's own connection, which it opens at its first read.
fn read(path: &Path, number: u64, statement: &Statement) -> Result<Vec<Row>, DatabaseError> {
    READERS.with_borrow_mut(|readers| {
        let reader = match readers.entry(number) {
            Entry::Occupied(open) => open.into_mut(),
            Entry::Vacant(place) => place.insert(open_reader(path).map_err(failed)?),
        };
        query(reader, statement)
    })
}

fn open_reader(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let reader = Connection::open_with_flags(path, flags)?;
    reader.busy_timeout(BUSY_TIMEOUT)?;
    reader.pragma_update(None, "cache_size", -2_000)?;
    reader.pragma_update(None, "mmap_size", 256 << 20)?;
    keep_plans(&reader)?;
    Ok(reader)
}

/// Keeps prepared statements, and their plans whatever is bound to them: otherwise SQLite looks at the values that are
/// bound, and prepares the statement again whenever they change.
fn keep_plans(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

fn query(connection: &Connection, statement: &Statement) -> Result<Vec<Row>, DatabaseError> {
    let mut prepared = connection.prepare_cached(&statement.sql).map_err(failed)?;
    let columns = prepared.column_count();
    let mut rows = prepared.query(params_from_iter(binds(statement))).map_err(failed)?;
    let mut out = Vec::new();
    while let Some(row) = rows.next().map_err(failed)? {
        let mut cells = Vec::with_capacity(columns);
        for column in 0..columns {
            cells.push(match row.get_ref(column).map_err(failed)? {
                rusqlite::types::ValueRef::Null => Cell::Null,
                rusqlite::types::ValueRef::Integer(value) => Cell::Integer(value),
                rusqlite::types::ValueRef::Real(value) => Cell::Real(value),
                rusqlite::types::ValueRef::Text(text) => Cell::Text(match std::str::from_utf8(text) {
                    Ok(text) => text.to_owned(),
                    // Not of this program: it writes none.
                    Err(_) => String::from_utf8_lossy(text).into_owned(),
                }),
                rusqlite::types::ValueRef::Blob(bytes) => Cell::Blob(bytes.to_vec()),
            });
        }
        out.push(Row(cells));
    }
    Ok(out)
}

/// A bound value of a statement, in SQLite's terms.
struct Bind<'a>(&'a Value);

impl ToSql for Bind<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self.0 {
            Value::Bool(value) => value.to_sql(),
            Value::Int(value) => value.to_sql(),
            Value::BigInt(value) => value.to_sql(),
            Value::Unsigned(value) => value.to_sql(),
            Value::Double(value) => value.to_sql(),
            Value::String(value) => value.to_sql(),
            Value::Bytes(value) => value.to_sql(),
            Value::BigUnsigned(value) => match value.map(i64::try_from) {
                Some(Ok(value)) => Ok(ToSqlOutput::from(value)),
                Some(Err(error)) => Err(rusqlite::Error::ToSqlConversionFailure(Box::new(error))),
                None => Ok(ToSqlOutput::from(rusqlite::types::Null)),
            },
            Value::Uuid(value) => Ok(match value {
                Some(id) => ToSqlOutput::from(&id.as_bytes()[..]),
                None => ToSqlOutput::from(rusqlite::types::Null),
            }),
            other => Err(rusqlite::Error::ToSqlConversionFailure(format!("cannot bind {other:?}").into())),
        }
    }
}

fn binds(statement: &Statement) -> impl Iterator<Item = Bind<'_>> {
    statement.values.iter().flat_map(|values| values.0.iter()).map(Bind)
}

struct Writer {
    connection: Connection,
    watch: Arc<Watch>,
}

impl Writer {
    fn run(&mut self, queue: &mpsc::Receiver<Task>) {
        while let Ok(first) = queue.recv() {
            let left = match first {
                Task::Write(write) => self.group(write, queue),
                evolve => Some(evolve),
            };
            if let Some(Task::Evolve(prepare, answer)) = left {
                let _ = answer.send(self.evolve(&prepare));
            }
        }
        // An orderly end leaves one file behind.
        let _ = self.connection.pragma_update_and_check(None, "wal_checkpoint", "TRUNCATE", |_| Ok(()));
    }

    /// Makes a write and all that are waiting behind it in one transaction; gives back a task that is none.
    fn group(&mut self, first: Write, queue: &mpsc::Receiver<Task>) -> Option<Task> {
        if let Err(error) = self.connection.execute_batch("BEGIN IMMEDIATE") {
            let error = unavailable(&error);
            match first {
                Write::One(_, answer) => drop(answer.send(Err(error))),
                Write::Many(.., answer) => drop(answer.send(Err(error))),
            }
            return None;
        }
        let mut left = None;
        let mut made = Vec::new();
        let mut plans = 0;
        let mut next = Some(first);
        while let Some(write) = next.take() {
            plans += self.make(write, &mut made);
            // Some failures (a full disk) end the whole transaction: then nothing of it happened.
            if self.connection.is_autocommit() || plans >= GROUP {
                break;
            }
            match queue.try_recv() {
                Ok(Task::Write(write)) => next = Some(write),
                Ok(other) => left = Some(other),
                Err(_) => {}
            }
        }
        let committed = if self.connection.is_autocommit() {
            Err(DatabaseError::Unavailable("the transaction was rolled back".to_owned()))
        } else {
            self.watch.see("COMMIT");
            self.connection.execute_batch("COMMIT").map_err(|error| {
                let _ = self.connection.execute_batch("ROLLBACK");
                unavailable(&error)
            })
        };
        for made in made {
            match (made, &committed) {
                (Made::One(result @ Err(_), answer), _) => drop(answer.send(result)),
                (Made::One(Ok(outcome), answer), committed) => {
                    drop(answer.send(committed.clone().map(|()| outcome)));
                }
                (Made::Many(applied, answer), committed) => drop(answer.send(committed.clone().map(|()| applied))),
            }
        }
        left
    }

    /// Makes a write, up to the commit; gives the number of its plans.
    fn make(&self, write: Write, made: &mut Vec<Made>) -> usize {
        match write {
            Write::One(plan, answer) => {
                made.push(Made::One(self.apply(&plan).map_err(|(_, error)| error), answer));
                1
            }
            Write::Many(jobs, stop, answer) => {
                let mut applied: Vec<Applied> = Vec::with_capacity(jobs.len());
                for job in &jobs {
                    if self.connection.is_autocommit() {
                        break;
                    }
                    let result = job.prejudged(&applied, stop).unwrap_or_else(|| match self.apply(&job.plan) {
                        Ok(outcome) => Applied::Done(outcome),
                        Err((step, error)) => Applied::Failed(step, error),
                    });
                    applied.push(result);
                }
                made.push(Made::Many(applied, answer));
                jobs.len()
            }
        }
    }

    /// Applies a plan; gives the step that failed with its error.
    fn apply(&self, plan: &Plan) -> Result<Outcome, (usize, DatabaseError)> {
        let savepoint = |sql: &str| {
            let done = self.connection.prepare_cached(sql).and_then(|mut prepared| prepared.execute([]));
            done.map(|_| ()).map_err(|error| (0, unavailable(&error)))
        };
        savepoint("SAVEPOINT plan")?;
        let result = self.steps(plan);
        if result.is_err() && !self.connection.is_autocommit() {
            savepoint("ROLLBACK TO plan")?;
        }
        if !self.connection.is_autocommit() {
            savepoint("RELEASE plan")?;
        }
        result
    }

    fn steps(&self, plan: &Plan) -> Result<Outcome, (usize, DatabaseError)> {
        let mut outcome = Vec::new();
        for (index, step) in plan.steps.iter().enumerate() {
            self.step(step, &mut outcome).map_err(|error| (index, error))?;
        }
        Ok(outcome)
    }

    fn step(&self, step: &Step, outcome: &mut Outcome) -> Result<(), DatabaseError> {
        self.watch.see(&step.statement.sql);
        if step.expect == Expect::Read {
            outcome.push(query(&self.connection, &step.statement)?);
            return Ok(());
        }
        let mut prepared = self.connection.prepare_cached(&step.statement.sql).map_err(failed)?;
        let affected = prepared.execute(params_from_iter(binds(&step.statement))).map_err(failed)? as u64;
        match step.expect {
            Expect::Rows(expected, refusal) if affected != expected => Err(DatabaseError::Refused(refusal)),
            _ => Ok(()),
        }
    }

    fn evolve(&self, prepare: &Prepare) -> Result<(), DatabaseError> {
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(|error| unavailable(&error))?;
        let result = self.prepare_and_run(prepare);
        let end = if result.is_ok() { "COMMIT" } else { "ROLLBACK" };
        self.connection.execute_batch(end).map_err(|error| unavailable(&error))?;
        result
    }

    fn prepare_and_run(&self, prepare: &Prepare) -> Result<(), DatabaseError> {
        let rows = |sql: &str| query(&self.connection, &Statement::from_string(DbBackend::Sqlite, sql));
        let mut live = Live::default();
        for mut row in rows("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")? {
            let (kind, name) = (row.take_text(0).unwrap_or_default(), row.take_text(1).unwrap_or_default());
            if kind == "table" {
                let columns =
                    rows(&format!("SELECT name, type FROM pragma_table_info('{}')", name.replace('\'', "''")))?;
                let columns =
                    columns.into_iter().filter_map(|mut row| Some((row.take_text(0)?, row.take_text(1)?))).collect();
                live.tables.insert(name, columns);
            }
        }
        let indexes = "SELECT m.name, m.tbl_name, l.\"unique\", i.name FROM sqlite_schema m \
             JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name JOIN pragma_index_info(m.name) i \
             WHERE m.type = 'index' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, i.seqno";
        rows(indexes)?.into_iter().for_each(|row| live.add_index_column(row));
        let run = |statement: &Statement| -> Result<Vec<Row>, DatabaseError> {
            self.watch.see(&statement.sql);
            query(&self.connection, statement)
        };
        prepare.run_blocking(live, &run)
    }
}

/// Checkpoints the write-ahead log whenever it has grown, until the writer ends.
fn checkpoints(path: &Path, stopped: &mpsc::Receiver<()>) {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let mut connection = None;
    while let Err(mpsc::RecvTimeoutError::Timeout) = stopped.recv_timeout(CHECKPOINT_INTERVAL) {
        if std::fs::metadata(&log).map_or(0, |log| log.len()) < CHECKPOINT_BYTES {
            continue;
        }
        if connection.is_none() {
            connection = Connection::open(path).ok();
        }
        if let Some(connection) = &connection
            && let Err(error) = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
        {
            tracing::warn!(%error, "the write-ahead log could not be checkpointed; it will be tried again");
        }
    }
}

fn failed(error: rusqlite::Error) -> DatabaseError {
    if let rusqlite::Error::SqliteFailure(failure, words) = &error {
        if matches!(failure.extended_code, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) {
            let clash = words.as_deref().and_then(clash::of_columns);
            return DatabaseError::Refused(Refusal::Taken(clash));
        }
        if matches!(
            failure.code,
            ffi::ErrorCode::DatabaseBusy
                | ffi::ErrorCode::DatabaseLocked
                | ffi::ErrorCode::DiskFull
                | ffi::ErrorCode::SystemIoFailure
        ) {
            return unavailable(&error);
        }
    }
    DatabaseError::Failed(error.to_string())
}

fn unavailable(error: &rusqlite::Error) -> DatabaseError {
    DatabaseError::Unavailable(error.to_string())
}
