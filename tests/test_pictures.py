"""Pictures: each in one line, from a transcript or from rows, as SVG and PNG."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest
from conftest import ROOT

import hansardparse
from hansardparse import HansardError
from hansardparse.view import pictures

SAMPLE = ROOT / "samples" / "parallel" / "oral-question.txt"
DIVISION = ROOT / "samples" / "official-report" / "division.txt"


def values(chart: Any) -> list[dict[str, Any]]:
    made = json.loads(chart.to_json())
    (data,) = made["datasets"].values() if "datasets" in made else [made["data"]["values"]]
    return list(data)


def svg(chart: Any) -> str:
    pytest.importorskip("vl_convert")
    written = io.StringIO()
    chart.save(written, format="svg")
    return written.getvalue()


def test_a_transcript_and_its_rows_give_the_same_picture() -> None:
    pytest.importorskip("altair")
    tree = hansardparse.parse_file(SAMPLE)
    rows = list(hansardparse.rows(tree))
    for make in (pictures.words, lambda of: pictures.words(of, by="party"), pictures.course):
        assert values(make(tree)) == values(make(rows))


def test_what_the_pictures_show() -> None:
    pytest.importorskip("altair")
    tree = hansardparse.parse_file(SAMPLE)
    total = sum(len(c.text.split()) for c in tree.contributions())
    assert sum(row["words"] for row in values(pictures.words(tree))) == total
    assert [row["words"] for row in values(pictures.words(tree, by="party"))] == [29, 27, 10]
    assert values(pictures.words(tree, by="party"))[1]["colour"] == "#0087dc"
    course = values(pictures.course(tree))
    assert len(course) == 6 and course[-1]["to"] == total
    (division,) = hansardparse.parse_file(DIVISION).divisions()
    assert [row["votes"] for row in values(pictures.division(division))] == [4, 2]
    with pytest.raises(ValueError, match="by is"):
        pictures.words(tree, by="hat")


def test_they_are_written_as_svg_and_png() -> None:
    pytest.importorskip("altair")
    assert "Sir Gerald Oake" in svg(pictures.words(hansardparse.parse_file(SAMPLE)))
    written = io.BytesIO()
    (division,) = hansardparse.parse_file(DIVISION).divisions()
    pictures.division(division).save(written, format="png")
    assert written.getvalue().startswith(b"\x89PNG")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(HansardError, match=r"pip install 'hansardparse\[plot\]'"):
        pictures.words(hansardparse.parse_file(SAMPLE))
