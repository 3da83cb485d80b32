"""Which of a parliament's languages words are in, by the commonest words of each: `languages.toml`."""

from __future__ import annotations

import collections
import functools
import tomllib
import unicodedata
from collections.abc import Sequence

import attrs

from hansardparse.data import beside

__all__ = ["language_of"]

#: So much of a paragraph is enough to see its script, in code points.
_ENOUGH = 400
#: Latin letters, and marks upon these, come before this.
_LATIN = "\u036f"


@attrs.frozen(eq=False)
class _Language:
    """How a language is told: by its commonest words, in small letters, or by its script."""

    words: frozenset[str]
    script: str | None


@functools.cache
def _languages() -> dict[str, _Language]:
    """All that are known, by their tags without region."""
    data = tomllib.loads((beside() / "parliaments" / "languages.toml").read_text(encoding="utf-8"))
    return {
        tag: _Language(frozenset(told.get("words", "").split()), told.get("script"))
        for tag, told in data.items()
    }


def language_of(text: str, of: Sequence[str]) -> str | None:
    """The one of some languages (BCP 47 tags) that words are in; None where they do not say.

    That is the one of whose commonest words there are most, unless another has as many: a paragraph of a few
    words can have none of any.
    """
    common, scripts = _told(tuple(of))
    if scripts and (script := _script(text)):
        return scripts.get(script)
    counts = dict.fromkeys(of, 0)
    for tags, count in collections.Counter(map(common.get, text.lower().split())).items():
        for tag in tags or ():
            counts[tag] += count
    *_, second, best = sorted((0, 0, *counts.values()))
    return max(of, key=counts.__getitem__) if best > second else None


@functools.lru_cache(maxsize=64)
def _told(of: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """How some languages are told: which of them have a word, and which is in a script."""
    common: dict[str, tuple[str, ...]] = {}
    scripts: dict[str, str] = {}
    for tag in of:
        if known := _languages().get(tag.partition("-")[0]):
            for word in known.words:
                common[word] = (*common.get(word, ()), tag)
            if known.script:
                scripts.setdefault(known.script, tag)
    return common, scripts


def _script(text: str) -> str | None:
    """The script of words that are not in Latin letters; None for those that are."""
    begin = text[:_ENOUGH]
    letters = [] if begin.isascii() else [each for each in begin if each > _LATIN and each.isalpha()]
    if not letters or len(letters) * 4 < len(begin):  # signs of vowels and blanks are no letters
        return None
    return collections.Counter(map(_script_of, letters)).most_common(1)[0][0]


@functools.cache
def _script_of(letter: str) -> str:
    """The script of a letter, as its name begins."""
    return unicodedata.name(letter, "").partition(" ")[0]
