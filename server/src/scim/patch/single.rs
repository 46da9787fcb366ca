//! Changes of single slots and of the parts of complex values, with the rules of mutability (RFC 7643 §2.2, RFC 7644 §3.5.2).

use super::{Op, list};
use crate::scim::canonical;
use crate::scim::error::{Error, ErrorKind};
use crate::scim::json::Json;
use crate::scim::schema::{Attribute, Mutability, Role};
use crate::scim::value::{Complex, Value};

/// Assigns or unassigns a slot. What is immutable may be set once.
pub fn put(level: &mut Complex, position: usize, attribute: &Attribute, value: Option<Value>) -> Result<(), Error> {
    let taken = take(level, position, attribute);
    restore(level, position, attribute, taken.before, value)
}

/// The value taken out of a slot.
pub struct Taken {
    /// The value.
    pub value: Option<Value>,
    /// The value again, if the attribute is immutable: to be compared with what becomes of it.
    pub before: Option<Value>,
}

/// Takes the value out of a slot, to be changed without a copy.
pub fn take(level: &mut Complex, position: usize, attribute: &Attribute) -> Taken {
    let value = level.remove(position);
    let before = value.as_ref().filter(|_| attribute.mutability == Mutability::Immutable).cloned();
    Taken { value, before }
}

/// Puts a value, changed or not, into the slot it was taken from.
pub fn restore(
    level: &mut Complex,
    position: usize,
    attribute: &Attribute,
    before: Option<Value>,
    value: Option<Value>,
) -> Result<(), Error> {
    if before.is_some() && before != value {
        let detail = format!("{} is immutable and has another value already", attribute.name);
        return Err(Error::new(ErrorKind::Mutability, detail));
    }
    if let Some(value) = value {
        level.set(position, value);
    }
    Ok(())
}

/// What is left of a value that is removed: of a complex one, the parts that only the server writes. A part that may not
/// change any more forbids it.
pub fn cleared(attribute: &Attribute, stored: Option<Value>) -> Result<Option<Value>, Error> {
    let Some(Value::Complex(parts)) = stored else { return Ok(None) };
    let mut left = Complex::default();
    let is_computed = attribute.sub_attributes.iter().any(|sub| sub.role == Role::Ref);
    for (position, value) in parts {
        let Some(sub) = attribute.sub_attributes.get(position) else { continue };
        match sub.mutability {
            Mutability::Immutable => {
                let detail = format!("{} cannot be removed: its {} is immutable", attribute.name, sub.name);
                return Err(Error::new(ErrorKind::Mutability, detail));
            }
            Mutability::ReadOnly if !is_computed => _ = left.set(position, value),
            // A list goes with all its values; a single one is asked for its parts, as in an extension.
            _ if matches!(value, Value::Complex(_)) => {
                if let Some(value) = cleared(sub, Some(value))? {
                    left.set(position, value);
                }
            }
            _ => {}
        }
    }
    Ok((!left.is_empty()).then_some(Value::Complex(left)))
}

/// Merges what a client sent into a complex value: parts it does not name stay, parts it sends as null go.
pub fn merge(attribute: &'static Attribute, parts: &mut Complex, op: Op, json: Json) -> Result<(), Error> {
    let mut gone = Vec::new();
    if let Json::Object(members) = &json {
        let unassigned = members.iter().filter(|(_, json)| json.is_unassigned());
        gone.extend(unassigned.filter_map(|(name, _)| attribute.sub_attribute(name)));
    }
    let given = match canonical::element(attribute, json, attribute.name)? {
        Some(Value::Complex(given)) => given,
        _ => Complex::default(),
    };
    for (position, value) in given {
        let Some(sub) = attribute.sub_attributes.get(position) else { continue };
        // Whether it is of any use is seen when all parts are there.
        if sub.role == Role::Ref {
            parts.set(position, value);
            continue;
        }
        match (op, value, parts.get_mut(position)) {
            (Op::Add, Value::List(elements), Some(Value::List(stored))) => list::add(sub, stored, elements)?,
            (_, value, _) => put(parts, position, sub, Some(value))?,
        }
    }
    for (position, sub) in gone {
        // A null in a list to add to adds nothing.
        let kept =
            sub.mutability == Mutability::ReadOnly || sub.role == Role::Ref || (op == Op::Add && sub.multi_valued);
        if !kept {
            put(parts, position, sub, None)?;
        }
    }
    settle(attribute, parts);
    Ok(())
}

/// Brings what the server computes in line with the parts: `$ref` follows its `value`, and without a `value` that refers to
/// something neither it nor what describes the other resource has a meaning.
pub fn settle(attribute: &Attribute, parts: &mut Complex) {
    if attribute.sub_attributes.iter().all(|sub| sub.role != Role::Ref) {
        return;
    }
    let value = attribute.sub_attribute("value").map(|(position, _)| position);
    let refers = value.and_then(|position| parts.get(position)?.as_text()).is_some_and(|id| !id.is_empty());
    if !refers {
        let server = |sub: &Attribute| sub.mutability == Mutability::ReadOnly;
        let computed =
            attribute.sub_attributes.iter().enumerate().filter(|(_, sub)| server(sub)).map(|(position, _)| position);
        for position in computed.chain(value) {
            parts.remove(position);
        }
    }
    canonical::link(attribute, parts);
}
