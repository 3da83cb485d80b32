"""Estimate the weights of `hansardparse/resolving/forms.csv`, and say how well they do on what is left out.

    python -m benchmarks.forms [--write] [--no-judge] [--misses]

The weights are those of a multinomial logistic regression with a penalty on their squares, on the stretches
of `benchmarks/stretches.py`: as they are, and with what a reader can do without taken away (the first words,
what is printed of kinds, offices, the first turn, all but a part). Each day is left out in turn, and then
each parliament. `--write` puts the weights that all stretches give into the table; its signs and examples
stay.
"""

from __future__ import annotations

import argparse
import collections
import copy
import csv
import math
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import attrs

from benchmarks.labels_abroad import DEBATED
from benchmarks.stretches import Unit, units
from hansardparse import resolving
from hansardparse.resolving.evidence import Sign, evidence
from hansardparse.resolving.form_table import ASKED, TABLE, Form, chosen, rows
from hansardparse.resolving.forms import pieces
from hansardparse.resolving.turns import Turn

FORMS = tuple(Form)
PACKAGE = Path(resolving.__file__).parent
HEAD = "How much each sign of a stretch of turns speaks for each form of exchange (below 0: against it)."
#: The share of the penalty, how many times each stretch is gone through, and the first step.
PENALTY, ROUNDS, STEP = 0.001, 15, 0.4
#: A sign that fewer stretches show says nothing, nor does a weight nearer to 0 than this.
RARE, SMALL = 6, 0.05
#: Australia and Canada type questions and comments behind a speech, and some questions of 1970, as debate: of
#: theirs, a debate has so many turns.
FEW, OURS = 8, {"uk", "invented"}
#: Of these, only how well the weights do is known: their turns are a word or two, and say nothing of lengths.
JUDGED = frozenset({"nz"})
#: The answer to an urgent question is longer than this, in code points: cut off from that, it is a statement.
LONG = 1000
#: What a stretch counts that something has been taken away from; one as it is counts 1.
TAKEN = 0.4


class Example(NamedTuple):
    """One stretch: where it is from, what was taken away, its signs, its form, its share, its turns."""

    parliament: str
    day: str
    taken: str
    signs: list[Sign]
    form: Form
    share: float
    turns: int


# --- what is known ---------------------------------------------------------------------------------


def form_of(kinds: str) -> Form | None:
    """The form of a stretch by the letters of its turns; None where they do not say."""
    known = kinds.replace("x", "")
    if not known or len(known) * 2 < len(kinds):
        return None
    if known.count("p") * 2 > len(known):
        return Form.POINTS
    first = known.replace("p", "")[:1]
    if first == "q" and sum(map(known.count, f"di{DEBATED}")) * 2 > len(known):
        return Form.DEBATE  # a question for short debate
    if first == "t":
        return Form.STATEMENT if set(known) & set("sra") else Form.WRITTEN
    return {"q": Form.QUESTION, "a": Form.ANSWERED, "s": Form.GOING_ON, "r": Form.GOING_ON}.get(
        first, Form.DEBATE
    )


def examples() -> Iterator[Example]:
    """Every stretch, as it is and with something taken away."""
    for unit in units():
        said = copy.copy(unit.findings)  # with who has answered before
        for taken, share, turns, kinds in _ways(unit):
            said.answers = unit.findings.answers
            if taken == "excerpt":
                begin = turns[0].n - unit.turns[0].n
                said.answers = said.answers + _answers(unit.turns[:begin], unit.kinds[:begin])
            if unit.parliament not in OURS:
                share *= TAKEN
            yield from _examples(unit._replace(findings=said), taken, share, turns, kinds)
        unit.findings.answers.update(_answers(unit.turns, unit.kinds))


def _answers(turns: Sequence[Turn], kinds: str) -> collections.Counter:
    return collections.Counter(turn.who for turn, kind in zip(turns, kinds, strict=True) if kind == "a")


def _examples(unit: Unit, taken: str, share: float, turns: list[Turn], kinds: str) -> Iterator[Example]:
    letter = dict(zip((turn.n for turn in turns), kinds, strict=True))
    spoken = [turn for turn in turns if turn.kind is None]
    before: Form | None = None
    for piece in pieces(spoken, unit.findings):
        form = form_of("".join(letter[turn.n] for turn in piece))
        if form is Form.DEBATE and unit.parliament not in OURS and len(piece) < FEW:
            form = None
        if form is not None:
            signs = evidence(piece, turns, unit.findings)
            if before is not None:
                signs.append((f"behind {before.value}", 1.0))
            yield Example(unit.parliament, unit.day, taken, signs, form, share, len(piece))
        before = form


def _ways(unit: Unit) -> Iterator[tuple[str, float, list[Turn], str]]:
    """A unit as it is, and with what a reader can do without taken away."""
    chance = random.Random(f"{unit.day} {unit.turns[0].n}")
    turns, kinds = unit.turns, unit.kinds
    yield "", 1.0, turns, kinds
    if not set(kinds) - set("tcg"):
        return  # of a written statement alone all that says so is what is printed
    yield "printed", TAKEN, _each(turns, _no_kind), kinds
    yield "offices", TAKEN, _each(turns, _no_office), kinds
    if re.fullmatch("d(?:id)+", kinds):
        return  # that a motion is moved is all that says so where its mover is asked one thing after another
    bare = _each(_each(turns, _no_kind), _no_office)
    if kinds[0] != "q" or len(kinds) >= FEW:  # a few turns are questions for no other reason
        yield "openings", TAKEN, _each(turns, _no_opening, first=True), kinds
        yield "all", TAKEN, _each(bare, _no_opening, first=True), kinds
    if re.match("qa", kinds):
        yield "above", TAKEN, _each(turns[1:], _tabled, first=True), kinds[1:]
    if "p" in kinds:
        yield "order", TAKEN, _each(turns, _no_order), kinds
    at = next((n for n, turn in enumerate(turns) if turn.kind is None), None)
    if at is not None and len(turns) > at + 3:
        left = kinds[at + 1 :]
        if kinds[at] == "q" and left[0] == "a" and turns[at + 1].length > LONG:
            left = "t" + left[1:]
        yield "first", TAKEN, turns[at + 1 :], left
    if (made := _as_statement(turns, kinds, chance)) is not None:
        yield "made a statement", TAKEN, made, "t" + kinds[2:]
        yield (
            "made a statement, all",
            TAKEN,
            _each(_each(_each(made, _no_kind), _no_office), _no_opening, first=True),
            "t" + kinds[2:],
        )
    if len(turns) > 8:
        begin = chance.randrange(1, len(turns) - 6)
        end = begin + chance.choice((1, 2, 3, chance.randrange(4, len(turns) - begin + 1)))
        yield "excerpt", TAKEN, _each(turns[begin:end], _elide), kinds[begin:end]


def _as_statement(turns: list[Turn], kinds: str, chance: random.Random) -> list[Turn] | None:
    """Questions that one Member answers; the tabled one left out, the answer as long as a statement."""
    if not re.match("q[as]{7}", kinds) or kinds[1] != "a":
        return None
    answered = [turn.who for turn, letter in zip(turns, kinds, strict=True) if letter == "a"]
    if answered.count(answered[0]) < 0.9 * len(answered):
        return None
    first, second = copy.copy(turns[1]), copy.copy(turns[2])
    first.cue, first.opening, first.length = (
        None,
        re.sub(r"\w", "x", first.opening),
        chance.randrange(1200, 12_000),
    )
    second.length = chance.randrange(300, 5000)
    return [first, second, *turns[3:]]


def _each(turns: Sequence[Turn], change: Callable[[Turn], None], first: bool = False) -> list[Turn]:
    made = [copy.copy(turn) for turn in turns]
    spoken = [turn for turn in made if turn.kind is None]
    for turn in spoken[:1] if first else made:
        change(turn)
    return made


def _no_kind(turn: Turn) -> None:
    turn.business, turn.moved, turn.tabled = None, False, ""
    if turn.item.printed_kind in ("question", "answer", "supplementary"):
        turn.item = attrs.evolve(turn.item, printed_kind="speech")


def _no_office(turn: Turn) -> None:
    turn.speaker = attrs.evolve(turn.speaker, office=None)


def _no_opening(turn: Turn) -> None:
    turn.cue, turn.opening = None, re.sub(r"\w", "x", turn.opening)
    turn.speaker = attrs.evolve(turn.speaker, label=None)


def _tabled(turn: Turn) -> None:
    turn.tabled = turn.item.text[:40]


def _elide(turn: Turn) -> None:
    turn.elided = True


def _no_order(turn: Turn) -> None:
    if turn.kind == "point_of_order":
        turn.kind = turn.cue = None


# --- the estimate ----------------------------------------------------------------------------------


class Model:
    """Weights of signs for each form."""

    def __init__(self) -> None:
        self.weights: dict[str, list[float]] = {}
        self._past: dict[str, list[float]] = {}

    def totals(self, signs: Sequence[Sign]) -> list[float]:
        total = [0.0] * len(FORMS)
        for sign, value in signs:
            row = self.weights.get(sign)
            if row is not None:
                for n, weight in enumerate(row):
                    total[n] += value * weight
        return total

    def likely(self, signs: Sequence[Sign]) -> list[float]:
        total = self.totals(signs)
        most = max(total)
        raised = [math.exp(each - most) for each in total]
        whole = sum(raised)
        return [each / whole for each in raised]

    def learn(self, every: Sequence[Example]) -> Model:
        """Estimate the weights: AdaGrad, in an order that is the same each time."""
        known = [one for one in every if one.parliament not in JUDGED]
        often = collections.Counter(sign for one in known for sign, _ in one.signs)
        for sign in sorted(often):
            if often[sign] >= RARE:
                self.weights[sign], self._past[sign] = [0.0] * len(FORMS), [1e-6] * len(FORMS)
        order = list(known)
        chance = random.Random(1)
        for _ in range(ROUNDS):
            chance.shuffle(order)
            for one in order:
                self._step(one)
        return self

    def _step(self, one: Example) -> None:
        wanted = FORMS.index(one.form)
        errors = self.likely(one.signs)
        errors[wanted] -= 1.0
        for sign, value in one.signs:
            row, past = self.weights.get(sign), self._past.get(sign)
            if row is None or past is None:
                continue
            for n, error in enumerate(errors):
                slope = one.share * error * value + PENALTY * one.share * row[n]
                past[n] += slope * slope
                row[n] -= STEP * slope / math.sqrt(past[n])


# --- how well it does ------------------------------------------------------------------------------


def _judge(known: list[Example], key: Callable[[Example], str], name: str, misses: bool) -> None:
    """Leave out each group in turn; right in all, and right in whether turns ask and answer."""
    groups = sorted({key(one) for one in known})
    right: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    for group in groups:
        model = Model().learn([one for one in known if key(one) != group])
        for one in known:
            if key(one) != group:
                continue
            chances = model.likely(one.signs)
            said = chosen(dict(zip(FORMS, chances, strict=True)))
            same = said is one.form or (said in ASKED and one.form in ASKED)
            for where in (
                f"{name} {group}" if not one.taken else "",
                f"taken away: {one.taken or 'nothing'}",
            ):
                right[where].update(
                    of=1, form=said is one.form, asked=same, turns=one.turns, asked_turns=one.turns * same
                )
            if misses and not same:
                print(
                    "   ",
                    one.day,
                    one.taken,
                    one.turns,
                    one.form.value,
                    "->",
                    said.value,
                    round(max(chances), 2),
                )
    print(f"\n{name + ' left out':66} stretches  form  asked or not  (of turns)")
    for where, count in sorted(right.items()):
        if where:
            of, turns = count["of"] / 100, count["turns"] / 100
            shares = (
                f"{count['form'] / of:5.1f} {count['asked'] / of:10.1f} {count['asked_turns'] / turns:10.1f}"
            )
            print(f"{where[-66:]:66} {count['of']:9} {shares}")


def _write(model: Model, known: list[Example]) -> None:
    """Put the weights into the table; the examples stay, and so do the signs that had one."""
    examples_of = {sign: row.example for sign, row in rows().items()}
    signs = sorted({*examples_of, *model.weights})
    with (PACKAGE / TABLE).open("w", encoding="utf-8", newline="") as file:
        known_of = sum(not one.taken for one in known)
        file.write(f"# {HEAD}\n# From {known_of} stretches of {len({one.day for one in known})} days, ")
        file.write("by `python -m benchmarks.forms --write`.\n")
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("sign", *(form.value for form in FORMS), "example"))
        for sign in signs:
            weights = model.weights.get(sign, [0.0] * len(FORMS))
            cells = (f"{weight:.2f}" if abs(weight) >= SMALL else "" for weight in weights)
            table.writerow((sign, *cells, examples_of.get(sign, "")))


def main() -> None:
    """Judge, and write if asked to."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--write", action="store_true", help="put the weights into the table")
    options.add_argument("--no-judge", action="store_true", help="leave out the cross-validation")
    options.add_argument("--misses", action="store_true", help="list each miss")
    told = options.parse_args()
    known = list(examples())
    print(
        len(known),
        "stretches,",
        sum(not one.taken for one in known),
        "as they are;",
        collections.Counter(one.form.value for one in known if not one.taken),
    )
    if not told.no_judge:
        _judge(known, lambda one: one.day, "day", told.misses)
        _judge(known, lambda one: one.parliament, "parliament", told.misses)
    if told.write:
        _write(Model().learn(known), [one for one in known if one.parliament not in JUDGED])


if __name__ == "__main__":
    main()
