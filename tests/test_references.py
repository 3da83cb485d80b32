"""Everything quoted here is invented: no Bill, place or Member of these tests ever was."""

# ruff: noqa: E501 -- a form and what it says read best on one line

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest
from engine import Engine
from hypothesis import given, settings
from hypothesis import strategies as st
from work import work

from benchmarks import accuracy_references
from hansardparse import grammar
from hansardparse.citations import find
from hansardparse.citations.find import find_references
from hansardparse.model.nodes import (
    Act,
    Bill,
    ColumnRange,
    CommandPaper,
    EmailAddress,
    HousePaper,
    OfficialReportReference,
    Petition,
    Provision,
    Reference,
    StandingOrder,
    StatutoryInstrument,
    WebAddress,
    WrittenQuestionReference,
    WrittenStatementReference,
)

ROOT = Path(__file__).resolve().parent.parent
MOORS = "Moors and Heaths (Restoration) Act"


def found(text: str) -> list[str]:
    """What is found, as printed."""
    return [r.text for r in find_references(text)]


def only(text: str) -> Any:
    """The only reference of a text."""
    (reference,) = find_references(text)
    return reference


def columns(*ranges: str, suffix: str | None = None) -> tuple[ColumnRange, ...]:
    """`12` and `12-14` as ColumnRanges."""
    pairs = [r.split("-") for r in ranges]
    return tuple(ColumnRange(p[0], p[-1], suffix) for p in pairs)


# --- one example of each form -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "house", "number"),
    [
        ("[HCWS265]", "Commons", "HCWS265"),
        ("HLWS12", "Lords", "HLWS12"),
    ],
)
def test_written_statement(text: str, house: str, number: str) -> None:
    assert only(f"See {text}.") == WrittenStatementReference(text, house, number)


@pytest.mark.parametrize(
    ("text", "number", "house"),
    [
        ("[904937]", "904937", None),
        ("(904937)", "904937", None),
        ("[4937]", "4937", None),
        ("[138423R]", "138423R", None),
        ("[HL1234]", "HL1234", "Lords"),
        ("[HL 1234]", "HL 1234", "Lords"),
        ("(HL1234)", "HL1234", "Lords"),
        ("HL1234", "HL1234", "Lords"),
        ("UIN 12345", "12345", None),
        ("UIN: 12345", "12345", None),
        ("Question 276453", "276453", None),
        ("Question No. 276453", "276453", None),
    ],
)
def test_written_question(text: str, number: str, house: str | None) -> None:
    assert only(f"How many herons? {text} ") == WrittenQuestionReference(text, number, house)


@pytest.mark.parametrize(
    "text",
    ["[123]", "[12345678]", "(1234)", "[1998]", "[2024]", "(2024)", "(12345", "[12345)", "12345", "UIN 123"],
)
def test_no_question(text: str) -> None:
    assert found(f"The herons {text} flew.") == []


DAY = datetime.date(2024, 3, 5)

CITATIONS: list[tuple[str, dict[str, Any]]] = [
    ("[Official Report, 5 March 2024; Vol. 746, c. 801.]", {"date": DAY, "volume": "746", "columns": columns("801")}),
    ("[ Official Report, 5 March 2024; Vol. 746, c. 801.]", {"date": DAY, "volume": "746", "columns": columns("801")}),
    ("Official Report, 5 March 2024; Vol. 746, c. 801–3", {"date": DAY, "volume": "746", "columns": columns("801-803")}),
    ("OFFICIAL REPORT, 5th March, 2024; col. 801, Vol. 746", {"date": DAY, "volume": "746", "columns": columns("801")}),
    ("OFFICIAL REPORT. 5th March, 2024 Vol. 746, c. 801", {"date": DAY, "volume": "746", "columns": columns("801")}),
    ("OFFICIAL REPORT, 5th March, 2024: Vol 746, c. 801", {"date": DAY, "volume": "746", "columns": columns("801")}),
    ("OFFICIAL REPORT, 5Th March. 2024; c. 801, vol. 746", {"date": DAY, "volume": "746", "columns": columns("801")}),
    ("OFFICIAL REPORT,House of Lords,5th March, 2024; c. 8", {"house": "Lords", "date": DAY, "columns": columns("8")}),
    ("Official Report, 5 March 2024; c. 1011.23", {"date": DAY, "columns": columns("1011-1023")}),
    ("Official Report, 5 March 2024, cols. 9, 12, 959", {"date": DAY, "columns": columns("9", "12", "959")}),
    ("Official Report, 5 March 2024; Vol. 746, 801", {"date": DAY, "volume": "746", "columns": columns("801")}),
    ("Official Report, 5/3/24; col. 801", {"date": DAY, "columns": columns("801")}),
    ("Official Report, Commons, 5/3/2024; cols. 8-9", {"house": "Commons", "date": DAY, "columns": columns("8-9")}),
    ("Official Report, Commons, WA, 5/3/24; col. 2", {"house": "Commons", "series": "WA", "date": DAY, "columns": columns("2")}),
    ("Official Report (Commons W.A.); 5/3/24, col. 2", {"house": "Commons", "series": "W.A.", "date": DAY, "columns": columns("2")}),
    ("Official Report, Written Answers, 5 March 2024, col. 2", {"series": "Written Answers", "date": DAY, "columns": columns("2")}),
    ("Official Report, 5 March 2024; Written Answers cols. 5–6", {"series": "Written Answers", "date": DAY, "columns": columns("5-6")}),
    ("[Official Report, Moors Public Bill Committee, 5 March 2024; c. 6, Q13.]", {"series": "Moors Public Bill Committee", "date": DAY, "columns": columns("6")}),
    ("Official Report, 5 March 2024; col. WA 71", {"date": DAY, "columns": columns("71", suffix="WA")}),
    ("Official Report, 5 March 2024; c. GC 71", {"date": DAY, "columns": columns("71", suffix="GC")}),
    ("5 March 2024, Official Report, column 179W", {"date": DAY, "columns": columns("179", suffix="W")}),
    ("5 March 2024,Official Report, columns 34-6WS", {"date": DAY, "columns": columns("34-36", suffix="WS")}),
    ("5 March 2024 (Official Report, col. WA 138)", {"date": DAY, "columns": columns("138", suffix="WA")}),
    ("5th March 2024. (Official Report, col. 8)", {"date": DAY, "columns": columns("8")}),
    ("5 March (Official Report, WA 120)", {"columns": columns("120", suffix="WA")}),
    ("Official Report, 26th November, Written Answers, col. 2", {"series": "Written Answers", "columns": columns("2")}),
    ("5 March 2024—[Vol. 746, c. 27–30]", {"date": DAY, "volume": "746", "columns": columns("27-30")}),
    ("5 March 2024; Vol. 746, c. 506", {"date": DAY, "volume": "746", "columns": columns("506")}),
    ("Vol. 745, c. 796–7", {"volume": "745", "columns": columns("796-797")}),
    ("HC Deb 5 March 2024 vol 746 cc697-713", {"house": "Commons", "date": DAY, "volume": "746", "columns": columns("697-713")}),
    ("HL Deb 5 March 2024 vol 746 c8", {"house": "Lords", "date": DAY, "volume": "746", "columns": columns("8")}),
    ("Hansard, 5 March 2024, col. 8", {"date": DAY, "columns": columns("8")}),
    ("col. 1220 of the Official Report", {"columns": columns("1220")}),
    ("column 12WH of the Official Report of 5 March 2024", {"date": DAY, "columns": columns("12", suffix="WH")}),
    ("Official Report, 29 February 2023; c. 5", {"impossible_date": "29 February 2023", "columns": columns("5")}),
    ("Official Report, 31/4/99; c. 5", {"impossible_date": "31/4/99", "columns": columns("5")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), CITATIONS)
def test_official_report(text: str, fields: dict[str, Any]) -> None:
    assert only(f"As she said (“herons”), {text}") == OfficialReportReference(text, **fields)


@pytest.mark.parametrize(
    "text",
    [
        "I shall print the figures in the Official Report.",
        "HERONS (Hansard, 5 March 2024)",
        "- Hansard - - - Excerpts",
        "official reports of 5 March 2024",
        "Vol. 3 of the report",
        "Column 12",
        "Vol. 1 to 3",
    ],
)
def test_no_citation(text: str) -> None:
    assert found(text) == []


def test_year_of_two_digits() -> None:
    assert only("[Official Report, 1/2/39; c. 1.]").date == datetime.date(2039, 2, 1)
    assert only("[Official Report, 1/2/40; c. 1.]").date == datetime.date(1940, 2, 1)


@pytest.mark.parametrize(
    ("text", "title", "lords"),
    [
        ("Moors Bill", "Moors Bill", False),
        ("Moors and Heaths (No. 2) Bill", "Moors and Heaths (No. 2) Bill", False),
        ("Moors Bill [Lords]", "Moors Bill", True),
        ("Moors Bill [HL]", "Moors Bill", True),
        ("MOORS (AMENDMENT) BILL. [H.L.]", "MOORS (AMENDMENT) BILL", True),
        ("Moors, Heaths and Peat Bogs Bill", "Moors, Heaths and Peat Bogs Bill", False),
        ("MOORS, HEATHS, AND BOGS BILL", "MOORS, HEATHS, AND BOGS BILL", False),
        ("Keepers’ Pensions Bill", "Keepers’ Pensions Bill", False),
        ("St. Olave's Ferry Bill", "St. Olave's Ferry Bill", False),
        ("Representation of the Heron Bill", "Representation of the Heron Bill", False),
        ("Access to Moors Bill", "Access to Moors Bill", False),
        ("Heron-Keeping (Fees, etc.) Bill", "Heron-Keeping (Fees, etc.) Bill", False),
        ("Moors\u00a0(Fees)\u00a0Bill", "Moors\u00a0(Fees)\u00a0Bill", False),
        ("Mo\u00adors Bill", "Mo\u00adors Bill", False),
    ],
)
def test_bill(text: str, title: str, lords: bool) -> None:
    for sentence in (
        "We read the {}.",
        "{}",
        "{}: Second Reading",
        "Under the {} they fly",
        "the Keeper's own {}",
    ):
        assert only(sentence.format(text)) == Bill(text, title, lords)


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("Moors Act", "Moors Act", None),
        ("Moors Act 1999", "Moors Act", "1999"),
        ("Moors (Wales) Act, 1899", "Moors (Wales) Act", "1899"),
        ("Moors Act of 1903", "Moors Act", "1903"),
        ("Moors Act (Northern Ireland) 1999", "Moors Act (Northern Ireland)", "1999"),
        ("1999 Moors Act", "Moors Act", "1999"),
        ("MOORS ACT, 1899", "MOORS ACT", "1899"),
        ("Heron's Act 1999", "Heron's Act", "1999"),
    ],
)
def test_act(text: str, title: str, year: str | None) -> None:
    for sentence in ("We keep the {}.", "{}", "This repeals the {}’s schedules", "Under the {} they fly"):
        assert only(sentence.format(text)) == Act(text, title, year)


def test_glued_to_the() -> None:
    assert found("under theMoors Act, 1899, they fly") == ["Moors Act, 1899"]
    assert found("section 7 of theMoors Act, 1899") == ["section 7 of theMoors Act, 1899"]


def test_an_act_with_a_year_is_one_even_where_indefinite() -> None:
    assert found("a Moors Act 1999 claim") == ["Moors Act 1999"]


@pytest.mark.parametrize(
    "text",
    [
        "This Act",
        "The Acts",
        "the 1999 Act",
        "A Moors Act",
        "a Peat Bogs Bill",
        "any Moors Bill",
        "A Time to Act",
        "English Act",
        "Moors Acts",
        "the Bill",
        "my hon. Friend's Bill",
        "the hon. Gentleman’s Bill",
        "Private Members’ Bills",
        "Public Bill Committee",
        "Moors Public Bill Committee",
        "Mr Bill Heron",
        "confirmation Bill",
        "Act of Parliament",
        "Question put, That the Bill be read",
        "Moors Billing",
        "Moors Action",
    ],
)
def test_no_title(text: str) -> None:
    assert found(f"{text} ") == []
    assert found(f"We debated {text[:1].lower() + text[1:] if text[0] in 'TA' else text}.") == []


def test_only_the_title_is_taken() -> None:
    assert found("On Second Reading of the Moors Bill") == ["Moors Bill"]
    assert found("Addition to Heron Discipline Act 1957") == ["Heron Discipline Act 1957"]
    assert found("Amendment of Moors Act 1999") == ["Moors Act 1999"]
    assert found("Draft Moors Bill") == ["Moors Bill"]
    assert found("Moors Bill (by Order), Heaths Bill [B.L.]") == ["Moors Bill", "Heaths Bill"]


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("section 61", "section", ("61",)),
        ("Section 61(2)(a)", "section", ("61(2)(a)",)),
        ("clauses 22 and 23", "clause", ("22", "23")),
        ("clauses 2 to 5", "clause", ("2 to 5",)),
        ("clauses 2–5", "clause", ("2–5",)),
        ("new part 7A", "new part", ("7A",)),
        ("New Clause 4", "new clause", ("4",)),
        ("new clauses 1 or 2", "new clause", ("1", "2")),
        ("Amendment 9B", "amendment", ("9B",)),
        ("Amendments Nos. 1, 2 and 7", "amendment", ("1", "2", "7")),
        ("Amendment No.\u00a012", "amendment", ("12",)),
        ("new clause NC12", "new clause", ("NC12",)),
        ("section 53(5) and (6)", "section", ("53(5)", "(6)")),
        ("section 51, 52, 58 or 59", "section", ("51", "52", "58", "59")),
        ("subsections (2) to (4)", "subsection", ("(2) to (4)",)),
        ("paragraph (a) or (b)", "paragraph", ("(a)", "(b)")),
        ("sub-paragraph (2A)", "sub-paragraph", ("(2A)",)),
        ("Part XII", "part", ("XII",)),
        ("Article 50", "article", ("50",)),
        ("regulation 44", "regulation", ("44",)),
        ("CLAUSE 18", "clause", ("18",)),
        ("clause\n18", "clause", ("18",)),
        ("clause\u00a018", "clause", ("18",)),
    ],
)
def test_provision(text: str, kind: str, numbers: tuple[str, ...]) -> None:
    for sentence in ("I turn to {}.", "{}", "{}, page 3, line 5", "({})", "{} stands part"):
        assert only(sentence.format(text)) == Provision(text, kind, numbers)


def test_provision_of() -> None:
    act = Act(f"{MOORS} 2023", MOORS, "2023")
    assert only(f"section 6 of the {MOORS} 2023.") == Provision(
        f"section 6 of the {MOORS} 2023", "section", ("6",), act
    )
    bill = Bill("Moors Bill [Lords]", "Moors Bill", True)
    assert only("clauses 2 and 3 of the Moors Bill [Lords]").of == bill
    assert only("section 9 of the 1999 Moors Act").of == Act("1999 Moors Act", "Moors Act", "1999")
    chain = only(f"paragraph 1(3) of Schedule 8 to the {MOORS} 2023")
    assert chain.numbers == ("1(3)",)
    assert chain.of == Provision(f"Schedule 8 to the {MOORS} 2023", "schedule", ("8",), act)
    assert chain.of.span == (18, chain.end)
    assert only("subsection (1) of section 3 of the 1999 Act").of == Provision("section 3", "section", ("3",))


@pytest.mark.parametrize(
    "text",
    [
        "the part I played",
        "the amendment I tabled and the clause I moved",
        "paragraph 9.4 of it",
        "paragraph 6 of the report",
        "paragraphs 3 to 5 and 6 of the report",
        "paragraphs 147-148 of Circular 9",
        "paragraph 6 of the Keeper's own report",
        "section 3% of them",
        "Heron Regulations 2007",
        "regulation 1/2005",
        "amendments proposed",
        "Clause by clause",
        "this section",
        "intersection 5",
        "sections 12345",
    ],
)
def test_no_provision(text: str) -> None:
    assert found(f"I note {text}.") == []


def test_a_list_ends_where_its_numbers_do() -> None:
    assert found("section 3 and 12 months later") == ["section 3"]
    assert found("clause 4, 5 March 2024") == ["clause 4"]
    assert found("amendment 2, page 1, line 5") == ["amendment 2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Standing Order No. 16(1)", [StandingOrder("Standing Order No. 16(1)", "16(1)")]),
        ("Standing Order 72", [StandingOrder("Standing Order 72", "72")]),
        ("Standing Order No. 83JA(2)(a)", [StandingOrder("Standing Order No. 83JA(2)(a)", "83JA(2)(a)")]),
        ("Standing Order No. XXXIX", [StandingOrder("Standing Order No. XXXIX", "XXXIX")]),
        ("Standing Orders Nos. 92 and 93", [StandingOrder("Standing Orders Nos. 92", "92"), StandingOrder("93", "93")]),
        ("S.I. 2024/123", [StatutoryInstrument("S.I. 2024/123", "2024", "123")]),
        ("SI 2024/1234", [StatutoryInstrument("SI 2024/1234", "2024", "1234")]),
        ("SI.2008/3010", [StatutoryInstrument("SI.2008/3010", "2008", "3010")]),
        ("S.I., 1970, No. 966", [StatutoryInstrument("S.I., 1970, No. 966", "1970", "966")]),
        ("S.I. No. 118 of 2004", [StatutoryInstrument("S.I. No. 118 of 2004", "2004", "118")]),
        ("Statutory Instrument 2004 No. 118", [StatutoryInstrument("Statutory Instrument 2004 No. 118", "2004", "118")]),
        ("CP 1009", [CommandPaper("CP 1009", "CP", "1009")]),
        ("Cm 9876", [CommandPaper("Cm 9876", "Cm", "9876")]),
        ("Cm. 9876-II", [CommandPaper("Cm. 9876-II", "Cm", "9876-II")]),
        ("Cmnd. 1234", [CommandPaper("Cmnd. 1234", "Cmnd", "1234")]),
        ("Cmd. 12", [CommandPaper("Cmd. 12", "Cmd", "12")]),
        ("Cd. 2,746", [CommandPaper("Cd. 2,746", "Cd", "2,746")]),
        ("HC 123", [HousePaper("HC 123", "Commons", "123")]),
        ("HC 552-II", [HousePaper("HC 552-II", "Commons", "552-II")]),
        ("HL Paper 45", [HousePaper("HL Paper 45", "Lords", "45")]),
        ("HL 45", [HousePaper("HL 45", "Lords", "45")]),
        ("[P001234]", [Petition("[P001234]", "P001234")]),
        ("www.moors.example", [WebAddress("www.moors.example", "www.moors.example")]),
        ("https://moors.example/a-b?c=d#e", [WebAddress("https://moors.example/a-b?c=d#e", "https://moors.example/a-b?c=d#e")]),
        ("http://www.moors. gov.uk/", [WebAddress("http://www.moors. gov.uk/", "http://www.moors.gov.uk/")]),
        ("herons.org.uk", [WebAddress("herons.org.uk", "herons.org.uk")]),
        ("keeper.of-moors@herons.example", [EmailAddress("keeper.of-moors@herons.example", "keeper.of-moors@herons.example")]),
    ],
)  # fmt: skip
def test_papers_and_addresses(text: str, expected: list[Reference]) -> None:
    for sentence in ("See {}.", "{}", "It is at {}, I hear", "({})", "“{}”"):
        assert list(find_references(sentence.format(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "CP 10 Heron Commission",
        "the HC3 helicopter",
        "HL Bill 20",
        "HC 12345",
        "G.C.S.I. 1999",
        "5 cm 12",
        "Standing Orders Committee",
        "Standing Order No. 1, I think",
        "[P1234]",
        "@ the moor",
        "a@b",
        "The end.communal",
        "http://",
    ],
)
def test_no_paper(text: str) -> None:
    assert [t for t in found(text) if t != "Standing Order No. 1"] == []


def test_spans_and_offset() -> None:
    text = f"See [HCWS1] and section 2 of the {MOORS} 2023."
    near, far = find_references(text), find_references(text, 1000)
    assert near == far
    assert [(r.start + 1000, r.end + 1000) for r in near] == [tuple(r.span) for r in far]
    assert far[1].of.start == near[1].of.start + 1000  # type: ignore[attr-defined]


def examples() -> list[tuple[str, str]]:
    """Each line that a comment of the grammar gives for a rule, with the rule's name."""
    pairs: list[tuple[str, str]] = []
    lines: list[str] = []
    for line in grammar.source("references", "uk").splitlines():
        if line.startswith("//"):
            lines += [line.removeprefix("//   ")] if line.startswith("//   ") else []
        else:
            pairs += [(line.partition(":")[0], example) for example in lines if line[:1].islower()]
            lines = []
    return pairs


@pytest.mark.parametrize(("rule", "example"), examples())
def test_the_grammar_reads_its_own_examples(rule: str, example: str) -> None:
    tree = grammar.build("references", lexer="contextual").parse(example)
    assert tree.children[0].data == rule
    assert found(f"See {example}; so.")[0].startswith(example[:5])


def test_every_rule_has_examples() -> None:
    kinds = grammar.source("references", "uk").split("start:")[1].split("\n\n")[0].replace("|", " ").split()
    assert set(kinds) == {rule for rule, _ in examples()}


# --- properties -------------------------------------------------------------------------------------

WORDS = (
    "the The a of and to in section clause Clause Part schedule paragraph new amendment Amendments Nos. No. 1 2 9B "
    "(2) (a) 12 2023 1999 I IV Act ACT Bill BILL [Lords] [H.L.] Moors HEATHS Heron (Wales) etc. & Official Report "
    "OFFICIAL REPORT Hansard HC HL Deb Vol. vol c. col. cols. column 801–3 WA 12WS 5 March 5th 31/4/99 [ ] ( ) , ; . : — "
    "- – [HCWS1] [904937] UIN Question HL1234 Standing Orders S.I. SI Statutory Instrument 2024/12 CP Cm Cd. 1009 "
    "Paper [P001234] www.a.b http:// x@y.uk .com a.org \u00a0 \u00ad \n \r \t ’ ' \ud800"
).split(" ")

soups = st.lists(st.sampled_from(WORDS), max_size=40).flatmap(
    lambda words: st.lists(
        st.sampled_from([" ", "", "\u00a0", "\n", " "]), min_size=len(words), max_size=len(words)
    ).map(lambda gaps: "".join(w + g for w, g in zip(words, gaps, strict=True)))
)
texts = st.one_of(st.text(), st.text(st.characters(codec=None, categories=None)), soups)


def spelled(references: tuple[Reference, ...]) -> list[tuple[Any, ...]]:
    """References with their spans, which equality leaves out."""
    return [(r, r.span, getattr(getattr(r, "of", None), "span", None)) for r in references]


@given(texts)
@settings(max_examples=300, deadline=None)
def test_total_and_in_order(text: str) -> None:
    end = 0
    for reference in find_references(text):
        assert end <= reference.start < reference.end <= len(text)
        assert text[reference.start : reference.end] == reference.text
        assert "\n\n" not in reference.text
        end = reference.end


@given(texts, texts)
@settings(max_examples=300, deadline=None)
def test_a_blank_line_parts_what_is_cited(one: str, two: str) -> None:
    both = find_references(one + "\n\n" + two)
    assert spelled(both) == spelled(find_references(one)) + spelled(find_references(two, len(one) + 2))


numbers = st.integers(1, 999).map(str)
names = st.sampled_from(
    ["Moors", "Heron", "Peat Bogs", "Keepers’ Pensions", "Tolls (Wales)", "Ferries and Fords"]
)
years = st.integers(1250, 2099).map(str)
ranges = st.tuples(st.integers(1, 2000), st.integers(0, 30)).map(lambda p: (str(p[0]), str(p[0] + p[1])))


def act_forms(name: str, year: str) -> list[tuple[str, Reference]]:
    forms = [f"{name} Act {year}", f"{name} Act, {year}", f"{name} Act of {year}", f"{year} {name} Act"]
    return [(f, Act(f, f"{name} Act", year)) for f in forms]


def report_forms(
    day: datetime.date, volume: str, pair: tuple[str, str], suffix: str
) -> list[tuple[str, Reference]]:
    first, last = pair
    short = last[len(first) - 2 :] if len(last) == len(first) > 2 and last[:-2] == first[:-2] else last
    dates = [
        f"{day.day} {day:%B} {day.year}",
        f"{day.day}th {day:%B}, {day.year}",
        f"{day.day}/{day.month}/{day.year}",
    ]
    forms = []
    for date in dates:
        for cols in {f"{first}–{last}", f"{first}-{short}"} if first != last else {first}:
            for form in (
                f"[Official Report, {date}; Vol. {volume}, c. {cols}{suffix}.]",
                f"OFFICIAL REPORT, {date}; col. {cols}{suffix}, Vol. {volume}",
                f"{date}, Official Report, Vol. {volume}, column {cols}{suffix}",
                f"{date} (Official Report, Vol. {volume}, cols. {cols}{suffix})",
                f"HC Deb {date} vol {volume} cc{cols}{suffix}",
            ):
                house = "Commons" if form.startswith("HC") else None
                column = ColumnRange(first, last, suffix or None)
                reference = OfficialReportReference(form, house, day, volume, (column,))
                forms.append((form, reference))
    return forms


def provision_forms(kind: str, some: list[str], name: str, year: str) -> list[tuple[str, Reference]]:
    plural = "s" if len(some) > 1 else ""
    listed = ", ".join(some[:-1]) + (" and " if plural else "") + some[-1]
    act = Act(f"{name} Act {year}", f"{name} Act", year)
    forms = []
    for word in {kind, kind.capitalize()}:
        text = f"{word}{plural} {listed}"
        forms.append((text, Provision(text, kind, tuple(some))))
        longer = f"{text} of the {act.text}"
        forms.append((longer, Provision(longer, kind, tuple(some), act)))
    return forms


def bill_forms(name: str) -> list[tuple[str, Reference]]:
    forms: list[tuple[str, Reference]] = [(f"{name} Bill", Bill(f"{name} Bill", f"{name} Bill"))]
    for mark in ("[Lords]", "[HL]", "[H.L.]"):
        forms.append((f"{name} Bill {mark}", Bill(f"{name} Bill {mark}", f"{name} Bill", True)))
    return forms


days = st.dates(datetime.date(1500, 1, 1), datetime.date(2099, 12, 31))
forms = st.one_of(
    st.builds(act_forms, names, years),
    st.builds(report_forms, days, numbers, ranges, st.sampled_from(["", "W", "WS", "WH", "WA"])),
    st.builds(
        provision_forms,
        st.sampled_from(["section", "clause", "schedule", "article", "regulation", "new clause"]),
        st.lists(
            st.integers(1, 399).map(lambda n: f"{n}A" if n % 7 == 0 else str(n)), min_size=1, max_size=4
        ),
        names,
        years,
    ),
    st.builds(bill_forms, names),
)


@given(
    forms.flatmap(st.sampled_from),
    st.sampled_from(["We note {} today.", "{}", "It says—{}", "Under the {}, it flew."]),
)
@settings(max_examples=400, deadline=None)
def test_what_is_printed_is_found(form: tuple[str, Reference], sentence: str) -> None:
    text, reference = form
    assert find_references(sentence.format(text)) == (reference,)


def test_threads_agree() -> None:
    text = " ".join(
        f"section {n} of the {MOORS} {1900 + n}; [Official Report, {n}/3/24; c. {n}.]" for n in range(1, 29)
    )
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(find_references, [text] * 8))
    assert all(spelled(r) == spelled(results[0]) for r in results)
    assert len(results[0]) == 56


# --- time -------------------------------------------------------------------------------------------

CHUNKS = [
    *(
        "A",
        "a",
        "1",
        "I",
        "(",
        ")",
        "[",
        " ",
        "\u00a0",
        "-",
        "–",
        ".",
        ",",
        "/",
        "@",
        "\n",
        "\r",
        "'",
        "Aa ",
        "AA ",
        "a ",
    ),
    *(
        "A of ",
        "A, ",
        "A and ",
        "(A) ",
        "(A",
        "St. ",
        "Rights of the ",
        "Bill ",
        "Act ",
        "a A ",
        "1999 ",
        "A Bill",
    ),
    *(
        "section 1 ",
        "1 and ",
        "1, ",
        "1(1)",
        "(1)",
        "(1) to ",
        "1 of section ",
        "Nos. ",
        "clause ",
        "No. 1, ",
    ),
    *(
        "Official Report, ",
        "c. 1, ",
        "Vol. 1; ",
        "5 March ",
        "1/1/99; ",
        "House of Lords, ",
        "1-1, ",
        "Q1, ",
        "[Official ",
    ),
    *(
        "www.a.",
        "a.",
        "a@",
        "a.uk",
        "http://(",
        "(a)",
        "S.I. ",
        "Standing Order ",
        "HC 1",
        "Cm 1",
        "[1234",
        "HL",
        "Hansard, 1",
    ),
]


def test_every_anchor_takes_few_steps() -> None:
    """What is searched for in a whole text; all else is tried on a stretch of one length."""
    slow = []
    for pattern in {scanner.anchor for scanner in find._scanners("uk")}:
        engine = Engine(pattern.pattern, pattern.flags)
        for chunk in CHUNKS:
            text = chunk * (600 // len(chunk))
            assert engine.scan(text, 1_000_000) == [found.span() for found in pattern.finditer(text)]
            if engine.steps > 60 * 600:
                slow.append((pattern.pattern, chunk, engine.steps))
    assert slow == []


@pytest.mark.parametrize("chunk", CHUNKS)
def test_finding_is_linear(chunk: str) -> None:
    short, long = (chunk * (n // len(chunk)) for n in (4000, 8000))
    find_references(short)  # what is built once is built
    assert work(lambda: find_references(long)) < 2.2 * work(lambda: find_references(short))


# --- the corpus -------------------------------------------------------------------------------------


def test_accuracy_on_the_corpus() -> None:
    if not (ROOT.parent / "shared" / "corpus").is_dir():
        pytest.skip("../shared/corpus is not here: the hand labels cannot be compared")
    count, _ = accuracy_references.measure()
    right, wrong, missed, same = (c.total() for c in count.values())
    assert right >= 0.98 * (right + wrong)
    assert right >= 0.97 * (right + missed)
    assert same >= 0.98 * right


def test_every_class_of_reference_is_tested_here() -> None:
    classes = {c.__name__ for c in Reference.__subclasses__() if attrs.has(c)}
    assert all(name in globals() for name in classes), classes - set(globals())
