//! Names under which resource types are published: endpoints, and the components and operations of the OpenAPI document.

use super::{
    attributes::LONGEST_NAME,
    resource_type::{is_endpoint, is_taken},
};
use crate::{Fault, Faults, declaration::ResourceTypeDeclaration};

/// The components of the OpenAPI document that are not a resource type's. A test compares them with the server's code.
const COMPONENTS: &[&str] = &[
    "AttributeMutability",
    "AttributeReturned",
    "AttributeRules",
    "AttributeSearch",
    "AttributeType",
    "AttributeUniqueness",
    "AuthenticationScheme",
    "BulkOperation",
    "BulkRequest",
    "BulkResponse",
    "BulkResult",
    "BulkSupported",
    "DocumentMeta",
    "Error",
    "FilterSupported",
    "Pagination",
    "PaginationMethod",
    "PatchOp",
    "PatchOperation",
    "ResourceType",
    "Schema",
    "SchemaAttribute",
    "SchemaExtension",
    "SearchRequest",
    "ServiceProviderConfig",
    "Supported",
];

/// Lists of resources are components that begin with this.
const LISTS: &str = "ListResponse_";

/// What the operations of the protocol itself are called after, and their paths.
const OPERATIONS: &[(&str, &str)] = &[
    ("Search", "/.search"),
    ("Bulk", "/Bulk"),
    ("Me", "/Me"),
    ("Schemas", "/Schemas"),
    ("SchemasId", "/Schemas/{id}"),
    ("ResourceTypes", "/ResourceTypes"),
    ("ResourceTypesId", "/ResourceTypes/{id}"),
    ("ServiceProviderConfig", "/ServiceProviderConfig"),
];

/// What the operations of a resource type are called after, beside its endpoint.
const ENDINGS: &[&str] = &["", "Id", "Search", "SearchDeprecated"];

/// Checks the names of all resource types.
pub(super) fn names(resource_types: &[ResourceTypeDeclaration], faults: &mut Faults) {
    for (index, declared) in resource_types.iter().enumerate() {
        let mut refuse = |key: &str, section: &'static str, message: String, help: &str| {
            faults.push(Fault {
                file: declared.file.clone(),
                at: None,
                pointer: Some(format!("/{key}")),
                message,
                help: Some(help.to_owned()),
                section,
            });
        };
        for (key, name) in [("name", &declared.name), ("endpoint", &declared.endpoint)] {
            if name.len() > LONGEST_NAME {
                let message = format!("the {key} has {} characters", name.len());
                refuse(key, "docs/extending.md, limits", message, &format!("{LONGEST_NAME} at most"));
            }
        }
        let components = [declared.name.clone(), answer(declared)];
        let taken = components.iter().find_map(|component| {
            let own = COMPONENTS.iter().find(|taken| taken.eq_ignore_ascii_case(component));
            let others = resource_types.iter().enumerate().filter(|(other, _)| *other != index);
            let other = || others.map(|(_, other)| other).find(|other| answer(other).eq_ignore_ascii_case(component));
            match own {
                Some(own) => Some((component, format!("{own} of the protocol"))),
                // Of two, the one that is called like the other's answer is the one to change.
                None if *component == declared.name => Some((component, format!("the answers of {}", other()?.name))),
                None => None,
            }
        });
        if let Some((component, owner)) = taken {
            let message = format!("the OpenAPI document has \"{component}\" for {owner} already");
            refuse("name", "docs/extending.md, resource types", message, "choose another name");
        } else if starts_with(&declared.name, LISTS) {
            let message = format!("names that begin with \"{LISTS}\" are those of lists in the OpenAPI document");
            refuse("name", "docs/extending.md, resource types", message, "choose another name");
        }
        let own = operations(&declared.endpoint);
        let is_own = |name: &str| own.iter().any(|own| own.eq_ignore_ascii_case(name));
        // One that is no endpoint at all, or the protocol's, is refused by itself.
        let is_refused = !is_endpoint(&declared.endpoint) || is_taken(&declared.endpoint);
        let before = resource_types[..index].iter().filter(|_| !is_refused);
        let of_protocol = OPERATIONS.iter().find(|(name, _)| !is_refused && is_own(name)).map(|(_, path)| *path);
        let clash = of_protocol.or_else(|| {
            (before.filter(|other| !other.endpoint.eq_ignore_ascii_case(&declared.endpoint)))
                .find(|other| operations(&other.endpoint).iter().any(|name| is_own(name)))
                .map(|other| other.endpoint.as_str())
        });
        if let Some(other) = clash {
            let message = format!(
                "operations of \"{}\" and of \"{other}\" would have one name in the OpenAPI document",
                declared.endpoint
            );
            let help = "an operation is called after the letters and digits of its path: choose another endpoint";
            refuse("endpoint", "docs/extending.md, resource types", message, help);
        }
    }
}

fn starts_with(text: &str, beginning: &str) -> bool {
    text.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

/// The component of what is answered.
fn answer(declared: &ResourceTypeDeclaration) -> String {
    format!("{}Response", declared.name)
}

/// The names of an endpoint's operations, without the method.
fn operations(endpoint: &str) -> Vec<String> {
    let letters: String = endpoint.chars().filter(char::is_ascii_alphanumeric).collect();
    ENDINGS.iter().map(|ending| format!("{letters}{ending}")).collect()
}
