"""Titles of records of parliaments whose words are not known: `strangers.toml`."""

from __future__ import annotations

import functools
import tomllib

from hansardparse.data import beside

__all__ = ["stranger"]

#: A title stands near the beginning of a text, and so long is its line at most, in code points.
HEAD, TITLE = 1 << 12, 160


@functools.cache
def _titles() -> tuple[tuple[str, str], ...]:
    """What stands in a title, and whose record has it."""
    data = tomllib.loads((beside() / "parliaments" / "strangers.toml").read_text(encoding="utf-8"))
    return tuple((words, name) for name, titles in data.items() for words in titles)


def stranger(text: str) -> str | None:
    """Whose record a text is by the title near its beginning, where that parliament's words are not known.

    A title is a short line that ends as no sentence does.
    """
    head = text[:HEAD].casefold()
    for words, name in _titles():
        at = head.find(words)
        while at >= 0:
            end = head.find("\n", at)
            line = head[head.rfind("\n", 0, at) + 1 : end if end >= 0 else len(head)].strip()
            if len(line) <= TITLE and not line.endswith((".", "?", "!", ",", ";", ":")):
                return name
            at = head.find(words, at + 1)
    return None
