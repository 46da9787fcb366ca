// The generated layers of one golden case, in the place that they have in a server. The including file names the case.

mod scim {
    pub use scimd::scim::{schema, value};

    pub mod generated {
        include!(concat!(env!("CARGO_MANIFEST_DIR"), "/../codegen/tests/golden/", case!(), "/expected/scim.rs"));
    }
}

mod store {
    pub use scimd::store::table;

    pub mod generated {
        include!(concat!(env!("CARGO_MANIFEST_DIR"), "/../codegen/tests/golden/", case!(), "/expected/store.rs"));
    }
}

mod api {
    pub use scimd::api::{App, Edge, openapi, resources};

    pub mod generated {
        include!(concat!(env!("CARGO_MANIFEST_DIR"), "/../codegen/tests/golden/", case!(), "/expected/api.rs"));
    }
}

use scimd::{
    clock::Clock,
    config::protection::Protection,
    scim::canonical::{self, Purpose},
    service::{Options, Service},
    store::{
        Store,
        database::{Cell, Database, Reach},
        ensure::Prepare,
    },
};
use sea_orm::{DbBackend, Statement};

#[tokio::test(flavor = "multi_thread")]
async fn its_tables_are_made_and_its_endpoints_are_documented() {
    let path = std::env::temp_dir().join(format!("scimd-golden-{}-{}.db", case!(), std::process::id()));
    let _ = std::fs::remove_file(&path);
    let setting = format!("sqlite:{}", path.display());
    let database = Database::open(&setting).await.unwrap();
    for _ in 0..2 {
        database.evolve(Prepare::new(DbBackend::Sqlite, store::generated::TABLES)).await.unwrap();
    }
    for table in store::generated::TABLES {
        let read = Statement::from_string(DbBackend::Sqlite, format!("SELECT COUNT(*) FROM \"{}\"", table.name));
        let rows = database.read(read, Reach::Point).await.unwrap();
        assert_eq!(rows[0].0, [Cell::Integer(0)], "{}", table.name);
    }
    database.close().await;

    let store = Store::open(&setting).await.unwrap();
    let service = Service::new(store.clone(), Clock::system(), Options::default()).await.unwrap();
    let bases = scimd::api::bases::Bases::new("http://h", &["/scim/v2".to_owned()]).unwrap();
    let app = api::App::new(service, bases, api::Edge::new(&Protection::default(), true).unwrap());
    let document = poem_openapi::OpenApiService::new(api::generated::apis(app), "golden", "0").spec();
    assert!(!scim::generated::SCHEMAS.is_empty());
    for kind in scim::generated::RESOURCE_TYPES {
        assert!(document.contains(&format!("\"{}/{{id}}\"", kind.endpoint)), "{}", kind.endpoint);
    }
    store.database().close().await;
    let _ = std::fs::remove_file(&path);
}

#[test]
fn a_canonical_resource_becomes_its_document_and_keys() {
    for table in store::generated::TABLES {
        let kind = table.resource_type;
        let required: String = kind
            .attributes
            .iter()
            .filter(|attribute| {
                use scim::schema::Role;
                attribute.required && matches!(attribute.role, Role::Plain | Role::Extension)
            })
            .map(|attribute| format!(r#","{}":{}"#, attribute.name, sample(attribute)))
            .collect();
        let body = format!(r#"{{"schemas":["{}"],"externalId":"e-1"{required}}}"#, kind.schema);
        let json = scimd::scim::json::parse(body.as_bytes()).unwrap();
        let root = canonical::resource(kind, json, Purpose::Create).unwrap_or_else(|error| panic!("{body}: {error}"));
        let encoded = (table.encode)(root);
        assert!(encoded.document.contains(r#""externalId":"e-1""#), "{}", encoded.document);
        assert_eq!(encoded.keys.len(), table.keys.len());
        assert_eq!(encoded.values.len(), table.values.len());
        assert_eq!(encoded.presence.len(), table.presence.len());
        let external_id = table.keys.iter().position(|key| key.name == "k_external_id").unwrap();
        assert_eq!(encoded.keys[external_id], sea_orm::Value::from("e-1"));
    }
}

/// A value that fits the attribute, as JSON.
fn sample(attribute: &'static scim::schema::Attribute) -> String {
    use scim::schema::DataType;
    let single = match attribute.data_type {
        DataType::Boolean => "true".to_owned(),
        DataType::Integer => "1".to_owned(),
        DataType::Decimal => "1.5".to_owned(),
        DataType::DateTime => r#""2026-01-31T12:00:00Z""#.to_owned(),
        DataType::Binary => r#""AAAA""#.to_owned(),
        DataType::Complex => {
            let subs: Vec<String> =
                attribute.sub_attributes.iter().map(|sub| format!(r#""{}":{}"#, sub.name, sample(sub))).collect();
            format!("{{{}}}", subs.join(","))
        }
        DataType::String | DataType::Reference => r#""x""#.to_owned(),
    };
    if attribute.multi_valued { format!("[{single}]") } else { single }
}
