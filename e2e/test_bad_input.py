"""Bad input: a clear problem answer from the API, a message at the field in the UI, and nothing half-written."""

import json
import re

import pytest
from playwright.sync_api import expect

from support.browser import Pages
from support.console import Console

MAC = "00041345C9BF"
SPELLINGS = ["00:04:13:45:c9:bf", "00-04-13-45-C9-BF", "00041345c9bf"]
MODEL = "yealink/t4x/T46U"


@pytest.fixture(scope="module")
def desk(browser, server, operator):
    """The operator with two customers, each with a line."""
    pages = Pages(browser, server.web)
    desk = Desk(Console(pages.open()))
    desk.console.sign_in(operator)
    desk.ours, desk.theirs = (desk.customer(name) for name in ("Ours", "Theirs"))
    yield desk
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)


class Desk:
    """Requests with the operator's session, next to the page they came from."""

    def __init__(self, console):
        self.console = console

    def send(self, method, path, data=None, **headers):
        """Status and answer; text is sent as it is."""
        text = data if isinstance(data, (str, type(None))) else json.dumps(data)
        # As bytes, because text is checked and mended on the way.
        body = None if text is None else text.encode()
        sent = {"content-type": "application/json"} | {name.replace("_", "-"): text for name, text in headers.items()}
        answer = self.console.page.request.fetch(f"/api/v1{path}", method=method, data=body, headers=sent)
        if not answer.ok:
            assert answer.headers["content-type"] == "application/problem+json"
        return answer.status, answer.json() if answer.body() else None

    def customer(self, name):
        _, customer = self.send("POST", "/customers", {"name": name, "site_name": "Office"})
        path = f"/customers/{customer['id']}"
        _, user = self.send("POST", f"{path}/users", {"name": "Somebody", "extension": "201"})
        return {"path": path, "line": user["line"], "id": customer["id"]}

    def add_phone(self, customer, mac, **more):
        phone = {"model": MODEL, "line": customer["line"], "mac": mac} | more
        return self.send("POST", f"{customer['path']}/devices", phone)

    def devices(self, customer):
        return self.send("GET", f"{customer['path']}/devices")[1]["items"]

    def changes(self, customer):
        return self.send("GET", f"{customer['path']}/changes")[1]["items"]


BODIES = {
    "malformed JSON": ('{"name":', 400, "malformed_json", None),
    "no JSON at all": ("hello", 400, "malformed_json", None),
    "an unknown field": ('{"name": "A", "extension": "203", "colour": 1}', 422, "unknown_field", "/colour"),
    "a missing field": ('{"name": "A"}', 422, "invalid", "/extension"),
    "an over-long value": (json.dumps({"name": "x" * 65, "extension": "203"}), 422, "invalid", "/name"),
    "a wrong type": ('{"name": 7, "extension": "203"}', 422, "invalid", "/name"),
    "a control character": ('{"name": "a\\nb", "extension": "203"}', 422, "invalid", "/name"),
    "letters in an extension": ('{"name": "A", "extension": "2o3"}', 422, "invalid", "/extension"),
    "an extension in use": ('{"name": "A", "extension": "201"}', 422, "extension_taken", "/extension"),
    "a body that is too large": (json.dumps({"name": "x" * 70_000}), 413, "body_too_large", None),
}


@pytest.mark.parametrize("what", BODIES)
def test_a_bad_body_has_a_clear_answer_and_leaves_nothing(desk, what):
    body, status, code, pointer = BODIES[what]
    before = desk.send("GET", f"{desk.ours['path']}/users")[1], desk.changes(desk.ours)
    answered, problem = desk.send("POST", f"{desk.ours['path']}/users", body)
    assert (answered, problem["code"], problem["status"]) == (status, code, status), problem
    assert problem["title"] and problem["type"].endswith(code) and problem["request_id"]
    if pointer:
        assert pointer in [error["pointer"] for error in problem["errors"]]
        assert all(error["detail"] for error in problem["errors"])
    assert (desk.send("GET", f"{desk.ours['path']}/users")[1], desk.changes(desk.ours)) == before


def test_a_wrong_content_type_is_refused(desk):
    status, problem = desk.send("POST", f"{desk.ours['path']}/users", "name=A", content_type="text/plain")
    assert (status, problem["code"]) == (415, "unsupported_media_type")


# proves
def test_any_spelling_is_one_mac_and_it_has_one_place(desk):
    status, device = desk.add_phone(desk.ours, SPELLINGS[0])
    assert (status, device["mac"]) == (201, MAC)
    refusals = set()
    for customer in (desk.ours, desk.theirs):
        before = desk.devices(customer), desk.changes(customer)
        for spelling in SPELLINGS:
            status, problem = desk.add_phone(customer, spelling)
            del problem["request_id"]
            refusals.add((status, json.dumps(problem, sort_keys=True)))
        assert (desk.devices(customer), desk.changes(customer)) == before, "nothing half-written"
    assert len(refusals) == 1, "the same tenant and another one look the same"
    assert "mac_taken" in refusals.pop()[1]


# proves A-029
@pytest.mark.parametrize("mac", ["00041345c9b", "00041345c9bf0", "00041345c9bg"])
def test_what_is_no_mac_is_refused(desk, mac):
    status, problem = desk.add_phone(desk.theirs, mac)
    assert (status, problem["errors"][0]["pointer"], problem["errors"][0]["code"]) == (422, "/mac", "mac")


# proves
def test_what_does_not_fit_is_refused_at_its_field(desk):
    foreign = desk.add_phone({**desk.ours, "line": desk.theirs["line"]}, "000413000001")
    assert (foreign[0], foreign[1]["code"], foreign[1]["errors"][0]["pointer"]) == (422, "unknown_reference", "/line")
    done = desk.add_phone(desk.ours, "000413000001", provisioning_mac="done")
    assert (done[0], done[1]["errors"][0]["pointer"]) == (422, "/provisioning_mac")
    unarmed = desk.send(
        "POST",
        f"{desk.ours['path']}/devices",
        {"model": MODEL, "line": desk.ours["line"], "provisioning_mac": "once"},
    )
    assert (unarmed[0], unarmed[1]["code"]) == (422, "mac_needed")
    assert len(desk.devices(desk.ours)) == 1


def test_a_create_that_is_sent_twice_is_done_once(desk):
    path, user = f"{desk.ours['path']}/users", {"name": "Twice", "extension": "299"}
    first, again = (desk.send("POST", path, user, idempotency_key="a-key") for _ in range(2))
    assert first == again and first[0] == 201
    status, problem = desk.send("POST", path, user | {"extension": "298"}, idempotency_key="a-key")
    assert (status, problem["code"]) == (409, "idempotency_mismatch")


def test_a_change_needs_the_version_it_was_made_against(desk):
    path = desk.ours["path"]
    assert desk.send("PATCH", path, {"name": "New"})[1]["code"] == "version_needed"
    assert desk.send("PATCH", path, {"name": "New"}, if_match='"99"')[1]["code"] == "version_mismatch"


def test_the_form_says_it_at_the_field_and_keeps_what_was_typed(desk, screenshots):
    page = desk.console.page
    page.goto(f"{desk.ours['path']}/devices/new")
    page.get_by_label("Model").select_option(value=MODEL)
    page.get_by_label("Line").select_option(label="201 Somebody")
    for typed, sentence in (("0004.1345.c9b", "12"), (SPELLINGS[1], "already in use")):
        field = page.get_by_label("MAC address")
        field.fill(typed)
        page.get_by_role("button", name="Save device").click()
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile(sentence))
        expect(field).to_have_value(typed)
        screenshots(page, f"bad-mac-{len(typed)}")
    assert len(desk.devices(desk.ours)) == 1
