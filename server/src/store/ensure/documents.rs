//! What becomes of one stored document when the schemas change: what is gone is put aside, what comes back is brought
//! back, and what does not fit is told.
//!
//! Aside means in the column `retired` of the same row: a JSON object of paths and values. A value of a part of a
//! multi-valued attribute is kept beside the rest of its element, by which it finds its way back.

use serde_json::{Map, Value, json};

use crate::scim::{
    canonical, render,
    schema::{Attribute, DataType, ResourceType, Role, find},
};

use super::declared::{Changes, Kept, SEPARATOR, written};

/// What hashes begin with.
const HASH: &str = "$argon2";

/// What a row holds of a resource, besides its keys.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Texts {
    /// The document, as text that [`render::parse_document`] reads.
    pub document: String,
    /// What is put aside; none if nothing is.
    pub retired: Option<String>,
    /// What is never returned.
    pub secrets: Option<String>,
}

/// What is to be done about a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It stays as it is.
    Stays,
    /// It changes.
    Changes(Texts),
    /// It does not bear the change, for that reason.
    Clashes(String),
}

/// A row, taken apart.
struct Parts {
    root: Map<String, Value>,
    aside: Map<String, Value>,
    secrets: Map<String, Value>,
}

impl Parts {
    fn read(texts: &Texts) -> Option<Self> {
        let Ok(Value::Object(root)) = serde_json::from_str::<Value>(&texts.document) else { return None };
        let object = |text: &Option<String>| text.as_deref().and_then(|text| serde_json::from_str(text).ok());
        let (aside, secrets) = (object(&texts.retired).unwrap_or_default(), object(&texts.secrets).unwrap_or_default());
        Some(Self { root, aside, secrets })
    }

    fn write(self) -> Texts {
        let text = |object: Map<String, Value>| (!object.is_empty()).then(|| Value::Object(object).to_string());
        let (retired, secrets) = (text(self.aside), text(self.secrets));
        Texts { document: Value::Object(self.root).to_string(), retired, secrets }
    }

    /// What holds the values that are kept so.
    fn of(&mut self, kept: Kept) -> &mut Map<String, Value> {
        match kept {
            Kept::Document | Kept::Relation => &mut self.root,
            Kept::Apart | Kept::Hash => &mut self.secrets,
        }
    }

    fn is_hash(&self, name: &str) -> bool {
        self.secrets.get(name).and_then(Value::as_str).is_some_and(|text| text.starts_with(HASH))
    }
}

/// Applies changes to a resource.
pub fn migrated(kind: &ResourceType, changes: &Changes, texts: &Texts) -> Verdict {
    let Some(mut parts) = Parts::read(texts) else {
        return Verdict::Clashes("its document cannot be read".to_owned());
    };
    match apply(kind, changes, &mut parts) {
        Err(reason) => Verdict::Clashes(reason),
        Ok(()) => {
            let written = parts.write();
            if unchanged(texts, &written) { Verdict::Stays } else { Verdict::Changes(written) }
        }
    }
}

/// Whether two rows say the same, in whatever order.
fn unchanged(one: &Texts, other: &Texts) -> bool {
    let same = |one: &str, other: &str| {
        one == other || serde_json::from_str::<Value>(one).ok() == serde_json::from_str::<Value>(other).ok()
    };
    let both = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    same(&one.document, &other.document) && both(&one.retired, &other.retired) && both(&one.secrets, &other.secrets)
}

fn apply(kind: &ResourceType, changes: &Changes, parts: &mut Parts) -> Result<(), String> {
    for (path, kept) in &changes.removed {
        if let Some(value) = take(parts.of(*kept), path) {
            parts.aside.insert(aside(path, *kept), value);
        }
    }
    respell(kind.attributes, &mut parts.root);
    respell(kind.attributes, &mut parts.secrets);
    // A build may have put aside what it took for another name.
    for (path, kept) in changes.added.iter().chain(&changes.respelt) {
        come_back(path, *kept, changes.unknown, parts)?;
    }
    for (path, from, to) in &changes.moved {
        move_value(path, *from, *to, parts)?;
    }
    if changes.unknown {
        for attribute in kind.attributes {
            hold_secret(attribute, parts)?;
        }
    }
    for (path, kept, words) in &changes.retyped {
        if !values(parts.of(*kept), path).is_empty() {
            return Err(format!("{} {words}, and it has a value", written(path)));
        }
    }
    for (path, kept) in changes.required.iter().filter(|(_, kept)| *kept != Kept::Relation) {
        if lacks(parts.of(*kept), path) {
            return Err(format!("{} is required now, and it has none", written(path)));
        }
    }
    let is_text = |value: &&Value, test: fn(&str) -> bool| value.as_str().is_some_and(test);
    for path in &changes.certificates {
        if values(&parts.root, path).iter().any(|value| is_text(value, canonical::is_followed)) {
            return Err(format!(
                "{} holds one certificate a value now, and one of its values holds more",
                written(path)
            ));
        }
    }
    for path in &changes.own {
        if values(&parts.root, path).iter().any(|value| is_text(value, |text| text.contains(':'))) {
            return Err(format!("{} refers to resources of this server now, and it has another URI", written(path)));
        }
    }
    // What the build does not know would be lost when the document is written.
    for path in foreign(kind.attributes, &parts.root) {
        if let Some(value) = take(&mut parts.root, &path) {
            parts.aside.insert(path, value);
        }
    }
    let present = kind.extensions.iter().map(|extension| extension.schema);
    let present = present.filter(|urn| parts.root.contains_key(*urn));
    let schemas: Vec<&str> = std::iter::once(kind.schema).chain(present).collect();
    let schemas = json!(schemas);
    parts.root.insert("schemas".to_owned(), schemas);
    match misfit(kind.attributes, &parts.root) {
        Some(path) => Err(format!("{} has a value that does not fit its type now", written(&path))),
        None if render::parse_document(kind, &Value::Object(parts.root.clone()).to_string()).is_err() => {
            Err("its document does not fit its type now".to_owned())
        }
        None => Ok(()),
    }
}

/// Under which name something is put aside: what was never returned does not come back as something that is.
fn aside(path: &str, kept: Kept) -> String {
    match kept {
        Kept::Document | Kept::Relation => path.to_owned(),
        Kept::Apart => format!("apart:{path}"),
        Kept::Hash => format!("hash:{path}"),
    }
}

/// Brings back what was at a path that is new.
fn come_back(path: &str, kept: Kept, unknown: bool, parts: &mut Parts) -> Result<(), String> {
    let wanted = aside(path, kept);
    let name = parts.aside.keys().find(|name| name.eq_ignore_ascii_case(&wanted)).cloned();
    if let Some(value) = name.and_then(|name| parts.aside.remove(&name)) {
        put(parts.of(kept), path, value);
    } else if unknown && kept == Kept::Document && parts.secrets.contains_key(path) {
        if parts.is_hash(path) {
            return Err(elsewhere(path, Kept::Hash, kept));
        }
        if let Some(value) = parts.secrets.remove(path) {
            put(&mut parts.root, path, value);
        }
    }
    Ok(())
}

fn elsewhere(path: &str, from: Kept, to: Kept) -> String {
    format!("{} is kept {} now and was kept {}, and it has a value", written(path), to.words(), from.words())
}

/// Moves a value between the document and what is apart from it; nothing else can be moved.
fn move_value(path: &str, from: Kept, to: Kept, parts: &mut Parts) -> Result<(), String> {
    let Some(value) = take(parts.of(from), path) else { return Ok(()) };
    if !matches!((from, to), (Kept::Document, Kept::Apart) | (Kept::Apart, Kept::Document)) {
        return Err(elsewhere(path, from, to));
    }
    put(parts.of(to), path, value);
    Ok(())
}

/// Refuses a hash that would be taken for a value, and a value that would be taken for a hash.
fn hold_secret(attribute: &Attribute, parts: &Parts) -> Result<(), String> {
    if !parts.secrets.contains_key(attribute.name) {
        return Ok(());
    }
    match (attribute.role, parts.is_hash(attribute.name)) {
        (Role::Hashed, false) => Err(elsewhere(attribute.name, Kept::Apart, Kept::Hash)),
        (Role::Plain, true) => Err(elsewhere(attribute.name, Kept::Hash, Kept::Apart)),
        _ => Ok(()),
    }
}

/// Writes names as the schema does.
fn respell(level: &[Attribute], object: &mut Map<String, Value>) {
    let names: Vec<String> = object.keys().cloned().collect();
    for name in names {
        let Some((_, attribute)) = find(level, &name) else { continue };
        if attribute.name != name
            && let Some(value) = object.remove(&name)
        {
            object.insert(attribute.name.to_owned(), value);
        }
        for part in object.get_mut(attribute.name).into_iter().flat_map(elements_mut) {
            respell(attribute.sub_attributes, part);
        }
    }
}

fn elements_mut(value: &mut Value) -> Vec<&mut Map<String, Value>> {
    match value {
        Value::Object(object) => vec![object],
        Value::Array(elements) => elements.iter_mut().filter_map(Value::as_object_mut).collect(),
        _ => Vec::new(),
    }
}

/// The topmost paths that a level does not have.
fn foreign(level: &[Attribute], object: &Map<String, Value>) -> Vec<String> {
    let mut paths = Vec::new();
    for (name, value) in object {
        let Some((_, attribute)) = find(level, name) else {
            paths.push(name.clone());
            continue;
        };
        let parts = match value {
            Value::Object(object) => vec![object],
            Value::Array(elements) => elements.iter().filter_map(Value::as_object).collect(),
            _ => Vec::new(),
        };
        for path in parts.into_iter().flat_map(|part| foreign(attribute.sub_attributes, part)) {
            let path = format!("{name}{SEPARATOR}{path}");
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
    }
    paths
}

/// The first path whose value has another JSON type than its attribute.
fn misfit(level: &[Attribute], object: &Map<String, Value>) -> Option<String> {
    object.iter().find_map(|(name, value)| {
        let (_, attribute) = find(level, name)?;
        let whole = || Some(name.clone());
        let values = match (attribute.multi_valued, value) {
            (true, Value::Array(values)) => values.iter().collect(),
            (true, _) | (false, Value::Array(_)) => return whole(),
            (false, value) => vec![value],
        };
        values.into_iter().find_map(|value| match (attribute.data_type, value) {
            (DataType::Complex, Value::Object(object)) => {
                misfit(attribute.sub_attributes, object).map(|path| format!("{name}{SEPARATOR}{path}"))
            }
            (DataType::Boolean, Value::Bool(_)) => None,
            (DataType::Integer, Value::Number(number)) if number.is_i64() => None,
            (DataType::Decimal, Value::Number(_)) => None,
            (DataType::String | DataType::DateTime | DataType::Binary | DataType::Reference, Value::String(_)) => None,
            _ => whole(),
        })
    })
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

    fn gone(list: &[&str]) -> Vec<(String, Kept)> {
        list.iter().map(|path| ((*path).to_owned(), Kept::Document)).collect()
    }

    fn texts(document: &Value, retired: Option<&str>) -> Texts {
        Texts { document: document.to_string(), retired: retired.map(str::to_owned), secrets: None }
    }

    #[track_caller]
    fn rewritten(changes: &Changes, document: &Value, retired: Option<&str>) -> (Value, Option<Value>) {
        match migrated(user(), changes, &texts(document, retired)) {
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
        let paths = ["badge", "emails/note", "name/nick", &format!("{ENTERPRISE}/desk")];
        let removed = Changes { removed: gone(&paths), ..Changes::default() };
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
        let aside = aside.unwrap();
        assert_eq!(aside.as_object().map(Map::len), Some(4));
        // What is unknown is put aside although nobody said that it was there.
        let unknown = Changes { unknown: true, ..Changes::default() };
        let (same, found) = rewritten(&unknown, &document, None);
        assert_eq!((same, found.unwrap()), (without, aside));
    }

    #[test]
    fn what_returns_finds_its_way_back() {
        let back = |before: Value, aside: Value, path: &str| {
            let changes = Changes { added: gone(&[path]), ..Changes::default() };
            let (after, left) = rewritten(&changes, &before, Some(&aside.to_string()));
            (after, left)
        };
        let schemas = json!([user().schema]);
        // Meanwhile an element went, and a value came.
        let before = json!({ "schemas": schemas, "userName": "a", "title": "new", "emails": [{ "value": "y" }, { "value": "z" }] });
        let parts = json!([{ "of": { "value": "x" }, "value": "home" }, { "of": { "value": "z" }, "value": "work" }]);
        let (after, left) = back(before.clone(), json!({ "emails/type": parts }), "emails/type");
        assert_eq!(after["emails"], json!([{ "value": "y" }, { "value": "z", "type": "work" }]));
        assert_eq!(left, None);
        let (after, _) = back(before.clone(), json!({ "title": "old", "NickName": "n" }), "title");
        assert_eq!(after["title"], json!("new"), "what is there stays");
        let (after, _) = back(before.clone(), json!({ "NickName": "n" }), "nickName");
        assert_eq!(after["nickName"], json!("n"), "in whatever case it was put aside");
        let path = format!("{ENTERPRISE}/department");
        let (after, _) = back(before, json!({ path.clone(): "d" }), &path);
        assert_eq!(after[ENTERPRISE]["department"], json!("d"));
        assert_eq!(after["schemas"], json!([user().schema, ENTERPRISE]));
    }

    #[test]
    fn what_a_document_does_not_bear_is_told() {
        let document = json!({ "schemas": [user().schema], "userName": "a", "emails": [{ "value": "x" }] });
        let clash = |changes: Changes| match migrated(user(), &changes, &texts(&document, None)) {
            Verdict::Clashes(reason) => reason,
            other => panic!("{other:?}"),
        };
        let retyped = vec![("userName".to_owned(), Kept::Document, "was string and is integer now".to_owned())];
        assert_eq!(
            clash(Changes { retyped, ..Changes::default() }),
            "userName was string and is integer now, and it has a value"
        );
        let required = gone(&["title"]);
        assert_eq!(clash(Changes { required, ..Changes::default() }), "title is required now, and it has none");
        let required = gone(&["emails/type"]);
        assert!(clash(Changes { required, ..Changes::default() }).contains("emails.type"));
        let moved = vec![("userName".to_owned(), Kept::Document, Kept::Hash)];
        assert_eq!(
            clash(Changes { moved, ..Changes::default() }),
            "userName is kept as a hash now and was kept in the document, and it has a value"
        );
    }

    #[test]
    fn what_does_not_concern_a_document_leaves_it() {
        let document = json!({ "schemas": [user().schema], "userName": "a" });
        let changes = Changes {
            removed: gone(&["badge", "emails/note"]),
            added: gone(&["title"]),
            retyped: vec![("nickName".to_owned(), Kept::Document, "…".to_owned())],
            required: gone(&["emails/value", "userName"]),
            moved: vec![("title".to_owned(), Kept::Document, Kept::Apart)],
            certificates: vec!["x509Certificates/value".to_owned()],
            own: vec![format!("{ENTERPRISE}/manager/$ref")],
            respelt: gone(&["title"]),
            renamed: true,
            unknown: true,
        };
        assert_eq!(migrated(user(), &changes, &texts(&document, None)), Verdict::Stays);
        assert_eq!(migrated(user(), &changes, &texts(&document, Some(r#"{"other":1}"#))), Verdict::Stays);
    }

    #[test]
    fn what_comes_back_with_another_type_is_a_clash() {
        let document = json!({ "schemas": [user().schema], "userName": "a" });
        let changes = Changes { added: gone(&["title"]), ..Changes::default() };
        let texts = texts(&document, Some(r#"{"title":5}"#));
        let expected = Verdict::Clashes("title has a value that does not fit its type now".to_owned());
        assert_eq!(migrated(user(), &changes, &texts), expected);
    }

    #[test]
    fn values_move_between_the_document_and_what_is_apart_and_hashes_do_not() {
        let document = json!({ "schemas": [user().schema], "userName": "a", "title": "t" });
        let before = Texts { secrets: Some(r#"{"nickName":"n"}"#.to_owned()), ..texts(&document, None) };
        let moved = vec![
            ("title".to_owned(), Kept::Document, Kept::Apart),
            ("nickName".to_owned(), Kept::Apart, Kept::Document),
        ];
        let Verdict::Changes(new) = migrated(user(), &Changes { moved, ..Changes::default() }, &before) else {
            panic!()
        };
        assert!(new.document.contains(r#""nickName":"n""#) && !new.document.contains("title"), "{new:?}");
        assert_eq!(new.secrets.as_deref(), Some(r#"{"title":"t"}"#));
        // A build that recorded less did not say whether it kept a hash.
        let unknown = Changes { unknown: true, ..Changes::default() };
        let clear = Texts { secrets: Some(r#"{"password":"clear"}"#.to_owned()), ..texts(&document, None) };
        assert!(
            matches!(migrated(user(), &unknown, &clear), Verdict::Clashes(reason) if reason.contains("password is kept as a hash now"))
        );
        let hash = Texts { secrets: Some(r#"{"password":"$argon2id$v=19$x"}"#.to_owned()), ..texts(&document, None) };
        assert_eq!(migrated(user(), &unknown, &hash), Verdict::Stays);
        // What was apart, or a hash, comes back as what it was alone.
        let removed = Changes { removed: vec![("password".to_owned(), Kept::Hash)], ..Changes::default() };
        let Verdict::Changes(gone) = migrated(user(), &removed, &hash) else { panic!() };
        assert_eq!((gone.secrets.clone(), gone.retired.is_some()), (None, true));
        let back = |kept| Changes { added: vec![("password".to_owned(), kept)], ..Changes::default() };
        assert_eq!(migrated(user(), &back(Kept::Document), &gone), Verdict::Stays);
        assert_eq!(migrated(user(), &back(Kept::Hash), &gone), Verdict::Changes(hash));
    }

    #[test]
    fn names_are_written_as_the_schema_writes_them() {
        let document =
            json!({ "schemas": [user().schema], "userName": "a", "TITLE": "t", "emails": [{ "VALUE": "x" }] });
        let respelt = Changes { respelt: gone(&["title"]), ..Changes::default() };
        let (after, aside) = rewritten(&respelt, &document, None);
        assert_eq!((&after["title"], &after["emails"], aside), (&json!("t"), &json!([{ "value": "x" }]), None));
    }
}
