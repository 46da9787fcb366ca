//! Turns the schema documents into the generated code of every layer.

use std::{env, fs, io, path::Path};

#[path = "../codegen/src/folders.rs"]
mod folders;

fn main() {
    if let Err(error) = generate() {
        eprintln!("error: {error}");
        std::process::exit(1)
    }
}

fn generate() -> io::Result<()> {
    let root = Path::new("..");
    let folders = folders::named(root)?;
    for variable in [folders::PACKS, folders::SCHEMAS] {
        println!("cargo::rerun-if-env-changed={variable}");
    }
    println!("cargo::rerun-if-changed=../schemas");
    for folder in &folders {
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    let generated = codegen::generate(&folders::sources(root, &folders)?).unwrap_or_else(|faults| {
        eprintln!("{faults}");
        std::process::exit(1)
    });
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is set by cargo"))?;
    for (file, text) in [("scim.rs", generated.scim), ("store.rs", generated.store), ("api.rs", generated.api)] {
        fs::write(Path::new(&out).join(file), text)?;
    }
    Ok(())
}
