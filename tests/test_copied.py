"""Text on a page without markup of its own: what a browser copies is the text that it was."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path

import docx
import pytest
from conftest import SAMPLES

from hansardparse import Transcript, parse, parse_bytes
from hansardparse.read.opening import read_text

BEGIN, END = "<!doctype html><html><head><title>x</title></head><body>", "</body></html>"


def said(transcript: Transcript) -> list[tuple[list[str], list[str]]]:
    return [((each.speaker.label or "").split(), each.text.split()) for each in transcript.contributions()]


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


#: A sample of each layout without what a word processor has other signs for: tabs, and blanks before a line.
IN_WORD = {
    each.parent.name: text for each in SAMPLES if "\t" not in (text := text_of(each)) and "\n " not in text
}


@pytest.mark.parametrize("layout", IN_WORD)
def test_lines_that_a_word_file_breaks_within_a_paragraph_are_lines(layout: str) -> None:
    text = IN_WORD[layout]
    document = docx.Document()
    for paragraph in re.split(r"\n\s*\n", text.strip("\n")):
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    read = parse_bytes(file.getvalue())
    assert read.container == "docx"
    assert said(read) == said(parse(text))


#: What goes by its blank lines: samples, and layouts all of whose turns are parted by two of them.
BY_BLANKS = {
    "download": "two blank lines part its turns",
    "official-report/labels-over-lines": "labels go on over a line end, not over a blank line",
    "official-report/wrapped-without-blank-lines": "its lines are broken where the page ends",
    "historic/wrapped-without-blank-lines": "its lines are broken where the page ends",
    "kildarestreet/leaders": "a time stands above words without a label",
    "theyworkforyou/portrait-above-the-name": "the second of two names stands close below the first",
    "canada/page-of-winnipeg": "headings are what stands apart",
    "verbatim-report/chair-changes": "a note is what stands apart",
    "webpage/archive-without-buttons": "names alone on a line are what stands apart",
}


@pytest.mark.parametrize("blank", ["\n\n", "\n"], ids=["doubled", "none"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: f"{each.parent.name}/{each.stem}")
def test_a_blank_line_after_each_line_or_after_none_changes_no_turn_for_sure(
    sample: Path, blank: str
) -> None:
    name = f"{sample.parent.name}/{sample.stem}"
    if sample.parent.name in BY_BLANKS or name in BY_BLANKS or "wrapped" in name:
        pytest.skip("it goes by its blank lines")
    text = text_of(sample)
    read = parse(re.sub(r"\n+", blank, text))
    doubted = any(problem.code == "uncertain-layout" for problem in read.problems)
    assert doubted or said(read) == said(parse(text))
