//! Repeated bad credentials: their answers come later and later, and never so many at a time that holding them costs much.
//!
//! Only answers that refuse a credential are held back, so that whoever shares an address with a guesser notices nothing.
//! What is remembered of addresses is bounded: two generations of a table, of which the older one is dropped when the
//! younger one is full.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

/// So many bad credentials of an address are answered at once: a client that was set up wrongly is no guesser.
const FREE: u32 = 30;
/// An address is forgiven one of them each so often.
const FORGIVEN_EVERY: Duration = Duration::from_secs(2);
/// The first delay; each further bad credential doubles it.
const FIRST: Duration = Duration::from_millis(25);
/// Answers held back at a time, of one address and in all; those beyond are refused at once (429).
const HELD_OF_ONE: usize = 16;
const HELD: usize = 256;
/// The addresses in one generation of the table.
const GENERATION: usize = 5_000;
/// A warning about bad credentials is logged this often at most.
const WARN_EVERY: Duration = Duration::from_secs(10);

/// What becomes of an answer that refuses a credential.
pub enum Verdict {
    /// It is sent.
    Now,
    /// It is sent after a while.
    After(Held),
    /// It is not sent: too many are held back. So many seconds are to pass first.
    Crowded(u32),
}

/// An answer that is held back.
pub struct Held {
    delay: Duration,
    /// How many are held of its address, and in all.
    counts: [Arc<AtomicUsize>; 2],
}

impl Held {
    fn take(delay: Duration, of_one: Arc<AtomicUsize>, all: Arc<AtomicUsize>) -> Option<Self> {
        let held =
            [(&of_one, HELD_OF_ONE), (&all, HELD)].map(|(count, most)| count.fetch_add(1, Ordering::Relaxed) < most);
        // Dropped, it counts itself off.
        let taken = Self { delay, counts: [of_one, all] };
        held.iter().all(|fits| *fits).then_some(taken)
    }

    /// Waits.
    pub async fn wait(self) {
        tokio::time::sleep(self.delay).await;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        for count in &self.counts {
            count.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

/// The bad credentials of late.
pub struct Denials {
    longest: Duration,
    since: Instant,
    sources: Mutex<Sources>,
    held: Arc<AtomicUsize>,
}

impl Denials {
    /// None yet; answers are held back that long at most.
    pub fn new(longest: Duration) -> Self {
        Self { longest, since: Instant::now(), sources: Mutex::default(), held: Arc::default() }
    }

    /// Notes a bad credential that came from an address.
    pub fn note(&self, source: Option<IpAddr>) -> Verdict {
        let Some(source) = source.filter(|_| !self.longest.is_zero()) else { return Verdict::Now };
        let now = self.since.elapsed();
        let Ok(mut sources) = self.sources.lock() else { return Verdict::Now };
        let (count, of_one) = sources.note(network(source), now);
        let warn = count > FREE && sources.may_warn(now);
        drop(sources);
        if warn {
            tracing::warn!(%source, count, "bad credentials come from an address again and again; its refusals are held back");
        }
        let delay = delay(count, self.longest);
        if delay.is_zero() {
            return Verdict::Now;
        }
        let seconds = self.longest.as_secs().max(1);
        let crowded = || Verdict::Crowded(u32::try_from(seconds).unwrap_or(u32::MAX));
        Held::take(delay, of_one, self.held.clone()).map_or_else(crowded, Verdict::After)
    }
}

/// What one client has at its disposal: an IPv6 client has a whole network of addresses.
fn network(source: IpAddr) -> IpAddr {
    match source.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
        address => address,
    }
}

/// How long the answer to the `count`-th bad credential is held back.
fn delay(count: u32, longest: Duration) -> Duration {
    match count.checked_sub(FREE + 1) {
        None => Duration::ZERO,
        Some(doublings) => FIRST.saturating_mul(1 << doublings.min(20)).min(longest),
    }
}

/// What is remembered of addresses.
#[derive(Default)]
struct Sources {
    young: HashMap<IpAddr, Record>,
    old: HashMap<IpAddr, Record>,
    warned: Option<Duration>,
}

#[derive(Default)]
struct Record {
    /// Bad credentials that are not forgiven.
    count: u32,
    /// When one was forgiven last.
    forgiven: Duration,
    held: Arc<AtomicUsize>,
}

impl Sources {
    /// Counts a bad credential: how many there are now, and how many answers to them are held back.
    fn note(&mut self, source: IpAddr, now: Duration) -> (u32, Arc<AtomicUsize>) {
        if self.young.len() >= GENERATION && !self.young.contains_key(&source) {
            self.old = std::mem::take(&mut self.young);
        }
        let old = &mut self.old;
        let record = self
            .young
            .entry(source)
            .or_insert_with(|| old.remove(&source).unwrap_or_else(|| Record { forgiven: now, ..Record::default() }));
        let passed = now.saturating_sub(record.forgiven);
        let forgiven = u32::try_from(passed.as_nanos() / FORGIVEN_EVERY.as_nanos()).unwrap_or(u32::MAX);
        if forgiven > 0 {
            record.count = record.count.saturating_sub(forgiven);
            record.forgiven = now;
        }
        // Beyond the longest delay counting on would only put off forgiveness.
        record.count = (record.count + 1).min(FREE * 2);
        (record.count, record.held.clone())
    }

    fn may_warn(&mut self, now: Duration) -> bool {
        let may = self.warned.is_none_or(|warned| now.saturating_sub(warned) >= WARN_EVERY);
        if may {
            self.warned = Some(now);
        }
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: Duration = Duration::from_secs(2);

    fn address(number: u32) -> IpAddr {
        IpAddr::from(number.to_be_bytes())
    }

    #[test]
    fn the_delay_begins_after_some_and_doubles_up_to_the_longest() {
        assert_eq!(delay(FREE, LONGEST), Duration::ZERO);
        assert_eq!(delay(FREE + 1, LONGEST), FIRST);
        assert_eq!(delay(FREE + 2, LONGEST), FIRST * 2);
        assert_eq!(delay(FREE + 60, LONGEST), LONGEST);
        assert_eq!(delay(u32::MAX, LONGEST), LONGEST);
    }

    #[test]
    fn an_address_is_forgiven_with_time_and_others_have_their_own_count() {
        let mut sources = Sources::default();
        for count in 1..=FREE {
            assert_eq!(sources.note(address(1), Duration::from_secs(1)).0, count);
        }
        assert_eq!(sources.note(address(2), Duration::from_secs(1)).0, 1);
        assert_eq!(sources.note(address(1), Duration::from_secs(1) + FORGIVEN_EVERY * 10).0, FREE - 9);
        assert_eq!(sources.note(address(1), Duration::from_secs(10_000)).0, 1);
    }

    /// F26: any number of addresses, and no more memory than for two generations of them.
    #[test]
    fn what_is_remembered_is_bounded_and_a_persistent_guesser_stays_in_it() {
        let mut sources = Sources::default();
        for number in 0..200_000 {
            sources.note(address(number + 10), Duration::ZERO);
            if number % 1_000 == 0 {
                sources.note(address(1), Duration::ZERO);
            }
        }
        assert!(sources.young.len() + sources.old.len() <= 2 * GENERATION + 1);
        assert_eq!(sources.note(address(1), Duration::ZERO).0, FREE * 2);
    }

    #[test]
    fn a_client_of_ipv6_is_its_network() {
        let parsed = |text: &str| text.parse::<IpAddr>().unwrap();
        assert_eq!(network(parsed("2001:db8:1:2:3:4:5:6")), network(parsed("2001:db8:1:2:ffff::1")));
        assert_ne!(network(parsed("2001:db8:1:2::1")), network(parsed("2001:db8:1:3::1")));
        assert_eq!(network(parsed("::ffff:192.0.2.1")), parsed("192.0.2.1"));
    }

    #[test]
    fn so_many_are_held_back_at_a_time_and_no_more() {
        let denials = Denials::new(LONGEST);
        let mut held = Vec::new();
        let mut crowded = 0;
        for _ in 0..FREE as usize + HELD_OF_ONE + 5 {
            match denials.note(Some(address(1))) {
                Verdict::Now => {}
                Verdict::After(one) => held.push(one),
                Verdict::Crowded(seconds) => {
                    assert_eq!(seconds, 2);
                    crowded += 1;
                }
            }
        }
        assert_eq!((held.len(), crowded), (HELD_OF_ONE, 5));
        held.clear();
        assert!(matches!(denials.note(Some(address(1))), Verdict::After(_)));
        assert_eq!(denials.held.load(Ordering::Relaxed), 0);
    }
}
