import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.importers.guessing import guess


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", "Café"),
        ("cp1252", "It cost £40m – “a bargain”, she said."),
        ("cp1252", "El alcalde declaró ayer que el puente costó más."),
        ("cp1252", "Le maire a déclaré que le pont coûtera 40 millions d’euros."),
        ("cp1252", "Größe über Öl, süß – „mehr als früher“."),
        ("cp1252", "Het coördinaat is één; São Paulo, coração, ações."),
        ("cp1250", "Żółć i gęś, powiedział burmistrz Łodzi."),
        ("cp1250", "Říkal, že žluťoučký kůň úpěl."),
        ("cp1251", "Мэр сказал, что мост обойдётся в сорок миллионов."),
        ("cp1251", "«Нет», – сказал он."),
        ("koi8-r", "Мэр сказал, что мост обойдётся в сорок миллионов."),
        ("cp1253", "Ο δήμαρχος είπε ότι η γέφυρα θα κοστίσει σαράντα εκατομμύρια."),
        ("mac-roman", "Le maire a déclaré que le pont coûtera 40 millions d’euros."),
        ("cp932", "市長は橋の費用が四千万円だと述べた。"),
        ("gb18030", "市长说桥梁耗资四千万元。"),
        ("big5hkscs", "市長說橋樑耗資四千萬元。"),
        ("cp949", "서울시장은 다리 건설에 사천만 원이 들었다고 말했다."),
    ],
)
def test_short_sentences_of_newspapers_are_read_right(encoding, words):
    found = guess(words.encode(encoding))
    assert words.encode(encoding).decode(found) == words


def test_bytes_drawn_by_lot_are_no_text():
    assert guess(random.Random(3).randbytes(2000)) == ""


@given(st.binary(min_size=1))
def test_what_is_guessed_fits_all_bytes(source):
    found = guess(source)
    if found:
        source.decode(found)
