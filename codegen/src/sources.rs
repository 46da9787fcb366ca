//! The documents that code is generated from, sorted by what they are.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    check::{RESOURCE_TYPE, SCHEMA},
    declaration::{OVERLAY, RULES, STORAGE},
};

/// A document as the caller found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The name that faults show.
    pub file: String,
    /// The JSON text.
    pub text: String,
}

/// All documents. Their order is the order in which things are served.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// Schemas (RFC 7643 §7).
    pub schemas: Vec<Document>,
    /// Resource types (RFC 7643 §6).
    pub resource_types: Vec<Document>,
    /// What adds to resource types that other documents declare.
    pub overlays: Vec<Document>,
    /// Documents of packs that are not switched on, each with the pack's name: a fault can say what is missing.
    pub elsewhere: Vec<(String, Document)>,
}

impl Sources {
    /// Sorts documents by what they say that they are in `schemas`, and else by what they have.
    pub fn sort(documents: impl IntoIterator<Item = Document>) -> Self {
        let mut sources = Self::default();
        for document in documents {
            let kind = match serde_json::from_str(&document.text) {
                Ok(json) => kind(&json),
                // That it is no JSON is said when it is read, as whatever.
                Err(_) => Kind::Schema,
            };
            match kind {
                Kind::Schema => sources.schemas.push(document),
                Kind::ResourceType => sources.resource_types.push(document),
                Kind::Overlay => sources.overlays.push(document),
            }
        }
        sources
    }

    /// The pack of each resource type and schema that is in one which is not switched on.
    pub(crate) fn packs(&self) -> BTreeMap<String, String> {
        let declared = |document: &Document| {
            let json: Value = serde_json::from_str(&document.text).ok()?;
            let key = match kind(&json) {
                Kind::Schema => "id",
                Kind::ResourceType => "name",
                Kind::Overlay => return None,
            };
            json.get(key).and_then(Value::as_str).map(str::to_owned)
        };
        self.elsewhere.iter().filter_map(|(pack, document)| Some((declared(document)?, pack.clone()))).collect()
    }

    /// The text of the document of that name.
    pub(crate) fn text(&self, file: &str) -> Option<&str> {
        self.all().find(|document| document.file == file).map(|document| document.text.as_str())
    }

    /// Where in the order the document of that name stands; behind all others if there is none.
    pub(crate) fn position(&self, file: &str) -> usize {
        self.all().position(|document| document.file == file).unwrap_or(usize::MAX)
    }

    fn all(&self) -> impl Iterator<Item = &Document> {
        self.schemas.iter().chain(&self.resource_types).chain(&self.overlays)
    }
}

enum Kind {
    Schema,
    ResourceType,
    Overlay,
}

fn kind(json: &Value) -> Kind {
    let says = |urn: &str| {
        let schemas = json.get("schemas").and_then(Value::as_array);
        schemas.is_some_and(|schemas| schemas.iter().any(|schema| schema == urn))
    };
    let has = |key: &str| json.get(key).is_some();
    if says(SCHEMA) {
        Kind::Schema
    } else if says(RESOURCE_TYPE) {
        Kind::ResourceType
    } else if says(OVERLAY) || has("resourceType") {
        Kind::Overlay
    } else if has("endpoint") || has("schema") {
        Kind::ResourceType
    } else if ["schemaExtensions", STORAGE, RULES].into_iter().any(has) && !has("attributes") {
        // One whose "resourceType" is misspelt.
        Kind::Overlay
    } else {
        Kind::Schema
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_sorted_by_what_they_say_and_else_by_what_they_have() {
        let all = [
            r#"{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "schema": "x" }"#,
            r#"{ "id": "urn:x:y", "attributes": [] }"#,
            r#"{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"] }"#,
            r#"{ "endpoint": "/Things" }"#,
            r#"{ "schemas": ["urn:scimd:params:2.0:Overlay"] }"#,
            r#"{ "resourceType": "User" }"#,
            r#"{ "resourcetype": "User", "schemaExtensions": [] }"#,
            r#"{ "type": "User", "urn:scimd:params:2.0:Attribute": {} }"#,
            r#"{ "endpoint": "/Things", "schemaExtensions": [] }"#,
            r#"{ "attributes": [], "urn:scimd:params:2.0:Storage": {} }"#,
            "{",
        ];
        let documents = all.iter().map(|text| Document { file: String::new(), text: (*text).to_owned() });
        let sources = Sources::sort(documents);
        assert_eq!((sources.schemas.len(), sources.resource_types.len(), sources.overlays.len()), (4, 3, 4));
    }
}
