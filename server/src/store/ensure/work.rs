//! The statements of an evolution, one after the other: each depends on what the ones before it found.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
    time::Instant,
};

use sea_orm::{
    DbBackend, Statement,
    sea_query::{Alias, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{
    scim::render,
    store::{
        bare,
        database::{DatabaseError, Refusal, Row},
        resources::insert_values,
        system,
        table::{Encoded, Table},
    },
};

use super::{
    Live, Prepare,
    clashes::Clash,
    declared::{Changes, Declared},
    definitions::{IndexDefinition, RETIRED},
    documents::{self, Texts, Verdict},
    statements::{After, columns, holds, last, own_columns, owners, page, shared},
};

/// The name of the setting that holds the digest of the schemas.
pub(in crate::store) const DIGEST: &str = "schemas";
/// The name of the setting that holds what the schemas declare of stored data.
pub(super) const DECLARED: &str = "attributes";
/// The name of the setting that holds the same of resource types that the last build did not have, and of relations that it
/// did not have of those that it had.
pub(super) const UNSEEN: &str = "unseen attributes";
/// The name of the setting that holds the names of the indexes that scimd made.
pub(super) const INDEXES: &str = "indexes";

/// After how many documents the log says how far an evolution is.
const TOLD: u64 = 20_000;

/// A step of an evolution.
pub(super) enum Task {
    /// Reads what the last build recorded.
    Compare,
    /// Decides what is to be done.
    Evolve,
    /// Runs a statement that gives no rows.
    Run(Statement),
    /// Applies changes of the schemas to the documents behind a key.
    Migrate { table: &'static Table, changes: Arc<Changes>, after: After },
    /// Fills new columns and value tables from the documents behind a key.
    Fill { table: &'static Table, added: Arc<BTreeSet<String>>, after: After },
    /// Looks for resources that share a value that is to be unique.
    Clashes { table: &'static Table, index: IndexDefinition },
    /// Names the owners of relation rows that cannot follow.
    Owners { relation: String, kind: &'static str, reason: String },
    /// Reads the names of the organisations of resources that do not bear the changes.
    Conclude,
}

enum Reading {
    Recorded,
    Migrate { table: &'static Table, changes: Arc<Changes> },
    Fill { table: &'static Table, added: Arc<BTreeSet<String>> },
    Clashes { table: &'static Table, index: IndexDefinition },
    Owners { kind: &'static str, reason: String },
    Organisations,
}

/// The statements that are left to run.
pub struct Work {
    pub(super) prepare: Prepare,
    pub(super) live: Live,
    /// What is known to be declared when the resources were written.
    pub(super) before: Declared,
    /// The resource types that the last build had.
    pub(super) served: BTreeSet<String>,
    /// The relations of those that it had not, and builds before it had.
    pub(super) gone: Declared,
    /// The names of the indexes that the last build made.
    pub(super) indexes: BTreeSet<String>,
    pub(super) tasks: VecDeque<Task>,
    /// Columns and tables that are filled when the documents are as they should be.
    pub(super) refilled: BTreeSet<String>,
    reading: Option<Reading>,
    pub(super) clashes: Vec<Clash>,
    /// Those beyond the ones that are named.
    pub(super) further: u64,
    /// How many documents of each type were written anew.
    rewritten: BTreeMap<&'static str, u64>,
    /// When the evolution of a database that there was began.
    began: Option<Instant>,
    /// How many documents were read since.
    read: u64,
}

impl Work {
    pub(super) fn new(prepare: Prepare, live: Live) -> Self {
        let recorded = live.tables.contains_key(system::SETTINGS).then_some(Task::Compare);
        Self {
            prepare,
            live,
            before: Declared::new(),
            served: BTreeSet::new(),
            gone: Declared::new(),
            indexes: BTreeSet::new(),
            refilled: BTreeSet::new(),
            tasks: recorded.into_iter().chain([Task::Evolve]).collect(),
            reading: None,
            clashes: Vec::new(),
            further: 0,
            rewritten: BTreeMap::new(),
            began: None,
            read: 0,
        }
    }

    pub(super) fn backend(&self) -> DbBackend {
        self.prepare.backend
    }

    /// The next statement, given the rows of the one before; none when all is done.
    pub fn next(&mut self, rows: Vec<Row>) -> Result<Option<Statement>, DatabaseError> {
        match self.reading.take() {
            Some(Reading::Recorded) => self.compare(rows),
            Some(Reading::Migrate { table, changes }) => self.migrate(table, changes, rows),
            Some(Reading::Fill { table, added }) => self.fill(table, added, rows),
            Some(Reading::Clashes { table, index }) => self.clash(table, &index, rows),
            Some(Reading::Owners { kind, reason }) => {
                // Rows that are aside have the number of their organisation with a minus.
                let found = rows.iter().map(|row| (row.integer(0).abs(), row));
                self.note_rows(found, |org, id| Clash { org, kind, id, reason: reason.clone() });
            }
            Some(Reading::Organisations) => return Err(self.refusal(rows)),
            None => {}
        }
        loop {
            let Some(task) = self.tasks.pop_front() else { return self.end() };
            let (reading, statement) = match task {
                Task::Run(statement) => return Ok(Some(statement)),
                Task::Evolve => {
                    self.begin();
                    self.evolve()?;
                    continue;
                }
                Task::Conclude if self.clashes.is_empty() => continue,
                Task::Conclude => {
                    let orgs: BTreeSet<i64> = self.clashes.iter().map(|clash| clash.org).collect();
                    let select = Query::select()
                        .columns(["id", "name"].map(Alias::new))
                        .from(Alias::new(system::ORGANISATIONS))
                        .and_where(bare("id").is_in(orgs))
                        .to_owned();
                    (Reading::Organisations, select)
                }
                Task::Compare => {
                    let select = Query::select()
                        .columns(["name", "value"].map(Alias::new))
                        .from(Alias::new(system::SETTINGS))
                        .and_where(bare("name").is_in([DIGEST, DECLARED, UNSEEN, INDEXES]))
                        .to_owned();
                    (Reading::Recorded, select)
                }
                Task::Migrate { table, changes, after } => {
                    let mut select = page(table, after, [RETIRED, "secrets"]);
                    if (Changes { added: Vec::new(), ..(*changes).clone() }).is_empty() {
                        // Only what was put aside can come back.
                        select.and_where(bare(RETIRED).is_not_null());
                    }
                    (Reading::Migrate { table, changes }, select)
                }
                Task::Fill { table, added, after } => {
                    let select = page(table, after, own_columns(table).filter(|name| added.contains(*name)));
                    (Reading::Fill { table, added }, select)
                }
                Task::Owners { relation, kind, reason } => (Reading::Owners { kind, reason }, owners(&relation)),
                Task::Clashes { table, index } => {
                    let select = shared(table, &index);
                    (Reading::Clashes { table, index }, select)
                }
            };
            self.reading = Some(reading);
            return Ok(Some(self.backend().build(&statement)));
        }
    }

    fn end(&self) -> Result<Option<Statement>, DatabaseError> {
        match &self.prepare.report {
            Some(_) => {
                for (kind, count) in &self.rewritten {
                    self.tell(|| format!("write {count} documents of {kind} anew"));
                }
                Err(DatabaseError::Refused(Refusal::Planned))
            }
            None => {
                if let Some(began) = self.began {
                    let (documents, seconds) = (self.rewritten.values().sum::<u64>(), began.elapsed().as_secs_f64());
                    tracing::info!(documents, seconds, "the database is evolved; so many documents were written anew");
                }
                Ok(None)
            }
        }
    }

    /// An evolution may take its time: the log says that there is one, what it does, and how far it is.
    fn begin(&mut self) {
        if self.prepare.report.is_none() && self.live.tables.contains_key(system::SETTINGS) {
            tracing::info!("the schemas are others than at the last start: the database is being evolved");
            self.began = Some(Instant::now());
        }
    }

    pub(super) fn tell(&self, line: impl FnOnce() -> String) {
        if let Some(Ok(mut report)) = self.prepare.report.as_ref().map(|report| report.lock()) {
            report.push(line());
        } else if self.began.is_some() {
            tracing::info!("{}", line());
        }
    }

    fn has_read(&mut self, rows: &[Row]) {
        let before = self.read / TOLD;
        self.read += rows.len() as u64;
        if self.began.is_some() && self.read / TOLD > before {
            tracing::info!(documents = self.read, "the evolution goes on");
        }
    }

    fn compare(&mut self, rows: Vec<Row>) {
        let recorded: BTreeMap<String, String> =
            rows.into_iter().filter_map(|mut row| Some((row.take_text(0)?, row.take_text(1)?))).collect();
        if recorded.get(DIGEST) == Some(&self.prepare.digest) {
            self.tasks.clear();
        }
        let declared = |name| recorded.get(name).and_then(|text| serde_json::from_str::<Declared>(text).ok());
        let last = declared(DECLARED).unwrap_or_default();
        self.served = last.keys().cloned().collect();
        let unseen = declared(UNSEEN).unwrap_or_default();
        (self.gone, self.before) = unseen.into_iter().partition(|(kind, _)| last.contains_key(kind));
        self.before.extend(last);
        self.indexes = recorded.get(INDEXES).and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    }

    fn migrate(&mut self, table: &'static Table, changes: Arc<Changes>, rows: Vec<Row>) {
        let kind = table.resource_type;
        let mut front = Vec::new();
        self.has_read(&rows);
        let after = last(&rows);
        for mut row in rows {
            let (org, id, document) = (row.integer(0), row.id(1), row.take_text(2));
            let (Some(id), Some(document)) = (id, document) else { continue };
            let texts = Texts { document, retired: row.take_text(3), secrets: row.take_text(4) };
            match documents::migrated(kind, &changes, &texts) {
                Verdict::Stays => {}
                Verdict::Clashes(reason) => self.note(Clash { org, kind: kind.name, id, reason }),
                Verdict::Changes(new) => {
                    let Ok(resource) = render::parse_document(kind, &new.document) else { continue };
                    let encoded = (table.encode)(resource);
                    let shown = !documents::same(&texts.document, &encoded.document);
                    let former = render::parse_document(kind, &texts.document).ok().map(table.encode);
                    front.extend(self.rewrite(table, (org, id), (former, encoded), new, shown).map(Task::Run));
                    *self.rewritten.entry(kind.name).or_default() += 1;
                }
            }
        }
        if after.is_some() {
            front.push(Task::Migrate { table, changes, after });
        }
        self.push_front(front);
    }

    /// The statements that write a document anew, with everything that is read from it. If something else is `shown` than
    /// before it is another version: what clients remember is not the resource any more.
    fn rewrite(
        &self,
        table: &'static Table,
        (org, id): (i64, Uuid),
        (former, encoded): (Option<Encoded>, Encoded),
        texts: Texts,
        shown: bool,
    ) -> impl Iterator<Item = Statement> {
        let backend = self.backend();
        let mut update = Query::update();
        update.table(Alias::new(table.name));
        update.value(Alias::new("document"), encoded.document.as_str());
        update.value(Alias::new(RETIRED), texts.retired).value(Alias::new("secrets"), texts.secrets);
        if shown {
            update.value(Alias::new("version"), bare("version").add(1));
        }
        for (name, value) in columns(table, &encoded) {
            update.value(Alias::new(name), value);
        }
        update.and_where(bare("org").eq(org)).and_where(bare("id").eq(id));
        let mut statements = vec![backend.build(&update)];
        for (index, (values, rows)) in table.values.iter().zip(encoded.values).enumerate() {
            // Most resources have no value of most attributes, before and after.
            let former = former.as_ref().and_then(|former| former.values.get(index));
            let has_none = rows.is_empty() && former.is_some_and(Vec::is_empty);
            // A table that is made just now is filled later, as is one whose rows are made anew.
            if !has_none && self.live.tables.contains_key(values.name) && !self.refilled.contains(values.name) {
                let forget = Query::delete()
                    .from_table(Alias::new(values.name))
                    .and_where(bare("org").eq(org))
                    .and_where(bare("id").eq(id))
                    .to_owned();
                statements.push(backend.build(&forget));
                statements.extend(insert_values(backend, values, org, id, rows));
            }
        }
        statements.into_iter()
    }

    fn fill(&mut self, table: &'static Table, added: Arc<BTreeSet<String>>, rows: Vec<Row>) {
        let backend = self.backend();
        let mut front = Vec::new();
        self.has_read(&rows);
        let after = last(&rows);
        for mut row in rows {
            let (org, id, document) = (row.integer(0), row.id(1), row.take_text(2));
            let (Some(id), Some(document)) = (id, document) else { continue };
            let Ok(resource) = render::parse_document(table.resource_type, &document) else { continue };
            let encoded = (table.encode)(resource);
            let mut update = Query::update();
            update.table(Alias::new(table.name));
            let mut changed = false;
            // Of a resource, most keys are as they were, or none.
            let compared = columns(table, &encoded).filter(|(name, _)| added.contains(*name)).enumerate();
            for (index, (name, value)) in compared {
                if !holds(row.0.get(3 + index), &value) {
                    update.value(Alias::new(name), value);
                    changed = true;
                }
            }
            if changed {
                update.and_where(bare("org").eq(org)).and_where(bare("id").eq(id));
                front.push(Task::Run(backend.build(&update)));
            }
            for (values, rows) in table.values.iter().zip(encoded.values) {
                if added.contains(values.name) {
                    front.extend(insert_values(backend, values, org, id, rows).map(Task::Run));
                }
            }
        }
        if after.is_some() {
            front.push(Task::Fill { table, added, after });
        }
        self.push_front(front);
    }

    fn push_front(&mut self, tasks: Vec<Task>) {
        for task in tasks.into_iter().rev() {
            self.tasks.push_front(task);
        }
    }
}
