//! What stands around the routes: limits, counters, proxies, and whether the server is about to end.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use crate::config::protection::Protection;

use super::{limits::Limits, operation::metrics::Metrics, proxy::Proxies};

/// What stands around the routes of a server.
pub struct Edge {
    /// The limits.
    pub limits: Limits,
    /// The counters.
    pub metrics: Metrics,
    /// The proxies whose word is taken.
    pub proxies: Proxies,
    /// Whether the nearest trusted proxy says what the public URL is: nobody else does.
    pub public_url_by_proxy: bool,
    draining: AtomicBool,
}

impl Edge {
    /// The edge of a server that begins to serve.
    pub fn new(protection: &Protection, has_public_url: bool) -> Result<Arc<Self>, String> {
        let proxies = Proxies::new(protection);
        Ok(Arc::new(Self {
            limits: Limits::new(protection),
            metrics: Metrics::new().map_err(|error| error.to_string())?,
            public_url_by_proxy: !has_public_url && !protection.trusted_proxies.is_empty(),
            proxies,
            draining: AtomicBool::new(false),
        }))
    }

    /// Whether the server is about to end.
    pub fn is_draining(&self) -> bool {
        self.draining.load(Ordering::Relaxed)
    }

    /// From now on the server is about to end.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    /// Waits until no request is under way, at most that long.
    pub async fn empty(&self, patience: Duration) {
        self.limits.gate.empty(patience).await;
    }
}
