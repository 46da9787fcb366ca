//! The bounds of a bulk request (RFC 7644 §3.7, §3.7.4): `failOnErrors`, `maxOperations`, `maxPayloadSize`, and time.

use std::time::Duration;

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

use crate::rfc7644_bulk::*;

/// The time within which a bulk request that goes nowhere must end.
const SECOND: Duration = Duration::from_secs(1);

/// Sends it a few times; the best time is below a second, as a machine may be busy. Gives the last answer.
#[track_caller]
fn within_a_second(send: impl Fn() -> Response) -> Response {
    let mut answers: Vec<Response> = (0..3).map(|_| send()).collect();
    let best = answers.iter().map(|answer| answer.elapsed).min().unwrap();
    assert!(best < SECOND, "it took {best:?}");
    answers.pop().unwrap()
}

fn limit(server: &Server, name: &str) -> usize {
    let config = server.get("/ServiceProviderConfig").expect(200).json();
    config["bulk"][name].as_u64().unwrap() as usize
}

/// Operations that each fail (`f`), succeed (`s`), change nothing (`n`) or are malformed (`m`).
fn mixture(server: &Server, kinds: &str) -> (Vec<Value>, Vec<String>) {
    let there = create_user(server, json!({}));
    let taken = there["userName"].as_str().unwrap();
    let target = path("/Users", &id_of(&there));
    let names: Vec<String> = kinds.chars().map(|_| unique("mixture")).collect();
    let operations = kinds.chars().zip(&names).enumerate().map(|(index, (kind, name))| match kind {
        'f' => create_named(&index.to_string(), taken),
        's' => create_named(&index.to_string(), name),
        'n' => change("PUT", &target, user(taken)),
        _ => change("DELETE", "/Users", Value::Null),
    });
    (operations.collect(), names)
}

on_both_databases! {
    /// 7644-3.7-01, 7644-3.7-15
    fn the_bulk_stops_after_so_many_errors_and_says_nothing_of_what_it_did_not_try(server) {
        for (kinds, until, expected) in [
            ("fs", 1, &["409"][..]),
            ("sfs", 1, &["201", "409"]),
            ("fn", 1, &["409"]),
            ("fm", 1, &["409"]),
            ("mf", 1, &["400"]),
            ("ms", 1, &["400"]),
            ("nm", 1, &["200", "400"]),
            ("fsfs", 2, &["409", "201", "409"]),
            ("fsms", 2, &["409", "201", "400"]),
            ("mfmf", 3, &["400", "409", "400"]),
            ("fnfnfs", 3, &["409", "200", "409", "200", "409"]),
            ("fsfs", 10, &["409", "201", "409", "201"]),
            ("ffff", 4, &["409"; 4]),
        ] {
            let (operations, names) = mixture(server, kinds);
            let answers = results_until(server, until, operations);
            assert_eq!(statuses(&answers), expected, "{kinds} until {until}");
            for (index, (kind, name)) in kinds.chars().zip(&names).enumerate() {
                let done = kind == 's' && index < expected.len();
                assert_eq!(named(server, name), usize::from(done), "{kinds} until {until}, operation {index}");
            }
        }
        let (operations, _) = mixture(server, "fsms");
        assert_eq!(statuses(&results(server, operations)), ["409", "201", "400", "201"]);
    }

    /// 7644-3.7-15: with references
    fn what_refers_to_a_failure_counts_as_an_error(server) {
        let taken = create_user(server, json!({}))["userName"].as_str().unwrap().to_owned();
        let last = unique("last");
        let operations = |last: &str| json!([
            create_named("u", &taken), create_with_members("g", &["bulkId:u"]), create_named("l", last),
        ]);
        let answers = results_until(server, 2, operations(&last));
        assert_eq!(statuses(&answers), ["409", "409"]);
        assert_failed(&answers[1], "409", "", "\"u\"");
        assert_eq!(named(server, &last), 0);
        assert_eq!(statuses(&results_until(server, 3, operations(&last))), ["409", "409", "201"]);
    }

    /// 7644-3.7.4-01, 7644-3.7.4-02, 7644-3.7.4-03, 7644-3.7.4-04
    fn one_operation_more_than_the_maximum_is_413_and_nothing_is_done(server) {
        let maximum = limit(server, "maxOperations");
        assert!(maximum > 0);
        let name = unique("over");
        let mut operations = vec![create_named("a", &name)];
        operations.resize(maximum + 1, change("DELETE", "/Users/nobody", Value::Null));
        let response = within_a_second(|| server.post("/Bulk", &request(operations.clone())));
        assert_scim_error_about(&response, 413, "", &format!("maxOperations ({maximum})"));
        assert_eq!(named(server, &name), 0);
        operations.pop();
        let answers = results(server, operations);
        assert_eq!((answers.len(), &answers[0]["status"]), (maximum, &json!("201")));
        assert!(answers[1..].iter().all(|result| result["status"] == json!("404")));
    }

    /// 7644-3.7-13, 7644-3.7.4-01, 7644-3.7.4-03, 7644-3.7.4-04
    fn one_byte_more_than_the_maximum_is_413_and_nothing_is_done(server) {
        let maximum = limit(server, "maxPayloadSize");
        assert!(maximum > 0);
        let name = unique("over");
        let mut body = request(json!([create_named("a", &name)])).to_string();
        body.push_str(&" ".repeat(maximum + 1 - body.len()));
        let response = within_a_second(|| server.send(Request::new("POST", "/Bulk").scim_body(body.clone())));
        assert_scim_error_about(&response, 413, "", &format!("maxPayloadSize ({maximum}"));
        let mut chunked = format!(
            "POST {}/Bulk HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Type: application/scim+json\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n",
            server.base_path(), server.token, body.len(),
        );
        chunked.push_str(&body);
        chunked.push_str("\r\n0\r\n\r\n");
        let response = server.connect().send_raw(chunked.as_bytes()).unwrap();
        assert_scim_error_about(&response, 413, "", &format!("maxPayloadSize ({maximum}"));
        assert_eq!(named(server, &name), 0);
        body.pop();
        let answers = results_of(server, server.send(Request::new("POST", "/Bulk").scim_body(body)));
        assert_eq!(statuses(&answers), ["201"]);
    }

    /// V27
    fn circles_that_cannot_be_and_bulks_in_bulks_end_within_a_second(server) {
        let count = 100;
        let name = unique("circle");
        let ring = |last: &str| -> Value {
            let member = |index: usize| format!("bulkId:{}", (index + 1) % count);
            let groups = (0..count).map(|index| create(&index.to_string(), "/Groups", group(&name, &[&member(index), last])));
            groups.collect()
        };
        let nested = |depth: usize| {
            (0..depth).fold(request(json!([create_named("a", &name)])), |inner, _| request(json!([create("a", "/Bulk", inner)])))
        };
        for (operations, expected) in [
            (ring("bulkId:unknown"), &["400", "409"][..]),
            (ring("2819c223-7f76-453a-919d-413861904646"), &["400", "409"]),
            (json!([create("a", "/Bulk", nested(5))]), &["404"]),
            (json!([create("a", "/Groups", merged(group("", &[]), json!({ "nested": nested(10) })))]), &["400"]),
        ] {
            let response = within_a_second(|| server.post("/Bulk", &request(operations.clone())));
            for result in results_of(server, response) {
                assert!(expected.contains(&result["status"].as_str().unwrap()), "{result}");
            }
        }
        assert_scim_error(&server.post("/Bulk", &nested(40)), 400, "invalidSyntax");
        assert_eq!(filtered(server, "/Groups", &format!("displayName eq \"{name}\"")).json()["totalResults"], json!(0));
        assert_eq!(named(server, &name), 0);
    }

    fn a_path_of_any_length_or_depth_is_refused_at_once_by_the_same_process(server) {
        let before = create_user(server, json!({}));
        let (target, pid) = (path("/Users", &id_of(&before)), server.pid());
        for filter in [
            "(".repeat(10_000),
            "not (".repeat(10_000),
            format!("{}type pr{}", "(".repeat(10_000), ")".repeat(10_000)),
            format!("type pr{}", " and type pr".repeat(10_000)),
            format!("{}type pr{} bad", "not (".repeat(10_000), ")".repeat(10_000)),
        ] {
            for path in [format!("emails[{filter}]"), filter.clone()] {
                let body = request(json!([change("PATCH", &target, operation("remove", &path, Value::Null))]));
                let best = (0..5).map(|_| {
                    let response = server.post("/Bulk", &body);
                    let (elapsed, answers) = (response.elapsed, results_of(server, response));
                    assert_eq!(answers[0]["status"], json!("400"), "{:?}", answers[0]);
                    let scim_type = answers[0]["response"]["scimType"].as_str().unwrap();
                    assert!(["invalidPath", "invalidFilter"].contains(&scim_type), "{scim_type}");
                    elapsed
                });
                let best = best.min().unwrap();
                assert!(best < REFUSAL, "refused only after {best:?}");
            }
        }
        assert!(server.is_running() && server.pid() == pid);
        assert_unchanged(server, "/Users", &before);
    }
}
