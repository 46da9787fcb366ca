//! PATCH (RFC 7644 §3.5.2), mostly on users; more on members is in `groups`.

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Server, on_both_databases};

#[track_caller]
fn patched(server: &Server, id: &str, body: Value) -> Value {
    let response = server.patch(&format!("/Users/{id}"), &body).expect(200);
    let after = response.json();
    assert_eq!(response.header("etag"), after["meta"]["version"].as_str());
    assert_eq!(get_user(server, id), after, "7644-3.5.2-17a: the answer is the resource as it is now");
    after
}

/// Refused with that error, and the user is what it was.
#[track_caller]
fn refused(server: &Server, before: &Value, body: Value, scim_type: &str, word: &str) {
    let response = server.patch(&format!("/Users/{}", id_of(before)), &body);
    assert_scim_error_about(&response, 400, scim_type, word);
    assert_unchanged(server, "/Users", before);
}

fn two_emails() -> Value {
    json!({ "emails": [
        { "value": "w@x.example", "type": "work", "primary": true, "display": "W" },
        { "value": "h@x.example", "type": "home" },
    ] })
}

on_both_databases! {
    from tests::server::strict;

    /// 7644-3.5.2.1-x1
    fn add_without_a_path_sets_single_values_and_appends_to_lists(server) {
        let id = id_of(&create_user(server, merged(two_emails(), json!({ "nickName": "A" }))));
        let after = patched(server, &id, operation("add", "", json!({
            "nickName": "B", "emails": [{ "value": "o@x.example", "type": "other" }], "name": { "givenName": "G" },
        })));
        assert_eq!(after["nickName"], json!("B"));
        assert_eq!(after["name"], json!({ "givenName": "G" }));
        assert_eq!(values(&after, "emails"), set(["w@x.example", "h@x.example", "o@x.example"]));
    }

    /// 7644-3.5.2.1-x2
    fn add_with_a_path_appends_one_value_or_a_list(server) {
        let id = id_of(&create_user(server, two_emails()));
        let after = patched(server, &id, operation("add", "emails", json!([{ "value": "1@x.example" }])));
        assert_eq!(after["emails"].as_array().unwrap().len(), 3);
        let after = patched(server, &id, operation("add", "emails", json!({ "value": "2@x.example" })));
        assert_eq!(after["emails"].as_array().unwrap().len(), 4);
        let after = patched(server, &id, operation("add", "nickName", json!("N")));
        assert_eq!(after["nickName"], json!("N"));
    }

    /// 7644-3.5.2.1-03, 7644-3.5.2.3-03
    fn add_and_replace_of_a_complex_value_merge_its_sub_attributes(server) {
        let id = id_of(&create_user(server, json!({ "name": { "givenName": "G", "familyName": "F" } })));
        let after = patched(server, &id, operation("add", "name", json!({ "givenName": "G2" })));
        assert_eq!(after["name"], json!({ "givenName": "G2", "familyName": "F" }));
        let after = patched(server, &id, operation("replace", "name", json!({ "familyName": "F2" })));
        assert_eq!(after["name"], json!({ "givenName": "G2", "familyName": "F2" }));
        let after = patched(server, &id, operation("replace", "", json!({ "name": { "givenName": "G3" } })));
        assert_eq!(after["name"], json!({ "givenName": "G3", "familyName": "F2" }));
    }

    fn a_sub_attribute_path_reaches_one_value(server) {
        let id = id_of(&create_user(server, json!({ "name": { "givenName": "G", "familyName": "F" } })));
        let after = patched(server, &id, operation("replace", "name.givenName", json!("G2")));
        assert_eq!(after["name"], json!({ "givenName": "G2", "familyName": "F" }));
        let after = patched(server, &id, operation("remove", "name.familyName", Value::Null));
        assert_eq!(after["name"], json!({ "givenName": "G2" }));
        let after = patched(server, &id, operation("remove", "name.givenName", Value::Null));
        assert_eq!(after.get("name"), None, "a complex value without sub-attributes is unassigned");
    }

    /// 7644-3.5.2.3-x2
    fn a_value_path_with_a_sub_attribute_changes_every_match(server) {
        let id = id_of(&create_user(server, json!({ "emails": [
            { "value": "1@x.example", "type": "work" }, { "value": "2@x.example", "type": "work" },
            { "value": "3@x.example", "type": "home" },
        ] })));
        let after = patched(server, &id, operation("replace", "emails[type eq \"work\"].display", json!("D")));
        let displays: Vec<_> = after["emails"].as_array().unwrap().iter().map(|email| email["display"].clone()).collect();
        assert_eq!(displays, [json!("D"), json!("D"), Value::Null]);
        let after = patched(server, &id, operation("replace", "emails[type eq \"home\"].value", json!("9@x.example")));
        assert_eq!(values(&after, "emails"), set(["1@x.example", "2@x.example", "9@x.example"]));
    }

    fn a_value_path_replaces_every_matching_value(server) {
        let id = id_of(&create_user(server, two_emails()));
        let path = "emails[value eq \"h@x.example\" and not (type eq \"work\")]";
        let after = patched(server, &id, operation("replace", path, json!({ "value": "n@x.example", "type": "other" })));
        assert_eq!(values(&after, "emails"), set(["w@x.example", "n@x.example"]));
    }

    /// 7644-3.5.2.3-05
    fn replace_with_a_value_filter_that_matches_nothing_is_no_target(server) {
        let before = create_user(server, two_emails());
        refused(server, &before, operation("replace", "emails[type eq \"boat\"].value", json!("x")), "noTarget", "emails");
        refused(server, &before, operation("replace", "emails[type eq \"boat\"]", json!({ "value": "x" })), "noTarget", "emails");
    }

    /// 7644-3.5.2.1-x3
    fn add_with_a_value_filter_that_matches_nothing_makes_the_value(server) {
        let id = id_of(&create_user(server, json!({})));
        let after = patched(server, &id, operation("add", "emails[type eq \"work\"].value", json!("w@x.example")));
        assert_eq!(after["emails"], json!([{ "value": "w@x.example", "type": "work" }]));
    }

    /// 7644-3.5.2.3-x1, 7644-3.5.2.3-02
    fn replace_of_a_whole_attribute_leaves_only_the_new_values(server) {
        let id = id_of(&create_user(server, two_emails()));
        let after = patched(server, &id, operation("replace", "emails", json!([{ "value": "n@x.example" }])));
        assert_eq!(after["emails"], json!([{ "value": "n@x.example" }]));
        let after = patched(server, &id, operation("replace", "title", json!("T")));
        assert_eq!(after["title"], json!("T"), "replace of an unset attribute is an add");
    }

    /// 7644-3.5.2.2-01, 7644-3.5.2.2-04, 7644-3.5.2.2-05, 7644-3.5.2.2-03
    fn remove_takes_an_attribute_a_value_or_a_sub_attribute(server) {
        let id = id_of(&create_user(server, merged(two_emails(), json!({ "nickName": "N" }))));
        let after = patched(server, &id, operation("remove", "nickName", Value::Null));
        assert_eq!(after.get("nickName"), None);
        let after = patched(server, &id, operation("remove", "emails[type eq \"work\"].display", Value::Null));
        assert_eq!(after["emails"][0], json!({ "value": "w@x.example", "type": "work", "primary": true }));
        let after = patched(server, &id, operation("remove", "emails[type eq \"work\"]", Value::Null));
        assert_eq!(values(&after, "emails"), set(["h@x.example"]));
        let after = patched(server, &id, operation("remove", "emails[value pr]", Value::Null));
        assert_eq!(after.get("emails"), None, "no values left is unassigned");
        assert!(resources(filtered(server, "/Users", &format!("id eq \"{id}\" and emails pr"))).is_empty());
    }

    /// 7644-3.5.2.2-x1, 7644-3.5.2.2-06, 7644-3.5.2-05b, 7644-3.5.2-16
    fn remove_needs_a_path_and_leaves_required_and_read_only_attributes(server) {
        let before = create_user(server, json!({}));
        refused(server, &before, operations(json!([{ "op": "remove" }])), "noTarget", "path");
        refused(server, &before, operation("remove", "userName", Value::Null), "mutability", "userName");
        refused(server, &before, operation("remove", "id", Value::Null), "mutability", "id");
        refused(server, &before, operation("remove", "meta", Value::Null), "mutability", "meta");
    }

    /// 7643-7-17, 7643-4.3-03
    /// 7644-3.5.2-07
    fn read_only_attributes_are_refused(server) {
        let before = create_user(server, json!({ ENTERPRISE: { "department": "D" } }));
        for (path, value) in [
            ("id", json!("x")),
            ("meta.created", json!("2020-01-01T00:00:00Z")),
            ("groups", json!([{ "value": "x" }])),
        ] {
            refused(server, &before, operation("replace", path, value.clone()), "mutability", path);
            refused(server, &before, operation("add", path, value), "mutability", path);
        }
        let manager = format!("{ENTERPRISE}:manager.displayName");
        refused(server, &before, operation("add", &manager, json!("M")), "mutability", "displayName");
    }

    /// 7644-3.5.2-12: a URN before the name
    fn urn_paths_reach_core_and_extension_attributes(server) {
        let id = id_of(&create_user(server, json!({})));
        let after = patched(server, &id, operation("add", &format!("{ENTERPRISE}:employeeNumber"), json!("7")));
        assert_eq!(after["schemas"], json!([USER, ENTERPRISE]));
        assert_eq!(after[ENTERPRISE], json!({ "employeeNumber": "7" }));
        let after = patched(server, &id, operation("replace", &format!("{USER}:name.givenName"), json!("G")));
        assert_eq!(after["name"], json!({ "givenName": "G" }));
        let upper = format!("{}:EMPLOYEENUMBER", ENTERPRISE.to_uppercase());
        let after = patched(server, &id, operation("replace", &upper, json!("8")));
        assert_eq!(after[ENTERPRISE], json!({ "employeeNumber": "8" }));
        let after = patched(server, &id, operation("remove", &format!("{ENTERPRISE}:employeeNumber"), Value::Null));
        assert_eq!(after["schemas"], json!([USER]), "schemas is kept in step with the extension");
    }

    fn a_bare_urn_is_the_extension_as_a_whole(server) {
        let id = id_of(&create_user(server, json!({ ENTERPRISE: { "department": "D" } })));
        let after = patched(server, &id, operation("add", ENTERPRISE, json!({ "division": "V" })));
        assert_eq!(after[ENTERPRISE], json!({ "department": "D", "division": "V" }));
        let after = patched(server, &id, operation("add", "", json!({ ENTERPRISE: { "division": "W" } })));
        assert_eq!(after[ENTERPRISE]["division"], json!("W"));
        let after = patched(server, &id, operation("remove", ENTERPRISE, Value::Null));
        assert_eq!(after.get(ENTERPRISE), None);
        assert_eq!(after["schemas"], json!([USER]));
    }

    /// 7644-3.5.2-13
    fn a_new_primary_takes_the_place_of_the_old_one(server) {
        let id = id_of(&create_user(server, two_emails()));
        let new = json!([{ "value": "n@x.example", "primary": true }]);
        let after = patched(server, &id, operation("add", "emails", new));
        assert_one_primary(&after, "n@x.example");
        let after = patched(server, &id, operation("replace", "emails[type eq \"home\"].primary", json!(true)));
        assert_one_primary(&after, "h@x.example");
        let after = patched(server, &id, operation("add", "", json!({ "emails": [{ "value": "z@x.example", "primary": true }] })));
        assert_one_primary(&after, "z@x.example");
    }

    /// 7643-2.4-03
    fn two_primaries_in_one_request_are_refused(server) {
        let emails = json!([{ "value": "1@x.example", "primary": true }, { "value": "2@x.example", "primary": true }]);
        let response = server.post("/Users", &user_with(&unique("primary"), json!({ "emails": emails })));
        assert_scim_error_about(&response, 400, "invalidValue", "primary");
        let before = create_user(server, json!({}));
        refused(server, &before, operation("replace", "emails", emails), "invalidValue", "primary");
    }

    /// 7644-3.5.2-14, 7644-3.5.2-15a, 7644-3.5.2-15b, 7644-3.5.2-16
    fn a_patch_is_done_whole_or_not_at_all(server) {
        let before = create_user(server, json!({ "nickName": "A" }));
        let body = operations(json!([
            { "op": "replace", "path": "nickName", "value": "B" },
            { "op": "add", "path": "emails", "value": [{ "value": "a@x.example" }] },
            { "op": "replace", "path": "active", "value": "abc" },
        ]));
        refused(server, &before, body, "invalidValue", "active");
    }

    /// 7644-3.5.2-x2
    fn operations_run_in_order_each_on_the_result_of_the_one_before(server) {
        let id = id_of(&create_user(server, json!({})));
        let after = patched(server, &id, operations(json!([
            { "op": "add", "path": "nickName", "value": "A" },
            { "op": "replace", "path": "nickName", "value": "B" },
            { "op": "add", "path": "emails", "value": [{ "value": "a@x.example", "type": "work" }] },
            { "op": "replace", "path": "emails[type eq \"work\"].value", "value": "b@x.example" },
            { "op": "add", "path": "title", "value": "T" },
            { "op": "remove", "path": "title" },
        ])));
        assert_eq!(after["nickName"], json!("B"));
        assert_eq!(after["emails"], json!([{ "value": "b@x.example", "type": "work" }]));
        assert_eq!(after.get("title"), None);
    }

    /// 7644-3.5.2.1-05, 7644-3.5.2.2-x2, 7644-3.5.2.1-04b, 7644-3.14-x1
    fn what_changes_nothing_leaves_version_and_time_alone(server) {
        let before = create_user(server, merged(two_emails(), json!({ "nickName": "N", "active": true })));
        let id = id_of(&before);
        for body in [
            operation("replace", "nickName", json!("N")),
            operation("add", "nickName", json!("N")),
            operation("add", "", json!({ "nickName": "N", "active": true })),
            operation("add", "emails", json!([{ "value": "h@x.example", "type": "home" }])),
            operation("remove", "title", Value::Null),
            operation("replace", "emails", before["emails"].clone()),
            operations(json!([
                { "op": "add", "path": "title", "value": "T" }, { "op": "remove", "path": "title" },
            ])),
        ] {
            let response = server.patch(&format!("/Users/{id}"), &body).expect(200);
            assert_eq!(response.json(), before, "{body}");
            assert_unchanged(server, "/Users", &before);
        }
    }

    /// 7644-3.5.2-04b: every IdP's spelling
    fn op_is_read_whatever_its_case(server) {
        let id = id_of(&create_user(server, json!({})));
        for (op, value) in [("Add", "1"), ("REPLACE", "2"), ("Replace", "3")] {
            let after = patched(server, &id, operation(op, "nickName", json!(value)));
            assert_eq!(after["nickName"], json!(value));
        }
        assert_eq!(patched(server, &id, operation("Remove", "nickName", Value::Null)).get("nickName"), None);
    }

    /// 7644-3.5.2-02, 7644-3.5.2-03, 7644-3.5.2-04a
    fn a_message_of_the_wrong_shape_is_invalid_syntax(server) {
        let before = create_user(server, json!({}));
        let fine = json!([{ "op": "add", "path": "nickName", "value": "N" }]);
        for (body, word) in [
            (json!({ "Operations": fine }), "schemas"),
            (json!({ "schemas": [USER], "Operations": fine }), "schemas"),
            (json!({ "schemas": [PATCH_OP] }), "Operations"),
            (json!({ "schemas": [PATCH_OP], "Operations": [] }), "Operations"),
            (json!({ "schemas": [PATCH_OP], "Operations": {} }), "Operations"),
            (operations(json!([{ "path": "nickName", "value": "N" }])), "op"),
            (operations(json!([{ "op": "move", "path": "nickName", "value": "N" }])), "move"),
            (operations(json!([{ "op": 1, "path": "nickName", "value": "N" }])), "op"),
            (operations(json!([{ "op": "add", "path": 1, "value": "N" }])), "path"),
            (operations(json!(["add"])), "Operations"),
        ] {
            refused(server, &before, body, "invalidSyntax", word);
        }
        let response = server.send(Request::new("PATCH", format!("/Users/{}", id_of(&before))).scim_body("[]"));
        assert_scim_error(&response, 400, "invalidSyntax");
    }

    /// 7644-3.5.2.1-01, 7644-3.5.2-06, 7644-3.5.2.3-01, 7644-3.5.2.1-03, 7644-3.5.2-09
    fn values_of_the_wrong_type_are_refused_by_name(server) {
        let before = create_user(server, json!({ "name": { "givenName": "G" } }));
        for (op, path, value, word) in [
            ("replace", "active", json!("abc"), "active"),
            ("replace", "nickName", json!(1), "nickName"),
            ("add", "name", json!("x"), "name"),
            ("add", "name.givenName", json!({ "x": 1 }), "givenName"),
            ("add", "emails", json!([{ "value": 1 }]), "emails"),
            ("replace", "userName", json!(""), "userName"),
        ] {
            refused(server, &before, operation(op, path, value), "invalidValue", word);
        }
        let bare = server.patch(&format!("/Users/{}", id_of(&before)), &operation("replace", "", json!("text")));
        assert_scim_error(&bare, 400, "invalidValue");
        let absent = server.patch(&format!("/Users/{}", id_of(&before)), &operation("add", "nickName", Value::Null));
        assert_eq!(absent.status, 400, "an add needs a value: {absent}");
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.5.2-x1
    fn a_path_that_no_schema_knows_is_named(server) {
        let before = create_user(server, json!({}));
        for path in ["nosuch", "name.nosuch", "urn:example:nosuch:attribute", "emails[type eq \"work\"].nosuch", "nickName.x"] {
            let word = path.rsplit(['.', ':']).next().unwrap();
            refused(server, &before, operation("replace", path, json!("x")), "invalidPath", word);
        }
    }

    /// 7644-3.5.2-x1
    /// Brackets hold a filter: what is wrong within them is invalidFilter, elsewhere in the path invalidPath.
    fn a_malformed_path_is_refused(server) {
        let before = create_user(server, two_emails());
        for path in ["emails[", "emails]", "emails.", ".value", "a b", "emails[type eq \"work\"", "emails[type eq \"work\"]value", "1x"] {
            let response = server.patch(&format!("/Users/{}", id_of(&before)), &operation("replace", path, json!("x")));
            let scim_type = response.json()["scimType"].as_str().unwrap_or_default().to_owned();
            assert!(["invalidPath", "invalidFilter"].contains(&scim_type.as_str()), "{path}: {response}");
            assert_scim_error(&response, 400, &scim_type);
        }
        for path in ["emails[type eq]", "emails[nosuch eq \"x\"]", "emails[type regex \"x\"]", "emails[primary gt true]"] {
            let response = server.patch(&format!("/Users/{}", id_of(&before)), &operation("remove", path, Value::Null));
            assert_scim_error(&response, 400, "invalidFilter");
        }
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.5.2-18
    fn the_attributes_parameter_decides_what_a_patch_answers(server) {
        let id = id_of(&create_user(server, json!({ "title": "T" })));
        let body = operation("replace", "nickName", json!("N"));
        let after = server.patch(&format!("/Users/{id}?attributes=nickName"), &body).expect(200).json();
        assert_eq!(after, json!({ "schemas": [USER], "id": id, "nickName": "N" }));
    }

    /// 7643-7-27
    /// 7644-3.5.1-x1
    fn a_clash_of_unique_names_is_409_on_patch_and_put_and_ones_own_is_none(server) {
        let other = create_user(server, json!({}));
        let before = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&before));
        let taken = other["userName"].as_str().unwrap().to_uppercase();
        let response = server.patch(&path, &operation("replace", "userName", json!(taken)));
        assert_scim_error_about(&response, 409, "uniqueness", "userName");
        assert_scim_error_about(&server.put(&path, &user(&taken)), 409, "uniqueness", "userName");
        assert_unchanged(server, "/Users", &before);
        let own = before["userName"].as_str().unwrap().to_uppercase();
        assert_eq!(server.patch(&path, &operation("replace", "userName", json!(own))).expect(200).json()["userName"], json!(own));
    }

    /// 7643-2.4-04
    fn a_filter_takes_a_missing_primary_for_false(server) {
        let id = id_of(&create_user(server, two_emails()));
        let found = |filter: &str| resources(filtered(server, "/Users", &format!("id eq \"{id}\" and {filter}"))).len();
        assert_eq!(found("emails.primary eq false"), 1);
        assert_eq!(found("emails[type eq \"home\" and primary eq false]"), 1);
        assert_eq!(found("emails[type eq \"work\" and primary eq false]"), 0);
        assert_eq!(found("emails[type eq \"home\" and primary ne false]"), 0);
        assert_eq!(found("emails.primary ne true"), 1);
        assert_eq!(found("not (emails.primary eq false)"), 0);
        assert_eq!(found("phoneNumbers.primary eq false"), 0, "without values there is none to be false");
        assert_eq!(found("phoneNumbers.primary ne false"), 1);
        let after = patched(server, &id, operation("replace", "emails[primary eq false].display", json!("H")));
        assert_eq!(after["emails"][1], json!({ "value": "h@x.example", "type": "home", "display": "H" }));
        let after = patched(server, &id, operation("remove", "emails[primary ne false]", Value::Null));
        assert_eq!(values(&after, "emails"), set(["h@x.example"]));
    }

    /// 7643-2.4-04, 7643-2.4-07b, 7644-3.5.2.1-04a
    fn adding_a_value_as_not_primary_that_is_there_without_primary_changes_nothing(server) {
        let before = create_user(server, two_emails());
        let home = json!([{ "value": "h@x.example", "type": "home", "primary": false }]);
        let response = server.patch(&format!("/Users/{}", id_of(&before)), &operation("add", "emails", home)).expect(200);
        assert_eq!(response.json(), before);
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.5.2.1-04a, 7644-3.5.2.2-03, 7644-3.5.2-x2
    fn each_operation_on_members_sees_what_the_ones_before_it_did(server) {
        let ids = create_users(server, 3);
        let body = group(&unique("g"), &[]);
        let members = json!([{ "value": ids[0], "display": "D" }]);
        let id = server.post("/Groups", &merged(body, json!({ "members": members }))).expect(201).id();
        let patched = |body: Value| {
            server.patch(&format!("/Groups/{id}"), &body).expect(204);
            server.get(&format!("/Groups/{id}")).expect(200).json()
        };
        let after = patched(operations(json!([
            { "op": "add", "path": "members", "value": [{ "value": ids[1], "display": "first" }] },
            { "op": "add", "path": "members", "value": [{ "value": ids[1], "display": "second" }] },
        ])));
        let added = after["members"].as_array().unwrap().iter().find(|member| member["value"] == json!(ids[1])).unwrap();
        assert_eq!(added["display"], json!("first"), "who is a member already is not added again");
        let after = patched(operations(json!([
            { "op": "add", "path": "members", "value": [{ "value": ids[0] }] },
            { "op": "remove", "path": "members[display eq \"D\"]" },
        ])));
        assert_eq!(values(&after, "members"), set([ids[1].as_str()]), "the member is what is stored of it");
        let after = patched(operations(json!([
            { "op": "add", "path": "members", "value": [{ "value": ids[2] }] },
            { "op": "remove", "path": "members[type eq \"User\"]" },
        ])));
        assert_eq!(after.get("members"), None, "the new member has its type");
    }

    /// 7643-2.4-03, 7644-3.5.2-x2
    fn two_primaries_are_refused_by_the_operation_that_makes_them(server) {
        let before = create_user(server, json!({ "emails": [
            { "value": "1@x.example", "type": "work" }, { "value": "2@x.example", "type": "work" },
        ] }));
        let body = operations(json!([
            { "op": "replace", "path": "emails[type eq \"work\"].primary", "value": true },
            { "op": "replace", "path": "emails[value sw \"2\"].display", "value": "D" },
        ]));
        refused(server, &before, body, "invalidValue", "Operations[0]: emails");
    }

    /// 7643-2.5-01
    fn an_empty_array_unassigns_a_single_value_as_null_does(server) {
        let before = json!({ "nickName": "N", "name": { "givenName": "G" }, ENTERPRISE: { "manager": { "value": "1" } } });
        let manager = format!("{ENTERPRISE}:manager");
        for (op, value) in [("add", json!([])), ("replace", json!([])), ("replace", json!(null))] {
            let id = id_of(&create_user(server, before.clone()));
            let after = patched(server, &id, operations(json!([
                { "op": op, "path": "nickName", "value": value }, { "op": op, "path": "name", "value": value },
                { "op": op, "path": manager, "value": value },
            ])));
            assert_eq!((after.get("nickName"), after.get("name"), after.get(ENTERPRISE)), (None, None, None));
        }
    }
}

#[track_caller]
fn assert_one_primary(resource: &Value, value: &str) {
    let primaries: Vec<_> =
        resource["emails"].as_array().unwrap().iter().filter(|email| email["primary"] == json!(true)).collect();
    assert_eq!(primaries.len(), 1, "{resource}");
    assert_eq!(primaries[0]["value"], json!(value), "{resource}");
}
