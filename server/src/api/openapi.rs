//! The OpenAPI types of resource types, from their metadata, and the finished document.
//!
//! A resource type has two components. What clients send must have what is required, and null there means no value (RFC
//! 7643 §2.5). What the server answers may be a part of the resource, as the client asked (RFC 7644 §3.9), without nulls.

use std::{borrow::Cow, marker::PhantomData};

use poem_openapi::{
    registry::{MetaSchema, MetaSchemaRef, Registry},
    types::{ParseFromJSON, ParseResult, ToJSON, Type},
};
use serde_json::{Value, json};

use crate::scim::{
    generated::RESOURCE_TYPES,
    schema::{Attribute, Constant, DataType, Mutability, ResourceType, Returned, Role, Rules},
};

use super::resources::Resource;

/// Registers a resource type as a component named after it: what clients send.
pub fn register_resource(registry: &mut Registry, kind: &'static ResourceType) {
    registry.create_schema::<Named, _>(kind.name.to_owned(), |_| MetaSchema {
        description: Some(kind.description),
        example: Some(example(kind)),
        ..object(kind, kind.attributes, Side::Request)
    });
}

fn register_answer(registry: &mut Registry, kind: &'static ResourceType) {
    registry.create_schema::<Named, _>(answer_name(kind), |_| MetaSchema {
        description: Some(kind.description),
        ..object(kind, kind.attributes, Side::Answer)
    });
}

fn answer_name(kind: &ResourceType) -> String {
    format!("{}Response", kind.name)
}

/// What the registry tells components apart by; their names are unique already.
struct Named;

/// What a body is, for the document alone.
pub trait Shape: 'static {
    /// The name that a list of it is called after.
    fn name() -> String;
    /// Its schema.
    fn schema() -> MetaSchemaRef;
    /// Registers the components of the schema.
    fn register(registry: &mut Registry);
}

/// A value documented as an `S`.
pub struct Shaped<S>(Value, PhantomData<fn() -> S>);

/// A resource as it is answered.
pub struct Answered<R>(PhantomData<fn() -> R>);

/// A resource of whatever type, as it is answered.
pub struct AnyAnswered;

/// A resource of whatever type, as it is sent.
pub struct AnySent;

impl<R: Resource> Shape for Answered<R> {
    fn name() -> String {
        answer_name(R::TYPE)
    }

    fn schema() -> MetaSchemaRef {
        MetaSchemaRef::Reference(answer_name(R::TYPE))
    }

    fn register(registry: &mut Registry) {
        register_answer(registry, R::TYPE);
    }
}

impl Shape for AnyAnswered {
    fn name() -> String {
        "any".to_owned()
    }

    fn schema() -> MetaSchemaRef {
        any_of(answer_name)
    }

    fn register(registry: &mut Registry) {
        RESOURCE_TYPES.iter().for_each(|kind| register_answer(registry, kind));
    }
}

impl Shape for AnySent {
    fn name() -> String {
        "any".to_owned()
    }

    fn schema() -> MetaSchemaRef {
        any_of(|kind| kind.name.to_owned())
    }

    fn register(registry: &mut Registry) {
        RESOURCE_TYPES.iter().for_each(|kind| register_resource(registry, kind));
    }
}

fn any_of(name: impl Fn(&ResourceType) -> String) -> MetaSchemaRef {
    let references = RESOURCE_TYPES.iter().map(|kind| MetaSchemaRef::Reference(name(kind)));
    MetaSchemaRef::Inline(Box::new(MetaSchema { any_of: references.collect(), ..MetaSchema::ANY }))
}

impl<S: Shape> Type for Shaped<S> {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        S::name().into()
    }

    fn schema_ref() -> MetaSchemaRef {
        S::schema()
    }

    fn register(registry: &mut Registry) {
        S::register(registry);
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}

impl<S: Shape> ParseFromJSON for Shaped<S> {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        Ok(Self(value.unwrap_or_default(), PhantomData))
    }
}

impl<S: Shape> ToJSON for Shaped<S> {
    fn to_json(&self) -> Option<Value> {
        Some(self.0.clone())
    }
}

/// Which way a resource goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Request,
    Answer,
}

impl Side {
    fn shows(self, attribute: &Attribute) -> bool {
        let hidden = attribute.mutability == Mutability::WriteOnly || attribute.returned == Returned::Never;
        self == Self::Request || !hidden
    }

    fn requires(self, attribute: &Attribute) -> bool {
        match self {
            Self::Request => {
                let given = attribute.rules.is_some_and(|rules| rules.default.is_some());
                attribute.required && !given && attribute.mutability != Mutability::ReadOnly
            }
            Self::Answer => attribute.returned == Returned::Always,
        }
    }

    fn takes_null(self, attribute: &Attribute) -> bool {
        self == Self::Request && !self.requires(attribute)
    }
}

fn object(kind: &'static ResourceType, attributes: &'static [Attribute], side: Side) -> MetaSchema {
    let shown = || attributes.iter().filter(|attribute| side.shows(attribute));
    MetaSchema {
        required: shown().filter(|attribute| side.requires(attribute)).map(|attribute| attribute.name).collect(),
        properties: shown().map(|attribute| (attribute.name, reference(kind, attribute, side))).collect(),
        ..MetaSchema::new("object")
    }
}

fn reference(kind: &'static ResourceType, attribute: &'static Attribute, side: Side) -> MetaSchemaRef {
    let single = match attribute.data_type {
        DataType::String => MetaSchema::new("string"),
        DataType::Boolean => MetaSchema::new("boolean"),
        DataType::Decimal => MetaSchema::new_with_format("number", "double"),
        DataType::Integer => MetaSchema::new_with_format("integer", "int64"),
        DataType::DateTime => MetaSchema::new_with_format("string", "date-time"),
        DataType::Binary => MetaSchema::new_with_format("string", "byte"),
        DataType::Reference if attribute.role == Role::Schemas => {
            let urns = std::iter::once(kind.schema).chain(kind.extensions.iter().map(|extension| extension.schema));
            MetaSchema { enum_items: urns.map(Value::from).collect(), ..MetaSchema::new("string") }
        }
        DataType::Reference => MetaSchema::new_with_format("string", "uri-reference"),
        DataType::Complex => object(kind, attribute.sub_attributes, side),
    };
    // What was stored before a rule was declared may break it.
    let single = match attribute.rules.filter(|_| side == Side::Request) {
        Some(rules) => ruled(rules, single),
        None => single,
    };
    let schema = if attribute.multi_valued {
        MetaSchema {
            // A null in a list counts as left out.
            items: Some(Box::new(MetaSchemaRef::Inline(Box::new(MetaSchema {
                nullable: side.takes_null(attribute),
                ..single
            })))),
            min_items: (attribute.role == Role::Schemas).then_some(1),
            ..MetaSchema::new("array")
        }
    } else {
        single
    };
    MetaSchemaRef::Inline(Box::new(MetaSchema {
        description: (!attribute.description.is_empty()).then_some(attribute.description),
        read_only: attribute.mutability == Mutability::ReadOnly,
        write_only: attribute.mutability == Mutability::WriteOnly,
        nullable: side.takes_null(attribute),
        // An empty string is no value.
        min_length: (schema.ty == "string" && side == Side::Request && side.requires(attribute)).then_some(1),
        // canonicalValues are suggestions (RFC 7643 §7): an enumeration would forbid the others.
        example: attribute.canonical_values.first().map(|value| Value::from(*value)),
        ..schema
    }))
}

/// With what the attribute declares beyond RFC 7643, in the words of JSON Schema.
fn ruled(rules: &Rules, schema: MetaSchema) -> MetaSchema {
    let number = |constant: Option<Constant>| match constant {
        Some(Constant::Integer(value)) => Some(value as f64),
        Some(Constant::Decimal(value)) => Some(value),
        _ => None,
    };
    MetaSchema {
        pattern: rules.pattern.map(|pattern| pattern.text.to_owned()),
        minimum: number(rules.minimum),
        maximum: number(rules.maximum),
        max_length: rules.max_length,
        default: rules.default.map(constant),
        ..schema
    }
}

fn constant(constant: Constant) -> Value {
    match constant {
        Constant::Boolean(value) => value.into(),
        Constant::Integer(value) => value.into(),
        Constant::Decimal(value) => value.into(),
        Constant::Text(text) => text.into(),
    }
}

/// A resource that could be sent as it stands: what is required, and what an index makes easy to find.
fn example(kind: &ResourceType) -> Value {
    let mut urns = vec![kind.schema];
    let mut resource = serde_json::Map::new();
    resource.insert("schemas".to_owned(), Value::Null);
    for attribute in kind.attributes.iter().filter(|attribute| attribute.role != Role::Schemas && is_telling(attribute))
    {
        if let Some(sample) = sample(attribute) {
            resource.insert(attribute.name.to_owned(), sample);
            urns.extend((attribute.role == Role::Extension).then_some(attribute.name));
        }
    }
    if resource.len() == 1 {
        let own = kind.attributes.iter().filter(|one| matches!(one.role, Role::Plain | Role::Hashed) && is_sent(one));
        let of_base = own.filter(|attribute| attribute.schema == kind.schema && !refers(attribute));
        resource.extend(of_base.filter_map(|one| Some((one.name.to_owned(), sample(one)?))).take(1));
    }
    resource.insert("schemas".to_owned(), urns.into());
    resource.into()
}

/// Whether an example of it, or of a part of it, shows something that matters.
fn is_telling(attribute: &Attribute) -> bool {
    let found = !refers(attribute) && (attribute.indexed || attribute.sub_attributes.iter().any(is_telling));
    is_sent(attribute) && (attribute.required || found)
}

/// Whether it is a client's to give. What is in a relation has to be there.
fn is_sent(attribute: &Attribute) -> bool {
    attribute.mutability != Mutability::ReadOnly && !matches!(attribute.role, Role::Relation(_) | Role::Ref)
}

/// Whether it refers to a resource of this server, and had better name one that is there.
fn refers(attribute: &Attribute) -> bool {
    attribute.sub_attributes.iter().any(|sub| sub.role == Role::Ref)
}

/// A value that its rules allow; none if that takes more than guessing.
fn sample(attribute: &Attribute) -> Option<Value> {
    let rules = attribute.rules;
    let given = rules.and_then(|rules| rules.default.or(rules.minimum).or(rules.maximum)).map(constant);
    let single = match attribute.data_type {
        DataType::Complex => {
            // An extension has many attributes, a value few parts.
            let wanted = |sub: &&Attribute| match attribute.role {
                Role::Extension => is_telling(sub),
                _ => sub.required || sub.data_type != DataType::Reference,
            };
            let sent = || attribute.sub_attributes.iter().filter(|sub| is_sent(sub));
            let sampled = |sub: &Attribute| Some((sub.name.to_owned(), sample(sub)?));
            let mut parts: serde_json::Map<_, _> = sent().filter(wanted).filter_map(sampled).collect();
            // An empty one is none.
            if parts.is_empty() {
                parts.extend(sent().find_map(sampled));
            }
            (!parts.is_empty()).then(|| parts.into())?
        }
        _ if given.is_some() => given?,
        DataType::Boolean => true.into(),
        DataType::Decimal => 1.5.into(),
        DataType::Integer => 1.into(),
        DataType::DateTime => "2026-01-31T12:00:00Z".into(),
        DataType::Binary => "c2NpbWQ=".into(),
        DataType::Reference => "https://example.com/".into(),
        DataType::String => attribute.canonical_values.first().copied().unwrap_or(attribute.name).into(),
    };
    let unfit = |text: &str| {
        rules.is_some_and(|rules| {
            rules.max_length.is_some_and(|most| text.chars().count() > most)
                || rules.pattern.is_some_and(|pattern| !pattern.matches(text))
        })
    };
    let fit = !single.as_str().is_some_and(unfit);
    fit.then(|| if attribute.multi_valued { json!([single]) } else { single })
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
                let mut id = operation_id(method, path);
                // What it was called before must not be taken for what it is called now: `/Search` for `/.search`.
                if operation.get("deprecated").is_some_and(|deprecated| *deprecated == true) {
                    id.push_str("Deprecated");
                }
                operation.insert("operationId".to_owned(), id.into());
            }
        }
    }
}

/// The document, readable, and with a name for each operation.
pub fn finished(document: &str) -> String {
    match serde_json::from_str::<Value>(document) {
        Ok(mut document) => {
            name_operations(&mut document);
            format!("{document:#}")
        }
        Err(_) => document.to_owned(),
    }
}
