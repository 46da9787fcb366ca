//! Attributes that are stored as hashes only: Argon2id (RFC 7643 §4.1.1, §9.2).
//!
//! They live beside the document, in a JSON object of hashes by attribute name, and no representation ever sees them.

use argon2::{
    Argon2, PasswordHash, PasswordVerifier,
    password_hash::{PasswordHasher, SaltString},
};
use serde_json::{Map, Value as Json};

use crate::scim::{
    error::{Error, ErrorKind},
    key,
    schema::{ResourceType, Role},
    value::{Complex, Value},
};

use super::Service;

/// The positions of the hashed attributes of a resource type.
fn hashed(kind: &'static ResourceType) -> impl Iterator<Item = (usize, &'static str)> {
    kind.attributes
        .iter()
        .enumerate()
        .filter(|(_, attribute)| attribute.role == Role::Hashed)
        .map(|(position, attribute)| (position, attribute.name))
}

/// Puts the stored hashes into a resource, so that mutability and `required` see that there is a value.
pub fn load(kind: &'static ResourceType, secrets: Option<&str>, root: &mut Complex) {
    let Some(stored) = secrets.and_then(|text| serde_json::from_str::<Map<String, Json>>(text).ok()) else { return };
    for (position, name) in hashed(kind) {
        if let Some(hash) = stored.get(name).and_then(Json::as_str) {
            root.set(position, Value::Text(hash.to_owned()));
        }
    }
}

/// Takes the clear values out of a resource that a client sent.
pub fn take(kind: &'static ResourceType, root: &mut Complex) -> Vec<(usize, String)> {
    hashed(kind)
        .filter_map(|(position, _)| match root.remove(position) {
            Some(Value::Text(clear)) => Some((position, clear)),
            _ => None,
        })
        .collect()
}

/// The stored form of the hashes that a resource holds; takes them out of it.
pub fn store(kind: &'static ResourceType, root: &mut Complex) -> Option<String> {
    let mut stored = Map::new();
    for (position, name) in hashed(kind) {
        if let Some(Value::Text(hash)) = root.remove(position) {
            stored.insert(name.to_owned(), hash.into());
        }
    }
    (!stored.is_empty()).then(|| Json::from(stored).to_string())
}

impl Service {
    /// Replaces clear values by hashes; one that the old hash fits keeps it, so that setting it again changes nothing.
    pub async fn hash_secrets(
        &self,
        clear: Vec<(usize, String)>,
        old: Option<&Complex>,
        root: &mut Complex,
    ) -> Result<(), Error> {
        for (position, clear) in clear {
            let old = old.and_then(|old| old.get(position)).and_then(Value::as_text).map(str::to_owned);
            let hash = self.hash(clear, old).await?;
            root.set(position, Value::Text(hash));
        }
        Ok(())
    }

    /// The clear values among the hashed attributes of a patched resource: those that are not the old hash.
    pub async fn hash_changed(
        &self,
        kind: &'static ResourceType,
        old: &Complex,
        root: &mut Complex,
    ) -> Result<(), Error> {
        let clear: Vec<_> =
            take(kind, root).into_iter().map(|(position, text)| (position, text, old.get(position).cloned())).collect();
        for (position, text, before) in clear {
            let same = before.as_ref().and_then(Value::as_text) == Some(text.as_str());
            let hash = match before {
                Some(Value::Text(hash)) if same => hash,
                Some(Value::Text(hash)) => self.hash(text, Some(hash)).await?,
                _ => self.hash(text, None).await?,
            };
            root.set(position, Value::Text(hash));
        }
        Ok(())
    }

    async fn hash(&self, clear: String, old: Option<String>) -> Result<String, Error> {
        let failed =
            || Error::new(ErrorKind::Internal, "the value could not be hashed; the server's log has the reason");
        // Each hash takes 19 MiB and a core for a while: no more of them than cores.
        let _permit = self.hashing.acquire().await.map_err(|_| failed())?;
        tokio::task::spawn_blocking(move || {
            // OpaqueString (RFC 8265 §4.2): the composed form, with the case as it is.
            let clear = key::text(&clear, true, false);
            if let Some(old) = old
                && let Ok(parsed) = PasswordHash::new(&old)
                && Argon2::default().verify_password(clear.as_bytes(), &parsed).is_ok()
            {
                return Ok(old);
            }
            let mut salt = [0; 16];
            getrandom::fill(&mut salt).map_err(|error| error.to_string())?;
            let salt = SaltString::encode_b64(&salt).map_err(|error| error.to_string())?;
            let hash = Argon2::default().hash_password(clear.as_bytes(), &salt).map_err(|error| error.to_string())?;
            Ok(hash.to_string())
        })
        .await
        .map_err(|_| failed())?
        .map_err(|reason: String| {
            tracing::error!(reason, "a value could not be hashed");
            failed()
        })
    }
}
