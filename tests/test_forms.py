"""The form of a stretch is decided on all its evidence: what says nothing about it changes nothing."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from benchmarks.invented import HEADINGS, page, stretch
from benchmarks.stretches import LETTERS
from hansardparse import grammar, parse
from hansardparse.resolving.form_table import Form, rows
from tests.running import here

#: Label, words and letter of each turn.
Turns = list[tuple[str, str, str]]
BEFORE: Turns = stretch("questions", random.Random(1))
BEHIND: Turns = stretch("debate", random.Random(9))
SEEDS = range(24)


def kinds(
    middle: Turns, heading: str = "Sea Walls", called: Callable[[str], str] = str
) -> tuple[list[str], list[str], list[str]]:
    """The kinds of the turns before a stretch, in it, and behind it; all labels as they are `called`."""
    stretches = [("Ferries", BEFORE), (heading, middle), ("Light Dues", BEHIND)]
    text = page([(title, [(called(a), b, c) for a, b, c in turns]) for title, turns in stretches])
    found = [c.kind for c in parse(text, layout="parallel").contributions()]
    assert len(found) == len(BEFORE) + len(middle) + len(BEHIND)
    begin, end = len(BEFORE), len(BEFORE) + len(middle)
    return found[:begin], found[begin:end], found[end:]


def long_statement(seed: int) -> Turns:
    """A statement on which so much is asked that all of it says what it is."""
    made = (stretch("statement", random.Random(100 * seed + n)) for n in range(100))
    return next(turns for turns in made if len(turns) >= 8)


def right(found: list[str], middle: Turns) -> float:
    """The share of turns that are what they were invented as; a response is a supplementary too."""
    same = {"response": "supplementary"}
    wanted = [same.get(LETTERS[letter], LETTERS[letter]) for _, _, letter in middle]
    return sum(same.get(a, a) == b for a, b in zip(found, wanted, strict=True)) / len(wanted)


def test_every_sign_of_the_table_has_an_example_and_is_one_of_the_grammar() -> None:
    terminals = {t.name for t in grammar.build("cues").terminals}
    for row in rows().values():
        assert row.example, row.sign
        assert len(row.weights) == len(Form)
        named = re.search(r"\b[A-Z_]{4,}\b", row.sign)
        assert named is None or named[0] in terminals, row.sign


@pytest.mark.parametrize("form", ["questions", "urgent question", "statement", "debate", "points of order"])
def test_invented_stretches_are_what_they_were_invented_as(form: str) -> None:
    shares, turns = 0.0, 0
    for seed in range(1000, 1040):  # of no seed that weights are estimated from
        middle = stretch(form, random.Random(seed))
        shares += right(kinds(middle, HEADINGS.get(form, ("Sea Walls",))[0])[1], middle) * len(middle)
        turns += len(middle)
    assert shares >= 0.95 * turns


@pytest.mark.parametrize("seed", SEEDS)
def test_other_opening_words_of_a_statement_change_nothing(seed: int) -> None:
    middle = long_statement(seed)
    label, words, letter = middle[0]
    opening = words.split(". ")[0]
    other = [(label, "Windy weather ".ljust(len(opening), "o") + words[len(opening) :], letter), *middle[1:]]
    before, inside, behind = kinds(middle)
    assert kinds(other) == (before, inside, behind)


@pytest.mark.parametrize("seed", SEEDS)
def test_names_and_honorifics_say_nothing(seed: int) -> None:
    middle = long_statement(seed) if seed % 2 else stretch("debate", random.Random(seed))
    other = kinds(middle, called=lambda label: re.sub(r"\b(Marsh|Oake|Pugh|Fell)\b", r"Mac\1", label))
    titled = kinds(middle, called=lambda label: re.sub(r"^(?=[A-Z]\w+ [A-Z]\w+ \()", "Mr ", label))
    assert other == kinds(middle) == titled


@pytest.mark.parametrize("seed", SEEDS)
def test_a_stretch_without_its_first_turn_is_still_asked_and_answered(seed: int) -> None:
    middle = stretch("urgent question", random.Random(seed))
    before, _, behind = kinds(middle)
    left = middle[1:]
    found = kinds(left)
    assert (found[0], found[2]) == (before, behind)
    assert right(found[1][1:], left[1:]) >= 0.9
    assert found[1][0] in ("statement", "answer")


def test_links_say_how_likely_they_are() -> None:
    text = page(
        [("Ferries", BEFORE), ("Sea Walls", stretch("statement", random.Random(3))), ("Dues", BEHIND)]
    )
    links = parse(text, layout="parallel").links
    assert links
    assert all(link.confidence is not None and 0.0 <= link.confidence <= 1.0 for link in links)


def test_explain_shows_what_spoke_for_which_form() -> None:
    middle = stretch("statement", random.Random(3))
    text = page([("Sea Walls", middle)])
    told = here("explain", "--forms", "--layout", "parallel", "-", data=text.encode())
    first, *signs = told.stdout.decode().splitlines()
    assert told.returncode == 0
    assert re.fullmatch(rf"3-\d+  statement  [01]\.\d\d  turns: {sum(c != 'c' for *_, c in middle)}", first)
    assert any("the first answers the others" in sign for sign in signs)
