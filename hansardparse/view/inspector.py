"""The page that shows how a text was read: its source on the left, the tree on the right, each lighting up
the other.

All that is on the page comes as data beside a small script, which draws the parts that are reached: so a
source of ten million characters opens as one of ten lines does.
"""

from __future__ import annotations

import bisect
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import attrs

from hansardparse.model.nodes import Contribution, Division, Section, Transcript, children
from hansardparse.model.short import shortened
from hansardparse.view.amounts import speaker_of
from hansardparse.view.markup import file, standalone, tag, words
from hansardparse.view.sides import title

__all__ = ["Told", "inspector"]

#: What a node has that is shown as nodes of their own, as the source, or below other names.
_ELSEWHERE = frozenset({"items", "blocks", "inlines", "text", "span", "speaker", "resolution"})
#: A value, or a heading, is shown up to so many code points.
LONGEST = 200


class Told(NamedTuple):
    """What a line of the source was to its grammar: where it begins, the terminal that found it, its role."""

    start: int
    terminal: str
    role: str


def inspector(transcript: Transcript, text: str, lines: Iterable[Told] = ()) -> str:
    """A transcript beside its source as one standalone HTML page with a script of its own, and no network.

    `text` is the source in which the transcript's places count; `lines` is shown on demand.
    """
    name = shortened(transcript.source or "A text", LONGEST)
    data = _data(transcript, text, lines)
    written = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    for sign in "<>&":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    head = tag("h1", words(name)) + tag("p", words(_read_as(transcript)))
    body = (
        f'<body class="inspector">\n<header>{head}</header>\n'
        f"{file('inspector.html')}"
        f'<script type="application/json" id="data">{written}</script>\n'
        f"<script>\n{file('inspector.js')}</script>\n</body>"
    )
    return standalone(f"How {name} was read", (file("inspector.css"),), body, scripts=True)


def _read_as(transcript: Transcript) -> str:
    """How the text was read, in a sentence."""
    layout = transcript.layout or ""
    if transcript.container is None:
        sure = f", {transcript.confidence:.0%} sure"
        return f"Read as {layout}{sure}." if layout else "In no layout that is known: no line was recognised."
    by = f", by the layout {layout}" if layout else ", by what its markup says"
    return f"The text that was read from a file of kind {transcript.container}{by}."


def _data(transcript: Transcript, text: str, lines: Iterable[Told]) -> dict[str, Any]:
    """What the script draws; places are in units of UTF-16, as scripts count."""
    at = _utf16(text)
    types, terminals, roles = _Numbered(), _Numbered(), _Numbered()
    labels, details = _Numbered(), _Numbered()
    nodes: list[int] = []
    turns = iter(range(1, 1 << 60))
    linked = _linked(transcript)
    for depth, node in _walk(transcript):
        start, end = at(node.span.start), at(node.span.end)
        extra: list[tuple[str, str]] = []
        if type(node) is Contribution:
            n = next(turns)
            extra = [("turn", str(n)), *linked.get(n, ())]
        label = _LABELS.get(type(node))
        nodes += (
            depth,
            types(node.type),
            start,
            end - start,
            labels(label(node)) if label else -1,
            details((*extra, *_fields(node))),
        )
    problems = [
        [at(p.span.start), at(p.span.end), p.severity, p.code, p.message, p.line, p.column]
        for p in transcript.problems
    ]
    told = [value for line in lines for value in (at(line.start), terminals(line.terminal), roles(line.role))]
    return {
        "text": text,
        "types": types.all,
        "labels": labels.all,
        "details": details.all,
        "nodes": nodes,
        "problems": problems,
        "told": told,
        "terminals": terminals.all,
        "roles": roles.all,
    }


def _utf16(text: str) -> Callable[[int], int]:
    """From offsets in code points to offsets in units of UTF-16."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return lambda offset: offset
    wide = [n for n, sign in enumerate(text) if sign > "\uffff"]
    return lambda offset: offset + bisect.bisect_left(wide, offset)


class _Numbered:
    """Numbers values by first appearance, each once."""

    def __init__(self) -> None:
        self.all: list[Any] = []
        self._known: dict[Any, int] = {}

    def __call__(self, value: Any) -> int:
        n = self._known.setdefault(value, len(self.all))
        if n == len(self.all):
            self.all.append(value)
        return n


def _walk(transcript: Transcript) -> Iterator[tuple[int, Any]]:
    """Every node, an outer one before those in it, with its depth."""
    yield 0, transcript
    stack = [iter(children(transcript))]
    while stack:
        for node in stack[-1]:
            yield len(stack), node
            if below := children(node):
                stack.append(iter(below))
                break
        else:
            stack.pop()


_LABELS: dict[Any, Callable[[Any], str]] = {
    Transcript: lambda node: shortened(node.title or node.source or "", LONGEST),
    Section: lambda node: shortened(node.heading or "", LONGEST),
    Contribution: lambda node: shortened(f"{speaker_of(node)}: {node.text[:LONGEST]}", LONGEST),
    Division: title,
}


def _linked(transcript: Transcript) -> dict[int, list[tuple[str, str]]]:
    """What each turn is linked to, by the number of the turn."""
    found: dict[int, list[tuple[str, str]]] = {}
    for link in transcript.links:
        said = (link.type, f"of turn {link.target + 1}, by the rule {link.rule}")
        found.setdefault(link.source + 1, []).append(said)
    return found


def _fields(node: Any) -> Iterator[tuple[str, str]]:
    """What a node says of itself, beside its words: only what there is."""
    if type(node) is Transcript:
        return
    if type(node) is Contribution:
        yield "kind", node.kind
        if node.person is not None and node.person.name:
            yield "person", f"{node.person.name} ({node.person.id})"
        yield from (("rule", f"{key}: {rule}") for key, rule in node.rules.items())
    cls: Any = type(node)
    for field in attrs.fields(cls):
        value = getattr(node, field.name)
        if field.name not in _ELSEWHERE and value not in (None, (), False, ""):
            shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
            yield field.name, shown[:LONGEST]
