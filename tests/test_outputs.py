"""Where output goes: nothing is lost, nothing is replaced that is no file, nothing is there in part."""

from __future__ import annotations

import gzip
import json
import os
import stat
import subprocess
import threading
from pathlib import Path

import pytest
from running import CODE, ENV, SAMPLE, here, run, wait_for

from hansardparse import reading
from hansardparse.text import units

TURN = "Ms Ada Marsh (Upper Dale) (Lab): {}\n"
REPORT = ("--layout", "official-report")


def texts(folder: Path, *places: str) -> None:
    """Make files, each of which says where it is."""
    for place in places:
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TURN.format(place), encoding="utf-8")


def found(folder: Path) -> dict[str, str]:
    """The JSON below a folder: what was said, by the path of the file."""
    return {
        file.relative_to(folder).as_posix(): json.loads(file.read_bytes())["items"][0]["blocks"][0]["text"]
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


# --- two inputs never end in one output ------------------------------------------------------------------


def test_files_of_a_folder_keep_their_place_below_it(tmp_path: Path) -> None:
    texts(tmp_path, "in/x.txt", "in/a/x.txt", "in/a/b/y.TXT", "in/.hidden/z.txt", "in/.z.txt", "in/a/x.log")
    done = here("parse", "in", "-o", "out", *REPORT, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert found(tmp_path / "out") == {
        "a/b/y.json": "a/b/y.TXT",
        "a/x.json": "a/x.txt",
        "x.json": "x.txt",
    } or {place: f"in/{said}" for place, said in found(tmp_path / "out").items()}
    assert found(tmp_path / "out") == {
        "a/b/y.json": "in/a/b/y.TXT",
        "a/x.json": "in/a/x.txt",
        "x.json": "in/x.txt",
    }
    sources = [
        json.loads((tmp_path / "out" / place).read_bytes())["source"] for place in found(tmp_path / "out")
    ]
    assert sources == [os.path.join("in", "a", "b", "y.TXT"), os.path.join("in", "a", "x.txt"), "in/x.txt"]


def test_a_folder_means_what_can_be_read(tmp_path: Path) -> None:
    texts(tmp_path, "in/x.txt", "in/gold.csv", "in/notes.xml", "in/y.json")
    (tmp_path / "in" / "x.html").write_text("<p>Mrs Marsh: No.</p>", encoding="utf-8")
    (tmp_path / "in" / "x.xml").write_text("<publicwhip><speech>No.</speech></publicwhip>", encoding="utf-8")
    assert here("parse", "in/x.txt", "-o", "in", cwd=tmp_path).returncode == 0
    for _ in range(2):  # what it has written itself is none of what it reads the next time
        done = here("parse", "in", "-o", "in", "--from", "text", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert sorted(p.name for p in (tmp_path / "in").iterdir()) == [
            "gold.csv",
            "notes.xml",
            "x.html",
            "x.html.json",
            "x.json",
            "x.txt",
            "x.xml",
            "x.xml.json",
            "y.json",
        ]
    (tmp_path / "in" / "z.json").symlink_to("missing")
    done = here("parse", "in", "-o", "out", "--from", "text", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"z.json: No such file")) == (2, 1)
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_rows_that_were_written_into_a_folder_are_none_of_its_texts(tmp_path: Path) -> None:
    texts(tmp_path, "in/x.txt")
    for name in ("in/rows.csv", "again.csv"):
        done = here("parse", "in", "--to", "csv", "-o", name, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "in" / "rows.csv").read_bytes()


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_several_folders_keep_their_names(tmp_path: Path, jobs: str) -> None:
    texts(tmp_path, "a/x.txt", "b/x.txt", "c.txt")
    done = here("parse", "a", "./b/", "c.txt", "-o", "out", "--jobs", jobs, *REPORT, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert found(tmp_path / "out") == {"a/x.json": "a/x.txt", "b/x.json": "b/x.txt", "c.json": "c.txt"}


@pytest.mark.parametrize(
    "names",
    [
        ("a/x.txt", "b/x.txt"),
        ("a/x.txt", "a/x.txt"),
        ("a", "a/x.txt"),
        ("a", "c/a"),
        ("a", "./a"),
        ("x.txt", "x"),
        ("x.TXT", "x.txt"),
        ("-", "stdin.txt"),
        ("a/x.txt", "link/x.txt"),
        ("d", "y.txt"),  # y.json, a folder, and the output of y.txt
    ],
)
def test_where_two_would_meet_it_is_wrong_use(tmp_path: Path, names: tuple[str, ...]) -> None:
    texts(tmp_path, "a/x.txt", "b/x.txt", "c/a/x.txt", "x.txt", "x", "x.TXT", "stdin.txt", "d/y.json/z.txt")
    texts(tmp_path, "y.txt")
    (tmp_path / "link").symlink_to("a")
    done = here("parse", *names, "-o", "out", *REPORT, cwd=tmp_path, data=b"")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Error: " in done.stderr
    assert not (tmp_path / "out").exists()


def test_outputs_that_are_links_to_one_file_meet(tmp_path: Path) -> None:
    texts(tmp_path, "in/a.txt", "in/b.txt")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.json").symlink_to("b.json")
    done = here("parse", "in", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert not (tmp_path / "out" / "b.json").exists()


@pytest.mark.parametrize(
    ("name", "output"), [("x.txt", "x.json"), ("x.TXT", "x.json"), ("x.html", "x.html.json"), ("x", "x.json")]
)
def test_an_output_is_named_by_its_input(tmp_path: Path, name: str, output: str) -> None:
    texts(tmp_path, name)
    (tmp_path / "out").mkdir()
    assert here("parse", name, "-o", "out", cwd=tmp_path).returncode == 0
    assert list(found(tmp_path / "out")) == [output]


def test_a_folder_of_one_file_is_a_folder(tmp_path: Path) -> None:
    texts(tmp_path, "in/x.txt")
    assert here("parse", "in", "-o", "new/er", *REPORT, cwd=tmp_path).returncode == 0
    assert found(tmp_path / "new" / "er") == {"x.json": "in/x.txt"}


def test_an_output_is_no_input(tmp_path: Path) -> None:
    texts(tmp_path, "x.txt", "in/y.txt", "in/y.json")
    (tmp_path / "link.json").symlink_to("x.txt")
    before = (tmp_path / "x.txt").read_bytes()
    for args in (
        ("x.txt", "-o", "x.txt"),
        ("x.txt", "-o", "link.json"),
        ("in/y.txt", "in/y.json", "-o", "in"),
    ):
        done = here("parse", *args, cwd=tmp_path)
        assert done.returncode == 2, args
        assert b" is an input" in done.stderr
    assert (tmp_path / "x.txt").read_bytes() == before
    assert not (tmp_path / "in" / "y.json.json").exists()


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    texts(tmp_path, "in/x.txt", "in/y.txt", "out")
    assert b"out is no folder" in here("parse", "in", "-o", "out", cwd=tmp_path).stderr
    done = here("parse", "in", "-o", "in", "--to", "jsonl", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert done.stderr == b"hansardparse: in: cannot write: Is a directory\n"


# --- what is there already -------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
@pytest.mark.parametrize("args", [("-o", "t.json"), ("--to", "csv", "-o", "t.json"), ("-o", "folder")])
def test_an_output_keeps_its_mode(tmp_path: Path, mode: int, args: tuple[str, ...]) -> None:
    (tmp_path / "folder").mkdir()
    outputs = [tmp_path / "t.json", tmp_path / "folder" / f"{SAMPLE.stem}.json"]
    for output in outputs:
        output.write_text("old")
        output.chmod(mode)
    assert here("parse", SAMPLE, *args, cwd=tmp_path).returncode == 0
    (new,) = (output for output in outputs if output.read_text(encoding="utf-8") != "old")
    assert stat.S_IMODE(new.stat().st_mode) == mode


def test_a_new_output_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    assert here("parse", SAMPLE, "-o", "t.json", cwd=tmp_path).returncode == 0
    assert (tmp_path / "t.json").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("there", [True, False])
def test_what_a_link_leads_to_is_written(tmp_path: Path, there: bool) -> None:
    (tmp_path / "far").mkdir()
    if there:
        (tmp_path / "far" / "t.json").write_text("old")
    (tmp_path / "l.json").symlink_to("far/t.json")
    (tmp_path / "m.json").symlink_to("l.json")
    assert here("parse", SAMPLE, "-o", "m.json", cwd=tmp_path).returncode == 0
    assert (tmp_path / "m.json").is_symlink()
    assert (tmp_path / "l.json").is_symlink()
    assert json.loads((tmp_path / "far" / "t.json").read_bytes())["type"] == "transcript"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["far", "l.json", "m.json"]


def test_a_link_that_goes_round_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "l.json").symlink_to("l.json")
    done = here("parse", SAMPLE, "-o", "l.json", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert (tmp_path / "l.json").is_symlink()


@pytest.mark.parametrize("to", ["json", "jsonl", "csv"])
@pytest.mark.parametrize("linked", [True, False])
def test_a_fifo_is_written_to(tmp_path: Path, to: str, linked: bool) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to("fifo")
    wanted = here("parse", SAMPLE, "--to", to).stdout
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "fifo").read_bytes()), daemon=True)
    reader.start()
    done = here("parse", SAMPLE, "--to", to, "-o", "link" if linked else "fifo", cwd=tmp_path)
    reader.join(60)
    assert done.returncode == 0, done.stderr
    assert read == [wanted]
    assert stat.S_ISFIFO((tmp_path / "fifo").lstat().st_mode)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["fifo", "link"]


def test_a_fifo_is_read_as_standard_input_is(tmp_path: Path) -> None:
    """As the shell gives what another command prints: `hansardparse parse <(pdftotext a.pdf -)`."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    threading.Thread(target=fifo.write_bytes, args=(SAMPLE.read_bytes(),), daemon=True).start()
    done = run("parse", fifo, "--to", "csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b"\n") == run("parse", SAMPLE, "--to", "csv").stdout.count(b"\n") > 1


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="no links to open files here")
def test_an_open_file_that_a_link_of_the_system_names_is_written(tmp_path: Path) -> None:
    with open(tmp_path / "gone", "w+b") as file:
        os.unlink(tmp_path / "gone")
        link = f"/proc/self/fd/{file.fileno()}"
        done = run("parse", SAMPLE, "-o", link, cwd=tmp_path, pass_fds=(file.fileno(),))
        assert done.returncode == 0, done.stderr
        assert json.loads(file.read())["type"] == "transcript"
    assert not list(tmp_path.iterdir())


# --- whole or not there ----------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("to", ["jsonl", "csv"])
def test_no_rows_of_a_file_that_fails_reach_an_output(
    tmp_path: Path, to: str, jobs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, size in (("BLOCK", 1000), ("LIMIT", 3000), ("REACH", 800)):
        monkeypatch.setattr(units, name, size)
    monkeypatch.setattr(reading, "SAMPLE", 1000)
    texts(tmp_path, "a.txt", "c.txt")
    late = TURN.format("No.") * 400
    (tmp_path / "b.txt").write_bytes(late.encode("utf-16") + b"\xff")
    assert here("parse", "b.txt", "--to", to, *REPORT, cwd=tmp_path).stdout.count(b"\n") > 100
    args = ("parse", "a.txt", "b.txt", "c.txt", "--to", to, "--jobs", jobs, *REPORT)
    done = here(*args, "-o", "rows", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"b.txt: not valid utf-16" in done.stderr
    os.remove(tmp_path / "b.txt")
    good = here("parse", "a.txt", "c.txt", "--to", to, *REPORT, cwd=tmp_path).stdout
    assert (tmp_path / "rows").read_bytes() == good
    assert good.count(b"\n") == 2 + (to == "csv")


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    command = [*CODE, "parse", "-", "--to", "jsonl", "-o", "out/rows.jsonl"]
    (tmp_path / "out").mkdir()

    def parts() -> list[str]:
        return [p.name for p in (tmp_path / "out").iterdir() if p.name.endswith(".part")]

    with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=tmp_path, env=ENV) as killed:
        wait_for(lambda: parts() != [])
        killed.kill()
    (left,) = parts()
    with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=tmp_path, env=ENV) as running:
        wait_for(lambda: len(parts()) == 1 and parts() != [left])
        (own,) = parts()
        texts(tmp_path, "in/x.txt", "in/y.txt")
        assert here("parse", "in", "-o", "out", cwd=tmp_path).returncode == 0
        assert parts() == [own]
        running.communicate(SAMPLE.read_bytes())
        assert running.returncode == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["rows.jsonl", "x.json", "y.json"]


def test_a_part_of_another_program_stays(tmp_path: Path) -> None:
    (tmp_path / ".t.json.part").write_text("another's")
    assert here("parse", SAMPLE, "-o", "t.json", cwd=tmp_path).returncode == 0
    assert (tmp_path / ".t.json.part").exists()


def test_a_long_name_is_no_fault(tmp_path: Path) -> None:
    name = "é" * 120 + ".json"
    assert here("parse", SAMPLE, "-o", name, cwd=tmp_path).returncode == 0
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SAMPLE.read_bytes())
    once = here("parse", "a.txt", "--to", "jsonl", cwd=tmp_path)
    twice = here("parse", "a.txt", "./a.txt", "--to", "jsonl", cwd=tmp_path)
    assert (twice.returncode, twice.stdout) == (0, once.stdout)
    assert twice.stderr == b"hansardparse: 1 files are named twice, and read once\n"


def test_a_folder_has_its_packed_files_too(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt.gz").write_bytes(gzip.compress(SAMPLE.read_bytes()))
    (tmp_path / "in" / "b.py.gz").write_bytes(gzip.compress(b"print()"))
    done = here("parse", "in", "--to", "jsonl", cwd=tmp_path)
    assert {json.loads(line)["source"] for line in done.stdout.splitlines()} == {"in/a.txt.gz"}


def test_a_house_is_spelled_as_its_parliament_spells_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ms Ada Marsh (Upper Dale) (Lab): No.\n", encoding="utf-8")
    done = here(
        "parse", "a.txt", "--to", "jsonl", "--house", "commons", "--layout", "official-report", cwd=tmp_path
    )
    assert json.loads(done.stdout.splitlines()[0])["house"] == "Commons"
    done = here("parse", "a.txt", "--to", "jsonl", "--house", "", cwd=tmp_path)
    assert (done.returncode, b"a House has a name" in done.stderr) == (2, True)
