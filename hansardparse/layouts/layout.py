"""A layout: one form in which a record reaches people, as its grammar says at its head."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.build.contributions import Builder
from hansardparse.build.hearing import DebateBuilder, HearingBuilder
from hansardparse.build.marks import MAKERS
from hansardparse.build.release import ReleaseBuilder
from hansardparse.build.tokens import Groups
from hansardparse.errors import HansardError
from hansardparse.grammar import Raw
from hansardparse.grammar.heads import said
from hansardparse.layouts.signs import Signs, check_rules, signs
from hansardparse.lines.hearing import HearingRoles
from hansardparse.lines.kinds import GROUPS, Kinds
from hansardparse.lines.release import ReleaseRoles
from hansardparse.lines.roles import Roles
from hansardparse.lines.unlabelled import PlainRoles
from hansardparse.parliaments import Profile, outside, profile
from hansardparse.text.broken_lines import ANYWHERE, EARLY, WRAPPED

__all__ = ["Layout", "is_layout", "layout_of"]

#: The stage after the lexer, and what makes the nodes of its lines, by the word for it in a head.
STAGES: dict[str, tuple[Callable[[Layout], Any], type[Builder | ReleaseBuilder]]] = {
    "labelled": (lambda layout: Roles(layout.profile, layout.kinds, layout.pattern), DebateBuilder),
    "hearing": (lambda layout: HearingRoles(layout.profile, layout.kinds, layout.pattern), HearingBuilder),
    "unlabelled": (lambda layout: PlainRoles(layout.profile), Builder),
    "release": (lambda layout: ReleaseRoles(layout.profile), ReleaseBuilder),
}
LINES = ("whole", "wrapped", "indented", "ragged")
#: A head has each of these once.
NEEDED = ("title", "parliament", "lines", "roles", "example")
#: It may have these: those of `SEVERAL` more than once.
SEVERAL = tuple("yields-to also prints-label prints-speaker prints-above prints-below prints-aside".split())
MAY = ("label", "prints-ways", "prints-heading", "prints-time", "prints-column", "prints-question", *SEVERAL)
#: What a form of a label may name, and the words of `prints-ways`; `hansardparse.write.text` prints both.
PARTS = ("label", "linked", "position", "collective")
WAYS = ("in-one-line", "columns-in-words", "tells-questions", "ends-sentences")
#: The groups of terminals: what a line becomes that is a node by itself, and what it says of those around.
KNOWN = (*MAKERS, *GROUPS, *WRAPPED, EARLY, ANYWHERE, "division-goes-on")


@attrs.frozen(eq=False, kw_only=True)
class Layout:
    """One form in which a record reaches people; its file in `grammars/` says all there is to say of it.

    - `name`: the file's, without `.lark`; `title`: what it is; `example`: a line of it
    - `parliament`: whose words its labels, divisions and procedure have
    - `lines`: `whole` where a line is a paragraph; `wrapped` where it may be broken into lines of one width,
      `indented` where it then begins with a line that is set in, and with none else; `ragged` where it may be
      broken anywhere
    - `stage`: how its lines get their roles: `labelled`, `hearing`, `unlabelled` (the page has lost its
      labels) or `release`
    - `also`: the other parliaments whose record it prints, and the words by which each is told
    - `yields_to`: the layouts that are taken in its place where both fit a text alike
    - `label`: the terminal that finds the label of a contribution
    - `prints`: the forms in which it sets a label, up to the first words that it introduces; none where
      nothing renders it; `ways`: what else is its own then
    - `speakers`, `heading`, `above`, `below`, `aside`, `time`, `column`, `question`: the forms in which
      `hansardparse.testing` writes it
    """

    name: str
    title: str
    parliament: str
    example: str
    lines: str
    stage: str
    yields_to: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    label: str = "LABEL"
    prints: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    heading: str = "{subject}"
    time: str | None = None
    column: str | None = None
    question: str | None = None
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()

    @functools.cached_property
    def kinds(self) -> Kinds:
        """What its lines say of those around them."""
        return Kinds.of(self.groups)

    @functools.cached_property
    def roles(self) -> Any:
        """The stage after its lexer."""
        return STAGES[self.stage][0](self)

    @property
    def builder(self) -> type[Builder | ReleaseBuilder]:
        """What makes its nodes."""
        return STAGES[self.stage][1]

    @property
    def profile(self) -> Profile:
        """The words of its parliament."""
        return profile(self.parliament)

    @functools.cached_property
    def groups(self) -> dict[str, frozenset[str]]:
        """The groups of terminals that its head, and those of the grammars that it imports, name."""
        return grammar.groups(self.name, self.parliament)

    @functools.cached_property
    def terminals(self) -> Groups:
        """The same, as its builder needs it."""
        return Groups.of(self.groups, MAKERS)

    @property
    def parser(self) -> Any:
        """The parser of its lines, made when it is first needed."""
        return grammar.build(self.name, parliament=self.parliament, postlex=self.roles, tree_class=Raw)

    def pattern(self, terminal: str) -> re.Pattern[str]:
        """The expression of one of its terminals."""
        return grammar.pattern(self.parser, terminal)

    @functools.cached_property
    def turns(self) -> tuple[re.Pattern[str], ...]:
        """The terminals that begin a turn, whoever was heard before."""
        named = (self.kinds.labels | self.kinds.turns | {self.label}) - self.kinds.again
        found = sorted(terminal.name for terminal in self.parser.terminals if terminal.name in named)
        return tuple(map(self.pattern, found))

    def whose(self, text: str) -> str:
        """The parliament whose record a text in it is."""
        return next((code for code, words in self.also if words in text), self.parliament)

    def check(self) -> None:
        """Build all that reading a text needs; raises HansardError (`bad-grammar`) for what is wrong."""
        grammar.check_imports(self.name, self.parliament)
        if outside(self.parliament) is not None:
            for name, _text in grammar.texts(self.parliament):
                grammar.check(name, self.parliament)
        check_rules(self.name, self.parliament)
        _ = self.sign.last, self.sign.record
        terminals = {terminal.name for terminal in self.parser.terminals}
        for key, value, line in said(grammar.source(self.name, self.parliament)):
            named = {value} if key == "label" else set(value.split()) if key in KNOWN else set()
            unknown = sorted(named - terminals - set(self.roles.emits.makes))
            if unknown:
                what = f"`{key}` names {unknown[0]}, which is no terminal here and no role of its stage"
                raise _wrong(what, grammar.place(self.name, self.parliament), line)

    @property
    def sign(self) -> Signs:
        """The lines that only this layout prints, made when they are first needed."""
        return signs(self.name, self.parliament)


def is_layout(text: str) -> bool:
    """Whether the text of a grammar is a layout's: it begins with a head."""
    return text.startswith("//!")


def layout_of(name: str, text: str, file: str) -> Layout:
    """The layout whose grammar this is.

    Raises HansardError (`bad-grammar`) with file and line for a head that is not whole.
    """
    values: dict[str, list[str]] = {}
    for key, value, line in said(text):
        if key in (*NEEDED, *MAY):
            if key in values and key not in SEVERAL:
                raise _wrong(f"the head says `{key}` twice; leave one of the two", file, line)
            if key in NEEDED and not value:
                raise _wrong(f"`{key}` says nothing; write its value", file, line)
            if key == "prints-label":
                _check_form(value, file, line)
            if key == "prints-ways" and (strange := set(value.split()).difference(WAYS)):
                raise _wrong(f"`{key}` names some of {', '.join(WAYS)}, and not {min(strange)!r}", file, line)
            values.setdefault(key, []).append(value)
        elif key not in KNOWN:
            raise _wrong(f"no head has a `{key}`; known are {', '.join((*NEEDED, *MAY, *KNOWN))}", file, line)
    missing = [key for key in NEEDED if key not in values]
    if missing:
        raise _wrong(f"the head lacks `//! {missing[0]}: ...`", file, 1)
    one = {key: each[0] for key, each in values.items()}
    for key, allowed in (("lines", LINES), ("roles", tuple(STAGES))):
        if one[key] not in allowed:
            line = next(line for known, _, line in said(text) if known == key)
            raise _wrong(f"`{key}` is one of {', '.join(allowed)}, not {one[key]!r}", file, line)
    return Layout(
        name=name,
        title=one["title"],
        parliament=one["parliament"],
        example=one["example"],
        lines=one["lines"],
        stage=one["roles"],
        yields_to=tuple(values.get("yields-to", ())),
        also=tuple(
            (code, words) for code, _, words in (each.partition(" ") for each in values.get("also", ()))
        ),
        label=one.get("label", "LABEL"),
        prints=tuple(json.loads(each) for each in values.get("prints-label", ())),
        ways=tuple(one.get("prints-ways", "").split()),
        speakers=tuple(values.get("prints-speaker", ())),
        heading=one.get("prints-heading", "{subject}"),
        time=one.get("prints-time"),
        column=one.get("prints-column"),
        question=one.get("prints-question"),
        above=tuple(values.get("prints-above", ())),
        below=tuple(values.get("prints-below", ())),
        aside=tuple(values.get("prints-aside", ())),
    )


def _check_form(form: str, file: str, line: int) -> None:
    """Look at a value of `prints-label`."""
    try:
        read = json.loads(form)
    except ValueError:
        read = None
    if not isinstance(read, str):
        what = f"`prints-label` is a text in double quotes as JSON has it, not {form}"
        raise _wrong(f'{what}; write "{{label}}: "', file, line)
    try:
        read.format(**dict.fromkeys(PARTS, ""))
    except (LookupError, ValueError):
        known = ", ".join(f"{{{part}}}" for part in PARTS)
        what = f"`prints-label` names some of {known} and no other in braces, not {form}"
        raise _wrong(f'{what}; write "{{label}}: "', file, line) from None


def _wrong(message: str, file: str, line: int) -> HansardError:
    return HansardError(message, code="bad-grammar", source=file, line=line)
