//! What changes from one set of documents to another, for clients and for the data that are stored.

use std::{
    collections::BTreeMap,
    fmt::{self, Display, Formatter},
};

use crate::{
    Faults, Sources,
    declaration::{DataType, Uniqueness, Word},
    explain::{Named, kept, named},
    model::{Attribute, Model, Place, ResourceType, Role},
};

/// What a change asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing.
    Safe,
    /// A look, at clients or at data.
    Attention,
    /// Another change: stored data cannot follow.
    Refused,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it asks for.
    pub verdict: Verdict,
    /// The resource type, and the path of the attribute.
    pub place: String,
    /// What is new.
    pub what: String,
    /// What clients notice.
    pub clients: &'static str,
    /// What becomes of stored data.
    pub data: &'static str,
}

impl Display for Change {
    fn fmt(&self, text: &mut Formatter<'_>) -> fmt::Result {
        let verdict = match self.verdict {
            Verdict::Safe => "safe",
            Verdict::Attention => "attention",
            Verdict::Refused => "refused",
        };
        writeln!(text, "{verdict:<10} {}: {}", self.place, self.what)?;
        writeln!(text, "           clients: {}", self.clients)?;
        write!(text, "           data: {}", self.data)
    }
}

/// All changes, in the order of the resource types.
pub fn diff(old: &Sources, new: &Sources) -> Result<Vec<Change>, Faults> {
    let (old, new) = (crate::model(old)?, crate::model(new)?);
    let mut changes = Changes::default();
    for resource_type in &old.resource_types {
        match find(&new, &resource_type.name) {
            Some(other) => changes.resource_type(resource_type, other),
            None => changes.add(
                Verdict::Attention,
                &resource_type.name,
                "the resource type is gone",
                "its endpoint answers 404",
                "its tables stay, unseen, and serve it again if it returns",
            ),
        }
    }
    for resource_type in new.resource_types.iter().filter(|other| find(&old, &other.name).is_none()) {
        let place = &resource_type.name;
        changes.add(Verdict::Safe, place, "a new resource type", "it has an endpoint", "its tables are made at start");
    }
    Ok(changes.0)
}

fn find<'a>(model: &'a Model, name: &str) -> Option<&'a ResourceType> {
    model.resource_types.iter().find(|resource_type| resource_type.name == name)
}

#[derive(Default)]
struct Changes(Vec<Change>);

/// An attribute with its place in the tables.
struct Placed<'a> {
    path: String,
    parent: Option<String>,
    attribute: &'a Attribute,
    place: Place,
    kept: String,
}

fn placed(resource_type: &ResourceType) -> BTreeMap<String, Placed<'_>> {
    let table = &resource_type.table;
    (named(resource_type).into_iter().zip(&table.places))
        .map(|(named, place)| {
            let Named { path, parent, attribute } = named;
            // Names are the same in any case.
            (path.to_ascii_lowercase(), Placed { path, parent, attribute, place: *place, kept: kept(table, *place) })
        })
        .collect()
}

/// How values of a type lie in a column.
fn class(data_type: DataType) -> u8 {
    match data_type {
        DataType::String | DataType::Reference | DataType::Binary => 0,
        DataType::DateTime => 1,
        DataType::Boolean => 2,
        DataType::Integer => 3,
        DataType::Decimal => 4,
        DataType::Complex => 5,
    }
}

impl Changes {
    fn add(
        &mut self,
        verdict: Verdict,
        place: &str,
        what: impl Into<String>,
        clients: &'static str,
        data: &'static str,
    ) {
        self.0.push(Change { verdict, place: place.to_owned(), what: what.into(), clients, data });
    }

    fn resource_type(&mut self, old: &ResourceType, new: &ResourceType) {
        let name = &old.name;
        if old.endpoint != new.endpoint {
            let what = format!("the endpoint is {}, was {}", new.endpoint, old.endpoint);
            let data = "its table is named after the endpoint: what is stored stays in the old one, unseen";
            self.add(Verdict::Attention, name, what, "the old URLs answer 404", data);
        }
        if old.schema != new.schema {
            let what = format!("the schema is {}, was {}", new.schema, old.schema);
            let clients = "they must send the new URN in schemas";
            self.add(Verdict::Attention, name, what, clients, "what the new schema has as well is kept");
        }
        let (before, after) = (placed(old), placed(new));
        let shown = |placed: &Placed<'_>| format!("{name} {}", placed.path);
        for (path, old) in &before {
            match after.get(path) {
                Some(new) => self.attribute(&shown(new), old, new),
                None if is_below_missing(old, &after) => {}
                None => self.removed(&shown(old), old.attribute),
            }
        }
        for (_, new) in after.iter().filter(|(path, _)| !before.contains_key(*path)) {
            if !is_below_missing(new, &before) {
                self.added(&shown(new), new.attribute);
            }
        }
    }

    fn removed(&mut self, place: &str, attribute: &Attribute) {
        let what = if attribute.role == Role::Extension { "the extension is gone" } else { "the attribute is gone" };
        let clients = "what they send of it is ignored, and filters on it are refused";
        self.add(Verdict::Attention, place, what, clients, "values stay, unseen, and come back if it returns");
    }

    fn added(&mut self, place: &str, attribute: &Attribute) {
        let kind = if attribute.role == Role::Extension { "extension" } else { "attribute" };
        if attribute.required {
            let what = format!("a new required {kind}");
            let data = "stored resources lack it: they are refused at their next change, unless it comes with that";
            self.add(Verdict::Attention, place, what, "they must send it", data);
        } else if attribute.uniqueness != Uniqueness::None {
            let clients = "a value that another resource has is refused";
            self.add(Verdict::Safe, place, format!("a new unique {kind}"), clients, "a column and an index are made");
        } else {
            self.add(
                Verdict::Safe,
                place,
                format!("a new {kind}"),
                "they may send it",
                "what it needs is made at start",
            );
        }
    }

    fn attribute(&mut self, place: &str, old: &Placed<'_>, new: &Placed<'_>) {
        let (before, after) = (old.attribute, new.attribute);
        let was = |key: &str, old: &dyn Display, new: &dyn Display| format!("{key} is {new}, was {old}");
        if before.data_type != after.data_type {
            let what = was("type", &before.data_type.word(), &after.data_type.word());
            let (verdict, data) = if class(before.data_type) == class(after.data_type) {
                (Verdict::Attention, "stored values stay, whether or not they have the form of the new type")
            } else {
                (Verdict::Refused, "stored values cannot become that: give it a new name")
            };
            self.add(verdict, place, what, "values of the other type are refused", data);
        }
        if before.multi_valued != after.multi_valued {
            let what = was("multiValued", &before.multi_valued, &after.multi_valued);
            let data = "stored values have the other shape: give it a new name";
            self.add(Verdict::Refused, place, what, "values of the other shape are refused", data);
        }
        if before.case_exact != after.case_exact && after.data_type.has_case() {
            let what = was("caseExact", &before.case_exact, &after.case_exact);
            let data = "keys of stored values were made by the other rule: give it a new name";
            self.add(Verdict::Refused, place, what, "comparisons have other results", data);
        }
        if before.required != after.required {
            let what = was("required", &before.required, &after.required);
            let (verdict, clients, data) = if after.required {
                (Verdict::Attention, "they must send it", "resources without it are refused at their next change")
            } else {
                (Verdict::Safe, "they may leave it out", "nothing")
            };
            self.add(verdict, place, what, clients, data);
        }
        if before.mutability != after.mutability {
            let what = was("mutability", &before.mutability.word(), &after.mutability.word());
            self.add(Verdict::Attention, place, what, "what they may write is another", "values stay");
        }
        if before.returned != after.returned {
            let what = was("returned", &before.returned.word(), &after.returned.word());
            self.add(Verdict::Attention, place, what, "answers show more or less", "values stay");
        }
        if before.uniqueness != after.uniqueness {
            let what = was("uniqueness", &before.uniqueness.word(), &after.uniqueness.word());
            let (clients, data) = if after.uniqueness == Uniqueness::None {
                ("values may repeat", "the unique index stays until it is dropped by hand")
            } else {
                ("a value that another resource has is refused", "the start stops where stored values clash")
            };
            self.add(Verdict::Attention, place, what, clients, data);
        }
        if before.indexed != after.indexed && before.uniqueness == after.uniqueness {
            let (what, data) = if after.indexed {
                ("an index is new", "the index is built at start")
            } else {
                ("an index is gone", "the index stays until it is dropped by hand")
            };
            self.add(Verdict::Safe, place, what, "comparisons are faster or slower", data);
        }
        if before.reference_types != after.reference_types {
            let gone = before.reference_types.iter().any(|name| !after.reference_types.contains(name));
            let verdict = if gone { Verdict::Attention } else { Verdict::Safe };
            let what = was("referenceTypes", &before.reference_types.join(", "), &after.reference_types.join(", "));
            self.add(verdict, place, what, "they may refer to other types", "values stay");
        }
        if before.canonical_values != after.canonical_values {
            let clients = "they see other suggestions, and no value is refused for them";
            self.add(Verdict::Safe, place, "canonicalValues are others", clients, "values stay");
        }
        self.storage(place, old, new);
    }

    /// Whether values are looked for where they were put.
    fn storage(&mut self, place: &str, old: &Placed<'_>, new: &Placed<'_>) {
        let kind = |placed: &Placed<'_>| match placed.attribute.role {
            Role::Hashed => "as a hash",
            Role::Relation(_) => "as relation rows",
            Role::BackReference(_) => "in another type's relation",
            _ if placed.place == Place::Secret => "apart from the document",
            _ => "in the document",
        };
        let (before, after) = (kind(old), kind(new));
        if before != after {
            let what = format!("it is kept {after}, was kept {before}");
            let data = "what is stored is not where it is looked for: give it a new name";
            self.add(Verdict::Refused, place, what, "stored values seem gone", data);
        } else if old.kept != new.kept && !old.kept.is_empty() && !new.kept.is_empty() && same_shape(old, new) {
            let what = format!("it is kept in {}, was in {}", new.kept, old.kept);
            let data = "the new column is filled at start, unless another attribute had that name: see `explain`";
            self.add(Verdict::Attention, place, what, "nothing", data);
        }
    }
}

/// Whether both are kept in columns, or both in rows.
fn same_shape(old: &Placed<'_>, new: &Placed<'_>) -> bool {
    old.attribute.multi_valued == new.attribute.multi_valued && old.attribute.data_type == new.attribute.data_type
}

/// Whether what stands above an attribute is not there either, so that it need not be said of each part.
fn is_below_missing(one: &Placed<'_>, others: &BTreeMap<String, Placed<'_>>) -> bool {
    one.parent.as_ref().is_some_and(|parent| !others.contains_key(&parent.to_ascii_lowercase()))
}
