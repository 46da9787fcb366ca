//! Giving rows of a relation another `display`: many of them with one statement.

use sea_orm::{
    Value,
    sea_query::{Alias, ExprTrait, Query, TableRef, ValueTuple},
};
use uuid::Uuid;

use crate::{
    scim::key,
    store::{
        Org, Store, column,
        database::{Expect, Plan, Refusal},
    },
};

use super::IDS_PER_STATEMENT;

/// The alias of the list of ids with what each gets.
const GIVEN: &str = "given";

impl Store {
    /// Gives members of a resource another `display`; each of them must be there.
    pub(super) fn push_displays(
        &self,
        plan: &mut Plan,
        org: Org,
        rows: &str,
        owner: Uuid,
        displays: &[(Uuid, Option<String>)],
    ) {
        for chunk in displays.chunks(IDS_PER_STATEMENT) {
            let given = chunk.iter().map(|(id, display)| {
                let key = display.as_deref().map(|display| key::text(display, false, false));
                ValueTuple::Three((*id).into(), Value::from(display.clone()), key.into())
            });
            // Both databases call the columns of a list of values so.
            let update = Query::update()
                .table(Alias::new(rows))
                .value(Alias::new("display"), column(GIVEN, "column2"))
                .value(Alias::new("k_display"), column(GIVEN, "column3"))
                .from(TableRef::ValuesList(given.collect(), Alias::new(GIVEN).into()))
                .and_where(column(rows, "org").eq(org.0))
                .and_where(column(rows, "owner").eq(owner))
                .and_where(column(rows, "member").eq(column(GIVEN, "column1")))
                .to_owned();
            plan.push(self.build(&update), Expect::Rows(chunk.len() as u64, Refusal::Changed));
        }
    }
}
