//! Which organisations have authorisation servers, and of which issuers: known for some seconds without asking the
//! database, so that a request costs no search.

use std::{
    collections::HashMap,
    sync::{
        Arc, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use crate::{
    scim::error::Error,
    service::{Service, database_error, settings::OrganisationSettings},
    store::{Store, organisations::Organisation},
};

/// How long settings are known: those that another process changed are in force after that.
const KNOWN_FOR: Duration = Duration::from_secs(2);
/// How many organisations are read at a time.
const PAGE: u64 = 500;

/// An organisation with authorisation servers.
pub struct Tenant {
    /// The organisation.
    pub organisation: Arc<Organisation>,
    /// Its settings.
    pub settings: Arc<OrganisationSettings>,
}

/// All of them.
#[derive(Default)]
pub struct Tenants {
    by_slug: HashMap<String, Arc<Tenant>>,
    by_issuer: HashMap<String, Vec<Arc<Tenant>>>,
}

impl Tenants {
    async fn load(store: &Store) -> Result<Self, Error> {
        let mut tenants = Self::default();
        let mut after: Option<String> = None;
        loop {
            let page = store.organisations_set_up(after.as_deref(), PAGE).await.map_err(database_error)?;
            let last = (page.len() as u64) < PAGE;
            after = page.last().map(|organisation| organisation.slug.clone());
            page.into_iter().for_each(|organisation| tenants.add(organisation));
            if last {
                return Ok(tenants);
            }
        }
    }

    fn add(&mut self, organisation: Organisation) {
        let settings = OrganisationSettings::stored(organisation.settings.as_deref());
        if settings.authorization_servers.is_empty() && settings.uma.is_none() {
            return;
        }
        let slug = organisation.slug.clone();
        let tenant = Arc::new(Tenant { organisation: Arc::new(organisation), settings: Arc::new(settings) });
        for server in &tenant.settings.authorization_servers {
            let known = self.by_issuer.entry(server.issuer.clone()).or_default();
            if !known.iter().any(|other| Arc::ptr_eq(other, &tenant)) {
                known.push(tenant.clone());
            }
        }
        self.by_slug.insert(slug, tenant);
    }

    /// The organisation of that slug.
    pub fn of(&self, slug: &str) -> Option<&Arc<Tenant>> {
        self.by_slug.get(slug)
    }

    /// The organisations that take tokens of an issuer.
    pub fn of_issuer(&self, issuer: &str) -> &[Arc<Tenant>] {
        self.by_issuer.get(issuer).map_or(&[], Vec::as_slice)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_slug.is_empty()
    }
}

/// What was read last.
#[derive(Default)]
pub struct Directory {
    read: RwLock<Option<(Arc<Tenants>, Instant)>>,
    turn: tokio::sync::Mutex<()>,
    /// How often all was forgotten: what was read before that is not kept.
    generation: AtomicU64,
}

impl Directory {
    fn known(&self) -> Option<Arc<Tenants>> {
        let read = self.read.read().ok()?;
        read.as_ref().filter(|(_, since)| since.elapsed() < KNOWN_FOR).map(|(tenants, _)| tenants.clone())
    }

    /// Forgets it: settings have changed.
    pub fn forget(&self) {
        if let Ok(mut read) = self.read.write() {
            self.generation.fetch_add(1, Ordering::Release);
            *read = None;
        }
    }
}

impl Service {
    /// The organisations that have authorisation servers.
    pub(super) async fn tenants(&self) -> Result<Arc<Tenants>, Error> {
        let directory = &self.foreign.directory;
        if let Some(tenants) = directory.known() {
            return Ok(tenants);
        }
        let _turn = directory.turn.lock().await;
        if let Some(tenants) = directory.known() {
            return Ok(tenants);
        }
        let (generation, since) = (directory.generation.load(Ordering::Acquire), Instant::now());
        let tenants = Arc::new(Tenants::load(&self.store).await?);
        if let Ok(mut read) = directory.read.write()
            && generation == directory.generation.load(Ordering::Acquire)
        {
            *read = Some((tenants.clone(), since));
        }
        Ok(tenants)
    }
}
