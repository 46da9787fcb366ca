//! The resources that filters are evaluated on and that PATCH changes, and what holds for every resource.

use std::sync::LazyLock;

use serde_json::{Map, Number, Value as Tree};

use crate::scim::{
    canonical::{self, Purpose},
    error::Error,
    filter, generated, json,
    patch::{self, Operation, RelationChange, RelationEffect},
    quirks::{self, Fired, Profile, Quirks},
    render,
    schema::{Attribute, ResourceType},
    value::{Complex, Value},
};

/// The types of the server.
pub const TYPES: [&ResourceType; 2] = [&generated::USER, &generated::GROUP];

/// The resources: a user with a value of everything, one with nothing but a name, a group.
pub static RESOURCES: LazyLock<Vec<(&'static ResourceType, Complex)>> = LazyLock::new(|| {
    let sample = |kind: &'static ResourceType, text: &str| {
        let body = json::parse(text.as_bytes()).expect("a sample is JSON");
        let mut root = canonical::resource(kind, body, Purpose::Create).expect("a sample is valid");
        let (id, _) = kind.attribute("id").expect("a resource has an id");
        root.set(id, Value::Text("01a20b7d-f572-7000-bd38-26f61b11d03c".to_owned()));
        (kind, root)
    };
    vec![
        sample(&generated::USER, include_str!("sample/rich.json")),
        sample(&generated::USER, include_str!("sample/bare.json")),
        sample(&generated::GROUP, include_str!("sample/group.json")),
    ]
});

/// The name of the type behind an endpoint.
pub fn type_of_endpoint(endpoint: &str) -> Option<&'static str> {
    TYPES.iter().find(|kind| kind.endpoint.eq_ignore_ascii_case(endpoint)).map(|kind| kind.name)
}

/// Applies a PATCH body to all resources of its type; what is accepted must leave a resource.
pub fn patch(body: &[u8]) {
    let Ok(body) = json::parse(body) else { return };
    for (kind, resource) in RESOURCES.iter() {
        apply(kind, resource, patch::parse(kind, body.clone(), type_of_endpoint));
        for profile in [Profile::Default, Profile::Entra, Profile::Strict] {
            let quirks = Quirks { profile, fired: &Fired::default() };
            let rewritten = quirks::patch::rewrite(&quirks, kind, body.clone());
            let operations = rewritten.and_then(|body| patch::parse(kind, body, type_of_endpoint));
            apply(
                kind,
                resource,
                operations.map(|mut operations| {
                    quirks::patch::settle(&quirks, &mut operations);
                    operations
                }),
            );
        }
    }
}

fn apply(kind: &'static ResourceType, resource: &Complex, operations: Result<Vec<Operation>, Error>) {
    let operations = match operations {
        Ok(operations) => operations,
        Err(error) => {
            assert!(!error.detail.is_empty(), "an error says what is wrong");
            return;
        }
    };
    let mut root = resource.clone();
    let Ok(effects) = patch::apply(kind, &mut root, operations.clone()) else { return };
    check(kind, &root);
    for RelationEffect { relation, change, .. } in &effects.relations {
        check_change(&kind.attributes[kind.relations[*relation].position], change);
    }
    let mut again = resource.clone();
    assert_eq!(patch::apply(kind, &mut again, operations), Ok(effects));
    assert_eq!(again, root, "the same operations make the same resource");
}

/// Rewrites a filter as tolerant organisations read it: what was rewritten is clean.
pub fn rewrite(text: &str) {
    let quirks = Quirks { profile: Profile::Default, fired: &Fired::default() };
    if let Ok(once) = quirks::filter::filter(&quirks, &TYPES, text) {
        assert_eq!(quirks::filter::filter(&quirks, &TYPES, &once).as_deref(), Ok(&*once), "{text}");
    }
}

/// What holds for a resource of that type.
pub fn check(kind: &'static ResourceType, root: &Complex) {
    check_level(kind.attributes, root);
    let text = tree(kind.attributes, root).to_string();
    assert_eq!(render::parse_document(kind, &text).as_ref(), Ok(root), "what is stored is read back: {text}");
    // A client that sends back what it got changes nothing.
    let body = json::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"));
    let sent = canonical::resource(kind, body, Purpose::Replace).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(canonical::replace(kind, root, sent, &[]).as_ref(), Ok(root), "a PUT of {text} changes it");
}

fn check_level(level: &[Attribute], complex: &Complex) {
    for (attribute, value) in complex.attributes(level) {
        let name = attribute.name;
        assert_eq!(matches!(value, Value::List(_)), attribute.multi_valued, "{name}");
        assert!(!value.as_list().is_empty(), "{name} is an empty list");
        for element in value.as_list() {
            match element {
                Value::List(_) => panic!("{name} is a list of lists"),
                Value::Complex(parts) => {
                    assert!(attribute.is_complex() && !parts.is_empty(), "{name} is an empty object");
                    check_level(attribute.sub_attributes, parts);
                }
                _ => assert!(!attribute.is_complex(), "{name} is no object"),
            }
        }
        if let Some((position, _)) = attribute.sub_attribute("primary") {
            let primary = |element: &&Value| {
                element.as_complex().and_then(|parts| parts.get(position)) == Some(&Value::Boolean(true))
            };
            assert!(value.as_list().iter().filter(primary).count() <= 1, "{name} has two primary values");
        }
    }
}

fn check_change(attribute: &Attribute, change: &RelationChange) {
    let (RelationChange::Add(values) | RelationChange::Remove(values) | RelationChange::Replace(values)) = change
    else {
        return;
    };
    let (position, _) = attribute.sub_attribute("value").expect("a relation has a value");
    for value in values {
        let target = value.as_complex().and_then(|parts| parts.get(position)?.as_text());
        assert!(target.is_some_and(|target| !target.is_empty()), "a value of {} has no target", attribute.name);
    }
}

/// Resolves a parsed filter for every type, in both ways, and evaluates it.
pub fn search(parsed: &filter::Filter) {
    for (kind, root) in RESOURCES.iter() {
        let strict = filter::resolve(kind, parsed.clone(), filter::Unknown::Refuse, type_of_endpoint);
        let lenient = filter::resolve(kind, parsed.clone(), filter::Unknown::NoValue, type_of_endpoint);
        if let Ok(condition) = &strict {
            assert_eq!(lenient.as_ref(), Ok(condition), "a filter without unknown names means the same everywhere");
        }
        let Ok(condition) = lenient else { continue };
        let matched = filter::matches(&condition, root);
        assert_eq!(filter::matches(&filter::Condition::Not(Box::new(condition)), root), !matched);
    }
}

/// A level as JSON, with everything that is in it.
fn tree(level: &[Attribute], complex: &Complex) -> Tree {
    let members = complex.attributes(level).map(|(attribute, value)| (attribute.name.to_owned(), of(attribute, value)));
    Tree::Object(Map::from_iter(members))
}

fn of(attribute: &Attribute, value: &Value) -> Tree {
    match value {
        Value::Boolean(boolean) => Tree::Bool(*boolean),
        Value::Integer(integer) => Tree::from(*integer),
        Value::Decimal(decimal) => Tree::Number(Number::from_f64(*decimal).expect("a decimal is finite")),
        Value::Text(text) => Tree::from(text.as_str()),
        Value::Complex(parts) => tree(attribute.sub_attributes, parts),
        Value::List(elements) => elements.iter().map(|element| of(attribute, element)).collect(),
    }
}
