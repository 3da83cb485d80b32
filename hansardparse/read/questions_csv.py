"""Questions from data.parliament.uk as CSV, whatever the file is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hansardparse.read.lines import Line, heading, iso_date, label, nameless, paragraph
from hansardparse.read.pages import flow, fragment
from hansardparse.read.source import Source
from hansardparse.read.tables import rows

__all__ = ["asked_and_answered", "read"]


def read(source: Source) -> Iterator[Line]:
    """The questions in order, each with its heading, and its answer where there is one."""
    table = rows(source.lines())
    first = next(table)
    names: dict[str, int] = {}
    for at, name in enumerate(first):
        names.setdefault(name.strip(), at)  # some stand there three times, the first of them filled
    yield from asked_and_answered(
        {name: row[at].strip() for name, at in names.items() if at < len(row)} for row in table
    )


def asked_and_answered(questions: Iterable[dict[str, str]]) -> Iterator[Line]:
    """The lines of questions, each what stands in the columns of one."""
    yield Line("PARLIAMENT", "uk")
    above: tuple[str, ...] = ()
    for asked in questions:
        titles = tuple(asked.get(key, "") for key in ("answering body", "hansard heading", "answer date"))
        if titles != above:
            above = titles
            for title in titles[:2]:
                if title:
                    yield heading(title)
            if asked.get("house"):
                yield Line("VENUE", asked["house"], {})
            yield from iso_date(asked.get("date") or asked.get("answer date") or "")
        yield from _question(asked)
        yield from _answer(asked)


def _member(asked: dict[str, str], who: str) -> tuple[str, tuple[str, ...]]:
    """The label of who asks or answers, and the number in the register of Members."""
    name = asked.get(f"{who} printed") or asked.get(f"{who} > label", "").removeprefix(
        "Biography information for "
    )
    seat = asked.get(f"{who} constituency") or asked.get(f"{who} > constituency > pref label") or ""
    number = asked.get(f"{who} > uri", "").rpartition("/")[2]
    ids = (f"uk.parliament:{number}",) if number.isdecimal() else ()
    return (f"{name} ({seat})" if name and seat else name), ids


def _question(asked: dict[str, str]) -> Iterator[Line]:
    text, uin = asked.get("question text", ""), asked.get("uin", "")
    said = [paragraph(f"{text} [{uin}]" if uin else text)] if text else []
    yield from _turn(asked, "tabling member", "question", said)


def _answer(asked: dict[str, str]) -> Iterator[Line]:
    text = asked.get("answer > answer text", "")
    yield from _turn(asked, "answer > answering member", "answer", list(flow(fragment(text))) if text else [])


def _turn(asked: dict[str, str], who: str, kind: str, said: list[Line]) -> Iterator[Line]:
    """A question or its answer; who it is may be told by a number alone, or by nothing."""
    name, identifiers = _member(asked, who)
    number = asked.get("ballot number") if kind == "question" else None
    origin = asked.get("uri" if kind == "question" else "answer > uri") or None
    if name and (said or kind == "question"):
        yield label(name, number=number, origin=origin, identifiers=identifiers, kind=kind)
    elif said and identifiers and said[0].role == "SAID":
        first = nameless(said[0].text, number or "")
        said[0] = first._replace(origin=origin, identifiers=identifiers, kind=kind)
    elif said:
        said = [line._replace(role="LINE") if line.role == "SAID" else line for line in said]
    yield from said
