"""``python -m analysis validate`` as a user meets it: what it prints, and its exit status."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import commands
import pytest

from analysis.__main__ import main
from analysis.tables import DATA

SMALL = Path(__file__).parent / "small_data"


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(SMALL, folder)
    shutil.copy(DATA / "datapackage.json", folder)
    return folder


def run(*arguments):
    return commands.run(main, *arguments)


def test_correct_data(small):
    good = (0, "22 tables, 51 rows, 0 problems\n", "")
    assert run("validate", small) == good
    # and as the process that the other tests of this file do without
    started = subprocess.run(
        [sys.executable, "-m", "analysis", "validate", str(small)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (started.returncode, started.stdout, started.stderr) == good


def test_the_data_of_the_book_by_default(capsys):
    assert main(["validate"]) == 0
    assert capsys.readouterr().out.endswith(" rows, 0 problems\n")


def test_every_problem_is_listed_in_one_pass(small):
    garrison = small / "garrison.csv"
    text = garrison.read_text("utf-8").replace(",88,88,88,", ",88,88,,")
    garrison.write_text(text.replace(",nearly,,250,250,", ',nearly,,"1,250",250,'), "utf-8")
    (small / "zones.csv").unlink()
    status, out, err = run("validate", small)
    assert (status, out) == (1, "")
    assert err.splitlines() == [
        "garrison.csv, row 4, column best: found nothing, expected 88, as '88 km of the line' says",
        "garrison.csv, row 5, column high: found '1,250', expected a number in plain digits, such "
        "as 1093 or 7.5",
        f"zones.csv: found no such file, expected a file in {small}",
        "3 problems",
    ]


def test_many_problems_are_all_listed(small):
    path = small / "garrison.csv"
    header, row, *_ = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([header] + [row.replace(",3,3,3,", ",x,x,x,")] * 500), "utf-8")
    status, _, err = run("validate", small)
    # three cells in each row, an id used before in all but the first, and the names that are gone
    assert status == 1
    assert sum("column low" in line for line in err.splitlines()) == 500
    assert sum("has it too" in line for line in err.splitlines()) == 499


def test_invisible_characters_are_shown_as_escapes(small):
    path = small / "smuggling.csv"
    path.write_text(path.read_text("utf-8").replace("tea seized", "tea\u202e\u200bseized"), "utf-8")
    status, _, err = run("validate", small)
    assert status == 1
    assert r"found 'tea\u202e\u200bseized'" in err
    assert "\u202e" not in err


def test_a_folder_without_data(tmp_path):
    status, out, err = run("validate", tmp_path)
    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 2
    assert "Traceback" not in err


WRONG = [
    [],
    ["conquer"],
    ["validate", "a", "b"],
    ["validate", "nowhere"],
    ["validate", "file.txt"],
    ["check-source"],
    ["check-source", ""],
    ["check-source", "nowhere.md"],
    ["check-source", "."],
    ["agreement", "nowhere.csv"],
    ["agreement", "file.txt", "--part", "nowhere"],
    ["data-package", "file.txt"],
    ["data-package", "file.txt/below"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_is_said_in_one_sentence(tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    header = "printed,low,high,unit,period,footnote"
    (tmp_path / "file.txt").write_text(f"{header}\n4,4,4,people,,\n")
    status, out, err = run(*arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert any(word and word in err for word in arguments[1:]) or arguments[1:] in ([], [""])


@pytest.mark.long
@pytest.mark.parametrize("arguments", [["--help"], ["validate", "--help"], ["validate"]])
def test_whoever_stops_reading_sees_no_traceback(arguments):
    with subprocess.Popen(
        [sys.executable, "-m", "analysis", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()  # before a line is written
        assert process.stderr.read() == b""
    # argparse says nothing of a help that could not be written
    assert process.returncode == (0 if "--help" in arguments else 141)


def test_problems_that_nobody_reads_are_no_traceback(small):
    (small / "zones.csv").unlink()
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "validate", str(small)],
        stdout=subprocess.DEVNULL,
        stderr=writing,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 141


def test_validating_does_not_load_what_it_does_not_need():
    code = "import sys, analysis.__main__; print(sorted({'pandas', 'altair'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
