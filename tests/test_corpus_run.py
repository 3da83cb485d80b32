"""A corpus: nothing lost, nothing twice, however often a run is stopped."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES
from running import here

from hansardparse import HansardError, iter_rows

distributed = pytest.importorskip("distributed", reason="dask is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from hansardparse.corpus import Summary, convert  # noqa: E402
from hansardparse.corpus import inputs as corpus_inputs  # noqa: E402
from hansardparse.corpus.manifest import Manifest, locked  # noqa: E402
from hansardparse.corpus.shards import Shards  # noqa: E402

TURN = "Ms Ada Marsh (Upper Dale) (Lab): {}\n"


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A scheduler with two workers, which are threads of this process."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None, protocol="inproc"
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of some texts."""
    folder = tmp_path / "in"
    for sample in [s for s in SAMPLES if s.parent.name == "download"][:8]:
        (folder / "a").mkdir(parents=True, exist_ok=True)
        shutil.copy(sample, folder / "a" / sample.name)
    (folder / "2009-10-28.txt").write_text(TURN.format("No."), encoding="utf-8")
    return folder


def dataset(out: Path) -> list[dict[str, Any]]:
    """All rows of a dataset, in one order."""
    import pyarrow.dataset

    found = pyarrow.dataset.dataset(out, format="parquet").to_table().to_pylist()
    return sorted(found, key=lambda row: (row["source"], row["n"]))


def manifest(out: Path) -> dict[str, dict[str, Any]]:
    told = map(json.loads, (out / "_manifest").read_text(encoding="utf-8").splitlines())
    return {entry["path"]: entry for entry in told}


def said(rows: Any) -> list[tuple[Any, ...]]:
    return [(row["source"], row["n"], row["id"], row["text"]) for row in rows]


def files(texts: Path) -> list[Path]:
    return sorted(texts.rglob("*.txt"), key=str)


def test_a_dataset_has_the_rows_of_its_files(texts: Path, tmp_path: Path, scheduler: str) -> None:
    out = tmp_path / "out"
    given: dict[str, Any] = {"date": "name", "house": "Commons"}
    told = convert([texts], out, scheduler=scheduler, report=tmp_path / "r.html", **given)
    want = [row for file in files(texts) for row in iter_rows(file)]
    got = dataset(out)
    assert said(got) == said(want)
    assert (told.inputs, told.done, told.failed, told.rows) == (9, 9, 0, len(want))
    (own,) = [row for row in got if row["source"] == str(texts / "2009-10-28.txt") and row["text"] == "No."]
    assert (str(own["date"]), own["given"]["date"], own["house"]) == ("2009-10-28", "file-name", "Commons")
    places = {shard.parent.relative_to(out).as_posix() for shard in out.rglob("*.parquet")}
    assert "uk/Commons/2009" in places
    of_rows = {(row["parliament"], row["house"], row["date"] and row["date"].year) for row in got}
    assert places == {"/".join(str(value or "none") for value in values) for values in of_rows}
    assert (out / "_SUCCESS").exists()
    for entry in manifest(out).values():
        assert {"path", "size", "hash", "version", "layout", "rows", "problems", "seconds"} <= entry.keys()
        assert entry["rows"] == sum(row["source"] == entry["path"] for row in want)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "2009" in page and "download" in page
    before = manifest(out)
    again = convert([texts], out, scheduler=scheduler, **given)
    assert (again.done, again.kept, again.rows) == (0, 9, len(want))
    assert manifest(out) == before


def test_progress_counts_what_is_done(texts: Path, tmp_path: Path, scheduler: str) -> None:
    seen: list[tuple[int, int, int]] = []

    def look(summary: Summary) -> None:
        seen.append((summary.done, summary.rows, summary.problems.total()))

    told = convert([texts], tmp_path / "out", scheduler=scheduler, progress=look)
    assert seen[-1] == (told.done, told.rows, told.problems.total())
    entries = manifest(tmp_path / "out").values()
    assert told.problems.total() == sum(sum(entry["problems"].values()) for entry in entries) > 0


def test_a_register_makes_one_person_of_many_files(texts: Path, tmp_path: Path, scheduler: str) -> None:
    (tmp_path / "members.csv").write_text("id,name,party\nm7,Ada Marsh,Labour\n", encoding="utf-8")
    (texts / "2009-10-29.txt").write_text("Ms Ada Marsh (Upper Dale): Yes.\n", encoding="utf-8")
    convert(
        [texts], tmp_path / "out", scheduler=scheduler, members=str(tmp_path / "members.csv"), date="name"
    )
    found = [row for row in dataset(tmp_path / "out") if row["text"] in ("No.", "Yes.")]
    assert {row["source"] for row in found} == {str(texts / f"2009-10-{day}.txt") for day in (28, 29)}
    assert {row["person_id"] for row in found} == {"m7"}
    assert [row["rules"]["person_party"] for row in found if row["text"] == "Yes."] == ["register"]


def read_in_one_go(out: Path, count: int, cache: Path) -> None:
    """Each tool that is installed reads all the rows of a dataset in one call."""
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    assert len(pandas.read_parquet(out)) == count
    polars = pytest.importorskip("polars", reason="polars is not installed")
    assert polars.scan_parquet(out / "**/*.parquet").collect().height == count
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    asked = f"SELECT count(*) FROM read_parquet('{out}/**/*.parquet', union_by_name=false)"
    assert duckdb.sql(asked).fetchall() == [(count,)]
    datasets = pytest.importorskip("datasets", reason="datasets is not installed")
    datasets.disable_progress_bars()
    own = {"data_files": f"{out}/**/*.parquet", "split": "train", "cache_dir": str(cache)}
    assert datasets.load_dataset("parquet", **own).num_rows == count


def test_every_reader_of_parquet_reads_a_dataset(texts: Path, tmp_path: Path, scheduler: str) -> None:
    count = convert([texts], tmp_path / "out", scheduler=scheduler).rows
    read_in_one_go(tmp_path / "out", count, tmp_path / "cache")


def test_every_reader_reads_real_ones_of_all_parliaments(
    corpus: Path, tmp_path: Path, scheduler: str
) -> None:
    """The smallest file of each kind in each folder: one schema, whatever they hold."""
    sources = corpus_inputs.found([corpus])
    smallest: dict[tuple[str, str], corpus_inputs.Source] = {}
    for source in sorted(sources, key=lambda source: source.size or 0):
        path = Path(source.path)
        if (source.size or 0) > 500:
            smallest.setdefault((path.parent.name, path.suffix), source)
    told = convert([source.path for source in smallest.values()], tmp_path / "out", scheduler=scheduler)
    assert told.failed == 0
    assert len({entry["parliament"] for entry in manifest(tmp_path / "out").values()}) > 8
    read_in_one_go(tmp_path / "out", told.rows, tmp_path / "cache")


def stopping(after: int) -> Callable[[Summary], None]:
    """What stops a run when so many files are done."""

    def stop(summary: Summary) -> None:
        if summary.done >= after:
            raise KeyboardInterrupt

    return stop


@pytest.mark.parametrize("after", [1, 3, 6])
def test_a_run_that_was_stopped_goes_on(
    texts: Path, tmp_path: Path, scheduler: str, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_inputs, "FILES", 1)
    whole, out = tmp_path / "whole", tmp_path / "out"
    convert([texts], whole, scheduler=scheduler)
    with pytest.raises(KeyboardInterrupt):
        convert([texts], out, scheduler=scheduler, progress=stopping(after))
    assert not (out / "_SUCCESS").exists()
    done = set(manifest(out))
    assert after <= len(done)
    # what a run that was killed may leave: half a line, half a shard, a shard of which nobody knows
    with open(out / "_manifest", "a", encoding="utf-8") as stream:
        stream.write('{"path": "x')
    shard = next(out.rglob("*.parquet"))
    shutil.copy(shard, shard.with_name("0123456789ab-00001.parquet"))
    (shard.parent / ".0123456789ab-00001-01234567.parquet.part").write_bytes(b"PAR1")
    told = convert([texts], out, scheduler=scheduler)
    assert (told.kept, told.done) == (len(done), 9 - len(done))
    assert said(dataset(out)) == said(dataset(whole))
    hashes = [{p: e["hash"] for p, e in manifest(each).items()} for each in (out, whole)]
    assert hashes[0] == hashes[1]
    assert not list(out.rglob("*.part"))
    assert (out / "_SUCCESS").exists()


def test_only_what_has_changed_is_done_again(texts: Path, tmp_path: Path, scheduler: str) -> None:
    out = tmp_path / "out"
    convert([texts], out, scheduler=scheduler)
    (texts / "z.txt").write_text(TURN.format("New."), encoding="utf-8")
    told = convert([texts], out, scheduler=scheduler)
    assert (told.kept, told.done) == (9, 1)
    (texts / "z.txt").write_text(TURN.format("Now."), encoding="utf-8")
    told = convert([texts], out, scheduler=scheduler)
    assert (told.kept, told.done, dict(told.anew)) == (9, 1, {"it has changed": 1})
    (texts / "2009-10-28.txt").write_text(TURN.format("Yes."), encoding="utf-8")
    told = convert([texts], out, scheduler=scheduler)
    assert (told.kept, told.done, told.anew["it has changed"]) == (1, 9, 1)  # all that are in its shards
    assert said(dataset(out)) == said(row for file in files(texts) for row in iter_rows(file))
    told = convert([texts], out, scheduler=scheduler, resolve=False)
    assert (told.kept, dict(told.anew)) == (0, {"made by other options": 10})


def test_a_file_that_cannot_be_read_is_an_entry(texts: Path, tmp_path: Path, scheduler: str) -> None:
    (texts / "bad.txt").write_bytes("No.\n".encode("utf-16") + b"\xff")
    out = tmp_path / "out"
    told = convert([texts, tmp_path / "nowhere.txt"], out, scheduler=scheduler)
    assert (told.inputs, told.failed) == (11, 2)
    entry = manifest(out)[str(texts / "bad.txt")]
    assert "not valid utf-16" in entry["error"]
    assert (entry["rows"], entry["shards"]) == (0, [])
    assert "No such file" in manifest(out)[str(tmp_path / "nowhere.txt")]["error"]
    assert str(texts / "bad.txt") not in {row["source"] for row in dataset(out)}
    assert (out / "_SUCCESS").exists()


def test_a_file_that_cannot_be_read_is_told_of_again(texts: Path, tmp_path: Path, scheduler: str) -> None:
    bad = texts / "bad.txt"
    bad.write_bytes("No.\n".encode("utf-16") + b"\xff")
    out = tmp_path / "out"
    first = convert([texts], out, scheduler=scheduler)
    again = convert([texts], out, scheduler=scheduler)
    assert (again.kept, again.done) == (10, 0)
    assert (first.done, first.refused, again.refused) == (10, 1, 0)
    assert first.unread == again.unread
    assert list(again.unread) == [str(bad)]


def test_the_rows_of_a_file_go_with_it(texts: Path, tmp_path: Path, scheduler: str) -> None:
    out = tmp_path / "out"
    other = tmp_path / "other.txt"
    other.write_text(TURN.format("New."), encoding="utf-8")
    convert([texts], out, scheduler=scheduler)
    convert([other], out, scheduler=scheduler)  # what another command has added stays
    first, second, *_ = files(texts)
    first.rename(texts / "b.txt")
    second.unlink()
    told = convert([texts], out, scheduler=scheduler)
    assert (told.gone, told.inputs) == (2, 8)
    assert said(dataset(out)) == said(
        row for file in sorted((*files(texts), other), key=str) for row in iter_rows(file)
    )
    assert set(manifest(out)) == {str(file) for file in (*files(texts), other)}
    assert convert([texts], out, scheduler=scheduler).gone == 0


def test_a_pattern_that_nothing_fits_is_an_entry(tmp_path: Path, scheduler: str) -> None:
    told = convert([tmp_path / "*.txt"], tmp_path / "out", scheduler=scheduler)
    assert told.unread == {str(tmp_path / "*.txt"): "No such file or directory"}


def test_a_large_file_streams_and_leaves_nothing_where_it_fails(
    texts: Path, tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hansardparse.corpus import work

    monkeypatch.setattr(corpus_inputs, "LARGE", 1)
    monkeypatch.setattr(work, "LARGE", 1)
    monkeypatch.setattr(work, "_ROWS", 2)
    (texts / "bad.txt").write_bytes((TURN.format("No.") * 9000).encode("utf-16") + b"\xff")
    out = tmp_path / "out"
    assert convert([texts], out, scheduler=scheduler, layout="download").failed == 1
    (texts / "bad.txt").unlink()
    want = [row for file in files(texts) for row in iter_rows(file, layout="download")]
    assert said(dataset(out)) == said(want)


def test_two_runs_do_not_write_to_one_folder(texts: Path, tmp_path: Path, scheduler: str) -> None:
    (tmp_path / "out").mkdir()
    with (
        locked(tmp_path / "out"),
        pytest.raises(HansardError, match="another run writes to this folder") as caught,
    ):
        convert([texts], tmp_path / "out", scheduler=scheduler)
    assert caught.value.code == "corpus-in-use"


def test_a_disk_that_is_full_ends_the_run_and_it_goes_on(
    texts: Path, tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    out = tmp_path / "out"
    with monkeypatch.context() as patched:
        patched.setattr(Shards, "_write", full)
        with pytest.raises(HansardError, match=r"cannot write: .*No space left") as caught:
            convert([texts], out, scheduler=scheduler)
    assert caught.value.code == "cannot-write"
    assert not list(out.rglob("*.part"))
    assert not (out / "_SUCCESS").exists()
    assert convert([texts], out, scheduler=scheduler).done == 9


def test_json_lines_and_others_columns(texts: Path, tmp_path: Path, scheduler: str) -> None:
    out = tmp_path / "out"
    convert([texts], out, scheduler=scheduler, to="jsonl", columns="tif", unit="speech")
    found = [
        json.loads(line) for file in out.rglob("*.jsonl") for line in file.read_text("utf-8").splitlines()
    ]
    want = [row for file in files(texts) for row in iter_rows(file, unit="speech")]
    assert sorted(row["doc_id"] for row in found) == sorted(f"{row['source']}#{row['id']}" for row in want)
    items = convert([texts], tmp_path / "items", scheduler=scheduler, to="jsonl", columns="parlspeech")
    lines = [file.read_text("utf-8").count("\n") for file in (tmp_path / "items").rglob("*.jsonl")]
    assert items.rows == sum(lines) == sum(entry["rows"] for entry in manifest(tmp_path / "items").values())
    with pytest.raises(ValueError, match="'to' must be in"):
        convert([texts], out, scheduler=scheduler, to="csv")


def test_patterns_and_addresses(texts: Path, tmp_path: Path, scheduler: str) -> None:
    told = convert([f"{texts}/**/*.txt"], tmp_path / "one", scheduler=scheduler)
    other = convert([f"file://{texts}/a/*.txt"], tmp_path / "two", scheduler=scheduler)
    assert (told.inputs, other.inputs, other.failed) == (9, 8, 0)


def test_a_path_by_itself_and_in_other_letters_is_one_file(
    texts: Path, tmp_path: Path, scheduler: str
) -> None:
    out = tmp_path / "out"
    (file, *_) = files(texts)
    assert convert(str(file), out, scheduler=scheduler).inputs == 1
    told = convert(f"{file.parent}/./{file.name}", out, scheduler=scheduler)
    assert (told.inputs, told.gone) == (1, 1)
    assert len({row["source"] for row in dataset(out)}) == 1


@pytest.mark.parametrize(
    ("address", "code"), [("nosuch://bucket/x.txt", "bad-address"), ("gdrive://x.txt", "missing-extra")]
)
def test_an_address_that_cannot_be_reached_is_one_error(tmp_path: Path, address: str, code: str) -> None:
    with pytest.raises(HansardError) as caught:
        convert([address], tmp_path / "out")
    assert caught.value.code == code


def test_an_address_at_which_nothing_is_is_an_entry(texts: Path, tmp_path: Path, scheduler: str) -> None:
    told = convert(["file:///nowhere/x.txt", texts], tmp_path / "out", scheduler=scheduler)
    assert (told.inputs, list(told.unread)) == (10, ["file:///nowhere/x.txt"])


def test_work_is_in_pieces_that_no_worker_waits_for() -> None:
    """Two dozen files of a few MB for two workers: no piece is more than an eighth of what one has to do."""
    files = [corpus_inputs.Source(f"{n:02}.txt", 1_500_000) for n in range(24)]
    work = list(corpus_inputs.groups(files, 2))
    assert [path for group in work for path in group] == [file.path for file in files]
    assert max(map(len, work)) <= 2
    small = [corpus_inputs.Source(f"{n:03}.txt", 500) for n in range(300)]
    assert list(map(len, corpus_inputs.groups(small, 2))) == [128, 128, 44]
    days = [corpus_inputs.Source(f"{n:04}.txt", 1_000_000) for n in range(5000)]
    assert {len(group) for group in corpus_inputs.groups(days, 2)} == {17, 2}
    large = [corpus_inputs.Source("a.txt", 500), corpus_inputs.Source("b.txt", 1 << 30)]
    assert sorted(corpus_inputs.groups(large, 2)) == [["a.txt"], ["b.txt"]]


def test_a_manifest_forgets_what_is_not_whole(tmp_path: Path) -> None:
    (tmp_path / "_manifest").write_text('{"path": "a", "shards": []}\n{"path": "b", "sh', encoding="utf-8")
    assert list(Manifest(tmp_path).entries) == ["a"]


def test_a_scheduler_that_does_not_answer_is_one_line(tmp_path: Path) -> None:
    done = here("corpus", SAMPLES[0], "-o", tmp_path / "out", "--scheduler", "nonsense://nowhere:1")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1, done.stderr
    assert b"no Dask scheduler answers" in done.stderr
