#!/usr/bin/env python3
"""Runs schemathesis against the real binary: the server must do what its own OpenAPI documents say.

    openapi.py BINARY DATABASE [--short]

It starts the server on a fresh database with a few resources in it, and sends requests made from `/docs/openapi.json` and
`/docs/admin.json`, valid and invalid ones. No answer may be a 5xx, and each must have a status, a media type, headers and a body that the
document lists. `openapi.toml` has the checks. Exits with 1 if a check fails, if there were fewer cases than CASES, or if
an operation never once succeeded, since nothing was learnt of it then. A short run has random cases alone, and few.

`SCIMD_TEST_SEED` repeats a run or makes another, `SCIMD_TEST_OPERATION` ('PUT /Users/{id}') narrows it to one operation,
and `SCIMD_TEST_EXAMPLES` is how many random cases an operation gets.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

import requests
import schemathesis
from conformance import TOKEN, start
from schemathesis.cli import schemathesis as command

SEED = int(os.environ.get("SCIMD_TEST_SEED", "7644"))
OPERATION = os.environ.get("SCIMD_TEST_OPERATION")
SHORT = "--short" in sys.argv
EXAMPLES = os.environ.get("SCIMD_TEST_EXAMPLES", "8" if SHORT else "25")
# Far fewer cases than there should be mean that the document was not understood.
CASES = {"openapi": 100 if SHORT else 2000, "admin": 30 if SHORT else 500}
USER = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"


class Target:
    """The server, what is in it, and the token for `/Me`."""

    def __init__(self, binary: str, database: str, base_url: str) -> None:
        self.binary, self.database, self.base_url = binary, database, base_url
        self.chance = Random(SEED)
        self.serial = 0
        # Endpoint → ids that were alive when they were last seen.
        self.alive: dict[str, list[str]] = {"/Users": [], "/Groups": []}
        for _ in range(5):
            user = self.create("/Users", {"schemas": [USER], "userName": self.name("user"), "active": True})
            members = [{"value": user}]
            self.create("/Groups", {"schemas": [GROUP], "displayName": self.name("group"), "members": members})
        self.renew_me()
        self.administrator = self.command("token", "create", "--admin")
        # What the administration has: organisations, and credentials by the path that they are below.
        self.organisations: list[str] = []
        self.credentials: dict[str, list[str]] = {}
        self.renew_organisation()

    def command(self, *words: str) -> str:
        line = [self.binary, *words, "--database", self.database]
        return subprocess.run(line, check=True, capture_output=True, text=True, timeout=60).stdout.strip()

    def name(self, kind: str) -> str:
        self.serial += 1
        return f"{kind}-{self.serial}"

    def create(self, endpoint: str, resource: dict) -> str:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        response = requests.post(self.base_url + endpoint, json=resource, headers=headers, timeout=30)
        response.raise_for_status()
        self.alive[endpoint].append(response.json()["id"])
        return response.json()["id"]

    def renew_me(self) -> None:
        """A token that stands for a user of its own, as `DELETE /Me` takes the user away."""
        user = self.create("/Users", {"schemas": [USER], "userName": self.name("me")})
        self.alive["/Users"].remove(user)
        self.me = self.command("token", "create", "--me", f"Users/{user}")

    def administer(self, path: str, body: dict) -> str:
        headers = {"Authorization": f"Bearer {self.administrator}"}
        url = self.base_url.removesuffix("/scim/v2") + "/admin/v1" + path
        response = requests.post(url, json=body, headers=headers, timeout=30)
        response.raise_for_status()
        return response.json()["id"]

    def renew_organisation(self) -> None:
        """An organisation, and credentials of it and of the administration."""
        organisation = self.administer("/organisations", {"id": self.name("org")})
        self.organisations.append(organisation)
        for below in ["", f"/organisations/{organisation}"]:
            made = self.administer(f"{below}/credentials", {"name": self.name("credential")})
            self.credentials.setdefault(below, []).append(made)


def is_administration(case) -> bool:
    return case.operation.path.startswith(("/organisations", "/credentials", "/audit"))


def install_hooks(target: Target) -> None:
    """What schemathesis cannot know: whose token to send, and which ids there are."""

    @schemathesis.auth(refresh_interval=None)
    class Bearer:
        def get(self, case, context):
            if is_administration(case):
                return target.administrator
            return target.me if case.operation.path == "/Me" else TOKEN

        def set(self, case, data, context):
            case.headers["Authorization"] = f"Bearer {data}"

    @schemathesis.hook
    def before_add_examples(context, examples):
        # A body of any type is documented for `/Me`; only that of a user fits the user that the token stands for.
        if context.operation.label == "PUT /Me":
            body = {"schemas": [USER], "userName": target.name("put")}
            examples.append(context.operation.Case(body=body, media_type="application/scim+json"))

    def administer(case) -> None:
        parameters = case.path_parameters or {}
        below = ""
        if "org" in parameters and target.chance.random() < 0.7:
            parameters["org"] = target.chance.choice(target.organisations)
            below = f"/organisations/{parameters['org']}"
            # Half of the deletions are confirmed.
            if case.method == "DELETE" and "id" not in parameters and target.chance.random() < 0.5:
                case.query["confirm"] = parameters["org"]
        if "id" in parameters and target.credentials.get(below) and target.chance.random() < 0.7:
            parameters["id"] = target.chance.choice(target.credentials[below])

    @schemathesis.hook
    def before_call(context, case, kwargs):
        if case.meta is not None and case.meta.generation.mode.is_negative:
            return
        if is_administration(case):
            administer(case)
            return
        # Half of the valid requests go to a resource that is there; of the others, most are answered by a 404.
        alive = target.alive.get(case.operation.path.removesuffix("/{id}"))
        if alive and "id" in (case.path_parameters or {}) and target.chance.random() < 0.5:
            case.path_parameters["id"] = target.chance.choice(alive)
        members = case.body.get("members") if isinstance(case.body, dict) else None
        if members and target.chance.random() < 0.5:
            case.body["members"] = [{"value": target.chance.choice(target.alive["/Users"])} for _ in members]
        # Both media types are documented: each is asked for.
        if target.chance.random() < 0.3:
            case.headers.setdefault("Accept", "application/json")

    @schemathesis.hook
    def after_call(context, case, response):
        if is_administration(case):
            if response.status_code == 204 or case.method == "PATCH" and response.status_code == 200:
                # It is gone, or has another id.
                organisation = case.path_parameters["org"]
                target.organisations = [other for other in target.organisations if other != organisation]
                if not target.organisations:
                    target.renew_organisation()
            return
        if response.status_code == 201:
            endpoint, identifier = response.headers["location"][0].removeprefix(target.base_url).rsplit("/", 1)
            target.alive[endpoint].append(identifier)
        elif response.status_code == 204 and case.method == "DELETE":
            if case.operation.path == "/Me":
                target.renew_me()
                return
            endpoint, identifier = case.operation.path.removesuffix("/{id}"), case.path_parameters["id"]
            if identifier in target.alive[endpoint]:
                target.alive[endpoint].remove(identifier)
            if not target.alive[endpoint]:
                kind = {"/Users": {"schemas": [USER], "userName": target.name("user")}}
                kind["/Groups"] = {"schemas": [GROUP], "displayName": target.name("group")}
                target.create(endpoint, kind[endpoint])


def run(base_url: str, document: str, directory: Path) -> dict:
    """Runs schemathesis on a document and gives its report."""
    report = directory / f"{document}.json"
    arguments = ["--config-file", str(Path(__file__).with_suffix(".toml")), "run"]
    arguments += [f"{base_url.removesuffix('/scim/v2')}/docs/{document}.json", "--seed", str(SEED), "--no-color"]
    arguments += ["--phases", "fuzzing" if SHORT else "examples,coverage,fuzzing", "--max-examples", EXAMPLES]
    arguments += ["--report", "json", "--report-json-path", str(report)]
    if OPERATION:
        arguments += ["--include-name", OPERATION]
    # Schemathesis and Hypothesis write where they stand.
    os.chdir(directory)
    try:
        command(arguments, prog_name="schemathesis")
    except SystemExit:
        pass
    return json.loads(report.read_text())


def main() -> int:
    binary, database = os.path.abspath(sys.argv[1]), sys.argv[2]
    # Other profiles take more than the document says.
    server, base_url = start(binary, database, "strict")
    try:
        target = Target(binary, database, base_url)
        install_hooks(target)
        with tempfile.TemporaryDirectory() as directory:
            reports = {document: run(base_url, document, Path(directory)) for document in CASES}
        alive = server.poll() is None
    finally:
        server.kill()
        server.wait()

    problems, generated, failed = [], 0, 0
    for document, report in reports.items():
        cases = report["test_cases"]
        generated += cases["generated"]
        failed += cases["with_failures"] + cases["errored"]
        problems += [f"{failure['title']}: {', '.join(failure['operations'])}" for failure in report["failures"]]
        problems += [f"{error['title']} ({error['count']})" for error in report["errors"]]
        if not report["complete"] or report["operations"]["tested"] < report["operations"]["selected"]:
            problems.append(f"the run of {document} was not complete")
        for operation, phases in sorted(report["valid_rates"].items()):
            if not SHORT and not any(phase["accepted"] for phase in phases.values()):
                problems.append(f"{operation} never succeeded: nothing was learnt of it")
        if cases["generated"] < CASES[document] and not OPERATION:
            problems.append(f"there were {cases['generated']} cases of {document}, fewer than {CASES[document]}")
    if not alive:
        problems.append("the server has ended during the run")
    for problem in problems:
        print(f"  ERROR {problem}")
    failed = max(failed, len(problems))
    print(f"schemathesis: {generated - failed} passed, {failed} failed (SCIMD_TEST_SEED={SEED})")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
