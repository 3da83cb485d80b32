"""What is done with one file."""

from __future__ import annotations

import contextlib
import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from hansardparse.cli.inputs import named, opened, transcripts
from hansardparse.cli.outputs import written
from hansardparse.cli.reports import reported, say, shown, warned
from hansardparse.cli.spools import Spool
from hansardparse.cli.status import OK
from hansardparse.text.dates import OF_NAME, given_of
from hansardparse.write.writers import Wanted, writer

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript

__all__ = ["Job"]


class Job(NamedTuple):
    """A file, the format it is written in, how it is parsed, and its own output where it has one.

    `date` and `house` are what the caller knows of it, `members` the path of a register. It can be sent to
    another process.
    """

    path: str
    to: str
    options: dict[str, Any]
    output: Path | None
    unit: str = "item"
    columns: str = "all"
    date: datetime.date | str | None = None
    house: str | None = None
    members: str | None = None

    @property
    def framed(self) -> bool:
        """Whether its pieces have to stay apart."""
        return writer(self.to).table is not None

    def run(self, write: Callable[[Any], Any]) -> None:
        """Do the file: to `write`, else into its own output, and then what is noted of it to `write`.

        A note is a line of JSON: the path of the output, and what the format's `root` is to know.
        """
        notes: list[str] = []
        if self.output is None:
            for piece in self._pieces(notes.append):
                write(piece)
            return
        self.output.parent.mkdir(parents=True, exist_ok=True)
        with written(self.output) as own:
            for piece in self._pieces(notes.append):
                own(piece)
        for note in notes:
            write(json.dumps([str(self.output), note]) + "\n")

    def spool(self, into: str) -> tuple[int, str]:
        """Do the file in a process of its own; its status, and what it said on standard error."""
        import io

        said = io.StringIO()
        with contextlib.redirect_stderr(said), reported(self.path) as failed:
            with open(into, "wb") as stream:
                self.run(Spool(stream, self.framed).write)
        return max(*failed, OK), said.getvalue()

    def _pieces(self, note: Callable[[str], Any]) -> Iterator[Any]:
        """What is written of the file, piece by piece."""
        from hansardparse.layouts import LAYOUTS, load_layout
        from hansardparse.parsing import parse_file

        form, options = writer(self.to), dict(self.options)
        strict, grammar = options.pop("strict"), options.pop("grammar")
        if grammar is not None and grammar.name not in LAYOUTS:  # a process that was not forked
            load_layout(grammar.path)
        if form.whole or strict:
            with opened(self.path) as stream:
                whole = parse_file(stream, strict=strict, **options)
            parts: Iterable[Transcript] = (named(whole, self.path),)
        else:
            parts = transcripts(self.path, mentions=False, **options)
        given = given_of(self.path, self.date, self.house)
        if self.date == OF_NAME and (given is None or given.date is None):
            say(f"{shown(self.path)}: warning: there is no date, YYYY-MM-DD, in the name of this file")
        if given is not None:
            parts = (attrs.evolve(part, given=given) for part in parts)
        if self.members is not None:
            from hansardparse.members.files import register

            parts = map(register(self.members).link, parts)
        told: set[str] = set()

        def report(what: str) -> None:
            if what not in told:
                told.add(what)
                say(f"{shown(self.path)}: warning: {what}")

        wanted = Wanted(unit=self.unit, columns=self.columns, report=report, note=note)
        return form.pieces(warned(parts, self.path), wanted)
