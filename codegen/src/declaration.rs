//! What the documents declare, checked: every name resolves and every rule of RFC 7643 §2 holds.

use std::fmt::{self, Display, Formatter};

use serde_json::{Map, Value};

/// An enumeration spelt in JSON by its words and in Rust by its variants.
pub(crate) trait Word: Copy + 'static {
    /// The name of the enumeration in Rust.
    const NAME: &'static str;
    /// All of them.
    const ALL: &'static [Self];
    /// The spelling in JSON.
    fn word(self) -> &'static str;
    /// The spelling in Rust.
    fn variant(self) -> &'static str;
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $($variant),+ }

        impl Word for $name {
            const NAME: &'static str = stringify!($name);
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            fn variant(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }
        }
    };
}

words! {
    /// RFC 7643 §2.3
    DataType {
        String = "string", Boolean = "boolean", Decimal = "decimal", Integer = "integer", DateTime = "dateTime",
        Binary = "binary", Reference = "reference", Complex = "complex",
    }
}
words! {
    /// RFC 7643 §7 `mutability`
    Mutability { ReadOnly = "readOnly", ReadWrite = "readWrite", Immutable = "immutable", WriteOnly = "writeOnly" }
}
words! {
    /// RFC 7643 §7 `returned`
    Returned { Always = "always", Never = "never", Default = "default", Request = "request" }
}
words! {
    /// RFC 7643 §7 `uniqueness`
    Uniqueness { None = "none", Server = "server", Global = "global" }
}

impl DataType {
    /// Whether `caseExact` says anything about it.
    pub(crate) fn has_case(self) -> bool {
        matches!(self, Self::String | Self::Reference | Self::Binary)
    }

    /// Whether `uniqueness` says anything about it.
    pub(crate) fn has_uniqueness(self) -> bool {
        !matches!(self, Self::Boolean | Self::Complex)
    }
}

/// Everything that was declared.
pub(crate) struct Declarations {
    /// In the order of the files.
    pub(crate) schemas: Vec<SchemaDeclaration>,
    /// In the order of the files.
    pub(crate) resource_types: Vec<ResourceTypeDeclaration>,
}

/// RFC 7643 §7
#[derive(Debug, Clone)]
pub(crate) struct SchemaDeclaration {
    pub(crate) file: String,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) attributes: Vec<AttributeDeclaration>,
}

/// RFC 7643 §7 `attributes`, with the defaults of §2.2 filled in.
#[derive(Debug, Clone)]
pub(crate) struct AttributeDeclaration {
    /// The JSON pointer to it.
    pub(crate) pointer: String,
    pub(crate) name: String,
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
    pub(crate) sub_attributes: Vec<AttributeDeclaration>,
    pub(crate) rules: Rules,
    /// The document that has the rules, and the JSON pointer to them.
    pub(crate) rules_at: Option<(String, String)>,
}

/// What an attribute declares under [`RULES`], beyond RFC 7643 §7.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Rules {
    /// Whether an index serves its comparisons.
    pub(crate) index: bool,
    /// The regular expression that a text must match somewhere.
    pub(crate) pattern: Option<String>,
    /// The least number.
    pub(crate) minimum: Option<Constant>,
    /// The greatest number.
    pub(crate) maximum: Option<Constant>,
    /// The greatest number of characters.
    pub(crate) max_length: Option<u32>,
    /// The value that POST and PUT give it where the body has none.
    pub(crate) default: Option<Constant>,
}

/// A simple value in a document, of the attribute's type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Constant {
    Boolean(bool),
    Integer(i64),
    Decimal(f64),
    Text(String),
}

impl Display for Constant {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(formatter),
            Self::Integer(value) => value.fmt(formatter),
            // Debug writes large and small ones with an exponent.
            Self::Decimal(value) => write!(formatter, "{value:?}"),
            Self::Text(text) => {
                // A line break within it would look like the end of what is said.
                let shown = |letter: char| match letter.is_control() {
                    true => letter.escape_default().to_string(),
                    false => letter.to_string(),
                };
                write!(formatter, "\"{}\"", text.chars().map(shown).collect::<String>())
            }
        }
    }
}

impl AttributeDeclaration {
    /// The sub-attribute of that name, whatever its case.
    pub(crate) fn sub_attribute(&self, name: &str) -> Option<&Self> {
        find(&self.sub_attributes, name)
    }

    /// Whether a client may send it, or some part of it.
    pub(crate) fn is_sent(&self) -> bool {
        let parts = &self.sub_attributes;
        self.mutability != Mutability::ReadOnly && (parts.is_empty() || parts.iter().any(Self::is_sent))
    }

    /// Whether a sub-attribute is a `$ref` that follows from the `value` beside it.
    pub(crate) fn computes(&self, sub: &Self) -> bool {
        sub.name == "$ref"
            && sub.data_type == DataType::Reference
            && !sub.multi_valued
            && sub.reference_types.iter().all(|name| name != "external" && name != "uri")
            && self.sub_attribute("value").is_some()
    }
}

impl SchemaDeclaration {
    /// The attribute of that name, whatever its case.
    pub(crate) fn attribute(&self, name: &str) -> Option<&AttributeDeclaration> {
        find(&self.attributes, name)
    }

    /// As [`Self::attribute`], to be changed.
    pub(crate) fn attribute_mut(&mut self, name: &str) -> Option<&mut AttributeDeclaration> {
        self.attributes.iter_mut().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
    }
}

fn find<'a>(attributes: &'a [AttributeDeclaration], name: &str) -> Option<&'a AttributeDeclaration> {
    attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
}

/// RFC 7643 §6, with our own declaration of its storage.
#[derive(Debug, Clone)]
pub(crate) struct ResourceTypeDeclaration {
    pub(crate) file: String,
    pub(crate) name: String,
    pub(crate) endpoint: String,
    pub(crate) description: String,
    /// The URN of the base schema.
    pub(crate) schema: String,
    pub(crate) extensions: Vec<ExtensionDeclaration>,
    pub(crate) storage: StorageDeclaration,
    /// What documents have of an example: attributes as clients send them, without `schemas`. An extension without members is
    /// one that an overlay added and that no example speaks of.
    pub(crate) example: Map<String, Value>,
    /// The resource as `/ResourceTypes` publishes it.
    pub(crate) document: Map<String, Value>,
}

/// RFC 7643 §6 `schemaExtensions`
#[derive(Debug, Clone)]
pub(crate) struct ExtensionDeclaration {
    /// The URN.
    pub(crate) schema: String,
    pub(crate) required: bool,
}

/// How a resource type is kept, declared under [`STORAGE`].
#[derive(Debug, Clone, Default)]
pub(crate) struct StorageDeclaration {
    pub(crate) indexes: Vec<AttributePath>,
    /// Names of top-level attributes, in the schema's spelling.
    pub(crate) hashed: Vec<String>,
    /// Attributes whose values are certificates.
    pub(crate) certificates: Vec<AttributePath>,
    pub(crate) relations: Vec<RelationDeclaration>,
}

/// The key under which a resource type document declares its storage.
pub(crate) const STORAGE: &str = "urn:scimd:params:2.0:Storage";

/// The key under which a resource type document, or an overlay, has an example.
pub(crate) const EXAMPLE: &str = "urn:scimd:params:2.0:Example";

/// The key under which an attribute declares what RFC 7643 §7 has no word for.
pub(crate) const RULES: &str = "urn:scimd:params:2.0:Attribute";

/// What an overlay names in `schemas`.
pub(crate) const OVERLAY: &str = "urn:scimd:params:2.0:Overlay";

/// The way to an attribute, in the schema's spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AttributePath {
    /// The URN, for an attribute of an extension.
    pub(crate) extension: Option<String>,
    pub(crate) attribute: String,
    pub(crate) sub_attribute: Option<String>,
}

/// A multi-valued attribute kept as relation rows.
#[derive(Debug, Clone)]
pub(crate) struct RelationDeclaration {
    /// The document that declares it.
    pub(crate) file: String,
    /// The JSON pointer to it.
    pub(crate) pointer: String,
    /// The attribute's name, in the schema's spelling.
    pub(crate) attribute: String,
    /// The name of the attribute that back references show, in the schema's spelling.
    pub(crate) label: Option<String>,
    pub(crate) back_references: Vec<BackReferenceDeclaration>,
}

/// An attribute read from another type's relation.
#[derive(Debug, Clone)]
pub(crate) struct BackReferenceDeclaration {
    /// The document that declares it.
    pub(crate) file: String,
    /// The JSON pointer to it.
    pub(crate) pointer: String,
    /// The name of the resource type that has the attribute.
    pub(crate) resource_type: String,
    /// The attribute's name, in the schema's spelling.
    pub(crate) attribute: String,
}
