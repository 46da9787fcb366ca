//! POST, GET, PUT, DELETE, `Location`, `meta` and entity tags (RFC 7644 §3.3–3.6, §3.14; RFC 7643 §3.1).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, on_both_databases};

on_both_databases! {
    from tests::server::strict;

    /// 7643-3.1-02, 7643-3.1-15, 7643-3.1-16, 7643-3.1-x2
    /// 7644-3.3-07, 7644-3.3-08, 7644-3.3-09, 7644-3.1-05, 7644-3.2-03, 7644-3.14-01, 7644-3.14-02a, 7644-3.14-02b
    fn a_create_answers_201_with_location_etag_and_the_whole_resource(server) {
        let name = unique("create");
        let response = server.post("/Users", &user_with(&name, json!({ "nickName": "N" }))).expect(201);
        assert_eq!(response.media_type(), Some("application/scim+json"));
        let body = response.json();
        let meta = &body["meta"];
        assert_eq!(body["schemas"], json!([USER]));
        assert_eq!(body["userName"], json!(name));
        assert_eq!(body["nickName"], json!("N"));
        assert_eq!(meta["resourceType"], json!("User"));
        assert_eq!(meta["created"], meta["lastModified"]);
        assert_eq!(meta["location"], json!(format!("{}/Users/{}", server.base_url(), id_of(&body))));
        assert_eq!(response.header("location"), meta["location"].as_str());
        assert_eq!(response.header("etag"), meta["version"].as_str());
        assert!(response.etag().starts_with("W/\""), "a weak tag: {}", response.etag());
        let created = meta["created"].as_str().unwrap();
        assert!(created.len() >= 20 && created.ends_with('Z') && created.as_bytes()[10] == b'T', "{created}");
        let found = server.get(&format!("/Users/{}", id_of(&body))).expect(200);
        assert_eq!(found.json(), body, "7644-3.1-05: the answer is the state as it is kept");
        assert_eq!(found.etag(), response.etag());
    }

    /// 7643-3.1-08, 7643-3.1-11, 7643-3.1-14
    /// 7644-3.3-02, 7644-3.3-01, 7644-3.3.1-01
    fn read_only_values_of_a_create_are_ignored(server) {
        let body = create_user(server, json!({
            "id": "mine",
            "meta": { "resourceType": "Group", "created": "1999-01-01T00:00:00Z", "location": "https://elsewhere.example" },
            "groups": [{ "value": "some-group" }],
        }));
        assert_ne!(body["id"], json!("mine"));
        assert_eq!(body["meta"]["resourceType"], json!("User"));
        assert!(!body["meta"]["created"].as_str().unwrap().starts_with("1999"));
        assert!(body["meta"]["location"].as_str().unwrap().starts_with(&server.base_url()));
        assert_eq!(body["groups"], Value::Null);
        assert_eq!(body["externalId"], Value::Null, "the server invents no externalId");
    }

    /// 7643-2.1-x1
    fn attribute_names_are_matched_whatever_their_case_and_answered_in_the_schemas_spelling(server) {
        let name = unique("case");
        let body = server.post("/Users", &json!({
            "SCHEMAS": [USER], "USERNAME": name, "Name": { "GIVENNAME": "Ann" }, "eMails": [{ "VALUE": "a@b.example" }],
        })).expect(201).json();
        assert_eq!(body["userName"], json!(name));
        assert_eq!(body["name"], json!({ "givenName": "Ann" }));
        assert_eq!(body["emails"], json!([{ "value": "a@b.example" }]));
        assert!(body.get("USERNAME").is_none());
    }

    fn attributes_that_no_schema_knows_are_left_out(server) {
        let body = create_user(server, json!({ "favouriteColour": "blue", "name": { "givenName": "A", "shoeSize": 43 } }));
        assert_eq!(body.get("favouriteColour"), None);
        assert_eq!(body["name"], json!({ "givenName": "A" }));
        let id = id_of(&body);
        let put = user_with(body["userName"].as_str().unwrap(), json!({ "favouriteColour": "red" }));
        assert_eq!(server.put(&format!("/Users/{id}"), &put).expect(200).json().get("favouriteColour"), None);
    }

    /// 7644-3.3-06
    /// 7643-2.5-01
    fn null_and_the_empty_list_are_no_value(server) {
        let body = create_user(server, json!({ "nickName": null, "emails": [], "name": { "givenName": null } }));
        for attribute in ["nickName", "emails", "name"] {
            assert_eq!(body[attribute], Value::Null, "{attribute}");
        }
        let response = server.post("/Users", &json!({ "schemas": [USER], "userName": null }));
        assert_scim_error_about(&response, 400, "invalidValue", "userName");
    }

    /// 7643-3.3-03, 7643-3.3-05
    /// 7644-3.5.1-07b
    fn schemas_follow_the_extensions_that_are_there(server) {
        let with = create_user(server, json!({ "schemas": [ENTERPRISE, USER], ENTERPRISE: { "department": "D" } }));
        assert_eq!(with["schemas"], json!([USER, ENTERPRISE]));
        assert_eq!(with[ENTERPRISE], json!({ "department": "D" }));
        let put = user(with["userName"].as_str().unwrap());
        let without = server.put(&format!("/Users/{}", id_of(&with)), &put).expect(200).json();
        assert_eq!(without["schemas"], json!([USER]));
        assert_eq!(without.get(ENTERPRISE), None);
        let misplaced = create_user(server, json!({ "department": "D" }));
        assert_eq!(misplaced.get(ENTERPRISE), None, "an extension attribute stands below its URN");
    }

    /// 7643-3-02, 7643-3-04, 7643-3.3-02b
    fn schemas_must_name_the_base_schema_and_its_extensions_only(server) {
        for schemas in [json!([GROUP]), json!([ENTERPRISE]), json!([USER, GROUP]), json!(USER), json!([1])] {
            let response = server.post("/Users", &json!({ "schemas": schemas, "userName": unique("schemas") }));
            assert_eq!(response.status, 400, "{schemas}: {response}");
            let scim_type = response.json()["scimType"].as_str().unwrap_or_default().to_owned();
            assert!(["invalidValue", "invalidSyntax"].contains(&scim_type.as_str()), "{response}");
            assert_scim_error_about(&response, 400, &scim_type, "schemas");
        }
    }

    /// 7644-3.8-01
    fn text_comes_back_as_it_was_sent(server) {
        let text = "Zoë 日本 🦀 \u{7f} \"quoted\" \\ back/slash\nline\ttab </script> e\u{301}";
        let body = create_user(server, json!({ "displayName": text, "name": { "formatted": text } }));
        let found = get_user(server, &id_of(&body));
        assert_eq!(found["displayName"], json!(text));
        assert_eq!(found["name"]["formatted"], json!(text));
    }

    /// 7644-3.5-01, 7644-3.5.1-03, 7644-3.5.1-05, 7644-3.5.1-07b, 7644-3.14-02a
    /// 7644-3.5.1-04, 7644-3.5.1-06a, 7644-3.5.1-11
    fn a_put_replaces_the_resource(server) {
        let before = create_user(server, json!({
            "nickName": "old", "title": "T", "emails": [{ "value": "a@x.example" }, { "value": "b@x.example" }],
        }));
        let id = id_of(&before);
        let name = before["userName"].as_str().unwrap();
        let body = user_with(name, json!({
            "id": "other", "nickName": "new", "emails": [{ "value": "c@x.example" }], "meta": { "created": "1999-01-01T00:00:00Z" },
        }));
        let response = server.put(&format!("/Users/{id}"), &body).expect(200);
        let after = response.json();
        assert_eq!(after["id"], json!(id));
        assert_eq!(after["nickName"], json!("new"));
        assert_eq!(after.get("title"), None, "what a PUT leaves out is cleared");
        assert_eq!(after["emails"], json!([{ "value": "c@x.example" }]));
        assert_eq!(after["meta"]["created"], before["meta"]["created"]);
        assert!(after["meta"]["lastModified"].as_str() > before["meta"]["lastModified"].as_str());
        assert_ne!(after["meta"]["version"], before["meta"]["version"]);
        assert_eq!(response.header("etag"), after["meta"]["version"].as_str());
        assert_eq!(get_user(server, &id), after);
    }

    /// 7644-3.5.1-01, 7644-3.14-x1
    fn a_put_of_what_a_get_gave_changes_nothing(server) {
        let before = create_user(server, json!({
            "name": { "givenName": "A" }, "active": true, "emails": [{ "value": "a@x.example", "primary": true }],
            ENTERPRISE: { "department": "D" },
        }));
        let after = server.put(&format!("/Users/{}", id_of(&before)), &before).expect(200).json();
        assert_eq!(after, before);
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.2-04, 7644-3.5.1-02
    fn a_put_never_creates(server) {
        let id = "01890000-0000-7000-8000-000000000000";
        assert_scim_error_about(&server.put(&format!("/Users/{id}"), &user(&unique("put"))), 404, "", id);
        assert_scim_error(&server.get(&format!("/Users/{id}")), 404, "");
    }

    /// 7643-3.1-07
    /// 7644-3.6-01b, 7644-3.6-02, 7644-3.6-04, 7644-3.6-05, 7644-3.6-03, 7644-3.4.1-x1
    fn a_deleted_resource_is_gone_and_its_name_free(server) {
        let before = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&before));
        let response = server.delete(&path).expect(204);
        assert!(response.body.is_empty());
        let name = before["userName"].as_str().unwrap();
        assert_scim_error(&server.get(&path), 404, "");
        assert_scim_error(&server.put(&path, &user(name)), 404, "");
        assert_scim_error(&server.patch(&path, &operation("replace", "active", json!(true))), 404, "");
        assert_scim_error(&server.delete(&path), 404, "");
        assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
        let again = server.post("/Users", &user(name)).expect(201).id();
        assert_ne!(again, id_of(&before), "7643-3.1-07: an id is never used again");
    }

    fn an_id_of_another_type_or_form_is_not_found(server) {
        let user = id_of(&create_user(server, json!({})));
        assert_scim_error(&server.get(&format!("/Groups/{user}")), 404, "");
        for id in ["x", "0", "..%2fUsers", "%00", "%ff", &"a".repeat(3_000), "01890000000070008000000000000000"] {
            let response = server.get(&format!("/Users/{id}"));
            assert!([400, 404, 414].contains(&response.status), "{id}: {response}");
            assert_scim_error(&response, response.status, response.json()["scimType"].as_str().unwrap_or_default());
        }
        assert_eq!(server.get(&format!("/Users/{}", user.to_uppercase())).status, 404, "ids are case-exact");
    }

    /// 7644-3.14-03
    fn if_none_match_answers_304_without_a_body_until_the_resource_changes(server) {
        let before = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&before));
        let tag = before["meta"]["version"].as_str().unwrap();
        for header in [tag.to_owned(), "*".to_owned(), format!("W/\"other\", {tag}"), tag.trim_start_matches("W/").to_owned()] {
            let response = server.send(Request::new("GET", &path).header("If-None-Match", &header)).expect(304);
            assert!(response.body.is_empty(), "{header}");
            assert_eq!(response.etag(), tag);
        }
        server.send(Request::new("GET", &path).header("If-None-Match", "W/\"other\"")).expect(200);
        server.patch(&path, &operation("replace", "nickName", json!("n"))).expect(200);
        server.send(Request::new("GET", &path).header("If-None-Match", tag)).expect(200);
    }

    /// 7644-3.14-04
    fn if_match_is_compared_weakly_and_guards_put_patch_and_delete(server) {
        let before = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&before));
        let name = before["userName"].as_str().unwrap();
        let patch = |value: &str| operation("replace", "nickName", json!(value));
        let stale = before["meta"]["version"].as_str().unwrap().to_owned();
        let put = |tag: &str| Request::new("PUT", &path).json(&user(name)).header("If-Match", tag);
        let with = |tag: &str, value: &str| Request::new("PATCH", &path).json(&patch(value)).header("If-Match", tag);

        let current = server.send(with(&stale, "weak")).expect(200).etag();
        assert_ne!(current, stale);
        let kept = server.get(&path).expect(200).json();
        for tag in [stale.as_str(), "W/\"nonsense\"", "\"a\", \"b\""] {
            assert_scim_error(&server.send(put(tag)), 412, "");
            assert_scim_error(&server.send(with(tag, "x")), 412, "");
            assert_scim_error(&server.send(Request::new("DELETE", &path).header("If-Match", tag)), 412, "");
        }
        assert_unchanged(server, "/Users", &kept);

        let strong = current.trim_start_matches("W/").to_owned();
        let current = server.send(with(&strong, "strong")).expect(200).etag();
        server.send(with(&format!("\"x\", {current}"), "list")).expect(200);
        server.send(with("*", "any")).expect(200);
        let current = server.get(&path).etag();
        server.send(put(&current)).expect(200);
        server.send(Request::new("DELETE", &path).header("If-Match", "*")).expect(204);
        let gone = server.send(put("*"));
        assert!([404, 412].contains(&gone.status), "{gone}");
        assert_scim_error(&gone, gone.status, "");
    }

    /// 7643-3.1-06, 7643-3.1-09
    fn no_id_holds_bulk_id_and_none_repeats_over_the_types(server) {
        let mut ids: Vec<String> = create_users(server, 20);
        ids.extend((0..20).map(|_| create_group(server, &[])));
        assert!(ids.iter().all(|id| !id.contains("bulkId")));
        let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len());
    }
}
