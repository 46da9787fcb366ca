//! Operations on relations, whose values are rows and not part of the resource: they become [`RelationChange`]s.

use super::apply::Selection;
use super::{Op, RelationChange, Unmatched, list};
use crate::scim::canonical;
use crate::scim::error::{Error, ErrorKind};
use crate::scim::filter::{Condition, Operator};
use crate::scim::json::Json;
use crate::scim::key;
use crate::scim::path::AttributePath;
use crate::scim::schema::{Attribute, Mutability};

/// The change that an operation on the whole attribute makes, if any.
pub fn whole(attribute: &'static Attribute, op: Op, value: Option<Json>) -> Result<Option<RelationChange>, Error> {
    let value = value.filter(|json| *json != Json::Null);
    match (op, value) {
        (Op::Add, None) => Ok(None),
        (Op::Add, Some(json)) => {
            let elements = list::elements(attribute, json)?;
            Ok((!elements.is_empty()).then_some(RelationChange::Add(elements)))
        }
        (Op::Replace, None) => cleared(attribute, ErrorKind::InvalidValue),
        (Op::Replace, Some(json)) if json.is_unassigned() => cleared(attribute, ErrorKind::InvalidValue),
        (Op::Replace, Some(json)) => {
            let elements = list::elements(attribute, json)?;
            // Elements without content name nobody, which is not a wish to remove everybody.
            list::some(attribute, elements).map(|elements| Some(RelationChange::Replace(elements)))
        }
        (Op::Remove, None) => cleared(attribute, ErrorKind::Mutability),
        (Op::Remove, Some(json)) => {
            let elements = list::elements(attribute, json)?;
            list::some(attribute, elements).map(|elements| Some(RelationChange::Remove(elements)))
        }
    }
}

/// The change that an operation on the values of a condition makes, if any. Relations hold their values unchanged, but for
/// the `display` where the schema lets clients change it.
pub fn selected(
    attribute: &'static Attribute,
    op: Op,
    selection: Selection,
    value: Option<Json>,
) -> Result<Option<RelationChange>, Error> {
    let value = value.filter(|json| *json != Json::Null);
    let display = attribute.sub_attribute("display").filter(|(_, display)| is_writable(display));
    if let Some((_, sub)) = selection.sub {
        let Some(display) = display.filter(|(_, display)| display.number == sub.number) else {
            let detail = format!("{}.{} cannot be changed: remove the value and add another", attribute.name, sub.name);
            return Err(Error::new(ErrorKind::Mutability, detail));
        };
        let text = value.clone();
        return displayed(attribute, display, op, selection, (text, value)).map(Some);
    }
    match (op, value) {
        (Op::Remove, _) | (Op::Replace, None) => Ok(Some(RelationChange::RemoveWhere(selection.condition))),
        (Op::Add, None) => Ok(None),
        (Op::Add | Op::Replace, Some(json)) => {
            let text = display.and_then(|display| Some((display, display_alone(attribute, &selection, &json)?)));
            if let Some((display, text)) = text {
                return displayed(attribute, display, op, selection, (Some(text), Some(json))).map(Some);
            }
            if op == Op::Replace {
                let detail = format!("a value of {} cannot be changed: remove it and add another", attribute.name);
                return Err(Error::new(ErrorKind::Mutability, detail));
            }
            let element = list::from_seed(attribute, selection.seed, None, json)?;
            Ok(element.map(|element| RelationChange::Add(vec![element])))
        }
    }
}

fn is_writable(sub: &Attribute) -> bool {
    matches!(sub.mutability, Mutability::ReadWrite | Mutability::WriteOnly)
}

/// The `display` of an object that says nothing else of a value that is there.
fn display_alone(attribute: &Attribute, selection: &Selection, json: &Json) -> Option<Json> {
    let Json::Object(members) = json else { return None };
    let mut display = None;
    for (name, json) in members {
        match attribute.sub_attribute(name).map(|(_, sub)| sub.name) {
            Some("display") => display = Some(json.clone()),
            Some("value") => {
                let mut seed = selection.seed.iter().flatten();
                seed.find(|(name, given)| name.eq_ignore_ascii_case("value") && given == json)?;
            }
            _ => {}
        }
    }
    display
}

/// Gives the values of a condition another `display`, or takes it away. `value` is what an add makes a value from.
fn displayed(
    attribute: &'static Attribute,
    (position, display): (usize, &'static Attribute),
    op: Op,
    selection: Selection,
    (text, value): (Option<Json>, Option<Json>),
) -> Result<RelationChange, Error> {
    let text = text.filter(|json| !json.is_unassigned());
    let text = text.map(|json| canonical::value(display, json, display.name)).transpose()?.flatten();
    let mut condition = selection.condition;
    let is_filtered = condition != Condition::Constant(true);
    let is_refused = match selection.unmatched {
        Unmatched::Refused => true,
        Unmatched::Usual => op == Op::Replace,
        Unmatched::Made => false,
    };
    let otherwise = match value {
        _ if is_filtered && is_refused => {
            let detail = format!("no value of {} matches the filter", attribute.name);
            Err(Error::new(ErrorKind::NoTarget, detail))
        }
        Some(json) if op != Op::Remove => {
            list::from_seed(attribute, selection.seed, selection.sub.map(|(_, sub)| sub), json)
        }
        _ => Ok(None),
    };
    // A removal that names the text takes no other away.
    if op == Op::Remove
        && let Some(key) = text.as_ref().and_then(|text| key::of(display, text))
    {
        let path = AttributePath { steps: vec![position], attribute: display };
        let named = Condition::Compare { path, operator: Operator::Equal, key };
        condition = Condition::And(vec![condition, named]);
    }
    let display = text.filter(|_| op != Op::Remove).and_then(|text| text.as_text().map(str::to_owned));
    Ok(RelationChange::Display { condition, display, otherwise })
}

fn cleared(attribute: &Attribute, kind: ErrorKind) -> Result<Option<RelationChange>, Error> {
    if attribute.required {
        return Err(Error::new(kind, format!("{} is required: it cannot be removed", attribute.name)));
    }
    Ok(Some(RelationChange::RemoveAll))
}
