"""Lines that were broken at a width, joined again: a paragraph is one line to the grammars."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import attrs

from hansardparse.text import joints
from hansardparse.text.page_feet import page_feet

__all__ = ["ANYWHERE", "EARLY", "WRAPPED", "Wrapping"]

#: Lines that are broken at a width are no longer than this, and no document is judged by fewer of them.
WIDEST, NARROWEST, ENOUGH_LINES = 130, 40, 6
#: No line is as long as this: none is broken for its length.
NEVER = 4 * WIDEST
#: Where half of them break off within a sentence, so few are enough; a word of no more letters is small.
FEW_LINES, SMALL = 2, 3
#: Where one line in so many breaks off within a sentence, they need not have nearly the same length.
MANY = 5
#: Nor where so many do, each of them nearly full.
SOME = 3
#: The width breaks no line that is shorter than this share of it.
LONG = 0.6
#: A line that is as full as this breaks off at a long word, or at a name that is kept whole.
NEARLY = 0.9
#: Of so many breaks within sentences, one is left out of account, and one at least: a line may stand where it
#: does not belong.
RARE = 50
#: The first line of a paragraph is set in by so much at most.
DEEPEST = 2
#: What leads to the number of a page in a table of contents.
LEADERS = re.compile(r"\.{5}|\ufffd{5}")
#: A line of these kinds may be a heading.
TITLES = frozenset(["TITLE"])
#: A sentence is over at these, and a part of it at those too.
OVER = frozenset(".?!…\"”'’)]:—–")
STOPS = OVER | frozenset(";,")
#: So many lines of a paragraph show what begins with it.
LOOK = 4
#: Groups of terminals in the heads of grammars: lines in the middle of a paragraph may look like one of the
#: first; one of the others may cut a sentence, and begins so where it neither begins with a figure nor stands
#: there again and again.
WRAPPED = ("within-paragraph", "cuts-paragraph")
#: The first line of one of this group may be broken off early.
EARLY = "broken-early"
#: One of this group begins a paragraph, too, where others are parted by blank lines.
ANYWHERE = "begins-anywhere"
MARKS = ("Column", "Previous", "Next", "[")
#: A line that is so long and stands on several pages, but for its numbers, is their head or their foot.
RUNNING, FIGURES = 12, "0123456789 "
#: A browser prints the address of a page below it, and which of its pages this is.
ADDRESS = "http"
#: The number of a page may stand between two of these, and the parts of its head so far from one another.
DASHES, GAP = "-–— ", " " * 4


class _Told(NamedTuple):
    """What a line is, and which terminals are those of `WRAPPED`."""

    forms: re.Pattern[str]
    within: frozenset[str]
    cuts: frozenset[str]
    early: frozenset[str]
    anywhere: frozenset[str]
    running: frozenset[str]
    labels: frozenset[str]
    acts: frozenset[str]
    feet: frozenset[int]


@attrs.frozen
class Wrapping:
    """At what width the lines of a text are broken.

    A line and the first word of the one below it make up `full` at least, where nothing but the width
    has broken it; where too few are broken to tell, the `longest` line shows it. Paragraphs are
    `parted` where blank lines stand between them; where they are `indented`, a line that is set in further
    than the one above it begins one, and no other line does.
    """

    width: int
    full: int
    parted: bool
    indented: bool = False
    longest: int = NEVER

    @classmethod
    def of(cls, shadow: str, indented: bool = False) -> Wrapping | None:
        """How the lines of a text are broken; None where a line is a whole paragraph.

        Broken lines have another line below them and nearly the same length, and are most lines there are.
        """
        if shadow.count("\n") - 2 * shadow.count("\n\n") < 1:  # no more of them join two lines
            return None
        every = [line.strip() for line in shadow.strip().split("\n")]
        found = cls._judged(every, indented)
        if found is None and LEADERS.search(shadow):
            # a table of contents stands before the text; and where a word was joined, two lines are one
            seen = ("" if len(line) > WIDEST or LEADERS.search(line) else line for line in every)
            found = cls._judged(list(seen), indented)
        return found or cls._of_few(every, indented)

    @classmethod
    def _of_few(cls, every: list[str], indented: bool) -> Wrapping | None:
        """Where too few lines are broken to tell a width, and none is longer than any: each goes on with the
        one below it if that begins with a small letter, or if it is nearly as long as the longest. Lines are
        short and broken where all that have another below them break off within a sentence.
        """
        longest = max(map(len, every))
        pairs = [(a, b) for a, b in itertools.pairwise(every) if a and b]
        long = any(len(a) >= NARROWEST and _is_cut(a, b) for a, b in pairs)
        broken = long or (len(pairs) >= SOME and all(_within(a, b) for a, b in pairs))
        return cls(NEVER, NEVER, False, indented, longest) if broken and longest <= WIDEST else None

    @classmethod
    def _judged(cls, every: list[str], indented: bool) -> Wrapping | None:
        """How some lines are broken, None where they are not."""
        pairs = [(a, b) for a, b in itertools.pairwise(every) if a and b]
        if len(pairs) < max(FEW_LINES, sum(map(bool, every)) // 2):
            return None
        lengths = sorted(len(a) for a, _ in pairs)
        width = lengths[len(lengths) * 9 // 10]
        within = [(a, b) for a, b in pairs if _within(a, b)]
        if len(pairs) < ENOUGH_LINES and len(within) < max(FEW_LINES, len(pairs) // 2):
            return None
        most = lengths[len(lengths) * 4 // 10] >= width * 3 // 4
        # where the indent tells, it tells of few lines too, and so do long lines where none is a paragraph
        told = indented or (len(within) >= SOME and all(len(a) >= width * LONG for a, _ in within))
        even = most or len(within) >= len(pairs) // MANY or (told and lengths[-1] <= WIDEST)
        if not NARROWEST <= width <= WIDEST or not even:
            return None
        full = _full([(a, b) for a, b in within if len(a) >= width * LONG], width)
        short = sum(_reach(a, b) < full for a, b in pairs)
        # a line that stands alone, as the head of a page does, is no paragraph of several
        blank = sum(bool(a and b) and not c for a, b, c in zip(every, every[1:], every[2:], strict=False))
        parted = blank > short and not indented and len(pairs) >= ENOUGH_LINES
        return cls(width, full, parted, indented)

    def unwrapped(
        self, text: str, shadow: str, forms: re.Pattern[str], groups: Mapping[str, frozenset[str]]
    ) -> tuple[str, str]:
        """A text and its shadow with the lines of each paragraph joined: a space for the newline.

        `forms` says what a line is (`grammar.forms`), `groups` what its terminal can be (`WRAPPED`).
        """
        names = (*WRAPPED, EARLY, ANYWHERE, "labels", "ends-speech")
        within, cuts, early, anywhere, labels, acts = (groups.get(name, frozenset()) for name in names)
        feet = _feet(shadow, forms, groups.get("running", frozenset()))
        told = _Told(forms, within, cuts, early, anywhere, _running(shadow), labels, acts, feet)
        places = self._joints(shadow, told)
        return joints.joined(text, places, shadow), joints.joined(shadow, places)

    def _joints(self, shadow: str, told: _Told) -> list[int]:
        """Where the newlines are at which a paragraph goes on.

        Blank lines settle it where there are any; else a line that is nearly as long as the width goes
        on, unless it ends a paragraph or the one below it begins one.
        """
        lines = shadow.split("\n")
        words = [line.strip() for line in lines]
        found: list[int] = []
        early = self._broken_early(words, told)
        newline = -1
        looks = not self.parted or told.anywhere
        cut = _mark(words[0], told)  # what the line above is, if it cuts a sentence
        held = 0  # so many lines more are of a label
        for n in range(1, len(lines)):
            before, newline = newline, newline + 1 + len(lines[n - 1])
            above, below = words[n - 1], words[n]
            if held:
                found.append(newline)
                held, cut = held - 1, None
                continue
            begins = self._begins(words, n, told) if above and below and looks else None
            if not self.indented and begins is None and self._may_begin(above):
                held, begins = _label_below(words, n, told)
            if self.parted and begins not in told.anywhere:
                begins = None
            mark, cut = cut, begins if begins in told.cuts or not below else _mark(below, told)
            if (
                not above
                or not below
                or mark
                or (self.parted and cut)
                or n in told.feet
                or n - 1 in told.feet
            ):
                continue
            if self.indented and _set_in(lines[n - 1], lines[n], found[-1:] != [before]):
                continue
            if self.indented and begins not in told.cuts:
                begins = None
            if begins and begins not in told.cuts and found[-1:] == [before] and self._heads(words, n - 1):
                found.pop()
            whole = lines[n - 1].rstrip() if self.indented else above
            alone = found[-1:] != [before]
            over = begins or (not self.parted and n not in early and self._ends(whole, below))
            over = over or (alone and _is_act(above, below, told))
            full = (len(whole) >= self.width * LONG or n in early) and not over
            if full or (not begins and self._breaks_off(words, n, told)):
                found.append(newline)
        return found

    def _may_begin(self, above: str) -> bool:
        """Whether a label of several lines may stand below a line: it ends as a sentence does, or is so short
        that no width has broken it.
        """
        return not above or above[-1] in OVER or len(above) < min(self.width, self.longest) * LONG

    def _broken_early(self, lines: list[str], told: _Told) -> frozenset[int]:
        """The lines that go on with the first of a turn, which was broken off early.

        Where most such lines have a sentence that goes on, all have: a page breaks off where its label ends.
        """
        if not told.early:
            return frozenset()
        short = []
        for n, (above, below) in enumerate(itertools.pairwise(lines), 1):
            if above and below and ":" in above and len(above) < self.width * LONG:
                found = told.forms.match(above)
                if found is not None and found.lastgroup in told.early:
                    short.append(n)
        cut = frozenset(n for n in short if lines[n][0].islower() and lines[n - 1][-1] not in OVER)
        return frozenset(short) if 2 * len(cut) > len(short) else cut

    def _ends(self, above: str, below: str) -> bool:
        """Whether a line is the last of a paragraph: there was room for the next word, and for more than a
        name where the sentence is not over.
        """
        reach = _reach(above, below)
        open_end = above[-1] not in STOPS and reach >= self.full * NEARLY
        return reach < self.full and not open_end and (above[-1] in STOPS or not below[0].islower())

    def _breaks_off(self, lines: list[str], n: int, told: _Told) -> bool:
        """Whether a line that is short breaks off within a sentence all the same.

        The next one goes on with a small letter; or it is the first line of a turn, and the next is as long
        as any other.
        """
        above, below = lines[n - 1], lines[n]
        bracket = below[0] == "(" and above[-1].isalnum()
        if bracket or _is_bracketed(above, below):  # what stands in brackets in a label
            whole = told.forms.match(f"{above} {below}")
            if whole is not None and whole.lastgroup in told.labels and whole.end() > len(above) + 1:
                return True
        if not (_is_open(above) or _within(above, below)):
            return False
        found = told.forms.match(above + "\n")
        kind = found.lastgroup if found else None
        if below[0].islower():
            return kind in told.within or kind in told.labels
        if kind in told.within and len(above) >= max(NARROWEST, self.longest * NEARLY):
            found = told.forms.match(below + "\n")
            heading = TITLES if len(below) < self.longest * LONG else frozenset()
            return found is not None and found.lastgroup in told.within - heading
        long = len(above) >= NARROWEST if self.width == NEVER else len(below) >= self.width * LONG
        if kind not in told.labels or not below[0].isupper() or not long:
            return False
        found = told.forms.match(self._seen(lines, n))
        return found is not None and found.lastgroup in told.within

    def _begins(self, lines: list[str], n: int, told: _Told) -> str | None:
        """What begins a paragraph with a line: a turn, a mark, what the House does, a line in capitals."""
        above, below = lines[n - 1], lines[n]
        if below.startswith(ADDRESS):
            return _mark(below, told)
        over = above[-1] in OVER or _reach(above, below) < self.full
        cuts = over or below[0].isdecimal() or below.startswith(MARKS) or below.strip(FIGURES) in told.running
        if below[0].islower() or not cuts or _is_bracketed(above, below):
            return None
        if mark := _mark(below, told):
            return mark
        found = told.forms.match(self._seen(lines, n))
        kind = found.lastgroup if found else None
        if kind in told.within and not (kind == "TITLE" and below.isupper() and not above.isupper()):
            return None
        return kind if over or kind in told.cuts else None

    def _seen(self, lines: list[str], n: int) -> str:
        """What is seen of the paragraph that may begin with a line: as far as its lines are full."""
        seen = [lines[n]]
        for below in lines[n + 1 : n + LOOK]:
            if not below or _reach(seen[-1], below) < self.full:
                break
            seen.append(below)
        return " ".join(seen)

    def _heads(self, lines: list[str], n: int) -> bool:
        """Whether a line is a heading of what begins below it, and not the end of what stands above it."""
        line = lines[n]
        heads = not line[0].islower() and line[-1] not in STOPS and lines[n - 1][-1] in OVER
        return heads and _reach(line, lines[n + 1]) < self.full


def _label_below(lines: list[str], n: int, told: _Told) -> tuple[int, str | None]:
    """How many lines below one are of the label that it begins, and what that is: a long office is broken off
    before the name in its brackets, however much room there was.
    """
    first = lines[n]
    if ":" in first or not first[:1].isupper():
        return 0, None
    for more in range(1, LOOK):
        last = lines[n + more] if n + more < len(lines) else ""
        if not last or ":" in last:
            break
    else:
        return 0, None
    if ")" not in last.partition(": ")[0]:  # a time in brackets has a colon within
        return 0, None
    kinds = [told.forms.match(words) for words in (first, last, " ".join(lines[n : n + more + 1]))]
    above, below, whole = (kind.lastgroup if kind else None for kind in kinds)
    alone = below in told.labels and not _is_bracketed(lines[n + more - 1], last)
    if whole not in told.labels or above in told.labels or alone:
        return 0, None
    return more, whole


def _set_in(above: str, below: str, alone: bool) -> bool:
    """Whether a line begins a paragraph by its indent: further in than the one above, or much less far.

    Two are as far in as each other where the one above is a whole paragraph; `alone`, whether it begins one.
    """
    first, second = (len(line) - len(line.lstrip()) for line in (above, below))
    return second > first or second < first - DEEPEST or (alone and second == first > 0)


def _running(shadow: str) -> frozenset[str]:
    """The lines that stand in a text more than once, but for their numbers."""
    times = Counter(line.strip(FIGURES) for line in shadow.split("\n") if len(line) >= RUNNING)
    return frozenset(line for line, often in times.items() if often > 1 and len(line) >= RUNNING)


def _feet(shadow: str, forms: re.Pattern[str], running: frozenset[str]) -> frozenset[int]:
    """The lines that are heads or feet of pages, where a layout says which may be."""
    if not running:
        return frozenset()
    lines = [line.strip() for line in shadow.split("\n")]
    found = ((n, forms.match(lines[n])) for n in page_feet(lines))
    return frozenset(n for n, match in found if match is not None and match.lastgroup in running)


def _mark(line: str, told: _Told) -> str | None:
    """What a line is that cuts a sentence by itself: it begins with a figure, has its parts far from one
    another, or stands again and again.
    """
    figure = line.lstrip(DASHES)[:1].isdecimal() or line.startswith(ADDRESS)
    if not figure and GAP not in line and line.strip(FIGURES) not in told.running:
        return None
    found = told.forms.match(line)
    whole = found is not None and found.end() == len(line)
    return found.lastgroup if found is not None and whole and found.lastgroup in told.cuts else None


def _within(above: str, below: str) -> bool:
    """Whether a line breaks off within a sentence, or within a word."""
    return (above[-1].islower() or (above[-1] == "-" and above[-2:-1].islower())) and below[0].islower()


def _is_act(above: str, below: str, told: _Told) -> bool:
    """Whether a line is by itself what the House does, and the one below it a title."""
    if above[-1] != "." or not below[0].isupper() or below[-1] in STOPS:
        return False
    act, title = told.forms.match(above), told.forms.match(below + "\n")
    return act is not None and act.lastgroup in told.acts and title is not None and title.lastgroup in TITLES


def _is_cut(above: str, below: str) -> bool:
    """Whether a sentence goes on below a line: with a small letter, or behind a word that ends no heading."""
    last = above.rpartition(" ")[2]
    small = len(last) <= SMALL and last.isalpha() and last.islower()
    return small or (_is_open(above) and below[0].islower())


def _is_open(line: str) -> bool:
    """Whether a line ends where no sentence does: behind a letter, a figure or a comma."""
    return line[-1].isalnum() or line[-1] == ","


def _is_bracketed(above: str, below: str) -> bool:
    """Whether a line closes a bracket that the line above it opens: the name of an office's holder."""
    first, closing, _ = below.partition(")")
    return bool(closing) and "(" not in first and above.rfind("(") > above.rfind(")")


def _full(within: list[tuple[str, str]], width: int) -> int:
    """How far a line and the word below it reach, where nothing but the width has broken the line."""
    broken = sorted(_reach(a, b) for a, b in within)
    stray = max(len(broken) // RARE, len(broken) >= ENOUGH_LINES)
    return min(width + 1, broken[stray]) if broken else width


def _reach(above: str, below: str) -> int:
    """How long a line would be with the first word of the one below it."""
    return len(above) + 1 + len(below.partition(" ")[0])
