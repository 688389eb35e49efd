"""What a web page says of its article: in JSON-LD, in meta tags, in its head.

JSON-LD by schema.org's Article and the types below it; OpenGraph (ogp.me) with its article tags;
Dublin Core in HTML (DCMI, "Expressing Dublin Core in HTML"); Highwire's citation tags.
"""

from __future__ import annotations

import html
import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.importers.html_page import restore
from factcheck.importers.proposing import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ARTICLES = ("Article", "Posting", "Report")
_MOST_LINKED_DATA = 50
# For each field the names of meta tags that tell it, in lower case, the best first.
_META = {
    "title": ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"),
    "byline": ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author"),
    "publication": ("og:site_name", "citation_journal_title", "dc.publisher"),
    "url": ("og:url",),
    "published": (
        *("article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.issued"),
        *("dcterms.date", "citation_publication_date", "pubdate", "date"),
    ),
    "modified": ("article:modified_time", "datemodified", "og:updated_time"),
    "language": ("content-language", "og:locale"),
}
_FIELDS = {name: field for field, names in _META.items() for name in names}


def page_facts(root: HtmlElement) -> Iterator[Proposals]:
    """Yield what the page's places say, the best first."""
    with suppress(StopIteration):
        yield _of_linked_data(next(_linked_articles(root)))
    yield from _of_meta(root)
    link = next(
        (each.get("href") for each in root.iter("link") if each.get("rel") == "canonical"), ""
    )
    yield Proposals(url=link if _is_web(link) else "", source="canonical link")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    yield Proposals(language=language, source="page’s language")


def _linked_articles(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Find the articles that stand on their own, not those that another one is related to."""
    for script in root.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            yield from filter(_is_article, _things(_parsed(restore(script.text))))


def _parsed(text: str) -> Any:  # noqa: ANN401 JSON
    with suppress(ValueError, RecursionError):
        return json.loads(text, strict=False)
    return None


def _things(data: Any) -> list[Any]:  # noqa: ANN401 JSON
    things = data if isinstance(data, list) else [data]
    graphs = [each.get("@graph") for each in things if isinstance(each, dict)]
    inside = [each for graph in graphs if isinstance(graph, list) for each in graph]
    return [*things, *inside][:_MOST_LINKED_DATA]


def _is_article(thing: Any) -> bool:  # noqa: ANN401 JSON
    return isinstance(thing, dict) and any(
        kind.endswith(_ARTICLES) for kind in _strings(thing.get("@type"))
    )


def _of_linked_data(article: dict[str, Any]) -> Proposals:
    def first(*names: str) -> str:
        return next((words for name in names for words in _strings(article.get(name))), "")

    return Proposals(
        title=first("headline", "name"),
        byline=", ".join(_strings(article.get("author"))),
        publication=first("publisher"),
        url=next(filter(_is_web, (first("url"), first("mainEntityOfPage"))), ""),
        published=first("datePublished", "dateCreated"),
        language=first("inLanguage"),
        modified=first("dateModified"),
        source="JSON-LD",
    )


def _strings(value: Any) -> list[str]:  # noqa: ANN401 JSON
    """Return the words of a value: a text, a thing with a name, or a list of these."""
    if isinstance(value, str):
        return [html.unescape(value)]
    if isinstance(value, dict):
        known = (value.get(name) for name in ("name", "@id"))
        return [html.unescape(each) for each in known if isinstance(each, str)][:1]
    if isinstance(value, list):
        return [words for each in value if not isinstance(each, list) for words in _strings(each)]
    return []


def _of_meta(root: HtmlElement) -> Iterator[Proposals]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            content = meta.get("content", "").strip()
            if content:
                found.setdefault(meta.get(key, "").strip().lower(), []).append(content)
    for name, field in _FIELDS.items():
        if name in found:
            yield from _of_tag(name, field, found[name])


def _of_tag(name: str, field: str, contents: list[str]) -> Iterator[Proposals]:
    source = f"meta {name}"
    if field == "byline":
        # Some give the address of the author's page instead of a name.
        words = ", ".join(dict.fromkeys(each for each in contents if not _is_web(each)))
        yield Proposals(byline=words, source=source)
    elif field == "url":
        yield Proposals(url=contents[0] if _is_web(contents[0]) else "", source=source)
    elif field == "language":
        yield Proposals(language=contents[0].replace("_", "-"), source=source)
    else:
        said: dict[str, Any] = {field: contents[0]}
        yield replace(Proposals(source=source), **said)


def _is_web(text: str | None) -> bool:
    return (text or "").lower().startswith(("http://", "https://"))
