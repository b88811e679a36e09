"""The audit log in the web UI: found, filtered, read and taken out of the house, for a customer and for a provider."""

import csv
import io
import json
import re

import pytest
from playwright.sync_api import expect

from support import axe
from support.browser import Pages
from support.console import Console

pytestmark = pytest.mark.one_database

MARKUP = "<img src=x onerror=alert(1)>"
RIGHT_TO_LEFT = "قسم المبيعات \u202eنهاية"
LONG = "Vertriebsinnendienstmitarbeiterinnenvertretungsangelegenheitenbeauftragte"[:64]


@pytest.fixture(scope="module")
def place(browser, server, operator, support):
    """A customer with a history: done, denied and failed, by two people, of nasty names."""
    pages = Pages(browser, server.web)
    console = Console(pages.open())
    console.sign_in(operator)
    customer = console.create_customer("History AG", "Main office")
    send, base = console.page.request, f"/api/v1/customers/{customer}"
    user = send.post(f"{base}/users", data={"name": "Anna Arnold", "extension": "201"}).json()
    headers = {"If-Match": f'"{user["version"]}"'}
    assert send.patch(f"{base}/users/{user['id']}", data={"name": "Anna Berger"}, headers=headers).ok
    assert send.post(f"{base}/users", data={"name": "Twin", "extension": "201"}).status == 422
    for name in (MARKUP, RIGHT_TO_LEFT, LONG):
        assert send.post(f"{base}/groups", data={"name": name}).ok
    for number in range(300, 420):
        assert send.post(f"{base}/users", data={"name": f"Filler {number}", "extension": str(number)}).ok
    other = Console(pages.open())
    other.sign_in(support)
    assert other.page.request.post(f"{base}/groups", data={"name": "Not allowed"}).status == 403
    node = console.node()
    role = {"name": "Night desk", "permissions": ["calls:read"]}
    assert send.post(f"/api/v1/nodes/{node}/roles", data=role).ok
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)
    return {"customer": customer, "node": node, "user": user["id"]}


@pytest.fixture
def console(pages, operator, place):
    console = Console(pages.open(path=f"/customers/{place['customer']}"))
    console.sign_in(operator)
    return console


def rows(page):
    return page.get_by_role("table", name="Audit log").locator("tbody tr")


def filter_by(page, name, value):
    tools = page.get_by_role("group", name="Filter and arrange")
    tools.locator("summary").filter(has_text=re.compile(f"^{name}$")).click()
    tools.get_by_role("button", name=value, exact=True).click()
    page.keyboard.press("Escape")


def fill_filter(page, name, value):
    tools = page.get_by_role("group", name="Filter and arrange")
    tools.locator("summary").filter(has_text=re.compile(f"^{name}$")).click()
    tools.locator("details[open]").get_by_label(name, exact=True).fill(value)
    tools.get_by_role("button", name="Filter", exact=True).click()


def test_what_failed_and_what_was_denied_stand_out_and_say_why(console, place, support):
    page = console.page
    console.go("Audit log")
    filter_by(page, "Result", "Denied")
    expect(page.get_by_role("list", name="Filters in force")).to_contain_text("Result: Denied")
    denied = rows(page).filter(has_text=support.email)
    expect(denied).to_contain_text("Permission group created")
    expect(denied.locator(".lamp-trouble")).to_have_text("Denied")
    denied.get_by_role("link").click()
    drawer = page.get_by_role("dialog", name="Permission group created")
    expect(drawer).to_contain_text("You are not allowed to do this.")
    expect(drawer).to_contain_text("group.create")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Remove filter Result: Denied").click()
    filter_by(page, "Result", "Failed")
    failed = rows(page).filter(has_text="User created")
    expect(failed.locator(".lamp-attention")).to_have_text("Failed")
    failed.get_by_role("link").click()
    expect(page.get_by_role("dialog", name="User created")).to_contain_text("This extension is already in use")


def test_a_change_shows_before_and_after_and_leads_on(console, place):
    page = console.page
    console.visit(f"/customers/{place['customer']}/audit?target={place['user']}")
    expect(rows(page)).to_have_count(2)
    rows(page).filter(has_text="User changed").get_by_role("link").click()
    drawer = page.get_by_role("dialog", name="User changed")
    expect(drawer.get_by_role("deletion").filter(has_text="Anna Arnold")).to_be_visible()
    expect(drawer.get_by_role("insertion").filter(has_text="Anna Berger")).to_be_visible()
    expect(drawer).to_contain_text(re.compile("session [0-9a-f-]+"))
    expect(drawer).to_contain_text("127.0.0.1")
    drawer.get_by_role("link", name=re.compile("^Everything by")).click()
    expect(page).to_have_url(re.compile("actor="))
    expect(page.get_by_role("list", name="Filters in force")).to_contain_text("Who: operator@provider.example")
    page.go_back()
    page.get_by_role("dialog", name="User changed").get_by_role("link", name="Open it").click()
    expect(console.heading("Anna Berger")).to_be_visible()


def test_filters_combine_and_the_address_holds_them(console, place, support):
    page = console.page
    console.visit(f"/customers/{place['customer']}/audit")
    fill_filter(page, "Who", "supp")
    expect(rows(page)).to_have_count(1)
    filter_by(page, "What", "Permission groups")
    expect(rows(page)).to_have_count(1)
    fill_filter(page, "Up to", "2020-01-31")
    expect(page.get_by_text("Nothing fits")).to_be_visible()
    chips = page.get_by_role("list", name="Filters in force")
    expect(chips).to_contain_text("Up to: 31 Jan 2020")
    page.reload()
    expect(chips.get_by_role("listitem")).to_have_count(3)
    page.get_by_role("button", name=re.compile("Remove filter Up to")).click()
    expect(rows(page)).to_have_count(1)
    page.get_by_role("button", name=re.compile("Remove filter Who")).click()
    expect(rows(page)).to_have_count(4)


def test_an_opening_is_folded_into_its_end(console, place):
    page = console.page
    console.visit(f"/customers/{place['customer']}/audit?target={place['user']}")
    expect(rows(page)).to_have_count(2)
    expect(page.get_by_text("Begun", exact=True).locator("visible=true")).to_have_count(0)
    console.visit(f"/customers/{place['customer']}/audit?outcome=opened")
    expect(rows(page).first.locator(".lamp-under-way")).to_have_text("Begun")


def test_the_file_holds_what_the_filters_let_through_in_three_forms(console, place):
    page = console.page
    console.visit(f"/customers/{place['customer']}/audit?outcome=denied")
    expect(rows(page)).to_have_count(1)
    texts = {}
    for form in ("CSV", "NDJSON", "Syslog"):
        page.get_by_text("Export", exact=True).click()
        with page.expect_download() as download:
            page.get_by_role("link", name=form).click()
        texts[form] = download.value.path().read_text()
        page.keyboard.press("Escape")
    table = list(csv.DictReader(io.StringIO(texts["CSV"])))
    lines = [json.loads(line) for line in texts["NDJSON"].splitlines()]
    assert len(table) == len(lines) == len(texts["Syslog"].splitlines()) == 1
    assert table[0]["outcome"] == lines[0]["outcome"] == "denied"
    assert "group.create" in texts["Syslog"]


def test_a_provider_has_its_own_log(console, place):
    page = console.page
    console.visit(f"/nodes/{place['node']}/audit")
    expect(page.get_by_role("navigation", name="Customer").get_by_role("link", name="Audit log")).to_have_attribute(
        "aria-current", "page"
    )
    expect(rows(page).filter(has_text="Role created")).to_contain_text("Night desk")
    page.keyboard.press("Control+k")
    page.keyboard.type("audit")
    expect(page.get_by_role("option", name="Audit log")).to_be_visible()


def test_a_hundred_rows_are_shown_and_the_last_one_opens(console, place):
    page = console.page
    console.visit(f"/customers/{place['customer']}/audit")
    for _ in range(4):
        if rows(page).count() >= 100:
            break
        before = rows(page).count()
        page.get_by_role("button", name="Show more").click()
        expect(rows(page)).not_to_have_count(before)
    assert rows(page).count() >= 100
    rows(page).last.get_by_role("link").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("theme,width", [("light", 360), ("dark", 1280), ("light", 1280)])
def test_no_name_runs_or_breaks_the_page(browser, server, operator, place, screenshots, theme, width):
    pages = Pages(browser, server.web)
    page = pages.open(theme=theme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    console, faults, ran = Console(page), [], []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    console.sign_in(operator)

    def look(name):
        screenshots(page, f"audit-{name}-{theme}-{width}")
        faults.extend(f"{name}: {line}" for line in axe.violations(page))
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            faults.append(f"{name}: wider than the window")
        if page.locator("img[src=x]").count():
            faults.append(f"{name}: a name became markup")

    base = f"/customers/{place['customer']}/audit"
    console.visit(base)
    look("list")
    console.visit(f"{base}?action=group.create")
    expect(rows(page)).to_have_count(4)
    look("groups")
    for place_in_list in (1, 2, 3):
        rows(page).nth(place_in_list).get_by_role("link").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        look(f"drawer-{place_in_list}")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
    console.visit(f"{base}?target={place['user']}")
    rows(page).first.get_by_role("link").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    look("change")
    page.keyboard.press("Escape")
    page.get_by_text("Export", exact=True).click()
    look("export")
    pages.close()
    assert not ran, ran
    assert not pages.troubles, "\n".join(pages.troubles)
    assert not faults, "\n".join(faults)
