//! Turns SCIM schema documents (RFC 7643 §6, §7) into the Rust that scimd is built around.
//!
//! A pure function from text to text: it reads no file, no environment and no clock, so that the same documents
//! always give the same code.

mod check;
mod declaration;
mod emit;
mod fault;
mod ident;
mod lower;
mod model;
mod read;

pub use fault::{Fault, Faults};

/// A document as the caller found it.
#[derive(Debug, Clone)]
pub struct Document {
    /// The name that faults show.
    pub file: String,
    /// The JSON text.
    pub text: String,
}

/// The generated Rust, one file a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The metadata and the typed structs of the protocol layer.
    pub scim: String,
    /// The entities, the tables and the encoders of the store layer.
    pub store: String,
    /// The OpenAPI types and the endpoints of the API layer.
    pub api: String,
}

/// Generates the code of every resource type in `resource_types`, over the schemas in `schemas`.
pub fn generate(schemas: &[Document], resource_types: &[Document]) -> Result<Generated, Faults> {
    let documents = read::read(schemas, resource_types)?;
    let declarations = check::check(&documents)?;
    let model = lower::lower(declarations);
    Ok(emit::emit(&model))
}
