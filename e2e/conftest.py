"""Fixtures of the end-to-end tests. Run them with `infra/dev/services.sh target/venv/bin/python -m pytest e2e`."""

import dataclasses
import secrets

import pytest
from playwright.sync_api import expect, sync_playwright

from support import browser as browsers
from support import certificates as authorities
from support import databases
from support.console import Console
from support.server import Server

SERVER = pytest.StashKey()


@dataclasses.dataclass(frozen=True)
class Operator:
    email: str
    password: str


def pytest_collection_modifyitems(config, items):
    """The web UI sees an API, and that is tried on every database elsewhere: its own tests run beside one."""
    first = databases.chosen()[0]

    def is_wanted(item):
        database = getattr(item, "callspec", None) and item.callspec.params.get("database")
        return item.get_closest_marker("one_database") is None or database in (None, first)

    config.hook.pytest_deselected(items=[item for item in items if not is_wanted(item)])
    items[:] = filter(is_wanted, items)


@pytest.fixture(scope="session", params=databases.chosen())
def database(request):
    """The shape of the product under test: `sqlite` with everything embedded, or `postgres` with real services."""
    return request.param


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    return authorities.issue(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def server(request, tmp_path_factory, database, certificates):
    """A running server for one test file, empty but for its schema."""
    folder = tmp_path_factory.mktemp("server")
    with databases.settings(database, folder) as settings:
        server = Server(folder, settings, certificates)
        server.prepare()
        server.start()
        request.node.stash[SERVER] = server
        yield server
        if server.process.running():
            server.stop()


@pytest.fixture(scope="module")
def operator(server):
    """The provider's first operator, made as the guide says: on the command line."""
    operator = Operator("operator@provider.example", secrets.token_urlsafe(18))
    role = ("--role", "provider-administrator", "--provider", "Provider")
    server.create_person(operator.email, operator.password, *role)
    return operator


@pytest.fixture(scope="module")
def platform_operator(server):
    """Who runs the platform and knows the redirect services."""
    operator = Operator("platform@provider.example", secrets.token_urlsafe(18))
    server.create_person(operator.email, operator.password)
    return operator


@pytest.fixture(scope="module", name="support")
def provider_support(browser, server, operator):
    """Who may look at customers and change little; made while nobody else writes."""
    pages = browsers.Pages(browser, server.web)
    console = Console(pages.open())
    console.sign_in(operator)
    expect(console.page.get_by_role("heading", level=1)).to_be_visible()
    person = Operator("support@provider.example", secrets.token_urlsafe(18))
    server.create_person(person.email, person.password, "--role", "provider-support", "--node", console.node())
    pages.close()
    return person


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browsers.CHROMIUM, args=browsers.ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def pages(browser, server):
    """`pages.open(theme=…, viewport=…, path=…)`. A script error or a broken policy in any page fails the test."""
    pages = browsers.Pages(browser, server.web)
    yield pages
    pages.close()
    assert not pages.troubles, "\n".join(pages.troubles)


@pytest.fixture
def page(pages):
    """One wide, light page."""
    return pages.open()


@pytest.fixture(scope="session")
def screenshots():
    """`screenshots(page, "devices-dark")` keeps a picture in e2e/artifacts/."""
    return browsers.screenshot


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed test shows the end of its server's log."""
    report = yield
    module = item.getparent(pytest.Module)
    server = module.stash.get(SERVER, None) if module else None
    if report.failed and server:
        report.sections.append(("server log", server.log.read_text(errors="replace")[-8000:]))
    return report
