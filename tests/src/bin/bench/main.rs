//! The benchmark: `cargo run --release -p tests --bin bench`.
//!
//! It drives a real `scimd` with 10,000 users over 1, 8 and 64 connections, beside a poem handler that answers a
//! constant of the same size (in a process of its own: `bench --constant`) and beside the rate of raw fdatasync calls on
//! the same disk, all in one run, and prints a table in Markdown. Absolute figures belong to the machine; the ratios
//! travel. The client is one thread with hand-written HTTP, so that the server is what is measured.
//!
//! | flag | meaning |
//! |---|---|
//! | `--seconds N` | how long each figure is measured (3) |
//! | `--users N` | how many users there are (10000) |
//! | `--only TEXT` | only the operations whose names hold that text |
//! | `--postgres` | on the cluster of `SCIMD_TEST_POSTGRES` instead of SQLite |
//! | `--extensions` | instead of all that: what ten extensions of twenty attributes cost, as a ratio |
//!
//! `TMPDIR` decides where the database lies: a disk, not a tmpfs, or the durable figures mean nothing.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark that meets an error has nothing to say")]

mod constant;
mod extensions;
mod load;

use std::fs::File;
use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::{self, id_of, operation, operations, user_with};
use tests::{Database, Server};

use constant::Constant;
use load::{Connection, RequestMaker, measure};

const CONNECTIONS: [usize; 3] = [1, 8, 64];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|flag| flag == "--constant") {
        return constant::serve(arguments[1..].iter().map(|size| size.parse().unwrap()).collect());
    }
    let number = |flag: &str, default: usize| {
        let at = arguments.iter().position(|argument| argument == flag);
        at.map_or(default, |at| arguments[at + 1].parse().unwrap_or_else(|_| panic!("{flag} needs a number")))
    };
    let seconds = Duration::from_secs(number("--seconds", 3) as u64);
    let users = number("--users", 10_000);
    let postgres = arguments.iter().any(|argument| argument == "--postgres");
    let client = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let only = arguments.iter().position(|argument| argument == "--only").map(|at| arguments[at + 1].clone());
    let only = only.as_deref().unwrap_or_default();
    let database = if postgres { Database::Postgres } else { Database::Sqlite };
    if arguments.iter().any(|argument| argument == "--extensions") {
        return client.block_on(extensions::run(database, seconds, users, only));
    }
    client.block_on(run(database, seconds, users, only));
}

async fn run(database: Database, seconds: Duration, users: usize, only: &str) {
    let server = Server::start_with(database, &[("SCIMD_LOG", "warn")], &[]);
    let at_rest = resident_mib(server.pid().unwrap());
    let address = server.address();
    let client = Client { address, base: server.base_path(), token: server.token.clone() };

    eprintln!("creating {users} users");
    let ids = Arc::new(create_users(&client, users, |number| body(number, "user")).await);
    let loaded = resident_mib(server.pid().unwrap());
    let small = group_of(&server, &ids[..10.min(users)]);
    let large = group_of(&server, &ids);

    // One answer of each kind tells the size the constant must have.
    let cases = cases(&client, &ids, small, large);
    let sizes: Vec<usize> = join_sizes(&client, &cases).await;
    let constant = Constant::start(&sizes);
    let fsync = fsync_rate(server.directory(), seconds);

    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!("{database:?}, {users} users, {cores} cores, {} s a figure\n", seconds.as_secs());
    println!(
        "| operation | connections | requests/s | p50 ms | p99 ms | constant/s | of the constant | of fdatasync |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|");
    for (index, case) in cases.iter().enumerate().filter(|(_, case)| case.name.contains(only)) {
        for connections in CONNECTIONS {
            let figure = measure(address, connections, seconds, &case.request).await;
            let plain = constant_request(case, index);
            let reference = measure(constant.address, connections, seconds, &plain).await;
            let durable = if case.writes { format!("{:.2}×", figure.rate / fsync) } else { "–".to_owned() };
            println!(
                "| {} | {connections} | {:.0} | {:.2} | {:.2} | {:.0} | {:.0} % | {durable} |",
                case.name,
                figure.rate,
                figure.p50.as_secs_f64() * 1e3,
                figure.p99.as_secs_f64() * 1e3,
                reference.rate,
                100.0 * figure.rate / reference.rate,
            );
        }
    }
    let after = resident_mib(server.pid().unwrap());
    println!("\n| figure | value |\n|---|--:|");
    println!("| append 4 KiB + fdatasync | {fsync:.0}/s |");
    println!("| resident at rest | {at_rest:.1} MiB |");
    println!("| resident with {users} users | {loaded:.1} MiB |");
    println!("| resident after all of the above | {after:.1} MiB |");
    let mut starts: Vec<Duration> = (0..5)
        .map(|_| {
            server.terminate();
            server.restart()
        })
        .collect();
    starts.sort();
    println!("| first answer on the existing database (median of 5) | {:.0} ms |", starts[2].as_secs_f64() * 1e3);
}

// --- what is asked ---------------------------------------------------------------------------------------------------

/// One kind of request; `request` gets the connection and the number of the request on it.
struct Case {
    name: &'static str,
    writes: bool,
    request: RequestMaker,
}

struct Client {
    address: SocketAddr,
    base: String,
    token: String,
}

impl Client {
    fn request(&self, method: &str, target: &str, body: Option<&Value>) -> Vec<u8> {
        raw(method, &format!("{}{target}", self.base), &self.token, body)
    }
}

fn raw(method: &str, target: &str, token: &str, body: Option<&Value>) -> Vec<u8> {
    let mut request = format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n");
    let body = body.map(Value::to_string).unwrap_or_default();
    if !body.is_empty() {
        request.push_str(&format!("Content-Type: application/scim+json\r\nContent-Length: {}\r\n", body.len()));
    }
    request.push_str("\r\n");
    request.push_str(&body);
    request.into_bytes()
}

/// A user of the usual size: about 1 kB.
fn body(number: usize, prefix: &str) -> Value {
    let name = format!("{prefix}{number:06}@example.com");
    user_with(
        &name,
        json!({
            "externalId": format!("{prefix}-{number}"), "displayName": format!("Barbara Jensen {number}"), "active": true,
            "title": "Tour Guide", "userType": "Employee", "preferredLanguage": "en-US", "locale": "en-US",
            "name": { "formatted": "Ms. Barbara J Jensen, III", "familyName": "Jensen", "givenName": "Barbara" },
            "emails": [{ "value": name, "type": "work", "primary": true }, { "value": format!("{prefix}{number}@home.example"), "type": "home" }],
            "phoneNumbers": [{ "value": "tel:+1-201-555-0123", "type": "work" }],
            scim::ENTERPRISE: { "employeeNumber": number.to_string(), "department": "Tours", "organization": "Universal Studios" },
        }),
    )
}

type Make = Box<dyn Fn(&Client, &[String], usize, usize) -> Vec<u8> + Send + Sync>;

/// A maker that knows the server and the users.
fn maker(client: &Client, ids: &Arc<Vec<String>>, request: Make) -> RequestMaker {
    let client = Client { address: client.address, base: client.base.clone(), token: client.token.clone() };
    let ids = Arc::clone(ids);
    Arc::new(move |connection, number| request(&client, &ids, connection, number))
}

/// The reads of one user.
fn reads(client: &Client, ids: &Arc<Vec<String>>) -> Vec<Case> {
    let make = |request: Make| maker(client, ids, request);
    // A walk over all users that no cache of neighbours helps.
    fn pick(connection: usize, number: usize, count: usize) -> usize {
        (connection * 1_000_003 + number).wrapping_mul(7_919) % count
    }
    let get = make(Box::new(|client, ids, connection, number| {
        client.request("GET", &format!("/Users/{}", ids[pick(connection, number, ids.len())]), None)
    }));
    let equal = make(Box::new(|client, ids, connection, number| {
        let filter = format!("userName eq \"user{:06}@example.com\"", pick(connection, number, ids.len()));
        client.request("GET", &format!("/Users?filter={}", encode(&filter)), None)
    }));
    vec![
        Case { name: "GET by id", writes: false, request: get },
        Case { name: "userName eq", writes: false, request: equal },
    ]
}

/// The cases; the one that makes more users is the last.
fn cases(client: &Client, ids: &Arc<Vec<String>>, small: String, large: String) -> Vec<Case> {
    let make = |request: Make| maker(client, ids, request);
    let page = make(Box::new(|client, _, _, _| client.request("GET", "/Users?count=100", None)));
    let patches = AtomicUsize::new(0);
    let patch = make(Box::new(move |client, ids, _, _| {
        // One pass over the users sets them all to false, the next to true: never a no-op.
        let number = patches.fetch_add(1, Ordering::Relaxed);
        let body = operation("replace", "active", json!((number / ids.len()) % 2 == 1));
        client.request("PATCH", &format!("/Users/{}", ids[number % ids.len()]), Some(&body))
    }));
    let member = |group: String| {
        make(Box::new(move |client: &Client, ids: &[String], connection, number| {
            let id = &ids[ids.len() - 1 - connection % ids.len()];
            // Each connection puts a member of its own in and takes it out again.
            let out = operation("remove", &format!("members[value eq \"{id}\"]"), Value::Null);
            let r#in = operations(json!([{ "op": "add", "path": "members", "value": [{ "value": id }] }]));
            let body = if number % 2 == 0 { &r#in } else { &out };
            client.request("PATCH", &format!("/Groups/{group}"), Some(body))
        }))
    };
    let created = AtomicUsize::new(0);
    let create = make(Box::new(move |client, _, _, _| {
        client.request("POST", "/Users", Some(&body(created.fetch_add(1, Ordering::Relaxed), "new")))
    }));
    let mut cases = reads(client, ids);
    cases.extend([
        Case { name: "page of 100", writes: false, request: page },
        Case { name: "PATCH active", writes: true, request: patch },
        Case { name: "member in/out of 10", writes: true, request: member(small) },
        Case { name: "member in/out of all", writes: true, request: member(large) },
        Case { name: "create", writes: true, request: create },
    ]);
    cases
}

/// The same method and body, to the handler that answers a constant.
fn constant_request(case: &Case, index: usize) -> RequestMaker {
    let request = Arc::clone(&case.request);
    let sample = request(0, 0);
    let text = String::from_utf8(sample).unwrap();
    let (line, rest) = text.split_once("\r\n").unwrap();
    let method = line.split(' ').next().unwrap();
    let bytes = format!("{method} /{index} HTTP/1.1\r\n{rest}").into_bytes();
    Arc::new(move |_, _| bytes.clone())
}

async fn create_users(
    client: &Client,
    count: usize,
    user: impl Fn(usize) -> Value + Copy + Send + 'static,
) -> Vec<String> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut tasks = Vec::new();
    for _ in 0..64.min(count) {
        let (next, address) = (Arc::clone(&next), client.address);
        let client = Client { address, base: client.base.clone(), token: client.token.clone() };
        tasks.push(tokio::spawn(async move {
            let mut connection = Connection::open(address).await;
            let mut made = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return made;
                }
                let request = client.request("POST", "/Users", Some(&user(number)));
                let answer = connection.exchange(&request).await;
                let user: Value = serde_json::from_slice(answer.body).unwrap();
                made.push((number, id_of(&user)));
            }
        }));
    }
    let mut made = Vec::new();
    for task in tasks {
        made.extend(task.await.unwrap());
    }
    made.sort();
    made.into_iter().map(|(_, id)| id).collect()
}

/// A group with those members, filled by parts that fit a request. The last 64 users of a large group are left out: the
/// connections put them in and take them out.
fn group_of(server: &Server, ids: &[String]) -> String {
    let group = server.post("/Groups", &scim::group(&format!("group of {}", ids.len()), &[])).expect(201).id();
    let members = if ids.len() > 1_000 { &ids[..ids.len() - 64] } else { ids };
    for part in members.chunks(1_000) {
        let values: Vec<Value> = part.iter().map(|id| json!({ "value": id })).collect();
        server.patch(&format!("/Groups/{group}"), &operation("add", "members", json!(values))).expect(204);
    }
    group
}

async fn join_sizes(client: &Client, cases: &[Case]) -> Vec<usize> {
    let mut connection = Connection::open(client.address).await;
    let mut sizes = Vec::new();
    for case in cases {
        sizes.push(connection.exchange(&(case.request)(0, 0)).await.body.len());
        if case.name.starts_with("member") {
            connection.exchange(&(case.request)(0, 1)).await;
        }
    }
    sizes
}

// --- the machine -----------------------------------------------------------------------------------------------------

/// How often a second 4 KiB can be appended and brought to the disk.
fn fsync_rate(directory: &std::path::Path, time: Duration) -> f64 {
    let path = directory.join("fdatasync.probe");
    let mut file = File::create(&path).unwrap();
    let block = [0x5a; 4096];
    let started = Instant::now();
    let mut count = 0;
    while started.elapsed() < time {
        file.write_all(&block).unwrap();
        file.sync_data().unwrap();
        count += 1;
    }
    let rate = f64::from(count) / started.elapsed().as_secs_f64();
    std::fs::remove_file(path).unwrap();
    rate
}

fn resident_mib(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).expect("the figures need /proc");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}
