//! Quirks: what clients send that is not quite RFC 7643 and RFC 7644, each a small named rewriter between parsing and the
//! engine, which then meets clean requests only.
//!
//! An organisation has a [`Profile`], chosen by its administrator and never guessed. The profile says which quirks are on.
//! A rewriter that meets its quirk asks [`Quirks::meets`]: where the quirk is on, it is noted in [`Fired`] and rewritten;
//! where it is off, the request is left as it is for the engine to refuse, or is refused here if the engine would take it.
//!
//! Rewriters know attributes by the schemas only. They run in the order of their lists: [`body`] for POST and PUT,
//! [`patch`] for the operations of a PATCH, [`value`] for the values in both, [`filter`] for the texts of filters and
//! paths.

pub mod body;
pub mod filter;
mod list;
pub mod patch;
mod suggestion;
pub mod value;

pub use list::{Facts, On, Quirk};
pub use suggestion::suggested;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};

use super::error::Error;

/// How an organisation is served: which quirks are on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// Tolerant: all that harms no compliant client.
    #[default]
    Default,
    /// Microsoft Entra ID.
    Entra,
    /// Okta.
    Okta,
    /// OneLogin.
    Onelogin,
    /// Clients of SCIM 1.1 that speak enough of 2.0.
    Scim11,
    /// The RFCs to the letter.
    Strict,
}

impl Profile {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Default, Self::Entra, Self::Okta, Self::Onelogin, Self::Scim11, Self::Strict];

    /// Its name in settings and commands.
    pub fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Entra => "entra",
            Self::Okta => "okta",
            Self::Onelogin => "onelogin",
            Self::Scim11 => "scim11",
            Self::Strict => "strict",
        }
    }

    /// The profile of that name; the error lists the names.
    pub fn named(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|profile| profile.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("there is no profile {}; use one of {names}", super::json::echo(name))
        })
    }

    /// Whether it is the default, which need not be stored.
    pub fn is_default(&self) -> bool {
        *self == Self::Default
    }
}

/// The quirks that a request showed, for its records. All clones note into the same.
#[derive(Clone, Default)]
pub struct Fired(Arc<AtomicU64>);

impl Fired {
    /// Notes a quirk.
    pub fn note(&self, quirk: Quirk) {
        self.0.fetch_or(quirk.bit(), Ordering::Relaxed);
    }

    /// Whether that quirk was noted.
    pub fn has(&self, quirk: Quirk) -> bool {
        self.0.load(Ordering::Relaxed) & quirk.bit() != 0
    }

    /// The quirks that were noted, in the order of the list.
    pub fn quirks(&self) -> impl Iterator<Item = Quirk> {
        let bits = self.0.load(Ordering::Relaxed);
        Quirk::ALL.iter().copied().filter(move |quirk| bits & quirk.bit() != 0)
    }

    /// Their names. An answer in another form is no quirk of the request, and not among them.
    pub fn names(&self) -> Vec<&'static str> {
        self.quirks().filter(|quirk| !quirk.facts().answer).map(|quirk| quirk.facts().name).collect()
    }
}

impl fmt::Debug for Fired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

/// The quirks of one request: those that are on for its organisation, and those that it shows.
#[derive(Debug, Clone, Copy)]
pub struct Quirks<'a> {
    /// The profile of the organisation.
    pub profile: Profile,
    /// What has fired.
    pub fired: &'a Fired,
}

impl Quirks<'_> {
    /// Whether a quirk is on.
    pub fn has(&self, quirk: Quirk) -> bool {
        quirk.is_on(self.profile)
    }

    /// Notes a quirk that the request shows, if it is on; whether it is.
    pub fn meets(&self, quirk: Quirk) -> bool {
        let on = self.has(quirk);
        if on {
            self.fired.note(quirk);
        }
        on
    }

    /// Notes a quirk that the request shows; where it is off, the request is refused.
    pub fn allows(&self, quirk: Quirk, refusal: impl FnOnce() -> Error) -> Result<(), Error> {
        if self.meets(quirk) { Ok(()) } else { Err(refusal()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quirk_has_a_bit_and_a_name_of_its_own() {
        assert!(Quirk::ALL.len() <= 64);
        let fired = Fired::default();
        for quirk in Quirk::ALL {
            assert!(!fired.has(*quirk), "{}", quirk.facts().name);
            fired.note(*quirk);
        }
        let mut names: Vec<_> = Quirk::ALL.iter().map(|quirk| quirk.facts().name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Quirk::ALL.len());
        assert_eq!(fired.quirks().count(), Quirk::ALL.len());
    }

    #[test]
    fn strict_has_no_quirk_that_the_rfcs_refuse_and_every_quirk_is_on_somewhere() {
        for quirk in Quirk::ALL {
            assert_eq!(quirk.is_on(Profile::Strict), quirk.facts().on == On::Every, "{}", quirk.facts().name);
            assert!(Profile::ALL.into_iter().any(|profile| quirk.is_on(profile)), "{}", quirk.facts().name);
        }
    }

    #[test]
    fn a_profile_is_read_by_the_name_that_it_is_shown_by() {
        for profile in Profile::ALL {
            assert_eq!(Profile::named(profile.name()), Ok(profile));
            assert_eq!(serde_json::to_string(&profile).unwrap(), format!("\"{}\"", profile.name()));
        }
        assert!(Profile::named("Entra").unwrap_err().contains("entra"));
    }

    #[test]
    fn what_fired_is_shared_by_all_who_hold_it() {
        let fired = Fired::default();
        let quirks = Quirks { profile: Profile::Default, fired: &fired.clone() };
        assert!(quirks.meets(Quirk::SchemasMissing));
        assert!(!quirks.meets(Quirk::ReplaceAddsMembers));
        assert_eq!(fired.names(), ["schemas-missing"]);
    }
}
