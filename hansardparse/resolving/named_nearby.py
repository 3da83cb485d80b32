"""Who is meant where an attribution prints an office or a surname alone: the one named in the same item.

`Ahead of the opening the Prime Minister said:` stands below `Prime Minister Tobias Fell will open ...`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs

from hansardparse.model.nodes import Heading, Paragraph, Section, Speaker, Summary, Transcript
from hansardparse.parliaments import Profile
from hansardparse.resolving.names import fold, office_spelled
from hansardparse.resolving.namesakes import Holders
from hansardparse.resolving.turns import Turn
from hansardparse.speakers import attributions

__all__ = ["RULE", "name_nearby"]

RULE = "named-nearby"
_VOICE = (Heading, Summary, Paragraph)
#: Forenames and surname.
Name = tuple[str | None, str | None]


def name_nearby(transcript: Transcript, turns: Iterable[Turn], profile: Profile) -> set[int]:
    """Find the turns whose item says elsewhere who speaks, and set their `speaker` and `label` so.

    Returns which turns these are, by position. The printed Speaker stays as it is.
    """
    sections = list(transcript.sections())
    named: dict[int, _Named] = {}
    found = set()
    before: Turn | None = None
    for turn in turns:
        printed = turn.speaker
        if (
            printed.label in profile.names.pronouns and before is not None and before.section == turn.section
        ):  # `She added:` goes on with whoever was quoted just before
            turn.speaker, turn.label = before.speaker, before.label
            found.add(turn.n)
        before = turn
        if turn.n in found or turn.section == 0 or printed.forenames is not None or printed.office is None:
            continue
        if turn.section not in named:
            named[turn.section] = _Named(sections[turn.section - 1], profile)
        meant = named[turn.section].meant(printed)
        if len(meant) == 1:
            ((forenames, surname),) = meant
            turn.speaker = attrs.evolve(printed, forenames=forenames, surname=surname)
            turn.label = (printed.label, f"{forenames} {surname}", printed.identifiers)
            found.add(turn.n)
    return found


class _Named:
    """Everybody named with an office in what a release says in its own voice: forenames and surname."""

    def __init__(self, section: Section, profile: Profile) -> None:
        self.profile = profile
        self.by_surname: dict[str, dict[Name, None]] = {}
        self.by_office: Holders[Name] = Holders()
        for item in section.items:
            if isinstance(item, _VOICE):
                for who in attributions.named_in(item.text, profile):
                    name = (who.forenames, who.surname)
                    self.by_surname.setdefault(fold(who.surname or ""), {})[name] = None
                    self.by_office.put(office_spelled(who.office or "", profile), name)

    def meant(self, speaker: Speaker) -> Collection[Name]:
        """Those whom a label can mean; `the minister` is any minister."""
        if speaker.surname is not None:
            return self.by_surname.get(fold(speaker.surname), ())
        return self.by_office.find(office_spelled(speaker.office or "", self.profile))
