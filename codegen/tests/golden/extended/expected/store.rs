// @generated from the documents in schemas/. Change those.
/// The resources of type Device.
pub mod devices {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "devices")]
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
        pub has_rack: Option<bool>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_external_id: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_type: Option<String>,
        pub k_self: Option<bool>,
        pub k_gen: Option<i64>,
        #[sea_orm(column_type = "Double", nullable)]
        pub k_load: Option<f64>,
        pub k_booted_at: Option<i64>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_certificate: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_manual: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_foo_bar: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_foo_bar_2: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_match_value: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_match_ref: Option<String>,
        pub k_match_ref_2: Option<bool>,
        pub k_rack_row: Option<i64>,
        pub k_rack_async: Option<bool>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_rack_keeper_value: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Device.
pub mod device_tags {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "device_tags")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub ordinal: i32,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_value: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Device.
pub mod device_scores {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "device_scores")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub ordinal: i32,
        pub k_value: Option<i64>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Device.
pub mod device_match_codes {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "device_match_codes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub ordinal: i32,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_value: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Device.
pub mod device_ports {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "device_ports")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub ordinal: i32,
        pub k_value: Option<i64>,
        pub k_open: Option<bool>,
        pub k_since: Option<i64>,
        #[sea_orm(column_type = "Double", nullable)]
        pub k_rate: Option<f64>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_key: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Device.
pub mod device_rack_neighbours {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "device_rack_neighbours")]
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
        pub k_ref: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_type: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The resources of type Server.
pub mod servers {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "servers")]
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
        pub has_rack: Option<bool>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_external_id: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_type: Option<String>,
        pub k_self: Option<bool>,
        pub k_gen: Option<i64>,
        #[sea_orm(column_type = "Double", nullable)]
        pub k_load: Option<f64>,
        pub k_booted_at: Option<i64>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_certificate: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_manual: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_foo_bar: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_foo_bar_2: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_match_value: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_match_ref: Option<String>,
        pub k_match_ref_2: Option<bool>,
        pub k_rack_row: Option<i64>,
        pub k_rack_async: Option<bool>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_rack_keeper_value: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Server.
pub mod server_tags {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "server_tags")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub ordinal: i32,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_value: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Server.
pub mod server_scores {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "server_scores")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub ordinal: i32,
        pub k_value: Option<i64>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Server.
pub mod server_match_codes {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "server_match_codes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub ordinal: i32,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_value: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Server.
pub mod server_ports {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "server_ports")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub ordinal: i32,
        pub k_value: Option<i64>,
        pub k_open: Option<bool>,
        pub k_since: Option<i64>,
        #[sea_orm(column_type = "Double", nullable)]
        pub k_rate: Option<f64>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_key: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The values of a multi-valued attribute of Server.
pub mod server_rack_neighbours {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "server_rack_neighbours")]
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
        pub k_ref: Option<String>,
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
pub static TABLES: &[&table::Table] = &[&DEVICE, &SERVER];
/// The tables of Device.
pub static DEVICE: table::Table = table::Table {
    resource_type: &scim::DEVICE,
    name: "devices",
    entity: table::column_definitions::<devices::Entity>,
    label: false,
    presence: &["has_rack"],
    keys: &[
        table::KeyColumn {
            name: "k_external_id",
            kind: table::KeyKind::Text,
            number: 2,
        },
        table::KeyColumn {
            name: "k_type",
            kind: table::KeyKind::Text,
            number: 9,
        },
        table::KeyColumn {
            name: "k_self",
            kind: table::KeyKind::Boolean,
            number: 10,
        },
        table::KeyColumn {
            name: "k_gen",
            kind: table::KeyKind::Integer,
            number: 11,
        },
        table::KeyColumn {
            name: "k_load",
            kind: table::KeyKind::Decimal,
            number: 12,
        },
        table::KeyColumn {
            name: "k_booted_at",
            kind: table::KeyKind::Integer,
            number: 13,
        },
        table::KeyColumn {
            name: "k_certificate",
            kind: table::KeyKind::Text,
            number: 14,
        },
        table::KeyColumn {
            name: "k_manual",
            kind: table::KeyKind::Text,
            number: 15,
        },
        table::KeyColumn {
            name: "k_foo_bar",
            kind: table::KeyKind::Text,
            number: 20,
        },
        table::KeyColumn {
            name: "k_foo_bar_2",
            kind: table::KeyKind::Text,
            number: 21,
        },
        table::KeyColumn {
            name: "k_match_value",
            kind: table::KeyKind::Text,
            number: 23,
        },
        table::KeyColumn {
            name: "k_match_ref",
            kind: table::KeyKind::Text,
            number: 24,
        },
        table::KeyColumn {
            name: "k_match_ref_2",
            kind: table::KeyKind::Boolean,
            number: 25,
        },
        table::KeyColumn {
            name: "k_rack_row",
            kind: table::KeyKind::Integer,
            number: 36,
        },
        table::KeyColumn {
            name: "k_rack_async",
            kind: table::KeyKind::Boolean,
            number: 37,
        },
        table::KeyColumn {
            name: "k_rack_keeper_value",
            kind: table::KeyKind::Text,
            number: 43,
        },
    ],
    values: &[
        table::ValueTable {
            name: "device_tags",
            entity: table::column_definitions::<device_tags::Entity>,
            number: 18,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Text,
                    number: 18,
                },
            ],
            indexes: &[
                table::Index {
                    name: "device_tags_k_value_id",
                    columns: &["k_value"],
                    unique: schema::Uniqueness::None,
                },
            ],
        },
        table::ValueTable {
            name: "device_scores",
            entity: table::column_definitions::<device_scores::Entity>,
            number: 19,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Integer,
                    number: 19,
                },
            ],
            indexes: &[],
        },
        table::ValueTable {
            name: "device_match_codes",
            entity: table::column_definitions::<device_match_codes::Entity>,
            number: 26,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Text,
                    number: 26,
                },
            ],
            indexes: &[],
        },
        table::ValueTable {
            name: "device_ports",
            entity: table::column_definitions::<device_ports::Entity>,
            number: 28,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Integer,
                    number: 29,
                },
                table::KeyColumn {
                    name: "k_open",
                    kind: table::KeyKind::Boolean,
                    number: 30,
                },
                table::KeyColumn {
                    name: "k_since",
                    kind: table::KeyKind::Integer,
                    number: 31,
                },
                table::KeyColumn {
                    name: "k_rate",
                    kind: table::KeyKind::Decimal,
                    number: 32,
                },
                table::KeyColumn {
                    name: "k_key",
                    kind: table::KeyKind::Text,
                    number: 33,
                },
            ],
            indexes: &[],
        },
        table::ValueTable {
            name: "device_rack_neighbours",
            entity: table::column_definitions::<device_rack_neighbours::Entity>,
            number: 38,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Text,
                    number: 39,
                },
                table::KeyColumn {
                    name: "k_ref",
                    kind: table::KeyKind::Text,
                    number: 40,
                },
                table::KeyColumn {
                    name: "k_type",
                    kind: table::KeyKind::Text,
                    number: 41,
                },
            ],
            indexes: &[
                table::Index {
                    name: "device_rack_neighbours_k_value_k_type_id",
                    columns: &["k_value", "k_type"],
                    unique: schema::Uniqueness::None,
                },
            ],
        },
    ],
    relations: &[],
    indexes: &[
        table::Index {
            name: "devices_k_gen",
            columns: &["k_gen"],
            unique: schema::Uniqueness::Global,
        },
        table::Index {
            name: "devices_k_match_value_id",
            columns: &["k_match_value"],
            unique: schema::Uniqueness::None,
        },
        table::Index {
            name: "devices_k_rack_keeper_value_id",
            columns: &["k_rack_keeper_value"],
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
        table::Place::Column(4),
        table::Place::Column(5),
        table::Place::Column(6),
        table::Place::Column(7),
        table::Place::Secret,
        table::Place::Secret,
        table::Place::Values(0),
        table::Place::Values(1),
        table::Place::Column(8),
        table::Place::Column(9),
        table::Place::Complex,
        table::Place::Column(10),
        table::Place::Column(11),
        table::Place::Column(12),
        table::Place::Values(2),
        table::Place::None,
        table::Place::Values(3),
        table::Place::ValueColumn(3, 0),
        table::Place::ValueColumn(3, 1),
        table::Place::ValueColumn(3, 2),
        table::Place::ValueColumn(3, 3),
        table::Place::ValueColumn(3, 4),
        table::Place::None,
        table::Place::Extension("has_rack"),
        table::Place::Column(13),
        table::Place::Column(14),
        table::Place::Values(4),
        table::Place::ValueColumn(4, 0),
        table::Place::ValueColumn(4, 1),
        table::Place::ValueColumn(4, 2),
        table::Place::Complex,
        table::Place::Column(15),
    ],
    encode: encode_device,
};
/// The tables of Server.
pub static SERVER: table::Table = table::Table {
    resource_type: &scim::SERVER,
    name: "servers",
    entity: table::column_definitions::<servers::Entity>,
    label: false,
    presence: &["has_rack"],
    keys: &[
        table::KeyColumn {
            name: "k_external_id",
            kind: table::KeyKind::Text,
            number: 2,
        },
        table::KeyColumn {
            name: "k_type",
            kind: table::KeyKind::Text,
            number: 9,
        },
        table::KeyColumn {
            name: "k_self",
            kind: table::KeyKind::Boolean,
            number: 10,
        },
        table::KeyColumn {
            name: "k_gen",
            kind: table::KeyKind::Integer,
            number: 11,
        },
        table::KeyColumn {
            name: "k_load",
            kind: table::KeyKind::Decimal,
            number: 12,
        },
        table::KeyColumn {
            name: "k_booted_at",
            kind: table::KeyKind::Integer,
            number: 13,
        },
        table::KeyColumn {
            name: "k_certificate",
            kind: table::KeyKind::Text,
            number: 14,
        },
        table::KeyColumn {
            name: "k_manual",
            kind: table::KeyKind::Text,
            number: 15,
        },
        table::KeyColumn {
            name: "k_foo_bar",
            kind: table::KeyKind::Text,
            number: 20,
        },
        table::KeyColumn {
            name: "k_foo_bar_2",
            kind: table::KeyKind::Text,
            number: 21,
        },
        table::KeyColumn {
            name: "k_match_value",
            kind: table::KeyKind::Text,
            number: 23,
        },
        table::KeyColumn {
            name: "k_match_ref",
            kind: table::KeyKind::Text,
            number: 24,
        },
        table::KeyColumn {
            name: "k_match_ref_2",
            kind: table::KeyKind::Boolean,
            number: 25,
        },
        table::KeyColumn {
            name: "k_rack_row",
            kind: table::KeyKind::Integer,
            number: 36,
        },
        table::KeyColumn {
            name: "k_rack_async",
            kind: table::KeyKind::Boolean,
            number: 37,
        },
        table::KeyColumn {
            name: "k_rack_keeper_value",
            kind: table::KeyKind::Text,
            number: 43,
        },
    ],
    values: &[
        table::ValueTable {
            name: "server_tags",
            entity: table::column_definitions::<server_tags::Entity>,
            number: 18,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Text,
                    number: 18,
                },
            ],
            indexes: &[],
        },
        table::ValueTable {
            name: "server_scores",
            entity: table::column_definitions::<server_scores::Entity>,
            number: 19,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Integer,
                    number: 19,
                },
            ],
            indexes: &[],
        },
        table::ValueTable {
            name: "server_match_codes",
            entity: table::column_definitions::<server_match_codes::Entity>,
            number: 26,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Text,
                    number: 26,
                },
            ],
            indexes: &[],
        },
        table::ValueTable {
            name: "server_ports",
            entity: table::column_definitions::<server_ports::Entity>,
            number: 28,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Integer,
                    number: 29,
                },
                table::KeyColumn {
                    name: "k_open",
                    kind: table::KeyKind::Boolean,
                    number: 30,
                },
                table::KeyColumn {
                    name: "k_since",
                    kind: table::KeyKind::Integer,
                    number: 31,
                },
                table::KeyColumn {
                    name: "k_rate",
                    kind: table::KeyKind::Decimal,
                    number: 32,
                },
                table::KeyColumn {
                    name: "k_key",
                    kind: table::KeyKind::Text,
                    number: 33,
                },
            ],
            indexes: &[],
        },
        table::ValueTable {
            name: "server_rack_neighbours",
            entity: table::column_definitions::<server_rack_neighbours::Entity>,
            number: 38,
            columns: &[
                table::KeyColumn {
                    name: "k_value",
                    kind: table::KeyKind::Text,
                    number: 39,
                },
                table::KeyColumn {
                    name: "k_ref",
                    kind: table::KeyKind::Text,
                    number: 40,
                },
                table::KeyColumn {
                    name: "k_type",
                    kind: table::KeyKind::Text,
                    number: 41,
                },
            ],
            indexes: &[],
        },
    ],
    relations: &[],
    indexes: &[
        table::Index {
            name: "servers_k_gen",
            columns: &["k_gen"],
            unique: schema::Uniqueness::Global,
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
        table::Place::Column(4),
        table::Place::Column(5),
        table::Place::Column(6),
        table::Place::Column(7),
        table::Place::Secret,
        table::Place::Secret,
        table::Place::Values(0),
        table::Place::Values(1),
        table::Place::Column(8),
        table::Place::Column(9),
        table::Place::Complex,
        table::Place::Column(10),
        table::Place::Column(11),
        table::Place::Column(12),
        table::Place::Values(2),
        table::Place::None,
        table::Place::Values(3),
        table::Place::ValueColumn(3, 0),
        table::Place::ValueColumn(3, 1),
        table::Place::ValueColumn(3, 2),
        table::Place::ValueColumn(3, 3),
        table::Place::ValueColumn(3, 4),
        table::Place::None,
        table::Place::Extension("has_rack"),
        table::Place::Column(13),
        table::Place::Column(14),
        table::Place::Values(4),
        table::Place::ValueColumn(4, 0),
        table::Place::ValueColumn(4, 1),
        table::Place::ValueColumn(4, 2),
        table::Place::Complex,
        table::Place::Column(15),
    ],
    encode: encode_server,
};
/// Encodes a resource of type Device.
pub fn encode_device(resource: value::Complex) -> table::Encoded {
    let mut resource = scim::Device::from(resource);
    resource.meta = None;
    table::Encoded {
        document: table::document(&resource),
        label: None,
        presence: Vec::from([resource.rack.is_some()]),
        keys: Vec::from([
            table::text_key(resource.external_id.as_deref(), true, false),
            table::text_key(Some(resource.r#type.as_str()), false, false),
            table::boolean_key(Some(resource.self_)),
            table::integer_key(resource.r#gen),
            table::decimal_key(resource.load),
            table::date_time_key(resource.booted_at.as_deref()),
            table::binary_key(resource.certificate.as_deref()),
            table::reference_key(resource.manual.as_deref(), false, false),
            table::text_key(resource.foo_bar.as_deref(), false, false),
            table::text_key(resource.foo_bar2.as_deref(), false, false),
            table::text_key(
                resource.r#match.as_ref().and_then(|one| one.value.as_deref()),
                true,
                true,
            ),
            table::reference_key(
                resource.r#match.as_ref().and_then(|one| one.reference.as_deref()),
                true,
                false,
            ),
            table::boolean_key(resource.r#match.as_ref().and_then(|one| one.r#ref)),
            table::integer_key(resource.rack.as_ref().and_then(|one| one.row)),
            table::boolean_key(resource.rack.as_ref().and_then(|one| one.r#async)),
            table::text_key(
                resource
                    .rack
                    .as_ref()
                    .and_then(|one| one.keeper.as_ref())
                    .and_then(|one| one.value.as_deref()),
                false,
                true,
            ),
        ]),
        values: Vec::from([
            resource
                .tags
                .iter()
                .map(|one| Vec::from([table::text_key(Some(one.as_str()), false, true)]))
                .collect(),
            resource
                .scores
                .iter()
                .map(|one| Vec::from([table::integer_key(Some(*one))]))
                .collect(),
            resource
                .r#match
                .as_ref()
                .into_iter()
                .flat_map(|one| one.codes.iter())
                .map(|one| Vec::from([
                    table::text_key(Some(one.as_str()), false, false),
                ]))
                .collect(),
            resource
                .ports
                .iter()
                .map(|one| Vec::from([
                    table::integer_key(one.value),
                    table::boolean_key(one.open),
                    table::date_time_key(one.since.as_deref()),
                    table::decimal_key(one.rate),
                    table::binary_key(one.key.as_deref()),
                ]))
                .collect(),
            resource
                .rack
                .as_ref()
                .into_iter()
                .flat_map(|one| one.neighbours.iter())
                .map(|one| Vec::from([
                    table::text_key(one.value.as_deref(), true, true),
                    table::reference_key(one.reference.as_deref(), true, false),
                    table::text_key(one.r#type.as_deref(), false, false),
                ]))
                .collect(),
        ]),
    }
}
/// Encodes a resource of type Server.
pub fn encode_server(resource: value::Complex) -> table::Encoded {
    let mut resource = scim::Server::from(resource);
    resource.meta = None;
    table::Encoded {
        document: table::document(&resource),
        label: None,
        presence: Vec::from([resource.rack.is_some()]),
        keys: Vec::from([
            table::text_key(resource.external_id.as_deref(), true, false),
            table::text_key(Some(resource.r#type.as_str()), false, false),
            table::boolean_key(Some(resource.self_)),
            table::integer_key(resource.r#gen),
            table::decimal_key(resource.load),
            table::date_time_key(resource.booted_at.as_deref()),
            table::binary_key(resource.certificate.as_deref()),
            table::reference_key(resource.manual.as_deref(), false, false),
            table::text_key(resource.foo_bar.as_deref(), false, false),
            table::text_key(resource.foo_bar2.as_deref(), false, false),
            table::text_key(
                resource.r#match.as_ref().and_then(|one| one.value.as_deref()),
                true,
                false,
            ),
            table::reference_key(
                resource.r#match.as_ref().and_then(|one| one.reference.as_deref()),
                true,
                false,
            ),
            table::boolean_key(resource.r#match.as_ref().and_then(|one| one.r#ref)),
            table::integer_key(resource.rack.as_ref().and_then(|one| one.row)),
            table::boolean_key(resource.rack.as_ref().and_then(|one| one.r#async)),
            table::text_key(
                resource
                    .rack
                    .as_ref()
                    .and_then(|one| one.keeper.as_ref())
                    .and_then(|one| one.value.as_deref()),
                false,
                false,
            ),
        ]),
        values: Vec::from([
            resource
                .tags
                .iter()
                .map(|one| Vec::from([
                    table::text_key(Some(one.as_str()), false, false),
                ]))
                .collect(),
            resource
                .scores
                .iter()
                .map(|one| Vec::from([table::integer_key(Some(*one))]))
                .collect(),
            resource
                .r#match
                .as_ref()
                .into_iter()
                .flat_map(|one| one.codes.iter())
                .map(|one| Vec::from([
                    table::text_key(Some(one.as_str()), false, false),
                ]))
                .collect(),
            resource
                .ports
                .iter()
                .map(|one| Vec::from([
                    table::integer_key(one.value),
                    table::boolean_key(one.open),
                    table::date_time_key(one.since.as_deref()),
                    table::decimal_key(one.rate),
                    table::binary_key(one.key.as_deref()),
                ]))
                .collect(),
            resource
                .rack
                .as_ref()
                .into_iter()
                .flat_map(|one| one.neighbours.iter())
                .map(|one| Vec::from([
                    table::text_key(one.value.as_deref(), true, false),
                    table::reference_key(one.reference.as_deref(), true, false),
                    table::text_key(one.r#type.as_deref(), false, false),
                ]))
                .collect(),
        ]),
    }
}
