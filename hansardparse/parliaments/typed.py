"""What the file of a profile holds, in the types that the fields of its classes have.

`cattrs` does such work for `loads`. Every start reads a profile, and to import that takes longer than this.
"""

from __future__ import annotations

import types
from collections.abc import Iterable
from typing import Any, get_args, get_origin, get_type_hints

import attrs

__all__ = ["month_numbers", "over", "said", "sided", "structured"]

#: What is wanted for a type, as TOML has it.
_WANTED = {str: "a text in quotes", int: "a whole number", bool: "true or false"}


def over(own: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    """What a profile says and, table by table, what its base says besides."""
    found = {**base, **own}
    for key in own.keys() & base.keys():
        if isinstance(own[key], dict) and isinstance(base[key], dict):
            found[key] = over(own[key], base[key])
    return found


def structured(kind: Any, value: Any, key: str = "") -> Any:
    """A value of the file in the type that its field has.

    Raises TypeError that says which key is wrong, and what is wanted.
    """
    if attrs.has(kind):
        return _table(kind, value, key)
    origin, held = get_origin(kind), get_args(kind)
    if origin is types.UnionType:  # a value, or none where the key is not there
        return structured(held[0], value, key)
    if origin is dict:
        if not isinstance(value, dict):
            raise _wrong(key, "a table", value)
        if set(map(type, value.values())) <= {held[1]}:  # as in every file that is right
            return value
        return {name: structured(held[1], each, f"{key}.{name}") for name, each in value.items()}
    if origin in (frozenset, tuple, list):
        if not isinstance(value, list):
            raise _wrong(key, "a list, [...]", value)
        if set(map(type, value)) <= {held[0]}:
            return origin(value)
        return origin(structured(held[0], each, key) for each in value)
    if type(value) is not kind:  # true is no number here
        raise _wrong(key, _WANTED[kind], value)
    return value


def _table(kind: Any, value: Any, key: str) -> Any:
    """A table of the file as an object of a class."""
    if not isinstance(value, dict):
        raise _wrong(key, "a table", value)
    before = f"{key}." if key else ""
    fields = {field.name: field for field in attrs.fields(kind)}
    for name in value:
        if name not in fields:
            raise TypeError(f"there is no key `{before}{name}`{_nearest(name, fields)}")
    for name, field in fields.items():
        if field.default is attrs.NOTHING and name not in value:
            raise TypeError(f"the key `{before}{name}` is missing; add it")
    hints = get_type_hints(kind)
    found = {name: structured(hints[name], each, f"{before}{name}") for name, each in value.items()}
    return kind(**found)


def _nearest(word: str, known: Iterable[str]) -> str:
    """What to write for a word that is not known."""
    import difflib  # takes a millisecond, and most files are right

    near = difflib.get_close_matches(word, [*known], 1)
    return f"; write `{near[0]}`" if near else "; leave it out"


def said(_owner: Any, field: Any, value: str) -> None:
    """Refuse a text with nothing in it."""
    if not value.strip():
        raise _wrong(field.name, "a text with words in it", value)


def month_numbers(_owner: Any, field: Any, value: dict[str, int]) -> None:
    """Refuse a month that is none of the year's."""
    for month, number in value.items():
        if not 1 <= number <= 12:
            raise _wrong(f"{field.name}.{month}", "a number from 1 to 12", number)


def sided(owner: Any, field: Any, value: frozenset[str]) -> None:
    """Refuse an option that no side of a division names."""
    for option in sorted(value - set(owner.sides.values())):
        raise _wrong(
            field.name,
            f"a list of options that `sides` names{_nearest(option, owner.sides.values())}",
            option,
        )


def _wrong(key: str, wanted: str, value: Any) -> TypeError:
    return TypeError(f"`{key}` is {wanted}, not {value!r}")
