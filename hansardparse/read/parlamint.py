"""ParlaMint and Parla-CLARIN TEI: utterances with their speakers' notes, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import Line, Marked, heading, iso_date, label, paragraph, timed
from hansardparse.read.source import Source
from hansardparse.read.trees import local, root_of, walk, words

__all__ = ["read"]

_ID = "{http://www.w3.org/XML/1998/namespace}id"
#: What happens is set in brackets in the words of a speech.
_EVENTS = frozenset({"vocal", "kinesic", "incident"})
#: The beginning of a component's id, and the parliament that is ours for it.
_PARLIAMENTS = {"GB": "uk"}


def read(source: Source) -> Iterator[Line]:
    """The lines of a sitting, in order."""
    root = root_of(source)
    country = (root.get(_ID) or "").removeprefix("ParlaMint-")[:2]
    if country:
        yield Line("PARLIAMENT", _PARLIAMENTS.get(country, country.lower()))
    persons = {each.get(_ID): words(each.find("{*}persName")) for each in root.iter("{*}person")}
    day = root.find(".//{*}setting/{*}date")
    if day is not None:
        yield from iso_date(day.get("when") or "")
    named = ""
    for element in root.iter("{*}head", "{*}note", "{*}u", "{*}gap", "{*}vocal", "{*}kinesic", "{*}incident"):
        name = local(element)
        if name == "u":
            yield from _utterance(element, named, persons)
            named = ""
        elif any(local(each) == "u" for each in element.iterancestors()):
            continue
        elif name == "head":
            yield heading(words(element))
        elif name == "note" and element.get("type") == "speaker":
            named = words(element)
        elif words(element):
            yield from _note(element)


def _note(element: Any) -> Iterator[Line]:
    """What is no speech: a time, a vote, what happens."""
    time = element.find(".//{*}time")
    clock = (time.get("from") or time.get("when") or "").rpartition("T")[2] if time is not None else ""
    yield from timed(clock) or (paragraph(words(element), said=False),)


def _utterance(element: Any, named: str, persons: dict[Any, str]) -> Iterator[Line]:
    """One utterance: who speaks, as the note before it or the list of persons says, and the segments."""
    who = (element.get("who") or "").lstrip("#")
    name = named or persons.get(who) or who
    if name:
        yield label(name, origin=element.get(_ID), identifiers=(f"parlamint:{who}",) if who else ())
    segment = Marked(said=bool(name))
    for event, node in walk(element):
        if event == "text":
            segment.add(node)
        elif local(node) == "seg":
            yield from segment.end()
        elif local(node) in _EVENTS:
            inner = words(node)
            bare = inner[:1] not in "[("
            if bare and inner:
                segment.add("[" if event == "open" else "]")
        elif local(node) == "note" and event == "open" and node.get("type") == "time":
            for line in _note(node):
                segment.mark(line)
            segment.mute(True)
        elif local(node) == "note":
            segment.mute(False)
    yield from segment.end()
