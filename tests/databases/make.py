#!/usr/bin/env python3
"""Makes the databases of earlier builds anew: builds each, fills a database over HTTP, and writes it down as SQL.

    tests/run python3 tests/databases/make.py [NAME…]

Builds and scratch files go below target/databases. README.md beside this file says what each database is.
"""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "target" / "databases"
CARGO = os.environ.get("SCIMD_MAKE_CARGO", "cargo")
TOKEN = "token-of-organisation-default-0123456789"

# The build at which one organisation and its tokens were all that there was.
FIRST = "311942d2090ecac668e908463826916413db2183"
# The build with organisations, credentials and packs; it records of its attributes what lies in documents.
SHIPPED = "7ba2edd1ac809a33803af3dca18df8e3cd48d1ca"
# The build that records all that stored data depend on.
RECORDING = "42c00e178542da1a6fc1e8caec62012cef981acb"

# Name → commit, folder of schemas (below the commit's tree, or absolute), packs.
BUILDS = {
    "first": (FIRST, None, ""),
    "shipped": (SHIPPED, None, ""),
    "tests": (SHIPPED, "tests/schemas", "agents,devices,roles"),
    "earlier": (SHIPPED, str(HERE / "earlier" / "schemas"), ""),
    "refused": (SHIPPED, str(HERE / "refused" / "schemas"), ""),
    "recorded": (RECORDING, str(HERE / "earlier" / "schemas"), ""),
    "recorded-refused": (RECORDING, str(HERE / "refused" / "schemas"), ""),
}

CORE = "urn:ietf:params:scim:schemas:core:2.0:"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
BADGE, VISITOR, TEAM = "urn:example:2.0:Badge", "urn:example:2.0:Visitor", "urn:example:2.0:Team"
GADGET, EXTRA = "urn:example:2.0:Gadget", "urn:example:2.0:Gadget:Extra"


def run(*words: object, **options: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in words], check=True, **options)


def binary(name: str) -> Path:
    """Builds what BUILDS has under that name, once."""
    commit, schemas, packs = BUILDS[name]
    built = WORK / "bin" / name
    # A build is good as long as its schemas are the ones that it was made with.
    documents = sorted(Path(schemas).glob("*.json")) if schemas and Path(schemas).is_absolute() else []
    mark = hashlib.sha256(b"".join(path.read_bytes() for path in documents)).hexdigest()
    marked = built.with_suffix(".mark")
    if built.exists() and marked.exists() and marked.read_text() == mark:
        return built
    tree = WORK / "trees" / commit
    if not tree.exists():
        archive = run("git", "archive", commit, cwd=ROOT, capture_output=True).stdout
        tree.mkdir(parents=True)
        run("tar", "--extract", cwd=tree, input=archive)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SCIMD_")}
    environment |= {"CARGO_TARGET_DIR": str(WORK / "build"), "SCIMD_PACKS": packs}
    if schemas:
        environment["SCIMD_SCHEMAS"] = schemas
    run(CARGO, "build", "-p", "scimd", "--bin", "scimd", cwd=tree, env=environment)
    built.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(WORK / "build" / "debug" / "scimd", built)
    marked.write_text(mark)
    return built


class Server:
    """A build that runs on a database."""

    def __init__(self, name: str, database: str):
        self.program = binary(name)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("SCIMD_")}
        self.environment = environment | {
            "SCIMD_LISTEN": "127.0.0.1:0",
            "SCIMD_DATABASE": database,
            "SCIMD_BOOTSTRAP_TOKEN": TOKEN,
            "SCIMD_LOG": "warn",
        }
        self.process = subprocess.Popen(
            [self.program, "serve"], env=self.environment, cwd=WORK, stdout=subprocess.PIPE, text=True
        )
        for line in self.process.stdout:
            if line.startswith("Base URL: "):
                self.base = line.removeprefix("Base URL: ").strip()
                break
        else:
            sys.exit(f"{name} ended, or printed no base URL")
        for line in self.process.stdout:
            if line.startswith("Docs: "):
                break

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()

    def command(self, *words: str) -> str:
        environment = self.environment
        output = run(self.program, *words, env=environment, cwd=WORK, capture_output=True, text=True)
        return output.stdout.strip()

    def send(self, method: str, target: str, body: object = None, token: str = TOKEN) -> dict:
        request = urllib.request.Request(
            self.base + target,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/scim+json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return json.loads(response.read() or b"{}")
        except urllib.error.HTTPError as error:
            sys.exit(f"{method} {target}: {error.code} {error.read().decode()}\n{json.dumps(body)}")

    def create(self, endpoint: str, schemas: list[str], body: dict, token: str = TOKEN) -> str:
        return self.send("POST", endpoint, {"schemas": schemas, **body}, token)["id"]

    def gadget(self, name: str, body: dict, token: str = TOKEN) -> str:
        schemas = [GADGET, *([EXTRA] if EXTRA in body else [])]
        # What is `always` there may be required one day, as little as these databases are about it.
        return self.create("/Gadgets", schemas, {"externalId": name, "always": "A", **body}, token)

    def everything(self, endpoints: list[str], tokens: tuple[str, ...] = (TOKEN,)) -> list[dict]:
        """All resources, as the build answers them; BASE stands for the base URL."""
        found = []
        for token in tokens:
            for endpoint in endpoints:
                listed = self.send("GET", f"{endpoint}?count=200", token=token)
                assert listed["totalResults"] == len(listed.get("Resources", [])), listed["totalResults"]
                for resource in listed.get("Resources", []):
                    answered = self.send("GET", f"{endpoint}/{resource['id']}", token=token)
                    found.append(json.loads(json.dumps(answered).replace(self.base, "BASE")))
        return found


def people(server: Server, extra=lambda index: {}, groups=lambda index: {}) -> list[str]:
    """Twelve users and three groups, one of them within another; one user of each kind of change."""
    users = []
    for index in range(12):
        more = extra(index)
        body = {
            "externalId": f"e-{index}",
            "userName": f"User.{index}@Example.com",
            "name": {"givenName": f"Given {index}", "familyName": "Ünsal" if index % 2 else "Straße"},
            "displayName": f"Given {index}",
            "title": f"Title {index % 3}",
            "active": index != 5,
            "emails": [
                {"value": f"user.{index}@example.com", "type": "work", "primary": True},
                {"value": f"{index}@home.example", "type": "home"},
            ],
            "phoneNumbers": [{"value": f"tel:+1-201-555-01{index:02}", "type": "work"}],
            "addresses": [{"type": "work", "locality": "Hollywood", "country": "US", "postalCode": f"9160{index % 10}"}],
            "roles": [{"value": "guide"}] if index % 4 == 0 else [],
            **more,
        }
        if index == 1:
            body["password"] = "correct horse battery staple"
        if index == 2:
            body["x509Certificates"] = [{"value": "TWE="}]
        schemas = [f"{CORE}User", *(key for key in more if key.startswith("urn:"))]
        if index % 3 == 0:
            schemas.append(ENTERPRISE)
            body[ENTERPRISE] = {"employeeNumber": f"{700 + index}", "department": "Tours"}
            if users:
                body[ENTERPRISE]["manager"] = {"value": users[0]}
        users.append(server.create("/Users", schemas, body))
    members = [{"value": user} for user in users]
    all_guides = None
    for index, some in enumerate((members[:6], members[6:9], members)):
        more = groups(index)
        if index == 2:
            some = [*some, {"value": all_guides}]
        body = {"displayName": f"Group {index}", "externalId": f"g-{index}", "members": some, **more}
        group = server.create("/Groups", [f"{CORE}Group", *more], body)
        all_guides = all_guides or group
    patch = lambda *operations: {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations}
    server.send("PATCH", f"/Users/{users[3]}", patch({"op": "replace", "path": "title", "value": "Patched"}))
    server.send("PATCH", f"/Users/{users[4]}", patch({"op": "remove", "path": 'emails[type eq "home"]'}))
    server.send("DELETE", f"/Users/{users[11]}")
    return users


def fill_first(database: str) -> list[dict]:
    with Server("first", database) as server:
        people(server)
        return server.everything(["/Users", "/Groups"])


def acme(server: Server) -> str:
    server.command("org", "create", "acme", "--name", "Acme Corporation")
    return server.command("token", "create", "--org", "acme", "--name", "of the other organisation").splitlines()[-1]


def fill_shipped(database: str) -> list[dict]:
    with Server("shipped", database) as server:
        people(server)
        token = acme(server)
        # A name that organisation `default` has too.
        server.create("/Users", [f"{CORE}User"], {"userName": "user.1@example.com"}, token)
        return server.everything(["/Users", "/Groups"])


def badge(index: int) -> dict:
    return {
        BADGE: {
            "number": index,
            "label": f"Label {index}",
            "serial": f"Serial-{index}",
            "colour": "Red",
            "code": f"code-{index}",
            "note": f"note-{index}",
            "doors": ["North", "South"],
            "keys": [{"value": f"K{index}", "type": "main"}, {"value": "spare"}],
        }
    }


def fill_earlier(database: str, build: str = "earlier") -> list[dict]:
    def extra(index: int) -> dict:
        if index >= 6:
            return {}
        more = badge(index)
        more[BADGE] |= {"shelf": f"S{index}"}
        more[BADGE]["keys"][0]["note"] = f"note of key {index}"
        return more | {VISITOR: {"host": f"host-{index}", "days": ["mon", "tue"]}}

    with Server(build, database) as server:
        people(server, extra)
        gadgets = []
        for index in range(10):
            gadgets.append(
                server.gadget(
                    f"gadget-{index}",
                    {
                        "name": f"Gadget {index}",
                        "exact": f"Exact-{index % 2}",
                        "match": f"Match-{index}",
                        "many_string": ["Many", f"MANY-{index}"],
                        "inner": {"value": f"v{index}", "display": f"Inner {index}", "count": index},
                        "crate": f"crate-{index}",
                        "unique_string": f"unique-{index}",
                        "global": f"global-{index}",
                        "one-decimal": index,
                        "one-boolean": index % 2 == 0,
                        "one-dateTime": f"2020-01-{index + 1:02}T10:00:00+02:00",
                        "self": f"2020-01-{index + 1:02}T00:00:00Z",
                        "gen": "TWE=",
                        "never": f"never-{index}",
                        "try": f"try-{index}",
                        "self2": f"Self Two {index}",
                        "x_y": f"under-{index}",
                        "old": f"old-{index}",
                        "olds": [{"value": f"old-{index}", "note": "n"}],
                        "items": [{"value": f"i{index}", "type": "a", "note": f"note-{index}"}, {"value": "j"}],
                        "document": f"Document {index}",
                        "one-string": f"one-{index}",
                        "hidden": f"hidden-{index}",
                        EXTRA: {"name": f"extra-{index}", "one-string": f"Unseen-{index}"},
                    },
                )
            )
        # Longer than the keys of an index.
        long = "x" * 1500
        server.gadget("long", {"name": f"Long {long}", "document": f"Document {long}", "one-boolean": True, "pin": "1234"})
        server.gadget("whole", {"name": "Whole", "one-boolean": True, "parts": [{"value": gadgets[0]}, {"value": gadgets[1]}]})
        server.gadget("bare", {"name": "Bare", "one-boolean": False})
        token = acme(server)
        server.gadget("of-acme", {"name": "Gadget 0", "one-boolean": True, "global": "of-acme", "old": "acme"}, token)
        return server.everything(["/Users", "/Groups", "/Gadgets"], (TOKEN, token))


def fill_between(database: str) -> list[dict]:
    def extra(index: int) -> dict:
        if index >= 6:
            return {}
        more = badge(index)
        more[BADGE] |= {"weight": 1.5 + index}
        more[BADGE]["keys"][0]["depth"] = 10 + index
        return more

    with Server("tests", database) as server:
        people(server, extra, lambda index: {TEAM: {"motto": f"Motto {index}", "number": index, "label": ["a", "B"]}})
        for index in range(6):
            body = {
                "name": f"Gadget {index}",
                "one-boolean": True,
                "x-y": f"dash-{index}",
                "x_y": f"under-{index}",
                "Self2": f"Self Two {index}",
                "fixedMany": ["First", f"many-{index}"],
                "unique_string": f"unique-{index}",
                "items": [{"value": f"i{index}", "ratio": 0.5 + index}, {"value": "j", "type": "b"}],
                EXTRA: {"name": f"extra-{index}"},
            }
            server.gadget(f"gadget-{index}", body)
        answered = server.everything(["/Users", "/Groups", "/Gadgets"])
    # What this build does not have, it puts aside.
    with Server("earlier", database):
        pass
    return answered


def fill_refused(database: str, build: str = "refused") -> list[dict]:
    with Server(build, database) as server:
        fine = server.gadget("fine", {"name": "Fine", "unique_string": "fine", "unique_integer": 1, "global": "fine"})
        named = lambda key, body: server.gadget(key, {"name": f"Of {key}", **body})
        named("type", {"one-string": 5})
        named("date", {"one-dateTime": "yesterday"})
        named("inner type", {"inner": {"value": "v", "count": "3"}})
        named("item type", {"items": [{"value": "v"}, {"value": "w", "count": "3"}]})
        named("single", {"many_integer": 3})
        named("list", {"one-boolean": [True]})
        server.gadget("nameless", {"one-reference": "https://example.com/nameless"})
        for twin in ("twin", "other twin"):
            named(twin, {"unique_integer": 7})
        for key, value in (("upper", "SAME"), ("lower", "same")):
            named(key, {"unique_string": value})
        named("global", {"global": "everywhere"})
        named("reference", {"owner": {"value": "1", "$ref": "https://elsewhere.example/people/1"}})
        named("clear", {"pin": "1234"})
        named("hashed", {"hidden": "secret of a hash"})
        named("list of parts", {"parts": [{"value": fine}]})
        named("row of a friend", {"friends": [{"value": fine}]})
        token = acme(server)
        server.gadget("global of acme", {"name": "Of acme", "global": "everywhere"}, token)
        return server.everything(["/Gadgets"], (TOKEN, token))


FILLS = {
    "first": fill_first,
    "shipped": fill_shipped,
    "earlier": fill_earlier,
    "between": fill_between,
    "refused": fill_refused,
    "recorded": lambda database: fill_earlier(database, "recorded"),
    "recorded-refused": lambda database: fill_refused(database, "recorded-refused"),
}


def dump_sqlite(path: Path) -> str:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return "\n".join(lines) + "\n"


def dump_postgres(url: str) -> str:
    program = Path(os.environ["SCIMD_TEST_PSQL"]).with_name("pg_dump")
    text = run(program, "--no-owner", "--no-privileges", "--dbname", url, capture_output=True, text=True).stdout
    # Comments, settings of one version, and the random words of a newer one say nothing of the database.
    kept = [line for line in text.splitlines() if not re.match(r"--|SET |\\(un)?restrict |SELECT pg_catalog.set_config", line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip() + "\n"


def make(name: str) -> None:
    scratch = WORK / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    cluster, psql = os.environ["SCIMD_TEST_POSTGRES"], os.environ["SCIMD_TEST_PSQL"]
    database = f"made_{time.time_ns()}"
    run(psql, "--no-psqlrc", "--quiet", "--dbname", f"{cluster}/postgres", "--command", f"create database {database}")
    file, url = scratch / "scimd.sqlite", f"{cluster}/{database}"
    for engine, setting in (("sqlite", f"sqlite:{file}"), ("postgres", url)):
        answered = FILLS[name](setting)
        text = dump_sqlite(file) if engine == "sqlite" else dump_postgres(url)
        (HERE / name).mkdir(exist_ok=True)
        (HERE / name / f"{engine}.sql").write_text(text)
        lines = ",\n".join(json.dumps(resource, ensure_ascii=False) for resource in answered)
        (HERE / name / f"{engine}.json").write_text(f"[\n{lines}\n]\n")
        print(f"{name} on {engine}: {len(answered)} resources, {len(text)} characters")


def main() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or FILLS:
        make(name)


if __name__ == "__main__":
    main()
