//! Whether the server can serve: its database answers and has the tables of this version, and it is not about to end.

use std::time::{Duration, Instant};

use tokio::{sync::Mutex, time::timeout};

use crate::store::Store;

/// How long what was found holds: probes are no load on the database.
const HOLDS: Duration = Duration::from_secs(1);
/// How long the database may take to answer.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// What was found last.
#[derive(Default)]
pub struct Readiness(Mutex<Option<(Instant, Found)>>);

#[derive(Debug, Clone, Copy)]
struct Found {
    database: &'static str,
    schema: &'static str,
}

impl Readiness {
    /// Whether the server is ready, and each part of it in JSON.
    pub async fn report(&self, store: &Store, draining: bool) -> (bool, String) {
        let found = self.found(store).await;
        let ready = found.database == "ok" && found.schema == "ok" && !draining;
        let status = if ready { "ready" } else { "not ready" };
        let Found { database, schema } = found;
        let body =
            format!(r#"{{"status":"{status}","database":"{database}","schema":"{schema}","draining":{draining}}}"#);
        (ready, body)
    }

    async fn found(&self, store: &Store) -> Found {
        let mut last = self.0.lock().await;
        if let Some((since, found)) = *last
            && since.elapsed() < HOLDS
        {
            return found;
        }
        let found = match timeout(PATIENCE, store.is_current()).await {
            Ok(Ok(true)) => Found { database: "ok", schema: "ok" },
            Ok(Ok(false)) => Found { database: "ok", schema: "of another version" },
            Ok(Err(_)) | Err(_) => Found { database: "unavailable", schema: "unknown" },
        };
        *last = Some((Instant::now(), found));
        found
    }
}
