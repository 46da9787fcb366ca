//! What the emitters print: every decision is made, every name is a Rust or SQL name.

use crate::declaration::{DataType, Mutability, Returned, Rules, SchemaDeclaration, Uniqueness};

/// Everything.
pub(crate) struct Model {
    /// The schemas, as `/Schemas` publishes them.
    pub(crate) schemas: Vec<SchemaDeclaration>,
    /// In the order of the files.
    pub(crate) resource_types: Vec<ResourceType>,
}

/// One resource type.
pub(crate) struct ResourceType {
    pub(crate) name: String,
    /// The name of its statics: `USER`.
    pub(crate) static_name: String,
    /// The name of its struct: `User`.
    pub(crate) struct_name: String,
    pub(crate) endpoint: String,
    pub(crate) description: String,
    pub(crate) schema: String,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) attribute_count: u16,
    pub(crate) relations: Vec<Relation>,
    pub(crate) back_references: Vec<BackReference>,
    pub(crate) always_project: bool,
    pub(crate) document: String,
    /// The declared example, a JSON object as text.
    pub(crate) example: String,
    pub(crate) table: Table,
}

/// An extension of a resource type.
pub(crate) struct Extension {
    pub(crate) schema: String,
    pub(crate) required: bool,
    /// The position of its attribute.
    pub(crate) position: usize,
}

/// An attribute kept as relation rows.
pub(crate) struct Relation {
    pub(crate) position: usize,
    pub(crate) targets: Vec<String>,
    pub(crate) label: Option<usize>,
}

/// An attribute read from another type's relation.
pub(crate) struct BackReference {
    pub(crate) position: usize,
    pub(crate) owner: String,
    pub(crate) relation: usize,
}

/// One attribute, as metadata and as a field.
#[derive(Clone)]
pub(crate) struct Attribute {
    pub(crate) number: u16,
    pub(crate) name: String,
    pub(crate) schema: String,
    pub(crate) description: String,
    pub(crate) data_type: DataType,
    pub(crate) multi_valued: bool,
    pub(crate) required: bool,
    pub(crate) canonical_values: Vec<String>,
    pub(crate) case_exact: bool,
    pub(crate) mutability: Mutability,
    pub(crate) returned: Returned,
    pub(crate) uniqueness: Uniqueness,
    pub(crate) reference_types: Vec<String>,
    pub(crate) sub_attributes: Vec<Attribute>,
    pub(crate) role: Role,
    pub(crate) indexed: bool,
    pub(crate) rules: Rules,
    /// The name of its field.
    pub(crate) field: String,
    /// The type of one value of its field.
    pub(crate) field_type: FieldType,
    /// How many values its field holds.
    pub(crate) arity: Arity,
    /// Whether its field stays out of the document.
    pub(crate) skipped: bool,
}

/// What the engine does with an attribute beyond storing what clients send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Plain,
    Schemas,
    Id,
    Meta,
    ResourceType,
    Created,
    LastModified,
    Location,
    Version,
    Extension,
    Hashed,
    Relation(usize),
    BackReference(usize),
    Certificate,
    Ref,
}

/// The Rust type of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FieldType {
    Text,
    Secret,
    Boolean,
    Integer,
    Decimal,
    /// The name of a generated struct.
    Struct(String),
}

/// How many values a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arity {
    One,
    Optional,
    Many,
}

/// The tables of one resource type.
pub(crate) struct Table {
    /// The name, in SQL and of the entity's module.
    pub(crate) name: String,
    /// The position of the attribute whose text is kept as the label.
    pub(crate) label: Option<usize>,
    pub(crate) presence: Vec<Presence>,
    pub(crate) keys: Vec<Key>,
    pub(crate) values: Vec<ValueTable>,
    pub(crate) relations: Vec<RelationTable>,
    pub(crate) indexes: Vec<Index>,
    /// By attribute number.
    pub(crate) places: Vec<Place>,
}

/// A column that says whether an extension is present.
pub(crate) struct Presence {
    pub(crate) column: String,
    /// The position of the extension's attribute.
    pub(crate) position: usize,
}

/// A column that holds the normalised value of an attribute.
pub(crate) struct Key {
    pub(crate) column: String,
    /// The positions from the top level, or from the value of a value table, down to the attribute.
    pub(crate) path: Vec<usize>,
    /// The attribute.
    pub(crate) attribute: Attribute,
}

/// The table of the values of a multi-valued attribute.
pub(crate) struct ValueTable {
    pub(crate) name: String,
    /// The positions from the top level down to the multi-valued attribute.
    pub(crate) path: Vec<usize>,
    pub(crate) number: u16,
    pub(crate) columns: Vec<Key>,
    pub(crate) indexes: Vec<Index>,
}

/// The table of the rows of a relation.
pub(crate) struct RelationTable {
    pub(crate) name: String,
    /// The position of its attribute.
    pub(crate) position: usize,
    /// The name of the index by which it is read backwards.
    pub(crate) index: String,
}

/// An index of a table.
pub(crate) struct Index {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
    pub(crate) unique: Uniqueness,
}

/// Where an attribute is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    None,
    Id,
    ResourceType,
    Created,
    LastModified,
    Location,
    Version,
    Schemas,
    /// Index into `presence`.
    Extension(usize),
    Column(usize),
    Complex,
    Values(usize),
    ValueColumn(usize, usize),
    Relation(usize),
    RelationMember,
    RelationRef,
    RelationType,
    RelationDisplay,
    BackReference(usize),
    BackReferenceOwner,
    BackReferenceRef,
    BackReferenceType,
    BackReferenceDisplay,
    Secret,
}
