"""Where the book is published, and its pages and terms in it. Needs no Sphinx."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from analysis import documents, editions, package

GLOSSARY = "book/glossary"
_CONFIG = package.DATA.parent / "_config.yml"
_NOBODY = "example"  # the owner in the address that stands there until somebody puts in their own


def repository(config: Path = _CONFIG) -> str:
    """Address of the repository, from the one place that names it."""
    return str(documents.yaml_of(config.read_bytes())["sphinx"]["config"]["companion_repository"])


def address(repository: str) -> str:
    """Where GitHub Pages shows the book of a repository; empty if that is only the example.

    Nothing may lead to an address that nobody has put in.

    >>> address("https://github.com/someone/some-book")
    'https://someone.github.io/some-book/'
    >>> address("https://github.com/example/some-book")
    ''
    """
    owner, name = repository.rstrip("/").split("/")[-2:]
    return "" if owner == _NOBODY else f"https://{owner}.github.io/{name}/"


def home(repository: str) -> str:
    """Where the edition of this process is shown; empty if the book has no address."""
    whole = address(repository)
    return whole and f"{whole}{editions.place(editions.code())}"


def anchor(term: str) -> str:
    """The anchor that Sphinx gives a term on the page of the glossary.

    >>> anchor("OGPU"), anchor("White émigré"), anchor("commandant's office")
    ('term-OGPU', 'term-White-emigre', 'term-commandant-s-office')
    """
    plain = unicodedata.normalize("NFKD", term).encode("ascii", "ignore").decode()
    return "term-" + re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")


def absolute(target: str, page: str) -> str:
    """Where a link of a page leads in the published book; pages are named without their kind.

    >>> absolute("map#part", "https://someone.github.io/some-book/book/index.html")
    'https://someone.github.io/some-book/book/map.html#part'
    """
    if urlsplit(target).scheme:
        return target
    path, hash, part = target.partition("#")
    if path:
        path = path.removesuffix(".md") + ".html"
    return urljoin(page, path) + hash + part
