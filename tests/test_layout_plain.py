"""Pages of Parallel Parliament whose speaker lines are lost: paragraphs, and where turns may begin."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT

from hansardparse import Contribution, parse
from hansardparse.nodes import AgeMark, Furniture, VenueMark
from hansardparse.resolving.lost_labels import RULES

CORPUS = ROOT.parent / "shared" / "corpus"
SEED = next(CORPUS.glob("uk-seeds/002_*.txt"), None)

PAGE = """(1 year, 3 months ago)
Westminster HallA debate here is about a subject that a Member has chosen.
This information is provided by Parallel Parliament and is no part of the record
I beg to move that this House has considered the ferries of Upper Dale.
Will the hon. Lady give way?
(2 years ago)
Commons Chamber
Mr Speaker
Order. The hon. Lady must be heard.
I thank you, Mr Speaker.
"""


def test_a_section_has_its_age_and_its_place_glued_or_not() -> None:
    sections = list(parse(PAGE).sections())
    assert [(s.age, s.venue, s.date, s.heading) for s in sections] == [
        ("1 year, 3 months ago", "Westminster Hall", None, None),
        ("2 years ago", "Commons Chamber", None, None),
    ]


def test_the_notes_of_the_site_are_furniture_and_nothing_else_is() -> None:
    first = next(parse(PAGE).sections())
    kinds = [type(item) for item in first.items]
    assert kinds == [AgeMark, VenueMark, Furniture, Furniture, Contribution, Contribution]


def test_lines_below_a_place_are_speech_where_no_note_closes_them() -> None:
    text = "(2 years ago)\nCommons ChamberA sea wall is a wall.\nIt keeps out the sea.\n"
    transcript = parse(text, layout="parallel-plain")
    assert [c.text for c in transcript.contributions()] == ["A sea wall is a wall.", "It keeps out the sea."]


def test_no_speaker_is_invented() -> None:
    for one in parse(PAGE).contributions():
        if one.speaker.label is None:
            assert (one.name, one.office, one.party, one.constituency, one.person) == (None,) * 5
            assert (one.kind, one.speaker.role) == ("speech", "unknown")


def test_a_label_that_is_left_owns_one_paragraph() -> None:
    labels = [(c.speaker.label, c.kind, c.text) for c in parse(PAGE).contributions()][2:]
    assert labels == [
        ("Mr Speaker", "chair", "Order. The hon. Lady must be heard."),
        (None, "speech", "I thank you, Mr Speaker."),
    ]


def test_what_is_inferred_goes_with_resolve() -> None:
    assert all(c.resolution is None for c in parse(PAGE, resolve=False).contributions())
    assert not parse(PAGE).links
    found = [(c.resolution.new_turn, c.rules.get("new_turn")) for c in parse(PAGE).contributions()]
    assert found[:3] == [(None, None), (True, "gives-way"), (None, None)]


@pytest.mark.parametrize(
    ("before", "text", "rule", "new"),
    [
        ("When will the Minister mend it?", "It was mended in May.", "answers", True),
        ("When will the Minister mend it?", "And by whom was it built?", None, None),
        ("I call Ada Marsh.", "The wall is weak.", "called", True),
        ("The wall is weak.", "I thank the Minister for her reply.", "thanks", True),
        ("She wrote:", "The wall is weak.", "runs-on", False),
        ("The wall is weak.", "“It is weak,” they wrote.", "quotes", False),
        ("The wall is weak.", "Secondly, it is low.", "goes-on", False),
        ("The wall is weak.", "(b) the wall is low.", "lists", False),
        ("The wall is weak.", "The wall is also low.", None, None),
        ("The wall is weak.", "Does my hon. Friend agree that it is low?", "asks", True),
        ("The wall is weak.", "It is low. When will the Minister mend it?", "asks-briefly", True),
    ],
)
def test_a_change_of_speaker(before: str, text: str, rule: str | None, new: bool | None) -> None:
    page = f"(2 years ago)\nCommons Chamber{before}\n{text}\n"
    second = list(parse(page, layout="parallel-plain").contributions())[1]
    assert (second.rules.get("new_turn"), second.resolution.new_turn) == (rule, new)


def test_rules_are_data_with_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.sentence and rule.example for rule in RULES)


@pytest.mark.skipif(SEED is None, reason="the corpus is not here")
def test_the_real_page_is_as_it_was_labelled() -> None:
    text = SEED.read_text(encoding="utf-8")
    transcript = parse(text)
    labels = [json.loads(line) for line in (ROOT / "tests" / "labels" / "plain.jsonl").open()]
    assert transcript.layout == "parallel-plain"

    def lines(items: list) -> set[int]:
        return {text.count("\n", 0, i.span.start) + 1 for i in items}

    every = [i for s in transcript.sections() for i in s.items]
    for what, kind in (("age", AgeMark), ("furniture", Furniture), ("paragraph", Contribution)):
        wanted = {label["line"] for label in labels if label["what"] == what}
        assert lines([i for i in every if type(i) is kind]) == wanted
    said = [c.resolution.new_turn for c in transcript.contributions()]
    truth = [label["new_turn"] for label in labels if label["what"] == "paragraph"]
    wrong = sum(1 for s, t in zip(said, truth, strict=True) if s is True and t is False)
    right = sum(1 for s, t in zip(said, truth, strict=True) if s is True and t is True)
    assert right / (right + wrong) >= 0.9
