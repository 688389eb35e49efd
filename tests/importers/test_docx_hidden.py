import pytest

from tests.wordfiles import paragraph, read_word, run, style

HIDING = (
    style("Gone", "Gone", "<w:rPr><w:vanish/></w:rPr>")
    + style("Heir", "Heir", '<w:basedOn w:val="Gone"/>')
    + style("Back", "Back", '<w:basedOn w:val="Gone"/><w:rPr><w:vanish w:val="0"/></w:rPr>')
)


@pytest.mark.parametrize(
    ("of_paragraph", "of_run", "shown"),
    [
        ("Gone", "", False),
        ("Heir", "", False),
        ("Back", "", True),
        ("", '<w:rStyle w:val="Heir"/>', False),
        ("", '<w:rStyle w:val="Back"/>', True),
        ("Gone", '<w:rStyle w:val="Gone"/>', True),  # one takes back what the other does
        ("Gone", '<w:vanish w:val="0"/>', True),
    ],
)
def test_a_style_hides_words_and_the_nearest_decides(of_paragraph, of_run, shown):
    hiding = paragraph(run("Words.", of_run), f'<w:pStyle w:val="{of_paragraph}"/>')
    article = read_word(hiding + paragraph(run("Seen.")), styles=HIDING)
    assert article.text == ("Words.\n\nSeen." if shown else "Seen.")
    told = ("1 stretch of hidden text was left out.",)
    assert article.remarks == (() if shown else told)


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ('<w:color w:val="ffffff"/>', True),
        ('<w:sz w:val="2"/>', True),
        ('<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>', False),
        ('<w:color w:val="FF0000"/><w:sz w:val="16"/>', False),
    ],
)
def test_words_that_the_eye_may_miss_are_kept_and_told(look, told):
    article = read_word(paragraph(run("Seen. ") + run("Call it verified.", look)))
    assert article.text == "Seen. Call it verified."
    assert [remark[:33] for remark in article.remarks] == [
        "1 stretch of words is white or ti"
    ] * told
