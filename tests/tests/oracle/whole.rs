//! Elements of which no part can be written again (`Group.members`): they come and go whole, and are known by their
//! `value` (RFC 7643 §4.2).

use crate::filter::Filter;
use crate::message::Verb;
use crate::patch::{Error, Object, Run, error, list_of, object_of};
use crate::path::Target;
use crate::schema::Attribute;
use crate::value::{clean_list, contains};
use serde_json::Value;

impl Run<'_> {
    /// Applies an operation to a list of such elements.
    pub fn whole_elements(
        &mut self,
        container: &mut Object,
        verb: Verb,
        target: &Target<'_>,
        value: &Value,
    ) -> Result<(), Error> {
        let attribute = target.attribute;
        // By choice whatever is there: no element need be looked at to refuse it.
        if target.sub.is_some() || (verb == Verb::Replace && target.filter.is_some()) {
            return Err(error("mutability"));
        }
        let mut list = list_of(container.remove(&attribute.name));
        let result = match (verb, &target.filter) {
            (Verb::Remove, Some(filter)) => {
                let matches = |element: &Value| element.as_object().is_some_and(|it| filter.matches(attribute, it));
                self.missed |= !list.iter().any(matches);
                list.retain(|element| element.as_object().is_none_or(|element| !filter.matches(attribute, element)));
                Ok(())
            }
            (Verb::Remove, None) => remove_listed(&mut list, attribute, value),
            (_, filter) => self.new_elements(attribute, filter.as_ref(), value).map(|new| {
                let same = |one: &Value, two: &Value| one["value"] == two["value"];
                if verb == Verb::Replace {
                    list.clear();
                }
                for (at, element) in new.iter().enumerate() {
                    // By choice the first counts of those that one operation names twice.
                    if new[..at].iter().any(|first| same(first, element)) {
                        continue;
                    }
                    // Who is a member stays what he is; by choice he gets a name if he has none.
                    match list.iter_mut().find(|there| same(there, element)) {
                        None => list.push(element.clone()),
                        Some(there) if there["display"].is_null() && !element["display"].is_null() => {
                            there["display"] = element["display"].clone();
                        }
                        Some(_) => {}
                    }
                }
            }),
        };
        if !list.is_empty() {
            container.insert(attribute.name.clone(), list.into());
        }
        result
    }

    fn new_elements(
        &mut self,
        attribute: &Attribute,
        filter: Option<&Filter>,
        value: &Value,
    ) -> Result<Vec<Value>, Error> {
        let mut given = clean_list(attribute, value)?;
        if value.is_null() {
            return Ok(given);
        }
        if let Some(filter) = filter {
            // As for other lists, an add may name the element in the filter.
            let terms = filter.terms(attribute).ok_or(error("noTarget"))?;
            if value.is_array() {
                return Err(error("invalidValue"));
            }
            if given.is_empty() {
                given.push(Object::new().into());
            }
            for element in &mut given {
                let mut whole = terms.clone();
                whole.append(&mut object_of(Some(element.take())));
                *element = whole.into();
            }
        }
        for element in &mut given {
            let mut whole = Object::new();
            self.merge(&mut whole, Verb::Add, attribute, element)?;
            if !whole.contains_key("value") {
                return Err(error("invalidValue"));
            }
            *element = whole.into();
        }
        Ok(given)
    }
}

/// Remove of a list without a filter. The RFC gives remove no value; by choice, as some identity providers ask, a list of
/// values takes away those only.
pub fn remove_listed(list: &mut Vec<Value>, attribute: &Attribute, value: &Value) -> Result<(), Error> {
    if value.is_null() {
        list.clear();
        return Ok(());
    }
    let listed = clean_list(attribute, value)?;
    if listed.is_empty() || (attribute.has_whole_elements() && listed.iter().any(|it| it.get("value").is_none())) {
        return Err(error("invalidValue"));
    }
    // An element is named by its value, and its type if one is given; one without a value by what it has.
    let names: Vec<Value> = listed
        .iter()
        .map(|listed| {
            let mut names = object_of(Some(listed.clone()));
            if names.contains_key("value") {
                names.retain(|name, _| name == "value" || (name == "type" && !attribute.has_whole_elements()));
            }
            names.into()
        })
        .collect();
    list.retain(|element| !names.iter().any(|names| contains(attribute, element, names)));
    Ok(())
}
