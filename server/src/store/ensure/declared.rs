//! What a build declares of the attributes that lie in documents, and what another build's declaration changes.
//!
//! Each build records its declaration in the database, so that the next one knows what was there: an attribute that is gone
//! is put aside, one that comes back is brought back, and what the stored resources do not bear is found before anything
//! is changed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::scim::schema::{Attribute, DataType, Mutability, ResourceType, Returned, Role, Uniqueness};

/// What stored data depend on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The data type, as RFC 7643 §2.3 writes it.
    #[serde(rename = "type")]
    pub data_type: String,
    /// Whether it holds a list.
    pub multi: bool,
    /// Whether it must have a value.
    pub required: bool,
}

/// The attributes of a resource type by their path: names joined by [`SEPARATOR`].
pub type Attributes = BTreeMap<String, Facts>;

/// The attributes of all resource types, by the names of the types.
pub type Declared = BTreeMap<String, Attributes>;

/// Between the names of a path; no name has it.
pub const SEPARATOR: char = '/';

/// What changes for the documents of one resource type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Paths that are gone; of a complex attribute that is gone only itself.
    pub removed: Vec<String>,
    /// Paths that are new, which may have been there before that; of a complex attribute that is new only itself.
    pub added: Vec<String>,
    /// Paths with another type, or single instead of multi-valued, with the words for it.
    pub retyped: Vec<(String, String)>,
    /// Paths that must have a value from now on.
    pub required: Vec<String>,
}

impl Changes {
    /// Whether no document needs to be looked at.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What these resource types declare.
pub fn declared<'a>(types: impl IntoIterator<Item = &'a ResourceType>) -> Declared {
    types
        .into_iter()
        .map(|kind| {
            let mut attributes = Attributes::new();
            level(kind.attributes, "", &mut attributes);
            (kind.name.to_owned(), attributes)
        })
        .collect()
}

fn level(attributes: &[Attribute], parent: &str, out: &mut Attributes) {
    for attribute in attributes.iter().filter(|attribute| lies_in_documents(attribute)) {
        let path = match parent {
            "" => attribute.name.to_owned(),
            parent => format!("{parent}{SEPARATOR}{}", attribute.name),
        };
        let required = attribute.required && attribute.mutability != Mutability::ReadOnly;
        let facts =
            Facts { data_type: type_name(attribute.data_type).to_owned(), multi: attribute.multi_valued, required };
        level(attribute.sub_attributes, &path, out);
        out.insert(path, facts);
    }
}

/// Whether the values of an attribute stand in the document, and are not the server's own.
fn lies_in_documents(attribute: &Attribute) -> bool {
    match attribute.role {
        Role::Plain | Role::Extension | Role::Certificate | Role::Ref => attribute.returned != Returned::Never,
        _ => false,
    }
}

fn type_name(data_type: DataType) -> &'static str {
    match data_type {
        DataType::String => "string",
        DataType::Boolean => "boolean",
        DataType::Decimal => "decimal",
        DataType::Integer => "integer",
        DataType::DateTime => "dateTime",
        DataType::Binary => "binary",
        DataType::Reference => "reference",
        DataType::Complex => "complex",
    }
}

/// What a declaration changes of an earlier one.
pub fn changes(before: &Attributes, now: &Attributes) -> Changes {
    let mut changes = Changes::default();
    let parent = |path: &str| path.rsplit_once(SEPARATOR).map(|(parent, _)| parent.to_owned());
    for path in before.keys().filter(|path| !now.contains_key(*path)) {
        if parent(path).is_none_or(|parent| now.contains_key(&parent)) {
            changes.removed.push(path.clone());
        }
    }
    for (path, facts) in now {
        let Some(former) = before.get(path) else {
            if parent(path).is_none_or(|parent| before.contains_key(&parent)) {
                changes.added.push(path.clone());
            }
            // What is new together with its parent is asked of nobody who has not the parent.
            if facts.required && parent(path).is_none_or(|parent| before.contains_key(&parent)) {
                changes.required.push(path.clone());
            }
            continue;
        };
        if !interchangeable(former, facts) {
            let words =
                |facts: &Facts| format!("{}{}", if facts.multi { "multi-valued " } else { "" }, facts.data_type);
            changes.retyped.push((path.clone(), format!("was {} and is {} now", words(former), words(facts))));
        }
        if facts.required && !former.required {
            changes.required.push(path.clone());
        }
    }
    changes
}

/// Whether values that fit one declaration fit the other.
fn interchangeable(before: &Facts, now: &Facts) -> bool {
    // Every reference and every instant is a string; not every string is one of them.
    let widened = now.data_type == "string" && ["reference", "dateTime", "binary"].contains(&before.data_type.as_str())
        || now.data_type == "decimal" && before.data_type == "integer";
    before.multi == now.multi && (before.data_type == now.data_type || widened)
}

/// The path of an attribute as people write it (RFC 7644 §3.10).
pub fn written(path: &str) -> String {
    let mut names = path.split(SEPARATOR);
    let first = names.next().unwrap_or_default().to_owned();
    let urn = first.starts_with("urn:");
    names
        .enumerate()
        .fold(first, |path, (index, name)| format!("{path}{}{name}", if urn && index == 0 { ':' } else { '.' }))
}

/// The values that are unique within an organisation, or everywhere, of an index: for the words of a clash.
pub fn uniqueness(unique: Uniqueness) -> &'static str {
    match unique {
        Uniqueness::None => "not unique",
        Uniqueness::Server => "unique within an organisation",
        Uniqueness::Global => "unique over all organisations",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(data_type: &str, multi: bool, required: bool) -> Facts {
        Facts { data_type: data_type.to_owned(), multi, required }
    }

    fn attributes(list: &[(&str, Facts)]) -> Attributes {
        list.iter().map(|(path, facts)| ((*path).to_owned(), facts.clone())).collect()
    }

    #[test]
    fn what_changes_is_told_once_and_by_its_topmost_path() {
        let plain = || facts("string", false, false);
        let before = attributes(&[
            ("title", plain()),
            ("gone", facts("complex", false, false)),
            ("gone/part", plain()),
            ("emails", facts("complex", true, false)),
            ("emails/old", plain()),
            ("emails/value", plain()),
            ("level", plain()),
        ]);
        let now = attributes(&[
            ("title", facts("string", false, true)),
            ("new", facts("complex", false, true)),
            ("new/part", facts("string", false, true)),
            ("emails", facts("complex", true, false)),
            ("emails/value", facts("string", true, false)),
            ("emails/kind", facts("string", false, true)),
            ("level", facts("integer", false, false)),
        ]);
        let changes = changes(&before, &now);
        assert_eq!(changes.removed, ["emails/old", "gone"]);
        assert_eq!(changes.added, ["emails/kind", "new"]);
        assert_eq!(changes.required, ["emails/kind", "new", "title"]);
        let retyped: Vec<_> = changes.retyped.iter().map(|(path, words)| format!("{path} {words}")).collect();
        assert_eq!(
            retyped,
            ["emails/value was string and is multi-valued string now", "level was string and is integer now"]
        );
    }

    #[test]
    fn values_that_fit_the_new_type_too_may_stay() {
        for (before, now, fits) in [
            ("reference", "string", true),
            ("dateTime", "string", true),
            ("integer", "decimal", true),
            ("string", "dateTime", false),
            ("decimal", "integer", false),
            ("boolean", "string", false),
        ] {
            assert_eq!(
                interchangeable(&facts(before, false, false), &facts(now, false, false)),
                fits,
                "{before} {now}"
            );
        }
    }

    #[test]
    fn a_path_is_written_as_clients_write_it() {
        assert_eq!(written("name/givenName"), "name.givenName");
        assert_eq!(written("urn:example:2.0:User/manager/value"), "urn:example:2.0:User:manager.value");
        assert_eq!(written("title"), "title");
    }

    #[test]
    fn the_shipped_types_declare_what_their_documents_hold() {
        let declared = declared(crate::scim::generated::RESOURCE_TYPES.iter().copied());
        let user = &declared["User"];
        assert!(user["userName"].required && user["emails"].multi && user.contains_key("emails/value"));
        for absent in ["password", "groups", "meta", "id", "schemas"] {
            assert!(!user.contains_key(absent), "{absent}");
        }
        assert!(!declared["Group"].contains_key("members"));
    }
}
