//! What changes from one set of documents to another, for clients and for the data that are stored.

use std::{
    collections::BTreeMap,
    fmt::{self, Display, Formatter},
};

use crate::{
    Faults, Sources,
    declaration::{Constant, DataType, Mutability, Rules, Uniqueness, Word},
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
    /// Another change: stored values cannot follow, and the start stops where there is one.
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
    changes.tables_of_others(&old, &new);
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
    /// The same without the name of the table that a resource is in.
    column: String,
}

fn placed(resource_type: &ResourceType) -> BTreeMap<String, Placed<'_>> {
    let table = &resource_type.table;
    (named(resource_type).into_iter().zip(&table.places))
        .map(|(named, place)| {
            let Named { path, parent, attribute } = named;
            let kept = kept(table, *place);
            let column = kept.strip_prefix(&format!("{}.", table.name)).unwrap_or(&kept).to_owned();
            // Names are the same in any case.
            (path.to_ascii_lowercase(), Placed { path, parent, attribute, place: *place, kept, column })
        })
        .collect()
}

/// Of a change that no stored value bears.
const STOPS: &str = "the start stops where a resource has a value: give it a new name";
/// Of what is required from now on.
const LACKING: &str = "the start stops where a stored resource lacks it";
/// Where most values are kept.
const DOCUMENT: &str = "in the document";
/// Where values are kept that are never returned.
const APART: &str = "apart from the document";

/// Whether each value of the former type is one of the present type too.
fn holds(now: DataType, before: DataType) -> bool {
    match now {
        DataType::String => matches!(before, DataType::Reference | DataType::DateTime | DataType::Binary),
        DataType::Decimal => before == DataType::Integer,
        _ => false,
    }
}

/// Whether every resource must have it, by its clients.
fn is_asked_for(attribute: &Attribute) -> bool {
    attribute.required && attribute.mutability != Mutability::ReadOnly
}

/// The attribute that is shown where a relation of the type is read backwards.
fn label(resource_type: &ResourceType) -> &str {
    resource_type.table.label.map_or("", |position| resource_type.attributes[position].name.as_str())
}

/// What clients do about what every resource must have.
fn asks(attribute: &Attribute) -> &'static str {
    if attribute.rules.default.is_some() { "they may leave it out, and it has its default then" } else { MUST }
}

/// Of what clients must send.
const MUST: &str = "they must send it";

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

    /// Tables that would be those of a resource type that is gone, whose resources lie in them still.
    fn tables_of_others(&mut self, old: &Model, new: &Model) {
        for gone in old.resource_types.iter().filter(|other| find(new, &other.name).is_none()) {
            for heir in &new.resource_types {
                let table = &heir.table;
                let values = table.values.iter().map(|values| &values.name);
                let relations = || table.relations.iter().map(|relation| &relation.name);
                let taken = [&table.name].into_iter().chain(values).chain(relations());
                let left = gone.table.relations.iter().map(|relation| &relation.name);
                let name = taken.into_iter().find(|name| **name == gone.table.name).or_else(|| {
                    let mut left = left;
                    left.find(|left| **left == table.name || relations().any(|relation| relation == *left))
                });
                if let Some(name) = name {
                    let what = format!("its table {name} holds what is stored of {}, which is gone", gone.name);
                    let data = "the start stops: give one of the two another endpoint, or the former name";
                    self.add(Verdict::Refused, &heir.name, what, "it cannot be served", data);
                }
            }
        }
    }

    fn resource_type(&mut self, old: &ResourceType, new: &ResourceType) {
        let name = &old.name;
        if old.endpoint != new.endpoint {
            let what = format!("the endpoint is {}, was {}", new.endpoint, old.endpoint);
            let data = match old.table.name == new.table.name {
                true => "nothing: its table keeps its name",
                false => "its table is named after the endpoint, and is renamed at start",
            };
            self.add(Verdict::Attention, name, what, "the old URLs answer 404", data);
        }
        let (before, after) = (label(old), label(new));
        if before != after && !before.is_empty() && !after.is_empty() {
            let what = format!("the label of its relations is {after}, was {before}");
            let clients = "where a relation is read backwards, display shows another attribute";
            self.add(Verdict::Attention, name, what, clients, "the labels are kept anew at start");
        }
        if old.schema != new.schema {
            let what = format!("the schema is {}, was {}", new.schema, old.schema);
            let clients = "they must send the new URN in schemas";
            self.add(
                Verdict::Attention,
                name,
                what,
                clients,
                "what the new schema has as well is kept, and the documents name it",
            );
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
        if is_asked_for(attribute) {
            let what = format!("a new required {kind}");
            self.add(Verdict::Attention, place, what, asks(attribute), LACKING);
        } else if attribute.uniqueness != Uniqueness::None {
            let clients = "a value that another resource has is refused";
            self.add(Verdict::Safe, place, format!("a new unique {kind}"), clients, "a column and an index are made");
        } else {
            let clients = if attribute.mutability == Mutability::ReadOnly {
                "they see it where it has a value, and what they send of it is ignored"
            } else if attribute.rules.default.is_some() {
                "they may send it, and POST and PUT without it give it its default"
            } else {
                "they may send it"
            };
            self.add(Verdict::Safe, place, format!("a new {kind}"), clients, "what it needs is made at start");
        }
    }

    fn attribute(&mut self, place: &str, old: &Placed<'_>, new: &Placed<'_>) {
        let (before, after) = (old.attribute, new.attribute);
        let was = |key: &str, old: &dyn Display, new: &dyn Display| format!("{key} is {new}, was {old}");
        if before.data_type != after.data_type {
            let what = was("type", &before.data_type.word(), &after.data_type.word());
            let (verdict, clients, data) = if holds(after.data_type, before.data_type) {
                let data = "stored values stay, and their keys are made anew at start";
                (Verdict::Attention, "more values are taken, and compared as those of the new type", data)
            } else {
                (Verdict::Refused, "values of the other type are refused", STOPS)
            };
            self.add(verdict, place, what, clients, data);
        }
        if before.multi_valued != after.multi_valued {
            let what = was("multiValued", &before.multi_valued, &after.multi_valued);
            self.add(Verdict::Refused, place, what, "values of the other shape are refused", STOPS);
        }
        if before.case_exact != after.case_exact && after.data_type.has_case() {
            let what = was("caseExact", &before.case_exact, &after.case_exact);
            let data = match after.uniqueness {
                Uniqueness::None => "the keys of stored values are made anew at start",
                _ => "the keys of stored values are made anew at start, which stops where they clash then",
            };
            self.add(Verdict::Attention, place, what, "comparisons have other results", data);
        }
        if before.required != after.required || is_asked_for(before) != is_asked_for(after) {
            let what = match before.required == after.required {
                false => was("required", &before.required, &after.required),
                true => "it is required, and mutability says whether of clients".to_owned(),
            };
            let (verdict, clients, data) = match (is_asked_for(before), is_asked_for(after)) {
                (false, true) => (Verdict::Attention, asks(after), LACKING),
                (true, false) => (Verdict::Safe, "they may leave it out", "nothing"),
                _ => (Verdict::Safe, "nothing", "nothing"),
            };
            self.add(verdict, place, what, clients, data);
        }
        if before.mutability != after.mutability {
            let what = was("mutability", &before.mutability.word(), &after.mutability.word());
            self.add(Verdict::Attention, place, what, "what they may write is another", "values stay");
        }
        if before.returned != after.returned {
            let what = was("returned", &before.returned.word(), &after.returned.word());
            self.add(Verdict::Attention, place, what, "answers show more or less", "values are kept");
        }
        if before.uniqueness != after.uniqueness {
            let what = was("uniqueness", &before.uniqueness.word(), &after.uniqueness.word());
            let (clients, data) = if after.uniqueness == Uniqueness::None {
                ("values may repeat", "the unique index is dropped at start")
            } else {
                ("a value that another resource has is refused", "the start stops where stored values clash")
            };
            self.add(Verdict::Attention, place, what, clients, data);
        }
        if before.indexed != after.indexed && before.uniqueness == after.uniqueness {
            let (what, data) = if after.indexed {
                ("an index is new", "the index is built at start")
            } else {
                ("an index is gone", "the index is dropped at start")
            };
            self.add(Verdict::Safe, place, what, "comparisons are faster or slower", data);
        }
        if before.reference_types != after.reference_types {
            let computed = (before.role == Role::Ref, after.role == Role::Ref);
            let gone = before.reference_types.iter().any(|name| !after.reference_types.contains(name));
            let verdict = if gone { Verdict::Attention } else { Verdict::Safe };
            let what = was("referenceTypes", &before.reference_types.join(", "), &after.reference_types.join(", "));
            // What refers to resources of this server is computed from the value beside it; other URIs are stored.
            let (verdict, data) = match computed {
                (before, after) if before != after => (Verdict::Refused, STOPS),
                _ if gone && new.place == Place::RelationRef => {
                    (verdict, "values that refer to a type that is gone stay, unseen, and come back with it")
                }
                _ => (verdict, "values stay"),
            };
            self.add(verdict, place, what, "they may refer to other types", data);
        }
        if before.canonical_values != after.canonical_values {
            let clients = "they see other suggestions, and no value is refused for them";
            self.add(Verdict::Safe, place, "canonicalValues are others", clients, "values stay");
        }
        self.rules(place, &before.rules, &after.rules, is_asked_for(after));
        self.storage(place, old, new);
    }

    /// What is declared beyond RFC 7643.
    fn rules(&mut self, place: &str, before: &Rules, after: &Rules, is_asked_for: bool) {
        let text = |pattern: &Option<String>| pattern.clone().map(Constant::Text);
        let count = |length: Option<u32>| length.map(|length| Constant::Integer(length.into()));
        let limits = [
            ("pattern", text(&before.pattern), text(&after.pattern)),
            ("minimum", before.minimum.clone(), after.minimum.clone()),
            ("maximum", before.maximum.clone(), after.maximum.clone()),
            ("maxLength", count(before.max_length), count(after.max_length)),
        ];
        for (key, before, after) in limits.iter().filter(|(_, before, after)| before != after) {
            match after {
                None => self.add(Verdict::Safe, place, format!("{key} is gone"), "more values are taken", "nothing"),
                Some(after) => {
                    let was = before.as_ref().map_or_else(|| "none".to_owned(), Constant::to_string);
                    let what = format!("{key} is {after}, was {was}");
                    let data = "stored values that break it stay until they are written again";
                    self.add(Verdict::Attention, place, what, "values that break it are refused", data);
                }
            }
        }
        if before.default != after.default {
            let what = match &after.default {
                Some(default) => format!("the default is {default}"),
                None => "the default is gone".to_owned(),
            };
            let clients = match (is_asked_for, &after.default) {
                (true, None) => MUST,
                _ => "POST and PUT without a value have another result",
            };
            self.add(Verdict::Attention, place, what, clients, "stored resources stay");
        }
    }

    /// Whether values are looked for where they were put.
    fn storage(&mut self, place: &str, old: &Placed<'_>, new: &Placed<'_>) {
        let kind = |placed: &Placed<'_>| match placed.attribute.role {
            Role::Hashed => "as a hash",
            Role::Relation(_) => "as relation rows",
            Role::BackReference(_) => "in another type's relation",
            _ if placed.place == Place::Secret => APART,
            _ => DOCUMENT,
        };
        let (before, after) = (kind(old), kind(new));
        if before != after {
            let what = format!("it is kept {after}, was kept {before}");
            let (verdict, data) = match [before, after].iter().all(|place| [DOCUMENT, APART].contains(place)) {
                true => (Verdict::Attention, "stored values are moved at start"),
                false => (Verdict::Refused, STOPS),
            };
            self.add(verdict, place, what, "as the other changes of it say", data);
        } else if old.column != new.column && !old.kept.is_empty() && !new.kept.is_empty() && same_shape(old, new) {
            let what = format!("it is kept in {}, was in {}", new.kept, old.kept);
            let data = match new.attribute.role {
                Role::Relation(_) => "its table is renamed at start",
                _ => "its keys are made anew at start",
            };
            self.add(Verdict::Safe, place, what, "nothing", data);
        }
        match (old.attribute.role, new.attribute.role) {
            (Role::Plain, Role::Certificate) => {
                let data = "the start stops where a stored value holds more than one";
                let clients = "values with more than one certificate are refused";
                self.add(Verdict::Attention, place, "each value is one certificate", clients, data);
            }
            (Role::Certificate, Role::Plain) => {
                self.add(Verdict::Safe, place, "values need not be certificates", "more values are taken", "nothing");
            }
            _ => {}
        }
        let name = |path: &str| path.rsplit([':', '.']).next().unwrap_or(path).to_owned();
        if name(&old.path) != name(&new.path) {
            let what = format!("it is written {}, was {}", name(&new.path), name(&old.path));
            let data = "documents are written anew at start";
            self.add(Verdict::Safe, place, what, "answers write it so; requests may write it in any case", data);
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
