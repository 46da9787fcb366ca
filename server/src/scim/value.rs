//! A resource in memory: canonical values in the order of the metadata (RFC 7643 §2.3).

use super::schema::Attribute;

/// One value, canonical: its JSON type fits the attribute's data type.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// boolean
    Boolean(bool),
    /// integer
    Integer(i64),
    /// decimal
    Decimal(f64),
    /// string, reference, binary and dateTime, in the client's spelling
    Text(String),
    /// complex, also an extension and a whole resource
    Complex(Complex),
    /// multi-valued; never empty in a canonical resource
    List(Vec<Value>),
}

/// The assigned attributes of one level, by their position in the level's metadata, in ascending order.
///
/// Unassigned attributes have no slot (RFC 7643 §2.5: null and the empty list are no value).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Complex {
    slots: Vec<(u16, Value)>,
}

impl Complex {
    /// The value at that position.
    pub fn get(&self, position: usize) -> Option<&Value> {
        self.find(position).ok().map(|at| &self.slots[at].1)
    }

    /// The value at that position, to change it.
    pub fn get_mut(&mut self, position: usize) -> Option<&mut Value> {
        self.find(position).ok().map(|at| &mut self.slots[at].1)
    }

    /// Assigns a value and gives the old one.
    pub fn set(&mut self, position: usize, value: Value) -> Option<Value> {
        match self.find(position) {
            Ok(at) => Some(std::mem::replace(&mut self.slots[at].1, value)),
            Err(at) => {
                self.slots.insert(at, (position as u16, value));
                None
            }
        }
    }

    /// Unassigns an attribute and gives its value.
    pub fn remove(&mut self, position: usize) -> Option<Value> {
        self.find(position).ok().map(|at| self.slots.remove(at).1)
    }

    /// The assigned attributes in ascending position.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Value)> {
        self.slots.iter().map(|(position, value)| (usize::from(*position), value))
    }

    /// The assigned attributes with their metadata; `level` is the metadata of this level.
    pub fn attributes<'a>(&'a self, level: &'a [Attribute]) -> impl Iterator<Item = (&'a Attribute, &'a Value)> {
        self.slots.iter().filter_map(move |(position, value)| Some((level.get(usize::from(*position))?, value)))
    }

    /// Whether nothing is assigned.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    fn find(&self, position: usize) -> Result<usize, usize> {
        self.slots.binary_search_by(|(slot, _)| usize::from(*slot).cmp(&position))
    }
}

impl IntoIterator for Complex {
    type Item = (usize, Value);
    type IntoIter = std::iter::Map<std::vec::IntoIter<(u16, Value)>, fn((u16, Value)) -> (usize, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.slots.into_iter().map(|(position, value)| (usize::from(position), value))
    }
}

impl Value {
    /// The text of a string, reference, binary or dateTime.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The complex value.
    pub fn as_complex(&self) -> Option<&Complex> {
        match self {
            Self::Complex(complex) => Some(complex),
            _ => None,
        }
    }

    /// The values of a multi-valued attribute; a single value counts as a list of one.
    pub fn as_list(&self) -> &[Value] {
        match self {
            Self::List(values) => values,
            single => std::slice::from_ref(single),
        }
    }
}

/// A text that must not appear in logs: a password on its way to the hash, or the hash itself.
#[derive(Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for the code that hashes or compares it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn a_secret_is_not_shown_by_debug() {
        let secret = Secret::from("hunter2".to_owned());
        assert_eq!(format!("{secret:?}"), "Secret");
        assert_eq!(secret.expose(), "hunter2");
        assert_eq!(serde_json::to_string(&secret).unwrap(), r#""hunter2""#);
    }
}
