"""What a transcript leaves open of its turns as a whole: whose they are, and whether they are whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hansardparse.model.nodes import Problem
from hansardparse.resolving.turns import Turn

__all__ = ["open_turns"]

#: Fewer turns that break off so are of a debate: somebody was interrupted.
FEW = 3
#: What a site puts where it has cut words off; the record itself breaks a sentence off with a dash.
DOTS = ("...", "…")


def open_turns(turns: Sequence[Turn]) -> Iterator[Problem]:
    """What is to be reported once.

    - `labels-lost`: somebody says words whose label the page has lost
    - `cut-short`: a third of the turns or more end in three dots, and they are not few
    """
    lost = [turn for turn in turns if turn.speaker.label is None]
    if lost:
        said = f"paragraphs that somebody says whose label is lost: {len(lost)}, this the first"
        yield Problem("labels-lost", said, "info", span=lost[0].item.span)
    cut = [turn for turn in turns if turn.closing.endswith(DOTS)]
    if len(cut) >= FEW and 3 * len(cut) >= len(turns):
        said = f"turns cut short: {len(cut)} out of {len(turns)}, this the first; perhaps a list"
        yield Problem("cut-short", said, "info", span=cut[0].item.span)
