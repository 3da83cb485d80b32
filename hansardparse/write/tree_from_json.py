"""The tree that JSON of `dumps` holds: `loads`, which refuses any other JSON and says where it differs."""

from __future__ import annotations

import datetime
import functools
import json
import math
import types
import typing
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, NamedTuple

import attrs

from hansardparse.errors import HansardError
from hansardparse.model.nodes import Person, Resolution, Span, Transcript
from hansardparse.version import __version__
from hansardparse.write.tree_json import CLASSES, FORMAT, OPEN, written

__all__ = ["loads"]


class _Reading(NamedTuple):
    """What is known while a transcript is read: its persons, and whether another version wrote it."""

    persons: dict[str, Person]
    foreign: bool


_TOO_DEEP = "nested deeper than any transcript"
_READING: ContextVar[_Reading] = ContextVar("reading")


def loads(text: str | bytes) -> Transcript:
    """The transcript that `dumps` wrote.

    Raises HansardError (`bad-json`) for anything else, with the place: `line` and `column` where it is no
    JSON, else `json_path` (`$.items[3].span`). In the JSON of another version of the library, keys that
    this one does not know are passed over, and those that it has since got have their default.

    >>> from hansardparse import dumps, loads, parse
    >>> transcript = parse("Order.", layout="parallel")
    >>> loads(dumps(transcript)) == transcript
    True
    >>> loads(dumps(transcript).replace("[0,6]", "[0,null]", 1))
    Traceback (most recent call last):
    ...
    hansardparse.errors.HansardError: $.items[0].span: [0, null] is no span of two offsets [bad-json]
    """
    if not isinstance(text, (str, bytes, bytearray)):
        raise TypeError(f"loads takes JSON as str or bytes, not {type(text).__name__}")
    data = _json(text)
    if not isinstance(data, dict) or data.get("type") != "transcript":
        raise _error("$", "not a transcript: its key `type` must have the value `transcript`")
    if type(data.get("format")) is not int or data["format"] != FORMAT:
        raise _error("$.format", f"{_shown(data.get('format'))} is not {FORMAT}, which this version reads")
    if type(data.get("version")) is not str:
        raise _error("$.version", "which version of hansardparse wrote this is not said")
    try:
        transcript = _structured(data)
    except RecursionError:
        raise _error("$", _TOO_DEEP) from None
    _check_links(transcript)
    return transcript


def _json(text: str | bytes) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        first = error.pos - error.colno + 1
        line = error.doc[first : error.pos + 80].partition("\n")[0]
        raise HansardError(
            f"not JSON: {error.msg}", code="bad-json", line=error.lineno, column=error.colno, text=line
        ) from None
    except RecursionError:
        raise _error("$", _TOO_DEEP) from None
    except ValueError as error:  # bytes that are no text, a number of thousands of digits, NaN
        raise _error("$", f"not JSON: {error}") from None


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _structured(data: dict[str, Any]) -> Transcript:
    from cattrs.errors import BaseValidationError

    foreign = data["version"] != __version__
    token = _READING.set(_Reading({}, foreign))
    path = "$.persons"
    try:
        listed = data.get("persons", [] if foreign else None)
        persons = _converter().structure(listed, tuple[Person, ...])
        _READING.set(_Reading({person.id: person for person in persons}, foreign))
        path = "$"
        transcript: Transcript = _converter().structure(data, Transcript)
    except BaseValidationError as error:
        raise _error(*_first_fault(error, path)) from None
    except ValueError as error:
        raise _error(path, str(error)) from None
    finally:
        _READING.reset(token)
    return transcript


def _error(path: str, message: str) -> HansardError:
    return HansardError(message, code="bad-json", json_path=path)


def _first_fault(error: BaseException, path: str) -> tuple[str, str]:
    """The place and the words of the first fault that was found."""
    from cattrs.errors import ClassValidationError, IterableValidationError

    while True:
        if isinstance(error, ClassValidationError):
            error, attribute = error.group_exceptions()[0][0]
            path += f".{attribute.name}"
        elif isinstance(error, IterableValidationError):
            error, item = error.group_exceptions()[0][0]
            path += f"[{item.index}]"
        elif isinstance(error, RecursionError):
            return "$", _TOO_DEEP
        else:
            return path, str(error)


def _check_links(transcript: Transcript) -> None:
    """Refuse a link to a contribution that is not there, which nothing could follow."""
    count = sum(1 for _ in transcript.contributions()) if transcript.links else 0
    for n, link in enumerate(transcript.links):
        for end, at in (("source", link.source), ("target", link.target)):
            if not 0 <= at < count:
                raise _error(f"$.links[{n}].{end}", f"no contribution has the number {at}")
        if link.target >= link.source:
            raise _error(f"$.links[{n}].target", f"{link.target} is no contribution before {link.source}")


# --- how each kind of value is read ----------------------------------------------------------------------


def _shown(value: Any) -> str:
    """A value as JSON, cut to what fits a line."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _scalar(wanted: type[Any], name: str) -> Callable[[Any, Any], Any]:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not wanted:
            raise ValueError(f"{_shown(value)} is no {name}")
        return value

    return read


def _number(value: Any, _: Any) -> float:
    try:
        if type(value) in (int, float) and math.isfinite(value):
            return float(value)
    except OverflowError:  # a whole number that no float holds
        pass
    raise ValueError(f"{_shown(value)} is no number")


def _date(value: Any, _: Any) -> datetime.date:
    try:
        date = datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        date = None
    if date is None or date.isoformat() != value:
        raise ValueError(f"{_shown(value)} is no date, YYYY-MM-DD")
    return date


def _span(value: Any, _: Any) -> Span:
    if type(value) is list and len(value) == 2 and all(type(offset) is int for offset in value):
        start, end = value
        if 0 <= start <= end:
            return Span(start, end)
    raise ValueError(f"{_shown(value)} is no span of two offsets")


def _array(value: Any, kind: Any) -> tuple[Any, ...]:
    from cattrs.errors import IterableValidationError, IterableValidationNote

    if type(value) is not list:
        raise ValueError(f"{_shown(value)} is no array")
    structure, wanted = _converter().structure, typing.get_args(kind)[0]
    read: list[Any] = []
    try:
        for item in value:
            read.append(structure(item, wanted))
    except Exception as error:
        error.add_note(IterableValidationNote("", len(read), wanted))
        raise IterableValidationError("", [error], kind) from None
    return tuple(read)


def _node(value: Any, kind: Any) -> Any:
    """A node, whose class its `type` names; `kind` says which may stand here."""
    if value is None and type(None) in typing.get_args(kind):
        return None
    if type(value) is not dict:
        raise ValueError(f"{_shown(value)} is no object")
    name = value.get("type")
    cls = CLASSES.get(name) if type(name) is str else None
    if cls is None or not issubclass(cls, typing.get_args(kind) or kind):
        raise ValueError(f"nothing of type {_shown(name)} stands here")
    return _converter().structure(value, cls)


def _resolution(value: Any, _: Any) -> Resolution:
    """What was inferred of a contribution: its person by its id, its rules as an object."""
    rules = value.get("rules", {})
    if type(rules) is not dict or not all(type(rule) is str for rule in rules.values()):
        raise ValueError(f"{_shown(rules)} is no object of rules")
    who, kind, new_turn = (value.get(key) for key in ("person", "kind", "new_turn"))
    known = _READING.get().persons
    if who is not None and (type(who) is not str or who not in known):
        raise ValueError(f"{_shown(who)} is no person of this transcript")
    if kind is not None and type(kind) is not str:
        raise ValueError(f"{_shown(kind)} is no kind")
    if new_turn is not None and type(new_turn) is not bool:
        raise ValueError(f"{_shown(new_turn)} is no truth value")
    return Resolution(None if who is None else known[who], kind, new_turn, tuple(rules.items()))


def _object(cls: type[Any], read: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """What reads the object of a class: it checks that it is one, and has the keys that such have."""
    fields = [field for field in attrs.fields(cls) if not field.name.startswith("_")]
    needed = {"type"} | {field.name for field in fields if field.default is attrs.NOTHING}
    derived: tuple[str, ...] = getattr(cls, "derived", ())
    every = {"type", "span", *(field.name for field in fields), *derived}
    every |= {"format"} if cls is Transcript else set()
    placed = any(field.name == "span" for field in fields)

    def checked(value: Any, kind: Any) -> Any:
        if type(value) is not dict or value.get("type") != cls.type:
            raise ValueError(f"{_shown(value)} is no object of type {_shown(cls.type)}")
        if value.keys() != every:
            foreign = _READING.get().foreign
            if missing := sorted((needed if foreign else every) - value.keys()):
                raise ValueError(f"the key {_shown(missing[0])} is missing")
            if not foreign:
                raise ValueError(f"the key {_shown(min(value.keys() - every))} is unknown")
        if not placed and value.get("span") is not None:
            raise ValueError(f"an object of type {_shown(cls.type)} has no span")
        node = read(value, kind)
        if derived and not _READING.get().foreign:  # another version may derive it otherwise
            _check_derived(node, value, derived)
        return node

    return checked


def _check_derived(node: Any, value: dict[str, Any], derived: tuple[str, ...]) -> None:
    """Refuse what stands for the others' sake where it is not what follows from them."""
    for key in derived:
        follows, stands = getattr(node, key), value[key]
        if follows is stands or (type(follows) is str and follows == stands):
            continue
        if (
            follows is None
            or type(follows) is str
            or json.loads(written(follows)) != stands
            or type(stands) in (bool, float)
        ):
            raise ValueError(
                f"the key {_shown(key)} has {_shown(stands)}, which does not follow from the others"
            )


@functools.cache
def _converter() -> Any:
    """What turns objects into nodes."""
    import cattrs
    from cattrs.gen import make_dict_structure_fn, override

    converter = cattrs.Converter()
    for kind, name in ((str, "string"), (int, "whole number"), (bool, "truth value")):
        converter.register_structure_hook(kind, _scalar(kind, name))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(datetime.date, _date)
    converter.register_structure_hook(Span, _span)
    converter.register_structure_hook_func(_is_array, _array)
    # a field that may hold nodes of several classes is read by their `type`
    converter.register_structure_hook_func(_is_node_union, _node)
    known = frozenset(CLASSES.values()) - {Resolution}
    for cls in known:
        attrs.resolve_types(cls)

    def reading(cls: type[Any]) -> Callable[[Any, Any], Any]:
        unwritten = {a.name: override(omit=True) for a in attrs.fields(cls) if a.name[0] == "_"}
        return _object(cls, make_dict_structure_fn(cls, converter, **unwritten))  # type: ignore[arg-type]

    converter.register_structure_hook_factory(known.__contains__, reading)
    converter.register_structure_hook(Resolution, _object(Resolution, _resolution))
    return converter


def _is_array(kind: Any) -> bool:
    origin: Any = typing.get_origin(kind)
    return origin is tuple


def _is_node_union(kind: Any) -> bool:
    if kind in OPEN:
        return True
    members = typing.get_args(kind) if isinstance(kind, types.UnionType) else ()
    return sum(1 for m in members if attrs.has(m)) > 1
