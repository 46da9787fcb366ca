//! Turns SCIM schema documents (RFC 7643 §6, §7) into the Rust that scimd is built around.
//!
//! A pure function from text to text: it reads no file, no environment and no clock, so that the same documents
//! always give the same code.

mod check;
mod declaration;
mod diff;
mod emit;
mod explain;
mod fault;
mod ident;
mod locate;
mod lower;
mod model;
mod read;
mod reference;
mod sources;
mod starter;

pub use diff::{Change, Verdict, diff};
pub use explain::{USE, explain, unused};
pub use fault::{Fault, Faults, did_you_mean};
pub use sources::{Document, Sources};
pub use starter::{Kind, starter};

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

/// Whether the documents are without fault; if not, everything that is wrong with them.
pub fn check(sources: &Sources) -> Result<(), Faults> {
    model(sources).map(|_| ())
}

/// Generates the code of every resource type that is declared.
pub fn generate(sources: &Sources) -> Result<Generated, Faults> {
    Ok(emit::emit(&model(sources)?))
}

/// Everything but the printing.
fn model(sources: &Sources) -> Result<model::Model, Faults> {
    let read = || {
        let mut faults = Faults::knowing(sources.packs());
        let documents = read::read(sources, &mut faults);
        let declarations = check::check(&documents, faults)?;
        let files: Vec<String> = declarations.resource_types.iter().map(|declared| declared.file.clone()).collect();
        let model = lower::lower(declarations);
        check::room::check(&model, &files)?;
        Ok(model)
    };
    read().map_err(|faults: Faults| faults.located(sources))
}
