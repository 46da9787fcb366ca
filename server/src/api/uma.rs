//! What UMA 2.0 adds to an answer of 401 (User-Managed Access 2.0 Grant §3.2), and what a request asks for.

use poem::{
    Response,
    http::{HeaderValue, Method, StatusCode, header},
};

use crate::{
    scim::{
        error::{Error, ErrorKind, body},
        generated,
        schema::ResourceType,
    },
    service::{access::Action, foreign::Challenge},
};

use super::{BASE_PATH, envelope::error_response, payload::SCIM_JSON};

/// What a request asks for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The action.
    pub action: Action,
    /// The resource type; none where it is about several or none.
    pub kind: Option<&'static ResourceType>,
    /// Whether it is about resources at all.
    pub resources: bool,
}

impl Wanted {
    /// What a method asks for at a path below the base path.
    pub fn of(method: &Method, path: &str) -> Self {
        let below = path.strip_prefix(BASE_PATH).unwrap_or(path).trim_matches('/');
        let mut segments = below.split('/');
        let first = segments.next().unwrap_or_default();
        let kind = generated::RESOURCE_TYPES
            .iter()
            .copied()
            .find(|kind| kind.endpoint.trim_start_matches('/').eq_ignore_ascii_case(first));
        // A search is a POST, and reads.
        let searches = first == ".search" || matches!(segments.next(), Some(".search" | "Search"));
        let action =
            if method == Method::GET || method == Method::HEAD || searches { Action::Read } else { Action::Write };
        Self { action, kind, resources: kind.is_some() || matches!(first, ".search" | "Bulk") }
    }
}

/// The answer to who brings no fitting token.
pub fn response(challenge: &Challenge) -> Response {
    match challenge {
        Challenge::Ticket { realm, as_uri, ticket } => {
            let detail = "the request has no token with the permission; get one at the authorisation server by the ticket in WWW-Authenticate";
            let mut response = Response::builder().status(StatusCode::UNAUTHORIZED).content_type(SCIM_JSON);
            let value = format!(r#"UMA realm="{realm}", as_uri="{as_uri}", ticket="{ticket}""#);
            if let Ok(value) = HeaderValue::from_str(&value) {
                response = response.header(header::WWW_AUTHENTICATE, value);
            }
            response.header(header::CACHE_CONTROL, "no-store").body(body(401, None, detail))
        }
        Challenge::Unreachable => {
            let detail = "the request has no token with the permission, and the authorisation server gives no ticket for one at present";
            let mut response = error_response(&Error::new(ErrorKind::Forbidden, detail));
            let warning = r#"199 - "UMA Authorization Server Unreachable""#;
            response.headers_mut().insert(header::WARNING, HeaderValue::from_static(warning));
            response
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_reads_and_any_other_post_writes() {
        let wanted = |method: Method, path: &str| {
            let wanted = Wanted::of(&method, path);
            (wanted.action, wanted.kind.map_or("", |kind| kind.name), wanted.resources)
        };
        for (method, path, expected) in [
            (Method::GET, "/Users", (Action::Read, "User", true)),
            (Method::GET, "/scim/v2/Groups/1", (Action::Read, "Group", true)),
            (Method::POST, "/Users", (Action::Write, "User", true)),
            (Method::DELETE, "/Users/1", (Action::Write, "User", true)),
            (Method::POST, "/Users/.search", (Action::Read, "User", true)),
            (Method::POST, "/Users/Search", (Action::Read, "User", true)),
            (Method::POST, "/.search", (Action::Read, "", true)),
            (Method::POST, "/Bulk", (Action::Write, "", true)),
            (Method::GET, "/Schemas", (Action::Read, "", false)),
            (Method::PATCH, "/Me", (Action::Write, "", false)),
        ] {
            assert_eq!(wanted(method.clone(), path), expected, "{method} {path}");
        }
    }
}
