//! What PUT keeps of the old resource (RFC 7644 §3.5.1): what the client may not write, and what it never sees.

use super::problems::{Path, Problems, distinct};
use super::{check, defaults, derive_schemas};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::schema::{Attribute, Mutability, ResourceType, Role};
use crate::scim::value::{Complex, Value};

/// The resource after a PUT of `new` onto `old`.
///
/// readOnly attributes are the old ones; an immutable one that is set stays, and a different value for it is 400
/// `mutability`; a writeOnly one left out stays. Anything else left out gets its default, or is cleared. A [`Role::Hashed`]
/// attribute of the result is the stored hash if `new` has none, else still in clear: look at `new` first.
pub fn replace(kind: &'static ResourceType, old: &Complex, new: Complex) -> Result<Complex, Error> {
    let sent = kind.has_defaults.then(|| new.clone());
    let mut root = level(kind.attributes, Some(old), new, &Path::Root, Keep::All)?;
    defaults::fill(kind, &mut root, sent.as_ref());
    let mut problems = Problems::default();
    check::primaries(kind.attributes, &root, &Path::Root, &mut problems);
    check::required(kind, &root, true, &mut problems);
    problems.into_result()?;
    derive_schemas(kind, &mut root);
    Ok(root)
}

/// Which of the attributes a client does not send are taken over from the old value of a level.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// readOnly, immutable and writeOnly ones.
    All,
    /// Not the readOnly ones: the complex value is gone, or they describe the resource it referred to.
    Written,
}

fn level(
    attributes: &[Attribute],
    old: Option<&Complex>,
    mut new: Complex,
    path: &Path,
    keep: Keep,
) -> Result<Complex, Error> {
    let mut result = Complex::default();
    for (position, attribute) in attributes.iter().enumerate() {
        let given = new.remove(position);
        let before = old.and_then(|old| old.get(position));
        let path = path.to(attribute);
        if let Some(value) = replaced(attribute, before, given, &path, keep)? {
            result.set(position, value);
        }
    }
    Ok(result)
}

fn replaced(
    attribute: &Attribute,
    old: Option<&Value>,
    new: Option<Value>,
    path: &Path,
    keep: Keep,
) -> Result<Option<Value>, Error> {
    match (attribute.role, attribute.mutability) {
        (Role::Id, _) => return Ok(old.cloned()),
        (Role::Schemas | Role::Meta | Role::BackReference(_), _) => return Ok(None),
        // A relation is not part of the old resource, and a `$ref` follows from the new `value`.
        (Role::Relation(_) | Role::Ref, _) => return Ok(new),
        (_, Mutability::ReadOnly) => return Ok(old.filter(|_| keep == Keep::All).cloned()),
        (Role::Hashed, _) | (_, Mutability::WriteOnly) => return Ok(new.or_else(|| old.cloned())),
        (_, Mutability::Immutable) => {
            return match (old, new) {
                (Some(old), Some(new)) if !is_same(attribute, old, &new) => Err(Error::new(
                    ErrorKind::Mutability,
                    format!("{path}: is immutable and has another value already; send that value or leave it out"),
                )),
                (Some(old), _) => Ok(Some(old.clone())),
                (None, new) => Ok(new),
            };
        }
        (_, Mutability::ReadWrite) => {}
    }
    if !attribute.is_complex() || attribute.multi_valued {
        return Ok(new);
    }
    let keep = match new {
        Some(_) if attribute.sub_attributes.iter().all(|sub| sub.role != Role::Ref) => Keep::All,
        None if attribute.role == Role::Extension => Keep::All,
        _ => Keep::Written,
    };
    let new = match new {
        Some(Value::Complex(complex)) => complex,
        _ => Complex::default(),
    };
    let complex = level(attribute.sub_attributes, old.and_then(Value::as_complex), new, path, keep)?;
    Ok((!complex.is_empty()).then_some(Value::Complex(complex)))
}

/// Whether a client's value of an immutable attribute is the one that is set: what it cannot send does not count, and a
/// list is the same in any order.
fn is_same(attribute: &Attribute, old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Complex(old), Value::Complex(new)) => {
            attribute.sub_attributes.iter().enumerate().all(|(position, sub)| {
                match (old.get(position), new.get(position)) {
                    _ if sub.mutability == Mutability::ReadOnly || sub.role == Role::Ref => true,
                    (Some(old), Some(new)) => is_same(sub, old, new),
                    (old, new) => old.is_none() && new.is_none(),
                }
            })
        }
        (Value::List(old), Value::List(new)) => {
            // Neither holds a value twice, so equal lengths and a union no longer than either mean equal sets.
            let union = old.iter().chain(new).cloned().collect();
            old.len() == new.len() && distinct(union, None).len() == old.len()
        }
        _ => old == new,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Purpose, resource};
    use super::*;
    use crate::scim::fixture::{EXTENSION, SCHEMA, TYPE};
    use crate::scim::json::parse;

    fn body(members: &str) -> Complex {
        let text = format!(r#"{{"schemas":["{SCHEMA}"],"userName":"a",{members}}}"#);
        resource(&TYPE, parse(text.as_bytes()).unwrap(), Purpose::Replace).unwrap()
    }

    fn stored(members: &str) -> Complex {
        let mut root = body(members);
        root.set(1, Value::Text("1".into()));
        root
    }

    fn extension(members: &str) -> String {
        format!(r#""{EXTENSION}":{{{members}}}"#)
    }

    #[test]
    fn what_is_left_out_is_cleared_but_id_immutable_and_write_only_stay() {
        let old = stored(r#""externalId":"x","name":{"givenName":"b"},"password":"hash","badge":"7","tags":["a"]"#);
        let new = replace(&TYPE, &old, body(r#""active":true"#)).unwrap();
        let positions: Vec<usize> = new.iter().map(|(position, _)| position).collect();
        assert_eq!(positions, [0, 1, 4, 7, 8, 14]);
        assert_eq!(new.get(8), Some(&Value::Text("hash".into())));
    }

    /// 7643-7-19, 7643-7-20
    /// 7644-3.5.1-09a, 7644-3.5.1-09b, 7644-3.5.1-10
    #[test]
    fn an_immutable_value_may_be_repeated_and_not_changed() {
        let old = stored(r#""badge":"7""#);
        assert!(replace(&TYPE, &old, body(r#""badge":"7""#)).is_ok());
        let error = replace(&TYPE, &old, body(r#""badge":"8""#)).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Mutability);
        assert!(error.detail.starts_with("badge: "), "{}", error.detail);
        let unset = replace(&TYPE, &stored(r#""active":true"#), body(r#""badge":"8""#)).unwrap();
        assert_eq!(unset.get(14), Some(&Value::Text("8".into())));
    }

    /// 7643-7-20
    #[test]
    fn immutable_parts_of_an_extension_stay_when_it_is_left_out() {
        let old = stored(&extension(r#""hireCode":"h","costCenter":"c""#));
        let new = replace(&TYPE, &old, body(r#""active":true"#)).unwrap();
        let kept = new.get(20).unwrap().as_complex().unwrap();
        assert_eq!(kept.iter().map(|(position, _)| position).collect::<Vec<_>>(), [3]);
        let error = replace(&TYPE, &old, body(&extension(r#""hireCode":"i""#))).unwrap_err();
        assert!(error.detail.starts_with(&format!("{EXTENSION}:hireCode: ")), "{}", error.detail);
    }

    #[test]
    fn an_extension_left_out_leaves_schemas() {
        let old = stored(&extension(r#""costCenter":"c""#));
        assert_eq!(old.get(0).unwrap().as_list().len(), 2);
        let new = replace(&TYPE, &old, body(r#""active":true"#)).unwrap();
        assert_eq!(new.get(20), None);
        assert_eq!(new.get(0).unwrap().as_list(), [Value::Text(SCHEMA.into())]);
    }

    /// 7643-7-17
    #[test]
    fn read_only_parts_stay_unless_they_describe_another_resource() {
        let mut old = stored(&extension(r#""manager":{"value":"1"}"#));
        let Some(Value::Complex(enterprise)) = old.get_mut(20) else { panic!() };
        enterprise.set(4, Value::Text("s".into()));
        let Some(Value::Complex(manager)) = enterprise.get_mut(2) else { panic!() };
        manager.set(2, Value::Text("Boss".into()));
        let new = replace(&TYPE, &old, body(&extension(r#""manager":{"value":"2"}"#))).unwrap();
        let enterprise = new.get(20).unwrap().as_complex().unwrap();
        assert_eq!(enterprise.get(4), Some(&Value::Text("s".into())));
        let manager = enterprise.get(2).unwrap().as_complex().unwrap();
        assert_eq!(manager.get(1), Some(&Value::Text("User/2".into())));
        assert_eq!(manager.get(2), None);
    }

    #[test]
    fn required_attributes_must_be_sent_again() {
        let text = format!(r#"{{"schemas":["{SCHEMA}"],"active":true}}"#);
        let new = resource(&TYPE, parse(text.as_bytes()).unwrap(), Purpose::Replace).unwrap();
        let error = replace(&TYPE, &stored(r#""active":true"#), new).unwrap_err();
        assert_eq!(error.kind, ErrorKind::InvalidValue);
        assert!(error.detail.starts_with("userName: is required"), "{}", error.detail);
    }

    #[test]
    fn immutable_lists_are_the_same_in_any_order() {
        let list = |texts: &[&str]| Value::List(texts.iter().map(|&text| Value::Text(text.into())).collect());
        let tags = &TYPE.attributes[18];
        assert!(is_same(tags, &list(&["a", "b"]), &list(&["b", "a"])));
        assert!(!is_same(tags, &list(&["a", "b"]), &list(&["a", "c"])));
        assert!(!is_same(tags, &list(&["a", "b"]), &list(&["a"])));
    }
}
