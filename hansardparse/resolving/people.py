"""Who is speaking: one person, one identity within a transcript.

Labels are read in three steps. Labels that name somebody in full (a linked name, forenames and a
surname, a peer's title) make the persons. Short ones (`Mr Jones`, `Sir Roger`, `Lord Hunt`) are then
looked up among them, wherever in the transcript the full label stands. What is left depends on where
it is printed: an office on who holds it in that sitting, a surname of two people on who has just
spoken. Whatever is still open after that stays open.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from hansardparse.model.nodes import Constituency, Party, Person, Speaker
from hansardparse.parliaments import profile
from hansardparse.resolving.turns import Turn
from hansardparse.speakers import labels

__all__ = ["Known", "identify", "office_words"]

K = TypeVar("K")

_DROPPED = str.maketrans(dict.fromkeys(".'’‘`´\xad") | {"-": " ", "‐": " ", "–": " ", "&": " and "})
_RANKS = {
    **dict.fromkeys(("lord", "baron", "viscount", "earl", "marquess", "marquis", "duke"), "lord"),
    **dict.fromkeys(("lady", "baroness", "viscountess", "countess", "marchioness", "duchess"), "lady"),
}
_MEN = frozenset({"mr", "sir", "lord", "captain", "colonel", "major"})
_WOMEN = frozenset({"mrs", "ms", "miss", "dame", "lady", "madam"})
#: Titles that go with a forename: `Sir Roger`.
_KNIGHTLY = frozenset({"sir", "dame"})
#: More than one person bears these at a time: the office alone names nobody.
_SHARED = ("deputy", "temporary", "under secretary", "minister of state", "chairman", "chair", "minister")
#: Nobody but one bears these for years: they are one person throughout a transcript.
_LASTING = frozenset({"mr speaker", "madam speaker", "lord speaker"})
#: How many turns back a speaker is recent.
RECENT = 8


@functools.lru_cache(maxsize=16384)
def fold(words: str) -> str:
    """A name for comparing: no accents, points, hyphens or case."""
    plain = unicodedata.normalize("NFKD", words.translate(_DROPPED))
    if not plain.isascii():
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


@functools.lru_cache(maxsize=4096)
def office_words(office: str) -> str:
    """An office for comparing: its article gone, `Home Secretary` in full."""
    words = fold(office).removeprefix("the ")
    if words.endswith(" secretary") and words.count(" ") == 1:
        return f"secretary of state for {words.removesuffix(' secretary')}"
    return words


@functools.lru_cache(maxsize=16384)
def same_office(one: str, other: str) -> bool:
    """Whether two folded offices are one: the shorter may be a beginning of the longer.

    `secretary of state for home` is `secretary of state for the home department`.
    """
    one, other = one.replace(" the ", " "), other.replace(" the ", " ")
    return one == other or f"{other} ".startswith(f"{one} ") or f"{one} ".startswith(f"{other} ")


class Known:
    """What is known so far of one person."""

    __slots__ = (
        "fulls",
        "honorifics",
        "in_chair",
        "labels",
        "links",
        "name",
        "number",
        "offices",
        "party",
        "place",
        "surnames",
        "titles",
        "words",
    )

    def __init__(self) -> None:
        self.fulls: set[str] = set()
        self.surnames: set[str] = set()
        self.titles: set[str] = set()
        self.links: dict[str, str] = {}
        self.honorifics: dict[str, str] = {}
        self.offices: dict[str, str] = {}
        self.labels: dict[str, None] = {}
        self.name: str | None = None
        self.words = 0  # of the longest name so far
        self.place: Constituency | None = None
        self.party: Party | None = None
        self.in_chair = False
        self.number = -1

    def learn(self, speaker: Speaker) -> None:
        """Take in what one more label of theirs prints."""
        if speaker.label is not None:
            self.labels.setdefault(speaker.label)
        name = speaker.name
        if name is not None and len(fold(name).split()) > self.words:
            self.name, self.words = name, len(fold(name).split())
        if speaker.honorific is not None:
            self.honorifics.setdefault(fold(speaker.honorific), speaker.honorific)
        if speaker.office is not None:
            self.offices.setdefault(office_words(speaker.office), speaker.office)
        self.place = self.place or speaker.constituency
        self.party = self.party or speaker.party
        self.in_chair = self.in_chair or speaker.in_chair
        if speaker.linked_name is not None and _linked(speaker) is not None:
            self.links.setdefault(fold(speaker.linked_name), speaker.linked_name)

    def person(self, before: int) -> Person:
        """What is known, as a node; so many persons have been counted before."""
        linked = next(iter(self.links.values()), None)
        return Person(
            id=f"p{before + self.number + 1}",
            name=self.name or linked,
            honorifics=tuple(self.honorifics.values()),
            constituency=self.place,
            party=self.party,
            offices=tuple(self.offices.values()),
            in_chair=self.in_chair,
            linked_name=linked,
            labels=tuple(self.labels),
        )


def _linked(speaker: Speaker) -> str | None:
    """The linked name for comparing; None where the page links to an office or a group."""
    if speaker.linked_name is None:
        return None
    if not _links_own_name(speaker):
        named = labels.speaker(speaker.linked_name, profile=profile("uk"))
        if named.surname is None or named.office is not None:
            return None
    return fold(speaker.linked_name)


def _links_own_name(speaker: Speaker) -> bool:
    """Whether the linked name is the printed one, as most are: it has been taken apart already."""
    return speaker.forenames is not None and speaker.linked_name == f"{speaker.forenames} {speaker.surname}"


def _peer(speaker: Speaker) -> tuple[str, str] | None:
    """Rank and title of a peer, folded: `lord`, `hunt of kings heath`."""
    if speaker.surname is None or speaker.forenames is not None or speaker.honorific is not None:
        return None
    rank, _, title = fold(speaker.surname).removeprefix("the ").partition(" ")
    if title and rank in _RANKS:
        return _RANKS[rank], title.removeprefix("of ")
    return None


def _places_differ(one: Constituency | None, other: Constituency | None) -> bool:
    """Whether two printed constituencies cannot be the same; spellings of one share a word."""
    if one is None or other is None:
        return False
    a, b = set(fold(one.name).replace(",", "").split()), set(fold(other.name).replace(",", "").split())
    return not (a & b) - {"and", "north", "south", "east", "west", "the", "of", "central", "mid"}


class _Register:
    """The persons of one transcript, and how a label leads to them."""

    def __init__(self) -> None:
        self.persons: list[Known] = []
        self.by_link: dict[str, dict[Known, None]] = {}
        self.by_full: dict[str, dict[Known, None]] = {}
        self.by_title: dict[str, dict[Known, None]] = {}
        #: By a title without its place: `lord hunt`.
        self.by_head: dict[str, dict[Known, None]] = {}
        self.by_surname: dict[str, dict[Known, None]] = {}
        self.by_forename: dict[str, dict[Known, None]] = {}
        #: By surname and seat, both folded.
        self.by_seat: dict[tuple[str, str], dict[Known, None]] = {}
        self.by_short: dict[tuple[str, str], Known] = {}

    def add(self) -> Known:
        known = Known()
        self.persons.append(known)
        return known

    # --- labels that name somebody in full -------------------------------------------------------

    def full(self, speaker: Speaker) -> tuple[list[Known], str] | None:
        """Whom a full label names, and by which rule; None where the label is a short one."""
        link = _linked(speaker)
        peer = _peer(speaker)
        name = None
        if speaker.forenames is not None and speaker.surname is not None:
            name = fold(f"{speaker.forenames} {speaker.surname}")
        if link is None and name is None and (peer is None or self._is_short(speaker, peer)):
            return None
        found, rule = self._seek(speaker, link, name, peer)
        if len(found) > 1:
            return found, rule
        known = found[0] if found else self.add()
        self._index(known, speaker, link, name, peer)
        return [known], rule

    def _is_short(self, speaker: Speaker, peer: tuple[str, str]) -> bool:
        """`Lord Hunt` may be short for somebody; with a party, or of a place, it is whole."""
        return " of " not in peer[1] and " and " not in peer[1] and speaker.party is None

    def _seek(
        self, speaker: Speaker, link: str | None, name: str | None, peer: tuple[str, str] | None
    ) -> tuple[list[Known], str]:
        """Those already known whom a full label may name."""
        if link is not None:
            found = [
                k for k in self.by_link.get(link, ()) if not _places_differ(k.place, speaker.constituency)
            ]
            if found:
                return found[:1], "linked-name"
        if name is not None:
            found = [
                k
                for k in self.by_full.get(name, ())
                if not _places_differ(k.place, speaker.constituency)
                and _agree(k, speaker)
                and not (link and k.links and link not in k.links)
            ]
            if found:
                return found, "full-name"
            found = self._seated(speaker) if speaker.constituency is not None else []
            if found:
                return found[:1], "constituency"
        elif peer is not None:
            found = list(self.by_title.get(" ".join(peer), ()))
            if found:
                return found[:1], "title"
        rule = "linked-name" if link is not None else "full-name" if name is not None else "title"
        return [], rule

    def _seated(self, speaker: Speaker) -> list[Known]:
        """Those of a surname who sit for the constituency that the label prints."""
        seat = fold(speaker.constituency.name) if speaker.constituency is not None else ""
        return [k for k in self.by_seat.get((fold(speaker.surname or ""), seat), ()) if _agree(k, speaker)]

    def _index(
        self, known: Known, speaker: Speaker, link: str | None, name: str | None, peer: tuple[str, str] | None
    ) -> None:
        known.learn(speaker)
        names = [f"{speaker.forenames} {speaker.surname}"] if name is not None else []
        if link is not None:
            _put(self.by_link, link, known)
            if not _links_own_name(speaker):
                linked = labels.speaker(speaker.linked_name or "", profile=profile("uk"))
                if linked.forenames is not None and linked.surname is not None:
                    names.append(f"{linked.forenames} {linked.surname}")
        for printed in names:
            full = fold(printed)
            if full not in known.fulls:
                known.fulls.add(full)
                _put(self.by_full, full, known)
                _put(self.by_forename, full.partition(" ")[0], known)
                words = printed.split()
                # a hyphen joins: `Marsh-Oake` is no `Oake`
                known.surnames.update(fold(" ".join(words[cut:])) for cut in range(1, len(words)))
        if speaker.surname is not None and name is not None:
            known.surnames.add(fold(speaker.surname))
        seat = fold(known.place.name) if known.place is not None else None
        for surname in known.surnames:
            _put(self.by_surname, surname, known)
            if seat is not None:
                _put(self.by_seat, (surname, seat), known)
        if peer is not None:
            known.titles.add(" ".join(peer))
            _put(self.by_title, " ".join(peer), known)
            _put(self.by_head, head(" ".join(peer)), known)

    # --- short labels ----------------------------------------------------------------------------

    def short(self, speaker: Speaker) -> tuple[list[Known], str]:
        """Whom `Mr Jones`, `Sir Roger` or `Lord Hunt` may be; several where that is open."""
        peer = _peer(speaker)
        if peer is not None:
            rank, title = peer
            exact = self.by_title.get(" ".join(peer)) or self.by_head.get(" ".join(peer), {})
            found, rule, key = list(exact), "short-title", (rank, title)
        else:
            surname = fold(speaker.surname or "")
            honorific = fold(speaker.honorific or "").removeprefix("rh ")
            found, rule, key = (
                self._surnamed(surname, honorific, speaker),
                "surname",
                (_sex(honorific), surname),
            )
            if not found and honorific in _KNIGHTLY:
                found, rule = self._forenamed(surname, honorific), "forename"
        if not found:
            known = self.by_short.get(key)
            if known is None:
                known = self.by_short[key] = self.add()
            found, rule = [known], "same-name"
        if len(found) == 1:
            found[0].learn(speaker)
        return found, rule

    def _surnamed(self, surname: str, honorific: str, speaker: Speaker) -> list[Known]:
        """Those of a surname whose title agrees, the same title before none."""
        found = [
            k
            for k in _unique(self.by_surname.get(surname, ()))
            if _agree(k, speaker) and not _places_differ(k.place, speaker.constituency)
        ]
        if honorific:
            same = [k for k in found if honorific in k.honorifics]
            if same and all(not k.honorifics for k in found if k not in same):
                # the title is printed for some: who has none printed may still be meant
                return found
            found = same or [k for k in found if not (honorific == "mr" and _KNIGHTLY & k.honorifics.keys())]
        if speaker.constituency is not None and len(found) > 1:
            placed = [k for k in found if k.place is not None]
            found = placed or found
        return found

    def _forenamed(self, forename: str, honorific: str) -> list[Known]:
        """Those with this title and first name: `Sir Roger`."""
        return [k for k in self.by_forename.get(forename, ()) if honorific in k.honorifics]

    def merge_suffixes(self) -> dict[Known, Known]:
        """`Mr Home Robertson` looks like a full name; it is the end of `Mr John Home Robertson`."""
        merged: dict[Known, Known] = {}
        for known in self.persons:
            if len(known.fulls) != 1 or known.place is not None or known.links or known.party is not None:
                continue
            (name,) = known.fulls
            longer = [
                k
                for k in _unique(self.by_surname.get(name, ()))
                if k is not known and not (known.honorifics and k.honorifics and not _titles_agree(known, k))
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


def _put(index: dict[K, dict[Known, None]], key: K, known: Known) -> None:
    index.setdefault(key, {})[known] = None


def head(title: str) -> str:
    """A peer's title without its place."""
    return title.partition(" of ")[0]


def _unique(persons: Iterable[Known]) -> list[Known]:
    return list(dict.fromkeys(persons))


def _sex(honorific: str) -> str:
    """`m`, `w`, or nothing where a title does not say."""
    last = honorific.rpartition(" ")[2]
    return "m" if last in _MEN else "w" if last in _WOMEN else ""


def _agree(known: Known, speaker: Speaker) -> bool:
    """Whether a label's title may be this person's: `Mr` is no woman's."""
    mine = _sex(fold(speaker.honorific or ""))
    theirs = {_sex(h) for h in known.honorifics} - {""}
    return not mine or not theirs or mine in theirs


def _titles_agree(one: Known, other: Known) -> bool:
    ours = {_sex(h) for h in one.honorifics} - {""}
    theirs = {_sex(h) for h in other.honorifics} - {""}
    return not ours or not theirs or bool(ours & theirs)


# --- offices -------------------------------------------------------------------------------------


class _Offices:
    """Who holds an office, sitting by sitting."""

    def __init__(self) -> None:
        self.holders: dict[tuple[int, str], list[Known]] = {}
        self.unnamed: dict[tuple[int, str], Known] = {}

    def note(self, scope: int, office: str, known: Known) -> None:
        """A label names the holder."""
        words = office_words(office)
        row = self.holders.setdefault((0 if words in _LASTING else scope, words), [])
        if known not in row:
            row.append(known)

    def find(self, scope: int, office: str) -> list[Known]:
        """Who is named as holder in this sitting."""
        words = office_words(office)
        exact = self.holders.get((0 if words in _LASTING else scope, words))
        if exact is not None:
            return exact
        if words.startswith("secretary of state"):
            return _unique(
                k for (s, o), ks in self.holders.items() if s == scope and same_office(words, o) for k in ks
            )
        return []


def identify(
    turns: Sequence[Turn], chairs: dict[int, str]
) -> tuple[list[Known], list[tuple[Known | None, str | None]], list[int]]:
    """The persons, for each turn who speaks and by which rule, and the turns whose name is open.

    `chairs` says who is in the Chair of a unit where the text itself says so.
    """
    register, offices = _Register(), _Offices()
    found: dict[Any, tuple[list[Known], str]] = {}
    by_label: dict[tuple[str | None, str | None], Speaker] = {}
    for turn in turns:
        by_label.setdefault(turn.label, turn.item.speaker)
    later = []
    for key, speaker in by_label.items():
        if speaker.label is None or speaker.role == "collective":
            found[key] = ([], "")
        elif speaker.surname is None and _linked(speaker) is None:
            later.append(key)
        else:
            full = register.full(speaker)
            if full is None:
                later.append(key)
            else:
                found[key] = full
    merged = register.merge_suffixes()
    for key, (persons, _) in found.items():
        if len(persons) == 1 and persons[0] in merged:
            found[key] = [merged[persons[0]]], "surname"
    by_place: list[tuple[str | None, str | None]] = []
    for key in later:
        speaker = by_label[key]
        if speaker.surname is not None:
            found[key] = register.short(speaker)
        else:
            by_place.append(key)
    for turn in turns:
        office = turn.item.speaker.office
        if office is not None and len(found.get(turn.label, ((), ""))[0]) == 1:
            offices.note(turn.scope, office, found[turn.label][0][0])
    who, open_turns = _each(turns, found, set(by_place), offices, register, chairs)
    return _numbered(who), who, open_turns


def _each(
    turns: Sequence[Turn],
    found: dict[Any, tuple[list[Known], str]],
    by_place: set[Any],
    offices: _Offices,
    register: _Register,
    chairs: dict[int, str],
) -> tuple[list[tuple[Known | None, str | None]], list[int]]:
    """Who speaks in each turn, now that it is known which labels depend on where they stand."""
    who: list[tuple[Known | None, str | None]] = []
    open_turns = []
    sets: dict[Any, set[Known]] = {}
    in_section: dict[int, set[Known]] = {}
    alone: dict[Any, Known | None] = {}
    if any(len(persons) > 1 for persons, _ in found.values()):
        for turn in turns:
            persons = found.get(turn.label, ((), ""))[0]
            if len(persons) == 1:
                in_section.setdefault(turn.section, set()).add(persons[0])
    for turn in turns:
        label = turn.label
        if label in by_place:
            choice = _office(turn, offices, register, chairs)
        else:
            persons, rule = found[label]
            if len(persons) == 1:
                who.append((persons[0], rule))
                continue
            if not persons:
                who.append((None, None))
                continue
            here = (label, turn.section)
            if label not in sets:
                sets[label] = set(persons)
            if here not in alone:
                speaking = sets[label] & in_section.get(turn.section, set())
                alone[here] = speaking.pop() if len(speaking) == 1 else None
            choice = _recent(sets[label], who, turns, turn, alone[here])
        if choice[0] is None:
            open_turns.append(turn.n)
        else:
            choice[0].learn(turn.item.speaker)
        who.append(choice)
    return who, open_turns


def _office(
    turn: Turn, offices: _Offices, register: _Register, chairs: dict[int, str]
) -> tuple[Known | None, str | None]:
    """Who an office is, in this sitting; an office that several bear at a time must be named."""
    speaker = turn.item.speaker
    office = speaker.office
    if office is None:  # a label in no known form stands for itself
        key = ("label", fold(speaker.label or ""))
        known = register.by_short.get(key)
        if known is None:
            known = register.by_short[key] = register.add()
            known.name = speaker.label
        return known, "same-label"
    if speaker.in_chair and turn.unit in chairs:
        named = labels.speaker(chairs[turn.unit], profile=profile("uk"))
        if named.surname is not None:
            full = register.full(named) or register.short(named)
            if len(full[0]) == 1:
                return full[0][0], "chair-mark"
    holders = offices.find(turn.scope, office)
    if len(holders) == 1:
        return holders[0], "office"
    words = office_words(office)
    if holders or any(shared in words for shared in _SHARED):
        return None, None
    scope = 0 if words in _LASTING else turn.scope
    known = offices.unnamed.get((scope, words))
    if known is None:
        known = offices.unnamed[scope, words] = register.add()
    return known, "same-office"


def _recent(
    persons: set[Known],
    who: list[tuple[Known | None, str | None]],
    turns: Sequence[Turn],
    turn: Turn,
    alone: Known | None,
) -> tuple[Known | None, str | None]:
    """Which of several of one name: whoever alone has just spoken, or is `alone` to speak in the section."""
    n = turn.n
    before = [who[i][0] for i in range(max(0, n - RECENT), n) if turns[i].section == turn.section]
    last = before[-1] if before else None
    recent = [k for k in dict.fromkeys(before) if k is not None and k in persons]
    if len(recent) == 1 and recent[0] is not last:
        return recent[0], "recent-speaker"
    if not recent and alone is not None:
        return alone, "same-section"
    return None, None


def _numbered(who: list[tuple[Known | None, str | None]]) -> list[Known]:
    """The persons in the order in which they first speak."""
    persons: list[Known] = []
    for known, _ in who:
        if known is not None and known.number < 0:
            known.number = len(persons)
            persons.append(known)
    return persons
