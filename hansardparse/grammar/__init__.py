"""Finding the grammars, building parsers from them, and running these."""

from hansardparse.grammar.find import source
from hansardparse.grammar.lark_loops import Raw, alternation, parsed, starting
from hansardparse.grammar.load import build, forms, lines, parts, pattern
from hansardparse.grammar.pieces import apart, part_of

__all__ = [
    "Raw",
    "alternation",
    "apart",
    "build",
    "forms",
    "lines",
    "parsed",
    "part_of",
    "parts",
    "pattern",
    "source",
    "starting",
]
