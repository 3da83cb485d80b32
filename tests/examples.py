"""The lines that stand in the comments of the grammars, beside the terminals that match them."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT

from hansardparse import LAYOUTS

_NAMED = re.compile(r"(_?[A-Z][A-Z_]*)(?:\.-?[0-9]+)?:")
_IMPORT = re.compile(r"^%import \.([a-z-]+) \(([^)]*)\)", re.MULTILINE)


def of_file(file: Path) -> dict[str, list[str]]:
    """The lines that a grammar gives for each terminal; what none matches (`not: ...`) is left out."""
    found: dict[str, list[str]] = {}
    comment: list[str] = []
    for line in file.read_text(encoding="utf-8").split("\n"):
        named = _NAMED.match(line)
        if line.startswith("//"):
            comment += [line[5:]] if line.startswith("//   ") and not line.startswith("//   not: ") else []
        else:
            if named and comment:
                found.setdefault(named[1], []).extend(comment)
            comment = []
    return found


def of_layout(layout: str) -> list[tuple[str, str]]:
    """Each terminal of a layout with each line given for it, in its own grammar or where it is from."""
    parliament = LAYOUTS[layout].parliament
    file = ROOT / "grammars" / parliament / f"{layout}.lark"
    lines = of_file(file)
    for home, names in _IMPORT.findall(file.read_text(encoding="utf-8")):
        places = (ROOT / "grammars" / room / f"{home}.lark" for room in (parliament, "shared"))
        imported = of_file(next(place for place in places if place.is_file()))
        lines |= {
            name: imported[name] for name in names.split(", ") if name in imported and name not in lines
        }
    return [(terminal, line) for terminal, every in lines.items() for line in every]


EXAMPLES = {layout: of_layout(layout) for layout in LAYOUTS}
