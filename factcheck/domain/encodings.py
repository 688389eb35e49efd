"""How letters can be stored as bytes, by the names that people know them by."""

from __future__ import annotations

import codecs

# Python's name of each that is offered, and its name for people, the commonest first. Windows's
# code pages by Microsoft's names; the others as registered with IANA.
ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252 (Western)",
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1257": "Windows-1257 (Baltic)",
    "cp1258": "Windows-1258 (Vietnamese)",
    "mac-roman": "Mac Roman",
    "koi8-r": "KOI8-R (Russian)",
    "koi8-u": "KOI8-U (Ukrainian)",
    "iso8859-2": "ISO-8859-2 (Central European)",
    "iso8859-15": "ISO-8859-15 (Western)",
    "cp874": "Windows-874 (Thai)",
    "cp932": "Shift JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)",
    "gb18030": "GB 18030 (Chinese)",
    "big5hkscs": "Big5 (Chinese)",
    "cp949": "EUC-KR (Korean)",
    "utf-16-le": "UTF-16 (little end first)",
    "utf-16-be": "UTF-16 (big end first)",
}


def encoding_name(encoding: str) -> str:
    """Return an encoding's name for people; of one that is not offered, its registered name."""
    known = {codecs.lookup(name).name: shown for name, shown in ENCODINGS.items()}
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return encoding
    return known.get(name, name.upper().replace("_", "-"))
