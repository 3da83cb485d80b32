"""The stage after the lexer for hearings: what a line is, by who is listed and what number a question has.

A hearing has a head, then panels: each with its list of those who give evidence, and what is asked and
answered. Above the first label, lines say who is there and what the hearing is about; below it, all that is
no label is speech, whatever its shape.
"""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Callable, Iterator

import attrs

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.bare_names import BareNames, goes_on
from hansardparse.lines.emits import Emits
from hansardparse.lines.glued_turns import GluedTurns
from hansardparse.lines.kinds import Kinds, words_below
from hansardparse.lines.overall import mark_running
from hansardparse.lines.shapes import last_mark
from hansardparse.lines.signs import Signs
from hansardparse.parliaments import Profile

__all__ = ["HearingRoles"]

#: So many numbers of questions may be lost between two that are printed.
LOST = 3
#: A number that is out of the order does not disturb it: so many of the last are kept.
KEPT = 3
#: A list of those who give evidence is no longer than this.
LONGEST_LIST = 1200
#: A name with a blank within a word has so many letters at least.
SHORTEST = 5
#: What says who is there.
_LISTS = frozenset({"PRESENT", "WITNESSES"})
#: What stands at the head of a hearing below a line that names it.
_HEAD = frozenset({"DATE", "PRESENT", "NOTED", "PANEL", "WITNESSES", "HEADED"})
#: Words, whatever their shape.
_WORDS = frozenset({"LINE", "TITLE", "CAPITALS"})


class HearingRoles:
    """Settles the role of every line of a hearing; a token's role is its type."""

    always_accept = ("TITLE", "LINE", "CAPITALS", "HEADED", "BARE", "UNNAMED", "NUMBERED", "ASKED", "SPLIT")

    def __init__(self, profile: Profile, kinds: Kinds, pattern: Callable[[str], re.Pattern[str]]) -> None:
        self.signs = Signs(profile)
        self.kinds = kinds
        self.pattern = pattern
        self.glued = GluedTurns(profile, kinds, pattern)
        words = _WORDS | {"HEADED", "BARE", "NUMBERED", "UNNAMED", "ASKED", "SPLIT"}
        self.emits = Emits(
            settles=frozenset(["TITLE", "LINE", "CAPITALS", "HEADED"]),
            makes={
                "UNNAMED": frozenset(["SPLIT"]),
                "PARAGRAPH": words,
                "CONTINUED": words,
                "HEADING": frozenset(["HEADED", "TITLE", "CAPITALS", "WITNESSES"]),
                "NOTED": words | {"ROW"},
                "FURNITURE": kinds.running | {"HEADED"},
                "DOUBTED": frozenset(["BARE"]),
            },
        )

    def process(self, stream: Iterator[Piece]) -> Iterator[Piece]:
        """The tokens of `stream` in order, each with its role as its type."""
        tokens = list(self.glued.process(list(stream)))
        self._mend(tokens)
        mark_running(tokens, self.kinds)
        page = _Hearing(
            self.signs, self.kinds, BareNames.of(tokens, self.signs, self.kinds).again, _runs(tokens)
        )
        held: Piece | None = None  # a line that names a hearing, or is the foot of a page
        for token, below in zip(tokens, words_below(tokens, self.kinds), strict=True):
            if held is not None and token.type not in self.kinds.soft:
                page.named(held, token.type in _HEAD)
                yield held
                held = None
            if token.type == "HEADED" and page.speaks and held is None:
                held = token
                continue
            if held is not None:  # a number of a page below the line
                page.named(held, False)
                yield held
                held = None
            page.settle(token, below)
            yield token
        if held is not None:
            page.named(held, False)
            yield held

    def _mend(self, tokens: list[Piece]) -> None:
        """Mark the labels with a blank within a word that are words: nobody has the name without it."""
        split = [token for token in tokens if token.type == "SPLIT"]
        if not split:
            return
        named = [self.signs.name_in(token) for token in tokens if token.type in ("LABEL", "BARE")]
        known = "".join("\n".join((*named, *(token for token in tokens if token.type in _LISTS))).split(" "))
        for token in split:
            name = self.signs.name_in(token).replace(" ", "")
            if len(name) < SHORTEST or name not in known:
                token.type = "UNNAMED" if self.pattern("UNNAMED").match(token) else "LINE"


@attrs.define
class _Hearing:
    """What the lines of a hearing have told so far."""

    signs: Signs
    kinds: Kinds
    again: frozenset[str]  # names that stand before a colon again and again, and before a sentence there
    runs: frozenset[int]  # where questions are that the next one follows in number
    speaks: bool = False  # a label stands above
    begun: bool = False  # any line stands above
    panel: bool = False  # the last line is where a panel begins
    before: Piece | None = None  # the last words
    cut: bool = False  # a soft mark has come since
    numbers: deque[int] = attrs.field(factory=lambda: deque(maxlen=KEPT))  # of the last questions
    plain: bool = False  # numbers of questions stand without a letter
    first: int | None = None  # the number with which the questions of a panel begin, by its heading
    listed: set[str] = attrs.field(factory=set)  # words of the lists of those who are there
    heard: set[str] = attrs.field(factory=set)  # names of those who have spoken

    def settle(self, token: Piece, below: Piece | None) -> None:
        """Give a line its role, and keep what it tells of those that follow; `below` is the next one."""
        kind = token.type
        if kind in self.kinds.soft:
            self.cut = True
        elif kind in self.kinds.labels:
            self._label(token, below)
        elif kind == "CAPITALS" and self.speaks and below is not None and below.type in self.kinds.labels:
            token.type = "NOTED"  # names, or the head of a page: it cuts nothing
            self._rest()
        elif kind in _WORDS:
            self._words(token)
        elif kind == "ROW":
            token.type = "ROW" if self.speaks else "NOTED"
            self.before = token
        else:
            self._head(token)
        self.begun = True
        self.panel = kind == "PANEL" or (self.panel and kind in ("DATE", "TITLE", "CAPITALS"))

    def named(self, token: Piece, heads: bool) -> None:
        """Say of a line in the form of a head, met among speech, whether it heads another hearing."""
        if heads:
            token.type = "HEADING"
            self._rest()
        elif ": " in token:
            token.type, self.cut = "FURNITURE", True
        else:
            self._words(token)

    def _rest(self) -> None:
        """Nobody speaks any more."""
        self.speaks, self.before, self.cut = False, None, False

    def _head(self, token: Piece) -> None:
        kind = token.type
        if kind == "HEADED":
            token.type = "HEADING"
        elif kind == "PANEL":
            self.first = _first_number(token)
        elif kind in _LISTS:
            self.listed.update(_words_of(token))
            if kind == "WITNESSES" and self.speaks and not self.panel:
                token.type = "HEADING"  # of another panel, that has no other
        if kind != "TIME":
            self._rest()

    def _label(self, token: Piece, below: Piece | None) -> None:
        """Say whether a line that has the form of a label is one."""
        kind = token.type
        if kind == "BARE":
            token.type = self._bare(token, below)
        elif kind in ("UNNAMED", "NUMBERED", "ASKED") and not self._follows(token, below):
            token.type = "PARAGRAPH" if self.speaks or kind == "UNNAMED" else "NOTED"
        if token.type in ("PARAGRAPH", "NOTED"):
            self._said(token)
            return
        if kind == "ANSWER":
            self.plain = True
        elif (
            kind in ("LABEL", "BARE", "SPLIT")
            and token[:1] in "Q0123456789"
            and (number := _number(token)) is not None
        ):
            self.plain = self.plain or token[0] != "Q"
            self.numbers.append(number)
        self.heard.add(self.signs.name_in(token))
        self.speaks, self.before, self.cut = True, self.signs.words_with(token), False
        if kind not in ("LABEL", "BARE", "SPLIT"):
            self.before = token

    def _bare(self, token: Piece, below: Piece | None) -> str:
        """What a name before a colon is: one that is listed or heard speaks; another may, by its words here,
        by those that go on below a page's foot, or elsewhere.
        """
        name = self.signs.name_in(token)
        if name in self.heard or name.rpartition(" ")[2] in self.listed:
            return "BARE"
        if token[0].isdecimal():  # a point of a list, perhaps
            return "PARAGRAPH"
        may = self.signs.may_speak(token) or name in self.again or goes_on(token, below)
        return "DOUBTED" if may else "PARAGRAPH"

    def _follows(self, token: Piece, below: Piece | None) -> bool:
        """Whether a number is that of the next question, in the form that has numbers without labels.

        With a "Q", it may be that of any question which is answered below, or which the next one follows.
        """
        number = _number(token)
        if number is None:
            return False
        if token.type == "ASKED":
            right = True
        elif token.type == "NUMBERED" and not self.speaks and number == self.first:
            right = True  # a page that goes on with questions, whose asker stands on the one before
        elif token.type == "UNNAMED" and number == 1:
            right = not self.numbers
        else:
            follows = any(0 < number - before <= LOST for before in self.numbers)
            answered = last_mark(token) == "?" and below is not None and below.type in ("LABEL", "BARE")
            right = follows or (token.type == "UNNAMED" and (answered or token.start_pos in self.runs))
            right = right and (token.type != "NUMBERED" or self.plain)
        if right:
            self.numbers.append(number)
        return right

    def _words(self, token: Piece) -> None:
        """Give words their role: speech below a label, else what the head of a hearing says."""
        if self.speaks:
            self._said(token)
            return
        if self.panel:
            self.listed.update(_words_of(token))
        if token.type != "LINE" and not self.begun:
            token.type = "HEADING"
        elif token.type != "LINE" or (self.panel and len(token) < LONGEST_LIST):
            token.type = "NOTED"
        else:
            token.type = "PARAGRAPH"

    def _said(self, token: Piece) -> None:
        """Give speech its role: the rest of what a mark has cut, or a paragraph."""
        if token.type != "NOTED":
            cut = self.cut and self.speaks and self.before is not None
            goes_on = cut and self.before is not None and self.signs.continues(self.before, token)
            token.type = "CONTINUED" if goes_on else "PARAGRAPH"
        self.before, self.cut = token, False


def _runs(tokens: list[Piece]) -> frozenset[int]:
    """Where questions begin, with a "Q", that the next one follows in number."""
    asked = [(_number(token), token.start_pos) for token in tokens if token[:1] == "Q"]
    pairs = itertools.pairwise((number, at) for number, at in asked if number is not None)
    return frozenset(at for (number, at), (after, _) in pairs if 0 < after - number <= LOST)


def _words_of(line: str) -> Iterator[str]:
    """The words of a list that begin with a capital, without what stands beside them."""
    for word in line.split():
        plain = word.strip(".,;:()[]")
        if plain[:1].isupper():
            yield plain.title() if plain.isupper() and len(plain) > 1 else plain


def _number(token: Piece) -> int | None:
    """The number with which a question begins; of a label on a line above, that of the line below."""
    line = token.partition("\n")[2].lstrip() if token.type == "ASKED" else token
    return _first_number(line[:12])


def _first_number(words: str) -> int | None:
    """The first number that stands in words."""
    digits = ""
    for character in words:
        if character.isdecimal():
            digits += character
        elif digits:
            break
    return int(digits) if digits else None
