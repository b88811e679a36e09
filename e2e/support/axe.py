"""axe-core in a page: WCAG 2.2 AA, no violations."""

import pathlib

import axe_playwright_python

SOURCE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async ([tags]) => {
    const found = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    return found.violations.map(({ id, impact, nodes }) => ({
        id, impact, where: nodes.map((node) => `${node.target.join(" ")}: ${node.any.concat(node.all, node.none)
            .map((check) => check.message).join("; ")}`),
    }));
}"""


def violations(page):
    """What axe finds, in lines for people. The driver adds the script past the page's policy."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    found = page.evaluate(RUN, [TAGS])
    return [f"{one['id']} ({one['impact']})\n    " + "\n    ".join(one["where"]) for one in found]
