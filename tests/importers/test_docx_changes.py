import pytest

from tests.wordfiles import comment, commented, paragraph, read_word, run, tracked


@pytest.mark.parametrize(
    ("row", "cell"),
    [('<w:trPr><w:del w:id="1"/></w:trPr>', ""), ("", '<w:tcPr><w:cellDel w:id="1"/></w:tcPr>')],
)
def test_rows_and_cells_can_be_tracked_too(row, cell):
    gone = f"<w:tr>{row}<w:tc>{cell}{paragraph(run('gone'))}</w:tc></w:tr>"
    article = read_word(f"<w:tbl>{gone}</w:tbl>" + paragraph(run("Stays.")))
    assert article.text == "Stays."
    assert article.original is not None
    assert article.original.text == "gone\n\nStays."
    assert "1 tracked deletion was not taken" in article.original.remarks[0]


def test_tracked_changes_are_read_both_ways():
    mark = "<w:rPr><w:del w:id='3'/></w:rPr>"
    body = paragraph(
        run("It cost ") + tracked("del", "roughly ") + run("19") + tracked("ins", " or 20")
    ) + paragraph(run(" Joined"), mark)
    article = read_word(body + paragraph(run(" here.")))
    assert article.text == "It cost 19 or 20\n\nJoined here."
    assert article.original is not None
    assert article.original.text == "It cost roughly 19\n\nJoined\n\nhere."
    assert article.remarks == (
        "1 tracked deletion was accepted: its words are not in the text.",
        "1 tracked insertion was accepted: its words are in the text.",
    )
    assert article.original.remarks[0].startswith("1 tracked deletion was not taken")


def test_a_comment_on_deleted_words_hangs_on_the_sentence_before(hung):
    body = paragraph(run("It stood. It fell") + commented(1, tracked("del", " down")) + run("."))
    article = read_word(body, comments=comment(1, "A", "Really?"))
    assert hung(article) == [("comment", "It fell")]
    assert hung(article.original) == [("comment", "down")]
