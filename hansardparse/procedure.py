"""What a line of procedure says that the House did, by `grammars/procedure.lark`."""

from __future__ import annotations

from hansardparse import grammar
from hansardparse.model import Procedure, Span

__all__ = ["procedure"]


def procedure(text: str, shadow: str, span: Span) -> Procedure:
    """The Procedure of a line; `shadow` is the same line as the grammars read it."""
    form = grammar.forms(grammar.build("procedure")).match(shadow)
    if form is None or form.lastgroup in (None, "OTHER"):
        return Procedure(text, span=span)
    parts = grammar.parts(form)
    stage, bill = parts.get("stage"), parts.get("bill")
    return Procedure(
        text,
        str(form.lastgroup).lower(),
        f"{stage.title()} Reading" if stage else None,
        f"{bill.strip()} Bill" if bill and bill.strip() != "The" else None,
        span=span,
    )
