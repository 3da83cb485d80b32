"""`parse(render(t)) == t`: a random typed debate, printed and parsed, is itself again."""

from __future__ import annotations

import json

import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansardparse import Section, Transcript, dumps, loads, parse
from hansardparse.nodes import Note
from hansardparse.testing import transcripts
from hansardparse.write.text import RENDERED, render


@pytest.mark.parametrize("layout", RENDERED)
@given(data=st.data())
def test_a_random_debate_comes_back(layout: str, data: st.DataObject) -> None:
    transcript = data.draw(transcripts(layout))
    text = render(transcript)
    parsed = parse(text, layout=layout, resolve=False)
    assert parsed == transcript
    assert oracle.faults(parsed, text) == []
    assert loads(dumps(parsed)) == parsed


@pytest.mark.parametrize("layout", RENDERED)
@given(data=st.data())
def test_its_layout_is_found(layout: str, data: st.DataObject) -> None:
    transcript = data.draw(transcripts(layout))
    assert parse(render(transcript), resolve=False).layout == layout


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
