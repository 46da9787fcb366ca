//! Every case in `tests/golden` gives what stands beside it. `UPDATE_GOLDEN=1` writes that anew.

use std::{env, fs, io, path::Path};

use codegen::{Document, Sources};

#[test]
fn plain() -> io::Result<()> {
    compare("plain")
}

#[test]
fn extended() -> io::Result<()> {
    compare("extended")
}

#[test]
fn relation() -> io::Result<()> {
    compare("relation")
}

#[test]
fn the_schemas_of_the_server_are_without_fault() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    let sources = Sources::sort(documents(&folder)?.into_iter().chain(documents(&folder.join("resource-types"))?));
    let once = codegen::generate(&sources).map_err(io::Error::other)?;
    let twice = codegen::generate(&sources).map_err(io::Error::other)?;
    assert_eq!(once, twice, "the same documents give the same code");
    Ok(())
}

fn compare(case: &str) -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(case);
    let (schemas, resource_types) = (documents(&folder.join("schemas"))?, documents(&folder.join("resource-types"))?);
    let sources = Sources { schemas, resource_types, ..Sources::default() };
    let generated = codegen::generate(&sources).map_err(io::Error::other)?;
    let expected = folder.join("expected");
    for (file, text) in [("scim.rs", generated.scim), ("store.rs", generated.store), ("api.rs", generated.api)] {
        let path = expected.join(file);
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(&expected)?;
            fs::write(&path, &text)?;
        }
        let golden = fs::read_to_string(&path)?;
        let differs = golden.lines().zip(text.lines()).position(|(golden, text)| golden != text);
        if let Some(line) = differs {
            let show = |text: &str| text.lines().nth(line).unwrap_or_default().to_owned();
            panic!("{}:{}\n  expected {}\n  found    {}", path.display(), line + 1, show(&golden), show(&text));
        }
        assert_eq!(golden.lines().count(), text.lines().count(), "{} has another length", path.display());
    }
    Ok(())
}

/// The JSON files of a folder, by name; their file names alone, so that faults are alike everywhere.
fn documents(folder: &Path) -> io::Result<Vec<Document>> {
    let mut documents = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            documents.push(Document { file, text: fs::read_to_string(&path)? });
        }
    }
    documents.sort_by(|left, right| left.file.cmp(&right.file));
    Ok(documents)
}
