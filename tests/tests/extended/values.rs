//! The data types of every attribute and sub-attribute (RFC 7643 §2.3, §2.4, §2.5).

use serde_json::{Value, json};
use tests::{
    on_both_databases,
    scim::{assert_scim_error_about, assert_unchanged},
};

use crate::{
    kinds::{Place, is_list, is_primary, name, subs},
    patching::{Patched, ready},
    samples::{World, declare},
};

/// Values that are not of a type, whatever a client is used to.
fn wrong(declared: &Value) -> Vec<Value> {
    match declared["type"].as_str().unwrap() {
        "string" => vec![json!({ "nothing": "x" })],
        "boolean" => vec![json!("perhaps"), json!(7), json!({})],
        "decimal" => vec![json!("x"), json!(true), json!({})],
        "integer" => vec![json!("x"), json!(1.5), json!(true), json!({})],
        "dateTime" => vec![json!("2026-13-01T00:00:00Z"), json!("2026-01-01"), json!(1_700_000_000), json!(true)],
        "binary" => vec![json!("***"), json!(7), json!({})],
        "reference" => vec![json!("not a uri"), json!(7), json!({})],
        _ => {
            // A simple value may stand for a complex one that has it as its `value`.
            let value = subs(declared).find(|sub| name(sub) == "value").map(|sub| &sub["type"]);
            let is_of_value = |wrong: &Value| match value.and_then(Value::as_str) {
                Some("boolean") => wrong.is_boolean(),
                Some("integer" | "decimal") => wrong.is_number(),
                _ => false,
            };
            [json!(7), json!(true)].into_iter().filter(|wrong| !is_of_value(wrong)).collect()
        }
    }
}

/// A value with one part of it in place of the right one.
fn with_part(place: Place, value: &Value, part: Value) -> Value {
    let Some(sub) = place.sub else { return if place.attribute.is_list() { json!([part]) } else { part } };
    let part = if is_list(sub) { json!([part]) } else { part };
    let mut value = value.clone();
    match &mut value {
        Value::Array(values) => values[0][name(sub)] = part,
        one => one[name(sub)] = part,
    }
    value
}

on_both_databases! {
    profiles;

    /// 7643-1.2-02, 7643-2.3.2-x1, 7643-2.3.4-01, 7643-2.3.5-01a, 7643-2.3.5-01b, 7643-2.3.5-02, 7643-2.3.6-01,
    /// 7643-2.3.7-02, 7644-3.5.2-06
    fn what_is_not_of_its_type_is_refused_everywhere(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let patched = Patched::of(&world, kind, &world.least(kind));
            let before = server.get(&patched.target()).expect(200).json();
            for place in kind.places() {
                // What only the server writes is ignored, and a reference follows from its value.
                let ignored = place.either("mutability", "readOnly") || place.sub.is_some() && place.attribute.refers();
                let Some(right) = world.sample(&place.attribute.declared).filter(|_| !ignored) else { continue };
                for wrong in wrong(place.declared()) {
                    let value = with_part(place, &right, wrong);
                    let mut body = ready(&world, kind, place.attribute);
                    place.attribute.set(&mut body, value.clone());
                    declare(&mut body, place.attribute);
                    let word = name(place.declared());
                    assert_scim_error_about(&server.post(&kind.endpoint, &body), 400, "invalidValue", word);
                    assert_scim_error_about(&server.put(&patched.target(), &body), 400, "invalidValue", word);
                    let alone = place.attribute.alone(&value);
                    assert_scim_error_about(&patched.patch("add", Value::Null, alone), 400, "invalidValue", word);
                    let path = place.attribute.path();
                    let answer = patched.patch("replace", path.as_str(), value);
                    assert_scim_error_about(&answer, 400, "invalidValue", word);
                    assert_scim_error_about(&answer, 400, "invalidValue", &path);
                }
            }
            assert_unchanged(server, &kind.endpoint, &before);
        }
    }

    /// 7643-2.3.1-02, 7643-7-10, 7643-7-11
    fn canonical_values_are_suggestions(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for place in kind.places().filter(|place| !place.either("mutability", "readOnly") && !place.attribute.refers()) {
                let suggested = place.declared()["canonicalValues"].as_array().cloned().unwrap_or_default();
                for value in suggested.into_iter().chain([json!("neither of them")]) {
                    if place.declared()["canonicalValues"].is_null() {
                        continue;
                    }
                    let right = world.sample(&place.attribute.declared).unwrap();
                    let mut body = ready(&world, kind, place.attribute);
                    place.attribute.set(&mut body, with_part(place, &right, value.clone()));
                    declare(&mut body, place.attribute);
                    let id = world.create(kind, &body);
                    if !place.either("returned", "never") {
                        let read = world.read(kind, &id);
                        assert!(place.values(&read).contains(&value), "{} {}: {read}", kind.name, place.path());
                        let filter = format!("{} eq {value}", place.path());
                        assert_eq!(world.find(kind, &[&id], &filter).len(), 1, "{} {filter}", kind.name);
                    }
                }
            }
        }
    }

    /// 7643-2.4-03, 7643-2.4-04
    fn one_value_at_most_is_primary(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let is_primary = |place: &Place| place.sub.is_some_and(is_primary) && place.attribute.is_list();
            for place in kind.places().filter(is_primary).filter(|place| !place.either("mutability", "readOnly")) {
                let mut body = ready(&world, kind, place.attribute);
                declare(&mut body, place.attribute);
                let mut value = world.sample(&place.attribute.declared).unwrap();
                value[1]["primary"] = json!(true);
                place.attribute.set(&mut body, value.clone());
                let answer = server.post(&kind.endpoint, &body);
                if world.is_strict() {
                    assert_scim_error_about(&answer, 400, "invalidValue", place.attribute.name());
                } else {
                    // Of several the first is.
                    let read = answer.expect(201).json();
                    let primary = place.values(&read);
                    assert_eq!(primary.iter().filter(|flag| **flag == true).count(), 1, "{} {read}", kind.name);
                }
                value[1].as_object_mut().unwrap().remove("primary");
                let mut body = ready(&world, kind, place.attribute);
                declare(&mut body, place.attribute);
                place.attribute.set(&mut body, value);
                let id = world.create(kind, &body);
                for flag in [true, false] {
                    let filter = format!("{} eq {flag}", place.path());
                    assert_eq!(world.find(kind, &[&id], &filter).len(), 1, "{} {filter}", kind.name);
                }
            }
        }
    }
}
