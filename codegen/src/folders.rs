// Which folders hold the documents, and their files. The build script of the server includes this file as well.

use std::{
    collections::BTreeSet,
    env, fs, io,
    path::{Path, PathBuf},
};

use codegen::{Document, Sources};

/// The variable that names further folders of documents, separated as in `PATH`.
pub const SCHEMAS: &str = "SCIMD_SCHEMAS";

/// The variable that names the packs to be switched on, separated by commas.
pub const PACKS: &str = "SCIMD_PACKS";

/// The folder within a folder whose documents count too.
const TYPES: &str = "resource-types";

/// The longest document, in bytes.
const LONGEST: u64 = 8 * 1024 * 1024;

/// The folders that the variables name: packs, then one's own. Relative ones are below `root`, where `schemas/` is.
pub fn named(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = listed(root, &env::var(PACKS).unwrap_or_default())?;
    let own = env::var_os(SCHEMAS).unwrap_or_default();
    for path in env::split_paths(&own).filter(|path| !path.as_os_str().is_empty()) {
        let folder = root.join(&path);
        let refuse = |words: &str| {
            Err(io::Error::new(io::ErrorKind::NotFound, format!("{SCHEMAS} names {}{words}", path.display())))
        };
        if folder.is_file() {
            return refuse(", which is a file: name the folder that it is in");
        } else if path.is_absolute() && !folder.is_dir() {
            return refuse(": there is no such folder");
        } else if !folder.is_dir() {
            return refuse(&format!(", which is no folder below {}", shown(root)));
        }
        // The folder that stands in for none in a container has this one, which is empty.
        if documents(&folder)?.is_empty() && !folder.join(TYPES).is_dir() {
            return refuse(", where no file ends in .json");
        }
        folders.push(folder);
    }
    Ok(distinct(folders))
}

/// The folders of the packs whose names stand between commas.
pub fn listed(root: &Path, names: &str) -> io::Result<Vec<PathBuf>> {
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    Ok(distinct(names.map(|name| pack(root, name)).collect::<io::Result<_>>()?))
}

/// Each folder once, however often and in whatever words it is named.
pub fn distinct(mut folders: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut seen = BTreeSet::new();
    folders.retain(|folder| seen.insert(folder.canonicalize().unwrap_or_else(|_| folder.clone())));
    folders
}

/// A folder as people know it. The empty path is the one that we are in.
fn shown(folder: &Path) -> String {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned()).display().to_string()
}

/// The folder of a pack.
pub fn pack(root: &Path, name: &str) -> io::Result<PathBuf> {
    let packs = packs(root)?;
    let found = packs.iter().find(|folder| pack_name(folder) == name);
    found.cloned().ok_or_else(|| {
        let names = packs.iter().map(|folder| pack_name(folder)).collect::<Vec<_>>().join(", ");
        io::Error::new(io::ErrorKind::NotFound, format!("there is no pack \"{name}\"; there are {names}"))
    })
}

/// The folders of all packs, by name.
pub fn packs(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = entries(&root.join("schemas/packs"))?;
    folders.retain(|path| path.is_dir());
    Ok(folders)
}

fn pack_name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The documents of packs that are not among the folders, each with the name of its pack.
pub fn elsewhere(root: &Path, folders: &[PathBuf]) -> io::Result<Vec<(String, Document)>> {
    let mut found = Vec::new();
    for folder in packs(root)?.iter().filter(|pack| !folders.contains(pack)) {
        found.extend(documents(folder)?.into_iter().map(|document| (pack_name(folder), document)));
    }
    Ok(found)
}

/// The documents that scimd ships, and then those of the folders.
pub fn sources(root: &Path, folders: &[PathBuf]) -> io::Result<Sources> {
    let mut documents = documents(&root.join("schemas"))?;
    for folder in folders {
        documents.extend(self::documents(folder)?);
    }
    Ok(Sources { elsewhere: elsewhere(root, folders)?, ..Sources::sort(documents) })
}

/// The JSON files of a folder and of its `resource-types`, each by name. Hidden ones are an editor's.
pub fn documents(folder: &Path) -> io::Result<Vec<Document>> {
    let inner = folder.join(TYPES);
    let mut paths = entries(folder)?;
    if inner.is_dir() {
        paths.extend(entries(&inner)?);
    }
    let is_hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json") && !is_hidden(path));
    paths.iter().map(|path| Ok(Document { file: path.display().to_string(), text: read(path)? })).collect()
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let list = fs::read_dir(folder).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => named_error(folder, error.kind(), "there is no such folder"),
        io::ErrorKind::NotADirectory => {
            named_error(folder, error.kind(), "this is a file: name the folder that it is in")
        }
        kind => named_error(folder, kind, &error.to_string()),
    })?;
    let mut paths = list.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// The text of a file. What is not UTF-8 in it becomes U+FFFD, which is refused with its place.
fn read(path: &Path) -> io::Result<String> {
    let refuse = |kind, words: &str| Err(named_error(path, kind, words));
    let known = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => named_error(path, error.kind(), "this points to no file"),
        kind => named_error(path, kind, &error.to_string()),
    })?;
    if known.is_dir() {
        return refuse(io::ErrorKind::IsADirectory, "this is a folder, and a document is a file: give it another name");
    }
    if !known.is_file() {
        return refuse(io::ErrorKind::InvalidInput, "this is no file that can be read");
    }
    if known.len() > LONGEST {
        let words = format!("this has {} bytes, and a document has {LONGEST} at most", known.len());
        return refuse(io::ErrorKind::FileTooLarge, &words);
    }
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => named_error(path, error.kind(), "you may not read this file"),
        kind => named_error(path, kind, &error.to_string()),
    })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn named_error(path: &Path, kind: io::ErrorKind, words: &str) -> io::Error {
    io::Error::new(kind, format!("{}: {words}", path.display()))
}
