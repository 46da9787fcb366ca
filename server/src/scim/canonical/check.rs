//! The rules for a whole resource: what is required is there (RFC 7643 §2.2), and one value at most is primary (§2.4).

use super::problems::{Path, Problems};
use crate::scim::error::Error;
use crate::scim::schema::{Attribute, Mutability, ResourceType, Role};
use crate::scim::value::{Complex, Value};

/// Whether a changed resource has all that is required. Relations are taken to be there: they are not part of it.
pub fn check_required(kind: &ResourceType, root: &Complex) -> Result<(), Error> {
    let mut problems = Problems::default();
    required(kind, root, false, &mut problems);
    problems.into_result()
}

/// Whether no multi-valued attribute has two primary values.
pub fn check_primaries(kind: &ResourceType, root: &Complex) -> Result<(), Error> {
    let mut problems = Problems::default();
    primaries(kind.attributes, root, &Path::Root, &mut problems);
    problems.into_result()
}

/// Notes what is required and missing; of relations only in a body, which holds them.
pub fn required(kind: &ResourceType, root: &Complex, relations: bool, problems: &mut Problems) {
    let extension =
        |position| kind.extensions.iter().any(|extension| extension.position == position && extension.required);
    for (position, attribute) in kind.attributes.iter().enumerate() {
        let needed = attribute.required || extension(position);
        if relations || !matches!(attribute.role, Role::Relation(_)) {
            present(attribute, needed, root.get(position), &Path::Root.to(attribute), problems);
        }
    }
}

/// Notes the lists with more than one primary value.
pub fn primaries(level: &[Attribute], complex: &Complex, path: &Path, problems: &mut Problems) {
    for (attribute, value) in complex.attributes(level) {
        let path = path.to(attribute);
        match value {
            Value::Complex(complex) => primaries(attribute.sub_attributes, complex, &path, problems),
            Value::List(values) => {
                let Some((primary, _)) = attribute.sub_attribute("primary") else { continue };
                let is_primary = |value: &Value| value.as_complex()?.get(primary).cloned();
                if values.iter().filter(|value| is_primary(value) == Some(Value::Boolean(true))).count() > 1 {
                    problems.add(&path, "more than one value is primary; set primary to true in one at most");
                }
            }
            _ => {}
        }
    }
}

fn present(attribute: &Attribute, needed: bool, value: Option<&Value>, path: &Path, problems: &mut Problems) {
    // What the server assigns is not for the client to send, and `$ref` follows from its `value`.
    let servers = attribute.mutability == Mutability::ReadOnly || matches!(attribute.role, Role::Schemas | Role::Ref);
    let is_empty = match value {
        None => true,
        Some(value) => value.as_text().is_some_and(str::is_empty),
    };
    if needed && !servers && is_empty {
        problems.add(path, "is required; send a value that is not empty");
    }
    match value {
        Some(Value::Complex(complex)) => parts(attribute, complex, path, problems),
        Some(Value::List(values)) => {
            for (index, value) in values.iter().enumerate() {
                if let Value::Complex(complex) = value {
                    parts(attribute, complex, &Path::Index(path, index), problems);
                }
            }
        }
        _ => {}
    }
}

fn parts(attribute: &Attribute, complex: &Complex, path: &Path, problems: &mut Problems) {
    for (position, sub) in attribute.sub_attributes.iter().enumerate() {
        present(sub, sub.required, complex.get(position), &path.to(sub), problems);
    }
}
