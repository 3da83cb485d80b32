"""Lark's post-lexing stage: what a line is, where its shape alone does not say.

A short line without a full stop is a heading, a sub-heading in a statement, a name in a division list,
or words of a speech or an amendment: what stands before and after it decides. Lines in doubt are held
until the next certain one, so every line is settled by its neighbours and the stage needs no more
memory than a run of headings.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines import shapes
from hansardparse.lines.ballots import Ballots
from hansardparse.lines.bare_names import BareNames
from hansardparse.lines.glued import Glued
from hansardparse.lines.kinds import Kinds, words_below
from hansardparse.lines.overall import has_lost_members, settle
from hansardparse.lines.signs import EMPHASIS, Signs
from hansardparse.parliaments import Lines, Profile

__all__ = ["Roles"]

#: A row of a table may have words in its first cell alone; no more such rows than these follow one another.
MOST_CELLS = 2
#: Where more titles than this stand below one another, they are a list.
MOST_HEADINGS = 8
#: What stands around a name at the head of a page.
BRACKETS = "[]. \n"
#: What stands in a division alone.
VOTES = frozenset(["VOTE", "SUBJECT"])
SPEECH, NOBODY, FORMULA, DIVISION = "speech", "nobody", "formula", "division"


class Roles:
    """Settles the role of every line in doubt; a token's role is its type.

    TITLE and LINE become HEADING, SUBHEADING, PARAGRAPH, CONTINUED, VOTE or FORMULA.
    """

    always_accept: tuple[str, ...] = ("TITLE", "TITLED", "HEADED", "LINE", "BARE", "ATTENDANCE", "PETITION")

    def __init__(self, profile: Profile, kinds: Kinds) -> None:
        self.profile = profile
        self.kinds = kinds
        self.signs = Signs(profile)
        self.glued = Glued(profile, kinds)
        self.ballots = Ballots(profile, kinds, self.signs)
        self.emits = kinds.emits()
        self.always_accept = (*self.always_accept, *sorted(kinds.foot | kinds.speaks_on | kinds.unsigned))

    def process(self, stream: Iterator[Piece]) -> Iterator[Piece]:
        """The tokens of `stream` in order, each with its role as its type."""
        tokens = list(self.ballots.process(self.glued.process(stream)))
        settle(tokens, self.kinds, self.signs)
        names = BareNames.of(tokens, self.signs, self.kinds)
        page = _Page(self.profile.lines, self.signs, self.kinds, names)
        page.members_lost = page.lost = has_lost_members(tokens, self.kinds, self.signs)
        held: list[Piece] = []
        for token, below in zip(tokens, words_below(tokens, self.kinds), strict=True):
            page.next = below
            plain = token.type == "LINE" and page.state == SPEECH and not (page.cut or held or page.lost)
            if plain and not (token[0].islower() and page.heads(token)):  # as most lines are
                token.type = "CONTINUED" if shapes.is_broken(page.before, token) else "PARAGRAPH"
                page.before = token
                yield token
                continue
            page.place(token, held)
            if page.doubts(token, held):
                held.append(token)
                continue
            if held:
                yield from page.settled(held, token)
                held.clear()
            page.take(token)
            yield token
        yield from page.settled(held, None)


@attrs.define
class _Page:
    """What the lines of one text have told so far."""

    words: Lines
    signs: Signs
    kinds: Kinds
    names: BareNames
    next: Piece | None = None  # the line below that is no soft mark, as the lexer has it
    state: str = NOBODY
    before: Piece | None = None  # the last words since the state began
    label: Piece | None = None  # of the last turn
    cut: bool = False  # a soft mark has come since
    chaired: bool = False  # the last line, but for soft marks, says who takes the Chair
    paused: bool = False  # the sitting has been suspended or resumed since
    heard: set[str] = attrs.field(factory=set)  # the names of those who have spoken
    capitals: set[str] = attrs.field(factory=set)  # the same in capitals, where a page's head has them so
    evidence: bool = False  # those who give it are being listed
    quoted: bool = False  # the text that the House has before it is within quotation marks
    asks: bool = False  # below the lines that are held, a question is asked
    minister: bool = False  # or a Minister speaks
    members_lost: bool = False  # it is taken from an archive, and none but offices have labels
    labelled: bool = False  # somebody has had a label since the last heading
    lost: bool = False  # somebody has lost it since then
    office: bool = False  # who has the last label holds an office

    def place(self, token: Piece, held: list[Piece]) -> None:
        """Give a line its other role where its terminal fits it only in a place that is not here."""
        kind = token.type
        if kind == "TITLE":
            self.evidence = (self.evidence or self.signs.head_witnesses(held)) and self.signs.is_witness(
                token
            )
            if self.evidence:
                token.type = "LINE"
                return
        elif kind != "LINE":
            self.evidence = False
        if kind in ("PROCEDURE", "PAUSED") and self.state == SPEECH and self.signs.is_said(token):
            token.type = kind = "LINE"
        if kind in self.kinds.elsewhere:
            token.type = self._elsewhere(token, NOBODY if held else self.state, self.heard)
        elif kind in VOTES and (held or self.state != DIVISION):
            token.type = "LINE"  # a title above has ended the list of names
        if self.state == DIVISION and token.type not in self.kinds.in_division:
            self.state, self.before = NOBODY, None

    def doubts(self, token: Piece, held: list[Piece]) -> bool:
        """Whether what a line is depends on the lines after it."""
        kind = token.type
        return (
            kind == "TITLE"
            or (bool(held) and kind in self.kinds.soft and kind not in self.kinds.after_heading)
            or (kind == "HEADED" and self.state == SPEECH and not held and shapes.announces(self.before))
        )

    def settled(self, held: list[Piece], after: Piece | None) -> Iterator[Piece]:
        """The lines that were held, each with its role, now that the next certain one is known."""
        titles = sum(one.type == "TITLE" for one in held)
        if titles > 1 and self.state == SPEECH:
            shapes.mark_cells(held)
        if titles:  # once for all of them, for what follows may be long
            self.asks, self.minister = self._asks(after), self.signs.is_minister(after)
        for one in held:
            titles -= one.type in ("TITLE", "CELL")
            self._settle(one, after, titles)
            if one.type == "HEADING":
                self.state, self.before, self.quoted = NOBODY, None, False
                self.labelled, self.lost = False, self.members_lost
            elif one.type not in self.kinds.soft:
                self.before = one
                self._quote(one)
            yield one
        if held:
            self.cut = held[-1].type in self.kinds.soft

    def take(self, token: Piece) -> None:
        """Give a certain line its role, and keep what it tells of those that follow."""
        kind = token.type
        kinds = self.kinds
        goes_on = kind in kinds.soft or kind in kinds.speech_goes_on
        self.paused = kind == "PAUSED" or (self.paused and goes_on)
        chaired = self.chaired
        if kind not in kinds.soft:
            self.chaired = goes_on and kind in kinds.begins_business
        if kind in kinds.spoken:
            if self.heads(token, chaired):
                token.type, self.state, self.before, self.cut = "HEADING", NOBODY, None, False
            else:
                self._words(token)
            return
        if kind not in kinds.soft:
            self.quoted = False
        if kind in kinds.labels or kind in kinds.turns:
            self.labelled, self.office = True, self.signs.is_minister(token)
            self.label = token
        elif kind in ("DATE", "DAY"):
            self.labelled, self.lost = False, self.members_lost
        if kind in kinds.labels:
            names = self.signs.called(token)
            self.heard.update(names)
            if self.kinds.speaks_on:
                self.capitals.update(map(str.upper, names))
            cries = self.signs.cry_out(token)
            self.before, self.cut = self.signs.words_with(token), False
            self.state = NOBODY if cries and self.before is not None else SPEECH
        elif kind in kinds.turns:
            self.state, self.before, self.cut = SPEECH, None if kind in kinds.alone else token, False
        elif kind in kinds.opens_formula:
            self.state, self.before, self.cut = FORMULA, token, False
        elif kind in kinds.ends_speech:
            self.state = DIVISION if kind in kinds.opens_division else NOBODY
            self.before, self.cut = None, False
            if kind in ("TITLED", "HEADED"):
                token.type = "HEADING"
        elif goes_on:
            self.cut = True

    def heads(self, line: Piece, chaired: bool = False) -> bool:
        """Whether a line in small letters heads what follows it: a turn below who takes the Chair
        (`chaired`), or any business below the words of whoever presides.
        """
        if not line[0].islower() or line.type != "LINE" or self.next is None or not shapes.may_head(line):
            return False
        follows, before = self.next.type, self.before
        turn = follows in self.kinds.labels or follows in self.kinds.turns
        if chaired:
            return turn and (before is None or self.signs.is_whole(before))
        business = turn or follows in self.kinds.after_heading or follows in ("TITLE", "HEADED")
        return (
            business
            and self.state == SPEECH
            and before is not None
            and self.signs.is_whole(before)
            and self.label is not None
            and self.signs.presides(self.label)
        )

    def _words(self, token: Piece) -> None:
        """Give words their role: a paragraph, the rest of one that a mark has cut, or of an order."""
        kind = token.type
        if self.state == FORMULA and kind == "LINE" and self._is_said(token):  # whose name is lost
            self.state = NOBODY
        before = self.before
        if self.state == SPEECH and self.lost and self.office and self._is_over(token):
            self.state = NOBODY
        if self.state == NOBODY and self._is_unlabelled(token):
            token.type, self.lost = ("ENUMERATED" if kind == "NUMBERED" else "UNLABELLED"), True
        elif kind in self.kinds.unsigned and self.state != FORMULA:
            own = self.state == SPEECH and self.signs.asks_on(before, token)
            token.type = "PARAGRAPH" if own else "UNLABELLED"
            if not own:
                self.state, self.lost = NOBODY, bool(self.kinds.nameless)
        elif self.state == FORMULA:
            token.type = "FORMULA"
            if kind in ("LINE", "NUMBERED") and shapes.names_mover(token):
                self.state = NOBODY
        elif kind == "LINE":
            speaks = self.state == SPEECH
            cut = speaks and self.cut and before is not None and self.signs.continues(before, token)
            broken = speaks and shapes.is_broken(before, token)
            token.type = "CONTINUED" if cut or broken else "PARAGRAPH"
        elif kind == "NUMBERED" and (self.before is not None or self.state != SPEECH):
            token.type = "PARAGRAPH"
        self.before, self.cut = token, False
        self._quote(token)

    def _is_unlabelled(self, token: Piece) -> bool:
        """Whether words are somebody's who has lost the label: below a heading they speak of themselves, or
        more of those beside them have.
        """
        if token.type not in self.kinds.nameless:
            return False
        speaks = self.signs.is_put(token) if token.type == "NUMBERED" else self.signs.is_own(token)
        return self.lost or (speaks and not self.labelled)

    def _is_over(self, token: Piece) -> bool:
        """Whether a Minister, who has kept the label that members lost, has had the paragraph below it."""
        turns = self.kinds.labels | self.kinds.turns
        return token.type in self.kinds.nameless and self.before is not None and self.before.type not in turns

    def _is_said(self, token: Piece) -> bool:
        """Whether a line below an order is somebody's: it addresses the House, or the order is over."""
        before = self.before
        over = before is not None and (self.signs.is_whole(before) or shapes.is_item(before))
        return token.startswith(self.words.address) or (over and token.startswith(self.words.own))

    def _quote(self, token: Piece) -> None:
        """Keep whether a quotation runs on behind a line that nobody says."""
        self.quoted = self.state != SPEECH and shapes.is_quoted(token, self.quoted)

    def _settle(self, token: Piece, after: Piece | None, titles: int) -> None:
        """Give a held line its role, now that what follows is known: `titles` more like it, then `after`."""
        if token.type == "HEADED":  # what is announced is a table, and this its title
            token.type = "PARAGRAPH" if after is not None and after.type == "ROW" else "HEADING"
        elif token.type == "CELL":
            token.type = "PARAGRAPH"
        elif token.type == "TITLE":
            token.type = self._role(token, after, titles)

    def _role(self, title: Piece, after: Piece | None, titles: int) -> str:
        """The role of a line in the shape of a heading, by the words before it and the line that follows."""
        before, follows = self.before, after.type if after is not None else "END"
        over = before is not None and self.signs.is_whole(before)
        if self.state == FORMULA and before is not None:
            return "HEADING" if self._closes(before, title, after, titles) else "FORMULA"
        if shapes.is_worded(title) or self.signs.goes_below(title, after, self.next) or self._is_heard(title):
            return "PARAGRAPH"
        if self.signs.is_sentence(title):  # what a turn is about, where one follows
            turn = titles == 0 and (follows in self.kinds.labels or follows in self.kinds.turns)
            return "HEADING" if turn and (over or before is None) else "PARAGRAPH"
        if self.state == NOBODY or self.paused:
            return self._nobody_s(title)
        below = before is not None and before.type == "ROW" and titles < MOST_CELLS
        if below and (follows == "ROW" or shapes.is_total(title)):
            return "ROW"
        if self.signs.goes_on(title) or (self.signs.names_act(title) and self.signs.lists_acts(before)):
            return "PARAGRAPH"
        if titles == 0 and shapes.begins_business(title, before, follows, self.kinds):
            return "HEADING"
        last = shapes.last_mark(title)
        if last in ".?!" and not self.asks and ": " not in title:
            # of words that all have capitals: what a debate is called, if it is long enough
            long = title.count(" ") > (last != ".") and (last != "." or self._is_stopped(title))
            return "HEADING" if long and over and follows in self.kinds.after_heading else "PARAGRAPH"
        if before is not None and self.asks:
            # a question has a heading, and may have that of a department above it
            department = titles == 1 and len(title) <= shapes.LONGEST_TITLE and ":" not in title and over
            return "HEADING" if titles == 0 or title.isupper() or department else "PARAGRAPH"
        if before is None and titles == 0 and self.asks and shapes.has_capitals(title):
            return "HEADING"  # of a question, below the label of somebody whose words were not kept
        if before is None or titles >= MOST_HEADINGS or "www." in title or "://" in title:
            return "PARAGRAPH"
        if not over:
            # a title below the last item of a list, which begins as no title does, or a Minister's
            below = titles == 0 and follows == "LABEL" and shapes.is_item(before)
            listed = before.type == "PARAGRAPH" and not shapes.announces(before) and self.minister
            heading = (below and shapes.has_capitals(title)) or (listed and (titles == 0 or title.isupper()))
            return "HEADING" if heading else "PARAGRAPH"
        if follows in self.kinds.after_heading or (
            follows == "END" and titles == 0 and shapes.has_capitals(title)
        ):
            return "HEADING"
        # a line that begins with a small letter goes on with the sentence of this one
        return (
            "SUBHEADING"
            if after is not None and follows == "LINE" and not after[:1].islower()
            else "PARAGRAPH"
        )

    def _is_heard(self, title: Piece) -> bool:
        """Whether a line is part of a quotation or a cry, where nobody speaks, or was heard in a speech."""
        if self.state != NOBODY:
            return shapes.is_bracketed(title)
        return self.quoted or shapes.is_quoted(title, False) or shapes.last_mark(title) == "!"

    def _nobody_s(self, title: Piece) -> str:
        """The role of a line in the shape of a heading where nobody speaks: it may have lost its label."""
        lost = self.lost and self.kinds.nameless
        if not shapes.is_long(title) or not (lost or (self.state == NOBODY and self.signs.is_own(title))):
            return "HEADING"
        return "UNLABELLED" if self.kinds.nameless else "PARAGRAPH"

    def _is_stopped(self, title: Piece) -> bool:
        """Whether a full stop ends a heading: behind a short form, or after words with capitals."""
        return self.signs.is_abbreviated(title) or shapes.has_capitals(title)

    def _closes(self, before: Piece, title: Piece, after: Piece | None, titles: int) -> bool:
        """Whether a title stands below an order or an amendment, whose own words may be as short as one."""
        if before.type == "OPENING" and after is not None and after.startswith(self.words.motions):
            return True
        stops = shapes.last_mark(before) in shapes.FULL_STOPS and not shapes.are_entries(before, title)
        listed = self.signs.ends_list(before, title)
        opens = bool(titles) or (after is not None and after.type in self.kinds.after_heading)
        return before.type in self.kinds.formula_words and (stops or listed) and not self.quoted and opens

    def _asks(self, token: Piece | None) -> bool:
        """Whether a label introduces a question: by a number before or behind it, or by its first words."""
        if token is None or token.type not in self.kinds.labels:
            return token is not None and token.type in ("ASKED", "ASKS")
        return self.signs.asks(token)

    def _may_turn(self, state: str) -> bool:
        """Whether a turn of somebody who was not heard may begin: an order of the House must be whole."""
        if state != FORMULA or self.before is None:
            return state not in (FORMULA, DIVISION)
        worded = self.before.type not in self.kinds.opens_formula
        return worded and not self.quoted and self.signs.is_whole(self.before)

    def _elsewhere(self, token: Piece, state: str, heard: set[str]) -> str:
        """The role of a line whose terminal fits it only in its own place.

        A name before a colon speaks if it has been heard before, or, in doubt, if its line ends as a
        sentence does.
        """
        kind: str = token.type
        if kind == "BARE":
            name = self.signs.name_in(token)
            if name in heard or name in self.names.plain:
                return "BARE"
            may = self._may_turn(state) or (state == FORMULA and self.words.names_alone)
            if may and self.names.speaks(token, self.before, self.next):
                return "DOUBTED"
            return "TITLE" if token.rstrip(EMPHASIS)[-1:].isalnum() else "LINE"
        if kind in self.kinds.again:
            known = state != DIVISION and self.signs.begins_with(token, heard | self.names.plain)
            return kind if known else "LINE"
        if kind in self.kinds.speaks_on:
            name = token.strip(BRACKETS)
            if name in heard or name in self.capitals or self.names.is_known(name):  # at a page's head
                return "FURNITURE"
            return "LINE" if token.rstrip().endswith(".]") else "TITLE"
        if kind in ("ATTENDANCE", "PETITION", "MARKED"):
            within = state == FORMULA or (state == SPEECH and kind != "MARKED")
            return "LINE" if within else kind
        if state == DIVISION:
            return kind
        return "TITLE" if kind == "SIDE" else "LINE"
