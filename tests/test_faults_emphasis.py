"""Markdown: what the print has in italics, or in bold without being a label."""

from __future__ import annotations

import datetime

import pytest

from hansardparse import parse, rows

TURN = "**Ada Marsh (Upper Dale) (Lab)**: The wall is old."


def read(line: str) -> list[tuple[str, str | None, str]]:
    text = f"# Sea Walls\n\n{TURN}\n\n{line}\n\n**Gerald Oake (Port Ardle) (Con)**: No.\n"
    found = list(rows(parse(text, layout="markdown", resolve=False)))
    return [(row["type"], row["kind"], row["text"]) for row in found[2:-1]]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("**Ferry Fares**", ("heading", None, "Ferry Fares")),
        ("**Ferry fares (2019)**", ("heading", None, "Ferry fares (2019)")),
        ("*Ferry Fares*", ("heading", None, "Ferry Fares")),
        ("**Several hon. Members** *rose—*", ("contribution", "gesture", "")),
        ("**Gerald Oake** *indicated dissent.*", ("contribution", "gesture", "indicated dissent.")),
        ("**Madam Deputy Speaker** (*Dame Una Fell*): Order.", ("contribution", "chair", "Order.")),
        ("***Mr Speaker:*** Order.", ("contribution", "chair", "Order.")),
        (
            "*Question put and agreed to.*",
            ("procedure", "question_agreed", "*Question put and agreed to.*"),
        ),
    ],
)
def test_a_line_in_bold_or_italics(line: str, row: tuple[str, str | None, str]) -> None:
    assert read(line) == [row]


@pytest.mark.parametrize(
    "line", ["**That is wrong.**", "*Ferries* run late", "[*Interruption.*]", "It was *never* sound."]
)
def test_emphasis_in_a_speech_is_said(line: str) -> None:
    text = f"{TURN}\n\n{line}\n\nSo it is.\n"
    (turn,) = parse(text, layout="markdown", resolve=False).contributions()
    assert turn.text == f"The wall is old.\n\n{line}\n\nSo it is."


@pytest.mark.parametrize("mark", ["- ", "* ", "+ ", "1. "])
def test_turns_that_are_set_as_a_list(mark: str) -> None:
    text = f"{mark}{TURN}\n\n{mark}**Gerald Oake (Port Ardle) (Con):** No.\n"
    transcript = parse(text, resolve=False)
    assert transcript.layout == "markdown"
    assert [c.text for c in transcript.contributions()] == ["The wall is old.", "No."]


def test_turns_that_are_set_as_quotations() -> None:
    text = (
        "# Sea Walls\n\n> **Ada Marsh (Upper Dale) (Lab)**: The wall\n> is old.\n>\n> It leaks.\n\n"
        "> **Gerald Oake (Port Ardle) (Con)**: I quote.\n\n> “It is so.”\n\n> **Mr Speaker:** Order.\n"
    )
    transcript = parse(text)
    assert transcript.layout == "markdown"
    assert [(c.speaker.label, c.text) for c in transcript.contributions()] == [
        ("Ada Marsh (Upper Dale) (Lab)", "The wall is old.\n\nIt leaks."),
        ("Gerald Oake (Port Ardle) (Con)", "I quote.\n\n“It is so.”"),
        ("Mr Speaker", "Order."),
    ]


@pytest.mark.parametrize(
    "date", ["*Tuesday 3 October 2023*", "**3 October 2023**", "_Tuesday, 3 October 2023_"]
)
def test_a_date_in_italics(date: str) -> None:
    transcript = parse(f"# House of Commons\n\n{date}\n\n{TURN}\n", layout="markdown")
    assert {row["date"] for row in rows(transcript)} == {"2023-10-03"}
    assert transcript.date == datetime.date(2023, 10, 3)


def test_a_name_that_was_heard_speaks_as_a_heading_and_a_title_is_one() -> None:
    text = (
        "## Sea Walls\n\n### Ada Marsh (Upper Dale) (Lab)\n\nI beg to move.\n\n"
        "### Gerald Oake (Port Ardle) (Con)\n\nWill the hon. Lady give way?\n\n"
        "### Ada Marsh\n\nI will.\n\n### Ferry Fares\n\n### Mr Speaker\n\nOrder.\n"
    )
    found = parse(text)
    assert found.layout == "markdown"
    assert [(c.name, c.text) for c in found.contributions()] == [
        ("Ada Marsh", "I beg to move."),
        ("Gerald Oake", "Will the hon. Lady give way?"),
        ("Ada Marsh", "I will."),
        (None, "Order."),
    ]
    titles = [row["text"] for row in rows(found) if row["type"] == "heading"]
    assert titles == ["Sea Walls", "Ferry Fares"]
