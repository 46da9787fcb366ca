//! The settings of an organisation: what its administrator decides about it, as one JSON object.
//!
//! What is left out has its default. An unknown name is an error, so that a misspelt setting is not silently without
//! effect.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::scim::{
    error::{Error, ErrorKind},
    quirks::Profile,
};

use super::log::Logging;

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
        serde_json::from_str(text)
            .map_err(|error| Error::new(ErrorKind::InvalidValue, format!("settings: {error}; see the documentation")))
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
}
