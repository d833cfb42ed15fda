#!/usr/bin/env python3
"""Makes the fonts of the printed guide from their published sources; see README.md beside it.

usage: prepare.py NOTO_REGULAR NOTO_BOLD HANAZONO_A FOLDER

The same sources and the same fonttools give the same bytes: README.md has the digests of both.
"""

import hashlib
import pathlib
import sys

from fontTools import subset, ttLib

# Layout tables and hints serve screens and vertical setting; a printed page of horizontal text uses neither.
DROPPED = ["BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "prop", "vhea", "vmtx"]


def gb2312():
    """The characters of GB 2312, of which headings are set in bold."""
    characters = set()
    for first in range(0xA1, 0xF8):
        for second in range(0xA1, 0xFF):
            try:
                characters.add(ord(bytes([first, second]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return characters


def latin():
    """Letters and signs of Latin text, with the punctuation and full-width forms of Chinese text."""
    return (
        set(range(0x20, 0x7F))
        | set(range(0xA0, 0x180))
        | set(range(0x2000, 0x2070))
        | set(range(0x3000, 0x3040))
        | set(range(0xFF00, 0xFFF0))
    )


def han():
    """Han characters of every plane, their radicals and strokes, and compatibility forms."""
    return (
        set(range(0x2E80, 0x2FE0))
        | set(range(0x31C0, 0x31F0))
        | set(range(0x3400, 0xA000))
        | set(range(0xF900, 0xFB00))
        | set(range(0x20000, 0x32400))
    )


def characters_of(path):
    with ttLib.TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


def write(source, characters, family, style, target):
    options = subset.Options(
        drop_tables=subset.Options().drop_tables + DROPPED,
        glyph_names=False,
        hinting=False,
        layout_features=[],
        legacy_cmap=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        name_languages=[0x409],
        notdef_outline=True,
        recalc_timestamp=False,
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    # Variation sequences, which no reader of PDF fonts knows.
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    # A cut font is another font: it does not bear the name of its source.
    postscript = f"{family}-{style}".replace(" ", "")
    for identifier, text in {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}.items():
        font["name"].removeNames(nameID=identifier)
        font["name"].setName(text, identifier, 3, 1, 0x409)
    subset.save_font(font, str(target), options)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    print(f"{digest}  {target.name}  {len(characters)} characters, {target.stat().st_size} bytes")


def main(regular, bold, hanazono, folder):
    folder = pathlib.Path(folder)
    main_characters = characters_of(regular)
    write(regular, main_characters, "Tongban Sans", "Regular", folder / "tongban-sans-regular.ttf")
    write(
        bold,
        main_characters & (gb2312() | latin()),
        "Tongban Sans",
        "Bold",
        folder / "tongban-sans-bold.ttf",
    )
    write(
        hanazono,
        (characters_of(hanazono) & han()) - main_characters,
        "Tongban Rare",
        "Regular",
        folder / "tongban-rare-regular.ttf",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
