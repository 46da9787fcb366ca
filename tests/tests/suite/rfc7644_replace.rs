//! PUT (RFC 7644 §3.5.1): what it clears, keeps and ignores, by mutability.

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Server, on_both_databases};

fn rich(server: &Server) -> Value {
    create_user(
        server,
        json!({
            "externalId": "e", "nickName": "N", "title": "T", "active": true, "password": "t1meMa$heen",
            "name": { "givenName": "G", "familyName": "F" },
            "emails": [{ "value": "a@x.example", "type": "work", "primary": true }, { "value": "b@x.example" }],
            ENTERPRISE: { "department": "D", "manager": { "value": "m" } },
        }),
    )
}

#[track_caller]
fn put(server: &Server, before: &Value, body: &Value) -> Value {
    let response = server.put(&format!("/Users/{}", id_of(before)), body).expect(200);
    assert_eq!(get_user(server, &id_of(before)), response.json(), "the answer is the resource as it is now");
    response.json()
}

on_both_databases! {
    from tests::server::strict;

    /// 7644-3.5-01, 7644-3.5.1-05, 7644-3.5.1-06a, 7644-3.5.1-06b, 7644-3.5.1-07b, 7644-3.5.1-x1
    fn what_is_left_out_is_cleared_and_nothing_is_defaulted(server) {
        let before = rich(server);
        let after = put(server, &before, &user(before["userName"].as_str().unwrap()));
        let names: Vec<&str> = after.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(set(names), set(["schemas", "id", "userName", "meta"]));
        assert_eq!(after["schemas"], json!([USER]));
        for filter in ["active pr", "emails pr", "name pr", "externalId pr", &format!("{ENTERPRISE} pr")] {
            let filter = format!("id eq {} and {filter}", before["id"]);
            assert!(resources(filtered(server, "/Users", &filter)).is_empty(), "{filter}");
        }
    }

    /// 7644-3.5.1-04, 7644-3.5.1-07b: complex values and lists as a whole, with their sub-attributes
    fn what_is_given_takes_the_place_of_the_old_value_as_a_whole(server) {
        let before = rich(server);
        let after = put(server, &before, &user_with(before["userName"].as_str().unwrap(), json!({
            "name": { "givenName": "G2" }, "emails": [{ "value": "b@x.example", "type": "home" }], ENTERPRISE: { "division": "V" },
        })));
        assert_eq!(after["name"], json!({ "givenName": "G2" }));
        assert_eq!(after["emails"], json!([{ "value": "b@x.example", "type": "home" }]));
        assert_eq!(after[ENTERPRISE], json!({ "division": "V" }));
    }

    /// 7644-3.5.1-08
    fn null_and_the_empty_list_clear(server) {
        let before = rich(server);
        let cleared = merged(before.clone(), json!({
            "nickName": null, "emails": [], "name": null, "active": null, "externalId": null, ENTERPRISE: null, "schemas": [USER],
        }));
        let after = put(server, &before, &cleared);
        for name in ["nickName", "emails", "name", "active", "externalId", ENTERPRISE] {
            assert_eq!(after.get(name), None, "{name}");
        }
        assert_eq!(after["title"], json!("T"));
    }

    /// 7644-3.5.1-03, 7644-3.5.1-11
    fn attributes_of_every_mutability_may_be_sent_and_read_only_ones_are_ignored(server) {
        let before = rich(server);
        let group = create_group(server, &[&id_of(&before)]);
        let before = get_user(server, &id_of(&before));
        let body = merged(before.clone(), json!({
            "id": "01890000-0000-7000-8000-00000000beef", "nickName": "N2", "password": "An0ther$ecret", "groups": [],
            "meta": { "resourceType": "Group", "created": "1999-01-01T00:00:00Z", "version": "W/\"77\"", "location": "https://x.example" },
        }));
        let after = put(server, &before, &body);
        assert_eq!(after["nickName"], json!("N2"));
        assert_eq!(after["id"], before["id"]);
        assert_eq!(after["groups"], before["groups"]);
        for name in ["resourceType", "created", "location"] {
            assert_eq!(after["meta"][name], before["meta"][name], "{name}");
        }
        assert!(!["W/\"77\"".into(), before["meta"]["version"].clone()].contains(&after["meta"]["version"]));
        assert_eq!(values(&server.get(&format!("/Groups/{group}")).json(), "members"), set([before["id"].as_str().unwrap()]));
        assert_scim_error(&server.get("/Users/01890000-0000-7000-8000-00000000beef"), 404, "");
    }

    /// 7644-3.5.1-09a: a member's sub-attributes are immutable, and sent again they stay
    fn immutable_values_may_be_repeated(server) {
        let user = id_of(&rich(server));
        let id = create_group(server, &[&user]);
        let before = server.get(&format!("/Groups/{id}")).expect(200).json();
        assert_eq!(server.put(&format!("/Groups/{id}"), &before).expect(200).json(), before);
        assert_unchanged(server, "/Groups", &before);
    }

    /// 7644-3.5.1-12
    fn a_put_without_a_required_attribute_changes_nothing(server) {
        let before = rich(server);
        for body in [json!({ "schemas": [USER], "title": "T2" }), json!({ "schemas": [USER], "userName": null, "title": "T2" })] {
            let response = server.put(&format!("/Users/{}", id_of(&before)), &body);
            assert_scim_error_about(&response, 400, "invalidValue", "userName");
        }
        let bare = json!({ "userName": before["userName"], "title": "T2" });
        let response = server.put(&format!("/Users/{}", id_of(&before)), &bare);
        assert_eq!(response.status, 400, "schemas is required: {response}");
        assert_unchanged(server, "/Users", &before);
    }

    /// 7644-3.5.1-02, 7644-3.2-04
    fn a_put_to_an_endpoint_or_an_unknown_id_makes_nothing(server) {
        let name = unique("put");
        assert_scim_error(&server.put("/Users", &user(&name)), 405, "");
        for id in ["01890000-0000-7000-8000-0000000000ff", "mine", &name] {
            assert_scim_error(&server.put(&format!("/Users/{id}"), &merged(user(&name), json!({ "id": id }))), 404, "");
        }
        assert!(resources(filtered(server, "/Users", &format!("userName eq \"{name}\""))).is_empty());
    }

    /// 7644-3.5.1-x1, 7644-3.14-04: refused, for whatever reason, it leaves the resource as it was
    fn a_put_that_is_refused_changes_nothing(server) {
        let other = create_user(server, json!({}));
        let before = rich(server);
        let path = format!("/Users/{}", id_of(&before));
        let mine = before["userName"].as_str().unwrap();
        assert_scim_error(&server.put(&path, &user(other["userName"].as_str().unwrap())), 409, "uniqueness");
        assert_scim_error(&server.put(&path, &user_with(mine, json!({ "active": "no" }))), 400, "invalidValue");
        assert_scim_error(&server.send(Request::new("PUT", &path).json(&user(mine)).header("If-Match", "W/\"99\"")), 412, "");
        assert_scim_error(&server.send(Request::new("PUT", &path).scim_body("{")), 400, "invalidSyntax");
        assert_unchanged(server, "/Users", &before);
        assert_unchanged(server, "/Users", &other);
    }
}
