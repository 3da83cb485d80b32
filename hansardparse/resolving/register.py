"""The persons of one transcript, and how a label leads to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable
from itertools import islice
from typing import NamedTuple, TypeVar

from hansardparse.model.nodes import Speaker
from hansardparse.parliaments import Profile
from hansardparse.resolving.known import Known
from hansardparse.resolving.names import (
    fold,
    linked,
    links_own_name,
    office_spelled,
    office_words,
    peer,
    seat_words,
    sex,
    without_place,
)
from hansardparse.resolving.namesakes import MANY, Holders, Namesakes
from hansardparse.speakers import labels

__all__ = ["Offices", "Register"]

K = TypeVar("K", bound=Hashable)
#: Whom a label may mean, and by which rule.
Meant = tuple[Collection[Known], str]


class _Full(NamedTuple):
    """What a label gives that names somebody in full, folded; None what it does not print."""

    link: str | None
    name: str | None
    peer: tuple[str, str] | None
    seat: frozenset[str] | None


class Register:
    """The persons of one transcript, by everything that a label may print of them, folded."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.persons: list[Known] = []
        self.by_identifier: dict[str, Known] = {}
        self.by_link: defaultdict[str, Namesakes[Known]] = defaultdict(Namesakes)
        self.by_full: defaultdict[str, Namesakes[Known]] = defaultdict(Namesakes)
        self.by_title: dict[str, dict[Known, None]] = {}
        #: By a title without its place: `lord hunt`.
        self.by_head: dict[str, dict[Known, None]] = {}
        self.by_surname: defaultdict[str, Namesakes[Known]] = defaultdict(Namesakes)
        self.by_forename: dict[str, dict[Known, None]] = {}
        #: By surname and seat.
        self.by_seat: dict[tuple[str, str], dict[Known, None]] = {}
        #: Those who are there by every surname that they have.
        self.indexed: set[Known] = set()
        self.by_short: dict[tuple[str, str], Known] = {}
        #: With whom each shares a name.
        self.names_of: defaultdict[Known, list[Namesakes[Known]]] = defaultdict(list)

    def add(self) -> Known:
        """A person nobody has heard of yet."""
        known = Known()
        self.persons.append(known)
        return known

    def learn(self, known: Known, speaker: Speaker) -> None:
        """Take in one more label of somebody; from a seat or a link on, they are found by it."""
        seated, links = known.seat is not None, bool(known.links)
        known.learn(speaker, self.profile)
        if (known.seat is not None) > seated or bool(known.links) > links:
            for names in self.names_of.get(known, ()):
                names.note(known)

    def standing_for_itself(self, kind: str, words: str) -> Known:
        """The person of a label that leads to nobody else: one for the same words of a kind."""
        known = self.by_short.get((kind, words))
        if known is None:
            known = self.by_short[kind, words] = self.add()
        return known

    # --- labels that name somebody in full -------------------------------------------------------

    def full(self, speaker: Speaker) -> Meant | None:
        """Whom a full label names, and by which rule; None where the label is a short one."""
        name = None
        if speaker.forenames is not None and speaker.surname is not None:
            name = fold(f"{speaker.forenames} {speaker.surname}")
        label = _Full(linked(speaker, self.profile), name, peer(speaker, self.profile), self._seat(speaker))
        if speaker.identifiers:
            known = self.by_identifier.get(speaker.identifiers[0]) or self.add()
            self.by_identifier.update(dict.fromkeys(speaker.identifiers, known))
            self._index(known, speaker, label)
            return [known], "identifier"
        if (
            label.link is None
            and name is None
            and (label.peer is None or self._is_short(speaker, label.peer))
        ):
            return None
        found, rule = self._seek(speaker, label)
        if len(found) > 1:
            return found, rule
        known = next(iter(found), None) or self.add()
        self._index(known, speaker, label)
        return [known], rule

    def _seat(self, speaker: Speaker) -> frozenset[str] | None:
        """The words of the constituency that a label prints."""
        place = speaker.constituency
        return seat_words(place.name, self.profile) if place is not None else None

    def _is_short(self, speaker: Speaker, title: tuple[str, str]) -> bool:
        """`Lord Hunt` may be short for somebody; with a party, or of a place, it is whole."""
        return self.profile.places.joining.isdisjoint(title[1].split()) and speaker.party is None

    def _seek(self, speaker: Speaker, label: _Full) -> Meant:
        """Those already known whom a full label may name."""
        link, name, title, seat = label
        if link is not None and link in self.by_link:
            names = self.by_link[link]
            near = names.near(seat)
            found = list(islice(names.everybody if near is None else near, 1))
            if found:
                return found, "linked-name"
        if name is not None:
            if name in self.by_full:
                # whoever has this link, and may sit there, has been found by it
                near = self.by_full[name].near(seat, unlinked=link is not None)
                if near is None:
                    return self.by_full[name].everybody, "full-name"
                found = [k for k in near if self._agrees(k, speaker)]
                if found:
                    return found, "full-name"
            found = self._seated(speaker) if speaker.constituency is not None else []
            if found:
                return found, "constituency"
        elif title is not None:
            found = list(islice(self.by_title.get(" ".join(title), ()), 1))
            if found:
                return found, "title"
        return [], "linked-name" if link is not None else "full-name" if name is not None else "title"

    def _seated(self, speaker: Speaker) -> list[Known]:
        """The first of a surname who sits for the constituency that the label prints."""
        seat = fold(speaker.constituency.name) if speaker.constituency is not None else ""
        some = islice(self.by_seat.get((fold(speaker.surname or ""), seat), ()), MANY)
        return list(islice((k for k in some if self._agrees(k, speaker)), 1))

    def _index(self, known: Known, speaker: Speaker, label: _Full) -> None:
        """Take in a full label of somebody's, so that its words lead to them."""
        self.learn(known, speaker)
        names = [f"{speaker.forenames} {speaker.surname}"] if label.name is not None else []
        if label.link is not None:
            self._name(self.by_link[label.link], known)
            if not links_own_name(speaker):
                page = labels.speaker(speaker.linked_name or "", profile=self.profile)
                if page.forenames is not None and page.surname is not None:
                    names.append(f"{page.forenames} {page.surname}")
        surnames: set[str] = set()
        for printed in names:
            full = fold(printed)
            if full not in known.fulls:
                known.fulls.add(full)
                self._name(self.by_full[full], known)
                _put(self.by_forename, full.partition(" ")[0], known)
                words = printed.split()
                # a hyphen joins: `Marsh-Oake` is no `Oake`
                surnames.update(fold(" ".join(words[cut:])) for cut in range(1, len(words)))
        if speaker.surname is not None and label.name is not None:
            surnames.add(fold(speaker.surname))
        self._surname(known, surnames)
        if label.peer is not None:
            title = " ".join(label.peer)
            known.titles.add(title)
            _put(self.by_title, title, known)
            _put(self.by_head, without_place(title, self.profile), known)

    def _surname(self, known: Known, surnames: set[str]) -> None:
        """Let more surnames lead to somebody, and each with the seat, if one is known by now."""
        for surname in surnames:
            self._name(self.by_surname[surname], known)
        if known.place is not None:
            seat = fold(known.place.name)
            for surname in surnames if known in self.indexed else known.surnames | surnames:
                _put(self.by_seat, (surname, seat), known)
            self.indexed.add(known)
        known.surnames |= surnames

    def _name(self, names: Namesakes[Known], known: Known) -> None:
        """Let a name lead to somebody more."""
        if names.add(known):
            self.names_of[known].append(names)

    # --- short labels ----------------------------------------------------------------------------

    def short(self, speaker: Speaker) -> Meant:
        """Whom `Mr Jones`, `Sir Roger` or `Lord Hunt` may be; several where that is open."""
        title = peer(speaker, self.profile)
        found: Collection[Known]
        if title is not None:
            words = " ".join(title)
            exact = self.by_title.get(words) or self.by_head.get(words, {})
            found = exact if len(exact) > MANY else list(exact)
            rule, key = "short-title", title
        else:
            surname = fold(speaker.surname or "")
            honorific = fold(speaker.honorific or "")
            for style in self.profile.titles.styles:
                honorific = honorific.removeprefix(f"{style} ")
            found, rule = self._surnamed(surname, honorific, speaker), "surname"
            key = (sex(honorific, self.profile), surname)
            if not found and honorific in self.profile.titles.with_forename:
                found, rule = self._forenamed(surname, honorific), "forename"
        if not found:
            found, rule = [self.standing_for_itself(*key)], "same-name"
        if len(found) == 1:
            self.learn(next(iter(found)), speaker)
        return found, rule

    def _surnamed(self, surname: str, honorific: str, speaker: Speaker) -> Collection[Known]:
        """Those of a surname whose title agrees, the same title before none."""
        if surname not in self.by_surname:
            return ()
        near = self.by_surname[surname].near(self._seat(speaker))
        if near is None:
            return self.by_surname[surname].everybody
        found = [k for k in near if self._agrees(k, speaker)]
        if honorific:
            same = {k: None for k in found if honorific in k.honorifics}
            if same and all(not k.honorifics for k in found if k not in same):
                # the title is printed for some: who has none printed may still be meant
                return found
            titles = self.profile.titles
            found = list(same) or [
                k
                for k in found
                if not (honorific in titles.plain and titles.with_forename & k.honorifics.keys())
            ]
        if speaker.constituency is not None and len(found) > 1:
            placed = [k for k in found if k.place is not None]
            found = placed or found
        return found

    def _forenamed(self, forename: str, honorific: str) -> Collection[Known]:
        """Those with this title and first name: `Sir Roger`."""
        named = self.by_forename.get(forename, {})
        return named if len(named) > MANY else [k for k in named if honorific in k.honorifics]

    def merge_suffixes(self) -> dict[Known, Known]:
        """`Mr Home Robertson` looks like a full name; it is the end of `Mr John Home Robertson`."""
        merged: dict[Known, Known] = {}
        for known in self.persons:
            if len(known.fulls) != 1 or known.place is not None or known.links or known.party is not None:
                continue
            (name,) = known.fulls
            longer = [
                k
                for k in (self.by_surname[name].everybody if name in self.by_surname else ())
                if k is not known
                and (not known.honorifics or not k.honorifics or self._titles_agree(known, k))
            ]
            if len(longer) == 1 and longer[0] not in merged:
                merged[known] = longer[0]
                for label in known.labels:
                    longer[0].labels.setdefault(label)
                for key, value in known.offices.items():
                    longer[0].offices.setdefault(key, value)
                for key, value in known.honorifics.items():
                    longer[0].honorifics.setdefault(key, value)
        return merged

    # --- titles ----------------------------------------------------------------------------------

    def _agrees(self, known: Known, speaker: Speaker) -> bool:
        """Whether a label's title may be this person's: `Mr` is no woman's."""
        mine = sex(fold(speaker.honorific or ""), self.profile)
        theirs = self._sexes(known)
        return not mine or not theirs or mine in theirs

    def _titles_agree(self, one: Known, other: Known) -> bool:
        """Whether two persons may be one, by their titles."""
        ours, theirs = self._sexes(one), self._sexes(other)
        return not ours or not theirs or bool(ours & theirs)

    def _sexes(self, known: Known) -> set[str]:
        return {sex(h, self.profile) for h in known.honorifics} - {""}


class Offices:
    """Who holds an office, sitting by sitting."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.holders: dict[tuple[int, str], dict[Known, None]] = {}
        self.departmental: defaultdict[int, Holders[Known]] = defaultdict(Holders)
        self.unnamed: dict[tuple[int, str], Known] = {}

    def key(self, scope: int, office: str) -> tuple[int, str]:
        """The sitting and the folded office within which its holder is one person."""
        words = office_words(office, self.profile)
        return (0 if words in self.profile.offices.lasting else scope), words

    def note(self, scope: int, office: str, known: Known) -> None:
        """A label names the holder."""
        _put(self.holders, self.key(scope, office), known)
        self.departmental[scope].put(office_spelled(office, self.profile), known)

    def find(self, scope: int, office: str) -> Collection[Known]:
        """Who is named as holder in this sitting."""
        key = self.key(scope, office)
        exact = self.holders.get(key)
        if exact is not None:
            return exact
        if key[1].startswith(self.profile.offices.departmental):
            return self.departmental[scope].find(office_spelled(office, self.profile))
        return ()


def _put(index: dict[K, dict[Known, None]], key: K, known: Known) -> None:
    index.setdefault(key, {})[known] = None
