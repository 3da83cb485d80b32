"""Errors are a product: the message, the place, the line with a caret."""

from __future__ import annotations

import pytest

from hansardparse import HansardError, parse

PAGE = (
    "Sea Walls\n\nAda Marsh Excerpts\nMonday 30th February 2024\n\n"
    "Ada Marsh Portrait Ms Ada Marsh (Upper Dale) (Lab)\n- Hansard -\n\nNo.\n"
)


def test_a_strict_error_shows_the_line_with_a_caret() -> None:
    with pytest.raises(HansardError) as caught:
        parse(PAGE, strict=True)
    assert str(caught.value) == (
        "4:1: there is no such day [impossible-date]\n    Monday 30th February 2024\n    ^"
    )
    assert (caught.value.line, caught.value.column) == (4, 1)


def test_the_same_without_strict_is_a_problem_in_the_result() -> None:
    (problem,) = parse(PAGE).problems
    assert (problem.code, problem.line, problem.column) == ("impossible-date", 4, 1)
    assert PAGE[problem.span.start : problem.span.end] == "Monday 30th February 2024"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_lines_are_counted_whatever_the_newline(newline: str) -> None:
    (problem,) = parse(PAGE.replace("\n", newline)).problems
    assert (problem.line, problem.column) == (4, 1)


def test_a_far_place_in_a_long_line_is_cut_to_fit() -> None:
    error = HansardError("no", code="x", line=1, column=500, text="a" * 499 + "!" + "b" * 500)
    _message, line, caret = str(error).split("\n")
    assert len(line) < 90
    assert line[caret.index("^")] == "!"


def test_an_unknown_layout_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="no layout 'papyrus'; known: auto, download"):
        parse("x", layout="papyrus")
