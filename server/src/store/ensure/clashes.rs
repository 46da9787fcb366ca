//! Resources that do not bear a change: they are noted, and named when the start stops.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::{
    scim::schema::Uniqueness,
    store::{
        database::{DatabaseError, Row},
        table::Table,
    },
};

use super::{
    declared,
    definitions::IndexDefinition,
    statements::{NAMED, path_of},
    work::Work,
};

/// A resource that does not bear a change, and why.
pub(super) struct Clash {
    pub org: i64,
    pub kind: &'static str,
    pub id: Uuid,
    pub reason: String,
}

impl Work {
    pub(super) fn note(&mut self, clash: Clash) {
        if self.clashes.len() < NAMED {
            self.clashes.push(clash);
        } else {
            self.further += 1;
        }
    }

    /// Notes what rows of an organisation, an id and the number of all of them tell.
    pub(super) fn note_rows<'a>(
        &mut self,
        rows: impl Iterator<Item = (i64, &'a Row)>,
        clash: impl Fn(i64, Uuid) -> Clash,
    ) {
        let (mut given, mut all) = (0, 0);
        for (org, row) in rows {
            let Some(id) = row.id(1) else { continue };
            (given, all) = (given + 1, u64::try_from(row.integer(2)).unwrap_or_default());
            self.note(clash(org, id));
        }
        self.further += all.saturating_sub(given);
    }

    pub(super) fn clash(&mut self, table: &'static Table, index: &IndexDefinition, rows: Vec<Row>) {
        let kind = table.resource_type;
        let keys = || table.keys.iter().filter(|key| index.columns.contains(&key.name));
        let unique = match index.columns.contains(&"org") {
            true => Uniqueness::Server,
            false => Uniqueness::Global,
        };
        let names: Vec<String> = keys().filter_map(|key| path_of(kind.attributes, key.number)).collect();
        let reason = format!(
            "{} is {} now, and another {} has the same value",
            names.join(" and "),
            declared::uniqueness(unique),
            kind.name
        );
        let found = rows.iter().map(|row| (row.integer(0), row));
        self.note_rows(found, |org, id| Clash { org, kind: kind.name, id, reason: reason.clone() });
    }

    /// The words of a start that stops, with every resource that does not bear the changes.
    pub(super) fn refusal(&mut self, rows: Vec<Row>) -> DatabaseError {
        let names: BTreeMap<i64, String> =
            rows.into_iter().filter_map(|mut row| Some((row.integer(0), row.take_text(1)?))).collect();
        let mut lines = vec![
            "the stored resources do not bear the changes of the schemas; nothing was changed. Mend these with the build \
             before, or take the change back:"
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
