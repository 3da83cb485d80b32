"""Where two lines of a paragraph were joined: what its words have there.

A text keeps its length when its lines are joined, so that places in it stay what they are: a mark stands for
the newline, and `folded` makes of it what the words have. No text has the mark of its own, for the ends of
its lines are read as newlines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["folded", "joined", "parted", "stands_in", "vocabulary"]

#: For one space, whatever blanks stand behind it.
MARK = "\r"
#: For the hyphen that divides a word and the newline behind it: for nothing.
DIVIDED = MARK + MARK
#: For a hyphen that stays and the newline behind it.
HYPHEN = MARK + "-"
_DIVIDED = re.compile(f"{DIVIDED}[^\\S\n]*")
_HYPHEN = re.compile(f"{HYPHEN}[^\\S\n]*")
#: A word that stands by itself, with the hyphens within it; half of one that a line divides is none.
_WORD = re.compile(r"(?<![\w-])[^\W_]+(?:-[^\W_]+)*+(?![\w-])")
#: The second half of one that a line divides, or of two words that a hyphen joins there.
_SECOND = re.compile(r"(?<=[^\W_]-)\n[ \t]*+([^\W_]++)")
_SPACE = re.compile(f"{MARK}[^\\S\n]*")
_LAST = re.compile(r"[^\W_]+(?=-\Z)")
#: No half of a word is longer.
LONGEST = 40
_FIRST = re.compile(rf"[^\S\n]*([^\W\d_]{{1,{LONGEST}}})")


def joined(text: str, places: Sequence[int], shadow: str | None = None) -> str:
    """A text with the newlines at some places taken for joints; a shadow has a space there.

    `shadow` is that of the text, None where the text is a shadow itself.
    """
    pieces: list[str] = []
    done = 0
    words: frozenset[str] | None = None
    for at in places:
        mark, end = " ", at + 1
        if shadow is not None:
            if words is None and shadow[at - 1 : at] == "-":
                words = vocabulary(shadow)
            mark = _joint(shadow, at, words or frozenset())
        elif text[end] == "\t":  # by which the line was set in: no cell of a table begins here
            end = _behind_tabs(text, end)
            mark = " " * (end - at)
        pieces += (text[done : end - len(mark)], mark)
        done = end
    return "".join((*pieces, text[done:]))


def _behind_tabs(text: str, at: int) -> int:
    """Where the tabs end that stand at a place; words stand behind them."""
    while text[at] == "\t":
        at += 1
    return at


def _joint(shadow: str, at: int, words: frozenset[str]) -> str:
    """What stands for the newline at one place, or for it and the hyphen before it."""
    if shadow[at - 1 : at] == "-":
        first = _LAST.search(shadow[max(0, at - LONGEST) : at])
        second = _FIRST.match(shadow, at + 1)
        if first and second and (whole := _whole(first[0], second[1], words)) is not None:
            return DIVIDED if whole == "" else HYPHEN
    return MARK if shadow[at + 1 : at + 2] in (" ", "\t") else " "


def _whole(first: str, second: str, words: frozenset[str]) -> str | None:
    """What stands between two parts of a word, with a hyphen between them where a line ended: the hyphen,
    nothing where it divides a word, or None where it is a dash, as in `I move-` above `That the Bill`.

    It belongs to the word where that stands with it elsewhere, or where both its halves are words there;
    `words` are those of the text.
    """
    if not second[0].islower():
        joins = second[0].isupper() and not (first[0].islower() and first in words)
        return "-" if joins else None
    if first[-1].isdecimal() or f"{first}-{second}" in words:
        return "-"
    return "-" if first + second not in words and first in words and second in words else ""


def vocabulary(shadow: str) -> frozenset[str]:
    """The words that stand in a text by themselves, by which halves of words are told.

    A second half proves nothing where lines divide words: more of those stand elsewhere whole than with their
    hyphen. Other texts break their lines behind the hyphens of compounds alone.
    """
    words = frozenset(_WORD.findall(_SECOND.sub("", shadow)))
    halves = [(_first_half(shadow, found.start()), found[1]) for found in _SECOND.finditer(shadow)]
    divided = sum(first + second in words for first, second in halves)
    if divided > sum(f"{first}-{second}" in words for first, second in halves):
        return words
    return words.union(second for _, second in halves)


def stands_in(text: str, word: str) -> bool:
    """Whether a word stands in a text between blanks, or at its ends.

    >>> stands_in("Many ten-tonne cranes", "ten")
    False
    """
    # most stand nowhere, and one search of the text says so; short ones stand within many others
    part = re.escape(word)
    return word in text and re.search(rf"{part}(?!\S)(?<!\S{part})", text) is not None


def _first_half(shadow: str, at: int) -> str:
    """The letters before the hyphen at the end of a line, which ends at a place."""
    found = _LAST.search(shadow[max(0, at - LONGEST) : at])
    return found[0] if found else ""


def parted(above: str, below: str, words: frozenset[str]) -> tuple[str, str]:
    """The first of two parts of a sentence that something cut, and what stands between them when it is whole:
    a space, or nothing between the halves of a word.
    """
    first = _LAST.search(above[-LONGEST:])
    second = _FIRST.match(below)
    whole = _whole(first[0], second[1], words) if first and second else None
    if whole is None:
        return above, " "
    return above[: len(above) - 1 + len(whole)], ""


def folded(text: str) -> str:
    """The words of a text whose lines were joined."""
    if MARK not in text:
        return text
    text = _HYPHEN.sub("-", _DIVIDED.sub("", text))
    if text.endswith(MARK):  # words that end at such a hyphen end at the first of its two marks
        text = f"{text[:-1]}-"
    return _SPACE.sub(" ", text)
