//! scimd's own authorisation server over HTTP: the token endpoint (RFC 6749 §3.2), its metadata (RFC 8414), its keys (RFC 7517).
//!
//! - `POST /oauth/token`: client id and secret, or an assertion, for an access token.
//! - `GET /oauth/jwks`: the public keys by which access tokens are verified.
//! - `GET /.well-known/oauth-authorization-server`: where these are and what they take.

pub mod documents;
mod form;

use base64::{Engine, engine::general_purpose::STANDARD};
use poem::{
    Endpoint, Request, RequestBody, Response, Route,
    endpoint::make,
    error::ReadBodyError,
    http::{HeaderValue, Method, StatusCode, header},
};
use serde_json::{Value, json};

use crate::{
    scim::{generated, limits},
    service::{
        credentials::Token,
        oauth::{
            GRANT_TYPE, JWKS_PATH, SET_SECONDS, TOKEN_PATH, TokenError, TokenErrorKind, TokenRequest, jws::Algorithm,
        },
    },
};

use super::{App, arrival::Arrival, payload::JSON};

use self::form::Form;

/// Where the metadata are (RFC 8414 §3).
const METADATA_PATH: &str = "/.well-known/oauth-authorization-server";
/// The media type of the form.
const FORM: &str = "application/x-www-form-urlencoded";

/// Where the endpoints are.
pub const PATHS: [&str; 3] = [TOKEN_PATH, JWKS_PATH, METADATA_PATH];

/// Adds the routes.
pub fn mount(route: Route) -> Route {
    route
        .at(TOKEN_PATH, only(Method::POST, "POST", |request| async move { token(request).await }))
        .at(JWKS_PATH, only(Method::GET, "GET, HEAD", |request| async move { jwks(request).await }))
        .at(METADATA_PATH, only(Method::GET, "GET, HEAD", |request| async move { metadata(&request) }))
}

/// An endpoint of one method; GET is HEAD as well.
fn only<F, R>(method: Method, allowed: &'static str, answer: F) -> impl Endpoint<Output = Response>
where
    F: Fn(Request) -> R + Send + Sync + Copy + 'static,
    R: Future<Output = Response> + Send,
{
    make(move |request: Request| {
        let method = method.clone();
        async move {
            if *request.method() == method || (method == Method::GET && *request.method() == Method::HEAD) {
                return answer(request).await;
            }
            let error = TokenError::new(TokenErrorKind::InvalidRequest, format!("the method must be {allowed}"));
            let mut response = refusal(&error);
            response.set_status(StatusCode::METHOD_NOT_ALLOWED);
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
            response
        }
    })
}

async fn token(mut request: Request) -> Response {
    let body = request.take_body();
    match issue(&request, RequestBody::new(body)).await {
        Ok(answer) => uncached(StatusCode::OK).body(answer.to_string()),
        Err(error) => refusal(&error),
    }
}

async fn issue(request: &Request, mut body: RequestBody) -> Result<Value, TokenError> {
    let invalid = |description: &str| TokenError::new(TokenErrorKind::InvalidRequest, description);
    if request.uri().query().is_some_and(|query| !query.is_empty()) {
        return Err(invalid("parameters must be in the body, not in the URL: URLs are kept in logs"));
    }
    let essence = request.content_type().and_then(|content_type| content_type.split(';').next());
    if !essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case(FORM)) {
        return Err(invalid(&format!("Content-Type must be {FORM}")));
    }
    let body = match body.take() {
        Ok(body) => body.into_bytes_limit(limits::TOKEN_REQUEST_BYTES).await,
        Err(error) => Err(error),
    };
    let body = body.map_err(|error| match error {
        ReadBodyError::PayloadTooLarge => {
            let description = format!("the body is longer than {} bytes", limits::TOKEN_REQUEST_BYTES);
            TokenError::new(TokenErrorKind::TooLarge, description)
        }
        _ => invalid("the body could not be read to its end; send it again"),
    })?;
    let mut form = Form::parse(&body).map_err(|reason| invalid(&reason))?;
    let asked = TokenRequest {
        basic: basic(request)?,
        grant_type: form.take("grant_type"),
        scope: form.take("scope"),
        resources: form.take_all("resource"),
        client_id: form.take("client_id"),
        client_secret: form.take("client_secret").map(Token::given),
        assertion_type: form.take("client_assertion_type"),
        assertion: form.take("client_assertion").map(Token::given),
    };
    let unready = || TokenError::new(TokenErrorKind::Server(500), "the server is not set up");
    let app = request.data::<App>().ok_or_else(unready)?;
    let source = request.data::<Arrival>().and_then(|arrival| arrival.source);
    let issued = app.service.issue_token(&asked, source).await?;
    Ok(json!({
        "access_token": issued.token.expose(),
        "token_type": "Bearer",
        "expires_in": issued.seconds,
        "scope": issued.scope,
    }))
}

/// Client id and secret of HTTP Basic, each encoded as in a form before they were joined (RFC 6749 §2.3.1).
fn basic(request: &Request) -> Result<Option<(String, Token)>, TokenError> {
    let malformed = || {
        let description = "Authorization must be Basic, once, with client id and secret in form encoding";
        TokenError::new(TokenErrorKind::InvalidClient, description)
    };
    let mut given = request.headers().get_all(header::AUTHORIZATION).iter();
    let value = match (given.next(), given.next()) {
        (None, _) => return Ok(None),
        (Some(value), None) => value.to_str().map_err(|_| malformed())?,
        (Some(_), Some(_)) => return Err(malformed()),
    };
    let (scheme, value) = value.split_once(' ').ok_or_else(malformed)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(malformed());
    }
    let pair = STANDARD.decode(value.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let (id, secret) = pair.as_deref().and_then(|pair| pair.split_once(':')).ok_or_else(malformed)?;
    let (id, secret) = form::decode(id).zip(form::decode(secret)).ok_or_else(malformed)?;
    Ok(Some((id, Token::given(secret))))
}

async fn jwks(request: Request) -> Response {
    let Some(app) = request.data::<App>() else { return not_set_up() };
    match app.service.jwk_set().await {
        Ok(set) => public(set),
        Err(error) => refusal(&error.into()),
    }
}

fn metadata(request: &Request) -> Response {
    let Some(app) = request.data::<App>() else { return not_set_up() };
    let issuer = app.service.issuer();
    let types = generated::RESOURCE_TYPES.iter().map(|kind| kind.name).chain(["Me"]);
    let of_types = types.flat_map(|name| ["read", "write"].map(|action| format!("{action}:{name}")));
    let scopes: Vec<_> = ["read", "write"].map(str::to_owned).into_iter().chain(of_types).collect();
    let document = json!({
        "issuer": issuer,
        "token_endpoint": format!("{issuer}{TOKEN_PATH}"),
        "jwks_uri": format!("{issuer}{JWKS_PATH}"),
        "scopes_supported": scopes,
        // There is no authorisation endpoint.
        "response_types_supported": [],
        "grant_types_supported": [GRANT_TYPE],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": Algorithm::ALL.map(Algorithm::name),
        "service_documentation": format!("{issuer}/docs"),
    });
    public(document.to_string())
}

/// A document for everybody, which may be kept for a while.
fn public(document: String) -> Response {
    let response = Response::builder().content_type(JSON);
    response.header(header::CACHE_CONTROL, format!("public, max-age={SET_SECONDS}")).body(document)
}

fn uncached(status: StatusCode) -> poem::ResponseBuilder {
    let response = Response::builder().status(status).content_type(JSON);
    response.header(header::CACHE_CONTROL, "no-store").header(header::PRAGMA, "no-cache")
}

fn not_set_up() -> Response {
    refusal(&TokenError::new(TokenErrorKind::Server(500), "the server is not set up"))
}

/// An error as RFC 6749 §5.2 has it.
fn refusal(error: &TokenError) -> Response {
    let (status, name) = match error.kind {
        TokenErrorKind::InvalidRequest => (400, "invalid_request"),
        TokenErrorKind::TooLarge => (413, "invalid_request"),
        TokenErrorKind::InvalidClient => (401, "invalid_client"),
        TokenErrorKind::UnauthorizedClient => (400, "unauthorized_client"),
        TokenErrorKind::UnsupportedGrantType => (400, "unsupported_grant_type"),
        TokenErrorKind::InvalidScope => (400, "invalid_scope"),
        TokenErrorKind::InvalidTarget => (400, "invalid_target"),
        TokenErrorKind::Server(503) => (503, "temporarily_unavailable"),
        TokenErrorKind::Server(status) => (status, "server_error"),
    };
    let mut response = uncached(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    // Every 401 names a scheme (RFC 9110 §11.6.1); this is the one that fits the token endpoint.
    if status == 401 {
        response = response.header(header::WWW_AUTHENTICATE, r#"Basic realm="scimd", charset="UTF-8""#);
    }
    if status == 503 {
        response = response.header(header::RETRY_AFTER, "5");
    }
    response.body(json!({ "error": name, "error_description": described(&error.description) }).to_string())
}

/// A text in the characters that RFC 6749 §5.2 allows.
fn described(text: &str) -> String {
    let allowed = |character: char| match character {
        '"' => '\'',
        ' '..='~' if character != '\\' => character,
        _ => '?',
    };
    text.chars().map(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_has_no_character_that_is_not_allowed_in_it() {
        assert_eq!(described("there is no scope \"a\\b\u{7}ä\"; use read"), "there is no scope 'a?b??'; use read");
    }
}
