//! Where organisations are reached: base-path templates (RFC 7644 §1.3, §6.1).
//!
//! Below each template lie the same endpoints. `{org}` stands for an organisation's id; without it the credential says
//! which organisation a request is for. Clients that were set up for another server keep their URLs by a template of theirs.

use std::sync::Arc;

use crate::service::organisations::is_slug;

use super::BASE_PATH;

/// The templates in force unless the operator says otherwise.
pub const DEFAULTS: [&str; 2] = [BASE_PATH, "/orgs/{org}/scim/v2"];

/// The segment that stands for the organisation.
const ORGANISATION: &str = "{org}";
/// The first segments of what is served besides.
const RESERVED: [&str; 8] = ["docs", "admin", "oauth", ".well-known", "healthz", "readyz", "livez", "metrics"];

/// The templates of a server, and the URL that they are below.
#[derive(Debug)]
pub struct Bases {
    /// Longest first, and of the same length those without a capture.
    templates: Vec<Template>,
    url: String,
}

#[derive(Debug)]
struct Template {
    /// What stands before the organisation, and what behind it; the whole path if it has none.
    before: String,
    behind: Option<String>,
    segments: usize,
    base: Arc<str>,
}

/// Where a request came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The organisation in the path, if its template has one.
    pub organisation: Option<Arc<str>>,
    /// The base URL, without a slash at its end.
    pub base: Arc<str>,
}

impl Bases {
    /// Those templates below a URL. An error says which of them is none, and why.
    pub fn new(url: &str, templates: &[String]) -> Result<Self, String> {
        let mut parsed = Vec::with_capacity(templates.len());
        for text in templates {
            let template = parse(url, text).map_err(|reason| format!("the base path {text:?} {reason}"))?;
            parsed.push(template);
        }
        if parsed.is_empty() {
            return Err(format!("there is no base path; give one, such as {BASE_PATH}"));
        }
        parsed.sort_by_key(|template| (std::cmp::Reverse(template.segments), template.behind.is_some()));
        Ok(Self { templates: parsed, url: url.to_owned() })
    }

    /// Where a path comes in, and how many of its bytes are the base path; none if it is below no template.
    pub fn find(&self, path: &str) -> Option<(Place, usize)> {
        self.templates.iter().find_map(|template| {
            let rest = path.strip_prefix(template.before.as_str())?;
            let Some(behind) = &template.behind else {
                let place = Place { organisation: None, base: template.base.clone() };
                return ends(rest).then(|| (place, path.len() - rest.len()));
            };
            let slug = rest.split('/').next().filter(|slug| is_slug(slug))?;
            let rest = rest[slug.len()..].strip_prefix(behind.as_str()).filter(|rest| ends(rest))?;
            let length = path.len() - rest.len();
            let base = Arc::from(format!("{}{}", self.url, &path[..length]));
            Some((Place { organisation: Some(Arc::from(slug)), base }, length))
        })
    }

    /// The URL of the server, without a slash at its end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The base URL to tell people: the one without an organisation, if there is one.
    pub fn shown(&self) -> &str {
        let plain = self.templates.iter().filter(|template| template.behind.is_none());
        let preferred = |template: &&Template| template.before == BASE_PATH;
        let shown = plain.clone().find(preferred).or_else(|| plain.clone().next()).or_else(|| self.templates.first());
        shown.map_or(self.url.as_str(), |template| &template.base)
    }
}

/// Whether a base path ends where the rest of a path begins.
fn ends(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

fn parse(url: &str, text: &str) -> Result<Template, String> {
    let Some(segments) = text.strip_prefix('/') else { return Err("must begin with a slash".to_owned()) };
    let segments: Vec<&str> = segments.split('/').collect();
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let fine = |segment: &&str| {
        let literal = !segment.is_empty() && segment.bytes().all(unreserved) && !matches!(*segment, "." | "..");
        literal || *segment == ORGANISATION
    };
    if let Some(wrong) = segments.iter().find(|segment| !fine(segment)) {
        return Err(format!(
            "has the segment {wrong:?}; use letters, digits and -._~, and {{org}} for the organisation"
        ));
    }
    if segments.iter().filter(|segment| **segment == ORGANISATION).count() > 1 {
        return Err("has {org} more than once".to_owned());
    }
    if let Some(first) = segments.first().filter(|first| RESERVED.contains(first) || **first == ORGANISATION) {
        return Err(format!("begins with {first}, where other things of the server are"));
    }
    let (before, behind) = match text.split_once(ORGANISATION) {
        Some((before, behind)) => (before.to_owned(), Some(behind.to_owned())),
        None => (text.to_owned(), None),
    };
    Ok(Template { before, behind, segments: segments.len(), base: Arc::from(format!("{url}{text}")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bases(templates: &[&str]) -> Bases {
        let templates: Vec<_> = templates.iter().map(|template| (*template).to_owned()).collect();
        Bases::new("https://id.example.com", &templates).unwrap()
    }

    fn found(bases: &Bases, path: &str) -> Option<(Option<String>, String, String)> {
        let (place, length) = bases.find(path)?;
        Some((place.organisation.map(|slug| slug.to_string()), place.base.to_string(), path[length..].to_owned()))
    }

    #[test]
    fn a_path_is_below_the_template_that_it_matches() {
        let bases = bases(&[
            "/scim/v2",
            "/orgs/{org}/scim/v2",
            "/orgs/{org}/api/v1/scim/v2",
            "/orgs/{org}/api/v1/scim2.0",
            "/t/{org}/api/v1/scim/v2",
            "/identity/seam/resource/restv1/scim/v2",
        ]);
        for (path, organisation, base, rest) in [
            ("/scim/v2/Users", None, "/scim/v2", "/Users"),
            ("/scim/v2", None, "/scim/v2", ""),
            ("/orgs/acme/scim/v2/Users/1", Some("acme"), "/orgs/acme/scim/v2", "/Users/1"),
            ("/orgs/acme/api/v1/scim/v2/Me", Some("acme"), "/orgs/acme/api/v1/scim/v2", "/Me"),
            ("/orgs/acme/api/v1/scim2.0/", Some("acme"), "/orgs/acme/api/v1/scim2.0", "/"),
            ("/t/acme/api/v1/scim/v2/Bulk", Some("acme"), "/t/acme/api/v1/scim/v2", "/Bulk"),
            ("/identity/seam/resource/restv1/scim/v2/Users", None, "/identity/seam/resource/restv1/scim/v2", "/Users"),
        ] {
            let expected = (organisation.map(str::to_owned), format!("https://id.example.com{base}"), rest.to_owned());
            assert_eq!(found(&bases, path), Some(expected), "{path}");
        }
        assert_eq!(bases.shown(), "https://id.example.com/scim/v2");
    }

    /// T10: nothing that only looks like an organisation's path is taken for it.
    #[test]
    fn a_path_that_only_looks_like_a_base_path_is_none() {
        let bases = bases(&DEFAULTS);
        for path in [
            "/",
            "/scim/v20/Users",
            "/SCIM/v2/Users",
            "//scim/v2/Users",
            "/scim//v2/Users",
            "/orgs//scim/v2/Users",
            "/orgs/Acme/scim/v2/Users",
            "/orgs/acme%2f../scim/v2",
            "/orgs/%61cme/scim/v2",
            "/orgs/../scim/v2/Users",
            "/orgs/acme/../other/scim/v2/Users",
            "/orgs/٣/scim/v2",
            "/orgs/acme/scim/v2x",
            "/orgs/acme",
        ] {
            assert_eq!(found(&bases, path), None, "{path}");
        }
    }

    #[test]
    fn a_literal_goes_before_a_capture() {
        let bases = bases(&["/t/{org}/scim", "/t/here/scim"]);
        assert_eq!(found(&bases, "/t/here/scim/Users").unwrap().0, None);
        assert_eq!(found(&bases, "/t/there/scim/Users").unwrap().0, Some("there".to_owned()));
    }

    #[test]
    fn a_template_that_cannot_be_served_is_refused_with_the_reason() {
        for (template, reason) in [
            ("scim", "slash"),
            ("/scim/v2/", "segment"),
            ("/a/{org}/{org}", "more than once"),
            ("/a/{tenant}/scim", "{tenant}"),
            ("/docs/scim", "begins with docs"),
            ("/{org}/scim", "begins with {org}"),
            ("/a/../b", "\"..\""),
            ("/", "segment"),
        ] {
            let error = Bases::new("https://id.example.com", &[template.to_owned()]).unwrap_err();
            assert!(error.contains(reason) && error.contains(template), "{template}: {error}");
        }
        assert!(Bases::new("https://id.example.com", &[]).is_err());
    }
}
