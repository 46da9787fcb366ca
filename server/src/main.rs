//! The command `scimd`.

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use scimd::{
    config::{Config, Settings},
    serve::Bound,
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
    let settings = match command.action {
        Some(Action::Serve { settings }) => merged(settings, command.settings),
        None => command.settings,
    };
    let config = Config::complete(settings, command.config)?;
    let filter = EnvFilter::try_new(&config.log).map_err(|error| format!("log {:?}: {error}", config.log))?;
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(16)
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    runtime.block_on(async {
        let bound = Bound::bind(&config).await.map_err(|error| error.to_string())?;
        let mut out = std::io::stdout().lock();
        let written = out.write_all(bound.greeting().as_bytes()).and_then(|()| out.flush());
        written.map_err(|error| format!("cannot write to standard output: {error}"))?;
        drop(out);
        bound.serve(stopped()).await.map_err(|error| error.to_string())
    })
}

/// The flags behind a subcommand, with those before it.
fn merged(first: Settings, second: Settings) -> Settings {
    Settings {
        listen: first.listen.or(second.listen),
        database: first.database.or(second.database),
        public_url: first.public_url.or(second.public_url),
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
