"""What is done with one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hansardparse.cli.formats import FORMATS
from hansardparse.cli.inputs import named, opened, transcripts
from hansardparse.cli.outputs import written
from hansardparse.cli.reports import reported, warned
from hansardparse.cli.status import OK

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript

__all__ = ["Job"]


class Job(NamedTuple):
    """A file, the format it is written in, how it is parsed, and its own output where it has one.

    It can be sent to another process.
    """

    path: str
    to: str
    options: dict[str, Any]
    output: Path | None

    def run(self, write: Callable[[str], Any]) -> None:
        """Do the file: into its own output, else to `write`."""
        if self.output is None:
            for piece in self._pieces():
                write(piece)
            return
        self.output.parent.mkdir(parents=True, exist_ok=True)
        with written(self.output) as own:
            for piece in self._pieces():
                own(piece)

    def spool(self, into: str) -> tuple[int, str]:
        """Do the file in a process of its own; its status, and what it said on standard error."""
        import contextlib
        import io

        said = io.StringIO()
        with contextlib.redirect_stderr(said), reported(self.path) as failed:
            with open(into, "w", encoding="utf-8", newline="\n") as spool:
                self.run(spool.write)
        return max(*failed, OK), said.getvalue()

    def _pieces(self) -> Iterator[str]:
        """What is written of the file, piece by piece."""
        from hansardparse.layouts import LAYOUTS, load_layout
        from hansardparse.parsing import parse_file

        form, options = FORMATS[self.to], dict(self.options)
        strict, grammar = options.pop("strict"), options.pop("grammar")
        if grammar is not None and grammar.name not in LAYOUTS:  # a process that was not forked
            load_layout(grammar.path)
        if form.whole or strict:
            with opened(self.path) as stream:
                whole = parse_file(stream, strict=strict, **options)
            parts: Iterable[Transcript] = (named(whole, self.path),)
        else:
            parts = transcripts(self.path, mentions=False, **options)
        return form.pieces(warned(parts, self.path))
