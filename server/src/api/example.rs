//! What the OpenAPI document shows of resources as they are sent, changed and answered: what the schemas' documents have as
//! an example, and what follows from the metadata where they have none.

use serde_json::{Map, Value, json};

use crate::scim::schema::{Attribute, Constant, DataType, Mutability, ResourceType, Returned, Role, Uniqueness};

/// A resource that could be sent as it stands: what was declared as an example, what is required, and what is telling.
pub fn sent(kind: &ResourceType) -> Value {
    let declared: Map<String, Value> = serde_json::from_str(kind.example).unwrap_or_default();
    let is_told = |value: &&Value| value.as_object().is_none_or(|members| !members.is_empty());
    let is_whole = declared.values().any(|value| is_told(&value));
    let mut urns = vec![kind.schema];
    let mut resource = Map::new();
    resource.insert("schemas".to_owned(), Value::Null);
    for attribute in kind.attributes.iter().filter(|attribute| attribute.role != Role::Schemas) {
        let is_extension = attribute.role == Role::Extension;
        let value = declared.get(attribute.name);
        // A declared example is whole, but for what is required and for extensions that others have added.
        let wanted = !is_whole || attribute.required || value.is_some();
        let guessed = || Some(attribute).filter(|_| wanted && is_telling(attribute)).and_then(guess);
        if let Some(value) = value.filter(is_told).cloned().or_else(guessed) {
            resource.insert(attribute.name.to_owned(), value);
            urns.extend(is_extension.then_some(attribute.name));
        }
    }
    // Of a type that asks for nothing, something.
    if resource.len() == 1 {
        let own = kind.attributes.iter().filter(|one| matches!(one.role, Role::Plain | Role::Hashed) && is_sent(one));
        let of_base = own.filter(|attribute| attribute.schema == kind.schema && !refers(attribute));
        resource.extend(of_base.filter_map(|one| Some((one.name.to_owned(), guess(one)?))).take(1));
    }
    resource.insert("schemas".to_owned(), urns.into());
    resource.into()
}

/// The same as the server answers it.
pub fn answered(kind: &ResourceType) -> Value {
    const ID: &str = "01a20b7d-f572-7000-bd38-26f61b11d03c";
    const TIME: &str = "2026-01-31T12:00:00.000Z";
    let mut resource = sent(kind);
    if let Some(members) = resource.as_object_mut() {
        show(kind.attributes, members);
        members.insert("id".to_owned(), ID.into());
        let location = format!("https://scim.example.com/scim/v2{}/{ID}", kind.endpoint);
        let meta = json!({
            "resourceType": kind.name,
            "created": TIME,
            "lastModified": TIME,
            "location": location,
            "version": "W/\"1\"",
        });
        members.insert("meta".to_owned(), meta);
    }
    resource
}

/// Takes out what an answer does not show by itself.
fn show(attributes: &[Attribute], members: &mut Map<String, Value>) {
    members.retain(|name, value| {
        let Some(attribute) = attributes.iter().find(|attribute| attribute.name == name) else { return true };
        let values = match value {
            Value::Array(values) => &mut values[..],
            value => std::slice::from_mut(value),
        };
        values.iter_mut().filter_map(Value::as_object_mut).for_each(|parts| show(attribute.sub_attributes, parts));
        matches!(attribute.returned, Returned::Always | Returned::Default)
    });
}

/// A PATCH that replaces an attribute of the example by its value there, a simple one if it has any; nothing if it has none
/// that is free to change.
pub fn patch(kind: &ResourceType) -> Option<Value> {
    let sent = sent(kind);
    let is_free = |attribute: &&Attribute| {
        attribute.mutability == Mutability::ReadWrite && attribute.uniqueness == Uniqueness::None
    };
    let is_plain = |attribute: &Attribute| {
        attribute.role == Role::Plain
            && !attribute.is_complex()
            && !attribute.multi_valued
            && !attribute.schema.is_empty()
    };
    let shown = kind.attributes.iter().filter(is_free).filter_map(|one| Some((one, sent.get(one.name)?)));
    let (attribute, value) = shown.min_by_key(|(attribute, _)| !is_plain(attribute))?;
    let path = attribute.name;
    Some(json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{ "op": "replace", "path": path, "value": value }],
    }))
}

/// Whether an example of it, or of a part of it, shows something that matters.
fn is_telling(attribute: &Attribute) -> bool {
    let found = !refers(attribute) && (attribute.indexed || attribute.sub_attributes.iter().any(is_telling));
    is_sent(attribute) && (attribute.required || found)
}

/// Whether it is a client's to give. What is in a relation has to be there.
fn is_sent(attribute: &Attribute) -> bool {
    attribute.mutability != Mutability::ReadOnly && !matches!(attribute.role, Role::Relation(_) | Role::Ref)
}

/// Whether it refers to a resource of this server, and had better name one that is there.
fn refers(attribute: &Attribute) -> bool {
    attribute.sub_attributes.iter().any(|sub| sub.role == Role::Ref)
}

/// A value that its rules allow; none if that takes more than guessing.
fn guess(attribute: &Attribute) -> Option<Value> {
    let rules = attribute.rules;
    let given = rules.and_then(|rules| rules.default.or(rules.minimum).or(rules.maximum)).map(constant);
    let single = match attribute.data_type {
        DataType::Complex => {
            // An extension has many attributes, a value few parts.
            let wanted = |sub: &&Attribute| match attribute.role {
                Role::Extension => is_telling(sub),
                _ => sub.required || sub.data_type != DataType::Reference,
            };
            let sent = || attribute.sub_attributes.iter().filter(|sub| is_sent(sub));
            let sampled = |sub: &Attribute| Some((sub.name.to_owned(), guess(sub)?));
            let mut parts: Map<_, _> = sent().filter(wanted).filter_map(sampled).collect();
            // An empty one is none.
            if parts.is_empty() {
                parts.extend(sent().find_map(sampled));
            }
            (!parts.is_empty()).then(|| parts.into())?
        }
        _ if given.is_some() => given?,
        DataType::Boolean => true.into(),
        DataType::Decimal => 1.5.into(),
        DataType::Integer => 1.into(),
        DataType::DateTime => "2026-01-31T12:00:00Z".into(),
        DataType::Binary => "c2NpbWQ=".into(),
        DataType::Reference => "https://example.com/".into(),
        DataType::String => attribute.canonical_values.first().copied().unwrap_or(attribute.name).into(),
    };
    let unfit = |text: &str| {
        rules.is_some_and(|rules| {
            rules.max_length.is_some_and(|most| text.chars().count() > most)
                || rules.pattern.is_some_and(|pattern| !pattern.matches(text))
        })
    };
    let fit = !single.as_str().is_some_and(unfit);
    fit.then(|| if attribute.multi_valued { json!([single]) } else { single })
}

/// A declared value as JSON.
pub fn constant(constant: Constant) -> Value {
    match constant {
        Constant::Boolean(value) => value.into(),
        Constant::Integer(value) => value.into(),
        Constant::Decimal(value) => value.into(),
        Constant::Text(text) => text.into(),
    }
}
