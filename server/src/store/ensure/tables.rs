//! Tables are named after endpoints and attributes, which may have other names now: the tables follow, and none is taken for
//! that of another.

use std::collections::BTreeSet;

use crate::store::database::DatabaseError;

use super::{
    declared::{Facts, Kept, ROOT, written},
    definitions::{self, TableDefinition},
    statements::path_of,
    work::{Task, Work},
};

/// A table that is to have another name.
struct Rename {
    from: String,
    to: String,
    /// What it holds, for a sentence that begins with it.
    holds: String,
    /// What an operator can do if the name is taken.
    remedy: String,
}

/// Whether the facts are of what a table is for: a resource type, or a relation.
fn has_table(path: &str, facts: &Facts) -> bool {
    path == ROOT || facts.kept == Kept::Relation
}

/// What a table of a resource type or a relation holds.
fn held(kind: &str, path: &str) -> String {
    if path == ROOT { format!("the resources of type {kind}") } else { format!("the rows of {kind} {}", written(path)) }
}

impl Work {
    /// Gives the tables of resource types and relations the names that they have in this build, and finds those that are
    /// another's.
    pub(super) fn follow_names(&mut self) -> Result<(), DatabaseError> {
        let mut renames = self.renames();
        let renamed: BTreeSet<String> = renames.iter().map(|rename| rename.to.clone()).collect();
        for rename in &renames {
            let leaves = renames.iter().any(|other| other.from == rename.to);
            if leaves || !self.live.tables.contains_key(&rename.to) || self.drop_values(&rename.to) {
                continue;
            }
            return Err(DatabaseError::Failed(format!(
                "{} lie in the table {}, and the table {} that they have now holds {}; nothing was changed. {}",
                rename.holds,
                rename.from,
                rename.to,
                self.holder(&rename.to),
                rename.remedy
            )));
        }
        while !renames.is_empty() {
            match renames.iter().position(|rename| !self.live.tables.contains_key(&rename.to)) {
                Some(at) => {
                    let Rename { from, to, .. } = renames.remove(at);
                    self.rename(&from, &to);
                }
                // The rest change names among each other.
                None => {
                    let mut between = format!("{}_between", renames[0].from);
                    while self.live.tables.contains_key(&between) {
                        between.push('_');
                    }
                    let from = std::mem::replace(&mut renames[0].from, between.clone());
                    self.rename(&from, &between);
                }
            }
        }
        self.hold_apart(&renamed)
    }

    /// The tables whose names are others than those that were recorded.
    fn renames(&self) -> Vec<Rename> {
        let mut renames: Vec<Rename> = Vec::new();
        for (kind, attributes) in self.prepare.declared.iter() {
            let Some(before) = self.before.get(kind) else { continue };
            for (path, facts) in attributes.iter().filter(|(path, facts)| has_table(path, facts)) {
                let gone = self.gone.get(kind).into_iter().flatten();
                let former = before.iter().chain(gone).find(|(other, _)| other.eq_ignore_ascii_case(path));
                let from = former
                    .map(|(_, facts)| facts)
                    .filter(|former| has_table(path, former))
                    .and_then(|former| former.place.clone());
                let (Some(from), Some(to)) = (from, facts.place.clone()) else { continue };
                // A type that was not served does not know who has come to its table since.
                let lost = !self.served.contains(kind)
                    && self.served.iter().any(|other| {
                        self.before[other]
                            .iter()
                            .any(|(path, facts)| has_table(path, facts) && facts.place.as_ref() == Some(&from))
                    });
                if from == to || lost || !self.live.tables.contains_key(&from) {
                    continue;
                }
                let remedy = match path == ROOT {
                    true => "Give one of the two types another endpoint",
                    false => "Give the type of those resources another endpoint, with a build that has it still",
                };
                renames.push(Rename { from, to, holds: held(kind, path), remedy: remedy.to_owned() });
            }
        }
        renames
    }

    fn rename(&mut self, from: &str, to: &str) {
        let backend = self.backend();
        self.tell(|| format!("rename the table {from} to {to}"));
        // Its indexes are named after it.
        let own =
            self.live.indexes.iter().filter(|(name, index)| index.table == from && self.is_own_index(name, index));
        let own: Vec<String> = own.map(|(name, _)| name.clone()).collect();
        for name in own {
            self.live.indexes.remove(&name);
            self.run(definitions::drop_index(backend, &name));
        }
        self.run(definitions::rename_table(backend, from, to));
        if let Some(columns) = self.live.tables.remove(from) {
            self.live.tables.insert(to.to_owned(), columns);
        }
        for index in self.live.indexes.values_mut().filter(|index| index.table == from) {
            to.clone_into(&mut index.table);
        }
    }

    /// Refuses a table that is there and was that of a resource type which this build has not.
    fn hold_apart(&self, renamed: &BTreeSet<String>) -> Result<(), DatabaseError> {
        for (kind, attributes) in self.prepare.declared.iter() {
            for (path, facts) in attributes.iter().filter(|(path, facts)| has_table(path, facts)) {
                let Some(table) = facts.place.as_ref().filter(|table| self.live.tables.contains_key(*table)) else {
                    continue;
                };
                let own = self.before.get(kind).is_some_and(|before| {
                    let former = before.iter().find(|(other, _)| other.eq_ignore_ascii_case(path));
                    former.is_some_and(|(_, former)| former.place.as_ref() == Some(table))
                });
                if own || renamed.contains(table) {
                    continue;
                }
                if let Some((other, former)) = self.unseen_holder(table) {
                    return Err(DatabaseError::Failed(format!(
                        "the table {table}, which is to hold {}, holds {}; nothing was changed. Give {kind} another \
                         endpoint, or call it {other} as before",
                        held(kind, path),
                        held(other, former)
                    )));
                }
            }
        }
        Ok(())
    }

    /// The resource type that this build has not whose table it was, and the path of the relation.
    fn unseen_holder(&self, table: &str) -> Option<(&str, &str)> {
        let unseen = self.before.iter().filter(|(kind, _)| !self.prepare.declared.contains_key(*kind));
        unseen
            .flat_map(|(kind, attributes)| attributes.iter().map(move |(path, facts)| (kind, path, facts)))
            .find(|(_, path, facts)| has_table(path, facts) && facts.place.as_deref() == Some(table))
            .map(|(kind, path, _)| (kind.as_str(), path.as_str()))
    }

    /// What a table that is there holds, in words.
    fn holder(&self, table: &str) -> String {
        let of_relation = self.live.tables.get(table).is_some_and(|columns| columns.contains_key("owner"));
        match self.unseen_holder(table) {
            Some((kind, path)) => held(kind, path),
            None if of_relation => "the rows of a relation".to_owned(),
            None => "other resources".to_owned(),
        }
    }

    /// Makes room where value rows are, which are made again from the documents; tells whether there were such.
    fn drop_values(&mut self, table: &str) -> bool {
        let is_values = self.live.tables.get(table).is_some_and(|live| live.contains_key("ordinal"));
        if is_values {
            self.drop_table(table);
        }
        is_values
    }

    fn drop_table(&mut self, table: &str) {
        self.tell(|| format!("drop the table {table}, which has another shape"));
        self.run(definitions::drop_table(self.backend(), table));
        self.live.tables.remove(table);
        self.live.indexes.retain(|_, index| index.table != table);
    }

    /// What a table is for shows in its columns. Value rows are made again; relation rows cannot become value rows, and
    /// those who have some are named; the rows of a relation or of resources make room for nothing else.
    pub(super) fn drop_table_of_another_shape(&mut self, table: &TableDefinition) -> Result<(), DatabaseError> {
        let has = |name: &str| table.columns.iter().any(|column| *column.get_column_name() == *name);
        let Some(live) = self.live.tables.get(&table.name) else { return Ok(()) };
        let (was_main, was_relation) = (live.contains_key("document"), live.contains_key("owner"));
        let was_values = live.contains_key("ordinal");
        let is_main = table.resource.is_some_and(|resource| resource.name == table.name);
        let is_relation = has("owner") && has("member");
        let is_values = table.resource.is_some() && !is_main;
        if is_main && was_relation || (is_relation || is_values) && was_main {
            let (wanted, remedy) = match table.resource {
                Some(resource) if is_main => {
                    let kind = resource.resource_type.name;
                    (format!("the resources of type {kind}"), format!("Give {kind} another endpoint"))
                }
                of => (
                    of.map_or("the rows of a relation".to_owned(), |of| format!("values of {}", of.resource_type.name)),
                    "Give the type of those resources another endpoint, with a build that has it still".to_owned(),
                ),
            };
            return Err(DatabaseError::Failed(format!(
                "the table {}, which is to hold {wanted}, holds {}; nothing was changed. {remedy}",
                table.name,
                self.holder(&table.name)
            )));
        }
        if let Some(resource) = table.resource.filter(|_| is_values && was_relation) {
            let values = resource.values.iter().find(|values| values.name == table.name);
            let path = values.and_then(|values| path_of(resource.resource_type.attributes, values.number));
            let reason = format!(
                "{} is kept {} now and was kept {}, and it has a value",
                path.unwrap_or_default(),
                Kept::Document.words(),
                Kept::Relation.words()
            );
            let kind = resource.resource_type.name;
            self.tasks.push_back(Task::Owners { relation: table.name.clone(), kind, reason });
        } else if !(was_values && (is_main || is_relation)) {
            return Ok(());
        }
        self.drop_table(&table.name);
        Ok(())
    }
}
