"""What the loader makes of the pieces of a terminal."""

from __future__ import annotations

import re

import pytest
from lark import Lark
from lark.load_grammar import load_grammar

from hansardparse.grammar.pieces import grouped

CHOICES = {
    "by itself": "LABEL: /Mr|Mrs/ / [A-Z]:/",
    "by its name": "LABEL: _TITLE / [A-Z]:/\n_TITLE: /Mr|Mrs/",
    "by two names": "LABEL: _STYLE / [A-Z]:/\n_STYLE: _TITLE\n_TITLE: /Mr|Mrs/",
    "of pieces": "LABEL: (/Mr|Ms/ | /Mrs/) / [A-Z]:/",
    "said twice": "LABEL: _TITLE / [A-Z]:/ _TITLE? \n_TITLE: /Mr|Mrs/",
}


@pytest.mark.parametrize("terminal", CHOICES.values(), ids=list(CHOICES))
def test_a_choice_is_one_whatever_stands_beside_it(terminal: str) -> None:
    rules, _ = load_grammar(f"start: LABEL\n{terminal}\n", "a grammar", [], False)
    label = Lark(grouped(rules), parser="lalr").get_terminal("LABEL").pattern.to_regexp()
    assert re.fullmatch(label, "Mr A:")
    assert re.fullmatch(label, "Mrs A:")
    assert not re.match(label, "Mr:")
