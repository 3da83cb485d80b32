"""What speaks for one form of exchange or another in a stretch of turns, measured.

Each sign has a value from 0 to 1. What a sign speaks for, and how much, is in `forms.csv`.
"""

from __future__ import annotations

import functools
import itertools
import operator
from collections import Counter
from collections.abc import Iterator, Sequence

from hansardparse.parliaments import Profile
from hansardparse.resolving.findings import Findings
from hansardparse.resolving.names import office_words
from hansardparse.resolving.turns import Turn

__all__ = ["LONGEST_QUESTION", "Sign", "evidence", "is_minister"]

#: A sign and its value.
Sign = tuple[str, float]

#: So many turns of a stretch are looked at, and so many at its beginning where words need looking for.
LOOKED_AT, BEGINNING = 400, 24
#: Lengths, in code points, below which a turn at the beginning is of one size.
SIZES = (150, 400, 700, 1500, 3000)
#: A turn longer than this is hardly asked, than that hardly answered, in code points; in fewer than these
#: somebody breaks in.
LONG_ASKED, LONG_ANSWERED, BRIEF = 1700, 3000, 120
#: What is shorter than this, in code points, and says that somebody will, says so in answer to a question.
BRIEF_ANSWER = 12
#: A tabled question is no longer than this.
LONGEST_QUESTION = 700
#: So many turns are many.
MANY = 8
#: Signs in the first words of turns that are counted in all of a stretch, and in the last ones.
_OPENINGS = {
    "ASKS_WAY": "way is asked for",
    "BREAKS_IN": "way is asked for",
    "KEEPS_FLOOR": "way is asked for",
    "ANSWERS_POINT": "a point is answered",
    "OPENS_SPEECH": "speeches open",
    "CLOSES_DEBATE": "speeches open",
    "MOVES": "motions are moved",
}
_ENDINGS = {
    "END_WAY": "way is asked for",
    "END_MOVES": "motions are moved",
    "END_WITHDRAWS": "motions are moved",
    "END_SPEECH": "speeches close",
}
_ASKING = frozenset({"TABLES_QUESTION", "ASKS_BY_NAME", "ASKS"})
#: Signs that take a search, and are looked for at the beginning alone.
_SEARCHED = {"ON_STATEMENT": "a statement is spoken of", "ON_QUESTION": "a question is spoken of"}


def evidence(stretch: Sequence[Turn], unit: Sequence[Turn], findings: Findings) -> list[Sign]:
    """The signs of a stretch of turns within what stands together with it, those of no value left out."""
    spoken = [turn for turn in stretch[:LOOKED_AT] if turn.speaker.role != "collective"] or [stretch[0]]
    found = itertools.chain(
        _of_first(spoken[0], findings),
        _of_second(spoken, findings),
        _of_place(spoken, findings),
        _of_number(spoken, findings),
        _of_voices(spoken, findings),
        _of_words(spoken, findings),
        _around(stretch, unit),
        _before(stretch[0], unit, findings),
    )
    return [sign for sign in found if sign[1]]


def _of_first(turn: Turn, findings: Findings) -> Iterator[Sign]:
    """How the first turn begins, how long it is, how it ends, and whose it is."""
    if turn.item.printed_kind != "speech":
        yield f"the first is printed as {turn.item.printed_kind}", 1.0
    if turn.urgent:
        yield "the first asks urgently", 1.0
    elif turn.cue is not None:
        yield f"the first begins {turn.cue}", 1.0
    for name in ("MAKES_STATEMENT", "ASKS_BUSINESS", "WRITTEN_STATEMENT"):
        if findings.signs.is_sign(name, turn):
            yield f"the first begins {name}", 1.0
    if turn.ending is not None:
        yield f"the first ends {turn.ending}", 1.0
    yield f"the first is {_size(turn.length)}", 1.0
    asks = turn.cue in _ASKING or turn.ending == "END_ASKS" or turn.item.printed_kind == "question"
    if not asks and not turn.urgent:
        yield "the first asks nothing", 1.0
        yield "the first asks nothing, and is no short question", float(turn.length > LONGEST_QUESTION)
    if is_minister(turn, findings):
        yield "the first is a Minister", 1.0


def _of_second(spoken: Sequence[Turn], findings: Findings) -> Iterator[Sign]:
    """How the first turn of another begins, how long it is, and whose it is."""
    turn = next((turn for turn in spoken if turn.who is not spoken[0].who), None)
    if turn is None:
        return
    yield f"the second is {_size(turn.length)}", 1.0
    if turn.cue in ("TABLES_QUESTION", "ASKS_BY_NAME", "MOVES", "OPENS_SPEECH", "ANSWERS_POINT", "ASKS_WAY"):
        yield f"the second begins {turn.cue}", 1.0
    if turn.ending == "END_ASKS":
        yield "the second asks", 1.0
    if is_minister(turn, findings):
        yield "the second is a Minister", 1.0
    if turn.item.printed_kind not in ("speech", spoken[0].item.printed_kind):
        yield f"the second is printed as {turn.item.printed_kind}", 1.0


def _of_place(spoken: Sequence[Turn], findings: Findings) -> Iterator[Sign]:
    """What stands above."""
    turn = spoken[0]
    if turn.business is not None:
        yield f"the heading says {turn.business}", 1.0
    if turn.moved:
        yield "a motion stands above", 1.0
    if turn.tabled:
        yield "a question stands above", 1.0
    if turn.stated:
        yield "a statement stands above", 1.0
    if turn.elided:
        yield "an elision stands above", 1.0
        known = any(findings.answers[turn.who] for turn in spoken[:BEGINNING] if turn.who is not None)
        yield "an elision stands above, and somebody here has answered before", float(known)


def _of_number(spoken: Sequence[Turn], findings: Findings) -> Iterator[Sign]:
    """How many turns there are, and what it says if they are all one Member's."""
    turns, first = len(spoken), spoken[0]
    if turns == 1:
        yield "alone", 1.0
        yield "a Minister speaks alone", float(is_minister(first, findings))
    else:
        yield "two or three turns" if turns < 4 else "few turns" if turns < MANY else "many turns", 1.0
    asks = first.item.printed_kind == "question" or first.cue in _ASKING or first.urgent
    if not asks and all(turn.who is first.who for turn in spoken):
        yield "nobody else speaks, and nothing is tabled", 1.0


def _of_voices(spoken: Sequence[Turn], findings: Findings) -> Iterator[Sign]:
    """Who answers whom, how often each of the others speaks, and how long they are."""
    first = spoken[0].who or spoken[0]
    voices = [turn.who or turn for turn in spoken]
    times = Counter(voices)
    if len(voices) > 1:
        yield "each speaks once" if len(times) == len(voices) else "somebody speaks again", 1.0
    if all(is_minister(turn, findings) for turn in spoken[:BEGINNING]):
        yield "all are Ministers", 1.0
    if len(voices) < 3:
        return
    answers = Counter([after for one, after in itertools.pairwise(voices) if one is not after])
    if not answers:
        return
    other = max((voice for voice in answers if voice is not first), key=answers.__getitem__, default=first)
    # of the turns of others that have one behind them, the share that somebody's follows
    last = voices[-1]
    begun = {who: len(voices) - 1 - times[who] + (last is who) for who in (first, other)}
    share = {who: answers[who] / others if others else 0.0 for who, others in begun.items()}
    yield "the first answers the others", share[first]
    yield "another answers the others", share[other]
    if spoken[0].length > LONG_ASKED:
        yield "the first is long, and answers the others", share[first]
    main = first if answers[first] >= answers[other] else other
    if main is not first:
        yield "the first is not who answers", 1.0
    asked = [turn for turn, voice in zip(spoken, voices, strict=True) if voice is not main]
    told = [turn for turn, voice in zip(spoken, voices, strict=True) if voice is main][main is first :]
    if asked:
        yield "the others ask", _share([turn.ending == "END_ASKS" for turn in asked])
        yield "the others speak long", _share([turn.length > LONG_ASKED for turn in asked[1:]])
        yield "the others speak briefly", _share([turn.length < BRIEF for turn in asked])
        yield "the others speak once", (len(times) - 1) / len(asked)
    if told and asked:
        yield "answers are long", _share([turn.length > LONG_ANSWERED for turn in told])
        mean = sum(turn.length for turn in told) / len(told)
        yield (
            "answers are longer than what is asked",
            float(mean * len(asked) > 1.5 * sum(t.length for t in asked)),
        )
    yield from _of_sides(voices)


def _of_sides(voices: Sequence[object]) -> Iterator[Sign]:
    """Whether every other turn is one of a few people's."""
    if len(voices) < 4:
        return
    sides = voices[0::2], voices[1::2]
    few, many = sorted(len(set(side)) / len(side) for side in sides)
    yield "every other turn is one of a few people's", many - few
    yield "one speaks twice in succession", _share([*map(operator.is_, voices, voices[1:])])


def _of_words(spoken: Sequence[Turn], findings: Findings) -> Iterator[Sign]:
    """What the first and last words of the turns behind the first say, as shares of these."""
    behind = spoken[1:]
    if not behind:
        return
    found: Counter[str] = Counter()
    for turn in behind:
        if turn.length < BRIEF_ANSWER and (turn.cue == "KEEPS_FLOOR" or turn.ending == "END_WAY"):
            continue
        opens, ends = _OPENINGS.get(turn.cue or ""), _ENDINGS.get(turn.ending or "")
        if opens is not None:
            found[opens] += 1
        if ends is not None and ends != opens:
            found[ends] += 1
    for name, times in found.items():
        yield name, times / len(behind)
        yield f"{name}, once at least", 1.0
    if len(behind) >= MANY and not found["way is asked for"]:
        yield "nobody asks for way in many turns", 1.0
    near = behind[:BEGINNING]
    for terminal, name in _SEARCHED.items():
        yield name, findings.signs.times(terminal, near) / len(near)


def _around(stretch: Sequence[Turn], unit: Sequence[Turn]) -> Iterator[Sign]:
    """What is done and who presides between the turns."""
    begin = unit[0].n
    between = unit[stretch[0].n - begin : stretch[:LOOKED_AT][-1].n - begin + 1]
    if len(between) < 2:
        return
    yield "gestures are made", float(any(turn.kind == "gesture" for turn in between))
    yield "points of order are raised", _share([turn.kind == "point_of_order" for turn in between])
    chairs = [turn for turn in between if turn.kind == "chair"]
    yield "the Chair speaks between", len(chairs) / len(between)
    yield "the Chair calls between", float(any(turn.cue == "CHAIR_CALLS" for turn in chairs))


def _before(first: Turn, unit: Sequence[Turn], findings: Findings) -> Iterator[Sign]:
    """What the Chair says will come."""
    at = first.n - unit[0].n
    if at and unit[at - 1].kind == "chair":
        announces = findings.signs.is_sign("ANNOUNCES_STATEMENT", unit[at - 1])
        yield "the Chair announces a statement", float(announces)


def _share(values: list[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def _size(length: int) -> str:
    limit = next((size for size in SIZES if length < size), None)
    return f"shorter than {limit}" if limit is not None else f"{SIZES[-1]} or longer"


def is_minister(turn: Turn, findings: Findings) -> bool:
    """Whether the label prints an office of the Government."""
    office = turn.speaker.office
    return office is not None and _is_ministerial(office, findings.profile)


@functools.lru_cache(maxsize=4096)
def _is_ministerial(office: str, profile: Profile) -> bool:
    words = office_words(office, profile)
    offices = profile.offices
    return words.startswith(offices.ministerial_first) or any(word in words for word in offices.ministerial)
