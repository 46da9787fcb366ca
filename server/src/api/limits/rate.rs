//! Token buckets: how many requests an organisation may send, and how many of them are under way.
//!
//! A bucket is one number: the time at which it will be full again (the generic cell rate algorithm). It is changed without
//! a lock, and one that is full is as good as none, so that it can be forgotten.

use std::{
    collections::HashMap,
    sync::{
        Arc, RwLock,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::Instant,
};

use crate::{config::protection::default_burst, service::settings::RateLimit, store::Org};

/// The parts of the table of buckets, each with a lock of its own.
const PARTS: usize = 16;
/// Beyond so many buckets in a part, the full ones are forgotten.
const PART: usize = 4096;
const SECOND: u64 = 1_000_000_000;

/// How many requests may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// A second, in the long run; 0 for no limit.
    pub per_second: u32,
    /// At once.
    pub burst: u32,
}

impl From<RateLimit> for Rate {
    fn from(limit: RateLimit) -> Self {
        let burst = limit.burst.map_or_else(|| default_burst(limit.per_second), u32::from);
        Self { per_second: limit.per_second, burst }
    }
}

/// The bucket of an organisation.
#[derive(Debug, Default)]
pub struct Bucket {
    /// When it will be full again, in nanoseconds of [`Rates::now`].
    full_at: AtomicU64,
    under_way: AtomicUsize,
}

impl Bucket {
    /// Takes a request's token; when there is none, says in how many seconds there will be.
    pub fn take(&self, rate: Rate, now: u64) -> Result<(), u32> {
        if rate.per_second == 0 {
            return Ok(());
        }
        let interval = (SECOND / u64::from(rate.per_second)).max(1);
        // The bucket holds a token as long as it lacks fewer than all of them.
        let depth = interval * u64::from(rate.burst.max(1) - 1);
        let taken = self.full_at.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |full_at| {
            let from = full_at.max(now);
            (from - now <= depth).then_some(from + interval)
        });
        taken.map(|_| ()).map_err(|full_at| {
            let wait = full_at.saturating_sub(now).saturating_sub(depth);
            u32::try_from(wait.div_ceil(SECOND)).unwrap_or(u32::MAX).max(1)
        })
    }

    fn is_idle(&self, now: u64) -> bool {
        self.full_at.load(Ordering::Relaxed) <= now && self.under_way.load(Ordering::Relaxed) == 0
    }
}

/// A request under way, counted among those of its organisation until it is dropped.
pub struct Share(Arc<Bucket>);

impl Share {
    /// Counts a request, unless that many of the organisation are under way.
    pub fn take(bucket: Arc<Bucket>, most: usize) -> Option<Self> {
        let before = bucket.under_way.fetch_add(1, Ordering::Relaxed);
        // Dropped, it counts itself off.
        let share = Self(bucket);
        (before < most).then_some(share)
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The buckets of the organisations that sent requests of late.
pub struct Rates {
    since: Instant,
    parts: [RwLock<HashMap<i64, Arc<Bucket>>>; PARTS],
}

impl Rates {
    /// No buckets yet.
    pub fn new(since: Instant) -> Self {
        Self { since, parts: std::array::from_fn(|_| RwLock::default()) }
    }

    /// The time, in nanoseconds.
    pub fn now(&self) -> u64 {
        u64::try_from(self.since.elapsed().as_nanos()).unwrap_or(u64::MAX / 2)
    }

    /// The bucket of an organisation.
    pub fn of(&self, org: Org) -> Arc<Bucket> {
        let part = &self.parts[org.0.unsigned_abs() as usize % PARTS];
        let known = part.read().ok().and_then(|part| part.get(&org.0).cloned());
        known.unwrap_or_else(|| {
            let Ok(mut part) = part.write() else { return Arc::default() };
            if part.len() >= PART {
                let now = self.now();
                part.retain(|_, bucket| Arc::strong_count(bucket) > 1 || !bucket.is_idle(now));
            }
            part.entry(org.0).or_default().clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate { per_second: 10, burst: 5 };
    const TENTH: u64 = SECOND / 10;

    #[test]
    fn a_burst_is_let_in_and_then_the_rate() {
        let bucket = Bucket::default();
        for _ in 0..5 {
            assert_eq!(bucket.take(RATE, SECOND), Ok(()));
        }
        assert_eq!(bucket.take(RATE, SECOND), Err(1));
        assert_eq!(bucket.take(RATE, SECOND + TENTH - 1), Err(1));
        assert_eq!(bucket.take(RATE, SECOND + TENTH), Ok(()));
        assert_eq!(bucket.take(RATE, SECOND + TENTH), Err(1));
        // A refused request costs nothing, and the bucket fills no further than its burst.
        let later = 100 * SECOND;
        assert_eq!((0..10).filter(|_| bucket.take(RATE, later).is_ok()).count(), 5);
    }

    #[test]
    fn the_wait_is_in_whole_seconds_and_then_there_is_a_token() {
        let slow = Rate { per_second: 1, burst: 3 };
        let bucket = Bucket::default();
        for _ in 0..3 {
            bucket.take(slow, 0).unwrap();
        }
        let wait = bucket.take(slow, 1).unwrap_err();
        assert_eq!(wait, 1);
        assert_eq!(bucket.take(slow, 1 + u64::from(wait) * SECOND), Ok(()));
        // The limit is lowered while the bucket is empty: the wait is that of the new limit.
        let wait = bucket.take(Rate { per_second: 1, burst: 1 }, 1 + SECOND).unwrap_err();
        assert_eq!(wait, 3);
        assert_eq!(bucket.take(Rate { per_second: 1, burst: 1 }, 1 + 4 * SECOND), Ok(()));
    }

    #[test]
    fn zero_is_no_limit() {
        let bucket = Bucket::default();
        assert!((0..100_000).all(|_| bucket.take(Rate { per_second: 0, burst: 1 }, 0).is_ok()));
    }

    #[test]
    fn many_threads_get_no_more_than_the_burst() {
        let bucket = Bucket::default();
        let rate = Rate { per_second: 1, burst: 1000 };
        let taken = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let mine = (0..1000).filter(|_| bucket.take(rate, 5).is_ok()).count();
                    taken.fetch_add(mine, Ordering::Relaxed);
                });
            }
        });
        assert_eq!(taken.into_inner(), 1000);
    }

    #[test]
    fn a_share_is_given_back() {
        let bucket = Arc::<Bucket>::default();
        let first = Share::take(bucket.clone(), 1);
        assert!(first.is_some() && Share::take(bucket.clone(), 1).is_none());
        drop(first);
        assert!(Share::take(bucket, 1).is_some());
    }

    #[test]
    fn each_organisation_has_a_bucket_and_full_ones_are_forgotten() {
        let rates = Rates::new(Instant::now());
        let one = rates.of(Org(1));
        one.take(Rate { per_second: 1, burst: 1_000_000 }, rates.now()).unwrap();
        assert!(Arc::ptr_eq(&one, &rates.of(Org(1))) && !Arc::ptr_eq(&one, &rates.of(Org(17))));
        for org in 0..200_000 {
            rates.of(Org(org));
        }
        let kept: usize = rates.parts.iter().map(|part| part.read().unwrap().len()).sum();
        assert!(kept <= PARTS * (PART + 1), "{kept}");
        assert!(Arc::ptr_eq(&one, &rates.of(Org(1))), "one in use is kept");
    }
}
