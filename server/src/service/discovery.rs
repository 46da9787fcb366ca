//! What the server says of itself: `/ServiceProviderConfig`, `/ResourceTypes`, `/Schemas` (RFC 7643 §5–7, RFC 7644 §4).

use serde_json::json;

use crate::scim::{
    error::{Error, ErrorKind},
    generated,
    json::echo,
    limits,
    quirks::Quirk,
    schema::{RULES, Schema},
};

use super::{Caller, answer::Answer};

/// The service provider's configuration; every word of it is what the server does.
pub fn service_provider_config(base: &str, cursor_seconds: i64) -> Answer {
    let config = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": { "supported": true },
        "bulk": {
            "supported": true,
            "maxOperations": limits::BULK_OPERATIONS,
            "maxPayloadSize": limits::BULK_BYTES,
        },
        "filter": { "supported": true, "maxResults": limits::MAX_RESULTS },
        "changePassword": { "supported": true },
        "sort": { "supported": true },
        "etag": { "supported": true },
        "pagination": {
            "cursor": true,
            "index": true,
            "defaultPaginationMethod": "index",
            "defaultPageSize": limits::DEFAULT_PAGE,
            "maxPageSize": limits::MAX_RESULTS,
            "cursorTimeout": cursor_seconds,
        },
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "Bearer token",
            "description": "A token of the organisation in the Authorization header",
            "specUri": "https://www.rfc-editor.org/info/rfc6750",
            "primary": true,
        }],
        "meta": {
            "resourceType": "ServiceProviderConfig",
            "location": format!("{base}/ServiceProviderConfig"),
        },
    });
    Answer::body(config.to_string().into_bytes())
}

/// A published document: its id, and its JSON without `meta`.
struct Document {
    id: &'static str,
    text: &'static str,
}

/// Whether the attributes that a client asks for name those of scimd's own, which `/Schemas` shows to nobody else.
pub fn asks_for_rules(attributes: Option<&str>) -> bool {
    attributes.is_some_and(|names| names.split(',').any(|name| name.trim().eq_ignore_ascii_case(RULES)))
}

fn documents(kind: Kind) -> Vec<Document> {
    match kind {
        Kind::Schema { with_rules } => {
            let text = |schema: &Schema| schema.ruled.filter(|_| with_rules).unwrap_or(schema.document);
            generated::SCHEMAS.iter().map(|schema| Document { id: schema.id, text: text(schema) }).collect()
        }
        Kind::ResourceType => {
            let mut kinds = generated::RESOURCE_TYPES.to_vec();
            // What others refer to comes first: users before groups, as clients that look at the first expect.
            kinds.sort_by_key(|kind| !kind.relations.is_empty());
            kinds.into_iter().map(|kind| Document { id: kind.name, text: kind.document }).collect()
        }
    }
}

/// The kinds of published documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `/Schemas`
    Schema {
        /// Whether it shows what is declared beyond RFC 7643.
        with_rules: bool,
    },
    /// `/ResourceTypes`
    ResourceType,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Schema { .. } => "Schema",
            Self::ResourceType => "ResourceType",
        }
    }

    fn write(self, caller: &Caller, document: &Document, out: &mut String) {
        out.push_str(document.text.strip_suffix('}').unwrap_or(document.text));
        let meta = json!({
            "resourceType": self.name(),
            "location": format!("{}/{}s/{}", caller.base, self.name(), document.id),
        });
        out.push_str(&format!(r#","meta":{meta}}}"#));
    }
}

/// What is said of an endpoint that the profile of the organisation has not.
pub fn no_endpoint() -> Error {
    Error::new(
        ErrorKind::NotFound,
        "there is no such endpoint; GET /ServiceProviderConfig, whose name has no s at its end",
    )
}

/// Refuses a filter, which discovery does not take (RFC 7644 §4).
pub fn refuse_filter(filter: Option<&str>) -> Result<(), Error> {
    match filter {
        Some(_) => Err(Error::new(ErrorKind::Forbidden, "this endpoint takes no filter; leave it out")),
        None => Ok(()),
    }
}

/// All documents of a kind, as a ListResponse.
pub fn list(caller: &Caller, kind: Kind) -> Answer {
    let documents = documents(kind);
    let mut body = format!(
        r#"{{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":{0},"startIndex":1,"itemsPerPage":{0},"Resources":["#,
        documents.len()
    );
    for (index, document) in documents.iter().enumerate() {
        if index > 0 {
            body.push(',');
        }
        kind.write(caller, document, &mut body);
    }
    body.push_str("]}");
    Answer::body(body.into_bytes())
}

/// The document of that id.
pub fn one(caller: &Caller, kind: Kind, id: &str) -> Result<Answer, Error> {
    let documents = documents(kind);
    let by_type = generated::RESOURCE_TYPES.iter().find(|known| kind != Kind::ResourceType && known.name == id);
    let id = match by_type {
        Some(named) if caller.quirks().meets(Quirk::DiscoveryOfOld) => named.schema,
        _ => id,
    };
    let document = documents
        .iter()
        .find(|document| match kind {
            // URNs are alike in any case; the names of resource types are not (RFC 7643 §6).
            Kind::Schema { .. } => document.id.eq_ignore_ascii_case(id),
            Kind::ResourceType => document.id == id,
        })
        .ok_or_else(|| {
            Error::new(ErrorKind::NotFound, format!("there is no {} with the id {}", kind.name(), echo(id)))
        })?;
    let mut body = String::with_capacity(document.text.len() + 128);
    kind.write(caller, document, &mut body);
    Ok(Answer::body(body.into_bytes()))
}
