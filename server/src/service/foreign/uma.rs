//! UMA 2.0: permissions are registered at the organisation's authorisation server, and a token with permissions is taken
//! (User-Managed Access 2.0 Grant §3.2, §5; Federated Authorization for UMA 2.0 §1.3, §4, §5).
//!
//! scimd is the resource server. It has a protection API token by client credentials, asks for a permission ticket when a
//! request comes without a fitting token, and introspects the requesting party's token with the same protection API
//! token. The organisation is one registered resource; its scopes are the words that credentials have, too.

use std::{collections::HashMap, sync::Mutex};

use serde_json::{Map, Value, json};

use crate::{
    scim::{error::Error, generated, limits, schema::ResourceType},
    service::{
        Service,
        access::{Action, Rights},
        credentials::Token,
        outbound::{basic, form},
        settings::authorization::Uma,
    },
    store::Org,
};

use super::{Found, claims::Claims, found, introspection::is_bearer, tenants::Tenant, unreachable};

const SECOND: i64 = 1_000_000;
/// How long a protection API token without a lifetime is used, in seconds.
const LIFETIME: i64 = 60;
/// The longest permission ticket, in bytes: it is sent in a header.
const TICKET: usize = 4_096;

/// What a client without a fitting token is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Challenge {
    /// To get a token, with this ticket.
    Ticket {
        /// What is protected.
        realm: String,
        /// Where to get one.
        as_uri: String,
        /// What to get it with.
        ticket: String,
    },
    /// That the authorisation server gives no ticket at present.
    Unreachable,
}

/// Which protection API token: of an organisation, at a token endpoint, of a client.
type Holder = (Org, String, String);

/// The protection API tokens in use.
#[derive(Default)]
pub(super) struct ProtectionTokens {
    /// With their end, in microseconds since 1970.
    tokens: Mutex<HashMap<Holder, (Token, i64)>>,
    turn: tokio::sync::Mutex<()>,
}

impl ProtectionTokens {
    fn get(&self, holder: &Holder, now: i64) -> Option<Token> {
        let tokens = self.tokens.lock().ok()?;
        tokens.get(holder).filter(|(_, ends)| now < *ends).map(|(token, _)| token.clone())
    }

    /// Forgets them.
    pub(super) fn forget(&self) {
        if let Ok(mut tokens) = self.tokens.lock() {
            tokens.clear();
        }
    }
}

impl Service {
    /// What to tell who brings no fitting token, if the organisation lets requests in by UMA.
    pub async fn uma_challenge(
        &self,
        organisation: &str,
        action: Action,
        kind: Option<&ResourceType>,
    ) -> Result<Option<Challenge>, Error> {
        let tenants = self.tenants().await?;
        let Some(tenant) = tenants.of(organisation) else { return Ok(None) };
        let Some(uma) = tenant.settings.uma.as_ref().filter(|_| tenant.organisation.suspended.is_none()) else {
            return Ok(None);
        };
        let scopes = scopes(uma, action, kind);
        if scopes.is_empty() {
            return Ok(None);
        }
        let ticket = self.register(tenant.organisation.org, uma, &scopes).await;
        Ok(Some(match ticket {
            Ok(ticket) => Challenge::Ticket { realm: uma.realm.clone(), as_uri: uma.as_uri.clone(), ticket },
            Err(_) => Challenge::Unreachable,
        }))
    }

    /// Registers a permission: the ticket for it.
    async fn register(&self, org: Org, uma: &Uma, scopes: &[&str]) -> Result<String, Error> {
        let body = json!({ "resource_id": uma.resource_id, "resource_scopes": scopes }).to_string();
        let endpoint = &uma.permission_endpoint;
        let fails = |reason: &str| unreachable(endpoint, reason);
        let mut renewed = false;
        let answer = loop {
            let authorization = self.protection(org, uma, renewed).await?;
            let answer = self.foreign.outbound.post(endpoint, &authorization, "application/json", body.clone()).await;
            let answer = answer.map_err(|error| fails(&error.to_string()))?;
            // The server may have taken the protection API token back.
            if answer.status != 401 || renewed {
                break answer;
            }
            renewed = true;
        };
        if answer.status != 201 {
            return Err(fails(&format!("it answers {} to a permission request", answer.status)));
        }
        let said = serde_json::from_slice::<Map<String, Value>>(&answer.body).ok();
        let ticket = said.as_ref().and_then(|said| said.get("ticket")).and_then(Value::as_str);
        let plain = |byte: u8| (b'!'..=b'~').contains(&byte) && !matches!(byte, b'"' | b'\\');
        let ticket = ticket.filter(|text| (1..=TICKET).contains(&text.len()) && text.bytes().all(plain));
        ticket.map(str::to_owned).ok_or_else(|| fails("its answer to a permission request has no ticket"))
    }

    /// Whose a token is by its permissions, if the organisation lets requests in by UMA.
    pub(super) async fn permitted(&self, tenant: &Tenant, token: &Token) -> Result<Option<Found>, Error> {
        let Some(uma) = &tenant.settings.uma else { return Ok(None) };
        let endpoint = &uma.introspection_endpoint;
        let authorization = self.protection(tenant.organisation.org, uma, false).await?;
        let said = match self.active(endpoint, &authorization, token.expose()).await {
            Ok(said) => said,
            // The protection API token may have been taken back.
            Err(_) => {
                let authorization = self.protection(tenant.organisation.org, uma, true).await?;
                self.active(endpoint, &authorization, token.expose()).await?
            }
        };
        let now = self.clock.now();
        let Some((claims, (rights, ends))) = said.and_then(|claims| {
            let permitted = permissions(&claims, uma, now)?;
            Some((claims, permitted))
        }) else {
            return Ok(None);
        };
        Ok(Some(found(tenant, claims.name(&uma.as_uri), rights, None, ends)))
    }

    /// The value of `Authorization` with a protection API token, a new one if it must be.
    async fn protection(&self, org: Org, uma: &Uma, renew: bool) -> Result<String, Error> {
        let tokens = &self.foreign.protection;
        let holder = (org, uma.token_endpoint.clone(), uma.client_id.clone());
        let bearer = |token: Token| format!("Bearer {}", token.expose());
        let before = tokens.get(&holder, self.clock.now());
        if let Some(token) = before.clone().filter(|_| !renew) {
            return Ok(bearer(token));
        }
        let _turn = tokens.turn.lock().await;
        if let Some(token) = tokens.get(&holder, self.clock.now()).filter(|token| Some(token) != before.as_ref()) {
            return Ok(bearer(token));
        }
        let fails = |reason: &str| unreachable(&uma.token_endpoint, reason);
        let body = form(&[("grant_type", "client_credentials"), ("scope", "uma_protection")]);
        let authorization = basic(&uma.client_id, uma.client_secret.expose());
        let form_type = "application/x-www-form-urlencoded";
        let answer = self.foreign.outbound.post(&uma.token_endpoint, &authorization, form_type, body).await;
        let answer = answer.map_err(|error| fails(&error.to_string()))?;
        if answer.status != 200 {
            return Err(fails(&format!("it answers {} to client credentials", answer.status)));
        }
        let said = serde_json::from_slice::<Map<String, Value>>(&answer.body).map(Claims);
        let said = said.map_err(|_| fails("its answer to client credentials is no JSON object"))?;
        let token = said.text("access_token").filter(|_| is_bearer(&said));
        let token = token.ok_or_else(|| fails("it gives no bearer token for client credentials"))?;
        let lifetime = said.0.get("expires_in").and_then(Value::as_i64).unwrap_or(LIFETIME);
        let lifetime = lifetime.saturating_sub(limits::CLOCK_LEEWAY_SECONDS).clamp(0, 86_400);
        let token = Token::given(token.to_owned());
        if let Ok(mut tokens) = tokens.tokens.lock() {
            tokens.insert(holder, (token.clone(), self.clock.now() + lifetime * SECOND));
        }
        Ok(bearer(token))
    }
}

/// The narrowest registered scopes that allow an action on a resource type, or on anything.
fn scopes<'a>(uma: &'a Uma, action: Action, kind: Option<&ResourceType>) -> Vec<&'a str> {
    let registered = |word: &str| uma.resource_scopes.iter().map(String::as_str).find(|scope| *scope == word);
    let words: &[&str] = match action {
        Action::Read => &["read", "write"],
        Action::Write => &["write"],
    };
    for word in words {
        let whole = registered(word);
        let of = |kind: &ResourceType| registered(&format!("{word}:{}", kind.name));
        let found: Vec<_> = match kind {
            Some(kind) => of(kind).or(whole).into_iter().collect(),
            None => match whole {
                Some(whole) => vec![whole],
                None => generated::RESOURCE_TYPES.iter().filter_map(|kind| of(kind)).collect(),
            },
        };
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// What the permissions of an active token allow on the organisation's resource, and until when; none if the token is
/// not one of UMA, or for somebody else.
fn permissions(claims: &Claims, uma: &Uma, now: i64) -> Option<(Rights, Option<i64>)> {
    let other = claims.0.contains_key("iss") && claims.text("iss") != Some(&uma.as_uri);
    if other || !is_bearer(claims) {
        return None;
    }
    let mut ends = claims.ends(now).ok()?;
    let mut scopes = Vec::new();
    let mut any = false;
    for permission in claims.0.get("permissions").and_then(Value::as_array)? {
        let Value::Object(permission) = permission else { continue };
        let permission = Claims(permission.clone());
        let Ok(end) = permission.ends(now) else { continue };
        if permission.text("resource_id") != Some(&uma.resource_id) {
            continue;
        }
        any = true;
        let given = permission.0.get("resource_scopes").and_then(Value::as_array);
        // A scope that was not registered means nothing.
        let words = given.into_iter().flatten().filter_map(Value::as_str);
        let registered = words.filter(|word| uma.resource_scopes.iter().any(|scope| scope == word));
        scopes.extend(registered.map(str::to_owned));
        ends = ends.into_iter().chain(end).min();
    }
    any.then(|| (Rights::of(&scopes.join(" ")), ends))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::settings::OrganisationSettings;

    const NOW: i64 = 1_800_000_000_000_000;

    fn uma(scopes: &[&str]) -> Uma {
        let settings = json!({ "uma": {
            "asUri": "https://as.example.com", "permissionEndpoint": "https://as.example.com/p",
            "introspectionEndpoint": "https://as.example.com/i", "tokenEndpoint": "https://as.example.com/t",
            "clientId": "c", "clientSecret": "s", "resourceId": "r1", "resourceScopes": scopes
        } });
        OrganisationSettings::parse(&settings.to_string()).unwrap().uma.unwrap()
    }

    fn user() -> &'static ResourceType {
        generated::RESOURCE_TYPES.iter().find(|kind| kind.name == "User").unwrap()
    }

    #[test]
    fn the_narrowest_registered_scope_is_asked_for() {
        let narrow = uma(&["read", "write", "read:User", "write:Group"]);
        assert_eq!(scopes(&narrow, Action::Read, Some(user())), ["read:User"]);
        assert_eq!(scopes(&narrow, Action::Write, Some(user())), ["write"]);
        assert_eq!(scopes(&narrow, Action::Read, None), ["read"]);
        assert_eq!(scopes(&uma(&["write"]), Action::Read, Some(user())), ["write"], "who may write may read");
        assert_eq!(scopes(&uma(&["write:Group", "write:User"]), Action::Write, None), ["write:Group", "write:User"]);
        assert!(scopes(&uma(&["read"]), Action::Write, Some(user())).is_empty());
    }

    fn allowed(said: Value) -> Option<String> {
        let Value::Object(said) = said else { panic!("no object") };
        permissions(&Claims(said), &uma(&["read", "write:User"]), NOW).map(|(rights, _)| rights.to_string())
    }

    /// Federated Authorization for UMA 2.0 §5.1.1
    #[test]
    fn only_permissions_on_the_resource_that_are_in_force_count() {
        let later = NOW / 1_000_000 + 60;
        let permission =
            |id: &str, scopes: &[&str], exp: i64| json!({ "resource_id": id, "resource_scopes": scopes, "exp": exp });
        let said = |permissions: Value| json!({ "active": true, "permissions": permissions });
        assert_eq!(allowed(said(json!([permission("r1", &["read"], later)]))).as_deref(), Some("read"));
        let several = json!([
            permission("r1", &["read"], later - 200),
            permission("r2", &["read"], later),
            permission("r1", &["write:User", "write"], later)
        ]);
        assert_eq!(allowed(said(several)).as_deref(), Some("read:User write:User"));
        for none in [
            said(json!([permission("r2", &["read"], later)])),
            said(json!([permission("r1", &["read"], later - 200)])),
            said(json!([])),
            json!({ "active": true, "scope": "read" }),
            json!({ "permissions": [permission("r1", &["read"], later)], "exp": later - 200 }),
            json!({ "permissions": [permission("r1", &["read"], later)], "iss": "https://other.example.com" }),
        ] {
            assert_eq!(allowed(none.clone()), None, "{none}");
        }
    }
}
