//! The list of quirks: what each is called, what it does, who sends it, and where it is on.

use super::Profile;

/// What is known of a quirk.
#[derive(Debug)]
pub struct Facts {
    /// Its name, in logs and documentation.
    pub name: &'static str,
    /// The profiles where it is on.
    pub on: On,
    /// Who sends it, or needs it.
    pub clients: &'static str,
    /// Where it was seen: the numbers in the collected quirks.
    pub source: &'static str,
    /// What is done.
    pub does: &'static str,
    /// Whether it is about the form of answers.
    pub answer: bool,
}

/// Where a quirk is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// In every profile but `strict`.
    Tolerant,
    /// In every profile, since the RFCs do not refuse it: it is noted for what it tells of the client.
    Every,
    /// In these only.
    In(&'static [Profile]),
}

impl Quirk {
    /// What is known of it.
    pub fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }

    /// Whether it is on in a profile.
    pub fn is_on(self, profile: Profile) -> bool {
        match self.facts().on {
            On::Tolerant => profile != Profile::Strict,
            On::Every => true,
            On::In(profiles) => profiles.contains(&profile),
        }
    }

    pub(super) fn bit(self) -> u64 {
        1 << (self as u64)
    }
}

macro_rules! quirks {
    ($($quirk:ident: $name:literal, $on:expr, $clients:literal, $source:literal, $answer:literal, $does:literal;)+) => {
        /// A quirk.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Quirk {
            $(#[doc = $does] $quirk),+
        }

        impl Quirk {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$quirk),+];
        }

        static FACTS: &[Facts] =
            &[$(Facts { name: $name, on: $on, clients: $clients, source: $source, does: $does, answer: $answer }),+];
    };
}

quirks! {
    SchemasMissing: "schemas-missing", On::Tolerant, "Okta, authentik, GitLab", "33", false,
        "`schemas` left out, null or empty is taken from the endpoint and from what the body holds";
    SchemasUnknown: "schemas-unknown", On::Tolerant, "Entra ID, OneLogin, clients of SCIM 1.1", "33", false,
        "URNs in `schemas` that no schema here has are left out, and the endpoint's own is added";
    NestedExtension: "nested-extension", On::Every, "RFC 9944", "-", false,
        "an extension that stands within another one in a POST or PUT is moved to the top of the resource";
    ActiveNull: "active-null", On::Tolerant, "GitLab", "29", false,
        "`active` as null in a POST is the default, true";
    OmittedKept: "omitted-kept", On::Tolerant, "Okta, Keycloak", "25, 26", false,
        "`active` and `externalId` left out of a PUT keep their values";
    GroupNameUnique: "group-name-unique", On::Tolerant, "Entra ID and its validator", "45", false,
        "the name of a group is unique in the organisation, whatever its case: 409";
    BooleanString: "boolean-string", On::Tolerant, "Entra ID, OneLogin, GitLab", "3, 4", false,
        "\"True\" and \"false\" in quotes, in any case, are booleans where the schema has one, also in filters";
    EmptyString: "empty-string", On::Tolerant, "Okta, Entra ID, authentik", "9, 30", false,
        "an empty string leaves an attribute unassigned, unless it is required";
    ScalarForComplex: "scalar-for-complex", On::Tolerant, "Entra ID, WSO2, SAP", "8, 20, 31", false,
        "a bare value of a complex attribute is its `value`, as of `manager` or one of `emails`";
    ArrayForSingle: "array-for-single", On::Tolerant, "Entra ID, Okta", "31", false,
        "an array of one element for an attribute of one value is that element";
    SingleForArray: "single-for-array", On::Tolerant, "OneLogin", "31", false,
        "a value without its array for an attribute of many values is a list of one, in POST and PUT";
    ObjectForScalar: "object-for-scalar", On::Tolerant, "older gateways", "31", false,
        "`{\"value\": x}` for a simple attribute is x";
    DisplayNameForDisplay: "display-name-for-display", On::Tolerant, "Entra ID", "20", false,
        "`displayName` within a value that has `display` instead is `display`";
    IdForValue: "id-for-value", On::Tolerant, "OneLogin, clients of SCIM 1.1", "33", false,
        "`managerId` within `manager` is its `value`; so for any attribute that has a `value`";
    SeveralPrimaries: "several-primaries", On::Tolerant, "Ping", "37", false,
        "of several primary values in one list the first is primary";
    OpCase: "op-case", On::Every, "Entra ID", "1", false,
        "an operation may be called `Add`, `Replace` or `Remove`: the case of letters does not count";
    JsonInString: "json-in-string", On::Tolerant, "scim-for-keycloak", "7", false,
        "the value of an operation without a path may be a string that holds the JSON of an object";
    NestedRemove: "nested-remove", On::Tolerant, "Salesforce", "12", false,
        "the values to remove may be in an object with the attribute's name: `{\"members\": [...]}`";
    AddByFilter: "add-by-filter", On::Tolerant, "OneLogin", "31", false,
        "an add whose path is a value filter, without a value, adds what the filter names";
    FilteredUpsert: "filtered-upsert", On::Tolerant, "Entra ID and its validator", "5", false,
        "a replace of a part of a value that `type`, `primary` or `value` selects makes that value when there is none";
    UnknownPath: "unknown-path", On::Tolerant, "Entra ID", "35", false,
        "an operation on an attribute that no schema has is skipped, the others are carried out";
    PathsAsKeys: "paths-as-keys", On::Tolerant, "Entra ID (aadOptscim062020)", "6", false,
        "the names in a value without a path may be paths, as `name.givenName` or a URN with an attribute";
    ReadOnlyEcho: "read-only-echo", On::Tolerant, "Okta, authentik", "22", false,
        "a readOnly attribute in the value of a PATCH is ignored if it repeats what is stored";
    RemoveNoMatch: "remove-no-match", On::Tolerant, "JumpCloud, all that retry", "18", false,
        "a remove that selects nothing is a success that changes nothing";
    ReplaceAddsMembers: "replace-adds-members", On::In(&[Profile::Entra]), "Entra ID (aadOptscim062020)", "15", false,
        "a replace of members with a list adds the list, and no one is removed";
    UnknownMemberSkipped: "unknown-member-skipped", On::In(&[Profile::Okta]), "Okta", "19", false,
        "members that do not exist are left out, and the others are added";
    UnquotedValue: "unquoted-value", On::Tolerant, "authentik, Entra ID", "39", false,
        "the value in a filter may lack its quotes, if it is one word";
    SingleQuotes: "single-quotes", On::Tolerant, "clients of GitHub and Slack", "39", false,
        "the value in a filter may be in single quotes";
    ValueAfterBracket: "value-after-bracket", On::Tolerant, "Entra ID", "38", false,
        "`emails[type eq \"work\"].value eq \"x\"` is a filter: both are true of the same value";
    ExtraBlanks: "extra-blanks", On::Tolerant, "Entra ID's Postman suites", "42", false,
        "a filter may have several blanks for one, and blanks at its ends";
    ComplexByValue: "complex-by-value", On::Tolerant, "Entra ID", "40", false,
        "a comparison of a complex attribute, such as `manager eq \"x\"`, is one of its `value`";
    FilterInAttributes: "filter-in-attributes", On::Tolerant, "Entra ID", "42", false,
        "a value filter in `attributes` is ignored: `emails[type eq \"work\"]` shows `emails`";
    OauthScheme: "oauth-scheme", On::Tolerant, "Ping", "49", false,
        "`Authorization: OAuth` is as good as `Bearer`";
    BareToken: "bare-token", On::Tolerant, "Okta", "49", false,
        "a token in `Authorization` without the word Bearer is taken";
    JsonAnswers: "json-answers", On::In(&[Profile::Onelogin, Profile::Scim11]), "OneLogin, clients of SCIM 1.1", "48", true,
        "answers are `application/json`, unless the client names `application/scim+json`";
    ErrorsOfOld: "errors-1.1", On::In(&[Profile::Scim11]), "clients of SCIM 1.1", "52", true,
        "errors are in the form of SCIM 1.1: `{\"Errors\": [{\"description\": ..., \"code\": ...}]}`";
    DiscoveryOfOld: "discovery-1.1", On::In(&[Profile::Scim11]), "CyberArk, Okta's provisioning agent", "52", false,
        "`/ServiceProviderConfigs`, and schemas by the names of their types: `/Schemas/User`";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The row of a quirk in `docs/profiles.md`.
    fn row(facts: &Facts) -> String {
        let on = match facts.on {
            On::Tolerant => "all but `strict`".to_owned(),
            On::Every => "all".to_owned(),
            On::In(profiles) => {
                profiles.iter().map(|profile| format!("`{}`", profile.name())).collect::<Vec<_>>().join(", ")
            }
        };
        format!("| `{}` | {} | {on} | {} | {} |", facts.name, facts.does, facts.clients, facts.source)
    }

    #[test]
    fn the_documentation_has_the_list_as_it_is() {
        let document = include_str!("../../../../docs/profiles.md");
        let rows: Vec<String> = Quirk::ALL.iter().map(|quirk| row(quirk.facts())).collect();
        let documented: Vec<&str> =
            document.lines().filter(|line| line.starts_with("| `") && line.matches('|').count() == 6).collect();
        assert_eq!(documented, rows, "docs/profiles.md needs these rows:\n{}", rows.join("\n"));
    }
}
