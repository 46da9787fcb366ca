// @generated from the documents in schemas/. Change those.
use crate::scim::{schema, value};
/// Every schema, as `/Schemas` publishes it.
pub static SCHEMAS: &[schema::Schema] = &[
    schema::Schema {
        id: "urn:example:2.0:Device",
        name: "Device",
        document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Schema\"],\"id\":\"urn:example:2.0:Device\",\"name\":\"Device\",\"attributes\":[{\"name\":\"id\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"type\",\"type\":\"string\",\"multiValued\":false,\"required\":true,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"self\",\"type\":\"boolean\",\"multiValued\":false,\"required\":true,\"mutability\":\"readWrite\",\"returned\":\"default\"},{\"name\":\"gen\",\"type\":\"integer\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"global\"},{\"name\":\"load\",\"type\":\"decimal\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"bootedAt\",\"type\":\"dateTime\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"certificate\",\"type\":\"binary\",\"multiValued\":false,\"required\":false,\"caseExact\":true,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"manual\",\"type\":\"reference\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\",\"referenceTypes\":[\"external\"]},{\"name\":\"secret\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"writeOnly\",\"returned\":\"never\",\"uniqueness\":\"none\"},{\"name\":\"pin\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"writeOnly\",\"returned\":\"never\",\"uniqueness\":\"none\"},{\"name\":\"tags\",\"type\":\"string\",\"multiValued\":true,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"scores\",\"type\":\"integer\",\"multiValued\":true,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"foo-bar\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"request\",\"uniqueness\":\"none\"},{\"name\":\"fooBar\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"immutable\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"match\",\"type\":\"complex\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"subAttributes\":[{\"name\":\"value\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":true,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"$ref\",\"type\":\"reference\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\",\"referenceTypes\":[\"Device\"]},{\"name\":\"ref\",\"type\":\"boolean\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\"},{\"name\":\"codes\",\"type\":\"string\",\"multiValued\":true,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"token\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"writeOnly\",\"returned\":\"never\",\"uniqueness\":\"none\"}]},{\"name\":\"ports\",\"type\":\"complex\",\"multiValued\":true,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"subAttributes\":[{\"name\":\"value\",\"type\":\"integer\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"open\",\"type\":\"boolean\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\"},{\"name\":\"since\",\"type\":\"dateTime\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"rate\",\"type\":\"decimal\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"key\",\"type\":\"binary\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"names\",\"type\":\"string\",\"multiValued\":true,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"}]}]}",
        ruled: None,
    },
    schema::Schema {
        id: "urn:example:2.0:ext:Rack",
        name: "Rack",
        document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Schema\"],\"id\":\"urn:example:2.0:ext:Rack\",\"name\":\"Rack\",\"description\":\"Where a device stands\",\"attributes\":[{\"name\":\"row\",\"type\":\"integer\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"async\",\"type\":\"boolean\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\"},{\"name\":\"neighbours\",\"type\":\"complex\",\"multiValued\":true,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"subAttributes\":[{\"name\":\"value\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":true,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"},{\"name\":\"$ref\",\"type\":\"reference\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\",\"referenceTypes\":[\"Device\"]},{\"name\":\"type\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"}]},{\"name\":\"keeper\",\"type\":\"complex\",\"multiValued\":false,\"required\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"subAttributes\":[{\"name\":\"value\",\"type\":\"string\",\"multiValued\":false,\"required\":false,\"caseExact\":false,\"mutability\":\"readWrite\",\"returned\":\"default\",\"uniqueness\":\"none\"}]}]}",
        ruled: None,
    },
];
/// Every resource type.
pub static RESOURCE_TYPES: &[&schema::ResourceType] = &[&DEVICE, &SERVER];
/// The resource type Device.
pub static DEVICE: schema::ResourceType = schema::ResourceType {
    name: "Device",
    endpoint: "/Devices",
    description: "",
    schema: "urn:example:2.0:Device",
    extensions: &[
        schema::Extension {
            schema: "urn:example:2.0:ext:Rack",
            required: true,
            position: 19,
        },
    ],
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
            name: "type",
            schema: "urn:example:2.0:Device",
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
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 10,
            name: "self",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Boolean,
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
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 11,
            name: "gen",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Integer,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::Global,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: true,
            rules: None,
        },
        schema::Attribute {
            number: 12,
            name: "load",
            schema: "urn:example:2.0:Device",
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
            rules: None,
        },
        schema::Attribute {
            number: 13,
            name: "bootedAt",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::DateTime,
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
            number: 14,
            name: "certificate",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Binary,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: true,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Certificate,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 15,
            name: "manual",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Reference,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &["external"],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 16,
            name: "secret",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::WriteOnly,
            returned: schema::Returned::Never,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Hashed,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 17,
            name: "pin",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::WriteOnly,
            returned: schema::Returned::Never,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 18,
            name: "tags",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: true,
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
            number: 19,
            name: "scores",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Integer,
            multi_valued: true,
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
            number: 20,
            name: "foo-bar",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Request,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 21,
            name: "fooBar",
            schema: "urn:example:2.0:Device",
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
            number: 22,
            name: "match",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Complex,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[
                schema::Attribute {
                    number: 23,
                    name: "value",
                    schema: "urn:example:2.0:Device",
                    description: "",
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
                    number: 24,
                    name: "$ref",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Reference,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadWrite,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &["Device"],
                    sub_attributes: &[],
                    role: schema::Role::Ref,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 25,
                    name: "ref",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Boolean,
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
                    number: 26,
                    name: "codes",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: true,
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
                    number: 27,
                    name: "token",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::WriteOnly,
                    returned: schema::Returned::Never,
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
        schema::Attribute {
            number: 28,
            name: "ports",
            schema: "urn:example:2.0:Device",
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
                    number: 29,
                    name: "value",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Integer,
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
                    number: 30,
                    name: "open",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Boolean,
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
                    number: 31,
                    name: "since",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::DateTime,
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
                    number: 32,
                    name: "rate",
                    schema: "urn:example:2.0:Device",
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
                    rules: None,
                },
                schema::Attribute {
                    number: 33,
                    name: "key",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Binary,
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
                    number: 34,
                    name: "names",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: true,
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
            ],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 35,
            name: "urn:example:2.0:ext:Rack",
            schema: "urn:example:2.0:ext:Rack",
            description: "Where a device stands",
            data_type: schema::DataType::Complex,
            multi_valued: false,
            required: true,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[
                schema::Attribute {
                    number: 36,
                    name: "row",
                    schema: "urn:example:2.0:ext:Rack",
                    description: "",
                    data_type: schema::DataType::Integer,
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
                    number: 37,
                    name: "async",
                    schema: "urn:example:2.0:ext:Rack",
                    description: "",
                    data_type: schema::DataType::Boolean,
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
                    number: 38,
                    name: "neighbours",
                    schema: "urn:example:2.0:ext:Rack",
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
                            number: 39,
                            name: "value",
                            schema: "urn:example:2.0:ext:Rack",
                            description: "",
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
                            number: 40,
                            name: "$ref",
                            schema: "urn:example:2.0:ext:Rack",
                            description: "",
                            data_type: schema::DataType::Reference,
                            multi_valued: false,
                            required: false,
                            canonical_values: &[],
                            case_exact: false,
                            mutability: schema::Mutability::ReadWrite,
                            returned: schema::Returned::Default,
                            uniqueness: schema::Uniqueness::None,
                            reference_types: &["Device"],
                            sub_attributes: &[],
                            role: schema::Role::Ref,
                            indexed: false,
                            rules: None,
                        },
                        schema::Attribute {
                            number: 41,
                            name: "type",
                            schema: "urn:example:2.0:ext:Rack",
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
                    ],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 42,
                    name: "keeper",
                    schema: "urn:example:2.0:ext:Rack",
                    description: "",
                    data_type: schema::DataType::Complex,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadWrite,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[
                        schema::Attribute {
                            number: 43,
                            name: "value",
                            schema: "urn:example:2.0:ext:Rack",
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
                    ],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
            ],
            role: schema::Role::Extension,
            indexed: false,
            rules: None,
        },
    ],
    attribute_count: 44,
    relations: &[],
    back_references: &[],
    always_project: true,
    has_defaults: false,
    document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:ResourceType\"],\"id\":\"Device\",\"name\":\"Device\",\"endpoint\":\"/Devices\",\"schema\":\"urn:example:2.0:Device\",\"schemaExtensions\":[{\"schema\":\"urn:example:2.0:ext:Rack\",\"required\":true}]}",
    example: "{}",
};
/// The resource type Server.
pub static SERVER: schema::ResourceType = schema::ResourceType {
    name: "Server",
    endpoint: "/Servers",
    description: "",
    schema: "urn:example:2.0:Device",
    extensions: &[
        schema::Extension {
            schema: "urn:example:2.0:ext:Rack",
            required: false,
            position: 19,
        },
    ],
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
            name: "type",
            schema: "urn:example:2.0:Device",
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
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 10,
            name: "self",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Boolean,
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
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 11,
            name: "gen",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Integer,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::Global,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: true,
            rules: None,
        },
        schema::Attribute {
            number: 12,
            name: "load",
            schema: "urn:example:2.0:Device",
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
            rules: None,
        },
        schema::Attribute {
            number: 13,
            name: "bootedAt",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::DateTime,
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
            number: 14,
            name: "certificate",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Binary,
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
            number: 15,
            name: "manual",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Reference,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &["external"],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 16,
            name: "secret",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::WriteOnly,
            returned: schema::Returned::Never,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 17,
            name: "pin",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::WriteOnly,
            returned: schema::Returned::Never,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 18,
            name: "tags",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: true,
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
            number: 19,
            name: "scores",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Integer,
            multi_valued: true,
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
            number: 20,
            name: "foo-bar",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::String,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Request,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 21,
            name: "fooBar",
            schema: "urn:example:2.0:Device",
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
            number: 22,
            name: "match",
            schema: "urn:example:2.0:Device",
            description: "",
            data_type: schema::DataType::Complex,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[
                schema::Attribute {
                    number: 23,
                    name: "value",
                    schema: "urn:example:2.0:Device",
                    description: "",
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
                    number: 24,
                    name: "$ref",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Reference,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadWrite,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &["Device"],
                    sub_attributes: &[],
                    role: schema::Role::Ref,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 25,
                    name: "ref",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Boolean,
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
                    number: 26,
                    name: "codes",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: true,
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
                    number: 27,
                    name: "token",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::WriteOnly,
                    returned: schema::Returned::Never,
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
        schema::Attribute {
            number: 28,
            name: "ports",
            schema: "urn:example:2.0:Device",
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
                    number: 29,
                    name: "value",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Integer,
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
                    number: 30,
                    name: "open",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Boolean,
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
                    number: 31,
                    name: "since",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::DateTime,
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
                    number: 32,
                    name: "rate",
                    schema: "urn:example:2.0:Device",
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
                    rules: None,
                },
                schema::Attribute {
                    number: 33,
                    name: "key",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::Binary,
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
                    number: 34,
                    name: "names",
                    schema: "urn:example:2.0:Device",
                    description: "",
                    data_type: schema::DataType::String,
                    multi_valued: true,
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
            ],
            role: schema::Role::Plain,
            indexed: false,
            rules: None,
        },
        schema::Attribute {
            number: 35,
            name: "urn:example:2.0:ext:Rack",
            schema: "urn:example:2.0:ext:Rack",
            description: "Where a device stands",
            data_type: schema::DataType::Complex,
            multi_valued: false,
            required: false,
            canonical_values: &[],
            case_exact: false,
            mutability: schema::Mutability::ReadWrite,
            returned: schema::Returned::Default,
            uniqueness: schema::Uniqueness::None,
            reference_types: &[],
            sub_attributes: &[
                schema::Attribute {
                    number: 36,
                    name: "row",
                    schema: "urn:example:2.0:ext:Rack",
                    description: "",
                    data_type: schema::DataType::Integer,
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
                    number: 37,
                    name: "async",
                    schema: "urn:example:2.0:ext:Rack",
                    description: "",
                    data_type: schema::DataType::Boolean,
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
                    number: 38,
                    name: "neighbours",
                    schema: "urn:example:2.0:ext:Rack",
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
                            number: 39,
                            name: "value",
                            schema: "urn:example:2.0:ext:Rack",
                            description: "",
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
                            number: 40,
                            name: "$ref",
                            schema: "urn:example:2.0:ext:Rack",
                            description: "",
                            data_type: schema::DataType::Reference,
                            multi_valued: false,
                            required: false,
                            canonical_values: &[],
                            case_exact: false,
                            mutability: schema::Mutability::ReadWrite,
                            returned: schema::Returned::Default,
                            uniqueness: schema::Uniqueness::None,
                            reference_types: &["Device"],
                            sub_attributes: &[],
                            role: schema::Role::Ref,
                            indexed: false,
                            rules: None,
                        },
                        schema::Attribute {
                            number: 41,
                            name: "type",
                            schema: "urn:example:2.0:ext:Rack",
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
                    ],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
                schema::Attribute {
                    number: 42,
                    name: "keeper",
                    schema: "urn:example:2.0:ext:Rack",
                    description: "",
                    data_type: schema::DataType::Complex,
                    multi_valued: false,
                    required: false,
                    canonical_values: &[],
                    case_exact: false,
                    mutability: schema::Mutability::ReadWrite,
                    returned: schema::Returned::Default,
                    uniqueness: schema::Uniqueness::None,
                    reference_types: &[],
                    sub_attributes: &[
                        schema::Attribute {
                            number: 43,
                            name: "value",
                            schema: "urn:example:2.0:ext:Rack",
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
                    ],
                    role: schema::Role::Plain,
                    indexed: false,
                    rules: None,
                },
            ],
            role: schema::Role::Extension,
            indexed: false,
            rules: None,
        },
    ],
    attribute_count: 44,
    relations: &[],
    back_references: &[],
    always_project: true,
    has_defaults: false,
    document: "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:ResourceType\"],\"id\":\"Server\",\"name\":\"Server\",\"endpoint\":\"/Servers\",\"schema\":\"urn:example:2.0:Device\",\"schemaExtensions\":[{\"schema\":\"urn:example:2.0:ext:Rack\",\"required\":false}]}",
    example: "{}",
};
/// A Device.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Device {
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
    /// The attribute `type`.
    #[serde(rename = "type", default)]
    pub r#type: String,
    /// The attribute `self`.
    #[serde(rename = "self", default)]
    pub self_: bool,
    /// The attribute `gen`.
    #[serde(rename = "gen", default, skip_serializing_if = "Option::is_none")]
    pub r#gen: Option<i64>,
    /// The attribute `load`.
    #[serde(rename = "load", default, skip_serializing_if = "Option::is_none")]
    pub load: Option<f64>,
    /// The attribute `bootedAt`.
    #[serde(rename = "bootedAt", default, skip_serializing_if = "Option::is_none")]
    pub booted_at: Option<String>,
    /// The attribute `certificate`.
    #[serde(rename = "certificate", default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// The attribute `manual`.
    #[serde(rename = "manual", default, skip_serializing_if = "Option::is_none")]
    pub manual: Option<String>,
    /// The attribute `secret`.
    #[serde(skip)]
    pub secret: Option<value::Secret>,
    /// The attribute `pin`.
    #[serde(skip)]
    pub pin: Option<value::Secret>,
    /// The attribute `tags`.
    #[serde(rename = "tags", default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The attribute `scores`.
    #[serde(rename = "scores", default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<i64>,
    /// The attribute `foo-bar`.
    #[serde(rename = "foo-bar", default, skip_serializing_if = "Option::is_none")]
    pub foo_bar: Option<String>,
    /// The attribute `fooBar`.
    #[serde(rename = "fooBar", default, skip_serializing_if = "Option::is_none")]
    pub foo_bar2: Option<String>,
    /// The attribute `match`.
    #[serde(rename = "match", default, skip_serializing_if = "Option::is_none")]
    pub r#match: Option<DeviceMatch>,
    /// The attribute `ports`.
    #[serde(rename = "ports", default, skip_serializing_if = "Vec::is_empty")]
    pub ports: Vec<DevicePorts>,
    /// Where a device stands
    #[serde(
        rename = "urn:example:2.0:ext:Rack",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub rack: Option<Rack>,
}
impl From<value::Complex> for Device {
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
                (4, value::Value::Text(one)) => out.r#type = one,
                (5, value::Value::Boolean(one)) => out.self_ = one,
                (6, value::Value::Integer(one)) => out.r#gen = Some(one),
                (7, value::Value::Decimal(one)) => out.load = Some(one),
                (8, value::Value::Text(one)) => out.booted_at = Some(one),
                (9, value::Value::Text(one)) => out.certificate = Some(one),
                (10, value::Value::Text(one)) => out.manual = Some(one),
                (11, value::Value::Text(one)) => {
                    out.secret = Some(value::Secret::from(one));
                }
                (12, value::Value::Text(one)) => out.pin = Some(value::Secret::from(one)),
                (13, value::Value::List(list)) => {
                    out.tags = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Text(one) => Some(one),
                            _ => None,
                        })
                        .collect();
                }
                (14, value::Value::List(list)) => {
                    out.scores = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Integer(one) => Some(one),
                            _ => None,
                        })
                        .collect();
                }
                (15, value::Value::Text(one)) => out.foo_bar = Some(one),
                (16, value::Value::Text(one)) => out.foo_bar2 = Some(one),
                (17, value::Value::Complex(one)) => {
                    out.r#match = Some(DeviceMatch::from(one));
                }
                (18, value::Value::List(list)) => {
                    out.ports = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Complex(one) => Some(DevicePorts::from(one)),
                            _ => None,
                        })
                        .collect();
                }
                (19, value::Value::Complex(one)) => out.rack = Some(Rack::from(one)),
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
/// A value of `match`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct DeviceMatch {
    /// The attribute `value`.
    #[serde(rename = "value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The attribute `$ref`.
    #[serde(rename = "$ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The attribute `ref`.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub r#ref: Option<bool>,
    /// The attribute `codes`.
    #[serde(rename = "codes", default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// The attribute `token`.
    #[serde(rename = "token", default, skip_serializing_if = "Option::is_none")]
    pub token: Option<value::Secret>,
}
impl From<value::Complex> for DeviceMatch {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Text(one)) => out.value = Some(one),
                (1, value::Value::Text(one)) => out.reference = Some(one),
                (2, value::Value::Boolean(one)) => out.r#ref = Some(one),
                (3, value::Value::List(list)) => {
                    out.codes = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Text(one) => Some(one),
                            _ => None,
                        })
                        .collect();
                }
                (4, value::Value::Text(one)) => {
                    out.token = Some(value::Secret::from(one));
                }
                _ => {}
            }
        }
        out
    }
}
/// A value of `ports`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct DevicePorts {
    /// The attribute `value`.
    #[serde(rename = "value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
    /// The attribute `open`.
    #[serde(rename = "open", default, skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// The attribute `since`.
    #[serde(rename = "since", default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The attribute `rate`.
    #[serde(rename = "rate", default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<f64>,
    /// The attribute `key`.
    #[serde(rename = "key", default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The attribute `names`.
    #[serde(rename = "names", default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}
impl From<value::Complex> for DevicePorts {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Integer(one)) => out.value = Some(one),
                (1, value::Value::Boolean(one)) => out.open = Some(one),
                (2, value::Value::Text(one)) => out.since = Some(one),
                (3, value::Value::Decimal(one)) => out.rate = Some(one),
                (4, value::Value::Text(one)) => out.key = Some(one),
                (5, value::Value::List(list)) => {
                    out.names = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Text(one) => Some(one),
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
/// Where a device stands
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Rack {
    /// The attribute `row`.
    #[serde(rename = "row", default, skip_serializing_if = "Option::is_none")]
    pub row: Option<i64>,
    /// The attribute `async`.
    #[serde(rename = "async", default, skip_serializing_if = "Option::is_none")]
    pub r#async: Option<bool>,
    /// The attribute `neighbours`.
    #[serde(rename = "neighbours", default, skip_serializing_if = "Vec::is_empty")]
    pub neighbours: Vec<RackNeighbours>,
    /// The attribute `keeper`.
    #[serde(rename = "keeper", default, skip_serializing_if = "Option::is_none")]
    pub keeper: Option<RackKeeper>,
}
impl From<value::Complex> for Rack {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Integer(one)) => out.row = Some(one),
                (1, value::Value::Boolean(one)) => out.r#async = Some(one),
                (2, value::Value::List(list)) => {
                    out.neighbours = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Complex(one) => Some(RackNeighbours::from(one)),
                            _ => None,
                        })
                        .collect();
                }
                (3, value::Value::Complex(one)) => {
                    out.keeper = Some(RackKeeper::from(one));
                }
                _ => {}
            }
        }
        out
    }
}
/// A value of `neighbours`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct RackNeighbours {
    /// The attribute `value`.
    #[serde(rename = "value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The attribute `$ref`.
    #[serde(rename = "$ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The attribute `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}
impl From<value::Complex> for RackNeighbours {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Text(one)) => out.value = Some(one),
                (1, value::Value::Text(one)) => out.reference = Some(one),
                (2, value::Value::Text(one)) => out.r#type = Some(one),
                _ => {}
            }
        }
        out
    }
}
/// A value of `keeper`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct RackKeeper {
    /// The attribute `value`.
    #[serde(rename = "value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}
impl From<value::Complex> for RackKeeper {
    #[expect(clippy::single_match, reason = "one arm an attribute")]
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Text(one)) => out.value = Some(one),
                _ => {}
            }
        }
        out
    }
}
/// A Server.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Server {
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
    /// The attribute `type`.
    #[serde(rename = "type", default)]
    pub r#type: String,
    /// The attribute `self`.
    #[serde(rename = "self", default)]
    pub self_: bool,
    /// The attribute `gen`.
    #[serde(rename = "gen", default, skip_serializing_if = "Option::is_none")]
    pub r#gen: Option<i64>,
    /// The attribute `load`.
    #[serde(rename = "load", default, skip_serializing_if = "Option::is_none")]
    pub load: Option<f64>,
    /// The attribute `bootedAt`.
    #[serde(rename = "bootedAt", default, skip_serializing_if = "Option::is_none")]
    pub booted_at: Option<String>,
    /// The attribute `certificate`.
    #[serde(rename = "certificate", default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// The attribute `manual`.
    #[serde(rename = "manual", default, skip_serializing_if = "Option::is_none")]
    pub manual: Option<String>,
    /// The attribute `secret`.
    #[serde(skip)]
    pub secret: Option<value::Secret>,
    /// The attribute `pin`.
    #[serde(skip)]
    pub pin: Option<value::Secret>,
    /// The attribute `tags`.
    #[serde(rename = "tags", default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The attribute `scores`.
    #[serde(rename = "scores", default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<i64>,
    /// The attribute `foo-bar`.
    #[serde(rename = "foo-bar", default, skip_serializing_if = "Option::is_none")]
    pub foo_bar: Option<String>,
    /// The attribute `fooBar`.
    #[serde(rename = "fooBar", default, skip_serializing_if = "Option::is_none")]
    pub foo_bar2: Option<String>,
    /// The attribute `match`.
    #[serde(rename = "match", default, skip_serializing_if = "Option::is_none")]
    pub r#match: Option<ServerMatch>,
    /// The attribute `ports`.
    #[serde(rename = "ports", default, skip_serializing_if = "Vec::is_empty")]
    pub ports: Vec<ServerPorts>,
    /// Where a device stands
    #[serde(
        rename = "urn:example:2.0:ext:Rack",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub rack: Option<Rack>,
}
impl From<value::Complex> for Server {
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
                (4, value::Value::Text(one)) => out.r#type = one,
                (5, value::Value::Boolean(one)) => out.self_ = one,
                (6, value::Value::Integer(one)) => out.r#gen = Some(one),
                (7, value::Value::Decimal(one)) => out.load = Some(one),
                (8, value::Value::Text(one)) => out.booted_at = Some(one),
                (9, value::Value::Text(one)) => out.certificate = Some(one),
                (10, value::Value::Text(one)) => out.manual = Some(one),
                (11, value::Value::Text(one)) => {
                    out.secret = Some(value::Secret::from(one));
                }
                (12, value::Value::Text(one)) => out.pin = Some(value::Secret::from(one)),
                (13, value::Value::List(list)) => {
                    out.tags = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Text(one) => Some(one),
                            _ => None,
                        })
                        .collect();
                }
                (14, value::Value::List(list)) => {
                    out.scores = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Integer(one) => Some(one),
                            _ => None,
                        })
                        .collect();
                }
                (15, value::Value::Text(one)) => out.foo_bar = Some(one),
                (16, value::Value::Text(one)) => out.foo_bar2 = Some(one),
                (17, value::Value::Complex(one)) => {
                    out.r#match = Some(ServerMatch::from(one));
                }
                (18, value::Value::List(list)) => {
                    out.ports = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Complex(one) => Some(ServerPorts::from(one)),
                            _ => None,
                        })
                        .collect();
                }
                (19, value::Value::Complex(one)) => out.rack = Some(Rack::from(one)),
                _ => {}
            }
        }
        out
    }
}
/// A value of `match`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ServerMatch {
    /// The attribute `value`.
    #[serde(rename = "value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The attribute `$ref`.
    #[serde(rename = "$ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The attribute `ref`.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub r#ref: Option<bool>,
    /// The attribute `codes`.
    #[serde(rename = "codes", default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// The attribute `token`.
    #[serde(rename = "token", default, skip_serializing_if = "Option::is_none")]
    pub token: Option<value::Secret>,
}
impl From<value::Complex> for ServerMatch {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Text(one)) => out.value = Some(one),
                (1, value::Value::Text(one)) => out.reference = Some(one),
                (2, value::Value::Boolean(one)) => out.r#ref = Some(one),
                (3, value::Value::List(list)) => {
                    out.codes = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Text(one) => Some(one),
                            _ => None,
                        })
                        .collect();
                }
                (4, value::Value::Text(one)) => {
                    out.token = Some(value::Secret::from(one));
                }
                _ => {}
            }
        }
        out
    }
}
/// A value of `ports`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ServerPorts {
    /// The attribute `value`.
    #[serde(rename = "value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
    /// The attribute `open`.
    #[serde(rename = "open", default, skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// The attribute `since`.
    #[serde(rename = "since", default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The attribute `rate`.
    #[serde(rename = "rate", default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<f64>,
    /// The attribute `key`.
    #[serde(rename = "key", default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The attribute `names`.
    #[serde(rename = "names", default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}
impl From<value::Complex> for ServerPorts {
    fn from(complex: value::Complex) -> Self {
        let mut out = Self::default();
        for (position, value) in complex {
            match (position, value) {
                (0, value::Value::Integer(one)) => out.value = Some(one),
                (1, value::Value::Boolean(one)) => out.open = Some(one),
                (2, value::Value::Text(one)) => out.since = Some(one),
                (3, value::Value::Decimal(one)) => out.rate = Some(one),
                (4, value::Value::Text(one)) => out.key = Some(one),
                (5, value::Value::List(list)) => {
                    out.names = list
                        .into_iter()
                        .filter_map(|one| match one {
                            value::Value::Text(one) => Some(one),
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
