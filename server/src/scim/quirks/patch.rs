//! The operations of a PATCH (RFC 7644 §3.5.2).

use super::{Quirk, Quirks, body::set_schemas, filter, value, value::Place};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::filter::{Filter, Operator, Path, parse_path};
use crate::scim::json::{self, Json, echo};
use crate::scim::patch::{Op, Operation, PATCH_OP, Target, Unmatched, at};
use crate::scim::path::{self, AttributePath};
use crate::scim::schema::{Attribute, Mutability, ResourceType, Role, find};

/// The sub-attributes by which clients name a value that may not be there yet.
const NAMING: [&str; 3] = ["type", "primary", "value"];

/// Rewrites a PATCH request.
pub fn rewrite(quirks: &Quirks<'_>, kind: &'static ResourceType, mut json: Json) -> Result<Json, Error> {
    schemas(quirks, &mut json);
    let Json::Object(members) = &mut json else { return Ok(json) };
    let operations = members.iter_mut().find(|(name, _)| name.eq_ignore_ascii_case("Operations"));
    if let Some((_, Json::Array(operations))) = operations {
        for (index, operation) in operations.iter_mut().enumerate() {
            if let Some(mut parts) = Parts::of(operation) {
                rewrite_operation(quirks, kind, &mut parts).map_err(|error| at(index, error))?;
                *operation = parts.into_json();
            }
        }
    }
    Ok(json)
}

/// Says of operations that were read what becomes of those that select nothing.
pub fn settle(quirks: &Quirks<'_>, operations: &mut [Operation]) {
    for operation in operations {
        let Target::Values { sub, seed, .. } = &operation.target else { continue };
        let is_named = matches!(seed.as_deref(), Some([(name, _)]) if is_naming(name)) && sub.is_some();
        operation.unmatched = match operation.op {
            Op::Remove if !quirks.has(Quirk::RemoveNoMatch) => Unmatched::Refused,
            Op::Replace if is_named && quirks.has(Quirk::FilteredUpsert) => Unmatched::Made,
            _ => Unmatched::Usual,
        };
    }
}

fn is_naming(name: &str) -> bool {
    NAMING.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn schemas(quirks: &Quirks<'_>, json: &mut Json) {
    if !matches!(json, Json::Object(_)) {
        return;
    }
    let urn = || vec![Json::String(PATCH_OP.to_owned())];
    match json.get("schemas") {
        Some(Json::Array(urns)) if !urns.is_empty() => {
            let is_message = |urn: &Json| urn.as_str().is_some_and(|urn| urn.eq_ignore_ascii_case(PATCH_OP));
            if !urns.iter().any(is_message) && quirks.meets(Quirk::SchemasUnknown) {
                set_schemas(json, urn());
            }
        }
        None | Some(Json::Null | Json::Array(_)) if quirks.meets(Quirk::SchemasMissing) => set_schemas(json, urn()),
        _ => {}
    }
}

/// The parts of an operation; what else it has is ignored.
struct Parts {
    op: Option<Op>,
    given: Json,
    path: Option<Json>,
    value: Option<Json>,
}

impl Parts {
    fn of(operation: &mut Json) -> Option<Self> {
        let Json::Object(members) = operation else { return None };
        let mut parts = Self { op: None, given: Json::Null, path: None, value: None };
        for (name, json) in std::mem::take(members) {
            match name.to_ascii_lowercase().as_str() {
                "op" => parts.given = json,
                "path" => parts.path = Some(json),
                "value" => parts.value = Some(json),
                _ => {}
            }
        }
        parts.op = parts.given.as_str().and_then(Op::named);
        Some(parts)
    }

    fn into_json(self) -> Json {
        let op = match self.op {
            Some(op) => Json::String(op.name().to_owned()),
            None => self.given,
        };
        let named = |name: &str, json: Json| (name.to_owned(), json);
        let mut members = vec![named("op", op)];
        members.extend(self.path.map(|path| named("path", path)));
        members.extend(self.value.map(|value| named("value", value)));
        Json::Object(members)
    }

    /// Makes it an operation that does nothing.
    fn skip(&mut self) {
        (self.op, self.path, self.value) = (Some(Op::Add), None, Some(Json::Object(Vec::new())));
    }
}

/// What the path of an operation names.
struct Named {
    path: AttributePath,
    filter: Option<Filter>,
    /// The sub-attribute after the bracket.
    sub: Option<&'static Attribute>,
}

impl Named {
    /// The attribute whose value the operation has.
    fn leaf(&self) -> &'static Attribute {
        self.sub.unwrap_or(self.path.attribute)
    }

    fn place(&self) -> Place {
        if self.filter.is_some() && self.sub.is_none() { Place::Single } else { Place::Operation }
    }
}

/// Rewrites an operation on what its path names.
type Rewriter = fn(&Quirks<'_>, &Named, &mut Parts);

/// What is done to an operation with a path, in order.
const PATHED: [Rewriter; 3] = [nested_remove, add_by_filter, replace_adds_members];

fn rewrite_operation(quirks: &Quirks<'_>, kind: &'static ResourceType, parts: &mut Parts) -> Result<(), Error> {
    let Some(op) = parts.op else { return Ok(()) };
    if parts.given.as_str() != Some(op.name()) {
        quirks.fired.note(Quirk::OpCase);
    }
    let text = match &mut parts.path {
        Some(Json::String(text)) => text,
        None | Some(Json::Null) if op != Op::Remove => return without_path(quirks, kind, parts),
        _ => return Ok(()),
    };
    if let std::borrow::Cow::Owned(rewritten) = filter::path(quirks, kind, text)? {
        *text = rewritten;
    }
    let Some(parsed) = parsed(text) else { return Ok(()) };
    let Some(named) = named(kind, parsed) else {
        // Skipped, or left for the engine, which says what is wrong with the name.
        if quirks.meets(Quirk::UnknownPath) {
            parts.skip();
        }
        return Ok(());
    };
    for rewrite in PATHED {
        rewrite(quirks, &named, parts);
    }
    match &mut parts.value {
        // What a removal names is compared with what is there, and an empty text is not the wish to remove all.
        Some(json) if op != Op::Remove => {
            if named.path.attribute.role == Role::Schemas {
                embedded_schemas(quirks, kind, json);
                return Ok(());
            }
            let rewritten = value::value(quirks, named.leaf(), json, named.place());
            rewritten.map_err(|error| path::placed(kind, named.leaf(), error))
        }
        _ => Ok(()),
    }
}

/// A path in its parts; none if it is no path. A name alone needs no parser.
fn parsed(text: &str) -> Option<Path> {
    let is_name = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"$-_:.".contains(&byte));
    let begins = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic() || b"$_".contains(&byte));
    if is_name && begins {
        return Some(Path { attribute: text.to_owned(), filter: None, sub: None });
    }
    parse_path(text).ok()
}

fn named(kind: &'static ResourceType, parsed: Path) -> Option<Named> {
    let path = path::known(kind, &parsed.attribute)?;
    let sub = match &parsed.sub {
        Some(name) if !path.attribute.is_complex() && name.eq_ignore_ascii_case("value") => None,
        Some(name) => Some(find(path.attribute.sub_attributes, name)?.1),
        None => None,
    };
    Some(Named { path, filter: parsed.filter, sub })
}

fn nested_remove(quirks: &Quirks<'_>, named: &Named, parts: &mut Parts) {
    let attribute = named.path.attribute;
    if parts.op == Some(Op::Remove)
        && attribute.multi_valued
        && attribute.sub_attribute(attribute.name).is_none()
        && let Some(Json::Object(members)) = &mut parts.value
        && let [(name, inner)] = members.as_mut_slice()
        && name.eq_ignore_ascii_case(attribute.name)
        && quirks.meets(Quirk::NestedRemove)
    {
        parts.value = Some(std::mem::replace(inner, Json::Null));
    }
}

fn add_by_filter(quirks: &Quirks<'_>, named: &Named, parts: &mut Parts) {
    let is_equality = matches!(named.filter, Some(Filter::Compare { operator: Operator::Equal, .. }));
    if parts.op == Some(Op::Add)
        && is_equality
        && named.sub.is_none()
        && named.path.attribute.is_complex()
        && matches!(parts.value, None | Some(Json::Null))
        && quirks.meets(Quirk::AddByFilter)
    {
        parts.value = Some(Json::Object(Vec::new()));
    }
}

fn replace_adds_members(quirks: &Quirks<'_>, named: &Named, parts: &mut Parts) {
    let is_list = matches!(&parts.value, Some(Json::Array(elements)) if !elements.is_empty());
    if parts.op == Some(Op::Replace)
        && named.filter.is_none()
        && is_list
        && matches!(named.path.attribute.role, Role::Relation(_))
        && quirks.meets(Quirk::ReplaceAddsMembers)
    {
        parts.op = Some(Op::Add);
    }
}

/// An operation whose value holds attributes by name.
fn without_path(quirks: &Quirks<'_>, kind: &'static ResourceType, parts: &mut Parts) -> Result<(), Error> {
    json_in_string(quirks, parts)?;
    let Some(Json::Object(members)) = &mut parts.value else { return Ok(()) };
    for (name, json) in members {
        if let std::borrow::Cow::Owned(rewritten) = filter::path(quirks, kind, name)? {
            *name = rewritten;
        }
        let Some(parsed) = parsed(name) else { continue };
        let Some(named) = named(kind, parsed) else { continue };
        paths_as_keys(quirks, name, &named)?;
        let chain = named.path.chain(kind);
        if named.path.attribute.role == Role::Schemas {
            embedded_schemas(quirks, kind, json);
            continue;
        }
        if is_read_only(&chain) {
            quirks.allows(Quirk::ReadOnlyEcho, || {
                Error::new(ErrorKind::Mutability, format!("{} is readOnly; leave it out", echo(name)))
            })?;
            continue;
        }
        let rewritten = value::value(quirks, named.leaf(), json, named.place());
        rewritten.map_err(|error| path::placed(kind, named.leaf(), error))?;
    }
    Ok(())
}

fn json_in_string(quirks: &Quirks<'_>, parts: &mut Parts) -> Result<(), Error> {
    let Some(Json::String(text)) = &parts.value else { return Ok(()) };
    let Ok(object @ Json::Object(_)) = json::parse(text.as_bytes()) else { return Ok(()) };
    if quirks.meets(Quirk::JsonInString) {
        parts.value = Some(object);
    }
    Ok(())
}

fn paths_as_keys(quirks: &Quirks<'_>, name: &str, named: &Named) -> Result<(), Error> {
    // An attribute is named as the schema does, an extension by its URN.
    if named.filter.is_none() && named.path.attribute.name.eq_ignore_ascii_case(name) {
        return Ok(());
    }
    quirks.allows(Quirk::PathsAsKeys, || {
        let detail =
            format!("{} is a path, and no name of an attribute; send it as the path of an operation", echo(name));
        Error::new(ErrorKind::InvalidSyntax, detail)
    })
}

/// Leaves out the URNs that no schema of the type has.
fn embedded_schemas(quirks: &Quirks<'_>, kind: &'static ResourceType, json: &mut Json) {
    let Json::Array(urns) = json else { return };
    let is_foreign = |urn: &Json| {
        urn.as_str().is_some_and(|urn| !urn.eq_ignore_ascii_case(kind.schema) && kind.extension(urn).is_none())
    };
    if urns.iter().any(is_foreign) && quirks.meets(Quirk::SchemasUnknown) {
        urns.retain(|urn| !is_foreign(urn));
    }
}

fn is_read_only(chain: &[&'static Attribute]) -> bool {
    let is_relation = chain.first().is_some_and(|attribute| matches!(attribute.role, Role::Relation(_)));
    !is_relation
        && chain.iter().any(|attribute| attribute.mutability == Mutability::ReadOnly && attribute.role != Role::Ref)
}

#[cfg(test)]
mod tests;
