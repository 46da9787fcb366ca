//! Bulk (RFC 7644 §3.7): many operations in one request, each atomic by itself, in a few journeys to the disk.
//!
//! The ids of new resources are chosen first, so that every `bulkId` is an id before anything is written. Operations come
//! after those they refer to; those that refer to each other in a circle are one unit, written all or none. Units are
//! planned in that order and gathered into batches; a batch is applied when it is full, or when an operation must read
//! what one in the batch writes.

mod results;

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::{
    scim::{
        bulk::{self, BulkRequest, Created, Method, Request, Target, order, references},
        canonical::{self, Purpose},
        error::{Error, ErrorKind},
        generated, json,
        json::Json,
        patch,
        schema::ResourceType,
    },
    store::{
        database::{Applied, DatabaseError, Job, Outcome, Plan, Refusal},
        table::Table,
        table_of,
    },
};

use self::results::{Done, Results};
use super::{
    ATTEMPTS, Caller, Service,
    answer::Answer,
    database_error,
    patch::answers_without_body,
    relations::Known,
    resources::{Conditions, Made, Write, refused},
    type_of_endpoint,
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
        for unit in units {
            if run.results.is_over() {
                break;
            }
            run.unit(unit).await;
        }
        run.flush().await;
        Ok(Answer::body(run.results.response(caller)))
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
}

/// What an operation asks for, its PATCH operations read.
struct Asked {
    kind: &'static ResourceType,
    target: Target,
    version: Option<String>,
    body: Body,
}

enum Body {
    Resource(Json),
    Operations(Vec<patch::Operation>),
    None,
}

/// A unit in the batch.
struct Planned {
    /// Its operations.
    operations: Vec<usize>,
    /// What to apply.
    plan: Plan,
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
    Replace(crate::scim::value::Complex),
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
        };
        let mut failed = Vec::new();
        for (index, operation) in request.operations.into_iter().enumerate() {
            let mut created = None;
            match operation.request.and_then(|request| asked(operation.method, request)) {
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

    /// Plans a unit, and applies the batch when it must be.
    async fn unit(&mut self, operations: Vec<usize>) {
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
        // What the batch does counts before: with failOnErrors it may be the end.
        if self.results.counts_errors() {
            self.flush().await;
        }
        self.results.failed(operations, culprit, &error);
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
        let (plan, owners) = self.service.store.create_plans(self.caller.org, &parts);
        Ok(Some(Planned { operations: operations.to_vec(), plan, owners, what: What::Create }))
    }

    async fn plan_resource(&mut self, operation: usize, unit: &[usize]) -> Result<(&'static Table, Made), Error> {
        let (asked, created) = self.take(operation)?;
        let created = created.ok_or_else(internal)?;
        let Asked { kind, body: Body::Resource(mut data), .. } = asked else { return Err(internal()) };
        self.resolve(unit, |resolve| references::in_resource(kind, &mut data, resolve))?;
        let root = canonical::resource(kind, data, Purpose::Create)?;
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
        self.results.located(operation, kind, &id.to_string());
        let unit = [operation];
        let change = match body {
            Body::Resource(mut data) => {
                self.resolve(&unit, |resolve| references::in_resource(kind, &mut data, resolve))?;
                Change::Replace(canonical::resource(kind, data, Purpose::Replace)?)
            }
            Body::Operations(mut operations) => {
                self.resolve(&unit, |resolve| references::in_operations(kind, &mut operations, resolve))?;
                Change::Patch(operations)
            }
            Body::None => Change::Delete,
        };
        if self.touched.contains(&id) {
            self.flush().await;
        }
        let table = table_of(kind.name).ok_or_else(internal)?;
        let ready = Box::new(Ready { table, id, version, change });
        let (plan, what) = match self.write_of(&ready).await? {
            Ok(mut write) => {
                let Some(plan) = write.plan.take() else {
                    self.results.done(operation, changed(&ready, write.stored.version));
                    return Ok(None);
                };
                (plan, What::Change(Box::new(write), ready))
            }
            Err(plan) => (plan, What::Delete(ready)),
        };
        Ok(Some(Planned { operations: vec![operation], plan, owners: Vec::new(), what }))
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
        let request = self.requests.get_mut(operation).and_then(Option::take).ok_or_else(internal)?;
        Ok((request, self.created[operation]))
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
        let found = self.by_bulk_id.get(bulk_id).and_then(|operation| Some((*operation, self.created[*operation]?)));
        let Some((operation, created)) = found else {
            let detail = format!("no POST of this request has the bulkId {}", json::echo(bulk_id));
            return Err(Error::new(ErrorKind::InvalidValue, detail));
        };
        if self.results.has_failed(operation) && !unit.contains(&operation) {
            return Err(results::unmet(bulk_id));
        }
        Ok(created)
    }

    /// Applies the batch.
    async fn flush(&mut self) {
        self.touched.clear();
        let mut batch = std::mem::take(&mut self.batch);
        let stop = self.results.counts_errors();
        while !batch.is_empty() && !self.results.is_over() {
            let jobs = self.jobs(&mut batch, stop);
            let applied = match self.service.store.database().apply_all(jobs, stop).await {
                Ok(applied) => applied,
                Err(error) => {
                    let error = database_error(error);
                    for planned in &batch {
                        self.results.failed(&planned.operations, planned.operations[0], &error);
                    }
                    return;
                }
            };
            let mut left = Vec::new();
            for (planned, applied) in batch.into_iter().zip(applied) {
                if self.results.is_over() {
                    break;
                }
                match applied {
                    Applied::Left => left.push(planned),
                    applied => self.record(planned, applied).await,
                }
            }
            batch = left;
        }
    }

    /// The jobs of a batch, each with those that it needs. What was applied before is there already.
    fn jobs(&self, batch: &mut [Planned], stop: bool) -> Vec<Job> {
        let mut positions = HashMap::new();
        let mut jobs = Vec::with_capacity(batch.len());
        for (position, planned) in batch.iter_mut().enumerate() {
            let needs = planned.operations.iter().flat_map(|operation| &self.dependencies[*operation]);
            let needs = needs.filter_map(|operation| positions.get(operation).copied()).collect();
            // What a failure leaves is applied another time.
            let plan = if stop { planned.plan.clone() } else { std::mem::take(&mut planned.plan) };
            jobs.push(Job { plan, needs });
            positions.extend(planned.operations.iter().map(|operation| (*operation, position)));
        }
        jobs
    }

    async fn record(&mut self, planned: Planned, applied: Applied) {
        let Planned { operations, owners, what, .. } = planned;
        match applied {
            Applied::Done(outcome) => self.done(&operations, what, &outcome),
            Applied::Failed(step, error) => match what {
                What::Create => {
                    let culprit = owners.get(step).and_then(|owner| operations.get(*owner)).copied();
                    let culprit = culprit.unwrap_or(operations[0]);
                    let error = match self.created[culprit] {
                        Some(created) => refused(created.kind, error),
                        None => database_error(error),
                    };
                    self.results.failed(&operations, culprit, &error);
                }
                What::Change(write, ready) if write.lost_race(&error) => self.again(operations[0], &ready).await,
                What::Delete(ready) if error == DatabaseError::Refused(Refusal::Changed) => {
                    self.again(operations[0], &ready).await;
                }
                What::Change(_, ready) | What::Delete(ready) => {
                    let error = refused(ready.table.resource_type, error);
                    self.results.failed(&operations, operations[0], &error);
                }
            },
            Applied::Unmet | Applied::Left => self.results.unmet(&operations, &self.dependencies),
        }
    }

    fn done(&mut self, operations: &[usize], what: What, outcome: &Outcome) {
        match what {
            What::Create => {
                for operation in operations {
                    if let Some(created) = self.created[*operation] {
                        self.results.located(*operation, created.kind, &created.id.to_string());
                    }
                    self.results.done(*operation, Done { status: 201, version: Some(1) });
                }
            }
            What::Change(write, ready) => {
                self.results.done(operations[0], changed(&ready, write.done(outcome).version));
            }
            What::Delete(_) => self.results.done(operations[0], Done { status: 204, version: None }),
        }
    }

    /// Plans and applies a change anew, whose resource another write has changed in the meantime.
    async fn again(&mut self, operation: usize, ready: &Ready) {
        for _ in 0..ATTEMPTS {
            let (plan, write) = match self.write_of(ready).await {
                Ok(Ok(mut write)) => (write.plan.take(), Some(write)),
                Ok(Err(plan)) => (Some(plan), None),
                Err(error) => return self.results.failed(&[operation], operation, &error),
            };
            let outcome = match plan {
                Some(plan) => self.service.store.database().apply(plan).await,
                None => Ok(Outcome::new()),
            };
            match (outcome, write) {
                (Ok(outcome), Some(write)) => {
                    return self.results.done(operation, changed(ready, write.done(&outcome).version));
                }
                (Ok(_), None) => return self.results.done(operation, Done { status: 204, version: None }),
                (Err(error), Some(write)) if write.lost_race(&error) => {}
                (Err(DatabaseError::Refused(Refusal::Changed)), None) => {}
                (Err(error), _) => {
                    let error = refused(ready.table.resource_type, error);
                    return self.results.failed(&[operation], operation, &error);
                }
            }
        }
        let error = database_error(DatabaseError::Refused(Refusal::Changed));
        self.results.failed(&[operation], operation, &error);
    }
}

/// Reads what an operation asks for.
fn asked(method: Option<Method>, request: Request) -> Result<Asked, Error> {
    let Request { kind, target, version, data } = request;
    let body = match method {
        Some(Method::Patch) => Body::Operations(patch::parse(kind, data, type_of_endpoint)?),
        Some(Method::Delete) => Body::None,
        _ => Body::Resource(data),
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
        Body::Resource(data) => references::in_resource(kind, data, &mut see),
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
