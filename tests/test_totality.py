"""No grammar refuses a text: what its stage can let out is accepted wherever it can come.

The tables are walked to the end: every stack of states that any roles lead to, and what is open there. Should
a grammar refuse a role for all that (one from outside may), one line is lost and no more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import oracle
import pytest
from conftest import SAMPLES
from examples import EXAMPLES
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Lark

from hansardparse import LAYOUTS, dumps, loads, parse, rows
from hansardparse.grammar import Raw, load, whole
from hansardparse.grammar.lark_loops import PLUGINS, _Parser, tokens_in
from hansardparse.layouts.layout import Layout
from hansardparse.lines.emits import Emits
from hansardparse.nodes import Unrecognised, leaves
from hansardparse.parliaments import profile
from hansardparse.speakers import labels
from hansardparse.text.decoding import shadow

#: No grammar of lines has more stacks of states than this.
MOST_STACKS = 5_000


def terminals(parser: Any) -> frozenset[str]:
    """What the lexer of a layout gives to its stage."""
    return frozenset(str(t.name) for t in parser.terminals) - frozenset(map(str, parser.lexer_conf.ignore))


class Walk:
    """Every stack of states of a grammar, by the roles that lead to it."""

    def __init__(self, parser: Any, emits: Emits) -> None:
        self.lalr = parser.parser.parser
        self.emits = emits
        self.roles = emits.out_of(terminals(parser))
        self.refused: set[str] = set()

    @classmethod
    def of(cls, layout: str) -> Walk:
        return cls(LAYOUTS[layout].parser, LAYOUTS[layout].roles.emits)

    def all(self) -> int:
        """Walk to the end; how many stacks there are, each with what is open."""
        first = ((self.lalr._parse_table.start_states["start"],), None)
        seen: set[Any] = {first}
        todo: list[Any] = [first]
        while todo:
            stack, opened = todo.pop()
            for role in (*self.may_come(opened), "$END"):
                after = self.fed(stack, role)
                if after is None:
                    self.refused.add(role)
                    continue
                found = (after, self.opened(opened, role))
                if role != "$END" and found not in seen:
                    seen.add(found)
                    todo.append(found)
            assert len(seen) < MOST_STACKS
        return len(seen)

    def may_come(self, opened: int | None) -> frozenset[str]:
        """The roles that may come out where something is open, by its number, or nothing is."""
        closed = [one.roles for n, one in enumerate(self.emits.inside) if n != opened]
        return self.roles.difference(*closed)

    def opened(self, before: int | None, role: str) -> int | None:
        """What is open behind a role."""
        for n, one in enumerate(self.emits.inside):
            if role in one.opened_by or (n == before and (role in one.over or role in one.roles)):
                return n
        return None

    def fed(self, stack: tuple[Any, ...], role: str) -> tuple[Any, ...] | None:
        """The stack behind a role; None where the grammar refuses it."""
        rows, final, states = self.lalr._rows, self.lalr._parse_table.end_states["start"], list(stack)
        while True:
            entry = rows[states[-1]].get(role)
            if type(entry) is not tuple:
                return None if entry is None else (*states, entry)
            if not entry:  # a repeat that grows by one
                states.pop()
                continue
            _, size, origin = entry
            del states[len(states) - size :]
            states.append(rows[states[-1]][origin])
            if role == "$END" and states[-1] == final:
                return tuple(states)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_role_is_accepted_wherever_it_can_come(layout: str) -> None:
    walk = Walk.of(layout)
    assert walk.all() > 100
    assert walk.refused == set()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_grammar_knows_the_roles_that_can_come_and_no_others(layout: str) -> None:
    table = LAYOUTS[layout].parser.parser.parser._parse_table
    known = {str(k) for acts in table.states.values() for k in acts if str(k).upper() == str(k)}
    assert known - {"$END"} == Walk.of(layout).roles


def let_out(layout: str, text: str) -> Iterator[str]:
    """The roles that the stage of a layout lets out of a text, in order."""
    lexer = LAYOUTS[layout].parser.parser.lexer.lexer
    for token in LAYOUTS[layout].roles.process(lexer.lex(shadow(text), None)):
        yield token.type


def lines_of(layout: str) -> list[str]:
    """The lines of a layout's samples, and those that stand beside its terminals."""
    own = [line for s in SAMPLES if s.parent.name == layout for line in s.read_text("utf-8").split("\n")]
    return sorted({line for line in own if line.strip()} | {line for _, line in EXAMPLES[layout]})


def obeyed(layout: str, text: str) -> None:
    """Hold what comes out of a text to what its stage declares."""
    walk = Walk.of(layout)
    opened: int | None = None
    for role in let_out(layout, text):
        assert role in walk.may_come(opened), role
        opened = walk.opened(opened, role)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
def test_a_stage_lets_out_what_it_declares(layout: str, data: st.DataObject) -> None:
    line = st.sampled_from(lines_of(layout))
    soup = data.draw(st.lists(st.tuples(line, st.sampled_from(("\n", "\n\n"))), max_size=40))
    obeyed(layout, "".join(a + b for a, b in soup))


@pytest.mark.parametrize("sample", SAMPLES, ids=[f"{p.parent.name}/{p.stem}" for p in SAMPLES])
def test_a_sample_lets_out_what_its_stage_declares(sample: Path) -> None:
    obeyed(sample.parent.name, sample.read_text("utf-8"))


# --- should a role be refused for all that --------------------------------------------------------------


def without(layout: str, role: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The parser of a layout whose rules lack a role, in place of its own."""
    rules = re.sub(rf" \| {role}\b|\b{role} \| ", "", load.source(layout, LAYOUTS[layout].parliament))
    monkeypatch.setattr(load, "source", lambda name, parliament: rules)
    known = LAYOUTS[layout]
    parser = load.made(layout, (), known.parliament, "basic", known.roles, Raw)
    monkeypatch.undo()
    monkeypatch.setattr(Layout, "parser", parser)
    return parser


def checked(text: str, layout: str) -> Any:
    """A transcript that keeps every law of spans, and is itself again after JSON."""
    transcript = parse(text, layout=layout)
    assert oracle.faults(transcript, text) == []
    assert loads(dumps(transcript)) == transcript
    lost = [leaf.text for leaf in leaves(transcript) if isinstance(leaf, Unrecognised)]
    assert [row["text"] for row in rows(transcript) if row["type"] == "unrecognised"] == lost
    return transcript


TURNS = "Ms Ada Marsh (Upper Dale) (Lab): The wall leaks.\n\n" * 3
BALLOT = "Division No. 87] [9.59 pm\n\n{}\n\nAYES\n\nMarsh, Ms Ada\n\nNOES\n\nOake, Mr Gerald\n\n"


def test_a_subject_in_a_division_is_its_subject() -> None:
    (division,) = checked(TURNS + BALLOT.format("Division on Amendment 4"), "official-report").divisions()
    assert (division.subject, [len(g.votes) for g in division.groups]) == ("Amendment 4", [1, 1])
    (division,) = checked("Division No. 4\nDivision on Amendment 12\n", "parallel").divisions()
    assert division.subject == "Amendment 12"


@pytest.mark.parametrize(
    ("position", "seat"), [("Labour,", None), ("Labour,,Dale", "Dale"), ("Labour, , Dale", "Dale")]
)
def test_a_seat_may_be_empty(position: str, seat: str | None) -> None:
    page = f"Photo of Ada Marsh Ada Marsh {position}\n\nThe wall leaks.\n"
    (said,) = checked(page, "theyworkforyou").contributions()
    assert (str(said.party), said.constituency and said.constituency.name) == ("Labour", seat)
    assert said.text == "The wall leaks."


@given(st.text("LabourPlid, ()CymChair;-é", min_size=1, max_size=30).filter(str.strip))
@example("(Dale, Labour);")
@example(", ,")
@example("(Dale, Labour) (Dale, Labour)")
def test_any_position_is_read(position: str) -> None:
    labels.speaker("Ada Marsh", position=position, profile=profile("uk"))


def test_a_line_that_a_grammar_refuses_is_the_only_one_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TURNS + BALLOT.format("Division on Amendment 4") + TURNS
    whole_one = checked(text, "official-report")
    parser = without("official-report", "SUBJECT", monkeypatch)
    walk = Walk(parser, LAYOUTS["official-report"].roles.emits)
    walk.all()
    assert walk.refused == {"SUBJECT"}  # the proof sees it
    broken = checked(text, "official-report")
    lost = [leaf for leaf in leaves(broken) if isinstance(leaf, Unrecognised)]
    assert [leaf.text for leaf in lost] == ["Division on Amendment 4"]
    assert [(p.code, p.severity, p.line, p.span) for p in broken.problems] == [
        ("grammar-refused", "error", 9, lost[0].span)
    ]
    assert list(broken.contributions()) == list(whole_one.contributions())
    (division,), (meant,) = broken.divisions(), whole_one.divisions()
    assert division.groups == meant.groups


@pytest.mark.parametrize(
    ("layout", "role"),
    [
        ("parallel", "ROW"),
        ("parallel", "SITE"),
        ("official-report", "COLUMN"),
        ("official-report", "PARAGRAPH"),
        ("official-report", "VOTE"),
        ("webpage", "COLUMN"),
        ("historic", "CONTINUED"),
        ("theyworkforyou", "MOVED"),
        ("release", "CONTINUED"),
        ("release", "SUMMARY"),
    ],
)
def test_whatever_role_is_refused_no_other_line_is(
    layout: str, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [s.read_text("utf-8") for s in SAMPLES if s.parent.name == layout]
    came = [Counter(let_out(layout, text))[role] for text in texts]
    assert sum(came)
    without(layout, role, monkeypatch)
    for text, most in zip(texts, came, strict=True):
        lost = [leaf for leaf in leaves(checked(text, layout)) if isinstance(leaf, Unrecognised)]
        assert len(lost) <= most


#: A grammar that breaks off (`B` needs its `C`), whose rules lack a line (`X`) and its lexer another (`z`).
RULES = """
start: (a | b | e)*
a: A w*
b: B C
e: E a
w: W | V
A: "a\\n"
B: "b\\n"
C: "c\\n"
E: "e\\n"
V: "v\\n"
W: "w\\n"
X: "x\\n"
%ignore " "
"""


def lines_lost(parser: Any, text: str) -> list[str]:
    """The lines that a grammar refuses; every line stands in the tree, in order."""
    tokens = list(tokens_in(whole(parser, text)))
    assert "".join(tokens) == text
    assert [t.start_pos for t in tokens] == [2 * n for n in range(len(tokens))]
    return [t.strip() for t in tokens if t.type == "UNRECOGNISED"]


class Stage:
    """Lets everything out, the line that no rule knows too."""

    always_accept = ("X",)

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        return stream


def rules_parser() -> Any:
    return Lark(RULES, parser="lalr", lexer="basic", postlex=Stage(), tree_class=Raw, _plugins=PLUGINS)


def lines(words: str) -> str:
    return "".join(f"{word}\n" for word in words)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("", ""),
        ("awwbcaw", ""),
        ("awwxwaw", "x"),
        ("awbawv", "b"),
        ("wwaw", "ww"),
        ("awcw", "c"),
        ("eawebcaw", "e"),
        ("awb", "b"),
        ("be", "be"),
        ("xxx", "xxx"),
        ("awzwaw", "z"),
    ],
)
def test_the_line_that_does_not_fit_is_lost(text: str, lost: str) -> None:
    assert lines_lost(rules_parser(), lines(text)) == list(lost)


@given(st.text("abcevwxz", max_size=60))
def test_no_line_of_any_text_leaves_the_tree(text: str) -> None:
    lines_lost(rules_parser(), lines(text))


@pytest.mark.parametrize("text", ["b", "ab", "w", "ax", "az", "eb", "aw" * 20 + "c"])
def test_steps_grow_with_the_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parser, steps = rules_parser(), []
    leads = _Parser._leads
    monkeypatch.setattr(_Parser, "_leads", lambda *args: steps.append(1) or leads(*args))
    for size in (50, 100):
        steps.append(0)
        lines_lost(parser, lines(text * size))
    first, second = (len(part) for part in "".join(map(str, steps)).split("0")[1:])
    assert 0 < second <= 2 * first + 4
