//! What the server publishes about its resource types (RFC 7643 §6, §7), as the oracle needs it.

use serde_json::{Value, json};

/// Who may write an attribute (RFC 7643 §7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mutability {
    ReadOnly,
    ReadWrite,
    Immutable,
    WriteOnly,
}

/// The type of an attribute's values (RFC 7643 §2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Text,
    Boolean,
    Binary,
    Reference,
    DateTime,
    Number,
    Complex,
}

/// An attribute; an extension is one too: a single complex attribute named by its URN.
#[derive(Debug, Clone)]
pub struct Attribute {
    pub name: String,
    pub kind: Type,
    pub multi_valued: bool,
    pub required: bool,
    pub case_exact: bool,
    pub mutability: Mutability,
    pub hidden: bool,
    pub unique: bool,
    pub reference_types: Vec<String>,
    pub subs: Vec<Attribute>,
}

/// A resource type.
#[derive(Debug, Clone)]
pub struct ResourceType {
    pub name: String,
    pub endpoint: String,
    /// The URN of the core schema.
    pub core: String,
    /// The common attributes and those of the core schema.
    pub attributes: Vec<Attribute>,
    /// One attribute a schema extension.
    pub extensions: Vec<Attribute>,
}

impl Attribute {
    fn read(document: &Value) -> Self {
        let text = |name: &str| document[name].as_str().unwrap_or_default();
        let flag = |name: &str| document[name].as_bool().unwrap_or(false);
        let list = |name: &str| document[name].as_array().cloned().unwrap_or_default();
        Self {
            name: text("name").to_owned(),
            kind: match text("type") {
                "string" | "" => Type::Text,
                "boolean" => Type::Boolean,
                "binary" => Type::Binary,
                "reference" => Type::Reference,
                "dateTime" => Type::DateTime,
                "integer" | "decimal" => Type::Number,
                "complex" => Type::Complex,
                other => panic!("no such type: {other}"),
            },
            multi_valued: flag("multiValued"),
            required: flag("required"),
            case_exact: flag("caseExact"),
            mutability: match text("mutability") {
                "readOnly" => Mutability::ReadOnly,
                "readWrite" | "" => Mutability::ReadWrite,
                "immutable" => Mutability::Immutable,
                "writeOnly" => Mutability::WriteOnly,
                other => panic!("no such mutability: {other}"),
            },
            hidden: text("returned") == "never",
            unique: ["server", "global"].contains(&text("uniqueness")),
            reference_types: list("referenceTypes").iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            subs: list("subAttributes").iter().map(Self::read).collect(),
        }
    }

    /// The sub-attribute of that name, in any letter case (RFC 7643 §2.1).
    pub fn sub(&self, name: &str) -> Option<&Self> {
        find(&self.subs, name)
    }

    /// Whether its values point at resources of this server: `value` is an id, and the server makes `$ref` of it.
    pub fn refers_to_resources(&self) -> bool {
        let external = |name: &String| name == "external" || name == "uri";
        let reference = self.sub("$ref").map(|sub| &sub.reference_types);
        self.sub("value").is_some() && reference.is_some_and(|types| !types.is_empty() && !types.iter().any(external))
    }

    /// Whether no part of an element can be written again (`Group.members`): elements come and go whole.
    pub fn has_whole_elements(&self) -> bool {
        self.multi_valued
            && !self.subs.is_empty()
            && self.subs.iter().all(|sub| sub.mutability == Mutability::Immutable)
    }
}

/// The attribute of that name, in any letter case.
pub fn find<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a Attribute> {
    attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
}

/// The attributes that every resource has and no schema lists (RFC 7643 §3, §3.1).
fn common() -> Vec<Attribute> {
    let meta = ["resourceType", "created", "lastModified", "location", "version"];
    let meta: Vec<Value> = meta.iter().map(|name| json!({ "name": name, "mutability": "readOnly" })).collect();
    [
        json!({ "name": "schemas", "multiValued": true, "required": true }),
        json!({ "name": "id", "mutability": "readOnly", "caseExact": true }),
        json!({ "name": "externalId", "caseExact": true }),
        json!({ "name": "meta", "type": "complex", "mutability": "readOnly", "subAttributes": meta }),
    ]
    .iter()
    .map(Attribute::read)
    .collect()
}

/// All resource types, from the resources of `GET /ResourceTypes` and `GET /Schemas`.
pub fn resource_types(types: &[Value], schemas: &[Value]) -> Vec<ResourceType> {
    let attributes = |urn: &Value| -> Vec<Attribute> {
        let schema = schemas.iter().find(|schema| schema["id"] == *urn).unwrap_or_else(|| panic!("no schema {urn}"));
        schema["attributes"].as_array().unwrap().iter().map(Attribute::read).collect()
    };
    types
        .iter()
        .map(|document| {
            let text = |name: &str| document[name].as_str().unwrap().to_owned();
            let extensions = document["schemaExtensions"].as_array().cloned().unwrap_or_default();
            ResourceType {
                name: text("name"),
                endpoint: text("endpoint"),
                core: text("schema"),
                attributes: common().into_iter().chain(attributes(&document["schema"])).collect(),
                extensions: extensions
                    .iter()
                    .map(|extension| {
                        let urn = &extension["schema"];
                        let frame = json!({ "name": urn, "type": "complex", "required": extension["required"] });
                        Attribute { subs: attributes(urn), ..Attribute::read(&frame) }
                    })
                    .collect(),
            }
        })
        .collect()
}
