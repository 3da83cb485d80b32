"""The floor: what any parser of lines in Python must pay, with one alternation and one object a line."""

from __future__ import annotations

import re

import attrs

_LINES = re.compile(
    r"(?P<time>[0-9]{1,2}[:.][0-9]{2}[^\n]{0,12}\n)"
    r"|(?P<mark>\[[^\]\n]{1,80}\]\n)"
    r"|(?P<column>(?:[0-9]{1,2} [A-Z][a-z]+ [0-9]{4} : )?Column [0-9]+[A-Z]*\n)"
    r"|(?P<label>(?:Mr|Mrs|Ms|Dr|Sir|The|Lord|Baroness) [^\n:.]{1,80}(?:\([^\n()]{1,60}\))?:?\n)"
    r"|(?P<procedure>(?:Question|Motion|Bill|Ordered|Resolved)[^\n]*\n)"
    r"|(?P<line>[^\n]+\n?)"
    r"|(?P<blank>\n)"
)


@attrs.frozen
class Line:
    """One line, and which pattern found it."""

    kind: str | None
    text: str
    start: int
    end: int


def floor(text: str) -> list[Line]:
    """Every line of a text, the blank ones too."""
    return [Line(m.lastgroup, m.group(), m.start(), m.end()) for m in _LINES.finditer(text)]
