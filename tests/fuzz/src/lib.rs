//! What the fuzz targets share.
//!
//! The protocol layer is compiled into this package (`src/scim` is a link to it) instead of the whole server: it needs
//! neither the network nor a database, so that a cold build takes a minute.

pub mod choices;
pub mod sample;
pub mod scim;
pub mod spelling;
