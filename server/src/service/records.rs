//! The records: the audit trail and the provisioning log, read page by page, and kept as long as the operator says.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use crate::{
    scim::{
        error::{Error, ErrorKind},
        json::echo,
        limits, redact,
    },
    store::{
        Org,
        audit::{AuditQuery, Audited, Change},
        database::DatabaseError,
        requests::{Logged, RequestQuery},
    },
};

use super::{Service, database_error};

/// In microseconds.
const DAY: i64 = 86_400_000_000;
/// How often it is looked for what is too old.
const SWEEP_EVERY: Duration = Duration::from_secs(600);
/// How long others may write between two removals.
const PAUSE: Duration = Duration::from_millis(20);

/// How long records are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// The audit trail, in days.
    pub audit_days: u32,
    /// The provisioning log, in days.
    pub log_days: u32,
}

impl Default for Retention {
    fn default() -> Self {
        Self { audit_days: limits::AUDIT_DAYS, log_days: limits::PROVISIONING_LOG_DAYS }
    }
}

/// A page of records, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The records.
    pub items: Vec<T>,
    /// Where the next page begins; none after the last.
    pub next: Option<String>,
}

/// Which page is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Paging<'a> {
    /// The `next` of the page before.
    pub cursor: Option<&'a str>,
    /// How many records at most.
    pub count: Option<u64>,
}

impl Paging<'_> {
    /// The place that the page lies behind, and the records that it has at most.
    ///
    /// A cursor is a number in the sequence. Who reads records may read them all, so that there is nothing in it to hide.
    fn place(&self) -> Result<(Option<i64>, u64), Error> {
        let before = match self.cursor {
            None | Some("") => None,
            Some(text) => Some(text.parse::<i64>().map_err(|_| {
                let detail = "after: it is none of this list; leave it out to begin with the newest record";
                Error::new(ErrorKind::InvalidValue, detail)
            })?),
        };
        Ok((before, self.count.unwrap_or(limits::RECORDS).clamp(1, limits::RECORDS_AT_MOST)))
    }
}

impl<T> Page<T> {
    /// Of one record more than the page holds, if there are so many.
    fn new(mut items: Vec<T>, count: u64, sequence: impl Fn(&T) -> i64) -> Self {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let further = items.len() > count;
        items.truncate(count);
        let next = items.last().filter(|_| further).map(|last| sequence(last).to_string());
        Self { items, next }
    }
}

/// The statuses that a text such as `404` or `4xx` names, both ends included.
pub fn parse_status(text: &str) -> Result<(u16, u16), Error> {
    let class = text.strip_suffix("xx").and_then(|class| class.parse::<u16>().ok());
    let span = match class {
        Some(class) => (class < 10).then(|| (class * 100, class * 100 + 99)),
        None => text.parse().ok().map(|status| (status, status)),
    };
    let fits = span.filter(|(first, _)| (100..600).contains(first));
    fits.ok_or_else(|| {
        let detail = format!("status: {} is none; give one such as 404, or all of a class by 4xx", echo(text));
        Error::new(ErrorKind::InvalidValue, detail)
    })
}

impl Service {
    /// A page of the audit trail.
    pub async fn audit_trail(&self, query: &AuditQuery, paging: Paging<'_>) -> Result<Page<Audited>, Error> {
        let (before, count) = paging.place()?;
        let items = self.store.audited(query, before, count + 1).await.map_err(database_error)?;
        Ok(Page::new(items, count, |item| item.sequence))
    }

    /// A page of the provisioning log of an organisation.
    pub async fn provisioning_log(
        &self,
        org: Org,
        query: &RequestQuery,
        paging: Paging<'_>,
    ) -> Result<Page<Logged>, Error> {
        let (before, count) = paging.place()?;
        let items = self.store.requests(org, query, before, count + 1).await.map_err(database_error)?;
        Ok(Page::new(items, count, |item| item.sequence))
    }

    /// The ids of organisations by their numbers; of those that are deleted none.
    pub async fn names_of(&self, orgs: impl IntoIterator<Item = Org>) -> Result<BTreeMap<Org, String>, Error> {
        let orgs: BTreeSet<Org> = orgs.into_iter().collect();
        self.store.slugs(&orgs).await.map_err(database_error)
    }

    /// Writes down an attempt to administer that was refused. That the server failed is in its log.
    pub(super) async fn audit_refusal<T>(&self, change: Change<'_>, result: &Result<T, Error>) {
        let Err(error) = result else { return };
        if error.kind.status() >= 500 {
            return;
        }
        let reason = redact::detail(&error.detail);
        let change = Change { refused: Some(&reason), ..change };
        if let Err(error) = self.store.audit(change).await {
            tracing::error!(?error, "a refused attempt could not be written into the audit trail");
        }
    }

    /// Removes the records that are too old.
    pub async fn sweep(&self, retention: Retention) -> Result<(), DatabaseError> {
        let now = self.clock.now();
        let before = |days: u32| now.saturating_sub(i64::from(days).saturating_mul(DAY));
        while self.store.expire_audit(before(retention.audit_days)).await? {
            tokio::time::sleep(PAUSE).await;
        }
        while self.store.expire_requests(before(retention.log_days)).await? {
            tokio::time::sleep(PAUSE).await;
        }
        self.store.forget_deleted().await
    }

    /// Removes them from time to time, for the server to run beside the requests.
    pub async fn keep_records(self, retention: Retention) {
        loop {
            if let Err(error) = self.sweep(retention).await {
                tracing::error!(?error, "old records could not be removed");
            }
            tokio::time::sleep(SWEEP_EVERY).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_one_or_a_class() {
        assert_eq!(parse_status("404").unwrap(), (404, 404));
        assert_eq!(parse_status("4xx").unwrap(), (400, 499));
        for wrong in ["", "4", "4x", "0xx", "9xx", "99xx", "6", "1000", "-1", "abc", "655xx", "70000"] {
            assert!(parse_status(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_page_says_where_the_next_begins_unless_it_is_the_last() {
        let page = Page::new(vec![9, 8, 7], 2, |item| *item);
        assert_eq!((page.items, page.next.as_deref()), (vec![9, 8], Some("8")));
        let page = Page::new(vec![7], 2, |item| *item);
        assert_eq!((page.items, page.next), (vec![7], None));
    }
}
