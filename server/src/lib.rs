//! scimd: a SCIM 2.0 service provider (RFC 7643, RFC 7644), generated from the schemas in `schemas/`.
//!
//! Imports point one way: `api` → `service` → `store` → `scim` → the generated metadata.

pub mod api;
pub mod clock;
pub mod config;
pub mod scim;
pub mod serve;
pub mod service;
pub mod store;
