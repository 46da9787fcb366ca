//! Creating, reading, replacing and removing resources of every type, with the mutability and the uniqueness of every
//! attribute (RFC 7643 §7, RFC 7644 §3.3, §3.5.1, §3.6).

use serde_json::{Value, json};
use tests::{
    Request, Response, on_both_databases,
    scim::{assert_scim_error, assert_scim_error_about, assert_unchanged, id_of, operations, resources},
};

use crate::{
    kinds::{Attribute, Kind, RULES, holds_nothing_to_compare},
    patching::{is_fixed, ready},
    samples::{World, declare, is_it, visible},
};

/// The answer holds all that was sent and may be shown, and nothing that is never shown.
#[track_caller]
fn assert_holds(kind: &Kind, answer: &Value, sent: &Value) {
    for attribute in kind.attributes.iter().filter(|attribute| attribute.is_shown()) {
        let sent = visible(&attribute.declared, attribute.of(sent));
        if !sent.is_null() {
            let found = attribute.of(answer);
            assert!(is_it(found, &sent), "{} {}: {found}, sent {sent}", kind.name, attribute.path());
        }
    }
    for place in kind.places().filter(|place| place.either("returned", "never")) {
        assert!(place.values(answer).is_empty(), "{} {}", kind.name, place.path());
    }
}

/// The attributes whose values are unique, with how they are.
fn unique(kind: &Kind) -> impl Iterator<Item = &Attribute> {
    kind.attributes.iter().filter(|attribute| {
        (attribute.is("uniqueness", "server") || attribute.is("uniqueness", "global"))
            && !attribute.is("mutability", "readOnly")
    })
}

on_both_databases! {
    profiles;

    /// 7644-3.3-07, 7644-3.3-08, 7644-3.3-09, 7644-3.3.1-01, 7644-3.4.1-x1, 7644-3.5.1-01, 7644-3.5.1-04, 7644-3.6-01b,
    /// 7644-3.6-02, 7644-3.6-05, 7643-3.1-02, 7643-3.1-17, 7643-3.1-x2, 7643-3.3-03
    fn a_resource_is_created_read_replaced_and_removed(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let mut sent = world.whole(kind);
            let answer = server.post(&kind.endpoint, &sent).expect(201);
            let created = answer.json();
            assert_holds(kind, &created, &sent);
            let id = id_of(&created);
            let target = format!("{}/{id}", kind.endpoint);
            assert_eq!(created["meta"]["location"], format!("{}{target}", server.base_url()));
            assert_eq!(answer.header("location").map(Value::from), Some(created["meta"]["location"].clone()));
            assert_eq!(created["meta"]["version"], answer.etag());
            let read = server.get(&target).expect(200).json();
            assert_holds(kind, &read, &sent);
            assert_eq!(read["meta"]["resourceType"], kind.name.as_str());
            let schemas = read["schemas"].as_array().unwrap();
            for urn in sent["schemas"].as_array().unwrap() {
                let is_seen = urn == kind.schema.as_str() || !read[urn.as_str().unwrap()].is_null();
                assert!(schemas.contains(urn) || !is_seen, "{} {urn}", kind.name);
            }

            for attribute in kind.attributes.iter().filter(|attribute| attribute.is("mutability", "readWrite")) {
                // An immutable part of a value may not change either.
                let fixed = is_fixed(attribute) && !attribute.is_list();
                if let Some(value) = world.sample(&attribute.declared).filter(|_| !fixed) {
                    attribute.set(&mut sent, value);
                }
            }
            let replaced = server.put(&target, &sent).expect(200).json();
            assert_holds(kind, &replaced, &sent);
            assert_eq!(replaced["id"], id.as_str());
            assert_holds(kind, &server.get(&target).expect(200).json(), &sent);

            server.delete(&target).expect(204);
            assert_scim_error(&server.get(&target), 404, "");
            assert_scim_error(&server.put(&target, &sent), 404, "");
            assert_scim_error(&server.patch(&target, &operations(json!([{ "op": "remove", "path": "externalId" }]))), 404, "");
            assert_scim_error(&server.delete(&target), 404, "");
            assert!(resources(world.search(kind, &format!(r#"id eq "{id}""#))).is_empty());
        }
    }

    /// 7644-3.5.1-06a, 7644-3.5.1-08, 7643-2.5-01
    fn a_replacement_clears_what_it_leaves_out_and_what_it_sends_as_null(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let whole = world.open(kind);
            let mut nulls = whole.clone();
            let mut least = world.least(kind);
            for attribute in &kind.attributes {
                let stays = !attribute.is("mutability", "readWrite") || is_fixed(attribute) && !attribute.is_list();
                let value = attribute.of(&whole).clone();
                if value.is_null() {
                    continue;
                }
                if stays || attribute.is_required() {
                    attribute.set(&mut least, value);
                    declare(&mut least, attribute);
                } else {
                    attribute.set(&mut nulls, if attribute.is_list() { json!([]) } else { Value::Null });
                }
            }
            for body in [least, nulls] {
                let id = world.create(kind, &whole);
                let target = format!("{}/{id}", kind.endpoint);
                server.put(&target, &body).expect(200);
                let read = world.read(kind, &id);
                for attribute in kind.attributes.iter().filter(|attribute| attribute.is("mutability", "readWrite")) {
                    // Some clients leave these two out and mean them to stay.
                    let kept = !world.is_strict() && ["active", "externalId"].contains(&attribute.name());
                    if attribute.is_required() || is_fixed(attribute) || kept {
                        continue;
                    }
                    // An attribute may declare what it is when nothing is sent.
                    // Within an extension only if the body has that.
                    let has_some = |urn: &String| body[urn.as_str()].as_object().is_some_and(|all| all.values().any(|one| !one.is_null() && *one != json!([])));
                    let is_within = attribute.extension.as_ref().is_none_or(has_some);
                    let default = if is_within { &attribute.declared[RULES]["default"] } else { &Value::Null };
                    assert_eq!(attribute.of(&read), default, "{} {}", kind.name, attribute.path());
                    if attribute.is("returned", "never") || holds_nothing_to_compare(&attribute.declared) || !default.is_null() {
                        continue;
                    }
                    let present = world.find(kind, &[&id], &format!("{} pr", attribute.path()));
                    assert!(present.is_empty(), "{} {}", kind.name, attribute.path());
                }
                // Its values are needed again.
                server.delete(&target).expect(204);
            }
        }
    }

    /// 7644-3.3-02, 7644-3.5.1-03, 7644-3.5.1-11, 7643-3.1-08, 7643-3.1-14, 7643-7-17
    fn what_is_read_only_is_ignored_in_a_body(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let plain = server.post(&kind.endpoint, &world.open(kind)).expect(201).json();
            let mut body = world.open(kind);
            let read_only = |attribute: &&Attribute| attribute.is("mutability", "readOnly");
            for attribute in kind.attributes.iter().filter(read_only) {
                if let Some(value) = world.any_sample(&attribute.declared) {
                    attribute.set(&mut body, value);
                    declare(&mut body, attribute);
                }
            }
            let parts = || kind.places().filter(|place| {
                let own = place.sub.is_some_and(|sub| sub["mutability"] == "readOnly") && !place.attribute.refers();
                own && place.attribute.is("mutability", "readWrite")
            });
            for place in parts() {
                let (part, given) = (place.sub.unwrap(), world.any_sample(place.declared()).unwrap());
                let mut value = place.attribute.of(&body).clone();
                match &mut value {
                    Value::Array(values) => values[0][part["name"].as_str().unwrap()] = given,
                    one => one[part["name"].as_str().unwrap()] = given,
                }
                place.attribute.set(&mut body, value);
            }
            body["id"] = json!("mine");
            body["meta"] = json!({ "resourceType": "Nothing", "created": "1999-01-01T00:00:00Z", "version": "W/\"9\"" });
            let created = server.post(&kind.endpoint, &body).expect(201).json();
            let target = format!("{}/{}", kind.endpoint, id_of(&created));
            let replaced = server.put(&target, &body).expect(200).json();
            for (answer, what) in [(&created, "created"), (&replaced, "replaced")] {
                for attribute in kind.attributes.iter().filter(read_only) {
                    assert_eq!(attribute.of(answer), attribute.of(&plain), "{} {} {what}", kind.name, attribute.path());
                }
                for place in parts() {
                    assert!(place.values(answer).is_empty(), "{} {} {what}", kind.name, place.path());
                }
                assert_ne!(answer["id"], "mine");
                assert_eq!(answer["meta"]["resourceType"], kind.name.as_str());
                assert_ne!(answer["meta"]["created"], "1999-01-01T00:00:00Z");
            }
            assert_eq!(created["id"], replaced["id"]);
        }
    }

    /// 7644-3.5.1-09a, 7644-3.5.1-09b, 7644-3.5.1-10, 7643-7-19, 7643-7-20
    fn what_is_immutable_is_set_once(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for attribute in kind.attributes.iter().filter(|attribute| attribute.is("mutability", "immutable")) {
                let mut body = ready(&world, kind, attribute);
                let (one, two) = (world.sample(&attribute.declared).unwrap(), world.sample(&attribute.declared).unwrap());
                if attribute.is_required() {
                    attribute.set(&mut body, one.clone());
                }
                let target = format!("{}/{}", kind.endpoint, world.create(kind, &body));
                attribute.set(&mut body, one.clone());
                declare(&mut body, attribute);
                for _ in 0..2 {
                    let answer = server.put(&target, &body).expect(200).json();
                    assert!(is_it(attribute.of(&answer), &one), "{} {}", kind.name, attribute.path());
                }
                let before = server.get(&target).expect(200).json();
                attribute.set(&mut body, two);
                assert_scim_error_about(&server.put(&target, &body), 400, "mutability", attribute.name());
                assert_unchanged(server, &kind.endpoint, &before);
            }
            let parts = kind.places().filter(|place| {
                place.sub.is_some_and(|sub| sub["mutability"] == "immutable")
                    && !place.attribute.is_list() && place.attribute.is("mutability", "readWrite")
            });
            for place in parts {
                let mut body = ready(&world, kind, place.attribute);
                let mut value = world.sample(&place.attribute.declared).unwrap();
                place.attribute.set(&mut body, value.clone());
                declare(&mut body, place.attribute);
                let target = format!("{}/{}", kind.endpoint, world.create(kind, &body));
                server.put(&target, &body).expect(200);
                let before = server.get(&target).expect(200).json();
                value[place.declared()["name"].as_str().unwrap()] = world.sample(place.declared()).unwrap();
                place.attribute.set(&mut body, value);
                assert_scim_error(&server.put(&target, &body), 400, "mutability");
                assert_unchanged(server, &kind.endpoint, &before);
            }
        }
    }

    /// 7644-3.3-10, 7644-3.5.1-x1, 7644-3.6-04, 7643-7-24, 7643-7-26a, 7643-7-27, 7643-7-28
    fn a_unique_value_is_given_once(server) {
        let world = World::of(server);
        let elsewhere = server.organisation("elsewhere");
        for kind in &world.kinds {
            for attribute in unique(kind) {
                let with = |value: &Value| {
                    let mut body = ready(&world, kind, attribute);
                    attribute.set(&mut body, value.clone());
                    declare(&mut body, attribute);
                    body
                };
                let value = world.sample(&attribute.declared).unwrap();
                let held = world.create(kind, &with(&value));
                let other = server.post(&kind.endpoint, &with(&world.sample(&attribute.declared).unwrap())).expect(201).json();
                let target = format!("{}/{}", kind.endpoint, id_of(&other));
                let before = server.get(&target).expect(200).json();
                let is_text = attribute.is("type", "string");
                let same: Vec<Value> = match value.as_str().filter(|_| is_text) {
                    Some(text) if attribute.declared["caseExact"] != true => vec![value.clone(), json!(text.to_uppercase())],
                    _ => vec![value.clone()],
                };
                let taken = |answer: &Response| {
                    let detail = assert_scim_error(answer, 409, "uniqueness");
                    let (path, _) = detail.rsplit_once(": ").unwrap();
                    assert_eq!(path, attribute.path(), "the detail names the attribute, and no other");
                };
                for value in &same {
                    taken(&server.post(&kind.endpoint, &with(value)));
                    taken(&server.put(&target, &with(value)));
                    let patch = operations(json!([{ "op": "replace", "path": attribute.path(), "value": value }]));
                    taken(&server.patch(&target, &patch));
                }
                assert_unchanged(server, &kind.endpoint, &before);
                if let Some(text) = value.as_str().filter(|_| is_text && attribute.declared["caseExact"] == true) {
                    world.create(kind, &with(&json!(text.to_uppercase())));
                }
                // In another organisation it is another value, unless it is one over all.
                let answer = elsewhere.post(&kind.endpoint, &with(&value));
                match attribute.is("uniqueness", "global") {
                    true => drop(assert_scim_error(&answer, 409, "uniqueness")),
                    false => drop(answer.expect(201)),
                }
                server.delete(&format!("{}/{held}", kind.endpoint)).expect(204);
                if !attribute.is("uniqueness", "global") {
                    world.create(kind, &with(&value));
                }
            }
        }
    }

    /// 7644-3.5.1-12, 7643-2.5-01
    fn what_is_required_must_be_sent(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let whole = world.open(kind);
            let id = world.create(kind, &whole);
            let before = server.get(&format!("{}/{id}", kind.endpoint)).expect(200).json();
            for place in kind.places().filter(|place| place.declared()["required"] == true) {
                // What has a default need not be sent.
                if !place.declared()[RULES]["default"].is_null() {
                    continue;
                }
                let own = !place.either("mutability", "readOnly") && !place.attribute.refers();
                // Without its only attribute an extension is not there, and needs nothing.
                let alone = place.attribute.extension.as_ref().is_some_and(|urn| {
                    whole[urn.as_str()].as_object().is_some_and(|members| members.len() == 1)
                });
                // Some clients send null and mean true.
                let defaulted = !world.is_strict() && place.path() == "active";
                if !own || alone || defaulted || place.attribute.of(&whole).is_null() {
                    continue;
                }
                for lacking in [Value::Null, json!([]), json!("")] {
                    let mut body = whole.clone();
                    let mut value = place.attribute.of(&body).clone();
                    match (place.sub, &mut value) {
                        (None, value) => *value = lacking.clone(),
                        (Some(sub), Value::Array(values)) => values[0][sub["name"].as_str().unwrap()] = lacking.clone(),
                        (Some(sub), one) => one[sub["name"].as_str().unwrap()] = lacking.clone(),
                    }
                    if lacking == "" && (place.declared()["type"] != "string" || place.declared()["multiValued"] == true) {
                        continue;
                    }
                    place.attribute.set(&mut body, value);
                    let mut fresh = body.clone();
                    let others = kind.attributes.iter().filter(|attribute| attribute.path() != place.attribute.path());
                    for attribute in others.filter(|attribute| attribute.is_required() && !attribute.of(&whole).is_null()) {
                        attribute.set(&mut fresh, world.sample(&attribute.declared).unwrap());
                    }
                    let word = place.declared()["name"].as_str().unwrap();
                    let answer = server.post(&kind.endpoint, &fresh);
                    assert_eq!(answer.status, 400, "{} {} {lacking}: {answer}", kind.name, place.path());
                    assert_scim_error_about(&answer, 400, "invalidValue", word);
                    let target = format!("{}/{id}", kind.endpoint);
                    // What is set already and cannot change, or is not seen, may be left out of a replacement.
                    let kept = place.either("mutability", "writeOnly") || place.either("mutability", "immutable");
                    if !kept {
                        assert_scim_error_about(&server.put(&target, &body), 400, "invalidValue", word);
                    }
                }
            }
            assert_unchanged(server, &kind.endpoint, &before);
        }
    }

    /// 7643-2.1-x1, 7643-3-06
    fn names_are_known_in_any_case(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let sent = world.open(kind);
            let created = server.post(&kind.endpoint, &shouted(&sent)).expect(201).json();
            assert_holds(kind, &created, &sent);
        }
    }

    /// 7644-3.14-02a, 7644-3.14-04, 7644-3.14-x1: each write makes a version, and a write to another one is refused
    fn a_version_guards_each_type(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let created = server.post(&kind.endpoint, &world.least(kind)).expect(201);
            let (first, target) = (created.etag(), format!("{}/{}", kind.endpoint, created.id()));
            let patch = operations(json!([{ "op": "add", "path": "externalId", "value": "x" }]));
            let guarded = |method: &str| Request::new(method, target.as_str()).header("If-Match", first.clone());
            let second = server.send(guarded("PATCH").json(&patch));
            assert!([200, 204].contains(&second.status), "{second}");
            assert_ne!(second.etag(), first);
            assert_eq!(server.send(guarded("PATCH").json(&patch)).status, 412);
            assert_eq!(server.send(guarded("PUT").json(&world.least(kind))).status, 412);
            assert_eq!(server.send(guarded("DELETE")).status, 412);
            server.get(&target).expect(200);
        }
    }
}

/// The same with all names in upper case.
fn shouted(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.to_uppercase(), shouted(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(values) => values.iter().map(shouted).collect(),
        value => value.clone(),
    }
}
