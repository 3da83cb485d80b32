"""Finding what a text cites: Bills, Acts, columns of the Official Report, questions, papers, ...

A scanner made from the grammar's own terminals (the rule `scan` of `references.lark`) picks
candidates, first by something cheap that stands in each of them; the parser takes each candidate
apart, or refuses it.
"""

from __future__ import annotations

import datetime
import functools
import operator
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import attrs
from lark.exceptions import UnexpectedInput

from hansardparse import grammar
from hansardparse.grammar import parsed
from hansardparse.model.nodes import (
    Act,
    Bill,
    ColumnRange,
    CommandPaper,
    EmailAddress,
    HousePaper,
    OfficialReportReference,
    Petition,
    Provision,
    Reference,
    Span,
    StandingOrder,
    StatutoryInstrument,
    WebAddress,
    WrittenQuestionReference,
    WrittenStatementReference,
)
from hansardparse.parliaments import profile

__all__ = ["find_references"]

#: How far a citation may reach after what gives it away, in characters, and before it, by the rule of
#: the grammar that names what gives it away.
AFTER = 700
_BEFORE = {"begins": 0, "near": 24, "far": 90, "title": 260}

#: What anchors begin with that stands in every few lines.
_COMMON = frozenset("ABCHIS.")

#: A year of two digits from here on is of the 20th century: 4/2/80.
_PIVOT = 40


def find_references(text: str, offset: int = 0) -> tuple[Reference, ...]:
    """What a text cites, in order; no two overlap.

    Any string will do. Spans count code points of the text, plus `offset`. The text is taken as it
    is: nothing is normalised, but a no-break space, a soft hyphen, any dash or apostrophe may stand
    where a plain one could. Nothing is found across a blank line, so references of two texts joined
    by one are those of the first and those of the second.

    >>> [(r.type, r.text) for r in find_references("See [HCWS12] and clauses 2 and 3 of the Moors Bill.")]
    [('written_statement', '[HCWS12]'), ('provision', 'clauses 2 and 3 of the Moors Bill')]
    >>> find_references("[Official Report, 5 March 2024; Vol. 746, c. 801–3.]")[0].columns
    (ColumnRange(first='801', last='803', suffix=None),)
    >>> find_references("This Act repeals the Act.")
    ()
    """
    return tuple(moved(reference, at + offset) for reference, at in cited(text))


def cited(text: str) -> Iterator[tuple[Reference, int]]:
    """What a text cites, and where it begins to count: spans are those within the citation."""
    end = 0
    for start, stop in sorted(_candidates(text), key=lambda c: (c[0], -c[1])):
        if start >= end:
            references = _parse(text[start:stop])
            if references:
                end = stop
                for reference in references:
                    yield reference, start


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Where a citation may stand, each kind in order of its own."""
    anchored = {letter: _anchored(text, letter, anchor) for letter, anchor in _anchors()}
    for scanner in _scanners():
        end = 0
        for hit in scanner.hits(text, anchored):
            if hit >= end:
                found = scanner.around(text, hit, end)
                if found:
                    end = found.end()
                    yield found.span()


@attrs.frozen
class _Scanner:
    """One alternative of the rule `scan`.

    `anchor` gives a candidate away, and begins with one of `letters`. The candidate is `within`, and
    begins there, or, if there is a `begin`, at most `before` characters before it (and, `on_line`, on
    the same line) where that matches.
    """

    anchor: re.Pattern[str]
    letters: str
    before: int
    on_line: bool
    begin: re.Pattern[str] | None
    within: re.Pattern[str]

    def hits(self, text: str, anchored: dict[str, list[int]]) -> Iterable[int]:
        """Where its anchors are, among those of every scanner, which are kept by their first letter."""
        hits = [at for letter in self.letters for at in anchored[letter] if self.anchor.match(text, at)]
        return sorted(hits) if len(self.letters) > 1 else hits

    def around(self, text: str, at: int, end: int) -> re.Match[str] | None:
        """The candidate around the anchor at `at`, not before `end`."""
        if self.begin is None:
            return self.within.match(text, at, at + AFTER)
        low = max(end, at - self.before)
        if self.on_line:
            low = max(low, text.rfind("\n", low, at) + 1)
        for begin in self.begin.finditer(text, low, at + 1):
            found = self.within.match(text, begin.start(), at + AFTER)
            if found and found.end() > at:
                return found
        return None


def _parser() -> Any:
    """One parser for both rules: they share most terminals, and building them is what costs."""
    return grammar.build("references", "start", "scan", lexer="contextual")


@functools.cache
def _scanners() -> tuple[_Scanner, ...]:
    """The alternatives of the rule `scan`."""
    parser = _parser()
    scanners = []
    for rule in parser.rules:
        if rule.origin.name in _BEFORE:
            terminals = [parser.get_terminal(t.name).pattern for t in rule.expansion]
            anchor, *begin, within = (re.compile(p.to_regexp()) for p in terminals)
            kind = rule.origin.name
            place = (_BEFORE[kind], kind == "title", begin[0] if begin else None)
            scanners.append(_Scanner(anchor, _letters(anchor.pattern), *place, within))
    return tuple(scanners)


@functools.cache
def _anchors() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each letter that anchors begin with, and one pattern of all of these."""
    rests: dict[str, list[str]] = {}
    for scanner in _scanners():
        for letter in scanner.letters:
            rests.setdefault(letter, []).append(scanner.anchor.pattern[len(_first(scanner.anchor.pattern)) :])
    return tuple(
        (letter, re.compile(f"{re.escape(letter)}(?:{'|'.join(rest)})")) for letter, rest in rests.items()
    )


def _anchored(text: str, letter: str, anchor: re.Pattern[str]) -> list[int]:
    """The anchors that begin with one letter: by the search of their pattern where it is common.

    That search is quicker from letter to letter, and slower over what lies between them.
    """
    found = anchor.finditer(text) if letter in _COMMON else grammar.starting(anchor, text, letter)
    return [hit.start() for hit in found]


def _letters(pattern: str) -> str:
    """The characters that the first character or class of a pattern stands for."""
    return "".join(re.findall(_first(pattern), "".join(map(chr, range(128)))))


def _first(pattern: str) -> str:
    """The first character or class of a pattern."""
    first = re.match(r"\[[^]]+\]|\\?.", pattern)
    return first[0] if first else ""


@functools.lru_cache(maxsize=4096)
def _parse(candidate: str) -> tuple[Reference, ...]:
    """The references of a candidate, with spans counted from its start; none if it is no citation."""
    try:
        tree = parsed(_parser(), candidate)
    except UnexpectedInput:
        return ()
    return _BUILD[tree.children[0].data](candidate, tree.children[0].children)


def moved(reference: Any, by: int) -> Any:
    """The reference, and what it is of, that many characters further on."""
    cls: Any = type(reference)
    values = _values(cls)(reference)  # `evolve` takes four times as long
    if cls is Provision and reference.of is not None:
        values = (*values[:-2], moved(reference.of, by), None)
    start, end = reference.span
    return cls(*values[:-1], Span(start + by, end + by))


@functools.cache
def _values(cls: Any) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the fields of a reference, `span` the last."""
    return operator.attrgetter(*(field.name for field in attrs.fields(cls)))


# --- from a tree of the grammar to a reference: one function for each rule --------------------------


def _statement(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    number = text.strip("[]")
    return (WrittenStatementReference(text, _house(number), number, Span(0, len(text))),)


def _question(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    number = parts[0].strip("[]()")
    house = "Lords" if number.startswith("HL") else None
    return (WrittenQuestionReference(text, number, house, Span(0, len(text))),)


def _petition(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    return (Petition(text, text.strip("[]"), Span(0, len(text))),)


def _house(word: str) -> str:
    """The House that `HC`, `[HLWS1]`, `House of Lords`, ... is of."""
    return "Lords" if "L" in word else "Commons"


def _bill(text: str, parts: list[Any]) -> tuple[Bill]:
    span = _extent(parts)
    title = text[span.start : parts[1].end_pos]
    return (Bill(text[slice(*span)], title, len(parts) > 2, span),)


def _act(text: str, parts: list[Any]) -> tuple[Act]:
    span = _extent(parts)
    titled = [p for p in parts if p.type not in ("YEAR", "YEAR_FIRST")]
    years = [p[-4:] for p in parts if p.type == "YEAR"] + [p[:4] for p in parts if p.type == "YEAR_FIRST"]
    title = text[slice(*_extent(titled))]
    return (Act(text[slice(*span)], title, years[0] if years else None, span),)


def _provision(text: str, parts: list[Any]) -> tuple[Provision]:
    span = _extent(parts)
    kind = " ".join(parts[0].lower().split()).removesuffix("s")
    numbers = tuple(str(p) for p in parts[1:] if not hasattr(p, "data"))
    of = _BUILD[parts[-1].data](text, parts[-1].children)[0] if hasattr(parts[-1], "data") else None
    return (Provision(text[slice(*span)], kind, numbers, cast(Any, of), span),)


def _extent(parts: list[Any]) -> Span:
    """From the first token to the end of the last one."""
    first, last = parts[0], parts[-1]
    while hasattr(first, "data"):
        first = first.children[0]
    while hasattr(last, "data"):
        last = last.children[-1]
    return Span(first.start_pos, last.end_pos)


def _report(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    fields: dict[str, Any] = {}
    for part in [q for p in parts for q in (p.children if getattr(p, "data", "") == "cited" else [p])]:
        kind = getattr(part, "data", None) or part.type
        if kind in ("date", "first_date"):
            fields["date"], fields["impossible_date"] = _date(text, part.children)
        elif kind in ("columns", "first_columns"):
            fields["columns"] = _columns(part.children)
        elif kind == "volume":
            fields["volume"] = str(part.children[0])
        elif kind == "SERIES":
            fields["series"] = str(part)
        else:
            fields["house"] = _house(part)
    return (OfficialReportReference(text, **fields, span=Span(0, len(text))),)


def _date(text: str, parts: list[Any]) -> tuple[datetime.date | None, str | None]:
    """The day, or the words of one that no calendar has; neither where there is no year."""
    if parts[0].type == "NUMERIC_DATE":
        day, month, year = (int(n) for n in parts[0].split("/"))
        if year < 100:
            year += 1900 if year >= _PIVOT else 2000
    elif len(parts) < 3:
        return None, None
    else:
        day = int("".join(c for c in parts[0] if c.isdigit()))
        month = profile("uk").months[parts[1].strip(" \u00a0,.\n").lower()[:3]]
        year = int(parts[2][-4:])
    try:
        return datetime.date(year, month, day), None
    except ValueError:
        return None, text[slice(*_extent(parts))]


def _columns(parts: list[Any]) -> tuple[ColumnRange, ...]:
    """Each range, with the suffix that stands after it or before them all (`col. WA 71`)."""
    before = next((p.strip() for p in parts if not hasattr(p, "data")), None)
    ranges = []
    for part in parts:
        if hasattr(part, "data"):
            numbers = [str(p) for p in part.children if p.type == "COLUMN_NUMBER"]
            suffixes = [p.strip() for p in part.children if p.type == "SUFFIX"]
            first, last = numbers[0], numbers[-1]
            last = first[: max(len(first) - len(last), 0)] + last
            ranges.append(ColumnRange(first, last, suffixes[-1] if suffixes else before))
    return tuple(ranges)


def _standing_order(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    """One for each number; the first has the words before it."""
    spans = [Span(p.start_pos if p is not parts[0] else 0, p.end_pos) for p in parts]
    return tuple(StandingOrder(text[slice(*s)], str(p), s) for s, p in zip(spans, parts, strict=True))


def _instrument(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    number, year = sorted((p for p in parts), key=lambda p: p.type != "INSTRUMENT_NUMBER")
    return (StatutoryInstrument(text, str(year), str(number), Span(0, len(text))),)


def _command_paper(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    series = parts[0].replace("\u00a0", " ").split(" ")[0].rstrip(".")
    return (CommandPaper(text, series, str(parts[1]), Span(0, len(text))),)


def _house_paper(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    return (HousePaper(text, _house(parts[0]), str(parts[1]), Span(0, len(text))),)


def _web_address(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    return (WebAddress(text, text.replace(" ", ""), Span(0, len(text))),)


def _email_address(text: str, parts: list[Any]) -> tuple[Reference, ...]:
    return (EmailAddress(text, text, Span(0, len(text))),)


_BUILD: dict[str, Callable[[str, list[Any]], tuple[Reference, ...]]] = {
    "statement": _statement,
    "question": _question,
    "petition": _petition,
    "bill": _bill,
    "act": _act,
    "provision": _provision,
    "report": _report,
    "standing_order": _standing_order,
    "instrument": _instrument,
    "command_paper": _command_paper,
    "house_paper": _house_paper,
    "web_address": _web_address,
    "email_address": _email_address,
}
