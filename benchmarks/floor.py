"""The floor: what one simple parser of lines in Python pays, with one alternation and one object a line.

The alternation has a pattern for each kind of line that a layout prints, as simple and as quick as it can
be and still find nearly every label: what needs context, or a label's parts, is not in it.
"""

from __future__ import annotations

import functools
import re

import attrs

#: How a line of a layout whose speed is measured begins a turn, and where its label ends; most are found so.
#: Where the label alone does not tell, the line below it belongs to it.
LABELS = {
    "parallel": r"(?:[A-Z][^ \n]* ){2,6}Portrait [^\n]+\n",
    "parallel-plain": r"\([^\n()]{1,40} ago\)[ \t\r]*\n",
    "official-report": r"(?:[QT]?[0-9]{1,3}\. )?[A-Z][^\n:]{1,90}: [^\n]+\n",
    "download": r"(?:The|[A-Z][\w.’'-]{1,20}) [A-Z][^\n.:?!\r]{1,80}[ \t\r]*\n",
    "webpage": r"[A-Z][^\n.:?!]{1,80}\n(?:\([^\n]{1,120}\)\n)?Share this[^\n]*\n",
    "theyworkforyou": r"Photo of [^\n]+\n",
    "release": r"[A-Z][^\n:“.]{1,120} said:[ \t\r]*\n",
    "historic": r"[A-Z*][^\n:,]{2,80}(?:,[^\n:,]{1,60})?(?: ?:| said| rose| asked)[^\n]+\n",
    "historic-site": r"§ ?(?:[0-9]{1,3}\. )?(?:(?:[A-Z(][^ \n]*|of|the|and|for) ){1,12}[^\n]+\n",
}
#: A short line without a stop; where headings are in capitals, those.
_HEADING = r"(?=[^\n.]{1,100}\n)[^\n]*(?<![.:;,?!”’\r])[ \t\r]*\n"
_HEADINGS = {
    "historic": rf"[A-Z][^a-z\n]{{2,120}}\n|{_HEADING}",
    "historic-site": rf"[A-Z][^a-z\n]{{2,120}}\(Hansard, [^\n]+\n|{_HEADING}",
}
_BEFORE = {
    "blank": r"[ \t\r]*\n",
    "time": r"[0-9]{1,2}[:.][0-9]{2}[^\n]{0,12}\n",
    "column": r"(?:[0-9]{1,2} [A-Z][a-z]+ [0-9]{4} : )?(?:Column )?[0-9]+[A-Z]*[ \t\r]*\n",
    "mark": r"\[[^\]\n]{1,80}\][ \t\r]*\n",
}
_AFTER = {
    "procedure": r"(?:Question|Motion|Bill|Ordered|Resolved)[^\n]*\n",
    "heading": _HEADING,
    "line": r"[^\n]+\n?",
}


@attrs.frozen
class Line:
    """One line (a label may be more), and which pattern found it."""

    kind: str | None
    text: str
    start: int
    end: int


@functools.cache
def _lines(layout: str) -> re.Pattern[str]:
    kinds = {**_BEFORE, "label": LABELS[layout], **_AFTER}
    kinds["heading"] = _HEADINGS.get(layout, _HEADING)
    return re.compile("|".join(f"(?:{form})(?P<{kind}>)" for kind, form in kinds.items()))


def floor(text: str, layout: str) -> list[Line]:
    """Every line of a text, the blank ones too."""
    return [Line(m.lastgroup, m.group(), m.start(), m.end()) for m in _lines(layout).finditer(text)]
