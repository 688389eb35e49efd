"""The control words of RTF by what they are for; all others say how words look.

Rich Text Format (RTF) Specification 1.9.1, "Contents of an RTF File".
"""

from __future__ import annotations

from factcheck.importers.rtf_comments import PARTS

SIGNS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "~": "\u00a0",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "_": "\u2011",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
PARAGRAPH_ENDS = {"par", "sect", "\r", "\n"}
# Groups that are left out with all that is in them.
LEFT_OUT = {
    *("pict", "nonshppict", "colortbl", "shprslt", "sp", "xe", "tc", "rxe", "txe", "nonesttables"),
    *("datafield", "operator", "company", "subject", "keywords", "doccomm", "comment", "manager"),
    *("category", "hlinkbase", "template", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc"),
}
# Groups that a reader may pass over, but which hold what we want.
WANTED = {
    *("shpinst", "shppict", "ud", "fldinst", "footnote", "do", "pntext"),
    *PARTS,
}
HEADERS = {f"{what}{which}" for what in ("header", "footer") for which in ("", "l", "r", "f")}
BULLETS = {"listtext", "pntext"}
DATE_PARTS = ("yr", "mo", "dy")  # in this order
BOXES = {"shptxt", "dptxbxtext"}
# Groups whose words are gathered and used when they are closed.
GATHERED = {
    *("fonttbl", "stylesheet", "info", "title", "author", "footnote", "fldinst"),
    *("creatim", "revtim"),
    *(PARTS | HEADERS | BULLETS),
}
