"""Who spoke how much, and when: the figures of the page and of the pictures."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from hansardparse.model.nodes import ChairMark, Contribution, Party, Transcript, leaves

__all__ = ["Amount", "by_party", "by_person", "chairs", "speaker_of"]


@attrs.define
class Amount:
    """The words and the turns of one person, or of one party; `party` is None where none is known."""

    name: str
    party: Party | None
    words: int = 0
    turns: int = 0
    in_chair: bool = False


def speaker_of(turn: Contribution) -> str:
    """The name under which a turn is shown: the person's, else the office, else what the label prints."""
    return turn.name or turn.speaker.office or turn.speaker.label or "Nobody named"


def by_person(turns: Iterable[Contribution]) -> list[Amount]:
    """One amount for each who spoke, the longest first; who is not resolved counts by the name shown."""
    found: dict[str, Amount] = {}
    for turn in turns:
        name = speaker_of(turn)
        key = turn.person.id if turn.person else f"={name}"
        one = found.setdefault(key, Amount(name, turn.party))
        _count(one, turn)
        one.party = one.party or turn.party
        one.in_chair |= turn.speaker.in_chair
    return sorted(found.values(), key=lambda one: -one.words)


def by_party(turns: Iterable[Contribution]) -> list[Amount]:
    """One amount for each party that is printed or known, the longest first, and one for all others."""
    found: dict[str | None, Amount] = {}
    for turn in turns:
        name = str(turn.party) if turn.party else None
        _count(found.setdefault(name, Amount(name or "no party printed", turn.party)), turn)
    return sorted(found.values(), key=lambda one: -one.words)


def _count(one: Amount, turn: Contribution) -> None:
    one.words += len(turn.text.split())
    one.turns += 1


def chairs(transcript: Transcript) -> list[str]:
    """Who presided, as far as a label or a mark says so, by first appearance."""
    found = {speaker_of(turn): None for turn in transcript.contributions() if turn.speaker.in_chair}
    if not found:
        found = {leaf.name: None for leaf in leaves(transcript) if type(leaf) is ChairMark and leaf.name}
    return list(found)
