//! HTTP: routes, payloads, status codes, and the OpenAPI document. Thin: each operation is one call of the service.

pub mod admin;
pub mod arrival;
pub mod bases;
pub mod bulk;
pub mod discovery;
pub mod docs;
pub mod documents;
pub mod edge;
pub mod envelope;
pub mod example;
pub mod generated;
pub mod limits;
pub mod listener;
pub mod me;
pub mod oauth;
pub mod openapi;
pub mod operation;
pub mod payload;
pub mod provisioning;
pub mod proxy;
pub mod query_token;
pub mod replies;
pub mod resources;
pub mod search;
pub mod security;
pub mod tls;
pub mod trace;
pub mod uma;

use std::{ops::Deref, sync::Arc};

use poem::{Endpoint, EndpointExt, Response, Route};
use poem_openapi::{OpenApiService, ServerObject};

use crate::service::Service;

pub use self::edge::Edge;
use self::{bases::Bases, operation::templates::Templates};

/// Where the SCIM endpoints are, below the server's URL.
pub const BASE_PATH: &str = "/scim/v2";

/// What handlers share. Every request takes a copy, so it is one pointer.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// What is behind it.
pub struct Shared {
    /// The operations.
    pub service: Service,
    /// Where organisations are reached.
    pub bases: Bases,
    /// Limits, counters, proxies.
    pub edge: Arc<Edge>,
}

impl App {
    /// What handlers of a server share.
    pub fn new(service: Service, bases: Bases, edge: Arc<Edge>) -> Self {
        Self(Arc::new(Shared { service, bases, edge }))
    }
}

impl Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// All routes of the server.
pub fn routes(app: App) -> impl Endpoint<Output = Response> {
    let apis = (
        generated::apis(app.clone()),
        search::SearchApi::new(app.clone()),
        bulk::BulkApi::new(app.clone()),
        me::MeApi::new(app.clone()),
        discovery::DiscoveryApi::new(app.clone()),
    );
    let service = OpenApiService::new(apis, "scimd", env!("CARGO_PKG_VERSION"))
        .description(
            "A SCIM 2.0 service provider (RFC 7643, RFC 7644). Press Authorize and paste a bearer token of your organisation.",
        )
        // Relative, so that the page works under whatever name its reader opened it.
        .server(ServerObject::new(BASE_PATH));
    let administration = admin::service(&app);
    let (spec, administration_spec) = (service.spec(), administration.spec());
    let templates = Templates::new(&[(BASE_PATH, &spec), (admin::BASE_PATH, &administration_spec)], &oauth::PATHS);
    app.edge.metrics.describe(Arc::new(templates));
    let documents = vec![
        docs::Document { name: "openapi", title: "SCIM", text: openapi::finished(&spec) },
        docs::Document { name: "admin", title: "Administration", text: openapi::finished(&administration_spec) },
    ];
    oauth::mount(Route::new())
        .nest("/docs", docs::routes(&service.swagger_ui_html(), documents))
        .nest(admin::BASE_PATH, administration)
        .nest(BASE_PATH, service)
        .around(envelope::around)
        .data(app)
        .with(poem::middleware::CatchPanic::new().with_handler(envelope::Panic))
        .map_to_response()
}
