//! The OpenAPI types of resource types, from their metadata, and the finished document.

use poem_openapi::registry::{MetaSchema, MetaSchemaRef, Registry};
use serde_json::{Value, json};

use crate::scim::schema::{Attribute, DataType, Mutability, ResourceType, Role};

/// Registers a resource type as a component named after it.
pub fn register_resource(registry: &mut Registry, kind: &'static ResourceType) {
    registry.create_schema::<Named, _>(kind.name.to_owned(), |_| MetaSchema {
        description: Some(kind.description),
        example: Some(example(kind)),
        ..object(kind.attributes)
    });
}

/// What the registry tells components apart by; their names are unique already.
struct Named;

fn object(attributes: &'static [Attribute]) -> MetaSchema {
    MetaSchema {
        required: attributes
            .iter()
            .filter(|attribute| attribute.required && attribute.mutability != Mutability::ReadOnly)
            .map(|attribute| attribute.name)
            .collect(),
        properties: attributes.iter().map(|attribute| (attribute.name, reference(attribute))).collect(),
        ..MetaSchema::new("object")
    }
}

fn reference(attribute: &'static Attribute) -> MetaSchemaRef {
    let single = match attribute.data_type {
        DataType::String => MetaSchema::new("string"),
        DataType::Boolean => MetaSchema::new("boolean"),
        DataType::Decimal => MetaSchema::new_with_format("number", "double"),
        DataType::Integer => MetaSchema::new_with_format("integer", "int64"),
        DataType::DateTime => MetaSchema::new_with_format("string", "date-time"),
        DataType::Binary => MetaSchema::new_with_format("string", "byte"),
        DataType::Reference => MetaSchema::new_with_format("string", "uri-reference"),
        DataType::Complex => object(attribute.sub_attributes),
    };
    let schema = if attribute.multi_valued {
        MetaSchema { items: Some(Box::new(MetaSchemaRef::Inline(Box::new(single)))), ..MetaSchema::new("array") }
    } else {
        single
    };
    MetaSchemaRef::Inline(Box::new(MetaSchema {
        description: (!attribute.description.is_empty()).then_some(attribute.description),
        read_only: attribute.mutability == Mutability::ReadOnly,
        write_only: attribute.mutability == Mutability::WriteOnly,
        // canonicalValues are suggestions (RFC 7643 §7): an enumeration would forbid the others.
        example: attribute.canonical_values.first().map(|value| Value::from(*value)),
        ..schema
    }))
}

/// A resource that could be sent as it stands: what is required, and some of the rest.
fn example(kind: &ResourceType) -> Value {
    let mut resource = serde_json::Map::new();
    resource.insert("schemas".to_owned(), json!([kind.schema]));
    for attribute in kind.attributes {
        let writable = !matches!(attribute.mutability, Mutability::ReadOnly | Mutability::WriteOnly);
        let shown =
            attribute.required || attribute.name == "name" || attribute.name == "active" || attribute.name == "emails";
        if writable && shown && !matches!(attribute.role, Role::Schemas | Role::Extension) {
            resource.insert(attribute.name.to_owned(), sample(attribute));
        }
    }
    resource.into()
}

fn sample(attribute: &Attribute) -> Value {
    let single = match attribute.data_type {
        DataType::Complex => {
            let subs = attribute.sub_attributes.iter().filter(|sub| {
                sub.mutability != Mutability::ReadOnly && sub.data_type != DataType::Reference && sub.name != "display"
            });
            subs.map(|sub| (sub.name.to_owned(), sample(sub))).collect::<serde_json::Map<_, _>>().into()
        }
        DataType::Boolean => true.into(),
        DataType::Decimal => 1.5.into(),
        DataType::Integer => 1.into(),
        DataType::DateTime => "2026-01-31T12:00:00Z".into(),
        DataType::Binary => "c2NpbWQ=".into(),
        DataType::Reference => "https://example.com/".into(),
        DataType::String => match attribute.canonical_values.first() {
            Some(value) => (*value).into(),
            None if attribute.name == "value" => "bjensen@example.com".into(),
            None => attribute.name.into(),
        },
    };
    if attribute.multi_valued { json!([single]) } else { single }
}

/// `GET /Users/{id}` as `getUsersId`: client generators need a name for each operation.
fn operation_id(method: &str, path: &str) -> String {
    let mut id = method.to_owned();
    for word in path.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let mut letters = word.chars();
        id.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        id.extend(letters);
    }
    id
}

fn name_operations(document: &mut Value) {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    for (path, methods) in paths {
        let Some(methods) = methods.as_object_mut() else { continue };
        for (method, operation) in methods {
            if let Some(operation) = operation.as_object_mut() {
                operation.insert("operationId".to_owned(), operation_id(method, path).into());
            }
        }
    }
}

/// The document, readable, and free of what would end a script element that holds it.
pub fn finished(document: &str) -> String {
    match serde_json::from_str::<Value>(document) {
        Ok(mut document) => {
            name_operations(&mut document);
            format!("{document:#}").replace("</", "<\\/")
        }
        Err(_) => document.to_owned(),
    }
}
