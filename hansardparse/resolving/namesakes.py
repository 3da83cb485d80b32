"""Those who bear one name, and those who hold one office, found without looking at each of them.

A transcript may give one name to any number of people. A label that prints a constituency looks only at
those who may sit for it, and one that nothing narrows down looks at no more than MANY.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator
from typing import Generic, Protocol, TypeVar

__all__ = ["MANY", "Holders", "Namesakes"]

#: Where more people than this may be meant, a label tells none of them apart.
MANY = 32


class Bearer(Protocol):
    """Somebody with a name, who may have a seat and linked names."""

    @property
    def seat(self) -> frozenset[str] | None:
        """The words that tell their constituency from others; None where none is known."""

    @property
    def links(self) -> dict[str, str]:
        """The names that pages link to."""


P = TypeVar("P", bound=Bearer)
H = TypeVar("H", bound=Hashable)


class Namesakes(Generic[P]):
    """Those who bear one name, in the order in which they were heard.

    Who has a seat or a link later on is noted by `note`.
    """

    __slots__ = ("_by_word", "_unlinked", "_unseated", "everybody")

    def __init__(self) -> None:
        #: Each with their position.
        self.everybody: dict[P, int] = {}
        self._unseated: dict[P, None] = {}
        self._unlinked: dict[P, None] = {}
        self._by_word: dict[str, dict[P, None]] = {}

    def add(self, one: P) -> bool:
        """Take in one more; False where they are known."""
        if one in self.everybody:
            return False
        self.everybody[one] = len(self.everybody)
        self._unseated[one] = self._unlinked[one] = None
        self.note(one)
        return True

    def note(self, one: P) -> None:
        """Find somebody by the seat and the link that they have by now."""
        if one.seat is not None:
            self._unseated.pop(one, None)
            for word in one.seat:
                self._by_word.setdefault(word, {})[one] = None
        if one.links:
            self._unlinked.pop(one, None)

    def near(self, seat: frozenset[str] | None, *, unlinked: bool = False) -> list[P] | None:
        """Those who may sit there, no seat known of them among these; None where more than MANY may.

        Of those alone who are `unlinked`, where that is asked.
        """
        pools: list[Collection[P]] = [self.everybody]
        if seat is not None:
            pools = [self._unseated, *(self._by_word.get(word, ()) for word in seat)]
        if unlinked and len(self._unlinked) < sum(map(len, pools)):
            pools = [self._unlinked]
        if any(len(pool) > MANY for pool in pools):
            return None
        return sorted(
            (
                one
                for one in {one for pool in pools for one in pool}
                if (seat is None or one.seat is None or seat & one.seat) and not (unlinked and one.links)
            ),
            key=self.everybody.__getitem__,
        )


class Holders(Generic[H]):
    """Who holds an office: the shorter of two spellings may be a beginning of the longer."""

    __slots__ = ("_beginning", "_whole")

    def __init__(self) -> None:
        self._whole: dict[str, dict[H, None]] = {}
        self._beginning: dict[str, dict[H, None]] = {}

    def put(self, office: str, holder: H) -> None:
        """Note that somebody holds an office, as `names.office_spelled` spells it."""
        self._whole.setdefault(office, {})[holder] = None
        for beginning in _beginnings(office):
            self._beginning.setdefault(beginning, {})[holder] = None

    def find(self, office: str) -> Collection[H]:
        """Who holds it: nobody, one, or several, of whom not all need be given."""
        pools = [self._whole.get(beginning, {}) for beginning in _beginnings(office)]
        pools.append(self._beginning.get(office, {}))
        several = next((pool for pool in pools if len(pool) > 1), None)
        return {holder for pool in pools for holder in pool} if several is None else several


def _beginnings(words: str) -> Iterator[str]:
    """The words, and their beginnings."""
    at = words.find(" ")
    while at >= 0:
        yield words[:at]
        at = words.find(" ", at + 1)
    yield words
