#!/usr/bin/env python3
"""Lets the tokens of a real authorisation server, Canaille, into the real binary on a fresh database.

    authorization_server.py BINARY DATABASE

Canaille gives opaque tokens for client credentials and signed ones (JWT) for users: the first are introspected, the second
verified by its published keys. Prints a line a check and exits with 1 if one fails.
"""

import datetime
import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
import uuid

import httpx
from werkzeug.serving import make_server

TOKEN = "authorization-token-0123456789abcdef"
AUDIENCE = "scimd-client"
OTHER = "another-client"
SECRET = "c4nary-client-secret"
PASSWORD = "c4nary-correct-horse"

checks = {"passed": 0, "failed": 0}


def check(rule: str, good: bool, what: object = "") -> None:
    """Counts a check and prints it."""
    checks["passed" if good else "failed"] += 1
    print(f"  {'SUCCESS' if good else 'ERROR':<10} {rule}{'' if good else f': {what}'}")


def start_canaille() -> tuple[str, dict]:
    """Starts Canaille with two clients and a user; gives its URL and its metadata."""
    import canaille
    from canaille.app import models
    from canaille.backends import Backend

    holder = {}
    server = make_server("127.0.0.1", 0, lambda *arguments: holder["app"](*arguments), threaded=True)
    host = f"127.0.0.1:{server.server_port}"
    app = canaille.create_app(
        config={
            "SECRET_KEY": uuid.uuid4().hex,
            "SERVER_NAME": host,
            "PREFERRED_URL_SCHEME": "http",
            "CANAILLE": {"DATABASE": "memory"},
            "CANAILLE_OIDC": {"REQUIRE_NONCE": False},
        }
    )
    holder["app"] = app
    with app.app_context(), Backend.instance.session():
        user = models.User(formatted_name="A Robot", family_name="Robot", user_name="robot", emails=["robot@example.com"], password=PASSWORD)
        Backend.instance.save(user)
        clients = []
        for client_id in (AUDIENCE, OTHER):
            client = models.Client(
                client_id=client_id,
                client_name=client_id,
                client_secret=SECRET,
                client_uri="http://127.0.0.1",
                redirect_uris=["http://127.0.0.1/callback"],
                grant_types=["client_credentials", "password"],
                response_types=["code"],
                scope=["openid", "profile"],
                token_endpoint_auth_method="client_secret_basic",
                client_id_issued_at=datetime.datetime.now(datetime.timezone.utc),
            )
            Backend.instance.save(client)
            clients.append(client)
        for client in clients:
            client.audience = [client]
            Backend.instance.save(client)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://{host}"
    metadata = httpx.get(f"{url}/.well-known/oauth-authorization-server").raise_for_status().json()
    return url, metadata


def token(metadata: dict, client: str, **form: str) -> str:
    """A token of the token endpoint."""
    answer = httpx.post(metadata["token_endpoint"], auth=(client, SECRET), data=form)
    return answer.raise_for_status().json()["access_token"]


def start_scimd(binary: str, database: str, environment: dict) -> tuple[subprocess.Popen, str]:
    """Starts scimd and gives the URL that organisations are below."""
    server = subprocess.Popen([binary, "serve"], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    guard = threading.Timer(60, server.kill)
    guard.start()
    for line in server.stdout:
        if line.startswith("Base URL: "):
            guard.cancel()
            return server, line.removeprefix("Base URL: ").strip().removesuffix("/scim/v2")
    sys.exit("scimd ended, or printed no base URL within a minute")


def organisation(binary: str, environment: dict, name: str, settings: dict) -> None:
    """Creates an organisation with these settings."""
    subprocess.run([binary, "org", "create", name], env=environment, check=True, stdout=subprocess.DEVNULL)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(settings, file)
        file.flush()
        command = [binary, "org", "settings", name, "--set", file.name]
        shown = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    check(f"the settings of {name} are shown without a secret", SECRET not in shown, shown)


def main() -> int:
    binary, database = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    issuer, metadata = start_canaille()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SCIMD_")}
    environment |= {"SCIMD_LISTEN": "127.0.0.1:0", "SCIMD_DATABASE": database, "SCIMD_BOOTSTRAP_TOKEN": TOKEN, "SCIMD_LOG": "warn"}
    server, url = start_scimd(binary, database, environment)

    def status(name: str, value: str) -> int:
        path = f"/orgs/{name}/scim/v2" if name else "/scim/v2"
        return httpx.get(f"{url}{path}/Users", headers={"Authorization": f"Bearer {value}"}, timeout=30).status_code

    def within(seconds: float, name: str, value: str, expected: int) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if status(name, value) == expected:
                return True
            time.sleep(0.1)
        return False

    try:
        base = {"issuer": metadata["issuer"], "scopes": "read write"}
        by_keys = base | {"audience": AUDIENCE, "jwksUri": metadata["jwks_uri"], "algorithms": ["RS512"]}
        credentials = {"endpoint": metadata["introspection_endpoint"], "clientId": AUDIENCE, "clientSecret": SECRET}
        by_introspection = base | {"audience": AUDIENCE, "introspection": credentials}
        organisation(binary, environment, "signed", {"authorizationServers": [by_keys]})
        unlisted = by_keys | {"algorithms": ["RS256", "ES256"]}
        organisation(binary, environment, "unlisted", {"authorizationServers": [unlisted]})
        organisation(binary, environment, "opaque", {"authorizationServers": [by_introspection]})
        elsewhere = credentials | {"clientId": OTHER}
        other = base | {"audience": "nobody", "introspection": elsewhere}
        organisation(binary, environment, "other", {"authorizationServers": [other]})

        login = {"grant_type": "password", "username": "robot", "password": PASSWORD, "scope": "openid profile"}
        signed = token(metadata, AUDIENCE, **login)
        check("a token for a user is a signed one", signed.count(".") == 2, "it is opaque")
        check("a signed token is accepted by its keys", within(5, "signed", signed, 200), status("signed", signed))
        check("an algorithm that is not listed is refused on its path", status("unlisted", signed) == 404, status("unlisted", signed))
        check("a signed token finds its organisation by itself", status("", signed) == 200, status("", signed))
        check("a signed token on another path is not found", status("other", signed) == 404, status("other", signed))
        wrong = token(metadata, OTHER, **login)
        check("a signed token for another audience is refused", status("signed", wrong) == 401, status("signed", wrong))
        head, claims, signature = signed.split(".")
        forged = f"{head}.{claims}.{signature[:-8]}{'A' * 8}"
        check("a forged token is refused", status("signed", forged) == 401, status("signed", forged))

        opaque = token(metadata, AUDIENCE, grant_type="client_credentials", scope="profile")
        check("a token for client credentials is opaque", "." not in opaque, "it is signed")
        check("an opaque token is accepted by introspection", within(5, "opaque", opaque, 200), status("opaque", opaque))
        check("an opaque token is refused without an organisation in the path", status("", opaque) == 401, status("", opaque))
        wrong = token(metadata, OTHER, grant_type="client_credentials", scope="profile")
        check("an opaque token for another audience is refused", status("opaque", wrong) == 401, status("opaque", wrong))
        check("a token whose audience does not fit is refused", status("other", wrong) == 401, status("other", wrong))
        answer = httpx.post(metadata["revocation_endpoint"], auth=(AUDIENCE, SECRET), data={"token": opaque})
        check("the server revokes it", answer.status_code == 200, answer.text)
        check("a revoked token is refused within 5 seconds", within(5, "opaque", opaque, 401), status("opaque", opaque))
        alive = server.poll() is None
        check("scimd is alive", alive)
    finally:
        server.kill()
        server.wait()
    print(f"authorization-server: {checks['passed']} passed, {checks['failed']} failed")
    return 1 if checks["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
