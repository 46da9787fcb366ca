//! Around every request: path and query as clients send them, SCIM bodies for all errors, media type, the request's log.

use std::{sync::Arc, time::Instant};

use poem::{
    Endpoint, IntoResponse, Request, Response,
    error::{MethodNotAllowedError, NotFoundError},
    http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    middleware::PanicHandler,
};
use poem_openapi::error::{ParseParamError, ParsePathError};

use crate::scim::error::{Error, ErrorKind, body};

use super::{
    App, BASE_PATH,
    arrival::Arrival,
    payload::{JSON, SCIM_JSON},
    query_token,
    resources::check_query,
};

/// The header that names a request to who asks about it.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An error as a poem error, for extractors.
pub fn failure(error: Error) -> poem::Error {
    poem::Error::from_response(error_response(&error))
}

/// An error as a response.
pub fn error_response(error: &Error) -> Response {
    let status = StatusCode::from_u16(error.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut builder = Response::builder().status(status).content_type(SCIM_JSON);
    for challenge in challenges(error.kind) {
        builder = builder.header(header::WWW_AUTHENTICATE, *challenge);
    }
    match error.kind {
        ErrorKind::Unavailable => builder = builder.header(header::RETRY_AFTER, "5"),
        ErrorKind::TooManyRequests(seconds) => builder = builder.header(header::RETRY_AFTER, seconds.to_string()),
        _ => {}
    }
    builder.body(error.body())
}

/// The challenges of an error (RFC 6750 §3, RFC 7617 §2): what to send, and why what was sent is not enough.
fn challenges(kind: ErrorKind) -> &'static [&'static str] {
    match kind {
        ErrorKind::Unauthenticated => &[r#"Bearer realm="scimd""#, r#"Basic realm="scimd", charset="UTF-8""#],
        ErrorKind::Unauthorized => {
            &[r#"Bearer realm="scimd", error="invalid_token""#, r#"Basic realm="scimd", charset="UTF-8""#]
        }
        ErrorKind::InsufficientScope => &[r#"Bearer realm="scimd", error="insufficient_scope""#],
        _ => &[],
    }
}

/// Wraps the routes.
pub async fn around<E: Endpoint>(next: Arc<E>, mut request: Request) -> poem::Result<Response> {
    let began = Instant::now();
    let by_query = query_token::take(&mut request);
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let arrival = Arrival::of(&request);
    let scim = place(&mut request);
    let route = request.uri().path().to_owned();
    let by_cursor = request.uri().query().is_some_and(has_cursor);
    let accept = accept(&request);
    request.set_data(arrival.clone());
    let mut result = match prepare(&mut request, scim, accept.as_deref()) {
        Ok(media_type) => {
            let mut response = match next.call(request).await {
                Ok(response) => response.into_response(),
                Err(error) => described(error, &method, &route, by_cursor),
            };
            if media_type != SCIM_JSON && response.content_type() == Some(SCIM_JSON) {
                response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
            }
            response
        }
        Err(error) => error_response(&error),
    };
    if by_query {
        query_token::keep_private(&mut result);
    }
    if let Ok(id) = HeaderValue::from_str(&arrival.id) {
        result.headers_mut().insert(REQUEST_ID, id);
    }
    let status = result.status();
    let request = &*arrival.id;
    let took = began.elapsed();
    // Neither queries nor bodies: they hold what must not be in a log.
    if status.is_server_error() {
        tracing::error!(request, %method, path, status = status.as_u16(), micros = took.as_micros(), "request");
    } else if method == Method::GET {
        tracing::debug!(request, %method, path, status = status.as_u16(), micros = took.as_micros(), "request");
    } else {
        tracing::info!(request, %method, path, status = status.as_u16(), micros = took.as_micros(), "request");
    }
    Ok(result)
}

/// Notes where a SCIM request came in, and gives it the path of its route; whether it is one.
fn place(request: &mut Request) -> bool {
    let Some(app) = request.data::<App>() else { return false };
    let path = request.uri().path();
    let Some((place, length)) = app.bases.find(path) else { return false };
    if &path[..length] != BASE_PATH {
        let query = request.uri().query().map_or_else(String::new, |query| format!("?{query}"));
        let Ok(uri) = format!("{BASE_PATH}{}{query}", &path[length..]).parse::<Uri>() else { return false };
        *request.uri_mut() = uri;
    }
    request.set_data(place);
    true
}

/// Settles what clients write differently, and the media type of the answer.
fn prepare(request: &mut Request, scim: bool, accept: Option<&str>) -> Result<&'static str, Error> {
    if !scim {
        return Ok(SCIM_JSON);
    }
    check_query(request.uri().query())?;
    let path = request.uri().path();
    // Some clients end the path with a slash: `/Users/?filter=…`.
    if path.len() > BASE_PATH.len() + 1 && path.ends_with('/') {
        let trimmed = path.trim_end_matches('/');
        let rewritten = match request.uri().query() {
            Some(query) => format!("{trimmed}?{query}"),
            None => trimmed.to_owned(),
        };
        if let Ok(uri) = rewritten.parse::<Uri>() {
            *request.uri_mut() = uri;
        }
    }
    media_type(accept)
}

/// Whether a query asks for a page by cursor, where a bad `count` has an error of its own (RFC 9865 §2.1).
fn has_cursor(query: &str) -> bool {
    query.split('&').any(|pair| pair == "cursor" || pair.starts_with("cursor="))
}

/// The ranges that the client accepts, of all its Accept headers.
fn accept(request: &Request) -> Option<String> {
    let lines: Vec<&str> =
        request.headers().get_all(header::ACCEPT).iter().filter_map(|line| line.to_str().ok()).collect();
    (!lines.is_empty()).then(|| lines.join(","))
}

/// What to answer with: SCIM's media type, or plain JSON for who accepts that alone (RFC 7644 §3.8).
fn media_type(accept: Option<&str>) -> Result<&'static str, Error> {
    let Some(accept) = accept.filter(|accept| !accept.trim().is_empty()) else { return Ok(SCIM_JSON) };
    if let Some(media_type) = [SCIM_JSON, JSON].into_iter().find(|media_type| accepts(accept, media_type)) {
        return Ok(media_type);
    }
    let detail = format!("the answer can be {SCIM_JSON} or {JSON}; accept one of them");
    Err(Error::new(ErrorKind::NotAcceptable, detail))
}

/// Whether a media type is accepted: the range that fits it best decides, and refuses it with a quality of 0.
fn accepts(accept: &str, media_type: &str) -> bool {
    let ranges = ["*/*", "application/*", media_type];
    let mut best = (0, false);
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let essence = parts.next().unwrap_or_default();
        let Some(fit) = ranges.iter().position(|range| essence.eq_ignore_ascii_case(range)) else { continue };
        let quality = parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            name.trim().eq_ignore_ascii_case("q").then(|| value.trim())
        });
        let accepted = !quality.is_some_and(|quality| quality.parse::<f32>() == Ok(0.0));
        if fit >= best.0 {
            best = (fit, accepted);
        }
    }
    best.1
}

/// Any error that is no response yet, in SCIM's form.
fn described(error: poem::Error, method: &Method, path: &str, by_cursor: bool) -> Response {
    if let Some(error) = error.downcast_ref::<ParseParamError>() {
        // Only numbers can fail: every other parameter is a text.
        let detail = format!("{} must be an integer of at most 64 bits", error.name);
        let scim_type = if by_cursor && error.name == "count" { "invalidCount" } else { "invalidValue" };
        return plain(StatusCode::BAD_REQUEST, Some(scim_type), &detail);
    }
    if error.is::<NotFoundError>() || error.is::<ParsePathError>() {
        let detail = "there is no such endpoint; GET /ResourceTypes lists the endpoints of resources";
        return plain(StatusCode::NOT_FOUND, None, detail);
    }
    if error.is::<MethodNotAllowedError>() {
        let allowed = allowed(path);
        let mut response =
            plain(StatusCode::METHOD_NOT_ALLOWED, None, &format!("{method} is not offered here; use {allowed}"));
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
        return response;
    }
    let has_body = error.status().is_client_error() || error.status().is_server_error();
    if has_body && !error.is_from_response() {
        let status = error.status();
        if status.is_server_error() {
            tracing::error!(%error, "a request failed");
            return plain(status, None, "the server could not complete the request; its log has the reason");
        }
        return plain(status, None, &error.to_string());
    }
    error.into_response()
}

/// The methods of an endpoint, by the shape of its path.
fn allowed(path: &str) -> &'static str {
    let below = path.strip_prefix(BASE_PATH).unwrap_or(path).trim_matches('/');
    let mut segments = below.split('/');
    let first = segments.next().unwrap_or_default();
    match first {
        "Me" => return "GET, PUT, PATCH, DELETE",
        ".search" | "Bulk" => return "POST",
        _ => {}
    }
    if crate::service::type_of_endpoint(&format!("/{first}")).is_none() {
        return "GET";
    }
    match segments.next() {
        None => "GET, POST",
        Some(".search" | "Search") => "POST",
        Some(_) => "GET, PUT, PATCH, DELETE",
    }
}

fn plain(status: StatusCode, scim_type: Option<&str>, detail: &str) -> Response {
    Response::builder().status(status).content_type(SCIM_JSON).body(body(status.as_u16(), scim_type, detail))
}

/// What a panic in a handler becomes: a 500, and the server goes on.
#[derive(Clone)]
pub struct Panic;

impl PanicHandler for Panic {
    type Response = Response;

    fn get_response(&self, _panic: Box<dyn std::any::Any + Send + 'static>) -> Response {
        tracing::error!("a handler panicked");
        plain(
            StatusCode::INTERNAL_SERVER_ERROR,
            None,
            "the server could not complete the request; its log has the reason",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_json_is_answered_to_who_accepts_nothing_else() {
        assert_eq!(media_type(None).unwrap(), SCIM_JSON);
        assert_eq!(media_type(Some("*/*")).unwrap(), SCIM_JSON);
        assert_eq!(media_type(Some("application/json")).unwrap(), JSON);
        assert_eq!(media_type(Some("application/json, application/scim+json;q=0.5")).unwrap(), SCIM_JSON);
        assert!(media_type(Some("text/html")).is_err());
        assert!(media_type(Some("application/scim+json;q=0")).is_err());
    }

    #[test]
    fn the_range_that_fits_best_says_what_is_not_accepted() {
        for accept in
            ["application/scim+json;q=0, */*", "*/*, application/scim+json; Q=0.000", "application/json, */*;q=0"]
        {
            assert_eq!(media_type(Some(accept)).unwrap(), JSON, "{accept}");
        }
        assert_eq!(media_type(Some("application/json;q=0, application/*;q=0.1")).unwrap(), SCIM_JSON);
        assert!(media_type(Some("application/json;q=0, application/scim+json;q=0, */*")).is_err());
    }

    /// 7644-3.12-08
    #[tokio::test]
    async fn a_panic_in_a_handler_is_a_500_and_the_next_request_is_answered() {
        use poem::{EndpointExt, Route, get, handler, middleware::CatchPanic};

        #[handler]
        fn broken() -> &'static str {
            panic!("a fault")
        }
        #[handler]
        fn sound() -> &'static str {
            "well"
        }
        let app = Route::new()
            .at("/scim/v2/broken", get(broken))
            .at("/scim/v2/sound", get(sound))
            .around(around)
            .with(CatchPanic::new().with_handler(Panic));
        for _ in 0..2 {
            let request = |path: &'static str| Request::builder().uri(Uri::from_static(path)).finish();
            let failed = app.get_response(request("/scim/v2/broken")).await;
            assert_eq!((failed.status().as_u16(), failed.content_type()), (500, Some(SCIM_JSON)));
            let body = failed.into_body().into_string().await.unwrap();
            assert!(body.contains(r#""status":"500""#) && !body.contains("a fault"), "{body}");
            assert!(body.contains("its log has the reason"), "what to look at: {body}");
            assert_eq!(app.get_response(request("/scim/v2/sound")).await.status().as_u16(), 200);
        }
    }
}
