// Which folders hold the documents, and their files. The build script of the server includes this file as well.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use codegen::{Document, Sources};

/// The variable that names further folders of documents, separated as in `PATH`.
pub const SCHEMAS: &str = "SCIMD_SCHEMAS";

/// The variable that names the packs to be switched on, separated by commas.
pub const PACKS: &str = "SCIMD_PACKS";

/// The folders that the variables name: packs, then one's own. Relative ones are below `root`, where `schemas/` is.
pub fn named(root: &Path) -> io::Result<Vec<PathBuf>> {
    let packs = env::var(PACKS).unwrap_or_default();
    let mut folders = packs
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| pack(root, name))
        .collect::<io::Result<Vec<_>>>()?;
    let own = env::var_os(SCHEMAS).unwrap_or_default();
    folders.extend(env::split_paths(&own).filter(|path| !path.as_os_str().is_empty()).map(|path| root.join(path)));
    Ok(folders)
}

/// The folder of a pack.
pub fn pack(root: &Path, name: &str) -> io::Result<PathBuf> {
    let packs = packs(root)?;
    let found = packs.iter().find(|folder| folder.file_name().is_some_and(|folder| folder == name));
    found.cloned().ok_or_else(|| {
        let names = packs.iter().filter_map(|folder| Some(folder.file_name()?.to_string_lossy()));
        let names = names.collect::<Vec<_>>().join(", ");
        io::Error::new(io::ErrorKind::NotFound, format!("there is no pack \"{name}\"; there are {names}"))
    })
}

/// The folders of all packs, by name.
pub fn packs(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = entries(&root.join("schemas/packs"))?;
    folders.retain(|path| path.is_dir());
    Ok(folders)
}

/// The documents that scimd ships, and then those of the folders.
pub fn sources(root: &Path, folders: &[PathBuf]) -> io::Result<Sources> {
    let mut documents = documents(&root.join("schemas"))?;
    for folder in folders {
        documents.extend(self::documents(folder)?);
    }
    Ok(Sources::sort(documents))
}

/// The JSON files of a folder and of its `resource-types`, each by name.
pub fn documents(folder: &Path) -> io::Result<Vec<Document>> {
    let inner = folder.join("resource-types");
    let mut paths = entries(folder)?;
    if inner.is_dir() {
        paths.extend(entries(&inner)?);
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.iter().map(|path| Ok(Document { file: path.display().to_string(), text: read(path)? })).collect()
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let list = fs::read_dir(folder).map_err(|error| named_error(folder, &error))?;
    let mut paths = list.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> io::Result<String> {
    fs::read_to_string(path).map_err(|error| named_error(path, &error))
}

fn named_error(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
