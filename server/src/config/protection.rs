//! The settings that protect the server: table `[protection]` of the file.

use std::time::Duration;

use clap::{Args, ValueEnum};
use ipnet::IpNet;
use serde::Deserialize;

/// The settings, each as it may be given by a flag, the environment or the file.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProtectionSettings {
    /// How many requests a second an organisation may send in the long run; 0 for no limit [default: 0]
    #[arg(global = true, long, env = "SCIMD_RATE_LIMIT", value_name = "REQUESTS", value_parser = clap::value_parser!(u32).range(..=MOST_PER_SECOND))]
    pub rate_limit: Option<u32>,
    /// How many requests an organisation may send at once before its rate counts [default: five seconds' worth]
    #[arg(global = true, long, env = "SCIMD_RATE_BURST", value_name = "REQUESTS", value_parser = clap::value_parser!(u32).range(1..))]
    pub rate_burst: Option<u32>,
    /// How many requests are carried out at the same time, half of them of one organisation at most [default: 2000]
    #[arg(global = true, long, env = "SCIMD_MAX_CONCURRENT", value_name = "REQUESTS", value_parser = clap::value_parser!(u32).range(2..))]
    pub max_concurrent: Option<u32>,
    /// How long a request may take in all, in seconds [default: 90]
    #[arg(global = true, long, env = "SCIMD_REQUEST_TIMEOUT", value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..))]
    pub request_timeout: Option<u32>,
    /// How long answers to repeated bad credentials are held back at most, in milliseconds; 0 for not at all [default: 2000]
    #[arg(global = true, long, env = "SCIMD_DENIAL_DELAY", value_name = "MILLISECONDS", value_parser = clap::value_parser!(u32).range(..=60_000))]
    pub denial_delay: Option<u32>,
    /// The proxies whose word on the client's address and on the public URL is taken: addresses or networks, separated by
    /// commas [default: none]
    #[arg(global = true, long, env = "SCIMD_TRUSTED_PROXIES", value_name = "NETWORK,NETWORK", value_delimiter = ',')]
    pub trusted_proxies: Option<Vec<String>>,
    /// The headers that those proxies set and that clients cannot: X-Forwarded-For, -Proto and -Host, or Forwarded
    /// [default: x-forwarded]
    #[arg(global = true, long, env = "SCIMD_FORWARDED_HEADER", value_enum)]
    pub forwarded_header: Option<ForwardedHeader>,
}

/// The headers by which proxies tell what they know of a request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForwardedHeader {
    /// `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Forwarded-Host`
    #[default]
    XForwarded,
    /// `Forwarded` (RFC 7239)
    Forwarded,
}

/// The protection in force.
#[derive(Debug, Clone)]
pub struct Protection {
    /// Requests a second of an organisation; 0 for no limit.
    pub rate_limit: u32,
    /// Requests of an organisation at once.
    pub rate_burst: u32,
    /// Requests at the same time.
    pub max_concurrent: usize,
    /// How long a request may take.
    pub request_timeout: Duration,
    /// How long an answer to a bad credential is held back at most.
    pub denial_delay: Duration,
    /// The proxies whose word is taken.
    pub trusted_proxies: Vec<IpNet>,
    /// How they give it.
    pub forwarded_header: ForwardedHeader,
}

/// The highest rate that can be set.
const MOST_PER_SECOND: i64 = 1_000_000;
/// How many seconds' worth of requests may come at once, unless the operator says otherwise.
const BURST_SECONDS: u32 = 5;
/// Requests at the same time, unless the operator says otherwise.
const MAX_CONCURRENT: u32 = 2000;
/// How long a request may take, in seconds: longer than a client may take to send it.
const REQUEST_SECONDS: u32 = 90;
/// How long an answer to a bad credential is held back at most, in milliseconds.
const DENIAL_MILLIS: u32 = 2000;

/// The burst of a rate for which none is given.
pub fn default_burst(rate: u32) -> u32 {
    rate.saturating_mul(BURST_SECONDS).max(1)
}

impl Default for Protection {
    fn default() -> Self {
        Self {
            rate_limit: 0,
            rate_burst: default_burst(0),
            max_concurrent: MAX_CONCURRENT as usize,
            request_timeout: Duration::from_secs(REQUEST_SECONDS.into()),
            denial_delay: Duration::from_millis(DENIAL_MILLIS.into()),
            trusted_proxies: Vec::new(),
            forwarded_header: ForwardedHeader::default(),
        }
    }
}

impl Protection {
    /// The settings of the command line and environment, completed from the file.
    pub fn complete(given: ProtectionSettings, file: ProtectionSettings) -> Result<Self, String> {
        let rate_limit = given.rate_limit.or(file.rate_limit).unwrap_or(0);
        if i64::from(rate_limit) > MOST_PER_SECOND {
            return Err(format!("rate_limit must be at most {MOST_PER_SECOND}, and {rate_limit} is more"));
        }
        let seconds = given.request_timeout.or(file.request_timeout).unwrap_or(REQUEST_SECONDS).max(1);
        let max_concurrent = given.max_concurrent.or(file.max_concurrent).unwrap_or(MAX_CONCURRENT).max(2);
        let proxies = given.trusted_proxies.or(file.trusted_proxies).unwrap_or_default();
        let proxies = proxies.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
        Ok(Self {
            rate_limit,
            rate_burst: given.rate_burst.or(file.rate_burst).unwrap_or_else(|| default_burst(rate_limit)).max(1),
            max_concurrent: max_concurrent as usize,
            request_timeout: Duration::from_secs(seconds.into()),
            denial_delay: Duration::from_millis(
                given.denial_delay.or(file.denial_delay).unwrap_or(DENIAL_MILLIS).into(),
            ),
            trusted_proxies: proxies.map(network).collect::<Result<_, _>>()?,
            forwarded_header: given.forwarded_header.or(file.forwarded_header).unwrap_or_default(),
        })
    }
}

/// A network, or the network of one address.
fn network(text: &str) -> Result<IpNet, String> {
    let address = || text.parse::<std::net::IpAddr>().ok().map(IpNet::from);
    text.parse().ok().or_else(address).ok_or_else(|| {
        format!("trusted_proxies: {text:?} is no address and no network; use such as 10.0.0.7 or 10.0.0.0/24")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trusted_proxy_is_an_address_or_a_network() {
        let given = ["10.0.0.0/8", " 192.0.2.1", "2001:db8::/32", "::1"].map(str::to_owned).to_vec();
        let settings = ProtectionSettings { trusted_proxies: Some(given), ..ProtectionSettings::default() };
        let protection = Protection::complete(settings, ProtectionSettings::default()).unwrap();
        let shown: Vec<_> = protection.trusted_proxies.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["10.0.0.0/8", "192.0.2.1/32", "2001:db8::/32", "::1/128"]);
        let settings =
            ProtectionSettings { trusted_proxies: Some(vec!["proxy".to_owned()]), ..ProtectionSettings::default() };
        assert!(Protection::complete(settings, ProtectionSettings::default()).unwrap_err().contains("\"proxy\""));
    }

    #[test]
    fn the_file_is_asked_where_nothing_is_given() {
        let file: ProtectionSettings =
            toml::from_str("rate_limit = 50\nmax_concurrent = 10\nforwarded_header = \"forwarded\"").unwrap();
        let given = ProtectionSettings { max_concurrent: Some(20), ..ProtectionSettings::default() };
        let protection = Protection::complete(given, file).unwrap();
        assert_eq!((protection.rate_limit, protection.rate_burst, protection.max_concurrent), (50, 250, 20));
        assert_eq!(protection.forwarded_header, ForwardedHeader::Forwarded);
    }
}
