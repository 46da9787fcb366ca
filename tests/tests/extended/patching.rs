//! PATCH of every attribute as a whole, and of extensions (RFC 7644 §3.5.2).

use serde_json::{Value, json};
use tests::{
    Response, on_both_databases,
    scim::{assert_scim_error, assert_scim_error_about, assert_unchanged, operations},
};

use crate::{
    kinds::{Attribute, Kind, Place, subs},
    samples::{World, declare, holds, is_it, visible},
};

/// A resource to be patched.
pub struct Patched<'a> {
    pub world: &'a World<'a>,
    pub kind: &'a Kind,
    pub id: String,
}

impl<'a> Patched<'a> {
    pub fn of(world: &'a World<'a>, kind: &'a Kind, body: &Value) -> Self {
        Self { world, kind, id: world.create(kind, body) }
    }

    pub fn target(&self) -> String {
        format!("{}/{}", self.kind.endpoint, self.id)
    }

    pub fn read(&self) -> Value {
        self.world.read(self.kind, &self.id)
    }

    /// One operation; a null path is left out, and a null value of a removal.
    pub fn patch(&self, op: &str, path: impl Into<Value>, value: Value) -> Response {
        let mut operation = json!({ "op": op });
        let path = path.into();
        if !path.is_null() {
            operation["path"] = path;
        }
        if op != "remove" || !value.is_null() {
            operation["value"] = value;
        }
        self.world.server.patch(&self.target(), &operations(json!([operation])))
    }

    /// The resource after an operation that must succeed, which the answer shows as well.
    #[track_caller]
    pub fn done(&self, op: &str, path: impl Into<Value>, value: Value) -> Value {
        let path = path.into();
        let answer = self.patch(op, path.clone(), value.clone());
        assert!([200, 204].contains(&answer.status), "{} {op} {path} {value}: {answer}", self.kind.name);
        let read = self.read();
        if answer.status == 200 {
            assert!(holds(&read, &answer.json()), "{} {op} {path}: {answer}\n{read}", self.kind.name);
        }
        read
    }

    /// An operation is refused, and nothing has changed.
    #[track_caller]
    pub fn refused(&self, op: &str, path: &str, value: Value, scim_type: &str) {
        let before = self.world.server.get(&self.target()).expect(200).json();
        let answer = self.patch(op, path, value.clone());
        assert_eq!(answer.status, 400, "{} {op} {path} {value}: {answer}", self.kind.name);
        let detail = assert_scim_error(&answer, 400, scim_type);
        // Of a value path, the attribute.
        let target = path.split('[').next().unwrap_or_default();
        let names = ["mutability", "invalidValue"].contains(&scim_type);
        assert!(!names || detail.contains(target), "{} {op} {path}: {detail}", self.kind.name);
        assert_unchanged(self.world.server, &self.kind.endpoint, &before);
    }

    #[track_caller]
    pub fn says(&self, attribute: &Attribute, read: &Value, value: &Value) {
        let found = attribute.of(read);
        if attribute.is("returned", "never") {
            assert_eq!(found, &Value::Null, "{} {}", self.kind.name, attribute.path());
        } else if value.is_null() {
            assert_eq!(found, value, "{} {}", self.kind.name, attribute.path());
        } else {
            let value = visible(&attribute.declared, value);
            assert!(is_it(found, &value), "{} {}: {found}, not {value}", self.kind.name, attribute.path());
        }
    }
}

/// A resource with nothing but what it needs to have an attribute: what is required, of the attribute's extension too.
pub fn ready(world: &World, kind: &Kind, attribute: &Attribute) -> Value {
    let mut body = world.least(kind);
    for other in kind.attributes.iter().filter(|other| other.is_required()) {
        if attribute.extension.is_some()
            && other.extension == attribute.extension
            && let Some(value) = world.sample(&other.declared)
        {
            other.set(&mut body, value);
            declare(&mut body, other);
        }
    }
    body
}

/// Whether a part of it may be set only once.
pub fn is_fixed(attribute: &Attribute) -> bool {
    subs(&attribute.declared).any(|sub| sub["mutability"] == "immutable")
}

on_both_databases! {
    profiles;

    /// 7644-3.5.2-05a, 7644-3.5.2-10, 7644-3.5.2.1-02, 7644-3.5.2.1-04a, 7644-3.5.2.1-04b, 7644-3.5.2.1-05,
    /// 7644-3.5.2.1-x2, 7644-3.5.2.2-01, 7644-3.5.2.2-02, 7644-3.5.2.2-06, 7644-3.5.2.3-02, 7644-3.5.2.3-x1,
    /// 7643-7-18, 7643-7-21
    fn each_attribute_is_added_replaced_and_removed(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for attribute in &kind.attributes {
                let writable = attribute.is("mutability", "readWrite") || attribute.is("mutability", "writeOnly");
                let pair = || Some((world.sample(&attribute.declared)?, world.sample(&attribute.declared)?));
                let Some((one, two)) = pair().filter(|_| writable) else { continue };
                let (path, fixed) = (attribute.path(), is_fixed(attribute) && !attribute.is_list());
                let patched = Patched::of(&world, kind, &ready(&world, kind, attribute));
                let is_there = attribute.is_required();

                if !is_there {
                    patched.says(attribute, &patched.done("add", path.as_str(), one.clone()), &one);
                }
                if !attribute.is("mutability", "writeOnly") && !is_there {
                    let before = server.get(&patched.target()).expect(200).json();
                    patched.done("add", path.as_str(), one.clone());
                    assert_unchanged(server, &kind.endpoint, &before);
                }
                if attribute.is_list() {
                    let values = |read: &Value| Place { attribute, sub: None }.values(read);
                    let before = values(&patched.read());
                    let read = patched.done("add", path.as_str(), two.clone());
                    let (added, read) = (visible(&attribute.declared, &two), values(&read));
                    assert!(holds(&json!(read), &added), "{} {path}: {read:?}", kind.name);
                    let new = added.as_array().unwrap().iter().filter(|value| !before.contains(value));
                    assert_eq!(read.len(), before.len() + new.count(), "{} {path}", kind.name);
                    // RFC 7644 §3.5.2: a new primary value makes the other one lose that.
                    let primary = read.iter().filter(|value| value["primary"] == true).count();
                    assert!(primary <= 1, "{} {path}: {read:?}", kind.name);
                } else if !fixed {
                    patched.says(attribute, &patched.done("add", path.as_str(), two.clone()), &two);
                }
                if !fixed {
                    patched.says(attribute, &patched.done("replace", path.as_str(), one.clone()), &one);
                }

                if attribute.is_required() {
                    patched.refused("remove", &path, Value::Null, "mutability");
                    continue;
                }
                if fixed {
                    patched.refused("remove", &path, Value::Null, "mutability");
                    continue;
                }
                patched.says(attribute, &patched.done("remove", path.as_str(), Value::Null), &Value::Null);
                patched.says(attribute, &patched.done("replace", path.as_str(), two.clone()), &two);
                patched.says(attribute, &patched.done("replace", path.as_str(), Value::Null), &Value::Null);
            }
        }
    }

    /// 7644-3.5.2.1-x1, 7644-3.5.2.3-01, 7644-3.5.2-05b, 7644-3.5.2.2-x1
    fn each_attribute_is_written_by_an_operation_without_a_path(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for attribute in kind.attributes.iter().filter(|attribute| !is_fixed(attribute)) {
                let writable = attribute.is("mutability", "readWrite") || attribute.is("mutability", "writeOnly");
                let Some(one) = world.sample(&attribute.declared).filter(|_| writable) else { continue };
                let patched = Patched::of(&world, kind, &ready(&world, kind, attribute));
                patched.says(attribute, &patched.done("replace", Value::Null, attribute.alone(&one)), &one);
                if let Some(two) = world.sample(&attribute.declared).filter(|_| !attribute.is_list()) {
                    patched.says(attribute, &patched.done("add", Value::Null, attribute.alone(&two)), &two);
                }
                patched.says(attribute, &patched.done("replace", Value::Null, attribute.alone(&one)), &one);
                assert_scim_error(&patched.patch("remove", Value::Null, attribute.alone(&one)), 400, "noTarget");
            }
        }
    }

    /// 7644-3.5.2-07, 7644-3.5.2.2-06, 7643-7-17
    fn what_is_read_only_is_not_patched(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let patched = Patched::of(&world, kind, &world.open(kind));
            for place in kind.places().filter(|place| place.either("mutability", "readOnly")) {
                let own = place.sub.is_none() || !place.attribute.refers();
                if !own || place.attribute.is_list() && place.sub.is_some() && !place.attribute.is("mutability", "readOnly") {
                    continue;
                }
                let Some(value) = world.any_sample(place.declared()) else { continue };
                for op in ["add", "replace"] {
                    patched.refused(op, &place.path(), value.clone(), "mutability");
                }
                patched.refused("remove", &place.path(), Value::Null, "mutability");
            }
            for (path, value) in [("id", json!("x")), ("meta.created", json!("2020-01-01T00:00:00Z")), ("meta", json!({}))] {
                patched.refused("replace", path, value, "mutability");
            }
        }
    }

    /// 7644-3.5.2-07, 7644-3.5.2-08, 7643-7-20
    fn what_is_immutable_is_added_once(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for attribute in kind.attributes.iter().filter(|attribute| attribute.is("mutability", "immutable")) {
                let (one, two) = (world.sample(&attribute.declared).unwrap(), world.sample(&attribute.declared).unwrap());
                let path = attribute.path();
                let body = ready(&world, kind, attribute);
                let patched = Patched::of(&world, kind, &body);
                if attribute.of(&body).is_null() {
                    patched.says(attribute, &patched.done("add", path.as_str(), one.clone()), &one);
                    let before = server.get(&patched.target()).expect(200).json();
                    for op in ["add", "replace"] {
                        patched.done(op, path.as_str(), one.clone());
                    }
                    assert_unchanged(server, &kind.endpoint, &before);
                }
                for op in ["add", "replace"] {
                    patched.refused(op, &path, two.clone(), "mutability");
                }
                let patch = patched.patch("replace", Value::Null, attribute.alone(&two));
                assert_scim_error_about(&patch, 400, "mutability", attribute.name());
                patched.refused("remove", &path, Value::Null, "mutability");
            }
        }
    }

    /// 7644-3.5.2-11, 7644-3.5.2-12, 7643-3.3-03, 7643-3.3-05
    fn an_extension_is_added_replaced_and_removed_as_a_whole(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for (urn, required) in kind.extensions.iter().filter(|(_, required)| !required) {
                let own = || kind.attributes.iter().filter(|attribute| attribute.extension.as_ref() == Some(urn));
                let value = || {
                    let values = own().filter_map(|attribute| Some((attribute, world.sample(&attribute.declared)?)));
                    values.map(|(attribute, value)| (attribute.name().to_owned(), value)).collect::<serde_json::Map<_, _>>()
                };
                let one = value();
                if one.is_empty() {
                    continue;
                }
                let patched = Patched::of(&world, kind, &world.least(kind));
                let has = |read: &Value| read["schemas"].as_array().unwrap().iter().any(|known| known == urn.as_str());
                assert!(!has(&patched.read()) && !required);
                let said = |read: &Value, value: &serde_json::Map<String, Value>| {
                    for attribute in own() {
                        patched.says(attribute, read, value.get(attribute.name()).unwrap_or(&Value::Null));
                    }
                };
                let read = patched.done("add", urn.as_str(), one.clone().into());
                assert!(has(&read), "{} {read}", kind.name);
                said(&read, &one);
                let fixed = own().any(|attribute| {
                    attribute.is("mutability", "immutable") || !attribute.is_list() && is_fixed(attribute)
                });
                if fixed {
                    patched.refused("remove", urn, Value::Null, "mutability");
                    continue;
                }
                let two = value();
                said(&patched.done("replace", urn.as_str(), two.clone().into()), &two);
                let read = patched.done("remove", urn.as_str(), Value::Null);
                assert!(!has(&read) && read[urn.as_str()].is_null(), "{} {read}", kind.name);
                let read = patched.done("add", Value::Null, json!({ urn.as_str(): one }));
                assert!(has(&read), "{} {read}", kind.name);
                said(&read, &one);
            }
        }
    }

    /// 7644-3.5.2-06, 7644-3.5.2-14, 7644-3.5.2-15a, 7644-3.5.2-16: the first operation is undone with the second
    fn a_patch_that_fails_has_changed_nothing(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let patched = Patched::of(&world, kind, &world.open(kind));
            let before = server.get(&patched.target()).expect(200).json();
            for attribute in kind.attributes.iter().filter(|attribute| attribute.is("mutability", "readWrite")) {
                let Some(value) = world.sample(&attribute.declared).filter(|_| !is_fixed(attribute)) else { continue };
                let patch = operations(json!([
                    { "op": "replace", "path": attribute.path(), "value": value },
                    { "op": "replace", "path": "id", "value": "x" },
                ]));
                assert_scim_error(&server.patch(&patched.target(), &patch), 400, "mutability");
            }
            assert_unchanged(server, &kind.endpoint, &before);
        }
    }
}
