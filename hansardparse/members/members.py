"""`Members`: a register, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hansardparse.members.holdings import Member
from hansardparse.members.link import linked
from hansardparse.members.register import Register
from hansardparse.model.nodes import Transcript

__all__ = ["Members"]


class Members:
    """A register of members. `link(transcript)` says who of it the speakers of a transcript are."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._register = Register(members)

    def __len__(self) -> int:
        return len(self._register.members)

    def __iter__(self) -> Iterator[Member]:
        return iter(self._register.members.values())

    def link(self, transcript: Transcript) -> Transcript:
        """The transcript with the id that each of its persons has in the register, and the party and the
        constituency of that day where none is printed; each says so by the rule `register`.

        What is printed stays. Whoever may be several members is left open, with a problem
        `ambiguous-member`. A transcript that is not resolved has no persons.
        """
        return linked(transcript, self._register)
