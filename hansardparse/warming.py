"""Building beforehand what parsing builds when it is first needed: in a process, or as tables."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.grammar import Raw, tables
from hansardparse.layouts import LAYOUTS
from hansardparse.layouts.layout import Layout
from hansardparse.layouts.signs import table
from hansardparse.parliaments import known

__all__ = ["PARSERS", "Form", "of_parliament", "store", "warm"]


@attrs.frozen
class Form:
    """A parser that no layout is: its grammar, the rules that a text may be, and how it is built."""

    name: str
    start: tuple[str, ...] = ()
    lexer: str = "basic"
    tree_class: type | None = None

    def build(self, parliament: str) -> Any:
        """The parser in the words of a parliament; None where it has no such grammar."""
        try:
            grammar.source(self.name, parliament)
        except FileNotFoundError:
            return None
        return grammar.build(
            self.name, *self.start, parliament=parliament, lexer=self.lexer, tree_class=self.tree_class
        )


#: All of them: what a record is read with beside its layout, and what it is resolved with.
PARSERS = (
    Form("attendance", (), "contextual", Raw),
    Form("blocks"),
    Form("container", tree_class=Raw),
    Form("cues", ("start", "gates")),
    Form("glued-turns"),
    Form("headings"),
    Form("inline"),
    Form("labels", (), "contextual", Raw),
    Form("labels", ("position",), "contextual"),
    Form("mentions", ("start", "gates")),
    Form("naming"),
    Form("procedure"),
    Form("quoted"),
    Form("run-together"),
    Form("references", ("start", "scan"), "contextual", Raw),
    Form("release-words"),
    Form("sittings"),
    Form("turns"),
    Form("voice"),
    Form("votes", ("start",)),
    Form("votes", ("titled",)),
    Form("votes", ("plain",)),
    Form("votes", ("initialled",)),
    Form("votes", ("surnames",)),
)


def warm(*layouts: str) -> None:
    """Build what a first parse would build, so that it need not wait; safe from several threads.

    Without a name, for every layout that is known; with names, what detection needs and these layouts with
    their parliaments.  Raises KeyError for a name that is no layout's.

    >>> import hansardparse
    >>> hansardparse.warm("parallel")
    """
    for layout in LAYOUTS.values():
        _ = layout.sign
    chosen = [LAYOUTS[name] for name in layouts or LAYOUTS]
    for layout in chosen:
        layout.check()
    for parliament in dict.fromkeys(layout.parliament for layout in chosen):
        for form in PARSERS:
            form.build(parliament)


def _tables(parliament: str) -> Iterator[tuple[str, str]]:
    """The files of a parliament's tables, by their names below the folder of all, and what each holds."""
    for form in PARSERS:
        parser = form.build(parliament)
        if parser is not None:
            yield tables.file_of(form.name, (*form.start, form.lexer), parliament), tables.as_json(parser)
    for layout in _own(parliament):
        yield tables.file_of(layout.name, ("basic",), parliament), tables.as_json(layout.parser)
        yield table(layout.name, parliament)


def _own(parliament: str) -> list[Layout]:
    """The layouts of a parliament."""
    return [layout for layout in LAYOUTS.values() if layout.parliament == parliament]


def of_parliament(parliament: str) -> dict[str, str]:
    """The tables of one parliament, for a process of its own."""
    return dict(_tables(parliament))


def store(folder: Path) -> None:
    """Make the tables of all parliaments of the package anew, by processes side by side.

    The folder is there whole or as it was before.
    """
    made = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    codes = sorted(known(), key=lambda code: -len(_own(code)))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for code, held in zip(codes, pool.map(of_parliament, codes), strict=True):
            (made / code).mkdir()
            for name, text in held.items():
                (made / name).write_text(text, encoding="utf-8")
    made_of = {code: tables.fingerprint(code) for code in codes}
    (made / tables.MADE_OF).write_text(json.dumps(made_of), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    made.rename(folder)


if __name__ == "__main__":
    store(Path(sys.argv[1]))
