"""Tables: one schema for all files, whatever they hold; Parquet, SQLite and sheets say what the rows say."""

from __future__ import annotations

import contextlib
import csv
import datetime
import functools
import io
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from conftest import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import SAMPLE, here

from hansardparse import HansardError, Transcript, iter_rows, parse_file, rows, speeches
from hansardparse.members import link
from hansardparse.model.blocks import SPOKEN
from hansardparse.nodes import (
    Act,
    Contribution,
    Given,
    Heading,
    Note,
    Paragraph,
    Provision,
    Reference,
    Section,
    Span,
    Speaker,
)
from hansardparse.resolving.rules import RULES
from hansardparse.write.row_keys import KEYS, RULED, row_schema, types_of
from hansardparse.write.writers import COLUMNS, UNITS

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
ODD = ["\0", "\ud800", "=1+1", "@x", "+1", "-1", '"', "\t", "_x0041_", "\x0b", "a\rb\nc", "\ufffe", "é", "😀"]


def parquet(path: Path) -> list[dict[str, Any]]:
    import pyarrow.parquet

    found: list[dict[str, Any]] = pyarrow.parquet.read_table(path).to_pylist()
    return found


def as_json(row: dict[str, Any]) -> dict[str, Any]:
    """A row of Arrow's as the JSON lines have it."""
    for key in ("rules", "given"):
        row[key] = {k: v for k, v in row[key].items() if v is not None}
    row["date"] = row["date"] and row["date"].isoformat()
    for cited in row["references"]:
        cited["date"] = cited["date"] and cited["date"].isoformat()
    return row


def bare(cited: dict[str, Any]) -> dict[str, Any]:
    """What a reference says, without what it says nothing of, and without the places inside it."""
    of, chain = cited.get("of"), []
    while isinstance(of, dict):  # rows nest it, Arrow has a list
        chain.append(of)
        of = of.get("of")
    inner = {"of": [said(each, "start", "end", "span", "of") for each in chain or of or ()]}
    columns = {"columns": [said(each, "type") for each in cited.get("columns") or ()]}
    return said({**cited, **inner, **columns})


def said(values: dict[str, Any], *drop: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in drop and value not in (None, [])}


# --- Arrow and Parquet -----------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES[::4], ids=lambda s: f"{s.parent.name}-{s.stem}")
def test_arrow_says_what_the_rows_say(sample: Path) -> None:
    from hansardparse import to_arrow

    transcript = parse_file(sample, layout=sample.parent.name)
    table = to_arrow(transcript)
    assert table.schema == to_arrow(Transcript()).schema
    table.validate(full=True)
    for got, want in zip(map(as_json, table.to_pylist()), rows(transcript), strict=True):
        drop = {"references"}
        assert {k: v for k, v in got.items() if k not in drop} == {
            k: v for k, v in want.items() if k not in drop
        }
        assert list(map(bare, got["references"])) == list(map(bare, want["references"]))


def test_every_field_of_every_reference_has_its_place_in_the_schema() -> None:
    from hansardparse.write.arrow import arrow_schema
    from hansardparse.write.related import TABLES
    from hansardparse.write.tree_json import CLASSES
    from hansardparse.write.writers import Wanted

    cited = arrow_schema(Wanted()).field("references").type.value_type
    known = {cited.field(n).name for n in range(cited.num_fields)}
    inner = cited.field("of").type.value_type
    for cls in CLASSES.values():
        if not issubclass(cls, Reference):
            continue
        own = {field.name for field in attrs.fields(cls)} - {"span"} | {"type", "start", "end"}
        assert own <= known
        assert own <= set(TABLES["citations"])
        if cls.type in ("act", "bill", "provision"):
            assert own - {"of"} <= {inner.field(n).name for n in range(inner.num_fields)}


def test_what_rules_set_has_its_place_in_the_schema() -> None:
    links = {"interrupts", "replies_to", "resumes"}
    sets = {each for rule in RULES.values() for each in rule.sets.split(", ")}
    assert sets <= {"person", "kind", "link", "mention", "new_turn"}
    assert {"person", "kind", "new_turn", *links} <= set(RULED)
    assert {link._ID, link._PARTY, link._SEAT, link._PERSON} <= set(RULED)


def test_what_a_provision_is_of_is_kept_however_deep() -> None:
    from hansardparse import to_arrow

    law: Any = Act("the Act", "the Act", "1999")
    for n in range(5):
        law = Provision(f"section {n}", "section", (str(n),), law)
    transcript = Transcript((Note("x", span=Span(0, 1)),), references=(law,))
    (row,) = to_arrow(transcript).to_pylist()
    chain = row["references"][0]["of"]
    assert [each["text"] for each in chain] == ["section 3", "section 2", "section 1", "section 0", "the Act"]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("columns", COLUMNS)
def test_every_table_has_one_schema_in_every_format(tmp_path: Path, unit: str, columns: str) -> None:
    files = [*SAMPLES[:2], SAMPLE, SAMPLES[-1]]
    (tmp_path / "empty.txt").touch()
    args = ("--unit", unit, "--columns", columns)
    keys = list(types_of(unit, columns))
    lines = here("parse", *files, "--to", "jsonl", *args).stdout.splitlines()
    written = here("parse", *files, "--to", "csv", *args).stdout.decode()
    cells = list(csv.reader(io.StringIO(written, newline="")))
    assert cells[0] == keys
    assert len(cells) == len(lines) + 1
    assert all(list(json.loads(line)) == keys for line in lines)
    schemas = []
    for n, some in enumerate([files, [tmp_path / "empty.txt"], files[:1]]):
        output = tmp_path / f"{n}.parquet"
        done = here("parse", *some, "--to", "parquet", "-o", output, *args)
        assert done.returncode == 0, done.stderr
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(output)
        assert table.schema.names == keys
        schemas.append(table.schema)
        assert n or table.num_rows == len(lines)
    assert schemas[0] == schemas[1] == schemas[2]


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_several_inputs_go_into_one_table(tmp_path: Path, jobs: str) -> None:
    files = SAMPLES[:6]
    args = ("parse", *files, "--jobs", jobs)
    assert here(*args, "--to", "parquet", "-o", tmp_path / "t.parquet").returncode == 0
    want = [json.loads(line) for line in here(*args, "--to", "jsonl").stdout.splitlines()]
    got = parquet(tmp_path / "t.parquet")
    assert [(row["source"], row["n"], row["text"]) for row in got] == [
        (row["source"], row["n"], row["text"]) for row in want
    ]
    assert here(*args, "--to", "sqlite", "-o", tmp_path / "t.db").returncode == 0
    with contextlib.closing(sqlite3.connect(tmp_path / "t.db")) as base:
        assert base.execute("SELECT source, n, text FROM rows ORDER BY row").fetchall() == [
            (row["source"], row["n"], row["text"]) for row in want
        ]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []


# --- characters ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("odd", ODD)
def test_a_character_of_any_kind_has_its_place_in_a_table(tmp_path: Path, odd: str) -> None:
    from hansardparse.cli.outputs import tabled
    from hansardparse.write.writers import Wanted, writer

    said = Contribution(Speaker(f"{odd}Ada"), (Paragraph(f"{odd} No."),))
    transcript = Transcript((said,), source=f"{odd}.txt")
    for name in ("parquet", "sqlite", "xlsx"):
        if name == "xlsx":
            pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
        form, wanted = writer(name), Wanted()
        assert form.table is not None
        with tabled(tmp_path / f"t.{name}", functools.partial(form.table, wanted=wanted)) as add:
            for piece in form.pieces((transcript,), wanted):
                add(piece)
    kept = f"{odd} No.".replace("\ud800", "\ufffd")
    assert [row["text"] for row in parquet(tmp_path / "t.parquet")] == [kept]
    with contextlib.closing(sqlite3.connect(tmp_path / "t.sqlite")) as base:
        assert base.execute("SELECT text FROM rows").fetchall() == [(kept.replace("\0", "\ufffd"),)]
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, which reads xlsx, is not installed")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    header, row = book["contributions"].iter_rows()
    cell = row[[c.value for c in header].index("text")]
    assert cell.data_type != "f"
    assert odd in "\0\x0b\r\ufffe" or cell.value.replace("_x005F_x0041_", "_x0041_") == kept or "\r" in odd


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(max_size=8), max_size=5))
def test_any_text_goes_into_arrow(said: list[str]) -> None:
    from hansardparse import to_arrow

    table = to_arrow(Transcript(tuple(map(Note, said))))
    assert [row["text"] for row in table.to_pylist()] == [
        "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) for text in said
    ]


# --- units and columns -----------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES[::3], ids=lambda s: f"{s.parent.name}-{s.stem}")
def test_units_say_the_same_words(sample: Path) -> None:
    transcript = parse_file(sample, layout=sample.parent.name)
    items = [row for row in rows(transcript) if row["type"] == "contribution"]
    whole = list(rows(transcript, unit="speech"))
    assert [row["n"] for row in whole] == list(dict.fromkeys(row["speech"] for row in items))
    for row in whole:
        own = [item for item in items if item["speech"] == row["n"]]
        assert row["text"] == "\n\n".join(item["text"] for item in own)
        assert (row["start"], row["end"]) == (own[0]["start"], own[-1]["end"])
        assert row["references"] == [cited for item in own for cited in item["references"]]
        assert row["id"] == own[0]["id"]
    assert [r["text"] for r in whole if r["kind"] == "speech"] == [s.text for s in speeches(transcript)]
    single = list(rows(transcript, unit="paragraph"))
    assert len({row["id"] for row in single}) == len(single)
    for item in items:
        own = [row for row in single if row["n"] == item["n"]]
        assert "\n\n".join(row["text"] for row in own) == item["text"]
        assert all(item["start"] <= row["start"] <= row["end"] <= item["end"] for row in own)
    blocks = [b.type for c in transcript.contributions() for b in c.blocks if isinstance(b, SPOKEN)]
    assert [row["block"] for row in single if row["type"] == "contribution"] == blocks
    for row in (*items, *whole, *single):
        jsonschema.validate(row, row_schema())


def test_a_unit_or_columns_that_are_none_are_refused() -> None:
    from hansardparse import to_arrow

    with pytest.raises(ValueError, match="no unit 'line'"):
        list(rows(Transcript(), unit="line"))
    with pytest.raises(ValueError, match="no columns 'mine'"):
        to_arrow(Transcript(), columns="mine")
    with pytest.raises(TypeError, match="has rows, and no int"):
        to_arrow(3)  # type: ignore[arg-type]


def test_documents_have_names_of_their_own() -> None:
    done = here("parse", SAMPLE, SAMPLES[0], SAMPLES[1], "--to", "jsonl", "--columns", "tif")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    names = [row["doc_id"] for row in found]
    assert len(set(names)) == len(names) > 5
    assert list(found[0])[:2] == ["doc_id", "text"]
    assert not any(isinstance(value, (list, dict)) for row in found for value in row.values())


@pytest.mark.parametrize(
    ("sample", "country"),
    [("ug-hansard", "UGA"), ("in-report", "IND"), ("fj-hansard", "FJI"), ("sco-report", "GBR")],
)
def test_parlspeech_has_the_country_of_each_parliament(sample: str, country: str) -> None:
    file = next(one for one in SAMPLES if one.parent.name == sample)
    done = here("parse", file, "--to", "csv", "--columns", "parlspeech")
    said = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    assert {row["iso3country"] for row in said} == {country}


def test_parlspeech_has_its_columns() -> None:
    done = here("parse", SAMPLE, "--to", "csv", "--columns", "parlspeech")
    first = next(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    assert first["date"] == "2024-03-04"
    assert (first["speechnumber"], first["party"], first["iso3country"]) == ("1", "Con", "GBR")
    assert (first["parliament"], first["chair"], first["terms"]) == ("UK-Commons", "false", "13")


# --- rows of a file --------------------------------------------------------------------------------------


def test_rows_of_a_file_stream() -> None:
    whole = parse_file(SAMPLE)
    assert list(iter_rows(SAMPLE)) == list(rows(whole))
    assert list(iter_rows(io.BytesIO(SAMPLE.read_bytes()), unit="paragraph")) == [
        {**row, "source": None} for row in rows(whole, unit="paragraph")
    ]
    day = datetime.date(1999, 1, 2)
    page = io.BytesIO(b"Ada Marsh Portrait Ms Ada Marsh (Dale)\n- Hansard -\n\nNo.\n")
    (row,) = iter_rows(page, layout="parallel", given=Given(date=day))
    assert (row["date"], row["given"]) == ("1999-01-02", {"date": "option"})


def test_the_schema_of_a_row_is_printed() -> None:
    printed = json.loads(here("schema", "--rows").stdout)
    assert printed == row_schema()
    assert tuple(printed["required"]) == KEYS


# --- SQLite ----------------------------------------------------------------------------------------------


def test_a_database_has_what_rows_have_and_what_stands_beside_them(tmp_path: Path) -> None:
    files = [s for s in SAMPLES if s.parent.name in ("download", "official-report")]
    assert here("parse", *files, "--to", "sqlite", "-o", tmp_path / "d.db").returncode == 0
    read = [parse_file(s) for s in files]
    with contextlib.closing(sqlite3.connect(tmp_path / "d.db")) as base:
        base.execute("PRAGMA foreign_keys = ON")
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

        def count(table: str) -> int:
            return int(base.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

        divisions = [d for t in read for d in t.divisions()]
        assert count("files") == len(files)
        assert count("people") == sum(len(t.persons) for t in read)
        assert count("divisions") == len(divisions) > 0
        assert count("votes") == sum(len(g.votes) + len(g.tellers) for d in divisions for g in d.groups) > 0
        assert count("citations") == sum(len(r["references"]) for t in read for r in rows(t)) > 0
        assert count("contributions") == sum(1 for t in read for _ in t.contributions())
        columns = [row[1] for row in base.execute("PRAGMA table_info(rows)")]
        assert tuple(columns[2:]) == KEYS
        asked = "SELECT rows.text FROM search JOIN rows ON row = search.rowid WHERE search MATCH ?"
        found = base.execute(asked, ("harbour",)).fetchall()
        assert found and all("harbour" in text.lower() for (text,) in found)
        with pytest.raises(sqlite3.IntegrityError):
            base.execute("INSERT INTO votes (division) VALUES (999999)")


def test_datasette_opens_a_database(tmp_path: Path) -> None:
    pytest.importorskip("datasette", reason="datasette is not installed")
    import asyncio

    from datasette.app import Datasette

    here("parse", SAMPLE, SAMPLES[0], "--to", "sqlite", "-o", tmp_path / "d.db")

    async def pages() -> list[int]:
        served = Datasette([str(tmp_path / "d.db")])
        await served.invoke_startup()
        places = ("/d", "/d/rows", "/d/rows?_search=wall", "/d/rows/1", "/d/people", "/d/contributions")
        return [(await served.client.get(place)).status_code for place in places]

    assert asyncio.run(pages()) == [200] * 6


# --- sheets ----------------------------------------------------------------------------------------------


def test_sheets_have_what_was_said_and_what_stands_beside_it(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, which reads xlsx, is not installed")
    files = [s for s in SAMPLES if s.parent.name == "download"]
    output = tmp_path / "t.xlsx"
    assert here("parse", *files, "--to", "xlsx", "-o", output).returncode == 0
    book = openpyxl.load_workbook(output)
    names = ["contributions", "people", "divisions", "sides", "votes", "references"]
    assert book.sheetnames == names
    header, *records = book["contributions"].iter_rows(values_only=True)
    assert header == KEYS
    want = [row for s in files for row in rows(parse_file(s)) if row["type"] == "contribution"]
    assert [(r[0], r[1], r[KEYS.index("text")]) for r in records] == [
        (row["source"], row["n"], row["text"] or None) for row in want
    ]
    kinds = {cell.data_type for row in book["contributions"].iter_rows() for cell in row}
    assert kinds <= {"s", "n", "b", "inlineStr"}


def test_a_long_cell_is_cut_and_it_is_said(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, which reads xlsx, is not installed")
    said = "The tide is in 😀. " * 3000
    page = f"Ada Marsh Portrait Ms Ada Marsh (Dale) (Lab)\n- Hansard -\n\n{said}\n"
    (tmp_path / "x.txt").write_text(page, encoding="utf-8")
    done = here("parse", "x.txt", "--to", "xlsx", "--layout", "parallel", "-o", "x.xlsx", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (0, 1)
    assert b"x.txt: warning: a cell of xlsx holds 32767 characters" in done.stderr
    _, row = openpyxl.load_workbook(tmp_path / "x.xlsx")["contributions"].iter_rows(values_only=True)
    text = row[KEYS.index("text")]
    assert said.startswith(text)
    assert 32_760 <= len(text.encode("utf-16-le")) // 2 <= 32_767


# --- wrong use, and what cannot be written ---------------------------------------------------------------


@pytest.mark.parametrize("to", ["parquet", "xlsx", "sqlite"])
def test_what_is_no_text_needs_a_file(to: str, tmp_path: Path) -> None:
    done = here("parse", SAMPLE, "--to", to)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"--to {to} is no text: it needs -o FILE".encode() in done.stderr
    done = here("parse", "nowhere.txt", "--to", to, "-o", "t", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
@pytest.mark.parametrize("to", ["parquet", "xlsx", "sqlite"])
def test_a_place_that_is_full_is_one_line(to: str, tmp_path: Path) -> None:
    done = here("parse", SAMPLE, "--to", to, "-o", "/dev/full", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), done.stderr
    assert b"/dev/full: cannot write: No space left on device" in done.stderr
    done = here("parse", SAMPLE, "--to", to, "-o", "no/such/folder", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), done.stderr


@pytest.mark.parametrize("to", ["parquet", "sqlite"])
def test_of_a_file_that_fails_there_is_nothing(to: str, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"Ada Marsh Portrait Ms Marsh\n".decode().encode("utf-16") + b"\xff")
    args = ("parse", SAMPLE, tmp_path / "b.txt", SAMPLES[0], "--to", to, "-o", tmp_path / "t")
    done = here(*args)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    if to == "parquet":
        found = {row["source"] for row in parquet(tmp_path / "t")}
    else:
        with contextlib.closing(sqlite3.connect(tmp_path / "t")) as base:
            found = {source for (source,) in base.execute("SELECT source FROM rows")}
    assert found == {str(SAMPLE), str(SAMPLES[0])}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b.txt", "t"]


def test_a_library_that_is_missing_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("pyarrow", "pyarrow.ipc", "xlsxwriter", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    for to, extra in (("parquet", b"hansardparse[arrow]"), ("xlsx", b"hansardparse[xlsx]")):
        done = here("parse", SAMPLE, "--to", to, "-o", tmp_path / "t")
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), done.stderr
        assert extra in done.stderr
    from hansardparse import to_polars

    with pytest.raises(HansardError, match="polars is not installed"):
        to_polars(Transcript())
    assert list(tmp_path.iterdir()) == []


# --- frames ----------------------------------------------------------------------------------------------


def test_frames_keep_the_types() -> None:
    from hansardparse import to_pandas, to_polars

    turn = Contribution(Speaker("Ada"), (Paragraph("No."),))
    transcript = Transcript((Section((Heading("Ferries"), turn)),))
    pytest.importorskip("polars", reason="polars is not installed")
    import polars

    frame = to_polars(transcript)
    assert frame.schema["date"] == polars.Date
    assert frame.schema["replies_to"] == polars.Int64
    assert frame.shape == (2, len(KEYS))
    pytest.importorskip("pandas", reason="pandas is not installed")
    other = to_pandas(transcript)
    assert str(other.dtypes["replies_to"]) == "int64[pyarrow]"
    assert list(other.columns) == list(KEYS)
