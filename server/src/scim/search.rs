//! A search by POST (RFC 7644 §3.4.3): the parameters of a list in a body, so that they stay out of URLs and logs.

use super::error::{Error, ErrorKind};
use super::filter::{self, Filter};
use super::json::Json;

/// The URN of the message.
pub const SEARCH_REQUEST: &str = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

/// A search as the body gives it. What is null counts as left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchRequest {
    /// `attributes`
    pub attributes: Option<Vec<String>>,
    /// `excludedAttributes`
    pub excluded_attributes: Option<Vec<String>>,
    /// `filter`
    pub filter: Option<String>,
    /// `sortBy`
    pub sort_by: Option<String>,
    /// `sortOrder`
    pub sort_order: Option<String>,
    /// `startIndex`
    pub start_index: Option<i64>,
    /// `count`
    pub count: Option<i64>,
    /// `cursor` (RFC 9865 §3)
    pub cursor: Option<String>,
}

/// Reads a search request.
pub fn parse(json: Json) -> Result<SearchRequest, Error> {
    let Json::Object(members) = json else {
        return Err(syntax(format!("the body must be an object, not {}", json.type_name())));
    };
    // In a page by cursor a bad count has an error of its own (RFC 9865 §2.1).
    let by_cursor = members.iter().any(|(name, value)| name.eq_ignore_ascii_case("cursor") && *value != Json::Null);
    let bad_count = if by_cursor { ErrorKind::InvalidCount } else { ErrorKind::InvalidSyntax };
    let mut request = SearchRequest::default();
    let mut named = false;
    for (name, value) in members {
        match name.to_ascii_lowercase().as_str() {
            "schemas" => {
                let mut urns = value.as_array().unwrap_or_default().iter().filter_map(Json::as_str);
                named = urns.any(|urn| urn.eq_ignore_ascii_case(SEARCH_REQUEST));
            }
            _ if value == Json::Null => {}
            "attributes" => request.attributes = Some(names("attributes", value)?),
            "excludedattributes" => request.excluded_attributes = Some(names("excludedAttributes", value)?),
            "filter" => request.filter = Some(text("filter", value)?),
            "sortby" => request.sort_by = Some(text("sortBy", value)?),
            "sortorder" => request.sort_order = Some(text("sortOrder", value)?),
            "startindex" => request.start_index = Some(integer("startIndex", ErrorKind::InvalidSyntax, &value)?),
            "count" => request.count = Some(integer("count", bad_count, &value)?),
            "cursor" => request.cursor = Some(text("cursor", value)?),
            _ => {}
        }
    }
    if named { Ok(request) } else { Err(syntax(format!("schemas must be an array with \"{SEARCH_REQUEST}\""))) }
}

/// The filter of a search by one attribute and its value, `{"attribute": "userName", "value": "bjensen"}`: what servers had
/// before RFC 7644, at `POST /Users/Search`.
pub fn attribute_filter(json: Json) -> Result<String, Error> {
    let Json::Object(members) = json else {
        return Err(syntax(format!("the body must be an object, not {}", json.type_name())));
    };
    let (mut attribute, mut literal) = (None, None);
    for (name, value) in members {
        match (name.to_ascii_lowercase().as_str(), value) {
            ("attribute", value) => attribute = Some(text("attribute", value)?),
            ("value", Json::String(text)) => literal = Some(serde_json::Value::from(text).to_string()),
            ("value", Json::Boolean(value)) => literal = Some(value.to_string()),
            ("value", other) => {
                return Err(syntax(format!("value must be a string or a boolean, not {}", other.type_name())));
            }
            _ => {}
        }
    }
    let (Some(attribute), Some(literal)) = (attribute, literal) else {
        return Err(syntax(
            "the body must have an attribute and a value, and filters are better: use .search".to_owned(),
        ));
    };
    let filter = format!("{attribute} eq {literal}");
    match filter::parse(&filter)? {
        Filter::Compare { path, .. } if path == attribute => Ok(filter),
        _ => Err(Error::new(ErrorKind::InvalidFilter, "attribute must be the name of one attribute, such as userName")),
    }
}

fn syntax(detail: String) -> Error {
    Error::new(ErrorKind::InvalidSyntax, detail)
}

fn text(name: &str, value: Json) -> Result<String, Error> {
    match value {
        Json::String(text) => Ok(text),
        other => Err(syntax(format!("{name} must be a string, not {}", other.type_name()))),
    }
}

fn integer(name: &str, kind: ErrorKind, value: &Json) -> Result<i64, Error> {
    let number = if let Json::Number(number) = value { number.as_i64() } else { None };
    number.ok_or_else(|| Error::new(kind, format!("{name} must be an integer of at most 64 bits, without quotes")))
}

fn names(name: &str, value: Json) -> Result<Vec<String>, Error> {
    match value {
        Json::Array(names) => names.into_iter().map(|value| text(name, value)).collect(),
        other => Err(syntax(format!("{name} must be an array of strings, not {}", other.type_name()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::json;

    fn read(body: &str) -> Result<SearchRequest, Error> {
        parse(json::parse(body.replace("URN", SEARCH_REQUEST).as_bytes()).unwrap())
    }

    #[test]
    fn a_search_by_attribute_is_the_filter_that_compares_it() {
        let read = |body: &str| attribute_filter(json::parse(body.as_bytes()).unwrap());
        assert_eq!(read(r#"{"attribute":"userName","value":"a\"b"}"#).unwrap(), r#"userName eq "a\"b""#);
        assert_eq!(read(r#"{"Attribute":"emails.value","VALUE":"x"}"#).unwrap(), r#"emails.value eq "x""#);
        assert_eq!(read(r#"{"attribute":"active","value":true}"#).unwrap(), "active eq true");
        for wrong in [
            r#"{"attribute":"userName pr or userName","value":"x"}"#,
            r#"{"attribute":"not (userName","value":"x"}"#,
            r#"{"attribute":"emails[type","value":"x"}"#,
            r#"{"attribute":"","value":"x"}"#,
            r#"{"attribute":"userName"}"#,
            r#"{"value":"x"}"#,
            r#"{"attribute":1,"value":"x"}"#,
            r#"{"attribute":"userName","value":1}"#,
            "[]",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    /// 7644-3.4.3-03, 7644-3.4.3-05, 7644-3.4.3-08
    #[test]
    fn every_parameter_is_read_whatever_the_case_of_its_name() {
        let request = read(
            r#"{"Schemas":["URN"],"attributes":["userName"],"EXCLUDEDATTRIBUTES":[],"filter":"title pr","sortBy":"title",
                "sortOrder":"descending","startIndex":2,"count":-1,"cursor":"","other":1}"#,
        );
        let expected = SearchRequest {
            attributes: Some(vec!["userName".to_owned()]),
            excluded_attributes: Some(Vec::new()),
            filter: Some("title pr".to_owned()),
            sort_by: Some("title".to_owned()),
            sort_order: Some("descending".to_owned()),
            start_index: Some(2),
            count: Some(-1),
            cursor: Some(String::new()),
        };
        assert_eq!(request.unwrap(), expected);
        assert_eq!(read(r#"{"schemas":["URN"],"filter":null,"count":null}"#).unwrap(), SearchRequest::default());
    }

    /// 7644-3.4.3-04, 7644-3.4.3-16
    #[test]
    fn a_body_of_another_shape_is_refused_with_the_name_of_the_parameter() {
        for (body, word) in [
            ("[]", "object"),
            ("{}", "schemas"),
            (r#"{"schemas":"URN"}"#, "schemas"),
            (r#"{"schemas":["urn:x"]}"#, "schemas"),
            (r#"{"schemas":["URN"],"attributes":"userName"}"#, "attributes"),
            (r#"{"schemas":["URN"],"excludedAttributes":[1]}"#, "excludedAttributes"),
            (r#"{"schemas":["URN"],"filter":1}"#, "filter"),
            (r#"{"schemas":["URN"],"startIndex":"1"}"#, "startIndex"),
            (r#"{"schemas":["URN"],"count":1.5}"#, "count"),
        ] {
            let error = read(body).unwrap_err();
            assert!(error.kind == ErrorKind::InvalidSyntax && error.detail.contains(word), "{body}: {error:?}");
        }
    }
}
