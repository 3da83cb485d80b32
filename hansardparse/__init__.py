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

from hansardparse.version import __version__

if TYPE_CHECKING:
    from hansardparse.citations.find import find_references
    from hansardparse.errors import HansardError
    from hansardparse.layouts import LAYOUTS
    from hansardparse.model.nodes import *
    from hansardparse.parsing import iter_sections, parse, parse_bytes, parse_file
    from hansardparse.resolving.resolve import resolve, unresolved
    from hansardparse.write.rows import rows
    from hansardparse.write.tree_from_json import loads
    from hansardparse.write.tree_json import dumps, schema

__all__ = [
    "LAYOUTS",
    "Act",
    "AgeMark",
    "Answer",
    "Bill",
    "ChairMark",
    "ColumnMark",
    "ColumnRange",
    "CommandPaper",
    "Constituency",
    "Contribution",
    "DateMark",
    "Division",
    "Elision",
    "EmailAddress",
    "ExcerptsMark",
    "Furniture",
    "HansardError",
    "Heading",
    "HousePaper",
    "Interruption",
    "Intervention",
    "Line",
    "Link",
    "ListItem",
    "Mention",
    "Motion",
    "Node",
    "Note",
    "OfficialReportReference",
    "Paragraph",
    "Party",
    "Person",
    "Petition",
    "Problem",
    "Procedure",
    "Provision",
    "QuestionNumber",
    "Quote",
    "Reference",
    "ReleaseMark",
    "Resolution",
    "Response",
    "Resumption",
    "Section",
    "Span",
    "Speaker",
    "StandingOrder",
    "StatutoryInstrument",
    "Subheading",
    "Summary",
    "Supplementary",
    "Table",
    "Text",
    "TimeMark",
    "Transcript",
    "Unrecognised",
    "UpdateMark",
    "VenueMark",
    "Vote",
    "VoteGroup",
    "WebAddress",
    "WrittenQuestionReference",
    "WrittenStatementReference",
    "__version__",
    "children",
    "dumps",
    "find_references",
    "iter_sections",
    "leaves",
    "loads",
    "parse",
    "parse_bytes",
    "parse_file",
    "resolve",
    "rows",
    "schema",
    "unresolved",
]

_WHERE = {
    "LAYOUTS": "layouts",
    "HansardError": "errors",
    "dumps": "write.tree_json",
    "find_references": "citations.find",
    "iter_sections": "parsing",
    "loads": "write.tree_from_json",
    "parse": "parsing",
    "parse_bytes": "parsing",
    "parse_file": "parsing",
    "resolve": "resolving.resolve",
    "rows": "write.rows",
    "schema": "write.tree_json",
    "unresolved": "resolving.resolve",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'hansardparse' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"hansardparse.{_WHERE.get(name, 'model.nodes')}"), name)
    globals()[name] = value
    return value
