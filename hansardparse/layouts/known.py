"""Which layouts there are: those of the package, of installed packages, and of files that were loaded."""

from __future__ import annotations

import importlib.util
import os
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hansardparse import grammar
from hansardparse.entry_points import installed
from hansardparse.errors import HansardError
from hansardparse.layouts.layout import Layout, is_layout, layout_of
from hansardparse.parliaments import known, profile, register, unregister

__all__ = ["LAYOUTS", "load_layout"]

GROUP = "hansardparse.layouts"
#: What the profile and the words of parliaments from outside said when they were read.
_WORDS: dict[str, dict[str, bytes]] = {}


class _Layouts(Mapping[str, Layout]):
    """The layouts by name, read when they are first asked for.

    To ask for all of them raises HansardError where an installed package brings what cannot be used; to ask
    for one by its name does not.
    """

    def __init__(self) -> None:
        self._known: dict[str, Layout] | None = None
        self._broken: list[HansardError] = []
        self._reading = threading.Lock()

    def read(self) -> dict[str, Layout]:
        """Those that are known, read once."""
        if self._known is None:
            with self._reading:
                if self._known is None:
                    found = {layout.name: layout for code in known() for layout in _found(code)}
                    for point in installed(GROUP):
                        try:
                            found |= _brought(point, found)
                        except HansardError as error:
                            self._broken.append(_of_package(error, point))
                    self._known = found
        return self._known

    def add(self, layout: Layout) -> None:
        """Make a layout known."""
        self.read()[layout.name] = layout

    def __getitem__(self, name: str) -> Layout:
        return self.read()[name]

    def __iter__(self) -> Iterator[str]:
        every = self.read()
        for error in self._broken:
            raise error
        return iter(every)

    def __len__(self) -> int:
        return len(self.read())


#: Every layout that is known, by its name.
LAYOUTS = _Layouts()


def _found(parliament: str) -> Iterator[Layout]:
    """The layouts in the folder of a parliament."""
    for name, text in grammar.texts(parliament):
        if is_layout(text):
            yield layout_of(name, text, grammar.place(name, parliament))


def _brought(point: Any, others: Mapping[str, Layout]) -> dict[str, Layout]:
    """The layouts of the parliament that an installed package brings; none of its code runs.

    Raises HansardError where it cannot be used; then the parliament is not known.
    """
    try:
        package = importlib.util.find_spec(point.module)
    except ImportError:
        package = None
    if package is None or not package.submodule_search_locations:
        raise HansardError(f"there is no package {point.module}", code="bad-grammar")
    folder = Path(package.submodule_search_locations[0], *(point.attr or "").split("."))
    if not (folder / "profile.toml").is_file():
        raise HansardError("the package has no profile.toml there", code="bad-profile", source=str(folder))
    if point.name in known():
        raise HansardError(f"a parliament {point.name!r} is known already", code="bad-profile")
    register(point.name, folder)
    try:
        profile(point.name)
        found = {layout.name: layout for layout in _found(point.name)}
        for name, layout in found.items():
            file = str(folder / f"{name}.lark")
            if layout.parliament != point.name:
                said = f"the head names the parliament {layout.parliament!r}, the entry point {point.name!r}"
                raise HansardError(said, code="bad-grammar", source=file)
            if name in others:
                raise HansardError(f"a layout {name!r} is known already", code="bad-grammar", source=file)
    except HansardError:
        unregister(point.name)
        raise
    return found


def _of_package(error: HansardError, point: Any) -> HansardError:
    """What is wrong with what an installed package brings, with what to do."""
    entry = f"{GROUP}: {point.name} = {point.value}"
    said = f"{error.message}; mend or uninstall the package with the entry point {entry}, or name a layout"
    return HansardError(said, code=error.code, source=error.source, line=error.line)


def _words_of(parliament: str, folder: Path) -> dict[str, bytes]:
    """The profile and the words of a parliament from outside.

    Raises HansardError where they are others than those of which its parsers have been built.
    """
    files = {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix in (".lark", ".toml")}
    words = {name: held for name, held in files.items() if not is_layout(held.decode("utf-8-sig", "replace"))}
    if _WORDS.get(parliament, words) != words:
        said = (
            f"the words of the parliament {parliament!r} have changed since they were read; start Python anew"
        )
        raise HansardError(said, code="bad-grammar", source=str(folder))
    return words


def load_layout(path: str | os.PathLike[str]) -> Layout:
    """Make the layout of a grammar file known, by the file's name, and return it.

    The file is data: it brings rules and terminals, and no code. Where `profile.toml` stands beside it, its
    folder is that of a parliament of its own, with its words and its other grammars; else it is one more
    layout of a parliament that is known.

    A layout may be loaded again after a change, its parliament's words may not: they are refused.

    Raises OSError as `open` does, and HansardError (`bad-grammar`, `bad-profile`) that says where and what.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        said = f"a grammar is UTF-8, and this has {error.object[error.start]:#04x} at byte {error.start}"
        raise HansardError(said, code="bad-grammar", source=str(file)) from None
    LAYOUTS.read()  # those of packages first: what is loaded may stand for one of them
    layout = layout_of(file.stem, text, str(file))
    if strange := [name for name in layout.yields_to if name not in LAYOUTS]:
        said = f"`yields-to` names {strange[0]}, which is no layout; known are {', '.join(LAYOUTS)}"
        raise HansardError(said, code="bad-grammar", source=str(file))
    if strange := [code for code, _ in layout.also if code not in known()]:
        said = f"`also` names {strange[0]!r}, which is no parliament; known are {', '.join(known())}"
        raise HansardError(said, code="bad-grammar", source=str(file))
    words = None
    if (file.parent / "profile.toml").is_file():
        words = _words_of(layout.parliament, file.parent)
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
    if words is not None:
        _WORDS[layout.parliament] = words
    LAYOUTS.add(layout)
    return layout
