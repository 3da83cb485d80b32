"""Where two lines of a paragraph were joined: what its words have there.

A text keeps its length when its lines are joined, so that places in it stay what they are: a mark stands for
the newline, and `folded` makes of it what the words have. No text has the mark of its own, for the ends of its
lines are read as newlines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["folded", "joined", "parted", "vocabulary"]

#: For one space, whatever blanks stand behind it; between a hyphen and a letter, for nothing.
MARK = "\r"
#: For nothing, in place of the newline and of the hyphen that divides a word.
_DIVIDED = re.compile(f"{MARK}{MARK}[^\\S\n]*")
_HYPHEN = re.compile(f"(?<=[^\\W_]-){MARK}[^\\S\n]*(?=[^\\W\\d_])")
#: A word that stands by itself, with the hyphens within it; half of one that a line divides is none.
_WORD = re.compile(r"(?<![\w-])[^\W_]+(?:-[^\W_]+)*+(?![\w-])")
_SPACE = re.compile(f"{MARK}[^\\S\n]*")
_LAST = re.compile(r"[^\W_]+(?=-\Z)")
_FIRST = re.compile(r"[^\W\d_]+")
#: No half of a word is longer.
LONGEST = 40


def joined(text: str, places: Sequence[int], shadow: str | None = None) -> str:
    """A text with the newlines at some places taken for joints; a shadow has a space there.

    `shadow` is that of the text, None where the text is a shadow itself.
    """
    pieces: list[str] = []
    done = 0
    words: frozenset[str] | None = None
    for at in places:
        mark = " "
        if shadow is not None:
            if words is None and shadow[at - 1 : at] == "-":
                words = vocabulary(shadow)
            mark = _joint(shadow, at, words or frozenset())
        pieces += (text[done : at + 1 - len(mark)], mark)
        done = at + 1
    return "".join((*pieces, text[done:]))


def _joint(shadow: str, at: int, words: frozenset[str]) -> str:
    """What stands for the newline at one place, and for a hyphen before it that is none of the word's."""
    if shadow[at - 1 : at] == "-":
        first = _LAST.search(shadow[max(0, at - LONGEST) : at])
        second = _FIRST.match(shadow[at + 1 : at + 1 + LONGEST].lstrip())
        if first and second:
            divided = second[0][0].islower() and _is_divided(first[0], second[0], words)
            return MARK + MARK if divided else MARK
    return MARK if shadow[at + 1 : at + 2] in (" ", "\t") else " "


def _is_divided(first: str, second: str, words: frozenset[str]) -> bool:
    """Whether a hyphen divides a word at the end of a line; `words` are those of the text.

    It belongs to the word where that stands with it elsewhere, or where both its halves are words there.
    """
    if first[-1].isdecimal() or f"{first}-{second}" in words:
        return False
    return first + second in words or first not in words or second not in words


def vocabulary(shadow: str) -> frozenset[str]:
    """The words that stand in a text by themselves, by which halves of words are told."""
    return frozenset(_WORD.findall(shadow))


def parted(above: str, below: str, words: frozenset[str]) -> tuple[str, str]:
    """The first of two parts of a sentence that something cut, and what stands between them when it is whole:
    a space, or nothing between the halves of a word.
    """
    first = _LAST.search(above[-LONGEST:])
    second = _FIRST.match(below[:LONGEST])
    if first is None or second is None:
        return above, " "
    divided = second[0][0].islower() and _is_divided(first[0], second[0], words)
    return above[:-1] if divided else above, ""


def folded(text: str) -> str:
    """The words of a text whose lines were joined."""
    if MARK not in text:
        return text
    return _SPACE.sub(" ", _HYPHEN.sub("", _DIVIDED.sub("", text)))
