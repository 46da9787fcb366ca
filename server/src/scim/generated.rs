//! The declared schemas and resource types, generated from `schemas/`.

include!(concat!(env!("OUT_DIR"), "/scim.rs"));
