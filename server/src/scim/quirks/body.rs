//! The bodies of POST and PUT (RFC 7644 §3.3, §3.5.1).

use super::{Quirk, Quirks, value};
use crate::scim::canonical::Purpose;
use crate::scim::error::{Error, ErrorKind};
use crate::scim::json::Json;
use crate::scim::schema::{DataType, ResourceType};

/// Attributes that a PUT does not clear by leaving them out. No characteristic says it of them: an account that is
/// disabled must not be let in again, and the client's own key must not be lost, because a body was short.
const KEPT: [&str; 2] = ["active", "externalId"];

/// What a POST without a value gives: an account that may be used.
const ACTIVE: &str = "active";

/// A body as the engine takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewritten {
    /// The body.
    pub json: Json,
    /// The positions of the attributes whose stored values stay if there are any.
    pub kept: Vec<usize>,
}

/// Rewrites a body.
pub fn rewrite(
    quirks: &Quirks<'_>,
    kind: &'static ResourceType,
    mut json: Json,
    purpose: Purpose,
) -> Result<Rewritten, Error> {
    if !matches!(json, Json::Object(_)) {
        return Ok(Rewritten { json, kept: Vec::new() });
    }
    nested_extension(quirks, kind, &mut json)?;
    schemas_missing(quirks, kind, &mut json);
    schemas_unknown(quirks, kind, &mut json);
    if purpose == Purpose::Create {
        active_null(quirks, kind, &mut json);
    }
    value::level(quirks, kind.attributes, &mut json)?;
    let kept = match purpose {
        Purpose::Replace if quirks.has(Quirk::OmittedKept) => omitted(kind, &json),
        _ => Vec::new(),
    };
    Ok(Rewritten { json, kept })
}

/// RFC 9944 §7.1 nests the extension of a pairing method in that of its radio; RFC 7643 §3.3 has all at the top.
fn nested_extension(quirks: &Quirks<'_>, kind: &'static ResourceType, json: &mut Json) -> Result<(), Error> {
    let Json::Object(members) = json else { return Ok(()) };
    // One alone cannot stand in another.
    if kind.extensions.len() < 2 || !quirks.has(Quirk::NestedExtension) {
        return Ok(());
    }
    let is_extension = |name: &str| kind.extension(name).is_some();
    let mut nested: Vec<(String, Json)> = Vec::new();
    for (_, value) in members.iter_mut().filter(|(name, _)| is_extension(name)) {
        if let Json::Object(parts) = value {
            nested.extend(parts.extract_if(.., |(name, _)| is_extension(name)));
        }
    }
    for (name, value) in nested {
        if members.iter().any(|(other, _)| other.eq_ignore_ascii_case(&name)) {
            let detail = format!("{name} stands in two places, at the top or within another extension; send it once");
            return Err(Error::new(ErrorKind::InvalidSyntax, detail));
        }
        quirks.meets(Quirk::NestedExtension);
        members.push((name, value));
    }
    Ok(())
}

fn schemas_missing(quirks: &Quirks<'_>, kind: &'static ResourceType, json: &mut Json) {
    if json.get("schemas").is_some_and(|schemas| !schemas.is_unassigned()) || !quirks.meets(Quirk::SchemasMissing) {
        return;
    }
    set_schemas(json, vec![Json::String(kind.schema.to_owned())]);
}

/// Puts `schemas` in the place of what is there.
pub(super) fn set_schemas(json: &mut Json, urns: Vec<Json>) {
    let Json::Object(members) = json else { return };
    members.retain(|(name, _)| !name.eq_ignore_ascii_case("schemas"));
    members.push(("schemas".to_owned(), Json::Array(urns)));
}

fn schemas_unknown(quirks: &Quirks<'_>, kind: &'static ResourceType, json: &mut Json) {
    let Some(urns) = json.get("schemas").and_then(Json::as_array) else { return };
    // What is not even a text is for the engine to refuse.
    if urns.iter().any(|urn| urn.as_str().is_none()) {
        return;
    }
    let is_base = |urn: &Json| urn.as_str().is_some_and(|urn| urn.eq_ignore_ascii_case(kind.schema));
    let is_known = |urn: &Json| is_base(urn) || urn.as_str().is_some_and(|urn| kind.extension(urn).is_some());
    if urns.iter().all(is_known) && urns.iter().any(is_base) {
        return;
    }
    let mut known: Vec<Json> = urns.iter().filter(|urn| is_known(urn)).cloned().collect();
    if !known.iter().any(is_base) {
        known.push(Json::String(kind.schema.to_owned()));
    }
    if quirks.meets(Quirk::SchemasUnknown) {
        set_schemas(json, known);
    }
}

fn active_null(quirks: &Quirks<'_>, kind: &'static ResourceType, json: &mut Json) {
    let is_boolean = kind.attribute(ACTIVE).is_some_and(|(_, attribute)| {
        // A default that is declared says it better.
        let declared = attribute.rules.is_some_and(|rules| rules.default.is_some());
        attribute.data_type == DataType::Boolean && !declared
    });
    let Json::Object(members) = json else { return };
    if is_boolean
        && let Some((_, value @ Json::Null)) = members.iter_mut().find(|(name, _)| name.eq_ignore_ascii_case(ACTIVE))
        && quirks.meets(Quirk::ActiveNull)
    {
        *value = Json::Boolean(true);
    }
}

/// The positions of the attributes that keep their values, since the body does not name them.
fn omitted(kind: &'static ResourceType, json: &Json) -> Vec<usize> {
    let names = KEPT.iter().filter(|name| json.get(name).is_none());
    names.filter_map(|name| kind.attribute(name)).map(|(position, _)| position).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Fired, Profile};
    use super::*;
    use crate::scim::fixture::{SCHEMA, TYPE};
    use crate::scim::json::parse;

    fn rewritten(profile: Profile, text: &str, purpose: Purpose) -> (Result<Rewritten, Error>, Vec<&'static str>) {
        let fired = Fired::default();
        let result = rewrite(&Quirks { profile, fired: &fired }, &TYPE, parse(text.as_bytes()).unwrap(), purpose);
        (result, fired.names())
    }

    fn schemas(text: &str) -> (Json, Vec<&'static str>) {
        let (result, names) = rewritten(Profile::Default, text, Purpose::Create);
        (result.unwrap().json.get("schemas").unwrap().clone(), names)
    }

    #[test]
    fn schemas_follow_from_the_endpoint() {
        let base = Json::Array(vec![Json::String(SCHEMA.into())]);
        for text in ["{}", r#"{"schemas":null}"#, r#"{"Schemas":[]}"#] {
            assert_eq!(schemas(text), (base.clone(), vec!["schemas-missing"]), "{text}");
        }
        let foreign = r#"{"schemas":["urn:scim:schemas:core:2.0","http://schemas.microsoft.com/2006/11/x"]}"#;
        assert_eq!(schemas(foreign), (base.clone(), vec!["schemas-unknown"]));
        assert_eq!(schemas(&format!(r#"{{"schemas":["{SCHEMA}"]}}"#)), (base, vec![]));
        let (strict, _) = rewritten(Profile::Strict, foreign, Purpose::Create);
        assert_eq!(strict.unwrap().json, parse(foreign.as_bytes()).unwrap());
    }

    #[test]
    fn active_as_null_is_true_in_a_post_only() {
        let text = format!(r#"{{"schemas":["{SCHEMA}"],"active":null}}"#);
        let (created, names) = rewritten(Profile::Default, &text, Purpose::Create);
        assert_eq!(created.unwrap().json.get("active"), Some(&Json::Boolean(true)));
        assert_eq!(names, ["active-null"]);
        let (replaced, _) = rewritten(Profile::Default, &text, Purpose::Replace);
        assert_eq!(replaced.unwrap().json.get("active"), Some(&Json::Null));
    }

    #[test]
    fn a_put_keeps_what_it_leaves_out_and_not_what_it_clears() {
        let kept = |profile, text: &str| rewritten(profile, text, Purpose::Replace).0.unwrap().kept;
        assert_eq!(kept(Profile::Default, r#"{"userName":"a"}"#), [7, 2]);
        assert_eq!(kept(Profile::Default, r#"{"active":null,"ExternalId":"x"}"#), [0; 0]);
        assert_eq!(kept(Profile::Strict, r#"{"userName":"a"}"#), [0; 0]);
    }
}
