"""Turns of which a page prints the beginning alone: a list of what was debated, and not the debate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hansardparse.build.tokens import Stretch
from hansardparse.model.nodes import Contribution

__all__ = ["doubt_cut_short"]

#: Fewer turns that break off so are of a debate: somebody was interrupted.
FEW = 3
#: What a site puts where it has cut words off; the record itself breaks a sentence off with a dash.
DOTS = ("...", "…")


def doubt_cut_short(stretch: Stretch, nodes: Iterable[Any]) -> None:
    """Report once that a third of the turns or more end in three dots, if they are not few."""
    turns = [node for node in nodes if type(node) is Contribution]
    cut = [turn for turn in turns if turn.text.endswith(DOTS)]
    if len(cut) >= FEW and 3 * len(cut) >= len(turns):
        said = f"turns cut short: {len(cut)} out of {len(turns)}, this the first; perhaps a list"
        stretch.report("cut-short", said, "info", cut[0].span)
