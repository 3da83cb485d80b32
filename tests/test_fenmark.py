"""A parliament that is nowhere, from a folder outside the package: words, a profile, one layout.

Its honorifics, months, sides and its Chair are its own; all else is read by the grammars that parliaments
share, and what it has no grammar for finds nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import GRAMMARS, ROOT

from hansardparse import grammar
from hansardparse.grammar import find

FOLDER = ROOT / "tests" / "fenmark"
DAY = """Moot of Fenmark

Mereday 5 Firstmoon 2024

The Dykes

~ Dam Ada Marsh (Upper Dale) (Reed)
I lay before the Moot, That the dykes be mended.

~ Ser Gerald Oake (Port Ardle) (Heron)
No. Mr Speaker is not of this Moot.

~ The Lawspeaker
Order.

The Moot divided: Yeas 2, Nays 1.

Division No. 4] [9.59 pm

Yeas
Marsh, Dam Ada
Reed, Ser Ivor
Nays
Oake, Ser Gerald
"""
LABELS = (
    "Ser Gerald Oake (Port Ardle) (Heron)",
    "The Second Lawspeaker (Dam Una Fell)",
    "Many sworn Fenfolk",
    "Warden of the Dykes (Ser Ivor Reed)",
    "Dam Una Fell (in the high seat)",
    "Mr Gerald Oake",
)
#: In a process of its own: what is made known there is not known to the other tests.
READ = """
import json, sys
from hansardparse import dumps, loads, parse, rows
from hansardparse.layouts import load_layout
from hansardparse.parliaments import profile
from hansardparse.speakers.labels import speaker

said = json.load(sys.stdin)
layout = load_layout(said["file"])
day = parse(said["day"], layout=layout.name)
assert loads(dumps(day)) == day
words = profile("fenmark")
labels = [speaker(label, profile=words) for label in said["labels"]]
print(json.dumps({
    "rows": list(rows(day)),
    "found": parse(said["day"]).layout,
    "problems": [problem.code for problem in day.problems],
    "kinds": [section.kind for section in day.sections()],
    "blocks": [type(block).__name__ for one in day.contributions() for block in one.blocks],
    "votes": [[group.option, group.stated, [vote.name for vote in group.votes]]
              for division in day.divisions() for group in division.groups],
    "labels": [[s.role, s.honorific, s.surname, s.office, str(s.constituency or ""), s.party and s.party.name,
                s.in_chair] for s in labels],
}))
"""


@pytest.fixture(scope="module")
def read() -> dict[str, Any]:
    """The day of the Moot as it is read, and its labels."""
    said = json.dumps({"file": str(FOLDER / "fenmark.lark"), "day": DAY, "labels": LABELS})
    done = subprocess.run(
        [sys.executable, "-c", READ], input=said.encode(), cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_its_layout_is_told_and_its_day_read_without_a_problem(read: dict[str, Any]) -> None:
    assert (read["found"], read["problems"]) == ("fenmark", [])
    types = [row["type"] for row in read["rows"]]
    assert types == [
        *("heading", "heading", "contribution", "contribution", "contribution", "procedure", "division")
    ]


def test_its_months_are_its_own(read: dict[str, Any]) -> None:
    assert {row["date"] for row in read["rows"]} == {"2024-01-05"}


def test_its_labels_have_its_honorifics_its_parties_and_its_chair(read: dict[str, Any]) -> None:
    assert read["labels"] == [
        ["member", "Ser", "Oake", None, "Port Ardle", "The Herons", False],
        ["chair", "Dam", "Fell", "The Second Lawspeaker", "", None, True],
        ["collective", None, None, None, "", None, False],
        ["member", "Ser", "Reed", "Warden of the Dykes", "", None, False],
        ["chair", "Dam", "Fell", None, "", None, True],
        ["member", None, "Oake", None, "", None, False],  # `Mr` is no title there
    ]


def test_its_divisions_have_its_sides(read: dict[str, Any]) -> None:
    assert read["votes"] == [
        ["yea", 2, ["Marsh, Dam Ada", "Reed, Ser Ivor"]],
        ["nay", 1, ["Oake, Ser Gerald"]],
    ]


def test_its_motions_are_announced_in_its_words(read: dict[str, Any]) -> None:
    assert read["blocks"] == ["Motion", "Paragraph", "Paragraph"]


def test_its_house_is_a_sitting(read: dict[str, Any]) -> None:
    assert read["kinds"][0] == "sitting"


def test_all_grammars_but_layouts_are_there_for_a_parliament_that_has_none_of_its_own() -> None:
    shared = {path.stem for path in (ROOT / "grammars" / "shared").glob("*.lark")}
    usual = {name for name in GRAMMARS if "/" not in name}
    layouts = {name for name in usual if grammar.source(name, "uk").startswith("//!")}
    only_uk = {"attendance", "excerpts", "minutes"}  # which layouts of hearings ask, and which layouts import
    assert usual - layouts - shared == only_uk


def test_a_word_that_a_parliament_says_stands_for_the_shared_one() -> None:
    words = find.source("words", "uk")
    assert words.count("\n_HONORIFIC:") == 1
    assert "Dame" in words
    assert "\n_NOTHING:" in words


#: In a process of its own, with a package on its path that brings the folder; its own code must not run.
INSTALLED = """
import sys
from hypothesis import given, settings
from hansardparse import LAYOUTS, dumps, loads, parse, resolve, unresolved
from hansardparse.testing import transcripts
from hansardparse.rendering import render

layout = LAYOUTS["fenmark"]
assert layout.profile.name == "Fenmark"

@settings(max_examples=40, deadline=None, database=None)
@given(transcripts("fenmark"))
def comes_back(debate):
    text = render(debate)
    found = parse(text, resolve=False)
    assert found.layout == "fenmark", text
    assert found == debate, text
    assert loads(dumps(found)) == found
    assert unresolved(resolve(found)) == found
    assert dumps(parse(text.replace("\\n", "\\r\\n"), resolve=False)).count("contribution") == dumps(
        found
    ).count("contribution")

comes_back()
"""


def test_an_installed_package_brings_it_and_it_keeps_every_law(tmp_path: Path) -> None:
    package = _package(tmp_path, "fenmark = fenmark_rolls")
    (package / "__init__.py").write_text("raise SystemExit('code of the package ran')\n", encoding="utf-8")
    path = os.pathsep.join((str(ROOT), str(tmp_path)))
    done = subprocess.run(
        [sys.executable, "-c", INSTALLED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def _package(folder: Path, point: str, old: str = "", new: str = "", file: str = "fenmark.lark") -> Path:
    """A package that brings the folder by an entry point, something changed in one of its files."""
    package = shutil.copytree(FOLDER, folder / "fenmark_rolls")
    (package / "__init__.py").touch()
    text = (package / file).read_text("utf-8")
    assert old in text
    (package / file).write_text(text.replace(old, new), "utf-8")
    known = folder / "fenmark_rolls-1.0.dist-info"
    known.mkdir()
    (known / "METADATA").write_text("Metadata-Version: 2.1\nName: fenmark-rolls\nVersion: 1.0\n", "utf-8")
    (known / "entry_points.txt").write_text(f"[hansardparse.layouts]\n{point}\n", "utf-8")
    (folder / "day.txt").write_text(DAY, "utf-8")
    return package


def _parsed(folder: Path, *options: str) -> tuple[int, str, str]:
    """The day of the Moot on the command line: status, output, errors."""
    done = subprocess.run(
        [sys.executable, "-m", "hansardparse", "parse", "day.txt", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(folder)))},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


BROKEN = {
    "head": (
        ("fenmark = fenmark_rolls", "//! lines: whole", "//! lines: sometimes"),
        "fenmark.lark:3: `lines` is one of whole,",
    ),
    "name": (("uk = fenmark_rolls",), "a parliament 'uk' is known already; mend or uninstall the package"),
    "folder": (("fenmark = fenmark_rolls:rolls",), "rolls: the package has no profile.toml there; mend"),
    "nothing": (("fenmark = fenmark_scrolls",), "there is no package fenmark_scrolls; mend or uninstall"),
    "other": (("moot = fenmark_rolls",), "fenmark.lark: the head names the parliament 'fenmark', the entry"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_package_is_named_where_it_is_needed_and_nowhere_else(name: str, tmp_path: Path) -> None:
    changes, said = BROKEN[name]
    _package(tmp_path, *changes)
    status, out, errors = _parsed(tmp_path, "--to", "csv")
    assert (status, out, errors.count("\n")) == (2, "", 1)
    assert said in errors
    assert f"the entry point hansardparse.layouts: {changes[0]}, or name a layout" in errors
    status, out, errors = _parsed(tmp_path, "--layout", "markdown", "--to", "csv")
    assert (status, errors) == (0, "")


def test_what_is_wrong_in_the_rules_of_a_package_is_no_fault_of_the_text(tmp_path: Path) -> None:
    package = _package(tmp_path, "fenmark = fenmark_rolls", "LABEL (PARAGRAPH", "LABEL (PARAGRAFF")
    status, out, errors = _parsed(tmp_path, "--to", "csv")
    assert (status, out) == (2, "")
    assert errors.startswith(f"hansardparse: {package}/fenmark.lark:26: Rule 'PARAGRAFF' used but not")
