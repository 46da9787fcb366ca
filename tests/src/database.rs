//! Fresh databases: a SQLite file in a directory of its own, or a database in the PostgreSQL cluster of the test run.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The database a server under test keeps its data in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// The embedded default.
    Sqlite,
    /// A server of its own.
    Postgres,
}

impl Database {
    /// Makes a fresh database and gives the value of `SCIMD_DATABASE` for it.
    pub fn create(self, directory: &Path) -> String {
        match self {
            Self::Sqlite => format!("sqlite:{}", directory.join("scimd.sqlite").display()),
            Self::Postgres => create_in_cluster(),
        }
    }
}

/// A number no other call in this process gets.
pub(crate) fn serial() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

fn create_in_cluster() -> String {
    let cluster = std::env::var("SCIMD_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!(
            "SCIMD_TEST_POSTGRES is not set: the tests on PostgreSQL need a cluster of their own. \
             Run `tests/run`, which starts one, or `tests/run cargo test -p tests …` for a part of the tests."
        )
    });
    let cluster = cluster.trim_end_matches('/');
    let name = format!("scimd_{}_{}", std::process::id(), serial());
    let psql = std::env::var("SCIMD_TEST_PSQL").unwrap_or_else(|_| "psql".to_owned());
    let output = Command::new(&psql)
        .args(["--no-psqlrc", "--quiet", "--dbname", &format!("{cluster}/postgres")])
        .args(["--command", &format!("create database {name}")])
        .output()
        .unwrap_or_else(|error| panic!("{psql} does not start: {error}"));
    assert!(output.status.success(), "create database: {}", String::from_utf8_lossy(&output.stderr));
    format!("{cluster}/{name}")
}
