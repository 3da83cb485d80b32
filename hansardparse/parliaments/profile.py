"""The profile of a parliament: its words as data, read from `profile.toml`.

A profile holds what Python has to look up: which party a code stands for, which side of a division a word
names, who counts tellers. The forms in which these words are printed are grammar, and stand in the
parliament's `words.lark`. A word stands in one of the two, never in both: `words.lark` takes lists of
words from the profile by `%declare` (see `hansardparse.grammar.load`).
"""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any

import attrs

from hansardparse.errors import HansardError

__all__ = ["Profile", "known", "outside", "profile", "register"]


@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """One legislature's words. Two profiles are equal only where they are the same object."""

    #: Its short name, as in `grammars/uk`; ISO 3166 where there is one.
    code: str
    #: `United Kingdom`
    name: str
    #: Languages of the record as BCP 47 tags, the usual one first: `en-GB`.
    languages: tuple[str, ...]
    #: The prefix of a chamber's numbers and its name: `HC` is `Commons`.
    chambers: dict[str, str]
    #: The code of a party in a label and its name: `Con` is `Conservative`.
    parties: dict[str, str]
    #: The name of a month in small letters, whole or shortened, and its number.
    months: dict[str, int]
    #: The heading of a list in a division, its letters alone and small, and the option: `ayes` is `aye`.
    sides: dict[str, str]
    #: The options on whose side tellers are counted.
    tellers_counted: frozenset[str]
    #: Invented words by what they are, `surnames`, of which `hansardparse.testing` makes debates.
    examples: dict[str, list[str]]


#: Where the parliaments are that an installed package or a grammar file has brought.
_OUTSIDE: dict[str, Any] = {}


def register(code: str, folder: Any) -> None:
    """Make known a parliament whose `profile.toml` and grammars are in a folder outside the package."""
    _OUTSIDE[code] = folder
    profile.cache_clear()


def outside(code: str) -> Any:
    """The folder that was registered for a parliament, None for those of the package."""
    return _OUTSIDE.get(code)


def known() -> tuple[str, ...]:
    """The codes of all parliaments, those of the package first."""
    own = (each.name for each in files(__package__).iterdir() if (each / "profile.toml").is_file())
    return (*sorted(own), *(code for code in _OUTSIDE))


@functools.cache
def profile(code: str) -> Profile:
    """The profile of a parliament. Raises HansardError (`bad-profile`) for a file that is none."""
    folder = _OUTSIDE.get(code) or files(__package__) / code
    file = folder / "profile.toml"
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        return Profile(code=code, **{key: _held(key, value) for key, value in data.items()})
    except (OSError, TypeError, ValueError) as error:
        raise HansardError(f"the profile of parliament {code!r}: {error}", code="bad-profile") from None


def _held(key: str, value: Any) -> Any:
    """A value of the file in the type that its field has."""
    kind = str(attrs.fields_dict(Profile)[key].type) if key in attrs.fields_dict(Profile) else ""
    if kind.startswith("frozenset"):
        return frozenset(value)
    return tuple(value) if kind.startswith("tuple") else value
