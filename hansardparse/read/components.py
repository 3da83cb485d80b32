"""The open data of the Northern Ireland Assembly: a report as a list of components, XML or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hansardparse.read.fields import objects
from hansardparse.read.lines import Line, folded, heading, iso_date, label, numbered, paragraph, side
from hansardparse.read.pages import flow, fragment, words
from hansardparse.read.source import Source
from hansardparse.read.trees import local, root_of

__all__ = ["of_json", "read"]

#: What is somebody's words, where somebody speaks; its HTML parts paragraphs.
_SAID = frozenset({"Spoken Text", "Quote", "Plenary Item Text", "Bill Text", "Written Statement"})
#: How the types begin of those who speak, and end of those who preside.
_SPEAKER, _CHAIR, _GUEST = "Speaker (", "Speaker)", "GuestSpeaker)"
_ASKED = " asked "
#: The parts of a line that states totals: a side and its count, in order.
_PAIR = ("first", "one")
_STATED = (_PAIR, ("second", "two"), ("third", "three"))


def read(source: Source) -> Iterator[Line]:
    """The lines of a report that is XML."""
    root = root_of(source)
    yield from _lines(
        {local(each): each.text or "" for each in component} for component in root.iter("{*}HansardComponent")
    )


def of_json(source: Source) -> Iterator[Line]:
    """The lines of a report that is JSON."""
    listed = source.json
    for key in ("AllHansardComponentsList", "HansardComponent"):
        listed = listed.get(key) if isinstance(listed, dict) else None
    keys = ("ComponentType", "ComponentText", "ComponentHeaderId", "ComponentId", "RelatedItemId")
    yield from _lines({key: each.text(key) for key in keys} for each in objects(listed))


def _lines(components: Iterator[Mapping[str, str]]) -> Iterator[Line]:
    """The lines of components, in order; what has no name before it is of who spoke last."""
    yield Line("PARLIAMENT", "ni")
    speaks = False
    for each in components:
        kind, html = each.get("ComponentType", ""), each.get("ComponentText", "")
        text = words(fragment(html))
        if kind == "Document Title":
            yield from _day(text)
        elif kind == "Header":
            speaks = False
            yield heading(text, each.get("ComponentId") or None, _depth(each.get("ComponentHeaderId", "")))
        elif kind.startswith(_SPEAKER):
            speaks = True
            yield _label(each, text, kind)
        elif kind == "Question" and _ASKED in text:
            speaks = True
            yield from _asked(each, text)
        elif kind == "Division":
            speaks = False
            yield from _division([line.text for line in flow(fragment(html), said=False)])
        elif kind in _SAID:
            yield from flow(fragment(html), said=speaks)
        else:
            yield from flow(fragment(html), said=speaks and text[:1] in "[(")


def _day(title: str) -> tuple[Line, ...]:
    """The day of a report, which its title ends with: `Plenary, 05/03/2024`."""
    day, month, year = [*title.rpartition(" ")[2].split("/"), "", ""][:3]
    return iso_date(f"{year}-{month}-{day}")


def _depth(number: str) -> int:
    """How deep a heading is, which is counted from none."""
    return int(number) + 1 if number.isdecimal() and len(number) == 1 else 0


def _label(component: Mapping[str, Any], name: str, kind: str, number: str | None = None) -> Line:
    """Who speaks; the type says who presides."""
    member = component.get("RelatedItemId") if kind.startswith(_SPEAKER) else None
    chair = kind.endswith(_CHAIR) and not kind.endswith(_GUEST)
    return label(
        name,
        number=number,
        origin=component.get("ComponentId") or None,
        identifiers=numbered("niassembly", member),
        kind="chair" if chair else "question" if kind == "Question" else None,
    )


def _division(texts: list[str]) -> Iterator[Line]:
    """A division: the line that states the sides and their totals, then each side with its names."""
    stated: dict[str, str] = {}
    named = False
    for text in texts:
        totals = [] if stated else _totals(text)
        if totals:
            stated = {name.casefold(): count for name, count in totals}
            yield Line("DIVISION", text, _places(text, totals))
        elif text.strip(" :").casefold() in stated:
            named = True
            yield side(text.strip(" :"), stated[text.strip(" :").casefold()])
        elif named and ":" in text:  # who tells
            before, colon, names = text.partition(":")
            yield Line("TELLERS", before + colon, {})
            yield Line("VOTE", folded(names))
        else:
            yield Line("VOTE" if named else "LINE", text)


def _totals(text: str) -> list[tuple[str, str]]:
    """The sides that a line states, each with its total: `The Assembly divided: Ayes 2; Noes 1`."""
    parts = [part.split() for part in text.rpartition(":")[2].strip(" .").split(";")]
    whole = len(parts) > 1 and all(len(part) == len(_PAIR) and part[1].isdecimal() for part in parts)
    return [(name, count) for name, count in parts] if whole else []


def _places(text: str, totals: list[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Where the sides and their totals are in a line."""
    found, at = {}, text.rfind(":") + 1
    for names, pair in zip(_STATED, totals, strict=False):
        for name, each in zip(names, pair, strict=True):
            start = text.index(each, at)
            found[name] = (start, at := start + len(each))
    return found


def _asked(component: Mapping[str, str], text: str) -> Iterator[Line]:
    """Who asks a question, behind its number, and what: `1. Mr Oake asked the Minister ...`."""
    who, _, said = text.partition(_ASKED)
    number, _, name = who.rpartition(". ")
    counted = number.lstrip("T").isdecimal()
    yield _label(component, name if counted else who, "Question", number if counted else None)
    yield paragraph(folded(f"{_ASKED}{said}"))
