//! The store in the process of the test: what HTTP does not show. Filters in SQL against filters in memory, the statements
//! that operations cost, and the indexes that the hot filters use.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

/// Tests of one name, each on both databases.
macro_rules! on_both {
    ($($name:ident: $test:ident;)+) => {
        mod sqlite { $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$test(tests::Database::Sqlite).await; })+ }
        mod postgres { $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$test(tests::Database::Postgres).await; })+ }
    };
}

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
