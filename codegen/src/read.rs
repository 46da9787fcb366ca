//! JSON text into values, and the way from a value back to its place in the text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::{Document, Fault, Faults, Sources, locate::place};

/// All documents, parsed.
pub(crate) struct Documents {
    /// The schemas, in the order given.
    pub(crate) schemas: Vec<Parsed>,
    /// The resource types, in the order given.
    pub(crate) resource_types: Vec<Parsed>,
    /// The overlays, in the order given.
    pub(crate) overlays: Vec<Parsed>,
}

/// One document, parsed.
pub(crate) struct Parsed {
    /// Its file name.
    pub(crate) file: String,
    /// Its content; no object in it has a key twice.
    pub(crate) json: Value,
}

impl Parsed {
    /// The text of a member at the top, if it is there and not empty.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.json.get(key)?.as_str().filter(|text| !text.is_empty())
    }
}

/// Parses all documents. Those that are not JSON are left out.
pub(crate) fn read(sources: &Sources, faults: &mut Faults) -> Documents {
    let mut all =
        |documents: &[Document]| documents.iter().filter_map(|document| parse(document, faults)).collect::<Vec<_>>();
    Documents {
        schemas: all(&sources.schemas),
        resource_types: all(&sources.resource_types),
        overlays: all(&sources.overlays),
    }
}

/// Where a text was not UTF-8, whoever read it has put this character.
const NOT_UTF8: char = '\u{fffd}';

const BYTE_ORDER_MARK: char = '\u{feff}';

fn parse(document: &Document, faults: &mut Faults) -> Option<Parsed> {
    let text = &document.text;
    let mut refuse = |at: (usize, usize), message: String, help: Option<&str>| {
        let (file, help) = (document.file.clone(), help.map(str::to_owned));
        faults.push(Fault { file, at: Some(at), pointer: None, message, help, section: "RFC 8259" });
    };
    if text.starts_with(BYTE_ORDER_MARK) {
        let help = Some("save it as UTF-8 without a byte order mark");
        refuse((1, 1), "the file begins with a byte order mark".to_owned(), help);
        return None;
    }
    if let Some(at) = text.find(NOT_UTF8) {
        refuse(place(text, at), "this is not UTF-8".to_owned(), Some("save it as UTF-8"));
        return None;
    }
    if text.trim().is_empty() {
        let help = Some("`new extension NAME` and `new resource-type NAME` of the schema tool start a document");
        refuse((1, 1), "the file is empty".to_owned(), help);
        return None;
    }
    match serde_json::from_str::<Strict>(text) {
        Ok(Strict(json)) => Some(Parsed { file: document.file.clone(), json }),
        Err(error) => {
            let words = error.to_string();
            let message = words.split(" at line ").next().unwrap_or(&words);
            // Where a text ends too early is behind its last sign.
            let at = match error.is_eof() {
                true => place(text, text.trim_end().len()),
                false => (error.line(), error.column().max(1)),
            };
            if error.is_data() {
                refuse(at, message.to_owned(), Some("leave one out"));
            } else {
                refuse(at, format!("this is not JSON: {message}"), syntax_help(message));
            }
            None
        }
    }
}

/// What mends the mistakes that people make who write JSON by hand.
fn syntax_help(message: &str) -> Option<&'static str> {
    [
        ("trailing comma", "the last member of a list or of an object has no comma behind it"),
        ("trailing characters", "a file holds one document; put the second into a file of its own"),
        ("key must be a string", "names stand in double quotes; a comment is a member \"$comment\""),
        ("expected `,` or", "a comma is missing before this"),
        ("expected value", "texts stand in double quotes; a comment is a member \"$comment\""),
        ("EOF while parsing", "the file ends too early: a bracket or a quotation mark is not closed"),
        ("control character", "a line break or a tab in a text is written \\n or \\t"),
        ("recursion limit", "no document is nested as deeply as this"),
        ("number out of range", "the greatest number is about 1.8e308"),
    ]
    .iter()
    .find(|(words, _)| message.contains(words))
    .map(|(_, help)| *help)
}

/// A value of which no object has a key twice: serde_json would keep the last in silence.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Strict)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Strict(value)) = access.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(format_args!("the key \"{key}\" appears twice in one object")));
            }
            let Strict(value) = access.next_value()?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

/// A value and where it stands.
#[derive(Clone)]
pub(crate) struct Cursor<'a> {
    /// The file.
    pub(crate) file: &'a str,
    /// The JSON pointer.
    pub(crate) pointer: String,
    /// The value.
    pub(crate) value: &'a Value,
    /// The section that has the rules of this part of the document.
    pub(crate) section: &'static str,
}

impl<'a> Cursor<'a> {
    /// The root of a document, whose rules are in that section.
    pub(crate) fn root(parsed: &'a Parsed, section: &'static str) -> Self {
        Self { file: &parsed.file, pointer: String::new(), value: &parsed.json, section }
    }

    /// The same, by the rules of another section.
    pub(crate) fn by(self, section: &'static str) -> Self {
        Self { section, ..self }
    }

    /// The member of an object; null counts as absent.
    pub(crate) fn member(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key).filter(|value| !value.is_null())?;
        Some(Self { pointer: self.below(key), value, ..*self })
    }

    /// The elements of an array.
    pub(crate) fn elements(&self) -> Vec<Self> {
        let values = self.value.as_array().map_or(&[][..], Vec::as_slice);
        let element = |(index, value)| Self { pointer: format!("{}/{index}", self.pointer), value, ..*self };
        values.iter().enumerate().map(element).collect()
    }

    /// The pointer to a member, present or not.
    pub(crate) fn below(&self, key: &str) -> String {
        format!("{}/{}", self.pointer, key.replace('~', "~0").replace('/', "~1"))
    }
}
