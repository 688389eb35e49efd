from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck.domain.anchors import BrokenSpanError
from factcheck.domain.ids import EvidenceId, VisitId
from factcheck.domain.report_data import Profile
from factcheck.domain.visits import Visit, VisitOutcome
from factcheck.domain.workflow import State
from factcheck.exporters import report
from tests.exporters.building import TEXT, cited, evidence, make_data, note, statement
from tests.exporters.sample import SECRET, sample_statements


def only(given, profile=Profile.MEMO):
    [card] = report.build(make_data([given]), profile).cards
    return card


def test_the_header_says_who_did_what_and_how_far_it_went(sample):
    header = report.build(sample, Profile.PUBLISH).header
    assert header.source == (
        "By Rosa Field · The Lindmouth Courier · published 3 March 2026 · revision 2 of 2"
    )
    assert (
        header.people == "Checked by Ada Reed · reviewed by Ada Reed, Jon Lindqvist · 4 March 2026"
    )
    assert header.reviewed == "Reviewed by a second person: 7 of 11"
    assert header.fingerprint == f"SHA-256 of the text: {sample.revision.text_sha256}"


def test_nothing_done_is_said_so():
    built = report.build(
        make_data([statement(1, TEXT, "Mill Lane", state=State.TO_CHECK)]), Profile.MEMO
    )
    assert built.header.people == "Not checked yet · not reviewed yet · 4 March 2026"
    assert built.header.reviewed == "Reviewed by a second person: 0 of 1"
    assert [unknown.label for unknown in built.unknowns] == [
        "Not judged",
        "Not reviewed by a second person",
    ]


def test_a_byline_that_brings_its_own_by_keeps_it():
    built = report.build(make_data([], byline="by Rosa Field"), Profile.MEMO)
    assert built.header.source.startswith("by Rosa Field ·")


def test_counts_follow_the_scale_and_end_with_what_is_not_judged(sample):
    counts = report.build(sample, Profile.MEMO).counts
    assert [(count.badge.word, count.total) for count in counts] == [
        ("Verified", 5),
        ("Fix", 2),
        ("Context", 1),
        ("Unproven", 1),
        ("False", 1),
        ("Not judged", 1),
    ]
    assert sum(count.total for count in counts) == 11


def test_dismissed_statements_are_counted_only_and_numbers_stay(sample):
    built = report.build(sample, Profile.MEMO)
    assert [card.number for card in built.cards] == [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]
    assert "1 mark was dismissed as not factual." in built.method.sentences
    assert 7 not in {n for block in built.article for p in block.pieces for n in p.inside}


def test_a_span_without_its_words_is_refused(sample):
    given = sample.statements[0]
    moved = replace(given, spans=(replace(given.spans[0], start=3, end=9),))
    with pytest.raises(BrokenSpanError):
        report.build(replace(sample, statements=(moved,)), Profile.INTERNAL)


def test_a_dismissed_statement_s_span_is_proved_too(sample):
    given = sample.statements[6]
    moved = replace(given, spans=(replace(given.spans[0], start=3, end=9),))
    with pytest.raises(BrokenSpanError):
        report.build(replace(sample, statements=(moved,)), Profile.INTERNAL)


def test_one_person_in_both_roles_is_told_with_the_reason():
    card = only(
        statement(
            1, TEXT, "Mill Lane", outcome="verified", same_person=True, reason="Alone on duty."
        )
    )
    assert card.facts[-1] == "Checker and reviewer were the same person. Reason: Alone on duty."


def test_a_sent_back_verdict_gives_its_reason_to_the_desk_only():
    given = statement(
        1, TEXT, "Mill Lane", outcome="verified", state=State.SENT_BACK, reason="Look again."
    )
    assert only(given).notes == ()
    assert only(given, Profile.INTERNAL).notes == ("Reviewer’s note: Look again.",)
    assert only(given).state == "sent back"


def test_notes_are_for_the_desk_alone():
    given = statement(1, TEXT, "Mill Lane", outcome="verified", notes=[note("Call him.\x00 🌉")])
    [told] = only(given, Profile.INTERNAL).notes
    assert told == "Note by Ada Reed, 4 March 2026, 14:30: Call him.\ufffd 🌉"
    assert {only(given, other).notes for other in set(Profile) - {Profile.INTERNAL}} == {()}


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("unreachable", ("The page was unreachable on 4 March 2026",)),
        ("unchanged", ("The page was unchanged on 4 March 2026",)),
        ("kept", ()),
        ("refused", ()),
    ],
)
def test_the_last_look_on_the_web_is_told(outcome, told):
    at = datetime(2026, 3, 4, 13, 30, tzinfo=UTC)
    looked = Visit(
        *(VisitId("1"), EvidenceId("1"), "https://a.example", at, VisitOutcome(outcome), None),
        *("", "", (), "", None, None, ("Words",), "It said 404."),
    )
    source = replace(cited(evidence("Minutes", url="https://a.example")), visit=looked, lost=True)
    given = statement(1, TEXT, "Mill Lane", outcome="verified", citations=[source])
    for profile in Profile:
        [shown] = only(given, profile).sources
        assert shown.copies == told
        assert any("did not hold" in each for each in shown.notes) == (profile == "internal")


def test_approved_statements_show_no_state_and_others_do(sample):
    states = {card.number: card.state for card in report.build(sample, Profile.MEMO).cards}
    assert (states[1], states[2], states[6]) == ("", "awaiting review", "in checking")


def test_a_reviewer_of_unknown_name_is_not_guessed():
    given = statement(1, TEXT, "Mill Lane", outcome="verified")
    alone = replace(given, statement=replace(given.statement, reviewer_id=None), reviewer="")
    assert "approved by somebody else" in only(alone).facts[1]


def test_a_statement_that_lost_its_words_shows_those_that_were_judged():
    given = statement(1, TEXT, "Mill Lane", outcome="verified", state=State.CHANGED)
    card = only(replace(given, spans=()))
    assert (card.words, card.marked) == ("“Mill Lane”", False)
    assert card.facts[0] == "Said by the article itself · not in this revision"


def test_profiles_show_confidential_sources_by_name_as_a_fact_or_not_at_all():
    whisper = evidence(SECRET, confidential=True, url=f"https://{SECRET}.example", note=SECRET)
    given = statement(
        1, TEXT, "Mill Lane", outcome="verified", citations=[cited(whisper, excerpt=SECRET)]
    )
    assert SECRET in only(given, Profile.INTERNAL).sources[0].title
    [known] = only(given, Profile.MEMO).sources
    assert (known.stance, known.title) == ("Supports", "Confidential source")
    assert SECRET not in repr(known)
    assert only(given, Profile.PUBLISH).sources == ()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://<x>"]
)
def test_only_plain_web_addresses_become_links(url):
    built = report.build(make_data([], url=url), Profile.MEMO)
    assert (built.header.url, built.header.link) == (url, "")


def test_times_are_those_of_the_desk_s_zone(sample):
    built = report.build(sample, Profile.MEMO)
    assert "as of 4 March 2026, 14:30 (Europe/Berlin)" in built.method.sentences[-1]
    unknown = report.build(replace(sample, time_zone="Nowhere/Nothing"), Profile.MEMO)
    assert "as of 4 March 2026, 13:30 (UTC)" in unknown.method.sentences[-1]


def test_the_report_of_one_profile_never_depends_on_the_order_of_building():
    data = make_data(sample_statements())
    assert report.build(data, Profile.MEMO) == report.build(data, Profile.MEMO)
