//! Who asks: bearer tokens (RFC 6750) and HTTP Basic (RFC 7617), of the organisation in the path (RFC 7644 §2, §6.1).
//!
//! A credential that is none gets 401 whatever the path says. One that is good, on the path of another organisation or of
//! none, gets 404, the same for both: nothing shows which organisations there are. An opaque token of an authorisation
//! server is known to that server alone, so it is none on any other path. An organisation that lets requests in by UMA
//! says so to whoever comes on its path without a fitting token.

use base64::{Engine, engine::general_purpose::STANDARD};
use poem::{
    Request, RequestBody,
    http::{HeaderValue, header},
};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaSecurityScheme, Registry},
};

use crate::{
    scim::{
        error::{Error, ErrorKind},
        quirks::{Fired, Quirk, Quirks},
    },
    service::{
        Caller,
        credentials::{Presented, Token},
        identity::Identity,
        log::Logging,
    },
    store::Actor,
};

use super::{
    App,
    arrival::{Arrival, Attributed},
    bases::Place,
    envelope::{error_response, failure, with_remark},
    query_token::QueryTokens,
    uma::{self, Wanted},
};

/// The names of the schemes in the OpenAPI document.
const SCHEMES: [(&str, &str, &str); 2] = [
    ("bearer", "bearer", "A bearer token, or an access token of the token endpoint"),
    ("basic", "basic", "The id and the secret of a credential of kind basic"),
];

/// A request with a valid credential, and the organisation that it is of.
pub struct Authenticated(
    /// The caller.
    pub Caller,
);

impl<'a> ApiExtractor<'a> for Authenticated {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        for (name, scheme, description) in SCHEMES {
            registry.create_security_scheme(
                name,
                MetaSecurityScheme {
                    ty: "http",
                    description: Some(description),
                    name: None,
                    key_in: None,
                    scheme: Some(scheme),
                    bearer_format: None,
                    flows: None,
                    openid_connect_url: None,
                },
            );
        }
    }

    fn security_schemes() -> Vec<&'static str> {
        SCHEMES.map(|(name, ..)| name).to_vec()
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        match caller(request).await {
            Ok(caller) => fitting(request, caller).await.map(Self),
            Err(error) => Err(refusal(request, error).await),
        }
    }
}

/// The caller, unless the organisation lets requests in by UMA and a token of another server has no right to this.
async fn fitting(request: &Request, caller: Caller) -> poem::Result<Caller> {
    // Of the credentials of this server their rights are all that counts.
    if caller.settings.uma.is_none() || caller.actor.credential.is_some() {
        return Ok(caller);
    }
    let wanted = Wanted::of(request.method(), request.uri().path());
    let fits = match wanted.kind {
        // `/Users/{id}` may be the caller's own: what is done with that is decided where the id is known.
        Some(kind) => caller.rights.allow(wanted.action, kind) || caller.subject.is_some(),
        None => caller.rights.allow_any(wanted.action) || !wanted.resources,
    };
    if fits {
        return Ok(caller);
    }
    challenge(request, wanted).await.map_or(Ok(caller), Err)
}

/// What a request without a valid credential is answered.
async fn refusal(request: &Request, error: Error) -> poem::Error {
    let mistaken = matches!(error.kind, ErrorKind::Unauthenticated | ErrorKind::Unauthorized);
    let challenge = match mistaken {
        true => challenge(request, Wanted::of(request.method(), request.uri().path())).await,
        false => None,
    };
    challenge.unwrap_or_else(|| refused(error))
}

/// An error, with the challenge of RFC 6750 §3.1 if the request brings its token in more than one way.
fn refused(error: Error) -> poem::Error {
    if error.detail != SEVERAL {
        return failure(error);
    }
    let mut response = error_response(&error);
    let value = HeaderValue::from_static(r#"Bearer realm="scimd", error="invalid_request""#);
    response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
    with_remark(response)
}

/// The challenge of the organisation in the path, if it lets requests in by UMA.
async fn challenge(request: &Request, wanted: Wanted) -> Option<poem::Error> {
    let app = request.data::<App>()?;
    let organisation = request.data::<Place>()?.organisation.as_deref()?;
    match app.service.uma_challenge(organisation, wanted.action, wanted.kind).await {
        Ok(challenge) => challenge.map(|challenge| with_remark(uma::response(&challenge))),
        Err(error) => Some(failure(error)),
    }
}

async fn caller(request: &Request) -> Result<Caller, Error> {
    let internal = || Error::new(ErrorKind::Internal, "the server is not set up");
    let app = request.data::<App>().ok_or_else(internal)?;
    let place = request.data::<Place>().ok_or_else(internal)?;
    let arrival = request.data::<Arrival>().ok_or_else(internal)?;
    let identity = match request.data::<QueryTokens>() {
        None => recognise(app, request, arrival).await?,
        Some(tokens) => by_query(app, request, arrival, tokens).await?,
    };
    let organisation = identity.organisation.ok_or_else(unknown)?;
    let actor = Actor {
        credential: identity.credential,
        name: identity.name,
        source: arrival.source,
        request: arrival.id.clone(),
    };
    let elsewhere = place.organisation.as_ref().is_some_and(|slug| **slug != organisation.slug);
    // What is asked of another organisation is in neither's log.
    let logging = if elsewhere { Logging::Off } else { identity.settings.provisioning_log };
    arrival.attribute(Attributed { organisation: organisation.clone(), actor: actor.clone(), logging });
    arrival.hold(app.edge.limits.admit(&app.edge.metrics, organisation.org, &identity.settings)?);
    if elsewhere {
        let detail =
            "there is no such organisation, or the credential is not one of its; use the base URL that belongs to it";
        return Err(Error::new(ErrorKind::NotFound, detail));
    }
    if organisation.suspended.is_some() {
        let detail = "the organisation is suspended; ask the administrator of this server";
        return Err(Error::new(ErrorKind::Forbidden, detail));
    }
    let fired = request.data::<Fired>().cloned().unwrap_or_default();
    let quirks = Quirks { profile: identity.settings.profile, fired: &fired };
    quirks.meets(Quirk::JsonAnswers);
    quirks.meets(Quirk::ErrorsOfOld);
    Ok(Caller {
        org: organisation.org,
        base: place.base.clone(),
        subject: identity.subject,
        rights: identity.rights,
        settings: identity.settings,
        actor,
        fired,
    })
}

/// Who sends this request.
pub(super) async fn recognise(app: &App, request: &Request, arrival: &Arrival) -> Result<Identity, Error> {
    let mut given = request.headers().get_all(header::AUTHORIZATION).iter();
    let header = given.next();
    // Two of them are a riddle, and an empty one is no credential.
    let value = match (header, given.next()) {
        (None, _) => return Err(missing()),
        (Some(value), None) => value.to_str().map_err(|_| unknown())?,
        (Some(_), Some(_)) => return Err(unknown()),
    };
    let (scheme, value) = value.split_once(' ').unwrap_or((value, ""));
    let value = value.trim();
    let quirk = match scheme {
        _ if scheme.eq_ignore_ascii_case("oauth") && !value.is_empty() => Some((Quirk::OauthScheme, value)),
        _ if value.is_empty() && !scheme.is_empty() => Some((Quirk::BareToken, scheme)),
        _ => None,
    };
    if let Some((quirk, token)) = quirk {
        let token = Token::given(token.to_owned());
        let identity = app.service.recognise(Presented::Bearer(&token), arrival.source).await?.ok_or_else(unknown)?;
        let fired = request.data::<Fired>().cloned().unwrap_or_default();
        let quirks = Quirks { profile: identity.settings.profile, fired: &fired };
        // The administration's own clients have no quirks.
        return if !identity.is_administrator() && quirks.meets(quirk) { Ok(identity) } else { Err(unknown()) };
    }
    let recognised = if scheme.eq_ignore_ascii_case("bearer") && !value.is_empty() {
        let token = Token::given(value.to_owned());
        app.service.recognise_bearer(&token, organisation_of(request), arrival.source).await?
    } else if scheme.eq_ignore_ascii_case("basic") {
        let pair = STANDARD.decode(value).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let pair = pair.as_deref().and_then(|pair| pair.split_once(':'));
        let (user, password) = pair.ok_or_else(unknown)?;
        let password = Token::given(password.to_owned());
        app.service.recognise(Presented::Basic(user, &password), arrival.source).await?
    } else {
        None
    };
    recognised.ok_or_else(unknown)
}

/// The organisation in the path.
fn organisation_of(request: &Request) -> Option<&str> {
    request.data::<Place>().and_then(|place| place.organisation.as_deref())
}

/// What is said of a request that brings its token in more than one way.
const SEVERAL: &str = "the request has more than one token; send one, in the header Authorization";

/// Who sends this request by a token in its query: only where the organisation is in test mode. Elsewhere the token
/// counts as none, so that nothing shows whether it is good (RFC 6750 §2.3, §3.1).
async fn by_query(app: &App, request: &Request, arrival: &Arrival, tokens: &QueryTokens) -> Result<Identity, Error> {
    let token = tokens.only().filter(|_| !request.headers().contains_key(header::AUTHORIZATION));
    let token = token.ok_or_else(|| Error::new(ErrorKind::InvalidValue, SEVERAL))?;
    let found = app.service.recognise_bearer(token, organisation_of(request), arrival.source).await?;
    found.filter(|identity| identity.settings.test_mode).ok_or_else(missing)
}

/// The request has no credential.
fn missing() -> Error {
    let detail = "the request has no credential; send Authorization: Bearer with a token of your organisation";
    Error::new(ErrorKind::Unauthenticated, detail)
}

/// The request has a credential that is none: the same words, whatever is wrong with it.
fn unknown() -> Error {
    let detail = "the credential is not valid; send Authorization: Bearer with a token of your organisation";
    Error::new(ErrorKind::Unauthorized, detail)
}
