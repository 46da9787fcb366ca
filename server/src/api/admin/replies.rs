//! Answers of the administration, and every one of each operation for the OpenAPI document.
//!
//! Errors have the body that SCIM's have (RFC 7644 §3.12), as plain JSON: a client of both reads one form.

use poem::{
    IntoResponse, Response,
    http::{StatusCode, header},
};
use poem_openapi::{
    ApiResponse,
    registry::{MetaHeader, MetaMediaType, MetaResponse, MetaResponses, Registry},
    types::{ToJSON, Type},
};

use crate::{
    api::{envelope::error_response, payload::JSON, replies::ErrorBody},
    scim::error::Error,
};

/// What an operation answers when it succeeds, and the further statuses that fail.
pub trait Success {
    /// The body, unless the status has none.
    type Body: Type + ToJSON;
    /// The status with its words.
    const STATUS: (u16, &'static str);
    /// The further statuses that fail.
    const FAILURES: &'static [(u16, &'static str)];
}

/// Declares what operations answer: `Name: Body, status, words, failures;`.
macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident: $body:ty, $status:expr, $words:expr, $failures:expr;)+) => {
        $($(#[$doc])* pub struct $name;

        impl $crate::api::admin::replies::Success for $name {
            type Body = $body;
            const STATUS: (u16, &'static str) = ($status, $words);
            const FAILURES: &'static [(u16, &'static str)] = $failures;
        })+
    };
}
pub(super) use answers;

/// What an operation on one thing may answer besides.
pub const MISSING: (u16, &str) = (404, "There is none of that id");
/// What an operation that gives an id may answer besides.
pub const TAKEN: (u16, &str) = (409, "The id is in use already");
/// What an operation with a body may answer besides.
pub const TOO_LARGE: (u16, &str) = (413, "The body is too long");
/// What an operation with a body may answer besides.
pub const MEDIA_TYPE: (u16, &str) = (415, "The body is not JSON by its media type");

/// What every operation may answer.
const FAILURES: &[(u16, &str)] = &[
    (400, "The request is not valid; `detail` says why"),
    (401, "There is no valid token of the administration"),
    (403, "The token has not the scope for it"),
    (500, "The server failed; its log has the reason"),
    (503, "The database is unavailable; try again"),
];

/// A response, documented as a `D`.
pub struct Reply<D: Success>(Result<(Option<D::Body>, Option<String>), Error>);

impl<D: Success> Reply<D> {
    /// One with a body, or the error.
    pub fn with(result: Result<D::Body, Error>) -> Self {
        Self(result.map(|body| (Some(body), None)))
    }

    /// One with a body and the URL of what was made, or the error.
    pub fn created(result: Result<(D::Body, String), Error>) -> Self {
        Self(result.map(|(body, location)| (Some(body), Some(location))))
    }

    /// One without a body, or the error.
    pub fn without_body(result: Result<(), Error>) -> Self {
        Self(result.map(|()| (None, None)))
    }
}

impl<D: Success> IntoResponse for Reply<D> {
    fn into_response(self) -> Response {
        let (body, location) = match self.0 {
            Ok(answer) => answer,
            Err(error) => return error_response(&error),
        };
        let status = StatusCode::from_u16(D::STATUS.0).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        // What is answered here may be a secret.
        let mut builder = Response::builder().status(status).header(header::CACHE_CONTROL, "no-store");
        if let Some(location) = location {
            builder = builder.header(header::LOCATION, location);
        }
        match body {
            Some(body) => builder.content_type(JSON).body(body.to_json_string()),
            None => builder.finish(),
        }
    }
}

impl<D: Success> ApiResponse for Reply<D> {
    fn meta() -> MetaResponses {
        let (status, description) = D::STATUS;
        let content = |schema| vec![MetaMediaType { content_type: JSON, schema }];
        let header_of = |name: &str, description: &str| MetaHeader {
            name: name.to_owned(),
            description: Some(description.to_owned()),
            required: true,
            deprecated: false,
            schema: String::schema_ref(),
        };
        let success = MetaResponse {
            description,
            status: Some(status),
            status_range: None,
            content: if status == 204 { Vec::new() } else { content(D::Body::schema_ref()) },
            headers: if status == 201 { vec![header_of("Location", "The URL of what was made")] } else { Vec::new() },
        };
        let failures = D::FAILURES.iter().chain(FAILURES).map(|(status, description)| MetaResponse {
            description,
            status: Some(*status),
            status_range: None,
            content: content(ErrorBody::schema_ref()),
            headers: match status {
                401 => vec![header_of("WWW-Authenticate", "The scheme to use")],
                503 => vec![header_of("Retry-After", "In how many seconds to try again")],
                _ => Vec::new(),
            },
        });
        let mut responses: Vec<_> = std::iter::once(success).chain(failures).collect();
        responses.sort_by_key(|response| response.status);
        MetaResponses { responses }
    }

    fn register(registry: &mut Registry) {
        ErrorBody::register(registry);
        D::Body::register(registry);
    }
}
