//! What exhausts a server: input of any size or depth, and big groups. The work and the memory that one client can
//! cause stay bounded, and the process is the same afterwards.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Database, Request, Response, Server, on_both_databases};

/// The longest request body, in bytes.
const BODY: usize = 1024 * 1024;
/// The most memory that the process may ever have had, in KiB.
const MEMORY: usize = 256 * 1024;
/// Beyond it the HTTP layer refuses a URL before a route sees it.
const URL: usize = 65_000;

/// The most memory that the process ever had, in KiB.
fn peak(server: &Server) -> usize {
    let path = format!("/proc/{}/status", server.pid().unwrap());
    let status = std::fs::read_to_string(path).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// Sends it a few times: refused each time, once at least fast enough, by the same process.
#[track_caller]
fn refused(server: &Server, request: &Request, allowed: &[(u16, &str)]) {
    let pid = server.pid();
    let answers: Vec<Response> = (0..4).map(|_| server.send(request.clone())).collect();
    for answer in &answers {
        let scim_type = answer.json()["scimType"].as_str().unwrap_or_default().to_owned();
        assert!(allowed.contains(&(answer.status, scim_type.as_str())), "{answer}");
        assert!(assert_scim_error(answer, answer.status, &scim_type).len() < 1_000, "the detail repeats the input");
    }
    let best = answers.iter().map(|answer| answer.elapsed).min().unwrap();
    assert!(best < REFUSAL, "refused only after {best:?}");
    assert!(server.is_running() && server.pid() == pid, "the process has changed");
}

/// Filters that nest or run on without end, each also with a word behind it that makes no sense.
fn endless(times: usize) -> Vec<String> {
    let nested =
        |open: &str, middle: &str, close: &str| format!("{}{middle}{}", open.repeat(times), close.repeat(times));
    let endless = [
        "(".repeat(times),
        nested("(", "title pr", ")"),
        "not (".repeat(times),
        nested("not (", "title pr", ")"),
        format!("title pr{}", " and title eq 1".repeat(times)),
        format!("title pr{}", " or title eq \"x\"".repeat(times)),
        "emails[".repeat(times),
        nested("emails[not (", "type pr", ")]"),
    ];
    endless.iter().flat_map(|filter| [filter.clone(), format!("{filter} nonsense")]).collect()
}

on_both_databases! {
    /// V19, F20: a parser that recurses with its input ends its process; length and depth are looked at before.
    fn filters_that_nest_or_run_on_are_refused_at_once(server) {
        for filter in [endless(500), endless(10_000)].concat() {
            let target = format!("/Users?filter={}", filter.replace(' ', "+").replace('"', "%22"));
            let allowed = if target.len() > URL { (414, "") } else { (400, "invalidFilter") };
            refused(server, &Request::new("GET", target), &[allowed]);
        }
    }

    /// V19, F20: the same in the path of a PATCH, alone and in its brackets.
    fn patch_paths_that_nest_or_run_on_are_refused_at_once(server) {
        let before = create_user(server, json!({}));
        for filter in endless(10_000) {
            for path in [filter.clone(), format!("emails[{filter}]"), format!("emails[{filter}].value")] {
                let body = operation("replace", &path, json!("x"));
                let request = Request::new("PATCH", format!("/Users/{}", id_of(&before))).json(&body);
                refused(server, &request, &[(400, "invalidPath"), (400, "invalidFilter")]);
            }
            // A value without a path has paths as its names.
            let body = operations(json!([{ "op": "add", "value": { filter: "x" } }]));
            let response = server.patch(&format!("/Users/{}", id_of(&before)), &body);
            assert!(response.status == 200 || response.status == 400, "{response}");
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// F22: whatever a request asks for, a page is a page.
    fn numbers_of_any_size_are_capped_or_refused(server) {
        create_users(server, 2);
        for query in ["count=2147483648", "count=9223372036854775807", "startIndex=-5&count=1", "count=-2147483649"] {
            let list = server.get(&format!("/Users?{query}")).expect(200).json();
            assert!(list["Resources"].as_array().unwrap().len() <= 1000, "{query}");
            assert_eq!(list["startIndex"], json!(1), "{query}");
        }
        let past = server.get("/Users?startIndex=9223372036854775807").expect(200).json();
        assert_eq!(past["Resources"], json!([]));
        for query in ["count=9223372036854775808", "startIndex=99999999999999999999999", "count=1e9"] {
            assert_scim_error(&server.get(&format!("/Users?{query}")), 400, "invalidValue");
        }
    }

    /// F22
    fn ten_thousand_names_of_attributes_are_refused(server) {
        let id = create_users(server, 1).remove(0);
        for parameter in ["attributes", "excludedAttributes"] {
            for (names, status) in [("a,".repeat(500), 200), ("a,".repeat(10_000), 400), ("title,".repeat(10_000), 414)] {
                let names = if status == 414 { names.repeat(2) } else { names };
                let response = server.get(&format!("/Users/{id}?{parameter}={names}"));
                assert_eq!(response.status, status, "{response}");
            }
        }
    }

    /// F22: what one request may have in its head is bounded by number and by length.
    fn many_or_long_headers_are_431(server) {
        let many = (0..200).fold(Request::new("GET", "/Users?count=0"), |request, number| request.header(&format!("X-{number}"), "x"));
        assert_scim_error(&server.send(many), 431, "");
        let with = |length: usize| Request::new("GET", "/Users?count=0").header("X-Long", "x".repeat(length));
        for length in [512 * 1024, 4 * 1024 * 1024] {
            assert_scim_error(&server.send(with(length)), 431, "");
        }
        let best = (0..4).map(|_| server.send(with(64 * 1024)).elapsed).min().unwrap();
        assert!(best < REFUSAL, "answered only after {best:?}");
        server.get("/Users?count=0").expect(200);
    }
}

mod memory {
    use super::*;

    on_both_databases! {
        fresh;

        /// V26, F19, F20: a small body is a large tree in memory, and many come at once.
        fn memory_stays_bounded_under_deep_wide_and_long_bodies(server) {
            let full = |unit: &str| unit.repeat((BODY - 1_000) / unit.len());
            let bodies = [
                full("["),
                full("{\"a\":"),
                format!("{{\"schemas\":[\"{USER}\"],\"userName\":\"x\",\"emails\":[{}{{}}]}}", full("{},")),
                format!("{{\"schemas\":[\"{USER}\"],\"unknown\":[{}{{}}]}}", full("{},")),
                format!("{{\"schemas\":[\"{USER}\"],\"unknown\":[{}0]}}", full("0,")),
                format!("{{\"schemas\":[\"{PATCH_OP}\"],\"Operations\":[{}{{}}]}}", full("{},")),
            ];
            let filters = endless(3_000);
            std::thread::scope(|scope| {
                for worker in 0..12 {
                    let (bodies, filters) = (&bodies, &filters);
                    scope.spawn(move || {
                        for round in 0..bodies.len() {
                            let body = bodies[(worker + round) % bodies.len()].clone();
                            assert_eq!(server.send(Request::new("POST", "/Users").scim_body(body)).status, 400);
                            let filter = &filters[(worker + round) % filters.len()];
                            assert!(matches!(filtered(server, "/Users", filter).status, 400 | 414));
                        }
                    });
                }
            });
            assert!(server.is_running());
            let peak = peak(server);
            assert!(peak < MEMORY, "the process had {peak} KiB");
        }
    }
}

mod big_groups {
    use super::*;

    /// Far beyond the number at which others lose members or time out, and few enough for a debug build.
    const MEMBERS: usize = 10_000;

    fn create_many(server: &Server, count: usize) -> Vec<String> {
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..16).map(|_| scope.spawn(|| create_users(server, count / 16))).collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
        })
    }

    on_both_databases! {
        fresh;

        /// V28: members beyond a page were dropped by a PATCH, and one more member cost as much as all.
        fn no_member_of_a_big_group_is_lost_and_an_answer_to_one_change_stays_small(server) {
            let users = create_many(server, MEMBERS);
            let mut expected = set(users.iter().map(String::as_str));
            assert_eq!(expected.len(), MEMBERS);
            let (put, rest) = users.split_at(MEMBERS / 2);
            let id = create_group(server, &put.iter().map(String::as_str).collect::<Vec<_>>());
            let target = format!("/Groups/{id}");
            for chunk in rest.chunks(2_500) {
                let members: Vec<Value> = chunk.iter().map(|user| json!({ "value": user })).collect();
                server.patch(&target, &operation("add", "members", members.into())).expect(204);
            }
            assert_eq!(values(&server.get(&target).expect(200).json(), "members"), expected);

            let newcomer = create_users(server, 1).remove(0);
            for (body, change) in [
                (operation("add", "members", json!([{ "value": newcomer }])), 1),
                (operation("remove", &format!("members[value eq \"{}\"]", users[7]), Value::Null), -1),
                (operation("remove", "members", json!([{ "value": users[9] }])), -1),
                (operation("replace", "displayName", json!(unique("renamed"))), 0),
            ] {
                let answer = server.patch(&target, &body).expect(204);
                assert!(answer.body.is_empty(), "{change}");
            }
            expected.insert(newcomer.clone());
            expected.remove(&users[7]);
            expected.remove(&users[9]);
            assert_eq!(values(&server.get(&target).expect(200).json(), "members"), expected);

            let without = server.get(&format!("{target}?excludedAttributes=members")).expect(200);
            assert!(without.body.len() < 1_000 && without.json().get("members").is_none(), "{without}");
            assert_eq!(resources(filtered(server, "/Groups", &format!("members.value eq \"{newcomer}\""))).len(), 1);
            assert_eq!(get_user(server, &newcomer)["groups"][0]["value"], json!(id));
            assert!(get_user(server, &users[7]).get("groups").is_none());
            let peak = peak(server);
            assert!(peak < MEMORY, "the process had {peak} KiB");
        }
    }
}

mod large_bodies {
    use super::*;

    /// What a client sends, if it is let.
    const SENT: usize = 100 * 1024 * 1024;

    /// The HTTP parser reads so far ahead at most, and a client that claims less than it sends begins its next request.
    const AHEAD: usize = 512 * 1024;

    /// Sends a head and then pieces of a body as long as they are taken. Gives the answer, and how much the server has read
    /// of it all, as strace sees it.
    fn send(headers: &str, piece: &[u8]) -> (String, usize) {
        let trace = std::env::temp_dir().join(format!("{}.strace", unique("scimd")));
        let tracer = ["strace", "-f", "-qq", "-e", "trace=recvfrom", "-o", trace.to_str().unwrap()];
        let server = Server::start_with(Database::Sqlite, &[], &tracer);
        let mut stream = TcpStream::connect(server.address()).unwrap();
        stream.set_write_timeout(Some(Duration::from_secs(1))).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let head = format!(
            "POST {}/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n{headers}\r\n",
            server.base_path(),
            server.token
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut sent = 0;
        // Whoever is refused can no longer write, or is no longer read.
        while sent < SENT && stream.write_all(piece).is_ok() {
            sent += piece.len();
        }
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        server.get("/Users?count=0").expect(200);
        let peak = peak(&server);
        assert!(peak < MEMORY, "the process had {peak} KiB");
        server.terminate();
        let calls = std::fs::read_to_string(&trace).unwrap();
        let _ = std::fs::remove_file(&trace);
        let read = calls.lines().filter_map(|line| line.rsplit_once(" = ")?.1.trim().parse::<usize>().ok()).sum();
        (String::from_utf8_lossy(&answer).into_owned(), read)
    }

    #[track_caller]
    fn refused(headers: &str, piece: &[u8], status: u16) {
        let (answer, read) = send(&format!("Content-Type: application/scim+json\r\n{headers}\r\n"), piece);
        // A client that still writes when its connection is closed may lose the answer.
        assert!(answer.is_empty() || answer.starts_with(&format!("HTTP/1.1 {status} ")), "{headers}: {answer}");
        assert!(read <= BODY + AHEAD, "{headers}: {read} bytes were read");
    }

    /// V26, F18: the limit is enforced while a body is read, whatever its head says of it.
    #[test]
    fn of_a_body_of_a_hundred_megabytes_no_more_than_the_limit_is_read() {
        let blanks = vec![b' '; 0x10000];
        let chunk = [&b"10000\r\n"[..], &blanks, b"\r\n"].concat();
        refused("Content-Length: 104857600", &blanks, 413);
        refused("Content-Length: 99999999999999999999", &blanks, 400);
        refused("Transfer-Encoding: chunked", &chunk, 413);
        refused("Content-Length: 10", &blanks, 400);
        refused("Content-Length: 1000000", &blanks, 400);
        refused("Content-Encoding: gzip\r\nContent-Length: 104857600", &blanks, 415);
        refused("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", &chunk, 415);
    }
}
