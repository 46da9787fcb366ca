//! Reading the members of an object, each with the fault that says why it cannot be read.

use serde_json::Value;

use super::{rules, storage};
use crate::{
    Fault, Faults,
    declaration::{RULES, STORAGE, Word},
    fault::did_you_mean,
    read::Cursor,
};

/// The key of a comment.
pub(super) const COMMENT: &str = "$comment";

/// What types are called elsewhere, and here.
const ELSEWHERE: &[(&str, &str)] = &[
    ("text", "\"string\""),
    ("bool", "\"boolean\""),
    ("int", "\"integer\""),
    ("long", "\"integer\""),
    ("number", "\"integer\" or \"decimal\""),
    ("float", "\"decimal\""),
    ("double", "\"decimal\""),
    ("date", "\"dateTime\""),
    ("timestamp", "\"dateTime\""),
    ("bytes", "\"binary\""),
    ("base64", "\"binary\""),
    ("uri", "\"reference\""),
    ("url", "\"reference\""),
    ("object", "\"complex\", with \"subAttributes\""),
    ("array", "the type of one value, with \"multiValued\": true"),
    ("list", "the type of one value, with \"multiValued\": true"),
    ("enum", "\"string\", with \"canonicalValues\""),
];

impl Cursor<'_> {
    /// A fault here.
    pub(super) fn fault(&self, message: impl Into<String>, help: Option<String>) -> Fault {
        fault(self, self.pointer.clone(), message, help)
    }

    /// A fault about a member: there, or here if it is missing.
    pub(super) fn fault_below(&self, key: &str, message: impl Into<String>, help: Option<String>) -> Fault {
        let pointer = if self.value.get(key).is_some() { self.below(key) } else { self.pointer.clone() };
        fault(self, pointer, message, help)
    }

    /// Whether this is an object that has no other keys than these.
    pub(super) fn object(&self, keys: &[&str], faults: &mut Faults) -> bool {
        let Value::Object(members) = self.value else {
            faults.push(self.fault("an object is expected here", None));
            return false;
        };
        // JSON has no comments: a member of that name may stand anywhere and says nothing.
        for key in members.keys().filter(|key| !keys.contains(&key.as_str()) && *key != COMMENT) {
            let help = did_you_mean(key, keys.iter().copied())
                .unwrap_or_else(|| format!("one of {} is expected", keys.join(", ")));
            let help = Some(deeper(key, keys).unwrap_or(help));
            faults.push(self.fault_below(key, format!("\"{key}\" means nothing here"), help));
        }
        true
    }

    /// The text of a member.
    pub(super) fn text(&self, key: &str, faults: &mut Faults) -> Option<String> {
        let member = self.member(key)?;
        match member.value {
            Value::String(text) => Some(text.clone()),
            _ => {
                faults.push(member.fault(format!("\"{key}\" must be a string"), None));
                None
            }
        }
    }

    /// The text of a member that must be there.
    pub(super) fn required_text(&self, key: &str, faults: &mut Faults) -> Option<String> {
        if self.member(key).is_none() {
            faults.push(self.fault(format!("\"{key}\" is missing"), None));
        }
        let text = self.text(key, faults)?;
        if text.is_empty() {
            faults.push(self.fault_below(key, format!("\"{key}\" is empty"), None));
            return None;
        }
        Some(text)
    }

    /// A member that is true or false, and false if absent.
    pub(super) fn flag(&self, key: &str, faults: &mut Faults) -> bool {
        let Some(member) = self.member(key) else { return false };
        match member.value {
            Value::Bool(flag) => *flag,
            _ => {
                let help = "without quotation marks".to_owned();
                faults.push(member.fault(format!("\"{key}\" must be true or false"), Some(help)));
                false
            }
        }
    }

    /// A member that is one of the words of `W`.
    pub(super) fn word<W: Word>(&self, key: &str, faults: &mut Faults) -> Option<W> {
        let words = || W::ALL.iter().map(|word| word.word());
        let all = || format!("one of {} is expected", words().collect::<Vec<_>>().join(", "));
        let member = self.member(key)?;
        let Value::String(text) = member.value else {
            faults.push(member.fault(format!("\"{key}\" must be a string"), Some(all())));
            return None;
        };
        let found = W::ALL.iter().copied().find(|word| word.word() == text);
        if found.is_none() {
            let elsewhere =
                ELSEWHERE.iter().find(|(other, _)| W::NAME == "DataType" && other.eq_ignore_ascii_case(text));
            let elsewhere = elsewhere.map(|(_, ours)| format!("here that is {ours}"));
            let help = elsewhere.or_else(|| did_you_mean(text, words())).unwrap_or_else(all);
            faults.push(self.fault_below(key, format!("\"{text}\" is no value of \"{key}\""), Some(help)));
        }
        found
    }

    /// The elements of a member that is a list, and none if absent.
    pub(super) fn list(&self, key: &str, faults: &mut Faults) -> Vec<Self> {
        let Some(member) = self.member(key) else { return Vec::new() };
        if !member.value.is_array() {
            faults.push(member.fault(format!("\"{key}\" must be a list"), None));
        }
        member.elements()
    }

    /// The elements of a member that is a list of strings, each with its place.
    pub(super) fn texts(&self, key: &str, faults: &mut Faults) -> Vec<(Self, String)> {
        let mut texts = Vec::new();
        for element in self.list(key, faults) {
            match element.value {
                Value::String(text) => texts.push((element.clone(), text.clone())),
                _ => faults.push(element.fault("a string is expected here", None)),
            }
        }
        texts
    }

    /// Whether `schemas` is absent or names the right schema.
    pub(super) fn schemas(&self, urn: &str, faults: &mut Faults) {
        if self.member("schemas").is_none() {
            return;
        }
        let texts = self.texts("schemas", faults);
        if !texts.iter().any(|(_, text)| text == urn) {
            faults.push(self.fault_below(
                "schemas",
                "this names another kind of document",
                Some(format!("\"{urn}\" is expected")),
            ));
        }
    }
}

/// Of a key that stands too high: where it would be right.
fn deeper(key: &str, keys: &[&str]) -> Option<String> {
    let places = [(RULES, rules::KEYS), (STORAGE, storage::KEYS)];
    let (place, _) = places.iter().find(|(place, inner)| keys.contains(place) && inner.contains(&key))?;
    Some(format!("it stands within \"{place}\""))
}

fn fault(cursor: &Cursor<'_>, pointer: String, message: impl Into<String>, help: Option<String>) -> Fault {
    let (file, section) = (cursor.file.to_owned(), cursor.section);
    Fault { file, at: None, pointer: Some(pointer), message: message.into(), help, section }
}
