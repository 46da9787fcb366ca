//! Swagger UI at `/docs` and the document at `/docs/openapi.json`: made once, without anything from another server.

use std::hash::{DefaultHasher, Hash, Hasher};

use poem::{
    Endpoint, Request, Response, Route, get,
    http::{StatusCode, header},
};

/// The page may run its own script and style, talk to this server, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; \
                      connect-src 'self'; font-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The documentation's routes, from the page and the document.
pub fn routes(page: String, document: String) -> Route {
    Route::new()
        .at("/", get(Fixed::new(page, "text/html; charset=utf-8")))
        .at("/openapi.json", get(Fixed::new(document, "application/json")))
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
