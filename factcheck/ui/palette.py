"""The colours of the window, light and dark. Nothing else in ui/ names a colour.

Each tone (a verdict's colour by name) has an ink of at least 4.5:1 on the paper, on its own tint
and on the panel, and can be told from each other ink with every common colour blindness. Tints
can't, they are too pale for that: an ink or a symbol stands beside them. Tests compute it.
"""

from __future__ import annotations

from typing import NamedTuple


class Tone(NamedTuple):
    """A colour with a meaning: ``ink`` for text and lines, ``tint`` behind words."""

    ink: str
    tint: str


class Palette(NamedTuple):
    """All colours of one appearance, as #rrggbb."""

    dark: bool
    background: str
    panel: str
    paper: str
    ink: str
    muted: str
    line: str
    accent: str
    accent_ink: str
    accent_soft: str
    selection: str
    chip: str
    groove: str
    warning_tint: str
    warning_line: str
    found: str
    tones: dict[str, Tone]

    def tone(self, name: str) -> Tone:
        """Return the tone of this name; an unknown name is grey, as unproven things are."""
        return self.tones.get(name, self.tones["grey"])


LIGHT = Palette(
    dark=False,
    background="#f4f3ef",
    panel="#fbfaf7",
    paper="#ffffff",
    ink="#1d1f23",
    muted="#656a73",
    line="#e2dfd8",
    accent="#2f5d8c",
    accent_ink="#ffffff",
    accent_soft="#e6eef6",
    selection="#c9dcf0",
    chip="#eeece6",
    groove="#e9e7e1",
    warning_tint="#fff8e8",
    warning_line="#ecd9ae",
    found="#ffe08a",
    tones={
        "green": Tone("#276f45", "#dff1e5"),
        "amber": Tone("#965803", "#fbeacb"),
        "violet": Tone("#7547ab", "#ece3f7"),
        "red": Tone("#99251e", "#fadcd9"),
        "blue": Tone("#2d557c", "#dbe8f5"),
        "grey": Tone("#5d626a", "#e8e8e6"),
    },
)

DARK = Palette(
    dark=True,
    background="#17181b",
    panel="#1d1f23",
    paper="#222529",
    ink="#e7e5df",
    muted="#a2a7b0",
    line="#363a41",
    accent="#8fb8e2",
    accent_ink="#10202f",
    accent_soft="#263646",
    selection="#34506e",
    chip="#2d3036",
    groove="#33363c",
    warning_tint="#33291a",
    warning_line="#5c4a26",
    found="#7d6200",
    tones={
        "green": Tone("#7fcfa1", "#1f3a2a"),
        "amber": Tone("#e9b45c", "#3e3017"),
        "violet": Tone("#bd9af1", "#352a47"),
        "red": Tone("#fb9285", "#472523"),
        "blue": Tone("#a0c0e1", "#22374d"),
        "grey": Tone("#b4b8bf", "#34373c"),
    },
)
