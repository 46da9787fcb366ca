//! Status codes, Error bodies and versions in URLs (RFC 7644 §3.12, §3.13).

use serde_json::json;
use tests::http::encode;
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

/// The keywords of RFC 7644 §3.12, Table 9.
const SCIM_TYPES: [&str; 11] = [
    "invalidFilter",
    "tooMany",
    "uniqueness",
    "mutability",
    "invalidSyntax",
    "invalidPath",
    "noTarget",
    "invalidValue",
    "invalidVers",
    "sensitive",
    "",
];

/// One failure of every kind, with its status and keyword.
fn failures(server: &Server) -> Vec<(Response, u16, &'static str)> {
    let user = create_user(server, json!({}));
    let path = format!("/Users/{}", id_of(&user));
    let patch = |body| server.patch(&path, &body);
    vec![
        (server.send(Request::new("POST", "/Users").scim_body("{")), 400, "invalidSyntax"),
        (server.post("/Users", &json!({ "schemas": [USER] })), 400, "invalidValue"),
        (server.post("/Users", &user_with(&unique("x"), json!({ "active": "x" }))), 400, "invalidValue"),
        (filtered(server, "/Users", "userName zz \"x\""), 400, "invalidFilter"),
        (server.get("/Users?count=x"), 400, "invalidValue"),
        (server.get("/Users?sortBy=nosuch"), 400, "invalidValue"),
        (server.get("/Users?attributes=id&excludedAttributes=name"), 400, "invalidValue"),
        (patch(operation("replace", "nosuch", json!("x"))), 400, "invalidPath"),
        (patch(operation("replace", "id", json!("x"))), 400, "mutability"),
        (patch(operations(json!([{ "op": "remove" }]))), 400, "noTarget"),
        (patch(operations(json!([]))), 400, "invalidSyntax"),
        (server.send(Request::new("GET", "/Users").anonymous()), 401, ""),
        (server.send(Request::new("GET", &path).header("Authorization", "Bearer wrong")), 401, ""),
        (server.get(&format!("/Schemas?filter={}", encode("id pr"))), 403, ""),
        (server.get("/Users/nobody"), 404, ""),
        (server.delete("/Groups/nobody"), 404, ""),
        (server.get("/Nope"), 404, ""),
        (server.send_absolute(Request::new("GET", "/nope")), 404, ""),
        (server.send(Request::new("DELETE", "/Users")), 405, ""),
        (server.send(Request::new("GET", &path).header("Accept", "text/html")), 406, ""),
        (server.post("/Users", &tests::scim::user(user["userName"].as_str().unwrap())), 409, "uniqueness"),
        (server.send(Request::new("DELETE", &path).header("If-Match", "W/\"99\"")), 412, ""),
        (server.post("/Users", &user_with(&unique("x"), json!({ "title": "x".repeat(1_100_000) }))), 413, ""),
        (server.send(Request::new("POST", "/Users").header("Content-Type", "text/plain").body("{}")), 415, ""),
    ]
}

on_both_databases! {
    from tests::server::strict;

    /// 7644-3.12-01, 7644-3.12-02, 7644-3.12-03, 7644-3.12-04, 7644-3.12-05
    fn every_failure_has_its_status_and_an_error_body(server) {
        for (response, status, scim_type) in failures(server) {
            assert!(SCIM_TYPES.contains(&scim_type));
            assert_scim_error(&response, status, scim_type);
            let body = response.json();
            let known = ["schemas", "status", "scimType", "detail"];
            assert!(body.as_object().unwrap().keys().all(|key| known.contains(&key.as_str())), "{body}");
        }
    }

    /// 7644-3.12-04: short, in one line, and without what the client sent in confidence
    fn a_detail_is_a_line_for_people(server) {
        for (response, ..) in failures(server) {
            let detail = response.json()["detail"].as_str().unwrap().to_owned();
            assert!(detail.len() < 500 && !detail.contains('\n'), "{detail}");
            for word in ["Bearer wrong", &server.token, "0x", "::", "Error(", "Some("] {
                assert!(!detail.contains(word), "{word:?} is in {detail}");
            }
        }
        let secret = "s3cret-of-mine";
        let response = server.post("/Users", &user_with(&unique("x"), json!({ "password": { "value": secret } })));
        assert!(!assert_scim_error(&response, 400, "invalidValue").contains(secret));
    }

    /// 7644-3.12-05: a failure of one request says nothing about the next
    fn the_server_goes_on_after_every_failure(server) {
        let before = create_user(server, json!({}));
        failures(server);
        assert_unchanged(server, "/Users", &before);
        assert!(server.is_running());
    }

    /// 7644-1.3-02, 7644-3.13-01, 7644-3.13-02, 7644-3.13-03, 7644-3.13-04
    fn the_version_stands_directly_before_the_endpoint_and_is_the_only_one(server) {
        let base = server.base_path();
        let root = base.strip_suffix("/v2").unwrap_or_else(|| panic!("{base}"));
        let get = |path: String| server.send_absolute(Request::new("GET", path));
        assert_eq!(get(format!("{root}/v2/Users?count=0")).expect(200).json()["schemas"], json!([LIST]));
        for path in [
            format!("{root}/v1/Users"), format!("{root}/v3/Users"), format!("{root}/v20/Users"), format!("{root}/v2.0/Users"), format!("{root}/V2/Users"),
            format!("{root}/2/Users"), format!("{root}/Users"), format!("{root}/Users/v2"), format!("{root}/v2/v2/Users"), "/v2/Users".to_owned(), "/Users".to_owned(),
        ] {
            assert_scim_error(&get(path), 404, "");
        }
    }
}
