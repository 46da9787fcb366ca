//! Defaults that a schema declares: what a POST or PUT leaves unassigned may get one (RFC 7643 §2.5, RFC 7644 §3.5.1).

use crate::scim::schema::{Attribute, Constant, ResourceType};
use crate::scim::value::{Complex, Value};

/// Gives every attribute with a default, and without a value, its default: at the top, and within the complex attributes
/// and extensions that the resource has.
pub fn fill(kind: &ResourceType, root: &mut Complex) {
    if kind.has_defaults {
        level(kind.attributes, root);
    }
}

fn level(attributes: &[Attribute], complex: &mut Complex) {
    for (position, attribute) in attributes.iter().enumerate() {
        match (complex.get_mut(position), attribute.rules.and_then(|rules| rules.default)) {
            (Some(Value::Complex(inner)), _) => level(attribute.sub_attributes, inner),
            (None, Some(default)) => _ = complex.set(position, value(default)),
            _ => {}
        }
    }
}

fn value(constant: Constant) -> Value {
    match constant {
        Constant::Boolean(value) => Value::Boolean(value),
        Constant::Integer(value) => Value::Integer(value),
        Constant::Decimal(value) => Value::Decimal(value),
        Constant::Text(text) => Value::Text(text.to_owned()),
    }
}
