//! Whether what is declared has room in databases and in metadata: refused is what would fail when a value is written.

use crate::{
    Fault, Faults,
    declaration::DataType,
    model::{Key, Model, ResourceType},
};

/// The document that describes these limits.
const SECTION: &str = "docs/extending.md, limits";

/// PostgreSQL keeps a row on one page, and refuses one that is longer.
const ROW_BYTES: usize = 8160;

/// What a row has beside its keys: the header, and the columns that every table has.
const OTHER_BYTES: usize = 24 + 160;

/// PostgreSQL has 1,600 columns a table at most, and counts those that were dropped; SQLite 2,000.
const COLUMNS: usize = 1500;

/// A value's columns: 64 values are inserted with one statement, and SQLite binds 32,766 to one.
const VALUE_COLUMNS: usize = 500;

/// The most resource types: a search over all of them is one statement, to which each adds up to two SELECTs, and SQLite
/// joins 500 of them.
const RESOURCE_TYPES: usize = 200;

/// The most relations and back references of a resource type: a resource is read with one SELECT for each.
const RELATIONS: usize = 400;

/// Checks every resource type; `files` has the document of each.
pub(crate) fn check(model: &Model, files: &[String]) -> Result<(), Faults> {
    let mut faults = Faults::default();
    if let Some(file) = files.get(RESOURCE_TYPES) {
        let message = format!("there are {} resource types", files.len());
        faults.push(fault(file, "/name", message, format!("{RESOURCE_TYPES} at most")));
    }
    for (resource_type, file) in model.resource_types.iter().zip(files) {
        self::resource_type(resource_type, file, &mut faults);
    }
    faults.or(())
}

fn fault(file: &str, pointer: &str, message: String, help: String) -> Fault {
    Fault {
        file: file.to_owned(),
        at: None,
        pointer: Some(pointer.to_owned()),
        message,
        help: Some(help),
        section: SECTION,
    }
}

fn resource_type(resource_type: &ResourceType, file: &str, faults: &mut Faults) {
    let ResourceType { name, table, relations, back_references, .. } = resource_type;
    let numbers = table.places.len();
    if numbers > usize::from(u16::MAX) {
        let message = format!("{name} has {numbers} attributes, sub-attributes counted");
        faults.push(fault(file, "/name", message, format!("{} at most", u16::MAX)));
    }
    let refuse = |owner: &str, columns: usize, most: usize, keys: &[Key], to: &str, faults: &mut Faults| {
        if let Some(message) = too_wide(owner, columns, most, keys) {
            let help = format!("about 370 texts or 970 numbers fit: move some to {to}, or make them multi-valued");
            faults.push(fault(file, "/name", message, help));
        }
    };
    let columns = table.presence.len() + table.keys.len();
    refuse(name, columns, COLUMNS, &table.keys, "another resource type", faults);
    for values in &table.values {
        let attribute = values.path.iter().try_fold((resource_type.attributes.as_slice(), ""), |(level, _), at| {
            level.get(*at).map(|attribute| (attribute.sub_attributes.as_slice(), attribute.name.as_str()))
        });
        let owner = format!("a value of \"{}\" of {name}", attribute.map_or("", |(_, name)| name));
        refuse(&owner, values.columns.len(), VALUE_COLUMNS, &values.columns, "another attribute", faults);
    }
    let reads = relations.len() + back_references.len();
    if reads > RELATIONS {
        let message = format!("{name} has {reads} relations and back references");
        faults.push(fault(file, "/name", message, format!("{RELATIONS} at most")));
    }
}

/// Why a row does not fit, if it does not.
fn too_wide(owner: &str, columns: usize, most: usize, keys: &[Key]) -> Option<String> {
    let bytes = OTHER_BYTES + columns.div_ceil(8) + columns - keys.len() + width(keys);
    if columns > most {
        Some(format!("{owner} has {columns} single-valued attributes, and a table has {most} columns at most"))
    } else if bytes > ROW_BYTES {
        Some(format!("{owner} needs a row of {bytes} bytes if each attribute has a value, and {ROW_BYTES} is the most"))
    } else {
        None
    }
}

/// The bytes of keys that all have a value.
fn width(keys: &[Key]) -> usize {
    let mut is_aligned = true;
    let bytes = keys.iter().map(|key| {
        let was_aligned = is_aligned;
        let data_type = key.attribute.data_type;
        is_aligned = matches!(data_type, DataType::Integer | DataType::DateTime | DataType::Decimal);
        match data_type {
            DataType::Boolean => 1,
            // Behind anything else it begins at the next multiple of eight.
            _ if is_aligned => {
                if was_aligned {
                    8
                } else {
                    15
                }
            }
            // A longer text is kept elsewhere, and only what points to it stays.
            _ => 21,
        }
    });
    bytes.sum()
}
