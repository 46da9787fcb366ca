//! Swagger UI and the OpenAPI document: offline, typed, complete.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::{Request, Response, Server, on_both_databases};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

#[track_caller]
fn open(server: &Server, path: &str) -> Response {
    server.send_absolute(Request::new("GET", path).anonymous()).expect(200)
}

fn document(server: &Server) -> Value {
    open(server, "/docs/openapi.json").json()
}

/// Follows a `$ref` as far as it leads.
fn resolved<'a>(document: &'a Value, mut value: &'a Value) -> &'a Value {
    while let Some(reference) = value["$ref"].as_str() {
        let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("a reference to elsewhere: {reference}"));
        value = document.pointer(pointer).unwrap_or_else(|| panic!("a reference to nothing: {reference}"));
    }
    value
}

/// The properties of a schema, also of its parts.
fn properties(document: &Value, schema: &Value) -> BTreeSet<String> {
    let schema = resolved(document, schema);
    let mut names: BTreeSet<String> =
        schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect();
    for part in schema["allOf"].as_array().into_iter().flatten() {
        names.extend(properties(document, part));
    }
    names
}

fn operation<'a>(document: &'a Value, path: &str, method: &str) -> &'a Value {
    let found = document["paths"].as_object().unwrap().iter().find(|(key, _)| {
        let key = key.replace("{user_id}", "{id}");
        key == path || key.strip_prefix("/scim/v2") == Some(path)
    });
    let operation = &found.unwrap_or_else(|| panic!("no path {path}")).1[method];
    assert!(operation.is_object(), "no {method} {path}");
    operation
}

/// Every operation, by method and path.
fn operations(document: &Value) -> impl Iterator<Item = (String, &Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths.flat_map(|(path, item)| {
        let methods = METHODS.iter().filter(|method| item[**method].is_object());
        methods.map(move |method| (format!("{method} {path}"), &item[*method]))
    })
}

fn parameters(document: &Value, operation: &Value, place: &str) -> BTreeSet<String> {
    let list = operation["parameters"].as_array().into_iter().flatten().map(|parameter| resolved(document, parameter));
    list.filter(|parameter| parameter["in"] == place)
        .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
        .collect()
}

fn body<'a>(document: &'a Value, operation: &'a Value) -> &'a Value {
    let body = resolved(document, &operation["requestBody"]);
    assert_eq!(body["required"], true, "{}", operation["operationId"]);
    &body["content"]["application/scim+json"]["schema"]
}

on_both_databases! {
    fn swagger_ui_is_served_without_a_token_and_loads_nothing_from_elsewhere(server) {
        let page = open(server, "/docs");
        assert_eq!(page.media_type(), Some("text/html"));
        let html = page.text();
        assert!(html.contains("swagger-ui") || html.contains("SwaggerUI"), "this is no Swagger UI");
        for (at, _) in html.match_indices("src=").chain(html.match_indices("href=")) {
            let value: String = html[at..].chars().skip_while(|char| *char != '=').skip(1).take(60).collect();
            let target = value.trim_start_matches(['"', '\'']);
            let absolute = target.starts_with("http:") || target.starts_with("https:") || target.starts_with("//");
            let quoted = value.starts_with(['"', '\'']);
            // A tag loads; code within a script that builds such a tag from data does not.
            let tag = html[..at].rfind('<').map_or("", |open| &html[open..at]);
            let loads = ["<script", "<link", "<img", "<iframe"].iter().any(|name| tag.starts_with(name));
            assert!(!(quoted && absolute && loads && tag.len() < 300), "the page loads {target}");
        }
        for word in ["@import url(http", "@import \"http", "url(http", "url(\"http", "url('http"] {
            assert!(!html.contains(word), "the page loads by {word}");
        }
    }

    fn the_document_is_openapi_with_its_references_whole(server) {
        let document = document(server);
        assert!(document["openapi"].as_str().unwrap().starts_with("3."), "{}", document["openapi"]);
        assert_eq!(document["info"]["title"].as_str().map(|title| title.to_lowercase().contains("scim")), Some(true));
        let mut stack = vec![&document];
        let mut references = 0;
        while let Some(value) = stack.pop() {
            if value["$ref"].is_string() {
                references += 1;
                resolved(&document, value);
            }
            match value {
                Value::Array(values) => stack.extend(values),
                // `$ref` may also be the name of a property.
                Value::Object(map) => stack.extend(map.iter().filter(|(name, _)| *name != "example" && *name != "properties").map(|(_, value)| value)),
                _ => {}
            }
            if let Some(properties) = value["properties"].as_object() {
                stack.extend(properties.values());
            }
        }
        assert!(references > 10, "only {references} references: the document is not typed");
        for name in document["components"]["schemas"].as_object().unwrap().keys() {
            let fine = name.chars().all(|char| char.is_ascii_alphanumeric() || "._-".contains(char));
            assert!(fine, "{name} is no name of a component");
        }
    }

    fn the_document_has_the_typed_user_and_group(server) {
        let document = document(server);
        for (path, wanted) in [
            ("/Users", &["schemas", "userName", "name", "emails", "active", "password", "externalId", tests::scim::ENTERPRISE][..]),
            ("/Groups", &["schemas", "displayName", "members", "externalId"]),
        ] {
            let found = properties(&document, body(&document, operation(&document, path, "post")));
            for name in wanted {
                assert!(found.contains(*name), "POST {path} has no {name}: {found:?}");
            }
        }
        let user = resolved(&document, body(&document, operation(&document, "/Users", "post")));
        let required: Vec<&str> = user["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(required.contains(&"userName"), "{required:?}");
        let emails = resolved(&document, &user["properties"]["emails"]);
        assert_eq!(emails["type"], "array");
        assert!(properties(&document, &emails["items"]).contains("primary"));
        let answer = &operation(&document, "/Users/{id}", "get")["responses"]["200"];
        let answer = &resolved(&document, answer)["content"]["application/scim+json"]["schema"];
        let found = properties(&document, answer);
        assert!(found.contains("id") && found.contains("meta") && found.contains("groups"), "{found:?}");
    }

    /// The page may be opened as localhost, by address, or behind a proxy: its requests go where it came from.
    fn the_documented_server_is_relative(server) {
        let document = server.send_absolute(Request::new("GET", "/docs/openapi.json").anonymous()).expect(200).json();
        assert_eq!(document["servers"], json!([{ "url": "/scim/v2" }]));
    }

    fn every_operation_is_named_described_secured_and_lists_its_answers(server) {
        let document = document(server);
        let mut ids = BTreeSet::new();
        let mut count = 0;
        for (path, item) in document["paths"].as_object().unwrap() {
            for method in METHODS.iter().filter(|method| item[**method].is_object()) {
                let operation = &item[*method];
                let name = format!("{method} {path}");
                count += 1;
                let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{name} has no operationId"));
                assert!(ids.insert(id.to_owned()), "{id} is used twice");
                assert!(operation["summary"].is_string() || operation["description"].is_string(), "{name}");
                // What tells a client how to get a token needs none (RFC 7643 §5).
                let open = path.ends_with("/ServiceProviderConfig");
                let secured = operation["security"].as_array().or(document["security"].as_array()).is_some();
                assert!(secured != open, "{name}: secured is {secured}");
                let responses = operation["responses"].as_object().unwrap();
                let mut wanted = vec!["401", "500"];
                match *method {
                    "post" if path.ends_with("ers") || path.ends_with("oups") => wanted.extend(["201", "400", "409", "413", "415"]),
                    "put" => wanted.extend(["200", "400", "404", "409", "412", "413", "415"]),
                    "patch" => wanted.extend(["400", "404", "409", "412", "413", "415"]),
                    "delete" => wanted.extend(["204", "404", "412"]),
                    "get" if path.ends_with('}') && path.contains("ers/") => wanted.extend(["200", "304", "404"]),
                    _ => {}
                }
                for status in wanted {
                    assert!(responses.contains_key(status), "{name} does not list {status}: {:?}", responses.keys());
                }
            }
        }
        assert!(count >= 16, "only {count} operations");
    }

    fn every_parameter_is_listed(server) {
        let document = document(server);
        for endpoint in ["/Users", "/Groups"] {
            let names = parameters(&document, operation(&document, endpoint, "get"), "query");
            for name in ["filter", "sortBy", "sortOrder", "startIndex", "count", "attributes", "excludedAttributes"] {
                assert!(names.contains(name), "GET {endpoint} has no {name}: {names:?}");
            }
            let one = format!("{endpoint}/{{id}}");
            for method in ["put", "patch", "delete"] {
                let headers = parameters(&document, operation(&document, &one, method), "header");
                assert!(headers.iter().any(|name| name.eq_ignore_ascii_case("if-match")), "{method} {one}: {headers:?}");
            }
            let headers = parameters(&document, operation(&document, &one, "get"), "header");
            assert!(headers.iter().any(|name| name.eq_ignore_ascii_case("if-none-match")), "{headers:?}");
            for (path, method) in [(endpoint, "post"), (one.as_str(), "get"), (one.as_str(), "put"), (one.as_str(), "patch")] {
                let names = parameters(&document, operation(&document, path, method), "query");
                assert!(names.contains("attributes") && names.contains("excludedAttributes"), "{method} {path}: {names:?}");
            }
        }
    }

    /// 7644-3.8-05b: who accepts plain JSON alone gets it, and can read so in the document.
    fn every_answer_with_a_body_is_documented_in_both_media_types(server) {
        let document = document(server);
        let mut bodies = 0;
        for (name, operation) in operations(&document) {
            for (status, response) in operation["responses"].as_object().unwrap() {
                let Some(content) = response["content"].as_object().filter(|content| !content.is_empty()) else { continue };
                bodies += 1;
                let types: BTreeSet<&str> = content.keys().map(String::as_str).collect();
                assert!(types.into_iter().eq(["application/json", "application/scim+json"]), "{name} {status}");
            }
        }
        assert!(bodies > 100, "only {bodies} answers with a body");
        let asked = Request::new("GET", "/scim/v2/ServiceProviderConfig").anonymous().header("Accept", "application/json");
        assert_eq!(server.send_absolute(asked).expect(200).media_type(), Some("application/json"));
    }

    /// 7643-2.5-01, 7644-3.9-02b: a null is sent for no value and never answered; an answer may be a part of a resource, and
    /// what is writeOnly is in none.
    fn what_is_sent_and_what_is_answered_have_components_of_their_own(server) {
        let document = document(server);
        let sent = resolved(&document, body(&document, operation(&document, "/Users", "post")));
        assert_eq!(sent["required"], json!(["schemas", "userName"]));
        for name in ["displayName", "emails", "name", "password", tests::scim::ENTERPRISE] {
            assert_eq!(sent["properties"][name]["nullable"], true, "{name}");
        }
        for name in ["schemas", "userName"] {
            assert!(sent["properties"][name]["nullable"].is_null(), "{name}");
        }
        for (path, method, status) in [("/Users", "post", "201"), ("/Users/{id}", "get", "200"), ("/Users/{id}", "patch", "200")] {
            let answer = &operation(&document, path, method)["responses"][status]["content"]["application/scim+json"]["schema"];
            let answer = resolved(&document, answer);
            assert_eq!(answer["required"], json!(["schemas", "id"]), "{method} {path}");
            assert!(answer["properties"]["password"].is_null(), "{method} {path}");
            assert!(!answer.to_string().contains("nullable"), "{method} {path}");
        }
        let list = &operation(&document, "/Users", "get")["responses"]["200"]["content"]["application/scim+json"]["schema"];
        let items = &resolved(&document, list)["properties"]["Resources"]["items"];
        assert_eq!(resolved(&document, items)["required"], json!(["schemas", "id"]));
        assert_eq!(items["$ref"], "#/components/schemas/UserResponse");
    }

    /// 7643-3-04: `schemas` holds the URNs of the resource type, and no others.
    fn the_urns_that_schemas_may_hold_are_documented(server) {
        let document = document(server);
        let user = resolved(&document, body(&document, operation(&document, "/Users", "post")));
        assert_eq!(user["properties"]["schemas"]["items"]["enum"], json!([tests::scim::USER, tests::scim::ENTERPRISE]));
        assert_eq!(user["properties"]["schemas"]["minItems"], 1);
    }

    /// A client that knows no more than the document sees which types `/Me` and queries over all types speak of.
    fn where_any_type_may_be_each_type_is_named(server) {
        let document = document(server);
        let types = |schema: &Value| -> Vec<String> {
            schema["anyOf"].as_array().unwrap().iter().map(|one| one["$ref"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()).collect()
        };
        let mut sent = types(body(&document, operation(&document, "/Me", "put")));
        sent.sort();
        assert_eq!(sent, ["Group", "User"]);
        let answer = |path, method| &operation(&document, path, method)["responses"]["200"]["content"]["application/scim+json"]["schema"];
        let found = resolved(&document, answer("/.search", "post"));
        for schema in [answer("/Me", "get"), answer("/Me", "patch"), &found["properties"]["Resources"]["items"]] {
            let mut answered = types(schema);
            answered.sort();
            assert_eq!(answered, ["GroupResponse", "UserResponse"]);
        }
    }

    /// 7644-3.12-01, 7644-3.5.2-02: a message is known by its URN, so the document says which.
    fn every_message_is_documented_with_its_urn_and_what_it_must_hold(server) {
        let document = document(server);
        let schemas = &document["components"]["schemas"];
        for (name, message) in [
            ("SearchRequest", "SearchRequest"), ("PatchOp", "PatchOp"), ("BulkRequest", "BulkRequest"), ("BulkResponse", "BulkResponse"),
            ("Error", "Error"), ("ListResponse_UserResponse", "ListResponse"), ("ListResponse_any", "ListResponse"),
        ] {
            let urns = &schemas[name]["properties"]["schemas"];
            assert_eq!(urns["minItems"], 1, "{name}");
            let pattern = urns["items"]["pattern"].as_str().unwrap_or_else(|| panic!("{name} has no URN"));
            assert_eq!(pattern.replace('\\', ""), format!("^urn:ietf:params:scim:api:messages:2.0:{message}$"));
        }
        assert_eq!(schemas["PatchOperation"]["properties"]["op"]["pattern"], "^(add|replace|remove)$");
        assert_eq!(schemas["SearchRequest"]["properties"]["sortOrder"]["pattern"], "^(ascending|descending)$");
        assert_eq!(schemas["BulkRequest"]["properties"]["failOnErrors"]["minimum"].as_f64(), Some(1.0));
        for name in ["PatchOp", "BulkRequest"] {
            assert_eq!(schemas[name]["properties"]["Operations"]["minItems"], 1, "{name}");
        }
    }

    /// 7643-2.5-01: what may be left out may be null, and is in the document so.
    fn a_null_is_documented_where_it_is_taken(server) {
        let document = document(server);
        let schemas = &document["components"]["schemas"];
        for name in ["SearchRequest", "PatchOperation", "BulkOperation", "BulkRequest"] {
            let required: Vec<&str> = schemas[name]["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            for (property, schema) in schemas[name]["properties"].as_object().unwrap() {
                assert_eq!(schema["nullable"] == true, !required.contains(&property.as_str()), "{name}.{property}");
            }
        }
        assert_eq!(schemas["User"]["properties"]["emails"]["items"]["nullable"], true);
        let user = json!({ "schemas": [tests::scim::USER], "userName": tests::scim::unique("null"), "emails": [null], "name": null });
        let created = server.post("/Users", &user).expect(201).json();
        assert!(created["emails"].is_null() && created["name"].is_null(), "{created}");
        let mut search = json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"] });
        for property in schemas["SearchRequest"]["properties"].as_object().unwrap().keys().filter(|name| *name != "schemas") {
            search[property] = Value::Null;
        }
        server.post("/Users/.search", &search).expect(200);
    }

    /// 7644-3.14-02a: the headers that an answer always has are documented as such.
    fn the_headers_of_every_answer_are_documented_as_required(server) {
        let document = document(server);
        let one = ["ETag", "Location"];
        let shown = ["Content-Location", "ETag", "Location"];
        for (path, method, status, wanted) in [
            ("/Users", "post", "201", &shown[..]), ("/Users/{id}", "get", "200", &shown), ("/Users/{id}", "get", "304", &one),
            ("/Users/{id}", "put", "200", &shown), ("/Groups/{id}", "patch", "200", &shown), ("/Groups/{id}", "patch", "204", &one),
            ("/Me", "get", "200", &shown), ("/Me", "patch", "204", &one), ("/Users/{id}", "delete", "204", &[]),
            ("/Users", "get", "200", &[]), ("/Schemas", "get", "200", &[]), ("/Bulk", "post", "401", &["WWW-Authenticate"]),
            ("/Users", "get", "503", &["Retry-After"]),
        ] {
            let headers = &operation(&document, path, method)["responses"][status]["headers"];
            let names: BTreeSet<&str> = headers.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names.into_iter().collect::<Vec<_>>(), wanted, "{method} {path} {status}");
            assert!(wanted.iter().all(|name| headers[*name]["required"] == true), "{method} {path} {status}: {headers}");
        }
        let user = server.post("/Users", &tests::scim::user(&tests::scim::unique("headers"))).expect(201);
        let etag = user.header("etag").unwrap();
        let id = user.json()["id"].as_str().unwrap().to_owned();
        for response in [&user, &server.get(&format!("/Users/{id}")).expect(200)] {
            assert!(shown.iter().all(|name| response.header(name).is_some()), "{:?}", response.status);
        }
        let same = server.send(Request::new("GET", format!("/Users/{id}")).header("If-None-Match", etag)).expect(304);
        assert!(one.iter().all(|name| same.header(name).is_some()));
    }

    /// An empty string is no value where one is required.
    fn what_is_required_is_documented_as_not_empty(server) {
        let document = document(server);
        for (path, name) in [("/Users", "userName"), ("/Groups", "displayName")] {
            let sent = resolved(&document, body(&document, operation(&document, path, "post")));
            assert_eq!(sent["properties"][name]["minLength"], 1, "{path}");
            let mut resource = sent["example"].clone();
            resource[name] = "".into();
            server.post(path, &resource).expect(400);
        }
        assert!(document["components"]["schemas"]["User"]["properties"]["nickName"]["minLength"].is_null());
    }

    /// 7643-5-02, 7643-6-02, 7643-7-01b: what discovery answers is typed as everything else is.
    fn the_discovery_documents_are_typed(server) {
        let document = document(server);
        let answer = |path: &str| {
            let schema = &operation(&document, path, "get")["responses"]["200"]["content"]["application/scim+json"]["schema"];
            resolved(&document, schema)
        };
        let config = answer("/ServiceProviderConfig");
        let wanted = ["authenticationSchemes", "bulk", "changePassword", "etag", "filter", "meta", "pagination", "patch", "schemas", "sort"];
        let required = config["required"].as_array().unwrap();
        assert!(wanted.iter().all(|name| required.contains(&json!(name))), "{required:?}");
        // Every word of what is served has its place in the document.
        let served = server.get("/ServiceProviderConfig").expect(200).json();
        let documented = properties(&document, config);
        assert!(served.as_object().unwrap().keys().all(|name| documented.contains(name)), "{documented:?}");

        for (list, one, name) in [("/ResourceTypes", "/ResourceTypes/{id}", "ResourceType"), ("/Schemas", "/Schemas/{id}", "Schema")] {
            let items = &resolved(&document, &answer(list)["properties"]["Resources"]["items"]);
            assert_eq!(*items, answer(one), "{list}");
            let pattern = items["properties"]["schemas"]["items"]["pattern"].as_str().unwrap().replace('\\', "");
            assert_eq!(pattern, format!("^urn:ietf:params:scim:schemas:core:2.0:{name}$"));
            let documented = properties(&document, items);
            for served in server.get(list).expect(200).json()["Resources"].as_array().unwrap() {
                assert!(served.as_object().unwrap().keys().all(|name| documented.contains(name)), "{list}: {served}");
            }
            let statuses = |path| operation(&document, path, "get")["responses"].as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
            assert!(statuses(list).contains("403") && !statuses(list).contains("404"), "{list}");
            assert!(statuses(one).contains("404") && !statuses(one).contains("403"), "{one}");
        }
        let attribute = &document["components"]["schemas"]["SchemaAttribute"]["properties"];
        assert_eq!(attribute["subAttributes"]["items"]["$ref"], "#/components/schemas/SchemaAttribute");
        let types = resolved(&document, &attribute["type"]["allOf"][0]);
        assert_eq!(types["enum"].as_array().unwrap().len(), 8, "{types}");
    }

    fn the_authorize_button_has_a_bearer_scheme(server) {
        let document = document(server);
        let schemes = document["components"]["securitySchemes"].as_object().unwrap();
        assert!(schemes.values().any(|scheme| scheme["type"] == "http" && scheme["scheme"] == "bearer"), "{schemes:?}");
    }

    /// What a document has as an example is shown as it stands.
    fn a_declared_example_is_shown(server) {
        let shown = &document(server)["components"]["schemas"]["User"]["example"];
        let declared: Value = serde_json::from_str(include_str!("../../../schemas/resource-types/user.json")).unwrap();
        let mut expected = declared["urn:scimd:params:2.0:Example"].clone();
        assert_eq!(expected["emails"][0]["value"], "bjensen@example.com");
        expected["schemas"] = json!(["urn:ietf:params:scim:schemas:core:2.0:User", tests::scim::ENTERPRISE]);
        assert_eq!(*shown, expected);
    }

    /// An example that the server itself would refuse teaches the wrong thing.
    fn the_examples_of_bodies_are_accepted(server) {
        let document = document(server);
        for (path, key) in [("/Users", "userName"), ("/Groups", "displayName")] {
            let operation = operation(&document, path, "post");
            let media = &resolved(&document, &operation["requestBody"])["content"]["application/scim+json"];
            let schema = resolved(&document, &media["schema"]);
            let named = media["examples"].as_object().and_then(|examples| examples.values().next()).map(|example| &example["value"]);
            let example = [Some(&media["example"]), named, Some(&schema["example"])].into_iter().flatten().find(|example| example.is_object());
            let mut example = example.unwrap_or_else(|| panic!("POST {path} has no example")).clone();
            example[key] = tests::scim::unique("example").into();
            server.post(path, &example).expect(201);
        }
    }

    fn the_page_and_the_document_are_not_sent_again_when_they_are_known(server) {
        for path in ["/docs", "/docs/openapi.json"] {
            let first = open(server, path);
            if let Some(tag) = first.header("etag") {
                let again = server.send_absolute(Request::new("GET", path).anonymous().header("If-None-Match", tag));
                assert_eq!(again.status, 304, "{path}");
            }
        }
    }
}
