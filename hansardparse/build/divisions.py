"""Divisions of a House, with their lists of names."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.build.marks import Standing, leaf, printed_date
from hansardparse.build.tokens import Stretch
from hansardparse.build.voters import COMMAS, INITIALLED, PLAIN, SURNAMES, TITLED, begins_initial, names_on
from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.shapes import tellers_named
from hansardparse.model.nodes import (
    Constituency,
    Division,
    Line,
    Node,
    Span,
    Vote,
    VoteGroup,
)
from hansardparse.text.dates import clock

__all__ = ["Divisions"]

#: These open one of the sides.
TOTALS = ("SIDE", "TALLY")
#: This states the total of a side below its names.
TOTAL_BELOW = "TOTAL"
#: The marks that a list of names may have in it; any other line there is a Line.
_IN_LIST = frozenset(["column", "furniture", "time", "unrecognised"])
#: How far before the end of the words above a division its totals may begin.
FAR = 200


class Divisions:
    """Reads the divisions of a stretch: their heads, their sides, the names in their lists."""

    def __init__(self, stretch: Stretch, standing: Standing) -> None:
        self.stretch = stretch
        self.standing = standing
        self._seated: Vote | None = None  # the last name with its constituency on the line below

    def announce(self, token: Piece) -> None:
        """Keep the totals, or the subject, that a line states of the division to come."""
        parts = self.stretch.groups(token)
        if "on" in parts:
            self.standing.subject = parts["on"].removeprefix("on ")
        else:
            self._state(parts)

    def division(self, tokens: list[Piece], before: Piece | None) -> tuple[Division, list[Piece]]:
        """A division with its sides, and the tokens after it that are not of it.

        The words `before` it may end in its totals.
        """
        if tokens[0].type == "VOTED":
            return self._voted(tokens[0]), tokens[1:]
        if not self.standing.totals and before is not None:
            self._state_at_end(before)
        head = self.stretch.groups(tokens[0])
        if "first" in head:
            self._state(head)
        items: list[Any] = [] if "side" in head else [self.stretch.line(tokens[0])]
        ballot = self.stretch.groups_of.ballot
        # what stands above the last line of a ballot is within the division, what stands below it is nobody's
        size = max((at + 1 for at, token in enumerate(tokens) if token.type in ballot), default=1)
        listed = tokens[len(items) : size]
        above = self._totals_above(listed)
        self._part_columns(listed)
        inside = deque(listed)
        while inside:
            if inside[0].start_pos in above:
                items.append(self.stretch.line(inside.popleft()))
            elif inside[0].type in TOTALS or inside[0] is tokens[0]:
                items.extend(self._sides(inside))
            else:
                if inside[0].type in ("STAMP", "SUBJECT"):
                    said = self.stretch.groups(inside[0])
                    if "first" in said:  # the totals stand between its number and its names
                        self._state(said)
                    head |= said
                elif inside[0].type == "TIME" and "hour" not in head:  # on the line below the number
                    head |= self.stretch.groups(inside[0])
                items.append(self._in_list(inside.popleft()))
        time = clock(head["hour"], head.get("minute"), head.get("half")) if "hour" in head else None
        if "hour" in head and time is None:
            self.stretch.report("impossible-time", "there is no such time", "warning", items[0].span)
        division = Division(
            number=head.get("number"),
            time=time,
            date=printed_date(self.stretch, head) if "day" in head else None,
            subject=head["on"].removeprefix("on ") if "on" in head else self.standing.subject,
            items=tuple(items),
            span=Span(items[0].span.start, items[-1].span.end),
        )
        self.standing.totals, self.standing.subject = {}, None
        return division, tokens[size:]

    def _totals_above(self, tokens: Sequence[Piece]) -> set[int]:
        """Where lines begin that state the total of a side whose names stand below another line with its
        name; these totals are kept: `Ayes: 4`, `Noes: 3`, and then `Ayes`.
        """
        above: set[int] = set()
        listed: set[str] = set()
        named = False
        for token in reversed(tokens):
            if token.type == "VOTE":
                named = True
            elif token.type in TOTALS:
                parts = self.stretch.groups(token)
                option = self._option(parts["side"])
                if named:
                    listed.add(option)
                elif option in listed and "count" in parts:
                    self.standing.totals[option] = int(parts["count"])
                    above.add(token.start_pos)
                named = False
        return above

    def _part_columns(self, tokens: Sequence[Piece]) -> None:
        """Take for names of nobody's side those below sides that stood side by side in columns: one of two
        without a name between has votes, and below it or a later one are more names than that has votes.
        """
        totals = self.standing.totals
        sides = [at for at, token in enumerate(tokens) if token.type == "SIDE"]
        beside = False
        columns: list[Piece] = []
        for at, end in itertools.pairwise((*sides, len(tokens))):
            head = self.stretch.groups(tokens[at])
            votes = totals.get(self._option(head["side"]))
            names = [token for token in tokens[at:end] if token.type == "VOTE"]
            beside = beside or (not names and bool(votes) and end == at + 1 < len(tokens))
            if "other" in head or (beside and votes is not None and votes < len(names)):
                columns = [token for token in tokens[sides[0] :] if token.type == "VOTE"]
        for name in columns:
            name.type = "PARAGRAPH"

    def _state_at_end(self, words: Piece) -> None:
        """Keep the totals with which a paragraph ends that stands above a division."""
        if "DIVIDED" not in self.stretch.terminals:
            return
        divided = grammar.pattern(self.stretch.parser, "DIVIDED")
        begin = words.start_pos + max(0, len(words) - FAR)
        found = divided.search(self.stretch.shadow, begin, words.end_pos)
        if found and found["first"] is not None:
            self._state(grammar.parts(found))

    def _state(self, parts: dict[str, str]) -> None:
        """Keep the totals that are stated for the lists that follow."""
        self.standing.totals = {
            self._option(parts[side]): int(parts[count])
            for side, count in (("first", "one"), ("second", "two"), ("third", "three"))
            if side in parts
        }

    def _option(self, side: str) -> str:
        """What is voted on a side, by its printed name: `Not-Contents` is `not_content`."""
        sides = self.stretch.profile.sides
        return sides.get("".join(filter(str.isalpha, side)).lower(), side)  # or what a reader calls it

    def _voted(self, token: Piece) -> Division:
        """A division whose lists are run together in the paragraph that states it."""
        places = self.stretch.places(token)
        self._state(self.stretch.groups(token))
        groups = []
        for side, names in (("side", "names"), ("other", "more")):
            option = self._option(self.stretch.words(places[side]))
            items: list[Any] = [Line(self.stretch.words(places[side]), places[side])]
            self._votes(items, places[names], option)
            groups.append(
                VoteGroup(
                    option,
                    self.stretch.words(places[side]),
                    self.standing.totals.get(option),
                    tuple(items),
                    Span(places[side].start, items[-1].span.end),
                )
            )
            self._count(groups[-1], whole=False)
        self.standing.totals = {}
        head = places["stated"]
        return Division(
            items=(Line(self.stretch.words(head), head), *groups), span=Span(head.start, groups[-1].span.end)
        )

    def _sides(self, tokens: deque[Piece]) -> Iterator[VoteGroup]:
        """A side and its names; or sides that head columns, and none of the names, which are of no side."""
        places = self.stretch.places(tokens[0])
        if "other" not in places:
            yield self._side(tokens)
            return
        tokens.popleft()
        for place in (places[part] for part in ("side", "other", "last") if part in places):
            side = self.stretch.words(place)
            option = self._option(side)
            yield VoteGroup(option, side, self.standing.totals.get(option), (Line(side, place),), place)

    def _side(self, tokens: deque[Piece]) -> VoteGroup:
        """One side of a division, with the names below it; takes them off `tokens`."""
        head = tokens.popleft()
        parts = self.stretch.groups(head)
        option = self._option(parts["side"])
        items: list[Any] = [self.stretch.line(head)]
        tellers = named = commas = False
        stated = int(parts["count"]) if "count" in parts else self.standing.totals.get(option)
        # whoever it takes to make the total votes, but where a page adds tellers to the total of its list
        whole = "count" in parts and not self._counts_tellers(option)
        plain = self._plain_lines(tokens, 0 if whole else stated or 0)
        alone = self.stretch.profile.lines.surnames  # of a Member there, only one of two has a comma
        while tokens and tokens[0].type not in TOTALS:
            token = tokens.popleft()
            if token.type == "TELLERS":
                items.extend(self._tellers(token, option))
                tellers = True
            elif token.type == "VOTE":
                bare = self._is_bare(token)
                plain -= bare
                # below the last of the names that have a comma, one without is a teller's
                told = tellers or (bare and commas and plain < 0 and not alone)
                named = self._votes(items, self.stretch.span(token), option, told, named, plain >= 0)
                commas = commas or not bare
            else:
                if token.type == TOTAL_BELOW:
                    stated = int(self.stretch.groups(token)["count"])
                items.extend(self._in_side(token))
        group = VoteGroup(
            option, parts["side"], stated, tuple(items), Span(items[0].span.start, items[-1].span.end)
        )
        self._count(group, whole="count" in parts and not tellers)
        return group

    def _is_bare(self, token: Piece) -> bool:
        """Whether the line of a name has no comma."""
        return "," not in token and token.strip() not in self.stretch.profile.no_names

    def _plain_lines(self, tokens: deque[Piece], stated: int) -> int:
        """How many lines of a side are names without a comma, and no tellers'.

        They are those above the last name that has one, and above the line that announces tellers; in a
        list without any comma all are, and so are those without which fewer vote than are stated.
        """
        found = bare = 0
        commas = 0
        for token in tokens:
            if token.type in (*TOTALS, "TELLERS"):
                return (
                    bare if token.type == "TELLERS" or not commas else max(found, min(bare, stated - commas))
                )
            if token.type == "VOTE" and self._is_bare(token):
                bare += 1
            elif token.type == "VOTE":
                found = bare
                commas += token.count(",")
        return max(found, min(bare, stated - commas)) if commas else bare

    def _in_side(self, token: Piece) -> list[Any]:
        """A line below a side that no name begins, or what it has of names, each by itself."""
        place = (
            self.stretch.places(token).get("names") if token.type in self.stretch.groups_of.ballot else None
        )
        if place is None:
            return [self._in_list(token)]
        head = Span(self.stretch.span(token).start, place.start)
        items: list[Any] = [Line(self.stretch.words(head), head)] if head.end > head.start else []
        self._read(items, place, SURNAMES)
        return items

    def _in_list(self, token: Piece) -> Node:
        """A line in a division that is no name."""
        if self.stretch.kinds.get(token.type) in _IN_LIST:
            return leaf(self.stretch, self.standing, token)
        line = self.stretch.line(token)
        if token.type in ("PARAGRAPH", "VOTE"):  # names of no side are of none that is known
            self.stretch.report(
                "stray-text", "a line that is none of the division around it", "info", line.span
            )
        return line

    def _tellers(self, token: Piece, option: str) -> Iterator[Node]:
        """`Tellers for the Ayes:`, and the names where they are on its line."""
        span = self.stretch.span(token)
        head, names = tellers_named(self.stretch.words(span))
        end = span.start + len(head)
        yield Line(head, Span(span.start, end))
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
        plain: bool = False,
    ) -> bool:
        """Add the votes on one line; a constituency on its own line joins the name above it.

        In columns the tellers are `named` beside the names: those without a comma. Returns whether they
        are from here on.
        """
        shadow = self.stretch.shadowed(*span)
        below = shadow.startswith("(") and bool(items) and type(items[-1]) is Vote
        if below and items[-1] is not self._seated:  # a name has one seat, so its text does not grow on
            above = items.pop()
            place = Span(above.span.start, span.end)
            constituency = Constituency(self.stretch.words(span).strip("() "))
            self._seated = attrs.evolve(
                above, text=self.stretch.words(place), constituency=constituency, span=place
            )
            items.append(self._seated)
            return named
        alone = self.stretch.profile.lines.surnames
        form = PLAIN if plain and not alone and "," not in shadow else self._form(option)
        form = INITIALLED if tellers and begins_initial(shadow) else form
        return self._read(items, span, form, tellers, named)

    def _read(
        self, items: list[Any], span: Span, form: tuple[str, str], tellers: bool = False, named: bool = False
    ) -> bool:
        """Add what stands on a line whose names have a `form`; tellers and return as of `_votes`."""
        shadow = self.stretch.shadowed(*span)
        alone = self.stretch.profile.lines.surnames
        for kind, start, end, parts in names_on(shadow, form, self.stretch.profile.code):
            place = Span(span.start + start, span.start + end)
            named = named or kind == "MARK"
            by_name = kind == "TELLER"
            words = self.stretch.words(place)
            nobody = words in self.stretch.profile.no_names
            told = tellers or named or alone or "\t" in shadow
            if nobody or kind in ("OTHER", "MARK") or (by_name and not told):
                items.append(Line(words, place))
                continue
            seat = parts.get("constituency")
            name = parts["name"].strip()
            first = place.start + shadow[start:end].index(name)
            items.append(
                Vote(
                    words,
                    self.stretch.words(Span(first, first + len(name))),
                    Constituency(seat) if seat else None,
                    tellers or (by_name and named) or "teller" in parts,
                    parts.get("proxy"),
                    place,
                )
            )
        return named

    def _count(self, group: VoteGroup, whole: bool) -> None:
        """Check the total that is stated for a side against its list.

        Whether tellers are counted is the side's (see the profile); a page counts them too that puts the
        total of the `whole` list at its head.
        """
        listed = len(group.votes)
        if whole or self._counts_tellers(group.option):
            named = {vote.name for vote in group.votes}  # some print tellers below their list once more
            listed += sum(1 for teller in group.tellers if teller.name not in named)
        if listed and group.stated is not None and listed != group.stated:
            said = f"{group.heading}: {group.stated} stated, {listed} listed"
            self.stretch.report("division-total", said, "warning", group.span)

    def _form(self, option: str) -> tuple[str, str]:
        """In which form the names of a side are printed: with the forename, or a title, behind a comma."""
        return TITLED if self._counts_tellers(option) else COMMAS

    def _counts_tellers(self, option: str) -> bool:
        """Whether tellers are marked in the list of a side, and counted with it."""
        return option in self.stretch.profile.tellers_counted
