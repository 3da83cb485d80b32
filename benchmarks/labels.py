"""What a hand label says, where it has the place of words in a transcript instead of the words."""

from __future__ import annotations

from typing import Any

__all__ = ["printed"]


def printed(value: Any, text: str) -> Any:
    """A value of a label; `{"from": 3, "to": 50}` is what stands there in `text`."""
    if isinstance(value, dict):
        if value.keys() == {"from", "to"}:
            return text[value["from"] : value["to"]]
        return {key: printed(part, text) for key, part in value.items()}
    return [printed(part, text) for part in value] if isinstance(value, list) else value
