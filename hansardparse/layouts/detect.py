"""Which layout a text is in, by the lines that each layout alone prints."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from hansardparse import grammar
from hansardparse.build.paragraphs import LONG as LONG_WORDS
from hansardparse.build.paragraphs import Shapes
from hansardparse.layouts.known import LAYOUTS
from hansardparse.layouts.layout import Layout
from hansardparse.layouts.signs import Signs
from hansardparse.parliaments.strangers import presided_elsewhere, stranger
from hansardparse.text import decoding
from hansardparse.text.run_together import JUDGED, LONG, SURELY_LONG, RunTogether, has_long_lines

__all__ = ["SAMPLE", "Ranking", "detect", "doubt", "ranked", "run_together"]

#: How much of a text is looked at, in code points: the first part whole, then stretches of the rest.
SAMPLE = 1 << 20
FIRST, STRETCH, STRETCHES = 1 << 14, 1 << 12, 4
#: A layout is taken where this share of the lines, at least, is its own; where its own are few, `PLENTY`.
ENOUGH, FEW, PLENTY = 0.004, 3, 0.02
#: It is as sure as its share among the layouts says where this share of the lines is its own.
CERTAIN = 0.08
#: No surer than this where all signs are such as texts have that are no record.
DOUBTFUL = 0.3
#: A text has turns of another record where so many lines have the shape of a label and are none of the
#: layout's, and where they are more than this share of them and of those that are its own.
STRANGE, MOSTLY = 3, 0.3
#: A text is a dialogue where this share of its lines begin a turn, and so many of them at least.
DIALOGUE, TURNS = 0.5, 3
#: It is taken for one, whatever else fits, where what is another layout's own is so rare beside these lines,
#: or where that does not read so many of its lines.
RARE = 0.34
#: A text is short that has fewer code points.
SHORT = 1 << 13
#: No surer than this, or with a second layout that has this much of the weight of the first: in doubt.
UNSURE, ALIKE = 0.3, 0.8


class Ranking(NamedTuple):
    """The layout that fits a text best and how sure that is, from 0 to 1; the name of the layout that fits
    next best, with what it has of the weight of the first; how many lines have the shape of a label and are
    none in the layout; and whose record it says it is, where that parliament's words are not known.
    What finds the turns within its lines, where it has lost its newlines.
    """

    layout: Layout | None
    confidence: float
    second: str | None = None
    nearness: float = 0.0
    unread: int = 0
    stranger: str | None = None
    together: RunTogether | None = None


def detect(text: str) -> tuple[Layout | None, float]:
    """The layout of a text and how sure that is, from 0 to 1; None where no layout fits."""
    return ranked(text)[:2]


def doubt(found: Ranking) -> str | None:
    """What to say where no layout fits well, or two fit alike; None where one is sure enough."""
    if found.layout is None or (found.confidence > UNSURE and found.nearness < ALIKE):
        return None
    second = f"{found.second} fits next best" if found.second else "no other fits at all"
    name, unread = found.layout.name, ""
    if found.unread:
        unread = f"; labels, by their shape, that it does not read: {found.unread}"
    return f"taken for {name}, confidence {found.confidence}{unread}; {second}; name the layout with --layout"


def ranked(text: str) -> Ranking:
    """Which layout fits a text best, and which next best; in doubt where its title is a stranger's."""
    found = _found(text)
    if found.layout is not None and presided_elsewhere(text, found.layout.parliament):
        found = _doubted(found)
    named = stranger(text) if found.layout is not None else None
    if found.layout is None or named is None or _has_its_parties(text[:SAMPLE], found.layout):
        return found
    return _doubted(found)._replace(stranger=named)


def _doubted(found: Ranking) -> Ranking:
    """The same, in doubt."""
    return found._replace(confidence=min(found.confidence, DOUBTFUL))


def _found(text: str) -> Ranking:
    """The same without a look at its title; in doubt where its newlines are lost."""
    # blank lines above the first tell nothing, nor does a byte order mark that was not taken off
    plain = _ranked(_sample(text[:SAMPLE]).lstrip())
    together = run_together(text[:JUDGED], plain.layout)
    if together is None:
        return plain
    shadow = decoding.shadow(text[:SAMPLE])  # whole: nothing of a line that is longer is in a sample
    found = _ranked(_sample(together.parted(shadow, shadow)[1]).lstrip())
    return _doubted(found)._replace(together=together)


def run_together(text: str, layout: Layout | None) -> RunTogether | None:
    """What finds the turns within the lines of a text that has lost its newlines, None for any other.

    To search for turns takes half as long as to parse: a text that is not short is looked at where most of it
    stands in lines as few paragraphs are, and has not lost them if half of its lines are turns of its layout.
    """
    short = len(text) < SHORT
    if not has_long_lines(text, LONG if short else SURELY_LONG):
        return None
    shadow = decoding.shadow(text[:JUDGED])
    places = [line.start() for line in decoding.LINE.finditer(shadow)]
    turns = 0 if short or layout is None else _turns(layout, shadow, places)
    if turns > len(places) * DIALOGUE:
        return None
    found = RunTogether(*(grammar.lines("run-together", name) for name in ("TURN", "HEADED", "TITLE")))
    return found if found.made(shadow, turns) else None


def _has_its_parties(text: str, layout: Layout) -> bool:
    """Whether a text has a party of the layout's parliament in brackets: a heading of it may name another."""
    return any(f"({code})" in text for code in layout.profile.parties)


def _ranked(sample: str) -> Ranking:
    """The layout of a sample by the lines that layouts alone print."""
    if "\n " in sample or "\n\t" in sample:
        sample = decoding.INDENT.sub("", sample)
    # a sign begins with its line, or with the newline before it; searching for it elsewhere takes long
    places = [place for line in decoding.LINE.finditer(sample) for place in line.span()]
    if not places:
        return Ranking(None, 0.0)
    if places[0]:
        places.insert(0, 0)
    lines = len(places) // 2
    signs = {layout: layout.sign for layout in LAYOUTS.values()}
    has = functools.cache(sample.__contains__)  # layouts have words alike
    within = {layout: sign.within(has) for layout, sign in signs.items()}
    terminals = {
        layout: [m.lastgroup or "" for place in places if (m := form.match(sample, place))] if form else []
        for layout, form in within.items()
    }
    found = {layout: sign.weight(terminals[layout]) for layout, sign in signs.items()}
    most = max(found.values())
    alike = {layout.name: layout for layout in found if found[layout] == most}
    best = next(layout for layout in alike.values() if not alike.keys() & set(layout.yields_to))
    share = found[best] / lines
    form = within[best]
    opens = form is not None and form.match(sample, 0) is not None
    fits = share >= (ENOUGH if opens or found[best] >= FEW else PLENTY)
    first = _first(best, found, share) if fits else None
    weak = signs[best].are_weak(terminals[best])
    if first is not None and not weak:  # what several layouts have alike is of none of them for sure
        unread, labelled = _unread(best, form, sample, places)
        few = found[best] < FEW or share < CERTAIN
        if found[best] < FEW and not _turns(best, sample, places):  # a line of a site, and nobody speaks
            first = _doubted(first)
        if first.nearness == 1.0 or unread:
            first = _doubted(first)._replace(unread=unread)
            others = [layout for layout in terminals if terminals[layout] and layout is not best]
            reader = _reads_most(others, sample, labelled)
            if reader and _turns(reader, sample, places) > _turns(best, sample, places):
                return Ranking(reader, first.confidence, best.name, 1.0)
        elif not few:
            return first
    dialogue = _by_pattern({layout: sign.last for layout, sign in signs.items()}, sample, places)
    if dialogue is not None and dialogue[1] >= DIALOGUE and dialogue[1] * lines >= TURNS:
        nearness = share / dialogue[1] if fits else 0.0
        if first is None or weak or nearness < RARE or first.unread >= DIALOGUE * lines:
            return Ranking(dialogue[0], DOUBTFUL, *((best.name, nearness) if fits else ()))
    if first is not None:
        return _doubted(first) if weak else first
    others = [layout for layout in terminals if terminals[layout] or signs[layout].last]
    return _of_labels(best, others, sample, places) or _of_record(signs, sample, places)


def _of_labels(best: Layout, others: list[Layout], sample: str, places: list[int]) -> Ranking | None:
    """Where no layout has signs enough: the one that reads most labels, by their shape."""
    reader = _reads_most(others, sample, _unread(best, None, sample, places)[1])
    return Ranking(reader, DOUBTFUL) if reader is not None else None


def _of_record(signs: dict[Layout, Signs], sample: str, places: list[int]) -> Ranking:
    """Where nobody speaks: by what the House does."""
    record = _by_pattern({layout: sign.record for layout, sign in signs.items()}, sample, places)
    if record is not None and record[1] >= PLENTY:
        return Ranking(record[0], round(min(0.5, record[1]), 3))
    return Ranking(None, 0.0)


def _first(best: Layout, found: dict[Layout, int], share: float) -> Ranking:
    """The layout with the most signs, whose own lines are this share of all."""
    confidence = round(found[best] / sum(found.values()) * min(1.0, share / CERTAIN), 3)
    second = max((layout for layout in found if layout is not best), key=lambda layout: found[layout])
    nearness = found[second] / found[best]
    return Ranking(best, confidence, second.name if nearness else None, nearness)


def _unread(
    layout: Layout, form: re.Pattern[str] | None, sample: str, places: list[int]
) -> tuple[int, list[int]]:
    """How many lines have the shape of a label and are none in a layout, and where they begin: 0 where they
    are few; where no line is a turn, how many labels stand within lines, whose newlines are lost.
    """
    shapes = Shapes(layout.profile)
    own, labelled, within = 0, [], 0
    for place in places:
        line = decoding.LINE.match(sample, place)
        if line is not None and shapes.is_label_like(line[0].lstrip()):
            labelled.append(line.end() - len(line[0].lstrip()))
        elif form is not None and form.match(sample, place):
            own += 1
        if line is not None and len(line[0]) > LONG_WORDS:
            within += len(shapes.sentences_like_labels(line[0]))
    if within and not any(turn.match(sample, place) for place in places for turn in layout.turns):
        return within, []
    if len(labelled) < STRANGE or len(labelled) <= MOSTLY * (own + len(labelled)):
        return 0, []
    unread = [place for place in labelled if not _begins_turn(layout, sample, place)]
    return (len(unread), unread) if len(unread) >= max(STRANGE, MOSTLY * (own + len(labelled))) else (0, [])


def _turns(layout: Layout, sample: str, places: list[int]) -> int:
    """How many lines a layout reads as the beginning of a turn."""
    return sum(_begins_turn(layout, sample, place) for place in places)


def _begins_turn(layout: Layout, sample: str, place: int) -> bool:
    """Whether a layout reads a line as the beginning of a turn."""
    return any(turn.match(sample, place) for turn in layout.turns)


def _reads_most(layouts: list[Layout], sample: str, labelled: list[int]) -> Layout | None:
    """Which of some layouts reads most lines that have the shape of a label: more than half of them."""
    read = {layout: _turns(layout, sample, labelled) for layout in layouts}
    most = max(read, key=lambda layout: read[layout], default=None)
    return most if most is not None and read[most] > len(labelled) / 2 else None


def _by_pattern(
    patterns: dict[Layout, re.Pattern[str] | None], sample: str, places: list[int]
) -> tuple[Layout, float] | None:
    """The first layout whose pattern matches lines of a sample, and what share of them."""
    for layout, pattern in patterns.items():
        if pattern is not None:
            share = 2 * sum(1 for place in places if pattern.match(sample, place)) / len(places)
            if share:
                return layout, share
    return None


def _sample(text: str) -> str:
    """The shadow of the beginning of a text, and of stretches of whole lines at even distances after it."""
    step = (len(text) - FIRST) // STRETCHES
    if step <= STRETCH:
        return decoding.shadow(text)
    beginning = decoding.shadow(text[:FIRST])
    parts = [beginning[: beginning.rfind("\n") + 1]]
    for start in range(FIRST, FIRST + STRETCHES * step, step):
        stretch = decoding.shadow(text[start : start + STRETCH])
        parts.append(stretch[stretch.find("\n") : stretch.rfind("\n")])  # nothing of a line that is longer
    return "".join(parts)
