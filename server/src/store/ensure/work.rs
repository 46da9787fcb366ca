//! The statements of an evolution, one after the other: each depends on what the ones before it found.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use sea_orm::{
    DbBackend, Statement,
    sea_query::{Alias, ColumnDef, ExprTrait, Index, Query, Table as SqlTable},
};
use uuid::Uuid;

use crate::{
    scim::{render, schema::Uniqueness},
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
    declared::{self, Attributes, Changes, Declared, written},
    definitions::{self, IndexDefinition, RETIRED, TableDefinition},
    documents::{self, Verdict},
    statements::{After, NAMED, columns, former_tokens, last, page, path_of, shared},
};

/// The name of the setting that holds the digest of the schemas.
pub(in crate::store) const DIGEST: &str = "schemas";
/// The name of the setting that holds what the schemas declare of stored data.
const DECLARED: &str = "attributes";

enum Task {
    /// Reads what the last build recorded.
    Compare,
    /// Decides what is to be done.
    Evolve,
    Run(Statement),
    /// Applies changes of the schemas to the documents behind a key.
    Migrate {
        table: &'static Table,
        changes: Arc<Changes>,
        after: After,
    },
    /// Fills new columns and value tables from the documents behind a key.
    Fill {
        table: &'static Table,
        added: Arc<BTreeSet<String>>,
        after: After,
    },
    /// Looks for resources that share a value that is to be unique.
    Clashes {
        table: &'static Table,
        index: IndexDefinition,
    },
    /// Reads the names of the organisations of resources that do not bear the changes.
    Conclude,
}

enum Reading {
    Recorded,
    Migrate { table: &'static Table, changes: Arc<Changes> },
    Fill { table: &'static Table, added: Arc<BTreeSet<String>> },
    Clashes { table: &'static Table, index: IndexDefinition },
    Organisations,
}

/// A resource that does not bear a change, and why.
struct Clash {
    org: i64,
    kind: &'static str,
    id: Uuid,
    reason: String,
}

/// The statements that are left to run.
pub struct Work {
    prepare: Prepare,
    live: Live,
    before: Declared,
    tasks: VecDeque<Task>,
    reading: Option<Reading>,
    clashes: Vec<Clash>,
    /// Those beyond the ones that are named.
    further: u64,
    /// How many documents of each type were written anew.
    rewritten: BTreeMap<&'static str, u64>,
}

impl Work {
    pub(super) fn new(prepare: Prepare, live: Live) -> Self {
        let recorded = live.tables.contains_key(system::SETTINGS).then_some(Task::Compare);
        Self {
            prepare,
            live,
            before: Declared::new(),
            tasks: recorded.into_iter().chain([Task::Evolve]).collect(),
            reading: None,
            clashes: Vec::new(),
            further: 0,
            rewritten: BTreeMap::new(),
        }
    }

    fn backend(&self) -> DbBackend {
        self.prepare.backend
    }

    /// The next statement, given the rows of the one before; none when all is done.
    pub fn next(&mut self, rows: Vec<Row>) -> Result<Option<Statement>, DatabaseError> {
        match self.reading.take() {
            Some(Reading::Recorded) => self.compare(rows),
            Some(Reading::Migrate { table, changes }) => self.migrate(table, changes, rows),
            Some(Reading::Fill { table, added }) => self.fill(table, added, rows),
            Some(Reading::Clashes { table, index }) => self.clash(table, &index, rows),
            Some(Reading::Organisations) => return Err(self.refusal(rows)),
            None => {}
        }
        loop {
            let Some(task) = self.tasks.pop_front() else { return self.end() };
            let (reading, statement) = match task {
                Task::Run(statement) => return Ok(Some(statement)),
                Task::Evolve => {
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
                        .and_where(bare("name").is_in([DIGEST, DECLARED]))
                        .to_owned();
                    (Reading::Recorded, select)
                }
                Task::Migrate { table, changes, after } => {
                    let mut select = page(table, after);
                    select.column(Alias::new(RETIRED));
                    if (Changes { added: Vec::new(), ..(*changes).clone() }).is_empty() {
                        // Only what was put aside can come back.
                        select.and_where(bare(RETIRED).is_not_null());
                    }
                    (Reading::Migrate { table, changes }, select)
                }
                Task::Fill { table, added, after } => (Reading::Fill { table, added }, page(table, after)),
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
            None => Ok(None),
        }
    }

    fn tell(&self, line: impl FnOnce() -> String) {
        if let Some(Ok(mut report)) = self.prepare.report.as_ref().map(|report| report.lock()) {
            report.push(line());
        }
    }

    fn compare(&mut self, rows: Vec<Row>) {
        let recorded: BTreeMap<String, String> =
            rows.into_iter().filter_map(|mut row| Some((row.take_text(0)?, row.take_text(1)?))).collect();
        if recorded.get(DIGEST) == Some(&self.prepare.digest) {
            self.tasks.clear();
        }
        let declared = recorded.get(DECLARED).and_then(|text| serde_json::from_str(text).ok());
        self.before = declared.unwrap_or_default();
    }

    fn run(&mut self, statement: Statement) {
        self.tasks.push_back(Task::Run(statement));
    }

    fn evolve(&mut self) -> Result<(), DatabaseError> {
        let (backend, tables) = (self.backend(), self.prepare.tables.clone());
        let mut fills: BTreeMap<&str, (&'static Table, BTreeSet<String>)> = BTreeMap::new();
        let mut retyped = Vec::new();
        for table in tables.iter() {
            let live = self.live.tables.get(&table.name).cloned();
            let there = table.resource.filter(|resource| self.live.tables.contains_key(resource.name));
            let mut fill = |name: &str| {
                if let Some(resource) = there.filter(|_| name != RETIRED) {
                    fills.entry(resource.name).or_insert_with(|| (resource, BTreeSet::new())).1.insert(name.to_owned());
                }
            };
            let Some(columns) = live else {
                fill(&table.name);
                self.tell(|| format!("create the table {}", table.name));
                self.run(definitions::create(backend, table));
                continue;
            };
            for column in &table.columns {
                let name = column.get_column_name();
                match columns.get(&name) {
                    Some(kind) => {
                        let fits = definitions::same_type(&table.name, &name, column, kind);
                        // Whether the documents bear another type is seen when they are read; where it is not known
                        // what they were written for, the column is the only witness.
                        match table.resource.filter(|resource| self.before.contains_key(resource.resource_type.name)) {
                            Some(_) if fits.is_err() => retyped.push((table, column)),
                            _ => fits?,
                        }
                    }
                    None => {
                        fill(&name);
                        self.tell(|| format!("add the column {}.{name}", table.name));
                        self.run(definitions::add_column(backend, &table.name, column));
                    }
                }
            }
        }
        if self.live.tables.contains_key(system::FORMER_TOKENS) {
            self.tasks.extend(former_tokens(backend).map(Task::Run));
        }
        self.push_migrations();
        self.push_fills(fills);
        self.push_clashes();
        self.tasks.push_back(Task::Conclude);
        self.push_retyped(&retyped);
        self.push_indexes();
        self.push_record();
        Ok(())
    }

    /// The changes of the schemas that concern the documents.
    fn push_migrations(&mut self) {
        for table in self.prepare.tables.clone().iter() {
            let Some(resource) = table.resource.filter(|resource| resource.name == table.name) else { continue };
            let name = resource.resource_type.name;
            let nothing = Attributes::new();
            let (Some(before), now) = (self.before.get(name), self.prepare.declared.get(name).unwrap_or(&nothing))
            else {
                continue;
            };
            let changes = declared::changes(before, now);
            if changes.is_empty() || !self.live.tables.contains_key(&table.name) {
                continue;
            }
            for (paths, words) in [
                (&changes.removed, "is gone: its values are put aside"),
                (&changes.added, "is new: values that were put aside come back"),
                (&changes.required, "is required now"),
            ] {
                for path in paths {
                    self.tell(|| format!("{name}: {} {words}", written(path)));
                }
            }
            for (path, words) in &changes.retyped {
                self.tell(|| format!("{name}: {} {words}", written(path)));
            }
            self.tasks.push_back(Task::Migrate { table: resource, changes: Arc::new(changes), after: None });
        }
    }

    fn push_fills(&mut self, fills: BTreeMap<&str, (&'static Table, BTreeSet<String>)>) {
        for (table, added) in fills.into_values() {
            self.tasks.push_back(Task::Fill { table, added: Arc::new(added), after: None });
        }
    }

    /// What has to be unique from now on.
    fn push_clashes(&mut self) {
        for table in self.prepare.tables.clone().iter() {
            let there = table.resource.filter(|resource| self.live.tables.contains_key(resource.name));
            let Some(resource) = there.filter(|resource| resource.name == table.name) else { continue };
            for index in table.indexes.iter().filter(|index| index.unique && !self.live.indexes.contains(&index.name)) {
                self.tasks.push_back(Task::Clashes { table: resource, index: index.clone() });
            }
        }
    }

    /// Makes columns of another type anew, and fills them from the documents, which bear it.
    fn push_retyped(&mut self, retyped: &[(&TableDefinition, &ColumnDef)]) {
        let backend = self.backend();
        let mut fills: BTreeMap<&str, (&'static Table, BTreeSet<String>)> = BTreeMap::new();
        for (table, column) in retyped {
            let Some(resource) = table.resource else { continue };
            let name = column.get_column_name();
            self.tell(|| format!("make the column {}.{name} anew, with another type", table.name));
            for index in table.indexes.iter().filter(|index| index.columns.contains(&name.as_str())) {
                if self.live.indexes.remove(&index.name) {
                    let mut drop = Index::drop();
                    drop.name(&index.name);
                    self.run(backend.build(&drop));
                }
            }
            let drop = SqlTable::alter().table(Alias::new(&table.name)).drop_column(Alias::new(&name)).to_owned();
            self.run(backend.build(&drop));
            self.run(definitions::add_column(backend, &table.name, column));
            let added = &mut fills.entry(resource.name).or_insert_with(|| (resource, BTreeSet::new())).1;
            if table.name == resource.name {
                added.insert(name);
            } else if added.insert(table.name.clone()) {
                // Value rows are made whole.
                self.run(backend.build(&Query::delete().from_table(Alias::new(&table.name)).to_owned()));
            }
        }
        self.push_fills(fills);
    }

    /// Indexes last: filling an indexed table is slower.
    fn push_indexes(&mut self) {
        for table in self.prepare.tables.clone().iter() {
            for index in table.indexes.iter().filter(|index| !self.live.indexes.contains(&index.name)) {
                if self.live.tables.contains_key(&table.name) {
                    self.tell(|| format!("build the index {} on {}", index.name, table.name));
                }
                self.tasks.push_back(Task::Run(definitions::create_index(self.prepare.backend, &table.name, index)));
            }
        }
    }

    fn push_record(&mut self) {
        let declared = serde_json::to_string(&*self.prepare.declared).unwrap_or_default();
        let forget = Query::delete()
            .from_table(Alias::new(system::SETTINGS))
            .and_where(bare("name").is_in([DIGEST, DECLARED]))
            .to_owned();
        let record = Query::insert()
            .into_table(Alias::new(system::SETTINGS))
            .columns(["name", "value"].map(Alias::new))
            .values_panic([DIGEST.into(), self.prepare.digest.as_str().into()])
            .values_panic([DECLARED.into(), declared.into()])
            .to_owned();
        self.run(self.backend().build(&forget));
        self.run(self.backend().build(&record));
    }

    fn note(&mut self, clash: Clash) {
        if self.clashes.len() < NAMED {
            self.clashes.push(clash);
        } else {
            self.further += 1;
        }
    }

    fn migrate(&mut self, table: &'static Table, changes: Arc<Changes>, rows: Vec<Row>) {
        let kind = table.resource_type;
        let mut front = Vec::new();
        let after = last(&rows);
        for mut row in rows {
            let (org, id, document) = (row.integer(0), row.id(1), row.take_text(2));
            let (Some(id), Some(document)) = (id, document) else { continue };
            match documents::migrated(kind, &changes, &document, row.take_text(3).as_deref()) {
                Verdict::Stays => {}
                Verdict::Clashes(reason) => self.note(Clash { org, kind: kind.name, id, reason }),
                Verdict::Changes(new) => {
                    let Ok(resource) = render::parse_document(kind, &new.document) else { continue };
                    let encoded = (table.encode)(resource);
                    front.extend(self.rewrite(table, org, id, encoded, new.retired).map(Task::Run));
                    *self.rewritten.entry(kind.name).or_default() += 1;
                }
            }
        }
        if after.is_some() {
            front.push(Task::Migrate { table, changes, after });
        }
        self.push_front(front);
    }

    /// The statements that write a document anew, with everything that is read from it.
    fn rewrite(
        &self,
        table: &'static Table,
        org: i64,
        id: Uuid,
        encoded: Encoded,
        retired: Option<String>,
    ) -> impl Iterator<Item = Statement> {
        let backend = self.backend();
        let mut update = Query::update();
        update.table(Alias::new(table.name));
        update.value(Alias::new("document"), encoded.document.as_str()).value(Alias::new(RETIRED), retired);
        for (name, value) in columns(table, &encoded) {
            update.value(Alias::new(name), value);
        }
        update.and_where(bare("org").eq(org)).and_where(bare("id").eq(id));
        let mut statements = vec![backend.build(&update)];
        for (values, rows) in table.values.iter().zip(encoded.values) {
            // A table that is made just now is filled later.
            if self.live.tables.contains_key(values.name) {
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
        let after = last(&rows);
        for mut row in rows {
            let (org, id, document) = (row.integer(0), row.id(1), row.take_text(2));
            let (Some(id), Some(document)) = (id, document) else { continue };
            let Ok(resource) = render::parse_document(table.resource_type, &document) else { continue };
            let encoded = (table.encode)(resource);
            let mut update = Query::update();
            update.table(Alias::new(table.name));
            let mut changed = false;
            for (name, value) in columns(table, &encoded).filter(|(name, _)| added.contains(*name)) {
                update.value(Alias::new(name), value);
                changed = true;
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

    fn clash(&mut self, table: &'static Table, index: &IndexDefinition, rows: Vec<Row>) {
        let kind = table.resource_type;
        let keys = || table.keys.iter().filter(|key| index.columns.contains(&key.name));
        let unique = match index.columns.contains(&"org") {
            true => Uniqueness::Server,
            false => Uniqueness::Global,
        };
        let names: Vec<String> = keys().filter_map(|key| path_of(kind.attributes, key.number)).collect();
        for row in rows {
            let Some(id) = row.id(1) else { continue };
            let reason = format!(
                "{} is {} now, and another {} has the same value",
                names.join(" and "),
                declared::uniqueness(unique),
                kind.name
            );
            self.note(Clash { org: row.integer(0), kind: kind.name, id, reason });
        }
    }

    /// The words of a start that stops, with every resource that does not bear the changes.
    fn refusal(&mut self, rows: Vec<Row>) -> DatabaseError {
        let names: BTreeMap<i64, String> =
            rows.into_iter().filter_map(|mut row| Some((row.integer(0), row.take_text(1)?))).collect();
        let mut lines = vec![
            "the stored resources do not bear the changes of the schemas; nothing was changed. Mend these with the build              before, or take the change back:"
                .to_owned(),
        ];
        for Clash { org, kind, id, reason } in &self.clashes {
            let organisation = names.get(org).map_or("?", String::as_str);
            lines.push(format!("  {kind} {id} of organisation {organisation}: {reason}"));
        }
        if self.further > 0 {
            lines.push(format!("  and {} more", self.further));
        }
        DatabaseError::Failed(lines.join("\n"))
    }
}
