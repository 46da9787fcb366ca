//! Time and ids, injected so that tests are exact.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use uuid::{Builder, Uuid};

/// Gives the time in microseconds since 1970, in whole milliseconds: what is stored is what is shown.
pub type Now = Arc<dyn Fn() -> i64 + Send + Sync>;

/// The clock and the source of ids.
#[derive(Clone)]
pub struct Clock {
    now: Now,
    last: Arc<AtomicI64>,
}

const MILLISECOND: i64 = 1_000;

impl Clock {
    /// A clock that a function drives.
    pub fn new(now: Now) -> Self {
        Self { now, last: Arc::new(AtomicI64::new(i64::MIN)) }
    }

    /// The system's clock.
    pub fn system() -> Self {
        Self::new(Arc::new(|| {
            #[expect(clippy::disallowed_methods, reason = "this is where time comes from")]
            let now = std::time::SystemTime::now();
            let since = now.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX / MILLISECOND) * MILLISECOND
        }))
    }

    /// The time; it never goes back, whatever the system's clock does.
    pub fn now(&self) -> i64 {
        let now = (self.now)();
        self.last.fetch_max(now, Ordering::Relaxed).max(now)
    }

    /// A new id: a UUID v7, so that the order of ids is the order of creation.
    pub fn id(&self) -> Result<Uuid, getrandom::Error> {
        let mut random = [0; 10];
        getrandom::fill(&mut random)?;
        let millis = u64::try_from(self.now() / MILLISECOND).unwrap_or_default();
        Ok(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}
