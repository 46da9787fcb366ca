//! The metadata of the scim layer: `SCHEMAS`, one static a resource type and a pattern, `RESOURCE_TYPES`.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::{index, number, published, variant};
use crate::{
    declaration::{Constant, Rules},
    ident::ident,
    model::{Attribute, Model, ResourceType, Role},
};

/// Everything that `crate::scim::schema` describes.
pub(super) fn metadata(model: &Model) -> TokenStream {
    let schemas = model.schemas.iter().map(|schema| {
        let (id, name, document) = (&schema.id, &schema.name, published::schema(schema));
        let ruled = optional(published::ruled(schema).map(|document| quote! { #document }));
        quote! { schema::Schema { id: #id, name: #name, document: #document, ruled: #ruled } }
    });
    let mut patterns = Patterns::default();
    model.resource_types.iter().for_each(|resource_type| patterns.gather(&resource_type.attributes));
    let resource_types = model.resource_types.iter().map(|one| resource_type(one, &patterns));
    let names = model.resource_types.iter().map(|resource_type| ident(&resource_type.static_name));
    quote! {
        use crate::scim::{schema, value};

        /// Every schema, as `/Schemas` publishes it.
        pub static SCHEMAS: &[schema::Schema] = &[#(#schemas),*];

        /// Every resource type.
        pub static RESOURCE_TYPES: &[&schema::ResourceType] = &[#(&#names),*];

        #(#resource_types)*

        #patterns
    }
}

/// The patterns of all attributes, each once. They have statics of their own, since a static cannot hold what changes, and
/// a pattern is compiled when it is first needed.
#[derive(Default)]
struct Patterns(BTreeSet<String>);

impl Patterns {
    fn gather(&mut self, attributes: &[Attribute]) {
        for attribute in attributes {
            self.0.extend(attribute.rules.pattern.clone());
            self.gather(&attribute.sub_attributes);
        }
    }

    fn name(&self, pattern: &str) -> proc_macro2::Ident {
        let position = self.0.iter().position(|other| other == pattern).unwrap_or_default();
        ident(&format!("PATTERN__{position}"))
    }
}

impl ToTokens for Patterns {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for pattern in &self.0 {
            let name = self.name(pattern);
            tokens.extend(quote! { static #name: schema::Pattern = schema::Pattern::new(#pattern); });
        }
    }
}

fn optional(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote! { Some(#value) },
        None => quote! { None },
    }
}

fn rules(rules: &Rules, patterns: &Patterns) -> TokenStream {
    let pattern = optional(rules.pattern.as_deref().map(|pattern| {
        let name = patterns.name(pattern);
        quote! { &#name }
    }));
    let [minimum, maximum, default] =
        [&rules.minimum, &rules.maximum, &rules.default].map(|one| optional(one.as_ref().map(constant)));
    let max_length = optional(rules.max_length.map(|length| {
        let length = number(length);
        quote! { #length }
    }));
    quote! {
        schema::Rules {
            pattern: #pattern,
            minimum: #minimum,
            maximum: #maximum,
            max_length: #max_length,
            default: #default,
        }
    }
}

fn constant(constant: &Constant) -> TokenStream {
    match constant {
        Constant::Boolean(value) => quote! { schema::Constant::Boolean(#value) },
        Constant::Integer(value) => {
            let value = Literal::i64_unsuffixed(*value);
            quote! { schema::Constant::Integer(#value) }
        }
        Constant::Decimal(value) => {
            let value = Literal::f64_unsuffixed(*value);
            quote! { schema::Constant::Decimal(#value) }
        }
        Constant::Text(text) => quote! { schema::Constant::Text(#text) },
    }
}

fn resource_type(resource_type: &ResourceType, patterns: &Patterns) -> TokenStream {
    let ResourceType { name, endpoint, description, schema, always_project, document, example, .. } = resource_type;
    let doc = format!(" The resource type {name}.");
    let static_name = ident(&resource_type.static_name);
    let attribute_count = number(resource_type.attribute_count);
    let attributes = resource_type.attributes.iter().map(|one| attribute(one, patterns));
    let has_defaults = has_defaults(&resource_type.attributes);
    let extensions = resource_type.extensions.iter().map(|extension| {
        let (schema, required, position) = (&extension.schema, extension.required, index(extension.position));
        quote! { schema::Extension { schema: #schema, required: #required, position: #position } }
    });
    let relations = resource_type.relations.iter().map(|relation| {
        let (position, targets) = (index(relation.position), &relation.targets);
        let label = optional(relation.label.map(index).map(|label| quote! { #label }));
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
            has_defaults: #has_defaults,
            document: #document,
            example: #example,
        };
    }
}

fn has_defaults(attributes: &[Attribute]) -> bool {
    (attributes.iter()).any(|attribute| attribute.rules.default.is_some() || has_defaults(&attribute.sub_attributes))
}

fn attribute(attribute: &Attribute, patterns: &Patterns) -> TokenStream {
    let Attribute { name, schema, description, multi_valued, required, case_exact, indexed, .. } = attribute;
    let Attribute { canonical_values, reference_types, .. } = attribute;
    let number = number(attribute.number);
    let data_type = variant(attribute.data_type);
    let mutability = variant(attribute.mutability);
    let returned = variant(attribute.returned);
    let uniqueness = variant(attribute.uniqueness);
    let sub_attributes = attribute.sub_attributes.iter().map(|sub| self::attribute(sub, patterns));
    let role = role(attribute.role);
    // An index is the store's, and known as `indexed`.
    let ruled = attribute.rules != Rules { index: attribute.rules.index, ..Rules::default() };
    let rules = optional(ruled.then(|| {
        let rules = rules(&attribute.rules, patterns);
        quote! { &#rules }
    }));
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
            rules: #rules,
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
