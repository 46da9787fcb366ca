//! The tutorial of `docs/extending.md` shows what the tool says.

use std::{fs, io, path::Path};

use codegen::{Document, Kind, Sources};

#[path = "../src/folders.rs"]
#[expect(dead_code, reason = "the tool uses all of it")]
mod folders;

/// The folder of the tutorial.
const FOLDER: &str = "my-schemas";

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The blocks of the page's tutorial that begin with that fence, each without its fences.
fn blocks(fence: &str) -> io::Result<Vec<String>> {
    let page = fs::read_to_string(root().join("docs/extending.md"))?;
    let tutorial = page.split("\n## ").nth(1).unwrap_or_default();
    let mut blocks = Vec::new();
    let mut lines = tutorial.lines();
    while let Some(line) = lines.next() {
        if let Some(found) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if found == fence {
                blocks.push(block.join("\n"));
            }
        }
    }
    Ok(blocks)
}

/// The answer of the page to the command with those words.
fn answer(words: &str) -> io::Result<String> {
    let consoles = blocks("console")?;
    let found = consoles.iter().find(|block| block.lines().next().is_some_and(|line| line.contains(words)));
    let block = found.ok_or_else(|| io::Error::other(format!("the page has no {words}")))?;
    Ok(block.lines().skip(1).collect::<Vec<_>>().join("\n"))
}

/// What `new` has written, with a line at the head of the schema's attributes.
fn documents(line: &str) -> Vec<Document> {
    let mut documents = codegen::starter(Kind::Extension, "Badge").unwrap_or_default();
    for document in &mut documents {
        document.file = format!("{FOLDER}/{}", document.file);
        document.text = document.text.replacen("\"attributes\": [\n", &format!("\"attributes\": [\n{line}\n"), 1);
    }
    documents
}

/// Those documents, with the shipped ones.
fn sources(line: &str) -> io::Result<Sources> {
    let shipped = folders::documents(&root().join("schemas"))?;
    Ok(Sources::sort(shipped.into_iter().chain(documents(line))))
}

/// The attribute that the page adds.
fn line() -> io::Result<String> {
    blocks("json")?.into_iter().next().ok_or_else(|| io::Error::other("the page adds no attribute"))
}

#[test]
fn the_files_that_new_writes_are_those_of_the_page() -> io::Result<()> {
    let files: Vec<String> = documents("").into_iter().map(|document| document.file).collect();
    assert_eq!(files.join("\n"), answer("-- new extension Badge my-schemas")?);
    Ok(())
}

#[test]
fn the_fault_of_the_page_is_the_one_that_check_finds() -> io::Result<()> {
    let line = line()?;
    assert_eq!(codegen::check(&sources(&line)?), Ok(()));
    assert_eq!(answer("-- check my-schemas")?, "", "no word is good news");
    let misspelt = line.replace("uniqueness", "uniquenes");
    let faults = codegen::check(&sources(&misspelt)?).err().map(|faults| faults.to_string()).unwrap_or_default();
    assert_eq!(blocks("")?, [faults]);
    Ok(())
}

#[test]
fn the_line_that_explain_shows_is_the_one_of_the_page() -> io::Result<()> {
    let text = codegen::explain(&sources(&line()?)?).map_err(io::Error::other)?;
    let found: Vec<&str> = text.lines().filter(|line| line.contains("Badge:number")).collect();
    assert_eq!(found.join("\n"), answer("-- explain my-schemas | grep Badge:number")?);
    Ok(())
}

/// Both attributes that the page's request sends are there.
#[test]
fn the_request_of_the_page_sends_what_there_is() -> io::Result<()> {
    let page = fs::read_to_string(root().join("docs/extending.md"))?;
    let text = codegen::explain(&sources(&line()?)?).map_err(io::Error::other)?;
    let (_, sent) = page.split_once("\"urn:example:2.0:Badge\": {").unwrap_or_default();
    let sent = sent.split('}').next().unwrap_or_default();
    let names: Vec<&str> = sent.split(',').filter_map(|member| member.split('"').nth(1)).collect();
    assert_eq!(names.len(), 2, "{sent}");
    for name in names {
        assert!(text.contains(&format!("    urn:example:2.0:Badge:{name}: ")), "{name}");
    }
    Ok(())
}
