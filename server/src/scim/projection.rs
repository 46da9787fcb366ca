//! Which attributes an answer shows (RFC 7643 §7 `returned`, RFC 7644 §3.4.2.5, §3.9, §3.10).

use super::error::{Error, ErrorKind};
use super::limits::PROJECTED_NAMES;
use super::path::lookup;
use super::schema::{Attribute, ResourceType, Returned, Role};

/// The attributes of a resource type that an answer shows.
#[derive(Debug, Clone)]
pub struct Projection {
    kind: &'static ResourceType,
    /// Their numbers; none for the default, where each attribute says so itself. Most requests have that, and it costs
    /// them nothing, however many attributes there are.
    shown: Option<Numbers>,
    /// What `excludedAttributes` names: a write does not bring it back.
    excluded: Numbers,
    /// Whether `attributes` says what is shown.
    explicit: bool,
}

/// The names in the value of `attributes` or `excludedAttributes`: a list with commas, where blanks and empty names are
/// ignored.
pub fn names(list: &str) -> Vec<String> {
    list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

impl Projection {
    /// What a request shows that names no attributes.
    pub fn default_for(kind: &'static ResourceType) -> Self {
        Self { kind, shown: None, excluded: Numbers::default(), explicit: false }
    }

    /// What a request shows with `attributes` or `excludedAttributes`; an empty list counts as none, and names that the
    /// resource type does not have are ignored.
    pub fn new(
        kind: &'static ResourceType,
        attributes: Option<&[String]>,
        excluded: Option<&[String]>,
    ) -> Result<Self, Error> {
        let attributes = attributes.filter(|names| !names.is_empty());
        let excluded = excluded.filter(|names| !names.is_empty());
        if attributes.or(excluded).is_some_and(|names| names.len() > PROJECTED_NAMES) {
            let detail =
                format!("attributes and excludedAttributes name at most {PROJECTED_NAMES} attributes; send fewer");
            return Err(Error::new(ErrorKind::InvalidValue, detail));
        }
        match (attributes, excluded) {
            (None, None) => Ok(Self::default_for(kind)),
            (Some(names), None) => Ok(Self::only(kind, names)),
            (None, Some(names)) => Ok(Self::without(kind, names)),
            (Some(_), Some(_)) => Err(Error::new(
                ErrorKind::InvalidValue,
                "attributes and excludedAttributes exclude each other; send one of them",
            )),
        }
    }

    /// Whether the request named no attributes, so that a stored document may be sent as it is
    /// (unless [`ResourceType::always_project`]).
    pub fn is_default(&self) -> bool {
        self.shown.is_none()
    }

    /// Whether an attribute of the resource type, at any depth, is shown where its parents are.
    pub fn wants(&self, attribute: &Attribute) -> bool {
        self.shown.as_ref().map_or_else(|| is_by_default(attribute), |shown| shown.has(attribute.number))
    }

    /// Whether that relation of the resource type is shown.
    pub fn wants_relation(&self, relation: usize) -> bool {
        self.kind.relations.get(relation).is_some_and(|relation| self.wants(&self.kind.attributes[relation.position]))
    }

    /// Whether that back reference of the resource type is shown.
    pub fn wants_back_reference(&self, reference: usize) -> bool {
        let reference = self.kind.back_references.get(reference);
        reference.is_some_and(|reference| self.wants(&self.kind.attributes[reference.position]))
    }

    /// Shows the `returned: request` attributes that the request has written (RFC 7643 §7), by number, unless it says
    /// itself what it wants to see.
    pub fn with_written(&mut self, numbers: impl IntoIterator<Item = u16>) {
        if self.explicit {
            return;
        }
        let mut written = Numbers::new(self.kind.attribute_count);
        numbers.into_iter().for_each(|number| written.add(number));
        self.show_written(self.kind.attributes, &written);
    }

    /// The minimum and the named attributes.
    fn only(kind: &'static ResourceType, names: &[String]) -> Self {
        let shown = Some(Numbers::new(kind.attribute_count));
        let mut projection = Self { kind, shown, excluded: Numbers::default(), explicit: true };
        projection.show_minimum();
        for name in names {
            for chain in resolve(kind, name) {
                projection.show_chain(&chain);
            }
        }
        projection
    }

    /// The default without the named attributes.
    fn without(kind: &'static ResourceType, names: &[String]) -> Self {
        let excluded = Numbers::new(kind.attribute_count);
        let mut projection = Self { excluded, ..Self::default_for(kind) };
        projection.numbers();
        for name in names {
            for chain in resolve(kind, name) {
                if let Some(last) = chain.last().filter(|last| last.returned != Returned::Always) {
                    projection.hide(last);
                }
            }
        }
        // A complex value of which nothing is left is not shown either.
        for attribute in kind.attributes {
            projection.hide_empty(attribute);
        }
        projection
    }

    /// The numbers of what is shown, to be changed.
    fn numbers(&mut self) -> &mut Numbers {
        let kind = self.kind;
        self.shown.get_or_insert_with(|| {
            let mut numbers = Numbers::new(kind.attribute_count);
            let by_default = kind.attributes.iter().filter(|attribute| is_by_default(attribute));
            by_default.for_each(|attribute| numbers.add_whole(attribute));
            numbers
        })
    }

    /// Shows what is always returned. An extension is no attribute but holds some: theirs counts as at the top.
    fn show_minimum(&mut self) {
        let kind = self.kind;
        for attribute in kind.attributes {
            if attribute.returned == Returned::Always {
                self.show(attribute);
            } else if attribute.role == Role::Extension {
                for always in attribute.sub_attributes.iter().filter(|sub| sub.returned == Returned::Always) {
                    self.numbers().add(attribute.number);
                    self.show(always);
                }
            }
        }
    }

    /// Shows an attribute with the parts that come with it, whatever its own `returned` but never.
    fn show(&mut self, attribute: &Attribute) {
        if attribute.returned != Returned::Never {
            self.numbers().add_whole(attribute);
        }
    }

    /// Shows the last attribute of a chain, in its parents, with what is always shown of them.
    fn show_chain(&mut self, chain: &[&Attribute]) {
        let Some((last, parents)) = chain.split_last() else { return };
        if chain.iter().any(|attribute| attribute.returned == Returned::Never) {
            return;
        }
        for parent in parents {
            self.numbers().add(parent.number);
            let always = parent.sub_attributes.iter().filter(|sub| sub.returned == Returned::Always);
            always.for_each(|sub| self.show(sub));
        }
        self.show(last);
    }

    /// Hides an attribute with its parts; of an extension, all its attributes that are not always returned.
    fn hide(&mut self, attribute: &Attribute) {
        if attribute.role == Role::Extension {
            let parts = attribute.sub_attributes.iter().filter(|sub| sub.returned != Returned::Always);
            return parts.for_each(|sub| self.hide(sub));
        }
        self.numbers().remove(attribute.number);
        self.excluded.add(attribute.number);
        attribute.sub_attributes.iter().for_each(|sub| self.hide(sub));
    }

    fn hide_empty(&mut self, attribute: &Attribute) {
        attribute.sub_attributes.iter().for_each(|sub| self.hide_empty(sub));
        if attribute.is_complex() && !attribute.sub_attributes.iter().any(|sub| self.wants(sub)) {
            self.numbers().remove(attribute.number);
        }
    }

    fn show_written(&mut self, level: &[Attribute], written: &Numbers) {
        for attribute in level {
            let on_request = attribute.returned == Returned::Request;
            if on_request && written.has(attribute.number) && !self.excluded.has(attribute.number) {
                self.show(attribute);
            }
            if self.wants(attribute) {
                self.show_written(attribute.sub_attributes, written);
            }
        }
    }
}

fn is_by_default(attribute: &Attribute) -> bool {
    matches!(attribute.returned, Returned::Always | Returned::Default)
}

/// The attributes that `[URN:]attribute[.sub]` names, each with its parents before it: usually one, none if the resource
/// type does not have it, all of a schema for the URN of the base schema.
fn resolve(kind: &'static ResourceType, name: &str) -> Vec<Vec<&'static Attribute>> {
    if name.eq_ignore_ascii_case(kind.schema) {
        let base =
            kind.attributes.iter().filter(|attribute| attribute.schema == kind.schema && is_by_default(attribute));
        return base.map(|attribute| vec![attribute]).collect();
    }
    lookup(kind, name).map(|path| path.chain(kind)).into_iter().collect()
}

/// A set of attribute numbers.
#[derive(Debug, Clone, Default)]
struct Numbers(Vec<u64>);

impl Numbers {
    fn new(count: u16) -> Self {
        Self(vec![0; usize::from(count).div_ceil(64)])
    }

    fn add(&mut self, number: u16) {
        if let Some(word) = self.0.get_mut(usize::from(number / 64)) {
            *word |= 1 << (number % 64);
        }
    }

    /// Adds an attribute with the parts that are shown by default.
    fn add_whole(&mut self, attribute: &Attribute) {
        self.add(attribute.number);
        attribute.sub_attributes.iter().filter(|sub| is_by_default(sub)).for_each(|sub| self.add_whole(sub));
    }

    fn remove(&mut self, number: u16) {
        if let Some(word) = self.0.get_mut(usize::from(number / 64)) {
            *word &= !(1 << (number % 64));
        }
    }

    fn has(&self, number: u16) -> bool {
        self.0.get(usize::from(number / 64)).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scim::fixture::{EXTENSION, PLAIN, SCHEMA, TYPE};
    use crate::scim::schema::{DataType, Extension};

    /// Extensions that hold something that is always shown: at once, and in a complex attribute.
    static HOLDING: ResourceType = ResourceType {
        attribute_count: 9,
        attributes: &[
            Attribute { number: 0, name: "label", ..PLAIN },
            Attribute {
                number: 1,
                name: "urn:one",
                data_type: DataType::Complex,
                role: Role::Extension,
                sub_attributes: &[
                    Attribute { number: 2, name: "always", returned: Returned::Always, ..PLAIN },
                    Attribute { number: 3, name: "other", ..PLAIN },
                    Attribute { number: 4, name: "request", returned: Returned::Request, ..PLAIN },
                ],
                ..PLAIN
            },
            Attribute {
                number: 5,
                name: "urn:two",
                data_type: DataType::Complex,
                role: Role::Extension,
                sub_attributes: &[Attribute {
                    number: 6,
                    name: "part",
                    data_type: DataType::Complex,
                    sub_attributes: &[
                        Attribute { number: 7, name: "always", returned: Returned::Always, ..PLAIN },
                        Attribute { number: 8, name: "other", ..PLAIN },
                    ],
                    ..PLAIN
                }],
                ..PLAIN
            },
        ],
        extensions: &[
            Extension { schema: "urn:one", required: false, position: 1 },
            Extension { schema: "urn:two", required: false, position: 2 },
        ],
        relations: &[],
        back_references: &[],
        ..TYPE
    };

    fn numbers(projection: &Projection) -> Vec<u16> {
        (0..HOLDING.attribute_count).filter(|&number| projection.shown.as_ref().unwrap().has(number)).collect()
    }

    /// 7643-7-x1, 7644-3.9-02b, 7644-3.4.2.5-04
    #[test]
    fn what_an_extension_always_shows_is_of_the_minimum() {
        let only = |name: &str| numbers(&Projection::new(&HOLDING, Some(&names(name)), None).unwrap());
        assert_eq!(only("nope"), [1, 2]);
        assert_eq!(only("label"), [0, 1, 2]);
        assert_eq!(only("urn:one:other"), [1, 2, 3]);
        assert_eq!(only("urn:two:part.other"), [1, 2, 5, 6, 7, 8]);
        let without = |name: &str| numbers(&Projection::new(&HOLDING, None, Some(&names(name))).unwrap());
        assert_eq!(without("urn:one"), [0, 1, 2, 5, 6, 7, 8]);
        assert_eq!(without("urn:two"), [0, 1, 2, 3]);
        assert_eq!(without("urn:one:always,urn:one:other"), [0, 1, 2, 5, 6, 7, 8]);
        let mut written = Projection::new(&HOLDING, None, Some(&names("URN:one"))).unwrap();
        written.with_written([4]);
        assert_eq!(numbers(&written), [0, 1, 2, 5, 6, 7, 8]);
    }

    /// The names of what is shown, in pre-order, with the parents' names.
    fn shown(projection: &Projection) -> Vec<String> {
        fn walk(projection: &Projection, level: &[Attribute], prefix: &str, out: &mut Vec<String>) {
            for attribute in level.iter().filter(|attribute| projection.wants(attribute)) {
                let name = if attribute.role == Role::Extension { "ext" } else { attribute.name };
                out.push(format!("{prefix}{name}"));
                walk(projection, attribute.sub_attributes, &format!("{prefix}{name}."), out);
            }
        }
        let mut out = Vec::new();
        walk(projection, TYPE.attributes, "", &mut out);
        out
    }

    fn only(list: &str) -> Vec<String> {
        shown(&Projection::new(&TYPE, Some(&names(list)), None).unwrap())
    }

    fn without(list: &str) -> Vec<String> {
        shown(&Projection::new(&TYPE, None, Some(&names(list))).unwrap())
    }

    #[test]
    fn the_fixture_numbers_its_attributes_in_pre_order() {
        fn walk(level: &[Attribute], next: &mut u16) {
            for attribute in level {
                assert_eq!(attribute.number, *next, "{}", attribute.name);
                *next += 1;
                walk(attribute.sub_attributes, next);
            }
        }
        let mut next = 0;
        walk(TYPE.attributes, &mut next);
        assert_eq!(next, TYPE.attribute_count);
    }

    /// 7643-7-x1, 7643-7-22
    /// 7644-3.4-x1
    #[test]
    fn the_default_leaves_out_request_and_never() {
        let default = Projection::default_for(&TYPE);
        assert!(default.is_default() && default.wants_relation(0) && default.wants_back_reference(0));
        let shown = shown(&default);
        for name in
            ["schemas", "id", "meta.version", "userName", "emails.value", "keys.fingerprint", "ext.manager.value"]
        {
            assert!(shown.iter().any(|shown| shown == name), "{name}");
        }
        for name in ["password", "notes", "keys.secret", "keys.comment"] {
            assert!(!shown.iter().any(|shown| shown == name), "{name}");
        }
    }

    /// 7643-7-x1, 7643-3.1-05
    #[test]
    fn attributes_gives_the_minimum_and_what_is_named() {
        assert_eq!(only("userName"), ["schemas", "id", "userName"]);
        assert_eq!(only(" USERNAME ,, nope,emails[type eq \"work\"]"), ["schemas", "id", "userName"]);
        assert_eq!(only("nope"), ["schemas", "id"]);
        assert_eq!(only("name"), ["schemas", "id", "name", "name.formatted", "name.familyName", "name.givenName"]);
        assert_eq!(only("name.givenName"), ["schemas", "id", "name", "name.givenName"]);
        assert_eq!(only("meta.location"), ["schemas", "id", "meta", "meta.location"]);
        assert_eq!(only("notes"), ["schemas", "id", "notes"]);
        assert_eq!(only("password,keys.secret"), ["schemas", "id"]);
    }

    /// 7644-3.9-02b
    #[test]
    fn a_named_part_comes_with_what_is_always_shown_of_its_parent() {
        assert_eq!(only("keys.value"), ["schemas", "id", "keys", "keys.value", "keys.fingerprint"]);
        assert_eq!(only("keys.comment"), ["schemas", "id", "keys", "keys.fingerprint", "keys.comment"]);
        assert_eq!(only("keys"), ["schemas", "id", "keys", "keys.value", "keys.fingerprint"]);
    }

    #[test]
    fn urns_are_split_at_the_schema_and_not_at_a_dot() {
        assert_eq!(only(&format!("{SCHEMA}:userName")), only("userName"));
        assert_eq!(only(&format!("{}:Name.GivenName", SCHEMA.to_uppercase())), only("name.givenName"));
        assert_eq!(only(&format!("{EXTENSION}:costCenter")), ["schemas", "id", "ext", "ext.costCenter"]);
        assert_eq!(
            only(&format!("{EXTENSION}:manager.displayName")),
            ["schemas", "id", "ext", "ext.manager", "ext.manager.displayName"]
        );
        let extension = only(&EXTENSION.to_lowercase());
        assert!(extension.contains(&"ext.manager.$ref".to_owned()) && !extension.contains(&"userName".to_owned()));
        let base = only(SCHEMA);
        assert!(base.contains(&"userName".to_owned()) && !base.contains(&"ext".to_owned()));
        assert!(!base.contains(&"notes".to_owned()));
        assert_eq!(only(&format!("{EXTENSION}:userName,{EXTENSION}x")), ["schemas", "id"]);
        assert_eq!(only("costCenter"), ["schemas", "id", "ext", "ext.costCenter"]);
    }

    /// 7643-7-x1, 7643-3.1-05
    /// 7644-3.4.2.5-04
    #[test]
    fn excluded_attributes_are_left_out_unless_always_shown() {
        let default = shown(&Projection::default_for(&TYPE));
        assert_eq!(without("id,schemas,keys.fingerprint,nope"), default);
        let shown = without("emails,name.givenName");
        assert!(!shown.iter().any(|name| name.starts_with("emails") || name == "name.givenName"));
        assert_eq!(shown.len(), default.len() - 6);
        assert!(!without("name.formatted,name.familyName,name.givenName").contains(&"name".to_owned()));
        assert!(!without("keys").iter().any(|name| name.starts_with("keys")));
        assert!(!without(EXTENSION).iter().any(|name| name == "ext" || name.starts_with("ext.")));
    }

    #[test]
    fn both_lists_at_once_are_refused_and_empty_ones_count_as_none() {
        let both = Projection::new(&TYPE, Some(&names("id")), Some(&names("name")));
        assert_eq!(both.unwrap_err().kind, ErrorKind::InvalidValue);
        assert!(Projection::new(&TYPE, Some(&vec!["x".to_owned(); PROJECTED_NAMES + 1]), None).is_err());
        assert!(Projection::new(&TYPE, Some(&names(" , ")), Some(&[])).unwrap().is_default());
        assert!(!Projection::new(&TYPE, None, Some(&names("nope"))).unwrap().is_default());
    }

    /// 7643-7-x1
    #[test]
    fn a_write_shows_the_request_attributes_it_set() {
        let mut projection = Projection::default_for(&TYPE);
        projection.with_written([9, 20]);
        assert!(projection.is_default() && !projection.wants(&TYPE.attributes[8]));
        projection.with_written([27, 43]);
        assert!(!projection.is_default() && projection.wants(&TYPE.attributes[15]));
        assert!(shown(&projection).contains(&"keys.comment".to_owned()));
        let mut explicit = Projection::new(&TYPE, Some(&names("userName")), None).unwrap();
        explicit.with_written([27]);
        assert!(!explicit.wants(&TYPE.attributes[15]));
        let mut excluded = Projection::new(&TYPE, None, Some(&names("notes,keys"))).unwrap();
        excluded.with_written([27, 43]);
        assert!(!excluded.wants(&TYPE.attributes[15]) && !excluded.wants(&TYPE.attributes[19]));
    }
}
