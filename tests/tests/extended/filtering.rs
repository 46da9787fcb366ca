//! Filters on every attribute and sub-attribute, with every operator (RFC 7644 §3.4.2.2).
//!
//! What a filter must find is computed here from what the resources show.

use std::cmp::Ordering;

use serde_json::{Value, json};
use tests::{on_both_databases, scim::assert_scim_error};

use crate::{
    kinds::{Kind, Place, holds_nothing_to_compare, is_list, is_primary, is_required, name, subs},
    patching::ready,
    rules::with,
    samples::{World, declare},
};

const OPERATORS: [&str; 9] = ["eq", "ne", "gt", "ge", "lt", "le", "co", "sw", "ew"];

/// Resources to find: two with all that a type can have, and one with as little as possible.
struct Found<'a> {
    world: &'a World<'a>,
    kind: &'a Kind,
    all: Vec<(String, Value)>,
}

impl<'a> Found<'a> {
    fn of(world: &'a World<'a>, kind: &'a Kind) -> Self {
        let bodies = [world.open(kind), world.open(kind), world.least(kind)];
        let read = |body: &Value| {
            let id = world.create(kind, body);
            let resource = world.read(kind, &id);
            (id, resource)
        };
        Self { world, kind, all: bodies.iter().map(read).collect() }
    }

    /// A filter finds those that `matches` says.
    #[track_caller]
    fn check(&self, filter: &str, matches: impl Fn(&Value) -> bool) {
        let mut expected: Vec<String> =
            self.all.iter().filter(|(_, resource)| matches(resource)).map(|(id, _)| id.clone()).collect();
        expected.sort_unstable();
        let ids: Vec<&str> = self.all.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(self.world.find(self.kind, &ids, filter), expected, "{} {filter}\n{:#?}", self.kind.name, self.all);
    }

    #[track_caller]
    fn refused(&self, filter: &str) {
        let answer = self.world.search(self.kind, filter);
        assert_eq!(answer.status, 400, "{} {filter}: {answer}", self.kind.name);
        assert_scim_error(&answer, 400, "invalidFilter");
    }

    /// The values of a place in one of the resources, and for a place that no client writes some that none has.
    fn literals(&self, place: Place) -> Vec<Value> {
        let shown: Vec<Value> = self.all.iter().flat_map(|(_, resource)| place.values(resource)).collect();
        match shown.is_empty() {
            true => self.world.single(place.declared(), true).into_iter().collect(),
            false => shown,
        }
    }
}

/// Whether clients may filter by it: what is never returned is never compared.
fn comparable(place: &Place) -> bool {
    !place.either("returned", "never") && !place.either("mutability", "writeOnly")
}

/// The operators that a type allows. A reference to a resource is more than its text: only equality means something.
fn allows(place: Place, operator: &str) -> bool {
    let declared = place.declared();
    let is_computed = place.sub.is_some_and(|sub| name(sub) == "$ref") && place.attribute.refers();
    let equality = ["eq", "ne"].contains(&operator);
    let part = ["co", "sw", "ew"].contains(&operator);
    match declared["type"].as_str().unwrap() {
        "reference" if is_computed => equality,
        "boolean" | "binary" => equality,
        "integer" | "decimal" | "dateTime" => !part,
        _ => true,
    }
}

fn is_exact(declared: &Value) -> bool {
    declared["caseExact"] == true || declared["type"] != "string"
}

/// Whether one value fits, as its type compares.
fn fits(declared: &Value, value: &Value, operator: &str, literal: &Value) -> bool {
    let folded = |value: &Value| match value {
        Value::String(text) if !is_exact(declared) => json!(text.to_lowercase()),
        value => value.clone(),
    };
    let (value, literal) = (folded(value), folded(literal));
    let order = match (&value, &literal) {
        (Value::String(one), Value::String(two)) => one.cmp(two),
        (Value::Bool(one), Value::Bool(two)) => one.cmp(two),
        (one, two) => one.as_f64().unwrap().total_cmp(&two.as_f64().unwrap()),
    };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match operator {
        "eq" => order == Ordering::Equal,
        "ne" => order != Ordering::Equal,
        "gt" => order == Ordering::Greater,
        "ge" => order != Ordering::Less,
        "lt" => order == Ordering::Less,
        "le" => order != Ordering::Greater,
        "co" => text(&value).contains(&text(&literal)),
        "sw" => text(&value).starts_with(&text(&literal)),
        _ => text(&value).ends_with(&text(&literal)),
    }
}

/// Whether any value fits; without a value every other is different (RFC 7643 §2.5).
fn any_fits(place: Place, resource: &Value, operator: &str, literal: &Value) -> bool {
    let mut values = place.values(resource);
    if place.attribute.is_list() && place.sub.is_some_and(is_primary) {
        // RFC 7643 §2.4: a value without it is not primary.
        let owners = Place { sub: None, ..place }.values(resource);
        values = owners.iter().map(|value| json!(value["primary"] == true)).collect();
    }
    match values.as_slice() {
        [] => operator == "ne",
        values => values.iter().any(|value| fits(place.declared(), value, operator, literal)),
    }
}

/// A part of a text that suits an operator.
fn part(operator: &str, literal: &Value) -> Value {
    let Some(text) = literal.as_str() else { return literal.clone() };
    match operator {
        "co" => json!(text[2..text.len() - 2]),
        "sw" => json!(text[..text.len() - 2]),
        "ew" => json!(text[text.len() - 3..]),
        _ => literal.clone(),
    }
}

on_both_databases! {
    profiles;

    /// 7644-3.4.2.2-04, 7644-3.4.2.2-09, 7644-3.4.2.2-10, 7644-3.4.2.2-11, 7644-3.4.2.2-12, 7644-3.4.2.2-22,
    /// 7644-3.4.2.2-x2, 7644-3.4.2.2-x4, 7644-3.4.2.2-x5, 7643-7-13
    fn each_operator_finds_what_its_type_means_or_is_refused(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let found = Found::of(&world, kind);
            for place in kind.leaves().filter(comparable) {
                let path = place.path();
                let literals = found.literals(place);
                if place.lists() > 1 {
                    found.refused(&format!("{path} eq {}", literals[0]));
                    continue;
                }
                for operator in OPERATORS {
                    // With the least value only the others are greater, with the greatest only they are less.
                    let literal = if operator.starts_with('l') { literals.last() } else { literals.first() };
                    let literal = part(operator, literal.unwrap());
                    let filter = format!("{path} {operator} {literal}");
                    if allows(place, operator) {
                        found.check(&filter, |resource| any_fits(place, resource, operator, &literal));
                    } else {
                        found.refused(&filter);
                    }
                }
                let literal = &literals[0];
                found.check(&format!("not ({path} eq {literal})"), |resource| !any_fits(place, resource, "eq", literal));
            }
        }
    }

    /// 7644-3.4.2.2-x3, 7643-2.5-01
    fn what_has_a_value_is_present(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let found = Found::of(&world, kind);
            for place in kind.places().filter(comparable).filter(|place| place.lists() < 2) {
                if holds_nothing_to_compare(place.declared()) {
                    found.refused(&format!("{} pr", place.path()));
                    continue;
                }
                let is_there = |resource: &Value| !place.values(resource).is_empty();
                found.check(&format!("{} pr", place.path()), is_there);
                found.check(&format!("not ({} pr)", place.path()), |resource| !is_there(resource));
            }
        }
    }

    /// A part that is a list has no place of its own in what filters look into.
    fn a_value_with_nothing_but_a_list_is_present(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let is_list_in_list = |place: &Place| place.lists() > 1 && place.attribute.is("mutability", "readWrite");
            for place in kind.places().filter(is_list_in_list).filter(comparable) {
                let alone = |value: Value| json!([{ name(place.declared()): value }]);
                let needs_more = subs(&place.attribute.declared).any(is_required);
                let Some(value) = world.sample(place.declared()).filter(|_| !needs_more) else { continue };
                let mut body = ready(&world, kind, place.attribute);
                declare(&mut body, place.attribute);
                place.attribute.set(&mut body, alone(value));
                let id = world.create(kind, &body);
                let filter = format!("{} pr", place.attribute.path());
                if holds_nothing_to_compare(&place.attribute.declared) {
                    assert_scim_error(&world.search(kind, &filter), 400, "invalidFilter");
                    continue;
                }
                assert_eq!(world.find(kind, &[&id], &filter), [id.as_str()], "{} {}", kind.name, place.path());
                assert!(world.find(kind, &[&id], &format!("not ({filter})")).is_empty(), "{} {}", kind.name, place.path());
            }
        }
    }

    /// 7644-3.4.2.2-22, 7644-3.4.2.2-x1, 7644-3.4.2.2-x6, 7644-3.10-01a, 7644-3.10-x1, 7643-2.1-x1, 7643-2.3.7-x1
    fn names_are_known_in_any_case_and_with_their_urn_and_values_as_their_schema_says(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let found = Found::of(&world, kind);
            for place in kind.leaves().filter(comparable).filter(|place| place.lists() < 2) {
                let (path, literal) = (place.path(), found.literals(place)[0].clone());
                let full = match &place.attribute.extension {
                    Some(_) => path.clone(),
                    None => format!("{}:{path}", place.attribute.schema),
                };
                for path in [path.to_uppercase(), full.to_uppercase(), full] {
                    found.check(&format!("{path} EQ {literal}"), |resource| any_fits(place, resource, "eq", &literal));
                }
                let Some(text) = literal.as_str().filter(|_| place.declared()["type"] == "string") else { continue };
                for (operator, text) in [("eq", text), ("sw", &text[..text.len() - 2]), ("ge", text)] {
                    let other = json!(text.to_uppercase());
                    let filter = format!("{path} {operator} {other}");
                    found.check(&filter, |resource| any_fits(place, resource, operator, &other));
                }
            }
        }
    }

    /// 7644-3.4.2.2-13b, 7644-3.4.2.2-13c, 7644-3.4.2.2-14, 7644-3.4.2.2-15, 7643-2.4-01
    fn the_conditions_of_a_value_path_hold_for_one_and_the_same_value(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let found = Found::of(&world, kind);
            let whole = &found.all[0].1;
            for attribute in kind.attributes.iter().filter(|attribute| attribute.is_list()) {
                let path = attribute.path();
                let leaves: Vec<Place> = (subs(&attribute.declared))
                    .filter(|sub| !is_list(sub) && sub["type"] != "complex")
                    .map(|sub| Place { attribute, sub: Some(sub) })
                    .filter(comparable)
                    .collect();
                if leaves.is_empty() && !attribute.is("type", "complex") {
                    let place = Place { attribute, sub: None };
                    let literal = &found.literals(place)[0];
                    found.check(&format!("{path}[value eq {literal}]"), |one| any_fits(place, one, "eq", literal));
                    found.refused(&format!("{path}[other eq {literal}]"));
                }
                for place in &leaves {
                    let literal = &found.literals(*place)[0];
                    let sub = name(place.declared());
                    found.check(&format!("{path}[{sub} eq {literal}]"), |one| any_fits(*place, one, "eq", literal));
                    found.check(&format!("{path}[{sub} pr]"), |one| !place.values(one).is_empty());
                    found.check(&format!("{path}[{sub} pr and ({sub} eq {literal} or not ({sub} pr))]"), |one| {
                        place.values(one).iter().any(|value| fits(place.declared(), value, "eq", literal))
                    });
                    found.refused(&format!("{path}[nothing eq {literal}]"));
                    found.refused(&format!("{path}[{sub} eq {literal}"));
                    // Of both elements, and of one.
                    let elements = attribute.of(whole).as_array().cloned().unwrap_or_default();
                    let [one, two] = elements.as_slice() else { continue };
                    for other in leaves.iter().map(|other| name(other.declared())).filter(|other| *other != sub) {
                        let (Some(first), Some(second)) = (one.get(sub), two.get(other)) else { continue };
                        let filter = format!("{path}[{sub} eq {first} and {other} eq {second}]");
                        let both = |value: &Value| value[sub] == *first && value[other] == *second;
                        found.check(&filter, |one| Place { attribute, sub: None }.values(one).iter().any(both));
                    }
                }
            }
        }
    }

    /// 7644-3.4.2.2-13b, 7644-3.4.2.2-13c, 7644-3.4.2.2-09: a complex attribute with one value, and an extension, are one value
    fn a_value_path_looks_into_what_has_one_value(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let mut found = Found::of(&world, kind);
            for attribute in kind.attributes.iter().filter(|attribute| !attribute.is_list()) {
                // With each of its parts alone.
                for part in subs(&attribute.declared) {
                    let Some(mut value) = world.sample(&attribute.declared) else { continue };
                    let parts = value.as_object_mut().unwrap();
                    let needed = |other: &Value| other["name"] == part["name"] || is_required(other);
                    let kept: Vec<&str> = subs(&attribute.declared).filter(|other| needed(other)).map(name).collect();
                    parts.retain(|name, _| kept.contains(&name.as_str()));
                    if parts.contains_key(name(part)) && !attribute.is("mutability", "readOnly") {
                        let id = world.create(kind, &with(&world, kind, attribute, value));
                        found.all.push((id.clone(), world.read(kind, &id)));
                    }
                }
            }
            let wholes = kind.places().filter(|place| !place.attribute.is_list()).filter(comparable);
            for place in wholes.filter(|place| place.declared()["type"] != "complex" && place.lists() < 2) {
                let (outer, inner) = match (place.sub, &place.attribute.extension) {
                    (Some(sub), _) => (place.attribute.path(), name(sub)),
                    (None, Some(urn)) => (urn.clone(), place.attribute.name()),
                    (None, None) => continue,
                };
                let is_there = |resource: &Value| match place.sub {
                    Some(_) => !place.attribute.of(resource).is_null(),
                    None => !resource[&outer].is_null(),
                };
                let Some(literal) = found.literals(place).first().cloned() else { continue };
                let fits = |resource: &Value, operator| is_there(resource) && any_fits(place, resource, operator, &literal);
                found.check(&format!("{outer}[{inner} eq {literal}]"), |one| fits(one, "eq"));
                found.check(&format!("{outer}[{inner} ne {literal}]"), |one| fits(one, "ne"));
                found.check(&format!("{outer}[{inner} pr]"), |one| !place.values(one).is_empty());
                found.check(&format!("not ({outer}[{inner} eq {literal}])"), |one| !fits(one, "eq"));
                let other = format!("{outer}[not ({inner} eq {literal})]");
                found.check(&other, |one| is_there(one) && !any_fits(place, one, "eq", &literal));
            }
        }
    }

    /// Clients leave `.value` out, as in `emails co "example.com"` (RFC 7644 §3.4.2.2).
    fn a_list_is_compared_by_its_values(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let found = Found::of(&world, kind);
            let is_value = |place: &Place| place.attribute.is_list() && place.sub.is_some_and(|sub| name(sub) == "value");
            for place in kind.places().filter(is_value).filter(comparable) {
                let (path, literal) = (place.attribute.path(), &found.literals(place)[0]);
                if is_list(place.declared()) {
                    found.refused(&format!("{path} eq {literal}"));
                    continue;
                }
                for operator in ["eq", "ne"] {
                    found.check(&format!("{path} {operator} {literal}"), |one| any_fits(place, one, operator, literal));
                }
            }
        }
    }

    /// 7644-3.4.2.2-18, 7644-3.4.2.2-21, 7643-2.3.5-01a, 7643-2.3.6-01, 7643-7-23
    fn a_filter_that_means_nothing_is_refused(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let found = Found { world: &world, kind, all: Vec::new() };
            for place in kind.places() {
                let path = place.path();
                let wrong: &[&str] = match place.declared()["type"].as_str().unwrap() {
                    _ if !comparable(&place) => &["eq \"x\"", "pr", "sw \"x\""],
                    // Others read quotes and complex values as clients mean them.
                    _ if !world.is_strict() => &["like \"x\""],
                    "string" | "reference" => &["eq 5", "eq true", "eq x", "like \"x\""],
                    "boolean" => &["eq 5", "eq \"maybe\""],
                    "integer" | "decimal" => &["eq \"x\"", "eq true", "gt \"x\""],
                    "dateTime" => &["eq \"2026-13-01T00:00:00Z\"", "gt \"yesterday\"", "eq 5"],
                    "binary" => &["eq \"***\"", "eq 5"],
                    _ if is_list(place.declared()) && subs(place.declared()).any(|sub| name(sub) == "value") => &[],
                    _ => &["eq \"x\"", "co \"x\""],
                };
                for wrong in wrong {
                    found.refused(&format!("{path} {wrong}"));
                }
                found.refused(&format!("{path}.nothing eq \"x\""));
                found.refused(&format!("{path}x eq \"x\""));
            }
        }
    }

    /// 7643-2.3.5-01a, 7643-2.3.6-03, 7644-3.4.2.2-x2: instants, numbers and bytes, not texts
    fn values_are_compared_by_what_they_stand_for(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let found = Found::of(&world, kind);
            for place in kind.leaves().filter(comparable).filter(|place| place.lists() < 2) {
                let (path, literal) = (place.path(), found.literals(place)[0].clone());
                let same: Vec<String> = match place.declared()["type"].as_str().unwrap() {
                    "dateTime" => {
                        let text = literal.as_str().unwrap();
                        let day = &text[..10];
                        let hour: u32 = text[11..13].parse().unwrap();
                        let rest = text[13..].trim_end_matches('Z');
                        let zoned = match hour {
                            0..22 => format!("{day}T{:02}{rest}+02:00", hour + 2),
                            _ => format!("{day}T{:02}{rest}-02:00", hour - 2),
                        };
                        vec![format!("\"{zoned}\""), format!("\"{}.000Z\"", text.trim_end_matches('Z'))]
                    }
                    "decimal" => vec![format!("{literal}0"), format!("{literal}e0")],
                    // One after the other, so that a statement that is kept for the one is used for the next.
                    "integer" => vec![literal.to_string(), format!("{literal}.0"), literal.to_string()],
                    _ => continue,
                };
                for same in same {
                    found.check(&format!("{path} eq {same}"), |resource| any_fits(place, resource, "eq", &literal));
                    found.check(&format!("{path} gt {same}"), |resource| any_fits(place, resource, "gt", &literal));
                }
            }
        }
    }

    /// 7644-3.4.2.2-23, 7643-3.1-01
    fn what_the_server_writes_is_found_too(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            let found = Found::of(&world, kind);
            let (id, resource) = &found.all[0];
            let meta = &resource["meta"];
            found.check(&format!("id eq \"{id}\""), |one| one["id"] == id.as_str());
            found.check(&format!("meta.resourceType eq \"{}\"", kind.name), |_| true);
            found.check("meta.resourceType eq \"Nothing\"", |_| false);
            found.check(&format!("meta.location eq {}", meta["location"]), |one| one["id"] == id.as_str());
            found.check(&format!("meta.created ge {}", meta["created"]), |_| true);
            found.check(&format!("meta.lastModified lt {}", meta["lastModified"]), |_| false);
            for urn in kind.extensions.iter().map(|(urn, _)| urn).chain([&kind.schema]) {
                let has = |one: &Value| one["schemas"].as_array().unwrap().iter().any(|known| known == urn.as_str());
                found.check(&format!("schemas eq \"{urn}\""), has);
            }
        }
    }
}
