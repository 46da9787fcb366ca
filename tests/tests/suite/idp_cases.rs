//! What identity providers really send: 212 recorded requests, each with what was there before, what must come back and
//! what must hold afterwards, in `idp/cases.jsonl`.
//!
//! A case runs in an organisation of the profile that it names, which is empty when it begins. Where two readings of the
//! protocol contend, `otherwise` has the other one, and the profile that follows it. A line of the file is one case:
//!
//! - `given`: users and groups that are there, by the names that `{{u1}}` stands for; `many` are that many more users.
//! - `request`: what is sent; `parallel` is the body of a second request at the same time.
//! - `expect`: the statuses that are right; by JSON pointer: `json` has values, `absent` what is not there, `empty` what is
//!   not there or has no element, `types` the kinds of values, `length` of lists, `values` the `value`s of a list in any
//!   order, `not` values that must be others; `headers` are patterns; `after` are further requests.

use crate::profiles::{Tenant, tenant};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use tests::http::Response;
use tests::{Database, Request, Server};

/// The cases.
const CASES: &str = include_str!("idp/cases.jsonl");

/// Cases that are held to be wrong, or to be about something that this server has not, each with the reason.
const HELD_WRONG: [(&str, &str); 1] = [(
    "okta-062",
    "it lists the entitlement type Role, which is no resource type of RFC 7643; a server has it once schemas/ declares it",
)];

/// The organisations that the cases run in.
struct Stage<'a> {
    server: &'a Server,
    tenants: BTreeMap<String, Tenant>,
    other: Tenant,
}

/// What the names in a case stand for.
type Names = BTreeMap<String, String>;

fn run_all(database: Database) {
    let server = &Server::start(database);
    let other = tenant(server, "other", "default");
    let mut stage = Stage { server, tenants: BTreeMap::new(), other };
    let (mut passed, mut failures) = (0, String::new());
    for line in CASES.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let id = case["id"].as_str().unwrap();
        if HELD_WRONG.iter().any(|(held, _)| *held == id) {
            continue;
        }
        let readings = std::iter::once((&case["profile"], &case["expect"]))
            .chain(case["otherwise"].as_array().into_iter().flatten().map(|reading| (&reading["profile"], reading)));
        for (profile, expect) in readings {
            let profile = profile.as_str().unwrap();
            match stage.run(&case, profile, expect) {
                Ok(()) => passed += 1,
                Err(wrong) => writeln!(failures, "{id} on {profile}: {wrong}").unwrap(),
            }
        }
    }
    assert!(failures.is_empty(), "{passed} readings of cases pass, {} do not:\n{failures}", failures.lines().count());
    assert_eq!(CASES.lines().count(), 212);
}

#[test]
fn every_recorded_request_is_answered_as_its_client_needs_on_sqlite() {
    run_all(Database::Sqlite);
}

#[test]
fn every_recorded_request_is_answered_as_its_client_needs_on_postgres() {
    run_all(Database::Postgres);
}

/// A case that is held wrong must be there, and still be wrong: else its entry says nothing.
#[test]
fn every_case_that_is_held_wrong_is_one() {
    for (id, reason) in HELD_WRONG {
        assert!(CASES.lines().any(|line| line.contains(&format!("{{\"id\":\"{id}\""))), "{id}");
        assert!(reason.len() > 40, "{id} needs a reason");
    }
}

impl Stage<'_> {
    fn run(&mut self, case: &Value, profile: &str, expect: &Value) -> Result<(), String> {
        let server = self.server;
        let tenant = self
            .tenants
            .entry(profile.to_owned())
            .or_insert_with(|| tenant(server, &format!("on-{profile}"), profile))
            .clone();
        tenant.clear(server);
        self.other.clear(server);
        let mut names = Names::new();
        names.insert("token".to_owned(), tenant.token.clone());
        names.insert("basic".to_owned(), tenant.basic.clone());
        names.insert("token_of_other_tenant".to_owned(), self.other.token.clone());
        seed(server, &tenant, &case["given"], &mut names)?;
        let asked = &case["request"];
        let response = if asked["parallel"].is_null() {
            send(server, &tenant, asked, &names)
        } else {
            let mut second = asked.clone();
            second["body"] = asked["parallel"].clone();
            std::thread::scope(|scope| {
                let other = scope.spawn(|| send(server, &tenant, &second, &names));
                let one = send(server, &tenant, asked, &names);
                let other = other.join().map_err(|_| "the second request failed".to_owned())?;
                check_status(&other, expect)?;
                Ok::<_, String>(one)
            })?
        };
        // A PATCH without a body in its answer is judged by a GET.
        let shown = match (asked["method"].as_str(), response.status) {
            (Some("PATCH"), 204) => send(server, &tenant, &json!({"method": "GET", "path": asked["path"]}), &names),
            _ => response.clone(),
        };
        check_status(&response, expect)?;
        check_headers(&response, expect)?;
        check_body(&shown, expect, &names)?;
        for next in expect["after"].as_array().into_iter().flatten() {
            let mut request = next.clone();
            request["headers"] = scim();
            let response = send(server, &tenant, &request, &names);
            check_status(&response, next).and_then(|()| check_body(&response, next, &names)).map_err(|wrong| {
                format!("after it {} {}: {wrong}", next["method"].as_str().unwrap(), next["path"].as_str().unwrap())
            })?;
        }
        Ok(())
    }
}

/// The headers of requests that are none of the client's own.
fn scim() -> Value {
    json!({"Content-Type": "application/scim+json"})
}

fn seed(server: &Server, tenant: &Tenant, given: &Value, names: &mut Names) -> Result<(), String> {
    let empty = Map::new();
    for (kind, path) in [("users", "/Users"), ("groups", "/Groups")] {
        for (name, body) in given[kind].as_object().unwrap_or(&empty) {
            let request = json!({"method": "POST", "path": path, "headers": scim(), "body": body});
            let response = send(server, tenant, &request, names);
            if response.status != 201 {
                return Err(format!("what must be there before cannot be made: {name}: {response}"));
            }
            names.insert(name.clone(), response.id());
        }
    }
    for number in 0..given["many"].as_u64().unwrap_or(0) {
        let user = tests::scim::user(&format!("u{number:03}"));
        send(server, tenant, &json!({"method": "POST", "path": "/Users", "headers": scim(), "body": user}), names)
            .expect(201);
    }
    Ok(())
}

/// The text with what its names stand for.
fn filled(text: &str, names: &Names) -> String {
    names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), value))
}

fn send(server: &Server, tenant: &Tenant, asked: &Value, names: &Names) -> Response {
    let text = |value: &Value| filled(value.as_str().unwrap(), names);
    let mut request = Request::new(asked["method"].as_str().unwrap(), text(&asked["path"]));
    let headers = asked["headers"].as_object();
    let has = |name: &str| headers.is_some_and(|headers| headers.keys().any(|key| key.eq_ignore_ascii_case(name)));
    for (name, value) in headers.into_iter().flatten() {
        request = request.header(name, text(value));
    }
    if !has("Authorization") {
        request = request.header("Authorization", format!("Bearer {}", tenant.token));
    }
    if !asked["body"].is_null() {
        request = request.body(filled(&asked["body"].to_string(), names));
    }
    server.send(request)
}

fn check_status(response: &Response, expect: &Value) -> Result<(), String> {
    let statuses = expect["status"].as_array().unwrap();
    match statuses.contains(&json!(response.status)) {
        true => Ok(()),
        false => Err(format!("the status is {}, not one of {}: {}", response.status, json!(statuses), response.text())),
    }
}

/// Headers by patterns in which only a `*` at the end means more.
fn check_headers(response: &Response, expect: &Value) -> Result<(), String> {
    for (name, pattern) in expect["headers"].as_object().into_iter().flatten() {
        let pattern = pattern.as_str().unwrap();
        let value = response.header(name).unwrap_or_default();
        let fits = match pattern.strip_suffix('*') {
            Some(start) => value.starts_with(start) && !value.is_empty(),
            None => value == pattern,
        };
        if !fits {
            return Err(format!("{name} is {value:?}, not {pattern:?}"));
        }
    }
    Ok(())
}

fn check_body(response: &Response, expect: &Value, names: &Names) -> Result<(), String> {
    let pointers = |name: &str| expect[name].as_object().cloned().unwrap_or_default();
    let listed = |name: &str| expect[name].as_array().cloned().unwrap_or_default();
    let body = if response.body.is_empty() { Value::Null } else { response.json() };
    // A URN in a pointer holds no slash, so that pointers need no escapes.
    let found = |pointer: &str| body.pointer(pointer);
    let wrong = |what: String| Err(format!("{what}: {body}"));
    for (pointer, value) in pointers("json") {
        let value: Value = serde_json::from_str(&filled(&value.to_string(), names)).unwrap();
        if found(&pointer) != Some(&value) {
            return wrong(format!("{pointer} is not {value}"));
        }
    }
    for (pointer, value) in pointers("not") {
        if found(&pointer).is_none_or(|found| *found == json!(filled(value.as_str().unwrap(), names))) {
            return wrong(format!("{pointer} is what it must not be"));
        }
    }
    for pointer in listed("absent") {
        if found(pointer.as_str().unwrap()).is_some() {
            return wrong(format!("{pointer} is there"));
        }
    }
    for pointer in listed("empty") {
        if found(pointer.as_str().unwrap()).is_some_and(|value| value.as_array().is_none_or(|list| !list.is_empty())) {
            return wrong(format!("{pointer} is not empty"));
        }
    }
    for (pointer, length) in pointers("length") {
        if found(&pointer).and_then(Value::as_array).map(|list| json!(list.len())) != Some(length.clone()) {
            return wrong(format!("{pointer} has not {length} elements"));
        }
    }
    for (pointer, values) in pointers("values") {
        let list = found(&pointer).and_then(Value::as_array).cloned().unwrap_or_default();
        let mut there: Vec<_> =
            list.iter().map(|element| element["value"].as_str().unwrap_or_default().to_owned()).collect();
        let mut wanted: Vec<_> =
            values.as_array().unwrap().iter().map(|value| filled(value.as_str().unwrap(), names)).collect();
        there.sort_unstable();
        wanted.sort_unstable();
        if there != wanted {
            return wrong(format!("{pointer} has other values than {wanted:?}"));
        }
    }
    for (pointer, kind) in pointers("types") {
        let is = match (kind.as_str().unwrap(), found(&pointer)) {
            ("string", Some(value)) => value.is_string(),
            ("boolean", Some(value)) => value.is_boolean(),
            ("integer" | "number", Some(value)) => value.is_i64() || value.is_u64(),
            ("array", Some(value)) => value.is_array(),
            ("object", Some(value)) => value.is_object(),
            _ => false,
        };
        if !is {
            return wrong(format!("{pointer} is no {kind}"));
        }
    }
    Ok(())
}
