"""The two shapes in which the product is run: everything embedded, or beside real services."""

import contextlib
import os
import secrets
import subprocess
import urllib.parse

EMBEDDED, SERVICES = "sqlite", "postgres"


def chosen():
    """From `CORDBOARD_E2E_DATABASE`, a list with commas; SQLite alone when it is not set."""
    names = os.environ.get("CORDBOARD_E2E_DATABASE", EMBEDDED).split(",")
    unknown = set(names) - {EMBEDDED, SERVICES}
    assert not unknown, f"CORDBOARD_E2E_DATABASE: {unknown} is neither sqlite nor postgres"
    return names


@contextlib.contextmanager
def settings(name, folder):
    """The server's settings for its database and the services beside it."""
    if name == EMBEDDED:
        yield {"CORDBOARD_DATABASE_URL": f"sqlite://{folder / 'cordboard.sqlite'}?mode=rwc"}
        return
    with postgres() as url:
        yield {
            "CORDBOARD_DATABASE_URL": url,
            "CORDBOARD_REDIS_URL": of_services("REDIS_URL"),
            "CORDBOARD_S3_ENDPOINT": of_services("S3_ENDPOINT"),
            "CORDBOARD_S3_REGION": of_services("S3_REGION"),
            "CORDBOARD_S3_BUCKET": of_services("S3_BUCKET"),
            "CORDBOARD_S3_ACCESS_KEY_ID": of_services("S3_ACCESS_KEY"),
            "CORDBOARD_S3_SECRET_ACCESS_KEY": of_services("S3_SECRET_KEY"),
            "CORDBOARD_SMTP_URL": of_services("SMTP_URL"),
        }


@contextlib.contextmanager
def postgres():
    """A database of its own, dropped again."""
    base, name = of_services("POSTGRES_URL"), f"e2e_{secrets.token_hex(6)}"
    psql(base, f"create database {name}")
    try:
        yield urllib.parse.urlparse(base)._replace(path=f"/{name}").geturl()
    finally:
        psql(base, f"drop database {name} with (force)")


def psql(url, statement):
    subprocess.run(["psql", url, "-q", "-v", "ON_ERROR_STOP=1", "-c", statement], check=True)


def of_services(name):
    """An address that infra/dev/services.sh gave."""
    value = os.environ.get(f"CORDBOARD_TEST_{name}")
    assert value, f"CORDBOARD_TEST_{name} is not set: run the tests through infra/dev/services.sh"
    return value
