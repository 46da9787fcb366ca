//! What discovery answers, for the OpenAPI document alone (RFC 7643 §5–7). The documents themselves are made in
//! `service/discovery`.

use poem_openapi::{Enum, Object};

/// What the server is able to do (RFC 7643 §5, RFC 9865 §4).
#[derive(Debug, Object)]
pub struct ServiceProviderConfig {
    /// `urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig`
    #[oai(validator(min_items = 1, pattern = "^urn:ietf:params:scim:schemas:core:2\\.0:ServiceProviderConfig$"))]
    pub schemas: Vec<String>,
    /// Where help for people is
    #[oai(rename = "documentationUri")]
    pub documentation_uri: Option<String>,
    /// PATCH
    pub patch: Supported,
    /// Bulk requests
    pub bulk: BulkSupported,
    /// Filters
    pub filter: FilterSupported,
    /// Changes of passwords
    #[oai(rename = "changePassword")]
    pub change_password: Supported,
    /// Sorting
    pub sort: Supported,
    /// Entity tags
    pub etag: Supported,
    /// Paging
    pub pagination: Pagination,
    /// How to authenticate
    #[oai(rename = "authenticationSchemes", validator(min_items = 1))]
    pub authentication_schemes: Vec<AuthenticationScheme>,
    /// Of which type the document is, and where
    pub meta: DocumentMeta,
}

/// Whether something is offered.
#[derive(Debug, Object)]
pub struct Supported {
    /// Whether it is
    pub supported: bool,
}

/// Whether bulk requests are offered, and how large they may be.
#[derive(Debug, Object)]
pub struct BulkSupported {
    /// Whether they are
    pub supported: bool,
    /// How many operations a request may have
    #[oai(rename = "maxOperations")]
    pub max_operations: i64,
    /// How many bytes a request may have
    #[oai(rename = "maxPayloadSize")]
    pub max_payload_size: i64,
}

/// Whether filters are offered, and how much they give.
#[derive(Debug, Object)]
pub struct FilterSupported {
    /// Whether they are
    pub supported: bool,
    /// How many resources an answer has at most
    #[oai(rename = "maxResults")]
    pub max_results: i64,
}

/// The ways of paging (RFC 9865 §4).
#[derive(Debug, Object)]
pub struct Pagination {
    /// Whether pages go by cursor
    pub cursor: bool,
    /// Whether pages go by index
    pub index: bool,
    /// The way that is taken when a request names none
    #[oai(rename = "defaultPaginationMethod")]
    pub default_pagination_method: PaginationMethod,
    /// How many resources a page has when a request does not say
    #[oai(rename = "defaultPageSize")]
    pub default_page_size: i64,
    /// How many resources a page has at most
    #[oai(rename = "maxPageSize")]
    pub max_page_size: i64,
    /// For how many seconds a cursor is good
    #[oai(rename = "cursorTimeout")]
    pub cursor_timeout: i64,
}

/// A way of paging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[oai(rename_all = "lowercase")]
pub enum PaginationMethod {
    /// By cursor.
    Cursor,
    /// By index.
    Index,
}

/// A way to authenticate.
#[derive(Debug, Object)]
pub struct AuthenticationScheme {
    /// `oauthbearertoken`
    #[oai(rename = "type")]
    pub kind: String,
    /// Its name
    pub name: String,
    /// What it is
    pub description: String,
    /// Its specification
    #[oai(rename = "specUri")]
    pub spec_uri: Option<String>,
    /// Whether it is the preferred one
    pub primary: Option<bool>,
}

/// What a document is and where.
#[derive(Debug, Object)]
pub struct DocumentMeta {
    /// The type of the document
    #[oai(rename = "resourceType")]
    pub resource_type: String,
    /// Its URL
    pub location: String,
}

/// A type of resources that the server has (RFC 7643 §6).
#[derive(Debug, Object)]
pub struct ResourceType {
    /// `urn:ietf:params:scim:schemas:core:2.0:ResourceType`
    #[oai(validator(min_items = 1, pattern = "^urn:ietf:params:scim:schemas:core:2\\.0:ResourceType$"))]
    pub schemas: Vec<String>,
    /// Its name again
    pub id: String,
    /// Its name, as in `meta.resourceType`
    pub name: String,
    /// Where its resources are, below the base URL
    #[oai(validator(pattern = "^/"))]
    pub endpoint: String,
    /// What it is
    pub description: Option<String>,
    /// The URN of its schema
    pub schema: String,
    /// The schemas that add to it
    #[oai(rename = "schemaExtensions")]
    pub schema_extensions: Option<Vec<SchemaExtension>>,
    /// Of which type the document is, and where
    pub meta: DocumentMeta,
}

/// A schema that adds to a resource type.
#[derive(Debug, Object)]
pub struct SchemaExtension {
    /// Its URN
    pub schema: String,
    /// Whether every resource must have it
    pub required: bool,
}

/// A schema and its attributes (RFC 7643 §7).
#[derive(Debug, Object)]
pub struct Schema {
    /// `urn:ietf:params:scim:schemas:core:2.0:Schema`
    #[oai(validator(min_items = 1, pattern = "^urn:ietf:params:scim:schemas:core:2\\.0:Schema$"))]
    pub schemas: Vec<String>,
    /// Its URN
    pub id: String,
    /// Its name
    pub name: Option<String>,
    /// What it describes
    pub description: Option<String>,
    /// Its attributes
    pub attributes: Vec<SchemaAttribute>,
    /// Of which type the document is, and where
    pub meta: DocumentMeta,
}

/// An attribute and its characteristics.
#[derive(Debug, Object)]
pub struct SchemaAttribute {
    /// Its name
    pub name: String,
    /// Its data type
    #[oai(rename = "type")]
    pub data_type: AttributeType,
    /// Whether it holds a list
    #[oai(rename = "multiValued")]
    pub multi_valued: bool,
    /// What it is
    pub description: Option<String>,
    /// Whether it must have a value
    pub required: Option<bool>,
    /// Values that are suggested
    #[oai(rename = "canonicalValues")]
    pub canonical_values: Option<Vec<String>>,
    /// Whether comparisons heed the case
    #[oai(rename = "caseExact")]
    pub case_exact: Option<bool>,
    /// Who may write it, and when
    pub mutability: Option<AttributeMutability>,
    /// When it is returned
    pub returned: Option<AttributeReturned>,
    /// Whether its values are unique
    pub uniqueness: Option<AttributeUniqueness>,
    /// What a reference points to
    #[oai(rename = "referenceTypes")]
    pub reference_types: Option<Vec<String>>,
    /// The attributes that a value is made of
    #[oai(rename = "subAttributes")]
    pub sub_attributes: Option<Vec<SchemaAttribute>>,
    /// What it declares beyond RFC 7643, for those who ask for it
    #[oai(rename = "urn:scimd:params:2.0:Attribute")]
    pub rules: Option<AttributeRules>,
}

/// What an attribute declares beyond RFC 7643.
#[derive(Debug, Object)]
pub struct AttributeRules {
    /// Whether an index serves its comparisons
    pub index: Option<bool>,
    /// What a value must match
    pub pattern: Option<String>,
    /// The least number
    pub minimum: Option<f64>,
    /// The greatest number
    pub maximum: Option<f64>,
    /// How many characters a value has at most
    #[oai(rename = "maxLength")]
    pub max_length: Option<u64>,
    /// What it is when a client does not say
    pub default: Option<serde_json::Value>,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $($word:ident),+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
        #[oai(rename_all = "camelCase")]
        #[expect(missing_docs, reason = "RFC 7643 §7 explains each")]
        pub enum $name {
            $($word),+
        }
    };
}

words!(
    /// The data types of attributes.
    AttributeType: String, Boolean, Decimal, Integer, DateTime, Reference, Binary, Complex
);
words!(
    /// Who may write an attribute, and when.
    AttributeMutability: ReadOnly, ReadWrite, Immutable, WriteOnly
);
words!(
    /// When an attribute is returned.
    AttributeReturned: Always, Never, Default, Request
);
words!(
    /// How far the values of an attribute are unique.
    AttributeUniqueness: None, Server, Global
);
