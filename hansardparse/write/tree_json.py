"""Transcripts as JSON: `dumps`, `schema`; `loads` reads it back.

Every object has `type` as its first key, and all its keys always; what a node shows beside its fields
(`heading`, `kind`, ...) is written for the reader and ignored by `loads`. The same transcript gives
the same bytes.
"""

from __future__ import annotations

import datetime
import functools
import operator
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from json.encoder import encode_basestring
from typing import Any

import attrs

from hansardparse.model import nodes
from hansardparse.model.nodes import Link, Resolution, Section, Span, Transcript
from hansardparse.write.writers import Wanted, Writer

__all__ = ["CLASSES", "FORMAT", "OPEN", "WRITER", "dumps", "schema"]

#: The version of the JSON; it changes only with an entry in the CHANGELOG.
FORMAT = 2

CLASSES: dict[str, Any] = {
    value.type: value
    for value in (vars(nodes)[name] for name in nodes.__all__)
    if "type" in vars(value) and value not in (nodes.Node, Link)
}
#: Fields declared so may hold any class below these.
OPEN = (nodes.Node, nodes.Reference, Link)
_SURROGATE = re.compile("[\ud800-\udfff]")


def escape_surrogates(text: str) -> str:
    """JSON text that UTF-8 can carry: a lone surrogate as its escape."""
    if text.isascii():
        return text
    try:
        text.encode("utf-16")  # which is quicker, and refuses the same
    except UnicodeEncodeError:
        pass
    else:  # much faster than to look for one
        return text
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def dumps(transcript: Transcript) -> str:
    """The transcript as one line of JSON, valid against `schema()`; `loads` gives it back."""
    return escape_surrogates("".join(_pieces(transcript)))


def _of_files(parts: Iterable[Transcript], _: Wanted) -> Iterator[str]:
    for part in parts:
        yield dumps(part) + "\n"


WRITER = Writer(pieces=_of_files, whole=True)


def written(value: Any) -> str:
    """A node, or a value that rows have, as JSON; it may hold lone surrogates."""
    return _WRITERS[type(value)](value)


def _pieces(holder: Any) -> Iterator[str]:
    """The JSON of what holds items, item by item: else all of it is copied once for each level."""
    cls: Any = type(holder)
    begin, rest = _holder(cls)
    comma = begin
    for item in holder.items:
        yield comma
        if type(item) is Section:
            yield from _pieces(item)
        else:
            yield _WRITERS[type(item)](item)
        comma = ","
    if not holder.items:
        yield begin
    yield rest(holder)


@functools.cache
def _holder(cls: Any) -> tuple[str, Callable[[Any], str]]:
    """How a class that holds items begins, and what writes all that follows them."""
    begin, values, form = _form(cls, "items")
    return f'{begin},"items":[', lambda holder: "]" + form % each(values(holder))


class _Writers(dict[type[Any], Callable[[Any], str]]):
    """What writes a value, by its class; that of a node is made when the first one is met.

    A value of a class of its own (a `str` that knows more) is written as what it is one of.
    """

    def __missing__(self, cls: type[Any]) -> Callable[[Any], str]:
        known = next((base for base in cls.__mro__ if base in self), None)
        self[cls] = write = self[known] if known is not None else _writer(cls)
        return write


def _writer(cls: type[Any]) -> Callable[[Any], str]:
    """What writes one class; to fill in one form is twice as fast as to make objects for `json`."""
    begin, values, form = _form(cls)
    form = begin + form
    return lambda node: form % each(values(node))


def _form(cls: type[Any], *before: str) -> tuple[str, Callable[[Any], tuple[Any, ...]], str]:
    """How the JSON of a class begins: its type, and the format of a transcript; then the values of its
    other keys (its fields, and what it derives), and the form that they are filled in.
    """
    begin = f'{{"type":"{cls.type}"' + (f',"format":{FORMAT}' if cls is Transcript else "")
    fields = [a.name for a in attrs.fields(cls) if a.name[0] != "_" and a.name not in before]
    derived = list(getattr(cls, "derived", ()))
    form = "".join(f',"{key}":%s' for key in fields) + ("" if "span" in fields else ',"span":null')
    form += "".join(f',"{key}":%s' for key in derived) + "}"
    get = operator.attrgetter(*fields, *derived)
    return begin, get if len(fields) + len(derived) > 1 else lambda node: (get(node),), form


def each(values: Iterable[Any]) -> tuple[str, ...]:
    """Values as JSON, one by one."""
    return tuple(["null" if value is None else _WRITERS[type(value)](value) for value in values])


def _array(values: Sequence[Any]) -> str:
    return f"[{','.join(each(values))}]" if values else "[]"


def _mapping(values: dict[str, Any]) -> str:
    return _mapping_form(tuple(values)) % each(values.values()) if values else "{}"


@functools.lru_cache(maxsize=256)
def _mapping_form(keys: tuple[str, ...]) -> str:
    """The form of a mapping; the same few keys come again and again."""
    return "{" + ",".join(encode_basestring(key).replace("%", "%%") + ":%s" for key in keys) + "}"


_RESOLUTION = '{"type":"resolution","person":%s,"kind":%s,"new_turn":%s,"rules":%s,"span":null}'


def _resolution(told: Resolution) -> str:
    """A person is written in the transcript's `persons`, and by its id in a contribution."""
    values = each((told.person and told.person.id, told.kind, told.new_turn, dict(told.rules)))
    return _RESOLUTION % values


_WRITERS = _Writers(
    {
        str: encode_basestring,
        int: int.__repr__,
        float: float.__repr__,
        bool: {True: "true", False: "false"}.__getitem__,
        tuple: _array,
        list: _array,
        dict: _mapping,
        Span: "[%d,%d]".__mod__,
        datetime.date: lambda date: f'"{date.isoformat()}"',
        Resolution: _resolution,
    }
)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `dumps` writes, made from the classes themselves."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hansardparse transcript",
        "$ref": "#/$defs/transcript",
        "$defs": {name: _object(cls) for name, cls in sorted(CLASSES.items())},
    }


def _object(cls: type[Any]) -> dict[str, Any]:
    attrs.resolve_types(cls)
    properties: dict[str, Any] = {"type": {"const": cls.type}}
    if cls is Transcript:
        properties["format"] = {"const": FORMAT}
    if cls is Resolution:
        properties |= {
            "person": {"type": ["string", "null"]},
            "kind": {"type": ["string", "null"]},
            "new_turn": {"type": ["boolean", "null"]},
            "rules": {"type": "object", "additionalProperties": {"type": "string"}},
        }
    else:
        properties |= {a.name: _schema_of(a.type) for a in attrs.fields(cls) if a.name[0] != "_"}
    properties.setdefault("span", {"type": "null"})
    for name in getattr(cls, "derived", ()):
        getter = getattr(cls, name).fget
        properties[name] = _schema_of(typing.get_type_hints(getter, vars(nodes))["return"])
    doc = (cls.__doc__ or "").strip().splitlines()[0]
    return {
        "type": "object",
        "description": doc,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_SIMPLE = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime.date: {"type": "string", "format": "date"},
}


def _schema_of(kind: Any) -> dict[str, Any]:
    """The schema of one field's type."""
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if kind is Span:
        return {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
    if kind in OPEN:
        return {
            "anyOf": [{"$ref": f"#/$defs/{n}"} for n, c in sorted(CLASSES.items()) if issubclass(c, kind)]
        }
    if kind in CLASSES.values():
        return {"$ref": f"#/$defs/{kind.type}"}
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return {"type": "array", "items": _schema_of(args[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema_of(args[1])}
    return {"anyOf": [_schema_of(a) for a in args]}
