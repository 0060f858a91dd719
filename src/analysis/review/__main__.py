"""``python -m analysis.review``: check all and print a certificate, compare or accept a book."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis import commandline, editions
from analysis.article import ArticleError
from analysis.review import certificate, drift, outputs

_NO_ARTICLE = (
    "make check needs your copy of the article: ARTICLE=file.md. Without it nobody can tell "
    "whether the printed forms, dates and names stand in the article as the data say; "
    f"ARTICLE={certificate.WITHOUT} checks all the rest"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0 only if all held, and 2 for wrong use."""
    parser = commandline.Parser(prog="python -m analysis.review", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    check = commands.add_parser("check", help="check everything and print a certificate")
    check.add_argument("--article", default="", help="a copy of the article in Markdown, or none")
    check.add_argument("--date", type=_date, default="", help="for the certificate: 2026-12-31")
    check.set_defaults(run=_check)
    compare = commands.add_parser("compare", help="set a built book against codecheck.yml")
    compare.add_argument(
        "book",
        metavar="DIR",
        nargs="?",
        type=Path,
        default=outputs.ROOT / outputs.BOOK,
        help=f"default: {outputs.BOOK}",
    )
    compare.set_defaults(run=_compare)
    accept = commands.add_parser(
        "accept", help="make the outputs of the built book those of codecheck.yml"
    )
    accept.set_defaults(run=lambda options: _accept())
    translated = commands.add_parser(
        "translated", help="what in the other languages is missing, too much or out of date"
    )
    translated.add_argument(
        "--accept", action="store_true", help="all texts are translations of what stands there now"
    )
    translated.set_defaults(run=lambda options: _translated(options.accept))
    return commandline.run(parser, arguments)


def _date(text: str) -> str:
    try:
        date = datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        date = None
    if date != text:
        raise argparse.ArgumentTypeError(f"{text} is no date such as 2026-12-31")
    return text


def _check(options: argparse.Namespace) -> int:
    if not options.article:
        print(_NO_ARTICLE, file=sys.stderr)
        return 2
    article = None if options.article == certificate.WITHOUT else Path(options.article)
    try:
        return certificate.check(article, options.date)
    except ArticleError as error:
        print(error, file=sys.stderr)
        return 2


def _compare(options: argparse.Namespace) -> int:
    try:
        differences = outputs.compare(options.book)
    except outputs.BookError as error:
        print(error, file=sys.stderr)
        return 2
    print(*outputs.described(differences), sep="\n", end="\n" * bool(differences))
    changed = len({one.output for one in differences})
    print(f"{len(outputs.of(options.book))} outputs, {changed} not as in {outputs.MANIFEST.name}")
    return 1 if differences else 0


def _translated(accepted: bool) -> int:
    """Accept the texts, if that is wanted; then tell what has drifted."""
    drifted = []
    for code in editions.codes()[1:]:
        if accepted:
            print(f"{code}: {drift.accept(outputs.ROOT, code)} texts accepted")
        drifted += drift.found(outputs.ROOT, code)
    print(*drifted, sep="\n", end="\n" * bool(drifted))
    return 1 if drifted else 0


def _accept() -> int:
    book = outputs.ROOT / outputs.BOOK
    if not book.is_dir():
        print(f"there is no book in {book}; make book first", file=sys.stderr)
        return 1
    differences = outputs.compare(book)
    for difference in differences:
        print(difference)
    changed = f"{len(differences)} differences" if differences else "nothing differed"
    print(f"{outputs.update(book)} outputs are now those of {outputs.MANIFEST.name}; {changed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
