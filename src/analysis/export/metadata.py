"""What the data are, for people and for machines: README, schema.org Dataset, CSV on the Web.

Sources: schema.org/Dataset; J. Tennison and G. Kellogg, Metadata Vocabulary for Tabular Data
(W3C Recommendation, 2015).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from analysis import documents, package, periods, validation
from analysis.package import Field, Package, Table

CITATION = "CITATION.cff"
LICENCE = "LICENSE-DATA"
RULES = "CODING.md"
WORKS = "references.bib"
WEB = "csv-metadata.json"  # the name under which CSV on the Web is looked for beside a table
_CSVW = "http://www.w3.org/ns/csvw"
_DATATYPES = {"string": "string", "integer": "integer", "number": "decimal"}


class MetadataError(ValueError):
    """The citation or the licence cannot be used; the message says why."""


@dataclass(frozen=True)
class About:
    """What is said of the data as a whole.

    Attributes:
        name, title, description, version, keywords: from ``datapackage.json``.
        licence: (title, address).
        authors: who made the data.
        released: day of the version, ``YYYY-MM-DD``.
        article: the article from which the data are taken, in words, and its DOI.
        first, last: years between which the claims lie.
        tables: the tables and their columns.
        described: the content of ``datapackage.json``.
        measures: what is measured.
        texts: the files that stand beside the tables, by their name in the archive.
    """

    name: str
    title: str
    description: str
    version: str
    keywords: tuple[str, ...]
    licence: tuple[str, str]
    authors: tuple[str, ...]
    released: str
    article: tuple[str, str]
    first: int
    last: int
    tables: Package
    described: Mapping[str, Any]
    measures: tuple[str, ...]
    texts: Mapping[str, bytes]


def read(data: Path = package.DATA) -> About:
    """Everything that is said of the data.

    Raises:
        DataError: the data have problems; all of them are in the message.
        MetadataError: the citation or the licence is missing or unreadable.
    """
    checked = validation.check(data)
    if checked.package is None or checked.problems:
        raise package.DataError(checked.problems)
    described = documents.json_of((data / package.FILE).read_bytes())
    citation = _citation(data.parent / CITATION)
    try:
        licence = (data.parent / LICENCE).read_bytes()
    except OSError as error:
        raise MetadataError(f"{LICENCE}: {error.strerror}; expected the licence") from error
    texts = {
        package.FILE: (data / package.FILE).read_bytes(),
        CITATION: (data.parent / CITATION).read_bytes(),
        "LICENSE.txt": licence,
    }
    texts |= {
        name: (data / name).read_bytes() for name in (RULES, WORKS) if (data / name).is_file()
    }
    years = [
        day.year
        for table in checked.package.group("claims")
        for row in checked.contents[table.name].rows
        if row.raw["period"]
        for day in _ends(row.raw["period"])
    ]
    measures = checked.contents["measures"].rows
    try:
        reference = citation["references"][0]
        return About(
            name=described["name"],
            title=described["title"],
            description=described["description"],
            version=described["version"],
            keywords=tuple(described["keywords"]),
            licence=(described["licenses"][0]["title"], described["licenses"][0]["path"]),
            authors=tuple(_person(author) for author in citation["authors"]),
            released=str(citation["date-released"]),
            article=(_work(reference), reference["doi"]),
            first=min(years),
            last=max(years),
            tables=checked.package,
            described=described,
            measures=tuple(row.raw["definition"] for row in measures),
            texts=texts,
        )
    except (KeyError, IndexError, TypeError) as error:
        raise MetadataError(f"{CITATION} or {package.FILE}: no {error}") from error


def _ends(period: str) -> list[Any]:
    parsed = periods.parse(period)
    return [day for day in (parsed.start, parsed.end) if day]


def _citation(path: Path) -> dict[str, Any]:
    try:
        content = documents.yaml_of(path.read_bytes())
    except OSError as error:
        raise MetadataError(f"{path.name}: {error.strerror}; expected a citation") from error
    except documents.KeyTwiceError as error:
        raise MetadataError(f"{path.name}: found {error}, expected every key once") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise MetadataError(f"{path.name}: {error}; expected YAML in UTF-8") from error
    if not isinstance(content, dict):
        raise MetadataError(f"{path.name}: found no properties, expected a citation in YAML")
    return content


def _person(author: Mapping[str, str]) -> str:
    if "name" in author:
        return author["name"]
    return f"{author['given-names']} {author['family-names']}"


def _work(work: Mapping[str, Any]) -> str:
    """An article of a citation file in words, its authors first."""
    authors = " and ".join(_person(author) for author in work["authors"])
    where = f"{work['journal']} {work['volume']}, no. {work['issue']} ({work['year']})"
    return f"{authors}: {' '.join(work['title'].split())}. {where}, {work['start']}–{work['end']}"


def cite(about: About) -> str:
    """How to cite the data, in one line."""
    authors = ", ".join(about.authors)
    return f"{authors}: {about.title}. Version {about.version}, {about.released[:4]}."


def readme(about: About) -> str:
    """What the archive holds and what every column means, in Markdown."""
    article, doi = about.article
    lines = [
        f"# {about.title}",
        "",
        about.description,
        "",
        f"Cite as: {cite(about)}",
        "",
        f"And cite the article for its figures: {article}. <https://doi.org/{doi}>",
        "",
        f"Licence: {about.licence[0]}, <{about.licence[1]}>.",
        "",
        f"`{package.FILE}` describes the tables for machines, `{WEB}` does the same as CSV on the",
        f"Web, and this file says it for people. `{RULES}` holds the rules by which the article",
        "was coded. The files are UTF-8 with commas and decimal points; an empty cell means that",
        "nothing is stated. The folder `map` holds what the maps of the book draw, as GeoJSON.",
        "",
        "To count and to draw, start from `all_claims.csv`: one row a claim, its ends in base",
        "units, its first and last day, its sources in words.",
        "",
        "In a spreadsheet, import the files as text: opened with a double click, some programs",
        "turn periods such as 1930-06 into dates.",
    ]
    for table in about.tables.tables.values():
        lines += ["", f"## {table.file}", "", table.description, ""]
        lines += ["| column | type | meaning |", "|---|---|---|"]
        for field in table.fields:
            meaning = field.description.replace("|", "\\|")
            lines.append(f"| `{field.name}` | {field.type} | {meaning} |")
    return "\n".join(lines) + "\n"


def dataset(about: About, address: str, files: Mapping[str, str]) -> dict[str, Any]:
    """The data as a schema.org Dataset, for the page from which they are downloaded.

    Args:
        about: what is said of the data.
        address: the address of that page; empty if it has none.
        files: address of each download, and its media type.
    """
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": about.title,
        "description": about.description,
        **({"url": address} if address else {}),
        "version": about.version,
        "datePublished": about.released,
        "keywords": list(about.keywords),
        "license": about.licence[1],
        "isAccessibleForFree": True,
        "creator": [{"@type": "Organization", "name": name} for name in about.authors],
        "isBasedOn": f"https://doi.org/{about.article[1]}",
        "temporalCoverage": f"{about.first}/{about.last}",
        "spatialCoverage": {"@type": "Place", "name": "Kazakhstan and Xinjiang"},
        "variableMeasured": list(about.measures),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": file, "encodingFormat": kind}
            for file, kind in files.items()
        ],
    }


def csv_on_the_web(about: About) -> dict[str, Any]:
    """The tables as CSV on the Web: columns, datatypes, keys, and how the tables hang together.

    Lists of keys, and keys into any of several tables, have no form there and are left out.
    """
    return {
        "@context": [_CSVW, {"@language": "en"}],
        "dc:title": about.title,
        "dc:description": about.description,
        "dc:creator": list(about.authors),
        "dc:license": {"@id": about.licence[1]},
        "dc:issued": about.released,
        "dc:source": {"@id": f"https://doi.org/{about.article[1]}"},
        "tables": [_web_table(table, about.tables) for table in about.tables.tables.values()],
    }


def _web_table(table: Table, tables: Package) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_web_column(field) for field in table.fields],
        "primaryKey": table.primary_key,
    }
    keys = [
        {
            "columnReference": field.name,
            "reference": {
                "resource": tables.tables[field.key.tables[0]].file,
                "columnReference": field.key.field,
            },
        }
        for field in table.fields
        if field.key and not field.separator and len(field.key.tables) == 1
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "url": table.file,
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": schema,
    }


def _web_column(field: Field) -> dict[str, Any]:
    datatype: dict[str, Any] = {"base": _DATATYPES[field.type]}
    if field.is_period:
        datatype["@id"] = package.PERIOD
    if field.enum:
        datatype["format"] = "|".join(re.escape(word).replace("\\-", "-") for word in field.enum)
    elif field.pattern and field.type == "string":
        datatype["format"] = field.pattern.pattern
    bounds = {
        "minimum": field.minimum,
        "maximum": field.maximum,
        "maxLength": field.max_length,
    }
    datatype |= {name: bound for name, bound in bounds.items() if math.isfinite(bound)}
    column = {
        "name": field.name,
        "titles": field.name,
        "dc:description": field.description,
        "datatype": datatype,
        "required": field.required,
    }
    return column | ({"separator": field.separator} if field.separator else {})


def json_text(content: object) -> str:
    """JSON in the house's form."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
