//! The provisioning log: a row for each SCIM request of an organisation. Rows come in batches, beside the requests.

use std::sync::Arc;

use sea_orm::{
    Value,
    sea_query::{Alias, Expr, ExprTrait, Query},
};
use uuid::Uuid;

use super::{
    Actor, Org, Store, bare,
    database::{DatabaseError, Expect, Plan, Reach, Row},
    records::{Find, Span},
    system,
};

/// Rows in one INSERT: few sizes, so that few statements need to be prepared.
const SIZES: [usize; 3] = [64, 8, 1];

/// A request, as it is written down: no value that the client sent but ids.
#[derive(Debug, Clone)]
pub struct Request {
    /// The organisation.
    pub org: Org,
    /// When it was answered, in microseconds since 1970.
    pub at: i64,
    /// Who sent it.
    pub actor: Actor,
    /// The method.
    pub method: String,
    /// What it was sent to, with `{id}` for the id: `/Users/{id}`.
    pub endpoint: String,
    /// The resource type.
    pub kind: Option<&'static str>,
    /// The id of the resource.
    pub resource: Option<Uuid>,
    /// The shape of the query: what it asks for, without values.
    pub query: Option<String>,
    /// The HTTP status.
    pub status: u16,
    /// The `scimType` of an error.
    pub scim_type: Option<&'static str>,
    /// The `detail` of an error, without what the client sent.
    pub detail: Option<Arc<str>>,
    /// How long it took, in microseconds.
    pub micros: i64,
    /// The names of the quirks that were put right, separated by blanks.
    pub quirks: Option<String>,
}

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// Its place in the log.
    pub sequence: i64,
    /// When it was answered, in microseconds since 1970.
    pub at: i64,
    /// The id of the request.
    pub request: String,
    /// The credential, if it is one of scimd's.
    pub credential: Option<Uuid>,
    /// What it is called.
    pub actor: String,
    /// From which address.
    pub source: Option<String>,
    /// The method.
    pub method: String,
    /// What it was sent to.
    pub endpoint: String,
    /// The resource type.
    pub kind: Option<String>,
    /// The id of the resource.
    pub resource: Option<Uuid>,
    /// The shape of the query.
    pub query: Option<String>,
    /// The HTTP status.
    pub status: i64,
    /// The `scimType` of an error.
    pub scim_type: Option<String>,
    /// The `detail` of an error.
    pub detail: Option<String>,
    /// How long it took, in microseconds.
    pub micros: i64,
    /// The names of the quirks that were put right, separated by blanks.
    pub quirks: Option<String>,
}

/// Which rows of the log are asked for; what is none does not matter.
#[derive(Debug, Clone, Default)]
pub struct RequestQuery {
    /// When.
    pub span: Span,
    /// By which credential.
    pub credential: Option<Uuid>,
    /// With which method.
    pub method: Option<String>,
    /// About which resource type.
    pub kind: Option<String>,
    /// About which resource.
    pub resource: Option<Uuid>,
    /// Which one it was.
    pub request: Option<String>,
    /// Which statuses it may have, both ends included.
    pub status: Option<(u16, u16)>,
}

const COLUMNS: [&str; 16] = [
    "at",
    "request",
    "credential",
    "actor",
    "source",
    "method",
    "endpoint",
    "resource_type",
    "resource",
    "query",
    "status",
    "scim_type",
    "detail",
    "micros",
    "quirks",
    "org",
];

fn values(request: &Request) -> [Value; 16] {
    let actor = &request.actor;
    [
        request.at.into(),
        (*actor.request).into(),
        actor.credential.into(),
        (*actor.name).into(),
        actor.source.map(|source| source.to_string()).into(),
        request.method.as_str().into(),
        request.endpoint.as_str().into(),
        request.kind.map(str::to_owned).into(),
        request.resource.into(),
        request.query.clone().into(),
        i64::from(request.status).into(),
        request.scim_type.map(str::to_owned).into(),
        request.detail.as_deref().map(str::to_owned).into(),
        request.micros.into(),
        request.quirks.clone().into(),
        request.org.0.into(),
    ]
}

impl Store {
    /// Writes requests down, all or none; those of organisations that are deleted do not stay.
    pub async fn add_requests(&self, requests: &[Request]) -> Result<(), DatabaseError> {
        let mut plan = Plan::default();
        let mut rest = requests;
        while let Some(size) = SIZES.into_iter().find(|size| *size <= rest.len()) {
            let (rows, behind) = rest.split_at(size);
            rest = behind;
            let bound = rows.iter().flat_map(values).collect();
            let insert = self.shaped(("requests", "", size), bound, || {
                let mut insert = Query::insert();
                insert.into_table(Alias::new(system::REQUESTS)).columns(COLUMNS.map(Alias::new));
                for row in rows {
                    insert.values_panic(values(row).map(Expr::val));
                }
                self.build(&insert)
            });
            plan.push(insert, Expect::Any);
        }
        let mut orgs: Vec<i64> = requests.iter().map(|request| request.org.0).collect();
        orgs.sort_unstable();
        orgs.dedup();
        let deleted = Query::select()
            .column(Alias::new("id"))
            .from(Alias::new(system::ORGANISATIONS))
            .and_where(bare("id").is_in(orgs))
            .and_where(bare("deleted").is_not_null())
            .to_owned();
        let delete = Query::delete()
            .from_table(Alias::new(system::REQUESTS))
            .and_where(bare("org").in_subquery(deleted))
            .to_owned();
        plan.push(self.build(&delete), Expect::Any);
        self.database.apply(plan).await.map(|_| ())
    }

    /// So many rows of an organisation's log, newest first, from behind a place in it.
    pub async fn requests(
        &self,
        org: Org,
        query: &RequestQuery,
        before: Option<i64>,
        count: u64,
    ) -> Result<Vec<Logged>, DatabaseError> {
        let mut columns = vec!["sequence"];
        columns.extend(COLUMNS);
        let mut find = Find::new(system::REQUESTS, &columns, Some(org), query.span);
        find.maybe("credential", query.credential);
        find.maybe("method", query.method.as_deref());
        find.maybe("resource_type", query.kind.as_deref());
        find.maybe("resource", query.resource);
        find.maybe("request", query.request.as_deref());
        if let Some((first, last)) = query.status {
            find.condition(bare("status").between(i64::from(first), i64::from(last)));
        }
        let rows = self.find(find, before, count).await?;
        Ok(rows.into_iter().filter_map(logged).collect())
    }

    /// The quirks that an organisation's log has, by the credentials of the clients that showed them.
    pub async fn quirks_seen(&self, org: Org) -> Result<Vec<QuirksSeen>, DatabaseError> {
        let select = Query::select()
            .columns(["credential", "actor", "quirks"].map(Alias::new))
            .expr(Expr::cust("COUNT(*)"))
            .expr(Expr::col(Alias::new("at")).max())
            .from(Alias::new(system::REQUESTS))
            .and_where(bare("org").eq(org.0))
            .and_where(bare("quirks").is_not_null())
            .group_by_columns(["credential", "actor", "quirks"].map(Alias::new))
            .to_owned();
        let rows = self.database.read(self.build(&select), Reach::Scan).await?;
        let seen = rows.into_iter().filter_map(|mut row| {
            Some(QuirksSeen {
                credential: row.id(0),
                actor: row.take_text(1)?,
                quirks: row.take_text(2)?,
                requests: row.integer(3).unsigned_abs(),
                last: row.integer(4),
            })
        });
        Ok(seen.collect())
    }
}

/// Quirks that came together in requests of one credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuirksSeen {
    /// The credential, if it is one of scimd's.
    pub credential: Option<Uuid>,
    /// What it is called.
    pub actor: String,
    /// The names of the quirks, separated by blanks.
    pub quirks: String,
    /// In how many requests.
    pub requests: u64,
    /// When last, in microseconds since 1970.
    pub last: i64,
}

fn logged(mut row: Row) -> Option<Logged> {
    Some(Logged {
        sequence: row.integer(0),
        at: row.integer(1),
        request: row.take_text(2)?,
        credential: row.id(3),
        actor: row.take_text(4)?,
        source: row.take_text(5),
        method: row.take_text(6)?,
        endpoint: row.take_text(7)?,
        kind: row.take_text(8),
        resource: row.id(9),
        query: row.take_text(10),
        status: row.integer(11),
        scim_type: row.take_text(12),
        detail: row.take_text(13),
        micros: row.integer(14),
        quirks: row.take_text(15),
    })
}
