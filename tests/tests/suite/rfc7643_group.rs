//! The Group resource, clause by clause (RFC 7643 §4.2).

use serde_json::{Value, json};
use tests::on_both_databases;
use tests::scim::*;

on_both_databases! {
    /// 7643-4.2-01, 7643-8.7.1-29
    fn a_display_name_is_required(server) {
        let schema = server.get(&format!("/Schemas/{GROUP}")).expect(200).json();
        assert_eq!((&schema["attributes"][0]["name"], &schema["attributes"][0]["required"]), (&json!("displayName"), &json!(true)));
        for body in [json!({ "schemas": [GROUP] }), group("", &[]), json!({ "schemas": [GROUP], "displayName": null })] {
            assert_scim_error_about(&server.post("/Groups", &body), 400, "invalidValue", "displayName");
        }
        let before = server.post("/Groups", &group(&unique("named"), &[])).expect(201).json();
        let path = format!("/Groups/{}", id_of(&before));
        assert_scim_error_about(&server.put(&path, &json!({ "schemas": [GROUP] })), 400, "invalidValue", "displayName");
        assert_scim_error_about(&server.patch(&path, &operation("remove", "displayName", Value::Null)), 400, "mutability", "displayName");
        assert_unchanged(server, "/Groups", &before);
    }

    /// 7643-4.2-02
    fn members_come_and_go_whole(server) {
        let ids = create_users(server, 2);
        let id = create_group(server, &[&ids[0]]);
        let path = format!("/Groups/{id}");
        let members = || values(&server.get(&path).expect(200).json(), "members");
        server.patch(&path, &operation("add", "members", json!([{ "value": ids[1], "display": "Second" }]))).expect(204);
        assert_eq!(members(), set([ids[0].as_str(), ids[1].as_str()]));
        let before = server.get(&path).expect(200).json();
        for (sub, value) in [("value", json!(ids[0])), ("display", json!("Other")), ("type", json!("Group")), ("$ref", json!("../Users/x"))] {
            let change = operation("replace", &format!("members[value eq \"{}\"].{sub}", ids[1]), value);
            assert_scim_error_about(&server.patch(&path, &change), 400, "mutability", "members");
        }
        assert_unchanged(server, "/Groups", &before);
        server.patch(&path, &operation("remove", &format!("members[value eq \"{}\"]", ids[0]), Value::Null)).expect(204);
        assert_eq!(members(), set([ids[1].as_str()]));
    }

    /// 7643-4.2-03: a member needs a value, or a reference that tells it
    fn a_member_needs_a_value(server) {
        let id = create_users(server, 1).remove(0);
        let with = |member: Value| server.post("/Groups", &json!({ "schemas": [GROUP], "displayName": unique("g"), "members": [member] }));
        assert_scim_error_about(&with(json!({ "display": "nobody", "type": "User" })), 400, "invalidValue", "value");
        for member in [json!({ "value": id }), json!({ "$ref": format!("../Users/{id}") })] {
            assert_eq!(with(member).expect(201).json()["members"][0]["value"], json!(id));
        }
    }
}
