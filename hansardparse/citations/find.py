"""Finding what a text cites: Bills, Acts, columns of the Official Report, questions, papers, ...

Scanners made from the grammar's own terminals (the rule `scan` of `references.lark`) find candidates,
first by something cheap that stands in each of them. The parser takes a candidate apart, or refuses it.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs
from lark.exceptions import UnexpectedInput

from hansardparse import grammar
from hansardparse.grammar import Raw, parsed
from hansardparse.grammar.anchors import alternatives, first, letters
from hansardparse.grammar.lark_loops import Piece
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
from hansardparse.model.source_map import SourceMap
from hansardparse.parliaments import Profile, profile
from hansardparse.text.line_ends import LineEnds, put_in_source

__all__ = ["find_references"]

#: A piece of a citation: a token, or what a rule has made of some.
Part = Piece | Raw

#: How far a citation may reach after what gives it away, in characters, and before it, by the rule of
#: the grammar that names what gives it away.
AFTER = 700
_BEFORE = {"begins": 0, "near": 24, "far": 90, "title": 260}

#: What anchors begin with that stands in every few lines.
_COMMON = frozenset("ABCHIS.")

#: A year of two digits from here on is of the 20th century: 4/2/80.
_PIVOT = 40


def find_references(text: str, offset: int = 0, *, parliament: str = "uk") -> tuple[Reference, ...]:
    """What a text cites, in order; no two overlap. `parliament` is whose citations are looked for.

    Any string will do. Spans count code points of the text, plus `offset`. The text is taken as it
    is: nothing is normalised, but a no-break space, a soft hyphen, any dash or apostrophe may stand
    where a plain one could, and a line may end as it likes. Nothing is found across a blank line, so
    references of two texts joined by one are those of the first and those of the second.

    >>> from hansardparse import find_references
    >>> [(r.type, r.text) for r in find_references("See [HCWS12] and clauses 2 and 3 of the Moors Bill.")]
    [('written_statement', '[HCWS12]'), ('provision', 'clauses 2 and 3 of the Moors Bill')]
    >>> find_references("[Official Report, 5 March 2024; Vol. 746, c. 801–3.]")[0].columns
    (ColumnRange(first='801', last='803', suffix=None),)
    >>> find_references("This Act repeals the Act.")
    ()
    """
    ends = LineEnds((text,))
    read = "".join(ends)
    found = tuple(moved(reference, at) for reference, at in cited(read, profile(parliament)))
    if read != text:
        put_in_source(found, ends.taken_before(len(read)) or SourceMap())
        found = tuple(_verbatim(reference, text) for reference in found)
    return tuple(moved(reference, offset) for reference in found) if offset else found


def _verbatim(reference: Any, text: str) -> Any:
    """A reference with the words that stand at its place in a text, their line ends among them."""
    if type(reference) is Provision and reference.of is not None:
        reference = attrs.evolve(reference, of=_verbatim(reference.of, text))
    return attrs.evolve(reference, text=text[slice(*reference.span)])


def cited(text: str, profile: Profile) -> Iterator[tuple[Reference, int]]:
    """What a text with plain line ends cites, and where that begins to count: spans are those within it."""
    end = 0
    for start, stop in sorted(_candidates(text, profile.code), key=lambda c: (c[0], -c[1])):
        if start >= end:
            references = _parse(text[start:stop], profile)
            if references:
                end = stop
                for reference in references:
                    yield reference, start


def _candidates(text: str, parliament: str) -> Iterator[tuple[int, int]]:
    """Where a citation may stand, each kind in order of its own."""
    anchored = {letter: _anchored(text, letter, anchor) for letter, anchor in _anchors(parliament)}
    for scanner in _scanners(parliament):
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
    begin: str | None
    within: str

    def hits(self, text: str, anchored: dict[str, list[int]]) -> Iterable[int]:
        """Where its anchors are, among those of every scanner, which are kept by their first letter."""
        hits = [at for letter in self.letters for at in anchored[letter] if self.anchor.match(text, at)]
        return sorted(hits) if len(self.letters) > 1 else hits

    def around(self, text: str, at: int, end: int) -> re.Match[str] | None:
        """The candidate around the anchor at `at`, in its paragraph and not before `end`."""
        high = text.find("\n\n", at, at + AFTER)
        if high < 0:
            high = at + AFTER
        within = _compiled(self.within)
        if self.begin is None:
            return within.match(text, at, high)
        low = max(end, at - self.before)
        low = max(low, text.rfind("\n" if self.on_line else "\n\n", low, at) + 1)
        for begin in _compiled(self.begin).finditer(text, low, at + 1):
            found = within.match(text, begin.start(), high)
            if found and found.end() > at:
                return found
        return None


@functools.cache
def _compiled(expression: str) -> re.Pattern[str]:
    """What stands around an anchor, compiled when the first one is found: most texts have few kinds."""
    return re.compile(expression)


def _parser(parliament: str) -> Any:
    """One parser for both rules: they share most terminals, and building them is what costs."""
    return grammar.build(
        "references", "start", "scan", parliament=parliament, lexer="contextual", tree_class=Raw
    )


@functools.cache
def _scanners(parliament: str) -> tuple[_Scanner, ...]:
    """The alternatives of the rule `scan`."""
    scanners = []
    for kind, before in _BEFORE.items():
        for terminals in alternatives(_parser(parliament), kind):
            anchored, *begin, within = (t.pattern.to_regexp() for t in terminals)
            anchor = re.compile(anchored)
            place = (before, kind == "title", begin[0] if begin else None)
            scanners.append(_Scanner(anchor, letters(anchor.pattern), *place, within))
    return tuple(scanners)


@functools.cache
def _anchors(parliament: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each letter that anchors begin with, and one pattern of all of these."""
    rests: dict[str, list[str]] = {}
    for scanner in _scanners(parliament):
        rest = scanner.anchor.pattern.removeprefix(first(scanner.anchor.pattern))
        for letter in scanner.letters:
            rests.setdefault(letter, []).append(rest)
    return tuple(
        (letter, re.compile(f"{re.escape(letter)}(?:{'|'.join(every)})")) for letter, every in rests.items()
    )


def _anchored(text: str, letter: str, anchor: re.Pattern[str]) -> list[int]:
    """The anchors that begin with one letter: by the search of their pattern where it is common.

    That search is quicker from letter to letter, and slower over what lies between them.
    """
    found = anchor.finditer(text) if letter in _COMMON else grammar.starting(anchor, text, letter)
    return [hit.start() for hit in found]


@functools.lru_cache(maxsize=4096)
def _parse(candidate: str, profile: Profile) -> tuple[Reference, ...]:
    """The references of a candidate, with spans counted from its start; none if it is no citation."""
    try:
        tree = parsed(_parser(profile.code), candidate)
    except UnexpectedInput:
        return ()
    return _BUILD[tree.children[0].data](candidate, tree.children[0].children, profile)


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


def _statement(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    number = text.strip("[]")
    return (WrittenStatementReference(text, _house(number, profile), number, Span(0, len(text))),)


def _question(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    number = _pieces(parts)[0].strip("[]()")
    return (WrittenQuestionReference(text, number, profile.chambers.get(number[:2]), Span(0, len(text))),)


def _petition(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    return (Petition(text, text.strip("[]"), Span(0, len(text))),)


def _house(word: str, profile: Profile) -> str:
    """The House that `HC`, `HLWS1`, `House of Lords`, ... is of."""
    named = (name for code, name in profile.chambers.items() if code in word or name.lower() in word.lower())
    return next(named, word)


def _bill(text: str, parts: list[Part], profile: Profile) -> tuple[Bill]:
    span = _extent(parts)
    title = text[span.start : _pieces(parts)[1].end_pos]
    return (Bill(text[slice(*span)], title, len(parts) > 2, span),)


def _act(text: str, parts: list[Part], profile: Profile) -> tuple[Act]:
    span = _extent(parts)
    pieces = _pieces(parts)
    titled = [p for p in pieces if p.type not in ("YEAR", "YEAR_FIRST")]
    years = [p[-4:] for p in pieces if p.type == "YEAR"] + [p[:4] for p in pieces if p.type == "YEAR_FIRST"]
    title = text[titled[0].start_pos : titled[-1].end_pos]
    return (Act(text[slice(*span)], title, years[0] if years else None, span),)


def _provision(text: str, parts: list[Part], profile: Profile) -> tuple[Provision]:
    span = _extent(parts)
    name, *numbers = _pieces(parts)
    kind = " ".join(name.lower().split()).removesuffix("s")
    last = parts[-1]
    of = _BUILD[last.data](text, last.children, profile)[0] if isinstance(last, Raw) else None
    assert of is None or isinstance(of, (Act, Bill, Provision)), "the grammar has no other rule here"
    return (Provision(text[slice(*span)], kind, tuple(map(str, numbers)), of, span),)


def _pieces(parts: Sequence[Part]) -> list[Piece]:
    """The tokens among some parts."""
    return [p for p in parts if isinstance(p, Piece)]


def _rules(parts: Sequence[Part]) -> list[Raw]:
    """What rules have made among some parts."""
    return [p for p in parts if isinstance(p, Raw)]


def _extent(parts: Sequence[Part]) -> Span:
    """From the first token to the end of the last one."""
    begin, end = parts[0], parts[-1]
    while isinstance(begin, Raw):
        begin = begin.children[0]
    while isinstance(end, Raw):
        end = end.children[-1]
    return Span(begin.start_pos, end.end_pos)


def _report(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    fields: dict[str, Any] = {}
    every = list(itertools.chain.from_iterable(map(_cited, parts)))
    for rule in _rules(every):
        if rule.data in ("date", "first_date"):
            fields["date"], fields["impossible_date"] = _date(text, _pieces(rule.children), profile)
        elif rule.data in ("columns", "first_columns"):
            fields["columns"] = _columns(rule.children)
        elif rule.data == "volume":
            fields["volume"] = str(rule.children[0])
    for piece in _pieces(every):
        if piece.type == "SERIES":
            fields["series"] = str(piece)
        else:
            fields["house"] = _house(piece, profile)
    return (OfficialReportReference(text, **fields, span=Span(0, len(text))),)


def _cited(part: Part) -> list[Part]:
    """The parts that stand in the rule `cited`, if it is that; else the part itself."""
    return part.children if isinstance(part, Raw) and part.data == "cited" else [part]


def _date(text: str, parts: list[Piece], profile: Profile) -> tuple[datetime.date | None, str | None]:
    """The day, or the words of one that no calendar has; neither where there is no year."""
    if parts[0].type == "NUMERIC_DATE":
        day, month, year = (int(n) for n in parts[0].split("/"))
        if year < 100:
            year += 1900 if year >= _PIVOT else 2000
    elif len(parts) < 3:
        return None, None
    else:
        day = int("".join(c for c in parts[0] if c.isdigit()))
        month = profile.months[parts[1].strip(" \u00a0,.\n").lower()]
        year = int(parts[2][-4:])
    try:
        return datetime.date(year, month, day), None
    except ValueError:
        return None, text[slice(*_extent(parts))]


def _columns(parts: list[Part]) -> tuple[ColumnRange, ...]:
    """Each range, with the suffix that stands after it or before them all (`col. WA 71`)."""
    before = next((p.strip() for p in _pieces(parts)), None)
    ranges = []
    for part in _rules(parts):
        pieces = _pieces(part.children)
        numbers = [str(p) for p in pieces if p.type == "COLUMN_NUMBER"]
        suffixes = [p.strip() for p in pieces if p.type == "SUFFIX"]
        low, high = numbers[0], numbers[-1]
        high = low[: max(len(low) - len(high), 0)] + high
        ranges.append(ColumnRange(low, high, suffixes[-1] if suffixes else before))
    return tuple(ranges)


def _standing_order(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    """One for each number; the first has the words before it."""
    pieces = _pieces(parts)
    spans = [Span(p.start_pos if p is not pieces[0] else 0, p.end_pos) for p in pieces]
    return tuple(StandingOrder(text[slice(*s)], str(p), s) for s, p in zip(spans, pieces, strict=True))


def _instrument(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    number, year = sorted(_pieces(parts), key=lambda p: p.type != "INSTRUMENT_NUMBER")
    return (StatutoryInstrument(text, str(year), str(number), Span(0, len(text))),)


def _command_paper(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    series, number = _pieces(parts)
    series_code = series.replace("\u00a0", " ").split(" ")[0].rstrip(".")
    return (CommandPaper(text, series_code, str(number), Span(0, len(text))),)


def _house_paper(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    house, number = _pieces(parts)
    return (HousePaper(text, _house(house, profile), str(number), Span(0, len(text))),)


def _web_address(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    return (WebAddress(text, text.replace(" ", ""), Span(0, len(text))),)


def _email_address(text: str, parts: list[Part], profile: Profile) -> tuple[Reference, ...]:
    return (EmailAddress(text, text, Span(0, len(text))),)


_BUILD: dict[str, Callable[[str, list[Part], Profile], tuple[Reference, ...]]] = {
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
