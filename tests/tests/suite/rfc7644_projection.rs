//! attributes and excludedAttributes on every operation, down to the sub-attributes of extensions (RFC 7644 §3.4.2.5,
//! §3.9). Attributes returned on request or never, which the core schemas have few of, are in the unit tests of
//! `scim::projection` and in `golden_extended`.

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Request, Server, on_both_databases};

fn body(user_name: &str) -> Value {
    user_with(
        user_name,
        json!({
            "externalId": "e", "title": "T", "active": true, "password": "t1meMa$heen",
            "name": { "givenName": "G", "familyName": "F" },
            "emails": [{ "value": "a@x.example", "type": "work", "primary": true }, { "value": "b@x.example" }],
            ENTERPRISE: { "department": "D", "manager": { "value": "m", "displayName": "ignored" } },
        }),
    )
}

/// A user with everything, as a GET without parameters shows it, and the id of a group that it is in.
fn full(server: &Server) -> (Value, String) {
    let id = server.post("/Users", &body(&unique("projected"))).expect(201).id();
    let group = create_group(server, &[&id]);
    (get_user(server, &id), group)
}

/// The parameters that the tests send, and what they do to a whole user.
type Case = (String, fn(&mut Value));

fn keep(user: &mut Value, names: &[&str]) {
    user.as_object_mut()
        .unwrap()
        .retain(|name, _| ["schemas", "id"].contains(&name.as_str()) || names.contains(&name.as_str()));
}

fn remove(value: &mut Value, name: &str) {
    value.as_object_mut().unwrap().remove(name);
}

fn cases() -> Vec<Case> {
    let urn = encode(ENTERPRISE);
    vec![
        (String::new(), |_| ()),
        ("attributes=".to_owned(), |_| ()),
        ("excludedAttributes=%20,".to_owned(), |_| ()),
        ("attributes=title".to_owned(), |user| keep(user, &["title"])),
        ("attributes=emails.value,TITLE".to_owned(), |user| {
            keep(user, &["title", "emails"]);
            user["emails"] = json!([{ "value": "a@x.example" }, { "value": "b@x.example" }]);
        }),
        ("attributes=emails.primary".to_owned(), |user| {
            keep(user, &["emails"]);
            user["emails"] = json!([{ "primary": true }]);
        }),
        (format!("attributes={urn}:manager.value"), |user| {
            keep(user, &[ENTERPRISE]);
            user[ENTERPRISE] = json!({ "manager": { "value": "m" } });
        }),
        (format!("attributes={},groups.display", urn.to_uppercase()), |user| {
            keep(user, &[ENTERPRISE, "groups"]);
            for group in user.get_mut("groups").and_then(Value::as_array_mut).into_iter().flatten() {
                group.as_object_mut().unwrap().retain(|name, _| name == "display");
            }
        }),
        ("attributes=meta.resourceType".to_owned(), |user| {
            keep(user, &["meta"]);
            user["meta"] = json!({ "resourceType": "User" });
        }),
        ("attributes=nosuch,name.nosuch,urn:example:x:y".to_owned(), |user| keep(user, &[])),
        ("attributes=id".to_owned(), |user| keep(user, &[])),
        (format!("attributes={}:name", encode(USER)), |user| keep(user, &["name"])),
        (format!("attributes={}", encode(USER)), |user| {
            for name in ["externalId", "meta", ENTERPRISE] {
                remove(user, name);
            }
        }),
        ("attributes=password".to_owned(), |user| keep(user, &[])),
        (format!("attributes=title,{}:password", encode(USER)), |user| keep(user, &["title"])),
        ("excludedAttributes=id,schemas,meta".to_owned(), |user| remove(user, "meta")),
        (format!("excludedAttributes=ID,{}:id", encode(USER)), |_| ()),
        ("excludedAttributes=password,nosuch".to_owned(), |_| ()),
        ("excludedAttributes=emails,name.familyName,groups".to_owned(), |user| {
            remove(user, "emails");
            remove(user, "groups");
            remove(&mut user["name"], "familyName");
        }),
        ("excludedAttributes=name.familyName,name.givenName".to_owned(), |user| remove(user, "name")),
        ("excludedAttributes=emails.value,emails.display".to_owned(), |user| {
            user["emails"] = json!([{ "type": "work", "primary": true }]);
        }),
        (format!("excludedAttributes={urn}:manager,{urn}:department"), |user| remove(user, ENTERPRISE)),
        (format!("excludedAttributes={urn}:manager.%24ref,meta.created"), |user| {
            remove(&mut user[ENTERPRISE]["manager"], "$ref");
            remove(&mut user["meta"], "created");
        }),
        (format!("excludedAttributes={urn}"), |user| remove(user, ENTERPRISE)),
    ]
}

/// The part of a whole user that a case shows.
fn part(whole: &Value, (_, change): &Case) -> Value {
    let mut part = whole.clone();
    change(&mut part);
    part
}

on_both_databases! {
    from tests::server::strict;

    /// 7644-3.4.2.5-01, 7644-3.4.2.5-02b, 7644-3.4.2.5-03, 7644-3.4.2.5-04, 7644-3.4.2.5-05
    /// 7644-3.9-02a, 7644-3.9-02b, 7644-3.9-03
    fn a_get_shows_what_its_parameters_ask_for(server) {
        let (whole, _) = full(server);
        for case in cases() {
            let found = server.get(&format!("/Users/{}?{}", id_of(&whole), case.0)).expect(200).json();
            assert_eq!(found, part(&whole, &case), "{}", case.0);
        }
    }

    /// 7644-3.4.2.5-01, 7644-3.4.2.5-02c
    fn a_list_shows_it_of_each_resource(server) {
        let users = [full(server).0, full(server).0];
        let filter = encode(&format!("id eq {} or id eq {}", users[0]["id"], users[1]["id"]));
        for case in cases() {
            let found = resources(server.get(&format!("/Users?filter={filter}&{}", case.0)));
            assert_eq!(found, [part(&users[0], &case), part(&users[1], &case)], "{}", case.0);
        }
    }

    /// 7644-3.4.2.5-02c, 7644-3.9-01
    fn a_create_shows_it_of_the_new_resource(server) {
        for case in cases() {
            let created = server.post(&format!("/Users?{}", case.0), &body(&unique("projected"))).expect(201);
            let whole = get_user(server, &created.id());
            assert_eq!(created.json(), part(&whole, &case), "{}", case.0);
            assert_eq!(created.header("location"), whole["meta"]["location"].as_str());
            assert_eq!(created.header("etag"), whole["meta"]["version"].as_str());
        }
    }

    /// 7644-3.4.2.5-02c, 7644-3.9-01
    fn a_put_shows_it_of_the_replaced_resource(server) {
        let (mut whole, _) = full(server);
        for (number, case) in cases().into_iter().enumerate() {
            whole["nickName"] = json!(format!("N{number}"));
            let put = server.put(&format!("/Users/{}?{}", id_of(&whole), case.0), &whole).expect(200);
            whole = get_user(server, &id_of(&whole));
            assert_eq!(whole["nickName"], json!(format!("N{number}")));
            assert_eq!(put.json(), part(&whole, &case), "{}", case.0);
            assert_eq!(put.header("etag"), whole["meta"]["version"].as_str());
        }
    }

    /// 7644-3.4.2.5-02c, 7644-3.9-01, 7644-3.5.2-18
    fn a_patch_shows_it_of_the_changed_resource(server) {
        let (mut whole, _) = full(server);
        for (number, case) in cases().into_iter().enumerate() {
            let change = operation("replace", "nickName", json!(format!("N{number}")));
            let patched = server.patch(&format!("/Users/{}?{}", id_of(&whole), case.0), &change).expect(200);
            whole = get_user(server, &id_of(&whole));
            assert_eq!(whole["nickName"], json!(format!("N{number}")));
            assert_eq!(patched.json(), part(&whole, &case), "{}", case.0);
            let same = server.patch(&format!("/Users/{}?{}", id_of(&whole), case.0), &change).expect(200);
            assert_eq!(same.json(), part(&whole, &case), "a PATCH that changes nothing, {}", case.0);
        }
    }

    /// 7644-3.9-02b, 7644-3.9-03, 7644-3.5.2-18: what lies in rows of its own is projected like the rest
    fn members_are_projected_on_every_operation(server) {
        let user = create_users(server, 1).remove(0);
        let name = unique("group");
        let reference = format!("{}/Users/{user}", server.base_url());
        for (query, members) in [
            ("attributes=members", json!([{ "value": user, "$ref": reference, "type": "User" }])),
            ("attributes=members.value", json!([{ "value": user }])),
            ("attributes=MEMBERS.%24REF,members.type", json!([{ "$ref": reference, "type": "User" }])),
            ("attributes=displayName", Value::Null),
            ("excludedAttributes=members", Value::Null),
            ("excludedAttributes=members.%24ref,members.type,meta", json!([{ "value": user }])),
        ] {
            let created = server.post(&format!("/Groups?{query}"), &group(&name, &[&user])).expect(201);
            let path = format!("/Groups/{}", created.id());
            let display = query != "attributes=displayName" && query.starts_with("attributes");
            for response in [
                server.get(&format!("{path}?{query}")).expect(200),
                server.put(&format!("{path}?{query}"), &group(&name, &[&user])).expect(200),
                created,
            ] {
                assert_eq!(response.json()["members"], members, "{query}: {response}");
                assert_eq!(response.json()["displayName"], if display { Value::Null } else { json!(name) }, "{query}");
            }
            let filter = encode(&format!("id eq \"{}\"", path.trim_start_matches("/Groups/")));
            let listed = resources(server.get(&format!("/Groups?filter={filter}&{query}"))).remove(0);
            assert_eq!(listed["members"], members, "{query}");
            if query.starts_with("attributes") {
                let add = operation("add", "members", json!([{ "value": user }]));
                let patched = server.patch(&format!("{path}?{query}"), &add).expect(200).json();
                assert_eq!(patched["members"], members, "{query}");
            }
        }
    }

    /// 7644-3.4.2.5-02a, 7644-3.9-01: and nothing is written
    fn both_parameters_are_refused_on_every_operation(server) {
        let before = create_user(server, json!({}));
        let name = unique("both");
        let both = "attributes=title&excludedAttributes=name";
        let path = format!("/Users/{}?{both}", id_of(&before));
        for response in [
            server.get(&path),
            server.get(&format!("/Users?{both}")),
            server.post(&format!("/Users?{both}"), &user(&name)),
            server.put(&path, &user(&name)),
            server.patch(&path, &operation("add", "title", json!("T"))),
        ] {
            assert_scim_error_about(&response, 400, "invalidValue", "excludedAttributes");
        }
        assert_unchanged(server, "/Users", &before);
        assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
        let one = format!("/Users/{}?attributes=title&excludedAttributes=", id_of(&before));
        assert_eq!(server.get(&one).expect(200).json(), json!({ "schemas": [USER], "id": before["id"] }), "an empty list is none");
    }

    /// 7644-3.4.2.5-03, 7644-3.4.2.5-05: blanks, empty names and the percent sign
    fn lists_of_names_are_read_whatever_stands_between_them(server) {
        let (whole, _) = full(server);
        let expected = json!({ "schemas": whole["schemas"], "id": whole["id"], "title": "T", "active": true });
        for query in ["title,active", "title,%20active", "%20title%20,,active,", "title%2Cactive", "title+,+active", "active,title,title"] {
            assert_eq!(server.get(&format!("/Users/{}?attributes={query}", id_of(&whole))).expect(200).json(), expected, "{query}");
        }
        let many = vec!["title"; 600].join(",");
        let response = server.get(&format!("/Users/{}?attributes={many}", id_of(&whole)));
        assert_scim_error_about(&response, 400, "invalidValue", "attributes");
    }

    /// 7644-3.4-x1, 7644-3.4.2.5-02b
    fn without_parameters_the_default_comes_back_and_never_the_password(server) {
        let (whole, _) = full(server);
        let names: Vec<&str> = whole.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            set(names),
            set(["schemas", "id", "externalId", "userName", "title", "active", "name", "emails", "groups", "meta", ENTERPRISE])
        );
        assert!(!whole.to_string().contains("t1meMa$heen"));
        let search = filtered(server, "/Users", &format!("id eq {}", whole["id"])).expect(200);
        assert_eq!(search.json()["Resources"], json!([whole]));
    }

    /// 7644-3.14-03, 7644-3.14-04: conditions ask for the resource, not for the part that is shown
    fn conditions_hold_whatever_is_shown(server) {
        let (whole, _) = full(server);
        let tag = whole["meta"]["version"].as_str().unwrap();
        let path = format!("/Users/{}?attributes=title", id_of(&whole));
        server.send(Request::new("GET", &path).header("If-None-Match", tag)).expect(304);
        let patch = Request::new("PATCH", &path).json(&operation("replace", "nickName", json!("N"))).header("If-Match", tag);
        let patched = server.send(patch).expect(200);
        assert_eq!(patched.json(), json!({ "schemas": whole["schemas"], "id": whole["id"], "title": "T" }));
        assert_ne!(patched.etag(), tag, "what changed is not shown, and has changed the version");
    }
}
