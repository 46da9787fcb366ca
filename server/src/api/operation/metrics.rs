//! What the server counts, in the text format of Prometheus.
//!
//! Labels come from fixed lists: route templates, methods, statuses, reasons. There is none of an organisation: their number
//! has no bound, and a monitoring system is not to know who they are. Counting a request is a few atomic additions.

use std::{
    sync::{Arc, OnceLock, atomic::AtomicUsize},
    time::Duration,
};

use poem::http::{Method, StatusCode};
use prometheus::{
    Encoder, Histogram, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry,
    TextEncoder,
};

use super::templates::Templates;

/// The upper bounds of the latency histogram's buckets, in seconds.
const BUCKETS: [f64; 13] = [0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0];
/// The methods that are told apart.
const METHODS: [Method; 7] =
    [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::HEAD, Method::OPTIONS];
/// The statuses that are told apart.
const STATUSES: [u16; 20] =
    [200, 201, 204, 302, 304, 400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 429, 500, 501, 502, 503];
/// What stands for a method or a status that is in no list.
const OTHER: &str = "other";

/// Why a request was not carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// Its organisation sends too many a second.
    Rate,
    /// Its organisation has too many under way.
    Share,
    /// Too many are under way.
    Concurrency,
    /// It took too long.
    Timeout,
    /// Too many bad credentials came from its address.
    Denials,
}

/// What is wrong with a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// There is none (401).
    Missing,
    /// It is none, or no longer (401).
    Invalid,
    /// It has no right to this (403).
    Forbidden,
}

const REJECTIONS: [(Rejection, &str); 5] = [
    (Rejection::Rate, "rate"),
    (Rejection::Share, "share"),
    (Rejection::Concurrency, "concurrency"),
    (Rejection::Timeout, "timeout"),
    (Rejection::Denials, "denials"),
];
const DENIALS: [(Denial, &str); 3] =
    [(Denial::Missing, "missing"), (Denial::Invalid, "invalid"), (Denial::Forbidden, "forbidden")];

/// What is looked up when the metrics are asked for.
#[derive(Debug, Clone, Default)]
pub struct Sizes {
    /// Requests under way.
    pub in_flight: usize,
    /// Statements since the start.
    pub statements: u64,
    /// Writes that wait for the embedded database's writer.
    pub writes_waiting: Option<usize>,
    /// Connections to the database server, and how many of them are idle.
    pub pool: Option<(usize, usize)>,
    /// Bytes of the embedded database.
    pub database: Option<u64>,
    /// Bytes of memory.
    pub memory: Option<u64>,
    /// Organisations.
    pub organisations: Option<u64>,
}

/// The counters of a server.
pub struct Metrics {
    registry: Registry,
    latency: HistogramVec,
    routes: OnceLock<(Arc<Templates>, Vec<OnceLock<Histogram>>)>,
    rejections: Vec<IntCounter>,
    denials: Vec<IntCounter>,
    quirks: IntCounterVec,
    in_flight: IntGauge,
    connections: IntGauge,
    statements: IntCounter,
    database: IntGaugeVec,
    sizes: IntGaugeVec,
    organisations: IntGauge,
    /// The open connections, which those who accept them count.
    pub open: Arc<AtomicUsize>,
}

impl Metrics {
    /// Counters at nought.
    pub fn new() -> Result<Self, prometheus::Error> {
        let registry = Registry::new();
        let latency = HistogramOpts::new("scimd_request_duration_seconds", "Requests and how long their answers took")
            .buckets(BUCKETS.to_vec());
        let latency = HistogramVec::new(latency, &["route", "method", "status"])?;
        registry.register(Box::new(latency.clone()))?;
        let counters = |name: &str, help: &str, label: &str| {
            let counters = IntCounterVec::new(Opts::new(name, help), &[label])?;
            registry.register(Box::new(counters.clone())).map(|()| counters)
        };
        let gauges = |name: &str, help: &str, label: &str| {
            let gauges = IntGaugeVec::new(Opts::new(name, help), &[label])?;
            registry.register(Box::new(gauges.clone())).map(|()| gauges)
        };
        let gauge = |name: &str, help: &str| {
            let gauge = IntGauge::new(name, help)?;
            registry.register(Box::new(gauge.clone())).map(|()| gauge)
        };
        let rejections =
            counters("scimd_requests_rejected_total", "Requests that a limit kept from being carried out", "reason")?;
        let denials = counters("scimd_credential_denials_total", "Requests that a credential did not let in", "kind")?;
        let quirks = counters("scimd_quirks_total", "Requests that showed a quirk of their client", "quirk")?;
        let statements = IntCounter::new("scimd_database_statements_total", "Statements that the database was given")?;
        registry.register(Box::new(statements.clone()))?;
        let build = IntGaugeVec::new(Opts::new("scimd_build_info", "The version that runs"), &["version"])?;
        registry.register(Box::new(build.clone()))?;
        build.with_label_values(&[env!("CARGO_PKG_VERSION")]).set(1);
        Ok(Self {
            latency,
            routes: OnceLock::new(),
            rejections: REJECTIONS.iter().map(|(_, name)| rejections.with_label_values(&[*name])).collect(),
            denials: DENIALS.iter().map(|(_, name)| denials.with_label_values(&[*name])).collect(),
            quirks,
            in_flight: gauge("scimd_requests_in_flight", "Requests that are being carried out")?,
            connections: gauge("scimd_connections", "Open connections of clients")?,
            statements,
            database: gauges(
                "scimd_database",
                "The database: writes waiting (SQLite), connections and idle connections (PostgreSQL)",
                "of",
            )?,
            sizes: gauges("scimd_size_bytes", "Sizes: memory of the process, files of the database (SQLite)", "of")?,
            organisations: gauge("scimd_organisations", "Organisations")?,
            registry,
            open: Arc::default(),
        })
    }

    /// Tells which routes there are; the first time counts.
    pub fn describe(&self, templates: Arc<Templates>) {
        let series = templates.count() * (METHODS.len() + 1) * (STATUSES.len() + 1);
        let _ = self.routes.set((templates, std::iter::repeat_with(OnceLock::new).take(series).collect()));
    }

    /// The number and the name of a path's route.
    pub fn route(&self, path: &str) -> (usize, &str) {
        self.routes.get().map_or((0, ""), |(templates, _)| {
            let number = templates.find(path);
            (number, templates.name(number))
        })
    }

    /// Counts an answer.
    pub fn answered(&self, route: usize, method: &Method, status: StatusCode, took: Duration) {
        let Some((templates, series)) = self.routes.get() else { return };
        let number = METHODS.iter().position(|known| known == method);
        let code = STATUSES.iter().position(|known| *known == status.as_u16());
        let row = route * (METHODS.len() + 1) + number.unwrap_or(METHODS.len());
        let Some(slot) = series.get(row * (STATUSES.len() + 1) + code.unwrap_or(STATUSES.len())) else { return };
        let histogram = slot.get_or_init(|| {
            let method = number.map_or(OTHER, |_| method.as_str());
            let status = code.map_or(OTHER, |_| status.as_str());
            self.latency.with_label_values(&[templates.name(route), method, status])
        });
        histogram.observe(took.as_secs_f64());
    }

    /// A request showed the quirk of that name.
    pub fn quirk(&self, name: &str) {
        self.quirks.with_label_values(&[name]).inc();
    }

    /// Counts a request that was not carried out.
    pub fn rejected(&self, reason: Rejection) {
        if let Some(counter) = self.rejections.get(reason as usize) {
            counter.inc();
        }
    }

    /// Counts a credential that did not let a request in.
    pub fn denied(&self, denial: Denial) {
        if let Some(counter) = self.denials.get(denial as usize) {
            counter.inc();
        }
    }

    /// All of it as text, with the sizes of now.
    pub fn text(&self, sizes: &Sizes) -> Result<Vec<u8>, prometheus::Error> {
        let number = |size: usize| i64::try_from(size).unwrap_or(i64::MAX);
        let bytes = |size: u64| i64::try_from(size).unwrap_or(i64::MAX);
        self.in_flight.set(number(sizes.in_flight));
        self.connections.set(number(self.open.load(std::sync::atomic::Ordering::Relaxed)));
        self.statements.inc_by(sizes.statements.saturating_sub(self.statements.get()));
        if let Some(waiting) = sizes.writes_waiting {
            self.database.with_label_values(&["writes waiting"]).set(number(waiting));
        }
        if let Some((connections, idle)) = sizes.pool {
            self.database.with_label_values(&["connections"]).set(number(connections));
            self.database.with_label_values(&["idle connections"]).set(number(idle));
        }
        for (of, size) in [("memory", sizes.memory), ("database", sizes.database)] {
            if let Some(size) = size {
                self.sizes.with_label_values(&[of]).set(bytes(size));
            }
        }
        if let Some(organisations) = sizes.organisations {
            self.organisations.set(bytes(organisations));
        }
        let mut text = Vec::new();
        TextEncoder::new().encode(&self.registry.gather(), &mut text)?;
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_come_from_fixed_lists() {
        let metrics = Metrics::new().unwrap();
        metrics.describe(Arc::new(Templates::new(&[("", r#"{"paths":{"/Users/{id}":{}}}"#)], &[])));
        let took = Duration::from_micros(300);
        for path in ["/Users/1", "/Users/2", "/secret/3"] {
            metrics.answered(metrics.route(path).0, &Method::GET, StatusCode::OK, took);
        }
        let strange = Method::from_bytes(b"SECRET").unwrap();
        metrics.answered(metrics.route("/Users/4").0, &strange, StatusCode::IM_A_TEAPOT, took);
        for (rejection, _) in REJECTIONS {
            metrics.rejected(rejection);
        }
        metrics.denied(Denial::Invalid);
        let sizes = Sizes { statements: 7, organisations: Some(2), ..Sizes::default() };
        let text = String::from_utf8(metrics.text(&sizes).unwrap()).unwrap();
        for line in [
            r#"scimd_request_duration_seconds_count{method="GET",route="/Users/{id}",status="200"} 2"#,
            r#"scimd_request_duration_seconds_bucket{method="GET",route="/Users/{id}",status="200",le="0.0005"} 2"#,
            r#"scimd_request_duration_seconds_count{method="GET",route="unmatched",status="200"} 1"#,
            r#"scimd_request_duration_seconds_count{method="other",route="/Users/{id}",status="other"} 1"#,
            r#"scimd_requests_rejected_total{reason="share"} 1"#,
            r#"scimd_requests_rejected_total{reason="denials"} 1"#,
            r#"scimd_credential_denials_total{kind="invalid"} 1"#,
            r#"scimd_credential_denials_total{kind="missing"} 0"#,
            "scimd_database_statements_total 7",
            "scimd_organisations 2",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is not in {text}");
        }
        assert!(!text.to_ascii_lowercase().contains("secret"), "{text}");
    }
}
