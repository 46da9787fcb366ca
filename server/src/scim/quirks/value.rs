//! Values as clients write them, brought into the form that the schema gives them (RFC 7643 §2.3 to §2.5).

use super::{Quirk, Quirks};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::json::Json;
use crate::scim::schema::{Attribute, DataType, Role, find};

/// Where a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The whole value of an attribute, in a body.
    Body,
    /// The whole value of an attribute, in an operation: a list of one needs no array there (RFC 7644 §3.5.2).
    Operation,
    /// One value of several, or the only one.
    Single,
}

/// Rewrites one value of an attribute.
type Rewriter = fn(&Quirks<'_>, &'static Attribute, &mut Json) -> Result<(), Error>;

/// What is done to each single value, in order.
const SINGLE: [Rewriter; 5] = [array_for_single, empty_string, object_for_scalar, scalar_for_complex, boolean_string];

/// What is done to the object of a complex value, before its parts.
const OBJECT: [Rewriter; 2] = [display_name_for_display, id_for_value];

/// Rewrites the members of an object by the attributes of a level.
pub fn level(quirks: &Quirks<'_>, level: &'static [Attribute], json: &mut Json) -> Result<(), Error> {
    let Json::Object(members) = json else { return Ok(()) };
    for (name, json) in members {
        match find(level, name) {
            Some((_, attribute)) if !is_servers(attribute) => value(quirks, attribute, json, Place::Body)?,
            _ => {}
        }
    }
    Ok(())
}

/// Rewrites the value of an attribute.
pub fn value(quirks: &Quirks<'_>, attribute: &'static Attribute, json: &mut Json, place: Place) -> Result<(), Error> {
    if !attribute.multi_valued || place == Place::Single {
        return single(quirks, attribute, json);
    }
    if !matches!(json, Json::Array(_) | Json::Null) {
        let is_list = match place {
            Place::Body => quirks.meets(Quirk::SingleForArray),
            _ => true,
        };
        if !is_list {
            return Ok(());
        }
        *json = Json::Array(vec![std::mem::replace(json, Json::Null)]);
    }
    let Json::Array(elements) = json else { return Ok(()) };
    for element in elements.iter_mut() {
        single(quirks, attribute, element)?;
    }
    several_primaries(quirks, attribute, elements);
    Ok(())
}

fn single(quirks: &Quirks<'_>, attribute: &'static Attribute, json: &mut Json) -> Result<(), Error> {
    for rewrite in SINGLE {
        rewrite(quirks, attribute, json)?;
    }
    if !matches!(json, Json::Object(_)) || !attribute.is_complex() {
        return Ok(());
    }
    for rewrite in OBJECT {
        rewrite(quirks, attribute, json)?;
    }
    level(quirks, attribute.sub_attributes, json)
}

/// What the server alone writes, and ignores in what clients send.
fn is_servers(attribute: &Attribute) -> bool {
    matches!(attribute.role, Role::Schemas | Role::Id | Role::Meta | Role::BackReference(_))
}

fn array_for_single(quirks: &Quirks<'_>, _: &'static Attribute, json: &mut Json) -> Result<(), Error> {
    if let Json::Array(elements) = json
        && elements.len() == 1
        && quirks.meets(Quirk::ArrayForSingle)
        && let Some(only) = elements.pop()
    {
        *json = only;
    }
    Ok(())
}

fn empty_string(quirks: &Quirks<'_>, attribute: &'static Attribute, json: &mut Json) -> Result<(), Error> {
    let is_empty = json.as_str().is_some_and(str::is_empty);
    // Whether a secret is empty is for its own rules.
    if is_empty && !attribute.required && attribute.role != Role::Hashed && quirks.meets(Quirk::EmptyString) {
        *json = Json::Null;
    }
    Ok(())
}

fn object_for_scalar(quirks: &Quirks<'_>, attribute: &'static Attribute, json: &mut Json) -> Result<(), Error> {
    if !attribute.is_complex()
        && let Json::Object(members) = json
        && let [(name, inner)] = members.as_mut_slice()
        && name.eq_ignore_ascii_case("value")
        && quirks.meets(Quirk::ObjectForScalar)
    {
        *json = std::mem::replace(inner, Json::Null);
    }
    Ok(())
}

fn scalar_for_complex(quirks: &Quirks<'_>, attribute: &'static Attribute, json: &mut Json) -> Result<(), Error> {
    if !attribute.is_complex()
        || attribute.sub_attribute("value").is_none()
        || matches!(json, Json::Object(_) | Json::Array(_) | Json::Null)
    {
        return Ok(());
    }
    quirks.allows(Quirk::ScalarForComplex, || {
        let detail =
            format!("{}: a value is an object, not {}; send {{\"value\": …}}", attribute.name, json.type_name());
        Error::new(ErrorKind::InvalidValue, detail)
    })?;
    *json = Json::Object(vec![("value".to_owned(), std::mem::replace(json, Json::Null))]);
    Ok(())
}

fn boolean_string(quirks: &Quirks<'_>, attribute: &'static Attribute, json: &mut Json) -> Result<(), Error> {
    if attribute.data_type == DataType::Boolean
        && let Some(boolean) = json.as_str().and_then(boolean)
        && quirks.meets(Quirk::BooleanString)
    {
        *json = Json::Boolean(boolean);
    }
    Ok(())
}

/// The boolean that a text spells, in any case.
pub(super) fn boolean(text: &str) -> Option<bool> {
    ["false", "true"].iter().position(|word| word.eq_ignore_ascii_case(text)).map(|at| at == 1)
}

fn display_name_for_display(quirks: &Quirks<'_>, attribute: &'static Attribute, json: &mut Json) -> Result<(), Error> {
    rename(quirks, Quirk::DisplayNameForDisplay, attribute, json, "displayName", "display");
    Ok(())
}

fn id_for_value(quirks: &Quirks<'_>, attribute: &'static Attribute, json: &mut Json) -> Result<(), Error> {
    rename(quirks, Quirk::IdForValue, attribute, json, &format!("{}Id", attribute.name), "value");
    Ok(())
}

/// Gives a member that the attribute has not the name of one that it has, unless that is there already.
fn rename(quirks: &Quirks<'_>, quirk: Quirk, attribute: &Attribute, json: &mut Json, from: &str, to: &str) {
    if attribute.sub_attribute(to).is_none() || attribute.sub_attribute(from).is_some() || json.get(to).is_some() {
        return;
    }
    let Json::Object(members) = json else { return };
    if let Some((name, _)) = members.iter_mut().find(|(name, _)| name.eq_ignore_ascii_case(from))
        && quirks.meets(quirk)
    {
        to.clone_into(name);
    }
}

fn several_primaries(quirks: &Quirks<'_>, attribute: &'static Attribute, elements: &mut [Json]) {
    if attribute.sub_attribute("primary").is_none() {
        return;
    }
    let mut seen = false;
    for element in elements {
        let Json::Object(members) = element else { continue };
        let primary = members.iter_mut().find(|(name, _)| name.eq_ignore_ascii_case("primary"));
        let Some((_, primary @ Json::Boolean(true))) = primary else { continue };
        if seen && quirks.meets(Quirk::SeveralPrimaries) {
            *primary = Json::Boolean(false);
        }
        seen = true;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Fired, Profile};
    use super::*;
    use crate::scim::fixture::TYPE;
    use crate::scim::json::parse;

    fn rewritten(profile: Profile, text: &str) -> (Result<Json, Error>, Vec<&'static str>) {
        let fired = Fired::default();
        let mut json = parse(text.as_bytes()).unwrap();
        let result = level(&Quirks { profile, fired: &fired }, TYPE.attributes, &mut json);
        (result.map(|()| json), fired.names())
    }

    #[track_caller]
    fn becomes(text: &str, clean: &str, names: &[&str]) {
        let (json, fired) = rewritten(Profile::Default, text);
        assert_eq!(json.unwrap(), parse(clean.as_bytes()).unwrap(), "{text}");
        assert_eq!(fired, names, "{text}");
        let (clean_again, none) = rewritten(Profile::Default, clean);
        assert_eq!(clean_again.unwrap(), parse(clean.as_bytes()).unwrap());
        assert!(none.is_empty(), "what is clean stays: {clean} {none:?}");
        let (left, none) = rewritten(Profile::Strict, text);
        assert!(none.is_empty(), "{text}");
        if let Ok(left) = left {
            assert_eq!(left, parse(text.as_bytes()).unwrap(), "strict rewrites nothing: {text}");
        }
    }

    #[test]
    fn booleans_in_quotes_are_booleans_where_the_schema_has_them() {
        becomes(r#"{"active":"False"}"#, r#"{"active":false}"#, &["boolean-string"]);
        becomes(r#"{"emails":[{"primary":"True"}]}"#, r#"{"emails":[{"primary":true}]}"#, &["boolean-string"]);
        becomes(r#"{"userName":"True","active":"maybe"}"#, r#"{"userName":"True","active":"maybe"}"#, &[]);
    }

    #[test]
    fn empty_strings_are_unassigned_unless_required() {
        becomes(r#"{"name":{"givenName":""}}"#, r#"{"name":{"givenName":null}}"#, &["empty-string"]);
        becomes(r#"{"userName":"","password":""}"#, r#"{"userName":"","password":""}"#, &[]);
    }

    #[test]
    fn a_bare_value_is_wrapped_and_an_empty_one_is_none() {
        becomes(r#"{"emails":["a@b"]}"#, r#"{"emails":[{"value":"a@b"}]}"#, &["scalar-for-complex"]);
        becomes(r#"{"emails":[""]}"#, r#"{"emails":[null]}"#, &["empty-string"]);
        let (refused, _) = rewritten(Profile::Strict, r#"{"emails":["a@b"]}"#);
        assert_eq!(refused.unwrap_err().kind, ErrorKind::InvalidValue);
    }

    #[test]
    fn lists_and_single_values_change_places() {
        becomes(r#"{"userName":["a"]}"#, r#"{"userName":"a"}"#, &["array-for-single"]);
        becomes(r#"{"userName":["a","b"]}"#, r#"{"userName":["a","b"]}"#, &[]);
        becomes(r#"{"emails":{"value":"a@b"}}"#, r#"{"emails":[{"value":"a@b"}]}"#, &["single-for-array"]);
        becomes(r#"{"userName":{"value":"a"}}"#, r#"{"userName":"a"}"#, &["object-for-scalar"]);
    }

    #[test]
    fn names_of_other_versions_become_those_of_the_schema() {
        becomes(
            r#"{"members":[{"value":"1","displayName":"A"}]}"#,
            r#"{"members":[{"value":"1","display":"A"}]}"#,
            &["display-name-for-display"],
        );
        let urn = crate::scim::fixture::EXTENSION;
        becomes(
            &format!(r#"{{"{urn}":{{"manager":{{"managerId":"7"}}}}}}"#),
            &format!(r#"{{"{urn}":{{"manager":{{"value":"7"}}}}}}"#),
            &["id-for-value"],
        );
    }

    #[test]
    fn the_first_of_several_primaries_stays() {
        becomes(
            r#"{"emails":[{"value":"a","primary":true},{"value":"b","primary":"true"}]}"#,
            r#"{"emails":[{"value":"a","primary":true},{"value":"b","primary":false}]}"#,
            &["boolean-string", "several-primaries"],
        );
    }

    #[test]
    fn what_the_server_writes_is_left_alone() {
        becomes(r#"{"id":"","meta":{"created":""}}"#, r#"{"id":"","meta":{"created":""}}"#, &[]);
    }
}
