//! Collecting what is wrong with a body, with the path of each place (RFC 7644 §3.12 `detail`).

use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use crate::scim::error::{Error, ErrorKind};
use crate::scim::limits::LISTED_PROBLEMS;
use crate::scim::schema::{Attribute, Role};
use crate::scim::value::Value;

/// The place of a value, in the notation of RFC 7644 §3.10 with the index of an element in brackets.
#[derive(Clone, Copy)]
pub enum Path<'a> {
    /// The resource.
    Root,
    /// The place of a PATCH operation, as its caller names it.
    Given(&'a str),
    /// An attribute at the top.
    Top(&'a Attribute),
    /// An attribute of a complex value.
    Sub(&'a Path<'a>, &'a Attribute, char),
    /// An element of a list.
    Index(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// The place of an attribute here.
    pub fn to(&'a self, attribute: &'a Attribute) -> Path<'a> {
        match self {
            Self::Root => Self::Top(attribute),
            Self::Top(parent) if parent.role == Role::Extension => Self::Sub(self, attribute, ':'),
            _ => Self::Sub(self, attribute, '.'),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("the resource"),
            Self::Given(path) => f.write_str(path),
            Self::Top(attribute) => f.write_str(attribute.name),
            Self::Sub(parent, attribute, separator) => write!(f, "{parent}{separator}{}", attribute.name),
            Self::Index(list, index) => write!(f, "{list}[{index}]"),
        }
    }
}

/// The problems of one body, the first few in words.
#[derive(Default)]
pub struct Problems {
    listed: Vec<String>,
    count: usize,
}

impl Problems {
    /// Notes what is wrong at a place.
    pub fn add(&mut self, path: &Path, what: impl fmt::Display) {
        self.count += 1;
        if self.listed.len() < LISTED_PROBLEMS {
            self.listed.push(format!("{path}: {what}"));
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// One 400 `invalidValue` with them all, if there are any.
    pub fn into_result(self) -> Result<(), Error> {
        if self.count == 0 {
            return Ok(());
        }
        let mut detail = self.listed.join("; ");
        let unlisted = self.count - self.listed.len();
        if unlisted > 0 {
            detail.push_str(&format!("; and {unlisted} more"));
        }
        Err(Error::new(ErrorKind::InvalidValue, detail))
    }
}

/// Keeps the first of equal values, in order, in linear time. With a position, complex values are equal when their parts
/// at that position are, and one without that part stays.
pub fn distinct(values: Vec<Value>, part: Option<usize>) -> Vec<Value> {
    fn compared(value: &Value, part: Option<usize>) -> Option<&Value> {
        match part {
            None => Some(value),
            Some(position) => value.as_complex()?.get(position),
        }
    }
    let hashes = RandomState::new();
    // The hash finds candidates; equality decides.
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut kept: Vec<Value> = Vec::with_capacity(values.len());
    for value in values {
        if let Some(this) = compared(&value, part) {
            let mut hasher = hashes.build_hasher();
            hash(this, &mut hasher);
            let candidates = seen.entry(hasher.finish()).or_default();
            if candidates.iter().any(|&at| compared(&kept[at], part) == Some(this)) {
                continue;
            }
            candidates.push(kept.len());
        }
        kept.push(value);
    }
    kept
}

fn hash(value: &Value, state: &mut impl Hasher) {
    match value {
        Value::Boolean(value) => value.hash(state),
        Value::Integer(value) => value.hash(state),
        // 0.0 and -0.0 are equal and must hash alike.
        Value::Decimal(value) => (value + 0.0).to_bits().hash(state),
        Value::Text(text) => text.hash(state),
        Value::Complex(complex) => {
            for (position, value) in complex.iter() {
                position.hash(state);
                hash(value, state);
            }
        }
        Value::List(values) => values.iter().for_each(|value| hash(value, state)),
    }
}
