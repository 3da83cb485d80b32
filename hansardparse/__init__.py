"""Parliamentary debates as typed objects.

    >>> import hansardparse
    >>> debate = hansardparse.parse("Ada Marsh Portrait Ms Ada Marsh (Dale) (Lab)\\n- Hansard -\\n\\nNo.")
    >>> [(c.name, str(c.party), c.text) for c in debate.contributions()]
    [('Ms Ada Marsh', 'Lab', 'No.')]

Names are imported when first used, so that `import hansardparse` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from hansardparse.moved import NAMES, install, moved
from hansardparse.version import __version__

if TYPE_CHECKING:
    from hansardparse import nodes as nodes
    from hansardparse import view as view
    from hansardparse.citations.find import find_references
    from hansardparse.errors import HansardError
    from hansardparse.layouts import LAYOUTS, load_layout
    from hansardparse.members.files import load_members
    from hansardparse.nodes import Contribution, Section, Transcript
    from hansardparse.parsing import iter_sections, parse, parse_bytes, parse_file, resolve
    from hansardparse.resolving.groups import exchanges, speeches
    from hansardparse.resolving.resolve import unresolved
    from hansardparse.streaming import iter_rows
    from hansardparse.warming import warm
    from hansardparse.write.arrow import to_arrow, to_pandas, to_polars
    from hansardparse.write.rows import rows
    from hansardparse.write.tree_from_json import loads
    from hansardparse.write.tree_json import dumps, schema

__all__ = [
    "LAYOUTS",
    "Contribution",
    "HansardError",
    "Section",
    "Transcript",
    "__version__",
    "dumps",
    "exchanges",
    "find_references",
    "iter_rows",
    "iter_sections",
    "load_layout",
    "load_members",
    "loads",
    "parse",
    "parse_bytes",
    "parse_file",
    "resolve",
    "rows",
    "schema",
    "speeches",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "unresolved",
    "warm",
]

_WHERE = {
    "LAYOUTS": "layouts",
    "Contribution": "nodes",
    "HansardError": "errors",
    "Section": "nodes",
    "Transcript": "nodes",
    "dumps": "write.tree_json",
    "exchanges": "resolving.groups",
    "find_references": "citations.find",
    "iter_rows": "streaming",
    "iter_sections": "parsing",
    "load_layout": "layouts",
    "load_members": "members.files",
    "loads": "write.tree_from_json",
    "parse": "parsing",
    "parse_bytes": "parsing",
    "parse_file": "parsing",
    "resolve": "parsing",
    "rows": "write.rows",
    "schema": "write.tree_json",
    "speeches": "resolving.groups",
    "to_arrow": "write.arrow",
    "to_pandas": "write.arrow",
    "to_polars": "write.arrow",
    "unresolved": "resolving.resolve",
    "warm": "warming",
}

install()


def __getattr__(name: str) -> Any:
    if name in ("nodes", "view"):
        return importlib.import_module(f"hansardparse.{name}")
    if name in NAMES:
        moved(f"hansardparse.{name}", f"hansardparse.nodes.{name}")
        return getattr(importlib.import_module("hansardparse.nodes"), name)
    if name not in _WHERE:
        raise AttributeError(f"module 'hansardparse' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"hansardparse.{_WHERE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
