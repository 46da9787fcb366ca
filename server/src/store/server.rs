//! A database server through SeaORM: PostgreSQL.
//!
//! A plan is one transaction. It is run in a task of its own, so that a client that hangs up does not leave a commit half
//! awaited, and run again, whole, when the server asks for it (40001, 40P01). Duplicates are told by SQLSTATE.

use std::{sync::Arc, time::Duration};

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, QueryResult, SqlErr,
    Statement, TransactionTrait,
    sqlx::{Column, Row as _, TypeInfo, ValueRef, postgres::PgRow},
};
use uuid::Uuid;

use super::{
    clash,
    database::{Applied, Cell, DatabaseError, Expect, Job, Outcome, Plan, Refusal, Row, Step, Watch},
    ensure::{Live, Prepare},
    health::Load,
};

/// Connections in the pool.
const CONNECTIONS: u32 = 16;
/// How long a request waits for a connection.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
/// A connection that was idle this long is tested before it is used again.
const IDLE_TEST: Duration = Duration::from_secs(30);
/// How often a transaction is run when the server asks to run it again.
const ATTEMPTS: u32 = 10;
/// The lock that one evolving process holds; any number that no other program uses.
const EVOLVE_LOCK: i64 = 0x0073_6369_6d64;

/// A pool of connections to a PostgreSQL server.
pub struct Server {
    connection: DatabaseConnection,
    watch: Arc<Watch>,
}

impl Server {
    /// Connects.
    pub async fn open(url: &str, watch: Arc<Watch>) -> Result<Self, DatabaseError> {
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(CONNECTIONS)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .test_before_acquire(false)
            .test_before_acquire_if_idle_for(IDLE_TEST)
            .sqlx_logging(false)
            .map_sqlx_postgres_opts(|options| options.statement_cache_capacity(512).application_name("scimd"));
        let connection = sea_orm::Database::connect(options).await.map_err(|error| failed(&error))?;
        Ok(Self { connection, watch })
    }

    /// Runs a reading statement.
    pub async fn read(&self, statement: Statement) -> Result<Vec<Row>, DatabaseError> {
        self.watch.see(&statement.sql);
        let rows = self.connection.query_all_raw(statement).await.map_err(|error| failed(&error))?;
        rows.iter().map(decode).collect()
    }

    /// Applies a plan in one transaction.
    pub async fn apply(&self, plan: Plan) -> Result<Outcome, DatabaseError> {
        let shared = Arc::new((self.connection.clone(), self.watch.clone(), plan));
        let run = move || {
            let shared = shared.clone();
            async move { transaction(&shared.0, &shared.1, &shared.2).await }
        };
        repeated(run).await
    }

    /// Applies jobs in one transaction, with a savepoint for each.
    pub async fn apply_all(&self, jobs: Vec<Job>, stop: bool) -> Result<Vec<Applied>, DatabaseError> {
        let shared = Arc::new((self.connection.clone(), self.watch.clone(), jobs));
        let run = move || {
            let shared = shared.clone();
            async move { jobs_in_transaction(&shared.0, &shared.1, &shared.2, stop).await }
        };
        repeated(run).await
    }

    /// Changes the tables, in one transaction and under a lock that every process of the same database takes.
    pub async fn evolve(&self, prepare: Prepare) -> Result<(), DatabaseError> {
        let mut attempt = 1;
        loop {
            let transaction = self.connection.begin().await.map_err(|error| failed(&error))?;
            match evolve(&transaction, &self.watch, prepare.clone()).await {
                Ok(()) => return transaction.commit().await.map_err(|error| failed(&error)),
                // Others work meanwhile, and may hold what this waits for while they wait for it.
                Err(Trouble::Again(_)) if attempt < ATTEMPTS => {
                    transaction.rollback().await.map_err(|error| failed(&error))?;
                    tokio::time::sleep(Duration::from_millis(u64::from(attempt * attempt))).await;
                    attempt += 1;
                }
                Err(Trouble::Again(error) | Trouble::Final(error)) => {
                    transaction.rollback().await.map_err(|error| failed(&error))?;
                    return Err(error);
                }
            }
        }
    }

    /// The connections of the pool.
    pub fn load(&self) -> Load {
        let pool = self.connection.get_postgres_connection_pool();
        Load { pool: Some((pool.size() as usize, pool.num_idle())), ..Load::default() }
    }

    /// Closes the pool.
    pub async fn close(&self) {
        let _ = self.connection.close_by_ref().await;
    }
}

enum Trouble {
    Again(DatabaseError),
    Final(DatabaseError),
}

/// Runs a transaction, in a task of its own, until the server does not ask to run it again.
async fn repeated<T, F>(run: impl Fn() -> F + Send + 'static) -> Result<T, DatabaseError>
where
    T: Send + 'static,
    F: Future<Output = Result<T, Trouble>> + Send + 'static,
{
    tokio::spawn(async move {
        let mut attempt = 1;
        loop {
            match run().await {
                Err(Trouble::Again(_)) if attempt < ATTEMPTS => {
                    tokio::time::sleep(Duration::from_millis(u64::from(attempt * attempt))).await;
                    attempt += 1;
                }
                Err(Trouble::Again(error) | Trouble::Final(error)) => return Err(error),
                Ok(outcome) => return Ok(outcome),
            }
        }
    })
    .await
    .map_err(|error| DatabaseError::Unavailable(error.to_string()))?
}

async fn transaction(connection: &DatabaseConnection, watch: &Watch, plan: &Plan) -> Result<Outcome, Trouble> {
    let transaction = connection.begin().await.map_err(|error| trouble(&error))?;
    let done = steps(&transaction, watch, plan).await.map_err(|(_, error)| error);
    ended(transaction, watch, done).await
}

async fn ended<T>(transaction: DatabaseTransaction, watch: &Watch, done: Result<T, Trouble>) -> Result<T, Trouble> {
    match done {
        Ok(outcome) => {
            watch.see("COMMIT");
            // A commit without an answer may have happened: neither "saved" nor "not saved" is true.
            transaction.commit().await.map_err(|error| trouble(&error))?;
            Ok(outcome)
        }
        Err(error) => {
            let _ = transaction.rollback().await;
            Err(error)
        }
    }
}

async fn jobs_in_transaction(
    connection: &DatabaseConnection,
    watch: &Watch,
    jobs: &[Job],
    stop: bool,
) -> Result<Vec<Applied>, Trouble> {
    let transaction = connection.begin().await.map_err(|error| trouble(&error))?;
    let done = each(&transaction, watch, jobs, stop).await;
    ended(transaction, watch, done).await
}

async fn each(
    transaction: &DatabaseTransaction,
    watch: &Watch,
    jobs: &[Job],
    stop: bool,
) -> Result<Vec<Applied>, Trouble> {
    let run = async |sql: &str| transaction.execute_unprepared(sql).await.map_err(|error| trouble(&error));
    let mut applied = Vec::with_capacity(jobs.len());
    for job in jobs {
        if let Some(prejudged) = job.prejudged(&applied, stop) {
            applied.push(prejudged);
            continue;
        }
        run("SAVEPOINT plan").await?;
        let result = match steps(transaction, watch, &job.plan).await {
            Ok(outcome) => Applied::Done(outcome),
            Err((step, Trouble::Final(error))) if !matches!(error, DatabaseError::Unavailable(_)) => {
                run("ROLLBACK TO SAVEPOINT plan").await?;
                Applied::Failed(step, error)
            }
            Err((_, trouble)) => return Err(trouble),
        };
        run("RELEASE SAVEPOINT plan").await?;
        applied.push(result);
    }
    Ok(applied)
}

/// Runs the steps of a plan; gives the one that failed with its error.
async fn steps(transaction: &DatabaseTransaction, watch: &Watch, plan: &Plan) -> Result<Outcome, (usize, Trouble)> {
    let mut outcome = Vec::new();
    for (index, step) in plan.steps.iter().enumerate() {
        self::step(transaction, watch, step, &mut outcome).await.map_err(|error| (index, error))?;
    }
    Ok(outcome)
}

async fn step(
    transaction: &DatabaseTransaction,
    watch: &Watch,
    step: &Step,
    outcome: &mut Outcome,
) -> Result<(), Trouble> {
    watch.see(&step.statement.sql);
    if step.expect == Expect::Read {
        let rows = transaction.query_all_raw(step.statement.clone()).await.map_err(|error| trouble(&error))?;
        outcome.push(rows.iter().map(decode).collect::<Result<_, _>>().map_err(Trouble::Final)?);
        return Ok(());
    }
    let done = transaction.execute_raw(step.statement.clone()).await.map_err(|error| trouble(&error))?;
    match step.expect {
        Expect::Rows(expected, refusal) if done.rows_affected() != expected => {
            Err(Trouble::Final(DatabaseError::Refused(refusal)))
        }
        _ => Ok(()),
    }
}

async fn evolve(transaction: &DatabaseTransaction, watch: &Watch, prepare: Prepare) -> Result<(), Trouble> {
    let read = async |sql: String| -> Result<Vec<Row>, Trouble> {
        let statement = Statement::from_string(DbBackend::Postgres, sql);
        let rows = transaction.query_all_raw(statement).await.map_err(|error| trouble(&error))?;
        rows.iter().map(decode).collect::<Result<_, _>>().map_err(Trouble::Final)
    };
    transaction
        .execute_unprepared(&format!("SELECT pg_advisory_xact_lock({EVOLVE_LOCK})"))
        .await
        .map_err(|error| trouble(&error))?;
    let mut live = Live::default();
    for mut row in read(
        "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns \
         WHERE table_schema = current_schema()"
            .to_owned(),
    )
    .await?
    {
        if let (Some(table), Some(column), Some(kind)) = (row.take_text(0), row.take_text(1), row.take_text(2)) {
            live.tables.entry(table).or_default().insert(column, kind);
        }
    }
    let indexes = "SELECT i.relname::text, t.relname::text, x.indisunique, a.attname::text FROM pg_index x \
         JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid \
         JOIN pg_namespace n ON n.oid = t.relnamespace \
         CROSS JOIN LATERAL unnest(x.indkey::smallint[]) WITH ORDINALITY AS k (number, place) \
         LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number \
         WHERE n.nspname = current_schema() ORDER BY i.relname, k.place";
    read(indexes.to_owned()).await?.into_iter().for_each(|row| live.add_index_column(row));
    let mut work = prepare.begin(live);
    let mut rows = Vec::new();
    while let Some(statement) = work.next(rows).map_err(Trouble::Final)? {
        watch.see(&statement.sql);
        rows = transaction
            .query_all_raw(statement)
            .await
            .map_err(|error| trouble(&error))?
            .iter()
            .map(decode)
            .collect::<Result<_, _>>()
            .map_err(Trouble::Final)?;
    }
    Ok(())
}

fn decode(row: &QueryResult) -> Result<Row, DatabaseError> {
    let Some(row) = row.try_as_pg_row() else {
        return Err(DatabaseError::Failed("a row of another engine".to_owned()));
    };
    (0..row.columns().len()).map(|column| cell(row, column)).collect::<Result<_, _>>().map(Row)
}

fn cell(row: &PgRow, column: usize) -> Result<Cell, DatabaseError> {
    let wrong = |error: sea_orm::sqlx::Error| DatabaseError::Failed(error.to_string());
    let value = row.try_get_raw(column).map_err(wrong)?;
    if value.is_null() {
        return Ok(Cell::Null);
    }
    let kind = row.column(column).type_info().name().to_owned();
    Ok(match kind.as_str() {
        "INT8" => Cell::Integer(row.try_get(column).map_err(wrong)?),
        "INT4" => Cell::Integer(row.try_get::<i32, _>(column).map_err(wrong)?.into()),
        "INT2" => Cell::Integer(row.try_get::<i16, _>(column).map_err(wrong)?.into()),
        "BOOL" => Cell::Integer(row.try_get::<bool, _>(column).map_err(wrong)?.into()),
        "FLOAT8" => Cell::Real(row.try_get(column).map_err(wrong)?),
        "UUID" => Cell::Blob(row.try_get::<Uuid, _>(column).map_err(wrong)?.as_bytes().to_vec()),
        "BYTEA" => Cell::Blob(row.try_get(column).map_err(wrong)?),
        "VOID" => Cell::Null,
        _ => Cell::Text(row.try_get(column).map_err(wrong)?),
    })
}

fn sqlstate(error: &DbErr) -> Option<String> {
    Some(database_error(error)?.code()?.into_owned())
}

fn database_error(error: &DbErr) -> Option<&dyn sea_orm::sqlx::error::DatabaseError> {
    let (DbErr::Exec(runtime) | DbErr::Query(runtime) | DbErr::Conn(runtime)) = error else { return None };
    match runtime {
        sea_orm::RuntimeErr::SqlxError(error) => error.as_database_error(),
        sea_orm::RuntimeErr::Internal(_) => None,
    }
}

fn trouble(error: &DbErr) -> Trouble {
    match sqlstate(error).as_deref() {
        Some("40001" | "40P01") => Trouble::Again(DatabaseError::Unavailable(error.to_string())),
        _ => Trouble::Final(failed(error)),
    }
}

fn failed(error: &DbErr) -> DatabaseError {
    if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) {
        let clash = database_error(error).and_then(|error| clash::of_index(error.constraint()?));
        return DatabaseError::Refused(Refusal::Taken(clash));
    }
    match sqlstate(error) {
        // Class 53 (no resources), 57 (shutting down) and 08 (connection) pass; others are faults of the statement.
        Some(code) if !["53", "57", "08", "40", "25"].iter().any(|class| code.starts_with(class)) => {
            DatabaseError::Failed(error.to_string())
        }
        _ => DatabaseError::Unavailable(error.to_string()),
    }
}
