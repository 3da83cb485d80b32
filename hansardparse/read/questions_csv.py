"""Questions from data.parliament.uk as CSV, whatever the file is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hansardparse.read.lines import Line, heading, iso_date, label, paragraph
from hansardparse.read.pages import flow, fragment
from hansardparse.read.source import Source
from hansardparse.read.tables import rows

__all__ = ["asked_and_answered", "read"]


def read(source: Source) -> Iterator[Line]:
    """The questions in order, each with its heading, and its answer where there is one."""
    first, *rest = rows(source.text)
    names: dict[str, int] = {}
    for at, name in enumerate(first):
        names.setdefault(name.strip(), at)  # some stand there three times, the first of them filled
    yield from asked_and_answered(
        {name: row[at].strip() for name, at in names.items() if at < len(row)} for row in rest
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
    name, identifiers = _member(asked, "tabling member")
    if name:
        yield label(
            name,
            number=asked.get("ballot number"),
            origin=asked.get("uri") or None,
            identifiers=identifiers,
            kind="question",
        )
    text, uin = asked.get("question text", ""), asked.get("uin", "")
    if text:
        yield paragraph(f"{text} [{uin}]" if uin else text, said=bool(name))


def _answer(asked: dict[str, str]) -> Iterator[Line]:
    text = asked.get("answer > answer text", "")
    if not text:
        return
    name, identifiers = _member(asked, "answer > answering member")
    if name:
        yield label(name, origin=asked.get("answer > uri") or None, identifiers=identifiers, kind="answer")
    yield from flow(fragment(text), said=bool(name))
