//! The typed structs of the scim layer, and the way into them from a canonical resource.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, index};
use crate::{
    ident::ident,
    model::{Arity, Attribute, FieldType, Model},
};

/// Every struct, each once, an outer before its inner ones.
pub(super) fn structs(model: &Model) -> TokenStream {
    let mut written = BTreeSet::new();
    let mut tokens = TokenStream::new();
    for resource_type in &model.resource_types {
        let otherwise = format!("A {}.", resource_type.name);
        let text = doc(&resource_type.description, &otherwise);
        tokens.extend(one(&resource_type.struct_name, &text, &resource_type.attributes, &mut written));
    }
    tokens
}

fn one(name: &str, text: &TokenStream, attributes: &[Attribute], written: &mut BTreeSet<String>) -> TokenStream {
    if !written.insert(name.to_owned()) {
        return TokenStream::new();
    }
    let fields = attributes.iter().map(field);
    let arms = attributes.iter().enumerate().map(|(position, attribute)| arm(position, attribute));
    let name = ident(name);
    // One attribute is written as many are.
    let single =
        (attributes.len() == 1).then(|| quote! { #[expect(clippy::single_match, reason = "one arm an attribute")] });
    let from = if attributes.is_empty() {
        quote! {
            fn from(_: value::Complex) -> Self {
                Self::default()
            }
        }
    } else {
        quote! {
            #single
            fn from(complex: value::Complex) -> Self {
                let mut out = Self::default();
                for (position, value) in complex {
                    match (position, value) {
                        #(#arms)*
                        _ => {}
                    }
                }
                out
            }
        }
    };
    let mut tokens = quote! {
        #text
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct #name { #(#fields)* }

        impl From<value::Complex> for #name { #from }
    };
    for attribute in attributes {
        if let FieldType::Struct(inner) = &attribute.field_type {
            let text = doc(&attribute.description, &format!("A value of `{}`.", attribute.name));
            tokens.extend(one(inner, &text, &attribute.sub_attributes, written));
        }
    }
    tokens
}

fn field(attribute: &Attribute) -> TokenStream {
    let name = ident(&attribute.field);
    let text = doc(&attribute.description, &format!("The attribute `{}`.", attribute.name));
    let value = match &attribute.field_type {
        FieldType::Text => quote! { String },
        FieldType::Secret => quote! { value::Secret },
        FieldType::Boolean => quote! { bool },
        FieldType::Integer => quote! { i64 },
        FieldType::Decimal => quote! { f64 },
        FieldType::Struct(name) => {
            let name = ident(name);
            quote! { #name }
        }
    };
    let (value, skip) = match attribute.arity {
        Arity::One => (value, None),
        Arity::Optional => (quote! { Option<#value> }, Some("Option::is_none")),
        Arity::Many => (quote! { Vec<#value> }, Some("Vec::is_empty")),
    };
    let rename = &attribute.name;
    let serde = match skip {
        _ if attribute.skipped => quote! { #[serde(skip)] },
        Some(skip) => quote! { #[serde(rename = #rename, default, skip_serializing_if = #skip)] },
        None => quote! { #[serde(rename = #rename, default)] },
    };
    quote! { #text #serde pub #name: #value, }
}

/// The arm that moves the value at a position into its field.
fn arm(position: usize, attribute: &Attribute) -> TokenStream {
    let position = index(position);
    let name = ident(&attribute.field);
    let (variant, taken) = match &attribute.field_type {
        FieldType::Text => (quote! { Text }, quote! { one }),
        FieldType::Secret => (quote! { Text }, quote! { value::Secret::from(one) }),
        FieldType::Boolean => (quote! { Boolean }, quote! { one }),
        FieldType::Integer => (quote! { Integer }, quote! { one }),
        FieldType::Decimal => (quote! { Decimal }, quote! { one }),
        FieldType::Struct(name) => {
            let name = ident(name);
            (quote! { Complex }, quote! { #name::from(one) })
        }
    };
    match attribute.arity {
        Arity::One => quote! { (#position, value::Value::#variant(one)) => out.#name = #taken, },
        Arity::Optional => quote! { (#position, value::Value::#variant(one)) => out.#name = Some(#taken), },
        Arity::Many => quote! {
            (#position, value::Value::List(list)) => {
                out.#name = list
                    .into_iter()
                    .filter_map(|one| match one {
                        value::Value::#variant(one) => Some(#taken),
                        _ => None,
                    })
                    .collect();
            }
        },
    }
}
