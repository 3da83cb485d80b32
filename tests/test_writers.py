"""Formats by name: those of the library, one that a package brings, and one that is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from running import SAMPLE, here

from hansardparse.write.writers import names, writer

PAGE = "Ferries\n\nAda Marsh Portrait Ms Ada Marsh (Dale) (Lab)\n- Hansard -\n\nNo.\n"
MODULE = """
from hansardparse.errors import HansardError
from hansardparse.write.writers import Writer


def _counted(parts, wanted):
    for part in parts:
        if part.given is None or part.given.date is None:
            raise HansardError("this format needs a date: give --date", code="no-date")
        wanted.report("no format holds everything")
        yield f"{part.given.date} {sum(1 for _ in part.contributions())}\\n"


COUNTS = Writer(pieces=_counted, whole=True, suffix="count.txt")
WRONG = 1
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with an installed package that brings formats."""
    (tmp_path / "site" / "counting-1.0.dist-info").mkdir(parents=True)
    (tmp_path / "site" / "counting.py").write_text(MODULE, encoding="utf-8")
    known = tmp_path / "site" / "counting-1.0.dist-info"
    (known / "METADATA").write_text("Metadata-Version: 2.1\nName: counting\nVersion: 1.0\n", "utf-8")
    points = "[hansardparse.writers]\ncounts = counting:COUNTS\nwrong = counting:WRONG\ngone = nowhere:X\n"
    (known / "entry_points.txt").write_text(points, encoding="utf-8")
    return tmp_path


def run(package: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    path = os.pathsep.join((str(ROOT), str(package / "site")))
    command = [sys.executable, "-m", "hansardparse", "parse", *args]
    return subprocess.run(command, cwd=package, env={**os.environ, "PYTHONPATH": path}, capture_output=True)


def test_a_package_brings_a_format(package: Path) -> None:
    for name in ("2024-03-04.txt", "b.txt"):
        (package / name).write_text(PAGE, encoding="utf-8")
    done = run(package, "2024-03-04.txt", "--to", "counts", "--date", "name")
    assert (done.returncode, done.stdout) == (0, b"2024-03-04 1\n"), done.stderr
    assert done.stderr == b"2024-03-04.txt: warning: no format holds everything\n"
    done = run(package, "2024-03-04.txt", "b.txt", "--to", "counts", "--date", "name", "-o", "out")
    assert [p.name for p in (package / "out").iterdir()] == ["2024-03-04.count.txt"]
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[1:] == [
        "b.txt: warning: there is no date, YYYY-MM-DD, in the name of this file",
        "hansardparse: b.txt: this format needs a date: give --date [no-date]",
    ]


@pytest.mark.parametrize(("name", "said"), [("wrong", b"is no Writer"), ("gone", b"No module named")])
def test_what_a_package_brings_may_be_no_format(package: Path, name: str, said: bytes) -> None:
    done = run(package, str(SAMPLE), "--to", name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr
    assert b"Traceback" not in done.stderr


def test_every_format_is_known_by_its_name() -> None:
    assert names()[:3] == ("json", "jsonl", "csv")
    assert all(writer(name).pieces for name in names())
    with pytest.raises(KeyError):
        writer("none")
    done = here("parse", SAMPLE, "--to", "none")
    assert (done.returncode, b"'none' is none of json, jsonl" in done.stderr) == (2, True)


# --- what the caller knows ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("debates2009-10-28c.txt", "2009-10-28"),
        ("2009-02-30-2009-03-01.txt", "2009-03-01"),
        ("12009-10-28.txt", None),
        ("2009-10-281.txt", None),
        ("2024-W10-1.txt", None),
        ("20091028.txt", None),
        ("x.txt", None),
    ],
)
def test_a_date_is_read_in_the_name_of_a_file(tmp_path: Path, name: str, date: str | None) -> None:
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    done = here("parse", name, "--date", "name", "--to", "jsonl", "--layout", "parallel", cwd=tmp_path)
    assert done.returncode == 0
    for row in map(json.loads, done.stdout.splitlines()):
        assert (row["date"], row["given"]) == (date, {"date": "file-name"} if date else {})
    assert done.stderr.count(b"no date") == (date is None)


def test_a_date_and_a_house_that_are_printed_stay(tmp_path: Path) -> None:
    args = ("parse", SAMPLE, "--to", "jsonl", "--house", "Lords", "--date", "1999-12-31")
    rows = [json.loads(line) for line in here(*args).stdout.splitlines()]
    assert {(row["date"], row["house"]) for row in rows} == {("2024-03-04", "Commons")}
    assert all(row["given"] == {} for row in rows)
    (tmp_path / "x.txt").write_text(PAGE, encoding="utf-8")
    rows = [json.loads(line) for line in here(args[0], tmp_path / "x.txt", *args[2:]).stdout.splitlines()]
    assert {(row["date"], row["house"]) for row in rows} == {("1999-12-31", "Lords")}
    assert all(row["given"] == {"date": "option", "house": "option"} for row in rows)
    told = json.loads(here("parse", tmp_path / "x.txt", *args[4:]).stdout)
    assert (told["date"], told["given"]["date"], told["given"]["house"]) == (None, "1999-12-31", "Lords")


@pytest.mark.parametrize("date", ["2009-02-30", "20090228", "2024-W10-1", "soon", ""])
def test_what_is_no_date_is_wrong_use(date: str) -> None:
    done = here("parse", SAMPLE, "--date", date)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"is no day, YYYY-MM-DD" in done.stderr


@pytest.mark.parametrize("args", [("--unit", "speech"), ("--columns", "tif")])
def test_a_tree_has_no_units_and_no_columns(args: tuple[str, str]) -> None:
    done = here("parse", SAMPLE, *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"tables of rows" in done.stderr


@pytest.mark.parametrize("to", ["tei", "akn", "publicwhip"])
def test_what_stands_above_the_first_day_is_of_that_day_whatever_the_caller_says(
    tmp_path: Path, to: str
) -> None:
    text = (
        "1497\n\nHOUSE OF COMMONS\n\nWednesday, 4th December, 1968\n\nFERRIES\n\nMr. Oake: The ferry is late."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = here(
        "parse",
        "a.txt",
        "--layout",
        "official-report",
        "--date",
        "1950-01-01",
        "--house",
        "Commons",
        "--to",
        to,
        cwd=tmp_path,
    )
    assert (done.returncode, b"1968-12-04" in done.stdout, b"1950" in done.stdout) == (0, True, False)


def test_a_reader_that_cannot_be_loaded_is_one_line(package: Path) -> None:
    known = package / "site" / "counting-1.0.dist-info" / "entry_points.txt"
    (package / "a.txt").write_text(PAGE, encoding="utf-8")
    for points, said in (
        ("bad = counting:NOTHING", b"has no attribute 'NOTHING'"),
        ("bad = counting:WRONG", b"bad = counting:WRONG is no Container"),
    ):
        known.write_text(f"[hansardparse.readers]\n{points}\n", encoding="utf-8")
        done = run(package, "a.txt")
        assert (done.returncode, done.stdout, b"Traceback" in done.stderr) == (2, b"", False)
        assert said in done.stderr
        assert b"[bad-reader]" in done.stderr
        assert done.stderr.count(b"\n") == 1


def test_a_reader_may_say_nothing_of_the_parts_of_a_label(package: Path) -> None:
    (package / "site" / "counting.py").write_text(
        "from hansardparse.read.containers import Container\n"
        "from hansardparse.read.lines import Line\n"
        "def read(source):\n"
        "    yield Line('LABEL', 'Ms Ada Marsh (Upper Dale) (Lab)')\n"
        "    yield Line('PARAGRAPH', 'The wall is weak.')\n"
        "MINE = Container('mine', 'a file of mine', 'xml', '<mine', 'counting:read', 'uk')\n",
        encoding="utf-8",
    )
    known = package / "site" / "counting-1.0.dist-info" / "entry_points.txt"
    known.write_text("[hansardparse.readers]\nmine = counting:MINE\n", encoding="utf-8")
    (package / "a.xml").write_text("<mine/>", encoding="utf-8")
    done = run(package, "a.xml", "--to", "jsonl")
    assert done.returncode == 0, done.stderr
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (row["speaker_label"], row["party"], row["text"]) == (
        "Ms Ada Marsh (Upper Dale) (Lab)",
        "Lab",
        "The wall is weak.",
    )
