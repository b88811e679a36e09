"""The main job, end to end, with real parts: a provider brings a customer's first phones up and they talk.

The tests of this file build on each other and run in the order they stand in.
"""

import re
import time
import urllib.parse

import pytest
from playwright.sync_api import expect

from support import raw
from support.agent import Agent
from support.browser import Pages
from support.console import Console
from support.phones import Gigaset, Snom, Yealink
from support.redirect_service import RedirectService
from support.site import Site
from support.softphone import Softphone
from support.tones import share
from support.wire import Wire

MAC_201, MAC_202, MAC_203 = "805EC0112233", "00041345C9BF", "7C2F80E0D605"
LABEL_203 = "4711"
TONE_201, TONE_202 = 440, 1000


@pytest.fixture(scope="module")
def site(browser, server, operator, platform_operator, tmp_path_factory):
    """The provider's operator at work; everything started here is stopped here."""
    pages = Pages(browser, server.web)
    console = Console(pages.open())
    console.sign_in(operator)
    redirect = RedirectService(server.web)
    redirect.labels[MAC_203] = LABEL_203
    _introduce(pages, platform_operator, redirect)
    wire = Wire(server.agents)
    folder = tmp_path_factory.mktemp("site") / "agent"
    agent = Agent(folder, f"https://127.0.0.1:{wire.port}", server.certificates.authority)
    yield Site(console, "", agent, wire, redirect, {})
    if agent.process:
        agent.stop()
    wire.close()
    redirect.close()
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)


def _introduce(pages, platform_operator, redirect):
    """The platform's operator makes the redirect service known by its public key."""
    page = pages.open()
    Console(page).sign_in(platform_operator)
    answer = page.request.post(
        "/api/v1/redirect-services", data={"name": "A maker's service", "public_key": redirect.public_key}
    )
    assert answer.status == 201, answer.text()
    redirect.key_id = answer.json()["id"]


@pytest.fixture(scope="module")
def phones(site, server):
    """Factory-fresh phones; the softphones in them start when they know their account."""
    authority = server.certificates.authority
    return {
        "201": Yealink(MAC_201, site.redirect.address, authority),
        "202": Snom(MAC_202, site.redirect.address, authority),
        "203": Gigaset(MAC_203, site.redirect.address, authority, LABEL_203),
    }


@pytest.fixture(scope="module")
def voices(phones, tmp_path_factory):
    """The SIP side of the phones, by extension."""
    voices, folder = {}, tmp_path_factory.mktemp("voices")

    def voice(extension, hertz, answers=False, account=None):
        name = f"{extension}-{len(voices)}"
        started = Softphone(folder / name, account or phones[extension].account, hertz, answers)
        voices[name] = started
        return started

    yield voice
    for started in voices.values():
        started.close()


def test_a_customer_with_a_site_and_its_agent(site):
    site.customer = site.console.create_customer("Bakery Huber", "Main office")
    site.agent.enrol(site.console.enrolment_token("Main office"))
    site.agent.start()
    agent = site.console.panel("Agent")
    expect(agent.get_by_text("Connected", exact=True)).to_be_visible()


def test_users_and_phones_are_added_and_published(site):
    for name, extension in (("Anna Huber", "201"), ("Bruno Keller", "202"), ("Carla Rossi", "203")):
        site.console.create_user(name, extension)
    add = site.console.add_device
    site.devices["201"] = add("T46U", "201 Anna Huber", "80:5e:c0-11.22:33")
    site.devices["202"] = add("D735", "202 Bruno Keller", "00-04-13-45-C9-BF")
    site.devices["203"] = site.console.add_dect_system("N670 IP PRO", "203 Carla Rossi", "7c2f80e0d605")
    for device in ("201", "202", "203"):
        assert site.device(device)["status"]["word"] == "draft"
    site.console.publish()
    for device in ("201", "202", "203"):
        assert site.device(device)["status"]["word"] == "pending"


# proves
def test_first_contact_through_the_redirect_service(site, phones):
    console = site.console
    console.open_device(site.customer, site.devices["201"])
    expect(console.panel("First contact").get_by_text("Once", exact=True)).to_be_visible()
    console.expect_status("Pending")
    console.mark()
    phone = phones["201"]
    before = time.time()
    assert phone.first_contact()
    assert phone.start(), "it comes back under the steady key"
    expect(console.panel("First contact").get_by_text("Done", exact=True)).to_be_visible()
    access = console.panel("Last access")
    expect(access.get_by_text("127.0.0.1", exact=True)).to_be_visible()
    expect(access.get_by_text("Yealink SIP-T46U")).to_be_visible()
    shown = access.locator("time").first.get_attribute("datetime")
    assert time.strftime("%Y-%m-%d", time.gmtime(before)) in shown
    console.expect_status("Delivered")
    console.expect_not_reloaded()
    assert phone.ask() is None, "a second request of that MAC gets nothing"


def test_the_other_two_makers_phones_come_up_the_same_way(site, server, phones):
    impostor = Gigaset(MAC_203, site.redirect.address, server.certificates.authority, "0000")
    assert impostor.ask() is None, "without the label's password the maker's service says nothing"
    for extension in ("202", "203"):
        assert phones[extension].first_contact() and phones[extension].start()
        assert phones[extension].ask() is None
        site.wait_until("done", lambda: site.device(extension)["provisioning_mac"] == "done")
        assert phones[extension].account.user == extension


# proves
def test_every_refusal_is_the_same_bytes(site, server, phones):
    steady = urllib.parse.urlsplit(phones["201"].provisioned_from).path
    # A spent key: armed once more, claimed, and finished by the steady key.
    console = site.console
    console.open_device(site.customer, site.devices["201"])
    console.page.get_by_role("button", name="Allow once more").click()
    expect(console.panel("First contact").get_by_text("Once", exact=True)).to_be_visible()
    spent = urllib.parse.urlsplit(phones["201"].ask()).path
    assert phones["201"].first_contact() and phones["201"].start()
    authority = server.certificates.authority
    spent_file = f"{spent}805ec0112233.cfg"
    site.wait_until("spent", lambda: b" 404 " in raw.answer(server.provisioning, spent_file, authority)[:16])
    paths = {
        "an unknown key": f"/{'0' * 48}/805ec0112233.cfg",
        "a foreign MAC under a valid key": f"{steady}00041345c9bf.cfg",
        "a malformed MAC": f"{steady}805ec011223.cfg",
        "a spent first-access key": spent_file,
        "no key at all": "/805ec0112233.cfg",
    }
    answers = {why: raw.answer(server.provisioning, path, authority) for why, path in paths.items()}
    assert len(set(answers.values())) == 1, answers
    assert answers["an unknown key"].startswith(b"HTTP/1.1 404 ")
    good = raw.answer(server.provisioning, f"{steady}805ec0112233.cfg", authority)
    assert good.startswith(b"HTTP/1.1 200 "), "the test asks the way a phone asks"


# proves A-076
def test_a_phone_registers_with_what_its_file_says(site, phones, voices):
    console = site.console
    console.open_device(site.customer, site.devices["201"])
    console.expect_status("Delivered")
    console.mark()
    site.voice_201 = voices("201", TONE_201)
    assert site.voice_201.registers()
    registrations = console.panel("Registrations")
    expect(registrations.get_by_text(re.compile("baresip"))).to_be_visible()
    expect(registrations.get_by_text(re.compile(r"sip:201[^@]*@127\.0\.0\.1"))).to_be_visible()
    expect(registrations.get_by_text(re.compile(r"^127\.0\.0\.1"))).to_be_visible()
    expect(registrations.locator("time").first).to_be_visible()
    console.expect_status("Confirmed")
    console.expect_not_reloaded()


def test_201_calls_202_and_both_hear_each_other(site, phones, voices):
    site.voice_202 = voices("202", TONE_202, answers=True)
    assert site.voice_202.registers()
    site.console.go("Journal")
    site.console.mark()
    began = time.time() * 1000
    _talk(site.voice_201, site.voice_202, phones["201"].account)
    row = site.console.page.get_by_role("row").filter(has_text="202").first
    expect(row.get_by_text("Answered")).to_be_visible()
    site.console.expect_not_reloaded()
    (call,) = site.calls()
    assert (call["from_number"], call["to_number"], call["result"]) == ("201", "202", "answered")
    assert call["from_name"] == "Anna Huber" and call["to_name"] == "Bruno Keller"
    ended = time.time() * 1000
    assert began <= call["started_at"] <= call["answered_at"] <= call["ended_at"] <= ended
    assert call["ended_at"] - call["answered_at"] >= 1500


def _talk(caller, callee, account):
    """A call of two seconds; each must hear the other's tone and not its own."""
    caller.dial(account, "202")
    caller.event("CALL_ESTABLISHED")
    callee.event("CALL_ESTABLISHED")
    time.sleep(2)  # The length of the conversation: sound takes time.
    caller.hang_up()
    callee.event("CALL_CLOSED")
    assert share(caller.heard(), TONE_202) > 0.8, "201 hears 202"
    assert share(callee.heard(), TONE_201) > 0.8, "202 hears 201"


# proves A-105
def test_a_rotated_password_is_in_force_at_once_without_a_release(site, phones, voices):
    before, releases = phones["201"].account, site.api(f"/devices/{site.devices['201']}/releases")
    etag = phones["201"].etag
    site.console.rotate_password(site.customer, "Anna Huber")
    assert _refused(site, voices, before), "the old password is refused"
    assert phones["201"].start()
    assert phones["201"].account.password != before.password and phones["201"].etag != etag
    assert site.api(f"/devices/{site.devices['201']}/releases") == releases, "no release was made"
    site.voice_201.close()
    site.voice_201 = voices("201", TONE_201)
    assert site.voice_201.registers(), "the new password is accepted"


def _refused(site, voices, account):
    """Whether the site refuses an account, as soon as its agent knows."""
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        trial = voices("201", TONE_201, account=account)
        accepted = trial.registers()
        trial.close()
        if not accepted:
            return True
    return False


def test_a_site_that_is_cut_off_goes_on_and_loses_nothing(site, phones):
    known = {call["id"] for call in site.calls()}
    site.wire.cut()
    for _ in range(2):
        _talk(site.voice_201, site.voice_202, phones["201"].account)
    assert {call["id"] for call in site.calls()} == known, "the server cannot know yet"
    site.wire.mend()
    site.console.go("Journal")
    rows = site.console.page.get_by_role("row").filter(has_text="Answered")
    expect(rows).to_have_count(len(known) + 2)
    calls = site.calls()
    assert len(calls) == len({call["id"] for call in calls}) == len(known) + 2, "every record exactly once"


def test_a_handset_of_the_dect_system_registers(site, voices):
    handset = voices("203", 600)
    assert handset.registers()
    site.console.go("Registrations")
    expect(site.console.page.get_by_role("row").filter(has_text="203").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_screens_can_be_looked_at(site, browser, server, operator, screenshots, theme, width):
    pages = Pages(browser, server.web)
    console = Console(pages.open(theme=theme, viewport={"width": width, "height": 800}))
    expect(console.page.locator("#boot")).to_have_count(0)
    screenshots(console.page, f"sign-in-{theme}-{width}")
    console.sign_in(operator)
    for name, path in _screens(site).items():
        console.visit(path)
        screenshots(console.page, f"{name}-{theme}-{width}")
        overflow = console.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not overflow, f"{name} is wider than the window"
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)


def _screens(site):
    base, user = f"/customers/{site.customer}", site.api("/users")["items"][0]["id"]
    place = site.api("/sites")["items"][0]["id"]
    return {
        "customers": "/customers",
        "overview": base,
        "users": f"{base}/users",
        "new-user": f"{base}/users/new",
        "user": f"{base}/users/{user}",
        "devices": f"{base}/devices",
        "add-device": f"{base}/devices/new",
        "device": f"{base}/devices/{site.devices['201']}",
        "dect-system": f"{base}/devices/{site.devices['203']}",
        "registrations": f"{base}/registrations",
        "journal": f"{base}/journal",
        "sites": f"{base}/sites",
        "site": f"{base}/sites/{place}",
    }
