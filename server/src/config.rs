//! Configuration: flags, then environment, then a TOML file, then defaults.

pub mod operation;
pub mod protection;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use clap::Args;
use serde::Deserialize;

use crate::{
    api::bases::DEFAULTS,
    scim::limits::{AUDIT_DAYS, CURSOR_SECONDS, PROVISIONING_LOG_DAYS},
    service::records::Retention,
};

use self::{
    operation::{Operation, OperationSettings, TlsSettings},
    protection::{Protection, ProtectionSettings},
};

/// The settings, each as it may be given by a flag, the environment or the file.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The address to listen on [default: 127.0.0.1:8080]
    #[arg(global = true, long, env = "SCIMD_LISTEN", value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
    /// The database: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME [default: sqlite:scimd.db]
    #[arg(global = true, long, env = "SCIMD_DATABASE", value_name = "DATABASE", hide_env_values = true)]
    pub database: Option<Redacted>,
    /// The URL that clients reach the server by, without /scim/v2 [default: http://LISTEN]
    #[arg(global = true, long, env = "SCIMD_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Where organisations are reached: base paths, separated by commas; {org} stands for an organisation's id
    /// [default: /scim/v2,/orgs/{org}/scim/v2]
    #[arg(global = true, long, env = "SCIMD_BASE_PATHS", value_name = "PATH,PATH", value_delimiter = ',')]
    pub base_paths: Option<Vec<String>>,
    /// How long a cursor of a list is good for, in seconds [default: 3600]
    #[arg(global = true, long, env = "SCIMD_CURSOR_TIMEOUT", value_name = "SECONDS")]
    pub cursor_timeout: Option<u64>,
    /// How long a client may take to send a request or to take an answer, in seconds [default: 75]
    #[arg(global = true, long, env = "SCIMD_CLIENT_TIMEOUT", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..))]
    pub client_timeout: Option<u32>,
    /// How many days the audit trail is kept [default: 400]
    #[arg(global = true, long, env = "SCIMD_AUDIT_DAYS", value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..))]
    pub audit_days: Option<u32>,
    /// How many days the provisioning log is kept [default: 30]
    #[arg(global = true, long, env = "SCIMD_PROVISIONING_LOG_DAYS", value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..))]
    pub provisioning_log_days: Option<u32>,
    /// What to log: error, warn, info, debug, trace, or a filter such as scimd=debug [default: info]
    #[arg(global = true, long, env = "SCIMD_LOG", value_name = "FILTER")]
    pub log: Option<String>,
    /// The token of organisation `default` when the database is new; made and printed if none is given
    #[arg(skip)]
    pub bootstrap_token: Option<Redacted>,
    /// A token of the administration when the database is new; none is made if none is given
    #[arg(skip)]
    pub admin_token: Option<Redacted>,
    /// What protects the server.
    #[command(flatten)]
    #[serde(default)]
    pub protection: ProtectionSettings,
    /// TLS.
    #[command(flatten)]
    #[serde(default)]
    pub tls: TlsSettings,
    /// What operators set besides.
    #[command(flatten)]
    #[serde(default)]
    pub operation: OperationSettings,
}

/// A setting that may hold a secret: `Debug` and errors do not show it.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Redacted(String);

impl Redacted {
    /// The setting itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Redacted {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl std::str::FromStr for Redacted {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl std::fmt::Debug for Redacted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Redacted")
    }
}

/// The configuration in force.
#[derive(Debug, Clone)]
pub struct Config {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The database.
    pub database: Redacted,
    /// The URL that clients reach the server by.
    pub public_url: Option<String>,
    /// Where organisations are reached, as templates of paths.
    pub base_paths: Vec<String>,
    /// How long a cursor is good for, in seconds.
    pub cursor_timeout: u64,
    /// How long a client may take.
    pub client_timeout: Duration,
    /// How long records are kept.
    pub retention: Retention,
    /// What to log.
    pub log: String,
    /// The first token, if it was given.
    pub bootstrap_token: Option<Redacted>,
    /// The first token of the administration, if it was given.
    pub admin_token: Option<Redacted>,
    /// What protects the server.
    pub protection: Protection,
    /// TLS, and what operators set besides.
    pub operation: Operation,
}

/// Where the configuration file is, unless a flag or the environment says so.
const FILE: &str = "scimd.toml";

/// The fewest characters of a token of the administration that its owner chose: it opens everything.
const ADMIN_TOKEN: usize = 32;

/// How long a client may take, in seconds; proxies keep connections for a minute.
const CLIENT_SECONDS: u64 = 75;

impl Config {
    /// The settings of the command line and environment, completed from the file.
    pub fn complete(given: Settings, file: Option<PathBuf>) -> Result<Self, String> {
        let path = file.clone().unwrap_or_else(|| FILE.into());
        let from_file: Settings = match std::fs::read_to_string(&path) {
            Ok(text) => toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && file.is_none() => Settings::default(),
            Err(error) => return Err(format!("cannot read the configuration file {}: {error}", path.display())),
        };
        // A secret is never a flag: other users of the machine see a command line.
        let secret = |name: &str| std::env::var(name).ok().filter(|token| !token.is_empty()).map(Redacted);
        let bootstrap_token = secret("SCIMD_BOOTSTRAP_TOKEN").or(from_file.bootstrap_token);
        let admin_token = secret("SCIMD_ADMIN_TOKEN").or(from_file.admin_token);
        if admin_token.as_ref().is_some_and(|token| !is_long_token(token.expose())) {
            return Err(format!(
                "SCIMD_ADMIN_TOKEN must have at least {ADMIN_TOKEN} characters, visible ones of ASCII; make it from random bits"
            ));
        }
        if admin_token.is_some() && admin_token == bootstrap_token {
            return Err(
                "SCIMD_ADMIN_TOKEN and SCIMD_BOOTSTRAP_TOKEN are the same: a token of the administration is none \
                        of an organisation; choose another"
                    .to_owned(),
            );
        }
        let public_url = given.public_url.or(from_file.public_url);
        if let Some(url) = &public_url
            && !(url.starts_with("http://") || url.starts_with("https://"))
        {
            return Err(format!("public_url must begin with http:// or https://, and {url:?} does not"));
        }
        Ok(Self {
            listen: given.listen.or(from_file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            database: given.database.or(from_file.database).unwrap_or_else(|| Redacted("sqlite:scimd.db".to_owned())),
            public_url: public_url.map(|url| url.trim_end_matches('/').to_owned()),
            base_paths: given
                .base_paths
                .or(from_file.base_paths)
                .unwrap_or_else(|| DEFAULTS.map(str::to_owned).to_vec()),
            cursor_timeout: given.cursor_timeout.or(from_file.cursor_timeout).unwrap_or(CURSOR_SECONDS),
            client_timeout: Duration::from_secs(
                given.client_timeout.or(from_file.client_timeout).map_or(CLIENT_SECONDS, u64::from).max(1),
            ),
            retention: Retention {
                audit_days: given.audit_days.or(from_file.audit_days).unwrap_or(AUDIT_DAYS).max(1),
                log_days: given
                    .provisioning_log_days
                    .or(from_file.provisioning_log_days)
                    .unwrap_or(PROVISIONING_LOG_DAYS)
                    .max(1),
            },
            log: given.log.or(from_file.log).unwrap_or_else(|| "info".to_owned()),
            bootstrap_token,
            admin_token,
            protection: Protection::complete(given.protection, from_file.protection)?,
            operation: Operation::complete((given.tls, given.operation), (from_file.tls, from_file.operation))?,
        })
    }
}

fn is_long_token(text: &str) -> bool {
    text.len() >= ADMIN_TOKEN && text.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_shown_by_debug() {
        let settings = Settings {
            database: Some(Redacted("postgres://u:geheim@h/d".to_owned())),
            bootstrap_token: Some(Redacted("geheim".to_owned())),
            admin_token: Some(Redacted("geheim".to_owned())),
            ..Settings::default()
        };
        assert!(!format!("{settings:?}").contains("geheim"));
    }

    #[test]
    fn a_token_that_opens_everything_is_long() {
        assert!(is_long_token("0123456789abcdef0123456789abcdef"));
        for wrong in ["", "admin", "0123456789abcdef0123456789abcde", "0123456789abcdef 0123456789abcdef"] {
            assert!(!is_long_token(wrong), "{wrong}");
        }
    }

    #[test]
    fn an_unknown_key_of_the_file_is_an_error() {
        assert!(toml::from_str::<Settings>("lisen = \"127.0.0.1:1\"").unwrap_err().to_string().contains("lisen"));
    }
}
