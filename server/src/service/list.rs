//! Lists (RFC 7644 §3.4.2): the request's parameters, checked, and the ListResponse, by index or by cursor (RFC 9865).

use crate::{
    scim::{
        error::{Error, ErrorKind},
        filter::{self, Filter, Unknown},
        limits,
        projection::Projection,
        quirks,
        schema::ResourceType,
    },
    store::{
        list::ListQuery,
        resources::Stored,
        table::Table,
        walk::{Boundary, Found, From, Selection, Walk},
    },
};

use super::{
    Caller, Service,
    access::Action,
    answer::{self, Answer, want},
    cursor::{Cursor, Query},
    database_error,
    sorting::{self, Sorting},
    type_of_endpoint,
};

/// The parameters of a list, as the request gives them.
#[derive(Debug, Clone, Copy, Default)]
pub struct ListRequest<'a> {
    /// `filter`
    pub filter: Option<&'a str>,
    /// `sortBy`
    pub sort_by: Option<&'a str>,
    /// `sortOrder`
    pub sort_order: Option<&'a str>,
    /// `startIndex`
    pub start_index: Option<i64>,
    /// `count`
    pub count: Option<i64>,
    /// `cursor`; empty for the first page
    pub cursor: Option<&'a str>,
}

/// The resource types that a list is of, each with what is shown of its resources.
pub type Shown<'a> = [(&'static Table, &'a Projection)];

/// The head of a ListResponse.
struct Head {
    total: u64,
    /// In a page by index.
    start_index: Option<u64>,
    next: Option<String>,
    previous: Option<String>,
}

impl Service {
    /// Lists the resources of a type.
    pub async fn list(
        &self,
        caller: &Caller,
        table: &'static Table,
        request: ListRequest<'_>,
        projection: &Projection,
    ) -> Result<Answer, Error> {
        let kind = table.resource_type;
        caller.authorize(Action::Read, kind, None)?;
        let condition = match request.filter {
            Some(text) => {
                let text = quirks::filter::filter(&caller.quirks(), &[kind], text)?;
                Some(filter::resolve(kind, filter::parse(&text)?, Unknown::Refuse, type_of_endpoint)?)
            }
            None => None,
        };
        let Sorting { path, descending } = sorting::of_type(kind, request.sort_by, request.sort_order)?;
        let selection = Selection { table, condition, sort: path, want: want(kind, projection) };
        let shown = [(table, projection)];
        if request.cursor.is_some() {
            return self.page_by_cursor(caller, vec![selection], descending, &request, &shown).await;
        }
        let (offset, count) = page(&request);
        let query = ListQuery {
            condition: selection.condition,
            sort: selection.sort.map(|path| (path, descending)),
            offset,
            count,
            want: selection.want,
        };
        let page = self.store.list(caller.org, table, &query).await.map_err(database_error)?;
        let head = Head { total: page.total, start_index: Some(offset + 1), next: None, previous: None };
        list_response(caller, &head, page.resources.iter().map(|stored| (kind, projection, stored)))
    }

    /// Lists the resources of all types (RFC 7644 §3.4.2.1).
    pub async fn list_all(
        &self,
        caller: &Caller,
        request: ListRequest<'_>,
        shown: &Shown<'_>,
    ) -> Result<Answer, Error> {
        let kinds: Vec<&'static ResourceType> = shown.iter().map(|(table, _)| table.resource_type).collect();
        let filter = match request.filter {
            Some(text) => Some(filter::parse(&quirks::filter::filter(&caller.quirks(), &kinds, text)?)?),
            None => None,
        };
        let sortings = sorting::of_types(&kinds, request.sort_by, request.sort_order)?;
        let mut conditions = conditions(&kinds, filter)?.into_iter();
        let descending = sortings.first().is_some_and(|sorting| sorting.descending);
        let selections: Vec<Selection> = shown
            .iter()
            .zip(sortings)
            .map(|((table, projection), sorting)| Selection {
                table,
                condition: conditions.next().flatten(),
                sort: sorting.path,
                want: want(table.resource_type, projection),
            })
            .collect();
        if request.cursor.is_some() {
            return self.page_by_cursor(caller, selections, descending, &request, shown).await;
        }
        let (offset, count) = page(&request);
        let total = self.total(caller, &selections).await?;
        let mut found = Vec::new();
        if count > 0 {
            let walk = Walk { selections, descending, from: From::Offset(offset), count };
            found = self.store.walk(caller.org, &walk).await.map_err(database_error)?;
        }
        let head = Head { total, start_index: Some(offset + 1), next: None, previous: None };
        list_response(caller, &head, resources(&found, shown))
    }

    /// A page from a place in the order, with the cursors of the pages beside it.
    async fn page_by_cursor(
        &self,
        caller: &Caller,
        selections: Vec<Selection>,
        descending: bool,
        request: &ListRequest<'_>,
        shown: &Shown<'_>,
    ) -> Result<Answer, Error> {
        if request.start_index.is_some() {
            let detail = "startIndex and cursor ask for different ways of paging; send one of them";
            return Err(Error::new(ErrorKind::InvalidValue, detail));
        }
        let (_, count) = page(request);
        let endpoint = if let [(table, _)] = shown { table.resource_type.endpoint } else { "" };
        let parameters = [request.filter, request.sort_by, request.sort_order];
        let rights = caller.rights.to_string();
        let query = Query { org: caller.org, rights: &rights, endpoint, parameters };
        let now = self.clock.now();
        let given = match request.cursor {
            None | Some("") => None,
            Some(text) => Some(self.cursors.open(text, &query, now)?),
        };
        let (count, total) = match &given {
            Some(cursor) if request.count.is_some() && cursor.count != count => {
                let detail =
                    format!("count: the first page had {}; every page of one cursor has the same", cursor.count);
                return Err(Error::new(ErrorKind::InvalidCount, detail));
            }
            Some(cursor) => (cursor.count, cursor.total),
            None => (count, self.total(caller, &selections).await?),
        };
        let mut head = Head { total, start_index: None, next: None, previous: None };
        if count == 0 {
            return list_response(caller, &head, std::iter::empty());
        }
        let backward = given.as_ref().is_some_and(|cursor| cursor.backward);
        let from = match given {
            None => From::Offset(0),
            Some(Cursor { backward: false, place, .. }) => From::After(place),
            Some(Cursor { place, .. }) => From::Before(place),
        };
        // One more than the page holds shows whether another follows.
        let mut walk = Walk { selections, descending, from, count: count + 1 };
        let mut found = self.store.walk(caller.org, &walk).await.map_err(database_error)?;
        let further = found.len() as u64 > count;
        if further {
            found.remove(if backward { 0 } else { found.len() - 1 });
        }
        let (first, last) = match (found.first(), found.last()) {
            (Some(first), Some(last)) => (first.place.clone(), last.place.clone()),
            // Nothing is left on this side: the place itself is where the other side begins.
            _ => ends(&walk.from, descending),
        };
        let behind = if backward { From::After(last.clone()) } else { From::Before(first.clone()) };
        let returned = match walk.from {
            From::Offset(_) => false,
            _ => {
                walk = Walk { from: behind, count: 1, ..walk };
                self.store.any(caller.org, &walk).await.map_err(database_error)?
            }
        };
        let (previous, next) = if backward { (further, returned) } else { (returned, further) };
        let expires = now.saturating_add(self.cursor_lifetime);
        let seal = |there: bool, backward: bool, place: Boundary| {
            let cursor = Cursor { expires, count, total, backward, place };
            there.then(|| self.cursors.seal(&cursor, &query)).transpose()
        };
        head.next = seal(next, false, last)?;
        head.previous = seal(previous, true, first)?;
        list_response(caller, &head, resources(&found, shown))
    }

    async fn total(&self, caller: &Caller, selections: &[Selection]) -> Result<u64, Error> {
        let mut total = 0;
        for selection in selections {
            let condition = selection.condition.as_ref();
            total += self.store.total(caller.org, selection.table, condition).await.map_err(database_error)?;
        }
        Ok(total)
    }
}

/// How many resources to skip, and how many to give at most.
fn page(request: &ListRequest<'_>) -> (u64, u64) {
    let start = request.start_index.unwrap_or(1).max(1).unsigned_abs();
    let count = match request.count {
        Some(count) => count.max(0).unsigned_abs().min(limits::MAX_RESULTS),
        None => limits::DEFAULT_PAGE,
    };
    // More than any database can hold, and still within its integers.
    ((start - 1).min(i64::MAX.unsigned_abs() >> 1), count)
}

/// The filter for each type: an attribute that a type has not, or has as one that cannot be compared like that, is without a
/// value there, and one that is so in every type is a mistake (RFC 7644 §3.4.2.1).
fn conditions(
    kinds: &[&'static ResourceType],
    filter: Option<Filter>,
) -> Result<Vec<Option<filter::Condition>>, Error> {
    let Some(filter) = filter else { return Ok(vec![None; kinds.len()]) };
    filter::check_known(kinds, &filter, type_of_endpoint)?;
    let resolve = |kind: &&'static ResourceType| {
        filter::resolve(kind, filter.clone(), Unknown::NoValue, type_of_endpoint).map(Some)
    };
    kinds.iter().map(resolve).collect()
}

/// The places just within an empty page: what lies before the one and after the other is all there is.
fn ends(from: &From, descending: bool) -> (Boundary, Boundary) {
    let moved = |place: &Boundary, up: bool| {
        let id = place.id.as_u128();
        let id = if up { id.saturating_add(1) } else { id.saturating_sub(1) };
        Boundary { id: uuid::Uuid::from_u128(id), ..place.clone() }
    };
    match from {
        From::Offset(_) => {
            let none = Boundary { key: crate::store::database::Cell::Null, id: uuid::Uuid::nil() };
            (none.clone(), none)
        }
        // The place itself, which the cursor left out, belongs to the page on its other side.
        From::After(place) => (moved(place, !descending), place.clone()),
        From::Before(place) => (place.clone(), moved(place, descending)),
    }
}

fn resources<'a>(
    found: &'a [Found],
    shown: &'a Shown<'a>,
) -> impl Iterator<Item = (&'static ResourceType, &'a Projection, &'a Stored)> {
    found.iter().filter_map(|found| {
        let (table, projection) = shown.get(found.selection)?;
        // One that was deleted while the page was read has no version.
        (found.stored.version > 0).then_some((table.resource_type, *projection, &found.stored))
    })
}

fn list_response<'a>(
    caller: &Caller,
    head: &Head,
    resources: impl Iterator<Item = (&'static ResourceType, &'a Projection, &'a Stored)>,
) -> Result<Answer, Error> {
    let resources: Vec<_> = resources.collect();
    let mut body =
        Vec::with_capacity(256 + resources.iter().map(|(.., stored)| stored.document.len() + 320).sum::<usize>());
    body.extend_from_slice(br#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":"#);
    body.extend_from_slice(head.total.to_string().as_bytes());
    if let Some(start) = head.start_index {
        body.extend_from_slice(format!(r#","startIndex":{start}"#).as_bytes());
    }
    body.extend_from_slice(format!(r#","itemsPerPage":{}"#, resources.len()).as_bytes());
    for (name, cursor) in [("nextCursor", &head.next), ("previousCursor", &head.previous)] {
        if let Some(cursor) = cursor {
            body.extend_from_slice(format!(r#","{name}":"{cursor}""#).as_bytes());
        }
    }
    body.extend_from_slice(br#","Resources":["#);
    for (index, (kind, projection, stored)) in resources.into_iter().enumerate() {
        if index > 0 {
            body.push(b',');
        }
        answer::resource(caller, kind, stored, projection, &mut body)?;
    }
    body.extend_from_slice(b"]}");
    Ok(Answer::body(body))
}
