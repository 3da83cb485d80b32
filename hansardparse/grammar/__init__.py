"""Finding the grammars, building parsers from them, and running these."""

from hansardparse.grammar.expressions import compiled, keep, kept
from hansardparse.grammar.find import add, place, source, texts
from hansardparse.grammar.heads import groups, rules
from hansardparse.grammar.imports import check_imports
from hansardparse.grammar.lark_loops import Raw, alternation, lexed, parsed, starting, whole
from hansardparse.grammar.load import build, forms, lines, parts, pattern, terminals_of
from hansardparse.grammar.outside import check
from hansardparse.grammar.pieces import apart, part_of

__all__ = [
    "Raw",
    "add",
    "alternation",
    "apart",
    "build",
    "check",
    "check_imports",
    "compiled",
    "forms",
    "groups",
    "keep",
    "kept",
    "lexed",
    "lines",
    "parsed",
    "part_of",
    "parts",
    "pattern",
    "place",
    "rules",
    "source",
    "starting",
    "terminals_of",
    "texts",
    "whole",
]
