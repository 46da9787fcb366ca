//! The command `scimd`.

mod command;

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use scimd::{
    config::{Config, Settings},
    serve::{Bound, open},
};
use tracing_subscriber::EnvFilter;

use self::command::{
    check::Check, keys::KeyAction, log::LogArguments, organisations::OrganisationAction, schema::SchemaAction,
    tokens::TokenAction,
};

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
    #[arg(global = true, long, env = "SCIMD_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Action {
    /// Serve SCIM (what happens without a command, too)
    Serve,
    /// Create, list, rename, suspend and delete organisations
    Org {
        #[command(subcommand)]
        action: OrganisationAction,
    },
    /// Make, list and revoke credentials
    Token {
        #[command(subcommand)]
        action: TokenAction,
    },
    /// Check a SCIM server, as an identity provider would use it
    Check(Check),
    /// Ask the server that has the same settings whether it is ready; ends with 0 if it is
    Health,
    /// See what a change of the schemas means for the database
    Schema {
        #[command(subcommand)]
        action: SchemaAction,
    },
    /// Show the provisioning log of an organisation, or the audit trail
    Log(Box<LogArguments>),
    /// List and rotate the keys that sign access tokens
    Keys {
        #[command(subcommand)]
        action: KeyAction,
    },
}

/// What to do beside serving.
enum Task {
    Health,
    Organisations(OrganisationAction),
    Tokens(TokenAction),
    Schema(SchemaAction),
    Log(Box<LogArguments>),
    Keys(KeyAction),
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
    let task = match command.action {
        Some(Action::Check(check)) => return run_check(check),
        Some(Action::Health) => Some(Task::Health),
        Some(Action::Org { action }) => Some(Task::Organisations(action)),
        Some(Action::Token { action }) => Some(Task::Tokens(action)),
        Some(Action::Schema { action }) => Some(Task::Schema(action)),
        Some(Action::Log(arguments)) => Some(Task::Log(arguments)),
        Some(Action::Keys { action }) => Some(Task::Keys(action)),
        Some(Action::Serve) | None => None,
    };
    let config = Config::complete(command.settings, command.config)?;
    let filter = EnvFilter::try_new(&config.log).map_err(|error| format!("log {:?}: {error}", config.log))?;
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(16)
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    if let Some(task) = task {
        return runtime.block_on(carry_out(&config, task));
    }
    runtime.block_on(async {
        let bound = Bound::bind(&config).await.map_err(|error| error.to_string())?;
        let signals = Signals::new().map_err(|error| format!("cannot wait for signals: {error}"))?;
        let mut out = std::io::stdout().lock();
        let written = out.write_all(bound.greeting().as_bytes()).and_then(|()| out.flush());
        written.map_err(|error| format!("cannot write to standard output: {error}"))?;
        drop(out);
        bound.serve(stopped(signals)).await.map_err(|error| error.to_string())
    })
}

/// A check needs no configuration: it has nothing to do with a database here.
fn run_check(check: Check) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| format!("cannot start: {error}"))?.block_on(command::check::run(check))
}

async fn carry_out(config: &Config, task: Task) -> Result<(), String> {
    if let Task::Schema(action) = task {
        return command::schema::run(config, action).await;
    }
    if let Task::Health = task {
        return command::health::run(config).await;
    }
    let service = open(config).await.map_err(|error| error.to_string())?;
    let done = match task {
        Task::Organisations(action) => command::organisations::run(&service, action).await,
        Task::Tokens(action) => command::tokens::run(&service, action).await,
        Task::Schema(_) | Task::Health => Ok(()),
        Task::Log(arguments) => command::log::run(&service, *arguments).await,
        Task::Keys(action) => command::keys::run(&service, action).await,
    };
    service.store.database().close().await;
    done
}

/// Resolves when the process is asked to end; asked once more, it ends at once.
async fn stopped(mut signals: Signals) {
    signals.next().await;
    tokio::spawn(async move {
        signals.next().await;
        std::process::exit(1);
    });
}

/// The signals that ask the process to end. From the moment it is made, none of them ends the process by itself.
struct Signals {
    #[cfg(unix)]
    signals: [tokio::signal::unix::Signal; 2],
}

impl Signals {
    #[cfg(unix)]
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { signals: [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?] })
    }

    #[cfg(not(unix))]
    fn new() -> std::io::Result<Self> {
        Ok(Self {})
    }

    async fn next(&mut self) {
        #[cfg(unix)]
        {
            let [interrupt, terminate] = &mut self.signals;
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        }
        #[cfg(not(unix))]
        {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
}
