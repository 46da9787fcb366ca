//! The black-box harness: it starts the real `scimd` on a free port with a fresh database, speaks HTTP/1.1 to it, and
//! kills it in the end. The suites on it are in `tests/suite/`; `tests/run` runs everything.
//!
//! - [`Server`] is one running process with its database; [`PerDatabase`] keeps one for many cheap tests.
//! - [`Earlier`] is a database that an earlier build made, from `tests/databases`.
//! - [`Organisation`] is a further organisation of a server, with a token of its own.
//! - [`Request`] and [`Response`] are plain HTTP: any method, path, header and body, well-formed or not.
//! - [`scim`] has the words of the protocol: schema URNs, bodies, filters and assertions.
//! - [`on_both_databases!`] makes every test two: one on SQLite, one on PostgreSQL.
//!
//! | variable | meaning |
//! |---|---|
//! | `SCIMD_BIN` | the binary under test; without it `cargo build -p scimd --bin scimd` makes one |
//! | `SCIMD_BIN_EXTENDED` | a second one, built with `tests/schemas` and all packs, for the tests of evolution; `tests/run` makes it |
//! | `SCIMD_TEST_POSTGRES` | `postgres://…` of a superuser in a cluster of its own; `tests/run` starts one |
//! | `SCIMD_TEST_PSQL` | the `psql` to create databases with; the one in the path if unset |
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

pub mod admin;
pub mod authority;
pub mod database;
pub mod earlier;
pub mod guide;
pub mod http;
pub mod organisation;
pub mod scim;
pub mod secrets;
pub mod server;

pub use database::Database;
pub use earlier::Earlier;
pub use http::{Connection, Request, Response};
pub use organisation::Organisation;
pub use server::{PerDatabase, Server};

/// Makes of each function one test on SQLite and one on PostgreSQL, both given a running server.
///
/// The server is the one that the whole test binary shares; `from place;` at the top takes it from another function of
/// type `fn(Database) -> &'static Server`, and `fresh;` gives each test a server of its own. `profiles;` adds a third test, on
/// the profile `strict`, which does not depend on the database.
#[macro_export]
macro_rules! on_both_databases {
    (profiles; $($(#[$meta:meta])* fn $name:ident($server:ident) $body:block)+) => {
        $($(#[$meta])* fn $name($server: &$crate::Server) $body)+

        mod sqlite {
            $(#[test] fn $name() { super::$name($crate::server::shared($crate::Database::Sqlite)); })+
        }
        mod postgres {
            $(#[test] fn $name() { super::$name($crate::server::shared($crate::Database::Postgres)); })+
        }
        mod strict {
            $(#[test] fn $name() { super::$name($crate::server::strict($crate::Database::Sqlite)); })+
        }
    };
    (from $place:path; $($(#[$meta:meta])* fn $name:ident($server:ident) $body:block)+) => {
        $($(#[$meta])* fn $name($server: &$crate::Server) $body)+

        fn server_under_test(database: $crate::Database) -> &'static $crate::Server {
            $place(database)
        }
        mod sqlite {
            $(#[test] fn $name() { super::$name(super::server_under_test($crate::Database::Sqlite)); })+
        }
        mod postgres {
            $(#[test] fn $name() { super::$name(super::server_under_test($crate::Database::Postgres)); })+
        }
    };
    (fresh; $($(#[$meta:meta])* fn $name:ident($server:ident) $body:block)+) => {
        $($(#[$meta])* fn $name($server: &$crate::Server) $body)+

        mod sqlite {
            $(#[test] fn $name() { super::$name(&$crate::Server::start($crate::Database::Sqlite)); })+
        }
        mod postgres {
            $(#[test] fn $name() { super::$name(&$crate::Server::start($crate::Database::Postgres)); })+
        }
    };
    ($($body:tt)+) => {
        $crate::on_both_databases! { from $crate::server::shared; $($body)+ }
    };
}
