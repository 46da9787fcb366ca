//! What becomes of one stored document when the schemas change: what is gone is put aside, what comes back is brought
//! back, and what does not fit is told.
//!
//! Aside means in the column `retired` of the same row: a JSON object of paths and values. A value of a part of a
//! multi-valued attribute is kept beside the rest of its element, by which it finds its way back.

use serde_json::{Map, Value, json};

use crate::scim::{render, schema::ResourceType};

use super::declared::{Changes, SEPARATOR, written};

/// A document that has to be written anew.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewritten {
    /// The document, as text that [`render::parse_document`] reads.
    pub document: String,
    /// What is put aside; none if nothing is.
    pub retired: Option<String>,
}

/// What is to be done about a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It stays as it is.
    Stays,
    /// It changes.
    Changes(Rewritten),
    /// It does not bear the change, for that reason.
    Clashes(String),
}

/// Applies changes to a document.
pub fn migrated(kind: &ResourceType, changes: &Changes, document: &str, retired: Option<&str>) -> Verdict {
    let Ok(Value::Object(mut root)) = serde_json::from_str::<Value>(document) else {
        return Verdict::Clashes("its document cannot be read".to_owned());
    };
    let mut aside: Map<String, Value> = retired.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let mut changed = false;
    for path in &changes.removed {
        if let Some(value) = take(&mut root, path) {
            aside.insert(path.clone(), value);
            changed = true;
        }
    }
    for path in &changes.added {
        if let Some(value) = aside.remove(path) {
            put(&mut root, path, value);
            changed = true;
        }
    }
    for (path, words) in &changes.retyped {
        if !values(&root, path).is_empty() {
            return Verdict::Clashes(format!("{} {words}, and it has a value", written(path)));
        }
    }
    for path in &changes.required {
        if lacks(&root, path) {
            return Verdict::Clashes(format!("{} is required now, and it has none", written(path)));
        }
    }
    if !changed {
        return Verdict::Stays;
    }
    let present = kind.extensions.iter().map(|extension| extension.schema).filter(|urn| root.contains_key(*urn));
    let schemas: Vec<&str> = std::iter::once(kind.schema).chain(present).collect();
    root.insert("schemas".to_owned(), json!(schemas));
    let document = Value::Object(root).to_string();
    if render::parse_document(kind, &document).is_err() {
        let paths: Vec<String> = changes.added.iter().map(|path| written(path)).collect();
        return Verdict::Clashes(format!(
            "the values that it had before of {} do not fit their type now",
            paths.join(", ")
        ));
    }
    let retired = (!aside.is_empty()).then(|| Value::Object(aside).to_string());
    Verdict::Changes(Rewritten { document, retired })
}

/// The objects that the parent of a path's last name is.
fn parents<'a>(root: &'a Map<String, Value>, path: &str) -> Vec<&'a Map<String, Value>> {
    let Some((parent, _)) = path.rsplit_once(SEPARATOR) else { return vec![root] };
    values(root, parent).into_iter().filter_map(Value::as_object).collect()
}

/// The values at a path, of every element of a list.
fn values<'a>(root: &'a Map<String, Value>, path: &str) -> Vec<&'a Value> {
    let name = path.rsplit(SEPARATOR).next().unwrap_or(path);
    parents(root, path)
        .into_iter()
        .filter_map(|parent| parent.get(name))
        .flat_map(|value| match value {
            Value::Array(elements) => elements.iter().collect(),
            Value::Null => Vec::new(),
            single => vec![single],
        })
        .collect()
}

/// Whether something that should have the last name of a path has it not.
fn lacks(root: &Map<String, Value>, path: &str) -> bool {
    let name = path.rsplit(SEPARATOR).next().unwrap_or(path);
    parents(root, path).into_iter().any(|parent| parent.get(name).is_none_or(Value::is_null))
}

/// Takes what is at a path out of a document, in the form in which [`put`] brings it back.
fn take(root: &mut Map<String, Value>, path: &str) -> Option<Value> {
    let Some((first, rest)) = path.split_once(SEPARATOR) else { return root.remove(path) };
    match root.get_mut(first)? {
        Value::Object(inner) => {
            let taken = take(inner, rest);
            if inner.is_empty() {
                root.remove(first);
            }
            taken
        }
        Value::Array(elements) => {
            let mut parts = Vec::new();
            for element in elements.iter_mut() {
                let Value::Object(element) = element else { continue };
                if let Some(value) = take(element, rest) {
                    parts.push(json!({ "of": element, "value": value }));
                }
            }
            elements.retain(|element| element.as_object().is_none_or(|element| !element.is_empty()));
            if elements.is_empty() {
                root.remove(first);
            }
            (!parts.is_empty()).then_some(Value::Array(parts))
        }
        _ => None,
    }
}

/// Brings back what was at a path, unless something is there now.
fn put(root: &mut Map<String, Value>, path: &str, value: Value) {
    let Some((first, rest)) = path.split_once(SEPARATOR) else {
        root.entry(path).or_insert(value);
        return;
    };
    match (root.get_mut(first), value) {
        (Some(Value::Array(elements)), Value::Array(parts)) => {
            for part in parts {
                let Value::Object(mut part) = part else { continue };
                let (Some(of), Some(value)) = (part.remove("of"), part.remove("value")) else { continue };
                let home = elements.iter_mut().find(|element| **element == of);
                if let Some(Value::Object(element)) = home {
                    put(element, rest, value);
                }
            }
        }
        (Some(Value::Object(inner)), value) => put(inner, rest, value),
        // What it was a part of is gone: an extension comes back with it, an element of a list does not.
        (None, value) if !value.is_array() || !value.to_string().contains("\"of\":") => {
            let mut inner = Map::new();
            put(&mut inner, rest, value);
            root.insert(first.to_owned(), Value::Object(inner));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::generated::RESOURCE_TYPES;

    const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    fn user() -> &'static ResourceType {
        RESOURCE_TYPES.iter().find(|kind| kind.name == "User").unwrap()
    }

    fn paths(list: &[&str]) -> Vec<String> {
        list.iter().map(|path| (*path).to_owned()).collect()
    }

    #[track_caller]
    fn rewritten(changes: &Changes, document: &Value, retired: Option<&str>) -> (Value, Option<Value>) {
        match migrated(user(), changes, &document.to_string(), retired) {
            Verdict::Changes(new) => {
                let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap();
                (parsed(&new.document), new.retired.as_deref().map(parsed))
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_removed_is_put_aside_and_comes_back_where_it_was() {
        let document = json!({
            "schemas": [user().schema, ENTERPRISE],
            "userName": "a",
            "name": { "givenName": "b", "nick": "n" },
            "badge": 7,
            "emails": [{ "value": "x", "note": "one" }, { "value": "y" }, { "value": "z", "note": "two" }],
            ENTERPRISE: { "desk": "d" },
        });
        let gone = paths(&["badge", "emails/note", "name/nick", &format!("{ENTERPRISE}/desk")]);
        let removed = Changes { removed: gone.clone(), ..Changes::default() };
        let (without, aside) = rewritten(&removed, &document, None);
        assert_eq!(
            without,
            json!({
                "schemas": [user().schema],
                "userName": "a",
                "name": { "givenName": "b" },
                "emails": [{ "value": "x" }, { "value": "y" }, { "value": "z" }],
            })
        );
        let aside = aside.unwrap().to_string();
        // Meanwhile an element went, and a value came.
        let mut later = without;
        later["emails"].as_array_mut().unwrap().remove(0);
        later["badge"] = json!(8);
        let returned = Changes { added: gone, ..Changes::default() };
        let (with, left) = rewritten(&returned, &later, Some(&aside));
        assert_eq!(with["badge"], json!(8), "what is there stays");
        assert_eq!(with["name"]["nick"], json!("n"));
        assert_eq!(with["emails"], json!([{ "value": "y" }, { "value": "z", "note": "two" }]));
        assert_eq!(with["schemas"], json!([user().schema, ENTERPRISE]));
        assert_eq!(left, None);
    }

    #[test]
    fn what_a_document_does_not_bear_is_told() {
        let document = json!({ "schemas": [user().schema], "userName": "a", "emails": [{ "value": "x" }] }).to_string();
        let clash = |changes: Changes| match migrated(user(), &changes, &document, None) {
            Verdict::Clashes(reason) => reason,
            other => panic!("{other:?}"),
        };
        let retyped = vec![("userName".to_owned(), "was string and is integer now".to_owned())];
        assert_eq!(
            clash(Changes { retyped, ..Changes::default() }),
            "userName was string and is integer now, and it has a value"
        );
        let required = paths(&["title"]);
        assert_eq!(clash(Changes { required, ..Changes::default() }), "title is required now, and it has none");
        let required = paths(&["emails/type"]);
        assert!(clash(Changes { required, ..Changes::default() }).contains("emails.type"));
    }

    #[test]
    fn what_does_not_concern_a_document_leaves_it() {
        let document = json!({ "schemas": [user().schema], "userName": "a" }).to_string();
        let changes = Changes {
            removed: paths(&["badge", "emails/note"]),
            added: paths(&["title"]),
            retyped: vec![("nickName".to_owned(), "…".to_owned())],
            required: paths(&["emails/value", "userName"]),
        };
        assert_eq!(migrated(user(), &changes, &document, None), Verdict::Stays);
        assert_eq!(migrated(user(), &changes, &document, Some(r#"{"other":1}"#)), Verdict::Stays);
    }

    #[test]
    fn what_comes_back_with_another_type_is_a_clash() {
        let document = json!({ "schemas": [user().schema], "userName": "a" }).to_string();
        let changes = Changes { added: paths(&["title"]), ..Changes::default() };
        assert!(matches!(migrated(user(), &changes, &document, Some(r#"{"title":5}"#)), Verdict::Clashes(_)));
    }
}
