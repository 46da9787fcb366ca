//! A resolved filter as a SQL condition (RFC 7644 §3.4.2.2).
//!
//! The logic is two-valued: an absent value is never NULL-unknown, so `not` is pushed down to the comparisons, where each
//! says what it means of an absent value. What an index can find is asked as `id IN (SELECT …)`, the rest as `EXISTS`.

mod compare;

pub(super) use self::compare::key_value;

use crate::scim::{
    filter::{Condition, Operator, element_matches},
    key::{self, Key},
    path::AttributePath,
    schema::{Attribute, Role},
    value::Value,
};
use sea_orm::{
    Condition as SqlCondition, DbBackend,
    sea_query::{Alias, Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr},
};

use self::compare::{Comparisons, constant, filled, holds, resource_id};
use super::{
    Org, column,
    resources::owners,
    table::{KeyColumn, KeyKind, Place, Table},
    table_of,
};

/// The alias of value, relation and back-reference rows in a subquery, and of the owners joined to them.
const ROWS: &str = "v";
const OWNERS: &str = "o";

/// Translates filters on one resource type in one organisation.
pub struct Translator {
    /// The dialect.
    pub backend: DbBackend,
    /// The organisation.
    pub org: Org,
    /// The tables.
    pub table: &'static Table,
}

/// Which rows the columns of a comparison belong to.
#[derive(Clone, Copy)]
enum Scope<'a> {
    Resource,
    Values(usize),
    Relation(usize),
    BackReference(&'a crate::scim::schema::BackReference),
}

impl Translator {
    /// The condition on the resource table.
    pub fn condition(&self, condition: &Condition) -> SqlCondition {
        SqlCondition::all().add(self.translate(condition, false, Scope::Resource))
    }

    /// The condition on the rows of a relation, aliased `v`.
    pub fn relation_condition(&self, relation: usize, condition: &Condition) -> SqlCondition {
        SqlCondition::all().add(self.translate(condition, false, Scope::Relation(relation)))
    }

    fn translate(&self, condition: &Condition, negated: bool, scope: Scope<'_>) -> SimpleExpr {
        match condition {
            Condition::Constant(value) => constant(*value != negated),
            Condition::Not(inner) => self.translate(inner, !negated, scope),
            Condition::And(parts) => self.join(parts, negated, scope, !negated),
            Condition::Or(parts) => self.join(parts, negated, scope, negated),
            Condition::Present(path) => self.present(path.attribute, path, negated, scope),
            Condition::Compare { path, operator, key } => self.compare(path, *operator, key, negated, scope),
            Condition::Any { path, condition } => self.any(path, condition, negated, scope),
        }
    }

    fn join(&self, parts: &[Condition], negated: bool, scope: Scope<'_>, all: bool) -> SimpleExpr {
        let mut joined = if all { SqlCondition::all() } else { SqlCondition::any() };
        for part in parts {
            joined = joined.add(self.translate(part, negated, scope));
        }
        SimpleExpr::from(joined)
    }

    /// The scope of the rows that a multi-valued attribute keeps, if it keeps any.
    fn rows_of(&self, path: &AttributePath) -> Option<Scope<'static>> {
        let kind = self.table.resource_type;
        let mut level = kind.attributes;
        for step in &path.steps {
            let attribute = level.get(*step)?;
            match (attribute.role, self.table.place(attribute.number)) {
                (Role::Relation(index), _) => return Some(Scope::Relation(index)),
                (Role::BackReference(index), _) => return kind.back_references.get(index).map(Scope::BackReference),
                (_, Place::Values(index)) => return Some(Scope::Values(index)),
                _ => level = attribute.sub_attributes,
            }
        }
        None
    }

    /// The rows of that scope that belong to the resource and fulfil `test`.
    fn exists(&self, scope: Scope<'_>, test: Option<SimpleExpr>) -> SimpleExpr {
        let Some((mut select, key, _)) = self.rows(scope) else { return constant(false) };
        select
            .expr(Expr::cust("1"))
            .and_where(column(ROWS, "org").equals((Alias::new(self.table.name), Alias::new("org"))))
            .and_where(column(ROWS, key).equals((Alias::new(self.table.name), Alias::new("id"))));
        if let Some(test) = test {
            select.and_where(test);
        }
        if self.backend == DbBackend::Sqlite {
            // As of 3.51 SQLite makes a join of an EXISTS that has no LIMIT, and then OFFSET counts every matching row of
            // it, so that a page skips resources.
            select.limit(1);
        }
        SimpleExpr::from(Expr::exists(select))
    }

    /// The same, from the rows to the resources: for tests that an index answers.
    fn found(&self, scope: Scope<'_>, test: SimpleExpr) -> SimpleExpr {
        let Some((mut select, key, _)) = self.rows(scope) else { return constant(false) };
        select.expr(column(ROWS, key)).and_where(column(ROWS, "org").eq(self.org.0)).and_where(test);
        column(self.table.name, "id").in_subquery(select)
    }

    /// The FROM of a scope, and the names of its columns for the resource and for the other side.
    fn rows(&self, scope: Scope<'_>) -> Option<(SelectStatement, &'static str, &'static str)> {
        let mut select = Query::select();
        Some(match scope {
            Scope::Resource => return None,
            Scope::Values(index) => {
                select.from_as(Alias::new(self.table.values.get(index)?.name), Alias::new(ROWS));
                (select, "id", "ordinal")
            }
            Scope::Relation(index) => {
                select.from_as(Alias::new(self.table.relations.get(index)?.name), Alias::new(ROWS));
                (select, "owner", "member")
            }
            Scope::BackReference(reference) => {
                owners(reference)?;
                let owner = table_of(reference.owner)?;
                let rows = owner.relations.get(reference.relation)?;
                select.from_as(Alias::new(rows.name), Alias::new(ROWS)).join_as(
                    sea_orm::sea_query::JoinType::InnerJoin,
                    Alias::new(owner.name),
                    Alias::new(OWNERS),
                    column(OWNERS, "org")
                        .equals((Alias::new(ROWS), Alias::new("org")))
                        .and(column(OWNERS, "id").equals((Alias::new(ROWS), Alias::new("owner")))),
                );
                (select, "member", "owner")
            }
        })
    }

    fn any(&self, path: &AttributePath, condition: &Condition, negated: bool, scope: Scope<'_>) -> SimpleExpr {
        match self.rows_of(path) {
            Some(rows) => {
                let test = self.translate(condition, false, rows);
                if negated {
                    self.exists(rows, Some(test)).not()
                } else if self.selective(condition) {
                    self.found(rows, test)
                } else {
                    self.exists(rows, Some(test))
                }
            }
            None if self.table.place(path.attribute.number) == Place::Schemas => {
                let urns = self.urns().into_iter();
                let matching = urns.filter(|(_, urn)| element_matches(condition, &Value::Text((*urn).to_owned())));
                let any = matching.fold(SqlCondition::any().add(constant(false)), |any, (there, _)| any.add(there));
                let any = SimpleExpr::from(any);
                if negated { any.not() } else { any }
            }
            // A singular complex attribute is one value: what is kept of it is the resource's own.
            None => {
                let there = self.assigned(path, negated);
                let test = self.translate(&condition.below(&path.steps), negated, scope);
                if negated { there.or(test) } else { there.and(test) }
            }
        }
    }

    /// Whether a singular complex attribute has a value at all, be it an empty string.
    fn assigned(&self, path: &AttributePath, negated: bool) -> SimpleExpr {
        if let Place::Extension(name) = self.table.place(path.attribute.number) {
            return self.has_extension(name, negated);
        }
        let mut joined = if negated { SqlCondition::all() } else { SqlCondition::any() };
        joined = joined.add(constant(negated));
        for sub in path.attribute.sub_attributes {
            match self.table.place(sub.number) {
                Place::Values(index) => {
                    let exists = self.exists(Scope::Values(index), None);
                    joined = joined.add(if negated { exists.not() } else { exists });
                }
                Place::Column(index) => {
                    if let Some(key) = self.table.keys.get(index) {
                        let column = self.column(key.name);
                        joined = joined.add(if negated { column.is_null() } else { column.is_not_null() });
                    }
                }
                // The server's own: `meta`.
                Place::Created | Place::LastModified | Place::Version | Place::Location | Place::ResourceType => {
                    return constant(!negated);
                }
                _ => {}
            }
        }
        SimpleExpr::from(joined)
    }

    /// Whether the resource has an extension, by the column that says so.
    fn has_extension(&self, name: &str, negated: bool) -> SimpleExpr {
        let column = self.column(name);
        if negated { column.clone().is_null().or(column.eq(false)) } else { column.eq(true) }
    }

    /// The URNs that `schemas` may hold, each with the condition that it does.
    fn urns(&self) -> Vec<(SimpleExpr, &'static str)> {
        let kind = self.table.resource_type;
        let mut urns = vec![(constant(true), kind.schema)];
        for (extension, present) in kind.extensions.iter().zip(self.table.presence) {
            let there = SimpleExpr::from(Func::coalesce([self.column(present), Expr::val(false)])).eq(true);
            urns.push((there, extension.schema));
        }
        urns
    }

    /// Whether an index finds what fulfils the condition on value or relation rows.
    fn selective(&self, condition: &Condition) -> bool {
        match condition {
            Condition::And(parts) => parts.iter().any(|part| self.selective(part)),
            Condition::Or(parts) => parts.iter().all(|part| self.selective(part)),
            Condition::Compare { path, operator, .. } => {
                let place = self.table.place(path.attribute.number);
                let relation = matches!(
                    place,
                    Place::RelationMember | Place::RelationRef | Place::BackReferenceOwner | Place::BackReferenceRef
                );
                (*operator == Operator::Equal && (path.attribute.indexed || relation))
                    || (*operator == Operator::StartsWith && path.attribute.indexed)
            }
            _ => false,
        }
    }

    fn present(&self, attribute: &Attribute, path: &AttributePath, negated: bool, scope: Scope<'_>) -> SimpleExpr {
        let place = self.table.place(attribute.number);
        if let (Scope::Resource, Some(rows)) = (scope, self.rows_of(path)) {
            let test = match place {
                Place::ValueColumn(table, index) => self
                    .table
                    .values
                    .get(table)
                    .and_then(|values| values.columns.get(index))
                    .map(|key| filled(column(ROWS, key.name), key.kind, false)),
                Place::Values(table) => self.table.values.get(table).map(|values| {
                    let mut any = SqlCondition::any();
                    let mut none = SqlCondition::all();
                    for key in values.columns {
                        any = any.add(filled(column(ROWS, key.name), key.kind, false));
                        none = none.add(column(ROWS, key.name).is_null());
                    }
                    // What no column has is in a part that has none, such as a list.
                    if attribute.sub_attributes.len() > values.columns.len() {
                        any = any.add(none);
                    }
                    SimpleExpr::from(any)
                }),
                Place::RelationDisplay => Some(filled(column(ROWS, "k_display"), KeyKind::Text, false)),
                Place::BackReferenceDisplay => Some(column(OWNERS, "label").is_not_null()),
                _ => None,
            };
            let exists = self.exists(rows, test);
            return if negated { exists.not() } else { exists };
        }
        match place {
            Place::Column(index) => match self.table.keys.get(index) {
                Some(key) => filled(self.column(key.name), key.kind, negated),
                None => constant(negated),
            },
            Place::ValueColumn(table, index) => match self.key_column(table, index) {
                Some(key) => filled(column(ROWS, key.name), key.kind, negated),
                None => constant(negated),
            },
            Place::Values(_) => match self.scope_column(scope) {
                Some(key) => filled(column(ROWS, key.name), key.kind, negated),
                None => constant(!negated),
            },
            Place::Extension(name) => self.has_extension(name, negated),
            Place::Complex => {
                let mut joined = if negated { SqlCondition::all() } else { SqlCondition::any() };
                for sub in attribute.sub_attributes {
                    let mut steps = path.steps.clone();
                    if let Some((position, _)) = attribute.sub_attribute(sub.name) {
                        steps.push(position);
                    }
                    let sub_path = AttributePath { steps, attribute: sub };
                    joined = joined.add(self.present(sub, &sub_path, negated, scope));
                }
                SimpleExpr::from(joined)
            }
            Place::RelationDisplay => filled(column(ROWS, "k_display"), KeyKind::Text, negated),
            Place::BackReferenceDisplay => {
                let label = column(OWNERS, "label");
                if negated { label.is_null() } else { label.is_not_null() }
            }
            Place::Secret | Place::None => constant(negated),
            _ => constant(!negated),
        }
    }

    fn compare(
        &self,
        path: &AttributePath,
        operator: Operator,
        key: &Key,
        negated: bool,
        scope: Scope<'_>,
    ) -> SimpleExpr {
        let attribute = path.attribute;
        if let (Scope::Resource, Some(rows)) = (scope, self.rows_of(path)) {
            // Any value counts: "not identical" needs one that differs, or none at all.
            let test = self.test(attribute, operator, key, false, rows);
            if operator == Operator::NotEqual {
                let filled = self.present_in(attribute, rows);
                let none = self.exists(rows, Some(filled.clone())).not();
                let differs = self.exists(rows, Some(filled.and(test)));
                return if negated { none.not().and(differs.not()) } else { none.or(differs) };
            }
            return match (
                negated,
                self.selective(&Condition::Compare { path: path.clone(), operator, key: key.clone() }),
            ) {
                (true, _) => self.exists(rows, Some(test)).not(),
                (false, true) => self.found(rows, test),
                (false, false) => self.exists(rows, Some(test)),
            };
        }
        self.test(attribute, operator, key, negated, scope)
    }

    /// Whether a value row has the sub-attribute at all.
    fn present_in(&self, attribute: &Attribute, scope: Scope<'_>) -> SimpleExpr {
        match self.table.place(attribute.number) {
            Place::ValueColumn(table, index) => match self.key_column(table, index) {
                Some(key) => column(ROWS, key.name).is_not_null(),
                None => constant(false),
            },
            Place::Values(_) => match self.scope_column(scope) {
                Some(key) => column(ROWS, key.name).is_not_null(),
                None => constant(true),
            },
            Place::RelationDisplay => column(ROWS, "k_display").is_not_null(),
            Place::BackReferenceDisplay => column(OWNERS, "label").is_not_null(),
            _ => constant(true),
        }
    }

    /// A comparison with the columns of one row.
    fn test(
        &self,
        attribute: &Attribute,
        operator: Operator,
        key: &Key,
        negated: bool,
        scope: Scope<'_>,
    ) -> SimpleExpr {
        let text = match key {
            Key::Text(text) => text.as_str(),
            _ => "",
        };
        let any_of = |candidates: Vec<(SimpleExpr, String)>| {
            let mut any = SqlCondition::any().add(constant(false));
            for (there, candidate) in candidates {
                if holds(operator, &candidate, text) {
                    any = any.add(there);
                }
            }
            let any = SimpleExpr::from(any);
            if negated { any.not() } else { any }
        };
        match self.table.place(attribute.number) {
            Place::Column(index) => match self.table.keys.get(index) {
                Some(column) => self.comparisons().key_test(self.column(column.name), operator, key, negated),
                None => constant((operator == Operator::NotEqual) != negated),
            },
            Place::ValueColumn(table, index) => match self.key_column(table, index) {
                Some(found) => self.comparisons().key_test(column(ROWS, found.name), operator, key, negated),
                None => constant((operator == Operator::NotEqual) != negated),
            },
            Place::Values(_) => match self.scope_column(scope) {
                Some(found) => self.comparisons().key_test(column(ROWS, found.name), operator, key, negated),
                None => constant((operator == Operator::NotEqual) != negated),
            },
            Place::Id => self.comparisons().id_test(self.column("id"), operator, text, negated),
            Place::Created => self.comparisons().key_test(self.column("created"), operator, key, negated),
            Place::LastModified => self.comparisons().key_test(self.column("last_modified"), operator, key, negated),
            Place::ResourceType => constant(
                holds(operator, &key::text(self.table.resource_type.name, attribute.case_exact, false), text)
                    != negated,
            ),
            Place::Location => {
                let id = resource_id(text, self.table.resource_type.name).map(|id| id.to_string()).unwrap_or_default();
                self.comparisons().id_test(self.column("id"), operator, &id, negated)
            }
            Place::Version => {
                let version = text.trim_start_matches("W/").trim_matches('"').parse().unwrap_or(-1);
                self.comparisons().key_test(self.column("version"), operator, &Key::Integer(version), negated)
            }
            Place::Schemas => {
                any_of(self.urns().into_iter().map(|(there, urn)| (there, key::text(urn, false, false))).collect())
            }
            Place::RelationMember => self.comparisons().id_test(column(ROWS, "member"), operator, text, negated),
            Place::RelationRef => {
                let (kind, id) = text.rsplit_once('/').unwrap_or(("", ""));
                let there = self
                    .comparisons()
                    .id_test(column(ROWS, "member"), Operator::Equal, id, false)
                    .and(column(ROWS, "member_type").eq(kind));
                if (operator == Operator::NotEqual) != negated { there.not() } else { there }
            }
            Place::RelationType => {
                let Scope::Relation(index) = scope else { return constant(negated) };
                let relation = self.table.resource_type.relations.get(index);
                let targets = relation.map_or(&[][..], |relation| relation.targets);
                any_of(
                    targets
                        .iter()
                        .map(|target| {
                            (column(ROWS, "member_type").eq(*target), key::text(target, attribute.case_exact, false))
                        })
                        .collect(),
                )
            }
            Place::RelationDisplay => self.comparisons().key_test(column(ROWS, "k_display"), operator, key, negated),
            Place::BackReferenceOwner => self.comparisons().id_test(column(ROWS, "owner"), operator, text, negated),
            Place::BackReferenceRef => {
                let Scope::BackReference(reference) = scope else { return constant(negated) };
                let id = resource_id(text, reference.owner).map(|id| id.to_string()).unwrap_or_default();
                self.comparisons().id_test(column(ROWS, "owner"), operator, &id, negated)
            }
            Place::BackReferenceType => constant(holds(operator, "direct", text) != negated),
            Place::BackReferenceDisplay => {
                let Scope::BackReference(reference) = scope else { return constant(negated) };
                match label_key(reference) {
                    Some(name) => self.comparisons().key_test(column(OWNERS, name), operator, key, negated),
                    None => constant((operator == Operator::NotEqual) != negated),
                }
            }
            _ => constant((operator == Operator::NotEqual) != negated),
        }
    }

    fn comparisons(&self) -> Comparisons {
        Comparisons(self.backend)
    }

    fn column(&self, name: &str) -> SimpleExpr {
        column(self.table.name, name)
    }

    fn key_column(&self, table: usize, index: usize) -> Option<&'static KeyColumn> {
        self.table.values.get(table)?.columns.get(index)
    }

    /// The key column of a multi-valued attribute that is not complex.
    fn scope_column(&self, scope: Scope<'_>) -> Option<&'static KeyColumn> {
        match scope {
            Scope::Values(index) => self.key_column(index, 0),
            _ => None,
        }
    }
}

/// The key column of the attribute that owners of a back reference are shown by.
fn label_key(reference: &crate::scim::schema::BackReference) -> Option<&'static str> {
    let owner = table_of(reference.owner)?;
    let label = owner.resource_type.relations.get(reference.relation)?.label?;
    let number = owner.resource_type.attributes.get(label)?.number;
    match owner.place(number) {
        Place::Column(index) => owner.keys.get(index).map(|key| key.name),
        _ => None,
    }
}
