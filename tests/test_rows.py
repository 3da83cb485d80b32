"""Rows as a table: CSV that every reader takes apart the same way, and the rows of a section alone."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator

import pytest
from conftest import SAMPLES

from hansardparse import Transcript, iter_sections, parse, parse_bytes, parse_file, rows
from hansardparse.nodes import Note
from hansardparse.write.rows import KEYS, csv_header, csv_lines

TABLE = (
    "Ada Marsh Portrait Ms Ada Marsh (Dale) (Lab)\n- Hansard -\n\nYear\tSum\n2003\t1\n2004\t2\n\n"
    "Division No. 1]\n\nAYES\n\nMarsh, Ada\n"
)


def table(transcript: Transcript) -> str:
    return csv_header() + "".join(csv_lines((transcript,)))


def read(text: str) -> list[dict[str, str]]:
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert {len(row) for row in found} == {len(KEYS)}
    return [dict(zip(KEYS, row, strict=True)) for row in found[1:]]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_newlines_of_a_file_are_no_ends_of_rows(newline: str) -> None:
    transcript = parse(TABLE.replace("\n", newline), layout="parallel")
    cells = read(table(transcript))
    assert [row["text"] for row in cells] == [row["text"] for row in rows(transcript)]
    assert "2003\t1\n2004\t2" in cells[0]["text"]
    assert "\r" not in table(transcript)


@pytest.mark.parametrize(
    "odd", ["\n", "\r", "\r\n", "\0", '"', '""\r"', "\x0b\x0c\x1c\x85\u2028", "=1+1", "a,b", "\ufeff"]
)
def test_a_character_of_any_kind_stays_in_its_cell(odd: str) -> None:
    transcript = Transcript((Note(f"A{odd}B."), Note(f"C.{odd}"), Note(odd)))
    assert [row["text"] for row in read(table(transcript))] == [f"A{odd}B.", f"C.{odd}", odd]
    assert table(transcript).endswith("\n")


@pytest.fixture
def long_cells() -> Iterator[None]:
    """What the documentation tells readers of long cells to do."""
    before = csv.field_size_limit(sys.maxsize)
    yield
    csv.field_size_limit(before)


def test_a_long_cell_is_written_whole(long_cells: None) -> None:
    said = "The tide is in. " * 10_000
    page = f"Ada Marsh Portrait Ms Ada Marsh (Dale) (Lab)\n- Hansard -\n\n{said}\n"
    (row,) = read(table(parse(page, layout="parallel", resolve=False)))
    assert len(row["text"]) == len(said.strip()) > 131_072


# --- a section alone -------------------------------------------------------------------------------------

#: What a row of a section does not know: how many rows are before it, and what is around it.
AROUND = set(
    "source n section date house venue interrupts replies_to resumes rules parliament id speech".split()
)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: f"{s.parent.name}-{s.stem}")
def test_the_rows_of_a_section_are_its_own(sample: object) -> None:
    transcript = parse_file(sample, layout=sample.parent.name)  # type: ignore[arg-type, attr-defined]
    whole = [{k: v for k, v in row.items() if k not in AROUND} for row in rows(transcript)]
    for section in transcript.sections():
        own = list(rows(section))
        assert [row["n"] for row in own] == list(range(len(own)))
        assert {row["source"] for row in own} <= {None}
        assert all(row["section"][0] == section.heading for row in own if section.heading and row["section"])
        first = next(n for n, row in enumerate(whole) if row["start"] >= section.span.start)
        bare = [{k: v for k, v in row.items() if k not in AROUND} for row in own]
        assert without(bare) == without(whole[first : first + len(own)])


def without(found: list[dict[str, object]]) -> list[dict[str, object]]:
    """Rows but for the time and column that are in force since before the section, and what is cited.

    A section by itself is looked through for what any record cites, a transcript for what its own does.
    """
    return [{k: v for k, v in row.items() if k not in ("time", "column", "references")} for row in found]


def test_the_sections_of_a_stream_have_rows() -> None:
    page = b"Ferries\n\nAda Marsh Portrait Ms Ada Marsh (Dale) (Lab)\n- Hansard -\n\nNo.\n"
    (section,) = iter_sections(io.BytesIO(page), layout="parallel")
    found = list(rows(section))
    assert [(row["type"], row["text"]) for row in found] == [("heading", "Ferries"), ("contribution", "No.")]
    assert [row["section"] for row in found] == [["Ferries"]] * 2
    assert json.dumps(found[1]["speaker_name"]) == '"Ms Ada Marsh"'


def test_what_has_no_rows_is_told_so() -> None:
    transcript = parse_bytes(TABLE.encode(), layout="parallel")
    with pytest.raises(TypeError, match="rows takes a Transcript or a Section, not tuple"):
        rows(transcript.items)  # type: ignore[arg-type]
