"""Work grows with the text and no faster, whatever the text: it is counted, and no clock is asked."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from work import work

from benchmarks.hurting import TEXTS
from benchmarks.real import pathological
from hansardparse import parse, parse_bytes, parse_file
from hansardparse.build.paragraphs import Shapes
from hansardparse.model.nodes import Paragraph
from hansardparse.parliaments import profile

#: How long the shorter of two texts is, the other twice as long; more for those of which little is made.
SIZE, LONGER = 4_000, 16_000
OF_LITTLE = frozenset(
    {
        "chairs and names of one",
        "columns before any words",
        "columns behind the last words",
        "one forename, many short labels",
        "one office, many holders",
        "rows of a table",
        "surnames that a release names",
    }
)
#: Work may grow by this at a doubling.
LINEAR = 2.2

CASES = [
    pytest.param(layout, make, LONGER if name in OF_LITTLE else SIZE, id=f"{name}, {layout}")
    for name, (layouts, make) in TEXTS.items()
    for layout in layouts
]


@pytest.mark.parametrize(("layout", "make", "size"), CASES)
def test_twice_the_text_is_twice_the_work(layout: str, make: Callable[[int], str], size: int) -> None:
    short, long = make(size), make(2 * size)
    parse(short, layout=layout)  # what is built once is built
    assert work(lambda: parse(long, layout=layout)) <= LINEAR * work(lambda: parse(short, layout=layout))


OTHERS = pathological()


@pytest.mark.skipif(not OTHERS, reason="what others have made to hurt is not here")
@pytest.mark.parametrize("name", OTHERS or [None])
def test_what_others_have_made_to_hurt_is_linear_too(name: str) -> None:
    layouts, make = OTHERS[name]
    short, long = make(LONGER // 2), make(LONGER)
    for layout in layouts:
        parse(long, layout=layout)
        once, twice = (work(lambda at=layout, t=text: parse(t, layout=at)) for text in (short, long))
        assert twice <= LINEAR * once, layout


class Counted(list[Any]):
    """A list that counts what is taken out of it."""

    taken = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.taken += len(found) if isinstance(at, slice) else 1
        return found


@pytest.mark.parametrize("words", ["the wall be;", "“the wall"])
def test_a_paragraph_looks_at_its_neighbours_alone(words: str) -> None:
    blocks = Counted([Paragraph("I beg to move, That it be,"), *(Paragraph(words) for _ in range(100))])
    Shapes(profile("uk")).shaped(blocks)
    assert blocks.taken <= 4 * len(blocks)


def test_what_drips_from_a_stream_is_counted_once() -> None:
    asked = 0

    class Drop(bytes):
        def __len__(self) -> int:
            nonlocal asked
            asked += 1
            return super().__len__()

    class Dripping(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return Drop(super().read(1))

    text = b"Ms Ada Marsh (Upper Dale) (Lab): No.\n\n" * 20
    assert parse_file(Dripping(text), layout="official-report") == parse_bytes(text, layout="official-report")
    assert asked <= 6 * len(text)


def test_what_is_left_behind_each_part_of_a_gzip_is_copied_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(b"Ms Ada Marsh (Upper Dale) (Lab): No.\n\n") * 3_000
    made, left = zlib.decompressobj, 0

    class Counted:
        def __init__(self, wbits: int) -> None:
            self.one = made(wbits=wbits)

        def __getattr__(self, name: str) -> Any:
            nonlocal left
            value = getattr(self.one, name)
            left += len(value) if name == "unused_data" else 0
            return value

    monkeypatch.setattr(zlib, "decompressobj", Counted)
    found = parse_bytes(packed, layout="official-report", resolve=False)
    assert sum(1 for _ in found.contributions()) == 3_000
    assert left <= 3_000 * (1 << 16)
