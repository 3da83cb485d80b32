"""What the file of a profile holds, in the types that the fields of its classes have."""

from __future__ import annotations

from typing import Any, get_origin, get_type_hints

import attrs

__all__ = ["over", "structured"]


def over(own: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    """What a profile says and, table by table, what its base says besides."""
    found = {**base, **own}
    for key in own.keys() & base.keys():
        if isinstance(own[key], dict):
            found[key] = over(own[key], base[key])
    return found


def structured(kind: Any, value: Any) -> Any:
    """A value of the file in the type that its field has; raises TypeError for a key that is no field's."""
    if attrs.has(kind):
        types = get_type_hints(kind)
        return kind(**{key: structured(types.get(key), each) for key, each in value.items()})
    origin = get_origin(kind)
    return origin(value) if origin in (frozenset, tuple) else value
