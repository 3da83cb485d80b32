"""A container on its way through its reader, the builder and the outline."""

from __future__ import annotations

import bisect
import itertools
import operator
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from hansardparse.build.given import nodes, parser, stretch_of
from hansardparse.build.invisible import covered
from hansardparse.build.marks import Standing
from hansardparse.build.problems import placed
from hansardparse.build.sections import outline
from hansardparse.model.nodes import Contribution, Furniture, Node, Problem, Section, Span, Transcript
from hansardparse.model.source_map import SourceMap
from hansardparse.parliaments import Profile, known, profile
from hansardparse.read.containers import Container
from hansardparse.read.source import Source
from hansardparse.read.units import Unit, units
from hansardparse.text import decoding
from hansardparse.version import __version__

__all__ = ["Contained"]

#: The parliament of a container that names none whose words are known.
USUAL = "uk"
Found = tuple[Span, list[Node], list[Problem]]


class Contained:
    """One container, stretch by stretch.

    Where its markup does not say the roles of its lines, `as_text` reads its text: it is given the pieces
    and the name of a layout, and does what this class does.
    """

    def __init__(
        self, source: Source, container: Container, layout: str, as_text: Callable[[Iterator[str], str], Any]
    ) -> None:
        self.source, self.container = source, container
        self.layout = container.layout if layout == "auto" and container.layout else layout
        self.text, self.line = "", 1  # of the stretch that was read last, and where it begins
        self._as_text = as_text
        self._told: Any = None  # what reads its text
        self._said: list[tuple[str, str, str, Span]] = []  # what is wrong with the container itself

    def units(self) -> Iterator[Found]:
        """The place, the items and the problems of each stretch."""
        found = units(self.container.lines(self.source))
        first = next(found)
        found = itertools.chain((first,), found)
        if any(line.role == "TEXT" for _, line in first.lines):
            yield from self._by_layout(found)
        else:
            yield from self._by_roles(found)

    def _by_roles(self, found: Iterator[Unit]) -> Iterator[Found]:
        standing, words = Standing(), None
        for unit in found:
            self.line += decoding.shadow(self.text).count("\n")
            self.text = unit.text
            if words is None:
                words = _words(unit.parliament or self.container.parliament or "")
            stretch = stretch_of(unit.text, unit.base, words)
            items = nodes(unit.lines, stretch, standing)
            if decoding.has_invisible(unit.text):
                items = covered(items, unit.text, unit.base)
            self._look(unit)
            said = [*stretch.problems, *self._said]
            self._said.clear()
            place = Span(unit.base, unit.base + len(unit.text))
            yield place, outline(items, words), placed(said, stretch.shadow, unit.base, self.line)

    def report(self, code: str, message: str, severity: str, span: Span) -> None:
        """Note something that is said of the container itself."""
        self._said.append((code, message, severity, span))

    def _look(self, unit: Unit) -> None:
        """Report what is wrong with a container."""
        end = Span(unit.base + len(unit.text), unit.base + len(unit.text))
        if unit.damaged:
            self.report("damaged-container", unit.damaged, "error", end)
        elif not unit.base and not unit.text:
            what = f"there is nothing in this {self.container.kind} that is read"
            self.report("unread-container", what, "warning", end)

    def _by_layout(self, found: Iterator[Unit]) -> Iterator[Found]:
        origins: list[tuple[int, str | None]] = []
        around: list[Node] = []

        def texts() -> Iterator[str]:
            for unit in found:
                origins.extend((unit.base + at, line.origin) for at, line in unit.lines if line.origin)
                self._look(unit)
                yield _unfurnished(unit, around)

        self._told = self._as_text(texts(), self.layout)
        for place, items, problems in self._told.units():
            self.text, self.line = self._told.text, self._told.line
            own = placed(self._said, decoding.shadow(self.text), place.start, self.line)
            first = items[0].span.start if items else place.end
            before = [each for each in around if each.span.start < first]
            behind = around[len(before) :]
            inside = [_originated(item, origins) for item in items]
            self._said.clear()
            around.clear()
            yield place, [*before, *inside, *behind], problems + own

    def part(self, items: list[Node], problems: list[Problem], span: Span) -> Transcript:
        """A Transcript of what was found, with its provenance."""
        if self._told is not None:
            found: Transcript = self._told.part(items, problems, span)
        else:
            found = Transcript(
                tuple(items), problems=tuple(problems), confidence=1.0, version=__version__, span=span
            )
        return attrs.evolve(found, container=self.container.name)

    def taken_before(self, read: int) -> SourceMap | None:
        """Where the text has more than was read of it, up to an offset; None where it has not."""
        found: SourceMap | None = self._told.taken_before(read) if self._told is not None else None
        return found


def _words(code: str) -> Profile:
    """The words of a parliament; ours where that has none yet, or no forms of its proceedings."""
    if code in known():
        try:
            parser(code)
        except FileNotFoundError:
            pass
        else:
            return profile(code)
    return profile(USUAL)


def _unfurnished(unit: Unit, around: list[Node]) -> str:
    """The text of a stretch with form feeds for the lines around the record, which are kept as nodes."""
    pieces: list[str] = []
    done = 0
    for at, line in unit.lines:
        if line.role == "FURNITURE":
            end = at + len(line.text)
            around.append(Furniture(line.text, Span(unit.base + at, unit.base + end)))
            pieces += (unit.text[done:at], "\f" * (end - at))
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
