//! References to resources of every type that they may have, their own among them (RFC 7643 §2.3.7, §2.4).

use serde_json::{Value, json};
use tests::{Server, http::encode, on_both_databases, scim::resources};

use crate::{
    kinds::{Attribute, Kind, targets},
    patching::{Patched, ready},
    samples::{World, declare},
};

/// Each reference that clients write, with each type that it may have.
pub fn references<'a>(world: &'a World) -> Vec<(&'a Kind, &'a Attribute, &'a Kind)> {
    let mut all = Vec::new();
    for kind in &world.kinds {
        for attribute in kind.attributes.iter().filter(|attribute| !attribute.is("mutability", "readOnly")) {
            let names = targets(&attribute.declared).unwrap_or_default();
            all.extend(names.iter().filter_map(|name| world.kind(name)).map(|target| (kind, attribute, target)));
        }
    }
    assert!(!all.is_empty());
    all
}

/// A body with a value of that attribute.
fn body(world: &World, kind: &Kind, attribute: &Attribute, value: &Value) -> Value {
    let mut body = ready(world, kind, attribute);
    attribute.set(&mut body, value.clone());
    declare(&mut body, attribute);
    body
}

/// A value of a reference, or a list with it.
fn wrapped(attribute: &Attribute, value: Value) -> Value {
    if attribute.is_list() { json!([value]) } else { value }
}

/// The one value that a resource has of a reference.
fn only<'a>(attribute: &Attribute, resource: &'a Value) -> &'a Value {
    match attribute.of(resource) {
        Value::Array(values) => {
            assert_eq!(values.len(), 1, "{} {resource}", attribute.path());
            &values[0]
        }
        one => one,
    }
}

#[track_caller]
fn assert_refers(server: &Server, value: &Value, id: &str, location: &str) {
    assert_eq!(value["value"], id, "{value}");
    assert_eq!(value["$ref"], location, "{value}");
    let target = location.strip_prefix(&server.base_url()).unwrap();
    assert_eq!(server.get(target).expect(200).json()["id"], id);
}

on_both_databases! {
    profiles;

    /// 7643-2.3.7-03, 7643-2.3.7-04, 7643-2.3.7-05, 7643-2.4-05
    fn a_reference_is_taken_from_its_value_or_its_uri_and_found_by_both(server) {
        let world = World::of(server);
        for (kind, attribute, target) in references(&world) {
            let path = attribute.path();
            let (id, location) = world.target(&target.name);
            let relative = format!("..{}/{id}", target.endpoint);
            // Of one type alone, the value says enough.
            let single = targets(&attribute.declared).unwrap().len() == 1;
            let mut given = vec![json!({ "value": id, "$ref": location }), json!({ "$ref": location }), json!({ "$ref": relative })];
            given.extend(single.then(|| json!({ "value": id })));
            for value in given {
                let made = world.create(kind, &body(&world, kind, attribute, &wrapped(attribute, value)));
                assert_refers(server, only(attribute, &world.read(kind, &made)), &id, &location);
                for filter in [
                    format!(r#"{path}.value eq "{id}""#),
                    format!(r#"{path}.$ref eq "{location}""#),
                    format!(r#"{path}.$ref eq "{relative}""#),
                    format!("{path}.$ref pr"),
                ] {
                    assert_eq!(world.find(kind, &[&made], &filter).len(), 1, "{} {filter}", kind.name);
                }
                let other = format!(r#"{path}.$ref eq "{location}x""#);
                assert!(world.find(kind, &[&made], &other).is_empty(), "{} {other}", kind.name);
            }
        }
    }

    /// 7644-3.5.2.1-04a, 7644-3.5.2.2-03, 7644-3.5.2.3-03
    fn a_reference_is_changed_and_removed(server) {
        let world = World::of(server);
        let written = references(&world).into_iter().filter(|(_, attribute, _)| attribute.is("mutability", "readWrite"));
        for (kind, attribute, target) in written {
            let path = attribute.path();
            let (one, two) = (world.target(&target.name), world.target(&target.name));
            let value = |(id, location): &(String, String)| wrapped(attribute, json!({ "value": id, "$ref": location }));
            let patched = Patched::of(&world, kind, &ready(&world, kind, attribute));
            let refers = |read: &Value, (id, location): &(String, String)| {
                assert_refers(server, only(attribute, read), id, location);
            };
            let first = if attribute.is_required() { "replace" } else { "add" };
            refers(&patched.done(first, path.as_str(), value(&one)), &one);
            refers(&patched.done("add", path.as_str(), value(&one)), &one);
            refers(&patched.done("replace", path.as_str(), value(&two)), &two);
            if attribute.is_list() {
                let read = patched.done("add", path.as_str(), value(&one));
                assert_eq!(attribute.of(&read).as_array().map(Vec::len), Some(2), "{} {path}", kind.name);
                let selected = format!(r#"{path}[value eq "{}"]"#, two.0);
                refers(&patched.done("remove", selected.as_str(), Value::Null), &one);
                let selected = format!(r#"{path}[value eq "{}"]"#, one.0);
                if !attribute.is_required() {
                    assert_eq!(attribute.of(&patched.done("remove", selected.as_str(), Value::Null)), &Value::Null);
                }
            } else {
                let changed = patched.done("replace", format!("{path}.value"), json!(one.0));
                assert_eq!(attribute.of(&changed)["value"], one.0.as_str(), "{} {path}", kind.name);
                if targets(&attribute.declared).unwrap().len() == 1 {
                    refers(&changed, &one);
                }
                assert_eq!(attribute.of(&patched.done("remove", path.as_str(), Value::Null)), &Value::Null);
            }
        }
    }

    /// 7644-3.7-19, 7644-3.7.2-01, 7644-3.7.2-02, 7644-3.7.1-01a: to what comes later in the request, and in a circle
    fn a_bulk_request_refers_to_what_it_creates(server) {
        let world = World::of(server);
        for (kind, attribute, target) in references(&world) {
            let mut value = json!({ "value": "bulkId:target" });
            if targets(&attribute.declared).unwrap().len() > 1 {
                value["$ref"] = json!(format!("..{}/bulkId:target", target.endpoint));
            }
            let value = wrapped(attribute, value);
            let request = json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                "Operations": [
                    { "method": "POST", "path": kind.endpoint, "bulkId": "it", "data": body(&world, kind, attribute, &value) },
                    { "method": "POST", "path": target.endpoint, "bulkId": "target", "data": world.least(target) },
                ],
            });
            let answer = server.post("/Bulk", &request).expect(200).json();
            let location = |at: usize| {
                assert_eq!(answer["Operations"][at]["status"], "201", "{} {}: {answer}", kind.name, attribute.path());
                answer["Operations"][at]["location"].as_str().unwrap().to_owned()
            };
            let id_of = |location: &str| location.rsplit('/').next().unwrap().to_owned();
            let (it, referred) = (location(0), location(1));
            assert_refers(server, only(attribute, &world.read(kind, &id_of(&it))), &id_of(&referred), &referred);

            if target.name != kind.name {
                continue;
            }
            let circle = |to: &str| {
                let mut value = json!({ "value": format!("bulkId:{to}") });
                if targets(&attribute.declared).unwrap().len() > 1 {
                    value["$ref"] = json!(format!("..{}/bulkId:{to}", target.endpoint));
                }
                body(&world, kind, attribute, &wrapped(attribute, value))
            };
            let request = json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                "Operations": [
                    { "method": "POST", "path": kind.endpoint, "bulkId": "one", "data": circle("two") },
                    { "method": "POST", "path": kind.endpoint, "bulkId": "two", "data": circle("one") },
                ],
            });
            let answer = server.post("/Bulk", &request).expect(200).json();
            let places: Vec<&str> =
                answer["Operations"].as_array().unwrap().iter().filter_map(|one| one["location"].as_str()).collect();
            let [one, two] = places.as_slice() else { panic!("{} {}: {answer}", kind.name, attribute.path()) };
            assert_refers(server, only(attribute, &world.read(kind, &id_of(one))), &id_of(two), two);
            assert_refers(server, only(attribute, &world.read(kind, &id_of(two))), &id_of(one), one);
        }
    }

    /// 7643-2.3.7-05, 7643-2.3.7-06: nothing shows a resource that is gone as one that is there
    fn what_shows_where_a_resource_is_referred_to_is_the_servers(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let shown = kind.attributes.iter().filter(|attribute| attribute.is("mutability", "readOnly") && attribute.refers());
            for back in shown {
                for owner in targets(&back.declared).unwrap().iter().filter_map(|name| world.kind(name)) {
                    let points = |attribute: &&Attribute| {
                        targets(&attribute.declared).is_some_and(|targets| targets.contains(&kind.name.as_str()))
                            && attribute.is_list() && !attribute.is("mutability", "readOnly") && attribute.extension.is_none()
                    };
                    for attribute in owner.attributes.iter().filter(points) {
                        let id = world.create(kind, &world.least(kind));
                        let value = json!([{ "value": id, "$ref": format!("{}{}/{id}", server.base_url(), kind.endpoint) }]);
                        let held = world.create(owner, &body(&world, owner, attribute, &value));
                        let read = world.read(kind, &id);
                        let Some(first) = back.of(&read).get(0) else { continue };
                        assert_eq!(first["value"], held.as_str(), "{} {}", kind.name, back.path());
                        assert_eq!(first["$ref"], format!("{}{}/{held}", server.base_url(), owner.endpoint));
                        let filter = format!(r#"{}.value eq "{held}""#, back.path());
                        assert_eq!(world.find(kind, &[&id], &filter), [id.as_str()], "{} {filter}", kind.name);
                        let filter = encode(&format!(r#"{}.value eq "{id}""#, attribute.path()));
                        let found = resources(server.get(&format!("{}?filter={filter}", owner.endpoint)).expect(200));
                        assert_eq!(found.len(), 1, "{} {}", owner.name, attribute.path());
                        server.delete(&format!("{}/{held}", owner.endpoint)).expect(204);
                        assert_eq!(back.of(&world.read(kind, &id)), &Value::Null, "{} {}", kind.name, back.path());
                    }
                }
            }
        }
    }
}
