//! Token introspection (RFC 7662): an authorisation server is asked about a token, as the client that the organisation
//! has there.

use serde_json::{Map, Value};

use crate::service::{
    Service,
    outbound::{basic, form},
    settings::authorization::{AuthorizationServer, Introspection},
};

use super::{claims::Claims, unreachable};
use crate::scim::error::Error;

const FORM: &str = "application/x-www-form-urlencoded";

impl Service {
    /// What the server says of a token, if it is in force and meant for this organisation.
    pub(super) async fn introspect(
        &self,
        server: &AuthorizationServer,
        introspection: &Introspection,
        token: &str,
    ) -> Result<Option<Claims>, Error> {
        let authorization = basic(&introspection.client_id, introspection.client_secret.expose());
        let Some(claims) = self.active(&introspection.endpoint, &authorization, token).await? else { return Ok(None) };
        let refusal = check(&claims, server, introspection, self.clock.now());
        if let Some(reason) = refusal {
            tracing::debug!(issuer = server.issuer, reason, "a token is refused");
        }
        Ok(refusal.is_none().then_some(claims))
    }

    /// What an introspection endpoint says of a token that is active.
    pub(super) async fn active(
        &self,
        endpoint: &str,
        authorization: &str,
        token: &str,
    ) -> Result<Option<Claims>, Error> {
        let body = form(&[("token", token), ("token_type_hint", "access_token")]);
        let answer = self.foreign.outbound.post(endpoint, authorization, FORM, body).await;
        let answer = answer.map_err(|error| unreachable(endpoint, &error.to_string()))?;
        if answer.status != 200 {
            return Err(unreachable(endpoint, &format!("it answers {} to introspection", answer.status)));
        }
        let said = serde_json::from_slice::<Map<String, Value>>(&answer.body).ok();
        let said = said.ok_or_else(|| unreachable(endpoint, "its answer to introspection is no JSON object"))?;
        match said.get("active") {
            Some(Value::Bool(true)) => Ok(Some(Claims(said))),
            Some(Value::Bool(false)) => Ok(None),
            _ => Err(unreachable(endpoint, "its answer to introspection does not say whether the token is active")),
        }
    }
}

/// Why a token that is active is refused all the same.
fn check(
    claims: &Claims,
    server: &AuthorizationServer,
    introspection: &Introspection,
    now: i64,
) -> Option<&'static str> {
    if claims.0.contains_key("iss") && claims.text("iss") != Some(&server.issuer) {
        return Some("iss is another");
    }
    let optional = introspection.audience_optional && !claims.0.contains_key("aud");
    if !claims.is_for(&server.audience) && !optional {
        return Some("aud does not name this audience");
    }
    if !is_bearer(claims) {
        return Some("it is no bearer token");
    }
    claims.ends(now).err()
}

/// Whether it says that it is a bearer token, or nothing about it; some servers give the kind of the token instead.
pub(super) fn is_bearer(claims: &Claims) -> bool {
    let words = ["bearer", "access_token"];
    let kind = claims.0.get("token_type").filter(|kind| !kind.is_null());
    let fits =
        |kind: &Value| kind.as_str().is_some_and(|kind| words.iter().any(|word| kind.eq_ignore_ascii_case(word)));
    kind.is_none_or(fits) && !claims.needs_proof()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::service::settings::OrganisationSettings;

    const NOW: i64 = 1_800_000_000_000_000;

    fn refusal(optional: bool, said: Value) -> Option<&'static str> {
        let settings = json!({ "authorizationServers": [{
            "issuer": "https://as.example.com", "audience": "scim", "introspection": {
                "endpoint": "https://as.example.com/i", "clientId": "c", "clientSecret": "s", "audienceOptional": optional
            }
        }] });
        let server = OrganisationSettings::parse(&settings.to_string()).unwrap().authorization_servers.remove(0);
        let Value::Object(said) = said else { panic!("no object") };
        check(&Claims(said), &server, server.introspection.as_ref().unwrap(), NOW)
    }

    /// RFC 7662 §2.2
    #[test]
    fn an_active_token_is_refused_if_it_is_for_somebody_else_or_over() {
        let later = NOW / 1_000_000 + 60;
        assert_eq!(
            refusal(false, json!({ "aud": ["x", "scim"], "exp": later, "iss": "https://as.example.com" })),
            None
        );
        assert_eq!(refusal(false, json!({ "aud": "scim", "token_type": "bearer" })), None);
        assert_eq!(refusal(true, json!({ "token_type": "access_token" })), None);
        for (optional, said) in [
            (false, json!({})),
            (false, json!({ "aud": "other" })),
            (true, json!({ "aud": "other" })),
            (false, json!({ "aud": "scim", "iss": "https://other.example.com" })),
            (false, json!({ "aud": "scim", "iss": 7 })),
            (false, json!({ "aud": "scim", "exp": later - 100 })),
            (false, json!({ "aud": "scim", "token_type": "refresh_token" })),
            (false, json!({ "aud": "scim", "token_type": "DPoP" })),
            (false, json!({ "aud": "scim", "cnf": { "jkt": "x" } })),
        ] {
            assert!(refusal(optional, said.clone()).is_some(), "{said}");
        }
    }
}
