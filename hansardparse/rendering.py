"""Back to text: a Transcript printed in one of the layouts, so that parsing it gives it again."""

from __future__ import annotations

from hansardparse.layouts import LAYOUTS
from hansardparse.model.nodes import Transcript
from hansardparse.write.text import text

__all__ = ["render", "rendered"]


def rendered() -> list[str]:
    """The layouts that a transcript can be printed in: those that say how they set a label."""
    return [layout.name for layout in LAYOUTS.values() if layout.prints]


def render(transcript: Transcript, layout: str | None = None) -> str:
    """The transcript as text of a layout, by default its own.

    `parse(render(t), layout=t.layout, resolve=False) == t` for what is read, without `resolve`, of a page as
    it is printed, and for what `hansardparse.testing` makes. It is no law for every text: each line is set
    apart by a blank line here, which may tell what no blank line left open. Two things come back otherwise: a
    column or a time that cuts a sentence below a label that lost its colon (the sentence is whole then), and
    lines in an order in which no page prints them.

    Raises ValueError for a layout that does not say how it sets a label.
    """
    name = layout or transcript.layout
    known = LAYOUTS.get(name or "")
    if known is None or not known.prints:
        raise ValueError(f"no renderer for {name!r}; there are: {', '.join(rendered())}")
    return text(transcript, known.prints, known.ways)
