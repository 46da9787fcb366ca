//! Clients that send a byte now and then, or take an answer so slowly: they hold nobody else up, and are cut.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use tests::scim::*;
use tests::{Database, Request, Server};

const CLIENTS: usize = 140;
const READERS: usize = 20;
const TIMEOUT: Duration = Duration::from_secs(4);

/// How many sockets the process has open.
fn sockets(server: &Server) -> usize {
    let folder = std::fs::read_dir(format!("/proc/{}/fd", server.pid().unwrap())).unwrap();
    let targets = folder.filter_map(|entry| std::fs::read_link(entry.ok()?.path()).ok());
    targets.filter(|target: &PathBuf| target.to_string_lossy().starts_with("socket:")).count()
}

/// Waits until something holds.
#[track_caller]
fn until(what: &str, within: Duration, holds: impl Fn() -> bool) {
    let deadline = Instant::now() + within;
    while !holds() {
        assert!(Instant::now() < deadline, "not within {within:?}: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The head of a request.
fn head(server: &Server, method: &str, endpoint: &str, headers: &str) -> String {
    format!(
        "{method} {}{endpoint} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n{headers}\r\n",
        server.base_path(),
        server.token
    )
}

/// Ends the slow clients, also when the test fails.
struct Done<'a>(&'a AtomicBool);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// F21: clients that send a byte now and then, or take an answer so slowly, hold nobody else up, and are cut.
#[test]
fn slow_clients_hold_nobody_up_and_are_cut() {
    let seconds = TIMEOUT.as_secs().to_string();
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_CLIENT_TIMEOUT", &seconds)], &[]);
    for _ in 0..50 {
        create_user(&server, json!({ "title": "x".repeat(200_000) }));
    }
    let whole = server.get("/Users").expect(200).body.len();
    let quiet = sockets(&server);

    let open = |bytes: String| {
        let mut stream = TcpStream::connect(server.address()).unwrap();
        stream.write_all(bytes.as_bytes()).unwrap();
        stream.set_nonblocking(true).unwrap();
        stream
    };
    let started = Instant::now();
    let unfinished = head(&server, "GET", "/Users", "");
    let unfinished = unfinished.trim_end();
    let body = head(&server, "POST", "/Users", "Content-Type: application/json\r\nContent-Length: 1000\r\n");
    let mut senders: Vec<TcpStream> = (0..CLIENTS).map(|_| open(unfinished.to_owned())).collect();
    senders.extend((0..CLIENTS).map(|_| open(body.clone())));
    let mut readers: Vec<TcpStream> = (0..READERS).map(|_| open(head(&server, "GET", "/Users", ""))).collect();
    until("all are connected", Duration::from_secs(10), || sockets(&server) >= quiet + 2 * CLIENTS + READERS);

    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let (senders, readers, done) = (&mut senders, &mut readers, &done);
        scope.spawn(move || {
            while !done.load(Ordering::Relaxed) {
                for stream in senders.iter_mut() {
                    let _ = stream.write(b" ");
                }
                for stream in readers.iter_mut() {
                    let _ = stream.read(&mut [0]);
                }
                std::thread::sleep(Duration::from_millis(100));
            }
        });
        let _done = Done(done);
        let mut served = 0;
        while started.elapsed() < TIMEOUT || served < 20 {
            let response = server.send(Request::new("GET", "/Users?count=0")).expect(200);
            assert!(response.elapsed < TIMEOUT, "held up for {:?}", response.elapsed);
            served += 1;
        }
        // A byte a time does not prolong it: all are gone soon after the timeout, readers of a long answer too.
        until("the slow are cut", TIMEOUT * 4, || sockets(&server) <= quiet);
    });
    for mut stream in readers {
        stream.set_nonblocking(false).unwrap();
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(rest.len() < whole, "a slow reader got the whole answer");
    }
    for mut stream in senders {
        stream.set_nonblocking(false).unwrap();
        let mut answer = Vec::new();
        let result = stream.read_to_end(&mut answer);
        let closed = result.is_ok() || result.is_err_and(|error| error.kind() == ErrorKind::ConnectionReset);
        assert!(closed && !answer.starts_with(b"HTTP/1.1 2"), "{}", String::from_utf8_lossy(&answer));
    }
    server.get("/Users?count=0").expect(200);
}

/// F21: who is only slow to ask the next question is cut too, and who sends in time is not.
#[test]
fn a_connection_lives_from_request_to_request() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_CLIENT_TIMEOUT", "2")], &[]);
    let mut connection = server.connect();
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(5) {
        let answer = server.send_on(&mut connection, Request::new("GET", "/Users?count=0")).unwrap();
        assert_eq!(answer.status, 200);
        std::thread::sleep(Duration::from_millis(500));
    }
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    assert_eq!(stream.read(&mut [0]).unwrap(), 0, "an idle connection is closed");
}
