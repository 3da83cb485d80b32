"""The heads and feet of pages: a line that stands again and again, and its number goes up from page to page."""

from __future__ import annotations

from collections.abc import Sequence

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
#: Years are no numbers of pages.
YEARS = range(1800, 2101)


def page_feet(lines: Sequence[str]) -> frozenset[int]:
    """Which lines are heads or feet of pages: `Depth of Water, HC 99 7`, or the same with its number above or
    below it. The lines have no blanks around them; those between paragraphs are empty.
    """
    found: dict[tuple[str, str], list[tuple[int, tuple[int, ...]]]] = {}
    alone: list[tuple[int, tuple[int, ...]]] = []
    words = [n for n, line in enumerate(lines) if line]
    for at, n in enumerate(words):
        line = lines[n]
        if len(line) <= WIDEST and line.isdecimal() and int(line) not in YEARS:
            alone.append((int(line), (n,)))
            for place in (at - 1, at + 1):
                if 0 <= place < len(words) and _is_head(lines[words[place]]):
                    side = "above" if place < at else "below"
                    found.setdefault((lines[words[place]], side), []).append((int(line), (n, words[place])))
        elif len(line) <= LONGEST and (line[-1] in FIGURES or line[0] in FIGURES):
            for core, side, number in _numbered(line):
                found.setdefault((core, side), []).append((number, (n,)))
    feet = {n for pages in found.values() if _rise(pages) for _, places in pages for n in places}
    if len(alone) >= ENOUGH and all(b[0] == a[0] + 1 for a, b in zip(alone, alone[1:])):
        if all(b[1][0] - a[1][0] >= APART for a, b in zip(alone, alone[1:])):
            feet.update(places[0] for _, places in alone)
    return frozenset(feet)


def _numbered(line: str) -> list[tuple[str, str, int]]:
    """What a line may be at the foot of a page: its words, the side of its number, and that."""
    found = []
    first, _, last = line.rpartition(" of ")
    if first and last.isdecimal():  # of so many pages
        line = first
    for side, core in (("end", line.rstrip(FIGURES)), ("begin", line.lstrip(FIGURES))):
        number = line[len(core) :] if side == "end" else line[: len(line) - len(core)]
        beside = core[-1:] if side == "end" else core[:1]
        words = core.strip(BESIDE)
        fits = 0 < len(number) <= WIDEST and beside in BESIDE and (_is_head(words) or words.casefold() in PAGES)
        if fits and beside and int(number) not in YEARS:
            found.append((words, side, int(number)))
    return found


def _is_head(words: str) -> bool:
    """Whether some words may be the head of a page: no sentence, no list, no label."""
    return SHORTEST <= len(words) <= LONGEST and words[-1] not in ".,;:?!—" and words[0].isupper()


def _rise(pages: Sequence[tuple[int, object]]) -> bool:
    """Whether there are two pages at least, and their numbers go up from each to the next."""
    return len(pages) > 1 and all(0 < b[0] - a[0] <= STEP for a, b in zip(pages, pages[1:]))
