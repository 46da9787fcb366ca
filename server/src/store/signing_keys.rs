//! The keys that sign access tokens, which all processes of a database share, and the assertions that were used.
//!
//! Keys are of the server and of no organisation. Each has a number; who adds one takes the next, and of two who do so at
//! once the second is refused.

use sea_orm::sea_query::{Alias, ExprTrait, OnConflict, Order, Query};
use uuid::Uuid;

use super::{
    Org, Store, bare,
    database::{DatabaseError, Expect, Plan, Reach, Refusal, Row},
    system,
};

/// A key as it is stored.
#[derive(Clone)]
pub struct SigningKeyRow {
    /// Its number.
    pub generation: i64,
    /// Its id in the header of tokens.
    pub kid: String,
    /// The private key: PKCS #8 in base64.
    pub private: String,
    /// When it was made, in microseconds since 1970.
    pub created: i64,
    /// From when on it signs.
    pub starts: i64,
}

impl std::fmt::Debug for SigningKeyRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKeyRow").field("generation", &self.generation).field("kid", &self.kid).finish()
    }
}

const COLUMNS: [&str; 5] = ["generation", "kid", "private", "created", "starts"];

fn key(mut row: Row) -> Option<SigningKeyRow> {
    Some(SigningKeyRow {
        generation: row.integer(0),
        kid: row.take_text(1)?,
        private: row.take_text(2)?,
        created: row.integer(3),
        starts: row.integer(4),
    })
}

impl Store {
    /// The keys, in the order of their numbers.
    pub async fn signing_keys(&self) -> Result<Vec<SigningKeyRow>, DatabaseError> {
        let select = Query::select()
            .columns(COLUMNS.map(Alias::new))
            .from(Alias::new(system::SIGNING_KEYS))
            .order_by(Alias::new("generation"), Order::Asc)
            .to_owned();
        let rows = self.database.read(self.build(&select), Reach::Point).await?;
        Ok(rows.into_iter().filter_map(key).collect())
    }

    /// Adds a key and deletes those of the given numbers. [`Refusal::Taken`] if its number is taken.
    pub async fn add_signing_key(&self, key: &SigningKeyRow, gone: &[i64]) -> Result<(), DatabaseError> {
        let mut plan = Plan::default();
        let insert = Query::insert()
            .into_table(Alias::new(system::SIGNING_KEYS))
            .columns(COLUMNS.map(Alias::new))
            .values_panic([
                key.generation.into(),
                key.kid.as_str().into(),
                key.private.as_str().into(),
                key.created.into(),
                key.starts.into(),
            ])
            .to_owned();
        plan.push(self.build(&insert), Expect::Rows(1, Refusal::Taken(None)));
        for generation in gone {
            let delete = Query::delete()
                .from_table(Alias::new(system::SIGNING_KEYS))
                .and_where(bare("generation").eq(*generation))
                .to_owned();
            plan.push(self.build(&delete), Expect::Any);
        }
        self.database.apply(plan).await.map(|_| ())
    }

    /// Notes that a client used an assertion, until it ends: whether it is the first time.
    pub async fn use_assertion(
        &self,
        org: Org,
        client: Uuid,
        mark: &str,
        expires: i64,
        now: i64,
    ) -> Result<bool, DatabaseError> {
        let mut plan = Plan::default();
        let ended = Query::delete()
            .from_table(Alias::new(system::ASSERTIONS))
            .and_where(bare("org").eq(org.0))
            .and_where(bare("client").eq(client))
            .and_where(bare("expires").lt(now))
            .to_owned();
        plan.push(self.build(&ended), Expect::Any);
        let insert = Query::insert()
            .into_table(Alias::new(system::ASSERTIONS))
            .columns(["org", "client", "mark", "expires"].map(Alias::new))
            .values_panic([org.0.into(), client.into(), mark.into(), expires.into()])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .to_owned();
        plan.push(self.build(&insert), Expect::Rows(1, Refusal::Taken(None)));
        match self.database.apply(plan).await {
            Ok(_) => Ok(true),
            Err(DatabaseError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }
}
