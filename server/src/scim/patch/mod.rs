//! PATCH (RFC 7644 §3.5.2): [`parse()`] reads the request against the schemas, [`apply()`] changes a resource in memory.
//!
//! A value without a path is taken apart into one operation an attribute; an extension's object likewise. The resource in
//! memory is changed step by step: when an operation fails, the caller discards it, so that a PATCH is atomic (§3.5.2).

mod apply;
mod list;
mod relation;
mod request;
mod same;
mod single;

pub use apply::apply;
pub use request::{PATCH_OP, at, parse};

use super::error::Error;
use super::filter::Condition;
use super::json::Json;
use super::path::AttributePath;
use super::schema::Attribute;
use super::value::Value;

/// What an operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// RFC 7644 §3.5.2.1
    Add,
    /// RFC 7644 §3.5.2.2
    Remove,
    /// RFC 7644 §3.5.2.3
    Replace,
}

/// One operation on one attribute.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Its place in the request's `Operations`; several come from one value without a path.
    pub index: usize,
    /// What it does.
    pub op: Op,
    /// What it does it to.
    pub target: Target,
    /// The value; always there unless something is removed.
    pub value: Option<Json>,
    /// Whether the attribute was named in the value and not in the path. Then a readOnly attribute may be repeated
    /// unchanged, as clients do that send back what they got.
    pub embedded: bool,
    /// What becomes of it if its filter selects no value.
    pub unmatched: Unmatched,
}

/// What becomes of an operation on values that a filter selects, if it selects none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unmatched {
    /// An add makes the value, a remove changes nothing, a replace is 400 `noTarget` (RFC 7644 §3.5.2.3).
    #[default]
    Usual,
    /// A replace makes the value, too.
    Made,
    /// 400 `noTarget` (RFC 7644 Table 9).
    Refused,
}

/// What an operation changes.
#[derive(Debug, Clone)]
pub enum Target {
    /// A whole attribute, not below a multi-valued one.
    Attribute(AttributePath),
    /// Some values of an attribute.
    Values {
        /// The attribute: multi-valued, or complex and then seen as a list of one.
        path: AttributePath,
        /// Which values; its paths start from a value.
        condition: Condition,
        /// Which sub-attribute of theirs, by its position.
        sub: Option<(usize, &'static Attribute)>,
        /// What a value must have to satisfy the condition, by name, if the condition only asks for equality: a value can
        /// be made from it where there is none.
        seed: Option<Vec<(String, Json)>>,
    },
}

/// What a PATCH does beyond changing the resource in memory.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effects {
    /// The changes of relations, which are not in the resource, in order.
    pub relations: Vec<RelationEffect>,
    /// The numbers of the attributes that the operations name, ascending: what is returned on request is returned then.
    pub written: Vec<u16>,
    /// Whether a replace made a value that was not there.
    pub made: bool,
    /// Whether a remove selected nothing.
    pub missed: bool,
}

/// A change of a relation by an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationEffect {
    /// The index of the relation.
    pub relation: usize,
    /// The place of the operation in the request's `Operations`.
    pub operation: usize,
    /// The change.
    pub change: RelationChange,
}

/// A change of the values of a relation. Values are complex, with a `value` that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub enum RelationChange {
    /// Adds those that are not there yet; one that is there gets a `display` where it has none.
    Add(Vec<Value>),
    /// Removes those with the same `value` that are there.
    Remove(Vec<Value>),
    /// Removes those that satisfy the condition; its paths start from a value.
    RemoveWhere(Condition),
    /// Removes all.
    RemoveAll,
    /// Puts these in the place of all.
    Replace(Vec<Value>),
    /// Gives those that satisfy the condition another `display`, or none.
    Display {
        /// Which; its paths start from a value.
        condition: Condition,
        /// The text.
        display: Option<String>,
        /// Where none satisfies it: the value that is added, or why that is an error.
        otherwise: Result<Option<Value>, Error>,
    },
}

impl Op {
    /// The operation of that name, whatever its case.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Add, Self::Remove, Self::Replace].into_iter().find(|op| op.name().eq_ignore_ascii_case(name))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Replace => "replace",
        }
    }
}

#[cfg(test)]
mod tests;
