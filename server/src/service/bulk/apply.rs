//! Applying what was planned, a batch at a time, and trying again what another write has overtaken.

use std::collections::HashMap;

use crate::{
    service::{ATTEMPTS, database_error, resources::refused},
    store::database::{Applied, DatabaseError, Job, Outcome, Refusal},
};

use super::{Planned, Ready, Run, What, changed, results::Done};

/// The index of no job: what needs it is not applied.
const NOWHERE: usize = usize::MAX;

impl Run<'_> {
    /// Applies the batch.
    pub(super) async fn flush(&mut self) {
        self.touched.clear();
        self.deletes = false;
        let mut batch = std::mem::take(&mut self.batch);
        let stop = self.results.counts_errors();
        while !batch.is_empty() && !self.results.is_over() {
            let jobs = self.jobs(&batch);
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
    fn jobs(&self, batch: &[Planned]) -> Vec<Job> {
        let mut positions = HashMap::new();
        let mut jobs = Vec::with_capacity(batch.len());
        for (position, planned) in batch.iter().enumerate() {
            let needs = planned.operations.iter().flat_map(|operation| &self.dependencies[*operation]);
            let needs = needs.filter_map(|operation| {
                let missing = self.results.has_failed(*operation) || self.waiting.contains(operation);
                positions.get(operation).copied().or(missing.then_some(NOWHERE))
            });
            // What a failure leaves is applied another time: the plans are shared, not copied.
            jobs.push(Job { plan: planned.plan.clone(), needs: needs.collect() });
            positions.extend(planned.operations.iter().map(|operation| (*operation, position)));
        }
        jobs
    }

    async fn record(&mut self, planned: Planned, applied: Applied) {
        let Planned { operations, owners, what, .. } = planned;
        match applied {
            Applied::Done(outcome) => self.done(&operations, what, &outcome),
            Applied::Failed(step, error) => match what {
                What::Create
                    if matches!(error, DatabaseError::Refused(Refusal::Taken(_))) && self.is_early(&operations) =>
                {
                    self.postpone(operations);
                }
                What::Create => {
                    let culprit = owners.get(step).and_then(|owner| operations.get(*owner)).copied();
                    let culprit = culprit.unwrap_or(operations[0]);
                    let error = match self.created[culprit] {
                        Some(created) => refused(self.caller, created.kind, error),
                        None => database_error(error),
                    };
                    self.results.failed(&operations, culprit, &error);
                }
                What::Change(write, ready) if write.lost_race(&error) => self.again(operations[0], &ready).await,
                What::Delete(ready) if error == DatabaseError::Refused(Refusal::Changed) => {
                    self.again(operations[0], &ready).await;
                }
                What::Change(_, ready) | What::Delete(ready) => {
                    let error = refused(self.caller, ready.table.resource_type, error);
                    self.results.failed(&operations, operations[0], &error);
                }
            },
            Applied::Unmet | Applied::Left if self.waits(&operations) => self.postpone(operations),
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
                    let error = refused(self.caller, ready.table.resource_type, error);
                    return self.results.failed(&[operation], operation, &error);
                }
            }
        }
        let error = database_error(DatabaseError::Refused(Refusal::Changed));
        self.results.failed(&[operation], operation, &error);
    }
}
