"""Hansard of the Parliament of Australia as XML: in the form of 2011 and after, and the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import (
    Line,
    Marked,
    clocked,
    column,
    division,
    heading,
    iso_date,
    label,
    paragraph,
    side,
    timed,
    voiced,
    vote,
)
from hansardparse.read.source import Source
from hansardparse.read.trees import first_named, local, root_of, walk, words

__all__ = ["identifiers", "read"]

_TURNS = frozenset({"speech", "question", "answer", "interjection", "continue", "motionnospeech"})
_BLOCKS = frozenset({"para", "p", "item", "row", "tr", "li"})
#: The classes of the name of who speaks.
_VOICES = ("Speech", "Question", "Answer", "Continuation", "Interjecting")
#: The number of whoever presides.
_CHAIR = "10000"
#: What stands between a name and the words.
_JOINTS = " —–-.:"
#: What these say of a turn is in its label, or is no part of the record as it is printed.
_TOLD = frozenset(
    "time.stamp page.no name name.id electorate party role in.gov first.speech id.no no.signed".split()
)
#: The names of elements that have a title end so.
_INFOS = ("debateinfo", "adjournmentinfo", "petitioninfo", "cognateinfo")
_SIDES = {"ayes": "aye", "noes": "no"}
_KINDS = {"question": "question", "answer": "answer", "interjection": "intervention"}
#: What is quoted or moved may have names in bold that nobody speaks under.
_QUOTES = frozenset({"quote", "motion", "amendment", "list", "item", "table"})


def read(source: Source) -> Iterator[Line]:
    """The lines of a day, in order."""
    root = root_of(source)
    yield Line("PARLIAMENT", "au")
    head = root.find("session.header")
    if head is not None:
        yield Line("VENUE", words(head.find("chamber")), {})
        yield from iso_date(words(head.find("date")))
    yield from _Day().lines(root)


class _Day:
    """A day's record on its way from elements to lines."""

    def __init__(self) -> None:
        self._paragraph = Marked(said=False)
        self._page = ""
        self._turns: list[Any] = []  # the turns that are open, one within the other
        self._speaks: Any = None  # whose label was the last one
        self._known: dict[str, tuple[str, str]] = {}  # party and seat, by the number of a Member

    def lines(self, root: Any) -> Iterator[Line]:
        """All lines."""
        cells = 0
        for talker in root.iter("talker"):  # in the newer form they stand behind the words
            known = words(talker.find("party")), words(talker.find("electorate"))
            if any(known):
                self._known[words(talker.find("name.id"))] = known
        for event, node in walk(root, _is_whole):
            if event == "text":
                self._paragraph.add(node)
                continue
            name = local(node)
            if event == "whole":
                yield from self._paragraph.end()
                yield from self._whole(node, name)
            elif name in _TURNS:
                yield from self._paragraph.end()
                self._turn(node, event)
                if event == "open" and name == "motionnospeech":
                    yield from self._mover(node)
            elif name in ("entry", "td"):
                cells += event == "open"
                if event == "open" and cells > 1:
                    self._paragraph.cell()
            elif name in _BLOCKS and not (cells and name not in ("row", "tr")):
                yield from self._block(node, event)
                cells = 0
        yield from self._paragraph.end()

    def _turn(self, node: Any, event: str) -> None:
        if event == "open":
            self._turns.append(node)
        else:
            self._turns.pop()
            if not self._turns:
                self._speaks, self._paragraph.said = None, False

    def _mover(self, node: Any) -> Iterator[Line]:
        """Who moves a motion with no speech, and in what words: pieces of what is printed."""
        place = "".join(words(node.find(part)) for part in ("electorate", "role")).strip()
        yield from timed(words(node.find("time.stamp")))
        yield label(f"{words(node.find('name'))} {place}", party=words(node.find("party")))
        yield paragraph(words(node.find("inline")).lstrip(_JOINTS))
        self._paragraph.said, self._speaks = True, node

    def _whole(self, node: Any, name: str) -> Iterator[Line]:
        """An element that is read at once: a head, who speaks, a division."""
        if _is_told(node):
            return
        if name == "division":
            yield from _division(node)
        elif name == "talker":
            yield from self._talker(node)
        elif name.endswith("info"):
            yield from self._marks(node)
            if words(node.find("title")):
                around = (each for each in node.iterancestors() if local(each[0]).endswith(_INFOS))
                yield heading(words(node.find("title")), depth=sum(1 for _ in around))
            for bill in node.iter("cognate"):  # debated with the one in the title
                yield from (Line("LOOSE", words(each), {}) for each in bill.iter("para", "title"))
            self._paragraph.said = False

    def _marks(self, node: Any) -> Iterator[Line]:
        page = words(node.find("page.no"))
        if page and page != self._page:
            self._page = page
            yield column(page, "Page")

    def _talker(self, node: Any) -> Iterator[Line]:
        """Who speaks, in the older form; in the newer one, the words name them again."""
        turn = self._turns[-1] if self._turns else None
        yield from self._marks(node)
        if turn is None or turn.find("talk.text") is not None:
            return
        names = {each.get("role"): words(each) for each in node.findall("name")}
        yield from timed(words(node.find("time.stamp")))
        number = words(node.find("name.id"))
        name = names.get("display") or names.get("metadata") or ""
        if name:
            yield label(
                name,
                identifiers=identifiers(number),
                kind=_KINDS.get(local(turn)) if number != _CHAIR else None,
                party=words(node.find("party")),
                seat=words(node.find("electorate")),
            )
            self._paragraph.said, self._speaks = True, turn

    def _block(self, node: Any, event: str) -> Iterator[Line]:
        if event == "open":
            around = node.getparent()
            if local(around) == "item" and around[0] is node:
                return  # the item's mark stands before its words
            yield from self._paragraph.end()
            if local(node) == "item" and node.get("label"):
                self._paragraph.add(f"{node.get('label')} ")
            return
        voice = first_named(node, _is_name) if local(node) == "p" else None
        if voice is not None:
            self._paragraph.drop()
            yield from self._voiced(node, voice)
            return
        if (turn := _bold(node)) is not None:
            self._paragraph.drop()
            yield label(turn[0])
            yield paragraph(turn[1])
            self._paragraph.said, self._speaks = True, node
            return
        for line in self._paragraph.end():
            if self._speaks is not None and line.role == "SAID" and _is_first(node):
                clock, text = clocked(line.text.lstrip(_JOINTS))
                yield from timed(clock)
                line = line._replace(text=text.lstrip(_JOINTS))
            if "HPS-Debate" in (node.get("class") or "") or "HPS-Sub" in (node.get("class") or ""):
                continue  # the title once more
            yield line

    def _voiced(self, node: Any, voice: Any) -> Iterator[Line]:
        """A paragraph that begins with a name, in the newer form."""
        times = [words(each) for each in node.iter() if each.get("class") == "HPS-Time"]
        clock = "".join(times)
        text = words(node).replace("( ", "(").replace(" )", ")")  # files that were indented have blanks there
        for bracket in {f" ({clock})", f" ({' '.join(times)})"} if clock else ():
            text = text.replace(bracket, "", 1)
        link = voice if voice.get("href") else voice.getparent()
        number = (link.get("href") if link is not None else None) or ""
        kind = next(
            (kind for name, kind in _KINDS.items() if (voice.get("class") or "").lower().endswith(name)), None
        )
        for line in voiced(text, clock, identifiers(number), kind, *self._known.get(number, ())):
            if line.role in ("LABEL", "LOOSE"):  # named, though it may be by no words
                self._paragraph.said, self._speaks = True, node
            elif line.role == "LINE" and self._paragraph.said:  # somebody is named who does not speak
                line = line._replace(role="SAID")
            yield line


def identifiers(number: str) -> tuple[str, ...]:
    """The number of a Member, which whoever presides has not."""
    return (f"aph:{number}",) if number and number != _CHAIR else ()


def _is_whole(node: Any) -> bool:
    """Whether an element is read at once, and not bit by bit."""
    name = local(node)
    return name.endswith(_INFOS) or name in ("talker", "session.header", "division") or _is_told(node)


def _is_told(node: Any) -> bool:
    """Whether the words of an element are told by another line, or by none."""
    name = local(node)
    if name == "day.start":  # the day, which the head has too
        return words(node) == words(node.getroottree().find("session.header/date"))
    return name in _TOLD or (name == "inline" and local(node.getparent()) == "motionnospeech")


def _bold(para: Any) -> tuple[str, str] | None:
    """Who speaks, and what, in a paragraph that no element gives to anybody: a bold name, then a dash."""
    bold = next(iter(para), None) if local(para) == "para" and not (para.text or "").strip() else None
    if bold is None or bold.get("font-weight") != "bold" or (bold.tail or "").lstrip()[:1] != "—":
        return None
    if any(local(each) in _QUOTES for each in para.iterancestors()) or not words(bold)[:1].isalpha():
        return None
    name = words(bold)
    return name, words(para).removeprefix(name).lstrip(_JOINTS)


def _is_first(para: Any) -> bool:
    """Whether a paragraph is the first of a turn, in the older form."""
    return local(para.getparent()) == "talk.start"


def _is_name(kind: str) -> bool:
    kind = kind.removeprefix("HPS-")
    return kind == "GeneralInterjecting" or (kind.startswith(("Member", "Office")) and kind.endswith(_VOICES))


def _division(node: Any) -> Iterator[Line]:
    """A division with its names; who presides over it may stand behind what announces it."""
    data = node.find("division.data")
    clock = words(node.find("division.header/time.stamp"))
    for each in node.iterchildren():
        if each is data:
            yield division(None, clock or None)
            yield from _sides(data)
        elif each.getprevious() is not data or local(each) != "para":  # there it says what a star means
            for block in each.iter("para", "p"):
                if words(block):
                    yield paragraph(words(block), said=False)
    if data is None:
        yield division(None, clock or None)


def _sides(data: Any) -> Iterator[Line]:
    """The names of a division, side by side."""
    for each in data:
        option = _SIDES.get(local(each))
        if option is None:
            continue
        names = [words(name) for name in each.iter("name") if words(name)]
        yield side(words(each.find("title")) or local(each), words(each.find("num.votes")))._replace(
            kind=option
        )
        for name in names:
            bare = name.removesuffix("(teller)").removesuffix("*").rstrip(" ,")
            yield vote(bare, teller=bare != name.rstrip(" ,"))
