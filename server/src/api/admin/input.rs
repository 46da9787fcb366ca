//! Bodies of the administration: JSON objects whose members are exactly the documented ones.
//!
//! What a body may hold is asked of its OpenAPI schema, so that the document and the check are one. A misspelt member is
//! refused with the nearest name, instead of being without effect.

use poem::{Request, RequestBody};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef, Registry},
    types::ParseFromJSON,
};

use crate::{
    api::{
        envelope::failure,
        payload::{Body, JSON},
    },
    scim::{
        error::{Error, ErrorKind},
        json::{self, echo},
        path::nearest_name,
    },
};

/// A body, checked.
pub struct Input<T>(
    /// What it says.
    pub T,
);

impl<'a, T: ParseFromJSON> ApiExtractor<'a> for Input<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        let content = vec![MetaMediaType { content_type: JSON, schema: T::schema_ref() }];
        Some(MetaRequest { description: None, content, required: true })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let body = Body::<T>::from_request(request, body, options).await?;
        read(&body.bytes).map(Self).map_err(failure)
    }
}

/// Reads a `T`, or says which member is wrong.
fn read<T: ParseFromJSON>(bytes: &[u8]) -> Result<T, Error> {
    let invalid = |detail: String| Error::new(ErrorKind::InvalidValue, detail);
    // No member stands twice, whatever its case, and nothing is nested too deep.
    let given = json::parse(bytes)?;
    let json::Json::Object(members) = &given else {
        let detail = format!("the body must be an object, and is {}", given.type_name());
        return Err(Error::new(ErrorKind::InvalidSyntax, detail));
    };
    let mut registry = Registry::new();
    T::register(&mut registry);
    let schema = registry.schemas.get(T::name().as_ref());
    let known = schema.map(|schema| schema.properties.as_slice()).unwrap_or_default();
    for (name, value) in members {
        let Some((_, property)) = known.iter().find(|(known, _)| known == name) else {
            return Err(invalid(unknown(known, name)));
        };
        check(name, value, property)?;
    }
    for name in schema.iter().flat_map(|schema| &schema.required) {
        if !members.iter().any(|(member, value)| member == name && *value != json::Json::Null) {
            return Err(invalid(format!("{name}: it is required")));
        }
    }
    let value = serde_json::from_slice(bytes).map_err(|error| invalid(error.to_string()))?;
    T::parse_from_json(Some(value)).map_err(|error| invalid(error.into_message()))
}

fn unknown(known: &[(&'static str, MetaSchemaRef)], name: &str) -> String {
    let names = || known.iter().map(|(known, _)| *known);
    let remedy = match nearest_name(names(), name) {
        Some(nearest) => format!("did you mean {nearest:?}?"),
        None => format!("use {}", names().collect::<Vec<_>>().join(", ")),
    };
    format!("there is no member {}; {remedy}", echo(name))
}

fn check(name: &str, value: &json::Json, schema: &MetaSchemaRef) -> Result<(), Error> {
    let MetaSchemaRef::Inline(schema) = schema else { return Ok(()) };
    let MetaSchema { ty, nullable, enum_items, .. } = &**schema;
    let fits = match value {
        json::Json::Null => *nullable,
        json::Json::Boolean(_) => matches!(*ty, "boolean" | ""),
        json::Json::Number(number) => matches!(*ty, "number" | "") || *ty == "integer" && !number.is_f64(),
        json::Json::String(_) => matches!(*ty, "string" | ""),
        json::Json::Array(_) => matches!(*ty, "array" | ""),
        json::Json::Object(_) => matches!(*ty, "object" | ""),
    };
    let one_of = || enum_items.iter().filter_map(|item| item.as_str()).collect::<Vec<_>>().join(", ");
    if !fits {
        let article = if matches!(*ty, "array" | "object" | "integer") { "an" } else { "a" };
        let null = if *nullable { ", or null" } else { "" };
        let detail = format!("{name}: it must be {article} {ty}{null}, and is {}", value.type_name());
        return Err(Error::new(ErrorKind::InvalidValue, detail));
    }
    if let Some(text) = value.as_str()
        && !enum_items.is_empty()
        && !enum_items.iter().any(|item| item == text)
    {
        let detail = format!("{name}: {} is none of {}", echo(text), one_of());
        return Err(Error::new(ErrorKind::InvalidValue, detail));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use poem_openapi::{
        Object,
        types::{MaybeUndefined, ToJSON},
    };

    use super::*;

    #[derive(Debug, Object)]
    struct Thing {
        id: String,
        count: Option<i64>,
        #[oai(nullable)]
        name: MaybeUndefined<String>,
    }

    #[track_caller]
    fn refused(body: &str, words: &[&str]) {
        let error = read::<Thing>(body.as_bytes()).map(|thing| thing.to_json_string()).unwrap_err();
        for word in words {
            assert!(error.detail.contains(word), "{body}: {} has no {word:?}", error.detail);
        }
    }

    #[test]
    fn what_is_wrong_with_a_body_is_named() {
        refused(r#"{"id":"a","nme":"b"}"#, &["\"nme\"", "did you mean \"name\"?"]);
        refused(r#"{"ID":"a"}"#, &["\"ID\"", "\"id\""]);
        refused(r#"{"id":"a","colour":"b"}"#, &["\"colour\"", "id, count, name"]);
        refused(r#"{"id":5}"#, &["id: it must be a string, and is a number"]);
        refused(r#"{"id":"a","count":"5"}"#, &["count: it must be an integer, and is a string"]);
        refused(r#"{"id":"a","count":1.5}"#, &["count: it must be an integer, and is a number"]);
        refused(r#"{"id":"a","name":{}}"#, &["name: it must be a string, or null, and is an object"]);
        refused(r#"{"count":5}"#, &["id: it is required"]);
        refused(r#"{"id":null}"#, &["id: it must be a string, and is null"]);
        refused(r#"{"id":"a","id":"b"}"#, &["id"]);
        refused("[]", &["an object", "an array"]);
        refused("{", &["JSON"]);
        refused("", &["JSON"]);
    }

    #[test]
    fn a_null_is_told_from_what_is_left_out() {
        assert!(read::<Thing>(br#"{"id":"a"}"#).unwrap().name.is_undefined());
        assert!(read::<Thing>(br#"{"id":"a","name":null}"#).unwrap().name.is_null());
        assert_eq!(read::<Thing>(br#"{"id":"a","name":"b"}"#).unwrap().name.value().unwrap(), "b");
    }
}
