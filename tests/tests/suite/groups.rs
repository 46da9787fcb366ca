//! Groups: members, their back-reference `User.groups`, nesting (RFC 7643 §4.1.2, §4.2; RFC 7644 §3.5.2).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Server, on_both_databases};

#[track_caller]
fn members(server: &Server, id: &str) -> std::collections::BTreeSet<String> {
    values(&server.get(&format!("/Groups/{id}")).expect(200).json(), "members")
}

#[track_caller]
fn patch(server: &Server, id: &str, body: Value) {
    let response = server.patch(&format!("/Groups/{id}"), &body).expect(204);
    assert!(response.body.is_empty());
    assert_eq!(response.etag(), server.get(&format!("/Groups/{id}")).etag(), "7644-3.5.2-17b: 204 carries the new tag");
}

fn strs(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

on_both_databases! {
    /// 7643-2.3.7-04, 7643-2.3.7-05
    fn members_come_back_with_value_type_and_a_reference_that_works(server) {
        let ids = create_users(server, 2);
        let inner = create_group(server, &[]);
        let body = server.post("/Groups", &group(&unique("g"), &[&ids[0], &ids[1], &inner])).expect(201).json();
        assert_eq!(values(&body, "members"), set([ids[0].as_str(), ids[1].as_str(), inner.as_str()]));
        for member in body["members"].as_array().unwrap() {
            let value = member["value"].as_str().unwrap();
            let (kind, endpoint) = if value == inner { ("Group", "Groups") } else { ("User", "Users") };
            assert_eq!(member["type"], json!(kind));
            assert_eq!(member["$ref"], json!(format!("{}/{endpoint}/{value}", server.base_url())));
            server.get(&format!("/{endpoint}/{value}")).expect(200);
        }
        assert_eq!(server.get(&format!("/Groups/{}", id_of(&body))).expect(200).json(), body);
    }

    /// Members come in one order, however they came and went: whoever compares two representations sees changes only.
    fn members_and_groups_come_in_the_same_order_each_time(server) {
        let ids = create_users(server, 8);
        let group = create_group(server, &[]);
        let target = format!("/Groups/{group}");
        for round in 0..3 {
            for index in [5, 2, 7, 0, 3, 6, 1, 4] {
                let id = &ids[(index + round) % 8];
                patch(server, &group, operation("add", "members", json!([{ "value": id }])));
            }
            let read = || server.get(&target).expect(200).json()["members"].clone();
            let shown = read();
            let order: Vec<&str> = shown.as_array().unwrap().iter().filter_map(|member| member["value"].as_str()).collect();
            assert_eq!(order, strs(&ids));
            let listed = resources(filtered(server, "/Groups", &format!("id eq \"{group}\""))).remove(0);
            assert_eq!(listed["members"], shown);
            for index in [6, 1, 4] {
                patch(server, &group, operation("remove", &format!("members[value eq \"{}\"]", ids[index]), Value::Null));
            }
        }
        let mut groups: Vec<String> = (0..5).map(|_| create_group(server, &[])).collect();
        for group in groups.iter().rev() {
            patch(server, group, operation("add", "members", json!([{ "value": ids[0] }])));
        }
        groups.insert(0, group);
        let user = get_user(server, &ids[0]);
        let shown: Vec<&str> = user["groups"].as_array().unwrap().iter().filter_map(|group| group["value"].as_str()).collect();
        assert_eq!(shown, strs(&groups));
    }

    /// 7643-4.1.2-19, 7643-4.1.2-21, 7643-4.1.2-22
    fn a_users_groups_are_read_from_the_members_of_groups(server) {
        let user = create_users(server, 1).remove(0);
        let name = unique("Tour Guides");
        let id = server.post("/Groups", &group(&name, &[&user])).expect(201).id();
        let expected = json!([{
            "value": id, "$ref": format!("{}/Groups/{id}", server.base_url()), "display": name, "type": "direct",
        }]);
        assert_eq!(get_user(server, &user)["groups"], expected);
        let listed = resources(filtered(server, "/Users", &format!("id eq \"{user}\""))).remove(0);
        assert_eq!(listed["groups"], expected);
        patch(server, &id, operation("replace", "displayName", json!("Renamed")));
        assert_eq!(get_user(server, &user)["groups"][0]["display"], json!("Renamed"));
        patch(server, &id, operation("remove", &format!("members[value eq \"{user}\"]"), Value::Null));
        assert_eq!(get_user(server, &user).get("groups"), None);
    }

    /// 7643-4.1.2-22
    fn memberships_cannot_be_written_through_the_user(server) {
        let user = create_user(server, json!({}));
        let id = create_group(server, &[&id_of(&user)]);
        let before = get_user(server, &id_of(&user));
        let body = merged(before.clone(), json!({ "groups": [] }));
        let after = server.put(&format!("/Users/{}", id_of(&user)), &body).expect(200).json();
        assert_eq!(after["groups"], before["groups"]);
        assert_eq!(members(server, &id), set([id_of(&user).as_str()]));
        let response = server.patch(&format!("/Users/{}", id_of(&user)), &operation("remove", "groups", Value::Null));
        assert_scim_error_about(&response, 400, "mutability", "groups");
    }

    fn groups_nest_and_show_their_direct_membership(server) {
        let user = create_users(server, 1).remove(0);
        let inner = create_group(server, &[&user]);
        let outer = create_group(server, &[&inner]);
        assert_eq!(members(server, &outer), set([inner.as_str()]));
        let groups = get_user(server, &user)["groups"].clone();
        let kind = |id: &str| groups.as_array().unwrap().iter().find(|group| group["value"] == json!(id)).map(|group| group["type"].clone());
        assert_eq!(kind(&inner), Some(json!("direct")));
        assert!([None, Some(json!("indirect"))].contains(&kind(&outer)), "{groups}");
        server.delete(&format!("/Groups/{inner}")).expect(204);
        assert!(members(server, &outer).is_empty());
        assert_eq!(get_user(server, &user).get("groups"), None);
    }

    fn members_must_exist(server) {
        let user = create_users(server, 1).remove(0);
        let stranger = "01890000-0000-7000-8000-00000000dead";
        for id in [stranger, "no-id-at-all"] {
            let response = server.post("/Groups", &group(&unique("g"), &[&user, id]));
            assert_scim_error_about(&response, 400, "invalidValue", id);
        }
        let id = create_group(server, &[&user]);
        let before = server.get(&format!("/Groups/{id}")).json();
        let add = operation("add", "members", json!([{ "value": stranger }]));
        assert_scim_error_about(&server.patch(&format!("/Groups/{id}"), &add), 400, "invalidValue", stranger);
        let put = group("g", &[stranger]);
        assert_scim_error_about(&server.put(&format!("/Groups/{id}"), &put), 400, "invalidValue", stranger);
        let none = json!({ "schemas": [GROUP], "displayName": "g", "members": [{ "display": "nobody" }] });
        assert_scim_error_about(&server.post("/Groups", &none), 400, "invalidValue", "value");
        assert_unchanged(server, "/Groups", &before);
    }

    /// 7643-2.3.7-06
    /// 7644-3.6-02
    fn deleting_a_resource_ends_its_memberships(server) {
        let ids = create_users(server, 2);
        let id = create_group(server, &strs(&ids));
        let before = server.get(&format!("/Groups/{id}")).json();
        server.delete(&format!("/Users/{}", ids[0])).expect(204);
        let after = server.get(&format!("/Groups/{id}")).expect(200).json();
        assert_eq!(values(&after, "members"), set([ids[1].as_str()]));
        assert_ne!(after["meta"]["version"], before["meta"]["version"], "7644-3.14-x1: the members are of the group");
        server.delete(&format!("/Groups/{id}")).expect(204);
        assert_eq!(get_user(server, &ids[1]).get("groups"), None);
    }

    /// 7644-3.5.2-17b, 7644-3.5.2.2-02
    fn patch_adds_and_removes_members(server) {
        let ids = create_users(server, 4);
        let id = create_group(server, &[&ids[0]]);
        patch(server, &id, operation("add", "members", json!([{ "value": ids[1] }, { "value": ids[2] }])));
        assert_eq!(members(server, &id), set(strs(&ids[..3])));
        patch(server, &id, operation("add", "members", json!({ "value": ids[3] })));
        assert_eq!(members(server, &id), set(strs(&ids)));
        patch(server, &id, operation("remove", &format!("members[value eq \"{}\"]", ids[0]), Value::Null));
        assert_eq!(members(server, &id), set(strs(&ids[1..])));
        patch(server, &id, operation("replace", "members", json!([{ "value": ids[0] }])));
        assert_eq!(members(server, &id), set([ids[0].as_str()]));
        patch(server, &id, operation("add", "", json!({ "members": [{ "value": ids[1] }] })));
        assert_eq!(members(server, &id), set(strs(&ids[..2])));
        patch(server, &id, operation("remove", "members", Value::Null));
        let bare = server.get(&format!("/Groups/{id}")).json();
        assert_eq!(bare.get("members"), None, "7644-3.5.2.2-03: no members left is unassigned");
    }

    fn a_patch_of_members_is_ordered_and_atomic(server) {
        let ids = create_users(server, 3);
        let id = create_group(server, &[&ids[0]]);
        patch(server, &id, operations(json!([
            { "op": "remove", "path": "members" },
            { "op": "add", "path": "members", "value": [{ "value": ids[1] }, { "value": ids[2] }] },
            { "op": "remove", "path": format!("members[value eq \"{}\"]", ids[2]) },
            { "op": "replace", "path": "displayName", "value": "After" },
        ])));
        assert_eq!(members(server, &id), set([ids[1].as_str()]));
        let before = server.get(&format!("/Groups/{id}")).json();
        let broken = operations(json!([
            { "op": "add", "path": "members", "value": [{ "value": ids[0] }] },
            { "op": "remove", "path": "displayName" },
        ]));
        assert_scim_error_about(&server.patch(&format!("/Groups/{id}"), &broken), 400, "mutability", "displayName");
        assert_unchanged(server, "/Groups", &before);
        assert_eq!(get_user(server, &ids[0]).get("groups"), None);
    }

    /// 7644-3.5.2.1-04a, 7644-3.5.2.1-05, 7644-3.5.2.2-x2
    fn members_added_again_or_never_there_change_nothing(server) {
        let ids = create_users(server, 2);
        let id = create_group(server, &[&ids[0]]);
        let before = server.get(&format!("/Groups/{id}")).json();
        for body in [
            operation("add", "members", json!([{ "value": ids[0] }])),
            operation("remove", &format!("members[value eq \"{}\"]", ids[1]), Value::Null),
            operation("remove", "members[value eq \"stranger\"]", Value::Null),
            operation("replace", "members", json!([{ "value": ids[0] }])),
        ] {
            patch(server, &id, body);
            assert_unchanged(server, "/Groups", &before);
        }
        let twice = group(&unique("twice"), &[&ids[0], &ids[0]]);
        let body = server.post("/Groups", &twice).expect(201).json();
        assert_eq!(body["members"].as_array().unwrap().len(), 1);
    }

    /// 7644-3.5.2-07
    /// 7643-4.2-02
    fn the_parts_of_a_member_are_immutable(server) {
        let ids = create_users(server, 2);
        let id = create_group(server, &[&ids[0]]);
        let before = server.get(&format!("/Groups/{id}")).json();
        let path = format!("members[value eq \"{}\"].value", ids[0]);
        let response = server.patch(&format!("/Groups/{id}"), &operation("replace", &path, json!(ids[1])));
        assert_scim_error(&response, 400, "mutability");
        assert_unchanged(server, "/Groups", &before);
    }

    fn a_put_sets_the_members(server) {
        let ids = create_users(server, 3);
        let id = create_group(server, &strs(&ids[..2]));
        let before = server.get(&format!("/Groups/{id}")).json();
        let after = server.put(&format!("/Groups/{id}"), &group("g", &strs(&ids[1..]))).expect(200).json();
        assert_eq!(values(&after, "members"), set(strs(&ids[1..])));
        assert_ne!(after["meta"]["version"], before["meta"]["version"]);
        server.put(&format!("/Groups/{id}"), &after).expect(200);
        assert_unchanged(server, "/Groups", &after);
        let cleared = server.put(&format!("/Groups/{id}"), &json!({ "schemas": [GROUP], "displayName": "g" })).expect(200).json();
        assert_eq!(cleared.get("members"), None);
    }

    /// 7644-3.5.1-04, 7644-3.5.2.3-x1: of a member that stays, a group says what was sent last
    fn a_member_that_is_sent_again_in_place_of_all_has_the_display_that_was_sent_last(server) {
        let ids = create_users(server, 2);
        let name = unique("displays");
        let body = |display: Option<&str>| {
            let mut first = json!({ "value": ids[0] });
            if let Some(display) = display {
                first["display"] = json!(display);
            }
            json!({ "schemas": [GROUP], "displayName": name, "members": [first, { "value": ids[1], "display": "same" }] })
        };
        let id = server.post("/Groups", &body(Some("one"))).expect(201).id();
        let target = format!("/Groups/{id}");
        let displays = |group: &Value| group["members"].as_array().unwrap().iter().map(|member| member["display"].clone()).collect::<Vec<_>>();
        let is_said = |display: Option<&str>| {
            let read = server.get(&target).expect(200).json();
            assert_eq!(displays(&read), [json!(display), json!("same")]);
            let found = filtered(server, "/Groups", &format!("id eq \"{id}\" and members.display eq \"{}\"", display.unwrap_or("same")));
            assert_eq!(resources(found).len(), 1);
            server.put(&target, &body(display)).expect(200);
            patch(server, &id, operation("replace", "members", body(display)["members"].clone()));
            assert_unchanged(server, "/Groups", &read);
            read
        };
        let mut before = is_said(Some("one"));
        for display in [Some("two"), Some("TWO"), None, Some("three")] {
            let answer = server.put(&target, &body(display)).expect(200).json();
            assert_eq!(displays(&answer), [json!(display), json!("same")]);
            let after = is_said(display);
            assert_ne!(after["meta"]["version"], before["meta"]["version"]);
            before = after;
        }
        for display in [Some("two"), None, Some("three")] {
            patch(server, &id, operation("replace", "members", body(display)["members"].clone()));
            is_said(display);
        }
        for (remove, display) in [
            ("members".to_owned(), Some("two")),
            (format!("members[value eq \"{}\"]", ids[0]), Some("three")),
            ("members[value pr]".to_owned(), None),
        ] {
            let add = json!({ "op": "add", "path": "members", "value": body(display)["members"] });
            patch(server, &id, operations(json!([{ "op": "remove", "path": remove }, add])));
            is_said(display);
        }
    }

    /// 7644-3.5.2.1-05: a member that is there stays as it is, but for what it does not have
    fn a_member_that_is_added_again_gets_a_display_only_where_it_has_none(server) {
        let user = create_users(server, 1).remove(0);
        let id = create_group(server, &[&user]);
        let add = |display: &str| patch(server, &id, operation("add", "members", json!([{ "value": user, "display": display }])));
        let before = server.get(&format!("/Groups/{id}")).json();
        add("one");
        let after = server.get(&format!("/Groups/{id}")).json();
        assert_eq!(after["members"][0]["display"], "one");
        assert_ne!(after["meta"]["version"], before["meta"]["version"]);
        add("two");
        assert_unchanged(server, "/Groups", &after);
        patch(server, &id, operation("add", "members", json!([{ "value": user }])));
        assert_unchanged(server, "/Groups", &after);
        let twice = operations(json!([
            { "op": "remove", "path": "members" },
            { "op": "add", "path": "members", "value": [{ "value": user, "display": "three" }] },
            { "op": "add", "path": "members", "value": [{ "value": user, "display": "four" }] },
        ]));
        patch(server, &id, twice);
        assert_eq!(server.get(&format!("/Groups/{id}")).json()["members"][0]["display"], "three");
    }

    /// 7644-3.5.2-x2
    fn a_filter_on_members_sees_what_the_operations_before_it_made(server) {
        let ids = create_users(server, 3);
        let id = create_group(server, &[&ids[0]]);
        let member = |at: usize, display: &str| json!({ "value": ids[at], "display": display });
        patch(server, &id, operations(json!([
            { "op": "add", "path": "members", "value": [member(0, "filled"), member(1, "old")] },
            { "op": "remove", "path": "members[display eq \"filled\"]" },
        ])));
        assert_eq!(members(server, &id), set([ids[1].as_str()]));
        patch(server, &id, operations(json!([
            { "op": "add", "path": "members", "value": [member(1, "new"), member(2, "new")] },
            { "op": "remove", "path": "members[display eq \"new\"]" },
        ])));
        assert_eq!(members(server, &id), set([ids[1].as_str()]), "what is there keeps its display");
        patch(server, &id, operations(json!([
            { "op": "replace", "path": "members", "value": [member(1, "new"), member(2, "old")] },
            { "op": "remove", "path": "members[display eq \"old\"]" },
        ])));
        assert_eq!(members(server, &id), set([ids[1].as_str()]));
        let path = format!("members[value eq \"{}\"].display", ids[1]);
        let response = server.patch(&format!("/Groups/{id}"), &operation("replace", &path, json!("other")));
        assert_scim_error_about(&response, 400, "mutability", "Operations[0]: members.display");
    }

    fn groups_are_found_by_member_and_users_by_group(server) {
        let ids = create_users(server, 2);
        let id = create_group(server, &[&ids[0]]);
        let both = create_group(server, &strs(&ids));
        let found = |endpoint: &str, filter: &str| {
            let found: Vec<String> = resources(filtered(server, endpoint, filter)).iter().map(id_of).collect();
            set(found.iter().map(String::as_str))
        };
        assert_eq!(found("/Groups", &format!("members.value eq \"{}\"", ids[0])), set([id.as_str(), both.as_str()]));
        assert_eq!(found("/Groups", &format!("members[value eq \"{}\"]", ids[1])), set([both.as_str()]));
        assert_eq!(found("/Groups", &format!("id eq \"{id}\" and not (members.value eq \"{}\")", ids[1])), set([id.as_str()]));
        assert_eq!(found("/Groups", &format!("members.value eq \"{}\"", ids[0].to_uppercase())), set([]));
        assert_eq!(found("/Groups", &format!("id eq \"{id}\" and members pr")), set([id.as_str()]));
        assert_eq!(found("/Users", &format!("groups.value eq \"{id}\"")), set([ids[0].as_str()]));
        assert_eq!(found("/Users", &format!("groups[value eq \"{both}\"]")), set(strs(&ids)));
        let empty = create_group(server, &[]);
        assert_eq!(found("/Groups", &format!("id eq \"{empty}\" and not (members pr)")), set([empty.as_str()]));
    }

    /// 7644-3.5.2-18
    fn a_group_patch_answers_with_a_body_when_attributes_are_asked_for(server) {
        let ids = create_users(server, 1);
        let id = create_group(server, &[]);
        let add = operation("add", "members", json!([{ "value": ids[0] }]));
        let body = server.patch(&format!("/Groups/{id}?attributes=members.value"), &add).expect(200).json();
        assert_eq!(body, json!({ "schemas": [GROUP], "id": id, "members": [{ "value": ids[0] }] }));
    }

    fn a_group_cannot_be_a_member_of_the_wrong_type(server) {
        let user = create_users(server, 1).remove(0);
        let body = json!({ "schemas": [GROUP], "displayName": unique("g"), "members": [{ "value": user, "type": "Group", "$ref": "https://elsewhere.example/Groups/1" }] });
        let member = server.post("/Groups", &body).expect(201).json()["members"][0].clone();
        assert_eq!(member["$ref"], json!(format!("{}/Users/{user}", server.base_url())), "$ref is computed");
    }
}
