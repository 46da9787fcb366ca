//! `/ServiceProviderConfig`, `/ResourceTypes`, `/Schemas` (RFC 7643 §5–7, RFC 7644 §4).

use serde_json::{Value, json};
use tests::http::encode;
use tests::scim::*;
use tests::{Server, on_both_databases};

const SCHEMAS: [&str; 6] = [
    USER,
    GROUP,
    ENTERPRISE,
    "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig",
    "urn:ietf:params:scim:schemas:core:2.0:ResourceType",
    "urn:ietf:params:scim:schemas:core:2.0:Schema",
];

/// The declaration the server was built from.
fn declared(file: &str) -> Value {
    let path = format!("{}/../schemas/{file}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[track_caller]
fn schema(server: &Server, urn: &str) -> Value {
    server.get(&format!("/Schemas/{urn}")).expect(200).json()
}

fn walk(attributes: &Value, path: &str, see: &mut dyn FnMut(&str, &Value)) {
    for attribute in attributes.as_array().into_iter().flatten() {
        let path = format!("{path}/{}", attribute["name"].as_str().unwrap_or("?"));
        see(&path, attribute);
        walk(&attribute["subAttributes"], &path, see);
    }
}

on_both_databases! {
    /// 7643-5-03, 7643-5-05, 7643-5-06, 7643-5-07, 7643-5-09, 7643-5-12, 7643-5-14, 7643-5-16, 7643-5-18, 7643-5-19,
    /// 7643-5-20, 7643-5-21
    /// 7644-4-02, 7644-4-01, 7644-3.4.2.2-02, 7644-3.4.2.3-01, 7644-3.4.2.3-02, 7644-3.5-02, 7644-3.5.2-01
    fn the_service_provider_config_is_complete_and_true(server) {
        let response = server.get("/ServiceProviderConfig").expect(200);
        assert_eq!(response.media_type(), Some("application/scim+json"));
        let config = response.json();
        assert_eq!(config["schemas"], json!(["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"]));
        for feature in ["patch", "filter", "changePassword", "sort", "etag"] {
            assert_eq!(config[feature]["supported"], json!(true), "{feature}");
        }
        assert_eq!(config["filter"]["maxResults"], json!(1000));
        assert!(config["bulk"]["maxOperations"].is_u64() && config["bulk"]["maxPayloadSize"].is_u64(), "{config}");
        let bulk = server.post("/Bulk", &json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
            "Operations": [{ "method": "POST", "path": "/Users", "bulkId": "1", "data": user(&unique("bulk")) }],
        }));
        assert_eq!((&config["bulk"]["supported"], bulk.status), (&json!(true), 200), "{bulk}");
        let schemes = config["authenticationSchemes"].as_array().unwrap();
        assert_eq!(schemes.iter().filter(|scheme| scheme["type"] == json!("oauthbearertoken")).count(), 1);
        for scheme in schemes {
            assert!(scheme["name"].is_string() && scheme["description"].is_string(), "{scheme}");
        }
        assert_eq!(config["meta"]["resourceType"], json!("ServiceProviderConfig"));
        assert_eq!(config["meta"]["location"], json!(format!("{}/ServiceProviderConfig", server.base_url())));
    }

    /// 7643-6-02, 7643-6-08, 7643-6-09, 7643-6-11
    /// 7644-4-04, 7644-3.2-02, 7644-4-01, 7644-4-x1
    fn resource_types_are_those_declared_and_their_endpoints_answer(server) {
        let list = server.get("/ResourceTypes").expect(200).json();
        assert_eq!(list["totalResults"], json!(2));
        for resource_type in resources(server.get("/ResourceTypes")) {
            let name = resource_type["name"].as_str().unwrap();
            let source = declared(&format!("resource-types/{}.json", name.to_lowercase()));
            for key in ["schemas", "id", "name", "endpoint", "description", "schema", "schemaExtensions"] {
                assert_eq!(resource_type.get(key), source.get(key), "{name} {key}");
            }
            assert!(resource_type.as_object().unwrap().keys().all(|key| !key.contains("scimd")), "storage hints are no one's business");
            assert_eq!(resource_type["meta"]["resourceType"], json!("ResourceType"));
            assert_eq!(resource_type["meta"]["location"], json!(format!("{}/ResourceTypes/{name}", server.base_url())));
            assert_eq!(server.get(&format!("/ResourceTypes/{name}")).expect(200).json(), resource_type);
            server.get(resource_type["endpoint"].as_str().unwrap()).expect(200);
            schema(server, resource_type["schema"].as_str().unwrap());
        }
    }

    /// 7643-7-02, 7643-8.7.1-01: the declaration is the RFC's, with its errata and narrower where it allows
    /// 7644-4-03, 7644-4-x1, 7644-3.1-01, 7644-4-01
    fn schemas_are_those_declared_each_by_its_urn(server) {
        let list = resources(server.get("/Schemas"));
        let ids: Vec<&str> = list.iter().filter_map(|schema| schema["id"].as_str()).collect();
        assert_eq!(set(ids.iter().copied()), set(SCHEMAS));
        assert_eq!(ids.len(), SCHEMAS.len());
        for urn in SCHEMAS {
            let one = schema(server, urn);
            assert!(list.contains(&one), "{urn} differs in the list");
            assert_eq!(one["schemas"], json!(["urn:ietf:params:scim:schemas:core:2.0:Schema"]));
            assert_eq!(one["meta"]["location"], json!(format!("{}/Schemas/{urn}", server.base_url())));
        }
        for (file, urn) in [("user.json", USER), ("group.json", GROUP), ("enterprise-user.json", ENTERPRISE)] {
            let (source, served) = (declared(file), schema(server, urn));
            assert_eq!(served["name"], source["name"]);
            assert_eq!(served["attributes"], source["attributes"], "{urn}");
        }
    }

    /// 7643-1.2-02, 7643-2.3-01, 7643-2.4-09, 7643-7-01b, 7643-7-08, 7643-7-09
    fn every_attribute_states_its_characteristics(server) {
        for urn in SCHEMAS {
            walk(&schema(server, urn)["attributes"], urn, &mut |path, attribute| {
                let kind = attribute["type"].as_str().unwrap();
                let types = ["string", "boolean", "decimal", "integer", "dateTime", "binary", "reference", "complex"];
                assert!(types.contains(&kind), "{path}");
                for key in ["multiValued", "required"] {
                    assert!(attribute[key].is_boolean(), "{path} {key}");
                }
                for key in ["description", "mutability", "returned"] {
                    assert!(attribute[key].as_str().is_some_and(|text| !text.is_empty()), "{path} {key}");
                }
                assert_eq!(kind == "complex", attribute["subAttributes"].as_array().is_some_and(|subs| !subs.is_empty()), "{path}");
                assert_eq!(kind == "reference", attribute["referenceTypes"].is_array(), "{path}");
            });
        }
        let canonical = &schema(server, USER)["attributes"];
        let mut suggested = Vec::new();
        walk(canonical, "", &mut |path, attribute| if attribute["canonicalValues"].is_array() { suggested.push(path.to_owned()) });
        for path in ["/emails/type", "/phoneNumbers/type", "/ims/type", "/photos/type", "/addresses/type", "/groups/type"] {
            assert!(suggested.iter().any(|found| found == path), "{path} has no canonicalValues");
        }
    }

    /// 7643-4.1.1-18, 7643-4.1.1-03
    fn the_published_characteristics_are_the_obeyed_ones(server) {
        let user = schema(server, USER);
        let find = |name: &str| user["attributes"].as_array().unwrap().iter().find(|attribute| attribute["name"] == json!(name)).cloned().unwrap();
        let password = find("password");
        assert_eq!((&password["mutability"], &password["returned"]), (&json!("writeOnly"), &json!("never")));
        let name = find("userName");
        assert_eq!((&name["uniqueness"], &name["required"], &name["caseExact"]), (&json!("server"), &json!(true), &json!(false)));
        assert_eq!(find("groups")["mutability"], json!("readOnly"));
    }

    /// 7644-3.1-03
    fn message_schemas_are_not_discoverable(server) {
        assert_scim_error(&server.get(&format!("/Schemas/{PATCH_OP}")), 404, "");
    }

    /// 7644-4-x1
    fn unknown_schemas_and_resource_types_are_404(server) {
        assert_scim_error_about(&server.get("/Schemas/urn:example:nosuch"), 404, "", "urn:example:nosuch");
        assert_scim_error_about(&server.get("/ResourceTypes/Nosuch"), 404, "", "Nosuch");
    }

    /// 7644-4-05, 7644-4-06
    fn paging_and_projection_are_ignored_and_a_filter_is_forbidden(server) {
        for path in ["/Schemas", "/ResourceTypes", "/ServiceProviderConfig"] {
            let plain = server.get(path).expect(200).json();
            let dressed = server.get(&format!("{path}?count=1&startIndex=2&attributes=id&sortBy=id&sortOrder=descending"));
            assert_eq!(dressed.expect(200).json(), plain, "{path}");
            let filter = encode("id eq \"User\"");
            assert_scim_error(&server.get(&format!("{path}?filter={filter}")), 403, "");
        }
    }

    /// 7643-5-x1, 7643-6-01
    fn discovery_is_read_only(server) {
        for path in ["/ServiceProviderConfig", "/ResourceTypes", "/ResourceTypes/User", "/Schemas", &format!("/Schemas/{USER}")] {
            for response in [server.post(path, &json!({})), server.put(path, &json!({})), server.patch(path, &json!({})), server.delete(path)] {
                assert_scim_error(&response, 405, "");
                assert!(response.header("allow").is_some_and(|allow| allow.contains("GET")), "{response}");
            }
        }
    }
}
