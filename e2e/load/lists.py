"""make bench: list pages, search and palette with 1 000 customers of 1 000 users each, beside the same with one.

Both servers run at the same time and are asked in turns, so that what else the machine does hits both. The crowd is
copied from a customer that was made through the API: whatever a row of a table holds, the copies hold too, but for
ids, names and numbers.
"""

import argparse
import itertools
import random
import statistics
import sys
import tempfile
import uuid
from pathlib import Path

from bench import say
from platform_under_load import Place, head, keep

FIRST = "Anna Bruno Carla Dario Elena Fabio Greta Hugo Irma Jonas Karin Luca Mara Nino Olga Paul Rosa Sara Tim Ute".split()
LAST = "Huber Keller Rossi Meier Weber Favre Blanc Moser Steiner Graf Frei Kunz Roth Suter Wolf".split()
#: What depends on a customer, in the order in which foreign keys allow it.
TABLES = ["node", "node_closure", "customer", "tally", "node_setting", "site", "pbx_user", "line", "credential_set", "search_term", "target"]


class Crowd:
    """Copies of one customer."""

    def __init__(self, database, template, customers, users):
        self.database, self.customers, self.users = database, customers, users
        self.rows = {table: database.rows(table) for table in TABLES}
        self.template = template.bytes if database.embedded else str(template)
        self.chance = random.Random(1)

    def fill(self):
        plan = [self._ids() for _ in range(self.customers)]
        for table in TABLES:
            self.database.fill(table, itertools.chain.from_iterable(self._copies(table, ids) for ids in plan))

    def _ids(self):
        """New ids of one customer: of its node, its site, and of each user and line."""
        new = self.database.id
        people = [(new(), new(), f"{self.chance.choice(FIRST)} {self.chance.choice(LAST)}") for _ in range(self.users)]
        return {"tenant": new(), "site": new(), "people": people, "name": f"Customer {self.chance.randrange(10**6):06}"}

    def _own(self, table):
        mine = [row for row in self.rows[table] if row.get("tenant_id") == self.template]
        return mine

    def _copies(self, table, ids):
        return getattr(self, f"_{table}")(ids)

    def _node(self, ids):
        by_id = {row["id"]: row for row in self.rows["node"]}
        customer = by_id[self.template]
        site = next(row for row in self.rows["node"] if row["parent_id"] == self.template)
        yield {**customer, "id": ids["tenant"], "name": ids["name"]}
        yield {**site, "id": ids["site"], "parent_id": ids["tenant"]}

    def _node_closure(self, ids):
        site = next(row["id"] for row in self.rows["node"] if row["parent_id"] == self.template)
        swap = {self.template: ids["tenant"], site: ids["site"]}
        for row in self.rows["node_closure"]:
            if row["descendant_id"] in swap:
                ancestor = swap.get(row["ancestor_id"], row["ancestor_id"])
                yield {**row, "ancestor_id": ancestor, "descendant_id": swap[row["descendant_id"]]}

    def _customer(self, ids):
        yield {**self._own("customer")[0], "tenant_id": ids["tenant"]}

    def _node_setting(self, ids):
        for row in self.rows["node_setting"]:
            if row["node_id"] == self.template:
                yield {**row, "node_id": ids["tenant"]}

    def _tally(self, ids):
        # The database counts what is filled in after it.
        row = self._own("tally")[0]
        yield {name: ids["tenant"] if name == "tenant_id" else 0 for name in row}

    def _site(self, ids):
        yield {**self._own("site")[0], "tenant_id": ids["tenant"], "id": ids["site"]}

    def _pbx_user(self, ids):
        like = self._own("pbx_user")[0]
        for number, (user, _, name) in enumerate(ids["people"]):
            row = {**like, "tenant_id": ids["tenant"], "id": user, "site_id": ids["site"], "name": name}
            first, last = name.split()
            own = {"login": f"u{number}", "name_key": name.lower(), "first_name": first, "last_name": last, "email": None}
            yield {**row, **{key: value for key, value in own.items() if key in like}}

    def _line(self, ids):
        like = self._own("line")[0]
        for number, (user, line, name) in enumerate(ids["people"]):
            row = {**like, "tenant_id": ids["tenant"], "id": line, "user_id": user, "site_id": ids["site"]}
            yield {**row, "extension": str(10_000 + number), "display_name": name}

    def _credential_set(self, ids):
        like = self._own("credential_set")[0]
        for number, (_, line, _) in enumerate(ids["people"]):
            row = {**like, "tenant_id": ids["tenant"], "id": self.database.id(), "line_id": line}
            yield {**row, "auth_user": str(10_000 + number)}

    def _search_term(self, ids):
        kinds = {row["kind"] for row in self.rows["search_term"]}
        like = self._own("search_term")[0]
        base = {**like, "tenant_id": ids["tenant"]}
        for number, (user, _, name) in enumerate(ids["people"]):
            for term in {*name.lower().split(), str(10_000 + number)}:
                yield {**base, "kind": "user", "term": term, "owner_id": user}
        if "customer" in kinds:
            for term in ids["name"].lower().split():
                yield {**base, "kind": "customer", "term": term, "owner_id": ids["tenant"]}

    def _target(self, ids):
        for row in self._own("target"):
            yield {**row, "tenant_id": ids["tenant"], "id": ids["site"]}
            break


def pages(platform):
    own, node = f"/customers/{platform.customer}", f"/nodes/{platform.provider}"
    return {
        "customers": "/customers?size=50",
        "customers, next page": None,
        "customers found by name": "/customers?search=cust",
        "users": f"{own}/users?size=50",
        "users by name": f"{own}/users?size=50&sort=name",
        "users found by name": f"{own}/users?search=an",
        "devices": f"{own}/devices",
        "calls": f"{own}/calls",
        "audit": f"{own}/audit",
        "people": f"{node}/people",
        "palette: an": "/search?q=an",
        "palette: a number": "/search?q=10",
    }


def measure(one, many, rounds):
    table = []
    after = {p: p.ask("GET", "/customers?size=1").get("next") for p in (one, many)}
    for name in pages(many):
        times = {one: [], many: []}
        connections = {platform: platform.connection() for platform in times}
        for turn in range(rounds + 20):
            for platform in times:
                path = pages(platform)[name] or f"/customers?size=50&after={after[platform] or ''}".rstrip("=&after")
                took = platform.time(connections[platform], path)
                if turn >= 20:
                    times[platform].append(took)
        p99 = {platform: statistics.quantiles(values, n=100)[98] for platform, values in times.items()}
        p50 = {platform: statistics.median(values) for platform, values in times.items()}
        table.append((name, p50[one], p99[one], p50[many], p99[many], p99[many] / p99[one]))
        say(f"{name}: {p99[one]:.1f} → {p99[many]:.1f} ms")
    return table


def report(table, place, arguments):
    what = (
        f"{arguments.customers} customers of {arguments.users} users each beside one customer of 3 users, "
        f"{arguments.rounds} requests in turns on one kept connection each."
    )
    lines = head("Lists", f"{place.kind}, {arguments.build} build", what) + [
        "| page | one: p50 ms | p99 | many: p50 ms | p99 | p99 ratio (wanted: at most 3) |",
        "|---|---|---|---|---|---|",
    ]
    lines += [f"| {n} | {a:.2f} | {b:.2f} | {c:.2f} | {d:.2f} | **{r:.2f}** |" for n, a, b, c, d, r in table]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=1000)
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--build", default="release")
    parser.add_argument("--postgres", help="URL of a server, without a database, whose role may make databases")
    arguments = parser.parse_args()
    place, platforms = Place(Path(tempfile.mkdtemp(prefix="cordboard-lists-")), arguments.postgres), []
    try:
        for name, customers in (("one", 0), ("many", arguments.customers)):
            platform = place.platform(name, arguments.build)
            platforms.append(platform)
            if customers:
                say(f"filling {customers} customers of {arguments.users} users")
                Crowd(platform.database, uuid.UUID(platform.customer), customers, arguments.users).fill()
            platform.database.finish()
        table = measure(*platforms, arguments.rounds)
    finally:
        for platform in platforms:
            platform.process.stop()
    keep(report(table, place, arguments), f"lists-{place.kind.lower()}")


if __name__ == "__main__":
    sys.exit(main())
