//! How the database is: its schema, its load, its size.

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query};

use super::{
    Store, bare,
    database::{DatabaseError, Reach},
    ensure::DIGEST,
    system,
};

/// What an engine has under way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// Writes that wait for the writer of the embedded engine.
    pub writes_waiting: Option<usize>,
    /// Connections to a server, and how many of them are idle.
    pub pool: Option<(usize, usize)>,
    /// The bytes of the embedded engine's files.
    pub bytes: Option<u64>,
}

impl Store {
    /// Whether the database has the tables that this version made: another version may have evolved it since.
    pub async fn is_current(&self) -> Result<bool, DatabaseError> {
        let select = Query::select()
            .column(Alias::new("value"))
            .from(Alias::new(system::SETTINGS))
            .and_where(bare("name").eq(DIGEST))
            .to_owned();
        let mut rows = self.database.read(self.build(&select), Reach::Point).await?;
        let recorded = rows.first_mut().and_then(|row| row.take_text(0));
        Ok(recorded.as_deref() == Some(&*self.digest))
    }

    /// How many organisations there are.
    pub async fn count_organisations(&self) -> Result<u64, DatabaseError> {
        let select = Query::select()
            .expr(Func::count(Expr::col(Alias::new("id"))))
            .from(Alias::new(system::ORGANISATIONS))
            .and_where(bare("deleted").is_null())
            .to_owned();
        let rows = self.database.read(self.build(&select), Reach::Scan).await?;
        Ok(rows.first().map_or(0, |row| u64::try_from(row.integer(0)).unwrap_or_default()))
    }
}
