"""A line of a record that a container gives, with its role where the markup says it.

A role is the name of a terminal of `grammars/shared/container.lark`: LABEL, HEADING, SUBHEADING, TIME,
COLUMN, DIVISION, SIDE, VOTE, TELLERS, DATE, VENUE, ROW, FURNITURE, PROCEDURE, LOOSE (a paragraph of nobody).
Some roles leave more to the words of the line:

- SAID is a paragraph of the speaker of the last label, LINE one of nobody: either may be procedure
- UNSAID is LINE, and no turn, whatever its words
- NUMBERED is SAID, and begins with the number of a tabled question
- PARAGRAPH is of the speaker and no procedure, whatever its words
- CONTINUED goes on with the paragraph that a mark has cut
- NAMELESS is a paragraph with which somebody begins to speak whom nobody names
- PART is a heading within what one speaker says, who goes on below it
- TEXT is text of which nothing is known, whatever its lines
- PARLIAMENT is no line: the code of whose record this is
- LEFT_OUT is none either: what of the container its reader leaves out, to be said once
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Line"]


class Line(NamedTuple):
    """One line of a record.

    - `parts`: where the named parts of a line are in it, None where its words are to tell
    - `origin`: where that is in the container: `page=12`, the id of an element
    - `identifiers`: of the speaker, in registers (`uk.parliament:4366`)
    - `kind`: what kind of contribution the container says that is, for a label
    - `party`, `seat`: of the speaker, where the container says them beside the label
    - `depth`: how deep a heading is where the container says it, 1 for one that is in no other; else 0
    """

    role: str
    text: str
    parts: Mapping[str, tuple[int, int]] | None = None
    origin: str | None = None
    identifiers: tuple[str, ...] = ()
    kind: str | None = None
    depth: int = 0
    party: str | None = None
    seat: str | None = None
