"""Make the fonts in resources/fonts from Inter and Noto, as Debian packages them.

    python packaging/make_fonts.py FOLDER

FOLDER holds what is unpacked there with ``dpkg-deb -x`` from the packages fonts-inter,
fonts-noto-core and fonts-noto-extra. Each font is cut down to Latin, Greek and Cyrillic and gets a
name of ours, so that a reader's own copy of another version never takes its place. The same fonts
in give the same bytes out.

Four families come out:

Factcheck Sans      everything around the article
Factcheck Serif     headings and quoted words
Factcheck Reading   the article: the same letters as Factcheck Serif, on taller lines.
                    QPlainTextEdit has no line height to set, so the font brings the leading.
Factcheck Symbols   arrows, signs and shapes that the others lack
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"
LETTERS = [
    range(0x0020, 0x0530),  # Latin, phonetic letters, combining marks, Greek, Cyrillic
    range(0x1AB0, 0x1AF0),  # more combining marks
    range(0x1C80, 0x1C90),  # Cyrillic, extended
    range(0x1D00, 0x2000),  # phonetic letters, Latin with Vietnamese, Greek with breathings
    range(0x2000, 0x2190),  # punctuation, super- and subscripts, currency, letterlike, fractions
    range(0x2190, 0x2300),  # arrows, mathematics
    range(0x25A0, 0x2600),  # shapes
    range(0x2700, 0x27C0),  # ticks, crosses, pencils
    range(0x2C60, 0x2C80),  # Latin, extended
    range(0x2DE0, 0x2E80),  # Cyrillic marks, rare punctuation
    range(0xA640, 0xA6A0),  # Cyrillic, extended
    range(0xA700, 0xA800),  # Latin, extended
    range(0xAB30, 0xAB70),  # Latin, extended
    range(0xFB00, 0xFB07),  # ligatures
    range(0xFFFC, 0xFFFE),  # the replacement characters
]
SIGNS = [range(0x2190, 0x2400), range(0x2460, 0x2500), range(0x25A0, 0x27C0)]
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"]
# A little below 29 pixels at 18: Qt rounds the height of a line up.
READING_LINE_HEIGHT = 1.608
INTER = "usr/share/fonts/opentype/inter/Inter-{}.otf"
NOTO = "usr/share/fonts/truetype/noto/{}.ttf"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}


def main(folder: Path) -> None:
    """Make every font and say how large they are together."""
    for style in WEIGHTS:
        save(letters(folder / INTER.format(style)), "Factcheck Sans", style)
    for style in ("Regular", "SemiBold"):
        save(letters(folder / NOTO.format(f"NotoSerif-{style}")), "Factcheck Serif", style)
    reading = letters(folder / NOTO.format("NotoSerif-Regular"))
    set_line_height(reading, READING_LINE_HEIGHT)
    save(reading, "Factcheck Reading", "Regular")
    save(symbols(folder), "Factcheck Symbols", "Regular")
    print(sum(path.stat().st_size for path in OUT.glob("*.?tf")) // 1024, "KiB")


def letters(path: Path) -> TTFont:
    """Read a font and keep the letters that we want of it."""
    font = TTFont(path, recalcTimestamp=False)
    cut_down(font, {point for block in LETTERS for point in block})
    return font


def cut_down(font: TTFont, points: set[int]) -> None:
    """Keep these code points, without hints: the sizes of today's screens need none."""
    options = Options(
        layout_features=FEATURES,
        hinting=False,
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        drop_tables=["DSIG"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def symbols(folder: Path) -> TTFont:
    """Merge the signs of three Noto fonts, each taken from the first that has it."""
    wanted = {point for block in SIGNS for point in block}
    with tempfile.TemporaryDirectory() as scratch:
        parts = []
        for name in ("NotoSansSymbols2-Regular", "NotoSansSymbols-Regular", "NotoSansMath-Regular"):
            font = TTFont(folder / NOTO.format(name), recalcTimestamp=False)
            found = wanted & font.getBestCmap().keys()
            wanted -= found
            cut_down(font, found)
            # Only outlines are wanted; the tables of rules don't merge.
            for table in {"GDEF", "GPOS", "GSUB", "MATH"} & set(font.keys()):
                del font[table]
            parts.append(Path(scratch) / f"{name}.ttf")
            font.save(parts[-1])
        merged = Merger().merge([str(part) for part in parts])
        merged.recalcTimestamp = False
        merged["head"].created = merged["head"].modified = font["head"].modified
    # Inter's own measures: a sign in a line of words must not move the line.
    set_vertical_metrics(merged, 0.96875, 0.24148)
    return merged


def set_line_height(font: TTFont, ems: float) -> None:
    """Make the natural distance of two lines this many ems, half of the gain above and below."""
    em = font["head"].unitsPerEm
    ascent, descent = font["hhea"].ascent / em, -font["hhea"].descent / em
    gain = (ems - ascent - descent) / 2
    set_vertical_metrics(font, ascent + gain, descent + gain)


def set_vertical_metrics(font: TTFont, ascent: float, descent: float) -> None:
    """Set ascent and descent (ems) in all three places where systems look for them."""
    em = font["head"].unitsPerEm
    above, below = round(ascent * em), round(descent * em)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = above, -below, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = above, -below, 0
    os2.usWinAscent, os2.usWinDescent = above, below


def save(font: TTFont, family: str, style: str) -> None:
    """Name the font and write it."""
    rename(font, family, style)
    file_name = f"{family.replace(' ', '')}-{style}"
    suffix = "otf" if "CFF " in font else "ttf"
    font.save(OUT / f"{file_name}.{suffix}")


def rename(font: TTFont, family: str, style: str) -> None:
    """Give family and style names; whose work it is and under which licence stays as it was."""
    linked = style in ("Regular", "Bold")
    names = {
        1: family if linked else f"{family} {style}",
        2: style if linked else "Regular",
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
    } | ({} if linked else {16: family, 17: style})
    table = font["name"]
    kept = {0: table.getDebugName(0), 5: table.getDebugName(5), 13: table.getDebugName(13)}
    table.names = []
    for number, text in (kept | names | {14: "https://openfontlicense.org"}).items():
        table.setName(text, number, 3, 1, 0x409)
    set_style_bits(font, style)
    if "CFF " in font:
        rename_cff(font, names)


def set_style_bits(font: TTFont, style: str) -> None:
    """Say bold or regular, and the weight, where systems match styles."""
    os2 = font["OS/2"]
    os2.usWeightClass = WEIGHTS[style]
    bold = style == "Bold"
    os2.fsSelection = os2.fsSelection & ~0b1100001 | (0b100000 if bold else 0b1000000)
    font["head"].macStyle = int(bold)


def rename_cff(font: TTFont, names: dict[int, str]) -> None:
    """Change the names inside the outlines' own table, too."""
    cff = font["CFF "].cff
    cff.fontNames = [names[6]]
    cff.topDictIndex[0].FamilyName = names.get(16, names[1])
    cff.topDictIndex[0].FullName = names[4]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
