//! Tables and indexes have one space of names. Those of one build are kept apart; a table or an index that another build
//! left may have the name of one that is to be made.

use crate::store::database::DatabaseError;

use super::work::Work;

impl Work {
    /// Makes room for the tables of this build: an index that scimd made gives way, and is built again under the name that it
    /// has when what it is for returns. Any other stops the start.
    pub(super) fn free_names_of_tables(&mut self) -> Result<(), DatabaseError> {
        let tables = self.prepare.tables.clone();
        for table in tables.iter().filter(|table| !self.live.tables.contains_key(&table.name)).collect::<Vec<_>>() {
            self.free_name(&table.name, None)?;
        }
        Ok(())
    }

    /// The same for indexes, when the tables have their names; a table does not give way.
    pub(super) fn free_names_of_indexes(&mut self) -> Result<(), DatabaseError> {
        let tables = self.prepare.tables.clone();
        for table in tables.iter() {
            for index in &table.indexes {
                if self.live.tables.contains_key(&index.name) {
                    return Err(DatabaseError::Failed(format!(
                        "there is a table {}, and an index of {} is to have that name; nothing was changed. Give the \
                         resource type of that table another endpoint, with a build that has it, or give that of {} another",
                        index.name, table.name, table.name
                    )));
                }
                self.free_name(&index.name, Some(&table.name))?;
            }
        }
        Ok(())
    }

    /// Drops an index of that name, unless it is on the table where it is to be.
    fn free_name(&mut self, name: &str, on: Option<&str>) -> Result<(), DatabaseError> {
        let Some(index) = self.live.indexes.get(name).filter(|index| Some(index.table.as_str()) != on) else {
            return Ok(());
        };
        if !self.is_own_index(name, index) {
            return Err(DatabaseError::Failed(format!(
                "there is an index {name} on {}, which is none of scimd's, and {} is to have that name; nothing was \
                 changed. Give that index another name",
                index.table,
                on.map_or("a table".to_owned(), |table| format!("an index of {table}"))
            )));
        }
        let table = index.table.clone();
        self.drop_index(&table, name, "whose name is needed");
        Ok(())
    }
}
