//! Resources as answers: the stored document with what is read beside it, as the projection asks.

use std::sync::Arc;

use uuid::Uuid;

use crate::{
    scim::{
        error::{Error, ErrorKind},
        projection::Projection,
        render::{self, Meta, etag, json_string},
        schema::{Attribute, ResourceType},
        value::{Complex, Value},
    },
    store::{
        relations::{Member, Owner},
        resources::{Stored, Want},
    },
};

use super::{Caller, endpoint_of};

/// What is wrong, for the provisioning log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The `scimType`.
    pub scim_type: Option<&'static str>,
    /// The words, which may still hold what the client sent.
    pub detail: Arc<str>,
}

/// An answer that carries a resource, or none.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body; empty for none.
    pub body: Vec<u8>,
    /// The entity tag.
    pub etag: Option<String>,
    /// The URL of the resource.
    pub location: Option<String>,
    /// What the provisioning log says of it besides: what failed of a bulk.
    pub remark: Option<Remark>,
}

impl Answer {
    /// An answer with a body alone.
    pub fn body(body: Vec<u8>) -> Self {
        Self { status: 200, body, ..Self::default() }
    }

    /// An answer that shows a resource.
    pub fn resource(
        status: u16,
        caller: &Caller,
        kind: &'static ResourceType,
        stored: &Stored,
        projection: &Projection,
    ) -> Result<Self, Error> {
        let mut body = Vec::with_capacity(stored.document.len() + 384);
        resource(caller, kind, stored, projection, &mut body)?;
        Ok(Self { status, body, ..Self::headers(caller, kind, stored.id, stored.version) })
    }

    /// An answer of headers alone.
    pub fn headers(caller: &Caller, kind: &ResourceType, id: Uuid, version: i64) -> Self {
        let mut buffer = Uuid::encode_buffer();
        let id: &str = id.hyphenated().encode_lower(&mut buffer);
        Self {
            status: 204,
            body: Vec::new(),
            etag: Some(etag(version)),
            location: Some([&*caller.base, kind.endpoint, "/", id].concat()),
            remark: None,
        }
    }
}

/// What to read for a projection.
pub fn want(kind: &ResourceType, projection: &Projection) -> Want {
    Want {
        secrets: false,
        relations: (0..kind.relations.len()).any(|relation| projection.wants_relation(relation)),
        back_references: (0..kind.back_references.len()).any(|reference| projection.wants_back_reference(reference)),
    }
}

/// Appends a resource as JSON.
pub fn resource(
    caller: &Caller,
    kind: &'static ResourceType,
    stored: &Stored,
    projection: &Projection,
    out: &mut Vec<u8>,
) -> Result<(), Error> {
    let base = caller.base();
    let mut buffer = Uuid::encode_buffer();
    let id: &str = stored.id.hyphenated().encode_lower(&mut buffer);
    let meta = Meta { kind, id, created: stored.created, last_modified: stored.last_modified, version: stored.version };
    if projection.is_default() && !kind.always_project {
        render::splice(&stored.document, &base, |out| tail(caller, kind, stored, &meta, out), out);
        return Ok(());
    }
    let root = load(caller, kind, stored)?;
    render::resource(kind, &root, projection, &base, out);
    Ok(())
}

/// A stored resource in memory, with `meta` and all that was read beside the document.
pub fn load(caller: &Caller, kind: &'static ResourceType, stored: &Stored) -> Result<Complex, Error> {
    let mut root = parse(kind, stored)?;
    let base = caller.base();
    let id = stored.id.to_string();
    for (relation, members) in kind.relations.iter().zip(&stored.relations) {
        let attribute = &kind.attributes[relation.position];
        let values: Vec<Value> = members.iter().map(|member| member_value(attribute, member)).collect();
        if !values.is_empty() {
            root.set(relation.position, Value::List(values));
        }
    }
    for (reference, owners) in kind.back_references.iter().zip(&stored.back_references) {
        let attribute = &kind.attributes[reference.position];
        let values: Vec<Value> = owners.iter().map(|owner| owner_value(attribute, reference.owner, owner)).collect();
        if !values.is_empty() {
            root.set(reference.position, Value::List(values));
        }
    }
    Meta { kind, id: &id, created: stored.created, last_modified: stored.last_modified, version: stored.version }
        .set(&base, &mut root);
    Ok(root)
}

/// A stored document in memory.
pub fn parse(kind: &'static ResourceType, stored: &Stored) -> Result<Complex, Error> {
    render::parse_document(kind, &stored.document).map_err(|error| {
        tracing::error!(id = %stored.id, reason = error.detail, "a stored document cannot be read");
        Error::new(ErrorKind::Internal, "the stored resource cannot be read; the server's log has the reason")
    })
}

/// A relation row as a value.
pub fn member_value(attribute: &Attribute, member: &Member) -> Value {
    let id = member.id.to_string();
    row_value(attribute, |name| match name {
        "value" => Some(id.clone()),
        "$ref" => Some(format!("{}/{id}", member.kind)),
        "type" => Some(member.kind.clone()),
        "display" => member.display.clone(),
        _ => None,
    })
}

fn owner_value(attribute: &Attribute, kind: &str, owner: &Owner) -> Value {
    let id = owner.id.to_string();
    row_value(attribute, |name| match name {
        "value" => Some(id.clone()),
        "$ref" => Some(format!("{kind}/{id}")),
        "type" => Some(DIRECT.to_owned()),
        "display" => owner.label.clone(),
        _ => None,
    })
}

/// The `type` of a back reference: a membership that can be changed at its owner (RFC 7643 §4.1.2).
const DIRECT: &str = "direct";

fn row_value(attribute: &Attribute, text: impl Fn(&str) -> Option<String>) -> Value {
    let mut complex = Complex::default();
    for (position, sub) in attribute.sub_attributes.iter().enumerate() {
        if let Some(text) = text(sub.name) {
            complex.set(position, Value::Text(text));
        }
    }
    Value::Complex(complex)
}

/// What follows the members of the stored document: relations, back references, `meta`.
fn tail(caller: &Caller, kind: &ResourceType, stored: &Stored, meta: &Meta<'_>, out: &mut Vec<u8>) {
    for (relation, members) in kind.relations.iter().zip(&stored.relations) {
        let attribute = &kind.attributes[relation.position];
        rows(caller, attribute, members, out, |member, row| {
            row.write(&member.kind, member.id, &member.kind, member.display.as_deref());
        });
    }
    for (reference, owners) in kind.back_references.iter().zip(&stored.back_references) {
        let attribute = &kind.attributes[reference.position];
        rows(caller, attribute, owners, out, |owner, row| {
            row.write(reference.owner, owner.id, DIRECT, owner.label.as_deref());
        });
    }
    out.extend_from_slice(b",\"meta\":");
    meta.write(&caller.base(), out);
}

struct RowWriter<'a> {
    base: &'a str,
    attribute: &'a Attribute,
    out: &'a mut Vec<u8>,
}

impl RowWriter<'_> {
    fn write(&mut self, target: &str, id: Uuid, kind: &str, display: Option<&str>) {
        let mut buffer = Uuid::encode_buffer();
        let id: &str = id.hyphenated().encode_lower(&mut buffer);
        let mut first = true;
        self.out.push(b'{');
        for sub in self.attribute.sub_attributes {
            let value = match sub.name {
                "value" => Some(id),
                "type" => Some(kind),
                "display" => display,
                "$ref" => Some(""),
                _ => None,
            };
            let Some(value) = value else { continue };
            if !first {
                self.out.push(b',');
            }
            first = false;
            json_string(sub.name, self.out);
            self.out.push(b':');
            if sub.name == "$ref" {
                self.out.push(b'"');
                for part in [self.base, endpoint_of(target), "/", id] {
                    self.out.extend_from_slice(part.as_bytes());
                }
                self.out.push(b'"');
            } else {
                json_string(value, self.out);
            }
        }
        self.out.push(b'}');
    }
}

fn rows<T>(
    caller: &Caller,
    attribute: &Attribute,
    values: &[T],
    out: &mut Vec<u8>,
    write: impl Fn(&T, &mut RowWriter<'_>),
) {
    if values.is_empty() {
        return;
    }
    out.push(b',');
    json_string(attribute.name, out);
    out.extend_from_slice(b":[");
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write(value, &mut RowWriter { base: &caller.base, attribute, out });
    }
    out.push(b']');
}
