"""What a line of procedure says that the House did, by `grammars/procedure.lark`."""

from __future__ import annotations

from hansardparse import grammar
from hansardparse.model.nodes import Procedure, Span
from hansardparse.parliaments import Profile

__all__ = ["procedure"]


def procedure(text: str, shadow: str, span: Span, profile: Profile) -> Procedure:
    """The Procedure of a line; `shadow` is the same line as the grammars read it."""
    parser = grammar.build("procedure", parliament=profile.code)
    form = grammar.forms(parser).match(shadow)
    act = form.lastgroup if form is not None else None
    if act is None or act == "OTHER":
        return Procedure(text, span=span)
    found = grammar.pattern(parser, act).match(shadow)
    assert found is not None, "a terminal matches where the form of all has found it"
    parts = grammar.parts(found)
    forms = profile.business
    stage, bill = parts.get("stage"), parts.get("bill")
    return Procedure(
        text,
        act.lower(),
        forms.reading.format(stage.title()) if stage else None,
        forms.bill.format(bill.strip()) if bill and bill.strip() not in forms.articles else None,
        span=span,
    )
