"""Lines that are broken anywhere, joined again: a machine that read pages, or copied them, puts newlines and
blank lines within sentences, and their lengths say little.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

import attrs

from hansardparse.text import joints
from hansardparse.text.broken_lines import OVER, WRAPPED

__all__ = ["Ragged"]

#: A text has such lines where so many of them, and this share at least, break off within a sentence.
ENOUGH, SHARE = 4, 0.04
#: No line is judged by a greater width; one that is shorter than this share of it may end a paragraph.
WIDEST, SHORT = 110, 0.85
#: No label stands on more lines than this.
LONGEST = 5


@attrs.frozen
class Ragged:
    """Lines of which most are no longer than `width`, and any may break off within a sentence."""

    width: int

    @classmethod
    def of(cls, shadow: str) -> Ragged | None:
        """How the lines of a text are broken; None where a line is a whole paragraph."""
        lines = [words for line in shadow.split("\n") if (words := line.strip())]
        within = sum(a[-1].islower() and b[0].islower() for a, b in itertools.pairwise(lines))
        if within < max(ENOUGH, len(lines) * SHARE):
            return None
        lengths = sorted(map(len, lines))
        return cls(min(WIDEST, lengths[len(lengths) * 9 // 10]))

    def unwrapped(
        self, text: str, shadow: str, forms: re.Pattern[str], groups: Mapping[str, frozenset[str]]
    ) -> tuple[str, str]:
        """A text and its shadow with the lines of each paragraph joined: a space for each newline.

        `forms` says what a line is, `groups` what its terminal can be (`WRAPPED`, `labels`, `turns`, `time`).
        """
        within, cuts = (groups.get(name, frozenset()) for name in WRAPPED)
        labels = groups.get("labels", frozenset()) | groups.get("turns", frozenset())
        times = groups.get("time", frozenset())
        joined: list[int] = []
        above, size, goes_on = "", 0, False  # the words above, their paragraph's length, whether it may go on
        end = 0  # where the words above end
        lines = [(at, words) for at, line in _placed(shadow) if (words := line.strip())]
        held = 0  # so many lines more are of a label
        cut = False  # the line above is none of a paragraph
        for n, (at, words) in enumerate(lines):
            below = [line for _, line in lines[n + 1 : n + LONGEST]]
            kind, more = (None, held - 1) if held else _kind(words, below, forms, labels, times)
            goes_on = goes_on and not cut
            if held or (goes_on and kind in within and not self._over(above, size, words, below, kind)):
                joined += [place for place in range(end, at) if shadow[place] == "\n"]
                size += 1 + len(words)
            elif kind not in cuts:
                size, goes_on = len(words), kind in within or kind in labels
            cut = kind in cuts
            if not cut:
                above = words
            held = more
            end = at + len(words)
        return joints.joined(text, joined, shadow), joints.joined(shadow, joined)

    def _over(self, above: str, size: int, words: str, below: list[str], kind: str | None) -> bool:
        """Whether the paragraph of a line ends before some words."""
        if above[-1] not in OVER or words[0].islower():
            return False
        if kind == "TITLE" and not (below and below[0][0].islower()):
            return True
        return above[-1] == ":" or (size > self.width and len(above) < self.width * SHORT)


def _placed(shadow: str) -> Iterator[tuple[int, str]]:
    """The lines of a text without the blanks before them, each with its place."""
    at = 0
    for line in shadow.split("\n"):
        words = line.lstrip()
        yield at + len(line) - len(words), words
        at += len(line) + 1


def _kind(
    words: str, below: list[str], forms: re.Pattern[str], labels: frozenset[str], times: frozenset[str]
) -> tuple[str | None, int]:
    """The terminal of a line, and how many lines below it are of it: a label may stand on several."""
    found = forms.match(words)
    kind = found.lastgroup if found else None
    if kind not in labels and words[0].isupper():
        size = len(words)
        for more, line in enumerate(below, 1):
            alone = forms.match(line)
            if alone and alone.lastgroup in times:
                break  # a label begins below it
            whole = forms.match(" ".join((words, *below[:more])))
            if whole and whole.lastgroup in labels and whole.end() > size:
                return whole.lastgroup, more
            if ":" in line:
                break
            size += 1 + len(line)
    return kind, 0
