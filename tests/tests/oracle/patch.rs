//! The oracle: PATCH as RFC 7644 §3.5.2 tells it, on plain JSON, with nothing but the published schemas to go by. Where
//! the RFC leaves a choice, a comment beginning "by choice" says what the server does.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::message::{Operation, Verb, understand};
use crate::path::{Target, resolve};
use crate::schema::{Attribute, Mutability, ResourceType};

/// The parts of a resource or of a complex value.
pub type Object = Map<String, Value>;

/// What a refused request is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    pub status: u16,
    pub scim_type: &'static str,
}

/// The error of that type (RFC 7644 §3.12).
pub fn error(scim_type: &'static str) -> Error {
    Error { status: if scim_type == "uniqueness" { 409 } else { 400 }, scim_type }
}

/// What there is beside the resource.
#[derive(Debug)]
pub struct World<'a> {
    pub kind: &'a ResourceType,
    /// The base URL, in which references to resources begin.
    pub base: &'a str,
    /// The resources that can be referred to: id to name and endpoint of the type.
    pub directory: &'a BTreeMap<String, (String, String)>,
    /// The values of unique attributes that other resources have, in lower case.
    pub taken: &'a BTreeSet<String>,
}

/// The resource after a PATCH. What is never returned (a password) stands in the resource in clear.
pub fn patch(world: &World<'_>, before: &Object, message: &Value) -> Result<Object, Error> {
    patch_and_misses(world, before, message).0
}

/// The resource after a PATCH, and whether a filter of a remove selected nothing on the way.
pub fn patch_and_misses(world: &World<'_>, before: &Object, message: &Value) -> (Result<Object, Error>, bool) {
    // By choice the whole message is understood before any of it is done.
    let operations = match understand(world.kind, message) {
        Ok(operations) => operations,
        Err(error) => return (Err(error), false),
    };
    let mut run = Run { world, body: before.clone(), strangers: false, missed: false };
    for operation in &operations {
        if let Err(error) = run.operate(operation) {
            return (Err(error), run.missed);
        }
    }
    let missed = run.missed;
    (run.finish(), missed)
}

/// The body of a resource without what is never returned.
pub fn visible(kind: &ResourceType, body: &Object) -> Object {
    let hidden = |name: &String| kind.attributes.iter().any(|attribute| attribute.hidden && attribute.name == *name);
    body.iter().filter(|(name, _)| !hidden(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// A PATCH under way.
#[derive(Debug)]
pub struct Run<'a> {
    pub world: &'a World<'a>,
    pub body: Object,
    /// Whether a value refers to a resource that does not exist.
    pub strangers: bool,
    /// Whether a filter of a remove selected nothing.
    pub missed: bool,
}

impl Run<'_> {
    fn operate(&mut self, operation: &Operation<'_>) -> Result<(), Error> {
        if let Some(target) = &operation.target {
            return self.apply(operation.verb, target, &operation.value, false);
        }
        for (name, value) in operation.value.as_object().into_iter().flatten() {
            // By choice names that no schema knows are ignored here, as in a POST.
            if let Ok(target) = resolve(self.world.kind, name) {
                self.apply(operation.verb, &target, value, true)?;
            }
        }
        Ok(())
    }

    fn apply(&mut self, verb: Verb, target: &Target<'_>, value: &Value, pathless: bool) -> Result<(), Error> {
        let attribute = target.attribute;
        let read_only = |attribute: &Attribute| attribute.mutability == Mutability::ReadOnly;
        if read_only(attribute) || target.sub.is_some_and(read_only) {
            // By choice a client may repeat the id of the resource in its body.
            let repeated = pathless && attribute.name == "id" && self.body.get("id") == Some(value);
            return if repeated { Ok(()) } else { Err(error("mutability")) };
        }
        if attribute.name == "schemas" {
            return self.schemas(verb, target, value);
        }
        let whole = target.sub.is_none() && target.filter.is_none();
        if verb == Verb::Remove && ((whole && attribute.required) || target.sub.is_some_and(|sub| sub.required)) {
            return Err(error("mutability"));
        }
        let mut container = match target.extension {
            None => std::mem::take(&mut self.body),
            Some(extension) => object_of(self.body.remove(&extension.name)),
        };
        let result = self.apply_in(&mut container, verb, target, value);
        match target.extension {
            None => self.body = container,
            Some(_) if container.is_empty() => {}
            Some(extension) => {
                self.body.insert(extension.name.clone(), container.into());
            }
        }
        result
    }

    /// `schemas` follows from the attributes: by choice a client may name the schemas of the type, to no effect.
    fn schemas(&self, verb: Verb, target: &Target<'_>, value: &Value) -> Result<(), Error> {
        if verb == Verb::Remove {
            return if target.filter.is_some() { Ok(()) } else { Err(error("mutability")) };
        }
        let kind = self.world.kind;
        let known = |urn: &Value| {
            urn.as_str().is_some_and(|urn| {
                kind.core.eq_ignore_ascii_case(urn) || crate::schema::find(&kind.extensions, urn).is_some()
            })
        };
        let fine = value.as_array().map_or_else(|| known(value), |urns| urns.iter().all(known));
        if fine { Ok(()) } else { Err(error("invalidValue")) }
    }

    /// What must hold in the end, and `schemas`.
    fn finish(mut self) -> Result<Object, Error> {
        let kind = self.world.kind;
        for attribute in &kind.attributes {
            let value = self.body.get(&attribute.name);
            if attribute.required && value.is_none_or(|value| *value == "") {
                return Err(error("invalidValue"));
            }
        }
        if self.strangers {
            return Err(error("invalidValue"));
        }
        for attribute in kind.attributes.iter().filter(|attribute| attribute.unique) {
            let value = self.body.get(&attribute.name).and_then(Value::as_str);
            if value.is_some_and(|value| self.world.taken.contains(&value.to_lowercase())) {
                return Err(error("uniqueness"));
            }
        }
        let mut schemas = vec![Value::from(kind.core.as_str())];
        let there = kind.extensions.iter().filter(|extension| self.body.contains_key(&extension.name));
        schemas.extend(there.map(|extension| Value::from(extension.name.as_str())));
        self.body.insert("schemas".to_owned(), schemas.into());
        Ok(self.body)
    }
}

/// The elements of a list, of which there may be none.
pub fn list_of(value: Option<Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    }
}

/// The parts of a complex value, of which there may be none.
pub fn object_of(value: Option<Value>) -> Object {
    match value {
        Some(Value::Object(object)) => object,
        _ => Object::new(),
    }
}
