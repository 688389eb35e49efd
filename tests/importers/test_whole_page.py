import pytest

from factcheck.errors import FactcheckError
from factcheck.importers.whole_page import read_whole

PAGE = """<html><head><title>The day</title><style>p {}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li>News <b>today</b></li></ul></nav>
<h1>A <em>big</em> day</h1><p>Some&nbsp;words, <i>and</i> more,<br>then<script>x()</script>
 others.</p><table><tr><td>12</td><td>13</td></tr></table>loose<noscript>no</noscript></body></html>"""


def test_all_words_are_read_line_by_line(blocks):
    article = read_whole(PAGE.encode(), "a.html")
    assert blocks(article) == [
        ("paragraph", 0, "Home"),
        ("paragraph", 0, "News today"),
        ("heading", 1, "A big day"),
        *(("paragraph", 0, words) for words in ("Some\u00a0words, and more,", "then", "others.")),
        *(("paragraph", 0, words) for words in ("12", "13", "loose")),
    ]
    assert article.title == "A big day"


def test_deep_pages_are_read(sound):
    sound(read_whole(b"<p>words" + b"<div>" * 3_000 + b"deep", "a.html"))


@pytest.mark.parametrize("source", [b"", b"<html><body><script>x()</script></body></html>"])
def test_without_words_there_is_nothing(source):
    with pytest.raises(FactcheckError, match="no words"):
        read_whole(source, "a.html")
