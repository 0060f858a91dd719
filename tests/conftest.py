"""What all tests share."""

import json
import signal
from pathlib import Path

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Under `make mutate` the fastest tests first: one of them notices most changes."""
    stats = Path("mutmut-stats.json")
    if stats.exists():
        seconds = json.loads(stats.read_text(encoding="utf-8"))["duration_by_test"]
        items.sort(key=lambda item: seconds.get(item.nodeid, 0.0))
