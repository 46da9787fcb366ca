//! The values at a path of a document: found, taken out, brought back.

use serde_json::{Map, Value, json};

use super::SEPARATOR;

/// The sub-attribute by which an element of a list is known (RFC 7643 §2.4).
const VALUE: &str = "value";

/// The objects that the parent of a path's last name is.
fn parents<'a>(root: &'a Map<String, Value>, path: &str) -> Vec<&'a Map<String, Value>> {
    let Some((parent, _)) = path.rsplit_once(SEPARATOR) else { return vec![root] };
    values(root, parent).into_iter().filter_map(Value::as_object).collect()
}

/// The values at a path, of every element of a list.
pub fn values<'a>(root: &'a Map<String, Value>, path: &str) -> Vec<&'a Value> {
    let name = path.rsplit(SEPARATOR).next().unwrap_or(path);
    parents(root, path)
        .into_iter()
        .filter_map(|parent| parent.get(name))
        .flat_map(|value| match value {
            Value::Array(elements) => elements.iter().collect(),
            Value::Null => Vec::new(),
            single => vec![single],
        })
        .collect()
}

/// Whether something that should have the last name of a path has it not.
pub fn lacks(root: &Map<String, Value>, path: &str) -> bool {
    let name = path.rsplit(SEPARATOR).next().unwrap_or(path);
    parents(root, path).into_iter().any(|parent| parent.get(name).is_none_or(Value::is_null))
}

/// Takes what is at a path out of a document, in the form in which [`put`] brings it back.
pub fn take(root: &mut Map<String, Value>, path: &str) -> Option<Value> {
    let Some((first, rest)) = path.split_once(SEPARATOR) else { return root.remove(path) };
    match root.get_mut(first)? {
        Value::Object(inner) => {
            let taken = take(inner, rest);
            if inner.is_empty() {
                root.remove(first);
            }
            taken
        }
        Value::Array(elements) => {
            let mut parts = Vec::new();
            for element in elements.iter_mut() {
                let Value::Object(element) = element else { continue };
                if let Some(value) = take(element, rest) {
                    parts.push(json!({ "of": element, "value": value }));
                }
            }
            elements.retain(|element| element.as_object().is_none_or(|element| !element.is_empty()));
            if elements.is_empty() {
                root.remove(first);
            }
            (!parts.is_empty()).then_some(Value::Array(parts))
        }
        _ => None,
    }
}

/// Brings back what was at a path, unless something is there now. What finds no place is given back.
pub fn put(root: &mut Map<String, Value>, path: &str, value: Value) -> Option<Value> {
    let Some((first, rest)) = path.split_once(SEPARATOR) else {
        root.entry(path).or_insert(value);
        return None;
    };
    match (root.get_mut(first), value) {
        (Some(Value::Array(elements)), Value::Array(parts)) => put_parts(elements, rest, parts),
        (Some(Value::Object(inner)), value) => put(inner, rest, value),
        // The list is gone, with all its elements: those that held nothing else come back.
        (None, Value::Array(parts)) if !first.starts_with("urn:") && are_parts(&parts) => {
            let mut elements = Vec::new();
            let left = put_parts(&mut elements, rest, parts);
            if !elements.is_empty() {
                root.insert(first.to_owned(), Value::Array(elements));
            }
            left
        }
        // What it was a part of is gone, and comes back with it.
        (None, value) => {
            let mut inner = Map::new();
            let left = put(&mut inner, rest, value);
            if !inner.is_empty() {
                root.insert(first.to_owned(), Value::Object(inner));
            }
            left
        }
        (_, value) => Some(value),
    }
}

/// Brings back the parts of the elements of a list: to the element that is as it was left or, since other parts may have
/// gone or come, to one that agrees with it or, since clients may have changed other parts, to one of the same `value`.
/// Those whose element is gone are given back.
fn put_parts(elements: &mut Vec<Value>, path: &str, parts: Vec<Value>) -> Option<Value> {
    let mut left = Vec::new();
    for part in parts {
        let (Some(Value::Object(of)), Some(value)) = (part.get("of"), part.get("value")) else {
            left.push(part);
            continue;
        };
        let has_it = |element: &Map<String, Value>| !values(element, path).is_empty();
        let same = |element: &Value| element.as_object().is_some_and(|element| element == of && !has_it(element));
        let agrees = |element: &Value| {
            element.as_object().is_some_and(|element| {
                element.iter().any(|(name, value)| of.get(name) == Some(value))
                    && element.iter().all(|(name, value)| of.get(name).is_none_or(|other| other == value))
                    && !has_it(element)
            })
        };
        if of.is_empty() {
            let mut element = Map::new();
            put(&mut element, path, value.clone());
            elements.push(Value::Object(element));
            continue;
        }
        let is_called_so = |element: &Value| {
            let value = |element: &Map<String, Value>| element.get(VALUE).cloned();
            element
                .as_object()
                .is_some_and(|element| value(element).is_some() && value(element) == value(of) && !has_it(element))
        };
        let home = elements.iter().position(same).or_else(|| elements.iter().position(agrees));
        let home = home.or_else(|| elements.iter().position(is_called_so));
        match home.and_then(|home| elements.get_mut(home)).and_then(Value::as_object_mut) {
            Some(element) => {
                if let Some(value) = put(element, path, value.clone()) {
                    left.push(json!({ "of": of, "value": value }));
                }
            }
            None => left.push(part),
        }
    }
    (!left.is_empty()).then_some(Value::Array(left))
}

/// Puts a value aside; of the elements of a list, beside those that are there already.
pub fn put_aside(aside: &mut Map<String, Value>, name: String, value: Value) {
    let former = aside.remove(&name);
    let value = match (former, value) {
        (Some(Value::Array(mut former)), Value::Array(parts)) if are_parts(&former) && are_parts(&parts) => {
            former.extend(parts);
            Value::Array(former)
        }
        (_, value) => value,
    };
    aside.insert(name, value);
}

/// Whether values are those of a part of a list, as [`take`] takes them out.
fn are_parts(values: &[Value]) -> bool {
    let is_part = |value: &Value| {
        value.as_object().is_some_and(|part| part.len() == 2 && part.contains_key("of") && part.contains_key("value"))
    };
    !values.is_empty() && values.iter().all(is_part)
}
