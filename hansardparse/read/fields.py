"""Objects of JSON by the types that a reader needs: what has another type is as if it were not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["Fields"]


class Fields:
    """One object of JSON, or an empty one where the value is none."""

    def __init__(self, value: Any) -> None:
        self._held: dict[str, Any] = value if isinstance(value, dict) else {}

    def __contains__(self, key: str) -> bool:
        return key in self._held

    def text(self, *keys: str) -> str:
        """The first of some keys that has words or a number, as text; else nothing."""
        for key in keys:
            value = self._held.get(key)
            if isinstance(value, str) and value:
                return value
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value)
        return ""

    def true(self, key: str) -> bool:
        """Whether a key is true."""
        return self._held.get(key) is True

    def one(self, key: str) -> Fields:
        """The object of a key."""
        return Fields(self._held.get(key))

    def each(self, key: str) -> Iterator[Fields]:
        """The objects in the array of a key."""
        yield from objects(self._held.get(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """The strings in the array of a key."""
        value = self._held.get(key)
        return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def objects(value: Any) -> Iterator[Fields]:
    """The objects in an array, or the one object that a value is."""
    for each in value if isinstance(value, list) else (value,):
        if isinstance(each, dict):
            yield Fields(each)
