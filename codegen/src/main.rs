//! The schema tool: checks schema documents, explains what they become, compares them, and starts new ones.

mod folders;

use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use codegen::{Document, Fault, Faults, Kind, Sources, Verdict};

const USAGE: &str = "\
The schema tool of scimd. A DIR holds JSON documents of your own: schemas, resource types, overlays. They are taken
together with those that scimd ships, unless DIR declares the User schema itself and so is whole. Without a DIR, the
variables SCIMD_SCHEMAS and SCIMD_PACKS say what is taken, as they do when scimd is built.

  cargo run -p codegen -- check [--packs NAMES] [DIR…]      every fault, with its place, its reason and its rule
  cargo run -p codegen -- explain [--packs NAMES] [DIR…]    routes, tables, indexes, paths to filter by
  cargo run -p codegen -- diff [--packs NAMES] OLD NEW      what changes for clients and for stored data
  cargo run -p codegen -- new extension NAME [DIR]          documents to start from, in DIR or here
  cargo run -p codegen -- new resource-type NAME [DIR]

NAMES are packs of schemas/packs, separated by commas, or `all`.
It ends with 0 if all is well, with 1 if a document has a fault or `diff` finds a change that is refused, and with 2 if
it could not do what was asked.
";

/// All commands.
const COMMANDS: [&str; 5] = ["check", "explain", "diff", "new", "help"];

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

/// Prints a text. Whoever reads it may have read enough before its end.
fn say(text: &str) -> io::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Says everything that is wrong.
fn refuse(faults: &Faults) -> io::Result<ExitCode> {
    say(&format!("{faults}\n"))?;
    Ok(ExitCode::FAILURE)
}

/// What was asked cannot be done, and how it is asked.
fn misused(words: String) -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidInput,
        format!("{words}\n  help: `cargo run -p codegen -- help` shows all commands"),
    )
}

fn run(arguments: &[String]) -> io::Result<ExitCode> {
    if arguments.iter().any(|argument| ["--help", "-h", "help"].contains(&argument.as_str())) {
        return say(USAGE).map(|()| ExitCode::SUCCESS);
    }
    let (packs, words) = options(arguments)?;
    match words.as_slice() {
        ["check", folders @ ..] => check(&taken(packs, folders)?),
        ["explain", folders @ ..] => match codegen::explain(&taken(packs, folders)?) {
            Ok(text) => say(&text).map(|()| ExitCode::SUCCESS),
            Err(faults) => refuse(&faults),
        },
        ["diff", old, new] => {
            let (old, new) = (taken(packs.clone(), &[old])?, taken(packs, &[new])?);
            match codegen::diff(&old, &new) {
                Ok(changes) => {
                    say(&changes.iter().map(|change| format!("{change}\n")).collect::<String>())?;
                    let refused = changes.iter().any(|change| change.verdict == Verdict::Refused);
                    Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
                }
                Err(faults) => refuse(&faults),
            }
        }
        ["diff", ..] => Err(misused("diff compares two folders: diff OLD NEW".to_owned())),
        ["new", "extension", name, folder @ ..] => start(Kind::Extension, name, folder),
        ["new", "resource-type", name, folder @ ..] => start(Kind::ResourceType, name, folder),
        ["new", "extension" | "resource-type"] => Err(misused("a name is missing, such as Badge".to_owned())),
        ["new", ..] => Err(misused("new starts an `extension` or a `resource-type`: new extension NAME".to_owned())),
        [other, ..] => {
            let help = codegen::did_you_mean(other, COMMANDS).map_or_else(String::new, |help| format!(", {help}"));
            Err(misused(format!("there is no command \"{other}\"{help}")))
        }
        [] => {
            eprint!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}

/// Says what is wrong, and what is without effect.
fn check(sources: &Sources) -> io::Result<ExitCode> {
    if let Err(faults) = codegen::check(sources) {
        return refuse(&faults);
    }
    for (file, urn) in codegen::unused(sources).unwrap_or_default() {
        eprintln!("note: no resource type uses \"{urn}\"\n  --> {file}\n  help: {}", codegen::USE);
    }
    Ok(ExitCode::SUCCESS)
}

/// The folders of the packs that the arguments name, if they name any, and the other arguments.
fn options(arguments: &[String]) -> io::Result<(Option<Vec<PathBuf>>, Vec<&str>)> {
    let (mut packs, mut words) = (None, Vec::new());
    let mut arguments = arguments.iter().map(String::as_str);
    while let Some(argument) = arguments.next() {
        match argument {
            option if option == "--packs" || option.starts_with("--packs=") => {
                let names = option.strip_prefix("--packs=").or_else(|| arguments.next());
                let names = names.map(str::trim).filter(|names| !names.is_empty());
                let names = names.ok_or_else(|| misused("--packs needs the names of packs, or `all`".to_owned()))?;
                packs = Some(if names == "all" { folders::packs(root())? } else { folders::listed(root(), names)? });
            }
            option if option.starts_with('-') => {
                let help =
                    codegen::did_you_mean(option, ["--packs"]).map_or_else(String::new, |help| format!(", {help}"));
                return Err(misused(format!("there is no option \"{option}\"{help}")));
            }
            word => words.push(word),
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
    for folder in folders::distinct(named.iter().map(PathBuf::from).collect()) {
        let documents = folders::documents(&folder)?;
        if documents.is_empty() {
            let folder = folder.display();
            let words = format!("{folder}: no file here ends in .json; deeper folders but resource-types are not read");
            return Err(io::Error::new(io::ErrorKind::NotFound, words));
        }
        own.extend(documents);
    }
    let packs = packs.unwrap_or_default();
    let mut documents = Vec::new();
    if !own.iter().any(is_user) {
        documents.extend(folders::documents(&root().join("schemas"))?);
    }
    for pack in &packs {
        documents.extend(folders::documents(pack)?);
    }
    documents.extend(own);
    Ok(Sources { elsewhere: folders::elsewhere(root(), &packs)?, ..Sources::sort(documents) })
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
        _ => return Err(misused("one folder is enough".to_owned())),
    };
    let documents = codegen::starter(kind, name).ok_or_else(|| {
        io::Error::other(format!("\"{name}\" is no name: a letter, then letters, digits, \"-\" and \"_\""))
    })?;
    let paths: Vec<PathBuf> = documents.iter().map(|document| folder.join(&document.file)).collect();
    if let Some(path) = paths.iter().find(|path| path.exists()) {
        let words = format!("{} is there already, and stays as it is", path.display());
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, words));
    }
    // What is started must be right beside what is there, whatever is wrong with that.
    let mut all = folders::documents(&root().join("schemas"))?;
    if folder.is_dir() {
        all.extend(folders::documents(folder)?);
    }
    all.extend(documents.iter().cloned());
    if let Err(faults) = codegen::check(&Sources::sort(all)) {
        let is_new = |fault: &&Fault| documents.iter().any(|document| document.file == fault.file);
        if let Some(fault) = faults.iter().find(is_new) {
            return Err(io::Error::other(format!("{}: choose another name than \"{name}\"", fault.message)));
        }
    }
    fs::create_dir_all(folder)?;
    for (path, document) in paths.iter().zip(&documents) {
        fs::write(path, &document.text)?;
        println!("{}", path.display());
    }
    Ok(ExitCode::SUCCESS)
}
