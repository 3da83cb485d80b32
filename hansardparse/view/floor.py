"""How turns lie within each other: what breaks into a speech is set in below it, until it is resumed."""

from __future__ import annotations

import itertools

from hansardparse.model.nodes import Intervention, Link, Resumption, Section, Transcript

__all__ = ["Floor", "floor"]

#: Deeper than this nothing is set in.
DEEPEST = 3


class Floor:
    """Of each contribution, by its number: how deep it is set in, and whether it goes on with a speech."""

    def __init__(self, count: int, links: tuple[Link, ...]) -> None:
        self.resumed = {link.source for link in links if type(link) is Resumption}
        self.breaks_in = {link.source for link in links if type(link) is Intervention}
        steps = [0] * (count + 1)
        for link in links:
            if type(link) is Resumption and link.source - link.target > 1:
                steps[link.target + 1] += 1
                steps[link.source] -= 1
        self.depth = list(itertools.accumulate(steps[:-1]))
        for link in links:
            if type(link) is Intervention:  # into a speech that is not resumed
                below = self.depth[link.target] + 1
                self.depth[link.source] = max(self.depth[link.source], below)
        self.depth = [min(depth, DEEPEST) for depth in self.depth]


def floor(of: Transcript | Section) -> Floor:
    """How the turns of a transcript lie; a section has no links, and its turns stand side by side."""
    count = sum(1 for _ in of.contributions())
    return Floor(count, of.links if isinstance(of, Transcript) else ())
