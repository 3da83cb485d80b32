"""What the loader makes of the pieces of a terminal."""

from __future__ import annotations

import re

import pytest
from lark import Lark
from lark.load_grammar import load_grammar

from hansardparse.grammar.pieces import grouped, marked

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


KINDS = [
    ("a part", "_THE_NAME: /A|B/", "AB", True),
    ("taken whole", "_WHOLE_NAME: /AB?/", "AB", False),
    ("only looked for", "_NEXT_NAME: /AB/", "B", False),
    ("only looked for, and there", "_NEXT_NAME: /B|C/", "B", True),
    ("barred", "_UNLESS_NAME: /A|B/", "B", False),
    ("barred, and not there", "_UNLESS_NAME: /A|C/", "B", True),
    ("over two lines", "_UNLESS_NAME: /A/\n    | /B/", "B", False),
]


@pytest.mark.parametrize(("piece", "text", "matches"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS])
def test_the_name_of_a_piece_says_how_it_is_taken(piece: str, text: str, matches: bool) -> None:
    name = piece.partition(":")[0]
    rules, _ = load_grammar(marked(f"start: LABEL\nLABEL: {name} /B/\n{piece}\n"), "a grammar", [], False)
    label = Lark(grouped(rules), parser="lalr").get_terminal("LABEL").pattern.to_regexp()
    assert (re.fullmatch(label, text) is not None) is matches
