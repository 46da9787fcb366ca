//! Turns the schema documents into the generated code of every layer.

use std::{env, fs, io, path::Path};

use codegen::Document;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=../schemas");
    let generated = codegen::generate(&documents("../schemas")?, &documents("../schemas/resource-types")?);
    let generated = generated.unwrap_or_else(|faults| {
        eprintln!("{faults}");
        std::process::exit(1)
    });
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is set by cargo"))?;
    for (file, text) in [("scim.rs", generated.scim), ("store.rs", generated.store), ("api.rs", generated.api)] {
        fs::write(Path::new(&out).join(file), text)?;
    }
    Ok(())
}

/// The JSON files of a folder, by name.
fn documents(folder: &str) -> io::Result<Vec<Document>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: &_| Ok(Document { file: Path::display(path).to_string(), text: fs::read_to_string(path)? });
    paths.iter().map(|path| read(path.as_path())).collect()
}
