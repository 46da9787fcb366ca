// The characteristics of RFC 7643 §2.2 and §7 that no core attribute has, on a resource type of the golden case.

use scimd::{
    scim::{
        error::{Error, ErrorKind},
        projection::{Projection, names},
    },
    service::{Caller, answer::Answer, resources::Conditions},
    store::{Org, table::Table},
};
use serde_json::{Value, json};

const DEVICE: &str = "urn:example:2.0:Device";
const RACK: &str = "urn:example:2.0:ext:Rack";
const PATCH_OP: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// A service over a fresh database with the tables of the case, and one resource type of it.
struct Custom {
    service: Service,
    store: Store,
    table: &'static Table,
    path: std::path::PathBuf,
}

impl Custom {
    async fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("scimd-{test}-{}.db", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let setting = format!("sqlite:{}", path.display());
        let database = Database::open(&setting).await.unwrap();
        database.evolve(Prepare::new(DbBackend::Sqlite, store::generated::TABLES)).await.unwrap();
        database.close().await;
        let store = Store::open(&setting).await.unwrap();
        let table = store::generated::TABLES.iter().find(|table| table.resource_type.name == "Device").unwrap();
        let service = Service::new(store.clone(), Clock::system(), Options::default()).await.unwrap();
        Self { service, store, table, path }
    }

    fn projection(&self, attributes: &str) -> Projection {
        let names = names(attributes);
        Projection::new(self.table.resource_type, Some(&names), None).unwrap()
    }

    async fn post(&self, org: i64, body: &Value) -> Result<Value, Error> {
        let projection = self.projection("");
        let body = body.to_string();
        self.service.create(&caller(org), self.table, body.as_bytes(), &projection).await.map(|answer| json_of(&answer))
    }

    async fn get(&self, id: &str, attributes: &str) -> Value {
        let (caller, projection) = (caller(1), self.projection(attributes));
        let read = self.service.read(&caller, self.table, id, Conditions::default(), &projection);
        json_of(&read.await.unwrap())
    }

    async fn put(&self, id: &str, body: &Value) -> Result<Value, Error> {
        let (caller, projection, body) = (caller(1), self.projection(""), body.to_string());
        let conditions = Conditions::default();
        let put = self.service.replace(&caller, self.table, id, conditions, body.as_bytes(), &projection);
        put.await.map(|answer| json_of(&answer))
    }

    async fn patch(&self, id: &str, op: &str, path: &str, value: Value) -> Result<Value, Error> {
        let body = json!({ "schemas": [PATCH_OP], "Operations": [{ "op": op, "path": path, "value": value }] }).to_string();
        let (caller, projection, conditions) = (caller(1), self.projection(""), Conditions::default());
        let patch = self.service.patch(&caller, self.table, id, conditions, body.as_bytes(), (&projection, true));
        patch.await.map(|answer| json_of(&answer))
    }

    async fn close(self) {
        self.store.database().close().await;
        let _ = std::fs::remove_file(&self.path);
    }
}

fn caller(org: i64) -> Caller {
    Caller::local(Org(org), "http://h/scim/v2")
}

fn json_of(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap()
}

/// A device with more attributes.
fn device(more: Value) -> Value {
    let mut body = json!({ "schemas": [DEVICE, RACK], "type": "switch", "self": true, RACK: { "row": 1 } });
    body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
    body
}

fn refused(result: Result<Value, Error>, kind: ErrorKind, word: &str) {
    let error = result.unwrap_err();
    assert!(error.kind == kind && error.detail.contains(word), "{error}");
}

/// 7643-3.1-01, 7643-3.1-04: though the schema lists `id`, and as writable
#[tokio::test(flavor = "multi_thread")]
async fn a_resource_of_a_custom_type_has_the_common_attributes() {
    let custom = Custom::new("common").await;
    let made = custom.post(1, &device(json!({ "id": "mine", "externalId": "e-1" }))).await.unwrap();
    let id = made["id"].as_str().unwrap();
    assert_ne!(id, "mine");
    assert_eq!((&made["externalId"], &made["meta"]["resourceType"]), (&json!("e-1"), &json!("Device")));
    assert_eq!(made["meta"]["location"], json!(format!("http://h/scim/v2/Devices/{id}")));
    assert_eq!(made["meta"]["created"], made["meta"]["lastModified"]);
    let put = custom.put(id, &device(json!({ "id": "other" }))).await.unwrap();
    assert_eq!(put["id"], made["id"]);
    assert_eq!(custom.get(id, "").await, put);
    custom.close().await;
}

/// 7643-6-14, 7643-8.7.2-03
#[tokio::test(flavor = "multi_thread")]
async fn a_required_extension_must_be_there() {
    let custom = Custom::new("extension").await;
    let bare = json!({ "schemas": [DEVICE], "type": "switch", "self": true });
    refused(custom.post(1, &bare).await, ErrorKind::InvalidValue, RACK);
    refused(custom.post(1, &device(json!({ RACK: {} }))).await, ErrorKind::InvalidValue, RACK);
    let made = custom.post(1, &device(json!({}))).await.unwrap();
    assert_eq!(made["schemas"], json!([DEVICE, RACK]));
    let id = made["id"].as_str().unwrap();
    refused(custom.put(id, &bare).await, ErrorKind::InvalidValue, RACK);
    refused(custom.patch(id, "remove", RACK, Value::Null).await, ErrorKind::Mutability, RACK);
    assert_eq!(custom.get(id, "").await, made);
    custom.close().await;
}

/// 7643-2.3.4-01, 7643-2.3.5-01a, 7643-2.3.5-01b, 7643-2.3.5-02
#[tokio::test(flavor = "multi_thread")]
async fn integers_and_dates_have_their_form() {
    let custom = Custom::new("form").await;
    for (name, text) in [
        ("gen", "1.5"),
        ("gen", "1.0"),
        ("gen", "1e2"),
        ("gen", "\"1\""),
        ("bootedAt", "\"2024-13-01T00:00:00Z\""),
        ("bootedAt", "\"2024-02-30T00:00:00Z\""),
        ("bootedAt", "\"2024-01-01\""),
        ("bootedAt", "\"10:00:00Z\""),
        ("bootedAt", "1700000000"),
    ] {
        let mut body = device(json!({ name: "replaced" })).to_string();
        body = body.replace("\"replaced\"", text);
        let projection = custom.projection("");
        let refusal = custom.service.create(&caller(1), custom.table, body.as_bytes(), &projection).await.err();
        let refusal = refusal.unwrap_or_else(|| panic!("{body} is taken"));
        assert!(refusal.kind == ErrorKind::InvalidValue && refusal.detail.starts_with(name), "{body}: {refusal}");
    }
    let fine = device(json!({ "gen": 100, "scores": [-1], "bootedAt": "2008-01-23T04:56:22Z" }));
    let made = custom.post(1, &fine).await.unwrap();
    assert_eq!((made["gen"].to_string(), made["scores"].to_string()), ("100".to_owned(), "[-1]".to_owned()));
    assert_eq!(made["bootedAt"], fine["bootedAt"]);
    custom.close().await;
}

/// 7643-7-19, 7643-7-20
#[tokio::test(flavor = "multi_thread")]
async fn an_immutable_attribute_is_set_once() {
    let custom = Custom::new("immutable").await;
    let made = custom.post(1, &device(json!({ "fooBar": "a" }))).await.unwrap();
    let id = made["id"].as_str().unwrap();
    refused(custom.put(id, &device(json!({ "fooBar": "b" }))).await, ErrorKind::Mutability, "fooBar");
    for op in ["add", "replace", "remove"] {
        let value = if op == "remove" { Value::Null } else { json!("b") };
        refused(custom.patch(id, op, "fooBar", value).await, ErrorKind::Mutability, "fooBar");
    }
    assert_eq!(custom.get(id, "").await, made);
    assert_eq!(custom.put(id, &device(json!({ "fooBar": "a" }))).await.unwrap(), made);
    assert_eq!(custom.patch(id, "replace", "fooBar", json!("a")).await.unwrap(), made);

    let unset = custom.post(1, &device(json!({}))).await.unwrap();
    let id = unset["id"].as_str().unwrap();
    let put = custom.put(id, &device(json!({ "fooBar": "late" }))).await.unwrap();
    assert_eq!(put["fooBar"], json!("late"));
    refused(custom.put(id, &device(json!({ "fooBar": "later" }))).await, ErrorKind::Mutability, "fooBar");
    custom.close().await;
}

/// 7643-7-x1, 7643-7-21, 7643-7-22
#[tokio::test(flavor = "multi_thread")]
async fn returned_decides_every_answer() {
    let custom = Custom::new("returned").await;
    let made = custom.post(1, &device(json!({ "foo-bar": "f", "pin": "1234", "match": { "value": "v", "token": "t" } }))).await.unwrap();
    let id = made["id"].as_str().unwrap();
    assert_eq!(made["foo-bar"], json!("f"), "the request has set it");
    assert_eq!(custom.get(id, "").await.get("foo-bar"), None);
    let asked = custom.get(id, "foo-bar,pin,match.token").await;
    assert_eq!(asked, json!({ "schemas": [DEVICE, RACK], "id": id, "foo-bar": "f" }));
    let other = custom.patch(id, "replace", "load", json!(0.5)).await.unwrap();
    assert_eq!((other.get("foo-bar"), &other["load"]), (None, &json!(0.5)));
    assert_eq!(custom.patch(id, "replace", "foo-bar", json!("g")).await.unwrap()["foo-bar"], json!("g"));
    let before = custom.get(id, "").await;
    for (path, value) in [("pin", "5678"), ("match.token", "u")] {
        let after = custom.patch(id, "replace", path, json!(value)).await.unwrap();
        assert_ne!(after["meta"]["version"], before["meta"]["version"], "a writeOnly value may change at any time");
        assert_eq!((after.get("pin"), after["match"].get("token")), (None, None));
        assert_eq!(after["match"]["value"], json!("v"));
    }
    custom.close().await;
}

/// 7643-7-26b, 7643-7-28
#[tokio::test(flavor = "multi_thread")]
async fn a_globally_unique_value_is_unique_over_all_organisations() {
    let custom = Custom::new("global").await;
    custom.post(1, &device(json!({ "gen": 7 }))).await.unwrap();
    for org in [1, 2] {
        refused(custom.post(org, &device(json!({ "gen": 7 }))).await, ErrorKind::Uniqueness, "gen");
    }
    custom.post(2, &device(json!({ "gen": 8 }))).await.unwrap();
    custom.close().await;
}
