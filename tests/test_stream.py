"""A stream is read in pieces of any size, and the pieces never show."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SAMPLES

from benchmarks.__main__ import streamed
from benchmarks.texts import debate
from hansardparse import (
    LAYOUTS,
    HansardError,
    dumps,
    iter_sections,
    loads,
    parse,
    parse_file,
    resolve,
    rows,
)
from hansardparse.parsing import _sitting, iter_transcripts
from hansardparse.text import decoding, units
from hansardparse.text.line_ends import LineEnds
from hansardparse.write.rows import rows_of

SITTING = "\nHouse of Commons\n\nTuesday {day} March 2024\n\n"
NEWLINES = ("\n", "\r\n", "\r")


class Drip(io.RawIOBase):
    """A binary stream that gives at most so many bytes at a time, as a pipe may."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data, self._size = io.BytesIO(data), size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._data.read(self._size if size < 0 else min(size, self._size))


def text_of(layout: str) -> str:
    """The samples of a layout, each a sitting of its own."""
    own = [s.read_text(encoding="utf-8") for s in SAMPLES if s.parent.name == layout]
    return "".join(SITTING.format(day=n + 1) + text for n, text in enumerate(own))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Units, blocks and what is looked at, all so small that a sample has many."""
    monkeypatch.setattr(units, "BLOCK", 1000)
    monkeypatch.setattr(units, "LIMIT", 3000)
    monkeypatch.setattr(units, "REACH", 800)


@pytest.mark.parametrize("newline", NEWLINES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_units_are_the_text_and_follow_each_other(layout: str, newline: str, small: None) -> None:
    text = text_of(layout).replace("\n", newline)
    chance = random.Random(layout)
    for size in (1, 7, 300, 4096):
        pieces = []
        at = 0
        while at < len(text):
            step = chance.randint(1, 2 * size)
            pieces.append(text[at : at + step])
            at += step
        end, parts = 0, []
        for base, part, shadow in units.units(iter(LineEnds(pieces)), _sitting(), None):
            assert base == end
            assert len(part) == len(shadow) > 0
            assert len(part) <= units.LIMIT + units.REACH
            assert shadow == decoding.shadow(part)
            parts.append(part)
            end += len(part)
        assert "".join(parts) == "".join(LineEnds([text]))


@pytest.mark.parametrize("newline", NEWLINES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_are_the_same_however_a_stream_drips(layout: str, newline: str, small: None) -> None:
    text = text_of(layout).replace("\n", newline)
    data = text.encode()
    whole = json.dumps(list(rows(parse(text, layout=layout, resolve=False))))
    wanted = None
    for size in (1, 7, 300, 4096, 1 << 20):
        parts = iter_transcripts(Drip(data, size), layout=layout, resolve=False)
        got = json.dumps(list(rows_of(parts)))
        assert got == (wanted or got)
        wanted = got
    assert wanted == whole
    assert dumps(parse_file(Drip(data, 7), layout=layout, resolve=False)) == dumps(
        parse_file(io.BytesIO(data), layout=layout, resolve=False)
    )


def test_sections_of_a_stream_are_those_of_the_whole() -> None:
    text = text_of("parallel")
    data = text.encode()
    streamed_ones = list(iter_sections(Drip(data, 1000), layout="parallel", resolve=False))
    whole = parse(text, layout="parallel", resolve=False).items
    assert [s.text if hasattr(s, "text") else s.heading for s in streamed_ones] == [
        s.text if hasattr(s, "text") else s.heading for s in whole
    ]
    assert [s.span for s in streamed_ones] == [s.span for s in whole]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_an_encoding_is_found_and_said(encoding: str) -> None:
    text = text_of("parallel").replace("—", "-")
    data = text.encode(encoding, "replace")
    if encoding == "utf-16-le":
        data = b"\xff\xfe" + data
    for size in (1, 3, 4096):
        got = parse_file(Drip(data, size), layout="parallel", resolve=False)
        assert got.encoding == {"utf-16-le": "utf-16"}.get(encoding, encoding)
        assert got.items == parse(data.decode(got.encoding), layout="parallel", resolve=False).items


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"\x00\x00Ada", 0),
        (b"caf\xe9 \x81", 5),
        (b"\xff\xfeA\x00B", 4),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_their_offset(data: bytes, offset: int) -> None:
    with pytest.raises(HansardError) as caught:
        parse_file(io.BytesIO(data))
    assert caught.value.code == "undecodable"
    assert f"offset {offset}" in str(caught.value)


def test_text_is_never_normalised() -> None:
    said = "Caf\u00e9 and cafe\u0301, \u201cquoted\u201d, \u00a0\u00ad\u200b\u2011 \ufb01n."
    page = f"Ada Marsh Portrait Ms Ada Marsh (Upper Dale) (Lab)\n- Hansard -\n\n{said}\n"
    (contribution,) = parse(page, layout="parallel").contributions()
    assert contribution.text == said


def test_a_long_file_streams_in_little_memory(tmp_path: Path) -> None:
    sittings, _, above = streamed(12_000_000, str(tmp_path))
    assert sittings == 12
    assert above < 64


PEAK = """
import resource, sys
from hansardparse import parse
def held():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
text = open(sys.argv[1], encoding="utf-8").read()
parse(text[:20000], layout="parallel")
bare = held()
kept = parse(text, layout="parallel", resolve=False)
print(held() - bare, len(text))
"""


def test_parse_needs_little_more_than_its_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(debate("parallel", 4_000_000), encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", PEAK, str(file)], env=env, capture_output=True, check=True)
    above, length = map(int, done.stdout.split())
    assert above <= 32 * 2**20 + 10 * length


# --- limits that have a name: at each, and just over it -------------------------------------------------


def test_a_unit_is_cut_at_a_label_behind_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "LIMIT", 200)
    monkeypatch.setattr(units, "REACH", 100)
    label = LAYOUTS["official-report"].parser
    from hansardparse import grammar

    sign = grammar.pattern(label, "LABEL")
    turn = "Ms Ada Marsh (Upper Dale) (Lab): No.\n"
    short = "x" * (200 - 2) + ".\n"
    assert [len(t) for _, t, _ in units.units(iter((short,)), _sitting(), sign)] == [200]
    found = [t for _, t, _ in units.units(iter((short + "y\n" + "Well.\n" + turn,)), _sitting(), sign)]
    assert found == [short + "y\nWell.\n", turn]
    plain = [len(t) for _, t, _ in units.units(iter(("x" * 1000,)), _sitting(), sign)]
    assert plain == [300, 300, 300, 100]


def contribution_of(label: str) -> list[str]:
    page = f"Ada Marsh Portrait {label}\n- Hansard -\n\nNo.\n"
    return [c.speaker.label or "" for c in parse(page, layout="parallel", resolve=False).contributions()]


def test_a_label_has_three_hundred_characters_at_most() -> None:
    assert contribution_of("M" * 300) == ["M" * 300]
    assert contribution_of("M" * 301) == []


def test_a_label_for_attribution_has_four_hundred_at_most() -> None:
    from hansardparse.parliaments import profile
    from hansardparse.speakers.labels import LONGEST, speaker

    assert speaker("Ms Ada " + "m" * (LONGEST - 7), profile=profile("uk")).role == "member"
    assert speaker("Ms Ada " + "m" * (LONGEST - 6), profile=profile("uk")).role == "unknown"


@pytest.mark.parametrize(("length", "types"), [(220, ["heading"]), (221, ["note"])])
def test_a_heading_has_two_hundred_and_twenty_at_most(length: int, types: list[str]) -> None:
    assert [r["type"] for r in rows(parse("A" * length + "\n", layout="parallel"))] == types


def test_a_gesture_has_sixty_at_most() -> None:
    from hansardparse.build.contributions import LONGEST_GESTURE

    def kind(words: str) -> str:
        page = f"Ada Marsh Portrait Ada Marsh\n- Hansard -\n\n{words}\n"
        return next(iter(parse(page, layout="parallel", resolve=False).contributions())).kind

    assert kind("gestured " + "a" * 40) == "gesture"
    assert kind("gestured " + "a" * 41) == "speech"
    assert kind("rose " + "in his place") == "gesture"
    assert kind("rose" + "\u00a0" * (LONGEST_GESTURE - 3)) == "gesture"  # blank space is not counted


@pytest.mark.parametrize(("length", "listed"), [(120, 1), (121, 0)])
def test_a_name_in_a_division_has_a_hundred_and_twenty_at_most(length: int, listed: int) -> None:
    page = f"Division No. 1]\n\nAYES\n\nMarsh, {'a' * (length - 7)}\n"
    (division,) = parse(page, layout="official-report").divisions()
    assert sum(len(g.votes) for g in division.groups) == listed


@pytest.mark.parametrize(("digits", "found"), [(4, True), (5, False)])
def test_a_division_number_has_four_digits_at_most(digits: int, found: bool) -> None:
    page = f"Division No. {'1' * digits}]\n"
    assert any(r["type"] == "division" for r in rows(parse(page, layout="official-report"))) is found


@pytest.mark.parametrize(("digits", "found"), [(5, True), (6, False)])
def test_a_statement_number_has_five_digits_at_most(digits: int, found: bool) -> None:
    page = f"[HCWS{'1' * digits}]\n"
    assert any(r["type"] == "reference" for r in rows(parse(page, layout="parallel"))) is found


def test_a_short_line_has_any_number_of_blanks_behind_it() -> None:
    page = "Clause 5" + " " * 60_000 + "\n"
    assert [r["type"] for r in rows(parse(page, layout="parallel"))] == ["heading"]


def by_json(data: bytes, **options: Any) -> list[dict[str, Any]]:
    """The rows of a file by way of its JSON."""
    return list(rows(loads(dumps(parse_file(io.BytesIO(data), **options)))))


def by_stream(data: bytes, **options: Any) -> list[dict[str, Any]]:
    """The rows of a file as they stream."""
    return list(rows_of(iter_transcripts(io.BytesIO(data), **options)))


def test_a_file_has_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sittings of one and the same people, some of them longer than a unit; persons, links, all of it."""
    monkeypatch.setattr(units, "LIMIT", 200_000)
    monkeypatch.setattr(units, "REACH", 20_000)
    monkeypatch.setattr(units, "BLOCK", 70_000)
    sizes = (150_000, 900_000, 20_000, 1_000_000)
    text = "".join(SITTING.format(day=n) + debate("parallel", size) for n, size in enumerate(sizes, 1))
    assert len(text) > 2_000_000
    data = text.replace("\n", " \r\n").encode()
    one = by_json(data, layout="parallel")
    assert len({row["person"] for row in one if row["person"]}) > 100
    assert {row["interrupts"] is None for row in one} == {True, False}
    assert by_stream(data, layout="parallel", strict=True) == one


REAL = (
    "uk-historic-lords-volumes/S5LV0001P0.txt",
    "uk-twfy-2009/debates2009-10-28c.print.txt",
    "uk-twfy-modern/debates2016-03-11b.dl.txt",
    "uk-seeds/001_1ea89b1c147f2131.txt",
)


@pytest.mark.parametrize("name", REAL)
def test_a_real_file_has_one_reading(name: str, corpus: Path) -> None:
    data = (corpus / name).read_bytes()
    one = by_json(data)
    assert by_stream(data) == one
    try:
        assert by_json(data, strict=True) == one
    except HansardError as error:
        with pytest.raises(HansardError) as caught:
            by_stream(data, strict=True)
        assert str(caught.value) == str(error)
    else:
        assert by_stream(data, strict=True) == one


def test_nobody_of_one_sitting_is_taken_for_somebody_of_another() -> None:
    page = "Ada Marsh Portrait Ms Ada Marsh (Dale) (Lab)\n- Hansard -\n\nNo.\n"
    text = SITTING.format(day=5) + page + SITTING.format(day=6) + page
    whole = parse(text, layout="parallel")
    assert [c.person.id for c in whole.contributions() if c.person] == ["p1", "p2"]
    assert [p.name for p in whole.persons] == ["Ms Ada Marsh"] * 2
    assert resolve(parse(text, layout="parallel", resolve=False)) == whole
