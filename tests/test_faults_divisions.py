"""Division lists whose names stand with the forename first, in every layout that prints them."""

from __future__ import annotations

import pytest

from hansardparse import dumps, loads, parse
from hansardparse.model.nodes import Division, Heading, leaves

AYES = ["Nigel Oake", "rh Sir Tomos Pugh", "Liz Saville Marsh", "Ian Reed", "Dr Una Holme"]
NOES = ["Una Fell", "Gwen Marl", "Tam Ellery-Dale"]
TELLERS = {"aye": ["Ada Fell", "Basil Thorn"], "no": ["Jim Dell", "Norma Hill"]}


def listed(side: str, names: list[str], option: str | None, between: str) -> str:
    lines = [side, *names]
    if option:
        first, second = TELLERS[option]
        lines += [f"Tellers for the {side.title()}:", f"{first} and", second]
    return between.join(lines)


def read(text: str, layout: str) -> tuple[Division, list[str], list[str]]:
    transcript = parse(text, layout=layout, resolve=False)
    (found,) = transcript.divisions()
    headings = [leaf.text for leaf in leaves(transcript) if isinstance(leaf, Heading)]
    return found, headings, [c.text for c in transcript.contributions()]


PAGES = {
    "official-report": ("Division No. 12] [7.14 pm", "Ada Marsh (Upper Dale) (Lab): I thank the House."),
    "historic": ("Division No. 12.] [7.14 p.m.", "Mr. Marsh: I thank the House."),
    "download": ("Division 12\n26/10/2009 18:17:00", "Ada Marsh (Upper Dale) (Lab)\nI thank the House."),
    "webpage": (
        "Division 12",
        "Ada Marsh\n(Upper Dale) (Lab)\nShare this specific contribution\nI thank the House.",
    ),
    "theyworkforyou": (
        "Division number 12",
        "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nI thank the House.",
    ),
    "parallel": (
        "Division 12",
        "Ada Marsh Portrait Ada Marsh\n- Hansard - - - Excerpts\n\nI thank the House.",
    ),
}


@pytest.mark.parametrize("layout", PAGES)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("told", [True, False], ids=["tellers", "no tellers"])
def test_names_with_the_forename_first_are_votes(layout: str, between: str, told: bool) -> None:
    head, turn = PAGES[layout]
    ayes = listed("AYES", AYES, "aye" if told else None, between)
    noes = listed("NOES", NOES, "no" if told else None, between)
    text = f"{head}\n\n{ayes}\n\n{noes}\n\nFerry Fares\n\n{turn}\n"
    found, headings, said = read(text, layout)
    assert [[v.name for v in g.votes] for g in found.groups] == [AYES, NOES]
    assert [[v.name for v in g.tellers] for g in found.groups] == (
        [TELLERS["aye"], TELLERS["no"]] if told else [[], []]
    )
    assert headings == ["Ferry Fares"]
    assert said == ["I thank the House."]


@pytest.mark.parametrize("layout", PAGES)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_one_name_without_a_comma_among_names_with_one(layout: str, at: int) -> None:
    head, turn = PAGES[layout]
    names = ["Abney, Ms Dora", "Fell, Tobias", "Reed, Ivy"]
    names[at] = "Nigel Oake"
    ayes = listed("AYES", names, "aye", "\n\n")
    text = f"{head}\n\n{ayes}\n\nNOES\n\nMarsh, Ada\n\n{turn}\n"
    found, headings, said = read(text, layout)
    assert [v.name for v in found.groups[0].votes] == names
    assert [v.name for v in found.groups[0].tellers] == TELLERS["aye"]
    assert [v.name for v in found.groups[1].votes] == ["Marsh, Ada"]
    assert headings == []
    assert said == ["I thank the House."]


@pytest.mark.parametrize(
    "name",
    [
        "Lord Marsh of Port Ardle",
        "Baroness Oake",
        "The Earl of Upper Dale",
        "Siân Pugh",
        "Ben O’Dowd",
        "Wilhelmina van der Marsh",
        "Mr J. R. Reed",
        "Ada Marsh MP",
        "Ada Marsh (Proxy vote cast by Nigel Oake)",
    ],
)
def test_forms_of_a_name(name: str) -> None:
    text = f"Division 12\n\nAYES\n\nNigel Oake\n\n{name}\n\nNOES\n\nUna Fell\n\nQuestion agreed to.\n"
    found, headings, _ = read(text, "download")
    assert len(found.groups[0].votes) == 2
    assert found.groups[0].votes[1].text == name
    assert headings == []


def test_what_stands_below_a_list_is_no_name() -> None:
    text = (
        "Ayes: 2\nNigel Oake\nUna Fell\nNoes: 1\nGwen Marl\n\nBusiness without Debate\n\nSea Walls\n\n"
        "Ada Marsh (Upper Dale) (Lab)\nI thank the House.\n"
    )
    found, headings, said = read(f"Division 12\n{text}", "download")
    assert [len(g.votes) for g in found.groups] == [2, 1]
    assert headings == ["Business without Debate", "Sea Walls"]
    assert said == ["I thank the House."]


def test_totals_without_lists_are_followed_by_headings() -> None:
    text = "Division 12\nAyes: 5\nNoes: 25\n\nFerry Fares\n\nSea Walls\n\nAda Marsh (Upper Dale) (Lab)\nNo.\n"
    found, headings, _ = read(text, "download")
    assert found.totals == {"aye": 5, "no": 25}
    assert headings == ["Ferry Fares", "Sea Walls"]


def test_a_list_of_those_who_were_absent() -> None:
    text = (
        "Division number 213\nFerry Bill\n\nAye: 1 MP\n\nNickie Oake\n\n"
        "No: 2 MPs\n\nUna Fell\n\nGwen Marl\n\n"
        "Absent: 1 MP\n\nIvy Reed\n\nPhoto of Ada Marsh Ada Marsh Labour, Upper Dale\n\nNo.\n"
    )
    found, headings, _ = read(text, "theyworkforyou")
    assert found.totals == {"aye": 1, "no": 2, "absent": 1}
    assert found.subject == "Ferry Bill"
    assert headings == []


#: Lines that do not belong where they stand.
ODD = [
    "[Continued in col. 122]",
    "Labour",
    "The doors were locked.",
    "Motion 4 (Sea Walls)",
    "Amendment 12",
    "Clause 5",
    "12 March 2019",
    "* See next page",
    "DIVISION LIST",
]
LISTS = [
    "AYES",
    "Marsh, Ada",
    "Oake, Dame Una",
    "Tellers for the Ayes:",
    "Tom Dace and",
    "Eric Foss",
    "NOES",
    "Fell, Ivor",
    "Reed, Jim",
    "Tellers for the Noes:",
    "Ivan Hale and",
    "Jack Ibbs",
]


@pytest.mark.parametrize("layout", sorted(set(PAGES) - {"download"}))
@pytest.mark.parametrize("odd", ODD)
def test_one_odd_line_takes_no_name_from_a_division(layout: str, odd: str) -> None:
    head, turn = PAGES[layout]
    for at in range(1, len(LISTS)):
        lines = "\n\n".join([*LISTS[:at], odd, *LISTS[at:]])
        text = f"{head}\n\n{lines}\n\nQuestion accordingly agreed to.\n\n{turn}\n"
        found, _, said = read(text, layout)
        names = [vote.text for group in found.groups for vote in (*group.votes, *group.tellers)]
        assert [name for name in LISTS if "," in name and name not in names] == [], lines
        assert said == ["I thank the House."]


@pytest.mark.parametrize("layout", sorted(set(PAGES) - {"download"}))
def test_a_heading_behind_a_division_is_none_of_it(layout: str) -> None:
    head, turn = PAGES[layout]
    lines = "\n\n".join(LISTS)
    found, headings, _ = read(f"{head}\n\n{lines}\n\nFerry Fares\n\n{turn}\n", layout)
    assert headings == ["Ferry Fares"]
    assert [len(group.votes) for group in found.groups] == [2, 2]


@pytest.mark.parametrize("layout", [layout for layout in PAGES if layout != "theyworkforyou"])
@pytest.mark.parametrize(
    "totals",
    ["The House divided: Ayes 5, Noes 3.", "The House divided:", "The House divided: Ayes 5,\n\nNoes 3."],
)
def test_the_totals_between_a_number_and_its_names(layout: str, totals: str) -> None:
    head, turn = PAGES[layout]
    if layout == "historic":  # a paragraph is one line there
        totals = totals.replace("\n\n", " ")
    lists = "\n\n".join([listed("AYES", AYES, None, "\n"), listed("NOES", NOES, None, "\n")])
    result = "Question accordingly agreed to."
    text = f"{head}\n\n{totals}\n\n{lists}\n\n{result}\n\nFerry Fares\n\n{turn}\n"
    found, headings, said = read(text, layout)
    assert [[v.name for v in g.votes] for g in found.groups] == [AYES, NOES]
    assert (headings, said) == (["Ferry Fares"], ["I thank the House."])
    if "5" in totals:
        assert [g.stated for g in found.groups] == [5, 3]


def test_the_totals_below_a_list_are_those_of_the_next_division() -> None:
    text = (
        "Division No. 12] [7.14 pm\n\nAYES\n\nMarsh, Ada\n\nNOES\n\nOake, Gerald\n\nFell, Una\n\n"
        "The House divided: Ayes 2, Noes 1.\n\n"
        "Division No. 13] [7.30 pm\n\nAYES\n\nOake, Gerald\n\nFell, Una\n\nNOES\n\nMarsh, Ada\n"
    )
    first, second = parse(text, layout="official-report", resolve=False).divisions()
    assert [[len(g.votes) for g in one.groups] for one in (first, second)] == [[1, 2], [2, 1]]
    assert [g.stated for g in second.groups] == [2, 1]


def test_peers_without_a_comma_among_those_with_one() -> None:
    text = (
        "Their Lordships divided: Contents, 4; Not-Contents, 3.\n\nCONTENTS.\nUpper Dale, E.\n"
        "Marsh, L. [Teller.]\nFell V.\nLord Oake\nNOT-CONTENTS.\nReed, B.\nThorn, L.\nBishop of Holme\n"
        "Resolved in the affirmative.\n\nLORD MARSH: My Lords, I am obliged.\n"
    )
    found, headings, said = read(text, "historic")
    assert [[v.name for v in g.votes] for g in found.groups] == [
        ["Upper Dale, E.", "Fell V.", "Lord Oake"],
        ["Reed, B.", "Thorn, L.", "Bishop of Holme"],
    ]
    assert (headings, said) == ([], ["My Lords, I am obliged."])


def test_a_list_of_names_with_parties_is_no_download() -> None:
    names = "Ada Marsh (Con)\nUna Fell (Lab)\nTam Reed (Con)\n"
    text = (
        f"Division No. 12] [7.14 pm\n\nAyes\n{names}Tellers for the Ayes: Ann Holt (Con) and Ian Marl (Con)\n"
        "Noes\nNia Brook (LD)\nQuestion accordingly agreed to.\n\n"
        "Ada Marsh (Upper Dale) (Con): I thank the House.\n"
    )
    assert parse(text).layout == "official-report"


def test_one_teller_takes_no_turn() -> None:
    text = (
        "Sea Walls Bill – in the House of Commons at 7:00 pm on 11 March 2025.\n\nDivision number 12\n\n"
        "Aye: 1\n\nOake, Gerald\n\nNo: 1\n\nReed, Ian\n\nTellers\n\nTam Ellery\n\n"
        "Photo of Una Fell Una Fell Labour, Upper Dale\n\nI thank the House.\n"
    )
    found, _, said = read(text, "theyworkforyou")
    assert [[v.name for v in g.votes] for g in found.groups] == [["Oake, Gerald"], ["Reed, Ian"]]
    assert said == ["I thank the House."]


@pytest.mark.parametrize("layout", ["download", "webpage", "official-report"])
@pytest.mark.parametrize("line", ["Question put, That the Bill be read.", "Question accordingly agreed to."])
def test_what_was_put_between_the_totals_and_the_names(layout: str, line: str) -> None:
    head, turn = PAGES[layout]
    lists = "\n\n".join([listed("Ayes", AYES, "aye", "\n"), listed("Noes", NOES, "no", "\n")])
    totals = "" if layout == "official-report" else "Ayes: 5\n\nNoes: 3\n\n"
    text = f"{head}\n\n{totals}{line}\n\n{lists}\n\nFerry Fares\n\n{turn}\n"
    found, headings, said = read(text, layout)
    assert [[v.name for v in g.votes] for g in found.groups if g.votes] == [AYES, NOES]
    assert (headings, said) == (["Ferry Fares"], ["I thank the House."])


def test_a_name_below_a_title_that_ends_the_list_is_refused_by_no_grammar() -> None:
    told = parse(
        "Mr Speaker: I will put the Question.\n\nThe Assembly divided: Ayes 3; Noes 2.\n\nAYES\n\n\n"
        "National\n\nMs Marsh, Mr T Oake and Lord Reed.\n\nTellers for the Ayes: Mr T Oake and Ms Marsh.\n\n"
        "NOES\n\nUnionist:\n\nMr Fell, Rev Dr Pugh.\n\nTellers for the Noes: Mr Fell and Mr Ness.\n",
        layout="ni-report",
    )
    assert {p.code for p in told.problems} <= {"stray-text"}
    assert "Mr Fell, Rev Dr Pugh." in [getattr(leaf, "text", "") for leaf in leaves(told)]


def test_who_presides_is_a_line_within_a_list_of_names() -> None:
    chair = "(Mr Deputy Speaker [Mr Pugh] in the Chair)"
    told = parse(f"NOES\n{chair}\n{chair} {chair}\n", layout="ni-report")
    assert loads(dumps(told)) == told
