//! What is known of a request before anybody is recognised: its id and where it comes from.

use std::{
    net::IpAddr,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

use poem::{Addr, Request};

use crate::{
    service::log::Logging,
    store::{Actor, Org},
};

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Its id, in the logs, the records and the answer's `X-Request-Id`.
    pub id: Arc<str>,
    /// The address of the client.
    pub source: Option<IpAddr>,
    /// Whose request it is, once that is known.
    caller: Arc<OnceLock<Attributed>>,
}

/// Whose request it is, for the provisioning log.
#[derive(Debug)]
pub struct Attributed {
    /// The organisation.
    pub org: Org,
    /// Who sent it.
    pub actor: Actor,
    /// Which requests the organisation wants to have logged.
    pub logging: Logging,
}

impl Arrival {
    /// Looks at a request.
    pub fn of(request: &Request) -> Self {
        let source = match &**request.remote_addr() {
            Addr::SocketAddr(address) => Some(address.ip()),
            _ => None,
        };
        Self { id: next_id(), source, caller: Arc::default() }
    }

    /// Says whose request it is.
    pub fn attribute(&self, attributed: Attributed) {
        // A request has one caller.
        let _ = self.caller.set(attributed);
    }

    /// Whose request it is; none of a request whose credential is none, which counts for no organisation.
    pub fn attributed(&self) -> Option<&Attributed> {
        self.caller.get()
    }
}

/// An id that no other request has: some random bits of the process and a count.
fn next_id() -> Arc<str> {
    static PROCESS: OnceLock<u64> = OnceLock::new();
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let process = PROCESS.get_or_init(|| {
        let mut random = [0; 8];
        // Without random bits ids are alike after a restart, and still differ within a process.
        let _ = getrandom::fill(&mut random);
        u64::from_be_bytes(random)
    });
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    Arc::from(format!("{process:016x}{count:012x}"))
}
