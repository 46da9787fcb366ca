//! Which attribute a unique index speaks of, from the words in which an engine refuses a value.

use super::{
    generated::TABLES,
    table::{Index, KeyColumn, Table},
};
use crate::scim::schema::Uniqueness;

/// A unique attribute whose value another resource has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// The name of the resource type.
    pub resource_type: &'static str,
    /// The attribute's number.
    pub number: u16,
}

/// By the name of the index, as PostgreSQL says it.
pub(super) fn of_index(name: &str) -> Option<Clash> {
    found(|_, index| index.name == name)
}

/// By a list of columns, as SQLite says it: `UNIQUE constraint failed: users.org, users.k_user_name`.
pub(super) fn of_columns(words: &str) -> Option<Clash> {
    let (_, columns) = words.rsplit_once(": ")?;
    let columns: Vec<(&str, &str)> = columns.split(", ").filter_map(|column| column.split_once('.')).collect();
    found(|table, index| index.columns.iter().all(|column| columns.contains(&(table, *column))))
}

fn found(is_meant: impl Fn(&str, &Index) -> bool) -> Option<Clash> {
    let of = |table: &'static Table, name: &str, indexes: &'static [Index], keys: &'static [KeyColumn]| {
        let mut unique = indexes.iter().filter(|index| index.unique != Uniqueness::None);
        let column = *unique.find(|index| is_meant(name, index))?.columns.first()?;
        let number = keys.iter().find(|key| key.name == column)?.number;
        Some(Clash { resource_type: table.resource_type.name, number })
    };
    TABLES.iter().copied().find_map(|table| {
        let mut values = table.values.iter();
        of(table, table.name, table.indexes, table.keys)
            .or_else(|| values.find_map(|values| of(table, values.name, values.indexes, values.columns)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attribute_is_found_in_the_words_of_both_engines() {
        let table = TABLES.iter().find(|table| table.resource_type.name == "User").copied();
        let unique = table.and_then(|table| table.indexes.iter().find(|index| index.unique == Uniqueness::Server));
        let (table, index) = table.zip(unique).unwrap();
        let clash = of_index(index.name).unwrap();
        assert_eq!(table.resource_type.path_of(clash.number).as_deref(), Some("userName"));
        let words = format!("UNIQUE constraint failed: {0}.org, {0}.{1}", table.name, index.columns[0]);
        assert_eq!(of_columns(&words), Some(clash));
        for other in ["UNIQUE constraint failed: tokens.id", "UNIQUE constraint failed", "users.org", ""] {
            assert_eq!(of_columns(other), None, "{other}");
        }
    }
}
