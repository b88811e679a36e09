"""The web UI as the provider's operator uses it. Elements are found as people find them: by role and name."""

import re

from playwright.sync_api import Page, expect

PATIENCE = 20_000


class Console:
    """One browser page, signed in."""

    def __init__(self, page: Page):
        self.page = page
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)

    def sign_in(self, person):
        self.page.get_by_label("E-mail address").fill(person.email)
        self.page.get_by_label("Password", exact=True).fill(person.password)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        expect(self.page.get_by_role("button", name="Sign in", exact=True)).to_have_count(0)

    def heading(self, name):
        return self.page.get_by_role("heading", name=name, level=1)

    def create_customer(self, name, site):
        self.page.get_by_role("link", name="New customer").first.click()
        self.page.get_by_label("Name", exact=True).fill(name)
        self.page.get_by_label("First site").fill(site)
        self.page.get_by_role("button", name="Create customer").click()
        expect(self.heading(name)).to_be_visible()
        return re.search(r"/customers/([0-9a-f-]+)", self.page.url)[1]

    def go(self, name):
        """A room of the customer, by the navigation."""
        self.page.get_by_role("navigation", name="Customer").get_by_role("link", name=name).click()
        expect(self.heading(name)).to_be_visible()

    def enrolment_token(self, site):
        self.go("Sites")
        self.page.get_by_role("link", name=site).first.click()
        self.page.get_by_role("button", name="Connect an agent").click()
        dialog = self.page.get_by_role("dialog", name="Connect an agent")
        dialog.get_by_role("button", name="Make a token").click()
        command = dialog.get_by_text("cordboard-agent enrol").inner_text()
        dialog.get_by_role("button", name="Close").click()
        return re.search(r"--token (\S+)", command)[1]

    def create_user(self, name, extension):
        self.go("Users")
        self.page.get_by_role("link", name="New user").first.click()
        self.page.get_by_label("Name", exact=True).fill(name)
        self.page.get_by_label("Extension").fill(extension)
        self.page.get_by_role("button", name="Create user").click()
        expect(self.heading(name)).to_be_visible()

    def add_device(self, model, line, mac):
        """A phone on a line, its first contact allowed once. Returns the device's id."""
        self.go("Devices")
        self.page.get_by_role("link", name="Add device").first.click()
        self.page.get_by_label("Model").select_option(label=model)
        self.page.get_by_label("Line").select_option(label=line)
        return self._finish_device(mac)

    def add_dect_system(self, model, line, mac):
        """A DECT system with one handset."""
        self.go("Devices")
        self.page.get_by_role("link", name="Add device").first.click()
        self.page.get_by_label("Model").select_option(label=model)
        handset = self.page.get_by_role("group", name="Handset 1")
        handset.get_by_label("Line").select_option(label=line)
        return self._finish_device(mac)

    def _finish_device(self, mac):
        self.page.get_by_label("MAC address").fill(mac)
        self.page.get_by_role("radio", name="Once").check()
        self.page.get_by_role("button", name="Save device").click()
        self.page.wait_for_url(re.compile(r"/devices/[0-9a-f-]{36}"))
        return self.page.url.rsplit("/", 1)[1]

    def publish(self):
        """Publishes all that waits; every target must get a release."""
        bar = self.page.get_by_role("region", name="Waiting to be published")
        bar.get_by_role("button", name="Publish").click()
        dialog = self.page.get_by_role("dialog", name="Published")
        expect(dialog.get_by_role("listitem").first).to_be_visible()
        expect(dialog.get_by_text("Not published")).to_have_count(0)
        dialog.get_by_role("button", name="Close").click()
        expect(bar).to_have_count(0)

    def open_device(self, customer, device):
        self.page.goto(f"/customers/{customer}/devices/{device}")
        expect(self.page.get_by_role("heading", name="Last access")).to_be_visible()

    def visit(self, path):
        """Another page by its address, until it is there with its data."""
        self.page.goto(path)
        expect(self.page.locator("#boot")).to_have_count(0)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        expect(self.page.locator("[aria-busy=true]")).to_have_count(0)

    def expect_status(self, word):
        """The lamp at the head of a device's page."""
        expect(self.page.locator(".page-facts .lamp-word")).to_have_text(word)

    def panel(self, title):
        """A part of a page, by its heading."""
        heading = self.page.get_by_role("heading", name=title, exact=True)
        return self.page.locator("section").filter(has=heading)

    def mark(self):
        """Remembers that this page was not loaded anew since."""
        self.page.evaluate("window.neverReloaded = true")

    def expect_not_reloaded(self):
        assert self.page.evaluate("window.neverReloaded === true"), "the page was loaded anew"

    def open_user(self, name):
        """The page of a user, from the list by way of the drawer."""
        self.page.get_by_role("link", name=re.compile(name)).first.click()
        self.page.get_by_role("dialog").get_by_role("link", name="Open user").click()
        expect(self.heading(name)).to_be_visible()

    def rotate_password(self, customer, user):
        self.go("Users")
        self.open_user(user)
        self.page.get_by_role("button", name="New SIP password").click()
        dialog = self.page.get_by_role("dialog", name="New SIP password")
        dialog.get_by_role("button", name="New SIP password").click()
        expect(dialog).to_be_hidden()

    def node(self):
        """The provider one works for."""
        current = self.page.request.get("/api/v1/sessions/current").json()
        return current["memberships"][0]["node"]
