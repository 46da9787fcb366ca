//! Reading JSON request bodies (RFC 7644 §3.1, RFC 8259).
//!
//! A tree of its own, since a general JSON reader forgives what would corrupt a resource: of two members with one name it
//! keeps one in silence, and SCIM names are the same whatever their case (RFC 7643 §2.1).

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::error::{Error, ErrorKind};
use super::limits::{ECHO_CHARACTERS, JSON_DEPTH};

/// Up to this many members, comparing each new name with all others is faster than hashing.
const FEW_MEMBERS: usize = 16;

/// A JSON value. The members of an object keep their order, and no two of them have the same name in any case.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number: a float if it has a fraction or exponent, or is an integer beyond 64 bits.
    Number(Number),
    /// A string without U+0000
    String(String),
    /// An array
    Array(Vec<Json>),
    /// An object
    Object(Vec<(String, Json)>),
}

/// Reads one JSON text; anything but exactly one well-formed value is 400 `invalidSyntax`.
pub fn parse(bytes: &[u8]) -> Result<Json, Error> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        syntax(format!("the body is not UTF-8 at byte {}; send JSON encoded in UTF-8", error.valid_up_to()))
    })?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Depth(0)
        .deserialize(&mut deserializer)
        .and_then(|json| deserializer.end().map(|()| json))
        .map_err(|error| syntax(format!("the body cannot be read as JSON: {error}")))
}

/// Client text for an error detail: quoted, without control characters, and cut off when long. A quote in it becomes an
/// apostrophe, so that the quotes around it show where it ends.
pub fn echo(text: &str) -> String {
    let mut shown = String::from("\"");
    let characters = text.chars().filter(|character| !character.is_control());
    let mut characters = characters.map(|character| if character == '"' { '\'' } else { character });
    shown.extend(characters.by_ref().take(ECHO_CHARACTERS));
    if characters.next().is_some() {
        shown.push('…');
    }
    shown.push('"');
    shown
}

impl Json {
    /// The member of that name, whatever its case.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(member, _)| member.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The elements of an array.
    pub fn as_array(&self) -> Option<&[Json]> {
        match self {
            Self::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// Whether it is `null` or `[]`, which leave an attribute unassigned (RFC 7643 §2.5).
    pub fn is_unassigned(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Array(elements) => elements.is_empty(),
            _ => false,
        }
    }

    /// What it is, in words for an error detail.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

fn syntax(detail: String) -> Error {
    Error::new(ErrorKind::InvalidSyntax, detail)
}

/// Reads a value below that many arrays and objects.
struct Depth(usize);

impl Depth {
    /// The depth of what an array or object at this depth holds.
    fn deeper<E: serde::de::Error>(&self) -> Result<usize, E> {
        if self.0 < JSON_DEPTH {
            Ok(self.0 + 1)
        } else {
            Err(E::custom(format_args!("it is nested deeper than {JSON_DEPTH} levels")))
        }
    }
}

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Boolean(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Json, E> {
        Number::from_f64(value).map(Json::Number).ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Json, E> {
        without_nul(text)?;
        Ok(Json::String(text.to_owned()))
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<Json, E> {
        without_nul(&text)?;
        Ok(Json::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let depth = self.deeper()?;
        let mut elements = Vec::new();
        while let Some(element) = access.next_element_seed(Depth(depth))? {
            elements.push(element);
        }
        Ok(Json::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let depth = self.deeper()?;
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut names = HashSet::new();
        while let Some(name) = access.next_key::<String>()? {
            without_nul(&name)?;
            if is_repeated(&members, &mut names, &name) {
                return Err(A::Error::custom(format_args!(
                    "{} occurs twice in one object (names are the same whatever their case); send it once",
                    echo(&name)
                )));
            }
            let value = access.next_value_seed(Depth(depth))?;
            members.push((name, value));
        }
        Ok(Json::Object(members))
    }
}

/// Whether an object has a member of that name already; `names` holds the folded names once there are many.
fn is_repeated(members: &[(String, Json)], names: &mut HashSet<String>, name: &str) -> bool {
    if members.len() < FEW_MEMBERS {
        return members.iter().any(|(member, _)| member.eq_ignore_ascii_case(name));
    }
    if names.is_empty() {
        names.extend(members.iter().map(|(member, _)| member.to_ascii_lowercase()));
    }
    !names.insert(name.to_ascii_lowercase())
}

/// Refuses U+0000, which PostgreSQL cannot store in text.
fn without_nul<E: serde::de::Error>(text: &str) -> Result<(), E> {
    match memchr::memchr(0, text.as_bytes()) {
        None => Ok(()),
        Some(_) => Err(E::custom("a string holds the character U+0000; leave it out")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &[u8]) -> String {
        let error = parse(text).unwrap_err();
        assert_eq!(error.kind, ErrorKind::InvalidSyntax);
        error.detail
    }

    #[test]
    fn every_kind_of_value_is_read() {
        let json = parse(br#" {"a":[null,true,-1,18446744073709551615,1.5,"x\u00e9"],"b":{}} "#).unwrap();
        assert_eq!(
            json,
            Json::Object(vec![
                (
                    "a".into(),
                    Json::Array(vec![
                        Json::Null,
                        Json::Boolean(true),
                        Json::Number((-1).into()),
                        Json::Number(u64::MAX.into()),
                        Json::Number(Number::from_f64(1.5).unwrap()),
                        Json::String("xé".into()),
                    ])
                ),
                ("b".into(), Json::Object(vec![])),
            ])
        );
        assert_eq!(json.get("B"), Some(&Json::Object(vec![])));
    }

    #[test]
    fn integers_beyond_64_bits_are_floats() {
        let Json::Number(number) = parse(b"123456789012345678901234567890").unwrap() else { panic!() };
        assert!(number.is_f64());
    }

    #[test]
    fn a_float_is_the_nearest_and_is_read_back_as_it_was_written() {
        for text in
            ["1.2345678908123457e30", "123456789081234571234567890812345", "5e-324", "0.1", "-1.7976931348623157e308"]
        {
            let Json::Number(number) = parse(text.as_bytes()).unwrap() else { panic!() };
            assert_eq!(number.as_f64(), text.parse().ok(), "{text}");
            assert_eq!(parse(number.to_string().as_bytes()), Ok(Json::Number(number)));
        }
    }

    #[test]
    fn malformed_json_is_refused_with_its_position() {
        for text in ["", "{", "[1,]", "{\"a\" 1}", "nul", "1 2", "{}x", "\"\\ud800\"", "1e400", "'a'", "NaN", "\"\n\""]
        {
            assert!(refusal(text.as_bytes()).contains(" at line "), "{text}");
        }
        assert!(refusal(b"{\n  \"a\": ?}").contains("line 2 column 8"));
    }

    #[test]
    fn invalid_utf8_is_refused() {
        assert!(refusal(b"{\"a\":\"\xff\"}").contains("not UTF-8 at byte 6"));
    }

    #[test]
    fn names_that_differ_only_in_case_are_the_same_name() {
        let detail = refusal(br#"{"userName":"a","USERNAME":"b"}"#);
        assert!(detail.contains("\"USERNAME\" occurs twice") && detail.contains("line 1 column"), "{detail}");
        refusal(br#"{"a":[{"b":{"c":1,"c":1}}]}"#);
        parse("{\"É\":1,\"é\":2}".as_bytes()).unwrap();
    }

    #[test]
    fn repeated_names_are_found_in_big_objects() {
        let mut text: String = (0..20_000).map(|n| format!("\"name{n}\":0,")).collect();
        text.insert(0, '{');
        assert!(parse(format!("{text}\"x\":0}}").as_bytes()).is_ok());
        for repeated in ["Name0", "NAME15", "name16", "nAme19999"] {
            assert!(refusal(format!("{text}\"{repeated}\":0}}").as_bytes()).contains(repeated));
        }
    }

    #[test]
    fn deep_nesting_is_refused_without_recursing_into_it() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(nested(JSON_DEPTH).as_bytes()).is_ok());
        assert!(refusal(nested(JSON_DEPTH + 1).as_bytes()).contains("deeper than 64"));
        refusal(nested(10_000).as_bytes());
        refusal("[".repeat(1 << 20).as_bytes());
        refusal("{\"a\":".repeat(200_000).as_bytes());
    }

    #[test]
    fn nul_is_refused_in_strings_and_names() {
        assert!(refusal(br#"{"a":"x\u0000"}"#).contains("U+0000"));
        assert!(refusal(br#"{"a\u0000":1}"#).contains("U+0000"));
    }

    #[test]
    fn details_repeat_little_of_the_body_and_no_control_characters() {
        let name = format!("a\\r\\n\\u001b{}", "x".repeat(5000));
        let detail = refusal(format!("{{\"{name}\":1,\"{name}\":1}}").as_bytes());
        assert!(detail.chars().count() < 250 && !detail.contains(char::is_control), "{detail}");
    }
}
