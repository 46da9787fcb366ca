//! The encoders of the store layer: from a resource to the document and the keys of its columns and rows.

use proc_macro2::TokenStream;
use quote::quote;

use super::store::encoder;
use crate::{
    declaration::DataType,
    ident::ident,
    model::{Arity, Attribute, Key, ResourceType, Role, ValueTable},
};

/// The encoder of one resource type.
pub(super) fn encode(resource_type: &ResourceType) -> TokenStream {
    let name = encoder(resource_type);
    let doc = format!(" Encodes a resource of type {}.", resource_type.name);
    let struct_name = ident(&resource_type.struct_name);
    let attributes = &resource_type.attributes;
    let table = &resource_type.table;
    // `meta`, relations and back references live in columns and rows of their own, never in the document.
    let cleared = attributes.iter().filter_map(|attribute| {
        let field = ident(&attribute.field);
        match attribute.role {
            Role::Meta => Some(quote! { resource.#field = None; }),
            Role::Relation(_) | Role::BackReference(_) => Some(quote! { resource.#field.clear(); }),
            _ => None,
        }
    });
    let label = match table.label.map(|position| &attributes[position]) {
        Some(attribute) => {
            let field = ident(&attribute.field);
            match attribute.arity {
                Arity::One => quote! { Some(resource.#field.clone()) },
                _ => quote! { resource.#field.clone() },
            }
        }
        None => quote! { None },
    };
    let presence = list(table.presence.iter().map(|presence| {
        let field = ident(&attributes[presence.position].field);
        quote! { resource.#field.is_some() }
    }));
    let keys = list(table.keys.iter().map(|key| key_call(key, &walk(attributes, &key.path))));
    let values = list(table.values.iter().map(|values| rows(attributes, values)));
    quote! {
        #[doc = #doc]
        pub fn #name(resource: value::Complex) -> table::Encoded {
            let mut resource = scim::#struct_name::from(resource);
            #(#cleared)*
            table::Encoded {
                document: table::document(&resource),
                label: #label,
                presence: #presence,
                keys: #keys,
                values: #values,
            }
        }
    }
}

/// A vector, in a form that the formatter lays out.
fn list(elements: impl Iterator<Item = TokenStream>) -> TokenStream {
    let elements: Vec<_> = elements.collect();
    if elements.is_empty() {
        quote! { Vec::new() }
    } else {
        quote! { Vec::from([#(#elements),*]) }
    }
}

/// The value rows of a multi-valued attribute.
fn rows(attributes: &[Attribute], values: &ValueTable) -> TokenStream {
    let columns = &values.columns;
    let values = walk(attributes, &values.path);
    let columns = list(columns.iter().map(|key| {
        let value = match key.path.first() {
            Some(_) => {
                let field = ident(&key.attribute.field);
                borrowed(&key.attribute, quote! { one.#field })
            }
            None if is_text(&key.attribute) => quote! { Some(one.as_str()) },
            None => quote! { Some(*one) },
        };
        key_call(key, &value)
    }));
    quote! { #values.map(|one| #columns).collect() }
}

/// The iterator over a multi-valued attribute, or the option of a single-valued one.
fn walk(attributes: &[Attribute], path: &[usize]) -> TokenStream {
    let mut level = attributes;
    let mut tokens = quote! { resource };
    for (depth, position) in path.iter().enumerate() {
        let attribute = &level[*position];
        let field = ident(&attribute.field);
        let end = depth + 1 == path.len();
        tokens = match (depth, attribute.arity) {
            (0, Arity::Many) => quote! { #tokens.#field.iter() },
            (0, _) if end => borrowed(attribute, quote! { #tokens.#field }),
            (0, _) => quote! { #tokens.#field.as_ref() },
            (_, Arity::Many) => quote! { #tokens.into_iter().flat_map(|one| one.#field.iter()) },
            (_, _) if end => {
                let value = borrowed(attribute, quote! { one.#field });
                quote! { #tokens.and_then(|one| #value) }
            }
            (_, _) => quote! { #tokens.and_then(|one| one.#field.as_ref()) },
        };
        level = &attribute.sub_attributes;
    }
    tokens
}

/// The option of the value in a field of a single-valued simple attribute.
fn borrowed(attribute: &Attribute, field: TokenStream) -> TokenStream {
    match (attribute.arity, is_text(attribute)) {
        (Arity::One, true) => quote! { Some(#field.as_str()) },
        (Arity::One, false) => quote! { Some(#field) },
        (_, true) => quote! { #field.as_deref() },
        (_, false) => quote! { #field },
    }
}

fn is_text(attribute: &Attribute) -> bool {
    !matches!(attribute.data_type, DataType::Boolean | DataType::Integer | DataType::Decimal)
}

/// The key of a value.
fn key_call(key: &Key, value: &TokenStream) -> TokenStream {
    let Attribute { data_type, case_exact, indexed, role, .. } = &key.attribute;
    match data_type {
        DataType::Boolean => quote! { table::boolean_key(#value) },
        DataType::Integer => quote! { table::integer_key(#value) },
        DataType::Decimal => quote! { table::decimal_key(#value) },
        DataType::DateTime => quote! { table::date_time_key(#value) },
        DataType::Binary => quote! { table::binary_key(#value) },
        DataType::Reference => {
            let resource = *role == Role::Ref;
            quote! { table::reference_key(#value, #resource, #indexed) }
        }
        DataType::String | DataType::Complex => quote! { table::text_key(#value, #case_exact, #indexed) },
    }
}
