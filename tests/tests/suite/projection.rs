//! What comes back: `returned`, `attributes`, `excludedAttributes` (RFC 7644 §3.4.2.5, §3.9; RFC 7643 §7).

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Server, on_both_databases};

fn full(server: &Server) -> Value {
    create_user(
        server,
        json!({
            "name": { "givenName": "G", "familyName": "F" }, "title": "T",
            "emails": [{ "value": "a@x.example", "type": "work" }, { "value": "b@x.example" }],
            ENTERPRISE: { "department": "D", "manager": { "value": "m" } },
        }),
    )
}

on_both_databases! {
    /// 7644-3.9-02a, 7644-3.9-02b: `meta` is a default, not an always
    fn attributes_gives_the_minimum_and_what_was_asked_for(server) {
        let before = full(server);
        let id = id_of(&before);
        let minimum = json!({ "schemas": before["schemas"], "id": id });
        for (query, expected) in [
            ("userName", json!({ "userName": before["userName"] })),
            ("USERNAME", json!({ "userName": before["userName"] })),
            ("name.givenName", json!({ "name": { "givenName": "G" } })),
            ("name", json!({ "name": before["name"] })),
            ("emails.value", json!({ "emails": [{ "value": "a@x.example" }, { "value": "b@x.example" }] })),
            ("emails.type", json!({ "emails": [{ "type": "work" }] })),
            ("title,%20name.familyName,", json!({ "title": "T", "name": { "familyName": "F" } })),
            ("meta.version", json!({ "meta": { "version": before["meta"]["version"] } })),
            ("nosuch,title", json!({ "title": "T" })),
            ("nosuch", json!({})),
            ("password", json!({})),
            (&format!("{ENTERPRISE}:department"), json!({ ENTERPRISE: { "department": "D" } })),
            (&encode(ENTERPRISE), json!({ ENTERPRISE: before[ENTERPRISE] })),
            (&format!("{USER}:title"), json!({ "title": "T" })),
        ] {
            let found = server.get(&format!("/Users/{id}?attributes={query}")).expect(200).json();
            let emails_type_alone = query == "emails.type" && found["emails"] == json!([{ "type": "work" }, {}]);
            assert!(!emails_type_alone, "an emptied value is left out");
            assert_eq!(found, merged(minimum.clone(), expected), "attributes={query}");
        }
    }

    /// 7644-3.9-03, 7644-3.4.2.5-04
    fn excluded_attributes_takes_away_what_is_named_but_never_the_minimum(server) {
        let before = full(server);
        let id = id_of(&before);
        let get = |query: &str| server.get(&format!("/Users/{id}?excludedAttributes={query}")).expect(200).json();
        let without = |names: &[&str]| {
            let mut expected = before.clone();
            for name in names {
                expected.as_object_mut().unwrap().remove(*name);
            }
            expected
        };
        assert_eq!(get("title,emails"), without(&["title", "emails"]));
        assert_eq!(get("id,schemas,title"), without(&["title"]));
        assert_eq!(get("META"), without(&["meta"]));
        assert_eq!(get(&encode(ENTERPRISE)), without(&[ENTERPRISE]));
        assert_eq!(get("nosuch"), before);
        let mut expected = before.clone();
        expected["name"].as_object_mut().unwrap().remove("familyName");
        expected[ENTERPRISE].as_object_mut().unwrap().remove("department");
        assert_eq!(get(&format!("name.familyName,{ENTERPRISE}:department")), expected);
        assert_eq!(get("name.familyName,name.givenName"), without(&["name"]), "an emptied complex value is left out");
    }

    /// 7644-3.4.2.5-02a
    fn both_parameters_at_once_are_refused(server) {
        let id = id_of(&full(server));
        for target in [format!("/Users/{id}"), "/Users".to_owned()] {
            let response = server.get(&format!("{target}?attributes=title&excludedAttributes=name"));
            assert_scim_error_about(&response, 400, "invalidValue", "excludedAttributes");
        }
    }

    /// 7644-3.4.2.5-02c, 7644-3.9-01
    fn every_operation_that_returns_a_resource_takes_them(server) {
        let name = unique("projected");
        let created = server.post("/Users?attributes=userName", &user_with(&name, json!({ "title": "T" }))).expect(201);
        let id = created.id();
        let expected = json!({ "schemas": [USER], "id": id, "userName": name });
        assert_eq!(created.json(), expected);
        assert!(created.header("location").is_some());
        let whole = get_user(server, &id);
        assert_eq!(created.header("etag"), whole["meta"]["version"].as_str(), "the tag is that of the whole resource");
        let put = server.put(&format!("/Users/{id}?attributes=userName"), &user_with(&name, json!({ "title": "T2" }))).expect(200);
        assert_eq!(put.json(), expected);
        let patch = server.patch(&format!("/Users/{id}?excludedAttributes=title,meta"), &operation("add", "nickName", json!("N"))).expect(200);
        assert_eq!(patch.json(), merged(expected.clone(), json!({ "nickName": "N" })));
        let list = filtered(server, "/Users", &format!("userName eq \"{name}\"")).expect(200).json();
        assert_eq!(list["Resources"][0], get_user(server, &id));
        let list = server.get(&format!("/Users?attributes=userName&filter={}", encode(&format!("userName eq \"{name}\"")))).expect(200).json();
        assert_eq!(list["Resources"], json!([expected]));
    }

    fn members_and_groups_come_only_when_the_projection_wants_them(server) {
        let member = create_users(server, 1).remove(0);
        let group = create_group(server, &[&member]);
        let bare = server.get(&format!("/Groups/{group}?excludedAttributes=members")).expect(200).json();
        assert_eq!(bare.get("members"), None);
        let only = server.get(&format!("/Groups/{group}?attributes=members.value")).expect(200).json();
        assert_eq!(only, json!({ "schemas": [GROUP], "id": group, "members": [{ "value": member }] }));
        let user = server.get(&format!("/Users/{member}?attributes=groups.value")).expect(200).json();
        assert_eq!(user, json!({ "schemas": [USER], "id": member, "groups": [{ "value": group }] }));
        assert_eq!(server.get(&format!("/Users/{member}?excludedAttributes=groups")).json().get("groups"), None);
    }

    fn a_conditional_get_heeds_the_whole_resource_whatever_the_projection(server) {
        let before = full(server);
        let path = format!("/Users/{}?attributes=title", id_of(&before));
        assert_eq!(server.get(&path).expect(200).header("etag"), before["meta"]["version"].as_str());
    }
}
