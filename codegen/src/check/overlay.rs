//! Overlays: small documents by which extensions, indexes and relations join a resource type that another document
//! declares, so that nobody edits that one.

use serde_json::{Value, json};

use super::resource_type::extensions;
use crate::{
    Faults,
    declaration::{OVERLAY, ResourceTypeDeclaration, STORAGE, SchemaDeclaration},
    read::Cursor,
};

/// The document that describes overlays.
pub(super) const SECTION: &str = "docs/extending.md, overlays";

const KEYS: &[&str] = &["schemas", "resourceType", "description", "schemaExtensions", STORAGE];

/// Adds the extensions of one overlay to its resource type, and gives that type's position.
pub(super) fn overlay(
    document: &Cursor<'_>,
    names: &[&str],
    schemas: &[SchemaDeclaration],
    resource_types: &mut [ResourceTypeDeclaration],
    faults: &mut Faults,
) -> Option<usize> {
    if !document.object(KEYS, faults) {
        return None;
    }
    document.schemas(OVERLAY, faults);
    document.text("description", faults);
    let name = document.required_text("resourceType", faults)?;
    let Some(position) = resource_types.iter().position(|declared| declared.name == name) else {
        // What is wrong with a document of that name is said there.
        if !names.contains(&name.as_str()) {
            let help = faults.help(&name, names.iter().copied());
            let message = format!("no resource type \"{name}\" is declared");
            faults.push(document.fault_below("resourceType", message, help));
        }
        return None;
    };
    let declared = &mut resource_types[position];
    let added = extensions(document, schemas, Some(&declared.schema), &declared.extensions, faults);
    if !added.is_empty() {
        let published = declared.document.entry("schemaExtensions").or_insert_with(|| Value::Array(Vec::new()));
        if let Some(published) = published.as_array_mut() {
            published.extend(added.iter().map(|added| json!({ "schema": added.schema, "required": added.required })));
        }
        declared.extensions.extend(added);
    }
    Some(position)
}

/// Lets the relations of a resource type point to the further types that a document names as their `targets`.
pub(super) fn targets(
    document: &Cursor<'_>,
    declared: &ResourceTypeDeclaration,
    names: &[&str],
    schemas: &mut [SchemaDeclaration],
    faults: &mut Faults,
) {
    let Some(storage) = document.member(STORAGE).map(|storage| storage.by(super::storage::SECTION)) else { return };
    // Lists and objects that are none are refused when the storage is read.
    for relation in storage.member("relations").iter().flat_map(Cursor::elements) {
        let Some(name) = relation.member("attribute").and_then(|name| name.value.as_str()) else { continue };
        let schema = schemas.iter_mut().find(|schema| schema.id == declared.schema);
        let attribute = schema.and_then(|schema| schema.attribute_mut(name));
        let Some(attribute) = attribute else { continue };
        for (at, target) in relation.texts("targets", faults) {
            if !names.contains(&target.as_str()) {
                let help = faults.help(&target, names.iter().copied());
                faults.push(at.fault(format!("no resource type \"{target}\" is declared"), help));
                continue;
            }
            let sub = |name: &str| attribute.sub_attributes.iter().position(|sub| sub.name == name);
            let (reference, kind) = (sub("$ref"), sub("type"));
            if let Some(reference) = reference.map(|at| &mut attribute.sub_attributes[at].reference_types)
                && !reference.contains(&target)
            {
                reference.push(target.clone());
            }
            if let Some(kind) = kind.map(|at| &mut attribute.sub_attributes[at].canonical_values)
                && !kind.is_empty()
                && !kind.contains(&target)
            {
                kind.push(target);
            }
        }
    }
}
