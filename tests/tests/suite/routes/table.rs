//! The table: what each route needs, and what it answers to each state of a credential.

/// The routes: interface, method, path, what it needs of the credential, the body that is sent, the status when all is right.
///
/// | it needs | |
/// |---|---|
/// | `open` | nothing |
/// | `any` | a credential of the organisation, whatever it may do |
/// | `read`, `write` | that right on the route's resource type |
/// | `all` | the right to read some type; the answer has no other |
/// | `bulk` | the right to write the types of its operations; each is refused by itself |
/// | `me-read`, `me-write` | that right on the resource that the credential stands for |
/// | `admin-read`, `admin-write` | that right of the administration |
const ROUTES: &str = "
scim  GET    /ServiceProviderConfig                  open         -             200
scim  GET    /ResourceTypes                          any          -             200
scim  GET    /ResourceTypes/{id}                     any          -             200
scim  GET    /Schemas                                any          -             200
scim  GET    /Schemas/{id}                           any          -             200
scim  GET    /                                       all          -             200
scim  POST   /.search                                all          search        200
scim  POST   /Bulk                                   bulk         bulk          200
scim  GET    /Me                                     me-read      -             200
scim  PUT    /Me                                     me-write     user          200
scim  PATCH  /Me                                     me-write     patch         200
scim  DELETE /Me                                     me-write     -             204
scim  GET    /Users                                  read         -             200
scim  POST   /Users                                  write        user          201
scim  POST   /Users/.search                          read         search        200
scim  POST   /Users/Search                           read         by-attribute  200
scim  GET    /Users/{id}                             read         -             200
scim  PUT    /Users/{id}                             write        user          200
scim  PATCH  /Users/{id}                             write        patch         200
scim  DELETE /Users/{id}                             write        -             204
scim  GET    /Groups                                 read         -             200
scim  POST   /Groups                                 write        group         201
scim  POST   /Groups/.search                         read         search        200
scim  POST   /Groups/Search                          read         by-attribute  200
scim  GET    /Groups/{id}                            read         -             200
scim  PUT    /Groups/{id}                            write        group         200
scim  PATCH  /Groups/{id}                            write        patch         204
scim  DELETE /Groups/{id}                            write        -             204
admin GET    /organisations                          admin-read   -             200
admin POST   /organisations                          admin-write  organisation  201
admin GET    /organisations/{org}                    admin-read   -             200
admin PATCH  /organisations/{org}                    admin-write  rename        200
admin DELETE /organisations/{org}                    admin-write  -             204
admin GET    /organisations/{org}/credentials        admin-read   -             200
admin POST   /organisations/{org}/credentials        admin-write  credential    201
admin GET    /organisations/{org}/credentials/{id}   admin-read   -             200
admin DELETE /organisations/{org}/credentials/{id}   admin-write  -             200
admin GET    /organisations/{org}/log                admin-read   -             200
admin GET    /organisations/{org}/quirks             admin-read   -             200
admin GET    /audit                                  admin-read   -             200
admin GET    /credentials                            admin-read   -             200
admin POST   /credentials                            admin-write  administrator 201
admin GET    /credentials/{id}                       admin-read   -             200
admin DELETE /credentials/{id}                       admin-write  -             200
";

/// The states of a credential, and the answer to each where something is needed of it.
///
/// | answer | |
/// |---|---|
/// | `ok` | the route's own |
/// | `401` | 401, and a challenge that asks for a credential |
/// | `invalid` | 401, and a challenge with `invalid_token`: the same for whatever is wrong |
/// | `scope` | 403, and a challenge with `insufficient_scope` |
/// | `forbidden` | 403 without a challenge |
/// | `404` | 404 |
/// | `each` | 200, and each operation of the bulk is refused by 403 |
/// | `own` | the route's own, of another organisation; 404 for a resource of this one |
/// | `-` | there is no such state |
const STATES: &str = "
state                   any        read       write      all        bulk       me-read    me-write   admin-read admin-write
none                    401        401        401        401        401        401        401        401        401
bearer-without-token    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
bearer-and-a-blank      invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
bearer-null             invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
bearer-undefined        invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
token-without-scheme    ok         ok         ok         ok         ok         -          -          invalid    invalid
wrong-scheme            invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
empty-basic             invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
no-base64               invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
two-headers             invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
mistyped                invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
right-prefix-only       invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
expired                 invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
revoked                 invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
deleted-organisation    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
basic-wrong-secret      invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
basic-other-user        invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
basic-with-a-token      invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
bearer-with-a-password  invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
bearer-with-a-client    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
the-other-interface     invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid    invalid
other-organisation      own        own        own        own        own        own        own        -          -
suspended-organisation  forbidden  forbidden  forbidden  forbidden  forbidden  forbidden  forbidden  -          -
other-resource-type     ok         scope      scope      ok         each       scope      scope      -          -
me-alone                ok         scope      scope      scope      each       ok         ok         -          -
read-only               ok         ok         scope      ok         each       ok         scope      ok         scope
lower-case-scheme       ok         ok         ok         ok         ok         ok         ok         ok         ok
basic                   ok         ok         ok         ok         ok         -          -          -          -
right                   ok         ok         ok         ok         ok         ok         ok         ok         ok
";

/// A route of the table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// `scim` or `admin`.
    pub interface: &'static str,
    /// The method.
    pub method: &'static str,
    /// The path, as in the OpenAPI document.
    pub path: &'static str,
    /// What it needs of the credential.
    pub needs: &'static str,
    /// The body to be sent.
    pub body: &'static str,
    /// The status when all is right.
    pub right: u16,
}

/// The routes of the table.
pub fn routes() -> Vec<Route> {
    let rows = ROUTES.lines().filter(|line| !line.is_empty());
    rows.map(|line| {
        let cells: Vec<&'static str> = line.split_whitespace().collect();
        let [interface, method, path, needs, body, right] = cells[..] else { panic!("six cells: {line}") };
        Route { interface, method, path, needs, body, right: right.parse().unwrap() }
    })
    .collect()
}

/// The states with their answers on a route that needs that.
pub fn answers(needs: &str) -> Vec<(&'static str, &'static str)> {
    let mut rows =
        STATES.lines().filter(|line| !line.is_empty()).map(|line| line.split_whitespace().collect::<Vec<_>>());
    let head = rows.next().unwrap();
    // What is open answers to everybody alike.
    let at =
        (needs != "open").then(|| head.iter().position(|cell| *cell == needs).unwrap_or_else(|| panic!("no {needs}")));
    rows.map(|row| (row[0], at.map_or("ok", |at| row[at]))).filter(|(_, answer)| *answer != "-").collect()
}
