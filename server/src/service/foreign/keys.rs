//! The public keys of authorisation servers (RFC 7517): read, kept for some minutes, read again when a token names another.
//!
//! Between two readings lies a floor, whatever tokens name, and requests at the same time share one reading. When the
//! server cannot be reached, the known keys go on for a bounded time.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, RwLock},
};

use jsonwebtoken::DecodingKey;
use serde_json::Value;
use tokio::sync::OwnedMutexGuard;

use crate::{scim::limits, service::settings::authorization::Algorithm};

const SECOND: i64 = 1_000_000;
/// The most sources of keys known at a time.
const SOURCES: usize = 1_000;

/// What a key can verify.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Rsa,
    P256,
    P384,
    Ed25519,
}

struct Key {
    id: Option<String>,
    family: Family,
    /// The only algorithm that it is for, if it says so.
    algorithm: Option<String>,
    key: DecodingKey,
}

/// A JWK set: its keys for signatures. The others are left out.
pub struct Keys(Vec<Key>);

impl Algorithm {
    fn family(self) -> Family {
        match self {
            Self::RS256 | Self::RS384 | Self::RS512 | Self::PS256 | Self::PS384 | Self::PS512 => Family::Rsa,
            Self::ES256 => Family::P256,
            Self::ES384 => Family::P384,
            Self::EdDSA => Family::Ed25519,
        }
    }

    /// Its name in a header.
    pub fn name(self) -> &'static str {
        match self {
            Self::RS256 => "RS256",
            Self::RS384 => "RS384",
            Self::RS512 => "RS512",
            Self::PS256 => "PS256",
            Self::PS384 => "PS384",
            Self::PS512 => "PS512",
            Self::ES256 => "ES256",
            Self::ES384 => "ES384",
            Self::EdDSA => "EdDSA",
        }
    }

    fn verifier(self) -> jsonwebtoken::Algorithm {
        match self {
            Self::RS256 => jsonwebtoken::Algorithm::RS256,
            Self::RS384 => jsonwebtoken::Algorithm::RS384,
            Self::RS512 => jsonwebtoken::Algorithm::RS512,
            Self::PS256 => jsonwebtoken::Algorithm::PS256,
            Self::PS384 => jsonwebtoken::Algorithm::PS384,
            Self::PS512 => jsonwebtoken::Algorithm::PS512,
            Self::ES256 => jsonwebtoken::Algorithm::ES256,
            Self::ES384 => jsonwebtoken::Algorithm::ES384,
            Self::EdDSA => jsonwebtoken::Algorithm::EdDSA,
        }
    }
}

impl Keys {
    /// The keys of a JWK set. What is no key for signatures by a known algorithm is left out; none at all is an error.
    pub fn read(set: &Value) -> Result<Self, String> {
        let listed = set.get("keys").and_then(Value::as_array).ok_or("this is no JWK set: it has no list \"keys\"")?;
        if listed.len() > limits::JWKS_KEYS {
            return Err(format!("a JWK set has at most {} keys", limits::JWKS_KEYS));
        }
        let keys: Vec<_> = listed.iter().filter_map(Key::read).collect();
        if keys.is_empty() {
            return Err("the JWK set has no public key for signatures by a supported algorithm".to_owned());
        }
        Ok(Self(keys))
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let set = serde_json::from_slice(bytes).map_err(|_| "this is no JWK set: it is no JSON")?;
        Self::read(&set)
    }

    /// Whether a key has that id; without one, whether there is any key.
    fn has(&self, id: Option<&str>) -> bool {
        id.is_none_or(|id| self.0.iter().any(|key| key.id.as_deref() == Some(id)))
    }

    /// Whether a key of that id, or any if the token names none, has made the signature by that algorithm.
    pub fn verify(&self, id: Option<&str>, algorithm: Algorithm, message: &str, signature: &str) -> bool {
        let fits = |key: &&Key| {
            key.family == algorithm.family()
                && key.algorithm.as_deref().is_none_or(|only| only == algorithm.name())
                && id.is_none_or(|id| key.id.as_deref() == Some(id))
        };
        self.0.iter().filter(fits).any(|key| {
            let verified = jsonwebtoken::crypto::verify(signature, message.as_bytes(), &key.key, algorithm.verifier());
            verified.unwrap_or(false)
        })
    }
}

impl Key {
    fn read(key: &Value) -> Option<Self> {
        let text = |name: &str| key.get(name).and_then(Value::as_str);
        let operations = key.get("key_ops").and_then(Value::as_array);
        let verifies = operations.is_none_or(|operations| operations.iter().any(|operation| operation == "verify"));
        if text("use").is_some_and(|usage| usage != "sig") || !verifies {
            return None;
        }
        let (family, decoding) = match (text("kty")?, text("crv")) {
            ("RSA", _) => (Family::Rsa, DecodingKey::from_rsa_components(text("n")?, text("e")?)),
            ("EC", Some("P-256")) => (Family::P256, DecodingKey::from_ec_components(text("x")?, text("y")?)),
            ("EC", Some("P-384")) => (Family::P384, DecodingKey::from_ec_components(text("x")?, text("y")?)),
            ("OKP", Some("Ed25519")) => (Family::Ed25519, DecodingKey::from_ed_components(text("x")?)),
            _ => return None,
        };
        let own = |name: &str| text(name).map(str::to_owned);
        Some(Self { id: own("kid"), family, algorithm: own("alg"), key: decoding.ok()? })
    }
}

/// What is known of one source of keys.
#[derive(Clone, Default)]
struct Held {
    keys: Option<Arc<Keys>>,
    /// When they were read.
    read: i64,
    /// When they were last asked for.
    tried: Option<i64>,
    /// Whether that failed.
    failed: bool,
}

/// A place where keys are.
#[derive(Default)]
pub struct Source {
    held: RwLock<Held>,
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl Held {
    /// The keys, if they can still be used and have the one that is asked for.
    fn known(&self, now: i64, id: Option<&str>) -> Option<Arc<Keys>> {
        let usable = now.saturating_sub(self.read) <= limits::JWKS_STALE_SECONDS * SECOND;
        self.keys.clone().filter(|keys| usable && keys.has(id))
    }

    fn is_fresh(&self, now: i64) -> bool {
        now.saturating_sub(self.read) < limits::JWKS_REFRESH_SECONDS * SECOND
    }

    fn may_ask(&self, now: i64) -> bool {
        self.tried.is_none_or(|tried| now.saturating_sub(tried) >= limits::JWKS_FLOOR_SECONDS * SECOND)
    }

    /// What is answered without asking again: none when the source failed, so that nobody is refused because of it.
    fn answer(&self, now: i64, id: Option<&str>) -> Option<Arc<Keys>> {
        let current = self.keys.clone().filter(|_| !self.failed && self.is_fresh(now));
        self.known(now, id).or(current)
    }
}

impl Source {
    /// The keys to verify a token with that names this key; none if they cannot be had at present.
    ///
    /// `fetch` runs to its end whoever waits for it: a client that goes away does not keep the keys from being renewed.
    pub async fn keys<F>(self: &Arc<Self>, now: i64, id: Option<&str>, fetch: F) -> Option<Arc<Keys>>
    where
        F: Future<Output = Result<Vec<u8>, String>> + Send + 'static,
    {
        let held = self.held();
        let known = held.known(now, id);
        if known.is_some() && (held.is_fresh(now) || !held.may_ask(now)) {
            return known;
        }
        let turn = match (self.turn.clone().try_lock_owned(), known) {
            (Ok(turn), _) => turn,
            // Another request is asking already; what is known is good enough meanwhile.
            (Err(_), Some(known)) => return Some(known),
            (Err(_), None) => self.turn.clone().lock_owned().await,
        };
        let held = self.held();
        let done = held.known(now, id).is_some() && held.is_fresh(now);
        if !done && held.may_ask(now) {
            let asked = tokio::spawn(self.clone().ask(now, turn, fetch));
            if let Err(error) = asked.await {
                tracing::error!(%error, "reading keys ended early");
            }
        }
        self.held().answer(now, id)
    }

    async fn ask<F>(self: Arc<Self>, now: i64, _turn: OwnedMutexGuard<()>, fetch: F)
    where
        F: Future<Output = Result<Vec<u8>, String>>,
    {
        let read = fetch.await.and_then(|bytes| Keys::parse(&bytes));
        let Ok(mut held) = self.held.write() else { return };
        held.tried = Some(now);
        held.failed = read.is_err();
        match read {
            Ok(keys) => (held.keys, held.read) = (Some(Arc::new(keys)), now),
            Err(reason) => tracing::warn!(reason, "the keys of an authorisation server cannot be read"),
        }
    }

    fn held(&self) -> Held {
        self.held.read().map(|held| held.clone()).unwrap_or_default()
    }
}

/// All sources, by URL or path.
#[derive(Default)]
pub struct Sources(Mutex<HashMap<String, Arc<Source>>>);

impl Sources {
    /// The source of that name.
    pub fn of(&self, name: &str) -> Arc<Source> {
        let Ok(mut sources) = self.0.lock() else { return Arc::default() };
        if let Some(source) = sources.get(name) {
            return source.clone();
        }
        if sources.len() >= SOURCES {
            sources.clear();
        }
        sources.entry(name.to_owned()).or_default().clone()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use serde_json::json;

    use super::*;

    fn set(ids: &[&str]) -> Vec<u8> {
        let key = |id: &&str| json!({ "kty": "OKP", "crv": "Ed25519", "kid": id, "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
        let keys: Vec<_> = ids.iter().map(key).collect();
        json!({ "keys": keys }).to_string().into_bytes()
    }

    struct Server {
        source: Arc<Source>,
        asked: Arc<AtomicUsize>,
    }

    impl Server {
        fn new() -> Self {
            Self { source: Arc::default(), asked: Arc::default() }
        }

        async fn keys(&self, second: i64, id: &str, answer: Result<Vec<u8>, String>) -> Option<bool> {
            let asked = self.asked.clone();
            let fetch = async move {
                asked.fetch_add(1, Ordering::Relaxed);
                tokio::task::yield_now().await;
                answer
            };
            self.source.keys(second * SECOND, Some(id), fetch).await.map(|keys| keys.has(Some(id)))
        }

        fn asked(&self) -> usize {
            self.asked.load(Ordering::Relaxed)
        }
    }

    #[tokio::test]
    async fn an_unknown_key_has_the_set_read_again_and_the_floor_lies_between() {
        let server = Server::new();
        assert_eq!(server.keys(0, "a", Ok(set(&["a"]))).await, Some(true));
        assert_eq!(server.keys(1, "b", Ok(set(&["b"]))).await, Some(false), "within the floor");
        assert_eq!(server.asked(), 1);
        assert_eq!(server.keys(limits::JWKS_FLOOR_SECONDS, "b", Ok(set(&["a", "b"]))).await, Some(true));
        assert_eq!(server.keys(limits::JWKS_FLOOR_SECONDS + 1, "a", Ok(set(&[]))).await, Some(true));
        assert_eq!(server.asked(), 2);
    }

    #[tokio::test]
    async fn known_keys_go_on_for_a_bounded_time_and_without_any_nobody_is_refused() {
        let server = Server::new();
        let down = || Err("down".to_owned());
        assert_eq!(server.keys(0, "a", down()).await, None);
        assert_eq!(server.keys(1, "a", Ok(set(&["a"]))).await, None, "within the floor");
        assert_eq!(server.keys(20, "a", Ok(set(&["a"]))).await, Some(true));
        let late = 20 + limits::JWKS_REFRESH_SECONDS;
        assert_eq!(server.keys(late, "a", down()).await, Some(true));
        assert_eq!(server.keys(late + 1, "b", down()).await, None, "it may be a new key");
        assert_eq!(server.asked(), 3);
        assert_eq!(server.keys(20 + limits::JWKS_STALE_SECONDS, "a", down()).await, Some(true));
        assert_eq!(server.keys(30 + limits::JWKS_STALE_SECONDS, "a", down()).await, None);
    }

    #[tokio::test]
    async fn keys_that_were_taken_back_are_gone_after_the_refresh() {
        let server = Server::new();
        assert_eq!(server.keys(0, "a", Ok(set(&["a"]))).await, Some(true));
        assert_eq!(server.keys(limits::JWKS_REFRESH_SECONDS, "a", Ok(set(&["b"]))).await, Some(false));
    }

    #[tokio::test]
    async fn requests_at_the_same_time_share_one_reading() {
        let server = Arc::new(Server::new());
        let requests: Vec<_> = (0..20)
            .map(|_| {
                let server = server.clone();
                tokio::spawn(async move { server.keys(0, "a", Ok(set(&["a"]))).await })
            })
            .collect();
        for request in requests {
            assert_eq!(request.await.unwrap(), Some(true));
        }
        assert_eq!(server.asked(), 1);
    }

    #[test]
    fn only_public_keys_for_signatures_are_taken() {
        let okp = json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
        let with = |name: &str, value: Value| {
            let mut key = okp.clone();
            key[name] = value;
            json!({ "keys": [key] })
        };
        assert!(Keys::read(&with("use", json!("sig"))).is_ok());
        assert!(Keys::read(&with("key_ops", json!(["verify"]))).is_ok());
        for set in [
            with("use", json!("enc")),
            with("key_ops", json!(["sign"])),
            with("crv", json!("X25519")),
            json!({ "keys": [{ "kty": "oct", "k": "c2VjcmV0" }] }),
            json!({ "keys": "none" }),
            json!({ "keys": vec![okp.clone(); limits::JWKS_KEYS + 1] }),
        ] {
            assert!(Keys::read(&set).is_err(), "{set}");
        }
    }
}
