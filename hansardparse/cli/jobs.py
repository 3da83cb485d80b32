"""What is done with one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hansardparse.cli.inputs import named, opened, transcripts
from hansardparse.cli.outputs import written
from hansardparse.cli.reports import reported, warned
from hansardparse.cli.status import OK

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript

__all__ = ["Job"]


class Job:
    """What is done with each file; it can be sent to another process."""

    def __init__(self, to: str, options: dict[str, Any], folder: Path | None) -> None:
        self.to, self.options, self.folder = to, options, folder

    def lines(self, path: str) -> Iterator[str]:
        """The output of one file, piece by piece."""
        from hansardparse.parsing import parse_file
        from hansardparse.write.rows import csv_lines, json_lines
        from hansardparse.write.tree_json import dumps

        if self.to == "json" or self.options["strict"]:
            with opened(path) as stream:
                parts: Iterable[Transcript] = (named(parse_file(stream, **self.options), path),)
        else:
            options = {key: self.options[key] for key in ("from_", "layout", "resolve")}
            parts = transcripts(path, mentions=False, **options)
        parts = warned(parts, path)
        if self.to == "json":
            for part in parts:
                yield dumps(part) + "\n"
            return
        yield from (json_lines if self.to == "jsonl" else csv_lines)(parts)

    def run(self, path: str, write: Callable[[str], Any]) -> None:
        """Do one file: into its own file where there is a folder, else to `write`."""
        if self.folder is None:
            for line in self.lines(path):
                write(line)
            return
        name = "stdin" if path == "-" else Path(path).stem
        with written(self.folder / f"{name}.json") as own:
            for line in self.lines(path):
                own(line)

    def spool(self, path: str, into: str) -> tuple[int, str]:
        """Do one file in a process of its own; its status, and what it said on standard error."""
        import contextlib
        import io

        said = io.StringIO()
        with contextlib.redirect_stderr(said), reported(path) as failed:
            with open(into, "w", encoding="utf-8", newline="\n") as spool:
                self.run(path, spool.write)
        return max(*failed, OK), said.getvalue()
