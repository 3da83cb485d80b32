"""Who is meant where an attribution prints an office or a surname alone: the one named in the same item.

`Ahead of the opening the Prime Minister said:` stands below `Prime Minister Tobias Fell will open ...`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from hansardparse.model.nodes import Heading, Paragraph, Section, Speaker, Summary, Transcript
from hansardparse.parliaments import profile
from hansardparse.resolving.people import fold, office_words, same_office
from hansardparse.resolving.turns import Turn
from hansardparse.speakers import attributions

__all__ = ["RULE", "name_nearby"]

RULE = "named-nearby"
#: `She added:` goes on with whoever was quoted just before.
_PRONOUNS = frozenset(("He", "She", "he", "she"))
_VOICE = (Heading, Summary, Paragraph)


def name_nearby(transcript: Transcript, turns: Iterable[Turn]) -> set[int]:
    """Give turns the name that their item prints elsewhere; which turns these are, by position."""
    sections = list(transcript.sections())
    named: dict[int, list[attributions.Who]] = {}
    found = set()
    before: Turn | None = None
    for turn in turns:
        speaker = turn.item.speaker
        if speaker.label in _PRONOUNS and before is not None and before.section == turn.section:
            turn.item, turn.label = attrs.evolve(turn.item, speaker=before.item.speaker), before.label
            found.add(turn.n)
        before = turn
        if turn.n in found or turn.section == 0 or speaker.forenames is not None or speaker.office is None:
            continue
        if turn.section not in named:
            named[turn.section] = list(_named(sections[turn.section - 1]))
        who = _meant(speaker, named[turn.section])
        if who is not None:
            full = attrs.evolve(speaker, forenames=who.forenames, surname=who.surname)
            turn.item = attrs.evolve(turn.item, speaker=full)
            turn.label = (speaker.label, f"{who.forenames} {who.surname}")
            found.add(turn.n)
    return found


def _named(section: Section) -> Iterator[attributions.Who]:
    """Everybody named with an office in what a release says in its own voice."""
    for item in section.items:
        if isinstance(item, _VOICE):
            yield from attributions.named_in(item.text, profile("uk"))


def _meant(speaker: Speaker, named: list[attributions.Who]) -> attributions.Who | None:
    """The only one of those named whom a label can mean."""
    if speaker.surname is not None:
        fits = [who for who in named if fold(who.surname or "") == fold(speaker.surname)]
    else:
        wanted = office_words(speaker.office or "")
        fits = [who for who in named if _holds(who, wanted)]
    names = {(who.forenames, who.surname) for who in fits}
    return fits[0] if len(names) == 1 else None


def _holds(who: attributions.Who, wanted: str) -> bool:
    """Whether somebody's office is the one wanted: `the minister` is any minister."""
    held = office_words(who.office or "")
    return same_office(held, wanted) or (wanted == "minister" and held.startswith("minister "))
