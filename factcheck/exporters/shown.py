"""Changes the texts in some JSON that readers see, and leaves its link targets alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_TARGET = "link"


def shown(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 JSON has any shape
    """Return the JSON with every text changed but those under the key "link"."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {k: child if k == _TARGET else shown(child, change) for k, child in value.items()}
    if isinstance(value, list | tuple):
        return [shown(child, change) for child in value]
    return value
