//! What a credential may do (RFC 7644 §2, §7.7): read and write, of all resource types or of some, or of `/Me` alone.
//!
//! Rights are written as scopes: `read`, `write`, `read:User`, `write:Group`, `read:Me`. Who may write a type may read it:
//! the answers to writes show the resource.

use std::{fmt, sync::Arc};

use uuid::Uuid;

use crate::scim::{
    error::{Error, ErrorKind},
    generated,
    json::echo,
    schema::ResourceType,
};

use super::Caller;

/// Both actions on all resource types.
pub const EVERYTHING: &str = "read write";

/// The most characters of a scope that is repeated in an error.
const LONGEST: usize = 40;

/// What a scope is about besides resource types: the resource that the credential stands for.
const ME: &str = "Me";

/// Some resource types.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Types {
    All,
    Named(Arc<[&'static str]>),
}

/// What a credential may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    read: Types,
    write: Types,
    read_me: bool,
    write_me: bool,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// To see.
    Read,
    /// To create, change or delete.
    Write,
}

impl Types {
    fn contains(&self, kind: &ResourceType) -> bool {
        match self {
            Self::All => true,
            Self::Named(names) => names.contains(&kind.name),
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Named(names) if names.is_empty())
    }
}

impl Rights {
    /// Every right.
    pub fn all() -> Self {
        Self { read: Types::All, write: Types::All, read_me: true, write_me: true }
    }

    /// No right.
    pub fn none() -> Self {
        let nothing = || Types::Named(Arc::from([]));
        Self { read: nothing(), write: nothing(), read_me: false, write_me: false }
    }

    /// The rights of scopes, separated by blanks. The error names the first that is none.
    pub fn parse(scopes: &str) -> Result<Self, UnknownScope> {
        let (rights, unknown) = Self::known(scopes);
        unknown.map_or(Ok(rights), |scope| Err(UnknownScope(scope.to_owned())))
    }

    /// The rights of the scopes that are known. A type that the schemas no longer have gives no right.
    pub fn of(scopes: &str) -> Self {
        Self::known(scopes).0
    }

    fn known(scopes: &str) -> (Self, Option<&str>) {
        let mut rights = Self::none();
        let (mut read, mut write) = (Vec::new(), Vec::new());
        let mut unknown = None;
        for scope in scopes.split_ascii_whitespace() {
            let (action, of) = scope.split_once(':').map_or((scope, None), |(action, of)| (action, Some(of)));
            let kind = of.and_then(|of| generated::RESOURCE_TYPES.iter().find(|kind| kind.name == of));
            match (action, of, kind) {
                ("read", None, _) => rights.read = Types::All,
                ("write", None, _) => rights.write = Types::All,
                ("read", Some(ME), None) => rights.read_me = true,
                ("write", Some(ME), None) => rights.write_me = true,
                ("read", _, Some(kind)) => read.push(kind.name),
                ("write", _, Some(kind)) => write.push(kind.name),
                _ => unknown = unknown.or(Some(scope)),
            }
        }
        read.extend(&write);
        read.sort_unstable();
        read.dedup();
        write.sort_unstable();
        write.dedup();
        for (types, named) in [(&mut rights.read, read), (&mut rights.write, write)] {
            if *types != Types::All {
                *types = Types::Named(named.into());
            }
        }
        if rights.write == Types::All {
            rights.read = Types::All;
        }
        rights.write_me |= rights.write == Types::All;
        rights.read_me |= rights.write_me || rights.read == Types::All;
        (rights, unknown)
    }

    /// Those of these rights that the others have as well.
    pub fn within(&self, other: &Self) -> Self {
        let both = |one: &Types, two: &Types| match (one, two) {
            (Types::All, types) | (types, Types::All) => types.clone(),
            (Types::Named(one), Types::Named(two)) => {
                Types::Named(one.iter().filter(|name| two.contains(name)).copied().collect())
            }
        };
        Self {
            read: both(&self.read, &other.read),
            write: both(&self.write, &other.write),
            read_me: self.read_me && other.read_me,
            write_me: self.write_me && other.write_me,
        }
    }

    /// Whether these rights allow an action on a resource type.
    pub fn allow(&self, action: Action, kind: &ResourceType) -> bool {
        match action {
            Action::Read => self.read.contains(kind),
            Action::Write => self.write.contains(kind),
        }
    }

    /// Whether these rights allow an action on everything: what the administration needs.
    pub fn allow_all(&self, action: Action) -> bool {
        let types = match action {
            Action::Read => &self.read,
            Action::Write => &self.write,
        };
        *types == Types::All
    }

    /// Whether these rights allow an action on the resource that the credential stands for.
    fn allow_me(&self, action: Action) -> bool {
        match action {
            Action::Read => self.read_me,
            Action::Write => self.write_me,
        }
    }

    /// Whether they allow an action on anything at all.
    pub fn allow_any(&self, action: Action) -> bool {
        match action {
            Action::Read => !self.read.is_empty(),
            Action::Write => !self.write.is_empty(),
        }
    }
}

/// As scopes.
impl fmt::Display for Rights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words = Vec::new();
        for (action, types, me) in [("read", &self.read, self.read_me), ("write", &self.write, self.write_me)] {
            match types {
                Types::All => words.push(action.to_owned()),
                Types::Named(names) => {
                    words.extend(names.iter().map(|name| format!("{action}:{name}")));
                    words.extend(me.then(|| format!("{action}:{ME}")));
                }
            }
        }
        f.write_str(&words.join(" "))
    }
}

/// A scope that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownScope(pub String);

impl fmt::Display for UnknownScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let types: Vec<_> = generated::RESOURCE_TYPES.iter().map(|kind| kind.name).collect();
        // What is longer than any scope may be a secret in the wrong place: it is not repeated, and so written down nowhere.
        let given = if self.0.len() <= LONGEST { echo(&self.0) } else { "of that length".to_owned() };
        write!(
            f,
            "there is no scope {given}; use read, write, or one of them with a resource type ({}) or Me, such as read:{}",
            types.join(", "),
            types.first().unwrap_or(&ME),
        )
    }
}

impl std::error::Error for UnknownScope {}

impl Caller {
    /// Refuses an action on a resource type that the credential has no right to; on one resource of it, if that is known.
    pub fn authorize(&self, action: Action, kind: &ResourceType, id: Option<Uuid>) -> Result<(), Error> {
        let own = || {
            let subject = self.subject.zip(id);
            subject.is_some_and(|(subject, id)| subject.id == id && subject.table.resource_type.name == kind.name)
        };
        if self.rights.allow(action, kind) || self.rights.allow_me(action) && own() {
            return Ok(());
        }
        let word = match action {
            Action::Read => "read",
            Action::Write => "write",
        };
        let detail = format!(
            "the credential may not {word} a {0}; use one with the scope {word} or {word}:{0}, which your administrator makes",
            kind.name
        );
        Err(Error::new(ErrorKind::InsufficientScope, detail))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user() -> &'static ResourceType {
        generated::RESOURCE_TYPES.iter().find(|kind| kind.name == "User").unwrap()
    }

    fn group() -> &'static ResourceType {
        generated::RESOURCE_TYPES.iter().find(|kind| kind.name == "Group").unwrap()
    }

    #[test]
    fn who_may_write_a_type_may_read_it_and_no_other() {
        let rights = Rights::parse("write:User").unwrap();
        assert!(rights.allow(Action::Write, user()) && rights.allow(Action::Read, user()));
        assert!(!rights.allow(Action::Write, group()) && !rights.allow(Action::Read, group()));
        assert_eq!(rights.to_string(), "read:User write:User");
        assert_eq!(Rights::of("write:User read:User write:User").to_string(), "read:User write:User");
    }

    #[test]
    fn reading_is_not_writing() {
        let rights = Rights::parse("read write:Group").unwrap();
        assert!(rights.allow(Action::Read, user()) && rights.allow(Action::Write, group()));
        assert!(!rights.allow(Action::Write, user()));
    }

    #[test]
    fn a_scope_that_is_none_is_named_and_gives_nothing() {
        let error = Rights::parse("read:Users").unwrap_err();
        assert!(error.to_string().contains("\"read:Users\"") && error.to_string().contains("read:"), "{error}");
        for scopes in ["", "READ", "admin", "read:", ":User", "read:user", "write:User:Group"] {
            assert!(!Rights::of(scopes).allow_any(Action::Read), "{scopes}");
        }
    }

    #[test]
    fn what_is_within_everything_is_all_of_itself() {
        for scopes in ["read", "write", "read:User", "write:User", "read:Me", "write:Me", "read:Me write:Group"] {
            let rights = Rights::parse(scopes).unwrap();
            assert_eq!(rights.within(&Rights::parse(EVERYTHING).unwrap()), rights, "{scopes}");
            assert_eq!(Rights::parse(&rights.to_string()).unwrap(), rights, "{scopes} as {rights}");
        }
        assert_eq!(Rights::parse("read:User write:User").unwrap().to_string(), "read:User write:User");
    }

    #[test]
    fn what_two_rights_share_is_what_both_allow() {
        let wide = Rights::parse("read write:User").unwrap();
        let narrow = Rights::parse("write:Group read:User").unwrap();
        let shared = wide.within(&narrow);
        assert_eq!(shared, narrow.within(&wide));
        assert!(shared.allow(Action::Read, user()) && shared.allow(Action::Read, group()));
        assert!(!shared.allow(Action::Write, user()) && !shared.allow(Action::Write, group()));
    }
}
