//! The Dockerfile keeps up with what it is built from: there is no container engine here that would tell.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tests::server::binary;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// An instruction of the Dockerfile, with the number of its stage.
#[derive(Debug)]
struct Instruction {
    stage: usize,
    name: String,
    text: String,
}

impl Instruction {
    fn words(&self) -> Vec<&str> {
        self.text.split_whitespace().collect()
    }

    /// The values of a flag: `--from=build`.
    fn flag(&self, name: &str) -> Option<&str> {
        let prefix = format!("--{name}=");
        self.words().into_iter().find_map(|word| word.strip_prefix(&prefix))
    }
}

fn dockerfile() -> Vec<Instruction> {
    let text = read("Dockerfile");
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    let joined = lines.collect::<Vec<_>>().join("\n").replace("\\\n", " ");
    let mut stages = 0;
    let instructions = joined.lines().filter(|line| !line.trim().is_empty()).map(|line| {
        let (name, text) = line.trim().split_once(' ').unwrap();
        stages += usize::from(name == "FROM");
        Instruction { stage: stages - 1, name: name.to_owned(), text: text.trim().to_owned() }
    });
    instructions.collect()
}

fn named<'a>(instructions: &'a [Instruction], name: &str) -> Vec<&'a Instruction> {
    let found: Vec<_> = instructions.iter().filter(|instruction| instruction.name == name).collect();
    assert!(!found.is_empty(), "no {name}");
    found
}

/// Whether a pattern of `.dockerignore` is the path or a folder above it; `*` stands for any part of a name.
fn covers(pattern: &str, path: &str) -> bool {
    if let Some(anywhere) = pattern.strip_prefix("**/") {
        return path.split('/').any(|name| matches(anywhere, name));
    }
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() <= path.len() && pattern.iter().zip(path).all(|(pattern, name)| matches(pattern, name))
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((before, after)) => name
            .strip_prefix(before)
            .is_some_and(|rest| (0..=rest.len()).any(|at| rest.is_char_boundary(at) && matches(after, &rest[at..]))),
    }
}

/// Whether a path of the clone is kept from the build: the last pattern that covers it decides.
fn is_ignored(path: &str) -> bool {
    let mut ignored = false;
    for line in read(".dockerignore").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (pattern, ignores) = line.strip_prefix('!').map_or((line, true), |pattern| (pattern, false));
        if covers(pattern, path) {
            ignored = ignores;
        }
    }
    ignored
}

/// The files below a folder of the clone.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// The text between two marks.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let from = text.find(before).unwrap_or_else(|| panic!("no {before} in {text}")) + before.len();
    &text[from..][..text[from..].find(after).unwrap()]
}

#[test]
fn patterns_are_read_as_docker_reads_them() {
    assert!(covers("target", "target/debug/scimd") && !covers("target", "server/target"));
    assert!(covers("**/*.db", "scimd.db") && covers("**/*.db", "my-schemas/a.db") && !covers("*.md", "docs/a.md"));
    assert!(covers("tests/*", "tests/run") && covers(".*", ".git/HEAD") && !covers(".*", "server/.a"));
    assert!(is_ignored("tests/run") && !is_ignored("tests/Cargo.toml") && !is_ignored("my-schemas/badge.json"));
}

#[test]
fn what_is_copied_is_there_and_let_through() {
    let instructions = dockerfile();
    let stages: Vec<&str> = named(&instructions, "FROM")
        .iter()
        .filter_map(|from| from.text.split_once(" AS ").map(|(_, name)| name.trim()))
        .collect();
    for copy in named(&instructions, "COPY") {
        if let Some(stage) = copy.flag("from") {
            assert!(stages.contains(&stage), "{copy:?}");
            continue;
        }
        let words = copy.words();
        // The whole of the context, `.`, is there in any case.
        for path in words[..words.len() - 1].iter().filter(|path| **path != ".") {
            assert!(root().join(path).exists() && !is_ignored(path), "{path} of {copy:?}");
        }
    }
    let needed = ["codegen/src", "server/src", "schemas"].into_iter().flat_map(files);
    for path in needed.chain(["server/build.rs".to_owned(), "Cargo.lock".to_owned()]) {
        assert!(!is_ignored(&path), "{path} is not let through");
    }
}

#[test]
fn dependencies_are_built_from_the_manifest_of_every_crate_alone() {
    let instructions = dockerfile();
    let workspace = read("Cargo.toml");
    let members = between(&workspace, "members = [", "]").split(',').map(|name| name.trim().trim_matches('"'));
    let build = instructions.iter().position(|step| step.text.contains("cargo build")).unwrap();
    let copied: Vec<&str> =
        instructions[..build].iter().filter(|step| step.name == "COPY").flat_map(Instruction::words).collect();
    for member in members {
        assert!(copied.contains(&format!("{member}/Cargo.toml").as_str()), "{member}: {copied:?}");
    }
    assert!(!copied.contains(&"."), "a change of a source would build the dependencies again");
    // The empty crates have what the manifests name.
    let step = &instructions[build].text;
    for path in ["codegen/src/lib.rs", "server/build.rs", "server/src/lib.rs", "server/src/main.rs", "tests/src/lib.rs"]
    {
        assert!(root().join(path).exists() && step.contains(path), "{path}");
    }
    let default_run = read("tests/Cargo.toml");
    let default_run = format!("tests/src/bin/{}/main.rs", between(&default_run, "default-run = \"", "\""));
    assert!(root().join(&default_run).exists() && step.contains(&default_run), "{default_run}");
}

#[test]
fn its_rust_is_new_enough() {
    let manifest = read("Cargo.toml");
    let version = |text: &str| -> Vec<u32> { text.split('.').map(|part| part.parse().unwrap()).collect() };
    let instructions = dockerfile();
    let image = named(&instructions, "FROM").into_iter().find_map(|from| from.text.strip_prefix("rust:")).unwrap();
    let rust = version(image.split('-').next().unwrap());
    let least = version(between(&manifest, "rust-version = \"", "\""));
    assert!(rust >= least, "the image has {rust:?}, the manifest asks for {least:?}");
}

#[test]
fn the_settings_it_names_are_those_of_the_build_and_of_the_server() {
    let instructions = dockerfile();
    let folders = read("codegen/src/folders.rs");
    for argument in named(&instructions, "ARG") {
        assert!(folders.contains(&format!("\"{}\"", argument.text)), "{argument:?}");
    }
    let config: String = files("server/src/config").iter().map(|path| read(path)).collect();
    let config = config + &read("server/src/config.rs");
    let last = instructions.last().unwrap().stage;
    for setting in named(&instructions, "ENV").iter().filter(|step| step.stage == last).flat_map(|step| step.words()) {
        let name = setting.split('=').next().unwrap();
        assert!(config.contains(&format!("env = \"{name}\"")), "{setting}");
    }
    // A context of that name takes the place of the stage that is mounted where the build looks.
    let mounted =
        instructions.iter().find(|step| step.text.contains("type=bind,from=schemas,target=/schemas")).unwrap();
    assert!(mounted.text.contains("SCIMD_SCHEMAS=\"$SCIMD_SCHEMAS:/schemas\""), "{mounted:?}");
    assert!(named(&instructions, "FROM").iter().any(|from| from.text == "scratch AS schemas"));
    for document in ["docs/extending.md", "docs/operation.md"] {
        assert!(read(document).contains("docker build"), "{document}");
    }
    assert!(read("docs/extending.md").contains("--build-context schemas="));
}

#[test]
fn it_runs_commands_that_there_are_as_a_user_of_no_rights_on_a_volume_of_its_own() {
    let instructions = dockerfile();
    let one = |name: &str| named(&instructions, name)[0].text.clone();
    for (what, words) in [("CMD", one("CMD")), ("HEALTHCHECK", one("HEALTHCHECK"))] {
        let words: Vec<String> = serde_json::from_str(&words[words.find('[').unwrap()..]).unwrap();
        let help = Command::new(binary()).arg(words.last().unwrap()).arg("--help").output().unwrap();
        assert!(help.status.success(), "{what}: scimd has no command {words:?}");
    }
    let user = one("USER");
    let (user, group) = user.split_once(':').unwrap();
    assert!(user.parse::<u32>().unwrap() > 0 && group.parse::<u32>().unwrap() > 0);
    let owner = format!("--chown={user}:{group}");
    let volume = one("VOLUME");
    let made = named(&instructions, "COPY").into_iter().find(|copy| copy.text.ends_with(&format!(" {volume}")));
    assert!(made.is_some_and(|copy| copy.text.contains(&owner)), "{volume} is its user's own");
    let settings: String = named(&instructions, "ENV").iter().map(|step| format!("{} ", step.text)).collect();
    assert!(settings.contains(&format!("SCIMD_DATABASE=sqlite:{volume}/")), "{settings}");
    assert!(settings.contains(&format!("SCIMD_LISTEN=0.0.0.0:{}", one("EXPOSE"))), "{settings}");
}
