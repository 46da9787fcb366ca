//! The protocol on every resource type that the server has, driven by what it publishes of them: nothing here names one.
//!
//! It passes on any build. `tests/run` runs it also on one that is built with `tests/schemas` and all packs.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod changing;
mod documented;
mod finding;
mod kinds;
mod rules;
