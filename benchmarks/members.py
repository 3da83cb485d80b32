"""How well a register of members tells who speaks, on days that it was not made of.

    python benchmarks/members.py [--misses] [PART-OF-A-FILE-NAME ...]

The register of a day is made of the gold of the other days of its years (`../shared/corpus/uk-twfy-*`): the
ids, the names, and the seats and the parties that are printed there. Who speaks on the day alone is rightly
missing. What is known of parties is measured with a register of all days, as those of members are.
Turns are aligned by their first words; those whose gold has an id are counted.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import json
import re
import sys
from pathlib import Path
from typing import Any

import attrs

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

import hansardparse  # noqa: E402
from benchmarks.accuracy_resolve import ids_of, percent  # noqa: E402
from hansardparse.members.holdings import Holding, Member  # noqa: E402
from hansardparse.members.members import Members  # noqa: E402
from hansardparse.nodes import Given  # noqa: E402
from hansardparse.parliaments import profile  # noqa: E402

CORPUS = HERE.parent / "shared" / "corpus"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DESCRIBED = re.compile(r"\((?P<seat>.+)\) \((?P<party>[^()]+)\)")


def speeches(gold: Path) -> list[dict[str, Any]]:
    rows = (json.loads(line) for line in gold.read_text().splitlines())
    return [row for row in rows if row["k"] == "speech" and not row.get("sid", "unknown").endswith("unknown")]


def house_of(name: str) -> str:
    return "Lords" if name.startswith(("daylord", "lords")) else "Commons"


def day_of(gold: Path) -> str:
    return DAY.findall(gold.name)[-1]


def register(gold: Path, whole: bool = False) -> Members:
    """The register of the other days of the folder; the `whole` one has this day too."""
    names: dict[str, dict[str, None]] = collections.defaultdict(dict)
    held: dict[str, dict[Holding, None]] = collections.defaultdict(dict)
    for other in sorted(gold.parent.glob("*.gold.jsonl")):
        if day_of(other) == day_of(gold) and not whole:
            continue
        for row in speeches(other):
            names[row["sid"]][row["speaker"]] = None
            seat = DESCRIBED.fullmatch(row.get("desc", ""))
            found = {"party": seat["party"], "constituency": seat["seat"]} if seat else {}
            held[row["sid"]][Holding(house=house_of(other.name), **found)] = None
            if row.get("office"):
                held[row["sid"]][Holding(office=row["office"])] = None
    return Members(Member(id=sid, names=tuple(names[sid]), holdings=tuple(held[sid])) for sid in names)


def party(name: str | None) -> str | None:
    return profile("uk").parties.get(name, name) if name else None


def measured(file: Path, misses: bool) -> collections.Counter[str]:
    gold = file.with_name(f"{file.name.split('.')[0]}.gold.jsonl")
    members = register(gold)
    known = {member.id for member in members}
    given = Given(datetime.date.fromisoformat(day_of(gold)), house_of(gold.name))
    read = attrs.evolve(hansardparse.parse_file(file), given=given)
    linked = members.link(read)
    complete = list(register(gold, whole=True).link(read).contributions())
    rows = {row["sid"]: DESCRIBED.fullmatch(row.get("desc", "")) for row in speeches(gold)}
    count: collections.Counter[str] = collections.Counter()
    ids = ids_of(gold, linked)
    before = list(read.contributions())
    for n, turn in enumerate(linked.contributions()):
        if n not in ids:
            continue
        said = turn.person.register_id if turn.person else None
        count["turns"] += 1
        count["in"] += ids[n] in known
        count["linked"] += said is not None
        count["right"] += said == ids[n]
        if misses and said != ids[n] and (said is not None or ids[n] in known):
            print("  ", n, turn.speaker.label, ids[n], "we:", said, turn.rules.get("person"))
        true = rows.get(ids[n])
        if true is not None:
            count["members"] += 1
            count["party before"] += before[n].party is not None
            full = complete[n].party
            count["party"] += full is not None
            wrong = full is not None and party(full.code) != party(true["party"])
            count["party wrong"] += wrong
            if misses and wrong:
                print("  ", n, turn.speaker.label, full, true["party"])
            if misses and full is None and file.name.startswith("debates"):
                print("   no party:", n, turn.speaker.label, ids[n] in known)
    return count


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("parts", nargs="*")
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    total: collections.Counter[str] = collections.Counter()
    print("precision, recall of those in the register; party known before and with it, and wrong")
    for folder in ("uk-twfy-2009", "uk-twfy-modern"):
        for file in sorted((CORPUS / folder).glob("*.txt")):
            if given.parts and not any(part in file.name for part in given.parts):
                continue
            found = measured(file, given.misses)
            total += found
            show(file.name[:44], found)
    show("all", total)


def show(name: str, count: collections.Counter[str]) -> None:
    precision = percent(count["right"], count["linked"])
    recall = percent(count["right"], count["in"])
    before, after = (percent(count[key], count["members"]) for key in ("party before", "party"))
    print(
        f"{name:44} {precision} {recall} ({count['in']:4}/{count['turns']:4})  {before} -> {after},"
        f" {count['party wrong']} wrong"
    )


if __name__ == "__main__":
    main()
