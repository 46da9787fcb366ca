//! The filter in the brackets of a value path (RFC 7644 §3.4.2.2): parsed, checked against the schema, and asked of one
//! value.

use serde_json::{Map, Value};

use crate::patch::{Error, error};
use crate::schema::{Attribute, Mutability, Type};

/// A filter over the sub-attributes of one attribute, names as they were written.
#[derive(Debug, Clone)]
pub enum Filter {
    And(Box<Filter>, Box<Filter>),
    Or(Box<Filter>, Box<Filter>),
    Not(Box<Filter>),
    Present(String),
    Compare(String, String, Value),
}

/// Reads a filter up to the `]` that ends it; gives what follows that bracket.
pub fn parse(text: &str) -> Result<(Filter, &str), Error> {
    let (filter, rest) = or(text)?;
    let rest = rest.trim_start_matches(' ').strip_prefix(']').ok_or(error("invalidFilter"))?;
    Ok((filter, rest))
}

// `and` binds tighter than `or`, `not` tighter than both, brackets tightest.
fn or(text: &str) -> Result<(Filter, &str), Error> {
    let (mut left, mut rest) = and(text)?;
    while let Some(after) = word(rest, "or") {
        let (right, after) = and(after)?;
        left = Filter::Or(Box::new(left), Box::new(right));
        rest = after;
    }
    Ok((left, rest))
}

fn and(text: &str) -> Result<(Filter, &str), Error> {
    let (mut left, mut rest) = term(text)?;
    while let Some(after) = word(rest, "and") {
        let (right, after) = term(after)?;
        left = Filter::And(Box::new(left), Box::new(right));
        rest = after;
    }
    Ok((left, rest))
}

/// What follows a blank, that word in any letter case, and a blank or bracket.
fn word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.strip_prefix(' ')?.trim_start_matches(' ');
    let (head, rest) = start.split_at_checked(word.len())?;
    (head.eq_ignore_ascii_case(word) && rest.starts_with([' ', '('])).then_some(rest)
}

fn term(text: &str) -> Result<(Filter, &str), Error> {
    let text = text.trim_start_matches(' ');
    if let Some(inner) = text.strip_prefix('(') {
        let (filter, rest) = or(inner)?;
        let rest = rest.trim_start_matches(' ').strip_prefix(')').ok_or(error("invalidFilter"))?;
        return Ok((filter, rest));
    }
    let (name, rest) = name(text)?;
    if name.eq_ignore_ascii_case("not") && rest.trim_start_matches(' ').starts_with('(') {
        let (filter, rest) = term(rest)?;
        return Ok((Filter::Not(Box::new(filter)), rest));
    }
    let rest = rest.strip_prefix(' ').ok_or(error("invalidFilter"))?.trim_start_matches(' ');
    let end = rest.find(|char: char| !char.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (operator, rest) = (rest[..end].to_ascii_lowercase(), &rest[end..]);
    match operator.as_str() {
        "pr" => Ok((Filter::Present(name.to_owned()), rest)),
        "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le" => {
            // By choice no blank is needed before a string: RFC 7644 §3.5.2.2 has an example without.
            let (value, rest) = literal(rest.trim_start_matches(' '))?;
            Ok((Filter::Compare(name.to_owned(), operator, value), rest))
        }
        _ => Err(error("invalidFilter")),
    }
}

fn name(text: &str) -> Result<(&str, &str), Error> {
    let end = text.find(|char: char| !(char.is_ascii_alphanumeric() || "$-_.:".contains(char))).unwrap_or(text.len());
    if !text.starts_with(|char: char| char.is_ascii_alphabetic() || char == '$') {
        return Err(error("invalidFilter"));
    }
    Ok(text.split_at(end))
}

/// A JSON string, number, `true`, `false` or `null`.
fn literal(text: &str) -> Result<(Value, &str), Error> {
    let end = if text.starts_with('"') {
        let mut escaped = false;
        let close = text.char_indices().skip(1).find(|(_, char)| {
            let closes = *char == '"' && !escaped;
            escaped = *char == '\\' && !escaped;
            closes
        });
        close.map_or(text.len(), |(at, _)| at + 1)
    } else {
        text.find([' ', ')', ']']).unwrap_or(text.len())
    };
    let value: Value = serde_json::from_str(&text[..end]).map_err(|_| error("invalidFilter"))?;
    if value.is_object() || value.is_array() {
        return Err(error("invalidFilter"));
    }
    Ok((value, &text[end..]))
}

impl Filter {
    /// Checks names, operators and value types against the sub-attributes: before any data is looked at.
    pub fn check(&self, parent: &Attribute) -> Result<(), Error> {
        match self {
            Self::And(left, right) | Self::Or(left, right) => left.check(parent).and(right.check(parent)),
            Self::Not(inner) => inner.check(parent),
            Self::Present(name) => parent.sub(name).map(|_| ()).ok_or(error("invalidFilter")),
            Self::Compare(name, operator, value) => {
                let sub = parent.sub(name).ok_or(error("invalidFilter"))?;
                let equality = ["eq", "ne"].contains(&operator.as_str());
                // By choice the computed reference to a resource is compared as a whole only.
                let computed = parent.refers_to_resources() && sub.kind == Type::Reference;
                let fits = match sub.kind {
                    _ if value.is_null() => equality,
                    Type::Text => value.is_string(),
                    Type::Reference => value.is_string() && (equality || !computed),
                    Type::Binary => value.is_string() && equality,
                    Type::Boolean => value.is_boolean() && equality,
                    Type::DateTime | Type::Number | Type::Complex => false,
                };
                if fits { Ok(()) } else { Err(error("invalidFilter")) }
            }
        }
    }

    /// Whether one value matches.
    pub fn matches(&self, parent: &Attribute, value: &Map<String, Value>) -> bool {
        match self {
            Self::And(left, right) => left.matches(parent, value) && right.matches(parent, value),
            Self::Or(left, right) => left.matches(parent, value) || right.matches(parent, value),
            Self::Not(inner) => !inner.matches(parent, value),
            Self::Present(name) => get(parent, value, name).is_some_and(|found| found != ""),
            Self::Compare(name, operator, wanted) => {
                let found = get(parent, value, name);
                if wanted.is_null() {
                    return found.is_none() == (operator == "eq");
                }
                // "If not specified, the value of primary SHALL be assumed to be false" (RFC 7643 §2.4).
                let assumed = Value::Bool(false);
                let assume = parent.multi_valued && name.eq_ignore_ascii_case("primary");
                match found.or(assume.then_some(&assumed)) {
                    // What is unassigned is not identical to anything.
                    None => operator == "ne",
                    Some(found) => parent.sub(name).is_some_and(|sub| {
                        let (mut found, mut wanted) = (found.clone(), wanted.clone());
                        if parent.refers_to_resources() && sub.kind == Type::Reference {
                            (found, wanted) = (resource(&found), resource(&wanted));
                        }
                        compare(sub.case_exact, operator, &found, &wanted)
                    }),
                }
            }
        }
    }

    /// The values it asks for with nothing but `eq` and `and`; none if it asks for anything else, or twice
    /// for the same sub-attribute.
    pub fn terms(&self, parent: &Attribute) -> Option<Map<String, Value>> {
        match self {
            Self::Compare(name, operator, value) if operator == "eq" && !value.is_null() => {
                let sub = parent.sub(name)?;
                // What a client may not write it does not write by a filter either.
                let written = (sub.mutability != Mutability::ReadOnly).then(|| (sub.name.clone(), value.clone()));
                Some(Map::from_iter(written))
            }
            Self::And(left, right) => {
                let mut terms = left.terms(parent)?;
                for (name, value) in right.terms(parent)? {
                    if terms.insert(name, value).is_some() {
                        return None;
                    }
                }
                Some(terms)
            }
            _ => None,
        }
    }
}

fn get<'a>(parent: &Attribute, value: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    value.get(&parent.sub(name)?.name)
}

/// Endpoint and id of a reference to a resource: with a version, without one or with another, it is the same
/// (RFC 7643 §2.4).
fn resource(reference: &Value) -> Value {
    let text = reference.as_str().unwrap_or_default();
    let from = text.rmatch_indices('/').nth(1).map_or(0, |(at, _)| at + 1);
    text[from..].into()
}

fn compare(case_exact: bool, operator: &str, found: &Value, wanted: &Value) -> bool {
    let (Some(found), Some(wanted)) = (found.as_str(), wanted.as_str()) else {
        return (found == wanted) == (operator == "eq");
    };
    let fold = |text: &str| if case_exact { text.to_owned() } else { text.to_lowercase() };
    let (found, wanted) = (fold(found), fold(wanted));
    match operator {
        "eq" => found == wanted,
        "ne" => found != wanted,
        "co" => found.contains(&wanted),
        "sw" => found.starts_with(&wanted),
        "ew" => found.ends_with(&wanted),
        "gt" => found > wanted,
        "ge" => found >= wanted,
        "lt" => found < wanted,
        _ => found <= wanted,
    }
}
