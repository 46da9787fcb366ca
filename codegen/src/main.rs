//! The schema tool: checks schema documents, explains what they become, compares them, and starts new ones.

mod folders;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use codegen::{Document, Faults, Kind, Sources, Verdict};

const USAGE: &str = "\
The schema tool of scimd. A DIR holds JSON documents of your own: schemas, resource types, overlays. They are taken
together with those that scimd ships, unless DIR declares the User schema itself and so is whole. Without a DIR, the
variables SCIMD_SCHEMAS and SCIMD_PACKS say what is taken, as they do when scimd is built.

  cargo run -p codegen -- check [--packs NAMES] [DIR…]      every fault, with its place, its reason and its rule
  cargo run -p codegen -- explain [--packs NAMES] [DIR…]    routes, tables, indexes, paths to filter by
  cargo run -p codegen -- diff [--packs NAMES] OLD NEW      what changes for clients and for stored data
  cargo run -p codegen -- new extension NAME [DIR]          documents to start from, in DIR or here
  cargo run -p codegen -- new resource-type NAME [DIR]

NAMES are packs of schemas/packs, separated by commas, or `all`. `diff` ends with 1 if a change is refused.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Where `schemas/` is: here, so that faults have short names, or else where this was built.
fn root() -> &'static Path {
    let here = Path::new("");
    if here.join("schemas/packs").is_dir() { here } else { Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")) }
}

/// Says everything that is wrong.
fn refuse(faults: &Faults) -> ExitCode {
    println!("{faults}");
    ExitCode::FAILURE
}

fn run(arguments: &[String]) -> io::Result<ExitCode> {
    let (packs, words) = options(arguments)?;
    match words.as_slice() {
        ["check", folders @ ..] => Ok(match codegen::check(&taken(packs, folders)?) {
            Ok(()) => ExitCode::SUCCESS,
            Err(faults) => refuse(&faults),
        }),
        ["explain", folders @ ..] => Ok(match codegen::explain(&taken(packs, folders)?) {
            Ok(text) => {
                print!("{text}");
                ExitCode::SUCCESS
            }
            Err(faults) => refuse(&faults),
        }),
        ["diff", old, new] => {
            let (old, new) = (taken(packs.clone(), &[old])?, taken(packs, &[new])?);
            Ok(match codegen::diff(&old, &new) {
                Ok(changes) => {
                    changes.iter().for_each(|change| println!("{change}"));
                    let refused = changes.iter().any(|change| change.verdict == Verdict::Refused);
                    if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS }
                }
                Err(faults) => refuse(&faults),
            })
        }
        ["new", "extension", name, folder @ ..] => start(Kind::Extension, name, folder),
        ["new", "resource-type", name, folder @ ..] => start(Kind::ResourceType, name, folder),
        ["help"] => {
            print!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            eprint!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}

/// The folders of the packs that the arguments name, if they name any, and the other arguments.
fn options(arguments: &[String]) -> io::Result<(Option<Vec<PathBuf>>, Vec<&str>)> {
    let (mut packs, mut words) = (None, Vec::new());
    let mut arguments = arguments.iter().map(String::as_str);
    while let Some(argument) = arguments.next() {
        match argument {
            "--packs" => {
                let names = arguments.next().ok_or_else(|| io::Error::other("--packs needs the names of packs"))?;
                let named = names.split(',').map(|name| folders::pack(root(), name));
                packs =
                    Some(if names == "all" { folders::packs(root())? } else { named.collect::<io::Result<_>>()? });
            }
            "--help" | "-h" => words.push("help"),
            other => words.push(other),
        }
    }
    Ok((packs, words))
}

/// The documents of the folders, with those that are taken along.
fn taken(packs: Option<Vec<PathBuf>>, named: &[&str]) -> io::Result<Sources> {
    if packs.is_none() && named.is_empty() {
        return folders::sources(root(), &folders::named(root())?);
    }
    let mut own = Vec::new();
    for folder in named {
        own.extend(folders::documents(Path::new(folder))?);
    }
    let mut documents = Vec::new();
    if !own.iter().any(is_user) {
        documents.extend(folders::documents(&root().join("schemas"))?);
    }
    for pack in packs.unwrap_or_default() {
        documents.extend(folders::documents(&pack)?);
    }
    documents.extend(own);
    Ok(Sources::sort(documents))
}

fn is_user(document: &Document) -> bool {
    let json = serde_json::from_str::<serde_json::Value>(&document.text).unwrap_or_default();
    json["id"] == "urn:ietf:params:scim:schemas:core:2.0:User" && json.get("attributes").is_some()
}

/// Writes documents to start from, and overwrites none.
fn start(kind: Kind, name: &str, folder: &[&str]) -> io::Result<ExitCode> {
    let folder = match folder {
        [] => Path::new("."),
        [folder] => Path::new(folder),
        _ => return Err(io::Error::other("one folder is enough")),
    };
    let documents = codegen::starter(kind, name).ok_or_else(|| {
        io::Error::other(format!("\"{name}\" is no name: a letter, then letters, digits, \"-\" and \"_\""))
    })?;
    fs::create_dir_all(folder)?;
    let paths: Vec<PathBuf> = documents.iter().map(|document| folder.join(&document.file)).collect();
    if let Some(path) = paths.iter().find(|path| path.exists()) {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("{} is there already", path.display())));
    }
    for (path, document) in paths.iter().zip(&documents) {
        fs::write(path, &document.text)?;
        println!("{}", path.display());
    }
    Ok(ExitCode::SUCCESS)
}
