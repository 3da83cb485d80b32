"""`parse(render(t)) == t`: a debate, made at random or read from a page, comes back from its print."""

from __future__ import annotations

import json
from pathlib import Path

import oracle
import pytest
from conftest import SAMPLES
from hypothesis import given
from hypothesis import strategies as st

from hansardparse import Section, Transcript, dumps, loads, parse, parse_file
from hansardparse.nodes import Note
from hansardparse.rendering import render, rendered
from hansardparse.testing import transcripts


@pytest.mark.parametrize("layout", rendered())
@given(data=st.data())
def test_a_random_debate_comes_back(layout: str, data: st.DataObject) -> None:
    transcript = data.draw(transcripts(layout))
    text = render(transcript)
    parsed = parse(text, layout=layout, resolve=False)
    assert parsed == transcript
    assert oracle.faults(parsed, text) == []
    assert loads(dumps(parsed)) == parsed


@pytest.mark.parametrize("layout", rendered())
@given(data=st.data())
def test_its_layout_is_found(layout: str, data: st.DataObject) -> None:
    transcript = data.draw(transcripts(layout))
    found = parse(render(transcript), resolve=False).layout
    # names alone, with neither a party nor an office, may be of no layout for sure
    bare = all(c.speaker.party is None and c.speaker.office is None for c in transcript.contributions())
    assert found == layout or (bare and found is None)


@pytest.mark.parametrize("sample", SAMPLES, ids=[f"{p.parent.name}/{p.stem}" for p in SAMPLES])
def test_a_sample_comes_back(sample: Path) -> None:
    printed = parse_file(sample, layout=sample.parent.name, resolve=False)
    if printed.layout in rendered():
        assert parse(render(printed), layout=printed.layout, resolve=False) == printed


#: What does not come back, each file with the reason.
OTHERWISE = {
    "S5LV0001P0.txt": "a name with a semicolon is taken for a label, and a column cuts the sentence below it",
}


def test_every_real_page_comes_back_but_those_that_are_known(corpus: Path) -> None:
    otherwise = set()
    for file in sorted(corpus.glob("uk-*/*.txt")):
        printed = parse_file(file, resolve=False)
        if any(p.code == "uncertain-layout" for p in printed.problems):  # it is named below, and certain then
            printed = parse_file(file, layout=printed.layout or "auto", resolve=False)
        if printed.layout in rendered():
            again = parse(render(printed), layout=printed.layout, resolve=False)
            if again != printed:
                otherwise.add(file.name)
                assert parse(render(again), layout=printed.layout, resolve=False) == again
    assert otherwise == OTHERWISE.keys()


def test_sections_may_be_as_deep_as_they_like() -> None:
    section = Section((Note("No."),))
    for _ in range(5_000):
        section = Section((section,))
    assert render(Transcript((section,), "parallel")) == "No.\n\n"


def test_a_layout_without_a_renderer_is_refused() -> None:
    with pytest.raises(ValueError, match="no renderer for None"):
        render(parse(""))


def test_json_is_what_the_json_module_writes() -> None:
    words = "".join(map(chr, range(0x250))) + "‘’“”—\u2028\ufeff😀"
    told = Transcript((Section((Note(words), Note("100 %s %%"))), Section(())))
    text = dumps(told)
    assert json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) == text
    assert loads(text) == told


def test_a_piece_of_text_is_written_as_its_text() -> None:
    class Piece(str):
        pass

    assert dumps(Transcript((Note(Piece("Ada")),))) == dumps(Transcript((Note("Ada"),)))
