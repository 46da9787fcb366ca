//! Who administers: bearer tokens of the administration, which are none of an organisation (RFC 6750, RFC 7644 §7.7).
//!
//! An organisation's credential is refused as an unknown one is, in the same words, and a token of the administration
//! opens no organisation. Reading (GET) needs the scope `read`, everything else the scope `write`.

use poem::{
    Request, RequestBody,
    http::{HeaderValue, Method, header},
};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaSecurityScheme, Registry},
};

use crate::{
    api::{
        App,
        arrival::Arrival,
        envelope::{error_response, with_remark},
        security::recognise,
    },
    scim::error::{Error, ErrorKind},
    service::access::Action,
    store::Actor,
};

/// The name of the scheme in the OpenAPI document.
const SCHEME: &str = "administrator";

/// A request of the administration, with the right to what it asks for.
pub struct Administrator(
    /// Who it is.
    pub Actor,
);

impl<'a> ApiExtractor<'a> for Administrator {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        registry.create_security_scheme(
            SCHEME,
            MetaSecurityScheme {
                ty: "http",
                description: Some("A token of the administration: `scimd token create --admin` makes one"),
                name: None,
                key_in: None,
                scheme: Some("bearer"),
                bearer_format: None,
                flows: None,
                openid_connect_url: None,
            },
        );
    }

    fn security_schemes() -> Vec<&'static str> {
        vec![SCHEME]
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        administrator(request).await.map(Self).map_err(refused)
    }
}

async fn administrator(request: &Request) -> Result<Actor, Error> {
    let internal = || Error::new(ErrorKind::Internal, "the server is not set up");
    let app = request.data::<App>().ok_or_else(internal)?;
    let arrival = request.data::<Arrival>().ok_or_else(internal)?;
    let identity = recognise(app, request, arrival).await.map_err(in_own_words)?;
    if !identity.is_administrator() {
        return Err(in_own_words(Error::new(ErrorKind::Unauthorized, "")));
    }
    let (action, scope) = match *request.method() {
        Method::GET | Method::HEAD => (Action::Read, "read"),
        _ => (Action::Write, "write"),
    };
    if !identity.rights.allow_all(action) {
        let detail = format!("the credential may not {scope}; use one of the administration with the scope {scope}");
        return Err(Error::new(ErrorKind::InsufficientScope, detail));
    }
    Ok(Actor {
        credential: identity.credential,
        name: identity.name,
        source: arrival.source,
        request: arrival.id.clone(),
    })
}

/// The refusal of a credential, without a word of organisations.
fn in_own_words(error: Error) -> Error {
    let remedy = "send Authorization: Bearer with a token of the administration";
    match error.kind {
        ErrorKind::Unauthenticated => Error::new(error.kind, format!("the request has no credential; {remedy}")),
        ErrorKind::Unauthorized => Error::new(error.kind, format!("the credential is not valid here; {remedy}")),
        _ => error,
    }
}

/// A refusal with the one challenge that can be met here.
fn refused(error: Error) -> poem::Error {
    let mut response = error_response(&error);
    let challenge = match error.kind {
        ErrorKind::Unauthenticated => Some(r#"Bearer realm="scimd administration""#),
        ErrorKind::Unauthorized => Some(r#"Bearer realm="scimd administration", error="invalid_token""#),
        _ => None,
    };
    if let Some(challenge) = challenge {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    with_remark(response)
}
