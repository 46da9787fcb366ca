//! Swagger UI at `/docs`, and the documents that it shows, such as `/docs/openapi.json`: made once, without anything from
//! another server.

use std::hash::{DefaultHasher, Hash, Hasher};

use poem::{
    Endpoint, Request, Response, Route, get,
    http::{StatusCode, header},
};

/// The page may run its own script and style, talk to this server, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; \
                      connect-src 'self'; font-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// An OpenAPI document that is shown.
pub struct Document {
    /// Its name: it is at `/docs/NAME.json`, and the page shows it as `/docs?document=NAME`.
    pub name: &'static str,
    /// What people choose it by.
    pub title: &'static str,
    /// The document.
    pub text: String,
}

/// The documentation's routes: a page that shows the first document unless its reader chooses another, and the documents.
/// `assets` is a page of Swagger UI for any document: its script and style are used.
pub fn routes(assets: &str, documents: Vec<Document>) -> Route {
    let mut route = Route::new().at("/", get(Fixed::new(page(assets, &documents), "text/html; charset=utf-8")));
    for document in documents {
        route = route.at(format!("/{}.json", document.name), get(Fixed::new(document.text, "application/json")));
    }
    route
}

/// The page. Which document it shows is in the query, so that a link can say so.
fn page(assets: &str, documents: &[Document]) -> String {
    let head = assets.split_once("</head>\n<body>").map_or(assets, |(head, _)| head);
    let options =
        documents.iter().map(|Document { name, title, .. }| format!(r#"<option value="{name}">{title}</option>"#));
    let options: String = options.collect();
    format!(
        r#"{head}</head>
<body>
<div class="swagger-ui"><div class="wrapper" style="padding-top: 1em"><label>Interface <select id="document">{options}</select></label></div></div>
<div id="ui"></div>
<script>
    const choice = document.getElementById("document");
    const asked = new URLSearchParams(window.location.search).get("document");
    if ([...choice.options].some((option) => option.value === asked)) choice.value = asked;
    choice.addEventListener("change", () => {{
        window.location.href = window.location.pathname + "?document=" + choice.value;
    }});
    SwaggerUIBundle({{ dom_id: '#ui', url: "/docs/" + choice.value + ".json", deepLinking: true, validatorUrl: null }});
</script>
</body>
</html>
"#
    )
}

/// A text that never changes while the server runs.
struct Fixed {
    body: &'static str,
    content_type: &'static str,
    etag: String,
}

impl Fixed {
    fn new(body: String, content_type: &'static str) -> Self {
        let mut hasher = DefaultHasher::new();
        body.hash(&mut hasher);
        // It lives as long as the process, and is sent without a copy.
        Self { body: body.leak(), content_type, etag: format!("\"{:x}\"", hasher.finish()) }
    }
}

impl Endpoint for Fixed {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let response = Response::builder()
            .header(header::ETAG, &self.etag)
            .header(header::CACHE_CONTROL, "no-cache")
            .header(header::CONTENT_SECURITY_POLICY, POLICY)
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        if request.header(header::IF_NONE_MATCH).is_some_and(|tags| tags.contains(&self.etag)) {
            return Ok(response.status(StatusCode::NOT_MODIFIED).finish());
        }
        Ok(response.content_type(self.content_type).body(self.body.as_bytes()))
    }
}
