"""How well `resolve` says who speaks, in which role, and to whom.

    python benchmarks/accuracy_resolve.py [--misses] [PART-OF-A-FILE-NAME ...]

Roles, links and persons are measured against the labels in `tests/labels/roles.jsonl`, and persons also
against the ids in the gold of `../shared/corpus/uk-twfy-*`: two turns have one id exactly where they
are one person. There, each turn after a person's first is also measured with its label cut short, by a
script, so that it is not the label alone that says who it is.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import sys
from pathlib import Path

import attrs

import hansardparse
from hansardparse.parliaments import profile
from hansardparse.speakers.labels import speaker as read_label

HERE = Path(__file__).resolve().parent.parent
CORPUS = HERE.parent / "shared" / "corpus"
LABELS = HERE / "tests" / "labels" / "roles.jsonl"
SEED = "uk-seeds/001_1ea89b1c147f2131.txt"


def labelled() -> dict[str, list[dict]]:
    """The labels, by file."""
    found = collections.defaultdict(list)
    for line in LABELS.read_text().splitlines():
        one = json.loads(line)
        found[one["file"]].append(one)
    return found


def by_start(transcript, text: str) -> dict[int, int]:
    """The position of each contribution, by the offset of the line on which it begins."""
    return {text.rfind("\n", 0, c.span.start) + 1: n for n, c in enumerate(transcript.contributions())}


def roles_of(file: str, labels: list[dict], misses: bool) -> collections.Counter:
    """Right and wrong, for one file."""
    transcript = hansardparse.parse_file(CORPUS / file)
    text = (CORPUS / file).read_bytes().decode("utf-8-sig")
    place = by_start(transcript, text)
    turns = list(transcript.contributions())
    link = {one.source: one for one in transcript.links}
    count: collections.Counter = collections.Counter()
    for one in labels:
        n = place.get(one["start"])
        if n is None:
            count["absent"] += 1
            if misses:
                print(f"   absent @{one['start']} {one['role']}")
            continue
        turn = turns[n]
        count["turns"] += 1
        role = turn.kind == one["role"]
        count["role"] += role
        count[f"{one['role']} of"] += 1
        count[f"{one['role']} ok"] += role
        target = place.get(one["target"]) if one["target"] is not None else None
        said = link[n].target if n in link else None
        count["link"] += target == said
        if target is not None:
            count["links of"] += 1
            count["links ok"] += target == said
        if said is not None:
            count["links said"] += 1
        if misses and (not role or target != said):
            rule = turn.rules.get("kind") or (link[n].rule if n in link else "")
            print(
                f"   {n} @{one['start']} {one['role']}->{target}  we: {turn.kind}->{said} ({rule})"
                f"  {turn.speaker.label} [{len(turn.text)}]: {turn.text[:90]!r}..{turn.text[-40:]!r}"
            )
        first = place.get(one["person"]) if one["person"] is not None else None
        if one["person"] is None:
            person = turn.person is None
        elif first is None:
            continue
        else:
            person = turn.person is not None and turns[first].person == turn.person
            person = person and all(t.person != turn.person for t in turns[:first] if t.person is not None)
        count["persons of"] += 1
        count["persons ok"] += person
        if misses and not person:
            ours = turn.person and turn.person.labels
            print(f"   {n} PERSON {turn.speaker.label} is not {first}; we: {ours}")
    return count


def percent(right: int, of: int) -> str:
    return f"{100 * right / of:6.2f}" if of else "     -"


# --- against the ids of the gold ---------------------------------------------------------------------


def words(text: str) -> str:
    return "".join(re.findall(r"[a-z0-9]+", text.lower()))


def ids_of(gold: Path, transcript) -> dict[int, str]:
    """The gold's person for each contribution, aligned by the words it begins with."""
    spoken = collections.defaultdict(list)
    for line in gold.read_text().splitlines():
        one = json.loads(line)
        if one["k"] == "speech" and one.get("sid", "unknown")[-7:] != "unknown" and one.get("paras"):
            spoken[words(one["paras"][0])[:60]].append(one)
    found = {}
    for n, turn in enumerate(transcript.contributions()):
        row = spoken.get(words(turn.text.split("\n\n")[0])[:60])
        if row:
            same = {one["sid"] for one in row}
            if len(same) == 1:
                found[n] = row[0]["sid"]
    return found


def pairs(ids: dict[int, str], persons: dict[int, str | None]) -> tuple[int, int, int]:
    """Pairs of turns that are one person in both, in what we say, and in the gold."""

    def couples(groups):
        return sum(v * (v - 1) // 2 for v in groups.values())

    said = collections.Counter(persons[n] for n in ids if persons[n] is not None)
    true = collections.Counter(ids.values())
    both = collections.Counter((ids[n], persons[n]) for n in ids if persons[n] is not None)
    return couples(both), couples(said), couples(true)


def shorten(transcript, form: str):
    """The transcript with every label but a person's first cut short to `form`, and no linked names."""
    seen: set[str] = set()
    offices: dict[str, str] = {}

    def short(item):
        if type(item) is hansardparse.Section:
            return attrs.evolve(item, items=tuple(map(short, item.items)))
        if type(item) is not hansardparse.Contribution or item.speaker.label is None:
            return item
        speaker = read_label(item.speaker.label, item.speaker.span, profile=profile("uk"))
        peer = speaker.surname and re.match(
            r"(?:The )?(Lord|Baroness|Viscount|Lady|Earl|Countess|Marquess|Duke)", speaker.surname
        )
        name = " ".join(w for w in (speaker.forenames, speaker.surname) if w)
        key = name or item.speaker.label
        label = speaker.label
        if speaker.office and speaker.surname:
            offices.setdefault(key, speaker.office)
        if key in seen and speaker.surname:
            if form == "office" and key in offices:
                label = offices[key]
            elif peer:
                label = re.sub(r" of .*", "", speaker.surname) if form != "full" else label
            elif form == "Mr SURNAME" or form == "office":
                label = f"{speaker.honorific or 'Mr'} {speaker.surname}"
                if speaker.honorific in ("Sir", "Dame"):
                    label = f"{speaker.honorific} {speaker.forenames or speaker.surname}"
            elif form == "SURNAME":
                label = speaker.surname
        seen.add(key)
        if form == "full":
            return attrs.evolve(item, speaker=attrs.evolve(speaker))
        return attrs.evolve(item, speaker=read_label(label, speaker.span, profile=profile("uk")))

    return attrs.evolve(transcript, items=tuple(map(short, transcript.items)))


def identity(chosen: list[str], misses: bool) -> None:
    totals: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    for file in sorted(CORPUS.glob("uk-twfy-*/*.txt")):
        gold = file.parent / f"{file.name.split('.')[0]}.gold.jsonl"
        if not gold.exists() or (chosen and not any(c in str(file) for c in chosen)):
            continue
        plain = hansardparse.parse_file(file, resolve=False)
        if plain.layout is None:
            continue
        ids = ids_of(gold, plain)
        layout = file.name.split(".")[-2]
        forms = ["as printed"]
        if layout == "pp":
            forms += ["full", "Mr SURNAME", "SURNAME", "office"]
        for form in forms:
            told = hansardparse.resolve(plain if form == "as printed" else shorten(plain, form))
            persons = {n: c.person and c.person.id for n, c in enumerate(told.contributions())}
            both, said, true = pairs(ids, persons)
            key = f"{layout} {form}"
            totals[key].update(
                both=both, said=said, true=true, turns=len(ids), without=sum(persons[n] is None for n in ids)
            )
            if misses and (both < said or (both < true and form in ("as printed", "full"))):
                print(f"   {file.name} {form}: precision {percent(both, said)} recall {percent(both, true)}")
                _clashes(ids, told)
    print(f"\n{'layout, later labels':28} {'turns':>6} {'no one':>6}  precision  recall")
    for key, c in totals.items():
        precision, recall = percent(c["both"], c["said"]), percent(c["both"], c["true"])
        print(f"{key:28} {c['turns']:6} {c['without']:6}  {precision}   {recall}")


def _clashes(ids: dict[int, str], told) -> None:
    labels = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    back = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for n, c in enumerate(told.contributions()):
        if n in ids and c.person is not None:
            labels[c.person.id][ids[n]][c.speaker.label] += 1
            back[ids[n]][c.person.id][c.speaker.label] += 1
    for one in labels.values():
        if len(one) > 1:
            print("      one of ours:", {k.rpartition("/")[2]: dict(v) for k, v in one.items()})
    for one in back.values():
        if len(one) > 1:
            print("      one of theirs:", {k: dict(v) for k, v in one.items()})


def row(name: str, c: collections.Counter) -> str:
    role, link = percent(c["role"], c["turns"]), percent(c["link"], c["turns"])
    person = percent(c["persons ok"], c["persons of"])
    return f"{name[-60:]:60} {c['turns']:5} {c['absent']:6} {role} {link} {person}"


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--misses", action="store_true", help="list each miss")
    options.add_argument("--no-identity", action="store_true", help="leave out the ids of the gold")
    options.add_argument("chosen", nargs="*", metavar="PART-OF-A-FILE-NAME")
    told = options.parse_args()
    if not CORPUS.is_dir():
        sys.exit(f"no corpus at {CORPUS}")
    c: collections.Counter = collections.Counter()
    print(f"{'file':60} turns absent   role   link  person")
    for file, labels in sorted(labelled().items()):
        if told.chosen and not any(part in file for part in told.chosen):
            continue
        found = roles_of(file, labels, told.misses)
        print(row(file, found))
        if file != SEED:
            c.update(found)
    print(row("all but the seed", c))
    precision, recall = percent(c["links ok"], c["links said"]), percent(c["links ok"], c["links of"])
    print(f"links: precision {precision} recall {recall}")
    for key in sorted(k[:-3] for k in c if k.endswith(" of") and not k.startswith(("links", "persons"))):
        print(f"   {key:16} {c[key + ' ok']:4} of {c[key + ' of']:4}")
    if not told.no_identity:
        identity(told.chosen, told.misses)


if __name__ == "__main__":
    main()
