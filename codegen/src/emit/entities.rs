//! The SeaORM entities of the store layer: one module a table.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    declaration::DataType,
    ident::ident,
    model::{Key, Model, ResourceType},
};

/// All entities.
pub(super) fn entities(model: &Model) -> TokenStream {
    model.resource_types.iter().map(resource_type).collect()
}

fn resource_type(resource_type: &ResourceType) -> TokenStream {
    let table = &resource_type.table;
    let label = table.label.map(|_| quote! { #[sea_orm(column_type = "Text", nullable)] pub label: Option<String>, });
    let presence = table.presence.iter().map(|presence| {
        let column = ident(&presence.column);
        quote! { pub #column: Option<bool>, }
    });
    let keys = table.keys.iter().map(key);
    let fields = quote! {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub created: i64,
        pub last_modified: i64,
        #[sea_orm(column_type = "Text")]
        pub document: String,
        #[sea_orm(column_type = "Text", nullable)]
        pub secrets: Option<String>,
        #label
        #(#presence)*
        #(#keys)*
    };
    let name = &resource_type.name;
    let mut tokens = entity(&table.name, &format!(" The resources of type {name}."), &fields);
    for values in &table.values {
        let keys = values.columns.iter().map(key);
        let fields = quote! {
            #[sea_orm(primary_key, auto_increment = false)]
            pub org: i64,
            #[sea_orm(primary_key, auto_increment = false)]
            pub id: Uuid,
            #[sea_orm(primary_key, auto_increment = false)]
            pub ordinal: i32,
            #(#keys)*
        };
        tokens.extend(entity(&values.name, &format!(" The values of a multi-valued attribute of {name}."), &fields));
    }
    for relation in &table.relations {
        let fields = quote! {
            #[sea_orm(primary_key, auto_increment = false)]
            pub org: i64,
            #[sea_orm(primary_key, auto_increment = false)]
            pub owner: Uuid,
            #[sea_orm(primary_key, auto_increment = false)]
            pub member: Uuid,
            #[sea_orm(column_type = "Text")]
            pub member_type: String,
            #[sea_orm(column_type = "Text", nullable)]
            pub display: Option<String>,
            #[sea_orm(column_type = "Text", nullable)]
            pub k_display: Option<String>,
        };
        tokens.extend(entity(&relation.name, &format!(" The rows of a relation of {name}."), &fields));
    }
    tokens
}

fn key(key: &Key) -> TokenStream {
    let column = ident(&key.column);
    match key.attribute.data_type {
        DataType::Boolean => quote! { pub #column: Option<bool>, },
        DataType::Integer | DataType::DateTime => quote! { pub #column: Option<i64>, },
        DataType::Decimal => quote! { #[sea_orm(column_type = "Double", nullable)] pub #column: Option<f64>, },
        _ => quote! { #[sea_orm(column_type = "Text", nullable)] pub #column: Option<String>, },
    }
}

fn entity(table: &str, doc: &str, fields: &TokenStream) -> TokenStream {
    let module = ident(table);
    quote! {
        #[doc = #doc]
        pub mod #module {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = #table)]
            pub struct Model { #fields }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    }
}
