"""Turns that belong together: a speech with what broke into it, a question with its answers."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from hansardparse.model.nodes import Contribution, Intervention, Person, Resumption, Transcript
from hansardparse.model.speeches import beginnings
from hansardparse.parliaments import USUAL, profile
from hansardparse.resolving.turns import Turn, walk

__all__ = ["Exchange", "Speech", "exchanges", "speeches"]

ASKED = frozenset({"question", "answer", "supplementary", "response"})


@attrs.frozen
class Speech:
    """One speech as a whole.

    - `turns`: what its speaker said, turn by turn
    - `items`: these and all that was said in between, in order
    """

    turns: tuple[Contribution, ...]
    items: tuple[Contribution, ...]

    @property
    def person(self) -> Person | None:
        """Whose speech it is."""
        return self.turns[0].person

    @property
    def text(self) -> str:
        """The speaker's own words, without what broke into them."""
        return "\n\n".join(turn.text for turn in self.turns)


@attrs.frozen
class Exchange:
    """Questions taken together, or a statement, with what was answered and asked on it, in order."""

    items: tuple[Contribution, ...]

    def _of(self, *kinds: str) -> tuple[Contribution, ...]:
        return tuple(c for c in self.items if c.kind in kinds)

    @property
    def questions(self) -> tuple[Contribution, ...]:
        """The tabled questions, one or more that were taken together."""
        return self._of("question")

    @property
    def answers(self) -> tuple[Contribution, ...]:
        """What the Minister answered."""
        return self._of("answer")

    @property
    def supplementaries(self) -> tuple[Contribution, ...]:
        """What was asked further, the Opposition's first response to a statement included."""
        return self._of("supplementary", "response")


def speeches(transcript: Transcript) -> Iterator[Speech]:
    """Every speech, by where it begins.

    Turns are one speech where one resumes the other, and where one person's turns follow each other
    with nothing printed between them: a page of one Member's part leaves out who broke in.
    """
    items = list(transcript.contributions())
    whole: dict[int, list[int]] = {}
    for n, root in enumerate(beginnings(transcript)):
        if items[n].kind == "speech":
            whole.setdefault(root, []).append(n)
    for root in sorted(whole):
        own = whole[root]
        yield Speech(tuple(items[n] for n in own), tuple(items[own[0] : own[-1] + 1]))


def exchanges(transcript: Transcript) -> Iterator[Exchange]:
    """Every exchange of question and answer, by where it begins."""
    turns, _, _ = walk(transcript, profile(transcript.parliament or USUAL))
    group = list(range(len(turns)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = n = group[group[n]]
        return n

    for link in transcript.links:
        to = turns[link.target].item.kind
        if (type(link) is not Resumption or to == "statement") and (
            type(link) is not Intervention or to in ASKED
        ):
            group[root(link.source)] = root(link.target)
    asked: Turn | None = None
    for turn in turns:
        kind = turn.item.kind
        if asked is not None and asked.unit == turn.unit and kind == "question":
            group[root(turn.n)] = root(asked.n)
        if kind not in ("chair", "gesture"):
            asked = turn if kind == "question" else None
    whole: dict[int, list[Turn]] = {}
    for turn in turns:
        whole.setdefault(root(turn.n), []).append(turn)
    for found in sorted(whole.values(), key=lambda row: row[0].n):
        if any(turn.item.kind in ASKED for turn in found):
            yield Exchange(tuple(turn.item for turn in found))
