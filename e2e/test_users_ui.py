"""Users as a customer's administrator handles them: the list, the editor, groups, and users from a file.

The tests of this file share one server; each has a customer of its own.
"""

import re
import secrets

import pytest
from playwright.sync_api import expect

from support.console import Console

pytestmark = pytest.mark.one_database

EVIL = "<img src=x onerror=window.hit=1>"
RIGHT_TO_LEFT = "שלום עולם مرحبا بالعالم"
LONG = "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftsch"
HEAD = "User;Extension;First name;Last name;PIN;Voicemail box;E-mail;Language;Internal CLIP;External CLIP;Hide in contacts;To operator;Operator extension;Pickup group;Hunt group"


class Office:
    """A customer with one site, seen by the provider's administrator."""

    def __init__(self, page, operator):
        self.page = page
        self.console = Console(page)
        self.console.sign_in(operator)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        name = f"Bakery {secrets.token_hex(3)}"
        made = page.request.post("/api/v1/customers", data={"name": name, "site_name": "Main office"})
        assert made.ok, made.text()
        self.id = made.json()["id"]

    def address(self, path=""):
        return f"/customers/{self.id}/users{path}"

    def visit(self, path=""):
        self.console.visit(self.address(path))
        return self.page

    def send(self, method, path, data=None, **headers):
        address = f"/api/v1/customers/{self.id}{path}"
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self.page.request.fetch(address, method=method, data=data, headers=headers)
        assert answer.ok, f"{method} {path}: {answer.status} {answer.text()}"
        return answer.json() if answer.body() else None

    def user(self, name, extension, **more):
        return self.send("POST", "/users", {"name": name, "extension": extension, **more})

    def change(self, user, **fields):
        now = self.send("GET", f"/users/{user['id']}")
        return self.send("PATCH", f"/users/{user['id']}", fields, if_match=f'"{now["version"]}"')


@pytest.fixture
def office(page, operator):
    return Office(page, operator)


def pick(page, file, name="users.csv"):
    """Chooses a file and goes on to how it is written."""
    content = file if isinstance(file, bytes) else file.encode()
    page.get_by_label("CSV file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    expect(page.get_by_text(f"Chosen: {name}")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("button", name="Show preview")).to_be_visible()


def rows(page, name="Users"):
    return page.get_by_role("table", name=name).locator("tbody tr")


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


# The list


def test_an_empty_list_offers_both_ways_to_fill_it(office, screenshots):
    page = office.visit()
    expect(page.get_by_role("heading", name="No users yet")).to_be_visible()
    screenshots(page, "users-empty")
    expect(page.get_by_role("link", name="New user")).to_have_count(1)
    page.get_by_role("link", name="Import users").click()
    expect(office.console.heading("Import users")).to_be_visible()
    expect(page.get_by_role("list").filter(has_text="Preview").get_by_role("listitem")).to_have_count(4)


def test_the_list_is_searched_sorted_arranged_and_exported(office, screenshots):
    for name, extension in {"Zoë Albers": "201", "Bruno Keller": "202", "Anna Huber": "203"}.items():
        office.user(name, extension, email=f"{extension}@customer.example")
    page = office.visit()
    expect(rows(page).first).to_contain_text("Zoë Albers")
    header = page.get_by_role("columnheader", name="User", exact=True)
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "ascending")
    expect(rows(page).first).to_contain_text("Anna Huber")
    screenshots(page, "users-list")
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "none")
    page.get_by_label("Filter by words").fill("kell")
    expect(rows(page)).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    lines = download.value.path().read_text().splitlines()
    assert len(lines) == 2 and lines[1].startswith("brunokeller,202,Bruno,Keller"), lines
    page.get_by_text("Views", exact=True).click()
    page.get_by_label("Name of this view").fill("Kellers")
    page.get_by_role("button", name="Keep").click()
    page.keyboard.press("Escape")
    office.visit()
    expect(rows(page)).to_have_count(3)
    page.get_by_text("Views", exact=True).click()
    page.get_by_role("button", name="Kellers", exact=True).click()
    expect(rows(page)).to_have_count(1)
    rows(page).first.get_by_role("link").click()
    drawer = page.get_by_role("dialog", name="Bruno Keller")
    expect(drawer).to_contain_text("202@customer.example")
    screenshots(page, "users-drawer")
    drawer.get_by_role("link", name="Open user").click()
    expect(office.console.heading("Bruno Keller")).to_be_visible()


def test_users_are_deleted_together_each_with_its_result(office):
    for number in range(52):
        office.user(f"Guest {number:02}", str(300 + number))
    line = office.send("GET", "/users?search=300")["items"][0]["line"]
    office.send("POST", "/devices", {"model": "yealink/t4x/T46U", "line": line})
    page = office.visit()
    rows(page).nth(0).get_by_role("checkbox").check()
    page.get_by_role("button", name="Show more").click()
    rows(page).nth(51).get_by_role("checkbox").check()
    bar = page.get_by_role("region", name="Selected rows")
    expect(bar).to_contain_text("2 selected")
    bar.get_by_role("button", name="Delete users").click()
    question = page.get_by_role("dialog", name="Delete users")
    expect(question).to_contain_text("Nobody can reach this extension any more.")
    question.get_by_role("button", name="Delete users").click()
    result = page.get_by_role("dialog", name="What became of each")
    expect(result.get_by_role("listitem").filter(has_text="Guest 00")).to_contain_text("still in use")
    expect(result.get_by_role("listitem").filter(has_text="Guest 51")).to_contain_text("Done")
    result.get_by_role("button", name="Close").click()
    expect(rows(page)).to_have_count(51)
    expect(bar).to_contain_text("One selected")


# One user


def test_a_new_user_is_short_and_unfolds_where_something_is_wrong(office, screenshots):
    page = office.visit("/new")
    more = page.locator("details.form-more")
    expect(more.get_by_label("Login id")).to_be_hidden()
    page.get_by_label("Name", exact=True).fill("Anna Huber")
    page.get_by_label("Extension").fill("201")
    more.get_by_text("More about the user").click()
    more.get_by_label("Login id").fill("Anna!")
    more.get_by_label("PIN").fill("4711")
    more.get_by_label("E-mail").fill("anna@customer.example")
    more.get_by_text("More about the user").click()
    expect(more.get_by_label("Login id")).to_be_hidden()
    page.get_by_role("button", name="Create user").click()
    expect(more.get_by_label("Login id")).to_have_attribute("aria-invalid", "true")
    screenshots(page, "users-new-error")
    more.get_by_text("More about the user").click()
    page.get_by_role("button", name="Create user").click()
    expect(more.get_by_label("Login id")).to_be_visible()
    more.get_by_label("Login id").fill("anna")
    page.get_by_role("button", name="Create user").click()
    expect(office.console.heading("Anna Huber")).to_be_visible()
    user = office.send("GET", "/users")["items"][0]
    assert (user["login"], user["first_name"], user["has_pin"]) == ("anna", "Anna", True)
    assert user["email"] == "anna@customer.example"


def test_everything_of_a_user_is_changed_in_the_editor(office, screenshots):
    user = office.user("Anna Muster", "201")
    page = office.visit(f"/{user['id']}?tab=settings")
    page.get_by_label("Last name").fill("Berg")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Anna Berg")
    page.get_by_label("E-mail").fill("anna@customer.example")
    page.get_by_label("Language (optional)").select_option(label="Français")
    page.get_by_label("Extension", exact=True).fill("202")
    pin = page.get_by_label("PIN")
    expect(pin).to_have_value("")
    pin.fill("4711")
    page.get_by_label("Voicemail boxes").fill("202,210")
    page.get_by_label("External CLIP").fill("+41445550100")
    page.get_by_role("switch", name="Hide in the internal directory").check()
    page.get_by_role("switch", name="To the operator").check()
    page.get_by_role("button", name="Save", exact=True).click()
    operator = page.get_by_label("Operator's number")
    expect(operator).to_have_attribute("aria-invalid", "true")
    operator.fill("100")
    screenshots(page, "users-settings")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(office.console.heading("Anna Berg")).to_be_visible()
    expect(pin).to_have_value("")
    now = office.send("GET", f"/users/{user['id']}")
    wanted = {
        "last_name": "Berg",
        "email": "anna@customer.example",
        "language": "fr",
        "extension": "202",
        "voicemail": ["201", "202", "210"],
        "clip_external": ["+41445550100"],
        "hidden": True,
        "to_operator": True,
        "operator_extension": "100",
    }
    assert {name: now[name] for name in wanted} == wanted
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Nothing was changed.")).to_be_visible()
    page.get_by_label("E-mail").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert office.send("GET", f"/users/{user['id']}")["email"] is None


def test_what_two_change_is_asked_for_and_the_rest_is_put_together(office, screenshots):
    user = office.user("Anna Huber", "201", login="anna")
    page = office.visit(f"/{user['id']}?tab=settings")
    office.change(user, login="ahuber", language="de")
    page.get_by_label("Login id").fill("annah")
    page.get_by_label("E-mail").fill("anna@customer.example")
    page.get_by_role("button", name="Save", exact=True).click()
    merge = page.get_by_role("alert", name="Somebody else saved this in the meantime")
    expect(merge.get_by_role("group")).to_have_count(1)
    screenshots(page, "users-merge")
    merge.get_by_role("group", name="Login id").get_by_role("radio", name="Theirs").check()
    merge.get_by_role("button", name="Save what is chosen").click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    now = office.send("GET", f"/users/{user['id']}")
    assert (now["login"], now["language"], now["email"]) == ("ahuber", "de", "anna@customer.example")
    # Where they touch different fields nobody is asked.
    office.change(user, hidden=True)
    page.get_by_label("E-mail").fill("huber@customer.example")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("switch", name="Hide in the internal directory")).to_be_checked()
    expect(merge).to_have_count(0)
    now = office.send("GET", f"/users/{user['id']}")
    assert (now["hidden"], now["email"]) == (True, "huber@customer.example")


def test_who_is_behind_a_user_is_invited(office):
    user = office.user("Anna Huber", "201", email=f"anna-{secrets.token_hex(3)}@customer.example")
    page = office.visit(f"/{user['id']}")
    panel = office.console.panel("Person who signs in")
    expect(panel).to_contain_text(f"An invitation would go to {user['email']}")
    panel.get_by_role("button", name="Invite to sign in").click()
    expect(panel).to_contain_text(f"Invited: {user['email']}")
    invitations = page.request.get(f"/api/v1/nodes/{office.id}/invitations").json()["items"]
    assert [(one["email"], one["role"]) for one in invitations] == [(user["email"], "user")]


def test_a_user_with_a_phone_is_not_deleted(office):
    user = office.user("Anna Huber", "201")
    office.send("POST", "/devices", {"model": "yealink/t4x/T46U", "line": user["line"]})
    page = office.visit(f"/{user['id']}")
    page.get_by_role("button", name="Delete user").click()
    question = page.get_by_role("dialog", name="Delete Anna Huber?")
    expect(question).to_contain_text("One device is on this line.")
    expect(question.get_by_role("button", name="Delete user")).to_have_count(0)


# Groups and rights


def test_groups_are_chosen_and_rights_say_where_they_come_from(office, screenshots):
    user = office.user("Anna Huber", "201")
    page = office.visit(f"/{user['id']}?tab=groups")
    expect(page.get_by_text("There is no pickup group yet.")).to_be_visible()
    sales = office.send("POST", "/groups", {"name": "Sales"})["id"]
    office.send("POST", f"/groups/{sales}/grants", {"feature": "call-pickup", "target": sales})
    office.send("POST", "/pickup-groups", {"name": "Front desk"})
    page = office.visit(f"/{user['id']}?tab=groups")
    expect(page.get_by_role("list", name="Always in")).to_contain_text("All visible users")
    page.get_by_label("Sales").check()
    page.get_by_label("1 Front desk").check()
    screenshots(page, "users-groups")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    groups = office.send("GET", f"/users/{user['id']}/groups")
    assert "Sales" in [group["name"] for group in groups["groups"]] and len(groups["groups"]) == 3
    assert [group["name"] for group in groups["pickup_groups"]] == ["Front desk"]

    office.visit(f"/{user['id']}?tab=permissions")
    telephone = page.get_by_role("table", name="At the telephone")
    expect(telephone.get_by_role("row").filter(has_text="Call pickup")).to_have_text(
        re.compile("Sales.*Sales", re.S)
    )
    web = page.get_by_role("table", name="On the web")
    expect(web.get_by_role("row").filter(has_text="New user GUI")).to_contain_text("All users")
    screenshots(page, "users-permissions")


def test_two_who_choose_groups_both_keep_what_they_chose(office):
    user = office.user("Anna Huber", "201")
    for name in ("Sales", "Support"):
        office.send("POST", "/groups", {"name": name})
    page = office.visit(f"/{user['id']}?tab=groups")
    front = office.send("POST", "/pickup-groups", {"name": "Front desk"})["id"]
    version = office.send("GET", f"/users/{user['id']}/groups")["version"]
    office.send("PATCH", f"/users/{user['id']}/groups", {"pickup_groups": [front]}, if_match=f'"{version}"')
    page.get_by_label("Support").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    groups = office.send("GET", f"/users/{user['id']}/groups")
    assert "Support" in [group["name"] for group in groups["groups"]]
    assert [group["name"] for group in groups["pickup_groups"]] == ["Front desk"]


# Users from a file


def test_a_file_is_looked_at_corrected_and_imported(office, screenshots):
    office.user("Anna Huber", "14")
    file = "\n".join(
        [
            HEAD,
            "susi;15;Susan;Brown;12345;;susan@customer.example;English;;;no;no;;Door;",
            "ben;14;Ben;Smith;54321;;;;;;;;;;",
            "zoe;16;Zo\u00eb;;12;;;;;;;;;;",
            "short;17",
        ]
    ).encode("iso-8859-15")
    page = office.visit("/import")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_label("CSV file")).to_have_attribute("aria-invalid", "true")
    pick(page, file)
    expect(page.get_by_role("radio", name="ISO")).to_be_checked()
    expect(page.get_by_role("radio", name="Semicolon")).to_be_checked()
    expect(page.get_by_role("switch", name="The first line names the columns")).to_be_checked()
    expect(page.get_by_role("region", name="The first lines")).to_contain_text("Susan")
    screenshots(page, "users-import-format")
    page.get_by_role("radio", name="UTF-8").check()
    page.get_by_role("button", name="Show preview").click()
    expect(page.get_by_role("alert")).to_contain_text("not written in the chosen encoding")
    page.get_by_role("radio", name="ISO").check()
    page.get_by_role("button", name="Show preview").click()

    expect(page.get_by_text("One row can be imported")).to_be_visible()
    expect(page.get_by_text("3 rows cannot")).to_be_visible()
    file_rows = rows(page, "Rows of the file")
    expect(file_rows).to_have_count(4)
    for text, reason in {
        "Ben Smith": "Extension: This extension is already in use",
        "Zoë": "PIN: A PIN has 3 to 10 digits.",
    }.items():
        expect(file_rows.filter(has_text=text)).to_contain_text(reason)
    expect(file_rows.last).to_contain_text("A row has fifteen columns.")
    page.get_by_role("link", name="Show them").click()
    expect(file_rows).to_have_count(3)
    file_rows.first.get_by_role("link").click()
    drawer = page.get_by_role("dialog", name="Ben Smith")
    expect(drawer).to_contain_text("already in use")
    expect(drawer).not_to_contain_text("54321")
    page.keyboard.press("Escape")
    expect(page.get_by_role("radio", name="All or nothing")).to_be_disabled()
    expect(page.get_by_role("list", name=re.compile("do not exist yet"))).to_contain_text("Pickup group Door")
    expect(page.get_by_role("switch", name="Create these groups")).to_be_checked()
    expect(page.get_by_text("An import sets no web password.")).to_be_visible()
    page.get_by_role("switch", name="Invite users with an e-mail address").check()
    screenshots(page, "users-import-preview")
    page.get_by_role("button", name="Import one user").click()

    expect(page.get_by_text("One user was created")).to_be_visible()
    expect(page.get_by_text("3 rows were not imported.")).to_be_visible()
    expect(page.get_by_text(re.compile("Invitations: . sent"))).to_be_visible()
    screenshots(page, "users-import-result")
    page.get_by_role("link", name="Show them").click()
    expect(file_rows).to_have_count(3)
    page.get_by_role("link", name="To the users").click()
    expect(rows(page)).to_have_count(2)
    assert [group["name"] for group in office.send("GET", "/pickup-groups")["items"]] == ["Door"]


def test_a_long_import_is_found_again_after_a_reload_and_cancelled(office, screenshots):
    lines = (f"user{row},{10000 + row},First{row},Last{row},{40000 + row},,,,,,,,,," for row in range(10_000))
    page = office.visit("/import")
    pick(page, "\n".join(lines))
    expect(page.get_by_role("switch", name="The first line names the columns")).not_to_be_checked()
    page.get_by_role("button", name="Show preview").click()
    page.get_by_role("button", name="Import 10,000 users").click(timeout=60_000)
    bar = page.get_by_role("progressbar", name="Progress")
    expect(bar).to_be_visible()
    page.reload()
    expect(bar).to_be_visible()
    expect(page.get_by_text("of 10,000")).to_be_visible()
    expect(page.get_by_text("users created so far are removed again")).to_be_visible()
    screenshots(page, "users-import-progress")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Cancelled. No user was created.")).to_be_visible(timeout=60_000)
    assert office.send("GET", "/users")["items"] == []


# Names nobody expects


@pytest.mark.parametrize("width", [360, 1280])
def test_names_nobody_expects_stay_names(pages, operator, screenshots, width):
    office = Office(pages.open(viewport={"width": width, "height": 800}), operator)
    page = office.page
    names = [EVIL, RIGHT_TO_LEFT, LONG]
    made = [office.user(name, str(201 + place)) for place, name in enumerate(names)]
    file = "\n".join(
        f'user{place},{301 + place},"{name}",,12,,,,,,,,,"{name[:60]}",' for place, name in enumerate(names)
    )
    office.visit()
    for name in names:
        expect(page.get_by_role("link", name=re.compile(re.escape(name[:20])))).to_be_visible()
    assert fits(page)
    screenshots(page, f"users-names-list-{width}")
    for user, name in zip(made, names):
        for tab in ("", "?tab=settings", "?tab=groups"):
            office.visit(f"/{user['id']}{tab}")
            assert fits(page), (name, tab)
        office.visit(f"/{user['id']}?tab=settings")
        expect(page.get_by_label("Name", exact=True)).to_have_value(name.strip())
        screenshots(page, f"users-names-settings-{width}")
        page.get_by_role("button", name="Delete user").click()
        expect(page.get_by_role("dialog")).to_contain_text(name.strip()[:30])
        page.keyboard.press("Escape")
    office.visit("/import")
    pick(page, file)
    assert fits(page)
    screenshots(page, f"users-names-format-{width}")
    page.get_by_role("button", name="Show preview").click()
    expect(rows(page, "Rows of the file")).to_have_count(3)
    for row in range(3):
        rows(page, "Rows of the file").nth(row).get_by_role("link").click()
        expect(page.get_by_role("dialog").get_by_text("PIN", exact=True)).to_be_visible()
        assert fits(page)
        page.keyboard.press("Escape")
    screenshots(page, f"users-names-preview-{width}")
    assert page.evaluate("window.hit") is None
    expect(page.locator("img[src=x]")).to_have_count(0)
