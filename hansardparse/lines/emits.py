"""What a stage after the lexer lets out, declared: a grammar that uses the stage takes all of it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

__all__ = ["Emits", "Inside"]


@attrs.frozen
class Inside:
    """Roles that come out only inside something: opened by a role, and going on over others."""

    roles: frozenset[str]
    opened_by: frozenset[str]
    over: frozenset[str]


@attrs.frozen
class Emits:
    """What comes out of a stage: what goes in, save what it `settles`; and what it `makes`, each of some."""

    settles: frozenset[str]
    makes: Mapping[str, frozenset[str]]
    inside: tuple[Inside, ...] = ()

    def out_of(self, terminals: frozenset[str]) -> frozenset[str]:
        """Every role that may come out where some terminals go in."""
        made = {role for role, of in self.makes.items() if of & terminals}
        out = (terminals - self.settles) | made
        closed = [one.roles for one in self.inside if not one.opened_by & out]
        return frozenset(out.difference(*closed))
