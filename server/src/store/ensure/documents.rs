//! What becomes of one stored document when the schemas change: what is gone is put aside, what comes back is brought
//! back, and what does not fit is told.
//!
//! Aside means in the column `retired` of the same row: a JSON object of paths and values. A value of a part of a
//! multi-valued attribute is kept beside the rest of its element, by which it finds its way back.

mod paths;
mod returned;

use serde_json::{Map, Value, json};

use crate::scim::{
    canonical, render,
    schema::{Attribute, DataType, ResourceType, Role, find},
};

use self::{
    paths::{lacks, put, put_aside, take, values},
    returned::{come_back, hold_returned},
};
use super::declared::{Changes, Kept, SEPARATOR, written};

/// What hashes begin with.
const HASH: &str = "$argon2";

/// What a row holds of a resource, besides its keys.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Texts {
    /// The document, as text that [`render::parse_document`] reads.
    pub document: String,
    /// What is put aside; none if nothing is.
    pub retired: Option<String>,
    /// What is never returned.
    pub secrets: Option<String>,
}

/// What is to be done about a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It stays as it is.
    Stays,
    /// It changes.
    Changes(Texts),
    /// It does not bear the change, for that reason.
    Clashes(String),
}

/// A row, taken apart.
struct Parts {
    root: Map<String, Value>,
    aside: Map<String, Value>,
    secrets: Map<String, Value>,
}

impl Parts {
    fn read(texts: &Texts) -> Option<Self> {
        let Ok(Value::Object(root)) = serde_json::from_str::<Value>(&texts.document) else { return None };
        let object = |text: &Option<String>| text.as_deref().and_then(|text| serde_json::from_str(text).ok());
        let (aside, secrets) = (object(&texts.retired).unwrap_or_default(), object(&texts.secrets).unwrap_or_default());
        Some(Self { root, aside, secrets })
    }

    fn write(self) -> Texts {
        let text = |object: Map<String, Value>| (!object.is_empty()).then(|| Value::Object(object).to_string());
        let (retired, secrets) = (text(self.aside), text(self.secrets));
        Texts { document: Value::Object(self.root).to_string(), retired, secrets }
    }

    /// What holds the values that are kept so.
    fn of(&mut self, kept: Kept) -> &mut Map<String, Value> {
        match kept {
            Kept::Document | Kept::Relation => &mut self.root,
            Kept::Apart | Kept::Hash => &mut self.secrets,
        }
    }

    fn of_ref(&self, kept: Kept) -> &Map<String, Value> {
        match kept {
            Kept::Document | Kept::Relation => &self.root,
            Kept::Apart | Kept::Hash => &self.secrets,
        }
    }

    fn is_hash(&self, name: &str) -> bool {
        self.secrets.get(name).and_then(Value::as_str).is_some_and(|text| text.starts_with(HASH))
    }
}

/// Applies changes to a resource.
pub fn migrated(kind: &'static ResourceType, changes: &Changes, texts: &Texts) -> Verdict {
    let Some(mut parts) = Parts::read(texts) else {
        return Verdict::Clashes("its document cannot be read".to_owned());
    };
    match apply(kind, changes, &mut parts) {
        Err(reason) => Verdict::Clashes(reason),
        Ok(()) => {
            let written = parts.write();
            if unchanged(texts, &written) { Verdict::Stays } else { Verdict::Changes(written) }
        }
    }
}

/// Whether two documents say the same, in whatever order.
pub fn same(one: &str, other: &str) -> bool {
    one == other || serde_json::from_str::<Value>(one).ok() == serde_json::from_str::<Value>(other).ok()
}

/// Whether two rows say the same.
fn unchanged(one: &Texts, other: &Texts) -> bool {
    let both = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    same(&one.document, &other.document) && both(&one.retired, &other.retired) && both(&one.secrets, &other.secrets)
}

fn apply(kind: &'static ResourceType, changes: &Changes, parts: &mut Parts) -> Result<(), String> {
    for (path, kept) in &changes.removed {
        if let Some(value) = take(parts.of(*kept), path) {
            put_aside(&mut parts.aside, aside(path, *kept), value);
        }
    }
    respell(kind.attributes, &mut parts.root);
    respell(kind.attributes, &mut parts.secrets);
    // A build may have put aside what it took for another name.
    let returning = || changes.added.iter().chain(&changes.respelt);
    let mut back = Vec::new();
    // A part may have been beside one that comes back after it.
    for (path, kept) in returning().chain(returning()) {
        come_back(path, *kept, changes.unknown, parts, &mut back)?;
    }
    hold_returned(kind, parts, back)?;
    for (path, from, to) in &changes.moved {
        move_value(path, *from, *to, parts)?;
    }
    if changes.unknown {
        for attribute in kind.attributes {
            hold_secret(attribute, parts)?;
        }
    }
    for (path, kept, words) in &changes.retyped {
        if !values(parts.of(*kept), path).is_empty() {
            return Err(format!("{} {words}, and it has a value", written(path)));
        }
    }
    for (path, kept) in changes.required.iter().filter(|(_, kept)| *kept != Kept::Relation) {
        if lacks(parts.of(*kept), path) {
            return Err(lacking(kind, changes, path));
        }
    }
    let is_text = |value: &&Value, test: fn(&str) -> bool| value.as_str().is_some_and(test);
    for path in &changes.certificates {
        if values(&parts.root, path).iter().any(|value| is_text(value, canonical::is_followed)) {
            return Err(format!(
                "{} holds one certificate a value now, and one of its values holds more",
                written(path)
            ));
        }
    }
    for path in &changes.own {
        if values(&parts.root, path).iter().any(|value| is_text(value, |text| text.contains(':'))) {
            return Err(format!("{} refers to resources of this server now, and it has another URI", written(path)));
        }
    }
    // What the build does not know would be lost when the document is written.
    for path in foreign(kind.attributes, &parts.root) {
        if let Some(value) = take(&mut parts.root, &path) {
            put_aside(&mut parts.aside, path, value);
        }
    }
    let present = kind.extensions.iter().map(|extension| extension.schema);
    let present = present.filter(|urn| parts.root.contains_key(*urn));
    let schemas: Vec<&str> = std::iter::once(kind.schema).chain(present).collect();
    let schemas = json!(schemas);
    parts.root.insert("schemas".to_owned(), schemas);
    match misfit(kind.attributes, &parts.root) {
        Some(path) => Err(format!("{} has a value that does not fit its type now", written(&path))),
        None if render::parse_document(kind, &Value::Object(parts.root.clone()).to_string()).is_err() => {
            Err("its document does not fit its type now".to_owned())
        }
        None => Ok(()),
    }
}

/// The words for what is required and has no value.
fn lacking(kind: &'static ResourceType, changes: &Changes, path: &str) -> String {
    let mut reason = format!("{} is required now, and it has none", written(path));
    let default = at(kind.attributes, path).and_then(|attribute| attribute.rules).and_then(|rules| rules.default);
    if default.is_some() {
        reason.push_str(": what is stored does not get its default");
    }
    if changes.added.iter().any(|(added, _)| added == path) {
        // The build before does not have it.
        reason.push_str("; let a build have it first that does not require it");
    }
    reason
}

/// The attribute at a path.
fn at(level: &'static [Attribute], path: &str) -> Option<&'static Attribute> {
    let (first, rest) = path.split_once(SEPARATOR).map_or((path, None), |(first, rest)| (first, Some(rest)));
    let (_, attribute) = find(level, first)?;
    rest.map_or(Some(attribute), |rest| at(attribute.sub_attributes, rest))
}

/// Under which name something is put aside: what was never returned does not come back as something that is.
fn aside(path: &str, kept: Kept) -> String {
    match kept {
        Kept::Document | Kept::Relation => path.to_owned(),
        Kept::Apart => format!("apart:{path}"),
        Kept::Hash => format!("hash:{path}"),
    }
}

fn elsewhere(path: &str, from: Kept, to: Kept) -> String {
    format!("{} is kept {} now and was kept {}, and it has a value", written(path), to.words(), from.words())
}

/// Moves a value between the document and what is apart from it; nothing else can be moved.
fn move_value(path: &str, from: Kept, to: Kept, parts: &mut Parts) -> Result<(), String> {
    let Some(value) = take(parts.of(from), path) else { return Ok(()) };
    if !matches!((from, to), (Kept::Document, Kept::Apart) | (Kept::Apart, Kept::Document)) {
        return Err(elsewhere(path, from, to));
    }
    put(parts.of(to), path, value);
    Ok(())
}

/// Refuses a hash that would be taken for a value, and a value that would be taken for a hash.
fn hold_secret(attribute: &Attribute, parts: &Parts) -> Result<(), String> {
    if !parts.secrets.contains_key(attribute.name) {
        return Ok(());
    }
    match (attribute.role, parts.is_hash(attribute.name)) {
        (Role::Hashed, false) => Err(elsewhere(attribute.name, Kept::Apart, Kept::Hash)),
        (Role::Plain, true) => Err(elsewhere(attribute.name, Kept::Hash, Kept::Apart)),
        _ => Ok(()),
    }
}

/// Writes names as the schema does.
fn respell(level: &[Attribute], object: &mut Map<String, Value>) {
    let names: Vec<String> = object.keys().cloned().collect();
    for name in names {
        let Some((_, attribute)) = find(level, &name) else { continue };
        if attribute.name != name
            && let Some(value) = object.remove(&name)
        {
            // What has the right name already is newer.
            object.entry(attribute.name).or_insert(value);
        }
        for part in object.get_mut(attribute.name).into_iter().flat_map(elements_mut) {
            respell(attribute.sub_attributes, part);
        }
    }
}

fn elements_mut(value: &mut Value) -> Vec<&mut Map<String, Value>> {
    match value {
        Value::Object(object) => vec![object],
        Value::Array(elements) => elements.iter_mut().filter_map(Value::as_object_mut).collect(),
        _ => Vec::new(),
    }
}

/// The topmost paths that a level does not have.
fn foreign(level: &[Attribute], object: &Map<String, Value>) -> Vec<String> {
    let mut paths = Vec::new();
    for (name, value) in object {
        let Some((_, attribute)) = find(level, name) else {
            paths.push(name.clone());
            continue;
        };
        let parts = match value {
            Value::Object(object) => vec![object],
            Value::Array(elements) => elements.iter().filter_map(Value::as_object).collect(),
            _ => Vec::new(),
        };
        for path in parts.into_iter().flat_map(|part| foreign(attribute.sub_attributes, part)) {
            let path = format!("{name}{SEPARATOR}{path}");
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
    }
    paths
}

/// The first path whose value has another JSON type than its attribute.
fn misfit(level: &[Attribute], object: &Map<String, Value>) -> Option<String> {
    object.iter().find_map(|(name, value)| {
        let (_, attribute) = find(level, name)?;
        let whole = || Some(name.clone());
        let values = match (attribute.multi_valued, value) {
            (true, Value::Array(values)) => values.iter().collect(),
            (true, _) | (false, Value::Array(_)) => return whole(),
            (false, value) => vec![value],
        };
        values.into_iter().find_map(|value| match (attribute.data_type, value) {
            (DataType::Complex, Value::Object(object)) => {
                misfit(attribute.sub_attributes, object).map(|path| format!("{name}{SEPARATOR}{path}"))
            }
            (DataType::Boolean, Value::Bool(_)) => None,
            (DataType::Integer, Value::Number(number)) if number.is_i64() => None,
            (DataType::Decimal, Value::Number(_)) => None,
            (DataType::String | DataType::DateTime | DataType::Binary | DataType::Reference, Value::String(_)) => None,
            _ => whole(),
        })
    })
}

#[cfg(test)]
mod tests;
