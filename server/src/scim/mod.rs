//! The protocol, without I/O (RFC 7643, RFC 7644): schemas, values, filters, PATCH, projection.

pub mod bulk;
pub mod canonical;
pub mod error;
pub mod filter;
#[cfg(test)]
pub mod fixture;
pub mod generated;
pub mod json;
pub mod key;
pub mod limits;
pub mod patch;
pub mod path;
pub mod projection;
pub mod quirks;
pub mod redact;
pub mod render;
pub mod schema;
pub mod search;
pub mod value;
pub mod version;
