"""Opening a page on a slow connection: this book against the same pages built the default way.

Both are served from this machine, compressed, to a Chromium slowed down as its developer tools do
it. The default is a plain Jupyter Book with the theme and the Altair output it comes with; Vega,
which that output loads from another host, comes from this machine too.
"""

from __future__ import annotations

import gzip
import http.server
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import jupytext
import vl_convert
from playwright.sync_api import Browser, sync_playwright

from analysis.book.chromium import launch
from analysis.book.notebooks import notebook

ROOT = Path(__file__).parents[1]
BOOK = ROOT / "_build" / "html"
RUNS = 3
# 1.6 Mbit/s down, 750 kbit/s up, 150 ms: "slow 4G" of the developer tools
_SLOW = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 93750}
_CDN = re.compile(r"https://cdn\.jsdelivr\.net/npm/")
# Notes shifts and long tasks, and when a chart first has a size on a page that has been painted.
_WATCH = """(() => {
  const seen = window.seen = { shift: 0, tasks: [], chart: null };
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({ type, buffered: true });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  watch("longtask", (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  const look = () => {
    const places = ".chart-picture svg, .vega-embed canvas, .vega-embed svg";
    const drawn = document.querySelectorAll(places);
    const painted = performance.getEntriesByName("first-contentful-paint").length;
    if (painted && [...drawn].some((chart) => chart.getBoundingClientRect().height > 40)) {
      seen.chart = performance.now();
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""
_MEASURES = {  # unit, and what
    "seconds": ("s", "until the first chart is visible"),
    "before": ("KB", "transferred until then"),
    "everything": ("KB", "transferred in all, after scrolling to the end"),
    "shift": ("", "layout shift"),
    "task": ("ms", "longest task over 50 ms before the chart"),
}


def run(runs: int = RUNS) -> list[dict[str, Any]]:
    """A row per page and measure; size is the number of charts on the page."""
    _checked([sys.executable, "-m", "analysis.book.build"], ROOT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = _pages()
        stock = Path(folder)
        _build_stock(stock, pages)
        browser = launch(playwright)
        rows = []
        with _served(BOOK) as ours, _served(stock / "_build" / "html") as default:
            for page, (name, charts) in pages.items():
                pairs = [
                    (
                        _open(browser, f"{ours}/{page}.html"),
                        _open(browser, f"{default}/{page}.html"),
                    )
                    for _ in range(runs)
                ]
                for measure, (unit, words) in _MEASURES.items():
                    sides = zip(*pairs, strict=True)
                    one, two = (statistics.median(run[measure] for run in side) for side in sides)
                    rows.append(
                        {
                            "what": f"{name}: {words}",
                            "size": charts,
                            "unit": unit,
                            "seconds": one,
                            "baseline_seconds": two,
                            "note": "",
                        }
                    )
        browser.close()
    return rows


def _pages() -> dict[str, tuple[str, int]]:
    """Front page and heaviest chapter: what they are, and how many charts they have."""
    chapters = {
        f"book/{page.stem}": len(gzip.compress(page.read_bytes()))
        for page in BOOK.glob("book/[01]*.html")
        if 'class="chart"' in page.read_text("utf-8")
    }
    heaviest = max(chapters, key=lambda page: chapters[page])
    named = {"book/index": "front page", heaviest: "heaviest chapter"}
    return {
        page: (name, (BOOK / f"{page}.html").read_text("utf-8").count('<figure class="chart"'))
        for page, name in named.items()
    }


def _build_stock(home: Path, pages: dict[str, Any]) -> None:
    """The pages as a plain Jupyter Book builds them, with Vega from the same host."""
    (home / "book").mkdir()
    for page in pages:
        source = (ROOT / f"{page}.md").read_text("utf-8")
        plain = notebook(source, "https://example.org/owner/name", page)
        plain.cells.pop(0)  # fetches the code where it is not at hand
        jupytext.write(plain, home / f"{page}.ipynb")
    root, *rest = pages
    (home / "_config.yml").write_text("title: The default\nonly_build_toc_files: true\n", "utf-8")
    files = "".join(f"  - file: {page}\n" for page in rest)
    (home / "_toc.yml").write_text(f"format: jb-book\nroot: {root}\nchapters:\n{files}", "utf-8")
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", "."]
    _checked(command, home)
    html = home / "_build" / "html"
    (html / "npm").mkdir()
    # a scope of its own: one of its names is also one of Sphinx's
    script = f"(() => {{{vl_convert.javascript_bundle()}}})();"
    (html / "npm" / "vega.js").write_text(script, "utf-8")
    for page in pages:
        file = html / f"{page}.html"
        file.write_text(_CDN.sub("/npm/", file.read_text("utf-8")), "utf-8")


def _checked(command: list[str], home: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        command, cwd=home, env=env, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}\n{done.stderr}")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """A folder on this machine, its text compressed; gives the address."""

    @cache
    def packed(file: Path) -> bytes:
        return gzip.compress(file.read_bytes(), mtime=0)

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            if path.startswith("npm/"):  # one bundle holds all three libraries
                path = "npm/vega.js" if path.startswith("npm/vega@") else "npm/empty.js"
            file = folder / path
            text = file.suffix in (".html", ".css", ".js", ".svg", ".json")
            if path == "npm/empty.js":
                content, text = b"", False
            elif not file.is_file():
                self.send_error(404)
                return
            else:
                content = packed(file) if text else file.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            if text:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _open(browser: Browser, address: str) -> dict[str, float]:
    """One visit with an empty cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(_WATCH)
    tools = context.new_cdp_session(page)
    sent: list[float] = []
    got: list[tuple[float, float]] = []
    tools.on("Network.requestWillBeSent", lambda e: sent.append(e["timestamp"]))
    tools.on("Network.dataReceived", lambda e: got.append((e["timestamp"], e["encodedDataLength"])))
    totals: list[float] = []
    tools.on("Network.loadingFinished", lambda e: totals.append(e["encodedDataLength"]))
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", _SLOW)
    page.goto(address, wait_until="commit", timeout=120_000)
    for _ in range(1200):  # a policy forbids waiting by an expression in the page
        if page.evaluate("window.seen && seen.chart") is not None:
            break
        page.wait_for_timeout(100)
    else:
        raise RuntimeError(f"no chart on {address}")
    page.wait_for_load_state("networkidle", timeout=120_000)
    tall = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, tall, 800):
        page.evaluate("top => window.scrollTo(0, top)", top)
        page.wait_for_timeout(100)
    page.wait_for_load_state("networkidle", timeout=120_000)
    seen = page.evaluate("seen")
    context.close()
    chart = sent[0] + seen["chart"] / 1000
    return {
        "seconds": seen["chart"] / 1000,
        "before": sum(size for at, size in got if at <= chart) / 1000,
        "everything": sum(totals) / 1000,
        "shift": seen["shift"],
        "task": max((took for at, took in seen["tasks"] if at < seen["chart"]), default=0),
    }


if __name__ == "__main__":
    for row in run():
        print(*(f"{v:.3g}" if isinstance(v, float) else v for v in row.values()), sep="\t")
