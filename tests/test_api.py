"""The package as an analyst meets it: one import, names that say what they hold."""

import subprocess
import sys

import pytest

import analysis


def test_importing_costs_nothing():
    code = "import sys, analysis; print(sorted({'numpy', 'pandas', 'altair'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_name_is_there_without_naming_it_first():
    code = (
        "import analysis\n"
        "print(len(analysis.claims.load()) > 100)\n"
        "print([name for name in dir(analysis) if not getattr(analysis, name).__doc__])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n[]\n"


def test_an_unknown_name_says_what_there_is():
    with pytest.raises(AttributeError, match="claims"):
        _ = analysis.clams


def test_claims_are_tidy():
    frame = analysis.claims.load()
    # one row for each claim; the interval, its unit, the sources behind it, and when it held
    assert frame.index.is_unique
    assert {"lower", "upper", "unit", "sources", "start", "end"} <= set(frame.columns)
    cited = frame["sources"].explode().dropna()
    assert set(cited) <= set(analysis.tables.read("sources")["id"])
    assert set(frame["unit"]) <= set(analysis.units.load())


def test_a_chapter_imports_no_validator_and_no_engine():
    """What only some pages need would cost every one of them half a second and more."""
    code = "import sys, analysis.charts, analysis.measures, analysis.accounts; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert "altair" in loaded
    assert not loaded & {"scipy", "frictionless", "sphinx", "vl_convert", "sqlite3", "hypothesis"}
