//! Documents to start from, with comments that say what may stand where.

use serde_json::{Value, json};

use crate::{
    Document,
    check::{RESOURCE_TYPE, SCHEMA, is_name},
    declaration::{OVERLAY, STORAGE},
    ident,
};

/// What is to be started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Attributes for a resource type that is there.
    Extension,
    /// A resource type with an endpoint of its own.
    ResourceType,
}

/// The documents of a new extension or resource type of that name; none if it is no name.
pub fn starter(kind: Kind, name: &str) -> Option<Vec<Document>> {
    if !is_name(name) {
        return None;
    }
    let camel = ident::camel(name);
    let file = ident::snake(name).replace('_', "-");
    let urn = format!("urn:example:2.0:{camel}");
    let second = match kind {
        Kind::Extension => (format!("{file}-overlay.json"), overlay(&urn)),
        Kind::ResourceType => (format!("{file}-type.json"), resource_type(&camel, &urn)),
    };
    let documents = [(format!("{file}.json"), schema(&camel, &urn)), second];
    Some(documents.map(|(file, json)| Document { file, text: format!("{json:#}\n") }).into())
}

fn schema(name: &str, urn: &str) -> Value {
    json!({
        "$comment": "A schema (RFC 7643, section 7). \"$comment\" may stand in any object and says nothing to scimd. Choose a URN of your own for \"id\" before anyone uses it; it stays for ever. Then `cargo run -p codegen -- check` with this folder says what is wrong, and `explain` what it becomes; a build with SCIMD_SCHEMAS set to this folder serves it.",
        "schemas": [SCHEMA],
        "id": urn,
        "name": name,
        "description": format!("What {name} says"),
        "attributes": [
            {
                "$comment": "Only \"name\" must be there; these are the defaults of the rest. type: string, boolean, decimal, integer, dateTime, binary, reference or complex. multiValued: a list. required: clients must send it. caseExact: whether Red and red are two values. mutability: readOnly (nobody sends it), readWrite, immutable (sent once) or writeOnly (sent and never shown; returned is never then). returned: always, never, default (unless a client asks for other attributes) or request (if a client asks for it). uniqueness: none, server (within an organisation) or global. Rules beyond the RFC, such as pattern and maxLength, are in docs/extending.md.",
                "name": "label",
                "type": "string",
                "description": "A name for people",
                "multiValued": false,
                "required": false,
                "caseExact": false,
                "mutability": "readWrite",
                "returned": "default",
                "uniqueness": "none"
            },
            {
                "$comment": "Suggestions for a value; others are taken too.",
                "name": "colour",
                "canonicalValues": ["red", "green"]
            },
            {
                "$comment": "A list of values that have parts. A filter finds them by each part, or by several parts of one value: places[type eq \"work\" and value sw \"A\"]. At most one value is primary.",
                "name": "places",
                "type": "complex",
                "multiValued": true,
                "subAttributes": [
                    { "name": "value" },
                    { "name": "type", "canonicalValues": ["work", "home"] },
                    { "name": "primary", "type": "boolean" }
                ]
            },
            {
                "$comment": "A reference to a resource of this server: `value` is its id, and scimd makes `$ref` of it. referenceTypes: resource types, or \"external\" or \"uri\" for other URLs.",
                "name": "keeper",
                "type": "complex",
                "subAttributes": [
                    { "name": "value", "caseExact": true },
                    { "name": "$ref", "type": "reference", "referenceTypes": ["User"] }
                ]
            }
        ]
    })
}

fn overlay(urn: &str) -> Value {
    json!({
        "$comment": "An overlay: it lets the schema join a resource type that is there. resourceType is the name of that, such as User or Group; a schema may join several, with an overlay for each. Where required is true, every resource must have something of it. See docs/extending.md.",
        "schemas": [OVERLAY],
        "resourceType": "User",
        "schemaExtensions": [{ "schema": urn, "required": false }],
        (STORAGE): {
            "$comment": "An index makes filters and sorting by an attribute fast. It costs a little with every write. What is unique has one.",
            "indexes": [format!("{urn}:label")]
        }
    })
}

fn resource_type(name: &str, urn: &str) -> Value {
    json!({
        "$comment": "A resource type (RFC 7643, section 6): its endpoint, which becomes a path and the name of a table, so that it had better stay; its schema; and the schemas that extend it, as in { \"schema\": \"urn:…\", \"required\": false }.",
        "schemas": [RESOURCE_TYPE],
        "id": name,
        "name": name,
        "endpoint": format!("/{name}s"),
        "description": format!("What {name} is"),
        "schema": urn,
        "schemaExtensions": [],
        (STORAGE): {
            "$comment": "An index makes filters and sorting by an attribute fast. It costs a little with every write. What is unique has one.",
            "indexes": ["externalId", "label"]
        }
    })
}
