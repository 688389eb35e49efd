import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.locators import LocatorKind, parse_locator
from factcheck.errors import FactcheckError
from factcheck.importers.subtitles import read_srt, read_vtt, timecode


def srt(*cues: tuple[float, float, str]) -> str:
    return "\n\n".join(
        f"{number}\n{stamp(start)} --> {stamp(end)}\n{words}"
        for number, (start, end, words) in enumerate(cues, 1)
    )


def stamp(seconds: float) -> str:
    whole, parts = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02},{parts:03}"


def read(text: str):
    return read_srt(text.encode(), "hearing.srt")


def paragraphs(article) -> list[tuple[str, str]]:
    return [(block.place, article.text[block.start : block.end]) for block in article.blocks]


def test_captions_become_paragraphs_with_their_times(sound):
    article = read(
        srt(
            (1, 2.5, "The bridge cost\n<i>$40.5 million</i>,"),
            (2.6, 4, "{\\an8}the council said."),
            (9, 10, "Nobody was hurt."),
            (3725, 3726, "It opened."),
        )
    )
    sound(article)
    assert paragraphs(article) == [
        ("0:01", "The bridge cost $40.5 million, the council said."),
        ("0:09", "Nobody was hurt."),
        ("1:02:05", "It opened."),
    ]
    assert (article.media_type, article.remarks) == ("application/x-subrip", ())
    assert parse_locator(article.blocks[2].place) == (LocatorKind.TIMECODE, "1:02:05")


def test_speakers_begin_paragraphs_and_are_named_where_the_file_names_them():
    article = read_vtt(
        b"WEBVTT - Hearing\nKind: captions\nLanguage: en-GB\n\nSTYLE\n::cue { color: red }\n\n"
        b"NOTE nobody says\nthis\n\nintro\n00:01.000 --> 00:02.000 align:start\n"
        b"<v.loud Ines Ortega>Was it <c.x>safe</c>?\n\n"
        b"00:02.000 --> 00:03.000\n<v Ines Ortega>R&amp;D, I <00:02.500>ask.</v>\n\n"
        b"00:03.000 --> 00:04.000\n<v Ed Lane>Yes.",
        "hearing.vtt",
    )
    assert paragraphs(article) == [
        ("0:01", "Ines Ortega: Was it safe? R&D, I ask."),
        ("0:03", "Ed Lane: Yes."),
    ]
    assert (article.media_type, article.language) == ("text/vtt", "en-GB")


def test_dashes_part_speakers_without_names():
    article = read(srt((1, 2, "- Was it safe?\n- Yes."), (2, 3, ">> Good. 5 < 6 &amp; 7")))
    assert [words for _, words in paragraphs(article)] == [
        "Was it safe?",
        "Yes.",
        "Good. 5 < 6 &amp; 7",
    ]


def test_long_speech_is_parted_where_a_sentence_ends():
    cues = [
        (at, at + 1, f"Sentence number {at} of it{'.' if at % 5 == 0 else ','}") for at in range(40)
    ]
    article = read(srt(*cues))
    assert len(article.blocks) > 1
    assert all(words.endswith(".") for _, words in paragraphs(article)[:-1])
    endless = read(srt(*((at, at + 1, "and so on and so on") for at in range(90))))
    assert max(block.end - block.start for block in endless.blocks) < 800


def test_lines_that_roll_are_taken_once_and_repeats_are_kept():
    article = read(
        srt(
            (1, 2, "the bridge"),
            (2, 2.01, "the bridge"),
            (2.01, 4, "the bridge\ncost a lot"),
            (4, 5, "No."),
            (5, 6, "No."),
        )
    )
    assert article.text == "the bridge cost a lot No. No."
    assert "2 lines that rolling captions show again" in article.remarks[0]


def test_what_is_odd_is_told():
    article = read(
        "lost words\n\n"
        + srt((9, 8, "One"), (2, 3, "two"))
        + "\n7\n00:01:00,000 --> 00:01:01,000\nthree"
    )
    assert [words for _, words in paragraphs(article)] == ["One two", "three"]
    assert article.remarks == (
        "1 line that belongs to no caption was left out.",
        "The times of 2 captions go backwards; the order of the file was kept.",
    )


def test_a_file_without_captions_is_refused():
    with pytest.raises(FactcheckError, match="no captions"):
        read("Words, and no times --> at all")
    with pytest.raises(FactcheckError, match="no words"):
        read(srt((1, 2, "<i></i>")))


@given(st.floats(0, 9_999 * 3600))
def test_a_time_is_a_locator(seconds):
    assert parse_locator(timecode(seconds)) == (LocatorKind.TIMECODE, timecode(seconds))


@given(st.text(alphabet="01:,.-> \n<>v/{\\an8}&;é", max_size=120))
def test_any_captions_are_sound(sound, words):
    sound(read(srt((1, 2, "Words"), (3, 4, words))))
