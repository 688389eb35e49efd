"""Tag statements with words of the newsroom's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.ids import PersonId, StatementId, TagId
from factcheck.domain.model import Tag
from factcheck.errors import FactcheckError
from factcheck.store import reads, tags

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Change, Changes


def add_tag(desk: Desk, *, actor: PersonId, statement: StatementId, word: str) -> Changes:
    """Put a tag on a statement; one that is there already stays. FactcheckError if it is empty."""
    clean = tag_word(word)
    with desk.change(f"tag: {clean}", actor) as change:
        put_tag(desk, change, reads.statement(desk, statement).id, clean)
    return change.done


def remove_tag(desk: Desk, *, actor: PersonId, statement: StatementId, word: str) -> Changes:
    """Take a tag off a statement; one that is not there is no error."""
    clean = tag_word(word)
    with desk.change(f"take tag off: {clean}", actor) as change:
        for tag in tags.of(desk, statement):
            if tag.word == clean:
                change.remove(Tag, tag.id)
    return change.done


def put_tag(desk: Desk, change: Change, statement: StatementId, word: str) -> None:
    """Put a tag on a statement inside a change."""
    if word not in {tag.word for tag in tags.of(desk, statement)}:
        change.insert(Tag(TagId(change.new_id()), statement, word, change.now))


def set_tags(desk: Desk, change: Change, statement: StatementId, words: Iterable[str]) -> None:
    """Let a statement have these tags and no others, inside a change; FactcheckError if empty."""
    wanted = {tag_word(word) for word in words}
    for tag in tags.of(desk, statement):
        if tag.word not in wanted:
            change.remove(Tag, tag.id)
    for word in sorted(wanted):
        put_tag(desk, change, statement, word)


def tag_word(word: str) -> str:
    """Return a tag as it is kept: in small letters, words apart by one space."""
    clean = " ".join(word.split()).lower().lstrip("# ")
    if not clean:
        raise FactcheckError("The tag is empty.", "Write a word.")
    return clean
