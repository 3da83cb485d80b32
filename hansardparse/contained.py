"""A container on its way through its reader, the builder and the outline."""

from __future__ import annotations

import bisect
import itertools
import operator
from collections.abc import Iterator
from typing import Any

import attrs

from hansardparse.build.given import nodes, stretch_of
from hansardparse.build.invisible import covered
from hansardparse.build.marks import Standing
from hansardparse.build.problems import placed
from hansardparse.build.sections import outline
from hansardparse.layouts.detect import UNSURE, detect
from hansardparse.model.nodes import (
    NOWHERE,
    Contribution,
    Furniture,
    Node,
    Problem,
    Section,
    Span,
    Transcript,
)
from hansardparse.parliaments import USUAL, Profile, known_profile, of_country, profile
from hansardparse.read.containers import Container
from hansardparse.read.source import Source, unreadable
from hansardparse.read.units import Unit, units
from hansardparse.reading import (
    TextReading,
    first_control,
    refuse,
    resolved_part,
    unknown_parliament,
    words_and_reading,
)
from hansardparse.text import decoding
from hansardparse.version import __version__

__all__ = ["Contained"]

#: What records print behind a label, what most of them do first.
_LABEL_ENDS = (": ", ". ")
_BLANK_LINE = "\n\n"


class Contained:
    """One container, stretch by stretch.

    Where its markup does not say the roles of its lines, a layout reads its text.
    """

    def __init__(self, source: Source, container: Container, layout: str) -> None:
        self.source, self.container = source, container
        self._layout = container.layout if layout == "auto" and container.layout else layout
        self._said: list[tuple[str, str, str, Span]] = []  # what is wrong with the container itself
        self._byte = self._control = False  # whether the first that does not belong is reported

    def parts(self, strict: bool, resolve: bool, mentions: bool = True) -> Iterator[Transcript]:
        """A Transcript of each stretch, its places those of the text that the container holds."""
        found = units(self.container.lines(self.source))
        first = next(found)
        found = itertools.chain((first,), found)
        if any(line.role == "TEXT" for _, line in first.lines):
            parts = self._by_layout(found, strict, resolve, mentions)
        else:
            parts = self._by_roles(found, strict, resolve, mentions)
        for part in parts:
            yield attrs.evolve(part, container=self.container.name)

    def _by_roles(
        self, found: Iterator[Unit], strict: bool, resolve: bool, mentions: bool
    ) -> Iterator[Transcript]:
        standing, words = Standing(), None
        line, persons = 1, 0
        for unit in found:
            if words is None:
                words = self._words(unit.parliament or self.container.parliament or _told_by(unit))
            stretch = stretch_of(unit.text, unit.base, words)
            items = nodes(unit.lines, stretch, standing)
            if decoding.has_invisible(unit.text):
                items = covered(items, unit.text, unit.base)
                if not self._control and (control := first_control(unit.text, unit.base)):
                    self._control = True
                    self.report("control-character", control[0], "info", control[1])
            self._look(unit)
            said = [*stretch.problems, *self._taken()]
            problems = placed(said, stretch.shadow, unit.base, line)
            if strict:
                refuse(problems, unit.text, unit.base)
            depths = {unit.base + at: line.depth for at, line in unit.lines if line.depth}
            part = Transcript(
                tuple(outline(items, words, depths)),
                problems=tuple(problems),
                confidence=1.0,
                version=__version__,
                span=Span(unit.base, unit.base + len(unit.text)),
                parliament=words.code,
            )
            if resolve:
                told = words_and_reading(part)[1]
                part = resolved_part(part, words, told, stretch.shadow, line, persons, mentions)
                persons += len(part.persons)
            line += stretch.shadow.count("\n")
            yield part

    def _words(self, code: str | None) -> Profile:
        """The words of a parliament by its code or its country; the usual ones where it is not known."""
        if not code:
            return profile(USUAL)
        words = known_profile(code) or known_profile(of_country(code))
        if words is None:
            self.report("unknown-parliament", unknown_parliament(repr(code), USUAL), "warning", NOWHERE)
        return words or profile(USUAL)

    def _taken(self) -> list[tuple[str, str, str, Span]]:
        """What has been noted of the container and not been given out."""
        said, self._said = self._said, []
        return said

    def report(self, code: str, message: str, severity: str, span: Span) -> None:
        """Note something that is said of the container itself."""
        self._said.append((code, message, severity, span))

    def _look(self, unit: Unit) -> None:
        """Report what is wrong with a container."""
        end = Span(unit.base + len(unit.text), unit.base + len(unit.text))
        if unit.damaged and not unit.base and not unit.text:
            raise unreadable(f"{unit.damaged}; there is nothing in it that is read")
        if unit.damaged:
            self.report("damaged-container", unit.damaged, "error", end)
        elif not unit.base and not unit.text:
            what = f"there is nothing in this {self.container.kind} that is read"
            self.report("unread-container", what, "warning", end)
        if self.source.damage and not self._byte:
            self._byte = True
            self.report("damaged-encoding", self.source.damage.message, "warning", Span(unit.base, unit.base))
        if unit.left_out:
            self.report("columns-left-out", unit.left_out, "info", Span(unit.base, unit.base))

    def _by_layout(
        self, found: Iterator[Unit], strict: bool, resolve: bool, mentions: bool
    ) -> Iterator[Transcript]:
        origins: list[tuple[int, str | None]] = []
        around: list[Node] = []

        def texts() -> Iterator[str]:
            for unit in found:
                origins.extend((unit.base + at, line.origin) for at, line in unit.lines if line.origin)
                self._look(unit)
                yield _unfurnished(unit, around)

        for part in TextReading(texts(), self._layout).parts(strict, resolve, mentions):
            own = [Problem(*said[:3], span=said[3]) for said in self._taken()]
            first = part.items[0].span.start if part.items else part.span.end
            before = [each for each in around if each.span.start < first]
            behind = around[len(before) :]
            inside = [_originated(item, origins) for item in part.items]
            around.clear()
            items = (*before, *inside, *behind)
            yield attrs.evolve(part, items=items, problems=(*part.problems, *own))


def _unfurnished(unit: Unit, around: list[Node]) -> str:
    """The text of a stretch with blanks for the lines around the record, which are kept as nodes."""
    pieces: list[str] = []
    done = 0
    for at, line in unit.lines:
        if line.role == "FURNITURE":
            end = at + len(line.text)
            around.append(Furniture(line.text, Span(unit.base + at, unit.base + end)))
            pieces += (unit.text[done:at], " " * (end - at))
            done = end
    return "".join((*pieces, unit.text[done:]))


def _originated(item: Any, origins: list[tuple[int, str | None]]) -> Any:
    """An item whose contributions say where in the container they begin."""
    if not origins:
        return item
    if type(item) is Section:
        return attrs.evolve(item, items=tuple(_originated(each, origins) for each in item.items))
    if type(item) is Contribution:
        at = bisect.bisect_right(origins, item.span.start, key=operator.itemgetter(0))
        return attrs.evolve(item, origin=origins[at - 1][1]) if at else item
    return item


def _told_by(unit: Unit) -> str | None:
    """Whose record a stretch is, by its words as a page prints them, where nothing else says it."""
    for end in _LABEL_ENDS:
        printed = (f"{line.text}{end if line.role == 'LABEL' else _BLANK_LINE}" for _, line in unit.lines)
        found, sure = detect("".join(printed))
        if found is not None:  # a name with a stop is like one of Congress, whosever it is
            return found.parliament if sure > UNSURE else None
    return None
