//! Evaluating a condition in memory (RFC 7644 §3.4.2.2): two-valued, on the keys of the values alone.

use super::{Condition, Operator};
use crate::scim::key::{self, Key};
use crate::scim::path::AttributePath;
use crate::scim::value::{Complex, Value};
use std::cmp::Ordering;

/// Whether a resource satisfies a condition. What the condition asks for must be in it, also `meta` and relations.
pub fn matches(condition: &Condition, root: &Complex) -> bool {
    holds(condition, Start::Level(root))
}

/// Whether one value satisfies the condition of a value path.
pub fn element_matches(condition: &Condition, element: &Value) -> bool {
    holds(condition, Start::Value(element))
}

/// What the paths of a condition start from.
#[derive(Clone, Copy)]
enum Start<'a> {
    Level(&'a Complex),
    Value(&'a Value),
}

fn holds(condition: &Condition, start: Start<'_>) -> bool {
    match condition {
        Condition::And(conditions) => conditions.iter().all(|condition| holds(condition, start)),
        Condition::Or(conditions) => conditions.iter().any(|condition| holds(condition, start)),
        Condition::Not(condition) => !holds(condition, start),
        Condition::Constant(constant) => *constant,
        Condition::Present(path) => any(start, &path.steps, &mut is_present),
        Condition::Any { path, condition } => any(start, &path.steps, &mut |value| element_matches(condition, value)),
        Condition::Compare { path, operator, key } => compare(start, path, *operator, key),
    }
}

fn compare(start: Start<'_>, path: &AttributePath, operator: Operator, key: &Key) -> bool {
    let mut found = false;
    let matched = any(start, &path.steps, &mut |value| {
        key::of(path.attribute, value).is_some_and(|value| {
            found = true;
            satisfies(&value, operator, key)
        })
    });
    // What is not there is not identical to anything.
    matched || (operator == Operator::NotEqual && !found)
}

/// Whether a value that is there satisfies a comparison.
fn satisfies(value: &Key, operator: Operator, key: &Key) -> bool {
    let order = || value.compare(key);
    match operator {
        Operator::Equal => order() == Ordering::Equal,
        Operator::NotEqual => order() != Ordering::Equal,
        Operator::Greater => order() == Ordering::Greater,
        Operator::GreaterOrEqual => order() != Ordering::Less,
        Operator::Less => order() == Ordering::Less,
        Operator::LessOrEqual => order() != Ordering::Greater,
        Operator::Contains | Operator::StartsWith | Operator::EndsWith => {
            let (Some(value), Some(part)) = (value.as_text(), key.as_text()) else { return false };
            match operator {
                Operator::StartsWith => value.starts_with(part),
                Operator::EndsWith => value.ends_with(part),
                _ => value.contains(part),
            }
        }
    }
}

/// Whether any of the values at the end of the steps passes; a list stands for its elements.
fn any(start: Start<'_>, steps: &[usize], test: &mut dyn FnMut(&Value) -> bool) -> bool {
    match (start, steps) {
        (Start::Value(Value::List(values)), _) => values.iter().any(|value| any(Start::Value(value), steps, test)),
        (Start::Value(value), []) => test(value),
        (Start::Value(value), _) => value.as_complex().is_some_and(|level| any(Start::Level(level), steps, test)),
        (Start::Level(level), [step, rest @ ..]) => {
            level.get(*step).is_some_and(|value| any(Start::Value(value), rest, test))
        }
        (Start::Level(_), []) => false,
    }
}

/// Neither `""` nor a complex value without parts is present; false and 0 are.
fn is_present(value: &Value) -> bool {
    match value {
        Value::Text(text) => !text.is_empty(),
        Value::Complex(complex) => complex.iter().any(|(_, value)| is_present(value)),
        Value::List(values) => values.iter().any(is_present),
        Value::Boolean(_) | Value::Integer(_) | Value::Decimal(_) => true,
    }
}

#[cfg(test)]
mod tests;
