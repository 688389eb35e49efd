"""Turns plain report data into the blocks of a report, as far as its profile lets them be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.anchors import prove
from factcheck.domain.report_data import Profile, ReportData, ReportStatement
from factcheck.domain.workflow import State
from factcheck.exporters.article import Mark, cut
from factcheck.exporters.blocks import (
    ArticleBlock,
    Count,
    Header,
    Method,
    Report,
    ScaleLegend,
    Unknown,
)
from factcheck.exporters.cards import UNJUDGED, badge_of, card, step_badge
from factcheck.exporters.review import People, seen_by_second
from factcheck.exporters.wording import (
    Calendar,
    clean,
    dated,
    followed,
    joined,
    language_code,
    names,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.domain.model import Scale

UNPROVEN = "unproven"
_KICKERS = {
    Profile.INTERNAL: "Fact-check report · internal",
    Profile.MEMO: "Fact-check report · editor memo",
    Profile.PUBLISH: "Fact-check report",
}
_LEFT_OUT = {
    Profile.INTERNAL: "This report holds notes for the desk and may name confidential sources.",
    Profile.MEMO: "Notes for the desk are left out, and confidential sources are not named.",
    Profile.PUBLISH: "Notes for the desk and confidential sources are left out.",
}


def build(data: ReportData, profile: Profile) -> Report:
    """Build the report that this profile may show.

    Dismissed statements are only counted. Raises BrokenSpanError if a span's words do not stand
    at its place.
    """
    for given in data.statements:
        for span in given.spans:
            prove(span, data.text)
    shown = [s for s in data.statements if s.statement.state is not State.DISMISSED]
    calendar = Calendar(data.time_zone)
    people = People(data.statements)
    article = _article(data, shown)
    marked = {number for block in article for piece in block.pieces for number in piece.begins}
    return Report(
        header=_header(data, shown, profile, calendar, people),
        counts=_counts(shown),
        article=article,
        cards=tuple(card(s, profile, calendar, people, marked=s.number in marked) for s in shown),
        unknowns=_unknowns(shown),
        method=_method(data, shown, profile, calendar),
        language=language_code(data.article.language),
        as_of=data.as_of,
    )


def _header(
    data: ReportData,
    shown: Sequence[ReportStatement],
    profile: Profile,
    calendar: Calendar,
    people: People,
) -> Header:
    article, revision = data.article, data.revision
    byline = f"By {article.byline}" if article.byline and not _has_by(article.byline) else ""
    url = clean(article.url)
    return Header(
        kicker=_KICKERS[profile],
        title=clean(article.title) or "Untitled article",
        source=joined(
            byline or article.byline,
            article.publication,
            dated("published", article.published),
            f"revision {revision.number} of {data.revisions_total}",
        ),
        url=url,
        link=followed(url),
        people=joined(*_done_by(shown, people), calendar.day(data.as_of)),
        reviewed=_reviewed(shown),
        fingerprint=f"SHA-256 of the text: {revision.text_sha256}",
    )


def _has_by(byline: str) -> bool:
    return byline.lstrip()[:3].lower() == "by "


def _done_by(shown: Sequence[ReportStatement], people: People) -> tuple[str, str]:
    checkers = names([people.name(s.verdict.checker_id) for s in shown if s.verdict])
    reviewers = names([people.name(s.review.reviewer_id) for s in shown if s.review])
    return (
        f"Checked by {checkers}" if checkers else "Not checked yet",
        f"reviewed by {reviewers}" if reviewers else "not reviewed yet",
    )


def _reviewed(shown: Sequence[ReportStatement]) -> str:
    done = sum(map(seen_by_second, shown))
    return f"Reviewed by a second person: {done} of {len(shown)}"


def _article(data: ReportData, shown: Sequence[ReportStatement]) -> tuple[ArticleBlock, ...]:
    marks = [Mark(s.number, span.start, span.end) for s in shown for span in s.spans]
    return cut(data.text, data.revision.blocks, marks)


def _counts(shown: Sequence[ReportStatement]) -> tuple[Count, ...]:
    """Count verdicts in the order of their scales' steps; what is not judged comes last."""
    badges = [badge_of(statement) for statement in shown]
    order = [step_badge(step) for scale in _scales(shown) for step in scale.steps]
    unique = dict.fromkeys([*order, UNJUDGED])
    return tuple(Count(badge, badges.count(badge)) for badge in unique if badge in badges)


def _unknowns(shown: Sequence[ReportStatement]) -> tuple[Unknown, ...]:
    questions: tuple[tuple[str, Callable[[ReportStatement], bool]], ...] = (
        (
            "No evidence found, neither way",
            lambda s: s.step is not None and s.step.code == UNPROVEN,
        ),
        ("Not judged", lambda s: s.verdict is None),
        ("Words changed since they were checked", lambda s: s.statement.state is State.CHANGED),
        ("Not reviewed by a second person", lambda s: not seen_by_second(s)),
    )
    found = (Unknown(label, tuple(s.number for s in shown if asks(s))) for label, asks in questions)
    return tuple(unknown for unknown in found if unknown.numbers)


def _method(
    data: ReportData, shown: Sequence[ReportStatement], profile: Profile, calendar: Calendar
) -> Method:
    revision = data.revision
    sentences = (
        "Each statement was marked in the text, checked against the sources named with it, and "
        "given a verdict on a scale.",
        "It counts as reviewed when a person other than its checker approved that very verdict.",
        _dismissed(len(data.statements) - len(shown)),
        "Copies of sources are kept in the desk with the time of capture and their SHA-256.",
        _LEFT_OUT[profile],
        f"The text was brought in from “{clean(revision.source_name)}” on "
        f"{calendar.day(revision.created_at)} (file SHA-256: {revision.source_sha256})."
        if revision.source_name
        else "",
        *(revision.remarks if profile is Profile.INTERNAL else ()),
        f"Desk “{clean(data.desk_name)}”, as of {calendar.moment(data.as_of)} "
        f"({clean(calendar.zone)}); its log ends with {data.log_head}.",
    )
    legends = tuple(
        ScaleLegend(
            f"{clean(scale.name)}, version {scale.version}",
            tuple(step_badge(step) for step in scale.steps),
        )
        for scale in _scales(shown)
    )
    return Method(tuple(s for s in map(clean, sentences) if s), legends)


def _dismissed(count: int) -> str:
    if not count:
        return ""
    return f"{count} {'mark was' if count == 1 else 'marks were'} dismissed as not factual."


def _scales(shown: Sequence[ReportStatement]) -> list[Scale]:
    return list({s.scale.id: s.scale for s in shown if s.scale}.values())
