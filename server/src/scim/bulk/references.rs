//! References to resources that the same bulk request creates: `bulkId:x` in place of an id (RFC 7644 §3.7.2).
//!
//! They stand where an id stands: in the `value` and `$ref` of an attribute that refers to resources, in an attribute of
//! the type reference that may name one, and in the filters of PATCH paths. Anywhere else `bulkId:x` is a text.

use super::Created;
use crate::scim::filter::Condition;
use crate::scim::json::Json;
use crate::scim::key::Key;
use crate::scim::patch::{Operation, Target};
use crate::scim::path::AttributePath;
use crate::scim::schema::{Attribute, DataType, ResourceType, Role, find};

/// What a reference begins with.
pub const PREFIX: &str = "bulkId:";

/// Gives the resource of a bulkId, or leaves the reference as it is.
pub type Resolve<'a> = dyn FnMut(&str) -> Option<Created> + 'a;

/// Replaces the references in the body of a POST or PUT.
pub fn in_resource(kind: &'static ResourceType, body: &mut Json, resolve: &mut Resolve<'_>) {
    level(None, kind.attributes, body, resolve);
}

/// Replaces the references in the operations of a PATCH.
pub fn in_operations(kind: &'static ResourceType, operations: &mut [Operation], resolve: &mut Resolve<'_>) {
    for operation in operations {
        let (parent, attribute) = match &mut operation.target {
            Target::Attribute(path) => (parent(kind, path), path.attribute),
            Target::Values { path, condition, sub, seed } => {
                if refers(path.attribute) {
                    in_condition(condition, resolve);
                }
                for (name, value) in seed.iter_mut().flatten() {
                    if let Some((_, sub)) = find(path.attribute.sub_attributes, name) {
                        assigned(Some(path.attribute), sub, value, resolve);
                    }
                }
                match sub {
                    Some((_, sub)) => (Some(path.attribute), *sub),
                    None => (parent(kind, path), path.attribute),
                }
            }
        };
        if let Some(value) = &mut operation.value {
            assigned(parent, attribute, value, resolve);
        }
    }
}

fn parent(kind: &'static ResourceType, path: &AttributePath) -> Option<&'static Attribute> {
    let chain = path.chain(kind);
    chain.len().checked_sub(2).and_then(|index| chain.get(index).copied())
}

/// Whether the values of an attribute refer to resources by an id in `value`.
fn refers(attribute: &Attribute) -> bool {
    matches!(attribute.role, Role::Relation(_)) || attribute.sub_attributes.iter().any(|sub| sub.role == Role::Ref)
}

fn level(parent: Option<&Attribute>, attributes: &'static [Attribute], json: &mut Json, resolve: &mut Resolve<'_>) {
    let Json::Object(members) = json else { return };
    for (name, value) in members {
        if let Some((_, attribute)) = find(attributes, name) {
            assigned(parent, attribute, value, resolve);
        }
    }
}

fn assigned(parent: Option<&Attribute>, attribute: &'static Attribute, json: &mut Json, resolve: &mut Resolve<'_>) {
    match json {
        Json::Array(elements) => {
            elements.iter_mut().for_each(|element| assigned(parent, attribute, element, resolve));
        }
        Json::Object(_) => level(Some(attribute), attribute.sub_attributes, json, resolve),
        // A bare text stands for the `value` of a complex attribute.
        Json::String(text) if attribute.is_complex() && refers(attribute) => id(text, resolve),
        Json::String(text) if parent.is_some_and(refers) && is_value(attribute) => id(text, resolve),
        Json::String(text) if parent.is_some_and(refers) && attribute.role == Role::Ref => last(text, resolve),
        Json::String(text) if attribute.data_type == DataType::Reference => reference(attribute, text, resolve),
        _ => {}
    }
}

/// A schema may write the name in another case.
fn is_value(attribute: &Attribute) -> bool {
    attribute.name.eq_ignore_ascii_case("value")
}

fn id(text: &mut String, resolve: &mut Resolve<'_>) {
    if let Some(created) = text.strip_prefix(PREFIX).and_then(resolve) {
        *text = created.id.to_string();
    }
}

/// A `$ref` ends in the id.
fn last(text: &mut String, resolve: &mut Resolve<'_>) {
    let start = text.rfind('/').map_or(0, |slash| slash + 1);
    let mut last = text.split_off(start);
    id(&mut last, resolve);
    text.push_str(&last);
}

/// A reference by itself holds a URL, relative to the base URL (RFC 7643 §2.3.7).
fn reference(attribute: &Attribute, text: &mut String, resolve: &mut Resolve<'_>) {
    let external = |name: &&str| matches!(*name, "external" | "uri");
    if attribute.reference_types.iter().all(external) {
        return;
    }
    if let Some(created) = text.strip_prefix(PREFIX).and_then(resolve) {
        *text = format!("{}/{}", created.kind.endpoint.trim_start_matches('/'), created.id);
    }
}

fn in_condition(condition: &mut Condition, resolve: &mut Resolve<'_>) {
    match condition {
        Condition::And(parts) | Condition::Or(parts) => {
            parts.iter_mut().for_each(|part| in_condition(part, resolve));
        }
        Condition::Not(part) | Condition::Any { condition: part, .. } => in_condition(part, resolve),
        Condition::Compare { path, key: Key::Text(text), .. } if is_value(path.attribute) => id(text, resolve),
        Condition::Compare { path, key: Key::Text(text), .. } if path.attribute.role == Role::Ref => {
            last(text, resolve)
        }
        Condition::Compare { .. } | Condition::Present(_) | Condition::Constant(_) => {}
    }
}
