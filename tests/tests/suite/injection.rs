//! Input that tries to be code: templates, SQL, names of a language's objects; and secrets read by comparison.

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

/// What template engines, shells, SQL, HTTP heads and browsers would take for more than text.
const HOSTILE: [&str; 14] = [
    "${7*7}",
    "{{7*7}}",
    "#{7*7}",
    "%{7*7}",
    "%s%n%x",
    "\r\nX-Injected: y",
    "<svg onload=alert(1)>",
    "' or '1'='1",
    "'; drop table users; --",
    "\" or 1=1",
    "\\' $1 ? :1 @p",
    "a%' escape '\\",
    "../../etc/passwd",
    "\u{202e}\u{feff}\u{1f600}",
];

/// Names that an object has in some language without being given them.
const BORN: [&str; 8] =
    ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "class", "__class__"];

/// An error repeats no more of the input than a short and harmless piece, and nothing was worked out from it.
#[track_caller]
fn harmless(response: &Response) {
    assert!((400..500).contains(&response.status), "{response}");
    let detail = assert_scim_error(response, response.status, response.json()["scimType"].as_str().unwrap_or_default());
    assert!(!detail.contains("49") && !detail.contains(char::is_control) && detail.len() < 1_000, "{detail:?}");
    assert!(response.header("x-injected").is_none(), "{response}");
}

fn patch(server: &Server, id: &str, body: &Value) -> Response {
    server.patch(&format!("/Users/{id}"), body)
}

on_both_databases! {
    from tests::server::strict;

    /// V20: a value is text. It is stored and comes back as it was, in the body alone.
    fn values_that_look_like_code_are_kept_as_they_are(server) {
        for hostile in HOSTILE {
            let text = format!("{hostile}{}", unique("h"));
            let more = json!({
                "userName": text, "externalId": text, "displayName": text, "title": text, "nickName": text,
                "name": { "givenName": text, "familyName": text, "formatted": text },
                "emails": [{ "value": text, "type": text, "display": text }],
                "addresses": [{ "streetAddress": text }],
                "roles": [{ "value": text }],
                (ENTERPRISE): { "department": text, "employeeNumber": text },
            });
            let created = server.post("/Users", &user_with(&text, more.clone())).expect(201);
            assert!(created.header("x-injected").is_none(), "{created}");
            let shown = get_user(server, &created.id());
            for (name, value) in more.as_object().unwrap() {
                assert_eq!(&shown[name], value, "{hostile:?}");
            }
            // And it is found by what it is.
            let literal = Value::from(text.as_str()).to_string();
            for filter in ["userName eq", "title co", "title sw", "title ew", "emails.value eq", "displayName eq"] {
                let found = resources(filtered(server, "/Users", &format!("{filter} {literal}")));
                assert_eq!(found.len(), 1, "{filter} {hostile:?}");
            }
            let id = create_group(server, &[]);
            server.patch(&format!("/Groups/{id}"), &operation("replace", "displayName", json!(text))).expect(204);
            assert_eq!(server.get(&format!("/Groups/{id}")).expect(200).json()["displayName"], json!(text));
        }
    }

    /// V20: where it cannot be stored it is refused, and the answer does not carry it on.
    fn what_is_refused_is_neither_evaluated_nor_repeated_raw(server) {
        let id = create_users(server, 1).remove(0);
        for hostile in HOSTILE {
            let long = hostile.repeat(200);
            for text in [hostile, &long] {
                let encoded = encode(text);
                for response in [
                    server.post("/Users", &user_with(&unique("x"), json!({ "active": text }))),
                    server.post("/Users", &user_with(&unique("x"), json!({ "profileUrl": format!(" {text}") }))),
                    server.post("/Users", &json!({ "schemas": [text], "userName": unique("x") })),
                    server.post("/Groups", &group(&unique("x"), &[text])),
                    patch(server, &id, &operation("replace", text, json!("x"))),
                    patch(server, &id, &operation("replace", &format!("emails[{text} eq 1]"), json!("x"))),
                    patch(server, &id, &operation(text, "title", json!("x"))),
                    server.get(&format!("/Users/{encoded}")),
                    server.get(&format!("/Users?filter={encoded}")),
                    server.get(&format!("/Users?filter=title%20{encoded}%20%22x%22")),
                    server.get(&format!("/Users?sortBy={encoded}")),
                    server.get(&format!("/Users?sortBy=userName&sortOrder={encoded}")),
                    server.get(&format!("/Users?count={encoded}")),
                    server.get(&format!("/Schemas/{encoded}")),
                    server.send(Request::new("GET", "/Users").header("Authorization", format!("Bearer {}", encoded))),
                    server.send(Request::new("POST", "/Users").header("Content-Type", encoded.clone()).body("{}")),
                ] {
                    harmless(&response);
                }
            }
        }
    }

    /// V21: what names an attribute becomes part of no statement: it names one or is refused.
    fn names_that_try_to_be_sql_are_refused_or_ignored(server) {
        let before = create_user(server, json!({ "title": "x" }));
        let id = id_of(&before);
        for hostile in ["'", "\"", "\\", "title'", "title\"", "title;--", "$1", "?", "title) --", "k_title", "\"users\".doc", "doc", "org", "title\u{0}", "*"] {
            let encoded = encode(hostile);
            harmless(&server.get(&format!("/Users?sortBy={encoded}")));
            harmless(&server.get(&format!("/Users?filter={}", encode(&format!("{hostile} eq \"x\"")))));
            harmless(&server.get(&format!("/Users?filter={}", encode(&format!("emails[{hostile} eq \"x\"]")))));
            harmless(&patch(server, &id, &operation("replace", hostile, json!("x"))));
            // Unknown names show nothing and hide nothing (RFC 7644 §3.9).
            let only = server.get(&format!("/Users/{id}?attributes={encoded}")).expect(200).json();
            assert_eq!(only, json!({ "schemas": before["schemas"], "id": id }), "{hostile}");
            let without = server.get(&format!("/Users/{id}?excludedAttributes={encoded}")).expect(200).json();
            assert_eq!(without, before, "{hostile}");
            let missing = server.get(&format!("/Users/{encoded}"));
            assert_scim_error(&missing, 404, "");
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// V22: what is never returned cannot be compared, sorted by, shown, or tried by a PATCH that only acts on a match.
    fn a_password_is_not_read_by_comparison(server) {
        let secret = unique("t1meMa$heen");
        let marker = unique("title");
        let created = server.post("/Users", &user_with(&unique("secret"), json!({ "password": secret, "title": marker }))).expect(201);
        let (id, before) = (created.id(), created.json());
        for name in ["password", "PASSWORD", &format!("{USER}:password")] {
            for filter in [
                format!("{name} eq \"{secret}\""), format!("{name} pr"), format!("not ({name} pr)"),
                format!("{name} eq null"), format!("{name}[value eq \"{secret}\"]"),
                format!("title eq \"{marker}\" and {name} sw \"t\""), format!("{name}.value co \"t\""),
            ] {
                assert_scim_error(&filtered(server, "/Users", &filter), 400, "invalidFilter");
            }
            assert_scim_error(&server.get(&format!("/Users?sortBy={name}")), 400, "invalidValue");
            let shown = server.get(&format!("/Users/{id}?attributes={name},title")).expect(200).json();
            assert_eq!(shown, json!({ "schemas": [USER], "id": id, "title": marker }));
        }
        for path in ["password[value eq \"x\"]", "emails[password eq \"x\"]", "password.value"] {
            let response = patch(server, &id, &operation("replace", path, json!({ "value": "x" })));
            assert!(["invalidPath", "invalidFilter"].contains(&response.json()["scimType"].as_str().unwrap()), "{response}");
        }
        // The list is the same for every guess.
        let list = filtered(server, "/Users", &format!("title eq \"{marker}\"")).expect(200);
        assert_eq!(list.json()["totalResults"], json!(1));
        assert!(!list.text().contains(&secret) && !list.text().contains("password"));
        assert_unchanged(server, "/Users", &before);

        // A removal that names a value removes, right guess or wrong: the answer is the same.
        let answers = [secret.as_str(), "a wrong guess"].map(|guess| {
            let body = json!({ "password": secret, "title": marker });
            let id = server.post("/Users", &user_with(&unique("guess"), body)).expect(201).id();
            let answer = patch(server, &id, &operation("remove", "password", json!(guess)));
            (answer.status, answer.etag())
        });
        assert_eq!(answers[0], answers[1]);
    }

    /// V23: names come from the schemas alone, and so nothing that an object has by birth is one.
    fn names_that_objects_are_born_with_are_no_attributes(server) {
        let before = create_user(server, json!({ "name": { "givenName": "g" } }));
        let id = id_of(&before);
        for name in BORN {
            for path in [name.to_owned(), format!("{name}.isAdmin"), format!("name.{name}"), format!("emails[type eq \"x\"].{name}"), format!("{USER}:{name}")] {
                for op in ["add", "replace", "remove"] {
                    let response = patch(server, &id, &operation(op, &path, json!({ "isAdmin": true })));
                    assert_scim_error(&response, 400, "invalidPath");
                }
            }
            assert_scim_error(&filtered(server, "/Users", &format!("{name} pr")), 400, "invalidFilter");
            assert_scim_error(&filtered(server, "/Users", &format!("name.{name} eq \"x\"")), 400, "invalidFilter");
            assert_scim_error(&server.get(&format!("/Users?sortBy={name}")), 400, "invalidValue");
            // In a body they are attributes that no schema knows: left out.
            let more = json!({ name: { "isAdmin": true }, "name": { "givenName": "g", name: "x" } });
            let created = create_user(server, more);
            assert!(created.get(name).is_none() && created["name"] == json!({ "givenName": "g" }), "{created}");
            patch(server, &id, &operation("add", "", json!({ name: { "isAdmin": true } }))).expect(200);
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// V23: an expression that makes a backtracking matcher run for ever is read in one pass.
    fn text_that_makes_matchers_backtrack_is_answered_at_once(server) {
        for text in ["a".repeat(4_000), "\\\\".repeat(2_000), "%".repeat(4_000), "_%".repeat(2_000), "a ".repeat(2_000), "(((((".repeat(5)] {
            for filter in [format!("title co {}", Value::from(format!("{text}!"))), format!("title eq \"{text}"), format!("title {text}")] {
                let best = (0..4).map(|_| {
                    let response = filtered(server, "/Users", &filter);
                    assert!([200, 400].contains(&response.status), "{response}");
                    response.elapsed
                });
                let best = best.min().unwrap();
                assert!(best < REFUSAL, "answered only after {best:?}");
            }
        }
    }
}
