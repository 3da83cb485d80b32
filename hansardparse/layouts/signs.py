"""What tells a layout apart: the lines that it alone prints, as its grammar's rules for signs name them."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

import attrs

from hansardparse import grammar
from hansardparse.errors import HansardError
from hansardparse.grammar import tables
from hansardparse.grammar.literals import literals

__all__ = ["Sign", "Signs", "check_rules", "signs", "table"]

#: A sign by itself; one that no other layout can print; one that counts only beside others; one that texts
#: print which are no record; one that is looked for where no layout has any other; one of the record as such,
#: which tells no layout apart.
RULES = ("sign", "sure_sign", "beside_sign", "weak_sign", "last_sign", "record_sign")
#: So many signs are worth what a sure one is.
SURE = 8
#: What a grammar says before this rule is about its signs.
_START = "\nstart:"
#: The table of signs, behind the name of the layout.
_TABLE = "signs"


class Sign(NamedTuple):
    """A terminal of a rule for signs, its expression, and words of which every line that it matches has one.

    Where that is not sure, there are no words.
    """

    terminal: str
    rule: str
    expression: str
    words: tuple[str, ...]


@attrs.frozen(eq=False)
class Signs:
    """The signs of a layout, and which rule has each. Few texts need more than `own`: an expression is
    compiled when it is asked for.
    """

    own: tuple[Sign, ...]
    others: dict[str, tuple[Sign, ...]]
    rules: dict[str, str]

    @property
    def last(self) -> re.Pattern[str] | None:
        """What is looked for where no layout has any other sign."""
        return self._of(RULES[-2])

    @property
    def record(self) -> re.Pattern[str] | None:
        """What tells no layout apart."""
        return self._of(RULES[-1])

    def _of(self, rule: str) -> re.Pattern[str] | None:
        """The signs of one of the last rules as an expression."""
        return _compiled(self.others[rule]) if self.others[rule] else None

    def within(self, has: Callable[[str], bool]) -> re.Pattern[str] | None:
        """The signs, as an expression that matches any at the beginning of its line.

        `has` says whether some words stand in a text. None where it has the words of none: most layouts are
        told so without compiling their signs.
        """
        possible = any(not sign.words or any(map(has, sign.words)) for sign in self.own)
        return _compiled(self.own) if possible else None

    def weight(self, terminals: list[str]) -> int:
        """How much the signs that were found count together."""
        rules = [self.rules[terminal] for terminal in terminals]
        plain, sure, beside, weak = (rules.count(rule) for rule in RULES[:4])
        return plain + weak + SURE * sure + (beside if plain or sure or weak else 0)

    def are_weak(self, terminals: list[str]) -> bool:
        """Whether what was found may be of any text in which people speak."""
        return all(self.rules[terminal] in RULES[2:4] for terminal in terminals)


@functools.cache
def _compiled(signs: tuple[Sign, ...]) -> re.Pattern[str]:
    """Signs of a layout as one expression; `lastgroup` is the terminal of the first that matches."""
    return grammar.compiled(_joined(signs))


def _joined(signs: tuple[Sign, ...]) -> str:
    return "(?m)" + "|".join(f"(?:{sign.expression})(?P<{sign.terminal}>)" for sign in signs)


def listed(name: str, parliament: str) -> list[Sign]:
    """The signs of a layout, from what stands in its grammar before its rules, or from a table of them."""
    table = tables.stored(name, (_TABLE,), parliament)
    if table is not None:
        grammar.keep(table["expressions"])
        held = table["signs"]
        return [Sign(name, rule, expression, tuple(words)) for name, rule, expression, words in held]
    section = grammar.source(name, parliament).partition(_START)[0]
    present = [rule for rule in RULES if f"\n{rule}:" in section]
    found = grammar.terminals_of(section, present, name, parliament)
    return [_sign(terminal, rule) for rule in present for terminal in found[rule]]


def check_rules(name: str, parliament: str) -> None:
    """Look at the rules for the signs of a layout.

    Raises HansardError (`bad-grammar`) for a rule that is none of them and of which none is made, and where
    there is no sign at all.
    """
    section = grammar.source(name, parliament).partition(_START)[0]
    rules = list(grammar.rules(section))
    file, one_of = grammar.place(name, parliament), f"one of {', '.join(RULES)}"
    for rule, line, named in rules:
        if rule not in RULES and named == 1:
            said = f"no rule uses {rule}, and it is no sign; name it {one_of}"
            raise HansardError(said, code="bad-grammar", source=file, line=line)
    if not any(rule in RULES for rule, _, _ in rules):
        said = f"no sign stands before `start:`, so no text is told to be in it; write {one_of}"
        raise HansardError(said, code="bad-grammar", source=file, line=1)


def _sign(terminal: Any, rule: str) -> Sign:
    """A terminal as a sign."""
    expression = terminal.pattern.to_regexp()
    return Sign(str(terminal.name), rule, expression, tuple(sorted(literals(expression))))


def table(name: str, parliament: str) -> tuple[str, str]:
    """The file of the table of a layout's signs, and what it holds."""
    own = signs(name, parliament).own
    held = {"signs": listed(name, parliament), "expressions": grammar.kept([_joined(own)] if own else [])}
    return tables.file_of(name, (_TABLE,), parliament), json.dumps(held)


@functools.cache
def signs(name: str, parliament: str) -> Signs:
    """The signs of a layout."""
    every = {sign.terminal: sign for sign in listed(name, parliament)}
    own = tuple(sign for sign in every.values() if sign.rule not in RULES[-2:])
    others = {rule: tuple(sign for sign in every.values() if sign.rule == rule) for rule in RULES[-2:]}
    return Signs(own, others, {sign.terminal: sign.rule for sign in every.values()})
