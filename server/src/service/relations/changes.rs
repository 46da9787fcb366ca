//! What a request makes of the members of one relation, operation by operation, and how that differs from the rows.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::store::relations::Member;

/// What a client says of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub id: Uuid,
    pub display: Option<String>,
    /// The operation of a PATCH that asks for it.
    pub operation: Option<usize>,
}

/// What becomes of a member.
#[derive(Debug, Clone)]
enum Fate {
    /// It is none any more.
    Gone,
    /// It is added. One that is there stays as it is, but for a `display` where it has none (RFC 7644 §3.5.2.1).
    Added(Asked),
    /// It is what was asked for, whatever it was before.
    Put(Asked),
    /// It is there and gets another `display`.
    Shown(Asked),
}

impl Fate {
    fn asked(&self) -> Option<&Asked> {
        match self {
            Self::Gone => None,
            Self::Added(asked) | Self::Put(asked) | Self::Shown(asked) => Some(asked),
        }
    }
}

/// The changes that a request makes to one relation of one resource, in order.
#[derive(Debug, Default)]
pub struct Changes {
    /// Whether the rows that were there are gone: only what `fates` holds is left.
    cleared: bool,
    fates: BTreeMap<Uuid, Fate>,
}

/// How the members differ from the rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    pub add: Vec<Asked>,
    pub remove: Vec<Uuid>,
    /// Members that stay, and the `display` that each gets.
    pub displays: Vec<(Uuid, Option<String>)>,
    /// Whether one of them gets it because it has none.
    pub fills: bool,
}

impl Changes {
    /// Changes that begin with the removal of all.
    pub fn of_none() -> Self {
        Self { cleared: true, fates: BTreeMap::new() }
    }

    /// Whether the rows that were there are gone.
    pub fn is_cleared(&self) -> bool {
        self.cleared
    }

    /// Adds a member. One that the request added before stays, but for a `display` where it has none.
    pub fn add(&mut self, asked: Asked) {
        let cleared = self.cleared;
        match self.fates.get_mut(&asked.id) {
            Some(Fate::Added(before) | Fate::Put(before) | Fate::Shown(before)) => {
                before.display = before.display.take().or(asked.display);
            }
            Some(gone @ Fate::Gone) => *gone = Fate::Put(asked),
            None => {
                self.fates.insert(asked.id, if cleared { Fate::Put(asked) } else { Fate::Added(asked) });
            }
        }
    }

    /// Gives a member that is there another `display`.
    pub fn show(&mut self, asked: Asked) {
        let is_new = matches!(self.fates.get(&asked.id), Some(Fate::Added(_) | Fate::Put(_)));
        self.fates.insert(asked.id, if is_new { Fate::Put(asked) } else { Fate::Shown(asked) });
    }

    /// Removes a member, if it is one.
    pub fn remove(&mut self, id: Uuid) {
        self.fates.insert(id, Fate::Gone);
    }

    /// Whether it is a member, if that can be said without the rows.
    pub fn knows(&self, id: &Uuid) -> Option<bool> {
        match self.fates.get(id) {
            Some(fate) => Some(fate.asked().is_some()),
            None => self.cleared.then_some(false),
        }
    }

    /// The members that the request names, in the order of their ids.
    pub fn ids(&self) -> Vec<Uuid> {
        self.fates.keys().copied().collect()
    }

    /// The members that the request adds, each as it is with the rows that are there.
    pub fn effective(&self, there: &BTreeMap<Uuid, Member>) -> Vec<Asked> {
        let effective = |fate: &Fate| match fate {
            Fate::Gone => None,
            Fate::Put(asked) | Fate::Shown(asked) => Some(asked.clone()),
            Fate::Added(asked) => {
                let stored = there.get(&asked.id).and_then(|member| member.display.clone());
                Some(Asked { display: stored.or_else(|| asked.display.clone()), ..*asked })
            }
        };
        self.fates.values().filter_map(effective).collect()
    }

    /// How the members differ from the rows: all of them if the request removes all, else those it names.
    pub fn difference(self, there: &BTreeMap<Uuid, Option<String>>) -> Difference {
        let mut difference = Difference::default();
        if self.cleared {
            difference.remove.extend(there.keys().filter(|id| !self.fates.contains_key(id)));
        }
        for (id, fate) in self.fates {
            match (fate, there.get(&id)) {
                (Fate::Gone, None) => {}
                (Fate::Gone, Some(_)) => difference.remove.push(id),
                (Fate::Added(asked) | Fate::Put(asked), None) => difference.add.push(asked),
                (Fate::Added(asked), Some(stored)) => {
                    if stored.is_none() && asked.display.is_some() {
                        difference.displays.push((id, asked.display));
                        difference.fills = true;
                    }
                }
                // It is there no more: the write is refused, and tried again.
                (Fate::Shown(asked), None) => difference.displays.push((id, asked.display)),
                (Fate::Put(asked) | Fate::Shown(asked), Some(stored)) => {
                    if *stored != asked.display {
                        difference.displays.push((id, asked.display));
                    }
                }
            }
        }
        difference
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: Uuid = Uuid::from_u128(1);
    const OTHER: Uuid = Uuid::from_u128(2);

    fn asked(display: Option<&str>) -> Asked {
        Asked { id: ID, display: display.map(str::to_owned), operation: None }
    }

    /// The `display` that a row with `stored` gets, if it gets another.
    fn becomes(stored: Option<&str>, changes: Changes) -> Option<Option<String>> {
        let there = BTreeMap::from([(ID, stored.map(str::to_owned)), (OTHER, Some("other".to_owned()))]);
        let cleared = changes.is_cleared();
        let Difference { add, remove, mut displays, fills } = changes.difference(&there);
        assert!(!fills || stored.is_none());
        assert_eq!((add, remove), (Vec::new(), if cleared { vec![OTHER] } else { Vec::new() }));
        assert!(displays.len() <= 1);
        displays.pop().map(|(_, display)| display)
    }

    #[test]
    fn what_is_put_in_the_place_of_all_is_as_it_was_sent() {
        for (stored, sent) in [(Some("one"), Some("two")), (Some("one"), None), (None, Some("one"))] {
            let mut changes = Changes::of_none();
            changes.add(asked(sent));
            assert_eq!(becomes(stored, changes), Some(sent.map(str::to_owned)));
            let mut changes = Changes::default();
            changes.remove(ID);
            changes.add(asked(sent));
            assert_eq!(becomes(stored, changes), Some(sent.map(str::to_owned)));
        }
        let mut changes = Changes::of_none();
        changes.add(asked(Some("one")));
        assert_eq!(becomes(Some("one"), changes), None);
    }

    #[test]
    fn what_is_added_again_stays_but_for_a_display_where_there_is_none() {
        for (stored, sent, expected) in [
            (Some("one"), Some("two"), None),
            (Some("one"), None, None),
            (None, None, None),
            (None, Some("two"), Some("two")),
        ] {
            let mut changes = Changes::default();
            changes.add(asked(None));
            changes.add(asked(sent));
            if sent.is_some() {
                changes.add(asked(Some("three")));
            }
            assert_eq!(
                becomes(stored, changes),
                expected.map(|display| Some(display.to_owned())),
                "{stored:?} {sent:?}"
            );
        }
    }
}
