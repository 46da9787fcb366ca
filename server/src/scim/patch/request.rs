//! Reading a PATCH request (RFC 7644 §3.5.2): its shape, its paths and the attributes they name.

use super::{Op, Operation, Target, Unmatched};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::filter::{self, Condition, Filter, Literal, Operator};
use crate::scim::json::{Json, echo};
use crate::scim::key::TypeOfEndpoint;
use crate::scim::limits::PATCH_OPERATIONS;
use crate::scim::path::{self, AttributePath};
use crate::scim::schema::{Attribute, ResourceType, Role};

/// The URN of the message.
pub const PATCH_OP: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// Reads a request. Unknown attributes in a value without a path are left out, as in a POST.
pub fn parse(kind: &'static ResourceType, json: Json, types: TypeOfEndpoint) -> Result<Vec<Operation>, Error> {
    let Json::Object(members) = json else {
        return Err(syntax(format!("the body must be an object, not {}", json.type_name())));
    };
    let (mut schemas, mut operations) = (Json::Null, Json::Null);
    for (name, value) in members {
        if name.eq_ignore_ascii_case("schemas") {
            schemas = value;
        } else if name.eq_ignore_ascii_case("Operations") {
            operations = value;
        }
    }
    let urns = schemas.as_array().unwrap_or_default();
    if !urns.iter().filter_map(Json::as_str).any(|urn| urn.eq_ignore_ascii_case(PATCH_OP)) {
        return Err(syntax(format!("schemas must be an array with \"{PATCH_OP}\"")));
    }
    let operations = match operations {
        Json::Array(operations) if !operations.is_empty() => operations,
        _ => return Err(syntax("Operations must be an array of one or more operations".to_owned())),
    };
    if operations.len() > PATCH_OPERATIONS {
        let detail = format!("{} operations in one request, of at most {PATCH_OPERATIONS}", operations.len());
        return Err(Error::new(ErrorKind::TooLarge, detail));
    }
    let mut reader = Reader { kind, types, read: Vec::with_capacity(operations.len()) };
    for (index, operation) in operations.into_iter().enumerate() {
        reader.operation(index, operation).map_err(|error| at(index, error))?;
    }
    Ok(reader.read)
}

/// An error with the place of its operation.
pub fn at(index: usize, error: Error) -> Error {
    Error::new(error.kind, format!("Operations[{index}]: {}", error.detail))
}

fn syntax(detail: String) -> Error {
    Error::new(ErrorKind::InvalidSyntax, detail)
}

struct Reader {
    kind: &'static ResourceType,
    types: TypeOfEndpoint,
    read: Vec<Operation>,
}

impl Reader {
    fn operation(&mut self, index: usize, json: Json) -> Result<(), Error> {
        let Json::Object(members) = json else {
            return Err(syntax(format!("must be an object, not {}", json.type_name())));
        };
        let (mut op, mut path, mut value) = (None, None, None);
        for (name, json) in members {
            match name.to_ascii_lowercase().as_str() {
                "op" => op = Some(json),
                "path" => path = Some(json),
                "value" => value = Some(json),
                _ => {}
            }
        }
        let op = match op {
            Some(Json::String(name)) => Op::named(&name)
                .ok_or_else(|| syntax(format!("unknown op {}, expected add, remove or replace", echo(&name))))?,
            _ => return Err(syntax("op must be add, remove or replace".to_owned())),
        };
        if op != Op::Remove && value.is_none() {
            return Err(Error::new(ErrorKind::InvalidValue, "value is missing"));
        }
        match path {
            Some(Json::String(path)) => {
                let target = self.target(&path)?;
                self.targeted(index, op, target, value, false);
                Ok(())
            }
            Some(json) if json != Json::Null => Err(syntax(format!("path must be a string, not {}", json.type_name()))),
            _ if op == Op::Remove => Err(Error::new(ErrorKind::NoTarget, "remove needs a path")),
            _ => self.resource(index, op, value),
        }
    }

    /// An object of attributes, whose names may also be paths.
    fn resource(&mut self, index: usize, op: Op, value: Option<Json>) -> Result<(), Error> {
        let Some(Json::Object(members)) = value else {
            return Err(Error::new(ErrorKind::InvalidValue, "without a path, value must be an object of attributes"));
        };
        for (name, json) in members {
            match self.target(&name) {
                Ok(target) => self.targeted(index, op, target, Some(json), true),
                Err(error) if error.kind == ErrorKind::InvalidFilter => return Err(error),
                Err(_) => {}
            }
        }
        Ok(())
    }

    fn targeted(&mut self, index: usize, op: Op, target: Target, value: Option<Json>, embedded: bool) {
        match (target, value) {
            (Target::Attribute(path), Some(Json::Object(members)))
                if path.attribute.role == Role::Extension && op != Op::Remove =>
            {
                // Every name is qualified with the extension's URN, so that it cannot be taken for another schema's.
                for (name, json) in members {
                    if let Ok(path) = path::lookup(self.kind, &format!("{}:{name}", path.attribute.name)) {
                        let target = self.whole(path);
                        self.read.push(Operation {
                            index,
                            op,
                            target,
                            value: Some(json),
                            embedded: true,
                            unmatched: Unmatched::Usual,
                        });
                    }
                }
            }
            (target, value) => {
                self.read.push(Operation { index, op, target, value, embedded, unmatched: Unmatched::Usual })
            }
        }
    }

    fn target(&self, text: &str) -> Result<Target, Error> {
        let parsed = filter::parse_path(text)?;
        let path = path::resolve(self.kind, &parsed.attribute, ErrorKind::InvalidPath)?;
        let Some(selection) = parsed.filter else { return Ok(self.whole(path)) };
        let attribute = path.attribute;
        let invalid = |detail| Error::new(ErrorKind::InvalidPath, detail);
        if !attribute.is_complex() && !attribute.multi_valued {
            return Err(invalid(format!("{} is no list and has no sub-attributes: use no [ ]", attribute.name)));
        }
        let sub = match parsed.sub {
            // The element of a simple list is its own value.
            Some(name) if !attribute.is_complex() && name.eq_ignore_ascii_case("value") => None,
            Some(name) => Some(path::sub_attribute(attribute, &name).map_err(invalid)?),
            None => None,
        };
        let mut seed = Vec::new();
        let seed = collect_seed(&selection, &mut seed).then_some(seed);
        let condition = filter::resolve_element(attribute, selection, self.types)?;
        Ok(Target::Values { path, condition, sub, seed })
    }

    /// A path without a filter: below a multi-valued attribute it means all the values.
    fn whole(&self, path: AttributePath) -> Target {
        let chain = path.chain(self.kind);
        let [.., parent, leaf] = chain.as_slice() else { return Target::Attribute(path) };
        if !parent.multi_valued {
            return Target::Attribute(path);
        }
        let mut steps = path.steps;
        let sub = steps.pop().map(|position| (position, *leaf));
        let path = AttributePath { steps, attribute: parent };
        Target::Values { path, condition: Condition::Constant(true), sub, seed: Some(Vec::new()) }
    }
}

/// Collects the equalities of a conjunction; false if the filter has anything else.
fn collect_seed(filter: &Filter, seed: &mut Vec<(String, Json)>) -> bool {
    match filter {
        Filter::And(filters) => filters.iter().all(|filter| collect_seed(filter, seed)),
        Filter::Compare { path, operator: Operator::Equal, value } => {
            let value = match value {
                Literal::Null => return false,
                Literal::Boolean(boolean) => Json::Boolean(*boolean),
                Literal::Number(number) => Json::Number(number.clone()),
                Literal::String(text) => Json::String(text.clone()),
            };
            let repeated = seed.iter().any(|(name, _)| name.eq_ignore_ascii_case(path));
            seed.push((path.clone(), value));
            !repeated
        }
        _ => false,
    }
}

/// A bare value of a complex attribute stands for its `value`.
pub fn wrapped(attribute: &Attribute, json: Json) -> Json {
    let bare = matches!(json, Json::String(_) | Json::Number(_) | Json::Boolean(_));
    match attribute.sub_attribute("value") {
        Some(_) if attribute.is_complex() && bare => Json::Object(vec![("value".to_owned(), json)]),
        _ => json,
    }
}
