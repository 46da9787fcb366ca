//! What the profile `strict` refuses beyond the oracle, which reads a few things by choice: a bare value for a complex
//! one, paths as names in a value, an echo of what is readOnly.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::message::member;
use crate::path::{Target, resolve};
use crate::schema::{Attribute, Mutability, ResourceType, find};

/// The scimTypes that a message may be refused with for its form.
pub fn refusals(kind: &ResourceType, message: &Value) -> BTreeSet<&'static str> {
    let mut types = BTreeSet::new();
    let operations = message.as_object().and_then(|message| member(message, "Operations")).and_then(Value::as_array);
    for operation in operations.into_iter().flatten().filter_map(Value::as_object) {
        let text = |name| member(operation, name).and_then(Value::as_str);
        let value = member(operation, "value").unwrap_or(&Value::Null);
        if text("op").is_some_and(|op| op.eq_ignore_ascii_case("remove")) {
            continue;
        }
        match text("path") {
            Some(path) => {
                if let Ok(target) = resolve(kind, path) {
                    bare_values(leaf(&target), value, &mut types);
                }
            }
            None => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    named(kind, name, value, &mut types);
                }
            }
        }
    }
    types
}

fn leaf<'a>(target: &Target<'a>) -> &'a Attribute {
    target.sub.unwrap_or(target.attribute)
}

/// An attribute that is named in a value.
fn named(kind: &ResourceType, name: &str, value: &Value, types: &mut BTreeSet<&'static str>) {
    let Ok(target) = resolve(kind, name) else { return };
    if !target.attribute.name.eq_ignore_ascii_case(name) {
        types.insert("invalidSyntax");
    }
    if target.attribute.name == "schemas" {
        return;
    }
    if [Some(target.attribute), target.sub].into_iter().flatten().any(|it| it.mutability == Mutability::ReadOnly) {
        types.insert("mutability");
    }
    bare_values(leaf(&target), value, types);
}

/// Bare values at any depth where the schema has complex ones.
fn bare_values(attribute: &Attribute, value: &Value, types: &mut BTreeSet<&'static str>) {
    match value {
        Value::Array(elements) => elements.iter().for_each(|element| bare_values(attribute, element, types)),
        Value::Object(object) => {
            for (name, value) in object {
                if let Some(sub) = find(&attribute.subs, name) {
                    bare_values(sub, value, types);
                }
            }
        }
        Value::Null => {}
        _ => {
            if attribute.sub("value").is_some() {
                types.insert("invalidValue");
            }
        }
    }
}
