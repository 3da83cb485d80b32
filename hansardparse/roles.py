"""Lark's post-lexing stage: what a line is, where its shape alone does not say.

A short line without a full stop is a heading, a sub-heading in a statement, a name in a division list,
or words of a speech or an amendment: what stands before and after it decides. Lines in doubt are held
until the next certain one, so every line is settled by its neighbours and the stage needs no more
memory than a run of headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

__all__ = ["PlainRoles", "Roles"]

#: A heading may stand before these.
OPENS = frozenset(
    [
        "LABEL",
        "TOLD",
        "ASKS",
        "NARRATED",
        "BARE",
        "DOUBTED",
        "LABEL_ONLY",
        "GESTURE",
        "PROCEDURE",
        "MINUTE",
        "DIVIDED",
        "MOVED",
        "AMENDMENT",
        "OPENING",
        "PETITION",
        "ASKED",
        "CHAIR",
        "STAGE",
        "TIME",
        "TITLED",
        "HEADED",
        "DATE",
        "EXCERPTS",
    ]
)
#: Nothing but a heading stands before these.
BEGIN_BUSINESS = frozenset(["DATE", "CHAIR", "ASKED", "EXCERPTS"])
#: These stand between lines without telling anything about them.
SOFT = frozenset(["COLUMN", "GLUED", "TIME", "SPOKEN_AT", "IN", "SITE", "FURNITURE", "AGE", "LINKS"])
#: After one of these, words without a label are nobody's.
ENDS_SPEECH = frozenset(
    [
        "TITLED",
        "HEADED",
        "STAGE",
        "PROCEDURE",
        "MINUTE",
        "DIVIDED",
        "ASKED",
        "ELISION",
        "STATEMENT_NUMBER",
        "PETITION_NUMBER",
        "LABEL_ONLY",
        "GESTURE",
        "EXCERPTS",
        "DATE",
        "VENUE",
        "PAGE",
        "LATER",
        "CITED",
        "DIVISION",
        "VOLUME",
        "WHERE",
        "WHEN",
        "LISTED",
        "VOTED",
    ]
)
#: After one of these, lines belong to a text that the House has before it.
FORMULAS = frozenset(["MOVED", "AMENDMENT", "OPENING", "PETITION"])
#: And these are of its words.
WORDED = frozenset(["FORMULA", "AMENDMENT"])
#: Inside a division; elsewhere they are ordinary lines.
BALLOT = frozenset(["SIDE", "TALLY", "TELLERS", "VIEW", "STAMP"])
#: A division goes on over these, and ends at anything else.
IN_DIVISION = BALLOT | SOFT | {"DIVISION", "VOTE", "SUBJECT"}
#: These begin a division.
LISTS = frozenset(["DIVISION", "LISTED"])
#: What a name in a division list may be taken for.
NAMES = frozenset(["TITLE", "LINE", "BARE", "ATTENDANCE", "ROW"])
#: Out of their place they are ordinary lines.
ELSEWHERE = BALLOT | {"BARE", "ATTENDANCE", "PETITION"}
#: Words, with a number before them or in cells.
SPOKEN = frozenset(["LINE", "NUMBERED", "ROW"])
#: Labels, and what may be one.
LABELS = frozenset(["LABEL", "BARE", "DOUBTED"])
#: A name and the words that follow it, no colon between them.
TURNS = frozenset(["TOLD", "ASKS", "NARRATED"])
#: A sentence that ends so is whole.
FULL_STOPS = frozenset(".?!…\"”'’)]")
#: A sentence, or its first part, may end in these too.
STOPS = FULL_STOPS | frozenset(":;,—–-")
#: And it may begin so.
BEGINS = frozenset("\"“'‘([…")
#: A heading ends in none of these, and a sentence is not over at one of those.
JOINING = frozenset("a an and as at but by for from in is of on or that the to was which with".split())
SHORT = (" Mr.", " Mrs.", " Dr.", " hon.", " No.", " Nos.", " St.", " Rev.")
#: Who cries out in a body says no more than one line.
CRIES = ("Members", "Member", "Lords", "MEMBERS", "LORDS")
#: A body or its business is called so, and no person.
BODIES = ("Bill", "Committee", "Committees", "Commons", "Lords", "[HL]", "[Lords]")
#: A name in a division list is no longer than this.
LONGEST_NAME = 120
#: The speaker of a line is named before this: the words behind may be many.
LONGEST_LABEL = 600
LONGEST_DEPARTMENT = 80
#: Where more titles than this stand below one another, they are a list.
MOST_HEADINGS = 8
#: A word of so many letters may be small in a title.
SMALL = 4

SPEECH, NOBODY, FORMULA, DIVISION = "speech", "nobody", "formula", "division"


def _last(token: Any) -> str:
    words: str = token.rstrip()
    return words[-1:] or " "


class Roles:
    """Settles the role of every line in doubt; a token's role is its type.

    TITLE and LINE become HEADING, SUBHEADING, PARAGRAPH, CONTINUED, VOTE or FORMULA.
    """

    always_accept = ("TITLE", "TITLED", "HEADED", "LINE", "BARE", "ATTENDANCE", "PETITION")
    #: These come out only where every grammar takes them: in a division, or after an order's first line.
    promised = BALLOT | {"VOTE", "FORMULA", "SUBJECT"}

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        """The tokens of `stream` in order, each with its role as its type."""
        page = _Page()
        held: list[Any] = []
        for token in stream:
            if token.type == "LINE" and page.state == SPEECH and not page.cut and not held:
                token.type = "PARAGRAPH"  # as most lines are
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

    state: str = NOBODY
    before: Any = None  # the last words since the state began
    cut: bool = False  # a soft mark has come since
    tellers: int = 0  # how many names of tellers are to come
    expected: int = 0  # how many names the total of a side lets expect
    short: bool = False  # a side has its total and no names; the next will have none either
    heard: set[str] = attrs.field(factory=set)  # the names of those who have spoken
    certain: int = 0  # turns by their labels
    narrated: int = 0  # and by how a paragraph begins
    evidence: bool = False  # those who give it are being listed

    def place(self, token: Any, held: list[Any]) -> None:
        """Give a line its other role where its terminal fits it only in a place that is not here."""
        kind = token.type
        if kind == "TITLE":
            self.evidence = (self.evidence or _heads_witnesses(held)) and _is_witness(token)
            if self.evidence:
                token.type = "LINE"
                return
        elif kind != "LINE":
            self.evidence = False
        if kind == "NARRATED":
            if self.certain > self.narrated:
                token.type = "LINE"  # where labels are plain, a paragraph may begin so
            else:
                self.narrated += 1
        elif self.state == DIVISION and self._is_of_division(token):
            return
        elif kind in ELSEWHERE:
            token.type = _elsewhere(token, NOBODY if held else self.state, self.heard)
        self._count(token)
        if self.state == DIVISION and token.type not in IN_DIVISION:
            self.state, self.before = NOBODY, None

    def _is_of_division(self, token: Any) -> bool:
        """Whether a line in a division is a name, or says what the division is on."""
        kind = token.type
        if kind in NAMES and (self.tellers or kind == "ROW" or _is_vote(token, self.expected)):
            self.tellers = max(0, self.tellers - _names_on(token))
            self.expected -= 1
            self.short = False
            if kind == "ROW" and "ellers for" in token.lower():
                self.tellers = 2
            token.type = "VOTE"
        elif kind == "DIVIDED" and token.startswith("Division"):
            token.type = "SUBJECT"
        else:
            return False
        return True

    def _count(self, token: Any) -> None:
        """How many names are to follow the head of a side, or of its tellers."""
        if token.type == "LISTED" and self.state == DIVISION:
            token.type = "SIDE"
        if token.type == "SIDE":
            self.expected = 0 if self.short else _total(token)
            self.short = True
        elif token.type == "TELLERS":
            self.tellers = max(0, 2 - _names_on(token.partition(":")[2]))

    def doubts(self, token: Any, held: list[Any]) -> bool:
        """Whether what a line is depends on the lines after it."""
        kind = token.type
        return (
            kind == "TITLE"
            or (bool(held) and kind in SOFT and kind not in OPENS)
            or (kind == "HEADED" and self.state == SPEECH and not held and _announces(self.before))
        )

    def settled(self, held: list[Any], after: Any) -> Iterator[Any]:
        """The lines that were held, each with its role, now that the next certain one is known."""
        titles = sum(one.type == "TITLE" for one in held)
        if titles > 1 and self.state == SPEECH:
            _mark_cells(held)
        for one in held:
            titles -= one.type in ("TITLE", "CELL")
            self._settle(one, after, titles)
            if one.type == "HEADING":
                self.state, self.before = NOBODY, None
            elif one.type not in SOFT:
                self.before = one
            yield one
        if held:
            self.cut = held[-1].type in SOFT

    def take(self, token: Any) -> None:
        """Give a certain line its role, and keep what it tells of those that follow."""
        kind = token.type
        if kind in SPOKEN:
            self._words(token)
        elif kind in LABELS:
            names = _called(token)
            self.heard.update(names)
            self.certain += 1
            cries = names[0].endswith(CRIES)
            self.state, self.before, self.cut = NOBODY if cries else SPEECH, _words_with(token), False
        elif kind in TURNS:
            self.state, self.before, self.cut = SPEECH, token, False
            self.certain += kind != "NARRATED"
        elif kind in FORMULAS:
            self.state, self.before, self.cut = FORMULA, token, False
        elif kind in ENDS_SPEECH:
            self.state, self.before, self.cut = DIVISION if kind in LISTS else NOBODY, None, False
            self.tellers, self.short = 0, False
            if kind in ("TITLED", "HEADED"):
                token.type = "HEADING"
        elif kind in SOFT:
            self.cut = True

    def _words(self, token: Any) -> None:
        """Give words their role: a paragraph, the rest of one that a mark has cut, or of an order."""
        kind = token.type
        if self.state == FORMULA and kind == "LINE" and token.startswith("My Lords"):  # whose name is lost
            self.state = NOBODY
        if self.state == FORMULA:
            token.type = "FORMULA"
            if kind == "LINE" and _names_mover(token):
                self.state = NOBODY
        elif kind == "LINE":
            cut = self.cut and self.state == SPEECH and self.before is not None
            token.type = "CONTINUED" if cut and _continues(self.before, token) else "PARAGRAPH"
        elif kind == "NUMBERED" and (self.before is not None or self.state != SPEECH):
            token.type = "PARAGRAPH"
        self.before, self.cut = token, False

    def _settle(self, token: Any, after: Any, titles: int) -> None:
        """Give a held line its role, now that what follows is known: `titles` more like it, then `after`."""
        state, before = self.state, self.before
        follows = after.type if after is not None else "END"
        if token.type == "HEADED":  # what is announced is a table, and this its title
            token.type = "PARAGRAPH" if follows == "ROW" else "HEADING"
        elif token.type == "CELL":
            token.type = "PARAGRAPH"
        if token.type != "TITLE":
            return
        if state == FORMULA:
            # the words of an order or an amendment may be as short as a heading
            closed = before.type in WORDED and _last(before) in FULL_STOPS
            token.type = "HEADING" if closed and (follows in OPENS or titles) else "FORMULA"
        elif _is_worded(token):
            token.type = "PARAGRAPH"
        elif _last(token) == "." and not all(w in JOINING or not w[0].islower() for w in token.split()):
            # in the shape of a sentence: what a turn is about, where one follows
            heading = titles == 0 and follows in LABELS | TURNS and (before is None or _is_whole(before))
            token.type = "HEADING" if heading else "PARAGRAPH"
        elif state == NOBODY:
            token.type = "HEADING"
        elif _goes_on(token) or (_names_act(token) and _lists_acts(before)):
            token.type = "PARAGRAPH"
        elif titles == 0 and _begins_business(token, before, follows):
            token.type = "HEADING"
        elif _last(token) in ".?!" and not _asks(after) and ": " not in token:
            # of words that all have capitals: what a debate is called, if it is long enough
            heading = token.count(" ") > 1 and _last(token) != "." and follows in OPENS
            token.type = "HEADING" if heading and before is not None and _is_whole(before) else "PARAGRAPH"
        elif before is not None and _asks(after):
            # a question has a heading, and may have that of a department above it
            department = len(token) <= LONGEST_DEPARTMENT and ":" not in token and _is_whole(before)
            heading = titles == 0 or token.isupper() or (titles == 1 and department)
            token.type = "HEADING" if heading else "PARAGRAPH"
        elif before is None or titles >= MOST_HEADINGS or "www." in token or "://" in token:
            token.type = "PARAGRAPH"
        elif not _is_whole(before):
            # a title below the last item of a list, which begins as no title does, or a Minister's
            lists = titles == 0 and follows == "LABEL" and _is_item(before) and _has_capitals(token)
            listed = before.type == "PARAGRAPH" and not _announces(before) and _is_minister(after)
            heading = lists or (listed and (titles == 0 or token.isupper()))
            token.type = "HEADING" if heading else "PARAGRAPH"
        elif follows in OPENS or (follows == "END" and titles == 0 and _has_capitals(token)):
            token.type = "HEADING"
        else:
            # a line that begins with a small letter goes on with the sentence of this one
            token.type = "SUBHEADING" if follows == "LINE" and not after[:1].islower() else "PARAGRAPH"


def _mark_cells(held: list[Any]) -> None:
    """Mark the cells of a table, one a line: figures, and whatever stands above them."""
    figures = [at for at, one in enumerate(held) if one.type == "TITLE" and not any(map(str.isalpha, one))]
    for one in held[: figures[-1] + 1] if figures else ():
        if one.type == "TITLE":
            one.type = "CELL"


def _heads_witnesses(titles: list[Any]) -> bool:
    """Whether those who give evidence are listed below some titles."""
    return bool(titles) and titles[-1].rstrip() in ("Witnesses", "Examination of Witnesses")


def _is_witness(title: Any) -> bool:
    """Whether a line names one who gives evidence: `Dr Una Reed, Harbours Federation`, `Una Reed`"""
    words = title.split()
    name = 1 < len(words) < 6 and all(word[0].isupper() for word in words) and words[-1] not in BODIES
    return name or "," in title


def _is_worded(title: Any) -> bool:
    """Whether a line is the words of a motion, and who moves it: `“It shall report.”.—(Ms Marsh.)`"""
    return title[0] in BEGINS and _names_mover(title)


def _is_minister(label: Any) -> bool:
    """Whether a label is an office and the name of its holder."""
    return label is not None and label.startswith("The ") and ")" in label.partition(":")[0]


def _begins_business(title: Any, before: Any, follows: str) -> bool:
    """Whether what follows a title stands at the beginning of some business, whatever comes before it."""
    timed = follows == "TIME" and before is not None and len(title) <= LONGEST_DEPARTMENT
    return (timed and title[0] not in BEGINS) or follows in BEGIN_BUSINESS


def _is_item(token: Any) -> bool:
    """Whether a line is an item of a list, or goes on with a sentence: `thirdly, the pump`, `(b) walls`"""
    return bool(token[0].islower() or token[0] in "([•-")


def _has_capitals(title: Any) -> bool:
    """Whether every word of a line has a capital, small ones excepted."""
    return all(len(word) <= SMALL or not word[0].islower() for word in title.split())


def _asks(token: Any) -> bool:
    """Whether a label introduces a question: by a number before or behind it, or by its first words."""
    if token is None or token.type not in LABELS:
        return token is not None and token.type in ("ASKED", "ASKS")
    number = token[:1] in "0123456789[(" or token[1:2].isdigit()
    end = token.rstrip()[-2:]
    return number or (end[-1:] == "]" and end[0].isdigit()) or ": To ask " in token[:200]


def _is_whole(token: Any) -> bool:
    """Whether a sentence, a table or a list of Acts ends here; an address takes no full stop."""
    if _last(token) in FULL_STOPS or token.type == "ROW" or _names_act(token):
        return True
    words = token.rstrip()
    if words[-2:-1] in ".?!":  # `.,` for a full stop
        return True
    end = words[max(words.rfind(" "), words.rfind("\n")) + 1 :]
    return "www." in end or "://" in end


def _names_act(token: Any) -> bool:
    """Whether a line is what a list of Acts consists of: `Port Ardle Harbour Act 2003`."""
    words: str = token.rstrip()
    return words[-4:].isdigit() and words[:-5].endswith((" Act", " Measure"))


def _announces(token: Any) -> bool:
    """Whether a list or a table is to follow."""
    return token is not None and _last(token) == ":"


def _lists_acts(token: Any) -> bool:
    """Whether a list of Acts begins or goes on below a line."""
    return token is not None and (_announces(token) or _names_act(token))


def _goes_on(title: Any) -> bool:
    """Whether a line ends in a word that no heading ends in, since a mark has cut its sentence."""
    return title.rstrip().rpartition(" ")[2] in JOINING


def _total(side: str) -> int:
    """The total that stands beside the name of a side, 0 where there is none."""
    return int("".join(c for c in side if c.isdecimal()) or 0)


def _is_vote(token: Any, expected: int) -> bool:
    """Whether a line in a division has the shape of a name: `Marsh, Ms Ada`, `(Upper Dale)`.

    `Ms Ada Marsh` has it while names are still `expected`.
    """
    words = token.rstrip()
    if len(words) > LONGEST_NAME:  # names run together have a comma each
        return bool(words.count(",") * 30 > len(words))
    if expected > 0 and 0 < words.count(" ") < 6:
        return True
    surname, comma, names = words.partition("(")[0].partition(",")
    if comma:
        return ":" not in words and " and " not in names
    return not surname or surname in ("and", "Nil", "NIL")


def _names_mover(token: Any) -> bool:
    """Whether an order ends here, with its mover: `... until any hour.—[Mr. Oake.]`"""
    end = token.rstrip()[-LONGEST_NAME:]
    return end[-1:] in "])" and ("—[" in end or "—(" in end)


def _continues(before: Any, token: Any) -> bool:
    """Whether a mark between two lines has cut a sentence."""
    last = _last(before)
    if last in ":;" or before.type in ("ROW", "SUBHEADING"):
        return False
    if token[:1].islower() and token[1:2] not in ".)":
        return True
    if last in FULL_STOPS:
        return bool(before.rstrip().endswith(SHORT))
    return last.isalnum() or (last == "," and token[:1].isupper() and not token.startswith("That "))


def _elsewhere(token: Any, state: str, heard: set[str]) -> str:
    """The role of a line whose terminal fits it only in its own place.

    A name before a colon speaks if it has been heard before, or, in doubt, if its line ends as a
    sentence does.
    """
    kind: str = token.type
    if kind == "BARE":
        if _name(token) in heard:
            return "BARE"
        words = token.partition(":")[2].lstrip()
        begins = words[:1].isupper() or words[:1] in BEGINS
        ends = _last(token) in STOPS or len(token) > LONGEST_NAME or words.startswith(("I ", "My "))
        if begins and ends and state not in (FORMULA, DIVISION) and not token.startswith("The "):
            return "DOUBTED"
        return "TITLE" if _last(token).isalnum() else "LINE"
    if kind in ("ATTENDANCE", "PETITION"):
        return "LINE" if state in (SPEECH, FORMULA) else kind
    if state == DIVISION:
        return kind
    return "TITLE" if kind == "SIDE" else "LINE"


def _words_with(label: Any) -> Any:
    """The label itself where it has words on its line, else None."""
    colon = label.find(":")
    return label if colon >= 0 and label[colon + 1 : colon + LONGEST_LABEL].strip() else None


def _name(label: str) -> str:
    """The name in a label, without a question's numbers and what stands in brackets."""
    words = label[:LONGEST_LABEL].partition(":")[0].partition("(")[0].split()
    while words and (words[0] == "Q" or any(map(str.isdigit, words[0]))):
        del words[0]
    return " ".join(words)


def _called(label: str) -> tuple[str, ...]:
    """By what names the bearer of a label may be called from now on."""
    name = _name(label)
    if name.startswith("The "):
        return name, label[:LONGEST_LABEL].partition(":")[0].partition("(")[2].partition(")")[0]
    return (name,)


def _names_on(line: str) -> int:
    """How many tellers a line names."""
    words = line.strip()
    if not words or words == "and":
        return 0
    return 1 + (" and " in words)


class PlainRoles:
    """Settles lines where no labels are left: every paragraph is by itself, save below a label.

    A site puts notes of its own between the place and the words, and closes them with a line that says
    so. Lines that follow a place are held until that line, which makes them FURNITURE, or until there
    are too many of them.
    """

    always_accept = ("LINE", "SOURCE", "TITLED")
    #: Comes out only below a label.
    promised = frozenset({"PARAGRAPH"})
    #: The site's notes are no more lines than this.
    LONGEST_NOTES = 6

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        """The tokens of `stream` in order, each with its role as its type."""
        held: list[Any] = []
        heads = labelled = False  # below an age or a place; below a label
        for token in stream:
            if token.type == "LINE" and heads and len(held) < self.LONGEST_NOTES:
                held.append(token)
                continue
            notes = token.type == "SOURCE"
            for one in held:
                one.type = "FURNITURE" if notes else "UNLABELLED"
                yield one
            held.clear()
            if token.type == "LINE":
                token.type = "PARAGRAPH" if labelled else "UNLABELLED"
            heads, labelled = token.type in ("AGE", "VENUE"), token.type == "LABEL"
            if notes:
                token.type = "FURNITURE"
            elif token.type == "TITLED":
                token.type = "HEADING"
            yield token
        for one in held:
            one.type = "UNLABELLED"
            yield one
