"""What all tests share."""

from hypothesis import settings

# No test fails because the machine is busy.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")

# Loaded as fixtures already; as modules with doctests the two would share one name.
collect_ignore = ["conftest.py", "browser/conftest.py"]
