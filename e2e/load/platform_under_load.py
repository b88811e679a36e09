"""One server on a database of its own, asked as people do, and the database behind it, filled past the server."""

import csv
import http.client
import itertools
import json
import os
import secrets
import sqlite3
import subprocess
import time
import uuid

from bench import ROOT, Process, free_port


class Database:
    """The tables of one database, read and filled past the server."""

    def __init__(self, url):
        self.url = url
        self.embedded = url.startswith("sqlite")
        if self.embedded:
            self.connection = sqlite3.connect(url.removeprefix("sqlite://").split("?")[0])
            self.connection.execute("PRAGMA foreign_keys = off")

    def rows(self, table):
        """Every row as a dictionary."""
        if self.embedded:
            cursor = self.connection.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row)) for row in cursor]
        text = self._psql(f'COPY (SELECT * FROM "{table}") TO STDOUT WITH (FORMAT csv, HEADER, NULL \'\\N\')')
        return [{k: None if v == "\\N" else v for k, v in row.items()} for row in csv.DictReader(text.splitlines())]

    def fill(self, table, rows):
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            return
        names = list(first)
        values = ([row[name] for name in names] for row in itertools.chain([first], rows))
        if self.embedded:
            marks = ",".join("?" * len(names))
            self.connection.executemany(f'INSERT INTO "{table}" ({",".join(names)}) VALUES ({marks})', values)
            self.connection.commit()
            return
        copy = f'COPY "{table}" ({",".join(names)}) FROM STDIN WITH (FORMAT csv, NULL \'\\N\')'
        process = subprocess.Popen(self._command(copy), stdin=subprocess.PIPE, text=True)
        writer = csv.writer(process.stdin)
        for row in values:
            writer.writerow(["\\N" if value is None else value for value in row])
        process.stdin.close()
        assert process.wait() == 0, table

    def finish(self):
        if self.embedded:
            self.connection.execute("ANALYZE")
            self.connection.commit()
            self.connection.close()
        else:
            self._psql("ANALYZE")

    def id(self):
        new = uuid.uuid4()
        return new.bytes if self.embedded else str(new)

    def _command(self, sql):
        # Row-level security lets a copy in only where it knows the tenant; the platform's own work is let in.
        return ["psql", self.url, "-qAt", "-c", "SET cordboard.system = 'on'", "-c", sql]

    def _psql(self, sql):
        done = subprocess.run(self._command(sql), check=True, capture_output=True, text=True)
        return done.stdout


class Platform:
    """One server on one database, with an operator's session."""

    def __init__(self, folder, url, build):
        self.web, self.ports = free_port(), [free_port() for _ in range(3)]
        names = ("PROVISIONING", "AGENTS", "METRICS")
        self.environment = {
            "PATH": os.environ["PATH"],
            "CORDBOARD_DATA_DIR": str(folder),
            "CORDBOARD_DATABASE_URL": url,
            **{name: os.environ[name] for name in ("CORDBOARD_UI_DIR",) if name in os.environ},
            "CORDBOARD_LOG": "warn",
            "CORDBOARD_WEB_LISTEN": f"127.0.0.1:{self.web}",
            "CORDBOARD_READS_PER_MINUTE": "4000000000",
            "CORDBOARD_WRITES_PER_MINUTE": "4000000000",
            **{f"CORDBOARD_{name}_LISTEN": f"127.0.0.1:{port}" for name, port in zip(names, self.ports)},
        }
        self.binary = ROOT / "target" / build / "cordboard"
        self.database = Database(url)
        folder.mkdir()
        self._command("keys", "init")
        self._command("migrate")
        self.password = secrets.token_urlsafe(18)
        role = ["--role", "provider-administrator", "--provider", "Provider"]
        self._command("admin", "create", "--email", "a@provider.example", "--password-stdin", *role, text=self.password)
        self.process = Process([str(self.binary), "serve"], self.web, self.environment)
        self.cookie = ""
        answer = self.ask("POST", "/sessions", {"email": "a@provider.example", "password": self.password})
        self.provider = answer["memberships"][0]["node"]
        self.customer = self.ask("POST", "/customers", {"name": "Bakery", "site_name": "Office"})["id"]
        for number, name in enumerate(("Anna Huber", "Bruno Keller", "Carla Rossi"), 201):
            self.ask("POST", f"/customers/{self.customer}/users", {"name": name, "extension": str(number)})

    def _command(self, *arguments, text=""):
        subprocess.run([self.binary, *arguments], env=self.environment, input=text, text=True, check=True,
                       stdout=subprocess.DEVNULL)

    def ask(self, method, path, body=None, content_type="application/json"):
        connection = self.connection()
        headers = {"content-type": content_type, "cookie": self.cookie}
        text = body if content_type != "application/json" or body is None else json.dumps(body)
        connection.request(method, f"/api/v1{path}", text, headers)
        answer = connection.getresponse()
        cookie = answer.getheader("set-cookie")
        self.cookie = cookie.split(";")[0] if cookie else self.cookie
        text = answer.read()
        connection.close()
        assert answer.status < 300, (path, answer.status, text)
        return json.loads(text)

    def time(self, connection, path):
        """Milliseconds from request to the whole answer."""
        began = time.perf_counter()
        connection.request("GET", f"/api/v1{path}", headers={"cookie": self.cookie})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, (path, answer.status)
        return (time.perf_counter() - began) * 1000

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.web)


class Place:
    """Where the databases of one run are, on SQLite or on a Postgres server."""

    def __init__(self, folder, postgres):
        self.folder, self.postgres = folder, postgres
        self.kind = "Postgres" if postgres else "SQLite"

    def platform(self, name, build):
        url = f"sqlite://{self.folder}/{name}.db?mode=rwc"
        if self.postgres:
            base, database = self.postgres.rsplit("/", 1)[0], f"load_{name}_{os.getpid()}"
            subprocess.run(["psql", self.postgres, "-qc", f"CREATE DATABASE {database}"], check=True)
            url = f"{base}/{database}"
        return Platform(self.folder / name, url, build)


def commit():
    command = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.strip()


def keep(text, name):
    """Writes a result down and shows it."""
    when = time.strftime("%Y-%m-%d-%H%M", time.gmtime())
    (ROOT / "e2e/load/results" / f"{when}-{commit()}-{name}.md").write_text(text)
    print(text)


def head(title, kind, what):
    when = time.strftime("%Y-%m-%d %H:%M", time.gmtime())
    return [f"# {title}, {when} UTC, {kind}", "", f"`make bench` at commit {commit()}: {what}", ""]
