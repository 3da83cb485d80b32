"""Transcripts as JSON, and back: `dumps`, `loads`, `schema`.

Every object has `type` as its first key, and all its keys always; what a node shows beside its fields
(`heading`, `kind`, ...) is written for the reader and ignored by `loads`. The same transcript gives
the same bytes.
"""

from __future__ import annotations

import datetime
import functools
import json
import re
import types
import typing
from contextvars import ContextVar
from typing import Any

import attrs

from hansardparse import model
from hansardparse.model import Link, Person, Resolution, Span, Transcript

__all__ = ["FORMAT", "dumps", "loads", "schema"]

#: The version of the JSON; it changes only with an entry in the CHANGELOG.
FORMAT = 1

CLASSES: dict[str, Any] = {
    value.type: value
    for value in (vars(model)[name] for name in model.__all__)
    if "type" in vars(value) and value not in (model.Node, Link)
}
#: Fields declared so may hold any class below these.
_OPEN = (model.Node, model.Reference, Link)
_SURROGATE = re.compile("[\ud800-\udfff]")
#: The persons of the transcript that is being read, by id: a contribution names its person by it.
_PERSONS: ContextVar[dict[str, Person]] = ContextVar("persons")


def escape_surrogates(text: str) -> str:
    """JSON text that UTF-8 can carry: a lone surrogate as its escape."""
    try:
        text.encode()
    except UnicodeEncodeError:
        pass
    else:  # much faster than to look for one
        return text
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def dumps(transcript: Transcript) -> str:
    """The transcript as one line of JSON, valid against `schema()`; `loads` gives it back."""
    data = _converter().unstructure(transcript)
    return escape_surrogates(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def loads(text: str) -> Transcript:
    """The transcript that `dumps` wrote. Raises ValueError for other JSON or another format."""
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("type") != "transcript":
        raise ValueError("not a transcript: the first key must be type, its value transcript")
    if data.get("format") != FORMAT:
        raise ValueError(f"format {data.get('format')!r} is not {FORMAT}, the one this version reads")
    persons = {p["id"]: _structure(p) for p in data["persons"]}
    token = _PERSONS.set(persons)
    try:
        transcript: Transcript = _converter().structure(data, Transcript)
    finally:
        _PERSONS.reset(token)
    return transcript


def _structure(data: Any) -> Any:
    """A node from its object, whose class its `type` names; anything else as it is."""
    if isinstance(data, dict) and data.get("type") in CLASSES:
        return _converter().structure(data, CLASSES[data["type"]])
    return data


@functools.cache
def _converter() -> Any:
    """What turns nodes into objects and back."""
    import cattrs
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

    converter = cattrs.Converter()
    converter.register_unstructure_hook(datetime.date, lambda d: d.isoformat())
    converter.register_structure_hook(datetime.date, lambda s, _: datetime.date.fromisoformat(s))
    converter.register_unstructure_hook(Span, list)
    converter.register_structure_hook(Span, lambda pair, _: Span(*pair))
    # a field that may hold nodes of several classes is written by their class and read by their `type`
    converter.register_unstructure_hook_func(_OPEN.__contains__, converter.unstructure)
    converter.register_structure_hook_func(_is_node_union, lambda data, _: _structure(data))
    known = frozenset(CLASSES.values()) - {Resolution}
    for cls in known:
        attrs.resolve_types(cls)
    converter.register_unstructure_hook_factory(
        known.__contains__, lambda cls: _writer(cls, make_dict_unstructure_fn(cls, converter))
    )
    converter.register_structure_hook_factory(
        known.__contains__, lambda cls: make_dict_structure_fn(cls, converter)
    )
    converter.register_unstructure_hook(Resolution, _write_resolution)
    converter.register_structure_hook(Resolution, _read_resolution)
    return converter


def _is_node_union(kind: Any) -> bool:
    if kind in _OPEN:
        return True
    members = typing.get_args(kind) if isinstance(kind, types.UnionType) else ()
    return sum(1 for m in members if attrs.has(m)) > 1


def _writer(cls: type[Any], fields: Any) -> Any:
    """Write one class: its type, then (for a transcript) the format, its fields, and what it derives."""
    head: dict[str, Any] = {"type": cls.type, "format": FORMAT} if cls is Transcript else {"type": cls.type}
    derived = getattr(cls, "derived", ())
    spanless = None if any(a.name == "span" for a in attrs.fields(cls)) else {"span": None}

    def write(node: Any) -> dict[str, Any]:
        data = {**head, **fields(node)}
        if spanless:
            data.update(spanless)
        for name in derived:
            value = getattr(node, name)
            data[name] = value.isoformat() if isinstance(value, datetime.date) else value
        return data

    return write


def _write_resolution(resolution: Resolution) -> dict[str, Any]:
    return {
        "type": Resolution.type,
        "person": resolution.person and resolution.person.id,
        "kind": resolution.kind,
        "new_turn": resolution.new_turn,
        "rules": dict(resolution.rules),
        "span": None,
    }


def _read_resolution(data: dict[str, Any], _: Any) -> Resolution:
    who = data["person"]
    return Resolution(
        None if who is None else _PERSONS.get()[who],
        data["kind"],
        data["new_turn"],
        tuple(data["rules"].items()),
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
        properties |= {a.name: _schema_of(a.type) for a in attrs.fields(cls)}
    properties.setdefault("span", {"type": "null"})
    for name in getattr(cls, "derived", ()):
        getter = getattr(cls, name).fget
        properties[name] = _schema_of(typing.get_type_hints(getter, vars(model))["return"])
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
    if kind in _OPEN:
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
