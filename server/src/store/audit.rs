//! The audit trail: a row of the outbox for every change, written in the transaction of the change.
//!
//! Of resources it holds which attributes changed, never their values. Changes of organisations are in the trail of the
//! administration, so that they outlive the organisation; changes of its credentials go with it. A refused attempt to
//! administer is a row too; a refused SCIM request is not, since it is in the provisioning log.

use sea_orm::{
    Value,
    sea_query::{Alias, Expr, ExprTrait, InsertStatement, Query, SelectStatement, SimpleExpr},
};
use uuid::Uuid;

use super::{
    Actor, Org, Store, bare, column,
    credentials::ADMINISTRATION,
    database::{DatabaseError, Expect, Plan, Refusal, Row},
    ensure::DIGEST,
    organisations::number,
    records::{Find, Span},
    system, table_of,
};

/// What the trail calls organisations; resource types begin with a capital letter.
pub const ORGANISATION: &str = "organisation";
/// What it calls credentials.
pub const CREDENTIAL: &str = "credential";

/// A change, as it is written down.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// The organisation; that of the administration for what is about organisations themselves.
    pub org: Org,
    /// The resource type, or [`ORGANISATION`] or [`CREDENTIAL`].
    pub kind: &'a str,
    /// What is done.
    pub operation: &'a str,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// Who does it.
    pub by: &'a Actor,
    /// The id of the resource or credential; of an organisation its number.
    pub id: Uuid,
    /// The version that a resource has since, or had when it was deleted.
    pub version: i64,
    /// What people call it, of an organisation or a credential.
    pub target: Option<&'a str>,
    /// Which attributes changed, as JSON.
    pub changes: Option<String>,
    /// Why it was refused, if it was.
    pub refused: Option<&'a str>,
}

/// A row of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audited {
    /// Its place in the trail.
    pub sequence: i64,
    /// The organisation; that of the administration for what is about organisations themselves.
    pub org: Org,
    /// When it happened, in microseconds since 1970.
    pub at: i64,
    /// The resource type, or [`ORGANISATION`] or [`CREDENTIAL`].
    pub kind: String,
    /// What was done.
    pub operation: String,
    /// The id of the resource or credential; of an organisation its number.
    pub id: Uuid,
    /// The version that a resource has since, or had when it was deleted.
    pub version: i64,
    /// What people call it, of an organisation or a credential.
    pub target: Option<String>,
    /// Which attributes changed, as JSON.
    pub changes: Option<String>,
    /// The credential that was used, if it is one of scimd's.
    pub credential: Option<Uuid>,
    /// What it is called, or who else it was; none of what was written by a version without a trail.
    pub actor: Option<String>,
    /// From which address.
    pub source: Option<String>,
    /// In which request; empty for a command.
    pub request: Option<String>,
    /// Why it was refused, if it was.
    pub refused: Option<String>,
}

/// Which rows of the trail are asked for; what is none does not matter.
#[derive(Debug, Clone, Default)]
pub struct AuditQuery {
    /// The organisation, with what was done to itself.
    pub org: Option<Org>,
    /// When.
    pub span: Span,
    /// By which credential.
    pub credential: Option<Uuid>,
    /// What was done.
    pub operation: Option<String>,
    /// To what.
    pub kind: Option<String>,
    /// To which one.
    pub id: Option<Uuid>,
    /// In which request.
    pub request: Option<String>,
    /// Whether it was refused.
    pub refused: Option<bool>,
}

const COLUMNS: [&str; 14] = [
    "sequence",
    "org",
    "at",
    "resource_type",
    "operation",
    "id",
    "version",
    "target",
    "changes",
    "credential",
    "actor",
    "source",
    "request",
    "refused",
];

impl<'a> Change<'a> {
    /// A change of something of that kind in an organisation.
    pub fn new(by: &'a Actor, org: Org, kind: &'a str, operation: &'a str, at: i64) -> Self {
        Self { org, kind, operation, at, by, id: Uuid::nil(), version: 0, target: None, changes: None, refused: None }
    }

    /// A change of a credential of an organisation.
    pub fn credential(by: &'a Actor, org: Org, operation: &'a str, at: i64) -> Self {
        Self::new(by, org, CREDENTIAL, operation, at)
    }

    /// A change of an organisation; none for one that there is not.
    pub fn organisation(by: &'a Actor, org: Option<Org>, operation: &'a str, at: i64) -> Self {
        let id = org.map_or_else(Uuid::nil, number);
        Self { id, ..Self::new(by, ADMINISTRATION, ORGANISATION, operation, at) }
    }

    /// The resource, and the version that it has since.
    pub(super) fn of(self, id: Uuid, version: i64) -> Self {
        Self { id, version, ..self }
    }

    /// The credential, and what people call it.
    pub fn about(self, id: Uuid, target: &'a str) -> Self {
        Self { id, ..self.called(target) }
    }

    /// What people call it.
    pub fn called(self, target: &'a str) -> Self {
        Self { target: Some(target), ..self }
    }

    /// The columns that follow the id and the version.
    fn tail(&self) -> [(&'static str, Value); 9] {
        [
            ("operation", self.operation.into()),
            ("changes", self.changes.clone().into()),
            ("at", self.at.into()),
            ("target", self.target.map(str::to_owned).into()),
            ("credential", self.by.credential.into()),
            ("actor", (*self.by.name).into()),
            ("source", self.by.source.map(|source| source.to_string()).into()),
            ("request", (*self.by.request).into()),
            ("refused", self.refused.map(str::to_owned).into()),
        ]
    }
}

impl Store {
    /// Adds the row of a change to its plan.
    pub(super) fn push_change(&self, plan: &mut Plan, change: Change<'_>) {
        let head: [(&'static str, Value); 4] = [
            ("org", change.org.0.into()),
            ("resource_type", change.kind.into()),
            ("id", change.id.into()),
            ("version", change.version.into()),
        ];
        let (columns, values): (Vec<_>, Vec<_>) = head.into_iter().chain(change.tail()).unzip();
        if table_of(change.kind).is_none() {
            let insert = self.shaped(("outbox", "", 0), values.clone(), || {
                let mut insert = into_outbox(columns);
                insert.values_panic(values.into_iter().map(Expr::val));
                self.build(&insert)
            });
            return plan.push(insert, Expect::Any);
        }
        let insert = self.shaped(("outbox", "", 1), values.clone(), || {
            let mut source = Query::select();
            source.exprs(values.into_iter().map(Expr::val));
            self.fence(&mut source);
            let mut insert = into_outbox(columns);
            // The number of columns is that of the values.
            let _ = insert.select_from(source);
            self.build(&insert)
        });
        plan.push(insert, Expect::Rows(1, Refusal::Outdated));
    }

    /// Lets a SELECT give rows as long as the database is as this build has it: what another build has evolved since would
    /// lose what this one does not know of.
    fn fence(&self, select: &mut SelectStatement) {
        let recorded = Query::select()
            .expr(Expr::cust("1"))
            .from(Alias::new(system::SETTINGS))
            .and_where(column(system::SETTINGS, "name").eq(Expr::cust(format!("'{DIGEST}'"))))
            .and_where(column(system::SETTINGS, "value").eq(Expr::cust(format!("'{}'", self.digest))))
            .to_owned();
        select.and_where(Expr::exists(recorded));
    }

    /// Adds a row for each resource of a table that a condition selects, with the version that it has then.
    pub(super) fn push_change_of(
        &self,
        plan: &mut Plan,
        change: &Change<'_>,
        (table, which): (&str, SimpleExpr),
        expect: Expect,
    ) {
        let mut source = Query::select();
        source
            .expr(Expr::val(change.org.0))
            .expr(Expr::val(change.kind))
            .columns(["id", "version"].map(Alias::new))
            .from(Alias::new(table))
            .and_where(bare("org").eq(change.org.0))
            .and_where(which);
        let mut columns = vec!["org", "resource_type", "id", "version"];
        for (name, value) in change.tail() {
            columns.push(name);
            source.expr(Expr::val(value));
        }
        self.fence(&mut source);
        let mut insert = into_outbox(columns);
        // The number of columns is that of the list above.
        if insert.select_from(source).is_ok() {
            plan.push(self.build(&insert), expect);
        }
    }

    /// Writes down an attempt that changed nothing.
    pub async fn audit(&self, change: Change<'_>) -> Result<(), DatabaseError> {
        let mut plan = Plan::default();
        self.push_change(&mut plan, change);
        self.database.apply(plan).await.map(|_| ())
    }

    /// So many rows of the trail, newest first, from behind a place in it.
    pub async fn audited(
        &self,
        query: &AuditQuery,
        before: Option<i64>,
        count: u64,
    ) -> Result<Vec<Audited>, DatabaseError> {
        let mut rows = self.audited_of(query, query.org, None, before, count).await?;
        if let Some(org) = query.org.filter(|org| *org != ADMINISTRATION) {
            let own = Some(number(org));
            rows.extend(self.audited_of(query, Some(ADMINISTRATION), own, before, count).await?);
            rows.sort_by_key(|row| std::cmp::Reverse(row.sequence));
            rows.truncate(usize::try_from(count).unwrap_or(usize::MAX));
        }
        Ok(rows)
    }

    /// Of the trail of one organisation, or of all; with `own`, what was done to that organisation.
    async fn audited_of(
        &self,
        query: &AuditQuery,
        org: Option<Org>,
        own: Option<Uuid>,
        before: Option<i64>,
        count: u64,
    ) -> Result<Vec<Audited>, DatabaseError> {
        let mut find = Find::new(system::OUTBOX, &COLUMNS, org, query.span);
        if let Some(own) = own {
            find.equal("resource_type", ORGANISATION);
            find.equal("id", own);
        }
        find.maybe("credential", query.credential);
        find.maybe("operation", query.operation.as_deref());
        find.maybe("resource_type", query.kind.as_deref());
        find.maybe("id", query.id);
        find.maybe("request", query.request.as_deref());
        match query.refused {
            Some(true) => find.condition(bare("refused").is_not_null()),
            Some(false) => find.condition(bare("refused").is_null()),
            None => {}
        }
        let rows = self.find(find, before, count).await?;
        Ok(rows.into_iter().filter_map(audited).collect())
    }
}

fn into_outbox(columns: Vec<&'static str>) -> InsertStatement {
    Query::insert().into_table(Alias::new(system::OUTBOX)).columns(columns.into_iter().map(Alias::new)).to_owned()
}

fn audited(mut row: Row) -> Option<Audited> {
    Some(Audited {
        sequence: row.integer(0),
        org: Org(row.integer(1)),
        at: row.integer(2),
        kind: row.take_text(3)?,
        operation: row.take_text(4)?,
        id: row.id(5)?,
        version: row.integer(6),
        target: row.take_text(7),
        changes: row.take_text(8),
        credential: row.id(9),
        actor: row.take_text(10),
        source: row.take_text(11),
        request: row.take_text(12),
        refused: row.take_text(13),
    })
}
