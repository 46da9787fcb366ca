//! Changes of relations as deltas: what a write asks for, against the rows that are there.

mod changes;

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::{
    scim::{
        error::{Error, ErrorKind},
        filter::{Condition, Operator, element_matches},
        generated::RESOURCE_TYPES,
        json::echo,
        key::Key,
        patch::{self, RelationChange},
        quirks::Quirk,
        schema::{Attribute, Relation},
        value::Value,
    },
    store::{
        filter::Translator,
        relations::{Delta, Member},
        table::Table,
    },
};

use super::{Caller, Service, access::Action, answer::member_value, database_error, parse_id};

use changes::{Asked, Changes, Difference};

/// Resources that the same request creates, with the names of their types: they need not be stored yet.
pub type Known = BTreeMap<Uuid, &'static str>;

/// Changes of one relation in their order, each with the operation of a PATCH that asks for it.
pub type Ordered = Vec<(Option<usize>, RelationChange)>;

/// The delta of one relation, and whether it was computed from all its rows, so that the version must still be the same.
pub struct Planned {
    /// The delta.
    pub delta: Delta,
    /// Whether it depends on the rows that it leaves alone.
    pub guarded: bool,
}

impl Service {
    /// The delta of a relation that a resource is created with.
    pub async fn new_members(
        &self,
        caller: &Caller,
        table: &'static Table,
        relation: usize,
        values: Vec<Value>,
        known: &Known,
    ) -> Result<Delta, Error> {
        let (relation, attribute) = declared(table, relation)?;
        let mut changes = Changes::of_none();
        add(caller, attribute, &values, None, &mut changes)?;
        let Difference { add, .. } = changes.difference(&BTreeMap::new());
        Ok(Delta { add: self.resolve(caller, relation, attribute, add, known).await?, ..Delta::default() })
    }

    /// The delta that the changes make to the rows of a resource.
    pub async fn change_members(
        &self,
        caller: &Caller,
        table: &'static Table,
        relation_index: usize,
        owner: Uuid,
        changes: Ordered,
        known: &Known,
    ) -> Result<Planned, Error> {
        let org = caller.org;
        let (relation, attribute) = declared(table, relation_index)?;
        let place = Place { table, relation: relation_index, owner };
        let mut state = Changes::default();
        let mut guarded = false;
        for (operation, change) in changes {
            match change {
                RelationChange::Add(values) => add(caller, attribute, &values, operation, &mut state)?,
                RelationChange::Remove(values) => {
                    values.iter().filter_map(|value| member_id(attribute, value)).for_each(|id| state.remove(id));
                }
                RelationChange::RemoveWhere(condition) => {
                    let removed = self.remove_where(caller, place, &condition, &mut state, known).await;
                    guarded |= removed.map_err(|error| placed(operation, error))?;
                }
                RelationChange::Display { condition, display, otherwise } => {
                    let (selected, all) = match named(&condition).map(parse_id) {
                        Some(id) if self.is_member(caller, place, id, &state).await? => {
                            (id.into_iter().collect(), false)
                        }
                        Some(_) => (Vec::new(), true),
                        None => (self.selected(caller, place, &condition, &state, known).await?, true),
                    };
                    guarded |= all;
                    if selected.is_empty() {
                        let made = otherwise.map_err(|error| placed(operation, error))?;
                        add(caller, attribute, made.as_slice(), operation, &mut state)?;
                    }
                    for id in selected {
                        state.show(Asked { id, display: display.clone(), operation });
                    }
                }
                RelationChange::RemoveAll => state = Changes::of_none(),
                RelationChange::Replace(values) => {
                    state = Changes::of_none();
                    add(caller, attribute, &values, operation, &mut state)?;
                }
            }
        }
        let cleared = state.is_cleared();
        let mut there: BTreeMap<Uuid, Option<String>> = if cleared {
            self.store.members(org, table, relation_index, owner, None).await.map_err(database_error)?
        } else {
            let there = self.store.members_among(org, table, relation_index, owner, &state.ids()).await;
            there.map_err(database_error)?.into_iter().map(|(id, member)| (id, member.display)).collect()
        };
        if attribute.sub_attribute("display").is_none() {
            there.values_mut().for_each(|display| *display = None);
        }
        let Difference { add, remove, displays, fills } = state.difference(&there);
        let add = self.resolve(caller, relation, attribute, add, known).await?;
        let guarded = guarded || cleared || fills;
        Ok(Planned { delta: Delta { add, remove, displays }, guarded })
    }

    /// Removes the members that a filter selects; whether all rows were looked at.
    async fn remove_where(
        &self,
        caller: &Caller,
        place: Place,
        condition: &Condition,
        state: &mut Changes,
        known: &Known,
    ) -> Result<bool, Error> {
        let (_, attribute) = declared(place.table, place.relation)?;
        if let Some(text) = named(condition) {
            let id = parse_id(text);
            if !caller.quirks().has(Quirk::RemoveNoMatch) {
                check_selected(caller, attribute, self.is_member(caller, place, id, state).await?)?;
            }
            id.into_iter().for_each(|id| state.remove(id));
            return Ok(false);
        }
        let selected = self.selected(caller, place, condition, state, known).await?;
        check_selected(caller, attribute, !selected.is_empty())?;
        selected.into_iter().for_each(|id| state.remove(id));
        Ok(true)
    }

    /// Whether it is a member, with what the request did before.
    async fn is_member(&self, caller: &Caller, place: Place, id: Option<Uuid>, state: &Changes) -> Result<bool, Error> {
        let Some(id) = id else { return Ok(false) };
        if let Some(known) = state.knows(&id) {
            return Ok(known);
        }
        let there = self.store.members_among(caller.org, place.table, place.relation, place.owner, &[id]).await;
        Ok(!there.map_err(database_error)?.is_empty())
    }

    /// The members that a filter selects, with what the request did before.
    async fn selected(
        &self,
        caller: &Caller,
        Place { table, relation: index, owner }: Place,
        condition: &Condition,
        state: &Changes,
        known: &Known,
    ) -> Result<Vec<Uuid>, Error> {
        let org = caller.org;
        let (relation, attribute) = declared(table, index)?;
        // What the request says of a member counts, and not its row; of whom it adds, the type must be found.
        let there = self.store.members_among(org, table, index, owner, &state.ids()).await.map_err(database_error)?;
        let effective = state.effective(&there);
        let (old, new): (Vec<_>, Vec<_>) = effective.into_iter().partition(|asked| there.contains_key(&asked.id));
        let old = old.into_iter().filter_map(|Asked { id, display, .. }| {
            there.get(&id).map(|member| Member { id, kind: member.kind.clone(), display })
        });
        let new = self.resolve(caller, relation, attribute, new, known).await?;
        let matching = old.chain(new).filter(|member| element_matches(condition, &member_value(attribute, member)));
        let mut selected: Vec<Uuid> = matching.map(|member| member.id).collect();
        if !state.is_cleared() {
            let translator = Translator { backend: self.store.database().backend(), org, table };
            let condition = translator.relation_condition(index, condition);
            let found = self.store.members(org, table, index, owner, Some(condition)).await.map_err(database_error)?;
            selected.extend(found.into_keys().filter(|id| state.knows(id).is_none()));
        }
        Ok(selected)
    }

    /// The members to add, each with the type of the resource that it is; all of them must exist.
    async fn resolve(
        &self,
        caller: &Caller,
        relation: &Relation,
        attribute: &Attribute,
        asked: Vec<Asked>,
        known: &Known,
    ) -> Result<Vec<Member>, Error> {
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let stored: Vec<Uuid> = asked.iter().map(|asked| asked.id).filter(|id| !known.contains_key(id)).collect();
        let mut found = self.store.targets(caller.org, relation.targets, &stored).await.map_err(database_error)?;
        for Asked { id, .. } in &asked {
            if let Some(kind) = known.get(id).filter(|kind| relation.targets.contains(*kind)) {
                found.insert(*id, *kind);
            }
        }
        let missing: Vec<&Asked> = asked.iter().filter(|asked| !found.contains_key(&asked.id)).take(NAMED).collect();
        if let Some(first) = missing.first()
            && !caller.quirks().meets(Quirk::UnknownMemberSkipped)
        {
            let ids: Vec<Uuid> = missing.iter().map(|asked| asked.id).collect();
            let error = self.no_target(caller, relation, attribute, &ids, known).await?;
            return Err(placed(first.operation, error));
        }
        Ok(asked
            .into_iter()
            .filter_map(|asked| {
                let kind = (*found.get(&asked.id)?).to_owned();
                Some(Member { id: asked.id, kind, display: asked.display })
            })
            .collect())
    }

    /// What is wrong with ids that the relation cannot refer to: their types, or that there are no such resources. Of
    /// types that the caller may not read, nothing is told.
    async fn no_target(
        &self,
        caller: &Caller,
        relation: &Relation,
        attribute: &Attribute,
        ids: &[Uuid],
        known: &Known,
    ) -> Result<Error, Error> {
        let mut others = Vec::new();
        for kind in RESOURCE_TYPES {
            if !relation.targets.contains(&kind.name) && caller.authorize(Action::Read, kind, None).is_ok() {
                others.push(kind.name);
            }
        }
        let mut misfits = self.store.targets(caller.org, &others, ids).await.map_err(database_error)?;
        misfits.extend(ids.iter().filter_map(|id| Some((*id, *known.get(id)?))));
        let Some((id, kind)) = misfits.first_key_value() else {
            let ids: Vec<String> = ids.iter().map(|id| echo(&id.to_string())).collect();
            return Ok(unknown(attribute, &ids.join(", ")));
        };
        let detail = format!(
            "{0}.value: the resource with the id {1} is a {kind}, and {0} refers to {2}; leave it out",
            attribute.name,
            echo(&id.to_string()),
            relation.targets.join(" or ")
        );
        Ok(Error::new(ErrorKind::InvalidValue, detail))
    }
}

/// A relation of one resource.
#[derive(Clone, Copy)]
struct Place {
    table: &'static Table,
    relation: usize,
    owner: Uuid,
}

/// The most ids that an error names.
const NAMED: usize = 10;

fn declared(table: &'static Table, relation: usize) -> Result<(&'static Relation, &'static Attribute), Error> {
    let relation = table.resource_type.relations.get(relation);
    relation
        .and_then(|relation| Some((relation, table.resource_type.attributes.get(relation.position)?)))
        .ok_or_else(|| Error::new(ErrorKind::Internal, "the relation is not declared"))
}

fn text<'a>(attribute: &Attribute, value: &'a Value, name: &str) -> Option<&'a str> {
    let (position, _) = attribute.sub_attribute(name)?;
    value.as_complex()?.get(position)?.as_text()
}

fn member_id(attribute: &Attribute, value: &Value) -> Option<Uuid> {
    parse_id(text(attribute, value, "value")?)
}

/// Refuses a removal that selects nothing, where the profile says so.
fn check_selected(caller: &Caller, attribute: &Attribute, any: bool) -> Result<(), Error> {
    if any {
        return Ok(());
    }
    caller.quirks().allows(Quirk::RemoveNoMatch, || {
        Error::new(ErrorKind::NoTarget, format!("no value of {} matches the filter", attribute.name))
    })
}

/// The `value` that a filter asks for, if it asks for nothing else.
fn named(condition: &Condition) -> Option<&str> {
    match condition {
        Condition::Compare { path, operator: Operator::Equal, key: Key::Text(text) }
            if path.attribute.name == "value" =>
        {
            Some(text)
        }
        _ => None,
    }
}

/// Adds whom a client names, in their order.
fn add(
    caller: &Caller,
    attribute: &Attribute,
    values: &[Value],
    operation: Option<usize>,
    changes: &mut Changes,
) -> Result<(), Error> {
    for value in values {
        let asked = asked(caller, attribute, value, operation).map_err(|error| placed(operation, error))?;
        asked.into_iter().for_each(|asked| changes.add(asked));
    }
    Ok(())
}

/// Whom a client names; none if it can be nobody and the profile skips it.
fn asked(
    caller: &Caller,
    attribute: &Attribute,
    value: &Value,
    operation: Option<usize>,
) -> Result<Option<Asked>, Error> {
    let Some(given) = text(attribute, value, "value") else {
        let detail = format!("each value of {} needs a \"value\": the id of a resource", attribute.name);
        return Err(Error::new(ErrorKind::InvalidValue, detail));
    };
    let Some(id) = parse_id(given) else {
        caller.quirks().allows(Quirk::UnknownMemberSkipped, || unknown(attribute, &echo(given)))?;
        return Ok(None);
    };
    Ok(Some(Asked { id, display: text(attribute, value, "display").map(str::to_owned), operation }))
}

/// An error with the operation of a PATCH that it is about.
fn placed(operation: Option<usize>, error: Error) -> Error {
    match operation {
        Some(operation) => patch::at(operation, error),
        None => error,
    }
}

fn unknown(attribute: &Attribute, ids: &str) -> Error {
    let detail = format!("{}.value: there is no resource with the id {ids}; create it first", attribute.name);
    Error::new(ErrorKind::InvalidValue, detail)
}
