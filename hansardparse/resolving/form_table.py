"""The table of what speaks for which form of exchange: `forms.csv`, read once."""

from __future__ import annotations

import csv
import enum
import functools
import math
from collections.abc import Iterable
from importlib.resources import files
from typing import NamedTuple

__all__ = ["ASKED", "TABLE", "Form", "Row", "chosen", "odds", "provenance", "rows", "weighed"]

#: The file, beside this module.
TABLE = "forms.csv"
_COMMENT = "#"


class Form(enum.StrEnum):
    """A form of exchange; a `str`, whose hash is quicker than that of any other Enum."""

    WRITTEN = "written"
    QUESTION = "question"
    ANSWERED = "answered"
    GOING_ON = "going on"
    STATEMENT = "statement"
    DEBATE = "debate"
    POINTS = "points"


#: In these forms somebody asks and somebody answers, in turn.
ASKED = frozenset({Form.QUESTION, Form.ANSWERED, Form.GOING_ON, Form.STATEMENT})


#: All of them, in order: an Enum gives its own far more slowly.
_FORMS = tuple(Form)
#: What is said for each form before there is a sign.
_NOTHING = (0.0,) * len(_FORMS)


class Row(NamedTuple):
    """One sign, how much it speaks for each form (against it, below 0), and an invented example."""

    sign: str
    weights: tuple[float, ...]
    example: str


def provenance() -> list[str]:
    """What the table says of itself: where its weights are from."""
    return [line.removeprefix(_COMMENT).strip() for line in _lines() if line.startswith(_COMMENT)]


def _lines() -> list[str]:
    return (files(__package__) / TABLE).read_text(encoding="utf-8").splitlines()


@functools.cache
def rows() -> dict[str, Row]:
    """The rows of the table by their signs; the weights in the order of `Form`."""
    _, *every = csv.reader(line for line in _lines() if not line.startswith(_COMMENT))
    return {
        sign: Row(sign, tuple(float(weight or 0) for weight in weights), example)
        for sign, *weights, example in every
    }


def weighed(signs: Iterable[tuple[str, float]]) -> list[float]:
    """What some signs with their values say together, for each form; a sign that has no row says nothing."""
    known = rows()
    said = [_NOTHING]
    for sign, value in signs:
        row = known.get(sign)
        if row is not None:  # most signs have the value 1
            said.append(row.weights if value == 1.0 else tuple([value * weight for weight in row.weights]))
    return [*map(math.fsum, zip(*said, strict=True))]


def odds(total: list[float]) -> dict[Form, float]:
    """How likely each form is, by what the signs say together: 1 in all."""
    most = max(total)
    raised = [math.exp(each - most) for each in total]
    whole = sum(raised)
    return {form: each / whole for form, each in zip(_FORMS, raised, strict=True)}


def chosen(chances: dict[Form, float]) -> Form:
    """The likeliest form: those in which turns ask and answer are weighed against the others as one."""
    asked = sum(chances[form] for form in ASKED)
    best = max((form for form in chances if form not in ASKED), key=chances.__getitem__)
    return best if chances[best] > asked else max(ASKED, key=lambda form: (chances[form], form))
