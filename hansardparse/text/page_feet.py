"""The heads and feet of pages: a line that stands again and again, its number going up from page to page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from hansardparse.parliaments.days import YEARS

__all__ = ["page_feet"]

#: What stands between the words of such a line and its number.
BESIDE = " |–—-[]()·•,"
FIGURES = "0123456789"
#: A page has a number of so many figures, and from one to the next it goes up by so much at most.
WIDEST, STEP = 4, 3
#: The words of such a line are no shorter and no longer, save the word for a page itself.
SHORTEST, LONGEST = 12, 120
PAGES = frozenset({"page", "p", "p.", "pg"})
#: Numbers that stand alone tell by themselves where there are so many, each one more than the last one, and
#: so many lines between them.
ENOUGH, APART = 3, 10

#: A number, and the lines at which it stands.
_Page = tuple[int, tuple[int, ...]]


def page_feet(lines: Sequence[str]) -> frozenset[int]:
    """Which lines are heads or feet of pages: `Depth of Water, HC 99 7`, or the same with its number above or
    below it. The lines have no blanks around them; those between paragraphs are empty.
    """
    found: dict[tuple[str, str], list[_Page]] = {}
    alone: list[_Page] = []
    words = [n for n, line in enumerate(lines) if line]
    for at, n in enumerate(words):
        line = lines[n]
        if len(line) <= WIDEST and line.isdecimal() and int(line) not in YEARS:
            alone.append((int(line), (n,)))
            for place, side in ((at - 1, "above"), (at + 1, "below")):
                if 0 <= place < len(words) and _is_head(head := lines[words[place]]):
                    found.setdefault((head, side), []).append((int(line), (n, words[place])))
        elif len(line) <= LONGEST and (line[-1] in FIGURES or line[0] in FIGURES):
            for core, side, number in _numbered(line):
                found.setdefault((core, side), []).append((number, (n,)))
    pages = [page for each in found.values() if _rise(each, STEP) for page in each]
    steps = itertools.pairwise(places[0] for _, places in alone)
    if len(alone) >= ENOUGH and _rise(alone, 1) and all(b - a >= APART for a, b in steps):
        pages += alone
    return frozenset(n for _, places in pages for n in places)


def _numbered(line: str) -> Iterator[tuple[str, str, int]]:
    """What a line may be at the foot of a page: its words, the side of its number, and that."""
    parts = line.rsplit(None, 2)
    counted = len(parts) == 3 and parts[0][-1] in FIGURES and parts[2].isdecimal()
    if counted and parts[1].isalpha() and parts[1].casefold() not in PAGES:
        line = parts[0]  # a number out of so many
    if line[0] in FIGURES and line[-1] in FIGURES:  # of two columns or pages, which stand at either side
        line = line.rstrip(FIGURES).rstrip(BESIDE)
    for side, core in (("end", line.rstrip(FIGURES)), ("begin", line.lstrip(FIGURES))):
        number = line[len(core) :] if side == "end" else line[: len(line) - len(core)]
        beside = core[-1:] if side == "end" else core[:1]
        words = core.strip(BESIDE)
        if not number or len(number) > WIDEST or int(number) in YEARS or not beside or beside not in BESIDE:
            continue
        if _is_head(words) or words.casefold() in PAGES:
            yield words, side, int(number)


def _is_head(words: str) -> bool:
    """Whether some words may be the head of a page: no sentence, no list, no label."""
    return SHORTEST <= len(words) <= LONGEST and words[-1] not in ".,;:?!—" and words[0].isupper()


def _rise(pages: Sequence[_Page], step: int) -> bool:
    """Whether there are two pages at least, and their numbers go up from each to the next."""
    return len(pages) > 1 and all(0 < b[0] - a[0] <= step for a, b in itertools.pairwise(pages))
