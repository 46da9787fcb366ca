//! Filters (RFC 7644 §3.4.2.2) on a corpus of their own: each row is a filter and the users it selects.

use serde_json::json;
use tests::scim::*;
use tests::{Database, PerDatabase, Server, on_both_databases};

/// Six users, by their externalId; `f` has nothing but a name.
fn corpus(database: Database) -> &'static Server {
    static CORPUS: PerDatabase = PerDatabase::new();
    CORPUS.get(database, |server| {
        server.set_profile("strict");
        for body in [
            json!({
                "userName": "alice", "externalId": "a", "title": "Guide", "active": true,
                "name": { "givenName": "Alice", "familyName": "O'Malley" },
                "emails": [{ "value": "alice@work.example", "type": "work", "primary": true }, { "value": "a@home.example", "type": "home" }],
                ENTERPRISE: { "employeeNumber": "1", "department": "Tours", "manager": { "value": "boss" } },
            }),
            json!({
                "userName": "Bob", "externalId": "b", "title": "guide", "active": false,
                "name": { "givenName": "Bob" },
                "emails": [{ "value": "bob@work.example", "type": "work" }],
                ENTERPRISE: { "employeeNumber": "10" },
            }),
            json!({
                "userName": "carol", "externalId": "c", "title": "100% \"sure\" \\ _under", "active": true,
                "emails": [{ "value": "carol@home.example", "type": "home" }, { "value": "shared@work.example", "type": "other" }],
            }),
            json!({
                "userName": "dörte", "externalId": "d", "title": "Ångström", "displayName": "Straße",
                "x509Certificates": [{ "value": "AAAA" }], "profileUrl": "https://Example.com/D",
            }),
            json!({ "userName": "eve", "externalId": "E", "title": "", "active": false, "nickName": "日本", "emails": [] }),
            json!({ "userName": "frank", "externalId": "f" }),
        ] {
            server.post("/Users", &merged(json!({ "schemas": [USER] }), body)).expect(201);
        }
    })
}

/// The externalIds of the users that a filter selects, sorted and run together: `"abE"` is three users.
#[track_caller]
fn select(server: &Server, filter: &str) -> String {
    let found = resources(filtered(server, "/Users", filter));
    let mut ids: Vec<String> = found.iter().map(|user| user["externalId"].as_str().unwrap_or("?").to_owned()).collect();
    ids.sort_by_key(|id| id.to_lowercase());
    ids.concat()
}

#[track_caller]
fn selects(server: &Server, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(filter, expected)| {
            let found = select(server, filter);
            (found != *expected).then(|| format!("{filter}\n    expected {expected:?}, found {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[track_caller]
fn refuses(server: &Server, filters: &[&str]) {
    for filter in filters {
        let response = filtered(server, "/Users", filter);
        assert_eq!(response.status, 400, "{filter}: {response}");
        assert_scim_error(&response, 400, "invalidFilter");
    }
}

on_both_databases! {
    from corpus;

    /// 7644-3.4.2.2-01, 7644-3.4.2.2-03, 7644-3.4.2.2-04
    fn eq_and_ne(server) {
        selects(server, &[
            (r#"userName eq "alice""#, "a"),
            (r#"title eq "Guide""#, "ab"),
            (r#"title ne "guide""#, "cdEf"),
            (r#"active eq true"#, "ac"),
            (r#"active eq false"#, "bE"),
            (r#"active ne true"#, "bdEf"),
            (r#"userName eq "nobody""#, ""),
        ]);
    }

    /// 7644-3.4.2.2-x4
    fn co_sw_and_ew(server) {
        selects(server, &[
            (r#"userName co "o""#, "bc"),
            (r#"userName sw "a""#, "a"),
            (r#"userName ew "E""#, "adE"),
            (r#"userName sw "alice""#, "a"),
            (r#"userName ew "alice""#, "a"),
            (r#"userName co "alice""#, "a"),
            (r#"name.familyName co "O'Malley""#, "a"),
            (r#"emails.value ew "work.example""#, "abc"),
            (r#"nickName co "本""#, "E"),
        ]);
    }

    fn wildcards_quotes_and_backslashes_are_plain_characters(server) {
        selects(server, &[
            (r#"title co "%""#, "c"),
            (r#"title co "_""#, "c"),
            (r#"title sw "100% ""#, "c"),
            (r#"title co "\"sure\"""#, "c"),
            (r#"title co "\\""#, "c"),
            (r#"title co "\u005c""#, "c"),
            (r#"title co "' or 1=1 --""#, ""),
            (r#"title sw "_""#, ""),
            (r#"title ew "%""#, ""),
        ]);
    }

    /// 7644-3.4.2.2-x2
    fn gt_ge_lt_and_le_compare_text_by_its_folded_characters(server) {
        selects(server, &[
            (r#"userName gt "bob""#, "cdEf"),
            (r#"userName ge "bob""#, "bcdEf"),
            (r#"userName lt "bob""#, "a"),
            (r#"userName le "BOB""#, "ab"),
            (r#"externalId lt "a""#, "E"),
        ]);
    }

    /// 7644-3.4.2.2-x3: false is a value, "" and [] are none
    fn pr_is_true_of_what_has_a_value(server) {
        selects(server, &[
            ("title pr", "abcd"),
            ("active pr", "abcE"),
            ("emails pr", "abc"),
            ("name pr", "ab"),
            ("name.familyName pr", "a"),
            ("emails.primary pr", "a"),
            (&format!("{ENTERPRISE} pr"), "ab"),
            ("userName pr", "abcdEf"),
            ("not (title pr)", "Ef"),
        ]);
    }

    /// 7644-3.4.2.2-17, 7644-3.4.2.2-07, 7644-3.4.2.2-08, 7644-3.4.2.2-13a
    fn not_binds_before_and_and_and_before_or(server) {
        selects(server, &[
            (r#"userName eq "frank" or title eq "guide" and active eq true"#, "af"),
            (r#"(userName eq "frank" or title eq "guide") and active eq true"#, "a"),
            (r#"not (title eq "guide") and active eq true"#, "c"),
            (r#"not (title eq "guide" and active eq true)"#, "bcdEf"),
            (r#"title pr and active pr or userName sw "f""#, "abcf"),
            (r#"active eq true and active eq false"#, ""),
            (r#"not(userName sw "a")"#, "bcdEf"),
            (r#"not (not (userName sw "a"))"#, "a"),
        ]);
    }

    /// Two-valued: a value that is not there never takes a row out of `not` or `ne`.
    fn absent_values_are_in_the_complement(server) {
        selects(server, &[
            (r#"not (nickName eq "x")"#, "abcdEf"),
            (r#"nickName ne "x""#, "abcdEf"),
            (r#"not (emails.type eq "work")"#, "cdEf"),
            (r#"not (name.familyName co "x")"#, "abcdEf"),
            (r#"not (title gt "h")"#, "abcEf"),
            (r#"not (emails[type eq "work"])"#, "cdEf"),
        ]);
    }

    fn null_is_no_value(server) {
        selects(server, &[
            ("nickName eq null", "abcdf"),
            ("nickName ne null", "E"),
            ("emails eq null", "dEf"),
        ]);
        refuses(server, &["nickName gt null", "nickName co null"]);
    }

    /// 7644-3.4.2.2-18
    /// 7644-3.4.2.2-x5: `ne` is true when any value differs
    fn a_list_matches_when_any_of_its_values_does(server) {
        selects(server, &[
            (r#"emails.type eq "work""#, "ab"),
            (r#"emails.type ne "work""#, "acdEf"),
            (r#"emails.value eq "ALICE@work.example""#, "a"),
            (r#"emails co "home""#, "ac"),
            (r#"emails eq "bob@work.example""#, "b"),
        ]);
    }

    /// 7644-3.4.2.2-13c, 7644-3.4.2.2-15, 7644-3.4.2.2-13b
    fn brackets_bind_conditions_to_one_value(server) {
        selects(server, &[
            (r#"emails[type eq "work" and value co "home"]"#, ""),
            (r#"emails.type eq "work" and emails.value co "home""#, "a"),
            (r#"emails[type eq "home" and value co "home"]"#, "ac"),
            (r#"emails[type eq "work" or (type eq "other" and value sw "shared")]"#, "abc"),
            (r#"emails[not (type eq "work")]"#, "ac"),
            (r#"emails[primary eq true]"#, "a"),
            (r#"emails[type eq "work"] and title eq "guide""#, "ab"),
            (r#"name[givenName eq "bob"]"#, "b"),
            (r#"emails[value co "]"] or userName eq "frank""#, "f"),
        ]);
    }

    /// 7643-2.4-04
    fn a_missing_primary_counts_as_false(server) {
        selects(server, &[
            (r#"emails[type eq "home" and primary ne true]"#, "ac"),
            (r#"emails[type eq "home" and primary eq false]"#, "ac"),
            (r#"emails[type eq "work" and primary eq false]"#, "b"),
            (r#"emails[type eq "work" and primary ne false]"#, "a"),
            ("emails.primary eq true", "a"),
            ("emails.primary eq false", "abc"),
            ("emails.primary ne true", "abcdEf"),
            ("emails.primary ne false", "adEf"),
            ("not (emails.primary eq false)", "dEf"),
        ]);
    }

    /// 7643-7-13, 7643-2.3.7-x1
    /// 7644-3.4.2.2-22
    fn case_exact_decides_the_comparison(server) {
        selects(server, &[
            (r#"userName eq "BOB""#, "b"),
            (r#"externalId eq "e""#, ""),
            (r#"externalId eq "E""#, "E"),
            (r#"profileUrl eq "https://example.com/d""#, ""),
            (r#"profileUrl eq "https://Example.com/D""#, "d"),
            (r#"meta.resourceType eq "User""#, "abcdEf"),
            (r#"meta.resourceType eq "user""#, ""),
            (r#"meta.resourceType eq "Group""#, ""),
        ]);
    }

    /// 7644-5-01, 7644-7.8-01, V33
    fn unicode_is_compared_by_what_it_means(server) {
        selects(server, &[
            ("userName eq \"do\u{308}rte\"", "d"),
            (r#"userName eq "DÖRTE""#, "d"),
            (r#"userName eq "ＡＬＩＣＥ""#, "a"),
            (r#"displayName eq "STRASSE""#, "d"),
            ("title eq \"\u{212b}ngstr\u{f6}m\"", "d"),
            (r#"title sw "ång""#, "d"),
            (r#"nickName eq "\u65e5\u672c""#, "E"),
        ]);
    }

    /// 7643-2.1-x1
    /// 7644-3.4.2.2-x1, 7644-3.10-x1
    fn names_operators_and_urns_are_read_whatever_their_case(server) {
        selects(server, &[
            (r#"USERNAME EQ "alice""#, "a"),
            (r#"Title PR AND NOT (Active Eq true)"#, "bd"),
            (r#"NAME.GIVENNAME Sw "b" OR userName eq "frank""#, "bf"),
            (&format!(r#"{}:USERNAME eq "alice""#, USER.to_uppercase()), "a"),
        ]);
    }

    /// 7644-3.4.2.2-x6, 7644-3.4.2.2-23
    fn urns_reach_core_and_extension_attributes(server) {
        selects(server, &[
            (&format!(r#"{USER}:userName sw "a""#), "a"),
            (&format!(r#"{USER}:name.givenName eq "Bob""#), "b"),
            (&format!(r#"{ENTERPRISE}:employeeNumber eq "10""#), "b"),
            (&format!(r#"{ENTERPRISE}:employeeNumber sw "1""#), "ab"),
            (&format!(r#"{ENTERPRISE}:manager.value eq "boss""#), "a"),
            (&format!(r#"{ENTERPRISE}:manager.value eq "BOSS""#), ""),
            (&format!(r#"not ({ENTERPRISE}:department eq "Tours")"#), "bcdEf"),
            (&format!(r#"schemas eq "{ENTERPRISE}""#), "ab"),
            (&format!(r#"schemas[value eq "{USER}"] and userName sw "c""#), "c"),
        ]);
    }

    /// 7644-3.4.2.2-x2: instants, at the precision that is shown
    fn dates_are_compared_as_instants(server) {
        let alice = &resources(filtered(server, "/Users", r#"userName eq "alice""#))[0];
        let created = alice["meta"]["created"].as_str().unwrap();
        selects(server, &[
            (&format!(r#"meta.created eq "{created}" and userName eq "alice""#), "a"),
            (&format!(r#"meta.created ge "{created}""#), "abcdEf"),
            (&format!(r#"meta.created lt "{created}""#), ""),
            (&format!(r#"meta.created gt "{created}" and userName eq "alice""#), ""),
            (&format!(r#"meta.created le "{created}" and userName eq "alice""#), "a"),
            (&format!(r#"meta.created ne "{created}" and userName eq "alice""#), ""),
            (r#"meta.created gt "2011-05-13T04:42:34Z""#, "abcdEf"),
            (r#"meta.created gt "2999-01-01T00:00:00+02:00""#, ""),
            (r#"meta.lastModified lt "2999-01-01T00:00:00.123456789-11:30""#, "abcdEf"),
        ]);
        let shifted = format!(r#"meta.created eq "{}" and userName eq "alice""#, shift_by_two_hours(created));
        selects(server, &[(&shifted, "a")]);
        refuses(server, &[r#"meta.created gt "yesterday""#, r#"meta.created gt "2011-13-01T00:00:00Z""#, "meta.created gt 1",
            r#"meta.created gt "2011-05-13""#]);
    }

    fn meta_and_id_can_be_asked_for(server) {
        let alice = resources(filtered(server, "/Users", r#"userName eq "alice""#)).remove(0);
        let id = id_of(&alice);
        let location = alice["meta"]["location"].as_str().unwrap().to_owned();
        selects(server, &[
            (&format!(r#"id eq "{id}""#), "a"),
            (&format!(r#"id eq "{}""#, id.to_uppercase()), ""),
            (&format!(r#"id ne "{id}""#), "bcdEf"),
            (r#"id eq "not-an-id""#, ""),
            (r#"not (id eq "not-an-id")"#, "abcdEf"),
            (&format!(r#"meta.location eq "{location}""#), "a"),
        ]);
    }

    /// 7644-3.4.2.2-09, 7644-3.4.2.2-10, 7644-3.4.2.2-11, 7644-3.4.2.2-12: and the same for dates, numbers and text operators
    fn operators_that_do_not_fit_the_type_are_refused(server) {
        refuses(server, &[
            "active gt true", "active ge false", "active lt true", "active le true", r#"active co "t""#,
            r#"x509Certificates.value gt "A""#, r#"x509Certificates.value co "A""#, r#"meta.created co "2011""#,
            r#"active eq "maybe""#, r#"active eq 1"#, "userName eq true", "userName eq 1", "nickName sw 1",
        ]);
    }

    /// 7643-2.1-02
    /// 7644-3.4.2.2-05, 7644-3.4.2.2-06, 7644-3.4.2.2-14, 7644-3.4.2.2-16, 7644-3.4.2.2-18, 7644-3.4.2.2-21
    fn what_is_no_filter_is_refused(server) {
        refuses(server, &[
            "", " ", "userName", "userName eq", r#""x" eq userName"#, "userName eq alice", "userName eq 'alice'",
            r#"userName regex ".*""#, r#"userName eq "alice" and"#, r#"and userName eq "alice""#, r#"(userName eq "alice""#,
            r#"userName eq "alice")"#, r#"userName eq "alice"#, r#"userName eq "alice" userName eq "bob""#,
            r#"not userName eq "alice""#, r#"emails[userName eq "x"]"#, r#"emails[type eq "work""#, "emails[]", "()",
            r#"emails[type eq "work" and emails[value pr]]"#, r#"name eq "x""#, r#"1abc eq "x""#, r#"userName eq "\x""#,
            r#"userName eq "\ud800""#, "userName pr pr", "userName eq True", r#"title..x eq "x""#, r#"userName == "alice""#,
            r#"title eq "a" xor title eq "b""#, r#"nosuch eq "x""#, r#"name.nosuch pr"#, r#"urn:example:x:userName eq "alice""#,
            r#"userName.value eq "x""#, r#"employeeNumber eq "1" )"#,
        ]);
    }

    /// 7643-4.1.1-17, 7643-7-23: and never a hint at what is kept
    fn the_password_cannot_be_asked_for(server) {
        for filter in [r#"password eq "x""#, "password pr", r#"password sw "$argon""#, r#"not (password co "a")"#] {
            assert_scim_error_about(&filtered(server, "/Users", filter), 400, "invalidFilter", "password");
        }
    }

    /// 7644-3.4.2.2-21, 7644-3.4.2.2-20, 7644-3.12-04
    fn the_detail_names_what_is_wrong(server) {
        for (filter, word) in [
            (r#"userName regex ".*""#, "regex"),
            (r#"nosuch eq "x""#, "nosuch"),
            (r#"emails[nosuch eq "x"]"#, "nosuch"),
            ("active gt true", "active"),
            (r#"userNam eq "x""#, "userNam"),
        ] {
            assert_scim_error_about(&filtered(server, "/Users", filter), 400, "invalidFilter", word);
        }
        let detail = assert_scim_error(&filtered(server, "/Users", r#"userName eq "x" an title pr"#), 400, "invalidFilter");
        assert!(detail.chars().any(|char| char.is_ascii_digit()) || detail.contains("an"), "no position: {detail}");
    }

    /// 7644-1.2-02: `+` is a blank in a query, `%2B` a plus
    fn queries_are_percent_decoded(server) {
        let found = server.get("/Users?filter=userName%20eq%20%22alice%22");
        assert_eq!(resources(found).len(), 1);
        let found = server.get("/Users?filter=userName+eq+%22alice%22");
        assert_eq!(resources(found).len(), 1);
        assert!(resources(server.get("/Users?filter=userName%20eq%20%22ali%2Bce%22")).is_empty());
        let invalid = server.get("/Users?filter=userName%20eq%20%22%ff%22");
        assert!(invalid.status == 400 || resources(invalid.clone()).is_empty(), "{invalid}");
    }
}

/// The same instant with an offset of two hours.
fn shift_by_two_hours(date_time: &str) -> String {
    let hour: u32 = date_time[11..13].parse().unwrap();
    if hour < 22 {
        format!("{}{:02}{}+02:00", &date_time[..11], hour + 2, date_time[13..].trim_end_matches('Z'))
    } else {
        format!("{}{:02}{}-02:00", &date_time[..11], hour - 2, date_time[13..].trim_end_matches('Z'))
    }
}

/// Keeps the corpus honest: a helper that finds nothing would make half of the rows pass.
#[test]
fn the_corpus_has_six_users() {
    let server = corpus(Database::Sqlite);
    assert_eq!(select(server, "userName pr"), "abcdEf");
}
