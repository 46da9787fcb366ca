//! What Swagger shows of every resource type.

use tests::{http::Request, on_both_databases};

use crate::kinds::kinds;

on_both_databases! {
    /// An example that the server itself would refuse teaches the wrong thing.
    fn the_example_of_every_resource_type_is_accepted(server) {
        let document = server.send_absolute(Request::new("GET", "/docs/openapi.json").anonymous()).expect(200).json();
        for kind in &kinds(server) {
            let example = &document["components"]["schemas"][&kind.name]["example"];
            let created = server.post(&kind.endpoint, example).expect(201).json();
            for (name, value) in example.as_object().unwrap() {
                assert!(!value.is_null() && !created[name].is_null(), "{}: {name} of {example}", kind.name);
            }
        }
    }
}
