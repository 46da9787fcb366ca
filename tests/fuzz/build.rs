//! Turns the schema documents into the generated code of the protocol layer.

use std::{env, fs, io, path::Path};

use codegen::{Document, Sources};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=../../schemas");
    let documents = documents("../../schemas")?.into_iter().chain(documents("../../schemas/resource-types")?);
    let generated = codegen::generate(&Sources::sort(documents)).map_err(io::Error::other)?;
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is set by cargo"))?;
    fs::write(Path::new(&out).join("scim.rs"), generated.scim)
}

/// The JSON files of a folder, by name.
fn documents(folder: &str) -> io::Result<Vec<Document>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: &_| Ok(Document { file: Path::display(path).to_string(), text: fs::read_to_string(path)? });
    paths.iter().map(|path| read(path.as_path())).collect()
}
