//! Fresh databases: a SQLite file in a directory of its own, or a database in the PostgreSQL cluster of the test run.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
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
    psql(&format!("{cluster}/postgres"), &["--command", &format!("create database {name}")], None);
    format!("{cluster}/{name}")
}

/// The `psql` of the test run.
pub(crate) fn psql_program() -> String {
    std::env::var("SCIMD_TEST_PSQL").unwrap_or_else(|_| "psql".to_owned())
}

/// Runs `psql` on a database, with a text to read or without, and gives what it prints.
#[track_caller]
pub(crate) fn psql(url: &str, arguments: &[&str], input: Option<&str>) -> String {
    let program = psql_program();
    let mut command = Command::new(&program);
    command.args(["--no-psqlrc", "--quiet", "--dbname", url]).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{program} does not start: {error}"));
    let mut stdin = child.stdin.take().unwrap();
    let output = std::thread::scope(|scope| {
        // Whoever reads its output as well must not wait until all is written.
        scope.spawn(move || input.map(|text| stdin.write_all(text.as_bytes())));
        child.wait_with_output().unwrap()
    });
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
