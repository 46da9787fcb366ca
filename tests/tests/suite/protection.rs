//! What protects the server from its clients, and organisations from each other.

use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;
use tests::scim::*;
use tests::{Database, Request, Response, Server};

/// Another organisation, and a token of it.
fn organisation(server: &Server, slug: &str) -> String {
    server.done(&["org", "create", slug]);
    server.token_for(slug, &["--name", "test"])
}

fn ask(server: &Server, token: &str) -> Response {
    server.send(Request::new("GET", "/Users?count=0").header("Authorization", format!("Bearer {token}")))
}

#[track_caller]
fn retry_after(response: &Response) -> u64 {
    let seconds = response.header("retry-after").unwrap_or_else(|| panic!("no Retry-After: {response}"));
    seconds.parse().unwrap_or_else(|_| panic!("Retry-After is no whole number of seconds: {response}"))
}

/// 7644-7.6-02, F25: who sends too much is told when to come again, and nobody else notices.
#[test]
fn a_flood_of_one_organisation_is_refused_and_another_is_served() {
    let settings = [("SCIMD_RATE_LIMIT", "1"), ("SCIMD_RATE_BURST", "20")];
    let server = Server::start_with(Database::Sqlite, &settings, &[]);
    let (flooding, quiet) = (organisation(&server, "flooding"), organisation(&server, "quiet"));
    let began = Instant::now();
    let answers: Vec<Response> = (0..200).map(|_| ask(&server, &flooding)).collect();
    let let_in = answers.iter().filter(|answer| answer.status == 200).count() as u64;
    assert!((20..=21 + began.elapsed().as_secs()).contains(&let_in), "{let_in} of 200 were let in");
    for answer in answers.iter().filter(|answer| answer.status != 200) {
        assert_scim_error(answer, 429, "");
        assert!((1..=2).contains(&retry_after(answer)), "{answer}");
    }
    for _ in 0..10 {
        ask(&server, &quiet).expect(200);
    }
    let refused = loop {
        let answer = ask(&server, &flooding);
        if answer.status == 429 {
            break answer;
        }
    };
    std::thread::sleep(Duration::from_secs(retry_after(&refused)));
    ask(&server, &flooding).expect(200);
    let metrics = server.send_absolute(Request::new("GET", "/metrics").anonymous()).expect(200).text();
    assert!(metrics.contains("scimd_requests_rejected_total{reason=\"rate\"} "), "{metrics}");
}

/// An organisation has a limit of its own, which takes effect on a running server.
#[test]
fn the_limit_of_an_organisation_goes_before_that_of_the_server() {
    let server = Server::start(Database::Sqlite);
    let token = organisation(&server, "acme");
    let file = server.directory().join("settings.json");
    std::fs::write(&file, json!({ "rateLimit": { "perSecond": 1, "burst": 2 } }).to_string()).unwrap();
    server.done(&["org", "settings", "acme", "--set", file.to_str().unwrap()]);
    let refused = (0..5).map(|_| ask(&server, &token)).filter(|answer| answer.status == 429).count();
    assert!(refused >= 2, "{refused} of 5 were refused");
    assert!((0..50).all(|_| server.get("/Users?count=0").status == 200), "another organisation has no limit");
    std::fs::write(&file, json!({ "rateLimit": { "perSecond": "many" } }).to_string()).unwrap();
    let wrong = server.command(&["org", "settings", "acme", "--set", file.to_str().unwrap()]);
    assert!(!wrong.status.success(), "a limit that is no number");
}

/// Opens a request whose body does not come, which is under way until it does.
fn unfinished(server: &Server, token: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let head = format!(
        "POST {}/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{",
        server.base_path()
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream
}

fn in_flight(server: &Server) -> usize {
    let metrics = server.send_absolute(Request::new("GET", "/metrics").anonymous()).expect(200).text();
    let line = metrics.lines().find_map(|line| line.strip_prefix("scimd_requests_in_flight ")).unwrap();
    line.parse().unwrap()
}

#[track_caller]
fn until(what: &str, holds: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds() {
        assert!(Instant::now() < deadline, "{what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// So many requests are under way and no more, half of them of one organisation; who asks how the server is, is answered.
#[test]
fn beyond_the_requests_at_a_time_there_is_503_and_health_is_answered() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_MAX_CONCURRENT", "4")], &[]);
    let others: Vec<String> = ["one", "two"].map(|slug| organisation(&server, slug)).to_vec();
    let mut held: Vec<TcpStream> = (0..2).map(|_| unfinished(&server, &server.token)).collect();
    until("two are under way", || in_flight(&server) == 2);
    let refused = server.get("/Users?count=0");
    assert_scim_error(&refused, 429, "");
    assert!(retry_after(&refused) >= 1);
    ask(&server, &others[0]).expect(200);
    held.extend(others.iter().map(|token| unfinished(&server, token)));
    until("four are under way", || in_flight(&server) == 4);
    let refused = ask(&server, &others[0]);
    assert_scim_error(&refused, 503, "");
    assert!(retry_after(&refused) >= 1);
    for path in ["/healthz", "/livez", "/readyz", "/metrics"] {
        server.send_absolute(Request::new("GET", path).anonymous()).expect(200);
    }
    drop(held);
    until("none is under way", || in_flight(&server) == 0);
    server.get("/Users?count=0").expect(200);
}

/// A request has its time in all.
#[test]
fn a_request_that_takes_too_long_is_answered_503() {
    let settings = [("SCIMD_REQUEST_TIMEOUT", "1"), ("SCIMD_CLIENT_TIMEOUT", "30")];
    let server = Server::start_with(Database::Sqlite, &settings, &[]);
    let began = Instant::now();
    let mut stream = unfinished(&server, &server.token);
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut answer = [0; 1024];
    let read = std::io::Read::read(&mut stream, &mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer[..read]).to_lowercase();
    assert!(answer.starts_with("http/1.1 503 ") && answer.contains("\r\nretry-after: "), "{answer}");
    assert!(began.elapsed() >= Duration::from_millis(900), "{:?}", began.elapsed());
    server.get("/Users?count=0").expect(200);
}

/// F26: bad credentials without end are refused later and later, fill neither memory nor log, and hold nobody else up.
#[test]
fn repeated_bad_credentials_are_refused_slowly_and_good_ones_served_at_once() {
    let server = Server::start_with(Database::Sqlite, &[("SCIMD_DENIAL_DELAY", "500")], &[]);
    let bogus = |number: usize| {
        let request = Request::new("POST", "/Users").json(&user("nobody"));
        server.send(request.header("Authorization", format!("Bearer bogus-{number}-0123456789")))
    };
    let first = bogus(0).expect(401);
    assert!(first.elapsed < Duration::from_millis(400), "the first is answered at once: {:?}", first.elapsed);
    (1..40).for_each(|number| drop(bogus(number)));
    let late = bogus(40).expect(401);
    assert!(late.elapsed >= Duration::from_millis(400), "{:?}", late.elapsed);
    let quick = server.get("/Users?count=0").expect(200);
    assert!(quick.elapsed < Duration::from_millis(400), "a good credential is answered at once: {:?}", quick.elapsed);
    let missing = server.send(Request::new("GET", "/Users").anonymous()).expect(401);
    assert!(missing.elapsed < Duration::from_millis(400), "who sends none guesses nothing: {:?}", missing.elapsed);

    let memory = |server: &Server| {
        let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid().unwrap())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap().trim().to_owned();
        line.trim_end_matches(" kB").parse::<u64>().unwrap()
    };
    let (log, before) = (server.log().lines().count(), memory(&server));
    let statuses = std::sync::Mutex::new(std::collections::BTreeMap::<u16, usize>::new());
    std::thread::scope(|scope| {
        for thread in 0..40 {
            let (bogus, statuses) = (&bogus, &statuses);
            scope.spawn(move || {
                let until = Instant::now() + Duration::from_secs(5);
                for number in 0.. {
                    let answer = bogus(1_000 + thread * 1_000_000 + number);
                    if answer.status == 429 {
                        assert!(retry_after(&answer) >= 1);
                    }
                    *statuses.lock().unwrap().entry(answer.status).or_default() += 1;
                    if Instant::now() > until {
                        break;
                    }
                }
            });
        }
    });
    let statuses = statuses.into_inner().unwrap();
    assert!(statuses.keys().all(|status| matches!(status, 401 | 429)), "{statuses:?}");
    assert!(statuses[&429] > 500, "beyond those held back the rest is refused at once: {statuses:?}");
    let lines = server.log().lines().count() - log;
    assert!(lines <= 5, "{lines} lines were logged of {statuses:?}");
    let grown = memory(&server).saturating_sub(before);
    assert!(grown < 40_000, "the process grew by {grown} KiB");
    assert_eq!(server.get("/Users?count=0").expect(200).json()["totalResults"], 0);
}
