"""What all nodes have: a type, a place, and the nodes in them."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, NamedTuple, cast

import attrs

__all__ = ["NOWHERE", "Node", "Span", "children", "language_field", "leaves", "span_field"]


class Span(NamedTuple):
    """A half-open range of code points of the decoded text: `source[start:end]`."""

    start: int
    end: int


NOWHERE = Span(0, 0)


def span_field() -> Any:
    """The field `span` of a node: its place takes no part in equality."""
    return attrs.field(default=NOWHERE, eq=False, repr=False)


def language_field() -> Any:
    """The field `language` of words: it follows from these, so it takes no part in equality."""
    return attrs.field(default=None, eq=False, repr=False, kw_only=True)


class Node:
    """What every class of the tree is: something with a `type` and a `span`."""

    __slots__ = ()
    type: ClassVar[str] = "node"
    #: Names of properties that the JSON shows beside the fields; `loads` does not read them.
    derived: ClassVar[tuple[str, ...]] = ()
    span: Span

    @property
    def start(self) -> int:
        """Offset of the first code point."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset after the last code point."""
        return self.span.end


def children(parent: Any) -> tuple[Any, ...]:
    """The nodes directly in a node, in source order."""
    cls: Any = type(parent)
    return _below(cls)(parent)


@functools.cache
def _below(cls: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the nodes in a node of a class: its own `_parts`, else the field that holds them."""
    if (parts := getattr(cls, "_parts", None)) is not None:
        return cast(Callable[[Any], tuple[Any, ...]], parts)
    fields = {field.name for field in attrs.fields(cls)}
    name = next((name for name in ("items", "inlines") if name in fields), None)
    return operator.attrgetter(name) if name is not None else lambda parent: ()


def leaves(parent: Any) -> Iterator[Any]:
    """The leaves below a node, in source order."""
    stack = [*reversed(children(parent))]
    below_of: Any = _below
    while stack:
        node = stack.pop()
        below = below_of(type(node))(node)  # `children` without its call, on every node
        if below:
            stack += below[::-1]
        else:
            yield node
