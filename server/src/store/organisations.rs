//! Organisations (RFC 7644 §6): a slug that people choose, and the small integer in every key.
//!
//! The integer of a deleted organisation is never given to another: its row stays, without name and settings.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    Statement,
    sea_query::{Alias, Expr, ExprTrait, OnConflict, Order, Query, SelectStatement},
};
use uuid::Uuid;

use super::{
    Actor, Org, Store,
    audit::Change,
    bare,
    credentials::NewCredential,
    database::{DatabaseError, Expect, Plan, Reach, Refusal, Row},
    generated::TABLES,
    system,
    table::Table,
};

/// The resource that a credential stands for (RFC 7644 §3.11).
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The tables of its type.
    pub table: &'static Table,
    /// Its id.
    pub id: Uuid,
}

/// An organisation.
#[derive(Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its number.
    pub org: Org,
    /// Its id in URLs and commands.
    pub slug: String,
    /// What people call it.
    pub display_name: Option<String>,
    /// When it was created, in microseconds since 1970.
    pub created: i64,
    /// When it was suspended, if it is.
    pub suspended: Option<i64>,
    /// Its settings, as JSON.
    pub settings: Option<String>,
}

/// What changes of an organisation; what is none stays.
#[derive(Clone, Default)]
pub struct OrganisationChange {
    /// Another slug.
    pub slug: Option<String>,
    /// Another name; none takes it away.
    pub display_name: Option<Option<String>>,
    /// Suspended since then, or no longer.
    pub suspended: Option<Option<i64>>,
    /// Other settings.
    pub settings: Option<Option<String>>,
}

/// Without the settings: they may hold secrets.
impl std::fmt::Debug for Organisation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { org, slug, display_name, created, suspended, settings: _ } = self;
        f.debug_struct("Organisation")
            .field("org", org)
            .field("slug", slug)
            .field("display_name", display_name)
            .field("created", created)
            .field("suspended", suspended)
            .finish_non_exhaustive()
    }
}

/// Without the settings: they may hold secrets.
impl std::fmt::Debug for OrganisationChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { slug, display_name, suspended, settings: _ } = self;
        f.debug_struct("OrganisationChange")
            .field("slug", slug)
            .field("display_name", display_name)
            .field("suspended", suspended)
            .finish_non_exhaustive()
    }
}

/// The columns of an organisation, in the order of [`organisation`].
pub(super) const COLUMNS: [&str; 6] = ["id", "name", "display_name", "created", "suspended", "settings"];

/// The organisation in a row, from that column on.
pub(super) fn organisation(row: &mut Row, at: usize) -> Option<Organisation> {
    Some(Organisation {
        org: Org(row.maybe_integer(at)?),
        slug: row.take_text(at + 1)?,
        display_name: row.take_text(at + 2),
        created: row.integer(at + 3),
        suspended: row.maybe_integer(at + 4),
        settings: row.take_text(at + 5),
    })
}

impl Store {
    /// Creates an organisation of a slug and a name, with a first credential if one is given: none if the slug is in use.
    pub async fn create_organisation(
        &self,
        by: &Actor,
        (slug, display_name): (&str, Option<&str>),
        settings: Option<String>,
        first: Option<&NewCredential>,
        now: i64,
    ) -> Result<Option<Organisation>, DatabaseError> {
        loop {
            let next = Query::select()
                .expr(Expr::cust("COALESCE(MAX(id), 0) + 1"))
                .from(Alias::new(system::ORGANISATIONS))
                .to_owned();
            let rows = self.database.read(self.build(&next), Reach::Point).await?;
            let org = Org(rows.first().map_or(1, |row| row.integer(0)));
            let mut plan = Plan::default();
            plan.push(
                self.insert_organisation(org, (slug, display_name), settings.clone(), now),
                Expect::Rows(1, Refusal::Taken(None)),
            );
            self.push_change(&mut plan, Change::organisation(by, Some(org), "create", now).called(slug));
            if let Some(first) = first {
                plan.push(self.insert_credential(&NewCredential { org, ..first.clone() }), Expect::Any);
                let change = Change::credential(by, org, "create", now);
                self.push_change(&mut plan, change.about(first.id, &first.name));
            }
            match self.database.apply(plan).await {
                Ok(_) => {}
                // Another process may have taken the number, and not the slug.
                Err(DatabaseError::Refused(Refusal::Taken(_))) if self.organisation(slug).await?.is_none() => continue,
                Err(DatabaseError::Refused(Refusal::Taken(_))) => return Ok(None),
                Err(error) => return Err(error),
            }
            return self.organisation(slug).await;
        }
    }

    fn insert_organisation(
        &self,
        org: Org,
        (slug, display_name): (&str, Option<&str>),
        settings: Option<String>,
        now: i64,
    ) -> Statement {
        let insert = Query::insert()
            .into_table(Alias::new(system::ORGANISATIONS))
            .columns(["id", "name", "display_name", "settings", "created"].map(Alias::new))
            .values_panic([org.0.into(), slug.into(), display_name.into(), settings.into(), now.into()])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .to_owned();
        self.build(&insert)
    }

    /// The organisation of that slug.
    pub async fn organisation(&self, slug: &str) -> Result<Option<Organisation>, DatabaseError> {
        let select = organisations().and_where(bare("name").eq(slug)).to_owned();
        let mut rows = self.database.read(self.build(&select), Reach::Point).await?;
        Ok(rows.first_mut().and_then(|row| organisation(row, 0)))
    }

    /// The slugs of organisations by their numbers; of those that are deleted none.
    pub async fn slugs(&self, orgs: &BTreeSet<Org>) -> Result<BTreeMap<Org, String>, DatabaseError> {
        const AT_A_TIME: usize = 500;
        let numbers: Vec<i64> = orgs.iter().map(|org| org.0).collect();
        let mut slugs = BTreeMap::new();
        for numbers in numbers.chunks(AT_A_TIME) {
            let mut select = organisations();
            select.and_where(bare("id").is_in(numbers.iter().copied())).and_where(bare("deleted").is_null());
            let rows = self.database.read(self.build(&select), Reach::Point).await?;
            let found = rows.into_iter().filter_map(|mut row| organisation(&mut row, 0));
            slugs.extend(found.map(|organisation| (organisation.org, organisation.slug)));
        }
        Ok(slugs)
    }

    /// Whether the database has never had an organisation.
    pub async fn has_no_organisation(&self) -> Result<bool, DatabaseError> {
        let select =
            Query::select().column(Alias::new("id")).from(Alias::new(system::ORGANISATIONS)).limit(1).to_owned();
        Ok(self.database.read(self.build(&select), Reach::Point).await?.is_empty())
    }

    /// So many organisations behind a slug, in the order of their slugs.
    pub async fn organisations(&self, after: Option<&str>, count: u64) -> Result<Vec<Organisation>, DatabaseError> {
        let mut select = organisations();
        select.and_where(bare("deleted").is_null()).order_by(Alias::new("name"), Order::Asc).limit(count);
        if let Some(after) = after {
            select.and_where(bare("name").gt(after));
        }
        let rows = self.database.read(self.build(&select), Reach::Scan).await?;
        Ok(rows.into_iter().filter_map(|mut row| organisation(&mut row, 0)).collect())
    }

    /// So many organisations behind a slug that have settings of their own, in the order of their slugs.
    pub async fn organisations_set_up(
        &self,
        after: Option<&str>,
        count: u64,
    ) -> Result<Vec<Organisation>, DatabaseError> {
        let mut select = organisations();
        select.and_where(bare("deleted").is_null()).and_where(bare("settings").is_not_null());
        select.order_by(Alias::new("name"), Order::Asc).limit(count);
        if let Some(after) = after {
            select.and_where(bare("name").gt(after));
        }
        let rows = self.database.read(self.build(&select), Reach::Scan).await?;
        Ok(rows.into_iter().filter_map(|mut row| organisation(&mut row, 0)).collect())
    }

    /// Changes an organisation. [`Refusal::Taken`] if the new slug is in use, [`Refusal::Changed`] if it is gone.
    /// `audit` is what the audit trail says of it.
    pub async fn change_organisation(
        &self,
        org: Org,
        change: &OrganisationChange,
        audit: Change<'_>,
    ) -> Result<(), DatabaseError> {
        let mut update = Query::update();
        update.table(Alias::new(system::ORGANISATIONS)).and_where(bare("id").eq(org.0));
        update.and_where(bare("deleted").is_null());
        // Something is always set, so that the statement says whether the organisation is there.
        update.value(Alias::new("id"), org.0);
        if let Some(slug) = &change.slug {
            update.value(Alias::new("name"), slug.as_str());
        }
        if let Some(display_name) = &change.display_name {
            update.value(Alias::new("display_name"), display_name.clone());
        }
        if let Some(suspended) = change.suspended {
            update.value(Alias::new("suspended"), suspended);
        }
        if let Some(settings) = &change.settings {
            update.value(Alias::new("settings"), settings.clone());
        }
        let mut plan = Plan::default();
        plan.push(self.build(&update), Expect::Rows(1, Refusal::Changed));
        self.push_change(&mut plan, audit);
        self.database.apply(plan).await.map(|_| ())
    }

    /// Deletes an organisation with everything of its own, in one transaction. That it was deleted stays in the
    /// administration's audit trail.
    pub async fn delete_organisation(
        &self,
        by: &Actor,
        (org, slug): (Org, &str),
        now: i64,
    ) -> Result<(), DatabaseError> {
        let mut plan = Plan::default();
        let mut update = Query::update();
        // No slug begins so: the row keeps the number, and is found under no name.
        update
            .table(Alias::new(system::ORGANISATIONS))
            .value(Alias::new("name"), format!("~{}", org.0))
            .value(Alias::new("display_name"), Option::<String>::None)
            .value(Alias::new("settings"), Option::<String>::None)
            .value(Alias::new("deleted"), now)
            .and_where(bare("id").eq(org.0))
            .and_where(bare("deleted").is_null());
        plan.push(self.build(&update), Expect::Rows(1, Refusal::Changed));
        let own = [system::CREDENTIALS, system::ASSERTIONS, system::COUNTERS, system::OUTBOX, system::REQUESTS];
        let resources = TABLES.iter().flat_map(|table| {
            let values = table.values.iter().map(|values| values.name);
            let relations = table.relations.iter().map(|relation| relation.name);
            [table.name].into_iter().chain(values).chain(relations)
        });
        for table in own.into_iter().chain(resources) {
            let delete = Query::delete().from_table(Alias::new(table)).and_where(bare("org").eq(org.0)).to_owned();
            plan.push(self.build(&delete), Expect::Any);
        }
        self.push_change(&mut plan, Change::organisation(by, Some(org), "delete", now).called(slug));
        self.database.apply(plan).await.map(|_| ())
    }
}

/// The number of an organisation as the audit trail has it, where everything has a UUID.
pub(super) fn number(org: Org) -> Uuid {
    Uuid::from_u128(u128::from(org.0.unsigned_abs()))
}

fn organisations() -> SelectStatement {
    Query::select().columns(COLUMNS.map(Alias::new)).from(Alias::new(system::ORGANISATIONS)).to_owned()
}
