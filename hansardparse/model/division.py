"""A division of the House, with its lists of names."""

from __future__ import annotations

import datetime
from typing import ClassVar

import attrs

from hansardparse.model.base import Node, Span, leaves, span_field
from hansardparse.model.marks import ColumnMark, Furniture, Line, TimeMark, Unrecognised
from hansardparse.model.people import Constituency
from hansardparse.model.short import counted

__all__ = ["Division", "Vote", "VoteGroup"]


@attrs.frozen
class Vote(Node):
    """One name in a division list: `Pugh, Tomos T. C. (Upper Dale)`.

    `text` as printed; `teller` where marked as one; `proxy` who cast the vote for an absent Member;
    `identifiers` those that a container gives, as of a `Speaker`.
    """

    type: ClassVar[str] = "vote"
    text: str
    name: str
    constituency: Constituency | None = None
    teller: bool = False
    proxy: str | None = None
    span: Span = span_field()
    identifiers: tuple[str, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen(repr=False)
class VoteGroup(Node):
    """One side of a division.

    `option` is `aye`, `no`, `content`, `not_content`, `yea`, `nay`, `for`, `against`, `abstention`, or, where
    a page lists them, `absent`, `both`, `paired`, `present`, `not_voting`; `heading` as printed; `stated` the
    total that is printed for it. `items` holds everything in order.
    """

    type: ClassVar[str] = "vote_group"
    option: str
    heading: str | None = None
    stated: int | None = None
    items: tuple[Vote | Line | TimeMark | ColumnMark | Furniture | Unrecognised, ...] = ()
    span: Span = span_field()

    def __repr__(self) -> str:
        stated = "" if self.stated is None else f", {self.stated} stated"
        return f"<VoteGroup {self.option}: {counted(len(self.votes), 'vote')}{stated}>"

    @property
    def votes(self) -> tuple[Vote, ...]:
        """Those who voted, the tellers left out."""
        return tuple(v for v in self.items if type(v) is Vote and not v.teller)

    @property
    def tellers(self) -> tuple[Vote, ...]:
        """The tellers of this side."""
        return tuple(v for v in self.items if type(v) is Vote and v.teller)


@attrs.frozen(repr=False)
class Division(Node):
    """A division of the House: `Division No. 321] [9.59 pm` and what belongs to it.

    `number`, `time` (`HH:MM`) as printed; `groups` one for each side. `result` is for a
    record that prints it in words: the layouts of today print totals alone, and it is None.
    """

    type: ClassVar[str] = "division"
    derived: ClassVar[tuple[str, ...]] = ("totals",)
    number: str | None = None
    time: str | None = None
    date: datetime.date | None = None
    subject: str | None = None
    result: str | None = None
    items: tuple[VoteGroup | Line | TimeMark | ColumnMark | Furniture | Unrecognised, ...] = ()
    span: Span = span_field()

    def __repr__(self) -> str:
        totals = (f"{g.option} {len(g.votes) if g.stated is None else g.stated}" for g in self.groups)
        number = "" if self.number is None else f" {self.number}"
        return f"<Division{number}: {', '.join(totals) or 'no totals'}>"

    def _repr_html_(self) -> str:
        from hansardparse.view.notebook import shown

        return shown(self)

    @property
    def groups(self) -> tuple[VoteGroup, ...]:
        """The sides."""
        return tuple(g for g in self.items if type(g) is VoteGroup)

    @property
    def totals(self) -> dict[str, int | None]:
        """The stated total of each side, by its option."""
        return {g.option: g.stated for g in self.groups}

    @property
    def text(self) -> str:
        """The lines of the division as printed, one below the other."""
        return "\n".join(leaf.text for leaf in leaves(self))
