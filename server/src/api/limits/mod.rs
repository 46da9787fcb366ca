//! What protects the server from its clients, and organisations from each other (RFC 7644 §7.5).
//!
//! - [`rate`]: how many requests an organisation may send, and how many of them are under way (429).
//! - [`gate`]: how many requests are under way in all, and how long each may take (503).
//! - [`denials`]: repeated bad credentials get their answers later and later.

pub mod denials;
pub mod gate;
pub mod rate;

use std::{
    net::IpAddr,
    sync::{Arc, OnceLock},
    time::Instant,
};

use uuid::Uuid;

use crate::{
    config::protection::Protection,
    scim::error::{Error, ErrorKind},
    service::settings::OrganisationSettings,
    store::organisations::Organisation,
};

use super::operation::metrics::{Metrics, Rejection};

use self::{
    denials::{Denials, Verdict},
    gate::Gate,
    rate::{Rate, Rates, Share},
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

/// What becomes known of a request while it is carried out: for its log line, and for the end of it.
#[derive(Default)]
pub struct Notes(OnceLock<Admitted>);

/// Whose request it is.
pub struct Admitted {
    /// The organisation.
    pub organisation: Arc<Organisation>,
    /// The credential, if it is one of scimd's.
    pub credential: Option<Uuid>,
    /// Given back at the end of the request.
    _share: Share,
}

impl Notes {
    /// Whose request it is, once that is known.
    pub fn admitted(&self) -> Option<&Admitted> {
        self.0.get()
    }
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

    /// Lets a request of an organisation in, or says when to come again.
    pub fn admit(
        &self,
        metrics: &Metrics,
        notes: &Notes,
        organisation: &Arc<Organisation>,
        credential: Option<Uuid>,
        settings: &OrganisationSettings,
    ) -> Result<(), Error> {
        let bucket = self.rates.of(organisation.org);
        let rate = settings.rate_limit.map_or(self.usual, Rate::from);
        if let Err(seconds) = bucket.take(rate, self.rates.now()) {
            metrics.rejected(Rejection::Rate);
            let detail = format!(
                "the organisation sends more than {} requests a second; try again in {seconds} s, and send fewer at a time or more in one bulk request",
                rate.per_second
            );
            return Err(Error::new(ErrorKind::TooManyRequests(seconds), detail));
        }
        let Some(share) = Share::take(bucket, self.share) else {
            metrics.rejected(Rejection::Share);
            let detail = format!(
                "the organisation has {} requests under way, and may have no more at the same time; try again when some are answered",
                self.share
            );
            return Err(Error::new(ErrorKind::TooManyRequests(SOON), detail));
        };
        // A request is admitted once; a second look at its credential takes nothing more.
        let _ = notes.0.set(Admitted { organisation: organisation.clone(), credential, _share: share });
        Ok(())
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
