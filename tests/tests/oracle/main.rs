//! PATCH (RFC 7644 §3.5.2) against an oracle: a second, plain implementation that knows the RFC and what the server
//! publishes of its schemas, and nothing of the server's code. Random requests on random resources give what it gives.
//!
//! `SCIMD_TEST_SEED` repeats a run.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod change;
mod compare;
mod examples;
mod faults;
mod filter;
mod generate;
mod message;
mod patch;
mod path;
mod schema;
mod strict;
mod value;
mod whole;

mod sqlite {
    #[test]
    fn random_patches_give_what_the_oracle_gives() {
        super::compare::run(tests::Database::Sqlite);
    }
}

mod postgres {
    #[test]
    fn random_patches_give_what_the_oracle_gives() {
        super::compare::run(tests::Database::Postgres);
    }
}
