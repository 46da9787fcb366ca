// @generated from the documents in schemas/. Change those.
use crate::scim::{schema, value};
/// Every schema, as `/Schemas` publishes it.
pub static SCHEMAS: &[schema::Schema] = &[
    schema::Schema {
        id: "urn:example:2.0:Thing",
        name: "Thing",
        document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Schema\"],\"id\":\"urn:example:2.0:Thing\",\"name\":\"Thing\",\"description\":\"A thing\",\"attributes\":[{\"name\":\"label\",\"type\":\"string\",\"multiValued\":false,\"description\":\"What it is called.\",\"required\":true,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"server\"},{\"name\":\"weight\",\"type\":\"decimal\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"note\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"parts\",\"type\":\"complex\",\"multiValued\":true,\"description\":\"What it is made of.\",\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"subAttributes\":[{\"name\":\"value\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"type\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"canonicalValues\":[\"bolt\",\"nut\"],\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"}]}]}",
        ruled: Some(
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Schema\"],\"id\":\"urn:example:2.0:Thing\",\"name\":\"Thing\",\"description\":\"A thing\",\"attributes\":[{\"name\":\"label\",\"type\":\"string\",\"multiValued\":false,\"description\":\"What it is called.\",\"required\":true,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"server\"},{\"name\":\"weight\",\"type\":\"decimal\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\",\"urn:scimd:params:2.0:Attribute\":{\"minimum\":0.0,\"maximum\":99.5}},{\"name\":\"note\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\",\"urn:scimd:params:2.0:Attribute\":{\"index\":true,\"pattern\":\"^[a-z]\",\"maxLength\":40,\"default\":\"none\"}},{\"name\":\"parts\",\"type\":\"complex\",\"multiValued\":true,\"description\":\"What it is made of.\",\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"subAttributes\":[{\"name\":\"value\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"type\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"canonicalValues\":[\"bolt\",\"nut\"],\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"}]}]}",
        ),
    },
];
/// Every resource type.
pub static RESOURCE_TYPES: &[&schema::ResourceType] = &[&THING];
/// The resource type Thing.
pub static THING: schema::ResourceType = schema::ResourceType {
    name: "Thing",
    endpoint: "/Things",
    description: "A thing",
    schema: "urn:example:2.0:Thing",
    extensions: &[],
    attributes: &[
        schema::Attribute {
            number: 0,
            name: "schemas",
            schema: "",
            description: "The URNs of the schemas that the resource uses.",
            data_type: schema::DataType::Reference,
            multi_valued: true,
            required: true,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Always,
            uniqueness: schema::Uniqueness::None,
            reference_types: &["uri"],
            sub_attributes: &[],
            role: schema::Role::Schemas,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 1,
            name: "id",
            schema: "",
            description: "The identifier that the service provider gave to the resource.",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: true,
            canonical_values: &[],
            case_exact: true,
            mutability: schema::Mutability::ReadOnly,
            returned: schema::Returned::Always,
            uniqueness: schema::Uniqueness::Server,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Id,
            indexed: true,
            rules: None,
        },
        schema::Attribute {
            number: 2,
            name: "externalId",
            schema: "",
            description: "The identifier that the provisioning client gave to the resource.",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: true,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: true,
            rules: None,
        },
        schema::Attribute {
            number: 3,
            name: "meta",
            schema: "",
            description: "What the service provider records about the resource.",
            data_type: schema::DataType::Complex,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadOnly,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[
                schema::Attribute {
                    number: 4,
                    name: "resourceType",
                    schema: "",
                    description: "The name of the resource type.",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: true,
                    mutability: schema::Mutability::ReadOnly,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::ResourceType,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 5,
                    name: "created",
                    schema: "",
                    description: "When the resource was added.",
                    data_type: schema::DataType::DateTime,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadOnly,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::Created,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 6,
                    name: "lastModified",
                    schema: "",
                    description: "When the resource was last changed.",
                    data_type: schema::DataType::DateTime,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadOnly,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::LastModified,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 7,
                    name: "location",
                    schema: "",
                    description: "The URI of the resource.",
                    data_type: schema::DataType::Reference,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: true,
                    mutability: schema::Mutability::ReadOnly,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &["uri"],
                    sub_attributes: &[],
                    role: schema::Role::Location,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 8,
                    name: "version",
                    schema: "",
                    description: "The version of the resource, as in its ETag.",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: true,
                    mutability: schema::Mutability::ReadOnly,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::Version,
                    indexed: false,
                    rules: None,
                },
            ],
            role: schema::Role::Meta,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 9,
            name: "label",
            schema: "urn:example:2.0:Thing",
            description: "What it is called.",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: true,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::Server,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: true,
            rules: None,
        },
        schema::Attribute {
            number: 10,
            name: "weight",
            schema: "urn:example:2.0:Thing",
            description: "",
            data_type: schema::DataType::Decimal,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: false,
            rules: Some(
                &schema::Rules {
                    pattern: None,
                    minimum: Some(schema::Constant::Decimal(0.0)),
                    maximum: Some(schema::Constant::Decimal(99.5)),
                    max_length: None,
                    default: None,
                },
            ),
        },
        schema::Attribute {
            number: 11,
            name: "note",
            schema: "urn:example:2.0:Thing",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: true,
            rules: Some(
                &schema::Rules {
                    pattern: Some(&PATTERN__0),
                    minimum: None,
                    maximum: None,
                    max_length: Some(40),
                    default: Some(schema::Constant::Text("none")),
                },
            ),
        },
        schema::Attribute {
            number: 12,
            name: "parts",
            schema: "urn:example:2.0:Thing",
            description: "What it is made of.",
            data_type: schema::DataType::Complex,
            multi_valued: true,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[
                schema::Attribute {
                    number: 13,
                    name: "value",
                    schema: "urn:example:2.0:Thing",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadWrite,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::Plain,
                    indexed: true,
                    rules: None,
                },
                schema::Attribute {
                    number: 14,
                    name: "type",
                    schema: "urn:example:2.0:Thing",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &["bolt", "nut"],
                    case_exact: false,
                    mutability: schema::Mutability::ReadWrite,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
            ],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
    ],
    attribute_count: 15,
    relations: &[],
    back_references: &[],
    always_project: false,
    has_defaults: true,
    document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:ResourceType\"],\"id\":\"Thing\",\"name\":\"Thing\",\"endpoint\":\"/Things\",\"description\":\"A thing\",\"schema\":\"urn:example:2.0:Thing\"}",
    example: "{}",
};
static PATTERN__0: schema::Pattern = schema::Pattern::new("^[a-z]");
/// A thing
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Thing {
    /// The URNs of the schemas that the resource uses.
    #[serde(rename = "schemas", default, skip_serializing_if = "Vec::is_empty")]
    pub schemas: Vec<String>,
    /// The identifier that the service provider gave to the resource.
    #[serde(rename = "id", default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The identifier that the provisioning client gave to the resource.
    #[serde(rename = "externalId", default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// What the service provider records about the resource.
    #[serde(rename = "meta", default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<Meta>,
    /// What it is called.
    #[serde(rename = "label", default)]
    pub label: String,
    /// The attribute `weight`.
    #[serde(rename = "weight", default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// The attribute `note`.
    #[serde(rename = "note", default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What it is made of.
    #[serde(rename = "parts", default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<ThingParts>,
}
impl From<value::Complex> for Thing {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::List(list)) => {
                    out.schemas = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Text(one) => Some(one),
                            _ => None,
                        })
                        .collect();
                }
                (1, value::Value::Text(one)) => out.id = Some(one),
                (2, value::Value::Text(one)) => out.external_id = Some(one),
                (3, value::Value::Complex(one)) => out.meta = Some(Meta::from(one)),
                (4, value::Value::Text(one)) => out.label = one,
                (5, value::Value::Decimal(one)) => out.weight = Some(one),
                (6, value::Value::Text(one)) => out.note = Some(one),
                (7, value::Value::List(list)) => {
                    out.parts = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Complex(one) => Some(ThingParts::from(one)),
                            _ => None,
                        })
                        .collect();
                }
                _ => {}
            }
        }
        out
    }
}
/// What the service provider records about the resource.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Meta {
    /// The name of the resource type.
    #[serde(rename = "resourceType", default, skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<String>,
    /// When the resource was added.
    #[serde(rename = "created", default, skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// When the resource was last changed.
    #[serde(rename = "lastModified", default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// The URI of the resource.
    #[serde(rename = "location", default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The version of the resource, as in its ETag.
    #[serde(rename = "version", default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}
impl From<value::Complex> for Meta {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Text(one)) => out.resource_type = Some(one),
                (1, value::Value::Text(one)) => out.created = Some(one),
                (2, value::Value::Text(one)) => out.last_modified = Some(one),
                (3, value::Value::Text(one)) => out.location = Some(one),
                (4, value::Value::Text(one)) => out.version = Some(one),
                _ => {}
            }
        }
        out
    }
}
/// What it is made of.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ThingParts {
    /// The attribute `value`.
    #[serde(rename = "value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The attribute `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}
impl From<value::Complex> for ThingParts {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Text(one)) => out.value = Some(one),
                (1, value::Value::Text(one)) => out.r#type = Some(one),
                _ => {}
            }
        }
        out
    }
}
