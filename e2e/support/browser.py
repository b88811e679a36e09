"""Chromium from the system, and pages that fail when the application does."""

from . import paths

CHROMIUM = "/usr/bin/chromium"
# Without a sandbox because test machines are containers; without any request that a page did not make.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
    "--no-pings",
]
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


class Pages:
    """Opens pages in contexts of their own and remembers what went wrong in them."""

    def __init__(self, browser, base_url):
        self._browser, self._base_url = browser, base_url
        self._contexts, self.troubles = [], []

    def open(self, theme="light", viewport=None, path="/", **options):
        """A page of a new visitor at `path`; `theme` is light or dark."""
        context = self._browser.new_context(
            base_url=self._base_url, color_scheme=theme, viewport=viewport or WIDE, locale="en-GB", **options
        )
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.on("console", self._note)
        page.goto(path)
        return page

    def _note(self, message):
        """A refused request is an answer like any other; a broken policy or a panic is not."""
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.troubles.append(message.text)

    def close(self):
        for context in self._contexts:
            context.close()


def screenshot(page, name):
    """Keeps a picture of the whole page for people to look at."""
    paths.ARTIFACTS.mkdir(exist_ok=True)
    target = paths.ARTIFACTS / f"{name}.png"
    page.screenshot(path=target, full_page=True)
    return target
