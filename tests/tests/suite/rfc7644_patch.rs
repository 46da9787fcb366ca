//! Clauses on PATCH (RFC 7644 §3.5.2) that `patch` and `groups` do not show.

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Response, Server, on_both_databases};

#[track_caller]
fn patch(server: &Server, id: &str, body: Value) -> Response {
    server.patch(&format!("/Users/{id}"), &body)
}

#[track_caller]
fn patched(server: &Server, id: &str, body: Value) -> Value {
    let after = patch(server, id, body).expect(200).json();
    assert_eq!(get_user(server, id), after, "the answer is the resource as it is now");
    after
}

on_both_databases! {
    from tests::server::strict;

    /// 7644-3.5-02, 7644-3.5.2-01, 7644-3.5.2-17a, 7644-3.1-05
    fn a_patch_answers_the_whole_resource(server) {
        let before = create_user(server, json!({ "title": "T", "emails": [{ "value": "a@x.example" }] }));
        let response = patch(server, &id_of(&before), operation("replace", "nickName", json!("N"))).expect(200);
        let mut expected = merged(before, json!({ "nickName": "N" }));
        expected["meta"] = response.json()["meta"].clone();
        assert_eq!(response.json(), expected);
        assert_eq!(get_user(server, &id_of(&expected)), expected);
    }

    /// 7644-3.5.2-17b, 7644-3.14-02a
    fn a_patch_of_a_group_answers_its_new_version_alone(server) {
        let id = create_group(server, &[]);
        let before = server.get(&format!("/Groups/{id}")).etag();
        let response = server.patch(&format!("/Groups/{id}"), &operation("replace", "displayName", json!("after"))).expect(204);
        assert!(response.body.is_empty());
        assert_ne!(response.etag(), before);
        assert_eq!(response.etag(), server.get(&format!("/Groups/{id}")).etag());
    }

    /// 7644-3.5.2-05a, 7644-3.5.2-10
    fn add_and_replace_work_with_a_path_and_without(server) {
        let id = id_of(&create_user(server, json!({})));
        for (op, value) in [("add", "1"), ("replace", "2")] {
            let after = patched(server, &id, operation(op, "title", json!(value)));
            assert_eq!(after["title"], json!(value));
            let after = patched(server, &id, operation(op, "", json!({ "nickName": value, "name": { "givenName": value } })));
            assert_eq!((&after["nickName"], &after["name"]), (&json!(value), &json!({ "givenName": value })));
        }
    }

    /// 7644-3.5.2-05b, 7644-3.5.2.2-x1
    fn remove_needs_a_path(server) {
        let before = create_user(server, json!({ "nickName": "N" }));
        for operation in [json!({ "op": "remove" }), json!({ "op": "remove", "value": { "nickName": "N" } }), json!({ "op": "remove", "path": null })] {
            assert_scim_error_about(&patch(server, &id_of(&before), operations(json!([operation]))), 400, "noTarget", "path");
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.5.2-04a
    fn an_operation_has_exactly_one_op(server) {
        let before = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&before));
        for operation in [
            r#"{"path":"nickName","value":"N"}"#,
            r#"{"op":"add","op":"replace","path":"nickName","value":"N"}"#,
            r#"{"op":"add","OP":"add","path":"nickName","value":"N"}"#,
            r#"{"op":["add","replace"],"path":"nickName","value":"N"}"#,
            r#"{"op":null,"path":"nickName","value":"N"}"#,
            r#"{"op":"","path":"nickName","value":"N"}"#,
        ] {
            let body = format!(r#"{{"schemas":["{PATCH_OP}"],"Operations":[{operation}]}}"#);
            assert_scim_error_about(&server.send(Request::new("PATCH", &path).scim_body(body)), 400, "invalidSyntax", "op");
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.5.2-09, 7644-3.5.2-15b, 7644-3.5.2-16: and the detail says which operation
    fn a_refused_patch_has_a_status_a_body_and_the_number_of_the_operation(server) {
        let before = create_user(server, json!({ "emails": [{ "value": "a@x.example" }] }));
        let other = create_user(server, json!({}));
        let fine = json!({ "op": "add", "path": "title", "value": "T" });
        for (broken, status, scim_type) in [
            (json!({ "op": "replace", "path": "id", "value": "x" }), 400, "mutability"),
            (json!({ "op": "replace", "path": "active", "value": "x" }), 400, "invalidValue"),
            (json!({ "op": "replace", "path": "nosuch", "value": "x" }), 400, "invalidPath"),
            (json!({ "op": "replace", "path": "emails[nosuch eq 1].value", "value": "x" }), 400, "invalidFilter"),
            (json!({ "op": "replace", "path": "emails[type eq \"x\"].value", "value": "x" }), 400, "noTarget"),
            (json!({ "op": "fly" }), 400, "invalidSyntax"),
        ] {
            let response = patch(server, &id_of(&before), operations(json!([fine, broken])));
            assert_scim_error_about(&response, status, scim_type, "[1]");
        }
        let taken = operations(json!([fine, { "op": "replace", "path": "userName", "value": other["userName"] }]));
        assert_scim_error_about(&patch(server, &id_of(&before), taken), 409, "uniqueness", "userName");
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.5.2-11, 7644-3.5.2-12
    fn schemas_follow_the_extension_and_may_name_it_beforehand(server) {
        let id = id_of(&create_user(server, json!({})));
        let after = patched(server, &id, operations(json!([
            { "op": "add", "path": "schemas", "value": [ENTERPRISE] },
            { "op": "add", "path": format!("{ENTERPRISE}:employeeNumber"), "value": "1" },
        ])));
        assert_eq!(after["schemas"], json!([USER, ENTERPRISE]));
        assert_eq!(after[ENTERPRISE], json!({ "employeeNumber": "1" }));
        let after = patched(server, &id, operation("add", &format!("{ENTERPRISE}:division"), json!("V")));
        assert_eq!(after["schemas"], json!([USER, ENTERPRISE]));
        let after = patched(server, &id, operations(json!([
            { "op": "remove", "path": format!("{ENTERPRISE}:division") },
            { "op": "remove", "path": format!("{ENTERPRISE}:employeeNumber") },
        ])));
        assert_eq!(after["schemas"], json!([USER]));
        assert_eq!(after.get(ENTERPRISE), None);
        let unknown = patch(server, &id, operation("add", "schemas", json!(["urn:example:nosuch"])));
        assert_scim_error_about(&unknown, 400, "invalidValue", "urn:example:nosuch");
    }

    /// 7644-3.5.2.1-02: whatever the target is
    fn the_value_of_an_add_is_a_literal_an_object_or_a_list(server) {
        let id = id_of(&create_user(server, json!({})));
        for (path, value, name, expected) in [
            ("nickName", json!("N"), "nickName", json!("N")),
            ("active", json!(false), "active", json!(false)),
            ("name", json!({ "givenName": "G" }), "name", json!({ "givenName": "G" })),
            ("emails", json!([{ "value": "1" }]), "emails", json!([{ "value": "1" }])),
            ("emails", json!({ "value": "2" }), "emails", json!([{ "value": "1" }, { "value": "2" }])),
            ("emails[value eq \"2\"]", json!({ "type": "work" }), "emails", json!([{ "value": "1" }, { "value": "2", "type": "work" }])),
            ("emails[value eq \"1\"].display", json!("D"), "emails", json!([{ "value": "1", "display": "D" }, { "value": "2", "type": "work" }])),
        ] {
            assert_eq!(patched(server, &id, operation("add", path, value))[name], expected, "{path}");
        }
    }

    /// 7644-3.5.2.1-01: neither does a replace go without one
    fn an_add_without_a_value_is_refused(server) {
        let before = create_user(server, json!({ "nickName": "N" }));
        for operation in [
            json!({ "op": "add", "path": "nickName" }),
            json!({ "op": "add" }),
            json!({ "op": "replace", "path": "nickName" }),
            json!({ "op": "replace" }),
        ] {
            assert_scim_error_about(&patch(server, &id_of(&before), operations(json!([operation]))), 400, "invalidValue", "value");
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.5.2.1-04a, 7644-3.5.2.1-04b, 7644-3.5.2.1-05: in a list of complex values too, in any order of sub-attributes
    fn a_value_that_is_there_is_not_added_again(server) {
        let before = create_user(server, json!({ "emails": [{ "value": "a@x.example", "type": "work", "primary": true }, { "value": "b@x.example" }] }));
        for value in [
            json!([{ "value": "b@x.example" }]),
            json!({ "type": "work", "primary": true, "value": "a@x.example" }),
            before["emails"].clone(),
        ] {
            assert_eq!(patched(server, &id_of(&before), operation("add", "emails", value)), before);
        }
        let after = patched(server, &id_of(&before), operation("add", "emails", json!([{ "value": "b@x.example" }, { "value": "c@x.example" }])));
        assert_eq!(after["emails"].as_array().map(Vec::len), Some(3));
    }

    /// 7644-3.5.2.2-02
    fn remove_of_a_list_takes_all_its_values(server) {
        let id = id_of(&create_user(server, json!({ "emails": [{ "value": "1" }, { "value": "2" }], "phoneNumbers": [{ "value": "3" }] })));
        let after = patched(server, &id, operation("remove", "emails", Value::Null));
        assert_eq!(after.get("emails"), None);
        assert_eq!(values(&after, "phoneNumbers"), set(["3"]));
    }

    /// 7644-3.5.2.2-03, 7644-3.5.2.2-05
    fn a_list_without_its_last_value_is_unassigned(server) {
        let ids = create_users(server, 2);
        let group = create_group(server, &[&ids[0], &ids[1]]);
        for (member, left) in [(&ids[0], 1), (&ids[1], 0)] {
            let remove = operation("remove", &format!("members[value eq \"{member}\"]"), Value::Null);
            server.patch(&format!("/Groups/{group}"), &remove).expect(204);
            let found = resources(filtered(server, "/Groups", &format!("id eq \"{group}\" and members pr")));
            assert_eq!(found.len(), left.min(1));
        }
        assert_eq!(server.get(&format!("/Groups/{group}")).json().get("members"), None);
        let id = id_of(&create_user(server, json!({ "emails": [{ "value": "1", "type": "work" }] })));
        let after = patched(server, &id, operation("remove", "emails[type eq \"work\"]", Value::Null));
        assert_eq!(after.get("emails"), None);
        assert!(resources(filtered(server, "/Users", &format!("id eq \"{id}\" and emails pr"))).is_empty());
    }

    /// 7644-3.5.2.3-04
    fn replace_with_a_value_filter_changes_every_value_that_matches(server) {
        let id = id_of(&create_user(server, json!({ "emails": [
            { "value": "1", "type": "work" }, { "value": "2", "type": "home" }, { "value": "3", "type": "work" },
        ] })));
        let after = patched(server, &id, operation("replace", "emails[type eq \"work\"]", json!({ "type": "other", "display": "D" })));
        let of = |value: &str| after["emails"].as_array().unwrap().iter().find(|email| email["value"] == json!(value)).unwrap().clone();
        for value in ["1", "3"] {
            assert_eq!(of(value), json!({ "value": value, "type": "other", "display": "D" }));
        }
        assert_eq!(of("2"), json!({ "value": "2", "type": "home" }));
        assert_eq!(after["emails"].as_array().map(Vec::len), Some(3));
    }

    /// 7644-3.5.2.3-01, 7644-3.5.2.3-02
    fn replace_without_a_path_changes_what_its_value_names(server) {
        let before = create_user(server, json!({ "nickName": "A", "title": "T", "emails": [{ "value": "1" }, { "value": "2" }] }));
        let after = patched(server, &id_of(&before), operation("replace", "", json!({ "nickName": "B", "locale": "en", "emails": [{ "value": "3" }] })));
        assert_eq!((&after["nickName"], &after["title"], &after["locale"]), (&json!("B"), &json!("T"), &json!("en")));
        assert_eq!(after["emails"], json!([{ "value": "3" }]));
        for value in [json!("text"), json!(1), json!(true), json!([{ "nickName": "C" }])] {
            assert_scim_error(&patch(server, &id_of(&before), operation("replace", "", value)), 400, "invalidValue");
        }
        assert_unchanged(server, "/Users", &after);
    }

    /// 7644-3.5.2-14: every kind of change is undone with the rest, also what lies in rows of its own
    fn nothing_of_a_failed_patch_stays(server) {
        let ids = create_users(server, 2);
        let group = create_group(server, &[&ids[0]]);
        let before = server.get(&format!("/Groups/{group}")).json();
        let tag = server.get(&format!("/Groups/{group}")).etag();
        let body = operations(json!([
            { "op": "replace", "path": "displayName", "value": "changed" },
            { "op": "add", "path": "members", "value": [{ "value": ids[1] }] },
            { "op": "remove", "path": format!("members[value eq \"{}\"]", ids[0]) },
            { "op": "add", "path": "externalId", "value": 7 },
        ]));
        assert_scim_error_about(&server.patch(&format!("/Groups/{group}"), &body), 400, "invalidValue", "externalId");
        assert_unchanged(server, "/Groups", &before);
        assert_eq!(server.get(&format!("/Groups/{group}")).etag(), tag);
        assert_eq!(get_user(server, &ids[1]).get("groups"), None);
    }
}
