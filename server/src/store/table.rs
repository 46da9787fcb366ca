//! How a resource type is laid out in tables: the types that the generated descriptors fill in.
//!
//! One table a resource type with the document and a nullable key column for each filterable single-valued attribute,
//! one table of value rows for each multi-valued attribute, one of relation rows for each relation. Keys come from
//! [`crate::scim::key`] alone, so that SQL and memory compare alike.

use sea_orm::{DbBackend, EntityTrait, Iterable, Schema as EntitySchema, Value as SqlValue, sea_query::ColumnDef};
use serde::Serialize;

use crate::scim::{
    key,
    schema::{ResourceType, Uniqueness},
    value::Complex,
};

/// The tables of a resource type.
#[derive(Debug)]
pub struct Table {
    /// The resource type.
    pub resource_type: &'static ResourceType,
    /// The name of the resource table.
    pub name: &'static str,
    /// The resource table's columns.
    pub entity: fn(DbBackend) -> Vec<ColumnDef>,
    /// Whether there is a `label` column: the text shown as `display` where others refer to the resource.
    pub label: bool,
    /// The columns that say whether an extension is present, in the order of the extensions.
    pub presence: &'static [&'static str],
    /// The key columns.
    pub keys: &'static [KeyColumn],
    /// The tables of value rows.
    pub values: &'static [ValueTable],
    /// The tables of relation rows, in the order of [`ResourceType::relations`].
    pub relations: &'static [RelationTable],
    /// The indexes of the resource table; each begins with `org`, unless it is globally unique.
    pub indexes: &'static [Index],
    /// Where each attribute is found, by its number.
    pub places: &'static [Place],
    /// A canonical resource as rows.
    pub encode: fn(Complex) -> Encoded,
}

/// A column that holds an attribute's key.
#[derive(Debug)]
pub struct KeyColumn {
    /// The column's name.
    pub name: &'static str,
    /// What it holds.
    pub kind: KeyKind,
    /// The attribute's number.
    pub number: u16,
}

/// The kinds of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// Normalised text.
    Text,
    /// true or false.
    Boolean,
    /// A 64-bit integer; instants in microseconds.
    Integer,
    /// A double.
    Decimal,
}

/// The value rows of a multi-valued attribute.
#[derive(Debug)]
pub struct ValueTable {
    /// The table's name.
    pub name: &'static str,
    /// Its columns.
    pub entity: fn(DbBackend) -> Vec<ColumnDef>,
    /// The attribute's number.
    pub number: u16,
    /// The key columns, one a sub-attribute; a single one for an attribute that is not complex.
    pub columns: &'static [KeyColumn],
    /// The indexes, each beginning with `org`.
    pub indexes: &'static [Index],
}

/// The relation rows of an attribute such as `Group.members`.
#[derive(Debug)]
pub struct RelationTable {
    /// The table's name.
    pub name: &'static str,
    /// Its columns.
    pub entity: fn(DbBackend) -> Vec<ColumnDef>,
    /// The attribute's number.
    pub number: u16,
    /// The name of the index by which it is read backwards.
    pub index: &'static str,
}

/// An index of a table.
#[derive(Debug)]
pub struct Index {
    /// Its name, which no other table or index of the database has.
    pub name: &'static str,
    /// The key columns, after `org` and before the id.
    pub columns: &'static [&'static str],
    /// Whether it is unique, and how far.
    pub unique: Uniqueness,
}

/// Where an attribute is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The id column.
    Id,
    /// The resource type's name, the same for the whole table.
    ResourceType,
    /// The created column.
    Created,
    /// The last_modified column.
    LastModified,
    /// Computed from the id.
    Location,
    /// The version column.
    Version,
    /// Computed from the presence columns.
    Schemas,
    /// An extension: its presence column.
    Extension(&'static str),
    /// A key column, by its index in [`Table::keys`].
    Column(usize),
    /// A singular complex attribute: present if one of its sub-attributes is.
    Complex,
    /// A multi-valued attribute, by the index in [`Table::values`].
    Values(usize),
    /// A sub-attribute of one: the index of the table and of the column.
    ValueColumn(usize, usize),
    /// A relation, by its index.
    Relation(usize),
    /// A relation's `value`.
    RelationMember,
    /// A relation's `$ref`.
    RelationRef,
    /// A relation's `type`.
    RelationType,
    /// A relation's `display`.
    RelationDisplay,
    /// A back reference, by its index.
    BackReference(usize),
    /// A back reference's `value`.
    BackReferenceOwner,
    /// A back reference's `$ref`.
    BackReferenceRef,
    /// A back reference's `type`.
    BackReferenceType,
    /// A back reference's `display`.
    BackReferenceDisplay,
    /// Kept out of the document and never compared.
    Secret,
    /// Nowhere.
    None,
}

/// A resource as its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Encoded {
    /// The canonical document: JSON text without `meta`, relations, back references and secrets.
    pub document: String,
    /// The label, where the table has one.
    pub label: Option<String>,
    /// Whether each extension is present.
    pub presence: Vec<bool>,
    /// The keys, in the order of [`Table::keys`].
    pub keys: Vec<SqlValue>,
    /// The value rows, in the order of [`Table::values`], each in the order of its columns.
    pub values: Vec<Vec<Vec<SqlValue>>>,
}

impl Table {
    /// The place of the attribute of that number.
    pub fn place(&self, number: u16) -> Place {
        self.places.get(usize::from(number)).copied().unwrap_or(Place::None)
    }
}

/// The columns of a generated entity, in that database's types; text compares by bytes everywhere.
pub fn column_definitions<E: EntityTrait>(backend: DbBackend) -> Vec<ColumnDef> {
    let schema = EntitySchema::new(backend);
    E::Column::iter().map(|column| schema.get_column_def::<E>(column)).collect()
}

/// The document text of a generated struct.
pub fn document<T: Serialize>(resource: &T) -> String {
    // Structs of strings, numbers and lists have no key that is not text and no failing `Serialize`.
    serde_json::to_string(resource).unwrap_or_default()
}

/// The key of a string.
pub fn text_key(text: Option<&str>, case_exact: bool, indexed: bool) -> SqlValue {
    SqlValue::String(text.map(|text| key::text(text, case_exact, indexed)))
}

/// The key of a reference; `resource` for one that is computed from a resource's id.
pub fn reference_key(text: Option<&str>, resource: bool, indexed: bool) -> SqlValue {
    SqlValue::String(text.map(|text| key::reference(text, resource, indexed, |_| None)))
}

/// The key of a binary value.
pub fn binary_key(text: Option<&str>) -> SqlValue {
    SqlValue::String(text.and_then(key::binary))
}

/// The key of a dateTime.
pub fn date_time_key(text: Option<&str>) -> SqlValue {
    SqlValue::BigInt(text.and_then(key::date_time))
}

/// The key of a boolean.
pub fn boolean_key(value: Option<bool>) -> SqlValue {
    SqlValue::Bool(value)
}

/// The key of an integer.
pub fn integer_key(value: Option<i64>) -> SqlValue {
    SqlValue::BigInt(value)
}

/// The key of a decimal.
pub fn decimal_key(value: Option<f64>) -> SqlValue {
    SqlValue::Double(value)
}
