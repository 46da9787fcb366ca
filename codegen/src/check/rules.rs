//! What an attribute declares beyond RFC 7643 §7: an index, a pattern, bounds, a length, a default.

use regex::Regex;
use serde_json::Value;

use crate::{
    Fault, Faults,
    declaration::{AttributeDeclaration, Constant, DataType, Mutability, RULES, Returned, Rules, Uniqueness, Word},
    read::Cursor,
    reference::is_reference,
};

/// What may be declared, in the order of [`Rules`].
pub(super) const KEYS: &[&str] = &["index", "pattern", "minimum", "maximum", "maxLength", "default"];

/// Of a text that no client can send.
pub(super) const NO_NUL: &str = "no value holds the character U+0000, which PostgreSQL cannot store";

/// What to do about a rule that cannot be.
const LEAVE: &str = "leave it out";

/// The document that describes what is declared here.
const SECTION: &str = "docs/extending.md, rules";

/// The rules that a schema gives to an attribute, whose own characteristics are known already.
pub(super) fn rules(attribute: &Cursor<'_>, declared: &AttributeDeclaration, faults: &mut Faults) -> Rules {
    for sub in &declared.sub_attributes {
        if let Some((key, message, help)) = unfit(declared, sub, &sub.rules) {
            let pointer = Some(format!("{}/{RULES}/{key}", sub.pointer));
            faults.push(Fault { pointer, ..attribute.fault(message, Some(help.to_owned())).by(SECTION) });
        }
    }
    attribute.member(RULES).map_or_else(Rules::default, |cursor| read(&cursor, declared, faults))
}

/// The rules for an attribute that stand at a place.
pub(super) fn read(cursor: &Cursor<'_>, declared: &AttributeDeclaration, faults: &mut Faults) -> Rules {
    let cursor = cursor.clone().by(SECTION);
    if !cursor.object(KEYS, faults) {
        return Rules::default();
    }
    let before = faults.iter().count();
    for key in KEYS.iter().filter(|key| cursor.member(key).is_some()) {
        if let Some((message, help)) = misplaced(key, declared) {
            faults.push(cursor.fault_below(key, message, Some(help.to_owned())));
        }
    }
    let rules = Rules {
        index: cursor.flag("index", faults),
        pattern: cursor.text("pattern", faults),
        minimum: number(&cursor, "minimum", declared, faults),
        maximum: number(&cursor, "maximum", declared, faults),
        max_length: length(&cursor, faults),
        default: cursor.member("default").and_then(|member| constant(&member, declared, faults)),
    };
    // What is wrong by itself need not agree with the rest.
    if faults.iter().count() == before {
        agree(&cursor, declared, &rules, faults);
    }
    rules
}

/// Why an attribute cannot have a rule, and what to do.
fn misplaced(key: &str, declared: &AttributeDeclaration) -> Option<(String, &'static str)> {
    let (name, data_type) = (&declared.name, declared.data_type);
    let textual = matches!(data_type, DataType::String | DataType::Reference);
    if data_type == DataType::Complex {
        let message = format!("\"{name}\" is complex and cannot have \"{key}\"");
        return Some((message, "give it to a sub-attribute"));
    }
    let fits = match key {
        "pattern" => textual,
        "maxLength" => textual || data_type == DataType::Binary,
        "minimum" | "maximum" => matches!(data_type, DataType::Integer | DataType::Decimal),
        "default" => !matches!(data_type, DataType::DateTime | DataType::Binary),
        _ => true,
    };
    if !fits {
        return Some((format!("an attribute of type {} cannot have \"{key}\"", data_type.word()), LEAVE));
    }
    match key {
        "index" if declared.returned == Returned::Never => {
            Some((format!("\"{name}\" is never returned and cannot be compared"), LEAVE))
        }
        "index" => None,
        _ if declared.mutability == Mutability::ReadOnly => {
            Some((format!("\"{name}\" is readOnly: no client gives it a value that \"{key}\" could be about"), LEAVE))
        }
        "default" if declared.multi_valued => {
            Some((format!("\"{name}\" is multi-valued and cannot have a default"), LEAVE))
        }
        "default" if declared.returned == Returned::Never => {
            Some((format!("\"{name}\" is never returned: nobody would see its default"), LEAVE))
        }
        "default" if declared.uniqueness != Uniqueness::None => {
            Some((format!("\"{name}\" is unique: a second resource could not have its default"), LEAVE))
        }
        _ => None,
    }
}

/// The rule that a part of an attribute cannot have, why, and what to do.
pub(super) fn unfit(
    whole: &AttributeDeclaration,
    part: &AttributeDeclaration,
    rules: &Rules,
) -> Option<(&'static str, String, &'static str)> {
    let (name, parent) = (&part.name, &whole.name);
    if let Some(key) = first(rules).filter(|_| whole.computes(part)) {
        Some((key, format!("\"{name}\" is made by scimd"), "give the rule to \"value\""))
    } else if whole.mutability == Mutability::ReadOnly
        && part.mutability != Mutability::ReadOnly
        && let Some(key) = first(&Rules { index: false, ..rules.clone() })
    {
        let message = format!("\"{name}\" belongs to \"{parent}\", which is readOnly: no client gives it a value");
        Some((key, message, LEAVE))
    } else if whole.returned == Returned::Never && part.returned != Returned::Never && rules.default.is_some() {
        let message =
            format!("\"{name}\" belongs to \"{parent}\", which is never returned: nobody would see its default");
        Some(("default", message, LEAVE))
    } else if whole.multi_valued && rules.default.is_some() {
        let message = format!("\"{name}\" belongs to the multi-valued \"{parent}\" and cannot have a default");
        Some(("default", message, LEAVE))
    } else if whole.multi_valued && rules.index && part.multi_valued {
        Some(("index", format!("\"{name}\" is a list within a list, which no filter can look into"), LEAVE))
    } else if rules.index && whole.returned == Returned::Never {
        let message = format!("\"{name}\" belongs to \"{parent}\", which is never returned: it cannot be compared");
        Some(("index", message, LEAVE))
    } else {
        None
    }
}

/// The key of the first rule that there is.
fn first(rules: &Rules) -> Option<&'static str> {
    let Rules { index, pattern, minimum, maximum, max_length, default } = rules;
    let has =
        [*index, pattern.is_some(), minimum.is_some(), maximum.is_some(), max_length.is_some(), default.is_some()];
    KEYS.iter().zip(has).find(|(_, has)| *has).map(|(key, _)| *key)
}

fn number(cursor: &Cursor<'_>, key: &str, declared: &AttributeDeclaration, faults: &mut Faults) -> Option<Constant> {
    cursor.member(key).filter(|_| misplaced(key, declared).is_none()).and_then(|at| constant(&at, declared, faults))
}

fn length(cursor: &Cursor<'_>, faults: &mut Faults) -> Option<u32> {
    let member = cursor.member("maxLength")?;
    let length = member.value.as_u64().and_then(|length| u32::try_from(length).ok()).filter(|length| *length > 0);
    if length.is_none() {
        let help = format!("written without fraction and quotation marks, from 1 to {}", u32::MAX);
        faults.push(member.fault("\"maxLength\" must be a whole number of characters", Some(help)));
    }
    length
}

/// A value of the attribute's type.
pub(super) fn constant(at: &Cursor<'_>, declared: &AttributeDeclaration, faults: &mut Faults) -> Option<Constant> {
    let (found, expected) = match (declared.data_type, at.value) {
        (DataType::Boolean, Value::Bool(value)) => (Some(Constant::Boolean(*value)), ""),
        (DataType::Boolean, _) => (None, "true or false is expected here"),
        (DataType::Integer, value) => {
            (value.as_i64().map(Constant::Integer), "an integer of at most 64 bits, without fraction, is expected here")
        }
        (DataType::Decimal, value) => (value.as_f64().map(Constant::Decimal), "a number is expected here"),
        (DataType::String, Value::String(text)) if text.contains('\0') => (None, NO_NUL),
        (DataType::String, Value::String(text)) if !text.is_empty() => (Some(Constant::Text(text.clone())), ""),
        (DataType::String, _) => (None, "a string that is not empty is expected here"),
        (DataType::Reference, Value::String(text)) if is_reference(text) => (Some(Constant::Text(text.clone())), ""),
        (DataType::Reference, _) => (None, "a URI without blanks is expected here"),
        // Refused by its type already.
        _ => return None,
    };
    if found.is_none() {
        faults.push(at.fault(expected, None));
    }
    found
}

/// Whether the rules agree with each other, and the values of the declaration with them.
fn agree(cursor: &Cursor<'_>, declared: &AttributeDeclaration, rules: &Rules, faults: &mut Faults) {
    match rules.pattern.as_deref().map(Regex::new) {
        None | Some(Ok(_)) => {}
        Some(Err(regex::Error::CompiledTooBig(bytes))) => {
            let message = format!("this pattern has more than {} MiB when it is compiled", bytes >> 20);
            let help = "repeat less: what {1000} repeats is there a thousand times".to_owned();
            faults.push(cursor.fault_below("pattern", message, Some(help)).by("docs/extending.md, limits"));
        }
        Some(Err(error)) => {
            // The last line says what is wrong, those above draw the place.
            let text = error.to_string();
            let reason = text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            let help = "the syntax is that of the Rust crate regex: no look-around and no back references";
            faults.push(cursor.fault_below("pattern", format!("this is no pattern: {reason}"), Some(help.to_owned())));
        }
    }
    if let (Some(least), Some(greatest)) = (&rules.minimum, &rules.maximum)
        && is_less(greatest, least)
    {
        faults.push(cursor.fault_below(
            "maximum",
            "\"maximum\" is less than \"minimum\"",
            Some("exchange them".to_owned()),
        ));
    }
    if let Some(rule) = rules.default.as_ref().and_then(|default| broken(rules, default)) {
        faults.push(cursor.fault_below(
            "default",
            format!("the default breaks \"{rule}\""),
            Some(format!("choose another, or mend \"{rule}\"")),
        ));
    }
    for text in &declared.canonical_values {
        if let Some(rule) = broken(rules, &Constant::Text(text.clone())) {
            let message = format!("the canonical value \"{text}\" breaks \"{rule}\"");
            faults.push(cursor.fault_below(rule, message, Some("leave one of them out".to_owned())));
        }
    }
}

/// The rule that a value breaks. A pattern that is none, which is a fault of its own, is not broken.
pub(super) fn broken(rules: &Rules, value: &Constant) -> Option<&'static str> {
    let below = rules.minimum.as_ref().is_some_and(|least| is_less(value, least));
    let above = rules.maximum.as_ref().is_some_and(|greatest| is_less(greatest, value));
    let Constant::Text(text) = value else {
        return if below { Some("minimum") } else { above.then_some("maximum") };
    };
    let long = rules.max_length.is_some_and(|most| text.chars().count() > most as usize);
    let pattern = rules.pattern.as_deref().and_then(|pattern| Regex::new(pattern).ok());
    let unlike = pattern.is_some_and(|pattern| !pattern.is_match(text));
    if long { Some("maxLength") } else { unlike.then_some("pattern") }
}

fn is_less(one: &Constant, other: &Constant) -> bool {
    match (one, other) {
        (Constant::Integer(one), Constant::Integer(other)) => one < other,
        (Constant::Decimal(one), Constant::Decimal(other)) => one < other,
        _ => false,
    }
}
