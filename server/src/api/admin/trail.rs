//! The records over HTTP: the audit trail, and the provisioning log of an organisation.

use poem_openapi::{
    OpenApi, Tags,
    param::{Path, Query},
};
use uuid::Uuid;

use crate::{
    api::App,
    scim::{
        error::{Error, ErrorKind},
        json::echo,
        key,
    },
    service::{
        parse_id,
        records::{Paging, parse_status},
        settings::OrganisationSettings,
    },
    store::{audit::AuditQuery, records::Span, requests::RequestQuery},
};

use super::{
    paging,
    records::{AuditPage, AuditRecord, LogPage, LogRecord, QuirkReport},
    replies::{MISSING, Reply, answers},
    security::Administrator,
};

#[derive(Tags)]
enum Tag {
    /// Who changed what, and what clients sent
    Records,
}

answers! {
    /// What reading the audit trail answers.
    Audit: AuditPage, 200, "A page of it, the newest first", &[MISSING];
    /// What reading a provisioning log answers.
    Log: LogPage, 200, "A page of it, the newest first", &[MISSING];
    /// What reading the quirks of an organisation's clients answers.
    Quirks: QuirkReport, 200, "The quirks, by credential", &[MISSING];
}

/// The endpoints of the records.
pub struct RecordsApi {
    app: App,
}

impl RecordsApi {
    /// The endpoints.
    pub fn new(app: App) -> Self {
        Self { app }
    }
}

#[expect(clippy::too_many_arguments, reason = "each is a parameter of the query")]
#[OpenApi(tag = "Tag::Records")]
impl RecordsApi {
    /// Read the audit trail
    ///
    /// Every change, and every attempt to administer that was refused: who, what, when, from where, in which request. It
    /// has the names of the attributes that changed, and never their values.
    #[oai(path = "/audit", method = "get")]
    async fn audit(
        &self,
        _by: Administrator,
        /// Only of this organisation, with what was done to itself
        organisation: Query<Option<String>>,
        /// Not what is older than this time
        since: Query<Option<String>>,
        /// Only what is older than this time
        until: Query<Option<String>>,
        /// Only what was done with the credential of this id
        credential: Query<Option<String>>,
        /// Only changes of this kind: `create`, `update`, `delete`, `suspend`, `resume`, `revoke`
        operation: Query<Option<String>>,
        /// Only of this resource type, or of `organisation` or `credential`
        r#type: Query<Option<String>>,
        /// Only of the resource or credential of this id
        id: Query<Option<String>>,
        /// Only in the request of this id
        request: Query<Option<String>>,
        /// `success` or `refused`
        outcome: Query<Option<String>>,
        /// How many to give at most: 1 to 1000
        limit: Query<Option<i64>>,
        /// The `next` of the page before
        after: Query<Option<String>>,
    ) -> Reply<Audit> {
        let page = async {
            let query = AuditQuery {
                org: match organisation.0.as_deref() {
                    Some(slug) => Some(self.app.service.organisation(slug).await?.org),
                    None => None,
                },
                span: span(since.0.as_deref(), until.0.as_deref())?,
                credential: id_of("credential", credential.0.as_deref())?,
                operation: operation.0,
                kind: r#type.0,
                id: id_of("id", id.0.as_deref())?,
                request: request.0,
                refused: refused(outcome.0.as_deref())?,
            };
            let count = paging::limit(limit.0)? as u64;
            let paging = Paging { cursor: after.0.as_deref(), count: Some(count) };
            let page = self.app.service.audit_trail(&query, paging).await?;
            let names = self.app.service.names_of(page.items.iter().map(|audited| audited.org)).await?;
            let items = page.items.iter().map(|audited| AuditRecord::new(audited, &names)).collect();
            Ok(AuditPage { items, next: page.next })
        };
        Reply::with(page.await)
    }

    /// Read the provisioning log of an organisation
    ///
    /// The SCIM requests that were sent with its credentials, with the outcome and what was wrong. It has neither bodies
    /// nor the values of filters.
    #[oai(path = "/organisations/:org/log", method = "get")]
    async fn log(
        &self,
        _by: Administrator,
        /// The organisation's id
        org: Path<String>,
        /// Not what is older than this time
        since: Query<Option<String>>,
        /// Only what is older than this time
        until: Query<Option<String>>,
        /// Only with the credential of this id
        credential: Query<Option<String>>,
        /// Only with this method
        method: Query<Option<String>>,
        /// Only about this resource type
        r#type: Query<Option<String>>,
        /// Only about the resource of this id
        id: Query<Option<String>>,
        /// Only the request of this id
        request: Query<Option<String>>,
        /// Only with this status, such as `404`, or all of a class by `4xx`
        status: Query<Option<String>>,
        /// How many to give at most: 1 to 1000
        limit: Query<Option<i64>>,
        /// The `next` of the page before
        after: Query<Option<String>>,
    ) -> Reply<Log> {
        let page = async {
            let organisation = self.app.service.organisation(&org.0).await?;
            let query = RequestQuery {
                span: span(since.0.as_deref(), until.0.as_deref())?,
                credential: id_of("credential", credential.0.as_deref())?,
                method: method.0.map(|method| method.to_ascii_uppercase()),
                kind: r#type.0,
                resource: id_of("id", id.0.as_deref())?,
                request: request.0,
                status: status.0.as_deref().map(parse_status).transpose()?,
            };
            let count = paging::limit(limit.0)? as u64;
            let paging = Paging { cursor: after.0.as_deref(), count: Some(count) };
            let page = self.app.service.provisioning_log(organisation.org, &query, paging).await?;
            Ok(LogPage { items: page.items.iter().map(LogRecord::new).collect(), next: page.next })
        };
        Reply::with(page.await)
    }

    /// Read which quirks the clients of an organisation showed
    ///
    /// What its provisioning log has of them, by credential, and the profile that would suit each.
    #[oai(path = "/organisations/:org/quirks", method = "get")]
    async fn quirks(
        &self,
        _by: Administrator,
        /// The organisation's id
        org: Path<String>,
    ) -> Reply<Quirks> {
        let report = async {
            let organisation = self.app.service.organisation(&org.0).await?;
            let clients = self.app.service.quirk_report(organisation.org).await?;
            let settings = OrganisationSettings::stored(organisation.settings.as_deref());
            Ok(QuirkReport::new(settings.profile, &clients))
        };
        Reply::with(report.await)
    }
}

fn span(since: Option<&str>, until: Option<&str>) -> Result<Span, Error> {
    let time = |name: &str, text: Option<&str>| match text {
        None => Ok(None),
        Some(text) => key::date_time(text).map(Some).ok_or_else(|| {
            let detail = format!("{name}: {} is no time; give one such as 2030-01-31T00:00:00Z", echo(text));
            Error::new(ErrorKind::InvalidValue, detail)
        }),
    };
    Ok(Span { since: time("since", since)?, until: time("until", until)? })
}

fn id_of(name: &str, text: Option<&str>) -> Result<Option<Uuid>, Error> {
    text.map(|text| {
        parse_id(text).ok_or_else(|| {
            let detail =
                format!("{name}: {} is no id; give one such as 2819c223-7f76-453a-919d-413861904646", echo(text));
            Error::new(ErrorKind::InvalidValue, detail)
        })
    })
    .transpose()
}

fn refused(outcome: Option<&str>) -> Result<Option<bool>, Error> {
    match outcome {
        None => Ok(None),
        Some("success") => Ok(Some(false)),
        Some("refused") => Ok(Some(true)),
        Some(other) => {
            let detail = format!("outcome: {} is neither success nor refused", echo(other));
            Err(Error::new(ErrorKind::InvalidValue, detail))
        }
    }
}
