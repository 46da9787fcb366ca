//! Documents made and changed at random, from fixed seeds: what is accepted becomes Rust in which no name is there twice,
//! and what is refused is refused with a place that exists.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
};

use codegen::{Document, Generated, Sources};
use serde_json::{Map, Value, json};

#[path = "../src/folders.rs"]
#[expect(dead_code, reason = "the tool uses all of it")]
mod folders;

/// Names that mean something to Rust, to SQL, to filters or to the generated code, and some that meet others.
const NAMES: &[&str] = &[
    "type",
    "self",
    "Self2",
    "crate",
    "super",
    "fn",
    "match",
    "async",
    "gen",
    "try",
    "abstract",
    "r",
    "static",
    "select",
    "from",
    "where",
    "order",
    "group",
    "table",
    "null",
    "index",
    "user",
    "primary",
    "and",
    "or",
    "pr",
    "eq",
    "true",
    "false",
    "value",
    "display",
    "org",
    "id",
    "version",
    "created",
    "document",
    "secrets",
    "label",
    "retired",
    "ordinal",
    "owner",
    "member",
    "meta",
    "schemas",
    "externalId",
    "x-y",
    "x_y",
    "xY",
    "x--y",
    "x-Y2",
    "x_",
    "k",
    "k_x",
    "has_x",
    "hasX",
    "a1",
    "a_1",
    "pkey",
    "k-value",
    "n",
    "String",
    "Option",
    "Vec",
    "Default",
    "Meta",
    "employee",
    "employeeId",
    "employeeIdId",
    "out",
    "value2",
    "one",
    "resource",
    "complex",
    "position",
    "list",
];

/// A generator of numbers (xorshift) that gives the same ones for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn name(&mut self) -> String {
        match self.below(10) {
            0 | 1 => {
                // Long, and alike but for the end.
                let mut name = "aLong_name-".repeat(20);
                name.truncate(60 + self.below(140));
                format!("{name}{}", self.below(3))
            }
            2 => format!("{}{}", self.of(NAMES), self.below(4)),
            3 => format!("{}-{}", self.of(NAMES), self.of(NAMES)),
            _ => (*self.of(NAMES)).to_owned(),
        }
    }
}

/// Attributes whose names differ in more than case.
fn attributes(random: &mut Random, count: usize, types: &[String], parent: Option<bool>) -> Value {
    let mut taken = BTreeSet::new();
    let mut all = Vec::new();
    for _ in 0..count {
        let name = random.name();
        if taken.insert(name.to_ascii_lowercase()) {
            all.push(attribute(random, name, types, parent));
        }
    }
    if all.is_empty() {
        all.push(json!({ "name": "value" }));
    }
    all.into()
}

/// An attribute; `parent` says of a sub-attribute whether it is one of many values, or never shown.
fn attribute(random: &mut Random, name: String, types: &[String], parent: Option<bool>) -> Value {
    let all = ["string", "boolean", "decimal", "integer", "dateTime", "binary", "reference", "complex"];
    let data_type = *random.of(if parent.is_none() { &all[..] } else { &all[..7] });
    let many = random.one_in(3);
    let has_case = matches!(data_type, "string" | "reference" | "binary");
    let mut attribute = json!({ "name": name, "type": data_type, "multiValued": many, "required": random.one_in(4) });
    let mutability = *random.of(&["readWrite", "readWrite", "readOnly", "immutable", "writeOnly"]);
    let returned = match mutability {
        "writeOnly" => "never",
        _ => *random.of(&["default", "default", "always", "request", "never"]),
    };
    attribute["mutability"] = mutability.into();
    attribute["returned"] = returned.into();
    if has_case {
        attribute["caseExact"] = random.one_in(2).into();
    }
    let may_be_unique =
        !many && returned != "never" && parent != Some(true) && !matches!(data_type, "boolean" | "complex");
    if may_be_unique && random.one_in(3) {
        attribute["uniqueness"] = (*random.of(&["server", "global"])).into();
    }
    match data_type {
        "complex" => {
            let count = 1 + random.below(6);
            attribute["subAttributes"] = attributes(random, count, types, Some(many || returned == "never"));
        }
        "reference" => {
            let outside = ["external".to_owned(), "uri".to_owned()];
            let names = if random.one_in(2) { types } else { &outside[..] };
            attribute["referenceTypes"] = json!([random.of(names)]);
        }
        "string" if random.one_in(3) => attribute["canonicalValues"] = json!(["a", "b \"c\" \\ \n"]),
        _ => {}
    }
    if random.one_in(5) {
        attribute["description"] = "*/ // \u{202e} \"quoted\" \\ {} \r\n ` r#\"".into();
    }
    attribute
}

/// Schemas, resource types that use them, and how these are stored.
fn declarations(random: &mut Random) -> Vec<Document> {
    let mut names: Vec<String> = Vec::new();
    for _ in 0..1 + random.below(3) {
        let name = random.name();
        if !names.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
            names.push(name);
        }
    }
    let urn = |index: usize| match index {
        // One that the next ones begin with, and one with all that a URN may hold.
        0 => "urn:example:2.0:Thing".to_owned(),
        1 => "URN:Example-2:a.b_c~d!e$f&g*h+i;j=k@l:Odd".to_owned(),
        _ => format!("urn:example:2.0:Thing:{index}"),
    };
    let mut schemas: Vec<Value> = (0..names.len() + 3)
        .map(|index| {
            let count = 1 + random.below(25);
            json!({ "id": urn(index), "name": if random.one_in(4) { "Größe / «x»".to_owned() } else { random.name() },
                "attributes": attributes(random, count, &names, None) })
        })
        .collect();
    // What base schemas list of the attributes that every resource has is what these are.
    let listed = schemas[..names.len()].iter_mut().filter_map(|schema| schema["attributes"].as_array_mut());
    for attribute in listed.flatten() {
        let name = attribute["name"].as_str().unwrap_or_default().to_owned();
        match name.to_ascii_lowercase().as_str() {
            "schemas" => *attribute = json!({ "name": name, "multiValued": true }),
            "id" | "externalid" => *attribute = json!({ "name": name }),
            "meta" => {
                *attribute = json!({ "name": name, "type": "complex", "subAttributes": [{ "name": "created" }] });
            }
            _ => {}
        }
    }
    let mut documents = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let extensions: Vec<usize> = (names.len()..schemas.len()).filter(|_| random.one_in(2)).collect();
        let listed: Vec<Value> =
            extensions.iter().map(|at| json!({ "schema": urn(*at), "required": random.one_in(4) })).collect();
        let mut indexes = BTreeSet::new();
        for at in std::iter::once(index).chain(extensions) {
            let before = if at == index { String::new() } else { format!("{}:", urn(at)) };
            for attribute in schemas[at]["attributes"].as_array().into_iter().flatten() {
                let subs = attribute["subAttributes"].as_array();
                let name = attribute["name"].as_str().unwrap_or_default();
                let path = match subs {
                    Some(subs) => format!("{before}{name}.{}", random.of(subs)["name"].as_str().unwrap_or_default()),
                    None => format!("{before}{name}"),
                };
                let sub = subs
                    .into_iter()
                    .flatten()
                    .find(|sub| path.ends_with(&format!(".{}", sub["name"].as_str().unwrap_or_default())));
                let hidden = [Some(attribute), sub].into_iter().flatten().any(|one| one["returned"] == "never");
                let common =
                    ["schemas", "id", "externalId", "meta"].iter().any(|common| common.eq_ignore_ascii_case(name));
                let is_list = |one: Option<&Value>| one.is_some_and(|one| one["multiValued"] == true);
                let in_list = is_list(Some(attribute)) && is_list(sub);
                let is_compared = !(hidden || in_list || common && at == index);
                if is_compared && random.one_in(2) {
                    indexes.insert(path);
                }
            }
        }
        let resource_type = json!({ "name": name, "endpoint": format!("/{name}"), "schema": urn(index),
            "schemaExtensions": listed, "urn:scimd:params:2.0:Storage": { "indexes": indexes } });
        documents.push(Document { file: format!("type-{index}.json"), text: resource_type.to_string() });
    }
    documents.extend(
        schemas
            .iter()
            .enumerate()
            .map(|(index, schema)| Document { file: format!("schema-{index}.json"), text: schema.to_string() }),
    );
    documents
}

#[test]
fn what_is_accepted_becomes_rust_in_which_no_name_is_there_twice() -> io::Result<()> {
    let mut random = Random(0x5c1d);
    let mut accepted = 0;
    for round in 0..60 {
        let sources = Sources::sort(declarations(&mut random));
        match codegen::generate(&sources) {
            Ok(generated) => {
                accepted += 1;
                look_through(&generated).map_err(|wrong| io::Error::other(format!("round {round}: {wrong}")))?;
            }
            Err(faults) => {
                // Of these names some are refused, and nothing else.
                let known = [
                    "OpenAPI document",
                    "is also the path of",
                    "belongs to the protocol",
                    "nothing that a client could send",
                ];
                for fault in faults.iter() {
                    let is_known = known.iter().any(|words| fault.message.contains(words));
                    assert!(is_known, "round {round}: {fault}");
                }
            }
        }
    }
    assert!(accepted >= 40, "{accepted} were accepted");
    Ok(())
}

/// Whether all that is generated is Rust, and every name is there once and fits.
fn look_through(generated: &Generated) -> Result<(), String> {
    for text in [&generated.scim, &generated.store, &generated.api] {
        let file = syn::parse_file(text).map_err(|error| error.to_string())?;
        items(&file.items)?;
    }
    let mut relations = BTreeSet::new();
    let words: Vec<&str> = generated.store.split('"').collect();
    for pair in words.windows(2) {
        let before: String = pair[0].chars().filter(|letter| !letter.is_whitespace()).collect();
        let is_index = before.ends_with("table::Index{name:") || before.ends_with(",index:");
        if before.ends_with("table_name=") || is_index {
            let name = pair[1].to_ascii_lowercase();
            let reserved = name.starts_with("pg_") || name.starts_with("sqlite_") || name.ends_with("_pkey");
            if name.len() > 63 || reserved || !relations.insert(name) {
                return Err(format!("the table or index \"{}\"", pair[1]));
            }
        }
    }
    if relations.is_empty() { Err("no table is found".to_owned()) } else { Ok(()) }
}

fn items(items: &[syn::Item]) -> Result<(), String> {
    let (mut types, mut values) = (BTreeSet::new(), BTreeSet::new());
    for item in items {
        let is_new = match item {
            syn::Item::Struct(item) => {
                fields(item)?;
                types.insert(item.ident.to_string())
            }
            syn::Item::Enum(item) => types.insert(item.ident.to_string()),
            syn::Item::Mod(module) => {
                self::items(module.content.as_ref().map_or(&[][..], |(_, items)| items.as_slice()))?;
                types.insert(module.ident.to_string())
            }
            syn::Item::Fn(item) => values.insert(item.sig.ident.to_string()),
            syn::Item::Static(item) => values.insert(item.ident.to_string()),
            _ => true,
        };
        if !is_new {
            return Err(format!("{} twice", quote::quote!(#item).to_string().get(..200).unwrap_or_default()));
        }
    }
    Ok(())
}

/// Fields are told apart also by what SeaORM makes of them, which has no `_`; and columns fit.
fn fields(item: &syn::ItemStruct) -> Result<(), String> {
    let is_entity = item.ident == "Model";
    let (mut names, mut members) = (BTreeSet::new(), BTreeSet::new());
    for field in &item.fields {
        let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut attributes = field.attrs.iter().map(|attribute| quote::quote!(#attribute).to_string());
        let member =
            attributes.find_map(|text| Some(text.split_once("rename = ")?.1.split('"').nth(1)?.to_lowercase()));
        let folded = if is_entity { name.replace('_', "") } else { name.clone() };
        // SeaORM makes one `_` of two.
        let fits = !is_entity || name.len() <= 63 && !name.contains("__") && !name.ends_with('_');
        if !fits || !names.insert(folded) || member.is_some_and(|member| !members.insert(member)) {
            return Err(format!("the field {name} of {}", item.ident));
        }
    }
    Ok(())
}

/// The pointers to all nodes.
fn pointers(json: &Value, pointer: &str, all: &mut Vec<String>) {
    all.push(pointer.to_owned());
    match json {
        Value::Object(members) => {
            for (key, value) in members {
                pointers(value, &format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{pointer}/{index}"), all));
        }
        _ => {}
    }
}

/// The document with one node dropped, doubled, retyped or renamed.
fn changed(random: &mut Random, json: &Value) -> Option<Value> {
    let mut all = Vec::new();
    pointers(json, "", &mut all);
    let pointer = random.of(&all[1..]);
    let (parent, last) = pointer.rsplit_once('/')?;
    let last = last.replace("~1", "/").replace("~0", "~");
    let mut json = json.clone();
    let other = match random.below(9) {
        0 => Value::Null,
        1 => true.into(),
        2 => json!(-1.5),
        3 => "".into(),
        4 => "urn:example:2.0:Ü".into(),
        5 => json!([]),
        6 => json!({}),
        7 => json.pointer(random.of(&all).as_str()).cloned()?,
        _ => json!([{ "name": "value" }, null, "x"]),
    };
    let kind = random.below(4);
    match json.pointer_mut(parent)? {
        Value::Object(members) => match kind {
            0 => drop(members.shift_remove(&last)),
            1 => drop(members.insert(last, other)),
            _ => {
                let renamed = match random.below(5) {
                    0 => last.to_uppercase(),
                    1 => format!("{last}s"),
                    2 => (*random.of(&["name", "type", "id", "schema", "value", "$comment", "targets", "~/\"\n"]))
                        .to_owned(),
                    3 => last.chars().rev().collect(),
                    _ => String::new(),
                };
                *members = std::mem::take(members)
                    .into_iter()
                    .map(|(key, value)| (if key == last { renamed.clone() } else { key }, value))
                    .collect::<Map<_, _>>();
            }
        },
        Value::Array(values) => {
            let at: usize = last.parse().ok()?;
            match kind {
                0 => drop(values.remove(at)),
                1 => values[at] = other,
                _ => values.insert(random.below(values.len()), values[at].clone()),
            }
        }
        _ => {}
    }
    Some(json)
}

#[test]
fn what_is_changed_at_random_is_refused_with_a_place_that_exists() -> io::Result<()> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut random = Random(0xbad);
    let mut folders = vec![root.join("tests/schemas")];
    folders.extend(folders::packs(root)?);
    let mut refused = 0;
    for round in 0..250 {
        let mut documents = folders::documents(&root.join("schemas"))?;
        let folder: &PathBuf = random.of(&folders);
        documents.extend(folders::documents(folder)?);
        let shipped: BTreeMap<String, Value> = (documents.iter())
            .map(|document| Ok((document.file.clone(), serde_json::from_str(&document.text)?)))
            .collect::<io::Result<_>>()?;
        let at = random.below(documents.len());
        let file = documents[at].file.clone();
        let Some(json) = changed(&mut random, &shipped[&file]) else { continue };
        documents[at].text = format!("{json:#}");
        let texts: BTreeMap<String, String> =
            documents.iter().map(|document| (document.file.clone(), document.text.clone())).collect();
        let Err(faults) = codegen::check(&Sources::sort(documents)) else { continue };
        refused += 1;
        for fault in faults.iter() {
            let wrong = || format!("round {round}, {file}: {fault}");
            // That there is no resource type at all is no document's fault.
            let Some(text) = texts.get(&fault.file) else {
                assert_eq!(fault.file, "resource-types", "{}", wrong());
                continue;
            };
            let (line, column) = fault.at.unwrap_or_default();
            let found = line.checked_sub(1).and_then(|line| text.lines().nth(line));
            assert!(found.is_some_and(|found| (1..=found.chars().count() + 1).contains(&column)), "{}", wrong());
            let json: Value = serde_json::from_str(text)?;
            let pointer = fault.pointer.as_deref();
            assert!(pointer.is_some_and(|pointer| json.pointer(pointer).is_some()), "{}", wrong());
            assert!(!fault.section.is_empty() && !fault.message.is_empty(), "{}", wrong());
        }
    }
    assert!(refused >= 100, "{refused} were refused");
    Ok(())
}

/// A key twice, and a text cut off anywhere.
#[test]
fn what_is_no_json_is_refused_with_a_line_that_exists() -> io::Result<()> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut random = Random(7);
    for document in folders::documents(&root.join("tests/schemas"))? {
        for _ in 0..20 {
            let line_count = document.text.lines().count();
            let line = random.below(line_count);
            let cut: String = document.text.lines().take(line).flat_map(|line| [line, "\n"]).collect();
            let doubled: String = (document.text.lines().enumerate())
                .flat_map(|(index, text)| std::iter::repeat_n(text, 1 + usize::from(index == line)))
                .flat_map(|line| [line, "\n"])
                .collect();
            for text in [cut, doubled] {
                let changed = Document { file: document.file.clone(), text: text.clone() };
                let Err(faults) = codegen::check(&Sources::sort([changed])) else { continue };
                for fault in faults.iter().filter(|fault| fault.file == document.file) {
                    let (line, column) = fault.at.unwrap_or_default();
                    assert!((1..=text.lines().count().max(1)).contains(&line) && column > 0, "{fault}\n{text}");
                }
            }
        }
    }
    Ok(())
}
