//! What is shown of the keys that sign access tokens.

use poem_openapi::Object;

use crate::{scim::render::instant_text, service::oauth::KeyState};

/// A key that signs access tokens, without its private part.
#[derive(Debug, Clone, Object)]
#[oai(rename = "SigningKey")]
pub struct SigningKeyDocument {
    /// Its id, as in the header of tokens and in the JWK set
    pub kid: String,
    /// `coming`: in the JWK set, and not signing yet; `signing`; or `leaving`: its last tokens are still good
    pub status: String,
    /// When it was made
    pub created: String,
    /// From when on it signs
    pub starts: String,
    /// When it leaves the JWK set, if that is known
    #[oai(skip_serializing_if_is_none)]
    pub leaves: Option<String>,
}

impl SigningKeyDocument {
    /// A key as it is shown.
    pub fn new(key: &KeyState) -> Self {
        Self {
            kid: key.kid.clone(),
            status: key.status.to_owned(),
            created: instant_text(key.created),
            starts: instant_text(key.starts),
            leaves: key.leaves.map(instant_text),
        }
    }
}
