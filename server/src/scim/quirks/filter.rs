//! The texts of filters, and of the filters in PATCH paths (RFC 7644 §3.4.2.2, §3.5.2).
//!
//! One pass over the text finds the comparisons; what is not well-formed is left for the parser to refuse.

use std::borrow::Cow;
use std::ops::Range;

use super::{Quirk, Quirks, value::boolean};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::filter::Operator;
use crate::scim::limits::{FILTER_BYTES, PATH_BYTES};
use crate::scim::path;
use crate::scim::schema::{Attribute, DataType, ResourceType, find};

/// Rewrites a filter over resources of some types.
pub fn filter<'a>(quirks: &Quirks<'_>, kinds: &[&'static ResourceType], text: &'a str) -> Result<Cow<'a, str>, Error> {
    if text.len() > FILTER_BYTES {
        return Ok(Cow::Borrowed(text));
    }
    Scan { quirks, kinds, text, is_path: false, edits: Vec::new() }.rewritten()
}

/// Rewrites a PATCH path, or a name that may be one.
pub fn path<'a>(quirks: &Quirks<'_>, kind: &'static ResourceType, text: &'a str) -> Result<Cow<'a, str>, Error> {
    // A name alone has nothing to rewrite.
    if text.len() > PATH_BYTES || !text.contains('[') {
        return Ok(Cow::Borrowed(text));
    }
    Scan { quirks, kinds: &[kind], text, is_path: true, edits: Vec::new() }.rewritten()
}

/// The names in a list of attributes, without the filters that stand behind them.
pub fn names<'a>(quirks: &Quirks<'_>, list: &'a str) -> Cow<'a, str> {
    if !list.contains('[') || !quirks.meets(Quirk::FilterInAttributes) {
        return Cow::Borrowed(list);
    }
    let (mut depth, mut quoted) = (0_usize, false);
    let kept = list.chars().filter(|character| match character {
        '"' if depth > 0 => {
            quoted = !quoted;
            false
        }
        '[' if !quoted => {
            depth += 1;
            false
        }
        ']' if !quoted && depth > 0 => {
            depth -= 1;
            false
        }
        _ => depth == 0,
    });
    Cow::Owned(kept.collect())
}

/// An attribute in a comparison, where it stands, and the attribute whose values it is a part of.
#[derive(Clone)]
struct Name<'a> {
    at: Range<usize>,
    within: Option<&'a str>,
}

struct Scan<'a, 'q> {
    quirks: &'q Quirks<'q>,
    kinds: &'q [&'static ResourceType],
    text: &'a str,
    is_path: bool,
    /// What stands in the place of parts of the text, in order.
    edits: Vec<(Range<usize>, String)>,
}

impl<'a> Scan<'a, '_> {
    fn rewritten(mut self) -> Result<Cow<'a, str>, Error> {
        self.scan()?;
        if self.edits.is_empty() {
            return Ok(Cow::Borrowed(self.text));
        }
        let mut out = String::with_capacity(self.text.len() + 16);
        let mut from = 0;
        for (range, replacement) in self.edits {
            out.push_str(self.text.get(from..range.start).unwrap_or_default());
            out.push_str(&replacement);
            from = range.end;
        }
        out.push_str(self.text.get(from..).unwrap_or_default());
        Ok(Cow::Owned(out))
    }

    fn scan(&mut self) -> Result<(), Error> {
        let text = self.text;
        let bytes = text.as_bytes();
        let mut name: Option<Name<'a>> = None;
        let mut is_compared = false;
        let mut bracket: Option<&'a str> = None;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b' ' => {
                    at += 1;
                    if at == 1 || matches!(bytes.get(at), None | Some(b' ')) {
                        self.extra_blanks()?;
                    }
                }
                b'(' | b')' => {
                    (name, is_compared) = (None, false);
                    at += 1;
                }
                b'[' => {
                    bracket = name.take().and_then(|name| text.get(name.at));
                    is_compared = false;
                    at += 1;
                }
                b']' => {
                    (name, is_compared) = (None, false);
                    at += 1;
                    if bytes.get(at) == Some(&b'.') {
                        self.value_after_bracket()?;
                        at += 1;
                        let end = word_end(text, at);
                        name = Some(Name { at: at..end, within: bracket });
                        at = end;
                    }
                    bracket = None;
                }
                b'"' => {
                    let end = string_end(bytes, at);
                    if is_compared && let Some(name) = name.as_ref().filter(|_| is_whole(bytes, b'"', at..end)) {
                        self.quoted(name, at..end);
                    }
                    (name, is_compared) = (None, false);
                    at = end;
                }
                b'\'' if is_compared => {
                    let closed = text.get(at + 1..).and_then(|rest| rest.find('\'')).map(|length| at + length + 2);
                    let Some(end) = closed else { return Ok(()) };
                    if let Some(name) = name.as_ref().filter(|_| is_whole(bytes, b'\'', at..end)) {
                        self.single_quotes(name, at..end);
                    }
                    (name, is_compared) = (None, false);
                    at = end;
                }
                _ => {
                    let end = word_end(text, at).max(at + 1);
                    let word = text.get(at..end).unwrap_or_default();
                    match &name {
                        Some(known) if is_compared => {
                            self.bare(known, at..end, word);
                            (name, is_compared) = (None, false);
                        }
                        Some(known) if Operator::named(word).is_some() => {
                            let known = known.clone();
                            self.complex_by_value(&known, text.get(end..).unwrap_or_default());
                            is_compared = true;
                        }
                        _ => {
                            let is_word =
                                ["and", "or", "not", "pr"].iter().any(|other| word.eq_ignore_ascii_case(other));
                            name = (!is_word).then_some(Name { at: at..end, within: bracket });
                        }
                    }
                    at = end;
                }
            }
        }
        Ok(())
    }

    fn attribute(&self, name: &Name<'_>) -> Option<&'static Attribute> {
        let text = self.text.get(name.at.clone())?;
        let lookup = |text: &str| self.kinds.iter().find_map(|kind| path::known(kind, text));
        match name.within {
            None => Some(lookup(text)?.attribute),
            Some(list) => {
                let list = lookup(list)?.attribute;
                if !list.is_complex() {
                    return text.eq_ignore_ascii_case("value").then_some(list);
                }
                find(list.sub_attributes, text).map(|(_, attribute)| attribute)
            }
        }
    }

    /// What a comparison with that name compares: of complex values their `value`, where they have one.
    fn compared(&self, name: &Name<'_>) -> Option<&'static Attribute> {
        let attribute = self.attribute(name)?;
        let value = attribute.sub_attribute("value").filter(|_| attribute.is_complex());
        Some(value.map_or(attribute, |(_, value)| value))
    }

    fn refusal(&self, detail: String) -> Error {
        Error::new(if self.is_path { ErrorKind::InvalidPath } else { ErrorKind::InvalidFilter }, detail)
    }

    fn extra_blanks(&self) -> Result<(), Error> {
        if self.is_path {
            return Ok(());
        }
        self.quirks.allows(Quirk::ExtraBlanks, || {
            self.refusal("a filter has one blank between its words, and none at its ends".to_owned())
        })
    }

    fn value_after_bracket(&self) -> Result<(), Error> {
        if self.is_path {
            return Ok(());
        }
        self.quirks.allows(Quirk::ValueAfterBracket, || {
            self.refusal(
                "nothing may follow the \"]\" of a value path; put the comparison within it, with and".to_owned(),
            )
        })
    }

    fn complex_by_value(&mut self, name: &Name<'_>, literal: &str) {
        let Some(attribute) = self.attribute(name) else { return };
        if attribute.is_complex()
            && !attribute.multi_valued
            && attribute.sub_attribute("value").is_some()
            && literal.trim() != "null"
            && self.quirks.meets(Quirk::ComplexByValue)
        {
            self.edits.push((name.at.end..name.at.end, ".value".to_owned()));
        }
    }

    fn quoted(&mut self, name: &Name<'_>, at: Range<usize>) {
        let content = self.text.get(at.start + 1..at.end - 1).unwrap_or_default();
        if let Some(boolean) = self.boolean(name, content) {
            self.edits.push((at, boolean.to_string()));
        }
    }

    fn single_quotes(&mut self, name: &Name<'_>, at: Range<usize>) {
        if !self.quirks.meets(Quirk::SingleQuotes) {
            return;
        }
        let content = self.text.get(at.start + 1..at.end - 1).unwrap_or_default();
        let literal = match self.boolean(name, content) {
            Some(boolean) => boolean.to_string(),
            None => json_string(content),
        };
        self.edits.push((at, literal));
    }

    fn bare(&mut self, name: &Name<'_>, at: Range<usize>, word: &str) {
        let is_text = self.compared(name).is_some_and(|attribute| {
            matches!(
                attribute.data_type,
                DataType::String | DataType::Reference | DataType::DateTime | DataType::Complex
            )
        });
        let is_literal = match word {
            "null" => true,
            "true" | "false" => !is_text,
            _ => !is_text && serde_json::from_str::<serde_json::Number>(word).is_ok(),
        };
        if is_literal {
            return;
        }
        if let Some(boolean) = self.boolean(name, word) {
            self.edits.push((at, boolean.to_string()));
        } else if self.quirks.meets(Quirk::UnquotedValue) {
            self.edits.push((at, json_string(word)));
        }
    }

    /// The boolean that a text spells, for an attribute that is one.
    fn boolean(&self, name: &Name<'_>, text: &str) -> Option<bool> {
        let spelt = boolean(text)?;
        let attribute = self.compared(name).filter(|attribute| attribute.data_type == DataType::Boolean);
        (attribute.is_some() && self.quirks.meets(Quirk::BooleanString)).then_some(spelt)
    }
}

fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The end of a word that begins there.
fn word_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find([' ', '(', ')', '[', ']', '"']).map_or(text.len(), |length| at + length)
}

/// The end of a string that begins there with its quotation mark; that of the text if it has no end.
fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b'"' => return end + 1,
            b'\\' => end += 2,
            _ => end += 1,
        }
    }
    bytes.len()
}

/// Whether what begins with a quotation mark ends with one, and the value with it.
fn is_whole(bytes: &[u8], mark: u8, at: Range<usize>) -> bool {
    at.len() > 1 && bytes.get(at.end - 1) == Some(&mark) && matches!(bytes.get(at.end), None | Some(b' ' | b')' | b']'))
}

#[cfg(test)]
mod tests {
    use super::super::{Fired, Profile};
    use super::*;
    use crate::scim::fixture::TYPE;

    #[track_caller]
    fn becomes(text: &str, clean: &str, names: &[&str]) {
        let fired = Fired::default();
        let quirks = Quirks { profile: Profile::Default, fired: &fired };
        assert_eq!(filter(&quirks, &[&TYPE], text).unwrap(), clean);
        assert_eq!(fired.names(), names, "{text}");
        let fired = Fired::default();
        let strict = Quirks { profile: Profile::Strict, fired: &fired };
        if let Ok(left) = filter(&strict, &[&TYPE], text) {
            assert_eq!(left, text, "strict rewrites nothing");
        }
        assert!(fired.names().is_empty());
    }

    #[test]
    fn clean_filters_stay_as_they_are() {
        for text in [
            r#"userName eq "a b""#,
            r#"emails[type eq "work" and value co "@"] or not (active eq true)"#,
            r#"userName eq"x""#,
            r#"level gt 5 and userName pr"#,
            r#"userName eq null"#,
            r#"userName eq "it's (a [b] \" eq c""#,
            r#"emails co "x""#,
            "",
            "]]][[",
            "userName eq",
            "userName eq '",
            "é eq \"",
            r#"active eq "True"p"#,
            r#"active eq "Truex"#,
            "active eq 'True'p",
        ] {
            becomes(text, text, &[]);
        }
    }

    #[test]
    fn words_without_quotes_are_texts_where_the_schema_has_texts() {
        becomes("userName eq kim@x.test", r#"userName eq "kim@x.test""#, &["unquoted-value"]);
        becomes("externalId eq 42", r#"externalId eq "42""#, &["unquoted-value"]);
        becomes("(userName Eq kim)and level eq 42", r#"(userName Eq "kim")and level eq 42"#, &["unquoted-value"]);
        becomes(r"userName eq a\b", r#"userName eq "a\\b""#, &["unquoted-value"]);
        becomes("userName eq 'k\"im'", r#"userName eq "k\"im""#, &["single-quotes"]);
    }

    #[test]
    fn booleans_in_quotes_are_booleans_where_the_schema_has_them() {
        becomes(r#"active eq "True""#, "active eq true", &["boolean-string"]);
        becomes("active eq FALSE", "active eq false", &["boolean-string"]);
        becomes(r#"emails[primary eq "True"]"#, "emails[primary eq true]", &["boolean-string"]);
        becomes(r#"userName eq "True""#, r#"userName eq "True""#, &[]);
    }

    #[test]
    fn what_follows_a_bracket_is_noted_and_not_strict() {
        let text = r#"emails[type eq "work"].value eq kim"#;
        becomes(text, r#"emails[type eq "work"].value eq "kim""#, &["unquoted-value", "value-after-bracket"]);
        let fired = Fired::default();
        let strict = Quirks { profile: Profile::Strict, fired: &fired };
        assert_eq!(filter(&strict, &[&TYPE], text).unwrap_err().kind, ErrorKind::InvalidFilter);
    }

    #[test]
    fn a_complex_attribute_is_compared_by_its_value() {
        becomes(r#"manager eq "7""#, r#"manager.value eq "7""#, &["complex-by-value"]);
        becomes("manager pr", "manager pr", &[]);
    }

    #[test]
    fn blanks_too_many_are_noted_and_not_strict() {
        for text in [r#" userName eq "x""#, r#"userName  eq "a  b""#, r#"userName eq "x" "#] {
            becomes(text, text, &["extra-blanks"]);
        }
        becomes(r#"userName eq "a  b ""#, r#"userName eq "a  b ""#, &[]);
    }

    #[test]
    fn paths_have_their_filters_rewritten() {
        let fired = Fired::default();
        let quirks = Quirks { profile: Profile::Default, fired: &fired };
        let rewritten = path(&quirks, &TYPE, r#"emails[primary eq "True"].value"#).unwrap();
        assert_eq!(rewritten, "emails[primary eq true].value");
        assert_eq!(fired.names(), ["boolean-string"]);
        assert_eq!(path(&quirks, &TYPE, "emails[type eq work]").unwrap(), r#"emails[type eq "work"]"#);
    }

    #[test]
    fn filters_in_lists_of_attributes_are_left_out() {
        let fired = Fired::default();
        let quirks = Quirks { profile: Profile::Default, fired: &fired };
        assert_eq!(names(&quirks, r#"emails[type eq "a],b"],userName"#), "emails,userName");
        assert_eq!(names(&quirks, "emails.value, userName"), "emails.value, userName");
        assert_eq!(fired.names(), ["filter-in-attributes"]);
    }

    /// Any text, cut anywhere, is rewritten without harm, and what comes of it is clean.
    #[test]
    fn what_is_rewritten_once_is_not_rewritten_again() {
        let samples = [
            r#"emails[type eq 'work' and primary eq "True"].value eq kim@x.test or not (active eq FALSE)"#,
            r#"é'" eq '\"é[ manager eq x ] ].é "\" userName eq 'a"b' )"#,
            r#"userName eq "a\" and level eq 5x or title[ eq ]. eq"#,
        ];
        for sample in samples {
            for (from, _) in sample.char_indices() {
                for (to, _) in sample.char_indices().filter(|(to, _)| *to >= from) {
                    let text = &sample[from..to];
                    let fired = Fired::default();
                    let quirks = Quirks { profile: Profile::Default, fired: &fired };
                    let once = filter(&quirks, &[&TYPE], text).unwrap().into_owned();
                    assert_eq!(filter(&quirks, &[&TYPE], &once).unwrap(), once, "{text}");
                    let path_once = path(&quirks, &TYPE, text).unwrap().into_owned();
                    assert_eq!(path(&quirks, &TYPE, &path_once).unwrap(), path_once, "{text}");
                    let _ = names(&quirks, text);
                }
            }
        }
    }
}
