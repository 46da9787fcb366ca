//! An acknowledged write is there after a crash, and every commit reaches the disk first.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use tests::scim::*;
use tests::{Connection, Database, Request, Server, on_both_databases};

const ROUNDS: usize = 20;
const WRITERS: usize = 8;

/// What the server has acknowledged: the user's id, with the nickName last set, and the one tried when the server died.
#[derive(Default)]
struct Acknowledged {
    users: BTreeMap<String, (String, Option<String>)>,
    members: Vec<String>,
}

on_both_databases! {
    fresh;

    /// kill -9 during a stream of writes, twenty times
    fn every_acknowledged_write_survives_kill_9(server) {
        let group = create_group(server, &[]);
        let acknowledged = Mutex::new(Acknowledged::default());
        for round in 0..ROUNDS {
            let stop = AtomicBool::new(false);
            let before = acknowledged.lock().unwrap().users.len();
            thread::scope(|scope| {
                for writer in 0..WRITERS {
                    let (acknowledged, stop, group) = (&acknowledged, &stop, &group);
                    scope.spawn(move || write(server, group, &format!("{round}-{writer}"), acknowledged, stop));
                }
                // Never the same moment of the write path twice.
                thread::sleep(Duration::from_millis(120 + (round as u64 * 37) % 110));
                // A busy machine may need longer for its first write.
                let deadline = Instant::now() + Duration::from_secs(10);
                while acknowledged.lock().unwrap().users.len() == before && Instant::now() < deadline {
                    thread::sleep(Duration::from_millis(1));
                }
                server.kill9();
                stop.store(true, Ordering::Relaxed);
            });
            let restart = server.restart();
            assert!(restart < Duration::from_secs(10), "round {round}: back only after {restart:?}");
            let acknowledged = acknowledged.lock().unwrap();
            assert!(acknowledged.users.len() > before, "round {round}: nothing was written, so nothing is tested");
            check(server, &group, &acknowledged, round);
        }
        let log = server.log();
        assert!(!log.contains("panicked"), "the log tells of a panic");
    }

    fn a_restart_keeps_the_token_and_prints_none(server) {
        let before = create_user(server, json!({}));
        assert!(server.stdout().contains("Token: "), "a new database shows its token: {}", server.stdout());
        server.kill9();
        server.restart();
        assert_unchanged(server, "/Users", &before);
        assert!(!server.stdout().contains("Token"), "the token is shown once: {}", server.stdout());
        assert!(server.stdout().contains("Base URL: ") && server.stdout().contains("Docs: "));
    }

    /// SIGTERM: what was accepted is answered, and the process ends in order
    fn sigterm_under_load_loses_nothing_and_ends_with_0(server) {
        let group = create_group(server, &[]);
        let acknowledged = Mutex::new(Acknowledged::default());
        let stop = AtomicBool::new(false);
        thread::scope(|scope| {
            for writer in 0..WRITERS {
                let (acknowledged, stop, group) = (&acknowledged, &stop, &group);
                scope.spawn(move || write(server, group, &format!("t-{writer}"), acknowledged, stop));
            }
            thread::sleep(Duration::from_millis(200));
            assert_eq!(server.terminate(), Some(0));
            stop.store(true, Ordering::Relaxed);
        });
        server.restart();
        check(server, &group, &acknowledged.lock().unwrap(), 0);
    }
}

/// Creates users, renames them and adds them to the group, one after the other, until the server is gone.
fn write(server: &Server, group: &str, tag: &str, acknowledged: &Mutex<Acknowledged>, stop: &AtomicBool) {
    // On a busy machine the server may be gone before this writer has begun.
    let Ok(mut connection) = Connection::open(server.address()) else { return };
    for number in 0.. {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let body = user_with(&format!("crash-{tag}-{number}"), json!({ "nickName": "created" }));
        let Ok(created) = server.send_on(&mut connection, Request::new("POST", "/Users").json(&body)) else { return };
        if created.status != 201 {
            assert_eq!(created.status, 503, "{created}");
            return;
        }
        let id = created.id();
        let users = |nick: &str, tried: Option<&str>| {
            acknowledged.lock().unwrap().users.insert(id.clone(), (nick.to_owned(), tried.map(str::to_owned)));
        };
        users("created", None);
        if number % 3 == 1 {
            users("created", Some("patched"));
            let patch = operation("replace", "nickName", json!("patched"));
            let request = Request::new("PATCH", format!("/Users/{id}")).json(&patch);
            let Ok(patched) = server.send_on(&mut connection, request) else { return };
            if patched.status != 200 {
                return;
            }
            users("patched", None);
        }
        if number % 3 == 2 {
            let add = operation("add", "members", json!([{ "value": id }]));
            let request = Request::new("PATCH", format!("/Groups/{group}")).json(&add);
            let Ok(added) = server.send_on(&mut connection, request) else { return };
            if added.status == 204 {
                acknowledged.lock().unwrap().members.push(id);
            }
        }
    }
}

#[track_caller]
fn check(server: &Server, group: &str, acknowledged: &Acknowledged, round: usize) {
    let mut found = BTreeMap::new();
    let total = server.get("/Users?count=0").expect(200).json()["totalResults"].as_u64().unwrap() as usize;
    while found.len() < total {
        let target = format!("/Users?attributes=nickName&count=1000&startIndex={}", found.len() + 1);
        let page = resources(server.get(&target));
        assert!(!page.is_empty(), "round {round}: the counter says {total}, the pages hold {}", found.len());
        found.extend(page.iter().map(|user| (id_of(user), user["nickName"].as_str().unwrap_or_default().to_owned())));
    }
    for (id, (nick, tried)) in &acknowledged.users {
        let kept = found.get(id).unwrap_or_else(|| panic!("round {round}: the acknowledged user {id} is lost"));
        assert!(kept == nick || Some(kept) == tried.as_ref(), "round {round}: {id} is {kept}, acknowledged was {nick}");
    }
    let members = values(&server.get(&format!("/Groups/{group}")).expect(200).json(), "members");
    for id in &acknowledged.members {
        assert!(members.contains(id), "round {round}: the acknowledged member {id} is lost");
    }
}

/// One at a time there is no one to share a commit with: at least one fdatasync (or fsync) a write.
#[test]
fn every_commit_on_sqlite_is_synchronised() {
    const WRITES: usize = 200;
    let idle = synchronisations(0);
    let busy = synchronisations(WRITES);
    assert!(
        busy >= idle + WRITES,
        "{WRITES} sequential creates made {} synchronisations ({idle} without any)",
        busy.saturating_sub(idle)
    );
}

/// Runs a server below strace, creates that many users one after the other, and counts what reached the disk.
fn synchronisations(writes: usize) -> usize {
    let counts = std::env::temp_dir().join(format!("{}.strace", unique("scimd")));
    let output = counts.to_str().unwrap();
    // -f -c counts over all threads; a plain list would also show calls of a process that ends before they do.
    let tracer = ["strace", "-f", "-c", "-e", "trace=fdatasync,fsync", "-o", output];
    let server = Server::start_with(Database::Sqlite, &[], &tracer);
    for _ in 0..writes {
        server.post("/Users", &user(&unique("sync"))).expect(201);
    }
    server.terminate();
    let table = std::fs::read_to_string(&counts).unwrap();
    let _ = std::fs::remove_file(&counts);
    // % time     seconds  usecs/call     calls    errors syscall
    let calls = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let known = matches!(words.last(), Some(&("fdatasync" | "fsync")));
        known.then(|| words[3].parse::<usize>().unwrap_or_else(|_| panic!("not a table of strace: {table}")))
    };
    table.lines().filter_map(calls).sum()
}
