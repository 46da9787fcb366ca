//! What the schemas declare, as static data (RFC 7643 §2.2, §6, §7). The values are generated from `schemas/`.

use std::fmt;
use std::sync::OnceLock;

use regex::Regex;

/// A schema as `/Schemas` publishes it (RFC 7643 §7).
#[derive(Debug)]
pub struct Schema {
    /// The schema's URN.
    pub id: &'static str,
    /// The schema's human-readable name.
    pub name: &'static str,
    /// The Schema resource as JSON, without `meta`: one object, no trailing newline.
    pub document: &'static str,
    /// The same with what its attributes declare beyond RFC 7643 (see [`Rules`]), if any does.
    pub ruled: Option<&'static str>,
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
    /// Whether an attribute at any depth has a default.
    pub has_defaults: bool,
    /// The ResourceType resource as JSON, without `meta`.
    pub document: &'static str,
    /// What the declaration has of an example: a JSON object of attributes that clients send, without `schemas`. An extension
    /// without members is one that an overlay added and that no example speaks of.
    pub example: &'static str,
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
    /// What its values must be beyond RFC 7643.
    pub rules: Option<&'static Rules>,
}

/// What an attribute declares beyond RFC 7643, under [`RULES`]. Every value of it follows the rules.
#[derive(Debug)]
pub struct Rules {
    /// What a text must match.
    pub pattern: Option<&'static Pattern>,
    /// The least number.
    pub minimum: Option<Constant>,
    /// The greatest number.
    pub maximum: Option<Constant>,
    /// The greatest number of characters.
    pub max_length: Option<usize>,
    /// The value that POST and PUT give it where the body has none.
    pub default: Option<Constant>,
}

/// The key under which [`Rules`] are declared, and shown in `/Schemas` to those who ask for them.
pub const RULES: &str = "urn:scimd:params:2.0:Attribute";

/// A value that a schema declares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Constant {
    /// Of a boolean attribute.
    Boolean(bool),
    /// Of an integer attribute.
    Integer(i64),
    /// Of a decimal attribute.
    Decimal(f64),
    /// Of any other simple attribute.
    Text(&'static str),
}

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Decimal(value) => value.fmt(f),
            Self::Text(text) => write!(f, "\"{text}\""),
        }
    }
}

/// A regular expression that a text must match somewhere, as in JSON Schema. It is compiled when it is first needed.
#[derive(Debug)]
pub struct Pattern {
    /// As declared, in the syntax of the crate regex; matching takes time linear in the text.
    pub text: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern whose syntax was checked when the code was generated.
    pub const fn new(text: &'static str) -> Self {
        Self { text, compiled: OnceLock::new() }
    }

    /// Whether a text matches. None does if the pattern does not compile, which the generator has ruled out.
    pub fn matches(&self, text: &str) -> bool {
        self.compiled.get_or_init(|| Regex::new(self.text).ok()).as_ref().is_some_and(|regex| regex.is_match(text))
    }
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

    /// The path of the attribute of that number, as filters name it.
    pub fn path_of(&self, number: u16) -> Option<String> {
        fn below(level: &[Attribute], before: &str, number: u16) -> Option<String> {
            level.iter().find_map(|attribute| {
                let path = format!("{before}{}", attribute.name);
                if attribute.number == number {
                    return Some(path);
                }
                let separator = if attribute.role == Role::Extension { ':' } else { '.' };
                below(attribute.sub_attributes, &format!("{path}{separator}"), number)
            })
        }
        below(self.attributes, "", number)
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
