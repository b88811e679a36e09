"""The web UI as everybody sees it: coming in, one's own pages, languages, keyboard, looks.

The tests of this file share one server; each signs in with people of its own.
"""

import re
import secrets

import pytest
from playwright.sync_api import expect

from support import axe, totp
from support.browser import Pages
from support.console import Console
from support.mails import Mailbox

pytestmark = pytest.mark.one_database

LANGUAGES = {"en": "Sign in", "de": "Anmelden", "fr": "Connexion", "nl": "Aanmelden"}
NEW_PASSWORD = "seven quiet lamps over walnut"
SHIFTS = """
    window.shift = 0;
    window.moved = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            if (entry.hadRecentInput) continue;
            window.shift += entry.value;
            window.moved.push(...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80)));
        }
    }).observe({ type: "layout-shift", buffered: true });
"""


class Person:
    def __init__(self, email, password):
        self.email, self.password = email, password


@pytest.fixture
def mails(server):
    return Mailbox(server)


@pytest.fixture(scope="module")
def crew(server, operator):
    """Administrators of the provider, made while nobody else writes."""
    names = ("factor", "forgot", "host", "self", "token", "roles", "polyglot", "keys", "careful")
    role = ("--role", "provider-administrator", "--provider", "Provider")
    crew = {name: Person(f"{name}@provider.example", secrets.token_urlsafe(18)) for name in names}
    for person in crew.values():
        server.create_person(person.email, person.password, *role)
    return crew


@pytest.fixture
def somebody(crew):
    """`somebody("name")`: one of them, each used by one test."""
    return crew.pop


@pytest.fixture
def signed_in(pages, somebody):
    """A page somebody has signed in on, without another customer than their provider's."""

    def enter(name, **options):
        person = somebody(name)
        console = Console(pages.open(**options))
        console.sign_in(person)
        expect(console.page.get_by_role("heading", level=1)).to_be_visible()
        console.person = person
        return console

    return enter


@pytest.fixture(scope="module")
def place(browser, server, operator, crew):
    """A provider with a customer that has something to show: its node's and its customer's id."""
    pages = Pages(browser, server.web)
    console = Console(pages.open())
    console.sign_in(operator)
    customer = console.create_customer("Bäckerei Huber & Söhne, Niederlassung Sankt Gallen Nord", "Main office")
    console.create_user("Anna Huber", "201")
    send = console.page.request
    user = send.get(f"/api/v1/customers/{customer}/users").json()["items"][0]
    line = user["line"]
    rows = "susi;14;Susan;Brown;12345;;susan@customer.example;;;;;;;Door;\nben;x;;;1;;;;;;;;;;\n"
    preview = send.post(
        f"/api/v1/customers/{customer}/user-imports?separator=semicolon",
        data=rows,
        headers={"content-type": "text/csv"},
    ).json()["id"]
    for model in ("yealink/t4x/T46U", "snom/d7xx/D735"):
        send.post(f"/api/v1/customers/{customer}/devices", data={"model": model, "line": line})
    node = send.get("/api/v1/sessions/current").json()["memberships"][0]["node"]
    invitation = {"email": "new@customer.example", "name": "Newcomer", "role": "customer-administrator"}
    assert send.post(f"/api/v1/nodes/{customer}/invitations", data=invitation).ok
    role = {"name": "Reception", "permissions": ["users:read", "calls:read"]}
    made = send.post(f"/api/v1/nodes/{customer}/roles", data=role).json()["id"]
    groups = make_groups(send, f"/api/v1/customers/{customer}")
    site = send.get(f"/api/v1/customers/{customer}/sites").json()["items"][0]["id"]
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)
    return {
        "node": node,
        "customer": customer,
        "role": made,
        "user": user["id"],
        "import": preview,
        "groups": groups,
        "site": site,
    }


def make_groups(send, base):
    """A group of each kind with somebody in it."""
    user = send.get(f"{base}/users").json()["items"][0]["id"]
    bodies = {
        "groups": {"name": "Reception"},
        "gui-groups": {"name": "Front office"},
        "pickup-groups": {"name": "Bakehouse"},
        "hunt-groups": {"title": "Orders", "extension": "444"},
    }
    made = {path: send.post(f"{base}/{path}", data=body).json() for path, body in bodies.items()}
    group = made["groups"]["id"]
    assert send.post(f"{base}/groups/{group}/members", data={"users": [user]}).ok
    assert send.post(f"{base}/groups/{group}/grants", data={"feature": "call-pickup", "target": group}).ok
    for path, members in {"pickup-groups": {"users": [user]}, "hunt-groups": {"members": [{"user": user}]}}.items():
        one = made[path]
        headers = {"If-Match": f'"{one["version"]}"'}
        assert send.put(f"{base}/{path}/{one['id']}/members", data=members, headers=headers).ok
    return {path: one["id"] for path, one in made.items()}


def screens(place):
    base, node = f"/customers/{place['customer']}", f"/nodes/{place['node']}"
    return {
        "dashboard": node,
        "organisation": f"{node}/organisation",
        "provider-settings": f"{node}/settings",
        "provider-limits": f"{node}/limits",
        "settings": f"{base}/settings",
        "usage": f"{base}/usage",
        "manage": f"{base}/manage",
        "new-site": f"{base}/sites/new",
        "site": f"{base}/sites/{place['site']}",
        "customers": "/customers",
        "new-customer": "/customers/new",
        "overview": base,
        "users": f"{base}/users",
        "new-user": f"{base}/users/new",
        "user": f"{base}/users/{place['user']}",
        "user-settings": f"{base}/users/{place['user']}?tab=settings",
        "user-groups": f"{base}/users/{place['user']}?tab=groups",
        "user-permissions": f"{base}/users/{place['user']}?tab=permissions",
        "user-import": f"{base}/users/import",
        "user-import-preview": f"{base}/users/import/{place['import']}",
        "devices": f"{base}/devices",
        "sites": f"{base}/sites",
        "people": f"{base}/people",
        "roles": f"{base}/roles",
        "new-role": f"{base}/roles/new",
        "role": f"{base}/roles/{place['role']}",
        "groups": f"{base}/groups",
        "group": f"{base}/groups/{place['groups']['groups']}",
        "gui-groups": f"{base}/gui-groups",
        "gui-group": f"{base}/gui-groups/{place['groups']['gui-groups']}",
        "pickup-groups": f"{base}/pickup-groups",
        "pickup-group": f"{base}/pickup-groups/{place['groups']['pickup-groups']}",
        "hunt-groups": f"{base}/hunt-groups",
        "hunt-group": f"{base}/hunt-groups/{place['groups']['hunt-groups']}",
        "audit": f"{base}/audit",
        "provider-people": f"{node}/people",
        "provider-audit": f"{node}/audit",
        "profile": "/profile",
        "sessions": "/profile/sessions",
        "tokens": "/profile/tokens",
    }


# Coming in


def test_a_wrong_password_is_said_in_the_language_of_the_page(pages):
    page = pages.open()
    page.get_by_label("Language").select_option("de")
    expect(page.get_by_role("heading", name="Anmelden")).to_be_visible()
    page.get_by_label("E-Mail-Adresse").fill("nobody@provider.example")
    page.get_by_label("Passwort", exact=True).fill("not the password")
    page.get_by_role("button", name="Anmelden").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("E-Mail-Adresse")
    page.get_by_label("Sprache").select_option("nl")
    expect(alert).to_contain_text("e-mailadres")
    expect(page.get_by_label("E-mailadres")).to_have_value("nobody@provider.example")


def test_the_second_factor_is_set_up_asked_for_and_taken_away(signed_in, pages):
    console = signed_in("factor")
    page = console.page
    page.goto("/profile")
    page.get_by_role("button", name="Set up").click()
    dialog = page.get_by_role("dialog", name="Set up")
    dialog.get_by_label("Present password").fill(console.person.password)
    dialog.get_by_role("button", name="Continue").click()
    expect(dialog.get_by_role("img", name="QR code")).to_be_visible()
    assert dialog.locator(".qr").evaluate("picture => picture.complete && picture.naturalWidth > 50")
    dialog.get_by_text("Enter it by hand").click()
    app = totp.App(dialog.locator(".secret code").inner_text())
    dialog.get_by_label("Code of your authenticator app").fill(app.code())
    expect(dialog.get_by_role("listitem").first).to_be_visible()
    recovery = dialog.get_by_role("listitem").all_inner_texts()
    assert len(recovery) >= 8 and len(set(recovery)) == len(recovery)
    with page.expect_download() as download:
        dialog.get_by_role("link", name="Download").click()
    assert download.value.path().read_text().split() == recovery
    dialog.get_by_role("button", name="I have kept them").click()
    expect(console.panel("Second factor").get_by_text("On", exact=True)).to_be_visible()

    for wrong, proof in ((True, lambda: app.code()), (False, lambda: recovery[0])):
        other = Console(pages.open(path="/profile"))
        other.sign_in(console.person)
        if wrong:
            field = other.page.get_by_label("Code of your authenticator app")
            field.fill("000000")
            expect(field).to_have_attribute("aria-invalid", "true")
            field.fill(proof())
        else:
            other.page.get_by_role("button", name="Use a recovery code").click()
            other.page.get_by_label("Recovery code").fill(proof())
            other.page.get_by_role("button", name="Continue").click()
        expect(other.heading("My profile")).to_be_visible()

    page.get_by_role("button", name="Switch off").click()
    dialog = page.get_by_role("dialog", name="Switch off")
    dialog.get_by_label("Present password").fill(console.person.password)
    dialog.get_by_role("button", name="Switch off").click()
    expect(page.get_by_role("button", name="Set up")).to_be_visible()


def test_a_forgotten_password_is_replaced_by_the_link_of_a_mail(pages, somebody, mails):
    person = somebody("forgot")
    page = pages.open()
    page.get_by_role("link", name="Forgot your password?").click()
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_role("button", name="Send the link").click()
    expect(page.get_by_text("a mail is on its way")).to_be_visible()
    page.goto(mails.path(mails.newest(person.email)))
    expect(page.get_by_role("heading", name="Choose a new password")).to_be_visible()
    assert "#" not in page.url, "the token does not stay in the address bar"
    field = page.get_by_label("New password", exact=True)
    field.fill("password12")
    page.get_by_role("button", name="Set password").click()
    expect(field).to_have_accessible_description(re.compile("easy to guess"))
    field.fill(NEW_PASSWORD)
    page.get_by_role("button", name="Set password").click()
    expect(page.get_by_text("The new password is in force.")).to_be_visible()
    page.get_by_role("link", name="Back to sign-in").click()
    Console(page).sign_in(Person(person.email, NEW_PASSWORD))


def test_somebody_is_invited_comes_in_and_is_looked_after(signed_in, pages, place, mails):
    email = f"guest-{secrets.token_hex(3)}@customer.example"
    console = signed_in("host")
    page = console.page
    page.goto(f"/customers/{place['customer']}/people")
    page.get_by_role("button", name="Invite").click()
    dialog = page.get_by_role("dialog", name="Invite")
    dialog.get_by_label("E-mail address").fill(email)
    dialog.get_by_label("Name", exact=True).fill("Gaëlle Petit")
    dialog.get_by_label("Role").select_option(label="Customer administrator")
    dialog.get_by_label("Language of the mail").select_option(label="Français")
    dialog.get_by_role("button", name="Send invitation").click()
    expect(page.get_by_text(f"An invitation is on its way to {email}")).to_be_visible()
    mail = mails.newest(email)
    assert "vous invite" in str(mail["subject"])

    guest = pages.open(path=mails.path(mail))
    expect(guest.get_by_role("heading", name="Hello Gaëlle Petit")).to_be_visible()
    guest.get_by_label("New password", exact=True).fill(NEW_PASSWORD)
    guest.get_by_role("button", name="Accept and sign in").click()
    # In the language of who was invited, in the customer they were invited to.
    expect(guest.get_by_role("navigation", name="Client").get_by_role("link", name="Vue d’ensemble")).to_be_visible()
    assert place["customer"] in guest.url
    expect(guest.locator("html")).to_have_attribute("lang", "fr")
    expect(guest.get_by_role("link", name="Clients", exact=True)).to_have_count(0)

    page.reload()
    page.get_by_role("link", name="Gaëlle Petit").click()
    drawer = page.get_by_role("dialog", name="Gaëlle Petit")
    drawer.get_by_label("Another role").select_option(label="Reception")
    drawer.get_by_role("button", name="Give").click()
    expect(drawer.get_by_role("button", name="Take Reception away")).to_be_visible()
    drawer.get_by_role("button", name="Take Reception away").click()
    expect(drawer.get_by_role("button", name="Take Reception away")).to_have_count(0)

    drawer.get_by_role("button", name="Act as this person").click()
    banner = page.get_by_text(re.compile("agit comme Gaëlle Petit"))
    expect(banner).to_be_visible()
    page.goto("/profile")
    expect(page.get_by_text("n’appartiennent qu’à la personne")).to_be_visible()
    page.get_by_role("button", name="Arrêter").click()
    expect(banner).to_have_count(0)
    expect(page.get_by_role("button", name="Account: host")).to_be_visible()


# One's own


def test_profile_password_and_sessions(signed_in, pages):
    console = signed_in("self")
    page = console.page
    page.goto("/profile")
    page.get_by_label("Name", exact=True).fill("Anna Self")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Account: Anna Self")).to_be_visible()

    other = Console(pages.open())
    other.sign_in(console.person)
    page.goto("/profile/sessions")
    expect(page.get_by_role("row").filter(has_text="Chrome")).to_have_count(2)
    page.get_by_role("button", name="End", exact=True).click()
    expect(page.get_by_role("row").filter(has_text="Chrome")).to_have_count(1)
    other.page.goto("/profile")
    expect(other.page.get_by_role("button", name="Sign in")).to_be_visible()

    page.goto("/profile")
    page.get_by_label("Present password").fill("not this one")
    page.get_by_label("New password", exact=True).fill(NEW_PASSWORD)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_label("Present password")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Present password").fill(console.person.password)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("The new password is in force.")).to_be_visible()
    expect(page.get_by_label("Present password")).to_have_value("")


def test_a_token_is_shown_once_and_ends(signed_in, server, place):
    console = signed_in("token")
    page = console.page
    page.goto("/profile/tokens")
    page.get_by_role("button", name="New token").click()
    dialog = page.get_by_role("dialog", name="New token")
    dialog.get_by_label("Name", exact=True).fill("Report")
    dialog.get_by_role("button", name="Make token").click()
    expect(dialog.get_by_role("alert").get_by_role("link")).to_be_visible()
    dialog.get_by_label("See customers").check()
    dialog.get_by_role("button", name="Make token").click()
    token = dialog.locator(".secret code").inner_text()
    headers = {"Authorization": f"Bearer {token}"}
    bare = page.context.browser.new_context()
    assert bare.request.get(f"{server.web}/api/v1/customers", headers=headers).ok
    dialog.get_by_role("button", name="I have kept it").click()
    row = page.get_by_role("row").filter(has_text="Report")
    expect(row).to_contain_text("One permission")
    row.get_by_role("button", name="End token").click()
    page.get_by_role("dialog", name="End token").get_by_role("button", name="End token").click()
    expect(row).to_have_count(0)
    assert bare.request.get(f"{server.web}/api/v1/customers", headers=headers).status == 401
    bare.close()


def test_a_role_is_made_changed_by_two_and_deleted(signed_in, place):
    console = signed_in("roles")
    page = console.page
    base = f"/nodes/{place['node']}/roles"
    page.goto(f"{base}/new")
    page.get_by_label("Name", exact=True).fill("Night desk")
    page.get_by_label("See the call journal").check()
    page.get_by_role("button", name="Create role").click()
    page.get_by_role("link", name="Night desk").click()
    expect(console.heading("Night desk")).to_be_visible()

    identity = page.url.rsplit("/", 1)[1]
    draft = {"name": "Night watch", "permissions": ["calls:read", "users:read"]}
    path = f"/api/v1/nodes/{place['node']}/roles/{identity}"
    version = next(
        role["version"]
        for role in page.request.get(f"/api/v1/nodes/{place['node']}/roles").json()["items"]
        if role["role"] == identity
    )
    answer = page.request.put(path, data=draft, headers={"If-Match": f'"{version}"'})
    assert answer.ok, answer.text()
    page.get_by_label("Name", exact=True).fill("Night porter")
    page.get_by_role("button", name="Save", exact=True).click()
    merge = page.get_by_role("alert", name="Somebody else saved this in the meantime")
    expect(merge).to_contain_text("Night watch")
    merge.get_by_role("group", name="Name").get_by_role("radio", name="Theirs").check()
    merge.get_by_role("button", name="Save what is chosen").click()
    page.get_by_role("link", name="Night watch").click()
    page.get_by_role("button", name="Delete role").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete role").click()
    expect(console.heading("Roles")).to_be_visible()
    expect(page.get_by_role("link", name="Night watch")).to_have_count(0)


# Languages


def test_the_language_changes_without_a_reload_and_stays_with_the_person(signed_in, pages):
    console = signed_in("polyglot")
    page = console.page
    page.goto("/profile")
    console.mark()
    page.get_by_label("Name", exact=True).fill("half typed")
    for tag, heading in {"de": "Mein Profil", "fr": "Mon profil", "nl": "Mijn profiel"}.items():
        page.locator("#profile-language").select_option(tag)
        expect(console.heading(heading)).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", tag)
        expect(page).to_have_title(re.compile(heading))
        expect(page.locator("#profile-name")).to_have_value("half typed")
    console.expect_not_reloaded()
    loaded = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert sum("/locales/" in name and "/en." in name for name in loaded) <= 1
    other = pages.open()
    other.get_by_label("E-mail address").fill(console.person.email)
    other.get_by_label("Password", exact=True).fill(console.person.password)
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("navigation", name="Klant")).to_be_visible()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_browser_loads_one_language_and_paints_it_before_the_application(browser, server, tag):
    context = browser.new_context(base_url=server.web, locale=tag)
    page = context.new_page()
    # The application never comes: what is seen is what the page brings along.
    page.route(re.compile(r"\.wasm$"), lambda route: route.abort())
    page.goto("/")
    expect(page.locator("#boot h1")).to_have_text(LANGUAGES[tag])
    expect(page.locator("html")).to_have_attribute("lang", tag)
    page.unroute_all()
    page.goto("/")
    expect(page.locator("#boot")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text(LANGUAGES[tag])
    loaded = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    catalogues = {name.rsplit("/", 1)[1].split(".")[0] for name in loaded if "/locales/" in name}
    assert catalogues == {tag}
    context.close()


# Keyboard


def test_the_palette_leads_anywhere_by_keyboard(signed_in, place):
    console = signed_in("keys")
    page = console.page
    page.goto(f"/customers/{place['customer']}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    expect(page.get_by_role("option", name="Overview")).to_have_attribute("aria-selected", "true")
    page.keyboard.type("anna")
    expect(page.get_by_role("option", name="201 Anna Huber")).to_be_visible()
    page.keyboard.press("Enter")
    expect(console.heading("Anna Huber")).to_be_visible()
    page.keyboard.press("Control+k")
    page.keyboard.type("journ")
    page.keyboard.press("Enter")
    expect(console.heading("Journal")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_rows_are_walked_and_filtered_by_keyboard(pages):
    page = pages.open(path="/gallery")
    table = page.get_by_role("table", name="Users")
    expect(table.get_by_role("row")).to_have_count(51)
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(table.get_by_role("row").nth(1).get_by_role("checkbox")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_label("Filter by words")).to_be_focused()
    page.keyboard.type("carla 12")
    expect(table.get_by_role("row").filter(has_text="Carla")).not_to_have_count(0)
    expect(page).to_have_url(re.compile("q=carla"))


# Components


def test_a_table_sorts_filters_selects_over_pages_and_acts_on_each(pages):
    page = pages.open(path="/gallery")
    rows = page.get_by_role("table", name="Users").locator("tbody tr")
    expect(rows).to_have_count(50)
    page.get_by_role("button", name="Show more").click()
    expect(rows).to_have_count(100)
    header = page.get_by_role("columnheader", name="Name")
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "ascending")
    expect(rows.first).to_contain_text("Anna")
    rows.nth(0).get_by_role("checkbox").check()
    page.get_by_text("Status", exact=True).first.click()
    page.get_by_role("button", name="Off", exact=True).click()
    expect(page.get_by_role("list", name="Filters in force")).to_contain_text("Status: Off")
    rows.nth(3).get_by_role("checkbox").check()
    expect(page.get_by_text("2 selected")).to_be_visible()
    export = page.get_by_role("link", name="CSV").get_attribute("href")
    assert "state=off" in export and "sort=name" in export
    page.reload()
    expect(header).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Remove filter Status: Off").click()
    expect(rows).to_have_count(50)
    for row in (0, 1, 2):
        rows.nth(row).get_by_role("checkbox").check()
    page.get_by_role("region", name="Selected rows").get_by_role("button", name="Reload").click()
    result = page.get_by_role("dialog", name="What became of each")
    expect(result.get_by_role("listitem")).to_have_count(3)
    expect(result.get_by_text("Done", exact=True).first).to_be_visible()
    expect(result.get_by_text("This is still in use.").first).to_be_visible()
    result.get_by_role("button", name="Close").click()
    page.get_by_text("Columns", exact=True).click()
    page.get_by_label("Extension").last.uncheck()
    expect(page.get_by_role("columnheader", name="Extension")).to_have_count(0)
    page.reload()
    expect(rows).to_have_count(50)
    expect(page.get_by_role("columnheader", name="Extension")).to_have_count(0)
    rows.nth(4).get_by_role("link").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page).to_have_url(re.compile("row="))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("row="))


def test_what_was_typed_is_not_lost_by_accident(signed_in, place):
    console = signed_in("careful")
    page = console.page
    page.goto(f"/customers/{place['customer']}/users")
    page.get_by_role("link", name="New user").first.click()
    field = page.get_by_label("Name", exact=True)
    field.fill("Half a name")
    console.page.get_by_role("navigation", name="Customer").get_by_role("link", name="Devices").click()
    question = page.get_by_role("dialog", name="Leave without saving?")
    question.get_by_role("button", name="Stay here").click()
    expect(field).to_have_value("Half a name")
    page.go_back()
    question.get_by_role("button", name="Stay here").click()
    expect(field).to_have_value("Half a name")
    page.go_back()
    # Whoever steps back again before the question has closed is asked again.
    question.get_by_role("button", name="Stay here").evaluate("it => { it.click(); history.back(); }")
    question.get_by_role("button", name="Leave", exact=True).click()
    expect(console.heading("Users")).to_be_visible()


def test_a_wizard_keeps_what_was_typed(pages):
    page = pages.open(path="/gallery")
    wizard = page.locator(".wizard")
    wizard.get_by_role("button", name="Next").click()
    expect(wizard.get_by_label("Name", exact=True)).to_have_attribute("aria-invalid", "true")
    wizard.get_by_label("Name", exact=True).fill("Bakery")
    wizard.get_by_role("button", name="Next").click()
    wizard.get_by_label("First site").fill("Main")
    wizard.get_by_role("button", name="Back").click()
    expect(wizard.get_by_label("Name", exact=True)).to_have_value("Bakery")
    wizard.get_by_role("button", name="Next").click()
    expect(wizard.get_by_label("First site")).to_have_value("Main")


# Looks


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_screen_is_accessible_and_fits(browser, server, operator, place, screenshots, theme, width):
    pages = Pages(browser, server.web)
    page = pages.open(theme=theme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    console, faults = Console(page), []
    page.add_init_script(SHIFTS)

    def look(name):
        # Before the picture: that makes the window as high as the page, and what moves then is nobody's fault.
        shift, moved = page.evaluate("[window.shift ?? 0, window.moved ?? []]")
        if shift >= 0.1:
            faults.append(f"{name}: layout shift {shift:.3f}: {moved}")
        screenshots(page, f"ui-{name}-{theme}-{width}")
        faults.extend(f"{name}: {line}" for line in axe.violations(page))
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            faults.append(f"{name}: wider than the window")

    for name, path in {"sign-in": "/", "forgotten": "/password-forgotten", "gallery": "/gallery"}.items():
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        look(name)
    page.goto("/")
    console.sign_in(operator)
    for name, path in screens(place).items():
        console.visit(path)
        look(name)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_visible()
    look("palette")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^Account")).click()
    look("account-menu")
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("tag", ["de", "fr", "nl"])
def test_every_screen_fits_in_every_language(browser, server, operator, place, screenshots, tag):
    pages = Pages(browser, server.web)
    page = pages.open(viewport={"width": 360, "height": 800})
    console, faults = Console(page), []
    console.sign_in(operator)
    page.evaluate(
        """async (tag) => {
            const profile = await (await fetch("/api/v1/profile")).json();
            await fetch("/api/v1/profile", { method: "PATCH", body: JSON.stringify({ locale: tag }),
                headers: { "content-type": "application/json", "if-match": `"${profile.version}"` } });
        }""",
        tag,
    )
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for name, path in screens(place).items():
            console.visit(path)
            screenshots(page, f"ui-{name}-{tag}-{width}")
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                faults.append(f"{name} in {tag} at {width} is wider than the window")
    page.evaluate(
        """async () => {
            const profile = await (await fetch("/api/v1/profile")).json();
            await fetch("/api/v1/profile", { method: "PATCH", body: JSON.stringify({ locale: "en" }),
                headers: { "content-type": "application/json", "if-match": `"${profile.version}"` } });
        }"""
    )
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)
    assert not faults, "\n".join(faults)


def test_the_brand_and_the_looks_are_there_before_the_application(browser, server):
    context = browser.new_context(base_url=server.web)
    page = context.new_page()
    page.add_init_script(
        """localStorage.setItem("theme", "dark"); localStorage.setItem("contrast", "more");
        localStorage.setItem("density", "compact"); localStorage.setItem("brand", "dark=rgb(255, 170, 0)");"""
    )
    page.route(re.compile(r"\.wasm$"), lambda route: route.abort())
    page.goto("/")
    root = page.locator("html")
    for name, value in {"theme": "dark", "contrast": "more", "density": "compact"}.items():
        expect(root).to_have_attribute(f"data-{name}", value)
    colour = page.locator("#boot .button-primary").evaluate("it => getComputedStyle(it).backgroundColor")
    assert "0.8" in colour or "255, 170, 0" in colour, colour
    context.close()
