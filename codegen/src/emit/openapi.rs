//! The API layer: the OpenAPI type and the endpoint of every resource type.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    ident::ident,
    model::{Model, ResourceType},
};

/// poem-openapi combines as many APIs in one tuple, and some more.
const TUPLE: usize = 10;

/// Everything that `crate::api` includes.
pub(super) fn openapi(model: &Model) -> TokenStream {
    let types = model.resource_types.iter().map(resource_type);
    let last = model.resource_types.len().saturating_sub(1);
    let apis = (model.resource_types.iter().enumerate())
        .map(|(index, resource_type)| {
            let name = ident(&resource_type.struct_name);
            let clone = (index < last).then(|| quote! { .clone() });
            quote! { ResourceApi::<scim::#name>::new(make #clone) }
        })
        .collect();
    let apis = combined(apis);
    quote! {
        use std::borrow::Cow;

        use poem_openapi::{
            registry::{MetaSchemaRef, Registry},
            types::{IsObjectType, ParseError, ParseFromJSON, ParseResult, ToJSON, Type},
        };

        use crate::{
            api::resources::{Resource, ResourceApi},
            scim::{generated as scim, schema::ResourceType},
        };

        /// The endpoints of every resource type.
        pub fn apis(make: crate::api::App) -> impl poem_openapi::OpenApi {
            #apis
        }

        #(#types)*
    }
}

/// One API made of many: tuples of tuples.
fn combined(mut apis: Vec<TokenStream>) -> TokenStream {
    while apis.len() > 1 {
        let tuple = |chunk: &[TokenStream]| match chunk {
            [one] => one.clone(),
            many => quote! { (#(#many),*) },
        };
        apis = apis.chunks(TUPLE).map(tuple).collect();
    }
    apis.into_iter().collect()
}

fn resource_type(resource_type: &ResourceType) -> TokenStream {
    let ResourceType { name, endpoint, .. } = resource_type;
    let (struct_name, static_name) = (ident(&resource_type.struct_name), ident(&resource_type.static_name));
    quote! {
        impl Resource for scim::#struct_name {
            const PATH: &'static str = #endpoint;
            const TYPE: &'static ResourceType = &scim::#static_name;
        }

        impl Type for scim::#struct_name {
            const IS_REQUIRED: bool = true;
            type RawValueType = Self;
            type RawElementValueType = Self;

            fn name() -> Cow<'static, str> {
                Cow::Borrowed(#name)
            }

            fn schema_ref() -> MetaSchemaRef {
                MetaSchemaRef::Reference(#name.to_owned())
            }

            fn register(registry: &mut Registry) {
                crate::api::openapi::register_resource(registry, &scim::#static_name);
            }

            fn as_raw_value(&self) -> Option<&Self> {
                Some(self)
            }

            fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
                Box::new(std::iter::once(self))
            }
        }

        impl IsObjectType for scim::#struct_name {}

        impl ParseFromJSON for scim::#struct_name {
            fn parse_from_json(value: Option<serde_json::Value>) -> ParseResult<Self> {
                serde_json::from_value(value.unwrap_or_default()).map_err(|error| ParseError::custom(error.to_string()))
            }
        }

        impl ToJSON for scim::#struct_name {
            fn to_json(&self) -> Option<serde_json::Value> {
                serde_json::to_value(self).ok()
            }
        }
    }
}
