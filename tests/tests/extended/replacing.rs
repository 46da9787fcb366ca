//! What a PUT keeps of an extension, and of a complex attribute, that it leaves out, of every type (RFC 7643 §7, RFC 7644
//! §3.5.1).

use serde_json::{Map, Value, json};
use tests::{on_both_databases, scim::assert_scim_error_about};

use crate::{
    kinds::{Attribute, Kind, Place, RULES, is_required, name, subs},
    patching::ready,
    samples::{World, declare, holds, showable},
};

/// An extension, or a complex attribute with one value: what a body may do without, with all that is in it.
struct Holder<'a> {
    /// The extension's URN; none for a complex attribute.
    extension: Option<&'a str>,
    /// The complex attribute, or any of the extension.
    attribute: &'a Attribute,
    /// What it holds, as the schema declares it.
    parts: Vec<&'a Value>,
}

impl Holder<'_> {
    /// The path that a client writes.
    fn path(&self) -> String {
        self.extension.map_or_else(|| self.attribute.path(), str::to_owned)
    }

    fn of<'v>(&self, resource: &'v Value) -> &'v Value {
        self.extension.map_or_else(|| self.attribute.of(resource), |urn| &resource[urn])
    }

    fn set(&self, resource: &mut Value, value: Value) {
        match self.extension {
            Some(urn) => resource[urn] = value,
            None => self.attribute.set(resource, value),
        }
    }

    /// A body that has it, with the parts of it that are wanted, and that body without it.
    fn bodies(&self, world: &World, kind: &Kind, wanted: &dyn Fn(&Value) -> bool) -> Option<(Value, Value)> {
        let value = match self.extension {
            Some(_) => members(world, self.parts.iter().copied(), wanted).into(),
            None => members(world, std::iter::once(&self.attribute.declared), wanted).remove(self.attribute.name())?,
        };
        if value == json!({}) {
            return None;
        }
        let mut without = match self.extension {
            Some(_) => world.least(kind),
            None => ready(world, kind, self.attribute),
        };
        // What holds the attribute stays without it.
        if self.extension.is_none() && self.attribute.extension.is_some() {
            let beside = beside(kind, self.attribute)?;
            beside.set(&mut without, world.sample(&beside.declared)?);
            declare(&mut without, beside);
        }
        let mut with = without.clone();
        self.set(&mut with, value);
        declare(&mut with, self.attribute);
        Some((with, without))
    }
}

/// The extensions and the complex attributes that no resource must have.
fn holders(kind: &Kind) -> Vec<Holder<'_>> {
    let mut all = Vec::new();
    for (urn, required) in &kind.extensions {
        let within: Vec<&Attribute> =
            kind.attributes.iter().filter(|attribute| attribute.extension.as_ref() == Some(urn)).collect();
        if let (Some(first), false) = (within.first(), required) {
            let parts = within.iter().map(|attribute| &attribute.declared).collect();
            all.push(Holder { extension: Some(urn), attribute: first, parts });
        }
    }
    let complex = kind.attributes.iter().filter(|attribute| {
        let single = attribute.is("type", "complex") && !attribute.is_list() && attribute.is("mutability", "readWrite");
        single && !attribute.is_required()
    });
    all.extend(complex.map(|attribute| {
        let parts = subs(&attribute.declared).collect();
        Holder { extension: None, attribute, parts }
    }));
    all
}

/// Another attribute of the same extension, that may be sent as often as one likes.
fn beside<'a>(kind: &'a Kind, attribute: &Attribute) -> Option<&'a Attribute> {
    kind.attributes.iter().find(|other| {
        let free = other.is("mutability", "readWrite") && other.is("uniqueness", "none") && other.is_shown();
        other.extension == attribute.extension
            && other.path() != attribute.path()
            && free
            && !other.is("type", "complex")
    })
}

/// Values of the wanted ones of some attributes, with the wanted parts of those that are complex.
fn members<'a>(
    world: &World,
    declared: impl Iterator<Item = &'a Value>,
    wanted: &dyn Fn(&Value) -> bool,
) -> Map<String, Value> {
    let mut all = Map::new();
    for declared in declared.filter(|declared| wanted(declared)) {
        let Some(mut value) = world.sample(declared) else { continue };
        if let Value::Object(parts) = &mut value {
            let unwanted = subs(declared).filter(|sub| !wanted(sub));
            unwanted.for_each(|sub| drop(parts.remove(name(sub))));
            if parts.is_empty() {
                continue;
            }
        }
        all.insert(name(declared).to_owned(), value);
    }
    all
}

fn is_immutable(declared: &Value) -> bool {
    declared["mutability"] == "immutable"
}

/// Whether it is immutable and has a value whenever its holder has one.
fn is_fixed(declared: &Value) -> bool {
    is_immutable(declared) && (is_required(declared) || !declared[RULES]["default"].is_null())
}

/// What stays of a value whose holder nobody sends: what is immutable, and beside it what is required.
fn staying(parts: &[&Value], value: &Value) -> Value {
    let mut left = Map::new();
    for part in parts {
        let value = &value[name(part)];
        let stays = match value {
            Value::Null => Value::Null,
            value if is_immutable(part) => value.clone(),
            Value::Object(_) => staying(&subs(part).collect::<Vec<_>>(), value),
            _ => Value::Null,
        };
        if !stays.is_null() {
            left.insert(name(part).to_owned(), stays);
        }
    }
    if left.is_empty() {
        return Value::Null;
    }
    for part in parts.iter().filter(|part| is_required(part)) {
        let value = &value[name(part)];
        if !value.is_null() {
            left.entry(name(part)).or_insert_with(|| value.clone());
        }
    }
    left.into()
}

/// A value without the parts that the tests do not look for: those that are never shown.
fn shown(holder: &Holder, value: &Value) -> Value {
    let members = value.as_object().into_iter().flatten();
    let parts = members.filter_map(|(key, value)| {
        let part = holder.parts.iter().find(|part| name(part) == key)?;
        (part["returned"] != "never").then(|| (key.clone(), showable(part, value)))
    });
    Value::Object(parts.filter(|(_, value)| *value != json!({})).collect())
}

/// Whether a resource names an extension in its `schemas`.
fn names(resource: &Value, urn: &str) -> bool {
    resource["schemas"].as_array().unwrap().iter().any(|named| named == urn)
}

on_both_databases! {
    profiles;

    /// 7644-3.5.1-07b, 7644-3.5.1-08: with what is writeOnly in it
    fn an_extension_and_a_complex_attribute_go_when_they_are_left_out_or_null(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for holder in holders(kind) {
                // What cannot be made without a part that stays cannot go.
                let goes = |declared: &Value| !is_immutable(declared) && !subs(declared).any(is_fixed);
                let stays = holder.parts.iter().any(|part| is_fixed(part) || is_required(part) && !goes(part));
                let bodies = holder.bodies(&world, kind, &goes);
                let Some((with, without)) = bodies.filter(|_| !stays) else { continue };
                let mut null = without.clone();
                holder.set(&mut null, Value::Null);
                for body in [without, null] {
                    let target = format!("{}/{}", kind.endpoint, world.create(kind, &with));
                    if let Some(urn) = holder.extension {
                        assert!(names(&server.get(&target).expect(200).json(), urn));
                    }
                    let read = server.put(&target, &body).expect(200).json();
                    assert!(holder.of(&read).is_null(), "{} {}: {read}", kind.name, holder.path());
                    if let Some(urn) = holder.extension {
                        assert!(!names(&read, urn), "{} {urn}: {read}", kind.name);
                    }
                    // Nothing is left of it that comes back with it.
                    let before = server.get(&target).expect(200);
                    assert_eq!(server.put(&target, &body).expect(200).etag(), before.etag());
                    assert!(holder.of(&before.json()).is_null());
                    server.delete(&target).expect(204);
                }
            }
        }
    }

    /// 7643-7-20, 7644-3.5.1-07b
    fn of_what_is_left_out_what_is_immutable_stays_with_what_must_be_beside_it(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for holder in holders(kind) {
                let Some((with, without)) = holder.bodies(&world, kind, &|_| true) else { continue };
                let expected = staying(&holder.parts, holder.of(&with));
                if expected.is_null() {
                    continue;
                }
                let mut null = without.clone();
                holder.set(&mut null, Value::Null);
                for body in [without, null] {
                    let id = world.create(kind, &with);
                    let target = format!("{}/{id}", kind.endpoint);
                    let answer = server.put(&target, &body).expect(200);
                    let (read, expected) = (world.read(kind, &id), shown(&holder, &expected));
                    let found = holder.of(&read);
                    assert!(holds(found, &expected), "{} {}: {found}, not {expected}", kind.name, holder.path());
                    for part in &holder.parts {
                        let is_gone = expected[name(part)].is_null();
                        assert!(!is_gone || found[name(part)].is_null(), "{} {}: {found}", kind.name, holder.path());
                        for sub in subs(part).filter(|sub| !is_gone && sub["name"] != "$ref") {
                            let (found, expected) = (&found[name(part)][name(sub)], &expected[name(part)][name(sub)]);
                            assert_eq!(found, expected, "{} {} {sub}", kind.name, holder.path());
                        }
                    }
                    if let Some(urn) = holder.extension {
                        assert!(names(&answer.json(), urn), "{} {urn}: {answer}", kind.name);
                    }
                    assert_eq!(server.put(&target, &body).expect(200).etag(), answer.etag());
                    server.delete(&target).expect(204);
                }
            }
        }
    }

    /// 7644-3.5.1-07a, 7644-3.5.1-08, 7644-3.5.1-12: no answer shows it, but a version says whether anything has changed
    fn what_is_write_only_stays_when_it_alone_is_left_out_and_goes_when_it_is_null(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let write_only = kind.places().filter(|place| {
                let own = place.sub.is_none() || place.attribute.is("mutability", "readWrite") && !place.attribute.is_list();
                own && place.declared()["mutability"] == "writeOnly" && place.declared()[RULES]["default"].is_null()
            });
            for place in write_only {
                let mut with = ready(&world, kind, place.attribute);
                if let Some(beside) = beside(kind, place.attribute).filter(|_| place.attribute.extension.is_some()) {
                    beside.set(&mut with, world.sample(&beside.declared).unwrap());
                }
                place.attribute.set(&mut with, world.sample(&place.attribute.declared).unwrap());
                declare(&mut with, place.attribute);
                let null = changed(place, &with, Some(Value::Null)).unwrap();
                // Without its only attribute an extension is not sent.
                let Some(without) = changed(place, &with, None) else { continue };
                let made = server.post(&kind.endpoint, &with).expect(201);
                let target = format!("{}/{}", kind.endpoint, made.id());
                let kept = server.put(&target, &without).expect(200);
                assert_eq!(kept.etag(), made.etag(), "{} {}", kind.name, place.path());
                let answer = server.put(&target, &null);
                if is_required(place.declared()) {
                    assert_scim_error_about(&answer, 400, "invalidValue", name(place.declared()));
                    continue;
                }
                assert_ne!(answer.expect(200).etag(), made.etag(), "{} {}", kind.name, place.path());
                let again = server.put(&target, &without).expect(200).etag();
                assert_eq!(again, server.put(&target, &null).expect(200).etag(), "{} {}", kind.name, place.path());
                server.delete(&target).expect(204);
            }
        }
    }
}

/// A body with another value at a place, or with none; nothing if there is nothing beside it.
fn changed(place: Place, body: &Value, value: Option<Value>) -> Option<Value> {
    let mut body = body.clone();
    let mut holder = match (place.sub, &place.attribute.extension) {
        (Some(_), _) => place.attribute.of(&body).clone(),
        (None, Some(urn)) => body[urn.as_str()].clone(),
        (None, None) => body.clone(),
    };
    let members = holder.as_object_mut().unwrap();
    match value {
        Some(value) => drop(members.insert(name(place.declared()).to_owned(), value)),
        None => drop(members.remove(name(place.declared()))),
    }
    if members.is_empty() {
        return None;
    }
    match (place.sub, &place.attribute.extension) {
        (Some(_), _) => place.attribute.set(&mut body, holder),
        (None, Some(urn)) => body[urn.as_str()] = holder,
        (None, None) => body = holder,
    }
    Some(body)
}
