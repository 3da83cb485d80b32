"""Who is speaking: one person, one identity within a transcript.

Labels are read in three steps. Labels that name somebody in full (a linked name, forenames and a
surname, a peer's title) make the persons. Short ones (`Mr Jones`, `Sir Roger`, `Lord Hunt`) are then
looked up among them, wherever in the transcript the full label stands. What is left depends on where
it is printed: an office on who holds it in that sitting, a surname of two people on who has just
spoken. Whatever is still open after that stays open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from hansardparse.model.nodes import Speaker
from hansardparse.parliaments import Profile
from hansardparse.resolving.known import Known
from hansardparse.resolving.names import fold, linked, office_words
from hansardparse.resolving.register import Meant, Offices, Register
from hansardparse.resolving.turns import Label, Turn
from hansardparse.speakers import labels

__all__ = ["Identified", "Identity", "identify"]

#: How many turns back a speaker is recent.
RECENT = 8


class Identity(NamedTuple):
    """Who speaks in a turn, and by which rule; neither where that is open, or where nobody is named."""

    person: Known | None = None
    rule: str | None = None


class Identified(NamedTuple):
    """The persons in the order in which they first speak, who speaks in each turn, and the open turns."""

    persons: list[Known]
    who: list[Identity]
    open_turns: list[int]


def identify(
    turns: Sequence[Turn],
    chairs: dict[int, str],
    profile: Profile,
    named: Iterable[str] = (),
    took: Iterable[tuple[int, str]] = (),
) -> Identified:
    """Who speaks in each turn.

    `chairs` says who is in the Chair during a turn where the text itself says so, an empty name that it is
    one person throughout. `named` are those whom it lists in full; `took`, who took the Chair, by sitting.
    """
    register, offices = Register(profile), Offices(profile)
    for name in named:
        register.full(labels.speaker(name, profile=profile))
    meant = _by_label(turns, register)
    for turn in turns:
        office = turn.speaker.office
        if office is not None and turn.label in meant and len(meant[turn.label][0]) == 1:
            offices.note(turn.scope, office, next(iter(meant[turn.label][0])))
    for scope, label in took:
        holder = labels.speaker(label, profile=profile)
        if holder.office is not None and holder.surname is not None:
            persons, _ = register.full(holder) or register.short(holder)
            if len(persons) == 1:
                offices.note(scope, holder.office, next(iter(persons)))
    reading = _Identities(turns, meant, register, offices, chairs)
    reading.read()
    return Identified(_numbered(reading.who), reading.who, reading.open_turns)


def _by_label(turns: Sequence[Turn], register: Register) -> dict[Label, Meant]:
    """Whom each label means, save those whose meaning depends on where they stand."""
    by_label: dict[Label, Speaker] = {}
    for turn in turns:
        by_label.setdefault(turn.label, turn.speaker)
    meant: dict[Label, Meant] = {}
    later = []
    for label, speaker in by_label.items():
        if speaker.label is None or speaker.role == "collective":
            meant[label] = ((), "")
        elif (
            speaker.surname is None and linked(speaker, register.profile) is None and not speaker.identifiers
        ):
            later.append(label)
        else:
            full = register.full(speaker)
            if full is None:
                later.append(label)
            else:
                meant[label] = full
    merged = register.merge_suffixes()
    for label, (persons, _) in meant.items():
        if len(persons) == 1 and (only := next(iter(persons))) in merged:
            meant[label] = [merged[only]], "surname"
    for label in later:
        if by_label[label].surname is not None:
            meant[label] = register.short(by_label[label])
    return meant


class _Identities:
    """Says who speaks turn by turn, now that it is known which labels depend on where they stand."""

    def __init__(
        self,
        turns: Sequence[Turn],
        meant: dict[Label, Meant],
        register: Register,
        offices: Offices,
        chairs: dict[int, str],
    ) -> None:
        self.turns, self.meant, self.chairs = turns, meant, chairs
        self.register, self.offices, self.profile = register, offices, register.profile
        self.who: list[Identity] = []
        self.open_turns: list[int] = []
        #: Who speaks in each section under a label that names one person; asked of shared names alone.
        self.in_section: dict[int, set[Known]] = {}
        #: Those whom a label may mean, by their `id`: labels share them.
        self.sets: dict[int, AbstractSet[Known]] = {}
        #: The only one of these who speaks in a section, by their `id` and the section.
        self.alone: dict[tuple[int, int], Known | None] = {}

    def read(self) -> None:
        """Settle every turn."""
        if any(len(persons) > 1 for persons, _ in self.meant.values()):
            for turn in self.turns:
                persons = self.meant.get(turn.label, ((), ""))[0]
                if len(persons) == 1:
                    self.in_section.setdefault(turn.section, set()).update(persons)
        settled = {
            label: Identity(next(iter(persons)), rule) if persons else Identity()
            for label, (persons, rule) in self.meant.items()
            if len(persons) < 2
        }
        for turn in self.turns:
            found = settled.get(turn.label)
            if found is not None:
                self.who.append(found)
                continue
            several = self.meant.get(turn.label)
            found = self._office(turn) if several is None else self._one_of(several[0], turn)
            if found.person is None:
                self.open_turns.append(turn.n)
            else:
                self.register.learn(found.person, turn.speaker)
            self.who.append(found)

    def _office(self, turn: Turn) -> Identity:
        """Who an office is, in this sitting; an office that several bear at a time must be named."""
        speaker, register = turn.speaker, self.register
        office = speaker.office
        if speaker.label in self.profile.forms.again:
            return self._above(turn)
        if office is None:  # a label in no known form stands for itself
            known = register.standing_for_itself("label", fold(speaker.label or ""))
            known.name = known.name or speaker.label
            return Identity(known, "same-label")
        if speaker.in_chair and self.chairs.get(turn.n) == "":
            return Identity(register.standing_for_itself("chair", ""), "same-office")
        if speaker.in_chair and turn.n in self.chairs:
            named = labels.speaker(self.chairs[turn.n], profile=self.profile)
            if named.surname is not None and not self._another(office, named.office):
                persons, _ = register.full(named) or register.short(named)
                if len(persons) == 1:
                    return Identity(next(iter(persons)), "chair-mark")
        holders = self.offices.find(turn.scope, office)
        if len(holders) == 1:
            return Identity(next(iter(holders)), "office")
        key = self.offices.key(turn.scope, office)
        if holders or any(shared in key[1] for shared in self.profile.offices.shared):
            return Identity()
        if key not in self.offices.unnamed:
            self.offices.unnamed[key] = register.add()
        return Identity(self.offices.unnamed[key], "same-office")

    def _above(self, turn: Turn) -> Identity:
        """Who has spoken right above, in the same section: `The noble Lord said` behind what he has moved."""
        before = self.turns[turn.n - 1] if turn.n else None
        if before is None or before.section != turn.section or self.who[before.n].person is None:
            return Identity()
        return Identity(self.who[before.n].person, "turn-above")

    def _another(self, office: str, presiding: str | None) -> bool:
        """Whether an office that one person holds throughout is not that of whoever presides."""
        words = office_words(office, self.profile)
        return (
            presiding is not None
            and words in self.profile.offices.lasting
            and words != office_words(presiding, self.profile)
        )

    def _one_of(self, persons: Collection[Known], turn: Turn) -> Identity:
        """Which of several of one name: who alone has just spoken, or speaks in this section."""
        here = (id(persons), turn.section)
        if id(persons) not in self.sets:
            self.sets[id(persons)] = persons.keys() if isinstance(persons, dict) else set(persons)
        each = self.sets[id(persons)]
        if here not in self.alone:
            speaking = each & self.in_section.get(turn.section, set())
            self.alone[here] = next(iter(speaking)) if len(speaking) == 1 else None
        before = [
            self.who[n].person
            for n in range(max(0, turn.n - RECENT), turn.n)
            if self.turns[n].section == turn.section
        ]
        last = before[-1] if before else None
        recent = [k for k in dict.fromkeys(before) if k is not None and k in each]
        if len(recent) == 1 and recent[0] is not last:
            return Identity(recent[0], "recent-speaker")
        if not recent and self.alone[here] is not None:
            return Identity(self.alone[here], "same-section")
        return Identity()


def _numbered(who: list[Identity]) -> list[Known]:
    """The persons in the order in which they first speak."""
    persons: list[Known] = []
    for known, _ in who:
        if known is not None and known.number < 0:
            known.number = len(persons)
            persons.append(known)
    return persons
