"""Groups of the telephone system in the web UI: who may do what on whom, which pages are shown, whose calls are picked
up, which number rings at several."""

import re
import secrets

import pytest
from playwright.sync_api import expect

from support import axe
from support.browser import Pages
from support.console import Console

pytestmark = pytest.mark.one_database

NASTY = {
    "markup": "<img src=x onerror=alert(1)>",
    "right-to-left": "قسم المبيعات والدعم الفني \u202eنهاية",
    "long": "Vertriebsinnendienstmitarbeiterinnenvertretungsangelegenheitenbeauftragte"[:64],
}


@pytest.fixture(scope="module")
def customer(browser, server, operator, support):
    """A customer with users enough to search among."""
    pages = Pages(browser, server.web)
    console = Console(pages.open())
    console.sign_in(operator)
    customer = console.create_customer("Groups AG", "Main office")
    for number, name in enumerate(["Anna Arnold", "Bruno Berger", "Carla Conti", "Dario Dunant"], 201):
        body = {"name": name, "extension": str(number)}
        assert console.page.request.post(f"/api/v1/customers/{customer}/users", data=body).ok
    for number in range(300, 360):
        body = {"name": f"Filler {number}", "extension": str(number)}
        assert console.page.request.post(f"/api/v1/customers/{customer}/users", data=body).ok
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)
    return customer


@pytest.fixture
def console(pages, operator, customer):
    console = Console(pages.open(path=f"/customers/{customer}"))
    console.sign_in(operator)
    console.api = Api(console.page.request, f"/api/v1/customers/{customer}")
    return console


class Api:
    """What others do meanwhile."""

    def __init__(self, request, base):
        self._request, self._base = request, base

    def get(self, path):
        return self._request.get(f"{self._base}{path}").json()

    def make(self, path, **body):
        answer = self._request.post(f"{self._base}{path}", data=body)
        assert answer.ok, answer.text()
        return answer.json() if answer.text() else None

    def change(self, method, path, version, **body):
        headers = {"If-Match": f'"{version}"'}
        answer = getattr(self._request, method)(f"{self._base}{path}", data=body, headers=headers)
        assert answer.ok, answer.text()

    def users(self, *names):
        found = {user["name"]: user["id"] for user in self.get("/users?size=200")["items"]}
        return [found[name] for name in names]


def tab(page, name):
    page.get_by_role("navigation", name="Kinds of groups").get_by_role("link", name=name).click()


def create(page, button, name):
    page.get_by_role("button", name=button).first.click()
    dialog = page.get_by_role("dialog", name=button)
    dialog.get_by_label("Name", exact=True).fill(name)
    dialog.get_by_role("button", name="Create group").click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def pick(page, *words_and_labels):
    """Adds members, found one by one, all at once."""
    page.get_by_role("button", name="Add members").click()
    dialog = page.get_by_role("dialog", name="Add members")
    for words, label in words_and_labels:
        dialog.get_by_label("Name, login or extension").fill(words)
        dialog.get_by_role("checkbox", name=label).check()
    chosen = len(words_and_labels)
    expect(dialog.get_by_text("One selected" if chosen == 1 else f"{chosen} selected")).to_be_visible()
    dialog.get_by_role("button", name="Add members").click()
    expect(dialog).to_be_hidden()


# Permission groups


def test_predefined_groups_are_there_and_say_why_they_stay(console):
    page = console.page
    console.go("Groups")
    row = page.get_by_role("row").filter(has_text="All users")
    expect(row).to_contain_text("Predefined")
    expect(row).to_contain_text("64")
    row.get_by_role("link").click()
    expect(console.heading("All users")).to_be_visible()
    expect(page.get_by_text("cannot be deleted")).to_be_visible()
    expect(page.get_by_text("Every user belongs to it")).to_be_visible()
    expect(page.get_by_role("button", name="Delete group")).to_have_count(0)
    expect(page.get_by_role("button", name="Add members")).to_have_count(0)
    rights = console.panel("What members may do")
    expect(rights.get_by_role("listitem").filter(has_text="Group pickup")).to_contain_text("within their pickup groups")
    page.get_by_role("link", name="Permission groups").click()
    expect(console.heading("Groups")).to_be_visible()


def test_a_permission_group_gets_members_and_rights_and_goes(console):
    page = console.page
    console.go("Groups")
    create(page, "New permission group", "Secretary")
    pick(page, ("ann", "201 Anna Arnold"), ("202", "202 Bruno Berger"), ("carla", "203 Carla Conti"))
    members = console.panel("Members")
    expect(members.get_by_role("link", name="201 Anna Arnold")).to_be_visible()
    expect(page.get_by_text("3 members added")).to_be_visible()
    members.get_by_role("button", name="Take Bruno Berger out").click()
    expect(members.get_by_role("link", name="202 Bruno Berger")).to_have_count(0)
    page.get_by_role("button", name="Add members").click()
    dialog = page.get_by_role("dialog", name="Add members")
    expect(dialog.get_by_role("checkbox", name="201 Anna Arnold in already")).to_be_disabled()
    expect(dialog.get_by_text("There are more.")).to_be_visible()
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Give a right").click()
    dialog = page.get_by_role("dialog", name="Give a right")
    dialog.get_by_role("button", name="Give", exact=True).click()
    expect(dialog.get_by_label("Right")).to_have_attribute("aria-invalid", "true")
    dialog.get_by_label("Right").select_option(label="Call pickup")
    dialog.get_by_label("Applies to").select_option(label="Secretary")
    expect(dialog.get_by_text("Members may take calls that ring at “Secretary”.")).to_be_visible()
    dialog.get_by_role("button", name="Give", exact=True).click()
    rights = console.panel("What members may do")
    expect(rights.get_by_role("listitem")).to_contain_text("Members may take calls that ring at “Secretary”.")

    page.get_by_role("button", name="Give a right").click()
    dialog.get_by_label("Right").select_option(label="Call pickup")
    expect(dialog.get_by_label("Applies to").get_by_role("option", name="Secretary")).to_have_count(0)
    dialog.get_by_label("Right").select_option(label="Show GUI")
    dialog.get_by_label("Applies to").select_option(label="New admin GUI")
    dialog.get_by_role("button", name="Give", exact=True).click()
    expect(rights.get_by_role("listitem")).to_have_count(2)
    rights.get_by_role("button", name="Take away: Show GUI").click()
    expect(rights.get_by_role("listitem")).to_have_count(1)

    page.get_by_role("button", name="Delete group").click()
    dialog = page.get_by_role("dialog", name="Delete Secretary?")
    expect(dialog).to_contain_text("lose what this group allows")
    dialog.get_by_role("button", name="Delete group").click()
    expect(console.heading("Groups")).to_be_visible()
    expect(page.get_by_role("link", name="Secretary")).to_have_count(0)


def test_a_name_that_two_change_is_chosen_by_hand(console, customer):
    page, api = console.page, console.api
    group = api.make("/groups", name="Evening")
    console.visit(f"/customers/{customer}/groups/{group['id']}")
    field = page.get_by_label("Name", exact=True)
    field.fill("Late shift")
    api.change("patch", f"/groups/{group['id']}", group["version"], name="Night shift")
    page.get_by_role("button", name="Save", exact=True).click()
    merge = page.get_by_role("alert", name="Somebody else saved this in the meantime")
    expect(merge).to_contain_text("Night shift")
    merge.get_by_role("button", name="Save what is chosen").click()
    expect(console.heading("Late shift")).to_be_visible()


# Web modules


def test_modules_go_on_with_what_they_hang_on(console):
    page, api = console.page, console.api
    console.go("Groups")
    tab(page, "Web modules")
    expect(page.get_by_role("row").filter(has_text="New admin GUI")).to_contain_text("Predefined")
    name = f"Front office {secrets.token_hex(2)}"
    create(page, "New GUI group", name)
    expect(page.get_by_role("switch", name="Log in")).to_be_disabled()
    page.get_by_role("switch", name="Import users").check()
    for parent in ("Administration", "Users and functions"):
        expect(page.get_by_role("switch", name=parent, exact=True)).to_be_checked()
    page.get_by_role("switch", name="Users and functions").uncheck()
    expect(page.get_by_role("switch", name="Import users")).not_to_be_checked()
    page.get_by_role("switch", name="Registrations").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".page-facts")).to_contain_text("5 of 44 on")
    page.reload()
    expect(page.get_by_role("switch", name="Registrations")).to_be_checked()

    one = next(group for group in api.get("/gui-groups")["items"] if group["name"] == name)
    api.change("patch", f"/gui-groups/{one['id']}", one["version"], on=["home"])
    # The page follows what others save, so both begin from the same: what is typed here differs.
    page.get_by_role("switch", name="Contacts").check()
    page.get_by_role("button", name="Save", exact=True).click()
    merge = page.get_by_role("alert", name="Somebody else saved this in the meantime")
    expect(merge.get_by_role("group", name="Modules")).to_contain_text("Home")
    merge.get_by_role("radio", name="Theirs").check()
    merge.get_by_role("button", name="Save what is chosen").click()
    expect(page.get_by_role("switch", name="Home")).to_be_checked()
    expect(page.get_by_role("switch", name="Contacts")).not_to_be_checked()
    page.get_by_role("button", name="Delete group").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete group").click()
    expect(page.get_by_role("link", name=name)).to_have_count(0)


# Pickup groups


def test_a_pickup_group_keeps_what_others_add(console):
    page, api = console.page, console.api
    console.go("Groups")
    tab(page, "Pickup groups")
    create(page, "New pickup group", "Workshop")
    expect(page.locator(".page-facts")).to_contain_text("for function keys")
    identity = page.url.rsplit("/", 1)[1]
    pick(page, ("dario", "204 Dario Dunant"))
    group = api.get(f"/pickup-groups/{identity}")
    others = api.users("Dario Dunant", "Carla Conti")
    api.change("put", f"/pickup-groups/{identity}/members", group["version"], users=others)
    pick(page, ("anna", "201 Anna Arnold"))
    members = console.panel("Members")
    for name in ("201 Anna Arnold", "203 Carla Conti", "204 Dario Dunant"):
        expect(members.get_by_role("link", name=name)).to_be_visible()
    members.get_by_role("button", name="Take Dario Dunant out").click()
    expect(members.get_by_role("link", name="204 Dario Dunant")).to_have_count(0)
    expect(members.get_by_role("link", name="203 Carla Conti")).to_be_visible()
    # Other members are no other name: nothing is asked.
    page.get_by_label("Name", exact=True).fill("Workshop and yard")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(console.heading("Workshop and yard")).to_be_visible()
    console.go("Groups")
    tab(page, "Pickup groups")
    page.get_by_role("button", name="New pickup group").first.click()
    dialog = page.get_by_role("dialog", name="New pickup group")
    dialog.get_by_label("Name", exact=True).fill("Yard")
    dialog.get_by_label("Number").fill(str(group["number"]))
    dialog.get_by_role("button", name="Create group").click()
    expect(dialog.get_by_label("Number")).to_have_accessible_description(re.compile("already in use here"))


# Hunt groups


def test_hunt_members_are_put_in_order_by_keyboard(console):
    page, api = console.page, console.api
    console.go("Groups")
    tab(page, "Hunt groups")
    page.get_by_role("button", name="New hunt group").first.click()
    dialog = page.get_by_role("dialog", name="New hunt group")
    dialog.get_by_label("Title").fill("Sales")
    dialog.get_by_label("Extension").fill("201")
    dialog.get_by_role("button", name="Create group").click()
    expect(dialog.get_by_label("Extension")).to_have_attribute("aria-invalid", "true")
    dialog.get_by_label("Extension").fill("444")
    dialog.get_by_role("button", name="Create group").click()
    expect(console.heading("Sales")).to_be_visible()
    identity = page.url.rsplit("/", 1)[1]

    pick(page, ("anna", "201 Anna Arnold"), ("bruno", "202 Bruno Berger"), ("carla", "203 Carla Conti"))
    up = page.get_by_role("button", name="Move Carla Conti up")
    up.focus()
    page.keyboard.press("Enter")
    expect(up).to_be_focused()
    expect(page.get_by_text("Carla Conti is now number 2")).to_be_attached()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move Carla Conti down")).to_be_focused()
    seconds = page.get_by_label("Seconds Anna Arnold rings")
    expect(seconds).to_have_value("5")
    seconds.fill("0")
    page.get_by_role("button", name="Save members").click()
    expect(seconds).to_have_attribute("aria-invalid", "true")
    seconds.fill("20")
    page.get_by_role("button", name="Save members").click()
    expect(page.get_by_role("button", name="Save members")).to_have_count(0)
    found = api.get(f"/hunt-groups/{identity}/members")["items"]
    assert [(one["name"], one["timeout_s"]) for one in found] == [
        ("Carla Conti", 5),
        ("Anna Arnold", 20),
        ("Bruno Berger", 5),
    ]

    # The settings go on from the version the members left behind.
    page.get_by_role("radio", name="Parallel").check()
    page.get_by_role("switch", name="Group busy").check()
    page.get_by_label("Displayed group name").fill("Sales team")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".page-facts")).to_contain_text("Parallel")
    expect(page.get_by_label("Seconds Anna Arnold rings")).to_have_count(0)

    version = api.get(f"/hunt-groups/{identity}")["version"]
    page.get_by_role("button", name="Take Bruno Berger out").click()
    one = {"user": api.users("Dario Dunant")[0]}
    api.change("put", f"/hunt-groups/{identity}/members", version, members=[one])
    page.get_by_role("button", name="Save members").click()
    merge = page.get_by_role("alert", name="Somebody else saved this in the meantime")
    expect(merge).to_contain_text("1. Dario Dunant")
    merge.get_by_role("radio", name="Yours").check()
    merge.get_by_role("button", name="Save what is chosen").click()
    expect(page.get_by_role("button", name="Save members")).to_have_count(0)
    found = api.get(f"/hunt-groups/{identity}/members")["items"]
    assert [one["name"] for one in found] == ["Carla Conti", "Anna Arnold"]

    page.get_by_role("button", name="Delete group").click()
    dialog = page.get_by_role("dialog", name="Delete Sales?")
    expect(dialog).to_contain_text("reach nobody")
    dialog.get_by_role("button", name="Delete group").click()
    expect(console.heading("Groups")).to_be_visible()


def test_an_order_that_is_not_saved_is_not_lost_by_accident(console, customer):
    page, api = console.page, console.api
    group = api.make("/hunt-groups", extension="445", title="Support")
    console.visit(f"/customers/{customer}/hunt-groups/{group['id']}")
    pick(page, ("anna", "201 Anna Arnold"))
    page.get_by_role("navigation", name="Customer").get_by_role("link", name="Users").click()
    page.get_by_role("dialog", name="Leave without saving?").get_by_role("button", name="Stay here").click()
    expect(page.get_by_role("link", name="201 Anna Arnold")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("link", name="201 Anna Arnold")).to_have_count(0)
    page.get_by_role("navigation", name="Customer").get_by_role("link", name="Users").click()
    expect(console.heading("Users")).to_be_visible()


# Names nobody should choose


@pytest.fixture(scope="module")
def nasty(browser, server, operator, customer):
    """One group of each kind for each name, with a user of that name in it."""
    pages = Pages(browser, server.web)
    console = Console(pages.open())
    console.sign_in(operator)
    api = Api(console.page.request, f"/api/v1/customers/{customer}")
    paths = {}
    for place, (kind, name) in enumerate(NASTY.items()):
        user = api.make("/users", name=name, extension=f"99{place}")["id"]
        group = api.make("/groups", name=name)
        api.make(f"/groups/{group['id']}/members", users=[user])
        gui = api.make("/gui-groups", name=name)
        api.make(f"/groups/{group['id']}/grants", feature="call-pickup", target=group["id"])
        api.make(f"/groups/{group['id']}/grants", feature="show-gui", gui_group=gui["id"])
        pickup = api.make("/pickup-groups", name=name)
        api.change("put", f"/pickup-groups/{pickup['id']}/members", pickup["version"], users=[user])
        hunt = api.make("/hunt-groups", extension=f"98{place}", title=name)
        api.change("put", f"/hunt-groups/{hunt['id']}/members", hunt["version"], members=[{"user": user}])
        made = {"groups": group, "gui-groups": gui, "pickup-groups": pickup, "hunt-groups": hunt}
        paths.update({f"{path}-{kind}": f"/{path}/{one['id']}" for path, one in made.items()})
    pages.close()
    return {**paths, **{path: f"/{path}" for path in ("groups", "gui-groups", "pickup-groups", "hunt-groups")}}


@pytest.mark.parametrize("theme,width", [("light", 360), ("dark", 1280)])
def test_no_name_runs_or_breaks_the_page(browser, server, operator, customer, nasty, screenshots, theme, width):
    pages = Pages(browser, server.web)
    page = pages.open(theme=theme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    console, faults, ran = Console(page), [], []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    console.sign_in(operator)

    def look(name):
        screenshots(page, f"groups-{name}-{theme}-{width}")
        faults.extend(f"{name}: {line}" for line in axe.violations(page))
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            faults.append(f"{name}: wider than the window")
        if page.locator("img[src=x]").count():
            faults.append(f"{name}: a name became markup")

    for name, path in nasty.items():
        console.visit(f"/customers/{customer}{path}")
        look(name)
    console.visit(f"/customers/{customer}{nasty['hunt-groups-markup']}")
    for button in ("Add members", "Delete group"):
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        look(f"{button.lower().replace(' ', '-')}")
        page.keyboard.press("Escape")
    console.visit(f"/customers/{customer}{nasty['groups-markup']}")
    page.get_by_role("button", name="Give a right").click()
    dialog = page.get_by_role("dialog", name="Give a right")
    dialog.get_by_label("Right").select_option(label="Call recording")
    dialog.get_by_label("Applies to").select_option(label=NASTY["markup"])
    expect(dialog.get_by_text(re.compile("record calls of “<img"))).to_be_visible()
    look("give-a-right")
    pages.close()
    assert not ran, ran
    assert not pages.troubles, "\n".join(pages.troubles)
    assert not faults, "\n".join(faults)


def test_who_may_only_look_changes_nothing(pages, support, customer):
    console = Console(pages.open(path=f"/customers/{customer}/groups"))
    console.sign_in(support)
    expect(console.heading("Groups")).to_be_visible()
    expect(console.page.get_by_role("button", name="New permission group")).to_have_count(0)
    console.page.get_by_role("link", name="All users").click()
    expect(console.heading("All users")).to_be_visible()
    expect(console.page.get_by_role("button", name="Give a right")).to_have_count(0)
