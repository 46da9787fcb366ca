//! Organisations and their bearer tokens, of which only the SHA-256 is stored.

use sea_orm::sea_query::{Alias, ExprTrait, OnConflict, Query};
use uuid::Uuid;

use super::{
    Org, Store, bare,
    database::{DatabaseError, Expect, Plan, Reach, Refusal},
    system,
    table::Table,
    table_of,
};

/// The resource that a credential stands for (RFC 7644 §3.11).
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The tables of its type.
    pub table: &'static Table,
    /// Its id.
    pub id: Uuid,
}

impl Store {
    /// Creates an organisation of that name with a first token, unless there is one: whether it was created.
    pub async fn create_organisation(
        &self,
        org: Org,
        name: &str,
        token_hash: &str,
        now: i64,
    ) -> Result<bool, DatabaseError> {
        let mut plan = Plan::default();
        let insert = Query::insert()
            .into_table(Alias::new(system::ORGANISATIONS))
            .columns(["id", "name", "created"].map(Alias::new))
            .values_panic([org.0.into(), name.into(), now.into()])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .to_owned();
        plan.push(self.build(&insert), Expect::Rows(1, Refusal::Taken));
        let insert = Query::insert()
            .into_table(Alias::new(system::TOKENS))
            .columns(["hash", "org", "name", "created"].map(Alias::new))
            .values_panic([token_hash.into(), org.0.into(), "first".into(), now.into()])
            .to_owned();
        plan.push(self.build(&insert), Expect::Any);
        match self.database.apply(plan).await {
            Ok(_) => Ok(true),
            Err(DatabaseError::Refused(Refusal::Taken)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The organisation of that name.
    pub async fn organisation(&self, name: &str) -> Result<Option<Org>, DatabaseError> {
        let select = Query::select()
            .column(Alias::new("id"))
            .from(Alias::new(system::ORGANISATIONS))
            .and_where(bare("name").eq(name))
            .to_owned();
        let rows = self.database.read(self.build(&select), Reach::Point).await?;
        Ok(rows.first().map(|row| Org(row.integer(0))))
    }

    /// Adds a token to an organisation.
    pub async fn add_token(
        &self,
        org: Org,
        hash: &str,
        name: &str,
        subject: Option<Subject>,
        now: i64,
    ) -> Result<(), DatabaseError> {
        let mut plan = Plan::default();
        let insert = Query::insert()
            .into_table(Alias::new(system::TOKENS))
            .columns(["hash", "org", "name", "created", "subject_type", "subject"].map(Alias::new))
            .values_panic([
                hash.into(),
                org.0.into(),
                name.into(),
                now.into(),
                subject.map(|subject| subject.table.resource_type.name).into(),
                subject.map(|subject| subject.id).into(),
            ])
            .to_owned();
        plan.push(self.build(&insert), Expect::Rows(1, Refusal::Taken));
        self.database.apply(plan).await.map(|_| ())
    }

    /// The organisation whose token has that hash, and whom the token stands for.
    pub async fn token(&self, hash: &str) -> Result<Option<(Org, Option<Subject>)>, DatabaseError> {
        let select = Query::select()
            .columns(["org", "subject_type", "subject"].map(Alias::new))
            .from(Alias::new(system::TOKENS))
            .and_where(bare("hash").eq(hash))
            .to_owned();
        let mut rows = self.database.read(self.build(&select), Reach::Point).await?;
        Ok(rows.first_mut().map(|row| {
            let table = row.take_text(1).and_then(|name| table_of(&name));
            let subject = table.zip(row.id(2)).map(|(table, id)| Subject { table, id });
            (Org(row.integer(0)), subject)
        }))
    }
}
