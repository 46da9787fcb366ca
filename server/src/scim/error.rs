//! The one error type, and the SCIM error body (RFC 7644 §3.12, RFC 9865 §2.1).
//!
//! `detail` is for the client: it names the attribute, path or position and the remedy, and never holds a secret, SQL or
//! another organisation's data. What an operator needs beyond it goes to the log.

use std::fmt;

/// What went wrong, which fixes the HTTP status and `scimType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// 400 `invalidFilter`
    InvalidFilter,
    /// 400 `tooMany`
    TooMany,
    /// 409 `uniqueness`
    Uniqueness,
    /// 400 `mutability`
    Mutability,
    /// 400 `invalidSyntax`
    InvalidSyntax,
    /// 400 `invalidPath`
    InvalidPath,
    /// 400 `noTarget`
    NoTarget,
    /// 400 `invalidValue`
    InvalidValue,
    /// 400 `invalidCursor` (RFC 9865 §2.1)
    InvalidCursor,
    /// 400 `expiredCursor`
    ExpiredCursor,
    /// 400 `invalidCount`
    InvalidCount,
    /// 401: there is no credential
    Unauthenticated,
    /// 401: the credential is none, or no longer
    Unauthorized,
    /// 403
    Forbidden,
    /// 403: the credential is good, and has no right to this (RFC 6750 §3.1)
    InsufficientScope,
    /// 404
    NotFound,
    /// 405
    MethodNotAllowed,
    /// 406
    NotAcceptable,
    /// 409 without a scimType: the resource kept changing under the request
    Conflict,
    /// 412
    PreconditionFailed,
    /// 413
    TooLarge,
    /// 415
    UnsupportedMediaType,
    /// 429: more requests than are let in; again after so many seconds
    TooManyRequests(u32),
    /// 500
    Internal,
    /// 501
    NotImplemented,
    /// 503
    Unavailable,
}

/// An error with its words for the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What went wrong.
    pub kind: ErrorKind,
    /// What the client is told.
    pub detail: String,
}

impl ErrorKind {
    /// The HTTP status (RFC 7644 Table 8).
    pub fn status(self) -> u16 {
        match self {
            Self::InvalidFilter
            | Self::TooMany
            | Self::Mutability
            | Self::InvalidSyntax
            | Self::InvalidPath
            | Self::NoTarget
            | Self::InvalidValue
            | Self::InvalidCursor
            | Self::ExpiredCursor
            | Self::InvalidCount => 400,
            Self::Unauthenticated | Self::Unauthorized => 401,
            Self::Forbidden | Self::InsufficientScope => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::NotAcceptable => 406,
            Self::Uniqueness | Self::Conflict => 409,
            Self::PreconditionFailed => 412,
            Self::TooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::TooManyRequests(_) => 429,
            Self::Internal => 500,
            Self::NotImplemented => 501,
            Self::Unavailable => 503,
        }
    }

    /// The `scimType` (RFC 7644 Table 9, RFC 9865 §2.1), for the kinds that have one.
    pub fn scim_type(self) -> Option<&'static str> {
        Some(match self {
            Self::InvalidFilter => "invalidFilter",
            Self::TooMany => "tooMany",
            Self::Uniqueness => "uniqueness",
            Self::Mutability => "mutability",
            Self::InvalidSyntax => "invalidSyntax",
            Self::InvalidPath => "invalidPath",
            Self::NoTarget => "noTarget",
            Self::InvalidValue => "invalidValue",
            Self::InvalidCursor => "invalidCursor",
            Self::ExpiredCursor => "expiredCursor",
            Self::InvalidCount => "invalidCount",
            _ => return None,
        })
    }
}

impl Error {
    /// An error of that kind.
    pub fn new(kind: ErrorKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }

    /// The error body of RFC 7644 §3.12.
    pub fn body(&self) -> String {
        body(self.kind.status(), self.kind.scim_type(), &self.detail)
    }
}

/// The error body of RFC 7644 §3.12 for any status.
pub fn body(status: u16, scim_type: Option<&str>, detail: &str) -> String {
    let mut out = String::with_capacity(96 + detail.len());
    out.push_str(r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":""#);
    out.push_str(&status.to_string());
    out.push('"');
    if let Some(scim_type) = scim_type {
        out.push_str(r#","scimType":""#);
        out.push_str(scim_type);
        out.push('"');
    }
    out.push_str(r#","detail":"#);
    out.push_str(&serde_json::Value::from(detail).to_string());
    out.push('}');
    out
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl std::error::Error for Error {}
