"""The turns of a transcript in order, with what stands between them, as `resolve` sees them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from hansardparse.model.nodes import (
    ChairMark,
    Contribution,
    Division,
    Elision,
    Heading,
    ListItem,
    Motion,
    Paragraph,
    Procedure,
    Quote,
    Section,
    Transcript,
)

__all__ = ["Turn", "walk"]

_WORDS = frozenset({Paragraph, Quote, ListItem, Motion})
#: What is printed above those who speak to it, though nobody says it: a question, and who has tabled it.
_TABLED = ("Asked by", "Tabled by", "To ask ")
#: The House does this and the same speech goes on.
_PASSING = ("suspend", "resum", "Virtual part", "Sitting", "sitting", "was asked", "were asked", "[")


class Turn:
    """One contribution, and where it stands.

    - `n`: its position in `Transcript.contributions()`
    - `section`: of which section, by number; `unit`: of which stretch without an elision, a division
      or a decision of the House in it; `scope`: of which sitting
    - `length`: from its first word to its end, in code points
    - `gap`: something may be missing before it, if the same person speaks there: the page has excerpts
    - `elided`: its section has gone on after an elision
    - `tabled`: the question that stands above it, and whose it is, where nobody says it
    """

    __slots__ = (
        "closing",
        "cue",
        "elided",
        "ending",
        "gap",
        "heading",
        "item",
        "kind",
        "label",
        "length",
        "n",
        "opening",
        "rules",
        "scope",
        "section",
        "tabled",
        "unit",
        "who",
    )

    def __init__(
        self, n: int, item: Contribution, section: int, unit: int, scope: int, elided: bool, heading: str
    ) -> None:
        self.n = n
        self.item = item
        self.section, self.unit, self.scope = section, unit, scope
        self.elided = elided
        self.heading = heading
        self.gap = False
        self.tabled = ""
        self.label = (item.speaker.label, item.speaker.linked_name)
        self.length = 0
        self.opening = self.closing = ""
        for block in item.blocks:
            if type(block) in _WORDS:
                self.opening = block.text[:240]
                self.length = item.span.end - block.span.start
                break
        for block in reversed(item.blocks):
            if type(block) in _WORDS:
                self.closing = block.text[-160:].rstrip()
                break
        self.cue: str | None = None
        self.ending: str | None = None
        self.kind: str | None = None
        self.who: Any = None
        self.rules: dict[str, str] = {}


def walk(transcript: Transcript) -> tuple[list[Turn], dict[int, str]]:
    """Every turn in order, and who is in the Chair of each unit where a mark says so."""
    turns: list[Turn] = []
    chairs: dict[int, str] = {}
    section = unit = scope = 0
    date: datetime.date | None = None
    elided = excerpts = False
    heading = chair = tabled = ""
    sections = 0
    stack: list[tuple[Iterator[Any], int, str, bool, bool]] = [(iter(transcript.items), 0, "", False, False)]
    before: Turn | None = None
    while stack:
        for item in stack[-1][0]:
            kind = type(item)
            if kind is Contribution:
                turn = Turn(len(turns), item, section, unit, scope, elided, heading)
                turn.gap = excerpts and before is not None and before.unit == unit
                turn.tabled, tabled = tabled, ""
                turns.append(turn)
                before = turn
                if chair:
                    chairs[unit] = chair
                for block in item.blocks:
                    if type(block) is ChairMark and block.name:
                        chair = block.name
            elif kind is Section:
                sections += 1
                stack[-1] = (stack[-1][0], section, heading, elided, excerpts)
                section, elided, unit, tabled = sections, False, unit + 1, ""
                heading = item.heading or heading
                excerpts = excerpts or item.excerpts_of is not None
                if item.kind == "sitting" or (item.level <= 1 and item.date not in (None, date)):
                    scope += 1
                    date, chair = item.date or date, ""
                stack.append((iter(item.items), section, heading, False, excerpts))
                break
            elif kind is Elision:
                elided, unit = True, unit + 1
            elif kind is ChairMark:
                chair = item.name or chair
            elif kind is Division or (kind is Procedure and not _passes(item.text)):
                unit += 1
                if kind is Procedure and (tabled or item.text.startswith(_TABLED)):
                    tabled += f" {item.text[:240]}"
            elif kind is Heading and " in the Chair]" in item.text:
                chair = item.text.rpartition("[")[2].partition(" in the Chair")[0]
        else:
            stack.pop()
            if stack:
                section, heading, elided, excerpts = stack[-1][1:]
                unit += 1
    return turns, chairs


def _passes(procedure: str) -> bool:
    return any(sign in procedure[:80] for sign in _PASSING)
