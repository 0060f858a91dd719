"""What all tests share."""

import json
import re
import signal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings

# A shell that starts the suite in the background has the interrupt ignored, and so has whatever is
# started from it: what the tests interrupt would run on.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No test fails because the machine is busy.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")

# For `make mutate`: the same examples for every mutant, and no time spent on a smaller example.
settings.register_profile(
    "mutation",
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
)

# Loaded as fixtures already; as modules with doctests the two would share one name.
collect_ignore = ["conftest.py", "browser/conftest.py"]

# Which files the workers of `make test` begin with: those that take long, so that at the end none
# works alone. The first test of the pages builds the book, which others then take.
LONG = (
    *("browser/test_pages.py", "test_build.py", "browser/test_serve.py", "test_execution.py"),
    *("test_independence.py", "browser/test_pdf.py", "test_publishing.py", "test_setup.py"),
    *("browser/test_search.py", "test_reconcile_conflict.py", "test_reconcile_propagate.py"),
    *("test_reconcile_sample.py", "test_export.py", "test_settings.py", "test_misuse.py"),
    *("test_agreement.py", "test_compared.py"),
)
_VIEW = re.compile(r"-(\d+-(?:light|dark))\]$")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """`make quick` does not read the files of which every test is long, nor what they import."""
    if config.option.markexpr != "not long" or collection_path.suffix != ".py":
        return None
    return "\npytestmark = pytest.mark.long\n" in collection_path.read_text("utf-8") or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first; under `make mutate` the fastest tests: one of them notices most changes."""
    stats = Path("mutmut-stats.json")
    if stats.exists():
        seconds = json.loads(stats.read_text(encoding="utf-8"))["duration_by_test"]
        items.sort(key=lambda item: seconds.get(item.nodeid, 0.0))
        return
    home = Path(__file__).parent
    place = {home / file: number for number, file in enumerate(LONG)}
    items.sort(key=lambda item: place.get(item.path, len(LONG)))


@pytest.hookimpl(optionalhook=True)  # without xdist nobody asks
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hands the tests to the workers, a file as a whole: what its tests share is made once.

    The tests of the builder share a book that none of them changes, so each goes by itself; those
    of the pages go view by view.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            view = _VIEW.search(nodeid)
            return nodeid if file.endswith("test_build.py") else f"{file} {view[1] if view else ''}"

    config.option.loadscopereorder = False  # the order is that of the list above
    return Scheduling(config, log)
