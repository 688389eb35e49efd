"""Texts as newsrooms get them: every script, and characters made of several code points."""

from hypothesis import strategies as st

PIECES = (
    *("a", "Z", "7", " ", "\n", "\t", ".", "“", "”", "\u00a0", "\u202f", "é", "ß"),
    *("e\u0301", "o\u0308\u0323", " \u0301", "\u00a0\u0302", "\u0301"),
    *(
        "🌉",
        "👍🏽",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "👩\u200d🚒",
        "👨\u200d👩\u200d👧\u200d👦",
        "\u200d",
    ),
    *("🇪🇺", "🇺🇦", "🇺", "🏴\U000e0067\U000e0062\U000e007f"),
    *("سلام", "עברית", "\u200f", "\u202e", "ك\u064e", "\u0600"),
    *("हिन्दी", "क्ष", "ก\u0e33", "각", "\u1100\u1161\u11a8", "水", "𠮷", "𐍈", "\U0001d400"),
)

texts = st.lists(st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"])).map("".join)
"""Any text without surrogates, rich in awkward characters."""


@st.composite
def stretches(draw, of=texts):
    """A text and a stretch of it: start < end."""
    text = draw(of.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))
