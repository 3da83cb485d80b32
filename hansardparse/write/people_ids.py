"""Names as ids: what a format calls a person, an office or a party within a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from hansardparse.model.nodes import Person

__all__ = ["named", "slug", "unique"]


def slug(words: str, joint: str = "-") -> str:
    """Words in small letters without accents, the gaps between them filled; `unknown` where none is left."""
    return joint.join(_plain(words).lower().split()) or "unknown"


def named(person: Person) -> str:
    """What a person is called: the name, else an office, else a label."""
    return person.name or next(iter((*person.offices, *person.labels)), "") or person.id


def unique(names: Iterable[str]) -> list[str]:
    """The names in order, the second and later ones of the same name numbered."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}.{seen[name]}")
    return found


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words)
    return "".join(c if c.isascii() and c.isalnum() else " " for c in letters if not unicodedata.combining(c))
