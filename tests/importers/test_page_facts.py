import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from factcheck.importers.page_facts import page_facts

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Bridge &amp; tunnel",
    "author": [{"@type": "Person", "name": "Mara Quill"}, "Jo Fox"],
    "publisher": {"name": "The Daily Tide"},
    "datePublished": "2024-11-05T08:00:00Z",
    "dateModified": "2024-11-06",
    "mainEntityOfPage": {"@id": "https://tide.example/bridge"},
    "inLanguage": "en-GB",
}


def facts(head: str, attributes: str = ""):
    return list(
        page_facts(html.document_fromstring(f"<html {attributes}><head>{head}</head></html>"))
    )


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [{"@type": "WebSite", "name": "Tide"}, ARTICLE],
        {"@context": "x", "@graph": [{"@type": ["BreadcrumbList"]}, ARTICLE]},
        ARTICLE | {"@type": ["Thing", "ReportageNewsArticle"]},
    ],
)
def test_linked_data_tells_of_the_article(data):
    said = facts(linked(data))[0]
    assert said.source == "JSON-LD"
    assert said.title == "Bridge & tunnel"
    assert said.byline == "Mara Quill, Jo Fox"
    assert (said.publication, said.language) == ("The Daily Tide", "en-GB")
    assert said.url == "https://tide.example/bridge"
    assert (said.published, said.modified) == ("2024-11-05T08:00:00Z", "2024-11-06")


def test_what_is_no_article_or_no_json_is_passed_over():
    head = linked({"@type": "Person", "name": "Ines"}) + '<script type="application/ld+json">{'
    assert all(said.source != "JSON-LD" for said in facts(head))


def test_meta_tags_tell_in_an_order_of_trust():
    head = (
        '<meta name="DC.date" content="2023"><meta property="og:title" content="A title">'
        '<meta property="article:published_time" content="2024-11-05">'
        '<meta property="article:author" content="https://x.example/mq">'
        '<meta name="citation_author" content="A. Lind">'
        '<meta name="citation_author" content="B. Ek">'
        '<meta property="og:url" content="javascript:alert(1)">'
        '<link rel="canonical" href="https://tide.example/a">'
    )
    said = facts(head, "lang=sv")
    dates = [(each.published, each.source) for each in said if each.published]
    assert dates == [("2024-11-05", "meta article:published_time"), ("2023", "meta dc.date")]
    assert [each.byline for each in said if each.byline] == ["A. Lind, B. Ek"]
    assert [each.url for each in said if each.url] == ["https://tide.example/a"]
    assert [each.language for each in said if each.language] == ["sv"]


JSON = st.recursive(
    st.none() | st.text(max_size=5) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*ARTICLE, "@graph", "name", "@id"]), inner, max_size=4)
    ),
)


@given(JSON)
def test_any_linked_data_is_read_or_passed_over(data):
    for said in facts(linked(data)):
        assert all(isinstance(each, str) for each in (said.title, said.byline, said.published))


def test_linked_data_nested_without_end_is_passed_over():
    head = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert facts(head)
