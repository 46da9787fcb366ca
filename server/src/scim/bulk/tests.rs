use super::*;
use crate::scim::generated::RESOURCE_TYPES;
use crate::scim::json;
use crate::scim::patch;

fn type_of(endpoint: &str) -> Option<&'static ResourceType> {
    RESOURCE_TYPES.iter().copied().find(|kind| kind.endpoint.eq_ignore_ascii_case(endpoint))
}

fn read(text: &str) -> Result<BulkRequest, Error> {
    parse(json::parse(text.as_bytes()).unwrap(), type_of)
}

fn operations(operations: &str) -> Vec<Operation> {
    read(&format!(r#"{{"schemas":["{BULK_REQUEST}"],"Operations":[{operations}]}}"#)).unwrap().operations
}

/// 7644-3.7-01, 7644-3.7-02
#[test]
fn a_request_of_another_shape_is_refused_as_a_whole() {
    for (body, kind, word) in [
        ("[]", ErrorKind::InvalidSyntax, "object"),
        (r#"{"Operations":[{}]}"#, ErrorKind::InvalidSyntax, "schemas"),
        (r#"{"schemas":["URN"]}"#, ErrorKind::InvalidSyntax, "Operations"),
        (r#"{"schemas":["URN"],"Operations":[]}"#, ErrorKind::InvalidSyntax, "Operations"),
        (r#"{"schemas":["URN"],"Operations":{}}"#, ErrorKind::InvalidSyntax, "Operations"),
        (r#"{"schemas":["URN"],"failOnErrors":0,"Operations":[{}]}"#, ErrorKind::InvalidSyntax, "failOnErrors"),
        (r#"{"schemas":["URN"],"failOnErrors":"x","Operations":[{}]}"#, ErrorKind::InvalidSyntax, "failOnErrors"),
        (r#"{"schemas":["URN"],"Operations":[{"bulkId":"a"},{"bulkId":"a"}]}"#, ErrorKind::InvalidSyntax, "bulkId"),
    ] {
        let error = read(&body.replace("URN", BULK_REQUEST)).unwrap_err();
        assert!(error.kind == kind && error.detail.contains(word), "{body}: {error:?}");
    }
}

/// 7644-3.7.4-03, 7644-3.7.4-04
#[test]
fn more_operations_than_the_limit_are_refused_with_its_name() {
    let many = |count: usize| vec!["{}"; count].join(",");
    assert_eq!(operations(&many(BULK_OPERATIONS)).len(), BULK_OPERATIONS);
    let body = format!(r#"{{"schemas":["{BULK_REQUEST}"],"Operations":[{}]}}"#, many(BULK_OPERATIONS + 1));
    let error = read(&body).unwrap_err();
    assert_eq!(error.kind, ErrorKind::TooLarge);
    assert!(error.detail.contains(&format!("maxOperations ({BULK_OPERATIONS})")), "{}", error.detail);
}

/// 7644-3.7-03, 7644-3.7-04, 7644-3.7-06, 7644-3.7-07
#[test]
fn what_is_wrong_with_an_operation_is_its_own_error() {
    for (operation, kind, word) in [
        ("7", ErrorKind::InvalidSyntax, "object"),
        (r#"{"path":"/Users","bulkId":"a","data":{}}"#, ErrorKind::InvalidSyntax, "method"),
        (r#"{"method":"GET","path":"/Users/1"}"#, ErrorKind::InvalidSyntax, "method"),
        (r#"{"method":"POST","bulkId":"a","data":{}}"#, ErrorKind::InvalidSyntax, "path"),
        (r#"{"method":"POST","path":"/Users","data":{}}"#, ErrorKind::InvalidSyntax, "bulkId"),
        (r#"{"method":"POST","path":"/Users","bulkId":7,"data":{}}"#, ErrorKind::InvalidSyntax, "bulkId"),
        (r#"{"method":"POST","path":"/Users","bulkId":"a"}"#, ErrorKind::InvalidSyntax, "data"),
        (r#"{"method":"PATCH","path":"/Users/1","data":[]}"#, ErrorKind::InvalidSyntax, "data"),
        (r#"{"method":"POST","path":"/Users/1","bulkId":"a","data":{}}"#, ErrorKind::InvalidPath, "path"),
        (r#"{"method":"PUT","path":"/Users","data":{}}"#, ErrorKind::InvalidPath, "path"),
        (r#"{"method":"DELETE","path":"/Users/"}"#, ErrorKind::InvalidPath, "path"),
        (r#"{"method":"DELETE","path":"/Users/1/2"}"#, ErrorKind::InvalidPath, "path"),
        (r#"{"method":"DELETE","path":"Users/1"}"#, ErrorKind::InvalidPath, "slash"),
        (r#"{"method":"DELETE","path":"/Users/1","version":1}"#, ErrorKind::InvalidSyntax, "version"),
        (r#"{"method":"POST","path":"/Bulk","bulkId":"a","data":{}}"#, ErrorKind::NotFound, "/Bulk"),
    ] {
        let operations = operations(&format!(r#"{operation},{{"method":"delete","path":"/Groups/9"}}"#));
        let error = operations[0].request.as_ref().unwrap_err();
        assert!(error.kind == kind && error.detail.contains(word), "{operation}: {error:?}");
        let other = operations[1].request.as_ref().unwrap();
        assert_eq!((other.kind.name, &other.target), ("Group", &Target::Id("9".to_owned())));
    }
}

fn resolved(json: &str, kind: &str) -> (Json, Vec<String>) {
    let kind = RESOURCE_TYPES.iter().copied().find(|known| known.name == kind).unwrap();
    let mut json = json::parse(json.as_bytes()).unwrap();
    let mut seen = Vec::new();
    references::in_resource(kind, &mut json, &mut |bulk_id| {
        seen.push(bulk_id.to_owned());
        (bulk_id != "unknown").then_some(Created { kind, id: Uuid::from_u128(7) })
    });
    (json, seen)
}

const ID: &str = "00000000-0000-0000-0000-000000000007";
const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// 7644-3.7.2-01, 7644-3.7.2-02
#[test]
fn references_are_replaced_where_an_id_stands_also_in_extensions() {
    let (json, seen) = resolved(
        r#"{"displayName":"bulkId:a","MEMBERS":[{"Value":"bulkId:a","display":"bulkId:a"},{"$ref":"../Users/bulkId:b"},
            {"value":"bulkId:unknown"},{"value":"x"}]}"#,
        "Group",
    );
    let expected = format!(
        r#"{{"displayName":"bulkId:a","MEMBERS":[{{"Value":"{ID}","display":"bulkId:a"}},{{"$ref":"../Users/{ID}"}},
            {{"value":"bulkId:unknown"}},{{"value":"x"}}]}}"#
    );
    assert_eq!(json, json::parse(expected.as_bytes()).unwrap());
    assert_eq!(seen, ["a", "b", "unknown"]);
    let user = |manager: &str| format!(r#"{{"nickName":"bulkId:a","{ENTERPRISE}":{{"manager":{manager}}}}}"#);
    let (json, _) = resolved(&user(r#"{"value":"bulkId:boss"}"#), "User");
    assert_eq!(json, json::parse(user(&format!(r#"{{"value":"{ID}"}}"#)).as_bytes()).unwrap());
    // A profileUrl may name anything but a resource of this server.
    let (json, seen) = resolved(r#"{"profileUrl":"bulkId:a"}"#, "User");
    assert_eq!((json.get("profileUrl").and_then(Json::as_str), seen.len()), (Some("bulkId:a"), 0));
}

#[test]
fn references_in_a_patch_are_replaced_in_values_and_in_the_filters_of_paths() {
    let user = type_of("/Users").unwrap();
    let group = type_of("/Groups").unwrap();
    for (kind, operation, count) in [
        (group, r#"{"op":"add","path":"members","value":[{"value":"bulkId:a"},{"value":"bulkId:b"}]}"#, 2),
        (group, r#"{"op":"add","path":"members","value":{"value":"bulkId:a"}}"#, 1),
        (group, r#"{"op":"add","path":"members","value":"bulkId:a"}"#, 1),
        (group, r#"{"op":"add","value":{"members":[{"value":"bulkId:a"}],"displayName":"bulkId:a"}}"#, 1),
        (group, r#"{"op":"remove","path":"members[value eq \"bulkId:a\"]"}"#, 2),
        (group, r#"{"op":"replace","path":"displayName","value":"bulkId:a"}"#, 0),
        (user, r#"{"op":"add","path":"ENT:manager","value":{"value":"bulkId:a"}}"#, 1),
        (user, r#"{"op":"add","path":"ENT:manager.value","value":"bulkId:a"}"#, 1),
        (user, r#"{"op":"add","path":"ENT:manager","value":"bulkId:a"}"#, 1),
        (user, r#"{"op":"add","path":"ENT","value":{"manager":{"value":"bulkId:a"}}}"#, 1),
        (user, r#"{"op":"add","path":"emails[value eq \"bulkId:a\"].display","value":"bulkId:a"}"#, 0),
    ] {
        let body = format!(
            r#"{{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{}]}}"#,
            operation.replace("ENT", ENTERPRISE)
        );
        let mut operations = patch::parse(kind, json::parse(body.as_bytes()).unwrap(), |_| None).unwrap();
        let mut seen = 0;
        references::in_operations(kind, &mut operations, &mut |_| {
            seen += 1;
            Some(Created { kind, id: Uuid::from_u128(7) })
        });
        assert_eq!(seen, count, "{operation}: {operations:?}");
    }
}
