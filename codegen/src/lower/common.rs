//! The attributes that every resource has (RFC 7643 §3, §3.1), as declarations.

use crate::{
    declaration::{AttributeDeclaration, DataType, Mutability, Returned, Rules, Uniqueness},
    model::Role,
};

/// `schemas`, `id`, `externalId` and `meta`, with what the engine does with them.
pub(super) fn attributes() -> [(AttributeDeclaration, Role); 4] {
    let text = |name, description| declaration(name, DataType::String, description);
    [
        (
            AttributeDeclaration {
                multi_valued: true,
                required: true,
                returned: Returned::Always,
                reference_types: vec!["uri".to_owned()],
                ..declaration("schemas", DataType::Reference, "The URNs of the schemas that the resource uses.")
            },
            Role::Schemas,
        ),
        (
            AttributeDeclaration {
                required: true,
                case_exact: true,
                mutability: Mutability::ReadOnly,
                returned: Returned::Always,
                uniqueness: Uniqueness::Server,
                ..text("id", "The identifier that the service provider gave to the resource.")
            },
            Role::Id,
        ),
        (
            AttributeDeclaration {
                case_exact: true,
                ..text("externalId", "The identifier that the provisioning client gave to the resource.")
            },
            Role::Plain,
        ),
        (
            AttributeDeclaration {
                mutability: Mutability::ReadOnly,
                sub_attributes: meta(),
                ..declaration("meta", DataType::Complex, "What the service provider records about the resource.")
            },
            Role::Meta,
        ),
    ]
}

/// What the engine does with a sub-attribute of `meta`.
pub(super) fn meta_role(name: &str) -> Role {
    match name {
        "resourceType" => Role::ResourceType,
        "created" => Role::Created,
        "lastModified" => Role::LastModified,
        "location" => Role::Location,
        _ => Role::Version,
    }
}

fn meta() -> Vec<AttributeDeclaration> {
    let read_only = |name, data_type, description| AttributeDeclaration {
        mutability: Mutability::ReadOnly,
        case_exact: data_type != DataType::DateTime,
        ..declaration(name, data_type, description)
    };
    vec![
        read_only("resourceType", DataType::String, "The name of the resource type."),
        read_only("created", DataType::DateTime, "When the resource was added."),
        read_only("lastModified", DataType::DateTime, "When the resource was last changed."),
        AttributeDeclaration {
            reference_types: vec!["uri".to_owned()],
            ..read_only("location", DataType::Reference, "The URI of the resource.")
        },
        read_only("version", DataType::String, "The version of the resource, as in its ETag."),
    ]
}

fn declaration(name: &str, data_type: DataType, description: &str) -> AttributeDeclaration {
    AttributeDeclaration {
        pointer: String::new(),
        name: name.to_owned(),
        description: description.to_owned(),
        data_type,
        multi_valued: false,
        required: false,
        canonical_values: Vec::new(),
        case_exact: false,
        mutability: Mutability::ReadWrite,
        returned: Returned::Default,
        uniqueness: Uniqueness::None,
        reference_types: Vec::new(),
        sub_attributes: Vec::new(),
        rules: Rules::default(),
        rules_at: None,
    }
}
