from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.importers.markdown import read_markdown

ARTICLE = """\
---
title: "Harbour bridge to reopen"
Author: Mara Quill
date: 2024-11-05
tags:
  - bridge
---

# The *harbour* bridge

It costs **$40.5 million**, says [the council](https://council.example/b "B"),
up from `30`.\\
New line &amp; an <b>old</b> tag.

![The bridge, *lit*](b.jpg)

## What was done

- bearings
- rivets
  1. north
  2. south

> “Rust,” she said.
>
> - a list in it

| Year | Cost |
|------|-----:|
| 2023 | *20* |

    indented code

***

Setext
------
Last \\*words\\*.
"""


def read(text: str):
    return read_markdown(text.encode(), "a.md")


def test_structure_becomes_blocks_and_marks_go(blocks, sound):
    article = read(ARTICLE)
    sound(article)
    assert blocks(article) == [
        ("heading", 1, "The harbour bridge"),
        (
            "paragraph",
            0,
            "It costs $40.5 million, says the council, up from 30.\nNew line & an <b>old</b> tag.",
        ),
        ("caption", 0, "The bridge, lit"),
        ("heading", 2, "What was done"),
        ("list item", 0, "bearings"),
        ("list item", 0, "rivets"),
        ("list item", 0, "north"),
        ("list item", 0, "south"),
        ("quote", 0, "“Rust,” she said."),
        ("list item", 0, "a list in it"),
        ("paragraph", 0, "Year\tCost"),
        ("paragraph", 0, "2023\t20"),
        ("paragraph", 0, "indented code"),
        ("heading", 2, "Setext"),
        ("paragraph", 0, "Last *words*."),
    ]
    assert article.text == "\n\n".join(words for _, _, words in blocks(article))


def test_front_matter_proposes(blocks):
    article = read(ARTICLE)
    assert article.title == "Harbour bridge to reopen"
    assert (article.byline, article.published) == ("Mara Quill", "2024-11-05")
    assert article.media_type == "text/markdown"


def test_what_is_not_in_the_text_is_told():
    assert read(ARTICLE).remarks == (
        "The lines between “---” at the top are not part of the text.",
        "1 picture is not shown, only described in words.",
    )


def test_several_pictures_are_counted():
    assert read("![e](f) ![g](h) words").remarks[0].startswith("2 pictures are")


def test_links_to_the_web_hang_on_their_words_and_others_are_told():
    article = read(
        'It *cost* [$40.5 *million*](https://council.example/b "Budget"), [the\nmayor][m] said.\n\n'
        "|a|b|\n|-|-|\n|1|<https://x.example/>|\n\n- [here](there.md)\n\n[m]: http://m.example/"
    )
    assert [(article.text[n.start : n.end], n.url) for n in article.annotations] == [
        ("$40.5 million", "https://council.example/b"),
        ("the mayor", "http://m.example/"),
        ("https://x.example/", "https://x.example/"),
    ]
    assert article.remarks == (
        "1 link is no web address and was left out; its words are in the text.",
    )
    assert article.is_draft


def test_a_rule_at_the_top_is_no_front_matter(blocks):
    article = read("---\n\nNot: cut\nplain words\n\n---\n\nEnd.")
    assert [words for _, _, words in blocks(article)] == ["Not: cut plain words", "End."]


@pytest.mark.parametrize(
    ("text", "title"),
    [("## Small\n\n# Great", "Great"), ("Words only.", "Words only."), ("# A\n\n# B", "A")],
)
def test_the_highest_heading_is_the_title(text, title):
    assert read(text).title == title


def test_nesting_too_deep_for_the_reader_is_told():
    article = read("Shallow.\n\n" + ">" * 150 + " deep")
    assert "nested so deeply" in article.remarks[0]
    assert read("> " * 40 + "deep").remarks == ()


def test_a_character_reference_brings_in_nothing_unfit(sound):
    sound(read("a &#1; b &#xFFFF; &#x85; c"))


@pytest.mark.parametrize("text", ["", "***\n", "---\ntitle: x\n---\n", "![](a.png)"])
def test_a_file_without_words_is_refused(text):
    with pytest.raises(FactcheckError, match="no words"):
        read(text)


MARKS = [
    "#",
    " ",
    "\n",
    "- ",
    "> ",
    "word",
    "*",
    "`",
    "[a](b)",
    "![c](d)",
    "|",
    "---\n",
    "&nbsp;",
    "\ufeff",
]


@given(st.lists(st.sampled_from(MARKS)).map("".join))
def test_every_file_is_sound_or_refused(sound, text):
    with suppress(FactcheckError):
        sound(read(text))
