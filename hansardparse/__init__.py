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
    from hansardparse.codec import dumps, loads, schema
    from hansardparse.errors import HansardError
    from hansardparse.layouts import LAYOUTS
    from hansardparse.model import *
    from hansardparse.parser import iter_sections, parse, parse_file
    from hansardparse.references import find_references
    from hansardparse.resolving import resolve, unresolved
    from hansardparse.tabular import rows

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
    "parse_file",
    "resolve",
    "rows",
    "schema",
    "unresolved",
]

_WHERE = {
    "LAYOUTS": "layouts",
    "HansardError": "errors",
    "dumps": "codec",
    "find_references": "references",
    "iter_sections": "parser",
    "loads": "codec",
    "parse": "parser",
    "parse_file": "parser",
    "resolve": "resolving",
    "rows": "tabular",
    "schema": "codec",
    "unresolved": "resolving",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'hansardparse' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"hansardparse.{_WHERE.get(name, 'model')}"), name)
    globals()[name] = value
    return value
