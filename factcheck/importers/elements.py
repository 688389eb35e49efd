"""Elements of office files by their local names: the same part comes in several namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def local(element: _Element | None) -> str:
    """Return the name of an element without its namespace; "" for a comment or None."""
    tag: object = None if element is None else element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element, name: str) -> str:
    """Return an attribute by its local name, "" where it is missing."""
    for key, value in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: _Element | None, *names: str) -> _Element | None:
    """Return the first child, grandchild and so on by local names."""
    for name in names:
        if element is None:
            return None
        element = next((inside for inside in element if local(inside) == name), None)
    return element
