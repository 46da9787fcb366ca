//! The protocol on every resource type that the server has, driven by what it publishes of them: nothing here names one.
//!
//! It passes on any build, on both databases, and on the profile `strict`. `tests/run` runs it also on a build with
//! `tests/schemas` and all packs.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bulk;
mod displays;
mod documented;
mod filtering;
mod kinds;
mod packs;
mod paging;
mod patching;
mod patching_parts;
mod projecting;
mod references;
mod replacing;
mod rules;
mod samples;
mod sorting;
mod values;
mod writing;
