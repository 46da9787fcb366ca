//! The metadata of the scim layer: `SCHEMAS`, one static a resource type, `RESOURCE_TYPES`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{index, number, published, variant};
use crate::{
    ident::ident,
    model::{Attribute, Model, ResourceType, Role},
};

/// Everything that `crate::scim::schema` describes.
pub(super) fn metadata(model: &Model) -> TokenStream {
    let schemas = model.schemas.iter().map(|schema| {
        let (id, name, document) = (&schema.id, &schema.name, published::schema(schema));
        quote! { schema::Schema { id: #id, name: #name, document: #document } }
    });
    let resource_types = model.resource_types.iter().map(resource_type);
    let names = model.resource_types.iter().map(|resource_type| ident(&resource_type.static_name));
    quote! {
        use crate::scim::{schema, value};

        /// Every schema, as `/Schemas` publishes it.
        pub static SCHEMAS: &[schema::Schema] = &[#(#schemas),*];

        /// Every resource type.
        pub static RESOURCE_TYPES: &[&schema::ResourceType] = &[#(&#names),*];

        #(#resource_types)*
    }
}

fn resource_type(resource_type: &ResourceType) -> TokenStream {
    let ResourceType { name, endpoint, description, schema, always_project, document, .. } = resource_type;
    let doc = format!(" The resource type {name}.");
    let static_name = ident(&resource_type.static_name);
    let attribute_count = number(resource_type.attribute_count);
    let attributes = resource_type.attributes.iter().map(attribute);
    let extensions = resource_type.extensions.iter().map(|extension| {
        let (schema, required, position) = (&extension.schema, extension.required, index(extension.position));
        quote! { schema::Extension { schema: #schema, required: #required, position: #position } }
    });
    let relations = resource_type.relations.iter().map(|relation| {
        let (position, targets) = (index(relation.position), &relation.targets);
        let label = match relation.label.map(index) {
            Some(label) => quote! { Some(#label) },
            None => quote! { None },
        };
        quote! { schema::Relation { position: #position, targets: &[#(#targets),*], label: #label } }
    });
    let back_references = resource_type.back_references.iter().map(|back| {
        let (position, owner, relation) = (index(back.position), &back.owner, index(back.relation));
        quote! { schema::BackReference { position: #position, owner: #owner, relation: #relation } }
    });
    quote! {
        #[doc = #doc]
        pub static #static_name: schema::ResourceType = schema::ResourceType {
            name: #name,
            endpoint: #endpoint,
            description: #description,
            schema: #schema,
            extensions: &[#(#extensions),*],
            attributes: &[#(#attributes),*],
            attribute_count: #attribute_count,
            relations: &[#(#relations),*],
            back_references: &[#(#back_references),*],
            always_project: #always_project,
            document: #document,
        };
    }
}

fn attribute(attribute: &Attribute) -> TokenStream {
    let Attribute { name, schema, description, multi_valued, required, case_exact, indexed, .. } = attribute;
    let Attribute { canonical_values, reference_types, .. } = attribute;
    let number = number(attribute.number);
    let data_type = variant(attribute.data_type);
    let mutability = variant(attribute.mutability);
    let returned = variant(attribute.returned);
    let uniqueness = variant(attribute.uniqueness);
    let sub_attributes = attribute.sub_attributes.iter().map(self::attribute);
    let role = role(attribute.role);
    quote! {
        schema::Attribute {
            number: #number,
            name: #name,
            schema: #schema,
            description: #description,
            data_type: #data_type,
            multi_valued: #multi_valued,
            required: #required,
            canonical_values: &[#(#canonical_values),*],
            case_exact: #case_exact,
            mutability: #mutability,
            returned: #returned,
            uniqueness: #uniqueness,
            reference_types: &[#(#reference_types),*],
            sub_attributes: &[#(#sub_attributes),*],
            role: #role,
            indexed: #indexed,
        }
    }
}

fn role(role: Role) -> TokenStream {
    let role = match role {
        Role::Plain => quote! { Plain },
        Role::Schemas => quote! { Schemas },
        Role::Id => quote! { Id },
        Role::Meta => quote! { Meta },
        Role::ResourceType => quote! { ResourceType },
        Role::Created => quote! { Created },
        Role::LastModified => quote! { LastModified },
        Role::Location => quote! { Location },
        Role::Version => quote! { Version },
        Role::Extension => quote! { Extension },
        Role::Hashed => quote! { Hashed },
        Role::Certificate => quote! { Certificate },
        Role::Relation(relation) => {
            let relation = index(relation);
            quote! { Relation(#relation) }
        }
        Role::BackReference(back_reference) => {
            let back_reference = index(back_reference);
            quote! { BackReference(#back_reference) }
        }
        Role::Ref => quote! { Ref },
    };
    quote! { schema::Role::#role }
}
