"""What a line of procedure says that the House did, by `grammars/procedure.lark`."""

from __future__ import annotations

import functools
import re

from hansardparse import grammar
from hansardparse.model import Procedure, Span

__all__ = ["procedure"]


@functools.cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each act and its set form, in the order in which they are tried."""
    parser = grammar.build("procedure")
    forms = sorted(parser.terminals, key=lambda t: -t.priority)
    return tuple((t.name.lower(), grammar.pattern(parser, t.name)) for t in forms if t.name != "OTHER")


def procedure(text: str, shadow: str, span: Span) -> Procedure:
    """The Procedure of a line; `shadow` is the same line as the grammars read it."""
    for act, form in _forms():
        match = form.match(shadow)
        if match:
            parts = {name.partition("_")[0]: value for name, value in match.groupdict().items() if value}
            stage = parts.get("stage")
            bill = parts.get("bill")
            return Procedure(
                text,
                act,
                f"{stage.title()} Reading" if stage else None,
                f"{bill.strip()} Bill" if bill and bill.strip() != "The" else None,
                span=span,
            )
    return Procedure(text, span=span)
