# mypy: ignore-errors
"""PT Serif and PT Sans with fewer letters, under names of their own: the licence reserves theirs.

In a folder with the fonts of Google's collection: python subset.py OUT (fonttools, brotli).
"""

import sys
from pathlib import Path

from fontTools import subset

ENGLISH = (
    "U+20-7E,U+A0-B7,U+BB-BE,U+D7,U+E4,U+E9,U+F6,U+F7,U+FC,U+2013-2014,U+2018-201D,U+2022,"
    "U+2026,U+2116,U+2212,U+2248,U+2264-2265"
)
REST = (
    "U+B8-BA,U+BF-D6,U+D8-E3,U+E5-E8,U+EA-F5,U+F8-FB,U+FD-17F,U+218-21B,U+2BB-2BC,"
    "U+400-45F,U+490-4FF"
)
FACES = (
    ("PTSerif_400Regular", "Companion Text", "Regular", "text"),
    ("PTSerif_400Regular_Italic", "Companion Text", "Italic", "text-italic"),
    ("PTSerif_700Bold", "Companion Text", "Bold", "text-bold"),
    ("PTSans_400Regular", "Companion Label", "Regular", "label"),
    ("PTSans_700Bold", "Companion Label", "Bold", "label-bold"),
)


def cut(source, family, style, letters):
    options = subset.Options(
        hinting=False,
        name_IDs=["*"],
        layout_features=["kern", "liga", "locl"],
        notdef_outline=True,
        recalc_timestamp=False,
    )
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(letters))
    cutter.subset(font)
    names = font["name"]
    kept = [n for n in names.names if n.platformID == 3 and n.nameID in (0, 5, 8, 9, 11, 13, 14)]
    names.names = kept
    post = f"{family}-{style}".replace(" ", "")
    for id, text in ((1, family), (2, style), (3, post), (4, f"{family} {style}"), (6, post)):
        names.setName(text, id, 3, 1, 0x409)
    return font


for source, family, style, name in FACES:
    for script, letters in (("english", ENGLISH), ("rest", REST)):
        font = cut(f"{source}.ttf", family, style, letters)
        font.flavor = "woff2"
        font.save(Path(sys.argv[1]) / f"{name}-{script}.woff2")
    if family == "Companion Label":  # what pictures are drawn with
        cut(f"{source}.ttf", family, style, f"{ENGLISH},{REST}").save(
            Path(sys.argv[1]) / f"{name}.ttf"
        )
