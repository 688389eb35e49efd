import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.exporters.markdown_text import escape, escape_lines, escape_piece

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = (
    *(
        "*",
        "**",
        "_",
        "__",
        "`",
        "```",
        "#",
        "# ",
        "[",
        "]",
        "[x](http://a.b)",
        "![i](j)",
        "<",
        ">",
    ),
    *(
        "<b>",
        "</p>",
        "<!--",
        "<script>",
        "&amp;",
        "&#42;",
        "&",
        "\\",
        "\\*",
        "|",
        "|---|",
        "~~",
        "~",
    ),
    *(
        "1. ",
        "1) ",
        "- ",
        "+ ",
        "> ",
        "---",
        "===",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "[^1]",
        "[^1]: ",
        "$",
    ),
    *(
        "https://a.example",
        "www.a.example",
        "a@b.example",
        ":smile:",
        "==",
        "++",
        "%%",
        "{.x}",
        "^",
    ),
    *("a", "b ", "9", " ", "é", "中", "😀", "\u00a0", ".", ")", "(1) ", "[x]: y", "a\n---", ": "),
)
hostile_text = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=3), max_size=12).map("".join)


def inline(markdown):
    """Render; return the one paragraph's children."""
    opening, content, closing = RENDERER.parse(markdown)
    assert (opening.type, content.type, closing.type) == (
        "paragraph_open",
        "inline",
        "paragraph_close",
    )
    return content.children


def visible(children):
    return "".join("\n" if child.type == "hardbreak" else child.content for child in children)


def lines_of(text):
    from factcheck.domain.canonical import canonical

    return [line.strip(" \t") for line in canonical(text).text.split("\n")]


@given(hostile_text)
@example("![x](y)")
def test_text_in_a_line_stays_that_text(text):
    children = inline(f"x {escape(text)} y")
    assert {child.type for child in children} <= {"text"}
    assert re.sub("[ \t]+", " ", visible(children)) == re.sub(
        "[ \t]+", " ", f"x {' '.join(lines_of(text))} y"
    )


@given(hostile_text)
@example("    code")
@example("1. one\n2. two")
@example("head\n===")
@example("a | b\n:--|--:")
def test_text_at_the_start_of_lines_stays_that_text(text):
    children = inline(f"{escape_lines(text)}\\\nend")
    assert {child.type for child in children} <= {"text", "hardbreak"}
    # The renderer cuts white space of any kind at the start of a paragraph.
    assert visible(children).lstrip() == "\n".join([*lines_of(text), "end"]).lstrip()


@given(hostile_text, hostile_text)
def test_two_pieces_side_by_side_stay_their_text(one, two):
    marked = f"{escape_piece(one, at_start=True)}<mark>{escape_piece(two, at_start=False)}</mark>."
    children = inline(f"{marked}")
    html = [child.content for child in children if child.type == "html_inline"]
    assert html == ["<mark>", "</mark>"]
    assert {child.type for child in children} <= {"text", "hardbreak", "html_inline"}


@given(hostile_text)
def test_no_footnote_is_ever_opened(text):
    for written in (escape(text), escape_lines(text), escape_piece(text, at_start=True)):
        assert not re.search(r"(?<!\\)(?:\\\\)*\[", written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Profit rose 5 per cent, she said: enough.", "Profit rose 5 per cent, she said: enough."),
        ("AT&T, 5 < 6", r"AT&T, 5 \< 6"),
        ("&copy; 2026", r"\&copy; 2026"),
        ("see https://a.example", r"see https\://a.example"),
        ("at 12:30", "at 12:30"),
        ("a — b – c", "a — b – c"),
        ("no-break\u00a0space", "no-break\u00a0space"),
    ],
)
def test_only_what_could_be_markup_is_escaped(text, written):
    assert escape(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1986. A year", r"1986\. A year"),
        ("40.5 million", "40.5 million"),
        ("- a dash", r"\- a dash"),
        ("iv) four", r"iv\) four"),
    ],
)
def test_the_start_of_a_line_is_guarded(text, written):
    assert escape_lines(text) == written
