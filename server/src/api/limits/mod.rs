//! What protects the server from its clients, and organisations from each other (RFC 7644 §7.5).
//!
//! - [`rate`]: how many requests an organisation may send, and how many of them are under way (429).
//! - [`gate`]: how many requests are under way in all, and how long each may take (503).
//! - [`denials`]: repeated bad credentials get their answers later and later.

pub mod denials;
pub mod gate;
pub mod rate;

use std::{net::IpAddr, sync::Arc, time::Instant};

use crate::{
    config::protection::Protection,
    scim::error::{Error, ErrorKind},
    service::settings::OrganisationSettings,
    store::Org,
};

use super::operation::metrics::{Metrics, Rejection};

pub use self::rate::Share;
use self::{
    denials::{Denials, Verdict},
    gate::Gate,
    rate::{Rate, Rates},
};

/// In how many seconds a client may try again when others hold what it needs.
const SOON: u32 = 1;

/// The limits in force, and how far they are used.
pub struct Limits {
    /// The requests under way.
    pub gate: Arc<Gate>,
    rates: Rates,
    usual: Rate,
    share: usize,
    denials: Denials,
}

impl Limits {
    /// Limits of which nothing is used.
    pub fn new(protection: &Protection) -> Self {
        Self {
            gate: Arc::new(Gate::new(protection.max_concurrent, protection.request_timeout)),
            rates: Rates::new(Instant::now()),
            usual: Rate { per_second: protection.rate_limit, burst: protection.rate_burst },
            share: (protection.max_concurrent / 2).max(1),
            denials: Denials::new(protection.denial_delay),
        }
    }

    /// Lets a request of an organisation in, with a share of what is under way that is given back when it is dropped, or
    /// says when to come again.
    pub fn admit(&self, metrics: &Metrics, org: Org, settings: &OrganisationSettings) -> Result<Share, Error> {
        let bucket = self.rates.of(org);
        let rate = settings.rate_limit.map_or(self.usual, Rate::from);
        if let Err(seconds) = bucket.take(rate, self.rates.now()) {
            metrics.rejected(Rejection::Rate);
            let detail = format!(
                "the organisation sends more than {} requests a second; try again in {seconds} s, and send fewer at a time or more in one bulk request",
                rate.per_second
            );
            return Err(Error::new(ErrorKind::TooManyRequests(seconds), detail));
        }
        Share::take(bucket, self.share).ok_or_else(|| {
            metrics.rejected(Rejection::Share);
            let detail = format!(
                "the organisation has {} requests under way, and may have no more at the same time; try again when some are answered",
                self.share
            );
            Error::new(ErrorKind::TooManyRequests(SOON), detail)
        })
    }

    /// Waits as long as the answer to a bad credential is to be held back; the error is to be answered instead.
    pub async fn denied(&self, metrics: &Metrics, source: Option<IpAddr>) -> Result<(), Error> {
        match self.denials.note(source) {
            Verdict::Now => Ok(()),
            Verdict::After(held) => {
                held.wait().await;
                Ok(())
            }
            Verdict::Crowded(seconds) => {
                metrics.rejected(Rejection::Denials);
                let detail = "too many bad credentials came from this address; try again later, with a valid one";
                Err(Error::new(ErrorKind::TooManyRequests(seconds), detail))
            }
        }
    }
}
