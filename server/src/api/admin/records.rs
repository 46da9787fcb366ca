//! The records as the administration shows them, over HTTP and with `--json`.

use std::collections::BTreeMap;

use poem_openapi::Object;

use crate::{
    scim::{quirks::Profile, render::instant_text},
    service::quirk_report::{ClientQuirks, Shown},
    store::{
        Org,
        audit::{Audited, ORGANISATION},
        credentials::ADMINISTRATION,
        requests::Logged,
    },
};

/// A change, or an attempt to administer that was refused.
#[derive(Debug, Clone, Object)]
pub struct AuditRecord {
    /// Its number in the trail
    pub sequence: i64,
    /// When it happened
    pub at: String,
    /// The organisation that it was in; none of what is about the administration and organisations themselves
    #[oai(skip_serializing_if_is_none)]
    pub organisation: Option<String>,
    /// `create`, `update` or `delete`; of organisations also `suspend` and `resume`, of credentials also `revoke`
    pub operation: String,
    /// The resource type, `organisation` or `credential`
    pub r#type: String,
    /// The id of the resource or credential
    #[oai(skip_serializing_if_is_none)]
    pub id: Option<String>,
    /// The id of the organisation, or the name of the credential, at that time
    #[oai(skip_serializing_if_is_none)]
    pub name: Option<String>,
    /// The version that the resource has since, or had when it was deleted
    #[oai(skip_serializing_if_is_none)]
    pub version: Option<i64>,
    /// The names of the attributes that changed
    #[oai(skip_serializing_if_is_none)]
    pub changed: Option<Vec<String>>,
    /// `success` or `refused`
    pub outcome: String,
    /// Why it was refused
    #[oai(skip_serializing_if_is_none)]
    pub detail: Option<String>,
    /// The id of the credential that was used
    #[oai(skip_serializing_if_is_none)]
    pub credential: Option<String>,
    /// What it is called, or `command line`, or `start`
    #[oai(skip_serializing_if_is_none)]
    pub actor: Option<String>,
    /// From which address
    #[oai(skip_serializing_if_is_none)]
    pub source: Option<String>,
    /// The id of the request, which its answer had in `X-Request-Id`
    #[oai(skip_serializing_if_is_none)]
    pub request: Option<String>,
}

/// A SCIM request.
#[derive(Debug, Clone, Object)]
pub struct LogRecord {
    /// Its number in the log
    pub sequence: i64,
    /// When it was answered
    pub at: String,
    /// The id of the request, which its answer had in `X-Request-Id`
    pub request: String,
    /// The id of the credential that was used
    #[oai(skip_serializing_if_is_none)]
    pub credential: Option<String>,
    /// What it is called
    pub actor: String,
    /// From which address
    #[oai(skip_serializing_if_is_none)]
    pub source: Option<String>,
    /// The method
    pub method: String,
    /// What it was sent to, such as `/Users/{id}`
    pub endpoint: String,
    /// The resource type
    #[oai(skip_serializing_if_is_none)]
    pub r#type: Option<String>,
    /// The id of the resource
    #[oai(skip_serializing_if_is_none)]
    pub resource: Option<String>,
    /// The shape of the query, without values
    #[oai(skip_serializing_if_is_none)]
    pub query: Option<String>,
    /// The HTTP status
    pub status: i64,
    /// The kind of error
    #[oai(rename = "scimType", skip_serializing_if_is_none)]
    pub scim_type: Option<String>,
    /// What was wrong, without what the client sent
    #[oai(skip_serializing_if_is_none)]
    pub detail: Option<String>,
    /// How long it took, in microseconds
    pub micros: i64,
    /// The quirks of its client that were put right, by their names
    #[oai(skip_serializing_if_is_none)]
    pub quirks: Option<Vec<String>>,
}

/// A page of the audit trail.
#[derive(Debug, Object)]
pub struct AuditPage {
    /// The records, the newest first
    pub items: Vec<AuditRecord>,
    /// What to give as `after` for the next page, unless this is the last
    #[oai(skip_serializing_if_is_none)]
    pub next: Option<String>,
}

/// A page of a provisioning log.
#[derive(Debug, Object)]
pub struct LogPage {
    /// The records, the newest first
    pub items: Vec<LogRecord>,
    /// What to give as `after` for the next page, unless this is the last
    #[oai(skip_serializing_if_is_none)]
    pub next: Option<String>,
}

/// Which quirks the clients of an organisation showed.
#[derive(Debug, Object)]
pub struct QuirkReport {
    /// The profile that the organisation has
    pub profile: String,
    /// Of each credential that showed any
    pub items: Vec<ClientQuirkRecord>,
}

/// The quirks of the client that uses a credential.
#[derive(Debug, Object)]
pub struct ClientQuirkRecord {
    /// The credential's id
    #[oai(skip_serializing_if_is_none)]
    pub credential: Option<String>,
    /// What it is called
    pub actor: String,
    /// The profile that would suit the client
    pub suggested: String,
    /// What it showed
    pub quirks: Vec<QuirkRecord>,
}

/// A quirk that a client showed.
#[derive(Debug, Object)]
pub struct QuirkRecord {
    /// Its name
    pub name: String,
    /// What scimd does about it
    pub does: String,
    /// In how many requests of the provisioning log
    pub requests: u64,
    /// In the last one of them
    pub last: String,
}

impl QuirkReport {
    /// A report as it is shown.
    pub fn new(profile: Profile, clients: &[ClientQuirks]) -> Self {
        let items = clients.iter().map(|client| ClientQuirkRecord {
            credential: client.credential.map(|id| id.to_string()),
            actor: client.name.clone(),
            suggested: client.suggested.name().to_owned(),
            quirks: client.quirks.iter().map(QuirkRecord::new).collect(),
        });
        Self { profile: profile.name().to_owned(), items: items.collect() }
    }
}

impl QuirkRecord {
    fn new(shown: &Shown) -> Self {
        let facts = shown.quirk.facts();
        Self {
            name: facts.name.to_owned(),
            does: facts.does.to_owned(),
            requests: shown.requests,
            last: instant_text(shown.last),
        }
    }
}

impl AuditRecord {
    /// A record as it is shown. `names` are the ids of organisations by their numbers.
    pub fn new(audited: &Audited, names: &BTreeMap<Org, String>) -> Self {
        let administration = audited.org == ADMINISTRATION;
        let is_resource = audited.target.is_none() && audited.refused.is_none();
        Self {
            sequence: audited.sequence,
            at: instant_text(audited.at),
            organisation: names.get(&audited.org).filter(|_| !administration).cloned(),
            operation: audited.operation.clone(),
            r#type: audited.kind.clone(),
            id: (audited.kind != ORGANISATION && !audited.id.is_nil()).then(|| audited.id.to_string()),
            name: audited.target.clone(),
            version: is_resource.then_some(audited.version),
            changed: audited.changes.as_deref().and_then(changed),
            outcome: if audited.refused.is_some() { "refused" } else { "success" }.to_owned(),
            detail: audited.refused.clone(),
            credential: audited.credential.map(|id| id.to_string()),
            actor: audited.actor.clone(),
            source: audited.source.clone(),
            request: audited.request.clone().filter(|request| !request.is_empty()),
        }
    }
}

/// The names in what the trail has of a change: a list of them, or an object by them.
fn changed(text: &str) -> Option<Vec<String>> {
    match serde_json::from_str(text).ok()? {
        serde_json::Value::Array(names) => {
            Some(names.iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect())
        }
        serde_json::Value::Object(members) => Some(members.keys().cloned().collect()),
        _ => None,
    }
}

impl LogRecord {
    /// A record as it is shown.
    pub fn new(logged: &Logged) -> Self {
        Self {
            sequence: logged.sequence,
            at: instant_text(logged.at),
            request: logged.request.clone(),
            credential: logged.credential.map(|id| id.to_string()),
            actor: logged.actor.clone(),
            source: logged.source.clone(),
            method: logged.method.clone(),
            endpoint: logged.endpoint.clone(),
            r#type: logged.kind.clone(),
            resource: logged.resource.map(|id| id.to_string()),
            query: logged.query.clone(),
            status: logged.status,
            scim_type: logged.scim_type.clone(),
            detail: logged.detail.clone(),
            micros: logged.micros,
            quirks: logged.quirks.as_deref().map(|names| names.split(' ').map(str::to_owned).collect()),
        }
    }
}
