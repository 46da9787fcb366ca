//! The command `scimd`.

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use scimd::{
    config::{Config, Settings},
    serve::{Bound, open},
    service::credentials::DEFAULT_ORGANISATION,
};
use tracing_subscriber::EnvFilter;

/// A SCIM 2.0 service provider.
///
/// Each setting is taken from a flag, else the environment, else the configuration file, else its default.
#[derive(Parser)]
#[command(version)]
struct Command {
    #[command(subcommand)]
    action: Option<Action>,
    #[command(flatten)]
    settings: Settings,
    /// The configuration file [default: scimd.toml, if there is one]
    #[arg(long, env = "SCIMD_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Action {
    /// Serve SCIM (what happens without a command, too)
    Serve {
        #[command(flatten)]
        settings: Settings,
    },
    /// Make credentials
    Token {
        #[command(subcommand)]
        action: TokenAction,
    },
}

#[derive(Subcommand)]
enum TokenAction {
    /// Make a bearer token and print it, this once
    Create {
        /// The organisation
        #[arg(long, default_value = DEFAULT_ORGANISATION)]
        org: String,
        /// What the token is called
        #[arg(long, default_value = "token")]
        name: String,
        /// The resource that the token stands for at /Me, such as Users/2819c223-7f76-453a-919d-413861904646
        #[arg(long, value_name = "ENDPOINT/ID")]
        me: Option<String>,
        #[command(flatten)]
        settings: Settings,
    },
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("scimd: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let command = Command::parse();
    let (settings, token) = match command.action {
        Some(Action::Serve { settings }) => (merged(settings, command.settings), None),
        Some(Action::Token { action: TokenAction::Create { org, name, me, settings } }) => {
            (merged(settings, command.settings), Some((org, name, me)))
        }
        None => (command.settings, None),
    };
    let config = Config::complete(settings, command.config)?;
    let filter = EnvFilter::try_new(&config.log).map_err(|error| format!("log {:?}: {error}", config.log))?;
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(16)
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    if let Some((org, name, me)) = token {
        return runtime.block_on(create_token(&config, &org, &name, me.as_deref()));
    }
    runtime.block_on(async {
        let bound = Bound::bind(&config).await.map_err(|error| error.to_string())?;
        let mut out = std::io::stdout().lock();
        let written = out.write_all(bound.greeting().as_bytes()).and_then(|()| out.flush());
        written.map_err(|error| format!("cannot write to standard output: {error}"))?;
        drop(out);
        bound.serve(stopped()).await.map_err(|error| error.to_string())
    })
}

async fn create_token(config: &Config, org: &str, name: &str, me: Option<&str>) -> Result<(), String> {
    let service = open(config).await.map_err(|error| error.to_string())?;
    let token = service.create_token(org, name, me).await.map_err(|error| error.to_string());
    service.store.database().close().await;
    let written = writeln!(std::io::stdout(), "{}", token?.expose());
    written.map_err(|error| format!("cannot write to standard output: {error}"))
}

/// The flags behind a subcommand, with those before it.
fn merged(first: Settings, second: Settings) -> Settings {
    Settings {
        listen: first.listen.or(second.listen),
        database: first.database.or(second.database),
        public_url: first.public_url.or(second.public_url),
        cursor_timeout: first.cursor_timeout.or(second.cursor_timeout),
        client_timeout: first.client_timeout.or(second.client_timeout),
        log: first.log.or(second.log),
        bootstrap_token: None,
    }
}

/// Resolves when the process is asked to end.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            },
            Err(_) => {
                let _ = interrupt.await;
            }
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupt.await;
    }
}
