"""The turns of a transcript in order, with what stands between them, as `resolve` sees them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple

from hansardparse.model.nodes import (
    ChairMark,
    Contribution,
    Division,
    Elision,
    Heading,
    ListItem,
    Motion,
    Node,
    Paragraph,
    Procedure,
    Quote,
    Section,
    Transcript,
)
from hansardparse.parliaments import Profile
from hansardparse.resolving.known import Known
from hansardparse.speakers import labels

__all__ = ["Label", "Turn", "Walked", "walk"]

#: What tells labels apart: the words printed, the name that the page links to, the numbers in registers.
Label = tuple[str | None, str | None, tuple[str, ...]]
_WORDS = frozenset({Paragraph, Quote, ListItem, Motion})
#: So much of a turn's first and last words, and of what stands between turns, is looked at.
OPENING, CLOSING, BETWEEN, PASSING = 240, 160, 240, 80


class Turn:
    """One contribution, and where it stands.

    - `n`: its position in `Transcript.contributions()`
    - `speaker`: who speaks: the printed Speaker, or the one whom the item names nearby
    - `section`: of which section, by number; `unit`: of which stretch without an elision, a division
      or a decision of the House in it; `scope`: of which sitting
    - `length`: from its first word to its end, in code points
    - `gap`: something may be missing before it, if the same person speaks there: the page has excerpts
    - `opens`: its section begins with it, and nothing of it may be missing before
    - `elided`: its section has gone on after an elision
    - `tabled`: the question that stands above it, and whose it is, where nobody says it
    - `stated`: above it is printed what has been said in the other House, and here is only asked about
    - `business`: the kind of the section that it is in, or of the nearest one around that has a kind
    - `moved`: a motion stands above it, in its section
    - `cue`, `ending`: the terminals of `cues.lark` by which it begins and ends
    - `urgent`: it asks an urgent question, by its words or its label
    - `who`, `kind`, `rules`: what has been found out about it
    """

    __slots__ = (
        "business",
        "closing",
        "cue",
        "elided",
        "ending",
        "gap",
        "item",
        "kind",
        "label",
        "length",
        "moved",
        "n",
        "opening",
        "opens",
        "rules",
        "scope",
        "section",
        "speaker",
        "stated",
        "tabled",
        "unit",
        "urgent",
        "who",
    )

    def __init__(self, n: int, item: Contribution, section: int, unit: int, scope: int, elided: bool) -> None:
        self.n = n
        self.item, self.speaker = item, item.speaker
        self.section, self.unit, self.scope = section, unit, scope
        self.elided = elided
        self.gap = self.moved = self.opens = self.stated = False
        self.tabled = ""
        self.business: str | None = None
        self.label: Label = (
            item.speaker.label,
            item.speaker.linked_name,
            item.speaker.identifiers,
        )
        self.length = 0
        self.opening = self.closing = ""
        words = [block for block in item.blocks if type(block) in _WORDS]
        if words:
            first = words[0]
            self.opening = first.text[:OPENING]
            self.closing = words[-1].text[-CLOSING:].rstrip()
            self.length = item.span[1] - first.span[0]
        self.cue: str | None = None
        self.ending: str | None = None
        self.urgent = False
        self.kind: str | None = None
        self.who: Known | None = None
        self.rules: dict[str, str] = {}


class Walked(NamedTuple):
    """Every turn in order; who is in the Chair during it where a mark says so, by its number; and who took
    the Chair, by office and name, with the number of the sitting.
    """

    turns: list[Turn]
    chairs: dict[int, str]
    took: list[tuple[int, str]]


def walk(transcript: Transcript, profile: Profile) -> Walked:
    """What resolution sees of a transcript, in order."""
    walking = _Walk(profile)
    stack: list[Iterator[Node]] = [iter(transcript.items)]
    while stack:
        for item in stack[-1]:
            if type(item) is Section:
                walking.enter(item)
                stack.append(iter(item.items))
                break
            walking.take(item)
        else:
            stack.pop()
            if stack:
                walking.leave()
    return Walked(walking.turns, walking.chairs, walking.took)


class _Walk:
    """Where in a transcript its reader is, and the turns so far."""

    def __init__(self, profile: Profile) -> None:
        self.profile, self.forms = profile, profile.forms
        #: What stands in a heading behind the name of who is in the Chair, where that is printed.
        self.in_chair = f" {profile.forms.in_chair}]" if profile.forms.in_chair else None
        self.turns: list[Turn] = []
        self.chairs: dict[int, str] = {}
        self.took: list[tuple[int, str]] = []
        #: Those who have taken the Chair since the last turn; they hold it in the sitting of the next.
        self.taking: list[str] = []
        self.section = self.sections = self.unit = self.scope = 0
        #: Whether nobody has spoken below the last heading.
        self.fresh = False
        self.date: datetime.date | None = None
        self.elided = self.excerpts = self.moved = self.stated = False
        self.chair = self.tabled = ""
        self.business: str | None = None
        #: Of each section around this one: its number, whether it is elided, whether it has excerpts,
        #: whether a motion stands in it, the kind of business.
        self.around: list[tuple[int, bool, bool, bool, str | None]] = []

    def enter(self, section: Section) -> None:
        """Go into a section."""
        self.around.append((self.section, self.elided, self.excerpts, self.moved, self.business))
        self.moved = self.stated = False
        if section.kind is not None:
            self.business = section.kind if section.kind != "sitting" else None
        self.sections += 1
        self.section, self.elided, self.tabled = self.sections, False, ""
        self.unit += 1
        self.fresh = True
        self.excerpts = self.excerpts or section.excerpts_of is not None
        if section.kind == "sitting" or (section.level <= 1 and section.date not in (None, self.date)):
            self.scope += 1
            self.date, self.chair = section.date or self.date, ""

    def leave(self) -> None:
        """Go on behind a section."""
        self.section, self.elided, self.excerpts, self.moved, self.business = self.around.pop()
        self.unit += 1
        self.fresh = False

    def take(self, item: Any) -> None:
        """Take in what is no section."""
        kind = type(item)
        if kind is Contribution:
            self._turn(item)
        elif kind is Elision:
            self.elided = True
            self.unit += 1
        elif kind is ChairMark:
            self.chair = item.name or self.chair
        elif kind is Division:
            self.unit += 1
        elif kind is Procedure:
            self._procedure(item.text)
        elif kind is Heading and self.in_chair is not None and self.in_chair in item.text:
            self.chair = item.text.rpartition("[")[2].partition(self.in_chair)[0]

    def _turn(self, item: Contribution) -> None:
        turn = Turn(len(self.turns), item, self.section, self.unit, self.scope, self.elided)
        turn.gap = self.excerpts and bool(self.turns) and self.turns[-1].unit == self.unit
        turn.opens, self.fresh = self.fresh and not (self.excerpts or self.elided), False
        turn.tabled, self.tabled = self.tabled, ""
        turn.stated, self.stated = self.stated, False
        turn.business, turn.moved = self.business, self.moved
        self.turns.append(turn)
        self.took += [(turn.scope, label) for label in self.taking]
        self.taking.clear()
        if self.chair:
            self.chairs[turn.n] = self.chair
        for block in item.blocks:
            if type(block) is ChairMark and block.name:
                self.chair = block.name

    def _take_chair(self, text: str) -> None:
        """Note who takes the Chair: the office and the name end before the words that say so."""
        for sign in self.forms.presides:
            before, found, _ = text.partition(sign)
            words = before.split() if found else []
            for n, word in enumerate(words):
                label = " ".join(words[n:]).lstrip("([")
                if word.lstrip("([")[:1].isupper() and labels.speaker(label, profile=self.profile).in_chair:
                    self.taking.append(label)
                    return

    def _procedure(self, text: str) -> None:
        """What the House does ends a unit, save where the same speech goes on behind it."""
        self._take_chair(text[:OPENING])
        begins = text[:PASSING]
        self.moved = self.moved or any(words in begins for words in self.forms.moved)
        if any(sign in begins for sign in self.forms.passing):
            return
        self.unit += 1
        self.stated = self.stated or text.startswith(self.forms.stated)
        if self.tabled or text.startswith(self.forms.tabled):
            self.tabled += f" {text[:BETWEEN]}"
