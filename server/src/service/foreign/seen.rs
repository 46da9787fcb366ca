//! Tokens that were recognised or refused a moment ago, by their SHA-256.
//!
//! A token is asked about again after a few seconds, so that its revocation takes effect, and never outlives its own end.

use std::{
    collections::HashMap,
    sync::{
        RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use crate::service::identity::Identity;

/// How long a token is known.
const KNOWN_FOR: Duration = Duration::from_secs(2);
/// The most tokens known at a time, good ones and bad ones each.
const KNOWN: usize = 10_000;

/// A token, and the organisation in the path that it came on.
pub type Key = ([u8; 32], Option<String>);

/// The tokens seen of late.
#[derive(Default)]
pub struct Seen {
    good: RwLock<HashMap<Key, Good>>,
    bad: RwLock<HashMap<Key, Instant>>,
    /// How often all was forgotten: what was asked before that is not learnt.
    generation: AtomicU64,
}

struct Good {
    identity: Identity,
    /// In microseconds since 1970.
    ends: Option<i64>,
    since: Instant,
}

/// When a question about a token began.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    generation: u64,
    since: Instant,
}

impl Seen {
    /// Begins a question.
    pub fn ask(&self) -> Asked {
        Asked { generation: self.generation.load(Ordering::Acquire), since: Instant::now() }
    }

    /// Whose a token is, if it is known and has not ended.
    pub fn good(&self, key: &Key, now: i64) -> Option<Identity> {
        let good = self.good.read().ok()?;
        let found = good.get(key)?;
        let lives = found.since.elapsed() < KNOWN_FOR && found.ends.is_none_or(|ends| now < ends);
        lives.then(|| found.identity.clone())
    }

    /// Whether a token was refused a moment ago.
    pub fn is_bad(&self, key: &Key) -> bool {
        let since = self.bad.read().ok().and_then(|bad| bad.get(key).copied());
        since.is_some_and(|since| since.elapsed() < KNOWN_FOR)
    }

    /// Learns whose a token is.
    pub fn learn(&self, asked: Asked, key: Key, identity: Identity, ends: Option<i64>) {
        if let Ok(mut good) = self.good.write()
            && asked.generation == self.generation.load(Ordering::Acquire)
        {
            if good.len() >= KNOWN {
                good.clear();
            }
            good.insert(key, Good { identity, ends, since: asked.since });
        }
    }

    /// Learns that a token is none.
    pub fn refuse(&self, asked: Asked, key: Key) {
        if let Ok(mut bad) = self.bad.write()
            && asked.generation == self.generation.load(Ordering::Acquire)
        {
            if bad.len() >= KNOWN {
                bad.clear();
            }
            bad.insert(key, asked.since);
        }
    }

    /// Forgets everything: settings have changed.
    pub fn forget(&self) {
        self.generation.fetch_add(1, Ordering::Release);
        if let Ok(mut good) = self.good.write() {
            good.clear();
        }
        if let Ok(mut bad) = self.bad.write() {
            bad.clear();
        }
    }
}
