"""Tables, and JSON a line, are read as they are asked for, however large they are."""

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hansardparse import iter_sections
from hansardparse.read.source import Source
from hansardparse.text import units

TURNS = 40_000


def table() -> bytes:
    """A table of more than 4 MB, with a heading every hundred turns."""
    rows = (f"Wall {n // 100},Ada Marsh {n},{'It is sound. ' * 8}\n" for n in range(TURNS))
    return ("heading,speaker,text\n" + "".join(rows)).encode()


def lines() -> bytes:
    """The same as JSON, an object a line."""
    keys = "heading", "speaker", "text"
    rows = (row.split(",") for row in table().decode().splitlines()[1:])
    return "".join(json.dumps(dict(zip(keys, row, strict=True))) + "\n" for row in rows).encode()


@pytest.mark.parametrize("data", [table(), lines()], ids=["table", "lines"])
def test_of_a_large_file_no_more_is_read_than_is_asked_for(data: bytes) -> None:
    stream = io.BytesIO(data)
    sections = iter_sections(stream)
    first = next(sections)
    assert first.heading == "Wall 0"
    assert stream.tell() < len(data) / 2
    said = [first, *sections]
    assert sum(len([*section.contributions()]) for section in said) == TURNS


class _Pipe(io.RawIOBase):
    """A stream that cannot go back."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        return self._data.readinto(buffer)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(units, "BLOCK", 3)
    yield


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text("ab\r\né", max_size=40), seekable=st.booleans())
def test_lines_end_where_they_end_wherever_a_file_is_cut(
    small_blocks: None, text: str, seekable: bool
) -> None:
    data = text.encode()
    source = Source(io.BytesIO(data) if seekable else _Pipe(data))  # type: ignore[arg-type]
    assert [*source.lines()] == [*io.StringIO(text, newline="")]
