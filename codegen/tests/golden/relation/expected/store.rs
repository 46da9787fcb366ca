// @generated from the documents in schemas/. Change those.
/// The resources of type Person.
pub mod people {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "people")]
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
        pub k_name: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The resources of type Team.
pub mod teams {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "teams")]
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
        pub label: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_external_id: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub k_title: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
/// The rows of a relation of Team.
pub mod team_people {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "team_people")]
    pub struct Model {
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
pub static TABLES: &[&table::Table] = &[&PERSON, &TEAM];
/// The tables of Person.
pub static PERSON: table::Table = table::Table {
    resource_type: &scim::PERSON,
    name: "people",
    entity: table::column_definitions::<people::Entity>,
    label: false,
    presence: &[],
    keys: &[
        table::KeyColumn {
            name: "k_external_id",
            kind: table::KeyKind::Text,
            number: 2,
        },
        table::KeyColumn {
            name: "k_name",
            kind: table::KeyKind::Text,
            number: 9,
        },
    ],
    values: &[],
    relations: &[],
    indexes: &[],
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
        table::Place::BackReference(0),
        table::Place::BackReferenceOwner,
        table::Place::BackReferenceRef,
        table::Place::BackReferenceDisplay,
        table::Place::BackReferenceType,
    ],
    encode: encode_person,
};
/// The tables of Team.
pub static TEAM: table::Table = table::Table {
    resource_type: &scim::TEAM,
    name: "teams",
    entity: table::column_definitions::<teams::Entity>,
    label: true,
    presence: &[],
    keys: &[
        table::KeyColumn {
            name: "k_external_id",
            kind: table::KeyKind::Text,
            number: 2,
        },
        table::KeyColumn {
            name: "k_title",
            kind: table::KeyKind::Text,
            number: 9,
        },
    ],
    values: &[],
    relations: &[
        table::RelationTable {
            name: "team_people",
            entity: table::column_definitions::<team_people::Entity>,
            number: 10,
            index: "team_people_member_owner",
        },
    ],
    indexes: &[
        table::Index {
            name: "teams_k_title_id",
            columns: &["k_title"],
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
        table::Place::Relation(0),
        table::Place::RelationMember,
        table::Place::RelationRef,
        table::Place::RelationType,
        table::Place::RelationDisplay,
    ],
    encode: encode_team,
};
/// Encodes a resource of type Person.
pub fn encode_person(resource: value::Complex) -> table::Encoded {
    let mut resource = scim::Person::from(resource);
    resource.meta = None;
    resource.teams.clear();
    table::Encoded {
        document: table::document(&resource),
        label: None,
        presence: Vec::new(),
        keys: Vec::from([
            table::text_key(resource.external_id.as_deref(), true, false),
            table::text_key(resource.name.as_deref(), false, false),
        ]),
        values: Vec::new(),
    }
}
/// Encodes a resource of type Team.
pub fn encode_team(resource: value::Complex) -> table::Encoded {
    let mut resource = scim::Team::from(resource);
    resource.meta = None;
    resource.people.clear();
    table::Encoded {
        document: table::document(&resource),
        label: Some(resource.title.clone()),
        presence: Vec::new(),
        keys: Vec::from([
            table::text_key(resource.external_id.as_deref(), true, false),
            table::text_key(Some(resource.title.as_str()), false, true),
        ]),
        values: Vec::new(),
    }
}
