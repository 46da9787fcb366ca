//! Attribute notation: `[schema URN:]attribute[.sub-attribute]` (RFC 7644 §3.10), resolved against a resource type.
//!
//! Names come from the schemas only. The longest known URN that the text is, or begins with, is taken first, since a URN may
//! itself hold `:` and `.`. A name without a URN is looked for in the base schema, then in the extensions, and is taken from
//! there if exactly one has it.

use super::error::{Error, ErrorKind};
use super::json::echo;
use super::schema::{Attribute, ResourceType, Role, find};
use std::fmt;

/// Beyond this length no name is suggested.
const SUGGESTED_BYTES: usize = 64;

/// An attribute and the way to it.
#[derive(Clone)]
pub struct AttributePath {
    /// The positions from the starting level: `[attribute]`, `[attribute, sub]`, `[extension]`, `[extension, attribute]`,
    /// `[extension, attribute, sub]`; relative to an element within a value path, where none means the element itself.
    pub steps: Vec<usize>,
    /// The attribute at the end.
    pub attribute: &'static Attribute,
}

impl PartialEq for AttributePath {
    fn eq(&self, other: &Self) -> bool {
        self.steps == other.steps && self.attribute.number == other.attribute.number
    }
}

impl fmt::Debug for AttributePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:?}", self.attribute.name, self.steps)
    }
}

impl AttributePath {
    /// The path to a sub-attribute of this one.
    pub fn child(&self, position: usize, attribute: &'static Attribute) -> Self {
        let mut steps = self.steps.clone();
        steps.push(position);
        Self { steps, attribute }
    }

    /// Every attribute on the way from the root of a resource, the last included.
    pub fn chain(&self, kind: &'static ResourceType) -> Vec<&'static Attribute> {
        let mut level = kind.attributes;
        let mut chain = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let Some(attribute) = level.get(*step) else { break };
            chain.push(attribute);
            level = attribute.sub_attributes;
        }
        chain
    }
}

/// Resolves attribute notation; the error is of the kind that fits the place it came from.
pub fn resolve(kind: &'static ResourceType, text: &str, error: ErrorKind) -> Result<AttributePath, Error> {
    lookup(kind, text).map_err(|detail| Error::new(error, detail))
}

/// Resolves attribute notation; fails with the words for the client.
pub fn lookup(kind: &'static ResourceType, text: &str) -> Result<AttributePath, String> {
    known(kind, text).ok_or_else(|| why_not(kind, text))
}

/// Resolves attribute notation, if it names something.
pub fn known(kind: &'static ResourceType, text: &str) -> Option<AttributePath> {
    if let Some(path) = extension(kind, text) {
        return Some(path);
    }
    match urn_of(kind, text) {
        Some(urn) => {
            let (steps, level) = below(kind, urn);
            within(steps, level, after_urn(text, urn).unwrap_or_default())
        }
        None if text.contains(':') => None,
        None => within(Vec::new(), kind.attributes, text).or_else(|| match in_extensions(kind, text).as_mut_slice() {
            [only] => Some(only.clone()),
            _ => None,
        }),
    }
}

/// The sub-attribute of that name of a complex attribute; fails with the words for the client.
pub fn sub_attribute(parent: &'static Attribute, name: &str) -> Result<(usize, &'static Attribute), String> {
    find(parent.sub_attributes, name).ok_or_else(|| unknown(parent.sub_attributes, parent.name, name))
}

/// An error about an attribute, or about a part of it, with the whole path to the attribute.
pub fn placed(kind: &ResourceType, attribute: &Attribute, error: Error) -> Error {
    let Some(path) = kind.path_of(attribute.number) else { return error };
    let detail = match error.detail.strip_prefix(attribute.name) {
        Some(rest) if rest.starts_with([' ', ':', '.', '[']) => format!("{path}{rest}"),
        _ if path == attribute.name && error.detail.contains(attribute.name) => return error,
        _ => format!("{path}: {}", error.detail),
    };
    Error::new(error.kind, detail)
}

fn extension(kind: &'static ResourceType, urn: &str) -> Option<AttributePath> {
    let position = kind.extension(urn)?.position;
    Some(AttributePath { steps: vec![position], attribute: kind.attributes.get(position)? })
}

fn after_urn<'a>(text: &'a str, urn: &str) -> Option<&'a str> {
    let prefix = text.get(..urn.len())?;
    if prefix.eq_ignore_ascii_case(urn) { text.get(urn.len()..)?.strip_prefix(':') } else { None }
}

/// The longest known URN that the text begins with.
fn urn_of(kind: &'static ResourceType, text: &str) -> Option<&'static str> {
    let urns = std::iter::once(kind.schema).chain(kind.extensions.iter().map(|extension| extension.schema));
    urns.filter(|urn| after_urn(text, urn).is_some()).max_by_key(|urn| urn.len())
}

/// The attributes of a schema, and the way to them.
fn below(kind: &'static ResourceType, urn: &str) -> (Vec<usize>, &'static [Attribute]) {
    match extension(kind, urn) {
        Some(path) => (path.steps, path.attribute.sub_attributes),
        None => (Vec::new(), kind.attributes),
    }
}

/// Where a name without a URN is found in the extensions. One that the base schema has, with a sub-attribute that it
/// lacks, is not looked for in them.
fn in_extensions(kind: &'static ResourceType, text: &str) -> Vec<AttributePath> {
    if find(kind.attributes, split(text).0).is_some() {
        return Vec::new();
    }
    let found = kind.extensions.iter().filter_map(|extension| {
        let level = kind.attributes.get(extension.position)?;
        within(vec![extension.position], level.sub_attributes, text)
    });
    found.collect()
}

/// The words for a name that stands for nothing.
fn why_not(kind: &'static ResourceType, text: &str) -> String {
    if let Some(urn) = urn_of(kind, text) {
        return unknown(below(kind, urn).1, urn, after_urn(text, urn).unwrap_or_default());
    }
    if text.eq_ignore_ascii_case(kind.schema) {
        return format!("{} is the schema of {} itself: put one of its attributes behind it", kind.schema, kind.name);
    }
    if let Some((urn, _)) = text.rsplit_once(':') {
        return format!("{}: {} has no schema {}", echo(text), kind.name, echo(urn));
    }
    if in_extensions(kind, text).len() > 1 {
        let name = echo(split(text).0);
        return format!("several schemas of {} have an attribute {name}: put the schema's URN before it", kind.name);
    }
    unknown(kind.attributes, kind.name, text)
}

fn split(text: &str) -> (&str, Option<&str>) {
    match text.split_once('.') {
        Some((name, sub)) => (name, Some(sub)),
        None => (text, None),
    }
}

fn within(mut steps: Vec<usize>, level: &'static [Attribute], text: &str) -> Option<AttributePath> {
    let (name, sub) = split(text);
    let (position, attribute) = find(level, name)?;
    steps.push(position);
    let Some(sub) = sub else { return Some(AttributePath { steps, attribute }) };
    let (position, attribute) = find(attribute.sub_attributes, sub)?;
    steps.push(position);
    Some(AttributePath { steps, attribute })
}

/// The words for an unknown attribute, with the nearest known name.
fn unknown(level: &'static [Attribute], owner: &str, text: &str) -> String {
    let (name, sub) = split(text);
    let (owner, level, name) = match (find(level, name), sub) {
        (Some((_, attribute)), Some(sub)) => (attribute.name, attribute.sub_attributes, sub),
        _ => (owner, level, name),
    };
    let mut detail = format!("{owner} has no attribute {}", echo(name));
    if let Some(nearest) = nearest(level, name) {
        detail.push_str(&format!(", did you mean \"{nearest}\"?"));
    }
    detail
}

fn nearest(level: &'static [Attribute], name: &str) -> Option<&'static str> {
    let extensions = level.iter().filter(|attribute| attribute.role == Role::Extension);
    let names = level.iter().chain(extensions.flat_map(|extension| extension.sub_attributes));
    nearest_name(names.filter(|attribute| attribute.role != Role::Extension).map(|attribute| attribute.name), name)
}

/// The name that a misspelt one was meant to be, if one is near enough.
pub fn nearest_name<'a>(names: impl Iterator<Item = &'a str>, name: &str) -> Option<&'a str> {
    if name.len() > SUGGESTED_BYTES {
        return None;
    }
    let wanted = name.to_ascii_lowercase();
    let most = (wanted.len() / 3).clamp(1, 2);
    names
        .map(|name| (distance(&name.to_ascii_lowercase(), &wanted), name))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The edit distance (Levenshtein) in bytes.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        for (cell, right) in row.iter_mut().skip(1).zip(b.bytes()) {
            let here = (diagonal + usize::from(left != right)).min(before + 1).min(*cell + 1);
            diagonal = *cell;
            *cell = here;
            before = here;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::fixture::{EXTENSION, SCHEMA, TYPE};

    fn steps(text: &str) -> Vec<usize> {
        lookup(&TYPE, text).map(|path| path.steps).unwrap_or_else(|detail| panic!("{text}: {detail}"))
    }

    fn detail(text: &str) -> String {
        let error = resolve(&TYPE, text, ErrorKind::InvalidPath).map(|path| format!("{path:?}")).unwrap_err();
        assert_eq!(error.kind, ErrorKind::InvalidPath);
        error.detail
    }

    #[test]
    fn names_and_urns_are_known_in_any_case() {
        for (text, expected) in [
            ("userName", vec![4]),
            ("USERNAME", vec![4]),
            ("name.familyName", vec![5, 1]),
            ("members.$ref", vec![16, 1]),
            ("meta.version", vec![3, 4]),
            (EXTENSION, vec![20]),
            ("manager.displayname", vec![20, 2, 2]),
            ("employeeNumber", vec![20, 0]),
        ] {
            assert_eq!(steps(text), expected, "{text}");
        }
        assert_eq!(steps(&format!("{SCHEMA}:name.givenName")), [5, 2]);
        assert_eq!(steps(&format!("{}:manager.displayName", EXTENSION.to_uppercase())), [20, 2, 2]);
        assert_eq!(steps(&EXTENSION.to_lowercase()), [20]);
    }

    #[test]
    fn a_path_knows_the_attributes_on_its_way() {
        let path = lookup(&TYPE, "manager.value").unwrap();
        let names: Vec<&str> = path.chain(&TYPE).iter().map(|attribute| attribute.name).collect();
        assert_eq!(names, [EXTENSION, "manager", "value"]);
    }

    #[test]
    fn unknown_names_are_refused_with_the_nearest_known() {
        assert!(detail("usrname").ends_with("User has no attribute \"usrname\", did you mean \"userName\"?"));
        assert!(detail("name.famlyName").ends_with("did you mean \"familyName\"?"));
        assert!(detail("emploeeNumber").ends_with("did you mean \"employeeNumber\"?"));
        assert!(detail(&format!("{EXTENSION}:maneger.value")).ends_with("did you mean \"manager\"?"));
        assert!(detail("urn:acme:hr:badge").contains("no schema \"urn:acme:hr\""));
        for text in
            ["", ".", "a.b.c", "name.", "name.givenName.x", "userName.value", "__proto__", "toString", SCHEMA, "é", ":"]
        {
            assert!(!detail(text).is_empty());
        }
        assert!(detail(&format!("{SCHEMA}:employeeNumber")).contains("has no attribute"));
        assert!(detail(&"x".repeat(4000)).len() < 200);
    }
}
