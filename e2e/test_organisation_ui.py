"""The organisation as people arrange it: settings that are handed down, limits, the dashboard, the life of a customer.

The tests of this file share one server; each works in a customer of its own.
"""

import json
import re
import secrets

import pytest
from playwright.sync_api import expect

from support.browser import Pages
from support.console import Console

pytestmark = pytest.mark.one_database

HOSTILE = "<img src=x onerror=window.pwned=1>"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbea"
RIGHT_TO_LEFT = "مخبز الحبيب وأولاده"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>'
ACTING = LOGO.replace("<circle", "<script>window.pwned=1</script><circle")


class Api:
    """What others do meanwhile, by the same session."""

    def __init__(self, page):
        self.send = page.request

    def get(self, path):
        answer = self.send.get(f"/api/v1{path}")
        assert answer.ok, answer.text()
        return answer.json()

    def post(self, path, body):
        answer = self.send.post(f"/api/v1{path}", data=body)
        assert answer.ok, answer.text()
        return answer.json()

    def put(self, path, body, version):
        answer = self.send.put(f"/api/v1{path}", data=body, headers={"If-Match": f'"{version}"'})
        assert answer.ok, answer.text()

    def setting(self, node, name):
        return next(one for one in self.get(f"/nodes/{node}/settings")["items"] if one["name"] == name)

    def customer(self, name, provider):
        body = {"name": name, "provider": provider, "country": "CH", "site_name": "Main office"}
        return self.post("/customers", body)["id"]

    def provider(self):
        return self.get("/sessions/current")["memberships"][0]["node"]


@pytest.fixture
def console(pages, operator):
    console = Console(pages.open(viewport={"width": 1280, "height": 900}))
    console.sign_in(operator)
    expect(console.heading("Dashboard")).to_be_visible()
    return console


@pytest.fixture
def api(console):
    return Api(console.page)


@pytest.fixture
def customer(api):
    return api.customer(f"Bakery {secrets.token_hex(3)}", api.provider())


def row(page, name):
    """The value of a setting, with all that belongs to it."""
    return page.locator("dt").filter(has_text=re.compile(f"^{name}$")).locator("xpath=following-sibling::dd[1]")


# Settings


def test_a_value_is_handed_down_set_locked_and_given_back(console, api, customer, screenshots):
    page, provider = console.page, api.provider()
    console.visit(f"/customers/{customer}/settings")
    expect(row(page, "Time zone")).to_contain_text("Europe/Zurich")
    expect(row(page, "Time zone")).to_contain_text("the standard settings")

    console.visit(f"/nodes/{provider}/settings")
    page.get_by_role("button", name="Change: Number format").click()
    dialog = page.get_by_role("dialog", name="Number format")
    dialog.get_by_role("radio", name="International").check()
    dialog.get_by_role("switch", name="Lock for everything below").check()
    dialog.get_by_role("button", name="Save").click()
    expect(row(page, "Number format")).to_contain_text("International")
    expect(row(page, "Number format")).to_contain_text("locked for everything below")

    console.visit(f"/customers/{customer}/settings")
    locked = row(page, "Number format")
    expect(locked).to_contain_text("locked by Provider")
    expect(locked.get_by_role("button", name="Change")).to_have_count(0)
    locked.get_by_text("from Provider").click()
    expect(locked).to_contain_text("operator@provider.example")

    console.visit(f"/nodes/{provider}/settings")
    own = row(page, "Number format")
    own.get_by_text("set here").click()
    expect(own).to_contain_text("Without it")
    screenshots(page, "organisation-origin")
    own.get_by_role("button", name="Back to inherited").click()
    expect(own).to_contain_text("National")
    page.get_by_role("button", name="Undo").click()
    expect(own).to_contain_text("locked for everything below")
    own.get_by_text("set here").click()
    own.get_by_role("button", name="Back to inherited").click()
    expect(own).to_contain_text("from the standard settings")
    assert api.setting(customer, "number_format")["settable"]


def test_two_who_set_the_same_see_both(console, api, customer):
    page = console.page
    console.visit(f"/customers/{customer}/settings")
    page.get_by_role("button", name="Change: Area code").click()
    dialog = page.get_by_role("dialog", name="Area code")
    dialog.get_by_label("Area code").fill("031")
    api.put(f"/nodes/{customer}/settings/area_code", {"value": "044"}, 0)
    dialog.get_by_role("button", name="Save", exact=True).click()
    merge = dialog.get_by_role("alert", name="Somebody else saved this in the meantime")
    expect(merge).to_contain_text("044")
    merge.get_by_role("radio", name="Theirs").check()
    merge.get_by_role("button", name="Save what is chosen").click()
    expect(row(page, "Area code")).to_contain_text("044")


def test_what_would_lock_oneself_out_is_refused_at_the_field(console, api, customer):
    page = console.page
    console.visit(f"/nodes/{api.provider()}/settings")
    page.get_by_role("button", name="Change: Networks").click()
    dialog = page.get_by_role("dialog", name="Networks")
    field = dialog.get_by_label("Networks")
    field.fill("192.0.2.0/24")
    field.press("Enter")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("lock yourself out")
    dialog.get_by_role("button", name="Remove 192.0.2.0/24").click()
    field.fill("nonsense")
    field.press("Enter")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("networks such as 192.0.2.0/24")


def test_a_brand_is_seen_before_it_is_saved_and_nothing_in_it_acts(console, api, customer, screenshots):
    page = console.page
    console.visit(f"/customers/{customer}/settings")
    page.get_by_role("button", name="Change: Logo").click()
    dialog = page.get_by_role("dialog", name="Logo")
    picture = dialog.get_by_label("Logo")
    picture.set_input_files({"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": ACTING.encode()})
    dialog.get_by_role("button", name="Save").click()
    expect(picture).to_have_accessible_description(re.compile("shapes only"))
    picture.set_input_files({"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": LOGO.encode()})
    shown = dialog.locator(".brand-preview img").first
    expect(shown).to_have_js_property("complete", True)
    dialog.get_by_role("button", name="Save").click()
    expect(row(page, "Logo")).to_contain_text("A picture")

    page.get_by_role("button", name="Change: Colour").click()
    dialog = page.get_by_role("dialog", name="Colour")
    dialog.get_by_label("Colour", exact=True).fill("#ffee00")
    button = dialog.locator(".brand-preview-button")
    light, dark = (button.nth(place).evaluate("it => getComputedStyle(it).backgroundColor") for place in (0, 1))
    screenshots(page, "organisation-brand")
    assert dark == "rgb(255, 238, 0)" != light, "yellow cannot be read on light paper, and so it is moved there"
    dialog.get_by_role("button", name="Save").click()
    expect(row(page, "Colour")).to_contain_text("#ffee00")

    page.get_by_role("button", name="Change: Name").click()
    dialog = page.get_by_role("dialog", name="Name")
    dialog.get_by_label("Name", exact=True).fill(HOSTILE)
    dialog.get_by_role("button", name="Save").click()
    expect(row(page, "Name")).to_contain_text(HOSTILE)
    assert page.evaluate("window.pwned") is None


def test_the_page_wears_the_brand_of_its_host(console, api, pages, server):
    node = api.provider()
    host = "phones.provider.example"
    api.put(f"/nodes/{node}/settings/host_name", {"value": host}, 0)
    api.put(f"/nodes/{node}/settings/brand_name", {"value": "Kabelwerk"}, 0)
    api.put(f"/nodes/{node}/settings/brand_colour", {"value": "#8a1c5a"}, 0)
    page = pages.open()
    page.route(
        re.compile(r"/api/v1/branding\?"),
        lambda route: route.continue_(url=f"{server.web}/api/v1/branding?host={host}"),
    )
    page.goto("/")
    expect(page.locator("#boot")).to_have_count(0)
    expect(page.locator(".brand-name")).to_have_text("Kabelwerk")
    assert page.evaluate("localStorage.brand").startswith("light=#")
    for name in ("host_name", "brand_name", "brand_colour"):
        version = api.setting(node, name)["version"]
        answer = api.send.delete(f"/api/v1/nodes/{node}/settings/{name}", headers={"If-Match": f'"{version}"'})
        assert answer.ok


# Limits


def test_a_limit_is_set_warned_of_and_reached(console, api, customer, screenshots):
    page = console.page
    api.post(f"/customers/{customer}/users", {"name": "Anna", "extension": "201"})
    console.visit(f"/customers/{customer}/usage")
    expect(page.get_by_text("No limit ever stops an emergency call.")).to_be_visible()
    users = page.get_by_role("row").filter(has_text="Each with a line")
    expect(users).to_contain_text("No limit")
    page.get_by_role("button", name="Change: Users").click()
    dialog = page.get_by_role("dialog", name="Users")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_label("Users")).to_have_attribute("aria-invalid", "true")
    dialog.get_by_label("Users").fill("1")
    dialog.get_by_role("button", name="Save").click()
    expect(users).to_contain_text("1 of 1")
    expect(users).to_contain_text("Reached")
    expect(users).to_contain_text("Raise the limit")
    screenshots(page, "organisation-limit")

    console.go("Users")
    page.get_by_role("link", name="New user").first.click()
    page.get_by_label("Name", exact=True).fill("Berta")
    page.get_by_label("Extension").fill("202")
    page.get_by_role("button", name="Create user").click()
    expect(page.get_by_role("alert")).to_contain_text("The limit is reached")

    console.visit(f"/customers/{customer}")
    task = page.get_by_role("listitem").filter(has_text="Limit reached: Users")
    task.get_by_role("link", name="Open usage").click()
    expect(console.heading("Usage")).to_be_visible()
    page.get_by_role("button", name="Change: Users").click()
    page.get_by_role("dialog").get_by_role("button", name="Back to inherited").click()
    expect(users).to_contain_text("No limit")


def test_a_provider_sets_a_limit_for_all_below(console, api, customer):
    page, provider = console.page, api.provider()
    console.visit(f"/nodes/{provider}/limits")
    page.get_by_role("button", name="Change: Storage").click()
    dialog = page.get_by_role("dialog", name="Storage")
    dialog.get_by_label("Storage").fill("2")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row").filter(has_text="Storage")).to_contain_text("2 GB")
    console.visit(f"/customers/{customer}/usage")
    storage = page.get_by_role("row").filter(has_text="Storage")
    expect(storage).to_contain_text("0 kB of 2 GB")
    expect(storage).to_contain_text("from Provider")


# Dashboard and sites


def test_the_dashboard_leads_to_what_solves_it(console, api, customer):
    page = console.page
    name = api.get(f"/customers/{customer}")["name"]
    console.visit(f"/nodes/{api.provider()}")
    task = page.get_by_role("listitem").filter(has_text=name)
    expect(task).to_contain_text("no agent yet")
    expect(task).to_contain_text("lacks what help needs")
    task.get_by_role("link", name="Open sites").click()
    expect(page.get_by_role("row").filter(has_text="Main office")).to_contain_text("Emergency details missing")
    page.get_by_role("link", name="Main office").click()
    expect(page.get_by_text("help may not find this site")).to_be_visible()
    page.get_by_role("button", name="Enter", exact=True).click()
    dialog = page.get_by_role("dialog", name="Emergency calls")
    dialog.get_by_label("Street").fill("Bahnhofstrasse")
    dialog.get_by_label("Number shown to help").fill("044 555 01 00")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_label("Postcode")).to_have_attribute("aria-invalid", "true")
    expect(dialog.get_by_label("Number shown to help")).to_have_accessible_description(re.compile("country code"))
    dialog.get_by_label("House number").fill("1a")
    dialog.get_by_label("Postcode").fill("8001")
    dialog.get_by_label("City").fill("Zürich")
    dialog.get_by_label("Number shown to help").fill("+41 44 555 01 00")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Bahnhofstrasse 1a")).to_be_visible()
    expect(page.get_by_text("help may not find this site")).to_have_count(0)
    console.go("Sites")
    expect(page.get_by_role("row").filter(has_text="Main office")).to_contain_text("Ready")
    console.visit(f"/nodes/{api.provider()}")
    expect(page.get_by_role("listitem").filter(has_text=name)).not_to_contain_text("lacks what help needs")


def test_a_new_site_is_told_what_help_needs(console, customer):
    page = console.page
    console.visit(f"/customers/{customer}/sites/new")
    page.get_by_label("Name", exact=True).fill("Workshop")
    page.get_by_label("Country").first.select_option(label="Germany")
    page.get_by_label("Street").fill("Hafenweg")
    page.get_by_label("Postcode").fill("20457")
    page.get_by_label("City").fill("Hamburg")
    page.get_by_label("Number shown to help").fill("+494055501")
    page.get_by_role("button", name="Create site").click()
    expect(console.heading("Workshop")).to_be_visible()
    expect(page.get_by_text("20457 Hamburg")).to_be_visible()
    expect(page.locator(".page-facts").get_by_text("Emergency details missing")).to_have_count(0)


# The life of a customer


def test_a_customer_is_suspended_and_comes_back(console, api, customer, screenshots):
    page = console.page
    console.visit(f"/customers/{customer}/manage")
    page.get_by_role("button", name="Suspend", exact=True).click()
    dialog = page.get_by_role("dialog", name="Suspend")
    expect(dialog.get_by_text("Emergency calls always work.")).to_be_visible()
    dialog.get_by_role("button", name="Suspend", exact=True).click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.get_by_role("radio", name="Internal and emergency calls only").check()
    dialog.get_by_label("Reason").fill(HOSTILE)
    screenshots(page, "organisation-suspension")
    dialog.get_by_role("button", name="Suspend", exact=True).click()
    state = console.panel("State")
    expect(state).to_contain_text("Suspended")
    expect(state).to_contain_text(HOSTILE)
    assert api.get(f"/customers/{customer}")["standing"]["calls"] == "internal_only"
    console.visit(f"/customers/{customer}")
    expect(page.get_by_text("This customer is suspended")).to_be_visible()
    console.visit(f"/customers/{customer}/manage")
    page.get_by_role("button", name="End suspension").click()
    page.get_by_role("dialog").get_by_role("button", name="End suspension").click()
    expect(state).to_contain_text("Active")
    assert page.evaluate("window.pwned") is None


def test_a_customer_is_exported_closed_and_opened_again(console, api, customer, screenshots):
    page = console.page
    name = api.get(f"/customers/{customer}")["name"]
    console.visit(f"/customers/{customer}/manage")
    expect(page.get_by_text("Make an export first")).to_be_visible()
    expect(page.get_by_role("button", name="Close customer")).to_have_count(0)
    page.get_by_role("button", name="Make an export").click()
    fetch = page.get_by_role("link", name="Download")
    expect(fetch).to_be_visible()
    with page.expect_download() as download:
        fetch.click()
    lines = download.value.path().read_text().splitlines()
    assert any(json.loads(line)["table"] == "customer" for line in lines)
    page.get_by_role("button", name="Close customer").click()
    dialog = page.get_by_role("dialog", name=f"Close {name}?")
    act = dialog.get_by_role("button", name="Close customer")
    expect(act).to_be_disabled()
    dialog.get_by_label("Name", exact=True).fill(name)
    screenshots(page, "organisation-closure")
    act.click()
    expect(console.panel("State")).to_contain_text("Closed")
    expect(page.get_by_text("It can be opened again until")).to_be_visible()
    screenshots(page, "organisation-closed")
    console.visit(f"/nodes/{api.provider()}")
    expect(page.get_by_role("listitem").filter(has_text=name)).to_contain_text("Closed, and erased on")
    console.visit(f"/customers/{customer}/manage")
    page.get_by_role("button", name="Open again").click()
    page.get_by_role("dialog").get_by_role("button", name="Open again").click()
    expect(console.panel("State")).to_contain_text("Active")


def test_a_reseller_is_made_renamed_and_given_a_customer(console, api, customer, screenshots):
    page = console.page
    console.visit(f"/nodes/{api.provider()}/organisation")
    page.get_by_role("button", name="New reseller").click()
    dialog = page.get_by_role("dialog", name="New reseller")
    dialog.get_by_label("Name", exact=True).fill("Regio")
    dialog.get_by_role("button", name="Create").click()
    page.get_by_role("listitem").filter(has_text="Regio").get_by_role("link", name="Organisation").click()
    page.wait_for_url(re.compile("/nodes/(?!" + api.provider() + ")"))
    page.get_by_role("button", name="Rename").click()
    dialog = page.get_by_role("dialog", name="Rename")
    dialog.get_by_label("Name", exact=True).fill(HOSTILE)
    dialog.get_by_role("button", name="Save").click()
    place = console.panel("Name and place")
    expect(place).to_contain_text(HOSTILE)
    expect(place).to_contain_text("Provider")

    console.visit(f"/customers/{customer}/manage")
    page.get_by_role("button", name="Move", exact=True).click()
    dialog = page.get_by_role("dialog", name="Move")
    dialog.get_by_role("button", name=f"Go to {HOSTILE}").click()
    expect(dialog.get_by_role("list", name="Move to").get_by_role("listitem")).to_have_count(2)
    screenshots(page, "organisation-move")
    dialog.get_by_role("button", name="Move here").click()
    expect(dialog).to_be_hidden()
    expect(console.panel("Name and place")).to_contain_text(f"Provider › {HOSTILE}")
    assert api.get(f"/customers/{customer}")["provider_name"] == HOSTILE
    assert page.evaluate("window.pwned") is None


# Names


@pytest.mark.parametrize("name", [HOSTILE, LONG, RIGHT_TO_LEFT], ids=["hostile", "long", "right-to-left"])
def test_any_name_is_shown_and_fits_a_telephone(browser, server, operator, screenshots, request, name):
    pages = Pages(browser, server.web)
    page = pages.open(viewport={"width": 360, "height": 800})
    console = Console(page)
    console.sign_in(operator)
    expect(console.heading("Dashboard")).to_be_visible()
    api = Api(page)
    customer = api.customer(name, api.provider())
    node, base = f"/nodes/{api.provider()}", f"/customers/{customer}"
    version = api.setting(customer, "brand_name")["version"]
    api.put(f"/nodes/{customer}/settings/brand_name", {"value": name}, version)
    for path in (node, f"{node}/organisation", base, f"{base}/manage", f"{base}/settings", f"{base}/usage"):
        console.visit(path)
        screenshots(page, f"organisation-{request.node.callspec.id}{path.rsplit('/', 1)[1][:12]}")
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), path
        assert page.evaluate("window.pwned") is None, path
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)
