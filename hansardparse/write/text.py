"""Back to text: a Transcript printed in one of the layouts, so that parsing it gives it again.

What was verbatim stays verbatim; only the labels are set as the layout sets them. The blank space between
lines is the layout's own, not the source's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hansardparse.model.nodes import (
    Contribution,
    QuestionNumber,
    Section,
    Speaker,
    Transcript,
    WrittenQuestionReference,
    leaves,
)

__all__ = ["RENDERED", "render"]


def _portrait(speaker: Speaker) -> str:
    return f"{speaker.linked_name} Portrait {speaker.label}\n"


def _photo(speaker: Speaker) -> str:
    place = ", ".join(str(p) for p in (speaker.party, speaker.constituency) if p)
    return f"Photo of {speaker.linked_name} {speaker.label} {place or speaker.office or ''}".rstrip() + "\n\n"


def _glued(speaker: Speaker) -> str:
    return f"{speaker.label}\n"


def _colon(speaker: Speaker) -> str:
    return f"{speaker.label}: "


def _section_sign(speaker: Speaker) -> str:
    return f"§ {speaker.label} "


def _lost(_: Speaker) -> str:
    return ""


#: How each layout sets a label, up to the first word of what it introduces.
RENDERED: dict[str, Callable[[Speaker], str]] = {
    "parallel": _portrait,
    "parallel-plain": _lost,
    "download": _glued,
    "webpage": _glued,
    "theyworkforyou": _photo,
    "official-report": _colon,
    "historic": _colon,
    "historic-site": _section_sign,
}


def render(transcript: Transcript, layout: str | None = None) -> str:
    """The transcript as text of a layout, by default its own.

    Raises ValueError for a layout that has no renderer.
    """
    name = layout or transcript.layout
    if name not in RENDERED:
        raise ValueError(f"no renderer for {name!r}; there are: {', '.join(RENDERED)}")
    return "".join(_pieces(transcript.items, RENDERED[name]))


def _pieces(items: tuple[Any, ...], label: Callable[[Speaker], str]) -> Iterator[str]:
    for item in items:
        if type(item) is Section:
            yield from _pieces(item.items, label)
        elif type(item) is Contribution:
            yield from _contribution(item, label)
        else:
            yield "\n".join(leaf.text for leaf in leaves(item)) or item.text
            yield "\n\n"


def _contribution(item: Contribution, label: Callable[[Speaker], str]) -> Iterator[str]:
    yield label(item.speaker)
    for block in item.blocks:
        if type(block) is QuestionNumber:
            yield f"{block.text} "
            continue
        inlines = getattr(block, "inlines", ())
        yield " ".join(i.text for i in inlines) if inlines else block.text
        yield "\n\n"
    if not any(type(b) is not WrittenQuestionReference for b in item.blocks):
        yield "\n"
