"""What tells a layout apart: the lines that it alone prints, as its grammar's rules for signs name them."""

from __future__ import annotations

import functools
import re

import attrs

from hansardparse import grammar

__all__ = ["Signs", "signs"]

#: A sign by itself; one that no other layout can print; one that counts only beside others; one of the
#: record as such, which tells no layout apart.
RULES = ("sign", "sure_sign", "beside_sign", "record_sign")
#: So many signs are worth what a sure one is.
SURE = 8
#: What a grammar says before this rule is about its signs.
_START = "\nstart:"


@attrs.frozen(eq=False)
class Signs:
    """The signs of a layout: `found` matches any at the beginning of its line; `rules` by its terminal."""

    found: re.Pattern[str]
    record: re.Pattern[str] | None
    rules: dict[str, str]

    def weight(self, terminals: list[str]) -> int:
        """How much the signs that were found count together."""
        rules = [self.rules[terminal] for terminal in terminals]
        plain, sure, beside = (rules.count(rule) for rule in RULES[:3])
        return plain + SURE * sure + (beside if plain else 0)


@functools.cache
def signs(name: str, parliament: str) -> Signs:
    """The signs of a layout, from what stands in its grammar before its rules."""
    section = grammar.source(name, parliament).partition(_START)[0]
    present = [rule for rule in RULES if f"\n{rule}:" in section]
    listed = grammar.terminals_of(section, present, name, parliament)
    rules = {terminal.name: (rule, terminal) for rule in present for terminal in listed[rule]}
    own = [terminal for rule, terminal in rules.values() if rule != RULES[-1]]
    record = [terminal for rule, terminal in rules.values() if rule == RULES[-1]]
    return Signs(
        re.compile(grammar.alternation(own), re.MULTILINE),
        re.compile(grammar.alternation(record), re.MULTILINE) if record else None,
        {terminal: rule for terminal, (rule, _) in rules.items()},
    )
