//! PATCH (RFC 7644 §3.5.2): the operations in order on the canonical document, the same checks as any write, one plan.

use crate::{
    scim::{
        error::Error,
        json,
        patch::{self, Operation, RelationEffect, Target},
        projection::Projection,
        quirks::{self, Quirk, Quirks},
        schema::{ResourceType, Role},
    },
    store::{
        database::{DatabaseError, Refusal},
        table::Table,
    },
};

use super::{
    ATTEMPTS, Caller, Service,
    access::Action,
    answer::Answer,
    database_error, not_found, parse_id,
    relations::{Known, Ordered},
    resources::{Conditions, Write},
    type_of_endpoint,
};

impl Service {
    /// Changes a resource. `shown` says whether the request asked for attributes: then the answer has a body.
    pub async fn patch(
        &self,
        caller: &Caller,
        table: &'static Table,
        id: &str,
        conditions: Conditions<'_>,
        body: &[u8],
        (projection, shown): (&Projection, bool),
    ) -> Result<Answer, Error> {
        let kind = table.resource_type;
        caller.authorize(Action::Write, kind, parse_id(id))?;
        let operations = operations(&caller.quirks(), kind, json::parse(body)?)?;
        let uuid = parse_id(id).ok_or_else(|| not_found(kind, id))?;
        // Changes of relations alone are deltas that do not disturb each other; others read, change and write.
        let _lane = if only_relations(kind, &operations) { None } else { Some(self.lane(uuid).await) };
        for _ in 0..ATTEMPTS {
            let (write, named) = self.plan_patch(caller, table, id, conditions, &operations, &Known::new()).await?;
            let Some(stored) = self.write(caller, kind, write).await? else { continue };
            if !shown && answers_without_body(kind) {
                return Ok(Answer::headers(caller, kind, stored.id, stored.version));
            }
            let mut projection = projection.clone();
            projection.with_written(named);
            let stored = self.answer_to_write(caller, table, stored, &projection).await?;
            return Answer::resource(200, caller, kind, &stored, &projection);
        }
        Err(database_error(DatabaseError::Refused(Refusal::Changed)))
    }

    /// What a PATCH writes, and the numbers of the attributes that it names.
    pub(super) async fn plan_patch(
        &self,
        caller: &Caller,
        table: &'static Table,
        id: &str,
        conditions: Conditions<'_>,
        operations: &[Operation],
        known: &Known,
    ) -> Result<(Write, Vec<u16>), Error> {
        let kind = table.resource_type;
        let before = self.before(caller, table, id, conditions).await?;
        let mut root = before.root.clone();
        let effects = patch::apply(kind, &mut root, operations.to_vec())?;
        if effects.made {
            caller.fired.note(Quirk::FilteredUpsert);
        }
        if effects.missed {
            caller.fired.note(Quirk::RemoveNoMatch);
        }
        self.hash_changed(kind, &before.root, &mut root).await?;
        let mut changes: Vec<Ordered> = kind.relations.iter().map(|_| Vec::new()).collect();
        for RelationEffect { relation, operation, change } in effects.relations {
            if let Some(changes) = changes.get_mut(relation) {
                changes.push((Some(operation), change));
            }
        }
        let planned = self.plan_relations(caller, table, before.stored.id, changes, known).await?;
        Ok((self.plan_write(caller, table, before, root, planned, conditions), effects.written))
    }
}

/// The operations of a PATCH request, as the profile reads them.
pub(super) fn operations(
    quirks: &Quirks<'_>,
    kind: &'static ResourceType,
    body: json::Json,
) -> Result<Vec<Operation>, Error> {
    let mut operations = patch::parse(kind, quirks::patch::rewrite(quirks, kind, body)?, type_of_endpoint)?;
    quirks::patch::settle(quirks, &mut operations);
    Ok(operations)
}

/// Whether a PATCH of that type answers 204: one that has relations may have very many of them to show.
pub fn answers_without_body(kind: &ResourceType) -> bool {
    !kind.relations.is_empty()
}

/// Whether the operations touch nothing but relations.
fn only_relations(kind: &ResourceType, operations: &[Operation]) -> bool {
    operations.iter().all(|operation| {
        let (Target::Attribute(path) | Target::Values { path, .. }) = &operation.target;
        let first = path.steps.first().and_then(|step| kind.attributes.get(*step));
        first.is_some_and(|attribute| matches!(attribute.role, Role::Relation(_)))
    })
}
