//! `/Me`: the resource that the credential stands for (RFC 7644 §3.11). `Location` is the resource's own URL.

use poem_openapi::{
    OpenApi, Tags,
    param::{Header, Query},
    registry::{MetaSchemaRef, Registry},
    types::Type,
};

use crate::{
    scim::{error::Error, projection::Projection},
    service::{Caller, resources::Conditions},
    store::organisations::Subject,
};

use super::{
    App,
    openapi::{AnyAnswered, AnySent, Shaped},
    payload::Body,
    replies::{MEDIA_TYPE, MISSING, Reply, STALE, Success, TAKEN, TOO_LARGE},
    resources::{Deleted, PatchOp, project},
    security::Authenticated,
};

#[derive(Tags)]
enum Tag {
    /// The resource that the credential stands for
    Me,
}

/// The endpoint `/Me`.
pub struct MeApi {
    app: App,
}

impl MeApi {
    /// The endpoint.
    pub fn new(app: App) -> Self {
        Self { app }
    }
}

fn asked(
    caller: &Caller,
    attributes: Option<&str>,
    excluded: Option<&str>,
) -> Result<(Subject, String, Projection), Error> {
    let subject = caller.me()?;
    let projection = project(caller, subject.table.resource_type, attributes, excluded)?;
    Ok((subject, subject.id.to_string(), projection))
}

#[OpenApi(tag = "Tag::Me")]
impl MeApi {
    /// Read one's own resource
    #[oai(path = "/Me", method = "get")]
    async fn read(
        &self,
        caller: Authenticated,
        /// Attributes to answer with, separated by commas
        attributes: Query<Option<String>>,
        /// Attributes to leave out of the answer, separated by commas
        #[oai(name = "excludedAttributes")]
        excluded: Query<Option<String>>,
        /// The version that the client has: 304 if it is still the present one
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Reply<Shown> {
        let answer = async {
            let (me, id, projection) = asked(&caller.0, attributes.0.as_deref(), excluded.0.as_deref())?;
            let conditions = Conditions { if_none_match: if_none_match.0.as_deref(), ..Conditions::default() };
            self.app.service.read(&caller.0, me.table, &id, conditions, &projection).await
        };
        answer.await.into()
    }

    /// Replace one's own resource
    #[oai(path = "/Me", method = "put")]
    async fn replace(
        &self,
        caller: Authenticated,
        /// Attributes to answer with, separated by commas
        attributes: Query<Option<String>>,
        /// Attributes to leave out of the answer, separated by commas
        #[oai(name = "excludedAttributes")]
        excluded: Query<Option<String>>,
        /// The version that the change is for: 412 if it is no longer the present one
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<Shaped<AnySent>>,
    ) -> Reply<Changed> {
        let answer = async {
            let (me, id, projection) = asked(&caller.0, attributes.0.as_deref(), excluded.0.as_deref())?;
            let conditions = Conditions { if_match: if_match.0.as_deref(), ..Conditions::default() };
            self.app.service.replace(&caller.0, me.table, &id, conditions, &body.bytes, &projection).await
        };
        answer.await.into()
    }

    /// Change one's own resource
    #[oai(path = "/Me", method = "patch")]
    async fn patch(
        &self,
        caller: Authenticated,
        /// Attributes to answer with, separated by commas
        attributes: Query<Option<String>>,
        /// Attributes to leave out of the answer, separated by commas
        #[oai(name = "excludedAttributes")]
        excluded: Query<Option<String>>,
        /// The version that the change is for: 412 if it is no longer the present one
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Body<PatchOp>,
    ) -> Reply<Changed> {
        let answer = async {
            let (me, id, projection) = asked(&caller.0, attributes.0.as_deref(), excluded.0.as_deref())?;
            let conditions = Conditions { if_match: if_match.0.as_deref(), ..Conditions::default() };
            let shown = (&projection, attributes.0.is_some());
            self.app.service.patch(&caller.0, me.table, &id, conditions, &body.bytes, shown).await
        };
        answer.await.into()
    }

    /// Delete one's own resource
    #[oai(path = "/Me", method = "delete")]
    async fn delete(
        &self,
        caller: Authenticated,
        /// The version that the deletion is for: 412 if it is no longer the present one
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Reply<Deleted> {
        let answer = async {
            let me = caller.0.me()?;
            let conditions = Conditions { if_match: if_match.0.as_deref(), ..Conditions::default() };
            self.app.service.delete(&caller.0, me.table, &me.id.to_string(), conditions).await
        };
        answer.await.into()
    }
}

/// What a GET of `/Me` answers.
pub struct Shown;

impl Success for Shown {
    const RESOURCE: bool = true;
    const STATUSES: &'static [(u16, &'static str, bool)] =
        &[(200, "The resource", true), (304, "`If-None-Match` names the present version", false)];
    const FAILURES: &'static [(u16, &'static str)] = &[MISSING];

    fn schema() -> MetaSchemaRef {
        Shaped::<AnyAnswered>::schema_ref()
    }

    fn register(registry: &mut Registry) {
        Shaped::<AnyAnswered>::register(registry);
    }
}

/// What a PUT or PATCH of `/Me` answers.
pub struct Changed;

impl Success for Changed {
    const RESOURCE: bool = true;
    const STATUSES: &'static [(u16, &'static str, bool)] =
        &[(200, "The resource as it is now", true), (204, "Done", false)];
    const FAILURES: &'static [(u16, &'static str)] = &[MISSING, TAKEN, STALE, TOO_LARGE, MEDIA_TYPE];

    fn schema() -> MetaSchemaRef {
        Shaped::<AnyAnswered>::schema_ref()
    }

    fn register(registry: &mut Registry) {
        Shaped::<AnyAnswered>::register(registry);
    }
}
