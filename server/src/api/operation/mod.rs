//! What operators and their machines ask: is it alive, is it ready, how is it doing.
//!
//! `/healthz` and `/livez` answer while the process does, `/readyz` while it can serve, `/metrics` for Prometheus. They stand
//! before everything else: no limit holds for them, and they ask for no credential, except that `/metrics` may.

pub mod metrics;
pub mod readiness;
pub mod templates;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use aws_lc_rs::constant_time::verify_slices_are_equal;
use poem::{
    Endpoint, IntoResponse, Request, Response,
    http::{Method, StatusCode, header},
};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

use crate::{
    config::Redacted,
    scim::error::{Error, ErrorKind},
    service::Service,
};

use super::{App, Edge, envelope::error_response};

use self::{metrics::Sizes, readiness::Readiness};

/// How long the number of organisations is remembered.
const COUNTED_FOR: Duration = Duration::from_secs(10);
/// The media type of Prometheus' text format.
const PROMETHEUS: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What is answered to operators.
pub struct Operations {
    edge: Arc<Edge>,
    service: Service,
    readiness: Readiness,
    /// The digest of the token that `/metrics` asks for.
    token: Option<[u8; 32]>,
    organisations: Mutex<Option<(Instant, u64)>>,
}

impl Operations {
    /// Those of a server.
    pub fn new(app: &App, token: Option<&Redacted>) -> Self {
        Self {
            edge: app.edge.clone(),
            service: app.service.clone(),
            readiness: Readiness::default(),
            token: token.map(|token| digest(token.expose())),
            organisations: Mutex::default(),
        }
    }

    /// The answer, if it is for them to answer.
    async fn answer(&self, request: &Request, with_metrics: bool) -> Option<Response> {
        let path = request.uri().path();
        if !matches!(path, "/healthz" | "/livez" | "/readyz" | "/metrics") || path == "/metrics" && !with_metrics {
            return None;
        }
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let error = Error::new(ErrorKind::MethodNotAllowed, "only GET is offered here");
            let mut response = error_response(&error);
            response.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("GET, HEAD"));
            return Some(response);
        }
        let mut response = match path {
            "/readyz" => {
                let (ready, body) = self.readiness.report(&self.service.store, self.edge.is_draining()).await;
                let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
                Response::builder().status(status).content_type("application/json").body(body)
            }
            "/metrics" => self.metrics(request).await,
            _ => Response::builder().content_type("application/json").body(r#"{"status":"ok"}"#),
        };
        response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
        Some(response)
    }

    async fn metrics(&self, request: &Request) -> Response {
        if let Some(token) = &self.token {
            let given = request.header(header::AUTHORIZATION).and_then(|value| value.split_once(' '));
            let given = given.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
            let fits = |(_, value): (&str, &str)| verify_slices_are_equal(&digest(value.trim()), token).is_ok();
            if !given.is_some_and(fits) {
                let detail =
                    "send Authorization: Bearer with the token of the metrics, SCIMD_METRICS_TOKEN of the server";
                return error_response(&Error::new(ErrorKind::Unauthenticated, detail));
            }
        }
        let database = self.service.store.database();
        let load = database.load();
        let sizes = Sizes {
            in_flight: self.edge.limits.gate.under_way(),
            statements: database.statements(),
            writes_waiting: load.writes_waiting,
            pool: load.pool,
            database: load.bytes,
            memory: memory(),
            organisations: self.organisations().await,
        };
        match self.edge.metrics.text(&sizes) {
            Ok(text) => Response::builder().content_type(PROMETHEUS).body(text),
            Err(error) => {
                tracing::error!(%error, "the metrics cannot be written");
                error_response(&Error::new(
                    ErrorKind::Internal,
                    "the metrics cannot be written; the log has the reason",
                ))
            }
        }
    }

    async fn organisations(&self) -> Option<u64> {
        let mut counted = self.organisations.lock().await;
        if let Some((since, count)) = *counted
            && since.elapsed() < COUNTED_FOR
        {
            return Some(count);
        }
        let count = tokio::time::timeout(readiness::PATIENCE, self.service.store.count_organisations()).await;
        *counted = count.ok().and_then(Result::ok).map(|count| (Instant::now(), count));
        counted.map(|(_, count)| count)
    }
}

fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The memory that the process has in use, in bytes, where the system tells.
fn memory() -> Option<u64> {
    const PAGE: u64 = 4096;
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    pages.split_ascii_whitespace().nth(1)?.parse::<u64>().ok().map(|pages| pages * PAGE)
}

/// The routes of a server, with those of operators before them.
pub struct Operated<E> {
    /// What is asked before the routes.
    pub operations: Arc<Operations>,
    /// Whether `/metrics` is here, and not at an address of its own.
    pub with_metrics: bool,
    /// The routes.
    pub routes: E,
}

impl<E: Endpoint> Endpoint for Operated<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        if let Some(response) = self.operations.answer(&request, self.with_metrics).await {
            return Ok(response);
        }
        self.routes.call(request).await.map(IntoResponse::into_response)
    }
}

/// What an address for operators alone has besides: nothing.
pub struct Nothing;

impl Endpoint for Nothing {
    type Output = Response;

    async fn call(&self, _: Request) -> poem::Result<Response> {
        let detail = "there is no such endpoint; /healthz, /livez, /readyz and /metrics are here";
        Ok(error_response(&Error::new(ErrorKind::NotFound, detail)))
    }
}
