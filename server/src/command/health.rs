//! `scimd health`: whether the server that has the same settings is ready, for images that hold nothing else to ask with.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use scimd::config::Config;

/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(4);

/// Asks it; an error if it is not ready.
pub async fn run(config: &Config) -> Result<(), String> {
    let url = url(config);
    // It is this machine that is asked, and nothing secret is sent: whose the certificate is does not matter.
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).tls_danger_accept_invalid_certs(true).build();
    let answer = client.map_err(|error| format!("cannot make an HTTP client: {error}"))?.get(&url).send().await;
    let answer = answer.map_err(|error| format!("{url} does not answer: {error}"))?;
    match answer.status().as_u16() {
        200 => Ok(()),
        status => Err(format!("not ready: {url} answers {status} {}", answer.text().await.unwrap_or_default())),
    }
}

/// Where it is asked: at the address for operators, if there is one.
fn url(config: &Config) -> String {
    let (scheme, at) = match (config.operation.listen, &config.operation.tls) {
        (Some(at), _) => ("http", at),
        (None, Some(_)) => ("https", config.listen),
        (None, None) => ("http", config.listen),
    };
    let ip = match at.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    format!("{scheme}://{}/readyz", SocketAddr::new(ip, at.port()))
}
