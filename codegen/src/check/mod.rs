//! All refusals. Every fault of every document is found before anything is refused.

mod object;
mod resource_type;
mod schema;
mod storage;

use crate::{
    Fault, Faults,
    declaration::{AttributeDeclaration, Declarations, ResourceTypeDeclaration, SchemaDeclaration},
    fault::did_you_mean,
    read::{Cursor, Documents},
};

/// Checks all documents and gives what they declare.
pub(crate) fn check(documents: &Documents) -> Result<Declarations, Faults> {
    let mut faults = Faults::default();
    let schemas: Vec<SchemaDeclaration> = (documents.schemas.iter())
        .filter_map(|document| schema::schema(&Cursor::root(document), &mut faults))
        .collect();
    distinct(schemas.iter().map(|schema| (schema.file.as_str(), "/id", "schema id", schema.id.as_str())), &mut faults);

    let mut resource_types: Vec<ResourceTypeDeclaration> = (documents.resource_types.iter())
        .filter_map(|document| resource_type::resource_type(&Cursor::root(document), &schemas, &mut faults))
        .collect();
    if documents.resource_types.is_empty() {
        faults.push(Fault {
            file: "resource-types".to_owned(),
            place: String::new(),
            message: "no resource type is declared".to_owned(),
            help: Some("declare one, as in RFC 7643 §6".to_owned()),
        });
    }
    let types = || resource_types.iter();
    distinct(types().map(|t| (t.file.as_str(), "/name", "resource type", t.name.as_str())), &mut faults);
    distinct(types().map(|t| (t.file.as_str(), "/endpoint", "endpoint", t.endpoint.as_str())), &mut faults);

    // A name whose own document has other faults is still a name that references may use.
    let names: Vec<&str> = (documents.resource_types.iter())
        .filter_map(|document| document.json.get("name").and_then(serde_json::Value::as_str))
        .collect();
    for schema in &schemas {
        for attribute in &schema.attributes {
            reference_types(&schema.file, attribute, &names, &mut faults);
        }
    }
    for document in &documents.resource_types {
        storage::storage(&Cursor::root(document), &schemas, &mut resource_types, &mut faults);
    }
    one_source(&resource_types, &mut faults);
    faults.or(Declarations { schemas, resource_types })
}

/// Whether all names of one kind differ in more than case.
fn distinct<'a>(names: impl Iterator<Item = (&'a str, &'a str, &'a str, &'a str)>, faults: &mut Faults) {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for (file, place, kind, name) in names {
        match seen.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)) {
            Some((_, first)) => faults.push(Fault {
                file: file.to_owned(),
                place: format!("#{place}"),
                message: format!("the {kind} \"{name}\" is declared twice"),
                help: Some(format!("the first is in {first}")),
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
            let mut refuse = |message: String| {
                let place = format!("#{}/attribute", back.pointer);
                faults.push(Fault { file: declared.file.clone(), place, message, help: None });
            };
            if seen.contains(&attribute) {
                refuse(format!("\"{}\" of {} shows another relation already", attribute.1, attribute.0));
            }
            if indexed {
                refuse(format!(
                    "\"{}\" of {} is indexed, and a back reference has no column",
                    attribute.1, attribute.0
                ));
            }
            seen.push(attribute);
        }
    }
}

fn reference_types(file: &str, attribute: &AttributeDeclaration, resource_types: &[&str], faults: &mut Faults) {
    let right = || resource_types.iter().copied().chain(["external", "uri"]);
    for (index, name) in attribute.reference_types.iter().enumerate() {
        if !right().any(|known| known == name) {
            faults.push(Fault {
                file: file.to_owned(),
                place: format!("#{}/referenceTypes/{index}", attribute.pointer),
                message: format!("\"{name}\" is neither a resource type nor \"external\" nor \"uri\""),
                help: did_you_mean(name, right()),
            });
        }
    }
    for sub_attribute in &attribute.sub_attributes {
        reference_types(file, sub_attribute, resource_types, faults);
    }
}
