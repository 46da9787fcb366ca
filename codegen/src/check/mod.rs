//! All refusals. Every fault of every document is found before anything is refused.

mod attributes;
mod example;
mod object;
mod overlay;
mod published;
mod resource_type;
pub(crate) mod room;
mod rules;
mod schema;
mod storage;
mod urn;

pub(crate) use resource_type::{RESOURCE_TYPE, is_name};
pub(crate) use schema::SCHEMA;

use crate::{
    Fault, Faults,
    declaration::{AttributeDeclaration, Declarations, ResourceTypeDeclaration, SchemaDeclaration},
    read::{Cursor, Documents, Parsed},
};

/// Checks all documents and gives what they declare. Where some could not be read, which are faults already, what the
/// others refer to may be in those: only what is wrong with each schema by itself is said then.
pub(crate) fn check(documents: &Documents, mut faults: Faults) -> Result<Declarations, Faults> {
    let is_whole = faults.is_empty();
    let mut schemas: Vec<SchemaDeclaration> = (documents.schemas.iter())
        .filter_map(|document| schema::schema(&Cursor::root(document, "RFC 7643 §7"), &mut faults))
        .collect();
    schemas.iter().for_each(|schema| attributes::attributes(schema, &mut faults));
    if !is_whole {
        return Err(faults);
    }
    let ids = schemas.iter().map(|schema| (schema.file.as_str(), "/id", "schema id", schema.id.as_str()));
    distinct(ids, "RFC 7643 §7", &mut faults);

    let roots = documents.resource_types.iter().map(|document| Cursor::root(document, "RFC 7643 §6"));
    let mut resource_types: Vec<ResourceTypeDeclaration> =
        roots.clone().filter_map(|root| resource_type::resource_type(&root, &schemas, &mut faults)).collect();
    if documents.resource_types.is_empty() {
        faults.push(Fault {
            file: "resource-types".to_owned(),
            at: None,
            pointer: None,
            message: "no resource type is declared".to_owned(),
            help: Some("`new resource-type NAME` of the schema tool starts one".to_owned()),
            section: "RFC 7643 §6",
        });
    }
    // A name whose own document has other faults is still a name that references may use, and another document may not.
    let said = |key: &'static str| {
        let said = move |document| Some((document, Parsed::text(document, key)?));
        documents.resource_types.iter().filter_map(said)
    };
    let names = said("name").map(|(document, name)| (document.file.as_str(), "/name", "resource type", name));
    distinct(names, "RFC 7643 §6", &mut faults);
    let endpoints = said("endpoint").map(|(document, path)| (document.file.as_str(), "/endpoint", "endpoint", path));
    distinct(endpoints, "RFC 7643 §6", &mut faults);
    let names: Vec<&str> = said("name").map(|(_, name)| name).collect();
    let overlays: Vec<(usize, Cursor<'_>)> = (documents.overlays.iter())
        .filter_map(|document| {
            let root = Cursor::root(document, overlay::SECTION);
            Some((overlay::overlay(&root, &names, &schemas, &mut resource_types, &mut faults)?, root))
        })
        .collect();
    let own = roots.filter_map(|root| Some((declared_in(&resource_types, root.file)?, root)));
    let all: Vec<(usize, Cursor<'_>)> = own.chain(overlays).collect();
    for (position, document) in &all {
        overlay::targets(document, &resource_types[*position], &names, &mut schemas, &mut faults);
        overlay::rules(document, &resource_types[*position], &mut schemas, &mut faults);
    }
    published::names(&resource_types, &mut faults);
    attributes::common(&resource_types, &schemas, &mut faults);
    for declared in &resource_types {
        attributes::one_meaning(declared, &schemas, &mut faults);
    }
    for schema in &schemas {
        for attribute in &schema.attributes {
            reference_types(&schema.file, attribute, &names, &mut faults);
        }
    }
    for (position, document) in &all {
        storage::storage(document, *position, &schemas, &mut resource_types, &mut faults);
        example::example(document, *position, &schemas, &mut resource_types, &mut faults);
    }
    one_source(&resource_types, &mut faults);
    faults.or(Declarations { schemas, resource_types })
}

/// The position of the resource type that a file declares.
fn declared_in(resource_types: &[ResourceTypeDeclaration], file: &str) -> Option<usize> {
    resource_types.iter().position(|declared| declared.file == file)
}

/// Whether all names of one kind differ in more than case.
fn distinct<'a>(
    names: impl Iterator<Item = (&'a str, &'a str, &'a str, &'a str)>,
    section: &'static str,
    faults: &mut Faults,
) {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for (file, place, kind, name) in names {
        match seen.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)) {
            Some((_, first)) => faults.push(Fault {
                file: file.to_owned(),
                at: None,
                pointer: Some(place.to_owned()),
                message: format!("the {kind} \"{name}\" is declared twice"),
                help: Some(format!("the first is in {first}")),
                section,
            }),
            None => seen.push((name, file)),
        }
    }
}

/// Whether every back reference shows one relation.
fn one_source(resource_types: &[ResourceTypeDeclaration], faults: &mut Faults) {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for declared in resource_types {
        for back in declared.storage.relations.iter().flat_map(|relation| &relation.back_references) {
            let attribute = (back.resource_type.as_str(), back.attribute.as_str());
            let target = resource_types.iter().find(|declared| declared.name == back.resource_type);
            let indexed = target.is_some_and(|target| {
                target.storage.indexes.iter().any(|path| path.extension.is_none() && path.attribute == back.attribute)
            });
            let mut refuse = |message: String, help: &str| {
                let (file, pointer) = (back.file.clone(), Some(format!("{}/attribute", back.pointer)));
                faults.push(Fault {
                    file,
                    at: None,
                    pointer,
                    message,
                    help: Some(help.to_owned()),
                    section: storage::SECTION,
                });
            };
            if seen.contains(&attribute) {
                refuse(
                    format!("\"{}\" of {} shows another relation already", attribute.1, attribute.0),
                    "leave one out",
                );
            }
            if indexed {
                let (name, owner) = (attribute.1, attribute.0);
                let message = format!("\"{name}\" of {owner} is indexed, and a back reference has no column");
                refuse(message, "leave the index out");
            }
            seen.push(attribute);
        }
    }
}

fn reference_types(file: &str, attribute: &AttributeDeclaration, resource_types: &[&str], faults: &mut Faults) {
    let right = || resource_types.iter().copied().chain(["external", "uri"]);
    for (index, name) in attribute.reference_types.iter().enumerate() {
        if !right().any(|known| known == name) {
            let help = faults.help(name, right());
            faults.push(Fault {
                file: file.to_owned(),
                at: None,
                pointer: Some(format!("{}/referenceTypes/{index}", attribute.pointer)),
                message: format!("\"{name}\" is neither a resource type nor \"external\" nor \"uri\""),
                help,
                section: "RFC 7643 §2.3.7",
            });
        }
    }
    for sub_attribute in &attribute.sub_attributes {
        reference_types(file, sub_attribute, resource_types, faults);
    }
}
