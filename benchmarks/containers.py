"""How fast containers are: `python -m benchmarks containers`.

Each container in ../shared that also exists as text, the largest of its folder and kind, is read and parsed;
so is the text of the same sitting (of a PDF the text that it holds, since those beside it are of some pages);
and the library below (selectolax, lxml, `json`, pypdfium2, python-docx) opens the file, and gives the words
of a PDF or a Word file. A container is held to 1.5 times the text and the library together. The times are
processor time, the least of several runs in turns; nobody is resolved.
"""

from __future__ import annotations

import functools
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.measure import in_turns
from benchmarks.real import SHARED
from hansardparse import parse, parse_file
from hansardparse.read.opening import read_text

LIMIT = 1.5
#: What is smaller says more of the clock, in bytes.
LEAST = 100_000
#: The text of the same sitting, by the end of its name; the nearest to what the container shows comes first.
TEXTS = ("hp", "page", "copy", "twfy", "gettext", "pdfium", "flow", "dl", "")


def _html(data: bytes) -> None:
    from selectolax.lexbor import LexborHTMLParser

    LexborHTMLParser(data)


def _xml(data: bytes) -> None:
    from lxml import etree

    etree.fromstring(data, etree.XMLParser(recover=True, huge_tree=True))


def _pdf(data: bytes) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()


def _docx(data: bytes) -> None:
    import docx

    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        assert paragraph.text is not None


BELOW: dict[str, Callable[[bytes], Any]] = {
    ".html": _html,
    ".xml": _xml,
    ".json": json.loads,
    ".pdf": _pdf,
    ".docx": _docx,
}


def pairs() -> Iterator[tuple[Path, Path]]:
    """Each container, and a text of the same sitting."""
    for file in sorted([*(SHARED / "inputs").glob("*/*"), *(SHARED / "corpus").glob("*/*")]):
        if file.suffix in BELOW and file.stat().st_size >= LEAST:
            texts = (file.with_name(f"{file.stem}.{kind}.txt".replace("..", ".")) for kind in TEXTS)
            if text := next((text for text in texts if text.is_file()), None):
                yield file, text


def containers() -> int:
    """Time all of them, the largest of a folder and kind; how many take longer than they may."""
    largest: dict[tuple[str, str], tuple[Path, Path]] = {}
    for file, text in pairs():
        kind = (file.parent.name, file.suffix)
        if kind not in largest or file.stat().st_size > largest[kind][0].stat().st_size:
            largest[kind] = file, text
    print(f"{'':26} {'kB':>6} {'container':>16} {'text':>8} {'library':>8}  times")
    missed = 0
    for (folder, suffix), (file, text) in largest.items():
        data = file.read_bytes()
        words = read_text(io.BytesIO((file if suffix == ".pdf" else text).read_bytes()))
        took, of_text, below = in_turns(
            functools.partial(parse_file, file, resolve=False),
            functools.partial(parse, words, resolve=False),
            functools.partial(BELOW[suffix], data),
        )
        times = took / (of_text + below)
        missed += times > LIMIT
        print(
            f"{folder + suffix:26.26} {len(data) / 1e3:6.0f} {took * 1e3:6.0f} ms "
            f"{len(data) / took / 1e6:4.1f} MB/s {of_text * 1e3:5.0f} ms {below * 1e3:5.0f} ms  {times:5.2f}"
            f"{'  !' if times > LIMIT else ''}",
            flush=True,
        )
    return missed
