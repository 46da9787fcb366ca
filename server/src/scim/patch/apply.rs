//! Applying the operations of a PATCH to a resource in memory, in order (RFC 7644 §3.5.2.1 to §3.5.2.3).

use super::request::{at, wrapped};
use super::{Effects, Op, Operation, RelationChange, RelationEffect, Target, Unmatched, list, relation, same, single};
use crate::scim::canonical;
use crate::scim::error::{Error, ErrorKind};
use crate::scim::filter::{Condition, element_matches};
use crate::scim::json::{Json, echo};
use crate::scim::path::{self, AttributePath};
use crate::scim::schema::{Attribute, Mutability, ResourceType, Role};
use crate::scim::value::{Complex, Value};

/// Applies the operations in order. When one fails, the resource is half changed: discard it.
///
/// Relations are not in `root`; what happens to them is in the effects. Nothing changed if `root` equals what it was and no
/// relation changes.
pub fn apply(kind: &'static ResourceType, root: &mut Complex, operations: Vec<Operation>) -> Result<Effects, Error> {
    let mut patch = Patch { kind, root, effects: Effects::default(), at: 0 };
    for operation in operations {
        let index = operation.index;
        patch.at = index;
        patch.operation(operation).map_err(|error| at(index, error))?;
    }
    let mut effects = patch.effects;
    canonical::derive_schemas(kind, root);
    canonical::check_required(kind, root)?;
    canonical::check_primaries(kind, root)?;
    effects.written.sort_unstable();
    effects.written.dedup();
    Ok(effects)
}

struct Patch<'a> {
    kind: &'static ResourceType,
    root: &'a mut Complex,
    effects: Effects,
    /// The place of the operation in the request's `Operations`.
    at: usize,
}

/// What a value path selects: the parts of a [`Target::Values`], and what becomes of an operation that finds none.
pub(super) struct Selection {
    pub condition: Condition,
    pub sub: Option<(usize, &'static Attribute)>,
    pub seed: Option<Vec<(String, Json)>>,
    pub unmatched: Unmatched,
}

/// What a change of selected values did beyond them.
#[derive(Default)]
struct Done {
    made: bool,
    missed: bool,
}

impl Patch<'_> {
    fn operation(&mut self, operation: Operation) -> Result<(), Error> {
        let Operation { op, target, value, embedded, unmatched, .. } = operation;
        match target {
            Target::Attribute(path) => self.attribute(op, path, value, embedded),
            Target::Values { path, condition, sub, seed } => {
                self.values(op, path, Selection { condition, sub, seed, unmatched }, value)
            }
        }
    }

    fn attribute(&mut self, op: Op, path: AttributePath, value: Option<Json>, embedded: bool) -> Result<(), Error> {
        let chain = path.chain(self.kind);
        let Some(top) = chain.first() else { return Ok(()) };
        if top.role == Role::Schemas {
            return self.schemas(op, value);
        }
        if let Role::Relation(index) = top.role {
            self.note(&chain, value.as_ref());
            let change = relation::whole(top, op, value)?;
            self.relate(index, change);
            return Ok(());
        }
        if chain.iter().any(|attribute| attribute.mutability == Mutability::ReadOnly) {
            let stored = reach(self.root, &path.steps);
            if embedded && op != Op::Remove && value.is_some_and(|json| same::says(path.attribute, stored, &json)) {
                return Ok(());
            }
            return Err(self.read_only(&chain));
        }
        self.note(&chain, value.as_ref());
        let required = self.is_required(path.attribute);
        let done = descend(self.root, self.kind.attributes, &path.steps, &mut |level, parent, position| {
            change_slot(Slot { level, parent, position, attribute: path.attribute, required }, op, value.clone())
        });
        done.map_err(|error| path::placed(self.kind, path.attribute, error))
    }

    fn values(&mut self, op: Op, path: AttributePath, selection: Selection, value: Option<Json>) -> Result<(), Error> {
        let mut chain = path.chain(self.kind);
        chain.extend(selection.sub.map(|(_, sub)| sub));
        self.note(&chain, value.as_ref());
        if let Role::Relation(index) = path.attribute.role {
            let change = relation::selected(path.attribute, op, selection, value)?;
            self.relate(index, change);
            return Ok(());
        }
        if chain.iter().any(|attribute| attribute.mutability == Mutability::ReadOnly) {
            return Err(self.read_only(&chain));
        }
        let required = self.is_required(path.attribute);
        let mut done = Done::default();
        descend(self.root, self.kind.attributes, &path.steps, &mut |level, _, position| {
            let taken = single::take(level, position, path.attribute);
            let was_there = taken.value.is_some();
            let mut elements = match taken.value {
                Some(Value::List(elements)) => elements,
                Some(single) => vec![single],
                None => Vec::new(),
            };
            done = change_values(path.attribute, &mut elements, op, &selection, value.clone())?;
            let changed = match path.attribute.multi_valued {
                _ if elements.is_empty() => None,
                true => Some(Value::List(elements)),
                false => elements.pop(),
            };
            if required && was_there && changed.is_none() {
                return Err(is_required(path.attribute, op));
            }
            single::restore(level, position, path.attribute, taken.before, changed)
        })
        .map_err(|error| path::placed(self.kind, path.attribute, error))?;
        self.effects.made |= done.made;
        self.effects.missed |= done.missed;
        Ok(())
    }

    fn relate(&mut self, relation: usize, change: Option<RelationChange>) {
        let operation = self.at;
        self.effects.relations.extend(change.map(|change| RelationEffect { relation, operation, change }));
    }

    /// `schemas` follows from the data: known URNs may be added, which changes nothing (RFC 7644 §3.5.2).
    fn schemas(&self, op: Op, value: Option<Json>) -> Result<(), Error> {
        if op == Op::Remove {
            let detail = "schemas cannot be removed: it follows from the attributes; remove the extension's instead";
            return Err(Error::new(ErrorKind::Mutability, detail));
        }
        let value = value.unwrap_or(Json::Null);
        let urns = value.as_array().unwrap_or(std::slice::from_ref(&value));
        let known = |urn: &str| urn.eq_ignore_ascii_case(self.kind.schema) || self.kind.extension(urn).is_some();
        let problem = urns.iter().find_map(|json| match json.as_str() {
            None => Some(format!("schemas: must be an array of URNs, not of {}", json.type_name())),
            Some(urn) => (!known(urn)).then(|| format!("schemas: {} has no schema {}", self.kind.name, echo(urn))),
        });
        problem.map_or(Ok(()), |detail| Err(Error::new(ErrorKind::InvalidValue, detail)))
    }

    fn read_only(&self, chain: &[&'static Attribute]) -> Error {
        let path = chain.last().and_then(|attribute| self.kind.path_of(attribute.number)).unwrap_or_default();
        Error::new(ErrorKind::Mutability, format!("{path} is readOnly; leave it out"))
    }

    fn is_required(&self, attribute: &Attribute) -> bool {
        let extension = (attribute.role == Role::Extension).then(|| self.kind.extension(attribute.name)).flatten();
        attribute.required || extension.is_some_and(|extension| extension.required)
    }

    /// Notes the attributes on the way, and those that the value names.
    fn note(&mut self, chain: &[&'static Attribute], value: Option<&Json>) {
        self.effects.written.extend(chain.iter().map(|attribute| attribute.number));
        let (Some(leaf), Some(value)) = (chain.last(), value) else { return };
        for object in value.as_array().unwrap_or(std::slice::from_ref(value)) {
            let Json::Object(members) = object else { continue };
            let named = members.iter().filter_map(|(name, _)| leaf.sub_attribute(name));
            self.effects.written.extend(named.map(|(_, sub)| sub.number));
        }
    }
}

fn is_required(attribute: &Attribute, op: Op) -> Error {
    let kind = if op == Op::Remove { ErrorKind::Mutability } else { ErrorKind::InvalidValue };
    Error::new(kind, format!("{} is required: it cannot be removed", attribute.name))
}

fn reach<'a>(root: &'a Complex, steps: &[usize]) -> Option<&'a Value> {
    let (first, rest) = steps.split_first()?;
    rest.iter().try_fold(root.get(*first)?, |value, step| value.as_complex()?.get(*step))
}

/// A change of the slot at a position of a level that belongs to a complex attribute, or to the resource.
type Change<'a> = dyn FnMut(&mut Complex, Option<&'static Attribute>, usize) -> Result<(), Error> + 'a;

/// Makes a change at the end of the steps. Complex values on the way are created and, when they end up empty, unassigned.
fn descend(
    level: &mut Complex,
    attributes: &'static [Attribute],
    steps: &[usize],
    change: &mut Change,
) -> Result<(), Error> {
    descend_from(level, None, attributes, steps, change)
}

fn descend_from(
    level: &mut Complex,
    parent: Option<&'static Attribute>,
    attributes: &'static [Attribute],
    steps: &[usize],
    change: &mut Change,
) -> Result<(), Error> {
    let (position, rest) = match steps {
        [] => return Ok(()),
        [position] => return change(level, parent, *position),
        [position, rest @ ..] => (*position, rest),
    };
    let Some(attribute) = attributes.get(position) else { return Ok(()) };
    let taken = single::take(level, position, attribute);
    let was_there = taken.value.is_some();
    let mut parts = match taken.value {
        Some(Value::Complex(parts)) => parts,
        _ => Complex::default(),
    };
    descend_from(&mut parts, Some(attribute), attribute.sub_attributes, rest, change)?;
    single::settle(attribute, &mut parts);
    let changed = (!parts.is_empty()).then_some(Value::Complex(parts));
    if attribute.required && was_there && changed.is_none() {
        return Err(is_required(attribute, Op::Remove));
    }
    single::restore(level, position, attribute, taken.before, changed)
}

/// The slot of a whole attribute.
struct Slot<'a> {
    level: &'a mut Complex,
    parent: Option<&'static Attribute>,
    position: usize,
    attribute: &'static Attribute,
    required: bool,
}

fn change_slot(slot: Slot<'_>, op: Op, value: Option<Json>) -> Result<(), Error> {
    let Slot { level, parent, position, attribute, required } = slot;
    // An empty array unassigns as null does; for a list it is a list of none.
    let value = value.filter(|json| if attribute.multi_valued { *json != Json::Null } else { !json.is_unassigned() });
    if attribute.role == Role::Ref {
        return refer(level, parent, op, value);
    }
    let single::Taken { value: stored, before } = single::take(level, position, attribute);
    let was_there = stored.is_some();
    let changed = match (op, value) {
        (Op::Remove, Some(json)) => without(attribute, stored, json)?,
        (Op::Add, None) if attribute.multi_valued => stored,
        (_, None) => single::cleared(attribute, stored)?,
        (Op::Add, Some(json)) if attribute.multi_valued => {
            let mut elements = match stored {
                Some(Value::List(elements)) => elements,
                _ => Vec::new(),
            };
            list::add(attribute, &mut elements, list::elements(attribute, json)?)?;
            (!elements.is_empty()).then_some(Value::List(elements))
        }
        (Op::Replace, Some(json)) if attribute.multi_valued => {
            let elements = list::elements(attribute, json)?;
            (!elements.is_empty()).then_some(Value::List(elements))
        }
        (op, Some(json)) if attribute.is_complex() => {
            let mut parts = match stored {
                Some(Value::Complex(parts)) => parts,
                _ => Complex::default(),
            };
            single::merge(attribute, &mut parts, op, wrapped(attribute, json))?;
            (!parts.is_empty()).then_some(Value::Complex(parts))
        }
        (_, Some(json)) => canonical::value(attribute, json, attribute.name)?,
    };
    if required && changed.is_none() && (was_there || op != Op::Remove) {
        return Err(is_required(attribute, op));
    }
    single::restore(level, position, attribute, before, changed)
}

/// What a removal that names values leaves: the other elements of a list, or a single value that is not the one named.
fn without(attribute: &'static Attribute, stored: Option<Value>, json: Json) -> Result<Option<Value>, Error> {
    match stored {
        Some(Value::List(mut elements)) => {
            let named = list::some(attribute, list::elements(attribute, json)?)?;
            list::remove(attribute, &mut elements, &named);
            Ok((!elements.is_empty()).then_some(Value::List(elements)))
        }
        // A secret is removed whatever is said of it: comparing would disclose it.
        Some(_) if attribute.role == Role::Hashed => Ok(None),
        Some(stored) if attribute.role != Role::Extension && !same::says(attribute, Some(&stored), &json) => {
            Ok(Some(stored))
        }
        None if attribute.multi_valued => list::some(attribute, list::elements(attribute, json)?).map(|_| None),
        stored => single::cleared(attribute, stored),
    }
}

/// A `$ref` follows from its `value`: writing it writes that, and removing it alone changes nothing.
fn refer(level: &mut Complex, parent: Option<&'static Attribute>, op: Op, value: Option<Json>) -> Result<(), Error> {
    let Some((position, sub)) = parent.and_then(|parent| parent.sub_attribute("value")) else { return Ok(()) };
    let Some(json) = value.filter(|_| op != Op::Remove) else { return Ok(()) };
    let (Some(parent), Some(text), Some(id)) =
        (parent, json.as_str(), json.as_str().and_then(canonical::referenced_id))
    else {
        return Err(Error::new(ErrorKind::InvalidValue, "$ref must be a URI that ends in the id of a resource"));
    };
    single::put(level, position, sub, Some(Value::Text(id)))?;
    canonical::take_reference(parent, level, text);
    Ok(())
}

fn change_values(
    attribute: &'static Attribute,
    elements: &mut Vec<Value>,
    op: Op,
    selection: &Selection,
    value: Option<Json>,
) -> Result<Done, Error> {
    let value = value.filter(|json| *json != Json::Null);
    let matches = |element: &Value| element_matches(&selection.condition, element);
    let touched: Vec<usize> =
        elements.iter().enumerate().filter(|(_, element)| matches(element)).map(|(at, _)| at).collect();
    let is_filtered = selection.condition != Condition::Constant(true);
    if touched.is_empty() && is_filtered {
        let is_target = match (selection.unmatched, op) {
            (Unmatched::Refused, _) | (Unmatched::Usual, Op::Replace) => false,
            (Unmatched::Usual | Unmatched::Made, _) => true,
        };
        if !is_target {
            let detail = format!("no value of {} matches the filter", attribute.name);
            return Err(Error::new(ErrorKind::NoTarget, detail));
        }
    }
    if touched.is_empty() && op == Op::Remove {
        return Ok(Done { missed: is_filtered, ..Done::default() });
    }
    if touched.is_empty() {
        let Some(json) = value else { return Ok(Done::default()) };
        if !attribute.multi_valued && !elements.is_empty() {
            let detail = format!("{} does not match the filter and can have one value only", attribute.name);
            return Err(Error::new(ErrorKind::NoTarget, detail));
        }
        let made = list::from_seed(attribute, selection.seed.clone(), selection.sub.map(|(_, sub)| sub), json)?;
        list::add(attribute, elements, made.into_iter().collect())?;
        return Ok(Done { made: op == Op::Replace && is_filtered, ..Done::default() });
    }
    let mut gone = Vec::new();
    for at in &touched {
        let Some(element) = elements.get_mut(*at) else { continue };
        if !change_element(attribute, element, op, selection.sub, value.as_ref())? {
            gone.push(*at);
        }
    }
    for at in gone.iter().rev() {
        elements.remove(*at);
    }
    if gone.is_empty() {
        list::one_primary(attribute, elements, &touched)?;
    }
    list::distinct(elements);
    Ok(Done::default())
}

/// Changes one selected element and gives whether it stays.
fn change_element(
    attribute: &'static Attribute,
    element: &mut Value,
    op: Op,
    sub: Option<(usize, &'static Attribute)>,
    value: Option<&Json>,
) -> Result<bool, Error> {
    let Some((position, sub)) = sub else {
        return match (op, value) {
            (Op::Remove, _) | (Op::Replace, None) => Ok(false),
            (Op::Add, None) => Ok(true),
            (_, Some(json)) if attribute.is_complex() => {
                let json = wrapped(attribute, json.clone());
                list::change(attribute, element, |parts| single::merge(attribute, parts, op, json))
            }
            (_, Some(json)) => match canonical::element(attribute, json.clone(), attribute.name)? {
                Some(changed) => {
                    *element = changed;
                    Ok(true)
                }
                None => Ok(false),
            },
        };
    };
    list::change(attribute, element, |parts| {
        let required = sub.required;
        change_slot(
            Slot { level: parts, parent: Some(attribute), position, attribute: sub, required },
            op,
            value.cloned(),
        )
    })
}
