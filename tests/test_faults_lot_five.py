"""Faults of a fifth lot of texts: slips of layout and of print."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows
from hansardparse.nodes import Vote

SITE = "ROADS.\n\nHC Deb 08 August 1898 vol 64 cc311-20\n\n§ MR. OAKE (Ardle) The wall is old.\n\n"
MEMBER = "Sea Walls\n\nMs Ada Marsh (Upper Dale) (Lab): I beg to move, that it be mended.\n\n"


def _turns(text: str) -> list[tuple[str | None, str]]:
    """Who says what."""
    return [(turn.speaker.label, turn.text) for turn in parse(text).contributions()]


def _of(text: str, kind: str) -> list[str]:
    """The texts of all rows of a kind."""
    return [row["text"] for row in rows(parse(text)) if row["type"] == kind]


@pytest.mark.parametrize(
    "act",
    [
        "Vote agreed to.",
        'Page 6, line 9, leave out ("drain") and insert ("ditch").',
        'Clause 4, page 6, line 2, after ("wall") insert ("and bank").',
        "After Clause 6, insert the following new clause—",
        "Leave out Clause 9.",
        "Line 12, at end insert—",
    ],
)
def test_what_the_house_does_is_said_by_nobody_behind_the_mark_of_a_turn(act: str) -> None:
    text = f"{SITE}§ {act}\n\n§ MR. FENN I agree.\n"
    assert _of(text, "procedure") == [f"§ {act}"]
    assert [label for label, _ in _turns(text)] == ["MR. OAKE (Ardle)", "MR. FENN"]


@pytest.mark.parametrize("word", ["ARMY.", "ROADS.", "SUPPLY."])
def test_a_short_word_in_capitals_heads_a_page(word: str) -> None:
    assert _of(SITE.replace("ROADS.", word), "heading") == [word]


@pytest.mark.parametrize(
    "name", ["Kirsteen Mac an tSaoir", "Colm Ó hUiginn", "Ada di Marsh", "Ioan ab Emrys", "Ben van der Oake"]
)
def test_small_words_and_letters_stand_in_names(name: str) -> None:
    text = f"{MEMBER}{name}: Who will pay for it?\n\n{name}: I am told that nobody will.\n"
    assert [label for label, _ in _turns(text)][1:] == [name, name]


@pytest.mark.parametrize("name", ["Bernard de la Haye", "Una Mac an tSaoir", "Ben van der Oake"])
def test_names_of_northern_ireland_have_two_small_words(name: str) -> None:
    text = (
        "The Assembly met at noon (Mr Speaker in the Chair).\n\nSea Walls\n\n"
        f"Gerald Oake: I beg to move that it be mended.\n\n{name}: I support the motion.\n"
    )
    assert _turns(text)[1] == (name, "I support the motion.")


@pytest.mark.parametrize("name", ["Penrose-Fitz", "O'Farrell", "Oake"])
def test_a_comma_for_the_stop_of_a_title_before_any_name(name: str) -> None:
    assert _turns(f"{MEMBER}Mr, {name}: He never does.\n")[1] == (f"Mr, {name}", "He never does.")


@pytest.mark.parametrize("rose", ["Hon. Members rose-", "hon. Members rose—", "Several hon. Members rose—"])
def test_who_only_rise_say_nothing(rose: str) -> None:
    (*_, last) = rows(parse(f"{MEMBER}{rose}\n"))
    assert (last["kind"], last["speaker_label"], last["text"]) == ("gesture", rose, "")


def test_a_question_s_number_may_stand_above_who_asks() -> None:
    text = (
        "Written questions and answers\n\nQ\n\nUIN 41207\n\nAsked by Ada Marsh\n\n(Upper Dale)\n\n"
        "Asked on: 3 June 2020\n\nDepartment for Harbours\n\nFerries\n\nCommons\n\nTo ask when they sail.\n\n"
        "A\n\nAnswered by: Gerald Oake\n\nAnswered on: 17 June 2020\n\nIn May.\n"
    )
    found = [row for row in rows(parse(text)) if row["type"] == "contribution"]
    assert [(row["uin"], row["kind"]) for row in found] == [("41207", "question"), (None, "answer")]
    assert _of(text, "heading") == ["Written questions and answers"]


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_totals_below_one_another_are_those_of_the_division(parted: str) -> None:
    stated = f"The House divided:\n\nAyes: 2{parted}Noes: 1"
    text = (
        f"{MEMBER}Question put.\n\n{stated}\n\nDivision No. 142\n\nAYES\n\nMarsh, Ada\nOake, Gerald\n\n"
        "NOES\n\nReed, Una\n\nQuestion accordingly agreed to.\n"
    )
    assert _of(text, "heading") == ["Sea Walls"]
    assert _of(text, "procedure") == ["Question put.", stated, "Question accordingly agreed to."]


def test_a_name_with_two_small_letters_is_whole_in_a_division() -> None:
    text = (
        f"{MEMBER}Division No. 142\n\nAYES\n\nAda Marsh\nLady Emma ffoulkes\n\nTellers for the Ayes:\n"
        "S.F. Oake and Una Fell.\n\nNOES\n\nUna Reed\n\nTellers for the Noes:\nJ.R. Pugh and Kit Brand\n"
    )
    (division,) = parse(text).divisions()
    names = [vote.name for group in division.groups for vote in group.items if isinstance(vote, Vote)]
    tellers = ["S.F. Oake", "Una Fell", "J.R. Pugh", "Kit Brand"]
    assert sorted(names) == sorted(["Ada Marsh", "Lady Emma ffoulkes", "Una Reed", *tellers])


def test_a_label_is_broken_within_its_brackets() -> None:
    text = (
        "Lamps Bill\nSecond Reading\nThe Parliamentary Under-Secretary of State for the\n"
        "Home Department (Mr Auberon Oake-\nMarsh): I beg to move, That the Bill be now read a\n"
        "Second time.\n"
        "Mr Fionn Fell (East Ardle and the\nMaidens) (DUP): I am grateful to the Minister for the\n"
        "care with which he has put the case.\nMr Oake-Marsh: I thank him.\n"
    )
    assert [" ".join((label or "").split()) for label, _ in _turns(text)] == [
        "The Parliamentary Under-Secretary of State for the Home Department (Mr Auberon Oake-Marsh)",
        "Mr Fionn Fell (East Ardle and the Maidens) (DUP)",
        "Mr Oake-Marsh",
    ]


@pytest.mark.parametrize(
    "asked",
    ["To ask the Minister of Coasts when it opens.", "7. asked the Minister of Coasts when it opens."],
)
def test_questions_of_northern_ireland_are_asked_and_answered(asked: str) -> None:
    head = "Northern Ireland Assembly\nCommittee for Coasts\n\nFerries\n\n"
    text = f"{head}Ada Marsh: {asked}\n\nUna Fell: In May.\n"
    kinds = [turn.kind for turn in parse(text).contributions()]
    assert kinds == ["question", "answer"]


def test_what_an_answer_goes_back_to_is_no_seat_in_northern_ireland() -> None:
    head = (
        "The Assembly met at noon (Mr Speaker in the Chair).\n\nFerries\n\nAda Marsh: I beg to move it.\n\n"
    )
    label = "Mrs. Brock [pursuant to her reply, 12 May 1994]"
    *_, last = parse(f"{head}{label}: It should have been 41.\n").contributions()
    assert (last.speaker.label, last.speaker.constituency) == (label, None)


@pytest.mark.parametrize("name", ["Dr. Colm Ó hUiginn", "Ms Kirsteen Mac an tSaoir", "Mr. Ioan ab Emrys"])
def test_small_letters_stand_in_names_behind_a_title(name: str) -> None:
    label = f"{name} (Dale) (SDLP)"
    assert _turns(f"{MEMBER}{label}: I shall be brief.\n")[1] == (label, "I shall be brief.")


def test_a_verb_is_glued_to_a_seat_that_ends_in_a_stop() -> None:
    text = f"{SITE}§ MR. PUGH (Dale, E.)asked whether he had seen it.\n"
    assert _turns(text)[1] == ("MR. PUGH (Dale, E.)", "asked whether he had seen it.")
