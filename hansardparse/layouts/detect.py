"""The layouts that are known, and which of them a text is in."""

from __future__ import annotations

import re
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.build.contributions import Builder
from hansardparse.build.release import ReleaseBuilder
from hansardparse.grammar import Raw
from hansardparse.lines.release import ReleaseRoles
from hansardparse.lines.roles import Roles
from hansardparse.lines.unlabelled import PlainRoles
from hansardparse.parliaments import Profile, profile
from hansardparse.text import decoding

__all__ = ["LAYOUTS", "Layout", "detect"]


#: The parliament of all layouts that are known.
_PARLIAMENT = profile("uk")


@attrs.frozen
class Layout:
    """One form in which the record reaches people; its rules are in `grammars/NAME.lark`.

    `roles` is the stage after its lexer, `builder` what makes its nodes, `label` the terminal that
    finds the label of a contribution; `wraps` where a paragraph may be broken into lines of one width.
    """

    name: str
    title: str
    example: str
    roles: Roles | PlainRoles | ReleaseRoles = attrs.field(factory=lambda: Roles(_PARLIAMENT))
    builder: type[Builder | ReleaseBuilder] = Builder
    label: str = "LABEL"
    wraps: bool = False
    profile: Profile = _PARLIAMENT

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
            ReleaseRoles(_PARLIAMENT),
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
SAMPLE = 1 << 20
FIRST, STRETCH, STRETCHES = 1 << 14, 1 << 12, 4
#: A layout is taken where this share of the lines, at least, is its own; where its own are few, `PLENTY`.
ENOUGH, FEW, PLENTY = 0.004, 3, 0.02
#: It is as sure as its share among the layouts says where this share of the lines is its own.
CERTAIN = 0.08
#: So many signs are worth what a sure one is.
SURE = 8
#: This reads what the House does where nobody speaks, which looks the same in all.
PLAINEST = "download"
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_INDENT = re.compile(r"^[ \t]{1,80}(?=[^\s])", re.MULTILINE)


def detect(text: str) -> tuple[Layout | None, float]:
    """The layout of a text and how sure that is, from 0 to 1; None where no layout fits."""
    sample = _sample(text[:SAMPLE])
    if "\n " in sample or "\n\t" in sample:
        sample = _INDENT.sub("", sample)
    # a sign begins with its line, or with the newline before it; searching for it elsewhere takes long
    places = [place for line in _LINE.finditer(sample) for place in line.span()]
    if not places:
        return None, 0.0
    if places[0]:
        places.insert(0, 0)
    lines = len(places) // 2
    signs = {name: layout.sign.match for name, layout in LAYOUTS.items()}
    found = {
        name: _weight([match.lastgroup or "" for place in places if (match := signs[name](sample, place))])
        for name in LAYOUTS
    }
    best = max(found, key=lambda name: found[name])
    share = found[best] / lines
    opens = signs[best](sample, 0) is not None
    if share < (ENOUGH if opens or found[best] >= FEW else PLENTY):
        record = grammar.lines("detect", "RECORD").match
        share = sum(1 for place in places if record(sample, place)) / lines
        return (LAYOUTS[PLAINEST], round(min(0.5, share), 3)) if share >= PLENTY else (None, 0.0)
    return LAYOUTS[best], round(found[best] / sum(found.values()) * min(1.0, share / CERTAIN), 3)


def _weight(signs: list[str]) -> int:
    """How much the signs of a layout count: one that tells the printed pages apart counts more.

    Their names say which those are, and which are none but `beside` others.
    """
    beside = sum(sign.startswith("beside") for sign in signs)
    sure = sum(sign.startswith("sure") for sign in signs)
    plain = len(signs) - sure - beside
    return plain + SURE * sure + (beside if plain else 0)


def _sample(text: str) -> str:
    """The shadow of the beginning of a text, and of stretches of whole lines at even distances after it."""
    step = (len(text) - FIRST) // STRETCHES
    if step <= STRETCH:
        return decoding.shadow(text)
    beginning = decoding.shadow(text[:FIRST])
    parts = [beginning[: beginning.rfind("\n") + 1]]
    for start in range(FIRST, FIRST + STRETCHES * step, step):
        stretch = decoding.shadow(text[start : start + STRETCH])
        parts.append(stretch[stretch.find("\n") : stretch.rfind("\n")])  # nothing of a line that is longer
    return "".join(parts)
