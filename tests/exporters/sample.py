"""What is said of an article of a small town: with everything that a report can hold."""

from factcheck.domain.dates import PartialDate
from factcheck.domain.model import (
    EvidenceKind,
    Priority,
    Sourcing,
    Stance,
    StatementKind,
)
from factcheck.domain.workflow import State
from tests.exporters.building import TEXT, capture, cited, evidence, note, statement

SECRET = "Quillfeather"


def sample_statements():
    minutes = evidence(
        "Minutes of the council, 3 March 2026",
        publisher="Town of Lindmouth",
        url="https://lindmouth.example/council/minutes/2026-03-03.pdf?copy=1&signed=yes",
        published=PartialDate(2026, 3, 4),
        sourcing=Sourcing.PRIMARY,
    )
    budget = evidence(
        "Tram budget, second reading",
        author="Finance committee",
        kind=EvidenceKind.DATA_SET,
        published=PartialDate(2026, 2),
        sourcing=Sourcing.PRIMARY,
        interest="The committee wants the tram built.",
    )
    sums = evidence(
        "Own calculation", kind=EvidenceKind.CALCULATION, note="40,589 / 34,146 = +18.9 %"
    )
    talk = evidence("Talk with Tom Abara", kind=EvidenceKind.INTERVIEW, note="By telephone.")
    whisper = evidence(
        f"Mail from {SECRET}",
        author=f"{SECRET} Senior",
        publisher=f"{SECRET} Ltd",
        kind=EvidenceKind.EMAIL,
        url=f"https://mail.example/{SECRET}",
        interest=f"{SECRET} sells trams.",
        note=f"{SECRET} was in the room.",
        confidential=True,
    )
    return (
        statement(
            1,
            TEXT,
            "voted 14 to 9 on Tuesday",
            outcome="verified",
            kind=StatementKind.NUMBER,
            citations=[
                cited(
                    minutes,
                    place="p. 7",
                    excerpt="Ayes 14, noes 9.",
                    captures=[capture(minutes.id)],
                ),
                cited(
                    whisper,
                    place=f"p. 3{SECRET}",
                    excerpt=f"{SECRET} saw the vote.",
                    note=f"Call {SECRET} first.",
                    captures=[capture(whisper.id, name=f"{SECRET}.eml")],
                ),
            ],
        ),
        statement(
            2,
            TEXT,
            "the county’s first tram",
            outcome="unproven",
            kind=StatementKind.SUPERLATIVE,
            state=State.AWAITING_REVIEW,
            reasoning="A horse tram ran in Eastbourne Road until 1911, says one local history; "
            "no other source has it.",
        ),
        statement(
            3,
            TEXT,
            "Mayor Ines Ortega called it “the biggest investment in this town since the harbour”",
            outcome="verified",
            kind=StatementKind.QUOTATION,
            claimant="Ines Ortega, mayor",
            same_person=True,
            reason="Nobody else was on duty that night.",
        ),
        statement(
            4,
            TEXT,
            "the biggest investment in this town since the harbour",
            outcome="context",
            claimant="Ines Ortega, mayor",
            reasoning="True in pounds of the day; corrected for prices, the hospital of 1978 "
            "cost more.",
            citations=[cited(budget, Stance.CONTEXT, place="Sheet1!B7", excerpt="1978: 61.2")],
        ),
        statement(
            5,
            TEXT,
            "The line will cost $40.5 million, 19 per cent more than planned",
            outcome="fix",
            kind=StatementKind.NUMBER,
            claimant="The council",
            as_of="second reading",
            known_at=PartialDate(2026, 3, 4),
            reasoning="The budget says $40,589,000. Cut off instead of rounded.",
            correction="The line will cost $40.6 million, 19 per cent more than planned",
            citations=[
                cited(
                    budget,
                    Stance.REFUTES,
                    place="Sheet1!C12",
                    excerpt="Total: 40,589",
                    note="Ask the clerk for the third reading.",
                    captures=[capture(budget.id, "budget.xlsx", "application/vnd.ms-excel")],
                ),
                cited(sums, Stance.SUPPORTS),
            ],
        ),
        statement(
            6,
            TEXT,
            "19 per cent more than planned, and will carry 3,290 people a day",
            state=State.IN_CHECKING,
            kind=StatementKind.NUMBER,
            priority=Priority.HIGH,
            notes=[note(f"{SECRET} knows the forecast; ask on Monday.", "Jon Lindqvist")],
        ),
        statement(
            7,
            TEXT,
            "Every tram will be electric 🚋",
            outcome="opinion",
            state=State.DISMISSED,
            reasoning="A promise.",
        ),
        statement(
            8,
            TEXT,
            "Nobody asked the shops",
            "Tom Abara",
            outcome="false",
            kind=StatementKind.NAME,
            claimant="Tom Abara, baker",
            reasoning="Three shops in Mill Lane were heard on 12 January.\nThe name is right.",
            citations=[cited(talk, Stance.CONTEXT), cited(minutes, Stance.REFUTES, place="p. 2")],
        ),
        statement(
            9,
            TEXT,
            "Three streets will be closed for 18 months",
            outcome="verified",
            state=State.SENT_BACK,
            reason="The plan says 16 months on page 4.",
        ),
        statement(
            10,
            TEXT,
            "الترام مفيد للمدينة",
            outcome="verified",
            reasoning="The letter is in the archive: «الترام مفيد للمدينة جدا».",
        ),
        statement(
            11,
            TEXT,
            "ट्राम शहर के लिए अच्छी है",
            outcome="verified",
            reasoning="पत्र अभिलेखागार में है।",
        ),
        statement(
            12,
            TEXT,
            "电车对城市有好处",
            outcome="fix",
            reasoning="信中写的是另一句话。",
            correction="电车对全城都有好处",
        ),
    )
