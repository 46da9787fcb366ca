//! Filters, paths and PATCH requests made from bytes: nearly every input is one, while random text rarely is.

use std::sync::LazyLock;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use serde_json::{Map, Number, Value, json};

use crate::sample::TYPES;
use crate::scim::{
    filter::{Filter, Literal, Operator},
    schema::{Attribute, DataType},
};
use crate::spelling;

/// How deep filters and values are made.
const DEPTH: usize = 4;

/// Few, so that some meet; with what comparisons must not stumble over.
const TEXTS: [&str; 20] = [
    "",
    "a",
    "A",
    "b",
    "work",
    "WORK",
    "home",
    "bjensen@example.com",
    "babs@jensen.org",
    "strasse@example.com",
    "ß",
    "ẞ",
    "e\u{301}",
    "É",
    "\"\\\n",
    "%_",
    "true",
    "2011-05-13T04:42:34Z",
    "https://example.com/scim/v2/Users/1",
    "TWE=",
];

const OPERATORS: [Operator; 9] = [
    Operator::Equal,
    Operator::NotEqual,
    Operator::Contains,
    Operator::StartsWith,
    Operator::EndsWith,
    Operator::Greater,
    Operator::GreaterOrEqual,
    Operator::Less,
    Operator::LessOrEqual,
];

/// Every attribute by every way to name it.
static ATTRIBUTES: LazyLock<Vec<(String, &'static Attribute)>> = LazyLock::new(|| {
    let mut named = Vec::new();
    for kind in TYPES {
        for attribute in kind.attributes {
            let extension = kind.extension(attribute.name).is_some();
            let before = if extension { format!("{}:", attribute.name) } else { String::new() };
            named.push((attribute.name.to_owned(), attribute));
            named.push((format!("{}:{}", kind.schema, attribute.name), attribute));
            for sub in attribute.sub_attributes {
                let below = if extension { before.clone() } else { format!("{}.", attribute.name) };
                named.push((format!("{below}{}", sub.name), sub));
                named
                    .extend(sub.sub_attributes.iter().map(|leaf| (format!("{below}{}.{}", sub.name, leaf.name), leaf)));
            }
        }
    }
    named
});

/// A filter such as the parser makes.
pub fn filter(u: &mut Unstructured) -> Result<Filter> {
    junction(u, None, DEPTH)
}

/// A PATCH request as JSON.
pub fn patch(u: &mut Unstructured) -> Result<Value> {
    let mut operations = Vec::new();
    for _ in 0..u.int_in_range(1..=4)? {
        operations.push(operation(u)?);
    }
    Ok(json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations }))
}

/// The text of a PATCH path, with the attribute it names.
pub fn path(u: &mut Unstructured) -> Result<(String, &'static Attribute)> {
    let (name, attribute) = u.choose(&ATTRIBUTES)?;
    if attribute.multi_valued && u.ratio(2, 3)? {
        let selection = spelling::filter(&junction(u, Some(attribute), 2)?);
        return match (u.ratio(1, 2)?, attribute.sub_attributes) {
            (true, subs @ [_, ..]) => {
                let sub = u.choose(subs)?;
                Ok((format!("{name}[{selection}].{}", sub.name), sub))
            }
            _ => Ok((format!("{name}[{selection}]"), attribute)),
        };
    }
    Ok((name.clone(), attribute))
}

fn operation(u: &mut Unstructured) -> Result<Value> {
    let op = *u.choose(&["add", "replace", "remove", "Add"])?;
    if op != "remove" && u.ratio(1, 4)? {
        let mut members = Map::new();
        for _ in 0..u.int_in_range(1..=4)? {
            let (name, attribute) = path(u)?;
            members.insert(name, value(u, attribute)?);
        }
        return Ok(json!({ "op": op, "value": members }));
    }
    let (path, attribute) = path(u)?;
    if op == "remove" && u.ratio(3, 4)? {
        return Ok(json!({ "op": op, "path": path }));
    }
    Ok(json!({ "op": op, "path": path, "value": value(u, attribute)? }))
}

/// A condition on a resource, or on an element of an attribute.
fn junction(u: &mut Unstructured, parent: Option<&'static Attribute>, depth: usize) -> Result<Filter> {
    let parts = |u: &mut Unstructured| -> Result<Vec<Filter>> {
        (0..u.int_in_range(2..=3)?).map(|_| junction(u, parent, depth - 1)).collect()
    };
    match u.int_in_range(0..=9)? {
        0 | 1 if depth > 0 => Ok(Filter::And(parts(u)?)),
        2 | 3 if depth > 0 => Ok(Filter::Or(parts(u)?)),
        4 if depth > 0 => Ok(Filter::Not(Box::new(junction(u, parent, depth - 1)?))),
        5 | 6 if depth > 0 && parent.is_none() => {
            let (path, attribute) = u.choose(&ATTRIBUTES)?;
            Ok(Filter::ValuePath { path: path.clone(), filter: Box::new(junction(u, Some(attribute), depth - 1)?) })
        }
        _ => comparison(u, parent),
    }
}

fn comparison(u: &mut Unstructured, parent: Option<&'static Attribute>) -> Result<Filter> {
    let (path, attribute) = match parent.map(|parent| (parent, parent.sub_attributes)) {
        Some((_, subs @ [_, ..])) => {
            let sub = u.choose(subs)?;
            (sub.name.to_owned(), sub)
        }
        Some((parent, _)) => ("value".to_owned(), parent),
        None => u.choose(&ATTRIBUTES).map(|(path, attribute)| (path.clone(), *attribute))?,
    };
    if u.ratio(1, 8)? {
        return Ok(Filter::Present(path));
    }
    let operator = *u.choose(&OPERATORS)?;
    Ok(Filter::Compare { path, operator, value: literal(u, attribute)? })
}

/// Mostly one that fits the attribute.
fn literal(u: &mut Unstructured, attribute: &Attribute) -> Result<Literal> {
    let data_type = if u.ratio(1, 8)? { DataType::Integer } else { attribute.data_type };
    Ok(match data_type {
        _ if u.ratio(1, 16)? => Literal::Null,
        DataType::Boolean => Literal::Boolean(u.arbitrary()?),
        DataType::Integer => Literal::Number(u.arbitrary::<i64>()?.into()),
        DataType::Decimal => Literal::Number(Number::from_f64(u.arbitrary()?).unwrap_or(0.into())),
        _ => Literal::String(text(u)?),
    })
}

/// Mostly one that fits the attribute.
fn value(u: &mut Unstructured, attribute: &Attribute) -> Result<Value> {
    if u.ratio(1, 10)? {
        return any(u, 2);
    }
    if !attribute.multi_valued || u.ratio(1, 5)? {
        return single(u, attribute);
    }
    (0..u.int_in_range(0..=3)?).map(|_| single(u, attribute)).collect()
}

fn single(u: &mut Unstructured, attribute: &Attribute) -> Result<Value> {
    Ok(match attribute.data_type {
        DataType::Boolean => Value::Bool(u.arbitrary()?),
        DataType::Integer => Value::from(u.arbitrary::<i64>()?),
        DataType::Decimal => Value::from(u.arbitrary::<f64>()?),
        DataType::Complex => {
            let mut members = Map::new();
            for sub in attribute.sub_attributes {
                if u.ratio(1, 2)? {
                    members.insert(sub.name.to_owned(), value(u, sub)?);
                }
            }
            Value::Object(members)
        }
        _ => Value::from(text(u)?),
    })
}

fn any(u: &mut Unstructured, depth: usize) -> Result<Value> {
    Ok(match u.int_in_range(0..=6)? {
        0 => Value::Null,
        1 => Value::Bool(u.arbitrary()?),
        2 => Value::from(u.arbitrary::<i64>()?),
        3 => Value::from(u.arbitrary::<f64>()?),
        4 if depth > 0 => (0..u.int_in_range(0..=2)?).map(|_| any(u, depth - 1)).collect::<Result<_>>()?,
        5 if depth > 0 => {
            let members = (0..u.int_in_range(0..=2)?).map(|_| {
                let (name, attribute) = u.choose(&ATTRIBUTES)?;
                Ok((name.clone(), value(u, attribute)?))
            });
            Value::Object(members.collect::<Result<_>>()?)
        }
        _ => Value::from(text(u)?),
    })
}

fn text(u: &mut Unstructured) -> Result<String> {
    match u.int_in_range(0..=9)? {
        0 => Ok("x".repeat(u.int_in_range(0..=1100)?)),
        1 => Ok(u.arbitrary::<&str>()?.replace('\0', "")),
        _ => u.choose(&TEXTS).map(|text| (*text).to_owned()),
    }
}
