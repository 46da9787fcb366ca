#!/usr/bin/env python3
"""Runs every check of scim2-tester against the real binary on a fresh database.

    conformance.py BINARY DATABASE [PROFILE]

The organisation has the profile `default`, unless another is named. Prints a line a check and exits with 1 if one fails,
deviates, or is skipped for lack of a feature, or if a resource type was not checked. What scimd does not offer yet stands in
NOT_OFFERED, so that the list is seen and can only shrink; where the tester itself is wrong, conformance_faults.py tells why.
"""

import json
import os
import subprocess
import sys
import threading
from collections import Counter

from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import Status, check_server

from conformance_faults import FAULTS, RULES, key_of, path_of, reasons, supply_values

TOKEN = "conformance-token-0123456789abcdef"

# Check → why it may be skipped.
NOT_OFFERED: dict[str, str] = {}

GOOD = {Status.SUCCESS, Status.COMPLIANT, Status.ACCEPTABLE}


def start(binary: str, database: str, profile: str = "default") -> tuple[subprocess.Popen, str]:
    """Starts the server, gives its organisation the profile, and gives its base URL."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SCIMD_")}
    environment |= {
        "SCIMD_LISTEN": "127.0.0.1:0",
        "SCIMD_DATABASE": database,
        "SCIMD_BOOTSTRAP_TOKEN": TOKEN,
        "SCIMD_LOG": "warn",
        # These programs try bad credentials on purpose, one after the other.
        "SCIMD_DENIAL_DELAY": "0",
    }
    server = subprocess.Popen(
        [binary, "serve"], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )
    guard = threading.Timer(60, server.kill)
    guard.start()
    for line in server.stdout:
        if line.startswith("Base URL: "):
            guard.cancel()
            settings = json.dumps({"profile": profile})
            command = [binary, "org", "settings", "default", "--set", "-"]
            subprocess.run(command, env=environment, input=settings, text=True, check=True, capture_output=True)
            return server, line.removeprefix("Base URL: ").strip()
    sys.exit("scimd ended, or printed no base URL within a minute")


def main() -> int:
    binary, database, profile = [*sys.argv[1:], "default"][:3]
    supply_values()
    server, base_url = start(binary, database, profile)
    try:
        http = Client(base_url=base_url, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=30)
        client = SyncSCIMClient(http)
        results = check_server(client)
        alive = server.poll() is None
    finally:
        server.kill()
        server.wait()

    counts: Counter[str] = Counter()
    occurred = set()
    for result in results:
        good = result.status in GOOD
        known = result.status == Status.SKIPPED and result.title in NOT_OFFERED
        expected = FAULTS.get(key_of(result))
        why = set() if good or expected is None else reasons(client, result)
        if why and why == expected:
            occurred.add(key_of(result))
            print(f"  TESTER     {' '.join(key_of(result))}: {'; '.join(RULES[rule] for rule in sorted(why))}")
            continue
        counts["passed" if good else "not offered" if known else "failed"] += 1
        where = f"{result.resource_type} " if result.resource_type else ""
        reason = " ".join(str(result.reason or "").split())
        print(f"  {result.status.name:<10} {where}{result.title}: {NOT_OFFERED[result.title] if known else reason}")
        if not good and not known and result.data is not None:
            print(f"             {str(result.data)[:1000]}")
    for gone in sorted(key for key in FAULTS if key not in occurred and path_of(client, key[0], key[2]) is not None):
        counts["failed"] += 1
        print(f"  FAILED     {' '.join(gone)}: is in FAULTS and does not occur")
    checked = {result.resource_type for result in results if result.status in GOOD}
    for kind in client.provider.resource_types or []:
        if kind.name not in checked:
            counts["failed"] += 1
            print(f"  FAILED     {kind.name}: nothing of it was checked")

    print(
        f"scim2-tester: {counts['passed']} passed, {counts['failed']} failed, {counts['not offered']} not offered, "
        f"{len(occurred)} where the tester is wrong"
    )
    if not alive:
        print("the server has ended during the checks")
        return 1
    # Far fewer checks than there are mean that the discovery failed and the rest was never run.
    return 0 if counts["failed"] == 0 and counts["passed"] >= 60 else 1


if __name__ == "__main__":
    sys.exit(main())
