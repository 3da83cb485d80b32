"""Text on a page without markup of its own: what a browser copies is the text that it was."""

from __future__ import annotations

import html
import io
from pathlib import Path

import pytest
from conftest import SAMPLES

from hansardparse import Transcript, parse, parse_bytes
from hansardparse.read.opening import read_text

BEGIN, END = "<!doctype html><html><head><title>x</title></head><body>", "</body></html>"


def said(transcript: Transcript) -> list[tuple[str | None, list[str]]]:
    return [(each.speaker.label, each.text.split()) for each in transcript.contributions()]


def text_of(sample: Path) -> str:
    return sample.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: f"{each.parent.name}/{each.stem}")
def test_a_sample_that_a_page_shows_as_it_stands_is_read_as_the_sample(sample: Path) -> None:
    text = text_of(sample)
    page = parse_bytes(f"{BEGIN}<pre>\n{html.escape(text)}</pre>{END}".encode())
    assert page.container == "html"
    assert said(page) == said(parse(text))


@pytest.mark.parametrize(
    ("body", "copied"),
    [
        ("A<br>B<br><br>C<br/>\n<br>\nD", "A\nB\n\nC\n\nD\n"),
        ("<br><br>A<br><br><br>B", "A\n\nB\n"),
        ("<p>A<br></p><p><br>B</p>", "A\n\nB\n"),
        ("<pre>A\n  B\n\nC\n\n\nD</pre>E", "A\n  B\n\nC\n\nD\n\nE\n"),
        ("<pre><b>A</b>\n<i>B</i>\n\n<b>C</b></pre>", "A\nB\n\nC\n"),
        ("A<pre>\nB\n</pre>C", "A\n\nB\n\nC\n"),
    ],
)
def test_blank_lines_are_those_that_a_browser_shows(body: str, copied: str) -> None:
    assert read_text(io.BytesIO(f"{BEGIN}{body}{END}".encode()), from_="html") == f"{copied}\n"
