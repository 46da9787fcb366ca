//! What the generator makes of `codegen/tests/golden/extended` compiles, and does what the engine expects of it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

macro_rules! case {
    () => {
        "extended"
    };
}

include!("golden/layers.rs");
