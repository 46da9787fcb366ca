//! Resource types (RFC 7643 §6).

use serde_json::{Map, Value};

use super::{object::COMMENT, schema::SCHEMA};
use crate::{
    Faults,
    declaration::{
        AttributeDeclaration, EXAMPLE, ExtensionDeclaration, ResourceTypeDeclaration, STORAGE, SchemaDeclaration,
        StorageDeclaration,
    },
    read::Cursor,
};

/// What a resource type names in `schemas`.
pub(crate) const RESOURCE_TYPE: &str = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

const KEYS: &[&str] =
    &["schemas", "id", "name", "endpoint", "description", "schema", "schemaExtensions", "meta", STORAGE, EXAMPLE];

/// The endpoints of the protocol itself.
const TAKEN: &[&str] =
    &["/Schemas", "/ResourceTypes", "/ServiceProviderConfig", "/ServiceProviderConfigs", "/Bulk", "/Me"];

/// Checks one resource type document, but for its storage.
pub(super) fn resource_type(
    document: &Cursor<'_>,
    schemas: &[SchemaDeclaration],
    faults: &mut Faults,
) -> Option<ResourceTypeDeclaration> {
    if !document.object(KEYS, faults) {
        return None;
    }
    document.schemas(RESOURCE_TYPE, faults);
    let name = document.required_text("name", faults);
    if let Some(name) = name.as_deref().filter(|name| !is_name(name)) {
        let help = "a letter, then letters, digits, \"-\" and \"_\"".to_owned();
        faults.push(document.fault_below("name", format!("\"{name}\" is no name of a resource type"), Some(help)));
    }
    if let (Some(id), Some(name)) = (document.text("id", faults), &name)
        && id != *name
    {
        faults.push(document.fault_below(
            "id",
            format!("the id \"{id}\" is not the name \"{name}\""),
            Some("leave \"id\" out".to_owned()),
        ));
    }
    let endpoint = document.required_text("endpoint", faults);
    if let Some(endpoint) = &endpoint {
        if !is_endpoint(endpoint) {
            let help = "one segment after a slash, as in \"/Things\"".to_owned();
            faults.push(document.fault_below("endpoint", format!("\"{endpoint}\" is no endpoint"), Some(help)));
        } else if is_taken(endpoint) {
            let message = format!("the endpoint \"{endpoint}\" belongs to the protocol");
            let help = Some("choose another endpoint".to_owned());
            faults.push(document.fault_below("endpoint", message, help).by("RFC 7644 §3.2"));
        }
    }
    let description = document.text("description", faults).unwrap_or_default();
    let schema = document.required_text("schema", faults);
    let schema = schema.and_then(|urn| known(document, &urn, schemas, faults));
    let extensions = extensions(document, schemas, schema.as_deref(), &[], faults);
    Some(ResourceTypeDeclaration {
        document: published(document),
        file: document.file.to_owned(),
        name: name?,
        endpoint: endpoint?,
        description,
        schema: schema?,
        extensions,
        storage: StorageDeclaration::default(),
        example: Map::new(),
    })
}

/// The extensions that a document lists, beside the ones that are known before.
pub(super) fn extensions(
    document: &Cursor<'_>,
    schemas: &[SchemaDeclaration],
    base: Option<&str>,
    before: &[ExtensionDeclaration],
    faults: &mut Faults,
) -> Vec<ExtensionDeclaration> {
    let mut found: Vec<ExtensionDeclaration> = Vec::new();
    for element in document.list("schemaExtensions", faults) {
        if let Value::String(urn) = element.value {
            let help = format!("{{ \"schema\": \"{urn}\", \"required\": false }}");
            faults.push(element.fault("an object is expected here", Some(help)));
            continue;
        }
        if !element.object(&["schema", "required"], faults) {
            continue;
        }
        let required = element.flag("required", faults);
        let Some(urn) = element.required_text("schema", faults) else { continue };
        let Some(schema) = known(&element, &urn, schemas, faults) else { continue };
        let mut others = before.iter().chain(&found);
        if base == Some(schema.as_str()) || others.any(|other| other.schema == schema) {
            let message = format!("\"{schema}\" is already a schema of this resource type");
            faults.push(element.fault_below("schema", message, Some("leave it out here".to_owned())));
        }
        let declared = schemas.iter().find(|declared| declared.id == schema);
        if required && !declared.is_some_and(|declared| declared.attributes.iter().any(AttributeDeclaration::is_sent)) {
            let message = format!("\"{schema}\" is required and has nothing that a client could send");
            let help = "say \"required\": false, or give it a writable attribute".to_owned();
            faults.push(element.fault_below("required", message, Some(help)));
        }
        found.push(ExtensionDeclaration { schema, required });
    }
    found
}

/// The URN, if a schema of that URN is declared and usable.
fn known(cursor: &Cursor<'_>, urn: &str, schemas: &[SchemaDeclaration], faults: &mut Faults) -> Option<String> {
    if urn == SCHEMA {
        faults.push(cursor.fault_below(
            "schema",
            "the schema of schemas describes no resource type",
            Some("name a schema of your own".to_owned()),
        ));
        return None;
    }
    if !schemas.iter().any(|schema| schema.id == urn) {
        let help = faults.help(urn, schemas.iter().map(|schema| schema.id.as_str()));
        faults.push(cursor.fault_below("schema", format!("no schema \"{urn}\" is declared"), help));
        return None;
    }
    Some(urn.to_owned())
}

/// The document without what is ours, with what may be left out.
fn published(document: &Cursor<'_>) -> Map<String, Value> {
    let mut published = Map::new();
    published.insert("schemas".to_owned(), Value::from(vec![RESOURCE_TYPE]));
    published.insert("id".to_owned(), document.value["name"].clone());
    for (key, value) in document.value.as_object().into_iter().flatten() {
        if !["meta", STORAGE, EXAMPLE, COMMENT].contains(&key.as_str()) {
            published.insert(key.clone(), value.clone());
        }
    }
    for extension in published.get_mut("schemaExtensions").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(extension) = extension.as_object_mut() {
            extension.remove(COMMENT);
            extension.entry("required").or_insert(Value::Bool(false));
        }
    }
    published
}

/// Whether it is an endpoint of the protocol itself.
pub(super) fn is_taken(endpoint: &str) -> bool {
    TAKEN.iter().any(|taken| taken.eq_ignore_ascii_case(endpoint))
}

/// Whether it is one segment of a URL behind a slash.
pub(super) fn is_endpoint(endpoint: &str) -> bool {
    endpoint.strip_prefix('/').is_some_and(is_name)
}

/// Whether it may be the name of a resource type, or the segment of an endpoint.
pub(crate) fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')
}
