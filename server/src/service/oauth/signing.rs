//! The keys that sign access tokens: RSA with SHA-256, which every verifier of RFC 9068 supports (§2.1).
//!
//! They are in the database, for all its processes. A key is in the JWK set some minutes before it signs, so that verifiers
//! that keep the set know it in time, and stays there until every token that it signed has ended. Keys are numbered: of
//! those that have begun to sign, the one with the highest number does. Two processes that add a key at the same time
//! want the same number, and one of them takes the key of the other instead.

use std::{
    sync::{Arc, RwLock},
    time::{Duration, Instant},
};

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rand::SystemRandom,
    rsa::KeySize,
    signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

use crate::{
    scim::{
        error::{Error, ErrorKind},
        limits,
    },
    service::{Service, database_error},
    store::{
        database::{DatabaseError, Refusal},
        signing_keys::SigningKeyRow,
    },
};

use super::jws::{Algorithm, PublicKey};

/// How old what a process knows of the keys may be when it signs.
const KNOWN_FOR: Duration = Duration::from_secs(3);
/// The least time from one look at the database for an unknown key to the next.
const FLOOR: Duration = Duration::from_millis(200);
/// The least time from one look at the database for the JWK set to the next.
const SET_FLOOR: Duration = Duration::from_secs(1);
/// How often a number is tried to be taken.
const ATTEMPTS: usize = 5;

const SECOND: i64 = 1_000_000;
/// How long a key is in the set before it signs, in microseconds: longer than the set may be kept ([`SET_SECONDS`]).
const AHEAD: i64 = 600 * SECOND;
/// How long a key signs.
const SIGNS: i64 = limits::SIGNING_KEY_DAYS * 86_400 * SECOND;
/// How long a key stays when another signs: the life of a token, and a minute for processes that know it late.
const STAYS: i64 = (limits::ACCESS_TOKEN_SECONDS + 60) * SECOND;

/// How long verifiers may keep the JWK set, in seconds.
pub const SET_SECONDS: i64 = 300;

// Whoever keeps the set knows a key before it signs.
const _: () = assert!(AHEAD > (SET_SECONDS + 60) * SECOND);

/// A key that signs.
pub struct SigningKey {
    /// Its id, the thumbprint of RFC 7638.
    pub kid: String,
    /// By what others verify.
    pub public: PublicKey,
    generation: i64,
    pair: RsaKeyPair,
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey({})", self.kid)
    }
}

impl SigningKey {
    /// The algorithm of all of them.
    pub const ALGORITHM: Algorithm = Algorithm::Rs256;

    fn new(generation: i64, pair: RsaKeyPair) -> Self {
        let public = pair.public_key();
        let n = public.modulus().big_endian_without_leading_zero().to_vec();
        let e = public.exponent().big_endian_without_leading_zero().to_vec();
        let canonical = format!(r#"{{"e":"{}","kty":"RSA","n":"{}"}}"#, text(&e), text(&n));
        let kid = text(&Sha256::digest(canonical));
        Self { kid, public: PublicKey::Rsa { n, e }, generation, pair }
    }

    fn stored(row: &SigningKeyRow) -> Option<Self> {
        let pair = RsaKeyPair::from_pkcs8(&STANDARD.decode(&row.private).ok()?).ok()?;
        Some(Self::new(row.generation, pair))
    }

    /// Signs.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        let signed = self.pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature);
        signed.map_err(|_| failed("a signature could not be made"))?;
        Ok(signature)
    }

    fn document(&self) -> Value {
        let PublicKey::Rsa { n, e } = &self.public else { return Value::Null };
        json!({ "kty": "RSA", "use": "sig", "alg": Self::ALGORITHM.name(), "kid": self.kid, "n": text(n), "e": text(e) })
    }
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn failed(reason: &str) -> Error {
    tracing::error!(reason, "access tokens cannot be signed");
    Error::new(ErrorKind::Internal, "the server could not sign; its log has the reason")
}

/// When a key signs, and when it leaves the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    starts: i64,
    /// The moment that another took over; none as long as no other is to.
    ends: Option<i64>,
}

impl Span {
    /// The spans of keys that start at those times, in the order of their numbers.
    fn all(starts: &[i64]) -> Vec<Self> {
        let after = |index: usize| starts[index + 1..].iter().min().copied();
        starts.iter().enumerate().map(|(index, starts)| Self { starts: *starts, ends: after(index) }).collect()
    }

    fn signs(self, now: i64) -> bool {
        self.starts <= now && self.ends.is_none_or(|ends| now < ends)
    }

    /// When no token of it is left; never before another has taken over.
    fn gone(self) -> Option<i64> {
        self.ends.map(|ends| ends + STAYS)
    }

    fn is_gone(self, now: i64) -> bool {
        self.gone().is_some_and(|gone| gone <= now)
    }
}

/// The keys as they were in the database.
#[derive(Debug, Default)]
struct Ring {
    keys: Vec<Held>,
    /// The highest number.
    last: i64,
    /// The numbers of keys that nobody needs any more.
    gone: Vec<i64>,
    loaded: Option<Instant>,
}

#[derive(Debug, Clone)]
struct Held {
    key: Arc<SigningKey>,
    created: i64,
    span: Span,
}

impl Ring {
    fn signer(&self, now: i64) -> Option<&Held> {
        self.keys.iter().rev().find(|held| held.span.signs(now))
    }

    fn find(&self, kid: &str, now: i64) -> Option<Arc<SigningKey>> {
        let held = self.keys.iter().find(|held| held.key.kid == kid && !held.span.is_gone(now))?;
        Some(held.key.clone())
    }

    /// From when a new key is to sign, if it is time to make one.
    fn due(&self, now: i64) -> Option<i64> {
        match self.keys.last() {
            // Nobody can know a key of a database that has none.
            None => Some(now),
            Some(last) if last.span.starts + SIGNS - AHEAD <= now => Some(now + AHEAD),
            Some(_) => None,
        }
    }
}

/// The keys that a process knows.
#[derive(Debug, Default)]
pub struct SigningKeys {
    ring: RwLock<Arc<Ring>>,
    /// When the database was asked last; held while it is.
    asked: Mutex<Option<Instant>>,
    /// Held while a key is made.
    making: Mutex<()>,
}

/// How a key stands, for people.
#[derive(Debug, Clone)]
pub struct KeyState {
    /// Its id.
    pub kid: String,
    /// `coming`, `signing` or `leaving`.
    pub status: &'static str,
    /// When it was made, in microseconds since 1970.
    pub created: i64,
    /// From when on it signs.
    pub starts: i64,
    /// When it leaves the JWK set, if that is known.
    pub leaves: Option<i64>,
}

impl Service {
    fn known_keys(&self) -> Arc<Ring> {
        self.signing.ring.read().map(|ring| ring.clone()).unwrap_or_default()
    }

    /// What the database holds now. Who asks while it is being asked waits for the next answer, and all who wait share it.
    async fn read_keys(&self, floor: Duration) -> Result<Arc<Ring>, Error> {
        let wanted = Instant::now();
        let mut asked = self.signing.asked.lock().await;
        if let Some(last) = *asked {
            if last > wanted {
                return Ok(self.known_keys());
            }
            tokio::time::sleep_until((last + floor).into()).await;
        }
        let began = Instant::now();
        let rows = self.store.signing_keys().await.map_err(database_error)?;
        let known = self.known_keys();
        let now = self.clock.now();
        let spans = Span::all(&rows.iter().map(|row| row.starts).collect::<Vec<_>>());
        let mut ring = Ring { last: rows.last().map_or(0, |row| row.generation), ..Ring::default() };
        for (row, span) in rows.iter().zip(spans) {
            if span.is_gone(now) {
                ring.gone.push(row.generation);
                continue;
            }
            let same = |held: &&Held| held.key.generation == row.generation && held.key.kid == row.kid;
            let key = match known.keys.iter().find(same) {
                Some(held) => held.key.clone(),
                None => {
                    let key = SigningKey::stored(row).filter(|key| key.kid == row.kid);
                    Arc::new(key.ok_or_else(|| failed("a stored key cannot be read"))?)
                }
            };
            ring.keys.push(Held { key, created: row.created, span });
        }
        ring.loaded = Some(began);
        let ring = Arc::new(ring);
        if let Ok(mut known) = self.signing.ring.write() {
            *known = ring.clone();
        }
        *asked = Some(began);
        Ok(ring)
    }

    async fn recent_keys(&self, age: Duration) -> Result<Arc<Ring>, Error> {
        let ring = self.known_keys();
        match ring.loaded {
            Some(loaded) if loaded.elapsed() < age => Ok(ring),
            _ => self.read_keys(Duration::ZERO).await,
        }
    }

    /// The keys, after a new one was made if it is time to.
    async fn renewed_keys(&self, age: Duration) -> Result<Arc<Ring>, Error> {
        let ring = self.recent_keys(age).await?;
        if ring.due(self.clock.now()).is_none() {
            return Ok(ring);
        }
        let _only = self.signing.making.lock().await;
        // Another may have made it meanwhile.
        let ring = self.read_keys(Duration::ZERO).await?;
        match ring.due(self.clock.now()) {
            Some(starts) => self.add_key(&ring, starts).await.map(|(ring, _)| ring),
            None => Ok(ring),
        }
    }

    /// Makes the next key: what there is then, and whether it is this one that was added.
    async fn add_key(&self, ring: &Ring, starts: i64) -> Result<(Arc<Ring>, bool), Error> {
        let generation = ring.last + 1;
        let made = tokio::task::spawn_blocking(move || {
            let pair = RsaKeyPair::generate(KeySize::Rsa2048).ok()?;
            let der: Pkcs8V1Der<'_> = pair.as_der().ok()?;
            let private = STANDARD.encode(der.as_ref());
            Some((SigningKey::new(generation, pair).kid, private))
        });
        let (kid, private) = made.await.ok().flatten().ok_or_else(|| failed("no key could be made"))?;
        let row = SigningKeyRow { generation, kid, private, created: self.clock.now(), starts };
        let added = match self.store.add_signing_key(&row, &ring.gone).await {
            Ok(()) => true,
            Err(DatabaseError::Refused(Refusal::Taken(_))) => false,
            Err(error) => return Err(database_error(error)),
        };
        if added {
            tracing::info!(kid = row.kid, starts, "a key to sign access tokens was made");
        }
        Ok((self.read_keys(Duration::ZERO).await?, added))
    }

    /// The key to sign with.
    pub(super) async fn signing_key(&self) -> Result<Arc<SigningKey>, Error> {
        let ring = self.renewed_keys(KNOWN_FOR).await?;
        ring.signer(self.clock.now()).map(|held| held.key.clone()).ok_or_else(|| failed("no key is in force"))
    }

    /// The key of an id, if a token that it signed may still be in force.
    pub(super) async fn verifying_key(&self, kid: &str) -> Result<Option<Arc<SigningKey>>, Error> {
        if let Some(key) = self.known_keys().find(kid, self.clock.now()) {
            return Ok(Some(key));
        }
        Ok(self.read_keys(FLOOR).await?.find(kid, self.clock.now()))
    }

    /// The JWK set by which others verify access tokens (RFC 7517 §5).
    pub async fn jwk_set(&self) -> Result<String, Error> {
        let ring = self.renewed_keys(SET_FLOOR).await?;
        let now = self.clock.now();
        let keys = ring.keys.iter().filter(|held| !held.span.is_gone(now));
        Ok(json!({ "keys": keys.map(|held| held.key.document()).collect::<Vec<_>>() }).to_string())
    }

    /// How the keys stand, in the order in which they were made.
    pub async fn signing_keys(&self) -> Result<Vec<KeyState>, Error> {
        Ok(self.states(&*self.read_keys(Duration::ZERO).await?))
    }

    /// Makes a new key: it signs in some minutes, when verifiers know it, or at once, when the old one is not to be used any
    /// more.
    pub async fn rotate_signing_key(&self, at_once: bool) -> Result<Vec<KeyState>, Error> {
        let mut ring = self.read_keys(Duration::ZERO).await?;
        for _ in 0..ATTEMPTS {
            let now = self.clock.now();
            let starts = if at_once || ring.keys.is_empty() { now } else { now + AHEAD };
            let (read, added) = self.add_key(&ring, starts).await?;
            if added {
                return Ok(self.states(&read));
            }
            ring = read;
        }
        let detail = "other processes kept making keys at the same time; list them, and try again if need be";
        Err(Error::new(ErrorKind::Conflict, detail))
    }

    fn states(&self, ring: &Ring) -> Vec<KeyState> {
        let now = self.clock.now();
        let signer = ring.signer(now).map(|held| held.key.generation);
        let state = |held: &Held| KeyState {
            kid: held.key.kid.clone(),
            status: match held.span {
                _ if signer == Some(held.key.generation) => "signing",
                span if span.starts > now && span.ends.is_none_or(|ends| ends > now) => "coming",
                _ => "leaving",
            },
            created: held.created,
            starts: held.span.starts,
            leaves: held.span.gone(),
        };
        ring.keys.iter().map(state).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_keys_that_have_begun_to_sign_the_last_signs() {
        let signers = |starts: &[i64], now: i64| {
            let spans = Span::all(starts);
            let signs: Vec<_> = spans.iter().map(|span| span.signs(now)).collect();
            signs
        };
        assert_eq!(signers(&[10], 9), [false]);
        assert_eq!(signers(&[10], 10), [true]);
        assert_eq!(signers(&[10, 20], 19), [true, false]);
        assert_eq!(signers(&[10, 20], 20), [false, true]);
        // A key that was to sign at 30 never does, since one with a higher number signs from 20 on.
        assert_eq!(signers(&[10, 30, 20], 15), [true, false, false]);
        assert_eq!(signers(&[10, 30, 20], 25), [false, false, true]);
        assert_eq!(signers(&[10, 30, 20], 35), [false, false, true]);
    }

    #[test]
    fn a_key_stays_until_every_token_that_it_signed_has_ended() {
        let [first, second] = Span::all(&[10, 20])[..] else { panic!() };
        assert!(first.gone().unwrap() >= 20 + limits::ACCESS_TOKEN_SECONDS * SECOND);
        assert!(!first.is_gone(20 + STAYS - 1) && first.is_gone(20 + STAYS));
        assert_eq!(second.gone(), None);
    }
}
