//! What is to be done, in which order: tables and columns first, then the documents, then keys, then what must be unique,
//! then indexes. Nothing is read here; [`super::work`] does it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use sea_orm::{
    Statement,
    sea_query::{Alias, ColumnDef, ExprTrait, Query},
};

use crate::store::{bare, database::DatabaseError, system, table::Table};

use super::{
    LiveIndex,
    declared::{self, Attributes, Declared, Kept, ROOT, written},
    definitions::{self, RETIRED, TableDefinition},
    relations::owners_anew,
    statements::{forget_deleted, former_tokens, hold},
    work::{DECLARED, DIGEST, INDEXES, Task, UNSEEN, Work},
};

/// The columns and tables to be filled, by the resource type's table.
#[derive(Default)]
struct Fills(BTreeMap<&'static str, (&'static Table, BTreeSet<String>)>);

impl Fills {
    fn add(&mut self, table: &'static Table, name: &str) {
        self.0.entry(table.name).or_insert_with(|| (table, BTreeSet::new())).1.insert(name.to_owned());
    }
}

impl Work {
    pub(super) fn evolve(&mut self) -> Result<(), DatabaseError> {
        let mut fills = Fills::default();
        let tables = self.prepare.tables.clone();
        let there = tables.iter().map(|table| table.name.as_str());
        let held = hold(self.backend(), there.filter(|name| self.live.tables.contains_key(*name)));
        self.tasks.extend(held.map(Task::Run));
        self.tell_of_types();
        self.free_names_of_tables()?;
        self.follow_names()?;
        for table in tables.iter() {
            self.drop_table_of_another_shape(table)?;
        }
        self.free_names_of_indexes()?;
        for table in tables.iter() {
            self.make(table, &mut fills)?;
        }
        if self.live.tables.contains_key(system::FORMER_TOKENS) {
            let backend = self.backend();
            self.tasks.extend(former_tokens(backend).map(Task::Run));
        }
        for table in tables.iter() {
            self.drop_indexes(table);
        }
        self.forget_organisations();
        self.make_keys_anew(&mut fills);
        self.push_migrations();
        for (table, added) in fills.0.into_values() {
            self.refilled.extend(added.iter().cloned());
            self.tasks.push_back(Task::Fill { table, added: Arc::new(added), after: None });
        }
        self.follow_targets();
        self.push_clashes();
        self.tasks.push_back(Task::Conclude);
        self.push_indexes();
        self.push_record();
        Ok(())
    }

    /// What lies in the tables of a type that is gone stays there.
    fn tell_of_types(&self) {
        let (declared, served) = (&self.prepare.declared, &self.served);
        for kind in served.iter().filter(|kind| !declared.contains_key(*kind)) {
            self.tell(|| format!("{kind} is gone: its resources stay, unseen"));
        }
        for kind in self.before.keys().filter(|kind| declared.contains_key(*kind) && !served.contains(*kind)) {
            self.tell(|| format!("{kind} is there again, with its resources"));
        }
    }

    /// The resource types whose tables were there before, with their definitions.
    pub(super) fn there(&self) -> impl Iterator<Item = (&'static Table, &TableDefinition)> {
        self.prepare.tables.iter().filter_map(|table| {
            let resource = table.resource.filter(|resource| resource.name == table.name)?;
            self.live.tables.contains_key(resource.name).then_some((resource, table))
        })
    }

    /// Makes what is missing of a table, and makes columns of another type anew.
    fn make(&mut self, table: &TableDefinition, fills: &mut Fills) -> Result<(), DatabaseError> {
        let backend = self.backend();
        let there = table.resource.filter(|resource| self.live.tables.contains_key(resource.name));
        let mut fill = |name: &str| {
            if let Some(resource) = there.filter(|_| name != RETIRED) {
                fills.add(resource, name);
            }
        };
        let Some(columns) = self.live.tables.get(&table.name).cloned() else {
            fill(&table.name);
            self.tell(|| format!("create the table {}", table.name));
            self.run(definitions::create(backend, table));
            return Ok(());
        };
        let is_main = table.resource.is_some_and(|resource| resource.name == table.name);
        let mut emptied = false;
        for column in &table.columns {
            let name = column.get_column_name();
            let Some(kind) = columns.get(&name) else {
                // What comes back is written with all that belongs to it; no other row has a value for it.
                if is_main {
                    fill(&name);
                }
                self.tell(|| format!("add the column {}.{name}", table.name));
                self.run(definitions::add_column(backend, &table.name, column));
                continue;
            };
            let fits = definitions::same_type(&table.name, &name, column, kind);
            if fits.is_err() {
                // Whether the documents bear another type is seen when they are read; where it is not known what they
                // were written for, the column is the only witness.
                if !table.resource.is_some_and(|resource| self.before.contains_key(resource.resource_type.name)) {
                    return fits;
                }
                self.make_column_anew(table, &name, column);
                fill(if is_main { &name } else { &table.name });
                emptied |= !is_main;
            }
        }
        if emptied {
            self.empty(&table.name);
        }
        Ok(())
    }

    fn make_column_anew(&mut self, table: &TableDefinition, name: &str, column: &ColumnDef) {
        let backend = self.backend();
        self.tell(|| format!("make the column {}.{name} anew, with another type", table.name));
        let with = |index: &LiveIndex| index.table == table.name && index.columns.iter().any(|one| one == name);
        let indexes: Vec<String> =
            self.live.indexes.iter().filter(|(_, index)| with(index)).map(|(name, _)| name.clone()).collect();
        for index in indexes {
            self.drop_index(&table.name, &index, "whose column is made anew");
        }
        self.run(definitions::drop_column(backend, &table.name, name));
        self.run(definitions::add_column(backend, &table.name, column));
    }

    /// Value rows are made whole: they are forgotten before they are made anew.
    fn empty(&mut self, table: &str) {
        let forget = Query::delete().from_table(Alias::new(table)).to_owned();
        self.run(self.backend().build(&forget));
    }

    /// Drops the indexes of a table that scimd made and that are not declared, or are declared otherwise. One that is
    /// unique would go on refusing values. Indexes that the operator made stay.
    fn drop_indexes(&mut self, table: &TableDefinition) {
        if table.resource.is_none() {
            return;
        }
        let declared = |name: &str, index: &LiveIndex| {
            table.indexes.iter().any(|declared| {
                declared.name == name && declared.unique == index.unique && declared.columns == index.columns
            })
        };
        let live = self.live.indexes.iter().filter(|(name, index)| {
            index.table == table.name && self.is_own_index(name, index) && !declared(name, index)
        });
        let dropped: Vec<String> = live.map(|(name, _)| name.clone()).collect();
        for name in dropped {
            self.drop_index(&table.name, &name, "which is not declared any more");
        }
    }

    /// Whether scimd made an index.
    pub(super) fn is_own_index(&self, name: &str, index: &LiveIndex) -> bool {
        self.indexes.contains(name) || definitions::is_named_after_columns(name, index)
    }

    pub(super) fn drop_index(&mut self, table: &str, name: &str, why: &str) {
        self.live.indexes.remove(name);
        self.tell(|| format!("drop the index {name} on {table}, {why}"));
        self.run(definitions::drop_index(self.backend(), name));
    }

    /// Keys of another normal form, or that were those of another attribute, are made anew from the documents.
    fn make_keys_anew(&mut self, fills: &mut Fills) {
        let there: Vec<(&'static Table, TableDefinition)> =
            self.there().map(|(resource, table)| (resource, table.clone())).collect();
        for (resource, table) in there {
            let kind = resource.resource_type.name;
            let Some(now) = self.prepare.declared.get(kind).cloned() else { continue };
            let before = self.before.get(kind).cloned();
            let stale = declared::stale(before.as_ref(), &now);
            // Of a build that recorded less nothing is known, and all is compared.
            let told = before.is_some_and(|before| before.contains_key(ROOT));
            let main = format!("{}.", resource.name);
            for (place, fresh) in &stale {
                if *place == resource.name {
                    if resource.label {
                        fills.add(resource, "label");
                    }
                } else if let Some(column) = place.strip_prefix(&main) {
                    self.make_column_keys_anew(&table, column, told);
                    fills.add(resource, column);
                } else if let Some(values) = self.values_of(resource, place)
                    // Nobody took rows out of it whose resource was deleted while the attribute was gone.
                    && (!fresh || place == values)
                    && fills.0.get(resource.name).is_none_or(|(_, added)| !added.contains(values))
                {
                    if told {
                        self.tell(|| format!("make the rows of {values} anew"));
                    }
                    self.empty(values);
                    fills.add(resource, values);
                }
            }
        }
    }

    fn make_column_keys_anew(&mut self, table: &TableDefinition, column: &str, told: bool) {
        let new = self.live.tables.get(&table.name).is_some_and(|columns| !columns.contains_key(column));
        if told && !new {
            self.tell(|| format!("compare the keys in {}.{column} with the documents", table.name));
        }
        // Keys that change one after the other may be equal for a moment.
        for index in table.indexes.iter().filter(|index| index.unique && index.columns.contains(&column)) {
            if self.live.indexes.contains_key(&index.name) {
                self.live.indexes.remove(&index.name);
                self.run(definitions::drop_index(self.backend(), &index.name));
            }
        }
    }

    /// The table of value rows that a place names, if it was there before.
    fn values_of(&self, resource: &'static Table, place: &str) -> Option<&'static str> {
        let table = place.split('.').next().unwrap_or(place);
        let values = resource.values.iter().find(|values| values.name == table)?;
        self.live.tables.contains_key(values.name).then_some(values.name)
    }

    /// The changes of the schemas that concern the documents.
    fn push_migrations(&mut self) {
        let there: Vec<&'static Table> = self.there().map(|(resource, _)| resource).collect();
        for resource in there {
            let name = resource.resource_type.name;
            let nothing = Attributes::new();
            let now = self.prepare.declared.get(name).unwrap_or(&nothing);
            let changes = declared::changes(self.before.get(name), now);
            if changes.is_empty() {
                continue;
            }
            if changes.unknown {
                self.tell(|| {
                    format!("{name}: each resource is held against the schemas, since its build recorded less")
                });
            }
            let told = |path: &String, words: &str| self.tell(|| format!("{name}: {} {words}", written(path)));
            changes.removed.iter().for_each(|(path, _)| told(path, "is gone: its values are put aside"));
            changes.added.iter().for_each(|(path, _)| told(path, "is new: values that were put aside come back"));
            changes.retyped.iter().for_each(|(path, _, words)| told(path, words));
            for (path, from, to) in &changes.moved {
                told(path, &format!("was kept {} and is kept {} now", from.words(), to.words()));
            }
            if !changes.unknown {
                changes.required.iter().for_each(|(path, _)| told(path, "is required now"));
            }
            changes.respelt.iter().for_each(|(path, _)| told(path, "is written so now"));
            changes.certificates.iter().for_each(|path| told(path, "holds one certificate a value now"));
            let rows_of = |path: &String| {
                let former = self.before.get(name).and_then(|before| before.get(path)?.place.clone());
                former.filter(|name| self.live.tables.contains_key(name))
            };
            for (path, _) in changes.removed.iter().filter(|(_, kept)| *kept == Kept::Relation) {
                if let Some(rows) = rows_of(path) {
                    self.tasks.push_back(Task::Run(owners_anew(self.prepare.backend, resource, &rows)));
                }
            }
            for (path, from, to) in &changes.moved {
                if let (Kept::Relation, Some(relation)) = (from, rows_of(path)) {
                    let reason = format!(
                        "{} is kept {} now and was kept {}, and it has a value",
                        written(path),
                        to.words(),
                        from.words()
                    );
                    self.tasks.push_back(Task::Owners { relation, kind: name, reason });
                }
            }
            self.tasks.push_back(Task::Migrate { table: resource, changes: Arc::new(changes), after: None });
        }
    }

    /// An organisation is deleted with what lies in the tables of the build that deletes it; what lay in others is deleted
    /// when their type returns.
    fn forget_organisations(&mut self) {
        let there: Vec<&'static Table> = self.there().map(|(resource, _)| resource).collect();
        let unseen = there.into_iter().filter(|resource| !self.served.contains(resource.resource_type.name));
        for resource in unseen.collect::<Vec<_>>() {
            let values = resource.values.iter().map(|values| values.name);
            let relations = resource.relations.iter().map(|relation| relation.name);
            for name in values.chain(relations).chain([resource.name]) {
                if self.live.tables.contains_key(name) && self.live.tables.contains_key(system::ORGANISATIONS) {
                    self.tell(|| format!("delete what {name} holds of deleted organisations"));
                    self.run(forget_deleted(self.backend(), name));
                }
            }
        }
    }

    /// What has to be unique from now on.
    fn push_clashes(&mut self) {
        let mut clashes = Vec::new();
        for (resource, table) in self.there() {
            let unique =
                table.indexes.iter().filter(|index| index.unique && !self.live.indexes.contains_key(&index.name));
            clashes.extend(unique.map(|index| Task::Clashes { table: resource, index: index.clone() }));
        }
        self.tasks.extend(clashes);
    }

    /// Indexes last: filling an indexed table is slower.
    fn push_indexes(&mut self) {
        for table in self.prepare.tables.clone().iter() {
            for index in &table.indexes {
                if self.live.indexes.contains_key(&index.name) {
                    continue;
                }
                if self.live.tables.contains_key(&table.name) {
                    self.tell(|| format!("build the index {} on {}", index.name, table.name));
                }
                self.run(definitions::create_index(self.prepare.backend, &table.name, index));
            }
        }
    }

    /// Records what this build declares, and what is known of resource types that it has not.
    fn push_record(&mut self) {
        let unseen = self.before.iter().filter(|(name, _)| !self.prepare.declared.contains_key(*name));
        let mut unseen: Declared = unseen.map(|(name, attributes)| (name.clone(), attributes.clone())).collect();
        unseen.extend(self.relations_that_are_gone());
        let text = |declared: &Declared| serde_json::to_string(declared).unwrap_or_default();
        let made = self.prepare.tables.iter().flat_map(|table| &table.indexes).map(|index| &index.name);
        // Those of what this build has not are there still.
        let there = self.indexes.iter().filter(|name| self.live.indexes.contains_key(*name));
        let indexes: BTreeSet<&String> = made.chain(there).collect();
        let indexes = serde_json::to_string(&indexes).unwrap_or_default();
        let (declared, unseen) = (text(&self.prepare.declared), text(&unseen));
        let forget = Query::delete()
            .from_table(Alias::new(system::SETTINGS))
            .and_where(bare("name").is_in([DIGEST, DECLARED, UNSEEN, INDEXES]))
            .to_owned();
        let record = Query::insert()
            .into_table(Alias::new(system::SETTINGS))
            .columns(["name", "value"].map(Alias::new))
            .values_panic([DIGEST.into(), self.prepare.digest.as_str().into()])
            .values_panic([DECLARED.into(), declared.into()])
            .values_panic([UNSEEN.into(), unseen.into()])
            .values_panic([INDEXES.into(), indexes.into()])
            .to_owned();
        self.run(self.backend().build(&forget));
        self.run(self.backend().build(&record));
    }

    pub(super) fn run(&mut self, statement: Statement) {
        self.tasks.push_back(Task::Run(statement));
    }
}
