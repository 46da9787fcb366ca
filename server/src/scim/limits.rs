//! Every limit of the protocol layer in one place (RFC 7644 §7.5 leaves them to the service provider).
//!
//! Each bounds the work one request can cause. They are far above what identity providers send.

/// The longest request body, in bytes.
pub const BODY_BYTES: usize = 1024 * 1024;

/// The longest body of a bulk request, in bytes: `maxPayloadSize`.
pub const BULK_BYTES: usize = 4 * 1024 * 1024;

/// The most operations in one bulk request: `maxOperations`.
pub const BULK_OPERATIONS: usize = 2000;

/// The deepest nesting of arrays and objects in a request body. Parsing recurses once a level, and `serde_json` itself
/// stops at 128.
pub const JSON_DEPTH: usize = 64;

/// The longest query string, in bytes: a filter may be percent-encoded, three bytes for one.
pub const QUERY_BYTES: usize = 32 * 1024;

/// The longest filter, in bytes. Checked before parsing.
pub const FILTER_BYTES: usize = 8192;

/// The deepest nesting of parentheses, brackets and `not` in a filter. Checked before parsing: the parser recurses.
pub const FILTER_DEPTH: usize = 32;

/// The most comparisons in one filter: each may become a subquery.
pub const FILTER_TERMS: usize = 200;

/// The longest PATCH path, in bytes.
pub const PATH_BYTES: usize = 4096;

/// The most operations in one PATCH request.
pub const PATCH_OPERATIONS: usize = 1000;

/// The most names in `attributes` or `excludedAttributes`.
pub const PROJECTED_NAMES: usize = 500;

/// The most values of one multi-valued attribute that is stored in the document. Attributes kept as relation rows
/// (`Group.members`) are not bounded by it.
pub const VALUES_PER_ATTRIBUTE: usize = 10_000;

/// The most resources in one page, whatever `count` says.
pub const MAX_RESULTS: u64 = 1000;

/// The resources in one page when the request has no `count`.
pub const DEFAULT_PAGE: u64 = 100;

/// The longest key of an indexed attribute, in bytes: index entries of every supported engine hold that much.
pub const INDEXED_KEY_BYTES: usize = 1000;

/// How many characters of an attribute that has no index resources are sorted by; beyond them, by id.
pub const SORT_KEY_CHARACTERS: usize = 500;

/// How long a cursor is good for, in seconds, unless the operator says otherwise (RFC 9865 §4 `cursorTimeout`).
pub const CURSOR_SECONDS: u64 = 3600;

/// How long a credential holds unless its maker says otherwise, in days (RFC 7644 §7.4: a limited lifetime).
pub const CREDENTIAL_DAYS: i64 = 365;

/// How long a credential can hold, in days.
pub const CREDENTIAL_DAYS_AT_MOST: i64 = 3_650;

/// How long an access token of the token endpoint holds, in seconds.
pub const ACCESS_TOKEN_SECONDS: i64 = 600;

/// How far the end of an assertion by which a client proves itself may be away, in seconds: so long is it remembered.
pub const ASSERTION_SECONDS: i64 = 3_600;

/// How long a key signs access tokens, in days.
pub const SIGNING_KEY_DAYS: i64 = 30;

/// The most public keys of a client of the token endpoint: an assertion may be tried with each.
pub const CLIENT_KEYS: usize = 16;

/// The longest request to the token endpoint, in bytes; no JWK set and no access token of its is longer.
pub const TOKEN_REQUEST_BYTES: usize = 65_536;

/// The authorisation servers of one organisation at most.
pub const AUTHORIZATION_SERVERS: usize = 20;

/// The longest access token of another server, in bytes: it is sent in a header.
pub const TOKEN_BYTES: usize = 16 * 1024;

/// The longest answer of an authorisation server, in bytes.
pub const ANSWER_BYTES: usize = 256 * 1024;

/// The most keys that an authorisation server publishes.
pub const JWKS_KEYS: usize = 100;

/// After how many seconds the keys of an authorisation server are read again.
pub const JWKS_REFRESH_SECONDS: i64 = 300;

/// How many seconds lie between two readings of its keys at least, however many unknown keys tokens name.
pub const JWKS_FLOOR_SECONDS: i64 = 10;

/// For how many seconds known keys go on when their server cannot be reached.
pub const JWKS_STALE_SECONDS: i64 = 3600;

/// How many seconds the clock of an authorisation server may differ.
pub const CLOCK_LEEWAY_SECONDS: i64 = 30;

/// The most characters of client text that an error detail repeats.
pub const ECHO_CHARACTERS: usize = 60;

/// The most problems that one error detail lists.
pub const LISTED_PROBLEMS: usize = 10;

/// How many successful reads of an organisation are written into the provisioning log in a second; further ones are not.
pub const LOGGED_READS: u64 = 10;

/// How many entries of the provisioning log may wait to be written; further ones are lost and counted.
pub const LOG_QUEUE: usize = 8192;

/// How long the provisioning log is kept unless the operator says otherwise, in days.
pub const PROVISIONING_LOG_DAYS: u32 = 30;

/// How long the audit trail is kept unless the operator says otherwise, in days.
pub const AUDIT_DAYS: u32 = 400;

/// The records in one page when the request has no `count`.
pub const RECORDS: u64 = 100;

/// The most records in one page.
pub const RECORDS_AT_MOST: u64 = 1000;
