//! The resource types of a server, as `/ResourceTypes` and `/Schemas` publish them, and resources made from that.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Map, Value, json};
use tests::{Server, scim};

/// The attributes that every resource has (RFC 7643 §3.1), which a schema may list.
const COMMON: [&str; 4] = ["schemas", "id", "externalId", "meta"];

/// A resource type.
#[derive(Debug)]
pub struct Kind {
    pub name: String,
    pub endpoint: String,
    pub schema: String,
    /// Of the base schema and of the extensions, but for the common ones.
    pub attributes: Vec<Attribute>,
    required_extensions: Vec<String>,
}

/// An attribute at the top of a schema.
#[derive(Debug)]
pub struct Attribute {
    /// The URN of its extension.
    pub extension: Option<String>,
    /// As the schema has it.
    pub declared: Value,
}

impl Attribute {
    /// The path that a client writes.
    pub fn path(&self) -> String {
        match &self.extension {
            Some(urn) => format!("{urn}:{}", self.name()),
            None => self.name().to_owned(),
        }
    }

    pub fn name(&self) -> &str {
        self.declared["name"].as_str().unwrap()
    }

    pub fn is(&self, key: &str, word: &str) -> bool {
        self.declared[key] == word
    }

    pub fn is_list(&self) -> bool {
        is_list(&self.declared)
    }

    pub fn is_required(&self) -> bool {
        self.declared["required"] == true
    }

    /// Whether clients ever see it unasked.
    pub fn is_shown(&self) -> bool {
        self.is("returned", "default") || self.is("returned", "always")
    }

    /// Its value in a resource.
    pub fn of<'a>(&self, resource: &'a Value) -> &'a Value {
        match &self.extension {
            Some(urn) => &resource[urn.as_str()][self.name()],
            None => &resource[self.name()],
        }
    }

    pub fn set(&self, resource: &mut Value, value: Value) {
        match &self.extension {
            Some(urn) => resource[urn.as_str()][self.name()] = value,
            None => resource[self.name()] = value,
        }
    }
}

pub fn is_list(declared: &Value) -> bool {
    declared["multiValued"] == true
}

/// The sub-attributes that a schema declares.
pub fn subs(declared: &Value) -> impl Iterator<Item = &Value> {
    declared["subAttributes"].as_array().into_iter().flatten()
}

/// The resource types that values of a complex attribute refer to.
pub fn targets(declared: &Value) -> Option<Vec<&str>> {
    let reference = subs(declared).find(|sub| sub["name"] == "$ref")?;
    Some(reference["referenceTypes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect())
}

/// Every resource type of a server.
pub fn kinds(server: &Server) -> Vec<Kind> {
    let schemas = server.get("/Schemas?attributes=urn:scimd:params:2.0:Attribute").expect(200).json();
    let schemas = schemas["Resources"].as_array().unwrap();
    let attributes = |urn: &str, extension: Option<&str>| -> Vec<Attribute> {
        let schema = schemas.iter().find(|schema| schema["id"] == urn).unwrap();
        let declared = schema["attributes"].as_array().unwrap().iter();
        declared
            .filter(|declared| extension.is_some() || COMMON.iter().all(|common| declared["name"] != *common))
            .map(|declared| Attribute { extension: extension.map(str::to_owned), declared: declared.clone() })
            .collect()
    };
    let types = server.get("/ResourceTypes").expect(200).json();
    let kinds: Vec<Kind> = (types["Resources"].as_array().unwrap().iter())
        .map(|kind| {
            let text = |key: &str| kind[key].as_str().unwrap().to_owned();
            let mut all = attributes(&text("schema"), None);
            let mut required = Vec::new();
            for extension in kind["schemaExtensions"].as_array().into_iter().flatten() {
                let urn = extension["schema"].as_str().unwrap();
                all.extend(attributes(urn, Some(urn)));
                required.extend((extension["required"] == true).then(|| urn.to_owned()));
            }
            let (name, endpoint, schema) = (text("name"), text("endpoint"), text("schema"));
            Kind { name, endpoint, schema, attributes: all, required_extensions: required }
        })
        .collect();
    assert!(kinds.len() >= 2, "the resource types are found");
    kinds
}

/// A number that no other value has, and that is greater than all before.
fn number() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(1);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// A new value of an attribute, greater than all before; none if a client cannot give it one.
pub fn sample(server: &Server, kinds: &[Kind], declared: &Value) -> Option<Value> {
    if declared["mutability"] == "readOnly" {
        return None;
    }
    let value = single(server, kinds, declared)?;
    Some(if is_list(declared) { json!([value]) } else { value })
}

fn single(server: &Server, kinds: &[Kind], declared: &Value) -> Option<Value> {
    let number = number();
    let value = match declared["type"].as_str().unwrap() {
        "string" => scim::unique(&format!("v{number:09}")).into(),
        // One value at most is primary, and true finds more than false.
        "boolean" => true.into(),
        "decimal" => (number as f64 + 0.5).into(),
        "integer" => number.into(),
        "dateTime" => {
            let (day, hour, minute, second) =
                (number / 86_400 % 27 + 1, number / 3600 % 24, number / 60 % 60, number % 60);
            format!("2026-01-{day:02}T{hour:02}:{minute:02}:{second:02}Z").into()
        }
        // Four digits are three bytes of base64.
        "binary" => format!("{:08}", number).into(),
        "reference" => format!("https://example.com/{}", scim::unique(&format!("{number:09}"))).into(),
        "complex" => complex(server, kinds, declared)?,
        other => panic!("{other} is no type of RFC 7643 §2.3"),
    };
    Some(value)
}

fn complex(server: &Server, kinds: &[Kind], declared: &Value) -> Option<Value> {
    let target = match targets(declared) {
        Some(names) => Some(kinds.iter().find(|kind| names.contains(&kind.name.as_str()))?),
        None => None,
    };
    let mut value = Map::new();
    for sub in subs(declared) {
        let name = sub["name"].as_str().unwrap();
        let given = match (name, target) {
            ("$ref", _) => None,
            ("value", Some(kind)) => Some(create(server, kind, &least(server, kinds, kind)).into()),
            // In a relation it is the target's type, and its label.
            ("type" | "display", Some(_)) => None,
            _ => sample(server, kinds, sub),
        };
        value.extend(given.map(|given| (name.to_owned(), given)));
    }
    (!value.is_empty()).then_some(value.into())
}

/// A resource with nothing but what is required.
pub fn least(server: &Server, kinds: &[Kind], kind: &Kind) -> Value {
    body(server, kinds, kind, |attribute| {
        attribute.is_required()
            && attribute.extension.as_ref().is_none_or(|extension| kind.required_extensions.contains(extension))
    })
}

/// A resource with all that a client can give.
pub fn whole(server: &Server, kinds: &[Kind], kind: &Kind) -> Value {
    body(server, kinds, kind, |_| true)
}

fn body(server: &Server, kinds: &[Kind], kind: &Kind, wanted: impl Fn(&Attribute) -> bool) -> Value {
    let mut body = json!({ "schemas": [kind.schema] });
    for attribute in kind.attributes.iter().filter(|attribute| wanted(attribute)) {
        let Some(value) = sample(server, kinds, &attribute.declared) else { continue };
        attribute.set(&mut body, value);
        let schemas = body["schemas"].as_array_mut().unwrap();
        if let Some(urn) = attribute.extension.as_ref().filter(|urn| !schemas.iter().any(|known| known == urn.as_str()))
        {
            schemas.push(urn.as_str().into());
        }
    }
    body
}

/// Creates a resource and gives its id.
#[track_caller]
pub fn create(server: &Server, kind: &Kind, body: &Value) -> String {
    server.post(&kind.endpoint, body).expect(201).id()
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

/// `value` without the sub-attributes that answers do not show.
pub fn visible(declared: &Value, value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(|value| visible(declared, value)).collect(),
        Value::Object(members) => {
            let shown = |name: &str| {
                let sub = subs(declared).find(|sub| sub["name"] == name);
                sub.is_none_or(|sub| sub["returned"] != "never" && sub["returned"] != "request")
            };
            let members = members.iter().filter(|(name, _)| shown(name));
            Value::Object(members.map(|(name, value)| (name.clone(), value.clone())).collect())
        }
        value => value.clone(),
    }
}
