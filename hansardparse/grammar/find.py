"""Finding the text of a grammar: a parliament's own, or the one that all parliaments share.

`%declare _PARTIES` in a parliament's `words.lark` takes the words of `parties` from its profile, so that a
word stands in one place.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from hansardparse.grammar.pieces import marked
from hansardparse.parliaments import outside, profile

__all__ = ["add", "folders", "importing", "source", "texts"]

_DECLARED = re.compile(r"^%declare (?P<names>[A-Z_ ]+)$", re.MULTILINE)
#: An expression that nothing matches, for a parliament that has no such words.
_NEVER = "(?!)"
#: The grammar in which a `%declare` takes words from the profile.
WORDS = "words"


#: Where the grammars of the package are: in the installed package, or beside it in a checkout.
OWN: Any = files("hansardparse") / "grammars"
if not OWN.is_dir():
    OWN = Path(__file__).parent.parent.parent / "grammars"


def folders(parliament: str) -> Iterator[Any]:
    """Where the grammars of a parliament are looked for, in this order."""
    yield outside(parliament) or OWN / parliament
    yield OWN / "shared"


#: Grammars that stand in no folder of a parliament, by name and parliament.
_ADDED: dict[tuple[str, str], Path] = {}


def add(file: Path, parliament: str) -> None:
    """Make known a grammar outside the folders, by the name of its file."""
    _ADDED[file.stem, parliament] = file
    source.cache_clear()


def texts(parliament: str) -> Iterator[tuple[str, str]]:
    """The names and the texts of a parliament's own grammars, by name."""
    folder = next(folders(parliament))
    for file in sorted(folder.iterdir(), key=lambda file: str(file.name)):
        if file.name.endswith(".lark"):
            yield file.name.removesuffix(".lark"), file.read_text(encoding="utf-8")


@functools.cache
def source(name: str, parliament: str) -> str:
    """The text of the grammar `name` (without `.lark`), its parts marked.

    Raises FileNotFoundError where there is none.
    """
    added = _ADDED.get((name, parliament))
    for file in (added,) if added else (folder / f"{name}.lark" for folder in folders(parliament)):
        if file.is_file():
            text = str(file.read_text(encoding="utf-8"))
            if name == WORDS:
                text = _DECLARED.sub(lambda m: _listed(m["names"], parliament), text)
            return marked(text)
    raise FileNotFoundError(f"no grammar {name}.lark for parliament {parliament!r}")


def _listed(names: str, parliament: str) -> str:
    """Terminals for lists of words in a parliament's profile, the longest words first."""
    lines = []
    for name in names.split():
        held = getattr(profile(parliament), name.strip("_").lower())
        words = sorted(held, key=lambda word: (-len(word), word))
        listed = "|".join(re.escape(word).replace("/", r"\/").replace(r"\ ", " ") for word in words)
        lines.append(f"{name}: /{listed or _NEVER}/")
    return "\n".join(lines)


def importing(parliament: str) -> Callable[[Any, str], tuple[str, str]]:
    """How Lark resolves `%import .lines (X)` for a parliament: as `source` does, even inside a zip."""

    def resolve(_base: Any, path: str) -> tuple[str, str]:
        return path, source(path.removesuffix(".lark"), parliament)

    return resolve
