//! The enterprise extension, clause by clause (RFC 7643 §4.3).

use serde_json::json;
use tests::scim::*;
use tests::{Request, on_both_databases};

on_both_databases! {
    /// 7643-4.3-01, 7643-4.3-02, 7643-8.7.1-30, 7643-8.7.1-31
    fn a_manager_is_known_by_its_id_and_gets_its_reference(server) {
        let manager = create_user(server, json!({}));
        for given in [json!({ "value": manager["id"] }), json!({ "value": manager["id"], "$ref": "https://elsewhere.example/Users/1" }), json!({ "$ref": manager["meta"]["location"] })] {
            let user = create_user(server, json!({ ENTERPRISE: { "manager": given } }));
            assert_eq!(user[ENTERPRISE]["manager"], json!({ "value": manager["id"], "$ref": manager["meta"]["location"] }), "{given}");
            let reference = user[ENTERPRISE]["manager"]["$ref"].as_str().unwrap();
            let below = reference.strip_prefix(&server.base_url()).unwrap();
            assert_eq!(server.send(Request::new("GET", below)).expect(200).json(), manager);
        }
        let none = create_user(server, json!({ ENTERPRISE: { "department": "D" } }));
        assert_eq!(none[ENTERPRISE].get("manager"), None);
    }

    /// 7643-4.3-03, 7643-8.7.1-32: read-only, and by choice left out
    fn a_managers_display_name_is_not_the_clients(server) {
        let manager = create_user(server, json!({ "displayName": "Boss" }));
        let user = create_user(server, json!({ ENTERPRISE: { "manager": { "value": manager["id"], "displayName": "Impostor" } } }));
        assert_eq!(user[ENTERPRISE]["manager"].get("displayName"), None);
        for op in ["add", "replace"] {
            let change = operation(op, &format!("{ENTERPRISE}:manager.displayName"), json!("Impostor"));
            assert_scim_error_about(&server.patch(&format!("/Users/{}", id_of(&user)), &change), 400, "mutability", "displayName");
        }
        assert_unchanged(server, "/Users", &user);
    }

    /// 7643-6-15, 7643-8.7.2-04
    fn an_extension_that_is_not_required_may_be_left_out(server) {
        let resource_type = server.get("/ResourceTypes/User").expect(200).json();
        assert_eq!(resource_type["schemaExtensions"], json!([{ "schema": ENTERPRISE, "required": false }]));
        let user = create_user(server, json!({}));
        assert_eq!((&user["schemas"], user.get(ENTERPRISE)), (&json!([USER]), None));
    }
}
