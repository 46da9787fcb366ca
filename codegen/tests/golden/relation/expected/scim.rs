// @generated from the documents in schemas/. Change those.
use crate::scim::{schema, value};
/// Every schema, as `/Schemas` publishes it.
pub static SCHEMAS: &[schema::Schema] = &[
    schema::Schema {
        id: "urn:example:2.0:Person",
        name: "Person",
        document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Schema\"],\"id\":\"urn:example:2.0:Person\",\"name\":\"Person\",\"attributes\":[{\"name\":\"name\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"teams\",\"type\":\"complex\",\"multiValued\":true,\"required\":false,\"mutability\":\"readOnly\",\"returned\":\"default\",\"subAttributes\":[{\"name\":\"value\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":true,\"mutability\":\"readOnly\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"$ref\",\"type\":\"reference\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readOnly\",\"returned\":\"default\",\"uniqueness\":\"none\",\"referenceTypes\":[\"Team\"]},{\"name\":\"display\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readOnly\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"type\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readOnly\",\"returned\":\"default\",\"uniqueness\":\"none\"}]}]}",
        ruled: None,
    },
    schema::Schema {
        id: "urn:example:2.0:Team",
        name: "Team",
        document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Schema\"],\"id\":\"urn:example:2.0:Team\",\"name\":\"Team\",\"attributes\":[{\"name\":\"title\",\"type\":\"string\",\"multiValued\":false,\"required\":true,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"people\",\"type\":\"complex\",\"multiValued\":true,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"subAttributes\":[{\"name\":\"value\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":true,\"mutability\":\"immutable\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"$ref\",\"type\":\"reference\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"immutable\",\"returned\":\"default\",\"uniqueness\":\"none\",\"referenceTypes\":[\"Person\",\"Team\"]},{\"name\":\"type\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"immutable\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"display\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"immutable\",\"returned\":\"default\",\"uniqueness\":\"none\"}]}]}",
        ruled: None,
    },
];
/// Every resource type.
pub static RESOURCE_TYPES: &[&schema::ResourceType] = &[&PERSON, &TEAM];
/// The resource type Person.
pub static PERSON: schema::ResourceType = schema::ResourceType {
    name: "Person",
    endpoint: "/People",
    description: "",
    schema: "urn:example:2.0:Person",
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
            indexed: false,
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
            name: "name",
            schema: "urn:example:2.0:Person",
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
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 10,
            name: "teams",
            schema: "urn:example:2.0:Person",
            description: "",
            data_type: schema::DataType::Complex,
            multi_valued: true,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadOnly,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[
                schema::Attribute {
                    number: 11,
                    name: "value",
                    schema: "urn:example:2.0:Person",
                    description: "",
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
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 12,
                    name: "$ref",
                    schema: "urn:example:2.0:Person",
                    description: "",
                    data_type: schema::DataType::Reference,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadOnly,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &["Team"],
                    sub_attributes: &[],
                    role: schema::Role::Ref,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 13,
                    name: "display",
                    schema: "urn:example:2.0:Person",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadOnly,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 14,
                    name: "type",
                    schema: "urn:example:2.0:Person",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadOnly,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
            ],
            role: schema::Role::BackReference(0),
            indexed: false,
            rules: None,
        },
    ],
    attribute_count: 15,
    relations: &[],
    back_references: &[
        schema::BackReference {
            position: 5,
            owner: "Team",
            relation: 0,
        },
    ],
    always_project: false,
    has_defaults: false,
    document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:ResourceType\"],\"id\":\"Person\",\"name\":\"Person\",\"endpoint\":\"/People\",\"schema\":\"urn:example:2.0:Person\"}",
    example: "{}",
};
/// The resource type Team.
pub static TEAM: schema::ResourceType = schema::ResourceType {
    name: "Team",
    endpoint: "/Teams",
    description: "",
    schema: "urn:example:2.0:Team",
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
            indexed: false,
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
            name: "title",
            schema: "urn:example:2.0:Team",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: true,
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
            number: 10,
            name: "people",
            schema: "urn:example:2.0:Team",
            description: "",
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
                    number: 11,
                    name: "value",
                    schema: "urn:example:2.0:Team",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: true,
                    mutability: schema::Mutability::Immutable,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 12,
                    name: "$ref",
                    schema: "urn:example:2.0:Team",
                    description: "",
                    data_type: schema::DataType::Reference,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::Immutable,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &["Person", "Team"],
                    sub_attributes: &[],
                    role: schema::Role::Ref,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 13,
                    name: "type",
                    schema: "urn:example:2.0:Team",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::Immutable,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 14,
                    name: "display",
                    schema: "urn:example:2.0:Team",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::Immutable,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
            ],
            role: schema::Role::Relation(0),
            indexed: false,
            rules: None,
        },
    ],
    attribute_count: 15,
    relations: &[
        schema::Relation {
            position: 5,
            targets: &["Person", "Team"],
            label: Some(4),
        },
    ],
    back_references: &[],
    always_project: false,
    has_defaults: false,
    document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:ResourceType\"],\"id\":\"Team\",\"name\":\"Team\",\"endpoint\":\"/Teams\",\"schema\":\"urn:example:2.0:Team\"}",
    example: "{}",
};
/// A Person.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Person {
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
    /// The attribute `name`.
    #[serde(rename = "name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The attribute `teams`.
    #[serde(rename = "teams", default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<PersonTeams>,
}
impl From<value::Complex> for Person {
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
                (4, value::Value::Text(one)) => out.name = Some(one),
                (5, value::Value::List(list)) => {
                    out.teams = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Complex(one) => Some(PersonTeams::from(one)),
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
/// A value of `teams`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PersonTeams {
    /// The attribute `value`.
    #[serde(rename = "value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The attribute `$ref`.
    #[serde(rename = "$ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The attribute `display`.
    #[serde(rename = "display", default, skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The attribute `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}
impl From<value::Complex> for PersonTeams {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Text(one)) => out.value = Some(one),
                (1, value::Value::Text(one)) => out.reference = Some(one),
                (2, value::Value::Text(one)) => out.display = Some(one),
                (3, value::Value::Text(one)) => out.r#type = Some(one),
                _ => {}
            }
        }
        out
    }
}
/// A Team.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Team {
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
    /// The attribute `title`.
    #[serde(rename = "title", default)]
    pub title: String,
    /// The attribute `people`.
    #[serde(rename = "people", default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<TeamPeople>,
}
impl From<value::Complex> for Team {
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
                (4, value::Value::Text(one)) => out.title = one,
                (5, value::Value::List(list)) => {
                    out.people = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Complex(one) => Some(TeamPeople::from(one)),
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
/// A value of `people`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TeamPeople {
    /// The attribute `value`.
    #[serde(rename = "value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The attribute `$ref`.
    #[serde(rename = "$ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The attribute `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// The attribute `display`.
    #[serde(rename = "display", default, skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
}
impl From<value::Complex> for TeamPeople {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Text(one)) => out.value = Some(one),
                (1, value::Value::Text(one)) => out.reference = Some(one),
                (2, value::Value::Text(one)) => out.r#type = Some(one),
                (3, value::Value::Text(one)) => out.display = Some(one),
                _ => {}
            }
        }
        out
    }
}
