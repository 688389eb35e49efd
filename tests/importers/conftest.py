import pytest

from factcheck.domain.canonical import canonical
from factcheck.domain.imported import ImportedArticle


def words_of(article: ImportedArticle) -> list[tuple[str, int, str]]:
    return [(b.kind.value, b.level, article.text[b.start : b.end]) for b in article.blocks]


def must_be_sound(article: ImportedArticle) -> None:
    """Check the laws of every import: canonical text; blocks in order, inside it, with words."""
    assert article.text == canonical(article.text).text
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        words = article.text[block.start : block.end]
        assert words.strip() == words != ""
        end = block.end
    assert article.blocks
    assert article.title == " ".join(article.title.split()) != ""


def notes_of(article: ImportedArticle) -> list[tuple[str, str]]:
    return [(note.kind.value, article.text[note.start : note.end]) for note in article.annotations]


def words_of_notes(article: ImportedArticle) -> list[tuple[str, str, str]]:
    said = [note.text or note.url for note in article.annotations]
    return [(*hangs, words) for hangs, words in zip(notes_of(article), said, strict=True)]


@pytest.fixture(scope="session")
def blocks():
    """Give (kind, level, words) of each block."""
    return words_of


@pytest.fixture(scope="session")
def sound():
    return must_be_sound


@pytest.fixture(scope="session")
def hung():
    """Give (kind, words) of each note: what it hangs on."""
    return notes_of


@pytest.fixture(scope="session")
def said_of():
    """Give (kind, words, what it says or where it leads) of each note."""
    return words_of_notes
