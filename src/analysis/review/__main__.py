"""``python -m analysis.review``: check all and print a certificate, or accept the outputs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from analysis.review import certificate, outputs


def main() -> int:
    """Run a command; the exit status is 0 only if all held."""
    parser = argparse.ArgumentParser(prog="python -m analysis.review", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    check = commands.add_parser("check", help="check everything and print a certificate")
    check.add_argument("--article", type=Path, help="a copy of the article in Markdown")
    check.set_defaults(run=lambda options: certificate.check(options.article))
    accept = commands.add_parser(
        "accept", help="make the outputs of the built book those of codecheck.yml"
    )
    accept.set_defaults(run=lambda options: _accept())
    options = parser.parse_args()
    status: int = options.run(options)
    return status


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
