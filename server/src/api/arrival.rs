//! What is known of a request before anybody is recognised: its id, where it comes from, and the trace that it belongs to.

use std::{
    fmt::Write,
    net::IpAddr,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

use poem::{Addr, Request};
use sha2::{Digest, Sha256};

use super::{edge::Edge, limits::Share, trace::Trace};

use crate::{
    service::log::Logging,
    store::{Actor, organisations::Organisation},
};

/// A request as it arrived.
#[derive(Clone)]
pub struct Arrival {
    /// Its id, in the logs, the records and the answer's `X-Request-Id`.
    pub id: Arc<str>,
    /// The address of the client.
    pub source: Option<IpAddr>,
    /// Scheme and authority of the public URL, if a trusted proxy is to say them.
    pub origin: Option<Arc<str>>,
    trace: Option<Trace>,
    notes: Arc<Notes>,
}

/// What becomes known of a request while it is carried out.
#[derive(Default)]
struct Notes {
    /// Whose it is.
    caller: OnceLock<Attributed>,
    /// Its organisation's share of what is under way, given back at the end of the request.
    share: OnceLock<Share>,
}

/// Whose request it is, for its log line and the provisioning log.
#[derive(Debug)]
pub struct Attributed {
    /// The organisation of the credential.
    pub organisation: Arc<Organisation>,
    /// Who sent it.
    pub actor: Actor,
    /// Which requests the organisation wants to have logged.
    pub logging: Logging,
}

impl Arrival {
    /// Looks at a request. What proxies say of it counts only if it comes from a trusted one.
    pub fn of(request: &Request, edge: Option<&Edge>) -> Self {
        let peer = match &**request.remote_addr() {
            Addr::SocketAddr(address) => Some(address.ip()),
            _ => None,
        };
        let mut arrival = Self { id: next_id(), source: peer, origin: None, trace: None, notes: Arc::default() };
        if let (Some(edge), Some(peer)) = (edge, peer)
            && edge.proxies.trusts(peer)
        {
            let headers = request.headers();
            arrival.source = Some(edge.proxies.client(peer, headers));
            arrival.trace = request.header("traceparent").and_then(Trace::parse);
            if edge.public_url_by_proxy {
                arrival.origin = edge.proxies.origin(headers).map(Arc::from);
            }
        }
        arrival
    }

    /// Says whose request it is.
    pub fn attribute(&self, attributed: Attributed) {
        // A request has one caller.
        let _ = self.notes.caller.set(attributed);
    }

    /// Whose request it is; none of a request whose credential is none, which counts for no organisation.
    pub fn attributed(&self) -> Option<&Attributed> {
        self.notes.caller.get()
    }

    /// Holds a share until the request has ended.
    pub fn hold(&self, share: Share) {
        // A request is admitted once; a second look at its credential takes nothing more.
        let _ = self.notes.share.set(share);
    }

    /// The trace that it belongs to and its own span, as in `traceparent`; a new trace unless a trusted peer named one.
    pub fn trace(&self) -> (String, String) {
        let digest = Sha256::digest(self.id.as_bytes());
        let half = |at: usize| u64::from_be_bytes(std::array::from_fn(|index| digest[at + index]));
        let fresh = u128::from(half(0)) << 64 | u128::from(half(8));
        (format!("{:032x}", self.trace.map_or(fresh, |trace| trace.trace)), format!("{:016x}", half(16)))
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
    let mut id = String::with_capacity(28);
    // A text takes whatever is written to it.
    let _ = write!(id, "{process:016x}{count:012x}");
    Arc::from(id)
}
