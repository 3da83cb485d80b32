"""Finding the text of a grammar: a parliament's own, or the one that all parliaments share.

Words are the exception: a parliament's `words.lark` says what it says otherwise than `shared/words.lark`,
from which comes the rest. `%declare _PARTIES` takes the words of `parties` from the profile, so that a word
stands in one place.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hansardparse.data import beside
from hansardparse.grammar.pieces import marked, named
from hansardparse.parliaments import outside, profile

__all__ = [
    "NEVER",
    "add",
    "folders",
    "from_outside",
    "importing",
    "known_parts",
    "place",
    "source",
    "texts",
    "written",
]

_DECLARED = re.compile(r"^%declare (?P<names>[A-Z_ ]+)$", re.MULTILINE)
#: An expression that nothing matches, for a parliament that has no such words.
NEVER = "(?!)."
#: The grammar of words: see above.
WORDS = "words"
#: A word with what stands below it of its definition, and its name.
_WORD = re.compile(r"^(_[A-Z_]+): .*(?:\n[ \t]+\|.*)*\n", re.MULTILINE)


#: Where the grammars of the package are: in the installed package, or beside it in a checkout.
OWN: Any = beside() / "grammars"
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


def from_outside(name: str, parliament: str) -> bool:
    """Whether a grammar is none of the package's."""
    folder = outside(parliament)
    return (name, parliament) in _ADDED or (folder is not None and (folder / f"{name}.lark").is_file())


def place(name: str, parliament: str) -> str:
    """Where a grammar stands, as its author knows it: the path by which it was loaded; of ours, its name."""
    if (name, parliament) in _ADDED:
        return str(_ADDED[name, parliament])
    file = f"{name}.lark"
    return str(outside(parliament) / file) if from_outside(name, parliament) else file


def texts(parliament: str) -> Iterator[tuple[str, str]]:
    """The names and the texts of a parliament's own grammars, by name."""
    folder = next(folders(parliament))
    for file in sorted(folder.iterdir(), key=lambda file: str(file.name)):
        if file.name.endswith(".lark"):
            yield file.name.removesuffix(".lark"), file.read_text(encoding="utf-8-sig")


@functools.cache
def known_parts() -> frozenset[str]:
    """The parts of lines that the grammars of the package have: what is read asks for no others."""
    grammars = (file for folder in OWN.iterdir() if folder.is_dir() for file in folder.iterdir())
    return frozenset(
        part
        for file in grammars
        if file.name.endswith(".lark")
        for _, part, _ in named(file.read_text(encoding="utf-8-sig"))
    )


@functools.cache
def source(name: str, parliament: str) -> str:
    """The text of the grammar `name` (without `.lark`), its parts marked.

    Raises FileNotFoundError where there is none.
    """
    found = _written(name, parliament)
    return marked(_worded(found, parliament) if name == WORDS else found[0])


def written(name: str, parliament: str) -> str:
    """The text of a grammar as its author wrote it. Raises FileNotFoundError where there is none."""
    return _written(name, parliament)[0]


def _written(name: str, parliament: str) -> list[str]:
    """The texts of a grammar in the folders of a parliament, its own first."""
    added = _ADDED.get((name, parliament))
    files = (added,) if added else (folder / f"{name}.lark" for folder in folders(parliament))
    found = [str(file.read_text(encoding="utf-8-sig")) for file in files if file.is_file()]
    if not found:
        raise FileNotFoundError(f"no grammar {name}.lark for parliament {parliament!r}")
    return found


def _worded(found: list[str], parliament: str) -> str:
    """A parliament's words, and those of the shared ones that it does not define."""
    own, *shared = (_DECLARED.sub(lambda m: _listed(m["names"], parliament), text) for text in found)
    defined = {word[1] for word in _WORD.finditer(own)}
    rest = (word[0] for text in shared for word in _WORD.finditer(text) if word[1] not in defined)
    return "".join((own, "\n", *rest))


def _listed(names: str, parliament: str) -> str:
    """Terminals for lists of words in a parliament's profile, the longest words first."""
    lines = []
    for name in names.split():
        held = getattr(profile(parliament), name.strip("_").lower())
        words = sorted(held, key=lambda word: (-len(word), word))
        listed = "|".join(re.escape(word).replace("/", r"\/").replace(r"\ ", " ") for word in words)
        lines.append(f"{name}: /{listed or NEVER}/")
    return "\n".join(lines)


def importing(parliament: str) -> Callable[[Any, str], tuple[str, str]]:
    """How Lark resolves `%import .lines (X)` for a parliament: as `source` does, even inside a zip."""

    def resolve(_base: Any, path: str) -> tuple[str, str]:
        return path, source(path.removesuffix(".lark"), parliament)

    return resolve
