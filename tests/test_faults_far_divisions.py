"""Divisions of other parliaments whose totals and names were not those printed."""

import pytest

from hansardparse import parse

NAMES = "Marsh, A. B.\n\n{slip}\n\nFell, U.\n\nTellers: Oake, G.; Reed, I."
ABOVE = "Mr. OAKE: I move it.\n\nThe House divided:\n\n"


@pytest.mark.parametrize("slip", ["Pugh. L. J.", "Van Pugh B. I. J.", "Pugh. L.J.", "De la Pugh. L."])
def test_a_name_without_its_comma_votes_and_tellers_are_counted_in_south_africa(slip: str) -> None:
    transcript = parse(f"{ABOVE}Ayes—5.\n\n{NAMES.format(slip=slip)}\n", layout="za-hansard")
    (group,) = next(iter(transcript.divisions())).groups
    assert [vote.name for vote in group.votes] == ["Marsh, A. B.", slip, "Fell, U."]
    assert [vote.name for vote in group.tellers] == ["Oake, G.", "Reed, I."]
    assert not transcript.problems


def test_a_total_that_is_not_that_of_names_and_tellers_is_said() -> None:
    transcript = parse(f"{ABOVE}Ayes—3.\n\n{NAMES.format(slip='Pugh, L.')}\n", layout="za-hansard")
    assert [problem.code for problem in transcript.problems] == ["division-total"]


def test_a_name_without_its_comma_votes_on_a_line_of_many_and_tellers_have_their_initials_first() -> None:
    text = (
        f"{ABOVE}Ayes—6: Marsh, A.; Pugh. L. J.; Reed, I.\n\n"
        "Tellers: G. F. Oake, H. J. van der Fell and I. L. Hythe.\n\n"
        "Noes—3: Lusk, C.\n\nTellers: T. Ness and J. le R. Drum.\n"
    )
    transcript = parse(text, layout="za-hansard")
    ayes, noes = next(iter(transcript.divisions())).groups
    assert [vote.name for vote in ayes.votes] == ["Marsh, A.", "Pugh. L. J.", "Reed, I."]
    assert [vote.name for vote in ayes.tellers] == ["G. F. Oake", "H. J. van der Fell", "I. L. Hythe"]
    assert [vote.name for vote in noes.tellers] == ["T. Ness", "J. le R. Drum"]
    assert not transcript.problems


def test_the_total_below_the_names_of_a_side_is_its_total_in_canada() -> None:
    text = (
        "The Speaker: Call in the members.\n\n(Division No. 7)\n\n"
        "YEAS\n\nMembers\n\nMarsh, Ada\n\nOake, Gerald\n\nTotal: -- 2\n\n"
        "NAYS\n\nMembers\n\nReed, Una\n\nTotal: -- 3\n\nThe Speaker: I declare the motion carried.\n"
    )
    transcript = parse(text, layout="canada")
    (division,) = transcript.divisions()
    assert [(group.stated, len(group.votes)) for group in division.groups] == [(2, 2), (3, 1)]
    assert [problem.code for problem in transcript.problems] == ["division-total"]
