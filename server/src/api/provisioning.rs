//! What the provisioning log has of a request: what it was about and what became of it, never what it said.

use std::{sync::Arc, time::Duration};

use poem::{
    Response,
    http::{Method, Uri, header},
};
use uuid::Uuid;

use crate::{
    scim::{generated, quirks::Fired, redact},
    service::{answer::Remark, log::ProvisioningLog, parse_id},
    store::requests::Request,
};

use super::{BASE_PATH, arrival::Arrival};

/// What stands for an id in an endpoint.
const ID: &str = "{id}";
/// What stands for a segment that is no endpoint.
const UNKNOWN: &str = "?";
/// The endpoints besides those of resource types (RFC 7644 Table 1).
const ENDPOINTS: [&str; 6] = ["Me", "Bulk", ".search", "Schemas", "ResourceTypes", "ServiceProviderConfig"];
/// The parameters of queries (RFC 7644 §3.4.2, §3.9, RFC 9865).
const PARAMETERS: [&str; 8] =
    ["filter", "sortBy", "sortOrder", "startIndex", "count", "cursor", "attributes", "excludedAttributes"];

/// Hands a request over to the log, if it is that of an organisation that wants it.
pub(super) fn record(
    log: &ProvisioningLog,
    arrival: &Arrival,
    method: &Method,
    uri: &Uri,
    response: &Response,
    fired: &Fired,
    took: Duration,
) {
    let Some(caller) = arrival.attributed() else { return };
    let status = response.status().as_u16();
    let read = *method == Method::GET || *method == Method::HEAD || is_search(uri.path());
    if !log.takes(caller.organisation.org, caller.logging, read, status) {
        return;
    }
    let place = place(uri.path());
    let remark = response.data::<Remark>();
    let resource = place.resource.or_else(|| {
        let location = response.headers().get(header::LOCATION)?.to_str().ok()?;
        parse_id(location.rsplit('/').next()?)
    });
    log.add(Request {
        org: caller.organisation.org,
        at: 0,
        actor: caller.actor.clone(),
        method: method.as_str().to_owned(),
        endpoint: place.endpoint,
        kind: place.kind,
        resource,
        query: uri.query().and_then(shape),
        status,
        scim_type: remark.and_then(|remark| remark.scim_type),
        detail: remark.map(|remark| Arc::from(redact::detail(&remark.detail))),
        micros: i64::try_from(took.as_micros()).unwrap_or(i64::MAX),
        quirks: Some(fired.names().join(" ")).filter(|names| !names.is_empty()),
    });
}

/// What a request was sent to.
struct Place {
    endpoint: String,
    kind: Option<&'static str>,
    resource: Option<Uuid>,
}

/// The last segments of searches, which change nothing although they are POSTs.
const SEARCHES: [&str; 2] = [".search", "Search"];

fn is_search(path: &str) -> bool {
    path.rsplit('/').find(|segment| !segment.is_empty()).is_some_and(|last| SEARCHES.contains(&last))
}

fn place(path: &str) -> Place {
    let below = path.strip_prefix(BASE_PATH).unwrap_or_default();
    let mut place = Place { endpoint: String::new(), kind: None, resource: None };
    for (index, segment) in below.split('/').filter(|segment| !segment.is_empty()).enumerate() {
        place.endpoint.push('/');
        let endpoint = match (index, place.kind) {
            (0, _) => {
                let kind =
                    generated::RESOURCE_TYPES.iter().find(|kind| kind.endpoint[1..].eq_ignore_ascii_case(segment));
                place.kind = kind.map(|kind| kind.name);
                let known = kind.map(|kind| &kind.endpoint[1..]);
                known.or_else(|| ENDPOINTS.into_iter().find(|endpoint| *endpoint == segment)).unwrap_or(UNKNOWN)
            }
            (1, Some(_)) if SEARCHES.contains(&segment) => segment,
            (1, _) => {
                place.resource = place.kind.and_then(|_| parse_id(segment));
                ID
            }
            _ => UNKNOWN,
        };
        place.endpoint.push_str(endpoint);
    }
    if place.endpoint.is_empty() {
        place.endpoint.push('/');
    }
    place
}

/// The parameters of a query that scimd knows; of the filter its shape, of names those that are declared, of numbers all.
fn shape(query: &str) -> Option<String> {
    let mut parts = Vec::new();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(name) = PARAMETERS.into_iter().find(|known| *known == name) else { continue };
        let value = decoded(value);
        let value = match name {
            "filter" => redact::filter_shape(&value),
            "startIndex" | "count" if value.parse::<i64>().is_ok() => value,
            "sortOrder" if ["ascending", "descending"].contains(&&*value) => value,
            "sortBy" => redact::name(&value).to_owned(),
            "attributes" | "excludedAttributes" => {
                value.split(',').map(|name| redact::name(name.trim())).take(50).collect::<Vec<_>>().join(",")
            }
            _ => UNKNOWN.to_owned(),
        };
        parts.push(format!("{name}={value}"));
    }
    (!parts.is_empty()).then(|| parts.join("&"))
}

/// A value of a query, with its percent encoding undone.
fn decoded(value: &str) -> String {
    let mut out = Vec::with_capacity(value.len());
    let mut bytes = value.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let digits = [bytes.next(), bytes.next()].map(|digit| char::from(digit.unwrap_or(b'x')).to_digit(16));
                if let [Some(high), Some(low)] = digits {
                    out.push((high << 4 | low) as u8);
                }
            }
            byte => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// V36, V39
    #[test]
    fn an_endpoint_has_no_id_and_a_query_no_value() {
        let id = "2819c223-7f76-453a-919d-413861904646";
        for (path, endpoint, kind, resource, search) in [
            ("/scim/v2/Users", "/Users", Some("User"), false, false),
            (&*format!("/scim/v2/users/{id}"), "/Users/{id}", Some("User"), true, false),
            ("/scim/v2/Users/bjensen@example.com", "/Users/{id}", Some("User"), false, false),
            ("/scim/v2/Users/.search", "/Users/.search", Some("User"), false, true),
            ("/scim/v2/.search", "/.search", None, false, true),
            ("/scim/v2/Schemas/urn:x", "/Schemas/{id}", None, false, false),
            ("/scim/v2/bjensen/x/y", "/?/{id}/?", None, false, false),
            ("/scim/v2", "/", None, false, false),
        ] {
            assert_eq!(is_search(path), search, "{path}");
            let place = place(path);
            assert_eq!((&*place.endpoint, place.kind), (endpoint, kind), "{path}");
            assert_eq!(place.resource.is_some(), resource, "{path}");
        }
        let query =
            "filter=userName%20eq%20%22bjensen%22&access_token=geheim&count=5&sortBy=bjensen&attributes=userName,x";
        let kept = "filter=userName eq ?&count=5&sortBy=?&attributes=userName,?";
        assert_eq!(shape(query).as_deref(), Some(kept));
        assert_eq!(shape("access_token=geheim"), None);
    }
}
