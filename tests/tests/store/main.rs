//! The store in the process of the test: what HTTP does not show. Filters in SQL against filters in memory, the statements
//! that operations cost, and the indexes that the hot filters use.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod access_tokens;
mod batches;
mod clock;
mod evolution;
mod evolution_aside;
mod evolution_beside;
mod evolution_recorded;
mod evolution_tables;
mod filters;
mod fixture;
mod plans;
mod records;
mod rfc7643_organisations;
mod statements;
mod texts;
mod walk;
