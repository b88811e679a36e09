"""make bench: how long a table of 100 rows keeps the browser busy at a stroke, beside an empty page of the same UI."""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import ROOT
from platform_under_load import Place, head, keep

sys.path.insert(0, str(ROOT / "e2e"))
from support import browser as browsers  # noqa: E402

TASKS = """
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration)))
        .observe({ type: "longtask", buffered: true });
"""


def people(platform, rows):
    for number in range(rows):
        body = {"name": f"Person {number}", "extension": str(10_000 + number)}
        platform.ask("POST", f"/customers/{platform.customer}/users", body)


def sign_in(page, platform):
    page.goto("/")
    page.get_by_label("E-mail address").fill("a@provider.example")
    page.get_by_label("Password", exact=True).fill(platform.password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", level=1).wait_for()


def longest(page, act):
    """Milliseconds of the longest task while somebody does something; 0 where none took 50."""
    page.evaluate("window.tasks.length = 0")
    act()
    page.wait_for_timeout(500)
    return max(page.evaluate("window.tasks"), default=0)


def measure(page, platform, rounds):
    base = f"/customers/{platform.customer}/users"
    rows = page.locator("tbody tr")

    def open_and_close():
        rows.nth(90).get_by_role("link").first.click()
        page.get_by_role("dialog").wait_for()
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="hidden")

    def search():
        page.get_by_role("searchbox").fill("person 7")
        rows.nth(50).wait_for(state="detached")
        page.get_by_role("searchbox").fill("")
        rows.nth(90).wait_for()

    figures = {"scrolling": [], "opening a row and closing it": [], "searching and clearing": []}
    for _ in range(rounds):
        page.goto(base)
        page.get_by_role("button", name="Show more").click()
        rows.nth(99).wait_for()
        page.wait_for_timeout(500)
        figures["scrolling"].append(longest(page, lambda: page.mouse.wheel(0, 5000)))
        figures["opening a row and closing it"].append(longest(page, open_and_close))
        figures["searching and clearing"].append(longest(page, search))
    return figures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--build", default="release")
    arguments = parser.parse_args()
    place = Place(Path(tempfile.mkdtemp(prefix="cordboard-table-")), None)
    platform = place.platform("table", arguments.build)
    try:
        people(platform, 120)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browsers.CHROMIUM, args=browsers.ARGUMENTS)
            page = browser.new_page(base_url=f"http://127.0.0.1:{platform.web}", locale="en-GB")
            page.add_init_script(TASKS)
            sign_in(page, platform)
            figures = measure(page, platform, arguments.rounds)
            browser.close()
    finally:
        platform.process.stop()
    lines = head("A table of 100 rows", "Chromium", "the longest task of the browser after the page is loaded.") + [
        "| while | median of rounds, ms | worst, ms | wanted |",
        "|---|---|---|---|",
    ]
    for name, tasks in figures.items():
        lines.append(f"| {name} | {sorted(tasks)[len(tasks) // 2]:.0f} | {max(tasks):.0f} | at most 100 |")
    keep("\n".join(lines) + "\n\n0: no task took 50 ms.\n", "table")


if __name__ == "__main__":
    sys.exit(main())
