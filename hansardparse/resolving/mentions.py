"""Who is named or addressed in what is said, and who that is where the text itself settles it."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hansardparse import grammar
from hansardparse.model.nodes import Contribution, ListItem, Mention, Motion, Paragraph, Quote, Span, Text
from hansardparse.parliaments import profile
from hansardparse.resolving.people import Known, fold, head, office_words, same_office
from hansardparse.speakers import labels

__all__ = ["find_mentions"]

_WORDS = frozenset({Paragraph, Quote, ListItem, Motion})
#: Offices that do not say of which department: several bear them at a time.
_GENERAL = frozenset(
    "minister|secretary of state|shadow minister|shadow secretary of state|minister of state"
    "|chairman|mr chairman"
    "|under secretary of state|parliamentary under secretary of state|parliamentary secretary".split("|")
)
#: A word that is in every mention; where none stands, none is tried. Each is searched for by its rarest
#: letter, which is five times as fast as by its first one: `honourable` and `noble` by their `b`.
ANCHORS = tuple(
    re.compile(anchor)
    for anchor in (
        r"\.(?<=[Hh]on\.)",
        r"b(?=le)(?:(?<=nob)|(?<=honourab))",
        r"v(?<=rev)(?=erend)",
        r"M(?=inister|ember for)",
        r"S(?=ecretary|peaker)",
        r"C(?=hancellor|hair)",
        r"L(?=eader of the)",
        r"G(?=eneral)",
    )
)
#: What a mention begins with.
OPENINGS = ("the ", "my ", "The ", "My ", "you, ", "You, ", "Mr", "Madam", "Chairman")
#: No mention begins further before its anchor than this, in code points.
REACH = 40


@functools.cache
def _scanner() -> re.Pattern[str]:
    """One alternation of the terminals that are mentions, the longest forms first."""
    terminals = sorted(grammar.build("mentions").terminals, key=lambda t: -t.priority)
    whole = "|".join(t.pattern.to_regexp() for t in terminals if t.name != "WORDS")
    return re.compile(grammar.apart(whole))


def find_mentions(
    contributions: Iterable[Contribution], persons: Sequence[Known], ids: Any
) -> tuple[Mention, ...]:
    """Every mention in the words of the contributions, in order; `ids` gives a person's id."""
    seek = _Persons(persons)
    scan = _scanner()
    known: dict[str, tuple[Any, ...]] = {}
    found: list[Mention] = []
    texts, sources = [], []
    for turn in contributions:
        for text, source in _stretches(turn):
            texts.append(text)
            sources.append(source)
    if not texts:
        return ()
    # one text is searched faster than its thousand paragraphs; no mention runs over a line end
    begins = list(itertools.accumulate((len(text) + 1 for text in texts), initial=0))
    for match in _matches(scan, "\n".join(texts)):
        words = match[0]
        parts = known.get(words)
        if parts is None:
            parts = known[words] = _parts(match, seek, ids)
        terms, place, name, office, person, rule = parts
        at = match.start()
        nth = bisect.bisect_right(begins, at) - 1
        at += sources[nth] - begins[nth]
        span = Span(at, at + len(words))
        found.append(Mention(words, terms, place, name, office, person, rule, span))
    return tuple(found)


def _matches(scan: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The mentions of a text, from left to right: tried only where an anchor stands."""
    done = 0
    for hit in sorted(hit.start() for anchor in ANCHORS for hit in anchor.finditer(text)):
        if hit < done:
            continue
        near = max(hit - REACH, done)
        for opening in OPENINGS:
            at = text.rfind(opening, near, hit + len(opening))
            if at >= 0 and not (at and text[at - 1].isalpha()):
                match = scan.match(text, at)
                if match is not None and match.end() > hit:
                    done = match.end()
                    yield match
                    break


def _stretches(turn: Contribution) -> Iterator[tuple[str, int]]:
    """The words of a contribution, each stretch as it stands in the source."""
    for block in turn.blocks:
        if type(block) in _WORDS:
            inlines = block.inlines  # type: ignore[union-attr]
            if not inlines:
                yield block.text, block.span.start
                continue
            for inline in inlines:
                if type(inline) is Text:
                    yield inline.text, inline.span.start


def _parts(match: re.Match[str], seek: _Persons, ids: Any) -> tuple[Any, ...]:
    """Terms, constituency, name, office, person and rule of one mention."""
    part: dict[str, str] = {}
    for key, value in match.groupdict().items():
        if value is not None:
            part.setdefault(key.partition("_")[0], value)
    place, name, office = part.get("place"), part.get("name") or part.get("peer"), part.get("office")
    if place is not None:
        place = place.removesuffix(" and I")
        office = None
    person, rule = seek.find(place, name, office)
    return part.get("terms"), place, name, office, ids(person) if person is not None else None, rule


class _Persons:
    """The persons of a transcript, by what a mention may give of them."""

    def __init__(self, persons: Sequence[Known]) -> None:
        #: By its first word, which two spellings of one office share.
        self.by_office: dict[str, list[tuple[str, Known]]] = {}
        self.by_place: dict[str, list[Known]] = {}
        self.by_title: dict[str, list[Known]] = {}
        self.by_head: dict[str, list[Known]] = {}
        self.by_name: dict[str, list[Known]] = {}
        for known in persons:
            for office in known.offices:
                if office not in _GENERAL:
                    self.by_office.setdefault(office.partition(" ")[0], []).append((office, known))
            if known.place is not None:
                self.by_place.setdefault(_place(known.place.name), []).append(known)
            for full in known.fulls:
                self.by_name.setdefault(full, []).append(known)
                self.by_name.setdefault(full.rpartition(" ")[2], []).append(known)
            for title in known.titles:
                self.by_title.setdefault(title, []).append(known)
                self.by_head.setdefault(head(title), []).append(known)

    def find(
        self, place: str | None, name: str | None, office: str | None
    ) -> tuple[Known | None, str | None]:
        """The one person that is meant, and by which rule; None where several may be, or nobody is."""
        if name is not None:
            found = self._named(name)
            if place is not None and len(found) > 1:
                found = [k for k in found if k.place is not None and _place(k.place.name) == _place(place)]
            if place is not None and found and found[0].place is not None:
                found = [k for k in found if k.place is not None and _place(k.place.name) == _place(place)]
            if len(found) == 1:
                return found[0], "named"
        if place is not None:
            found = self.by_place.get(_place(place), [])
            if len(found) == 1:
                return found[0], "member-for"
        if office is not None and name is None:
            words = office_words(office)
            if words not in _GENERAL:
                held = self.by_office.get(words.partition(" ")[0], ())
                found = list(dict.fromkeys(k for o, k in held if same_office(words, o)))
                if len(found) == 1:
                    return found[0], "only-holder"
        return None, None

    def _named(self, name: str) -> list[Known]:
        """Those whose name or title it is."""
        plain = self.by_name.get(fold(name))
        if plain is not None:
            return list(dict.fromkeys(plain))
        speaker = labels.speaker(name, profile=profile("uk"))
        if speaker.surname is None:
            return []
        if speaker.forenames is not None:
            return list(dict.fromkeys(self.by_name.get(fold(f"{speaker.forenames} {speaker.surname}"), ())))
        rank, _, title = fold(speaker.surname).removeprefix("the ").partition(" ")
        sex = {"lady": "lady", "baroness": "lady", "countess": "lady", "viscountess": "lady"}.get(
            rank, "lord"
        )
        if title and speaker.honorific is None:
            title = title.removeprefix("of ")
            exact = self.by_title.get(f"{sex} {title}") or self.by_head.get(f"{sex} {title}", [])
            return list(dict.fromkeys(exact))
        return list(dict.fromkeys(self.by_name.get(fold(speaker.surname), ())))


@functools.lru_cache(maxsize=4096)
def _place(name: str) -> str:
    return " ".join(sorted(set(fold(name).replace(",", "").split()) - {"and", "the", "of"}))
