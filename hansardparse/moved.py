"""What has moved: the old names go on working for one release, each with a DeprecationWarning.

`MODULES` has the modules that stood in `hansardparse` itself, `NAMES` the names that were on top of it.
`docs/migration.md` shows both.
"""

from __future__ import annotations

import importlib.util
import sys
import warnings
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

__all__ = ["MODULES", "NAMES", "inside", "install", "moved"]

#: An old module and the module that has its names now, both below `hansardparse`.
MODULES = {
    "attribution": "speakers.labels",
    "blocks": "build.paragraphs",
    "build": "build.contributions",
    "citing": "citations.of_transcript",
    "codec": "write.tree_json",
    "cues": "resolving.openings",
    "debate": "resolving.floor",
    "divisions": "build.divisions",
    "exchange": "resolving.exchanges",
    "grouping": "resolving.groups",
    "identity": "resolving.people",
    "lalr": "grammar.lark_loops",
    "marks": "build.marks",
    "mentions": "resolving.mentions",
    "model": "model.nodes",
    "nearby": "resolving.named_nearby",
    "outline": "build.sections",
    "parser": "parsing",
    "places": "build.tokens",
    "procedure": "build.procedure",
    "quoted": "speakers.attributions",
    "references": "citations.find",
    "release_build": "build.release",
    "release_roles": "lines.release",
    "render": "rendering",
    "resolving": "resolving.resolve",
    "roles": "lines.roles",
    "rules": "resolving.rules",
    "shapes": "lines.signs",
    "source": "text.decoding",
    "stream": "text.units",
    "tabular": "write.rows",
    "turns": "resolving.lost_labels",
    "unseen": "build.invisible",
    "walk": "resolving.turns",
    "wrapping": "text.broken_lines",
}
#: Where the others stand of an old module that is two now.
_OTHERS = {"codec": "write.tree_from_json"}
#: The names that were on top and are in `hansardparse.nodes` now.
NAMES = frozenset(
    "Act AgeMark Answer Bill ChairMark ColumnMark ColumnRange CommandPaper Constituency DateMark Division "
    "Elision EmailAddress ExcerptsMark Furniture Heading HousePaper Interruption Intervention Line Link "
    "ListItem Mention Motion Node Note OfficialReportReference Paragraph Party Person Petition Problem "
    "Procedure Provision QuestionNumber Quote Reference ReleaseMark Resolution Response Resumption Span "
    "Speaker StandingOrder StatutoryInstrument Subheading Summary Supplementary Table Text TimeMark "
    "Unrecognised UpdateMark VenueMark Vote VoteGroup WebAddress WrittenQuestionReference "
    "WrittenStatementReference children leaves".split()
)
_TOP = "hansardparse"


def moved(old: str, new: str, stacklevel: int = 3) -> None:
    """Warn that `old` is `new` now."""
    said = f"{old} has moved to {new}; the old name goes with the next release"
    warnings.warn(said, DeprecationWarning, stacklevel=stacklevel)


def inside(package: str) -> Callable[[str], Any]:
    """The `__getattr__` of a package that has the name of an old module: the names that this one had."""
    home = f"{_TOP}.{MODULES[package.rpartition('.')[2]]}"

    def found(name: str) -> Any:
        # who imports a module asks its package for it, and for names of the other kind: neither has moved
        own = name.startswith("__") or importlib.util.find_spec(f"{package}.{name}") is not None
        value = None if own else getattr(importlib.import_module(home), name, None)
        if value is None or isinstance(value, ModuleType):
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        moved(f"{package}.{name}", f"{home}.{name}")
        return value

    return found


class _Finder:
    """Finds the old modules. A package with the same name is found before it comes to this."""

    @classmethod
    def find_spec(cls, name: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
        """A module that hands on what the new one has; None for any that has not moved."""
        top, _, old = name.partition(".")
        if top != _TOP or old not in MODULES:
            return None
        moved(name, f"{_TOP}.{MODULES[old]}")
        return ModuleSpec(name, cls)  # type: ignore[arg-type]  # has what importlib asks of a loader

    @staticmethod
    def create_module(spec: ModuleSpec) -> None:
        """The module is made as any other."""

    @staticmethod
    def exec_module(module: ModuleType) -> None:
        """Give the old module every name of the new one, those that tests replace too."""
        old = module.__name__.rpartition(".")[2]
        new = importlib.import_module(f"{_TOP}.{MODULES[old]}")
        other = importlib.import_module(f"{_TOP}.{_OTHERS.get(old, MODULES[old])}")
        vars(module)["__getattr__"] = lambda name: getattr(new if hasattr(new, name) else other, name)


def install() -> None:
    """Let `import` find the old modules, behind all that it finds by itself."""
    if _Finder not in sys.meta_path:
        sys.meta_path.append(_Finder)
