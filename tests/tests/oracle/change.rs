//! What add, replace and remove do to one attribute (RFC 7644 §3.5.2.1 to §3.5.2.3).

use serde_json::Value;
use tests::http::encode;

use crate::message::{Verb, member};
use crate::patch::{Error, Object, Run, error, list_of, object_of};
use crate::path::Target;
use crate::schema::Attribute;
use crate::value::{clean_list, clean_one, contains, is_primary, parts};
use crate::whole::remove_listed;

impl Run<'_> {
    /// Applies an operation to the attributes of a resource or an extension.
    pub fn apply_in(
        &mut self,
        container: &mut Object,
        verb: Verb,
        target: &Target<'_>,
        value: &Value,
    ) -> Result<(), Error> {
        let attribute = target.attribute;
        if attribute.has_whole_elements() {
            return self.whole_elements(container, verb, target, value);
        }
        if !attribute.multi_valued {
            return self.single(container, verb, target, value);
        }
        let mut list = list_of(container.remove(&attribute.name));
        let result = self.list(&mut list, verb, target, value);
        list.retain(|element| element.as_object().is_none_or(|element| !element.is_empty()));
        // Values that the change made equal are one (RFC 7643 §2.4).
        let mut kept: Vec<Value> = Vec::with_capacity(list.len());
        for element in list.drain(..) {
            if !kept.contains(&element) {
                kept.push(element);
            }
        }
        list = kept;
        if !list.is_empty() {
            container.insert(attribute.name.clone(), list.into());
        }
        result
    }

    fn single(&mut self, container: &mut Object, verb: Verb, target: &Target<'_>, value: &Value) -> Result<(), Error> {
        let attribute = target.attribute;
        if let Some(filter) = &target.filter {
            // By choice a single complex attribute may be filtered like a list of one; it cannot get a second value.
            let mut current = object_of(container.get(&attribute.name).cloned());
            if current.is_empty() || !filter.matches(attribute, &current) {
                self.missed |= verb == Verb::Remove;
                if verb == Verb::Remove || (verb == Verb::Add && value.is_null()) {
                    return Ok(());
                }
                if verb == Verb::Replace || !current.is_empty() {
                    return Err(error("noTarget"));
                }
                current = filter.terms(attribute).ok_or(error("noTarget"))?;
            }
            self.change(&mut current, verb, target, value)?;
            container.remove(&attribute.name);
            if !current.is_empty() {
                container.insert(attribute.name.clone(), current.into());
            }
            return Ok(());
        }
        match target.sub {
            None => self.assign(container, verb, attribute, value),
            Some(sub) => {
                let mut object = object_of(container.remove(&attribute.name));
                let result = self.assign_part(&mut object, verb, attribute, sub, value);
                if !object.is_empty() {
                    container.insert(attribute.name.clone(), object.into());
                }
                result
            }
        }
    }

    fn list(&mut self, list: &mut Vec<Value>, verb: Verb, target: &Target<'_>, value: &Value) -> Result<(), Error> {
        let attribute = target.attribute;
        if target.filter.is_none() && target.sub.is_none() {
            return match verb {
                Verb::Add => {
                    add(attribute, list, clean_list(attribute, value)?);
                    Ok(())
                }
                Verb::Replace => {
                    *list = clean_list(attribute, value)?;
                    Ok(())
                }
                Verb::Remove => remove_listed(list, attribute, value),
            };
        }
        let matches = |element: &Value| {
            let element = element.as_object();
            target.filter.as_ref().is_none_or(|filter| element.is_some_and(|it| filter.matches(attribute, it)))
        };
        let chosen: Vec<usize> = (0..list.len()).filter(|at| matches(&list[*at])).collect();
        self.missed |= chosen.is_empty() && verb == Verb::Remove && target.filter.is_some();
        if chosen.is_empty() && verb != Verb::Remove {
            // By choice a sub-attribute of a list without values makes its first value.
            let mut made = Object::new();
            if let Some(filter) = &target.filter {
                if verb == Verb::Replace {
                    return Err(error("noTarget"));
                }
                if value.is_null() {
                    return Ok(());
                }
                // The RFC is silent (EID 8097). By choice the value is made of what the filter asks for.
                made = filter.terms(attribute).ok_or(error("noTarget"))?;
            }
            self.change(&mut made, verb, target, value)?;
            add(attribute, list, vec![made.into()]);
            return Ok(());
        }
        for at in &chosen {
            let mut element = object_of(Some(list[*at].take()));
            let had_value = element.contains_key("value");
            let result = self.change(&mut element, verb, target, value);
            // By choice what has lost its value and has nothing left but labels stands for nothing any more.
            let label = |name: &String| ["type", "display", "primary"].contains(&name.as_str());
            if had_value && !element.contains_key("value") && element.keys().all(label) {
                element.clear();
            }
            list[*at] = element.into();
            result?;
        }
        let says_primary = match target.sub {
            Some(sub) => sub.name == "primary" && *value == true,
            None => value.as_object().and_then(|object| member(object, "primary")) == Some(&Value::Bool(true)),
        };
        if verb != Verb::Remove && says_primary {
            if chosen.len() > 1 {
                return Err(error("invalidValue"));
            }
            only_primaries(list, &chosen);
        }
        Ok(())
    }

    /// Changes one element of a list, or a part of it; an element without parts is to be dropped.
    fn change(&mut self, element: &mut Object, verb: Verb, target: &Target<'_>, value: &Value) -> Result<(), Error> {
        match (target.sub, verb) {
            (Some(sub), _) => self.assign_part(element, verb, target.attribute, sub, value),
            (None, Verb::Remove) => {
                element.clear();
                Ok(())
            }
            (None, Verb::Replace) if value.is_null() => {
                element.clear();
                Ok(())
            }
            (None, Verb::Add) if value.is_null() => Ok(()),
            // "Sub-attributes that are not specified in the value parameter are left unchanged."
            (None, _) => self.merge(element, verb, target.attribute, value),
        }
    }

    /// Writes one attribute of a resource, an extension or a complex value.
    fn assign(
        &mut self,
        container: &mut Object,
        verb: Verb,
        attribute: &Attribute,
        value: &Value,
    ) -> Result<(), Error> {
        if attribute.multi_valued && verb != Verb::Remove {
            let target = Target { extension: None, attribute, filter: None, sub: None };
            return self.apply_in(container, verb, &target, value);
        }
        if verb == Verb::Remove || value.is_null() || value.as_array().is_some_and(Vec::is_empty) {
            if attribute.required {
                return Err(error(if verb == Verb::Remove { "mutability" } else { "invalidValue" }));
            }
            container.remove(&attribute.name);
            return Ok(());
        }
        if attribute.subs.is_empty() {
            if let Some(value) = clean_one(attribute, value)? {
                container.insert(attribute.name.clone(), value);
            }
            return Ok(());
        }
        let mut object = object_of(container.remove(&attribute.name));
        let result = self.merge(&mut object, verb, attribute, value);
        if !object.is_empty() {
            container.insert(attribute.name.clone(), object.into());
        }
        result
    }

    fn assign_part(
        &mut self,
        object: &mut Object,
        verb: Verb,
        parent: &Attribute,
        sub: &Attribute,
        value: &Value,
    ) -> Result<(), Error> {
        if parent.refers_to_resources() && sub.name == "$ref" {
            // The reference is made of the id: to set it is to set the id, to remove it changes nothing.
            let one = Value::Object(Object::from_iter([(sub.name.clone(), value.clone())]));
            return if verb == Verb::Remove { Ok(()) } else { self.merge(object, verb, parent, &one) };
        }
        self.assign(object, verb, sub, value)?;
        self.link(object, parent);
        Ok(())
    }

    /// Writes the parts of a complex value that a client names; the others stay.
    pub fn merge(
        &mut self,
        object: &mut Object,
        verb: Verb,
        attribute: &Attribute,
        value: &Value,
    ) -> Result<(), Error> {
        for (sub, value) in parts(attribute, value)? {
            self.assign(object, verb, sub, &value)?;
        }
        self.link(object, attribute);
        Ok(())
    }

    /// Makes `$ref` and `type` of the id, in a value that refers to a resource.
    fn link(&mut self, object: &mut Object, attribute: &Attribute) {
        let (true, Some(reference)) = (attribute.refers_to_resources(), attribute.sub("$ref")) else { return };
        let id = object.get("value").and_then(Value::as_str).unwrap_or_default().to_owned();
        if id.is_empty() {
            object.remove("value");
            object.remove("$ref");
            return;
        }
        let there = self.world.directory.get(&id);
        let only = self.world.directory.values().find(|(name, _)| *name == reference.reference_types[0]);
        if let Some((name, endpoint)) = there.filter(|_| reference.reference_types.len() > 1).or(only) {
            object.insert("$ref".to_owned(), format!("{}{endpoint}/{}", self.world.base, encode(&id)).into());
            if attribute.sub("type").is_some() {
                object.insert("type".to_owned(), name.as_str().into());
            }
        }
        // By choice only an element must point at something that exists: a single reference is kept as sent.
        self.strangers |= there.is_none() && attribute.multi_valued;
    }
}

/// Appends what is not there already; a new primary value takes the place of the old.
fn add(attribute: &Attribute, list: &mut Vec<Value>, new: Vec<Value>) {
    let before = list.len();
    for element in new {
        if !list[..before].iter().any(|there| contains(attribute, there, &element)) {
            list.push(element);
        }
    }
    let primary: Vec<usize> = (before..list.len()).filter(|at| is_primary(&list[*at])).collect();
    only_primaries(list, &primary);
}

/// Sets `primary` to false wherever it is true, but for those elements (RFC 7644 §3.5.2).
fn only_primaries(list: &mut [Value], keep: &[usize]) {
    if keep.is_empty() {
        return;
    }
    for (at, element) in list.iter_mut().enumerate() {
        if is_primary(element) && !keep.contains(&at) {
            element["primary"] = false.into();
        }
    }
}
