//! Examples: a resource as clients send it, for those who read the OpenAPI document or try requests in Swagger UI.

use serde_json::{Map, Value};

use super::{object::COMMENT, rules, storage::Owner};
use crate::{
    Faults,
    declaration::{AttributeDeclaration, DataType, EXAMPLE, Mutability, ResourceTypeDeclaration, SchemaDeclaration},
    read::Cursor,
};

/// The document that describes examples.
pub(super) const SECTION: &str = "docs/extending.md, examples";

/// What to do about a member that cannot be.
const LEAVE: &str = "leave it out";

/// Checks the example that a document has for the resource type at a position, and adds it to the one that is there.
pub(super) fn example(
    document: &Cursor<'_>,
    position: usize,
    schemas: &[SchemaDeclaration],
    resource_types: &mut [ResourceTypeDeclaration],
    faults: &mut Faults,
) {
    let Some(cursor) = document.member(EXAMPLE).map(|cursor| cursor.by(SECTION)) else { return };
    let declared = &resource_types[position];
    let owner = Owner::new(declared, schemas);
    let mut found = Map::new();
    for (name, at) in members(&cursor, faults) {
        if name.eq_ignore_ascii_case("externalId") {
            if !at.value.is_string() {
                faults.push(at.fault("a string is expected here", None));
            }
            found.insert("externalId".to_owned(), at.value.clone());
        } else if let Some(extension) = owner.extension(name) {
            let parts = level(&at, &extension.name, &extension.attributes, faults);
            found.insert(extension.id.clone(), Value::Object(parts));
        } else if let Some(attribute) = owner.top(&at, name, faults)
            && let Some(value) = value(&at, attribute, faults)
        {
            found.insert(attribute.name.clone(), value);
        }
    }
    resource_types[position].example.extend(found);
}

/// The members of an object, but for comments.
fn members<'a>(cursor: &Cursor<'a>, faults: &mut Faults) -> Vec<(&'a str, Cursor<'a>)> {
    let Value::Object(members) = cursor.value else {
        faults.push(cursor.fault("an object is expected here", None));
        return Vec::new();
    };
    let told = members.keys().filter(|key| *key != COMMENT);
    told.filter_map(|key| match cursor.member(key) {
        Some(member) => Some((key.as_str(), member)),
        None => {
            faults.push(cursor.fault_below(key, format!("\"{key}\" has no value"), Some(LEAVE.to_owned())));
            None
        }
    })
    .collect()
}

/// The values of the attributes of an extension, or of the parts of a complex value.
fn level(
    cursor: &Cursor<'_>,
    owner: &str,
    attributes: &[AttributeDeclaration],
    faults: &mut Faults,
) -> Map<String, Value> {
    let mut found = Map::new();
    for (name, at) in members(cursor, faults) {
        let Some(attribute) = attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name)) else {
            let help = crate::fault::did_you_mean(name, attributes.iter().map(|attribute| attribute.name.as_str()));
            faults.push(at.fault(format!("\"{owner}\" has no attribute \"{name}\""), help));
            continue;
        };
        if let Some(value) = value(&at, attribute, faults) {
            found.insert(attribute.name.clone(), value);
        }
    }
    found
}

/// The value, or the list of values, of an attribute; nothing if a client could not send it.
fn value(at: &Cursor<'_>, attribute: &AttributeDeclaration, faults: &mut Faults) -> Option<Value> {
    let name = &attribute.name;
    if attribute.mutability == Mutability::ReadOnly {
        faults.push(at.fault(format!("\"{name}\" is readOnly: no client sends it"), Some(LEAVE.to_owned())));
        return None;
    }
    if attribute.sub_attributes.iter().any(|sub| attribute.computes(sub)) {
        let message = format!("\"{name}\" refers to resources of this server, and no example knows their ids");
        faults.push(at.fault(message, Some(LEAVE.to_owned())));
        return None;
    }
    if !attribute.multi_valued {
        return single(at, attribute, faults);
    }
    if at.value.as_array().is_none_or(Vec::is_empty) {
        faults.push(at.fault(format!("\"{name}\" is multi-valued: a list of values is expected here"), None));
        return None;
    }
    Some(at.elements().iter().filter_map(|element| single(element, attribute, faults)).collect())
}

fn single(at: &Cursor<'_>, attribute: &AttributeDeclaration, faults: &mut Faults) -> Option<Value> {
    match attribute.data_type {
        DataType::Complex => Some(Value::Object(level(at, &attribute.name, &attribute.sub_attributes, faults))),
        DataType::DateTime | DataType::Binary => {
            if !at.value.is_string() {
                faults.push(at.fault("a string is expected here", None));
            }
            Some(at.value.clone())
        }
        _ => {
            let constant = rules::constant(at, attribute, faults)?;
            if let Some(rule) = rules::broken(&attribute.rules, &constant) {
                let help = format!("choose another, or mend \"{rule}\"");
                faults.push(at.fault(format!("the example breaks \"{rule}\""), Some(help)));
            }
            Some(at.value.clone())
        }
    }
}
