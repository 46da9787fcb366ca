//! The commands: the operations of the administration on the server's own machine, for people and with `--json`.

use serde_json::{Value, json};
use tests::admin::Administration;
use tests::scim::{unique, user};
use tests::{Request, Server, on_both_databases};

/// Runs a command that succeeds, and gives what it prints.
#[track_caller]
fn text(server: &Server, arguments: &[&str]) -> String {
    let output = server.command(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The same with `--json`.
#[track_caller]
fn read(server: &Server, arguments: &[&str]) -> Value {
    let text = text(server, &[arguments, &["--json"]].concat());
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{arguments:?} prints no JSON ({error}): {text}"))
}

/// Runs a command that fails, and gives what it says.
#[track_caller]
fn fails(server: &Server, arguments: &[&str]) -> String {
    let output = server.command(arguments);
    assert!(!output.status.success(), "{arguments:?} succeeds");
    assert!(output.stdout.is_empty(), "{arguments:?} prints something");
    String::from_utf8(output.stderr).unwrap()
}

fn status(server: &Server, token: &str) -> u16 {
    server
        .send_absolute(Request::new("GET", "/scim/v2/Users").header("Authorization", format!("Bearer {token}")))
        .status
}

on_both_databases! {
    fn organisations_are_handled_by_command_as_over_http(server) {
        let admin = Administration::of(server);
        let (id, new) = (unique("acme"), unique("renamed"));
        let made = read(server, &["org", "create", &id, "--name", "Acme Ltd"]);
        assert_eq!(made, admin.get(&format!("/organisations/{id}")).expect(200).json());
        assert_eq!(read(server, &["org", "show", &id]), made);
        assert!(read(server, &["org", "list"]).as_array().unwrap().contains(&made));
        let listed = text(server, &["org", "list"]);
        assert!(listed.starts_with("ID ") && listed.lines().any(|line| line.starts_with(&id) && line.contains("Acme Ltd")), "{listed}");
        let renamed = read(server, &["org", "rename", &id, &new, "--name", ""]);
        assert!(renamed["id"] == json!(new) && renamed.get("name").is_none(), "{renamed}");
        assert_eq!(read(server, &["org", "suspend", &new])["status"], "suspended");
        assert_eq!(read(server, &["org", "resume", &new])["status"], "active");
        assert_eq!(read(server, &["org", "settings", &new]), json!({}));
        let file = server.directory().join("settings.json");
        std::fs::write(&file, r#"{"testMode": true}"#).unwrap();
        let path = file.to_str().unwrap();
        assert_eq!(read(server, &["org", "settings", &new, "--set", path]), json!({ "testMode": true }));
        assert_eq!(admin.get(&format!("/organisations/{new}")).expect(200).json()["settings"], json!({ "testMode": true }));
        let refusal = fails(server, &["org", "delete", &new]);
        assert!(refusal.contains(&format!("--confirm {new}")), "{refusal}");
        fails(server, &["org", "delete", &new, "--confirm", "another"]);
        assert_eq!(read(server, &["org", "delete", &new, "--confirm", &new])["status"], "deleted");
        admin.get(&format!("/organisations/{new}")).expect(404);
    }

    fn credentials_are_handled_by_command_as_over_http(server) {
        let admin = Administration::of(server);
        let org = unique("acme");
        admin.organisation(&org);
        // A token alone on its line is easy to hand on.
        let token = text(server, &["token", "create", "--org", &org]).trim().to_owned();
        assert_eq!(status(server, &token), 200);
        let made = read(server, &["token", "create", "--org", &org, "--name", "Okta", "--scopes", "read write:Group", "--expires", "90d"]);
        let (id, secret) = (made["id"].as_str().unwrap(), made["secret"].as_str().unwrap());
        assert_eq!((&made["name"], &made["scopes"]), (&json!("Okta"), &json!("read write:Group")));
        let mut shown = made.clone();
        shown.as_object_mut().unwrap().remove("secret");
        assert_eq!(read(server, &["token", "show", "--org", &org, id]), shown);
        assert_eq!(admin.get(&format!("/organisations/{org}/credentials/{id}")).expect(200).json(), shown);
        let listed = read(server, &["token", "list", "--org", &org]);
        assert!(listed.as_array().unwrap().contains(&shown) && !listed.to_string().contains(secret), "{listed}");
        assert!(text(server, &["token", "list", "--org", &org]).contains("LAST USED"));
        let basic = text(server, &["token", "create", "--org", &org, "--kind", "basic"]);
        assert!(basic.starts_with("Client id: ") && basic.contains("\nSecret: scimd_"), "{basic}");
        assert_eq!(read(server, &["token", "revoke", "--org", &org, id])["status"], "revoked");
        // Below another organisation there is none of that id.
        for arguments in [&["token", "show", id][..], &["token", "revoke", "--admin", id]] {
            assert!(fails(server, arguments).contains(id), "{arguments:?}");
        }
    }

    fn tokens_of_the_administration_are_made_by_command(server) {
        let token = text(server, &["token", "create", "--admin", "--name", "Jo"]).trim().to_owned();
        let admin = Administration::by(server, token);
        let listed = read(server, &["token", "list", "--admin"]);
        let own = listed.as_array().unwrap().iter().find(|item| item["name"] == "Jo").unwrap()["id"].as_str().unwrap().to_owned();
        assert_eq!(admin.get(&format!("/credentials/{own}")).expect(200).json()["name"], "Jo");
        read(server, &["token", "revoke", "--admin", &own]);
        let deadline = std::time::Instant::now() + std::time::Duration::from_secs(5);
        while admin.get("/organisations").status != 401 {
            assert!(std::time::Instant::now() < deadline, "it is not refused 5 s after it was revoked by command");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        for arguments in [&["token", "create", "--admin", "--kind", "basic"][..], &["token", "create", "--admin", "--scopes", "write:User"], &["token", "create", "--admin", "--org", "default"]] {
            fails(server, arguments);
        }
    }

    fn a_mistake_is_told_and_changes_nothing(server) {
        let org = unique("acme");
        text(server, &["org", "create", &org]);
        let user = server.post("/Users", &user(&unique("elsewhere"))).expect(201).id();
        let elsewhere = format!("Users/{user}");
        for (arguments, word) in [
            (&["org", "create", "No Slug"][..], "acme-corp"),
            (&["org", "create", &org], "already"),
            (&["org", "show", "nobody"], "nobody"),
            (&["org", "rename", &org], "NEW"),
            (&["token", "create", "--org", "nobody"], "nobody"),
            (&["token", "create", "--org", &org, "--expires", "soon"], "90d"),
            (&["token", "create", "--org", &org, "--scopes", "everything"], "everything"),
            (&["token", "create", "--org", &org, "--me", &elsewhere], "Users/"),
            (&["token", "create", "--org", &org, "--keys", "/nowhere.json"], "/nowhere.json"),
            (&["token", "revoke", "--org", &org, "no-id"], "no-id"),
        ] {
            let said = fails(server, arguments);
            assert!(said.contains(word), "{arguments:?}: {said}");
        }
        assert_eq!(read(server, &["token", "list", "--org", &org]), json!([]));
    }
}
