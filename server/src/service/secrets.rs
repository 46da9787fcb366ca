//! Attributes that are never returned (RFC 7643 §7): those declared `hashed` as Argon2id hashes (§4.1.1, §9.2), others
//! as they are.
//!
//! They live beside the document, in a JSON object by attribute name, and no representation ever sees them.

use argon2::{
    Argon2, PasswordHash, PasswordVerifier,
    password_hash::{PasswordHasher, SaltString},
};
use serde_json::{Map, Value as Json};

use crate::scim::{
    canonical,
    error::{Error, ErrorKind},
    json, key,
    schema::{Attribute, ResourceType, Returned, Role},
    value::{Complex, Value},
};

use super::Service;

/// The positions of the hashed attributes of a resource type.
fn hashed(kind: &'static ResourceType) -> impl Iterator<Item = usize> {
    kept_apart(kind).filter(|(_, attribute)| attribute.role == Role::Hashed).map(|(position, _)| position)
}

/// The attributes that are kept beside the document.
fn kept_apart(kind: &'static ResourceType) -> impl Iterator<Item = (usize, &'static Attribute)> {
    let apart = |attribute: &Attribute| attribute.role == Role::Hashed || attribute.returned == Returned::Never;
    kind.attributes.iter().enumerate().filter(move |(_, attribute)| apart(attribute))
}

/// Puts the stored values into a resource, so that mutability and `required` see that there is a value.
pub fn load(kind: &'static ResourceType, secrets: Option<&str>, root: &mut Complex) {
    let Some(stored) = secrets.and_then(|text| serde_json::from_str::<Map<String, Json>>(text).ok()) else { return };
    for (position, attribute) in kept_apart(kind) {
        let Some(value) = stored.get(attribute.name) else { continue };
        let value = match (attribute.role, value.as_str()) {
            (Role::Hashed, Some(hash)) => Some(Value::Text(hash.to_owned())),
            _ => json::parse(value.to_string().as_bytes())
                .and_then(|value| canonical::value(attribute, value, attribute.name))
                .unwrap_or_default(),
        };
        if let Some(value) = value {
            root.set(position, value);
        }
    }
}

/// Takes the clear values out of a resource that a client sent.
pub fn take(kind: &'static ResourceType, root: &mut Complex) -> Vec<(usize, String)> {
    hashed(kind)
        .filter_map(|position| match root.remove(position) {
            Some(Value::Text(clear)) => Some((position, clear)),
            _ => None,
        })
        .collect()
}

/// The stored form of what is kept apart, in a resource whose secrets are hashed already; takes it out.
pub fn store(kind: &'static ResourceType, root: &mut Complex) -> Option<String> {
    let mut stored = Map::new();
    for (position, attribute) in kept_apart(kind) {
        if let Some(value) = root.remove(position) {
            stored.insert(attribute.name.to_owned(), plain(attribute, &value));
        }
    }
    (!stored.is_empty()).then(|| Json::from(stored).to_string())
}

/// A canonical value as JSON, whatever is returned of it.
fn plain(attribute: &Attribute, value: &Value) -> Json {
    match value {
        Value::Boolean(value) => (*value).into(),
        Value::Integer(value) => (*value).into(),
        Value::Decimal(value) => (*value).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(values) => values.iter().map(|value| plain(attribute, value)).collect(),
        Value::Complex(complex) => complex
            .attributes(attribute.sub_attributes)
            .map(|(sub, value)| (sub.name.to_owned(), plain(sub, value)))
            .collect::<Map<_, _>>()
            .into(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::schema::{DataType, Mutability, Uniqueness};

    const PLAIN: Attribute = Attribute {
        number: 0,
        name: "question",
        schema: "urn:x",
        description: "",
        data_type: DataType::String,
        multi_valued: false,
        required: false,
        canonical_values: &[],
        case_exact: false,
        mutability: Mutability::WriteOnly,
        returned: Returned::Never,
        uniqueness: Uniqueness::None,
        reference_types: &[],
        sub_attributes: &[],
        role: Role::Plain,
        indexed: false,
        rules: None,
    };

    static TYPE: ResourceType = ResourceType {
        name: "Thing",
        endpoint: "/Things",
        description: "",
        schema: "urn:x",
        extensions: &[],
        attributes: &[
            Attribute { name: "password", role: Role::Hashed, ..PLAIN },
            Attribute {
                number: 1,
                name: "answers",
                data_type: DataType::Complex,
                multi_valued: true,
                sub_attributes: &[
                    Attribute { number: 2, ..PLAIN },
                    Attribute { number: 3, name: "strength", data_type: DataType::Integer, ..PLAIN },
                ],
                ..PLAIN
            },
            Attribute { number: 4, name: "shown", returned: Returned::Default, ..PLAIN },
        ],
        attribute_count: 5,
        relations: &[],
        back_references: &[],
        always_project: false,
        has_defaults: false,
        document: "{}",
        example: "{}",
    };

    /// 7643-7-22
    #[test]
    fn what_is_never_returned_is_kept_apart_and_comes_back_whole() {
        let mut answer = Complex::default();
        answer.set(0, Value::Text("pet's \"name\"".to_owned()));
        answer.set(1, Value::Integer(7));
        let mut root = Complex::default();
        root.set(0, Value::Text("$argon2id$…".to_owned()));
        root.set(1, Value::List(vec![Value::Complex(answer)]));
        root.set(2, Value::Text("seen".to_owned()));
        let before = root.clone();
        let stored = store(&TYPE, &mut root);
        assert_eq!(root.iter().map(|(position, _)| position).collect::<Vec<_>>(), [2]);
        load(&TYPE, stored.as_deref(), &mut root);
        assert_eq!(root, before);
    }
}
