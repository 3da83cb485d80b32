"""Divisions of either House, with their lists of names."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.build.marks import LEAVES, clock, date_of
from hansardparse.build.tokens import Places
from hansardparse.grammar import parsed
from hansardparse.model.nodes import (
    Constituency,
    Division,
    Line,
    Span,
    Vote,
    VoteGroup,
)

__all__ = ["Divisions"]

#: What stands between the lines of a division without being of it.
MARKS = ("COLUMN", "TIME", "SPOKEN_AT", "FURNITURE")
BALLOT = ("SIDE", "TALLY", "VOTE", "TELLERS", "VIEW", "STAMP", "SUBJECT")
#: These open one of the sides.
TOTALS = ("SIDE", "TALLY")
#: By the letters of its name.
SIDES = {
    "aye": "aye",
    "ayes": "aye",
    "no": "no",
    "noe": "no",
    "noes": "no",
    "content": "content",
    "contents": "content",
    "notcontent": "not_content",
    "notcontents": "not_content",
    "nocontent": "not_content",
    "nocontents": "not_content",
    "for": "for",
    "against": "against",
}
#: How far before a division its totals may stand.
FAR = 200
#: The sides of a division of the Lords.
LORDS = ("content", "not_content")


class Divisions(Places):
    """Reads divisions: their heads, their sides, the names in their lists and the totals beside them."""

    def __init__(self, parser: Any) -> None:
        super().__init__(parser)
        self.stated: dict[str, int] = {}  # the totals of the division to come
        self.subject: str | None = None  # and what it is on

    def leaf(self, token: Any) -> Any:
        """The node of a token that is a node by itself; the totals it states are kept for the lists."""
        if token.type == "DIVIDED":
            parts = self.groups(token)
            if "on" in parts:
                self.subject = parts["on"].removeprefix("on ")
            else:
                self.state(parts)
        return LEAVES[token.type](self, token)

    def division(self, tokens: list[Any]) -> tuple[Division, list[Any]]:
        """A division with its sides, and the tokens after it that are not of it."""
        if tokens[0].type == "VOTED":
            return self._voted(tokens[0]), tokens[1:]
        if not self.stated:
            self._look_back(tokens[0].start_pos)
        head = self.groups(tokens[0])
        items: list[Any] = [] if "side" in head else [self.line(tokens[0])]
        size = 1
        while size < len(tokens) and (tokens[size].type in BALLOT or tokens[size].type in MARKS):
            size += 1
        while size > 1 and tokens[size - 1].type in MARKS:
            size -= 1
        inside = tokens[len(items) : size]
        while inside:
            if inside[0].type in TOTALS or inside[0] is tokens[0]:
                items.append(self._side(inside))
            else:
                if inside[0].type in ("STAMP", "SUBJECT"):
                    head |= self.groups(inside[0])
                items.append(self._in_list(inside.pop(0)))
        division = Division(
            number=head.get("number"),
            time=clock(head["hour"], head.get("minute"), head.get("half")) if "hour" in head else None,
            date=date_of(head["day"], head["month"], head["year"]) if "day" in head else None,
            subject=head["on"].removeprefix("on ") if "on" in head else self.subject,
            items=tuple(items),
            span=Span(items[0].span.start, items[-1].span.end),
        )
        self.stated, self.subject = {}, None
        return division, tokens[size:]

    def _look_back(self, start: int) -> None:
        """Take the totals of a division from the end of the paragraph before it."""
        begin = self.shadow.rfind("divided", max(0, start - FAR), start)
        if begin >= 0 and "DIVIDED" in self.terminals:
            found = grammar.pattern(self.parser, "DIVIDED").match(self.shadow, begin)
            if found:
                self.state(grammar.parts(found))

    def state(self, parts: dict[str, str]) -> None:
        """Keep the totals that are stated for the lists that follow."""
        self.stated = {
            _option(parts[side]): int(parts[count]) for side, count in (("first", "one"), ("second", "two"))
        }

    def _voted(self, token: Any) -> Division:
        """A division whose lists are run together in the paragraph that states it."""
        places = self.places(token)
        self.state(self.groups(token))
        groups = []
        for side, names in (("side", "names"), ("other", "more")):
            option = _option(self.words(places[side]))
            items: list[Any] = [Line(self.words(places[side]), places[side])]
            self._votes(items, places[names], option)
            groups.append(
                VoteGroup(
                    option,
                    self.words(places[side]),
                    self.stated.get(option),
                    tuple(items),
                    Span(places[side].start, items[-1].span.end),
                )
            )
            self._count(groups[-1], whole=False)
        self.stated = {}
        head = places["stated"]
        return Division(
            items=(Line(self.words(head), head), *groups), span=Span(head.start, groups[-1].span.end)
        )

    def _side(self, tokens: list[Any]) -> VoteGroup:
        """One side of a division, with the names below it; takes them off `tokens`."""
        head = tokens.pop(0)
        parts = self.groups(head)
        option = _option(parts["side"])
        items: list[Any] = [self.line(head)]
        tellers = named = commas = False
        while tokens and tokens[0].type not in TOTALS:
            token = tokens.pop(0)
            if token.type == "TELLERS":
                items.extend(self._tellers(token, option))
                tellers = True
            elif token.type == "VOTE":
                bare = "," not in token and token.strip() not in ("Nil", "NIL")
                # below names that have a comma, one without is a teller's
                named = self._votes(items, self.span(token), option, tellers or (bare and commas), named)
                commas = commas or not bare
            else:
                items.append(self._in_list(token))
        stated = int(parts["count"]) if "count" in parts else self.stated.get(option)
        group = VoteGroup(
            option, parts["side"], stated, tuple(items), Span(items[0].span.start, items[-1].span.end)
        )
        self._count(group, whole="count" in parts and not tellers)
        return group

    def _in_list(self, token: Any) -> Any:
        """A line in a division that is no name."""
        return self.leaf(token) if token.type in LEAVES else self.line(token)

    def _tellers(self, token: Any, option: str) -> Iterator[Any]:
        """`Tellers for the Ayes:`, and the names where they are on its line."""
        span = self.span(token)
        head, colon, names = self.words(span).partition(":")
        end = span.start + len(head) + len(colon)
        yield Line(head + colon, Span(span.start, end))
        if names.strip():
            found: list[Any] = []
            self._votes(found, Span(end, span.end), option, tellers=True)
            yield from found

    def _votes(
        self,
        items: list[Any],
        span: Span,
        option: str,
        tellers: bool = False,
        named: bool = False,
    ) -> bool:
        """Add the votes on one line; a constituency on its own line joins the name above it.

        In columns the tellers are `named` beside the names: those without a comma. Returns whether they
        are from here on.
        """
        shadow = self.shadow[span.start - self.base : span.end - self.base]
        if shadow.startswith("(") and items and type(items[-1]) is Vote:
            above = items.pop()
            place = Span(above.span.start, span.end)
            constituency = Constituency(self.words(span).strip("() "))
            items.append(attrs.evolve(above, text=self.words(place), constituency=constituency, span=place))
            return named
        for kind, start, end, parts in _names(shadow, option in LORDS):
            place = Span(span.start + start, span.start + end)
            named = named or kind == "MARK"
            by_name = kind == "TELLER"
            if kind in ("OTHER", "MARK") or (by_name and not (tellers or named or "\t" in shadow)):
                items.append(Line(self.words(place), place))
                continue
            seat = parts.get("constituency")
            items.append(
                Vote(
                    self.words(place),
                    self.words(place) if by_name else parts["name"].strip(),
                    Constituency(seat) if seat else None,
                    tellers or (by_name and named) or "teller" in parts,
                    parts.get("proxy"),
                    place,
                )
            )
        return named

    def _count(self, group: VoteGroup, whole: bool) -> None:
        """Check the total that is stated for a side against its list.

        The Commons do not count tellers; the Lords mark them in the list and do, and so does a page
        that puts the total of the `whole` list at its head.
        """
        listed = len(group.votes)
        if whole or group.option in LORDS:
            listed += len(group.tellers)
        if listed and group.stated is not None and listed != group.stated:
            said = f"{group.heading}: {group.stated} stated, {listed} listed"
            self.report("division-total", said, "warning", group.span)


Name = tuple[str, int, int, dict[str, str]]


def _option(side: str) -> str:
    """What is voted on a side, by its printed name: `Not-Contents` is `not_content`."""
    return SIDES["".join(filter(str.isalpha, side)).lower()]


@functools.lru_cache(maxsize=4096)
def _names(shadow: str, lords: bool) -> tuple[Name, ...]:
    """What stands on a line of a list: the terminal, the place in the line, the parts of a name.

    Most lines are one name, which its terminal matches whole; the parser reads the others.
    """
    parser = grammar.build("votes", "lords" if lords else "start")
    alone = grammar.pattern(parser, "LORD" if lords else "VOTE").fullmatch(shadow)
    if alone:
        return (("VOTE", 0, len(shadow), grammar.parts(alone)),)
    found: list[Name] = []
    for token in parsed(parser, shadow, "lords" if lords else "start").children:
        if token.isspace():
            continue
        parts: dict[str, str] = {}
        if token.type in ("VOTE", "LORD"):
            match = grammar.pattern(parser, token.type).match(shadow, token.start_pos)
            assert match is not None, "a terminal matches where it matched"
            parts = grammar.parts(match)
        found.append((token.type, token.start_pos, token.start_pos + len(token.rstrip()), parts))
    return tuple(found)
