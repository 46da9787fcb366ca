//! The results of a bulk request, and when it is over (RFC 7644 §3.7, §3.7.3).

use std::collections::HashMap;

use crate::{
    scim::{
        bulk::{BULK_RESPONSE, BulkRequest, Method},
        error::{Error, ErrorKind},
        json::echo,
        render::{etag, json_string},
        schema::ResourceType,
    },
    service::{Caller, answer::Remark},
};

/// A successful operation.
pub struct Done {
    /// The HTTP status that it would have had.
    pub status: u16,
    /// The version afterwards, if there is still a resource.
    pub version: Option<i64>,
}

/// What the operations have come to.
pub struct Results {
    fail_on_errors: Option<usize>,
    errors: usize,
    operations: Vec<Operation>,
    malformed: HashMap<usize, Error>,
    /// The error of a database that cannot be reached.
    gone: Option<Error>,
}

struct Operation {
    method: Option<Method>,
    bulk_id: Option<String>,
    location: Option<(&'static ResourceType, String)>,
    outcome: Option<Result<Done, Error>>,
}

/// The error of an operation that refers to one that failed.
pub fn unmet(bulk_id: &str) -> Error {
    let detail = format!("the operation with the bulkId {}, to which this one refers, failed", echo(bulk_id));
    Error::new(ErrorKind::Conflict, detail)
}

impl Results {
    /// Nothing done yet.
    pub fn new(request: &BulkRequest) -> Self {
        let operations = request.operations.iter().map(|operation| Operation {
            method: operation.method,
            bulk_id: operation.bulk_id.clone(),
            location: operation.resource.clone(),
            outcome: None,
        });
        Self {
            fail_on_errors: request.fail_on_errors,
            errors: 0,
            operations: operations.collect(),
            malformed: HashMap::new(),
            gone: None,
        }
    }

    /// Keeps the errors of operations that cannot be tried until it is their turn.
    pub fn malformed(&mut self, errors: Vec<(usize, Error)>) {
        self.malformed.extend(errors);
    }

    /// The error of an operation that cannot be tried.
    pub fn take_malformed(&mut self, operation: usize) -> Option<Error> {
        self.malformed.remove(&operation)
    }

    /// Whether so many errors are the end.
    pub fn counts_errors(&self) -> bool {
        self.fail_on_errors.is_some()
    }

    /// Whether no further operation is to be tried.
    pub fn is_over(&self) -> bool {
        self.fail_on_errors.is_some_and(|limit| self.errors >= limit)
    }

    /// Why no further operation can be tried: each would wait for a database that is gone.
    pub fn gone(&self) -> Option<Error> {
        self.gone.clone()
    }

    /// Whether an operation failed.
    pub fn has_failed(&self, operation: usize) -> bool {
        matches!(self.operations.get(operation), Some(Operation { outcome: Some(Err(_)), .. }))
            || self.malformed.contains_key(&operation)
    }

    /// Whether an operation that can be tried has not come to anything yet.
    pub fn is_open(&self, operation: usize) -> bool {
        matches!(self.operations.get(operation), Some(Operation { outcome: None, .. }))
            && !self.malformed.contains_key(&operation)
    }

    /// Records which resource an operation is about.
    pub fn located(&mut self, operation: usize, kind: &'static ResourceType, id: &str) {
        if let Some(operation) = self.operations.get_mut(operation) {
            operation.location = Some((kind, id.to_owned()));
        }
    }

    /// Records a success.
    pub fn done(&mut self, operation: usize, done: Done) {
        if let Some(operation) = self.operations.get_mut(operation) {
            operation.outcome = Some(Ok(done));
        }
    }

    /// Records that operations failed together because of one of them.
    pub fn failed(&mut self, operations: &[usize], culprit: usize, error: &Error) {
        let name = self.operations.get(culprit).and_then(|culprit| culprit.bulk_id.clone()).unwrap_or_default();
        for operation in operations {
            let error = if *operation == culprit { error.clone() } else { unmet(&name) };
            self.fail(*operation, error);
        }
    }

    /// Records that operations were not tried because one that they refer to failed.
    pub fn unmet(&mut self, operations: &[usize], dependencies: &[Vec<usize>]) {
        for operation in operations {
            let failed = dependencies[*operation].iter().find(|dependency| self.has_failed(**dependency));
            let name = failed.and_then(|failed| self.operations.get(*failed)?.bulk_id.clone()).unwrap_or_default();
            self.fail(*operation, unmet(&name));
        }
    }

    fn fail(&mut self, operation: usize, error: Error) {
        if error.kind == ErrorKind::Unavailable {
            self.gone = Some(error.clone());
        }
        if let Some(operation) = self.operations.get_mut(operation) {
            operation.outcome = Some(Err(error));
            self.errors += 1;
        }
    }

    /// How many operations failed, and why the first of them did.
    pub fn remark(&self) -> Option<Remark> {
        let failed = |operation: &Operation| matches!(operation.outcome, Some(Err(_)));
        let first = self.operations.iter().position(failed)?;
        let Some(Err(error)) = self.operations.get(first).and_then(|operation| operation.outcome.as_ref()) else {
            return None;
        };
        let (count, all) =
            (self.operations.iter().filter(|operation| failed(operation)).count(), self.operations.len());
        let status = error.kind.status();
        let detail = format!("{count} of {all} operations failed; operation {}: {status}, {}", first + 1, error.detail);
        Some(Remark { scim_type: error.kind.scim_type(), detail: detail.into() })
    }

    /// The BulkResponse: a result for each operation that was tried, in the order of the request.
    pub fn response(self, caller: &Caller) -> Vec<u8> {
        let mut body = Vec::with_capacity(128 + 192 * self.operations.len());
        body.extend_from_slice(format!(r#"{{"schemas":["{BULK_RESPONSE}"],"Operations":["#).as_bytes());
        let mut first = true;
        for operation in &self.operations {
            let Some(outcome) = &operation.outcome else { continue };
            if !first {
                body.push(b',');
            }
            first = false;
            operation.write(outcome, caller, &mut body);
        }
        body.extend_from_slice(b"]}");
        body
    }
}

impl Operation {
    fn write(&self, outcome: &Result<Done, Error>, caller: &Caller, out: &mut Vec<u8>) {
        let mut first = true;
        let mut member = |name: &str, value: &str, out: &mut Vec<u8>| {
            out.push(if first { b'{' } else { b',' });
            first = false;
            json_string(name, out);
            out.push(b':');
            json_string(value, out);
        };
        // First, so that there is always a member.
        let status = match outcome {
            Ok(done) => done.status,
            Err(error) => error.kind.status(),
        };
        member("status", &status.to_string(), out);
        if let Some(method) = self.method {
            member("method", method.name(), out);
        }
        if let Some(bulk_id) = &self.bulk_id {
            member("bulkId", bulk_id, out);
        }
        if let Some((kind, id)) = &self.location {
            member("location", &format!("{}{}/{id}", caller.base, kind.endpoint), out);
        }
        if let Ok(Done { version: Some(version), .. }) = outcome {
            member("version", &etag(*version), out);
        }
        if let Err(error) = outcome {
            out.extend_from_slice(br#","response":"#);
            out.extend_from_slice(error.body().as_bytes());
        }
        out.push(b'}');
    }
}
