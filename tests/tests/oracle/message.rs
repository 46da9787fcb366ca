//! The message of a PATCH (RFC 7644 §3.5.2): its shape, its operations and the paths they name.

use serde_json::Value;

use crate::patch::{Error, Object, error};
use crate::path::{Target, resolve};
use crate::schema::ResourceType;

/// What an operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    Add,
    Replace,
    Remove,
}

/// One operation; without a target it is about the resource itself.
#[derive(Debug)]
pub struct Operation<'a> {
    pub verb: Verb,
    pub target: Option<Target<'a>>,
    pub value: Value,
}

/// The operations of a message.
pub fn understand<'a>(kind: &'a ResourceType, message: &Value) -> Result<Vec<Operation<'a>>, Error> {
    let syntax = || error("invalidSyntax");
    let message = message.as_object().ok_or_else(syntax)?;
    let urn = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    let schemas = member(message, "schemas").and_then(Value::as_array).ok_or_else(syntax)?;
    if !schemas.iter().any(|schema| schema.as_str().is_some_and(|schema| schema.eq_ignore_ascii_case(urn))) {
        return Err(syntax());
    }
    let operations = member(message, "Operations").and_then(Value::as_array).ok_or_else(syntax)?;
    if operations.is_empty() {
        return Err(syntax());
    }
    let understood = operations.iter().map(|operation| {
        let operation = operation.as_object().ok_or_else(syntax)?;
        let verb = member(operation, "op").and_then(Value::as_str).ok_or_else(syntax)?;
        let verb = match verb.to_ascii_lowercase().as_str() {
            "add" => Verb::Add,
            "replace" => Verb::Replace,
            "remove" => Verb::Remove,
            _ => return Err(syntax()),
        };
        let target = match member(operation, "path") {
            None | Some(Value::Null) if verb == Verb::Remove => return Err(error("noTarget")),
            None | Some(Value::Null) => None,
            Some(Value::String(path)) => Some(resolve(kind, path)?),
            Some(_) => return Err(syntax()),
        };
        let value = match member(operation, "value") {
            // By choice a replacement needs a value too: to unassign, there are remove and null.
            None if verb != Verb::Remove => return Err(error("invalidValue")),
            value => value.cloned().unwrap_or(Value::Null),
        };
        if target.is_none() && !value.is_object() {
            return Err(error("invalidValue"));
        }
        Ok(Operation { verb, target, value })
    });
    understood.collect()
}

/// The member of that name, in any letter case.
pub fn member<'a>(object: &'a Object, name: &str) -> Option<&'a Value> {
    object.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}
