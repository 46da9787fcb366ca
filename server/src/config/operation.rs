//! The settings for operating the server: tables `[tls]` and `[operation]` of the file.

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use clap::Args;
use serde::Deserialize;

use super::Redacted;

/// TLS, as it may be given by flags, the environment or the file.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TlsSettings {
    /// The file with the certificate and those between it and its root, in PEM: then the server speaks TLS
    #[arg(
        global = true,
        id = "tls_certificate",
        long = "tls-certificate",
        env = "SCIMD_TLS_CERTIFICATE",
        value_name = "FILE"
    )]
    pub certificate: Option<PathBuf>,
    /// The file with the private key of the certificate, in PEM
    #[arg(global = true, id = "tls_key", long = "tls-key", env = "SCIMD_TLS_KEY", value_name = "FILE")]
    pub key: Option<PathBuf>,
    /// Speak plain HTTP on an address that other machines reach, although tokens must travel by TLS only (RFC 7644 §7.4)
    #[arg(global = true, id = "allow_plain_http", long = "allow-plain-http", env = "SCIMD_ALLOW_PLAIN_HTTP")]
    pub allow_plain_http: bool,
}

/// What operators set besides.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OperationSettings {
    /// How long requests are still taken once the server is asked to end, in seconds; /readyz says 503 meanwhile
    /// [default: 0]
    #[arg(global = true, id = "drain", long = "drain", env = "SCIMD_DRAIN", value_name = "SECONDS")]
    pub drain: Option<u32>,
    /// An address of its own for /healthz, /livez, /readyz and /metrics; /metrics is at no other then
    #[arg(
        global = true,
        id = "operations_listen",
        long = "operations-listen",
        env = "SCIMD_OPERATIONS_LISTEN",
        value_name = "ADDRESS:PORT"
    )]
    pub listen: Option<SocketAddr>,
    /// The bearer token that /metrics asks for; a secret, so no flag
    #[arg(skip)]
    pub metrics_token: Option<Redacted>,
}

/// The files of a certificate and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFiles {
    /// The certificate and those between it and its root.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

/// The operation in force.
#[derive(Debug, Clone, Default)]
pub struct Operation {
    /// TLS, if the server speaks it.
    pub tls: Option<TlsFiles>,
    /// How long requests are still taken at the end.
    pub drain: Duration,
    /// The address of health and metrics.
    pub listen: Option<SocketAddr>,
    /// What `/metrics` asks for.
    pub metrics_token: Option<Redacted>,
    allow_plain_http: bool,
}

impl Operation {
    /// Refuses an address where tokens would travel in clear: other machines reach it, and neither does the server speak
    /// TLS nor is it said which proxy does (RFC 7644 §7.2, §7.4).
    pub fn check_transport(&self, listen: SocketAddr, behind_proxy: bool) -> Result<(), String> {
        if listen.ip().is_loopback() || self.tls.is_some() || behind_proxy || self.allow_plain_http {
            return Ok(());
        }
        Err(format!(
            "{listen} is reached by other machines, and tokens would travel to it in clear: give --tls-certificate and \
             --tls-key, or name the proxies that speak TLS in --trusted-proxies, or listen on 127.0.0.1; \
             --allow-plain-http takes it as it is"
        ))
    }

    /// The settings of the command line and environment, completed from the file.
    pub fn complete(
        given: (TlsSettings, OperationSettings),
        file: (TlsSettings, OperationSettings),
    ) -> Result<Self, String> {
        let tls = match (given.0.certificate.or(file.0.certificate), given.0.key.or(file.0.key)) {
            (Some(certificate), Some(key)) => Some(TlsFiles { certificate, key }),
            (None, None) => None,
            (Some(_), None) => return Err("tls_certificate needs tls_key, the file with its private key".to_owned()),
            (None, Some(_)) => return Err("tls_key needs tls_certificate, the file with its certificate".to_owned()),
        };
        let token = std::env::var("SCIMD_METRICS_TOKEN").ok().filter(|token| !token.is_empty()).map(Redacted::from);
        Ok(Self {
            tls,
            drain: Duration::from_secs(given.1.drain.or(file.1.drain).unwrap_or(0).into()),
            listen: given.1.listen.or(file.1.listen),
            metrics_token: token.or(file.1.metrics_token),
            allow_plain_http: given.0.allow_plain_http || file.0.allow_plain_http,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_needs_its_key() {
        let only = TlsSettings { certificate: Some("a.pem".into()), ..TlsSettings::default() };
        let nothing = || (TlsSettings::default(), OperationSettings::default());
        let error = Operation::complete((only, OperationSettings::default()), nothing()).unwrap_err();
        assert!(error.contains("tls_key"), "{error}");
    }

    #[test]
    fn plain_http_is_spoken_where_nobody_listens_or_as_the_operator_says() {
        let open = || SocketAddr::from(([0, 0, 0, 0], 8080));
        let plain = Operation::default();
        assert!(plain.check_transport(open(), false).unwrap_err().contains("--tls-certificate"));
        assert!(plain.check_transport(open(), true).is_ok());
        assert!(plain.check_transport(SocketAddr::from(([127, 0, 0, 1], 8080)), false).is_ok());
        assert!(Operation { allow_plain_http: true, ..Operation::default() }.check_transport(open(), false).is_ok());
        let files = TlsFiles { certificate: "a.pem".into(), key: "b.pem".into() };
        assert!(Operation { tls: Some(files), ..Operation::default() }.check_transport(open(), false).is_ok());
    }
}
