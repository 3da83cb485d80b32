"""ParlaMint and Parla-CLARIN TEI: utterances with their speakers' notes, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import (
    Line,
    Marked,
    column,
    division,
    heading,
    iso_date,
    label,
    paragraph,
    side,
    timed,
    vote,
)
from hansardparse.read.source import Source, unreadable
from hansardparse.read.trees import local, root_of, walk, words

__all__ = ["read"]

_ID = "{http://www.w3.org/XML/1998/namespace}id"
#: What happens is set in brackets in the words of a speech.
_EVENTS = frozenset({"vocal", "kinesic", "incident", "gap"})
#: Words of an annotated corpus: a space stands between two, but where one says that it is joined.
_TOKENS = frozenset({"w", "pc"})
#: Notes that stand for a whole line of a record, by their type.
_LISTED = frozenset({"vote", "teller", "constituency", "proxy"})
#: The roles of notes that say what a line was.
_UNSAID = {"note": "LOOSE", "procedure": "UNSAID"}
_SIDE = "side-"
#: Behind them a capital begins no other word of a name.
_PREFIXES = ("Mc", "Mac")
#: An id that is a name.
_NAME = re.compile(r"(?:[^\W\d_]|['’-])+")
#: The number of a question on the paper, before its words.
_NUMBER = re.compile(r"[QT]?[0-9]{1,3}\. ")
#: What stands behind the day in the id of a sitting of one House: `ParlaMint-GB_2022-07-21-commons`.
_HOUSE = re.compile(r"_[0-9]{4}-[0-9]{2}-[0-9]{2}-([a-z]+)$")
#: As what somebody speaks who presides.
_CHAIR = "#chair"


def read(source: Source) -> Iterator[Line]:
    """The lines of a sitting, in order; the root of a corpus says only in which files these are."""
    root = root_of(source)
    if local(root) == "teiCorpus":
        named = root.find("{*}include")
        first = f", as {named.get('href')}" if named is not None else ""
        raise unreadable(
            f"the root of a ParlaMint corpus has no sitting in it; read the files it names{first}"
        )
    country = (root.get(_ID) or "").removeprefix("ParlaMint-").partition("_")[0]
    if country:
        yield Line("PARLIAMENT", country)
    yield from _house(root)
    persons = {each.get(_ID): words(each.find("{*}persName")) for each in root.iter("{*}person")}
    day = root.find(".//{*}setting/{*}date")
    if day is not None:
        yield from iso_date(day.get("when") or day.get("from") or "")
    yield from _Body(persons).lines(root)


def _house(root: Any) -> Iterator[Line]:
    """The House, where the id ends in it; ours says it in words where the record does."""
    found = _HOUSE.search(root.get(_ID) or "")
    if found and words(root.find(".//{*}publisher")) != "hansardparse":
        yield Line("VENUE", found[1].capitalize(), {})


class _Body:
    """A body on its way from elements to lines."""

    def __init__(self, persons: dict[Any, str]) -> None:
        self._persons = persons
        self._named = ""
        self._labels: dict[str, str] = {}  # the last that is printed of everybody
        self._number: str | None = None
        self._divided = ""  # when the House does, where that is printed
        self._voter: dict[str, Any] = {}

    def lines(self, root: Any) -> Iterator[Line]:
        """The lines in order."""
        tags = ("head", "note", "u", "gap", "vocal", "kinesic", "incident", "pb", "p")
        for element in root.iter(*(f"{{*}}{tag}" for tag in tags)):
            name = local(element)
            around = {local(each) for each in element.iterancestors()}
            if name != "u" and "u" in around:
                continue
            if name == "p" and (not around & {"body", "back"} or "note" in around):
                continue  # of the header
            if not (name == "note" and element.get("type") in _LISTED):
                yield from self._voted()
            if name == "u":
                yield from self._utterance(element)
            elif name == "head":
                yield heading(words(element))
            elif name == "pb":
                yield from _column(element)
            elif name == "note":
                yield from self._note(element)
            elif words(element):
                yield paragraph(words(element), said=False)
        yield from self._voted()

    def _note(self, element: Any) -> Iterator[Line]:
        """What is no speech: who speaks next, a time, a vote, what happens."""
        kind, text = element.get("type") or "", words(element)
        if kind == "speaker":
            self._named = text
        elif kind == "silent-speaker":
            yield label(text, number=self._taken_number())
        elif kind == "question":
            self._number = text
        elif kind == "division-time":
            self._divided = _from(element)
        elif kind == "division":
            yield division(element.get("n"), self._divided)
            self._divided = ""
        elif kind.startswith(_SIDE):
            option = kind.removeprefix(_SIDE).replace("-", "_")
            yield side(text, element.get("n"))._replace(kind=option)
        elif kind in ("vote", "teller"):
            yield from self._voted()
            self._voter = {"name": text, "teller": kind == "teller"}
        elif kind == "constituency" and self._voter:
            self._voter["seat"] = text
        elif kind == "proxy" and self._voter:
            self._voter["proxy"] = text
        elif text:
            role = _UNSAID.get(kind)
            yield from _clock(element) or (Line(role, text) if role else paragraph(text, said=False),)

    def _voted(self) -> Iterator[Line]:
        """The name that all is known of now."""
        if self._voter:
            yield vote(**self._voter)
            self._voter = {}

    def _taken_number(self) -> str | None:
        number, self._number = self._number, None
        return number

    def _utterance(self, element: Any) -> Iterator[Line]:
        """One utterance: who speaks, as the note before it or the list of persons says, and the segments."""
        who = (element.get("who") or "").lstrip("#")
        inner = element.find("{*}note[@type='speaker']")
        if inner is not None:  # as Parla-CLARIN has it
            self._named = words(inner)
        name = self._named or self._persons.get(who) or self._labels.get(who) or _name_in(who)
        if self._named and who:
            self._labels[who] = self._named
        numbered = not self._named  # no label is printed: the number of a question stands before its words
        self._named = ""
        if name:
            known = (f"parlamint:{who}",) if who else ()
            kind = "chair" if _CHAIR in (element.get("ana") or "").split() else None
            number = self._taken_number()
            yield label(name, number=number, origin=element.get(_ID), identifiers=known, kind=kind)
        for line in _segments(element, None if name else self._taken_number() or ""):
            asks = numbered and name and _NUMBER.match(line.text)
            yield line._replace(role="NUMBERED") if asks else line
            numbered = False


def _name_in(who: str) -> str:
    """The name in the id of somebody whom nothing else names: `AdaMarsh` is Ada Marsh."""
    if not _NAME.fullmatch(who):
        return who
    name = who[0]
    for letter in who[1:]:
        begins = letter.isupper() and name[-1].islower() and not name.endswith(_PREFIXES)
        name += f" {letter}" if begins else letter
    return name


def _segments(element: Any, nameless: str | None) -> Iterator[Line]:
    """The words of an utterance, with what breaks into them."""
    segment = Marked()
    segment.nameless, segment.spoken = nameless, True
    tokens = joined = False
    token = None
    for event, node in walk(element):
        name = local(node) if event != "text" else ""
        if event == "text":
            if not tokens or token is not None or not node.isspace():
                segment.add(node)
        elif name == "seg":
            yield from segment.end()
        elif name == "s":
            tokens, joined = event == "open", False
        elif name in _TOKENS and token in (None, node):  # one within another is how it is to be read
            if event == "open" and not joined:
                segment.add(" ")
            token = node if event == "open" else None
            joined = node.get("join") in ("right", "both")
        elif name in _EVENTS:
            inner = words(node)
            bare = inner[:1] not in "[("
            if name == "gap" and event == "open":  # what is left out stands by itself
                segment.add(" ")
            if bare and inner:
                segment.add("[" if event == "open" else "]")
        elif name == "pb" and event == "open":
            for line in _column(node):
                segment.mark(line)
        elif name == "note" and event == "open" and node.get("type") in ("time", "aside"):
            for line in _clock(node) or (Line("FURNITURE", words(node), {}),):
                segment.mark(line)
            segment.mute(True)
        elif name == "note" and event == "open" and node.get("type") == "speaker":
            segment.mute(True)  # the label
        elif name == "note":
            segment.mute(False)
    yield from segment.end()


def _clock(note: Any) -> tuple[Line, ...]:
    """The time that a note states."""
    return timed(_from(note))


def _from(note: Any) -> str:
    """The hour and the minute in a note, nothing where it states none."""
    time = note.find(".//{*}time")
    return (time.get("from") or time.get("when") or "").rpartition("T")[2] if time is not None else ""


def _column(element: Any) -> Iterator[Line]:
    """A column begins, where the break says which."""
    if element.get("n"):
        yield column(element.get("n"))
