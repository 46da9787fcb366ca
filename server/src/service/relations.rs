//! Changes of relations as deltas: what a write asks for, against the rows that are there.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::{
    scim::{
        error::{Error, ErrorKind},
        filter::{Condition, Operator, element_matches},
        json::echo,
        key::Key,
        patch::RelationChange,
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

use super::{Caller, Service, answer::member_value, database_error, parse_id};

/// Resources that the same request creates, with the names of their types: they need not be stored yet.
pub type Known = BTreeMap<Uuid, &'static str>;

/// What a client says of a member.
#[derive(Debug, Clone)]
struct Asked {
    id: Uuid,
    display: Option<String>,
}

/// The changes that a request makes to one relation of one resource, in order.
#[derive(Default)]
struct Changes {
    /// Whether the rows that were there are gone: only what `overlay` holds is left.
    cleared: bool,
    /// Members that the request adds, or removes (`None`).
    overlay: BTreeMap<Uuid, Option<Asked>>,
}

impl Changes {
    /// Adds a member; one that the request added before stays as it was first asked for.
    fn add(&mut self, asked: Asked) {
        let fate = self.overlay.entry(asked.id).or_default();
        fate.get_or_insert(asked);
    }
}

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
        let mut add = BTreeMap::new();
        for value in &values {
            if let Some(asked) = asked(caller, attribute, value)? {
                add.entry(asked.id).or_insert(asked);
            }
        }
        Ok(Delta {
            add: self.resolve(caller, relation, attribute, add.into_values().collect(), known).await?,
            remove: Vec::new(),
        })
    }

    /// The delta that the changes make to the rows of a resource.
    pub async fn change_members(
        &self,
        caller: &Caller,
        table: &'static Table,
        relation_index: usize,
        owner: Uuid,
        changes: Vec<RelationChange>,
        known: &Known,
    ) -> Result<Planned, Error> {
        let org = caller.org;
        let (relation, attribute) = declared(table, relation_index)?;
        let mut state = Changes::default();
        let mut guarded = false;
        for change in changes {
            match change {
                RelationChange::Add(values) => {
                    for value in &values {
                        asked(caller, attribute, value)?.into_iter().for_each(|asked| state.add(asked));
                    }
                }
                RelationChange::Remove(values) => {
                    for value in &values {
                        if let Some(id) = member_id(attribute, value) {
                            state.overlay.insert(id, None);
                        }
                    }
                }
                RelationChange::RemoveWhere(condition) => {
                    let place = (relation_index, owner);
                    guarded |= self.remove_where(caller, table, place, &condition, &mut state, known).await?;
                }
                RelationChange::RemoveAll => state = Changes { cleared: true, overlay: BTreeMap::new() },
                RelationChange::Replace(values) => {
                    state = Changes { cleared: true, overlay: BTreeMap::new() };
                    for value in &values {
                        asked(caller, attribute, value)?.into_iter().for_each(|asked| state.add(asked));
                    }
                }
            }
        }
        let there: BTreeSet<Uuid> = if state.cleared {
            self.store.members(org, table, relation_index, owner, None).await.map_err(database_error)?
        } else {
            let ids: Vec<Uuid> = state.overlay.keys().copied().collect();
            self.store.members_among(org, table, relation_index, owner, &ids).await.map_err(database_error)?
        }
        .into_iter()
        .collect();
        let kept = |id: &Uuid| matches!(state.overlay.get(id), Some(Some(_)));
        let remove = there
            .iter()
            .filter(|id| if state.cleared { !kept(id) } else { matches!(state.overlay.get(id), Some(None)) })
            .copied()
            .collect();
        let add =
            state.overlay.into_iter().filter(|(id, _)| !there.contains(id)).filter_map(|(_, asked)| asked).collect();
        let add = self.resolve(caller, relation, attribute, add, known).await?;
        Ok(Planned { delta: Delta { add, remove }, guarded: guarded || state.cleared })
    }

    /// Removes the members that a filter selects; whether all rows were looked at.
    async fn remove_where(
        &self,
        caller: &Caller,
        table: &'static Table,
        (relation_index, owner): (usize, Uuid),
        condition: &Condition,
        state: &mut Changes,
        known: &Known,
    ) -> Result<bool, Error> {
        let org = caller.org;
        let (relation, attribute) = declared(table, relation_index)?;
        if let Condition::Compare { path, operator: Operator::Equal, key: Key::Text(text) } = condition
            && path.attribute.name == "value"
        {
            let id = parse_id(text);
            if !caller.quirks().has(Quirk::RemoveNoMatch) {
                let is_there = match id.map(|id| (id, state.overlay.get(&id))) {
                    None => false,
                    Some((_, Some(fate))) => fate.is_some(),
                    Some((_, None)) if state.cleared => false,
                    Some((id, None)) => {
                        let there = self.store.members_among(org, table, relation_index, owner, &[id]).await;
                        !there.map_err(database_error)?.is_empty()
                    }
                };
                check_selected(caller, attribute, is_there)?;
            }
            if let Some(id) = id {
                state.overlay.insert(id, None);
            }
            return Ok(false);
        }
        let translator = Translator { backend: self.store.database().backend(), org, table };
        let selected = translator.relation_condition(relation_index, condition);
        let found = self.store.members(org, table, relation_index, owner, Some(selected)).await;
        let found: BTreeSet<Uuid> = found.map_err(database_error)?.into_iter().collect();
        // Whom the request adds and who is there already is what the row says; of the others, their type must be found.
        let added: Vec<Asked> = state.overlay.values().flatten().cloned().collect();
        let ids: Vec<Uuid> = added.iter().map(|asked| asked.id).collect();
        let there = self.store.members_among(org, table, relation_index, owner, &ids).await;
        let there: BTreeSet<Uuid> = there.map_err(database_error)?.into_iter().collect();
        let (old, new): (Vec<_>, Vec<_>) = added.into_iter().partition(|asked| there.contains(&asked.id));
        let new = self.resolve(caller, relation, attribute, new, known).await?;
        let new = new.iter().filter(|member| element_matches(condition, &member_value(attribute, member)));
        let old = old.iter().map(|asked| asked.id).filter(|id| found.contains(id));
        let gone: Vec<Uuid> = new.map(|member| member.id).chain(old).collect();
        let is_left = |id: &&Uuid| !state.cleared && !matches!(state.overlay.get(*id), Some(None));
        check_selected(caller, attribute, !gone.is_empty() || found.iter().any(|id| is_left(&id)))?;
        for id in gone {
            state.overlay.insert(id, None);
        }
        if !state.cleared {
            for id in found {
                state.overlay.entry(id).or_insert(None);
            }
        }
        Ok(true)
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
        let ids: Vec<Uuid> = asked.iter().map(|asked| asked.id).collect();
        let stored: Vec<Uuid> = ids.iter().copied().filter(|id| !known.contains_key(id)).collect();
        let mut found = self.store.targets(caller.org, relation, &stored).await.map_err(database_error)?;
        let fits = |kind: &&&'static str| relation.targets.contains(*kind);
        found.extend(ids.iter().filter_map(|id| Some((*id, *known.get(id).filter(fits)?))));
        let missing: Vec<String> =
            ids.iter().filter(|id| !found.contains_key(id)).take(10).map(|id| echo(&id.to_string())).collect();
        if !missing.is_empty() && !caller.quirks().meets(Quirk::UnknownMemberSkipped) {
            return Err(unknown(attribute, &missing.join(", ")));
        }
        Ok(asked
            .into_iter()
            .filter_map(|asked| {
                let kind = (*found.get(&asked.id)?).to_owned();
                Some(Member { id: asked.id, kind, display: asked.display })
            })
            .collect())
    }
}

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

/// Whom a client names; none if it can be nobody and the profile skips it.
fn asked(caller: &Caller, attribute: &Attribute, value: &Value) -> Result<Option<Asked>, Error> {
    let Some(given) = text(attribute, value, "value") else {
        let detail = format!("each value of {} needs a \"value\": the id of a resource", attribute.name);
        return Err(Error::new(ErrorKind::InvalidValue, detail));
    };
    let Some(id) = parse_id(given) else {
        caller.quirks().allows(Quirk::UnknownMemberSkipped, || unknown(attribute, &echo(given)))?;
        return Ok(None);
    };
    Ok(Some(Asked { id, display: text(attribute, value, "display").map(str::to_owned) }))
}

fn unknown(attribute: &Attribute, ids: &str) -> Error {
    let detail = format!("{}.value: there is no resource with the id {ids}; create it first", attribute.name);
    Error::new(ErrorKind::InvalidValue, detail)
}
