//! Relation rows: membership of 10 or of 100,000 costs the same to change, a row a member.
//!
//! A member must exist when its row is written: the INSERT takes the id from the member's own row, and on a server locks
//! that row against deletion until the commit.

use std::collections::BTreeMap;

use sea_orm::{
    Condition, DbBackend, Value,
    sea_query::{Alias, CaseStatement, Expr, ExprTrait, LockType, Query, UnionType},
};
use uuid::Uuid;

use crate::scim::key;

use super::{
    Actor, Org, Store,
    audit::Change,
    bare, column,
    database::{DatabaseError, Expect, Outcome, Plan, Reach, Refusal},
    resources::owners,
    table::Table,
    table_of,
};

mod displays;

/// Ids in one IN list; lists are padded to powers of two, so that few statements need to be prepared.
pub(super) const IDS_PER_STATEMENT: usize = 256;

/// A row of a relation, seen from its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The member's id.
    pub id: Uuid,
    /// The name of its resource type.
    pub kind: String,
    /// The `display` that the client gave.
    pub display: Option<String>,
}

/// A row of a relation, seen from its member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The owner's id.
    pub id: Uuid,
    /// Its label.
    pub label: Option<String>,
}

/// What a write changes in one relation of one resource.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delta {
    /// Rows to add; none of them is there.
    pub add: Vec<Member>,
    /// Members to remove; all of them are there.
    pub remove: Vec<Uuid>,
    /// Members that stay, and the `display` that each gets; all of them are there.
    pub displays: Vec<(Uuid, Option<String>)>,
}

impl Delta {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.remove.is_empty() && self.displays.is_empty()
    }
}

impl Store {
    /// Which of those ids exist as a resource of one of those types, and of which.
    pub async fn targets(
        &self,
        org: Org,
        types: &[&str],
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, &'static str>, DatabaseError> {
        let mut found = BTreeMap::new();
        for chunk in ids.chunks(IDS_PER_STATEMENT) {
            let mut union: Option<sea_orm::sea_query::SelectStatement> = None;
            let targets: Vec<&'static Table> = types.iter().filter_map(|name| table_of(name)).collect();
            for (index, target) in targets.iter().enumerate() {
                let mut select = Query::select();
                select
                    .expr(Expr::cust(index.to_string()))
                    .column(Alias::new("id"))
                    .from(Alias::new(target.name))
                    .and_where(bare("org").eq(org.0))
                    .and_where(bare("id").is_in(padded(chunk)));
                match &mut union {
                    Some(union) => {
                        union.union(UnionType::All, select);
                    }
                    None => union = Some(select),
                }
            }
            let Some(union) = union else { break };
            for row in self.database.read(self.build(&union), Reach::Point).await? {
                let target = usize::try_from(row.integer(0)).ok().and_then(|index| targets.get(index));
                if let (Some(id), Some(target)) = (row.id(1), target) {
                    found.insert(id, target.resource_type.name);
                }
            }
        }
        Ok(found)
    }

    /// Those of those ids that are members, each as it is.
    pub async fn members_among(
        &self,
        org: Org,
        table: &Table,
        relation: usize,
        owner: Uuid,
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, Member>, DatabaseError> {
        let Some(rows) = table.relations.get(relation) else { return Ok(BTreeMap::new()) };
        let mut found = BTreeMap::new();
        for chunk in ids.chunks(IDS_PER_STATEMENT) {
            let select = Query::select()
                .columns(["member", "member_type", "display"].map(Alias::new))
                .from(Alias::new(rows.name))
                .and_where(bare("org").eq(org.0))
                .and_where(bare("owner").eq(owner))
                .and_where(bare("member").is_in(padded(chunk)))
                .to_owned();
            for mut row in self.database.read(self.build(&select), Reach::Point).await? {
                if let Some(id) = row.id(0) {
                    let kind = row.take_text(1).unwrap_or_default();
                    found.insert(id, Member { id, kind, display: row.take_text(2) });
                }
            }
        }
        Ok(found)
    }

    /// All members of a resource, or those that a condition over the relation's rows selects, each with its `display`.
    pub async fn members(
        &self,
        org: Org,
        table: &Table,
        relation: usize,
        owner: Uuid,
        condition: Option<Condition>,
    ) -> Result<BTreeMap<Uuid, Option<String>>, DatabaseError> {
        let Some(rows) = table.relations.get(relation) else { return Ok(BTreeMap::new()) };
        let mut select = Query::select();
        select
            .columns(["member", "display"].map(|name| (Alias::new("v"), Alias::new(name))))
            .from_as(Alias::new(rows.name), Alias::new("v"))
            .and_where(column("v", "org").eq(org.0))
            .and_where(column("v", "owner").eq(owner));
        if let Some(condition) = condition {
            select.cond_where(condition);
        }
        let rows = self.database.read(self.build(&select), Reach::Scan).await?;
        Ok(rows.into_iter().filter_map(|mut row| Some((row.id(0)?, row.take_text(1)))).collect())
    }

    /// The back references of a page of resources, with one statement a back reference.
    pub async fn owners_of(
        &self,
        org: Org,
        reference: &crate::scim::schema::BackReference,
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, Vec<Owner>>, DatabaseError> {
        let mut out: BTreeMap<Uuid, Vec<Owner>> = BTreeMap::new();
        if ids.is_empty() {
            return Ok(out);
        }
        let ids = padded(ids);
        let values = std::iter::once(org.0.into()).chain(ids.iter().map(|id| (*id).into())).collect();
        let statement = self.shaped((reference.owner, "owners", reference.relation << 32 | ids.len()), values, || {
            let mut select = owners(reference).unwrap_or_default();
            select
                .column((Alias::new("m"), Alias::new("member")))
                .and_where(column("m", "org").eq(org.0))
                .and_where(column("m", "member").is_in(ids.clone()));
            self.build(&select)
        });
        let reach = if ids.len() == 1 { Reach::Point } else { Reach::Scan };
        for mut row in self.database.read(statement, reach).await? {
            if let (Some(owner), Some(member)) = (row.id(0), row.id(2)) {
                out.entry(member).or_default().push(Owner { id: owner, label: row.take_text(1) });
            }
        }
        out.values_mut().for_each(|owners| owners.sort_unstable_by_key(|owner| owner.id));
        Ok(out)
    }

    /// The members of a page of resources, with one statement a relation.
    pub async fn members_of(
        &self,
        org: Org,
        table: &Table,
        relation: usize,
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, Vec<Member>>, DatabaseError> {
        let mut out: BTreeMap<Uuid, Vec<Member>> = BTreeMap::new();
        let Some(rows) = table.relations.get(relation) else { return Ok(out) };
        if ids.is_empty() {
            return Ok(out);
        }
        let select = Query::select()
            .columns(["owner", "member", "member_type", "display"].map(Alias::new))
            .from(Alias::new(rows.name))
            .and_where(bare("org").eq(org.0))
            .and_where(bare("owner").is_in(padded(ids)))
            .to_owned();
        for mut row in self.database.read(self.build(&select), Reach::Scan).await? {
            if let (Some(owner), Some(member)) = (row.id(0), row.id(1)) {
                let kind = row.take_text(2).unwrap_or_default();
                out.entry(owner).or_default().push(Member { id: member, kind, display: row.take_text(3) });
            }
        }
        out.values_mut().for_each(|members| members.sort_unstable_by_key(|member| member.id));
        Ok(out)
    }

    /// The plan that changes relation rows and nothing else of a resource: the rows, the version, the outbox.
    ///
    /// Its outcome is one row: the new version and time. `version` guards it where the client, or a change computed from
    /// the whole relation, asks for it.
    #[expect(clippy::too_many_arguments, reason = "who changes what, and when")]
    pub fn relations_plan(
        &self,
        by: &Actor,
        org: Org,
        table: &'static Table,
        id: Uuid,
        version: Option<i64>,
        relations: &[Delta],
        now: i64,
    ) -> Plan {
        let mut plan = Plan::default();
        let mut update = Query::update();
        update
            .table(Alias::new(table.name))
            .value(Alias::new("version"), bare("version").add(1))
            .value(Alias::new("last_modified"), later(now))
            .and_where(bare("org").eq(org.0))
            .and_where(bare("id").eq(id));
        if let Some(version) = version {
            update.and_where(bare("version").eq(version));
        }
        plan.push(self.build(&update), Expect::Rows(1, Refusal::Changed));
        self.push_relations(&mut plan, org, table, id, relations);
        let changes = Some(changes(table, relations));
        let change = Change { changes, ..Change::new(by, org, table.resource_type.name, "update", now) };
        let one = Expect::Rows(1, Refusal::Outdated);
        self.push_change_of(&mut plan, &change, (table.name, bare("id").eq(id)), one);
        let read = Query::select()
            .columns(["version", "last_modified"].map(Alias::new))
            .from(Alias::new(table.name))
            .and_where(bare("org").eq(org.0))
            .and_where(bare("id").eq(id))
            .to_owned();
        plan.push(self.build(&read), Expect::Read);
        plan
    }

    /// The version and time in the outcome of [`Store::relations_plan`].
    pub fn relations_outcome(outcome: &Outcome) -> Option<(i64, i64)> {
        let row = outcome.first()?.first()?;
        Some((row.integer(0), row.integer(1)))
    }

    pub(super) fn push_relations(
        &self,
        plan: &mut Plan,
        org: Org,
        table: &'static Table,
        owner: Uuid,
        relations: &[Delta],
    ) {
        for (rows, delta) in table.relations.iter().zip(relations) {
            for chunk in delta.remove.chunks(IDS_PER_STATEMENT) {
                let delete = Query::delete()
                    .from_table(Alias::new(rows.name))
                    .and_where(bare("org").eq(org.0))
                    .and_where(bare("owner").eq(owner))
                    .and_where(bare("member").is_in(chunk.iter().copied()))
                    .to_owned();
                plan.push(self.build(&delete), Expect::Rows(chunk.len() as u64, Refusal::Changed));
            }
            self.push_displays(plan, org, rows.name, owner, &delta.displays);
            for (kind, members) in grouped(&delta.add) {
                let Some(target) = table_of(kind) else { continue };
                for chunk in members.chunks(IDS_PER_STATEMENT) {
                    self.push_members(plan, org, rows.name, owner, target, chunk);
                }
            }
        }
    }

    /// Inserts members of one type that have the same `display`.
    fn push_members(&self, plan: &mut Plan, org: Org, rows: &str, owner: Uuid, target: &Table, members: &[&Member]) {
        let display = members.first().and_then(|member| member.display.clone());
        let key = Value::from(display.as_deref().map(|display| key::text(display, false, false)));
        let mut select = Query::select();
        let text = |value: Value| match self.backend() {
            // A bound parameter in a select list has no type of its own there.
            DbBackend::Postgres => Expr::val(value).cast_as(Alias::new("text")),
            _ => Expr::val(value),
        };
        select
            .expr(column("t", "org"))
            .expr(match self.backend() {
                DbBackend::Postgres => Expr::val(owner).cast_as(Alias::new("uuid")),
                _ => Expr::val(owner),
            })
            .expr(column("t", "id"))
            .expr(text(target.resource_type.name.into()))
            .expr(text(display.into()))
            .expr(text(key))
            .from_as(Alias::new(target.name), Alias::new("t"))
            .and_where(column("t", "org").eq(org.0));
        if let [member] = members {
            select.and_where(column("t", "id").eq(member.id));
        } else {
            select.and_where(column("t", "id").is_in(members.iter().map(|member| member.id)));
        }
        if self.backend() == DbBackend::Postgres {
            select.lock(LockType::KeyShare);
        }
        let mut insert = Query::insert();
        insert
            .into_table(Alias::new(rows))
            .columns(["org", "owner", "member", "member_type", "display", "k_display"].map(Alias::new));
        // The number of columns is that of the list above.
        if insert.select_from(select).is_ok() {
            plan.push(self.build(&insert), Expect::Rows(members.len() as u64, Refusal::TargetGone));
        }
    }

    /// Removes a resource from all that it is a member of; each of them gets a new version and an outbox row.
    pub(super) fn push_end_of_memberships(
        &self,
        plan: &mut Plan,
        by: &Actor,
        org: Org,
        table: &Table,
        id: Uuid,
        now: i64,
    ) {
        for owner in super::generated::TABLES {
            for (relation, rows) in owner.resource_type.relations.iter().zip(owner.relations) {
                if !relation.targets.contains(&table.resource_type.name) {
                    continue;
                }
                let owners = Query::select()
                    .column(Alias::new("owner"))
                    .from(Alias::new(rows.name))
                    .and_where(bare("org").eq(org.0))
                    .and_where(bare("member").eq(id))
                    .to_owned();
                let update = Query::update()
                    .table(Alias::new(owner.name))
                    .value(Alias::new("version"), bare("version").add(1))
                    .value(Alias::new("last_modified"), later(now))
                    .and_where(bare("org").eq(org.0))
                    .and_where(bare("id").in_subquery(owners.clone()))
                    .to_owned();
                plan.push(self.build(&update), Expect::Any);
                let delta = Delta { remove: vec![id], ..Delta::default() };
                let attribute = owner.resource_type.attributes.get(relation.position);
                let removed = attribute.map(|attribute| changes_of([(attribute.name, &delta)]));
                let change = Change::new(by, org, owner.resource_type.name, "update", now);
                let change = Change { changes: removed, ..change };
                self.push_change_of(plan, &change, (owner.name, bare("id").in_subquery(owners)), Expect::Any);
                plan.push(self.delete_rows(rows.name, org, "member", id), Expect::Any);
            }
        }
    }
}

/// The time of a change: now, and in any case later than the last one.
fn later(now: i64) -> CaseStatement {
    const MILLISECOND: i64 = 1_000;
    CaseStatement::new()
        .case(bare("last_modified").gte(now), bare("last_modified").add(MILLISECOND))
        .finally(Expr::val(now))
}

/// Ids for an IN list, padded by repeating the last.
pub(super) fn padded(ids: &[Uuid]) -> Vec<Uuid> {
    let mut out = ids.to_vec();
    if let Some(last) = ids.last() {
        out.resize(ids.len().next_power_of_two(), *last);
    }
    out
}

/// Members by type and display, so that one statement inserts many.
fn grouped(members: &[Member]) -> Vec<(&str, Vec<&Member>)> {
    let mut groups: BTreeMap<(&str, Option<&str>), Vec<&Member>> = BTreeMap::new();
    for member in members {
        groups.entry((&member.kind, member.display.as_deref())).or_default().push(member);
    }
    groups.into_iter().map(|((kind, _), members)| (kind, members)).collect()
}

/// What the outbox says of a change of relations.
fn changes(table: &Table, relations: &[Delta]) -> String {
    let changed = table.resource_type.relations.iter().zip(relations).filter(|(_, delta)| !delta.is_empty());
    changes_of(changed.filter_map(|(relation, delta)| {
        let attribute = table.resource_type.attributes.get(relation.position)?;
        Some((attribute.name, delta))
    }))
}

fn changes_of<'a>(changed: impl IntoIterator<Item = (&'a str, &'a Delta)>) -> String {
    let mut attributes = serde_json::Map::new();
    for (attribute, delta) in changed {
        let ids = |ids: Vec<String>| serde_json::Value::from(ids);
        let mut parts = serde_json::Map::new();
        if !delta.add.is_empty() {
            parts.insert("added".to_owned(), ids(delta.add.iter().map(|member| member.id.to_string()).collect()));
        }
        if !delta.remove.is_empty() {
            parts.insert("removed".to_owned(), ids(delta.remove.iter().map(Uuid::to_string).collect()));
        }
        if !delta.displays.is_empty() {
            parts.insert("changed".to_owned(), ids(delta.displays.iter().map(|(id, _)| id.to_string()).collect()));
        }
        attributes.insert(attribute.to_owned(), parts.into());
    }
    serde_json::Value::from(attributes).to_string()
}
