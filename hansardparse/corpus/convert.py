"""`convert`: a corpus to a dataset, on Dask; a run that was stopped goes on where it was."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from hansardparse.corpus.inputs import Source, canonical, digest, exists, found, groups
from hansardparse.corpus.manifest import SUCCESS, Manifest, cannot_write, locked
from hansardparse.corpus.report import page
from hansardparse.corpus.shards import CannotWrite
from hansardparse.corpus.work import Options, do, failed
from hansardparse.errors import HansardError, extra
from hansardparse.grammar.tables import fingerprint
from hansardparse.layouts import LAYOUTS
from hansardparse.parliaments import known
from hansardparse.version import __version__

__all__ = ["Summary", "convert"]

#: Why a file is done again whose shard somebody has taken away, or a run has left without all that is in it.
_TORN = "its rows are not whole"


@attrs.define
class Summary:
    """How far a run is, or what it has done.

    - `inputs`: how many files there are; `kept`: of them, those that were done before and have not changed
    - `done`: how many were tried now; `refused`: of these, those that cannot be read
    - `unread`: of all inputs those that cannot be read, by path, each with what is wrong
    - `anew`: why files that were done before were done again, and how many
    - `gone`: how many files that were done before are there no more; nor are their rows
    - `size`, `seconds`: of what was read now, in bytes; `todo`: how many bytes there were to read
    - `rows`, `problems`: of what was read now, and in the end of the whole dataset
    """

    inputs: int = 0
    kept: int = 0
    done: int = 0
    refused: int = 0
    gone: int = 0
    size: int = 0
    todo: int = 0
    rows: int = 0
    seconds: float = 0.0
    problems: Counter[str] = attrs.field(factory=Counter)
    unread: dict[str, str] = attrs.field(factory=dict)
    anew: Counter[str] = attrs.field(factory=Counter)
    _begun: float = attrs.field(factory=time.perf_counter, repr=False)

    @property
    def failed(self) -> int:
        """How many of the inputs cannot be read."""
        return len(self.unread)

    def add(self, entries: Iterable[dict[str, Any]]) -> None:
        """Count what was done now."""
        for entry in entries:
            self.done += 1
            self.refused += entry["error"] is not None
            self.note(entry)
            self.size += entry["size"] or 0
            self.rows += entry["rows"]
            self.problems.update(entry["problems"])
        self.seconds = time.perf_counter() - self._begun

    def note(self, entry: dict[str, Any]) -> None:
        """Note whether a file can be read."""
        if entry["error"] is not None:
            self.unread[entry["path"]] = entry["error"]

    def whole(self, entries: Iterable[dict[str, Any]]) -> None:
        """Count the rows and the problems of the whole dataset."""
        self.rows, self.problems = 0, Counter()
        for entry in entries:
            self.rows += entry["rows"]
            self.problems.update(entry["problems"])


def convert(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    report: str | os.PathLike[str] | None = None,
    progress: Callable[[Summary], Any] = lambda summary: None,
    **options: Any,
) -> Summary:
    """Read files, of any container, into a dataset of rows in the folder `out`.

    - `paths`: one or more files, folders, patterns (`1803/**/*.xml`), and addresses that fsspec knows (`s3://...`)
    - `scheduler`: the address of Dask's, whose workers see `out`; else so many `workers` here, one a core
    - `report`: where to write a page of what was found; `progress` is called whenever files are done
    - `options`: the fields of `Options`: `to` (`parquet` or `jsonl`), and what `parse` has

    A file that cannot be read is an entry of `_manifest`. What was done before, by the same version with the
    same options, is not done again; of files that are gone, the rows go, too; `_SUCCESS` is written last.

    Raises HansardError (`corpus-in-use`) where another run writes there, (`no-scheduler`), (`cannot-write`)
    where the dataset takes no more, (`missing-extra`) without Dask or what fsspec needs for an address,
    (`bad-address`) for one that it does not know; OSError for a folder that is none; ValueError and TypeError
    for options that are none.
    """
    asked = Options(**options)
    if workers is not None and workers < 1:
        raise ValueError(f"at least one worker is needed, not {workers}")
    folder = Path(out)
    sources = found((paths,) if isinstance(paths, (str, os.PathLike)) else paths)
    _refuse_over_inputs(folder, report, sources)
    with locked(folder) as run, contextlib.closing(Manifest(folder)) as manifest:
        made = _made_by(asked)
        gone = _gone(sources, manifest)
        summary, todo = _todo(sources, manifest, made, gone)
        if todo or gone:
            (folder / SUCCESS).unlink(missing_ok=True)
        manifest.rewrite(drop=(*todo, *gone))
        manifest.sweep()
        if todo:
            with _client(scheduler, workers) as client:
                work = (str(folder.resolve()), run, asked, made)
                for entries in _done(client, list(todo.values()), work):
                    manifest.add(entries)
                    summary.add(entries)
                    progress(summary)
        _finish(folder, manifest, summary, report)
    return summary


def _finish(
    folder: Path, manifest: Manifest, summary: Summary, report: str | os.PathLike[str] | None
) -> None:
    """Say that all is done: the manifest sorted, the whole counted, the report, and last the sign of it."""
    manifest.sweep()
    manifest.rewrite()
    summary.whole(manifest.entries.values())
    if report is not None:
        Path(report).write_text(page(manifest.entries.values()), encoding="utf-8")
    (folder / SUCCESS).touch()


def _refuse_over_inputs(folder: Path, report: str | os.PathLike[str] | None, sources: list[Source]) -> None:
    """Refuse, before anything is read, to write over what is read, or a report where there is no folder."""
    inputs, whole = {canonical(source.path) for source in sources}, folder.resolve()
    if any(Path(path).is_relative_to(whole) for path in inputs):
        said = f"{folder}: files that are read stand in this folder; write the dataset into another"
        raise HansardError(said, code="cannot-write")
    if report is not None and canonical(os.fspath(report)) in inputs:
        raise HansardError(f"{report}: this file is read; write the report into another", code="cannot-write")
    if report is not None and not Path(report).parent.is_dir():
        raise cannot_write(report, "there is no such folder")


def _made_by(options: Options) -> str:
    """What rows depend on besides their text: our version, the grammars, the options."""
    LAYOUTS.read()  # by which the parliaments of installed packages are known
    grammars = hashlib.sha256("".join(map(fingerprint, known())).encode())
    if options.grammar is not None:
        grammars.update(Path(options.grammar).read_bytes())
    asked = hashlib.sha256(repr(options).encode())
    if options.members is not None:
        asked.update(Path(options.members).read_bytes())
    return f"{__version__} {grammars.hexdigest()[:12]} {asked.hexdigest()[:12]}"


def _gone(sources: list[Source], manifest: Manifest) -> frozenset[str]:
    """The files that were done before and are there no more, or are now given by another path."""
    asked = {source.path for source in sources}
    named = set(map(canonical, asked))
    others = [path for path in manifest.entries if path not in asked]
    return frozenset(path for path in others if canonical(path) in named or not exists(path))


def _todo(
    sources: list[Source], manifest: Manifest, made: str, gone: frozenset[str]
) -> tuple[Summary, dict[str, Source]]:
    """Which inputs are to be read; of a shard, all that are in it or none, but for what is gone."""
    summary = Summary(inputs=len(sources), gone=len(gone))
    todo = {path: Source(path, manifest.entries[path]["size"]) for path in manifest.torn() - gone}
    summary.anew.update({_TORN: len(todo)} if todo else {})
    shared = manifest.together()
    for source in sources:
        if source.path in todo:
            continue
        done = manifest.entries.get(source.path)
        reason = _changed(source, done, made) if done is not None else None
        if reason is not None:
            summary.anew[reason] += 1
        if done is None or reason is not None:
            todo[source.path] = source
        else:
            summary.note(done)
    for again in (*todo, *gone):
        shards = manifest.entries.get(again, {}).get("shards", ())
        for path in shared.pop(tuple(shards), ()):
            if path not in todo and path not in gone:
                todo[path] = Source(path, manifest.entries[path]["size"])
                summary.anew["in one shard with such a file"] += 1
    summary.kept = summary.inputs - sum(source.path in todo for source in sources)
    summary.todo = sum(source.size or 0 for source in todo.values())
    return summary, dict(sorted(todo.items()))


def _changed(source: Source, entry: dict[str, Any], made: str) -> str | None:
    """Why an input is to be read again; None where it is not."""
    if entry["version"] != made:
        both = zip(entry["version"].split(" "), made.split(" "), strict=True)
        what = ("another version", "other grammars", "other options")
        return next(f"made by {each}" for each, (old, new) in zip(what, both, strict=True) if old != new)
    if entry["again"]:
        return "it failed"
    if source.size is not None and source.size != entry["size"]:
        return "it has changed"
    try:
        return None if digest(source.path) == entry["hash"] else "it has changed"
    except OSError:
        return "it has changed"


@contextlib.contextmanager
def _client(scheduler: str | None, workers: int | None) -> Iterator[Any]:
    """A client of Dask's: of a scheduler, or of workers that are started for it."""
    with extra("distributed", "hansardparse[dask]"):
        import distributed
    import logging

    if scheduler is not None:
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
        try:
            client = distributed.Client(scheduler, timeout=10)
        except (OSError, TimeoutError, ValueError) as error:
            said = f"{scheduler}: no Dask scheduler answers: {error}".partition("\n")[0]
            raise HansardError(said, code="no-scheduler") from None
        with client:
            yield client
        return
    with (
        distributed.LocalCluster(
            n_workers=workers or os.cpu_count() or 1,
            threads_per_worker=1,
            dashboard_address=":0",  # else it tells of a port that another run has
            silence_logs=logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def _done(
    client: Any, todo: list[Source], work: tuple[str, str, Options, str]
) -> Iterator[list[dict[str, Any]]]:
    """The entries of some inputs, as they are done; a group whose worker dies is tried file by file."""
    from concurrent.futures import CancelledError

    from distributed import KilledWorker, as_completed

    out, run, options, made = work
    running = as_completed()
    doing: dict[str, list[str]] = {}
    threads = max(1, sum(client.nthreads().values()))
    waiting = list(groups(todo, threads))
    waiting.reverse()
    sent = itertools.count(1)

    def send() -> None:
        if waiting:
            group = waiting.pop()
            future = client.submit(do, group, out, run, f"{run}-{next(sent):05d}", options, made, pure=False)
            doing[future.key] = group
            running.add(future)

    for _ in range(2 * threads):
        send()
    for future in running:
        group = doing.pop(future.key)
        try:
            yield future.result()
        except CannotWrite as error:
            raise cannot_write(out, str(error)) from None
        except CancelledError:
            gone = "the Dask scheduler is gone; the same command goes on"
            raise HansardError(gone, code="no-scheduler") from None
        except KilledWorker:
            if len(group) > 1:
                waiting.extend([path] for path in reversed(group))
                send()
            else:
                yield [failed(group[0], "the process that read it was killed", made, again=True)]
        send()
