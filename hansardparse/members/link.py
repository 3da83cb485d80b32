"""Each person of a transcript with what a register says of them on that day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from hansardparse.members.holdings import Member
from hansardparse.members.register import Clue, Register
from hansardparse.model.nodes import (
    Constituency,
    Contribution,
    DateMark,
    Given,
    Party,
    Person,
    Problem,
    Resolution,
    Section,
    Speaker,
    Transcript,
    VenueMark,
    day_below,
    house_below,
)
from hansardparse.parliaments import USUAL, Profile, house_of, profile
from hansardparse.resolving.resolve import rebuilt
from hansardparse.speakers import labels

__all__ = ["AMBIGUOUS", "RULE", "linked"]

RULE = "register"
AMBIGUOUS = "ambiguous-member"
#: Which keys of a row a register fills.
_PERSON, _ID, _PARTY, _SEAT = "person", "person_id", "person_party", "person_constituency"
#: How the ids of persons begin whom only the register knows.
_OWN = "r:"
Rules = tuple[tuple[str, str], ...]


class _Told(NamedTuple):
    """A person with what the register says, and the rules of it."""

    person: Person
    rules: Rules


def linked(transcript: Transcript, members: Register) -> Transcript:
    """The transcript with what the register says of its persons (see `Members.link`)."""
    plain = unlinked(transcript)
    work = _Linking(members, profile(plain.parliament or USUAL))
    turns = [turn for turn in _turns(plain) if turn[0].resolution is not None]
    for item, date, house in turns:
        if item.person is not None and item.person.id not in work.seen:
            work.person(item.person, item, date, house)
    made = {id(item): work.resolution(item, date, house) for item, date, house in turns}
    if not work.told and not work.bearers and not work.problems:
        return plain
    persons = [work.told[p.id].person if p.id in work.told else p for p in plain.persons]
    problems = sorted((*plain.problems, *work.problems), key=lambda p: p.span)
    return attrs.evolve(
        plain,
        items=rebuilt(plain.items, (made.get(id(item)) for item in plain.contributions())),
        persons=(*persons, *(p for p in work.bearers.values() if p.id.startswith(_OWN))),
        problems=tuple(problems),
    )


class _Linking:
    """The persons of one transcript on their way to a register."""

    def __init__(self, members: Register, words: Profile) -> None:
        self._members, self._words = members, words
        self.seen: set[str] = set()
        self.told: dict[str, _Told] = {}
        self.problems: list[Problem] = []
        #: Whom an office that names nobody is, by the office, the day and the House.
        self._offices: dict[tuple[str, str | None, str | None], _Told | None] = {}
        #: Those who are known by an office alone, by their id in the register.
        self.bearers: dict[str, Person] = {}

    def person(self, person: Person, item: Contribution, date: str | None, house: str | None) -> None:
        """Look for a person, who speaks first in an item."""
        self.seen.add(person.id)
        speakers = [labels.speaker(label, profile=self._words) for label in person.labels]
        if person.linked_name is not None:
            speakers.append(labels.speaker(person.linked_name, profile=self._words))
        clue = Clue(person=person, speakers=tuple(speakers), date=date, house=house)
        found = self._members.find(clue, self._words)
        if len(found) == 1:
            self.told[person.id] = self._told(person, found[0], clue)
            self.bearers.setdefault(found[0].id, self.told[person.id].person)
        elif found:
            called = person.name or ", ".join(person.labels[:1])
            ids = ", ".join(one.id for one in found[:3]) + (", ..." if len(found) > 3 else "")
            said = f"{len(found)} members of the register may be {called!r}: {ids}"
            self.problems.append(Problem(AMBIGUOUS, said, "info", span=item.speaker.span))
            party = _common_party(found, clue)
            if party is not None and person.party is None:
                known = attrs.evolve(person, party=_party(party, self._words))
                self.told[person.id] = _Told(known, ((_PARTY, RULE),))

    def resolution(self, item: Contribution, date: str | None, house: str | None) -> Resolution | None:
        """What is known of a turn, with what the register says of its speaker."""
        found = item.resolution
        if found is None:
            return None
        told = self.told.get(found.person.id) if found.person is not None else self._bearer(item, date, house)
        if told is None:
            return found
        return attrs.evolve(found, person=told.person, rules=(*found.rules, *told.rules))

    def _bearer(self, item: Contribution, date: str | None, house: str | None) -> _Told | None:
        """Who bears an office that several may bear at a time, where the register knows it of one alone."""
        office = item.speaker.office
        if office is None or item.speaker.surname is not None or date is None:
            return None
        key = (office, date, house)
        if key not in self._offices:
            person = Person(id="", offices=(office,), labels=(item.speaker.label or office,))
            clue = Clue(person=person, speakers=(Speaker(office=office),), date=date, house=house)
            found = self._members.find(clue, self._words)
            self._offices[key] = self._of_office(found[0], clue) if len(found) == 1 else None
        return self._offices[key]

    def _of_office(self, member: Member, clue: Clue) -> _Told:
        """The person of a member, who may speak by name too; and that the register says it."""
        known = self.bearers.get(member.id)
        if known is None:
            name = member.names[0] if member.names else None
            bearer = attrs.evolve(clue.person, id=f"{_OWN}{member.id}", name=name)
            known = self.bearers[member.id] = self._told(bearer, member, clue).person
        every = ((_ID, known.register_id), (_PARTY, known.party), (_SEAT, known.constituency))
        return _Told(known, ((_PERSON, RULE), *((key, RULE) for key, value in every if value is not None)))

    def _told(self, person: Person, member: Member, clue: Clue) -> _Told:
        """A person with what the register says, where nothing is printed."""
        rules = [(_ID, RULE)]
        held = member.held(clue.date, clue.house)
        party, seat = person.party, person.constituency
        parties = {h.party for h in held if h.party}
        seats = {h.constituency for h in held if h.constituency}
        if party is None and len(parties) == 1:
            party = _party(parties.pop(), self._words)
            rules.append((_PARTY, RULE))
        if seat is None and len(seats) == 1:
            seat = Constituency(seats.pop())
            rules.append((_SEAT, RULE))
        known = attrs.evolve(person, register_id=member.id, party=party, constituency=seat)
        return _Told(known, tuple(rules))


def unlinked(transcript: Transcript) -> Transcript:
    """The transcript without what a register has said of its persons."""
    turns = [c for c in transcript.contributions() if any(rule == RULE for rule in c.rules.values())]
    problems = tuple(p for p in transcript.problems if p.code != AMBIGUOUS)
    if not turns:
        return attrs.evolve(transcript, problems=problems)
    filled: dict[str, set[str]] = {}
    for item in turns:
        if item.person is not None and item.rules.get(_PERSON) != RULE:
            keys = {key for key, rule in item.rules.items() if rule == RULE}
            filled.setdefault(item.person.id, set()).update(keys)
    plain = {
        p.id: attrs.evolve(
            p,
            register_id=None,
            party=None if _PARTY in filled.get(p.id, ()) else p.party,
            constituency=None if _SEAT in filled.get(p.id, ()) else p.constituency,
        )
        for p in transcript.persons
        if not p.id.startswith(_OWN)
    }

    def without(item: Contribution) -> Resolution | None:
        found = item.resolution
        if found is None or found.person is None:
            return found
        person = None if item.rules.get(_PERSON) == RULE else plain.get(found.person.id, found.person)
        return attrs.evolve(
            found, person=person, rules=tuple(rule for rule in found.rules if rule[1] != RULE)
        )

    items = rebuilt(transcript.items, (without(c) for c in transcript.contributions()))
    return attrs.evolve(transcript, items=items, persons=tuple(plain.values()), problems=problems)


def _common_party(members: list[Member], clue: Clue) -> str | None:
    """The party that all of some members had."""
    parties = {h.party for one in members for h in one.held(clue.date, clue.house)}
    return parties.pop() if len(parties) == 1 else None


def _party(name: str, words: Profile) -> Party:
    """A party of the register as labels print it: by its code, where its name is known."""
    if name in words.parties and name != words.parties[name]:
        return Party(name, words.parties[name])
    code = next((code for code, called in words.parties.items() if called == name), name)
    return Party(code, words.parties.get(code))


def _turns(transcript: Transcript) -> Iterator[tuple[Contribution, str | None, str | None]]:
    """Each contribution, with its day and its House."""
    given = transcript.given or Given()
    stack: list[tuple[Any, Any, Iterator[Any]]] = [(given.date, given.house, iter(transcript.items))]
    while stack:
        date, house, items = stack[-1]
        for item in items:
            if type(item) is Section:
                if len(stack) == 1:
                    date = day_below(item, transcript.parliament) or date
                    house = house_below(item, transcript.parliament) or house
                    stack[-1] = (date, house, items)
                stack.append((item.date or date, item.house or house, iter(item.items)))
                break
            if type(item) is DateMark and len(stack) == 1 and item.date is not None:
                date = item.date
                stack[-1] = (date, house, items)
            elif type(item) is VenueMark and len(stack) == 1:
                house = house_of(item.text) or house
                stack[-1] = (date, house, items)
            elif type(item) is Contribution:
                yield item, date.isoformat() if date else None, house
        else:
            stack.pop()
