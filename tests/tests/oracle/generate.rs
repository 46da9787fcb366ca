//! Random resources and PATCH requests: mostly valid, each kind of fault often enough.

use serde_json::{Value, json};

use crate::faults;
use crate::patch::Object;
use crate::schema::{Attribute, Mutability, ResourceType, Type};

const TEXTS: [&str; 14] =
    ["a", "A", "b", "ab", "Ab c", "abc", "x] y", "q\"q", "back\\slash", "1 and 2", "(x)", "É", "日本", "zz"];
const KINDS: [&str; 5] = ["work", "home", "other", "WORK", "boat"];
const URIS: [&str; 4] = ["https://a.example/1", "https://a.example/2", "HTTPS://A.example/1", "Users/1"];
const BINARIES: [&str; 3] = ["AAEC", "c2NpbWQ=", "AAAA"];

/// xorshift64*: the same numbers for the same seed on every machine.
#[derive(Debug, Clone)]
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }
}

/// Makes resources and requests of one type.
#[derive(Debug)]
pub struct Generator<'a> {
    pub random: Random,
    pub kind: &'a ResourceType,
    /// The ids that references may hold.
    pub ids: &'a [String],
    /// The beginning of unique values.
    pub prefix: String,
    /// A unique value that another resource has.
    pub taken: String,
    pub count: usize,
}

impl<'a> Generator<'a> {
    /// A body for a POST.
    pub fn resource(&mut self) -> Value {
        let kind = self.kind;
        let mut body = json!({ "schemas": [kind.core] });
        for attribute in &kind.attributes {
            let seldom = if attribute.hidden { 5 } else { 50 };
            if attribute.required || self.random.percent(seldom) {
                self.some(&mut body, attribute);
            }
        }
        for extension in &kind.extensions {
            if self.random.percent(40) {
                body[extension.name.as_str()] = self.value(extension);
            }
        }
        body
    }

    fn some(&mut self, object: &mut Value, attribute: &Attribute) {
        if attribute.name != "schemas" && attribute.mutability != Mutability::ReadOnly {
            object[attribute.name.as_str()] = self.value(attribute);
        }
    }

    /// A value that fits: a list for a multi-valued attribute.
    pub fn value(&mut self, attribute: &Attribute) -> Value {
        if !attribute.multi_valued {
            return self.one(attribute);
        }
        let mut primary = false;
        let elements = (0..self.random.below(4)).map(|_| {
            let mut element = self.one(attribute);
            if element["primary"] == true && std::mem::replace(&mut primary, true) {
                element["primary"] = json!(false);
            }
            element
        });
        elements.collect()
    }

    /// A single value, or an element of a list.
    pub fn one(&mut self, attribute: &Attribute) -> Value {
        let random = &mut self.random;
        match attribute.kind {
            Type::Complex if attribute.refers_to_resources() => {
                let mut value = json!({ "value": random.one(self.ids) });
                if attribute.sub("display").is_some() && random.percent(30) {
                    value["display"] = json!(random.one(&TEXTS));
                }
                value
            }
            Type::Complex => {
                let mut value = json!({});
                for sub in &attribute.subs {
                    let chance = if sub.name == "value" { 90 } else { 40 };
                    if self.random.percent(chance) {
                        self.some(&mut value, sub);
                    }
                }
                value
            }
            Type::Boolean => json!(random.percent(50)),
            Type::Binary => json!(random.one(&BINARIES)),
            Type::Reference => json!(random.one(&URIS)),
            _ if attribute.unique => {
                self.count += 1;
                json!(format!("{}-{}", self.prefix, self.count))
            }
            _ if attribute.name == "type" => json!(random.one(&KINDS)),
            _ if attribute.hidden => json!(format!("{}-pass-word", random.below(2))),
            _ => json!(random.one(&TEXTS)),
        }
    }

    /// A PATCH message for a resource.
    pub fn request(&mut self, current: &Object) -> Value {
        let count = 1 + self.random.below(6).min(self.random.below(6));
        let mut operations: Vec<Value> = (0..count).map(|_| self.operation(current)).collect();
        if self.random.percent(20) {
            let at = self.random.below(operations.len());
            operations[at] = faults::at_random(self, current);
        }
        let mut message =
            json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations });
        if self.random.percent(1) {
            match self.random.below(4) {
                0 => message["schemas"] = json!([self.kind.core]),
                1 => message["Operations"] = json!([]),
                2 => message = json!({ "Operations": message["Operations"] }),
                _ => message["Operations"] = json!({}),
            }
        }
        message
    }

    fn operation(&mut self, current: &Object) -> Value {
        let (urn, attribute) = self.attribute();
        let op = *self.random.one(&["add", "add", "replace", "replace", "remove"]);
        let sort = self.random.below(100);
        if op != "remove" && sort < 20 {
            return self.pathless(op);
        }
        if let (Some(extension), true) = (self.kind.extensions.first(), sort < 24) {
            let value = self.value(extension);
            return operation(op, &self.spelled(&extension.name), value);
        }
        if sort < 26 {
            let urns: Vec<_> = self.kind.extensions.iter().map(|it| &it.name).chain([&self.kind.core]).collect();
            return operation(if op == "remove" { "add" } else { op }, "schemas", json!([self.random.one(&urns)]));
        }
        let path = self.named(urn, attribute);
        let whole = attribute.has_whole_elements();
        let filtered = if attribute.multi_valued { 70 } else { 35 };
        if !attribute.subs.is_empty() && sort < filtered && (!whole || op != "replace") {
            let filter = self.filter(attribute, elements(current, urn, attribute), 2);
            let path = format!("{path}[{filter}]");
            if whole || sort < 45 {
                let value = if self.random.percent(3) { Value::Null } else { self.one(attribute) };
                return operation(op, &path, value);
            }
            let sub = self.random.one(&attribute.subs).clone();
            let value = if self.random.percent(5) { Value::Null } else { self.one(&sub) };
            return operation(op, &format!("{path}.{}", self.spelled(&sub.name)), value);
        }
        let writable: Vec<_> = attribute.subs.iter().filter(|sub| sub.mutability == Mutability::ReadWrite).collect();
        if !writable.is_empty() && sort < 76 + 20 * usize::from(!attribute.multi_valued) {
            let sub = *self.random.one(&writable);
            let value = if self.random.percent(5) { Value::Null } else { self.one(sub) };
            return operation(op, &format!("{path}.{}", self.spelled(&sub.name)), value);
        }
        if attribute.required {
            let value = self.again(current, attribute);
            return operation(if op == "remove" { "replace" } else { op }, &path, value);
        }
        let value = match self.random.below(20) {
            0 => Value::Null,
            1 => json!([]),
            2..=5 => self.again(current, attribute),
            6..=12 if attribute.multi_valued => self.one(attribute),
            _ => self.value(attribute),
        };
        let mut operation = operation(op, &path, value);
        if op == "remove" && attribute.multi_valued && self.random.percent(30) {
            let mut value = self.value(attribute);
            if let (true, Some(there)) = (self.random.percent(60), elements(current, urn, attribute).first()) {
                value = json!([there]);
            }
            operation["value"] = value;
        }
        operation
    }

    /// An operation without a path, with a few attributes, now and then with one that no schema knows.
    fn pathless(&mut self, op: &str) -> Value {
        let mut value = json!({});
        for _ in 0..1 + self.random.below(3) {
            let (urn, attribute) = self.attribute();
            let new = if self.random.percent(4) && !attribute.required { Value::Null } else { self.value(attribute) };
            // The same name twice is a fault of the JSON, in whatever letter case.
            let twice = |name: &String| name.to_lowercase().ends_with(&attribute.name.to_lowercase());
            if value.as_object().into_iter().flatten().any(|(name, _)| twice(name) || urn == Some(name)) {
                continue;
            }
            match urn {
                Some(urn) if self.random.percent(50) => value[urn] = json!({ attribute.name.as_str(): new }),
                _ if self.random.percent(10) => value[self.named(urn, attribute)] = new,
                _ => value[self.spelled(&attribute.name)] = new,
            }
        }
        if self.random.percent(5) {
            value["favouriteColour"] = json!("blue");
        }
        json!({ "op": op, "value": value })
    }

    /// A writable attribute of the type or its extension; passwords seldom, since hashing them takes long.
    fn attribute(&mut self) -> (Option<&'a str>, &'a Attribute) {
        let kind = self.kind;
        loop {
            let extension = kind.extensions.first().filter(|_| self.random.percent(25));
            let attribute = self.random.one(extension.map_or(&kind.attributes, |it| &it.subs));
            let fits = attribute.mutability != Mutability::ReadOnly && attribute.name != "schemas";
            if fits && (!attribute.hidden || self.random.percent(10)) {
                return (extension.map(|it| it.name.as_str()), attribute);
            }
        }
    }

    /// The value that is there, perhaps in other letter case; or a new one.
    fn again(&mut self, current: &Object, attribute: &Attribute) -> Value {
        match current.get(&attribute.name) {
            Some(Value::String(text)) if self.random.percent(40) => json!(text.to_uppercase()),
            Some(value) if self.random.percent(50) => value.clone(),
            _ => self.value(attribute),
        }
    }

    /// A name in some letter case.
    pub fn spelled(&mut self, name: &str) -> String {
        match self.random.below(12) {
            0 => name.to_uppercase(),
            1 => name.to_lowercase(),
            _ => name.to_owned(),
        }
    }

    /// The path of an attribute, with its URN or without.
    pub fn named(&mut self, urn: Option<&str>, attribute: &Attribute) -> String {
        let name = self.spelled(&attribute.name);
        let core = self.kind.core.clone();
        match urn {
            Some(urn) if self.random.percent(85) => format!("{}:{name}", self.spelled(urn)),
            None if self.random.percent(10) => format!("{}:{name}", self.spelled(&core)),
            _ => name,
        }
    }

    /// A filter over the sub-attributes of an attribute, mostly one that an element there matches.
    pub fn filter(&mut self, attribute: &Attribute, elements: &[Value], depth: usize) -> String {
        let split = if depth == 0 { 100 } else { self.random.below(100) };
        if split < 28 {
            let (left, right) =
                (self.filter(attribute, elements, depth - 1), self.filter(attribute, elements, depth - 1));
            let and = self.random.one(&["and", "and", "or", "AND", "Or"]);
            return match self.random.below(4) {
                0 => format!("({left} {and} {right})"),
                1 => format!("({left}) {and} {right}"),
                _ => format!("{left} {and} {right}"),
            };
        }
        if split < 36 {
            let not = self.random.one(&["not ", "not", "NOT  "]);
            return format!("{not}({})", self.filter(attribute, elements, depth - 1));
        }
        let sub = self.random.one(&attribute.subs).clone();
        let name = self.spelled(&sub.name);
        let there = if elements.is_empty() { &Value::Null } else { self.random.one(elements) };
        let value = match there.get(&sub.name) {
            Some(value) if self.random.percent(85) => value.clone(),
            _ => self.one(&sub),
        };
        let computed = attribute.refers_to_resources() && sub.kind == Type::Reference;
        let operators: &[&str] = match sub.kind {
            Type::Boolean | Type::Binary => &["eq", "ne", "EQ"],
            _ if computed => &["eq", "ne"],
            _ => &["eq", "eq", "eq", "Eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"],
        };
        match self.random.below(20) {
            0 | 1 => format!("{name} pr"),
            2 => format!("{name} {} null", self.random.one(&["eq", "ne"])),
            _ => format!("{name} {} {value}", self.random.one(operators)),
        }
    }
}

/// The elements of a list of the resource or its extension, or the one value.
pub fn elements<'a>(current: &'a Object, urn: Option<&str>, attribute: &Attribute) -> &'a [Value] {
    let container = urn.map_or(Some(current), |urn| current.get(urn)?.as_object());
    match container.and_then(|container| container.get(&attribute.name)) {
        Some(Value::Array(list)) => list,
        Some(single) => std::slice::from_ref(single),
        None => &[],
    }
}

/// An operation with a path; a remove takes no value.
pub fn operation(op: &str, path: &str, value: Value) -> Value {
    if op == "remove" { json!({ "op": op, "path": path }) } else { json!({ "op": op, "path": path, "value": value }) }
}
