// What is returned on request and what is never returned (RFC 7643 §7), on a resource type of the golden case.

#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
fn shown(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap()
}

/// 7644-3.4-x1, 7644-3.4.2.5-01, 7644-3.9-02b, 7644-3.9-03: with an attribute returned on request and one returned never
#[tokio::test(flavor = "multi_thread")]
async fn what_is_returned_on_request_comes_when_asked_for_or_just_written_and_what_is_never_returned_never() {
    let path = std::env::temp_dir().join(format!("scimd-golden-request-{}.db", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let setting = format!("sqlite:{}", path.display());
    let database = Database::open(&setting).await.unwrap();
    database.evolve(Prepare::new(DbBackend::Sqlite, store::generated::TABLES)).await.unwrap();
    database.close().await;
    let opened = Store::open(&setting).await.unwrap();
    let service = Service::new(opened.clone(), Clock::system(), Options::default()).await.unwrap();
    let caller = Caller::local(Org(1), "http://h/scim/v2");
    let table: &'static Table =
        store::generated::TABLES.iter().copied().find(|table| table.resource_type.name == "Server").unwrap();
    let kind = table.resource_type;
    let default = Projection::default_for(kind);
    let only = |list: &str| Projection::new(kind, Some(&names(list)), None).unwrap();
    let without = |list: &str| Projection::new(kind, None, Some(&names(list))).unwrap();
    let body = |members: Value| {
        let mut body = json!({ "schemas": [kind.schema], "type": "t", "self": true });
        body.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        body.to_string().into_bytes()
    };
    let none = Conditions::default();

    let with = body(json!({ "foo-bar": "R", "secret": "S" }));
    let created = shown(&service.create(&caller, table, &with, &default).await.unwrap());
    assert_eq!((&created["foo-bar"], created.get("secret")), (&json!("R"), None), "just written");
    let narrow = shown(&service.create(&caller, table, &with, &only("type")).await.unwrap());
    assert_eq!(narrow.get("foo-bar"), None, "the request says what it wants to see");
    let id = created["id"].as_str().unwrap();

    for (projection, expected) in
        [(&default, None), (&only("type"), None), (&only("foo-bar,secret"), Some(json!("R"))), (&without("type"), None)]
    {
        let read = shown(&service.read(&caller, table, id, none, projection).await.unwrap());
        assert_eq!((read.get("foo-bar"), read.get("secret")), (expected.as_ref(), None));
        let listed = shown(&service.list(&caller, table, Default::default(), projection).await.unwrap());
        let first = &listed["Resources"][0];
        assert_eq!((first.get("foo-bar"), first.get("secret")), (expected.as_ref(), None));
    }

    for (projection, members, expected) in [
        (&default, json!({ "foo-bar": "R2" }), Some(json!("R2"))),
        (&default, json!({ "foo-bar": "R2" }), Some(json!("R2"))),
        (&only("type"), json!({ "foo-bar": "R3" }), None),
        (&without("foo-bar"), json!({ "foo-bar": "R4" }), None),
        (&without("type"), json!({ "foo-bar": "R5", "secret": "S2" }), Some(json!("R5"))),
    ] {
        let put = shown(&service.replace(&caller, table, id, none, &body(members), projection).await.unwrap());
        assert_eq!((put.get("foo-bar"), put.get("secret")), (expected.as_ref(), None));
    }

    for (projection, path, expected) in [
        (&default, "load", None),
        (&default, "foo-bar", Some(json!("9"))),
        (&only("load"), "foo-bar", None),
        (&without("load"), "foo-bar", Some(json!("9"))),
        (&default, "secret", None),
    ] {
        let value = if path == "load" { json!(9) } else { json!("9") };
        let operations = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [{ "op": "replace", "path": path, "value": value }],
        });
        let operations = operations.to_string();
        let changed =
            service.patch(&caller, table, id, none, operations.as_bytes(), (projection, false)).await.unwrap();
        let patched = shown(&changed);
        assert_eq!((patched.get("foo-bar"), patched.get("secret")), (expected.as_ref(), None), "{path}");
    }
    opened.database().close().await;
    let _ = std::fs::remove_file(&path);
}
