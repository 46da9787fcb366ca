//! Around every request: path and query as clients send them, SCIM bodies for all errors, media type, the request's log.

use std::{pin::pin, sync::Arc, time::Instant};

use poem::{
    Endpoint, IntoResponse, Request, Response,
    error::{MethodNotAllowedError, NotFoundError},
    http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    middleware::PanicHandler,
};
use poem_openapi::error::{ParseParamError, ParsePathError};

use crate::{
    scim::{
        error::{Error, ErrorKind, body},
        quirks::{Fired, Quirk},
    },
    service::{answer::Remark, parse_id},
};

use super::{
    App, BASE_PATH, Edge, admin,
    arrival::Arrival,
    limits::gate::Unanswered,
    operation::metrics::{Denial, Rejection},
    payload::{JSON, SCIM_JSON},
    provisioning, query_token,
    resources::check_query,
};

/// The header that names a request to who asks about it.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An error as a poem error, for extractors.
pub fn failure(error: Error) -> poem::Error {
    with_remark(error_response(&error))
}

/// A response as a poem error, for extractors. poem keeps of a response its head and body alone: what the records have of
/// an error goes with the poem error.
pub fn with_remark(mut response: Response) -> poem::Error {
    let remark = response.extensions_mut().remove::<Remark>();
    let mut error = poem::Error::from_response(response);
    if let Some(remark) = remark {
        error.set_data(remark);
    }
    error
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
    let remark = Remark { scim_type: error.kind.scim_type(), detail: Arc::from(error.detail.as_str()) };
    builder.extension(remark).body(error.body())
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
pub async fn around<E: Endpoint + 'static>(next: Arc<E>, mut request: Request) -> poem::Result<Response> {
    let began = Instant::now();
    let by_query = query_token::take(&mut request);
    let method = request.method().clone();
    let app = request.data::<App>().cloned();
    let edge = app.as_ref().map(|app| &*app.edge);
    let arrival = Arrival::of(&request, edge);
    let scim = place(&mut request, &arrival);
    // Whoever sends none is told how to, and guesses nothing. At the token endpoint it may be in the body.
    let has_credential =
        request.headers().contains_key(header::AUTHORIZATION) || request.uri().path().starts_with("/oauth/");
    let uri = request.uri().clone();
    let route = uri.path();
    let by_cursor = uri.query().is_some_and(has_cursor);
    let log = app.as_ref().filter(|_| scim).map(|app| &app.service.log);
    let accept = accept(&request);
    request.set_data(arrival.clone());
    let fired = Fired::default();
    request.set_data(fired.clone());
    let (mut result, media_type) = match prepare(&mut request, scim, accept.as_deref()) {
        Ok(media_type) => {
            let response = match carry_out(edge, &method, next, request).await {
                Ok(response) => response.into_response(),
                Err(error) => described(error, &method, route, by_cursor),
            };
            let response = if fired.has(Quirk::ErrorsOfOld) { old_error(response).await } else { response };
            let plain = fired.has(Quirk::JsonAnswers) && !names_scim(accept.as_deref());
            (response, if plain { JSON } else { media_type })
        }
        // Of the administration even errors are plain JSON.
        Err(error) => (error_response(&error), if admin::is_below(route) { JSON } else { SCIM_JSON }),
    };
    if media_type != SCIM_JSON && result.content_type() == Some(SCIM_JSON) {
        result.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    }
    if by_query {
        query_token::keep_private(&mut result);
    }
    if let Ok(id) = HeaderValue::from_str(&arrival.id) {
        result.headers_mut().insert(REQUEST_ID, id);
    }
    let quirks = fired.names();
    if !quirks.is_empty() {
        tracing::debug!(request = &*arrival.id, ?quirks, "quirks");
        if let Some(edge) = edge {
            quirks.iter().for_each(|name| edge.metrics.quirk(name));
        }
    }
    if let Some(log) = log {
        provisioning::record(log, &arrival, &method, &uri, &result, &fired, began.elapsed());
    }
    if let Some(edge) = edge {
        finish(edge, &arrival, (&method, route), has_credential, began, &mut result).await;
    }
    Ok(result)
}

/// Carries a request out, within the limits.
async fn carry_out<E: Endpoint + 'static>(
    edge: Option<&Edge>,
    method: &Method,
    next: Arc<E>,
    request: Request,
) -> poem::Result<Response> {
    let Some(edge) = edge else { return next.call(request).await.map(IntoResponse::into_response) };
    let handler = async move { next.call(request).await.map(IntoResponse::into_response) };
    let gate = &edge.limits.gate;
    let reads = matches!(*method, Method::GET | Method::HEAD);
    // In place: what is moved into another future is copied, and a handler is kilobytes.
    let answered = if reads { gate.read(pin!(handler)).await } else { gate.write(handler).await };
    answered.unwrap_or_else(|unanswered| {
        edge.metrics.rejected(match unanswered {
            Unanswered::Full => Rejection::Concurrency,
            Unanswered::Late => Rejection::Timeout,
        });
        Ok(error_response(&gate.error(unanswered)))
    })
}

/// Counts and logs an answer; holds it back first if it refuses one bad credential of many.
async fn finish(
    edge: &Edge,
    arrival: &Arrival,
    (method, path): (&Method, &str),
    has_credential: bool,
    began: Instant,
    result: &mut Response,
) {
    let took = began.elapsed();
    match result.status() {
        StatusCode::UNAUTHORIZED if has_credential => {
            edge.metrics.denied(Denial::Invalid);
            if let Err(error) = edge.limits.denied(&edge.metrics, arrival.source).await {
                let id = result.headers_mut().remove(REQUEST_ID);
                *result = error_response(&error);
                result.headers_mut().extend(id.map(|id| (REQUEST_ID, id)));
            }
        }
        StatusCode::UNAUTHORIZED => edge.metrics.denied(Denial::Missing),
        StatusCode::FORBIDDEN => edge.metrics.denied(Denial::Forbidden),
        _ => {}
    }
    if edge.is_draining() {
        // The next request is for another server.
        result.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    let status = result.status();
    let (number, route) = edge.metrics.route(path);
    edge.metrics.answered(number, method, status, took);
    // Neither paths, queries nor bodies: they hold what must not be in a log. An id that scimd gave is none of it.
    macro_rules! log {
        ($level:expr) => {
            if tracing::enabled!($level) {
                let caller = arrival.attributed();
                let (trace_id, span_id) = arrival.trace();
                tracing::event!(
                    $level,
                    request = &*arrival.id,
                    %method,
                    route,
                    resource = path.rsplit('/').find_map(parse_id).map(tracing::field::display),
                    status = status.as_u16(),
                    micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
                    organisation = caller.map(|caller| caller.organisation.slug.as_str()),
                    credential = caller.and_then(|caller| caller.actor.credential).map(tracing::field::display),
                    source = arrival.source.map(tracing::field::display),
                    trace_id,
                    span_id,
                    "request"
                );
            }
        };
    }
    if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::TOO_MANY_REQUESTS) {
        // A flood of them is no flood of lines: their counts are in the metrics.
        log!(tracing::Level::DEBUG);
    } else if status.is_server_error() {
        log!(tracing::Level::ERROR);
    } else if *method == Method::GET {
        log!(tracing::Level::DEBUG);
    } else {
        log!(tracing::Level::INFO);
    }
}

/// Notes where a SCIM request came in, and gives it the path of its route; whether it is one.
fn place(request: &mut Request, arrival: &Arrival) -> bool {
    let Some(app) = request.data::<App>() else { return false };
    let path = request.uri().path();
    let Some((mut place, length)) = app.bases.find(path) else { return false };
    if let Some(origin) = &arrival.origin {
        place.base = Arc::from(format!("{origin}{}", &path[..length]));
    }
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
    let administration = admin::is_below(request.uri().path());
    if !scim && !administration {
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
    if administration { Ok(JSON) } else { media_type(accept) }
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

/// Whether a client asks for SCIM's media type by name.
fn names_scim(accept: Option<&str>) -> bool {
    let essence = |range: &str| range.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    accept.is_some_and(|accept| accept.split(',').any(|range| essence(range) == SCIM_JSON))
}

/// An error in the form of SCIM 1.1; any other answer as it is.
async fn old_error(mut response: Response) -> Response {
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return response;
    }
    let Ok(body) = response.take_body().into_string().await else { return response };
    let error: serde_json::Value = serde_json::from_str(&body).unwrap_or_default();
    let (description, code) = (&error["detail"], &error["status"]);
    let body = match description.is_string() {
        true => serde_json::json!({ "Errors": [{ "description": description, "code": code }] }).to_string(),
        false => body,
    };
    response.headers_mut().remove(header::CONTENT_LENGTH);
    response.set_body(body);
    response
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
        let detail = match admin::is_below(path) {
            true => "there is no such endpoint; /docs shows those of the administration",
            false => "there is no such endpoint; GET /ResourceTypes lists the endpoints of resources",
        };
        return plain(StatusCode::NOT_FOUND, None, detail);
    }
    if error.is::<MethodNotAllowedError>() {
        let allowed = if admin::is_below(path) { admin::allowed(path) } else { allowed(path) };
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

fn plain(status: StatusCode, scim_type: Option<&'static str>, detail: &str) -> Response {
    let body = body(status.as_u16(), scim_type, detail);
    let remark = Remark { scim_type, detail: Arc::from(detail) };
    Response::builder().status(status).content_type(SCIM_JSON).extension(remark).body(body)
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
