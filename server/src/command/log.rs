//! `scimd log`: the provisioning log of an organisation, and the audit trail.

use clap::Args;
use scimd::{
    api::admin::records::{AuditRecord, LogRecord},
    service::{
        Service,
        organisations::DEFAULT,
        records::{Page, Paging, parse_status},
    },
    store::{
        audit::{AuditQuery, Audited},
        records::Span,
        requests::{Logged, RequestQuery},
    },
};
use uuid::Uuid;

use super::{print, span, table};

/// How many records are read at a time.
const PAGE: u64 = 500;

/// Which records to show.
#[derive(Debug, Clone, Args)]
pub struct LogArguments {
    /// The organisation [default: default; with --audit all of them]
    #[arg(long)]
    org: Option<String>,
    /// Show the audit trail: changes and who made them, instead of requests
    #[arg(long)]
    audit: bool,
    /// Not what is older: 30m, 12h, 7d, or a time such as 2030-01-31T00:00:00Z
    #[arg(long, value_name = "WHEN")]
    since: Option<String>,
    /// Only what is older
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// Only requests that were answered with this status: 404, or 4xx
    #[arg(long, conflicts_with = "audit")]
    status: Option<String>,
    /// Only requests with this method
    #[arg(long, conflicts_with = "audit")]
    method: Option<String>,
    /// Only changes of this kind: create, update, delete, revoke, suspend, resume
    #[arg(long, requires = "audit")]
    operation: Option<String>,
    /// Only attempts that were refused
    #[arg(long, requires = "audit")]
    refused: bool,
    /// Only what is about this resource type; with --audit also organisation or credential
    #[arg(long, value_name = "TYPE")]
    r#type: Option<String>,
    /// Only what is about the resource of this id
    #[arg(long, value_name = "ID")]
    id: Option<Uuid>,
    /// Only what was done with the credential of this id
    #[arg(long, value_name = "ID")]
    credential: Option<Uuid>,
    /// Only what belongs to the request of this id (X-Request-Id)
    #[arg(long, value_name = "ID")]
    request: Option<String>,
    /// How many records at most
    #[arg(long, default_value_t = 100)]
    count: usize,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Shows them, the newest first.
pub async fn run(service: &Service, arguments: LogArguments) -> Result<(), String> {
    let now = service.clock.now();
    let when = |text: &Option<String>| text.as_deref().map(|text| span::before(text, now)).transpose();
    let time = Span {
        since: when(&arguments.since).map_err(|error| format!("--since {error}"))?,
        until: when(&arguments.until).map_err(|error| format!("--until {error}"))?,
    };
    let slug = arguments.org.as_deref().or((!arguments.audit).then_some(DEFAULT));
    let org = match slug {
        Some(slug) => Some(service.organisation(slug).await.map_err(|error| error.detail)?.org),
        None => None,
    };
    match (arguments.audit, org) {
        (false, Some(org)) => {
            let status = arguments.status.as_deref().map(parse_status).transpose().map_err(|error| error.detail)?;
            let query = RequestQuery {
                span: time,
                credential: arguments.credential,
                method: arguments.method.map(|method| method.to_ascii_uppercase()),
                kind: arguments.r#type,
                resource: arguments.id,
                request: arguments.request,
                status,
            };
            let mut all: Vec<Logged> = Vec::new();
            let mut cursor = None;
            loop {
                let paging = Paging { cursor: cursor.as_deref(), count: Some(PAGE) };
                let page = service.provisioning_log(org, &query, paging).await.map_err(|error| error.detail)?;
                cursor = gather(&mut all, page, arguments.count);
                if cursor.is_none() {
                    break;
                }
            }
            let records: Vec<_> = all.iter().map(LogRecord::new).collect();
            print(arguments.json, &records, &table(&LOG, &records.iter().map(logged).collect::<Vec<_>>()))
        }
        _ => {
            let query = AuditQuery {
                org,
                span: time,
                credential: arguments.credential,
                operation: arguments.operation,
                kind: arguments.r#type,
                id: arguments.id,
                request: arguments.request,
                refused: arguments.refused.then_some(true),
            };
            let mut all: Vec<Audited> = Vec::new();
            let mut cursor = None;
            loop {
                let paging = Paging { cursor: cursor.as_deref(), count: Some(PAGE) };
                let page = service.audit_trail(&query, paging).await.map_err(|error| error.detail)?;
                cursor = gather(&mut all, page, arguments.count);
                if cursor.is_none() {
                    break;
                }
            }
            let names = service.names_of(all.iter().map(|audited| audited.org)).await.map_err(|error| error.detail)?;
            let records: Vec<_> = all.iter().map(|audited| AuditRecord::new(audited, &names)).collect();
            print(arguments.json, &records, &table(&AUDIT, &records.iter().map(audited).collect::<Vec<_>>()))
        }
    }
}

/// Adds a page: where the next begins, unless there is enough.
fn gather<T>(all: &mut Vec<T>, page: Page<T>, count: usize) -> Option<String> {
    all.extend(page.items);
    all.truncate(count);
    page.next.filter(|_| all.len() < count)
}

const LOG: [&str; 7] = ["AT", "STATUS", "METHOD", "ENDPOINT", "RESOURCE", "BY", "DETAIL"];

fn logged(record: &LogRecord) -> Vec<String> {
    let record = record.clone();
    let endpoint = match record.query {
        Some(query) => format!("{}?{query}", record.endpoint),
        None => record.endpoint,
    };
    let detail = match (record.scim_type, record.detail) {
        (Some(scim_type), Some(detail)) => format!("{scim_type}: {detail}"),
        (None, Some(detail)) => detail,
        _ => "-".to_owned(),
    };
    let resource = record.resource.unwrap_or_else(|| "-".to_owned());
    vec![record.at, record.status.to_string(), record.method, endpoint, resource, record.actor, detail]
}

const AUDIT: [&str; 8] = ["AT", "ORG", "OPERATION", "TYPE", "ID", "CHANGED", "BY", "OUTCOME"];

fn audited(record: &AuditRecord) -> Vec<String> {
    let record = record.clone();
    let dash = || "-".to_owned();
    let outcome = record.detail.map_or(record.outcome, |detail| format!("refused: {detail}"));
    vec![
        record.at,
        record.organisation.unwrap_or_else(dash),
        record.operation,
        record.r#type,
        record.name.or(record.id).unwrap_or_else(dash),
        record.changed.map_or_else(dash, |changed| changed.join(", ")),
        record.actor.unwrap_or_else(dash),
        outcome,
    ]
}
