//! A small resource type for unit tests, with every data type, mutability and role of RFC 7643 §2 and §7 at least once.
//!
//! Top level: `schemas` 0, `id` 1, `externalId` 2, `meta` 3, `userName` 4, `name` 5, `emails` 6, `active` 7, `password` 8,
//! `level` 9, `score` 10, `hiredAt` 11, `certificate` 12, `profileUrl` 13, `badge` 14, `notes` 15, `members` 16,
//! `groups` 17, `tags` 18, `keys` 19, the extension 20.

use super::schema::{
    Attribute, BackReference, DataType, Extension, Mutability, Relation, ResourceType, Returned, Role, Uniqueness,
};

/// The URN of the base schema.
pub const SCHEMA: &str = "urn:ietf:params:scim:schemas:core:2.0:User";

/// The URN of the extension.
pub const EXTENSION: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// A plain, singular, optional string of the base schema.
pub const PLAIN: Attribute = Attribute {
    number: 0,
    name: "",
    schema: SCHEMA,
    description: "",
    data_type: DataType::String,
    multi_valued: false,
    required: false,
    canonical_values: &[],
    case_exact: false,
    mutability: Mutability::ReadWrite,
    returned: Returned::Default,
    uniqueness: Uniqueness::None,
    reference_types: &[],
    sub_attributes: &[],
    role: Role::Plain,
    indexed: false,
    rules: None,
};

/// The `$ref` beside a `value` that refers to a user.
pub const USER_REF: Attribute =
    Attribute { name: "$ref", data_type: DataType::Reference, reference_types: &["User"], role: Role::Ref, ..PLAIN };

/// An attribute the server alone writes, common to all types.
const SERVER: Attribute = Attribute { schema: "", case_exact: true, mutability: Mutability::ReadOnly, ..PLAIN };

const COMPLEX: Attribute = Attribute { data_type: DataType::Complex, ..PLAIN };

const EXTENDING: Attribute = Attribute { schema: EXTENSION, ..PLAIN };

/// References to resources of two types, with nothing beside them that says of which.
pub static OWNERS: Attribute = Attribute {
    name: "owners",
    multi_valued: true,
    sub_attributes: &[
        Attribute { name: "value", case_exact: true, ..PLAIN },
        Attribute {
            name: "$ref",
            data_type: DataType::Reference,
            reference_types: &["User", "Group"],
            case_exact: true,
            role: Role::Ref,
            ..PLAIN
        },
        Attribute { name: "display", mutability: Mutability::ReadOnly, ..PLAIN },
    ],
    ..COMPLEX
};

/// The resource type.
pub static TYPE: ResourceType = ResourceType {
    name: "User",
    endpoint: "/Users",
    description: "A user",
    schema: SCHEMA,
    extensions: &[Extension { schema: EXTENSION, required: false, position: 20 }],
    attribute_count: 56,
    relations: &[Relation { position: 16, targets: &["User", "Group"], label: Some(4) }],
    back_references: &[BackReference { position: 17, owner: "Group", relation: 0 }],
    always_project: true,
    has_defaults: false,
    document: "{}",
    example: "{}",
    attributes: &[
        Attribute {
            number: 0,
            name: "schemas",
            multi_valued: true,
            returned: Returned::Always,
            role: Role::Schemas,
            data_type: DataType::Reference,
            reference_types: &["uri"],
            ..SERVER
        },
        Attribute { number: 1, name: "id", returned: Returned::Always, role: Role::Id, ..SERVER },
        Attribute { number: 2, name: "externalId", schema: "", case_exact: true, indexed: true, ..PLAIN },
        Attribute {
            number: 3,
            name: "meta",
            data_type: DataType::Complex,
            role: Role::Meta,
            sub_attributes: &[
                Attribute { number: 4, name: "resourceType", role: Role::ResourceType, ..SERVER },
                Attribute { number: 5, name: "created", data_type: DataType::DateTime, role: Role::Created, ..SERVER },
                Attribute {
                    number: 6,
                    name: "lastModified",
                    data_type: DataType::DateTime,
                    role: Role::LastModified,
                    ..SERVER
                },
                Attribute {
                    number: 7,
                    name: "location",
                    data_type: DataType::Reference,
                    reference_types: &["uri"],
                    role: Role::Location,
                    ..SERVER
                },
                Attribute { number: 8, name: "version", role: Role::Version, ..SERVER },
            ],
            ..SERVER
        },
        Attribute {
            number: 9,
            name: "userName",
            required: true,
            uniqueness: Uniqueness::Server,
            indexed: true,
            ..PLAIN
        },
        Attribute {
            number: 10,
            name: "name",
            sub_attributes: &[
                Attribute { number: 11, name: "formatted", ..PLAIN },
                Attribute { number: 12, name: "familyName", ..PLAIN },
                Attribute { number: 13, name: "givenName", ..PLAIN },
            ],
            ..COMPLEX
        },
        Attribute {
            number: 14,
            name: "emails",
            multi_valued: true,
            sub_attributes: &[
                Attribute { number: 15, name: "value", indexed: true, ..PLAIN },
                Attribute { number: 16, name: "display", ..PLAIN },
                Attribute { number: 17, name: "type", canonical_values: &["work", "home", "other"], ..PLAIN },
                Attribute { number: 18, name: "primary", data_type: DataType::Boolean, ..PLAIN },
            ],
            ..COMPLEX
        },
        Attribute { number: 19, name: "active", data_type: DataType::Boolean, ..PLAIN },
        Attribute {
            number: 20,
            name: "password",
            mutability: Mutability::WriteOnly,
            returned: Returned::Never,
            role: Role::Hashed,
            ..PLAIN
        },
        Attribute { number: 21, name: "level", data_type: DataType::Integer, ..PLAIN },
        Attribute { number: 22, name: "score", data_type: DataType::Decimal, ..PLAIN },
        Attribute { number: 23, name: "hiredAt", data_type: DataType::DateTime, ..PLAIN },
        Attribute { number: 24, name: "certificate", data_type: DataType::Binary, case_exact: true, ..PLAIN },
        Attribute {
            number: 25,
            name: "profileUrl",
            data_type: DataType::Reference,
            reference_types: &["external"],
            case_exact: true,
            ..PLAIN
        },
        Attribute { number: 26, name: "badge", mutability: Mutability::Immutable, ..PLAIN },
        Attribute { number: 27, name: "notes", returned: Returned::Request, ..PLAIN },
        Attribute {
            number: 28,
            name: "members",
            multi_valued: true,
            role: Role::Relation(0),
            sub_attributes: &[
                Attribute {
                    number: 29,
                    name: "value",
                    case_exact: true,
                    mutability: Mutability::Immutable,
                    indexed: true,
                    ..PLAIN
                },
                Attribute {
                    number: 30,
                    name: "$ref",
                    data_type: DataType::Reference,
                    reference_types: &["User", "Group"],
                    case_exact: true,
                    mutability: Mutability::Immutable,
                    role: Role::Ref,
                    ..PLAIN
                },
                Attribute { number: 31, name: "type", mutability: Mutability::Immutable, ..PLAIN },
                Attribute { number: 32, name: "display", mutability: Mutability::ReadOnly, ..PLAIN },
            ],
            ..COMPLEX
        },
        Attribute {
            number: 33,
            name: "groups",
            multi_valued: true,
            mutability: Mutability::ReadOnly,
            role: Role::BackReference(0),
            sub_attributes: &[
                Attribute {
                    number: 34,
                    name: "value",
                    case_exact: true,
                    mutability: Mutability::ReadOnly,
                    indexed: true,
                    ..PLAIN
                },
                Attribute {
                    number: 35,
                    name: "$ref",
                    data_type: DataType::Reference,
                    reference_types: &["Group"],
                    case_exact: true,
                    mutability: Mutability::ReadOnly,
                    role: Role::Ref,
                    ..PLAIN
                },
                Attribute { number: 36, name: "display", mutability: Mutability::ReadOnly, ..PLAIN },
                Attribute { number: 37, name: "type", mutability: Mutability::ReadOnly, ..PLAIN },
            ],
            ..COMPLEX
        },
        Attribute { number: 38, name: "tags", multi_valued: true, ..PLAIN },
        Attribute {
            number: 39,
            name: "keys",
            multi_valued: true,
            sub_attributes: &[
                Attribute { number: 40, name: "value", required: true, case_exact: true, ..PLAIN },
                Attribute { number: 41, name: "fingerprint", returned: Returned::Always, ..PLAIN },
                Attribute { number: 42, name: "secret", returned: Returned::Never, ..PLAIN },
                Attribute { number: 43, name: "comment", returned: Returned::Request, ..PLAIN },
            ],
            ..COMPLEX
        },
        Attribute {
            number: 44,
            name: EXTENSION,
            role: Role::Extension,
            data_type: DataType::Complex,
            sub_attributes: &[
                Attribute { number: 45, name: "employeeNumber", indexed: true, ..EXTENDING },
                Attribute { number: 46, name: "costCenter", ..EXTENDING },
                Attribute {
                    number: 47,
                    name: "manager",
                    data_type: DataType::Complex,
                    sub_attributes: &[
                        Attribute { number: 48, name: "value", case_exact: true, indexed: true, ..EXTENDING },
                        Attribute {
                            number: 49,
                            name: "$ref",
                            data_type: DataType::Reference,
                            reference_types: &["User"],
                            case_exact: true,
                            role: Role::Ref,
                            ..EXTENDING
                        },
                        Attribute { number: 50, name: "displayName", mutability: Mutability::ReadOnly, ..EXTENDING },
                    ],
                    ..EXTENDING
                },
                Attribute { number: 51, name: "hireCode", mutability: Mutability::Immutable, ..EXTENDING },
                Attribute { number: 52, name: "serial", mutability: Mutability::ReadOnly, ..EXTENDING },
                Attribute {
                    number: 53,
                    name: "locker",
                    data_type: DataType::Complex,
                    sub_attributes: &[
                        Attribute { number: 54, name: "number", required: true, ..EXTENDING },
                        Attribute { number: 55, name: "colors", multi_valued: true, ..EXTENDING },
                    ],
                    ..EXTENDING
                },
            ],
            ..EXTENDING
        },
    ],
};
