"""Hansard of the Parliament of Australia as SGML, as of 1981-1997: elements that nothing need close."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from hansardparse.read.aph import identifiers
from hansardparse.read.lines import (
    Line,
    Marked,
    clocked,
    column,
    division,
    folded,
    heading,
    iso_date,
    label,
    paragraph,
    side,
    timed,
    vote,
)
from hansardparse.read.source import Source

__all__ = ["read"]

#: A tag, or the words up to the next one. No tree: interjections and tabs are seldom closed.
_TOKEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9.]{0,40})(?=[\s>/])([^<>]*)>|<[!?][^<>]*>|[^<]+|<")
_ATTRIBUTE = re.compile(r"""\b([A-Za-z][A-Za-z.-]{0,40})\s{0,9}=\s{0,9}"([^"]*)\"""")
#: The words of these are read as one piece.
_PIECES = frozenset({"TITLE", "NAME", "ELECTORATE", "ROLE", "TIME.STAMP", "ENTRY", "NUM.VOTES"})
#: Where one of these begins or ends, so does a paragraph.
_BLOCKS = frozenset(
    "PARA ROW DAY.START PROCTEXT DIVISION.HEADER DIVISION.RESULT PRESENTER.BLOCK QUESTION.NUMBER ITEM".split()
)
#: Whoever speaks has spoken where one of these begins or ends.
_TURNS = frozenset(
    "SPEECH QUESTION ANSWER DEBATE DEBATE.SUB1 DEBATE.SUB2 PETITION PETITION.GRP PROCTEXT DIVISION QWN "
    "QUESTION.BLOCK ANSWER.TO.QON".split()
)
_KINDS = {"QUESTION": "question", "ANSWER": "answer"}
_SIDES = {"AYES": ("Ayes", "aye"), "NOES": ("Noes", "no")}
#: What is quoted or moved may have words in bold that are nobody's name.
_QUOTES = frozenset({"QUOTE", "MOTION", "AMENDMENT", "LIST"})
_JOINTS = " —–-"


def read(source: Source) -> Iterator[Line]:
    """The lines of a day, in order."""
    yield Line("PARLIAMENT", "au")
    day = _Day()
    for token in _TOKEN.finditer(source.text):
        end, name, attributes = token[1], (token[2] or "").upper(), token[3] or ""
        if not name:
            day.text(html.unescape(token[0]) if token[0][:2] not in ("<!", "<?") else "")
        elif end:
            yield from day.closed(name)
        else:
            given = {key.upper(): html.unescape(value) for key, value in _ATTRIBUTE.findall(attributes)}
            yield from day.opened(name, given)
    yield from day.closed("HANSARD")


class _Day:
    """A day's record on its way from tags to lines."""

    def __init__(self) -> None:
        self._paragraph = Marked(said=False)
        self._piece: list[str] | None = None  # the words of the piece that is open
        self._who: dict[str, str] = {}  # the pieces of who speaks
        self._talker = self._first = False
        self._kind: str | None = None
        self._page = ""
        self._side = self._divides = False
        self._cells: list[str] = []
        self._bold: list[str] | None = None  # the words in bold with which a paragraph begins
        self._quoted = self._in_bold = False

    def text(self, words: str) -> None:
        """Words between two tags."""
        if self._piece is not None:
            self._piece.append(words)
        else:
            self._paragraph.add(words)
            if self._in_bold and self._bold is not None:
                self._bold.append(words)

    def opened(self, name: str, given: dict[str, str]) -> Iterator[Line]:
        """An element begins."""
        if name in _PIECES:
            self._piece = []
        if name in _BLOCKS or name in _TURNS or name in ("TITLE", "TALKER"):
            yield from self._ended()
        if name in _TURNS:
            self._kind, self._paragraph.said = _KINDS.get(name), False
        if name in _QUOTES or name in _TURNS:
            self._quoted = name in _QUOTES
        elif name == "EMPHASIS" and given.get("FONT-WEIGHT") == "BOLD" and not self._paragraph.begun:
            self._bold, self._in_bold = [], True
        if given.get("PAGE") and given["PAGE"] != self._page:
            self._page = given["PAGE"]
            yield column(self._page, "Page")
        if name == "HANSARD":
            day, month, year = ([*given.get("DATE", "").split("/"), "", ""])[:3]
            yield Line("VENUE", folded(given.get("CHAMBER", "")), {})
            yield from iso_date(f"{year}-{month:0>2}-{day:0>2}")
        elif name == "TALKER":
            self._talker, self._who = True, {}
        elif name == "NAME" and self._talker:
            self._who["NAMEID"] = given.get("NAMEID", "")
        elif name == "DIVISION.DATA":
            yield from self._ended()
            yield division(None)
            self._divides = True
        elif name in _SIDES and self._divides:
            self._side = True
            words, option = _SIDES[name]
            yield side(words, given.get("NUMVOTES"))._replace(kind=option)
        elif name == "PAIRS":
            self._side = False

    def closed(self, name: str) -> Iterator[Line]:
        """An element ends."""
        piece = folded("".join(self._piece or ()))
        self._in_bold = self._in_bold and name != "EMPHASIS"
        self._quoted = self._quoted and name not in _QUOTES
        if name in _PIECES:
            self._piece = None
            yield from self._whole(name, piece)
        elif name == "TALKER":
            self._talker = False
            yield from self._named()
        elif name == "DIVISION.DATA":
            self._divides = self._side = False
        elif name == "ROW" and self._cells:
            yield Line("ROW", "\t".join(self._cells), {})
            self._cells = []
        elif name in _BLOCKS or name in _TURNS or name == "HANSARD":
            yield from self._ended()
        if name in _TURNS:
            self._paragraph.said = False

    def _whole(self, name: str, words: str) -> Iterator[Line]:
        """A piece is whole: a title, a part of who speaks, a voter, a cell."""
        if self._talker:
            self._who[name] = words
        elif name == "TITLE":
            if words and not self._divides:
                self._paragraph.said = False
                yield heading(words)
        elif self._divides:
            if self._side and words and name in ("ENTRY", "NAME"):
                bare = words.removesuffix("(Teller)").removesuffix("*").rstrip(" ,")
                yield vote(bare, teller=bare != words)
        elif name == "ENTRY":
            self._cells.append(words)
        else:
            self._paragraph.add(f" {words} ")

    def _named(self) -> Iterator[Line]:
        """Who speaks now, and when they began."""
        name, number = self._who.get("NAME", ""), self._who.get("NAMEID", "")
        seat = f"{self._who.get('ELECTORATE', '')}{self._who.get('ROLE', '')}".strip(" ()-")
        yield from timed(clocked(self._who.get("TIME.STAMP", ""))[0])
        if name:
            yield label(
                f"{name} ({seat})" if seat else name,
                identifiers=identifiers(number),
                kind=self._kind,
            )
            self._paragraph.said = self._first = True

    def _ended(self) -> Iterator[Line]:
        """The lines of the paragraph that is over; the first of a turn begins with a dash.

        No element says whose a paragraph is that begins with a name in bold and a dash.
        """
        name, self._bold = folded("".join(self._bold or ())), None
        for line in self._paragraph.end():
            if self._first and line.role == "SAID":
                line, self._first = paragraph(line.text.lstrip(_JOINTS)), False
            elif name[:1].isalpha() and not self._quoted and line.text.startswith(f"{name}—"):
                yield label(name)
                line, self._paragraph.said = paragraph(line.text[len(name) :].lstrip(_JOINTS)), True
            yield line
