"""The command line: its contracts, and one clear line for every bad input."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT

from hansardparse import dumps, parse_file, schema
from hansardparse.write.rows import KEYS

SAMPLE = ROOT / "samples" / "parallel" / "oral-question.txt"
CODE = [sys.executable, "-m", "hansardparse"]


def run(*args: str | Path, data: bytes | None = None, cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([*CODE, *map(str, args)], input=data, capture_output=True, cwd=cwd, env=env)


def test_json_is_what_dumps_writes_and_keeps_to_the_schema() -> None:
    done = run("parse", SAMPLE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == dumps(parse_file(SAMPLE)) + "\n"
    data = json.loads(done.stdout)
    assert list(data)[:2] == ["type", "format"]
    jsonschema.Draft202012Validator(json.loads(run("schema").stdout)).validate(data)
    assert json.loads(run("schema").stdout) == schema()


def test_rows_have_the_same_keys_in_json_lines_and_csv() -> None:
    lines = [json.loads(line) for line in run("parse", SAMPLE, "--to", "jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(run("parse", SAMPLE, "--to", "csv").stdout.decode())))
    assert len(lines) == len(table) > 3
    for n, (row, cells) in enumerate(zip(lines, table, strict=True)):
        assert tuple(row) == KEYS == tuple(cells)
        assert (row["n"], row["source"], row["text"]) == (n, SAMPLE.name, cells["text"])
        assert json.loads(cells["section"]) == row["section"]


def test_standard_input_has_no_source() -> None:
    done = run("parse", "-", "--to", "jsonl", data=SAMPLE.read_bytes())
    assert {json.loads(line)["source"] for line in done.stdout.splitlines()} == {None}


def test_several_files_to_json_need_a_folder(tmp_path: Path) -> None:
    files = sorted(SAMPLE.parent.glob("*.txt"))[:3]
    refused = run("parse", *files)
    assert refused.returncode == 2
    assert b"-o FOLDER" in refused.stderr
    done = run("parse", *files, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert sorted(p.stem for p in (tmp_path / "out").iterdir()) == [f.stem for f in files]


def test_a_folder_means_its_text_files_sorted() -> None:
    done = run("parse", SAMPLE.parent, "--to", "jsonl")
    sources = [json.loads(line)["source"] for line in done.stdout.splitlines()]
    assert list(dict.fromkeys(sources)) == sorted(p.name for p in SAMPLE.parent.glob("*.txt"))


def test_processes_give_the_same_bytes_in_the_same_order() -> None:
    one, two = (run("parse", SAMPLE.parent, "--to", "jsonl", "--jobs", n) for n in ("1", "2"))
    assert one.stdout == two.stdout != b""
    assert two.returncode == 0


def test_an_empty_folder_and_an_empty_file_are_no_errors(tmp_path: Path) -> None:
    assert run("parse", tmp_path, "--to", "jsonl").returncode == 0
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    done = run("parse", empty)
    assert done.returncode == 0
    assert json.loads(done.stdout)["layout"] is None
    assert done.stderr.count(b"\n") == 1


def test_a_text_in_no_layout_is_kept_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Sir,\n\nThe ferry is late.\n", encoding="utf-8")
    done = run("parse", file, "--to", "jsonl")
    kept = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["type"], r["text"]) for r in kept] == [
        ("unrecognised", "Dear Sir,"),
        ("unrecognised", "The ferry is late."),
    ]
    assert done.returncode == 0
    assert b"no-layout" in done.stderr
    assert run("check", file).stdout.decode().startswith(f"{file}:1:1: warning no-layout ")
    strict = run("parse", file, "--strict")
    assert (strict.returncode, strict.stdout) == (1, b"")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x00\x01\x02 binary", b"not a text file"),
        (b"\x00\x00\x03", b"offset 0"),
        (b"caf\xe9 \x81", b"neither UTF-8"),
        ("Ada".encode("utf-16") + b"\x00", b"not valid utf-16"),
    ],
)
def test_bytes_that_are_no_text_are_one_clear_line(tmp_path: Path, data: bytes, said: bytes) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(data)
    done = run("parse", file, "--to", "jsonl")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert said in done.stderr
    assert b"offset" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_said_in_the_result(tmp_path: Path, encoding: str) -> None:
    text = "Ada Marsh Portrait Ms Ada Marsh (Upper Dale) (Lab)\n- Hansard -\n\nThe “café” — £9.\n"
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    data = json.loads(run("parse", file).stdout)
    assert data["encoding"] == encoding
    assert data["items"][0]["blocks"][1]["text"] == "The “café” — £9."


def test_a_bad_byte_late_in_a_stream_has_its_offset() -> None:
    good = (SAMPLE.read_text(encoding="utf-8") + "\n") * (3 + (1 << 20) // SAMPLE.stat().st_size)
    data = good.encode("utf-16") + b"\xff"
    done = run("parse", "-", "--to", "jsonl", data=data)
    assert done.returncode == 2
    assert f"offset {len(good.encode('utf-16'))}".encode() in done.stderr


def test_one_bad_file_does_not_end_a_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "b.txt").write_bytes(b"\x00")
    (tmp_path / "c.txt").write_bytes(SAMPLE.read_bytes())
    for jobs in ("1", "2"):
        done = run("parse", tmp_path, "--to", "jsonl", "--jobs", jobs)
        assert done.returncode == 2
        assert {json.loads(line)["source"] for line in done.stdout.splitlines()} == {"a.txt", "c.txt"}
        assert b"b.txt" in done.stderr


def test_files_that_are_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name in ("missing", "pipe", "loop"):
        done = run("parse", tmp_path / name)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), name
        assert name.encode() in done.stderr


def test_wrong_use_is_two() -> None:
    assert run("parse").returncode == 2
    assert run("parse", SAMPLE, "--layout", "papyrus").returncode == 2
    assert run("frobnicate").returncode == 2


def test_output_is_whole_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    done = run("parse", tmp_path / "bad.txt", "-o", tmp_path / "out.json")
    assert done.returncode == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.txt"]
    done = run("parse", SAMPLE, "-o", tmp_path / "no" / "such" / "out.json")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([*CODE, "parse", str(SAMPLE)], stdout=full, stderr=subprocess.PIPE, env=env)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_a_closed_pipe_is_141() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    many = [str(SAMPLE)] * 200
    with subprocess.Popen(
        [*CODE, "parse", *many, "--to", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as running:
        assert running.stdout is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr is not None
        said = running.stderr.read()
        assert running.wait() == 141
    assert said == b""


def test_an_interrupt_is_one_line() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [*CODE, "parse", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=env
    ) as running:
        assert running.stdin is not None
        running.stdin.write(b"Ada\n" * (1 << 18))  # more than a pipe holds: it has begun to read them
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        _out, err = running.communicate()
    assert running.returncode == 130
    assert err.strip() == b"hansardparse: interrupted"


def test_layouts_and_version() -> None:
    from hansardparse import LAYOUTS, __version__

    listed = run("layouts").stdout.decode()
    assert all(name in listed for name in LAYOUTS)
    assert run("--version").stdout.decode().split() == ["hansardparse", __version__]
