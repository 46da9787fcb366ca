//! Clauses on filters that the tables of `filter` do not show (RFC 7644 §3.4.2.2).

use serde_json::{Value, json};
use tests::scim::*;
use tests::{Server, on_both_databases};

/// Whether a filter selects that user among all others.
#[track_caller]
fn selects(server: &Server, user: &Value, filter: &str) -> bool {
    let found = resources(filtered(server, "/Users", &format!("id eq {} and ({filter})", user["id"])));
    assert!(found.len() <= 1, "{filter}");
    assert!(found.iter().all(|found| found == user), "{filter}");
    found.len() == 1
}

on_both_databases! {
    from tests::server::strict;

    /// 7644-3.4.2.2-22: with every operator
    fn case_exact_decides_whatever_the_operator(server) {
        let user = create_user(server, json!({ "externalId": "abC-1", "nickName": "abC-1", "profileUrl": "https://x.example/abC" }));
        for operator in ["eq", "co", "sw", "ew", "ge", "le"] {
            assert!(selects(server, &user, &format!("nickName {operator} \"ABc-1\"")), "{operator}");
            assert!(selects(server, &user, &format!("externalId {operator} \"abC-1\"")), "{operator}");
        }
        assert!(!selects(server, &user, "nickName ne \"ABC-1\""));
        assert!(selects(server, &user, "externalId ne \"ABC-1\""));
        for operator in ["eq", "co", "sw", "ew"] {
            assert!(!selects(server, &user, &format!("externalId {operator} \"ABc-1\"")), "{operator}");
            assert!(!selects(server, &user, &format!("profileUrl {operator} \"HTTPS://X.example/abC\"")), "{operator}");
        }
        // "abC-1" lies between "ABc-1" and "abc-1" by its characters, and is equal to both when case is folded.
        assert!(selects(server, &user, "externalId gt \"ABc-1\" and externalId lt \"abc-1\""));
        assert!(!selects(server, &user, "nickName gt \"ABc-1\" or nickName lt \"abc-1\""));
    }

    /// 7644-3.4.2.2-x2: an instant has many spellings
    fn dates_are_compared_as_instants(server) {
        let user = create_user(server, json!({}));
        let created = user["meta"]["created"].as_str().unwrap();
        assert!(selects(server, &user, &format!("meta.created eq \"{}+00:00\"", created.trim_end_matches('Z'))));
        assert!(selects(server, &user, &format!("meta.created eq \"{}000Z\"", created.trim_end_matches('Z'))));
        assert!(selects(server, &user, &format!("meta.created ge \"{created}\" and meta.created le \"{created}\"")));
        assert!(!selects(server, &user, &format!("meta.created gt \"{created}\" or meta.created lt \"{created}\"")));
        // Later by its text, earlier by its instant.
        assert!(selects(server, &user, "meta.created gt \"2020-01-02T00:00:00+14:00\" and meta.created lt \"2999-01-01T00:00:00-12:00\""));
    }

    /// 7644-3.4.2.2-06, 7644-3.4.2.2-16: and the detail points at the place
    fn a_filter_is_refused_at_the_place_where_it_goes_wrong(server) {
        for (filter, word) in [
            ("userName", "expected"),
            ("userName eq", "expected"),
            ("userName eq alice", "13"),
            ("userName eq \"a\" and", "expected"),
            ("userName eq \"a\" or (title pr", "expected"),
        ] {
            assert_scim_error_about(&filtered(server, "/Users", filter), 400, "invalidFilter", word);
        }
        assert_scim_error(&filtered(server, "/Users", "userName  pr"), 400, "invalidFilter");
    }

    /// 7644-3.4.2.2-16: an example of the RFC and identity providers write it so
    fn an_operator_and_its_text_need_no_blank_between_them(server) {
        let user = create_user(server, json!({ "emails": [{ "value": "w", "type": "work" }, { "value": "h", "type": "home" }] }));
        assert!(selects(server, &user, "emails.value eq\"w\""));
        assert!(!selects(server, &user, "emails.value eq\"x\""));
    }

    /// 7644-3.10-01a, 7644-3.10-01b, 7644-3.10-x1
    fn a_name_is_found_with_its_urn_and_without_in_filters_paths_and_projections(server) {
        let before = create_user(
            server,
            json!({ "name": { "givenName": "G" }, ENTERPRISE: { "employeeNumber": "7", "manager": { "value": "m" } } }),
        );
        let path = format!("/Users/{}", id_of(&before));
        let own = json!({ "schemas": before["schemas"], "id": before["id"] });
        for (schema, name, shown) in [
            (USER, "name.givenName", json!({ "name": { "givenName": "G" } })),
            (ENTERPRISE, "employeeNumber", json!({ ENTERPRISE: { "employeeNumber": "7" } })),
            (ENTERPRISE, "manager.value", json!({ ENTERPRISE: { "manager": { "value": "m" } } })),
        ] {
            let qualified = format!("{schema}:{name}");
            for notation in [name, &name.to_uppercase(), &qualified, &qualified.to_uppercase()] {
                let user = get_user(server, &id_of(&before));
                assert!(selects(server, &user, &format!("{notation} pr")), "{notation}");
                let found = server.get(&format!("{path}?attributes={notation}")).expect(200).json();
                assert_eq!(found, merged(own.clone(), shown.clone()), "{notation}");
                let changed = server.patch(&path, &operation("replace", notation, json!("new"))).expect(200).json();
                assert!(selects(server, &changed, &format!("{notation} eq \"new\"")), "{notation}");
                server.put(&path, &before).expect(200);
            }
        }
    }

    /// 7644-3.12-09
    fn a_filter_for_presence_alone_is_answered_in_pages(server) {
        create_users(server, 3);
        let list = server.get("/Users?filter=userName%20pr&count=2").expect(200).json();
        assert!(list["totalResults"].as_u64() >= Some(3), "{list}");
        assert_eq!(list["itemsPerPage"], json!(2));
    }

    /// 7644-7.7-01: for filters, see also `filter`; for values, paths and names
    fn what_clients_send_is_never_part_of_a_statement(server) {
        let evil = "x'); DELETE FROM \"users\"; --\"\\%_";
        let user = create_user(server, json!({ "nickName": evil, "name": { "familyName": evil } }));
        let quoted = json!(evil).to_string();
        assert!(selects(server, &user, &format!("nickName eq {quoted}")));
        assert!(selects(server, &user, &format!("name.familyName co {quoted}")));
        assert!(!selects(server, &user, "nickName eq \"x\" or nickName eq \"x') OR ('1'='1\""));
        for target in ["/Users?sortBy=userName'%20--", "/Users?sortBy=id);--", "/Users?filter=userName'%20pr"] {
            assert_eq!(server.get(target).status, 400, "{target}");
        }
        let path = format!("/Users/{}", id_of(&user));
        let response = server.patch(&path, &operation("replace", "nickName'; --", json!("x")));
        assert_scim_error(&response, 400, "invalidPath");
        assert_unchanged(server, "/Users", &user);
    }
}
