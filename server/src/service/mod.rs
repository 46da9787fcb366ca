//! One operation, one function: protocol, then store, then the answer. Every entry point uses these alike.

pub mod answer;
pub mod credentials;
pub mod discovery;
pub mod list;
pub mod patch;
pub mod relations;
pub mod resources;
pub mod secrets;

use std::sync::Arc;

use tokio::sync::{Mutex, MutexGuard, Semaphore};
use uuid::Uuid;

use crate::{
    clock::Clock,
    scim::{
        error::{Error, ErrorKind},
        generated,
        render::Base,
    },
    store::{
        Org, Store,
        database::{DatabaseError, Refusal},
    },
};

/// Writers of one resource in this process wait for each other in so many lanes, by the resource's id.
const LANES: usize = 256;
/// How often a write is planned again when another one was faster.
const ATTEMPTS: usize = 20;

/// What every operation needs.
#[derive(Clone)]
pub struct Service {
    /// The store.
    pub store: Store,
    /// Time and ids.
    pub clock: Clock,
    tokens: Arc<credentials::Tokens>,
    lanes: Arc<Vec<Mutex<()>>>,
    hashing: Arc<Semaphore>,
}

/// Who asks, and where the answer's URLs begin.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The organisation.
    pub org: Org,
    /// The base URL, without a slash at its end.
    pub base: Arc<str>,
}

impl Service {
    /// A service over a store.
    pub fn new(store: Store, clock: Clock) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            store,
            clock,
            tokens: Arc::default(),
            lanes: Arc::new((0..LANES).map(|_| Mutex::new(())).collect()),
            hashing: Arc::new(Semaphore::new(cores)),
        }
    }

    async fn lane(&self, id: Uuid) -> MutexGuard<'_, ()> {
        // The random end of the id, not its time.
        self.lanes[usize::from(id.as_bytes()[15]) % LANES].lock().await
    }
}

impl Caller {
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
        DatabaseError::Refused(Refusal::Taken) => Error::new(ErrorKind::Uniqueness, "a unique value is in use already"),
        DatabaseError::Refused(_) => {
            Error::new(ErrorKind::Conflict, "the resource kept changing while the request was carried out; try again")
        }
    }
}

/// The id in a path; anything but the canonical form of a UUID names no resource.
pub fn parse_id(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok().filter(|id| text.len() == 36 && id.to_string() == text)
}

fn not_found(kind: &crate::scim::schema::ResourceType, id: &str) -> Error {
    Error::new(ErrorKind::NotFound, format!("there is no {} with the id {}", kind.name, crate::scim::json::echo(id)))
}
