//! Databases that earlier builds made, opened by today's: what is new is there, what is gone is kept, what cannot be is
//! refused, and an end in the middle harms nothing. `tests/databases/README.md` says what each database is.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

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

/// Compares what is answered now with what was answered before.
#[track_caller]
fn assert_same(server: &Server, before: &[Value]) {
    for before in before {
        assert_eq!(&now(server, before), before);
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
