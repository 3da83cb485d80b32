"""Characters that take no room, at the edge of what was found: each is made part of a leaf beside it.

The grammars read such a character as a space (see `text/decoding.py`), so it ends up between two leaves
where a space would. To which of them it belongs shows only when both are there, so their places are moved
then, and not while they are made. Few texts have any such character; only those come here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from hansardparse.model.nodes import Node, Section, Span, leaves
from hansardparse.text.joints import folded

__all__ = ["covered"]


def covered(items: list[Any], text: str, base: int) -> list[Any]:
    """The items of a stretch of text that begins at `base`, every character that is no space in a leaf."""
    places = _places(list(leaves(Section(tuple(items)))), text, base)
    return [_moved(item, places, text, base) for item in items] if places else items


def _places(found: list[Any], text: str, base: int) -> dict[int, Span]:
    """The new places of leaves, by their ids: what stands on a leaf's line before or behind it is its own."""
    places: dict[int, Span] = {}
    for before, after in zip((None, *found), (*found, None), strict=True):
        start = places.get(id(before), before.span).end - base if before is not None else 0
        end = after.span.start - base if after is not None else len(text)
        if not text[start:end].strip():
            continue
        line = max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1
        if before is None:
            line = start
        elif after is None or not line:
            line = end
        if before is not None and (more := len(text[start:line].rstrip())):
            places[id(before)] = Span(places.get(id(before), before.span).start, base + start + more)
        if after is not None and (more := len(text[line:end].lstrip())):
            places[id(after)] = Span(base + end - more, after.span.end)
    return places


def _moved(node: Any, places: dict[int, Span], text: str, base: int) -> Any:
    """A node with its leaves in their new places, or the node itself where none has moved."""
    place = places.get(id(node))
    if place is not None:
        return _stretched(node, place, folded(text[place.start - base : place.end - base]))
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        if isinstance(value, Node):
            moved: Any = _moved(value, places, text, base)
            if moved is not value:
                changes[field.name] = moved
        elif type(value) is tuple and value and isinstance(value[0], Node):
            moved = tuple(_moved(v, places, text, base) for v in value)
            if any(a is not b for a, b in zip(moved, value, strict=True)):
                changes[field.name] = moved
    if not changes:
        return node
    spans = [node.span, *_spans(changes)]
    around = Span(min(s.start for s in spans), max(s.end for s in spans))
    return attrs.evolve(node, **changes, span=around)


def _stretched(leaf: Any, place: Span, words: str) -> Any:
    """A leaf that goes further; what it has as its text does too, but a label stays as it is."""
    if any(field.name == "text" for field in attrs.fields(type(leaf))):
        return attrs.evolve(leaf, text=words, span=place)
    return attrs.evolve(leaf, span=place)


def _spans(changes: dict[str, Any]) -> Iterator[Span]:
    """The places of the nodes among some changes."""
    for value in changes.values():
        if isinstance(value, Node):
            yield value.span
        elif type(value) is tuple and not isinstance(value, Span):
            yield from (v.span for v in value)
