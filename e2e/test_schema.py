"""The whole OpenAPI document, tried with generated requests: nothing answers 5xx, every answer is as documented."""

import json
import pathlib
import subprocess
import sys
import time

import pytest
import requests

from support import paths
from support.server import Server

CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_headers_conformance,response_schema_conformance"
)
MODEL = "yealink/t4x/T46U"
DAY = 86_400_000


@pytest.fixture(scope="module")
def server(tmp_path_factory, certificates):
    """A server that does not slow the generator down."""
    folder = tmp_path_factory.mktemp("schema")
    without_limits = {"CORDBOARD_READS_PER_MINUTE": 1_000_000, "CORDBOARD_WRITES_PER_MINUTE": 1_000_000}
    server = Server(folder, {}, certificates, without_limits)
    server.prepare()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def place(server, platform_operator):
    """A session of who may everything, and ids of things that exist."""
    session = requests.Session()

    def send(method, path, body=None):
        answer = session.request(method, f"{server.web}/api/v1{path}", json=body)
        assert answer.ok, answer.text
        return answer.json()

    who = send("POST", "/sessions", {"email": platform_operator.email, "password": platform_operator.password})
    root = who["memberships"][0]
    server.create_person("provider@provider.example", "lantern gravel orbit", *PROVIDER)
    customer = send("POST", "/customers", {"name": "Bakery", "site_name": "Office"})["id"]
    user = send("POST", f"/customers/{customer}/users", {"name": "Anna", "extension": "201"})
    phone = {"model": MODEL, "line": user["line"], "mac": "00041345C9BF"}
    device = send("POST", f"/customers/{customer}/devices", phone)
    site = send("GET", f"/customers/{customer}/sites")["items"][0]
    token = send("POST", "/tokens", {
        "name": "Generator", "node": root["node"], "permissions": root["permissions"],
        "expires_at": int(time.time() * 1000) + DAY,
    })
    ids = {"customer": customer, "node": customer, "user": user["id"], "line": user["line"], "device": device["id"],
           "site": site["id"], "person": who["person"]}
    return session, token["token"], ids


PROVIDER = ("--role", "provider-administrator", "--provider", "Provider")


def _run(server, folder, ids, header, *more):
    """Schemathesis with ids that lead somewhere; its output is shown when it finds something."""
    config = folder / "schemathesis.toml"
    lines = [f'"path.{name}" = {json.dumps(value)}' for name, value in ids.items()]
    config.write_text("[parameters]\n" + "\n".join(lines) + "\n")
    document = paths.ROOT / "openapi/api/openapi.json"
    program = pathlib.Path(sys.executable).with_name("schemathesis")
    command = [program, "--config-file", config, "run", document, "--url", server.web]
    command += ["--header", header, "--checks", CHECKS, "--phases", "examples,coverage,fuzzing", "--max-examples", "8"]
    command += ["--seed", "1", "--generation-database", "none", "--no-color", *more]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=folder)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


def test_automation_gets_no_surprise(server, place, tmp_path):
    _, token, ids = place
    # The stream of events has no end.
    _run(server, tmp_path, ids, f"Authorization: Bearer {token}", "--exclude-path-regex", "/events$")


def test_a_browser_gets_no_surprise(server, place, tmp_path):
    session, _, ids = place
    cookie = "; ".join(f"{name}={value}" for name, value in session.cookies.get_dict().items())
    own = ["--include-path-regex", "/(profile|tokens|catalogue|password-resets|invitation-[a-z]+)"]
    _run(server, tmp_path, ids, f"Cookie: {cookie}", *own)
