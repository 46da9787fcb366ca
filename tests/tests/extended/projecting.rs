//! What answers show of every attribute and sub-attribute (RFC 7643 §7 `returned`, RFC 7644 §3.4.2.5, §3.9).

use serde_json::{Value, json};
use tests::{
    http::encode,
    on_both_databases,
    scim::{assert_scim_error, operations, resources},
};

use crate::{
    kinds::{Attribute, Kind, Place, is_list, name, subs},
    patching::is_fixed,
    samples::{World, visible},
};

/// The names that stand at the top of an answer whatever it is asked for.
fn minimum(kind: &Kind, resource: &Value) -> Vec<String> {
    let always = kind
        .attributes
        .iter()
        .filter(|attribute| attribute.is("returned", "always") && !attribute.of(resource).is_null());
    let names = always.map(|attribute| attribute.extension.clone().unwrap_or_else(|| attribute.name().to_owned()));
    names.chain(["schemas".to_owned(), "id".to_owned()]).collect()
}

/// An answer shows what always shows, as the default answer does, and in an extension nothing beside it but what was asked for.
#[track_caller]
fn assert_always(kind: &Kind, answer: &Value, default: &Value, asked: Option<&Attribute>) {
    for attribute in &kind.attributes {
        let is_asked = asked.is_some_and(|asked| asked.path() == attribute.path());
        if attribute.is("returned", "always") {
            let (found, shown) = (attribute.of(answer), attribute.of(default));
            // More of it may show on request.
            assert!(is_asked || found == shown, "{} {}: {answer}", kind.name, attribute.path());
        } else if attribute.extension.is_some() && !is_asked {
            assert!(attribute.of(answer).is_null(), "{} {}: {answer}", kind.name, attribute.path());
        }
    }
    assert_eq!(answer["schemas"], default["schemas"], "{}", kind.name);
}

/// The name under which an attribute stands at the top.
fn top(attribute: &Attribute) -> &str {
    attribute.extension.as_deref().unwrap_or_else(|| attribute.name())
}

fn names(value: &Value) -> Vec<&String> {
    value.as_object().map(|members| members.keys().collect()).unwrap_or_default()
}

on_both_databases! {
    profiles;

    /// 7644-3.9-02a, 7644-3.9-02b, 7644-3.4.2.5-01, 7644-3.4.2.5-02c, 7644-3.4.2.5-03, 7643-7-x1, 7643-7-22
    fn each_attribute_is_shown_alone_when_it_is_asked_for(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let sent = world.whole(kind);
            let id = world.create(kind, &sent);
            let target = format!("{}/{id}", kind.endpoint);
            let full = world.read(kind, &id);
            let default = server.get(&target).expect(200).json();
            let minimum = minimum(kind, &full);
            for place in kind.places() {
                let (path, attribute) = (place.path(), place.attribute);
                let expected = if place.either("returned", "never") { Vec::new() } else { place.values(&full) };
                let list = format!("{}?filter={}", kind.endpoint, encode(&format!(r#"id eq "{id}""#)));
                let search = json!({
                    "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                    "filter": format!(r#"id eq "{id}""#), "attributes": [path],
                });
                let asked = encode(&path);
                for only in [
                    server.get(&format!("{target}?attributes={asked}")).expect(200).json(),
                    server.get(&format!("{target}?attributes={}", asked.to_uppercase())).expect(200).json(),
                    resources(server.get(&format!("{list}&attributes={asked}")).expect(200)).remove(0),
                    resources(server.post(&format!("{}/.search", kind.endpoint), &search).expect(200)).remove(0),
                    resources(server.post("/.search", &search).expect(200)).remove(0),
                ] {
                    assert_always(kind, &only, &default, Some(attribute));
                    // What shows on request is named itself.
                    let unasked = |values: Vec<Value>| match place.sub {
                        None => visible(&attribute.declared, &json!(values)),
                        Some(_) => json!(values),
                    };
                    let shown = unasked(place.values(&only));
                    assert_eq!(shown, unasked(expected.clone()), "{} {path}: {only}", kind.name);
                    assert!(
                        names(&only).into_iter().all(|name| minimum.contains(name) || name == top(attribute)),
                        "{} {path}: {only}", kind.name,
                    );
                    if place.sub.is_some() && !attribute.is("returned", "always") {
                        let always = |other: &String| {
                            subs(&attribute.declared).any(|sub| name(sub) == *other && sub["returned"] == "always")
                        };
                        for value in (Place { sub: None, ..place }).values(&only) {
                            let alone = names(&value).into_iter().all(|other| other == name(place.declared()) || always(other));
                            assert!(alone, "{} {path}: {only}", kind.name);
                        }
                    }
                }
            }
        }
    }

    /// 7644-3.4-x1, 7644-3.9-03, 7644-3.4.2.5-04, 7644-3.4.2.5-05, 7643-7-x1
    fn each_attribute_is_left_out_when_it_is_excluded_unless_it_always_shows(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let id = world.create(kind, &world.whole(kind));
            let target = format!("{}/{id}", kind.endpoint);
            let default = server.get(&target).expect(200).json();
            for place in kind.places() {
                let hidden = place.either("returned", "request") || place.either("returned", "never");
                assert!(!hidden || place.values(&default).is_empty(), "{} {}", kind.name, place.path());
                let without = server.get(&format!("{target}?excludedAttributes={}", encode(&place.path()))).expect(200).json();
                let mut expected = default.clone();
                if place.declared()["returned"] == "always" {
                    assert_eq!(without, expected, "{} {}", kind.name, place.path());
                    continue;
                }
                forget(place, &mut expected);
                assert_eq!(without, expected, "{} {}", kind.name, place.path());
            }
        }
    }

    /// 7644-3.9-02b, 7644-3.9-03, 7644-3.4.2.5-04, 7643-7-x1: an extension is asked for and excluded by its URN
    fn an_extension_is_shown_and_excluded_as_a_whole_but_for_what_always_shows(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let id = world.create(kind, &world.whole(kind));
            let target = format!("{}/{id}", kind.endpoint);
            let default = server.get(&target).expect(200).json();
            for (urn, _) in &kind.extensions {
                let asked = |parameter: &str| server.get(&format!("{target}?{parameter}={}", encode(urn))).expect(200).json();
                let (only, without) = (asked("attributes"), asked("excludedAttributes"));
                assert_eq!(only[urn], default[urn], "{} {urn}", kind.name);
                let mut expected = default.clone();
                let within = kind.attributes.iter().filter(|attribute| attribute.extension.as_ref() == Some(urn));
                for attribute in within.filter(|attribute| !attribute.is("returned", "always")) {
                    forget(Place { attribute, sub: None }, &mut expected);
                }
                assert_eq!(without, expected, "{} {urn}", kind.name);
            }
        }
    }

    /// 7644-3.9-01, 7643-7-x1, 7643-7-22: what a request wrote is shown if it shows on request
    fn a_write_shows_what_it_wrote_and_what_it_is_asked_for(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let body = world.whole(kind);
            let created = server.post(&kind.endpoint, &body).expect(201).json();
            let target = format!("{}/{}", kind.endpoint, created["id"].as_str().unwrap());
            let replaced = server.put(&target, &body).expect(200).json();
            for attribute in &kind.attributes {
                let sent = !attribute.of(&body).is_null();
                if attribute.is("returned", "request") && sent {
                    assert_eq!(attribute.of(&created), attribute.of(&body), "{} {}", kind.name, attribute.path());
                    assert_eq!(attribute.of(&replaced), attribute.of(&body), "{} {}", kind.name, attribute.path());
                }
                if attribute.is("returned", "never") {
                    assert!(attribute.of(&created).is_null() && attribute.of(&replaced).is_null());
                }
                let free = attribute.is("mutability", "readWrite") && !is_fixed(attribute);
                let Some(value) = world.sample(&attribute.declared).filter(|_| free) else {
                    continue;
                };
                let patch = operations(json!([{ "op": "replace", "path": attribute.path(), "value": value }]));
                let shows = attribute.is("returned", "request");
                let answer = server.patch(&target, &patch);
                if answer.status == 204 {
                    continue;
                }
                let answer = answer.expect(200).json();
                assert_eq!(attribute.of(&answer).is_null(), !(shows || attribute.is_shown()), "{} {}", kind.name, attribute.path());
                let asked = server.patch(&format!("{target}?attributes=id"), &patch).expect(200).json();
                assert!(names(&asked).iter().all(|name| minimum(kind, &answer).contains(name)), "{} {asked}", kind.name);
                assert_always(kind, &asked, &server.get(&target).expect(200).json(), None);
            }
            let only = server.post(&format!("{}?attributes=id", kind.endpoint), &world.whole(kind)).expect(201).json();
            assert!(names(&only).iter().all(|name| minimum(kind, &created).contains(name)), "{} {only}", kind.name);
            let made = format!("{}/{}", kind.endpoint, only["id"].as_str().unwrap());
            assert_always(kind, &only, &server.get(&made).expect(200).json(), None);
            let both = format!("{target}?attributes=id&excludedAttributes=meta");
            assert_scim_error(&server.get(&both), 400, "invalidValue");
        }
    }
}

/// Takes a value, or a part of each value, out of a resource, and what is empty then.
fn forget(place: Place, resource: &mut Value) {
    let holder = match &place.attribute.extension {
        Some(urn) => resource.get_mut(urn.as_str()),
        None => Some(&mut *resource),
    };
    let Some(members) = holder.and_then(Value::as_object_mut) else { return };
    let attribute = place.attribute.name();
    match (place.sub, members.get_mut(attribute)) {
        (None, _) => drop(members.remove(attribute)),
        (Some(sub), Some(value)) => {
            let forget = |value: &mut Value| drop(value.as_object_mut().unwrap().remove(name(sub)));
            match &mut *value {
                Value::Array(values) => {
                    values.iter_mut().for_each(forget);
                    values.retain(|value| *value != json!({}));
                }
                one => forget(one),
            }
            if *value == json!({}) || is_list(&place.attribute.declared) && *value == json!([]) {
                members.remove(attribute);
            }
        }
        (Some(_), None) => {}
    }
    if members.is_empty()
        && let Some(urn) = &place.attribute.extension
    {
        resource.as_object_mut().unwrap().remove(urn);
    }
}
