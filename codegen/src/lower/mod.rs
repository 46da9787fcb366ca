//! From what is declared to what is printed: numbers, roles, names, tables.

mod attributes;
mod common;
mod table;

use std::collections::BTreeMap;

use crate::{
    declaration::{Declarations, ResourceTypeDeclaration, Returned, SchemaDeclaration},
    ident::{self, Names},
    model::{Attribute, BackReference, Extension, Model, Relation, ResourceType, Role},
};

/// Names that the generated code of the scim layer uses or brings itself.
const TYPES: &[&str] = &[
    "Clone",
    "Debug",
    "Default",
    "Deserialize",
    "Drop",
    "Eq",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "Iterator",
    "Meta",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Sized",
    "Some",
    "String",
    "Sync",
    "Vec",
];

/// Names of modules that the generated code of the store layer uses, and of the store's own tables and indexes.
const TABLES: &[&str] = &[
    "assertions",
    "counters",
    "credentials",
    "credentials_hash",
    "credentials_org",
    "events",
    "organisations",
    "organisations_name",
    "outbox",
    "outbox_org",
    "requests",
    "requests_org",
    "schema",
    "scim",
    "sea_orm",
    "settings",
    "signing_keys",
    "table",
    "tokens",
    "value",
];

/// Statics of the scim and store layers beside one a resource type.
const STATICS: &[&str] = &["SCHEMAS", "RESOURCE_TYPES", "TABLES"];

/// Lowers everything. The declarations are checked: what does not resolve is left out in silence.
pub(crate) fn lower(declarations: Declarations) -> Model {
    let Declarations { schemas, resource_types } = declarations;
    let mut structs = Structs { names: Names::with(TYPES), given: BTreeMap::new() };
    let mut statics = Names::with(STATICS);
    let mut tables = Names::with(TABLES);
    // The names of the resource types come first, so that a nested name never takes one of them.
    let names: Vec<(String, String, String)> = (resource_types.iter())
        .map(|declared| {
            (
                structs.give(&declared.name, ident::camel(&declared.name)),
                statics.take(ident::screaming(&declared.name)),
                tables.take_sql(ident::sql(&[&declared.endpoint])),
            )
        })
        .collect();
    let mut resource_types: Vec<ResourceType> = (resource_types.iter().zip(names))
        .map(|(declared, (struct_name, static_name, table_name))| {
            let back_references = back_references(declared, &resource_types);
            let attributes = attributes::top_level(declared, &schemas, &back_references, &struct_name, &mut structs);
            let position = |name: &str| attributes.iter().position(|attribute| attribute.name == name);
            let relations: Vec<Relation> = (declared.storage.relations.iter())
                .filter_map(|relation| {
                    let at = position(&relation.attribute)?;
                    let label = relation.label.as_deref().and_then(position);
                    Some(Relation { position: at, targets: targets(&attributes[at]), label })
                })
                .collect();
            let back_references = (back_references.into_iter())
                .filter_map(|(attribute, owner, relation)| {
                    Some(BackReference { position: position(&attribute)?, owner, relation })
                })
                .collect();
            let extensions = (declared.extensions.iter())
                .filter_map(|extension| {
                    let position = position(&extension.schema)?;
                    Some(Extension { schema: extension.schema.clone(), required: extension.required, position })
                })
                .collect();
            let table = table::table(table_name, &declared.name, &attributes, &relations, &schemas, &mut tables);
            ResourceType {
                name: declared.name.clone(),
                static_name,
                struct_name,
                endpoint: declared.endpoint.clone(),
                description: declared.description.clone(),
                schema: declared.schema.clone(),
                extensions,
                attribute_count: table.places.len() as u16,
                relations,
                back_references,
                always_project: always_project(&attributes),
                document: serde_json::Value::Object(declared.document.clone()).to_string(),
                example: serde_json::Value::Object(declared.example.clone()).to_string(),
                table,
                attributes,
            }
        })
        .collect();
    for resource_type in &mut resource_types {
        table::name_indexes(&mut resource_type.table, &mut tables);
    }
    Model { schemas, resource_types }
}

/// The names of structs, one an owner: two resource types that use one extension share its struct.
struct Structs {
    names: Names,
    given: BTreeMap<String, String>,
}

impl Structs {
    fn give(&mut self, owner: &str, wanted: String) -> String {
        let names = &mut self.names;
        self.given.entry(owner.to_owned()).or_insert_with(|| names.take(wanted)).clone()
    }
}

/// The attributes of this type that show relations: their name, the owner's name, the index of the owner's relation.
fn back_references(
    declared: &ResourceTypeDeclaration,
    all: &[ResourceTypeDeclaration],
) -> Vec<(String, String, usize)> {
    let mut found = Vec::new();
    for owner in all {
        for (index, relation) in owner.storage.relations.iter().enumerate() {
            for back in relation.back_references.iter().filter(|back| back.resource_type == declared.name) {
                found.push((back.attribute.clone(), owner.name.clone(), index));
            }
        }
    }
    found
}

fn targets(attribute: &Attribute) -> Vec<String> {
    let reference = attribute.sub_attributes.iter().find(|sub| sub.role == Role::Ref);
    reference.map(|reference| reference.reference_types.clone()).unwrap_or_default()
}

/// Whether a stored document holds something that is not returned by default.
fn always_project(attributes: &[Attribute]) -> bool {
    let hidden = |attribute: &Attribute| matches!(attribute.returned, Returned::Request | Returned::Never);
    fn below(attribute: &Attribute, hidden: &impl Fn(&Attribute) -> bool) -> bool {
        attribute.sub_attributes.iter().any(|sub| hidden(sub) || below(sub, hidden))
    }
    attributes
        .iter()
        .any(|attribute| attribute.returned == Returned::Request || !attribute.skipped && below(attribute, &hidden))
}

fn schema<'a>(schemas: &'a [SchemaDeclaration], urn: &str) -> Option<&'a SchemaDeclaration> {
    schemas.iter().find(|schema| schema.id == urn)
}
