//! Routes as their templates (`/scim/v2/Users/{id}`), for metrics and logs: a path itself has no bound and may tell too much.
//!
//! They are those of the OpenAPI documents, so that every route that is documented is known here.

use serde_json::Value;

/// What stands for whatever has no template.
const UNMATCHED: &str = "unmatched";
/// The first segments under which whatever has no template of its own is one thing.
const AREAS: [&str; 4] = ["docs", "admin", "oauth", ".well-known"];

/// The templates of a server, found by path.
#[derive(Debug)]
pub struct Templates {
    names: Vec<String>,
    /// The first is the root.
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    literals: Vec<(String, usize)>,
    parameter: Option<usize>,
    /// The template that ends here.
    template: Option<usize>,
    /// What stands for whatever is below and has no template.
    area: Option<usize>,
}

impl Templates {
    /// Those of OpenAPI documents, each with the path that its paths are below, and paths without a document.
    pub fn new(documents: &[(&str, &str)], paths: &[&str]) -> Self {
        let mut templates = Self { names: vec![UNMATCHED.to_owned()], nodes: vec![Node::default()] };
        for area in AREAS {
            let node = templates.node(area);
            templates.nodes[node].area = Some(templates.names.len());
            templates.names.push(format!("/{area}/…"));
        }
        for (base, document) in documents {
            let document: Value = serde_json::from_str(document).unwrap_or_default();
            for path in document["paths"].as_object().into_iter().flat_map(|paths| paths.keys()) {
                templates.add(&format!("{base}{path}"));
            }
        }
        paths.iter().for_each(|path| templates.add(path));
        templates
    }

    fn add(&mut self, template: &str) {
        let template = template.trim_end_matches('/');
        let node = self.node(template);
        if self.nodes[node].template.is_none() {
            self.nodes[node].template = Some(self.names.len());
            self.names.push(template.to_owned());
        }
    }

    fn node(&mut self, template: &str) -> usize {
        let mut at = 0;
        for segment in template.split('/').filter(|segment| !segment.is_empty()) {
            let parameter = segment.starts_with('{');
            let node = &self.nodes[at];
            let known = if parameter { node.parameter } else { node.literal(segment) };
            at = known.unwrap_or_else(|| {
                let next = self.nodes.len();
                self.nodes.push(Node::default());
                let node = &mut self.nodes[at];
                if parameter {
                    node.parameter = Some(next);
                } else {
                    node.literals.push((segment.to_owned(), next));
                }
                next
            });
        }
        at
    }

    /// The number of a path's template.
    pub fn find(&self, path: &str) -> usize {
        let mut node = &self.nodes[0];
        let mut area = 0;
        for segment in path.split('/').filter(|segment| !segment.is_empty()) {
            match node.literal(segment).or(node.parameter) {
                Some(next) => node = &self.nodes[next],
                None => return area,
            }
            area = node.area.unwrap_or(area);
        }
        node.template.unwrap_or(area)
    }

    /// The template of a number.
    pub fn name(&self, number: usize) -> &str {
        self.names.get(number).map_or(UNMATCHED, String::as_str)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.names.len()
    }
}

impl Node {
    fn literal(&self, segment: &str) -> Option<usize> {
        self.literals.iter().find(|(literal, _)| literal == segment).map(|(_, next)| *next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_the_template_of_its_document_or_none() {
        let document = r#"{"paths":{"/":{},"/Users":{},"/Users/{id}":{},"/Users/.search":{},"/Me":{}}}"#;
        let templates =
            Templates::new(&[("/scim/v2", document), ("/admin/v1", r#"{"paths":{"/orgs/{org}":{}}}"#)], &[]);
        for (path, template) in [
            ("/scim/v2", "/scim/v2"),
            ("/scim/v2/", "/scim/v2"),
            ("/scim/v2/Users", "/scim/v2/Users"),
            ("/scim/v2/Users/2819c223", "/scim/v2/Users/{id}"),
            ("/scim/v2/Users/.search", "/scim/v2/Users/.search"),
            ("/scim/v2/Users/1/2", UNMATCHED),
            ("/scim/v2/Nothing", UNMATCHED),
            ("/admin/v1/orgs/acme", "/admin/v1/orgs/{org}"),
            ("/admin/v1/nothing", "/admin/…"),
            ("/docs", "/docs/…"),
            ("/docs/openapi.json", "/docs/…"),
            ("/", UNMATCHED),
            ("/a-secret", UNMATCHED),
        ] {
            assert_eq!(templates.name(templates.find(path)), template, "{path}");
        }
    }
}
