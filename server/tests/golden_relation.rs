//! What the generator makes of `codegen/tests/golden/relation` compiles, and does what the engine expects of it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

macro_rules! case {
    () => {
        "relation"
    };
}

include!("golden/layers.rs");
