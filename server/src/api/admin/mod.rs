//! The administration of the server: organisations, credentials, records. Apart from SCIM, and with credentials of its own.

pub mod documents;
pub mod records;
