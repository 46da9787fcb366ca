//! What the generator makes of `codegen/tests/golden/extended` compiles, and does what the engine expects of it; the
//! engine does with its characteristics what RFC 7643 says.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

macro_rules! case {
    () => {
        "extended"
    };
}

include!("golden/layers.rs");
include!("golden/characteristics.rs");
include!("golden/returned.rs");
