//! Filters (RFC 7644 §3.4.2.2): text → [`parse()`] → [`Filter`] → [`resolve()`] against the schemas → [`Condition`], which
//! [`matches`] evaluates in memory and the store translates to SQL.

mod evaluate;
mod guard;
mod known;
mod parse;
mod primary;
mod resolve;
mod whole;

pub use evaluate::{element_matches, matches};
pub use known::check_known;
pub use parse::{Path, parse, parse_path};
pub use resolve::{Unknown, resolve, resolve_element};

use super::key::Key;
use super::path::AttributePath;
use serde_json::Number;

/// A comparison operator; `pr` is [`Filter::Present`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `eq`
    Equal,
    /// `ne`
    NotEqual,
    /// `co`
    Contains,
    /// `sw`
    StartsWith,
    /// `ew`
    EndsWith,
    /// `gt`
    Greater,
    /// `ge`
    GreaterOrEqual,
    /// `lt`
    Less,
    /// `le`
    LessOrEqual,
}

/// A filter as it was written, with the names still unresolved.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// All hold.
    And(Vec<Filter>),
    /// One at least holds.
    Or(Vec<Filter>),
    /// It does not hold.
    Not(Box<Filter>),
    /// `path pr`
    Present(String),
    /// `path operator value`
    Compare {
        /// The attribute.
        path: String,
        /// The operator.
        operator: Operator,
        /// The literal.
        value: Literal,
    },
    /// `path[filter]`
    ValuePath {
        /// The attribute.
        path: String,
        /// What one element must satisfy.
        filter: Box<Filter>,
    },
}

/// The literal of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
}

/// A filter resolved against a resource type and checked. Two-valued: an absent value never makes it undecided.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// All hold.
    And(Vec<Condition>),
    /// One at least holds.
    Or(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The attribute has a value that is not empty.
    Present(AttributePath),
    /// Some value of the attribute satisfies the comparison; for [`Operator::NotEqual`] also when there is none.
    Compare {
        /// The attribute, never complex.
        path: AttributePath,
        /// The operator; it fits the data type.
        operator: Operator,
        /// What the keys of the values are compared with.
        key: Key,
    },
    /// Some value of the attribute satisfies the condition, whose paths start from that value.
    Any {
        /// A complex attribute, or a simple multi-valued one.
        path: AttributePath,
        /// The condition of one value; for a simple one its paths are empty.
        condition: Box<Condition>,
    },
    /// Decided already.
    Constant(bool),
}

impl Condition {
    /// The condition of a value at those steps, which its paths start from, as one of what the steps start from.
    pub fn below(&self, steps: &[usize]) -> Self {
        let all = |conditions: &[Self]| conditions.iter().map(|condition| condition.below(steps)).collect();
        let from = |path: &AttributePath| AttributePath { steps: [steps, &path.steps].concat(), ..*path };
        match self {
            Self::And(conditions) => Self::And(all(conditions)),
            Self::Or(conditions) => Self::Or(all(conditions)),
            Self::Not(condition) => Self::Not(Box::new(condition.below(steps))),
            Self::Present(path) => Self::Present(from(path)),
            Self::Compare { path, operator, key } => {
                Self::Compare { path: from(path), operator: *operator, key: key.clone() }
            }
            Self::Any { path, condition } => Self::Any { path: from(path), condition: condition.clone() },
            Self::Constant(constant) => Self::Constant(*constant),
        }
    }
}

impl Operator {
    /// The operator of that name, whatever its case.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, operator)| *operator)
    }

    /// The operator's name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, operator)| *operator == self).map_or("", |(name, _)| name)
    }

    const NAMES: [(&'static str, Self); 9] = [
        ("eq", Self::Equal),
        ("ne", Self::NotEqual),
        ("co", Self::Contains),
        ("sw", Self::StartsWith),
        ("ew", Self::EndsWith),
        ("gt", Self::Greater),
        ("ge", Self::GreaterOrEqual),
        ("lt", Self::Less),
        ("le", Self::LessOrEqual),
    ];
}
