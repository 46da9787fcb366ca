//! Resource types and schemas, clause by clause (RFC 7643 §6, §7).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Request, Server, on_both_databases};

const SCHEMA: &str = "urn:ietf:params:scim:schemas:core:2.0:Schema";

fn resource_types(server: &Server) -> Vec<Value> {
    resources(server.get("/ResourceTypes"))
}

#[track_caller]
fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().filter(|text| !text.is_empty()).unwrap_or_else(|| panic!("no {name} in {value}"))
}

/// The attributes of a level.
fn list<'a>(level: &'a Value, name: &str) -> &'a [Value] {
    level[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

on_both_databases! {
    /// 7643-6-01
    fn resource_types_are_read_only(server) {
        let before = resource_types(server);
        for path in ["/ResourceTypes", "/ResourceTypes/User"] {
            for method in ["POST", "PUT", "PATCH", "DELETE"] {
                let response = server.send(Request::new(method, path).json(&json!({ "name": "Changed" })));
                assert_scim_error(&response, 405, "");
            }
        }
        assert_eq!(resource_types(server), before);
    }

    /// 7643-6-02, 7643-6-03, 7643-6-04, 7643-6-05, 7643-6-06, 7643-6-07, 7643-6-08, 7643-8.7.2-01, 7643-8.7.2-02
    fn every_resource_type_has_its_name_endpoint_and_description(server) {
        create_group(server, &[&id_of(&create_user(server, json!({})))]);
        let found = resource_types(server);
        let names = set(found.iter().map(|found| text(found, "name")));
        let endpoints = set(found.iter().map(|found| text(found, "endpoint")));
        assert_eq!((names.len(), endpoints.len()), (found.len(), found.len()), "each is unique");
        for resource_type in &found {
            text(resource_type, "description");
            assert_eq!(text(resource_type, "id"), text(resource_type, "name"));
            assert_eq!(server.get(&format!("/ResourceTypes/{}", text(resource_type, "id"))).expect(200).json(), *resource_type);
            let listed = resources(server.get(&format!("{}?count=3", text(resource_type, "endpoint"))));
            assert!(!listed.is_empty());
            for resource in listed {
                assert_eq!(resource["meta"]["resourceType"], resource_type["name"]);
            }
        }
        server.get("/ResourceTypes/user").expect(404);
    }

    /// 7643-6-09, 7643-6-10, 7643-6-11, 7643-6-12, 7643-6-13, 7643-6-16
    fn every_schema_of_a_resource_type_is_published(server) {
        let mut extensions = Vec::new();
        for resource_type in resource_types(server) {
            let published = |urn: &str| assert_eq!(server.get(&format!("/Schemas/{urn}")).expect(200).json()["id"], json!(urn));
            published(text(&resource_type, "schema"));
            for extension in list(&resource_type, "schemaExtensions") {
                published(text(extension, "schema"));
                assert!(extension["required"].is_boolean(), "{extension}");
                extensions.push(text(extension, "schema").to_owned());
            }
        }
        assert_eq!(extensions, [ENTERPRISE]);
        assert_eq!(server.get("/ResourceTypes/Group").expect(200).json().get("schemaExtensions"), None);
    }

    /// 7643-7-01b, 7643-7-02, 7643-7-03, 7643-7-04, 7643-7-05, 7643-7-06, 7643-7-07, 7643-8.7.2-05, 7643-8.7.2-06,
    /// 7643-8.7.2-07
    fn every_schema_has_its_urn_name_and_description(server) {
        let schemas = resources(server.get("/Schemas"));
        assert_eq!(schemas.len(), 6);
        for schema in schemas {
            let urn = text(&schema, "id");
            assert!(urn.starts_with("urn:ietf:params:scim:schemas:"), "{urn}");
            text(&schema, "name");
            text(&schema, "description");
            assert!(!list(&schema, "attributes").is_empty(), "{urn}");
            let one = server.get(&format!("/Schemas/{urn}?attributes=name&excludedAttributes=id")).expect(200).json();
            assert_eq!(one, schema);
        }
    }

    /// 7643-1.2-02, 7643-2.3-01, 7643-2.3.8-02, 7643-7-01b, 7643-7-08, 7643-7-09, 7643-7-12
    fn every_attribute_has_its_characteristics(server) {
        fn walk(attributes: &[Value], depth: usize, see: &mut impl FnMut(&Value, usize)) {
            for attribute in attributes {
                see(attribute, depth);
                walk(list(attribute, "subAttributes"), depth + 1, see);
            }
        }
        for schema in resources(server.get("/Schemas")) {
            let urn = text(&schema, "id").to_owned();
            walk(list(&schema, "attributes"), 1, &mut |attribute, depth| {
                let (name, kind) = (text(attribute, "name"), text(attribute, "type"));
                text(attribute, "description");
                let types = ["string", "boolean", "decimal", "integer", "dateTime", "binary", "reference", "complex"];
                assert!(types.contains(&kind), "{urn} {name} {kind}");
                assert_eq!(kind == "complex", !list(attribute, "subAttributes").is_empty(), "{urn} {name}");
                assert!(depth == 1 || kind != "complex" || urn == SCHEMA, "{urn} {name} is complex within complex");
                assert!(attribute["multiValued"].is_boolean() && attribute["required"].is_boolean(), "{urn} {name}");
                let one_of = |key: &str, words: &[&str]| assert!(words.contains(&text(attribute, key)), "{urn} {name} {key}");
                one_of("mutability", &["readOnly", "readWrite", "immutable", "writeOnly"]);
                one_of("returned", &["always", "never", "default", "request"]);
                if ["string", "reference", "binary"].contains(&kind) {
                    assert!(attribute["caseExact"].is_boolean(), "{urn} {name} caseExact");
                }
                if kind == "string" {
                    one_of("uniqueness", &["none", "server", "global"]);
                }
                assert_eq!(attribute.get("canonicalValues").is_some(), !list(attribute, "canonicalValues").is_empty(), "{urn} {name}");
            });
        }
    }

    /// 7643-7-01a
    fn the_schema_of_schemas_alone_nests_complex_attributes(server) {
        let schema = server.get(&format!("/Schemas/{SCHEMA}")).expect(200).json();
        let attributes = list(&schema, "attributes").iter().find(|attribute| attribute["name"] == json!("attributes")).unwrap();
        let nested: Vec<&str> = list(attributes, "subAttributes").iter().filter(|sub| sub["type"] == json!("complex")).map(|sub| text(sub, "name")).collect();
        assert_eq!(nested, ["subAttributes"]);
    }

    /// 7643-7-13, 7643-7-14, 7643-7-15, 7643-7-16: case is kept always, and compared where `caseExact` says so
    fn case_is_kept_and_compared_as_the_schema_says(server) {
        let name = unique("BJ");
        let user = create_user(server, json!({ "userName": name, "externalId": "AbC" }));
        let id = id_of(&user);
        assert_eq!((&user["userName"], &user["externalId"]), (&json!(name), &json!("AbC")));
        let with = |filter: &str| resources(filtered(server, "/Users", &format!("userName eq \"{name}\" and {filter}"))).len();
        assert_eq!(with(&format!("userName eq \"{}\"", name.to_lowercase())), 1);
        assert_eq!((with("externalId eq \"AbC\""), with("externalId eq \"abc\"")), (1, 0));
        assert_eq!((with(&format!("id eq \"{id}\"")), with(&format!("id eq \"{}\"", id.to_uppercase()))), (1, 0));
    }

    /// 7643-7-17
    fn read_only_attributes_stay_what_they_are(server) {
        let id = id_of(&create_user(server, json!({})));
        create_group(server, &[&id]);
        let before = get_user(server, &id);
        let path = format!("/Users/{id}");
        let body = merged(before.clone(), json!({ "id": "x", "groups": [], "meta": { "created": "1999-01-01T00:00:00Z", "version": "W/\"9\"" } }));
        assert_eq!(server.put(&path, &body).expect(200).json(), before);
        for (target, value) in [("id", json!("x")), ("meta", json!({ "resourceType": "X" })), ("meta.created", json!("1999-01-01T00:00:00Z")), ("groups", json!([]))] {
            let response = server.patch(&path, &operation("replace", target, value));
            assert_scim_error_about(&response, 400, "mutability", target.split('.').next().unwrap());
        }
        assert_unchanged(server, "/Users", &before);
    }
}
