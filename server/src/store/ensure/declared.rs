//! What a build declares of the attributes that lie in documents, and what another build's declaration changes.
//!
//! Each build records its declaration in the database, so that the next one knows what was there: an attribute that is gone
//! is put aside, one that comes back is brought back, and what the stored resources do not bear is found before anything
//! is changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    scim::{
        key,
        schema::{Attribute, DataType, Mutability, Returned, Role, Uniqueness},
    },
    store::table::{Place, Table},
};

/// What stored data depend on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The data type, as RFC 7643 §2.3 writes it; of the resource itself the URN of its schema.
    #[serde(rename = "type")]
    pub data_type: String,
    /// Whether it holds a list.
    pub multi: bool,
    /// Whether it must have a value.
    pub required: bool,
    /// Where its values are.
    #[serde(default)]
    pub kept: Kept,
    /// The table and the column of its keys, or the table of its rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How its keys are made; of a relation the names of the resource types that it points to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub keys: String,
    /// Whether its values are computed references to resources of this server.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// Whether each value is one certificate.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub certificate: bool,
}

/// Where the values of an attribute are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kept {
    /// In the document.
    #[default]
    Document,
    /// Beside the document, since they are never returned.
    Apart,
    /// Beside the document, as a hash.
    Hash,
    /// In relation rows.
    Relation,
}

impl Kept {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Document => "in the document",
            Self::Apart => "apart from the document",
            Self::Hash => "as a hash",
            Self::Relation => "as relation rows",
        }
    }
}

/// The attributes of a resource type by their path: names joined by [`SEPARATOR`]. The resource itself has the path [`ROOT`].
pub type Attributes = BTreeMap<String, Facts>;

/// The attributes of all resource types, by the names of the types.
pub type Declared = BTreeMap<String, Attributes>;

/// Between the names of a path; no name has it.
pub const SEPARATOR: char = '/';
/// The path of the resource itself. Builds that recorded less than this one did not record it.
pub const ROOT: &str = "";

/// What changes for the documents of one resource type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Paths that are gone, with where their values are; of a complex attribute that is gone only itself.
    pub removed: Vec<(String, Kept)>,
    /// Paths that are new, which may have been there before that; of a complex attribute that is new only itself.
    pub added: Vec<(String, Kept)>,
    /// Paths with another type, or single instead of multi-valued, with where their values are, and the words
    /// for it.
    pub retyped: Vec<(String, Kept, String)>,
    /// Paths that must have a value from now on, with where it would be.
    pub required: Vec<(String, Kept)>,
    /// Paths whose values are to be elsewhere: from where, to where.
    pub moved: Vec<(String, Kept, Kept)>,
    /// Paths that refer to resources of this server, where it is not known whether they did.
    pub own: Vec<String>,
    /// Paths that hold certificates from now on.
    pub certificates: Vec<String>,
    /// Paths that are written in another case than before.
    pub respelt: Vec<(String, Kept)>,
    /// Whether the URN of the schema is another.
    pub renamed: bool,
    /// Whether it is not known what the documents were written for, so that each is held against all that is declared.
    pub unknown: bool,
}

impl Changes {
    /// Whether no document needs to be looked at.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What these tables keep.
pub fn declared<'a>(tables: impl IntoIterator<Item = &'a Table>) -> Declared {
    tables
        .into_iter()
        .map(|table| {
            let kind = table.resource_type;
            let label = kind.relations.iter().find_map(|relation| relation.label);
            let root = Facts {
                data_type: kind.schema.to_owned(),
                multi: false,
                required: true,
                kept: Kept::Document,
                place: Some(table.name.to_owned()),
                keys: label
                    .and_then(|at| kind.attributes.get(at))
                    .map(|label| label.name)
                    .unwrap_or_default()
                    .to_owned(),
                own: false,
                certificate: false,
            };
            let mut attributes = Attributes::from([(ROOT.to_owned(), root)]);
            level(table, kind.attributes, None, &mut attributes);
            (kind.name.to_owned(), attributes)
        })
        .collect()
}

fn level(table: &Table, attributes: &[Attribute], parent: Option<(&str, Kept)>, out: &mut Attributes) {
    for attribute in attributes {
        let Some(kept) = kept(attribute, parent.map(|(_, kept)| kept)) else { continue };
        let path = match parent {
            None => attribute.name.to_owned(),
            Some((parent, _)) => format!("{parent}{SEPARATOR}{}", attribute.name),
        };
        let facts = Facts {
            data_type: type_name(attribute.data_type).to_owned(),
            multi: attribute.multi_valued,
            required: attribute.required && attribute.mutability != Mutability::ReadOnly,
            kept,
            place: place(table, attribute),
            keys: match attribute.role {
                Role::Relation(index) => table
                    .resource_type
                    .relations
                    .get(index)
                    .map_or(String::new(), |relation| relation.targets.join(" ")),
                _ => rule(attribute),
            },
            own: attribute.role == Role::Ref,
            certificate: attribute.role == Role::Certificate,
        };
        // Every relation row has the same parts.
        if kept != Kept::Relation {
            level(table, attribute.sub_attributes, Some((&path, kept)), out);
        }
        out.insert(path, facts);
    }
}

/// Where the values of an attribute are, by where those of its parent are; none if they are the server's own.
fn kept(attribute: &Attribute, parent: Option<Kept>) -> Option<Kept> {
    match (attribute.role, parent) {
        (Role::Hashed, _) => Some(Kept::Hash),
        (Role::Relation(_), _) => Some(Kept::Relation),
        (Role::Plain | Role::Extension | Role::Certificate | Role::Ref, Some(parent)) => Some(parent),
        (Role::Plain | Role::Extension | Role::Certificate | Role::Ref, None) => {
            Some(if attribute.returned == Returned::Never { Kept::Apart } else { Kept::Document })
        }
        _ => None,
    }
}

/// Where the keys of an attribute are, or the rows of its values.
fn place(table: &Table, attribute: &Attribute) -> Option<String> {
    Some(match table.place(attribute.number) {
        Place::Extension(column) => format!("{}.{column}", table.name),
        Place::Column(at) => format!("{}.{}", table.name, table.keys.get(at)?.name),
        Place::Values(at) => table.values.get(at)?.name.to_owned(),
        Place::ValueColumn(at, column) => {
            let values = table.values.get(at)?;
            format!("{}.{}", values.name, values.columns.get(column)?.name)
        }
        Place::Relation(at) => table.relations.get(at)?.name.to_owned(),
        _ => return None,
    })
}

/// How the keys of an attribute are made, in words that differ where the keys may.
fn rule(attribute: &Attribute) -> String {
    let rule = match attribute.data_type {
        DataType::Complex => return String::new(),
        DataType::String if key::is_case_exact(attribute) => "exact",
        DataType::String => "folded",
        DataType::Reference if attribute.role == Role::Ref => "resource",
        data_type => type_name(data_type),
    };
    let text = matches!(attribute.data_type, DataType::String | DataType::Reference);
    if text && attribute.indexed { format!("{rule} bounded") } else { rule.to_owned() }
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

/// What a declaration changes of an earlier one; none is known of documents that lie in tables of an unknown build.
pub fn changes(before: Option<&Attributes>, now: &Attributes) -> Changes {
    let nothing = Attributes::new();
    let (known, before) = (before.is_some(), before.unwrap_or(&nothing));
    let mut changes = Changes { unknown: !before.contains_key(ROOT), ..Changes::default() };
    // Names are the same in any case (RFC 7643 §2.1).
    let lowered =
        |attributes: &'_ Attributes| attributes.keys().map(|path| (path.to_lowercase(), path.clone())).collect();
    let (former, present): (BTreeMap<String, String>, BTreeMap<String, String>) = (lowered(before), lowered(now));
    let parent = |path: &str| path.rsplit_once(SEPARATOR).map(|(parent, _)| parent.to_lowercase());
    // Of what moves as a whole, or is new or gone as a whole, the parts are not told.
    let topmost = |path: &str| {
        parent(path).is_none_or(|parent| match (former.get(&parent), present.get(&parent)) {
            (Some(former), Some(present)) => before[former].kept == now[present].kept,
            _ => false,
        })
    };
    for (path, facts) in before.iter().filter(|(path, _)| !present.contains_key(&path.to_lowercase())) {
        if topmost(path) {
            changes.removed.push((path.clone(), facts.kept));
        }
    }
    for (path, facts) in now.iter().filter(|(path, _)| *path != ROOT) {
        if changes.unknown && facts.own {
            changes.own.push(path.clone());
        }
        let Some(spelling) = former.get(&path.to_lowercase()) else {
            // Builds that recorded less recorded of what lies in documents alone.
            if topmost(path) && known && (facts.kept == Kept::Document || !changes.unknown) {
                changes.added.push((path.clone(), facts.kept));
            }
            // What is new together with its parent is asked of nobody who has not the parent.
            if facts.required && (topmost(path) || changes.unknown) {
                changes.required.push((path.clone(), facts.kept));
            }
            continue;
        };
        let former = &before[spelling];
        if spelling != path {
            changes.respelt.push((path.clone(), facts.kept));
        }
        if former.kept != facts.kept && topmost(path) {
            changes.moved.push((path.clone(), former.kept, facts.kept));
        }
        if !interchangeable(former, facts) {
            let words =
                |facts: &Facts| format!("{}{}", if facts.multi { "multi-valued " } else { "" }, facts.data_type);
            let words = format!("was {} and is {} now", words(former), words(facts));
            changes.retyped.push((path.clone(), facts.kept, words));
        } else if !changes.unknown && former.own != facts.own && facts.data_type == "reference" {
            let words = match facts.own {
                true => "was any URI and refers to resources of this server now",
                false => "referred to resources of this server and is any URI now",
            };
            changes.retyped.push((path.clone(), facts.kept, words.to_owned()));
        }
        if facts.required && (!former.required || changes.unknown) {
            changes.required.push((path.clone(), facts.kept));
        }
        if facts.certificate && !changes.unknown && !former.certificate {
            changes.certificates.push(path.clone());
        }
    }
    if let (Some(former), Some(root)) = (before.get(ROOT), now.get(ROOT)) {
        changes.renamed = former.data_type != root.data_type;
    }
    changes
}

/// The places whose keys may not be those of the documents, since they are made by another rule, or of other values; true of
/// those that no attribute had before.
pub fn stale(before: Option<&Attributes>, now: &Attributes) -> BTreeMap<String, bool> {
    let nothing = Attributes::new();
    let before = before.unwrap_or(&nothing);
    let former: BTreeMap<String, &Facts> = before.iter().map(|(path, facts)| (path.to_lowercase(), facts)).collect();
    let taken: BTreeSet<&String> = before.values().filter_map(|facts| facts.place.as_ref()).collect();
    let known = before.contains_key(ROOT);
    let mut places = BTreeMap::new();
    for (path, facts) in now.iter().filter(|(_, facts)| facts.kept == Kept::Document) {
        let Some(place) = &facts.place else { continue };
        let same = |former: &&Facts| former.place == facts.place && former.keys == facts.keys;
        let former = former.get(&path.to_lowercase());
        if !former.is_some_and(same) {
            places.insert(place.clone(), known && former.is_none() && !taken.contains(place));
        }
    }
    places
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
mod tests;
