//! POST: what is asserted, what is not, and no defaults (RFC 7644 §3.3).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Server, on_both_databases};

/// How many users of that name a filter selects.
#[track_caller]
fn matches(server: &Server, name: &Value, filter: &str) -> usize {
    resources(filtered(server, "/Users", &format!("userName eq {name} and {filter}"))).len()
}

on_both_databases! {
    from tests::server::strict;

    /// 7644-3.3-01: a password is writeOnly, a member's value immutable, the rest readWrite
    fn a_create_takes_what_a_client_may_write(server) {
        let member = create_users(server, 1).remove(0);
        let user = server.post("/Users", &user_with(&unique("create"), json!({
            "password": "t1meMa$heen", "nickName": "N", "groups": [{ "value": "x" }], "id": "x",
        }))).expect(201).json();
        assert_eq!(user["nickName"], json!("N"));
        assert_eq!((user.get("password"), user.get("groups")), (None, None));
        assert_ne!(user["id"], json!("x"));
        let group = server.post("/Groups", &group(&unique("create"), &[&member])).expect(201).json();
        assert_eq!(group["members"][0]["value"], json!(member));
    }

    /// 7644-3.3-03, 7644-3.3-04, 7644-3.4.2.2-19
    fn what_is_not_sent_is_absent_in_the_answer_in_a_get_and_to_filters(server) {
        let user = create_user(server, json!({}));
        let names: Vec<&str> = user.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(set(names), set(["schemas", "id", "userName", "meta"]));
        assert_eq!(get_user(server, &id_of(&user)), user);
        for filter in ["active eq true", "active eq false", "active pr", "preferredLanguage pr", "emails pr"] {
            assert_eq!(matches(server, &user["userName"], filter), 0, "{filter}");
        }
        for filter in ["active eq null", "not (active pr)", "active ne true"] {
            assert_eq!(matches(server, &user["userName"], filter), 1, "{filter}");
        }
    }

    /// 7644-3.3-06
    fn null_and_the_empty_list_are_the_same_as_nothing(server) {
        let nothing = create_user(server, json!({}));
        let null = create_user(server, json!({
            "active": null, "title": null, "name": null, "emails": [], "phoneNumbers": null, "externalId": null, ENTERPRISE: null,
        }));
        assert_eq!(null["schemas"], json!([USER]));
        let names = |user: &Value| user.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&null), names(&nothing));
    }

    /// 7644-3.3-08, 7644-3.3-09: of a group too
    fn the_answer_to_a_create_is_the_resource_and_its_url(server) {
        let member = create_users(server, 1).remove(0);
        let response = server.post("/Groups", &group(&unique("create"), &[&member])).expect(201);
        let location = response.header("location").unwrap().to_owned();
        assert_eq!(response.json()["meta"]["location"], json!(location));
        let found = server.get(location.strip_prefix(&server.base_url()).unwrap()).expect(200);
        assert_eq!(found.json(), response.json());
        assert_eq!(found.etag(), response.etag());
    }

    /// 7644-3.3-10: and nothing of the second is written
    fn a_duplicate_is_409_and_leaves_the_first_alone(server) {
        let before = create_user(server, json!({ "title": "first" }));
        let twin = user_with(before["userName"].as_str().unwrap(), json!({ "title": "second" }));
        let response = server.post("/Users", &twin);
        assert_scim_error_about(&response, 409, "uniqueness", "userName");
        assert_eq!(response.header("location"), None);
        assert_unchanged(server, "/Users", &before);
        assert_eq!(matches(server, &before["userName"], "title eq \"second\""), 0);
    }

    /// 7644-3.3.1-01
    fn the_resource_type_is_that_of_the_endpoint(server) {
        let meta = json!({ "resourceType": "User", "location": "x", "version": "W/\"7\"" });
        let group = server.post("/Groups", &merged(group(&unique("type"), &[]), json!({ "meta": meta }))).expect(201);
        let body = group.json();
        assert_eq!(body["meta"]["resourceType"], json!("Group"));
        assert_eq!(body["meta"]["version"], json!(group.etag()));
        assert_ne!(body["meta"]["version"], json!("W/\"7\""));
        assert_eq!(resources(filtered(server, "/Groups", &format!("id eq {} and meta.resourceType eq \"Group\"", body["id"]))).len(), 1);
    }
}
