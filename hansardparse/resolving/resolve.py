"""`resolve`: who is speaking, in which capacity, and to whom.

A pass over a finished tree. It adds persons, links, mentions, references and what was inferred about each
contribution, and changes nothing of what is printed.
"""

from __future__ import annotations

import itertools
from typing import Any

import attrs

from hansardparse.citations.of_transcript import references_in
from hansardparse.model.nodes import (
    Contribution,
    OfficialReportReference,
    Problem,
    Reference,
    Resolution,
    Section,
    Transcript,
)
from hansardparse.parliaments import profile
from hansardparse.resolving.exchanges import roles
from hansardparse.resolving.lost_labels import new_turns
from hansardparse.resolving.mentions import find_mentions
from hansardparse.resolving.named_nearby import RULE, name_nearby
from hansardparse.resolving.people import identify
from hansardparse.resolving.turns import Turn, walk

__all__ = ["resolve", "unresolved"]

AMBIGUOUS = "ambiguous-name"
IMPOSSIBLE = "impossible-date"
#: The problems that resolving reports.
_FOUND_OPEN = frozenset({(AMBIGUOUS, "info"), (IMPOSSIBLE, "info")})
#: In these layouts turns answer no one that the page tells apart: kinds stay as printed.
_WITHOUT_EXCHANGE = frozenset({"parallel-plain", "release"})
#: In these, paragraphs have lost their labels, and their words may say where a turn begins.
_WITHOUT_LABELS = frozenset({"parallel-plain"})
#: In these, prose names those who are quoted.
_WITH_PROSE = frozenset({"release"})


def resolve(transcript: Transcript) -> Transcript:
    """Say who speaks in every contribution, as what, and to whom.

    What is printed stays as it is: `unresolved(resolve(t)) == unresolved(t)`. Resolving twice is
    resolving once. A name that stays open has no person, and a problem `ambiguous-name`.
    """
    return resolved(transcript)


def resolved(transcript: Transcript, persons_before: int = 0, mentions: bool = True) -> Transcript:
    """`resolve` for one part of a longer record, in which so many persons have been counted.

    Without `mentions`, nobody looks for those.
    """
    plain = unresolved(transcript)
    turns, chairs = walk(plain)
    cited = references_in(plain.items, profile("uk"))
    if not turns:
        return attrs.evolve(plain, references=cited, problems=_with_problems(plain, [], cited))
    nearby = name_nearby(plain, turns) if plain.layout in _WITH_PROSE else set()
    persons, who, open_turns = identify(turns, chairs)
    who = [(known, RULE if n in nearby else rule) for n, (known, rule) in enumerate(who)]
    for turn, (known, _) in zip(turns, who, strict=True):
        turn.who = known
        turn.gap = turn.gap and known is not None and known is turns[turn.n - 1].who
    links = [] if plain.layout in _WITHOUT_EXCHANGE else roles(turns, chairs)
    changes = _changes(turns) if plain.layout in _WITHOUT_LABELS else {}
    for turn in turns:
        if turn.kind == "chair" and turn.who is not None:
            turn.who.in_chair = True
    nodes = {known: known.person(persons_before) for known in persons}
    made = iter(
        Resolution(
            nodes[known] if known is not None else None,
            turn.kind if turn.kind != turn.item.printed_kind else None,
            changes.get(turn.n),
            tuple((("person", rule), *turn.rules.items()) if rule is not None else turn.rules.items()),
        )
        for turn, (known, rule) in zip(turns, who, strict=True)
    )
    return attrs.evolve(
        plain,
        items=_rebuilt(plain.items, made),
        persons=tuple(nodes.values()),
        links=tuple(links),
        mentions=find_mentions((turn.item for turn in turns), persons, lambda known: nodes[known].id)
        if mentions
        else (),
        references=cited,
        problems=_with_problems(plain, [turns[n] for n in open_turns], cited),
    )


def unresolved(transcript: Transcript) -> Transcript:
    """The transcript as printed: without persons, links, mentions, references and what was inferred."""
    if not (transcript.persons or transcript.links or transcript.mentions or transcript.references) and all(
        c.resolution is None for c in transcript.contributions()
    ):
        return transcript
    return attrs.evolve(
        transcript,
        items=_rebuilt(transcript.items, None),
        persons=(),
        links=(),
        mentions=(),
        references=(),
        problems=tuple(p for p in transcript.problems if (p.code, p.severity) not in _FOUND_OPEN),
    )


def _rebuilt(items: tuple[Any, ...], made: Any) -> tuple[Any, ...]:
    """The same items, each contribution with the next resolution, sections around them anew."""
    stack: list[tuple[Section | None, Any, list[Any]]] = [(None, iter(items), [])]
    while True:
        section, rest, done = stack[-1]
        for item in rest:
            if type(item) is Contribution:
                done.append(
                    Contribution(  # `evolve` takes three times as long
                        item.speaker,
                        item.blocks,
                        item.printed_kind,
                        item.time,
                        item.column,
                        next(made) if made is not None else None,
                        item.span,
                        occasion=item.occasion,
                    )
                )
            elif type(item) is Section:
                stack.append((item, iter(item.items), []))
                break
            else:
                done.append(item)
        else:
            stack.pop()
            if section is None:
                return tuple(done)
            stack[-1][2].append(attrs.evolve(section, items=tuple(done)))


def _changes(turns: list[Turn]) -> dict[int, bool]:
    """Which turns are known to be another speaker's than the one before, or the same one's."""
    found: dict[int, bool] = {}
    for _, unit in itertools.groupby(turns, key=lambda turn: turn.unit):
        together = list(unit)
        for turn, rule in zip(together, new_turns(turn.item for turn in together), strict=True):
            if rule is not None:
                found[turn.n] = rule.new_turn
                turn.rules["new_turn"] = rule.name
    return found


def _with_problems(
    transcript: Transcript, open_turns: list[Turn], cited: tuple[Reference, ...]
) -> tuple[Problem, ...]:
    """The problems in source order, among them names that stay open and citations of no day."""
    found = [
        Problem(
            AMBIGUOUS,
            f"more than one person may be {turn.item.speaker.label!r}",
            "info",
            span=turn.item.speaker.span,
        )
        for turn in open_turns
    ]
    found += [
        Problem(IMPOSSIBLE, f"cites a day that is none: {r.impossible_date}", "info", span=r.span)
        for r in cited
        if isinstance(r, OfficialReportReference) and r.impossible_date
    ]
    if not found:
        return transcript.problems
    return tuple(sorted((*transcript.problems, *found), key=lambda p: p.span))
