"""Finding the grammars, building parsers from them, and running these."""

from hansardparse.grammar.lark_loops import Raw, alternation, parsed, starting
from hansardparse.grammar.load import build, forms, lines, parts, pattern, source

__all__ = [
    "Raw",
    "alternation",
    "build",
    "forms",
    "lines",
    "parsed",
    "parts",
    "pattern",
    "source",
    "starting",
]
