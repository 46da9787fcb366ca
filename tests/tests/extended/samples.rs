//! Values, and resources of every type, made from what the server publishes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Map, Value, json};
use tests::{Database, Response, Server, http::encode, scim, server::strict};

use crate::kinds::{Attribute, Kind, Place, is_list, is_primary, kinds, name, subs, targets};

/// How many resources of a type are there to be referred to.
const TARGETS: usize = 6;

/// A server with the resource types that it has.
#[derive(Debug)]
pub struct World<'a> {
    pub server: &'a Server,
    pub kinds: Vec<Kind>,
    /// By resource type, resources to refer to, and how often one was asked for.
    targets: RefCell<HashMap<String, (Vec<String>, usize)>>,
}

impl<'a> World<'a> {
    pub fn of(server: &'a Server) -> Self {
        Self { server, kinds: kinds(server), targets: RefCell::default() }
    }

    /// Whether the organisation has the profile that takes nothing but what the RFCs say.
    pub fn is_strict(&self) -> bool {
        self.server.database == Database::Sqlite && std::ptr::eq(self.server, strict(Database::Sqlite))
    }

    pub fn kind(&self, name: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.name == name)
    }

    /// A new value of an attribute, greater than all before where that means something; none if a client cannot give it one.
    pub fn sample(&self, declared: &Value) -> Option<Value> {
        if declared["mutability"] == "readOnly" {
            return None;
        }
        self.any_sample(declared)
    }

    /// The same, whoever may write it.
    pub fn any_sample(&self, declared: &Value) -> Option<Value> {
        let first = self.single(declared, true)?;
        Some(match (is_list(declared), &first) {
            (false, _) => first,
            // A list holds no value twice.
            (true, Value::Bool(flag)) => json!([flag, !flag]),
            (true, _) => json!([first, self.single(declared, false)?]),
        })
    }

    /// One value, or one element of a list; one element at most is primary.
    pub fn single(&self, declared: &Value, first: bool) -> Option<Value> {
        let number = number();
        let value = match declared["type"].as_str().unwrap() {
            "string" => scim::unique(&format!("Va{number:09}")).into(),
            "boolean" if is_primary(declared) => first.into(),
            "boolean" => number.is_multiple_of(2).into(),
            "decimal" => (number as f64 + 0.5).into(),
            "integer" => number.into(),
            "dateTime" => {
                let (day, hour, minute, second) =
                    (number / 86_400 % 27 + 1, number / 3600 % 24, number / 60 % 60, number % 60);
                format!("2026-01-{day:02}T{hour:02}:{minute:02}:{second:02}Z").into()
            }
            // Four digits are three bytes of base64.
            "binary" => format!("{number:08}").into(),
            "reference" => format!("https://example.com/{}", scim::unique(&format!("{number:09}"))).into(),
            "complex" => self.complex(declared, first)?,
            other => panic!("{other} is no type of RFC 7643 §2.3"),
        };
        Some(value)
    }

    fn complex(&self, declared: &Value, first: bool) -> Option<Value> {
        let referred = match targets(declared) {
            Some(names) => Some(self.target(names.iter().find(|name| self.kind(name).is_some())?)),
            None => None,
        };
        let mut value = Map::new();
        for sub in subs(declared) {
            let given = match (name(sub), &referred) {
                ("value", Some((id, _))) => Some(id.as_str().into()),
                // Where `$ref` may be of several types, it says of which.
                ("$ref", Some((_, location))) => Some(location.as_str().into()),
                // In a relation it is the target's type, and its label.
                ("type" | "display", Some(_)) => None,
                _ if sub["mutability"] == "readOnly" => None,
                _ if is_list(sub) => self.sample(sub),
                _ => self.single(sub, first),
            };
            value.extend(given.map(|given| (name(sub).to_owned(), given)));
        }
        (!value.is_empty()).then_some(value.into())
    }

    /// A resource of a type, to be referred to, with its location; after a while one that was given before.
    pub fn target(&self, kind: &str) -> (String, String) {
        let kind = self.kind(kind).unwrap();
        if !self.targets.borrow().contains_key(&kind.name) {
            let ids = (0..TARGETS).map(|_| self.create(kind, &self.least(kind))).collect();
            self.targets.borrow_mut().insert(kind.name.clone(), (ids, 0));
        }
        let mut targets = self.targets.borrow_mut();
        let (ids, asked) = targets.get_mut(&kind.name).unwrap();
        *asked += 1;
        let id = ids[*asked % TARGETS].clone();
        let location = format!("{}{}/{id}", self.server.base_url(), kind.endpoint);
        (id, location)
    }

    /// A resource with nothing but what is required.
    pub fn least(&self, kind: &Kind) -> Value {
        let mut body = self.body(kind, |attribute| {
            attribute.is_required() && attribute.extension.as_ref().is_none_or(|urn| kind.required_extension(urn))
        });
        // An extension that must be there, and requires nothing, has something.
        for (urn, _) in kind.extensions.iter().filter(|(_, required)| *required) {
            let mut own = kind.attributes.iter().filter(|attribute| attribute.extension.as_ref() == Some(urn));
            if body[urn.as_str()].is_null()
                && let Some((attribute, value)) = own.find_map(|one| Some((one, self.sample(&one.declared)?)))
            {
                attribute.set(&mut body, value);
                declare(&mut body, attribute);
            }
        }
        body
    }

    /// A resource with all that a client can give.
    pub fn whole(&self, kind: &Kind) -> Value {
        self.body(kind, |_| true)
    }

    /// The same without secrets, which take long.
    pub fn open(&self, kind: &Kind) -> Value {
        self.body(kind, |attribute| !attribute.is("mutability", "writeOnly") || attribute.is_required())
    }

    fn body(&self, kind: &Kind, wanted: impl Fn(&Attribute) -> bool) -> Value {
        let mut body = json!({ "schemas": [kind.schema] });
        for attribute in kind.attributes.iter().filter(|attribute| wanted(attribute)) {
            if let Some(value) = self.sample(&attribute.declared) {
                attribute.set(&mut body, value);
                declare(&mut body, attribute);
            }
        }
        body
    }

    /// Creates a resource and gives its id.
    #[track_caller]
    pub fn create(&self, kind: &Kind, body: &Value) -> String {
        self.server.post(&kind.endpoint, body).expect(201).id()
    }

    /// A resource with all that it ever shows.
    #[track_caller]
    pub fn read(&self, kind: &Kind, id: &str) -> Value {
        let target = format!("{}/{id}", kind.endpoint);
        let mut resource = self.server.get(&target).expect(200).json();
        let asked = |place: &Place| place.either("returned", "request") && !place.either("returned", "never");
        for place in kind.places().filter(asked) {
            let only = self.server.get(&format!("{target}?attributes={}", encode(&place.path()))).expect(200).json();
            let mut value = place.attribute.of(&resource).clone();
            join(&mut value, place.attribute.of(&only));
            if !value.is_null() {
                place.attribute.set(&mut resource, value);
            }
        }
        resource
    }

    /// What a filter finds of some resources.
    #[track_caller]
    pub fn find(&self, kind: &Kind, among: &[&str], filter: &str) -> Vec<String> {
        let ids: Vec<String> = among.iter().map(|id| format!(r#"id eq "{id}""#)).collect();
        let filter = format!("({}) and ({filter})", ids.join(" or "));
        let found = scim::resources(self.search(kind, &filter).expect(200));
        let mut found: Vec<String> = found.iter().map(scim::id_of).collect();
        found.sort_unstable();
        found
    }

    pub fn search(&self, kind: &Kind, filter: &str) -> Response {
        self.server.get(&format!("{}?attributes=id&filter={}", kind.endpoint, encode(filter)))
    }
}

/// Adds to a value, or to each of its elements, what another answer shows of it.
fn join(value: &mut Value, more: &Value) {
    match (value, more) {
        (_, Value::Null) => {}
        (Value::Array(values), Value::Array(more)) => {
            values.iter_mut().zip(more).for_each(|(value, more)| join(value, more));
        }
        (Value::Object(value), Value::Object(more)) => {
            value.extend(more.iter().map(|(name, value)| (name.clone(), value.clone())));
        }
        (value, more) => *value = more.clone(),
    }
}

/// Names the schema of an attribute that a body has.
pub fn declare(body: &mut Value, attribute: &Attribute) {
    let schemas = body["schemas"].as_array_mut().unwrap();
    if let Some(urn) = attribute.extension.as_ref().filter(|urn| schemas.iter().all(|known| known != urn.as_str())) {
        schemas.push(urn.as_str().into());
    }
}

/// A number that no other value has, and that is greater than all before.
fn number() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(1);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// Whether all of `part` is in `whole`, at every depth.
pub fn holds(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(name, part)| whole.get(name).is_some_and(|whole| holds(whole, part)))
        }
        (Value::Array(whole), Value::Array(parts)) => {
            parts.iter().all(|part| whole.iter().any(|whole| holds(whole, part)))
        }
        (whole, part) => whole == part,
    }
}

/// Whether a value is all that was sent and no more than the server adds of its own: as many elements, and all parts.
pub fn is_it(read: &Value, sent: &Value) -> bool {
    let count = |value: &Value| value.as_array().map_or(1, Vec::len);
    count(read) == count(sent) && holds(read, sent)
}

/// `value` without the sub-attributes that answers do not show.
pub fn visible(declared: &Value, value: &Value) -> Value {
    without(declared, value, &["never", "request"])
}

/// `value` without the sub-attributes that no answer ever shows.
pub fn showable(declared: &Value, value: &Value) -> Value {
    without(declared, value, &["never"])
}

/// `value` without the sub-attributes that are returned in one of those ways.
fn without(declared: &Value, value: &Value, returned: &[&str]) -> Value {
    match value {
        Value::Array(values) => values.iter().map(|value| without(declared, value, returned)).collect(),
        Value::Object(members) => {
            let shown = |found: &str| {
                let sub = subs(declared).find(|sub| sub["name"] == found);
                sub.is_none_or(|sub| !returned.iter().any(|word| sub["returned"] == *word))
            };
            let members = members.iter().filter(|(name, _)| shown(name));
            Value::Object(members.map(|(name, value)| (name.clone(), value.clone())).collect())
        }
        value => value.clone(),
    }
}
