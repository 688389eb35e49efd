from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.facts import facts, suggestions
from factcheck.domain.model import StatementKind

PIECES = [
    *(
        "word ",
        "The ",
        "Ada ",
        "Ines Ortega ",
        "of the ",
        "$",
        "40",
        "3,290",
        ". ",
        ", ",
        " ",
        "\n",
    ),
    *(
        "“",
        "”",
        "‘",
        "’",
        '"',
        "«",
        "»",
        "「",
        "」",
        "19 per cent ",
        "May ",
        "2024",
        "-",
        "–",
        "A.",
    ),
    *(
        "two ",
        "million ",
        "the most ",
        "the largest ",
        "Dr. ",
        "al-",
        "😀",
        "年",
        "中文",
        "’s ",
        "٤",
    ),
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def found(text, *kinds):
    """The words of all facts of some kinds."""
    return [text[f.start : f.end] for f in facts(text, 0, len(text)) if f.kind in kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It made $40.5 billion, up 19 per cent.", ["$40.5 billion", "19 per cent"]),
        ("3.29 billion people, −5 °C and 40 %", ["3.29 billion people", "−5 °C", "40 %"]),
        ("£3m–£5m, US$3bn, EUR 20, 5 €", ["£3m–£5m", "US$3bn", "EUR 20", "5 €"]),
        ("3 of 4 agree; 5 to 7 at 10:30 a.m.", ["3 of 4", "5 to 7", "10:30 a.m."]),
        ("it came 3rd, 1'000 times", ["3rd", "1'000 times"]),
        ("Twenty-five people, half a million.", ["Twenty-five people", "half a million"]),
        ("two of them saw the two bridges", ["two"]),
        ("40人が死亡した、 ٤٠ مليون", ["40", "٤٠"]),
        ("COVID-19, G7, B2B, Llama 4, Article 50", []),
        ("2. The second point", []),
        ("In 12 cases", ["12"]),
        ("in 2024, on 3 March 2026", []),
    ],
)
def test_numbers(text, expected):
    assert found(text, StatementKind.NUMBER) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Tuesday, 3 March 2026", ["Tuesday, 3 March 2026"]),
        ("March 3, 2026 or Sept. 5th", ["March 3, 2026", "Sept. 5th"]),
        ("in 2024, since May, last Friday", ["2024", "May", "last Friday"]),
        ("the third quarter of 2024, Q3 2025", ["third quarter of 2024", "Q3 2025"]),
        ("the 1990s, 1999–2001, the 19th century", ["1990s", "1999–2001", "19th century"]),
        ("2024-11-05, 5/11/2024 and 2024年3月5日", ["2024-11-05", "5/11/2024", "2024年3月5日"]),
        ("2000 people may march, $2000", []),
    ],
)
def test_dates(text, expected):
    assert found(text, StatementKind.DATE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said, ‘it’s over’.", ["“We won,”", "‘it’s over’"]),
        ('"No" «oui» „gut“ 「本」 »ja«', ['"No"', "«oui»", "„gut“", "「本」", "»ja«"]),
        ('the dogs’ dinner, 5’ 10" tall, it’s', []),
        ("“It goes on in the next paragraph.", ["“It goes on in the next paragraph."]),
        ('“Mixed," he said, "signs.”', ['“Mixed,"', '"signs.”']),
    ],
)
def test_quotations(text, expected):
    assert found(text, StatementKind.QUOTATION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Mayor Ines Ortega spoke.", ["Mayor Ines Ortega"]),
        ("with Dr. Anna van der Berg and J. R. Park", ["Dr. Anna van der Berg", "J. R. Park"]),
        (
            "Bashar al-Assad met O’Neil in the U.S. Senate",
            ["Bashar al-Assad", "O’Neil", "U.S. Senate"],
        ),
        ("the University of the Arts, NATO’s chief", ["University of the Arts", "NATO"]),
        ("Then AT&T and the BBC’s Tim O'Brien", ["AT&T", "BBC", "Tim O'Brien"]),
        ("Bridges fell. Nobody saw it. “Why?”", []),
        ("Ortega spoke. We heard Ortega.", ["Ortega", "Ortega"]),
        ("In March they left on Monday. I stayed.", []),
        ("In the Bank of England", ["Bank of England"]),
        ("How the Great River Bridge Fell Into Water Last Night", []),
    ],
)
def test_names(text, expected):
    assert found(text, StatementKind.NAME) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the first bridge, Europe’s tallest", ["the first", "tallest"]),
        ("The third-largest, the only one", ["The third-largest", "the only"]),
        ("the most expensive; most people", ["the most expensive", "most people"]),
        ("a record high, a new record", ["a record high", "new record"]),
        ("the rest, the first half, most likely, at least two", []),
    ],
)
def test_superlatives(text, expected):
    assert found(text, StatementKind.SUPERLATIVE) == expected


def test_only_the_block_is_looked_at_and_offsets_are_the_text_s():
    text = "Pay $4 million. 🌉 She paid $5 million. Then $6 million."
    start, end = text.index("She"), text.index("Then")
    (fact,) = facts(text, start, end)
    assert text[fact.start : fact.end] == "$5 million"


def test_of_nested_facts_the_widest_is_suggested_once():
    text = "He said “it cost $40 million in 2024” to Ines Ortega."
    kept = [text[f.start : f.end] for f in suggestions(text, 0, len(text))]
    assert kept == ["“it cost $40 million in 2024”", "Ines Ortega"]


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_facts_lie_in_their_block_in_order_and_hold_words(text, one, other):
    start, end = sorted(min(at, len(text)) for at in (one, other))
    all_of = facts(text, start, end)
    assert all(start <= f.start < f.end <= end for f in all_of)
    assert all(text[f.start : f.end].strip() for f in all_of)
    assert all_of == sorted(all_of, key=lambda f: (f.start, -f.end))
    kept = suggestions(text, start, end)
    assert set(kept) <= set(all_of)
    assert all(a.start <= b.start and a.end < b.end for a, b in pairwise(kept))


@pytest.mark.parametrize(
    "piece",
    [
        *("1", "1 ", "1,", "1-", "1 to ", "$", "A ", "A.", "A. ", "Aa of the ", "A-b", "A’bb"),
        *("“", "“a", "‘", "‘a’b", '"', "«", "「", "two-", "two and ", "one million ", "1 May "),
        *("the most ", "Monday, ", "2024-", "third quarter of ", "’s ", "\n", "中1"),
    ],
)
def test_no_text_takes_longer_than_its_length_allows(piece):
    """With time that grew by the square this would take minutes."""
    text = piece * (100_000 // len(piece))
    assert facts(text, 0, len(text)) is not None
