//! Running the server: open, listen, print what its user needs, serve, shut down in order.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use poem::Server;
use tokio::net::TcpListener;

use crate::{
    api::{
        self, App, Edge,
        bases::Bases,
        listener::Connections,
        operation::{Nothing, Operated, Operations},
        tls::Tls,
    },
    clock::Clock,
    config::Config,
    service::{Options, Service, credentials::Token, records::Retention},
    store::{
        Store,
        database::{DatabaseError, Refusal},
    },
};

/// How long requests under way may take to finish once the server stops.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(20);
/// How long writes that nobody waits for may take beyond.
const LEFT: Duration = Duration::from_secs(5);

/// A server that listens and does not yet serve.
pub struct Bound {
    app: App,
    listener: TcpListener,
    address: SocketAddr,
    tls: Option<Arc<Tls>>,
    operations: Arc<Operations>,
    /// Where operators ask, if that is another address.
    operations_listener: Option<TcpListener>,
    drain: Duration,
    client_timeout: Duration,
    retention: Retention,
    first_token: Option<Token>,
    given_token: bool,
}

/// Why the server could not start.
#[derive(Debug)]
pub enum StartError {
    /// The address.
    Listen(SocketAddr, io::Error),
    /// The database.
    Database(DatabaseError),
    /// The base paths.
    BasePath(String),
    /// Tokens would travel in clear.
    Transport(String),
    /// The certificate or its key.
    Tls(String),
    /// What is around the routes.
    Edge(String),
    /// No random bytes.
    Random(getrandom::Error),
}

impl std::fmt::Display for StartError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Listen(address, error) => {
                write!(f, "cannot listen on {address}: {error}; choose another address with --listen or SCIMD_LISTEN")
            }
            Self::Database(DatabaseError::Failed(reason) | DatabaseError::Unavailable(reason)) => {
                write!(f, "cannot use the database (SCIMD_DATABASE): {reason}")
            }
            Self::Database(DatabaseError::Refused(Refusal::Outdated)) => f.write_str(
                "another build has evolved the database since this start began; start the build that is to serve once more",
            ),
            Self::Database(DatabaseError::Refused(_)) => f.write_str(
                "cannot evolve the database: an attribute became unique, and stored resources share values of it",
            ),
            Self::Transport(reason) => f.write_str(reason),
            Self::BasePath(reason) => write!(f, "{reason}; see --base-paths or SCIMD_BASE_PATHS"),
            Self::Tls(reason) => write!(f, "cannot use TLS (--tls-certificate, --tls-key): {reason}"),
            Self::Edge(reason) => write!(f, "cannot count: {reason}"),
            Self::Random(error) => write!(f, "the system gives no random bytes for a token: {error}"),
        }
    }
}

impl std::error::Error for StartError {}

/// Opens the database, with what a new one needs, for the server and for commands beside it.
pub async fn open(config: &Config) -> Result<Service, StartError> {
    let store = Store::open(config.database.expose()).await.map_err(StartError::Database)?;
    let options = Options { cursor_seconds: config.cursor_timeout };
    Service::new(store, Clock::system(), options).await.map_err(StartError::Database)
}

impl Bound {
    /// Opens the database, creates what a new one needs, and binds the address.
    pub async fn bind(config: &Config) -> Result<Self, StartError> {
        let behind_proxy = !config.protection.trusted_proxies.is_empty();
        config.operation.check_transport(config.listen, behind_proxy).map_err(StartError::Transport)?;
        let service = open(config).await?;
        let given_token = config.bootstrap_token.is_some();
        let mut first_token = None;
        if service.store.has_no_organisation().await.map_err(StartError::Database)? {
            // First, so that a start that was interrupted makes up for it.
            if let Some(token) = &config.admin_token {
                let token = Token::given(token.expose().to_owned());
                service.create_first_administrator(&token).await.map_err(StartError::Database)?;
            }
            let token = match &config.bootstrap_token {
                Some(token) => Token::given(token.expose().to_owned()),
                None => Token::generate().map_err(StartError::Random)?,
            };
            if service.create_default_organisation(&token).await.map_err(StartError::Database)? {
                first_token = Some(token);
            }
        }
        let listener =
            TcpListener::bind(config.listen).await.map_err(|error| StartError::Listen(config.listen, error))?;
        let address = listener.local_addr().map_err(|error| StartError::Listen(config.listen, error))?;
        let operation = &config.operation;
        let tls = operation.tls.as_ref().map(Tls::open).transpose().map_err(StartError::Tls)?.map(Arc::new);
        let scheme = if tls.is_some() { "https" } else { "http" };
        let url = config.public_url.clone().unwrap_or_else(|| format!("{scheme}://{address}"));
        let bases = Bases::new(&url, &config.base_paths).map_err(StartError::BasePath)?;
        let edge = Edge::new(&config.protection, config.public_url.is_some()).map_err(StartError::Edge)?;
        let app = App::new(service.with_issuer(bases.url()), bases, edge);
        let operations_listener = match operation.listen {
            Some(at) => Some(TcpListener::bind(at).await.map_err(|error| StartError::Listen(at, error))?),
            None => None,
        };
        Ok(Self {
            operations: Arc::new(Operations::new(&app, operation.metrics_token.as_ref())),
            app,
            listener,
            address,
            tls,
            operations_listener,
            drain: operation.drain,
            client_timeout: config.client_timeout,
            retention: config.retention,
            first_token,
            given_token,
        })
    }

    /// What the user needs to know: the base URL, the token if it is new, the documentation.
    pub fn greeting(&self) -> String {
        let mut text = format!("Base URL: {}\n", self.app.bases.shown());
        match &self.first_token {
            Some(_) if self.given_token => {
                text.push_str("Token: the one in SCIMD_BOOTSTRAP_TOKEN\n");
            }
            Some(token) => {
                text.push_str(&format!("Token: {}\n", token.expose()));
                text.push_str("       of organisation `default`; it is shown this once, keep it\n");
            }
            None => {}
        }
        text.push_str(&format!("Docs: {}/docs\n", self.app.bases.url()));
        text
    }

    /// The address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The service, for those who run the server in their own process.
    pub fn service(&self) -> &Service {
        &self.app.service
    }

    /// Serves until `stop` resolves, and then finishes what is under way.
    pub async fn serve(self, stop: impl Future<Output = ()>) -> io::Result<()> {
        let service = self.app.service.clone();
        let database = service.store.database().clone();
        let edge = self.app.edge.clone();
        tokio::spawn(service.log.clone().write(service.store.clone()));
        let mut beside = vec![tokio::spawn(service.clone().keep_records(self.retention))];
        if let Some(tls) = &self.tls {
            beside.push(tokio::spawn(tls.clone().watch()));
        }
        let with_metrics = self.operations_listener.is_none();
        if let Some(listener) = self.operations_listener {
            let routes = Operated { operations: self.operations.clone(), with_metrics: true, routes: Nothing };
            let connections = Connections::new(listener, self.client_timeout, None, Arc::default())?;
            beside.push(tokio::spawn(async move {
                let _ = Server::new_with_acceptor(connections).run(routes).await;
            }));
        }
        let stop = async {
            stop.await;
            edge.drain();
            tracing::info!(seconds = self.drain.as_secs(), "the server is asked to end");
            tokio::time::sleep(self.drain).await;
        };
        let open = edge.metrics.open.clone();
        let connections = Connections::new(self.listener, self.client_timeout, self.tls, open)?;
        let routes = Operated { operations: self.operations, with_metrics, routes: api::routes(self.app) };
        let served = Server::new_with_acceptor(connections)
            .run_with_graceful_shutdown(routes, stop, Some(SHUTDOWN_TIMEOUT))
            .await;
        edge.empty(LEFT).await;
        beside.iter().for_each(tokio::task::JoinHandle::abort);
        service.log.flush().await;
        database.close().await;
        served
    }
}
