//! What the generator makes of `codegen/tests/golden/relation` compiles, and does what the engine expects of it.

macro_rules! case {
    () => {
        "relation"
    };
}

include!("golden/layers.rs");
