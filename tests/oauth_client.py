#!/usr/bin/env python3
"""Gets tokens from the real binary with Authlib, an OAuth 2.0 client library, and verifies them with joserfc.

    oauth_client.py BINARY DATABASE

Everything is found by the metadata of RFC 8414. Prints a line a check and exits with 1 if one fails.
"""

import json
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OKPKey, RSAKey

from conformance import start

# Clients use this name of the algorithm for years to come.
warnings.filterwarnings("ignore", message="EdDSA is deprecated")

counts = {"passed": 0, "failed": 0}


def check(what: str, good: bool, reason: object = "") -> None:
    counts["passed" if good else "failed"] += 1
    print(f"  {'SUCCESS' if good else 'ERROR':<10} {what}{'' if good else f': {reason}'}")


def refused(session: OAuth2Session, endpoint: str, **more: str) -> str:
    """The error that a request for a token gets."""
    try:
        session.fetch_token(endpoint, grant_type="client_credentials", **more)
    except OAuthError as error:
        return error.error
    return "no error"


def main() -> int:
    binary, database = sys.argv[1:]
    server, base_url = start(binary, database)
    try:
        run(binary, database, base_url)
        check("the server is still there", server.poll() is None)
    finally:
        server.kill()
        server.wait()
    print(f"oauth-client: {counts['passed']} passed, {counts['failed']} failed")
    return 0 if counts["failed"] == 0 and counts["passed"] >= 20 else 1


def run(binary: str, database: str, base_url: str) -> None:
    def client(*more: str) -> dict:
        command = [binary, "token", "create", "--kind", "client", "--json", "--database", database, *more]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    origin = base_url.removesuffix("/scim/v2")
    metadata = AuthorizationServerMetadata(requests.get(f"{origin}/.well-known/oauth-authorization-server").json())
    # Not all that Authlib checks: it asks for https, and takes an empty list of response types for a missing one; a server
    # without an authorisation endpoint has no other (RFC 8414 §2 requires the list).
    for name in (
        "token_endpoint_auth_methods_supported",
        "token_endpoint_auth_signing_alg_values_supported",
        "scopes_supported",
        "grant_types_supported",
    ):
        try:
            getattr(metadata, f"validate_{name}")()
            check(f"metadata: {name}", True)
        except ValueError as error:
            check(f"metadata: {name}", False, error)
    check("metadata: issuer", metadata["issuer"] == origin, metadata)
    endpoint = metadata["token_endpoint"]

    def verify(what: str, session: OAuth2Session, token: dict, identity: str) -> None:
        keys = KeySet.import_key_set(requests.get(metadata["jwks_uri"]).json())
        decoded = jwt.decode(token["access_token"], keys, algorithms=["RS256"])
        claims = jwt.JWTClaimsRegistry(
            iss={"essential": True, "value": metadata["issuer"]},
            aud={"essential": True, "value": metadata["issuer"]},
            sub={"essential": True, "value": identity},
            exp={"essential": True},
            iat={"essential": True},
            jti={"essential": True},
        )
        claims.validate(decoded.claims)
        check(f"{what}: the token verifies", decoded.header["typ"] == "at+jwt", decoded.header)
        answer = session.get(f"{base_url}/Users")
        check(f"{what}: the token opens the users", answer.status_code == 200, answer.text)

    secret = client("--name", "secret")
    for method in ("client_secret_basic", "client_secret_post"):
        session = OAuth2Session(secret["id"], secret["secret"], token_endpoint_auth_method=method)
        token = session.fetch_token(endpoint, grant_type="client_credentials")
        check(f"{method}: a bearer token", token["token_type"] == "Bearer" and token["expires_in"] == 600, token)
        verify(method, session, token, secret["id"])
        wrong = OAuth2Session(secret["id"], "wrong", token_endpoint_auth_method=method)
        check(f"{method}: a wrong secret", refused(wrong, endpoint) == "invalid_client")

    narrow = OAuth2Session(secret["id"], secret["secret"], scope="read:User")
    token = narrow.fetch_token(endpoint, grant_type="client_credentials")
    check("scope: narrowed", token["scope"] == "read:User", token)
    answer = narrow.get(f"{base_url}/Groups")
    check("scope: enforced", answer.status_code == 403, answer.text)
    other = OAuth2Session(secret["id"], secret["secret"], scope="everything")
    check("scope: unknown", refused(other, endpoint) == "invalid_scope")

    made = [
        ("RS256", RSAKey.generate_key(2048, {"kid": "rsa"})),
        ("PS256", RSAKey.generate_key(2048, {"kid": "pss"})),
        ("ES256", ECKey.generate_key("P-256", {"kid": "p256"})),
        ("ES384", ECKey.generate_key("P-384", {"kid": "p384"})),
        ("EdDSA", OKPKey.generate_key("Ed25519", {"kid": "ed"})),
    ]
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, "keys.json")
        path.write_text(json.dumps({"keys": [key.as_dict(private=False) for _, key in made]}))
        signer = client("--name", "keys", "--keys", str(path))
    for algorithm, key in made:
        what = f"private_key_jwt with {algorithm}"
        session = OAuth2Session(signer["id"], key, token_endpoint_auth_method="private_key_jwt")
        session.register_client_auth_method(PrivateKeyJWT(endpoint, alg=algorithm, headers={"kid": key.kid}))
        token = session.fetch_token(endpoint, grant_type="client_credentials")
        verify(what, session, token, signer["id"])
    stranger = OAuth2Session(signer["id"], ECKey.generate_key("P-256"), token_endpoint_auth_method="private_key_jwt")
    stranger.register_client_auth_method(PrivateKeyJWT(endpoint, alg="ES256"))
    check("private_key_jwt: a key of somebody else", refused(stranger, endpoint) == "invalid_client")
    elsewhere = OAuth2Session(signer["id"], made[2][1], token_endpoint_auth_method="private_key_jwt")
    elsewhere.register_client_auth_method(PrivateKeyJWT("https://other.example/token", alg="ES256"))
    check("private_key_jwt: for another server", refused(elsewhere, endpoint) == "invalid_client")


if __name__ == "__main__":
    sys.exit(main())
