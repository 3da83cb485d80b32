"""The layouts that are known, and which of them a text is in."""

from __future__ import annotations

import re
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.build import Builder
from hansardparse.places import Raw
from hansardparse.releases import ReleaseBuilder, ReleaseRoles
from hansardparse.roles import PlainRoles, Roles

__all__ = ["LAYOUTS", "Layout", "detect"]


@attrs.frozen
class Layout:
    """One form in which the record reaches people; its rules are in `grammars/NAME.lark`.

    `roles` is the stage after its lexer, `builder` what makes its nodes, `label` the terminal that
    finds the label of a contribution; `wraps` where a paragraph may be broken into lines of one width.
    """

    name: str
    title: str
    example: str
    roles: Roles | PlainRoles | ReleaseRoles = attrs.field(factory=Roles)
    builder: type[Builder] = Builder
    label: str = "LABEL"
    wraps: bool = False

    @property
    def grammar(self) -> str:
        """The name of the file of its rules, without `.lark`."""
        return self.name

    @property
    def parser(self) -> Any:
        """The parser of its lines, made when it is first needed."""
        return grammar.build(self.grammar, postlex=self.roles, tree_class=Raw)

    @property
    def sign(self) -> re.Pattern[str]:
        """The lines that only this layout prints (`grammars/detect.lark`)."""
        return grammar.lines("detect", self.name.upper().replace("-", "_"))


LAYOUTS = {
    layout.name: layout
    for layout in (
        Layout(
            "parallel",
            "a page of Parallel Parliament",
            "Ada Marsh Portrait Ms Ada Marsh (Upper Dale) (Lab)",
        ),
        Layout(
            "parallel-plain",
            "a page of Parallel Parliament whose speaker lines are lost",
            "Commons ChamberI call the Chair of the Harbours Committee.",
            PlainRoles(),
        ),
        Layout(
            "official-report",
            "the Official Report as printed, and publications.parliament.uk, from 1988 on",
            "Ms Ada Marsh (Upper Dale) (Lab): I beg to move,",
            wraps=True,
        ),
        Layout(
            "download",
            "“Download text” of hansard.parliament.uk",
            "15:37:00",
        ),
        Layout(
            "webpage",
            "a page of hansard.parliament.uk, selected and copied",
            "Share this specific contribution",
        ),
        Layout(
            "theyworkforyou",
            "a page of TheyWorkForYou, selected and copied",
            "Photo of Ada Marsh Ada Marsh Labour, Upper Dale",
        ),
        Layout(
            "release",
            "what ministers say outside the House: press releases, news stories, speeches as delivered",
            "Harbours Secretary Ada Marsh said:",
            ReleaseRoles(),
            ReleaseBuilder,
        ),
        Layout(
            "historic",
            "a bound volume as text, 1803-1988",
            "*THE EARL OF UPPER DALE: My Lords, I rise to ask the Question on the Paper.",
            wraps=True,
        ),
        Layout(
            "historic-site",
            "a page of Historic Hansard (api.parliament.uk/historic-hansard)",
            "§ Mr. Oake I am obliged to my hon. Friend.",
            label="TOLD",
        ),
    )
}

#: How much of a text is looked at, in code points: the first part whole, then stretches of the rest.
SAMPLE = 1 << 18
FIRST, STRETCH, STRETCHES = 1 << 14, 1 << 12, 4
#: A layout is taken where this share of the lines, at least, is its own.
ENOUGH = 0.004
#: So many signs are worth what a sure one is.
SURE = 8
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")


def detect(shadow: str) -> tuple[Layout | None, float]:
    """The layout of a text and how sure that is, from 0 to 1; None where no layout fits."""
    sample = _sample(shadow[:SAMPLE])
    # a sign begins with its line, or with the newline before it; searching for it elsewhere takes long
    places = [place for line in _LINE.finditer(sample) for place in line.span()]
    if not places:
        return None, 0.0
    if places[0]:
        places.insert(0, 0)
    signs = {name: layout.sign.match for name, layout in LAYOUTS.items()}
    scores = {
        name: sum(_weight(match) for place in places if (match := signs[name](sample, place)))
        * 2
        / len(places)
        for name in LAYOUTS
    }
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < ENOUGH:
        return None, 0.0
    return LAYOUTS[best], round(scores[best] / sum(scores.values()), 3)


def _weight(sign: re.Match[str]) -> int:
    """How much a sign counts: one of a column's number, which tells the printed pages apart, counts more."""
    return SURE if sign.lastgroup else 1


def _sample(text: str) -> str:
    """The beginning of a text, and stretches of whole lines at even distances after it."""
    step = (len(text) - FIRST) // STRETCHES
    if step <= STRETCH:
        return text
    parts = [text[: text.rfind("\n", 0, FIRST) + 1]]
    for start in range(FIRST, FIRST + STRETCHES * step, step):
        begin, end = text.find("\n", start, start + STRETCH), text.rfind("\n", start, start + STRETCH)
        parts.append(text[begin:end])  # nothing where a line is longer than the stretch
    return "".join(parts)
