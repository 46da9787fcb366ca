//! `$ref` beside a `value` (RFC 7643 §2.4, §4.1.2, §4.3): the server's own, computed from the `value`.
//!
//! It is kept as `<type name>/<id>`, for example `User/2819c223`, and gets its absolute form when it is shown: the base URL
//! may change, and no document holds it.

use crate::scim::generated::RESOURCE_TYPES;
use crate::scim::schema::{Attribute, ResourceType, Role};
use crate::scim::value::{Complex, Value};

/// Computes the `$ref` of a complex value of that attribute anew from its `value` and `type`. Where neither the attribute nor
/// `type` says what it refers to, a `$ref` that is there tells it as long as it is one to that `value`; else there is none.
/// Call it after any change to the parts.
pub fn link(parent: &Attribute, complex: &mut Complex) {
    let reference = parent.sub_attributes.iter().position(|sub| sub.role == Role::Ref);
    let Some(reference) = reference else { return };
    let id = text(parent, complex, "value");
    let known = || kind_of(complex.get(reference)?.as_text()?, id?);
    let target = target(parent, &parent.sub_attributes[reference], complex).or_else(known);
    match (target, id) {
        (Some(target), Some(id)) if !id.is_empty() => {
            let link = format!("{target}/{}", percent_encoded(id));
            complex.set(reference, Value::Text(link));
        }
        _ => {
            complex.remove(reference);
        }
    }
}

/// The id that a client's `$ref` names: its last path segment.
pub fn referenced_id(reference: &str) -> Option<String> {
    let path = reference.split(['?', '#']).next()?.trim_end_matches('/');
    let segment = path.rsplit('/').next()?;
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escape = (byte == b'%').then(|| after.split_at_checked(2)).flatten();
        let decoded = escape.and_then(|(digits, _)| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(decoded.unwrap_or(byte));
        rest = if decoded.is_some() { &after[2..] } else { after };
    }
    let id = String::from_utf8(bytes).ok()?;
    (!id.is_empty() && !id.contains('\0')).then_some(id)
}

/// Takes what the client's `$ref` says: the `value` where the client sent none, and the resource type where the `$ref` is one
/// to a resource of this server of a type that it may have.
pub fn take(parent: &Attribute, complex: &mut Complex, reference: &str) {
    let Some((position, _)) = parent.sub_attribute("value") else { return };
    let Some(id) = referenced_id(reference) else { return };
    // The elements of a relation are kept without it.
    let is_kept = !matches!(parent.role, Role::Relation(_));
    if is_kept
        && let Some((link, sub)) = parent.sub_attributes.iter().enumerate().find(|(_, sub)| sub.role == Role::Ref)
        && let Some(target) = kind_at(reference).filter(|target| sub.reference_types.contains(target))
    {
        complex.set(link, Value::Text(format!("{target}/{}", percent_encoded(&id))));
    }
    if complex.get(position).is_none() {
        complex.set(position, Value::Text(id));
    }
}

/// The resource type whose endpoint stands before the id in a client's `$ref`.
fn kind_at(reference: &str) -> Option<&'static str> {
    let path = reference.split(['?', '#']).next()?.trim_end_matches('/');
    let endpoint = path.rsplit('/').nth(1)?;
    let is_there = |kind: &&&ResourceType| kind.endpoint.trim_start_matches('/').eq_ignore_ascii_case(endpoint);
    RESOURCE_TYPES.iter().find(is_there).map(|kind| kind.name)
}

/// The resource type of a kept `$ref`, if it is one to that id.
fn kind_of(link: &str, id: &str) -> Option<&'static str> {
    let (name, rest) = link.split_once('/')?;
    let kind = RESOURCE_TYPES.iter().find(|kind| kind.name == name)?;
    (rest == percent_encoded(id)).then_some(kind.name)
}

/// The resource type it points to: the only one possible, or the one its `type` names.
fn target(parent: &Attribute, reference: &Attribute, complex: &Complex) -> Option<&'static str> {
    if let [only] = reference.reference_types {
        return Some(only);
    }
    let named = text(parent, complex, "type")?;
    reference.reference_types.iter().copied().find(|target| target.eq_ignore_ascii_case(named))
}

fn text<'a>(parent: &Attribute, complex: &'a Complex, name: &str) -> Option<&'a str> {
    let (position, _) = parent.sub_attribute(name)?;
    complex.get(position)?.as_text()
}

/// Escapes all but the unreserved characters of RFC 3986 §2.3, so that an id is always one path segment.
fn percent_encoded(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_the_last_segment_of_a_reference() {
        for (reference, id) in
            [("https://h/scim/v2/Users/1", "1"), ("../Users/a%20b/?x=1#y", "a b"), ("Users/100%", "100%"), ("7", "7")]
        {
            assert_eq!(referenced_id(reference).as_deref(), Some(id), "{reference}");
        }
        assert_eq!(referenced_id("///"), None);
        assert_eq!(referenced_id("Users/%ff"), None);
        assert_eq!(referenced_id("Users/%00"), None);
    }

    #[test]
    fn an_id_is_escaped_to_one_segment() {
        assert_eq!(percent_encoded("a/b é\"~"), "a%2Fb%20%C3%A9%22~");
    }
}
