//! Time and ids, injected so that tests are exact.

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use uuid::{Builder, Uuid};

/// Gives the time in microseconds since 1970, in whole milliseconds: what is stored is what is shown.
pub type Now = Arc<dyn Fn() -> i64 + Send + Sync>;

/// The clock and the source of ids.
#[derive(Clone)]
pub struct Clock {
    now: Now,
    last: Arc<AtomicI64>,
    /// The time and the counter of the last id, as in its first bits.
    last_id: Arc<AtomicU64>,
}

const MILLISECOND: i64 = 1_000;

impl Clock {
    /// A clock that a function drives.
    pub fn new(now: Now) -> Self {
        Self { now, last: Arc::new(AtomicI64::new(i64::MIN)), last_id: Arc::default() }
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
    ///
    /// Within a millisecond the twelve bits behind the time count up (RFC 9562 §6.2, method 1); a process that makes more
    /// than they can count runs ahead of the clock for a moment.
    pub fn id(&self) -> Result<Uuid, getrandom::Error> {
        const COUNTER_BITS: u32 = 12;
        let mut random = [0; 10];
        getrandom::fill(&mut random)?;
        let millis = u64::try_from(self.now() / MILLISECOND).unwrap_or_default();
        let first = millis << COUNTER_BITS;
        let next = |last: u64| (last + 1).max(first);
        let last = self.last_id.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| Some(next(last)));
        let id = next(last.unwrap_or_else(|last| last));
        let counter = (id & ((1 << COUNTER_BITS) - 1)) as u16;
        random[..2].copy_from_slice(&counter.to_be_bytes());
        Ok(Builder::from_unix_timestamp_millis(id >> COUNTER_BITS, &random).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_ascend_also_within_a_millisecond_and_when_the_clock_goes_back() {
        let time = Arc::new(AtomicI64::new(5_000_000));
        let source = time.clone();
        let clock = Clock::new(Arc::new(move || source.load(Ordering::Relaxed)));
        let mut last = clock.id().unwrap();
        for step in 0..10_000 {
            if step == 5_000 {
                time.store(1_000_000, Ordering::Relaxed);
            }
            let next = clock.id().unwrap();
            assert!(next > last, "{next} after {last}");
            assert_eq!(next.get_version_num(), 7);
            last = next;
        }
        assert_eq!(clock.now(), 5_000_000);
    }
}
