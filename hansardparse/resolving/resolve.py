"""`resolved`: who is speaking, in which capacity, and to whom.

A pass over a finished tree. It adds persons, links, mentions, references and what was inferred about each
contribution, and changes nothing of what is printed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import attrs

from hansardparse.citations.of_transcript import references_in
from hansardparse.model.nodes import (
    Contribution,
    Link,
    Node,
    OfficialReportReference,
    Problem,
    Reference,
    Resolution,
    Section,
    Span,
    Transcript,
)
from hansardparse.parliaments import Profile
from hansardparse.resolving.exchanges import roles, told
from hansardparse.resolving.forms import Stretch
from hansardparse.resolving.hearings import hearing, hearings
from hansardparse.resolving.lost_labels import new_turns
from hansardparse.resolving.mentions import find_mentions
from hansardparse.resolving.named_nearby import RULE, name_nearby
from hansardparse.resolving.open_turns import open_turns
from hansardparse.resolving.people import Identified, identify
from hansardparse.resolving.turns import Turn, Walked, walk
from hansardparse.speakers.attendance import Attendance

__all__ = ["Reading", "forms_told", "rebuilt", "resolved", "unresolved"]

AMBIGUOUS = "ambiguous-name"
IMPOSSIBLE = "impossible-date"
#: The problems that resolving reports, and linking to a register.
_FOUND_OPEN = frozenset(
    (code, "info") for code in (AMBIGUOUS, "ambiguous-member", IMPOSSIBLE, "labels-lost", "cut-short")
)


@attrs.frozen(kw_only=True)
class Reading:
    """What a layout lets `resolved` read off a page.

    - `exchanges`: turns answer one another, in the order in which they stand
    - `labels_lost`: paragraphs have lost their labels, and their words may say where a turn begins
    - `prose_names`: prose names those who are quoted
    - `hearing`: a committee hears those who give evidence; who is there is listed
    """

    exchanges: bool = True
    labels_lost: bool = False
    prose_names: bool = False
    hearing: bool = False


def resolved(
    transcript: Transcript,
    profile: Profile,
    reading: Reading,
    persons_before: int = 0,
    mentions: bool = True,
) -> tuple[Transcript, list[Problem]]:
    """A transcript with who speaks in every contribution, as what, and to whom; and what that finds open.

    So many persons have been counted before, where it is a part of a longer record. Without `mentions`,
    nobody looks for those. The problems found have their places and no lines; those that the transcript
    has already are not among them.
    """
    plain = unresolved(transcript)
    walked = walk(plain, profile)
    turns, chairs, _ = walked
    cited = references_in(plain.items, profile, plain._source_map)
    if not turns:
        return attrs.evolve(plain, references=cited), _impossible(cited)
    nearby = name_nearby(plain, turns, profile) if reading.prose_names else set()
    there = Attendance(plain.items, profile) if reading.hearing else None
    persons, who, unknown = _identified(walked, there, profile)
    links = roles(turns, chairs, profile) if reading.exchanges else []
    links = _with_answers(links, turns, there, plain, profile)
    changes = _changes(turns, profile) if reading.labels_lost else {}
    _seat(turns)
    nodes = {known: known.person(persons_before) for known in persons}
    people = [nodes[known] if known is not None else None for known, _ in who]
    rules = [RULE if turn.n in nearby else one.rule for turn, one in zip(turns, who, strict=True)]
    made = iter(
        Resolution(
            person,
            turn.kind if turn.kind != turn.item.printed_kind else None,
            changes.get(turn.n),
            tuple((("person", rule), *turn.rules.items()) if rule is not None else turn.rules.items()),
        )
        for turn, person, rule in zip(turns, people, rules, strict=True)
    )
    items = (turn.item for turn in turns) if mentions else ()
    told = attrs.evolve(
        plain,
        items=rebuilt(plain.items, made),
        persons=tuple(nodes.values()),
        links=tuple(links),
        mentions=find_mentions(items, persons, lambda known: nodes[known].id, profile, plain._source_map),
        references=cited,
    )
    # in a hearing and in prose, nobody may be named
    left = () if reading.hearing or reading.prose_names else open_turns(turns)
    return told, [*_ambiguous(turns[n] for n in unknown), *_impossible(cited), *left]


def _identified(walked: Walked, there: Attendance | None, profile: Profile) -> Identified:
    """Who speaks in each turn; of a hearing, those who are listed are known, and one person presides."""
    turns, chairs, took = walked
    named = [one.name for one in there.present] if there is not None else ()
    if there is not None:
        chairs = {turn.n: there.chairs[turn.n] for turn in turns} | chairs
    found = identify(turns, chairs, profile, named, took)
    for turn, (known, _) in zip(turns, found.who, strict=True):
        turn.who = known
        turn.gap = turn.gap and known is not None and known is turns[turn.n - 1].who
    return found


def _with_answers(
    links: list[Link], turns: list[Turn], there: Attendance | None, plain: Transcript, profile: Profile
) -> list[Link]:
    """The links of a sitting, with those of its hearings in the place of others from there."""
    if there is not None:
        return hearing(turns, there, "evidence")
    heard = hearings(turns, profile.lines.questions)
    if not heard:
        return links
    places = {turn.n for turn in heard}
    answers = hearing(heard, Attendance(plain.items, profile), "answer")
    return sorted([*(one for one in links if one.source not in places), *answers], key=lambda one: one.source)


def _seat(turns: list[Turn]) -> None:
    """Keep of those who speak as the Chair that they are in it."""
    for turn in turns:
        if turn.kind == "chair" and turn.who is not None:
            turn.who.in_chair = True


def forms_told(transcript: Transcript, profile: Profile) -> Iterator[tuple[Span, Stretch]]:
    """The stretches of a transcript, each with its place and what spoke for its form."""
    walked = walk(unresolved(transcript), profile)
    turns, chairs, _ = walked
    if not turns:
        return
    _identified(walked, None, profile)
    for stretch in told(turns, chairs, profile):
        yield Span(stretch.turns[0].item.span.start, stretch.turns[-1].item.span.end), stretch


def unresolved(transcript: Transcript) -> Transcript:
    """The transcript as printed: without persons, links, mentions, references and what was inferred."""
    if not (transcript.persons or transcript.links or transcript.mentions or transcript.references) and all(
        c.resolution is None for c in transcript.contributions()
    ):
        return transcript
    return attrs.evolve(
        transcript,
        items=rebuilt(transcript.items, None),
        persons=(),
        links=(),
        mentions=(),
        references=(),
        problems=tuple(p for p in transcript.problems if (p.code, p.severity) not in _FOUND_OPEN),
    )


def rebuilt(items: tuple[Node, ...], made: Iterator[Resolution | None] | None) -> tuple[Node, ...]:
    """The same items, each contribution with the next resolution, sections around them anew."""
    stack: list[tuple[Section | None, Iterator[Node], list[Node]]] = [(None, iter(items), [])]
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
                        origin=item.origin,
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


def _changes(turns: list[Turn], profile: Profile) -> dict[int, bool]:
    """Which turns are known to be another speaker's than the one before, or the same one's."""
    found: dict[int, bool] = {}
    for _, unit in itertools.groupby(turns, key=lambda turn: turn.unit):
        together = list(unit)
        for turn, rule in zip(together, new_turns((turn.item for turn in together), profile), strict=True):
            if rule is not None:
                found[turn.n] = rule.new_turn
                turn.rules["new_turn"] = rule.name
    return found


def _ambiguous(open_turns: Iterable[Turn]) -> Iterator[Problem]:
    """Names that may be those of several people."""
    for turn in open_turns:
        label, place = turn.item.speaker.label, turn.item.speaker.span
        yield Problem(AMBIGUOUS, f"more than one person may be {label!r}", "info", span=place)


def _impossible(cited: tuple[Reference, ...]) -> list[Problem]:
    """Citations of a day that no calendar has."""
    return [
        Problem(IMPOSSIBLE, f"cites a day that is none: {r.impossible_date}", "info", span=r.span)
        for r in cited
        if isinstance(r, OfficialReportReference) and r.impossible_date
    ]
