"""Which layouts there are: those of the package, of installed packages, and of files that were loaded."""

from __future__ import annotations

import importlib.util
import os
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from hansardparse import grammar
from hansardparse.entry_points import installed
from hansardparse.errors import HansardError
from hansardparse.layouts.layout import Layout, is_layout, layout_of
from hansardparse.parliaments import known, register

__all__ = ["LAYOUTS", "load_layout"]

GROUP = "hansardparse.layouts"


class _Layouts(Mapping[str, Layout]):
    """The layouts by name, read when they are first asked for."""

    def __init__(self) -> None:
        self._known: dict[str, Layout] | None = None
        self._reading = threading.Lock()

    def _read(self) -> dict[str, Layout]:
        if self._known is None:
            with self._reading:
                if self._known is None:
                    _register_installed()
                    self._known = {layout.name: layout for layout in _found()}
        return self._known

    def add(self, layout: Layout) -> None:
        """Make a layout known."""
        self._read()[layout.name] = layout

    def __getitem__(self, name: str) -> Layout:
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


#: Every layout that is known, by its name.
LAYOUTS = _Layouts()


def _found() -> Iterator[Layout]:
    """The layouts in the folders of all parliaments."""
    for parliament in known():
        for name, text in grammar.texts(parliament):
            if is_layout(text):
                yield layout_of(name, text, f"{name}.lark")


def _register_installed() -> None:
    """Make known the parliaments that installed packages bring; none of their code runs."""
    for point in installed(GROUP):
        package = importlib.util.find_spec(point.module)
        if package is None or not package.submodule_search_locations:
            raise HansardError(f"{GROUP}: {point.name} = {point.value} is no package", code="bad-grammar")
        register(point.name, Path(package.submodule_search_locations[0], *(point.attr or "").split(".")))


def load_layout(path: str | os.PathLike[str]) -> Layout:
    """Make the layout of a grammar file known, by the file's name, and return it.

    The file is data: it brings rules and terminals, and no code. Where `profile.toml` stands beside it, its
    folder is that of a parliament of its own, with its words and its other grammars; else it is one more
    layout of a parliament that is known.

    Raises OSError as `open` does, and HansardError (`bad-grammar`, `bad-profile`) that says where and what.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        said = f"a grammar is UTF-8, and this has {error.object[error.start]:#04x} at byte {error.start}"
        raise HansardError(said, code="bad-grammar", source=str(file)) from None
    layout = layout_of(file.stem, text, str(file))
    if strange := [name for name in layout.yields_to if name not in LAYOUTS]:
        said = f"`yields-to` names {strange[0]}, which is no layout; known are {', '.join(LAYOUTS)}"
        raise HansardError(said, code="bad-grammar", source=str(file))
    if (file.parent / "profile.toml").is_file():
        register(layout.parliament, file.parent)
    elif layout.parliament not in known():
        raise HansardError(
            f"no parliament {layout.parliament!r}; put its profile.toml beside the file, or name one of "
            f"{', '.join(known())}",
            code="bad-grammar",
            source=str(file),
        )
    grammar.add(file, layout.parliament)
    layout.check()
    LAYOUTS.add(layout)
    return layout
