//! One running `scimd` process with a database of its own.

use std::io::{self, BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::database::serial;
use crate::{Connection, Database, Request, Response, secrets::Secrets};

/// How long a server may take to its first answer, in a debug build on a busy machine.
const START: Duration = Duration::from_secs(30);

/// A running server. Dropping it kills the process with SIGKILL and removes its directory.
#[derive(Debug)]
pub struct Server {
    /// The database it runs on.
    pub database: Database,
    /// The token of organisation `default`.
    pub token: String,
    binary: PathBuf,
    directory: PathBuf,
    setting: String,
    extra: Vec<(String, String)>,
    tracer: Vec<String>,
    running: Mutex<Running>,
    idle: Mutex<Vec<Connection>>,
    written: Arc<Written>,
    /// Whether the directory is another's.
    beside: bool,
}

/// What the process writes, and what it must not.
#[derive(Debug, Default)]
struct Written {
    log: Mutex<Vec<u8>>,
    secrets: Secrets,
}

#[derive(Debug)]
struct Running {
    child: Child,
    /// The process id of `scimd` itself, also below a tracer; none when it has ended.
    pid: Option<u32>,
    /// Kills the server when this process is gone, however it ended: servers in statics are never dropped.
    watchdog: Child,
    address: SocketAddr,
    base_url: String,
    stdout: String,
}

/// One server a database, started when first asked for.
#[derive(Debug)]
pub struct PerDatabase {
    sqlite: OnceLock<Server>,
    postgres: OnceLock<Server>,
}

impl PerDatabase {
    /// No server yet.
    pub const fn new() -> Self {
        Self { sqlite: OnceLock::new(), postgres: OnceLock::new() }
    }

    /// The server on that database; the first call starts it and lets `seed` fill it.
    pub fn get(&self, database: Database, seed: impl FnOnce(&Server)) -> &Server {
        let slot = match database {
            Database::Sqlite => &self.sqlite,
            Database::Postgres => &self.postgres,
        };
        slot.get_or_init(|| {
            let server = Server::start(database);
            seed(&server);
            server
        })
    }
}

impl Default for PerDatabase {
    fn default() -> Self {
        Self::new()
    }
}

/// The server that all cheap tests of a test binary share: use names of your own.
pub fn shared(database: Database) -> &'static Server {
    static SHARED: PerDatabase = PerDatabase::new();
    SHARED.get(database, |_| ())
}

/// The same, on the profile that follows the RFCs to the letter.
pub fn strict(database: Database) -> &'static Server {
    static STRICT: PerDatabase = PerDatabase::new();
    STRICT.get(database, |server| server.set_profile("strict"))
}

/// The binary under test.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        if let Some(path) = std::env::var_os("SCIMD_BIN") {
            return PathBuf::from(path);
        }
        // target/<profile>/deps/<this test>
        let this = std::env::current_exe().unwrap();
        let profile = this.ancestors().find(|path| path.ends_with("debug") || path.ends_with("release"));
        let profile = profile.expect("a test binary lies below target/<profile>").to_owned();
        let mut build = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        build.args(["build", "--quiet", "-p", "scimd", "--bin", "scimd"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        build.arg("--target-dir").arg(profile.parent().unwrap());
        if profile.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().unwrap().success(), "cargo build -p scimd --bin scimd failed");
        profile.join("scimd")
    })
}

impl Server {
    /// Starts a server on a fresh database.
    pub fn start(database: Database) -> Self {
        Self::start_with(database, &[], &[])
    }

    /// Starts a server on a fresh database with further environment variables, below a tracer such as strace.
    pub fn start_with(database: Database, extra: &[(&str, &str)], tracer: &[&str]) -> Self {
        Self::begin(binary(), database, extra, tracer)
    }

    /// Starts another build than the one under test on a fresh database.
    pub fn start_binary(binary: &Path, database: Database, extra: &[(&str, &str)]) -> Self {
        Self::begin(binary, database, extra, &[])
    }

    fn begin(binary: &Path, database: Database, extra: &[(&str, &str)], tracer: &[&str]) -> Self {
        let directory = std::env::temp_dir().join(format!("scimd-test-{}-{}", std::process::id(), serial()));
        let setting = database.create(&directory);
        std::fs::create_dir_all(&directory).unwrap();
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let token = format!("test-token-{}-{}-0123456789abcdef", std::process::id(), serial());
        let extra: Vec<_> = extra.iter().map(owned).collect();
        let tracer: Vec<_> = tracer.iter().map(|word| (*word).to_owned()).collect();
        let written = Arc::new(Written::default());
        written.secrets.keep(&token);
        let launch =
            Launch { binary, setting: &setting, token: &token, extra: &extra, tracer: &tracer, directory: &directory };
        let running = launch.run("127.0.0.1:0", &written);
        let token =
            extra.iter().find(|(name, _)| name == "SCIMD_BOOTSTRAP_TOKEN").map_or(token, |(_, own)| own.clone());
        written.secrets.keep(&token);
        let server = Self {
            database,
            token,
            binary: binary.to_owned(),
            directory,
            setting,
            extra,
            tracer,
            running: Mutex::new(running),
            idle: Mutex::new(Vec::new()),
            written,
            beside: false,
        };
        server.wait_until_it_answers();
        server
    }

    /// Starts another process on the same database, as when several servers share one.
    pub fn beside(&self) -> Self {
        // The secrets are those of the database, and the log its own.
        let written = Arc::new(Written { log: Mutex::default(), secrets: self.written.secrets.clone() });
        let launch = Launch {
            binary: &self.binary,
            setting: &self.setting,
            token: &self.token,
            extra: &self.extra,
            tracer: &[],
            directory: &self.directory,
        };
        Self::join(self.database, &launch, written)
    }

    /// Starts a binary on a database that is there, whose organisation `default` has that token. The directory stays.
    pub fn start_on(binary: &Path, database: Database, directory: &Path, setting: &str, token: &str) -> Self {
        let written = Arc::new(Written::default());
        written.secrets.keep(token);
        Self::join(database, &Launch { binary, setting, token, extra: &[], tracer: &[], directory }, written)
    }

    /// Starts a process on a database that others keep.
    fn join(database: Database, launch: &Launch<'_>, written: Arc<Written>) -> Self {
        let server = Self {
            database,
            token: launch.token.to_owned(),
            binary: launch.binary.to_owned(),
            directory: launch.directory.to_owned(),
            setting: launch.setting.to_owned(),
            extra: launch.extra.to_vec(),
            tracer: launch.tracer.to_vec(),
            running: Mutex::new(launch.run("127.0.0.1:0", &written)),
            idle: Mutex::new(Vec::new()),
            written,
            beside: true,
        };
        server.wait_until_it_answers();
        server
    }

    /// Kills the process as a power cut would, without waiting for anything.
    pub fn kill9(&self) {
        let mut running = self.running();
        running.signal("KILL");
        let _ = running.child.kill();
        running.ended();
        drop(running);
        lock(&self.idle).clear();
    }

    /// Asks the process to end (SIGTERM), waits for it, and gives its exit code.
    pub fn terminate(&self) -> Option<i32> {
        let mut running = self.running();
        running.signal("TERM");
        let deadline = Instant::now() + Duration::from_secs(30);
        let status = loop {
            if let Some(status) = running.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < deadline, "scimd is still there 30 s after SIGTERM");
            std::thread::sleep(Duration::from_millis(10));
        };
        running.ended();
        drop(running);
        lock(&self.idle).clear();
        status.code()
    }

    /// Starts it again on the same database and port; the old process must be gone. Gives the time to its first answer.
    pub fn restart(&self) -> Duration {
        let started = Instant::now();
        let address = self.address().to_string();
        let launch = Launch {
            binary: &self.binary,
            setting: &self.setting,
            token: &self.token,
            extra: &self.extra,
            tracer: &self.tracer,
            directory: &self.directory,
        };
        let running = launch.run(&address, &self.written);
        *self.running() = running;
        self.wait_until_it_answers();
        started.elapsed()
    }

    /// What the process printed on stdout before it answered.
    pub fn stdout(&self) -> String {
        self.running().stdout.clone()
    }

    /// The base URL as the server printed it.
    pub fn base_url(&self) -> String {
        self.running().base_url.clone()
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.running().address
    }

    /// The process id of `scimd` itself, while it runs.
    pub fn pid(&self) -> Option<u32> {
        self.running().pid
    }

    /// Whether the process is still the one that was started.
    pub fn is_running(&self) -> bool {
        matches!(self.running().child.try_wait(), Ok(None))
    }

    /// The directory with the SQLite file.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The value of `SCIMD_DATABASE`.
    pub fn database_setting(&self) -> &str {
        &self.setting
    }

    /// Runs a command of `scimd` on the database of this server, such as `token create`, and waits for its end.
    pub fn command(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(&self.binary);
        without_settings(&mut command);
        command.args(arguments).current_dir(&self.directory).env("SCIMD_DATABASE", &self.setting);
        command.output().unwrap_or_else(|error| panic!("{} does not start: {error}", self.binary.display()))
    }

    /// Gives organisation `default` a profile. A server that has seen its token already may take some seconds to know.
    #[track_caller]
    pub fn set_profile(&self, profile: &str) {
        let settings = self.directory.join("profile.json");
        std::fs::write(&settings, format!(r#"{{"profile":"{profile}"}}"#)).unwrap();
        let output = self.command(&["org", "settings", "default", "--set", settings.to_str().unwrap()]);
        assert!(output.status.success(), "org settings: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// A token of organisation `default` that stands for a resource such as `Users/2819c223`, made by the command.
    #[track_caller]
    pub fn token_of(&self, resource: &str) -> String {
        let output = self.command(&["token", "create", "--org", "default", "--me", resource]);
        assert!(output.status.success(), "token create: {}", String::from_utf8_lossy(&output.stderr));
        let token = String::from_utf8(output.stdout).unwrap().trim().to_owned();
        self.keep_secret(&token);
        token
    }

    /// Replaces the settings of an organisation by the command, and gives what it prints.
    pub fn set_up(&self, organisation: &str, settings: &Value) -> Output {
        let path = self.directory.join(format!("settings-{}.json", serial()));
        std::fs::write(&path, settings.to_string()).unwrap();
        self.command(&["org", "settings", organisation, "--set", &path.to_string_lossy()])
    }

    /// Keeps a secret: the tests on this server fail once it is in the log or in an answer that refuses something.
    pub fn keep_secret(&self, secret: &str) {
        self.written.secrets.keep(secret);
    }

    /// Everything it has logged (stderr) so far.
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&lock(&self.written.log)).into_owned()
    }

    /// A connection of its own.
    pub fn connect(&self) -> Connection {
        Connection::open(self.address()).unwrap()
    }

    /// Sends a request whose target begins below the base URL (`/Users`).
    #[track_caller]
    pub fn send(&self, request: Request) -> Response {
        let path = self.base_path();
        self.send_absolute(request.with_prefix(&path))
    }

    /// Sends a request whose target is the whole path (`/docs`).
    #[track_caller]
    pub fn send_absolute(&self, request: Request) -> Response {
        let request = self.authorized(request);
        // A connection kept alive may have been closed meanwhile; a new one may not.
        let idle = lock(&self.idle).pop();
        if let Some(mut connection) = idle
            && let Ok(response) = connection.send(&request)
        {
            self.keep(connection);
            return self.looked_through(response);
        }
        let mut connection = self.connect();
        let response = connection.send(&request).unwrap_or_else(|error| {
            panic!("no answer ({error}); the end of the log: {}", tail(&self.log()));
        });
        self.keep(connection);
        self.looked_through(response)
    }

    /// Sends a request below the base URL on a given connection; an error is an answer that never came.
    pub fn send_on(&self, connection: &mut Connection, request: Request) -> io::Result<Response> {
        let path = self.base_path();
        let response = connection.send(&self.authorized(request.with_prefix(&path)))?;
        Ok(self.looked_through(response))
    }

    /// GET.
    #[track_caller]
    pub fn get(&self, target: &str) -> Response {
        self.send(Request::new("GET", target))
    }

    /// POST of JSON.
    #[track_caller]
    pub fn post(&self, target: &str, body: &Value) -> Response {
        self.send(Request::new("POST", target).json(body))
    }

    /// PUT of JSON.
    #[track_caller]
    pub fn put(&self, target: &str, body: &Value) -> Response {
        self.send(Request::new("PUT", target).json(body))
    }

    /// PATCH of JSON.
    #[track_caller]
    pub fn patch(&self, target: &str, body: &Value) -> Response {
        self.send(Request::new("PATCH", target).json(body))
    }

    /// DELETE.
    #[track_caller]
    pub fn delete(&self, target: &str) -> Response {
        self.send(Request::new("DELETE", target))
    }

    /// The path of the base URL: `/scim/v2`.
    pub fn base_path(&self) -> String {
        let url = self.base_url();
        let rest = url.split_once("://").expect("a base URL has a scheme").1;
        rest.find('/').map_or_else(String::new, |at| rest[at..].trim_end_matches('/').to_owned())
    }

    fn authorized(&self, request: Request) -> Request {
        if request.wants_authorization() {
            request.header("Authorization", format!("Bearer {}", self.token))
        } else {
            request
        }
    }

    #[track_caller]
    fn looked_through(&self, response: Response) -> Response {
        self.written.secrets.assert_unseen(response.status, &response.body);
        response
    }

    fn keep(&self, connection: Connection) {
        if connection.alive {
            lock(&self.idle).push(connection);
        }
    }

    fn running(&self) -> MutexGuard<'_, Running> {
        lock(&self.running)
    }

    fn wait_until_it_answers(&self) {
        let deadline = Instant::now() + START;
        let request = Request::new("GET", "/ServiceProviderConfig");
        while Instant::now() < deadline {
            if let Ok(mut connection) = Connection::open(self.address())
                && self.send_on(&mut connection, request.clone()).is_ok_and(|response| response.status == 200)
            {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("the server does not answer; the end of its log: {}", tail(&self.log()));
    }
}

impl Running {
    /// Sends a signal to `scimd` itself, unless it has ended: its process id may be another's then.
    fn signal(&self, name: &str) {
        if let Some(pid) = self.pid {
            let arguments = ["-c", "kill -\"$1\" \"$2\" 2>/dev/null", "kill", name, &pid.to_string()];
            let _ = Command::new("sh").args(arguments).status();
        }
    }

    /// Waits for the end of the process and calls the watchdog off.
    fn ended(&mut self) {
        let _ = self.child.wait();
        self.pid = None;
        let _ = self.watchdog.kill();
        let _ = self.watchdog.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill9();
        if !self.beside {
            let _ = std::fs::remove_dir_all(&self.directory);
        }
    }
}

struct Launch<'a> {
    binary: &'a Path,
    setting: &'a str,
    token: &'a str,
    extra: &'a [(String, String)],
    tracer: &'a [String],
    directory: &'a Path,
}

impl Launch<'_> {
    fn run(&self, listen: &str, written: &Arc<Written>) -> Running {
        let mut command = match self.tracer.split_first() {
            Some((tracer, words)) => {
                let mut command = Command::new(tracer);
                command.args(words).arg(self.binary);
                command
            }
            None => Command::new(self.binary),
        };
        without_settings(&mut command);
        command
            .arg("serve")
            .current_dir(self.directory)
            .env("SCIMD_LISTEN", listen)
            .env("SCIMD_DATABASE", self.setting)
            .env("SCIMD_BOOTSTRAP_TOKEN", self.token)
            // All tests come from one address, and many of them send bad credentials.
            .env("SCIMD_DENIAL_DELAY", "0")
            .envs(self.extra.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child =
            command.spawn().unwrap_or_else(|error| panic!("{} does not start: {error}", self.binary.display()));
        let stderr = child.stderr.take().unwrap();
        let sink = Arc::clone(written);
        std::thread::spawn(move || collect(stderr, &sink));

        let (lines, printed) = mpsc::channel();
        let stdout = child.stdout.take().unwrap();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let _ = lines.send(line);
            }
        });
        let mut stdout = String::new();
        let mut base_url = None;
        let deadline = Instant::now() + START;
        while !stdout.contains("Docs: ") {
            let Ok(line) = printed.recv_timeout(deadline.saturating_duration_since(Instant::now())) else {
                let _ = child.kill();
                std::thread::sleep(Duration::from_millis(50));
                let log = String::from_utf8_lossy(&lock(&written.log)).into_owned();
                panic!("scimd printed {stdout:?} and no docs URL; the end of its log: {}", tail(&log));
            };
            if let Some(url) = line.strip_prefix("Base URL: ") {
                base_url = Some(url.trim().to_owned());
            }
            stdout.push_str(&line);
            stdout.push('\n');
        }
        let base_url = base_url.expect("scimd prints its base URL before the docs URL");
        let docs = stdout.lines().find_map(|line| line.strip_prefix("Docs: ")).unwrap_or_default();
        // With SCIMD_PUBLIC_URL the base URL is that of the proxy; the port is then the one that was given.
        let address = [base_url.as_str(), docs, listen]
            .iter()
            .find_map(|url| url.strip_prefix("http://").unwrap_or(url).split('/').next()?.parse::<SocketAddr>().ok())
            .unwrap_or_else(|| panic!("no address in {stdout:?}"));
        let pid = if self.tracer.is_empty() { child.id() } else { child_of(child.id()) };
        Running { pid: Some(pid), watchdog: watchdog(pid, self.directory), child, address, base_url, stdout }
    }
}

/// Keeps the settings of the test run itself from a process.
pub(crate) fn without_settings(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("SCIMD_") {
            command.env_remove(name);
        }
    }
}

/// A process that outlives this one by a moment: its stdin closes when this process ends, and it then kills the server.
fn watchdog(pid: u32, directory: &Path) -> Child {
    Command::new("sh")
        .args(["-c", "read -r _; kill -9 \"$1\" 2>/dev/null; rm -rf \"$2\"", "watchdog"])
        .arg(pid.to_string())
        .arg(directory)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn child_of(parent: u32) -> u32 {
    let path = format!("/proc/{parent}/task/{parent}/children");
    let children = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    children.split_whitespace().next().and_then(|pid| pid.parse().ok()).expect("the tracer has a child")
}

fn collect(mut from: impl Read, into: &Written) {
    let mut buffer = [0; 8192];
    while let Ok(count @ 1..) = from.read(&mut buffer) {
        let mut log = lock(&into.log);
        let known = log.len();
        log.extend_from_slice(&buffer[..count]);
        into.secrets.look(&log, known);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn tail(log: &str) -> &str {
    let from = log.len().saturating_sub(4_000);
    &log[(from..log.len()).find(|at| log.is_char_boundary(*at)).unwrap_or(log.len())..]
}
