//! The tables of the store layer: `TABLES`, and for each resource type its columns, indexes and places.

use proc_macro2::TokenStream;
use quote::quote;

use super::{encode, number, variant};
use crate::{
    declaration::DataType,
    ident::ident,
    model::{Index, Key, Model, Place, RelationTable, ResourceType, Table},
};

/// Everything that `crate::store::table` describes.
pub(super) fn store(model: &Model) -> TokenStream {
    let tables = model.resource_types.iter().map(table);
    let encoders = model.resource_types.iter().map(encode::encode);
    let names = model.resource_types.iter().map(|resource_type| ident(&resource_type.static_name));
    quote! {
        use crate::{scim::{generated as scim, schema, value}, store::table};

        /// The tables of every resource type.
        pub static TABLES: &[&table::Table] = &[#(&#names),*];

        #(#tables)*
        #(#encoders)*
    }
}

/// The name of the function that turns a resource into columns.
pub(super) fn encoder(resource_type: &ResourceType) -> proc_macro2::Ident {
    ident(&format!("encode_{}", resource_type.static_name.to_ascii_lowercase()))
}

fn table(resource_type: &ResourceType) -> TokenStream {
    let Table { name, presence, keys, values, relations, indexes, places, .. } = &resource_type.table;
    let doc = format!(" The tables of {}.", resource_type.name);
    let static_name = ident(&resource_type.static_name);
    let module = ident(name);
    let label = resource_type.table.label.is_some();
    let encoder = encoder(resource_type);
    let presences = presence.iter().map(|presence| &presence.column);
    let keys = keys.iter().map(key);
    let values = values.iter().map(|values| {
        let (name, module, number) = (&values.name, ident(&values.name), number(values.number));
        let columns = values.columns.iter().map(key);
        let indexes = values.indexes.iter().map(self::index);
        quote! {
            table::ValueTable {
                name: #name,
                entity: table::column_definitions::<#module::Entity>,
                number: #number,
                columns: &[#(#columns),*],
                indexes: &[#(#indexes),*],
            }
        }
    });
    let relations = relations.iter().map(|RelationTable { name, position, index }| {
        let (module, number) = (ident(name), number(resource_type.attributes[*position].number));
        quote! {
            table::RelationTable {
                name: #name,
                entity: table::column_definitions::<#module::Entity>,
                number: #number,
                index: #index,
            }
        }
    });
    let indexes = indexes.iter().map(self::index);
    let places = places.iter().map(|one| place(*one, &resource_type.table));
    quote! {
        #[doc = #doc]
        pub static #static_name: table::Table = table::Table {
            resource_type: &scim::#static_name,
            name: #name,
            entity: table::column_definitions::<#module::Entity>,
            label: #label,
            presence: &[#(#presences),*],
            keys: &[#(#keys),*],
            values: &[#(#values),*],
            relations: &[#(#relations),*],
            indexes: &[#(#indexes),*],
            places: &[#(#places),*],
            encode: #encoder,
        };
    }
}

fn index(index: &Index) -> TokenStream {
    let (Index { name, columns, .. }, unique) = (index, variant(index.unique));
    quote! { table::Index { name: #name, columns: &[#(#columns),*], unique: #unique } }
}

fn key(key: &Key) -> TokenStream {
    let (name, number) = (&key.column, number(key.attribute.number));
    let kind = match key.attribute.data_type {
        DataType::Boolean => quote! { Boolean },
        DataType::Integer | DataType::DateTime => quote! { Integer },
        DataType::Decimal => quote! { Decimal },
        _ => quote! { Text },
    };
    quote! { table::KeyColumn { name: #name, kind: table::KeyKind::#kind, number: #number } }
}

fn place(place: Place, table: &Table) -> TokenStream {
    let place = match place {
        Place::None => quote! { None },
        Place::Id => quote! { Id },
        Place::ResourceType => quote! { ResourceType },
        Place::Created => quote! { Created },
        Place::LastModified => quote! { LastModified },
        Place::Location => quote! { Location },
        Place::Version => quote! { Version },
        Place::Schemas => quote! { Schemas },
        Place::Extension(at) => {
            let column = &table.presence[at].column;
            quote! { Extension(#column) }
        }
        Place::Column(at) => with("Column", &[at]),
        Place::Complex => quote! { Complex },
        Place::Values(at) => with("Values", &[at]),
        Place::ValueColumn(at, column) => with("ValueColumn", &[at, column]),
        Place::Relation(at) => with("Relation", &[at]),
        Place::RelationMember => quote! { RelationMember },
        Place::RelationRef => quote! { RelationRef },
        Place::RelationType => quote! { RelationType },
        Place::RelationDisplay => quote! { RelationDisplay },
        Place::BackReference(at) => with("BackReference", &[at]),
        Place::BackReferenceOwner => quote! { BackReferenceOwner },
        Place::BackReferenceRef => quote! { BackReferenceRef },
        Place::BackReferenceType => quote! { BackReferenceType },
        Place::BackReferenceDisplay => quote! { BackReferenceDisplay },
        Place::Secret => quote! { Secret },
    };
    quote! { table::Place::#place }
}

fn with(name: &str, numbers: &[usize]) -> TokenStream {
    let (name, numbers) = (ident(name), numbers.iter().copied().map(super::index));
    quote! { #name(#(#numbers),*) }
}
