//! One operation, one function: protocol, then store, then the answer. Every entry point uses these alike.

pub mod access;
pub mod answer;
pub mod bulk;
pub mod credentials;
pub mod cursor;
pub mod discovery;
pub mod foreign;
pub mod identity;
pub mod list;
pub mod log;
mod names;
pub mod oauth;
pub mod organisations;
pub mod outbound;
pub mod patch;
pub mod quirk_report;
pub mod records;
pub mod relations;
mod replacement;
pub mod resources;
pub mod search;
pub mod secrets;
pub mod settings;
mod sorting;

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::STANDARD};
use tokio::sync::{Mutex, MutexGuard, Semaphore};
use uuid::Uuid;

use crate::{
    clock::Clock,
    scim::{
        error::{Error, ErrorKind},
        generated, limits,
        quirks::{Fired, Quirks},
        render::Base,
    },
    store::{
        Actor, Org, Store,
        database::{DatabaseError, Refusal},
        organisations::Subject,
    },
};

use self::{access::Rights, cursor::Cursors, log::ProvisioningLog, settings::OrganisationSettings};

/// Writers of one resource in this process wait for each other in so many lanes, by the resource's id.
const LANES: usize = 256;
/// How many bulk requests are under way at a time: each may hold some ten times its body.
const BULKS: usize = 2;
/// How often a write is planned again when another one was faster.
const ATTEMPTS: usize = 20;

/// What every operation needs.
#[derive(Clone)]
pub struct Service {
    /// The store.
    pub store: Store,
    /// Time and ids.
    pub clock: Clock,
    identities: Arc<identity::Identities>,
    foreign: Arc<foreign::Foreign>,
    lanes: Arc<Vec<Mutex<()>>>,
    hashing: Arc<Semaphore>,
    bulks: Arc<Semaphore>,
    cursors: Cursors,
    /// Where requests are written down.
    pub log: ProvisioningLog,
    /// In microseconds.
    cursor_lifetime: i64,
    /// The URL of the server.
    issuer: Arc<str>,
    signing: Arc<oauth::SigningKeys>,
}

/// What the operator decides about the operations.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How long a cursor is good for, in seconds.
    pub cursor_seconds: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { cursor_seconds: limits::CURSOR_SECONDS }
    }
}

/// Who asks, and where the answer's URLs begin.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The organisation.
    pub org: Org,
    /// The base URL, without a slash at its end.
    pub base: Arc<str>,
    /// The resource that the credential stands for, if it does.
    pub subject: Option<Subject>,
    /// What the credential may do.
    pub rights: Rights,
    /// The settings of the organisation.
    pub settings: Arc<OrganisationSettings>,
    /// Who it is, for the records.
    pub actor: Actor,
    /// The quirks that the request shows, for the records.
    pub fired: Fired,
}

impl Service {
    /// A service over a store, with the key that all processes of the database share.
    pub async fn new(store: Store, clock: Clock, options: Options) -> Result<Self, DatabaseError> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let cursors = cursors(&store).await?;
        let lifetime = options.cursor_seconds.saturating_mul(1_000_000);
        Ok(Self {
            log: ProvisioningLog::new(clock.clone()),
            store,
            clock,
            identities: Arc::default(),
            foreign: Arc::default(),
            lanes: Arc::new((0..LANES).map(|_| Mutex::new(())).collect()),
            hashing: Arc::new(Semaphore::new(cores)),
            bulks: Arc::new(Semaphore::new(BULKS)),
            cursors,
            cursor_lifetime: i64::try_from(lifetime).unwrap_or(i64::MAX),
            issuer: Arc::from(""),
            signing: Arc::default(),
        })
    }

    /// How long a cursor is good for, in seconds.
    pub fn cursor_seconds(&self) -> i64 {
        self.cursor_lifetime / 1_000_000
    }

    async fn lane(&self, id: Uuid) -> MutexGuard<'_, ()> {
        // The random end of the id, not its time.
        self.lanes[usize::from(id.as_bytes()[15]) % LANES].lock().await
    }
}

/// The key of the cursors: the first process of a database makes it.
async fn cursors(store: &Store) -> Result<Cursors, DatabaseError> {
    let mut key = [0; cursor::KEY];
    getrandom::fill(&mut key).map_err(|error| DatabaseError::Unavailable(error.to_string()))?;
    let text = store.setting("cursor key", &STANDARD.encode(key)).await?;
    let key = STANDARD.decode(text).ok().and_then(|key| key.try_into().ok());
    key.map(|key| Cursors::new(&key))
        .ok_or_else(|| DatabaseError::Failed("the setting \"cursor key\" is not 32 bytes in base64".to_owned()))
}

impl Caller {
    /// One with every right in an organisation, on the server's own machine.
    pub fn local(org: Org, base: &str) -> Self {
        Self {
            org,
            base: Arc::from(base),
            subject: None,
            rights: Rights::all(),
            settings: Arc::default(),
            actor: Actor::command(),
            fired: Fired::default(),
        }
    }

    /// The quirks of the organisation's profile.
    pub fn quirks(&self) -> Quirks<'_> {
        Quirks { profile: self.settings.profile, fired: &self.fired }
    }

    /// What `/Me` stands for (RFC 7644 §3.11).
    pub fn me(&self) -> Result<Subject, Error> {
        self.subject.ok_or_else(|| {
            let detail = "the credential stands for no resource; use one that does, or the resource's own URL";
            Error::new(ErrorKind::NotFound, detail)
        })
    }

    /// Where the resources of an answer are.
    pub fn base(&self) -> Base<'_> {
        Base { url: &self.base, endpoint_of }
    }
}

fn endpoint_of(name: &str) -> &'static str {
    generated::RESOURCE_TYPES.iter().find(|kind| kind.name == name).map_or("", |kind| kind.endpoint)
}

/// The resource type of an endpoint (`/Users`).
pub fn type_of_endpoint(endpoint: &str) -> Option<&'static str> {
    generated::RESOURCE_TYPES.iter().find(|kind| kind.endpoint.eq_ignore_ascii_case(endpoint)).map(|kind| kind.name)
}

/// What a client is told of a failure of the database; the operator reads the rest in the log.
pub fn database_error(error: DatabaseError) -> Error {
    match error {
        DatabaseError::Unavailable(reason) => {
            tracing::error!(reason, "the database is unavailable");
            Error::new(
                ErrorKind::Unavailable,
                "the database is unavailable, or did not say whether it saved; try again, the same request is safe to repeat",
            )
        }
        DatabaseError::Failed(reason) => {
            tracing::error!(reason, "a statement failed");
            Error::new(ErrorKind::Internal, "the server could not complete the request; its log has the reason")
        }
        DatabaseError::Refused(Refusal::Taken(_)) => {
            Error::new(ErrorKind::Uniqueness, "a unique value is in use already")
        }
        DatabaseError::Refused(Refusal::Outdated) => {
            tracing::error!("another build has evolved the database: this process can write no more; end it");
            Error::new(
                ErrorKind::Unavailable,
                "the server's data were changed for another version of it, and this process is of the one before; nothing \
                 was saved: send the request again, to a process of the new version",
            )
        }
        DatabaseError::Refused(_) => {
            Error::new(ErrorKind::Conflict, "the resource kept changing while the request was carried out; try again")
        }
    }
}

/// The id in a path; anything but the canonical form of a UUID names no resource.
pub fn parse_id(text: &str) -> Option<Uuid> {
    let canonical = |id: &Uuid| id.hyphenated().encode_lower(&mut Uuid::encode_buffer()) == text;
    Uuid::try_parse(text).ok().filter(canonical)
}

fn not_found(kind: &crate::scim::schema::ResourceType, id: &str) -> Error {
    Error::new(ErrorKind::NotFound, format!("there is no {} with the id {}", kind.name, crate::scim::json::echo(id)))
}
