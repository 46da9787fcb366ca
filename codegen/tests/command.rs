//! The schema tool as a command: what it prints, and how it ends.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A folder of its own for a test.
fn folder(name: &str) -> io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Runs the tool in the clone.
fn tool(arguments: &[&str]) -> io::Result<Output> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    let command = command.args(arguments).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    command.env_remove("SCIMD_SCHEMAS").env_remove("SCIMD_PACKS").output()
}

/// How it ended, and all that it said.
fn said(arguments: &[&str]) -> io::Result<(i32, String)> {
    let output = tool(arguments)?;
    let text = [output.stdout, output.stderr].concat();
    Ok((output.status.code().unwrap_or(-1), String::from_utf8_lossy(&text).into_owned()))
}

#[track_caller]
fn ends(arguments: &[&str], status: i32, words: &[&str]) -> io::Result<()> {
    let (code, text) = said(arguments)?;
    assert_eq!(code, status, "{arguments:?}\n{text}");
    for words in words {
        assert!(text.contains(words), "{arguments:?} says {words}\n{text}");
    }
    Ok(())
}

#[test]
fn what_is_shipped_and_every_pack_is_checked_in_silence() -> io::Result<()> {
    for arguments in [&["check"][..], &["check", "--packs", "all"][..], &["check", "--packs", "devices,roles"][..]] {
        assert_eq!(said(arguments)?, (0, String::new()), "{arguments:?}");
    }
    Ok(())
}

#[test]
fn what_was_started_passes_at_once_and_is_not_overwritten() -> io::Result<()> {
    let folder = folder("started")?;
    let mine = folder.to_string_lossy();
    for (kind, name, files) in [
        ("extension", "Badge", ["badge.json", "badge-overlay.json"]),
        ("resource-type", "Printer", ["printer.json", "printer-type.json"]),
        ("resource-type", "type", ["type.json", "type-type.json"]),
        ("extension", "badge-data_2", ["badge-data-2.json", "badge-data-2-overlay.json"]),
    ] {
        ends(&["new", kind, name, &mine], 0, &files)?;
        assert_eq!(said(&["check", &mine])?, (0, String::new()), "{name}");
        let before = fs::read_to_string(folder.join(files[0]))?;
        assert!(before.contains("$comment"), "it teaches");
        ends(&["new", kind, name, &mine], 2, &["is there already"])?;
        assert_eq!(fs::read_to_string(folder.join(files[0]))?, before);
    }
    ends(
        &["explain", &mine],
        0,
        &["urn:example:2.0:Badge:places.type: string; eq ne co", "GET POST /Printers", "getPrinters"],
    )
}

#[test]
fn what_cannot_be_started_leaves_no_file() -> io::Result<()> {
    let folder = folder("not-started")?;
    let mine = folder.to_string_lossy();
    for (kind, name, words) in [
        ("resource-type", "User", "declared twice"),
        ("resource-type", "error", "OpenAPI document has \"Error\""),
        ("extension", "two words", "is no name"),
        ("extension", "ümlaut", "is no name"),
        ("extension", "", "is no name"),
    ] {
        ends(&["new", kind, name, &mine], 2, &[words])?;
    }
    assert_eq!(fs::read_dir(&folder)?.count(), 0);
    Ok(())
}

#[test]
fn a_fault_ends_with_1_and_its_place() -> io::Result<()> {
    let folder = folder("faults")?;
    let mine = folder.to_string_lossy();
    ends(&["new", "extension", "Badge", &mine], 0, &[])?;
    let path = folder.join("badge.json");
    let text = fs::read_to_string(&path)?;
    fs::write(&path, text.replace("\"multiValued\"", "\"multivalued\""))?;
    let help = "help: did you mean \"multiValued\"?";
    for command in ["check", "explain"] {
        ends(&[command, &mine], 1, &["badge.json:15:7 #/attributes/0/multivalued", help, "rule: RFC 7643 §7"])?;
    }
    ends(&["diff", "schemas", &mine], 1, &[help])?;
    // Latin-1, as an old editor saves it.
    let latin: Vec<u8> = text.replace("What Badge", "Wh\u{e4}t Badge").chars().map(|letter| letter as u8).collect();
    fs::write(&path, latin)?;
    ends(&["check", &mine], 1, &["this is not UTF-8", "badge.json:8:21"])?;
    fs::write(&path, text)?;
    ends(&["check", &mine], 0, &[])
}

#[test]
fn an_overlay_of_a_pack_says_which_pack_is_missing() -> io::Result<()> {
    let folder = folder("overlay")?;
    let mine = folder.to_string_lossy();
    ends(&["new", "extension", "Badge", &mine], 0, &[])?;
    let path = folder.join("badge-overlay.json");
    fs::write(&path, fs::read_to_string(&path)?.replace("\"resourceType\": \"User\"", "\"resourceType\": \"Device\""))?;
    ends(&["check", &mine], 1, &["no resource type \"Device\" is declared", "SCIMD_PACKS=devices", "--packs devices"])?;
    assert_eq!(said(&["check", "--packs", "devices", &mine])?, (0, String::new()));
    fs::remove_file(&path)?;
    ends(&["check", &mine], 0, &["note: no resource type uses \"urn:example:2.0:Badge\"", "an overlay"])?;
    ends(&["explain", &mine], 0, &["urn:example:2.0:Badge", "is used by no resource type"])
}

#[test]
fn a_diff_ends_with_1_if_a_change_is_refused() -> io::Result<()> {
    let (old, new) = (folder("old")?, folder("new")?);
    let (before, after) = (old.to_string_lossy(), new.to_string_lossy());
    for folder in [&before, &after] {
        ends(&["new", "resource-type", "Printer", folder], 0, &[])?;
    }
    assert_eq!(said(&["diff", &before, &after])?, (0, String::new()));
    let path = new.join("printer.json");
    let text = fs::read_to_string(&path)?;
    fs::write(&path, text.replace("\"required\": false", "\"required\": true"))?;
    ends(&["diff", &before, &after], 0, &["attention  Printer label: required is true, was false"])?;
    fs::write(&path, text.replace("\"type\": \"string\"", "\"type\": \"integer\""))?;
    ends(
        &["diff", &before, &after],
        1,
        &["refused    Printer label: type is integer, was string", "give it a new name"],
    )?;
    ends(&["diff", &before], 2, &["diff OLD NEW"])
}

#[test]
fn what_is_asked_wrongly_is_answered_with_what_is_right() -> io::Result<()> {
    for arguments in [&["--help"][..], &["help"][..], &["check", "--help"][..], &["new", "-h"][..]] {
        ends(arguments, 0, &["explain [--packs NAMES]", "ends with 0"])?;
    }
    ends(&[], 2, &["cargo run -p codegen -- check"])?;
    for (arguments, words) in [
        (&["chekc"][..], "did you mean \"check\"?"),
        (&["check", "--pack", "roles"][..], "did you mean \"--packs\"?"),
        (&["check", "--packs"][..], "needs the names of packs"),
        (&["check", "--packs="][..], "needs the names of packs"),
        (&["check", "--packs", "devices, role"][..], "there is no pack \"role\"; there are"),
        (&["check", "--packs", "device"][..], "there are agents, devices, roles"),
        (&["check", "no-such-folder"][..], "no-such-folder: there is no such folder"),
        (&["explain", "README.md"][..], "README.md: this is a file: name the folder that it is in"),
        (&["check", "docs"][..], "docs: no file here ends in .json"),
        (&["new"][..], "new extension NAME"),
        (&["new", "schema", "Badge"][..], "new extension NAME"),
        (&["new", "extension"][..], "a name is missing"),
        (&["new", "extension", "Badge", "one", "two"][..], "one folder is enough"),
    ] {
        ends(arguments, 2, &["error: ", words])?;
    }
    Ok(())
}

#[test]
fn what_is_no_document_is_named() -> io::Result<()> {
    let folder = folder("files")?;
    let mine = folder.to_string_lossy();
    ends(&["new", "extension", "Badge", &mine], 0, &[])?;
    // An editor's, and what nobody asked for.
    fs::write(folder.join(".#badge.json"), "no JSON")?;
    fs::write(folder.join("notes.txt"), "no JSON")?;
    fs::create_dir(folder.join("deeper"))?;
    fs::write(folder.join("deeper/x.json"), "no JSON")?;
    assert_eq!(said(&["check", &mine])?, (0, String::new()));
    let file = folder.join("other.json");
    fs::create_dir(&file)?;
    ends(&["check", &mine], 2, &["other.json: this is a folder"])?;
    fs::remove_dir(&file)?;
    fs::File::create(&file)?.set_len(9 * 1024 * 1024)?;
    ends(&["check", &mine], 2, &["other.json: this has 9437184 bytes, and a document has 8388608 at most"])?;
    fs::remove_file(&file)?;
    fs::write(&file, "")?;
    ends(&["check", &mine], 1, &["the file is empty", "other.json:1:1"])?;
    fs::remove_file(&file)?;
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", &file)?;
        ends(&["check", &mine], 2, &["other.json: this points to no file"])?;
        fs::remove_file(&file)?;
        let real = folder.join("deeper/badge.json");
        fs::rename(folder.join("badge.json"), &real)?;
        std::os::unix::fs::symlink(&real, &file)?;
        assert_eq!(said(&["check", &mine])?, (0, String::new()), "a link to a document is one");
        // Reading a pipe that nobody writes to would never end.
        let pipe = folder.join("pipe.json");
        if Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
            ends(&["check", &mine], 2, &["pipe.json: this is no file that can be read"])?;
            fs::remove_file(&pipe)?;
        }
        let secret = folder.join("secret.json");
        fs::write(&secret, "{}")?;
        fs::set_permissions(&secret, std::os::unix::fs::PermissionsExt::from_mode(0o000))?;
        // The superuser reads it all the same.
        if fs::read(&secret).is_err() {
            ends(&["check", &mine], 2, &["secret.json: you may not read this file"])?;
        }
    }
    Ok(())
}

#[test]
fn packs_are_named_as_the_variable_names_them() -> io::Result<()> {
    let both = said(&["explain", "--packs", "devices,roles"])?;
    assert!(both.0 == 0 && both.1.contains("/Devices") && both.1.contains("/Roles"), "{}", both.1);
    for arguments in
        [&["--packs", "devices, roles"][..], &["--packs=devices,roles"][..], &["--packs", "devices,roles,devices"][..]]
    {
        assert_eq!(said(&[&["explain"], arguments].concat())?, both, "{arguments:?}");
    }
    Ok(())
}

#[test]
fn a_folder_that_is_named_twice_is_taken_once() -> io::Result<()> {
    let folder = folder("twice")?;
    let mine = folder.to_string_lossy();
    ends(&["new", "resource-type", "Printer", &mine], 0, &[])?;
    let once = said(&["explain", &mine])?;
    assert_eq!(once.0, 0, "{}", once.1);
    let other = format!("{mine}/../twice");
    assert_eq!(said(&["explain", &mine, &mine, &other])?, once);
    Ok(())
}

/// `explain | head`
#[test]
fn a_reader_may_stop_before_the_end() -> io::Result<()> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    let command = command.args(["explain", "--packs", "all"]).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    drop(child.stdout.take());
    let output = child.wait_with_output()?;
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
    Ok(())
}

/// The folder `/schemas` of the image, unless the build is given another.
#[test]
fn a_folder_that_stands_in_for_none_is_none() -> io::Result<()> {
    let folder = folder("stands-in")?;
    fs::create_dir(folder.join("resource-types"))?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    let command = command.arg("check").current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let named = format!(":{}", folder.display());
    let output = command.env("SCIMD_SCHEMAS", named).env_remove("SCIMD_PACKS").output()?;
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
    Ok(())
}

/// What the build takes, from the variables.
#[test]
fn the_variables_of_the_build_count_where_no_folder_is_named() -> io::Result<()> {
    let folder = folder("variables")?;
    let mine = folder.to_string_lossy();
    ends(&["new", "resource-type", "Printer", &mine], 0, &[])?;
    let run = |schemas: &str, packs: &str| -> io::Result<(i32, String)> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
        let command = command.arg("explain").current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let output = command.env("SCIMD_SCHEMAS", schemas).env("SCIMD_PACKS", packs).output()?;
        let text = [output.stdout, output.stderr].concat();
        Ok((output.status.code().unwrap_or(-1), String::from_utf8_lossy(&text).into_owned()))
    };
    let (code, text) = run(&mine, "roles")?;
    assert!(code == 0 && text.contains("/Printers") && text.contains("/Roles"), "{text}");
    let twice = run(&format!("{mine}:{mine}/."), "roles, roles")?;
    assert_eq!(twice, (0, text));
    let (code, text) = run("nowhere", "")?;
    let clone = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?.display().to_string();
    let below = format!("error: SCIMD_SCHEMAS names nowhere, which is no folder below {clone}\n");
    assert_eq!((code, text), (2, below));
    let (code, text) = run("/no/such", "")?;
    assert_eq!((code, text.as_str()), (2, "error: SCIMD_SCHEMAS names /no/such: there is no such folder\n"));
    let (code, text) = run("README.md", "")?;
    assert!(code == 2 && text.contains("names README.md, which is a file: name the folder that it is in"), "{text}");
    let (code, text) = run("docs", "")?;
    assert_eq!((code, text.as_str()), (2, "error: SCIMD_SCHEMAS names docs, where no file ends in .json\n"));
    let (code, text) = run("", "device")?;
    assert!(code == 2 && text.contains("there are agents, devices, roles"), "{text}");
    Ok(())
}
