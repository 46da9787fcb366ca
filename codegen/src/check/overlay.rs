//! Overlays: small documents by which extensions, indexes, relations, rules and examples join a resource type that another
//! document declares, so that nobody edits that one.

use serde_json::{Map, Value, json};

use super::{object::COMMENT, resource_type::extensions, rules, storage::Owner};
use crate::{
    Faults,
    declaration::{EXAMPLE, OVERLAY, RULES, ResourceTypeDeclaration, Rules, STORAGE, SchemaDeclaration},
    read::Cursor,
};

/// The document that describes overlays.
pub(super) const SECTION: &str = "docs/extending.md, overlays";

const KEYS: &[&str] = &["schemas", "resourceType", "description", "schemaExtensions", STORAGE, RULES, EXAMPLE];

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
        // An example need not know what others add: the server shows something of that, too.
        let shown = added.iter().map(|added| (added.schema.clone(), Value::Object(Map::new())));
        declared.example.extend(shown);
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

/// Gives attributes of the resource type the rules that an overlay has for them, by path.
pub(super) fn rules(
    document: &Cursor<'_>,
    declared: &ResourceTypeDeclaration,
    schemas: &mut [SchemaDeclaration],
    faults: &mut Faults,
) {
    let Some(cursor) = document.member(RULES).map(|cursor| cursor.by(SECTION)) else { return };
    let Value::Object(members) = cursor.value else {
        faults
            .push(cursor.fault("an object is expected here", Some("{ \"userName\": { \"maxLength\": 100 } }".into())));
        return;
    };
    for at in members.keys().filter(|key| *key != COMMENT).filter_map(|key| Some((key, cursor.member(key)?))) {
        let (text, at) = at;
        let Some(found) = Owner::new(declared, schemas).resolve(&at, text, faults) else { continue };
        let (Some(attribute), Some(top)) = (found.attribute, found.top) else {
            let message = format!("\"{text}\" belongs to no schema and cannot have rules");
            faults.push(at.fault(message, Some("leave it out".to_owned())));
            continue;
        };
        if attribute.rules != Rules::default() {
            faults.push(at.fault(format!("\"{text}\" has rules already"), Some("change them where they stand".into())));
            continue;
        }
        let rules = rules::read(&at, attribute, faults);
        let is_part = found.path.sub_attribute.is_some();
        if let Some((key, message, help)) = rules::unfit(top, attribute, &rules).filter(|_| is_part) {
            faults.push(at.fault_below(key, message, Some(help.to_owned())));
        }
        let path = found.path;
        let urn = path.extension.as_ref().unwrap_or(&declared.schema);
        let schema = schemas.iter_mut().find(|schema| schema.id == *urn);
        let top = schema.and_then(|schema| schema.attribute_mut(&path.attribute));
        let attribute = match &path.sub_attribute {
            None => top,
            Some(name) => top.and_then(|top| top.sub_attributes.iter_mut().find(|sub| sub.name == *name)),
        };
        if let Some(attribute) = attribute {
            attribute.rules = rules;
            attribute.rules_at = Some((at.file.to_owned(), at.pointer));
        }
    }
}
