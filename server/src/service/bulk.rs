//! Bulk (RFC 7644 §3.7): many operations in one request, each atomic by itself, in a few journeys to the disk.
//!
//! The ids of new resources are chosen first, so that every `bulkId` is an id before anything is written. Operations come
//! after those they refer to; those that refer to each other in a circle are one unit, written all or none. Units are
//! planned in that order and gathered into batches; a batch is applied when it is full, or when an operation must read
//! what one in the batch writes.

mod apply;
mod results;

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use uuid::Uuid;

use crate::{
    scim::{
        bulk::{self, BulkRequest, Created, Method, Request, Target, order, references},
        canonical::{self, Purpose},
        error::{Error, ErrorKind},
        generated, json, patch,
        quirks::{self, Quirks, body::Rewritten},
        schema::ResourceType,
    },
    store::{database::Plan, table::Table, table_of},
};

use self::results::{Done, Results};
use super::{
    Caller, Service,
    access::Action,
    answer::Answer,
    patch::{answers_without_body, operations},
    relations::Known,
    replacement::Replacement,
    resources::{Conditions, Made, Write},
};

/// The most operations in one batch.
const BATCH: usize = 500;

fn type_of(endpoint: &str) -> Option<&'static ResourceType> {
    generated::RESOURCE_TYPES.iter().copied().find(|kind| kind.endpoint.eq_ignore_ascii_case(endpoint))
}

impl Service {
    /// POST `/Bulk`
    pub async fn bulk(&self, caller: &Caller, body: &[u8]) -> Result<Answer, Error> {
        // Each holds a large body in memory as a tree.
        let _turn = self.bulks.acquire().await.map_err(|_| {
            Error::new(ErrorKind::Unavailable, "the server is stopping; send the request again in a moment")
        })?;
        let request = bulk::parse(json::parse(body)?, type_of)?;
        let mut run = Run::new(self, caller, request)?;
        let units = order::units(&run.dependencies);
        run.units(units).await;
        run.last = true;
        run.waiting.clear();
        let postponed = std::mem::take(&mut run.postponed);
        run.units(postponed).await;
        let remark = run.results.remark();
        Ok(Answer { remark, ..Answer::body(run.results.response(caller)) })
    }
}

/// A bulk request under way.
struct Run<'a> {
    service: &'a Service,
    caller: &'a Caller,
    /// What each operation asks for, until it is planned.
    requests: Vec<Option<Asked>>,
    /// The operations that each refers to.
    dependencies: Vec<Vec<usize>>,
    /// The resource that each POST creates.
    created: Vec<Option<Created>>,
    /// The operations by the bulkId of what they create.
    by_bulk_id: HashMap<String, usize>,
    /// The resources that operations create, for those that refer to them.
    known: Known,
    results: Results,
    batch: Vec<Planned>,
    /// The resources that the batch writes.
    touched: HashSet<Uuid>,
    /// Whether it deletes any: that changes what they are members of.
    deletes: bool,
    /// The units that are tried again in the end: they came before operations that may make room for them.
    postponed: Vec<Vec<usize>>,
    /// The operations of these.
    waiting: HashSet<usize>,
    /// Whether this is the end.
    last: bool,
}

/// What an operation asks for, its PATCH operations read.
#[derive(Clone)]
struct Asked {
    kind: &'static ResourceType,
    target: Target,
    version: Option<String>,
    body: Body,
}

#[derive(Clone)]
enum Body {
    Resource(Rewritten),
    Operations(Vec<patch::Operation>),
    None,
}

/// A unit in the batch.
struct Planned {
    /// Its operations.
    operations: Vec<usize>,
    /// What to apply.
    plan: Arc<Plan>,
    /// For each step of the plan of several operations, which of them it is for.
    owners: Vec<usize>,
    what: What,
}

enum What {
    Create,
    /// With what is needed to plan it again.
    Change(Box<Write>, Box<Ready>),
    Delete(Box<Ready>),
}

/// A change of one resource, with every bulkId replaced.
struct Ready {
    table: &'static Table,
    id: Uuid,
    version: Option<String>,
    change: Change,
}

enum Change {
    Replace(Replacement),
    Patch(Vec<patch::Operation>),
    Delete,
}

impl<'a> Run<'a> {
    fn new(service: &'a Service, caller: &'a Caller, request: BulkRequest) -> Result<Self, Error> {
        let mut run = Self {
            service,
            caller,
            requests: Vec::new(),
            dependencies: Vec::new(),
            created: Vec::new(),
            by_bulk_id: HashMap::new(),
            known: Known::new(),
            results: Results::new(&request),
            batch: Vec::new(),
            touched: HashSet::new(),
            deletes: false,
            postponed: Vec::new(),
            waiting: HashSet::new(),
            last: false,
        };
        let mut failed = Vec::new();
        for (index, operation) in request.operations.into_iter().enumerate() {
            let mut created = None;
            match operation.request.and_then(|request| asked(&caller.quirks(), operation.method, request)) {
                Ok(asked) => {
                    if operation.method == Some(Method::Post) {
                        let resource = Created { kind: asked.kind, id: service.new_id()? };
                        run.known.insert(resource.id, asked.kind.name);
                        created = Some(resource);
                    }
                    run.requests.push(Some(asked));
                }
                Err(error) => {
                    run.requests.push(None);
                    failed.push((index, error));
                }
            }
            if let Some(bulk_id) = operation.bulk_id.filter(|_| operation.method == Some(Method::Post)) {
                run.by_bulk_id.insert(bulk_id, index);
            }
            run.created.push(created);
        }
        run.dependencies = run.requests.iter_mut().map(|asked| referred(asked, &run.by_bulk_id)).collect();
        run.results.malformed(failed);
        Ok(run)
    }

    /// Carries out units in their order.
    async fn units(&mut self, units: Vec<Vec<usize>>) {
        for unit in units {
            if self.results.is_over() {
                break;
            }
            self.unit(unit).await;
        }
        self.flush().await;
    }

    /// Plans a unit, and applies the batch when it must be.
    async fn unit(&mut self, operations: Vec<usize>) {
        // Before anything is planned: what the batch comes to decides what this can refer to.
        if self.reads_what_the_batch_writes(&operations) {
            self.flush().await;
        }
        if self.results.is_over() {
            return;
        }
        if let Some(error) = self.results.gone() {
            return operations.iter().for_each(|operation| self.results.failed(&[*operation], *operation, &error));
        }
        if self.waits(&operations) {
            return self.postpone(operations);
        }
        if let [operation] = operations.as_slice() {
            let operation = *operation;
            if let Some(error) = self.results.take_malformed(operation) {
                return self.fail(operation, error).await;
            }
        }
        let planned = if operations.iter().all(|operation| self.created[*operation].is_some()) {
            self.plan_creation(&operations).await
        } else if let [operation] = operations.as_slice() {
            self.plan_change(*operation).await.map_err(|error| (*operation, error))
        } else {
            Err((operations[0], Error::new(ErrorKind::Conflict, "the operations refer to each other in a circle")))
        };
        match planned {
            Ok(Some(planned)) => {
                let ids = operations.iter().filter_map(|operation| self.created[*operation]).map(|created| created.id);
                self.touched.extend(ids);
                if let What::Change(_, ready) | What::Delete(ready) = &planned.what {
                    self.touched.insert(ready.id);
                }
                self.deletes |= matches!(planned.what, What::Delete(_));
                self.batch.push(planned);
                if self.batch.iter().map(|planned| planned.operations.len()).sum::<usize>() >= BATCH {
                    self.flush().await;
                }
            }
            Ok(None) => {}
            Err((culprit, error)) => self.fail_all(&operations, culprit, error).await,
        }
    }

    async fn fail(&mut self, operation: usize, error: Error) {
        self.fail_all(&[operation], operation, error).await;
    }

    /// Records that a unit failed because of one of its operations.
    async fn fail_all(&mut self, operations: &[usize], culprit: usize, error: Error) {
        if self.goes_on().await {
            self.results.failed(operations, culprit, &error);
        }
    }

    /// Whether the bulk goes on after the batch: what that does counts before, and with failOnErrors it may be the end.
    async fn goes_on(&mut self) -> bool {
        if self.results.counts_errors() {
            self.flush().await;
        }
        !self.results.is_over()
    }

    /// Whether an operation changes what the batch writes.
    fn reads_what_the_batch_writes(&self, operations: &[usize]) -> bool {
        let [operation] = operations else { return false };
        let Some(Some(Asked { kind, target, .. })) = self.requests.get(*operation) else { return false };
        let id = match target {
            Target::New => return false,
            Target::Id(id) => super::parse_id(id),
            Target::BulkId(bulk_id) => {
                self.by_bulk_id.get(bulk_id).and_then(|operation| self.created[*operation]).map(|created| created.id)
            }
        };
        id.is_some_and(|id| self.touched.contains(&id)) || self.deletes && !kind.relations.is_empty()
    }

    /// Whether one of the operations refers to one that is to be tried again.
    fn waits(&self, operations: &[usize]) -> bool {
        let mut needed = operations.iter().flat_map(|operation| &self.dependencies[*operation]);
        needed.any(|needed| self.waiting.contains(needed))
    }

    /// Tries a unit again in the end.
    fn postpone(&mut self, operations: Vec<usize>) {
        self.waiting.extend(&operations);
        self.postponed.push(operations);
    }

    /// Whether a unit comes, for the sake of those that refer to it, before changes that the request has before it: one
    /// of those may free the name that it needs (§3.7: the order may be optimised, with the same final state).
    fn is_early(&self, operations: &[usize]) -> bool {
        let first = operations.first().copied().unwrap_or_default();
        !self.last && (0..first).any(|before| self.created[before].is_none() && self.results.is_open(before))
    }

    /// The plan of one POST, or of several that refer to each other.
    async fn plan_creation(&mut self, operations: &[usize]) -> Result<Option<Planned>, (usize, Error)> {
        let mut made: Vec<(&'static Table, Made)> = Vec::with_capacity(operations.len());
        for operation in operations {
            let resource = self.plan_resource(*operation, operations).await.map_err(|error| (*operation, error))?;
            made.push(resource);
        }
        let parts: Vec<_> =
            made.iter().map(|(table, made)| (*table, &made.written, made.relations.as_slice())).collect();
        let (mut plan, mut owners) = self.service.store.create_plans(&self.caller.actor, self.caller.org, &parts);
        for (index, (table, made)) in made.iter().enumerate() {
            self.service.store.push_names(&mut plan, self.caller.org, table, made.written.id, &made.names);
            owners.resize(plan.steps.len(), index);
        }
        Ok(Some(Planned { operations: operations.to_vec(), plan: plan.into(), owners, what: What::Create }))
    }

    async fn plan_resource(&mut self, operation: usize, unit: &[usize]) -> Result<(&'static Table, Made), Error> {
        let (asked, created) = self.take(operation)?;
        let created = created.ok_or_else(internal)?;
        let Asked { kind, body: Body::Resource(mut data), .. } = asked else { return Err(internal()) };
        self.caller.authorize(Action::Write, kind, None)?;
        self.resolve(unit, |resolve| references::in_resource(kind, &mut data.json, resolve))?;
        let root = canonical::resource(kind, data.json, Purpose::Create)?;
        let table = table_of(kind.name).ok_or_else(internal)?;
        Ok((table, self.service.made(self.caller, table, root, created.id, &self.known).await?))
    }

    /// The plan of a PUT, PATCH or DELETE; none if it changes nothing, which is then its result.
    async fn plan_change(&mut self, operation: usize) -> Result<Option<Planned>, Error> {
        let (Asked { kind, target, version, body }, _) = self.take(operation)?;
        let id = match &target {
            Target::BulkId(bulk_id) => self.resolved(bulk_id, &[operation])?.id,
            Target::Id(id) => super::parse_id(id).ok_or_else(|| super::not_found(kind, id))?,
            Target::New => return Err(internal()),
        };
        self.caller.authorize(Action::Write, kind, Some(id))?;
        self.results.located(operation, kind, &id.to_string());
        let unit = [operation];
        let change = match body {
            Body::Resource(mut data) => {
                self.resolve(&unit, |resolve| references::in_resource(kind, &mut data.json, resolve))?;
                Change::Replace(Replacement::read(kind, data)?)
            }
            Body::Operations(mut operations) => {
                self.resolve(&unit, |resolve| references::in_operations(kind, &mut operations, resolve))?;
                Change::Patch(operations)
            }
            Body::None => Change::Delete,
        };
        let table = table_of(kind.name).ok_or_else(internal)?;
        let ready = Box::new(Ready { table, id, version, change });
        let (plan, what) = match self.write_of(&ready).await? {
            Ok(mut write) => {
                let Some(plan) = write.plan.take() else {
                    if self.goes_on().await {
                        self.results.done(operation, changed(&ready, write.stored.version));
                    }
                    return Ok(None);
                };
                (plan, What::Change(Box::new(write), ready))
            }
            Err(plan) => (plan, What::Delete(ready)),
        };
        Ok(Some(Planned { operations: vec![operation], plan: plan.into(), owners: Vec::new(), what }))
    }

    /// The write of a PUT or PATCH, or the plan of a DELETE.
    async fn write_of(&self, ready: &Ready) -> Result<Result<Write, Plan>, Error> {
        let id = ready.id.to_string();
        let conditions = Conditions { if_match: ready.version.as_deref(), ..Conditions::default() };
        let (service, caller, table) = (self.service, self.caller, ready.table);
        Ok(match &ready.change {
            Change::Replace(new) => Ok(service.plan_replace(caller, table, &id, conditions, new, &self.known).await?),
            Change::Patch(operations) => {
                Ok(service.plan_patch(caller, table, &id, conditions, operations, &self.known).await?.0)
            }
            Change::Delete => Err(service.plan_delete(caller, table, &id, conditions).await?),
        })
    }

    fn take(&mut self, operation: usize) -> Result<(Asked, Option<Created>), Error> {
        // What may be tried again is kept.
        let again = !self.last && (self.is_early(&[operation]) || !self.dependencies[operation].is_empty());
        let request = self.requests.get_mut(operation);
        let request = request.and_then(|request| if again { request.clone() } else { request.take() });
        Ok((request.ok_or_else(internal)?, self.created[operation]))
    }

    /// Lets `replace` go over the references of an operation; the first that cannot be resolved is the error.
    fn resolve(&self, unit: &[usize], replace: impl FnOnce(&mut references::Resolve<'_>)) -> Result<(), Error> {
        let mut problem = None;
        replace(&mut |bulk_id| match self.resolved(bulk_id, unit) {
            Ok(created) => Some(created),
            Err(error) => {
                problem.get_or_insert(error);
                None
            }
        });
        problem.map_or(Ok(()), Err)
    }

    /// The resource of a bulkId, for an operation of that unit.
    fn resolved(&self, bulk_id: &str, unit: &[usize]) -> Result<Created, Error> {
        let Some(operation) = self.by_bulk_id.get(bulk_id).copied() else {
            let detail = format!("no POST of this request has the bulkId {}", json::echo(bulk_id));
            return Err(Error::new(ErrorKind::InvalidValue, detail));
        };
        if self.results.has_failed(operation) && !unit.contains(&operation) {
            return Err(results::unmet(bulk_id));
        }
        self.created[operation].ok_or_else(internal)
    }
}

/// Reads what an operation asks for.
fn asked(quirks: &Quirks<'_>, method: Option<Method>, request: Request) -> Result<Asked, Error> {
    let Request { kind, target, version, data } = request;
    let body = match method {
        Some(Method::Patch) => Body::Operations(operations(quirks, kind, data)?),
        Some(Method::Delete) => Body::None,
        Some(Method::Post) => Body::Resource(quirks::body::rewrite(quirks, kind, data, Purpose::Create)?),
        _ => Body::Resource(quirks::body::rewrite(quirks, kind, data, Purpose::Replace)?),
    };
    Ok(Asked { kind, target, version, body })
}

/// The operations that one refers to.
fn referred(asked: &mut Option<Asked>, by_bulk_id: &HashMap<String, usize>) -> Vec<usize> {
    let Some(Asked { kind, target, body, .. }) = asked else { return Vec::new() };
    let mut found = Vec::new();
    if let Target::BulkId(bulk_id) = target {
        found.extend(by_bulk_id.get(bulk_id).copied());
    }
    let mut see = |bulk_id: &str| {
        found.extend(by_bulk_id.get(bulk_id).copied());
        None
    };
    match body {
        Body::Resource(data) => references::in_resource(kind, &mut data.json, &mut see),
        Body::Operations(operations) => references::in_operations(kind, operations, &mut see),
        Body::None => {}
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The result of a PUT or PATCH.
fn changed(ready: &Ready, version: i64) -> Done {
    let bare = matches!(ready.change, Change::Patch(_)) && answers_without_body(ready.table.resource_type);
    Done { status: if bare { 204 } else { 200 }, version: Some(version) }
}

fn internal() -> Error {
    Error::new(ErrorKind::Internal, "the operation could not be carried out; the server's log has the reason")
}
