"""Debates, divisions and finds from hansard-api.parliament.uk, by its published description."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.read.fields import Fields, objects
from hansardparse.read.hansard_page import contents, is_title
from hansardparse.read.lines import (
    Line,
    division,
    folded,
    heading,
    iso_date,
    label,
    numbered,
    side,
    timed,
    vote,
)
from hansardparse.read.pages import fragment, words
from hansardparse.read.source import Source

__all__ = ["read"]

#: The register of Members.
_REGISTER = "uk.parliament"
#: What a search finds, kind by kind.
_FOUND = ("Results", "Contributions", "WrittenStatements", "WrittenAnswers", "Corrections")
_SIDES = {"Lords": ("Contents", "Not-Contents")}


def read(source: Source) -> Iterator[Line]:
    """The lines of a debate and of those within it, of a division, or of what a search has found."""
    yield Line("PARLIAMENT", "uk")
    for answer in objects(source.json):
        if "AyeMembers" in answer:
            yield from _division(answer)
        elif any(key in answer for key in _FOUND):
            yield from _finds(answer)
        else:
            yield from _debate(answer)


def _debate(answer: Fields) -> Iterator[Line]:
    """A debate and those within it, in order."""
    stack = [(answer, 1)]
    first, column = True, ""
    while stack:  # nesting is the file's
        debate, depth = stack.pop()
        overview = debate.one("Overview")
        title, place = overview.text("Title"), overview.text("Location")
        if title and title != place:
            yield heading(title, overview.text("ExtId") or None, depth)
        if first:
            yield from _place(overview)
            first = False
        for item in debate.each("Items"):
            for line in _item(item, depth):
                if line.role != "COLUMN" or line.text != column:
                    yield line
                if line.role == "COLUMN":
                    column = line.text
        stack.extend((child, depth + 1) for child in reversed(list(debate.each("ChildDebates"))))


def _division(answer: Fields) -> Iterator[Line]:
    """A division with its names; the tellers stand apart where they are not counted."""
    if answer.text("DebateSection"):
        yield heading(answer.text("DebateSection"), answer.text("DebateSectionExtId") or None)
    if answer.text("House"):
        yield Line("VENUE", folded(answer.text("House")), {})
    yield from iso_date(answer.text("Date"))
    yield from contents(fragment(answer.text("TextBeforeVote")), said=False)
    clock = answer.text("Time").rpartition("T")[2] if answer.true("DivisionHasTime") else None
    yield division(answer.text("Number") or None, clock)
    for name, key in zip(_SIDES.get(answer.text("House"), ("Ayes", "Noes")), ("Aye", "Noe"), strict=True):
        members, count = list(answer.each(f"{key}Members")), answer.text(f"{key}sCount")
        counted = count == str(len(members))
        tellers = [each for each in members if each.true("IsTeller")] if not counted else []
        yield side(name, count or None)
        for each in members:
            if each not in tellers:
                yield _vote(each, teller=each.true("IsTeller"))
        if tellers:
            yield Line("TELLERS", f"Tellers for the {name}:", {})
        for each in tellers:
            yield _vote(each)
    yield from contents(fragment(answer.text("TextAfterVote")), said=False)


def _vote(member: Fields, *, teller: bool = False) -> Line:
    seat = member.text("MemberFrom") if member.text("House") == "Commons" else ""
    return vote(
        member.text("DisplayAs", "ListAs", "FullTitle"),
        seat=seat or None,
        teller=teller,
        identifiers=numbered(_REGISTER, member.text("MemberId")),
    )


def _finds(answer: Fields) -> Iterator[Line]:
    """What a search has found: contributions, each with the debate and the day that it is of."""
    above = ("", "")
    for kind in _FOUND:
        for find in answer.each(kind):
            said = find.text("ContributionTextFull", "ContributionText")
            if not said:
                continue
            title = (find.text("DebateSection"), find.text("SittingDate"))
            if title != above:
                above = title
                yield heading(title[0], find.text("DebateSectionExtId") or None)
                yield from iso_date(title[1])
            name, member = folded(find.text("AttributedTo", "MemberName")), find.text("MemberId")
            if name:
                yield label(
                    name,
                    origin=find.text("ContributionExtId") or None,
                    identifiers=numbered(_REGISTER, member),
                )
            yield from contents(fragment(said), bool(name))


def _place(overview: Fields) -> Iterator[Line]:
    """Where and when a debate is."""
    if overview.text("Location"):
        yield Line("VENUE", folded(overview.text("Location")), {})
    yield from iso_date(overview.text("Date"))


def _item(item: Fields, depth: int) -> Iterator[Line]:
    """One item of a debate of some depth: a contribution, a time, a title within it, or what nobody says."""
    value = item.text("Value")
    if item.text("ItemType") == "Timestamp":
        yield from timed(value) or (Line("LINE", folded(value)),)
        return
    name, member, uin = folded(item.text("AttributedTo")), item.text("MemberId"), item.text("UIN")
    if not name and not member and is_title(item.text("HRSTag")) and words(fragment(value)):
        yield heading(words(fragment(value)), depth=depth + 1)
        return
    if name:
        yield label(
            name,
            uin=uin if uin and uin not in value else None,
            origin=item.text("ExternalId") or None,
            identifiers=numbered(_REGISTER, member),
        )
    yield from contents(fragment(_broken(value)), bool(name or member))


def _broken(value: str) -> str:
    """The words of a turn with its paragraphs as HTML: some answers have blank lines between them instead."""
    lines = value.replace("\r\n", "\n")
    return value if "<p" in value or "<t" in value else lines.replace("\n\n", "<br>")
