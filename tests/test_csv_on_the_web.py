"""The description of the data as CSV on the Web, read by a public validator.

The validator reads the description and every row against it, without the network. It is lax: when
strict it refuses an empty cell in a column that is a key, which the standard allows. It does not
miss a last column that is not required; that the description has all columns is tested without it.
"""

import csv
import io
import json
import warnings
import zipfile

import pytest
from csvw import CSVW

from analysis import files, tables
from analysis.export import archive, metadata
from analysis.tables import DATA

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def built():
    return archive.build()


@pytest.fixture
def unpacked(built, tmp_path):
    with zipfile.ZipFile(io.BytesIO(built)) as packed:
        packed.extractall(tmp_path)
    return tmp_path


def read(folder):
    return CSVW(str(folder / metadata.WEB), validate=True, strict=False)


def faults(folder):
    """What the validator finds wrong: it warns of some faults and gives up at others."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        try:
            found = read(folder)
            valid = found.is_valid
        except ValueError as error:
            return [str(error)]
    said = [str(warning.message) for warning in found.warnings]
    assert valid == (not said)
    return said


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_the_validator_accepts_it(unpacked):
    assert faults(unpacked) == []


def test_it_describes_every_table_and_every_column_of_it(unpacked):
    described = json.loads((unpacked / metadata.WEB).read_text("utf-8"))["tables"]
    columns = {
        table["url"]: [column["name"] for column in table["tableSchema"]["columns"]]
        for table in described
    }
    assert columns == {path.name: rows(path)[0] for path in unpacked.glob("*.csv")}
    assert columns.keys() > {path.name for path in files.inside(DATA, ".csv")}


def test_numbers_lists_and_empty_cells_are_read_as_such(unpacked):
    by_name = {table.local_name: list(table.iterdicts()) for table in read(unpacked).tables}
    zone = next(row for row in by_name["zones.csv"] if row["id"] == "zones-1923-search-7-5")
    assert float(zone["best"]) == 7.5
    written = {row[0]: row for row in rows(DATA / "zones.csv")}
    at = written["id"].index("sources")
    for row in by_name["zones.csv"]:
        assert row["sources"] == [id for id in written[row["id"]][at].split(";") if id]
    assert {len(by_name[table.file]) for table in tables.package(DATA).tables.values()} == {
        len(rows(DATA / table.file)) - 1 for table in tables.package(DATA).tables.values()
    }


def spoil(column, change):
    """A change of the second row in one column."""

    def spoilt(content):
        at = content[0].index(column)
        return [*content[:2], [*content[2][:at], change, *content[2][at + 1 :]], *content[3:]]

    return spoilt


def without(column):
    """A change that takes a column away."""

    def spoilt(content):
        at = content[0].index(column)
        return [[*row[:at], *row[at + 1 :]] for row in content]

    return spoilt


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(spoil("best", "many"), id="a word for a number"),
        pytest.param(spoil("best", "-1"), id="a number out of bounds"),
        pytest.param(spoil("paragraph", "1.5"), id="a fraction for an integer"),
        pytest.param(spoil("hedge", "roughly"), id="a word that is not in the list"),
        pytest.param(spoil("period", "18.08.1927"), id="a date of another form"),
        pytest.param(spoil("subject", "=HYPERLINK(1)"), id="a formula"),
        pytest.param(spoil("unit", ""), id="nothing where something is required"),
        pytest.param(spoil("unit", "furlongs"), id="a key that leads nowhere"),
        pytest.param(without("unit"), id="a missing column"),
        pytest.param(lambda content: [[*row, "x"] for row in content], id="a column too many"),
        pytest.param(lambda content: [*content, content[1]], id="a row twice"),
        pytest.param(
            lambda content: [[name.title() for name in content[0]], *content[1:]],
            id="other names of columns",
        ),
    ],
)
def test_the_validator_rejects_a_fault_in_a_table(unpacked, fault):
    path = unpacked / "zones.csv"
    content = fault(rows(path))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(content)
    assert faults(unpacked)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"base": "decimal"', '"base": "decimall"'),
        ('"resource": "units.csv"', '"resource": "places.csv"'),
        ('"primaryKey": "id"', '"primaryKey": "unit"'),
    ],
)
def test_the_validator_rejects_a_fault_in_the_description(unpacked, old, new):
    path = unpacked / metadata.WEB
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert faults(unpacked)
