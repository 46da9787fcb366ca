//! What a journey is: the requests of one identity provider, in order, and what it needs of the answers. Journeys are
//! data, a JSON file a provider in `journeys/`; `{{name}}` in them stands for a variable of the run.

use std::collections::BTreeMap;

use clap::ValueEnum;
use serde::Deserialize;
use serde_json::Value;

/// Whose journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Provider {
    /// A client that keeps to the RFCs
    Default,
    /// Microsoft Entra ID
    Entra,
    /// Okta
    Okta,
    /// OneLogin
    Onelogin,
    /// JumpCloud
    Jumpcloud,
    /// PingFederate and PingOne
    Ping,
    /// Google Workspace and Cloud Identity
    Google,
    /// SailPoint
    Sailpoint,
    /// CyberArk Identity
    Cyberark,
    /// authentik
    Authentik,
    /// Keycloak with a SCIM plugin
    Keycloak,
}

impl Provider {
    /// Its journey.
    pub fn journey(self) -> Result<Journey, String> {
        let text = match self {
            Self::Default => include_str!("journeys/default.json"),
            Self::Entra => include_str!("journeys/entra.json"),
            Self::Okta => include_str!("journeys/okta.json"),
            Self::Onelogin => include_str!("journeys/onelogin.json"),
            Self::Jumpcloud => include_str!("journeys/jumpcloud.json"),
            Self::Ping => include_str!("journeys/ping.json"),
            Self::Google => include_str!("journeys/google.json"),
            Self::Sailpoint => include_str!("journeys/sailpoint.json"),
            Self::Cyberark => include_str!("journeys/cyberark.json"),
            Self::Authentik => include_str!("journeys/authentik.json"),
            Self::Keycloak => include_str!("journeys/keycloak.json"),
        };
        serde_json::from_str(text).map_err(|error| format!("the journey {self:?} cannot be read: {error}"))
    }
}

/// A provider's requests.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journey {
    /// The provider as it calls itself.
    pub name: String,
    /// The profile of scimd that suits it.
    pub profile: String,
    /// The headers of every request.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The headers of requests with a body.
    #[serde(default)]
    pub writes: BTreeMap<String, String>,
    /// What it does, in order.
    pub steps: Vec<Step>,
}

/// A thing that the provider does, in one or more requests.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name, such as `match`.
    pub step: String,
    /// What it does, for people.
    pub title: String,
    /// The requests.
    pub exchanges: Vec<Exchange>,
}

/// A request and what is needed of its answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// Method and target below the base URL; variables in the target are percent-encoded.
    pub send: String,
    /// The body.
    pub body: Option<Value>,
    /// What changes in the body, by JSON pointer, once its variables are filled in.
    #[serde(default)]
    pub set: BTreeMap<String, Value>,
    /// What must be so.
    #[serde(default)]
    pub expect: Expectation,
    /// What the provider does better with, but works without.
    pub advise: Option<Expectation>,
    /// Variables to take from the answer: name to JSON pointer.
    #[serde(default)]
    pub save: BTreeMap<String, String>,
    /// What to do when it is not so.
    pub mend: Option<String>,
}

/// What an answer must be.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Expectation {
    /// One of these statuses.
    pub status: Vec<u16>,
    /// One of these media types.
    pub media: Vec<String>,
    /// Values at JSON pointers.
    pub json: BTreeMap<String, Value>,
    /// JSON pointers that must be there.
    pub present: Vec<String>,
    /// JSON pointers that must not be there, or be null.
    pub absent: Vec<String>,
    /// How long an array is; one that is not there has no elements.
    pub length: BTreeMap<String, usize>,
    /// An element that an array must have, with at least these members.
    pub has: BTreeMap<String, Value>,
    /// An element that an array must not have.
    pub lacks: BTreeMap<String, Value>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_provider_has_a_journey_that_can_be_read() {
        for provider in Provider::value_variants() {
            let journey = provider.journey().unwrap();
            assert!(!journey.steps.is_empty(), "{provider:?}");
            for exchange in journey.steps.iter().flat_map(|step| &step.exchanges) {
                let (method, target) = exchange.send.split_once(' ').unwrap();
                assert!(["GET", "POST", "PUT", "PATCH", "DELETE"].contains(&method), "{}", exchange.send);
                assert!(target.starts_with('/'), "{}", exchange.send);
                assert!(!exchange.expect.status.is_empty(), "{}", exchange.send);
            }
        }
    }

    /// Whole journeys, as far as the provider goes: who has no groups has no steps with groups.
    #[test]
    fn every_journey_goes_the_whole_way() {
        for provider in Provider::value_variants() {
            let journey = provider.journey().unwrap();
            let steps: Vec<&str> = journey.steps.iter().map(|step| step.step.as_str()).collect();
            let mut needed =
                vec!["connect", "match", "create", "retry", "update", "disable", "re-enable", "resync", "delete"];
            if *provider != Provider::Google {
                needed.extend(["group create", "add members", "remove members", "rename"]);
            }
            for step in needed {
                assert!(steps.contains(&step), "{provider:?} has no step {step}");
            }
        }
    }
}
