//! The example resources of RFC 7643 §8, as the RFC prints them (their line breaks within a certificate joined), each a
//! test named by its section. What an example shows as the server's own (`id`, `meta`, `groups`) is the server's here too.

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Server, on_both_databases};

fn example(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Posts an example with a name of its own and checks that all its writable attributes come back.
#[track_caller]
fn created(server: &Server, endpoint: &str, mut body: Value, left_out: &[&str]) -> Value {
    if endpoint == "/Users" {
        body["userName"] = json!(unique("bjensen@example.com"));
    }
    let answer = server.post(endpoint, &body).expect(201).json();
    for (name, value) in body.as_object().unwrap() {
        if !["id", "meta", "groups", "password"].contains(&name.as_str()) && !left_out.contains(&name.as_str()) {
            assert_eq!(&answer[name], value, "{name}");
        }
    }
    assert_ne!(answer["id"], body["id"]);
    for name in ["created", "lastModified", "version", "location"] {
        assert_ne!(answer["meta"][name], body["meta"][name], "{name}");
    }
    assert_eq!(answer["meta"]["resourceType"], body["meta"]["resourceType"]);
    assert_eq!(answer.get("groups"), None);
    assert_eq!(answer.get("password"), None);
    assert_eq!(server.get(&format!("{endpoint}/{}", id_of(&answer))).expect(200).json(), answer);
    answer
}

on_both_databases! {
    fn section_8_1_minimal_user(server) {
        let answer = created(server, "/Users", example(include_str!("rfc7643/section_8_1_minimal_user.json")), &[]);
        let names: Vec<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(set(names), set(["schemas", "id", "userName", "meta"]));
    }

    fn section_8_2_full_user(server) {
        let answer = created(server, "/Users", example(include_str!("rfc7643/section_8_2_full_user.json")), &[]);
        assert_eq!(answer["addresses"].as_array().unwrap().len(), 2);
        assert_eq!(answer["active"], json!(true));
    }

    fn section_8_3_enterprise_user(server) {
        let body = example(include_str!("rfc7643/section_8_3_enterprise_user.json"));
        let answer = created(server, "/Users", body.clone(), &[ENTERPRISE]);
        for name in ["employeeNumber", "costCenter", "organization", "division", "department"] {
            assert_eq!(answer[ENTERPRISE][name], body[ENTERPRISE][name], "{name}");
        }
        assert_eq!(answer[ENTERPRISE]["manager"]["value"], body[ENTERPRISE]["manager"]["value"]);
        assert_ne!(answer[ENTERPRISE]["manager"]["displayName"], json!("John Smith"), "displayName is readOnly");
    }

    fn section_8_4_group(server) {
        let mut body = example(include_str!("rfc7643/section_8_4_group.json"));
        let ids = create_users(server, 2);
        for (member, id) in body["members"].as_array_mut().unwrap().iter_mut().zip(&ids) {
            member["value"] = json!(id);
        }
        let answer = created(server, "/Groups", body, &["members"]);
        assert_eq!(values(&answer, "members"), set(ids.iter().map(String::as_str)));
        for member in answer["members"].as_array().unwrap() {
            let id = member["value"].as_str().unwrap();
            assert_eq!(member["$ref"], json!(format!("{}/Users/{id}", server.base_url())));
        }
        assert_eq!(get_user(server, &ids[0])["groups"][0]["display"], json!("Tour Guides"));
    }

    fn section_8_5_service_provider_config(server) {
        let example = example(include_str!("rfc7643/section_8_5_service_provider_config.json"));
        let answer = server.get("/ServiceProviderConfig").expect(200).json();
        for (name, value) in example.as_object().unwrap() {
            if name != "documentationUri" {
                assert!(same_shape(value, &answer[name]), "{name}: {value} and {}", answer[name]);
            }
        }
        assert_eq!(answer["schemas"], example["schemas"]);
    }

    fn section_8_6_resource_types(server) {
        let mut example = example(include_str!("rfc7643/section_8_6_resource_types.json"));
        // Our users may do without the enterprise extension.
        example[0]["schemaExtensions"][0]["required"] = json!(false);
        for mut resource_type in example.as_array().unwrap().clone() {
            let name = resource_type["name"].as_str().unwrap().to_owned();
            let answer = server.get(&format!("/ResourceTypes/{name}")).expect(200).json();
            resource_type["meta"]["location"] = json!(format!("{}/ResourceTypes/{name}", server.base_url()));
            for (key, value) in resource_type.as_object().unwrap() {
                if key == "meta" {
                    assert_eq!((&answer["meta"]["location"], &answer["meta"]["resourceType"]), (&value["location"], &value["resourceType"]));
                } else {
                    assert_eq!(&answer[key], value, "{name} {key}");
                }
            }
        }
    }

    /// 7643-8.7.1-01
    /// The representation of §8.7.1 is `schemas/` itself, with the corrections of the RFC's errata; `discovery` compares it.
    fn section_8_7_1_schemas_of_resources(server) {
        for (urn, name) in [(USER, "User"), (GROUP, "Group"), (ENTERPRISE, "EnterpriseUser")] {
            let answer = server.get(&format!("/Schemas/{urn}")).expect(200).json();
            assert_eq!((&answer["id"], &answer["name"]), (&json!(urn), &json!(name)));
            assert_eq!(answer["meta"]["resourceType"], json!("Schema"));
        }
    }

    fn section_8_7_2_schemas_of_the_service_provider(server) {
        for name in ["ServiceProviderConfig", "ResourceType", "Schema"] {
            let urn = format!("urn:ietf:params:scim:schemas:core:2.0:{name}");
            let answer = server.get(&format!("/Schemas/{urn}")).expect(200).json();
            assert_eq!(answer["id"], json!(urn));
            assert!(answer["attributes"].as_array().unwrap().len() >= 4, "{name}");
        }
    }
}

/// Whether two values are of one type, and an object has the members of the other.
fn same_shape(one: &Value, two: &Value) -> bool {
    match (one, two) {
        (Value::Object(one), Value::Object(two)) => one.iter().all(|(name, value)| {
            ["created", "lastModified", "version"].contains(&name.as_str())
                || two.get(name).is_some_and(|two| same_shape(value, two))
        }),
        (Value::Array(_), Value::Array(two)) => !two.is_empty(),
        _ => std::mem::discriminant(one) == std::mem::discriminant(two),
    }
}
