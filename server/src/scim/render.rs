//! Resources as JSON text: what answers hold, and what the store holds (RFC 7643 §3, RFC 7644 §3.4.1).
//!
//! A stored document has no base URL in it: a `$ref` stands there as `User/<id>`, and becomes absolute when it is shown.

mod document;
mod instant;
mod meta;
mod text;

pub use document::parse_document;
pub use instant::instant_text;
pub use meta::{Meta, etag};
pub use text::json_string;

use serde_json::Number;

use super::projection::Projection;
use super::schema::{Attribute, ResourceType, Role};
use super::value::{Complex, Value};

/// Where the resources of an answer are.
#[derive(Debug, Clone, Copy)]
pub struct Base<'a> {
    /// The base URL without a slash at its end: `https://example.com/scim/v2`.
    pub url: &'a str,
    /// The endpoint of a resource type by its name, `User` → `/Users`; empty for any other name.
    pub endpoint_of: fn(&str) -> &'static str,
}

impl Base<'_> {
    /// Appends a stored `$ref` as JSON text without its quotes, absolute if it has the form `<type name>/…`.
    fn write_reference(&self, reference: &str, out: &mut Vec<u8>) {
        let rest = self.write_target(reference, out);
        text::escape(rest, out);
    }

    /// Appends the URL of the type that a stored `$ref` names, and gives what is left of it.
    fn write_target<'r>(&self, reference: &'r str, out: &mut Vec<u8>) -> &'r str {
        // A quote ends the reference where more of a document follows it.
        let Some(end) = reference.find(['/', '"']) else { return reference };
        let (name, rest) = reference.split_at(end);
        if !rest.starts_with('/') {
            return reference;
        }
        let endpoint = (self.endpoint_of)(name);
        if endpoint.is_empty() {
            return reference;
        }
        text::escape(self.url, out);
        text::escape(endpoint, out);
        rest
    }
}

/// Appends a resource as one JSON object: the assigned attributes that the projection shows, in the order of the metadata.
/// `meta` and what is read from relations are shown if they have slots.
pub fn resource(kind: &ResourceType, root: &Complex, projection: &Projection, base: &Base, out: &mut Vec<u8>) {
    Writer { projection, base }.complex(kind.attributes, root, out);
}

/// Appends a stored document with absolute references, and with what `tail` appends before its closing brace:
/// further members, each beginning with a comma.
pub fn splice(document: &str, base: &Base, tail: impl FnOnce(&mut Vec<u8>), out: &mut Vec<u8>) {
    // Quotes are escaped within strings, so that these bytes can only be a name and the beginning of its value.
    const REFERENCE: &[u8] = br#""$ref":""#;
    let mut rest = document.trim_end();
    rest = rest.strip_suffix('}').unwrap_or(rest);
    let references = memchr::memmem::Finder::new(REFERENCE);
    while let Some(found) = references.find(rest.as_bytes()) {
        let (before, reference) = rest.split_at(found + REFERENCE.len());
        out.extend_from_slice(before.as_bytes());
        // Up to the slash a name of a type has nothing to escape, and what follows is escaped already.
        rest = base.write_target(reference, out);
    }
    out.extend_from_slice(rest.as_bytes());
    tail(out);
    out.push(b'}');
}

struct Writer<'a> {
    projection: &'a Projection,
    base: &'a Base<'a>,
}

impl Writer<'_> {
    /// Appends an object with what is shown of a level; whether that is anything.
    fn complex(&self, level: &[Attribute], complex: &Complex, out: &mut Vec<u8>) -> bool {
        out.push(b'{');
        let start = out.len();
        for (attribute, value) in complex.attributes(level).filter(|(attribute, _)| self.projection.wants(attribute)) {
            let before = out.len();
            if before > start {
                out.push(b',');
            }
            text::json_string(attribute.name, out);
            out.push(b':');
            if !self.value(attribute, value, out) {
                out.truncate(before);
            }
        }
        out.push(b'}');
        out.len() > start + 1
    }

    /// Appends a value; whether anything of it is shown. What it appended otherwise is the caller's to remove.
    fn value(&self, attribute: &Attribute, value: &Value, out: &mut Vec<u8>) -> bool {
        match value {
            Value::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
            Value::Integer(value) => out.extend_from_slice(value.to_string().as_bytes()),
            // A canonical decimal is finite.
            Value::Decimal(value) => match Number::from_f64(*value) {
                Some(number) => out.extend_from_slice(number.to_string().as_bytes()),
                None => return false,
            },
            Value::Text(text) if attribute.role == Role::Ref => {
                out.push(b'"');
                self.base.write_reference(text, out);
                out.push(b'"');
            }
            Value::Text(text) => text::json_string(text, out),
            Value::Complex(complex) => return self.complex(attribute.sub_attributes, complex, out),
            Value::List(values) => return self.list(attribute, values, out),
        }
        true
    }

    fn list(&self, attribute: &Attribute, values: &[Value], out: &mut Vec<u8>) -> bool {
        out.push(b'[');
        let start = out.len();
        for value in values {
            let before = out.len();
            if before > start {
                out.push(b',');
            }
            if !self.value(attribute, value, out) {
                out.truncate(before);
            }
        }
        out.push(b']');
        out.len() > start + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::canonical::{self, Purpose};
    use crate::scim::fixture::{EXTENSION, SCHEMA, TYPE};
    use crate::scim::json;
    use crate::scim::projection::names;

    fn endpoint_of(name: &str) -> &'static str {
        match name {
            "User" => "/Users",
            "Group" => "/Groups",
            _ => "",
        }
    }

    const BASE: Base = Base { url: "https://h/scim/v2", endpoint_of };

    fn user(members: &str) -> Complex {
        let body = format!(r#"{{"schemas":["{SCHEMA}"],"userName":"a",{members}}}"#);
        canonical::resource(&TYPE, json::parse(body.as_bytes()).unwrap(), Purpose::Create).unwrap()
    }

    fn shown(root: &Complex, attributes: Option<&str>) -> String {
        let attributes = attributes.map(names);
        let projection = Projection::new(&TYPE, attributes.as_deref(), None).unwrap();
        let mut out = Vec::new();
        resource(&TYPE, root, &projection, &BASE, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn attributes_come_in_the_order_of_the_schema_with_its_names() {
        let root = user(
            r#""SCORE":0.5,"active":false,"level":-7,"name":{"GivenName":"b\"\n"},"tags":["x","é"],"emails":[{"primary":true,"value":"e"}]"#,
        );
        assert_eq!(
            shown(&root, None),
            format!(
                r#"{{"schemas":["{SCHEMA}"],"userName":"a","name":{{"givenName":"b\"\n"}},"emails":[{{"value":"e","primary":true}}],"active":false,"level":-7,"score":0.5,"tags":["x","é"]}}"#
            )
        );
    }

    #[test]
    fn what_is_never_shown_or_has_nothing_left_is_left_out() {
        let root = user(
            r#""password":"p","notes":"n","name":{"givenName":"b"},"keys":[{"value":"k","secret":"s","comment":"c"}]"#,
        );
        assert_eq!(
            shown(&root, None),
            format!(r#"{{"schemas":["{SCHEMA}"],"userName":"a","name":{{"givenName":"b"}},"keys":[{{"value":"k"}}]}}"#)
        );
        let minimum = format!(r#"{{"schemas":["{SCHEMA}"]}}"#);
        assert_eq!(shown(&root, Some("name.familyName,keys.fingerprint,password")), minimum);
        assert_eq!(
            shown(&root, Some("notes,userName,keys.comment")),
            format!(r#"{{"schemas":["{SCHEMA}"],"userName":"a","notes":"n","keys":[{{"comment":"c"}}]}}"#)
        );
    }

    #[test]
    fn references_are_shown_absolute() {
        let root = user(&format!(r#""{EXTENSION}":{{"manager":{{"value":"2 3"}}}}"#));
        let text = shown(&root, Some(EXTENSION));
        assert!(text.contains(r#""manager":{"value":"2 3","$ref":"https://h/scim/v2/Users/2%203"}"#), "{text}");
    }

    #[test]
    fn a_stored_document_is_spliced_with_absolute_references_and_a_tail() {
        let document = r#"{"id":"1","m":[{"$ref":"User/2"},{"$ref":"Group/a%20b"}],"x":"\"$ref\":\"User/","y":{"$ref":"https://e/z"},"z":{"$ref":"none"}}"#;
        let mut out = b"<".to_vec();
        splice(document, &BASE, |out| out.extend_from_slice(br#","t":1"#), &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            r#"<{"id":"1","m":[{"$ref":"https://h/scim/v2/Users/2"},{"$ref":"https://h/scim/v2/Groups/a%20b"}],"x":"\"$ref\":\"User/","y":{"$ref":"https://e/z"},"z":{"$ref":"none"},"t":1}"#
        );
    }
}
