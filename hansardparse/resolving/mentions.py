"""Who is named or addressed in what is said, and who that is where the text itself settles it."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from hansardparse import grammar
from hansardparse.grammar.anchors import group
from hansardparse.model.nodes import Contribution, ListItem, Mention, Motion, Paragraph, Quote, Span, Text
from hansardparse.model.source_map import SourceMap
from hansardparse.parliaments import Profile
from hansardparse.resolving.known import Known
from hansardparse.resolving.names import fold, office_spelled, office_words, peer, without_place
from hansardparse.resolving.namesakes import MANY, Holders
from hansardparse.speakers import labels

__all__ = ["find_mentions"]

_WORDS = frozenset({Paragraph, Quote, ListItem, Motion})
#: No mention begins further before its anchor than this, in code points.
REACH = 40


class Scanner:
    """Finds the mentions of a text by the terminals of a parliament's `mentions.lark`."""

    def __init__(self, parliament: str) -> None:
        parser = grammar.build("mentions", "start", "gates", parliament=parliament)
        forms = sorted(group(parser, "_mention"), key=lambda t: -t.priority)
        #: One alternation of the terminals that are mentions, the longest forms first.
        self.forms = re.compile(grammar.apart("|".join(t.pattern.to_regexp() for t in forms)))
        self._anchors = [re.compile(t.pattern.to_regexp()) for t in group(parser, "anchor")]
        self._beginnings = [t.pattern.value for t in group(parser, "beginning")]

    def mentions(self, text: str) -> Iterator[re.Match[str]]:
        """The mentions of a text, from left to right: tried only where an anchor stands."""
        done, hits = 0, []
        for anchor in self._anchors:
            hits += [hit.start() for hit in anchor.finditer(text)]
        for hit in sorted(hits):
            if hit < done:
                continue
            near = max(hit - REACH, done)
            for beginning in self._beginnings:
                at = text.rfind(beginning, near, hit + len(beginning))
                if at >= 0 and not (at and text[at - 1].isalpha()):
                    match = self.forms.match(text, at)
                    if match is not None and match.end() > hit:
                        done = match.end()
                        yield match
                        break


@functools.cache
def scanner(parliament: str) -> Scanner:
    """The scanner of a parliament, made once."""
    return Scanner(parliament)


def find_mentions(
    contributions: Iterable[Contribution],
    persons: Sequence[Known],
    ids: Callable[[Known], str],
    profile: Profile,
    source: SourceMap | None,
) -> tuple[Mention, ...]:
    """Every mention in the words of the contributions, in order; `ids` gives a person's id.

    `source` is the map of the contributions, None where what is read is the source.
    """
    seek = _Persons(persons, profile)
    known: dict[str, _Parts] = {}
    found: list[Mention] = []
    texts, starts = [], []
    for turn in contributions:
        for text, start in _stretches(turn):
            texts.append(text)
            starts.append(source.read(start) if source else start)
    if not texts:
        return ()
    # one text is searched faster than its thousand paragraphs; no mention runs over a line end
    begins = list(itertools.accumulate((len(text) + 1 for text in texts), initial=0))
    place = source.placing() if source else None
    for match in scanner(profile.code).mentions("\n".join(texts)):
        words = match[0]
        parts = known.get(words)
        if parts is None:
            parts = known[words] = _parts(match, seek, ids)
        at = match.start()
        nth = bisect.bisect_right(begins, at) - 1
        at += starts[nth] - begins[nth]
        span = Span(at, at + len(words))
        found.append(Mention(words, *parts, place(span) if place else span))
    return tuple(found)


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


class _Parts(NamedTuple):
    """What a mention says, and who that is."""

    terms: str | None
    constituency: str | None
    name: str | None
    office: str | None
    person: str | None
    rule: str | None


def _parts(match: re.Match[str], seek: _Persons, ids: Callable[[Known], str]) -> _Parts:
    """One mention taken apart."""
    part = grammar.parts(match)
    place, name, office = part.get("place"), part.get("name") or part.get("peer"), part.get("office")
    if place is not None:
        office = None
    person, rule = seek.find(place, name, office)
    return _Parts(part.get("terms"), place, name, office, ids(person) if person is not None else None, rule)


class _Persons:
    """The persons of a transcript, by what a mention may give of them."""

    def __init__(self, persons: Sequence[Known], profile: Profile) -> None:
        self.profile = profile
        self.by_office: Holders[Known] = Holders()
        self.by_place: dict[str, dict[Known, None]] = {}
        self.by_title: dict[str, dict[Known, None]] = {}
        self.by_head: dict[str, dict[Known, None]] = {}
        self.by_name: dict[str, dict[Known, None]] = {}
        for known in persons:
            for words, office in known.offices.items():
                if words not in profile.offices.general:
                    self.by_office.put(office_spelled(office, profile), known)
            if known.place is not None:
                self.by_place.setdefault(_place(known.place.name, profile), {})[known] = None
            for full in known.fulls:
                self.by_name.setdefault(full, {})[known] = None
                self.by_name.setdefault(full.rpartition(" ")[2], {})[known] = None
            for title in known.titles:
                self.by_title.setdefault(title, {})[known] = None
                self.by_head.setdefault(without_place(title, profile), {})[known] = None

    def find(
        self, place: str | None, name: str | None, office: str | None
    ) -> tuple[Known | None, str | None]:
        """The one person that is meant, and by which rule; None where several may be, or nobody is."""
        if name is not None:
            found = self._named(name)
            if place is not None and (len(found) > 1 or any(k.place for k in found)):
                found = _both(found, self.by_place.get(_place(place, self.profile), {}))
            if len(found) == 1:
                return next(iter(found)), "named"
        if place is not None:
            found = self.by_place.get(_place(place, self.profile), {})
            if len(found) == 1:
                return next(iter(found)), "member-for"
        if office is not None and name is None and not self._is_general(office):
            held = self.by_office.find(office_spelled(office, self.profile))
            if len(held) == 1:
                return next(iter(held)), "only-holder"
        return None, None

    def _is_general(self, office: str) -> bool:
        """Whether an office does not say of which department: several bear it at a time."""
        return office_words(office, self.profile) in self.profile.offices.general

    def _named(self, name: str) -> dict[Known, None]:
        """Those whose name or title it is."""
        plain = self.by_name.get(fold(name))
        if plain is not None:
            return plain
        speaker = labels.speaker(name, profile=self.profile)
        if speaker.surname is None:
            return {}
        if speaker.forenames is not None:
            return self.by_name.get(fold(f"{speaker.forenames} {speaker.surname}"), {})
        title = peer(speaker, self.profile)
        if title is not None:
            words = " ".join(title)
            return self.by_title.get(words) or self.by_head.get(words, {})
        return self.by_name.get(fold(speaker.surname), {})


def _both(named: dict[Known, None], seated: dict[Known, None]) -> dict[Known, None]:
    """Those who have a name and a seat; where both are borne by MANY, all who have the name."""
    fewer, more = sorted((named, seated), key=len)
    return {k: None for k in fewer if k in more} if len(fewer) <= MANY else named


@functools.lru_cache(maxsize=4096)
def _place(name: str, profile: Profile) -> str:
    return " ".join(sorted(set(fold(name).replace(",", "").split()) - profile.places.joining))
