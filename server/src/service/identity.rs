//! Who was recognised, and for how long that is known without asking the database.

use std::{
    collections::HashMap,
    sync::{
        Arc, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use uuid::Uuid;

use crate::store::{
    credentials::Credential,
    organisations::{Organisation, Subject},
};

use super::{access::Rights, settings::OrganisationSettings};

/// How long a credential is known without asking the database: one that another process revoked is refused after that.
const KNOWN_FOR: Duration = Duration::from_secs(3);
/// The most credentials known at a time; unknown ones are never kept, so that a flood of them cannot fill memory.
const KNOWN: usize = 10_000;

/// A credential as it was found.
#[derive(Debug)]
pub(super) struct Known {
    pub credential: Credential,
    /// None of the administration.
    pub organisation: Option<Arc<Organisation>>,
    pub rights: Rights,
    settings: Arc<OrganisationSettings>,
    name: Arc<str>,
}

impl Known {
    pub fn new(credential: Credential, organisation: Option<Organisation>) -> Self {
        let rights = Rights::of(&credential.scopes);
        let name = Arc::from(credential.name.as_str());
        let settings = organisation.as_ref().and_then(|organisation| organisation.settings.as_deref());
        let settings = Arc::new(OrganisationSettings::stored(settings));
        Self { credential, organisation: organisation.map(Arc::new), rights, settings, name }
    }
}

/// Who asks.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The credential's id, unless it is another server's.
    pub credential: Option<Uuid>,
    /// What the credential is called.
    pub name: Arc<str>,
    /// The organisation; none of the administration.
    pub organisation: Option<Arc<Organisation>>,
    /// What it may do.
    pub rights: Rights,
    /// The settings of the organisation.
    pub settings: Arc<OrganisationSettings>,
    /// Whom it stands for.
    pub subject: Option<Subject>,
}

impl Identity {
    pub(super) fn of(known: &Known) -> Self {
        Self {
            credential: Some(known.credential.id),
            name: known.name.clone(),
            organisation: known.organisation.clone(),
            rights: known.rights.clone(),
            settings: known.settings.clone(),
            subject: known.credential.subject,
        }
    }

    /// Whether it is the administration's, and not an organisation's.
    pub fn is_administrator(&self) -> bool {
        self.organisation.is_none()
    }
}

/// The SHA-256 of a secret.
type Digest = [u8; 32];

/// The credentials seen of late, by the SHA-256 of their secrets.
#[derive(Default)]
pub(super) struct Identities {
    known: RwLock<HashMap<Digest, (Arc<Known>, Instant)>>,
    /// How often all was forgotten.
    generation: AtomicU64,
}

/// When the database was asked: what it says is not learnt if something was revoked since.
pub(super) struct Asked(u64);

impl Identities {
    pub fn get(&self, digest: &[u8; 32]) -> Option<Arc<Known>> {
        let known = self.known.read().ok()?;
        let (found, since) = known.get(digest)?;
        (since.elapsed() < KNOWN_FOR).then(|| found.clone())
    }

    pub fn ask(&self) -> Asked {
        Asked(self.generation.load(Ordering::Acquire))
    }

    pub fn learn(&self, asked: Asked, digest: [u8; 32], found: Known) -> Arc<Known> {
        let found = Arc::new(found);
        if let Ok(mut known) = self.known.write()
            && asked.0 == self.generation.load(Ordering::Acquire)
        {
            if known.len() >= KNOWN {
                known.clear();
            }
            known.insert(digest, (found.clone(), Instant::now()));
        }
        found
    }

    /// Forgets everything: a credential or an organisation has changed.
    pub fn forget(&self) {
        if let Ok(mut known) = self.known.write() {
            self.generation.fetch_add(1, Ordering::Release);
            known.clear();
        }
    }
}
