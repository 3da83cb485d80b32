"""`parse(render(t)) == t`: a random typed debate, printed and parsed, is itself again."""

from __future__ import annotations

import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansardparse import dumps, loads, parse
from hansardparse.render import RENDERED, render
from hansardparse.testing import transcripts


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
