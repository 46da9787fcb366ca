//! References to resources that the same bulk request creates (RFC 7644 §3.7.1, §3.7.2): `bulkId:x` in place of an id.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Server, on_both_databases};

use crate::rfc7644_bulk::*;

/// A POST of a user with that manager.
fn create_managed(bulk_id: &str, manager: Value) -> Value {
    create(bulk_id, "/Users", user_with(&unique("managed"), json!({ ENTERPRISE: { "manager": manager } })))
}

/// Operations that all create; gives the ids.
#[track_caller]
fn created(server: &Server, operations: impl Into<Value>) -> Vec<String> {
    let answers = results(server, operations);
    assert!(answers.iter().all(|result| result["status"] == json!("201")), "{answers:?}");
    answers.iter().map(id_in).collect()
}

#[track_caller]
fn members(server: &Server, group: &str) -> BTreeSet<String> {
    values(&server.get(&path("/Groups", group)).expect(200).json(), "members")
}

#[track_caller]
fn manager(server: &Server, user: &str) -> Value {
    get_user(server, user)[ENTERPRISE]["manager"].clone()
}

/// How many resources there are of a type.
fn total(server: &Server, endpoint: &str, filter: &str) -> u64 {
    filtered(server, endpoint, filter).expect(200).json()["totalResults"].as_u64().unwrap()
}

/// Groups that each have the next as a member, and the last the first.
fn ring(names: &[String]) -> Vec<Value> {
    let next = |index: usize| format!("bulkId:{}", (index + 1) % names.len());
    let groups = names.iter().enumerate();
    groups.map(|(index, name)| create(&index.to_string(), "/Groups", group(name, &[&next(index)]))).collect()
}

on_both_databases! {
    /// 7644-3.7-16, 7644-3.7-19, 7644-3.7.2-01, 7644-3.7.3-01
    fn a_reference_names_what_comes_before_or_after_it_and_results_keep_the_order_of_the_request(server) {
        let answers = results(server, json!([
            create_with_members("before", &["bulkId:a", "bulkId:b"]),
            create_named("a", &unique("a")),
            create_named("b", &unique("b")),
            create_with_members("after", &["bulkId:a", "bulkId:before"]),
        ]));
        let order: Vec<_> = answers.iter().map(|result| result["bulkId"].as_str().unwrap()).collect();
        assert_eq!(order, ["before", "a", "b", "after"]);
        assert_eq!(statuses(&answers), ["201"; 4]);
        let ids: Vec<String> = answers.iter().map(id_in).collect();
        assert_eq!(members(server, &ids[0]), set([ids[1].as_str(), ids[2].as_str()]));
        assert_eq!(members(server, &ids[3]), set([ids[1].as_str(), ids[0].as_str()]));
        let shown = server.get(&path("/Groups", &ids[3])).expect(200).json();
        for member in shown["members"].as_array().unwrap() {
            let kind = if member["value"] == json!(ids[0]) { "Group" } else { "User" };
            assert_eq!(member["type"], json!(kind));
            assert_eq!(member["$ref"], json!(format!("{}/{kind}s/{}", server.base_url(), member["value"].as_str().unwrap())));
        }
        assert_eq!(values(&get_user(server, &ids[1]), "groups"), set([ids[0].as_str(), ids[3].as_str()]));
    }

    /// 7644-3.7.2-01: in paths
    fn a_path_may_name_what_the_bulk_creates(server) {
        let name = unique("pathed");
        let answers = results(server, json!([
            change("PATCH", "/Groups/bulkId:g", operation("add", "members", json!([{ "value": "bulkId:u" }]))),
            create_with_members("g", &[]),
            create_named("u", &unique("u")),
            change("PUT", "/Users/bulkId:u", user_with(&name, json!({ "title": "t" }))),
            create_named("gone", &unique("gone")),
            change("DELETE", "/Users/bulkId:gone", Value::Null),
            change("PATCH", "/Users/bulkId:gone", operation("add", "title", json!("t"))),
        ]));
        assert_eq!(statuses(&answers), ["204", "201", "201", "200", "201", "204", "404"]);
        for (one, other) in [(0, 1), (3, 2), (5, 4), (6, 4)] {
            assert_eq!(answers[one]["location"], answers[other]["location"]);
        }
        assert_eq!(members(server, &id_in(&answers[1])), set([id_in(&answers[2]).as_str()]));
        assert_eq!(get_user(server, &id_in(&answers[2]))["userName"], json!(name));
        assert_eq!(answers[3]["version"], json!("W/\"2\""));
        assert_scim_error(&server.get(&path("/Users", &id_in(&answers[4]))), 404, "");
    }

    /// 7644-3.7.2-02
    fn a_reference_in_an_extension_is_replaced(server) {
        let ids = created(server, json!([
            create_managed("a", json!({ "value": "bulkId:boss" })),
            create_named("boss", &unique("boss")),
            create_managed("b", json!({ "$ref": "../Users/bulkId:boss" })),
            create_managed("c", json!({ "$ref": format!("{}/Users/bulkId:boss", server.base_url()) })),
        ]));
        for index in [0, 2, 3] {
            let manager = manager(server, &ids[index]);
            assert_eq!(manager["value"], json!(ids[1]), "{index}");
            assert_eq!(manager["$ref"], json!(format!("{}/Users/{}", server.base_url(), ids[1])), "{index}");
        }
    }

    /// 7644-3.7.2-01, 7644-3.7.2-02: in the values and the filters of PATCH, whatever their form
    fn a_reference_in_a_patch_is_replaced(server) {
        let reference = |id: &str| json!({ "value": format!("bulkId:{id}") });
        for body in [
            operation("add", "members", json!([reference("A"), reference("b")])),
            operation("add", "", json!({ "members": [reference("A"), reference("b")] })),
            operation("replace", "members", json!([reference("A"), { "$ref": "Users/bulkId:b" }])),
            operations(json!([
                { "op": "add", "path": "members", "value": reference("A") }, { "op": "add", "path": "members", "value": "bulkId:b" },
            ])),
        ] {
            let group_id = create_group(server, &[]);
            let answers = results(server, json!([
                change("PATCH", &path("/Groups", &group_id), body), create_named("A", &unique("a")), create_named("b", &unique("b")),
            ]));
            assert_eq!(statuses(&answers), ["204", "201", "201"]);
            assert_eq!(members(server, &group_id), set([id_in(&answers[1]).as_str(), id_in(&answers[2]).as_str()]));
        }
        for filter in [
            "value eq \"bulkId:A\"",
            "not (value ne \"bulkId:A\")",
            "value eq \"bulkId:A\" or value eq \"bulkId:A\"",
            "$ref eq \"https://x.example/scim/v2/Users/bulkId:A\"",
        ] {
            let answers = results(server, json!([
                create_with_members("g", &["bulkId:A", "bulkId:a"]), create_named("A", &unique("a")), create_named("a", &unique("b")),
                change("PATCH", "/Groups/bulkId:g", operation("remove", &format!("members[{filter}]"), Value::Null)),
            ]));
            assert_eq!(statuses(&answers), ["201", "201", "201", "204"], "{filter}");
            assert_eq!(members(server, &id_in(&answers[0])), set([id_in(&answers[2]).as_str()]), "{filter}");
        }
        let user_id = create_users(server, 1).remove(0);
        let manager_path = format!("{ENTERPRISE}:manager");
        for body in [
            operation("add", &manager_path, reference("boss")),
            operation("replace", &format!("{manager_path}.value"), json!("bulkId:boss")),
            operation("replace", &manager_path, json!("bulkId:boss")),
            operation("add", ENTERPRISE, json!({ "manager": reference("boss") })),
            operation("add", "", json!({ manager_path.as_str(): reference("boss") })),
            operation("add", "", json!({ ENTERPRISE: { "manager": { "$ref": "../Users/bulkId:boss" } } })),
        ] {
            let answers = results(server, json!([change("PATCH", &path("/Users", &user_id), body), create_named("boss", &unique("boss"))]));
            assert_eq!(statuses(&answers), ["200", "201"]);
            assert_eq!(manager(server, &user_id)["value"], json!(id_in(&answers[1])));
        }
    }

    fn a_reference_in_a_put_is_replaced(server) {
        let group_id = create_group(server, &[]);
        let answers = results(server, json!([
            change("PUT", &path("/Groups", &group_id), group(&unique("put"), &["bulkId:u"])), create_named("u", &unique("u")),
        ]));
        assert_eq!(statuses(&answers), ["200", "201"]);
        assert_eq!(members(server, &group_id), set([id_in(&answers[1]).as_str()]));
    }

    /// 7644-3.7.1-01a
    fn groups_that_contain_each_other_in_a_circle_are_created(server) {
        for count in [1, 2, 3, 50] {
            let names: Vec<String> = (0..count).map(|_| unique("ring")).collect();
            let ids = created(server, ring(&names));
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), count);
            for (index, id) in ids.iter().enumerate() {
                assert_eq!(members(server, id), set([ids[(index + 1) % count].as_str()]));
                assert_eq!(server.get(&path("/Groups", id)).json()["displayName"], json!(names[index]));
            }
        }
    }

    /// 7644-3.7.1-01a, 7644-3.7.2-02: also over extensions and types
    fn users_that_manage_each_other_and_circles_over_types_are_created(server) {
        let value = |id: &str| json!({ "value": format!("bulkId:{id}") });
        let ids = created(server, json!([create_managed("a", value("b")), create_managed("b", value("a")), create_managed("self", value("self"))]));
        let managers: Vec<_> = ids.iter().map(|id| manager(server, id)["value"].clone()).collect();
        assert_eq!(managers, [json!(ids[1]), json!(ids[0]), json!(ids[2])]);
        let ids = created(server, json!([
            create_with_members("g", &["bulkId:a", "bulkId:h"]),
            create_with_members("h", &["bulkId:g", "bulkId:b"]),
            create_managed("a", value("b")),
            create_managed("b", value("a")),
        ]));
        assert_eq!(members(server, &ids[0]), set([ids[2].as_str(), ids[1].as_str()]));
        assert_eq!(members(server, &ids[1]), set([ids[0].as_str(), ids[3].as_str()]));
        assert_eq!((manager(server, &ids[2])["value"].clone(), manager(server, &ids[3])["value"].clone()), (json!(ids[3]), json!(ids[2])));
        // A manager is a text to the schema: the circle may go through a group.
        let ids = created(server, json!([create_managed("a", value("g")), create_with_members("g", &["bulkId:a"])]));
        assert_eq!((manager(server, &ids[0])["value"].clone(), members(server, &ids[1])), (json!(ids[1]), set([ids[0].as_str()])));
    }

    /// 7644-3.7.1-01b
    fn a_circle_with_a_member_that_fails_is_409_and_nothing_of_it_is_created(server) {
        let taken = create_user(server, json!({}))["userName"].as_str().unwrap().to_owned();
        let value = |id: &str| json!({ "value": format!("bulkId:{id}") });
        let (one, other) = (unique("one"), unique("other"));
        let managed = |bulk_id: &str, name: &str, manager: &str| create(bulk_id, "/Users", user_with(name, json!({ ENTERPRISE: { "manager": value(manager) } })));
        let circle = |culprit: Value| json!([managed("a", &one, "culprit"), managed("b", &other, "a"), culprit, create_with_members("g", &["bulkId:a"])]);
        for (culprit, status, scim_type) in [
            (managed("culprit", &taken, "b"), "409", "uniqueness"),
            (create("culprit", "/Users", json!({ "schemas": [USER], ENTERPRISE: { "manager": value("b") } })), "400", "invalidValue"),
            (managed("culprit", &unique("culprit"), "unknown"), "400", "invalidValue"),
            (create("culprit", "/Groups", group("culprit", &["bulkId:b", "2819c223-7f76-453a-919d-413861904646"])), "400", "invalidValue"),
        ] {
            let answers = results(server, circle(culprit));
            assert_failed(&answers[2], status, scim_type, "");
            for (index, named) in [(0, "\"culprit\""), (3, "\"a\"")] {
                assert_failed(&answers[index], "409", "", named);
            }
            assert_failed(&answers[1], "409", "", "\"");
            assert_eq!((named(server, &one), named(server, &other)), (0, 0));
        }
        let names: Vec<String> = (0..50).map(|_| unique("broken")).collect();
        let mut groups = ring(&names);
        groups[30]["data"]["displayName"] = json!("");
        let answers = results(server, groups);
        for (index, result) in answers.iter().enumerate() {
            match index {
                30 => assert_failed(result, "400", "invalidValue", "displayName"),
                _ => assert_failed(result, "409", "", "\"30\""),
            }
            assert_eq!(total(server, "/Groups", &format!("displayName eq \"{}\"", names[index])), 0);
        }
    }

    fn what_refers_to_a_failure_is_409_and_names_it(server) {
        let taken = create_user(server, json!({}))["userName"].as_str().unwrap().to_owned();
        let before = create_user(server, json!({}));
        let group_before = server.post("/Groups", &group(&unique("kept"), &[])).expect(201).json();
        let targets = [path("/Users", &id_of(&before)), path("/Groups", &id_of(&group_before))];
        let name = unique("dependent");
        for failing in [create_named("x", &taken), create("x", "/Users", json!({})), create("x", "/Users/1", user("u")), json!({ "method": "POST", "bulkId": "x", "path": "/Users" })] {
            for first in [true, false] {
                let mut all = vec![
                    create("a", "/Users", user_with(&name, json!({ ENTERPRISE: { "manager": { "value": "bulkId:x" } } }))),
                    create_with_members("b", &["bulkId:a"]),
                    change("PATCH", &targets[0], operation("add", &format!("{ENTERPRISE}:manager.value"), json!("bulkId:x"))),
                    change("PATCH", &targets[1], operation("add", "members", json!([{ "value": "bulkId:x" }]))),
                    change("PUT", &targets[1], group(&unique("put"), &["bulkId:x"])),
                    change("PATCH", &targets[1], operation("remove", "members[value eq \"bulkId:x\"]", Value::Null)),
                    change("DELETE", "/Users/bulkId:x", Value::Null),
                    change("PATCH", "/Users/bulkId:x", operation("add", "title", json!("t"))),
                ];
                all.insert(if first { 0 } else { all.len() }, failing.clone());
                let mut answers = results(server, all);
                assert_ne!(answers.remove(if first { 0 } else { answers.len() - 1 })["response"]["detail"], Value::Null);
                for (index, result) in answers.iter().enumerate() {
                    assert_failed(result, "409", "", if index == 1 { "\"a\"" } else { "\"x\"" });
                }
                assert_eq!(named(server, &name), 0);
            }
        }
        assert_unchanged(server, "/Users", &before);
        assert_unchanged(server, "/Groups", &group_before);
    }

    /// What a batch comes to is known before anything refers to it.
    fn no_reference_to_a_failure_is_written_wherever_it_stands_in_the_bulk(server) {
        let taken = create_user(server, json!({}))["userName"].as_str().unwrap().to_owned();
        let before = create_user(server, json!({}));
        let target = path("/Users", &id_of(&before));
        let managed = |manager: &str| operation("replace", &format!("{ENTERPRISE}:manager"), json!({ "value": manager }));
        let name = unique("dangling");
        let all = || json!([
            create_named("x", &taken),
            change("PATCH", &target, operation("replace", "title", json!(unique("t")))),
            change("PATCH", &target, managed("bulkId:x")),
            create("y", "/Users", user_with(&name, json!({ ENTERPRISE: { "manager": { "value": "bulkId:x" } } }))),
            change("PATCH", "/Users/bulkId:y", operation("add", "title", json!("t"))),
            change("PATCH", "/Users/bulkId:y", operation("add", "nickName", json!("n"))),
        ]);
        for answers in [results(server, all()), results_until(server, 5, all()), results_until(server, 50, all())] {
            assert_eq!(statuses(&answers), ["409", "200", "409", "409", "409", "409"]);
            assert_eq!(get_user(server, &id_of(&before)).get(ENTERPRISE), None);
            assert_eq!(named(server, &name), 0);
        }
    }

    fn an_unknown_bulk_id_is_an_error_of_its_operation_alone(server) {
        let group_id = create_group(server, &[]);
        let target = path("/Groups", &group_id);
        let answers = results(server, json!([
            create_with_members("g", &["bulkId:unknown"]),
            create_managed("u", json!({ "value": "bulkId:unknown" })),
            change("PATCH", &target, operation("add", "members", json!([{ "value": "bulkId:U" }]))),
            change("PATCH", "/Users/bulkId:unknown", operation("add", "title", json!("t"))),
            merged(change("PUT", &target, group(&unique("put"), &[])), json!({ "bulkId": "put" })),
            change("PATCH", &target, operation("add", "members", json!([{ "value": "bulkId:put" }]))),
            change("PATCH", &target, operation("add", "members", json!([{ "value": "bulkId:" }]))),
            create_named("fine", &unique("fine")),
        ]));
        assert_eq!(statuses(&answers), ["400", "400", "400", "400", "200", "400", "400", "201"]);
        for (index, word) in [(0, "\"unknown\""), (1, "\"unknown\""), (2, "\"U\""), (3, "\"unknown\""), (5, "\"put\""), (6, "bulkId")] {
            assert_failed(&answers[index], "400", "invalidValue", word);
        }
        assert_eq!(members(server, &group_id), set([]));
    }

    fn a_text_that_looks_like_a_reference_is_none(server) {
        let taken = create_user(server, json!({}))["userName"].as_str().unwrap().to_owned();
        let text = json!("bulkId:x");
        let literal = json!({
            "nickName": text, "title": text, "externalId": text, "name": { "givenName": text },
            "emails": [{ "value": text, "display": text }], ENTERPRISE: { "costCenter": text },
        });
        for x in [vec![create_named("x", &taken)], vec![], vec![create_named("x", &unique("x"))]] {
            let group_name = json!({ "schemas": [GROUP], "displayName": text, "externalId": text });
            let patch = operations(json!([
                { "op": "add", "path": "nickName", "value": text }, { "op": "add", "path": "emails[value eq \"bulkId:x\"].display", "value": text },
            ]));
            let mut all = vec![
                create("a", "/Users", user_with(&unique("literal"), literal.clone())),
                create("b", "/Groups", group_name),
                change("PATCH", "/Users/bulkId:a", patch),
            ];
            all.extend(x);
            let answers = results(server, all);
            assert_eq!(&statuses(&answers)[..3], ["201", "201", "200"]);
            let shown = get_user(server, &id_in(&answers[0]));
            for (name, value) in literal.as_object().unwrap() {
                assert_eq!(shown[name], *value, "{name}");
            }
            let group_path = path("/Groups", &id_in(&answers[1]));
            assert_eq!(server.get(&group_path).json()["displayName"], text);
            server.delete(&group_path).expect(204);
        }
        let named_so = unique("bulkId:x");
        let answers = results(server, json!([create_named("x", &named_so)]));
        assert_eq!(get_user(server, &id_in(&answers[0]))["userName"], json!(named_so));
    }

    /// Alone, a POST knows no bulkIds.
    fn outside_a_bulk_there_are_no_references(server) {
        assert_scim_error_about(&server.post("/Groups", &group("g", &["bulkId:x"])), 400, "invalidValue", "members");
    }

    fn a_group_with_a_thousand_members_may_come_before_them(server) {
        let bulk_ids: Vec<String> = (0..1_000).map(|index| format!("bulkId:{index}")).collect();
        let references: Vec<&str> = bulk_ids.iter().map(String::as_str).collect();
        let prefix = unique("thousand");
        let mut all = vec![create_with_members("g", &references)];
        all.extend((0..1_000).map(|index| create_named(&index.to_string(), &format!("{prefix}-{index}"))));
        let ids = created(server, all);
        assert_eq!(members(server, &ids[0]), ids[1..].iter().cloned().collect());
        assert_eq!(total(server, "/Users", &format!("userName sw \"{prefix}\"")), 1_000);
    }

    fn a_member_may_leave_a_group_and_be_deleted_in_either_order(server) {
        let ids = create_users(server, 4);
        let references: Vec<&str> = ids.iter().map(String::as_str).collect();
        let group_id = create_group(server, &references);
        let target = path("/Groups", &group_id);
        let remove = |id: &str| change("PATCH", &target, operation("remove", &format!("members[value eq \"{id}\"]"), Value::Null));
        let delete = |id: &str| change("DELETE", &path("/Users", id), Value::Null);
        let answers = results(server, json!([delete(&ids[0]), remove(&ids[0]), remove(&ids[1]), delete(&ids[1]), remove(&ids[1])]));
        assert_eq!(statuses(&answers), ["204"; 5]);
        assert_eq!(members(server, &group_id), set([ids[2].as_str(), ids[3].as_str()]));
        let tag = json!(server.get(&target).etag());
        let answers = results(server, json!([
            delete(&ids[2]),
            change("PATCH", &target, operation("add", "members", json!([{ "value": ids[2] }]))),
            merged(change("PATCH", &target, operation("add", "members", json!([{ "value": ids[3] }]))), json!({ "version": tag })),
            change("PUT", &target, group(&unique("put"), &[&ids[2], &ids[3]])),
            create_with_members("g", &[&ids[2]]),
        ]));
        assert_eq!(statuses(&answers), ["204", "400", "412", "400", "400"]);
        assert_eq!(members(server, &group_id), set([ids[3].as_str()]));
    }

    /// 7644-3.7-18, 7644-3.7-19: what is created early for the sake of a reference waits where it must
    fn a_reference_ahead_does_not_keep_a_name_from_being_free_in_time(server) {
        for freed in ["DELETE", "PATCH", "PUT"] {
            let before = create_user(server, json!({}));
            let (name, target) = (before["userName"].as_str().unwrap(), path("/Users", &id_of(&before)));
            let free = match freed {
                "DELETE" => change("DELETE", &target, Value::Null),
                "PATCH" => change("PATCH", &target, operation("replace", "userName", json!(unique("freed")))),
                _ => change("PUT", &target, user(&unique("freed"))),
            };
            let all = || json!([
                create_with_members("g", &["bulkId:u"]),
                change("PATCH", "/Groups/bulkId:g", operation("add", "externalId", json!("e"))),
                free,
                create_named("u", name),
                create_with_members("h", &["bulkId:g"]),
            ]);
            let answers = if freed == "PUT" { results_until(server, 1, all()) } else { results(server, all()) };
            assert_eq!(answers.len(), 5, "{freed}");
            let failed = answers.iter().filter(|result| result.get("response").is_some()).count();
            assert_eq!(failed, 0, "{freed}: {answers:?}");
            assert_eq!(members(server, &id_in(&answers[0])), set([id_in(&answers[3]).as_str()]));
            assert_eq!(members(server, &id_in(&answers[4])), set([id_in(&answers[0]).as_str()]));
            assert_eq!(get_user(server, &id_in(&answers[3]))["userName"], json!(name));
        }
        let taken = create_user(server, json!({}))["userName"].as_str().unwrap().to_owned();
        let other = path("/Users", &create_users(server, 1)[0]);
        let answers = results(server, json!([
            create_with_members("g", &["bulkId:u"]), change("DELETE", &other, Value::Null), create_named("u", &taken),
        ]));
        assert_eq!(statuses(&answers), ["409", "204", "409"]);
        assert_failed(&answers[0], "409", "", "\"u\"");
        assert_failed(&answers[2], "409", "uniqueness", "userName");
    }
}
