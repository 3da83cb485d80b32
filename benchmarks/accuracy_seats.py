"""Whose party and constituency we know, against what gold prints: `python -m benchmarks.accuracy_seats`.

Gold of the days of TheyWorkForYou says of each turn of a Member `(Place) (Party)`, as the record prints it at
the first turn. A turn is one whose label in the text says so too (`printed`), or any turn of such a Member
(`all`): there what the page printed elsewhere is inferred.
"""

from __future__ import annotations

import collections
import re
from pathlib import Path

import hansardparse
from benchmarks.accuracy_resolve import ids_of, percent
from benchmarks.members import CORPUS, DESCRIBED, party, speeches

#: What is written in two ways: `Hackney, South & Shoreditch`.
SPELLED = re.compile(r"[\W_]+")


def plain(name: str | None) -> str | None:
    """A place or a party as it is compared."""
    return SPELLED.sub(" ", name.replace("&", " and ")).strip().casefold() if name else None


def measured(file: Path) -> collections.Counter[str]:
    """What is known of one text, what is right, and of how many turns."""
    gold = file.with_name(f"{file.name.split('.')[0]}.gold.jsonl")
    transcript = hansardparse.parse_file(file)
    true = {row["sid"]: DESCRIBED.fullmatch(row.get("desc", "")) for row in speeches(gold)}
    ids, count = ids_of(gold, transcript), collections.Counter[str]()
    for n, turn in enumerate(transcript.contributions()):
        seat = true.get(ids.get(n, ""))
        if seat is None:
            continue
        printed = f"({seat['party']})" in (turn.speaker.label or "")
        found = {
            "party": (turn.party and party(turn.party.code), party(seat["party"])),
            "constituency": (turn.constituency and plain(str(turn.constituency)), plain(seat["seat"])),
        }
        for key, (ours, wanted) in found.items():
            for which in ("all", *(["printed"] if printed else [])):
                count[f"{key} {which}"] += 1
                count[f"{key} {which} known"] += ours is not None
                count[f"{key} {which} right"] += ours is not None and ours == wanted
    return count


def main() -> None:
    """Print a line for each layout and key."""
    totals: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for folder in ("uk-twfy-2009", "uk-twfy-modern"):
        for file in sorted((CORPUS / folder).glob("debates*.txt")):
            totals[file.name.split(".")[-2]] += measured(file)
    print(f"{'layout':8} {'of':12} {'where':8} {'turns':>6} {'known':>6} {'right':>6}")
    for layout, count in sorted(totals.items()):
        for key in ("party", "constituency"):
            for which in ("printed", "all"):
                of, known, right = (count[f"{key} {which}{more}"] for more in ("", " known", " right"))
                if of:
                    said = f"{of:6} {percent(known, of)} {percent(right, known)}"
                    print(f"{layout:8} {key:12} {which:8} {said}")


if __name__ == "__main__":
    main()
