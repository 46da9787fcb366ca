//! The characteristics of attributes (RFC 7643 §2.2, §7), each with an attribute of the core schemas.

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Database, Request, Server, on_both_databases};

#[track_caller]
fn refused(server: &Server, more: Value, scim_type: &str, word: &str) {
    let name = unique("refused");
    let response = server.post("/Users", &user_with(&name, more));
    assert_scim_error_about(&response, 400, scim_type, word);
    assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
}

on_both_databases! {
    from tests::server::strict;

    /// 7643-4.1.1-01, 7643-4.2-01, 7643-8.7.1-02, 7643-8.7.1-29
    /// 7644-3.5.1-12
    fn required_attributes_must_have_a_value(server) {
        for body in [json!({ "schemas": [USER] }), json!({ "schemas": [USER], "userName": "" })] {
            assert_scim_error_about(&server.post("/Users", &body), 400, "invalidValue", "userName");
        }
        for body in [json!({ "schemas": [GROUP] }), json!({ "schemas": [GROUP], "displayName": null })] {
            assert_scim_error_about(&server.post("/Groups", &body), 400, "invalidValue", "displayName");
        }
        let before = create_user(server, json!({}));
        let put = server.put(&format!("/Users/{}", id_of(&before)), &json!({ "schemas": [USER] }));
        assert_scim_error_about(&put, 400, "invalidValue", "userName");
        assert_unchanged(server, "/Users", &before);
    }

    fn every_fault_of_a_body_is_reported_at_once(server) {
        let body = json!({ "schemas": [USER], "active": "yes", "name": { "givenName": 1 }, "emails": [{ "value": true }] });
        let detail = assert_scim_error(&server.post("/Users", &body), 400, "invalidValue");
        for word in ["active", "givenName", "emails", "userName"] {
            assert!(detail.contains(word), "{word} is not in {detail:?}");
        }
    }

    /// 7643-4.1.1-02, 7643-4.1.1-03, 7643-7-24, 7643-8.7.1-03, 7643-8.7.1-04
    /// 7644-3.3-10, 7644-5-01
    fn a_unique_name_is_unique_whatever_its_case_or_form(server) {
        let name = unique("Ünique");
        server.post("/Users", &user(&name)).expect(201);
        let decomposed = name.replace('Ü', "U\u{308}");
        for twin in [name.clone(), name.to_uppercase(), name.to_lowercase(), decomposed] {
            assert_scim_error_about(&server.post("/Users", &user(&twin)), 409, "uniqueness", "userName");
        }
    }

    /// 7643-3.1-x1
    fn external_ids_may_repeat(server) {
        let external = unique("External");
        let one = create_user(server, json!({ "externalId": external }));
        let two = create_user(server, json!({ "externalId": external }));
        assert_eq!(one["externalId"], two["externalId"]);
        assert_eq!(resources(filtered(server, "/Users", &format!("externalId eq \"{external}\""))).len(), 2);
        let other_case = format!("externalId eq \"{}\"", external.to_uppercase());
        assert!(resources(filtered(server, "/Users", &other_case)).is_empty());
    }

    fn groups_may_share_a_name_since_no_schema_says_otherwise(server) {
        let name = unique("twin");
        server.post("/Groups", &group(&name, &[])).expect(201);
        server.post("/Groups", &group(&name, &[])).expect(201);
    }

    /// 7643-7-14, 7643-7-15
    fn the_case_of_a_value_is_kept(server) {
        let name = unique("CaSe");
        let body = server.post("/Users", &user_with(&name, json!({ "externalId": "AbC" }))).expect(201).json();
        assert_eq!((&body["userName"], &body["externalId"]), (&json!(name), &json!("AbC")));
    }

    /// 7643-2.3.1-02: suggestions
    fn canonical_values_are_not_enforced(server) {
        let body = create_user(server, json!({ "emails": [{ "value": "a@x.example", "type": "boat" }] }));
        assert_eq!(body["emails"][0]["type"], json!("boat"));
    }

    /// 7643-1.2-02, 7643-2.3.2-x1, 7643-2.3.6-01
    fn every_type_is_checked(server) {
        for (more, word) in [
            (json!({ "active": "yes" }), "active"),
            (json!({ "active": 1 }), "active"),
            (json!({ "nickName": 1 }), "nickName"),
            (json!({ "nickName": true }), "nickName"),
            (json!({ "nickName": { "value": "x" } }), "nickName"),
            (json!({ "userName": ["x"] }), "userName"),
            (json!({ "name": "Ann" }), "name"),
            (json!({ "name": [] , "emails": "a@x.example" }), "emails"),
            (json!({ "emails": [{ "value": 1 }] }), "emails"),
            (json!({ "emails": [{ "primary": "x" }] }), "primary"),
            (json!({ "emails": [[]] }), "emails"),
            (json!({ "x509Certificates": [{ "value": "***" }] }), "x509Certificates"),
            (json!({ "profileUrl": "not a uri %%" }), "profileUrl"),
            (json!({ ENTERPRISE: "x" }), "enterprise"),
            (json!({ ENTERPRISE: { "manager": 1 } }), "manager"),
        ] {
            refused(server, more, "invalidValue", word);
        }
    }

    /// 7643-2.3.6-03, 7643-2.3.7-02
    fn binary_and_references_are_kept_as_sent(server) {
        let body = create_user(server, json!({
            "x509Certificates": [{ "value": "AAEC" }, { "value": "AAE" }], "profileUrl": "Users/1", "photos": [{ "value": "https://x.example/p" }],
        }));
        assert_eq!(values(&body, "x509Certificates"), set(["AAEC", "AAE"]));
        assert_eq!(body["profileUrl"], json!("Users/1"));
    }

    /// 7644-3.4-x1
    /// 7643-4.1.1-12, 7643-7-22, 7643-4.1.1-18
    /// V37
    fn a_password_is_shown_nowhere(server) {
        let secret = "t1meMa$heen-canary";
        let name = unique("secret");
        let created = server.post("/Users", &user_with(&name, json!({ "password": secret }))).expect(201);
        let id = created.id();
        let path = format!("/Users/{id}");
        let answers = [
            created,
            server.get(&path),
            server.get(&format!("{path}?attributes=password")),
            server.get(&format!("{path}?excludedAttributes=userName")),
            filtered(server, "/Users", &format!("userName eq \"{name}\"")),
            server.patch(&path, &operation("replace", "password", json!(format!("{secret}2")))),
            server.patch(&format!("{path}?attributes=password"), &operation("replace", "password", json!(format!("{secret}3")))),
            server.put(&path, &user_with(&name, json!({ "password": secret }))),
            server.post("/Users", &user_with(&name, json!({ "password": secret }))),
            server.post("/Users", &json!({ "schemas": [USER], "userName": 1, "password": secret })),
            server.patch(&path, &operation("replace", "password", json!({ "x": secret }))),
        ];
        for answer in answers {
            let text = answer.text();
            assert!(!text.contains(secret) && !text.contains("argon2"), "{answer}");
            if (200..300).contains(&answer.status) {
                assert!(!text.contains("\"password\""), "{answer}");
            }
        }
    }

    /// 7643-7-21: a PUT of a GET must not wipe it, and setting it is a change
    /// 7644-3.5.1-07a
    fn a_password_that_a_put_leaves_out_is_kept_and_a_new_one_is_a_new_version(server) {
        let before = create_user(server, json!({ "password": "first-Password-1" }));
        let path = format!("/Users/{}", id_of(&before));
        server.put(&path, &before).expect(200);
        assert_unchanged(server, "/Users", &before);
        let after = server.patch(&path, &operation("replace", "password", json!("second-Password-2"))).expect(200);
        assert_ne!(Some(after.etag().as_str()), before["meta"]["version"].as_str());
        server.patch(&path, &operation("remove", "password", Value::Null)).expect(200);
    }

    /// 7643-4.3-01, 7643-4.3-02, 7643-4.3-03: manager.value is an id, $ref is computed, displayName is readOnly
    /// 7644-3.3-02
    fn a_managers_read_only_parts_are_the_servers(server) {
        let manager = create_user(server, json!({ "displayName": "The Boss" }));
        let body = create_user(server, json!({ ENTERPRISE: { "manager": { "value": manager["id"], "displayName": "Impostor" } } }));
        assert_eq!(body[ENTERPRISE]["manager"]["value"], manager["id"]);
        assert_ne!(body[ENTERPRISE]["manager"]["displayName"], json!("Impostor"));
        if let Some(reference) = body[ENTERPRISE]["manager"]["$ref"].as_str() {
            assert_eq!(reference, manager["meta"]["location"].as_str().unwrap());
        }
    }

    /// 7643-3-07
    fn common_attributes_are_there_for_every_type(server) {
        let body = server.post("/Groups", &merged(group(&unique("common"), &[]), json!({ "externalId": "e1" }))).expect(201).json();
        assert_eq!(body["externalId"], json!("e1"));
        assert_eq!(body["meta"]["resourceType"], json!("Group"));
    }

    /// V25: U+0000 parses, and not every database can keep it: refused everywhere alike
    fn a_nul_character_is_refused(server) {
        refused(server, json!({ "nickName": "a\u{0}b" }), "invalidSyntax", "U+0000");
    }
}

/// 7643-4.1.1-13, 7643-9.2-01, V17
#[test]
fn a_password_is_kept_as_argon2id_only() {
    let server = Server::start(Database::Sqlite);
    let secret = "t1meMa$heen-in-the-file";
    server.post("/Users", &user_with("secret", json!({ "password": secret }))).expect(201);
    server.send(Request::new("GET", "/Users")).expect(200);
    let mut found_hash = false;
    for entry in std::fs::read_dir(server.directory()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let holds = |needle: &str| bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
        assert!(!holds(secret), "the password is in the file in clear");
        assert!(!holds(&server.token), "the token is in the file in clear");
        found_hash |= holds("$argon2id$");
    }
    assert!(found_hash, "no Argon2id hash in the file");
}
