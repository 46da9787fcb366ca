//! What a trusted proxy says of a request: the client's address, and the URL that the client used.
//!
//! Anybody can send `X-Forwarded-For` and the like. They count only when the peer of the connection is a proxy that the
//! operator trusts, and only in the one form that he says his proxies set: the other would come through from clients.

use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;
use poem::http::HeaderMap;

use crate::config::protection::{ForwardedHeader, Protection};

/// The most hops that are looked at.
const HOPS: usize = 32;
/// The longest host name and port.
const HOST: usize = 262;

/// The proxies whose word is taken.
#[derive(Debug, Clone, Default)]
pub struct Proxies {
    networks: Vec<IpNet>,
    header: ForwardedHeader,
}

impl Proxies {
    /// Those of the configuration.
    pub fn new(protection: &Protection) -> Self {
        Self { networks: protection.trusted_proxies.clone(), header: protection.forwarded_header }
    }

    /// Whether an address is that of a trusted proxy.
    pub fn trusts(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.networks.iter().any(|network| network.contains(&address))
    }

    /// The address of the client of a trusted proxy: going back hop by hop, the first that is no trusted proxy. A hop that
    /// is no address ends the search at the last one that is known.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer;
        let lines = |name: &str| -> Vec<&str> {
            headers.get_all(name).iter().rev().map(|line| line.to_str().unwrap_or("?")).collect()
        };
        let hops: Vec<Option<IpAddr>> = match self.header {
            ForwardedHeader::XForwarded => {
                lines("x-forwarded-for").iter().flat_map(|line| line.rsplit(',')).take(HOPS).map(hop).collect()
            }
            ForwardedHeader::Forwarded => {
                let lines = lines("forwarded");
                let elements = lines.iter().flat_map(|line| split(line, ',').into_iter().rev());
                elements.take(HOPS).map(|element| hop(&parameter(element, "for")?)).collect()
            }
        };
        for hop in hops {
            match hop {
                Some(address) => client = address,
                None => return client,
            }
            if !self.trusts(client) {
                return client;
            }
        }
        client
    }

    /// Scheme and authority of the URL that the client used, as the nearest proxy says.
    pub fn origin(&self, headers: &HeaderMap) -> Option<String> {
        let last = |name: &str| headers.get_all(name).iter().next_back()?.to_str().ok();
        let (scheme, host) = match self.header {
            ForwardedHeader::XForwarded => {
                let value = |name: &str| Some(last(name)?.rsplit(',').next()?.trim().to_owned());
                (value("x-forwarded-proto"), value("x-forwarded-host")?)
            }
            ForwardedHeader::Forwarded => {
                let element = split(last("forwarded")?, ',').pop()?;
                (parameter(element, "proto"), parameter(element, "host")?)
            }
        };
        let scheme = scheme.map_or_else(|| "http".to_owned(), |scheme| scheme.to_ascii_lowercase());
        (matches!(scheme.as_str(), "http" | "https") && is_host(&host)).then(|| format!("{scheme}://{host}"))
    }
}

/// The address of a hop, with or without a port.
fn hop(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let address = text.parse::<IpAddr>().ok();
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    let bracketed = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    address.or_else(with_port).or_else(bracketed).map(|address: IpAddr| address.to_canonical())
}

/// Splits at a separator that is not within a quoted string (RFC 7239 §4).
fn split(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if character == separator && !quoted => {
                parts.push(&text[start..at]);
                start = at + separator.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// A parameter of a forwarded element, without quotes.
fn parameter(element: &str, name: &str) -> Option<String> {
    split(element, ';').into_iter().find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then_some(())?;
        let value = value.trim();
        let Some(quoted) = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) else {
            return Some(value.to_owned());
        };
        let mut text = String::with_capacity(quoted.len());
        let mut characters = quoted.chars();
        while let Some(character) = characters.next() {
            text.extend(if character == '\\' { characters.next() } else { Some(character) });
        }
        Some(text)
    })
}

/// Whether a text is a host name or address with an optional port, and nothing that could end it and begin a path.
fn is_host(text: &str) -> bool {
    let port = |text: &str| text.is_empty() || text.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
    if text.is_empty() || text.len() > HOST {
        return false;
    }
    if let Some((address, rest)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        return address.parse::<std::net::Ipv6Addr>().is_ok() && port(rest);
    }
    let (name, rest) = text.find(':').map_or((text, ""), |at| text.split_at(at));
    let fine = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    !name.is_empty() && name.bytes().all(fine) && port(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::http::{HeaderName, HeaderValue};

    fn proxies(header: ForwardedHeader) -> Proxies {
        let networks = ["10.0.0.0/8", "2001:db8::/32"].map(|text| text.parse().unwrap()).to_vec();
        Proxies { networks, header }
    }

    fn headers(lines: &[(&str, &str)]) -> HeaderMap {
        let parsed = |(name, value): &(&str, &str)| {
            (HeaderName::try_from(*name).unwrap(), HeaderValue::from_str(value).unwrap())
        };
        lines.iter().map(parsed).collect()
    }

    fn client(header: ForwardedHeader, lines: &[(&str, &str)]) -> String {
        proxies(header).client("10.0.0.1".parse().unwrap(), &headers(lines)).to_string()
    }

    #[test]
    fn the_client_is_the_last_hop_that_is_no_trusted_proxy() {
        let x = |value: &'static str| client(ForwardedHeader::XForwarded, &[("x-forwarded-for", value)]);
        assert_eq!(x("192.0.2.1"), "192.0.2.1");
        assert_eq!(x("6.6.6.6, 192.0.2.1, 10.0.0.2"), "192.0.2.1", "what a client puts in front is not believed");
        assert_eq!(x("10.0.0.3, 10.0.0.2"), "10.0.0.3", "all are proxies: the farthest");
        assert_eq!(x("192.0.2.1:4711, [2001:db8::1]:80"), "192.0.2.1");
        assert_eq!(x("6.6.6.6, nonsense, 10.0.0.2"), "10.0.0.2", "behind a hop that is no address nothing is known");
        assert_eq!(x(""), "10.0.0.1");
        let lines = [("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "192.0.2.1")];
        assert_eq!(client(ForwardedHeader::XForwarded, &lines), "192.0.2.1");
        assert_eq!(client(ForwardedHeader::XForwarded, &[("forwarded", "for=6.6.6.6")]), "10.0.0.1");
    }

    /// RFC 7239 §4
    #[test]
    fn forwarded_is_read_with_its_quotes() {
        let forwarded = |value: &'static str| client(ForwardedHeader::Forwarded, &[("forwarded", value)]);
        assert_eq!(forwarded("for=192.0.2.1;proto=http;by=10.0.0.9"), "192.0.2.1");
        assert_eq!(forwarded(r#"for=6.6.6.6, For="[2001:db9::1]:4711""#), "2001:db9::1");
        assert_eq!(forwarded(r#"for="6.6.6.6, for=7.7.7.7";proto=https"#), "10.0.0.1", "a comma in quotes");
        assert_eq!(forwarded("for=_hidden, for=10.1.1.1"), "10.1.1.1");
        assert_eq!(forwarded("for=unknown"), "10.0.0.1");
        let lines = [("forwarded", r#"for=192.0.2.1;host="id.example.com:8443";proto=HTTPS"#)];
        let origin = proxies(ForwardedHeader::Forwarded).origin(&headers(&lines));
        assert_eq!(origin.as_deref(), Some("https://id.example.com:8443"));
    }

    #[test]
    fn the_origin_is_the_word_of_the_nearest_proxy_if_it_is_one() {
        let origin = |proto: &str, host: &str| {
            let lines = [("x-forwarded-proto", proto), ("x-forwarded-host", host)];
            proxies(ForwardedHeader::XForwarded).origin(&headers(&lines))
        };
        assert_eq!(origin("https", "id.example.com").as_deref(), Some("https://id.example.com"));
        assert_eq!(origin("http, https", "evil.example, id.example.com").as_deref(), Some("https://id.example.com"));
        assert_eq!(origin("https", "[2001:db8::1]:443").as_deref(), Some("https://[2001:db8::1]:443"));
        for host in ["", "a/b", "a@b", "a b", "a:x", "a:80:80", "\"a\"", "a?b", "a#b", "[::1", "[x]", "a\\b", ":80"] {
            assert_eq!(origin("https", host), None, "{host}");
        }
        assert_eq!(origin("javascript", "id.example.com"), None);
        let lines = [("forwarded", "host=evil.example")];
        assert_eq!(proxies(ForwardedHeader::XForwarded).origin(&headers(&lines)), None);
    }
}
