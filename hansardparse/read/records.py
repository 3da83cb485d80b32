"""What programs keep of a debate: JSON, a JSON object on each line, or a table, one object or row a turn.

Which key holds what is told by its name, whatever joins its words: `speaker_name`, `Speaker Name`. How those
begin by which such a file is known stands with its sign (`hansardparse.read.containers`).
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hansardparse.read.lines import (
    PUBLICWHIP,
    Line,
    column,
    division,
    folded,
    heading,
    iso_date,
    label,
    numbered,
    paragraph,
    positioned,
    side,
    timed,
    vote,
)
from hansardparse.read.pages import flow, fragment
from hansardparse.read.source import Damaged, Source
from hansardparse.read.tables import rows

__all__ = ["of_table", "read"]

#: What each thing may be called, the surest name first.
_SAID = (
    *("text", "speechtext", "contributiontext", "speech", "spoken", "content", "contribution", "body"),
    *("paragraphs", "utterance", "motiontext"),
)
_WHO = tuple(
    "speakername speakerlabel displayas speaker membername member attributedto talker fullname name".split()
)
_OFFICE = "speakertitle", "speakerposition", "office", "post"
_PARTY = "party", "partyname", "speakerparty", "memberparty"
_SEAT = tuple("constituency constituencyname constname speakerriding electorate riding seat ward".split())
_DAY, _CLOCK = ("date", "sittingdate", "debatedate", "speechdate", "startdate"), ("time", "starttime")
_COLUMN, _PLACE = ("column", "colnum", "columnnumber"), ("id", "speechid", "gid", "uri", "url")
#: The number of a Member, which says of which register it is; it is Parliament's own where the key does.
_MEMBER, _MNIS = ("personid", "speakerid", "memberid"), ("mnisid",)
#: Who speaks from the Chair has this true.
_IN_CHAIR = "aschair", "asspeaker", "chair", "inchair", "speakerinchair"
_WHOSE = "parliamentcode", "iso3country", "country", "parliament"
#: The titles above a turn, and those nearer to it; and what has only a title may call it so.
_TITLES = tuple(
    "majorheading debateinfo debate debatetitle agenda section maintopic heading subject topic".split()
)
_NEARER = ("minorheading", "subdebateinfo", "subheading", "subtopic")
#: The headings above a turn, the widest first.
_LEVELS = ("oralheading",), _TITLES, _NEARER, ("subsubtopic",)
_OWN_TITLE = ("title",)
_TITLE = (*_OWN_TITLE, *_TITLES, *_NEARER, "name")
#: So many turns are looked at to tell whose titles they have.
LOOKED_AT = 200
_KIND = "type", "kind", "class", "speechclass"
#: Kinds of what is a title, and of what nobody says though somebody may be named.
_IS_TITLE = frozenset("heading section title subheading topic majorheading minorheading".split())
_IS_TOLD = frozenset(
    "motion scene procedure procedural note other vote division summary interruption".split()
)
_IS_RECORD = _IS_TITLE | _IS_TOLD
#: What a table has in a cell that is empty.
_EMPTY = frozenset({"", "N/A", "NA", "NULL", "None", "nan", "null"})
#: The sides of a vote, in the order in which they are printed, and what holds who voted so.
_SIDES = (
    ("Ayes", ("ayes", "yeas", "contents", "ayevotes", "votesfor")),
    ("Noes", ("noes", "nays", "notcontents", "novotes", "votesagainst")),
)
#: The keys of which something is made.
_USED = frozenset(
    itertools.chain(
        *(_SAID, _WHO, _OFFICE, _PARTY, _SEAT, _DAY, _CLOCK, _COLUMN, _PLACE, _MEMBER, _MNIS, _IN_CHAIR),
        *(_WHOSE, _OWN_TITLE, _KIND, *_LEVELS, *(keys for _, keys in _SIDES)),
    )
)
_LONGEST_CODE = 3
_NO_JSON = object()
_Record = Mapping[str, Any]


def read(source: Source) -> Iterator[Line]:
    """The lines of JSON, or of JSON a line; a line that is none is kept as it stands, and said to be none."""
    first, _, rest = source.start.partition("\n")
    if rest.strip() and _value(first) is not _NO_JSON:
        yield from _of_lines(source.lines())
        return
    first, _, rest = source.text.strip().partition("\n")
    if rest and _value(first) is not _NO_JSON:  # its first line is longer than the first part of the file
        yield from _of_lines([first, *rest.split("\n")])
        return
    value = source.json
    yield from _Records(_have_titles(value if isinstance(value, list) else [])).within(value)


def _of_lines(lines: Iterable[str]) -> Iterator[Line]:
    """The lines of JSON a line."""
    values = ((line, _value(line)) for line in lines if line.strip())
    begun = [*itertools.islice(values, LOOKED_AT)]
    reading, bad = _Records(_have_titles([value for _, value in begun])), 0
    for line, value in itertools.chain(begun, values):
        if value is _NO_JSON:
            bad += 1
            yield Line("LINE", folded(line))
        else:
            yield from reading.within(value)
    if bad:
        raise Damaged(f"lines that are no JSON, which are kept as they stand: {bad}")


def _value(text: str) -> Any:
    """What a text is as JSON, `_NO_JSON` where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return _NO_JSON


def of_table(source: Source) -> Iterator[Line]:
    """The lines of a table, whose first row names its columns."""
    head = source.start.partition("\n")[0]
    table = rows(source.lines(), max(",;\t|", key=head.count))
    columns = next(table)
    names = [_plain(name) for name in columns]
    pairs = zip(columns, names, strict=True)
    if unused := [folded(column) for column, name in pairs if name and name not in _USED]:
        yield Line("LEFT_OUT", f"columns of which nothing is made: {', '.join(unused)}")
    cells = (zip(names, map(str.strip, row), strict=False) for row in table)
    records = ({name: cell for name, cell in row if cell not in _EMPTY} for row in cells)
    first, wrong = _first(records)
    reading = _Records(_have_titles(first))
    for record in itertools.chain(first, records):
        yield from reading.one(record, _said(record), _kind(record))
    if wrong:
        raise wrong


def _first(records: Iterator[_Record]) -> tuple[list[_Record], Damaged | None]:
    """The first of some records, and what is wrong where there are no more than these."""
    first: list[_Record] = []
    try:
        for record in itertools.islice(records, LOOKED_AT):
            first.append(record)
    except Damaged as error:
        return first, error
    return first, None


def _have_titles(values: list[Any]) -> bool:
    """Whether what turns have as their title is that of a debate: it stays where the speaker changes, as that
    of a person does not.
    """
    turns = [_keyed(value) for value in values[:LOOKED_AT] if isinstance(value, Mapping)]
    named = [(_of(turn, _WHO), _of(turn, _OWN_TITLE)) for turn in turns]
    changes = [(one[1], after[1]) for one, after in itertools.pairwise(named) if one[0] != after[0]]
    same = sum(one == after and " " in one for one, after in changes)
    return bool(changes) and same >= len(changes) / 2


def _plain(key: str) -> str:
    """A key as it is compared: its letters and figures."""
    return "".join(filter(str.isalnum, key)).lower()


def _keyed(value: Mapping[str, Any]) -> _Record:
    return {_plain(key): each for key, each in value.items()}


def _of(record: _Record, keys: tuple[str, ...]) -> str:
    """The words of the first of some keys that has any; of an object those of its name."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, Mapping):
            named = _keyed(value)
            value = next((name for each in _WHO if isinstance(name := named.get(each), str)), "")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _said(record: _Record) -> str:
    """What is said; its paragraphs may be strings of an array."""
    for key in _SAID:
        value = record.get(key)
        if isinstance(value, list) and (parts := [part for part in value if isinstance(part, str)]):
            return "\n\n".join(parts)
    return _of(record, _SAID)


def _kind(record: _Record) -> str:
    return _of(record, _KIND).lower()


class _Records:
    """Reads records in their order, and says once what holds for many: titles, day, time, column."""

    def __init__(self, titled: bool) -> None:
        #: By which keys the headings above a turn are called, `title` among them where that is one.
        self._levels = (*_LEVELS[:1], (*_TITLES, *_OWN_TITLE), *_LEVELS[2:]) if titled else _LEVELS
        self._titles: tuple[str, ...] = ("",) * len(_LEVELS)
        self._seen = {_DAY: "", _CLOCK: "", _COLUMN: ""}
        #: Who has the turn that a record of the same person goes on with.
        self._speaks = ""

    def within(self, value: Any) -> Iterator[Line]:
        """The lines of all records in a value, however deep they are."""
        stack = [value]
        while stack:
            each = stack.pop()
            if isinstance(each, list):
                stack += each[::-1]
            elif isinstance(each, Mapping):
                record = _keyed(each)
                lists = [part for part in record.values() if isinstance(part, list)]
                said, kind = _said(record), _kind(record)
                if said or kind in _IS_RECORD:
                    yield from self.one(record, said, kind)
                    stack += lists[::-1]
                else:
                    if lists and (title := _of(record, _TITLE)):
                        yield from self._heading(title)
                    yield from self._marks(record)
                    stack += [part for part in record.values() if isinstance(part, (list, Mapping))][::-1]

    def one(self, record: _Record, said: str, kind: str) -> Iterator[Line]:
        """The lines of one record, its words and its kind: a turn, a title, a vote, or what nobody says."""
        if kind in _IS_TITLE:
            yield from self._heading(said or _of(record, _TITLE))
            yield from self._marks(record)
            return
        yield from self._above(record)
        yield from self._marks(record)
        if any(_names(record, keys) for _, keys in _SIDES):
            yield from _voted(record)
            self._speaks = ""
            return
        who = _of(record, _WHO)
        told = not who or kind in _IS_TOLD
        if told and who and said:
            yield Line("LINE", folded(who))
        if not told and who != self._speaks:
            yield _label(record, who)
        self._speaks = "" if told else who
        yield from _paragraphs(said, not told)

    def _marks(self, record: _Record) -> Iterator[Line]:
        """Whose record it is, and the day, the time and the column where they are not those before."""
        if 0 < len(code := _of(record, _WHOSE)) <= _LONGEST_CODE:
            yield Line("PARLIAMENT", code)
        for keys, before in self._seen.items():
            value = _of(record, keys)
            if value and value != before:
                self._seen[keys] = value
                if keys is _COLUMN:
                    yield column(value)
                else:
                    yield from iso_date(value) if keys is _DAY else timed(f"{value:0>5}")

    def _above(self, record: _Record) -> Iterator[Line]:
        """The titles above a turn, where they are not those of the one before."""
        titles = tuple(_of(record, keys) for keys in self._levels)
        if not any(titles):
            return
        before, self._titles = self._titles, titles
        new, wider, there_was = False, 0, False
        for title, old in zip(titles, before, strict=True):
            new = new or title != old
            if title and new:
                yield from self._heading(title, wider + 1 if wider or there_was else 0)
            wider, there_was = wider + bool(title), there_was or bool(old)

    def _heading(self, title: str, depth: int = 0) -> Iterator[Line]:
        self._speaks = ""
        yield heading(title, depth=depth)


def _label(record: _Record, who: str) -> Line:
    """Who speaks, as a page prints it: with a seat, or with an office, where no bracket has these."""
    party, seat = _of(record, _PARTY), _of(record, _SEAT)
    if seat and not party and "(" not in who:
        who = f"{who} ({seat})"
    in_chair = any(str(record.get(key)).lower() in ("true", "1") for key in _IN_CHAIR)
    line = label(
        who,
        origin=_of(record, _PLACE) or None,
        identifiers=_identifiers(record),
        kind="chair" if in_chair else None,
        party=party,
        seat=seat,
    )
    return positioned(line, "" if "(" in who else _of(record, _OFFICE))


def _identifiers(record: _Record) -> tuple[str, ...]:
    """The numbers of who speaks, of those registers that are known by the key or by the number."""
    number = _of(record, _MEMBER)
    person = number.removeprefix(PUBLICWHIP)
    listed = numbered("publicwhip", person) if person != number else ()
    return (*listed, *numbered("uk.parliament", _of(record, _MNIS)))


def _paragraphs(words: str, said: bool) -> Iterator[Line]:
    """The paragraphs of what is said: blocks of markup, else what blank lines part, or the ends of lines."""
    if "</" in words or "<br" in words:
        yield from flow(fragment(words), said=said)
        return
    words = words.replace("\r\n", "\n")
    for part in words.split("\n\n") if "\n\n" in words else words.split("\n"):
        if part.strip():
            yield paragraph(part, said)


def _names(record: _Record, keys: tuple[str, ...]) -> list[str]:
    """Who voted on one side: names in an array, or with commas between them."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, list):
            return [name for each in value if (name := _of({"name": each}, ("name",)))]
        if isinstance(value, str) and not value.isdecimal():
            return [name for each in value.split(",") if (name := each.strip())]
    return []


def _voted(record: _Record) -> Iterator[Line]:
    """A division, with its title and who voted."""
    title = _of(record, (*_SAID, *_TITLE))
    if title:
        yield Line("LINE", folded(title))
    yield division(None)
    for name, keys in _SIDES:
        votes = _names(record, keys)
        yield side(name, str(len(votes)))
        yield from map(vote, votes)
