//! The grammar of RFC 7644 §3.4.2.2, and hostile input.

use super::*;
use std::time::{Duration, Instant};

fn compare(path: &str, operator: Operator, value: &str) -> Filter {
    Filter::Compare { path: path.into(), operator, value: Literal::String(value.into()) }
}

fn detail(text: &str) -> String {
    let error = parse(text).unwrap_err();
    assert_eq!(error.kind, ErrorKind::InvalidFilter);
    error.detail
}

#[test]
fn the_examples_of_the_rfc_parse() {
    for text in [
        r#"userName eq "bjensen""#,
        r#"name.familyName co "O'Malley""#,
        r#"userName sw "J""#,
        r#"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J""#,
        "title pr",
        r#"meta.lastModified gt "2011-05-13T04:42:34Z""#,
        r#"title pr and userType eq "Employee""#,
        r#"title pr or userType eq "Intern""#,
        r#"schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User""#,
        r#"userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")"#,
        r#"userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")"#,
        r#"userType eq "Employee" and (emails.type eq "work")"#,
        r#"userType eq "Employee" and emails[type eq "work" and value co "@example.com"]"#,
        r#"emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]"#,
        r#"members.$ref pr"#,
        r#"value eq"x""#,
    ] {
        assert!(parse(text).is_ok(), "{text}: {:?}", parse(text));
    }
}

#[test]
fn and_binds_tighter_than_or_and_not_tightest() {
    let eq = |path: &str| compare(path, Operator::Equal, "1");
    let expected = Filter::Or(vec![eq("a"), Filter::And(vec![eq("b"), eq("c")])]);
    assert_eq!(parse(r#"a eq "1" or b eq "1" and c eq "1""#).unwrap(), expected);
    let expected = Filter::And(vec![Filter::Not(Box::new(eq("a"))), eq("b")]);
    for text in [
        r#"not (a eq "1") and b eq "1""#,
        r#"NOT(a eq "1") AND b EQ "1""#,
        r#"  not  ( a  eq  "1" )  and  (b eq "1")  "#,
    ] {
        assert_eq!(parse(text).unwrap(), expected);
    }
    assert_eq!(parse("notes pr").unwrap(), Filter::Present("notes".into()));
}

#[test]
fn strings_may_hold_what_looks_like_syntax() {
    for (text, value) in [
        (r#"a eq "x) and ] or \"(""#, "x) and ] or \"("),
        (r#"a eq "\u0041\ud83d\ude00\/\n""#, "A😀/\n"),
        (r#"a eq "\\""#, "\\"),
        (r#"a eq """#, ""),
        (r#"a eq "é""#, "é"),
    ] {
        assert_eq!(parse(text).unwrap(), compare("a", Operator::Equal, value));
    }
    for text in [r#"a eq "\ud83d""#, r#"a eq "\x""#, "a eq \"\n\"", r#"a eq "\u0000""#, "a eq \"\0\"", r#"a eq "open"#]
    {
        detail(text);
    }
}

#[test]
fn literals_are_those_of_json() {
    let literal = |text: &str| match parse(&format!("a eq {text}")) {
        Ok(Filter::Compare { value, .. }) => value,
        other => panic!("{other:?}"),
    };
    assert_eq!(literal("null"), Literal::Null);
    assert_eq!(literal("true"), Literal::Boolean(true));
    assert_eq!(literal("-1"), Literal::Number((-1).into()));
    assert_eq!(literal("1.5e2"), Literal::Number(serde_json::Number::from_f64(150.0).unwrap()));
    for wrong in ["True", "NULL", "bjensen", "'x'", "01", "+1", "1e999", ".5"] {
        assert!(detail(&format!("a eq {wrong}")).contains("string in double quotes"), "{wrong}");
    }
}

#[test]
fn errors_name_the_place_and_what_is_expected() {
    for (text, words) in [
        (r#"userName like "x""#, "at character 10: unknown operator \"like\", expected eq, ne"),
        ("", "at character 1: expected an attribute"),
        ("a", "at character 2: "),
        ("a ", "at character 3: expected eq, ne"),
        ("a eq ", "at character 6: expected a string in double quotes"),
        ("(a pr", "at character 6: expected "),
        ("a pr)", "at character 5: expected "),
        ("a pr and", "at character 9: expected "),
        ("a pr or ", "at character 9: expected an attribute, not or \"(\""),
        ("é pr", "at character 1: "),
        (r#"a eq "é" b"#, "at character 10: expected "),
        ("emails[type eq \"x\"", "at character 19: expected "),
        ("not a pr", "at character 5: "),
        ("a eq 1 and not b eq 2", "at character 16: "),
        ("a pr true", "at character 6: expected "),
    ] {
        let detail = detail(text);
        assert!(detail.contains(words), "{text}: {detail}");
    }
    assert!(detail("(a pr").contains("\")\""));
    assert!(detail("a pr)").contains("the end"));
    assert!(detail("a[b pr").contains("\"]\""));
}

#[test]
fn a_sub_attribute_after_the_bracket_means_the_same_element() {
    let both = Filter::And(vec![compare("type", Operator::Equal, "work"), compare("value", Operator::Equal, "x")]);
    let expected = Filter::ValuePath { path: "emails".into(), filter: Box::new(both) };
    assert_eq!(parse(r#"emails[type eq "work"].value eq "x""#).unwrap(), expected);
}

#[test]
fn paths_have_an_attribute_a_filter_and_a_sub_attribute() {
    let path = parse_path(r#"addresses[type eq "work"].streetAddress"#).unwrap();
    assert_eq!((path.attribute.as_str(), path.sub.as_deref()), ("addresses", Some("streetAddress")));
    assert_eq!(path.filter, Some(compare("type", Operator::Equal, "work")));
    assert_eq!(parse_path("urn:a:2.0:User").unwrap().attribute, "urn:a:2.0:User");
    assert!(parse_path("__proto__").is_ok_and(|path| path.filter.is_none()));
}

#[test]
fn errors_within_the_bracket_are_of_the_filter_and_others_of_the_path() {
    for text in [r#"emails[type xx "a"]"#, "emails[", "emails[]", "emails[type eq]", "emails[type eq work].value"] {
        assert_eq!(parse_path(text).unwrap_err().kind, ErrorKind::InvalidFilter, "{text}");
    }
    for text in [
        "",
        "a b",
        "a]",
        "/emails",
        "emails[type pr]x",
        "emails[type pr].",
        "emails[type pr].a.b",
        "emails [type pr]",
        "1a",
    ] {
        assert_eq!(parse_path(text).unwrap_err().kind, ErrorKind::InvalidPath, "{text}");
    }
}

#[test]
fn hostile_input_is_refused_at_once() {
    let and = format!("x eq 1{}", " and x eq 1".repeat(10_000));
    let mut samples = Vec::new();
    for count in [40, 500, 700, 2_000, 10_000] {
        for start in [
            "(",
            "not (",
            "not(",
            "a[",
            "((a pr) and ",
            "not ",
            "a pr or ",
            "a eq x\" and (",
            "\\\"(",
            "a eq \"\\\"(",
            "or(",
            "[",
            "a.",
            "\"",
        ] {
            samples.push(start.repeat(count));
            samples.push(format!("{}?", start.repeat(count)));
        }
        samples.push(format!("{}a pr{}", "(".repeat(count), ")".repeat(count)));
    }
    samples.extend([format!("{and} ?"), and]);
    for sample in samples {
        let start = Instant::now();
        assert!(parse(&sample).is_err());
        assert!(parse_path(&format!("emails[{sample}]")).is_err());
        // A parser that goes back and forth would need years, a busy machine needs a moment.
        assert!(start.elapsed() < Duration::from_secs(5), "{:?} {}", start.elapsed(), &sample[..20]);
    }
}

#[test]
fn a_filter_at_the_limits_parses() {
    let terms = vec!["a pr"; 200].join(" and ");
    assert!(parse(&terms).is_ok());
    assert!(parse(&format!("{}a pr{}", "(".repeat(32), ")".repeat(32))).is_ok());
    assert!(parse(&format!("{}a pr{}", "not (".repeat(16), ")".repeat(16))).is_ok());
}

/// Words of the grammar name attributes too, where an attribute stands; `not` alone does not, and the schema tool refuses it.
#[test]
fn words_of_filters_are_attributes_where_an_attribute_stands() {
    for word in ["and", "or", "pr", "eq", "ne", "co", "true", "false", "null", "in", "select", "AND"] {
        let one = compare(word, Operator::Equal, "x");
        assert_eq!(parse(&format!(r#"{word} eq "x""#)), Ok(one.clone()), "{word}");
        assert_eq!(parse(&format!("{word} pr")), Ok(Filter::Present(word.into())), "{word}");
        let both = format!(r#"{word} eq "x" and {word} eq "x""#);
        assert_eq!(parse(&both), Ok(Filter::And(vec![one.clone(), one.clone()])), "{word}");
        let either = format!(r#"not ({word} eq "x") or {word} eq "x""#);
        assert_eq!(parse(&either), Ok(Filter::Or(vec![Filter::Not(Box::new(one.clone())), one.clone()])), "{word}");
        let within = Filter::ValuePath { path: word.into(), filter: Box::new(one) };
        assert_eq!(parse(&format!(r#"{word}[{word} eq "x"]"#)), Ok(within), "{word}");
        let path = parse_path(&format!(r#"{word}[{word} eq "x"].{word}"#)).unwrap();
        assert_eq!((path.attribute.as_str(), path.sub.as_deref()), (word, Some(word)));
    }
    for refused in [r#"not eq "x""#, "not pr", r#"a[not eq "x"]"#] {
        assert!(parse(refused).is_err(), "{refused}");
    }
}

/// RFC 8141: all that the schema tool lets a URN hold
#[test]
fn a_path_begins_with_whatever_a_urn_may_hold() {
    let path = "URN:Example-2:a.b_c~d!e$f&g*h+i;j=k@l:m-:name.first";
    assert_eq!(parse(&format!(r#"{path} eq "x""#)), Ok(compare(path, Operator::Equal, "x")));
    assert_eq!(parse_path(path).unwrap().attribute, path);
}
