//! Databases that earlier builds made, from `tests/databases`, and what today's builds make of them.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use rusqlite::types::Value as Cell;
use serde_json::Value;

use crate::database::{psql, serial};
use crate::server::without_settings;
use crate::{Database, Server};

/// The token of organisation `default` in each of them.
pub const TOKEN: &str = "token-of-organisation-default-0123456789";

/// How long a start may take that is refused.
const REFUSED: Duration = Duration::from_secs(60);

/// A database that an earlier build made. Dropping it removes its directory.
#[derive(Debug)]
pub struct Earlier {
    /// Its engine.
    pub database: Database,
    name: &'static str,
    directory: PathBuf,
    setting: String,
}

/// The second binary of `tests/run`, with what `tests/schemas` and all packs declare.
pub fn extended() -> PathBuf {
    let path = std::env::var_os("SCIMD_BIN_EXTENDED").unwrap_or_else(|| {
        panic!(
            "SCIMD_BIN_EXTENDED is not set: these tests need a second binary, with tests/schemas and all packs. \
             Run `tests/run cargo test -p tests --test evolution`, which builds it."
        )
    });
    PathBuf::from(path)
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("databases").join(name)
}

fn scratch() -> PathBuf {
    let directory = std::env::temp_dir().join(format!("scimd-earlier-{}-{}", std::process::id(), serial()));
    std::fs::create_dir_all(&directory).unwrap();
    directory
}

impl Earlier {
    /// Loads one of the databases afresh.
    pub fn load(name: &'static str, database: Database) -> Self {
        let directory = scratch();
        let setting = database.create(&directory);
        let earlier = Self { database, name, directory, setting };
        let path = folder(name).join(format!("{}.sql", earlier.engine()));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        earlier.sql(&text);
        if text.contains("CREATE TABLE \"credentials\"") || text.contains("CREATE TABLE public.credentials") {
            // The tests are to pass also when the credential has ended.
            earlier.sql("UPDATE credentials SET expires = 250000000000000000");
        }
        earlier
    }

    /// Another database that is like this one.
    pub fn copy(&self) -> Self {
        let directory = scratch();
        let setting = match self.database {
            Database::Sqlite => {
                let setting = self.database.create(&directory);
                self.connection().execute("VACUUM INTO ?1", [path_of(&setting)]).unwrap();
                setting
            }
            Database::Postgres => {
                let (cluster, template) = self.setting.rsplit_once('/').unwrap();
                let name = format!("{template}_copy_{}", serial());
                let sql = format!("CREATE DATABASE {name} TEMPLATE {template}");
                psql(&format!("{cluster}/postgres"), &["--command", &sql], None);
                format!("{cluster}/{name}")
            }
        };
        Self { database: self.database, name: self.name, directory, setting }
    }

    /// What its build answered for each resource of it, with `BASE` for the base URL.
    pub fn answers(&self) -> Vec<Value> {
        let path = folder(self.name).join(format!("{}.json", self.engine()));
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    fn engine(&self) -> &'static str {
        match self.database {
            Database::Sqlite => "sqlite",
            Database::Postgres => "postgres",
        }
    }

    fn connection(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(path_of(&self.setting)).unwrap();
        connection.busy_timeout(Duration::from_secs(30)).unwrap();
        connection
    }

    /// Runs statements.
    pub fn sql(&self, text: &str) {
        match self.database {
            Database::Sqlite => self.connection().execute_batch(text).unwrap(),
            Database::Postgres => {
                psql(&self.setting, &["--set", "ON_ERROR_STOP=1", "--file", "-"], Some(text));
            }
        }
    }

    /// The texts that a SELECT of one column gives, without those that are NULL.
    pub fn texts(&self, select: &str) -> Vec<String> {
        match self.database {
            Database::Sqlite => {
                let connection = self.connection();
                let mut statement = connection.prepare(select).unwrap();
                // The plan of a query tells in its last column.
                let last = statement.column_count() - 1;
                let rows = statement.query_map([], |row| row.get::<_, Option<String>>(last)).unwrap();
                rows.filter_map(Result::unwrap).collect()
            }
            Database::Postgres => {
                let output = psql(&self.setting, &["--tuples-only", "--no-align", "--command", select], None);
                output.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
            }
        }
    }

    /// Everything that the database holds, as text.
    pub fn whole(&self) -> String {
        match self.database {
            Database::Postgres => {
                let program = Path::new(&crate::database::psql_program()).with_file_name("pg_dump");
                let output = Command::new(&program).args(["--no-owner", "--dbname", &self.setting]).output().unwrap();
                assert!(output.status.success(), "pg_dump: {}", String::from_utf8_lossy(&output.stderr));
                let text = String::from_utf8(output.stdout).unwrap();
                // Newer versions begin and end with words that differ each time.
                let kept = |line: &&str| !line.starts_with("\\restrict ") && !line.starts_with("\\unrestrict ");
                text.lines().filter(kept).map(|line| format!("{line}\n")).collect()
            }
            Database::Sqlite => {
                let connection = self.connection();
                let mut out = String::new();
                let mut tables = Vec::new();
                let mut schema =
                    connection.prepare("SELECT name, type, coalesce(sql, '') FROM sqlite_schema ORDER BY 1").unwrap();
                let rows = schema.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
                for row in rows.unwrap() {
                    let (name, kind, sql): (String, String, String) = row.unwrap();
                    out.push_str(&format!("{sql}\n"));
                    tables.extend((kind == "table").then_some(name));
                }
                for table in tables {
                    let mut all = connection.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
                    let columns = all.column_count();
                    let rows =
                        all.query_map([], |row| (0..columns).map(|at| row.get(at)).collect::<Result<Vec<Cell>, _>>());
                    let mut lines: Vec<String> =
                        rows.unwrap().map(|row| format!("{table} {:?}\n", row.unwrap())).collect();
                    lines.sort();
                    out.extend(lines);
                }
                out
            }
        }
    }

    /// Starts a build on it, which must serve.
    pub fn start(&self, program: &Path) -> Server {
        Server::start_on(program, self.database, &self.directory, &self.setting, TOKEN)
    }

    /// Starts a build on it and does not wait.
    pub fn spawn(&self, program: &Path) -> Child {
        let mut command = self.scimd(program, &["serve"]);
        command.env("SCIMD_LISTEN", "127.0.0.1:0").stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    /// Starts a build on it, which must not serve, and gives its words.
    #[track_caller]
    pub fn refused(&self, program: &Path) -> String {
        let mut child = self.spawn(program);
        let deadline = Instant::now() + REFUSED;
        while child.try_wait().unwrap().is_none() {
            if Instant::now() > deadline {
                let _ = child.kill();
                panic!("the start was not refused");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let output = child.wait_with_output().unwrap();
        assert!(!output.status.success(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// What `scimd schema plan` of a build says of it.
    pub fn plan(&self, program: &Path) -> Output {
        self.scimd(program, &["schema", "plan"]).output().unwrap()
    }

    /// The lines of a plan that succeeds.
    #[track_caller]
    pub fn planned(&self, program: &Path) -> Vec<String> {
        let output = self.plan(program);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    fn scimd(&self, program: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(program);
        without_settings(&mut command);
        command.args(words).current_dir(&self.directory).env("SCIMD_DATABASE", &self.setting).stdin(Stdio::null());
        command
    }
}

impl Drop for Earlier {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

fn path_of(setting: &str) -> &str {
    setting.strip_prefix("sqlite:").unwrap()
}
