"""A register by everything that a label may print of a member, and who of it a speaker is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import attrs

from hansardparse.members.holdings import Holding, Member
from hansardparse.model.nodes import Person, Speaker
from hansardparse.parliaments import Profile
from hansardparse.resolving.names import fold, office_words, peer, seat_words, sex, without_place
from hansardparse.speakers import labels

__all__ = ["Clue", "Register"]

#: So many letters of two forenames agree where one is short for the other: `Christopher`, `Chris`.
_SHORT = 3


@attrs.frozen(kw_only=True)
class Clue:
    """What a transcript prints of one person, and on which day in which House that was."""

    person: Person
    speakers: tuple[Speaker, ...]
    date: str | None
    house: str | None


class Register:
    """The members of a register by all that they may be known by."""

    def __init__(self, members: Iterable[Member]) -> None:
        #: By the id in the register.
        self.members = {member.id: member for member in members}
        self._by_identifier = {name: one for one in self.members.values() for name in one.identifiers}
        self._indexes: dict[str, _Index] = {}

    def find(self, clue: Clue, profile: Profile) -> list[Member]:
        """Who of the register a person may be: nobody, one, or several where that is open."""
        for name in clue.person.identifiers:
            if (known := self._by_identifier.get(name)) is not None:
                return [known]
        index = self._indexes.get(profile.code)
        if index is None:
            index = self._indexes[profile.code] = _Index(self.members.values(), profile)
        return index.find(clue)


class _Index:
    """The members by their names in the words of a parliament."""

    def __init__(self, members: Collection[Member], profile: Profile) -> None:
        self._profile = profile
        self._by_full: defaultdict[str, dict[str, Member]] = defaultdict(dict)
        self._by_surname: defaultdict[str, dict[str, Member]] = defaultdict(dict)
        self._by_title: defaultdict[str, dict[str, Member]] = defaultdict(dict)
        self._by_head: defaultdict[str, dict[str, Member]] = defaultdict(dict)
        self._by_office: defaultdict[str, list[tuple[Member, Holding]]] = defaultdict(list)
        self._forenames: defaultdict[str, set[str]] = defaultdict(set)
        self._sexes: defaultdict[str, set[str]] = defaultdict(set)
        for member in members:
            for name in member.names:
                self._put(member, labels.speaker(name, profile=profile))
            for holding in member.holdings:
                if holding.office is not None:
                    self._by_office[office_words(holding.office, profile)].append((member, holding))

    def _put(self, member: Member, name: Speaker) -> None:
        """Let a name lead to a member."""
        if (title := peer(name, self._profile)) is not None:
            words = " ".join(title)
            self._by_title[words][member.id] = member
            self._by_head[without_place(words, self._profile)][member.id] = member
        elif name.surname is not None and name.forenames is not None:
            self._by_full[fold(f"{name.forenames} {name.surname}")][member.id] = member
            words = f"{name.forenames} {name.surname}"
            # `Home Robertson` of `John Home Robertson`
            for cut in range(1, len(words.split())):
                self._by_surname[fold(" ".join(words.split()[cut:]))][member.id] = member
            self._forenames[member.id].add(fold(name.forenames))
        elif name.surname is not None:
            self._by_surname[fold(name.surname)][member.id] = member
        elif name.office is not None:  # a register that names somebody by an office alone
            for seat in member.holdings or (Holding(),):
                self._by_office[office_words(name.office, self._profile)].append((member, seat))
        if name.honorific is not None and (known := sex(fold(name.honorific), self._profile)):
            self._sexes[member.id].add(known)

    def find(self, clue: Clue) -> list[Member]:
        """Who a person may be: by the surest of what is printed."""
        for named in (self._named(clue), self._titled(clue), self._surnamed(clue)):
            fits = self._fitting(named, clue)
            if fits:
                return fits
            if named is not None and not fits and self._is_elsewhere(named, clue):
                return []
        return self._in_office(clue) if not _has_name(clue) else []

    def _named(self, clue: Clue) -> dict[str, Member]:
        """Those who have one of the full names."""
        found: dict[str, Member] = {}
        for name in clue.speakers:
            if name.forenames is not None and name.surname is not None:
                found |= self._by_full.get(fold(f"{name.forenames} {name.surname}"), {})
        return found

    def _titled(self, clue: Clue) -> dict[str, Member]:
        """The peers of a title: the whole one before its beginning."""
        whole: dict[str, Member] = {}
        short: dict[str, Member] = {}
        for name in clue.speakers:
            if (title := peer(name, self._profile)) is not None:
                words = " ".join(title)
                whole |= self._by_title.get(words, {})
                if without_place(words, self._profile) == words:
                    short |= self._by_head.get(words, {})
        return whole or short

    def _surnamed(self, clue: Clue) -> dict[str, Member]:
        """Those of a surname whose forename may be the printed one, or who sit where the label says."""
        found: dict[str, Member] = {}
        for name in clue.speakers:
            if name.surname is None or peer(name, self._profile) is not None:
                continue
            for member in self._by_surname.get(fold(name.surname), {}).values():
                seated = clue.person.constituency is not None and self._sits_there(member, clue)
                if seated or name.forenames is None or self._is_short(member, fold(name.forenames)):
                    found[member.id] = member
        return found

    def _is_short(self, member: Member, forename: str) -> bool:
        """Whether one forename may be short for another."""
        first = forename.partition(" ")[0]
        return any(
            first[:_SHORT] == other[:_SHORT] or first.startswith(other) or other.startswith(first)
            for other in (each.partition(" ")[0] for each in self._forenames[member.id])
            if min(len(first), len(other)) > 1
        )

    # --- which of them -------------------------------------------------------------------------------

    def _fitting(self, named: dict[str, Member], clue: Clue) -> list[Member]:
        """Those of some who sat on the day, in the House and for the place; of the party, if several did."""
        found = [one for one in named.values() if self._may_be(one, clue)]
        if len(found) > 1 and clue.person.constituency is not None:
            found = [one for one in found if self._sits_there(one, clue)] or found
        if len(found) > 1 and clue.person.party is not None:
            party = self._party(clue.person.party.code)
            same = [
                one
                for one in found
                if any(self._party(h.party) == party for h in one.held(clue.date, clue.house) if h.party)
            ]
            found = same or found
        if len(found) > 1:
            offices = {office_words(each, self._profile) for each in clue.person.offices}
            bearers = [one for one in found if any(self._bears(one, each, clue) for each in offices)]
            found = bearers or found
        return found

    def _may_be(self, member: Member, clue: Clue) -> bool:
        """Whether nothing that is known of a member speaks against it."""
        seats = [h for h in member.holdings if h.office is None]
        if seats and not member.held(clue.date, clue.house):
            return False
        theirs = {each for each in (sex(fold(h), self._profile) for h in clue.person.honorifics) if each}
        if theirs and self._sexes[member.id] and not theirs & self._sexes[member.id]:
            return False
        known = [h for h in member.held(clue.date, clue.house) if h.constituency is not None]
        return clue.person.constituency is None or not known or self._sits_there(member, clue)

    def _is_elsewhere(self, named: dict[str, Member], clue: Clue) -> bool:
        """Whether somebody of the full name is known, but to sit for another place: it is somebody else."""
        return bool(named) and clue.person.constituency is not None

    def _sits_there(self, member: Member, clue: Clue) -> bool:
        place = clue.person.constituency
        if place is None:
            return False
        words = seat_words(place.name, self._profile)
        return any(
            words & seat_words(h.constituency, self._profile)
            for h in member.held(clue.date, clue.house)
            if h.constituency is not None
        )

    def _party(self, name: str | None) -> str:
        """A party for comparing, by its code or its name."""
        return fold(self._profile.parties.get(name or "", name or ""))

    # --- offices -------------------------------------------------------------------------------------

    def _bears(self, member: Member, office: str, clue: Clue) -> bool:
        return any(one is member and h.on(clue.date) for one, h in self._by_office.get(office, ()))

    def _in_office(self, clue: Clue) -> list[Member]:
        """Who bore an office on the day, of a person of whom nothing else is known."""
        found: dict[str, Member] = {}
        for office in clue.person.offices:
            for member, holding in self._by_office.get(office_words(office, self._profile), ()):
                if holding.on(clue.date):
                    found[member.id] = member
        return list(found.values())


def _has_name(clue: Clue) -> bool:
    return any(name.surname is not None for name in clue.speakers)
