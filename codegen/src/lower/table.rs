//! Tables: which column or row keeps which attribute.

use super::schema;
use crate::{
    declaration::{DataType, Returned, SchemaDeclaration, Uniqueness},
    ident::{self, Names},
    model::{Attribute, Index, Key, Place, Presence, Relation, RelationTable, Role, Table, ValueTable},
};

/// The tables of a resource type of that name.
pub(super) fn table(
    name: String,
    resource_type: &str,
    attributes: &[Attribute],
    relations: &[Relation],
    schemas: &[SchemaDeclaration],
    tables: &mut Names,
) -> Table {
    let label = relations.iter().find_map(|relation| relation.label);
    let table = Table {
        name,
        label,
        presence: Vec::new(),
        keys: Vec::new(),
        values: Vec::new(),
        relations: Vec::new(),
        indexes: Vec::new(),
        places: Vec::new(),
    };
    let mut layout = Layout { resource_type, tables, columns: Names::default(), table };
    for (position, attribute) in attributes.iter().enumerate() {
        layout.top_level(position, attribute, schemas);
    }
    for relation in relations {
        let name = ident::sql(&[resource_type, &attributes[relation.position].name]);
        let name = layout.tables.take_sql(name);
        layout.table.relations.push(RelationTable { name, position: relation.position, index: String::new() });
    }
    layout.table
}

/// Names the indexes. Databases keep tables and indexes in one space of names, so all tables have theirs before that.
pub(super) fn name_indexes(table: &mut Table, names: &mut Names) {
    for index in &mut table.indexes {
        index.name = names.take_sql(index_name(&table.name, &index.columns, index.unique));
    }
    for values in &mut table.values {
        for index in &mut values.indexes {
            index.name = names.take_sql(index_name(&values.name, &index.columns, index.unique));
        }
    }
    for relation in &mut table.relations {
        relation.index = names.take_sql(format!("{}_member_owner", relation.name));
    }
}

/// The name of an index says which columns it has, since one that is there already is not built again. The resource's
/// id comes behind the columns of one that is not unique.
fn index_name(table: &str, columns: &[String], unique: Uniqueness) -> String {
    let columns = columns.join("_");
    match unique {
        Uniqueness::None => format!("{table}_{columns}_id"),
        _ if columns.ends_with("_id") => format!("{table}_{columns}_unique"),
        _ => format!("{table}_{columns}"),
    }
}

/// An index that has no name yet.
fn index(columns: Vec<String>, unique: Uniqueness) -> Index {
    Index { name: String::new(), columns, unique }
}

struct Layout<'a> {
    resource_type: &'a str,
    tables: &'a mut Names,
    columns: Names,
    table: Table,
}

impl Layout<'_> {
    fn top_level(&mut self, position: usize, attribute: &Attribute, schemas: &[SchemaDeclaration]) {
        match attribute.role {
            Role::Schemas => self.put(Place::Schemas),
            Role::Id => self.put(Place::Id),
            Role::Meta => {
                self.put(Place::Complex);
                self.subs(attribute, |sub| match sub.role {
                    Role::ResourceType => Place::ResourceType,
                    Role::Created => Place::Created,
                    Role::LastModified => Place::LastModified,
                    Role::Location => Place::Location,
                    _ => Place::Version,
                });
            }
            Role::Extension => {
                let name = schema(schemas, &attribute.name).map_or("extension", |schema| schema.name.as_str());
                let column = self.columns.take_sql(ident::sql(&["has", name]));
                self.put(Place::Extension(self.table.presence.len()));
                self.table.presence.push(Presence { column, position });
                for (index, sub) in attribute.sub_attributes.iter().enumerate() {
                    self.stored(sub, &[position, index], &[name, &sub.name]);
                }
            }
            Role::Relation(index) => {
                self.put(Place::Relation(index));
                self.subs(attribute, |sub| match sub.name.as_str() {
                    "value" => Place::RelationMember,
                    "$ref" => Place::RelationRef,
                    "type" => Place::RelationType,
                    _ => Place::RelationDisplay,
                });
            }
            Role::BackReference(index) => {
                self.put(Place::BackReference(index));
                self.subs(attribute, |sub| match sub.name.as_str() {
                    "value" => Place::BackReferenceOwner,
                    "$ref" => Place::BackReferenceRef,
                    "type" => Place::BackReferenceType,
                    _ => Place::BackReferenceDisplay,
                });
            }
            _ if attribute.skipped => {
                self.put(Place::Secret);
                self.subs(attribute, |_| Place::Secret);
            }
            _ => self.stored(attribute, &[position], &[&attribute.name]),
        }
    }

    /// An attribute kept in the document; `names` lead to it.
    fn stored(&mut self, attribute: &Attribute, path: &[usize], names: &[&str]) {
        if attribute.returned == Returned::Never {
            self.put(Place::None);
            self.subs(attribute, |_| Place::None);
        } else if attribute.multi_valued {
            self.values(attribute, path, names);
        } else if attribute.data_type == DataType::Complex {
            self.put(Place::Complex);
            for (index, sub) in attribute.sub_attributes.iter().enumerate() {
                self.stored(sub, &[path, &[index]].concat(), &[names, &[&sub.name]].concat());
            }
        } else {
            let column = self.columns.take_sql(ident::sql(&[&["k"], names].concat()));
            if attribute.indexed {
                self.table.indexes.push(index(vec![column.clone()], attribute.uniqueness));
            }
            self.put(Place::Column(self.table.keys.len()));
            self.table.keys.push(Key { column, path: path.to_vec(), attribute: attribute.clone() });
        }
    }

    /// The rows of a multi-valued attribute.
    fn values(&mut self, attribute: &Attribute, path: &[usize], names: &[&str]) {
        let table = self.table.values.len();
        let number = attribute.number;
        let mut columns: Vec<Key> = Vec::new();
        let mut taken = Names::default();
        let start = self.table.places.len();
        self.put(Place::Values(table));
        if attribute.data_type == DataType::Complex {
            for (index, sub) in attribute.sub_attributes.iter().enumerate() {
                if sub.multi_valued || sub.returned == Returned::Never {
                    self.put(Place::None);
                    continue;
                }
                self.put(Place::ValueColumn(table, columns.len()));
                let column = taken.take_sql(ident::sql(&["k", &sub.name]));
                columns.push(Key { column, path: vec![index], attribute: sub.clone() });
            }
        } else {
            columns.push(Key { column: "k_value".to_owned(), path: Vec::new(), attribute: attribute.clone() });
        }
        if columns.is_empty() {
            self.table.places[start] = Place::None;
            return;
        }
        let kind = columns.iter().find(|key| key.attribute.name.eq_ignore_ascii_case("type"));
        let indexes = (columns.iter().filter(|key| key.attribute.indexed))
            .map(|key| {
                let beside = kind.filter(|_| key.attribute.name.eq_ignore_ascii_case("value"));
                let columns = [Some(key), beside].into_iter().flatten().map(|key| key.column.clone()).collect();
                index(columns, Uniqueness::None)
            })
            .collect();
        let name = self.tables.take_sql(ident::sql(&[&[self.resource_type], names].concat()));
        self.table.values.push(ValueTable { name, path: path.to_vec(), number, columns, indexes });
    }

    fn subs(&mut self, attribute: &Attribute, place: impl Fn(&Attribute) -> Place) {
        for sub in &attribute.sub_attributes {
            self.put(place(sub));
        }
    }

    /// The place of the next attribute, in the order of the numbers.
    fn put(&mut self, place: Place) {
        self.table.places.push(place);
    }
}
