//! Schemas (RFC 7643 §7) and the rules of attributes (§2).

use super::{rules, urn};
use crate::{
    Fault, Faults,
    declaration::{
        AttributeDeclaration, DataType, Mutability, RULES, Returned, Rules, SchemaDeclaration, Uniqueness, Word,
    },
    read::Cursor,
};

/// The schema of schemas. It alone nests complex attributes in complex attributes, and no resource type may use it.
pub(crate) const SCHEMA: &str = "urn:ietf:params:scim:schemas:core:2.0:Schema";

const KEYS: &[&str] = &["schemas", "id", "name", "description", "attributes", "meta"];

const ATTRIBUTE_KEYS: &[&str] = &[
    "name",
    "type",
    "multiValued",
    "description",
    "required",
    "canonicalValues",
    "caseExact",
    "mutability",
    "returned",
    "uniqueness",
    "referenceTypes",
    "subAttributes",
    RULES,
];

/// Checks one schema document.
pub(super) fn schema(document: &Cursor<'_>, faults: &mut Faults) -> Option<SchemaDeclaration> {
    if !document.object(KEYS, faults) {
        return None;
    }
    document.schemas(SCHEMA, faults);
    let id = document.required_text("id", faults);
    if let Some(id) = &id {
        urn::check(document, id, faults);
    }
    let name = document.required_text("name", faults);
    let description = document.text("description", faults).unwrap_or_default();
    if document.member("attributes").is_none() {
        faults.push(document.fault("\"attributes\" is missing", Some("a list, which may have none: []".to_owned())));
    }
    // Each level of a schema may nest one deeper: attributes, then sub-attributes.
    let depth = if id.as_deref() == Some(SCHEMA) { 3 } else { 2 };
    let attributes = attributes(document, "attributes", depth, faults);
    Some(SchemaDeclaration {
        file: document.file.to_owned(),
        id: id?,
        name: name.unwrap_or_default(),
        description,
        attributes,
    })
}

fn attributes(parent: &Cursor<'_>, key: &str, depth: usize, faults: &mut Faults) -> Vec<AttributeDeclaration> {
    let elements = parent.list(key, faults);
    // A schema may have no attributes and say something by its name alone; a complex attribute is nothing without any.
    if key == "subAttributes" && elements.is_empty() && parent.member(key).is_some_and(|member| member.value.is_array())
    {
        faults.push(parent.fault_below(key, format!("\"{key}\" is empty"), None));
    }
    let mut found: Vec<AttributeDeclaration> = Vec::new();
    for element in elements {
        let Some(attribute) = attribute(&element, depth, faults) else { continue };
        if let Some(other) = found.iter().find(|other| other.name.eq_ignore_ascii_case(&attribute.name)) {
            let message = format!("the attribute \"{}\" is declared twice", attribute.name);
            let help =
                format!("the first is \"{}\" at {}; names do not differ by case alone", other.name, other.pointer);
            faults.push(element.fault_below("name", message, Some(help)).by("RFC 7643 §2.1"));
        }
        found.push(attribute);
    }
    found
}

fn attribute(cursor: &Cursor<'_>, depth: usize, faults: &mut Faults) -> Option<AttributeDeclaration> {
    if !cursor.object(ATTRIBUTE_KEYS, faults) {
        return None;
    }
    let name = cursor.required_text("name", faults);
    if let Some(name) = name.as_deref().filter(|name| !is_attribute_name(name)) {
        let help = "a letter, then letters, digits, \"-\" and \"_\"; \"$ref\" is the one exception".to_owned();
        let fault = cursor.fault_below("name", format!("\"{name}\" is no attribute name"), Some(help));
        faults.push(fault.by("RFC 7643 §2.1"));
    }
    let data_type = match cursor.member("type") {
        Some(_) => cursor.word("type", faults),
        None => Some(DataType::String),
    };
    let mut attribute = AttributeDeclaration {
        pointer: cursor.pointer.clone(),
        name: name.unwrap_or_default(),
        description: cursor.text("description", faults).unwrap_or_default(),
        data_type: data_type.unwrap_or(DataType::String),
        multi_valued: cursor.flag("multiValued", faults),
        required: cursor.flag("required", faults),
        canonical_values: cursor.texts("canonicalValues", faults).into_iter().map(|(_, text)| text).collect(),
        case_exact: cursor.flag("caseExact", faults),
        mutability: cursor.word("mutability", faults).unwrap_or(Mutability::ReadWrite),
        returned: cursor.word("returned", faults).unwrap_or(Returned::Default),
        uniqueness: cursor.word("uniqueness", faults).unwrap_or(Uniqueness::None),
        reference_types: cursor.texts("referenceTypes", faults).into_iter().map(|(_, text)| text).collect(),
        sub_attributes: if depth > 1 { attributes(cursor, "subAttributes", depth - 1, faults) } else { Vec::new() },
        rules: Rules::default(),
        rules_at: cursor.member(RULES).map(|rules| (rules.file.to_owned(), rules.pointer)),
    };
    if data_type.is_some() {
        consistent(cursor, &attribute, depth, faults);
        attribute.rules = rules::rules(cursor, &attribute, faults);
    }
    (!attribute.name.is_empty()).then_some(attribute)
}

/// Whether the characteristics agree with the data type and with each other.
fn consistent(cursor: &Cursor<'_>, attribute: &AttributeDeclaration, depth: usize, faults: &mut Faults) {
    let data_type = attribute.data_type;
    let mut refuse = |key: &str, section: &'static str, message: String, help: Option<&str>| {
        let fault: Fault = cursor.fault_below(key, message, help.map(str::to_owned));
        faults.push(fault.by(section));
    };
    let complex = data_type == DataType::Complex;
    let has = |key| cursor.member(key).is_some();
    if complex && depth == 1 {
        refuse(
            "type",
            "RFC 7643 §2.3.8",
            "a complex attribute has no complex sub-attributes".into(),
            Some("make its parts attributes of their own"),
        );
    } else if complex && !has("subAttributes") {
        refuse(
            "type",
            "RFC 7643 §2.3.8",
            "a complex attribute needs \"subAttributes\"".into(),
            Some("list its parts there, or choose another type"),
        );
    }
    if !complex && has("subAttributes") {
        let message = format!("an attribute of type {} has no sub-attributes", data_type.word());
        refuse("subAttributes", "RFC 7643 §1.2", message, Some("its type would be \"complex\""));
    }
    if data_type == DataType::Reference && cursor.member("referenceTypes").is_none_or(|list| list.elements().is_empty())
    {
        let help = "resource types, \"external\" or \"uri\"";
        refuse("type", "RFC 7643 §2.3.7", "a reference needs \"referenceTypes\"".into(), Some(help));
    }
    if data_type != DataType::Reference && has("referenceTypes") {
        let message = format!("an attribute of type {} has no reference types", data_type.word());
        refuse("referenceTypes", "RFC 7643 §7", message, Some("its type would be \"reference\""));
    }
    if attribute.case_exact && !data_type.has_case() {
        let message = format!("an attribute of type {} has no case", data_type.word());
        refuse("caseExact", "RFC 7643 §2.2", message, Some("leave it out"));
    }
    if attribute.uniqueness != Uniqueness::None {
        if !data_type.has_uniqueness() {
            let message = format!("an attribute of type {} cannot be unique", data_type.word());
            refuse("uniqueness", "RFC 7643 §2.3", message, Some("leave it out"));
        } else if attribute.multi_valued {
            refuse(
                "uniqueness",
                "RFC 7643 §2.4",
                "a multi-valued attribute cannot be unique".into(),
                Some("leave it out"),
            );
        } else if attribute.returned == Returned::Never {
            let message = "an attribute that is never returned cannot be unique";
            refuse("uniqueness", "RFC 7643 §7", message.into(), Some("leave it out"));
        }
    }
    if attribute.multi_valued {
        for sub_attribute in attribute.sub_attributes.iter().filter(|sub| sub.uniqueness != Uniqueness::None) {
            let message =
                format!("\"{}\" belongs to a multi-valued attribute and cannot be unique", sub_attribute.name);
            let key = sub_attribute.pointer.strip_prefix(&cursor.pointer).unwrap_or_default();
            let pointer = Some(format!("{}{key}/uniqueness", cursor.pointer));
            faults
                .push(Fault { pointer, ..cursor.fault(message, Some("leave it out".to_owned())) }.by("RFC 7643 §2.4"));
        }
    }
    if attribute.mutability == Mutability::WriteOnly && attribute.returned != Returned::Never {
        let message = "a writeOnly attribute is never returned";
        faults.push(cursor.fault_below("returned", message, Some("\"returned\": \"never\"".to_owned())));
    }
}

/// RFC 7643 §2.1 `ATTRNAME`
fn is_attribute_name(name: &str) -> bool {
    let mut letters = name.chars();
    name == "$ref"
        || letters.next().is_some_and(|first| first.is_ascii_alphabetic())
            && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')
}

/// Whether a path begins with a URN.
pub(super) fn looks_like_urn(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("urn"))
}
