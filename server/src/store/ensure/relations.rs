//! The rows of relations, which point to resources that may have gone while nobody looked.
//!
//! Rows that point to resources of a type that the relation does not have any more are put aside: they lie there under the
//! organisation's number with a minus, where nobody reads, until the relation has the type again.

use std::collections::BTreeSet;

use sea_orm::{
    DbBackend, Statement,
    sea_query::{Alias, Expr, ExprTrait, Query, SimpleExpr, UpdateStatement},
};

use crate::{
    scim::schema::Relation,
    store::{
        bare, column,
        table::{RelationTable, Table},
        table_of,
    },
};

use super::{
    declared::{Attributes, Declared, Facts, Kept, ROOT},
    work::{Task, Work},
};

impl Work {
    /// Puts aside the rows that point to types which a relation has not, and brings back those of types that it has again.
    /// What was deleted while nobody kept the rows is forgotten.
    pub(super) fn follow_targets(&mut self) {
        let there: Vec<&'static Table> = self.there().map(|(resource, _)| resource).collect();
        let mut statements = Vec::new();
        for resource in there {
            for (rows, relation) in resource.relations.iter().zip(resource.resource_type.relations) {
                if self.live.tables.contains_key(rows.name) {
                    statements.extend(self.follow_targets_of(resource, rows, relation));
                }
            }
        }
        self.tasks.extend(statements.into_iter().map(Task::Run));
    }

    /// Of the types of this build the relations that it has not, whose rows are there: their tables are named after them, and
    /// they may return in another spelling.
    pub(super) fn relations_that_are_gone(&self) -> Declared {
        let gone_of = |(kind, now): (&String, &Attributes)| {
            let known = [&self.before, &self.gone].into_iter().filter_map(|declared| declared.get(kind)).flatten();
            let is_gone = |path: &str, facts: &Facts| {
                facts.kept == Kept::Relation
                    && !now.keys().any(|other| other.eq_ignore_ascii_case(path))
                    && facts.place.as_ref().is_some_and(|rows| self.live.tables.contains_key(rows))
            };
            let gone: Attributes = known
                .filter(|(path, facts)| is_gone(path, facts))
                .map(|(path, facts)| (path.clone(), facts.clone()))
                .collect();
            (!gone.is_empty()).then(|| (kind.clone(), gone))
        };
        self.prepare.declared.iter().filter_map(gone_of).collect()
    }

    fn follow_targets_of(
        &self,
        resource: &'static Table,
        rows: &RelationTable,
        relation: &'static Relation,
    ) -> Vec<Statement> {
        let kind = resource.resource_type;
        let name = kind.attributes.get(relation.position).map_or("", |attribute| attribute.name);
        let before = self.before.get(kind.name);
        let former = before.and_then(|before| {
            let (_, facts) = before.iter().find(|(path, _)| path.eq_ignore_ascii_case(name))?;
            (facts.kept == Kept::Relation).then_some(facts)
        });
        let served = self.served.contains(kind.name)
            && (former.is_some() || before.is_some_and(|before| !before.contains_key(ROOT)));
        // Builds that recorded less did not record the types.
        let pointed: Option<BTreeSet<&str>> =
            former.map(|facts| facts.keys.split(' ').filter(|name| !name.is_empty()).collect());
        let pointed = pointed.filter(|types| !types.is_empty());
        let now: BTreeSet<&str> = relation.targets.iter().copied().collect();
        if served && pointed.as_ref() == Some(&now) {
            return Vec::new();
        }
        if let Some(pointed) = &pointed {
            let beyond = |one: &BTreeSet<&str>, other: &BTreeSet<&str>| {
                one.difference(other).copied().collect::<Vec<_>>().join(", ")
            };
            let (gone, come) = (beyond(pointed, &now), beyond(&now, pointed));
            for (types, words) in [(gone, "are put aside"), (come, "that were put aside come back")] {
                if !types.is_empty() {
                    self.tell(|| format!("{}: values of {name} of type {types} {words}", kind.name));
                }
            }
        }
        let mut statements = move_rows(self.backend(), resource, rows.name, relation.targets);
        // Nobody took out of them who was deleted while they were aside, or while the relation was unseen.
        let returned = pointed.is_none_or(|types| now.iter().any(|name| !types.contains(name)));
        if !served {
            self.tell(|| format!("delete the rows of {} whose owner or member was deleted meanwhile", rows.name));
        }
        if !served || returned {
            let targets: Vec<&Table> = relation.targets.iter().filter_map(|target| table_of(target)).collect();
            statements.extend(forget_dangling(self.backend(), rows.name, resource, &targets));
        }
        if !served && self.served.contains(kind.name) {
            statements.push(owners_anew(self.backend(), resource, rows.name));
        }
        statements
    }
}

/// Brings back what points to a type that the relation has, and puts aside what points to others. Their owners get another
/// version, as they do when a member comes or goes.
fn move_rows(backend: DbBackend, owner: &Table, rows: &str, targets: &[&str]) -> Vec<Statement> {
    let of_targets = || column(rows, "member_type").is_in(targets.iter().copied());
    let org = || column(rows, "org");
    let other = || Expr::val(0).sub(org());
    let turn = |condition: SimpleExpr| {
        let mut update = Query::update();
        update.table(Alias::new(rows)).value(Alias::new("org"), Expr::val(0).sub(bare("org")));
        update.and_where(condition).to_owned()
    };
    [
        anew(owner, rows, other(), of_targets()),
        anew(owner, rows, org(), of_targets().not()),
        turn(org().lt(0).and(of_targets())),
        turn(org().gt(0).and(of_targets().not())),
    ]
    .map(|update| backend.build(&update))
    .into()
}

/// Another version of those who own such rows; `org` is their organisation.
fn anew(owner: &Table, rows: &str, org: SimpleExpr, which: SimpleExpr) -> UpdateStatement {
    let own = Query::select()
        .expr(Expr::cust("1"))
        .from(Alias::new(rows))
        .and_where(org.eq(column(owner.name, "org")))
        .and_where(column(rows, "owner").eq(column(owner.name, "id")))
        .and_where(which)
        .to_owned();
    Query::update()
        .table(Alias::new(owner.name))
        .value(Alias::new("version"), bare("version").add(1))
        .and_where(Expr::exists(own))
        .to_owned()
}

/// Another version of those who own rows of a relation that comes or goes as a whole.
pub fn owners_anew(backend: DbBackend, owner: &Table, rows: &str) -> Statement {
    backend.build(&anew(owner, rows, column(rows, "org"), Expr::val(true)))
}

/// Forgets the rows of a relation whose owner, or whose member of one of those types, is gone.
fn forget_dangling(backend: DbBackend, relation: &str, owner: &Table, members: &[&Table]) -> Vec<Statement> {
    let missing = |table: &Table, name: &str| {
        let found = Query::select()
            .expr(Expr::cust("1"))
            .from_as(Alias::new(table.name), Alias::new("found"))
            .and_where(column("found", "org").eq(column(relation, "org")))
            .and_where(column("found", "id").eq(column(relation, name)))
            .to_owned();
        Expr::exists(found).not()
    };
    let forget = |which: SimpleExpr| {
        let delete =
            Query::delete().from_table(Alias::new(relation)).and_where(bare("org").gt(0)).and_where(which).to_owned();
        backend.build(&delete)
    };
    let mut statements = vec![forget(missing(owner, "owner"))];
    for table in members {
        let of_type = column(relation, "member_type").eq(table.resource_type.name);
        let which = of_type.and(missing(table, "member"));
        statements.push(backend.build(&anew(owner, relation, column(relation, "org"), which.clone())));
        statements.push(forget(which));
    }
    statements
}
