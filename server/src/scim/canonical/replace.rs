//! What PUT keeps of the old resource (RFC 7644 §3.5.1): what the client may not write, and what it never sees.

use super::problems::{Path, Problems, distinct};
use super::{check, defaults, derive_schemas, reference};
use crate::scim::error::{Error, ErrorKind};
use crate::scim::json::Json;
use crate::scim::schema::{Attribute, Mutability, ResourceType, Role, find};
use crate::scim::value::{Complex, Value};

/// The numbers of the writeOnly attributes that a body sends as null, and so means to clear: a canonical resource cannot tell
/// them from those that it leaves out.
pub fn cleared(kind: &ResourceType, body: &Json) -> Vec<u16> {
    fn level(attributes: &[Attribute], json: &Json, found: &mut Vec<u16>) {
        let Json::Object(members) = json else { return };
        for (name, json) in members {
            let is_unassigned = json.is_unassigned();
            if !is_unassigned && !matches!(json, Json::Object(_)) {
                continue;
            }
            match find(attributes, name) {
                Some((_, attribute)) if !is_unassigned => level(attribute.sub_attributes, json, found),
                Some((_, attribute)) if is_write_only(attribute) => found.push(attribute.number),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    level(kind.attributes, body, &mut found);
    found
}

/// The resource after a PUT of `new` onto `old`; `cleared` is what the body clears of what it could leave out.
///
/// readOnly attributes are the old ones; an immutable one that is set stays, and a different value for it is 400
/// `mutability`; a writeOnly one left out stays with what it is a part of. Anything else left out gets its default, or is
/// cleared: so do an extension and a complex attribute, and only what nobody may take out of them stays, with what they
/// cannot be without. A [`Role::Hashed`] attribute of the result is the stored hash if `new` has none, else still in clear:
/// look at `new` first.
pub fn replace(kind: &'static ResourceType, old: &Complex, new: Complex, cleared: &[u16]) -> Result<Complex, Error> {
    let sent = kind.has_defaults.then(|| new.clone());
    let keep = Keep { is_sent: true, read_only: true };
    let mut root = Replacing { kind, cleared }.level(kind.attributes, Some(old), new, &Path::Root, keep)?;
    defaults::fill(kind, &mut root, sent.as_ref());
    let mut problems = Problems::default();
    check::primaries(kind.attributes, &root, &Path::Root, &mut problems);
    check::required(kind, &root, true, &mut problems);
    problems.into_result()?;
    derive_schemas(kind, &mut root);
    Ok(root)
}

/// What is kept of the old value of a level, beside what is immutable and set.
#[derive(Clone, Copy)]
struct Keep {
    /// Whether the client sent the level: then its writeOnly parts stay, and else they go with it.
    is_sent: bool,
    /// Whether readOnly parts stay: not if the complex value is gone, or if they describe the resource it referred to.
    read_only: bool,
}

struct Replacing<'a> {
    kind: &'static ResourceType,
    cleared: &'a [u16],
}

impl Replacing<'_> {
    fn level(
        &self,
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
            if let Some(value) = self.attribute(attribute, before, given, &path, keep)? {
                result.set(position, value);
            }
        }
        Ok(result)
    }

    fn attribute(
        &self,
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
            (_, Mutability::ReadOnly) => return Ok(old.filter(|_| keep.read_only).cloned()),
            _ if is_write_only(attribute) => {
                let stays = keep.is_sent && !self.cleared.contains(&attribute.number);
                return Ok(new.or_else(|| old.filter(|_| stays).cloned()));
            }
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
            _ => {}
        }
        if !attribute.is_complex() || attribute.multi_valued {
            return Ok(new);
        }
        let old = old.and_then(Value::as_complex);
        let is_sent = new.is_some();
        let read_only = match is_sent {
            true => attribute.sub_attributes.iter().all(|sub| sub.role != Role::Ref),
            false => attribute.role == Role::Extension,
        };
        let new = match new {
            Some(Value::Complex(complex)) => complex,
            _ => Complex::default(),
        };
        let mut complex = self.level(attribute.sub_attributes, old, new, path, Keep { is_sent, read_only })?;
        if complex.is_empty() {
            return Ok(None);
        }
        let is_missed = keep.is_sent && self.is_required(attribute);
        if let Some(old) = old.filter(|_| !is_sent && !is_missed) {
            complete(attribute, old, &mut complex);
        }
        Ok(Some(Value::Complex(complex)))
    }

    fn is_required(&self, attribute: &Attribute) -> bool {
        let required = || self.kind.extension(attribute.name).is_some_and(|extension| extension.required);
        attribute.required || attribute.role == Role::Extension && required()
    }
}

/// Gives a value of which the client sent nothing, and that cannot go, what it must have.
fn complete(attribute: &Attribute, old: &Complex, complex: &mut Complex) {
    for (position, sub) in attribute.sub_attributes.iter().enumerate() {
        if (sub.required || sub.role == Role::Ref)
            && complex.get(position).is_none()
            && let Some(value) = old.get(position).cloned().or_else(|| defaults::of(sub))
        {
            complex.set(position, value);
        }
    }
    reference::link(attribute, complex);
}

fn is_write_only(attribute: &Attribute) -> bool {
    attribute.role == Role::Hashed || attribute.mutability == Mutability::WriteOnly
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
    use crate::scim::fixture::{EXTENSION, PLAIN, SCHEMA, TYPE, USER_REF};
    use crate::scim::json::parse;
    use crate::scim::schema::{Constant, DataType, Extension, Rules};

    static ASSUMED: Rules = Rules {
        pattern: None,
        minimum: None,
        maximum: None,
        max_length: None,
        default: Some(Constant::Text("assumed")),
    };

    const NEEDED: Attribute = Attribute { required: true, ..PLAIN };
    const FIXED: Attribute = Attribute { name: "fixed", mutability: Mutability::Immutable, ..PLAIN };
    const HIDDEN: Attribute = Attribute { name: "hidden", mutability: Mutability::WriteOnly, ..PLAIN };

    const PART: Attribute = Attribute {
        name: "part",
        data_type: DataType::Complex,
        sub_attributes: &[
            Attribute { name: "needed", ..NEEDED },
            FIXED,
            Attribute { number: 5, ..HIDDEN },
            Attribute { name: "note", ..PLAIN },
        ],
        ..PLAIN
    };

    /// What needs parts, and holds some that no client takes away or reads.
    static KIND: ResourceType = ResourceType {
        extensions: &[Extension { schema: "urn:e", required: false, position: 2 }],
        has_defaults: true,
        attributes: &[
            Attribute { number: 1, ..HIDDEN },
            PART,
            Attribute {
                name: "urn:e",
                data_type: DataType::Complex,
                role: Role::Extension,
                sub_attributes: &[
                    Attribute { name: "must", rules: Some(&ASSUMED), ..NEEDED },
                    Attribute { number: 10, ..HIDDEN },
                    Attribute { required: true, ..PART },
                    Attribute { name: "note", ..PLAIN },
                ],
                ..PLAIN
            },
            Attribute {
                name: "keeper",
                data_type: DataType::Complex,
                sub_attributes: &[Attribute { name: "value", ..NEEDED }, USER_REF, FIXED],
                ..PLAIN
            },
            Attribute { name: "due", required: true, ..PART },
        ],
        ..TYPE
    };

    /// What becomes of the one body when the other is put in its place.
    fn becomes(old: &str, new: &str) -> Result<Complex, Error> {
        let json = |members: &str| parse(format!(r#"{{"schemas":["{SCHEMA}"],{members}}}"#).as_bytes()).unwrap();
        let read = |members: &str| resource(&KIND, json(members), Purpose::Replace).unwrap();
        replace(&KIND, &read(old), read(new), &cleared(&KIND, &json(new)))
    }

    /// The body that the other becomes what this says; `due` is always sent.
    #[track_caller]
    fn becomes_like(old: &str, new: &str, like: &str) {
        let with = |members: &str| [r#""due":{"needed":"d"}"#, members].join(if members.is_empty() { "" } else { "," });
        let json = parse(format!(r#"{{"schemas":["{SCHEMA}"],{}}}"#, with(like)).as_bytes()).unwrap();
        let expected = resource(&KIND, json, Purpose::Replace).unwrap();
        assert_eq!(becomes(&with(old), &with(new)), Ok(expected), "{old} and {new}");
    }

    fn put(old: &Complex, new: Complex) -> Result<Complex, Error> {
        replace(&TYPE, old, new, &[])
    }

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
        let new = put(&old, body(r#""active":true"#)).unwrap();
        let positions: Vec<usize> = new.iter().map(|(position, _)| position).collect();
        assert_eq!(positions, [0, 1, 4, 7, 8, 14]);
        assert_eq!(new.get(8), Some(&Value::Text("hash".into())));
    }

    /// 7643-7-19, 7643-7-20
    /// 7644-3.5.1-09a, 7644-3.5.1-09b, 7644-3.5.1-10
    #[test]
    fn an_immutable_value_may_be_repeated_and_not_changed() {
        let old = stored(r#""badge":"7""#);
        assert!(put(&old, body(r#""badge":"7""#)).is_ok());
        let error = put(&old, body(r#""badge":"8""#)).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Mutability);
        assert!(error.detail.starts_with("badge: "), "{}", error.detail);
        let unset = put(&stored(r#""active":true"#), body(r#""badge":"8""#)).unwrap();
        assert_eq!(unset.get(14), Some(&Value::Text("8".into())));
    }

    /// 7643-7-20
    #[test]
    fn immutable_parts_of_an_extension_stay_when_it_is_left_out() {
        let old = stored(&extension(r#""hireCode":"h","costCenter":"c""#));
        let new = put(&old, body(r#""active":true"#)).unwrap();
        let kept = new.get(20).unwrap().as_complex().unwrap();
        assert_eq!(kept.iter().map(|(position, _)| position).collect::<Vec<_>>(), [3]);
        let error = put(&old, body(&extension(r#""hireCode":"i""#))).unwrap_err();
        assert!(error.detail.starts_with(&format!("{EXTENSION}:hireCode: ")), "{}", error.detail);
    }

    #[test]
    fn an_extension_left_out_leaves_schemas() {
        let old = stored(&extension(r#""costCenter":"c""#));
        assert_eq!(old.get(0).unwrap().as_list().len(), 2);
        let new = put(&old, body(r#""active":true"#)).unwrap();
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
        let new = put(&old, body(&extension(r#""manager":{"value":"2"}"#))).unwrap();
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
        let error = put(&stored(r#""active":true"#), new).unwrap_err();
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

    /// 7644-3.5.1-07a, 7644-3.5.1-08
    #[test]
    fn what_is_write_only_stays_when_it_is_left_out_and_goes_when_it_is_null() {
        becomes_like(r#""hidden":"h""#, "", r#""hidden":"h""#);
        becomes_like(r#""hidden":"h""#, r#""Hidden":null"#, "");
        let part = r#""part":{"needed":"n","hidden":"h","note":"x"}"#;
        becomes_like(part, r#""part":{"needed":"n"}"#, r#""part":{"needed":"n","hidden":"h"}"#);
        becomes_like(part, r#""part":{"needed":"n","hidden":[]}"#, r#""part":{"needed":"n"}"#);
        let extension = |members: &str| format!(r#""urn:e":{{"must":"m","part":{{"needed":"n"{members}}}}}"#);
        let hidden = extension(r#","hidden":"h""#);
        becomes_like(&hidden, &extension(""), &hidden);
        becomes_like(&hidden, &extension(r#","hidden":null"#), &extension(""));
    }

    /// 7644-3.5.1-07b
    #[test]
    fn what_is_write_only_goes_with_what_holds_it() {
        let extension = r#""urn:e":{"must":"m","hidden":"h","part":{"needed":"n","hidden":"i"},"note":"x"}"#;
        for (old, name) in [(extension, "urn:e"), (r#""part":{"needed":"n","hidden":"h"}"#, "part")] {
            becomes_like(old, "", "");
            becomes_like(old, &format!(r#""{name}":null"#), "");
        }
    }

    /// 7643-7-20
    #[test]
    fn what_cannot_go_keeps_what_it_needs() {
        let part = r#""part":{"needed":"n","fixed":"f","hidden":"h","note":"x"}"#;
        becomes_like(part, "", r#""part":{"needed":"n","fixed":"f"}"#);
        let extension = r#""urn:e":{"must":"m","hidden":"h","part":{"needed":"n","fixed":"f","note":"y"},"note":"x"}"#;
        becomes_like(extension, "", r#""urn:e":{"must":"m","part":{"needed":"n","fixed":"f"}}"#);
        let keeper = r#""keeper":{"value":"1","fixed":"f"}"#;
        becomes_like(keeper, r#""keeper":null"#, keeper);
        // A resource may be older than what its schema requires.
        let older = r#""urn:e":{"part":{"needed":"n","fixed":"f"}}"#;
        becomes_like(older, "", r#""urn:e":{"must":"assumed","part":{"needed":"n","fixed":"f"}}"#);
    }

    /// 7644-3.5.1-12
    #[test]
    fn what_is_required_itself_is_not_completed() {
        let due = r#""due":{"needed":"n","fixed":"f"}"#;
        let extension = r#""due":{"needed":"d"},"urn:e":{"must":"m","part":{"needed":"n","fixed":"f"}}"#;
        for (old, new, missing) in [
            (due, r#""hidden":"h""#, "due.needed"),
            (extension, r#""due":{"needed":"d"},"urn:e":{"must":"m"}"#, "urn:e:part.needed"),
        ] {
            let error = becomes(old, new).unwrap_err();
            assert!(error.detail.starts_with(&format!("{missing}: is required")), "{}", error.detail);
        }
    }
}
