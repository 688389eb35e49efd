"""What is read of a PDF's pages: labels, sizes, pictures, words with their places."""

import pytest

from factcheck.actions import worker
from factcheck.errors import FactcheckError
from factcheck.importers import pdf_pages
from factcheck.importers.pdf_pages import MOST_PIXELS, page_sizes, pages, texts
from tests import pdfs


def words(index: int):
    return pages(pdfs.report(), [(index, 1.0)])[0].words


def box_around(index: int, quote: str):
    found = words(index)
    start = found.text.index(quote)
    boxes = found.boxes[start : start + len(quote)]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def test_each_page_has_its_printed_label_or_number_and_its_size_as_shown() -> None:
    sizes = page_sizes(pdfs.report())
    assert [size.label for size in sizes] == ["i", "1", "2", "4"]
    assert [(size.width, size.height) for size in sizes[1:3]] == [(300, 400), (400, 300)]


def test_broken_words_are_whole_and_hyphens_that_belong_there_stay() -> None:
    text = words(1).text.replace("\n", " ")
    assert "COVID-19 and the 2019-20 budget 😀 were" in text
    assert "well-known, notwithstanding incomprehensibilities." in text
    assert "representative of the administration" in words(0).text.replace("\n", " ")


def test_there_is_one_box_for_each_code_point() -> None:
    found = words(1)
    assert len(found.boxes) == len(found.text)
    emoji = found.text.index("😀")
    left, top, right, bottom = found.boxes[emoji]
    assert 40 <= left < right <= 260
    assert 40 <= top < bottom <= 360


@pytest.mark.parametrize(("index", "quote"), [(1, "Storage"), (2, "Turned")])
def test_places_count_from_the_top_left_of_the_page_as_shown(index: int, quote: str) -> None:
    left, top, right, bottom = box_around(index, quote)
    assert left == pytest.approx(40, abs=2)
    assert top == pytest.approx(40, abs=6)
    assert right < 100
    assert bottom < 60


def test_a_page_turned_by_a_mark_in_the_file_is_read_as_shown() -> None:
    upright = b"BT /F 20 Tf 20 250 Td (Top) Tj ET"
    font = b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    turned = pages(pdfs.plain(upright, page=font + b"/Rotate 90"), [(0, 1.0)])[0].words
    left, top, _right, _bottom = turned.boxes[0]
    # Turned to the right, what stood at the left near the top stands at the top on the right.
    assert left > 240
    assert top == pytest.approx(20, abs=5)


def test_the_texts_are_those_of_the_pages() -> None:
    shown = pages(pdfs.report(), [(index, 1.0) for index in range(4)])
    assert texts(pdfs.report(), 0, 10) == tuple(page.words.text for page in shown)
    assert texts(pdfs.report(), 2, 1) == (shown[2].words.text,)
    assert shown[3].words.text == ""


def test_a_picture_has_as_many_pixels_as_asked() -> None:
    picture = pages(pdfs.report(), [(0, 2.5)])[0].picture
    assert (picture.width, picture.height) == (750, 1000)
    assert len(picture.pixels) == picture.stride * picture.height
    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert min(picture.pixels[::4]) < 64


def test_a_huge_page_is_drawn_smaller() -> None:
    picture = pages(pdfs.huge(), [(0, 8.0)])[0].picture
    assert picture.width * picture.height <= MOST_PIXELS * 1.01


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (pdfs.locked(), "locked by a password"),
        (pdfs.pageless(), "no pages"),
        (pdfs.report()[:3000], "damaged"),
        (b"", "damaged"),
        (b"%PDF-1.7 and nothing else", "damaged"),
    ],
    ids=["locked", "no pages", "cut off", "empty", "only a head"],
)
def test_what_can_t_be_read_is_told_in_a_sentence(content: bytes, told: str) -> None:
    with pytest.raises(FactcheckError, match=told) as caught:
        worker.run(page_sizes, content)
    assert caught.value.hint.startswith("Save a copy")


def test_a_damaged_page_leaves_the_others() -> None:
    content = pdfs.plain(b"").replace(b"/Kids[3 0 R]/Count 1", b"/Kids[9 0 R 3 0 R]/Count 2")
    assert [size.label for size in page_sizes(content)] == ["1", "2"]
    assert texts(content, 0, 2) == ("", "")
    assert pages(content, [(1, 1.0)])[0].picture.width == 300
    with pytest.raises(FactcheckError, match="damaged"):
        pages(content, [(0, 1.0)])


def test_so_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MOST_PAGES", 3)
    with pytest.raises(FactcheckError, match="4 pages, too many"):
        page_sizes(pdfs.report())


def test_a_form_that_draws_itself_takes_only_the_worker_with_it() -> None:
    with pytest.raises(FactcheckError):
        worker.run(pages, pdfs.drawing_itself(), [(0, 2.0)], seconds=20, megabytes=256)
