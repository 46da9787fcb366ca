//! `meta` and the entity tag (RFC 7643 §3.1, RFC 7644 §3.14).

use super::{Base, instant_text, text};
use crate::scim::schema::{ResourceType, Role};
use crate::scim::value::{Complex, Value};

/// What `meta` tells of a resource.
#[derive(Debug, Clone, Copy)]
pub struct Meta<'a> {
    /// Its type.
    pub kind: &'static ResourceType,
    /// Its id, which needs no escapes in a URL.
    pub id: &'a str,
    /// When it was created, in microseconds since 1970.
    pub created: i64,
    /// When it was last changed, in microseconds since 1970.
    pub last_modified: i64,
    /// How often it was written.
    pub version: i64,
}

/// The entity tag of a version, as in `ETag` and `meta.version`. Weak, since representations differ by projection.
pub fn etag(version: i64) -> String {
    ["W/\"", &version.to_string(), "\""].concat()
}

impl Meta<'_> {
    /// The URL of the resource.
    pub fn location(&self, base: &Base) -> String {
        [base.url, self.kind.endpoint, "/", self.id].concat()
    }

    /// Appends `meta` as a JSON object.
    pub fn write(&self, base: &Base, out: &mut Vec<u8>) {
        let member = |name: &str, value: &[&str], out: &mut Vec<u8>| {
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(b":\"");
            value.iter().for_each(|part| text::escape(part, out));
            out.push(b'"');
        };
        member("{\"resourceType\"", &[self.kind.name], out);
        member(",\"created\"", &[&instant_text(self.created)], out);
        member(",\"lastModified\"", &[&instant_text(self.last_modified)], out);
        member(",\"location\"", &[base.url, self.kind.endpoint, "/", self.id], out);
        member(",\"version\"", &[&etag(self.version)], out);
        out.push(b'}');
    }

    /// Sets `meta` in a resource, for [`super::resource`] and for filters in memory.
    pub fn set(&self, base: &Base, root: &mut Complex) {
        let meta = self.kind.attributes.iter().enumerate().find(|(_, attribute)| attribute.role == Role::Meta);
        let Some((position, attribute)) = meta else { return };
        let mut complex = Complex::default();
        for (position, sub) in attribute.sub_attributes.iter().enumerate() {
            let text = match sub.role {
                Role::ResourceType => self.kind.name.to_owned(),
                Role::Created => instant_text(self.created),
                Role::LastModified => instant_text(self.last_modified),
                Role::Location => self.location(base),
                Role::Version => etag(self.version),
                _ => continue,
            };
            complex.set(position, Value::Text(text));
        }
        root.set(position, Value::Complex(complex));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::fixture::TYPE;
    use crate::scim::projection::{Projection, names};

    const BASE: Base = Base { url: "https://h/v2", endpoint_of: |_| "" };

    const META: Meta = Meta { kind: &TYPE, id: "7", created: 0, last_modified: 1500, version: 3 };

    #[test]
    fn both_forms_of_meta_are_the_same_text() {
        let mut written = br#"{"meta":"#.to_vec();
        META.write(&BASE, &mut written);
        written.push(b'}');
        assert_eq!(
            String::from_utf8(written.clone()).unwrap(),
            r#"{"meta":{"resourceType":"User","created":"1970-01-01T00:00:00.000Z","lastModified":"1970-01-01T00:00:00.001500Z","location":"https://h/v2/Users/7","version":"W/\"3\""}}"#
        );
        let mut root = Complex::default();
        META.set(&BASE, &mut root);
        let mut out = Vec::new();
        let projection = Projection::new(&TYPE, Some(&names("meta")), None).unwrap();
        super::super::resource(&TYPE, &root, &projection, &BASE, &mut out);
        assert_eq!(out, written);
    }
}
