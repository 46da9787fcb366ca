//! Reading stored documents: the canonical text that this server wrote, with the schema's own names in their order.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::scim::error::{Error, ErrorKind};
use crate::scim::schema::{Attribute, DataType, ResourceType};
use crate::scim::value::{Complex, Value};

/// Reads a stored document; attributes that the schema has no more are passed over.
pub fn parse_document(kind: &ResourceType, text: &str) -> Result<Complex, Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    // The reader's own words may repeat the data.
    Level(kind.attributes).deserialize(&mut deserializer).map_err(|error| {
        let detail =
            format!("a stored {} cannot be read: column {} does not fit its schema", kind.name, error.column());
        Error::new(ErrorKind::Internal, detail)
    })
}

/// Reads an object with the attributes of a level.
struct Level<'m>(&'m [Attribute]);

impl<'de> DeserializeSeed<'de> for Level<'_> {
    type Value = Complex;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Complex, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Level<'_> {
    type Value = Complex;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a complex value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Complex, A::Error> {
        let mut complex = Complex::default();
        let mut next = 0;
        while let Some(found) = access.next_key_seed(Name { level: self.0, next })? {
            let Some(position) = found else {
                access.next_value::<IgnoredAny>()?;
                continue;
            };
            let attribute = &self.0[position];
            let value = if attribute.multi_valued {
                access.next_value_seed(List(attribute))?
            } else {
                access.next_value_seed(Single(attribute))?
            };
            complex.set(position, value);
            next = position + 1;
        }
        Ok(complex)
    }
}

/// Reads a name and finds its position; the names come in the order of the schema, so the search begins after the last.
struct Name<'m> {
    level: &'m [Attribute],
    next: usize,
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Option<usize>, E> {
        let (before, after) = self.level.split_at(self.next.min(self.level.len()));
        let is_named = |attribute: &Attribute| attribute.name == name;
        let later = after.iter().position(is_named).map(|position| position + before.len());
        Ok(later.or_else(|| before.iter().position(is_named)))
    }
}

/// Reads the values of a multi-valued attribute.
struct List<'m>(&'m Attribute);

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = access.next_element_seed(Single(self.0))? {
            values.push(value);
        }
        Ok(Value::List(values))
    }
}

/// Reads one value.
struct Single<'m>(&'m Attribute);

impl<'de> DeserializeSeed<'de> for Single<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        match self.0.data_type {
            DataType::Boolean => bool::deserialize(deserializer).map(Value::Boolean),
            DataType::Integer => i64::deserialize(deserializer).map(Value::Integer),
            DataType::Decimal => f64::deserialize(deserializer).map(Value::Decimal),
            DataType::Complex => Level(self.0.sub_attributes).deserialize(deserializer).map(Value::Complex),
            DataType::String | DataType::DateTime | DataType::Binary | DataType::Reference => {
                String::deserialize(deserializer).map(Value::Text)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::canonical::{self, Purpose};
    use crate::scim::fixture::{EXTENSION, SCHEMA, TYPE};
    use crate::scim::json;

    #[test]
    fn a_stored_document_is_read_as_it_was_before() {
        let members = format!(
            r#""schemas":["{SCHEMA}","{EXTENSION}"],"userName":"aé\"","name":{{"givenName":"b"}},"emails":[{{"value":"x","primary":true}}],"active":false,"level":-7,"score":0.1,"tags":["a"],"{EXTENSION}":{{"costCenter":"c","manager":{{"value":"2","$ref":"User/2"}}}}"#
        );
        let text = format!("{{{members}}}");
        let expected = canonical::resource(&TYPE, json::parse(text.as_bytes()).unwrap(), Purpose::Create).unwrap();
        assert_eq!(parse_document(&TYPE, &text).unwrap(), expected);
        let with_removed = format!(r#"{{"removed":{{"a":[1]}},{members},"gone":null}}"#);
        assert_eq!(parse_document(&TYPE, &with_removed).unwrap(), expected);
    }

    #[test]
    fn order_does_not_matter() {
        let root = parse_document(&TYPE, r#"{"tags":["a"],"userName":"b","id":"1"}"#).unwrap();
        assert_eq!(root.iter().map(|(position, _)| position).collect::<Vec<_>>(), [1, 4, 18]);
    }

    #[test]
    fn a_damaged_document_is_an_internal_error_that_does_not_repeat_it() {
        for damaged in ["", "[]", r#"{"userName":5}"#, r#"{"active":"secret"}"#, r#"{"tags":"secret"}"#] {
            let error = parse_document(&TYPE, damaged).unwrap_err();
            assert_eq!(error.kind, ErrorKind::Internal);
            assert!(!error.detail.contains("secret"), "{}", error.detail);
        }
    }
}
