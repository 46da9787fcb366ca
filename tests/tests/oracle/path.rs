//! The path of a PATCH operation: `PATH = attrPath / valuePath [subAttr]` (RFC 7644 §3.5.2, §3.10).

use crate::filter::{self, Filter};
use crate::patch::{Error, error};
use crate::schema::{Attribute, ResourceType, find};

/// What a path points at.
#[derive(Debug, Clone)]
pub struct Target<'a> {
    /// The extension that the attribute is in.
    pub extension: Option<&'a Attribute>,
    /// The attribute; an extension that is meant as a whole stands here.
    pub attribute: &'a Attribute,
    pub filter: Option<Filter>,
    pub sub: Option<&'a Attribute>,
}

/// Finds what a path points at.
pub fn resolve<'a>(kind: &'a ResourceType, path: &str) -> Result<Target<'a>, Error> {
    let invalid = error("invalidPath");
    let head = &path[..path.find('[').unwrap_or(path.len())];
    if head.is_empty() || head.contains([' ', ']']) {
        return Err(invalid);
    }
    // The text is read to its end before any name is looked up.
    let (filter, after) = match path[head.len()..].strip_prefix('[') {
        None => (None, None),
        Some(inner) => {
            let (filter, rest) = filter::parse(inner)?;
            let after = match rest.strip_prefix('.') {
                None if rest.is_empty() => None,
                Some(name) if !name.is_empty() => Some(name),
                _ => return Err(invalid),
            };
            (Some(filter), after)
        }
    };
    let (extension, attribute, sub) = names(kind, head).ok_or(invalid.clone())?;
    let mut target = Target { extension, attribute, filter, sub };
    if let Some(filter) = &target.filter {
        if sub.is_some() {
            return Err(invalid);
        }
        // `schemas` is the one list of simple values; in its brackets `value` is the element itself.
        if attribute.subs.is_empty() && attribute.multi_valued && after.is_none() {
            return Ok(target);
        }
        if attribute.subs.is_empty() {
            return Err(invalid);
        }
        if let Some(name) = after {
            target.sub = Some(attribute.sub(name).ok_or(invalid)?);
        }
        filter.check(attribute)?;
    }
    Ok(target)
}

type Names<'a> = (Option<&'a Attribute>, &'a Attribute, Option<&'a Attribute>);

/// `[URI ":"] name ["." name]`, or the URN of an extension alone. The URNs hold dots and colons themselves, so the known
/// ones are tried first.
fn names<'a>(kind: &'a ResourceType, text: &str) -> Option<Names<'a>> {
    let below = |urn: &str| {
        let (head, rest) = text.split_at_checked(urn.len())?;
        if head.eq_ignore_ascii_case(urn) { rest.strip_prefix(':') } else { None }
    };
    if let Some(extension) = find(&kind.extensions, text) {
        return Some((None, extension, None));
    }
    if let Some(rest) = below(&kind.core) {
        let (attribute, sub) = dotted(&kind.attributes, rest)?;
        return Some((None, attribute, sub));
    }
    for extension in &kind.extensions {
        if let Some(rest) = below(&extension.name) {
            let (attribute, sub) = dotted(&extension.subs, rest)?;
            return Some((Some(extension), attribute, sub));
        }
    }
    let name = text.split('.').next()?;
    if find(&kind.attributes, name).is_some() {
        let (attribute, sub) = dotted(&kind.attributes, text)?;
        return Some((None, attribute, sub));
    }
    // "Clients SHOULD fully qualify extended attributes": by choice a name that one extension has needs no URN.
    let mut having = kind.extensions.iter().filter(|extension| extension.sub(name).is_some());
    let (extension, None) = (having.next()?, having.next()) else { return None };
    let (attribute, sub) = dotted(&extension.subs, text)?;
    Some((Some(extension), attribute, sub))
}

fn dotted<'a>(attributes: &'a [Attribute], text: &str) -> Option<(&'a Attribute, Option<&'a Attribute>)> {
    match text.split_once('.') {
        None => Some((find(attributes, text)?, None)),
        Some((name, sub)) => {
            let attribute = find(attributes, name)?;
            Some((attribute, Some(attribute.sub(sub)?)))
        }
    }
}
