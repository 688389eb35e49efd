import pytest

from tests.wordfiles import paragraph, read_word, run


def formula(inside: str) -> str:
    return f"<m:oMath>{inside}</m:oMath>"


def sign(words: str) -> str:
    return f"<m:r><w:rPr/><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (
            f"{sign('E=m')}<m:sSup><m:e>{sign('c')}</m:e><m:sup>{sign('2')}</m:sup></m:sSup>",
            "E=mc^2",
        ),
        (
            f"<m:f><m:num>{sign('a+1')}</m:num><m:den>{sign('12')}</m:den></m:f>",
            "(a+1)/12",
        ),
        (f"<m:rad><m:radPr/><m:deg/><m:e>{sign('x')}</m:e></m:rad>", "√(x)"),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{sign("i=1")}</m:sub>'
            f"<m:sup>{sign('n')}</m:sup><m:e>{sign('i')}</m:e></m:nary>",
            "∑_(i=1)^n i",
        ),
        (f"<m:d><m:e>{sign('a')}</m:e><m:e>{sign('b')}</m:e></m:d>", "(a|b)"),
        (f"<m:acc><m:e>{sign('x')}</m:e></m:acc>", "x\u0302"),
        (
            f"<m:m><m:mPr/><m:mr><m:e>{sign('1')}</m:e><m:e>{sign('2')}</m:e></m:mr>"
            f"<m:mr><m:e>{sign('3')}</m:e><m:e>{sign('4')}</m:e></m:mr></m:m>",
            "(1, 2; 3, 4)",
        ),
    ],
)
def test_a_formula_comes_in_on_one_line_and_is_told(inside, line):
    article = read_word(paragraph(run("So ") + formula(inside) + run(".")))
    assert article.text == f"So {line}."
    assert article.remarks[0].startswith("1 formula was written on one line")
