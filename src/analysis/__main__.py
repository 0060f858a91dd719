"""Commands to check the data of the book and to take them along."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from analysis import commandline, editions, export, mapdata, package, source_check, validation
from analysis.article import ArticleError
from analysis.package import DataError
from analysis.words import language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        The exit status: 0 if all is well, 1 if not, 2 if a file cannot be read. Wrong usage exits
        with 2.
    """
    called = Path(sys.argv[0]).stem  # by its name where the package was installed
    program = called if called == "analysis" else "python -m analysis"
    parser = commandline.Parser(prog=program, description=__doc__)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_validate(commands)
    _add_check_source(commands)
    _add_agreement(commands)
    _add_data_package(commands)
    return commandline.run(parser, arguments)


def _add_validate(commands: argparse._SubParsersAction[commandline.Parser]) -> None:
    text = "check every table of a folder against its datapackage.json"
    command = commands.add_parser("validate", help=text, description=text)
    command.add_argument(
        "data",
        metavar="DIR",
        nargs="?",
        type=commandline.folder,
        default=package.DATA,
        help="default: data/",
    )
    command.set_defaults(run=_validate)


def _add_check_source(commands: argparse._SubParsersAction[commandline.Parser]) -> None:
    text = "find every claim, date and place name of the data in a copy of the article"
    command = commands.add_parser("check-source", help=text, description=text)
    command.add_argument(
        "article", metavar="ARTICLE", type=commandline.file, help="its text in Markdown"
    )
    command.set_defaults(run=_check_source)


def _add_agreement(commands: argparse._SubParsersAction[commandline.Parser]) -> None:
    text = "compare the claims with another person's coding of the same article"
    command = commands.add_parser(
        "agreement", help=text, description=f"{text}; data/CODING.md describes its file"
    )
    command.add_argument(
        "other", metavar="OTHER", type=commandline.file, help="the other coding, a CSV file"
    )
    command.add_argument(
        "--part",
        metavar="SECTION[:FIRST[-LAST]]",
        action="append",
        default=[],
        help="a section, or paragraphs of one, that was coded; may be given several times; "
        "default: the whole article",
    )
    command.set_defaults(run=_agreement)


def _add_data_package(commands: argparse._SubParsersAction[commandline.Parser]) -> None:
    text = "write the data as a zip archive and as a SQLite file"
    command = commands.add_parser("data-package", help=text, description=text)
    command.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        type=commandline.new_folder,
        default=Path("_build"),
        help="default: _build",
    )
    command.set_defaults(run=_data_package)


def _validate(options: argparse.Namespace) -> int:
    checked = validation.check(options.data)
    if problems := [*checked.problems, *mapdata.problems(options.data)]:
        return _report(problems, "problems")
    if options.data == package.DATA and (missing := list(_missing_words())):
        return _report(missing, "words are missing")
    rows = sum(len(content.rows) for content in checked.contents.values())
    print(f"{len(checked.contents)} tables, {rows} rows, {len(problems)} problems")
    return 0


def _missing_words() -> Iterator[str]:
    """What a check or a result has no words for, in each language of the book, all in one pass."""
    from analysis.account import told

    for code in editions.codes():
        for id in told.missing(language(code)):
            yield f"words/{code}: no words for {id}"


def _check_source(options: argparse.Namespace) -> int:
    try:
        result = source_check.compare(options.article, package.DATA)
    except ArticleError as error:
        print(error, file=sys.stderr)
        return 2
    except DataError as error:
        return _report(error.problems, "problems in the data")
    if result.missing:
        return _report(result.missing, "not found")
    counts = ", ".join(f"{name} {count}" for name, count in result.compared.items())
    print(f"{sum(result.compared.values())} rows found in the article: {counts}")
    return 0


def _agreement(options: argparse.Namespace) -> int:
    # it brings numpy and pandas along, which the other commands do without
    from analysis import agreement

    try:
        result = agreement.compare(options.other, package.DATA, options.part)
    except agreement.PartError as error:
        print(error, file=sys.stderr)
        return 2
    except DataError as error:
        return _report(error.problems, "problems")
    if options.part:
        print(f"of the article only {', '.join(options.part)}")
    print(*agreement.report(result), sep="\n")
    return 0


def _data_package(options: argparse.Namespace) -> int:
    try:
        for path in export.write(options.folder):
            print(f"{path}: {path.stat().st_size:,} bytes")
    except DataError as error:
        return _report(error.problems, "problems in the data")
    except export.metadata.MetadataError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _report(lines: Iterable[object], what: str) -> int:
    lines = list(lines)
    for line in lines:
        print(line, file=sys.stderr)
    print(f"{len(lines)} {what}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
