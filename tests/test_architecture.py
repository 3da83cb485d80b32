"""Imports go downwards only, nothing is too long, and no word of a parliament stands in Python."""

import ast

import architecture
from architecture import ALLOWED, BACK, EXCEPTIONS, OUTSIDE

TREES = architecture.modules()


def test_rooms_import_what_stands_below_them() -> None:
    between = architecture.rooms(architecture.arrows(TREES))
    assert architecture.back(between) == BACK.keys()
    assert between.keys() - architecture.GROUND - OUTSIDE == ALLOWED.keys()


def test_no_room_may_import_one_that_imports_it() -> None:
    assert architecture.circles({room: set(below) for room, below in ALLOWED.items()}) == []


def test_no_modules_import_each_other() -> None:
    assert architecture.circles(architecture.forward(architecture.arrows(TREES))) == []


def test_circles_are_found() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}
    assert architecture.circles(graph) == [["a", "b", "c"]]


def test_modules_and_functions_are_short() -> None:
    assert architecture.too_long(TREES) == []


def test_no_word_of_a_parliament_stands_in_python() -> None:
    assert set(architecture.printed(TREES)) - EXCEPTIONS.keys() == set()


def test_no_expression_stands_outside_of_the_grammars() -> None:
    assert set(architecture.expressions(TREES)) - EXCEPTIONS.keys() == set()


def test_every_exception_is_one_and_they_are_few() -> None:
    assert EXCEPTIONS.keys() <= {*architecture.printed(TREES), *architecture.expressions(TREES)}
    assert len(EXCEPTIONS) <= 10


def test_a_word_and_an_expression_are_found() -> None:
    said = "import re\n'My Lords'\nx = 'Hon. Members: My Lords, I beg'\nre.search(r'My (?:Lords)', x)\n"
    tree = {"build/x.py": ast.parse(said)}
    assert set(architecture.printed(tree)) == {("build/x.py", "Hon. Members: My Lords, I beg")}
    assert set(architecture.expressions(tree)) == {("build/x.py", "My (?:Lords)")}
