//! Rules of attributes that look at names and lists of values: what clients could not write, and what says nothing.

use super::rules::NO_NUL;
use crate::{
    Fault, Faults,
    declaration::{
        AttributeDeclaration, DataType, Mutability, RULES, ResourceTypeDeclaration, Returned, Rules, SchemaDeclaration,
        Uniqueness, Word,
    },
};

/// The longest name of an attribute or of a resource type, in characters.
pub(super) const LONGEST_NAME: usize = 255;

/// The word that begins a negation. The other words of filters stand where no attribute does.
const NEGATION: &str = "not";

/// Checks all attributes of a schema.
pub(super) fn attributes(schema: &SchemaDeclaration, faults: &mut Faults) {
    for attribute in &schema.attributes {
        self::attribute(&schema.file, attribute, faults);
    }
}

fn attribute(file: &str, attribute: &AttributeDeclaration, faults: &mut Faults) {
    let mut refuse = |pointer: String, section: &'static str, message: String, help: &str| {
        let (file, help) = (file.to_owned(), Some(help.to_owned()));
        faults.push(Fault { file, at: None, pointer: Some(pointer), message, help, section });
    };
    let AttributeDeclaration { name, pointer, canonical_values, data_type, .. } = attribute;
    if name.eq_ignore_ascii_case(NEGATION) {
        let message = format!("no filter could name an attribute \"{name}\": the word negates what follows it");
        refuse(format!("{pointer}/name"), "RFC 7644 §3.4.2.2", message, "choose another name");
    }
    if name.len() > LONGEST_NAME {
        let message = format!("the name has {} characters", name.len());
        refuse(format!("{pointer}/name"), "docs/extending.md, limits", message, &format!("{LONGEST_NAME} at most"));
    }
    let texts = matches!(data_type, DataType::String | DataType::Reference);
    if !canonical_values.is_empty() && !texts {
        let message = format!("an attribute of type {} has no canonical values", data_type.word());
        let help = if *data_type == DataType::Complex { "give them to a sub-attribute" } else { "leave them out" };
        refuse(format!("{pointer}/canonicalValues"), "RFC 7643 §7", message, help);
    }
    for (index, value) in canonical_values.iter().enumerate() {
        let at = format!("{pointer}/canonicalValues/{index}");
        let same = |other: &&String| match attribute.case_exact {
            true => *other == value,
            false => other.to_lowercase() == value.to_lowercase(),
        };
        if value.trim().is_empty() {
            refuse(at, "RFC 7643 §7", "a canonical value is empty".to_owned(), "leave it out");
        } else if value.contains('\0') {
            refuse(at, "RFC 7643 §7", NO_NUL.to_owned(), "leave it out");
        } else if let Some(first) = canonical_values[..index].iter().find(same) {
            let (message, help) = if first == value {
                (format!("the canonical value \"{value}\" is listed twice"), "leave one out")
            } else {
                (
                    format!("\"{first}\" and \"{value}\" are one value, since \"caseExact\" is false"),
                    "leave one out, or say \"caseExact\": true",
                )
            };
            refuse(at, "RFC 7643 §2.2", message, help);
        }
    }
    for (index, name) in attribute.reference_types.iter().enumerate() {
        if attribute.reference_types[..index].contains(name) {
            let message = format!("\"{name}\" is listed twice");
            refuse(format!("{pointer}/referenceTypes/{index}"), "RFC 7643 §7", message, "leave one out");
        }
    }
    let hidden = attribute.returned == Returned::Never;
    for sub in attribute.sub_attributes.iter().filter(|sub| hidden && sub.uniqueness != Uniqueness::None) {
        let message = format!("\"{}\" belongs to what is never returned and cannot be unique", sub.name);
        refuse(format!("{}/uniqueness", sub.pointer), "RFC 7643 §7", message, "leave it out");
    }
    if attribute.required && attribute.mutability != Mutability::ReadOnly && !attribute.is_sent() {
        let message = format!("\"{name}\" is required and has nothing that a client could send");
        let help = "say \"required\": false, or give it a writable attribute";
        refuse(format!("{pointer}/required"), "RFC 7643 §2.2", message, help);
    }
    if let Some(value) = attribute.sub_attribute("value")
        && attribute.sub_attributes.iter().any(|sub| attribute.computes(sub))
        && (value.data_type != DataType::String || value.multi_valued)
    {
        let key = if value.data_type == DataType::String { "multiValued" } else { "type" };
        let message = "\"value\" must be a single-valued string, since \"$ref\" is made of it".to_owned();
        let help = "it is the id of a resource; a URL of elsewhere is a \"reference\" to \"external\"";
        refuse(format!("{}/{key}", value.pointer), "docs/extending.md, schemas", message, help);
    }
    for sub_attribute in &attribute.sub_attributes {
        self::attribute(file, sub_attribute, faults);
    }
}

/// The attributes that every resource has (RFC 7643 §3, §3.1), which a base schema may list and need not.
pub(super) const COMMON: &[&str] = &["schemas", "id", "externalId", "meta"];

/// Whether what base schemas list of the attributes that every resource has is what these are.
pub(super) fn common(resource_types: &[ResourceTypeDeclaration], schemas: &[SchemaDeclaration], faults: &mut Faults) {
    let is_base = |schema: &&SchemaDeclaration| resource_types.iter().any(|declared| declared.schema == schema.id);
    for schema in schemas.iter().filter(is_base) {
        for attribute in &schema.attributes {
            let Some(name) = COMMON.iter().find(|name| name.eq_ignore_ascii_case(&attribute.name)) else { continue };
            let (types, many, kind): (&[DataType], bool, &str) = match *name {
                "schemas" => (&[DataType::Reference, DataType::String], true, "a list of URNs"),
                "meta" => (&[DataType::Complex], false, "a complex attribute"),
                _ => (&[DataType::String], false, "a string"),
            };
            let mut refuse = |key: &str, message: String, help: &str| {
                faults.push(Fault {
                    file: schema.file.clone(),
                    at: None,
                    pointer: Some(format!("{}/{key}", attribute.pointer)),
                    message,
                    help: Some(help.to_owned()),
                    section: "RFC 7643 §3.1",
                });
            };
            if !types.contains(&attribute.data_type) || attribute.multi_valued != many {
                refuse("name", format!("every resource has \"{name}\", as {kind}"), "leave it out");
            }
            // RFC 7643 §3.1 lets documents list the characteristics of RFC 7643, and gives them no effect.
            if attribute.rules != Rules::default() {
                let message = format!("\"{name}\" is the same in every resource and cannot have rules");
                refuse(RULES, message, "leave them out, or declare an attribute of your own");
            }
        }
    }
}

/// Whether each path of a resource type means one thing: the URN of a schema must not be a path into another one.
pub(super) fn one_meaning(declared: &ResourceTypeDeclaration, schemas: &[SchemaDeclaration], faults: &mut Faults) {
    let urns = std::iter::once(&declared.schema).chain(declared.extensions.iter().map(|extension| &extension.schema));
    let own: Vec<&SchemaDeclaration> = urns.filter_map(|urn| schemas.iter().find(|schema| schema.id == *urn)).collect();
    for schema in &own {
        for other in &own {
            let Some(path) = after(&schema.id, &other.id) else { continue };
            let (name, sub_name) = path.split_once('.').map_or((path, None), |(name, sub)| (name, Some(sub)));
            let attribute = other.attribute(name);
            let found = match sub_name {
                Some(sub_name) => attribute.and_then(|attribute| attribute.sub_attribute(sub_name)),
                None => attribute,
            };
            if found.is_some() {
                faults.push(Fault {
                    file: schema.file.clone(),
                    at: None,
                    pointer: Some("/id".to_owned()),
                    message: format!(
                        "in {}, \"{}\" is also the path of the attribute \"{path}\" of \"{}\"",
                        declared.name, schema.id, other.id
                    ),
                    help: Some("choose another URN, or another name for the attribute".to_owned()),
                    section: "RFC 7644 §3.10",
                });
            }
        }
    }
}

/// What stands behind a URN and its colon.
fn after<'a>(text: &'a str, urn: &str) -> Option<&'a str> {
    let (beginning, rest) = text.split_at_checked(urn.len())?;
    rest.strip_prefix(':').filter(|_| beginning.eq_ignore_ascii_case(urn))
}
