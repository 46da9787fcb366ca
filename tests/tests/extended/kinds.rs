//! The resource types of a server, as `/ResourceTypes` and `/Schemas` publish them.

use serde_json::{Value, json};
use tests::Server;

/// The key of what an attribute declares beyond RFC 7643.
pub const RULES: &str = "urn:scimd:params:2.0:Attribute";

/// The attributes that every resource has (RFC 7643 §3.1), which a schema may list.
const COMMON: [&str; 4] = ["schemas", "id", "externalId", "meta"];

/// A resource type.
#[derive(Debug)]
pub struct Kind {
    pub name: String,
    pub endpoint: String,
    pub schema: String,
    /// `externalId`, and those of the base schema and of the extensions.
    pub attributes: Vec<Attribute>,
    /// The URNs of the extensions, and whether one is required.
    pub extensions: Vec<(String, bool)>,
}

/// An attribute at the top of a schema.
#[derive(Debug)]
pub struct Attribute {
    /// The URN of its schema.
    pub schema: String,
    /// The URN of its extension.
    pub extension: Option<String>,
    /// As the schema has it.
    pub declared: Value,
}

/// An attribute, or a sub-attribute of one.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub attribute: &'a Attribute,
    pub sub: Option<&'a Value>,
}

impl Kind {
    /// Every attribute and sub-attribute.
    pub fn places(&self) -> impl Iterator<Item = Place<'_>> {
        self.attributes.iter().flat_map(|attribute| {
            let subs = subs(&attribute.declared).map(move |sub| Place { attribute, sub: Some(sub) });
            std::iter::once(Place { attribute, sub: None }).chain(subs)
        })
    }

    /// Those that have values of their own to compare.
    pub fn leaves(&self) -> impl Iterator<Item = Place<'_>> {
        self.places().filter(|place| place.declared()["type"] != "complex")
    }

    pub fn required_extension(&self, urn: &str) -> bool {
        self.extensions.iter().any(|(known, required)| known == urn && *required)
    }
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
        name(&self.declared)
    }

    pub fn is(&self, key: &str, word: &str) -> bool {
        self.declared[key] == word
    }

    pub fn is_list(&self) -> bool {
        is_list(&self.declared)
    }

    /// Whether a resource has it as soon as it has the schema.
    pub fn is_required(&self) -> bool {
        is_required(&self.declared)
    }

    /// Whether it is a reference to resources of this server.
    pub fn refers(&self) -> bool {
        targets(&self.declared).is_some()
    }

    /// Whether clients ever see it unasked.
    pub fn is_shown(&self) -> bool {
        is_shown(&self.declared)
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

    /// An object with nothing but that value of it.
    pub fn alone(&self, value: &Value) -> Value {
        let mut resource = json!({});
        self.set(&mut resource, value.clone());
        resource
    }
}

impl<'a> Place<'a> {
    pub fn declared(&self) -> &'a Value {
        self.sub.unwrap_or(&self.attribute.declared)
    }

    pub fn path(&self) -> String {
        match self.sub {
            Some(sub) => format!("{}.{}", self.attribute.path(), name(sub)),
            None => self.attribute.path(),
        }
    }

    /// Whether it, or what it is a part of, has that characteristic.
    pub fn either(&self, key: &str, word: &str) -> bool {
        self.attribute.is(key, word) || self.sub.is_some_and(|sub| sub[key] == word)
    }

    /// In how many lists its values are.
    pub fn lists(&self) -> usize {
        usize::from(self.attribute.is_list()) + usize::from(self.sub.is_some_and(is_list))
    }

    /// All its values in a resource, from all lists that they are in.
    pub fn values(&self, resource: &Value) -> Vec<Value> {
        let flat = |value: &Value| match value {
            Value::Null => Vec::new(),
            Value::Array(values) => values.clone(),
            one => vec![one.clone()],
        };
        let values = flat(self.attribute.of(resource));
        match self.sub {
            Some(sub) => values.iter().flat_map(|value| flat(&value[name(sub)])).collect(),
            None => values,
        }
    }
}

pub fn name(declared: &Value) -> &str {
    declared["name"].as_str().unwrap()
}

pub fn is_list(declared: &Value) -> bool {
    declared["multiValued"] == true
}

pub fn is_required(declared: &Value) -> bool {
    declared["required"] == true
}

pub fn is_shown(declared: &Value) -> bool {
    declared["returned"] == "default" || declared["returned"] == "always"
}

/// The sub-attributes that a schema declares.
pub fn subs(declared: &Value) -> impl Iterator<Item = &Value> {
    declared["subAttributes"].as_array().into_iter().flatten()
}

/// Whether a sub-attribute says which value of a list is primary (RFC 7643 §2.4).
pub fn is_primary(sub: &Value) -> bool {
    name(sub) == "primary" && sub["type"] == "boolean" && !is_list(sub)
}

/// Whether it is a list of complex values, each part of which is a list or never returned.
pub fn holds_nothing_to_compare(declared: &Value) -> bool {
    let mut parts = subs(declared).peekable();
    is_list(declared) && parts.peek().is_some() && parts.all(|sub| is_list(sub) || sub["returned"] == "never")
}

/// The resource types of this server that values of a complex attribute refer to by their `value`.
pub fn targets(declared: &Value) -> Option<Vec<&str>> {
    let reference = subs(declared).find(|sub| sub["name"] == "$ref" && sub["type"] == "reference")?;
    let types: Vec<&str> = reference["referenceTypes"].as_array()?.iter().filter_map(Value::as_str).collect();
    let are_here = types.iter().all(|name| !["external", "uri"].contains(name));
    (are_here && subs(declared).any(|sub| sub["name"] == "value")).then_some(types)
}

/// Every resource type of a server.
pub fn kinds(server: &Server) -> Vec<Kind> {
    let schemas = server.get(&format!("/Schemas?attributes={RULES}")).expect(200).json();
    let schemas = schemas["Resources"].as_array().unwrap();
    let attributes = |urn: &str, extension: Option<&str>| -> Vec<Attribute> {
        let schema = schemas.iter().find(|schema| schema["id"] == urn).unwrap();
        let declared = schema["attributes"].as_array().unwrap().iter();
        declared
            .filter(|declared| extension.is_some() || COMMON.iter().all(|common| declared["name"] != *common))
            .map(|declared| Attribute {
                schema: urn.to_owned(),
                extension: extension.map(str::to_owned),
                declared: declared.clone(),
            })
            .collect()
    };
    let types = server.get("/ResourceTypes").expect(200).json();
    let kinds: Vec<Kind> = (types["Resources"].as_array().unwrap().iter())
        .map(|kind| {
            let text = |key: &str| kind[key].as_str().unwrap().to_owned();
            let mut all = vec![external_id(&text("schema"))];
            all.extend(attributes(&text("schema"), None));
            let mut extensions = Vec::new();
            for extension in kind["schemaExtensions"].as_array().into_iter().flatten() {
                let urn = extension["schema"].as_str().unwrap();
                all.extend(attributes(urn, Some(urn)));
                extensions.push((urn.to_owned(), extension["required"] == true));
            }
            let (name, endpoint, schema) = (text("name"), text("endpoint"), text("schema"));
            Kind { name, endpoint, schema, attributes: all, extensions }
        })
        .collect();
    assert!(kinds.len() >= 2, "the resource types are found");
    kinds
}

/// RFC 7643 §3.1, whether or not a schema lists it.
fn external_id(schema: &str) -> Attribute {
    let declared = json!({
        "name": "externalId", "type": "string", "multiValued": false, "required": false, "caseExact": true,
        "mutability": "readWrite", "returned": "default", "uniqueness": "none",
    });
    Attribute { schema: schema.to_owned(), extension: None, declared }
}
