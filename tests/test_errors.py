"""Errors are a product: the message, the place, the line with a caret."""

from __future__ import annotations

import copy
import functools
import io
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from hansardparse import HansardError, iter_sections, parse, parse_bytes, parse_file

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
    with pytest.raises(ValueError, match=r"no layout 'papyrus'; known: auto, .*download"):
        parse("x", layout="papyrus")


def test_an_error_is_copied_and_pickled_whole() -> None:
    error = HansardError("no", code="x", line=2, column=3, text="a b", source="f.txt", json_path="$.items[0]")
    error.add_note("while reading")
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(other) is HansardError
        assert (str(other), vars(other)) == (str(error), vars(error))


def test_an_error_of_another_process_arrives() -> None:
    with ProcessPoolExecutor(1) as pool, pytest.raises(HansardError, match=r"4:1: .*\[impossible-date\]"):
        pool.submit(functools.partial(parse, strict=True), PAGE).result(60)


def test_a_control_character_in_the_line_leaves_the_caret_in_its_place() -> None:
    error = HansardError("no", code="x", line=1, column=6, text="a\x1b[2Jb\tc")
    assert str(error).split("\n")[1:] == ["    a␛[2Jb c", "         ^"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: parse(b"x"), "call parse_bytes"),  # type: ignore[arg-type]
        (lambda: parse(Path("x")), "call parse_file"),  # type: ignore[arg-type]
        (lambda: parse(io.StringIO("x")), "call parse_file"),  # type: ignore[arg-type]
        (lambda: parse(None), r"takes text \(str\), not NoneType"),  # type: ignore[arg-type]
        (lambda: parse_bytes("x"), "call parse for text"),  # type: ignore[arg-type]
        (lambda: parse_file(b"x"), "call parse_bytes"),  # type: ignore[arg-type]
        (lambda: parse_file(io.StringIO("x")), r'open\(path, "rb"\)'),  # type: ignore[arg-type]
        (lambda: parse_file(5), "a path or a binary stream is wanted, not int"),  # type: ignore[arg-type]
        (lambda: list(iter_sections(io.StringIO("x"))), r'open\(path, "rb"\)'),  # type: ignore[arg-type]
        (lambda: list(iter_sections(b"x")), "call parse_bytes"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_kind_of_input_is_told_what_to_call(call: Callable[[], object], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        call()


def test_the_bytes_of_a_file_are_parsed_as_the_file() -> None:
    data = PAGE.replace("No.", "“Café.”").encode("cp1252")
    transcript = parse_bytes(data)
    assert (transcript.encoding, transcript.source) == ("cp1252", None)
    assert transcript == parse_file(io.BytesIO(data))
    assert parse_bytes(bytearray(data), encoding="latin-1").encoding == "iso8859-1"
    with pytest.raises(ValueError, match="no encoding 'papyrus'; known: auto, utf-8"):
        parse_bytes(data, encoding="papyrus")
    with pytest.raises(ValueError, match="no encoding 'rot13'"):
        parse_bytes(data, encoding="rot13")
