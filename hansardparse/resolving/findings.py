"""What `resolve` has found out about the turns of a transcript so far: kinds, links, who has answered."""

from __future__ import annotations

from collections import Counter

from hansardparse.model.nodes import Link
from hansardparse.parliaments import Profile
from hansardparse.resolving.known import Known
from hansardparse.resolving.names import is_peer
from hansardparse.resolving.openings import Signs
from hansardparse.resolving.turns import Turn

__all__ = ["Findings"]

#: A turn that says whose turn it is, is no longer than this, in code points.
LONGEST_TURN_TAKING = 300


class Findings:
    """Takes in the kind of each turn and the links between turns."""

    def __init__(self, signs: Signs) -> None:
        self.signs = signs
        self.profile: Profile = signs.profile
        self.links: list[Link] = []
        #: How many answers each person has given.
        self.answers: Counter[Known | None] = Counter()

    def settle(self, turn: Turn, kind: str, rule: str) -> None:
        """Say of which kind a turn is; the rule is kept where that is not what is printed."""
        turn.kind = kind
        if kind != turn.item.printed_kind:
            turn.rules["kind"] = rule

    def link(self, kind: type[Link], source: Turn, target: Turn | None, rule: str, likely: float) -> None:
        """Link a turn to an earlier one, if there is one; so likely it is right."""
        if target is not None:
            self.links.append(kind(source.n, target.n, rule, round(likely, 2)))

    def says_whose_turn(self, turn: Turn) -> bool:
        """Whether, in a House where nobody is in the Chair, somebody says who shall speak next."""
        return (
            turn.length < LONGEST_TURN_TAKING
            and is_peer(turn.speaker, self.profile)
            and self.signs.is_sign("LORDS_TURN", turn)
        )
