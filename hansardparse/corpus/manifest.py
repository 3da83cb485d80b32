"""What has been done of a corpus: one line of JSON for each input, in `_manifest`."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from hansardparse.errors import HansardError

__all__ = ["MANIFEST", "SUCCESS", "Manifest", "locked", "shards_in"]

#: Readers of Parquet pass over these names.
MANIFEST, SUCCESS, LOCK = "_manifest", "_SUCCESS", "_lock"
SHARDS = (".parquet", ".jsonl")


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[str]:
    """Have a folder for one run alone, which gets a name of its own.

    Raises HansardError (`corpus-in-use`) where another run has it.
    """
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
    """The entries of a corpus by the paths of its inputs; each is on disk before it counts."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / MANIFEST
        self.entries: dict[str, dict[str, Any]] = {}
        self._stream: IO[str] | None = None
        with contextlib.suppress(FileNotFoundError):
            for line in self._file.read_text(encoding="utf-8").splitlines():
                with contextlib.suppress(ValueError):  # a last line that was cut off
                    entry = json.loads(line)
                    self.entries[entry["path"]] = entry

    def add(self, entries: Iterable[dict[str, Any]]) -> None:
        """Note what has been done."""
        if self._stream is None:
            self._stream = open(self._file, "a", encoding="utf-8", newline="\n")  # noqa: SIM115 (`rewrite`)
        for entry in entries:
            self.entries[entry["path"]] = entry
            self._stream.write(_line(entry))
        self._stream.flush()
        os.fsync(self._stream.fileno())

    def rewrite(self, drop: Iterable[str] = ()) -> None:
        """Write it anew, sorted, without some inputs."""
        self.close()
        for path in drop:
            self.entries.pop(path, None)
        part = self._file.with_name(f"{MANIFEST}.part")
        with open(part, "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(_line(self.entries[path]) for path in sorted(self.entries))
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, self._file)

    def close(self) -> None:
        """Write no more."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def sweep(self, folder: Path) -> None:
        """Remove the shards of which no entry says that they are whole, and what is there in part."""
        whole = {shard for entry in self.entries.values() for shard in entry["shards"]}
        for shard in shards_in(folder):
            if shard.relative_to(folder).as_posix() not in whole:
                with contextlib.suppress(FileNotFoundError):
                    shard.unlink()


def shards_in(folder: Path) -> list[Path]:
    """The shards of a dataset, and parts of such."""
    return [
        file
        for file in folder.rglob("*")
        if file.parent != folder and file.name.removesuffix(".part").endswith(SHARDS)
    ]


def _line(entry: dict[str, Any]) -> str:
    return json.dumps(entry, sort_keys=True) + "\n"
