//! What the generator makes of `codegen/tests/golden/extended` compiles, and does what the engine expects of it.

macro_rules! case {
    () => {
        "extended"
    };
}

include!("golden/layers.rs");
