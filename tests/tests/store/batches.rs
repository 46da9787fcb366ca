//! Plans that are applied together: each by itself, in order, in one commit.

use scimd::store::database::{Applied, Cell, DatabaseError, Expect, Job, Plan, Reach, Refusal};
use sea_orm::{DbBackend, Statement};
use tests::Database;

use crate::fixture::Fixture;

fn statement(backend: DbBackend, sql: String) -> Statement {
    Statement::from_string(backend, sql)
}

/// A plan that inserts settings, one a step; a name that is there already is refused.
fn insert(backend: DbBackend, names: &[&str]) -> Plan {
    let mut plan = Plan::default();
    for name in names {
        let sql = format!("INSERT INTO settings (name, value) VALUES ('{name}', 'x')");
        plan.push(statement(backend, sql), Expect::Rows(1, Refusal::Taken(None)));
    }
    plan
}

fn job(plan: Plan, needs: &[usize]) -> Job {
    Job { plan: plan.into(), needs: needs.to_vec() }
}

async fn names(fixture: &Fixture) -> Vec<String> {
    let database = fixture.service.store.database();
    let sql = "SELECT name FROM settings WHERE value = 'x' ORDER BY name".to_owned();
    let rows = database.read(statement(database.backend(), sql), Reach::Scan).await.unwrap();
    rows.into_iter().filter_map(|mut row| row.take_text(0)).collect()
}

const TAKEN: DatabaseError = DatabaseError::Refused(Refusal::Taken(None));

macro_rules! on_both {
    ($(async fn $name:ident($database:ident) $body:block)+) => {
        $(async fn $name($database: Database) $body)+
        mod sqlite { $(#[tokio::test] async fn $name() { super::$name(tests::Database::Sqlite).await; })+ }
        mod postgres { $(#[tokio::test] async fn $name() { super::$name(tests::Database::Postgres).await; })+ }
    };
}

on_both! {
    async fn a_job_that_fails_says_at_which_step_and_leaves_the_others(database) {
        let fixture = Fixture::new(database, "batch").await;
        let database = fixture.service.store.database();
        let backend = database.backend();
        fixture.statements();
        let jobs = vec![
            job(insert(backend, &["a"]), &[]),
            job(insert(backend, &["b", "c", "a"]), &[]),
            job(insert(backend, &["d"]), &[1]),
            job(insert(backend, &["e"]), &[0]),
            job(insert(backend, &["f"]), &[2]),
        ];
        let applied = database.apply_all(jobs, false).await.unwrap();
        assert_eq!(applied, [
            Applied::Done(vec![]),
            Applied::Failed(2, TAKEN),
            Applied::Unmet,
            Applied::Done(vec![]),
            Applied::Unmet,
        ]);
        assert_eq!(names(&fixture).await, ["a", "e"]);
        assert_eq!(fixture.statements().iter().filter(|sql| *sql == "COMMIT").count(), 1);
    }

    async fn with_stop_the_first_failure_is_the_last_try(database) {
        let fixture = Fixture::new(database, "stop").await;
        let database = fixture.service.store.database();
        let backend = database.backend();
        let jobs = [&["a"], &["a"], &["b"]].map(|names| job(insert(backend, names), &[]));
        let applied = database.apply_all(jobs.to_vec(), true).await.unwrap();
        assert_eq!(applied, [Applied::Done(vec![]), Applied::Failed(0, TAKEN), Applied::Left]);
        assert_eq!(names(&fixture).await, ["a"]);
    }

    async fn a_later_job_sees_what_an_earlier_one_wrote(database) {
        let fixture = Fixture::new(database, "order").await;
        let database = fixture.service.store.database();
        let backend = database.backend();
        let mut read = Plan::default();
        let sql = "SELECT COUNT(*) FROM settings WHERE value = 'x'".to_owned();
        read.push(statement(backend, sql), Expect::Read);
        let applied = database.apply_all(vec![job(insert(backend, &["a"]), &[]), job(read, &[0])], false).await.unwrap();
        let Applied::Done(outcome) = &applied[1] else { panic!("{applied:?}") };
        assert_eq!(outcome[0][0].0, [Cell::Integer(1)]);
        assert_eq!(database.apply_all(Vec::new(), false).await.unwrap(), []);
    }
}
