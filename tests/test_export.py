"""The data as they travel: archive, database, descriptions."""

import csv
import io
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import commands
import frictionless
import pytest
import yaml

from analysis import export, files, tables
from analysis.__main__ import main
from analysis.account import told
from analysis.export import archive, database, metadata
from analysis.tables import DATA, DataError

HERE = Path(__file__).parent
ROOT = HERE.parent


@pytest.fixture
def small(tmp_path):
    """A small data set with its citation and licence beside it, as in the repository."""
    folder = tmp_path / "small" / "data"
    shutil.copytree(HERE / "small_data", folder)
    shutil.copy(DATA / "datapackage.json", folder)
    for name in (metadata.CITATION, metadata.LICENCE):
        shutil.copy(ROOT / name, folder.parent)
    return folder


@pytest.fixture
def copied(tmp_path):
    """The book's own data with its citation and licence beside it."""
    folder = tmp_path / "copied" / "data"
    shutil.copytree(DATA, folder)
    for name in (metadata.CITATION, metadata.LICENCE):
        shutil.copy(ROOT / name, folder.parent)
    return folder


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    with zipfile.ZipFile(io.BytesIO(archive.build())) as packed:
        assert packed.testzip() is None
        packed.extractall(folder)
    return folder


class TestArchive:
    @pytest.mark.long
    def test_the_public_tool_finds_it_valid(self, unpacked):
        report = frictionless.validate(str(unpacked / "datapackage.json"))
        assert report.valid, report.to_summary()
        described = json.loads((unpacked / "datapackage.json").read_text("utf-8"))["resources"]
        files = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*.*")}
        about = {"README.md", "CITATION.cff", "LICENSE.txt", "CODING.md", "references.bib"}
        about |= {"datapackage.json", "csv-metadata.json"}
        assert {resource["path"] for resource in described} == files - about
        assert report.stats["tasks"] == len(described)

    def test_every_claim_is_there_for_those_who_read_no_edtf(self, unpacked):
        """Worked out by hand from the rows of the tables and from ``units.csv``."""
        with (unpacked / "all_claims.csv").open(encoding="utf-8", newline="") as file:
            rows = {row["id"]: row for row in csv.DictReader(file)}
        assert rows.keys() == {
            row["id"]
            for table in tables.package(DATA).group("claims")
            for row in csv.DictReader((DATA / table.file).open(encoding="utf-8", newline=""))
        }

        def cells(id, *names):
            return tuple(rows[id][name] for name in names)

        ends = ("lower", "upper", "base_unit", "lower_base", "upper_base", "best_base")
        # nearly 3,400: an open floor; 25 versts of 1.0668 km; over 400,000: an open ceiling
        assert cells("garrison-personnel-mid-1930s", *ends) == (
            *("", "3400", "people"),
            *("", "3400", "3400"),
        )
        assert cells("distances-versts-bakhty", *ends)[2:] == ("km", "26.67", "26.67", "26.67")
        assert cells("migration-people-1930-1933", "lower", "upper") == ("400000", "")
        days = ("start", "end", "approximate")
        assert cells("garrison-personnel-mid-1930s", *days) == ("1934-01-01", "1936-12-31", "yes")
        assert cells("migration-people-1930-1933", *days) == ("1930-01-01", "1933-12-31", "")
        assert cells("migration-households-zaysan-1931", *days) == ("", "1931-03-13", "")
        assert cells("administration-first-passport-centres", *days) == ("1933-10-01", "", "")
        words = cells("administration-russian-settlements-altay", "sources", "sources_in_words")
        assert words[0] == "fn35" and "Ablazhey, N. N." in words[1] and "67–86" in words[1]
        assert (
            "f. 708, op. 1/1" in rows["administration-1940-adjacent-alma-ata"]["sources_in_words"]
        )
        assert all(row["lower"] == row["upper"] == row["best"] for row in rows.values()
                   if row["hedge"] in ("exact", "counted"))  # fmt: skip

    def test_results_and_verdicts_are_there(self, unpacked):
        with (unpacked / "results.csv").open(encoding="utf-8", newline="") as file:
            results = {row["id"]: row for row in csv.DictReader(file)}
        density = results["bakhty-km-per-outpost-1927"]
        assert (density["lower"], density["upper"]) == ("131.5", "131.5")  # 526 km, 4 outposts
        assert density["claims"] == "distances-bakhty-sector;garrison-bakhty-outposts-1927"
        assert results.keys() == told.results().keys()
        with (unpacked / "checks.csv").open(encoding="utf-8", newline="") as file:
            checks = {row["id"]: row for row in csv.DictReader(file)}
        assert checks["households-in-people"]["verdict"] == "contradict"
        assert checks.keys() == told.checks().keys()

    def test_the_map_is_there_byte_for_byte(self, unpacked):
        files = sorted(path.name for path in (DATA / "map").glob("*.geojson"))
        assert sorted(path.name for path in (unpacked / "map").iterdir()) == files != []
        for name in files:
            assert (unpacked / "map" / name).read_bytes() == (DATA / "map" / name).read_bytes()

    def test_the_readme_names_the_authors_of_the_article(self, unpacked):
        text = (unpacked / "README.md").read_text("utf-8")
        for author in yaml.safe_load((ROOT / "CITATION.cff").read_bytes())["references"][0][
            "authors"
        ]:
            assert f"{author['given-names']} {author['family-names']}" in text

    def test_the_tables_are_those_of_the_repository_byte_for_byte(self, unpacked):
        named = {path.name for path in files.inside(DATA, ".csv")}
        computed = {"all_claims.csv", "results.csv", "checks.csv", "labels.csv"}
        assert {path.name for path in unpacked.glob("*.csv")} == named | computed
        for name in named:
            assert (unpacked / name).read_bytes() == (DATA / name).read_bytes()

    def test_it_carries_its_citation_licence_rules_and_works(self, unpacked):
        assert yaml.safe_load((unpacked / "CITATION.cff").read_bytes())["type"] == "dataset"
        assert "CC BY 4.0" in (unpacked / "LICENSE.txt").read_text("utf-8")
        assert (unpacked / "CODING.md").exists() and (unpacked / "references.bib").exists()

    def test_the_readme_explains_every_column(self, unpacked):
        text = (unpacked / "README.md").read_text("utf-8")
        for path in unpacked.glob("*.csv"):
            part = text.split(f"\n## {path.name}\n")[1].split("\n## ")[0]
            rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", part, re.M)
            with path.open(encoding="utf-8", newline="") as file:
                assert [name for name, _, _ in rows] == next(csv.reader(file))
            assert all(meaning.endswith(".") for *_, meaning in rows)

    @pytest.mark.long
    def test_the_same_data_give_the_same_bytes(self, copied, tmp_path):
        other = shutil.copytree(copied.parent, tmp_path / "other place")
        made = export.files(copied)
        assert export.files(other / "data") == made
        code = (
            "import hashlib, sys, pathlib; from analysis import export; "
            "print(*[hashlib.sha256(b).hexdigest() for b in "
            "export.files(pathlib.Path(sys.argv[1])).values()])"
        )
        said = {
            subprocess.run(
                [sys.executable, "-c", code, str(copied)],
                env={"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed, "TZ": zone},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
        }
        assert len(said) == 1

    def test_no_name_leads_out_of_the_folder_and_no_time_of_day_goes_in(self):
        with zipfile.ZipFile(io.BytesIO(archive.build())) as packed:
            for entry in packed.infolist():
                assert re.fullmatch(r"(?:map/)?[\w-]+\.\w+", entry.filename, re.A)
                assert entry.date_time == (1980, 1, 1, 0, 0, 0)


class TestDatabase:
    @pytest.fixture
    def opened(self, tmp_path):
        def opened(data=DATA):
            path = tmp_path / "data.sqlite"
            path.write_bytes(database.build(data))
            connection = sqlite3.connect(path)
            connection.execute("PRAGMA foreign_keys = ON")
            return connection

        return opened

    def test_it_is_whole_and_its_keys_hold(self, opened):
        connection = opened()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute("INSERT INTO claims_sources VALUES ('nobody', 1, 'fn01')")

    def test_it_holds_the_rows_of_every_file(self, opened):
        connection = opened()
        for table in tables.package(DATA).tables.values():
            fields = [field for field in table.fields if not field.separator]
            names = ", ".join(f'"{field.name}"' for field in fields)
            found = connection.execute(f"SELECT {names} FROM {table.name}").fetchall()
            with (DATA / table.file).open(encoding="utf-8", newline="") as file:
                wanted = [
                    tuple(
                        None
                        if row[f.name] == ""
                        else {"string": str, "integer": int, "number": float}[f.type](row[f.name])
                        for f in fields
                    )
                    for row in csv.DictReader(file)
                ]
            assert sorted(found, key=repr) == sorted(wanted, key=repr), table.name

    def test_lists_are_rows(self, small, opened):
        connection = opened(small)
        query = "SELECT position, sources_id FROM claims_sources WHERE claims_id = ?"
        found = connection.execute(query, ("populations-fort-1911",)).fetchall()
        assert found == [(1, "fn02a"), (2, "fn02b")]
        spellings = "SELECT spellings FROM places_spellings WHERE places_id = 'fort'"
        assert connection.execute(spellings).fetchall() == [("Fort",), ("fort",)]
        events = "SELECT claims_id FROM events_claims WHERE events_id = '1910-rule' ORDER BY 1"
        assert connection.execute(events).fetchall() == [
            ("penalties-trespass-1910",),
            ("zones-strip-1910",),
        ]

    def test_a_question_with_joins(self, small, opened):
        query = """
            SELECT c.id, c.best * u.factor, u.base_unit, s.archive
            FROM claims c JOIN units u ON u.id = c.unit
            LEFT JOIN claims_sources k ON k.claims_id = c.id
            LEFT JOIN sources s ON s.id = k.sources_id
            WHERE c.claim_table = 'zones'
        """
        [(id, km, base, archived)] = opened(small).execute(query).fetchall()
        assert (id, base, archived) == ("zones-strip-1910", "km", None)
        assert km == pytest.approx(22.4028)  # 21 versts of 1.0668 km

    def test_its_dictionary_describes_what_it_holds_and_nothing_else(self, opened):
        connection = opened()
        found = connection.execute("SELECT table_name, column_name, type, meaning FROM dictionary")
        described = {(table, column): (kind, said) for table, column, kind, said in found}
        held = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        assert {key: kind for key, (kind, _) in described.items()} == {
            (name, column): kind
            for (name,) in held.fetchall()
            for _, column, kind, *_ in connection.execute(f"PRAGMA table_info('{name}')")
        }
        assert all(said.endswith(".") for _, said in described.values())
        for table in tables.package(DATA).tables.values():
            for field in table.fields:
                if not field.separator:
                    assert described[table.name, field.name][1] == field.description

    def test_keys_of_works_lead_to_the_bibliography(self, opened):
        connection = opened()
        text = (DATA / "references.bib").read_text("utf-8")
        keys = set(re.findall(r"^@\w+\{(\w+),", text, re.M))
        assert {key for (key,) in connection.execute("SELECT citekey FROM works")} == keys
        query = """
            SELECT w.author, w.year, w.pages, s.locator FROM sources s
            JOIN works w ON w.citekey = s.citekey WHERE s.id = 'fn35'
        """
        assert connection.execute(query).fetchall() == [
            ("Ablazhey, N. N.; Nazemtseva, E. N.", "2020", "67–86", "67–86")
        ]
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute("UPDATE sources SET citekey = 'nobody2000' WHERE id = 'fn35'")

    def test_text_stays_text(self, small, opened):
        path = small / "smuggling.csv"
        hostile = "'); DROP TABLE claims; -- <script>alert(1)</script>"
        path.write_text(path.read_text("utf-8").replace("tea seized", hostile), "utf-8")
        found = opened(small).execute("SELECT subject FROM smuggling").fetchall()
        assert found == [(hostile,)]


def test_the_description_for_dataset_search():
    about = metadata.read()
    described = metadata.dataset(about, "https://example.org/", {"https://example.org/d.zip": "x"})
    # what dataset search asks for, and recommends
    assert described["@type"] == "Dataset" and 50 <= len(described["description"]) <= 5000
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    for ours, theirs in (("name", "title"), ("version", "version"), ("keywords", "keywords")):
        assert described[ours] == package[theirs]
    assert described["license"].startswith("https://creativecommons.org/")
    assert described["isBasedOn"].endswith("10.22363/2312-8674-2026-25-2-268-283")


class TestCommand:
    def run(self, *arguments):
        return commands.run(main, "data-package", *arguments)

    def test_both_files_are_written(self, tmp_path):
        status, out, err = self.run(tmp_path / "new" / "folder")
        assert (status, err) == (0, "")
        assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == [
            "kazakh-xinjiang-border.sqlite",
            "kazakh-xinjiang-border.zip",
        ]
        assert len(out.splitlines()) == 2

    def test_a_folder_that_cannot_be_made(self, tmp_path):
        (tmp_path / "file").write_text("")
        status, out, err = self.run(tmp_path / "file" / "folder")
        assert (status, out, len(err.splitlines())) == (2, "", 1)

    @pytest.mark.long
    def test_a_failure_leaves_the_last_good_file(self, copied, tmp_path):
        paths = export.write(tmp_path / "out", copied)
        before = [path.read_bytes() for path in paths]
        (copied / "zones.csv").unlink()
        with pytest.raises(DataError):
            export.write(tmp_path / "out", copied)
        assert [path.read_bytes() for path in paths] == before
        assert len(list((tmp_path / "out").iterdir())) == 2

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            (metadata.CITATION, None, "CITATION.cff: No such file"),
            (metadata.CITATION, b"[", "CITATION.cff"),
            (metadata.CITATION, b"", "expected a citation"),
            (metadata.CITATION, b"title: x", "no 'references'"),
            (metadata.CITATION, b"\xff\xfe", "CITATION.cff"),
            (metadata.LICENCE, None, "LICENSE-DATA: No such file"),
        ],
    )
    def test_a_citation_or_licence_that_cannot_be_used(self, small, name, content, said):
        path = small.parent / name
        path.unlink()
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(metadata.MetadataError, match=said):
            export.files(small)
