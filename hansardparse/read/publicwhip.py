"""publicwhip XML, as TheyWorkForYou and its kin have it: debates of all houses, answers, statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import (
    PUBLICWHIP,
    Line,
    Marked,
    column,
    division,
    heading,
    iso_date,
    label,
    side,
    timed,
    vote,
)
from hansardparse.read.source import Source
from hansardparse.read.trees import elements, local, walk, words

__all__ = ["read"]

_HEADINGS = frozenset({"oral-heading", "major-heading", "minor-heading"})
#: What is below another heading; whether a major one is below an oral one, nothing says.
_DEPTHS = {"minor-heading": 2}
_SPEECHES = frozenset({"speech", "ques", "reply"})
_WANTED = _HEADINGS | _SPEECHES | {"division", "divisioncount", "place-holder"}
#: The day in an id: the last one, as a committee's has that of its first sitting before it.
_DAY = re.compile(r".*([0-9]{4}-[0-9]{2}-[0-9]{2})[a-z]?\.")
#: Whose record it is, by what its ids begin with; the rest are of Westminster.
_PARLIAMENTS = {"ni": "ni", "sp": "sco", "spor": "sco", "spwa": "sco", "senedd": "wa"}
#: Where that was, as far as ids say it: answers and statements are of both Houses.
_PLACES = {"debate": "Commons", "lords": "Lords", "westminhall": "Westminster Hall"}
#: The site of Australia's Parliament, whose Houses have the same ids, and where it keeps the debates of each.
_OF_AUSTRALIA = ".aph.gov.au/"
_HOUSES = {"hansardr": "House of Representatives", "hansards": "Senate"}
#: What the type of a speech says of it.
_KINDS = {
    "Question": "question",
    "SupplementaryQuestion": "supplementary",
    "Answer": "answer",
    "Intervention": "intervention",
}
_SIDES = {
    "aye": "Ayes",
    "ayes": "Ayes",
    "no": "Noes",
    "noes": "Noes",
    "content": "Contents",
    "contents": "Contents",
    "not-content": "Not-Contents",
    "not-contents": "Not-Contents",
    "for": "For",
    "against": "Against",
    "abstain": "Abstentions",
    "abstention": "Abstentions",
    "abstentions": "Abstentions",
}
_VOTERS = ("mpname", "lord", "mspname", "mlaname", "msname", "member", "personname", "repname")
_BLOCKS = frozenset({"p", "li", "dt", "dd", "tr", "blockquote", "h1", "h2", "h3", "h4", "br"})


def read(source: Source) -> Iterator[Line]:
    """The lines of a file, in order."""
    page = _Page()
    for element in elements(source, _WANTED, ("publicwhip",)):
        name = local(element)
        if name == "publicwhip":
            page.ours = element.get("scraperversion") == "hansardparse"
            continue
        yield from page.day(element)
        yield from page.marks(element)
        if name in _HEADINGS:
            if words(element):
                yield heading(words(element), element.get("id"), _DEPTHS.get(name, 0))
        elif name in _SPEECHES:
            yield from page.speech(element)
        elif name in ("division", "divisioncount"):  # committees have the count around the lists
            yield from _division(element)


class _Page:
    """Where in the printed record the file has come to."""

    def __init__(self) -> None:
        self.column = self.time = self.date = ""
        #: We have written the file: what is in a speech is said, and no procedure.
        self.ours = False

    def day(self, element: Any) -> Iterator[Line]:
        """The day that the ids of all elements have, once."""
        found = None if self.date else _DAY.match(element.get("id") or "")
        if found:
            self.date = found[1]
            kind = found[0].removeprefix(PUBLICWHIP).partition("/")[0]
            url = (element.get("url") or "").lower()
            abroad = _OF_AUSTRALIA in url
            parliament = "au" if abroad else _PARLIAMENTS.get(kind)
            if parliament:
                yield Line("PARLIAMENT", parliament)
            place = _house(url) if abroad else _PLACES.get(kind)
            if place:
                yield Line("VENUE", place, {})
            yield from iso_date(self.date)

    def marks(self, element: Any) -> Iterator[Line]:
        """A column or a time that is not the one before."""
        number, clock = element.get("colnum") or "", element.get("time") or ""
        if number and number != self.column:
            self.column = number
            yield column(number)
        if clock and clock != self.time and (mark := timed(clock)):
            self.time = clock
            yield from mark

    def speech(self, element: Any) -> Iterator[Line]:
        """The label of a speech, where it has one, and its paragraphs."""
        name = element.get("speakername")
        said = bool(name) and element.get("nospeaker") is None
        if name and said:
            yield label(
                name,
                number=element.get("oral-qnum"),
                origin=element.get("id"),
                identifiers=_identifiers(element),
                kind=_kind(element),
            )
        paragraph, cells = Marked(said), 0
        paragraph.spoken = self.ours
        if name == "" and element.get("nospeaker") is None:
            paragraph.nameless = element.get("oral-qnum") or ""
        for event, node in walk(element):
            if event == "text":
                paragraph.add(node)
                continue
            inner = local(node)
            if inner == "place-holder" and event == "open":
                for line in self.marks(node):
                    paragraph.mark(line)
            elif inner in ("td", "th"):
                cells += event == "open"
                if event == "open" and cells > 1:
                    paragraph.cell()
            elif inner in _BLOCKS and not (cells and inner != "tr"):
                if event == "close" and node.get("class") == "aside":
                    paragraph.drop()
                    yield Line("FURNITURE", words(node), {})
                yield from paragraph.end()
                cells = 0
                if event == "open":
                    paragraph.uin = node.get("qnum")
        yield from paragraph.end()


def _house(url: str) -> str | None:
    """The House of Australia's Parliament whose debates an address leads to."""
    return next((house for kept, house in _HOUSES.items() if kept in url), None)


def _identifiers(element: Any) -> tuple[str, ...]:
    """Who speaks or votes: a person of TheyWorkForYou's register, or a membership."""
    own = "id" if local(element) in _VOTERS else "speakerid"
    given = (element.get("person_id"), element.get(own))
    return tuple(
        f"publicwhip:{name.removeprefix(PUBLICWHIP)}" for name in given if name and name != "unknown"
    )


def _kind(element: Any) -> str | None:
    """What kind of contribution the file says that is."""
    if local(element) != "speech":
        return "question" if local(element) == "ques" else "answer"
    if element.get("talktype") == "interjection":
        return "intervention"
    start, _, kind = (element.get("type") or "").partition(" ")
    return _KINDS.get(kind) if start == "Start" or kind == "Intervention" else None


def _division(element: Any) -> Iterator[Line]:
    """A division, side by side: its total, the names, and the tellers, whom the total leaves out."""
    number = element.get("divnumber") or element.get("number")
    yield division(number if number != "0" else None, element.get("time"))
    given = next((e for e in element if local(e) == "divisioncount"), element).attrib
    last = {names.get("vote"): names for names in element}
    for names in element:
        key = names.get("vote") or ""
        name = _SIDES.get(key)
        if name is None:
            continue
        stated = given.items() if names is last[key] else ()
        count = next((total for option, total in stated if _same(option, key)), None)
        yield side(name, count)
        voters = [e for e in names if local(e) in _VOTERS and words(e)]
        counted = count == str(len(voters))  # with the tellers
        for voter in voters:
            teller = voter.get("teller") == "yes"
            if counted or not teller:
                yield vote(
                    words(voter), proxy=voter.get("proxy"), teller=teller, identifiers=_identifiers(voter)
                )
        tellers = [] if counted else [e for e in voters if e.get("teller") == "yes"]
        if tellers:
            yield Line("TELLERS", f"Tellers for the {name}:", {})
        for voter in tellers:
            yield vote(words(voter), identifiers=_identifiers(voter))


def _same(option: str, key: str) -> bool:
    """Whether two names of a side are of one: `noes` and `no`, `not-content` and `notcontent`."""
    one, other = (_SIDES.get(name, _SIDES.get(name.replace("not", "not-"))) for name in (option, key))
    return one is not None and one == other
