"""What must be true of a page: each check gives the list of its faults."""

from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_AXE = Axe()

# A chart is drawn when one of its pictures has a size on the page and marks in it.
_DRAWN = """() => [...document.querySelectorAll("figure.chart")].filter(figure =>
  [...figure.querySelectorAll(".chart-picture svg")].some(svg => {
    const box = svg.getBoundingClientRect();
    return box.width > 100 && box.height > 40
      && svg.querySelectorAll(".role-mark path, .role-mark line, .role-mark text").length > 0;
  })).map(figure => figure.id)"""

# The theme cuts off what is too wide, so the page itself may not scroll: look at the elements.
_SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth;
  const frames = ".table-scroll, pre, .cell_output, .chart-picture, .math, .card, dialog";
  const out = [...document.querySelectorAll(".bd-article *")]
    .filter(e => e.checkVisibility() && !e.closest(frames))
    .filter(e => e.getBoundingClientRect().right > room + 1)
    .map(e => `${e.tagName} ${e.className} ${Math.round(e.getBoundingClientRect().right)}`)
    .slice(0, 5);
  const wide = document.documentElement.scrollWidth;
  return wide > room ? out.concat(`page is ${wide} wide, room ${room}`) : out;
}"""


def accessibility(page):
    """Violations that axe-core finds, WCAG 2.2 A and AA, with the first elements of each."""
    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    found = _AXE.run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary'][:300]}"
        for rule in found
        for node in rule["nodes"][:4]
    ]


def drawn_charts(page):
    """Ids of the figures whose chart is visible."""
    return page.evaluate(_DRAWN)


def sideways(page):
    """What sticks out of the page, if it scrolls sideways."""
    return page.evaluate(_SIDEWAYS)
