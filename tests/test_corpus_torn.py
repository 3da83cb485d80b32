"""A dataset that lacks something: a shard is gone or cut, the manifest has not all that stands in a shard."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
from test_corpus_run import TURN, dataset, manifest, said, scheduler, texts

from hansardparse import HansardError
from hansardparse.corpus import convert
from hansardparse.corpus.manifest import Manifest


@pytest.fixture
def whole(texts: Path, tmp_path: Path, scheduler: str) -> list[Any]:
    """The rows of a run without a stop."""
    convert([texts], tmp_path / "whole", scheduler=scheduler)
    return said(dataset(tmp_path / "whole"))


@pytest.mark.parametrize("kept", [0, 100])
def test_a_shard_that_is_gone_or_cut_is_made_anew(
    texts: Path,
    tmp_path: Path,
    scheduler: str,
    whole: list[Any],
    kept: int,
) -> None:
    out = tmp_path / "whole"
    shard = next(out.rglob("*.parquet"))
    shard.write_bytes(shard.read_bytes()[:kept])
    if not kept:
        shard.unlink()
    told = convert([texts], out, scheduler=scheduler)
    assert told.anew["its rows are not whole"] == told.done > 0
    assert said(dataset(out)) == whole
    assert convert([texts], out, scheduler=scheduler).done == 0


@pytest.mark.parametrize("lines", [1, 4])
def test_of_a_shard_of_which_the_manifest_has_a_part_all_is_done_again(
    texts: Path,
    tmp_path: Path,
    scheduler: str,
    whole: list[Any],
    lines: int,
) -> None:
    """A run was killed while it wrote its lines."""
    out = tmp_path / "whole"
    file = out / "_manifest"
    told = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(told[:-lines]) + told[-lines][:50], encoding="utf-8")
    convert([texts], out, scheduler=scheduler)
    assert said(dataset(out)) == whole


def test_a_manifest_for_which_there_is_no_room_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = Manifest(tmp_path)
    notes.add([{"path": "a", "shards": []}])

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(HansardError, match=f"{tmp_path}: cannot write: No space left on device") as caught:
        notes.add([{"path": "b", "shards": []}])
    assert caught.value.code == "cannot-write"
    notes.close()
    assert list(notes.entries) == list(Manifest(tmp_path).entries) == ["a"]


def test_one_file_under_several_names_is_in_the_dataset_once(tmp_path: Path, scheduler: str) -> None:
    (tmp_path / "a.txt").write_text(TURN.format("No."), encoding="utf-8")
    names = [str(tmp_path / "a.txt"), f"{tmp_path}/./a.txt", f"file://{tmp_path}/a.txt"]
    out = tmp_path / "out"
    assert convert(names, out, scheduler=scheduler).inputs == 1
    assert len(dataset(out)) == 1
    told = convert(names[2], out, scheduler=scheduler)
    assert (told.gone, told.done, len(dataset(out))) == (1, 1, 1)
    (path,) = manifest(out)
    assert path == names[2]


def test_nothing_is_written_over_what_is_read(texts: Path, tmp_path: Path, scheduler: str) -> None:
    before = {file: file.read_bytes() for file in texts.rglob("*.txt")}
    report, out = next(iter(before)), tmp_path / "out"
    for folder, page in ((texts, None), (texts.parent, None), (out, report), (out, out / "no" / "page.html")):
        with pytest.raises(HansardError) as caught:
            convert(texts, folder, scheduler=scheduler, report=page)
        assert caught.value.code == "cannot-write"
    assert {file: file.read_bytes() for file in texts.rglob("*") if file.is_file()} == before
    assert not out.exists()


@pytest.mark.parametrize(
    "option", [{"date": "2024-13-40"}, {"house": 3}, {"resolve": "yes"}, {"to": "xlsx"}, {"workers": 0}]
)
def test_options_that_are_none_are_refused_before_anything_is_read(
    tmp_path: Path, option: dict[str, Any]
) -> None:
    with pytest.raises((ValueError, TypeError)):
        convert(tmp_path, tmp_path / "out", **option)
    assert not (tmp_path / "out").exists()


def test_a_day_is_given_in_letters_too(texts: Path, tmp_path: Path, scheduler: str) -> None:
    convert(texts / "2009-10-28.txt", tmp_path / "out", scheduler=scheduler, date="1908-05-07")
    assert {str(row["date"]) for row in dataset(tmp_path / "out")} == {"1908-05-07"}


def test_what_others_have_put_beside_the_shards_stays(texts: Path, tmp_path: Path, scheduler: str) -> None:
    own = [
        tmp_path / "out" / "mine" / name for name in ("walls.parquet", "walls.jsonl", "walls.parquet.part")
    ]
    own[0].parent.mkdir(parents=True)
    for file in own:
        file.write_bytes(b"1")
    left = tmp_path / "out" / "mine" / "0123456789ab-00001.parquet"  # of a run that was killed
    left.write_bytes(b"1")
    convert(texts, tmp_path / "out", scheduler=scheduler)
    assert [file.exists() for file in (*own, left)] == [True, True, True, False]


def test_what_another_process_has_in_memory_is_not_there(tmp_path: Path, scheduler: str) -> None:
    told = convert("memory://port-ardle/a.txt", tmp_path / "out", scheduler=scheduler)
    assert list(told.unread.values()) == ["nothing is there for the process that reads it"]
    assert json.loads((tmp_path / "out" / "_manifest").read_text(encoding="utf-8"))["files"] == 0
