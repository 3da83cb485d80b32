"""What has been done of a corpus: one line of JSON for each input, in `_manifest`."""

from __future__ import annotations

import contextlib
import fnmatch
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from hansardparse.errors import HansardError

__all__ = ["MANIFEST", "SUCCESS", "Manifest", "cannot_write", "locked"]

#: Readers of Parquet pass over these names.
MANIFEST, SUCCESS, LOCK = "_manifest", "_SUCCESS", "_lock"
#: The names that `Shards` gives, and those of parts of them: others' files in the folder of a dataset stay.
_RUN, _TRY = "[0-9a-f]" * 12, "[0-9a-f]" * 8
_SHARDS = tuple(
    name
    for to in ("parquet", "jsonl")
    for name in (f"{_RUN}-[0-9]*.{to}", f".{_RUN}-[0-9]*-{_TRY}.{to}.part")
)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[str]:
    """Have a folder, which is made where it is not there, for one run alone; that gets a name of its own.

    Raises HansardError (`corpus-in-use`) where another run has it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = os.urandom(6).hex()
    with open(folder / LOCK, "a+", encoding="utf-8") as lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            pass  # no locks here
        except OSError:
            raise HansardError(f"{folder}: another run writes to this folder", code="corpus-in-use") from None
        lock.truncate(0)
        lock.write(name)
        lock.flush()
        yield name


def is_run(folder: Path, run: str) -> bool:
    """Whether a run still has the folder: what one has left behind writes no more."""
    try:
        return (folder / LOCK).read_text(encoding="utf-8") == run
    except OSError:
        return False


class Manifest:
    """The entries of a corpus by the paths of its inputs; each is on disk before it counts.

    What writes raises HansardError (`cannot-write`) where the disk takes no more.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._file = folder, folder / MANIFEST
        self.entries: dict[str, dict[str, Any]] = {}
        self._stream: IO[bytes] | None = None
        with contextlib.suppress(FileNotFoundError):
            for line in self._file.read_text(encoding="utf-8").splitlines():
                with contextlib.suppress(ValueError):  # a last line that was cut off
                    entry = json.loads(line)
                    self.entries[entry["path"]] = entry

    def add(self, entries: Iterable[dict[str, Any]]) -> None:
        """Note what has been done: all of it, or nothing where there is no room."""
        done = list(entries)
        if self._stream is None:
            self._stream = open(self._file, "ab", buffering=0)  # noqa: SIM115 (`rewrite`)
        begin = self._stream.seek(0, os.SEEK_END)
        lines = memoryview("".join(map(_line, done)).encode())
        try:
            while lines:
                lines = lines[self._stream.write(lines) :]
            os.fsync(self._stream.fileno())
        except OSError as error:
            self._stream.truncate(begin)
            raise cannot_write(self._folder, error.strerror or str(error)) from None
        self.entries.update((entry["path"], entry) for entry in done)

    def together(self) -> dict[tuple[str, ...], list[str]]:
        """The files that stand in the same shards, by these: all that were done together have the same."""
        found: dict[tuple[str, ...], list[str]] = {}
        for path, entry in self.entries.items():
            if entry["shards"]:
                found.setdefault(tuple(entry["shards"]), []).append(path)
        return found

    def torn(self) -> frozenset[str]:
        """The files whose rows are not whole: a shard of theirs is gone or cut, or a run was stopped while it
        noted what stands in it.
        """
        torn = set()
        for shards, paths in self.together().items():
            one = self.entries[paths[0]]
            try:
                size = sum((self._folder / shard).stat().st_size for shard in shards)
            except OSError:
                size = -1
            if (len(paths), size) != (one.get("files"), one.get("bytes")):
                torn.update(paths)
        return frozenset(torn)

    def rewrite(self, drop: Iterable[str] = ()) -> None:
        """Write it anew, sorted, without some inputs."""
        self.close()
        for path in drop:
            self.entries.pop(path, None)
        part = self._file.with_name(f"{MANIFEST}.part")
        try:
            with open(part, "w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(_line(self.entries[path]) for path in sorted(self.entries))
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(part, self._file)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise cannot_write(self._folder, error.strerror or str(error)) from None

    def close(self) -> None:
        """Write no more."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def sweep(self) -> None:
        """Remove the shards of which no entry says that they are whole, and what is there in part."""
        whole = {shard for entry in self.entries.values() for shard in entry["shards"]}
        for shard in _shards_in(self._folder):
            if shard.relative_to(self._folder).as_posix() not in whole:
                with contextlib.suppress(FileNotFoundError):
                    shard.unlink()


def cannot_write(where: str | os.PathLike[str], why: str) -> HansardError:
    """What is raised where a dataset, or what belongs to it, cannot be written."""
    return HansardError(f"{where}: cannot write: {why}", code="cannot-write")


def _shards_in(folder: Path) -> list[Path]:
    """The shards of a dataset, and parts of such."""
    return [
        file
        for file in folder.rglob("*")
        if file.parent != folder and any(fnmatch.fnmatchcase(file.name, name) for name in _SHARDS)
    ]


def _line(entry: dict[str, Any]) -> str:
    return json.dumps(entry, sort_keys=True) + "\n"
