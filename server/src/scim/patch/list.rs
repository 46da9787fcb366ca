//! Operations on the values of multi-valued attributes (RFC 7644 §3.5.2; RFC 7643 §2.4 `primary`).

use super::request::wrapped;
use super::{same, single};
use crate::scim::canonical;
use crate::scim::error::{Error, ErrorKind};
use crate::scim::json::Json;
use crate::scim::key::{self, Key};
use crate::scim::limits::VALUES_PER_ATTRIBUTE;
use crate::scim::schema::Attribute;
use crate::scim::value::{Complex, Value};
use std::collections::HashMap;

/// Up to this many, elements are compared with each of a list.
const FEW_ELEMENTS: usize = 16;

/// The canonical elements of a client's list, or of its single value; one at most may be primary.
pub fn elements(attribute: &'static Attribute, json: Json) -> Result<Vec<Value>, Error> {
    let json = match json {
        Json::Array(elements) => Json::Array(elements.into_iter().map(|json| wrapped(attribute, json)).collect()),
        json => wrapped(attribute, json),
    };
    let elements = match canonical::value(attribute, json, attribute.name)? {
        Some(Value::List(elements)) => elements,
        Some(single) => vec![single],
        None => Vec::new(),
    };
    one_at_most(attribute, elements.iter())?;
    Ok(elements)
}

fn one_at_most<'a>(attribute: &Attribute, elements: impl Iterator<Item = &'a Value>) -> Result<(), Error> {
    if elements.filter(|element| is_primary(attribute, element)).count() > 1 {
        let detail = format!("{}: more than one value is primary; set primary to true in one at most", attribute.name);
        return Err(Error::new(ErrorKind::InvalidValue, detail));
    }
    Ok(())
}

/// The elements, if there are any: an empty list does not say what to remove.
pub fn some(attribute: &Attribute, elements: Vec<Value>) -> Result<Vec<Value>, Error> {
    if elements.is_empty() {
        let detail =
            format!("{}: the list of values is empty; name the values, or send none to mean all", attribute.name);
        return Err(Error::new(ErrorKind::InvalidValue, detail));
    }
    Ok(elements)
}

/// The element made of the equalities of a value path and a value; none if it would have no content.
pub fn from_seed(
    attribute: &'static Attribute,
    seed: Option<Vec<(String, Json)>>,
    sub: Option<&'static Attribute>,
    json: Json,
) -> Result<Option<Value>, Error> {
    let Some(mut members) = seed else {
        let detail = format!("no value of {} matches the filter, and none can be made from it", attribute.name);
        return Err(Error::new(ErrorKind::NoTarget, detail));
    };
    if !attribute.is_complex() {
        return canonical::element(attribute, json, attribute.name);
    }
    let given = match sub {
        Some(sub) => vec![(sub.name.to_owned(), json)],
        None => match wrapped(attribute, json) {
            Json::Object(given) => given,
            other => return canonical::element(attribute, other, attribute.name),
        },
    };
    for (name, json) in given {
        members.retain(|(known, _)| !known.eq_ignore_ascii_case(&name));
        members.push((name, json));
    }
    canonical::element(attribute, Json::Object(members), attribute.name)
}

/// Appends what is not there yet; a new primary value makes the others lose theirs.
pub fn add(attribute: &Attribute, list: &mut Vec<Value>, elements: Vec<Value>) -> Result<(), Error> {
    let before = list.len();
    // Elements that are the same have the same identity, if they have one: with it a long list is searched once.
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    let searched = elements.len() > FEW_ELEMENTS;
    if searched {
        for (at, element) in list.iter().enumerate() {
            known.entry(identity(attribute, element).unwrap_or_default()).or_default().push(at);
        }
    }
    for element in elements {
        let covers = |stored: &Value| same::covers(attribute, stored, &element);
        let is_there = match identity(attribute, &element).filter(|_| searched) {
            Some(identity) => {
                known.get(&identity).is_some_and(|at| at.iter().filter_map(|at| list.get(*at)).any(covers))
            }
            None => list.iter().take(before).any(covers),
        };
        if !is_there {
            list.push(element);
        }
    }
    if list.len() > before.max(VALUES_PER_ATTRIBUTE) {
        let detail = format!("{} would have more than {VALUES_PER_ATTRIBUTE} values", attribute.name);
        return Err(Error::new(ErrorKind::InvalidValue, detail));
    }
    let added: Vec<usize> = (before..list.len()).collect();
    one_primary(attribute, list, &added)
}

/// Removes the elements that a client's list names.
pub fn remove(attribute: &Attribute, list: &mut Vec<Value>, named: &[Value]) {
    let mut known: HashMap<Option<String>, Vec<&Value>> = HashMap::new();
    for element in named {
        known.entry(identity(attribute, element)).or_default().push(element);
    }
    list.retain(|stored| {
        let names = |named: &Vec<&Value>| named.iter().any(|named| same::names(attribute, stored, named));
        let same_identity = identity(attribute, stored).and_then(|identity| known.get(&Some(identity)));
        !same_identity.is_some_and(names) && !known.get(&None).is_some_and(names)
    });
}

/// If one of the touched values is primary, the others are not; what is equal then is kept once. Two of them cannot be.
pub fn one_primary(attribute: &Attribute, list: &mut Vec<Value>, touched: &[usize]) -> Result<(), Error> {
    let Some((position, _)) = attribute.sub_attribute("primary") else { return Ok(()) };
    one_at_most(attribute, touched.iter().filter_map(|at| list.get(*at)))?;
    if !touched.iter().any(|at| list.get(*at).is_some_and(|element| is_primary(attribute, element))) {
        return Ok(());
    }
    let mut demoted = false;
    for (at, element) in list.iter_mut().enumerate() {
        if let Value::Complex(parts) = element
            && !touched.contains(&at)
            && parts.get(position) == Some(&Value::Boolean(true))
        {
            parts.set(position, Value::Boolean(false));
            demoted = true;
        }
    }
    if demoted {
        distinct(list);
    }
    Ok(())
}

/// Keeps the first of values that a change has made equal, as of those in a body (RFC 7643 §2.4).
pub fn distinct(list: &mut Vec<Value>) {
    *list = canonical::distinct(std::mem::take(list), None);
}

fn is_primary(attribute: &Attribute, element: &Value) -> bool {
    let position = attribute.sub_attribute("primary").map(|(position, _)| position);
    position.and_then(|position| element.as_complex()?.get(position)) == Some(&Value::Boolean(true))
}

/// What finds equal elements fast: the key of the `value`, or of the element itself; not every complex element has one.
fn identity(attribute: &Attribute, element: &Value) -> Option<String> {
    let key = match element {
        Value::Complex(parts) => {
            let (position, sub) = attribute.sub_attribute("value")?;
            key::of(sub, parts.get(position)?)?
        }
        simple => key::of(attribute, simple)?,
    };
    Some(match key {
        Key::Text(text) => text,
        other => format!("{other:?}"),
    })
}

/// Applies a change to one element and gives whether it keeps its place: it goes when nothing is left of it.
pub fn change(
    attribute: &'static Attribute,
    element: &mut Value,
    change: impl FnOnce(&mut Complex) -> Result<(), Error>,
) -> Result<bool, Error> {
    let Value::Complex(parts) = element else { return Ok(true) };
    let value = attribute.sub_attribute("value").map(|(position, _)| position);
    let had_value = value.is_some_and(|position| parts.get(position).is_some());
    change(parts)?;
    single::settle(attribute, parts);
    // An element whose `value` was taken away stands for nothing, unless more than its labels is left.
    let lost_value = had_value && value.is_some_and(|position| parts.get(position).is_none());
    let label =
        |name: &str| ["type", "primary", "display", "$ref"].iter().any(|label| label.eq_ignore_ascii_case(name));
    let labels_only = parts.attributes(attribute.sub_attributes).all(|(sub, _)| label(sub.name));
    let is_left = if lost_value { !labels_only } else { !parts.is_empty() };
    Ok(is_left)
}
