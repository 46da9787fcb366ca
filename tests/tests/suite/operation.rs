//! What operators ask, and how the server ends.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::scim::*;
use tests::server::binary;
use tests::{Database, Request, Response, Server, on_both_databases};

fn ask(server: &Server, path: &str) -> Response {
    server.send_absolute(Request::new("GET", path).anonymous())
}

on_both_databases! {
    fn health_is_told_without_a_credential(server) {
        for path in ["/healthz", "/livez"] {
            assert_eq!(ask(server, path).expect(200).json(), json!({ "status": "ok" }));
        }
        let expected = json!({ "status": "ready", "database": "ok", "schema": "ok", "draining": false });
        let ready = ask(server, "/readyz").expect(200);
        assert_eq!((ready.json(), ready.header("cache-control")), (expected, Some("no-store")));
        assert_scim_error(&server.send_absolute(Request::new("POST", "/readyz").anonymous()), 405, "");
    }

    fn metrics_count_by_route_template_and_tell_no_path(server) {
        let id = id_of(&create_user(server, json!({})));
        server.get(&format!("/Users/{id}")).expect(200);
        server.get(&format!("/Users/{}", unique("secret-path"))).expect(404);
        server.send(Request::new("GET", "/Users").anonymous()).expect(401);
        server.send(Request::new("GET", "/Users").header("Authorization", "Bearer bogus")).expect(401);
        let metrics = ask(server, "/metrics").expect(200);
        assert_eq!(metrics.media_type(), Some("text/plain"));
        let text = metrics.text();
        let value = |series: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
            line.unwrap_or_else(|| panic!("no {series} in {text}")).parse::<f64>().unwrap()
        };
        let labels = |method: &str, route: &str, status: u16| {
            format!("scimd_request_duration_seconds_count{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}}")
        };
        assert!(value(&labels("POST", "/scim/v2/Users", 201)) >= 1.0);
        assert!(value(&labels("GET", "/scim/v2/Users/{id}", 200)) >= 1.0);
        assert!(value(&labels("GET", "/scim/v2/Users/{id}", 404)) >= 1.0);
        assert!(value("scimd_credential_denials_total{kind=\"missing\"}") >= 1.0);
        assert!(value("scimd_credential_denials_total{kind=\"invalid\"}") >= 1.0);
        assert!(value("scimd_database_statements_total") >= 1.0);
        assert!(value("scimd_organisations") >= 1.0);
        assert!(value("scimd_size_bytes{of=\"memory\"}") >= 1.0);
        assert!(!text.contains("secret-path") && !text.contains(&id) && !text.contains("default"), "{text}");
    }
}

#[test]
fn metrics_may_ask_for_a_token_and_have_an_address_of_their_own() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_METRICS_TOKEN", "metrics-token-0123")], &[]);
    let with = |token: &str| {
        let request = Request::new("GET", "/metrics").header("Authorization", format!("Bearer {token}"));
        server.send_absolute(request)
    };
    ask(&server, "/metrics").expect(401);
    with("metrics-token-0124").expect(401);
    with(&server.token).expect(401);
    with("metrics-token-0123").expect(200);
    ask(&server, "/healthz").expect(200);

    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_OPERATIONS_LISTEN", &port.to_string())], &[]);
    ask(&server, "/metrics").expect(404);
    ask(&server, "/readyz").expect(200);
    let mut connection = tests::Connection::open(port).unwrap();
    for (path, status) in [("/metrics", 200), ("/readyz", 200), ("/healthz", 200), ("/scim/v2/Users", 404)] {
        assert_eq!(connection.send(&Request::new("GET", path)).unwrap().status, status, "{path}");
    }
}

#[test]
fn the_health_command_asks_the_server_that_has_the_same_settings() {
    let server = Server::start(Database::Sqlite);
    let health = |address: &str, more: &[&str]| {
        let output = Command::new(binary()).args(["health", "--listen", address]).args(more).output().unwrap();
        (output.status.success(), String::from_utf8(output.stderr).unwrap())
    };
    let address = server.address().to_string();
    assert_eq!(health(&address, &[]), (true, String::new()));
    // An address that stands for all of them is asked at the loopback interface.
    let everywhere = format!("0.0.0.0:{}", server.address().port());
    assert_eq!(health(&everywhere, &[]), (true, String::new()));
    assert_eq!(health("127.0.0.1:1", &["--operations-listen", &address]), (true, String::new()));
    server.terminate();
    let (ready, reason) = health(&address, &[]);
    assert!(!ready && reason.contains("/readyz does not answer"), "{reason}");
}

/// One line a request: who, what, how, how long, and the trace; no path, no query, no body.
#[test]
fn a_request_has_one_line_in_the_log_with_its_id_and_organisation() {
    let settings = [("SCIMD_LOG", "info,scimd::api::envelope=debug"), ("SCIMD_TRUSTED_PROXIES", "127.0.0.0/8")];
    let server = Server::start_with(Database::Sqlite, &settings, &[]);
    let traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let request = Request::new("GET", "/Users?filter=title%20eq%20%22c4nary%22").header("traceparent", traceparent);
    let answer = server.send(request.header("X-Forwarded-For", "192.0.2.7")).expect(200);
    let id = answer.header("x-request-id").unwrap().to_owned();
    server.terminate();
    let log = server.log();
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|line| line["fields"]["request"] == json!(id))
        .collect();
    assert_eq!(lines.len(), 1, "{log}");
    let fields = &lines[0]["fields"];
    for (name, value) in [
        ("method", json!("GET")),
        ("route", json!("/scim/v2/Users")),
        ("status", json!(200)),
        ("organisation", json!("default")),
        ("source", json!("192.0.2.7")),
        ("trace_id", json!("4bf92f3577b34da6a3ce929d0e0e4736")),
    ] {
        assert_eq!(fields[name], value, "{name}: {fields}");
    }
    assert_eq!(fields["span_id"].as_str().unwrap().len(), 16);
    assert!(fields["credential"].is_string() && fields["micros"].is_number(), "{fields}");
    assert!(!log.contains("c4nary") && !log.contains(&server.token));
}

/// A trace is taken from trusted peers only.
#[test]
fn nobody_else_says_which_trace_a_request_belongs_to() {
    let server = Server::start(Database::Sqlite);
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    let request = Request::new("POST", "/Users").header("traceparent", format!("00-{trace}-00f067aa0ba902b7-01"));
    server.send(request.json(&user("traced"))).expect(201);
    server.terminate();
    assert!(server.log().contains("trace_id") && !server.log().contains(trace), "{}", server.log());
}

/// F5: asked to end, the server is not ready at once, serves on for a while, finishes what is under way, and ends with 0.
#[test]
fn a_server_that_is_asked_to_end_says_so_and_finishes() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_DRAIN", "2")], &[]);
    let (ended, created) = (AtomicBool::new(false), std::sync::Mutex::new(Vec::new()));
    let began = Instant::now();
    // The harness keeps the address to itself while it waits for the end.
    let (address, target) = (server.address(), format!("{}/Users", server.base_path()));
    std::thread::scope(|scope| {
        let (server, ended, created, target) = (&server, &ended, &created, &target);
        for thread in 0..4 {
            scope.spawn(move || {
                for number in 0.. {
                    // A connection a request: one that the server has accepted is answered.
                    let Ok(mut connection) = tests::Connection::open(address) else { return };
                    let name = format!("drained-{thread}-{number}");
                    let request = Request::new("POST", target.as_str()).json(&user(&name));
                    match connection.send(&request.header("Authorization", format!("Bearer {}", server.token))) {
                        Ok(answer) => {
                            created.lock().unwrap().push(answer.expect(201).id());
                        }
                        Err(error) => {
                            // The listener closes once, and what it had not accepted goes with it.
                            assert!(began.elapsed() >= Duration::from_secs(2), "{error}");
                            return;
                        }
                    }
                    if ended.load(Ordering::Relaxed) {
                        return;
                    }
                }
            });
        }
        scope.spawn(move || {
            let request = Request::new("GET", "/readyz").anonymous();
            let deadline = Instant::now() + Duration::from_secs(10);
            let answer = loop {
                let answer = tests::Connection::open(address).unwrap().send(&request).unwrap();
                if answer.status == 503 {
                    break answer;
                }
                assert!(Instant::now() < deadline, "the server is ready still: {answer}");
                std::thread::sleep(Duration::from_millis(10));
            };
            assert_eq!(answer.json()["draining"], json!(true));
        });
        assert_eq!(server.terminate(), Some(0));
        ended.store(true, Ordering::Relaxed);
    });
    assert!(began.elapsed() < Duration::from_secs(28), "{:?}", began.elapsed());
    server.restart();
    let created = created.into_inner().unwrap();
    assert!(!created.is_empty());
    for id in created {
        server.get(&format!("/Users/{id}")).expect(200);
    }
}
