//! Whole journeys: `scimd check` goes the way of every provider against the running server, and tells what a broken server
//! does wrong.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::admin::Administration;
use tests::{Organisation, Request, on_both_databases, server};

const PROVIDERS: [&str; 11] = [
    "default",
    "entra",
    "okta",
    "onelogin",
    "jumpcloud",
    "ping",
    "google",
    "sailpoint",
    "cyberark",
    "authentik",
    "keycloak",
];

/// Runs `scimd check` with the token in the environment and further arguments.
fn check(url: &str, provider: &str, token: &str, more: &[&str]) -> Output {
    let mut command = Command::new(server::binary());
    command.args(["check", url, "--as", provider]).args(more).env("SCIMD_CHECK_TOKEN", token).stdin(Stdio::null());
    command.output().unwrap()
}

#[track_caller]
fn report(output: &Output) -> Value {
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("no report ({error}): {text}{}", String::from_utf8_lossy(&output.stderr)))
}

/// Goes a provider's way in an organisation; all must go well and the organisation be as before.
#[track_caller]
fn journey(organisation: &Organisation<'_>, provider: &str) -> Value {
    let before = organisation.everything();
    let output = check(&organisation.base_url(), provider, &organisation.token, &["--json"]);
    let report = report(&output);
    let steps = report["steps"].as_array().unwrap();
    let bad: Vec<&Value> = steps.iter().filter(|step| step["result"] != "passed").collect();
    assert!(bad.is_empty(), "{provider}: {bad:#?}");
    assert_eq!((&report["ok"], output.status.code()), (&json!(true), Some(0)), "{report:#}");
    assert!(steps.len() >= 10, "{report:#}");
    assert_eq!(report["left"], json!([]));
    assert_eq!(organisation.everything(), before, "{provider} left something behind");
    report
}

/// What could be better, of every request.
fn notes(report: &Value) -> Vec<Value> {
    let steps = report["steps"].as_array().unwrap().iter();
    let exchanges = steps.flat_map(|step| step["exchanges"].as_array().unwrap());
    exchanges.flat_map(|exchange| exchange["notes"].as_array().unwrap().clone()).collect()
}

on_both_databases! {
    /// Every provider's whole journey, in an organisation that has something in it already.
    fn every_provider_provisions_at_the_first_try(server) {
        for provider in PROVIDERS {
            let organisation = server.organisation(provider);
            organisation.post("/Users", &tests::scim::user("somebody")).expect(201);
            journey(&organisation, provider);
        }
    }

    /// On the profile that suits it a provider has nothing to wish for: Entra ID's `replace` of members adds (quirk 15), and
    /// OneLogin is answered in its media type (quirk 48).
    fn the_profile_of_a_provider_leaves_nothing_to_note(server) {
        for (provider, profile) in [("entra", "entra"), ("okta", "okta"), ("onelogin", "onelogin"), ("authentik", "default")] {
            let id = tests::scim::unique(provider);
            server.done(&["org", "create", &id, "--profile", profile]);
            let token = server.token_for(&id, &[]);
            let report = journey(&Organisation { server, id, token }, provider);
            assert_eq!(report["profile"], profile);
            assert_eq!(notes(&report), Vec::<Value>::new(), "{provider}");
        }
        let report = journey(&server.organisation("onelogin"), "onelogin");
        assert_eq!(notes(&report).len(), 1, "{report:#}");
    }

    /// The way of a provider tells which profile would suit it, and a compliant client is told nothing.
    fn the_report_of_quirks_suggests_the_profile_of_the_provider(server) {
        let admin = Administration::of(server);
        for (provider, profile) in [("entra", "entra"), ("okta", "okta"), ("default", "default")] {
            let organisation = server.organisation(provider);
            journey(&organisation, provider);
            let report = || admin.get(&format!("/organisations/{}/quirks", organisation.id)).expect(200).json();
            let deadline = Instant::now() + Duration::from_secs(10);
            // The log is written a moment after the answers.
            std::thread::sleep(Duration::from_millis(500));
            while report()["items"] == json!([]) && profile != "default" {
                assert!(Instant::now() < deadline, "{provider} showed no quirk");
                std::thread::sleep(Duration::from_millis(100));
            }
            let report = report();
            assert_eq!(report["profile"], json!("default"));
            for client in report["items"].as_array().unwrap() {
                assert_eq!(client["suggested"], json!(profile), "{report:#}");
                assert!(client["quirks"].as_array().unwrap().iter().all(|quirk| quirk["requests"].as_u64() > Some(0)));
            }
            let shown: Value = serde_json::from_str(&server.done(&["org", "quirks", &organisation.id, "--json"])).unwrap();
            assert_eq!(shown, report);
        }
        let metrics = server.send_absolute(Request::new("GET", "/metrics").anonymous()).expect(200).text();
        assert!(metrics.contains("scimd_quirks_total{quirk="), "{metrics}");
    }

    /// Four providers at once, each in an organisation of its own, twice over.
    fn four_providers_provision_four_organisations_at_once(server) {
        std::thread::scope(|scope| {
            for provider in ["entra", "okta", "authentik", "sailpoint"] {
                scope.spawn(move || {
                    let organisation = server.organisation(provider);
                    journey(&organisation, provider);
                    journey(&organisation, provider);
                });
            }
        });
    }

    /// A server that asks to wait, and answers that are lost after the server has acted: the journey goes on, and every
    /// resource is there once (quirk: repeated POST after a timeout).
    fn a_journey_survives_a_429_and_lost_answers(server) {
        let organisation = server.organisation("flaky");
        let seen = Arc::new(AtomicUsize::new(0));
        let posts = Arc::new(AtomicUsize::new(0));
        let (address, counter, lost) = (server.address(), Arc::clone(&seen), Arc::clone(&posts));
        let proxy = serve(move |request| {
            if counter.fetch_add(1, Ordering::Relaxed) == 2 {
                return Some(answer(429, "Retry-After: 1\r\n", ""));
            }
            let answer = forward(address, request);
            let post = request.head.starts_with("POST ") && lost.fetch_add(1, Ordering::Relaxed) == 0;
            let patch = request.head.starts_with("PATCH ") && lost.fetch_add(1, Ordering::Relaxed) == 2;
            (!post && !patch).then_some(answer)
        });
        let url = format!("http://{proxy}{}", organisation.base_path());
        let started = Instant::now();
        let output = check(&url, "default", &organisation.token, &["--json"]);
        let report = report(&output);
        assert_eq!(report["ok"], true, "{report:#}");
        assert!(started.elapsed() >= Duration::from_secs(1), "Retry-After was not honoured");
        let exchanges: Vec<&Value> =
            report["steps"].as_array().unwrap().iter().flat_map(|step| step["exchanges"].as_array().unwrap()).collect();
        assert_eq!(exchanges.iter().filter(|exchange| exchange["waited"] == 1).count(), 1, "{report:#}");
        assert!(exchanges.iter().any(|exchange| exchange["repeated"] == true && exchange["sent"] == "POST /Users"), "{report:#}");
        assert!(organisation.everything().is_empty(), "{:?}", organisation.everything());
    }

    /// A server that fails in the middle: the journey fails there, and what was created before is deleted all the same.
    fn a_failed_journey_leaves_nothing_behind(server) {
        let organisation = server.organisation("failing");
        let address = server.address();
        let proxy = serve(move |request| {
            Some(match request.head.starts_with("PATCH ") {
                true => answer(500, "", "{}"),
                false => forward(address, request),
            })
        });
        let url = format!("http://{proxy}{}", organisation.base_path());
        let output = check(&url, "default", &organisation.token, &["--json"]);
        assert_eq!(output.status.code(), Some(1));
        let report = report(&output);
        assert_eq!(report["steps"][5]["step"], "update");
        assert_eq!(report["steps"][5]["result"], "failed");
        assert!(report["steps"][5]["exchanges"][0]["mend"].as_str().unwrap().contains("log"), "{report:#}");
        assert!(organisation.everything().is_empty());
    }

    /// A wrong token is told as that, and is not shown.
    fn a_refused_token_is_told_and_not_shown(server) {
        let output = check(&server.base_url(), "entra", "wrong-token-of-mine", &[]);
        assert_eq!(output.status.code(), Some(1));
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.contains("FAILED  connect") && text.contains("See that the token is right"), "{text}");
        assert!(!text.contains("wrong-token-of-mine"), "{text}");
    }

    /// The token can come from standard input, so that it is on no command line.
    fn a_token_is_read_from_standard_input(server) {
        let organisation = server.organisation("stdin");
        let mut child = Command::new(server::binary())
            .args(["check", &organisation.base_url(), "--token", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        writeln!(child.stdin.take().unwrap(), "{}", organisation.token).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

/// A server that pays no heed to filters and shows somebody: the failing step is named, and nothing of somebody's is
/// written or deleted.
#[test]
fn a_broken_server_is_named_by_its_step_and_not_harmed() {
    let writes = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&writes);
    let somebody = json!({ "id": "somebody", "userName": "somebody", "displayName": "somebody", "active": true });
    let address = serve(move |request| {
        if !request.head.starts_with("GET ") {
            sink.lock().unwrap().push(request.head.lines().next().unwrap().to_owned());
        }
        let list = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": 1, "startIndex": 1,
            "itemsPerPage": 1, "Resources": [somebody],
        });
        Some(match request.head.starts_with("POST ") {
            true => answer(500, "", "{}"),
            false => answer(200, "", &list.to_string()),
        })
    });
    let output = check(&format!("http://{address}/scim/v2"), "okta", "token", &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report = report(&output);
    let step =
        |name: &str| report["steps"].as_array().unwrap().iter().find(|step| step["step"] == name).unwrap().clone();
    assert_eq!(step("connect")["result"], "passed");
    assert_eq!(step("match")["result"], "failed");
    let exchange = &step("match")["exchanges"][0];
    assert!(exchange["sent"].as_str().unwrap().contains("filter=userName"), "{exchange:#}");
    assert!(exchange["expected"].as_str().unwrap().contains("/totalResults = 0"), "{exchange:#}");
    assert!(exchange["came"].as_str().unwrap().starts_with("200 "), "{exchange:#}");
    assert!(exchange["mend"].as_str().unwrap().contains("ListResponse"), "{exchange:#}");
    assert_eq!(step("disable")["result"], "skipped");
    assert!(String::from_utf8_lossy(&output.stderr).contains("failed: match"), "{output:?}");
    let writes = writes.lock().unwrap();
    assert!(!writes.is_empty() && writes.iter().all(|line| line.starts_with("POST ")), "{writes:?}");
}

/// A token is not carried to where a redirect points.
#[test]
fn a_redirect_is_not_followed_with_the_token() {
    let reached = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&reached);
    let elsewhere = serve(move |_| {
        counter.fetch_add(1, Ordering::Relaxed);
        Some(answer(200, "", "{}"))
    });
    let address = serve(move |_| Some(answer(302, &format!("Location: http://{elsewhere}/\r\n"), "")));
    let output = check(&format!("http://{address}/scim/v2"), "google", "token", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("the server redirects to"), "{output:?}");
    assert_eq!(reached.load(Ordering::Relaxed), 0);
}

/// A request as it arrived.
struct Arrived {
    head: String,
    body: Vec<u8>,
}

/// A server that answers each request on a connection of its own; no answer closes the connection.
fn serve(answers: impl Fn(&Arrived) -> Option<Vec<u8>> + Send + Sync + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let Some(request) = arrived(&stream) else { continue };
            if let Some(bytes) = answers(&request) {
                let _ = (&stream).write_all(&bytes);
            }
        }
    });
    address
}

fn arrived(stream: &TcpStream) -> Option<Arrived> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        head.push_str(&line);
    }
    let length = head.lines().find_map(|line| {
        line.to_ascii_lowercase().strip_prefix("content-length:").and_then(|length| length.trim().parse().ok())
    });
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    Some(Arrived { head, body })
}

fn answer(status: u16, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 {status} Answer\r\nContent-Type: application/scim+json\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// The answer of the real server to the request, with `Connection: close`.
fn forward(address: SocketAddr, request: &Arrived) -> Vec<u8> {
    let mut lines = request.head.lines();
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut forwarded = Request::new(method, target);
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        if !["content-length", "host", "connection"].contains(&name.to_ascii_lowercase().as_str()) {
            forwarded = forwarded.header(name, value);
        }
    }
    if !request.body.is_empty() {
        forwarded = forwarded.body(request.body.clone());
    }
    let response = tests::Connection::open(address).unwrap().send(&forwarded).unwrap();
    let location = response.header("location").map(|url| format!("Location: {url}\r\n")).unwrap_or_default();
    if response.status == 204 {
        return b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".to_vec();
    }
    answer(response.status, &location, &response.text())
}
