//! What filters mean (RFC 7644 §3.4.2.2): resolution and evaluation together.

use super::*;
use crate::scim::error::{Error, ErrorKind};
use crate::scim::filter::{Unknown, parse, resolve};
use crate::scim::fixture::{EXTENSION, SCHEMA, TYPE};
use crate::scim::{canonical, json};

fn types(endpoint: &str) -> Option<&'static str> {
    [("/Users", "User"), ("/Groups", "Group")].iter().find(|(known, _)| *known == endpoint).map(|(_, name)| *name)
}

fn condition(text: &str) -> Result<Condition, Error> {
    parse(text).and_then(|filter| resolve(&TYPE, filter, Unknown::Refuse, types))
}

fn user() -> Complex {
    let body = format!(
        r#"{{"schemas":["{SCHEMA}"],"userName":"BJensen","externalId":"Ext","active":false,"level":0,"score":1.5,
        "name":{{"familyName":"Müller","givenName":""}},"hiredAt":"2011-05-13T04:42:34.1+02:00","certificate":"TWE=",
        "profileUrl":"https://Example.com/x","password":"secret","tags":["Red","blue"],
        "emails":[{{"value":"w@example.com","type":"work","primary":true}},{{"value":"h@example.org","type":"home"}},{{"value":"x@y"}}],
        "members":[{{"value":"M1","type":"Group"}}],
        "{EXTENSION}":{{"employeeNumber":"701","manager":{{"value":"Id-1"}}}}}}"#
    );
    let mut root =
        canonical::resource(&TYPE, json::parse(body.as_bytes()).unwrap(), canonical::Purpose::Create).unwrap();
    root.set(1, Value::Text("AbC".into()));
    let mut meta = Complex::default();
    for (position, text) in
        ["User", "2010-01-23T04:56:22Z", "2011-05-13T04:42:34Z", "User/AbC", "W/\"3\""].into_iter().enumerate()
    {
        meta.set(position, Value::Text(text.into()));
    }
    root.set(3, Value::Complex(meta));
    root
}

fn check(expected: bool, filters: &[&str]) {
    let user = user();
    for text in filters {
        let condition = condition(text).unwrap_or_else(|error| panic!("{text}: {}", error.detail));
        assert_eq!(matches(&condition, &user), expected, "{text}");
    }
}

/// 7643-2.3.7-x1, 7643-7-13
#[test]
fn comparisons_follow_the_schema() {
    check(
        true,
        &[
            r#"userName eq "bjensen""#,
            r#"USERNAME EQ "BJENSEN""#,
            r#"externalId eq "Ext""#,
            r#"id eq "AbC""#,
            r#"name.familyName eq "MU\u0308LLER""#,
            r#"userName co "JEN""#,
            r#"userName sw "bj""#,
            r#"userName ew "SEN""#,
            "active eq false",
            "active ne true",
            "level eq 0",
            "level lt 0.5",
            "score ge 1.5",
            "score gt 1",
            r#"certificate eq "TWE""#,
            r#"profileUrl eq "https://Example.com/x""#,
            r#"profileUrl co "Example""#,
            r#"hiredAt eq "2011-05-13T02:42:34.100Z""#,
            r#"hiredAt gt "2011-05-13T02:42:34.0999Z""#,
            r#"meta.lastModified ge "2011-05-13T04:42:34Z""#,
            r#"meta.resourceType eq "User""#,
            r#"meta.version eq "W/\"3\"""#,
            r#"userName gt "bj""#,
            r#"userName lt "C""#,
            r#"meta.location eq "https://h/scim/v2/Users/AbC""#,
            r#"meta.location eq "/Users/AbC""#,
            r#"urn:ietf:params:scim:schemas:core:2.0:user:UserName sw "B""#,
            r#"tags eq "RED""#,
            r#"tags co "lu""#,
            r#"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "Id-1""#,
            r#"employeeNumber eq "701""#,
            r#"manager.$ref eq "https://h/Users/Id-1""#,
            r#"members eq "M1""#,
        ],
    );
    check(
        false,
        &[
            r#"externalId eq "ext""#,
            r#"id eq "abc""#,
            r#"meta.resourceType eq "user""#,
            r#"profileUrl eq "https://example.com/x""#,
            r#"hiredAt eq "2011-05-13T02:42:34Z""#,
            r#"manager.value eq "id-1""#,
            r#"members.value eq "m1""#,
            "level eq 0.5",
            r#"meta.location eq "https://h/Groups/AbC""#,
            r#"certificate eq "TWI=""#,
            r#"manager.$ref eq "https://h/Groups/Id-1""#,
        ],
    );
}

#[test]
fn presence_is_not_truth() {
    check(
        true,
        &[
            "active pr",
            "level pr",
            "name pr",
            "emails pr",
            "emails.type pr",
            "tags pr",
            "meta pr",
            "id pr",
            "schemas pr",
        ],
    );
    check(
        true,
        &[
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User pr",
            "title eq null".replace("title", "badge").as_str(),
        ],
    );
    check(true, &["badge eq null", "userName ne null", "emails ne null", "name ne null", "emails[type eq null]"]);
    check(false, &["badge pr", "name.givenName pr", "groups pr", "keys pr", "badge ne null", "name eq null"]);
}

#[test]
fn what_is_absent_differs_from_everything_and_equals_nothing() {
    check(
        true,
        &[
            r#"badge ne "x""#,
            r#"not (badge eq "x")"#,
            r#"groups.value ne "x""#,
            r#"not (badge co "")"#,
            r#"name.givenName eq """#,
        ],
    );
    check(
        true,
        &[
            r#"userName co """#,
            r#"userName sw """#,
            r#"userName ew """#,
            r#"name.givenName co """#,
            r#"emails[type ne "work" and value eq "x@y"]"#,
        ],
    );
    check(false, &[r#"badge eq """#, r#"badge eq "x""#, r#"badge co """#, r#"badge lt "x""#, r#"userName eq """#]);
}

#[test]
fn one_value_suffices_and_brackets_bind_to_one_element() {
    check(
        true,
        &[
            r#"emails co "example.com""#,
            r#"emails.type ne "work""#,
            r#"emails.type eq "work" and emails.value eq "h@example.org""#,
            r#"emails[type eq "work" and value co "@example.com"]"#,
            r#"emails[type eq "work"].value eq "w@example.com""#,
            "emails[primary eq true]",
            "emails[not (primary eq true)]",
            r#"tags[value eq "Blue"]"#,
            r#"schemas[value co "enterprise"]"#,
            r#"name[familyName sw "m"]"#,
            r#"members[value eq "M1"]"#,
            r#"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User[employeeNumber eq "701"]"#,
        ],
    );
    check(
        false,
        &[
            r#"emails[type eq "work" and value eq "h@example.org"]"#,
            r#"emails[type eq "work"].value eq "h@example.org""#,
            r#"not (emails.type eq "work")"#,
            r#"groups[value ne "x"]"#,
            r#"keys[fingerprint eq null]"#,
            r#"members[value eq "m1"]"#,
        ],
    );
}

/// 7643-2.4-04
#[test]
fn a_value_that_does_not_say_it_is_primary_is_not() {
    check(
        true,
        &[
            r#"emails[value eq "x@y" and primary eq false]"#,
            r#"emails[value eq "x@y" and primary ne true]"#,
            r#"emails[value eq "w@example.com" and primary ne false]"#,
            "emails.primary eq true",
            "emails.primary eq false",
            "emails.primary ne true",
            "emails.primary ne false",
        ],
    );
    check(
        false,
        &[
            r#"emails[value eq "x@y" and primary ne false]"#,
            r#"emails[value eq "w@example.com" and primary eq false]"#,
            r#"emails[value eq "w@example.com" and primary ne true]"#,
        ],
    );
    let mut user = user();
    user.set(6, Value::List(vec![user.get(6).unwrap().as_list()[1].clone()]));
    for (text, alone, without) in [
        ("emails.primary eq true", false, false),
        ("emails.primary eq false", true, false),
        ("emails.primary ne true", true, true),
        ("emails.primary ne false", false, true),
    ] {
        let condition = condition(text).unwrap();
        assert_eq!(matches(&condition, &user), alone, "{text}");
        let mut bare = user.clone();
        bare.remove(6);
        assert_eq!(matches(&condition, &bare), without, "{text}");
    }
}

#[test]
fn schemas_ignore_the_case() {
    check(true, &[r#"schemas eq "URN:ietf:params:scim:schemas:core:2.0:user""#, r#"schemas ew ":user""#]);
    check(false, &[r#"schemas eq "urn:x""#]);
}

#[test]
fn what_does_not_fit_the_schema_is_refused_without_data() {
    for (text, words) in [
        ("active gt true", "use eq, ne or pr"),
        (r#"certificate co "T""#, "use eq, ne or pr"),
        (r#"certificate gt "T""#, "use eq, ne or pr"),
        ("level co 1", "use eq, ne, gt"),
        (r#"hiredAt sw "2011""#, "use eq, ne, gt"),
        (r#"active eq "true""#, "without quotes"),
        (r#"level eq "1""#, "without quotes"),
        ("userName eq 1", "double quotes"),
        ("userName eq true", "double quotes"),
        (r#"hiredAt gt "yesterday""#, "date and time"),
        (r#"certificate eq "%""#, "base64"),
        ("userName gt null", "null"),
        (r#"name eq "x""#, "name.formatted"),
        (r#"meta eq "x""#, "complex"),
        (r#"manager eq "x""#, "complex"),
        (r#"meta.version gt "1""#, "use eq, ne or pr"),
        (r#"meta.location co "1""#, "use eq, ne or pr"),
        (r#"members.$ref sw "1""#, "use eq, ne or pr"),
        (r#"schemas gt "1""#, "use eq, ne, co"),
        (r#"userName[value eq "x"]"#, "no [ ]"),
        (r#"emails[value[x eq 1]]"#, "within another"),
        (r#"emails[tipe eq "x"]"#, "did you mean \"type\"?"),
        (r#"tags[type eq "x"]"#, "the value itself"),
        (r#"usrName eq "x""#, "did you mean \"userName\"?"),
        (r#"name.givenNam eq "x""#, "did you mean \"givenName\"?"),
        (r#"urn:x:y eq "x""#, "no schema \"urn:x\""),
        (r#"urn:ietf:params:scim:schemas:core:2.0:User:employeeNumber eq "x""#, "no attribute"),
        (r#"userName.value eq "x""#, "no attribute \"value\""),
        (r#"a.b.c eq "x""#, "no attribute"),
        ("__proto__ pr", "no attribute"),
    ] {
        let error = condition(text).unwrap_err();
        assert_eq!(error.kind, ErrorKind::InvalidFilter, "{text}");
        assert!(error.detail.contains(words), "{text}: {}", error.detail);
    }
}

/// 7643-7-23
#[test]
fn what_is_never_returned_is_never_compared() {
    for text in
        ["password pr", r#"password eq "x""#, "password ne null", r#"keys.secret eq "x""#, r#"keys[secret sw "x"]"#]
    {
        for unknown in [Unknown::Refuse, Unknown::NoValue] {
            let error = resolve(&TYPE, parse(text).unwrap(), unknown, types).unwrap_err();
            assert!(
                error.kind == ErrorKind::InvalidFilter && error.detail.contains("cannot be used"),
                "{text}: {}",
                error.detail
            );
        }
    }
}

#[test]
fn an_attribute_of_another_type_has_no_value() {
    for (text, expected) in [
        ("nope pr", false),
        ("nope eq 1", false),
        ("nope ne 1", true),
        ("nope eq null", true),
        ("nope ne null", false),
        ("not (nope pr)", true),
        ("nope[x pr]", false),
        ("emails[nope ne 1]", true),
        (r#"urn:other:x eq "y""#, false),
        // What another type compares like that.
        (r#"name eq "y""#, false),
        (r#"name ne "y""#, true),
        ("active gt true", false),
        (r#"userName[value eq "x"]"#, false),
    ] {
        let condition = resolve(&TYPE, parse(text).unwrap(), Unknown::NoValue, types).unwrap();
        assert_eq!(matches(&condition, &user()), expected, "{text}");
    }
}

/// 7644-3.4.2.2-x2: an integer is never compared as another type, also in a statement
#[test]
fn an_integer_is_compared_with_any_number_as_an_integer() {
    let mut user = user();
    for level in [-2, 0, 7, i64::MAX, i64::MIN] {
        user.set(9, Value::Integer(level));
        for number in ["6.5", "7.0", "7e0", "-1.5", "-0.0", "1e30", "-1e30"] {
            let decimal: f64 = number.parse().unwrap();
            for (operator, expected) in [
                ("eq", level as f64 == decimal),
                ("ne", level as f64 != decimal),
                ("gt", level as f64 > decimal),
                ("ge", level as f64 >= decimal),
                ("lt", (level as f64) < decimal),
                ("le", level as f64 <= decimal),
            ] {
                let text = format!("level {operator} {number}");
                let resolved = condition(&text).unwrap();
                assert_eq!(matches(&resolved, &user), expected, "{level} {text}");
                assert!(!format!("{resolved:?}").contains("Decimal("), "{text}");
            }
        }
    }
}

/// 7644-3.4.2.1-05, 7644-3.4.2.1-06
#[test]
fn what_no_type_can_compare_is_refused_over_all() {
    let check = |text: &str| crate::scim::filter::check_known(&[&TYPE, &TYPE], &parse(text).unwrap(), types);
    for text in ["active gt true", r#"name eq "y""#, r#"userName[value eq "x"]"#, r#"level eq "x""#, "nope pr"] {
        assert_eq!(check(text).unwrap_err().kind, ErrorKind::InvalidFilter, "{text}");
    }
    for text in ["active eq true", r#"not (userName eq "y") and level gt 1"#, r#"emails[value eq "x"]"#] {
        assert!(check(text).is_ok(), "{text}");
    }
}

#[test]
fn long_values_of_indexed_attributes_are_found() {
    let mut user = user();
    let long = "é".repeat(3000);
    user.set(4, Value::Text(long.clone()));
    for (text, expected) in [
        (format!("userName eq \"{long}\""), true),
        (format!("userName eq \"{long}x\""), false),
        (format!("userName sw \"{}\"", "É".repeat(400)), true),
    ] {
        assert_eq!(matches(&condition(&text).unwrap(), &user), expected);
    }
}
