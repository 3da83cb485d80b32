"""Who speaks: what a label prints, and the person that is gathered from labels."""

from __future__ import annotations

from typing import ClassVar

import attrs

from hansardparse.model.base import Node, Span, span_field

__all__ = ["Constituency", "Party", "Person", "Speaker"]


@attrs.frozen
class Constituency:
    """The seat a label prints, as printed: `(Upper Dale)`. `str()` is the name."""

    type: ClassVar[str] = "constituency"
    name: str

    def __str__(self) -> str:
        return self.name


@attrs.frozen
class Party:
    """The party a label prints: `code` as printed (`Lab/Co-op`), `name` in full where it is known.

    `str()` is the printed word.
    """

    type: ClassVar[str] = "party"
    code: str
    name: str | None = None

    def __str__(self) -> str:
        return self.code


@attrs.frozen
class Speaker(Node):
    """What one label prints about who speaks; nothing in it is inferred.

    Source: `Tomos Pugh Portrait Mr Tomos Pugh (Port Ardle) (LD)`.

    - `label`: the printed label, exact (`Mr Tomos Pugh (Port Ardle) (LD)`); None
      where nobody is named
    - `honorific`: `Mr`, `Sir`, `Dame`, `Dr`, `rh Sir`, ...; for a peer the rank is part of the name
    - `forenames`, `surname`: of the printed name; a peer's title stands in `surname`
      (`Lord Marsh of Upper Dale`)
    - `post_nominals`: letters after the name (`QC MP`)
    - `office`: as printed, its `The` included (`The Secretary of State for Defence`, `Mr Speaker`)
    - `in_chair`: the label says that its bearer presides
    - `role`: `chair`, `member`, `witness`, `guest`, `official`, `collective` or `unknown`
    - `linked_name`: the name a page links to, which may be of another day (`Lord Thistle`)
    - `identifiers`: who that is in a register, where the container says so: the register, a colon, and the
      number there (`uk.parliament:4366`); empty for a text
    """

    type: ClassVar[str] = "speaker"
    label: str | None = None
    honorific: str | None = None
    forenames: str | None = None
    surname: str | None = None
    post_nominals: str | None = None
    office: str | None = None
    constituency: Constituency | None = None
    party: Party | None = None
    in_chair: bool = False
    role: str = "unknown"
    linked_name: str | None = None
    span: Span = span_field()
    identifiers: tuple[str, ...] = attrs.field(default=(), kw_only=True)

    @property
    def name(self) -> str | None:
        """The printed name with its honorific (`Mr Tomos Pugh`); None for a bare office."""
        parts = [p for p in (self.honorific, self.forenames, self.surname) if p]
        return " ".join(parts) or None


@attrs.frozen
class Person:
    """One person of the transcript, gathered from all the labels that are theirs.

    `id` is stable within one transcript (`p1`, `p2`, ... by first appearance). Every tuple keeps the
    order of first appearance; `identifiers` are those that the container gives
    (see `Speaker`). `register_id` is the person's in a register of members, where one was given. Of a
    hearing that lists who is there: `role` is `member` or `witness`, `organisation` what a witness is of
    (`Harbours Federation`), and their post is among the `offices`.
    """

    type: ClassVar[str] = "person"
    id: str
    name: str | None = None
    honorifics: tuple[str, ...] = ()
    constituency: Constituency | None = None
    party: Party | None = None
    offices: tuple[str, ...] = ()
    in_chair: bool = False
    linked_name: str | None = None
    labels: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    register_id: str | None = attrs.field(default=None, kw_only=True)
    role: str | None = attrs.field(default=None, kw_only=True)
    organisation: str | None = attrs.field(default=None, kw_only=True)
