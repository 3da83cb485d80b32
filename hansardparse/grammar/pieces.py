"""What the loader makes of the pieces of a terminal before Lark joins them.

- A *part* is what a line says in one place: the day of a date, the name in a label. A piece whose name
  begins with `_THE_` is one (`_THE_DAY: /[0-9]{1,2}/`; of two forms of a part each has a word more,
  `_THE_NAME_TITLED`), and so is `(?P<day>...)` within a piece. A terminal may have a part in several
  places: each is marked by a comment of the expression, `(?#day)`, which costs the lexer nothing, and
  becomes a group with a number of its own where a line is taken apart (`apart`).
- A piece whose name begins with `_WHOLE_` is taken whole or not at all: what it has matched is not given
  back, letter by letter, where something behind it fails (`(?>...)`, in which other pieces may stand).
- A piece whose name begins with `_NEXT_` is looked for and not taken, `(?=...)`; where one whose name
  begins with `_UNLESS_` stands, nothing matches, `(?!...)`.
- A piece with a choice in it, `/a|b/`, is a choice whatever stands beside it. Lark by itself would join
  `/a|b/ /c/` to `a|bc` and say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark.load_grammar import Grammar

__all__ = ["apart", "grouped", "marked", "named", "part_of"]

_DEFINED = re.compile(
    r"^(_(THE|WHOLE|NEXT|UNLESS)_([A-Z]+)(?:_[A-Z]+)*): *(.*(?:\n[ \t]+\|.*)*)$", re.MULTILINE
)
#: How the expression of a piece begins, by the first word of its name.
_BEGINS = {"THE": "(?#{part})(?:", "WHOLE": "(?>", "NEXT": "(?=", "UNLESS": "(?!"}
_NAMED, _AGAIN = re.compile(r"\(\?P<(\w+)>"), re.compile(r"\(\?P=(\w+)\)")
_PART = re.compile(r"\b_THE_([A-Z]+)|\(\?P<([a-z]+)")
_MARK = re.compile(r"\(\?#(\w+)\)\(\?:")
#: Stands between the name of a part and the number of its place.
_NUMBER = "__"
#: What changes the depth of an expression, or hides what does: an escape, a class, a bracket, a bar.
_SIGNS = re.compile(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|[()|]", re.DOTALL)


def marked(text: str) -> str:
    """The text of a grammar with its parts marked; those that a terminal comes back to stay groups.

    Pieces of the other kinds get the bracket that their names say.
    """
    again = set(_AGAIN.findall(text))

    def piece(found: re.Match[str]) -> str:
        name, kind, part, body = found.groups()
        return f"{name}: /{_BEGINS[kind].format(part=part.lower())}/ ({body}) /)/"

    text = _DEFINED.sub(piece, text)
    return _NAMED.sub(lambda m: m[0] if m[1] in again else f"(?#{m[1]})(?:", text)


def named(text: str) -> Iterator[tuple[str, str, int]]:
    """The parts that the text of a grammar names: each as it is written there, its name, and its line."""
    again = set(_AGAIN.findall(text))
    for number, line in enumerate(text.splitlines(), 1):
        for found in () if line.startswith("//") else _PART.finditer(line):
            if found[2] not in again:
                yield found[0], (found[1] or found[2]).lower(), number


def apart(expression: str) -> str:
    """An expression whose parts are groups, to take apart a line that it has found.

    The first place of a part has its name, `day`; the others have a number besides, `day__2`.
    """
    places: Counter[str] = Counter()

    def group(mark: re.Match[str]) -> str:
        places[mark[1]] += 1
        nth = places[mark[1]]
        return f"(?P<{mark[1]}>" if nth == 1 else f"(?P<{mark[1]}{_NUMBER}{nth}>"

    return _MARK.sub(group, expression)


def part_of(group: str) -> str:
    """The name of the part that a group holds: `day__2` holds a `day`."""
    return group.partition("_")[0]


def grouped(grammar: Grammar) -> Grammar:
    """A grammar in which each piece with a choice is a group of its own; changed in place."""
    seen: set[int] = set()
    for _, (tree, _) in grammar.term_defs:
        for expansion in tree.find_data("expansion") if tree is not None else ():
            if id(expansion) in seen:  # several terminals have one piece
                continue
            seen.add(id(expansion))
            literals = [t for value in expansion.children for t in _literals(value)]
            depths = [_choice(str(token)) for _, token in literals]
            if len(expansion.children) > 1 and None not in depths:
                for (node, token), choice in zip(literals, depths, strict=True):
                    if choice:
                        body, flags = _body(str(token))
                        node.children[0] = token.update(value=f"/(?:{body})/{flags}")
    return grammar


def _literals(value: Any) -> list[tuple[Any, Any]]:
    """The expression that is a value by itself or by its name, if it is one, with the node that holds it."""
    node = value
    while node.data in ("value", "expansions", "expansion") and len(node.children) == 1:
        node = node.children[0]
    held = node.children[0] if getattr(node, "data", "") == "literal" else None
    return [(node, held)] if held is not None and held.type == "REGEXP" else []


def _body(literal: str) -> tuple[str, str]:
    """What stands between the slashes of an expression, and its flags."""
    end = literal.rindex("/")
    return literal[1:end], literal[end + 1 :]


def _choice(literal: str) -> bool | None:
    """Whether an expression is a choice at its top; None where its brackets are not balanced."""
    depth, choice = 0, False
    for sign in _SIGNS.finditer(_body(literal)[0]):
        if sign[0] == "(":
            depth += 1
        elif sign[0] == ")":
            depth -= 1
            if depth < 0:
                return None
        elif sign[0] == "|" and depth == 0:
            choice = True
    return choice if depth == 0 else None
