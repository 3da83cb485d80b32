"""What is wrong with a grammar, said so that its author can mend it."""

from __future__ import annotations

import re

from hansardparse.errors import HansardError

__all__ = ["BOUND", "wrong"]

#: What to do about two repeats that can take the same characters.
BOUND = "make one of them possessive (`*+`, `++`), bound it, or part them by what neither takes"

#: How Lark names what it could not find or use, and what to do about it.
_SAID = (
    (r"Terminal used but not defined: (?P<what>\w+)", "define the terminal, or import or declare it"),
    (r"Using an undefined rule: .*?'(?P<what>\w+)'", "define the rule"),
    (r"Rule '?(?P<what>\w+)'? used but not defined", "define the rule"),
    (r"(?:Terminal|Rule) '?(?P<what>\w+)'? defined more than once", "leave one of the definitions"),
    (r"(?P<what>\w+) (?:is )?defined more than once", "leave one of the definitions"),
    (r"no grammar (?P<what>[\w-]+)\.lark", "name a grammar of the parliament, or one that all share"),
    (r"terminal (?P<what>\w+): .* can take the same characters", BOUND),
    (r"terminal (?P<what>\w+) is no expression", "write one that Python's `re` takes"),
    (r"terminal (?P<what>\w+) may match no character", "let it take at least one"),
    (
        r"Reduce/Reduce|[Ss]hift/[Rr]educe",
        "let one terminal, or the state before it, decide between the rules",
    ),
)
_NO_LINE = 0
#: Where Lark says the place in words, and all that it says behind them.
_AT = re.compile(r",? at line (?P<line>\d+),? column (?P<column>\d+).*")


def _where(what: str, text: str) -> re.Match[str] | None:
    """Where a terminal or a rule is defined, else where it is named."""
    name = re.escape(what)
    defined = re.search(rf"^{name}(?:\.-?[0-9]+)?:", text, re.MULTILINE)
    return defined or re.search(rf"(?<![\w.]){name}(?!\w)", text)


def wrong(file: str, text: str, error: BaseException) -> HansardError:
    """The error of Lark, or of Python's expressions, as one of ours: where in the grammar, and what to do."""
    said = " ".join(str(error).split())[:300]
    told = _AT.search(said)
    line = getattr(error, "line", None) or (int(told["line"]) if told else _NO_LINE)
    column = getattr(error, "column", None) or (int(told["column"]) if told else None)
    said = said[: told.start()] if told else said
    advice = "see docs/layouts.md for the form of a grammar"
    for expression, what_to_do in _SAID:
        if found := re.search(expression, said):
            advice = what_to_do
            what = found.groupdict().get("what")
            where = _where(what, text) if what else None
            if where and not line:
                line = text.count("\n", 0, where.start()) + 1
            break
    lines = text.splitlines()
    shown = lines[line - 1] if 0 < line <= len(lines) else None
    return HansardError(
        f"{said or type(error).__name__}; {advice}",
        code="bad-grammar",
        source=file,
        line=line if line > 0 else None,
        column=column if column and column > 0 else None,
        text=shown if column and column > 0 else None,
    )
