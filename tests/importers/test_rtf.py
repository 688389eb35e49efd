from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.imported import Reply
from factcheck.errors import FactcheckError
from factcheck.importers.rtf import read_rtf

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Serif;}{\f1\fcharset204 Serif Cyr;}"
    r"{\f2\fcharset128 Gothic;}{\f3\fcharset2 Symbol;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 Kop;}{\s2\sbasedon0 heading 2;}"
    r"{\s3\sbasedon4 My quote;}{\s4 Quote;}{\s5 caption;}{\*\cs9 Emphasis;}}"
    r"{\info{\title The bridge}{\author Mara Quill}{\company Somebody}"
    r"{\creatim\yr2024\mo11\dy1\hr8\min0}{\revtim\yr0\mo0\dy0}}"
)


def rtf(body: str) -> bytes:
    return f"{HEAD}{body}}}".encode("cp1252")


def read(body: str):
    return read_rtf(rtf(body), "bridge.rtf")


def test_structure_becomes_blocks(blocks, sound):
    article = read(
        r"\pard\s1\outlinelevel0 The bridge\par\pard\s2 Cost\par"
        r"\pard It cost{\b  a} lot\line here\tab now.\par"
        r"{\listtext\'b7\tab}rivets\par\pard\s3 Rust.\par\pard\s5 Lit\par"
        r"\trowd\pard\intbl a\par b\cell c\cell\row\pard Last"
    )
    sound(article)
    assert blocks(article) == [
        ("heading", 1, "The bridge"),
        ("heading", 2, "Cost"),
        ("paragraph", 0, "It cost a lot\nhere\tnow."),
        ("list item", 0, "rivets"),
        ("quote", 0, "Rust."),
        ("caption", 0, "Lit"),
        ("paragraph", 0, "a b\tc"),
        ("paragraph", 0, "Last"),
    ]
    assert (article.title, article.byline) == ("The bridge", "Mara Quill")
    assert article.media_type == "application/rtf"
    days = [(each.text, each.source) for each in article.proposals if each.field == "published"]
    assert days == [("2024-11-01", "file properties: created")]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"caf\'e9", "café"),
        ("café", "café"),
        (r"{\f1\'cc\'fd\'f0} x", "Мэр x"),
        (r"{\f2\'8b\'b4} x", "橋 x"),
        (r"\u8364?5", "€5"),
        (r"\u-10179?\u-8947?!", "🔍!"),
        (r"\uc3 \u8217\'e2\'80\'99s", "’s"),
        (r"\uc0 \u55356\uc1 \u57097\'3f", "🌉"),
        (r"{\uc2\u8364 ab}c", "€c"),
        (r"\u8364\par x", "€\n\nx"),
        (r"\{a\}\\b", "{a}\\b"),
        (r"a\~b\_c\-d\endash e", "a\u00a0b\u2011cd–e"),
        (r"\lquote a\rquote\ldblquote b\rdblquote", "‘a’“b”"),
        ("one\r\ntwo", "onetwo"),
        ("one\\\ntwo", "one\n\ntwo"),
        (r"\bin3 }}{words", "words"),
        (r"{\upr{?}{\*\ud{\u8364 ?}}}", "€"),
        (r"{\*\unknown{lost}}kept", "kept"),
        (r"{\pict 0123}{\*\shppict{\pict 45}}{\nonshppict{\pict 45}}kept", "kept"),
    ],
)
def test_letters_are_what_the_writer_saw(written, words):
    assert read(written).text == words


@pytest.mark.parametrize(
    ("head", "letter"),
    [(r"\ansi\ansicpg1250", "ř"), (r"\mac", "¯"), (r"\ansicpg99999", "ø"), (r"\pc", "°")],
)
def test_the_code_page_of_the_file_counts_where_no_font_says_else(head, letter):
    source = rf"{{\rtf1{head}{{\fonttbl{{\f0\fcharset1 Serif;}}}}\f0\'f8}}".encode()
    assert read_rtf(source, "a.rtf").text == letter


def test_notes_links_and_comments_hang_on_their_words(said_of):
    article = read(
        r"It cost {\*\atrfstart 7}$40.5{\*\atrfend 7}{\*\atnid MQ}{\*\atnauthor Mara Quill}\chatn"
        r"{\*\annotation{\*\atnref 7}{\*\atndate 667624000}Ledger,\par p. 12}"
        r"{\*\atnauthor Ed Lane}{\*\annotation{\*\atnref 7}{\*\atnparent 1}Seen.} million."
        r"{\super\chftn{\footnote\pard{\super\chftn} Minutes.}}"
        r" The {\field{\*\fldinst{HYPERLINK "
        r'"https://council.example/b"}{\*\datafield 00}}{\fldrslt{\ul council}}} agreed.'
        r"{\super\chftn{\footnote\ftnalt Count.}}\par"
    )
    assert article.text == "It cost $40.5 million. The council agreed."
    assert said_of(article) == [
        ("footnote", "It cost $40.5 million.", "Minutes."),
        ("comment", "$40.5", "Ledger,\np. 12"),
        ("endnote", "The council agreed.", "Count."),
        ("link", "council", "https://council.example/b"),
    ]
    comment = article.annotations[1]
    assert (comment.author, comment.date) == ("Mara Quill", "2024-11-04T09:00:00")
    assert comment.replies == (Reply("Ed Lane", "", "Seen."),)


def test_tracked_changes_are_read_both_ways(said_of):
    article = read(
        r"It cost {\deleted\revauthdel1 roughly }19 per cent {\revised more }.\par "
        r"Gone{\deleted\par}joined.{\deleted{\footnote No.}}\par"
    )
    assert article.text == "It cost 19 per cent more .\n\nGonejoined."
    assert article.original is not None
    assert article.original.text == "It cost roughly 19 per cent .\n\nGone\n\njoined."
    assert said_of(article) == []
    assert said_of(article.original) == [("footnote", "joined.", "No.")]
    assert "2 tracked deletions were accepted" in " ".join(article.remarks)


def test_what_stays_in_the_file_is_told():
    article = read(
        r"{\header\pard Page\par}{\footer\pard\par}Seen{\v unseen} words{\pict 00}"
        r"{\object{\*\objdata 00}{\result shown}}{\f3\'b7}{\field{\*\fldinst FORMTEXT}{\fldrslt x}}"
        r'{\field{\*\fldinst HYPERLINK \\l "inner"}{\fldrslt y}}{\footnote }\par'
    )
    assert article.text == "Seen wordsshown\uf0b7xy"
    for told in (
        "1 page header or footer",
        "1 stretch of hidden text",
        "1 picture",
        "1 embedded object",
        "1 sign of a symbol font",
        "1 form field",
        "1 comment or footnote without words",
    ):
        assert told in " ".join(article.remarks)


def test_the_words_of_a_text_box_stand_behind_its_paragraph(said_of, blocks):
    article = read(
        r"Before{\shp{\*\shpinst{\sp{\sn a}{\sv lost}}{\shptxt\pard Boxed{\footnote Why.}\par"
        r"{\shp{\*\shpinst{\shptxt Inner\par}}}}}{\shprslt lost}} after\par Next"
    )
    assert [words for _, _, words in blocks(article)] == ["Before after", "Boxed", "Inner", "Next"]
    assert said_of(article) == [("footnote", "Boxed", "Why.")]
    assert "The words of 2 text boxes" in " ".join(article.remarks)


def test_a_file_that_is_cut_off_says_so():
    article = read_rtf(rtf(r"It cost {\b a lot")[:-1], "a.rtf")
    assert article.text == "It cost a lot"
    assert "cut off" in article.remarks[0]


def test_what_stands_behind_the_end_is_told():
    article = read_rtf(rtf("Words") + b"}} and more\0", "a.rtf")
    assert article.text == "Words"
    assert "behind the end" in article.remarks[0]


@pytest.mark.parametrize("source", [b"", b"words", b"{words}", b"\\rtf1 words", b"{"])
def test_what_is_no_rtf_is_refused(source):
    with pytest.raises(FactcheckError, match="not an RTF file"):
        read_rtf(source, "a.rtf")


def test_deep_nesting_is_refused():
    with pytest.raises(FactcheckError, match="nested too deeply"):
        read_rtf(b"{\\rtf1 " + b"{" * 20_000, "a.rtf")


@given(st.text(alphabet=r"{}\\'0az* -;é" + "\n", max_size=80))
def test_any_rtf_is_sound_or_has_no_words(sound, body):
    with suppress(FactcheckError):  # without words
        sound(read(body))


# As TextEdit (macOS) writes: lines end in a backslash, fonts have no groups of their own.
TEXT_EDIT = r"""{\rtf1\ansi\ansicpg1252\cocoartf2709
\cocoatextscaling0{\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1\froman\fcharset204 Times-Roman;}
{\*\expandedcolortbl;;}
\pard\tx720\pardirnatural

\f0\fs24 \cf0 It cost \'93quote\'94 caf\'e9 \uc0\u55357 \u56832  \f1 \'cc\'fd\f0 .\
Second line {\field{\*\fldinst{HYPERLINK "https://x.example/"}}{\fldrslt link}}.\
\pard\tx220\ls1\ilvl0\cf0 {\listtext	\'95	}One\
{\listtext	\'95	}Two\
}"""
# As pandoc writes: a group for each paragraph, bullets as words.
PANDOC = r"""{\rtf1\ansi\deff0{\fonttbl{\f0 \fswiss Helvetica;}{\f1 Courier;}}
{\pard \ql \f0 \sa180 \outlinelevel0 \b \fs36 Bridge\par}
{\pard \ql \f0 It cost \u8220"40.5\u8221" million.{\super\chftn}
{\*\footnote\chftn\~\plain\pard So.\par}
 See {\field{\*\fldinst{HYPERLINK "https://x.example/"}}{\fldrslt{\ul
here
}}}
.\par}
{\pard \ql \f0 \li360 \fi-360 \bullet \tx360\tab one\par}
}"""


def test_what_other_programs_write(said_of, blocks):
    article = read_rtf(TEXT_EDIT.encode("cp1252"), "a.rtf")
    assert blocks(article) == [
        ("paragraph", 0, "It cost “quote” café 😀 Мэ."),
        ("paragraph", 0, "Second line link."),
        ("list item", 0, "One"),
        ("list item", 0, "Two"),
    ]
    article = read_rtf(PANDOC.encode("cp1252"), "a.rtf")
    assert blocks(article) == [
        ("heading", 1, "Bridge"),
        ("paragraph", 0, "It cost “40.5” million. See here."),
        ("list item", 0, "one"),
    ]
    assert said_of(article) == [
        ("footnote", "It cost “40.5” million.", "So."),
        ("link", "here", "https://x.example/"),
    ]
