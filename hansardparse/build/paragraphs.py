"""Paragraphs of a contribution as what they are: quotations, items of a list, words of a motion, tables."""

from __future__ import annotations

import re
from typing import Any

from hansardparse import grammar
from hansardparse.model.nodes import ListItem, Motion, Paragraph, Quote, Table
from hansardparse.parliaments import Profile

__all__ = ["shaped"]

#: Only a paragraph that begins with one of these can be a quotation or an item of a list.
_QUOTES = frozenset("\"“‘'")
_MARKERS = frozenset("(•·▪–—*-0123456789abcdefghijklmnopqrstuvwxyz")
#: A paragraph that ends so is whole and announces nothing.
_WHOLE = frozenset(".?!…\"”'’)]")
_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'"}


def shaped(blocks: list[Any], profile: Profile) -> list[Any]:
    """The blocks of a contribution, each Paragraph as the class that its form and neighbours give it."""
    moves = _pattern("MOTION", profile).match
    motion = False  # the paragraphs before announce a motion that has not ended
    quoted = ""  # the mark of a quotation that runs on over paragraphs
    for at, block in enumerate(blocks):
        if type(block) is not Paragraph or not block.text:
            continue
        text = block.text
        if "\t" in text and not block.inlines:
            blocks[at] = Table(text, block.span)
            continue
        first = text[0]
        if motion and not _goes_on(text, blocks, at, profile.lines.motions):
            motion = False
        if (
            first in _QUOTES
            and (kind := _quotation(text, quoted, blocks, at, _pattern("QUOTE_END", profile))) is not None
        ):
            quoted = kind
            blocks[at] = Quote(text, block.inlines, block.span)
            continue
        quoted = ""
        if first in _MARKERS and (match := _pattern("LIST_ITEM", profile).match(text)):
            blocks[at] = ListItem(text, match["marker"], block.inlines, block.span)
        elif motion or moves(text):
            blocks[at] = Motion(text, block.inlines, block.span)
            motion = True
        elif text[-1] not in _WHOLE:
            motion = _pattern("MOVES", profile).search(text, max(0, len(text) - 60)) is not None
    return blocks


def _pattern(terminal: str, profile: Profile) -> re.Pattern[str]:
    return grammar.pattern(grammar.build("blocks", parliament=profile.code), terminal)


def _goes_on(text: str, blocks: list[Any], at: int, motions: tuple[str, ...]) -> bool:
    """Whether a paragraph below `I beg to move,` is still of the motion."""
    if text.startswith((*motions, "(")) or text[0].islower() or text[0].isdigit():
        return True
    before = next((b for b in reversed(blocks[:at]) if hasattr(b, "text")), None)
    return isinstance(before, (Motion, ListItem)) and before.text.rstrip()[-1:] in "—–-:;,"


def _quotation(text: str, quoted: str, blocks: list[Any], at: int, end: re.Pattern[str]) -> str | None:
    """The mark of a quotation that runs on behind this paragraph, "" where it ends, None for no quotation.

    Each paragraph of a quotation begins with its mark; only the last one is closed, as `end` finds it.
    """
    opening = text[0]
    closing = _CLOSING[opening]
    ends = end.search(text, max(1, len(text) - 4))
    inside = text[1 : ends.start() if ends else len(text)]
    if opening in "\"'":
        whole = inside.count(opening) % 2 == 0
    else:
        whole = inside.count(closing) <= inside.count(opening) or closing == "’"
    if not whole:
        return None
    if ends:
        return ""
    follows = next((b.text for b in blocks[at + 1 :] if type(b) is Paragraph and b.text), "")
    return opening if quoted == opening or follows[:1] == opening else None
