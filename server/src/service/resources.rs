//! Creating, reading, replacing and deleting one resource (RFC 7644 §3.3, §3.4.1, §3.5.1, §3.6).

use uuid::Uuid;

use crate::{
    scim::{
        canonical::{self, Purpose},
        error::{Error, ErrorKind},
        json,
        patch::RelationChange,
        projection::Projection,
        quirks::{self, Quirk},
        schema::{Attribute, ResourceType, Role, Uniqueness},
        value::{Complex, Value},
        version,
    },
    store::{
        Store,
        database::{DatabaseError, Outcome, Plan, Refusal},
        names::Name,
        relations::Delta,
        resources::{Stored, Want, Written},
        table::Table,
    },
};

use super::{
    ATTEMPTS, Caller, Service,
    access::Action,
    answer::{self, Answer, want},
    database_error,
    names::{named, new_names},
    not_found, parse_id,
    relations::{Known, Ordered, Planned},
    replacement::Replacement,
    secrets,
};

/// The conditions of a request (RFC 7644 §3.14).
#[derive(Debug, Clone, Copy, Default)]
pub struct Conditions<'a> {
    /// `If-Match`
    pub if_match: Option<&'a str>,
    /// `If-None-Match`
    pub if_none_match: Option<&'a str>,
}

/// A resource as it is before a write, in memory.
pub(super) struct Before {
    pub stored: Stored,
    /// The document and the hashes.
    pub root: Complex,
}

/// What is to be stored of a new resource.
pub(super) struct Made {
    pub written: Written,
    pub relations: Vec<Delta>,
    pub names: Vec<Name>,
}

/// A change of a resource, ready to be made.
pub(super) struct Write {
    /// The resource before.
    pub stored: Stored,
    /// What to apply; none if nothing changes.
    pub plan: Option<Plan>,
    /// What its row becomes, unless only relations change.
    written: Option<Written>,
}

impl Write {
    /// The resource after the plan was applied.
    pub fn done(self, outcome: &Outcome) -> Stored {
        let mut stored = self.stored;
        if let Some(written) = self.written {
            stored.version = written.version;
            stored.last_modified = written.last_modified;
            stored.document = written.encoded.document;
        } else if let Some((version, last_modified)) = Store::relations_outcome(outcome) {
            stored.version = version;
            stored.last_modified = last_modified;
        }
        stored
    }

    /// Whether the plan was refused because another write came first. A row that another write has just added is a lost
    /// race as well; a unique value is not.
    pub fn lost_race(&self, error: &DatabaseError) -> bool {
        match error {
            DatabaseError::Refused(Refusal::Changed) => true,
            DatabaseError::Refused(Refusal::Taken(_)) => self.written.is_none(),
            _ => false,
        }
    }
}

impl Service {
    /// POST: creates a resource.
    pub async fn create(
        &self,
        caller: &Caller,
        table: &'static Table,
        body: &[u8],
        projection: &Projection,
    ) -> Result<Answer, Error> {
        let kind = table.resource_type;
        caller.authorize(Action::Write, kind, None)?;
        let body = quirks::body::rewrite(&caller.quirks(), kind, json::parse(body)?, Purpose::Create)?;
        let root = canonical::resource(kind, body.json, Purpose::Create)?;
        let id = self.new_id()?;
        let Made { written, relations, names } = self.made(caller, table, root, id, &Known::new()).await?;
        let mut plan = self.store.create_plan(&caller.actor, caller.org, table, &written, &relations);
        self.store.push_names(&mut plan, caller.org, table, id, &names);
        self.store.database().apply(plan).await.map_err(|error| refused(caller, kind, error))?;
        let mut projection = projection.clone();
        projection.with_written(0..kind.attribute_count);
        let stored = stored(written, relations, want(kind, &projection));
        Answer::resource(201, caller, kind, &stored, &projection)
    }

    /// An id for a new resource.
    pub(super) fn new_id(&self) -> Result<Uuid, Error> {
        self.clock.id().map_err(|error| {
            tracing::error!(%error, "the system gives no random bytes");
            Error::new(ErrorKind::Internal, "no id could be made; the server's log has the reason")
        })
    }

    /// What is to be stored of a new resource. `known` are resources that the same request creates.
    pub(super) async fn made(
        &self,
        caller: &Caller,
        table: &'static Table,
        mut root: Complex,
        id: Uuid,
        known: &Known,
    ) -> Result<Made, Error> {
        let kind = table.resource_type;
        let mut relations = Vec::with_capacity(kind.relations.len());
        let mut values: Vec<_> = (0..kind.relations.len()).map(|_| Vec::new()).collect();
        for (index, given) in take_relations(kind, &mut root) {
            values[index] = given;
        }
        for (index, values) in values.into_iter().enumerate() {
            relations.push(self.new_members(caller, table, index, values, known).await?);
        }
        let clear = secrets::take(kind, &mut root);
        self.hash_secrets(clear, None, &mut root).await?;
        set_id(kind, &mut root, id);
        let secrets = secrets::store(kind, &mut root);
        let now = self.clock.now();
        let names = new_names(caller, kind, None, &root);
        let encoded = (table.encode)(root);
        let written = Written { id, version: 1, created: now, last_modified: now, encoded, secrets };
        Ok(Made { written, relations, names })
    }

    /// GET: reads a resource with one statement.
    pub async fn read(
        &self,
        caller: &Caller,
        table: &'static Table,
        id: &str,
        conditions: Conditions<'_>,
        projection: &Projection,
    ) -> Result<Answer, Error> {
        let kind = table.resource_type;
        caller.authorize(Action::Read, kind, parse_id(id))?;
        let stored = self.stored(caller, table, id, want(kind, projection)).await?;
        if conditions.if_none_match.is_some_and(|tags| version::names(tags, stored.version)) {
            return Ok(Answer { status: 304, ..Answer::headers(caller, kind, stored.id, stored.version) });
        }
        Answer::resource(200, caller, kind, &stored, projection)
    }

    /// PUT: replaces a resource; what changes nothing writes nothing.
    pub async fn replace(
        &self,
        caller: &Caller,
        table: &'static Table,
        id: &str,
        conditions: Conditions<'_>,
        body: &[u8],
        projection: &Projection,
    ) -> Result<Answer, Error> {
        let kind = table.resource_type;
        caller.authorize(Action::Write, kind, parse_id(id))?;
        let body = quirks::body::rewrite(&caller.quirks(), kind, json::parse(body)?, Purpose::Replace)?;
        let new = Replacement::read(kind, body)?;
        let mut projection = projection.clone();
        projection.with_written(assigned(&new.root, kind.attributes));
        let uuid = parse_id(id).ok_or_else(|| not_found(kind, id))?;
        let _lane = self.lane(uuid).await;
        for _ in 0..ATTEMPTS {
            let write = self.plan_replace(caller, table, id, conditions, &new, &Known::new()).await?;
            if let Some(written) = self.write(caller, kind, write).await? {
                let wanted = self.answer_to_write(caller, table, written, &projection).await?;
                return Answer::resource(200, caller, kind, &wanted, &projection);
            }
        }
        Err(database_error(DatabaseError::Refused(Refusal::Changed)))
    }

    /// What a PUT of a canonical resource writes.
    pub(super) async fn plan_replace(
        &self,
        caller: &Caller,
        table: &'static Table,
        id: &str,
        conditions: Conditions<'_>,
        new: &Replacement,
        known: &Known,
    ) -> Result<Write, Error> {
        let kind = table.resource_type;
        let before = self.before(caller, table, id, conditions).await?;
        let mut candidate = new.over(caller, &before.root);
        // A value to be hashed may be required: until it is a hash, the text stands for it.
        let clear = secrets::take(kind, &mut candidate);
        for (position, text) in &clear {
            candidate.set(*position, Value::Text(text.clone()));
        }
        let mut root = canonical::replace(kind, &before.root, candidate, &new.cleared)?;
        let mut changes: Vec<_> = (0..kind.relations.len()).map(|_| vec![(None, RelationChange::RemoveAll)]).collect();
        for (index, values) in take_relations(kind, &mut root) {
            changes[index] = vec![(None, RelationChange::Replace(values))];
        }
        self.hash_secrets(clear, Some(&before.root), &mut root).await?;
        let planned = self.plan_relations(caller, table, before.stored.id, changes, known).await?;
        Ok(self.plan_write(caller, table, before, root, planned, conditions))
    }

    /// DELETE: removes a resource and its memberships.
    pub async fn delete(
        &self,
        caller: &Caller,
        table: &'static Table,
        id: &str,
        conditions: Conditions<'_>,
    ) -> Result<Answer, Error> {
        let kind = table.resource_type;
        caller.authorize(Action::Write, kind, parse_id(id))?;
        let uuid = parse_id(id).ok_or_else(|| not_found(kind, id))?;
        let _lane = self.lane(uuid).await;
        for _ in 0..ATTEMPTS {
            let plan = self.plan_delete(caller, table, id, conditions).await?;
            match self.store.database().apply(plan).await {
                Ok(_) => return Ok(Answer { status: 204, ..Answer::default() }),
                Err(DatabaseError::Refused(Refusal::Changed)) => {}
                Err(error) => return Err(database_error(error)),
            }
        }
        Err(database_error(DatabaseError::Refused(Refusal::Changed)))
    }

    /// What a DELETE writes.
    pub(super) async fn plan_delete(
        &self,
        caller: &Caller,
        table: &'static Table,
        id: &str,
        conditions: Conditions<'_>,
    ) -> Result<Plan, Error> {
        let Before { stored, mut root } = self.before(caller, table, id, conditions).await?;
        secrets::store(table.resource_type, &mut root);
        let old = (stored.version, &(table.encode)(root));
        Ok(self.store.delete_plan(&caller.actor, caller.org, table, stored.id, old, self.clock.now()))
    }

    async fn stored(&self, caller: &Caller, table: &'static Table, id: &str, want: Want) -> Result<Stored, Error> {
        let kind = table.resource_type;
        let uuid = parse_id(id).ok_or_else(|| not_found(kind, id))?;
        let stored = self.store.get(caller.org, table, uuid, want).await.map_err(database_error)?;
        stored.ok_or_else(|| not_found(kind, id))
    }

    /// Reads what a write changes, and checks its condition.
    pub(super) async fn before(
        &self,
        caller: &Caller,
        table: &'static Table,
        id: &str,
        conditions: Conditions<'_>,
    ) -> Result<Before, Error> {
        let kind = table.resource_type;
        let stored = self.stored(caller, table, id, Want { secrets: true, ..Want::default() }).await?;
        if let Some(tags) = conditions.if_match
            && !version::names(tags, stored.version)
        {
            let detail = "If-Match names another version than the resource has; read it again and repeat the change";
            return Err(Error::new(ErrorKind::PreconditionFailed, detail));
        }
        let mut root = answer::parse(kind, &stored)?;
        secrets::load(kind, stored.secrets.as_deref(), &mut root);
        Ok(Before { stored, root })
    }

    pub(super) async fn plan_relations(
        &self,
        caller: &Caller,
        table: &'static Table,
        id: Uuid,
        changes: Vec<Ordered>,
        known: &Known,
    ) -> Result<Vec<Planned>, Error> {
        let mut planned = Vec::with_capacity(changes.len());
        for (index, changes) in changes.into_iter().enumerate() {
            planned.push(self.change_members(caller, table, index, id, changes, known).await?);
        }
        Ok(planned)
    }

    /// The write of what differs.
    pub(super) fn plan_write(
        &self,
        caller: &Caller,
        table: &'static Table,
        before: Before,
        mut root: Complex,
        planned: Vec<Planned>,
        conditions: Conditions<'_>,
    ) -> Write {
        let kind = table.resource_type;
        let stored = before.stored;
        let relations: Vec<Delta> = planned.iter().map(|planned| planned.delta.clone()).collect();
        let document_changed = root != before.root;
        if !document_changed && relations.iter().all(Delta::is_empty) {
            return Write { stored, plan: None, written: None };
        }
        if !document_changed {
            let guarded = conditions.if_match.is_some() || planned.iter().any(|planned| planned.guarded);
            let version = guarded.then_some(stored.version);
            let now = self.clock.now();
            let by = &caller.actor;
            let plan = self.store.relations_plan(by, caller.org, table, stored.id, version, &relations, now);
            return Write { stored, plan: Some(plan), written: None };
        }
        let changes = changed_names(kind, &before.root, &root, &relations);
        let names = new_names(caller, kind, Some(&before.root), &root);
        let mut old_root = before.root;
        secrets::store(kind, &mut old_root);
        let old = (stored.version, &(table.encode)(old_root));
        let secrets = secrets::store(kind, &mut root);
        let written = Written {
            id: stored.id,
            version: stored.version + 1,
            created: stored.created,
            // Later than the last change, whatever the clock says.
            last_modified: self.clock.now().max(stored.last_modified + 1_000),
            encoded: (table.encode)(root),
            secrets,
        };
        let (by, org) = (&caller.actor, caller.org);
        let mut plan = self.store.replace_plan(by, org, table, old, &written, &relations, Some(changes));
        self.store.push_names(&mut plan, org, table, written.id, &names);
        Write { stored, plan: Some(plan), written: Some(written) }
    }

    /// Makes a write: the stored resource afterwards, or none if another write came first.
    pub(super) async fn write(
        &self,
        caller: &Caller,
        kind: &'static ResourceType,
        mut write: Write,
    ) -> Result<Option<Stored>, Error> {
        let Some(plan) = write.plan.take() else { return Ok(Some(write.stored)) };
        match self.store.database().apply(plan).await {
            Ok(outcome) => Ok(Some(write.done(&outcome))),
            Err(error) if write.lost_race(&error) => Ok(None),
            Err(error) => Err(refused(caller, kind, error)),
        }
    }

    /// The resource after a write with what its answer shows beside the document.
    pub(super) async fn answer_to_write(
        &self,
        caller: &Caller,
        table: &'static Table,
        stored: Stored,
        projection: &Projection,
    ) -> Result<Stored, Error> {
        let kind = table.resource_type;
        let want = want(kind, projection);
        if !want.relations && !want.back_references {
            return Ok(stored);
        }
        let now = self.store.get(caller.org, table, stored.id, want).await.map_err(database_error)?;
        // Of a resource that was deleted in the meantime, what was written is all there is to show.
        Ok(now.unwrap_or(stored))
    }
}

/// Takes the values of the relations out of a resource.
fn take_relations(kind: &'static ResourceType, root: &mut Complex) -> Vec<(usize, Vec<Value>)> {
    let mut taken = Vec::new();
    for (index, relation) in kind.relations.iter().enumerate() {
        if let Some(Value::List(values)) = root.remove(relation.position) {
            taken.push((index, values));
        }
    }
    taken
}

fn set_id(kind: &'static ResourceType, root: &mut Complex, id: Uuid) {
    if let Some(position) = kind.attributes.iter().position(|attribute| attribute.role == Role::Id) {
        root.set(position, Value::Text(id.to_string()));
    }
}

fn stored(written: Written, relations: Vec<Delta>, want: Want) -> Stored {
    Stored {
        id: written.id,
        version: written.version,
        created: written.created,
        last_modified: written.last_modified,
        document: written.encoded.document,
        secrets: None,
        relations: if want.relations { relations.into_iter().map(|delta| delta.add).collect() } else { Vec::new() },
        back_references: Vec::new(),
    }
}

/// The numbers of the attributes that have a value, at every depth.
fn assigned(complex: &Complex, level: &[Attribute]) -> Vec<u16> {
    let mut numbers = Vec::new();
    for (attribute, value) in complex.attributes(level) {
        numbers.push(attribute.number);
        for parts in value.as_list().iter().filter_map(Value::as_complex) {
            numbers.extend(assigned(parts, attribute.sub_attributes));
        }
    }
    numbers
}

/// The numbers of the attributes whose values clients may give once, at every depth.
fn unique(level: &'static [Attribute]) -> Box<dyn Iterator<Item = u16>> {
    Box::new(level.iter().flat_map(|attribute| {
        let is_unique = attribute.uniqueness != Uniqueness::None && attribute.role != Role::Id;
        is_unique.then_some(attribute.number).into_iter().chain(unique(attribute.sub_attributes))
    }))
}

/// What a client is told of a plan that was refused.
pub(super) fn refused(caller: &Caller, kind: &'static ResourceType, error: DatabaseError) -> Error {
    match error {
        DatabaseError::Refused(Refusal::Taken(clash)) => {
            let clash = clash.filter(|clash| clash.resource_type == kind.name);
            let taken = clash.and_then(|clash| kind.path_of(clash.number)).unwrap_or_else(|| {
                // No index speaks of the names that only the profile makes unique.
                let names: Vec<&str> = named(kind).map(|(_, attribute)| attribute.name).collect();
                match names.as_slice() {
                    [_, ..] if caller.quirks().meets(Quirk::GroupNameUnique) => names.join(" or "),
                    _ => unique(kind.attributes)
                        .filter_map(|number| kind.path_of(number))
                        .collect::<Vec<_>>()
                        .join(" or "),
                }
            });
            let advice = "send another value, or change that resource";
            let detail = format!("{taken}: another {} has this value already; {advice}", kind.name);
            Error::new(ErrorKind::Uniqueness, detail)
        }
        DatabaseError::Refused(Refusal::TargetGone) => Error::new(
            ErrorKind::InvalidValue,
            "a resource that the request refers to was deleted in the meantime; leave it out and try again",
        ),
        error => database_error(error),
    }
}

/// The names of the top-level attributes that differ, as a JSON list.
fn changed_names(kind: &'static ResourceType, before: &Complex, after: &Complex, relations: &[Delta]) -> String {
    let related = kind.relations.iter().zip(relations).filter(|(_, delta)| !delta.is_empty());
    let related = related.filter_map(|(relation, _)| kind.attributes.get(relation.position));
    let names: Vec<&str> = kind
        .attributes
        .iter()
        .enumerate()
        .filter(|(position, attribute)| {
            attribute.role != Role::Schemas && before.get(*position) != after.get(*position)
        })
        .map(|(_, attribute)| attribute.name)
        .chain(related.map(|attribute| attribute.name))
        .collect();
    serde_json::Value::from(names).to_string()
}
