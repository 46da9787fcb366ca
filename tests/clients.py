#!/usr/bin/env python3
"""Drives scimd with scim2-client and its command line scim2-cli, as any program that is built on them would.

    clients.py BINARY DATABASE

Each creates, finds, patches, groups and deletes. Prints a line a check and exits with 1 if one fails.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from conformance import TOKEN, start
from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_models import PatchOp, PatchOperation, SearchRequest

counts = {"passed": 0, "failed": 0}


def check(what: str, passed: bool, came: object = "") -> None:
    counts["passed" if passed else "failed"] += 1
    print(f"  {'passed' if passed else 'FAILED':<7} {what}" + ("" if passed else f": {str(came)[:1000]}"))


def library(base_url: str) -> None:
    """scim2-client with the schemas that it discovers."""
    scim = SyncSCIMClient(Client(base_url=base_url, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=30))
    scim.discover()
    User, Group = scim.get_resource_model("User"), scim.get_resource_model("Group")
    check("scim2-client: discover", User is not None and Group is not None)

    user = scim.create(User(user_name="client-user@example.com", display_name="Barbara"))
    check("scim2-client: create", bool(user.id) and user.user_name == "client-user@example.com", user)

    found = scim.query(User, query_parameters=SearchRequest(filter='userName eq "CLIENT-user@example.com"'))
    check("scim2-client: find", [one.id for one in found.resources or []] == [user.id], found)

    operation = PatchOperation(op=PatchOperation.Op.replace_, path="displayName", value="Babs")
    scim.modify(User, user.id, PatchOp[User](operations=[operation]))
    check("scim2-client: patch", scim.query(User, user.id).display_name == "Babs")

    group = scim.create(Group(display_name="client group", members=[{"value": user.id}]))
    check("scim2-client: group", [one.value for one in group.members or []] == [user.id], group)
    operation = PatchOperation(op=PatchOperation.Op.remove, path=f'members[value eq "{user.id}"]')
    scim.modify(Group, group.id, PatchOp[Group](operations=[operation]))
    check("scim2-client: take out of the group", not scim.query(Group, group.id).members)

    scim.delete(Group, group.id)
    scim.delete(User, user.id)
    gone = scim.query(User, user.id, raise_scim_errors=False)
    check("scim2-client: delete", getattr(gone, "status", None) == 404, gone)


def command_line(base_url: str) -> None:
    """scim2-cli, one process a command, as in a shell script."""
    environment = os.environ | {"SCIM_CLI_URL": base_url, "SCIM_CLI_HEADERS": f"Authorization: Bearer {TOKEN}"}
    program = str(Path(sys.executable).parent / "scim")

    def scim(*arguments: str, body: dict | None = None) -> tuple[int, object]:
        text = json.dumps(body) if body else ""
        done = subprocess.run([program, *arguments], env=environment, input=text, capture_output=True, text=True, timeout=60)
        try:
            return done.returncode, json.loads(done.stdout)
        except json.JSONDecodeError:
            return done.returncode, done.stdout + done.stderr

    user_urn = "urn:ietf:params:scim:schemas:core:2.0:User"
    group_urn = "urn:ietf:params:scim:schemas:core:2.0:Group"
    code, user = scim("create", body={"schemas": [user_urn], "userName": "cli-user@example.com"})
    check("scim2-cli: create", code == 0 and user["userName"] == "cli-user@example.com", user)

    code, found = scim("query", "user", "--filter", 'userName eq "cli-user@example.com"')
    check("scim2-cli: find", code == 0 and [one["id"] for one in found["Resources"]] == [user["id"]], found)

    code, came = scim("modify", "user", user["id"], "replace", "displayName", "Babs")
    _, shown = scim("query", "user", user["id"])
    check("scim2-cli: patch", code == 0 and shown["displayName"] == "Babs", (came, shown))

    code, group = scim("create", body={"schemas": [group_urn], "displayName": "cli group", "members": [{"value": user["id"]}]})
    check("scim2-cli: group", code == 0 and group["members"][0]["value"] == user["id"], group)

    code, came = scim("modify", "group", group["id"], "remove", f'members[value eq "{user["id"]}"]')
    _, shown = scim("query", "group", group["id"])
    check("scim2-cli: take out of the group", code == 0 and not shown.get("members"), (came, shown))

    codes = scim("delete", "group", group["id"])[0], scim("delete", "user", user["id"])[0]
    code, gone = scim("query", "user", user["id"])
    check("scim2-cli: delete", codes == (0, 0) and "404" in json.dumps(gone), (codes, code, gone))


def main() -> int:
    binary, database = sys.argv[1:]
    server, base_url = start(binary, database)
    try:
        library(base_url)
        command_line(base_url)
    finally:
        server.kill()
        server.wait()
    print(f"clients: {counts['passed']} passed, {counts['failed']} failed")
    return 0 if counts["failed"] == 0 and counts["passed"] >= 12 else 1


if __name__ == "__main__":
    sys.exit(main())
