from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.imported import Reply
from factcheck.errors import FactcheckError
from tests.wordfiles import comment, commented, linked, note, paragraph, read_word, run

FOOTNOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
ENDNOTE = '<w:r><w:endnoteReference w:id="2"/></w:r>'


def test_notes_hang_on_what_the_file_marks(hung):
    body = paragraph(run("One before.")) + paragraph(
        run(" 🌉 It cost ")
        + commented(1, run("$40.5 ") + run("million"))
        + run(". It fell.")
        + FOOTNOTE
        + run(" Then ")
        + f'<w:hyperlink r:id="far">{run("they")}</w:hyperlink>'
        + run(" built")
        + ENDNOTE
        + run(" it, ")
        + linked("https://example.org/b", "again")
        + run(".")
    )
    article = read_word(
        body,
        {"far": "https://example.org/a"},
        comments=comment(1, "Mara Quill", "See the ledger."),
        footnotes=note("footnote", 2, "Minutes, p. 3."),
        endnotes=note("endnote", 2, "Count."),
    )
    assert hung(article) == [
        ("comment", "$40.5 million"),
        ("footnote", "It fell."),
        ("endnote", "Then they built"),
        ("link", "they"),
        ("link", "again"),
    ]
    said, foot, end, far, near = article.annotations
    assert (said.text, said.author, said.date) == (
        "See the ledger.",
        "Mara Quill",
        "2024-11-01T09:00:00Z",
    )
    assert (foot.text, end.text) == ("Minutes, p. 3.", "Count.")
    assert (far.url, near.url) == ("https://example.org/a", "https://example.org/b")


def test_replies_and_the_resolved_state_stay_with_their_comment():
    body = paragraph(commented(1, commented(2, run("All of it."))))
    article = read_word(
        body,
        comments=comment(1, "Mara Quill", "Sure?", "0A") + comment(2, "Ed Lane", "Yes.", "0B"),
        commentsExtended=(
            '<w15:commentEx w15:paraId="0A" w15:done="1"/>'
            '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>'
        ),
    )
    (only,) = article.annotations
    assert (only.text, only.resolved) == ("Sure?", True)
    assert only.replies == (Reply("Ed Lane", "2024-11-02T09:00:00Z", "Yes."),)


def test_comments_that_answer_each_other_in_a_circle_are_all_kept():
    body = paragraph(commented(1, commented(2, run("All of it."))))
    article = read_word(
        body,
        comments=comment(1, "A", "a", "0A") + comment(2, "B", "b", "0B"),
        commentsExtended=(
            '<w15:commentEx w15:paraId="0A" w15:paraIdParent="0B"/>'
            '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
        ),
    )
    assert [note.text for note in article.annotations] == ["a", "b"]


def test_a_comment_over_paragraphs_and_one_on_a_point(hung):
    body = (
        paragraph(run("First ") + '<w:commentRangeStart w:id="1"/>' + run("words."))
        + paragraph("")
        + paragraph(run("More") + '<w:commentRangeEnd w:id="1"/>' + run(" words. End."))
        + paragraph('<w:r><w:commentReference w:id="2"/></w:r>' + run("Last one."))
    )
    article = read_word(body, comments=comment(1, "A", "a") + comment(2, "B", "b"))
    assert hung(article) == [("comment", "words.\n\nMore"), ("comment", "Last one.")]


# What no text begins or ends with.
EDGES = " \n\u00a0\ufeff"
PIECES = st.sampled_from(["a", " ", "\u00a0", "\ufeff", "🌉", "\u0085", "Word. ", "e\u0301", ""])
WORDS = st.lists(PIECES, max_size=6).map("".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4))
def test_an_annotation_lies_on_the_words_that_are_marked(hung, sound, parts):
    body = "".join(
        paragraph(run(before) + commented(number, run(marked)) + run(after))
        for number, (before, marked, after) in enumerate(parts, 1)
    )
    comments = "".join(comment(number, "A", "n") for number in range(1, len(parts) + 1))
    with suppress(FactcheckError):
        article = read_word(body, comments=comments)
        sound(article)
        notes = {found for found in hung(article) if found[1]}
        assert len(article.annotations) == len(parts)
        for _, marked, _ in parts:
            said = marked.replace("\u0085", "\n").strip(EDGES)
            assert not said or any(said in words for _, words in notes)
