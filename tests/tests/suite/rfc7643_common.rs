//! What all resources have in common, clause by clause (RFC 7643 §3).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Server, on_both_databases};

fn no_resource(server: &Server, body: Value, word: &str) {
    let response = server.post("/Users", &body);
    let scim_type = response.json()["scimType"].as_str().unwrap_or_default().to_owned();
    assert!(["invalidSyntax", "invalidValue"].contains(&scim_type.as_str()), "{response}");
    assert_scim_error_about(&response, 400, &scim_type, word);
}

on_both_databases! {
    from tests::server::strict;

    /// 7643-3-01, 7643-3.3-06
    fn the_resource_type_tells_the_base_schema(server) {
        let user = create_user(server, json!({}));
        let group = server.post("/Groups", &group(&unique("g"), &[])).expect(201).json();
        for (resource, schema) in [(user, USER), (group, GROUP)] {
            let name = resource["meta"]["resourceType"].as_str().unwrap();
            let resource_type = server.get(&format!("/ResourceTypes/{name}")).expect(200).json();
            assert_eq!(resource_type["schema"], json!(schema));
            assert_eq!(resource["schemas"], json!([schema]));
        }
    }

    /// 7643-3-02, 7643-3-03, 7643-3.3-02a
    fn schemas_is_a_list_of_urns_that_is_not_empty(server) {
        for schemas in [json!(USER), json!([]), Value::Null, json!([1]), json!({ "0": USER })] {
            no_resource(server, json!({ "schemas": schemas, "userName": unique("list") }), "schemas");
        }
        let user = create_user(server, json!({ "schemas": [USER], ENTERPRISE: { "division": "D" } }));
        assert_eq!(user["schemas"], json!([USER, ENTERPRISE]), "what is there is named");
    }

    /// 7643-3-04, 7643-3.3-02b
    fn schemas_holds_the_base_schema_and_extensions_of_the_type_only(server) {
        for (schemas, word) in [(json!([GROUP]), USER), (json!([USER, GROUP]), GROUP), (json!([USER, "urn:example:x"]), "urn:example:x"), (json!([ENTERPRISE]), USER)] {
            no_resource(server, json!({ "schemas": schemas, "userName": unique("urns"), ENTERPRISE: { "division": "D" } }), word);
        }
        let group = json!({ "schemas": [GROUP, ENTERPRISE], "displayName": unique("urns") });
        assert_scim_error_about(&server.post("/Groups", &group), 400, "invalidValue", ENTERPRISE);
    }

    /// 7643-3-05, 7643-3-06
    fn schemas_repeats_nothing_and_has_no_order(server) {
        let more = json!({ "nickName": "N", ENTERPRISE: { "division": "D" } });
        let mut seen = Vec::new();
        for schemas in [json!([USER, ENTERPRISE]), json!([ENTERPRISE, USER]), json!([USER, ENTERPRISE, USER, ENTERPRISE, USER.to_uppercase()])] {
            let mut user = create_user(server, merged(more.clone(), json!({ "schemas": schemas })));
            assert_eq!(user["schemas"], json!([USER, ENTERPRISE]));
            for name in ["id", "userName", "meta"] {
                user.as_object_mut().unwrap().remove(name);
            }
            seen.push(user);
        }
        assert!(seen.iter().all(|user| *user == seen[0]), "{seen:?}");
    }

    /// 7643-3.1-05, 7643-7-03
    fn every_representation_has_its_id(server) {
        let user = create_user(server, json!({}));
        let (id, path) = (id_of(&user), format!("/Users/{}", id_of(&user)));
        let group = create_group(server, &[&id]);
        for query in ["", "?attributes=userName", "?excludedAttributes=id", "?attributes=nosuch", "?excludedAttributes=userName,id,meta"] {
            assert_eq!(server.get(&format!("{path}{query}")).expect(200).json()["id"], json!(id), "{query}");
            assert_eq!(server.get(&format!("/Groups/{group}{query}")).expect(200).json()["id"], json!(group), "{query}");
        }
        for query in ["count=20", "count=20&attributes=userName", "count=20&excludedAttributes=id"] {
            let listed = resources(server.get(&format!("/Users?{query}")));
            assert!(!listed.is_empty() && listed.iter().all(|user| user["id"].as_str().is_some_and(|id| !id.is_empty())), "{query}");
        }
        let schema = server.get(&format!("/Schemas/{USER}?attributes=name&excludedAttributes=id")).expect(200).json();
        assert_eq!(schema["id"], json!(USER));
    }

    /// 7643-3.1-02, 7643-3.1-06, 7643-3.1-07
    fn an_id_is_given_once_and_never_changes(server) {
        let user = create_user(server, json!({}));
        let (id, name) = (id_of(&user), user["userName"].as_str().unwrap());
        let path = format!("/Users/{id}");
        for meta in ["resourceType", "created", "lastModified", "location"] {
            assert!(user["meta"][meta].as_str().is_some_and(|text| !text.is_empty()), "{meta}: {user}");
        }
        let put = server.put(&path, &user_with(name, json!({ "id": "other", "nickName": "put" }))).expect(200).json();
        let patched = server.patch(&path, &operation("replace", "nickName", json!("patched"))).expect(200).json();
        assert_eq!((&put["id"], &patched["id"]), (&user["id"], &user["id"]));
        server.delete(&path).expect(204);
        let again = server.post("/Users", &user_with(name, json!({ "id": id }))).expect(201).json();
        assert_ne!(again["id"], user["id"]);
        assert_scim_error(&server.get(&path), 404, "");
    }

    /// 7643-3.1-08, 7643-3.1-14, 7643-7-17
    fn id_and_meta_from_a_client_are_ignored(server) {
        let foreign = json!({
            "id": "mine",
            "meta": { "resourceType": "Group", "created": "1999-01-01T00:00:00Z", "lastModified": "1999-01-01T00:00:00Z", "location": "https://elsewhere.example", "version": "W/\"99\"" },
        });
        let user = create_user(server, foreign.clone());
        let same = |meta: &Value| {
            assert_eq!((&meta["resourceType"], &meta["location"]), (&json!("User"), &json!(format!("{}/Users/{}", server.base_url(), id_of(&user)))));
            assert!(meta["created"].as_str() > Some("2020") && meta["lastModified"].as_str() > Some("2020"), "{meta}");
            assert_ne!(meta["version"], json!("W/\"99\""));
        };
        assert_ne!(user["id"], json!("mine"));
        same(&user["meta"]);
        let body = merged(user_with(user["userName"].as_str().unwrap(), json!({ "title": "T" })), foreign);
        let put = server.put(&format!("/Users/{}", id_of(&user)), &body).expect(200).json();
        assert_eq!((&put["id"], &put["meta"]["created"]), (&user["id"], &user["meta"]["created"]));
        same(&put["meta"]);
    }

    /// 7643-3.1-10, 7643-3.1-11, 7643-3.1-13
    fn an_external_id_is_the_clients_and_optional(server) {
        let with = create_user(server, json!({ "externalId": "Ext-1" }));
        assert_eq!(get_user(server, &id_of(&with))["externalId"], json!("Ext-1"));
        let without = create_user(server, json!({}));
        assert_eq!(get_user(server, &id_of(&without)).get("externalId"), None);
        assert_eq!(server.get(&format!("/Groups/{}", create_group(server, &[]))).json().get("externalId"), None);
    }

    /// 7643-3.1-16
    fn last_modified_equals_created_until_a_change(server) {
        let user = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&user));
        assert_eq!(user["meta"]["created"], user["meta"]["lastModified"]);
        let same = server.patch(&path, &operation("replace", "userName", user["userName"].clone())).expect(200).json();
        assert_eq!(same["meta"], user["meta"], "a PATCH that changes nothing is no change");
        let after = server.patch(&path, &operation("replace", "nickName", json!("N"))).expect(200).json();
        assert_eq!(after["meta"]["created"], user["meta"]["created"]);
        assert!(after["meta"]["lastModified"].as_str() > user["meta"]["lastModified"].as_str(), "{after}");
    }

    /// 7643-3.1-17
    fn the_location_is_the_content_location_too(server) {
        let created = server.post("/Users", &user(&unique("location"))).expect(201);
        let path = format!("/Users/{}", created.id());
        let put = user(created.json()["userName"].as_str().unwrap());
        let answers = [
            server.get(&path).expect(200),
            server.put(&path, &put).expect(200),
            server.patch(&path, &operation("replace", "nickName", json!("N"))).expect(200),
            created,
        ];
        for answer in answers {
            let location = answer.json()["meta"]["location"].clone();
            assert_eq!(location, json!(format!("{}{path}", server.base_url())));
            assert_eq!(answer.header("content-location"), location.as_str(), "{answer}");
        }
    }

    /// 7643-3.1-18, 7643-3.1-x2
    fn the_version_is_the_weak_entity_tag(server) {
        let user = create_user(server, json!({}));
        let path = format!("/Users/{}", id_of(&user));
        for answer in [server.get(&path).expect(200), server.patch(&path, &operation("replace", "nickName", json!("N"))).expect(200)] {
            let version = answer.json()["meta"]["version"].as_str().unwrap().to_owned();
            assert_eq!(answer.header("etag"), Some(version.as_str()));
            assert!(version.starts_with("W/\"") && version.ends_with('"') && version.len() > 4, "{version}");
        }
    }

    /// 7643-3.3-03, 7643-3.3-05
    fn extension_attributes_stand_below_their_urn(server) {
        let user = create_user(server, json!({ "schemas": [USER, ENTERPRISE], "employeeNumber": "1", ENTERPRISE: { "employeeNumber": "2" } }));
        assert_eq!(user["schemas"], json!([USER, ENTERPRISE]));
        assert_eq!((user.get("employeeNumber"), &user[ENTERPRISE]), (None, &json!({ "employeeNumber": "2" })));
        let misplaced = create_user(server, json!({ "employeeNumber": "1", ENTERPRISE: { "title": "T" } }));
        assert_eq!((misplaced.get("employeeNumber"), misplaced.get(ENTERPRISE), misplaced.get("title")), (None, None, None));
    }
}
