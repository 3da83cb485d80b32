"""Both sides of every alternative, class and bound of every terminal (`tests/cases.py`)."""

from __future__ import annotations

import cases
import pytest
from lark.utils import TextSlice

from hansardparse import LAYOUTS, grammar, parse


@pytest.mark.parametrize("name", cases.NAMES)
def test_texts_are_taken_for_what_they_were(name: str) -> None:
    """If a grammar was changed on purpose: `make samples`, and read the difference before committing."""
    every, wanted = cases.read(name)
    changed = [
        f"{terminal}, {text!r}: {now}, not {was}"
        for (terminal, text), was, now in zip(every, wanted, cases.taken_for(name, every), strict=True)
        if now != was
    ]
    assert not changed, changed[:5]


def test_every_grammar_has_its_texts() -> None:
    assert sorted(p.stem for p in cases.HERE.glob("*.tsv")) == cases.NAMES


@pytest.mark.parametrize("name", cases.NAMES)
def test_texts_are_taken_for_what_lark_takes_them_for(name: str) -> None:
    texts, _ = cases.read(name)
    for parser in cases.parsers_of(name):
        own, forms = parser.parser.lexer.match, grammar.forms(parser)
        for _, text in texts:
            if text:
                lark, found = own(TextSlice.cast_from(text), 0), forms.match(text)
                assert (found and (found[0], found.lastgroup)) == (lark and (str(lark[0]), lark[1])), text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_parses_every_text(layout: str) -> None:
    """What a terminal takes, the builder can make something of: every side, month, hour, ..."""
    for name in {layout, "shared"}:
        for terminal, text in cases.read(name)[0]:
            parsed = parse(text, layout=layout, resolve=False)
            assert "grammar-refused" not in {p.code for p in parsed.problems}, (terminal, text)
