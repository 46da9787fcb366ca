//! The OpenAPI types and endpoints of the declared resource types, generated from `schemas/`.

include!(concat!(env!("OUT_DIR"), "/api.rs"));
