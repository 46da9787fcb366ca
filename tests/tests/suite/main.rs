//! The black-box suite: every test talks HTTP to a real `scimd`, once on SQLite and once on PostgreSQL.
//!
//! A test's name states the rule it checks; the clause ids in the comments are RFC, section and number.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod authorization_servers;
mod bad_input;
mod characteristics;
mod concurrency;
mod crud;
mod discovery;
mod docs;
mod durability;
mod errors;
mod exhaustion;
mod filter;
mod groups;
mod injection;
mod json_edges;
mod limits;
mod list;
mod logs;
mod patch;
mod projection;
mod rfc7643_common;
mod rfc7643_discovery;
mod rfc7643_enterprise;
mod rfc7643_examples;
mod rfc7643_group;
mod rfc7643_provider;
mod rfc7643_types;
mod rfc7643_user;
mod rfc7644_bulk;
mod rfc7644_bulk_limits;
mod rfc7644_bulk_references;
mod rfc7644_create;
mod rfc7644_errors;
mod rfc7644_examples;
mod rfc7644_filter;
mod rfc7644_me;
mod rfc7644_media;
mod rfc7644_paging;
mod rfc7644_patch;
mod rfc7644_projection;
mod rfc7644_replace;
mod rfc7644_search;
mod rfc7644_service;
mod rfc7644_sorting;
mod rfc7644_versions;
mod rfc9865_cursors;
mod rfc9865_walks;
mod running;
mod slow_clients;
mod uma;
