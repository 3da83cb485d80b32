"""How lines end says nothing: newlines of every spelling and blanks before them change offsets alone."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import oracle
import pytest
from conftest import SAMPLES
from hypothesis import given
from hypothesis import strategies as st

from hansardparse import Transcript, dumps, find_references, parse, resolve, rows
from hansardparse.model.source_map import SourceMap
from hansardparse.nodes import Span
from hansardparse.text.line_ends import LineEnds

ENDS = {
    "crlf": "\r\n",
    "cr": "\r",
    "blank": " \n",
    "tab": "\t\n",
    "blanks and crlf": " \t \r\n",
    "a no-break space": "\u00a0\n",
}

#: Real files no longer than this are read as a whole, in code points.
SHORT = 120_000


def told(transcript: Transcript) -> Any:
    """All that a transcript says, without places."""
    return _without_places(json.loads(dumps(transcript)))


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(one) for key, one in value.items() if key != "span"}
    return [_without_places(one) for one in value] if isinstance(value, list) else value


def ended(text: str, end: str) -> str:
    """A text of plain lines with another end to each."""
    return text.replace("\n", end)


def mixed(text: str, seed: str) -> str:
    """A text of plain lines with ends of every kind among them, save CR, which joins a newline after it."""
    chance = random.Random(seed)
    first, *lines = text.split("\n")
    ends = ["\n", *(end for end in ENDS.values() if end != "\r")]
    return first + "".join(chance.choice(ends) + line for line in lines)


def plain(text: str) -> str:
    return "".join(LineEnds([text]))


def folded(words: str) -> str:
    return " ".join(words.split())


def misplaced(transcript: Transcript, text: str) -> Iterator[str]:
    """References and mentions that do not stand where they say."""
    for found in (*transcript.references, *transcript.mentions):
        if folded(text[slice(*found.span)]) != folded(found.text):
            yield f"{found.text!r} is not {text[slice(*found.span)]!r}"


def check(text: str, layout: str, other: str) -> None:
    """Hold one spelling of the ends of a text's lines to what the plain one says."""
    as_it_is, odd = parse(text, layout=layout), parse(other, layout=layout)
    assert told(as_it_is) == told(odd)
    for transcript, source in ((as_it_is, text), (odd, other)):
        assert oracle.faults(transcript, source) == []
        assert list(misplaced(transcript, source)) == []


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("sample", SAMPLES, ids=[f"{p.parent.name}/{p.stem}" for p in SAMPLES])
def test_a_sample_says_the_same_however_its_lines_end(sample: Path, end: str) -> None:
    text = plain(sample.read_bytes().decode("utf-8"))
    check(text, sample.parent.name, ended(text, ENDS[end]))


def test_a_real_file_says_the_same_however_its_lines_end(corpus: Path) -> None:
    """What is read of each spelling is the same; of short files, two whole readings are compared besides."""
    for file in sorted(corpus.glob("*/*.txt")):
        text = plain(file.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff"))
        for end in ENDS.values():
            assert plain(ended(text, end)) == text
        if len(text) < SHORT:
            check(text, "auto", mixed(text, file.name))


#: Paragraphs that are broken at a width, with a reference and two mentions in each.
WALL = (
    "Mr. OAKE said, that the wall of the harbour at the ferry had long been known to\n"
    "leak at the ferry, and the hon. Member for Lower Ness had said that the wall was\n"
    "sound, see [Official Report, 5 March 1924; Vol. 746, c. 801.] and the Secretary of\n"
    "State for Trade had agreed with the hon. Member for Upper Dale in that.\n\n"
)


@pytest.mark.parametrize("end", ENDS)
def test_references_and_mentions_of_broken_lines_stand_where_they_say(end: str) -> None:
    text = ended(WALL * 9, ENDS[end])
    transcript = parse(text, layout="historic")
    assert (len(transcript.references), len(transcript.mentions)) == (9, 27)
    assert list(misplaced(transcript, text)) == []


def test_a_tab_at_the_end_of_a_line_makes_no_table() -> None:
    page = "Ada Marsh Portrait Ada Marsh\n- Hansard -\n\nI beg to move,{}\n\nThat the wall be built.\n"
    ends = ("", "\t", "\t\t", " \t")
    kinds = [
        [
            type(b).__name__
            for c in parse(page.format(end), layout="parallel").contributions()
            for b in c.blocks
        ]
        for end in ends
    ]
    assert kinds == [["Furniture", "Paragraph", "Motion"]] * 4


def test_a_row_may_have_words_in_its_first_cell_alone() -> None:
    """Its empty cells are blanks at a line's end: what stands above and below it says that it is a row."""
    table = "Year\t2023\t2024\n\nLamps\n\nNew\t4\t5\n\nOld\t1\t2"
    page = f"Ms Ada Marsh (Dale) (Lab): The sums are as follows.\n\n{table}\n"
    (said,) = parse(page, layout="official-report").contributions()
    assert [block.text for block in said.blocks[1:]] == [table]


@given(st.text("ab \t\r\n\u00a0", max_size=60), st.integers(1, 9))
def test_pieces_of_a_text_are_read_as_the_whole(text: str, size: int) -> None:
    whole = LineEnds([text])
    pieces = LineEnds(text[at : at + size] for at in range(0, len(text), size))
    read = "".join(whole)
    assert "".join(pieces) == read
    assert "\r" not in read
    assert not any(line != line.rstrip() for line in read.split("\n"))
    for ends in (whole, pieces):
        source = ends.taken_before(len(read)) or SourceMap()
        for at, character in enumerate(read):
            place = source.place(Span(at, at + 1))
            assert text[slice(*place)].replace("\r", "\n") == character
            assert source.read(place.start) == at
        assert source.offset(len(read)) == len(text)


def test_a_part_is_known_until_the_next_is_asked_for() -> None:
    ends = LineEnds(["a\nb \n", "c \nd \n"])
    assert "".join(ends) == "a\nb\nc\nd\n"
    first, second = ends.taken_before(4), ends.taken_before(8)
    assert first is not None and second is not None
    assert [first.place(Span(2, 3)), second.place(Span(4, 5)), second.place(Span(6, 7))] == [
        (2, 3),
        (5, 6),
        (8, 9),
    ]
    assert SourceMap.of([first, second]).place(Span(2, 7)) == Span(2, 9)
    assert len(second.at) == 3


@pytest.mark.parametrize("end", ENDS)
def test_what_resolve_and_rows_find_stands_where_they_say(end: str) -> None:
    """Two sittings, one of them as it is read and one not, printed and then resolved."""
    sitting = f"\nHouse of Commons\n\nTuesday 5 March 1924\n\n{WALL * 3}"
    text = sitting + ended(sitting, ENDS[end])
    printed, whole = (parse(text, layout="historic", resolve=told) for told in (False, True))
    again = resolve(printed)
    assert again == whole
    assert [r.span for r in again.references] == [r.span for r in whole.references]
    assert [m.span for m in again.mentions] == [m.span for m in whole.mentions]
    found = [r for row in rows(printed) for r in row["references"]]
    assert [(r["start"], r["end"]) for r in found] == [r.span for r in whole.references]
    assert list(misplaced(again, text)) == []


@given(
    st.lists(
        st.sampled_from(("8 June 2023", "Official Report, 29 February 1986; Vol. 92, c. 506.", "", "See")),
        max_size=8,
    )
)
def test_references_are_found_however_lines_end(lines: list[str]) -> None:
    text = "\n".join(lines)
    wanted = [folded(r.text) for r in find_references(text)]
    for end in ENDS.values():
        other = text.replace("\n", end)
        found = find_references(other)
        assert [folded(r.text) for r in found] == wanted
        assert all(other[slice(*r.span)] == r.text for r in found)


@pytest.mark.parametrize("before", ["\n", "\n\n", " \n\t\n", "\ufeff", "  "])
@pytest.mark.parametrize(
    "text",
    [
        "Ada Marsh (Upper Dale) (Lab):\tIt is old.\nGerald Oake (Ardle) (Con):\tNo.\nMr Speaker:\tOrder.\n",
        "MR OAKE: The wall is old.\nMS MARSH: It is not.\nMR SPEAKER: Order.\nMR OAKE: Very well.\n",
        "HC Deb 03 July 1958 vol 590 cc12-3 3.30 pm\n12. Mr. Oake\n\nasked him.\n\nMr. Fell\n\nNo.\n",
    ],
)
def test_what_stands_above_the_first_line_changes_nothing(text: str, before: str) -> None:
    alone, below = parse(text), parse(before + text)
    assert (below.layout, below.parliament) == (alone.layout, alone.parliament)
    assert [(c.speaker.label, c.text) for c in below.contributions()] == [
        (c.speaker.label, c.text) for c in alone.contributions()
    ]
