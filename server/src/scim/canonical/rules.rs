//! The rules that a schema declares beyond RFC 7643: pattern, bounds, length.

use crate::scim::schema::{Constant, Rules};
use crate::scim::value::Value;

/// What a value must be and is not. The value itself is not repeated: it may be a secret.
pub fn broken(rules: &Rules, value: &Value) -> Option<String> {
    let least = rules.minimum.filter(|least| is_less(value, least));
    let greatest = rules.maximum.filter(|greatest| is_greater(value, greatest));
    let bound = least.map(|least| format!("must be {least} at least"));
    bound.or_else(|| greatest.map(|greatest| format!("must be {greatest} at most"))).or_else(|| text(rules, value))
}

fn text(rules: &Rules, value: &Value) -> Option<String> {
    let text = value.as_text()?;
    // Bytes are counted first: there are never fewer of them than characters.
    let most = rules.max_length.filter(|most| text.len() > *most && text.chars().count() > *most);
    let unlike = || rules.pattern.filter(|pattern| !pattern.matches(text));
    most.map(|most| format!("must have {most} characters at most, not {}", text.chars().count()))
        .or_else(|| unlike().map(|pattern| format!("must match the pattern {}", pattern.text)))
}

fn is_less(value: &Value, bound: &Constant) -> bool {
    match (value, bound) {
        (Value::Integer(value), Constant::Integer(bound)) => value < bound,
        (Value::Decimal(value), Constant::Decimal(bound)) => value < bound,
        _ => false,
    }
}

fn is_greater(value: &Value, bound: &Constant) -> bool {
    match (value, bound) {
        (Value::Integer(value), Constant::Integer(bound)) => value > bound,
        (Value::Decimal(value), Constant::Decimal(bound)) => value > bound,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::schema::Pattern;

    static LETTERS: Pattern = Pattern::new("^[a-zé]+$");

    const NONE: Rules = Rules { pattern: None, minimum: None, maximum: None, max_length: None, default: None };

    #[test]
    fn bounds_are_within() {
        let rules = Rules { minimum: Some(Constant::Integer(1)), maximum: Some(Constant::Integer(3)), ..NONE };
        let broken = |value| broken(&rules, &Value::Integer(value));
        assert_eq!([1, 3].map(broken), [None, None]);
        assert_eq!(broken(0).as_deref(), Some("must be 1 at least"));
        assert_eq!(broken(4).as_deref(), Some("must be 3 at most"));
        let rules = Rules { maximum: Some(Constant::Decimal(0.5)), ..NONE };
        assert_eq!(super::broken(&rules, &Value::Decimal(0.5)), None);
        assert_eq!(super::broken(&rules, &Value::Decimal(0.75)).as_deref(), Some("must be 0.5 at most"));
    }

    #[test]
    fn a_length_is_counted_in_characters() {
        let rules = Rules { max_length: Some(3), ..NONE };
        assert_eq!(broken(&rules, &Value::Text("ééé".into())), None);
        let detail = broken(&rules, &Value::Text("éééé".into()));
        assert_eq!(detail.as_deref(), Some("must have 3 characters at most, not 4"));
    }

    #[test]
    fn a_text_matches_the_pattern_and_is_not_repeated() {
        let rules = Rules { pattern: Some(&LETTERS), ..NONE };
        assert_eq!(broken(&rules, &Value::Text("aé".into())), None);
        let detail = broken(&rules, &Value::Text("s3cret".into()));
        assert_eq!(detail.as_deref(), Some("must match the pattern ^[a-zé]+$"));
    }
}
