//! Every limit at its edge (RFC 7644 §3.7.4, §3.12): what is just within is done, what is just beyond is refused.

use scimd::scim::limits::*;
use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

/// The body of a user, padded with blanks to that many bytes.
fn padded(bytes: usize, body: &Value) -> Vec<u8> {
    let mut body = body.to_string().into_bytes();
    body.resize(bytes, b' ');
    body
}

fn post(server: &Server, path: &str, body: Vec<u8>) -> Response {
    server.send(Request::new("POST", path).header("Content-Type", "application/scim+json").body(body))
}

fn with_filter(server: &Server, filter: &str) -> Response {
    server.get(&format!("/Users?count=0&filter={}", encode(filter)))
}

on_both_databases! {
    fn a_body_may_have_a_mebibyte(server) {
        let body = |bytes| padded(bytes, &user(&unique("edge")));
        post(server, "/Users", body(BODY_BYTES)).expect(201);
        assert_scim_error_about(&post(server, "/Users", body(BODY_BYTES + 1)), 413, "", &BODY_BYTES.to_string());
    }

    fn the_body_of_a_bulk_request_may_have_max_payload_size(server) {
        let published = server.get("/ServiceProviderConfig").expect(200).json()["bulk"]["maxPayloadSize"].clone();
        assert_eq!(published, json!(BULK_BYTES));
        let name = unique("edge");
        let body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": [{ "method": "POST", "path": "/Users", "bulkId": "a", "data": user(&name) }],
        });
        assert_scim_error_about(&post(server, "/Bulk", padded(BULK_BYTES + 1, &body)), 413, "", "maxPayloadSize");
        assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
        let done = post(server, "/Bulk", padded(BULK_BYTES, &body)).expect(200).json();
        assert_eq!(done["Operations"][0]["status"], json!("201"), "{done}");
    }

    fn a_body_may_nest_as_deep_as_the_limit(server) {
        // The resource itself is the first level.
        let nested = |depth: usize| {
            let inner = format!("{}{}", "[".repeat(depth - 1), "]".repeat(depth - 1));
            let body = user(&unique("deep")).to_string();
            format!("{},\"unknown\":{inner}}}", body.strip_suffix('}').unwrap()).into_bytes()
        };
        post(server, "/Users", nested(JSON_DEPTH)).expect(201);
        assert_scim_error(&post(server, "/Users", nested(JSON_DEPTH + 1)), 400, "invalidSyntax");
    }

    fn a_query_may_have_32_kibibytes(server) {
        let query = |bytes: usize| format!("/Users?count=0&x={}", "x".repeat(bytes - "count=0&x=".len()));
        server.get(&query(QUERY_BYTES)).expect(200);
        assert_scim_error_about(&server.get(&query(QUERY_BYTES + 1)), 400, "invalidValue", &QUERY_BYTES.to_string());
    }

    fn a_filter_may_have_8_kibibytes(server) {
        let filter = |bytes: usize| format!("userName eq \"{}\"", "x".repeat(bytes - "userName eq \"\"".len()));
        with_filter(server, &filter(FILTER_BYTES)).expect(200);
        assert_scim_error_about(
            &with_filter(server, &filter(FILTER_BYTES + 1)), 400, "invalidFilter", &FILTER_BYTES.to_string(),
        );
    }

    fn a_filter_may_nest_as_deep_as_the_limit(server) {
        let nested = |depth: usize| format!("{}title pr{}", "(".repeat(depth), ")".repeat(depth));
        with_filter(server, &nested(FILTER_DEPTH)).expect(200);
        assert_scim_error_about(
            &with_filter(server, &nested(FILTER_DEPTH + 1)), 400, "invalidFilter", &FILTER_DEPTH.to_string(),
        );
    }

    fn a_filter_may_have_as_many_terms_as_the_limit(server) {
        let terms = |count: usize| vec!["title pr"; count].join(" or ");
        with_filter(server, &terms(FILTER_TERMS)).expect(200);
        assert_scim_error_about(
            &with_filter(server, &terms(FILTER_TERMS + 1)), 400, "invalidFilter", &FILTER_TERMS.to_string(),
        );
    }

    fn a_patch_path_may_have_4_kibibytes(server) {
        let id = id_of(&create_user(server, json!({ "emails": [{ "type": "work", "value": "a@example.com" }] })));
        let path = |bytes: usize| {
            let frame = "emails[value eq \"\"]";
            format!("emails[value eq \"{}\"]", "x".repeat(bytes - frame.len()))
        };
        let remove = |path: &str| server.patch(&format!("/Users/{id}"), &operation("remove", path, Value::Null));
        remove(&path(PATH_BYTES)).expect(200);
        let refused = remove(&path(PATH_BYTES + 1));
        assert_scim_error_about(&refused, 400, "invalidPath", &PATH_BYTES.to_string());
    }

    fn a_patch_may_have_a_thousand_operations(server) {
        let user = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&user));
        let many = |count: usize| {
            let one = json!({ "op": "replace", "path": "nickName", "value": "N" });
            operations(Value::from(vec![one; count]))
        };
        assert_scim_error_about(
            &server.patch(&path, &many(PATCH_OPERATIONS + 1)), 413, "", &PATCH_OPERATIONS.to_string(),
        );
        assert_unchanged(server, "/Users", &user);
        server.patch(&path, &many(PATCH_OPERATIONS)).expect(200);
    }

    fn a_projection_may_name_500_attributes(server) {
        let names = |count: usize| vec!["title"; count].join(",");
        server.get(&format!("/Users?count=0&attributes={}", names(PROJECTED_NAMES))).expect(200);
        for parameter in ["attributes", "excludedAttributes"] {
            let refused = server.get(&format!("/Users?count=0&{parameter}={}", names(PROJECTED_NAMES + 1)));
            assert_scim_error_about(&refused, 400, "invalidValue", &PROJECTED_NAMES.to_string());
        }
    }

    fn an_attribute_may_have_ten_thousand_values(server) {
        let with = |count: usize| {
            let values: Vec<_> = (0..count).map(|n| json!({ "value": format!("{n}") })).collect();
            user_with(&unique("values"), json!({ "roles": values }))
        };
        let body = server.post("/Users", &with(VALUES_PER_ATTRIBUTE)).expect(201).json();
        assert_eq!(body["roles"].as_array().unwrap().len(), VALUES_PER_ATTRIBUTE);
        let refused = server.post("/Users", &with(VALUES_PER_ATTRIBUTE + 1));
        assert_scim_error_about(&refused, 400, "invalidValue", &VALUES_PER_ATTRIBUTE.to_string());
        let add = operation("add", "roles", json!([{ "value": "one more" }]));
        let refused = server.patch(&format!("/Users/{}", id_of(&body)), &add);
        assert_scim_error_about(&refused, 400, "invalidValue", &VALUES_PER_ATTRIBUTE.to_string());
        assert_unchanged(server, "/Users", &body);
    }
}

#[test]
fn the_document_of_the_limits_says_what_is_enforced() {
    let document = include_str!("../../../docs/limits.md");
    let row = |name: &str, limit: u64| {
        let digits = limit.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        assert!(document.contains(&format!("| `{name}` | {grouped} ")), "docs/limits.md: {name} is {grouped}");
    };
    let sizes: [(&str, usize); 19] = [
        ("AUTHORIZATION_SERVERS", AUTHORIZATION_SERVERS),
        ("TOKEN_BYTES", TOKEN_BYTES),
        ("ANSWER_BYTES", ANSWER_BYTES),
        ("JWKS_KEYS", JWKS_KEYS),
        ("BODY_BYTES", BODY_BYTES),
        ("BULK_BYTES", BULK_BYTES),
        ("BULK_OPERATIONS", BULK_OPERATIONS),
        ("JSON_DEPTH", JSON_DEPTH),
        ("QUERY_BYTES", QUERY_BYTES),
        ("FILTER_BYTES", FILTER_BYTES),
        ("FILTER_DEPTH", FILTER_DEPTH),
        ("FILTER_TERMS", FILTER_TERMS),
        ("PATH_BYTES", PATH_BYTES),
        ("PATCH_OPERATIONS", PATCH_OPERATIONS),
        ("PROJECTED_NAMES", PROJECTED_NAMES),
        ("VALUES_PER_ATTRIBUTE", VALUES_PER_ATTRIBUTE),
        ("INDEXED_KEY_BYTES", INDEXED_KEY_BYTES),
        ("CLIENT_KEYS", CLIENT_KEYS),
        ("TOKEN_REQUEST_BYTES", TOKEN_REQUEST_BYTES),
    ];
    for (name, limit) in sizes {
        row(name, limit as u64);
    }
    row("SORT_KEY_CHARACTERS", SORT_KEY_CHARACTERS as u64);
    row("ACCESS_TOKEN_SECONDS", ACCESS_TOKEN_SECONDS as u64);
    row("ASSERTION_SECONDS", ASSERTION_SECONDS as u64);
    row("SIGNING_KEY_DAYS", SIGNING_KEY_DAYS as u64);
    row("MAX_RESULTS", MAX_RESULTS);
    row("DEFAULT_PAGE", DEFAULT_PAGE);
    row("CURSOR_SECONDS", CURSOR_SECONDS);
    for (name, seconds) in [
        ("JWKS_REFRESH_SECONDS", JWKS_REFRESH_SECONDS),
        ("JWKS_FLOOR_SECONDS", JWKS_FLOOR_SECONDS),
        ("JWKS_STALE_SECONDS", JWKS_STALE_SECONDS),
        ("CLOCK_LEEWAY_SECONDS", CLOCK_LEEWAY_SECONDS),
    ] {
        row(name, seconds.unsigned_abs());
    }
}
