//! PATCH of every sub-attribute, and of the values that a filter selects (RFC 7644 §3.5.2, valuePath).

use serde_json::{Value, json};
use tests::{on_both_databases, scim::assert_unchanged};

use crate::{
    kinds::{Attribute, Kind, Place, is_list, is_primary, is_required, is_shown, name, subs},
    patching::{Patched, is_fixed},
    samples::{World, declare, is_it, showable, visible},
};

/// The complex attributes of a type that clients write part by part. What refers to a resource follows from its value.
fn complex(kind: &Kind, list: bool) -> impl Iterator<Item = &Attribute> {
    kind.attributes.iter().filter(move |attribute| {
        attribute.is("type", "complex")
            && attribute.is_list() == list
            && !attribute.refers()
            && attribute.is("mutability", "readWrite")
            && attribute.is_shown()
            && own(attribute).next().is_some()
    })
}

/// The sub-attributes that clients write and see.
fn own(attribute: &Attribute) -> impl Iterator<Item = &Value> {
    subs(&attribute.declared).filter(|sub| sub["mutability"] == "readWrite" && is_shown(sub))
}

/// A sub-attribute that tells the elements of a list apart.
fn telling(attribute: &Attribute) -> Option<&str> {
    own(attribute).find(|sub| sub["type"] == "string" && !is_list(sub)).map(name)
}

/// A resource with that attribute and all that its extension needs.
fn with(world: &World, kind: &Kind, attribute: &Attribute) -> Value {
    let mut body = crate::patching::ready(world, kind, attribute);
    attribute.set(&mut body, world.sample(&attribute.declared).unwrap());
    declare(&mut body, attribute);
    body
}

on_both_databases! {
    profiles;

    /// 7644-3.5.2.1-x2, 7644-3.5.2.2-01, 7644-3.5.2.2-04, 7644-3.5.2.3-03, 7644-3.5.2-x1
    fn each_part_of_a_complex_value_is_changed_alone(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for attribute in complex(kind, false) {
                let body = with(&world, kind, attribute);
                let patched = Patched::of(&world, kind, &body);
                let mut expected = showable(&attribute.declared, attribute.of(&body));
                for sub in own(attribute) {
                    let path = Place { attribute, sub: Some(sub) }.path();
                    let part = name(sub);
                    let mut becomes = |op: &str, path: &str, value: Value, after: Option<Value>| {
                        match after {
                            Some(after) => expected[part] = after,
                            None => drop(expected.as_object_mut().unwrap().remove(part)),
                        }
                        let read = patched.done(op, path, value.clone());
                        // What has no part left is no value.
                        let expected = if expected == json!({}) { &Value::Null } else { &expected };
                        assert_eq!(attribute.of(&read), expected, "{} {op} {path} {value}", kind.name);
                    };
                    let value = || world.sample(sub).unwrap();
                    let (one, two, three) = (value(), value(), value());
                    becomes("replace", &path, one.clone(), Some(one));
                    if is_required(sub) {
                        patched.refused("remove", &path, Value::Null, "mutability");
                    } else {
                        becomes("remove", &path, Value::Null, None);
                    }
                    becomes("add", &path, two.clone(), Some(two));
                    // A part in an object: the others stay.
                    becomes("replace", &attribute.path(), json!({ part: three }), Some(three));
                }
            }
        }
    }

    /// 7644-3.5.2-07, 7643-7-17, 7643-7-20, 7643-7-21, 7643-7-22
    fn each_part_of_a_complex_value_is_changed_as_its_mutability_allows(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for attribute in complex(kind, false).chain(complex(kind, true)) {
                let patched = Patched::of(&world, kind, &with(&world, kind, attribute));
                for sub in subs(&attribute.declared) {
                    let place = Place { attribute, sub: Some(sub) };
                    let selected = telling(attribute).map(|teller| format!("{}[{teller} pr].{}", attribute.path(), name(sub)));
                    let path = if attribute.is_list() { selected } else { Some(place.path()) };
                    let (Some(path), Some(value)) = (path, world.any_sample(sub)) else { continue };
                    match sub["mutability"].as_str() {
                        Some("immutable" | "readOnly") => {
                            for op in ["add", "replace"] {
                                patched.refused(op, &path, value.clone(), "mutability");
                            }
                            patched.refused("remove", &path, Value::Null, "mutability");
                        }
                        Some("writeOnly") => {
                            assert!(place.values(&patched.done("replace", path.as_str(), value)).is_empty());
                            assert!(place.values(&patched.done("remove", path.as_str(), Value::Null)).is_empty());
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    /// 7644-3.5.2.1-x3, 7644-3.5.2.2-04, 7644-3.5.2.3-04, 7644-3.5.2.3-x2, 7644-3.5.2-13, 7643-2.4-03
    fn each_part_of_a_value_that_a_filter_selects_is_changed_alone(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for attribute in complex(kind, true) {
                let Some(teller) = telling(attribute) else { continue };
                let body = with(&world, kind, attribute);
                let patched = Patched::of(&world, kind, &body);
                let mut expected = showable(&attribute.declared, attribute.of(&body));
                for sub in own(attribute) {
                    let part = name(sub);
                    let mut change = |op: &str, value: Value, after: Option<Value>| {
                        let path = format!("{}[{teller} eq {}].{part}", attribute.path(), expected[1][teller]);
                        match after {
                            Some(after) => expected[1][part] = after,
                            None => drop(expected[1].as_object_mut().unwrap().remove(part)),
                        }
                        if is_primary(sub) && value == true {
                            expected[0][part] = json!(false);
                        }
                        let read = patched.done(op, path.as_str(), value.clone());
                        assert_eq!(attribute.of(&read), &expected, "{} {op} {path} {value}", kind.name);
                    };
                    let value = || if is_primary(sub) { json!(true) } else { world.sample(sub).unwrap() };
                    let (one, two) = (value(), value());
                    change("replace", one.clone(), Some(one));
                    // Without what tells it apart it could not be named any more, and without its value it is nothing.
                    if part != teller && part != "value" && !is_required(sub) {
                        change("remove", Value::Null, None);
                    }
                    // To a list that is still there an addition adds.
                    if !is_list(sub) || part != "value" && !is_required(sub) {
                        change("add", two.clone(), Some(two));
                    }
                }
            }
        }
    }

    /// 7644-3.5.2.2-03, 7644-3.5.2.2-05, 7644-3.5.2.3-04, 7644-3.5.2.3-05
    fn values_that_a_filter_selects_are_replaced_and_removed(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for attribute in complex(kind, true) {
                let Some(teller) = telling(attribute) else { continue };
                let body = with(&world, kind, attribute);
                let patched = Patched::of(&world, kind, &body);
                let before = server.get(&patched.target()).expect(200).json();
                let path = attribute.path();
                let sent = visible(&attribute.declared, attribute.of(&body));
                let selected = |at: usize| format!("{path}[{teller} eq {}]", sent[at][teller]);
                let none = format!("{path}[not ({teller} pr)]");
                let part = name(own(attribute).next().unwrap());
                patched.refused("replace", &format!("{none}.{part}"), sent[0][part].clone(), "noTarget");
                patched.refused("replace", &none, sent[0].clone(), "noTarget");
                assert_unchanged(server, &kind.endpoint, &before);

                let new = world.single(&attribute.declared, false).unwrap();
                let expected = if is_fixed(attribute) {
                    patched.refused("replace", &selected(1), new, "mutability");
                    sent.clone()
                } else {
                    let read = patched.done("replace", selected(1).as_str(), new.clone());
                    let expected = json!([sent[0], visible(&attribute.declared, &new)]);
                    assert!(is_it(attribute.of(&read), &expected), "{} {path}: {read}", kind.name);
                    expected
                };
                let read = patched.done("remove", selected(0).as_str(), Value::Null);
                assert!(is_it(attribute.of(&read), &json!([expected[1]])), "{} {path}: {read}", kind.name);
                let last = format!("{path}[{teller} pr]");
                if attribute.is_required() {
                    patched.refused("remove", &last, Value::Null, "mutability");
                } else {
                    let read = patched.done("remove", last.as_str(), Value::Null);
                    assert_eq!(attribute.of(&read), &Value::Null, "{} {path}", kind.name);
                    assert!(world.find(kind, &[&patched.id], &format!("{path} pr")).is_empty());
                }
            }
        }
    }

    /// 7644-3.5.2.2-02, 7644-3.5.2.2-03
    fn simple_values_are_removed_one_by_one(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let lists = kind.attributes.iter().filter(|attribute| {
                attribute.is_list() && !attribute.is("type", "complex") && attribute.is("mutability", "readWrite")
            });
            for attribute in lists {
                let body = with(&world, kind, attribute);
                let sent = attribute.of(&body);
                let patched = Patched::of(&world, kind, &body);
                let path = attribute.path();
                if sent[0] == sent[1] {
                    continue;
                }
                let selected = |at: usize| format!("{path}[value eq {}]", sent[at]);
                let read = patched.done("remove", selected(0).as_str(), Value::Null);
                assert_eq!(attribute.of(&read), &json!([sent[1]]), "{} {path}", kind.name);
                if attribute.is_required() {
                    patched.refused("remove", &selected(1), Value::Null, "mutability");
                } else {
                    let read = patched.done("remove", selected(1).as_str(), Value::Null);
                    assert_eq!(attribute.of(&read), &Value::Null, "{} {path}", kind.name);
                }
            }
        }
    }
}
