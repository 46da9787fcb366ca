//! The provisioning log on its way to the database: a bounded queue, and a task that writes what is in it, in batches.
//!
//! A request hands its entry over and never waits. When the queue is full, entries are lost rather than requests slowed
//! down; how many is counted and warned of.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use serde::{Deserialize, Serialize};
use tokio::sync::{mpsc, oneshot};

use crate::{
    clock::Clock,
    scim::limits::{LOG_QUEUE, LOGGED_READS},
    store::{Org, Store, requests::Request},
};

/// The most entries in one transaction.
const BATCH: usize = 512;
/// How long entries are gathered.
const GATHER: Duration = Duration::from_millis(200);
/// Counters of reads, which organisations share by their number.
const COUNTERS: usize = 256;

/// Which requests of an organisation are logged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Logging {
    /// All of them; of reads that succeed, so many a second.
    #[default]
    All,
    /// Writes, and what is refused.
    WritesAndErrors,
    /// None.
    Off,
}

impl Logging {
    /// Whether it is the default.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// The way of entries to the database.
#[derive(Clone)]
pub struct ProvisioningLog(Arc<Queue>);

struct Queue {
    clock: Clock,
    sender: mpsc::Sender<Message>,
    /// Taken by the task that writes.
    receiver: Mutex<Option<mpsc::Receiver<Message>>>,
    began: Instant,
    /// For each counter the second that it is about, and how many reads were logged in it.
    reads: Vec<AtomicU64>,
    skipped: AtomicU64,
    dropped: AtomicU64,
}

enum Message {
    Entry(Box<Request>),
    /// To be answered when all before it is written.
    Flush(oneshot::Sender<()>),
}

impl ProvisioningLog {
    pub(super) fn new(clock: Clock) -> Self {
        let (sender, receiver) = mpsc::channel(LOG_QUEUE);
        Self(Arc::new(Queue {
            clock,
            sender,
            receiver: Mutex::new(Some(receiver)),
            began: Instant::now(),
            reads: (0..COUNTERS).map(|_| AtomicU64::new(0)).collect(),
            skipped: AtomicU64::new(0),
            dropped: AtomicU64::new(0),
        }))
    }

    /// Whether a request is to be logged. `read` says that it changed nothing by its method; then it counts.
    pub fn takes(&self, org: Org, logging: Logging, read: bool, status: u16) -> bool {
        // What is refused for coming too often must not come as often into the log.
        let bounded = read && status < 400 || status == 429;
        match logging {
            Logging::Off => false,
            Logging::WritesAndErrors if read && status < 400 => false,
            _ => !bounded || self.has_room(org),
        }
    }

    /// Whether one more read of an organisation may be logged in this second.
    fn has_room(&self, org: Org) -> bool {
        let second = self.0.began.elapsed().as_secs() & u64::from(u32::MAX);
        let counter = usize::try_from(org.0.unsigned_abs() % COUNTERS as u64).unwrap_or_default();
        let room = self.0.reads[counter].fetch_update(Ordering::Relaxed, Ordering::Relaxed, |known| {
            let count = if known >> 32 == second { known & u64::from(u32::MAX) } else { 0 };
            (count < LOGGED_READS).then_some(second << 32 | (count + 1))
        });
        if room.is_err() {
            self.0.skipped.fetch_add(1, Ordering::Relaxed);
        }
        room.is_ok()
    }

    /// Hands an entry over; its time is now.
    pub fn add(&self, entry: Request) {
        let entry = Request { at: self.0.clock.now(), ..entry };
        if self.0.sender.try_send(Message::Entry(Box::new(entry))).is_err() {
            self.0.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How many entries were lost, since the queue was full or the database did not take them.
    pub fn dropped(&self) -> u64 {
        self.0.dropped.load(Ordering::Relaxed)
    }

    /// How many successful reads were left out, since there were too many in a second.
    pub fn skipped(&self) -> u64 {
        self.0.skipped.load(Ordering::Relaxed)
    }

    /// Writes entries as they come; for the server to run beside the requests. There is one such task.
    pub async fn write(self, store: Store) {
        let Some(mut receiver) = self.0.receiver.lock().ok().and_then(|mut receiver| receiver.take()) else { return };
        let mut messages = Vec::with_capacity(BATCH);
        let mut warned = 0;
        while receiver.recv_many(&mut messages, BATCH).await > 0 {
            let flushes = |messages: &[Message]| messages.iter().any(|message| matches!(message, Message::Flush(_)));
            if messages.len() < BATCH && !flushes(&messages) {
                tokio::time::sleep(GATHER).await;
                while messages.len() < BATCH
                    && let Ok(message) = receiver.try_recv()
                {
                    messages.push(message);
                }
            }
            let (mut entries, mut waiting) = (Vec::new(), Vec::new());
            for message in messages.drain(..) {
                match message {
                    Message::Entry(entry) => entries.push(*entry),
                    Message::Flush(done) => waiting.push(done),
                }
            }
            if !entries.is_empty()
                && let Err(error) = store.add_requests(&entries).await
            {
                tracing::error!(?error, "the provisioning log could not be written");
                self.0.dropped.fetch_add(entries.len() as u64, Ordering::Relaxed);
            }
            let dropped = self.dropped();
            if dropped > warned {
                tracing::warn!(dropped = dropped - warned, "entries of the provisioning log were lost");
                warned = dropped;
            }
            for done in waiting {
                // Nobody waits any more, which is fine.
                let _ = done.send(());
            }
        }
    }

    /// Waits until all that was handed over is written.
    pub async fn flush(&self) {
        let (done, written) = oneshot::channel();
        if self.0.sender.send(Message::Flush(done)).await.is_ok() {
            let _ = written.await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log() -> ProvisioningLog {
        ProvisioningLog::new(Clock::system())
    }

    #[test]
    fn writes_and_errors_are_logged_always_and_so_many_reads_a_second() {
        let log = log();
        let reads =
            |log: &ProvisioningLog| (0..1_000).filter(|_| log.takes(Org(1), Logging::All, true, 200)).count() as u64;
        // A second may begin meanwhile.
        let logged = reads(&log);
        assert!((LOGGED_READS..=2 * LOGGED_READS).contains(&logged), "{logged}");
        assert_eq!(log.skipped(), 1_000 - logged);
        assert!((0..1_000).all(|_| log.takes(Org(1), Logging::All, false, 201)));
        assert!((0..1_000).all(|_| log.takes(Org(1), Logging::All, true, 404)));
        assert!(log.takes(Org(2), Logging::All, true, 200), "another organisation has reads of its own");
    }

    #[test]
    fn an_organisation_says_what_is_logged() {
        let log = log();
        for (logging, read, write, error) in [
            (Logging::All, true, true, true),
            (Logging::WritesAndErrors, false, true, true),
            (Logging::Off, false, false, false),
        ] {
            assert_eq!(log.takes(Org(1), logging, true, 200), read);
            assert_eq!(log.takes(Org(1), logging, false, 200), write);
            assert_eq!(log.takes(Org(1), logging, true, 400), error);
        }
    }

    #[test]
    fn a_full_queue_loses_entries_and_counts_them() {
        let log = log();
        let entry = Request {
            org: Org(1),
            at: 0,
            actor: crate::store::Actor::command(),
            method: "GET".to_owned(),
            endpoint: "/Users".to_owned(),
            kind: None,
            resource: None,
            query: None,
            status: 200,
            scim_type: None,
            detail: None,
            micros: 0,
            quirks: None,
        };
        for _ in 0..LOG_QUEUE + 3 {
            log.add(entry.clone());
        }
        assert_eq!(log.dropped(), 3);
    }
}
