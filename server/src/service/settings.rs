//! The settings of an organisation: what its administrator decides about it, as one JSON object.
//!
//! What is left out has its default. An unknown name is an error, so that a misspelt setting is not silently without
//! effect.

pub mod authorization;

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::scim::{
    error::{Error, ErrorKind},
    quirks::Profile,
};

use super::log::Logging;

use self::authorization::{AuthorizationServer, Uma};

/// The settings of an organisation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct OrganisationSettings {
    /// Whether it is being tried out: a token in the query is taken then, too (RFC 6750 §2.3).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub test_mode: bool,
    /// How its clients are served: which quirks are on.
    #[serde(skip_serializing_if = "Profile::is_default")]
    pub profile: Profile,
    /// Which requests the provisioning log has.
    #[serde(skip_serializing_if = "Logging::is_default")]
    pub provisioning_log: Logging,
    /// How many requests it may send, instead of what holds for all organisations of the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate_limit: Option<RateLimit>,
    /// The authorisation servers whose access tokens are taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authorization_servers: Vec<AuthorizationServer>,
    /// Where permissions are registered, if requests are let in by UMA 2.0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uma: Option<Uma>,
}

/// How many requests an organisation may send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateLimit {
    /// A second, in the long run; 0 for no limit.
    pub per_second: u32,
    /// At once, before the rate counts.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub burst: Option<NonZeroU32>,
}

impl OrganisationSettings {
    /// The settings in a text that an administrator gives, or the error that says what is wrong with it and where.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::replacing(text, &Self::default())
    }

    /// The settings in a text that replaces others: a secret that is written as it was shown stays the stored one.
    pub fn replacing(text: &str, stored: &Self) -> Result<Self, Error> {
        let invalid = |reason: String| Error::new(ErrorKind::InvalidValue, format!("settings: {reason}"));
        let mut settings: Self =
            serde_json::from_str(text).map_err(|error| invalid(format!("{error}; see the documentation")))?;
        let before = (stored.authorization_servers.as_slice(), stored.uma.as_ref());
        authorization::keep_secrets(&mut settings.authorization_servers, settings.uma.as_mut(), before)
            .and_then(|()| authorization::check(&settings.authorization_servers, settings.uma.as_ref()))
            .map_err(invalid)?;
        Ok(settings)
    }

    /// The stored text as it is shown: without its secrets.
    pub fn shown(text: &str) -> Option<Value> {
        let mut settings = serde_json::from_str(text).ok()?;
        authorization::mask(&mut settings);
        Some(settings)
    }

    /// The settings as they are stored. What this version does not understand, since a later one wrote it, counts as
    /// none: nothing is let in because of it.
    pub fn stored(text: Option<&str>) -> Self {
        text.and_then(|text| {
            let read = serde_json::from_str(text);
            read.inspect_err(|error| tracing::error!(%error, "the settings of an organisation cannot be read")).ok()
        })
        .unwrap_or_default()
    }

    /// The text to store; none if all are the defaults.
    pub fn text(&self) -> Option<String> {
        if *self == Self::default() {
            return None;
        }
        serde_json::to_string(self).ok()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_misspelt_setting_is_named_in_the_error() {
        let error = OrganisationSettings::parse(r#"{"testmode":true}"#).unwrap_err();
        assert!(error.detail.contains("testmode") && error.detail.contains("testMode"), "{}", error.detail);
    }

    #[test]
    fn settings_are_read_as_they_were_stored() {
        let text = r#"{"testMode":true,"rateLimit":{"perSecond":25,"burst":50}}"#;
        let settings = OrganisationSettings::parse(text).unwrap();
        assert!(settings.test_mode && settings.rate_limit.is_some_and(|limit| limit.per_second == 25));
        assert_eq!(OrganisationSettings::stored(settings.text().as_deref()), settings);
        assert_eq!(OrganisationSettings::default().text(), None);
        let settings = OrganisationSettings::parse(r#"{"profile":"entra"}"#).unwrap();
        assert_eq!(settings.text().as_deref(), Some(r#"{"profile":"entra"}"#));
        assert!(OrganisationSettings::parse(r#"{"profile":"azure"}"#).unwrap_err().detail.contains("onelogin"));
    }

    fn with(server: Value) -> String {
        let mut base =
            json!({ "issuer": "https://as.example.com", "audience": "scim", "jwksUri": "https://as.example.com/k" });
        for (name, value) in server.as_object().unwrap() {
            base[name] = value.clone();
        }
        base.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        json!({ "authorizationServers": [base] }).to_string()
    }

    #[test]
    fn what_is_wrong_with_an_authorisation_server_is_said_with_its_path() {
        let introspection = json!({ "endpoint": "https://as.example.com/i", "clientId": "scimd", "clientSecret": "s" });
        assert!(OrganisationSettings::parse(&with(json!({}))).is_ok());
        assert!(OrganisationSettings::parse(&with(json!({ "jwksUri": null, "introspection": introspection }))).is_ok());
        for (server, word) in [
            (json!({ "issuer": "http://as.example.com" }), "authorizationServers[0].issuer: use https"),
            (json!({ "issuer": "as" }), "issuer: this is no URL"),
            (json!({ "audience": "" }), "audience"),
            (json!({ "jwksUri": "http://10.0.0.1/keys" }), "jwksUri: use https"),
            (json!({ "jwksUri": "https://user:pw@as.example.com/keys" }), "leave user"),
            (json!({ "jwksUri": null }), "or introspection"),
            (json!({ "jwksFile": "/keys" }), "give one of"),
            (json!({ "jwksUri": null, "jwksFile": "keys" }), "whole path"),
            (json!({ "jwksUri": null, "jwks": { "keys": [] } }), "jwks: "),
            (json!({ "algorithms": ["HS256"] }), "HS256"),
            (json!({ "algorithms": ["none"] }), "none"),
            (json!({ "algorithms": [] }), "algorithms: name at least one"),
            (json!({ "scopes": "admin" }), "\"admin\""),
            (json!({ "scopeClaims": [] }), "scopeClaims"),
            (
                json!({ "standsFor": { "claim": "sub", "resourceType": "Robot", "attribute": "userName" } }),
                "resourceType: use",
            ),
            (json!({ "standsFor": { "claim": "sub", "resourceType": "User", "attribute": "colour" } }), "colour"),
            (
                json!({ "standsFor": { "claim": "sub", "resourceType": "User", "attribute": "active eq true or userName" } }),
                "one attribute",
            ),
            (json!({ "secret": "x" }), "unknown field `secret`"),
        ] {
            let error = OrganisationSettings::parse(&with(server.clone())).unwrap_err();
            assert!(error.detail.contains(word), "{server}: {}", error.detail);
        }
    }

    const UMA: &str = r#"{"uma":{"asUri":"https://as.example.com","permissionEndpoint":"https://as.example.com/p",
        "introspectionEndpoint":"https://as.example.com/i","tokenEndpoint":"https://as.example.com/t","clientId":"scimd",
        "clientSecret":"c4nary-uma","resourceId":"r1"}}"#;

    #[test]
    fn secrets_are_stored_and_neither_shown_nor_debugged_nor_in_errors() {
        let introspection =
            json!({ "endpoint": "https://as.example.com/i", "clientId": "scimd", "clientSecret": "c4nary-as" });
        for (text, secret) in
            [(with(json!({ "introspection": introspection })), "c4nary-as"), (UMA.to_owned(), "c4nary-uma")]
        {
            let settings = OrganisationSettings::parse(&text).unwrap();
            let stored = settings.text().unwrap();
            assert!(stored.contains(secret));
            assert!(!format!("{settings:?}").contains(secret));
            let shown = OrganisationSettings::shown(&stored).unwrap().to_string();
            assert!(!shown.contains(secret) && shown.contains(authorization::MASK), "{shown}");
            assert_eq!(OrganisationSettings::replacing(&shown, &settings).unwrap(), settings);
            // Neither for another endpoint nor out of nothing.
            let elsewhere = shown.replace("example.com/i", "example.com/elsewhere");
            for (text, stored) in [(&elsewhere, settings.clone()), (&shown, OrganisationSettings::default())] {
                let error = OrganisationSettings::replacing(text, &stored).unwrap_err();
                assert!(error.detail.contains("write the secret again"), "{}", error.detail);
            }
            let broken = text.replace(&format!("\"{secret}\""), &format!("[\"{secret}\"]"));
            let error = OrganisationSettings::parse(&broken).unwrap_err();
            assert!(error.detail.contains("clientSecret") && !error.detail.contains(secret), "{}", error.detail);
        }
    }
}
