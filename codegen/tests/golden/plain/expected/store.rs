// @generated from the documents in schemas/. Change those.
/// The resources of type Thing.
pub mod things {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "things")]
    pub struct Model {
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
        #[sea_orm(column_type = "Text", nullable)]
        pub k_external_id: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_label: Option<String>,
        #[sea_orm(column_type = "Double", nullable)]
        pub k_weight: Option<f64>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_note: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Thing.
pub mod thing_parts {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "thing_parts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub ordinal: i32,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_value: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_type: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
use crate::{
    scim::{generated as scim, schema, value},
    store::table,
};
/// The tables of every resource type.
pub static TABLES: &[&table::Table] = &[&THING];
/// The tables of Thing.
pub static THING: table::Table = table::Table {
    resource_type: &scim::THING,
    name: "things",
    entity: table::column_definitions::<things::Entity>,
    label: false,
    presence: &[],
    keys: &[
        table::KeyColumn {
            name: "k_external_id",
            kind: table::KeyKind::Text,
            number: 2,
        },
        table::KeyColumn {
            name: "k_label",
            kind: table::KeyKind::Text,
            number: 9,
        },
        table::KeyColumn {
            name: "k_weight",
            kind: table::KeyKind::Decimal,
            number: 10,
        },
        table::KeyColumn {
            name: "k_note",
            kind: table::KeyKind::Text,
            number: 11,
        },
    ],
    values: &[
        table::ValueTable {
            name: "thing_parts",
            entity: table::column_definitions::<thing_parts::Entity>,
            number: 12,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Text,
                    number: 13,
                },
                table::KeyColumn {
                    name: "k_type",
                    kind: table::KeyKind::Text,
                    number: 14,
                },
            ],
            indexes: &[
                table::Index {
                    name: "thing_parts_k_value_k_type_id",
                    columns: &["k_value", "k_type"],
                    unique: schema::Uniqueness::None,
                },
            ],
        },
    ],
    relations: &[],
    indexes: &[
        table::Index {
            name: "things_k_external_id_id",
            columns: &["k_external_id"],
            unique: schema::Uniqueness::None,
        },
        table::Index {
            name: "things_k_label",
            columns: &["k_label"],
            unique: schema::Uniqueness::Server,
        },
        table::Index {
            name: "things_k_note_id",
            columns: &["k_note"],
            unique: schema::Uniqueness::None,
        },
    ],
    places: &[
        table::Place::Schemas,
        table::Place::Id,
        table::Place::Column(0),
        table::Place::Complex,
        table::Place::ResourceType,
        table::Place::Created,
        table::Place::LastModified,
        table::Place::Location,
        table::Place::Version,
        table::Place::Column(1),
        table::Place::Column(2),
        table::Place::Column(3),
        table::Place::Values(0),
        table::Place::ValueColumn(0, 0),
        table::Place::ValueColumn(0, 1),
    ],
    encode: encode_thing,
};
/// Encodes a resource of type Thing.
pub fn encode_thing(resource: value::Complex) -> table::Encoded {
    let mut resource = scim::Thing::from(resource);
    resource.meta = None;
    table::Encoded {
        document: table::document(&resource),
        label: None,
        presence: Vec::new(),
        keys: Vec::from([
            table::text_key(resource.external_id.as_deref(), true, true),
            table::text_key(Some(resource.label.as_str()), false, true),
            table::decimal_key(resource.weight),
            table::text_key(resource.note.as_deref(), false, true),
        ]),
        values: Vec::from([
            resource
                .parts
                .iter()
                .map(|one| Vec::from([
                    table::text_key(one.value.as_deref(), false, true),
                    table::text_key(one.r#type.as_deref(), false, false),
                ]))
                .collect(),
        ]),
    }
}
