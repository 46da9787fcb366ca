//! Databases that earlier builds made, opened by today's: what is new is there, what is gone is kept, what cannot be is
//! refused, and an end in the middle harms nothing. `tests/databases/README.md` says what each database is.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod beside;
mod changes;
mod kills;
mod refusals;
mod returns;
mod served;

use serde_json::Value;
use tests::{Server, http::encode};

/// How many resources of an endpoint fit a filter.
#[track_caller]
fn total(server: &Server, endpoint: &str, filter: &str) -> u64 {
    let found = server.get(&format!("{endpoint}?count=0&filter={}", encode(filter))).expect(200).json();
    found["totalResults"].as_u64().unwrap()
}

/// A resource as it is answered now, with `BASE` for the base URL, or what says that it is not there.
fn now(server: &Server, before: &Value) -> Value {
    let location = before["meta"]["location"].as_str().unwrap();
    let answer = server.get(location.strip_prefix("BASE").unwrap());
    serde_json::from_str(&answer.text().replace(&server.base_url(), "BASE")).unwrap()
}

/// A resource without its version.
fn unversioned(resource: &Value) -> Value {
    let mut resource = resource.clone();
    resource["meta"].as_object_mut().unwrap().remove("version");
    resource
}

/// Compares what is answered now with what is expected of a resource that was answered otherwise before: what is shown
/// otherwise is another version.
#[track_caller]
fn assert_shown(server: &Server, before: &Value, expected: &Value) {
    let now = now(server, before);
    assert_eq!(unversioned(&now), unversioned(expected));
    let is_another = now["meta"]["version"] != before["meta"]["version"];
    assert!(is_another || unversioned(&now) == unversioned(before), "{now} has the version of {before}");
}

/// Compares what is answered now with what was answered before another build changed it and this one changed it back.
#[track_caller]
fn assert_same(server: &Server, before: &[Value]) {
    for before in before {
        assert_shown(server, before, before);
    }
}

/// Makes of each function one test on SQLite and one on PostgreSQL.
macro_rules! on_both {
    ($($name:ident)+) => {
        mod sqlite { $(#[test] fn $name() { super::$name(tests::Database::Sqlite); })+ }
        mod postgres { $(#[test] fn $name() { super::$name(tests::Database::Postgres); })+ }
    };
}
use on_both;
