//! What Swagger shows of every resource type.

use tests::{http::Request, on_both_databases};

use crate::kinds::kinds;

on_both_databases! {
    /// An example that the server itself would refuse teaches the wrong thing.
    fn the_example_of_every_resource_type_is_accepted(server) {
        let document = server.send_absolute(Request::new("GET", "/docs/openapi.json").anonymous()).expect(200).json();
        for kind in &kinds(server) {
            let example = &document["components"]["schemas"][&kind.name]["example"];
            let values = example.as_object().unwrap_or_else(|| panic!("{} has no example", kind.name));
            let own = kind.attributes.iter().filter(|attribute| attribute.extension.is_none());
            let has_some = own.skip(1).any(|attribute| !attribute.is("mutability", "readOnly"));
            assert!(values.len() > usize::from(has_some) && values.values().all(|value| !value.is_null()), "{example}");
            server.post(&kind.endpoint, example).expect(201);
        }
    }
}
