//! What was put aside of a document and comes back: where it was, written as the schema writes it, and held to what the schema
//! asks for now.

use serde_json::{Map, Value};

use crate::scim::{
    canonical,
    schema::{Attribute, Mutability, ResourceType, Role, find},
};

use super::{
    Kept, Parts, SEPARATOR, aside, at, elsewhere,
    paths::{lacks, put, put_aside, take, values},
    respell, written,
};

/// Brings back what was at a path that is new, with what was put aside of it before that.
pub(super) fn come_back(
    path: &str,
    kept: Kept,
    unknown: bool,
    parts: &mut Parts,
    back: &mut Vec<Back>,
) -> Result<(), String> {
    let wanted = aside(path, kept);
    let name = parts.aside.keys().find(|name| name.eq_ignore_ascii_case(&wanted)).cloned();
    if kept == Kept::Relation {
        return if name.is_some() { Err(elsewhere(path, Kept::Document, kept)) } else { Ok(()) };
    }
    if let Some(name) = name {
        bring_back(&name, path, kept, parts, back);
    } else if unknown && kept == Kept::Document && parts.secrets.contains_key(path) {
        if parts.is_hash(path) {
            return Err(elsewhere(path, Kept::Hash, kept));
        }
        if let Some(value) = parts.secrets.remove(path) {
            put(&mut parts.root, path, value);
        }
    }
    // What the schemas do not have yet is put aside again.
    let below = format!("{wanted}{SEPARATOR}");
    let is_below = |name: &str| name.get(..below.len()).is_some_and(|start| start.eq_ignore_ascii_case(&below));
    let names: Vec<String> = parts.aside.keys().filter(|name| is_below(name)).cloned().collect();
    for name in names {
        let rest = name.get(below.len()..).unwrap_or_default();
        let path = format!("{path}{SEPARATOR}{rest}");
        bring_back(&name, &path, kept, parts, back);
    }
    Ok(())
}

/// What came back.
pub(super) struct Back {
    path: String,
    kept: Kept,
    /// Where what it is a part of was gone: the path of that, and the name that the part was put aside under.
    alone: Option<(String, String)>,
}

/// Brings back what was put aside under a name; what finds no place stays there.
fn bring_back(name: &str, path: &str, kept: Kept, parts: &mut Parts, back: &mut Vec<Back>) {
    let Some(value) = parts.aside.remove(name) else { return };
    let is_gone = |whole: &str| {
        let came = |one: &Back| one.kept == kept && one.alone.as_ref().is_some_and(|(other, _)| other == whole);
        back.iter().any(came) || values(parts.of_ref(kept), whole).is_empty()
    };
    let whole = path.match_indices(SEPARATOR).map(|(end, _)| &path[..end]).find(|whole| is_gone(whole));
    let alone = whole.map(|whole| (whole.to_owned(), name.to_owned()));
    if let Some(left) = put(parts.of(kept), path, value) {
        parts.aside.insert(name.to_owned(), left);
    }
    back.push(Back { path: path.to_owned(), kept, alone });
}

/// Holds what came back to what is required within it. A part of something that is gone waits, if that could not be without
/// what is gone.
fn hold_whole(kind: &'static ResourceType, parts: &mut Parts, mut back: Vec<Back>) -> Result<Vec<Back>, String> {
    let mut waiting = Vec::new();
    for (index, Back { path, kept, alone }) in back.iter().enumerate() {
        let whole = alone.as_ref().map_or(path, |(whole, _)| whole);
        let mut required = Vec::new();
        if let Some(attribute) = at(kind.attributes, whole) {
            required_below(attribute, whole, &mut required);
        }
        let Some(lacked) = required.into_iter().find(|one| lacks(parts.of(*kept), one)) else { continue };
        match alone {
            Some(_) => waiting.push(index),
            None => return Err(format!("{} is required now, and it has none", written(&lacked))),
        }
    }
    for index in waiting.into_iter().rev() {
        let Back { path, kept, alone } = back.remove(index);
        if let (Some(value), Some((_, name))) = (take(parts.of(kept), &path), alone) {
            put_aside(&mut parts.aside, name, value);
        }
    }
    Ok(back)
}

/// The paths below an attribute that clients must give a value.
fn required_below(attribute: &Attribute, path: &str, out: &mut Vec<String>) {
    for part in attribute.sub_attributes {
        let path = format!("{path}{SEPARATOR}{}", part.name);
        required_below(part, &path, out);
        if part.required && part.mutability != Mutability::ReadOnly {
            out.push(path);
        }
    }
}

/// Writes what came back as the schema does, and refuses what does not fit it.
pub(super) fn hold_returned(kind: &'static ResourceType, parts: &mut Parts, back: Vec<Back>) -> Result<(), String> {
    // It has the names of the build that put it aside.
    respell(kind.attributes, &mut parts.root);
    respell(kind.attributes, &mut parts.secrets);
    for Back { path, kept, .. } in hold_whole(kind, parts, back)? {
        if let Some(path) = misworded(kind.attributes, parts.of(kept), &path) {
            return Err(format!("{} has a value that does not fit its type now", written(&path)));
        }
    }
    Ok(())
}

/// The first path, at a path or below it, with a text that is none of its data type: nobody looked at what was aside.
fn misworded(level: &[Attribute], object: &Map<String, Value>, path: &str) -> Option<String> {
    let (first, rest) = path.split_once(SEPARATOR).map_or((path, None), |(first, rest)| (first, Some(rest)));
    let (_, attribute) = find(level, first)?;
    let single = std::slice::from_ref(object.get(attribute.name)?);
    let values = single.first().and_then(Value::as_array).map_or(single, Vec::as_slice);
    values.iter().find_map(|value| {
        let below = match value {
            Value::Object(inner) => match rest {
                Some(rest) => misworded(attribute.sub_attributes, inner, rest),
                None => inner.keys().find_map(|name| misworded(attribute.sub_attributes, inner, name)),
            },
            // References to resources of this server are computed.
            Value::String(text) if attribute.role != Role::Ref => {
                return canonical::lexical_rule(attribute.data_type, text).map(|_| attribute.name.to_owned());
            }
            _ => None,
        };
        below.map(|path| format!("{}{SEPARATOR}{path}", attribute.name))
    })
}
