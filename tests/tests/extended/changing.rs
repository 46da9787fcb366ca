//! Creating, replacing, patching and removing resources of every type.

use serde_json::{Value, json};
use tests::{
    on_both_databases,
    scim::{assert_scim_error, operations},
};

use crate::kinds::{create, holds, is_list, kinds, sample, subs, targets, visible, whole};

/// The answer holds all that was sent and may be shown.
#[track_caller]
fn assert_holds(kind: &crate::kinds::Kind, answer: &Value, sent: &Value) {
    for attribute in kind.attributes.iter().filter(|attribute| attribute.is_shown()) {
        let sent = visible(&attribute.declared, attribute.of(sent));
        if !sent.is_null() {
            let found = attribute.of(answer);
            assert!(holds(found, &sent), "{} {}: {found}, sent {sent}", kind.name, attribute.path());
        }
    }
    for attribute in kind.attributes.iter().filter(|attribute| attribute.is("returned", "never")) {
        assert_eq!(attribute.of(answer), &Value::Null, "{} {}", kind.name, attribute.path());
    }
}

on_both_databases! {
    /// RFC 7644 §3.3, §3.4.1, §3.5.1, §3.6
    fn a_resource_is_created_read_replaced_and_removed(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let mut sent = whole(server, &kinds, kind);
            let created = server.post(&kind.endpoint, &sent).expect(201).json();
            assert_holds(kind, &created, &sent);
            let target = format!("{}/{}", kind.endpoint, created["id"].as_str().unwrap());
            let read = server.get(&target).expect(200).json();
            assert_holds(kind, &read, &sent);
            assert_eq!(read["meta"]["resourceType"], kind.name.as_str());
            assert!(read["schemas"].as_array().unwrap().iter().any(|urn| urn == kind.schema.as_str()));

            for attribute in kind.attributes.iter().filter(|attribute| attribute.is("mutability", "readWrite")) {
                // An immutable part of a value may not change either.
                let fixed = subs(&attribute.declared).any(|sub| sub["mutability"] == "immutable") && !attribute.is_list();
                if let Some(value) = sample(server, &kinds, &attribute.declared).filter(|_| !fixed) {
                    attribute.set(&mut sent, value);
                }
            }
            let replaced = server.put(&target, &sent).expect(200).json();
            assert_holds(kind, &replaced, &sent);
            server.delete(&target).expect(204);
            assert_scim_error(&server.get(&target), 404, "");
        }
    }

    /// RFC 7644 §3.5.2.1, §3.5.2.2, §3.5.2.3, RFC 7643 §7 `mutability`
    fn each_attribute_is_patched_as_its_mutability_allows(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let id = create(server, kind, &whole(server, &kinds, kind));
            let target = format!("{}/{id}", kind.endpoint);
            let patch = |op: &str, path: &str, value: Value| {
                server.patch(&target, &operations(json!([{ "op": op, "path": path, "value": value }])))
            };
            for attribute in &kind.attributes {
                let path = attribute.path();
                if attribute.is("mutability", "readOnly") {
                    assert_scim_error(&patch("replace", &path, json!("x")), 400, "mutability");
                    continue;
                }
                let Some(value) = sample(server, &kinds, &attribute.declared) else { continue };
                if attribute.is("mutability", "immutable") {
                    assert_scim_error(&patch("replace", &path, value), 400, "mutability");
                    continue;
                }
                let answer = patch("replace", &path, value.clone());
                assert!([200, 204].contains(&answer.status), "{} {path}: {}", kind.name, answer.text());
                let read = server.get(&target).expect(200).json();
                if attribute.is_shown() {
                    let (found, value) = (attribute.of(&read), visible(&attribute.declared, &value));
                    assert!(holds(found, &value), "{} {path}: {found}, not {value}", kind.name);
                }
            }
        }
    }

    /// RFC 7644 §3.5.2: paths of sub-attributes, with and without a value filter
    fn each_sub_attribute_is_patched(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let sent = whole(server, &kinds, kind);
            let target = format!("{}/{}", kind.endpoint, create(server, kind, &sent));
            let own = |declared: &Value| declared["mutability"] == "readWrite" && declared["returned"] == "default";
            // What refers to a resource follows from its value as a whole.
            let complex = kind.attributes.iter().filter(|attribute| {
                attribute.is("type", "complex") && own(&attribute.declared) && targets(&attribute.declared).is_none()
            });
            for attribute in complex {
                for sub in subs(&attribute.declared).filter(|sub| own(sub)) {
                    let name = sub["name"].as_str().unwrap();
                    let value = sample(server, &kinds, sub).unwrap();
                    let path = if attribute.is_list() {
                        format!("{}[{} pr].{name}", attribute.path(), first_simple(&attribute.declared))
                    } else {
                        format!("{}.{name}", attribute.path())
                    };
                    let answer = server.patch(&target, &operations(json!([{ "op": "replace", "path": path, "value": value }])));
                    assert!([200, 204].contains(&answer.status), "{} {path}: {}", kind.name, answer.text());
                    let read = server.get(&target).expect(200).json();
                    let found = attribute.of(&read);
                    let found = if attribute.is_list() { &found[0][name] } else { &found[name] };
                    assert_eq!(found, &value, "{} {path}", kind.name);
                }
            }
        }
    }

    /// RFC 7644 §3.5.2.2: what is not required can be removed, what is cannot
    fn attributes_are_removed_unless_they_are_required(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let sent = whole(server, &kinds, kind);
            let target = format!("{}/{}", kind.endpoint, create(server, kind, &sent));
            for attribute in kind.attributes.iter().filter(|attribute| attribute.is("mutability", "readWrite")) {
                let (path, given) = (attribute.path(), !attribute.of(&sent).is_null());
                let answer = server.patch(&target, &operations(json!([{ "op": "remove", "path": path }])));
                if attribute.is_required() && given {
                    assert_eq!(answer.status, 400, "{} {path}: {}", kind.name, answer.text());
                } else {
                    assert!([200, 204].contains(&answer.status), "{} {path}: {}", kind.name, answer.text());
                    let read = server.get(&format!("{target}?attributes={path}")).expect(200).json();
                    assert_eq!(attribute.of(&read), &Value::Null, "{} {path}", kind.name);
                }
            }
        }
    }

    /// RFC 7643 §7 `uniqueness`
    fn a_unique_value_is_given_once(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            for attribute in kind.attributes.iter().filter(|attribute| {
                attribute.is("uniqueness", "server") || attribute.is("uniqueness", "global")
            }) {
                let Some(value) = sample(server, &kinds, &attribute.declared) else { continue };
                let mut body = whole(server, &kinds, kind);
                attribute.set(&mut body, value.clone());
                create(server, kind, &body);
                let mut other = whole(server, &kinds, kind);
                attribute.set(&mut other, value);
                // Only this one value is the same.
                assert_scim_error(&server.post(&kind.endpoint, &other), 409, "uniqueness");
            }
        }
    }

    /// RFC 7644 §3.7
    fn bulk_creates_patches_and_removes(server) {
        let kinds = kinds(server);
        for kind in &kinds {
            let own = |attribute: &&crate::kinds::Attribute| {
                attribute.is("mutability", "readWrite") && attribute.is_shown() && attribute.is("type", "string")
                    && !is_list(&attribute.declared)
            };
            let attribute = kind.attributes.iter().find(own).unwrap();
            let value = sample(server, &kinds, &attribute.declared).unwrap();
            let target = format!("{}/{}", kind.endpoint, create(server, kind, &whole(server, &kinds, kind)));
            let gone = format!("{}/{}", kind.endpoint, create(server, kind, &whole(server, &kinds, kind)));
            let patch = operations(json!([{ "op": "replace", "path": attribute.path(), "value": value }]));
            let answer = server.post("/Bulk", &json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                "Operations": [
                    { "method": "POST", "path": kind.endpoint, "bulkId": "one", "data": whole(server, &kinds, kind) },
                    { "method": "PATCH", "path": target, "data": patch },
                    { "method": "DELETE", "path": gone },
                ],
            })).expect(200).json();
            let statuses: Vec<&str> =
                answer["Operations"].as_array().unwrap().iter().filter_map(|one| one["status"].as_str()).collect();
            assert!(matches!(statuses.as_slice(), ["201", "200" | "204", "204"]), "{}: {answer}", kind.name);
            assert_eq!(attribute.of(&server.get(&target).expect(200).json()), &value);
            server.get(&gone).expect(404);
        }
    }
}

/// A sub-attribute that every sample has.
fn first_simple(declared: &Value) -> &str {
    let own = |sub: &&Value| sub["mutability"] != "readOnly" && sub["type"] != "complex" && !is_list(sub);
    subs(declared).find(own).unwrap()["name"].as_str().unwrap()
}
