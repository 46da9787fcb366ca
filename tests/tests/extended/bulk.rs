//! Bulk requests on every type (RFC 7644 §3.7).

use serde_json::{Value, json};
use tests::{Server, on_both_databases, scim::operations};

use crate::samples::World;

/// The operations of the answer to a bulk request.
#[track_caller]
fn bulk(server: &Server, operations: Value) -> Vec<Value> {
    let request = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        "Operations": operations,
    });
    server.post("/Bulk", &request).expect(200).json()["Operations"].as_array().unwrap().clone()
}

fn statuses(results: &[Value]) -> Vec<&str> {
    results.iter().filter_map(|result| result["status"].as_str()).collect()
}

on_both_databases! {
    profiles;

    /// 7644-3.7-05, 7644-3.7-14, 7644-3.7-17, 7644-3.7.3-01, 7644-3.7.3-02, 7644-3.7.3-03
    fn bulk_creates_replaces_patches_and_removes(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let make = || {
                let answer = server.post(&kind.endpoint, &world.open(kind)).expect(201);
                (format!("{}/{}", kind.endpoint, answer.id()), answer.etag())
            };
            let ((replaced, _), (patched, _), (gone, version), (kept, _)) = (make(), make(), make(), make());
            let mut whole = server.get(&replaced).expect(200).json();
            whole["externalId"] = json!("bulk");
            // What is required and never shown must be sent again.
            for attribute in kind.attributes.iter().filter(|attribute| attribute.is("mutability", "writeOnly")) {
                let is_there = attribute.extension.as_ref().is_none_or(|urn| !whole[urn.as_str()].is_null());
                if attribute.is_required() && is_there {
                    attribute.set(&mut whole, world.sample(&attribute.declared).unwrap());
                }
            }
            let patch = operations(json!([{ "op": "replace", "path": "externalId", "value": "patched" }]));
            let results = bulk(server, json!([
                { "method": "POST", "path": kind.endpoint, "bulkId": "one", "data": world.whole(kind) },
                { "method": "PUT", "path": replaced, "data": whole },
                { "method": "PATCH", "path": patched, "data": patch },
                { "method": "DELETE", "path": gone, "version": version },
                { "method": "DELETE", "path": kept, "version": "W/\"none\"" },
                { "method": "POST", "path": kind.endpoint, "bulkId": "two", "data": { "schemas": ["urn:example:none"] } },
                { "method": "PATCH", "path": format!("{}/bulkId:one", kind.endpoint), "data": patch },
            ]));
            let expected = ["201", "200", "200", "204", "412", "400", "200"];
            assert!(
                statuses(&results).iter().zip(expected).all(|(found, wanted)| {
                    *found == wanted || wanted == "200" && *found == "204"
                }) && results.len() == expected.len(),
                "{}: {results:#?}", kind.name,
            );
            assert_eq!((&results[0]["bulkId"], &results[5]["bulkId"]), (&json!("one"), &json!("two")));
            assert!(results[5]["location"].is_null() && results[4]["location"].is_string());
            let created = results[0]["location"].as_str().unwrap().strip_prefix(&server.base_url()).unwrap().to_owned();
            assert_eq!(server.get(&created).expect(200).json()["externalId"], "patched");
            assert_eq!(server.get(&replaced).expect(200).json()["externalId"], "bulk");
            assert_eq!(server.get(&patched).expect(200).json()["externalId"], "patched");
            server.get(&gone).expect(404);
            server.get(&kept).expect(200);
        }
    }

    /// 7643-7-27, 7644-3.12-11
    fn a_unique_value_is_given_once_in_a_request(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for attribute in kind.attributes.iter().filter(|attribute| {
                (attribute.is("uniqueness", "server") || attribute.is("uniqueness", "global"))
                    && !attribute.is("mutability", "readOnly")
            }) {
                let value = world.sample(&attribute.declared).unwrap();
                let body = || {
                    let mut body = crate::patching::ready(&world, kind, attribute);
                    attribute.set(&mut body, value.clone());
                    crate::samples::declare(&mut body, attribute);
                    body
                };
                let results = bulk(server, json!([
                    { "method": "POST", "path": kind.endpoint, "bulkId": "one", "data": body() },
                    { "method": "POST", "path": kind.endpoint, "bulkId": "two", "data": body() },
                ]));
                assert_eq!(statuses(&results), ["201", "409"], "{} {}: {results:?}", kind.name, attribute.path());
                assert_eq!(results[1]["response"]["scimType"], "uniqueness");
            }
        }
    }
}
