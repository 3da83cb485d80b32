"""Both sides of every alternative, class and bound of every terminal (`tests/cases.py`)."""

from __future__ import annotations

import cases
import pytest
from lark.utils import TextSlice

from hansardparse import LAYOUTS, grammar, parse


@pytest.mark.parametrize("name", cases.GRAMMARS)
def test_texts_are_taken_for_what_lark_takes_them_for(name: str) -> None:
    texts = cases.every(name)
    for parser in cases.parsers_of(name):
        own, forms = parser.parser.lexer.match, grammar.forms(parser)
        for _, text in texts:
            if text:
                lark, found = own(TextSlice.cast_from(text), 0), forms.match(text)
                assert (found and (found[0], found.lastgroup)) == (lark and (str(lark[0]), lark[1])), text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_parses_every_text(layout: str) -> None:
    """What a terminal takes, the builder can make something of: every side, month, hour, ..."""
    parliament = LAYOUTS[layout].parliament
    own = layout if parliament == cases.USUAL else f"{parliament}/{layout}"
    for name in (own, "lines"):
        for terminal, text in cases.every(name):
            parsed = parse(text, layout=layout, resolve=False)
            assert "grammar-refused" not in {p.code for p in parsed.problems}, (terminal, text)
