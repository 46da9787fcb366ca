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
}

impl Operation {
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
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_needs_its_key() {
        let only = TlsSettings { certificate: Some("a.pem".into()), key: None };
        let nothing = || (TlsSettings::default(), OperationSettings::default());
        let error = Operation::complete((only, OperationSettings::default()), nothing()).unwrap_err();
        assert!(error.contains("tls_key"), "{error}");
    }
}
