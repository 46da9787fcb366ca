//! What a PUT puts in the place of a resource (RFC 7644 §3.5.1).

use crate::scim::{
    canonical::{self, Purpose},
    error::Error,
    quirks::{Quirk, body::Rewritten},
    schema::ResourceType,
    value::Complex,
};

use super::Caller;

/// A body that was read.
pub(super) struct Replacement {
    /// The canonical resource of the body.
    pub root: Complex,
    /// The positions of the attributes that keep their values, since the body does not name them.
    kept: Vec<usize>,
    /// What it sends as null though it could leave it out: see [`canonical::cleared`].
    pub cleared: Vec<u16>,
}

impl Replacement {
    /// Reads a body that was rewritten.
    pub fn read(kind: &'static ResourceType, body: Rewritten) -> Result<Self, Error> {
        let cleared = canonical::cleared(kind, &body.json);
        Ok(Self { root: canonical::resource(kind, body.json, Purpose::Replace)?, kept: body.kept, cleared })
    }

    /// The resource to be put in the place of another one, with what it keeps of that.
    pub fn over(&self, caller: &Caller, before: &Complex) -> Complex {
        let mut root = self.root.clone();
        for position in &self.kept {
            if let Some(value) = before.get(*position) {
                root.set(*position, value.clone());
                caller.fired.note(Quirk::OmittedKept);
            }
        }
        root
    }
}
