//! Values that no two resources of a type may share although no schema says so: names that clients find resources by.

use sea_orm::{
    DbBackend,
    sea_query::{Alias, Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::scim::{
    filter::{Condition, Operator},
    key::Key,
    path::AttributePath,
};

use super::{
    Org, Store, bare, column,
    database::{Expect, Plan, Refusal},
    filter::Translator,
    system,
    table::Table,
};

/// An attribute and the key of the value that one resource alone may have.
pub type Name = (AttributePath, Key);

impl Store {
    /// Lets a plan that writes a resource succeed only if no other resource of the type has one of the names.
    ///
    /// On a database server the organisation's row is locked first: of two plans at the same time the second looks when
    /// the first has committed.
    pub fn push_names(&self, plan: &mut Plan, org: Org, table: &'static Table, id: Uuid, names: &[Name]) {
        if names.is_empty() {
            return;
        }
        if self.backend() != DbBackend::Sqlite {
            let lock = Query::update()
                .table(Alias::new(system::ORGANISATIONS))
                .value(Alias::new("id"), org.0)
                .and_where(bare("id").eq(org.0))
                .to_owned();
            plan.push(self.build(&lock), Expect::Any);
        }
        for (path, key) in names {
            let translator = Translator { backend: self.backend(), org, table };
            let condition = Condition::Compare { path: path.clone(), operator: Operator::Equal, key: key.clone() };
            let other = Query::select()
                .expr(Expr::cust("1"))
                .from(Alias::new(table.name))
                .and_where(column(table.name, "org").eq(org.0))
                .and_where(column(table.name, "id").ne(id))
                .cond_where(translator.condition(&condition))
                .to_owned();
            // Of the resource itself nothing changes: that its row is found says that there is no other.
            let update = Query::update()
                .table(Alias::new(table.name))
                .value(Alias::new("version"), Expr::col(Alias::new("version")))
                .and_where(bare("org").eq(org.0))
                .and_where(bare("id").eq(id))
                .and_where(Expr::exists(other).not())
                .to_owned();
            plan.push(self.build(&update), Expect::Rows(1, Refusal::Taken(None)));
        }
    }
}
