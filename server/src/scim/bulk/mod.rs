//! Bulk requests (RFC 7644 §3.7): [`parse()`] reads one, [`references`] finds and replaces the bulkIds in it, and
//! [`order::units`] says in which order its operations can be carried out.

pub mod order;
pub mod references;

use uuid::Uuid;

use super::error::{Error, ErrorKind};
use super::json::{Json, echo};
use super::limits::BULK_OPERATIONS;
use super::schema::ResourceType;

/// The URN of the request.
pub const BULK_REQUEST: &str = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
/// The URN of the response.
pub const BULK_RESPONSE: &str = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

/// Finds the resource type of an endpoint: `/Users`.
pub type TypeOf = fn(&str) -> Option<&'static ResourceType>;

/// A bulk request.
#[derive(Debug, Clone)]
pub struct BulkRequest {
    /// After how many errors to stop.
    pub fail_on_errors: Option<usize>,
    /// The operations, in order.
    pub operations: Vec<Operation>,
}

/// One operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The method, if it is one.
    pub method: Option<Method>,
    /// The client's name for it.
    pub bulk_id: Option<String>,
    /// The type and id of the resource that its path names, also where the rest of it is wrong.
    pub resource: Option<(&'static ResourceType, String)>,
    /// What it asks for, or why it cannot be asked for.
    pub request: Result<Request, Error>,
}

/// What an operation asks for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The resource type.
    pub kind: &'static ResourceType,
    /// The resource.
    pub target: Target,
    /// The version that the change is for, as `If-Match` has it.
    pub version: Option<String>,
    /// The body; null for a DELETE.
    pub data: Json,
}

/// The resource of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// One to be created.
    New,
    /// The one with that id.
    Id(String),
    /// The one that the operation of that bulkId creates.
    BulkId(String),
}

/// The methods that a bulk operation may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Creates a resource.
    Post,
    /// Replaces one.
    Put,
    /// Changes one.
    Patch,
    /// Deletes one.
    Delete,
}

/// A resource that an operation of the same request creates.
#[derive(Debug, Clone, Copy)]
pub struct Created {
    /// Its type.
    pub kind: &'static ResourceType,
    /// Its id, chosen before anything is written.
    pub id: Uuid,
}

impl Method {
    const NAMES: [(&'static str, Self); 4] =
        [("POST", Self::Post), ("PUT", Self::Put), ("PATCH", Self::Patch), ("DELETE", Self::Delete)];

    /// The method's name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, method)| *method == self).map_or("", |(name, _)| name)
    }

    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, method)| *method)
    }
}

/// Reads a bulk request. What is wrong with one operation is an error of that operation alone.
pub fn parse(json: Json, types: TypeOf) -> Result<BulkRequest, Error> {
    let Json::Object(members) = json else {
        return Err(syntax(format!("the body must be an object, not {}", json.type_name())));
    };
    let (mut named, mut fail_on_errors, mut operations) = (false, None, Json::Null);
    for (name, value) in members {
        match name.to_ascii_lowercase().as_str() {
            "schemas" => {
                let mut urns = value.as_array().unwrap_or_default().iter().filter_map(Json::as_str);
                named = urns.any(|urn| urn.eq_ignore_ascii_case(BULK_REQUEST));
            }
            "failonerrors" => fail_on_errors = limit(&value)?,
            "operations" => operations = value,
            _ => {}
        }
    }
    if !named {
        return Err(syntax(format!("schemas must be an array with \"{BULK_REQUEST}\"")));
    }
    let operations = match operations {
        Json::Array(operations) if !operations.is_empty() => operations,
        _ => return Err(syntax("Operations must be an array of one or more operations".to_owned())),
    };
    if operations.len() > BULK_OPERATIONS {
        let detail = format!(
            "{} operations are more than maxOperations ({BULK_OPERATIONS}); send them in several requests",
            operations.len()
        );
        return Err(Error::new(ErrorKind::TooLarge, detail));
    }
    let operations: Vec<Operation> = operations.into_iter().map(|json| operation(json, types)).collect();
    check_bulk_ids(&operations)?;
    Ok(BulkRequest { fail_on_errors, operations })
}

fn syntax(detail: String) -> Error {
    Error::new(ErrorKind::InvalidSyntax, detail)
}

fn limit(value: &Json) -> Result<Option<usize>, Error> {
    let number = match value {
        Json::Null => return Ok(None),
        Json::Number(number) => number.as_u64().filter(|number| *number > 0),
        _ => None,
    };
    match number {
        Some(number) => Ok(Some(usize::try_from(number).unwrap_or(usize::MAX))),
        None => Err(syntax("failOnErrors must be an integer of 1 or more".to_owned())),
    }
}

/// Two operations of one bulkId would make every reference to it ambiguous.
fn check_bulk_ids(operations: &[Operation]) -> Result<(), Error> {
    let mut seen = std::collections::HashSet::new();
    match operations.iter().filter_map(|operation| operation.bulk_id.as_deref()).find(|id| !seen.insert(*id)) {
        Some(id) => Err(syntax(format!("the bulkId {} stands in two operations; give each its own", echo(id)))),
        None => Ok(()),
    }
}

fn operation(json: Json, types: TypeOf) -> Operation {
    let mut read = Operation { method: None, bulk_id: None, resource: None, request: Err(syntax(String::new())) };
    let Json::Object(members) = json else {
        read.request = Err(syntax(format!("an operation must be an object, not {}", json.type_name())));
        return read;
    };
    let (mut method, mut path, mut version, mut data) = (None, None, Ok(None), Json::Null);
    let mut bulk_id = Ok(None);
    for (name, value) in members {
        match name.to_ascii_lowercase().as_str() {
            "method" => method = value.as_str().map(str::to_owned),
            "bulkid" => bulk_id = text("bulkId", value),
            "path" => path = value.as_str().map(str::to_owned),
            "version" => version = text("version", value),
            "data" => data = value,
            _ => {}
        }
    }
    read.method = method.as_deref().and_then(Method::named);
    read.bulk_id = bulk_id.as_ref().ok().cloned().flatten();
    let method = read.method.ok_or_else(|| syntax("method must be POST, PUT, PATCH or DELETE".to_owned()));
    let path = path.ok_or_else(|| syntax("path must be a string such as \"/Users\"".to_owned()));
    let resource = method.as_ref().ok().zip(path.as_ref().ok()).map(|(method, path)| resource(path, *method, types));
    if let Some(Ok((kind, Target::Id(id)))) = &resource {
        read.resource = Some((kind, id.clone()));
    }
    read.request = (|| {
        bulk_id?;
        let (version, method, _) = (version?, method?, path?);
        let (kind, target) = resource.unwrap_or_else(|| Err(syntax("path is missing".to_owned())))?;
        if method == Method::Post && read.bulk_id.is_none() {
            return Err(syntax("a POST needs a bulkId, by which its result is known".to_owned()));
        }
        if method != Method::Delete && !matches!(data, Json::Object(_)) {
            return Err(syntax(format!("data must be an object, the body of the {}", method.name())));
        }
        Ok(Request { kind, target, version, data })
    })();
    read
}

fn text(name: &str, value: Json) -> Result<Option<String>, Error> {
    match value {
        Json::Null => Ok(None),
        Json::String(text) if !text.is_empty() => Ok(Some(text)),
        _ => Err(syntax(format!("{name} must be a string that is not empty"))),
    }
}

/// The type and the resource of a path: `/Users` for a POST, else `/Users/{id}` or `/Users/bulkId:{bulkId}`.
fn resource(path: &str, method: Method, types: TypeOf) -> Result<(&'static ResourceType, Target), Error> {
    let invalid = |remedy: &str| {
        let detail = format!("path {}: {remedy}", echo(path));
        Error::new(ErrorKind::InvalidPath, detail)
    };
    let Some(rest) = path.strip_prefix('/') else { return Err(invalid("begin it with a slash")) };
    let (endpoint, id) = match rest.split_once('/') {
        Some((endpoint, id)) => (endpoint, Some(id)),
        None => (rest, None),
    };
    let kind = types(&format!("/{endpoint}")).ok_or_else(|| {
        let detail = format!("path {}: there is no resource type at this endpoint", echo(path));
        Error::new(ErrorKind::NotFound, detail)
    })?;
    let target = match (method, id) {
        (Method::Post, None) => Target::New,
        (Method::Post, Some(_)) => return Err(invalid("a POST goes to the endpoint of the type, without an id")),
        (_, Some(id)) if !id.is_empty() && !id.contains(['/', '?', '#']) => match id.strip_prefix(references::PREFIX) {
            Some(bulk_id) => Target::BulkId(bulk_id.to_owned()),
            None => Target::Id(id.to_owned()),
        },
        _ => return Err(invalid("name one resource, such as \"/Users/2819c223\", without a query")),
    };
    Ok((kind, target))
}

#[cfg(test)]
mod tests;
