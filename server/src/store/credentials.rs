//! Credentials, of which no secret is stored: the SHA-256 of 256 random bits, or public keys.

use sea_orm::{
    Statement,
    sea_query::{Alias, ExprTrait, JoinType, Order, Query, SelectStatement},
};
use uuid::Uuid;

use super::{
    Actor, Org, Store,
    audit::Change,
    bare, column,
    database::{DatabaseError, Expect, Plan, Reach, Refusal, Row},
    organisations::{self, Organisation, Subject},
    system, table_of,
};

/// Whose credentials open the administration: no organisation has this number.
pub const ADMINISTRATION: Org = Org(0);

/// A credential to be stored.
#[derive(Debug, Clone)]
pub struct NewCredential {
    /// Its id; of a client also its client id.
    pub id: Uuid,
    /// Whose it is.
    pub org: Org,
    /// How it is used.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// The SHA-256 of its secret in hexadecimal.
    pub hash: Option<String>,
    /// Its public keys, as a JWK set.
    pub keys: Option<String>,
    /// What it may do.
    pub scopes: String,
    /// When it was made, in microseconds since 1970.
    pub created: i64,
    /// Who made it.
    pub creator: String,
    /// When it ends.
    pub expires: i64,
    /// Whom it stands for.
    pub subject: Option<Subject>,
}

/// A credential as it is stored.
#[derive(Debug, Clone)]
pub struct Credential {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub org: Org,
    /// How it is used.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// The SHA-256 of its secret in hexadecimal.
    pub hash: Option<String>,
    /// Its public keys, as a JWK set.
    pub keys: Option<String>,
    /// What it may do.
    pub scopes: String,
    /// When it was made, in microseconds since 1970.
    pub created: i64,
    /// Who made it.
    pub creator: String,
    /// When it ends.
    pub expires: i64,
    /// When it was revoked.
    pub revoked: Option<i64>,
    /// When it was used last, to the minute.
    pub last_used: Option<i64>,
    /// From which address.
    pub last_used_from: Option<String>,
    /// Whom it stands for.
    pub subject: Option<Subject>,
}

/// How a credential is found.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// By the SHA-256 of its secret, in hexadecimal.
    Hash(&'a str),
    /// By its id.
    Id(Uuid),
}

const COLUMNS: [&str; 15] = [
    "id",
    "org",
    "kind",
    "name",
    "hash",
    "keys",
    "scopes",
    "created",
    "creator",
    "expires",
    "revoked",
    "last_used",
    "last_used_from",
    "subject_type",
    "subject",
];

fn credential(row: &mut Row) -> Option<Credential> {
    let table = row.take_text(13).and_then(|name| table_of(&name));
    Some(Credential {
        id: row.id(0)?,
        org: Org(row.integer(1)),
        kind: row.take_text(2)?,
        name: row.take_text(3)?,
        hash: row.take_text(4),
        keys: row.take_text(5),
        scopes: row.take_text(6)?,
        created: row.integer(7),
        creator: row.take_text(8)?,
        expires: row.integer(9),
        revoked: row.maybe_integer(10),
        last_used: row.maybe_integer(11),
        last_used_from: row.take_text(12),
        subject: table.zip(row.id(14)).map(|(table, id)| Subject { table, id }),
    })
}

impl Store {
    /// Stores a credential.
    pub async fn add_credential(&self, by: &Actor, credential: &NewCredential) -> Result<(), DatabaseError> {
        let mut plan = Plan::default();
        plan.push(self.insert_credential(credential), Expect::Rows(1, Refusal::Taken(None)));
        self.push_change(
            &mut plan,
            Change::credential(by, credential.org, "create", credential.created).about(credential.id, &credential.name),
        );
        self.database.apply(plan).await.map(|_| ())
    }

    pub(super) fn insert_credential(&self, new: &NewCredential) -> Statement {
        let columns = [
            "id",
            "org",
            "kind",
            "name",
            "hash",
            "keys",
            "scopes",
            "created",
            "creator",
            "expires",
            "subject_type",
            "subject",
        ];
        let insert = Query::insert()
            .into_table(Alias::new(system::CREDENTIALS))
            .columns(columns.map(Alias::new))
            .values_panic([
                new.id.into(),
                new.org.0.into(),
                new.kind.into(),
                new.name.as_str().into(),
                new.hash.clone().into(),
                new.keys.clone().into(),
                new.scopes.as_str().into(),
                new.created.into(),
                new.creator.as_str().into(),
                new.expires.into(),
                new.subject.map(|subject| subject.table.resource_type.name).into(),
                new.subject.map(|subject| subject.id).into(),
            ])
            .to_owned();
        self.build(&insert)
    }

    /// A credential with its organisation; one of the administration has none.
    pub async fn credential(&self, by: By<'_>) -> Result<Option<(Credential, Option<Organisation>)>, DatabaseError> {
        let condition = match by {
            By::Hash(hash) => column(system::CREDENTIALS, "hash").eq(hash),
            By::Id(id) => column(system::CREDENTIALS, "id").eq(id),
        };
        let joined = column(system::CREDENTIALS, "org").eq(column(system::ORGANISATIONS, "id"));
        let select = credentials()
            .columns(organisations::COLUMNS.map(|name| (Alias::new(system::ORGANISATIONS), Alias::new(name))))
            .join(JoinType::LeftJoin, Alias::new(system::ORGANISATIONS), joined)
            .and_where(condition)
            .to_owned();
        let mut rows = self.database.read(self.build(&select), Reach::Point).await?;
        Ok(rows.first_mut().and_then(|row| {
            let organisation = organisations::organisation(row, COLUMNS.len());
            Some((credential(row)?, organisation))
        }))
    }

    /// The credentials of an organisation, so many behind an id, in the order in which they were made.
    pub async fn credentials(
        &self,
        org: Org,
        after: Option<Uuid>,
        count: u64,
    ) -> Result<Vec<Credential>, DatabaseError> {
        let mut select = credentials();
        select.and_where(column(system::CREDENTIALS, "org").eq(org.0));
        select.order_by((Alias::new(system::CREDENTIALS), Alias::new("id")), Order::Asc).limit(count);
        if let Some(after) = after {
            select.and_where(column(system::CREDENTIALS, "id").gt(after));
        }
        let rows = self.database.read(self.build(&select), Reach::Scan).await?;
        Ok(rows.into_iter().filter_map(|mut row| credential(&mut row)).collect())
    }

    /// Revokes a credential of an organisation: whether there is one that was in force.
    pub async fn revoke_credential(
        &self,
        by: &Actor,
        org: Org,
        (id, name): (Uuid, &str),
        now: i64,
    ) -> Result<bool, DatabaseError> {
        let mut plan = Plan::default();
        let update = Query::update()
            .table(Alias::new(system::CREDENTIALS))
            .value(Alias::new("revoked"), now)
            .and_where(bare("org").eq(org.0))
            .and_where(bare("id").eq(id))
            .and_where(bare("revoked").is_null())
            .to_owned();
        plan.push(self.build(&update), Expect::Rows(1, Refusal::Changed));
        self.push_change(&mut plan, Change::credential(by, org, "revoke", now).about(id, name));
        match self.database.apply(plan).await {
            Ok(_) => Ok(true),
            Err(DatabaseError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Notes when a credential was used, and from where.
    pub async fn credential_used(&self, id: Uuid, at: i64, from: Option<String>) -> Result<(), DatabaseError> {
        let mut plan = Plan::default();
        let update = Query::update()
            .table(Alias::new(system::CREDENTIALS))
            .value(Alias::new("last_used"), at)
            .value(Alias::new("last_used_from"), from)
            .and_where(bare("id").eq(id))
            .to_owned();
        plan.push(self.build(&update), Expect::Any);
        self.database.apply(plan).await.map(|_| ())
    }
}

fn credentials() -> SelectStatement {
    Query::select()
        .columns(COLUMNS.map(|name| (Alias::new(system::CREDENTIALS), Alias::new(name))))
        .from(Alias::new(system::CREDENTIALS))
        .to_owned()
}
