"""What other tools read, over all real transcripts: `python -m benchmarks.formats [dataset|valid|speed]`.

- `dataset`: all files in one Parquet dataset, which polars, DuckDB, pandas and `datasets` read in one go
- `valid`: each file with a date (printed, or in its name) as publicwhip XML, ParlaMint TEI and Akoma Ntoso,
  each checked by its receiver's validator (`make test-formats` sets them up) and read back; where no House is
  printed the first of the parliament is given
- `speed`: Parquet beside JSON lines (within 1.3 times), the XML formats beside JSON (within twice), parse
  included, on invented debates and on real days
"""

from __future__ import annotations

import collections
import datetime
import functools
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs

from benchmarks.measure import seconds
from benchmarks.real import CORPUS, REAL
from benchmarks.texts import debate
from hansardparse import HansardError, Transcript, dumps, parse, parse_bytes, parse_file
from hansardparse.corpus import convert
from hansardparse.nodes import Given
from hansardparse.parliaments import profile
from hansardparse.parsing import iter_transcripts
from hansardparse.read.folders import below
from hansardparse.text.dates import day_in_name
from hansardparse.write.rows import json_lines
from hansardparse.write.writers import Wanted, writer
from tests.formats import said

ROOT = Path(__file__).resolve().parent.parent
VALIDATORS = ROOT / ".venv-formats"
SCHEMAS = ROOT.parent / "shared" / "schemas" / "parlamint"
XML = ("publicwhip", "tei", "akn")
PARQUET, OF_XML = 1.3, 2.0


# --- one dataset -----------------------------------------------------------------------------------------


def _datasets(glob: str, folder: str) -> int:
    import datasets

    datasets.disable_progress_bars()
    found: Any = datasets.load_dataset("parquet", data_files=glob, split="train", cache_dir=f"{folder}/cache")
    return int(found.num_rows)


def _polars(glob: str, folder: str) -> int:
    import polars

    return polars.scan_parquet(glob).collect().height


def _duckdb(glob: str, folder: str) -> int:
    import duckdb

    asked = f"SELECT count(*), sum(len(text)) FROM read_parquet('{glob}', union_by_name=false)"
    return int(duckdb.sql(asked).fetchall()[0][0])


def _pandas(glob: str, folder: str) -> int:
    import pandas

    return len(pandas.read_parquet(f"{folder}/dataset"))


READERS: dict[str, Callable[[str, str], int]] = {
    "polars": _polars,
    "DuckDB": _duckdb,
    "pandas": _pandas,
    "datasets": _datasets,
}


def dataset() -> int:
    """All files to one dataset; how many rows each tool reads of it."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        told = convert([CORPUS], f"{folder}/dataset", workers=2)
        print(
            f"{told.inputs} files, {told.failed} not read, {told.size / 1e6:.1f} MB, {told.rows} rows, "
            f"{told.seconds:.0f} s"
        )
        for name, read in READERS.items():
            begin = time.perf_counter()
            rows = read(f"{folder}/dataset/**/*.parquet", folder)
            missed += rows != told.rows
            mark = "" if rows == told.rows else "  !"
            print(f"{name:10} {rows} rows in {time.perf_counter() - begin:.1f} s{mark}", flush=True)
    return missed


# --- validators ------------------------------------------------------------------------------------------


def _checks(name: str) -> list[str]:
    """The command of a receiver's validator."""
    if name == "tei":
        return [str(VALIDATORS / "xml/bin/pyjing"), str(SCHEMAS / "ParlaMint-TEI.rng")]
    if name == "root":
        return [str(VALIDATORS / "xml/bin/pyjing"), str(SCHEMAS / "ParlaMint-teiCorpus.rng")]
    own = {"publicwhip": ("mysoc", "publicwhip.py"), "akn": ("xml", "akoma_ntoso.py")}
    environment, script = own[name]
    return [str(VALIDATORS / environment / "bin/python"), str(ROOT / "tests/validators" / script)]


def _dated() -> Iterator[tuple[str, Transcript]]:
    """Each file that has a date, and what is read of it."""
    for place in below(str(CORPUS)):
        try:
            found = parse_file(CORPUS / place)
        except HansardError as error:
            print(f"{place}: {error}".partition("\n")[0])
            continue
        houses = profile(found.parliament or "uk").chambers.values()
        day = day_in_name(str(place))
        given = Given(date=day, house=next(iter(houses), None), date_from="file-name")
        if day is not None or _prints_a_day(found):
            yield str(place), attrs.evolve(found, given=given, source=str(place))


def _prints_a_day(found: Transcript) -> bool:
    try:
        next(iter(writer("akn").pieces((found,), Wanted())))
    except HansardError:
        return False
    return True


def valid() -> int:
    """How many files each validator takes, and refuses, and in how many seconds."""
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    notes: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        dated = 0
        for n, (place, found) in enumerate(_dated()):
            dated += 1
            for name in XML:
                note: list[str] = []
                try:
                    begin = time.process_time()
                    text = "".join(writer(name).pieces((found,), Wanted(note=note.append)))
                    counts[name]["ms"] += round(1e3 * (time.process_time() - begin))
                except HansardError as error:
                    counts[name][error.code or "refused"] += 1
                    continue
                path = Path(folder, name, f"{n:04}.xml")
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
                counts[name]["written"] += 1
                if said(parse_bytes(text.encode())) != said(found):
                    counts[name]["read back otherwise"] += 1
                    print(f"{name}: {place}: what is read back says something else", flush=True)
                notes += [(path.name, each) for each in note]
        print(f"{dated} files have a date", flush=True)
        roots = writer("tei").root
        assert roots is not None
        for name, text in roots(notes, Wanted()):
            path = Path(folder, "root", name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            counts["root"]["written"] += 1
        return sum(_validated(name, Path(folder, name), counts[name]) for name in (*XML, "root"))


def _validated(name: str, folder: Path, count: collections.Counter[str]) -> int:
    """Ask a validator of all files in a folder."""
    paths = sorted(map(str, folder.glob("*.xml")))
    begin, refused = time.perf_counter(), []
    for at in range(0, len(paths), 100):
        done = subprocess.run(
            [*_checks(name), *paths[at : at + 100]], capture_output=True, text=True, check=False
        )
        refused += (done.stdout + done.stderr).splitlines()
    took = time.perf_counter() - begin
    refused = [line for line in refused if line.strip()]
    print(f"{name:10} {dict(count)}; {len(refused)} refused by {_checks(name)[0].rpartition('/')[2]}", end="")
    print(f" in {took:.0f} s", *refused[:5], sep="\n  ", flush=True)
    return len(refused) + count["read back otherwise"]


# --- speed -----------------------------------------------------------------------------------------------


def speed() -> int:
    """Parquet beside JSON lines, and each XML beside JSON; parse included."""
    missed = 0
    print(f"{'':28}{'jsonl':>8}{'parquet':>16}{'json':>9}" + "".join(f"{name:>16}" for name in XML))
    for layout, what, text in _texts():
        data = text.encode()
        took = {
            name: seconds(functools.partial(_write, name, data, layout), 5)
            for name in ("jsonl", "parquet", "json", *XML)
        }
        cells = [f"{took['jsonl'] * 1e3:5.0f} ms"]
        for name, beside, limit in (
            ("parquet", "jsonl", PARQUET),
            ("json", "json", 1.0),
            *((each, "json", OF_XML) for each in XML),
        ):
            ratio = took[name] / took[beside]
            missed += ratio > limit
            mark = "!" if ratio > limit else ""
            cells.append(f"{took[name] * 1e3:5.0f} ms" + (f" {ratio:4.2f}{mark:1}" if name != beside else ""))
        print(f"{layout:18}{what:10}" + "".join(f"{cell:>16}" for cell in cells), flush=True)
    return missed


def _texts() -> Iterator[tuple[str, str, str]]:
    for layout in ("parallel", "download", "official-report", "historic"):
        yield layout, "invented", debate(layout, 400_000)
        file = CORPUS / REAL[layout]
        if file.is_file():
            yield layout, "real", file.read_bytes().decode("utf-8")[:500_000]


def _write(name: str, data: bytes, layout: str) -> None:
    """A text to what a format has of it."""
    form, wanted = writer(name), Wanted()
    if form.table is not None:
        with tempfile.TemporaryDirectory() as folder, form.table(os.path.join(folder, "t"), wanted) as add:
            for piece in form.pieces(
                iter_transcripts(io.BytesIO(data), layout=layout, mentions=False), wanted
            ):
                add(piece)
    elif name == "jsonl":
        for line in json_lines(iter_transcripts(io.BytesIO(data), layout=layout, mentions=False)):
            line.encode()
    else:
        whole = parse(data.decode(), layout=layout)
        if name == "json":
            dumps(whole).encode()
        else:
            given = attrs.evolve(whole, given=Given(datetime.date(2024, 3, 4), "Commons"))
            "".join(form.pieces((given,), wanted)).encode()


PARTS = {"dataset": dataset, "valid": valid, "speed": speed}


def formats(*parts: str) -> int:
    """The parts that are named, or all; how many limits were missed."""
    if not CORPUS.is_dir():
        print(f"no real transcripts at {CORPUS}")
        parts = ("speed",)
    missed = 0
    for name in parts or PARTS:
        print(f"--- {name}", flush=True)
        missed += PARTS[name]()
    return missed


if __name__ == "__main__":
    sys.exit(min(formats(*sys.argv[1:]), 1))
