import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.domain.model import Block, BlockKind
from factcheck.domain.report_data import Profile
from factcheck.errors import FactcheckError
from factcheck.exporters import markdown, report
from tests.exporters.building import PARAGRAPHS, cited, evidence, make_data, statement
from tests.exporters.sample import SECRET

GOLDEN = Path(__file__).parents[1] / "data" / "golden" / "report.md"
RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = (
    *("*x*", "__y__", "`z`", "# ", "[a](b)", "![i](j)", "<b>", "</mark>", "<!-- ", "&lt;", "\\"),
    *(
        "|",
        "~~s~~",
        "1. ",
        "- ",
        "> ",
        "[^1-1]",
        "[^1-1]: ",
        "$m$",
        "https://a.example",
        "<script>",
    ),
    *("word", " ", "é", "😀", "'", '"', '<a id="statement-9"></a>', "### 9", "=", "_"),
)
hostile_words = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6).map(
    lambda parts: f"q{''.join(parts)}q"
)


class Seen(HTMLParser):
    """Gathers the tags and the visible text of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs).get("id")))

    def handle_data(self, data):
        self.text += data


def seen(data, profile=Profile.INTERNAL):
    page = Seen()
    page.feed(RENDERER.render(markdown.write(report.build(data, profile)).decode()))
    return page


def data_with(words):
    """Make a report where every text that a person can give is ``words``."""
    text = f"{words} {words}\n{words}"
    source = evidence(words, author=words, publisher=words, interest=words, note=words)
    given_statement = statement(
        1,
        text,
        words,
        outcome="fix",
        claimant=words,
        as_of=words,
        reasoning=words,
        correction=f"{words} more",
        same_person=True,
        reason=words,
        citations=[cited(source, excerpt=words, place=words, note=words)],
    )
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return make_data(
        [given_statement],
        text=text,
        blocks=blocks,
        title=words,
        byline=words,
        publication=words,
        url=words,
    )


def test_the_sample_is_the_golden_file_byte_for_byte(sample):
    written = markdown.write(report.build(sample, Profile.MEMO))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_bytes(written)
    assert written == GOLDEN.read_bytes()


@settings(max_examples=60)
@given(hostile_words)
def test_no_user_text_becomes_a_tag_and_all_of_it_is_visible(words):
    page, plain = seen(data_with(words)), seen(data_with("quartz"))
    assert page.tags == plain.tags
    assert squeezed(page.text).count(squeezed(words)) == plain.text.count("quartz")


def squeezed(text):
    return re.sub(r"\s+", "", text)


@settings(max_examples=60)
@given(hostile_words)
def test_user_text_opens_no_footnote(words):
    written = markdown.write(report.build(data_with(words), Profile.INTERNAL)).decode()
    assert re.findall(r"(?<!\\)\[\^[^\]]*\]:?", written) == ["[^1-1]", "[^1-1]:"]


def test_every_kind_of_block_is_rendered_as_such(sample):
    tags = [tag for tag, _ in seen(sample).tags]
    assert {"h4", "ul", "blockquote", "table", "mark", "del", "ins"} <= set(tags)
    assert tags.count("h4") == sum(kind is BlockKind.HEADING for kind, _ in PARAGRAPHS)


def test_every_jump_has_a_place_to_land(sample):
    written = markdown.write(report.build(sample, Profile.MEMO)).decode()
    page = seen(sample, Profile.MEMO)
    landings = [name for _, name in page.tags if name]
    assert len(landings) == len(set(landings))
    assert set(re.findall(r"\]\(#([\w-]+)\)", written)) == set(landings)


def test_every_footnote_is_defined_once(sample):
    written = markdown.write(report.build(sample, Profile.INTERNAL)).decode()
    defined = re.findall(r"^\[\^(\d+-\d+)\]: ", written, re.MULTILINE)
    used = re.findall(r"\[\^(\d+-\d+)\]$", written, re.MULTILINE)
    assert sorted(defined) == sorted(used)
    assert len(set(defined)) == 7


@pytest.mark.parametrize("profile", [Profile.MEMO, Profile.PUBLISH])
def test_a_secret_is_nowhere(sample, profile):
    written = markdown.write(report.build(sample, profile)).decode()
    assert SECRET not in written
    assert "Ask the clerk" not in written
    assert "wants the tram built" not in written
    assert "16 months" not in written
    assert ("Confidential source" in written) is (profile is Profile.MEMO)


def test_an_article_without_statements_is_a_report_too():
    written = markdown.write(report.build(make_data([]), Profile.MEMO)).decode()
    assert "No statement has been marked." in written


def test_a_lost_statement_is_an_error(sample, monkeypatch):
    monkeypatch.setattr(markdown, "_card", lambda card: iter(["lost"]))
    with pytest.raises(FactcheckError, match="should hold 11 statements and 6 notes"):
        markdown.write(report.build(sample, Profile.PUBLISH))
