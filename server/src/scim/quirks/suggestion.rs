//! Which profile would suit the quirks that were seen of a client.

use super::{Profile, Quirk};

/// The profile that a quirk speaks for: that of the client which is known for it, where few others show it.
fn speaks_for(quirk: Quirk) -> Option<Profile> {
    match quirk {
        Quirk::OpCase
        | Quirk::PathsAsKeys
        | Quirk::FilteredUpsert
        | Quirk::ReplaceAddsMembers
        | Quirk::ValueAfterBracket
        | Quirk::FilterInAttributes => Some(Profile::Entra),
        Quirk::ReadOnlyEcho | Quirk::OmittedKept | Quirk::UnknownMemberSkipped | Quirk::BareToken => {
            Some(Profile::Okta)
        }
        Quirk::AddByFilter | Quirk::IdForValue => Some(Profile::Onelogin),
        Quirk::DiscoveryOfOld => Some(Profile::Scim11),
        _ => None,
    }
}

/// The profile that would suit a client of which these quirks were seen, each with how often: the one that most different
/// quirks speak for, of several the one whose quirks were seen more often; `default` if none speaks for another.
pub fn suggested(seen: impl IntoIterator<Item = (Quirk, u64)>) -> Profile {
    let mut votes = Profile::ALL.map(|profile| (0_usize, 0_u64, profile));
    for (quirk, times) in seen {
        let Some(profile) = speaks_for(quirk).filter(|_| times > 0) else { continue };
        if let Some((kinds, total, _)) = votes.iter_mut().find(|(.., known)| *known == profile) {
            *kinds += 1;
            *total = total.saturating_add(times);
        }
    }
    // Of equals the first stays, and `default` is the first of all.
    votes
        .into_iter()
        .fold((0, 0, Profile::Default), |best, vote| if (vote.0, vote.1) > (best.0, best.1) { vote } else { best })
        .2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_that_of_the_client_whose_habits_were_seen() {
        let entra =
            [(Quirk::OpCase, 9), (Quirk::BooleanString, 3), (Quirk::FilteredUpsert, 1), (Quirk::OmittedKept, 50)];
        assert_eq!(suggested(entra), Profile::Entra);
        assert_eq!(suggested([(Quirk::ReadOnlyEcho, 4), (Quirk::SchemasMissing, 4)]), Profile::Okta);
        assert_eq!(suggested([(Quirk::AddByFilter, 1), (Quirk::ReadOnlyEcho, 2)]), Profile::Okta);
        assert_eq!(suggested([(Quirk::AddByFilter, 2), (Quirk::ReadOnlyEcho, 1)]), Profile::Onelogin);
    }

    #[test]
    fn without_a_habit_of_one_client_default_suits() {
        assert_eq!(suggested([]), Profile::Default);
        assert_eq!(suggested([(Quirk::EmptyString, 100), (Quirk::OpCase, 0)]), Profile::Default);
    }
}
