"""Where output goes: to standard output, to one file, or to a file of its own for each input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path, PurePath
from typing import Any, NamedTuple

import click

from hansardparse.cli.inputs import Input
from hansardparse.cli.reports import CannotWrite, shown

__all__ = ["in_folder", "refuse_inputs", "sweep", "tabled", "written"]

#: A file is written under a name that ends so, and renamed when it is whole.
_PART = ".hansardparse.part"
_READ_ONLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def in_folder(files: Sequence[Input], folder: Path, to: str) -> list[Path]:
    """The output of each input below a folder: `x.txt` becomes `x.json`, `x.html` becomes `x.html.json`.

    Raises UsageError where two inputs would end in one output, or an output is an input.
    """
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"-o {shown(str(folder))} is no folder, which several files need")
    outputs = [folder / _own_name(file.place, to) for file in files]
    found: dict[str, int] = {}
    for n, output in enumerate(outputs):
        if (other := found.setdefault(_real(output), n)) != n:
            raise click.UsageError(
                f"{shown(files[other].path)} and {shown(files[n].path)} would both be written to "
                f"{shown(str(output))}; give their folders, or parse them one by one"
            )
    folders = {str(parent) for real in found for parent in Path(real).parents}
    for both in sorted(folders & found.keys()):
        name = shown(files[found[both]].path)
        raise click.UsageError(f"{shown(both)} would be a folder, and the output of {name}")
    refuse_inputs(files, outputs)
    return outputs


def refuse_inputs(files: Iterable[Input], outputs: Iterable[Path]) -> None:
    """Raise UsageError where an output is one of the inputs, which would be lost."""
    read = {_real(Path(file.path)): file.path for file in files if file.path != "-"}
    for output in outputs:
        if (path := read.get(_real(output))) is not None and output.is_file():
            raise click.UsageError(f"the output {shown(str(output))} is an input, {shown(path)}")


def _own_name(place: PurePath, to: str) -> PurePath:
    name = place.name[:-4] if place.suffix.lower() == ".txt" else place.name
    return place.with_name(f"{name}.{to}")


def _real(path: Path) -> str:
    """A path to which no other path leads."""
    return os.path.normcase(os.path.realpath(path))


@contextmanager
def written(path: Path | None) -> Iterator[Callable[[str], Any]]:
    """Write to standard output, or to a file that takes its name only when it is whole.

    What a link leads to is written, not the link; a FIFO or a device is written as it comes.
    Raises CannotWrite.
    """
    with _blamed(path):
        sink = _sink(path)

    def write(text: str) -> None:
        with _blamed(path):
            sink.write(text)

    try:
        yield write
        with _blamed(path):
            sink.finish()
    except BaseException:
        sink.abandon()
        raise


@contextmanager
def tabled(
    path: Path, opened: Callable[[str], AbstractContextManager[Callable[[bytes], Any]]]
) -> Iterator[Callable[[bytes], Any]]:
    """Write what is no text to a file that takes its name only when it is whole.

    `opened` gives what takes its pieces, for the name of a file. A FIFO or a device gets it when it is whole.
    Raises CannotWrite.
    """
    with ExitStack() as stack:
        with _blamed(path):
            special = _is_special(path)
            own = (
                Path(stack.enter_context(_temporary()), "table") if special else Path(os.path.realpath(path))
            )
            handle, name = _own_part(own)
        try:
            with ExitStack() as table:
                with _blamed(path):
                    add = table.enter_context(opened(name))

                def write(piece: bytes) -> None:
                    with _blamed(path):
                        add(piece)

                yield write
                with _blamed(path):
                    table.close()
            with _blamed(path):
                if special:
                    _copied(name, path)
                else:
                    os.fsync(handle)
                    _keep_mode(own, name)
                    os.replace(name, own)
        finally:
            with suppress(OSError):
                os.unlink(name)  # where it has not taken its own
            os.close(handle)


def _temporary() -> Any:
    import tempfile

    return tempfile.TemporaryDirectory(prefix="hansardparse-")


def _copied(name: str, path: Path) -> None:
    import shutil

    with open(name, "rb") as whole, open(path, "wb") as stream:
        shutil.copyfileobj(whole, stream)


@contextmanager
def _blamed(path: Path | None) -> Iterator[None]:
    """Blame an output for what goes wrong in writing to it; a reader that went away is no fault."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite(path, error) from None


class _Sink(NamedTuple):
    """What takes an output: how it is written, and what is done when all is written, or nothing more is."""

    write: Callable[[str], Any]
    finish: Callable[[], Any]
    abandon: Callable[[], Any]


def _sink(path: Path | None) -> _Sink:
    if path is None:
        return _Sink(sys.stdout.write, sys.stdout.flush, lambda: None)
    if not _is_special(path):
        return _part(Path(os.path.realpath(path)))
    stream = open(path, "w", encoding="utf-8", newline="\n")  # noqa: SIM115 (closed by who is given it)

    def abandon() -> None:
        with suppress(OSError):
            stream.close()

    return _Sink(stream.write, stream.close, abandon)


def _part(path: Path) -> _Sink:
    """A file that takes its name when all is written."""
    handle, name = _own_part(path)
    part = open(handle, "w", encoding="utf-8", newline="\n")  # noqa: SIM115 (closed by who is given it)

    def finish() -> None:
        part.flush()
        os.fsync(part.fileno())
        _keep_mode(path, name)
        if os.name == "nt":  # where no open file can be renamed, and none is locked
            part.close()
        os.replace(name, path)  # before it is closed, and unlocked with that
        part.close()

    def abandon() -> None:
        with suppress(OSError):
            part.close()
        with suppress(OSError):
            os.unlink(name)

    return _Sink(part.write, finish, abandon)


def _is_special(path: Path) -> bool:
    """Whether there is something at the path, or behind a link, that takes what is written but keeps no file.

    Raises OSError for a folder, and for a file that may not be written.
    """
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode) or not os.access(path, os.W_OK):
        open(path, "ab").close()  # raises what there is to raise
    # a link of the system to an open file may lead to one that has no name any more
    return not stat.S_ISREG(mode) or not os.path.exists(os.path.realpath(path))


def _own_part(path: Path) -> tuple[int, str]:
    """A new file beside a path, which is locked as long as its process lives."""
    import tempfile

    while True:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}.", suffix=_PART)
        _locked(handle)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), os.stat(name)):
                return handle, name
        os.close(handle)  # another run took it for left over before it was locked


def _locked(handle: int) -> bool:
    """Lock a file, if no living process has; where there are no locks, all are taken for locked."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


def sweep(outputs: Iterable[Path]) -> None:
    """Remove what runs that were killed have left beside some outputs."""
    for folder in {os.path.dirname(_real(output)) for output in outputs}:
        with suppress(OSError):
            for left in [e.path for e in os.scandir(folder) if e.name.endswith(_PART)]:
                with suppress(OSError):
                    handle = os.open(left, _READ_ONLY)
                    try:
                        if _locked(handle):
                            os.unlink(left)
                    finally:
                        os.close(handle)


def _keep_mode(path: Path, name: str) -> None:
    """Give a new file the mode and the owner of the one that it replaces, else the mode of any new file."""
    try:
        old = os.stat(path)
    except FileNotFoundError:
        os.chmod(name, 0o666 & ~_umask())
        return
    new = os.stat(name)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):  # only root may give a file away
            os.chown(name, old.st_uid, old.st_gid)
    os.chmod(name, stat.S_IMODE(old.st_mode))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
