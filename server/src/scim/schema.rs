//! What the schemas declare, as static data (RFC 7643 §2.2, §6, §7). The values are generated from `schemas/`.

/// A schema as `/Schemas` publishes it (RFC 7643 §7).
#[derive(Debug)]
pub struct Schema {
    /// The schema's URN.
    pub id: &'static str,
    /// The schema's human-readable name.
    pub name: &'static str,
    /// The Schema resource as JSON, without `meta`: one object, no trailing newline.
    pub document: &'static str,
}

/// A resource type (RFC 7643 §6) with everything the engine must know of it.
#[derive(Debug)]
pub struct ResourceType {
    /// The name, also `meta.resourceType`.
    pub name: &'static str,
    /// The endpoint below the base URL, with its leading slash: `/Users`.
    pub endpoint: &'static str,
    /// The description.
    pub description: &'static str,
    /// The URN of the base schema.
    pub schema: &'static str,
    /// The extensions, in the order of the declaration.
    pub extensions: &'static [Extension],
    /// The top level of a resource: `schemas`, `id`, `externalId`, `meta`, the attributes of the base schema, then one
    /// complex attribute an extension, named by its URN.
    pub attributes: &'static [Attribute],
    /// How many attributes there are at all depths: their numbers are `0..attribute_count`.
    pub attribute_count: u16,
    /// The attributes kept as relation rows, in the order of the declaration.
    pub relations: &'static [Relation],
    /// The readOnly attributes that are read from another type's relation.
    pub back_references: &'static [BackReference],
    /// Whether an attribute below the top level is not returned by default, or one at the top is `returned: request`:
    /// then a stored document cannot be sent without a projection.
    pub always_project: bool,
    /// The ResourceType resource as JSON, without `meta`.
    pub document: &'static str,
}

/// A schema extension of a resource type (RFC 7643 §6 `schemaExtensions`).
#[derive(Debug)]
pub struct Extension {
    /// The extension's URN.
    pub schema: &'static str,
    /// Whether every resource must carry it.
    pub required: bool,
    /// The position of its complex attribute in [`ResourceType::attributes`].
    pub position: usize,
}

/// A multi-valued attribute stored as one row a value, that points to other resources (`Group.members`).
#[derive(Debug)]
pub struct Relation {
    /// The position of the attribute in [`ResourceType::attributes`].
    pub position: usize,
    /// The names of the resource types it may point to.
    pub targets: &'static [&'static str],
    /// The top-level attribute whose value is shown as `display` in back references, by position.
    pub label: Option<usize>,
}

/// A readOnly multi-valued attribute computed from another type's [`Relation`] (`User.groups`).
#[derive(Debug)]
pub struct BackReference {
    /// The position of the attribute in [`ResourceType::attributes`].
    pub position: usize,
    /// The name of the resource type that owns the relation.
    pub owner: &'static str,
    /// Which of the owner's relations it is.
    pub relation: usize,
}

/// An attribute and its characteristics (RFC 7643 §2.2, §7).
#[derive(Debug)]
pub struct Attribute {
    /// Its number in the resource type, in pre-order over all depths.
    pub number: u16,
    /// The name in the schema's own spelling; the URN for an extension.
    pub name: &'static str,
    /// The URN of the schema that defines it; empty for the common attributes of RFC 7643 §3.1.
    pub schema: &'static str,
    /// The description.
    pub description: &'static str,
    /// The data type.
    pub data_type: DataType,
    /// Whether it holds a list.
    pub multi_valued: bool,
    /// Whether it must have a value.
    pub required: bool,
    /// Suggested values (RFC 7643 §7): published, not enforced.
    pub canonical_values: &'static [&'static str],
    /// Whether comparison heeds the case.
    pub case_exact: bool,
    /// Who may write it, and when.
    pub mutability: Mutability,
    /// When it is returned.
    pub returned: Returned,
    /// Whether, and how far, its values are unique.
    pub uniqueness: Uniqueness,
    /// For references: the names of resource types, or `external`, or `uri`.
    pub reference_types: &'static [&'static str],
    /// The sub-attributes of a complex attribute.
    pub sub_attributes: &'static [Attribute],
    /// What the engine does with it beyond storing it.
    pub role: Role,
    /// Whether an index serves comparisons of it; its keys are bounded then (see [`crate::scim::key`]).
    pub indexed: bool,
}

/// The data types of RFC 7643 §2.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataType {
    /// §2.3.1
    String,
    /// §2.3.2
    Boolean,
    /// §2.3.3
    Decimal,
    /// §2.3.4
    Integer,
    /// §2.3.5
    DateTime,
    /// §2.3.6
    Binary,
    /// §2.3.7
    Reference,
    /// §2.3.8
    Complex,
}

/// RFC 7643 §7 `mutability`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mutability {
    /// The client never writes it.
    ReadOnly,
    /// The client may write it at any time.
    ReadWrite,
    /// It may be set once.
    Immutable,
    /// It may be written and is never shown.
    WriteOnly,
}

/// RFC 7643 §7 `returned`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returned {
    /// In every representation.
    Always,
    /// In none.
    Never,
    /// Unless the request says otherwise.
    Default,
    /// When asked for, or when the request wrote it.
    Request,
}

/// RFC 7643 §7 `uniqueness`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uniqueness {
    /// Not unique.
    None,
    /// Unique within the resource type of an organisation.
    Server,
    /// Unique over all organisations.
    Global,
}

/// What the engine does with an attribute beyond storing what clients send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing.
    Plain,
    /// The `schemas` attribute: derived from the extensions that are present.
    Schemas,
    /// `id`.
    Id,
    /// `meta` itself.
    Meta,
    /// `meta.resourceType`.
    ResourceType,
    /// `meta.created`.
    Created,
    /// `meta.lastModified`.
    LastModified,
    /// `meta.location`.
    Location,
    /// `meta.version`.
    Version,
    /// The complex attribute that stands for an extension.
    Extension,
    /// Stored as a hash only, and never returned (declared `hashed`).
    Hashed,
    /// Kept as relation rows: the index into [`ResourceType::relations`].
    Relation(usize),
    /// Read from another type's relation: the index into [`ResourceType::back_references`].
    BackReference(usize),
    /// A certificate in each value (declared `certificates`).
    Certificate,
    /// A `$ref` beside a `value`, whose types are resource types of this server: computed from the `value`.
    Ref,
}

impl Attribute {
    /// The sub-attribute of that name, whatever its case.
    pub fn sub_attribute(&self, name: &str) -> Option<(usize, &Attribute)> {
        find(self.sub_attributes, name)
    }

    /// Whether a value of it is a complex value.
    pub fn is_complex(&self) -> bool {
        self.data_type == DataType::Complex
    }
}

impl ResourceType {
    /// The top-level attribute of that name (an extension by its URN), whatever its case.
    pub fn attribute(&self, name: &str) -> Option<(usize, &Attribute)> {
        find(self.attributes, name)
    }

    /// The extension of that URN, whatever its case.
    pub fn extension(&self, urn: &str) -> Option<&Extension> {
        self.extensions.iter().find(|extension| extension.schema.eq_ignore_ascii_case(urn))
    }
}

/// Finds an attribute by name in a level, whatever its case (RFC 7643 §2.1), with its position.
pub fn find<'a>(level: &'a [Attribute], name: &str) -> Option<(usize, &'a Attribute)> {
    level.iter().enumerate().find(|(_, attribute)| attribute.name.eq_ignore_ascii_case(name))
}
