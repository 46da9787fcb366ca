//! What the generator makes of `codegen/tests/golden/plain` compiles, and does what the engine expects of it.

macro_rules! case {
    () => {
        "plain"
    };
}

include!("golden/layers.rs");
