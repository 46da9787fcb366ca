//! Operations that the server must refuse, of each kind.

use serde_json::{Value, json};

use crate::generate::{Generator, elements, operation};
use crate::patch::Object;
use crate::schema::{Attribute, Mutability, Type};

/// An operation that is wrong in one way; a few of them may turn out right on some resources.
fn fault(kind: usize, generator: &mut Generator<'_>, current: &Object) -> Value {
    match kind {
        0 => syntax(generator),
        1 => path(generator),
        2 => filter(generator),
        3 | 4 => value(generator),
        5 => mutability(generator, current),
        6 => target(generator),
        _ => match generator.kind.attributes.iter().find(|attribute| attribute.unique) {
            Some(attribute) => {
                let taken = generator.taken.clone();
                operation("replace", &attribute.name, json!(generator.spelled(&taken)))
            }
            None => target(generator),
        },
    }
}

/// Any of them.
pub fn at_random(generator: &mut Generator<'_>, current: &Object) -> Value {
    let kind = generator.random.below(8);
    fault(kind, generator, current)
}

fn syntax(generator: &mut Generator<'_>) -> Value {
    let faults = [
        json!({ "path": "externalId", "value": "x" }),
        json!({ "op": "move", "path": "externalId", "value": "x" }),
        json!({ "op": 1, "path": "externalId", "value": "x" }),
        json!({ "op": null, "path": "externalId", "value": "x" }),
        json!({ "op": "add", "path": 1, "value": "x" }),
        json!({ "op": "remove", "path": ["externalId"] }),
        json!("add"),
        json!(null),
    ];
    generator.random.one(&faults).clone()
}

fn attribute<'a>(generator: &mut Generator<'a>, fits: impl Fn(&Attribute) -> bool) -> &'a Attribute {
    let all: Vec<_> = generator.kind.attributes.iter().filter(|attribute| fits(attribute)).collect();
    all[generator.random.below(all.len())]
}

fn path(generator: &mut Generator<'_>) -> Value {
    let list = attribute(generator, |it| it.multi_valued && !it.subs.is_empty()).name.clone();
    let simple = attribute(generator, |it| it.subs.is_empty() && !it.multi_valued).name.clone();
    let core = generator.kind.core.clone();
    let faults = [
        "nosuch".to_owned(),
        "nosuch.value".to_owned(),
        "nosuch[value eq \"x\"]".to_owned(),
        format!("{list}.nosuch"),
        format!("{simple}.nosuch"),
        format!("{simple}[value eq \"x\"]"),
        format!("{list}[value eq \"x\"].nosuch"),
        format!("{list}[value eq \"x\"]value"),
        format!("{list}[value eq \"x\"]."),
        format!("{list}[value eq \"x\"].value.more"),
        format!("{list}[value eq \"x\"] "),
        format!("{list} [value eq \"x\"]"),
        format!("{list}.value.more"),
        format!("{list}]"),
        format!("{list}."),
        format!(" {list}"),
        format!("{simple} "),
        "a b".to_owned(),
        ".value".to_owned(),
        "1x".to_owned(),
        String::new(),
        "urn:example:nosuch:attribute".to_owned(),
        format!("{core}:nosuch"),
        format!("{core}:"),
        format!("{core}.{simple}"),
    ];
    let path = generator.random.one(&faults).clone();
    let op = *generator.random.one(&["add", "replace", "remove"]);
    operation(op, &path, json!("x"))
}

fn filter(generator: &mut Generator<'_>) -> Value {
    let attribute = attribute(generator, |it| it.multi_valued && !it.subs.is_empty());
    let boolean = attribute.subs.iter().any(|sub| sub.name == "primary");
    let mut faults = vec![
        "[",
        "[]",
        "[0]",
        "[type]",
        "[type eq]",
        "[type eq \"x\"",
        "[type eq \"x]",
        "[type eq 'x']",
        "[type eq x]",
        "[type is \"x\"]",
        "[type gt null]",
        "[type co null]",
        "[type eq true]",
        "[type eq 1]",
        "[nosuch eq \"x\"]",
        "[nosuch pr]",
        "[type.more eq \"x\"]",
        "[type eq \"x\" and]",
        "[type eq \"x\" type pr]",
        "[type eq \"x\" xor type pr]",
        "[and type pr]",
        "[not type pr]",
        "[(type pr]",
        "[type pr)]",
        "[type[value pr]]",
        "[type eq {}]",
    ];
    if boolean {
        faults.extend(["[primary gt true]", "[primary co true]", "[primary eq \"true\"]", "[primary eq TRUE]"]);
    }
    if attribute.sub("value").is_some_and(|sub| sub.kind == Type::Binary) {
        faults = vec!["[value co \"AA\"]", "[value gt \"AA\"]", "[value eq 1]"];
    }
    let path = format!("{}{}", attribute.name, generator.random.one(&faults));
    let op = *generator.random.one(&["add", "replace", "remove"]);
    operation(op, &path, json!({ "type": "x" }))
}

/// A value that fits no such attribute.
fn misfit(generator: &mut Generator<'_>, attribute: &Attribute) -> Value {
    let mut faults = vec![json!(["x", 1]), json!([[]]), json!([1])];
    match attribute.kind {
        Type::Boolean => faults.extend([json!("true"), json!(1), json!({}), json!(["x"]), json!([true])]),
        Type::Complex if attribute.sub("value").is_none() => faults.extend([json!("x"), json!(true), json!(["x"])]),
        Type::Complex => {
            faults.extend([json!({ "value": 1 }), json!([{ "value": true }]), json!([{ "value": { "x": 1 } }])]);
        }
        _ => faults.extend([json!(1), json!(false), json!({ "value": "x" })]),
    }
    generator.random.one(&faults).clone()
}

fn value(generator: &mut Generator<'_>) -> Value {
    let op = *generator.random.one(&["add", "replace"]);
    let any = attribute(generator, |it| it.mutability != Mutability::ReadOnly && it.name != "schemas");
    let list = attribute(generator, |it| it.multi_valued && it.sub("primary").is_some() || it.has_whole_elements());
    let required = attribute(generator, |it| it.required && it.name != "schemas");
    match generator.random.below(12) {
        0 => json!({ "op": op, "path": any.name }),
        1 => json!({ "op": op }),
        2 => json!({ "op": op, "value": generator.random.one(&[json!("x"), json!(["x"]), json!(1), Value::Null]) }),
        3 => operation(op, &required.name, generator.random.one(&[json!(""), json!(null)]).clone()),
        4 if list.has_whole_elements() => {
            let ids = [json!({ "display": "nobody" }), json!({ "value": "nobody" }), json!({ "value": "" })];
            operation(op, &list.name, json!([generator.random.one(&ids)]))
        }
        4 | 5 if list.sub("primary").is_some() => {
            let two: Vec<Value> = ["1", "2"].iter().map(|it| json!({ "display": it, "primary": true })).collect();
            operation(op, &list.name, two.into())
        }
        6 => json!({ "op": op, "value": { any.name.as_str(): misfit(generator, any) } }),
        7 => operation(op, "schemas", generator.random.one(&[json!(["urn:x"]), json!("urn:x"), json!(1)]).clone()),
        8 if !generator.kind.extensions.is_empty() => {
            let urn = generator.kind.extensions[0].name.clone();
            operation(op, &urn, generator.random.one(&[json!("x"), json!(1), json!(["x"])]).clone())
        }
        _ => operation(op, &any.name, misfit(generator, any)),
    }
}

fn mutability(generator: &mut Generator<'_>, current: &Object) -> Value {
    let op = *generator.random.one(&["add", "replace", "remove"]);
    let read_only = attribute(generator, |it| it.mutability == Mutability::ReadOnly);
    let required = attribute(generator, |it| it.required).name.clone();
    match generator.random.below(6) {
        0 => operation("remove", &required, Value::Null),
        1 => json!({ "op": "replace", "value": { read_only.name.as_str(): "x" } }),
        2 if !read_only.subs.is_empty() => {
            let sub = generator.random.one(&read_only.subs).name.clone();
            operation(op, &format!("{}.{sub}", read_only.name), json!("x"))
        }
        3 => {
            let deep = generator.kind.extensions.iter().flat_map(|extension| {
                extension.subs.iter().flat_map(move |attribute| {
                    let read_only = attribute.subs.iter().filter(|sub| sub.mutability == Mutability::ReadOnly);
                    read_only.map(move |sub| format!("{}:{}.{}", extension.name, attribute.name, sub.name))
                })
            });
            let path = deep.last().unwrap_or_else(|| "meta.version".to_owned());
            operation(op, &path, json!("x"))
        }
        4 | 5 => match generator.kind.attributes.iter().find(|attribute| attribute.has_whole_elements()) {
            Some(attribute) => {
                let filter = generator.filter(attribute, elements(current, None, attribute), 1);
                let sub = generator.random.one(&attribute.subs).name.clone();
                match generator.random.below(3) {
                    0 => operation("replace", &format!("{}[{filter}]", attribute.name), generator.one(attribute)),
                    1 => operation(op, &format!("{}.{sub}", attribute.name), json!("x")),
                    _ => operation(op, &format!("{}[{filter}].{sub}", attribute.name), json!("x")),
                }
            }
            None => operation(op, &read_only.name, json!("x")),
        },
        _ => operation(op, &read_only.name, json!("x")),
    }
}

fn target(generator: &mut Generator<'_>) -> Value {
    let lists = |it: &Attribute| it.multi_valued && it.sub("primary").is_some();
    if generator.random.percent(40) || !generator.kind.attributes.iter().any(lists) {
        return generator
            .random
            .one(&[json!({ "op": "remove" }), json!({ "op": "remove", "path": null, "value": {} })])
            .clone();
    }
    let attribute = attribute(generator, lists);
    let filter =
        *generator.random.one(&["type eq \"no such\"", "value co \"nowhere\"", "type sw \"x\" or type ew \"y\""]);
    let filter =
        if attribute.sub("value").is_some_and(|it| it.kind != Type::Binary) { filter } else { "type eq \"z\"" };
    let path = format!("{}[{filter}]", attribute.name);
    if generator.random.percent(50) {
        return operation("replace", &format!("{path}.type"), json!("x"));
    }
    operation("replace", &path, generator.one(attribute))
}
