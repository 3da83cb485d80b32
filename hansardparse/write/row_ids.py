"""Ids of rows, which stay what they are when something else in their text changes."""

from __future__ import annotations

from hashlib import blake2b

__all__ = ["Ids"]


class Ids:
    """Gives the rows of one source their ids.

    An id is made from what a row is, its label and its text. Of rows that are equal in these, the second and
    later ones have their number behind it: nothing else that is added or taken away changes an id.
    """

    def __init__(self) -> None:
        self._seen: dict[bytes, int] = {}

    def of(self, type: str, label: str | None, text: str) -> str:
        """The id of the next row."""
        said = f"{type}\n{label}\n{text}" if label is not None else f"{type}\n\n{text}"
        found = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8)
        key = found.digest()
        count = self._seen[key] = self._seen.get(key, 0) + 1
        return found.hexdigest() if count == 1 else f"{key.hex()}-{count}"
