//! Answers of the service as HTTP responses, and every response of each operation for the OpenAPI document.

use std::marker::PhantomData;

use poem::{
    IntoResponse, Response,
    http::{StatusCode, header},
};
use poem_openapi::{
    ApiResponse, Object,
    registry::{MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchemaRef, Registry},
    types::{ParseFromJSON, ToJSON, Type},
};

use crate::{scim::error::Error, service::answer::Answer};

use super::{
    envelope::error_response,
    payload::{JSON, SCIM_JSON},
};

/// The error body of RFC 7644 §3.12.
#[derive(Debug, Object)]
#[oai(rename = "Error")]
pub struct ErrorBody {
    /// `urn:ietf:params:scim:api:messages:2.0:Error`
    #[oai(validator(min_items = 1, pattern = "^urn:ietf:params:scim:api:messages:2\\.0:Error$"))]
    pub schemas: Vec<String>,
    /// The HTTP status, as a string.
    #[oai(validator(pattern = "^[45][0-9][0-9]$"))]
    pub status: String,
    /// The kind of error, where there is a keyword for it.
    #[oai(rename = "scimType")]
    pub scim_type: Option<String>,
    /// What is wrong, and what to do about it.
    pub detail: Option<String>,
}

/// A list of resources (RFC 7644 §3.4.2).
#[derive(Debug, Object)]
pub struct ListResponse<T: Type + ParseFromJSON + ToJSON> {
    /// `urn:ietf:params:scim:api:messages:2.0:ListResponse`
    #[oai(validator(min_items = 1, pattern = "^urn:ietf:params:scim:api:messages:2\\.0:ListResponse$"))]
    pub schemas: Vec<String>,
    /// How many resources match in all.
    #[oai(rename = "totalResults")]
    pub total_results: i64,
    /// The index of the first resource on this page, from 1; absent in a page by cursor.
    #[oai(rename = "startIndex")]
    pub start_index: Option<i64>,
    /// How many resources are on this page.
    #[oai(rename = "itemsPerPage")]
    pub items_per_page: i64,
    /// The cursor of the next page, unless this is the last (RFC 9865).
    #[oai(rename = "nextCursor")]
    pub next_cursor: Option<String>,
    /// The cursor of the page before, unless this is the first.
    #[oai(rename = "previousCursor")]
    pub previous_cursor: Option<String>,
    /// The resources.
    #[oai(rename = "Resources")]
    pub resources: Vec<T>,
}

/// What an operation answers when it succeeds.
pub trait Success {
    /// Whether it is about one resource, whose version and URL are in the headers then.
    const RESOURCE: bool;
    /// The successful statuses with their words; `true` for those with a body.
    const STATUSES: &'static [(u16, &'static str, bool)];
    /// The further statuses that fail.
    const FAILURES: &'static [(u16, &'static str)];
    /// What the body is.
    fn schema() -> MetaSchemaRef;
    /// Registers it.
    fn register(registry: &mut Registry);
}

/// A response, documented as a `D`.
pub struct Reply<D> {
    response: Response,
    _documented: PhantomData<fn() -> D>,
}

impl<D> From<Result<Answer, Error>> for Reply<D> {
    fn from(result: Result<Answer, Error>) -> Self {
        let response = match result {
            Ok(answer) => response(answer),
            Err(error) => error_response(&error),
        };
        Self { response, _documented: PhantomData }
    }
}

impl<D> IntoResponse for Reply<D> {
    fn into_response(self) -> Response {
        self.response
    }
}

fn response(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut builder = Response::builder().status(status);
    if let Some(etag) = answer.etag {
        builder = builder.header(header::ETAG, etag);
    }
    if let Some(location) = answer.location {
        // RFC 7643 §3.1 wants meta.location to be the Content-Location too.
        if answer.status == 200 || answer.status == 201 {
            builder = builder.header(header::CONTENT_LOCATION, &location);
        }
        builder = builder.header(header::LOCATION, location);
    }
    if let Some(remark) = answer.remark {
        builder = builder.extension(remark);
    }
    if answer.body.is_empty() {
        return builder.finish();
    }
    builder.content_type(SCIM_JSON).body(answer.body)
}

impl<D: Success> ApiResponse for Reply<D> {
    fn meta() -> MetaResponses {
        // RFC 7644 §3.8: plain JSON for who accepts that alone.
        let content = |schema: MetaSchemaRef| {
            let types = [SCIM_JSON, JSON];
            types.map(|content_type| MetaMediaType { content_type, schema: schema.clone() }).into()
        };
        let with_resource = D::STATUSES.iter().map(|(status, description, body)| MetaResponse {
            description,
            status: Some(*status),
            status_range: None,
            content: if *body { content(D::schema()) } else { Vec::new() },
            headers: if D::RESOURCE { resource_headers(*status) } else { Vec::new() },
        });
        let failures = D::FAILURES.iter().chain(FAILURES).map(|(status, description)| MetaResponse {
            description,
            status: Some(*status),
            status_range: None,
            content: content(ErrorBody::schema_ref()),
            headers: failure_headers(*status),
        });
        let mut responses: Vec<_> = with_resource.chain(failures).collect();
        responses.sort_by_key(|response| response.status);
        MetaResponses { responses }
    }

    fn register(registry: &mut Registry) {
        ErrorBody::register(registry);
        D::register(registry);
    }
}

/// What every operation may answer.
const FAILURES: &[(u16, &str)] = &[
    (400, "The request is not valid; `scimType` and `detail` say why"),
    (401, "There is no valid token"),
    (406, "None of the accepted media types can be given"),
    (429, "The organisation sends too many requests; try again later"),
    (500, "The server failed; its log has the reason"),
    (503, "The database is unavailable, or the server has too much to do; try again"),
];

/// What an operation on one resource may answer besides.
pub const MISSING: (u16, &str) = (404, "There is no such resource");
/// What a conditional write may answer besides.
pub const STALE: (u16, &str) = (412, "`If-Match` names another version");
/// What an operation with a body may answer besides.
pub const TAKEN: (u16, &str) = (409, "A unique value is in use already");
/// What an operation with a body may answer besides.
pub const TOO_LARGE: (u16, &str) = (413, "The body is too long");
/// What an operation with a body may answer besides.
pub const MEDIA_TYPE: (u16, &str) = (415, "The body is of a media type that is not accepted");

fn header_of(name: &str, description: &str) -> MetaHeader {
    MetaHeader {
        name: name.to_owned(),
        description: Some(description.to_owned()),
        required: true,
        deprecated: false,
        schema: String::schema_ref(),
    }
}

fn resource_headers(status: u16) -> Vec<MetaHeader> {
    let mut headers = vec![
        header_of("ETag", "The version, also `meta.version`"),
        header_of("Location", "The URL of the resource, also `meta.location`"),
    ];
    if status == 200 || status == 201 {
        headers.push(header_of("Content-Location", "The same URL: it is the resource that the body shows"));
    }
    headers
}

fn failure_headers(status: u16) -> Vec<MetaHeader> {
    match status {
        401 => vec![header_of("WWW-Authenticate", "The scheme to use")],
        429 | 503 => vec![header_of("Retry-After", "In how many seconds to try again")],
        _ => Vec::new(),
    }
}
