//! What the audit trail and the provisioning log have in common: rows in the order of their sequence, read from the newest
//! on, and removed from the oldest on.
//!
//! The order of the sequence is that of time but for moments: several processes write, each by its own clock. A time is
//! found in it by halving, so that a span of yesterday is read without what came since.

use sea_orm::{
    Value,
    sea_query::{Alias, ExprTrait, Order, Query, SelectStatement, SimpleExpr},
};

use super::{
    Org, Store, bare,
    database::{DatabaseError, Expect, Plan, Reach, Row},
    system,
};

/// How far the clocks of several processes may be apart, in microseconds: so much more is looked through at both ends.
const SKEW: i64 = 600_000_000;
/// How many rows are removed at a time: few enough that writers hardly wait.
const REMOVED_AT_A_TIME: u64 = 1_000;

/// A span of time, in microseconds since 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Its beginning.
    pub since: Option<i64>,
    /// Its end, which is not in it.
    pub until: Option<i64>,
}

/// A query for rows of one of the tables.
pub(super) struct Find {
    table: &'static str,
    select: SelectStatement,
    span: Span,
}

impl Find {
    pub fn new(table: &'static str, columns: &[&'static str], org: Option<Org>, span: Span) -> Self {
        let mut select = Query::select();
        select.columns(columns.iter().copied().map(Alias::new)).from(Alias::new(table));
        if let Some(org) = org {
            select.and_where(bare("org").eq(org.0));
        }
        Self { table, select, span }
    }

    pub fn condition(&mut self, condition: SimpleExpr) {
        self.select.and_where(condition);
    }

    pub fn equal(&mut self, column: &str, value: impl Into<Value>) {
        self.select.and_where(bare(column).eq(value.into()));
    }

    pub fn maybe(&mut self, column: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.equal(column, value);
        }
    }
}

impl Store {
    /// So many rows, newest first, from behind a place in the sequence.
    pub(super) async fn find(&self, find: Find, before: Option<i64>, count: u64) -> Result<Vec<Row>, DatabaseError> {
        let Find { table, mut select, span } = find;
        if let Some(since) = span.since {
            let first = self.sequence_at(table, since.saturating_sub(SKEW)).await?;
            select.and_where(bare("sequence").gte(first)).and_where(bare("at").gte(since));
        }
        if let Some(until) = span.until {
            let end = self.sequence_at(table, until.saturating_add(SKEW)).await?;
            select.and_where(bare("sequence").lt(end)).and_where(bare("at").lt(until));
        }
        if let Some(before) = before {
            select.and_where(bare("sequence").lt(before));
        }
        select.order_by(Alias::new("sequence"), Order::Desc).limit(count);
        self.database.read(self.build(&select), Reach::Scan).await
    }

    /// The first place in the sequence whose time is not before that one.
    async fn sequence_at(&self, table: &str, at: i64) -> Result<i64, DatabaseError> {
        let ends = [Order::Asc, Order::Desc];
        let mut known = [0, 0];
        for (known, order) in known.iter_mut().zip(ends) {
            let mut select = Query::select();
            select.column(Alias::new("sequence")).from(Alias::new(table));
            select.order_by(Alias::new("sequence"), order).limit(1);
            let rows = self.database.read(self.build(&select), Reach::Point).await?;
            *known = rows.first().map_or(0, |row| row.integer(0));
        }
        // What is looked for is in low..=high.
        let (mut low, mut high) = (known[0], known[1] + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            let mut select = Query::select();
            select.columns(["sequence", "at"].map(Alias::new)).from(Alias::new(table));
            select.and_where(bare("sequence").gte(middle));
            select.order_by(Alias::new("sequence"), Order::Asc).limit(1);
            let rows = self.database.read(self.build(&select), Reach::Point).await?;
            match rows.first() {
                Some(row) if row.integer(1) < at => low = row.integer(0) + 1,
                _ => high = middle,
            }
        }
        Ok(low)
    }

    /// Removes some of the rows of the audit trail that are older than a time: whether there may be more.
    pub async fn expire_audit(&self, before: i64) -> Result<bool, DatabaseError> {
        self.expire(system::OUTBOX, before).await
    }

    /// Removes some of the rows of the provisioning log that are older than a time: whether there may be more.
    pub async fn expire_requests(&self, before: i64) -> Result<bool, DatabaseError> {
        self.expire(system::REQUESTS, before).await
    }

    async fn expire(&self, table: &str, before: i64) -> Result<bool, DatabaseError> {
        let oldest = Query::select()
            .columns(["sequence", "at"].map(Alias::new))
            .from(Alias::new(table))
            .order_by(Alias::new("sequence"), Order::Asc)
            .limit(REMOVED_AT_A_TIME)
            .to_owned();
        let rows = self.database.read(self.build(&oldest), Reach::Point).await?;
        let mut last = None;
        for row in rows.iter().filter(|row| row.integer(1) < before) {
            last = Some(row.integer(0));
        }
        let Some(last) = last else { return Ok(false) };
        let delete = Query::delete()
            .from_table(Alias::new(table))
            .and_where(bare("sequence").lte(last))
            .and_where(bare("at").lt(before))
            .to_owned();
        let mut plan = Plan::default();
        plan.push(self.build(&delete), Expect::Any);
        self.database.apply(plan).await?;
        Ok(rows.len() as u64 == REMOVED_AT_A_TIME)
    }

    /// Removes what requests that were under way have written of organisations that were deleted meanwhile.
    pub async fn forget_deleted(&self) -> Result<(), DatabaseError> {
        let mut plan = Plan::default();
        for table in [system::OUTBOX, system::REQUESTS] {
            let deleted = Query::select()
                .column(Alias::new("id"))
                .from(Alias::new(system::ORGANISATIONS))
                .and_where(bare("deleted").is_not_null())
                .to_owned();
            let delete =
                Query::delete().from_table(Alias::new(table)).and_where(bare("org").in_subquery(deleted)).to_owned();
            plan.push(self.build(&delete), Expect::Any);
        }
        self.database.apply(plan).await.map(|_| ())
    }
}
