"""make bench: 10 000 users from a file beside a plain insert of the same rows, what phones wait meanwhile, and what a
sign-in costs beside the key derivation in it.
"""

import argparse
import http.client
import ssl
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from bench import say
from platform_under_load import Place, head, keep

#: What an import writes, in the order in which foreign keys allow it.
TABLES = ["pbx_user", "line", "credential_set", "secret", "search_term"]
MODEL, AGENT = "yealink/t4x/T46U", "Yealink SIP-T46U 108.86.0.20 00:15:65:00:00:01"


def file(rows):
    """The fifteen columns of the manual, without groups."""
    line = "u{0};{1};First{0};Last{0};{2};{1};u{0}@customer.example;English;;;no;no;;;".format
    return "\n".join(line(row, 10_000 + row, 100_000 + row) for row in range(rows)) + "\n"


def phone(platform):
    """A published phone: the path of its file under its own key."""
    own = f"/customers/{platform.customer}"
    line = platform.ask("GET", f"{own}/users")["items"][0]["line"]
    body = {"model": MODEL, "line": line, "mac": "00:15:65:00:00:01"}
    device = platform.ask("POST", f"{own}/devices", body)["id"]
    platform.ask("POST", f"{own}/releases", {})
    url = platform.ask("GET", f"{own}/devices/{device}/access-key")["url"]
    return "/" + url.split("/", 3)[3] + "001565000001.cfg"


class Fetches(threading.Thread):
    """A phone that asks for its file over one kept connection, until it is told to stop."""

    def __init__(self, platform, path):
        # A measurement that fails ends with its reason, not with a phone that asks for ever.
        super().__init__(daemon=True)
        self.platform, self.path, self.times, self.over = platform, path, [], threading.Event()

    def run(self):
        trust = ssl._create_unverified_context()
        connection = http.client.HTTPSConnection("127.0.0.1", self.platform.ports[0], context=trust)
        while not self.over.is_set():
            began = time.perf_counter()
            connection.request("GET", self.path, headers={"User-Agent": AGENT})
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
            self.times.append((time.perf_counter() - began) * 1000)

    def result(self):
        self.over.set()
        self.join()
        return statistics.median(self.times), statistics.quantiles(self.times, n=100)[98]


def import_users(platform, rows):
    """Seconds from the start of an import to its end; reading the file is told apart."""
    own = f"/customers/{platform.customer}/user-imports"
    began = time.perf_counter()
    query = f"{own}?separator=semicolon"
    job = platform.ask("POST", query, file(rows), "text/csv")
    while job["state"] == "reading":
        job = platform.ask("GET", f"{own}/{job['id']}")
    read = time.perf_counter() - began
    assert (job["state"], job["bad"]) == ("ready", 0), job
    began = time.perf_counter()
    platform.ask("POST", f"{own}/{job['id']}/start", {"mode": "all_or_nothing"})
    while job["state"] not in ("done", "failed"):
        time.sleep(0.05)
        job = platform.ask("GET", f"{own}/{job['id']}")
    assert (job["state"], job["done"]) == ("done", rows), job
    return read, time.perf_counter() - began


def snapshot(platform):
    """Every row of the tables an import writes."""
    return {table: {tuple(row.values()) for row in platform.database.rows(table)} for table in TABLES}


def insert_rows(platform, before, other):
    """Seconds for the rows of the import, as they are, into another database of the same schema in one go."""
    rows = {}
    for table in TABLES:
        new = [row for row in platform.database.rows(table) if tuple(row.values()) not in before[table]]
        rows[table] = [{**row, **_moved(platform, other, row)} for row in new]
    began = time.perf_counter()
    for table in TABLES:
        other.database.fill(table, rows[table])
    return time.perf_counter() - began


def _moved(platform, other, row):
    """The columns that name the customer and its site, of the other database."""
    swap = dict(zip(platform.places, other.places))
    return {name: swap[value] for name, value in row.items() if isinstance(value, (bytes, str)) and value in swap}


def places(platform):
    """The customer's and its site's id, as the database writes them."""
    row = next(row for row in platform.database.rows("site"))
    return row["tenant_id"], row["id"]


def sign_in(platform, rounds):
    """Milliseconds of a sign-in, and of one derivation of the same cost by the reference implementation."""
    body = {"email": "a@provider.example", "password": platform.password}
    signing, deriving = [], []
    for _ in range(rounds):
        began = time.perf_counter()
        platform.ask("POST", "/sessions", body)
        signing.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        hash_secret_raw(b"x" * 20, b"y" * 16, time_cost=2, memory_cost=19_456, parallelism=1, hash_len=32, type=Type.ID)
        deriving.append((time.perf_counter() - began) * 1000)
    return statistics.median(signing), statistics.median(deriving)


def report(place, arguments, figures):
    (read, imported), inserted, quiet, busy, (signing, deriving) = figures
    lines = head("Import and sign-in", f"{place.kind}, {arguments.build} build", f"{arguments.rows} users, {arguments.rounds} sign-ins.") + [
        "| what | ours | beside | ratio | wanted |",
        "|---|---|---|---|---|",
        f"| import of {arguments.rows} users, beside a plain insert of its rows | {imported:.2f} s | {inserted:.2f} s "
        f"| **{imported / inserted:.2f}** | at most 5 |",
        f"| a phone's file during the import, beside before it: p50 | {busy[0]:.2f} ms | {quiet[0]:.2f} ms "
        f"| {busy[0] / quiet[0]:.2f} | |",
        f"| the same, p99 | {busy[1]:.2f} ms | {quiet[1]:.2f} ms | {busy[1] / quiet[1]:.2f} | |",
        f"| a sign-in, beside one argon2id (19 MiB, 2 passes) by the reference implementation | {signing:.1f} ms "
        f"| {deriving:.1f} ms | **{signing / deriving:.2f}** | argon2 dominates |",
        "",
        f"Reading and checking the file before the import took {read:.2f} s.",
    ]
    return "\n".join(lines) + "\n"


def measure(place, arguments):
    platform, other = place.platform("imported", arguments.build), place.platform("inserted", arguments.build)
    try:
        platform.places, other.places = places(platform), places(other)
        path = phone(platform)
        fetches = Fetches(platform, path)
        fetches.start()
        time.sleep(5)
        quiet = fetches.result()
        before = snapshot(platform)
        fetches = Fetches(platform, path)
        fetches.start()
        took = import_users(platform, arguments.rows)
        busy = fetches.result()
        say(f"imported in {took[1]:.1f} s")
        other.process.stop()
        return took, insert_rows(platform, before, other), quiet, busy, sign_in(platform, arguments.rounds)
    finally:
        platform.process.stop()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--build", default="release")
    parser.add_argument("--postgres", help="URL of a server, without a database, whose role may make databases")
    arguments = parser.parse_args()
    place = Place(Path(tempfile.mkdtemp(prefix="cordboard-imports-")), arguments.postgres)
    keep(report(place, arguments, measure(place, arguments)), f"imports-{place.kind.lower()}")


if __name__ == "__main__":
    sys.exit(main())
