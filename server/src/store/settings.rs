//! Facts that all processes of a database share: kept in the settings table, written once.

use sea_orm::sea_query::{Alias, ExprTrait, OnConflict, Query};

use super::{
    Store, bare,
    database::{DatabaseError, Expect, Plan},
    system,
};

impl Store {
    /// The value of a setting, which becomes `first` if there is none yet.
    pub async fn setting(&self, name: &str, first: &str) -> Result<String, DatabaseError> {
        let mut plan = Plan::default();
        let insert = Query::insert()
            .into_table(Alias::new(system::SETTINGS))
            .columns(["name", "value"].map(Alias::new))
            .values_panic([name.into(), first.into()])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .to_owned();
        plan.push(self.build(&insert), Expect::Any);
        let select = Query::select()
            .column(Alias::new("value"))
            .from(Alias::new(system::SETTINGS))
            .and_where(bare("name").eq(name))
            .to_owned();
        plan.push(self.build(&select), Expect::Read);
        let mut outcome = self.database.apply(plan).await?;
        let value = outcome.first_mut().and_then(|rows| rows.first_mut()).and_then(|row| row.take_text(0));
        value.ok_or_else(|| DatabaseError::Failed(format!("the setting {name} cannot be read back")))
    }
}
