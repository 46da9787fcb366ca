//! Whether a value is the one a client means (RFC 7644 §3.5.2.1: adding what is there changes nothing).

use super::request::wrapped;
use crate::scim::canonical;
use crate::scim::json::Json;
use crate::scim::key;
use crate::scim::schema::{Attribute, DataType, Mutability, Role};
use crate::scim::value::{Complex, Value};

/// Whether two canonical values are equal under the rules of their attribute; of complex ones, whether `stored` has all
/// that `given` has. What the client cannot write does not count.
pub fn covers(attribute: &Attribute, stored: &Value, given: &Value) -> bool {
    match (stored, given) {
        (Value::Complex(stored), Value::Complex(given)) => given.iter().all(|(position, given)| {
            let Some(sub) = attribute.sub_attributes.get(position) else { return false };
            sub.mutability == Mutability::ReadOnly
                || sub.role == Role::Ref
                || match stored.get(position) {
                    Some(stored) => covers(sub, stored, given),
                    // RFC 7643 §2.4: a value without `primary` is one whose `primary` is false.
                    None => sub.name == "primary" && *given == Value::Boolean(false),
                }
        }),
        (Value::List(stored), Value::List(given)) => {
            stored.len() == given.len()
                && given.iter().all(|given| stored.iter().any(|stored| covers(attribute, stored, given)))
        }
        (Value::Text(stored_text), Value::Text(given_text)) => {
            // The common cases need no keys, so that long lists are compared fast.
            if stored_text == given_text {
                return true;
            }
            if attribute.data_type == DataType::String && stored_text.is_ascii() && given_text.is_ascii() {
                return !key::is_case_exact(attribute) && stored_text.eq_ignore_ascii_case(given_text);
            }
            key::of(attribute, stored).is_some_and(|stored| Some(stored) == key::of(attribute, given))
        }
        (stored, given) => stored == given,
    }
}

/// Whether what a client sent says of an attribute what is stored: for parts it may not write, or says it removes.
pub fn says(attribute: &Attribute, stored: Option<&Value>, json: &Json) -> bool {
    let Some(stored) = stored else { return json.is_unassigned() };
    match (stored, json) {
        (Value::List(stored), Json::Array(given)) => {
            stored.len() == given.len()
                && given.iter().all(|given| stored.iter().any(|stored| says(attribute, Some(stored), given)))
        }
        (Value::List(stored), given) => matches!(stored.as_slice(), [only] if says(attribute, Some(only), given)),
        (Value::Complex(stored), Json::Object(given)) => given.iter().all(|(name, given)| {
            attribute.sub_attribute(name).is_none_or(|(position, sub)| says(sub, stored.get(position), given))
        }),
        (Value::Complex(_), Json::Array(_) | Json::Null) => false,
        (Value::Complex(_), bare) => {
            let object = wrapped(attribute, bare.clone());
            matches!(object, Json::Object(_)) && says(attribute, Some(stored), &object)
        }
        // A reference of this server is stored without its base.
        (Value::Text(stored), Json::String(given)) if matches!(attribute.role, Role::Ref | Role::Location) => {
            canonical::referenced_id(stored) == canonical::referenced_id(given)
        }
        (stored, given) => matches!(
            canonical::element(attribute, given.clone(), attribute.name),
            Ok(Some(given)) if covers(attribute, stored, &given)
        ),
    }
}

/// Whether an element is one that a list of values to remove names: by its `value`, and `type` if given, when it has one.
pub fn names(attribute: &Attribute, stored: &Value, given: &Value) -> bool {
    let (Value::Complex(stored_parts), Value::Complex(given_parts)) = (stored, given) else {
        return covers(attribute, stored, given);
    };
    let part = |complex: &Complex, name| {
        attribute.sub_attribute(name).and_then(|(position, _)| complex.get(position).cloned())
    };
    if part(given_parts, "value").is_none() {
        return covers(attribute, stored, given);
    }
    ["value", "type"].into_iter().all(|name| match (attribute.sub_attribute(name), part(given_parts, name)) {
        (Some((position, sub)), Some(given)) => {
            stored_parts.get(position).is_some_and(|stored| covers(sub, stored, &given))
        }
        _ => true,
    })
}
