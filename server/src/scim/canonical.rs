//! From what a client sends to a canonical resource (RFC 7643 §2, RFC 7644 §3.3, §3.5.1).
//!
//! Names in any case become positions, readOnly attributes are dropped at every depth, unknown ones are left out, and
//! every value is checked. All problems of a body are reported at once.

mod check;
mod defaults;
mod problems;
mod reference;
mod replace;
mod rules;
mod syntax;

use std::borrow::Cow;

pub use check::{check_primaries, check_required};
pub use problems::distinct;
pub use reference::{link, referenced_id, take as take_reference};
pub use replace::{cleared, replace};
pub use syntax::is_followed;

use super::error::{Error, ErrorKind};
use super::json::{Json, echo};
use super::key;
use super::limits::VALUES_PER_ATTRIBUTE;
use super::schema::{Attribute, DataType, Mutability, ResourceType, Role, find};
use super::value::{Complex, Value};
use problems::{Path, Problems};

/// What a body is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// POST: what is required must be in the body.
    Create,
    /// PUT: [`replace`] completes the resource from the old one, and then checks what is required.
    Replace,
}

/// The canonical resource of a POST or PUT body.
///
/// Its slots are what the client may write, and the derived `schemas`. A [`Role::Hashed`] attribute is still in clear.
pub fn resource(kind: &'static ResourceType, json: Json, purpose: Purpose) -> Result<Complex, Error> {
    if !matches!(json, Json::Object(_)) {
        let detail = format!("the body must be a JSON object, not {}", json.type_name());
        return Err(Error::new(ErrorKind::InvalidSyntax, detail));
    }
    check_schemas(kind, json.get("schemas"))?;
    let mut problems = Problems::default();
    let mut root = complex(None, kind.attributes, json, &Path::Root, &mut problems);
    check::primaries(kind.attributes, &root, &Path::Root, &mut problems);
    if purpose == Purpose::Create {
        defaults::fill(kind, &mut root, None);
        check::required(kind, &root, true, &mut problems);
    }
    problems.into_result()?;
    derive_schemas(kind, &mut root);
    Ok(root)
}

/// The canonical value of an attribute as a PATCH operation gives it; `None` leaves it unassigned.
///
/// For a multi-valued attribute a single element counts as a list of one. Whether what is required is there, and whether
/// one value at most is primary, is not checked: both are rules for the whole resource.
pub fn value(attribute: &Attribute, json: Json, path: &str) -> Result<Option<Value>, Error> {
    let json = match json {
        Json::Array(_) | Json::Null => json,
        single if attribute.multi_valued => Json::Array(vec![single]),
        single => single,
    };
    checked(|problems| assigned(attribute, json, &Path::Given(path), problems))
}

/// The canonical form of one element of a multi-valued attribute, or of the value of a singular one.
pub fn element(attribute: &Attribute, json: Json, path: &str) -> Result<Option<Value>, Error> {
    checked(|problems| single(attribute, json, &Path::Given(path), problems))
}

/// Sets `schemas` from the data: the base schema, and the extensions that have values (RFC 7643 §3.1).
pub fn derive_schemas(kind: &ResourceType, root: &mut Complex) {
    let Some(position) = kind.attributes.iter().position(|attribute| attribute.role == Role::Schemas) else { return };
    let present = kind.extensions.iter().filter(|extension| root.get(extension.position).is_some());
    let urns = std::iter::once(kind.schema).chain(present.map(|extension| extension.schema));
    let urns = urns.map(|urn| Value::Text(urn.to_owned())).collect();
    root.set(position, Value::List(urns));
}

fn checked(read: impl FnOnce(&mut Problems) -> Option<Value>) -> Result<Option<Value>, Error> {
    let mut problems = Problems::default();
    let value = read(&mut problems);
    problems.into_result()?;
    Ok(value)
}

/// Checks the `schemas` a client sent; what is stored is derived from the data.
fn check_schemas(kind: &ResourceType, schemas: Option<&Json>) -> Result<(), Error> {
    let refuse = |error, detail: String| Err(Error::new(error, detail));
    let urns = schemas.filter(|schemas| !schemas.is_unassigned());
    let Some(urns) = urns else {
        let detail = format!("schemas is required: send an array that holds \"{}\"", kind.schema);
        return refuse(ErrorKind::InvalidSyntax, detail);
    };
    let Some(urns) = urns.as_array().and_then(|urns| urns.iter().map(Json::as_str).collect::<Option<Vec<_>>>()) else {
        return refuse(ErrorKind::InvalidSyntax, "schemas must be an array of strings".to_owned());
    };
    if !urns.iter().any(|urn| urn.eq_ignore_ascii_case(kind.schema)) {
        return refuse(ErrorKind::InvalidSyntax, format!("schemas must hold \"{}\"", kind.schema));
    }
    let known = |urn: &str| urn.eq_ignore_ascii_case(kind.schema) || kind.extension(urn).is_some();
    match urns.into_iter().find(|urn| !known(urn)) {
        None => Ok(()),
        Some(unknown) => refuse(
            ErrorKind::InvalidValue,
            format!("schemas: {} is not a schema of the resource type {}; leave it out", echo(unknown), kind.name),
        ),
    }
}

/// An attribute's value, singular or a list.
fn assigned(attribute: &Attribute, json: Json, path: &Path, problems: &mut Problems) -> Option<Value> {
    if json.is_unassigned() {
        return None;
    }
    if !attribute.multi_valued {
        return single(attribute, json, path, problems);
    }
    let Json::Array(elements) = json else {
        problems.add(path, format_args!("must be an array, not {}; put the value in [ ]", json.type_name()));
        return None;
    };
    let relation = matches!(attribute.role, Role::Relation(_));
    if elements.len() > VALUES_PER_ATTRIBUTE && !relation {
        problems.add(path, format_args!("has more than {VALUES_PER_ATTRIBUTE} values; send fewer"));
        return None;
    }
    let elements = elements.into_iter().enumerate();
    let values: Vec<Value> = elements
        .filter_map(|(index, element)| single(attribute, element, &Path::Index(path, index), problems))
        .collect();
    // A relation holds each target once, whatever else an element says of it.
    let part = attribute.sub_attribute("value").filter(|_| relation).map(|(position, _)| position);
    let values = distinct(values, part);
    (!values.is_empty()).then_some(Value::List(values))
}

/// One value: of a singular attribute, or one element.
fn single(attribute: &Attribute, json: Json, path: &Path, problems: &mut Problems) -> Option<Value> {
    let value = typed(attribute, json, path, problems)?;
    if let Some(broken) = attribute.rules.and_then(|rules| rules::broken(rules, &value)) {
        problems.add(path, broken);
        return None;
    }
    Some(value)
}

/// `-0` is an integer to JSON, and a float to its reader.
fn negative_zero(number: &serde_json::Number) -> Option<i64> {
    number.as_f64().filter(|value| *value == 0.0 && value.is_sign_negative()).map(|_| 0)
}

/// One value of the attribute's data type.
fn typed(attribute: &Attribute, json: Json, path: &Path, problems: &mut Problems) -> Option<Value> {
    let refusal = match (attribute.data_type, json) {
        (_, Json::Null) => return None,
        (DataType::Complex, json @ Json::Object(_)) => {
            let value = complex(Some(attribute), attribute.sub_attributes, json, path, problems);
            return (!value.is_empty()).then_some(Value::Complex(value));
        }
        (DataType::Boolean, Json::Boolean(value)) => return Some(Value::Boolean(value)),
        (DataType::Integer, Json::Number(number)) => match number.as_i64().or_else(|| negative_zero(&number)) {
            Some(value) => return Some(Value::Integer(value)),
            None => Cow::Borrowed("must be an integer of at most 64 bits, without fraction and exponent"),
        },
        (DataType::Decimal, Json::Number(number)) => match number.as_f64().filter(|value| value.is_finite()) {
            Some(value) => return Some(Value::Decimal(value)),
            None => Cow::Borrowed("must be a number within the range of a 64-bit float"),
        },
        (data_type, Json::String(text)) if is_textual(data_type) => match lexical_rule(data_type, &text) {
            None if attribute.role == Role::Certificate && syntax::is_followed(&text) => {
                Cow::Borrowed("holds more than one certificate; send each in a value of its own")
            }
            None => return Some(Value::Text(text)),
            Some(rule) => Cow::Borrowed(rule),
        },
        (data_type, other) => Cow::Owned(format!("must be {}, not {}", expected(data_type), other.type_name())),
    };
    problems.add(path, refusal);
    None
}

/// The attributes of one level; `parent` is the attribute that holds them, none at the top.
fn complex(
    parent: Option<&Attribute>,
    level: &[Attribute],
    json: Json,
    path: &Path,
    problems: &mut Problems,
) -> Complex {
    let mut complex = Complex::default();
    let Json::Object(members) = json else { return complex };
    let before = problems.count();
    let mut reference = None;
    for (name, json) in members {
        let Some((position, attribute)) = find(level, &name) else { continue };
        let path = path.to(attribute);
        if attribute.role == Role::Ref {
            reference = single(attribute, json, &path, problems);
        } else if is_input(parent, attribute)
            && let Some(value) = assigned(attribute, json, &path, problems)
        {
            complex.set(position, value);
        }
    }
    let Some(parent) = parent else { return complex };
    if let Some(reference) = reference.as_ref().and_then(Value::as_text) {
        reference::take(parent, &mut complex, reference);
    }
    if matches!(parent.role, Role::Relation(_)) {
        // Without its target an element of a relation is nothing; but an empty one is merely unassigned.
        let target = parent.sub_attribute("value").and_then(|(position, _)| complex.get(position));
        let named = target.and_then(Value::as_text).is_some_and(|target| !target.is_empty());
        if !named && !complex.is_empty() && problems.count() == before {
            problems.add(path, "needs a value: the id of the resource it refers to");
        }
    } else {
        reference::link(parent, &mut complex);
    }
    complex
}

/// Whether what a client sends for an attribute counts. In a relation the elements are the client's, even where the
/// declaration of their parts says readOnly.
fn is_input(parent: Option<&Attribute>, attribute: &Attribute) -> bool {
    match attribute.role {
        Role::Schemas | Role::Id | Role::Meta | Role::BackReference(_) => false,
        _ if attribute.mutability != Mutability::ReadOnly => true,
        _ => {
            parent.is_some_and(|parent| matches!(parent.role, Role::Relation(_)))
                && ["value", "type", "display"].contains(&attribute.name)
        }
    }
}

fn is_textual(data_type: DataType) -> bool {
    matches!(data_type, DataType::String | DataType::DateTime | DataType::Binary | DataType::Reference)
}

/// The rule of the data type that the text breaks.
pub fn lexical_rule(data_type: DataType, text: &str) -> Option<&'static str> {
    match data_type {
        DataType::DateTime if key::date_time(text).is_none() => {
            Some("must be a valid date and time, for example \"2008-01-23T04:56:22Z\"")
        }
        DataType::Binary if !syntax::is_base64(text) => Some("must be base64 with the alphabet A-Z a-z 0-9 + /"),
        DataType::Reference if !syntax::is_reference(text) => {
            Some("must be a URI, absolute or relative, without blanks; write other characters as %XX")
        }
        _ => None,
    }
}

fn expected(data_type: DataType) -> &'static str {
    match data_type {
        DataType::String => "a string",
        DataType::Boolean => "true or false without quotes",
        DataType::Decimal => "a number without quotes",
        DataType::Integer => "an integer without quotes",
        DataType::DateTime => "a string with a date and time",
        DataType::Binary => "a string with base64",
        DataType::Reference => "a string with a URI",
        DataType::Complex => "an object",
    }
}

#[cfg(test)]
mod tests;
