//! What attributes declare beyond RFC 7643, for every attribute that does: pattern, bounds, length, default.
//!
//! The schemas of the tests have patterns that refuse blanks and take letters and digits.

use serde_json::{Value, json};
use tests::{http::encode, on_both_databases, scim::assert_scim_error, scim::operations};

use crate::kinds::{Attribute, Kind, RULES, subs};
use crate::patching::ready;
use crate::samples::{World, declare};

/// A part of a resource that has rules: an attribute, or a sub-attribute of one.
struct Ruled<'a> {
    attribute: &'a Attribute,
    sub: Option<&'a Value>,
    rules: &'a Value,
}

impl Ruled<'_> {
    /// The name that errors give it.
    fn path(&self) -> String {
        let sub = self.sub.and_then(|sub| sub["name"].as_str());
        sub.map_or_else(|| self.attribute.path(), |sub| format!("{}.{sub}", self.attribute.path()))
    }

    /// A value of the attribute with this as one simple value.
    fn within(&self, simple: Value) -> Value {
        let single = match self.sub.and_then(|sub| sub["name"].as_str()) {
            Some(name) => json!({ name: simple }),
            None => simple,
        };
        if self.attribute.is_list() { json!([single]) } else { single }
    }

    /// The simple values that break a rule, each with a word that the refusal has.
    fn broken(&self) -> Vec<(Value, String)> {
        let declared = self.sub.unwrap_or(&self.attribute.declared);
        // Beyond the bounds of the type there is nothing.
        let beyond = |bound: &Value, step: i64| match bound.as_i64() {
            Some(bound) if declared["type"] == "integer" => bound.checked_add(step).map(Value::from),
            _ => Some(json!(bound.as_f64().unwrap() + step as f64)).filter(|beyond| beyond != bound),
        };
        let mut all = Vec::new();
        if let Some(least) = self.rules.get("minimum") {
            all.extend(beyond(least, -1).map(|value| (value, format!("must be {least} at least"))));
        }
        if let Some(greatest) = self.rules.get("maximum").filter(|greatest| !greatest.is_f64()) {
            all.extend(beyond(greatest, 1).map(|value| (value, format!("must be {greatest} at most"))));
        }
        if let Some(most) = self.rules["maxLength"].as_u64() {
            let long = if declared["type"] == "reference" { "https:" } else { "" }.to_owned()
                + &"a".repeat((most as usize / 4 + 1) * 4);
            all.push((long.into(), format!("must have {most} characters at most")));
        }
        if let Some(pattern) = self.rules["pattern"].as_str() {
            let unlike = if declared["type"] == "reference" { "http://example.com/" } else { "a b" };
            all.push((unlike.into(), format!("must match the pattern {pattern}")));
        }
        all
    }
}

fn ruled(kind: &Kind) -> Vec<Ruled<'_>> {
    let mut all = Vec::new();
    for attribute in &kind.attributes {
        all.extend(attribute.declared.get(RULES).map(|rules| Ruled { attribute, sub: None, rules }));
        all.extend(
            subs(&attribute.declared)
                .filter_map(|sub| Some(Ruled { attribute, sub: Some(sub), rules: sub.get(RULES)? })),
        );
    }
    all
}

/// The least resource of a type that has an attribute, with that value of it.
pub fn with(world: &World, kind: &Kind, attribute: &Attribute, value: Value) -> Value {
    let mut body = ready(world, kind, attribute);
    attribute.set(&mut body, value);
    declare(&mut body, attribute);
    body
}

on_both_databases! {
    /// POST, PUT and PATCH
    fn a_value_that_breaks_a_rule_is_refused_and_changes_nothing(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for part in ruled(kind) {
                let Some(good) = world.sample(&part.attribute.declared) else { continue };
                let id = world.create(kind, &with(&world, kind, part.attribute, good));
                let target = format!("{}/{id}", kind.endpoint);
                let before = server.get(&target).expect(200).json();
                for (simple, said) in part.broken() {
                    let value = part.within(simple);
                    let body = with(&world, kind, part.attribute, value.clone());
                    let change = operations(json!([{ "op": "add", "path": part.attribute.path(), "value": value }]));
                    for refusal in
                        [server.post(&kind.endpoint, &body), server.put(&target, &body), server.patch(&target, &change)]
                    {
                        assert_scim_error(&refusal, 400, "invalidValue");
                        let detail = refusal.json()["detail"].as_str().unwrap().to_owned();
                        // PATCH names the attribute alone, and an element of a list is named by its index.
                        let path = part.path();
                        let named = path.strip_prefix(part.attribute.extension.as_deref().unwrap_or_default()).unwrap();
                        let found = detail.replace("[0]", "");
                        assert!(found.contains(named.trim_start_matches(':')) && found.contains(&said), "{path}, {said}: {detail}");
                    }
                    assert_eq!(server.get(&target).expect(200).json(), before, "{}", part.path());
                }
            }
        }
    }

    /// RFC 7644 §3.5.1: POST and PUT may give what is left out a value. PATCH changes what it names.
    fn a_default_is_given_by_post_and_put_and_removed_by_patch(server) {
        let world = World::of(server);
        for kind in &world.kinds {
            for part in ruled(kind).iter().filter(|part| part.rules.get("default").is_some()) {
                let default = part.rules["default"].clone();
                let value = |resource: &Value| match part.sub.and_then(|sub| sub["name"].as_str()) {
                    Some(name) => part.attribute.of(resource)[name].clone(),
                    None => part.attribute.of(resource).clone(),
                };
                // What holds it is there, and it is not: another part of the value, another attribute of the extension.
                let beside = kind.attributes.iter().find(|other| {
                    let same = other.path() == part.attribute.path();
                    other.extension == part.attribute.extension
                        && (part.sub.is_some() == same)
                        && other.declared["mutability"] == "readWrite"
                        && ["server", "global"].iter().all(|word| other.declared["uniqueness"] != *word)
                });
                let beside = beside.unwrap();
                let mut given = world.sample(&beside.declared).unwrap();
                if let Some(name) = part.sub.and_then(|sub| sub["name"].as_str()) {
                    given.as_object_mut().unwrap().remove(name).unwrap();
                }
                let mut body = with(&world, kind, beside, given);
                if part.sub.is_none() {
                    part.attribute.set(&mut body, Value::Null);
                }
                let created = server.post(&kind.endpoint, &body).expect(201).json();
                assert_eq!(value(&created), default, "{}", part.path());
                let target = format!("{}/{}", kind.endpoint, created["id"].as_str().unwrap());
                let replaced = server.put(&target, &body).expect(200).json();
                assert_eq!(value(&replaced), default, "{}", part.path());
                let filter = encode(&format!("{} eq {default} and id eq {}", part.path(), created["id"]));
                let found = server.get(&format!("{}?filter={filter}", kind.endpoint)).expect(200).json();
                assert_eq!(found["totalResults"], 1, "{}", part.path());
                let declared = part.sub.unwrap_or(&part.attribute.declared);
                if part.attribute.is_required() || declared["mutability"] == "immutable" {
                    continue;
                }
                server.patch(&target, &operations(json!([{ "op": "remove", "path": part.path() }])));
                let removed = server.get(&target).expect(200).json();
                assert_eq!(value(&removed), Value::Null, "{}", part.path());
            }
        }
    }

    fn rules_are_shown_to_those_who_ask_for_them(server) {
        for target in ["/Schemas", "/Schemas?attributes=name"] {
            let schemas = server.get(target).expect(200).text();
            assert!(!schemas.contains(RULES), "{target}");
        }
        let asked = server.get(&format!("/Schemas?attributes={RULES}")).expect(200).json();
        let plain = server.get("/Schemas").expect(200).json();
        for (with, without) in asked["Resources"].as_array().unwrap().iter().zip(plain["Resources"].as_array().unwrap()) {
            let id = with["id"].as_str().unwrap();
            assert_eq!(server.get(&format!("/Schemas/{id}?attributes={RULES}")).expect(200).json(), *with);
            assert_eq!(server.get(&format!("/Schemas/{id}")).expect(200).json(), *without);
            assert_eq!(stripped(with), *without, "{id}");
        }
        for document in documents().iter().filter(|document| document["attributes"].is_array()) {
            let shown = asked["Resources"].as_array().unwrap().iter().find(|schema| schema["id"] == document["id"]);
            let shown = shown.unwrap_or_else(|| panic!("{} is not served", document["id"]));
            for (declared, shown) in places(document).into_iter().zip(places(shown)) {
                // The attributes of others may have rules by an overlay.
                let rules = &declared[RULES];
                assert!(rules.is_null() || &shown[RULES] == rules, "{} {}: {shown}", document["id"], declared["name"]);
            }
        }
    }

    /// What goes over all that is served goes over these: nothing that the build was made of is missing.
    fn every_document_of_the_build_is_served(server) {
        let served = |target: &str| server.get(target).expect(200).json()["Resources"].as_array().unwrap().clone();
        let (schemas, types) = (served("/Schemas"), served("/ResourceTypes"));
        for document in documents() {
            if document["attributes"].is_array() {
                assert!(schemas.iter().any(|schema| schema["id"] == document["id"]), "{}", document["id"]);
            } else if document["endpoint"].is_string() {
                assert!(types.iter().any(|kind| kind["name"] == document["name"]), "{}", document["name"]);
            } else {
                let kind = types.iter().find(|kind| kind["name"] == document["resourceType"]).unwrap();
                for extension in document["schemaExtensions"].as_array().into_iter().flatten() {
                    assert!(kind["schemaExtensions"].as_array().unwrap().contains(extension), "{extension}");
                }
            }
        }
    }
}

/// The documents that the build under test was made of: those that are shipped, and on the build of `tests/run` that has
/// them those of `tests/schemas` and of all packs.
fn documents() -> Vec<Value> {
    let variable = |name: &str| std::env::var_os(name);
    let mut folders = vec!["schemas"];
    if variable("SCIMD_BIN").is_some() && variable("SCIMD_BIN") == variable("SCIMD_BIN_EXTENDED") {
        folders.extend(["tests/schemas", "schemas/packs/agents", "schemas/packs/devices", "schemas/packs/roles"]);
    }
    let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let files = folders.iter().flat_map(|folder| [root.join(folder), root.join(folder).join("resource-types")]);
    let paths = files.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().map(|entry| entry.unwrap().path());
    let documents: Vec<Value> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
        .collect();
    assert!(documents.len() >= 5, "the documents are found");
    documents
}

/// The attributes and sub-attributes of a schema.
fn places(schema: &Value) -> Vec<&Value> {
    let attributes = schema["attributes"].as_array().unwrap().iter();
    attributes.flat_map(|attribute| std::iter::once(attribute).chain(subs(attribute))).collect()
}

/// A schema without the rules.
fn stripped(value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(stripped).collect(),
        Value::Object(members) => {
            let kept = members.iter().filter(|(key, _)| *key != RULES);
            Value::Object(kept.map(|(key, value)| (key.clone(), stripped(value))).collect())
        }
        value => value.clone(),
    }
}

/// The schemas of the second binary have every rule.
#[test]
fn every_rule_is_in_the_schemas_of_the_tests() {
    let text = include_str!("../../schemas/ruled.json");
    for key in ["index", "pattern", "minimum", "maximum", "maxLength", "default"] {
        assert!(text.contains(&format!("\"{key}\":")), "{key}");
    }
}
