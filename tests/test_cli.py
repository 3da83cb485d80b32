"""The command line: its contracts, and one clear line for every bad input."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT
from running import CODE, ENV, SAMPLE, here, run

from hansardparse import LAYOUTS, __version__, dumps, parse_file, schema
from hansardparse.write.rows import KEYS


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
        assert (row["n"], row["source"], row["text"]) == (n, str(SAMPLE), cells["text"])
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
    assert list(dict.fromkeys(sources)) == sorted(str(p) for p in SAMPLE.parent.glob("*.txt"))


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
        assert {json.loads(line)["source"] for line in done.stdout.splitlines()} == {
            str(tmp_path / name) for name in ("a.txt", "c.txt")
        }
        assert b"b.txt" in done.stderr


def test_files_that_are_none(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket"))
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name in ("missing", "socket", "loop"):
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


OTHER = next(file for file in sorted(SAMPLE.parent.glob("*.txt")) if file != SAMPLE)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("args", [f"{SAMPLE}", f"{SAMPLE.parent} --to csv", f"{SAMPLE} {OTHER} --to jsonl"])
def test_a_full_disk_is_one_line(args: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*CODE, "parse", *args.split()], stdout=full, stderr=subprocess.PIPE, env=ENV, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"hansardparse: standard output: cannot write: No space left on device\n"


def test_a_closed_pipe_is_141(tmp_path: Path) -> None:
    many = [tmp_path / f"{number}.txt" for number in range(200)]
    for file in many:
        file.write_bytes(SAMPLE.read_bytes())
    with subprocess.Popen(
        [*CODE, "parse", *map(str, many), "--to", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENV,
    ) as running:
        assert running.stdout is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr is not None
        said = running.stderr.read()
        assert running.wait() == 141
    assert said == b""


#: The command line, where SIGINT is not ignored, as it is for what a shell runs in the background.
LISTENING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from hansardparse.cli import main; main()"
)


@pytest.mark.parametrize("args", ["-", "- --to jsonl", f"{SAMPLE} - --to csv --jobs 2"])
def test_an_interrupt_is_one_line(args: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LISTENING, "parse", *args.split()],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=ENV,
    ) as running:
        assert running.stdin is not None
        running.stdin.write(b"Order.\n" * 40_000)  # more than a pipe holds: some of it has been read
        running.stdin.flush()
        for _ in range(60):  # Python does not hear one that comes just before it reads
            running.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(1)
                break
        assert running.returncode == 130
        assert running.stderr is not None
        assert running.stderr.read() == b"hansardparse: interrupted\n"


def test_layouts_and_version() -> None:
    listed = run("layouts").stdout.decode()
    assert all(name in listed for name in LAYOUTS)
    assert run("--version").stdout.decode().split() == ["hansardparse", __version__]


# --- standard streams ------------------------------------------------------------------------------------


def test_standard_input_is_read_once() -> None:
    data = SAMPLE.read_bytes()
    done = here("parse", "-", "-", "--to", "jsonl", data=data)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"only once" in done.stderr
    for command in ("check", "refs"):
        assert here(command, "-", "-", data=data).returncode == 2


@pytest.mark.parametrize("place", [0, 1, 2])
def test_standard_input_is_read_wherever_it_stands(place: int) -> None:
    names = [str(SAMPLE), str(SAMPLE)]
    names.insert(place, "-")
    data = b"Ada Marsh Portrait Ms Ada Marsh (Dale) (Lab)\n- Hansard -\n\nNo.\n"
    alone, among = (
        run("parse", *names, "--to", "jsonl", "--jobs", jobs, data=data).stdout for jobs in ("1", "3")
    )
    assert alone == among
    assert [row for row in map(json.loads, among.splitlines()) if row["source"] is None] != []


CITING = ROOT / "samples" / "download" / "business-of-the-house.txt"


def closed(redirections: str, *args: str | Path) -> subprocess.CompletedProcess[bytes]:
    """What a command says whose standard streams are closed."""
    words = " ".join(f"'{word}'" for word in (*CODE, *args))
    return subprocess.run(["sh", "-c", f"{words} {redirections}"], capture_output=True, env=ENV, check=False)


@pytest.mark.parametrize(
    "args", [("--version",), ("--help",), ("schema",), ("layouts",), ("parse", SAMPLE), ("refs", CITING)]
)
def test_closed_standard_output_is_one_line(args: tuple[str | Path, ...]) -> None:
    done = closed(">&-", *args)
    assert (done.returncode, done.stderr) == (
        2,
        b"hansardparse: standard output: cannot write: it is closed\n",
    )


def test_other_closed_streams_are_missed_only_where_they_are_needed(tmp_path: Path) -> None:
    done = closed("<&-", "parse", "-")
    assert (done.returncode, done.stderr) == (2, b"hansardparse: -: it is closed\n")
    whole = here("parse", SAMPLE).stdout
    assert closed("<&- 2>&-", "parse", SAMPLE).stdout == whole
    assert closed("<&- >&- 2>&-", "parse", SAMPLE, "-o", tmp_path / "t.json").returncode == 0
    assert (tmp_path / "t.json").read_bytes() == whole
    assert closed("2>&-", "parse", tmp_path / "missing").returncode == 2


# --- what is shown on a terminal -------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "refs", "parse"])
def test_a_name_gives_a_terminal_no_orders(tmp_path: Path, command: str) -> None:
    file = tmp_path / "e\x1b[31m\nvil\x9b.txt"
    file.write_text("See [HCWS12]. \x1b[2J\n", encoding="utf-8")
    shown = f"{tmp_path}/e\\x1b[31m\\x0avil\\x9b.txt".encode()
    for done in (here(command, file), here(command, f"{file}-missing"), here(command, tmp_path)):
        both = done.stderr + (done.stdout if command != "parse" else b"")
        assert b"e\\x1b[31m\\x0avil\\x9b.txt" in both
        assert not any(byte in both for byte in (b"\x1b", b"\x9b", b"\nvil"))
    assert shown in here(command, file).stderr + here(command, file).stdout


def test_words_and_options_give_a_terminal_no_orders(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Moira \x1b[2JThistlewood: I have come.\n\n31 \x1b[2JFebruary 2024\n", encoding="utf-8")
    for done in (
        here("check", file, "--layout", "official-report"),
        here("parse", file, "--strict"),
        here("parse", file, "--layout", "\x1b[2J"),
        here("parse", file, "--\x1b[2J"),
        here("\x1b[2J"),
    ):
        assert done.stdout + done.stderr != b""
        assert b"\x1b" not in done.stdout + done.stderr


# --- a shell completes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("hansardparse pa", ["plain,parse"]),
        ("hansardparse parse --layout official", ["plain,official-report"]),
        ("hansardparse parse --to c", ["plain,csv"]),
        ("hansardparse parse samp", ["file,samp"]),
    ],
)
def test_a_shell_completes_commands_layouts_and_files(typed: str, offered: list[str]) -> None:
    env = {
        "_HANSARDPARSE_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }
    assert run(env=env).stdout.decode().splitlines() == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_what_it_needs_to_complete(shell: str) -> None:
    if shell == "bash" and shutil.which("bash") is None:
        pytest.skip("no bash here, which is asked for its version")
    done = run(env={"_HANSARDPARSE_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert b"_HANSARDPARSE_COMPLETE" in done.stdout


# --- encodings -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["parse", "check", "refs"])
def test_an_encoding_can_be_told(tmp_path: Path, command: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("See [HCWS12], café.\n".encode("utf-16-le"))
    assert here(command, file).returncode == 2
    done = here(command, file, "--encoding", "utf-16-le")
    assert done.returncode == 0
    assert b"HCWS12" in done.stdout or b"no-layout" in done.stdout
    wrong = here(command, file, "--encoding", "papyrus")
    assert wrong.returncode == 2
    assert b"no encoding 'papyrus'" in wrong.stderr


def test_what_is_said_of_a_whole_file_is_said_by_parse(tmp_path: Path) -> None:
    for name, data, code in (
        ("a", b'<?xml version="1.0"?><ferries/>', b"unread-container"),
        ("b", "Ms Ada Marsh (Upper Dale) (Lab): “No”".encode() + b"\xe9", b"damaged-encoding"),
        ("c", b"15:37:00\n\nThe House met.\n\nView Details\n", b"uncertain-layout"),
    ):
        (tmp_path / name).write_bytes(data)
        done = here("parse", tmp_path / name)
        assert done.returncode == 0
        assert b"[" + code + b"]" in done.stderr
        assert code in here("check", tmp_path / name).stdout
        assert here("parse", tmp_path / name, "--strict").returncode == 1


def test_what_nobody_reads_is_named_and_is_two(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    for command in ("parse", "check", "refs", "text"):
        done = here(command, tmp_path / "a.txt")
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert b"this is an old Word file (.doc): " in done.stderr


@pytest.mark.parametrize("command", ["check", "refs"])
def test_what_a_file_is_can_be_said_to_each_command(command: str, tmp_path: Path) -> None:
    file = tmp_path / "page"
    file.write_text("<p>Mrs Marsh (Dale) (Lab): See [HCWS12].</p>\n\n<p>\x00</p>\n", encoding="utf-8")
    as_text = run(command, "--from", "text", str(file))
    as_page = run(command, "--from", "html", str(file))
    assert (as_text.returncode, as_page.returncode) == (0, 0)
    assert as_text.stdout != as_page.stdout
