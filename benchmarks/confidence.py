"""How often links of a confidence are right, on days that are left out of the weights.

    python -m benchmarks.confidence [--as-shipped]

For each day whose record types its turns, and each that was read through, weights are estimated from all
others, and the day is resolved with these. A link is right where its turn is what the day says, and its
target too: that of an answer what is asked, of an intervention a speech. With `--as-shipped` the table stays
as it is.
"""

from __future__ import annotations

import argparse
import collections
from unittest import mock

import hansardparse.resolving.resolve  # noqa: F401  before what it imports in its own order
from benchmarks.forms import FORMS, Model, examples
from benchmarks.labels_abroad import DEBATED
from benchmarks.stretches import LETTERS, Unit, units
from hansardparse.resolving import form_table
from hansardparse.resolving.exchanges import roles
from hansardparse.resolving.form_table import Row

#: What may be a turn's kind, and what the kind of its target, by the type of the link.
_ENDS = {
    "answer": ("a", "qsr"),
    "supplementary": ("sr", "qt"),
    "response": ("sr", "t"),
    "intervention": ("i", "dasp"),
    "resumption": ("dt", "dt"),
}
#: Letters that do not say what a link may be.
UNTOLD = f"xcg{DEBATED}"
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


def judged(day: list[Unit]) -> tuple[collections.Counter, collections.Counter]:
    """Links by the least confidence of their bin, and kinds: those that are right, and all."""
    links: collections.Counter = collections.Counter()
    kinds: collections.Counter = collections.Counter()
    for unit in day:
        begin = unit.turns[0].n
        for n, turn in enumerate(unit.turns):
            turn.n, turn.kind = n, None
        found = roles(unit.turns, {}, unit.findings.profile)
        for turn, letter in zip(unit.turns, unit.kinds, strict=True):
            if letter in "qasrtdi" and turn.kind != "chair":
                kinds[letter, "of"] += 1
                said = next((one for one, kind in LETTERS.items() if kind == turn.kind), "x")
                kinds[letter, "right"] += said == letter or {said, letter} == {"s", "r"}
        for link in found:
            source, target = unit.kinds[link.source], unit.kinds[link.target]
            if source in UNTOLD or target in UNTOLD:
                continue
            least = max(limit for limit in BINS if limit <= (link.confidence or 0.0))
            links[least, "of"] += 1
            links[least, "right"] += source in _ENDS[link.type][0] and target in _ENDS[link.type][1]
        for n, turn in enumerate(unit.turns):
            turn.n = begin + n
    return links, kinds


def main() -> None:
    """Judge every day."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--as-shipped", action="store_true", help="keep the table as it is")
    shipped = options.parse_args().as_shipped
    days: dict[str, list[Unit]] = {}
    for unit in units():
        if unit.parliament != "invented":
            days.setdefault(f"{unit.parliament} {unit.day}", []).append(unit)
    known = [] if shipped else list(examples())
    links: collections.Counter = collections.Counter()
    print(f"{'day left out':60} kinds right   of")
    for day, parts in sorted(days.items()):
        rows = form_table.rows()
        if not shipped:
            model = Model().learn([one for one in known if f"{one.parliament} {one.day}" != day])
            rows = {
                sign: Row(sign, tuple(w), "") for sign, w in model.weights.items() if len(w) == len(FORMS)
            }
        with mock.patch.object(form_table, "rows", lambda rows=rows: rows):
            found, kinds = judged(parts)
        links.update(found)
        of = sum(count for (_, what), count in kinds.items() if what == "of")
        right = sum(count for (_, what), count in kinds.items() if what == "right")
        print(f"{day[-60:]:60} {100 * right / max(1, of):10.1f} {of:5}", flush=True)
    print("\nconfidence  links  right")
    for least in BINS[:-1]:
        of = links[least, "of"]
        print(f"{least:4.2f} and on {of:6} {100 * links[least, 'right'] / max(1, of):6.1f}")
    of = sum(links[least, "of"] for least in BINS if least >= 0.9)
    right = sum(links[least, "right"] for least in BINS if least >= 0.9)
    print(f"0.90 or more {of}, of these {100 * right / max(1, of):.2f} % right")


if __name__ == "__main__":
    main()
