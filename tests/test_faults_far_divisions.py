"""Divisions of other parliaments whose totals and names were not those printed."""

import pytest

from hansardparse import grammar, parse
from hansardparse.layouts import LAYOUTS


def turns(page: str, layout: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(page, layout=layout, resolve=False).contributions()]


def votes(page: str, layout: str) -> list[tuple[str, int | None, list[str]]]:
    """The sides of all divisions: what was voted, the total, and who voted so."""
    found = parse(page, layout=layout, resolve=False)
    return [
        (side.option, side.stated, [vote.name for vote in side.votes])
        for division in found.divisions()
        for side in division.groups
    ]


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


def test_the_votes_of_wales_are_told_in_two_languages() -> None:
    page = (
        "Y Dirprwy Lywydd: We come to the vote.\n\nGwelliant 1: O blaid 1, Ymatal 1, Yn erbyn 2.\n"
        "Amendment 1: For 1, Abstain 1, Against 2.\n\nPleidleisiodd yr Aelod canlynol o blaid:\n"
        "The following Member voted for:\n\nMarsh, Ada\n\nThe following Members voted against:\n\n"
        "Oake, Gerald\n"
        "Reed, Una\n\nYmataliodd yr Aelod canlynol:\n\nPugh, Tomos\n\nGwrthodwyd y gwelliant.\n"
    )
    assert votes(page, "wa-record") == [
        ("for", 1, ["Marsh, Ada"]),
        ("against", 2, ["Oake, Gerald", "Reed, Una"]),
        ("abstention", 1, ["Pugh, Tomos"]),
    ]
    assert turns(page, "wa-record") == [("Y Dirprwy Lywydd", "We come to the vote.")]


@pytest.mark.parametrize(
    ("layout", "label", "words"),
    [
        ("pg-hansard", "Mr SPEAKER - ", "AYES - 64\n\nNOES - 12"),
        ("fj-hansard", "MADAM SPEAKER.- ", "Votes Cast:\n\nAyes - 64\n\nNoes - 12"),
    ],
)
def test_only_totals_are_told(layout: str, label: str, words: str) -> None:
    page = f"{label}We vote.\n\n{words}\n\n{label}The Ayes have it.\n"
    assert votes(page, layout) == [("aye", 64, []), ("no", 12, [])]
    assert [words for _, words in turns(page, layout)] == ["We vote.", "The Ayes have it."]


def test_a_list_of_names_follows_the_total_of_its_side() -> None:
    page = (
        "THE VICE-CHAIRMAN (SHRI OAKE): The House will divide.\n\nAYES - 2\n\nMarsh, Shrimati Ada\n\n"
        "Reed, Shri Tam\n\nNOES - 1\n\nFell, Dr. Una\n\nThe motion was adopted.\n"
    )
    assert votes(page, "in-report") == [
        ("aye", 2, ["Marsh, Shrimati Ada", "Reed, Shri Tam"]),
        ("no", 1, ["Fell, Dr. Una"]),
    ]


def test_a_list_ends_in_its_total() -> None:
    page = (
        "(Division No. 12)\n\nYEAS\n\nMessrs.\n\nMarsh\n\nOake—2\n\nNAYS\n\nMessrs.\n\nReed—1\n\n"
        "Mr. Speaker: I declare the motion carried.\n"
    )
    assert votes(page, "canada") == [("yea", None, ["Marsh", "Oake"]), ("nay", None, ["Reed"])]


def test_the_house_of_a_state_divides() -> None:
    page = (
        "The DEPUTY SPEAKER: The question is that the bill be read.\n\n"
        "The house divided on the second reading:\n\n"
        "Ayes 1\n\nNoes 1\n\nAYES\n\nMarsh, M.J.\n\nNOES\n\nOake, T.R.\n\n"
        "At 17:59 the house adjourned until Thursday 19 May 2016 at 10:30.\n"
    )
    assert votes(page, "australia") == [("aye", 1, ["Marsh, M.J."]), ("no", 1, ["Oake, T.R."])]
    assert turns(page, "australia") == [("The DEPUTY SPEAKER", "The question is that the bill be read.")]


def test_names_of_two_columns_are_of_no_side() -> None:
    names = "Fell, Una.\n\nMarsh, Ada.\n\nOake, Gerald.\n\n"
    page = f"The Dáil divided: Tá, 1; Níl, 2.\n\nTá\n\nNíl\n\n{names}Amendment declared lost.\n"
    assert votes(page, "oireachtas") == [("aye", 1, []), ("no", 2, [])]
    problems = parse(page, layout="oireachtas", resolve=False).problems
    assert "stray-text" in [problem.code for problem in problems]


def test_names_of_columns_are_of_no_side_though_a_later_side_has_none() -> None:
    names = "Fell, Una.\n\nMarsh, Ada.\n\nOake, Gerald.\n\n"
    heads = "The Dáil divided: Tá, 2; Níl, 4; Staon, 0.\n\nTá\n\nNíl\n\n"
    page = f"{heads}{names}Staon\n\nReed, Ivor.\n\nTarn, Éilís.\n\nAmendment declared lost.\n"
    assert votes(page, "oireachtas") == [("aye", 2, []), ("no", 4, []), ("abstention", 0, [])]


def test_heads_of_columns_stand_on_one_line() -> None:
    speech = "Deputy Ada Marsh: The harbour at Port Ardle needs a wall, and"
    speech += " the wall needs stones,\nof which there are few here.\n\n"
    rows = "".join(
        f"{one:>24}{two:>28}\n"
        for one, two in (
            ("Tá", "Níl"),
            ("Fell, Una.", "Marsh, Ada."),
            ("Oake, Gerald.", "Reed, Ivor."),
            ("", "Tarn, Éilís."),
        )
    )
    heads = "   Amendment put:\n\n   The Dáil divided: Tá, 2; Níl, 3.\n"
    page = f"{speech * 9}{heads}{rows}\n   Amendment declared lost.\n"
    assert votes(page, "oireachtas") == [("aye", 2, []), ("no", 3, [])]
    (division,) = parse(page, layout="oireachtas", resolve=False).divisions()
    assert division.totals == {"aye": 2, "no": 3}
    assert [line.text for line in division.items if line.type == "line"][1:] == [
        f"Fell, Una.{' ' * 17}Marsh, Ada.",
        f"Oake, Gerald.{' ' * 17}Reed, Ivor.",
        "Tarn, Éilís.",
    ]


def test_one_name_of_a_community_has_a_stop() -> None:
    page = (
        "Question put.\n\nThe Assembly divided: Ayes 2; Noes 1.\n\nAYES\n\nNationalist:\n\nTam Marsh.\n\n"
        "Unionist:\n\nSir Gerald Oake.\n\nNOES\n\nUnionist:\n\nUna Reed, Ada Fell.\n\n"
        "Question accordingly agreed to.\n"
    )
    assert votes(page, "ni-report")[0] == ("aye", 2, ["Tam Marsh", "Sir Gerald Oake"])


@pytest.mark.parametrize("layout", [name for name, one in LAYOUTS.items() if "SIDE" in one.kinds.ballot])
def test_tellers_with_their_initials_are_names_in_every_parliament(layout: str) -> None:
    page = "The House divided:\n\nAYES\n\nTellers for the Ayes: S. F. Oake and P. C. Reed.\n\nOrdered.\n"
    parse(page, layout=layout, resolve=False)  # it has been a grammar without a rule
    parliament = LAYOUTS[layout].parliament
    found = grammar.build("votes", "initialled", parliament=parliament).parse("S. F. Oake and P. C. Reed")
    assert [str(one).strip() for one in found.children if one.type == "INITIALLED"] == [
        "S. F. Oake",
        "P. C. Reed",
    ]
