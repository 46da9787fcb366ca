//! Values checked against the schema (RFC 7643 §2.3 – §2.5) and put into the schema's spelling.

use serde_json::{Map, Value};

use crate::patch::{Error, error};
use crate::schema::{Attribute, Mutability, Type};

/// A value of an attribute as it would be kept; none is unassigned.
pub fn clean(attribute: &Attribute, value: &Value) -> Result<Option<Value>, Error> {
    if !attribute.multi_valued {
        return clean_one(attribute, value);
    }
    let list = clean_list(attribute, value)?;
    Ok(if list.is_empty() { None } else { Some(Value::Array(list)) })
}

/// The elements for a multi-valued attribute: a list, or by choice a single one.
pub fn clean_list(attribute: &Attribute, value: &Value) -> Result<Vec<Value>, Error> {
    let given = match value {
        Value::Array(list) => list.as_slice(),
        Value::Null => &[],
        one => std::slice::from_ref(one),
    };
    let mut list: Vec<Value> = Vec::new();
    for value in given {
        if value.is_array() {
            return Err(error("invalidValue"));
        }
        // By choice the same element twice in one request is there once.
        if let Some(element) = clean_one(attribute, value)?.filter(|element| !list.contains(element)) {
            list.push(element);
        }
    }
    if list.iter().filter(|element| is_primary(element)).count() > 1 {
        return Err(error("invalidValue"));
    }
    Ok(list)
}

/// A single value, or an element of a list.
pub fn clean_one(attribute: &Attribute, value: &Value) -> Result<Option<Value>, Error> {
    let fits = match (attribute.kind, value) {
        (_, Value::Null) => return Ok(None),
        (_, Value::Array(list)) if list.is_empty() => return Ok(None),
        (Type::Complex, _) => return clean_complex(attribute, value),
        (Type::Text, Value::String(_)) | (Type::Boolean, Value::Bool(_)) => true,
        (Type::Binary, Value::String(text)) => {
            text.trim_end_matches('=').chars().all(|char| char.is_ascii_alphanumeric() || "+/".contains(char))
        }
        (Type::Reference, Value::String(text)) => !text.is_empty() && !text.contains(' '),
        _ => false,
    };
    if fits { Ok(Some(value.clone())) } else { Err(error("invalidValue")) }
}

fn clean_complex(attribute: &Attribute, value: &Value) -> Result<Option<Value>, Error> {
    let mut object = Map::new();
    for (sub, value) in parts(attribute, value)? {
        if let Some(value) = clean(sub, &value)? {
            object.insert(sub.name.clone(), value);
        }
    }
    Ok(if object.is_empty() { None } else { Some(Value::Object(object)) })
}

/// The sub-attributes that a value for a complex attribute names. By choice unknown names and those of readOnly
/// sub-attributes are left out, as in a POST, and a bare value stands for `{"value": …}`.
pub fn parts<'a>(attribute: &'a Attribute, value: &Value) -> Result<Vec<(&'a Attribute, Value)>, Error> {
    let Value::Object(object) = value else {
        let sub = attribute.sub("value").filter(|_| !value.is_array()).ok_or(error("invalidValue"))?;
        clean(sub, value)?;
        return Ok(vec![(sub, value.clone())]);
    };
    let mut parts = Vec::new();
    for (name, value) in object {
        if let Some(sub) = attribute.sub(name).filter(|sub| sub.mutability != Mutability::ReadOnly) {
            clean(sub, value)?;
            parts.push((sub, value.clone()));
        }
    }
    if attribute.refers_to_resources() {
        // `value` and `$ref` say the same: without a value, the reference's last segment is the id.
        let id = parts.iter().find(|(sub, value)| sub.name == "value" && !value.is_null()).map(|(_, id)| id.clone());
        let reference = parts.iter().find(|(sub, _)| sub.name == "$ref").and_then(|(_, value)| value.as_str());
        let id = id.or_else(|| Some(reference?.rsplit('/').next()?.into()));
        parts.retain(|(sub, _)| sub.name != "$ref");
        if let (Some(id), Some(sub)) = (id, attribute.sub("value")) {
            parts.retain(|(sub, _)| sub.name != "value");
            parts.push((sub, id));
        }
    }
    Ok(parts)
}

/// Whether an element of a list is the primary one.
pub fn is_primary(element: &Value) -> bool {
    element.get("primary") == Some(&Value::Bool(true))
}

/// "The target location already contains the value specified" (RFC 7644 §3.5.2.1): by choice an element contains every
/// value whose parts are its own, compared as filters compare; no `primary` is `primary` false (RFC 7643 §2.4).
pub fn contains(attribute: &Attribute, element: &Value, wanted: &Value) -> bool {
    let (Some(element), Some(wanted)) = (element.as_object(), wanted.as_object()) else {
        return element == wanted;
    };
    wanted.iter().all(|(name, wanted)| {
        let case_exact = attribute.sub(name).is_some_and(|sub| sub.case_exact);
        match (element.get(name), wanted) {
            (Some(Value::String(found)), Value::String(wanted)) if !case_exact => {
                found.to_lowercase() == wanted.to_lowercase()
            }
            (None, Value::Bool(false)) => name == "primary",
            (found, wanted) => found == Some(wanted),
        }
    })
}
